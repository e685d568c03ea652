"""Patterns of staff's acts that are worth a manager's look; a reason to ask, never a proof."""
