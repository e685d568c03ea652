"""`python -m tests.bench.audit --entries 1000000`: `ledger verify` over sales with rich reasons.

The ledger is appended, link by link, with the explanations that fifty rules give; verified in a
process of its own (time, CPU, most memory); then one explanation is changed and must be found.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from loyalty.ledger.account import Account
from loyalty.ledger.entry import Entry, EntryKey
from loyalty.members.history import Standing
from loyalty.members.member import Member
from loyalty.sales.sale import Occasion
from loyalty.sales.selling import sale_entry, sell
from pos.clock import FixedClock
from pos.store import View, open_store, verify
from tests.bench.catalogue import BEGINS, basket, whole_program
from tests.bench.ledger_fill import member_id
from tests.store.shop import clock_at

MOLDS = 300  # sales that the fill repeats, each with a reason of its own
LINES = 3
BATCH = 20_000  # entries a transaction
TAIL = 2_000  # entries looked at for the changed one


def fill(path: Path, entries: int, members: int) -> None:
    """Append so many sales with honest hashes, over members and a hundred days."""
    clock = clock_at()
    with open_store(path, clock, reserve_bytes=0) as store:
        with store.writing() as work:
            work.add_program(whole_program())
        molds = list(_molds(clock))
        for first in range(0, entries, BATCH):
            with store.writing() as work:
                for n in range(first, min(first + BATCH, entries)):
                    who = UUID(bytes=member_id(n * 7919 % members))
                    work.append(replace(molds[n % MOLDS], source=UUID(int=n + 1), member=who))


def _molds(clock: FixedClock) -> Iterator[Entry]:
    """Sales under fifty rules by somebody who was there before."""
    program, chance = whole_program(), random.Random(1)
    standing = Standing(Member(UUID(int=1), "", "", BEGINS))
    for number in range(MOLDS):
        on = clock.today() - timedelta(days=number % 100)
        when = Occasion(UUID(int=number), 1_772_442_000_000, on, "op1")
        sale, _ = sell(basket(chance, LINES), program, when, standing)
        yield sale_entry(sale, Account(), when)
        history = standing.history.with_counts((*sale.daily(on), *sale.counts))
        standing = replace(standing, history=history)


def verified(path: Path, since: EntryKey | None = None) -> dict[str, Any]:
    """Seconds, CPU, most memory of this process, and the first faults."""
    with open_store(path, clock_at(), reserve_bytes=0) as store, store.reading() as view:
        start, began, used = _peak_mib(), time.perf_counter(), time.process_time()
        faults = [f"{one.what} at {one.entry}" for one in verify(view, since=since)]
        return {
            "seconds": round(time.perf_counter() - began, 2),
            "cpu_s": round(time.process_time() - used, 2),
            "peak_mib": _peak_mib(),
            "peak_mib_before": start,
            "faults": len(faults),
            "first": faults[:3],
            "entries": _entries(view),
        }


def _entries(view: View) -> int:
    return int(view._db.execute("SELECT count(*) FROM entry").fetchone()[0])


def _peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def change_one(path: Path, seq: int) -> None:
    """One point more in the reason of a sale, and nothing else."""
    with closing(sqlite3.connect(path)) as db:
        (guard,) = db.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'entry_no_update'"
        ).fetchone()
        db.execute("DROP TRIGGER entry_no_update")  # as whoever knows the file would
        (body,) = db.execute("SELECT body FROM entry WHERE seq = ?", (seq,)).fetchone()
        document = json.loads(body)
        document["x"]["r"][0][1] += 1
        text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        db.execute("UPDATE entry SET body = ? WHERE seq = ?", (text, seq))
        db.execute(guard)
        db.commit()


def measure(folder: Path, entries: int, members: int) -> dict[str, Any]:
    """Fill, verify in a fresh process, change an explanation, verify the end of the ledger.

    A ledger that is in the folder already is taken as it is: it was filled before.
    """
    path, began = folder / "regulars.db", time.perf_counter()
    if not path.exists():
        fill(path, entries, members)
    filled = round(time.perf_counter() - began, 1)
    with closing(sqlite3.connect(path)) as db:
        body = db.execute("SELECT avg(length(body)) FROM entry").fetchone()[0]
    floor = _floor(path)
    clean = _in_child(path)
    change_one(path, entries - TAIL // 2)
    changed = _in_child(path, "--since", str(entries - TAIL))
    return {
        "entries": entries,
        "members": members,
        "fill_s": filled,
        "file_mib": path.stat().st_size >> 20,
        "body_bytes": round(body),
        "verify": clean,
        "entries_a_second": round(entries / clean["seconds"]),
        "cpu_us_an_entry": round(clean["cpu_s"] / entries * 1e6, 1),
        "ratio_to_reading": round(clean["cpu_s"] / floor, 2),
        "changed": changed["first"],
        "changed_found": changed["faults"] > 0,
    }


def _floor(path: Path) -> float:
    """CPU seconds of the least a check can do: read each row and parse its body, driver alone."""
    with closing(sqlite3.connect(path)) as db:
        used = time.process_time()
        for (body,) in db.execute("SELECT body FROM entry ORDER BY terminal, epoch, seq"):
            json.loads(body)
        for table in ("posting", "sale", "sale_line"):
            for _ in db.execute(f"SELECT * FROM {table}"):
                pass
        return time.process_time() - used


def _in_child(path: Path, *args: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.audit", "--verify", str(path), *args]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--entries", type=int, default=20_000)
    wanted.add_argument("--members", type=int, default=0, help="one for five entries by default")
    wanted.add_argument("--folder", type=Path, help="where the big file goes, and stays")
    wanted.add_argument("--verify", type=Path, help=argparse.SUPPRESS)
    wanted.add_argument("--since", type=int, default=0, help=argparse.SUPPRESS)
    asked = wanted.parse_args()
    if asked.verify:
        print(
            json.dumps(verified(asked.verify, EntryKey(1, 1, asked.since) if asked.since else None))
        )
        return
    members = asked.members or asked.entries // 5
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        print(json.dumps(measure(folder, asked.entries, members), indent=1))


if __name__ == "__main__":
    main()
