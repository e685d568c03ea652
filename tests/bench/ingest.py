"""`python -m tests.bench ingest`: pushes of sales over HTTP into head office, beside COPY alone.

The floor is COPY of the same facts as ready bytes, one commit a batch, in the same PostgreSQL (with
fsync) and in turns. Beside it stands COPY of every row that a push leaves, sums and news included,
all as if they were new. CPU is told apart: head office's process, its database's, and COPY's. JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa

from loyalty.ledger.chain import FIRST
from pos.office.ledger.names import Names
from pos.office.ledger.taking_in import Intake, Known, Taken
from pos.office.schema.dialect import load
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.schema.facts import entry, feed, held, member_day, posting, sale, sale_line
from pos.office.schema.partitions import make_room
from pos.office.schema.sums import day_money, day_sum, member_sum
from pos.sync.wire import WireEntry, pack
from tests.bench.office_sales import Stream
from tests.bench.office_server import Caller, Served, served
from tests.ground.postgres import PostgresServer
from tools import programs

MEMBERS = 20_000
GAP_MS = 90_000
TODAY = date(2026, 11, 22)


@dataclass(slots=True)
class Floor:
    """Rows as bytes that COPY reads, and a database to put them in. `whole`: with the sums and the
    news that a push leaves, besides its facts.
    """

    engine: sa.Engine
    stream: Stream
    whole: bool
    seconds: list[float] = field(default_factory=list)
    rows: int = 0
    database_s: float = 0

    def batch(self, n: int) -> None:
        """COPY the next batch's rows in, timed; what makes them ready is not."""
        ready = self._ready(self.stream.batch(n)[2])
        with transaction(self.engine) as db:
            driver: Any = db.connection.driver_connection
            used, began = _used_s(driver.info.backend_pid), time.perf_counter()
            for table, raw in ready:
                with driver.cursor() as cursor, cursor.copy(_copy_in(table)) as copy:
                    copy.write(raw)
            driver.commit()
            self.seconds.append(time.perf_counter() - began)
            self.database_s += _used_s(driver.info.backend_pid) - used

    def _ready(self, wires: Sequence[WireEntry]) -> list[tuple[sa.Table, bytes]]:
        work = Intake(1, self.stream.terminal, Known(1, 1, FIRST, Names()), Taken(1))
        for wire in wires:
            work.read(wire)
        place = (1, self.stream.terminal, 1)
        rows: dict[sa.Table, list[tuple[Any, ...]]] = {
            entry: [
                (
                    *(*place, w.seq, w.bizdate, w.source, w.kind, w.at_ms),
                    *(w.member or None, w.program, w.body, bytes(32), w.at_ms),
                )
                for w in wires
            ],
            **{table: work.rows[table] for table in (posting, sale, sale_line)},
            **(self._sums(work) if self.whole else {}),
        }
        self.rows += sum(map(len, rows.values()))
        ready = []
        with self.engine.connect() as db:  # written, read back as COPY writes, and rolled back
            make_room(db, {w.bizdate for w in wires}, TODAY)
            for table, each in rows.items():
                load(db, table, each)
                driver: Any = db.connection.driver_connection
                columns = ", ".join(table.columns.keys())
                where = "xmin::text = pg_current_xact_id()::text"
                told = f"COPY (SELECT {columns} FROM {table.name} WHERE {where}) TO STDOUT"
                with driver.cursor() as cursor, cursor.copy(f"{told} (FORMAT BINARY)") as copy:
                    ready.append((table, b"".join(copy)))
            db.rollback()
        return ready

    def _sums(self, work: Intake) -> dict[sa.Table, list[tuple[Any, ...]]]:
        """What a push adds to, as rows that nobody has had: of a terminal, a name of their own."""
        turn = 1_000 + len(self.seconds)
        folds, sums = work.folds, work.sums
        return {
            held: [(1, *where, points) for where, points in folds.lots.items()],
            member_day: [(1, who, day, turn, *row) for (who, day), row in folds.days.items()],
            member_sum: [(1, who, turn, *row) for who, row in sums.members.items()],
            day_sum: [(1, day, turn, kind, *row) for (day, kind), row in sums.days.items()],
            day_money: [(1, day, turn, name, *row) for (day, name), row in sums.money.items()],
            feed: [(1, f"standing{turn}", who.hex(), 1, 0) for who in sums.members],
        }


def _used_s(process: int) -> float:
    """CPU seconds of a process, to the nanosecond; Linux only."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


def _copy_in(table: sa.Table) -> str:
    return f"COPY {table.name} ({', '.join(table.columns.keys())}) FROM STDIN (FORMAT BINARY)"


def measure(server: Served, size: int, batches: int, first: int, floors: Sequence[Floor]) -> Any:
    """Pushes of `size` events by one terminal; in turns with the floors where there are any."""
    caller, stream = server.caller(first), Stream(first, MEMBERS, gap_ms=GAP_MS)
    seconds: list[float] = []
    bodies = [pack(*stream.batch(size)[:2]) for _ in range(batches + 1)]
    caller.send(bodies.pop(0))  # makes what the first push has to make
    caller.sent_bytes, cpu = 0, server.cpu_s()
    base = _database_s(server) if floors else 0.0
    for body in bodies:
        for floor in floors:
            floor.batch(size)
        began = time.perf_counter()
        caller.send(body)
        seconds.append(time.perf_counter() - began)
    events = size * batches
    told = {
        "events_a_push": size,
        "events": events,
        "events_a_second": round(size / median(seconds)),
        "us_an_event": round(median(seconds) / size * 1e6, 1),
        "server_cpu_us_an_event": round((server.cpu_s() - cpu) / events * 1e6, 1),
        "bytes_an_event": round(caller.sent_bytes / events, 1),
    }
    if floors:
        told["database_cpu_us_an_event"] = round((_database_s(server) - base) / events * 1e6, 1)
    for floor in floors:
        name = "whole_copy" if floor.whole else "copy"
        told[f"{name}_events_a_second"] = round(size / median(floor.seconds))
        told[f"{name}_us_an_event"] = round(median(floor.seconds) / size * 1e6, 1)
        told[f"{name}_cpu_us_an_event"] = round(floor.database_s / events * 1e6, 1)
        told[f"{name}_rows_an_event"] = round(floor.rows / events, 1)
        told[f"ratio_to_{name}"] = round(median(floor.seconds) / median(seconds), 2)
    return told


def _database_s(server: Served) -> float:
    """CPU seconds of the connections that head office has in its database, PostgreSQL."""
    with server.engine.connect() as db:
        asked = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        return sum(_used_s(pid) for pid in db.exec_driver_sql(asked).scalars())


def together(server: Served, callers: int, size: int, batches: int, first: int) -> Any:
    """Several terminals at once."""
    lines = [server.caller(first + n) for n in range(callers)]
    work = []
    for caller in lines:
        stream = Stream(caller.number, MEMBERS, gap_ms=GAP_MS)
        work.append((caller, [pack(*stream.batch(size)[:2]) for _ in range(batches)]))

    def push(caller: Caller, bodies: list[bytes]) -> None:
        for body in bodies:
            caller.send(body)

    cpu, began = server.cpu_s(), time.perf_counter()
    threads = [threading.Thread(target=push, args=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, events = time.perf_counter() - began, callers * size * batches
    return {
        "terminals": callers,
        "events_a_push": size,
        "events": events,
        "events_a_second": round(events / took),
        "server_cpu_us_an_event": round((server.cpu_s() - cpu) / events * 1e6, 1),
    }


@contextmanager
def _floor(server: PostgresServer, *, whole: bool) -> Iterator[Floor]:
    with server.fresh() as url:
        engine = office_engine(url)
        create_schema(engine, 0)
        yield Floor(engine, Stream(1, MEMBERS, seed=2, gap_ms=GAP_MS), whole)
        engine.dispose()


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="ingest")
    asked.add_argument("--rounds", type=int, default=12, help="pushes of 1,000 events")
    options = asked.parse_args()
    folder_of_programs = programs.postgres_folder()
    if folder_of_programs is None:
        sys.exit(f"PostgreSQL is wanted: {programs.POSTGRES.how_to_get()}")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        postgres = PostgresServer(folder_of_programs, durable=True)
        stack.callback(postgres.stop)
        url = stack.enter_context(postgres.fresh())
        server = stack.enter_context(served(url, folder / "postgresql"))
        plan = [(1, 60), (100, 20), (1_000, options.rounds)]
        found = []
        for n, (size, batches) in enumerate(plan):
            with _floor(postgres, whole=False) as facts, _floor(postgres, whole=True) as all_:
                found.append(measure(server, size, batches, 1 + n, (facts, all_)))
        shared = [together(server, n, 1_000, 4, 20 + 10 * n) for n in (2, 4)]
        file = folder / "office.db"
        small = stack.enter_context(served(f"sqlite:///{file}", folder / "sqlite"))
        embedded = [measure(small, size, n, 1 + at, ()) for at, (size, n) in enumerate(plan)]
        told = {"postgresql": found, "at_once": shared, "sqlite": embedded}
        print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
