"""What a till does in a life that is going to be interrupted: random acts, by the real use cases.

An act is planned whole, with its id and moment, before it is tried, so that trying it again is the
same act: on the machine it was cut off on, and on one where nothing ever goes wrong.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalty.basket import Basket, Line
from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.redemption.quote import Chosen
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule
from pos.acts import Act
from pos.clock import FixedClock
from pos.counter import confirm
from pos.demo_program import whole_program
from pos.enrol import enrol
from pos.leaving import erase
from pos.nightly import nightly
from pos.returns import confirm_return
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, Store, View
from pos.undo import undo
from tests.simulation.machine import Image, Machine

PROGRAM = replace(
    whole_program(),
    starts_on=date(2020, 1, 1),
    expiry=ExpiryRule(ExpiryKind.MONTHS, months=1),
    vesting=VestingRule(2),
)
"""Points that are pending for two days and end after a month, so that nights have work to do."""
BEGIN = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Seoul")
_WEIGHTS = {
    "sell": 10, "redeem": 6, "enrol": 3, "give-back": 4, "undo": 2, "night": 2, "tidy": 1,
    "erase": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """An act to come. `who`: the act that enrols the member; `sale`: the act that sells."""

    what: str
    id: UUID
    at: datetime
    number: int
    who: UUID | None = None
    sale: UUID | None = None
    cents: tuple[int, ...] = ()
    points: int = 0


def _furnish(store: Store) -> None:
    """A program and somebody who may do everything, in a new ledger."""
    with store.writing() as work:
        work.add_program(PROGRAM)
        work.add_operator(Operator("mina", "Mina", Role.OWNER))


@cache
def furnished() -> Image:
    """A machine with a new shop, made once: migrating costs more than a whole life.

    It has booked nothing yet, so a Machine of any terminal may begin with it.
    """
    with TemporaryDirectory() as folder:
        machine = Machine(random.Random(0), FixedClock(BEGIN, ZONE), Path(folder))
        _furnish(machine.open())
        machine.close()
        return machine.copy()


def plan(chance: random.Random, begin: datetime, count: int) -> tuple[Planned, ...]:
    """`count` acts, of which the first two enrol."""
    acts: list[Planned] = []
    now = begin
    for number in range(count):
        kinds = ["enrol"] if number < 2 else chance.choices([*_WEIGHTS], [*_WEIGHTS.values()])
        what = kinds[0]
        nights = chance.randint(1, 12) if what == "night" else 0
        now += timedelta(days=nights, seconds=chance.randint(1, 300))
        people = [act.id for act in acts if act.what == "enrol"]
        sales = [act.id for act in acts if act.what in ("sell", "redeem")]
        acts.append(
            Planned(
                what,
                UUID(int=chance.getrandbits(128), version=4),
                now,
                number,
                who=chance.choice(people) if people and chance.random() < 0.9 else None,
                sale=chance.choice(sales) if sales else None,
                cents=tuple(chance.randint(100, 9_000) for _ in range(chance.randint(1, 6))),
                points=chance.choice((20, 30, 50)),
            )
        )
    return tuple(acts)


def perform(shop: Shop, planned: Planned) -> EntryKey | None:
    """Do it; the entry that is acknowledged by it, None where a rule said no or none is made."""
    try:
        return _WAYS[planned.what](shop, planned, Act(planned.id, "mina"))
    except LoyaltyError:
        return None


def acknowledged(view: View, planned: Planned) -> EntryKey | None:
    """The entry that the books hold of an act."""
    found = (view.entry_of(planned.id, kind) for kind in _KINDS.get(planned.what, ()))
    return next((entry.key for entry in found if entry is not None), None)


_KINDS = {
    "sell": (Kind.SALE,),
    "redeem": (Kind.SALE,),
    "enrol": (Kind.ENROLMENT,),
    "give-back": (Kind.RETURN,),
    "undo": (Kind.RETURN, Kind.ENROLMENT_UNDONE),
    "erase": (Kind.ERASURE,),
}


def _member(shop: Shop, planned: Planned) -> UUID | None:
    with shop.store.reading() as view:
        entry = view.entry_of(planned.who, Kind.ENROLMENT) if planned.who else None
    return entry.member if entry else None


def _basket(planned: Planned) -> Basket:
    goods = (Line(f"Ware {n}", cents, 1, "C1", "coffee") for n, cents in enumerate(planned.cents))
    return Basket("EUR", tuple(goods))


def _sell(shop: Shop, planned: Planned, act: Act) -> EntryKey:
    return confirm(shop, act, _basket(planned), _member(shop, planned)).entry.key


def _redeem(shop: Shop, planned: Planned, act: Act) -> EntryKey:
    try:
        chosen = (Chosen(points=planned.points),)
        return confirm(shop, act, _basket(planned), _member(shop, planned), chosen).entry.key
    except LoyaltyError:  # not as many points: then without
        return _sell(shop, planned, act)


def _enrol(shop: Shop, planned: Planned, act: Act) -> EntryKey | None:
    enrol(shop, act, member_card(planned.number), f"+4915112{planned.number:06d}", "Anna Schmidt")
    with shop.store.reading() as view:
        return acknowledged(view, planned)


def _give_back(shop: Shop, planned: Planned, act: Act) -> EntryKey | None:
    with shop.store.reading() as view:
        sold = view.entry_of(planned.sale, Kind.SALE) if planned.sale else None
        left = view.sold(sold.key) if sold else None
    if sold is None or left is None:
        return None
    units = (planned.points % 20 and 1, *left.units_left[1:])  # with the first line or without
    wanted = tuple(min(unit, there) for unit, there in zip(units, left.units_left, strict=True))
    return confirm_return(shop, act, sold.key, wanted).entry.key


def _undo(shop: Shop, _planned: Planned, act: Act) -> EntryKey | None:
    done = undo(shop, act)
    # What undoes a return has that return's source, not the act's.
    return done.entry.key if done.entry.source == act.id else None


def _night(shop: Shop, _planned: Planned, _act: Act) -> None:
    nightly(shop)


def _tidy(shop: Shop, _planned: Planned, _act: Act) -> None:
    shop.store.checkpoint()


def _erase(shop: Shop, planned: Planned, act: Act) -> EntryKey | None:
    member = _member(shop, planned)
    if member is None:
        return None
    erase(shop, act, member)
    with shop.store.reading() as view:
        return acknowledged(view, planned)


_WAYS = {
    "sell": _sell,
    "redeem": _redeem,
    "enrol": _enrol,
    "give-back": _give_back,
    "undo": _undo,
    "night": _night,
    "tidy": _tidy,
    "erase": _erase,
}


def story(view: View) -> dict[UUID | None, list[object]]:
    """The books as they would read on any machine: what was booked and is left, by member.

    Ids that are drawn at random are left out; a member goes by the act that enrolled them.
    """
    names = {entry.member: entry.source for entry in view.entries(kind=Kind.ENROLMENT)}
    told: dict[UUID | None, list[object]] = {}
    for entry in view.entries():
        moved = tuple(sorted((str(p.account), p.points) for p in entry.postings))
        one = (str(entry.kind), entry.at_ms, entry.business_date, moved)
        told.setdefault(names.get(entry.member), []).append(one)
    for member, name in names.items():
        account = view.account(member) if member else Account()
        told[name].append((account.balance, account.pending_points))
    return told
