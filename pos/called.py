"""What a person may be called where others can read it: a first name, never the whole.

Where nobody can tell which part of a name is the given one (Chinese and Japanese names are written
without a space), the family name's first sign stands, and a star for each of the others.
"""

from __future__ import annotations

import unicodedata

HIDDEN = "＊"
LONGEST = 24
_LONG_SURNAMES = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"})


def first_name(name: str, *, initial: bool = False) -> str:
    """The first name in `name`, at most LONGEST signs, or with `initial` its first sign alone.

    "Anna Schmidt" is Anna, "김민준" 민준, "佐藤 健" 健 and "王伟" 王＊. Empty for an empty name.
    """
    parts = unicodedata.normalize("NFC", name).split()
    if not parts:
        return ""
    given = _given(parts)
    if initial:
        given = given[0] + (HIDDEN if _eastern(given) else ".")
    return given if len(given) <= LONGEST else given[: LONGEST - 1] + "…"


def _given(parts: list[str]) -> str:
    if len(parts) > 1:  # where the family name comes first, the given one is last
        return parts[-1] if _eastern(parts[0]) else parts[0]
    whole = parts[0]
    if not _eastern(whole):
        return whole
    if _hangul(whole) and len(whole) > 2:
        return whole[2:] if len(whole) > 3 and whole[:2] in _LONG_SURNAMES else whole[1:]
    return whole[0] + HIDDEN * min(len(whole) - 1, 3)


def _hangul(text: str) -> bool:
    return all("\uac00" <= sign <= "\ud7a3" for sign in text)


def _eastern(text: str) -> bool:
    """Written in Hangul, kana or Han signs."""
    return _hangul(text[:1]) or "\u3040" <= text[:1] <= "\u30ff" or "\u3400" <= text[:1] <= "\u9fff"
