"""What is typed where a claim code cannot be scanned: receipt number and four keyed characters.

Only whoever has the shop's secret can make or check them, and four characters can be tried out:
whoever takes them in has to limit the tries.
"""

from __future__ import annotations

import hmac
import re
import unicodedata

from loyalty.codes import SaleNumber

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
_DOMAIN = b"regulars hand code\x00"
_LENGTH = 4
_LONGEST = 40
_MEANT = str.maketrans("OIL", "011")


def hand_code(secret: bytes, sale: SaleNumber, total_minor: int) -> str:
    """What stands below a slip's claim code, such as `1-812 7K3Q`; the epoch only if it is not 1.

    The characters are the first 20 bits of an HMAC-SHA256 (RFC 2104) over sale and total.
    """
    epoch = f"{sale.epoch}-" if sale.epoch != 1 else ""
    return f"{sale.terminal}-{epoch}{sale.seq} {_characters(secret, sale, total_minor)}"


def hand_entry(text: str) -> tuple[SaleNumber, str] | None:
    """The sale and the four characters of a typed hand code; None where it is none.

    Lower case, blanks, hyphens, and O, I, L for the digits they look like are what people type.
    """
    if len(text) > _LONGEST:
        return None
    typed = unicodedata.normalize("NFKC", text).strip().upper().translate(_MEANT)
    parted = re.sub(r"[\s./\u2010-\u2015\u2212-]+", "-", typed).strip("-")
    # The last four characters are the code, wherever somebody put a blank.
    code = parted.replace("-", "")[-_LENGTH:]
    rest = parted
    for _ in code:
        rest = rest.rstrip("-")[:-1]
    if not rest.endswith("-") and parted.count("-") > 1:
        return None  # three signs would borrow a digit of the number, and cost a try
    numbers = rest.rstrip("-").split("-")
    named = _sale(numbers)
    if named is None or len(code) < _LENGTH or not set(code) <= set(_LETTERS):
        return None
    return named, code


def hand_code_holds(secret: bytes, sale: SaleNumber, total_minor: int, code: str) -> bool:
    """Whether the four characters belong to that sale and total; compared in constant time."""
    expected = _characters(secret, sale, total_minor)
    return code.isascii() and hmac.compare_digest(expected, code)


def _sale(numbers: list[str]) -> SaleNumber | None:
    if not (2 <= len(numbers) <= 3 and all(re.fullmatch(r"[0-9]{1,8}", n) for n in numbers)):
        return None
    terminal, seq = int(numbers[0]), int(numbers[-1])
    epoch = int(numbers[1]) if len(numbers) == 3 else 1
    if not (0 < terminal < 100_000 and 0 < epoch < 1_000 and seq > 0):
        return None
    return SaleNumber(terminal, epoch, seq)


def _characters(secret: bytes, sale: SaleNumber, total_minor: int) -> str:
    named = f"{sale.terminal}-{sale.epoch}-{sale.seq}-{total_minor}".encode("ascii")
    digest = hmac.digest(secret, _DOMAIN + named, "sha256")
    bits = int.from_bytes(digest[:3], "big") >> 4
    return "".join(_LETTERS[bits >> shift & 31] for shift in (15, 10, 5, 0))
