"""Whole visits at the real kiosk: scans and touches in, entries and vouchers out, nobody left on
the screen. Only the printer and the camera are twins, and they stand at their ports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loyalty.ledger.entry import EntryKey
from loyalty.members.answer import Question
from pos.devices.camera import CameraLoop
from pos.devices.ports import Frame, Scanner
from pos.devices.scripted import RecordingPrinter, ScriptedFrames
from pos.hand_codes import SECRET
from pos.issuers import enrol_named
from pos.shop import Shop
from pos.slips import slip_of
from pos.surveys import scores
from pos.trouble import TroubleError
from pos.vouchers import held_vouchers
from receipts.hand_code import hand_code
from tests.devices.pictures import photographed, printed, table
from tests.screen.kiosk_driver import Guest
from tests.shop.claim_desk import portuguese
from tests.shop.house import BADGE, CARD, SETTINGS, anna, balance, clean, sale
from ui.customer.state import Fate, Page
from ui.devices import Preview
from ui.wording.languages import language

NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
PRIVATE = ("Anna", "Schmidt", "5678", "Padaria", "142", "12.50", "drink")


class Slips:
    """Two slips of sales without a card: the codes on them."""

    square = typed = ""
    typed_key: EntryKey

    def prepare(self, shop: Shop) -> None:
        """A member with a hundred points, a partner, and the slips."""
        sale(shop, anna(shop), 10_000)
        enrol_named(shop, "sam", "pt-at", "514038942", "Padaria")
        self.square = slip_of(shop, sale(shop, None, 1250).entry.key).claim_url
        booked = sale(shop, None, 2600)
        with shop.store.writing() as work:
            secret = work.secret(SECRET)
        self.typed = hand_code(secret, booked.entry.key, 2600).replace(" ", "")


@pytest.fixture
def slips() -> Slips:
    return Slips()


@pytest.fixture
def guest(tmp_path: Path, qapp: QApplication, slips: Slips) -> Iterator[Guest]:
    """Somebody before a kiosk that greets."""
    one = Guest(tmp_path, qapp, slips.prepare)
    yield one
    assert clean(one.shop)
    one.close()


def prove(guest: Guest) -> None:
    guest.touch("My points and rewards")
    guest.type("5678")


def test_a_whole_visit_from_the_card_to_the_thanks(
    guest: Guest, slips: Slips, monkeypatch: pytest.MonkeyPatch
) -> None:
    with guest.shop.store.reading() as view:
        known = view.member_by_card(CARD)
    assert known is not None
    member = known[0]
    guest.scan(slips.square)
    assert guest.state.receipts[0].fate is Fate.HELD
    guest.scan(CARD)
    assert "Hello, Anna!" in guest.seen
    assert "Schmidt" not in guest.held
    guest.scan(portuguese())
    QTest.qWait(2_050)  # the same code again at once is the scanner's second beep
    guest.scan(slips.square)
    guest.touch("Type a receipt's number")
    guest.type(slips.typed)
    guest.touch("Go on")
    assert [row.fate for row in guest.state.receipts] == [
        Fate.CREDITED,
        Fate.CREDITED,
        Fate.REFUSED,
        Fate.CREDITED,
    ]
    assert "This receipt was credited on" in guest.seen
    earned = sum(row.points for row in guest.state.receipts)
    assert balance(guest.shop, member) == 100 + earned == 142
    guest.touch("My points and rewards")
    guest.type("0000")
    assert guest.state.notice is not None
    assert "142" not in guest.held
    guest.type("5678")
    assert "142 points" in guest.seen
    guest.touch("Any drink")
    guest.touch("Yes, print the voucher")
    assert "Please take your voucher" in guest.seen
    assert isinstance(guest.printer, RecordingPrinter)
    (paper,) = guest.printer.sent
    (voucher,) = held_vouchers(guest.shop, member.id)
    assert voucher.code.encode() in paper
    assert balance(guest.shop, member) == 102
    guest.touch("Finish")
    guest.touch("9")
    guest.touch("No answer")
    assert guest.state.page is Page.THANKS
    counts = dict(scores(guest.shop, guest.shop.today, guest.shop.today)[0].counts)
    assert counts[9] == sum(counts.values()) == 1
    for word in PRIVATE:
        assert word not in guest.held, word


def test_left_alone_it_forgets_everybody(
    guest: Guest, slips: Slips, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.customer.stage.TICK_MS", 4)
    guest.touch("한국어")
    assert language() == "ko"
    guest.scan(CARD)
    guest.until(lambda: guest.state.left_s is not None, "the countdown")
    assert guest.kiosk.screen.still.isVisible()
    guest.until(lambda: guest.state.page is Page.IDLE, "the greeting")
    assert language() == "en"
    assert not guest.kiosk.screen.still.isVisible()
    for word in PRIVATE:
        assert word not in guest.held, word


def test_a_touch_anywhere_keeps_the_visit(guest: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    guest.scan(CARD)
    monkeypatch.setattr("ui.customer.stage.TICK_MS", 40)
    guest.until(lambda: guest.state.left_s is not None, "the countdown")
    window = guest.kiosk.window.windowHandle()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, NONE, guest.kiosk.screen.rect().center())
    guest.until(lambda: guest.state.left_s is None, "the visit going on")
    assert guest.state.called == "Anna"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Escape, NONE),
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_Q, CTRL),
        (Qt.Key.Key_W, CTRL),
        (Qt.Key.Key_F11, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_Back, NONE),
    ],
)
def test_no_key_of_a_keyboard_does_anything(
    guest: Guest, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    guest.scan(CARD)
    before = guest.state
    guest.press(key, held)
    assert guest.state == before
    assert guest.kiosk.window.isVisible()


def test_only_an_operators_badge_closes_the_window(guest: Guest) -> None:
    gone: list[bool] = []
    guest.kiosk.window.closed.connect(lambda: gone.append(True))
    assert not guest.kiosk.window.close()
    guest.scan(CARD)
    assert guest.kiosk.window.isVisible()
    guest.scan(BADGE)
    assert gone == [True]
    assert not guest.kiosk.window.isVisible()
    assert "Anna" not in guest.held


def test_a_voucher_that_the_printer_refuses_is_still_the_members(guest: Guest) -> None:
    assert isinstance(guest.printer, RecordingPrinter)
    guest.printer.trouble = TroubleError("printer-paper-out")
    guest.scan(CARD)
    prove(guest)
    guest.touch("Any drink")
    guest.touch("Yes, print the voucher")
    assert "Nothing is lost" in guest.seen
    with guest.shop.store.reading() as view:
        known = view.member_by_card(CARD)
    assert known is not None
    assert len(held_vouchers(guest.shop, known[0].id)) == 1


def test_somebody_becomes_a_member_with_fingers_only(guest: Guest) -> None:
    guest.touch("Become a member")
    guest.type("+4915198765432")
    guest.touch("Go on")
    guest.type("Zoe")
    guest.touch("Go on")
    guest.touch("You may also send me offers (if you like)")
    guest.touch("I agree, make me a member")
    assert "Hello, Zoe!" in guest.seen
    assert "98765432" not in guest.held


def test_a_crash_shows_no_traceback_to_anybody(
    guest: Guest, monkeypatch: pytest.MonkeyPatch, expect_log: object
) -> None:
    assert callable(expect_log)
    expect_log("ui.excepthook", "unforeseen-error")
    guest.scan(CARD)
    error = ValueError("a bug of ours, with Anna Schmidt in it")
    guest.kiosk._net.catch(ValueError, error, None)
    guest.until(lambda: guest.state.page is Page.IDLE, "a new beginning")
    assert "ask at the counter" in guest.seen
    assert "Anna" not in guest.held


def test_a_card_is_read_by_the_camera(tmp_path: Path, qapp: QApplication, slips: Slips) -> None:
    card = photographed(table(printed(CARD)))
    frames = [Frame(card, card.shape[1], card.shape[0], at_ms) for at_ms in range(0, 4000, 100)]

    def camera(setting: str, preview: Preview) -> Scanner | None:
        return CameraLoop(ScriptedFrames(frames), preview=preview) if setting != "off" else None

    settings = replace(SETTINGS, camera="0")
    one = Guest(tmp_path, qapp, slips.prepare, settings, camera)
    one.until(lambda: one.state.known, "the card in the picture")
    assert "Hello, Anna!" in one.seen
    one.close()


def test_questions_already_answered_are_not_asked_again(
    guest: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.customer.stage.TICK_MS", 100)
    for asked in (Page.QUESTION, Page.THANKS):
        guest.scan(CARD)
        guest.touch("Finish")
        assert guest.state.page is asked
        if asked is Page.QUESTION:
            assert guest.state.question is Question.NPS
            guest.touch("10")
            guest.touch("No answer")
        guest.until(lambda: guest.state.page is Page.IDLE, "the greeting")
        QTest.qWait(2_050)
