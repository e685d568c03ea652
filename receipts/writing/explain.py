"""Words the steps behind an award: label at the left, money or points at the right.

A new kind of step needs one ``why.<code>`` sentence per language and nothing here; a code that the
tables lack is named as it is, since a slip must not fail over its explanation.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from loyalty.explanation import Explanation
from receipts.writing import format as fmt
from receipts.writing.facts import LineFacts, WhyStep
from receipts.writing.wording import has, places, sentence

_VALUES = ("gain", "amount_minor", "minimum_minor", "points")


def points(number: int, language: str, sign: bool = False) -> str:
    """A number of points with its unit, and with its sign where ``sign``."""
    key = "points.one" if abs(number) == 1 else "points.other"
    shown = fmt.signed(number, language) if sign else fmt.count(number, language)
    return sentence(language, key, count=shown)


def steps(why: Explanation, lines: tuple[LineFacts, ...]) -> tuple[WhyStep, ...]:
    """The stored explanation of a sale of ``lines`` as steps to print, in the rules' order."""
    return tuple(_steps(why, lines))


def _steps(why: Explanation, lines: tuple[LineFacts, ...]) -> Iterator[WhyStep]:
    for number, _reason in why.excluded:
        if number < len(lines):
            line = lines[number]
            yield WhyStep("excluded", (("text", line.text), ("amount_minor", line.amount_minor)))
    if why.paid_minor:
        yield WhyStep("paid-with-points", (("amount_minor", why.paid_minor),))
    yield WhyStep("eligible-amount", (("amount_minor", sum(why.eligible)),))
    if why.short_of_minor:
        yield WhyStep("minimum-not-reached", (("minimum_minor", why.short_of_minor),))
    for part in why.parts:
        code = "base" if part.rule == "spend" else part.rule
        rate = (("rate_points", part.points), ("per_minor", part.step), ("items", part.amount))
        yield WhyStep(code, (*rate, ("gain", _exact(part.exact))))
    if why.exact.denominator != 1:
        yield WhyStep(f"rounded-{why.rounding.value}", (("points", why.points),))


def _exact(points: Fraction) -> str:
    """To two decimals, without trailing zeros; more than anybody checks on paper."""
    hundredths = round(points * 100)
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)


def worded(step: WhyStep, language: str, currency: str) -> tuple[str, str]:
    """``(label, value)`` of a step.

    The value is the first of gain, amount, minimum and points that the sentence itself does not
    use; it is empty where there is none.
    """
    facts = {name: _text(name, value, language, currency) for name, value in step.facts}
    key = f"why.{step.code}"
    # A step without the facts its sentence names is still shown, by its code.
    if not has(key) or not places(key) <= facts.keys():
        return sentence(language, "why.other", code=step.code), _value(facts, frozenset())
    return sentence(language, key, **facts), _value(facts, places(key))


def _value(facts: dict[str, str], said: frozenset[str]) -> str:
    return next((facts[name] for name in _VALUES if name in facts and name not in said), "")


def _text(name: str, value: str | int | date, language: str, currency: str) -> str:
    if isinstance(value, date):
        return fmt.day(value, language)
    if isinstance(value, int):
        if name.endswith("_minor"):
            return fmt.money(value, currency, language)
        if name.endswith("points"):
            return points(value, language)
    text = str(value)
    return sentence(language, "points.other", count=text) if name == "gain" else text
