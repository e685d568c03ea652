"""Receipts at the counter when things go wrong, or other terminals have a say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from loyalty.members.member import MemberStatus
from pos.trouble import TroubleError
from tests.screen.claim_desk import (
    BERTS,
    desk,
    done,
    points,
    slip,
)
from tests.screen.desk import Desk
from tests.shop.house import CARD, anna, open_at
from ui.counter import claiming
from ui.counter.claiming import Claimed
from ui.counter.sheets import WhySheet

__all__ = ["desk"]


def test_after_a_credit_f7_has_no_slip_and_f1_says_why(desk: Desk) -> None:
    desk.wish.scanned(slip(desk))
    desk.wish.scanned(CARD)
    desk.wish.print_again()
    assert desk.said == "slip-none"
    desk.wish.why()
    assert isinstance(desk.state.sheet, WhySheet)
    assert desk.state.sheet.points == 20


def test_an_answer_that_was_lost_on_the_way_credits_the_receipt_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Booked, but the counter hears of trouble: the same receipt and card are the same credit."""
    code = slip(desk)
    desk.wish.scanned(CARD)
    honest = claiming.claimed

    def lost(*asked: Any) -> Claimed:
        honest(*asked)
        raise TroubleError("store-unreadable", path="regulars.db", said="")

    monkeypatch.setattr(claiming, "claimed", lost)
    desk.wish.scanned(code)
    assert (desk.said, len(desk.state.receipts)) == ("store-unreadable", 1)
    monkeypatch.setattr(claiming, "claimed", honest)
    desk.wish.enter()
    assert done(desk) == ("claim", 20, 20)


def test_what_another_window_credited_first_is_refused(desk: Desk) -> None:
    code = slip(desk)
    other = desk.another_window()
    for window, card in ((desk, CARD), (other, BERTS)):
        window.wish.scanned(card)
    desk.wish.scanned(code)
    other.wish.scanned(code)
    assert (other.said, points(desk), points(desk, BERTS)) == ("claim-already", 20, 0)


def test_a_blocked_member_gets_nothing_and_the_receipt_may_still_come(desk: Desk) -> None:
    code = slip(desk)
    desk.wish.scanned(CARD)
    with desk.shop.store.writing() as work:
        known = work.member_by_card(CARD)
        assert known is not None
        work.change_member(replace(known[0], status=MemberStatus.BLOCKED, why_blocked="theft"))
    desk.wish.scanned(code)
    assert (desk.said, desk.state.receipts, points(desk)) == ("member-blocked", (), 0)
    desk.wish.escape()
    desk.wish.escape()
    desk.wish.scanned(code)
    desk.wish.scanned(BERTS)
    assert points(desk, BERTS) == 20


def test_where_another_terminal_could_have_it_the_points_wait_and_the_day_is_said(
    tmp_path: Path,
) -> None:
    shop = open_at(tmp_path)
    desk = Desk(tmp_path, shop=replace(shop, settings=replace(shop.settings, alone=False)))
    anna(shop)
    desk.wish.scanned(slip(desk))
    desk.wish.scanned(CARD)
    assert done(desk) == ("claim", 20, 0)
    assert desk.state.done is not None
    assert desk.state.done.vests_on == shop.today + timedelta(days=7)
    desk.close()
