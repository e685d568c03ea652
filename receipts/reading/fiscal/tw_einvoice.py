"""Taiwan: the left one of two QR codes: 77 characters of fixed widths, then the items sold.

The AES block is keyed. Names are in Big5, UTF-8 or base64, so the raw bytes of the code are read.
The right one begins with `**` and holds nothing but further items.
"""

from __future__ import annotations

import base64
import re
from decimal import Decimal

from loyalty.errors import LoyaltyError
from receipts.reading.claim import (
    Claim,
    DocumentKind,
    KnownKeys,
    ReceiptLine,
    impossible,
    passed,
)
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import tw_ban
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_HEAD = re.compile(
    rb"(?P<number>[0-9A-Za-z]{10})(?P<day>\d{7})\d{4}(?P<net>[0-9A-Fa-f]{8})"
    rb"(?P<total>[0-9A-Fa-f]{8})\d{8}(?P<seller>\d{8})[0-9A-Za-z+/]{22}=="
)
# Ten free characters, items in this half, items in all, the encoding, the items.
_TAIL = re.compile(rb":.{10}:\d{1,4}:\d{1,4}:([0-2])(?::(.*))?", re.DOTALL)
_NUMBER = re.compile(r"[A-Z]{2}\d{8}", re.ASCII)
_REPUBLIC = 1911  # years before the first
_MOST_NAME = 80
_MOST_UNITS = 9_999
_BIG5, _UTF_8, _BASE64 = b"0", b"1", b"2"


def _looks_like(payload: Payload) -> bool:
    raw = payload.raw.strip()
    return raw.startswith(b"**") or _HEAD.match(raw) is not None


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    raw = payload.raw.strip()
    head = _HEAD.match(raw)
    if head is None:
        raise LoyaltyError("receipt-other-half")
    number, day, seller = (head[name].decode("ascii") for name in ("number", "day", "seller"))
    net, total = int(head["net"], 16), int(head["total"], 16)
    return Claim(
        scheme="tw-einvoice",
        merchant=seller,
        receipt=number.upper(),
        total=amount(str(total)),
        currency="TWD",
        issued_at=moment(f"{int(day[:3]) + _REPUBLIC}{day[3:]}", "YYYYMMDD"),
        kind=DocumentKind.SALE,
        checks=(
            passed("seller_ban", tw_ban(seller)),
            passed("number_shape", bool(_NUMBER.fullmatch(number))),
            passed("net_not_above_total", net <= total),
            impossible("aes_block"),
        ),
        lines=_lines(raw[head.end() :]),
    )


def _lines(tail: bytes) -> tuple[ReceiptLine, ...]:
    """As many items as this half holds; none where they cannot be read: the receipt still counts.

    An item is its name, its units and the price of one.
    """
    found = _TAIL.fullmatch(tail)
    if found is None or not found[2]:
        return ()
    try:
        fields = _fields(found[1], found[2])
        if len(fields) % 3:
            return ()
        return tuple(_line(*fields[at : at + 3]) for at in range(0, len(fields), 3))
    except (ValueError, ArithmeticError):
        return ()


def _fields(encoding: bytes, items: bytes) -> list[str]:
    if encoding == _BASE64 and b":" not in items:  # all of them in one block
        items = base64.b64decode(items, validate=True)
        encoding = _UTF_8
    fields = items.removesuffix(b":").split(b":")
    if encoding == _BASE64:  # each name for itself
        fields = [
            field if place % 3 else base64.b64decode(field, validate=True)
            for place, field in enumerate(fields)
        ]
    return [_text(field) for field in fields]


def _text(field: bytes) -> str:
    """UTF-8 wherever it is that: scanners put Big5 into Unicode, and leave the encoding's mark."""
    try:
        return field.decode("utf-8")
    except UnicodeDecodeError:
        return field.decode("cp950")


def _line(name: str, units: str, price: str) -> ReceiptLine:
    count = amount(units.strip())
    shown = "".join(letter for letter in name if letter.isprintable()).strip()
    whole = count == count.to_integral_value() and 0 < count <= _MOST_UNITS
    cost = (count * amount(price.strip())).quantize(Decimal("0.01"))
    return ReceiptLine(shown[:_MOST_NAME], cost, int(count) if whole else 1)


SCHEME = Scheme("tw-einvoice", _looks_like, _read)
