"""Germany: the QR code of a till with a security device (DSFinV-K, annex I; BSI TR-03151).

The device signs the figures, the numbers and the end of the sale, and its public key stands in the
code. So a code proves which device made it, not whose device that is: devices are enrolled.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.binary import from_base64, is_hex
from receipts.reading.fiscal.moments import iso, zoned
from receipts.reading.fiscal.signatures import ecdsa_verifies, is_on
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BREAKS = re.compile(r"[\r\n]+")
_NUMBER = re.compile(r"\d{1,18}", re.ASCII)
_POINT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d", re.ASCII)  # 3,000.00 and 3000.00
_COMMA = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d\d", re.ASCII)  # 3.000,00 and 3000,00
_DIGESTS = {"sha256": 3, "sha384": 4, "sha512": 5}  # ecdsa-plain-…: the last arc of its identifier
# What a security device may use (BSI TR-03116-5); the code names none, the point lies on one.
_CURVES = ("secp256r1", "secp384r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1")
_TIMES = ("unixtime", "utctime", "generalizedtime")

# What the till did, the first part of the signed data.
_KINDS = {
    "Beleg": DocumentKind.SALE,
    "AVTraining": DocumentKind.TRAINING,
    "AVBelegstorno": DocumentKind.VOID,
    "AVBelegabbruch": DocumentKind.VOID,
    "AVTransfer": DocumentKind.PAYOUT,
    "AVSachbezug": DocumentKind.PAYOUT,
    "AVBestellung": DocumentKind.PROFORMA,
    "AVRechnung": DocumentKind.PROFORMA,
    "AVSonstige": DocumentKind.PROFORMA,
}


@dataclass(frozen=True, slots=True)
class _Code:
    """The twelve fields, as far as they are signed or say something."""

    till: str
    process: str
    data: str
    transaction: int
    counter: int
    finish: datetime
    digest: str
    time_form: str
    signature: str
    key: bytes


def _looks_like(payload: Payload) -> bool:
    return payload.text.lstrip().startswith("V0;")


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    code = _fields(_BREAKS.sub("", payload.text).strip())
    kind, total, payments = _figures(code.data)
    curves = [curve for curve in _CURVES if is_on(curve, code.key)]
    return Claim(
        scheme=SCHEME.name,
        merchant=code.till,
        receipt=str(code.transaction),
        within=hashlib.sha256(code.key).hexdigest(),
        total=total,
        currency="EUR",
        issued_at=iso(code.finish),  # to the second: no fraction is signed
        kind=kind,
        checks=(
            passed("signature", any(_signed(code, curve) for curve in curves)),
            passed("key_on_curve", bool(curves)),
            payments,
            impossible("start_time"),  # the device does not sign it
        ),
        device=hashlib.sha256(code.key).hexdigest(),
        counter=code.counter,
    )


def _fields(text: str) -> _Code:
    parts = text.split(";")
    if len(parts) != 12:
        raise ValueError("twelve fields")
    _, till, process, data, transaction, counter, _start, finish, algorithm, form, sign, key = parts
    family, _, digest = algorithm.lower().rpartition("-")
    if process.lower() != "kassenbeleg-v1" or not 0 < len(till) <= 100:
        raise ValueError("process")
    if family != "ecdsa-plain" or digest not in _DIGESTS or form.lower() not in _TIMES:
        raise ValueError("algorithm")
    if not _NUMBER.fullmatch(transaction) or not _NUMBER.fullmatch(counter):
        raise ValueError("number")
    return _Code(
        till,
        process,
        data,
        int(transaction),
        int(counter),
        zoned(finish).replace(microsecond=0),
        digest,
        form.lower(),
        sign,
        _key(key),
    )


def _key(text: str) -> bytes:
    for size in (65, 97, 129):
        if is_hex(text, size):
            return bytes.fromhex(text)
    return from_base64(text)


# --- The figures ------------------------------------------------------------------------------


def _figures(data: str) -> tuple[DocumentKind, Decimal, Check]:
    """Kind, sum of the five tax buckets, and whether the payments come to the same."""
    name, *rest = data.split("^")
    if name not in _KINDS or len(rest) != 2:
        raise ValueError("data")
    buckets = rest[0].split("_")
    if len(buckets) != 5:
        raise ValueError("buckets")
    total = sum((_money(bucket) for bucket in buckets), Decimal())
    kind = _KINDS[name]
    if kind is DocumentKind.SALE and total <= 0:
        kind = DocumentKind.REFUND if total < 0 else DocumentKind.ZERO
    return kind, total, _paid(rest[1], total)


def _paid(payments: str, total: Decimal) -> Check:
    paid = Decimal()
    for payment in filter(None, payments.split("_")):
        figure, *means = payment.split(":")
        if len(means) == 2:  # in another currency: its rate is not in the code
            return impossible("payments_equal_total")
        if len(means) != 1:
            raise ValueError("payment")
        paid += _money(figure)
    return passed("payments_equal_total", paid == total)


def _money(text: str) -> Decimal:
    if _POINT.fullmatch(text):
        return amount(text.replace(",", ""))
    if _COMMA.fullmatch(text):
        return amount(text.replace(".", "").replace(",", "."))
    raise ValueError("amount")


# --- The signature ----------------------------------------------------------------------------


def _signed(code: _Code, curve: str) -> bool:
    coordinate = (len(code.key) - 1) // 2
    if is_hex(code.signature, 2 * coordinate):
        plain = bytes.fromhex(code.signature)
    else:
        plain = from_base64(code.signature)
    return any(
        ecdsa_verifies(curve, code.key, plain, message, code.digest) for message in _messages(code)
    )


def _messages(code: _Code) -> Iterator[bytes]:
    """What the device may have signed: TR-03151's log message, parts in DER without an outer
    sequence. Devices differ in how they write a number whose first bit is set, and a time as text.
    """
    digits = {_integer(code.transaction), _integer(code.transaction).removeprefix(b"\x00") or b"\0"}
    head = (
        _der(0x02, b"\x02")
        + _der(0x06, bytes.fromhex("04007f000703070101"))
        + _der(0x80, b"FinishTransaction")
        + _der(0x81, code.till.encode())
        + _der(0x82, code.data.encode())
        + _der(0x83, code.process.encode())
    )
    algorithm = bytes.fromhex("04007f000701010401") + bytes([_DIGESTS[code.digest]])
    tail = (
        _der(0x04, hashlib.sha256(code.key).digest())
        + _der(0x30, _der(0x06, algorithm))
        + _der(0x02, _integer(code.counter))
    )
    for number in sorted(digits):
        for finish in _finishes(code):
            yield head + _der(0x85, number) + tail + finish


def _finishes(code: _Code) -> tuple[bytes, ...]:
    finish = code.finish.astimezone(UTC)
    if code.time_form == "unixtime":
        return (_der(0x02, _integer(int(finish.timestamp()))),)
    if code.time_form == "utctime":
        return (_der(0x17, f"{finish:%y%m%d%H%M%SZ}".encode()),)
    forms = (f"{finish:%Y%m%d%H%M%SZ}", f"{finish:%Y%m%d%H%M%S.000Z}")
    return tuple(_der(0x18, form.encode()) for form in forms)


def _integer(number: int) -> bytes:
    """Big-endian, with room for the sign as DER wants it (X.690, 8.3)."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _der(tag: int, content: bytes) -> bytes:
    """Tag, length, content (X.690, 8.1); contents are shorter than 64 KB."""
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    if size < 0x100:
        return bytes((tag, 0x81, size)) + content
    return bytes((tag, 0x82)) + size.to_bytes(2, "big") + content


SCHEME = Scheme("de-v0", _looks_like, _read)
