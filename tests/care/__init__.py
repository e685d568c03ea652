"""Tests of caring for people: complaints, letters, and a real mail server on this machine."""
