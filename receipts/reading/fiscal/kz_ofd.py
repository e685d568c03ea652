"""Kazakhstan: a link to one of several operators with `i` (ticket), `f` (till), `s` and `t`.

The letters are Russia's, the meaning is not: here `f` is the till's registration, and `i` is given
out by the operator and does not count up, so it is no counter.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_NAMES = frozenset({"i", "f", "s", "t"})
_TILL = re.compile(r"\d{12}", re.ASCII)
_TICKET = re.compile(r"\d{1,20}", re.ASCII)


def _looks_like(payload: Payload) -> bool:
    found = link(payload.text)
    if found is None or not found.host.endswith(".kz"):
        return False
    return {part.partition("=")[0] for part in found.query.split("&")} >= _NAMES


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    said = parameters(found.query if found else "")
    till, ticket = said["f"], said["i"]
    if not _TILL.fullmatch(till) or not _TICKET.fullmatch(ticket):
        raise ValueError("till or ticket")
    return Claim(
        scheme="kz-ofd",
        merchant=till,
        receipt=f"{till}:{int(ticket)}",
        total=amount(said["s"]),
        currency="KZT",
        issued_at=moment(said["t"], "YYYYMMDDThhmmss", "YYYYMMDDThhmm"),
        kind=DocumentKind.SALE,
        checks=(passed("shape", True), impossible("fiscal_sign")),
        device=till,
    )


SCHEME = Scheme("kz-ofd", _looks_like, _read)
