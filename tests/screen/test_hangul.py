"""Hangul typed letter by letter on the kiosk's own keyboard."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.customer.hangul import FIRST, KEYS, LAST, MIDDLE, SHIFTED, composed

PAIRS = zip(
    "ㅗㅗㅗㅜㅜㅜㅡㄱㄴㄴㄹㄹㄹㄹㄹㄹㄹㅂ",
    "ㅏㅐㅣㅓㅔㅣㅣㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅ",
    "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
    strict=True,
)
DOUBLED = {both: one + other for one, other, both in PAIRS}


def typed(name: str) -> str:
    """The keys of a name, by way of Unicode's own decomposition."""
    keys = ""
    for sign in unicodedata.normalize("NFD", name):
        code = ord(sign)
        if 0x1100 <= code < 0x1113:
            letter = FIRST[code - 0x1100]
        elif 0x1161 <= code < 0x1176:
            letter = MIDDLE[code - 0x1161]
        elif 0x11A8 <= code < 0x11C3:
            letter = LAST[code - 0x11A7]
        else:
            letter = sign
        keys += DOUBLED.get(letter, letter)
    return keys


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ㅁㅣㄴㅈㅜㄴ", "민준"),
        ("ㅎㅏㄴㅏ", "하나"),
        ("ㄱㅏㅂㅅ", "값"),
        ("ㄱㅏㅂㅅㅏ", "갑사"),
        ("ㄱㅗㅏㅇ", "광"),
        ("ㅇㅡㅣ", "의"),
        ("ㄲㅗㅊ", "꽃"),
        ("ㅎㅏㄴㄱㅡㄹ", "한글"),
        ("ㄱ", "ㄱ"),
        ("ㅏㅏ", "ㅏㅏ"),
        ("ㄱㄱㅏ", "ㄱ가"),
        ("ㅅㅜ-ㅈㅣ Zo", "수-지 Zo"),
        ("", ""),
    ],
)
def test_letters_join_as_on_any_korean_keyboard(keys: str, text: str) -> None:
    assert composed(keys) == text


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=1))
def test_every_syllable_can_be_typed(syllable: str) -> None:
    assert composed(typed(syllable)) == syllable


NAMES = [
    "민준",
    "서연",
    "도윤",
    "하은",
    "예린",
    "시우",
    "유나",
    "지안",
    "수아",
    "남궁민수",
    "황보현",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_come_out_as_they_were_meant(name: str) -> None:
    assert composed(typed(name)) == name


@given(st.text("".join((*KEYS, *SHIFTED, " ")), max_size=9))
def test_no_order_of_keys_loses_a_letter(keys: str) -> None:
    assert typed(composed(keys)) == typed(keys)


def test_every_letter_has_a_key() -> None:
    on_keys = set("".join((*KEYS, *SHIFTED)))
    assert {one for one in (*FIRST, *MIDDLE) if one not in DOUBLED} <= on_keys
