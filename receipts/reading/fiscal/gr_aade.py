"""Greece: a link whose `SIG` is device (11), number (8), signature (40) and total, run together.

Newer devices end the signature in the minute of the receipt; older ones state no time at all.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import Link, link, parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_HOST = "www1.aade.gr"
_PATH = "/myweb/q1.php"
_SIG = re.compile(r"([A-Z]{3}\d{8})(\d{8})([0-9A-F]{40})(\d{1,9}[.,]\d{2})", re.ASCII)


def _link(payload: Payload) -> Link | None:
    return link(payload.text.strip().replace(" ", ""))


def _looks_like(payload: Payload) -> bool:
    found = _link(payload)
    return found is not None and found.path.lower().endswith(_PATH) and "SIG=" in found.query


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    found = _link(payload)
    if found is None:
        raise ValueError("no link")
    signed = parameters(found.query)["SIG"].replace(" ", "").replace("+", "").upper()
    parts = _SIG.fullmatch(signed)
    if parts is None:
        raise ValueError("SIG")
    device, number, signature, total = parts.groups()
    return Claim(
        scheme="gr-aade",
        merchant=device,
        receipt=f"{device}:{number}",
        total=amount(total.replace(",", ".")),
        currency="EUR",
        issued_at=_minute(signature),
        kind=DocumentKind.SALE,
        checks=(
            passed("shape", True),
            passed("host", found.host == _HOST),
            impossible("signature"),
        ),
        device=device,
        counter=int(number),
    )


def _minute(signature: str) -> str | None:
    try:
        return moment(signature[-10:], "YYMMDDhhmm")
    except ValueError:  # an older device: those ten are part of the signature
        return None


SCHEME = Scheme("gr-aade", _looks_like, _read)
