"""A program as readable JSON text, and back: the one gate every program comes through.

The dataclasses stay plain; what a program may say is checked here, key by key, so that a typing
mistake in a file is named before it costs points. Integers only: money in minor units.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR, currency
from loyalty.points import Rounding
from loyalty.program import (
    BaseRates,
    Exclusions,
    ExpiryKind,
    ExpiryRule,
    Missing,
    Program,
    ReturnRule,
    Reward,
    RewardKind,
    TenderRule,
)

FORMAT, VERSION = "regulars-program", 1
MOST_POINTS = 1_000_000_000
MOST_RATE = 1_000_000  # the largest basket at this rate still fits 64 bits
MOST_REWARDS = 1_000
MOST_EXCLUSIONS = 100_000  # of each kind: a whole assortment may be excluded by number
LONGEST_TEXT = 200
MOST_MONTHS = 1_200
MOST_GRACE_DAYS = 3_660
MOST_UNDO_MINUTES = 1_440

_Choice = TypeVar("_Choice", bound=StrEnum)


def program_to_text(program: Program) -> str:
    """The program as indented JSON; `program_from_text` gives an equal program back."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "number": program.number,
        "name": program.name,
        "currency": program.currency,
        "starts_on": program.starts_on.isoformat(),
        "with_tax": program.with_tax,
        "rounding": program.rounding.value,
        "base": _plain(program.base),
        "exclusions": {
            name: sorted(getattr(program.exclusions, name)) for name in Exclusions.__slots__
        },
        "expiry": _plain(program.expiry),
        "tender": _plain(program.tender) if program.tender else None,
        "rewards": [_reward(reward) for reward in program.rewards],
        "returns": _plain(program.returns),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def program_from_text(text: str) -> Program:
    """The program a text describes; every key must be there, and no other.

    LoyaltyError `program-invalid` with `where` (`tender.step_points`, `rewards[2].ends_on`) and
    `why`: `unreadable`, `format`, `version`, `missing`, `unknown`, `repeated`, `not-a-table`,
    `not-a-list`, `not-text`, `not-whole`, `not-yes-or-no`, `not-a-date`, `not-one-of`,
    `not-a-currency`, `empty`, `too-long`, `too-many`, `too-small`, `too-large`, `before-start`;
    the last words come with the bound where there is one.
    """
    top = _Table("", _parsed(text))
    if top.take("format") != FORMAT:
        top.refuse("format", "format")
    if top.take("version") != VERSION:
        top.refuse("version", "version")
    program = Program(
        number=top.whole("number", 1, MOST_POINTS),
        name=top.text("name"),
        currency=_currency(top),
        starts_on=top.day("starts_on"),
        with_tax=top.yes_or_no("with_tax"),
        base=_base(top.table("base")),
        exclusions=_exclusions(top.table("exclusions")),
        rounding=top.choice("rounding", Rounding),
        expiry=_expiry(top.table("expiry")),
        tender=_tender(top.table("tender")) if top.filled("tender") else None,
        rewards=_rewards(top),
        returns=_returns(top.table("returns")),
    )
    top.end()
    return program


def _plain(rules: object) -> dict[str, object]:
    names: tuple[str, ...] = getattr(type(rules), "__slots__", ())
    return {name: getattr(rules, name) for name in names}


def _reward(reward: Reward) -> dict[str, object]:
    days = {name: day.isoformat() if day else None for name, day in _span(reward)}
    fields = {name: getattr(reward, name) for name in _REWARD}
    return {**fields, **days, "names": dict(reward.names)}


_REWARD = (
    *("id", "name", "kind", "points", "value_minor", "minimum_spend_minor"),
    *("starts_on", "ends_on", "names"),
)


def _span(reward: Reward) -> Iterator[tuple[str, date | None]]:
    yield "starts_on", reward.starts_on
    yield "ends_on", reward.ends_on


def _parsed(text: str) -> object:
    try:
        document: object = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        raise LoyaltyError("program-invalid", where="", why="unreadable") from None
    return document


class _Pairs(dict[str, Any]):
    """A JSON object that remembers a key written twice, which JSON itself would hide."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(name for name, _ in pairs)
        self.repeated = next((name for name in times if times[name] > 1), None)


@dataclass(slots=True)
class _Table:
    """One table of the document, read key by key; `end` refuses what nobody asked for."""

    where: str
    document: Any
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if not isinstance(self.document, _Pairs):
            raise LoyaltyError("program-invalid", where=self.where, why="not-a-table")
        if self.document.repeated is not None:
            self.refuse(self.document.repeated, "repeated")

    def refuse(self, key: str, why: str, **facts: int) -> NoReturn:
        """LoyaltyError `program-invalid` at a key of this table."""
        where = f"{self.where}.{key}" if self.where else key
        raise LoyaltyError("program-invalid", where=where[:LONGEST_TEXT], why=why, **facts)

    def take(self, key: str) -> Any:
        if key not in self.document:
            self.refuse(key, "missing")
        self.taken.add(key)
        return self.document[key]

    def end(self) -> None:
        for key in self.document:
            if key not in self.taken:
                self.refuse(key, "unknown")

    def filled(self, key: str) -> bool:
        """Whether a key that may be null is not."""
        return self.take(key) is not None

    def table(self, key: str) -> _Table:
        return _Table(f"{self.where}.{key}" if self.where else key, self.take(key))

    def items(self, key: str, most: int) -> list[Any]:
        found = self.take(key)
        if not isinstance(found, list):
            self.refuse(key, "not-a-list")
        if len(found) > most:
            self.refuse(key, "too-many", most=most)
        return found

    def whole(self, key: str, least: int, most: int) -> int:
        number = self.take(key)
        if type(number) is not int:  # JSON's true is an int to Python
            self.refuse(key, "not-whole")
        if number < least:
            self.refuse(key, "too-small", least=least)
        if number > most:
            self.refuse(key, "too-large", most=most)
        return number

    def money(self, key: str, least: int = 0) -> int:
        return self.whole(key, least, LARGEST_MINOR)

    def yes_or_no(self, key: str) -> bool:
        found = self.take(key)
        if not isinstance(found, bool):
            self.refuse(key, "not-yes-or-no")
        return found

    def text(self, key: str) -> str:
        return self.checked(key, self.take(key))

    def checked(self, key: str, found: object) -> str:
        """A text that can be shown on one line: not empty, not long, nothing unprintable."""
        if not isinstance(found, str) or not found.isprintable():
            self.refuse(key, "not-text")
        if not found.strip():
            self.refuse(key, "empty")
        if len(found) > LONGEST_TEXT:
            self.refuse(key, "too-long", most=LONGEST_TEXT)
        return found

    def texts(self, key: str, most: int) -> frozenset[str]:
        return frozenset(self.checked(key, found) for found in self.items(key, most))

    def day(self, key: str) -> date:
        found = self.take(key)
        try:
            day = date.fromisoformat(found)
        except (TypeError, ValueError):
            day = None
        if day is None or day.isoformat() != found:  # fromisoformat also reads 20260131
            self.refuse(key, "not-a-date")
        return day

    def choice(self, key: str, kinds: type[_Choice]) -> _Choice:
        found = self.take(key)
        if not isinstance(found, str) or found not in {kind.value for kind in kinds}:
            self.refuse(key, "not-one-of")
        return kinds(found)


def _currency(top: _Table) -> str:
    code = top.text("currency")
    try:
        currency(code)
    except LoyaltyError:
        top.refuse("currency", "not-a-currency")
    return code


def _base(table: _Table) -> BaseRates:
    base = BaseRates(
        points=table.whole("points", 0, MOST_RATE),
        step_minor=table.money("step_minor", 1),
        per_visit=table.whole("per_visit", 0, MOST_RATE),
        per_item=table.whole("per_item", 0, MOST_RATE),
        minimum_spend_minor=table.money("minimum_spend_minor"),
    )
    table.end()
    return base


def _exclusions(table: _Table) -> Exclusions:
    exclusions = Exclusions(
        skus=table.texts("skus", MOST_EXCLUSIONS),
        categories=table.texts("categories", MOST_EXCLUSIONS),
        brands=table.texts("brands", MOST_EXCLUSIONS),
        flags=table.texts("flags", MOST_EXCLUSIONS),
    )
    table.end()
    return exclusions


def _expiry(table: _Table) -> ExpiryRule:
    """A leap year's calendar is allowed: 29 February is the 28th in other years."""
    kind = table.choice("kind", ExpiryKind)
    month = table.whole("month", 1, 12)
    rule = ExpiryRule(
        kind=kind,
        months=table.whole("months", 1 if kind is ExpiryKind.MONTHS else 0, MOST_MONTHS),
        to_month_end=table.yes_or_no("to_month_end"),
        month=month,
        day=table.whole("day", 1, monthrange(2024, month)[1]),
    )
    table.end()
    return rule


def _tender(table: _Table) -> TenderRule:
    rule = TenderRule(
        step_points=table.whole("step_points", 1, MOST_POINTS),
        step_minor=table.money("step_minor", 1),
        minimum_points=table.whole("minimum_points", 0, MOST_POINTS),
        most_percent=table.whole("most_percent", 0, 100),
        most_minor=table.money("most_minor") if table.filled("most_minor") else None,
    )
    table.end()
    return rule


def _rewards(top: _Table) -> tuple[Reward, ...]:
    seen: set[str] = set()
    rewards = []
    for number, document in enumerate(top.items("rewards", MOST_REWARDS)):
        table = _Table(f"rewards[{number}]", document)
        reward = _one_reward(table)
        if reward.id in seen:
            table.refuse("id", "repeated")
        seen.add(reward.id)
        rewards.append(reward)
    return tuple(rewards)


def _one_reward(table: _Table) -> Reward:
    """Money off must be worth something: there would be no line to carry its points."""
    kind = table.choice("kind", RewardKind)
    starts_on = table.day("starts_on") if table.filled("starts_on") else None
    ends_on = table.day("ends_on") if table.filled("ends_on") else None
    if starts_on and ends_on and ends_on < starts_on:
        table.refuse("ends_on", "before-start")
    reward = Reward(
        id=table.text("id"),
        name=table.text("name"),
        kind=kind,
        points=table.whole("points", 1, MOST_POINTS),
        value_minor=table.money("value_minor", 1 if kind is RewardKind.MONEY_OFF else 0),
        minimum_spend_minor=table.money("minimum_spend_minor"),
        starts_on=starts_on,
        ends_on=ends_on,
        names=_names(table.table("names")),
    )
    table.end()
    return reward


def _names(table: _Table) -> tuple[tuple[str, str], ...]:
    document: Mapping[str, Any] = table.document
    return tuple((table.checked(language, language), table.text(language)) for language in document)


def _returns(table: _Table) -> ReturnRule:
    rule = ReturnRule(
        missing=table.choice("missing", Missing),
        grace_days=table.whole("grace_days", 0, MOST_GRACE_DAYS),
        undo_minutes=table.whole("undo_minutes", 0, MOST_UNDO_MINUTES),
    )
    table.end()
    return rule
