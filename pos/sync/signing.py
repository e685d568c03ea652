"""Requests of a terminal, signed: a profile of HTTP Message Signatures (RFC 9421) with Ed25519.

What is signed: method, path, the body's digest (RFC 9530), session and counter, the moment, and
which terminal. Nothing in a log or a proxy can be used again, and it is provable who said what.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from pos.sync.messages import Receipt

DIGEST, SESSION, COUNTER = "content-digest", "regulars-session", "regulars-counter"
INPUT, SIGNATURE = "signature-input", "signature"
WINDOW_S = 300
"""How far the moment of a request may be from head office's own, either way."""
_COVERED = f'("@method" "@path" "{DIGEST}" "{SESSION}" "{COUNTER}")'
_INPUT = re.compile(
    r"terminal=(" + re.escape(_COVERED) + r';created=([0-9]{1,12});keyid="([0-9]{1,5})"'
    r';nonce="([0-9a-f]{32})";alg="ed25519")',
    re.ASCII,
)
_SIGNATURE = re.compile(r"terminal=:([A-Za-z0-9+/]{86}==):", re.ASCII)
_DIGEST = re.compile(r"sha-256=:([A-Za-z0-9+/]{43}=):", re.ASCII)
_SESSION = re.compile(r"[0-9a-f]{0,64}", re.ASCII)
_COUNTER = re.compile(r"[0-9]{1,18}", re.ASCII)


class SigningError(Exception):
    """A request that cannot be believed: `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Signed:
    """What a request says of itself, its digest checked, its signature not yet."""

    terminal: int
    session: bytes
    ctr: int
    created_s: int
    signature: bytes
    base: bytes

    def check(self, public: bytes) -> None:
        """SigningError `signature-wrong` unless the owner of `public` (32 bytes) signed it."""
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(self.signature, self.base)
        except (InvalidSignature, ValueError):
            raise SigningError("signature-wrong") from None


def sign(
    private: bytes,
    terminal: int,
    path: str,
    session: bytes,
    ctr: int,
    created_s: int,
    nonce: bytes,
    body: bytes,
) -> dict[str, str]:
    """The headers of a POST to `path`. `private`: 32 bytes; `created_s`: Unix seconds by head
    office's clock, as far as it is known; `nonce`: 16 bytes drawn anew, so that no two are alike.
    """
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    headers = {
        DIGEST: f"sha-256=:{digest}:",
        SESSION: session.hex(),
        COUNTER: str(ctr),
    }
    params = f'{_COVERED};created={created_s};keyid="{terminal}";nonce="{nonce.hex()}"'
    params += ';alg="ed25519"'
    made = Ed25519PrivateKey.from_private_bytes(private).sign(_base("POST", path, headers, params))
    headers[INPUT] = f"terminal={params}"
    headers[SIGNATURE] = f"terminal=:{base64.b64encode(made).decode()}:"
    return headers


def read_signed(method: str, path: str, headers: Mapping[str, str], body: bytes) -> Signed:
    """What a request claims; header names in lower case.

    SigningError `signature-missing`, `signature-unreadable`, `body-altered`.
    """
    if INPUT not in headers or SIGNATURE not in headers:
        raise SigningError("signature-missing")
    found = _INPUT.fullmatch(headers[INPUT])
    signature = _SIGNATURE.fullmatch(headers[SIGNATURE])
    digest = _DIGEST.fullmatch(headers.get(DIGEST, ""))
    session = _SESSION.fullmatch(headers.get(SESSION, "absent"))
    ctr = _COUNTER.fullmatch(headers.get(COUNTER, ""))
    if not (found and signature and digest and session and ctr) or len(session[0]) % 2:
        _unreadable()
    if _plain(digest[1]) != hashlib.sha256(body).digest():
        raise SigningError("body-altered")
    params, created, terminal, _ = found.groups()
    return Signed(
        terminal=int(terminal),
        session=bytes.fromhex(session[0]),
        ctr=int(ctr[0]),
        created_s=int(created),
        signature=_plain(signature[1]),
        base=_base(method, path, headers, params),
    )


def receipt_bytes(made: Receipt) -> bytes:
    """What head office signs of a receipt."""
    told = (made.terminal, made.epoch, made.seq, made.at_ms, made.own_epoch, made.own_seq)
    return b"regulars-receipt-1:" + ":".join(map(str, told)).encode() + b":" + made.hash


def receipt_check(office: bytes) -> Callable[[Receipt], bool]:
    """Whether a receipt was signed by head office, whose public key (32 bytes) this is."""
    key = Ed25519PublicKey.from_public_bytes(office)

    def check(made: Receipt) -> bool:
        try:
            key.verify(made.signature, receipt_bytes(made))
        except InvalidSignature:
            return False
        return True

    return check


def _plain(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        _unreadable()


def _unreadable() -> NoReturn:
    raise SigningError("signature-unreadable")


def _base(method: str, path: str, headers: Mapping[str, str], params: str) -> bytes:
    """The signature base (RFC 9421, 2.5)."""
    lines = [f'"@method": {method}', f'"@path": {path}']
    lines += [f'"{name}": {headers[name]}' for name in (DIGEST, SESSION, COUNTER)]
    return "\n".join([*lines, f'"@signature-params": {params}']).encode()
