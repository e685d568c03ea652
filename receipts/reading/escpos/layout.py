"""A POS's printed slip, learned by pointing: which words stand beside its total, number and date.

A layout is words and places, never whole texts, so that it fits the next receipt; where its words
are missing it says nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from loyalty.errors import LoyaltyError
from receipts.reading.escpos.captured import SlipKind
from receipts.reading.text.amounts import amounts
from receipts.reading.text.fold import folded, plain_form

VERSION = 1
_LONGEST = 120
_MOST_AMOUNTS = 40
_NAME = re.compile(r"[\w .-]{1,40}")
_NUMBER = re.compile(r"[^\W_]*\d[\w/#-]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: beside the words `label`, or one line `below` them; the `nth` of its
    kind counted from the right, 0 the last; `last`: of several such lines the lowest counts.
    """

    label: str
    nth: int = 0
    below: bool = False
    last: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """A learned layout. One of another kind than a sale is known by its `mark`, a line's words."""

    name: str
    total: Place | None = None
    number: Place | None = None
    date: Place | None = None
    kind: SlipKind = SlipKind.SALE
    mark: str = ""


def learned(
    name: str,
    lines: Sequence[str],
    *,
    total: int,
    column: int | None = None,
    number: int | None = None,
    date: int | None = None,
) -> Layout:
    """The layout of a sale's slip, by the lines pointed at, counted from 1; `column` likewise.

    LoyaltyError with the fact `line`: `print-layout-line`, `print-layout-no-amount`,
    `print-layout-no-words` (nothing beside or above it could be recognised again); and
    `print-layout-name`.
    """
    found = _amounts(_line(lines, total))
    if not found:
        raise LoyaltyError("print-layout-no-amount", line=total)
    nth = 0
    if column is not None:
        at = next((n for n, (start, end, _) in enumerate(found) if column - 1 < end), None)
        if at is None:
            raise LoyaltyError("print-layout-no-amount", line=total)
        nth = len(found) - 1 - at
    return Layout(
        _named(name),
        _place(lines, total, nth),
        _number_place(lines, number) if number is not None else None,
        _place(lines, date) if date is not None else None,
    )


def learned_kind(name: str, lines: Sequence[str], kind: SlipKind, mark: int) -> Layout:
    """A layout by which slips are known that are no sale: by the words of line `mark`.

    LoyaltyError: `print-layout-line`, `print-layout-no-words`, `print-layout-name`.
    """
    words = _words(_line(lines, mark))
    if not words:
        raise LoyaltyError("print-layout-no-words", line=mark)
    return Layout(_named(name), kind=kind, mark=words)


def total_at(layout: Layout, lines: Sequence[str]) -> Decimal | None:
    """The total where the layout says it is; None where this slip has no such line."""
    place = layout.total
    for text in _lines_at(place, lines):
        found = _amounts(text)
        if place is not None and place.nth < len(found):
            return found[len(found) - 1 - place.nth][2]
    return None


def number_at(layout: Layout, lines: Sequence[str]) -> str:
    """The receipt's number, or nothing."""
    place = layout.number
    for text in _lines_at(place, lines):
        found = _numbers(text)
        if place is not None and place.nth < len(found):
            return found[len(found) - 1 - place.nth][:40]
    return ""


def date_lines(layout: Layout, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines to look for the date in."""
    return tuple(_lines_at(layout.date, lines))


def marked(layout: Layout, lines: Sequence[str]) -> bool:
    """Whether a line of the slip has exactly the words the layout is known by."""
    return bool(layout.mark) and any(_words(line) == layout.mark for line in lines)


def to_json(layout: Layout) -> str:
    """The layout as it is kept; `from_json` reads it."""
    return json.dumps({"version": VERSION, **asdict(layout)}, ensure_ascii=False)


def from_json(text: str) -> Layout:
    """A kept layout. LoyaltyError `print-layout-unreadable`."""
    try:
        body = json.loads(text)
        if body.pop("version") != VERSION:
            raise ValueError
        places = {field: _read_place(body.pop(field)) for field in ("total", "number", "date")}
        kind, mark = SlipKind(body.pop("kind")), str(body.pop("mark"))[:_LONGEST]
        return Layout(_named(body.pop("name")), **places, kind=kind, mark=mark)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, LoyaltyError):
        raise LoyaltyError("print-layout-unreadable") from None


def _read_place(body: dict[str, Any] | None) -> Place | None:
    if body is None:
        return None
    label, nth = str(body["label"])[:_LONGEST], int(body["nth"])
    if not label or not 0 <= nth < _MOST_AMOUNTS:
        raise ValueError
    return Place(label, nth, bool(body["below"]), bool(body["last"]))


def _named(name: object) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise LoyaltyError("print-layout-name", name=str(name)[:40])
    return name


def _line(lines: Sequence[str], number: int) -> str:
    if not 1 <= number <= len(lines):
        raise LoyaltyError("print-layout-line", line=number)
    return lines[number - 1]


def _place(lines: Sequence[str], number: int, nth: int = 0) -> Place:
    own = _words(_line(lines, number))
    above = _words(lines[number - 2]) if number > 1 else ""
    label, below = (own, False) if own else (above, True)
    if not label:
        raise LoyaltyError("print-layout-no-words", line=number)
    same = [at for at, line in enumerate(lines) if _words(line) == label]
    return Place(label, nth, below, last=same[-1] == number - 1 - below)


def _number_place(lines: Sequence[str], number: int) -> Place:
    if not _numbers(_line(lines, number)):
        raise LoyaltyError("print-layout-no-amount", line=number)
    return _place(lines, number)


def _lines_at(place: Place | None, lines: Sequence[str]) -> list[str]:
    if place is None:
        return []
    found = [at for at, line in enumerate(lines) if _words(line) == place.label]
    if place.last:
        found.reverse()
    return [lines[at + place.below] for at in found if at + place.below < len(lines)]


def _words(line: str) -> str:
    """A line's words without whatever changes from receipt to receipt: anything with a digit."""
    return " ".join(w for w in folded(plain_form(line)).split() if not _digits(w))[:_LONGEST]


def _digits(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _amounts(line: str) -> list[tuple[int, int, Decimal]]:
    return [(one.start, one.end, one.value) for one in amounts(plain_form(line))][:_MOST_AMOUNTS]


def _numbers(line: str) -> list[str]:
    return _NUMBER.findall(plain_form(line))[:_MOST_AMOUNTS]
