"""The real window gets a head office that answers over HTTPS, sends it everything, loses it, and is
left: the courier runs beside the counter and never keeps it waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.codes import operator_badge, sale_code
from pos.line_page import unsent_count
from tests.office.live import Live, live_office
from tests.office.live import till as new_till
from tests.screen.driver import Till
from ui.counter.sheets import ActSheet, ReturnSheet
from ui.wording.languages import Languages

MANAGER = operator_badge(3)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with live_office(tmp_path / "office") as running:
        yield running


@pytest.fixture
def till(tmp_path: Path, app: QApplication, languages: Languages) -> Iterator[Till]:
    opened = Till(tmp_path / "till", app)
    yield opened
    opened.close()


def sheet(till: Till) -> ActSheet:
    found = till.state.sheet
    assert isinstance(found, ActSheet)
    return found


def joined(till: Till, live: Live) -> None:
    """A cashier scans the code, a manager approves, and the counter is there again."""
    till.sign_in()
    till.scan(live.code().text)
    till.until(lambda: till.state.sheet is not None, "the confirmation")
    assert sheet(till).facts[0].code == "link-confirm"
    till.press(Qt.Key.Key_Return)
    assert sheet(till).approval is not None
    till.scan(MANAGER)
    till.until(lambda: till.terminal.presenter is not None and bool(till.state.sheet), "a sign-in")
    assert till.state.banner is not None
    assert till.state.banner.code == "office-linked"
    till.sign_in()
    till.until(lambda: till.state.strip.office.code == "office-online", "the line")


def sent(till: Till) -> None:
    """All of the books is at head office, and the strip says so."""
    shop = till.terminal.shop
    assert shop is not None
    till.until(lambda: unsent_count(shop) == 0, "everything sent")
    till.until(lambda: till.state.strip.unsent is None, "the strip")


def test_a_code_is_scanned_and_everything_is_sent(till: Till, live: Live) -> None:
    joined(till, live)
    sent(till)


def test_the_line_is_lost_and_selling_goes_on(till: Till, live: Live) -> None:
    joined(till, live)
    sent(till)
    live.down()
    till.type("2.50")
    till.press(Qt.Key.Key_Return)
    assert till.state.done is not None
    till.until(lambda: till.state.strip.office.code == "office-offline", "the loss")
    till.until(lambda: till.state.strip.unsent is not None, "what is unsent")
    assert not till.terminal.window.close()  # told how many first
    assert till.state.banner is not None
    assert till.state.banner.code == "quit-unsent"
    assert till.terminal.window.close()


def test_goods_of_another_shop_come_back_by_their_slip(
    till: Till, live: Live, tmp_path: Path
) -> None:
    joined(till, live)
    other = new_till(tmp_path / "other")
    other.enrolled(live.code(2))
    sold = other.sell(None, 2_000).key
    other.carry()
    other.close()
    till.scan(sale_code(sold))
    till.until(lambda: isinstance(till.state.sheet, ReturnSheet), "the sale of the other shop")
    till.press(Qt.Key.Key_Return)
    till.until(lambda: till.state.done is not None, "the return")
    assert till.state.done is not None
    assert till.state.done.amount_minor == 2_000
    sent(till)


def test_a_code_that_is_spent_is_refused_with_a_sentence(till: Till, live: Live) -> None:
    code = live.code()
    till.scan(MANAGER)
    spent = code.text.replace(code.code, "0" * len(code.code))
    till.scan(spent)
    till.press(Qt.Key.Key_Return)
    till.until(lambda: sheet(till).notice is not None, "the no")
    till.until(lambda: sheet(till).notice.code == "enrol-code", "the no")  # type: ignore[union-attr]
    till.press(Qt.Key.Key_Escape)
    till.type("2.50")
    till.press(Qt.Key.Key_Return)
    assert till.state.done is not None
