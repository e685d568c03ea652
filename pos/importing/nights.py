"""The nights between imported days: points vest and end in the past as they would have then."""

from __future__ import annotations

from datetime import date, timedelta

from pos.nightly import night
from pos.shop import Shop


class NightBefore:
    """Called with each day that is about to be imported: does the nights since the last one.

    Days without a sale have nights, too, so that a lot ends on its own day. `nights` counts them.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._last: date | None = None
        self.nights = 0

    def __call__(self, on: date) -> None:
        """Every night after the last one, up to the morning of a day."""
        due = self._last + timedelta(days=1) if self._last else on
        while due <= on:
            night(self._shop, due)
            self.nights += 1
            due += timedelta(days=1)
        self._last = on

    def up_to_today(self) -> None:
        """The nights since the last day that was imported, if there was one."""
        if self._last and self._last < self._shop.today:
            self(self._shop.today)
