"""`python -m tests.bench.office_server URL FOLDER`: head office as it is served, on loopback.

The same parts as `regulars office serve --plain`, but one machine may ask as often as it likes: a
bench is a thousand shops behind one address. Prints its URL as JSON once it listens.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pos.clock import SystemClock, milliseconds
from pos.office.desk.core import HeadOffice
from pos.office.desk.door import Desk, DeskBounds, head_office
from pos.office.desk.enrolment import make_code
from pos.office.desk.key import cookie_key
from pos.office.people.accounts import House
from pos.office.running.serving import Address, serve
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.schema.shops import shop
from pos.office.web.parts import Bounds, Door, Parts
from pos.sync.http import HttpTransport, Line
from pos.sync.messages import Batch, Enrol, Hello, Pushed, Welcome
from pos.sync.wire import pack
from tests.shape.sources import ROOT

OFTEN = 1_000_000_000
BOUNDS = Bounds(
    address_rate=OFTEN,
    address_burst=OFTEN,
    terminal_rate=OFTEN,
    terminal_burst=OFTEN,
    waiting=1_000,
)
_SEED = 20261122


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(random.Random(_SEED).randbytes(32))


def main() -> None:
    """Serve until told to stop."""
    url, folder = sys.argv[1], Path(sys.argv[2])
    clock, key, engine = SystemClock(UTC), _key(), office_engine(url)
    desk = Desk(head_office(engine, clock, key), DeskBounds(busy=64))

    def parts(door: Door) -> Parts:
        return Parts(engine, House(1, clock), door, cookie_key(key), desk, BOUNDS)

    def ready(port: int) -> None:
        print(json.dumps({"url": f"http://127.0.0.1:{port}"}), flush=True)

    door = Door(frozenset({"127.0.0.1"}), tls=False)
    serve(parts, Address("127.0.0.1", 0, plain=True), door, None, folder / "log" / "o.log", ready)


@dataclass(slots=True)
class Served:
    """A running server, and the database behind it."""

    url: str
    engine: sa.Engine
    pid: int

    def cpu_s(self) -> float:
        """CPU seconds the server's process has used; Linux only."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def caller(self, number: int) -> Caller:
        """A terminal of that number, enrolled."""
        clock = SystemClock(UTC)
        private = random.Random(_SEED + number).randbytes(32)
        public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
        office: HeadOffice = head_office(self.engine, clock, _key())
        with transaction(self.engine) as db:
            code = make_code(office, db, 1, f"Till {number}", "the bench")
        asked = Enrol(code=code, public=public, app="0.4.0", terminal=number)
        office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
        made = Caller(HttpTransport(Line(self.url, number, private), clock), number)
        made.begin()
        return made


@dataclass(slots=True)
class Caller:
    """A terminal's side of the line, its requests signed."""

    line: HttpTransport
    number: int
    session: bytes = b""
    ctr: int = 0
    sent_bytes: int = 0

    def begin(self) -> None:
        answer = self.line.send("session", b"", 0, msgspec.json.encode(Hello(app="0.4.0")))
        self.session = msgspec.json.decode(answer, type=Welcome).nonce

    def push(self, batch: Batch, lines: list[bytes]) -> Pushed:
        """One push, packed here; TroubleError as the line has it."""
        return self.send(pack(batch, lines))

    def send(self, body: bytes) -> Pushed:
        """One push as bytes."""
        self.ctr += 1
        self.sent_bytes += len(body)
        answer = msgspec.json.decode(
            self.line.send("push", self.session, self.ctr, body), type=Pushed
        )
        assert not answer.why, answer.why
        assert not answer.set_aside, answer.set_aside
        return answer


@contextmanager
def served(url: str, folder: Path) -> Iterator[Served]:
    """Head office in a process of its own, with one shop."""
    folder.mkdir(parents=True, exist_ok=True)
    engine = office_engine(url)
    create_schema(engine, milliseconds(SystemClock(UTC).now()))
    row = {"merchant": 1, "number": 1, "name": "Shop", "address": "", "zone": "UTC"}
    with transaction(engine) as db:
        db.execute(shop.insert(), {**row, "currency": "EUR", "active": 1, "changed_ms": 0})
    with (folder / "stderr.txt").open("w") as errors:
        process = subprocess.Popen(
            (sys.executable, "-m", "tests.bench.office_server", url, str(folder)),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout is not None
    try:
        first = process.stdout.readline()
        assert first, (folder / "stderr.txt").read_text()[-2_000:]
        yield Served(json.loads(first)["url"], engine, process.pid)
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()
        engine.dispose()


if __name__ == "__main__":
    main()
