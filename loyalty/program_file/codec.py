"""Values as plain JSON data and back, driven by the types of the frozen dataclasses.

Reading is strict and names every mistake with its path, so that a typing mistake in a file is told
before it costs points. Nothing a document holds can raise anything here: it becomes a fault.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from loyalty.errors import LoyaltyError
from loyalty.money import currency
from loyalty.program_file.shapes import (
    MOST_LANGUAGES,
    ByLanguage,
    Choice,
    Day,
    Field,
    Many,
    Maybe,
    Record,
    Shape,
    YesNo,
    fields_of,
)
from loyalty.rules.bounds import Between, CurrencyCode, Ratio, Slug, Text

Path = tuple[str | int, ...]
MOST_FAULTS = 100
DEEPEST = 25  # keys on the way to a table: conditions within conditions end somewhere
LONGEST_TEXT = 200
DECIMALS = 3

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a document: where, why (a code), and facts such as the bound."""

    path: Path
    why: str
    facts: tuple[tuple[str, int | str], ...] = ()

    @property
    def where(self) -> str:
        """The path as people write it: `campaigns[2].bonuses[0].points`."""
        return written(self.path)


def written(path: Path) -> str:
    """A path as people write it: `campaigns[2].bonuses[0].points`."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text[:LONGEST_TEXT]


class Pairs(dict[str, Any]):
    """A JSON object that remembers a key written twice, which JSON itself would hide."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs) if len(pairs) > len(self) else {}
        self.repeated = next((name for name in times if times[name] > 1), None)


def read(
    kind: type[_Value], document: object, path: Path = (), old_ids: bool = False
) -> tuple[_Value | None, tuple[Fault, ...]]:
    """The value a document describes, or None and what is wrong with it, in the file's order.

    `old_ids`: ids may be any text, as in documents of version 1.
    """
    reading = _Reading(old_ids)
    value: _Value | None = reading.record(kind, document, path)
    return (None if reading.faults else value), tuple(reading.faults)


def misfits(shape: Shape, document: object, path: Path = ()) -> tuple[Fault, ...]:
    """What keeps data (tables as `Pairs`) from being of a shape, as `read` says it."""
    reading = _Reading(old_ids=False)
    reading.value(shape, document, path)
    return tuple(reading.faults)


def plain(value: object) -> Any:
    """JSON data of a value. Fields that hold their default are left out, sets are sorted."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return _decimal(value)
    if isinstance(value, frozenset):
        return sorted(plain(item) for item in value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, int | str):
        return value
    kind: Any = type(value)
    return {
        one.name: plain_field(one, getattr(value, one.name))
        for one in fields_of(kind)
        if one.required or getattr(value, one.name) != one.default
    }


def plain_field(one: Field, value: Any) -> Any:
    """JSON data of a field's value."""
    return dict(value) if isinstance(one.shape, ByLanguage) else plain(value)


def _decimal(number: Fraction) -> str:
    scaled = number * 10**DECIMALS
    if scaled.denominator != 1:
        raise ValueError(f"{number} has no {DECIMALS} decimals")
    whole, rest = divmod(scaled.numerator, 10**DECIMALS)
    decimals = f"{rest:0{DECIMALS}d}".rstrip("0")
    return f"{whole}.{decimals}" if decimals else str(whole)


_RATIO = re.compile(rf"(?:0|[1-9][0-9]{{0,8}})(?:\.[0-9]{{1,{DECIMALS}}})?", re.ASCII)
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.ASCII)


@dataclass(slots=True)
class _Reading:
    """One pass over a document; faults are collected, so that a file is corrected at one go."""

    old_ids: bool
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Path, why: str, **facts: int | str) -> Any:
        """Note a fault; None stands where the value would have."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(path, why, tuple(facts.items())))
        return None

    def record(self, kind: type, found: object, path: Path) -> Any:
        if not isinstance(found, Pairs):
            return self.fault(path, "not-a-table")
        if len(path) > DEEPEST:
            return self.fault(path, "too-deep", most=DEEPEST)
        before = len(self.faults)
        known = {one.name: one for one in fields_of(kind)}
        if found.repeated is not None:
            self.fault((*path, found.repeated), "repeated")
        free = [name for name in known if name not in found]
        for key in found:
            if key not in known:
                self.unknown((*path, key), key, free)
        values = {}
        for name, one in known.items():
            if name in found:
                values[name] = self.value(one.shape, found[name], (*path, name))
            elif one.required:
                self.fault((*path, name), "missing")
        return kind(**values) if len(self.faults) == before else None

    def unknown(self, path: Path, key: str, free: list[str]) -> None:
        near = difflib.get_close_matches(key[:LONGEST_TEXT], free, 1)
        self.fault(path, "unknown", **({"meant": near[0]} if near else {}))

    def value(self, shape: Shape, found: object, path: Path) -> Any:
        """The value of a shape; anything at all once there is a fault."""
        match shape:
            case Record():
                return self.record(shape.kind, found, path)
            case Maybe():
                return None if found is None else self.value(shape.inner, found, path)
            case Many():
                return self.many(shape, found, path)
            case ByLanguage():
                return self.by_language(found, path)
            case Between():
                return self.whole(shape, found, path)
            case YesNo():
                return found if isinstance(found, bool) else self.fault(path, "not-yes-or-no")
            case Day():
                return self.day(found, path)
            case Choice():
                return self.choice(shape, found, path)
            case Ratio():
                return self.ratio(shape, found, path)
        return self.text(shape, found, path)

    def many(self, shape: Many, found: object, path: Path) -> Any:
        if not isinstance(found, list):
            return self.fault(path, "not-a-list")
        if len(found) > shape.most:
            return self.fault(path, "too-many", most=shape.most)
        values = [self.value(shape.inner, item, (*path, i)) for i, item in enumerate(found)]
        if not shape.unique:
            return tuple(values)
        seen: set[object] = set()
        for i, value in enumerate(values):
            if value in seen and value is not None:
                self.fault((*path, i), "repeated")
            seen.add(value)
        return frozenset(seen)

    def by_language(self, found: object, path: Path) -> Any:
        if not isinstance(found, Pairs):
            return self.fault(path, "not-a-table")
        if found.repeated is not None:
            self.fault((*path, found.repeated), "repeated")
        if len(found) > MOST_LANGUAGES:
            return self.fault(path, "too-many", most=MOST_LANGUAGES)
        name = Text(LONGEST_TEXT)
        for language, text in found.items():
            self.text(name, language, (*path, language))
            self.text(name, text, (*path, language))
        return tuple(found.items())

    def whole(self, shape: Between, found: object, path: Path) -> Any:
        if type(found) is not int:  # JSON's true is an int to Python
            return self.fault(path, "not-whole")
        if found < shape.least:
            return self.fault(path, "too-small", least=shape.least)
        if found > shape.most:
            return self.fault(path, "too-large", most=shape.most)
        return found

    def day(self, found: object, path: Path) -> Any:
        try:
            day = date.fromisoformat(found) if isinstance(found, str) else None
        except ValueError:
            day = None
        if day is None or day.isoformat() != found:  # fromisoformat also reads 20260131
            return self.fault(path, "not-a-date")
        return day

    def choice(self, shape: Choice, found: object, path: Path) -> Any:
        known = [kind.value for kind in shape.kind]
        if isinstance(found, str) and found in known:
            return shape.kind(found)
        near = difflib.get_close_matches(str(found)[:40], known, 1)
        return self.fault(path, "not-one-of", **({"meant": near[0]} if near else {}))

    def ratio(self, shape: Ratio, found: object, path: Path) -> Any:
        """A whole number, or a text with decimals: JSON's own decimals are floats to many."""
        typed = found if isinstance(found, str) and _RATIO.fullmatch(found) else None
        number = Fraction(typed or (found if type(found) is int else -1))
        if number < 0:
            return self.fault(path, "not-a-factor")
        if number < shape.least:
            return self.fault(path, "too-small", least=shape.least)
        if number > shape.most:
            return self.fault(path, "too-large", most=shape.most)
        return number

    def text(self, shape: Text | Slug | CurrencyCode, found: object, path: Path) -> Any:
        """A text that can be shown on one line; an id or a currency has a form of its own."""
        if not isinstance(found, str) or not found.isprintable():
            return self.fault(path, "not-text")
        if isinstance(shape, CurrencyCode):
            return found if _known_currency(found) else self.fault(path, "not-a-currency")
        if not found.strip():
            allowed = isinstance(shape, Text) and shape.may_be_empty and not found
            return "" if allowed else self.fault(path, "empty")
        old = self.old_ids and isinstance(shape, Slug)
        longest = LONGEST_TEXT if old else shape.longest
        if len(found) > longest:
            return self.fault(path, "too-long", most=longest)
        if isinstance(shape, Slug) and not old and not _SLUG.fullmatch(found):
            return self.fault(path, "not-an-id")
        return found


def _known_currency(code: str) -> bool:
    try:
        currency(code)
    except LoyaltyError:
        return False
    return True
