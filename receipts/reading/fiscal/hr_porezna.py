"""Croatia: a link with `jir` or `zki` (the receipt), `datv` (the minute) and mostly `izn`.

Amounts come in two notations: with a comma or point they are units, digits alone are cents. Before
2023 they are kuna. The shop is not inside: a person has to say whose receipt it is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import is_at, link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_HOSTS = frozenset({"porezna.gov.hr", "www.porezna.gov.hr"})
_JIR = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_ZKI = re.compile(r"[0-9a-f]{32}", re.ASCII)
_UNITS = re.compile(r"\d{1,9}[,.]\d{1,2}", re.ASCII)
_CENTS = re.compile(r"\d{1,11}", re.ASCII)
_EURO_SINCE = "2023"


def _looks_like(payload: Payload) -> bool:
    return is_at(payload.text, _HOSTS, "/rn")


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    said = parameters(found.query if found else "")
    issued_at = moment(said["datv"], "YYYYMMDD_hhmm")
    return Claim(
        scheme="hr-porezna",
        merchant=None,
        receipt=_receipt(said.get("jir", "").lower(), said.get("zki", "").lower()),
        total=_total(said["izn"]) if said.get("izn") else None,
        currency="EUR" if issued_at >= _EURO_SINCE else "HRK",
        issued_at=issued_at,
        kind=DocumentKind.SALE,
        checks=(passed("shape", True), impossible("merchant")),
    )


def _receipt(jir: str, zki: str) -> str:
    if jir and _JIR.fullmatch(jir):
        return jir
    if not jir and _ZKI.fullmatch(zki):
        return zki
    raise ValueError("jir or zki")


def _total(text: str) -> Decimal:
    if _UNITS.fullmatch(text):
        return amount(text.replace(",", "."))
    if _CENTS.fullmatch(text):
        return amount(f"{text.zfill(3)[:-2]}.{text[-2:].zfill(2)}")
    raise ValueError("izn")


SCHEME = Scheme("hr-porezna", _looks_like, _read)
