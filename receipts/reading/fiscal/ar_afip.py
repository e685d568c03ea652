"""Argentina: a link whose `p` is base64 of JSON with the issuer, point of sale, number and total.

Two shapes are about: numbers, as specified, and texts padded with zeros whose amounts have implied
decimals. One library wrapped the base64 as `b'…'`. The buyer's document is read over.
"""

from __future__ import annotations

import base64
import re
from decimal import Decimal

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, passed
from receipts.reading.fiscal.flat_json import Values, flat_object, words
from receipts.reading.fiscal.links import is_at, link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import ar_cuit
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_HOSTS = frozenset({"www.afip.gob.ar", "afip.gob.ar", "www.arca.gob.ar", "arca.gob.ar"})
_WRAPPED = re.compile(r"b'(.*)'|b\"(.*)\"", re.ASCII)
_CUIT = re.compile(r"\d{11}", re.ASCII)
_NUMBER = re.compile(r"\d{1,15}", re.ASCII)
_AUTHORISED = re.compile(r"\d{14}", re.ASCII)
_PADDING = re.compile(r"^0+(?=\d)", re.ASCII)
_PADDED = re.compile(r"0\d{3,17}", re.ASCII)
_CURRENCIES = {"PES": "ARS", "DOL": "USD", "060": "EUR", "012": "BRL", "011": "UYU"}
# Credit notes of each letter, of tickets, and of small companies' electronic credit invoices.
_REFUNDS = frozenset({3, 8, 13, 21, 53, 90, 110, 112, 113, 114, 119, 203, 208, 213})
_PAYMENTS = frozenset({4, 9, 15, 54, 205, 210, 215})  # receipts for money paid on account
_DELIVERIES = frozenset({91, 88})


def _looks_like(payload: Payload) -> bool:
    return is_at(payload.text, _HOSTS, "/fe/qr")


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    said = flat_object(_decoded(parameters(found.query if found else "")["p"]))
    cuit, kind = words(said, "cuit"), _whole(said, "tipoCmp")
    point, number = _whole(said, "ptoVta"), _whole(said, "nroCmp")
    if not _CUIT.fullmatch(cuit):
        raise ValueError("cuit")
    return Claim(
        scheme="ar-afip",
        merchant=cuit,
        receipt=f"{cuit}-{kind}-{point}-{number}",
        total=_total(said),
        currency=_CURRENCIES[words(said, "moneda").upper()],
        issued_at=moment(words(said, "fecha"), "YYYY-MM-DD"),
        kind=_kind(kind),
        checks=(
            passed("cuit", ar_cuit(cuit)),
            passed("cae_14_digits", bool(_AUTHORISED.fullmatch(words(said, "codAut")))),
        ),
        device=f"{cuit}-{kind}-{point}",
        counter=number,
    )


def _decoded(text: str) -> str:
    wrapped = _WRAPPED.fullmatch(text)
    inner = (wrapped[1] or wrapped[2] or "") if wrapped else text
    inner = inner.replace("-", "+").replace("_", "/").rstrip("=")
    return base64.b64decode(inner + "=" * (-len(inner) % 4), validate=True).decode("utf-8")


def _whole(said: Values, name: str) -> int:
    text = words(said, name)
    if not _NUMBER.fullmatch(text):
        raise ValueError(name)
    return int(text)


def _total(said: Values) -> Decimal:
    """A number or a text with a point means what it says; padded digits end in two decimals.

    Digits in quotes without padding could mean both: refused, not guessed.
    """
    value = said["importe"]
    text = words(said, "importe")
    if isinstance(value, Decimal) or "." in text:
        return amount(_PADDING.sub("", text))
    if not _PADDED.fullmatch(text):
        raise ValueError("importe")
    return amount(f"{int(text[:-2])}.{text[-2:]}")


def _kind(number: int) -> DocumentKind:
    if number in _REFUNDS:
        return DocumentKind.REFUND
    if number in _PAYMENTS:
        return DocumentKind.ADVANCE
    return DocumentKind.PROFORMA if number in _DELIVERIES else DocumentKind.SALE


SCHEME = Scheme("ar-afip", _looks_like, _read)
