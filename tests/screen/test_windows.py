"""Two windows of one till over one basket's points: the first has them, the other hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen.desk import Desk
from tests.shop.house import BADGE, CARD, anna, sale
from ui.counter.state import Phase, Reach


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A counter with Mina signed in, where Anna (200 points) is a member."""
    opened = Desk(tmp_path, signed_in=False)
    sale(opened.shop, anna(opened.shop), 20_000)
    opened.wish.scanned(BADGE)
    yield opened
    opened.close()


def test_points_spent_at_another_window_end_the_refusals(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12")
    other = desk.another_window()
    other.wish.scanned(CARD)
    other.wish.reward(4)
    assert other.state.phase is Phase.DONE
    desk.wish.reward(4)
    desk.wish.enter()
    assert desk.said == "reward-refused"
    assert desk.state.member is not None
    assert desk.state.member.points == 50
    desk.wish.enter()
    assert desk.state.phase is Phase.DONE


def test_what_is_chosen_here_is_held_at_another_window_until_it_is_let_go(desk: Desk) -> None:
    desk.wish.scanned(CARD)
    desk.ring("12")
    desk.wish.reward(4)
    other = desk.another_window()
    other.wish.scanned(CARD)
    assert other.state.member is not None
    assert (other.state.member.held, other.state.member.usable) == (150, 50)
    other.wish.reward(4)
    assert other.said == "points-held"
    desk.wish.escape()
    desk.wish.escape()
    other.wish.scanned(CARD)
    assert other.state.member.held == 0
    other.wish.reward(4)
    assert other.state.phase is Phase.DONE


def test_of_two_windows_that_want_the_same_points_the_first_has_them(desk: Desk) -> None:
    other = desk.another_window()
    for window in (desk, other):
        window.wish.scanned(CARD)
        window.ring("12")
    for window in (desk, other):
        window.wish.reward(4)
    assert (desk.said, other.said) == ("", "points-held")
    assert (desk.state.offers[3].reach, other.state.offers[3].reach) == (
        Reach.CHOSEN,
        Reach.WAITING,
    )
    other.wish.reward(4)
    other.wish.reward(4)
    assert other.said == "points-held"
    desk.wish.escape()
    desk.wish.escape()
    other.wish.reward(4)
    assert other.state.offers[3].reach is Reach.CHOSEN
    other.wish.enter()
    assert other.state.done is not None


def test_points_as_money_that_another_window_holds_are_taken_once_it_has_gone(desk: Desk) -> None:
    other = desk.another_window()
    for window in (desk, other):
        window.wish.scanned(CARD)
        window.ring("90")
    for window in (desk, other):
        window.wish.tender()
    assert other.state.tender is not None
    assert (other.said, other.state.tender.chosen) == ("points-held", False)
    other.wish.tender()  # what waited goes back
    other.wish.tender()
    assert other.said == "tender-step"  # what is left free is too little to pay with
    desk.wish.escape()
    desk.wish.escape()
    other.wish.tender()
    assert other.state.tender.chosen
