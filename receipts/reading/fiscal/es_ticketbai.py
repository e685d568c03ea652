"""Spain, the Basque provinces: the TicketBAI link with an identifier and two CRC-8s.

Both are computed over the text as it was scanned, escapes included. One insertion in 256 leaves a
CRC-8 as it was: it finds typing errors. The 13 characters of the signature cannot be checked.
"""

from __future__ import annotations

import re

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.crc import crc8
from receipts.reading.fiscal.links import is_at, link, unescaped
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.tax_numbers import es_nif
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

# Bizkaia, Gipuzkoa, Araba: where receipts are checked, and where their makers try things out.
_HOSTS = frozenset({"batuz.eus", "tbai.egoitza.gipuzkoa.eus", "ticketbai.araba.eus"})
_TEST_HOSTS = frozenset({"tbai.prep.gipuzkoa.eus", "pruebas-ticketbai.araba.eus"})
_CODE = re.compile(
    r"(?P<body>[^?]*\?id=(?P<tbai>TBAI-(?P<nif>[0-9A-Z]{9})-(?P<day>\d{6})-[^&?#\s]{13}-)"
    r"(?P<crc_id>\d{3})&s=(?P<series>[^&#\s]{0,80})&nf=(?P<number>[^&#\s]{1,80})"
    r"&i=(?P<total>-?\d{1,12}(?:\.\d{1,2})?))&cr=(?P<crc>\d{3})",
    re.ASCII,
)


def _looks_like(payload: Payload) -> bool:
    return is_at(payload.text, _HOSTS | _TEST_HOSTS, "/") and "id=TBAI-" in payload.text


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    text = payload.text.strip()
    found, address = _CODE.fullmatch(text), link(text)
    if found is None or address is None:
        raise ValueError("fields")
    series, number = (unescaped(found[name]).strip() for name in ("series", "number"))
    total, issued_at = amount(found["total"]), moment(found["day"], "DDMMYY")
    return Claim(
        scheme=SCHEME.name,
        merchant=found["nif"],
        receipt=f"{series}/{number}",
        within=f"{found['nif']}/{issued_at}",  # what identifies an invoice by law
        total=total,
        currency="EUR",
        issued_at=issued_at,
        kind=DocumentKind.REFUND if total < 0 else DocumentKind.SALE,
        checks=(
            passed("crc8_id", crc8(found["tbai"].encode()) == int(found["crc_id"])),
            passed("crc8_url", crc8(found["body"].encode()) == int(found["crc"])),
            passed("nif_letter", es_nif(found["nif"])),
            impossible("signature_characters"),
            *_test_system(address.host),
        ),
    )


def _test_system(host: str) -> tuple[Check, ...]:
    return () if host in _HOSTS else (passed("host", holds=False),)


SCHEME = Scheme("es-ticketbai", _looks_like, _read)
