"""`python -m tests.bench.basket`: what fifty rules cost a basket of twenty lines.

A member with a year of purchases, really booked; accrue, quote, preview and the whole confirmation,
under fifty rules and under one rate, in turns: CPU of one, medians of rounds. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from subprocess import run
from typing import Any
from uuid import UUID

from loyalty.accrual.pipeline import accrue
from loyalty.basket import Basket
from loyalty.members.history import Scene
from loyalty.redemption.quote import quote
from loyalty.rules.program import Program
from pos.clock import FixedClock
from pos.counter import confirm, look, preview
from pos.shop import Shop
from tests.bench.catalogue import RULES, SINGLE_RATE, basket, whole_program
from tests.bench.ledger import cpu_us
from tests.shop.house import act, anna, clean, clock_of, open_at

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
VISITS = 104  # two a week, for a year
PER_ROUND = 20


@dataclass(frozen=True, slots=True)
class Counter:
    """A shop with its program, a member with a past, and the next baskets."""

    shop: Shop
    program: Program
    member: UUID
    chance: random.Random

    def basket(self) -> Basket:
        return basket(self.chance)

    def book(self) -> None:
        """A sale from the first read to the commit."""
        confirm(self.shop, act(self.shop), self.basket(), self.member)

    def look(self) -> Scene:
        """What the rules are shown: read once, when the card is scanned."""
        return look(self.shop, self.member)


def counter(folder: Path, program: Program, visits: int = VISITS) -> Counter:
    """Furnish it and let the member buy twice a week."""
    folder.mkdir()
    shop = open_at(folder, FixedClock(FIRST), program)
    found = Counter(shop, program, anna(shop).id, random.Random(7))
    for visit in range(visits):
        found.book()
        clock_of(shop).advance(timedelta(days=3 + visit % 2))
    return found


def measure(folder: Path, rounds: int) -> dict[str, Any]:
    """The two programs in turns; CPU microseconds, and how many times one rate's."""
    many, one = (
        counter(folder / name, program)
        for name, program in (("many", whole_program()), ("one", SINGLE_RATE))
    )
    with closing(many.shop.store), closing(one.shop.store):
        scene, plain = many.look(), one.look()
        goods = many.basket()
        steps: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "accrue": (
                lambda: accrue(goods, many.program, scene=scene),
                lambda: accrue(goods, one.program, scene=plain),
            ),
            "quote": (
                lambda: quote(many.program, scene, goods),
                lambda: quote(one.program, plain, goods),
            ),
            "preview": (
                lambda: preview(many.program, scene, goods, ()),
                lambda: preview(one.program, plain, goods, ()),
            ),
            "look": (many.look, one.look),
            "confirm": (many.book, one.book),
        }
        told = {name: _compared(*each, rounds) for name, each in steps.items()}
        why = accrue(goods, many.program, scene=scene).why
        assert scene.standing is not None
        return {
            "rules": RULES,
            "lines": len(goods.lines),
            "visits_before": VISITS,
            "counts_of_the_member": len(scene.history.counts),
            "parts_of_the_explanation": len(why.parts),
            "points": why.points,
            **told,
            "books_clean": clean(many.shop) and clean(one.shop),
        }


def _compared(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> dict[str, float]:
    pairs = [(cpu_us(ours, PER_ROUND), cpu_us(floor, PER_ROUND)) for _ in range(rounds)]
    return {
        "cpu_us": round(median(a for a, _ in pairs)),
        "single_rate_cpu_us": round(median(b for _, b in pairs)),
        "ratio_to_single_rate": round(median(a / b for a, b in pairs), 2),
    }


def fsyncs_per_confirm(folder: Path, sales: int = 40) -> float | None:
    """Syncs of one sale without checkpoints; None where strace is not installed."""
    strace = shutil.which("strace")
    if strace is None:
        return None
    some, none = (_syncs(strace, folder, times) for times in (sales, 0))
    return (some - none) / sales


def _syncs(strace: str, folder: Path, sales: int) -> int:
    report = folder / f"syncs-{sales}.txt"
    command = [strace, "-f", "-o", str(report), "-e", "trace=fsync,fdatasync"]
    command += [sys.executable, "-m", "tests.bench.basket", "--sell", str(sales)]
    run([*command, "--folder", str(folder / f"sold-{sales}")], check=True)
    return sum("sync(" in line for line in report.read_text().splitlines())


def sell_some(folder: Path, sales: int) -> None:
    """What strace watches."""
    found = counter(folder, whole_program(), visits=1)
    with closing(found.shop.store) as store:
        with store.writing() as work:
            work._db.execute("PRAGMA wal_autocheckpoint = 0")
        for _ in range(sales):
            found.book()


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--rounds", type=int, default=9)
    wanted.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    wanted.add_argument("--sell", type=int, help=argparse.SUPPRESS)
    asked = wanted.parse_args()
    if asked.sell is not None:
        sell_some(asked.folder, asked.sell)
        return
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(Path(scratch), asked.rounds)
        found["fsyncs_per_confirm"] = fsyncs_per_confirm(Path(scratch))
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
