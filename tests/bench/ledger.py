"""`python -m tests.bench.ledger`: what a sale and a look-up cost, against the driver alone.

Both write the same rows into the same file in the same run, in turns; CPU time, medians of rounds.
`--entries 0,1000000,10000000 --members 1000000` sets how full the ledger is. JSON on stdout.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from subprocess import run
from typing import Any
from uuid import UUID

from loyalty.basket import Basket
from loyalty.ledger.account import Account
from loyalty.ledger.entry import Entry
from loyalty.sales.sale import Occasion
from loyalty.sales.selling import sale_entry, sell
from pos.clock import FixedClock
from pos.store import Store, View, open_store
from tests.bench.ledger_bytes import bytes_of_an_entry
from tests.bench.ledger_fill import card_code, fill_people, fill_sales, member_id
from tests.bench.ledger_raw import Raw
from tests.store.shop import PROGRAM, clock_at, goods, set_up, standing

LINES = 3
PER_ROUND = 100
TAKEN_APART = 1_000_000  # entries; a larger file is only weighed, its parts are the same


class Till:
    """A store that sells three lines to members at random."""

    def __init__(
        self, store: Store, clock: FixedClock, members: int, chance: random.Random
    ) -> None:
        self.store, self.clock, self.members, self.chance = store, clock, members, chance
        self.basket: Basket = goods(*([334] * LINES))

    def member(self) -> UUID:
        return UUID(bytes=member_id(self.chance.randrange(self.members)))

    def award(self) -> Entry:
        """The whole path: account, rules, entry, rows, commit."""
        with self.store.writing() as work:
            member = self.member()
            account = work.account(member)
            when = self.occasion()
            sale, _ = sell(self.basket, PROGRAM, when, standing(member, account))
            return work.append(sale_entry(sale, account, when))

    def prepared(self) -> Callable[[], object]:
        """The store's part alone: the entry was made before."""
        with self.store.reading() as view:
            member = self.member()
            account = view.account(member)
        when = self.occasion()
        sale, _ = sell(self.basket, PROGRAM, when, standing(member, account))
        entry = sale_entry(sale, account, when)

        def book() -> None:
            with self.store.writing() as work:
                work.account(member)
                work.append(entry)

        return book

    def occasion(self) -> Occasion:
        ident = UUID(int=self.chance.getrandbits(128))
        return Occasion(ident, 1_772_442_000_000, self.clock.today(), "op1")


def cpu_us(work: Callable[[], object], times: int = PER_ROUND) -> float:
    """CPU microseconds of one call, mean over `times`."""
    before = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - before) / times * 1e6


def measure(folder: Path, entries: int, members: int, rounds: int) -> dict[str, Any]:
    """One ledger of this size beside an empty one: awards, look-ups, searches and bytes."""
    clock, chance = clock_at(), random.Random(entries + 1)
    path, other = folder / "full.db", folder / "empty.db"
    with (
        open_store(path, clock, reserve_bytes=0) as store,
        open_store(other, clock, reserve_bytes=0) as empty,
    ):
        tills = []
        for one in (store, empty):
            set_up(one)
            fill_people(one.path, members)
            tills.append(Till(one, clock, members, chance))
        full, bare = tills
        people = path.stat().st_size
        began = time.perf_counter()
        fill_sales(path, members, entries, one_line_body(bare))
        found = {
            "entries": entries,
            "members": members,
            "fill_s": round(time.perf_counter() - began, 1),
            "file_mib": path.stat().st_size >> 20,
            "bytes_per_member": round(people / members, 1),
            "bytes_per_entry": round((path.stat().st_size - people) / entries) if entries else None,
            "bytes_of_an_entry": (
                bytes_of_an_entry(path, entries) if 0 < entries <= TAKEN_APART else None
            ),
            "award": awards(full, bare, rounds),
            "look_up": look_ups(full, rounds),
            "search": searches(full),
        }
    for left in (path, other):
        left.unlink()
    return found


def one_line_body(till: Till) -> str:
    """The body of the sale that the fill repeats."""
    sale, _ = sell(goods(1_000), PROGRAM, till.occasion(), standing(till.member(), Account()))
    return sale_entry(sale, Account(), till.occasion()).body


def awards(full: Till, bare: Till, rounds: int) -> dict[str, float]:
    """CPU of a sale: the whole path, the store's part, the driver alone; and on an empty ledger."""
    raw = Raw(full.store.path, full.award().body, LINES)
    whole, alone, floor, empty = [], [], [], []
    for _ in range(rounds):
        whole.append(cpu_us(full.award))
        empty.append(cpu_us(bare.award))
        floor.append(cpu_us(lambda: raw.award(full.member().bytes)))
        ready = [full.prepared() for _ in range(PER_ROUND)]
        alone.append(cpu_us(lambda: ready.pop()(), PER_ROUND))  # noqa: B023  (called at once)
    raw.db.close()
    return {
        "cpu_us": round(median(whole)),
        "store_cpu_us": round(median(alone)),
        "raw_cpu_us": round(median(floor)),
        "empty_cpu_us": round(median(empty)),
        "ratio_to_raw": round(_ratio(whole, floor), 2),
        "store_ratio_to_raw": round(_ratio(alone, floor), 2),
        "ratio_to_empty": round(_ratio(whole, empty), 2),
    }


def look_ups(till: Till, rounds: int) -> dict[str, float]:
    """CPU of a scan: member, card and account by a card's code."""
    raw = Raw(till.store.path, "", LINES)
    ours, apart, floor = [], [], []

    asked = [card_code(till.chance.randrange(till.members)) for _ in range(1_000)]
    code = itertools.cycle(asked).__next__

    def look(view: View) -> None:
        found = view.member_by_card(code())
        assert found is not None
        view.account(found[0].id)

    def look_apart() -> None:
        with till.store.reading() as view:
            look(view)

    for _ in range(rounds):
        with till.store.reading() as view:
            ours.append(cpu_us(lambda: look(view), 1_000))
        apart.append(cpu_us(look_apart, 1_000))
        floor.append(cpu_us(lambda: raw.look_up(code()), 1_000))
    raw.db.close()
    return {
        "cpu_us": round(median(ours), 1),
        "own_transaction_cpu_us": round(median(apart), 1),
        "raw_cpu_us": round(median(floor), 1),
        "ratio_to_raw": round(_ratio(ours, floor), 2),
        "own_transaction_ratio_to_raw": round(_ratio(apart, floor), 2),
    }


def searches(till: Till) -> dict[str, float]:
    """Milliseconds of looking a member up by name or by the end of a phone number."""
    asked = {
        "name": "name0123",
        "one_letter": "n",
        "two_words": "fam name0123",
        "phone_tail": "4321",
        "nobody": "zzz",
    }
    found = {}
    for what, text in asked.items():
        times = []
        for _ in range(7):
            with till.store.reading() as view:
                began = time.perf_counter()
                view.find_members(text)
                times.append((time.perf_counter() - began) * 1e3)
        found[f"{what}_ms"] = round(median(times), 2)
    return found


def _ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the rounds' own ratios: what weighs on a round weighs on both."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


# --- fsyncs, counted by strace ------------------------------------------------------------------


def fsyncs_per_sale(folder: Path, sales: int = 200) -> dict[str, float] | None:
    """Syncs of one sale, without and with checkpoints; None where strace is not installed."""
    strace = shutil.which("strace")
    if strace is None:
        return None
    return {
        name: (_syncs(strace, folder, pages, sales) - _syncs(strace, folder, pages, 0)) / sales
        for name, pages in (("sale", 0), ("with_checkpoints", 1_000))
    }


def _syncs(strace: str, folder: Path, pages: int, sales: int) -> int:
    report = folder / "syncs"
    path = folder / f"syncs-{pages}-{sales}.db"
    command = [strace, "-f", "-o", str(report), "-e", "trace=fsync,fdatasync"]
    command += [sys.executable, "-m", "tests.bench.ledger", "--sell", str(sales)]
    run([*command, "--path", str(path), "--pages", str(pages)], check=True)
    return sum("sync(" in line for line in report.read_text().splitlines())


def sell_some(path: Path, sales: int, pages: int) -> None:
    """What strace watches: `sales` sales, with a checkpoint every `pages` pages (0: none)."""
    clock = clock_at()
    with open_store(path, clock, reserve_bytes=0) as store:
        set_up(store)
        with store.writing() as work:
            work._db.execute(f"PRAGMA wal_autocheckpoint = {pages}")
        till = Till(store, clock, 1, random.Random(1))
        for _ in range(sales):
            till.award()


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--entries", default="0,100000")
    wanted.add_argument("--members", type=int, default=20_000)
    wanted.add_argument("--rounds", type=int, default=9)
    wanted.add_argument("--folder", type=Path, help="where the big files go for a while")
    wanted.add_argument("--sell", type=int, help=argparse.SUPPRESS)
    wanted.add_argument("--path", type=Path, help=argparse.SUPPRESS)
    wanted.add_argument("--pages", type=int, default=1_000, help=argparse.SUPPRESS)
    args = wanted.parse_args()
    if args.sell is not None:
        sell_some(args.path, args.sell, args.pages)
        return
    with tempfile.TemporaryDirectory(dir=args.folder) as scratch:
        folder = Path(scratch)
        sizes = [int(size) for size in args.entries.split(",")]
        found = {
            "fsyncs_per": fsyncs_per_sale(folder),
            "ledgers": [measure(folder, size, args.members, args.rounds) for size in sizes],
        }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
