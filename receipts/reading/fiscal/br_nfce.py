"""Brazil, NFC-e: a link whose `p` begins with the receipt's key of 44 characters.

Each of 27 states has hosts of its own, so the key is what is known again, not the host. Printed
online the code holds neither day nor total; printed offline it has both, and its key says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import br_check, br_cnpj
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = re.compile(r"(?:.*&)?p=\d{6}[0-9A-Z]{12}\d{26}(?:\||%7C)", re.ASCII | re.IGNORECASE)
_KEY = re.compile(r"\d{6}[0-9A-Z]{12}\d{26}", re.ASCII)
_ONLINE = {"2": (5,), "3": (3,)}  # how many fields a version has when it was printed online
_OFFLINE = {"2": (8,), "3": (6, 7, 8)}
_OFFLINE_EMISSION = "9"
_LETTERS_SINCE = "2607"  # before, a letter in a company's number is a changed digit: F counts as 0
_ENVIRONMENTS = {"1": True, "2": False}  # 2: the state's test system


@dataclass(frozen=True, slots=True)
class _Key:
    """The key cut at its fixed widths (state 2, YYMM 4, company 14, model 2, series 3, …)."""

    text: str

    @property
    def month(self) -> str:
        return self.text[2:6]

    @property
    def company(self) -> str:
        return self.text[6:20]

    @property
    def model(self) -> str:
        return self.text[20:22]

    @property
    def series(self) -> str:
        return self.text[22:25]

    @property
    def number(self) -> int:
        return int(self.text[25:34])

    @property
    def emission(self) -> str:
        return self.text[34]


def _looks_like(payload: Payload) -> bool:
    found = link(payload.text)
    return found is not None and bool(_BEGINS.match(found.query))


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    fields = parameters(found.query if found else "")["p"].split("|")
    if not _KEY.fullmatch(fields[0]):
        raise ValueError("key")
    key = _Key(fields[0])
    if key.month < _LETTERS_SINCE and not key.company.isdecimal():
        raise ValueError("letters")
    issued_at, total = _day_and_total(key, fields)
    return Claim(
        scheme="br-nfce",
        merchant=key.company,
        receipt=key.text,
        total=total,
        currency="BRL",
        issued_at=issued_at,
        kind=DocumentKind.SALE,
        checks=(
            passed("key_mod11", br_check(key.text[:43]) == int(key.text[43])),
            passed("cnpj", br_cnpj(key.company)),
            passed("model_65", key.model == "65"),
            passed("environment", _ENVIRONMENTS[fields[2]]),
            impossible("hash"),
        ),
        device=f"{key.company}-{key.series}",
        counter=key.number,
    )


def _day_and_total(key: _Key, fields: list[str]) -> tuple[str, Decimal | None]:
    """A day and a total may only stand where the key itself says that it was printed offline."""
    if len(fields) in _ONLINE[fields[1]]:
        return moment(key.month, "YYMM"), None
    if len(fields) not in _OFFLINE[fields[1]] or key.emission != _OFFLINE_EMISSION:
        raise ValueError("fields")
    return moment(key.month + fields[3], "YYMMDD"), amount(fields[4])


SCHEME = Scheme("br-nfce", _looks_like, _read)
