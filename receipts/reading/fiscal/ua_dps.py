"""Ukraine: a link to the tax cabinet with `fn` (till), `id`, `date`, `time`, `sm` and often `mac`.

The `mac` is keyed. A receipt made while the till was offline has an `id` of three parts, so the
number does not count up and no order of time can be read from it.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import is_at, link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_HOSTS = frozenset({"cabinet.tax.gov.ua"})
_TILL = re.compile(r"\d{10}", re.ASCII)
_ID = re.compile(r"\d{1,20}(?:\.\d{1,10}){0,3}", re.ASCII)


def _looks_like(payload: Payload) -> bool:
    return is_at(payload.text, _HOSTS, "/cashregs/check")


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    said = parameters(found.query if found else "")
    till, number = said["fn"], said["id"]
    if not _TILL.fullmatch(till) or not _ID.fullmatch(number):
        raise ValueError("till or number")
    return Claim(
        scheme="ua-dps",
        merchant=till,
        receipt=f"{till}:{number}",
        total=amount(said["sm"]),
        currency="UAH",
        issued_at=moment(said["date"] + said["time"], "YYYYMMDDhhmmss", "YYYYMMDDhhmm"),
        kind=DocumentKind.SALE,
        checks=(passed("shape", True), impossible("mac")),
        device=till,
    )


SCHEME = Scheme("ua-dps", _looks_like, _read)
