"""The steps behind an award as lines of a slip, as the counter names them."""

from __future__ import annotations

from datetime import date

import pytest

from loyalty.explanation import Explanation, Part
from loyalty.points import Rounding
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
        ("Part paid with points", "$1.00"),
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


def test_steps_of_rules_to_come_are_worded_already() -> None:
    coming = [
        WhyStep("multiplier", (("name", "Double day"), ("factor", "2"), ("points", 28))),
        WhyStep("bonus", (("name", "Birthday"), ("points", 100))),
        WhyStep("cap", (("name", "a day"), ("points", 500))),
        WhyStep("vesting", (("on", date(2026, 12, 1)), ("points", 40))),
    ]
    assert [worded(step, "en", "USD") for step in coming] == [
        ("Double day x2", "28 pts"),
        ("Birthday", "100 pts"),
        ("Limit 500 pts: a day", ""),
        ("Usable from Dec 1, 2026", "40 pts"),
    ]


@pytest.mark.parametrize("rounding", Rounding)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_the_counter_names_has_its_sentence(language: str, rounding: Rounding) -> None:
    parts = (Part("spend", 1, 300, 350), Part("visit", 5, 1, 1), Part("item", 2, 1, 3))
    why = Explanation(3, (350, 0), ((1, "category"),), 100, 1_000, parts, rounding, (1, 0))
    named = [WhyStep(code, facts) for code, facts in steps(why, (450, 300))]
    assert len(named) == 8
    for step in named:
        label, _ = worded(step, language, "KRW", LINES)
        assert label != sentence(language, "why.other", code=step.code)
