"""Hangul from single letters, as the two-set keyboard (KS X 5002) gives them: letters join into
syllables while they fit. Written from the Unicode Standard, section 3.12 (arithmetic of syllables).
"""

from __future__ import annotations

from typing import Final

FIRST: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLE: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LAST: Final = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
KEYS: Final = ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ-", "ㅋㅌㅊㅍㅠㅜㅡ")
SHIFTED: Final = ("ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ-", "ㅋㅌㅊㅍㅠㅜㅡ")
_BASE: Final = 0xAC00
_ONE: Final = "ㅗㅗㅗㅜㅜㅜㅡㄱㄴㄴㄹㄹㄹㄹㄹㄹㄹㅂ"
_OTHER: Final = "ㅏㅐㅣㅓㅔㅣㅣㅅㅈㅎㄱㅁㅂㅅㅌㅍㅎㅅ"
_BOTH: Final = "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ"
_JOINED: Final = {a + b: both for a, b, both in zip(_ONE, _OTHER, _BOTH, strict=True)}


def composed(letters: str) -> str:
    """The text that single letters make, other signs between them left as they are.

    A last consonant goes over to the next syllable where a vowel follows: ㅎㅏㄴㅏ is 하나.
    """
    text, at = "", 0
    while at < len(letters):
        syllable, used = _syllable(letters, at)
        text += syllable
        at += used
    return text


def _syllable(letters: str, at: int) -> tuple[str, int]:
    """The syllable that begins at a letter, and how many letters it is made of."""
    first = letters[at]
    if first not in FIRST or not _vowel(letters, at + 1):
        vowel, used = _vowel_at(letters, at)
        return (vowel, used) if used else (first, 1)
    middle, used = _vowel_at(letters, at + 1)
    last, more = _last_at(letters, at + 1 + used)
    code = (FIRST.index(first) * len(MIDDLE) + MIDDLE.index(middle)) * len(LAST) + LAST.index(last)
    return chr(_BASE + code), 1 + used + more


def _vowel_at(letters: str, at: int) -> tuple[str, int]:
    """The vowel that stands there, two letters joined into one where they can be."""
    if not _vowel(letters, at):
        return "", 0
    both = _JOINED.get(letters[at : at + 2], "")
    return (both, 2) if both and both in MIDDLE else (letters[at], 1)


def _last_at(letters: str, at: int) -> tuple[str, int]:
    """The consonants that close a syllable: none that begins the next one."""
    one = letters[at : at + 1]
    if not one or one not in LAST or _vowel(letters, at + 1):
        return "", 0
    both = _JOINED.get(letters[at : at + 2], "")
    if both and both in LAST and not _vowel(letters, at + 2):
        return both, 2
    return one, 1


def _vowel(letters: str, at: int) -> bool:
    return letters[at : at + 1] != "" and letters[at : at + 1] in MIDDLE
