"""What a scanner's keys become under a foreign layout, an input method or Caps Lock, undone.

A keyboard wedge presses the keys of a US keyboard; the till turns them into whatever its own
layout says. Our codes are digits, so the cases below bring every one of them back. Only for
typed scans: a camera reads the true text.
"""

from __future__ import annotations

import unicodedata

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
