"""The forecast: when there is none, which method wins, whether its range held in the past."""

from __future__ import annotations

import numpy as np
import pytest

from loyalty.insight.forecast import (
    MONTH,
    SEASON,
    WEEK,
    Doubt,
    Forecast,
    Method,
    Refusal,
    forecast,
    last_year,
    weekday_means,
)
from tests.insight.cdnow import daily

WEEKLY = [100.0, 120, 90, 110, 200, 260, 40]
OPEN = [False] * WEEK


def shop(days: int, noise: float = 0.05, seed: int = 2) -> list[float | None]:
    random = np.random.default_rng(seed)
    return [WEEKLY[day % 7] * float(random.normal(1, noise)) for day in range(days)]


def made(history: list[float | None], closed: list[bool]) -> Forecast:
    found = forecast(history, closed)
    assert isinstance(found, Forecast)
    return found


@pytest.mark.parametrize(("ahead", "weeks"), [(WEEK, 8), (MONTH, 26)])
def test_too_short_a_past_gives_no_forecast(ahead: int, weeks: int) -> None:
    closed = [False] * ahead
    assert forecast(shop(weeks * 7 - 1), closed) == Refusal(Doubt.SHORT, weeks * 7 - 1, weeks * 7)
    assert made(shop(weeks * 7, noise=0.0), closed).method is Method.WEEKDAYS


def test_a_first_forecast_has_no_range_until_five_were_missed() -> None:
    found = made(shop(8 * 7), OPEN)
    assert (found.low, found.high, found.judged) == (None, None, 0)
    assert found.doubts == (Doubt.NO_RANGE, Doubt.NO_SEASON)
    assert made(shop(13 * 7), OPEN).low is not None


def test_a_day_ahead_is_the_mean_of_the_last_four_open_days_of_its_weekday() -> None:
    history: list[float | None] = [None] * 42
    history[0::7] = [10, 20, 30, None, 50, 60]
    assert weekday_means(history, 8) == [40, 0, 0, 0, 0, 0, 0, 40]


def test_closed_days_are_nothing_and_teach_nothing() -> None:
    history: list[float | None] = list(shop(70, noise=0.0))
    history[-7] = None
    found = made(history, [False, True, *[False] * 5])
    assert found.days[0] == pytest.approx(100)
    assert found.days[1] == 0
    assert found.total == pytest.approx(sum(WEEKLY) - 120)


def test_a_shop_that_never_opens_on_sundays_is_nothing_there() -> None:
    history = [None if day % 7 == 6 else value for day, value in enumerate(shop(91))]
    found = made(history, [*[False] * 6, True])
    assert found.days[6] == 0
    assert found.total == pytest.approx(880, rel=0.1)


def test_last_year_takes_the_season_and_this_years_trend() -> None:
    history: list[float | None] = [100.0] * SEASON
    history[364:] = [150.0] * 364
    history[364 : 364 + 7] = [450.0] * 7
    assert last_year(history, 8) == [675.0] * 7 + [225.0]
    with pytest.raises(ValueError, match="days"):
        last_year(history[1:], 7)


def test_a_trend_is_seen_by_smoothing_which_then_takes_the_place_of_the_plain_mean() -> None:
    growing: list[float | None] = [
        value * (1 + day / 60) for day, value in enumerate(shop(200, 0.02)) if value is not None
    ]
    found = made(growing, [False] * MONTH)
    assert found.method is Method.SMOOTHED
    assert found.errors[Method.SMOOTHED] < 0.95 * found.errors[Method.WEEKDAYS]
    assert Doubt.NO_SEASON in found.doubts


@pytest.mark.parametrize("name", ["complete_journey_days", "cdnow_days"])
def test_on_real_shops_the_plain_mean_beats_last_week_and_the_range_holds(name: str) -> None:
    """The default is no worse than the naive one; of a promised 80 % come 65 to 95 %."""
    days = daily(name)
    origins = list(range(len(days) - MONTH, 55, -7))[:49]
    missed = sum(abs(sum(days[at : at + 28]) - 4 * sum(days[at - 7 : at])) for at in origins)
    naive = missed / sum(sum(days[at : at + 28]) for at in origins)
    for ahead in (WEEK, MONTH):
        found = forecast(days, [False] * ahead)
        assert isinstance(found, Forecast)
        assert found.errors[Method.WEEKDAYS] < naive
        assert found.judged >= 30
        assert 0.65 <= found.inside / found.judged <= 0.95


def test_another_horizon_is_not_answered() -> None:
    with pytest.raises(ValueError, match="30 days"):
        forecast(shop(400), [False] * 30)
