"""Which of several codes in one camera picture is meant: kinds of scanned texts, by rank.

A slip of ours shows a QR and a Code 128; a card lies beside a tin of soup. Codes of different
kinds are no conflict: the person's own goes before the thing's. Two of the same kind are.
"""

from __future__ import annotations

from loyalty.codes import Meaning, reading

_RANKS = {
    Meaning.MEMBER_CARD: 0,
    Meaning.OPERATOR_BADGE: 1,
    Meaning.VOUCHER: 2,
    Meaning.REFERRAL: 3,
    Meaning.SALE_SLIP: 4,  # before the slip's claim code: it names the sale itself
    Meaning.PRODUCT: 7,
    Meaning.DAMAGED: 9,
}
_UNKNOWN = 5  # another house's card or receipt
_LINK = 8  # after products: the maker's page printed on the tin is not what is sold


def scan_kind(text: str) -> tuple[int, str]:
    """Rank (the lowest is meant) and name of the kind of a canonical text."""
    meaning = reading(text).meaning
    if meaning is Meaning.FOREIGN and "://" in text[:16] and len(text) < 80:
        return _LINK, "link"
    return _RANKS.get(meaning, _UNKNOWN), meaning.value
