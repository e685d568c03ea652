"""What a scanner's keys become under a foreign layout, an input method or Caps Lock, undone.

A keyboard wedge presses the keys of a US keyboard; the till turns them into whatever its own
layout says. Our codes are digits, so the cases below bring every one of them back. Only for
typed scans: a camera reads the true text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

ASCII: Final = "".join(chr(point) for point in range(0x20, 0x7F))
"""The signs a layout table has one place for each."""

LOST: Final = "\N{REPLACEMENT CHARACTER}"
"""In a layout table: this sign of the US keyboard does not arrive."""

BY_POSITION: Final = "keys"
"""The setting of a layout that trusts where a key lies, whatever stands on it."""

# The main block in the order of its rows, without and with Shift, on the US keyboard.
_PLAIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./ "
_SHIFTED = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>? '
# The same keys by number: scan code set 1, which is also that of Linux's input events.
_POSITIONS = (41, *range(2, 14), *range(16, 28), 43, *range(30, 41), *range(44, 54), 57)
_US = {
    (place, shift): sign
    for shift, row in ((False, _PLAIN), (True, _SHIFTED))
    for place, sign in zip(_POSITIONS, row, strict=True)
}

# What the same keys give elsewhere; LOST where the key is dead (it waits for a letter).
_BOARDS = {
    "us": (_PLAIN, _SHIFTED),
    "us-international": (
        "\ufffd1234567890-=qwertyuiop[]\\asdfghjkl;\ufffdzxcvbnm,./ ",
        "\ufffd!@#$%\ufffd&*()_+QWERTYUIOP{}|ASDFGHJKL:\ufffdZXCVBNM<>? ",
    ),
    "french": (
        "²&é\"'(-è_çà)=azertyuiop\ufffd$*qsdfghjklmùwxcvbn,;:! ",
        "\ufffd1234567890°+AZERTYUIOP\ufffd£µQSDFGHJKLM%WXCVBN?./§ ",
    ),
    "german": (
        "\ufffd1234567890ß\ufffdqwertzuiopü+#asdfghjklöäyxcvbnm,.- ",
        "°!\"§$%&/()=?\ufffdQWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_ ",
    ),
    "british": (
        "`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./ ",
        '¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>? ',
    ),
}


def _table(plain: str, shifted: str) -> str:
    arrives = dict(zip(_PLAIN + _SHIFTED, plain + shifted, strict=True))
    return "".join(arrives[sign] for sign in ASCII)


KEYBOARDS: Final[Mapping[str, str]] = {name: _table(*rows) for name, rows in _BOARDS.items()}
"""Keyboards known by name: for each of `ASCII` what arrives instead."""


class Keyboard:
    """What a key means under a layout: "" (itself), `BY_POSITION`, or a table as `KEYBOARDS`."""

    def __init__(self, layout: str) -> None:
        self._by_position = layout == BY_POSITION
        pairs = zip(layout, ASCII, strict=True) if len(layout) == len(ASCII) else ()
        self._signs = {arrives: sign for arrives, sign in pairs if arrives != LOST}

    def sign(self, text: str, position: int, shift: bool) -> str:
        """The sign of a key that gave `text`; `position` 0 where the system does not tell it."""
        if self._by_position:
            return us_sign(position, shift) or text
        return self._signs.get(text, text)


def us_sign(position: int, shift: bool) -> str:
    """What a US keyboard has at a position (scan code set 1); "" for keys without a sign."""
    return _US.get((position, shift), "")


# The Korean two-set keyboard: 33 letters, and the keys they sit on.
_JAMO = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
# Compound vowels and finals are typed as two keys.
_JAMO.update(
    zip(
        "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        (
            *("hk", "ho", "hl", "nj", "np", "nl", "ml", "rt", "sw"),
            *("sg", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "qt"),
        ),
        strict=True,
    )
)
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]

# The digit row of a French keyboard without Shift; Belgian differs in 6 (§) and 8 (!).
_AZERTY = dict(zip("&é\"'(-è_çà§!", "123456789068", strict=True))


def as_typed_on_us_keys(text: str, *, caps_lock: bool = False) -> str:
    """`text` of a typed scan as a US keyboard would have given it.

    Full-width forms become ASCII, Hangul the letters under its keys, a row of AZERTY digit signs
    digits. `caps_lock` flips letters back, for a scanner set up as inverted by Caps Lock.
    """
    text = "".join(_plain(sign) for sign in text)
    if text and all(sign in _AZERTY for sign in text):
        # Only when all of it is digits: single signs may be meant in a mixed code.
        text = "".join(_AZERTY[sign] for sign in text)
    return text.swapcase() if caps_lock else text


def _plain(sign: str) -> str:
    point = ord(sign)
    if 0xFF01 <= point <= 0xFF5E:
        return chr(point - 0xFEE0)
    if sign == "\u3000":
        return " "
    if 0xAC00 <= point <= 0xD7A3:
        lead, rest = divmod(point - 0xAC00, len(_VOWELS) * len(_FINALS))
        vowel, final = divmod(rest, len(_FINALS))
        parts = (_LEADS[lead], _VOWELS[vowel], _FINALS[final])
        return "".join(_JAMO[part] for part in parts if part)
    if 0x1100 <= point <= 0x11FF or 0xFFA1 <= point <= 0xFFDC:
        return _JAMO.get(_compatible(sign), sign)
    return _JAMO.get(sign, sign)


def _compatible(sign: str) -> str:
    """A conjoining or half-width letter as the one on the keyboard (ㄱ)."""
    name = unicodedata.name(sign, "").replace("HALFWIDTH ", "")
    for family in ("CHOSEONG", "JUNGSEONG", "JONGSEONG"):
        name = name.replace(family, "LETTER")
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return sign
