"""Caring for people: complaints and promises, and messages to whoever agreed to be written to."""
