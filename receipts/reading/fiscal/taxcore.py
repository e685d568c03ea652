"""TaxCore: the link on receipts of Serbia and Fiji, a block of bytes in base64 behind `vl=`.

The block ends in its own MD5 from version 3 on, which finds typing errors and no forger; the
signature of the device needs its certificate. The buyer's id is skipped, never kept.
"""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from decimal import Decimal

from loyalty.money import LARGEST_MINOR
from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.binary import from_base64
from receipts.reading.fiscal.links import link, parameters
from receipts.reading.fiscal.moments import epoch_ms, iso
from receipts.reading.payload import Payload
from receipts.reading.scheme import Scheme

# Domains of tax authorities: the one host that checks real receipts, and the currency. Every other
# host of the domain is a test system.
_DOMAINS = {
    "purs.gov.rs": ("suf.purs.gov.rs", "RSD"),
    "frcs.org.fj": ("vms.frcs.org.fj", "FJD"),
}
_DEVICE = re.compile(rb"[0-9A-Z]{8}")
_HEAD = struct.Struct("<B8s8sIIQ")  # amount and counters are little-endian …
_TIME = struct.Struct(">QBBB")  # … and the time is not
_ENCRYPTED = (256, 512)
_SIGNATURE = 256
_MD5 = 16
_VERSIONS = (2, 3)
_INVOICES = (
    DocumentKind.SALE,
    DocumentKind.PROFORMA,
    DocumentKind.COPY,
    DocumentKind.TRAINING,
    DocumentKind.ADVANCE,
)


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands in front of the encrypted part."""

    version: int
    requested_by: str
    signed_by: str
    counter: int
    amount: int
    milliseconds: int
    kind: DocumentKind


def _looks_like(payload: Payload) -> bool:
    found = link(payload.text)
    return found is not None and _domain(found.host) in _DOMAINS and "vl=" in found.query


def _domain(host: str) -> str:
    return ".".join(host.split(".")[-3:])


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    found = link(payload.text)
    if found is None:
        raise ValueError("link")
    production, currency = _DOMAINS[_domain(found.host)]
    # A plus inside base64 may have become a blank on its way.
    raw = from_base64(parameters(found.query)["vl"].replace(" ", "+"))
    block = _block(raw)
    return Claim(
        scheme=SCHEME.name,
        merchant=block.requested_by,
        receipt=f"{block.requested_by}-{block.signed_by}-{block.counter}",
        total=_total(block.amount),
        currency=currency,
        issued_at=iso(epoch_ms(block.milliseconds), "milliseconds"),
        kind=block.kind,
        checks=(
            _md5(raw, block.version),
            passed("host", found.host == production),
            impossible("device_signature"),
        ),
        device=block.signed_by,
        counter=block.counter,
    )


def _block(raw: bytes) -> _Block:
    head = _HEAD.size + _TIME.size
    if len(raw) < head:
        raise ValueError("too short")
    version, requested_by, signed_by, counter, _, figure = _HEAD.unpack_from(raw)
    milliseconds, invoice, transaction, buyer = _TIME.unpack_from(raw, _HEAD.size)
    digest = _MD5 if version > 2 else 0
    rest = len(raw) - head - buyer - _SIGNATURE - digest
    if version not in _VERSIONS or rest not in _ENCRYPTED:
        raise ValueError("layout")
    if not _DEVICE.fullmatch(requested_by) or not _DEVICE.fullmatch(signed_by):
        raise ValueError("device")
    if invoice >= len(_INVOICES) or transaction > 1:
        raise ValueError("type")
    kind = DocumentKind.REFUND if transaction else _INVOICES[invoice]
    names = requested_by.decode(), signed_by.decode()
    return _Block(version, *names, counter, figure, milliseconds, kind)


def _total(figure: int) -> Decimal:
    """From ten-thousandths; with two decimals, and four only where it has them."""
    if figure > LARGEST_MINOR * 100:
        raise ValueError("amount")
    cents, rest = divmod(figure, 100)
    return Decimal(figure).scaleb(-4) if rest else Decimal(cents).scaleb(-2)


def _md5(raw: bytes, version: int) -> Check:
    if version < 3:
        return impossible("md5")
    found = hashlib.md5(raw[:-_MD5], usedforsecurity=False).digest()
    return passed("md5", found == raw[-_MD5:])


SCHEME = Scheme("taxcore", _looks_like, _read)
