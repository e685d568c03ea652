"""Egypt: a link with the id of a receipt (64 hex digits), its time, total and issuer."""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, passed
from receipts.reading.fiscal.links import link, unescaped
from receipts.reading.fiscal.moments import zoned
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_DOMAIN = ".eta.gov.eg"
_HOST = "invoicing.eta.gov.eg"  # others of the domain are for trials
_PATH = re.compile(r"/receipts/search/([^/]{1,100})/share/([^/]{1,40})/?", re.ASCII)
_ID = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ISSUER = re.compile(r"\d{9}", re.ASCII)


def _looks_like(payload: Payload) -> bool:
    found = link(payload.text)
    if found is None or not found.host.endswith(_DOMAIN):
        return False
    return found.path.startswith("/receipts/search/")


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = link(payload.text)
    path = _PATH.fullmatch(unescaped(found.path)) if found else None
    if found is None or path is None:
        raise ValueError("path")
    receipt, time = path[1].lower(), path[2]
    zoned(time)
    said = dict(part.split(":", 1) for part in unescaped(found.fragment).split(","))
    if not _ISSUER.fullmatch(said["IssuerRIN"]):
        raise ValueError("issuer")
    return Claim(
        scheme="eg-eta",
        merchant=said["IssuerRIN"],
        receipt=receipt,
        total=amount(said["Total"]),
        currency="EGP",
        issued_at=time,
        kind=DocumentKind.SALE,
        checks=(
            passed("uuid_shape", bool(_ID.fullmatch(receipt))),
            passed("host", found.host == _HOST),
        ),
    )


SCHEME = Scheme("eg-eta", _looks_like, _read)
