"""Tests, one folder a room; importable so that rooms can share their builders and twins."""
