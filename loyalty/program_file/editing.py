"""Edits of a program document, field by field, each checked against what may stand there.

A document may be wrong while it is edited: an edit refuses only what cannot stand in its own field,
and what rules say of each other is told by `document.checked`. Nothing here changes its argument.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from enum import StrEnum
from typing import Any

from loyalty.errors import LoyaltyError
from loyalty.program_file.codec import LONGEST_TEXT, Path, misfits, plain_field, written
from loyalty.program_file.located import parsed
from loyalty.program_file.shapes import (
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
from loyalty.rules.program import Program

Document = dict[str, Any]

_PART = re.compile(r"(?:^|\.)([a-z_]+)|\[([a-z0-9-]+)\]", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,18}", re.ASCII)
NOTHING = ("", "null", "none")
"""What people write for a rule that is switched off, or for no limit."""


def path_of(document: Mapping[str, Any], text: str) -> Path:
    """A path as people write it; an item by its number, or by its id: `rewards[coffee].points`.

    LoyaltyError `draft-no-such-place` (where).
    """
    path: Path = ()
    end, here = 0, document
    for found in _PART.finditer(text[:LONGEST_TEXT]):
        if found.start() != end:
            break
        end = found.end()
        name, item = found.groups()
        key = name if name is not None else _number(here, item)
        path = (*path, key)
        here = _within(here, key)
    if end != len(text) or not path:
        raise LoyaltyError("draft-no-such-place", where=text[:LONGEST_TEXT])
    shape_at(path)
    return path


def shape_at(path: Path) -> Shape:
    """What may stand at a path; LoyaltyError `draft-no-such-place` (where)."""
    return _place(path)[0]


def _place(path: Path) -> tuple[Shape, Any]:
    """What may stand at a path, and what is meant where nothing is said."""
    shape: Shape = Record(Program)
    default: Any = None
    for key in path:
        table = shape.inner if isinstance(shape, Maybe) else shape
        if isinstance(table, Many) and isinstance(key, int):
            shape, default = table.inner, None
            continue
        fields = fields_of(table.kind) if isinstance(table, Record) else ()
        field = next((one for one in fields if one.name == key), None)
        if field is None:
            raise LoyaltyError("draft-no-such-place", where=written(path))
        shape = field.shape
        default = None if field.required else plain_field(field, field.default)
    return shape, default


def value_from_text(path: Path, text: str) -> Any:
    """What a person typed for a field, as JSON data; what is no such value stays text and is
    refused by the edit. Tables and lists are JSON; a list of words may be parted by commas.
    """
    shape = shape_at(path)
    text = text.strip()
    if isinstance(shape, Maybe):
        if text.lower() in NOTHING:
            return None
        shape = shape.inner
    if isinstance(shape, Between):
        return int(text) if _WHOLE.fullmatch(text) else text
    if isinstance(shape, YesNo):
        return _YES_NO.get(text.lower(), text)
    if isinstance(shape, Text | Slug | CurrencyCode | Choice | Day | Ratio):
        return text
    if isinstance(shape, Many) and not text.startswith("[") and not _tables(shape):
        words = [word.strip() for word in text.split(",") if word.strip()]
        return [int(w) if _WHOLE.fullmatch(w) and _whole(shape) else w for w in words]
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def with_value(document: Mapping[str, Any], path: Path, value: Any) -> Document:
    """The document with a value at a path; tables on the way are made where there are none.

    LoyaltyError `draft-no-such-place`; `draft-value` (where, why, and the bound) for what cannot
    stand there.
    """
    shape = shape_at(path)
    for fault in misfits(shape, _as_read(value), path):
        raise LoyaltyError("draft-value", where=fault.where, why=fault.why, **dict(fault.facts))
    changed = deepcopy(dict(document))
    *way, last = path
    _set(_reached(changed, tuple(way)), last, value, path)
    return changed


def switched_on(document: Mapping[str, Any], path: Path, today: date) -> Document:
    """The document with a rule that was null, as a new one begins; as `with_new`."""
    shape = shape_at(path)
    if not (isinstance(shape, Maybe) and isinstance(shape.inner, Record)):
        raise LoyaltyError("draft-no-such-place", where=written(path))
    changed = deepcopy(dict(document))
    *way, last = path
    _set(_reached(changed, tuple(way)), last, _blank(shape.inner, today), path)
    return changed


def with_new(
    document: Mapping[str, Any], path: Path, today: date, like: Mapping[str, Any] | None = None
) -> tuple[Document, Path]:
    """The document with one more item at the end of a list of tables, and the item's path.

    The item has an id that is free and what must be said, as little as may stand there; a name is
    left empty, to be told as a fault until somebody writes it. `like`: begin with these fields.
    LoyaltyError `draft-no-such-place`, `draft-value` (too-many).
    """
    shape = shape_at(path)
    if not (isinstance(shape, Many) and isinstance(shape.inner, Record)):
        raise LoyaltyError("draft-no-such-place", where=written(path))
    changed = deepcopy(dict(document))
    *way, last = path
    table = _reached(changed, tuple(way))
    items = _listed(table, last, path)
    if len(items) >= shape.most:
        raise LoyaltyError("draft-value", where=written(path), why="too-many", most=shape.most)
    item = _blank(shape.inner, today) | deepcopy(dict(like or {}))
    if "id" in item:
        item["id"] = _free_id(document, str(path[-1]), str(item["id"]) if like else "")
    _set(table, last, [*items, item], path)
    return changed, (*path, len(items))


def without(document: Mapping[str, Any], path: Path) -> Document:
    """The document without an item of a list, or with a field as it is by itself.

    LoyaltyError `draft-no-such-place` where nothing is there.
    """
    shape_at(path)
    changed = deepcopy(dict(document))
    *way, last = path
    here: Any = _found(changed, tuple(way))
    try:
        del here[last]
    except (KeyError, IndexError, TypeError):
        raise LoyaltyError("draft-no-such-place", where=written(path)) from None
    return changed


def moved(document: Mapping[str, Any], path: Path, to: int) -> Document:
    """The document with an item at another place of its list: the first of equal rules wins.

    `to` beyond the ends is the end. LoyaltyError `draft-no-such-place`.
    """
    changed = deepcopy(dict(document))
    items = _found(changed, path[:-1])
    last = path[-1] if path else None
    if not isinstance(items, list) or not isinstance(last, int) or not last < len(items):
        raise LoyaltyError("draft-no-such-place", where=written(path))
    items.insert(max(0, to), items.pop(last))
    return changed


def _as_read(value: Any) -> object:
    """JSON data as the reader takes it, tables as pairs."""
    return parsed(json.dumps(value))


def _number(here: Any, item: str) -> int:
    if item.isdecimal():
        return int(item[:6])
    if isinstance(here, list):
        for number, one in enumerate(here):
            if isinstance(one, Mapping) and one.get("id") == item:
                return number
    raise LoyaltyError("draft-no-such-place", where=f"[{item[:40]}]")


def _within(here: Any, key: str | int) -> Any:
    try:
        return here[key]
    except (KeyError, IndexError, TypeError):
        return None


def _found(document: Document, path: Path) -> Any:
    here: Any = document
    for key in path:
        here = _within(here, key)
    return here


def _reached(document: Document, path: Path) -> Any:
    """What stands at a path, to be changed; tables that are not there, or null, are made.

    LoyaltyError `draft-no-such-place` for an item that a list has not got.
    """
    here: Any = document
    for depth, key in enumerate(path):
        inner = _within(here, key)
        if inner is None and isinstance(key, str) and isinstance(here, dict):
            shape, default = _place(path[: depth + 1])
            table = shape.inner if isinstance(shape, Maybe) else shape
            empty: Any = [] if isinstance(table, Many) else {}
            inner = here[key] = empty if default is None or key in here else deepcopy(default)
        if not isinstance(inner, dict | list):
            raise LoyaltyError("draft-no-such-place", where=written(path))
        here = inner
    return here


def _set(table: Any, key: str | int, value: Any, path: Path) -> None:
    fits = isinstance(table, dict) if isinstance(key, str) else isinstance(table, list)
    if not fits or (isinstance(key, int) and not key < len(table)):
        raise LoyaltyError("draft-no-such-place", where=written(path))
    table[key] = value


def _listed(table: Any, key: str | int, path: Path) -> list[Any]:
    items = _within(table, key)
    if items is None:
        return list(_place(path)[1] or ())
    if not isinstance(items, list):
        raise LoyaltyError("draft-no-such-place", where=written(path))
    return items


def _tables(shape: Many) -> bool:
    return isinstance(shape.inner, Record)


def _whole(shape: Many) -> bool:
    return isinstance(shape.inner, Between)


def _blank(shape: Record, today: date) -> Document:
    """As little as must be said of a table."""
    return {
        one.name: _least(one, today)
        for one in fields_of(shape.kind)
        if one.required and not isinstance(one.shape, Many)
    } | {
        one.name: []
        for one in fields_of(shape.kind)
        if one.required and isinstance(one.shape, Many)
    }


def _least(one: Field, today: date) -> Any:
    match one.shape:
        case Between():
            return one.shape.least
        case Ratio():
            return str(one.shape.least)
        case Choice():
            first: StrEnum = next(iter(one.shape.kind))
            return first.value
        case Day():
            return today.isoformat()
        case YesNo():
            return False
        case Record():
            return _blank(one.shape, today)
        case Maybe():
            return None
    return ""


def _free_id(document: Mapping[str, Any], list_name: str, wanted: str) -> str:
    """An id that no rule has yet: ids are unique among many kinds of rules."""
    taken = set(_ids(document))
    stem = wanted or list_name.replace("ies", "y").removesuffix("s")
    if wanted and wanted not in taken:
        return wanted
    number = 2 if wanted else 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _ids(found: Any) -> list[str]:
    if isinstance(found, Mapping):
        mine = [found["id"]] if isinstance(found.get("id"), str) else []
        return [*mine, *(id_ for value in found.values() for id_ in _ids(value))]
    if isinstance(found, list):
        return [id_ for item in found for id_ in _ids(item)]
    return []
