"""Colombia: lines `NumFac: …`, `FecFac: …`, … or with `=`, ended by the CUFE and often a link.

The CUFE is a hash that needs the issuer's technical key. The buyer (`DocAdq`) is read over.
"""

from __future__ import annotations

import re
from decimal import Decimal

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import link
from receipts.reading.fiscal.moments import iso, moment, zoned
from receipts.reading.fiscal.tax_numbers import co_nit
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_NAME = re.compile(r"[ \t]*([A-Za-z]{3,12})[ \t]*[:=]", re.ASCII)
_MOST_LINES = 40
_AMOUNT = re.compile(r"\d{1,12}(?:\.\d{1,2})?", re.ASCII)  # three decimals could be thousands
_CUFE = re.compile(r"[0-9a-f]{40}|[0-9a-f]{96}", re.ASCII)
_NIT = re.compile(r"(\d{6,15})(?:-\d)?", re.ASCII)
_NUMBER = re.compile(r"[0-9A-Za-z-]{1,24}", re.ASCII)
_PARTS = ("ValFac", "ValIva", "ValOtroIm")
_TEST_RANGE = re.compile(r"SETP-?99\d{7}", re.ASCII)  # numbers the office gives out for trials
_TEST_HOST = "catalogo-vpfe-hab.dian.gov.co"


def _looks_like(payload: Payload) -> bool:
    return bool(re.match(r"\s*NumFac\s*[:=]", payload.text, re.ASCII))


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    said = _lines(payload.text)
    nit, cufe = _NIT.fullmatch(said["NitFac"]), said["CUFE"].lower()
    if not nit or not _CUFE.fullmatch(cufe) or not _NUMBER.fullmatch(said["NumFac"]):
        raise ValueError("issuer, number or cufe")
    total = _amount(said["ValTolFac"])
    parts = [_amount(said[name]) for name in _PARTS if name in said]
    return Claim(
        scheme="co-dian",
        merchant=nit[1],
        receipt=cufe,
        total=total,
        currency="COP",
        issued_at=_issued_at(said["FecFac"], said.get("HorFac", "")),
        kind=DocumentKind.SALE,
        checks=(
            _nit(said["NitFac"]),
            passed("arithmetic", sum(parts, Decimal(0)) == total),
            passed("environment", not _is_trial(said)),
            impossible("cufe"),
        ),
    )


def _lines(text: str) -> dict[str, str]:
    """Names to values; a line that has none, as a bare link, is passed over."""
    found: dict[str, str] = {}
    lines = text.strip().splitlines()
    if len(lines) > _MOST_LINES:
        raise ValueError("lines")
    for line in lines:
        if link(line) is not None:
            found["QRCode"] = line.strip()
        elif name := _NAME.match(line):
            if name[1] in found:
                raise ValueError("twice")
            found[name[1]] = line[name.end() :].strip()
    return found


def _amount(text: str) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise ValueError("amount")
    return amount(text)


def _nit(number: str) -> Check:
    """Most codes leave the number's check digit out."""
    return passed("nit", co_nit(number)) if "-" in number else impossible("nit")


def _issued_at(day: str, time: str) -> str:
    if not time:
        return moment(day, "YYYY-MM-DD")
    if len(time) > len("hh:mm:ss"):
        return iso(zoned(f"{day}T{time}"))
    return moment(f"{day}T{time}", "YYYY-MM-DDThh:mm:ss", "YYYY-MM-DDThh:mm")


def _is_trial(said: dict[str, str]) -> bool:
    found = link(said.get("QRCode", ""))
    at_trial = found is not None and found.host == _TEST_HOST
    return at_trial or bool(_TEST_RANGE.fullmatch(said["NumFac"]))


SCHEME = Scheme("co-dian", _looks_like, _read)
