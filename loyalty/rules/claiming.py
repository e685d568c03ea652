"""When a receipt that a member brings later is credited. Rules as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from loyalty.rules.bounds import Between, Days, Money
from loyalty.rules.earning import Limits
from loyalty.rules.limits import Limit, Period


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """How old a receipt may be: `own_hours` for our own, `days` for any other; 0: none of them.

    `minimum_minor`: its total at least. `limits`: receipts (times) and points of one member in a
    period. `gap_minutes`: receipts of one merchant printed closer together are one visit, of which
    only the first counts; 0: each counts. `pending_days`: how long points wait where another
    terminal could have credited the same receipt. `unsigned_minor`: above this total a receipt goes
    before a person where nothing it says was signed with a key the shop knows; 0: none does.
    """

    own_hours: Annotated[int, Between(0, 8_784)] = 72
    days: Days = 7
    minimum_minor: Money = 0
    limits: Limits = (Limit(Period.DAY, times=10),)
    gap_minutes: Annotated[int, Between(0, 1_440)] = 0
    pending_days: Annotated[int, Between(1, 60)] = 7
    unsigned_minor: Money = 50_000
