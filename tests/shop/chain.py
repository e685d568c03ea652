"""A chain in one process: head office in memory and terminals with real books, a line between them
that can be cut. What a test says of several shops it says with this.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from loyalty.codes import member_card
from loyalty.ledger.account import Account
from loyalty.members.member import Card, Member
from loyalty.redemption.chosen import Chosen
from loyalty.rules.program import Program
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import Booked, confirm
from pos.demo import demo_program
from pos.ids import new_id
from pos.office.desk.core import HeadOffice, Signing, Terms
from pos.office.desk.enrolment import make_code
from pos.office.desk.recovery import own_epoch
from pos.office.desk.sessions import OfficeError
from pos.office.ledger.books import Books
from pos.office.ledger.verifying import OfficeAudit
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.schema.shops import shop as shops
from pos.scene import begin_key
from pos.settings import Settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, open_store, restore, verify
from pos.sync.machine import Sync
from pos.sync.messages import Enrol, Enrolled
from pos.trouble import TroubleError
from tests.shop.house import goods

BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MERCHANT = 1
_KEY = b"head office of a chain in a test"


def _sign(told: bytes) -> bytes:
    return hashlib.sha256(_KEY + told).digest()


SIGNING = Signing(b"p" * 32, _sign, lambda told, signature: _sign(told) == signature)


class Chain:
    """Head office, its clock (everybody's), and the terminals it enrolled.

    `database`: a URL, or an engine whose tables are made.
    """

    begin = BEGIN

    def __init__(
        self,
        folder: Path,
        program: Program | None = None,
        most: int = 9,
        database: str | sa.Engine = "sqlite://",
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.folder = folder
        self.clock = FixedClock(self.begin, ZoneInfo("UTC"))
        self.program = replace(program or demo_program(), starts_on=date(2020, 1, 1))
        if isinstance(database, str):
            self.engine = office_engine(database)
            create_schema(self.engine, 0)
        else:
            self.engine = database
        self.office = HeadOffice(
            self.engine, self.clock, SIGNING, self.new_id, random, Terms(merchant=MERCHANT)
        )
        row = {"merchant": MERCHANT, "address": "", "zone": "UTC", "currency": "EUR"}
        with transaction(self.engine) as db:
            db.execute(
                shops.insert(),
                [
                    {**row, "number": n, "name": f"Shop {n}", "active": 1, "changed_ms": 0}
                    for n in range(1, most + 1)
                ],
            )
        self.tills: list[Till] = []

    def new_id(self) -> UUID:
        """A fresh id."""
        return new_id(self.clock)

    def till(self, number: int) -> Till:
        """A terminal, enrolled, in the shop of its own number."""
        self.enrolled(number, number)
        till = Till(self, number)
        self.tills.append(till)
        return till

    def enrolled(self, number: int, shop: int, public: bytes = b"x" * 32, again: int = 0) -> None:
        """Head office knows a terminal with this key."""
        with transaction(self.engine) as db:
            code = make_code(self.office, db, shop, f"Till {number}", "me", again)
        asked = Enrol(code=code, public=public, app="0.4", terminal=number)
        raw = self.office.answer(0, "enrol", b"", 0, msgspec.json.encode(asked))
        assert msgspec.json.decode(raw, type=Enrolled).terminal == number

    def settle(self) -> None:
        """Everybody talks to head office until nobody has anything to say."""
        for _ in range(12):
            quiet = True
            for till in (each for each in self.tills if each.online):
                done = till.sync.round()
                quiet = quiet and not (done.pushed or done.told or done.taken or done.sent_back)
            self.clock.advance(timedelta(seconds=1))
            if quiet:
                return
        raise AssertionError("it does not become quiet")

    def days(self, days: int) -> None:
        """So many days pass."""
        self.clock.advance(timedelta(days=days))

    def pool(self, member: UUID) -> Account:
        """What head office itself has of a member."""
        with transaction(self.engine) as db:
            return Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT)).account(member)

    def total(self, member: UUID) -> int:
        """A member's points (pending ones too) at all terminals and in the pool."""
        accounts = [self.pool(member), *(till.account(member) for till in self.tills)]
        return sum(each.balance + each.pending_points for each in accounts)

    def close(self) -> None:
        """Every ledger is whole, head office's too, and the files are let go."""
        with transaction(self.engine) as db:
            books = Books(db, MERCHANT, self.clock, own_epoch(db, MERCHANT))
            found = list(OfficeAudit(books).faults())
        assert not found, found
        for till in self.tills:
            with till.shop.store.reading() as view:
                faults = list(verify(view))
            till.shop.store.close()
            assert not faults, (till.number, faults)
        self.engine.dispose()


@dataclass(slots=True)
class Line:
    """The way to head office, unless it is cut; `seen` keeps what went, for who wants it again."""

    chain: Chain
    number: int
    up: bool = True
    seen: list[tuple[str, bytes, int, bytes]] = field(default_factory=list)
    losing: int = 0
    """So many answers get lost on their way back."""

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `pos.sync.asking.Transport`."""
        if not self.up:
            raise TroubleError("office-unreachable")
        self.seen.append((path, session, ctr, body))
        try:
            answer = self.chain.office.answer(self.number, path, session, ctr, body)
        except OfficeError as error:
            raise TroubleError("office-refused", why=error.code, **error.facts) from None
        if self.losing:
            self.losing -= 1
            raise TroubleError("office-unreachable", said="lost")
        return answer


class Till:
    """A terminal: its books, its sync, its line."""

    def __init__(self, chain: Chain, number: int) -> None:
        self.chain = chain
        self.number = number
        settings = Settings(shop=f"Shop {number}", currency="EUR", zone="UTC", terminal=number)
        self.settings = replace(settings, alone=False)
        path = chain.folder / f"till-{number}" / "regulars.db"
        path.parent.mkdir(exist_ok=True)
        self.line = Line(chain, number)
        self.start(path)
        with self.shop.store.writing() as work:
            begin_key(work)
            work.add_program(chain.program)
            work.add_operator(Operator("mina", "Mina", Role.CASHIER))
            work.add_operator(Operator("sam", "Sam", Role.OWNER))
            work.link()

    def reopen(self, older: Path) -> None:
        """The program starts anew, with an older copy of its books."""
        path = self.shop.store.path
        self.shop.store.close()
        restore(older, path)
        self.start(path)

    def start(self, path: Path) -> None:
        """The program opens what lies there; it was closed before."""
        store = open_store(path, self.chain.clock, self.number, reserve_bytes=0)
        self.shop = Shop(store, self.chain.clock, self.settings)
        self.sync = Sync(store, self.line, self.chain.new_id, app="0.4")

    @property
    def online(self) -> bool:
        """Whether head office can be heard; `cut` and `mend` change it."""
        return self.line.up

    def cut(self) -> None:
        """The line is down."""
        self.line.up = False

    def mend(self) -> None:
        """It is up again; what was begun before is over."""
        self.line.up = True
        self.sync.session = None

    def act(self, operator: str = "mina") -> Act:
        """A fresh act."""
        self.chain.clock.advance(timedelta(seconds=1))
        return Act(self.chain.new_id(), operator)

    def enrol(self, name: str, number: int = 1) -> Member:
        """A member with a card."""
        member = Member(self.chain.new_id(), name, "", self.shop.today, referral_code="")
        with self.shop.store.writing() as work:
            work.add_member(member)
            work.add_card(Card(member_card(number), member.id))
        return member

    def sell(
        self, member: Member | None, *prices: int, units: int = 1, chosen: Sequence[Chosen] = ()
    ) -> Booked:
        """A sale of lines at these prices in cents."""
        basket = goods(*prices, units=units)
        return confirm(self.shop, self.act(), basket, member.id if member else None, tuple(chosen))

    def account(self, member: UUID) -> Account:
        """What this terminal has of a member."""
        with self.shop.store.reading() as view:
            return view.account(member)

    def points(self, member: Member) -> int:
        """A member's balance here."""
        return self.account(member.id).balance
