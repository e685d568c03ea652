"""The settings by which a terminal remembers head office: its names, its lease, both clocks."""

from __future__ import annotations

AFTER = "office-after"
"""Head office's count of changes up to which this terminal knows them."""
LEASE, SERVER, LOCAL = "office-lease", "office-server", "office-local"
"""Until when grants may be spent, and both clocks at the last contact: UTC milliseconds."""
OFFSET = "office-offset"
"""Milliseconds by which head office's clock is ahead of this one: stamps go by its clock."""
STATE = "office-state"
"""`active`, `suspended` (a copy is at work), `retired`."""
FLOOR = "office-floor"
"""Points that may be advanced to a member, and by the terminal, while nobody can be asked."""
SHOP = "office-shop"
CLEARED = "office-cleared"
"""The epoch in which everything was sent back."""
FORK = "office-fork"
"""The id of a branch that head office is being asked about."""
