"""A manager in the real window, its workers and the figures' own connection: in by the settings'
row or by `manage`, out by F12, approval by a badge, locked when nobody is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.codes import operator_badge
from pos.demo import demo_card
from pos.staff import Role
from pos.store import Operator
from tests.screen.driver import Till
from ui.counter.sheets import ActSheet, SettingsSheet
from ui.counter.state import Phase
from ui.manager.idle_lock import IdleLock
from ui.manager.screen import RoomScreen

OWNER, CASHIER = operator_badge(77), operator_badge(78)


@pytest.fixture
def till(tmp_path: Path, app: QApplication) -> Iterator[Till]:
    opened = staffed(Till(tmp_path, app))
    yield opened
    opened.close()


def staffed(till: Till) -> Till:
    """A till with an owner and a cashier who have badges."""
    shop = till.terminal.shop
    assert shop is not None
    with shop.store.writing() as work:
        work.add_operator(Operator("owner-77", "Olga", Role.OWNER, OWNER))
        work.add_operator(Operator("cashier-78", "Kim", Role.CASHIER, CASHIER))
    return till


def room(till: Till) -> RoomScreen:
    """The room's screen, once it is there."""
    page = till.terminal.window.page
    assert isinstance(page, RoomScreen)
    return page


def until_room(till: Till, true: Callable[[RoomScreen], object], what: str) -> None:
    """Let the window live until something is so in the room."""

    def so() -> bool:
        page = till.terminal.window.page
        return isinstance(page, RoomScreen) and bool(true(page))

    till.until(so, what)


def by_the_settings(till: Till) -> None:
    """F10, and the row's key."""
    till.press(Qt.Key.Key_F10)
    assert isinstance(till.state.sheet, SettingsSheet)
    pane = till.terminal.screen.pane
    assert pane is not None
    pane.wished.emit("setting_changed", ("room", "open"))


def test_a_manager_goes_in_reads_the_figures_meets_a_member_and_comes_back(till: Till) -> None:
    till.scan(OWNER)
    till.scan(demo_card(1))
    standing = till.state.member
    assert standing is not None
    by_the_settings(till)
    until_room(till, lambda page: page.today.tiles[11].isVisible(), "twelve figures")
    till.rest()  # the same card was read a moment ago
    till.scan(demo_card(1))
    until_room(till, lambda page: page.profile.isVisible(), "the member")
    assert standing.name in room(till).title.whole_text()
    till.press(Qt.Key.Key_F12)
    till.until(lambda: till.terminal.window.page is till.terminal.screen, "the counter")
    assert till.state.member is not None  # the counter stayed as it was behind the room
    assert till.state.strip.operator == "Olga"


def test_a_cashier_is_let_in_by_a_badge_and_a_room_left_alone_locks_the_till(till: Till) -> None:
    till.scan(CASHIER)
    by_the_settings(till)
    till.until(lambda: isinstance(till.state.sheet, ActSheet), "who approves")
    till.settled()
    assert till.terminal.window.page is till.terminal.screen
    till.scan(OWNER)
    until_room(till, lambda page: page.isVisible(), "the room")
    (lock,) = room(till).findChildren(IdleLock)
    lock.expired.emit()
    till.until(lambda: till.state.phase is Phase.SIGNED_OUT, "the sign-in")
    assert till.terminal.window.page is till.terminal.screen


def test_the_command_manage_opens_the_room_once_somebody_is_signed_in(
    tmp_path: Path, app: QApplication
) -> None:
    till = staffed(Till(tmp_path, app, manage=True))
    assert till.terminal.window.page is till.terminal.screen
    till.scan(OWNER)
    until_room(till, lambda page: page.isVisible(), "the room")
    till.press(Qt.Key.Key_F12)
    till.until(lambda: till.terminal.window.page is till.terminal.screen, "the counter")
    till.press(Qt.Key.Key_F9)  # it opens once, not again with everything that is drawn
    assert till.terminal.window.page is till.terminal.screen
    till.close()
