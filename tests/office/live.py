"""A head office that answers terminals over HTTPS on loopback, in a thread of this process, and
terminals that were enrolled at it as a shop would.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import uvicorn

from loyalty.basket import Basket, Line
from loyalty.ledger.entry import Entry
from loyalty.members.member import Member
from loyalty.redemption.chosen import Chosen
from pos.acts import Act
from pos.clock import Clock, SystemClock, milliseconds
from pos.counter import confirm
from pos.ids import new_id
from pos.office.desk.core import HeadOffice
from pos.office.desk.door import Desk, head_office
from pos.office.desk.key import cookie_key, make_key
from pos.office.managing import shops
from pos.office.managing.enrolled import code_again, new_code
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor
from pos.office.running.certificate import Tls, self_signed
from pos.office.running.serving import Service
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.web.app import make_app
from pos.office.web.parts import Bounds, Door, Parts
from pos.office.web.protocol import BoundedProtocol
from pos.opening import open_shop
from pos.places import Places
from pos.shift import end_open
from pos.shop import Shop
from pos.store import open_store
from pos.sync import enrolling
from pos.sync.enrolling import EnrolCode, enrol_code
from pos.sync.http import HttpTransport
from pos.sync.line import line_of, sync_of
from pos.sync.machine import Sync

HAND = Actor(None, "command-line")
ZONE = ZoneInfo("Europe/Berlin")
PLENTY = Bounds(
    address_rate=600_000, address_burst=60_000, terminal_rate=600_000, terminal_burst=60_000
)


@dataclass(slots=True)
class Live:
    """A running head office; `down` and `up` break its line and mend it."""

    folder: Path
    engine: sa.Engine
    clock: Clock
    office: HeadOffice
    tls: Tls
    bounds: Bounds
    port: int = 0
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None
    codes: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"

    @property
    def house(self) -> House:
        return House(1, self.clock)

    def code(self, shop: int = 1, name: str = "Counter", again: int = 0) -> EnrolCode:
        """What a manager would hand over."""
        with transaction(self.engine) as db:
            if again:
                code = code_again(db, self.office, self.house, HAND, again)
            else:
                code = new_code(db, self.office, self.house, HAND, shop, name)
        return enrol_code(self.url, code, bytes.fromhex(self.tls.fingerprint.replace(":", "")))

    def up(self) -> None:
        """Listen, on the same port as before."""
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = int(listener.getsockname()[1])
        key = make_key(self.folder / "office.key")
        door = Door(frozenset({"127.0.0.1", "localhost"}))
        desk = Desk(self.office)
        parts = Parts(self.engine, self.house, door, cookie_key(key), desk, self.bounds)
        config = uvicorn.Config(
            make_app(parts),
            http=BoundedProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=10,  # a loaded machine closes a line late
            ssl_certfile=str(self.tls.certificate),
            ssl_keyfile=str(self.tls.key),
        )
        self._server = Service(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, daemon=True
        )
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def shows(self, tls: Tls) -> None:
        """Another certificate from the next connection on."""
        assert self._server is not None
        config = self._server.config
        assert config.ssl is not None
        config.ssl.load_cert_chain(tls.certificate, tls.key)
        self.tls = tls

    def cut(self) -> None:
        """Open connections end."""
        self.down()
        self.up()

    def down(self) -> None:
        """Answer nobody."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(25)
            assert not self._thread.is_alive()
            self._server = self._thread = None


@contextmanager
def live_office(
    folder: Path,
    database: str = "",
    bounds: Bounds = PLENTY,
    clock: Clock | None = None,
    port: int = 0,
) -> Iterator[Live]:
    """Made where it is new, with two shops, and served until the end."""
    time_ = clock or SystemClock(ZONE)
    folder.mkdir(parents=True, exist_ok=True)
    engine = office_engine(database or f"sqlite:///{folder / 'office.db'}")
    create_schema(engine, milliseconds(time_.now()))
    key = make_key(folder / "office.key")
    office = head_office(engine, time_, key)
    tls = self_signed(folder, ["127.0.0.1"], time_.now(), key)
    live = Live(folder, engine, time_, office, tls, bounds, port)
    with transaction(engine) as db:
        for number in (1, 2):
            one = shops.Shop(number, f"Shop {number}", "", "Europe/Berlin", "EUR")
            if shops.shop_of(db, 1, number) is None:
                shops.add(db, live.house, HAND, one)
    live.up()
    try:
        yield live
    finally:
        live.down()
        engine.dispose()


@dataclass(slots=True)
class Till:
    """A terminal's data folder and its open shop."""

    places: Places
    shop: Shop

    def enrolled(self, code: EnrolCode) -> enrolling.Enrolment:
        """Become a terminal of a head office."""
        shop = self.shop
        reopen = partial(open_store, self.places.database, shop.clock, reserve_bytes=0)
        ends = partial(end_open, shop)
        done = enrolling.enrol(
            shop.store, shop.settings, self.places.settings, reopen, code, "test", ends
        )
        self.shop = replace(shop, store=done.store, settings=done.settings)
        return done

    def member(self, name: str = "Ann") -> UUID:
        """Somebody new."""
        with self.shop.store.writing() as work:
            made = Member(new_id(self.shop.clock), name, "", date(2026, 1, 1))
            work.add_member(made)
        return made.id

    def sell(
        self, member: UUID | None, minor: int = 1_000, points: int = 0, act: UUID | None = None
    ) -> Entry:
        """A sale of one thing, which points may pay for."""
        doing = Act(act or new_id(self.shop.clock), "owner")
        basket = Basket("EUR", (Line("Ware", minor, 1),))
        chosen = (Chosen(points=points),) if points else ()
        return confirm(self.shop, doing, basket, member, chosen).entry

    def way(self) -> HttpTransport:
        return HttpTransport(line_of(self.shop.store), self.shop.clock)

    def sync(self, way: HttpTransport) -> Sync:
        return sync_of(self.shop.store, way)

    def carry(self) -> None:
        """Everything, once."""
        way = self.way()
        try:
            sync = self.sync(way)
            while sync.round().more:
                pass
        finally:
            way.close()

    def close(self) -> None:
        self.shop.store.close()


def till(folder: Path, clock: Clock | None = None) -> Till:
    """A fresh terminal that stands alone."""
    places = Places(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return Till(places, open_shop(places, clock or SystemClock(ZONE)))
