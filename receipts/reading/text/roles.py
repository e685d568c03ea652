"""What a row of a receipt is, by its words: the total, what it is made of, or how it was paid."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from receipts.reading.text import keywords
from receipts.reading.text.fold import alike


class Role(Enum):
    """The row's figure is this; NONE: it has no word we know, perhaps an item."""

    TOTAL = "total"
    WEAK_TOTAL = "weak-total"
    SUBTOTAL = "subtotal"
    TAX = "tax"
    SERVICE = "service"
    CASH = "cash"
    CHANGE = "change"
    CARD = "card"
    ROUNDING = "rounding"
    DISCOUNT = "discount"
    COUNT = "count"
    NONE = "none"


_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LONG = 8  # letters from which a Latin word is believed although its spaces were lost


class _Words:
    """One table of words, ready to be looked for."""

    def __init__(self, table: str) -> None:
        words = [alike(word) for word in table.split("|")]
        self._wide = tuple(w.replace(" ", "") for w in words if _WIDE.search(w))
        latin = [w for w in words if not _WIDE.search(w)]
        self._latin = re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, latin)) + r")(?!\S)")
        self._long = tuple(w.replace(" ", "") for w in latin if len(w.replace(" ", "")) >= _LONG)

    def within(self, sound: str) -> bool:
        if self._latin.search(sound):
            return True
        tight = sound.replace(" ", "")
        return any(word in tight for word in (*self._wide, *self._long))


_TOTAL, _WEAK = _Words(keywords.TOTAL), _Words(keywords.WEAK_TOTAL)
_SUBTOTAL, _TAX = _Words(keywords.SUBTOTAL), _Words(keywords.TAX)
_INCLUDING, _ROUNDED = _Words(keywords.INCLUDING), _Words(keywords.ROUNDED)
_ORDER = (
    (_Words(keywords.COUNT), Role.COUNT),
    (_Words(keywords.CHANGE), Role.CHANGE),
    (_Words(keywords.ROUNDING), Role.ROUNDING),
    (_Words(keywords.DISCOUNT), Role.DISCOUNT),
    (_Words(keywords.SERVICE), Role.SERVICE),
)
_PAID = ((_Words(keywords.CASH), Role.CASH), (_Words(keywords.CARD), Role.CARD))


@lru_cache(maxsize=8_192)
def role(sound: str) -> Role:
    """The role of a row from its `sound`. A tax that is said to be included makes no tax row:
    "TOTAL (INCL. GST)" is the total, "TOTAL GST" is not.
    """
    is_total = _TOTAL.within(sound)
    if is_total and _ROUNDED.within(sound):
        return Role.TOTAL
    partial = _SUBTOTAL.within(sound)
    for words, found in _ORDER:
        named_otherwise = (is_total and found is Role.SERVICE) or (
            partial and found is Role.DISCOUNT  # "Subtotal before discount"
        )
        if words.within(sound) and not named_otherwise:
            return found
    including = _INCLUDING.within(sound)
    if is_total and including:
        return Role.TOTAL
    if partial:
        return Role.SUBTOTAL
    if _TAX.within(sound):
        return Role.TAX
    return _of_payment(sound, is_total)


def _of_payment(sound: str, is_total: bool) -> Role:
    if is_total:
        return Role.TOTAL
    for words, found in _PAID:
        if words.within(sound):
            return found
    return Role.WEAK_TOTAL if _WEAK.within(sound) else Role.NONE
