"""`python -m tests.bench load --shops N --minutes M`: N shops against a real head office.

Every shop has two tills with 500 sales a day each; a business day is played in M minutes, its peak
hour at five times the mean. A tenth of the shops loses its line for four hours and sends all of it
at once. Requests are signed and go over HTTP to the served program on loopback; JSON on stdout.
"""

from __future__ import annotations

import argparse
import heapq
import json
import math
import random
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import sqlalchemy as sa

from pos.clock import SystemClock
from pos.office.ledger.books import Books
from pos.office.ledger.verifying import OfficeAudit
from pos.office.schema.engine import reading
from pos.office.schema.facts import FACTS
from pos.sync.wire import pack
from pos.trouble import TroubleError
from tests.bench.office_sales import Stream, patterns
from tests.bench.office_server import Caller, Served, served
from tests.ground.postgres import PostgresServer
from tools import programs

TILLS_A_SHOP, SALES_A_DAY = 2, 500
MEMBERS_A_SHOP = 300
HOURS = 12
PEAK = 5.0
OUTAGE_HOURS, OUT_OF_TEN = 4, 10
MOST_MINUTES = 30
MOST_SHOPS = 400  # each till keeps a connection, and this is one small machine
PUSH = 1_000


@dataclass(order=True, slots=True)
class Due:
    """When a till has something to send (seconds from the beginning), and how much."""

    at_s: float
    till: int
    sales: int = field(compare=False)


def plan(tills: int, seconds: float, chance: random.Random) -> list[Due]:
    """The day's pushes: a sale at a time, and the waves after an outage."""
    hour = seconds / HOURS
    dues: list[Due] = []
    for till in range(tills):
        lost = till // TILLS_A_SHOP % OUT_OF_TEN == 0
        begins = hour * 4
        until = begins + hour * OUTAGE_HOURS
        kept = 0
        for _ in range(SALES_A_DAY):
            at = hour * _hour(chance)
            if lost and begins <= at < until:
                kept += 1
            else:
                dues.append(Due(at, till, 1))
        if kept:  # the region's line is back for all of them at once
            dues.append(Due(hour * 8, till, kept))
    heapq.heapify(dues)
    return [heapq.heappop(dues) for _ in range(len(dues))]


def _hour(chance: random.Random) -> float:
    """An hour of the day: the one at noon is as busy as five others."""
    at = chance.uniform(0, HOURS - 1 + PEAK)
    if at < 5:
        return at
    return 5 + (at - 5) / PEAK if at < 5 + PEAK else at - PEAK + 1


@dataclass(slots=True)
class Told:
    """What the callers saw."""

    seconds: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    busy: int = 0
    sales: int = 0
    longest_queue: int = 0
    failed: list[str] = field(default_factory=list)


class Shops:
    """Threads that play the tills: a till's pushes in order, what waits meanwhile goes along."""

    def __init__(self, callers: list[Caller], threads: int) -> None:
        self.told = Told()
        self._callers = callers
        self._streams = [
            Stream(caller.number, MEMBERS_A_SHOP * len(callers) // TILLS_A_SHOP, gap_ms=40_000)
            for caller in callers
        ]
        self._waiting = [0] * len(callers)
        self._since = [0.0] * len(callers)
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work) for _ in range(threads)]

    def run(self, dues: list[Due], most_s: float) -> float:
        """Play the day; how long it took until the last was answered."""
        for thread in self._threads:
            thread.start()
        began = time.perf_counter()
        for due in dues:
            wait = began + due.at_s - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            with self._lock:
                first = self._waiting[due.till] == 0
                self._waiting[due.till] += due.sales
                if first:
                    self._since[due.till] = time.perf_counter()
            if first:
                self._queue.put(due.till)
            self.told.longest_queue = max(self.told.longest_queue, self._queue.qsize())
            if time.perf_counter() - began > most_s:
                break
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(most_s)
        return time.perf_counter() - began

    def _work(self) -> None:
        try:
            self._serve()
        except (TroubleError, AssertionError) as trouble:
            self.told.failed.append(str(trouble)[:200])

    def _serve(self) -> None:
        while (till := self._queue.get()) is not None:
            with self._lock:
                many, since = min(self._waiting[till], PUSH), self._since[till]
                self._waiting[till] -= many
                rest = self._waiting[till]
            self._push(till, many, since)
            if rest:
                self._queue.put(till)

    def _push(self, till: int, many: int, since: float) -> None:
        body = pack(*self._streams[till].batch(many)[:2])
        for attempt in range(60):
            began = time.perf_counter()
            try:
                self._callers[till].send(body)
            except TroubleError as trouble:
                if trouble.facts.get("why") not in ("office-busy", "too-many") and attempt > 5:
                    raise
                self.told.busy += 1
                time.sleep(min(1.0, 0.05 * 2**attempt))
                continue
            done = time.perf_counter()
            with self._lock:
                self.told.seconds.append(done - began)
                self.told.late.append(done - since)
                self.told.sales += many
            return


def _percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def _ms(values: list[float]) -> dict[str, float]:
    return {
        name: round(_percentile(values, share) * 1000, 1)
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("most", 1.0))
    }


def measure(server: Served, shops: int, minutes: float, threads: int) -> dict[str, Any]:
    """One day of so many shops."""
    chance = random.Random(7)
    tills = shops * TILLS_A_SHOP
    dues = plan(tills, minutes * 60, chance)
    patterns()  # once, before many threads ask for them
    callers = [server.caller(1 + n) for n in range(tills)]
    played = Shops(callers, threads)
    cpu = server.cpu_s()
    took = played.run(dues, minutes * 120 + 60)
    told = played.told
    used = server.cpu_s() - cpu
    for caller in callers:
        caller.line.close()
    with reading(server.engine) as db:
        many = sa.select(sa.func.count())
        rows = {t.name: db.execute(many.select_from(t)).scalar_one() for t in FACTS}
        audit = OfficeAudit(Books(db, 1, SystemClock(UTC), 0))
        faults = sum(1 for _ in audit.faults())
    wave = max((due.sales for due in dues), default=0)
    return {
        "shops": shops,
        "tills": tills,
        "day_played_in_s": round(minutes * 60),
        "took_s": round(took, 1),
        "sales": told.sales,
        "sales_planned": sum(due.sales for due in dues),
        "pushes": len(told.seconds),
        "sales_a_second_mean": round(told.sales / took, 1),
        "as_many_real_shops_at_the_mean": round(told.sales / took * 86_400 / 1_000),
        "largest_wave_of_a_till": wave,
        "answer_ms": _ms(told.seconds),
        "sale_to_answer_ms": _ms(told.late),
        "longest_queue": told.longest_queue,
        "asked_for_patience": told.busy,
        "server_cpu_us_a_sale": round(used / max(1, told.sales) * 1e6),
        "server_cpu_share": round(used / took, 2),
        "bytes_a_sale": round(sum(c.sent_bytes for c in callers) / max(1, told.sales), 1),
        "rows": rows,
        "failed": told.failed,
        "faults": faults,
    }


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="load")
    asked.add_argument("--shops", type=int, default=10)
    asked.add_argument("--minutes", type=float, default=1.0)
    asked.add_argument("--threads", type=int, default=8)
    asked.add_argument("--sqlite", action="store_true", help="the embedded database instead")
    options = asked.parse_args()
    if not 0 < options.shops <= MOST_SHOPS or not 0 < options.minutes <= MOST_MINUTES:
        asked.error(f"1 to {MOST_SHOPS} shops, at most {MOST_MINUTES} minutes")
    found = programs.postgres_folder()
    if found is None and not options.sqlite:
        sys.exit(f"PostgreSQL is wanted: {programs.POSTGRES.how_to_get()}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{folder / 'office.db'}"
        if not options.sqlite and found is not None:
            postgres = PostgresServer(found, durable=True)
            stack.callback(postgres.stop)
            url = stack.enter_context(postgres.fresh())
        server = stack.enter_context(served(url, folder / "office"))
        told = measure(server, options.shops, options.minutes, options.threads)
        print(json.dumps({"engine": url.partition(":")[0].partition("+")[0], **told}, indent=1))


if __name__ == "__main__":
    main()
