"""One scan of the set-up code tells how a scanner types; what it teaches brings codes back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.devices.layouts import ASCII, BY_POSITION, KEYBOARDS, LOST, Keyboard, us_sign
from pos.devices.scanner_setup import (
    F8,
    GS,
    SETUP_BARS,
    SETUP_PAGE,
    SETUP_SLIP,
    Learned,
    SetupKey,
    keys_of,
    learned,
)
from pos.devices.wedge import wedge_settings
from pos.settings import Settings

LINK = "https://suf.purs.gov.rs/v/?vl=A0Ba+/Zz9==&x=m;q:W_Y-z"
CARD = "6100000000001234"


def typed(text: str, keyboard: str, *, caps: bool = False) -> str:
    """What a till with that keyboard makes of `text`; a dead key changes the letter after it."""
    out = ""
    for sign in text:
        came = KEYBOARDS[keyboard][ord(sign) - 0x20] if sign in ASCII else sign
        if out.endswith("\N{COMBINING CIRCUMFLEX ACCENT}"):
            joined = unicodedata.normalize("NFC", came + out[-1])
            out = out[:-1] + ("^" if came == " " else joined if len(joined) == 1 else "^" + came)
        else:
            out += came.replace(LOST, "\N{COMBINING CIRCUMFLEX ACCENT}")
    return out.swapcase() if caps else out


def paced(text: str, gap_ms: int, on_us: str = "") -> list[SetupKey]:
    """Keys at an even pace; `on_us`: what their places say, sign by sign."""
    marks = on_us or "\0" * len(text)
    return [
        SetupKey(sign, "" if mark == "\0" else mark, at * gap_ms)
        for at, (sign, mark) in enumerate(zip(text, marks, strict=True))
    ]


def told(text: str) -> Learned:
    """What the keys `text` teach."""
    found = learned(keys_of(text))
    assert found is not None
    return found


def back(text: str, found: Learned) -> str:
    """A code typed by that till, as the settings that were learned read it."""
    board = Keyboard(found.layout)
    meant = "".join(board.sign(sign, 0, False) for sign in text)
    return meant.swapcase() if found.caps else meant


@pytest.mark.parametrize("code", [SETUP_PAGE, SETUP_SLIP, SETUP_BARS])
@pytest.mark.parametrize("suffix", ["", "\n", "\t", "#"])
@pytest.mark.parametrize("prefix", ["", "~", "A1"])
def test_ends_are_learned_from_any_of_the_codes(code: str, suffix: str, prefix: str) -> None:
    found = told(prefix + code + suffix)
    words = {"\n": "enter", "\t": "tab"}
    assert (found.prefix, found.suffix) == (prefix, words.get(suffix, suffix))
    assert (found.layout, found.caps, found.reads, found.keyboard) == ("", False, "all", "us")


@pytest.mark.parametrize("code", [SETUP_PAGE, SETUP_BARS])
def test_an_identifier_before_the_code_is_no_prefix(code: str) -> None:
    assert (told("~]Q1" + code).aim, told("~]Q1" + code).prefix) == ("]Q1", "~")
    assert (told("]C0" + code).aim, told("]C0" + code).prefix) == ("]C0", "")


@pytest.mark.parametrize(
    ("sent", "setting", "state"),
    [
        (GS, "", "seen"),
        (F8, "f8", "seen"),
        ("§", "§", "seen"),
        ("", "", "lost"),
        ("|", "", "doubtful"),
    ],
)
def test_how_the_separator_comes_is_learned(sent: str, setting: str, state: str) -> None:
    found = told(SETUP_PAGE.replace(GS, sent))
    assert (found.gs, found.separator, found.reads) == (setting, state, "all")


def test_a_slip_without_the_separator_leaves_it_open() -> None:
    assert told(SETUP_SLIP).separator == "untested"


def test_caps_lock_alone_is_told_from_a_foreign_keyboard() -> None:
    found = told(SETUP_PAGE.swapcase())
    assert (found.caps, found.layout, found.keyboard, found.reads) == (True, "", "us", "all")
    assert back(LINK.swapcase(), found) == LINK


@pytest.mark.parametrize("code", [SETUP_PAGE, SETUP_SLIP])
@pytest.mark.parametrize(
    ("keyboard", "reads"),
    [("french", "most"), ("german", "digits"), ("british", "all"), ("us-international", "most")],
)
def test_a_known_keyboard_is_named_and_undone(code: str, keyboard: str, reads: str) -> None:
    found = told(typed(code, keyboard))
    assert (found.keyboard, found.reads) == (keyboard, reads)
    assert back(typed(CARD, keyboard), found) == CARD
    if reads != "digits":
        assert back(typed(LINK, keyboard), found) == LINK


@pytest.mark.parametrize("keyboard", ["french", "german"])
def test_a_bar_code_is_enough_to_know_a_keyboard_by(keyboard: str) -> None:
    found = told(typed(SETUP_BARS, keyboard))
    assert found.keyboard == keyboard
    assert back(typed(CARD + "AZY-M", keyboard), found) == CARD + "AZY-M"


def test_french_with_caps_lock_is_undone() -> None:
    found = told(typed(SETUP_PAGE, "french", caps=True))
    assert back(typed(LINK, "french", caps=True), found) == LINK


def test_where_the_system_tells_the_keys_places_nothing_is_lost() -> None:
    sent = "~" + SETUP_PAGE + "\n"
    came = sent.translate({ord("^"): "\N{CIRCUMFLEX ACCENT}", ord("="): "ß", ord("z"): "y"})
    places = sent.replace(GS, "\0").replace("\n", "\0")
    found = learned(paced(came, 4, places))
    assert found is not None
    assert (found.layout, found.reads, found.lost) == (BY_POSITION, "all", "")
    assert (found.prefix, found.suffix, found.caps) == ("~", "enter", False)


def test_caps_lock_does_not_matter_where_places_are_known() -> None:
    found = learned(paced(SETUP_PAGE.swapcase(), 4, SETUP_PAGE.replace(GS, "\0")))
    assert found is not None
    assert (found.layout, found.caps) == (BY_POSITION, False)


def test_korean_letters_lose_their_case_and_digits_do_not() -> None:
    jamo = dict(
        zip(
            "qwertyuiopasdfghjklzxcvbnm",
            "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
            strict=True,
        )
    )
    came = "".join(jamo.get(sign.lower(), sign) for sign in SETUP_PAGE)
    found = told(came)
    assert found.reads == "digits"
    assert set("aAzZ") <= set(found.lost)
    assert back(CARD, found) == CARD


def test_a_code_mangled_beyond_repair_reads_nothing() -> None:
    came = "".join(sign for at, sign in enumerate(SETUP_PAGE) if at % 3)
    assert told(came).reads == "nothing"


@pytest.mark.parametrize("text", ["", CARD, "7" * 4_000, "https://example.org/?a=1&b=2"])
def test_what_is_no_set_up_code_teaches_nothing(text: str) -> None:
    assert learned(keys_of(text)) is None


@pytest.mark.parametrize(("gap", "wanted"), [(1, 35), (15, 35), (30, 45), (60, 90), (200, 120)])
def test_the_pace_decides_how_wide_a_gap_may_be(gap: int, wanted: int) -> None:
    found = learned(paced(SETUP_PAGE + "\n", gap))
    assert found is not None
    assert (found.pace_ms, found.gap_ms) == (gap, wanted)


def test_what_is_learned_can_be_kept_and_read_back() -> None:
    settings = Settings()
    for name, value in told("~" + typed(SETUP_PAGE, "french") + "\t").settings():
        settings = settings.changed(name, value)
    wedge = wedge_settings(settings)
    assert (wedge.suffix, wedge.group) == ("\t", "")
    assert wedge.prefix == "~"
    assert Keyboard(wedge.layout).sign("&", 0, False) == "1"


def test_each_place_has_one_sign_and_all_signs_have_a_place() -> None:
    signs = {us_sign(place, shift) for place in range(128) for shift in (False, True)}
    assert signs - {""} == set(ASCII)
    assert (us_sign(16, False), us_sign(16, True), us_sign(11, False)) == ("q", "Q", "0")


@given(st.text(ASCII + GS + "éàç\n\t²", max_size=250))
def test_any_keys_teach_something_or_nothing_and_never_fail(text: str) -> None:
    found = learned(keys_of(text))
    assert found is None or found.reads in ("all", "most", "digits", "nothing")


@given(st.permutations(ASCII))
def test_any_keyboard_without_dead_keys_is_undone_whole(signs: list[str]) -> None:
    there = dict(zip(ASCII, signs, strict=True))
    found = told("".join(there.get(sign, sign) for sign in SETUP_PAGE))
    came = "".join(there[sign] for sign in LINK)
    assert back(came, found) == LINK
