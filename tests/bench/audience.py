"""The live count of an audience over all members of a large shop, while somebody edits it.

`python -m tests.bench.audience --members 200000` fills a ledger by SQL (each member bought on ten
days, two lines a sale) and prints milliseconds of CPU and of the clock as one JSON object.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from zoneinfo import ZoneInfo

from loyalty.rules.audience import Audience, Bought, Segment
from loyalty.rules.levels import Measure, Tier, TierRules
from loyalty.rules.which import Which
from pos.campaigns import reach
from pos.clock import FixedClock
from pos.demo import demo_program
from pos.settings import Settings
from pos.shop import Shop
from pos.store import open_store
from tests.bench.ledger_fill import fill_people

TODAY = date(2026, 3, 2)
DAYS = 10  # of a member
ROUNDS = 3

BREAD = Which(categories=frozenset({"shelf3"}))
AUDIENCES = {
    "everybody": Audience(),
    "joined and language": Audience(
        joined_since=date(2025, 1, 1), languages=frozenset({"ko", "zh"})
    ),
    "birthday": Audience(birthday_within_days=14),
    "segment": Audience(segments=frozenset({Segment.LOST, Segment.AT_RISK})),
    "lapsed": Audience(lapsed_days=60),
    "visits in 90 days": Audience(visits_at_least=3, in_days=90),
    "average below": Audience(average_below_minor=1_500),
    "nested": Audience(
        lapsed_days=30,
        any_of=(Audience(spent_at_least_minor=9_000), Audience(visits_at_least=6)),
        none_of=(Audience(segments=frozenset({Segment.LOST})),),
    ),
    "bought in 60 days": Audience(bought=(Bought(BREAD, 60),)),
    "never bought": Audience(never_bought=(Bought(BREAD),)),
    "tier, a part looked at": Audience(tiers=frozenset({"gold"})),
}
_NUMBERS = "WITH RECURSIVE i(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM i WHERE x < ?)"
_DAY = "CAST(strftime('%Y%m%d', '2026-03-02', '-' || (({} * 37 + j * 29) % 300) || ' days') AS INT)"


def fill(path: Path, members: int) -> None:
    """Days, sales and lines of the members; entries are not needed to count."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("PRAGMA foreign_keys=OFF")
        db.execute("CREATE TEMP TABLE who AS SELECT row_number() OVER () - 1 AS n, id FROM member")
        db.execute("CREATE INDEX temp.who_id ON who (id)")
        db.execute(f"CREATE TEMP TABLE js AS {_NUMBERS} SELECT x AS j FROM i", (DAYS - 1,))
        day = _DAY.format("n")
        db.execute(
            "INSERT OR IGNORE INTO member_day (merchant, member, day, visits, spend_minor, earned,"
            f" qualifying, acts) SELECT 1, id, {day}, 1, 500 + n % 3000, 9, 9, 1 FROM who, js"
        )
        db.execute(
            "INSERT INTO sale (merchant, terminal, epoch, seq, member, total_minor, paid_minor,"
            " earned, redeemed, currency, at_ms, bizdate, operator, number) SELECT 1, 9, 1,"
            f" n * {DAYS} + j + 1, id, 900, 900, 9, 0, 'EUR', 0, {day}, 'mina', '' FROM who, js"
        )
        for line in (0, 1):
            db.execute(
                "INSERT INTO sale_line (merchant, terminal, epoch, seq, n, sku, category, brand,"
                " units, amount_minor, earned, paid_points, paid_minor) SELECT 1, 9, 1, seq, ?, "
                "'sku' || (seq * 7 % 400), 'shelf' || ((seq * 31 + ?) % 40), '', 1, 450, 4, 0, 0"
                " FROM sale WHERE terminal = 9",
                (line, line),
            )
        db.execute(
            "UPDATE member SET birthday = strftime('%Y-%m-%d', '1980-01-01', '+' || (SELECT"
            " n * 11 % 365 FROM who WHERE who.id = member.id) || ' days')"
        )
        db.commit()


def measured(members: int) -> dict[str, object]:
    """Milliseconds of each count, the middle of some."""
    clock = FixedClock(datetime(2026, 3, 2, 12, tzinfo=UTC), ZoneInfo("UTC"))
    tiers = TierRules((Tier("gold", "Gold", 6),), Measure.VISITS)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "regulars.db"
        with open_store(path, clock, reserve_bytes=0) as store, store.writing() as work:
            work.add_program(replace(demo_program(), starts_on=date(2020, 1, 1), tiers=tiers))
        fill_people(path, members)
        fill(path, members)
        with open_store(path, clock, reserve_bytes=0) as store:
            shop = Shop(store, clock, Settings(currency="EUR", zone="UTC"))
            return {name: _timed(shop, one) for name, one in AUDIENCES.items()}


def _timed(shop: Shop, audience: Audience) -> dict[str, object]:
    spans, work, found = [], [], None
    for _ in range(ROUNDS):
        began, worked = perf_counter(), process_time()
        found = reach(shop, audience)
        spans.append(1000 * (perf_counter() - began))
        work.append(1000 * (process_time() - worked))
    return {
        "cpu_ms": round(median(work)),
        "clock_ms": round(median(spans)),
        "members": found.members if found else None,
    }


def main() -> None:
    """Print the measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=200_000)
    options = parser.parse_args()
    print(json.dumps({"members": options.members} | measured(options.members), indent=2))


if __name__ == "__main__":
    main()
