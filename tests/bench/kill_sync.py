"""`python -m tests.bench.kill_sync --kills 250`: head office and two terminals are killed (-9) at
random moments while they sell, redeem each other's points and sync over TLS on loopback.

At the end everybody is heard once more. Every acknowledged sale must be at both sides, once, and
the points that all holders have must be those that the sales left. JSON on stdout.
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
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account, EntryKey, Kind
from pos.office.ledger.notes import OPEN
from pos.office.schema.engine import reading
from pos.office.schema.facts import entry, held, note
from pos.store import verify
from pos.store.tables import SIDES
from pos.sync.line import courier_of
from pos.trouble import TroubleError
from tests.office.live import Live, Till, live_office, till

ROOT = Path(__file__).parents[2]
COST = 100
PAUSE_S = 0.02
TILLS = ("a", "b")


def act_of(name: str, number: int) -> UUID:
    """The id of a sale, the same when it is tried again."""
    return UUID(int=(TILLS.index(name) + 1) << 80 | 7 << 76 | number)


# --- what is killed -----------------------------------------------------------------------------


def be_office(folder: Path, database: str, port: int) -> None:
    with live_office(folder, database, port=port):
        print("ready", flush=True)
        threading.Event().wait()


def be_till(folder: Path, member: UUID, first: int) -> None:
    """Sell for ever; each acknowledged sale is a line. Each fourth is paid with points."""
    one = till(folder)
    courier = courier_of(one.shop.store)
    courier.start()
    number = first
    while True:
        points = COST if number % 4 == 0 and _enough(one, courier.reserve, member) else 0
        try:
            booked = one.sell(member, 5_000, points, act_of(folder.name, number))
        except LoyaltyError:  # another holder was asked for them in this very moment
            booked = one.sell(member, 5_000, 0, act_of(folder.name, number))
        print(number, booked.key.epoch, booked.key.seq, flush=True)
        courier.wake()
        number += 1
        time.sleep(PAUSE_S)


def _enough(one: Till, reserve: object, member: UUID) -> bool:
    assert callable(reserve)
    with one.shop.store.reading() as view:
        here = view.account(member).spendable(one.shop.today)
    if here < COST:
        try:
            reserve(member, COST)
        except TroubleError:  # as at a counter: it goes on without
            return False
        with one.shop.store.reading() as view:
            here = view.account(member).spendable(one.shop.today)
    return here >= COST


# --- who kills ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Told:
    """What the killed ones acknowledged: till, number -> where it stands."""

    sales: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    kills: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Mother:
    """A process that has loaded everything and forks what is killed: a life costs milliseconds."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "tests.bench.kill_sync", *words]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)

    def live_and_die(self, first: int, after_s: float) -> list[list[int]]:
        """One life, ended by -9 so long after its first word; the numbers of its whole lines."""
        orders, words = self._process.stdin, self._process.stdout
        assert orders is not None
        assert words is not None
        orders.write(f"{first}\n")
        orders.flush()
        child = int(words.readline())
        lines = [words.readline()]
        bomb = threading.Timer(after_s, os.kill, (child, signal.SIGKILL))
        bomb.start()
        while (line := words.readline()) != "dead\n":
            assert line
            lines.append(line)
        bomb.join()
        return [list(map(int, line.split())) for line in lines[:-1] if line[0].isdigit()]

    def end(self) -> None:
        """No more children."""
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.wait()


def be_mother(life: Callable[[int], None]) -> None:
    """For each number that comes in, a child that lives until it is killed."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            print(os.getpid(), flush=True)
            life(int(line))
        os.waitpid(child, 0)
        print("\ndead", flush=True)  # the last line may be half


def _killing_office(words: tuple[str, ...], kills: int, chance: random.Random, told: Told) -> None:
    mother = Mother("--be-office", *words)
    while min(told.kills["office"], told.kills["till"]) < kills:
        mother.live_and_die(0, chance.uniform(0.02, 0.8))
        told.kills["office"] += 1
    mother.end()


def _killing_till(
    folder: Path, member: UUID, kills: int, chance: random.Random, told: Told
) -> None:
    first = 1
    mother = Mother("--be-till", str(folder), member.hex)
    while min(told.kills["office"], told.kills["till"]) < kills:
        for number, epoch, seq in mother.live_and_die(first, chance.uniform(0, 1.0)):
            told.sales[folder.name, number] = (epoch, seq)
            first = number + 1
        with told.lock:
            told.kills["till"] += 1
    mother.end()


def run(folder: Path, kills: int, database: str = "", seed: int = 1) -> dict[str, int]:
    """Kill until head office and both terminals together died `kills` times; what was found."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    office = folder / "office"
    with live_office(office, database, port=port) as live:
        tills = [till(folder / name) for name in TILLS]
        for number, one in enumerate(tills, start=1):
            one.enrolled(live.code(number))
        member = tills[0].member()
        for one in tills:
            one.carry()
            one.close()
    told, chance = Told(), random.Random(seed)
    words = (str(office), database or "-", str(port))
    killers = [
        threading.Thread(
            target=_killing_office, args=(words, kills, random.Random(chance.random()), told)
        ),
        *(
            threading.Thread(
                target=_killing_till,
                args=(folder / name, member, kills, random.Random(chance.random()), told),
            )
            for name in TILLS
        ),
    ]
    for killer in killers:
        killer.start()
    for killer in killers:
        killer.join()
    with live_office(office, database, port=port) as live:
        return _looked(folder, live, member, told)


def _looked(folder: Path, live: Live, member: UUID, told: Told) -> dict[str, int]:
    before = _arrived(live)
    tills = {name: till(folder / name) for name in TILLS}
    for one in [*tills.values()] * 3:
        one.carry()
    found = {
        "kills_office": told.kills["office"],
        "kills_terminal": told.kills["till"],
        "acknowledged": len(told.sales),
        "carried_while_killing": len(before),
        **dict.fromkeys(("lost_here", "lost_there", "doubled", "unsent", "set_aside", "faults"), 0),
    }
    arrived = _arrived(live)
    sold = redeemed = have = 0
    for name, one in tills.items():
        with one.shop.store.reading() as view:
            found["faults"] += len(list(verify(view)))
            found["unsent"] += view.unsent()[0]
            found["set_aside"] += len(view.set_aside())
            for (who, number), (epoch, seq) in told.sales.items():
                if who == name:
                    booked = view.entry_of(act_of(name, number), Kind.SALE)
                    key = EntryKey(view.terminal, epoch, seq)
                    found["lost_here"] += booked is None or booked.key != key
                    place = (view.terminal, epoch, seq)
                    found["lost_there"] += arrived.get(place) != act_of(name, number).bytes
            for each in view.entries(limit=1_000_000):
                if each.kind is Kind.SALE:
                    for posting in each.postings:
                        if posting.account is Account.MEMBER:
                            sold += max(posting.points, 0)
                            redeemed -= min(posting.points, 0)
            have += view.account(member).balance
        one.close()
    sales = Counter(source for source in _sources(live))
    found["doubled"] = sum(count - 1 for count in sales.values())
    pool, way = _elsewhere(live, member)
    left = {"earned": sold, "redeemed": redeemed, "held": have + pool + way}
    found["points_astray"] = abs(sold - redeemed - left["held"])
    return {**found, **left}


def _arrived(live: Live) -> dict[tuple[int, int, int], bytes]:
    with reading(live.engine) as db:
        asked = sa.select(entry.c.terminal, entry.c.epoch, entry.c.seq, entry.c.source)
        return {
            tuple(row[:3]): bytes(row[3]) for row in db.execute(asked.where(entry.c.terminal > 0))
        }


def _sources(live: Live) -> list[bytes]:
    with reading(live.engine) as db:
        asked = sa.select(entry.c.source).where(entry.c.kind == Kind.SALE.value)
        return [bytes(row[0]) for row in db.execute(asked)]


def _elsewhere(live: Live, member: UUID) -> tuple[int, int]:
    """Points of a member in the pool, and in notes on their way."""
    with reading(live.engine) as db:
        pool = db.execute(
            sa.select(sa.func.coalesce(sa.func.sum(held.c.points), 0)).where(
                held.c.member == member.bytes,
                held.c.holder == 0,
                held.c.side == SIDES[Account.MEMBER],
            )
        ).scalar_one()
        way = db.execute(
            sa.select(sa.func.coalesce(sa.func.sum(note.c.points), 0)).where(
                note.c.member == member.bytes, note.c.state == OPEN
            )
        ).scalar_one()
    return int(pool), int(way)


def bad(found: dict[str, int]) -> int:
    """How much of what was found must not be."""
    names = ("lost_here", "lost_there", "doubled", "unsent", "faults", "points_astray", "set_aside")
    return sum(found[name] for name in names)


def main() -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--kills", type=int, default=250)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--database", default="", help="a PostgreSQL; SQLite in a folder without")
    wanted.add_argument("--be-office", nargs=3, metavar=("FOLDER", "URL", "PORT"))
    wanted.add_argument("--be-till", nargs=2, metavar=("FOLDER", "MEMBER"))
    args = wanted.parse_args()
    if args.be_office:
        folder, url, port = args.be_office
        database = "" if url == "-" else url
        be_mother(lambda _: be_office(Path(folder), database, int(port)))
        return 0
    if args.be_till:
        folder, member = args.be_till
        be_mother(lambda first: be_till(Path(folder), UUID(member), first))
        return 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder), args.kills, args.database, args.seed)
    print(json.dumps({**found, "took_s": round(time.monotonic() - began)}))
    return 1 if bad(found) else 0


if __name__ == "__main__":
    sys.exit(main())
