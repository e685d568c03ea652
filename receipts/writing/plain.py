"""The gate every string passes before it can lie in a document.

Paper devices obey bytes: a name may hold ESC, a bidi switch or 4,000 characters. Cleaning happens
when a block is made, so no renderer can forget it.
"""

from __future__ import annotations

import unicodedata

LIMIT = 400
"""Characters a single text may hold; a slip line is 24 to 48, so this is a dozen lines."""

_STACK = 2
_BREAKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def plain(text: str, limit: int = LIMIT) -> str:
    """``text`` in NFC with no control, format, private or unassigned character.

    Line breaks become spaces, more than two combining marks in a row are cut, and what is longer
    than ``limit`` characters ends in an ellipsis.
    """
    # Twice the limit is enough to see whether something was cut, however long the input is.
    composed = unicodedata.normalize("NFC", text[: limit * 2 + 16])
    kept: list[str] = []
    marks = 0
    for char in composed:
        if char in _BREAKS:
            char = " "
        category = unicodedata.category(char)
        if category[0] == "C":
            continue
        marks = marks + 1 if category[0] == "M" else 0
        if marks > _STACK or (marks and not kept):
            continue
        kept.append("\u00a0" if char == "\u202f" else char)
    cleaned = "".join(kept).strip(" ")
    return cleaned if len(cleaned) <= limit else cleaned[: limit - 1].rstrip() + "\u2026"
