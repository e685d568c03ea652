"""The room's screen: nothing cut, nothing wider than the till, all of it named and reached by keys,
in four languages, three sizes, two themes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from pos.shop import Shop
from tests.screen.counter_view import cut_in, press, settle
from tests.screen.room_desk import RoomDesk, furnished, shown
from tests.screen.walk import without_name
from tests.shop.house import CARD, open_at
from ui.counter.sheets import ActSheet
from ui.manager.state import Page
from ui.theme import apply_theme
from ui.wording.languages import FIRST, Languages

DAILY = QSize(1366, 768)
SIZES = (QSize(1024, 768), DAILY, QSize(1920, 1080))
WALK: dict[str, tuple[Callable[[RoomDesk], None], ...]] = {
    "today": (lambda desk: desk.wish.page("today"),),
    "members": (lambda desk: desk.wish.page("members"),),
    "nobody": (lambda desk: desk.wish.search("zzzz"),),
    "profile": (lambda desk: desk.wish.scanned(CARD),),
    "adjust": (lambda desk: desk.wish.act("adjust"),),
    "why": (lambda desk: desk.wish.escape(), lambda desk: desk.wish.why(1)),
    "block": (lambda desk: desk.wish.escape(), lambda desk: desk.wish.act("block")),
    "erase": (
        lambda desk: desk.wish.escape(),
        lambda desk: desk.wish.act("erase"),
        lambda desk: desk.wish.enter(),
    ),
    "export": (lambda desk: desk.wish.escape(), lambda desk: desk.wish.act("export")),
    "told": (lambda desk: desk.wish.enter(),),
}
"""Where the walk stops, and the wishes that lead there from the stop before."""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made, _ = furnished(tmp_path, others=6)
    yield made
    made.store.close()


def in_sight(desk: RoomDesk) -> Iterator[QWidget]:
    """Widgets in sight; an open sheet covers its page."""
    screen = desk.screen
    assert screen is not None
    covered = screen.findChild(QStackedWidget) if screen.pane is not None else None
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and not (covered is not None and covered.isAncestorOf(widget)):
            yield widget


def walk(desk: RoomDesk) -> Iterator[str]:
    """Every stop of the walk, shown."""
    for name, wishes in WALK.items():
        for wish in wishes:
            wish(desk)
        settle()
        yield name


@pytest.mark.parametrize("code", FIRST)
def test_no_word_is_cut_where_a_manager_sits(
    languages: Languages, qtbot: QtBot, app: QApplication, shop: Shop, code: str
) -> None:
    apply_theme(app, "light", room=DAILY)
    languages.switch(code)
    with shown(qtbot, shop, DAILY) as desk:
        found = {
            name: [text for widget in in_sight(desk) for text in cut_in(widget)]
            for name in walk(desk)
        }
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size.width()))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_page_makes_the_window_larger(
    languages: Languages,
    qtbot: QtBot,
    app: QApplication,
    shop: Shop,
    size: QSize,
    scale: float,
) -> None:
    apply_theme(app, "dark", scale, room=size)
    with shown(qtbot, shop, size) as desk:
        screen = desk.screen
        assert screen is not None
        for name in walk(desk):
            assert screen.size() == size, name
            least = screen.minimumSizeHint()
            assert least.width() <= size.width(), name
            assert least.height() <= size.height(), name


def test_every_control_has_a_name_for_who_cannot_see_it(
    languages: Languages, qtbot: QtBot, app: QApplication, shop: Shop
) -> None:
    with shown(qtbot, shop, DAILY) as desk:
        assert desk.screen is not None
        for name in walk(desk):
            assert without_name(desk.screen) == [], name


def test_the_language_is_switched_while_the_room_is_open(
    languages: Languages, qtbot: QtBot, app: QApplication, shop: Shop
) -> None:
    with shown(qtbot, shop, DAILY) as desk:
        desk.wish.scanned(CARD)
        said = set()
        for code in FIRST:
            languages.switch(code)
            settle()
            assert desk.screen is not None
            said.add((desk.screen.navigation.back.text(), desk.screen.profile.key("erase").text()))
        assert len(said) == len(FIRST)


def test_keys_alone_lead_from_the_figures_to_a_booked_adjustment(
    languages: Languages, qtbot: QtBot, app: QApplication, shop: Shop
) -> None:
    with shown(qtbot, shop, DAILY) as desk:
        screen = desk.screen
        assert screen is not None
        press(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert desk.state.page is Page.MEMBERS
        assert screen.members.field.hasFocus()
        for letter in "anna":
            press(screen, letter)
        assert [row.name for row in desk.state.members.rows] == ["Anna Schmidt"]
        press(screen, Qt.Key.Key_Return)
        assert desk.state.profile is not None
        assert screen.profile.table.hasFocus()
        while not screen.profile.key("adjust").hasFocus():
            press(screen, Qt.Key.Key_Tab)
        press(screen, Qt.Key.Key_Space)
        assert isinstance(desk.state.desk.sheet, ActSheet)
        for letter in "25":
            press(screen, letter)
        press(screen, Qt.Key.Key_Tab)
        press(screen, "k")
        press(screen, Qt.Key.Key_Return)
        assert desk.state.profile.moved[0].points == 25
        assert desk.said == "adjusted"
        press(screen, Qt.Key.Key_F12)
        assert desk.left == 1


def test_a_heading_sorts_and_once_more_turns_the_order(
    languages: Languages, qtbot: QtBot, app: QApplication, shop: Shop
) -> None:
    with shown(qtbot, shop, DAILY) as desk:
        desk.wish.page("members")
        screen = desk.screen
        assert screen is not None
        table = screen.members.table
        for turn in (False, True):
            table.horizontalHeader().sectionClicked.emit(3)
            _, rows = table.as_texts()
            points = [int(row[3]) for row in rows]
            assert points == sorted(points, reverse=turn)
        assert table.model().index(0, 3).data() == str(max(points))


def test_a_figure_under_the_focus_says_what_it_means(
    languages: Languages, qtbot: QtBot, app: QApplication, shop: Shop
) -> None:
    with shown(qtbot, shop, DAILY) as desk:
        screen = desk.screen
        assert screen is not None
        tile = screen.today.tiles[2]
        with qtbot.waitSignal(tile.told) as heard:
            tile.setFocus(Qt.FocusReason.TabFocusReason)
        assert heard.args == [tile.means]
        assert tile.accessibleDescription() == tile.means


def test_an_empty_shop_is_taught_what_to_do_first(
    languages: Languages, qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    shop = open_at(tmp_path)
    with shown(qtbot, shop, DAILY, "sam") as desk:
        said = [getattr(widget, "text", str)() for widget in in_sight(desk)]
        assert "This shop has no members yet." in said
        desk.wish.page("members")
        settle()
        said = [getattr(widget, "text", str)() for widget in in_sight(desk)]
        assert "Nobody is enrolled yet. F4 at the counter enrols the first member." in said
    shop.store.close()
