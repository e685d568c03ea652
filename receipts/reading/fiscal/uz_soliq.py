"""Uzbekistan: `t` terminal, `r` receipt, `c` time, `s` the fiscal sign, which is not a sum.

The code holds no total: a person has to key it.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, passed
from receipts.reading.fiscal.links import is_at, link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload
from receipts.reading.scheme import Scheme

_HOSTS = frozenset({"ofd.soliq.uz"})
_TERMINAL = re.compile(r"[A-Z]{2}\d{12}", re.ASCII)
_NUMBER = re.compile(r"\d{1,12}", re.ASCII)


def _looks_like(payload: Payload) -> bool:
    return is_at(payload.text, _HOSTS, "/check")


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    said = parameters(found.query if found else "")
    terminal, number = said["t"].upper(), said["r"]
    if not _TERMINAL.fullmatch(terminal):
        raise ValueError("terminal")
    if not _NUMBER.fullmatch(number) or not _NUMBER.fullmatch(said["s"]):
        raise ValueError("number")
    return Claim(
        scheme="uz-soliq",
        merchant=terminal,
        receipt=f"{terminal}:{int(number)}",
        total=None,
        currency="UZS",
        issued_at=moment(said["c"], "YYYYMMDDhhmmss"),
        kind=DocumentKind.SALE,
        checks=(passed("shape", True),),
        device=terminal,
        counter=int(number),
    )


SCHEME = Scheme("uz-soliq", _looks_like, _read)
