"""Acts in the real window, by keys and scans alone: each flow once, up to the books."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from pos.demo import OPERATORS, demo_card, furnish
from pos.places import Places
from pos.store import verify
from tests.screen.driver import Till, blank_card
from ui.counter.sheets import ActSheet, EnrolSheet, ReturnSheet
from ui.counter.state import Phase

ALT = Qt.KeyboardModifier.AltModifier
MINA = OPERATORS[1]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop's folder, furnished once and copied for each test."""
    data = tmp_path_factory.mktemp("acts")
    furnish(Places(data))
    return data


@pytest.fixture
def counter(furnished: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Till]:
    """A till of the demo shop with Ana, a cashier, signed in."""
    for file in furnished.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    running = Till(tmp_path, qapp)
    running.sign_in()
    running.count.keys = running.count.scans = 0
    yield running
    shop = running.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        assert list(verify(view)) == []
    running.close()


def kind(till: Till) -> str:
    """The kind of the act sheet that is open."""
    sheet = till.state.sheet
    return sheet.kind if isinstance(sheet, ActSheet) else type(sheet).__name__


def said(till: Till) -> str:
    """What the open sheet says."""
    sheet = till.state.sheet
    notice = getattr(sheet, "notice", None)
    return notice.code if notice else ""


def member(till: Till, card: str) -> Member:
    """Whoever a card stands for."""
    shop = till.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        known = view.member_by_card(card)
    assert known is not None
    return known[0]


def newest(till: Till) -> Kind:
    """What was booked last."""
    shop = till.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    return last.kind


def open_row(till: Till, card: str, row: str) -> None:
    """A member's sheet and one of its rows, by keys."""
    till.scan(card)
    till.press(Qt.Key.Key_F4)
    sheet = till.state.sheet
    assert isinstance(sheet, ActSheet)
    till.type(str(next(each.number for each in sheet.rows if each.id == row)))


def test_points_by_hand_are_typed_and_approved_by_one_scan(counter: Till) -> None:
    open_row(counter, demo_card(5), "adjust")
    before = counter.state.member
    assert before is not None
    counter.type("+30")
    counter.press(Qt.Key.Key_Tab)
    counter.type("wait")
    counter.press(Qt.Key.Key_Return)
    scans = counter.count.scans
    counter.scan(MINA.badge)
    assert counter.count.scans == scans + 1
    assert (kind(counter), said(counter)) == ("member", "adjusted")
    assert counter.state.member is not None
    assert counter.state.member.points == before.points + 30
    assert counter.state.strip.operator == "Ana"


def test_a_pin_approves_and_escape_leads_back_step_by_step(counter: Till) -> None:
    open_row(counter, demo_card(5), "adjust")
    counter.type("25")
    counter.press(Qt.Key.Key_Tab)
    counter.type("wait")
    counter.press(Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_Escape)
    sheet = counter.state.sheet
    assert isinstance(sheet, ActSheet)
    assert (sheet.approval, sheet.value("points"), sheet.value("reason")) == (None, "25", "wait")
    counter.press(Qt.Key.Key_Return)
    sheet = counter.state.sheet
    assert isinstance(sheet, ActSheet)
    assert sheet.approval is not None
    number = next(row.number for row in sheet.approval.operators if row.name == MINA.name)
    counter.type(f"{number}{MINA.pin}")
    counter.press(Qt.Key.Key_Return)
    assert said(counter) == "adjusted"
    counter.press(Qt.Key.Key_Escape)
    assert counter.state.sheet is None


def test_a_return_is_found_by_its_number_in_the_list(counter: Till) -> None:
    counter.press(Qt.Key.Key_F5)
    assert kind(counter) == "sales"
    counter.press(Qt.Key.Key_2, ALT)
    sheet = counter.state.sheet
    assert isinstance(sheet, ReturnSheet)
    assert any(line.chosen for line in sheet.lines)
    counter.press(Qt.Key.Key_Return)
    assert counter.state.phase is Phase.DONE
    assert newest(counter) is Kind.RETURN


def test_an_exchange_books_both_with_one_enter(counter: Till) -> None:
    counter.scan(demo_card(6))
    counter.type("4")
    counter.press(Qt.Key.Key_Return)
    counter.scan(counter.slip_code())
    counter.press(Qt.Key.Key_F5)
    assert counter.state.ticket.credit_minor == 400
    counter.type("9")
    counter.press(Qt.Key.Key_Return)
    assert counter.state.phase is Phase.DONE
    assert counter.state.done is not None
    assert counter.state.done.amount_minor == 500


def test_goods_without_a_slip_come_back_by_keys(counter: Till) -> None:
    counter.press(Qt.Key.Key_F5)
    counter.press(Qt.Key.Key_F5)
    assert kind(counter) == "unlinked"
    counter.type("2.50")
    counter.press(Qt.Key.Key_Tab)
    counter.type("cup")
    counter.press(Qt.Key.Key_Tab)
    counter.type("lost")
    counter.press(Qt.Key.Key_Return)
    counter.scan(MINA.badge)
    assert counter.state.phase is Phase.DONE
    assert newest(counter) is Kind.RETURN_UNLINKED


def test_a_sale_is_voided_by_slip_f8_reason_and_badge(counter: Till) -> None:
    counter.scan(demo_card(6))
    counter.type("4")
    counter.press(Qt.Key.Key_Return)
    counter.scan(counter.slip_code())
    counter.press(Qt.Key.Key_F8)
    counter.type("twice")
    counter.press(Qt.Key.Key_Return)
    counter.scan(MINA.badge)
    assert counter.state.phase is Phase.DONE
    assert newest(counter) is Kind.RETURN


def test_a_likely_double_gets_the_blank_card_with_one_key(counter: Till) -> None:
    known = member(counter, demo_card(35))  # Emily Clark
    counter.press(Qt.Key.Key_F4)
    counter.scan(blank_card())
    assert isinstance(counter.state.sheet, EnrolSheet)
    counter.press(Qt.Key.Key_Tab)
    counter.type("Emily Clark")
    counter.press(Qt.Key.Key_Return)
    assert said(counter) == "maybe-member"
    counter.press(Qt.Key.Key_1, ALT)
    assert member(counter, blank_card()).id == known.id
    assert counter.state.member is not None
    assert counter.state.member.name == "Emily Clark"


def test_enrolling_still_takes_one_scan_and_one_key(counter: Till) -> None:
    counter.scan(blank_card())
    counter.press(Qt.Key.Key_F4)
    assert newest(counter) is Kind.ENROLMENT
    assert (counter.count.scans, counter.count.keys) == (1, 1)


def test_a_lost_card_is_replaced_without_a_mouse(counter: Till) -> None:
    open_row(counter, demo_card(7), "cards")
    counter.type("1")
    counter.scan(blank_card(42))
    assert said(counter) == "card-in-place"
    assert member(counter, blank_card(42)).id == member(counter, demo_card(7)).id


def test_two_members_are_merged_by_two_scans_and_a_badge(counter: Till) -> None:
    open_row(counter, demo_card(8), "merge")
    counter.scan(demo_card(9))
    counter.press(Qt.Key.Key_Return)
    counter.scan(MINA.badge)
    assert said(counter) == "merged"
    assert member(counter, demo_card(9)).id == member(counter, demo_card(8)).id
