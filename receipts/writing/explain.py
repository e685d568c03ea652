"""Words the steps behind an award: label at the left, money or points at the right.

A new kind of step needs one ``why.<code>`` sentence per language and nothing here; a code that the
tables lack is named as it is, since a slip must not fail over its explanation.
"""

from __future__ import annotations

from datetime import date

from receipts.writing import format as fmt
from receipts.writing.facts import WhyStep
from receipts.writing.wording import has, sentence

_VALUES = ("amount_minor", "minimum_minor", "points")


def points(number: int, language: str, sign: bool = False) -> str:
    """A number of points with its unit, and with its sign where ``sign``."""
    key = "points.one" if abs(number) == 1 else "points.other"
    shown = fmt.signed(number, language) if sign else fmt.count(number, language)
    return sentence(language, key, count=shown)


def worded(step: WhyStep, language: str, currency: str) -> tuple[str, str]:
    """``(label, value)`` of a step.

    The value is the first of amount, minimum and points that the sentence itself does not use; it
    is empty where there is none.
    """
    facts = {name: _text(name, value, language, currency) for name, value in step.facts}
    key = f"why.{step.code}"
    if not has(key):
        return sentence(language, "why.other", code=step.code), _value(facts, "")
    try:
        label = sentence(language, key, **facts)
    except KeyError:
        # A step without the facts its sentence names is still shown, by its code.
        return sentence(language, "why.other", code=step.code), _value(facts, "")
    return label, _value(facts, label)


def _value(facts: dict[str, str], label: str) -> str:
    return next((facts[n] for n in _VALUES if n in facts and facts[n] not in label), "")


def _text(name: str, value: str | int | date, language: str, currency: str) -> str:
    if isinstance(value, date):
        return fmt.day(value, language)
    if isinstance(value, int):
        if name.endswith("_minor"):
            return fmt.money(value, currency, language)
        if name.endswith("points"):
            return points(value, language)
    return str(value)
