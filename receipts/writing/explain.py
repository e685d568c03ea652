"""Words the steps behind an award: label at the left, money or points at the right.

A new kind of step needs one ``why.<code>`` sentence per language and nothing here; a code that the
tables lack is named as it is, since a slip must not fail over its explanation.
"""

from __future__ import annotations

from datetime import date

from receipts.writing import format as fmt
from receipts.writing.facts import LineFacts, WhyStep
from receipts.writing.wording import has, places, sentence

_VALUES = ("amount_minor", "minimum_minor", "points")


def points(number: int, language: str, sign: bool = False) -> str:
    """A number of points with its unit, and with its sign where ``sign``."""
    key = "points.one" if abs(number) == 1 else "points.other"
    shown = fmt.signed(number, language) if sign else fmt.count(number, language)
    return sentence(language, key, count=shown)


def worded(
    step: WhyStep, language: str, currency: str, lines: tuple[LineFacts, ...] = ()
) -> tuple[str, str]:
    """``(label, value)`` of a step; the fact ``line`` counts ``lines`` from 1.

    The value is the first of amount, minimum and points that the sentence itself does not use; it
    is empty where there is none.
    """
    facts = {name: _text(name, value, language, currency) for name, value in step.facts}
    line = dict(step.facts).get("line")
    if isinstance(line, int) and 1 <= line <= len(lines):
        facts["text"] = lines[line - 1].text
    key = f"why.{step.code}"
    # A step without the facts its sentence names is still shown, by its code.
    if not has(key) or not places(key) <= facts.keys():
        return sentence(language, "why.other", code=step.code), _value(facts, frozenset())
    return sentence(language, key, **facts), _value(facts, places(key))


def _value(facts: dict[str, str], said: frozenset[str]) -> str:
    return next((facts[name] for name in _VALUES if name in facts and name not in said), "")


def _text(name: str, value: str | int | date, language: str, currency: str) -> str:
    if isinstance(value, date) or name == "on":
        return _day(value, language)
    if isinstance(value, int):
        if name.endswith("_minor"):
            return fmt.money(value, currency, language)
        return points(value, language) if name.endswith("points") else str(value)
    if name.endswith("points"):  # a part of a point, before rounding
        return sentence(language, "points.other", count=value)
    return value


def _day(value: str | int | date, language: str) -> str:
    """A day, also one that came as text out of a file; what is none is shown as it stands."""
    try:
        found = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return fmt.day(found, language)
