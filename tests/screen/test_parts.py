"""Parts keep their promises: nothing widens a window, everything has a name, a key is a key."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screen.page import SCAN, put
from tests.screen.walk import without_name
from ui.parts.banner import FLASH_MS, Banner
from ui.parts.chip import KINDS, Chip
from ui.parts.figures import FigureLabel
from ui.parts.key import BigKey, IconButton, Key
from ui.parts.keypad import KeyPad
from ui.parts.labels import ElidedLabel, Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.parts.notice import Notice, Way
from ui.parts.rows import NumberedRow, RewardKey, RowText
from ui.parts.scan_pad import ScanPad
from ui.parts.sheet import Sheet
from ui.theme import look
from ui.wording import figures
from ui.wording.languages import Languages

ASK = Notice(
    "refused",
    "120 points, 80 usable.",
    (Way("some", "Redeem 80", "Enter"), Way("ask", "Ask", "F9")),
)


@pytest.mark.parametrize("made", ["elided", "sentence", "name", "chip", "row", "banner", "key"])
def test_a_scan_of_4000_signs_widens_no_window(page: QWidget, made: str) -> None:
    row, banner = NumberedRow(1, RowText(SCAN, SCAN, "1")), Banner()
    banner.show_notice(Notice("refused", SCAN, (Way("x", SCAN, "F1"),)))
    parts = {
        "elided": ElidedLabel(SCAN),
        "sentence": SentenceLabel(SCAN),
        "name": NameLabel(SCAN),
        "chip": Chip(SCAN, "refused"),
        "row": row,
        "banner": banner,
        "key": Key(SCAN),
    }
    put(page, parts[made])
    assert page.width() == 900
    assert page.minimumSizeHint().width() <= 900


def test_a_cut_text_is_whole_in_its_tool_tip_and_name(page: QWidget) -> None:
    label = ElidedLabel("word " * 60)
    put(page, label)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.whole_text()
    label.setText("short")
    assert (label.shown_text(), label.toolTip(), label.accessibleName()) == ("short", "", "short")


def test_a_name_with_markup_is_shown_as_it_is_written(page: QWidget) -> None:
    label = Label("<b>Robert</b>")
    put(page, label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_sentence_keeps_to_its_lines_and_loses_nothing_before(page: QWidget) -> None:
    words = "one two three four five six seven eight nine ten " * 6
    label = SentenceLabel(words, lines=2)
    put(page, label)
    first, last = label.shown_lines()
    assert words.startswith(first)
    assert last.endswith("…")
    assert label.heightForWidth(900) == 2 * label.fontMetrics().lineSpacing()


def test_a_sentence_without_spaces_is_broken_too(page: QWidget) -> None:
    label = SentenceLabel("포인트" * 80, lines=3)
    put(page, label)
    assert len(label.shown_lines()) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_chip_says_its_kind_by_a_sign_as_well(page: QWidget, kind: str) -> None:
    chips = {other: Chip("same words", other) for other in KINDS}
    put(page, *chips.values())
    grey = {
        k: chip.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        for k, chip in chips.items()
    }
    assert all(grey[kind] != picture for other, picture in grey.items() if other != kind)
    assert chips[kind].accessibleName() == "same words"


def test_a_banner_says_its_sentence_and_hears_its_keys(page: QWidget, qtbot: QtBot) -> None:
    banner = Banner()
    put(page, banner)
    assert not banner.isVisible()
    banner.show_notice(ASK)
    assert banner.isVisible()
    assert banner.accessibleName() == ASK.sentence
    assert [key.text() for key in banner.way_keys()] == ["Redeem 80", "Ask"]
    with qtbot.waitSignal(banner.chosen) as heard:
        banner.way_keys()[1].click()
    assert heard.args == ["ask"]
    banner.show_notice(None)
    assert not banner.isVisible()


def test_a_banners_ways_go_with_their_notice(page: QWidget) -> None:
    banner = Banner()
    put(page, banner)
    banner.show_notice(ASK)
    banner.show_notice(Notice("ok", "Redeemed."))
    assert banner.way_keys() == ()
    assert banner.notice == Notice("ok", "Redeemed.")


def test_a_banner_never_takes_the_focus(page: QWidget) -> None:
    pad, banner = ScanPad("Scan a card"), Banner()
    put(page, pad, banner)
    page.activateWindow()
    pad.rest()
    banner.show_notice(ASK)
    QTest.mouseClick(banner.way_keys()[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is pad


def test_the_flash_ends_by_itself(page: QWidget, qtbot: QtBot) -> None:
    banner = Banner()
    put(page, banner)
    banner.show_notice(Notice("ok", "Booked."))
    QApplication.processEvents()
    calm = banner.grab().toImage()
    banner.flash()
    assert banner.grab().toImage() != calm
    qtbot.waitUntil(lambda: banner.grab().toImage() == calm, timeout=20 * FLASH_MS)


def test_the_focus_ring_is_drawn_with_a_gap(page: QWidget) -> None:
    key = BigKey("Redeem", hint="Enter")
    put(page, key)
    page.activateWindow()
    middle = key.height() // 2
    key.setFocus()
    picture = key.grab().toImage()
    line = [picture.pixelColor(x, middle).name() for x in range(12)]
    focus, ground = look().tokens.focus, QColor(look().tokens.accent).name()
    assert line.count(focus) >= 3
    gap = line[3:5]
    assert ground not in gap
    assert line[6:] == [ground] * 6 or ground in line[5:]


def test_a_disabled_key_is_dashed_and_not_only_paler(page: QWidget) -> None:
    key = Key("Redeem")
    put(page, key)
    key.setEnabled(False)
    picture = key.grab().toImage()
    top = [picture.pixelColor(x, 0).name() for x in range(20, key.width() - 20)]
    assert len({c for c in top if c == QColor(look().tokens.edge).name()}) == 1
    assert QColor(look().tokens.page).name() in top


def test_enter_presses_the_key_with_the_ring_once(page: QWidget, qtbot: QtBot) -> None:
    key, pressed = Key("Go"), []
    put(page, key)
    key.clicked.connect(lambda: pressed.append(1))
    key.setFocus()
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert pressed == [1]


def test_a_reward_out_of_reach_cannot_be_pressed_and_says_how_far(page: QWidget) -> None:
    key = RewardKey()
    put(page, key)
    key.show_reward(0, RowText("Coffee", "40 points more", "200"), 0.8)
    assert not key.isEnabled()
    assert key.accessibleName() == "Coffee, 40 points more, 200"
    near = key.grab().toImage()
    key.show_reward(0, RowText("Coffee", "40 points more", "200"), 0.2)
    assert key.grab().toImage() != near
    key.show_reward(3, RowText("Coffee", "", "200"))
    assert key.isEnabled()
    assert key.accessibleName() == "3, Coffee, 200"


def test_the_key_pad_gives_each_digit(page: QWidget) -> None:
    heard: list[str] = []
    pad = KeyPad()
    put(page, pad)
    pad.digit.connect(heard.append)
    pad.erased.connect(lambda: heard.append("erased"))
    pad.cleared.connect(lambda: heard.append("cleared"))
    pad.entered.connect(lambda: heard.append("entered"))
    by_name = {key.accessibleName(): key for key in pad.findChildren(Key)}
    for name in ("1", "0", "9", "Erase the last digit", "Clear all", "Enter"):
        by_name[name].click()
    assert heard == ["1", "0", "9", "erased", "cleared", "entered"]


def test_figures_follow_the_language_in_force(languages: Languages) -> None:
    assert (figures.money(1250, "USD"), figures.signed(-1200)) == ("$12.50", "-1,200")
    languages.switch("ko")
    assert figures.money(1250, "USD") == "US$12.50"


def test_all_figures_are_of_one_width(page: QWidget) -> None:
    label = FigureLabel(role="hero")
    put(page, label)
    widths = {label.fontMetrics().horizontalAdvance(str(n) * 4) for n in range(10)}
    assert len(widths) == 1


def test_a_japanese_name_keeps_its_letters_on_a_chinese_screen(
    page: QWidget, languages: Languages
) -> None:
    languages.switch("zh_CN")
    label = NameLabel("直子 さとう")
    put(page, label)
    assert label.font().families()[0] == "Noto Sans JP"
    label.setText("김서연")
    assert label.font().families()[0] == "Noto Sans KR"


def test_every_control_has_a_name(page: QWidget) -> None:
    row = RewardKey()
    row.show_reward(1, RowText("Coffee"))
    put(page, Key("Go"), BigKey("Go"), IconButton("undo", "Undo"), row, KeyPad())
    assert without_name(page) == []
    put(page, Key())
    assert without_name(page) == ["Key"]


def test_opening_and_closing_leaves_no_widget_behind(app: QApplication, qtbot: QtBot) -> None:
    def once() -> None:
        whole = QWidget()
        QVBoxLayout(whole).addWidget(KeyPad())
        banner = Banner(whole)
        banner.show_notice(ASK)
        Sheet(whole).open_sheet("x", QWidget())
        whole.show()
        QTest.mouseClick(whole, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        whole.close()
        whole.deleteLater()
        qtbot.waitUntil(lambda: whole not in app.topLevelWidgets())

    once()
    before = len(app.allWidgets())
    for _ in range(5):
        once()
    assert len(app.allWidgets()) <= before


def test_a_dropped_page_needs_no_garbage_collector(app: QApplication) -> None:
    """In a cycle a page would be taken apart at any later moment, even inside a paint event."""
    whole = QWidget()
    QVBoxLayout(whole).addWidget(Banner())
    Sheet(whole).open_sheet("x", QWidget())
    gone = weakref.ref(whole)
    gc.disable()
    try:
        del whole
        assert gone() is None
    finally:
        gc.enable()
