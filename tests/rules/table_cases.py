"""The tables as cases, and what they say was earned as terms; the language: tables/README.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from loyalty.accrual.explanation import Explanation

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Case:
    """One heading of a table with its lines, each with its place for whoever looks for it."""

    table: str
    title: str
    lines: tuple[tuple[int, str], ...]


def cases(folder: Path = TABLES) -> Iterator[Case]:
    """All cases of all tables of a folder."""
    for file in sorted(folder.glob("*.txt")):
        yield from cases_of(file.stem, file.read_text(encoding="utf-8"))


def cases_of(table: str, text: str) -> Iterator[Case]:
    """The cases of one table."""
    title, lines = "", list[tuple[int, str]]()
    for number, line in enumerate([*text.splitlines(), "case "], start=1):
        told = line.strip()
        if told.startswith("case ") or told == "case":
            if title:
                yield Case(table, title, tuple(lines))
            title, lines = told.removeprefix("case").strip(), []
        elif told and not told.startswith("#"):
            lines.append((number, told))


Term = tuple[Fraction, str]


def told(why: Explanation) -> list[Term]:
    """An explanation as the terms of a table: base first, each rule, each limit, each cap."""
    base = [part.exact for part in why.parts if not part.rule]
    terms = [(sum(base, Fraction(0)), "base")] if base else []
    for part in why.parts:
        if part.rule:
            limited = f" ({part.why})" if part.kind == "limit" else ""
            terms.append((part.exact, part.rule + limited))
    return [*terms, *((Fraction(-points), f"cap ({cap})") for cap, points in why.trims)]


def terms(text: str) -> list[Term]:
    """What a table says was earned, in the terms of `told`."""
    return [_term(term) for term in _terms(text)]


def _terms(text: str) -> Iterator[str]:
    """`5 base + 2 own-brand` as `+5 base` and `+2 own-brand`."""
    sign = "+"
    words: list[str] = []
    for word in text.split():
        if word in "+-":
            yield f"{sign}{' '.join(words)}"
            sign, words = word, []
        else:
            words.append(word)
    yield f"{sign}{' '.join(words)}"


def _term(text: str) -> Term:
    points, _, label = text.partition(" ")
    return Fraction(points), label


def named(rest: str) -> tuple[str, dict[str, Any]]:
    """The fields after the colon, and the rule's id and name before it."""
    rule, _, text = rest.partition(":")
    name = rule.strip()
    return text.strip(), {"id": name, "name": name.replace("-", " ").capitalize()}
