"""The codes Regulars prints, and what a scanned text means.

Digits only, so that Caps Lock, keyboard layouts and character sets cannot matter, and no letter
looks like another when a voucher is read out; the last two digits are an ISO 7064 MOD 97-10 check,
which finds every single wrong digit and every swap.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loyalty.errors import LoyaltyError

MEMBER, OPERATOR, SALE, VOUCHER, REFERRAL = "61", "62", "63", "64", "65"
_LENGTHS = {MEMBER: 16, OPERATOR: 16, SALE: 20, VOUCHER: 18, REFERRAL: 14}
VOUCHER_NUMBERS = 10**14  # nobody hits one of a few thousand by trying: one in ten thousand million
REFERRAL_NUMBERS = 10**10  # no secret; not 12 digits long, which are a product's (UPC-A)
LONGEST_SCAN = 512  # nothing we read is longer; a longer text is somebody's novel


class Meaning(StrEnum):
    """What a scanned text is, before anybody looks it up."""

    MEMBER_CARD = "member-card"
    OPERATOR_BADGE = "operator-badge"
    SALE_SLIP = "sale-slip"
    VOUCHER = "voucher"
    REFERRAL = "referral"
    PRODUCT = "product"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    TOO_LONG = "too-long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Reading:
    """A scanned text with its meaning; `text` is never longer than LONGEST_SCAN."""

    meaning: Meaning
    text: str


@dataclass(frozen=True, slots=True, order=True)
class SaleNumber:
    """A sale as its slip names it: terminal, epoch and sequence of its ledger entry."""

    terminal: int
    epoch: int
    seq: int


def with_check(digits: str) -> str:
    """`digits` followed by their two check digits (ISO 7064 MOD 97-10)."""
    return f"{digits}{98 - int(digits) * 100 % 97:02d}"


def check_holds(code: str) -> bool:
    """Whether the last two digits fit the others (ISO 7064 MOD 97-10)."""
    if not (code.isascii() and code.isdigit() and 2 < len(code) <= LONGEST_SCAN):
        return False
    # Compared, not divided: 01 fits wherever 98 does, and a sale must not have two codes.
    return with_check(code[:-2]) == code


def member_card(number: int) -> str:
    """The 16-digit code of member card `number` (0 to 10**12 - 1)."""
    return _numbered(MEMBER, number)


def operator_badge(number: int) -> str:
    """The 16-digit code of operator badge `number` (0 to 10**12 - 1)."""
    return _numbered(OPERATOR, number)


def voucher_code(number: int) -> str:
    """The 18-digit code of a voucher; `number` is drawn by chance from VOUCHER_NUMBERS."""
    return _numbered(VOUCHER, number)


def referral_code(number: int) -> str:
    """The 14-digit code by which a member brings friends, one of REFERRAL_NUMBERS."""
    return _numbered(REFERRAL, number)


def _numbered(prefix: str, number: int) -> str:
    digits = _LENGTHS[prefix] - 4
    if not 0 <= number < 10**digits:
        raise LoyaltyError("card-number-range", number=number)
    return with_check(f"{prefix}{number:0{digits}d}")


def sale_code(sale: SaleNumber) -> str:
    """The 20-digit code printed on a sale's slip, by which the sale is found again."""
    if not (0 < sale.terminal < 10**5 and 0 < sale.epoch < 10**3 and 0 < sale.seq < 10**8):
        raise LoyaltyError("sale-number-range", terminal=sale.terminal, seq=sale.seq)
    return with_check(f"{SALE}{sale.terminal:05d}{sale.epoch:03d}{sale.seq:08d}")


def sale_number(code: str) -> SaleNumber:
    """The sale a slip's code names; LoyaltyError `code-damaged` when it is not one."""
    if reading(code).meaning is not Meaning.SALE_SLIP:
        raise LoyaltyError("code-damaged", text=code[:20])
    return SaleNumber(int(code[2:7]), int(code[7:10]), int(code[10:18]))


def reading(text: str) -> Reading:
    """What a canonical scanned text means. Total: any text gets a meaning, none raises."""
    shown = text[:LONGEST_SCAN]
    if not text.strip():
        return Reading(Meaning.EMPTY, "")
    if len(text) > LONGEST_SCAN:
        return Reading(Meaning.TOO_LONG, shown)
    if not (text.isascii() and text.isdigit()):
        return Reading(Meaning.FOREIGN, shown)
    if len(text) == _LENGTHS.get(text[:2]) and check_holds(text):
        return Reading(_MEANINGS[text[:2]], shown)
    if text[:2] in _LENGTHS and 14 < len(text) < 22:
        return Reading(Meaning.DAMAGED, shown)
    if len(text) in (8, 12, 13) and ean_holds(text):
        return Reading(Meaning.PRODUCT, shown)
    if text[:2] == REFERRAL and 12 < len(text) < 16:
        return Reading(Meaning.DAMAGED, shown)
    return Reading(Meaning.FOREIGN, shown)


_MEANINGS = {
    MEMBER: Meaning.MEMBER_CARD,
    OPERATOR: Meaning.OPERATOR_BADGE,
    SALE: Meaning.SALE_SLIP,
    VOUCHER: Meaning.VOUCHER,
    REFERRAL: Meaning.REFERRAL,
}


def ean_holds(text: str) -> bool:
    """EAN/UPC modulo 10 (ISO/IEC 15420): weights 3 and 1 from the right."""
    digits = [int(char) for char in reversed(text)]
    return sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
