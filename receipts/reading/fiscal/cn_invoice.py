"""China: the comma list in the QR code of VAT invoices, all-digital ones and those before them.

It names no seller, so a shop recognises its own by hand or by the range of numbers; the CRC finds
typing errors and masked digits. Older kinds state the amount without tax.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, passed
from receipts.reading.fiscal.crc import crc16
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = re.compile(r"\s*01,\d\d,\d*,\d{8,20},", re.ASCII)
_AMOUNT = r"(?P<amount>-?\d{1,12}(?:\.\d{1,2})?)"
_CRC = r"(?P<crc>[0-9A-Fa-f]{4})"
_DIGITAL = re.compile(
    rf"(?P<body>01,\d\d,,(?P<number>\d{{20}}),{_AMOUNT},(?P<day>\d{{8}}),\d*,){_CRC},?", re.ASCII
)
_OLDER = re.compile(
    rf"(?P<body>01,\d\d,(?P<code>\d{{10,12}}),(?P<number>\d{{8}}),{_AMOUNT},(?P<day>\d{{8}}),"
    rf"\d{{0,24}}),{_CRC},?",
    re.ASCII,
)


def _looks_like(payload: Payload) -> bool:
    return _BEGINS.match(payload.text) is not None


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    text = payload.text.strip()
    found = _DIGITAL.fullmatch(text) or _OLDER.fullmatch(text)
    if found is None:
        raise ValueError("fields")
    code = found.groupdict().get("code")
    total = amount(found["amount"])
    return Claim(
        scheme=SCHEME.name,
        merchant=None,
        receipt=f"{code}-{found['number']}" if code else found["number"],
        total=total,
        currency="CNY",
        issued_at=moment(found["day"], "YYYYMMDD"),
        # A correction ("red invoice") has a negative amount.
        kind=DocumentKind.REFUND if total < 0 else DocumentKind.SALE,
        # The body of an all-digital one ends with its comma, that of an older one before it.
        checks=(passed("crc16", crc16(found["body"].encode()) == int(found["crc"], 16)),),
    )


SCHEME = Scheme("cn-invoice", _looks_like, _read)
