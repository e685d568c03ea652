"""What a field may hold, found once in the dataclasses' types and asked by reader and schema.

A new rule is a new dataclass and nothing here: reading, writing, checking the document's form,
comparing versions and the published JSON Schema all follow from its types and defaults.
"""

from __future__ import annotations

import dataclasses
import types
from dataclasses import MISSING, dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from loyalty.rules.bounds import AtMost, Between, CurrencyCode, Ratio, Slug, Text

MOST_LANGUAGES = 50


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, `2026-01-31`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of an enumeration."""

    kind: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Maybe:
    """The inner shape, or null."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class Many:
    """A list; as a `unique` one it is a set, whose order means nothing."""

    inner: Shape
    most: int
    unique: bool


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A table of texts by language, kept as pairs."""


@dataclass(frozen=True, slots=True)
class Record:
    """A table with the fields of a dataclass."""

    kind: type


Shape = (
    Between
    | Text
    | Slug
    | Ratio
    | CurrencyCode
    | YesNo
    | Day
    | Choice
    | Maybe
    | Many
    | ByLanguage
    | Record
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record; `default` stands where a document leaves it out, unless `required`."""

    name: str
    shape: Shape
    required: bool
    default: object


@cache
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a dataclass, in their order. TypeError for a type that no document can hold."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        Field(
            field.name,
            shape_of(hints[field.name]),
            field.default is MISSING,
            None if field.default is MISSING else field.default,
        )
        for field in dataclasses.fields(kind)
    )


def shape_of(hint: Any) -> Shape:
    """The shape a type hint means, with the bounds of its `Annotated`."""
    if get_origin(hint) is Annotated:
        inner, bound = get_args(hint)[:2]
        return _bounded(inner, bound)
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return Maybe(shape_of(inner))
    if hint == tuple[tuple[str, str], ...]:
        return ByLanguage()
    if hint is bool:
        return YesNo()
    if hint is date:
        return Day()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return Record(hint)
    raise TypeError(f"no document can hold {hint}")


def _bounded(inner: Any, bound: Any) -> Shape:
    if not isinstance(bound, AtMost):
        shape: Shape = bound
        return shape
    if inner is str:
        return Text(bound.count, may_be_empty=True)
    return Many(shape_of(get_args(inner)[0]), bound.count, get_origin(inner) is frozenset)
