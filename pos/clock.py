"""The time, given in from outside: the only module that asks the machine what time it is.

Moments are aware UTC datetimes; the business day is the shop's own calendar day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Clock(Protocol):
    """What a clock can be asked."""

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        ...

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """The business day: the calendar day in the shop's zone."""
        ...


class SystemClock:
    """The machine's clock, with its days counted in the shop's zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    @property
    def zone(self) -> ZoneInfo:
        return self._zone

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return day_of(self.now(), self._zone)


class FixedClock:
    """A clock that stands still until it is told to move; for tests and demonstrations."""

    def __init__(self, moment: datetime, zone: ZoneInfo | None = None) -> None:
        if moment.tzinfo is None:
            raise ValueError("a clock needs an aware moment")
        self._moment = moment.astimezone(UTC)
        self._zone = zone or ZoneInfo("UTC")

    @property
    def zone(self) -> ZoneInfo:
        return self._zone

    def now(self) -> datetime:
        return self._moment

    def today(self) -> date:
        return day_of(self._moment, self._zone)

    def advance(self, by: timedelta) -> None:
        """Move on (or back, to show a clock that was set wrong)."""
        self._moment += by


def milliseconds(moment: datetime) -> int:
    """UTC milliseconds since 1970 of an aware moment, without a float in between."""
    return (moment - _EPOCH) // _MILLISECOND


def moment_of(at_ms: int) -> datetime:
    """The aware UTC moment of UTC milliseconds."""
    return _EPOCH + at_ms * _MILLISECOND


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day a moment falls on in a zone."""
    return moment.astimezone(zone).date()
