"""Uruguay: a link whose query is a list: RUT, type, series, number, total, date, hash.

Issuers write the date in two orders; a year of this century never fits both. The number is unique
for its issuer only. The code names no currency: it is the document's, mostly pesos.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import is_at, link, unescaped
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import uy_rut
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_HOSTS = frozenset({"www.efactura.dgi.gub.uy", "efactura.dgi.gub.uy"})
_RUT = re.compile(r"\d{12}", re.ASCII)
_TYPE = re.compile(r"[12]\d\d", re.ASCII)
_SERIES = re.compile(r"[A-Z]{1,2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_REFUNDS = frozenset({"102", "112", "122", "132", "142", "152"})
_NOT_SOLD = frozenset({"124", "181", "182"})  # goods under way, and tax withheld
_OFFLINE = {"2": "1"}  # types made without a line: 201 is 101 again


def _looks_like(payload: Payload) -> bool:
    return is_at(payload.text, _HOSTS, "/consultaqr/cfe")


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    fields = unescaped(found.query if found else "").split(",")
    if len(fields) != 7:
        raise ValueError("fields")
    rut, kind, series, number, total, day, _ = (field.strip() for field in fields)
    if not _TYPE.fullmatch(kind) or not _SERIES.fullmatch(series):
        raise ValueError("type or series")
    if not _RUT.fullmatch(rut) or not _NUMBER.fullmatch(number):
        raise ValueError("number")
    return Claim(
        scheme="uy-dgi",
        merchant=rut,
        receipt=f"{kind}-{series}-{int(number)}",
        within=rut,
        total=amount(total),
        currency="UYU",
        issued_at=_day(day),
        kind=_kind(kind),
        checks=(passed("rut", uy_rut(rut)), impossible("hash")),
    )


def _day(text: str) -> str:
    if text.startswith("20") and text[4:6] <= "12":
        return moment(text, "YYYYMMDD")
    return moment(text, "DDMMYYYY", "DD/MM/YYYY")


def _kind(number: str) -> DocumentKind:
    online = _OFFLINE.get(number[0], number[0]) + number[1:]
    if online in _REFUNDS:
        return DocumentKind.REFUND
    return DocumentKind.PROFORMA if online in _NOT_SOLD else DocumentKind.SALE


SCHEME = Scheme("uy-dgi", _looks_like, _read)
