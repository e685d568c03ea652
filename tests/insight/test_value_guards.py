"""When no model value is shown, and what one looks like when it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from loyalty.insight.value.beta_geometric import BG_NBD
from loyalty.insight.value.guards import Doubt, judge, of_spending, too_little
from loyalty.insight.value.histories import Event, History, histories, tabled
from loyalty.insight.value.late import habit
from loyalty.insight.value.spend import fit_spending
from loyalty.insight.value.worth import Terms, rounded, value_members
from tests.insight.cdnow import calibration

DAY = date(2026, 1, 1)
FEW = Terms(draws=4)


def shop_where_nobody_leaves(members: int, seed: int = 1) -> Sequence[History]:
    """Each buys at an own constant rate, joined over half of the year, 52 weeks."""
    random = np.random.default_rng(seed)
    events: list[Event] = []
    for member in range(members):
        first, rate = random.uniform(0, 180), random.gamma(1.5, 1 / 40)
        days = first + np.cumsum(random.exponential(1 / rate, 200))
        amounts = random.gamma(6, random.gamma(6, 200), 201)
        for day, amount in zip([first, *days], amounts, strict=True):
            if day < 364:
                events.append((f"m{member}", DAY + timedelta(int(day)), 1 + int(amount)))
    return histories(events, DAY + timedelta(364))


def test_a_shop_where_nobody_leaves_is_told_so() -> None:
    found = value_members(shop_where_nobody_leaves(1200), FEW)
    assert found.refused == (Doubt.NO_DEPARTURE,)
    assert found.judgement is not None
    assert found.judgement.gain < 2
    assert found.judgement.model.law.name == "nbd"
    assert found.total_minor is None
    assert all(row.alive is None and row.value_minor is None for row in found.members)
    soon = [row.soon for row in found.members if row.soon is not None]
    assert len(soon) == len(found.members)
    assert soon == sorted(soon, reverse=True)


def test_cdnow_is_accepted_and_the_model_gains_what_was_measured() -> None:
    found = judge(tabled(calibration()))
    assert found.departure_visible
    assert round(found.gain) == 182  # 181 with BG/NBD
    assert round(judge(tabled(calibration()), BG_NBD).gain) == 181


def test_a_value_has_a_range_and_counts_margin_and_discount() -> None:
    members = calibration()
    whole = value_members(members, FEW)
    assert whole.refused == ()
    assert whole.total_minor is not None
    assert whole.low_minor is not None
    assert whole.high_minor is not None
    assert whole.low_minor < whole.total_minor < whole.high_minor
    assert whole.total_minor == pytest.approx(
        sum(row.value_minor or 0 for row in whole.members), rel=1e-9
    )
    third = value_members(members, replace(FEW, margin=0.3, discount=0.0))
    assert third.total_minor is not None
    assert 0.3 < third.total_minor / whole.total_minor < 0.3 * 1.1
    assert value_members(members, FEW) == whole


def test_a_valuation_tells_how_far_it_is_and_can_be_stopped() -> None:
    class StoppedError(Exception):
        """The manager pressed Cancel."""

    heard = []

    def tell(done: int, of: int) -> None:
        heard.append((done, of))
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        value_members(calibration(), FEW, tell)
    assert heard == [(0, 4), (1, 4), (2, 4)]


def test_the_chance_of_being_alive_is_never_told_by_bg_nbd() -> None:
    found = value_members(calibration(), replace(FEW, law=BG_NBD))
    assert found.total_minor is not None
    assert all(row.alive is None for row in found.members)


def test_too_few_members_show_value_so_far_and_the_average() -> None:
    found = value_members(calibration()[:199])
    assert found.refused == (Doubt.FEW_MEMBERS,)
    assert found.judgement is None
    assert found.average_minor == pytest.approx(
        sum(m.bought_minor for m in calibration()[:199]) / 199
    )
    so_far = [row.so_far_minor for row in found.members]
    assert so_far == sorted(so_far, reverse=True)
    assert value_members([]).average_minor == 0


def test_each_reason_for_silence_is_named() -> None:
    once = History("a", 0, 0.0, 20.0, 0.0, 500)
    assert too_little([once]) == (Doubt.FEW_MEMBERS, Doubt.FEW_REPEATS, Doubt.SHORT)
    assert too_little(calibration()) == ()
    spending = fit_spending(calibration())
    assert of_spending(spending) == ()
    assert of_spending(replace(spending, q=1.0, correlation=-0.4)) == (
        Doubt.NO_MEAN,
        Doubt.DEPENDS,
    )


def test_spend_that_goes_with_frequency_is_said_beside_the_value() -> None:
    leaning = [
        replace(m, mean_minor=m.mean_minor * (1 + m.repeats)) if m.repeats else m
        for m in calibration()
    ]
    found = value_members(leaning, FEW)
    assert found.beside == (Doubt.DEPENDS,)
    assert found.total_minor is not None


def test_terms_that_cannot_be_are_refused() -> None:
    for terms in (Terms(margin=-1), Terms(discount=-0.1), Terms(draws=0)):
        with pytest.raises(ValueError, match="margin"):
            value_members([], terms)


@pytest.mark.parametrize(
    ("minor", "told"), [(12_345, 12_000), (987, 990), (-155, -160), (7, 7), (0, 0), (99.6, 100)]
)
def test_a_forecast_is_told_to_two_digits(minor: float, told: int) -> None:
    assert rounded(minor) == told


def test_three_times_the_usual_gap_is_late() -> None:
    days = [DAY, DAY + timedelta(10), DAY + timedelta(10), DAY + timedelta(20)]
    at = habit(days, DAY + timedelta(50))
    assert at is not None
    assert (at.usual, at.away, at.late) == (10, 30, False)
    after = habit(days, DAY + timedelta(51))
    assert after is not None
    assert after.late


def test_two_visits_are_no_habit_and_tomorrow_is_not_known() -> None:
    days = [DAY, DAY + timedelta(10), DAY + timedelta(20)]
    assert habit(days, DAY + timedelta(19)) is None
    assert habit([], DAY) is None
