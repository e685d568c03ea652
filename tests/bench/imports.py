"""How fast files come in, and in how much memory: made-up members and sales through the importers.

`python -m tests.bench.imports --members 20000 --sales 100000`: JSON with rows a second and the most
memory each step held. The sales are of one line, in a shop with one rate. `--check`: sales are only
checked, for files of any length.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from loyalty.rules.program import Program
from pos.clock import FixedClock
from pos.importing.bringing import Outcome, Wish, bring
from pos.opening import starter_program
from pos.settings import Settings
from pos.shop import Shop
from pos.store import open_store

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def shop_in(folder: Path, program: Program | None = None, currency: str = "EUR") -> Shop:
    """A new shop with a clock that stands still; the starter program if none is given."""
    settings = Settings(currency=currency)
    clock = FixedClock(NOW)
    store = open_store(folder / "regulars.db", clock, reserve_bytes=0)
    with store.writing() as work:
        work.add_program(program or starter_program(settings, date(2000, 1, 1)))
    return Shop(store, clock, settings)


def timed(act: Callable[[], Outcome]) -> dict[str, Any]:
    """An import's figures. The memory is the most this process ever held, in MiB."""
    began = time.perf_counter()
    found = act()
    took = time.perf_counter() - began
    if found.fault_count:
        raise SystemExit(f"{found.fault_count} faults, the first: {found.faults[0]}")
    return {
        "rows": found.rows,
        "booked": found.booked,
        "already": found.already,
        "seconds": round(took, 2),
        "rows_a_second": round(found.rows / took),
        "booked_a_second": round(found.booked / took),
        "peak_mib": peak_mib(),
    }


def peak_mib() -> int:
    """The most memory of this process so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1 << 20 if sys.platform == "darwin" else 1 << 10)


def write_members(path: Path, members: int) -> None:
    """A file of so many members with number, name, phone and e-mail."""
    with path.open("w", encoding="utf-8") as file:
        file.write("id,name,phone,email,joined\n")
        for n in range(members):
            file.write(f"{n},Name{n} Family{n % 997},+4915{n:09d},m{n}@example.com,2020-01-01\n")


def write_sales(path: Path, members: int, sales: int) -> None:
    """A file of so many sales over two years, shuffled; one in five without a member."""
    luck = random.Random(7)
    first = NOW - timedelta(days=730)
    with path.open("w", encoding="utf-8") as file:
        file.write("date,receipt,id,amount,units,category\n")
        for n in range(sales):
            at = first + timedelta(minutes=luck.randrange(729 * 24 * 60))
            who = luck.randrange(members) if luck.random() < 0.8 else ""
            amount = f"{luck.randrange(1, 90)}.{luck.randrange(100):02d}"
            file.write(f"{at:%Y-%m-%d %H:%M},R{n},{who},{amount},1,c{n % 9}\n")


def measure(members: int, sales: int, folder: Path, *, check: bool) -> dict[str, Any]:
    """Members, sales, and the sales once more."""
    people, past = folder / "members.csv", folder / "sales.csv"
    write_members(people, members)
    write_sales(past, members, sales)
    shop = shop_in(folder)
    wish = Wish(dry_run=check)
    try:
        told: dict[str, Any] = {"start_mib": peak_mib()}
        told["members"] = timed(lambda: bring(shop, "members", people))
        told["sales"] = timed(lambda: bring(shop, "sales", past, wish))
        if not check:
            told["sales_again"] = timed(lambda: bring(shop, "sales", past))
        return told
    finally:
        shop.store.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=20_000)
    parser.add_argument("--sales", type=int, default=100_000)
    parser.add_argument("--check", action="store_true", help="book no sales")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = measure(options.members, options.sales, Path(folder), check=options.check)
        print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
