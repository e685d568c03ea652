"""The register of members, a member's timeline, and lists kept as files."""

from __future__ import annotations

import csv
import stat
from pathlib import Path

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from pos.adjusting import adjust
from pos.blocking import block, block_card
from pos.enrol import enrol
from pos.kept_files import as_csv
from pos.lists import keep_list
from pos.register import register
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.timeline import timeline
from pos.why import explained
from tests.shop.house import CARD, act, anna, open_at, sale


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    opened = open_at(tmp_path)
    with opened.store.writing() as work:
        work.add_operator(Operator("olga", "Olga", Role.OWNER))
    return opened


def test_everybody_is_listed_a_page_at_a_time_and_nobody_twice(shop: Shop) -> None:
    known = [enrol(shop, act(shop), member_card(n), "", f"Member {n}") for n in range(20, 27)]
    seen, after, pages = [], None, 0
    while pages == 0 or after is not None:
        page = register(shop, "", 3, after)
        seen += [row.member.id for row in page.rows]
        after, pages = page.after, pages + 1
    assert seen == sorted(one.id for one in known)  # within a millisecond their ids are random
    assert pages == 3


def test_a_blocked_member_and_a_lost_card_are_found_where_the_counter_finds_none(
    shop: Shop,
) -> None:
    member = anna(shop)
    block_card(shop, act(shop, "olga"), CARD)
    block(shop, act(shop, "olga"), member.id, "fraud")
    for text in ("anna", "345678", CARD):
        assert [row.member.id for row in register(shop, text, 9).rows] == [member.id]
    assert register(shop, "berta", 9).rows == ()


def test_a_search_that_finds_too_many_says_so(shop: Shop) -> None:
    for n in range(20, 24):
        enrol(shop, act(shop), member_card(n), "", f"Same {n}")
    page = register(shop, "same", 3)
    assert (len(page.rows), page.more, page.after) == (3, True, None)


def test_a_timeline_tells_newest_first_what_moved_who_did_it_and_why(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, member, 2_000)
    adjust(shop, act(shop, "sam"), member.id, 15, "spilt coffee")
    moved, older = timeline(shop, member.id, 9)
    assert [one.kind for one in moved] == [Kind.ADJUSTMENT, Kind.SALE, Kind.ENROLMENT]
    by_hand, sold, _ = moved
    assert (by_hand.points, by_hand.operator, by_hand.why) == (15, "Sam", "spilt coffee")
    assert (sold.total_minor, sold.currency, sold.operator) == (2_000, "EUR", "Mina")
    assert sold.points == booked.sale.earned == explained(shop, sold.number)[0]
    assert not older


def test_a_timeline_says_that_there_is_more(shop: Shop) -> None:
    member = anna(shop)
    for _ in range(4):
        sale(shop, member, 100)
    moved, older = timeline(shop, member.id, 3)
    assert (len(moved), older) == (3, True)
    assert len(timeline(shop, member.id, 5)[0]) == 5


def test_a_list_is_written_by_who_may_export_noted_and_for_nobody_else_to_read(
    shop: Shop,
) -> None:
    rows = [("Anna", "=1+1"), ("김", "-5")]
    with pytest.raises(LoyaltyError, match="approval-needed"):
        keep_list(shop, act(shop), "members", ("Name", "Note"), rows)
    assert not (shop.store.path.parent / "exports").exists()
    made = keep_list(shop, act(shop), "members", ("Name", "Note"), rows, "olga")
    read = list(csv.reader(made.read_text("utf-8-sig").splitlines()))
    assert read == [["Name", "Note"], ["Anna", "'=1+1"], ["김", "-5"]]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_a_number_stays_a_number_and_a_formula_becomes_text() -> None:
    assert as_csv(("a",), [("+20",), ("@sum",), ("-2+3",)]).splitlines()[1:] == [
        "+20",
        "'@sum",
        "'-2+3",
    ]
