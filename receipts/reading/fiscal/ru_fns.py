"""Russia: `t=…&s=…&fn=…&i=…&fp=…&n=…` of a till with a fiscal drive, in any order.

The shop is not inside; its drive (`fn`) is, and one lives 15 to 36 months. `fp` is made with a key
inside the drive: nobody can check it offline. Times are the till's own.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.links import parameters
from receipts.reading.fiscal.moments import moment
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_NAMES = frozenset({"t", "s", "fn", "i", "fp", "n"})
_DRIVE = re.compile(r"\d{16}", re.ASCII)
_NUMBER = re.compile(r"\d{1,10}", re.ASCII)
_KINDS = {
    "1": DocumentKind.SALE,
    "2": DocumentKind.REFUND,
    "3": DocumentKind.PURCHASE,
    "4": DocumentKind.PURCHASE_REFUND,
}


def _looks_like(payload: Payload) -> bool:
    names = {part.partition("=")[0] for part in payload.text.strip().split("&")}
    return names >= {"fn", "i", "fp"} and "://" not in payload.text


def _read(payload: Payload, _keys: KnownKeys) -> Claim:
    said = parameters(payload.text.strip())
    drive, number, sign = said["fn"], said["i"], said["fp"]
    if said.keys() - _NAMES or not _DRIVE.fullmatch(drive):
        raise ValueError("drive")
    if not _NUMBER.fullmatch(number) or not _NUMBER.fullmatch(sign):
        raise ValueError("number")
    return Claim(
        scheme="ru-fns",
        merchant=drive,
        receipt=f"{drive}:{int(number)}",
        total=amount(said["s"]),
        currency="RUB",
        issued_at=moment(said["t"], "YYYYMMDDThhmmss", "YYYYMMDDThhmm"),
        kind=_KINDS[said["n"]],
        checks=(passed("shape", True), impossible("fiscal_sign")),
        device=drive,
        counter=int(number),
    )


SCHEME = Scheme("ru-fns", _looks_like, _read)
