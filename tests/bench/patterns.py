"""Fraud put into a year of an honest shop with heavy regulars: what each pattern finds of it.

`python -m tests.bench.patterns [--sales N] [--seed N] [--weeks N]` prints one JSON object. The year
is written straight into the tables that patterns read; rows say what the use cases would.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pos.clock import FixedClock
from pos.patterns.definitions import PATTERNS
from pos.patterns.finding import Finding, House, look
from pos.store import open_store
from pos.store.columns import day_number
from pos.store.deeds import Mark

START = date(2026, 1, 5)  # a Monday
OPEN_H, CLOSE_H = 9, 21
OPERATORS = ("ana", "ben", "cho", "dag", "eva", "fay")
LIMITS = {"dag": 200, "eva": 200, "fay": 2_000}
"""What these may adjust alone on a day; the others may not."""
SALE, RETURN, ADJUSTMENT, UNLINKED, CLAIM = 1, 2, 10, 23, 24
MINUTE_MS = 60_000


@dataclass(slots=True)
class Year:
    """The rows of a year, and what was put into it that is not honest."""

    db: sqlite3.Connection
    chance: random.Random
    seq: int = 0
    sales: int = 0
    fraud: set[tuple[str, str, int]] = field(default_factory=set)  # pattern, operator, week
    cards: set[bytes] = field(default_factory=set)  # of friends who gain by it
    rows: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))

    def entry(self, kind: int, at_ms: int, day: date, member: bytes | None, body: str = "") -> int:
        """One more entry; its number."""
        self.seq += 1
        self.rows["entry"].append(
            (
                *(1, 1, 1, self.seq, self.chance.randbytes(16), kind, at_ms, day_number(day)),
                *(member, 1, body or "{}", bytes(32)),
            )
        )
        return self.seq

    def sale(self, day: date, minute: float, operator: str, member: bytes | None) -> int:
        """A sale at a minute of a day; its entry's number."""
        at_ms = moment(day, minute)
        seq = self.entry(SALE, at_ms, day, member)
        self.sales += 1
        row = (1, 1, 1, seq, member, 1000, 0, 10, 0, "EUR", at_ms, day_number(day), None)
        self.rows["sale"].append((*row, operator, ""))
        return seq

    def void(self, of: int, day: date, minute: float, operator: str) -> None:
        """The sale is taken back whole."""
        seq = self.entry(RETURN, moment(day, minute), day, None)
        row = (1, 1, 1, seq, 1, 1, of, None, 10, 0, 1000, 1, None, operator, day_number(day))
        self.rows["returned"].append((*row, None, None, None))

    def unlinked(self, day: date, minute: float, operator: str) -> None:
        """Goods come back without a sale."""
        self.entry(UNLINKED, moment(day, minute), day, None, json.dumps({"o": operator}))

    def adjust(self, day: date, operator: str, member: bytes, points: int) -> None:
        """Points by hand that nobody approved."""
        body = json.dumps({"v": 1, "p": points, "why": "sorry", "o": operator})
        self.entry(ADJUSTMENT, moment(day, self.chance.uniform(600, 1200)), day, member, body)

    def attach(self, day: date, minute: float, later: float, operator: str, member: bytes) -> None:
        """A receipt of a minute, credited so many minutes later."""
        at_ms = moment(day, minute + later)
        seq = self.entry(CLAIM, at_ms, day, member, json.dumps({"x": {"o": operator}}))
        row = (1, 1, 1, seq, CLAIM, "regulars", f"1-1-{seq}", "", "", None, 1000)
        self.rows["claimed"].append((*row, day_number(day), moment(day, minute), None, member, 0))

    def write(self) -> None:
        """Put the rows where they are read."""
        for name, rows in self.rows.items():
            marks = ",".join("?" * len(rows[0]))
            self.db.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        self.rows.clear()
        self.db.commit()


@dataclass(frozen=True, slots=True)
class People:
    """The members: `heavy` come every day, `own` are operators' own cards."""

    usual: list[bytes]
    heavy: list[bytes]
    own: dict[str, bytes]

    @property
    def house(self) -> House:
        """What the patterns know of the house."""
        marks = tuple(Mark(UUID(bytes=m), "staff", who) for who, m in self.own.items())
        return House(marks, LIMITS)


def moment(day: date, minute: float) -> int:
    """A minute of a day, in milliseconds since 1970."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(start.timestamp() * 1000 + minute * MINUTE_MS)


def people(chance: random.Random) -> People:
    """Three thousand who come now and then, sixty who come daily, six who work here."""

    def some(count: int) -> list[bytes]:
        return [chance.randbytes(16) for _ in range(count)]

    return People(some(3_000), some(60), dict(zip(OPERATORS, some(len(OPERATORS)), strict=True)))


def on_duty(day: date, minute: float, chance: random.Random) -> str:
    """Who rings it up: three of six at a time, in shifts that rotate by the week; one of them
    stands at the till most.
    """
    week = (day - START).days // 7
    early = minute < 15 * 60
    first = (week + (0 if early else 3) + day.weekday() // 3) % len(OPERATORS)
    team = [OPERATORS[(first + n) % len(OPERATORS)] for n in range(3)]
    return chance.choices(team, weights=(5, 3, 2))[0]


def honest_day(year: Year, known: People, day: date, sales: int) -> None:
    """A day: strangers, members, regulars at their hour, now and then what honest people do."""
    chance = year.chance
    for _ in range(chance.randrange(sales * 8 // 10, sales * 12 // 10)):
        minute = chance.triangular(OPEN_H * 60, CLOSE_H * 60, 13 * 60)
        member = chance.choice(known.usual) if chance.random() < 0.45 else None
        visit(year, day, minute, member)
    for number, member in enumerate(known.heavy):
        times = 2 if number % 4 == 0 else 1  # a quarter of them twice a day
        for turn in range(times):
            if chance.random() < 0.9:
                usual = OPEN_H * 60 + 10 + (number * 37 + turn * 240) % 660
                visit(year, day, usual + chance.gauss(0, 12), member)
    for who, own in known.own.items():
        if chance.random() < 0.25:
            minute = chance.uniform(OPEN_H * 60, CLOSE_H * 60)
            till = on_duty(day, minute, chance)
            if till != who or chance.random() < 0.05:
                year.sale(day, minute, till, own)
    for who, most in LIMITS.items():
        if chance.random() < 0.12:
            for _ in range(chance.choice((1, 1, 2))):
                points = min(most // 2, int(chance.lognormvariate(3.6, 0.7)))
                year.adjust(day, who, chance.choice(known.usual), points)


def visit(year: Year, day: date, minute: float, member: bytes | None) -> None:
    """A sale, sometimes void, sometimes followed by what was forgotten, sometimes claimed later."""
    chance = year.chance
    who = on_duty(day, minute, chance)
    if member is not None and chance.random() < 0.015:
        year.sale(day, minute, who, None)
        year.attach(day, minute, chance.uniform(20, 200), who, member)
        return
    sold = year.sale(day, minute, who, member)
    if chance.random() < 0.01:
        year.void(sold, day, minute + 1, who)
    if chance.random() < 0.003:
        year.unlinked(day, minute + 5, who)
    if member is not None and chance.random() < 0.02:
        year.sale(day, minute + chance.uniform(2, 12), who, member)


def put_in(year: Year, known: People, week: int) -> None:
    """One week's fraud: an operator each for up to two patterns, at random."""
    chance = year.chance
    for pattern in chance.sample(PATTERNS, 2):
        who = chance.choice([*LIMITS] if pattern.key == "under-limit" else OPERATORS)
        _FRAUD[pattern.key](year, known, week, who)
        year.fraud.add((pattern.key, who, week))


def days_of(week: int, chance: random.Random, count: int, weeks: int = 1) -> list[date]:
    """Days in a week, or in so many up to it."""
    first = START + timedelta(days=7 * (week - weeks + 1))
    return [first + timedelta(days=chance.randrange(7 * weeks)) for _ in range(count)]


def _minute(year: Year) -> float:
    return year.chance.uniform(OPEN_H * 60, CLOSE_H * 60 - 60)


def own_card(year: Year, known: People, week: int, who: str) -> None:
    """Strangers' sales with the operator's own card."""
    for day in days_of(week, year.chance, year.chance.randrange(2, 12)):
        year.sale(day, _minute(year), who, known.own[who])


def same_card(year: Year, known: People, week: int, who: str) -> None:
    """A friend's card, sale after sale."""
    friend = year.chance.choice(known.usual)
    year.cards.add(friend)
    for day in days_of(week, year.chance, year.chance.randrange(1, 4)):
        minute = _minute(year)
        for _ in range(year.chance.randrange(3, 7)):
            minute += year.chance.uniform(2, 9)
            year.sale(day, minute, who, friend)


def after_payment(year: Year, known: People, week: int, who: str) -> None:
    """Slips that were left lying, all on one card."""
    friend = year.chance.choice(known.usual)
    year.cards.add(friend)
    for day in days_of(week, year.chance, year.chance.randrange(2, 10)):
        year.attach(day, _minute(year), year.chance.uniform(20, 300), who, friend)


def under_limit(year: Year, known: People, week: int, who: str) -> None:
    """Day after day just what nobody has to approve."""
    chosen = {*days_of(week, year.chance, year.chance.randrange(3, 13), weeks=4)}
    for day in chosen:
        points = int(LIMITS[who] * year.chance.uniform(0.93, 1.0))
        year.adjust(day, who, year.chance.choice(known.usual), points)


def without_goods(year: Year, known: People, week: int, who: str) -> None:
    """Money out of the drawer for goods that never came back."""
    for day in days_of(week, year.chance, year.chance.randrange(3, 14)):
        year.unlinked(day, _minute(year), who)


def many_voids(year: Year, known: People, week: int, who: str) -> None:
    """Sales taken back once the customer is gone."""
    for day in days_of(week, year.chance, year.chance.randrange(5, 28)):
        minute = _minute(year)
        year.void(year.sale(day, minute, who, None), day, minute + 2, who)


def own_favour(year: Year, known: People, week: int, who: str) -> None:
    """Points by hand to oneself."""
    for day in days_of(week, year.chance, year.chance.randrange(1, 3)):
        year.adjust(day, who, known.own[who], 150)


def one_till(year: Year, known: People, week: int, who: str) -> None:
    """A card that nobody marked, on strangers' sales, all by its owner."""
    card = year.chance.randbytes(16)
    year.cards.add(card)
    for day in days_of(week, year.chance, year.chance.randrange(8, 36), weeks=4):
        year.sale(day, _minute(year), who, card)


_FRAUD = {
    "own-card": own_card,
    "same-card": same_card,
    "after-payment": after_payment,
    "under-limit": under_limit,
    "without-goods": without_goods,
    "voids": many_voids,
    "own-favour": own_favour,
    "one-till": one_till,
}


class Plain:
    """A connection that answers as reports' own does."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def rows(self, sql: str, **facts: object) -> list[tuple[Any, ...]]:
        return self._db.execute(sql, {"merchant": 1, **facts}).fetchall()


def built(
    folder: Path, seed: int, sales: int, weeks: int, fraud: bool = True
) -> tuple[Year, People]:
    """A year in a ledger file of its own."""
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))
    open_store(folder / "year.db", clock, reserve_bytes=0).close()
    db = sqlite3.connect(folder / "year.db")
    chance = random.Random(seed)
    known = people(chance)
    year = Year(db, chance)
    for week in range(weeks):
        for day in range(7):
            honest_day(year, known, START + timedelta(days=7 * week + day), sales)
        if fraud and week >= 8:
            put_in(year, known, week)
        year.write()
    db.executemany(
        "INSERT INTO mark VALUES (1, ?, 'staff', ?)", [(m, who) for who, m in known.own.items()]
    )
    db.execute("PRAGMA optimize")
    db.commit()
    return year, known


Found = dict[int, list[Finding]]


def watched(seed: int, sales: int, weeks: int, fraud: bool) -> tuple[Year, People, Found, float]:
    """A year, what every week from the ninth on found of it, and seconds a week's look took."""
    with tempfile.TemporaryDirectory() as folder:
        year, known = built(Path(folder), seed, sales, weeks, fraud)
        began = time.perf_counter()
        found: Found = {}
        for week in range(8, weeks):
            last = START + timedelta(days=7 * week + 6)
            looked = look(Plain(year.db), known.house, last)
            found[week] = [one for each in looked for one in each.findings]
        seconds = time.perf_counter() - began
        year.db.close()
    return year, known, found, seconds / max(1, weeks - 8)


def measured(seed: int, sales: int, weeks: int) -> dict[str, object]:
    """Precision and recall a pattern; and false alarms of the same year without any fraud."""
    year, known, found, seconds = watched(seed, sales, weeks, fraud=True)
    honest, same, alarms, _ = watched(seed, sales, weeks, fraud=False)
    return {
        "seed": seed,
        "sales": year.sales,
        "weeks": weeks - 8,
        "look_s": round(seconds, 3),
        "heavy_regulars": len(known.heavy),
        "heavy_regulars_flagged": _heavy(known, found) + _heavy(same, alarms),
        "honest_year": {
            "sales": honest.sales,
            "flagged": {
                pattern.key: sum(_of(pattern.key, each) for each in alarms.values())
                for pattern in PATTERNS
            },
        },
        "patterns": {pattern.key: _score(pattern.key, year, found) for pattern in PATTERNS},
    }


def _heavy(known: People, found: Found) -> int:
    heavy = {UUID(bytes=one) for one in known.heavy}
    return sum(one.member in heavy for each in found.values() for one in each)


def _of(key: str, findings: list[Finding]) -> int:
    return sum(one.pattern == key for one in findings)


def _score(key: str, year: Year, found: Found) -> dict[str, object]:
    """`precision`: of what was flagged, how much was fraud of this kind by this operator within the
    days looked at, or a card that fraud of another kind was done with. `recall`: of what was put
    in, small or large, how much the week that ended it found.
    """
    looked = next(pattern.days for pattern in PATTERNS if pattern.key == key) // 7
    put = [(who, week) for name, who, week in year.fraud if name == key]
    guilty = {(who, week + later) for who, week in put for later in range(-looked + 1, looked)}
    found_here = [(one, week) for week, each in found.items() for one in each if one.pattern == key]
    flagged = [(one.operator, week) for one, week in found_here]
    right = sum(
        (one.operator, week) in guilty
        or (one.member is not None and one.member.bytes in year.cards)
        for one, week in found_here
    )
    caught = sum(one in flagged for one in put)
    return {
        "put_in": len(put),
        "recall": round(caught / len(put), 3) if put else None,
        "flagged": len(flagged),
        "precision": round(right / len(flagged), 3) if flagged else None,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sales", type=int, default=250, help="a day")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=52)
    options = parser.parse_args()
    print(json.dumps(measured(options.seed, options.sales, options.weeks), indent=1))


if __name__ == "__main__":
    main()
