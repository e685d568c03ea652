"""A counter for acts: a program with some of everything, Mina signed in, Kim who may approve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loyalty.codes import member_card, operator_badge
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from loyalty.rules.activity import ActivityKind, ActivityRule, ReferralRule
from loyalty.rules.program import Program
from loyalty.rules.rewards import StampRule, VoucherKind, VoucherTerms
from pos.demo import demo_program
from pos.person import Person, person
from pos.staff import Role, hashed_pin
from pos.store import Operator
from tests.screen.desk import Desk
from tests.shop.house import CARD, anna, clean, open_at, sale
from ui.counter.sheets import ActSheet, EnrolSheet, ReturnSheet

SECOND = operator_badge(2)
OTHER = member_card(7)
PIN = "2222"


def program() -> Program:
    """The demo's rewards with a stamp card, activities, a voucher, and friends who are rewarded."""
    return replace(
        demo_program(),
        starts_on=date(2020, 1, 1),
        base=replace(demo_program().base, points=1, step_minor=100),
        campaigns=(),
        tiers=None,
        stamps=(StampRule("coffee", "Coffee card", 10),),
        vouchers=(VoucherTerms("five", "Five off", VoucherKind.MONEY_OFF, 500),),
        activities=(
            ActivityRule("review", "Review", ActivityKind.REVIEW, 50, approval=True),
            ActivityRule("event", "Tasting", ActivityKind.EVENT, 20),
        ),
        referral=ReferralRule(100, 50),
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Mina, a cashier, is signed in; Kim may approve. Anna has 200 points."""
    shop = open_at(tmp_path, program=program())
    with shop.store.writing() as work:
        work.add_operator(Operator("kim", "Kim", Role.SUPERVISOR, SECOND))
        work.set_pin("kim", hashed_pin(PIN))
    sale(shop, anna(shop), 20_000)
    opened = Desk(tmp_path, shop=shop)
    yield opened
    assert clean(opened.shop)
    opened.close()


def member(desk: Desk, card: str = CARD) -> Member:
    """Whoever a card stands for."""
    with desk.shop.store.reading() as view:
        known = view.member_by_card(card)
    assert known is not None
    return known[0]


def whole(desk: Desk, card: str = CARD) -> Person:
    """All of a member."""
    return person(desk.shop, member(desk, card).id)


def sheet(desk: Desk, kind: str = "") -> ActSheet:
    """The act sheet that is open."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet), desk.said
    assert not kind or found.kind == kind
    return found


def notice(desk: Desk) -> str:
    """What the open sheet says."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet | EnrolSheet | ReturnSheet)
    return found.notice.code if found.notice else ""


def open_sheet(desk: Desk, row: str, card: str = CARD) -> ActSheet:
    """A member's sheet, and one of its rows."""
    desk.wish.scanned(card)
    desk.wish.enrol()
    number = next(each.number for each in sheet(desk, "member").rows if each.id == row)
    desk.wish.row(number)
    return sheet(desk)


def fill(desk: Desk, **fields: str) -> None:
    """Type into fields and press Enter."""
    for name, text in fields.items():
        desk.wish.field_typed(name.replace("_", "-"), text)
    desk.wish.enter()


def newest(desk: Desk) -> Kind:
    """What was booked last."""
    with desk.shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    return last.kind
