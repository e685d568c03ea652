"""A counter of a chain takes goods back that another shop has sold, and credits no receipt that
another shop has credited.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.codes import sale_code
from pos.claims import claim
from pos.presenting import present
from pos.returns import confirm_return
from tests.screen.linked_desk import LinkedDesk
from tests.shop.claim_desk import portuguese
from tests.shop.house import CARD
from ui.counter.notice import Mood
from ui.counter.sheets import ActSheet, ReturnSheet


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LinkedDesk]:
    """Connected."""
    made = LinkedDesk(tmp_path)
    yield made
    made.close()


def said(desk: LinkedDesk) -> str:
    return desk.state.banner.code if desk.state.banner is not None else ""


def test_the_slip_of_another_shop_is_asked_for_at_head_office_and_returned(
    desk: LinkedDesk,
) -> None:
    anna = desk.anna(first=10_000, here=0)
    sold = desk.first.sell(anna, 2_000).entry.key
    desk.chain.settle()
    desk.wish.scanned(sale_code(sold))
    assert desk.office.sought == [sold]
    sheet = desk.state.sheet
    assert isinstance(sheet, ReturnSheet)
    assert (sheet.member, sheet.refund_minor, desk.state.banner) == ("Anna Schmidt", 2_000, None)
    desk.wish.enter()
    assert desk.state.done is not None
    assert (desk.state.done.kind, desk.state.done.amount_minor) == ("return", 2_000)
    desk.chain.settle()
    desk.wish.scanned(sale_code(sold))
    assert said(desk) == "sale-returned"


def test_a_number_typed_from_a_slip_of_another_shop_is_asked_for_too(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=0)
    sold = desk.first.sell(anna, 2_000).entry.key
    desk.chain.settle()
    desk.wish.returns()
    desk.wish.field_typed("slip", f"{sold.terminal}-{sold.seq}")
    desk.wish.enter()
    assert isinstance(desk.state.sheet, ReturnSheet)


def test_what_became_elsewhere_of_a_sale_of_ours_is_known_before_it_is_returned(
    desk: LinkedDesk,
) -> None:
    anna = desk.anna(first=10_000, here=0)
    sold = desk.here.sell(anna, 2_000).entry.key
    desk.chain.settle()
    key = desk.first.sync.find(sold)
    assert key is not None
    confirm_return(desk.first.shop, desk.first.act(), key)
    desk.first.sync.push()
    desk.wish.scanned(sale_code(sold))
    assert said(desk) == "sale-returned"


def test_without_a_line_the_sentence_says_what_can_be_done(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=0)
    sold = desk.first.sell(anna, 2_000).entry.key
    desk.chain.settle()
    desk.cut()
    desk.wish.scanned(sale_code(sold))
    assert (said(desk), desk.office.sought) == ("sale-elsewhere", [])
    desk.wish.returns()
    desk.wish.returns()
    sheet = desk.state.sheet
    assert isinstance(sheet, ActSheet)
    assert sheet.kind == "unlinked"


def test_a_line_that_is_lost_while_it_is_asked_says_the_same(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=0)
    sold = desk.first.sell(anna, 2_000).entry.key
    desk.chain.settle()
    desk.here.cut()  # the counter has not heard of it
    desk.wish.scanned(sale_code(sold))
    assert (said(desk), desk.office.sought) == ("sale-elsewhere", [sold])


def test_a_sale_that_head_office_does_not_have_yet_is_another_sentence(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=0)
    desk.first.cut()
    sold = desk.first.sell(anna, 2_000).entry.key
    desk.wish.scanned(sale_code(sold))
    assert desk.state.banner is not None
    assert (said(desk), desk.state.banner.mood) == ("sale-not-there", Mood.REFUSED)


def test_a_receipt_that_another_shop_has_just_credited_is_not_credited_here(
    desk: LinkedDesk,
) -> None:
    anna = desk.anna(first=10_000, here=0)
    first, shown = desk.first, present(desk.first.shop, portuguese())
    claim(first.shop, first.act(), anna.id, shown, overrule=True, approved="sam", why="seen")
    first.sync.push()  # this till has not heard of it
    desk.wish.scanned(CARD)
    desk.wish.scanned(portuguese())
    assert desk.office.claims == [shown.receipt.source()]
    assert said(desk) == "claim-elsewhere"
    assert desk.state.done is None


def test_without_a_line_a_receipt_is_judged_by_what_is_known_here(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=0)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.wish.scanned(portuguese())
    assert desk.office.claims == []
    assert isinstance(desk.state.sheet, ActSheet)
    assert desk.state.sheet.kind == "claim-doubt"
