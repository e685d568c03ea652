"""`python -m tests.bench ingest`: pushes of sales over HTTP into head office, beside COPY alone.

The floor is COPY of the same facts as ready bytes, one commit a batch, in the same PostgreSQL (with
fsync) and in turns. Server CPU is that of head office's process, without the database's. JSON.
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
from loyalty.rights.lineage import Lineage
from pos.office.ledger.taking_in import Intake, Known, Taken
from pos.office.schema.dialect import load
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.schema.facts import entry, posting, sale, sale_line
from pos.office.schema.partitions import make_room
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
    """The facts' rows as bytes that COPY reads, and a database to put them in."""

    engine: sa.Engine
    stream: Stream
    seconds: list[float] = field(default_factory=list)
    rows: int = 0

    def batch(self, n: int) -> None:
        """COPY the next batch's rows in, timed; what makes them ready is not."""
        ready = self._ready(self.stream.batch(n)[2])
        with transaction(self.engine) as db:
            began = time.perf_counter()
            driver: Any = db.connection.driver_connection
            for table, raw in ready:
                with driver.cursor() as cursor, cursor.copy(_copy_in(table)) as copy:
                    copy.write(raw)
            driver.commit()
            self.seconds.append(time.perf_counter() - began)

    def _ready(self, wires: Sequence[WireEntry]) -> list[tuple[sa.Table, bytes]]:
        work = Intake(1, self.stream.terminal, Known(1, 1, FIRST, Lineage()), Taken(1))
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
        }
        self.rows += sum(map(len, rows.values()))
        ready = []
        with self.engine.connect() as db:  # written, read back as COPY writes, and rolled back
            make_room(db, {w.bizdate for w in wires}, TODAY)
            for table, each in rows.items():
                load(db, table, each)
                driver: Any = db.connection.driver_connection
                columns = ", ".join(table.columns.keys())
                where = f"terminal = {place[1]} AND seq >= {wires[0].seq}"
                told = f"COPY (SELECT {columns} FROM {table.name} WHERE {where}) TO STDOUT"
                with driver.cursor() as cursor, cursor.copy(f"{told} (FORMAT BINARY)") as copy:
                    ready.append((table, b"".join(copy)))
            db.rollback()
        return ready


def _copy_in(table: sa.Table) -> str:
    return f"COPY {table.name} ({', '.join(table.columns.keys())}) FROM STDIN (FORMAT BINARY)"


def measure(server: Served, size: int, batches: int, first: int, floor: Floor | None) -> Any:
    """Pushes of `size` events by one terminal; in turns with the floor where there is one."""
    caller, stream = server.caller(first), Stream(first, MEMBERS, gap_ms=GAP_MS)
    seconds: list[float] = []
    bodies = [pack(*stream.batch(size)[:2]) for _ in range(batches + 1)]
    caller.send(bodies.pop(0))  # makes what the first push has to make
    caller.sent_bytes, cpu = 0, server.cpu_s()
    for body in bodies:
        if floor is not None:
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
    if floor is not None:
        told["copy_events_a_second"] = round(size / median(floor.seconds))
        told["copy_us_an_event"] = round(median(floor.seconds) / size * 1e6, 1)
        told["ratio_to_copy"] = round(median(floor.seconds) / median(seconds), 2)
        told["rows_of_facts_an_event"] = round(floor.rows / (size * len(floor.seconds)), 1)
    return told


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
def _floor(server: PostgresServer) -> Iterator[Floor]:
    with server.fresh() as url:
        engine = office_engine(url)
        create_schema(engine, 0)
        yield Floor(engine, Stream(1, MEMBERS, seed=2, gap_ms=GAP_MS))
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
            with _floor(postgres) as floor:
                found.append(measure(server, size, batches, 1 + n, floor))
        shared = [together(server, n, 1_000, 4, 20 + 10 * n) for n in (2, 4)]
        file = folder / "office.db"
        small = stack.enter_context(served(f"sqlite:///{file}", folder / "sqlite"))
        embedded = [measure(small, size, n, 1 + at, None) for at, (size, n) in enumerate(plan)]
        told = {"postgresql": found, "at_once": shared, "sqlite": embedded}
        print(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
