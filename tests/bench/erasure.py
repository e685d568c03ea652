"""`python -m tests.bench.erasure --members 200000`: one person of many is erased.

With a full profile and 500 purchases. Told: seconds, how much of it kept the writer, what was found
of them in the file and its log afterwards, and whether all sums are as before.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from loyalty.codes import member_card
from pos.consents import consent
from pos.counter import confirm
from pos.enrol import enrol
from pos.leaving import erase
from pos.profiles import Changes, edit_profile
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.store.forgetting import traces_in
from tests.bench.ledger_fill import fill_people
from tests.bench.nightly import timed
from tests.shop.house import act, goods, open_at

NAME, PHONE, EMAIL = "Zerafina Quillfeather", "+4915198765432", "zerafina@quillfeather.example"
CARD = member_card(77_001)
TOLD = Changes(
    email=EMAIL,
    address="Kestrelgasse 4711\n10999 Berlin-Nowhere",
    likes=("Saltmarsh lavender",),
    brands=("Brindlewick & Sons",),
    social=(("instagram", "@zera.quill"),),
    notes="Walks with a lilac umbrella; son is called Bartholo",
)
TRACES = (
    *("Zerafina", "Quillfeather", "zerafina", "quillfeather", PHONE[1:], PHONE[:0:-1], EMAIL, CARD),
    *("Kestrelgasse", "Nowhere", "Saltmarsh", "Brindlewick", "zera.quill", "lilac", "Bartholo"),
)


def sums(path: Path) -> list[Any]:
    """What an erasure may not change: entries but its own, points, lots, balances, sales."""
    asked = (
        "SELECT kind, count(*), sum(length(body)) FROM entry GROUP BY kind ORDER BY kind",
        "SELECT account, sum(points) FROM posting GROUP BY account",
        "SELECT side, count(*), sum(points) FROM lot GROUP BY side",
        "SELECT sum(points), sum(owed) FROM balance",
        "SELECT count(*), sum(total_minor) FROM sale",
        "SELECT count(*), sum(spend_minor), sum(earned) FROM member_day",
    )
    with closing(sqlite3.connect(path)) as db:
        return [db.execute(sql).fetchall() for sql in asked]


def measure(folder: Path, members: int, entries: int) -> dict[str, Any]:
    """Fill, let one of them buy and talk, erase them."""
    shop = open_at(folder)
    path = shop.store.path
    with shop.store.writing() as work:
        work.add_operator(Operator("boss", "Boss", Role.MANAGER))
    person = _known(shop, entries // 2)
    shop.store.checkpoint()
    fill_people(path, members)  # in between: the person's rows lie among theirs
    for _ in range(entries - entries // 2):
        confirm(shop, act(shop), goods(1_000, 500), person)
    shop.store.checkpoint()
    log = path.with_name(path.name + "-wal")
    planted = traces_in(path, TRACES)
    before, took = sums(path), timed(shop)
    began, used = time.perf_counter(), time.process_time()
    done = erase(shop, act(shop, "boss"), person)
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    found = traces_in(path, TRACES) | traces_in(log, TRACES)
    after = sums(path)
    began = time.perf_counter()
    raw = path.read_bytes().count(b"Quillfeather")
    reading = time.perf_counter() - began
    shop.store.close()
    return {
        "members": members,
        "entries_of_the_person": entries,
        "file_mib": path.stat().st_size >> 20,
        "seconds": round(seconds, 2),
        "cpu_s": round(cpu, 2),
        "ratio_to_reading_the_file": round(seconds / reading, 1),
        "transaction_ms": round(max(took), 1),
        "traces_before": len(planted),
        "traces_after": sorted(found),
        "bytes_after": raw + sum(len(text.encode()) for text in found),
        "gone": done.gone,
        "sums_equal": before[1:] == after[1:] and before[0] == after[0][: len(before[0])],
    }


def _known(shop: Shop, sales: int) -> Any:
    person = enrol(shop, act(shop), CARD, PHONE, NAME)
    edit_profile(shop, act(shop), person.id, TOLD)
    consent(shop, person.id, "email", True, "at the counter")
    for _ in range(sales):
        confirm(shop, act(shop), goods(1_000, 500), person.id)
    return person.id


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--members", type=int, default=20_000)
    wanted.add_argument("--entries", type=int, default=500)
    asked = wanted.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        print(json.dumps(measure(Path(scratch), asked.members, asked.entries), indent=1))


if __name__ == "__main__":
    main()
