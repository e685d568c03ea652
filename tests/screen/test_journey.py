"""Whole visits in the real window: keys and pictures in, entries and slips out, budgets kept.

Only the printer and the camera are twins, and they stand at their ports.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.ledger.entry import Kind
from pos.acts import Act
from pos.blocking import block_card
from pos.demo import OPERATORS, STAR, demo_card, furnish
from pos.demo_program import GOODS
from pos.devices.camera import CameraLoop
from pos.devices.ports import Frame, Scanner
from pos.devices.scripted import RecordingPrinter, ScriptedFrames
from pos.ids import new_id
from pos.places import Places
from pos.store import verify
from tests.devices.pictures import photographed, printed, table
from tests.screen.driver import Till, blank_card
from ui.counter.sheets import (
    CameraSheet,
    EnrolSheet,
    FindSheet,
    ReturnSheet,
    ShiftSheet,
    SignInSheet,
    SlipSheet,
    WhySheet,
)
from ui.counter.state import Birthday, Phase, Reach
from ui.devices import Preview


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo shop's folder, furnished once and copied for each test."""
    data = tmp_path_factory.mktemp("demo")
    furnish(Places(data))
    return data


@pytest.fixture
def till(furnished: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Till]:
    """A till at the sign-in of a demo shop."""
    for file in furnished.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    running = Till(tmp_path, qapp)
    yield running
    shop = running.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        assert list(verify(view)) == []
    running.close()


@pytest.fixture
def counter(till: Till) -> Till:
    """A till with Ana signed in."""
    till.sign_in()
    till.count.keys = till.count.scans = 0
    return till


def booked(till: Till, kind: Kind) -> bool:
    """Whether the newest entry in the ledger is of a kind."""
    shop = till.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        last = view.last_entry()
    return last is not None and last.kind is kind


def rich(till: Till) -> str:
    """The card of a member who can afford the first reward."""
    for number in range(1, 25):
        till.scan(demo_card(number))
        member = till.state.member
        if member is not None and member.usable >= 40:
            till.press(Qt.Key.Key_Escape)
            till.rest()
            till.count.keys = till.count.scans = 0
            return demo_card(number)
    raise AssertionError("the demo shop has no member with 40 points")


def test_an_award_takes_one_scan_the_amount_and_enter(counter: Till) -> None:
    counter.scan(demo_card(1))
    before = counter.state.member
    assert counter.state.phase is Phase.MEMBER
    assert before is not None
    counter.type("12.50")
    assert counter.state.ticket.earns == 12
    counter.press(Qt.Key.Key_Return)
    assert counter.state.phase is Phase.DONE
    assert booked(counter, Kind.SALE)
    done = counter.state.done
    assert done is not None
    assert (done.earned, done.balance) == (12, before.points + 12)
    assert (counter.count.scans, counter.count.keys) == (1, len("12.50") + 1)


def test_a_reward_takes_one_scan_and_one_key(counter: Till) -> None:
    card = rich(counter)
    counter.scan(card)
    member = counter.state.member
    assert member is not None
    assert counter.state.offers[0].reach is Reach.READY
    counter.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert booked(counter, Kind.SALE)
    done = counter.state.done
    assert done is not None
    assert (done.redeemed, done.balance) == (40, member.points - 40)
    assert (counter.count.scans, counter.count.keys) == (1, 1)


def test_goods_a_voucher_and_stamps_by_scans_alone(counter: Till) -> None:
    """A member's two coffees, by barcode, fill the card; their voucher pays; one key books it."""
    shop = counter.terminal.shop
    assert shop is not None
    coffee, toast = (p.barcodes[0] for p in GOODS if p.sku in ("C1", "K1"))
    with shop.store.reading() as view:
        known = view.member_by_card(demo_card(STAR))
        assert known is not None
        own = view.vouchers_of(known[0].id, shop.today)
    treat = next(voucher.code for voucher in own if voucher.terms.id == "treat")
    counter.scan(demo_card(STAR))
    counter.scan(coffee)
    counter.scan(toast)
    counter.scan(coffee)
    counter.scan(treat)
    member, ticket = counter.state.member, counter.state.ticket
    assert member is not None
    assert member.birthday is Birthday.TODAY
    assert member.tier is not None
    assert [(line.text, line.units) for line in ticket.lines] == [
        ("Avocado toast", 1),
        ("Flat white", 2),
    ]
    assert ticket.due_minor == 1650 - 165
    counter.press(Qt.Key.Key_Return)
    assert booked(counter, Kind.SALE)
    done = counter.state.done
    assert done is not None
    assert [(card.have, card.needed) for card in done.stamps] == [(8, 8)]
    assert (counter.count.scans, counter.count.keys) == (5, 1)


def test_undo_takes_one_key_and_leaves_the_account_as_it_was(counter: Till) -> None:
    counter.scan(demo_card(2))
    before = counter.state.member
    counter.type("9")
    counter.press(Qt.Key.Key_Return)
    counter.count.keys = 0
    counter.press(Qt.Key.Key_F8)
    assert booked(counter, Kind.RETURN)
    assert counter.count.keys == 1
    counter.rest()
    counter.scan(demo_card(2))
    assert counter.state.member == before


def test_a_return_takes_the_slip_and_enter(counter: Till) -> None:
    counter.scan(demo_card(3))
    before = counter.state.member
    counter.type("30")
    counter.press(Qt.Key.Key_Return)
    counter.count.keys = counter.count.scans = 0
    counter.scan(counter.slip_code())
    sheet = counter.state.sheet
    assert isinstance(sheet, ReturnSheet)
    assert (sheet.refund_minor, sheet.taken_back) == (3000, 30)
    counter.press(Qt.Key.Key_Return)
    assert booked(counter, Kind.RETURN)
    assert (counter.count.scans, counter.count.keys) == (1, 1)
    counter.scan(demo_card(3))
    assert counter.state.member == before


def test_a_blank_card_takes_one_scan_and_one_key_to_enrol(counter: Till) -> None:
    counter.scan(blank_card())
    assert counter.state.banner is not None
    assert counter.state.banner.code == "blank-card"
    counter.press(Qt.Key.Key_F4)
    assert booked(counter, Kind.ENROLMENT)
    assert counter.state.member is not None
    assert (counter.count.scans, counter.count.keys) == (1, 1)
    counter.press(Qt.Key.Key_F8)
    assert booked(counter, Kind.ENROLMENT_UNDONE)
    counter.press(Qt.Key.Key_Escape)
    counter.scan(blank_card())
    assert counter.state.member is None


def test_a_phone_number_typed_after_a_blank_card_is_enrolled_with_it(counter: Till) -> None:
    counter.scan(blank_card())
    counter.type("1555501234")
    counter.press(Qt.Key.Key_F4)
    assert booked(counter, Kind.ENROLMENT)
    assert counter.state.entry == ""
    assert (counter.count.scans, counter.count.keys) == (1, 11)
    counter.press(Qt.Key.Key_Escape)
    counter.press(Qt.Key.Key_Escape)
    assert counter.state.member is None
    counter.type("01234")
    counter.press(Qt.Key.Key_Return)
    assert counter.state.member is not None


def test_a_short_number_after_a_blank_card_is_no_phone(counter: Till) -> None:
    counter.scan(blank_card())
    counter.type("125000")
    counter.press(Qt.Key.Key_F4)
    assert booked(counter, Kind.ENROLMENT)
    assert counter.state.entry == "125000"
    counter.type("3")
    assert counter.state.phase is Phase.RINGING


def test_a_phone_tail_and_enter_find_the_member(counter: Till) -> None:
    counter.scan(demo_card(4))
    member = counter.state.member
    assert member is not None
    counter.press(Qt.Key.Key_Escape)
    counter.count.keys = counter.count.scans = 0
    shop = counter.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        known = view.member_by_card(demo_card(4))
    assert known is not None
    counter.type(known[0].phone[-5:])
    counter.press(Qt.Key.Key_Return)
    assert counter.state.member == member
    assert counter.count.keys == 6


def test_a_photograph_of_a_card_reaches_the_screen_through_the_camera(
    furnished: Path, tmp_path: Path, qapp: QApplication
) -> None:
    for file in furnished.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())

    def camera(_setting: str, preview: Preview) -> Scanner:
        picture = photographed(table(printed(demo_card(5))))
        height, width = picture.shape
        frames = [Frame(picture, width, height, 0) for _ in range(200)]
        return CameraLoop(ScriptedFrames(frames), preview=preview)

    till = Till(tmp_path, qapp, camera=camera)
    till.sign_in()
    till.press(Qt.Key.Key_F11)
    till.until(lambda: till.state.member is not None, "the member on the photograph")
    shop = till.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        known = view.member_by_card(demo_card(5))
    assert known is not None
    assert till.state.member is not None
    assert till.state.member.name == known[0].name
    till.close()


def test_a_badge_signs_in_with_one_scan(till: Till) -> None:
    till.scan(OPERATORS[1].badge)
    till.until(lambda: till.state.phase is Phase.IDLE, "the counter")
    assert till.state.strip.operator == "Mina"
    assert till.count.keys == 0


def test_wrong_pins_make_the_next_one_wait(till: Till) -> None:
    till.type("1")
    for _ in range(3):
        till.type("9999")
        till.press(Qt.Key.Key_Return)
    sheet = till.state.sheet
    assert isinstance(sheet, SignInSheet)
    assert sheet.wait_s > 0
    till.type("1111")
    till.press(Qt.Key.Key_Return)
    assert till.state.phase is Phase.SIGNED_OUT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6100000000000100", "code-damaged"),
        ("HELLO-WORLD-123", "code-foreign"),
        ("7" * 4000, "code-too-long"),
        ("4006381333931", "product-unknown"),
    ],
)
def test_a_scan_that_means_nothing_is_said_in_a_sentence(
    counter: Till, text: str, code: str
) -> None:
    width = counter.terminal.window.width()
    assert counter.terminal.presenter is not None
    counter.terminal.presenter.scanned(text)
    counter.settled()
    assert counter.state.banner is not None
    assert counter.state.banner.code == code
    assert counter.terminal.window.width() == width


def test_a_blocked_card_is_refused_by_name(counter: Till) -> None:
    shop = counter.terminal.shop
    assert shop is not None
    block_card(shop, Act(new_id(shop.clock), "mina"), demo_card(9))
    counter.scan(demo_card(9))
    assert counter.state.member is None
    assert counter.state.banner is not None
    assert counter.state.banner.code == "card-blocked"


def test_every_sheet_opens_and_escape_closes_it(counter: Till) -> None:
    counter.scan(demo_card(6))
    counter.type("5")
    for key, sheet in (
        (Qt.Key.Key_F1, WhySheet),
        (Qt.Key.Key_F2, FindSheet),
        (Qt.Key.Key_F9, ShiftSheet),
        (Qt.Key.Key_F11, CameraSheet),
    ):
        counter.press(key)
        assert isinstance(counter.state.sheet, sheet), key
        counter.press(Qt.Key.Key_Escape)
        assert counter.state.sheet is None


def test_a_slip_is_printed_by_itself_and_again(counter: Till) -> None:
    counter.press(Qt.Key.Key_F10)
    counter.press(Qt.Key.Key_Escape)
    counter.scan(demo_card(7))
    counter.type("4")
    counter.press(Qt.Key.Key_Return)
    printer = counter.printer
    assert isinstance(printer, RecordingPrinter)
    counter.until(lambda: len(printer.sent) == 1, "the slip")
    counter.press(Qt.Key.Key_F7)
    assert isinstance(counter.state.sheet, SlipSheet)
    counter.until(lambda: len(printer.sent) == 2, "the copy")


def test_a_shift_is_closed_with_its_figures(counter: Till) -> None:
    counter.type("7.50")
    counter.press(Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_Return)
    counter.press(Qt.Key.Key_F9)
    sheet = counter.state.sheet
    assert isinstance(sheet, ShiftSheet)
    assert (sheet.sales, sheet.total_minor) == (1, 750)
    counter.press(Qt.Key.Key_Return)
    counter.until(lambda: isinstance(counter.state.sheet, SignInSheet), "the sign-in")
    assert booked(counter, Kind.SHIFT_CLOSED)
    counter.until(lambda: counter.state.strip.store is not None, "the closing's copy")
    assert counter.state.strip.store is not None
    assert counter.state.strip.store.code == "backup-made"
    assert len(list((counter.data / "backups").glob("*.db"))) == 1


def test_keys_typed_while_the_ledger_answers_are_not_lost(counter: Till) -> None:
    presenter = counter.terminal.presenter
    assert presenter is not None
    presenter.scanned(demo_card(8))
    presenter.typed("3")
    presenter.typed("0")
    presenter.enter()
    counter.until(lambda: counter.state.phase is Phase.DONE, "the sale")
    assert counter.state.done is not None
    assert counter.state.done.earned == 30


def test_an_enrolment_with_phone_and_name_finds_its_twin(counter: Till) -> None:
    counter.press(Qt.Key.Key_F4)
    assert isinstance(counter.state.sheet, EnrolSheet)
    presenter = counter.terminal.presenter
    assert presenter is not None
    presenter.enrol_saved("010-9999-8888", "새 회원")
    counter.settled()
    assert counter.state.member is not None
    assert counter.state.member.name == "새 회원"
    counter.press(Qt.Key.Key_Escape)
    counter.press(Qt.Key.Key_Escape)
    counter.press(Qt.Key.Key_F4)
    presenter.enrol_saved("01099998888", "Twin")
    counter.settled()
    sheet = counter.state.sheet
    assert isinstance(sheet, EnrolSheet)
    assert sheet.notice is not None
    assert sheet.notice.code == "phone-taken"
