"""A member's three figures where there is a head office, for whatever tells of their points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time


@dataclass(frozen=True, slots=True)
class HereView:
    """What a member has where there is a head office.

    `points` can be used at this terminal now; `total` in all, as head office had it `as_of` (None:
    it never said). `connected` or not, since when; times alone are of today. `frozen`: why nothing
    can be used, or empty.
    """

    points: int
    total: int
    as_of: datetime | time | None = None
    connected: bool = False
    since: datetime | time | None = None
    frozen: str = ""
