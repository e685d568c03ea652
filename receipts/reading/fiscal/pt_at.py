"""Portugal: the QR code of the tax authority on every invoice and receipt (Portaria 195/2020).

Tax arithmetic and the issuer's number find typing errors; the four characters of the document's
hash need the issuer's key, so nothing here proves that a receipt is genuine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import pt_nif
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = re.compile(r"\s*A:[^*]{1,20}\*B:", re.ASCII)
_NAME = re.compile(r"[A-Z]|[IJK][1-8]", re.ASCII)
_DOCUMENT = re.compile(r"[^/]{1,60}/(\d{1,20})", re.ASCII)
_ATCUD = re.compile(r"(?:[0-9A-Z]{8,}-(\d{1,20})|0)", re.ASCII)
_LONGEST_NUMBER = 15  # digits; more than any till prints, and what a counter holds
_AMOUNT = re.compile(r"-?\d{1,10}\.\d{2}", re.ASCII)
_REQUIRED = "ABCDEFGHNO"
_BASES = tuple(f"{region}{place}" for region in "IJK" for place in (2, 3, 5, 7))
_TAXES = tuple(f"{region}{place}" for region in "IJK" for place in (4, 6, 8))

# Types of documents, field D. Whatever is not listed is no receipt of a sale: an order, a delivery
# note, a table's bill, or a receipt for an invoice that earns by itself.
_KINDS = {
    "FT": DocumentKind.SALE,
    "FS": DocumentKind.SALE,
    "FR": DocumentKind.SALE,
    "NC": DocumentKind.REFUND,
}
# Field E. S: written by the buyer. R repeats documents of another system; F became an invoice.
_STATES = {
    "A": DocumentKind.VOID,
    "S": DocumentKind.PURCHASE,
    "R": DocumentKind.COPY,
    "F": DocumentKind.COPY,
}


def _looks_like(payload: Payload) -> bool:
    return _BEGINS.match(payload.text) is not None


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    fields = _fields(payload.text.strip())
    nif, document, atcud = fields["A"], fields["G"], fields["H"]
    series, number = _counted(atcud)
    return Claim(
        scheme=SCHEME.name,
        merchant=nif,
        receipt=f"{atcud} {document}",
        within=nif,
        total=_money(fields["O"]),
        currency="EUR",
        issued_at=moment(fields["F"], "YYYYMMDD"),
        kind=_kind(fields),
        checks=(
            passed("nif_check_digit", pt_nif(nif)),
            passed("tax_arithmetic", _adds_up(fields)),
            _same_number(document, atcud),
            impossible("hash_characters"),
        ),
        device=f"{nif}-{series}" if series else None,
        counter=number,
    )


def _counted(atcud: str) -> tuple[str, int | None]:
    """The series, which counts its documents one by one, and the number; none for ATCUD 0."""
    found = _ATCUD.fullmatch(atcud)
    if found is None or found[1] is None or len(found[1]) > _LONGEST_NUMBER:
        return "", None
    return atcud[: found.start(1) - 1], int(found[1])


def _fields(text: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for part in text.split("*"):
        name, separator, value = part.partition(":")
        if not separator or not _NAME.fullmatch(name) or name in found:
            raise ValueError("field")
        found[name] = value
    if any(not found.get(name) for name in _REQUIRED):
        raise ValueError("a field is missing")
    return found


def _kind(fields: Mapping[str, str]) -> DocumentKind:
    state = fields["E"]
    if state != "N" and state not in _STATES:
        raise ValueError("state")
    return _STATES.get(state) or _KINDS.get(fields["D"], DocumentKind.PROFORMA)


def _adds_up(fields: Mapping[str, str]) -> bool:
    """Taxes and stamp duty make N; what they are for, what is not taxed, and N make O."""

    def total(*names: str) -> Decimal:
        return sum((_money(fields[name]) for name in names if name in fields), Decimal())

    taxes = total(*_TAXES, "M") == total("N")
    return taxes and total(*_BASES, "L", "N") == total("O")


def _same_number(document: str, atcud: str) -> Check:
    """The number at the end of the document's name stands in its ATCUD, too (0: it has none)."""
    name = "atcud_matches_document_number"
    if atcud == "0":
        return impossible(name)
    written, code = _DOCUMENT.fullmatch(document), _ATCUD.fullmatch(atcud)
    return passed(name, bool(written and code and int(written[1]) == int(code[1])))


def _money(text: str) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise ValueError("amount")
    return amount(text)


SCHEME = Scheme("pt-at", _looks_like, _read)
