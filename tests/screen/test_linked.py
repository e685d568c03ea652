"""The counter of a chain, on real books with a real head office behind a line that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loyalty.ledger.entry import Kind
from pos.line_page import unsent_count
from pos.slips import slip_of
from pos.store.link import LEASE, STATE
from receipts.writing.slip import slip
from receipts.writing.text import to_text
from tests.screen.desk import Desk
from tests.screen.linked_desk import PIN, SECOND, LinkedDesk
from tests.shop.house import CARD, open_at
from ui.counter.here import HereView
from ui.counter.notice import Mood
from ui.counter.sheets import ActSheet
from ui.counter.state import Phase, Reach
from ui.customer.view import customer_view


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LinkedDesk]:
    opened = LinkedDesk(tmp_path)
    yield opened
    opened.close()


def here(desk: LinkedDesk) -> HereView:
    """The three figures of whoever stands there."""
    assert desk.state.member is not None
    assert desk.state.member.here is not None
    return desk.state.member.here


def sheet(desk: LinkedDesk, kind: str) -> ActSheet:
    """The open act sheet."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet), desk.said
    assert found.kind == kind
    return found


def row(desk: LinkedDesk, name: str) -> None:
    """Choose a row by its id."""
    found = desk.state.sheet
    assert isinstance(found, ActSheet)
    desk.wish.row(next(each.number for each in found.rows if each.id == name))


def newest(desk: LinkedDesk, kind: Kind) -> int:
    """How many entries of a kind this till has."""
    with desk.shop.store.reading() as view:
        return sum(1 for _ in view.entries(kind=kind))


def test_a_terminal_without_head_office_tells_nothing_of_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path, shop=open_at(tmp_path))
    assert desk.state.strip.office.code == "office-none"
    desk.wish.settings()
    assert getattr(desk.state.sheet, "linked") is False  # noqa: B009 - any sheet would do
    desk.close()


def test_a_scan_tells_what_can_be_used_here_and_the_total_with_its_time(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.scanned(CARD)
    assert (here(desk).points, here(desk).total) == (140, 240)
    assert here(desk).as_of is not None
    assert not here(desk).connected
    assert here(desk).since is not None


def test_a_scan_while_connected_asks_for_what_head_office_has(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=0)
    desk.wish.scanned(CARD)
    assert desk.office.asked == [(anna.id, 0, "")]
    assert here(desk).connected


def test_points_of_another_shop_come_when_they_are_wanted(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=0)
    desk.wish.scanned(CARD)
    desk.ring("22")
    before = here(desk).points
    desk.wish.reward(2)  # asked for; the other till hears of it in its next round
    desk.chain.settle()
    desk.wish.escape()
    desk.wish.reward(2)
    assert before == 0
    assert desk.office.asked[1:] == [(anna.id, 60, ""), (anna.id, 60, "")]
    assert desk.state.offers[1].reach is Reach.CHOSEN
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.redeemed == 60


def test_a_refresh_moves_no_key_and_closes_no_sheet(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.wish.scanned(CARD)
    numbers = [offer.name for offer in desk.state.offers]
    desk.wish.find()
    assert desk.state.sheet is not None
    assert [offer.name for offer in desk.state.offers] == numbers


def test_short_and_offline_what_is_here_is_used(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    facts = dict(sheet(desk, "short").facts[0].facts)
    assert facts == {"points": 140, "total": 240}
    assert [each.id for each in sheet(desk, "short").rows] == ["short-use", "short-without"]
    row(desk, "short-use")
    assert desk.state.tender is not None
    assert desk.state.tender.points == 140
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.redeemed == 140


def test_of_what_is_here_as_much_is_used_as_the_rule_takes(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_500)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    first = sheet(desk, "short").rows[0]
    assert (first.id, first.points, first.open) == ("short-use", 140, True)
    desk.wish.enter()
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.redeemed == 140


def test_what_is_too_little_to_pay_with_is_not_on_offer(desk: LinkedDesk) -> None:
    desk.anna(first=24_000, here=1_500)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    assert [(each.id, each.open) for each in sheet(desk, "short").rows] == [
        ("short-use", False),
        ("short-without", True),
    ]


def test_short_and_offline_the_sale_goes_on_without_points(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    row(desk, "short-without")
    assert desk.state.sheet is None
    assert desk.state.phase is Phase.RINGING
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.redeemed == 0


@pytest.mark.parametrize("by", ["badge", "pin"])
def test_a_supervisor_allows_what_is_missing_at_the_shops_risk(desk: LinkedDesk, by: str) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.allow_risk(80, 1000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    row(desk, "short-allow")
    assert sheet(desk, "short").approval is not None
    if by == "badge":
        desk.wish.scanned(SECOND)
    else:
        desk.wish.typed("1")
        desk.wish.typed(PIN)
        desk.wish.enter()
    assert desk.state.tender is not None
    assert desk.state.tender.points == 220
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.redeemed == 220
    assert newest(desk, Kind.RIGHTS_ADVANCED) == 1


def test_what_was_allowed_and_not_needed_is_not_booked(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.allow_risk(80, 1000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    row(desk, "short-allow")
    desk.wish.scanned(SECOND)
    desk.wish.tender()  # put back again
    desk.wish.enter()
    assert desk.state.done is not None
    assert desk.state.done.redeemed == 0
    assert newest(desk, Kind.RIGHTS_ADVANCED) == 0


def test_no_risk_is_offered_where_the_floor_does_not_cover_it(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.allow_risk(20, 1000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    assert "short-allow" not in [each.id for each in sheet(desk, "short").rows]


def test_a_reward_that_is_short_offers_the_same_ways(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.allow_risk(80, 1000)
    desk.cut()
    desk.wish.scanned(CARD)
    desk.ring("9")
    assert [offer.name for offer in desk.state.offers][3] == "Beans 250 g"
    desk.wish.reward(4)
    assert dict(sheet(desk, "short").facts[0].facts) == {"points": 140, "total": 240}
    row(desk, "short-allow")
    desk.wish.scanned(SECOND)
    assert desk.state.sheet is None


@pytest.mark.parametrize(
    ("setting", "value", "why"),
    [
        (LEASE, "1", "frozen-lease-over"),
        (STATE, "suspended", "frozen-suspended"),
        (STATE, "retired", "frozen-retired"),
    ],
)
def test_where_nothing_may_be_used_it_is_said_why(
    desk: LinkedDesk, setting: str, value: str, why: str
) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    with desk.shop.store.writing() as work:
        work.keep_setting(setting, value)
    desk.wish.scanned(CARD)
    desk.ring("22")
    desk.wish.tender()
    assert here(desk).points == 0
    assert f"frozen-{here(desk).frozen}" == why
    assert desk.state.banner is not None
    assert desk.state.banner.code == "points-frozen"
    assert dict(desk.state.banner.facts)["why"] == why
    desk.wish.enter()  # selling and earning go on
    assert desk.state.done is not None
    assert desk.state.done.earned == 22


def test_the_strip_tells_what_is_unsent_and_what_to_look_at(desk: LinkedDesk) -> None:
    desk.tell(connected=False, unsent=12, oldest_ms=desk.office.state.since_ms - 1000)
    office = desk.state.strip.office
    assert (office.code, office.mood) == ("office-offline", Mood.QUIET)
    assert desk.state.strip.unsent is not None
    assert dict(desk.state.strip.unsent.facts)["count"] == 12
    desk.tell(set_aside=2)
    assert desk.state.strip.aside is not None
    assert desk.state.strip.aside.mood is Mood.ATTENTION
    desk.tell(state="suspended")
    assert desk.state.strip.office.code == "office-suspended"


def test_f10_leads_to_what_is_unsent_and_enter_sends_it(desk: LinkedDesk) -> None:
    desk.anna(first=0, here=14_000)
    desk.wish.settings()
    assert getattr(desk.state.sheet, "linked") is True  # noqa: B009 - any sheet would do
    desk.wish.setting_changed("office", "open")
    codes = [fact.code for fact in sheet(desk, "line").facts]
    assert codes[0] == "line-connected"
    assert "line-unsent" in codes
    assert "line-only-here" in codes
    desk.wish.enter()
    assert desk.office.retried == 1
    notice = sheet(desk, "line").notice
    assert notice is not None
    assert notice.code == "line-trying"


def test_where_only_the_shop_is_reached_the_strip_and_the_page_say_so(desk: LinkedDesk) -> None:
    desk.chain.settle()
    desk.tell(connected=False, near=True, why="office-unreachable")
    assert desk.state.strip.office.code == "office-near"
    desk.wish.settings()
    desk.wish.setting_changed("office", "open")
    codes = [each.code for each in sheet(desk, "line").facts]
    assert "line-near" in codes
    assert "line-driven" not in codes
    desk.tell(near=False)
    assert desk.state.strip.office.code == "office-offline"


def test_the_page_says_which_other_window_talks_to_head_office(desk: LinkedDesk) -> None:
    desk.chain.settle()
    desk.tell(driver=4711)
    desk.wish.settings()
    desk.wish.setting_changed("office", "open")
    facts = {each.code: dict(each.facts) for each in sheet(desk, "line").facts}
    assert facts["line-driven"] == {"pid": "4711"}


def test_what_was_set_aside_is_seen_by_one_key(desk: LinkedDesk) -> None:
    desk.anna(first=0, here=14_000)
    with desk.shop.store.writing() as work:
        last = next(e for e in work.entries(kind=Kind.SALE))
        work.put_aside(last.key, "done-elsewhere")
    desk.wish.setting_changed("office", "open")
    assert len(sheet(desk, "line").rows) == 1
    desk.wish.row(1)
    assert [each.id for each in sheet(desk, "aside").rows] == ["aside-seen", "aside-show"]
    desk.wish.enter()
    assert sheet(desk, "line").rows == ()


def test_the_closing_says_how_much_is_unsent(desk: LinkedDesk) -> None:
    desk.anna(first=0, here=14_000)
    assert unsent_count(desk.shop) > 0
    desk.chain.settle()
    assert unsent_count(desk.shop) == 0


def test_the_second_window_tells_what_can_be_used_here(desk: LinkedDesk) -> None:
    desk.anna(first=10_000, here=14_000)
    desk.cut()
    desk.wish.scanned(CARD)
    assert customer_view(desk.state, desk.shop.settings).points == 140
    with desk.shop.store.writing() as work:
        work.keep_setting(LEASE, "1")
    desk.wish.scanned(CARD)
    assert customer_view(desk.state, desk.shop.settings).points == 0


def test_a_slip_tells_what_can_be_used_here_and_the_total_with_its_time(desk: LinkedDesk) -> None:
    anna = desk.anna(first=10_000, here=14_000)
    desk.cut()
    facts = slip_of(desk.shop, desk.here.sell(anna, 500).entry.key)
    said = to_text(slip(facts, "en"))
    assert facts.member is not None
    assert (facts.member.balance_after, facts.member.total) == (145, 245)
    assert "Usable here" in said
    assert "Total, as of 2026-03-02" in said
