"""The states of a note at head office."""

from __future__ import annotations

OPEN, TAKEN, OFF = 0, 1, 2
"""On its way, taken, called off."""
FIRST, PAID = 3, 4
"""Taken, and its giver's entry has not come; will not come, so that the pool paid for it."""
