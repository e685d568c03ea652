"""What a basket would earn under a program that need not be published: nothing is booked.

The member is one of the shop's or one described in a small file; the reckoning is the counter's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from loyalty.accrual.pipeline import Accrual, accrue
from loyalty.basket import MOST_LINES, MOST_UNITS, Basket, Line
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.entry import OWN_LOT, LotRef
from loyalty.members.history import Day, History, Scene, Standing
from loyalty.members.member import Birthday, Member
from loyalty.program_file.document import value_from_text
from loyalty.rules.bounds import AtMost, Between, Money, Name, Points
from loyalty.rules.program import Program
from loyalty.rules.which import Named
from loyalty.sales.sale import Occasion
from loyalty.sales.selling import vested_lot

SOMEBODY = UUID(int=1)
Word = Annotated[str, AtMost(200)]


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A line of a basket file; the amount is for all units together, net, tax included."""

    text: Name
    amount_minor: Money
    units: Annotated[int, Between(1, MOST_UNITS)] = 1
    sku: Word = ""
    category: Word = ""
    brand: Word = ""
    tax_minor: Money = 0
    flags: Named = frozenset()


@dataclass(frozen=True, slots=True)
class BasketFile:
    """A basket to try rules on, in the program's currency."""

    lines: Annotated[tuple[BasketLine, ...], AtMost(MOST_LINES)]


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day of a member's past: purchases, what they came to, and base points that qualify."""

    on: date
    spend_minor: Money = 0
    visits: Annotated[int, Between(0, 1_000)] = 1
    points: Points = 0


@dataclass(frozen=True, slots=True)
class MemberFile:
    """A member to try rules on; what is left out is that of somebody who joined today."""

    joined_on: date | None = None
    birthday: Word = ""
    language: Word = ""
    segment: Word = ""
    balance: Points = 0
    days: Annotated[tuple[PastDay, ...], AtMost(5_000)] = ()


@dataclass(frozen=True, slots=True)
class Simulated:
    """The accrual of a basket, and the lot that its points would open."""

    basket: Basket
    accrual: Accrual
    lot: LotRef


def basket_from_text(text: str, currency: str) -> Basket:
    """The basket of a file; LoyaltyError `program-invalid`, and those of `Line` and `Basket`."""
    lines = value_from_text(BasketFile, text).lines
    return Basket(
        currency,
        tuple(
            Line(
                one.text,
                one.amount_minor,
                one.units,
                one.sku,
                one.category,
                one.brand,
                one.tax_minor,
                one.flags,
            )
            for one in lines
        ),
    )


def standing_from_text(text: str, on: date) -> Standing:
    """The member of a file, on a day; LoyaltyError `program-invalid`, `birthday-unreadable`."""
    said = value_from_text(MemberFile, text)
    birthday = Birthday.from_text(said.birthday) if said.birthday else None
    member = Member(
        SOMEBODY,
        "",
        "",
        said.joined_on or on,
        said.language,
        birthday=birthday,
        segment=said.segment,
    )
    days: dict[date, Day] = {}
    for one in said.days:
        was = days.get(one.on, Day(one.on))
        days[one.on] = Day(
            one.on,
            was.visits + one.visits,
            was.spend_minor + one.spend_minor,
            was.earned + one.points,
            was.qualifying + one.points,
            was.acts + one.visits,
        )
    past = tuple(days[day] for day in sorted(days) if day <= on)
    lots = (Lot(LotRef(OWN_LOT, 0, None), said.balance),) if said.balance else ()
    return Standing(member, Account(lots), History(past))


def newcomer(on: date) -> Standing:
    """Somebody who joined today and never bought."""
    return Standing(Member(SOMEBODY, "", "", on))


def simulate(program: Program, basket: Basket, scene: Scene) -> Simulated:
    """What a basket would earn in a scene."""
    accrual = accrue(basket, program, (), scene)
    occasion = Occasion(SOMEBODY, 0, scene.on, minute=scene.minute)
    return Simulated(basket, accrual, vested_lot(program, occasion, accrual.why.tier))
