"""Text as a reader with bad eyes compares it: no case, no accents, no difference of O and 0.

Both sides of every comparison go through here, so that what an engine misreads costs nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans("015|L", "OISII")
"""What engines take for one another, after folding to capitals."""
_HAN = str.maketrans(
    "總額計應實現續贖補稅單號優數點價錢賣買統編個產積績绩費內對対發収預釣",
    "总额计应实现续赎补税单号优数点价钱卖买统编个产积续续费内对对发收预钓",
)
"""Traditional characters as their simplified sisters: engines mix them within one word."""


def plain_form(text: str) -> str:
    """Full-width digits, ideographic spaces and ligatures as their ordinary selves (NFKC)."""
    return unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-")


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """Capitals without marks, words parted by single spaces; letters and digits only."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    capital = unicodedata.normalize("NFC", bare).upper()
    return " ".join(re.findall(r"[^\W_]+", capital))


@lru_cache(maxsize=8_192)
def alike(text: str) -> str:
    """`folded`, and letters that look alike made one, in words that are mostly letters."""
    return " ".join(_letters(word) for word in folded(text).translate(_HAN).split())


def _letters(word: str) -> str:
    letters = sum(char.isalpha() for char in word)
    return word.translate(_ALIKE) if letters * 2 > len(word) else word


def squeezed(text: str) -> str:
    """`alike` without spaces: for names that are written apart here and together there."""
    return alike(text).replace(" ", "")
