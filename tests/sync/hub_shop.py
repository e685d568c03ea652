"""A shop of several tills with a hub: real books, real loopback HTTP, head office in memory. Both
lines of a till, to head office and to the hub, can be cut.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from loyalty.rules.program import Program
from pos.linked import frozen
from pos.office.desk.recovery import own_epoch
from pos.office.desk.sessions import change_terminal, terminal_of
from pos.office.ledger.books import Books
from pos.office.ledger.notes import FIRST, OPEN
from pos.office.rights.hubs import end_hub, left, name_hub
from pos.office.rights.pool import Rights
from pos.office.schema.engine import reading, transaction
from pos.office.schema.facts import held, note
from pos.sync.hub import Hub
from pos.sync.hub_client import HubTransport, HubWay
from pos.sync.hub_desk import HubDesk
from pos.sync.hub_line import HubLine
from pos.sync.hub_network import ShopNetwork
from pos.sync.hub_peers import hub_at, key_of
from pos.sync.hub_server import HubServer
from pos.sync.keys import public_of
from pos.trouble import TroubleError
from pos.vouchers import give
from tests.shop.chain import MERCHANT, Chain, Till

LOOPBACK = "127.0.0.1"
PATIENCE_S = 20.0
"""Nobody's measure: the machine that tries this may be busy."""


def private_of(number: int, life: int = 0) -> bytes:
    """A terminal's key."""
    return hashlib.sha256(f"terminal {number} {life}".encode()).digest()


@dataclass(slots=True)
class Lan:
    """A till's way to its hub, unless it is cut; answers may be lost behind the hub's back."""

    till: ShopTill
    up: bool = True
    lose_answers: int = 0
    sent: list[tuple[str, bytes, int, bytes]] = field(default_factory=list)
    transport: HubTransport | None = None

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `pos.sync.asking.Transport`."""
        if not self.up:
            raise TroubleError("office-unreachable")
        if self.transport is None:
            self.transport = HubTransport(self.till.way(), self.till.chain.clock, wait_s=PATIENCE_S)
        self.sent.append((path, session, ctr, body))
        answer = self.transport.send(path, session, ctr, body)
        if self.lose_answers:
            self.lose_answers -= 1
            raise TroubleError("office-unreachable", said="lost")
        return answer

    def close(self) -> None:
        """Let the connection go."""
        if self.transport is not None:
            self.transport.close()
            self.transport = None


class ShopTill(Till):
    """A till of shop 1 with a key of its own, and a line to its hub once it knows of one."""

    def __init__(self, chain: HubChain, number: int) -> None:
        super().__init__(chain, number)
        self.private = private_of(number)
        self.lan = Lan(self)
        self.hub: HubLine | None = None

    def way(self) -> HubWay:
        """Where head office said the hub is."""
        with self.shop.store.reading() as view:
            hub = hub_at(view)
            assert hub is not None
            key = key_of(view, hub.number)
        assert key is not None
        return HubWay(*hub.place, key, self.number, self.private)

    @property
    def near(self) -> HubLine:
        """The machine that talks to the hub."""
        if self.hub is None:
            with self.shop.store.reading() as view:
                hub = hub_at(view)
            assert hub is not None
            self.hub = HubLine(self.shop.store, hub.number, self.lan, self.chain.new_id, frozen)
        return self.hub

    def restart(self) -> None:
        """The program ends and begins: what it only remembered is gone."""
        self.lan.close()
        self.hub = None
        self.sync.session = None

    def copy(self) -> Path:
        """A copy of its books, as they are now."""
        kept = self.shop.store.path.with_name("copy.db")
        with (
            closing(sqlite3.connect(self.shop.store.path)) as now,
            closing(sqlite3.connect(kept)) as then,
        ):
            now.backup(then)
        return kept

    def voucher(self) -> str:
        """A voucher to bearer, given here; its code."""
        return give(self.shop, self.act("sam"), "treat").code

    def pending_notes(self, to: int) -> int:
        """Notes on their way to a terminal, as far as is known here."""
        with self.shop.store.reading() as view:
            return len((view.setting(f"office-noted-{to}") or "").split())


class HubChain(Chain):
    """Head office and one shop's tills."""

    tills: list[ShopTill]  # type: ignore[assignment]  # its own kind

    def __init__(
        self, folder: Path, program: Program | None = None, database: str = "sqlite://"
    ) -> None:
        super().__init__(folder, program, database=database)
        self.servers: list[HubServer] = []
        self.networks: list[ShopNetwork] = []

    def join(self, number: int, shop: int = 1) -> ShopTill:
        """A till of a shop, enrolled."""
        self.enrolled(number, shop, public_of(private_of(number)))
        till = ShopTill(self, number)
        self.tills.append(till)
        return till

    def open_hub(self, till: ShopTill, port: int = 0) -> HubServer:
        """A till begins to serve, and head office is told that it is the hub, and where."""
        server = self.serve(till, port)
        self.name(till, server.port)
        return server

    def serve(self, till: ShopTill, port: int) -> HubServer:
        """A till serves its shop's network."""
        desk = HubDesk(till.shop.store, Hub(till.shop.store, self.new_id, frozen), till.private)
        server = HubServer(desk, LOOPBACK, port)
        server.start()
        self.servers.append(server)
        return server

    def name(self, till: ShopTill, port: int) -> None:
        """Head office names the hub."""
        with transaction(self.engine) as db:
            books = Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT))
            name_hub(books, till.number, f"{LOOPBACK}:{port}")

    def no_hub(self, shop: int) -> None:
        """The shop has no hub any more."""
        with transaction(self.engine) as db:
            end_hub(Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT)), shop)

    def retire(self, number: int) -> None:
        """A terminal is answered no more."""
        with transaction(self.engine) as db:
            before = terminal_of(db, MERCHANT, number)
            change_terminal(db, MERCHANT, number, state="retired")
            left(db, MERCHANT, number, before.shop, int(self.clock.now().timestamp() * 1000))

    def give_up(self, till: ShopTill) -> None:
        """Head office takes over what it counts at a terminal."""
        with transaction(self.engine) as db:
            books = Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT))
            rights = Rights(books, self.new_id)
            rights.settle_holder(till.number, "retired")
            rights.call_off(till.number)
            books.close()

    def put_back(self, till: ShopTill, image: Path) -> None:
        """A till's disk is an older one, and its program starts, with both lines cut."""
        path = till.shop.store.path
        till.shop.store.close()
        for server in self.servers:
            server.stop()
        self.servers.clear()
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        shutil.copy(image, path)
        till.start(path)
        till.restart()
        till.cut()

    def counted(self, member: UUID) -> int:
        """A member's points by head office's own count: what all hold and what is on its way, less
        what is counted at both ends.
        """
        with reading(self.engine) as db:
            sums = db.execute(
                sa.select(held.c.side, sa.func.sum(held.c.points))
                .where(held.c.member == member.bytes)
                .group_by(held.c.side)
            ).all()
            ways = db.execute(
                sa.select(note.c.state, sa.func.sum(note.c.points + note.c.pending))
                .where(note.c.member == member.bytes, note.c.state.in_((OPEN, FIRST)))
                .group_by(note.c.state)
            ).all()
        debts = 2
        total = sum(-points if side == debts else points for side, points in sums)
        return total + sum(points if state == OPEN else -points for state, points in ways)

    def close(self) -> None:
        """Networks and servers first, then the books."""
        for network in self.networks:
            network.stop()
        for till in self.tills:
            till.lan.close()
        for server in self.servers:
            server.stop()
        super().close()
