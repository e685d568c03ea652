"""What a report is asked for, and what its maker works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from pos.shop import Shop
from pos.store.insight.reading import InsightView
from receipts.reports.value import Part, Period


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Which report, over which days; `member` where it is of one."""

    name: str
    period: Period
    member: UUID | None = None


Maker = Callable[[Shop, InsightView, Asked], tuple[Part, ...]]
"""The parts of a report. LoyaltyError; TroubleError `report-cancelled` and the store's."""
