"""A counter of a chain: two tills with real books, head office in memory, a line that can be cut.

`Office` is the scripted twin of the counter's line: what it answers is what head office answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from loyalty.codes import SaleNumber, operator_badge
from loyalty.members.member import Member
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from pos.clock import milliseconds
from pos.line_state import LineState
from pos.staff import Role, hashed_pin
from pos.store import Operator
from pos.store.link import FLOOR
from pos.sync.messages import Reserved
from pos.trouble import TroubleError
from pos.vouchers import give
from tests.screen.desk import Desk
from tests.shop.chain import Chain, Till
from tests.shop.house import BADGE

SECOND = operator_badge(2)
PIN = "2222"


@dataclass(slots=True)
class Office:
    """The line of one till; it notes what was asked for."""

    till: Till
    state: LineState = LineState()
    asked: list[tuple[UUID | None, int, str]] = field(default_factory=list)
    sought: list[SaleNumber] = field(default_factory=list)
    claims: list[UUID] = field(default_factory=list)
    retried: int = 0

    def reserve(self, member: UUID | None, need: int = 0, voucher: str = "") -> Reserved:
        """As the courier does it, with one question and no waiting."""
        self.asked.append((member, need, voucher))
        if not self.state.connected:
            raise TroubleError("office-unreachable", said="cut")
        return self.till.sync.reserve(member, need, voucher)

    def find(self, number: SaleNumber) -> SaleNumber | None:
        """As the courier does it."""
        self.sought.append(number)
        if not self.state.connected:
            raise TroubleError("office-unreachable", said="cut")
        return self.till.sync.find(number)

    def claimed(self, source: UUID) -> None:
        """As the courier does it."""
        self.claims.append(source)
        if not self.state.connected:
            raise TroubleError("office-unreachable", said="cut")
        self.till.sync.claimed(source)

    def retry(self) -> None:
        """Somebody pressed it."""
        self.retried += 1


class LinkedDesk(Desk):
    """Nina at till 2 of a chain, where Kim may approve; Anna buys at both."""

    def __init__(self, folder: Path, program: Program | None = None) -> None:
        self.chain = Chain(folder, program)
        self.first, self.here = self.chain.till(1), self.chain.till(2)
        with self.here.shop.store.writing() as work:
            work.add_operator(Operator("nina", "Nina", Role.CASHIER, BADGE))
            work.add_operator(Operator("kim", "Kim", Role.SUPERVISOR, SECOND))
            work.set_pin("kim", hashed_pin(PIN))
        self.office = Office(self.here)
        super().__init__(folder, shop=self.here.shop)
        self.connect()

    def anna(self, first: int, here: int) -> Member:
        """A member with so much bought (in cents) at the other till and at this one."""
        anna = self.first.enrol("Anna Schmidt")
        self.chain.settle()
        if first:
            self.first.sell(anna, first)
        self.chain.settle()
        if here:  # not told yet: what was told goes where they buy most
            self.here.sell(anna, here)
        return anna

    def five(self) -> Voucher:
        """Anna's voucher of five euros, given at the other till."""
        anna = self.anna(first=10_000, here=0)
        given = give(self.first.shop, self.first.act("sam"), "five", anna.id)
        self.chain.settle()
        return given

    def connect(self) -> None:
        """The line is up, and the counter knows."""
        self.here.mend()
        self._tell(connected=True)

    def cut(self, minutes: int = 10) -> None:
        """The line is down, and so many minutes pass."""
        self.here.cut()
        self._tell(connected=False)
        self.chain.clock.advance(timedelta(minutes=minutes))

    def allow_risk(self, member: int, terminal: int) -> None:
        """The merchant lets so many points be risked."""
        with self.here.shop.store.writing() as work:
            work.keep_setting(FLOOR, f"{member} {terminal}")

    def tell(self, **facts: object) -> None:
        """Something else the courier says."""
        self.office.state = replace(self.office.state, **facts)  # type: ignore[arg-type]
        self.wish.line.line_told(self.office.state)

    def _tell(self, connected: bool) -> None:
        now = milliseconds(self.chain.clock.now())
        self.office.state = LineState(connected=connected, since_ms=now, state="active")
        self.wish.line.line_is(self.office)

    def close(self) -> None:
        """Every ledger is whole."""
        self.wish.end()
        self.chain.close()
