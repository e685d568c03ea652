"""A small shop on a real ledger file, with a clock that stands still; builders for its acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from loyalty.basket import Basket, Line
from loyalty.codes import member_card, operator_badge
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import Program
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import Booked, confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.ids import new_id
from pos.settings import Settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, open_store, verify

NOON = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)  # noon in Seoul
SETTINGS = Settings(shop="Test shop", currency="EUR", zone="Asia/Seoul")
CARD, BLANK, BADGE = member_card(1), member_card(2), operator_badge(1)


def open_at(folder: Path, clock: FixedClock | None = None, program: Program | None = None) -> Shop:
    """A shop with two operators and the demo's program, whose points never cost a real day."""
    time = clock or FixedClock(NOON, ZoneInfo("Asia/Seoul"))
    store = open_store(folder / "regulars.db", time, reserve_bytes=0)
    with store.writing() as work:
        if not work.programs():
            work.add_program(program or replace(demo_program(), starts_on=date(2020, 1, 1)))
            work.add_operator(Operator("mina", "Mina", Role.CASHIER, BADGE))
            work.add_operator(Operator("sam", "Sam", Role.SUPERVISOR))
    return Shop(store, time, SETTINGS)


def clock_of(shop: Shop) -> FixedClock:
    """The shop's clock, to be moved."""
    assert isinstance(shop.clock, FixedClock)
    return shop.clock


def act(shop: Shop, operator: str = "mina") -> Act:
    """A fresh act."""
    return Act(new_id(shop.clock), operator)


def anna(shop: Shop, card: str = CARD) -> Member:
    """A member with a card and a phone."""
    return enrol(shop, act(shop), card, "+4915112345678", "Anna Schmidt")


def goods(*prices: int, units: int = 1) -> Basket:
    """Lines of these prices in cents, each for `units` pieces."""
    lines = (Line(f"Ware {n}", price, units) for n, price in enumerate(prices, start=1))
    return Basket("EUR", tuple(lines))


def sale(shop: Shop, member: Member | None, cents: int = 1000, *chosen: Chosen) -> Booked:
    """A booked sale of one line."""
    who = member.id if member else None
    return confirm(shop, act(shop), goods(cents), who, chosen)


def balance(shop: Shop, member: Member) -> int:
    """What the books say a member has."""
    with shop.store.reading() as view:
        return view.account(member.id).balance


def clean(shop: Shop) -> bool:
    """Whether the books are without a fault."""
    with shop.store.reading() as view:
        return not list(verify(view))
