"""Slovenia: 60 digits, of which 39 are the protective mark, 8 the tax number and 12 the time.

The last digit is the sum of the others mod 10: it sees every changed digit and no two exchanged
ones. There is no total inside. Our own codes of digits have 14 to 20.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import si_tax
from receipts.reading.payload import Payload
from receipts.reading.scheme import Scheme

_DIGITS = re.compile(r"\d{60}", re.ASCII)
_MARK_BITS = 128


def _looks_like(payload: Payload) -> bool:
    return bool(_DIGITS.fullmatch(payload.text.strip()))


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    digits = payload.text.strip()
    mark, tax_number, time, check = int(digits[:39]), digits[39:47], digits[47:59], digits[59]
    if mark >> _MARK_BITS:
        raise ValueError("mark")
    return Claim(
        scheme="si-furs",
        merchant=tax_number,
        receipt=f"{mark:032x}",
        total=None,
        currency="EUR",
        issued_at=moment(time, "YYMMDDhhmmss"),
        kind=DocumentKind.SALE,
        checks=(
            passed("mod10", sum(map(int, digits[:59])) % 10 == int(check)),
            passed("tax_number", si_tax(tax_number)),
            impossible("total"),
        ),
    )


SCHEME = Scheme("si-furs", _looks_like, _read)
