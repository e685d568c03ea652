"""Two shops and their head office: every one of them a process, every line a relay."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from loyalty.codes import member_card
from loyalty.members.member import Card, Member
from loyalty.rules.program import Program
from pos.clock import SystemClock
from pos.demo import OPERATORS
from pos.demo_program import GOODS, SETTINGS, demo_program, whole_program
from pos.ids import new_id
from pos.office.managing import shops
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor
from pos.office.schema.engine import office_engine, transaction
from pos.places import Places
from pos.scene import begin_key
from pos.settings import write_settings
from pos.shop import Shop
from pos.staff import hashed_pin
from pos.store import Operator, open_store
from tests.evening.relay import Relay
from tests.shape.sources import ROOT

ZONE = "Europe/Berlin"
NAMES = ("Old Town", "Harbour")
MANAGER, SUPERVISOR = OPERATORS[2].badge, OPERATORS[1].badge
_PATIENCE_S = 90


def evening_program() -> Program:
    """The demo shop's points, with a voucher of ten percent."""
    return replace(demo_program(), vouchers=whole_program().vouchers)


def furnished(folder: Path, number: int, shop: str, members: Sequence[str] = ()) -> Shop:
    """A till's data folder before there is a head office; open. Member n has card n."""
    folder.mkdir(parents=True, exist_ok=True)
    places = Places(folder)
    settings = replace(SETTINGS, shop=shop, zone=ZONE, terminal=number)
    write_settings(places.settings, settings)
    clock = SystemClock(ZoneInfo(ZONE))
    store = open_store(places.database, clock, settings.terminal, reserve_bytes=0)
    with store.writing() as work:
        work.add_program(evening_program())
        begin_key(work)
        work.put_products(GOODS)
        for one in OPERATORS:
            work.add_operator(Operator(one.id, one.name, one.role, one.badge))
            work.set_pin(one.id, hashed_pin(one.pin))
        for number, name in enumerate(members, start=1):
            made = Member(new_id(clock), name, "", date(2026, 1, 5))
            work.add_member(made)
            work.add_card(Card(member_card(number), made.id))
    return Shop(store, clock, settings)


@dataclass(slots=True)
class Office:
    """`regulars office serve` as a process; `words` are its options."""

    folder: Path
    database: str
    words: tuple[str, ...] = ()
    port: int = 0
    fingerprint: str = ""
    process: subprocess.Popen[str] | None = None

    def make(self) -> None:
        """Its tables, its owner, and two shops."""
        self.run("init", "--login", "kim@shops.example", "--name", "Kim Min-jun")
        engine = self.engine()
        house = House(1, SystemClock(ZoneInfo(ZONE)))
        by = Actor(None, "command-line")
        with transaction(engine) as db:
            for number, name in enumerate(NAMES, start=1):
                shops.add(db, house, by, shops.Shop(number, name, "", ZONE, "EUR"))
        engine.dispose()

    def engine(self) -> sa.Engine:
        """Its database, to look into it."""
        return office_engine(self.database)

    def run(self, *words: str) -> Any:
        """A command of head office, and what it told."""
        done = subprocess.run(
            (*self._command, *words, "--json"),
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (words, done.stdout[-2_000:], done.stderr[-2_000:])
        return json.loads(done.stdout)

    def up(self) -> None:
        """Serve, on the same port as before."""
        words = ("serve", "--port", str(self.port), *self.words, "--json")
        with (self.folder / "stderr.txt").open("a") as errors:
            self.process = subprocess.Popen(
                (*self._command, *words),
                cwd=ROOT,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        assert first, (self.folder / "stderr.txt").read_text()[-2_000:]
        told = json.loads(first)
        self.port, self.fingerprint = int(told["url"].rpartition(":")[2]), told["fingerprint"]

    def down(self) -> None:
        """Stop in good order."""
        process, self.process = self.process, None
        if process is not None and process.stdout is not None:
            process.terminate()
            process.wait(_PATIENCE_S)
            process.stdout.close()

    def code(self, shop: int, name: str, port: int) -> str:
        """The text of a code for a terminal that comes by a relay's port."""
        scheme = "http" if "--plain" in self.words else "https"
        url = f"{scheme}://127.0.0.1:{port}"
        words = ("--shop", str(shop), "--name", name, "--url", url)
        return str(self.run("terminal", "add", *words)["text"])

    @property
    def _command(self) -> tuple[str, ...]:
        return (sys.executable, "main.py", "office")

    @property
    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "REGULARS_DATA": str(self.folder),
            "REGULARS_OFFICE_DATABASE": self.database,
        }


@dataclass(slots=True)
class Cashier:
    """Hands on a till's window, and what they see."""

    folder: Path
    line: Relay
    now: dict[str, Any] = field(default_factory=dict)
    process: subprocess.Popen[str] | None = None

    def begin(self) -> None:
        """Open the window."""
        with (self.folder / "stderr.txt").open("a") as errors:
            self.process = subprocess.Popen(
                (sys.executable, "-m", "tests.evening.cashier", str(self.folder)),
                cwd=ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "REGULARS_RESERVE_MIB": "0"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.hear()

    def end(self) -> None:
        """Close the window."""
        process, self.process = self.process, None
        if process is None:
            return
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        try:
            assert process.wait(_PATIENCE_S) == 0, self._last_words()
        finally:
            process.kill()
            process.wait()
            process.stdout.close()

    def kill(self) -> None:
        """-9."""
        process, self.process = self.process, None
        assert process is not None
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()

    def sign_in(self) -> dict[str, Any]:
        return self.order("sign_in")

    def scan(self, text: str) -> dict[str, Any]:
        return self.order("scan", text=text)

    def type(self, text: str) -> dict[str, Any]:
        return self.order("type", text=text)

    def press(self, *keys: str) -> dict[str, Any]:
        for key in keys:
            self.order("press", text=key)
        return self.now

    def until(self, **facts: Any) -> dict[str, Any]:
        return self.order("until", facts=facts)

    def sheet(self, kind: str) -> dict[str, Any]:
        self.order("sheet", text=kind)
        found: dict[str, Any] = self.now["sheet"]
        return found

    def row(self, name: str) -> dict[str, Any]:
        """Choose a row of the open sheet by its number."""
        return self.type(str(self.now["sheet"]["rows"][name]))

    def rest(self) -> None:
        self.order("rest")

    def see(self) -> dict[str, Any]:
        return self.order("see")

    def slip(self) -> str:
        return str(self.order("slip")["slip"])

    def sell(self, amount: str, card: str = "") -> dict[str, Any]:
        """A sale of an amount, with a card or without."""
        if card:
            self.scan(card)
        self.type(amount)
        self.press("Return")
        assert self.now["done"], self.now
        done: dict[str, Any] = self.now["done"]
        return done

    def shot(self, path: Path, width: int = 1024, height: int = 768) -> None:
        self.order("shot", text=str(path), width=width, height=height)

    def order(self, do: str, **facts: Any) -> dict[str, Any]:
        """One order, and what is seen afterwards."""
        self.say(do, **facts)
        return self.hear()

    def say(self, do: str, **facts: Any) -> None:
        """One order; nobody waits for what comes of it."""
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": do, **facts}) + "\n")
        self.process.stdin.flush()

    def join(self, code: str) -> None:
        """Scan head office's code, with a manager's approval, and sign in again."""
        self.sign_in()
        self.scan(code)
        self.sheet("link")
        self.press("Return")
        self.scan(MANAGER)
        self.sheet("SignInSheet")  # the books are open again
        self.sign_in()
        self.until(office="office-online")

    def hear(self) -> dict[str, Any]:
        """What is seen after the order before."""
        assert self.process is not None
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self._last_words()
        self.now = json.loads(line)
        assert "failed" not in self.now, self.now
        return self.now

    def _last_words(self) -> str:
        return (self.folder / "stderr.txt").read_text()[-2_000:]


@dataclass(slots=True)
class Street:
    """Head office, and the tills in front of it; each has a line of its own."""

    folder: Path
    office: Office
    tills: list[Cashier]

    def folder_of(self, number: int) -> Path:
        return self.folder / f"till-{number}"

    def cut(self, *numbers: int) -> None:
        """Lines go down; the cashiers see it once somebody would have answered."""
        for number in numbers:
            self.tills[number - 1].line.cut()

    def mend(self) -> None:
        for till in self.tills:
            till.line.mend()


@contextmanager
def street(
    folder: Path, database: str, tills: Sequence[int], words: tuple[str, ...] = ()
) -> Iterator[Street]:
    """Head office is served, and tills are made for these shops; no window is open yet."""
    office = Office(folder / "office", database, words)
    office.folder.mkdir(parents=True, exist_ok=True)
    office.make()
    with ExitStack() as ending:
        ending.callback(office.down)
        office.up()
        made = []
        for number, _ in enumerate(tills, start=1):
            relay = Relay(office.port)
            ending.callback(relay.close)
            cashier = Cashier(folder / f"till-{number}", relay)
            ending.callback(_closed, cashier)
            made.append(cashier)
        yield Street(folder, office, made)


def _closed(cashier: Cashier) -> None:
    if cashier.process is not None:
        cashier.kill()


def waited(true: Any, what: str, most_s: float = _PATIENCE_S) -> None:
    """Until something is so."""
    ends = time.monotonic() + most_s
    while not true():
        assert time.monotonic() < ends, what
        time.sleep(0.1)
