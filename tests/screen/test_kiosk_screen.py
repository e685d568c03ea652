"""State in, screen out, for both of the customer's screens: what is said, whether every key can be
found, hit and read, and whether anything is cut, in four languages and three looks.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.screen import customer_states, kiosk_states, kiosk_walk
from tests.screen.kiosk_walk import settle, shown_keys, texts, touch
from tests.screen.pseudo import CODE as PSEUDO
from tests.screen.pseudo import build_pseudo
from tests.screen.walk import without_name
from tests.shape.codes import RAISED, codes_of
from tests.shape.sources import sources
from ui.counter.notice import Mood, Notice
from ui.customer.brand import ink_on
from ui.customer.code_picture import CodePicture
from ui.customer.display import CustomerDisplay
from ui.customer.saying import ELSE, code_of, words
from ui.customer.screen import WISHES, KioskScreen
from ui.customer.state import Fate, KioskState, Page, ReceiptView
from ui.customer.view import Line
from ui.theme import THEMES, apply_theme
from ui.theme.tokens import contrast
from ui.wording.languages import FIRST, Languages
from ui.wording.said_of_customer import CUSTOMER
from ui.wording.sentences import placeholders

GOLDEN = Path(__file__).parents[1] / "golden" / "kiosk"
SMALL = QSize(1024, 768)
SIZES = (SMALL, QSize(1366, 768), QSize(1920, 1080), QSize(1080, 1920))
STATES: dict[str, tuple[type[QWidget], Callable[[], Any]]] = {
    **{f"kiosk-{name}": (KioskScreen, made) for name, made in kiosk_states.STATES.items()},
    **{
        f"customer-{name}": (CustomerDisplay, made) for name, made in customer_states.STATES.items()
    },
}


@pytest.fixture
def screens(qtbot: QtBot, languages: Languages) -> dict[type[QWidget], Any]:
    """Both screens, open, at the smallest size."""
    made: dict[type[QWidget], Any] = {kind: kind() for kind in (KioskScreen, CustomerDisplay)}
    for screen in made.values():
        qtbot.addWidget(screen)
        screen.resize(SMALL)
        screen.show()
    settle()
    return made


def drawn(screens: dict[type[QWidget], Any], name: str) -> Any:
    """The screen that shows a state."""
    kind, made = STATES[name]
    screen = screens[kind]
    screen.draw(made())
    settle()
    return screen


def everywhere(
    screens: dict[type[QWidget], Any], look_at: Callable[[QWidget], list[str]]
) -> dict[str, list[str]]:
    """What a check finds in each state; empty where it finds nothing."""
    found = {name: look_at(drawn(screens, name)) for name in STATES}
    return {name: complaints for name, complaints in found.items() if complaints}


def test_no_text_is_kept_for_a_state_that_is_gone() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(STATES)


@pytest.mark.parametrize("name", STATES)
def test_a_state_says_what_it_said(screens: dict[type[QWidget], Any], name: str) -> None:
    said = "\n".join(texts(drawn(screens, name))) + "\n"
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        kept.write_text(said, "utf-8")
    assert kept.read_text("utf-8") == said


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_every_key_is_named_large_and_apart(
    screens: dict[type[QWidget], Any], app: QApplication, size: QSize
) -> None:
    apply_theme(app, "light", room=size)
    for screen in screens.values():
        screen.resize(size)
    assert everywhere(screens, without_name) == {}
    assert everywhere(screens, kiosk_walk.too_small) == {}
    assert everywhere(screens, kiosk_walk.too_close) == {}
    assert everywhere(screens, kiosk_walk.outside) == {}
    assert {screen.size().toTuple() for screen in screens.values()} == {size.toTuple()}


@pytest.mark.parametrize("code", FIRST)
@pytest.mark.parametrize("size", SIZES[::3], ids=lambda size: f"{size.width()}x{size.height()}")
def test_no_word_is_cut_in_any_language(
    screens: dict[type[QWidget], Any],
    languages: Languages,
    app: QApplication,
    code: str,
    size: QSize,
) -> None:
    apply_theme(app, "light", room=size)
    languages.switch(code)
    for screen in screens.values():
        screen.resize(size)
    assert everywhere(screens, kiosk_walk.unfitting) == {}


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_larger_text_moves_no_key_off_the_screen(
    screens: dict[type[QWidget], Any], app: QApplication, scale: float
) -> None:
    apply_theme(app, "light", scale, room=SMALL)
    assert everywhere(screens, kiosk_walk.outside) == {}
    assert everywhere(screens, kiosk_walk.unfitting) == {}
    assert everywhere(screens, kiosk_walk.too_small) == {}
    assert {screen.size().toTuple() for screen in screens.values()} == {SMALL.toTuple()}


def test_a_language_twice_as_long_is_neither_cut_nor_outside(
    screens: dict[type[QWidget], Any], languages: Languages, app: QApplication, tmp_path: Path
) -> None:
    build_pseudo(tmp_path, longer_percent=100)
    fake = Languages(app, tmp_path)
    assert fake.switch(PSEUDO)
    settle()
    assert everywhere(screens, kiosk_walk.unfitting) == {}
    assert everywhere(screens, kiosk_walk.outside) == {}
    for name in STATES:
        ours = [text for text in texts(drawn(screens, name)) if text.startswith(("[", "[["))]
        assert ours, f"{name} says nothing that was translated"
    languages.switch("en")
    fake.deleteLater()


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_edges_stand_out_in_every_look(
    screens: dict[type[QWidget], Any], app: QApplication, theme: str
) -> None:
    apply_theme(app, theme, room=SMALL)
    settle()
    assert everywhere(screens, kiosk_walk.weak_colours) == {}


@pytest.mark.parametrize("number", range(0, 4096, 61))
def test_on_any_colour_of_a_shop_its_words_can_be_read(number: int) -> None:
    red, green, blue = number >> 8, number >> 4 & 15, number & 15
    colour = f"#{red:x}{red:x}{green:x}{green:x}{blue:x}{blue:x}"
    assert contrast(ink_on(colour), colour) >= kiosk_walk.TEXT


def test_the_walk_sees_what_is_wrong(qtbot: QtBot, languages: Languages) -> None:
    screen = KioskScreen()
    qtbot.addWidget(screen)
    screen.resize(SMALL)
    screen.show()
    screen.draw(kiosk_states.STATES["rewards"]())
    settle()
    key = next(key for key in shown_keys(screen) if key.isEnabled())
    key.setAccessibleName("")
    key.setText("")
    key.setFixedSize(30, 30)
    key.move(5, 5)
    settle()
    assert without_name(screen)
    assert kiosk_walk.too_small(screen)
    other = shown_keys(screen)[1]
    other.setParent(screen)
    other.setGeometry(0, 0, 2000, 90)
    other.show()
    assert kiosk_walk.outside(screen)
    assert kiosk_walk.unfitting(screen) == []
    screen.pages[Page.REWARDS].findChildren(type(key))[0].setText("Wort " * 400)
    assert kiosk_walk.unfitting(screen)


# --- what is said, and to whom ------------------------------------------------------------------


def test_a_customer_is_told_no_name_reason_or_code_of_ours() -> None:
    """Facts that a kiosk may say; everything else could name somebody or tell tales."""
    harmless = {"on", "left", "minutes", "most", "currency", "from", "tier"}
    told = {name for source in CUSTOMER.values() for name in placeholders(str(source))}
    assert told <= harmless


def test_what_has_no_sentence_of_its_own_is_said_without_its_facts() -> None:
    notice = Notice(Mood.REFUSED, "phone-owner", (("member", "Anna Schmidt"),))
    assert code_of(notice.code) == ELSE
    assert "Anna" not in words(notice, "EUR")
    blocked = Notice(Mood.REFUSED, "member-blocked", (("member", "Anna"), ("why", "shouted")))
    assert "Anna" not in words(blocked, "EUR")


OVERRULED_BY_PEOPLE = ("claim-", "issuer-", "merchant-", "scheme-", "name-missing")


def test_whatever_can_be_refused_at_a_kiosk_has_a_customers_sentence() -> None:
    rooms = ("pos.kiosk", "pos.second_factor", "pos.hand_codes", "pos.presenting")
    ours = sources("pos", "receipts")
    found = {
        code
        for one in ours
        if one.module.startswith(rooms) or one.module == "receipts.reading.schemes"
        for _, code in codes_of(one, RAISED)
    }
    silent = {code for code in found if code_of(code) == ELSE}
    # Asked of a person with `ask`, or keyed by one at the counter: no kiosk ever hears them.
    beside = {code for code in silent if code.startswith(OVERRULED_BY_PEOPLE)}
    assert len(found) > 20
    assert silent - beside == {"factor-form", "reward-unknown"} & silent


@pytest.mark.parametrize("name", [name for name in kiosk_states.STATES if name != "starting"])
def test_a_page_that_is_left_keeps_nothing_of_anybody(
    screens: dict[type[QWidget], Any], name: str
) -> None:
    screen = screens[KioskScreen]
    screen.draw(kiosk_states.STATES[name]())
    screen.draw(kiosk_states.IDLE)
    settle()
    held = [
        kiosk_walk.said(widget) + widget.accessibleName() for widget in screen.findChildren(QWidget)
    ]
    for secret in ("Zoë", "78", "€12.50", "Padaria", "0101", "812 7K", "8127K3Q", "••", "drink"):
        assert not [text for text in held if secret in text.replace("1-812 7K3Q", "")], secret


@pytest.mark.parametrize("name", customer_states.STATES)
def test_the_next_customer_finds_nothing_of_the_last(
    screens: dict[type[QWidget], Any], name: str
) -> None:
    screen = screens[CustomerDisplay]
    screen.draw(customer_states.STATES[name]())
    screen.draw(customer_states.IDLE)
    settle()
    held = [
        kiosk_walk.said(widget) + widget.accessibleName() for widget in screen.findChildren(QWidget)
    ]
    for secret in ("Zoë", "78", "105", "Sidamo", "27.20", "drink", "Beans"):
        assert not [text for text in held if secret in text], secret
    board = screen.findChild(CodePicture)
    assert board.code == ""


def test_no_full_name_or_number_has_a_place_in_the_state() -> None:
    fields = set(KioskState.__slots__)
    assert not fields & {"name", "phone", "birthday", "card", "email", "tier"}


# --- touches ------------------------------------------------------------------------------------


def wished(screen: KioskScreen) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    screen.wished.connect(lambda name, argument: heard.append((name, argument)))
    return heard


def test_each_key_of_each_page_wishes_something_the_presenter_knows(
    screens: dict[type[QWidget], Any],
) -> None:
    screen = screens[KioskScreen]
    heard = wished(screen)
    for name in kiosk_states.STATES:
        drawn(screens, f"kiosk-{name}")
        before = len(heard)
        keys = [key for key in shown_keys(screen) if key.isEnabled()]
        for key in keys:
            touch(key)
        assert len(heard) >= before + (1 if keys else 0), name
    assert {name for name, _ in heard} <= WISHES
    assert {name for name, _ in heard} >= WISHES - {"touched"}


def test_digits_letters_and_languages_say_which(screens: dict[type[QWidget], Any]) -> None:
    screen = drawn(screens, "kiosk-prove")
    heard = wished(screen)
    for key in shown_keys(screen):
        if key.text() in ("7", "한국어"):
            touch(key)
    assert sorted(heard, key=str) == [("speak", "ko"), ("type_sign", "7")]


def test_the_keyboard_of_the_language_comes_first_and_the_other_with_one_touch(
    screens: dict[type[QWidget], Any], languages: Languages
) -> None:
    languages.switch("ko")
    screen = drawn(screens, "kiosk-name")
    heard = wished(screen)

    def press(words: str) -> None:
        touch(next(key for key in shown_keys(screen) if key.text() == words))

    press("ㅂ")
    press("ㅃㅉ")
    press("ㅃ")
    press("ㅂ")
    press("ABC")
    press("q")
    assert [sign for _, sign in heard] == ["ㅂ", "ㅃ", "ㅂ", "q"]
    screen.draw(kiosk_states.IDLE)
    drawn(screens, "kiosk-name")
    press("ㅂ")
    languages.switch("en")
    screen.draw(kiosk_states.IDLE)
    drawn(screens, "kiosk-name")
    press("한글")
    press("ㅎ")


def test_a_name_begins_with_a_capital(screens: dict[type[QWidget], Any]) -> None:
    screen = screens[KioskScreen]
    heard = wished(screen)
    for typed in ("", "Zo", "Zo-"):
        screen.draw(replace(kiosk_states.IDLE, page=Page.NAME, entry=typed))
        settle()
        touch(next(key for key in shown_keys(screen) if key.text() in ("e", "E")))
    assert heard == [("type_sign", "E"), ("type_sign", "e"), ("type_sign", "E")]


@pytest.mark.parametrize("name", ["customer-done-code", "customer-done-code-asks"])
def test_the_code_is_read_from_the_customers_screen(
    screens: dict[type[QWidget], Any], name: str
) -> None:
    picture = drawn(screens, name).grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8)
    gray = rows.reshape(picture.height(), picture.bytesPerLine())[:, : picture.width()]
    assert [code.text for code in zxingcpp.read_barcodes(gray)] == [customer_states.CODE]


def test_four_thousand_letters_move_nothing(screens: dict[type[QWidget], Any]) -> None:
    long = "W" * 4000
    kiosk = screens[KioskScreen]
    row = ReceiptView(Fate.CREDITED, long, 10**15, "EUR", points=10**9)
    for state in (
        replace(kiosk_states.GUEST, called=long, shop=long, receipts=(row,) * 20),
        replace(kiosk_states.PROVEN, page=Page.REWARDS, points=2 * 10**9),
        replace(kiosk_states.PROVEN, page=Page.TAKE, reward=kiosk_states.REWARDS[0], shop=long),
    ):
        kiosk.draw(state)
        settle()
        assert kiosk_walk.outside(kiosk) == []
        assert kiosk.size() == SMALL
    beside = screens[CustomerDisplay]
    line = Line(long, 10**6, 10**15)
    beside.draw(
        replace(customer_states.RINGING, called=long, shop=long, lines=(line,) * 50, earns=10**9)
    )
    settle()
    assert kiosk_walk.outside(beside) == []
    assert beside.size() == SMALL
