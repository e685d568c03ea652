"""Montenegro and Albania, who share one system: parameters behind `#/verify?`, not in the query.

The plus of the time's offset arrives as `+`, `%2B`, a blank or `%20`, and means the same in each.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Claim, DocumentKind, KnownKeys, passed
from receipts.reading.fiscal.links import Link, link, parameters
from receipts.reading.fiscal.moments import iso, zoned
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = "/verify?"
_PARAMETERS = frozenset({"iic", "tin", "crtd", "ord", "bu", "cr", "sw", "prc"})
_IIC = re.compile(r"[0-9A-F]{32}", re.ASCII)
_RECEIPT = re.compile(r"[0-9A-Z]{1,64}", re.ASCII)
_TIN = re.compile(r"[0-9A-Z]{6,15}", re.ASCII)


def _link(payload: Payload) -> Link | None:
    return link(payload.text.strip().replace(" ", "+"))


def _scheme(name: str, domain: str, host: str, currency: str) -> Scheme:
    """`domain`: whose links are known at all; `host`: the one that is not a test system."""

    def looks_like(payload: Payload) -> bool:
        found = _link(payload)
        if found is None or not found.host.endswith(domain):
            return False
        return found.fragment.startswith(_BEGINS)

    def read(payload: Payload, _keys: KnownKeys) -> Claim:
        found = _link(payload)
        if found is None:
            raise ValueError("no link")
        said = parameters(found.fragment.removeprefix(_BEGINS))
        receipt, merchant = said["iic"].upper(), said["tin"].upper()
        if not _TIN.fullmatch(merchant) or not _RECEIPT.fullmatch(receipt):
            raise ValueError("tin or iic")
        present = {parameter for parameter, value in said.items() if value}
        return Claim(
            scheme=name,
            merchant=merchant,
            receipt=receipt,
            total=amount(said["prc"]),
            currency=currency,
            issued_at=iso(zoned(said["crtd"].replace(" ", "+"))),
            kind=DocumentKind.SALE,
            checks=(
                passed("iic_shape", bool(_IIC.fullmatch(receipt))),
                passed("parameters_present", present >= _PARAMETERS),
                passed("host", found.host == host),
            ),
        )

    return Scheme(name, looks_like, read)


MONTENEGRO = _scheme("me-efi", ".tax.gov.me", "mapr.tax.gov.me", "EUR")
ALBANIA = _scheme("al-efi", ".tatime.gov.al", "efiskalizimi-app.tatime.gov.al", "ALL")
