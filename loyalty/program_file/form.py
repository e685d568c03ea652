"""A program document as a tree of inputs, from which a form can be drawn for every rule.

What may stand in a field comes from the types of the rules, what does stand there from the
document, which may still be wrong: a form must show a mistake to have it mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from loyalty.money import CODES
from loyalty.program_file.bonus_checks import unread
from loyalty.program_file.codec import DEEPEST, Path, plain_field, written
from loyalty.program_file.shapes import (
    ByLanguage,
    Choice,
    Day,
    Many,
    Maybe,
    Record,
    Shape,
    YesNo,
    fields_of,
)
from loyalty.rules.activity import ActivityKind, ActivityRule
from loyalty.rules.bounds import Between, CurrencyCode, Ratio, Slug, Text
from loyalty.rules.earning import Bonus, BonusKind
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program


class Kind(StrEnum):
    """How an input is drawn."""

    WHOLE = "whole"
    FACTOR = "factor"  # a decimal with at most three places
    TEXT = "text"
    ID = "id"
    CURRENCY = "currency"
    YES_NO = "yes-no"
    DAY = "day"
    CHOICE = "choice"
    TEXTS = "texts"  # one for each language
    GROUP = "group"
    LIST = "list"  # in an order that can mean something
    SET = "set"


@dataclass(frozen=True, slots=True)
class Input:
    """One field of a form. `where`: its path as people write it, to be edited by.

    `help` is the key of what it means, `Reward.points`; of an item of a list that of the list.
    `unit`: `money` (minor units), `points`, `percent`, `days`, `months`, `minutes`, `hours`,
    `times`, or empty. `value` is JSON data; where it is not `given`, the default. `optional`: null
    may stand there, for "no such rule" or "no limit". `least` and `most`: bounds of a number,
    signs of a text, items of a list. `choices`: the words that may stand there. `read`: whether
    the rule looks at it as the others of its fields stand. `parts`: fields of a group, items of a
    list; of a group that is switched off there are none.
    """

    path: Path
    name: str
    help: str
    kind: Kind
    value: Any
    given: bool
    default: Any
    required: bool = False
    optional: bool = False
    least: int | None = None
    most: int | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""
    read: bool = True
    parts: tuple[Input, ...] = ()

    @property
    def where(self) -> str:
        """The path as people write it."""
        return written(self.path)

    def walk(self) -> Iterator[Input]:
        """This input and all within it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def form(document: Mapping[str, Any]) -> Input:
    """The whole form of a program document."""
    parts = _fields(Program, document, ())
    return Input((), "", "Program", Kind.GROUP, dict(document), True, None, parts=parts)


def _fields(kind: Any, document: Mapping[str, Any], path: Path) -> tuple[Input, ...]:
    passed_over = _unread(kind, document)
    found = []
    for one in fields_of(kind):
        default = None if one.required else plain_field(one, one.default)
        given = one.name in document
        value = document[one.name] if given else default
        head = Input(
            path=(*path, one.name),
            name=one.name,
            help=f"{kind.__name__}.{one.name}",
            kind=Kind.TEXT,
            value=value,
            given=given,
            default=default,
            required=one.required,
            unit=_unit(one.name),
            read=one.name not in passed_over,
        )
        found.append(_shaped(head, one.shape))
    return tuple(found)


def _shaped(head: Input, shape: Shape) -> Input:
    """The input with all that its shape says."""
    told: dict[str, Any] = {}
    match shape:
        case Maybe():
            return _with(_shaped(head, shape.inner), optional=True)
        case Record():
            told = {"kind": Kind.GROUP, "parts": _group(head, shape.kind)}
        case Many():
            kind = Kind.SET if shape.unique else Kind.LIST
            told = {"kind": kind, "most": shape.most, "parts": _items(head, shape)}
            if isinstance(shape.inner, Choice):
                told["choices"] = _words(shape.inner)
        case Between() | Ratio():
            kind = Kind.WHOLE if isinstance(shape, Between) else Kind.FACTOR
            told = {"kind": kind, "least": shape.least, "most": shape.most}
        case Choice():
            told = {"kind": Kind.CHOICE, "choices": _words(shape)}
        case Text():
            told = {"most": shape.longest, "least": 0 if shape.may_be_empty else 1}
        case Slug():
            told = {"kind": Kind.ID, "least": 1, "most": shape.longest}
        case _:
            told = {"kind": _PLAIN[type(shape)]}
            told |= {"choices": tuple(CODES)} if isinstance(shape, CurrencyCode) else {}
    return _with(head, **told)


_PLAIN = {
    YesNo: Kind.YES_NO,
    Day: Kind.DAY,
    ByLanguage: Kind.TEXTS,
    CurrencyCode: Kind.CURRENCY,
}


def _with(head: Input, **told: Any) -> Input:
    kept = {name: getattr(head, name) for name in Input.__slots__}
    return Input(**(kept | told))


def _words(shape: Choice) -> tuple[str, ...]:
    return tuple(kind.value for kind in shape.kind)


def _group(head: Input, kind: type) -> tuple[Input, ...]:
    """No fields where the table is switched off, or no table at all stands there."""
    if not isinstance(head.value, Mapping) or len(head.path) > DEEPEST:
        return ()
    return _fields(kind, head.value, head.path)


def _items(head: Input, shape: Many) -> tuple[Input, ...]:
    """Items of a list, each with its own inputs; of plain texts and numbers only the value."""
    if not isinstance(head.value, list) or not isinstance(shape.inner, Record):
        return ()
    return tuple(
        _shaped(
            Input((*head.path, n), str(n), head.help, Kind.GROUP, item, True, None),
            shape.inner,
        )
        for n, item in enumerate(head.value[: shape.most])
    )


_UNITS = (
    (("_minor",), "money"),
    (("points", "per_visit", "per_item"), "points"),
    (("percent",), "percent"),
    (("days", "days_before", "days_after"), "days"),
    (("months",), "months"),
    (("minutes", "minute"), "minutes"),
    (("hours",), "hours"),
    (("times",), "times"),
)


def _unit(name: str) -> str:
    return next((unit for ends, unit in _UNITS if name.endswith(ends)), "")


def _unread(kind: Any, document: Mapping[str, Any]) -> frozenset[str]:
    """Fields that a rule passes over, by its own kind."""
    said = document.get("kind")
    if kind is Bonus and said in set(BonusKind):
        return unread(BonusKind(said))
    if kind is ActivityRule and said in set(ActivityKind) and said != ActivityKind.PROFILE:
        return frozenset({"field"})
    if kind is ExpiryRule:
        return _EXPIRY[ExpiryKind(said) if said in set(ExpiryKind) else ExpiryKind.NEVER]
    return frozenset()


_EXPIRY = {
    ExpiryKind.NEVER: frozenset({"months", "to_month_end", "month", "day"}),
    ExpiryKind.MONTHS: frozenset({"month", "day"}),
    ExpiryKind.CALENDAR: frozenset({"months", "to_month_end"}),
    ExpiryKind.SLIDING: frozenset({"to_month_end", "month", "day"}),
}
