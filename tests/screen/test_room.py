"""The manager's room without its window: what wishes lead to, on real books."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.members.member import MemberStatus
from pos.blocking import block_card
from tests.screen.room_desk import OLGA, RoomDesk, furnished
from tests.shop.house import BLANK, CARD, act, clean
from ui.counter.sheets import ActSheet, WhySheet
from ui.jobs import InlineJobs
from ui.manager.state import Page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RoomDesk]:
    shop, _ = furnished(tmp_path, others=7)
    opened = RoomDesk(shop)
    yield opened
    opened.wish.end()
    assert clean(shop)
    shop.store.close()


def sheet(desk: RoomDesk) -> ActSheet:
    """The open sheet."""
    found = desk.state.desk.sheet
    assert isinstance(found, ActSheet)
    return found


def test_the_first_page_has_twelve_figures_each_of_which_says_what_it_rests_on(
    desk: RoomDesk,
) -> None:
    first = desk.state.today.first
    assert first is not None
    assert len(first.tiles) == 12
    assert first.tile("members").figure.n == 8
    assert [task.code for task in first.tasks] == ["backup-none"]


def test_the_list_is_searched_as_typed_and_a_late_answer_is_for_nobody(tmp_path: Path) -> None:
    shop, _ = furnished(tmp_path, others=7)
    held = InlineJobs(held=True)
    desk = RoomDesk(shop, reports=held)
    desk.wish.search("jo")
    desk.wish.search("ann")
    held.deliver()
    assert [row.name for row in desk.state.members.rows] == ["Anna Schmidt"]
    desk.wish.search("")
    held.deliver()
    assert len(desk.state.members.rows) == 8
    desk.wish.end()
    held.deliver()
    shop.store.close()


def test_a_list_of_more_than_a_page_is_read_on_as_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.manager.members.PAGE", 3)
    shop, _ = furnished(tmp_path, others=6)
    desk = RoomDesk(shop)
    desk.wish.page("members")
    lengths = [len(desk.state.members.rows)]
    while desk.state.members.further:
        desk.wish.further()
        lengths.append(len(desk.state.members.rows))
    assert lengths == [3, 6, 7]
    assert len({row.id for row in desk.state.members.rows}) == 7
    desk.wish.end()
    shop.store.close()


def test_a_scanned_card_leads_to_its_member_and_a_sale_says_why(desk: RoomDesk) -> None:
    desk.wish.scanned(CARD)
    profile = desk.state.profile
    assert desk.state.page is Page.MEMBERS
    assert profile is not None
    assert profile.name == "Anna Schmidt"
    assert [moved.points for moved in profile.moved] == [15, 12, 20, 0]
    desk.wish.why(1)
    why = desk.state.desk.sheet
    assert isinstance(why, WhySheet)
    assert (why.points, why.number) == (12, profile.moved[1].number)
    desk.wish.escape()
    desk.wish.why(0)  # by hand: its reason stands in the line
    assert desk.state.desk.sheet is None
    desk.wish.escape()
    assert desk.state.profile is None


def test_points_by_hand_are_booked_with_their_reason_and_the_page_tells_them(
    desk: RoomDesk,
) -> None:
    desk.wish.scanned(CARD)
    desk.wish.act("adjust")
    desk.wish.field_typed("points", "30")
    desk.wish.enter()
    assert desk.said == "adjust-why"
    desk.wish.field_typed("reason", "late delivery")
    desk.wish.enter()
    assert desk.said == "adjusted"
    profile = desk.state.profile
    assert profile is not None
    newest = profile.moved[0]
    assert (newest.points, newest.why, newest.operator) == (30, "late delivery", "Olga")


def test_a_member_is_blocked_with_a_reason_found_again_by_the_card_and_freed(
    desk: RoomDesk,
) -> None:
    desk.wish.scanned(CARD)
    desk.wish.act("block")
    desk.wish.enter()
    assert desk.said == "reason-missing"
    desk.wish.field_typed("reason", "card lent to a neighbour")
    desk.wish.enter()
    assert desk.said == "member-now-blocked"
    desk.wish.page("members")
    desk.wish.scanned(CARD)
    profile = desk.state.profile
    assert profile is not None
    assert profile.facts[0].code == "fact-blocked"
    assert "adjust" not in profile.acts
    desk.wish.act("unblock")
    desk.wish.enter()
    assert desk.said == "member-now-active"


def test_who_may_not_is_asked_for_a_second_person_on_the_sheet(tmp_path: Path) -> None:
    shop, member = furnished(tmp_path)
    desk = RoomDesk(shop, "mina")
    desk.wish.scanned(CARD)
    desk.wish.act("export")
    desk.wish.enter()
    assert sheet(desk).approval is not None
    assert not (tmp_path / "exports").exists()
    desk.wish.scanned(OLGA)
    assert desk.said == "member-exported"
    (kept,) = (tmp_path / "exports").iterdir()
    assert json.loads(kept.read_text("utf-8"))["member"]["number"] == str(member.id)
    desk.wish.end()
    shop.store.close()


def test_erasing_says_what_it_means_asks_again_and_leaves_the_list(desk: RoomDesk) -> None:
    desk.wish.scanned(CARD)
    desk.wish.act("erase")
    desk.wish.enter()
    profile = desk.state.profile
    assert [fact.code for fact in sheet(desk).facts] == ["erase-means", "erase-sure"]
    desk.wish.enter()
    assert desk.said.startswith("member-erased")
    assert profile is not None
    assert desk.state.profile is None
    with desk.shop.store.reading() as view:
        gone = view.member(UUID(profile.id))
    assert gone is not None
    assert gone.status is MemberStatus.ERASED
    assert "Anna Schmidt" not in [row.name for row in desk.state.members.rows]


def test_a_lost_card_is_replaced_by_a_scan_on_its_sheet(desk: RoomDesk) -> None:
    block_card(desk.shop, act(desk.shop, "olga"), CARD)
    desk.wish.scanned(CARD)  # a blocked card: here its member is found
    desk.wish.act("cards")
    desk.wish.row(1)
    desk.wish.scanned(BLANK)
    assert desk.said == "card-in-place"


def test_another_page_waits_for_what_is_typed(desk: RoomDesk) -> None:
    desk.wish.scanned(CARD)
    desk.wish.act("profile")
    desk.wish.field_typed("name", "Anna Maria")
    desk.wish.page("today")
    assert (desk.said, sheet(desk).kind) == ("finish-first", "profile")
    desk.wish.enter()
    assert desk.state.profile is not None
    assert desk.state.profile.name == "Anna Maria"
    desk.wish.page("today")
    assert desk.state.page is Page.TODAY


def test_a_merge_brings_the_points_of_the_other_card(desk: RoomDesk) -> None:
    desk.wish.page("members")
    other = next(n for n, row in enumerate(desk.state.members.rows) if row.points == 0)
    desk.wish.member(other)
    into = desk.state.profile
    assert into is not None
    desk.wish.act("merge")
    desk.wish.scanned(CARD)
    desk.wish.enter()
    assert desk.said == "merged"
    assert desk.state.profile is not None
    assert desk.state.profile.id == into.id


def test_what_is_no_members_code_says_where_it_belongs(desk: RoomDesk) -> None:
    desk.wish.scanned(BLANK)
    assert desk.said == "room-no-member"
    desk.wish.scanned(OLGA)
    assert desk.said == "room-badge"


def test_the_list_is_kept_as_it_stands(desk: RoomDesk) -> None:
    desk.wish.keep_list("members", ("Name",), [])
    assert desk.said == "list-empty"
    desk.wish.keep_list("members", ("Name", "Points"), [("Anna", "47")])
    desk.wish.enter()
    assert desk.said == "list-kept"
    (kept,) = (desk.shop.store.path.parent / "exports").iterdir()
    assert kept.read_text("utf-8-sig").splitlines() == ["Name,Points", "Anna,47"]


def test_the_way_back_is_one_wish(desk: RoomDesk) -> None:
    desk.wish.leave()
    assert desk.left == 1
