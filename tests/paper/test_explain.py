"""The stored explanation of an award as lines of a slip."""

from __future__ import annotations

from loyalty.explanation import Explanation, Part
from loyalty.points import Rounding
from receipts.writing.explain import steps, worded
from receipts.writing.facts import LineFacts, WhyStep

LINES = (LineFacts("Coffee", 1, 450), LineFacts("Newspaper", 1, 300))


def test_the_steps_follow_the_rules_in_their_order() -> None:
    why = Explanation(
        program=3,
        eligible=(350, 0),
        excluded=((1, "category"),),
        paid_minor=100,
        short_of_minor=0,
        parts=(Part("spend", 1, 100, 350), Part("visit", 5, 1, 1), Part("item", 2, 1, 3)),
        rounding=Rounding.FLOOR,
        weights=(1, 0),
    )
    assert [worded(step, "en", "USD") for step in steps(why, LINES)] == [
        ("Does not earn: Newspaper", "$3.00"),
        ("Part paid with points", "$1.00"),
        ("Earning amount", "$3.50"),
        ("1 pt for every $1.00", "3.5 pts"),
        ("5 pts for a visit", "5 pts"),
        ("2 pts for each of 3 items", "6 pts"),
        ("Rounded down to whole points", "14 pts"),
    ]


def test_a_sale_below_the_minimum_names_the_minimum_and_does_not_round() -> None:
    why = Explanation(1, (900,), (), 0, 1000, (), Rounding.HALF_UP, (1,))
    assert [worded(step, "ko", "KRW") for step in steps(why, LINES)] == [
        ("적립 대상 금액", "₩900"),
        ("최소 적립 금액", "₩1,000"),
    ]


def test_thirds_are_shown_to_two_decimals() -> None:
    why = Explanation(1, (100,), (), 0, 0, (Part("spend", 1, 3, 100),), Rounding.CEIL, (1,))
    assert worded(steps(why, LINES)[1], "en", "JPY")[1] == "33.33 pts"


def test_steps_of_rules_to_come_are_worded_already() -> None:
    coming = [
        WhyStep("multiplier", (("name", "Double day"), ("factor", "2"), ("points", 28))),
        WhyStep("bonus", (("name", "Birthday"), ("points", 100))),
        WhyStep("cap", (("name", "a day"), ("points", 500))),
    ]
    assert [worded(step, "en", "USD") for step in coming] == [
        ("Double day x2", "28 pts"),
        ("Birthday", "100 pts"),
        ("Limit 500 pts: a day", ""),
    ]
