"""Moments, days and places: what everything in the shop's files is named and dated by."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.clock import FixedClock, SystemClock, day_of, milliseconds, moment_of
from pos.places import places


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Asia/Seoul", "2026-03-01T15:00:00+00:00", date(2026, 3, 2)),
        ("Asia/Seoul", "2026-03-01T14:59:59+00:00", date(2026, 3, 1)),
        ("America/New_York", "2026-03-02T04:59:59+00:00", date(2026, 3, 1)),
        ("Pacific/Kiritimati", "2026-03-01T10:00:00+00:00", date(2026, 3, 2)),
        ("Europe/Berlin", "2026-03-29T22:00:00+00:00", date(2026, 3, 30)),  # summer time began
    ],
)
def test_the_business_day_is_the_shops_own(zone: str, moment: str, day: date) -> None:
    clock = FixedClock(datetime.fromisoformat(moment), ZoneInfo(zone))
    assert clock.today() == day_of(clock.now(), ZoneInfo(zone)) == day


@given(st.integers(-(10**13), 10**14))
def test_milliseconds_survive_exactly(at_ms: int) -> None:
    assert milliseconds(moment_of(at_ms)) == at_ms


def test_a_fixed_clock_moves_only_when_told() -> None:
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
    before = clock.now()
    clock.advance(timedelta(hours=1))
    assert clock.now() - before == timedelta(hours=1)
    with pytest.raises(ValueError, match="aware"):
        FixedClock(datetime(2026, 1, 1))  # noqa: DTZ001  (that is the point)


def test_the_system_clock_is_aware_and_counts_days_in_its_zone() -> None:
    clock = SystemClock(ZoneInfo("Asia/Seoul"))
    assert clock.now().utcoffset() == timedelta(0)
    assert abs(clock.today() - clock.now().date()) <= timedelta(days=1)
    assert clock.zone == ZoneInfo("Asia/Seoul")


def test_one_word_moves_every_file(tmp_path: Path) -> None:
    where = places(tmp_path)
    for path in (where.database, where.backups, where.log, where.settings):
        assert path.is_relative_to(tmp_path)


def test_the_argument_goes_before_the_environment(tmp_path: Path) -> None:
    named = {"REGULARS_DATA": str(tmp_path / "named")}
    assert places(None, named).data == tmp_path / "named"
    assert places(tmp_path / "given", named).data == tmp_path / "given"
    assert places(None, {"REGULARS_DATA": " "}).data != Path(" ")


def test_each_system_keeps_data_where_it_is_not_synchronised(tmp_path: Path) -> None:
    local = str(tmp_path / "Local")
    assert places(None, {"LOCALAPPDATA": local}, "win32").data == tmp_path / "Local" / "regulars"
    assert "Application Support" in places(None, {}, "darwin").data.parts
    assert places(None, {}, "linux").data == Path.home() / ".local" / "share" / "regulars"
    xdg = {"XDG_DATA_HOME": str(tmp_path)}
    assert places(None, xdg, "linux").data == tmp_path / "regulars"
    assert places(None, {"XDG_DATA_HOME": "relative"}, "linux").data.is_absolute()
