"""Austria: the machine-readable code of the Registrierkassensicherheitsverordnung (RKSV, annex).

Signed with ES256 by a device whose certificate is not in the code. The shop enrols the key: 64
bytes, x then y, in KnownKeys under ("at-rksv", till id + ":" + certificate serial); `learn_key`
finds it from two receipts of the till.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from decimal import Decimal

from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.fiscal.binary import from_base64
from receipts.reading.fiscal.moments import moment
from receipts.reading.fiscal.recovery import candidates
from receipts.reading.fiscal.signatures import ecdsa_verifies
from receipts.reading.payload import Payload, amount
from receipts.reading.scheme import Scheme

_BEGINS = re.compile(r"\s*_R\d-[A-Z]{2}\d{1,2}_", re.ASCII)
_AMOUNT = re.compile(r"-?\d{1,10},\d\d", re.ASCII)
_SERIAL = re.compile(r"[0-9A-Za-z:.-]{1,64}", re.ASCII)
_JWS_HEADER = b"eyJhbGciOiJFUzI1NiJ9"  # {"alg":"ES256"}
_BROKEN = b"Sicherheitseinrichtung ausgefallen"
_SPECIAL = {b"STO": DocumentKind.VOID, b"TRA": DocumentKind.TRAINING}


@dataclass(frozen=True, slots=True)
class _Code:
    """The fields behind the leading underscore; `signed` is the text the signature covers."""

    till: str
    number: str
    at: str
    amounts: tuple[str, ...]
    turnover: bytes
    serial: str
    previous: bytes
    signature: bytes
    signed: str

    @property
    def device(self) -> str:
        return f"{self.till}:{self.serial}"

    @property
    def broken(self) -> bool:
        return self.signature == _BROKEN

    @property
    def message(self) -> bytes:
        """What ES256 signs (RFC 7515, 5.1): the header and the code, both in base64url."""
        return _JWS_HEADER + b"." + base64.urlsafe_b64encode(self.signed.encode()).rstrip(b"=")


def learn_key(first: bytes | str, second: bytes | str) -> bytes | None:
    """The key of a till from two different receipts of it, to be enrolled; None where they do not
    agree on exactly one (another till, the same receipt twice, one of them edited).

    The two must be known to be genuine: whoever owns a key can make receipts that agree.
    LoyaltyError as `Payload.of`; ValueError for what is no code of this scheme.
    """
    one, other = (_fields(Payload.of(scanned).text.strip()) for scanned in (first, second))
    if one.device != other.device or one.signed == other.signed or one.broken or other.broken:
        return None
    both = candidates(one.message, one.signature) & candidates(other.message, other.signature)
    return next(iter(both)) if len(both) == 1 else None


def device_of(scanned: bytes | str) -> str:
    """The name under which a receipt's till is enrolled. Errors as `learn_key`."""
    return _fields(Payload.of(scanned).text.strip()).device


def _looks_like(payload: Payload) -> bool:
    return _BEGINS.match(payload.text) is not None


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    code = _fields(payload.text.strip())
    figures = tuple(_money(figure) for figure in code.amounts)
    total = sum(figures, Decimal())
    checks = [_signature(code, keys.get((SCHEME.name, code.device))), _shape(code)]
    if code.broken:
        # The till says that it could not sign: a person decides, as the rule foresees it.
        checks.append(passed("signature_device_working", holds=False, advisory=True))
    return Claim(
        scheme=SCHEME.name,
        merchant=code.till,
        receipt=code.number,
        within=code.device,
        total=total,
        currency="EUR",
        issued_at=moment(code.at, "YYYY-MM-DDThh:mm:ss"),
        kind=_kind(code.turnover, figures, total),
        checks=tuple(checks),
        device=code.serial,
    )


def _fields(text: str) -> _Code:
    signed, _, signature = text.rpartition("_")
    parts = signed.split("_")
    if len(parts) != 13 or not parts[2] or not parts[3]:
        raise ValueError("thirteen fields")
    _, _, till, number, at, *amounts, turnover, serial, previous = parts
    return _Code(
        till,
        number,
        at,
        tuple(amounts),
        from_base64(turnover),
        serial,
        from_base64(previous),
        from_base64(signature),
        signed,
    )


def _kind(turnover: bytes, figures: tuple[Decimal, ...], total: Decimal) -> DocumentKind:
    if turnover in _SPECIAL:
        return _SPECIAL[turnover]
    if total < 0:
        return DocumentKind.REFUND
    return DocumentKind.SALE if any(figures) else DocumentKind.ZERO


def _signature(code: _Code, key: bytes | None) -> Check:
    if key is None or code.broken:
        return impossible("signature")
    point = b"\x04" + key
    holds = ecdsa_verifies("secp256r1", point, code.signature, code.message, "sha256")
    return passed("signature", holds)


def _shape(code: _Code) -> Check:
    """A serial, eight bytes of the receipt before, a signature of 64 bytes (or what stands for it),
    and a turnover of five to sixteen bytes (or the three letters that stand for it).
    """
    holds = (
        _SERIAL.fullmatch(code.serial) is not None
        and len(code.previous) == 8
        and (len(code.signature) == 64 or code.broken)
        and (5 <= len(code.turnover) <= 16 or code.turnover in _SPECIAL)
    )
    return passed("serial_and_shape", holds)


def _money(text: str) -> Decimal:
    if not _AMOUNT.fullmatch(text):
        raise ValueError("amount")
    return amount(text.replace(",", "."))


SCHEME = Scheme("at-rksv", _looks_like, _read)
