"""The till is taught its scanner at the counter, by keys and scans alone; and a scan finds its way
whatever sheet is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from loyalty.codes import operator_badge
from pos.demo import OPERATORS, demo_card
from pos.devices.layouts import ASCII, KEYBOARDS, LOST
from pos.devices.scanner_setup import SETUP_PAGE
from pos.settings import read_settings
from tests.bench.wedge import Window, bursts, ids_by_hand
from tests.screen.driver import Till
from ui.counter.sheets import EnrolSheet, ScannerSheet, SettingsSheet, SignInSheet
from ui.counter.state import Phase
from ui.parts.key import Key


@pytest.fixture
def till(tmp_path: Path, app: QApplication) -> Iterator[Till]:
    till = Till(tmp_path, app)
    yield till
    till.close()


def french(till: Till, text: str, at_ms: int) -> None:
    """A scan at a till with a French keyboard; no system here tells where its keys lie."""
    for number, sign in enumerate(text):
        came = KEYBOARDS["french"][ord(sign) - 0x20] if sign in ASCII else sign
        key, held = Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier
        if came == LOST:
            key, came = Qt.Key.Key_Dead_Circumflex, ""
        elif sign == "\r":
            key = Qt.Key.Key_Return
        elif sign == "\x1d":
            key, held = Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, held, came)
        event.setTimestamp(at_ms + 5 * number)
        QCoreApplication.postEvent(till.terminal.window.windowHandle(), event)
    till.pump()


def teaching(till: Till) -> ScannerSheet:
    """The open sheet."""
    sheet = till.state.sheet
    assert isinstance(sheet, ScannerSheet)
    return sheet


def opened(till: Till) -> None:
    """F10, then the scanner's key."""
    till.press(Qt.Key.Key_F10)
    till.until(lambda: isinstance(till.state.sheet, SettingsSheet), "the settings")
    keys = till.terminal.screen.pane.findChildren(Key)  # type: ignore[union-attr]
    next(key for key in keys if key.text() == "Set up by a code").setFocus()
    till.press(Qt.Key.Key_Return)
    till.until(lambda: isinstance(till.state.sheet, ScannerSheet), "the scanner's sheet")


def test_one_scan_teaches_a_till_a_trial_shows_it_and_enter_keeps_it(till: Till) -> None:
    till.sign_in()
    opened(till)
    french(till, "~" + SETUP_PAGE + "\r", 1_000_000)
    till.until(lambda: teaching(till).found is not None, "what was learned")
    found = teaching(till).found
    assert found is not None
    assert (found.keyboard, found.reads, found.suffix) == ("french", "most", "enter")
    link = "https://suf.purs.gov.rs/v/?vl=Zq9"
    french(till, "~" + link + "\r", 2_000_000)
    till.until(lambda: teaching(till).read == link, "the trial")
    QTest.qWait(200)
    till.press(Qt.Key.Key_Return)
    till.until(lambda: isinstance(till.state.sheet, SettingsSheet), "the settings again")
    till.settled()
    kept, wrong = read_settings(till.data / "settings.toml")
    assert (kept.scanner_suffix, kept.scanner_layout, wrong) == ("enter", found.layout, ())
    till.press(Qt.Key.Key_Escape)
    french(till, "~" + demo_card(1) + "\r", 3_000_000)
    till.until(lambda: till.state.member is not None, "the member")


def test_a_sign_that_a_dead_key_ate_makes_a_code_unknown_and_not_another_one(till: Till) -> None:
    till.sign_in()
    opened(till)
    french(till, SETUP_PAGE + "\r", 1_000_000)
    till.until(lambda: teaching(till).found is not None, "what was learned")
    french(till, "https://example.org/[1]\r", 2_000_000)
    till.until(lambda: bool(teaching(till).read), "the trial")
    assert teaching(till).read == f"https://example.org/{LOST}1]"


def test_a_badge_that_is_tried_is_not_shown(till: Till) -> None:
    till.sign_in()
    opened(till)
    till.scan(operator_badge(77))
    till.until(lambda: bool(teaching(till).read), "the trial")
    assert teaching(till).read == f"62…{operator_badge(77)[-2:]}"
    till.press(Qt.Key.Key_Escape)
    till.until(lambda: till.state.sheet is None, "the counter")


def test_escape_forgets_what_was_not_kept(till: Till) -> None:
    till.sign_in()
    opened(till)
    french(till, SETUP_PAGE + "\r", 1_000_000)
    till.until(lambda: teaching(till).found is not None, "what was learned")
    till.press(Qt.Key.Key_Escape)
    till.until(lambda: till.state.sheet is None, "the counter")
    till.scan(demo_card(1))
    till.until(lambda: till.state.member is not None, "the member")


def test_a_badge_scanned_on_the_sign_in_signs_in(till: Till) -> None:
    assert isinstance(till.state.sheet, SignInSheet)
    till.scan(OPERATORS[0].badge)
    till.until(lambda: till.state.phase is not Phase.SIGNED_OUT, "the counter")


def test_a_card_scanned_into_the_name_of_a_new_member_never_lands_there(till: Till) -> None:
    till.sign_in()
    till.press(Qt.Key.Key_F4)
    till.until(lambda: isinstance(till.state.sheet, EnrolSheet), "the enrolment")
    pane = till.terminal.screen.pane
    assert pane is not None
    for field in pane.findChildren(QLineEdit):
        field.setFocus()
        till.scan("9780201379624")
        QTest.qWait(60)
        assert not any(one.text() for one in pane.findChildren(QLineEdit))


@pytest.mark.parametrize("state", ["idle", "enrol", "sign-in-pin", "adjust-approval"])
def test_bursts_at_every_pace_come_whole_over_every_sheet(app: QApplication, state: str) -> None:
    window = Window(app)
    window.close()
    window.open(state)
    found = bursts(window, 1, caps=False, link=False)
    window.close()
    window.wedge.stop()
    sent = found.pop("sent")
    assert found == {"whole": sent, "wrong": 0, "left_behind": 0, "pressed": 0}


def test_ids_typed_by_hand_stay_typing(app: QApplication) -> None:
    window = Window(app)
    window.close()
    window.open("enrol")
    found = ids_by_hand(window, 12)
    window.close()
    window.wedge.stop()
    assert found == {"typed": 12, "taken for a scan": 0, "keys lost": 0}
