"""A counter that receipts are brought to: Mina, a cashier, signed in; Kim may decide; Anna and Bert
have cards.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.codes import member_card, operator_badge
from loyalty.ledger.entry import EntryKey, Kind
from pos.enrol import enrol
from pos.issuers import enrol_named
from pos.slips import slip_of
from pos.staff import Role, hashed_pin
from pos.store import Operator
from tests.screen.desk import Desk
from tests.shop.claim_desk import portuguese
from tests.shop.house import CARD, act, anna, clean, open_at, sale
from ui.counter.sheets import ActSheet

KIM, BERTS, PIN = operator_badge(2), member_card(3), "2222"
CROATIA = "https://porezna.gov.hr/rn/?jir=7d6da168-bc2d-47c0-a238-{n:012d}&datv={day}_1045&izn=5,00"
GROCER = "514038942"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Noon in Seoul on the second of March 2026; the grocer of `portuguese()` is enrolled."""
    shop = open_at(tmp_path)
    with shop.store.writing() as work:
        work.add_operator(Operator("kim", "Kim", Role.SUPERVISOR, KIM))
        work.set_pin("kim", hashed_pin(PIN))
    anna(shop)
    enrol(shop, act(shop), BERTS, "+4915112345679", "Bert")
    enrol_named(shop, "kim", "pt-at", GROCER, "Mercearia")
    opened = Desk(tmp_path, shop=shop)
    yield opened
    assert clean(opened.shop)
    opened.close()


def slip(desk: Desk, cents: int = 2000) -> str:
    """The square code on the slip of a fresh sale without a card."""
    return code_of(desk, sale(desk.shop, None, cents).entry.key)


def code_of(desk: Desk, sold: EntryKey) -> str:
    """The square code on a sale's slip."""
    return slip_of(desk.shop, sold).claim_url


def croatian(n: int = 1, day: str = "20260302") -> str:
    """A code that names no shop."""
    return CROATIA.format(n=n, day=day)


def slovenian(stamp: str = "260302104500") -> str:
    """A code that holds no total."""
    digits = f"{'1234':0>39}12345679{stamp}"
    return digits + str(sum(map(int, digits)) % 10)


def points(desk: Desk, card: str = CARD) -> int:
    """What a card's member has."""
    with desk.shop.store.reading() as view:
        known = view.member_by_card(card)
        assert known is not None
        return view.account(known[0].owner).balance


def newest(desk: Desk) -> Kind:
    """What was booked last."""
    with desk.shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    return last.kind


def sheet(desk: Desk, kind: str) -> ActSheet:
    """The open sheet, which is of this kind."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet), desk.said
    assert found.kind == kind
    return found


def told(desk: Desk) -> str:
    """What the open sheet says besides its facts."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet)
    return found.notice.code if found.notice else ""


def done(desk: Desk) -> tuple[str, int, int | None]:
    """Kind, points earned and the new balance of what was just done."""
    shown = desk.state.done
    assert shown is not None, (desk.said, desk.state.sheet)
    return shown.kind, shown.earned, shown.balance


__all__ = ["portuguese"]
