"""Figures over a big ledger: CPU seconds of each question, beside the plainest SQL for the same on
bare `sqlite3`; memory; and what a till waits for a sale meanwhile.

`python -m tests.bench.insight --sales 1000000 --members 40000`: JSON. The sales are of three years,
a quarter to nobody, one in fifty returned; a few members buy much, most little.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from loyalty.basket import Basket, Line
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import confirm
from pos.ids import new_id
from pos.insight.behaviour import behaviour, cohort_table
from pos.insight.first import first_screen
from pos.insight.segments import segmented
from pos.insight.sources import Source
from pos.shop import Shop
from pos.store import Operator
from pos.store.columns import day_number
from pos.store.insight.lives import cohort_counts, lives, rfm_base, rhythms
from pos.store.insight.money import by_member, daily, kinds, takings
from pos.store.insight.people import active, quality
from pos.store.insight.points import flow, issues, open_points
from pos.store.insight.purchases import prepare
from pos.store.insight.reading import InsightView, open_view
from tests.bench.imports import NOW, peak_mib, shop_in
from tests.bench.ledger_fill import CHUNK, fill_people, member_id

_T = TypeVar("_T")
DAYS = 3 * 365
FIRST = NOW.date() - timedelta(days=DAYS)
YEAR = timedelta(days=365)
BARE = {
    "rfm": "SELECT member, max(bizdate), count(DISTINCT bizdate), sum(total_minor) FROM sale "
    "WHERE member IS NOT NULL GROUP BY member",
    "cohorts": "WITH f AS (SELECT member, min(bizdate / 100) AS m FROM sale WHERE member IS NOT "
    "NULL GROUP BY member) SELECT f.m, bizdate / 100, count(DISTINCT sale.member) FROM sale "
    "JOIN f USING (member) GROUP BY 1, 2",
    "lives": "SELECT member, min(bizdate), max(bizdate) FROM (SELECT member, bizdate, row_number() "
    "OVER (PARTITION BY member ORDER BY bizdate) AS k FROM (SELECT DISTINCT member, bizdate "
    "FROM sale WHERE member IS NOT NULL)) WHERE k < 4 GROUP BY member",
    "by-member": "SELECT member, sum(total_minor) FROM sale WHERE member IS NOT NULL AND bizdate > "
    "20250301 GROUP BY member",
    "daily": "SELECT bizdate, sum(total_minor) FROM sale GROUP BY bizdate",
}


def fill(path: Path, members: int, sales: int) -> None:
    """Entries, sales, lines, points and returns of one terminal, as a till leaves them."""
    fill_people(path, members)
    numbers = [day_number(FIRST + timedelta(days=n)) for n in range(DAYS)]

    def rows(first: int, last: int) -> Iterator[tuple[int, int, bytes | None, int, int]]:
        for x in range(first, last):
            luck = (x * 2_654_435_761) & 0xFFFFFFFF
            other = (luck * 40_503 >> 7) & 0xFFFF
            who = (luck % members) * (other % members + 1) // members
            owner = None if luck & 3 == 0 else member_id(who)
            yield x, numbers[x * DAYS // sales], owner, 300 + other % 9_000, luck >> 5

    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in ("synchronous = OFF", "cache_size = -262144", "foreign_keys = OFF"):
            db.execute(f"PRAGMA {pragma}")
        start = db.execute("SELECT coalesce(max(seq), 0) + 1 FROM entry").fetchone()[0]
        for first in range(0, sales, CHUNK):
            _chunk(db, list(rows(first, min(sales, first + CHUNK))), start)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _chunk(
    db: sqlite3.Connection, rows: list[tuple[int, int, bytes | None, int, int]], start: int
) -> None:
    ms = int(NOW.timestamp() * 1000) - DAYS * 86_400_000
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO entry VALUES (1, 1, 1, ?, ?, 1, ?, ?, ?, 1, '{}', zeroblob(32))",
        ((start + x, b"fill" + x.to_bytes(12, "big"), ms + x, day, who)
         for x, day, who, _, _ in rows),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO sale VALUES (1, 1, 1, ?, ?, ?, 0, ?, 0, 'EUR', ?, ?, NULL, 'op', '')",
        ((start + x, who, minor, minor // 100 if who else 0, ms + x, day)
         for x, day, who, minor, _ in rows),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO sale_line VALUES (1, 1, 1, ?, 0, 's', ?, '', 1, ?, 0, 0, 0)",
        ((start + x, f"c{luck % 9}", minor) for x, _, _, minor, luck in rows),
    )
    db.executemany(
        "INSERT INTO posting VALUES (1, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
        (row for x, _, who, minor, _ in rows if who for row in (
            (start + x, 0, 1, minor // 100, who, 1, 1, start + x, ms + x),
            (start + x, 1, 3, -(minor // 100), *(None,) * 5))),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO member_day VALUES (1, ?, ?, 1, ?, 1, 0, 1) ON CONFLICT DO UPDATE SET "
        "visits = visits + 1, acts = acts + 1, spend_minor = spend_minor + excluded.spend_minor",
        ((who, day, minor) for _, day, who, minor, _ in rows if who),
    )
    back = [row for row in rows if row[0] % 50 == 0]
    db.executemany(
        "INSERT INTO returned VALUES (1, 1, 2, ?, 1, 1, ?, ?, 0, 0, ?, 0, NULL, 'op', ?, NULL, "
        "NULL, NULL)",
        ((start + x, start + x, who, minor, day) for x, day, who, minor, _ in back),
    )
    db.executemany(
        "INSERT INTO returned_line VALUES (1, 1, 2, ?, 0, 1)", ((start + row[0],) for row in back)
    )
    db.execute("COMMIT")


def timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """What it gives, and CPU seconds: other work on the machine does not count."""
    began = time.process_time()
    found = work()
    return found, round(time.process_time() - began, 3)


def questions(view: InsightView, today: date) -> dict[str, Callable[[], object]]:
    """Every question of the room, once; the first one makes the tables."""
    since = today - YEAR
    return {
        "purchases": lambda: prepare(view),
        "lives": lambda: lives(view, today),
        "rhythms": lambda: rhythms(view, today),
        "rfm": lambda: rfm_base(view, today, since),
        "cohorts": lambda: cohort_counts(view, today),
        "by-member": lambda: by_member(view, since, today),
        "takings": lambda: takings(view, since, today),
        "daily": lambda: daily(view, FIRST, today),
        "kinds": lambda: kinds(view, since, today),
        "active": lambda: active(view, today - timedelta(days=89), today),
        "quality": lambda: quality(view, since, since, today),
        "flow": lambda: flow(view, today - timedelta(days=27), today),
        "issues": lambda: issues(view, today),
        "open-points": lambda: open_points(view),
    }


def bare(path: Path) -> dict[str, float]:
    """The plainest SQL a person would write for the same: no returns, no merges, no marks."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        db.execute("PRAGMA cache_size = -65536")
        return {name: timed(lambda sql=sql: db.execute(sql).fetchall())[1]  # type: ignore[misc]
                for name, sql in BARE.items()}  # fmt: skip


def till(shop: Shop, acts: int) -> dict[str, float]:
    """Milliseconds of a sale, one every 20 ms."""
    took = []
    basket = Basket("EUR", (Line("Bread", 300),))
    with shop.store.reading() as books:
        people = books.active_members(limit=50)
    for n in range(acts):
        began = time.perf_counter()
        confirm(shop, Act(new_id(shop.clock), "op"), basket, people[n % len(people)], [])
        took.append((time.perf_counter() - began) * 1000)
        assert isinstance(shop.clock, FixedClock)
        shop.clock.advance(timedelta(seconds=1))
        time.sleep(0.02)
    took.sort()
    return {"p50_ms": round(took[acts // 2], 1), "p95_ms": round(took[acts * 95 // 100], 1)}


def meanwhile(shop: Shop, acts: int) -> dict[str, Any]:
    """The till alone, and while the first screen is made again and again in another thread."""
    idle = till(shop, acts)
    done = threading.Event()
    screens = 0

    def report() -> None:
        nonlocal screens
        with open_view(shop.store, "EUR") as view:
            while not done.is_set():
                view.refresh()
                first_screen(shop, shop.today, view)
                screens += 1

    worker = threading.Thread(target=report)
    worker.start()
    try:
        busy = till(shop, acts)
    finally:
        done.set()
        worker.join()
    return {"idle": idle, "reporting": busy, "screens": screens}


def _filled_apart(path: Path, members: int, sales: int) -> None:
    """In a process of its own, whose memory is not ours."""
    filler = multiprocessing.get_context("spawn").Process(target=fill, args=(path, members, sales))
    filler.start()
    filler.join()
    if filler.exitcode:
        raise SystemExit("the ledger was not filled")


def run(folder: Path, members: int, sales: int, acts: int) -> dict[str, Any]:
    """Fill, ask, and sell."""
    shop = shop_in(folder)
    with shop.store.writing() as work:
        work.add_operator(Operator("op", "Op", "cashier"))
    began = time.perf_counter()
    _filled_apart(shop.store.path, members, sales)
    filled = round(time.perf_counter() - began, 1)
    told: dict[str, Any] = {"sales": sales, "members": members, "fill_s": filled}
    told["file_mib"] = shop.store.path.stat().st_size >> 20
    plain = bare(shop.store.path)
    told["start_mib"] = peak_mib()
    with open_view(shop.store, "EUR") as view:
        asked = questions(view, shop.today)
        seconds = {name: timed(work)[1] for name, work in asked.items()}
        told["seconds"] = seconds
        told["bare"] = plain
        told["ratio"] = {name: round(seconds[name] / took, 2) for name, took in plain.items()}
        told["ratio_with_purchases"] = round(
            (seconds["purchases"] + sum(seconds[name] for name in plain)) / sum(plain.values()), 2
        )
        told["questions_mib"] = peak_mib()
        source = Source(view, shop.today)
        for name, made in (
            ("first", lambda: first_screen(shop, shop.today, view)),
            ("figures", lambda: behaviour(source, shop.today - YEAR)),
            ("segments", lambda: segmented(source)),
            ("cohort_table", lambda: cohort_table(source)),
        ):
            told[f"{name}_s"] = timed(made)[1]
    told["peak_mib"] = peak_mib()
    told["till"] = meanwhile(shop, acts)
    shop.store.close()
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sales", type=int, default=200_000)
    parser.add_argument("--members", type=int, default=20_000)
    parser.add_argument("--acts", type=int, default=100)
    parser.add_argument("--full", action="store_true", help="1 and 10 million sales")
    options = parser.parse_args()
    sizes = [(options.members, options.sales)]
    if options.full:
        sizes = [(40_000, 1_000_000), (200_000, 10_000_000)]
    told = []
    for members, sales in sizes:
        with tempfile.TemporaryDirectory() as folder:
            told.append(run(Path(folder), members, sales, options.acts))
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
