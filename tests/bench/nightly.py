"""`python -m tests.bench.nightly --members 200000`: one night of a shop with many members.

A quarter each has points that vest, points that end, an automatic reward in reach, and nothing;
every hundredth brought a friend. Told: seconds and CPU, what a till in another window waited for
the writer meanwhile, that a second night does nothing, and that one killed with -9 in its middle
and run again ends as if it had not been.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Event, Thread
from typing import Any
from uuid import UUID

from loyalty.ledger.entry import EntryKey
from loyalty.rules.activity import Referral, ReferralRule
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind
from pos.clock import FixedClock
from pos.counter import confirm
from pos.nightly import nightly, resegment
from pos.shop import Shop
from pos.store import verify
from tests.bench.catalogue import SINGLE_RATE
from tests.bench.ledger_fill import fill_people, member_id
from tests.bench.pulse import percentiles
from tests.shop.house import act, goods, open_at

TODAY = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
DAYS_BEFORE = 20  # the friends' first purchases
PROGRAM = replace(
    SINGLE_RATE,
    rewards=(Reward("free", "A coffee", RewardKind.GIFT, 800, 300, automatic=True),),
    referral=ReferralRule(referrer_points=50, friend_points=50, spend_minor=1_000),
)


def shop_at(folder: Path, moment: datetime = TODAY, program: Program = PROGRAM) -> Shop:
    """The shop in a folder, opened at a moment."""
    return open_at(folder, FixedClock(moment), program)


def fill(folder: Path, members: int) -> None:
    """Members in four quarters, and friends whose first purchase is old enough."""
    fresh = shop_at(folder, TODAY - timedelta(days=DAYS_BEFORE))
    fresh.store.close()
    path = folder / "regulars.db"
    fill_people(path, members)
    with closing(sqlite3.connect(path)) as db:
        db.create_function("nth", 1, lambda raw: int.from_bytes(raw[8:]), deterministic=True)
        db.execute("PRAGMA synchronous = OFF")
        # Terminal 9 booked them: each lot has a place of its own, as it names its vesting and end.
        db.execute("UPDATE lot SET lot_terminal = 9, lot_seq = nth(member) + 1")
        db.execute("UPDATE lot SET points = 500 WHERE nth(member) % 4 IN (0, 3)")
        db.execute("UPDATE balance SET points = 500 WHERE nth(member) % 4 IN (0, 3)")
        db.execute("UPDATE lot SET side = 3, vests = 20260302 WHERE nth(member) % 4 = 0")
        db.execute("UPDATE balance SET points = 0 WHERE nth(member) % 4 = 0")
        db.execute("UPDATE lot SET expires = 20260301 WHERE nth(member) % 4 = 1")
        for day in (20250110, 20250601, 20251201, 20260201):  # when each one came, for segments
            db.execute(
                "INSERT INTO member_day SELECT 1, id, ?, 1, 1000 + nth(id) % 5000, 10, 0, 1 "
                "FROM member WHERE nth(id) % 16 >= (? % 13)",
                (day, day // 100),
            )
        db.commit()
    shop = shop_at(folder, TODAY - timedelta(days=DAYS_BEFORE))
    for number in range(3, members, 400):
        friend, referrer = (UUID(bytes=member_id(n)) for n in (number, number - 1))
        with shop.store.writing() as work:
            work.add_referral(Referral(friend, referrer, shop.today))
        confirm(shop, act(shop), goods(5_000), friend)
    shop.store.close()


def state(path: Path) -> dict[str, Any]:
    """All that a night may change, in sums; codes and moments are each night's own."""
    asked = {
        "entries": "SELECT kind, count(*), count(DISTINCT source) FROM entry GROUP BY kind",
        "points": "SELECT account, sum(points) FROM posting GROUP BY account",
        "lots": "SELECT side, count(*), sum(points) FROM lot GROUP BY side",
        "balances": "SELECT sum(points), sum(owed), sum(entries) FROM balance",
        "vouchers": "SELECT count(*), count(DISTINCT member) FROM voucher",
        "segments": "SELECT segment, count(*) FROM member GROUP BY segment",
        "referrals": "SELECT state, count(*) FROM referral GROUP BY state",
    }
    with closing(sqlite3.connect(path)) as db:
        return {name: db.execute(sql).fetchall() for name, sql in asked.items()}


def night_of(shop: Shop) -> dict[str, Any]:
    """The night and the segments."""
    began, used = time.perf_counter(), time.process_time()
    done = nightly(shop)
    nights = time.perf_counter() - began
    changed = resegment(shop)
    return {
        "seconds": round(time.perf_counter() - began, 2),
        "cpu_s": round(time.process_time() - used, 2),
        "of_it_segments_s": round(time.perf_counter() - began - nights, 2),
        "vested": done.vested,
        "expired": done.expired,
        "rewards": done.rewards,
        "referrals_rewarded": done.rewarded,
        "segments_changed": changed,
    }


def timed(shop: Shop) -> list[float]:
    """Milliseconds of every transaction from now on."""
    took: list[float] = []
    writing = shop.store.writing

    @contextmanager
    def watched() -> Iterator[Any]:
        with writing() as work:
            began = time.perf_counter()
            yield work
        took.append((time.perf_counter() - began) * 1000)

    shop.store.writing = watched  # type: ignore[method-assign]
    return took


def measure(folder: Path, members: int, some: int) -> dict[str, Any]:
    """A whole night with a till beside it, a second one, and a smaller one that is killed."""
    began = time.perf_counter()
    fill(folder, members)
    filled = round(time.perf_counter() - began, 1)
    shop = shop_at(folder)
    with shop.store.reading() as view:
        last = view.last_entry()
    till = _child("--till", folder)
    took = timed(shop)
    told = night_of(shop)
    waits = json.loads(till.communicate("enough\n")[0])
    again = night_of(shop)
    with shop.store.reading() as view:
        faults = sum(1 for _ in verify(view, since=last.key if last else EntryKey(0, 0, 0)))
    shop.store.close()
    return {
        "members": members,
        "fill_s": filled,
        "night": told,
        "us_cpu_a_member": round(told["cpu_s"] / members * 1e6),
        "transactions": len(took),
        "transaction_ms": percentiles(took) | {"max": round(max(took), 1)},
        "till_waited_ms": waits,
        "second_night": again,
        "faults_in_its_entries": faults,
        "killed": killed(folder / "killed", some),
    }


def killed(folder: Path, members: int) -> dict[str, Any]:
    """Nights killed at four moments and run again, each beside the same night in one piece."""
    whole = folder / "whole"
    whole.mkdir(parents=True)
    fill(whole, members)
    cut = [shutil.copytree(whole, folder / f"cut-{number}") for number in range(4)]
    began = time.perf_counter()
    _child("--night", whole).communicate()
    took = time.perf_counter() - began
    right, found = state(whole / "regulars.db"), []
    for number, one in enumerate(cut):
        child = _child("--night", one)
        assert child.stdout is not None
        child.stdout.readline()  # it has begun
        time.sleep(took * (number + 1) / 8)
        child.kill()
        child.communicate()
        in_between = state(one / "regulars.db")
        _child("--night", one).communicate()
        found.append((in_between != right, state(one / "regulars.db") == right))
    return {
        "members": members,
        "nights": len(found),
        "cut_off": sum(unfinished for unfinished, _ in found),
        "ended_alike": sum(alike for _, alike in found),
    }


def _child(what: str, folder: Path) -> Popen[str]:
    command = [sys.executable, "-m", "tests.bench.nightly", what, str(folder)]
    return Popen(command, stdin=PIPE, stdout=PIPE, text=True)


def one_night(folder: Path) -> None:
    """What is killed."""
    shop = shop_at(folder)
    print("begun", flush=True)
    night_of(shop)
    shop.store.close()


def sell_meanwhile(folder: Path) -> None:
    """A till of another window: ten times a second a transaction; how long it waited for its turn.

    Until a line comes in.
    """
    shop, waits, enough = shop_at(folder), [0.0, 0.0], Event()
    Thread(target=lambda: (sys.stdin.readline(), enough.set()), daemon=True).start()
    while not enough.wait(0.1):
        began = time.perf_counter()
        with shop.store.writing():
            waits.append((time.perf_counter() - began) * 1000)
    print(json.dumps({"times": len(waits), **percentiles(waits), "max": round(max(waits), 1)}))
    shop.store.close()


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--members", type=int, default=4_000)
    wanted.add_argument("--killed", type=int, default=2_000, help="members of the nights killed")
    wanted.add_argument("--night", type=Path, help=argparse.SUPPRESS)
    wanted.add_argument("--till", type=Path, help=argparse.SUPPRESS)
    asked = wanted.parse_args()
    if asked.night:
        one_night(asked.night)
    elif asked.till:
        sell_meanwhile(asked.till)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            print(json.dumps(measure(Path(scratch), asked.members, asked.killed), indent=1))


if __name__ == "__main__":
    main()
