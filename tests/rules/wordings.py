"""Words of the tables as values of the rules: the types of the fields say how each is read."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.members.member import Birthday
from loyalty.rules.audience import Bought
from loyalty.rules.limits import Limit, Period
from loyalty.rules.which import Slot, When, Which

NAMED = {"sku": "skus", "category": "categories", "brand": "brands", "flag": "flags"}


def filled(kind: type[Any], text: str, **given: Any) -> Any:
    """A value of a dataclass from `name value; name value`; what is `given` need not be said."""
    hints = _hints(kind)
    said = dict(given)
    for clause in split(text, ";"):
        name, _, value = clause.partition(" ")
        if name not in hints:
            raise ValueError(f"{kind.__name__} has no {name!r}")
        said[name] = read(hints[name], value.strip(), name)
    return kind(**said)


def assigned(kind: type[Any], text: str) -> dict[str, Any]:
    """The fields that are said, for a value that exists already."""
    hints = _hints(kind)
    pairs = (clause.partition(" ") for clause in split(text, ";"))
    return {name: read(hints[name], value.strip(), name) for name, _, value in pairs}


def split(text: str, mark: str) -> list[str]:
    """Parts between marks that stand outside of brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def goods(text: str) -> Basket:
    """A basket from `2 x milk 4.00 brand Home; bread 3.00`."""
    return Basket("EUR", tuple(_line(part) for part in split(text, ";")))


def minor(text: str) -> int:
    """Minor units of `3.50`."""
    return int(Decimal(text) * 100)


def read(kind: Any, text: str, name: str = "") -> Any:
    """A value of a type from its words."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return read(next(a for a in get_args(kind) if a is not type(None)), text, name)
    if origin is frozenset:
        return frozenset(read(get_args(kind)[0], part, name) for part in split(text, ","))
    if origin is tuple:
        return tuple(_several(get_args(kind)[0], text, name))
    if kind in _READERS:
        return _READERS[kind](text)
    if kind is int:
        return minor(text) if name.endswith("_minor") else int(text)
    if kind is bool:
        return {"yes": True, "no": False}[text]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(text)
    if is_dataclass(kind):
        return filled(kind, text.removeprefix("(").removesuffix(")"))  # type: ignore[arg-type]
    return kind(text)


def limit(text: str) -> Limit:
    """`100 points a day`, `1 times ever`."""
    found = re.fullmatch(r"(\d+) (points|times) (?:an? )?(\w+)", text)
    if not found:
        raise ValueError(f"no limit: {text!r}")
    return Limit(Period(found[3]), **{found[2]: int(found[1])})


def which(text: str) -> Which:
    """`brand Home + category tea`."""
    named: dict[str, set[str]] = {}
    for part in split(text, "+"):
        kind, _, name = part.partition(" ")
        named.setdefault(NAMED[kind], set()).add(name)
    return Which(**{kind: frozenset(names) for kind, names in named.items()})


def when(text: str) -> When:
    """`from 2026-05-01 until 2026-05-31 on 2 6 at 10:00-12:00`."""
    found = re.fullmatch(
        r"(?:from (\S+))? ?(?:until (\S+))? ?(?:on ([\d ]+?))? ?(?:at (\S+)-(\S+))?", text
    )
    if not found:
        raise ValueError(f"no time: {text!r}")
    first, last, days, begin, end = found.groups()
    hours = (minutes(begin), minutes(end)) if begin else ()
    slot = Slot(frozenset(map(int, (days or "").split())), *hours)
    starts, ends = (date.fromisoformat(day) if day else None for day in (first, last))
    return When(starts, ends, () if slot == Slot() else (slot,))


def minutes(text: str) -> int:
    """The minute of the day of `10:30`."""
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)


def _bought(text: str) -> Bought:
    meant, _, days = text.partition(" within ")
    return Bought(which(meant), int(days) if days else None)


def _several(kind: Any, text: str, name: str) -> Iterator[Any]:
    bracketed = text.startswith("(")
    parts = re.findall(r"\((?:[^()]|\([^()]*\))*\)", text) if bracketed else split(text, ",")
    for part in parts:
        yield read(kind, part, name)


def _line(text: str) -> Line:
    found = re.fullmatch(r"(?:(\d+) x )?(.+?) (\d+(?:\.\d\d)?)((?: \w+ \S+)*)", text)
    if not found:
        raise ValueError(f"no line: {text!r}")
    words = found[4].split()
    marks = dict(zip(words[::2], words[1::2], strict=True))
    tax, flag = minor(marks.pop("tax", "0")), marks.pop("flag", "")
    flags = frozenset({flag} if flag else ())
    return Line(found[2], minor(found[3]), int(found[1] or 1), tax_minor=tax, flags=flags, **marks)


def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


_READERS: dict[Any, Callable[[str], Any]] = {
    Which: which,
    When: when,
    Limit: limit,
    Bought: _bought,
    Birthday: Birthday.from_text,
    Fraction: Fraction,
    date: date.fromisoformat,
    UUID: lambda text: UUID(int=int(text)),
}
