"""`python -m tests.bench.line`: the line between a terminal and head office, both real processes'
work, over TLS on loopback: a backlog's way up, a counter's question, the delay after a sale. JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from pos.sync.courier import Courier
from pos.sync.http import HttpTransport
from pos.sync.line import courier_of
from pos.trouble import TroubleError
from tests.office.live import Live, Till, live_office, till

ROOT = Path(__file__).parents[2]
MEMBERS = 500
AWARDS = 100


@dataclass(slots=True)
class Counted:
    """A way that counts what goes over it."""

    way: HttpTransport
    requests: Counter[str] = field(default_factory=Counter)
    up: Counter[str] = field(default_factory=Counter)
    down: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `HttpTransport.send`."""
        self.requests[path] += 1
        self.up[path] += len(body)
        began = time.perf_counter()
        found = self.way.send(path, session, ctr, body)
        took = time.perf_counter() - began
        self.seconds[path] = self.seconds.get(path, 0) + took
        self.down[path] += len(found)
        return found


def backlog(one: Till, sales: int, process: int) -> dict[str, object]:
    """So many sales that nobody has heard of, carried up in one go while the till goes on selling.
    `process`: head office's.
    """
    cpu_ms = _cpu_ms(process)
    chance = random.Random(1)
    members = [one.member(f"Member {number}") for number in range(MEMBERS)]
    one.carry()
    for _ in range(sales):
        one.sell(chance.choice(members), chance.randrange(199, 9_999))
    quiet = _spread([_sold(one) for _ in range(AWARDS)])
    with one.shop.store.reading() as view:
        unsent, _ = view.unsent()
    way = Counted(one.way())
    before = _peak_mb()
    selling = Selling(one)
    selling.start()
    busy, own, began = cpu_ms(), time.process_time(), time.perf_counter()
    sync = one.sync(way)  # type: ignore[arg-type]  # it does what a transport does
    first_ms, left = 0, unsent
    while left > len(selling.took):  # what was sold meanwhile is no part of it
        sync.round(most_batches=1)
        first_ms = first_ms or round((time.perf_counter() - began) * 1_000)
        with one.shop.store.reading() as view:
            left, _ = view.unsent()
    took, used = time.perf_counter() - began, cpu_ms() - busy
    selling.end()
    own_s = time.process_time() - own
    way.way.close()
    pushes = way.requests["push"]
    return {
        "sales": sales,
        "entries": unsent,
        "seconds": round(took, 2),
        "first_round_ms": first_ms,
        "requests": sum(way.requests.values()),
        "pushes": pushes,
        "seconds_of_requests": {path: round(s, 2) for path, s in way.seconds.items()},
        "bytes_an_entry": round(way.up["push"] / unsent, 1),
        "bytes_down": sum(way.down.values()),
        "terminal_cpu_us_an_entry": round(own_s * 1e6 / unsent),
        "server_cpu_us_an_entry": round(used * 1_000 / unsent),
        "terminal_peak_mb": _peak_mb(),
        "terminal_peak_before_mb": before,
        "server_peak_mb": _peak_mb(process),
        "award_before_ms": quiet,
        "award_meanwhile_ms": _spread(selling.took) if selling.took else None,
        "awards_meanwhile": len(selling.took),
    }


def _sold(one: Till) -> float:
    began = time.perf_counter()
    one.sell(None)
    return time.perf_counter() - began


class Selling(threading.Thread):
    """The counter, which knows nothing of what is carried: a sale at a time, a moment between."""

    def __init__(self, one: Till) -> None:
        super().__init__()
        self.took: list[float] = []
        self._one = one
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.05):
            self.took.append(_sold(self._one))

    def end(self) -> None:
        self._over.set()
        self.join()


def _peak_mb(process: int = 0) -> float:
    """The most memory a process ever had (Linux only; 0 elsewhere). 0: this one."""
    path = Path(f"/proc/{process or 'self'}/status")
    if not path.exists():
        return 0.0
    said = dict(line.split(":", 1) for line in path.read_text().splitlines())
    return round(int(said["VmHWM"].split()[0]) / 1_024, 1)


def questions(here: Till, there: Till, rounds: int, cpu_ms: Callable[[], int]) -> dict[str, object]:
    """A member stands at a counter: points that head office has, and points another till has."""
    ann = there.member("Ann")
    there.sell(ann, 1_000_000)
    there.carry()
    here.carry()
    couriers = courier_of(here.shop.store), courier_of(there.shop.store)
    try:
        for courier in couriers:
            courier.start()
        _until(lambda: all(courier.state.connected for courier in couriers))
        busy, own = cpu_ms(), time.process_time()
        nothing = _asked(couriers[0], lambda: here.member("New"), rounds)
        server, terminal = cpu_ms() - busy, (time.process_time() - own) * 1_000
        turns: list[float] = []
        failed = 0
        for at in range(rounds):
            asking, other = (here, there) if at % 2 == 0 else (there, here)
            asker = couriers[at % 2]
            with asking.shop.store.reading() as view:
                before = view.account(ann).spendable(asking.shop.today)
            began = time.perf_counter()
            with suppress(TroubleError):  # not in time: counted below
                asker.reserve(ann, before + 100)
            turns.append(time.perf_counter() - began)
            with asking.shop.store.reading() as view:
                failed += view.account(ann).spendable(asking.shop.today) < 100
            _until(lambda other=other: _sent(other))  # type: ignore[misc]
        return {
            "known_to_head_office_ms": _spread(nothing),
            "server_cpu_ms": round(server / rounds, 1),
            "terminal_cpu_ms": round(terminal / rounds, 1),
            "held_by_another_till_ms": _spread(turns),
            "not_in_time": failed,
        }
    finally:
        for courier in couriers:
            courier.stop()


def _asked(courier: Courier, member: Callable[[], UUID], rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        who = member()
        began = time.perf_counter()
        with suppress(TroubleError):  # its time counts all the same
            courier.reserve(who, 100)
        found.append(time.perf_counter() - began)
    return found


def uploads(one: Till, rounds: int, *, ring: bool) -> dict[str, float]:
    """From a booked sale to head office's signed proof in these books."""
    courier = courier_of(one.shop.store)
    found = []
    try:
        courier.start()
        _until(lambda: courier.state.connected)
        for _ in range(rounds):
            if not ring:  # or the answer to the last one is still on its way, and rings
                time.sleep(2)
            one.sell(None)
            began = time.perf_counter()
            if ring:
                courier.wake()
            _until(lambda: _sent(one))
            found.append(time.perf_counter() - began)
    finally:
        courier.stop()
    return _spread(found)


def _sent(one: Till) -> bool:
    with one.shop.store.reading() as view:
        return not view.unsent()[0]


def _until(held: Callable[[], bool], most_s: float = 30) -> None:
    until = time.monotonic() + most_s
    while not held():
        assert time.monotonic() < until
        time.sleep(0.005)


def _spread(found: list[float]) -> dict[str, float]:
    ordered = sorted(each * 1_000 for each in found)
    at = {"p50": 0.5, "p95": 0.95, "worst": 1.0}
    return {
        name: round(ordered[min(int(len(ordered) * part), len(ordered) - 1)], 1)
        for name, part in at.items()
    }


def _cpu_ms(process: int) -> Callable[[], int]:
    """Processor time of another process (Linux only; 0 elsewhere)."""
    path = Path(f"/proc/{process}/stat")
    tick = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100

    def read() -> int:
        if not path.exists():
            return 0
        fields = path.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1_000 // tick

    return read


def run(folder: Path, sales: int, rounds: int, database: str = "") -> dict[str, object]:
    """Everything once, against a head office in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    office = folder / "office"
    tills = [till(folder / name) for name in ("a", "b")]
    with live_office(office, database, port=port) as live:
        _enrol(live, tills)
    words = ("--be-office", str(office), database or "-", str(port))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.kill_sync", *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    child = 0
    try:
        process.stdin.write("0\n")
        process.stdin.flush()
        child = int(process.stdout.readline())
        process.stdout.readline()
        return {
            "database": "postgresql" if database else "sqlite",
            "backlog": backlog(tills[0], sales, child),
            "reserve": questions(tills[1], tills[0], rounds, _cpu_ms(child)),
            "upload_when_rung_ms": uploads(tills[1], rounds, ring=True),
            "upload_by_timer_ms": uploads(tills[1], max(3, rounds // 5), ring=False),
        }
    finally:
        if child:
            os.kill(child, signal.SIGKILL)
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
        for one in tills:
            one.close()


def _enrol(live: Live, tills: list[Till]) -> None:
    for number, one in enumerate(tills, start=1):
        one.enrolled(live.code(number))


def main() -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--sales", type=int, default=10_000)
    wanted.add_argument("--rounds", type=int, default=60)
    wanted.add_argument("--database", default="", help="a PostgreSQL; SQLite in a folder without")
    args = wanted.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(Path(folder), args.sales, args.rounds, args.database)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
