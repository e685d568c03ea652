"""State in, screen out: the text of each state is kept in tests/golden/screens. `UPDATE_SCREENS=1`
writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.screen.counter_view import settle, shown, texts
from tests.screen.pseudo import CODE as PSEUDO
from tests.screen.pseudo import build_pseudo
from tests.screen.state_parts import AT_MEMBER, IDLE, LONG, RINGING, SLIP
from tests.screen.states import STATES
from tests.screen.walk import without_name
from ui.counter.notice import Mood, Notice
from ui.counter.state import CounterState
from ui.wording.languages import FIRST, Languages

GOLDEN = Path(__file__).parents[1] / "golden" / "screens"


@pytest.mark.parametrize("name", STATES)
def test_each_state_says_what_it_should(languages: Languages, qtbot: QtBot, name: str) -> None:
    said = "\n".join(texts(shown(qtbot, STATES[name]()))) + "\n"
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        kept.write_text(said, "utf-8")
    assert said == kept.read_text("utf-8")


def test_no_text_is_kept_for_a_state_that_is_gone() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(STATES)


def test_drawing_is_total_whatever_was_shown_before(languages: Languages, qtbot: QtBot) -> None:
    """Every state after every other says what it says on a fresh screen."""
    used = shown(qtbot, IDLE)
    for name in (*STATES, *reversed(STATES)):
        state = STATES[name]()
        used.draw(state)
        settle()
        if not state.busy:  # a wait under 300 ms leaves the last words standing
            assert texts(used) == (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines(), name


@pytest.mark.parametrize("name", ["chosen", "nobody", "return", "settings", "done", "why"])
def test_switching_the_language_while_running_equals_a_fresh_start(
    app: QApplication, languages: Languages, qtbot: QtBot, name: str
) -> None:
    switched = shown(qtbot, STATES[name]())
    said = set()
    for code in (*FIRST, "ko"):
        languages.switch(code)
        settle()
        fresh = shown(qtbot, STATES[name]())
        assert texts(switched) == texts(fresh), code
        said.add(tuple(texts(fresh)))
    assert len(said) == len(FIRST)


# What stands in the states themselves; every other word must come from a translator.
DATA = (
    *("•", "010-", "Café", "Mina Park", "Jonas Weber", "佐藤", "김", "1-4", "Coffee", "Zq"),
    *("Flat white", "Almond", "Beans", "2.00 off", "10.00 off", "Breakfast", "Product of"),
    *("English", "한국어", "日本語", "简体中文", "none", LONG[:12], "X" * 20, *SLIP.splitlines()),
    *("Mercearia", "J6JFB6F9", "9" * 20, "1-8", "Apoteka", "Konzum", "Mlinar", "Review written"),
    *("Bäckerei", "DE123", "YYYY-MM-DD", "HH:MM"),
)


def test_every_word_was_given_to_a_translator(
    app: QApplication, languages: Languages, qtbot: QtBot, tmp_path: Path
) -> None:
    build_pseudo(tmp_path)
    fake = Languages(app, tmp_path)
    assert fake.switch(PSEUDO)
    bare = []
    for name in STATES:
        for text in texts(shown(qtbot, STATES[name]())):
            words = text.removesuffix(" off").strip("[]()> ")
            if any(sign.isalpha() for sign in words) and not _given(text):
                bare.append((name, text))
    languages.switch("en")
    fake.deleteLater()
    assert not bare


def _given(text: str) -> bool:
    """Translated (the pseudo-language ends in tildes), or data."""
    return "~" in text or any(part in text for part in DATA)


def test_a_wait_is_only_mentioned_when_it_lasts(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, RINGING)
    before = texts(screen)
    screen.draw(replace(RINGING, busy=True))
    settle()
    assert texts(screen) == before
    qtbot.waitUntil(lambda: "One moment…" in texts(screen), timeout=3000)
    screen.draw(RINGING)
    settle()
    assert texts(screen) == before


def test_a_refusal_is_said_with_its_ways_on(languages: Languages, qtbot: QtBot) -> None:
    said = texts(shown(qtbot, STATES["nobody"]()))
    assert any("5678" in text and "Enrol" in text for text in said)
    assert "[Enrol]" in said
    assert "[It is an amount]" in said


def test_an_unknown_code_and_a_hostile_name_are_shown_harmlessly(
    languages: Languages, qtbot: QtBot
) -> None:
    member = replace(AT_MEMBER.member, name="<b>{0}</b>\n%1 &x") if AT_MEMBER.member else None
    strange = Notice(Mood.REFUSED, "never-heard-of", (("x", "{y}"),))
    screen = shown(qtbot, replace(RINGING, member=member, banner=strange))
    said = texts(screen)
    assert any("<b>{0}</b> %1 &x" in text for text in said)
    assert any("never-heard-of" in text for text in said)


@pytest.mark.parametrize("name", STATES)
def test_every_control_has_a_name(languages: Languages, qtbot: QtBot, name: str) -> None:
    assert without_name(shown(qtbot, STATES[name]())) == []


def test_nothing_is_lost_when_a_state_has_nothing(languages: Languages, qtbot: QtBot) -> None:
    assert texts(shown(qtbot, CounterState()))


def test_the_last_act_names_a_member_even_without_a_name(
    languages: Languages, qtbot: QtBot
) -> None:
    assert IDLE.last_act is not None
    new = replace(IDLE.last_act, kind="enrolment", member="", earned=0, redeemed=0, amount_minor=0)
    assert "Member without a name" in texts(shown(qtbot, replace(IDLE, last_act=new)))
    plain = replace(IDLE.last_act, member="", earned=0, redeemed=0)
    assert "Without a card" in texts(shown(qtbot, replace(IDLE, last_act=plain)))


def test_what_was_done_is_told_to_those_who_listen(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, STATES["done"]())
    told = screen.right.done.accessibleName()
    assert told == (
        "Booked, Earned +12, Redeemed -50, New balance 1,246, 254 points more for Breakfast for two"
    )


def test_a_new_refusal_lights_up_once(languages: Languages, qtbot: QtBot) -> None:
    screen = shown(qtbot, IDLE)
    screen.draw(STATES["nobody"]())
    settle()
    lit = screen.banner.grab().toImage()
    qtbot.waitUntil(lambda: screen.banner.grab().toImage() != lit, timeout=3000)
