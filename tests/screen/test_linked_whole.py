"""A counter of a chain says what a member has in all, with the time of that word, wherever it tells
of points: behind an act, in a list, and on the customer's screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.codes import sale_code
from tests.screen.act_desk import fill, open_sheet
from tests.screen.linked_desk import SECOND, LinkedDesk
from tests.shop.house import CARD
from ui.counter.here import HereView
from ui.counter.sheets import ActSheet, FindSheet
from ui.customer.view import customer_view


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LinkedDesk]:
    made = LinkedDesk(tmp_path)
    yield made
    made.close()


def here(desk: LinkedDesk) -> HereView:
    assert desk.state.done is not None
    assert desk.state.done.here is not None
    return desk.state.done.here


def test_behind_a_sale_without_a_line_stands_what_there_is_in_all_and_since_when(
    desk: LinkedDesk,
) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.enter()
    assert (here(desk).points, here(desk).total) == (162, 262)
    assert here(desk).as_of is not None
    assert not here(desk).connected
    ended = customer_view(desk.state, desk.shop.settings).ended
    assert ended is not None
    assert ended.here == 162


def test_behind_a_return_and_an_undo_stands_the_same(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=14_000)
    sold = desk.here.sell(anna, 2_000).entry.key
    desk.cut()
    desk.wish.scanned(sale_code(sold))
    desk.wish.enter()
    assert (here(desk).points, here(desk).total) == (140, 240)
    desk.wish.undo()
    assert (here(desk).points, here(desk).total) == (160, 260)


def test_nobody_has_points_behind_a_sale_without_a_card(desk: LinkedDesk) -> None:
    desk.ring("22")
    desk.wish.enter()
    assert desk.state.done is not None
    assert (desk.state.done.balance, desk.state.done.here) == (None, None)


def test_a_list_of_members_tells_both(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.find()
    desk.wish.find_text("Anna")
    sheet = desk.state.sheet
    assert isinstance(sheet, FindSheet)
    (row,) = sheet.rows
    assert row.here is not None
    assert (row.here.points, row.here.total) == (140, 240)
    assert row.here.as_of is not None


def test_the_sheet_of_a_member_tells_both_with_the_time(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.wish.enrol()
    sheet = desk.state.sheet
    assert isinstance(sheet, ActSheet)
    first, second = sheet.facts[:2]
    assert (first.code, dict(first.facts)["points"]) == ("fact-here", 140)
    assert (second.code, dict(second.facts)["points"]) == ("fact-total", 240)
    assert dict(second.facts)["at"].tzinfo is not None  # type: ignore[attr-defined]


def test_points_by_hand_tell_what_can_be_used_here_by_then(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    open_sheet(desk, "adjust")
    fill(desk, points="+50", reason="Long wait")
    desk.wish.scanned(SECOND)
    sheet = desk.state.sheet
    assert isinstance(sheet, ActSheet)
    assert sheet.notice is not None
    assert (sheet.notice.code, dict(sheet.notice.facts)["points"]) == ("adjusted-here", 190)
    assert dict(sheet.facts[1].facts)["points"] == 290
