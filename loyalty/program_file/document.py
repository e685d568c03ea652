"""A program as readable JSON text, and back: the one gate every program comes through.

What a program may say follows from its dataclasses (`codec`, `shapes`), what contradicts itself is
found by `program_checks`. Fields with defaults may be left out, so the defaults are part of format
version 2: whoever changes one makes a version 3. Integers only: money in minor units.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from loyalty.errors import LoyaltyError
from loyalty.program_file.checks import contradictions
from loyalty.program_file.codec import LONGEST_TEXT, Fault, Pairs, plain, read
from loyalty.program_file.doubts import doubts
from loyalty.program_file.located import UnreadableError, line_of, parsed
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherTerms

FORMAT, VERSION, OLD_VERSION = "regulars-program", 2, 1
WIDTH = 100  # a table or list that fits on a line of so many characters stands on one

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault or a doubt with its `line` in the file, from 1; 0 where no line can be said."""

    line: int
    fault: Fault

    @property
    def facts(self) -> dict[str, int | str]:
        """`where`, `line`, `why` and the facts that belong to the reason."""
        where = self.fault.where
        return {"where": where, "line": self.line, "why": self.fault.why, **dict(self.fault.facts)}


@dataclass(frozen=True, slots=True)
class Checked:
    """What the gate says of a text: the program (None if refused), why not, and what is odd."""

    program: Program | None
    refused: tuple[Finding, ...] = ()
    doubtful: tuple[Finding, ...] = ()


def program_to_text(program: Program) -> str:
    """The program as indented JSON; `program_from_text` gives an equal program back."""
    head = {"format": FORMAT, "version": VERSION}
    return document_text(head | plain(program))


@lru_cache(maxsize=32)
def program_from_text(text: str) -> Program:
    """The program a file describes, in form and meaning.

    LoyaltyError `program-invalid` with `where` (`tender.step_points`, `rewards[2].ends_on`), `line`
    and `why`, for the first mistake; `checked` tells them all. Of the form: `unreadable`, `format`,
    `version`, `missing`, `unknown` (with the nearest key as `meant`), `repeated`, `not-a-table`,
    `not-a-list`, `not-text`, `not-whole`, `not-yes-or-no`, `not-a-date`, `not-one-of`,
    `not-a-factor`, `not-an-id`, `not-a-currency`, `empty`, `too-long`, `too-deep`, `too-many`,
    `too-small`, `too-large` (with the bound as `least` or `most`); of the meaning: see
    `program_checks`.
    """
    found = checked(text)
    if found.program is None:
        raise LoyaltyError("program-invalid", **found.refused[0].facts)
    return found.program


@lru_cache(maxsize=32)
def stored_program(text: str) -> Program:
    """A program that was published once: its form is read, its meaning is not judged again.

    A later version may refuse what an earlier one took; old books must stay readable all the same.
    LoyaltyError `program-invalid`.
    """
    try:
        document = parsed(text)
    except UnreadableError as no:
        raise LoyaltyError("program-invalid", where="", line=no.line, why="unreadable") from None
    program, faults = _read(document)
    if program is None:
        raise LoyaltyError("program-invalid", **_found(text, faults)[0].facts)
    return program


def checked(text: str) -> Checked:
    """A program's text with everything that is wrong or odd in it, in the order of its lines."""
    try:
        document = parsed(text)
    except UnreadableError as no:
        return Checked(None, (Finding(no.line, Fault((), "unreadable")),))
    program, faults = _read(document)
    if program is not None:
        faults = tuple(contradictions(program))
    if faults or program is None:
        return Checked(None, _found(text, faults))
    return Checked(program, (), _found(text, doubts(program)))


def terms_to_text(terms: VoucherTerms) -> str:
    """A voucher's terms as one line of JSON, for the books."""
    return json.dumps(plain(terms), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=256)
def terms_from_text(text: str) -> VoucherTerms:
    """The terms a text describes, in form only, as `stored_program`; `program-invalid`.

    Kept, as programs are: every sale reads those in force.
    """
    return value_from_text(VoucherTerms, text)


def value_from_text(kind: type[_Value], text: str) -> _Value:
    """A value of any dataclass that documents can hold; LoyaltyError `program-invalid`."""
    try:
        document = parsed(text)
    except UnreadableError as no:
        raise LoyaltyError("program-invalid", where="", line=no.line, why="unreadable") from None
    value, faults = read(kind, document)
    if value is None:
        raise LoyaltyError("program-invalid", **_found(text, faults)[0].facts)
    return value


def document_value(text: str) -> dict[str, Any]:
    """The table of a program file's text, whatever stands in it, to be edited.

    LoyaltyError `program-invalid` for what is no such file, or has another version's head.
    """
    try:
        found = parsed(text)
    except UnreadableError as no:
        raise LoyaltyError("program-invalid", where="", line=no.line, why="unreadable") from None
    _, faults = _read(found)
    heads = (("format",), ("version",), ())
    for fault in faults:
        if fault.path in heads:
            raise LoyaltyError("program-invalid", **_found(text, (fault,))[0].facts)
    return {} if not isinstance(found, dict) else dict(found)


def document_text(document: object) -> str:
    """JSON for people: indented, but short tables and lists on one line."""
    return "\n".join(_lines(document, "", "", outermost=True)) + "\n"


def _read(document: object) -> tuple[Program | None, tuple[Fault, ...]]:
    """The body of a document whose head is that of a program file we know."""
    if not isinstance(document, Pairs):
        return None, (Fault((), "not-a-table"),)
    versions = (OLD_VERSION, VERSION)
    for key, right in (("format", (FORMAT,)), ("version", versions)):
        said = document.get(key)
        if key not in document:
            return None, (Fault((key,), "missing"),)
        if document.repeated == key:
            return None, (Fault((key,), "repeated"),)
        if isinstance(said, bool) or said not in right or type(said) is not type(right[0]):
            return None, (Fault((key,), key),)
    head = ("format", "version", "$schema")  # the last one is for editors
    body = Pairs([(key, value) for key, value in document.items() if key not in head])
    body.repeated = document.repeated
    return read(Program, body, old_ids=document["version"] == OLD_VERSION)


def _found(text: str, faults: Iterable[Fault]) -> tuple[Finding, ...]:
    found = (Finding(line_of(text, fault.path), fault) for fault in faults)
    return tuple(sorted(found, key=lambda one: one.line))


def _lines(value: Any, indent: str, key: str, outermost: bool = False) -> list[str]:
    short = indent + key + json.dumps(value, ensure_ascii=False)
    if not outermost and (len(short) < WIDTH or not isinstance(value, dict | list) or not value):
        return [short]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    pairs = value.items() if isinstance(value, dict) else (("", item) for item in value)
    lines = [f"{indent}{key}{opening}"]
    for name, item in pairs:
        said = json.dumps(name, ensure_ascii=False) + ": " if isinstance(value, dict) else ""
        lines += _lines(item, indent + "  ", said)
        lines[-1] += ","
    lines[-1] = lines[-1].removesuffix(",")
    return [*lines, indent + closing]


__all__ = [
    "FORMAT",
    "LONGEST_TEXT",
    "VERSION",
    "Checked",
    "Finding",
    "checked",
    "document_text",
    "document_value",
    "program_from_text",
    "program_to_text",
    "stored_program",
    "terms_from_text",
    "terms_to_text",
    "value_from_text",
]
