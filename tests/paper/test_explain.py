"""The steps behind an award as lines of a slip, as the counter names them."""

from __future__ import annotations

from datetime import date

import pytest

from loyalty.accrual.explanation import Explanation, Part
from loyalty.points import Rounding
from loyalty.rules.limits import Period
from pos.why import steps
from receipts.writing.explain import worded
from receipts.writing.facts import LineFacts, WhyStep
from receipts.writing.wording import LANGUAGES, sentence

LINES = (LineFacts("Coffee", 1, 450), LineFacts("Newspaper", 1, 300))


def test_the_steps_of_today_are_worded() -> None:
    steps = [
        WhyStep("excluded", (("amount_minor", 300), ("line", 2))),
        WhyStep("paid-with-points", (("amount_minor", 100),)),
        WhyStep("eligible-amount", (("amount_minor", 350),)),
        WhyStep("minimum-not-reached", (("minimum_minor", 1_000),)),
        WhyStep("base", (("points", 1), ("per_minor", 100))),
        WhyStep("base-visit", (("points", 5), ("count", 1))),
        WhyStep("base-item", (("points", 2), ("count", 3))),
        WhyStep("rounded-down", (("points", 14),)),
    ]
    assert [worded(step, "en", "USD", LINES) for step in steps] == [
        ("Does not earn: Newspaper", "$3.00"),
        ("Paid with points or vouchers", "$1.00"),
        ("Earning amount", "$3.50"),
        ("Earns from", "$10.00"),
        ("1 pt for every $1.00", ""),
        ("5 pts for a visit", ""),
        ("2 pts for each of 3 items", ""),
        ("Rounded down to whole points", "14 pts"),
    ]


def test_a_line_that_is_not_there_does_not_stop_the_slip() -> None:
    step = WhyStep("excluded", (("amount_minor", 300), ("line", 9)))
    assert worded(step, "en", "USD", LINES) == ("Other rule (excluded)", "$3.00")


def test_steps_of_rules_are_worded_with_the_names_their_owner_gave() -> None:
    told = [
        WhyStep("multiplier", (("name", "Double day"), ("factor", "2"), ("points", "28.5"))),
        WhyStep("bonus", (("name", "Birthday"), ("points", 100))),
        WhyStep("campaign-treated", (("name", "spring"),)),
        WhyStep("limit-day", (("name", "Double day"), ("points", -8))),
        WhyStep("limit-cooldown", (("name", "Own brand"), ("points", 0))),
        WhyStep("cap-month", (("points", -500),)),
        WhyStep("vesting", (("on", date(2026, 12, 1)), ("points", 40))),
        WhyStep("vesting", (("on", "2026-12-01"), ("points", 40))),
        WhyStep("vesting", (("on", "soon"), ("points", 40))),
    ]
    assert [worded(step, "en", "USD") for step in told] == [
        ("Double day x2", "28.5 pts"),
        ("Birthday", "100 pts"),
        ("Campaign: spring", ""),
        ("Most in one day: Double day", "-8 pts"),
        ("Not again yet: Own brand", "0 pts"),
        ("Most points in one month", "-500 pts"),
        ("Usable from Dec 1, 2026", "40 pts"),
        ("Usable from Dec 1, 2026", "40 pts"),
        ("Usable from soon", "40 pts"),
    ]


PERIODS = [period.value for period in Period]
LIMITS = [*PERIODS, *(f"times-{period}" for period in PERIODS), "budget", "cooldown"]


@pytest.mark.parametrize("rounding", Rounding)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_the_counter_names_has_its_sentence(language: str, rounding: Rounding) -> None:
    base = (Part("spend", 1, 300, 350), Part("visit", 5, 1, 1), Part("item", 2, 1, 3))
    more = (Part("times", 7, 3, 1, "x", "Double", "2"), Part("bonus", 90, 1, 2, "b", "Bread"))
    limits = tuple(Part("limit", -1, 2, 1, "b", "Bread", why) for why in LIMITS)
    why = Explanation(
        program=3,
        eligible=(350, 0),
        excluded=((1, "category"),),
        paid_minor=100,
        short_of_minor=1_000,
        parts=(*base, *more, *limits),
        rounding=rounding,
        weights=(1, 0),
        trims=tuple((cap, 1) for cap in PERIODS),
        arms=(("s", "treated", "spring"), ("a", "control", "autumn")),
    )
    named = [WhyStep(code, facts) for code, facts in steps(why, (450, 300))]
    assert len(named) == 8 + 2 + len(LIMITS) + len(why.trims) + len(why.arms)
    for step in named:
        label, _ = worded(step, language, "KRW", LINES)
        assert label != sentence(language, "why.other", code=step.code)


def test_parts_of_points_are_said_with_two_places_and_no_more() -> None:
    told = [Part("times", n, 300, 1, "x", "Double", "2") for n in (100, 150, 600, -100, -1)]
    why = Explanation(1, (1,), (), 0, 0, tuple(told), Rounding.FLOOR, (1,))
    found = [dict(facts) for code, facts in steps(why, (1,)) if code == "multiplier"]
    assert [fact["points"] for fact in found] == ["0.33", "0.5", 2, "-0.33", "0"]


def test_the_rounded_points_are_those_before_the_caps() -> None:
    part = Part("spend", 1, 100, 1_250)
    why = Explanation(1, (1_250,), (), 0, 0, (part,), Rounding.FLOOR, (1,), (("day", 5),))
    assert steps(why, (1_250,))[2:] == (
        ("rounded-down", (("points", 12),)),
        ("cap-day", (("points", -5),)),
    )
    assert why.points == 7
