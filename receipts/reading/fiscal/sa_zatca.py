"""Saudi Arabia: the tag-length-value block of ZATCA's e-invoices, phase 1 and phase 2, in base64.

Phase 2 is signed, but over the hash of the whole invoice: the total and the time in the code are
not covered, so a genuine signature says which device and which invoice, and not how much.
Phase 1 has no number at all: its seller, time and amounts are all that tells two apart.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.binary import from_base64
from receipts.reading.fiscal.moments import iso, moment, zoned
from receipts.reading.fiscal.signatures import der_pair, ecdsa_pair_verifies
from receipts.reading.fiscal.tax_numbers import sa_vat
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = re.compile(r"\s*A[Q-Za-f][A-Za-z0-9+/]{18,}[A-Za-z0-9+/=\s]*", re.ASCII)  # tag 1
_SELLER, _VAT, _TIME, _TOTAL, _TAX, _HASH, _SIGNATURE, _KEY, _STAMP = range(1, 10)
# SubjectPublicKeyInfo of a point on secp256k1 (RFC 5480), up to the point itself.
_KEY_HEAD = bytes.fromhex("3056301006072a8648ce3d020106052b8104000a034200")
_TIMES = (
    "YYYY-MM-DDThh:mm:ss",
    "YYYY-MM-DD hh:mm:ss",
    "YYYY-MM-DDThh:mm",
    "YYYY-MM-DD hh:mm",
    "YYYY-MM-DD",
)
_TAX_SHARE = (15, 115)
_ROUNDING = Decimal("0.01")


def _looks_like(payload: Payload) -> bool:
    if not _BEGINS.fullmatch(payload.text):
        return False
    try:
        raw = from_base64(payload.text)
    except ValueError:
        return True  # half of one: `read` says so
    return raw[2 + raw[1] : 3 + raw[1]] in (b"", bytes([_VAT]))


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    tags = _tags(from_base64(payload.text))
    vat, written, total, tax = (_text(tags, tag) for tag in (_VAT, _TIME, _TOTAL, _TAX))
    total_paid, tax_paid = _money(total), _money(tax)
    signed = _SIGNATURE in tags
    return Claim(
        scheme=SCHEME.name,
        merchant=vat,
        receipt=base64.b64encode(_hash(tags)).decode() if signed else None,
        total=total_paid,
        currency="SAR",
        issued_at=_moment(written),
        kind=DocumentKind.REFUND if total_paid < 0 else DocumentKind.SALE,
        checks=(
            passed("vat_number_shape", sa_vat(vat)),
            # Shops sell goods of other rates, too: a person looks.
            passed("tax_share_15_of_115", _usual_share(total_paid, tax_paid), advisory=True),
            _hash_signature(tags) if signed else impossible("hash_signature"),
            impossible("total_covered_by_signature"),
        ),
        device=hashlib.sha256(tags[_KEY]).hexdigest() if signed else None,
        weak_key="" if signed else f"{vat} {written} {total_paid} {tax_paid}",
    )


def _tags(raw: bytes) -> Mapping[int, bytes]:
    """Tags 1 to 9 in their order: the first five, or at least eight. ValueError for others."""
    found: dict[int, bytes] = {}
    at = 0
    while at < len(raw):
        tag, size = raw[at], raw[at + 1]
        value = raw[at + 2 : at + 2 + size]
        if tag != len(found) + 1 or tag > _STAMP or len(value) != size:
            raise ValueError("tag")
        found[tag] = value
        at += 2 + size
    if len(found) not in (_TAX, _KEY, _STAMP):
        raise ValueError("tags")
    return found


def _text(tags: Mapping[int, bytes], tag: int) -> str:
    text = tags[tag].decode("utf-8").strip()
    if not text or not text.isprintable():
        raise ValueError("text")
    return text


def _money(text: str) -> Decimal:
    return amount(text.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+\.\d\d", text) else text)


def _moment(written: str) -> str | None:
    """None for a form nobody prescribed ("22/11/2021 03:00 am"): the day is then unknown."""
    try:
        return iso(zoned(written))
    except ValueError:
        pass
    try:
        return moment(written, *_TIMES)
    except ValueError:
        return None


def _usual_share(total: Decimal, tax: Decimal) -> bool:
    part, whole = _TAX_SHARE
    return abs(total * part - tax * whole) <= _ROUNDING * whole


def _hash(tags: Mapping[int, bytes]) -> bytes:
    return from_base64(_text(tags, _HASH))


def _hash_signature(tags: Mapping[int, bytes]) -> Check:
    """ECDSA on secp256k1 over the hash of the invoice; some programs sign it without hashing again,
    and either is accepted.
    """
    key, pair = tags[_KEY], der_pair(from_base64(_text(tags, _SIGNATURE)))
    hash_of_invoice = _hash(tags)
    if len(hash_of_invoice) != 32 or pair is None or not key.startswith(_KEY_HEAD):
        return passed("hash_signature", holds=False)
    point = key[len(_KEY_HEAD) :]
    holds = any(
        ecdsa_pair_verifies("secp256k1", point, pair, hash_of_invoice, "sha256", hashed=hashed)
        for hashed in (False, True)
    )
    return passed("hash_signature", holds)


SCHEME = Scheme("sa-zatca", _looks_like, _read)
