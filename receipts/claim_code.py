"""The claim code on our own slips: a signed link by which a sale can be credited later, once.

`HTTPS://HOST/R/TOKEN`, upper case throughout, so that a QR code needs its alphanumeric mode and a
phone opens a page. TOKEN is RFC 4648 base32 without padding of 23 bytes and their Ed25519 signature
(RFC 8032); with the public keys anybody can check it offline, and only the till can make it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR, currency

VERSION = 1
NO_PAGE = "REGULARS:"
"""What stands where a shop has no page: no phone opens it, our own readers do."""

_DOMAIN = b"regulars claim code\x00"  # nothing else a terminal signs can be taken for a claim code
_PLAIN = struct.Struct(">BHH7sIBIH")
"""Version, key's fingerprint, store, sale, seconds, total (high byte, rest), currency."""
_BASE32 = re.compile(r"[A-Z2-7]{140}", re.ASCII)
_LONGEST = 1_000  # a URL of ours percent-encoded in every character has 3 x 180


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What a claim code says.

    `at_s`: Unix seconds. `captured`: read off the printer of another POS; then `sale.seq` counts
    what the terminal captured and is no number of its ledger. `key_id`: of the key that signed it
    (`key_id_of`), 0 before it is signed.
    """

    store: int
    sale: SaleNumber
    at_s: int
    total_minor: int
    currency: str
    captured: bool = False
    key_id: int = 0


def new_private_key() -> bytes:
    """A terminal's fresh private key: 32 bytes by chance."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The 32-byte public key that belongs to a private one."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def key_id_of(terminal: int, public: bytes) -> int:
    """The number of a terminal's key: known without asking anybody, as each terminal makes its own.

    The terminal times 65,536, plus two bytes of the key's SHA-256.
    """
    return terminal << 16 | _fingerprint(public)


def token(facts: ClaimFacts, private: bytes) -> str:
    """`facts` signed with a terminal's 32-byte private key: 140 characters.

    LoyaltyError `claim-code-range` for what the layout cannot hold.
    """
    plain = _packed(facts, _fingerprint(public_of(private)))
    signed = plain + Ed25519PrivateKey.from_private_bytes(private).sign(_DOMAIN + plain)
    return base64.b32encode(signed).decode("ascii").rstrip("=")


def url(page: str, signed: str) -> str:
    """What the QR code holds; `page`: the host of the shop's page, empty for none."""
    return f"HTTPS://{page.upper()}/R/{signed}" if page else f"{NO_PAGE}/R/{signed}"


def looks_like(text: str) -> bool:
    """Whether a text may be a claim code, whole or damaged; cheap, never raises."""
    return _found(text) is not None


def facts_from(text: str) -> ClaimFacts:
    """What a scanned or typed claim code says, unchecked: any host, case and percent-encoding.

    LoyaltyError `claim-code-malformed`. There is one spelling of the signed bytes only.
    """
    return _unpacked(_signed(text)[: _PLAIN.size])


def verify(text: str, keys: Mapping[int, bytes]) -> bool | None:
    """Whether the signature of a claim code holds; None where its key is not among `keys`.

    `keys`: 32 public bytes by `key_id`. LoyaltyError `claim-code-malformed`.
    """
    signed = _signed(text)
    plain, signature = signed[: _PLAIN.size], signed[_PLAIN.size :]
    public = keys.get(_unpacked(plain).key_id)
    if public is None:
        return None
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _DOMAIN + plain)
    except InvalidSignature:
        return False
    return True


def _fingerprint(public: bytes) -> int:
    return int.from_bytes(hashlib.sha256(public).digest()[:2], "big")


def _packed(facts: ClaimFacts, fingerprint: int) -> bytes:
    sale, code = facts.sale, currency(facts.currency).code
    fits = (
        0 < facts.store < 1 << 16
        and 0 < sale.terminal < 100_000
        and 0 < sale.epoch < 1_000
        and 0 < sale.seq < 100_000_000
        and 0 <= facts.at_s < 1 << 32
        and 0 <= facts.total_minor <= LARGEST_MINOR
    )
    if not fits:
        raise LoyaltyError("claim-code-range", terminal=sale.terminal, seq=sale.seq)
    named = (((facts.captured << 17 | sale.terminal) << 10) | sale.epoch) << 27 | sale.seq
    letters = 0
    for letter in code:
        letters = letters << 5 | ord(letter) - ord("A")
    high, low = divmod(facts.total_minor, 1 << 32)
    return _PLAIN.pack(
        VERSION, fingerprint, facts.store, named.to_bytes(7, "big"), facts.at_s, high, low, letters
    )


def _unpacked(plain: bytes) -> ClaimFacts:
    version, fingerprint, store, named, at_s, high, low, letters = _PLAIN.unpack(plain)
    number = int.from_bytes(named, "big")
    terminal = number >> 37 & 0x1FFFF
    sale = SaleNumber(terminal, number >> 27 & 0x3FF, number & 0x7FFFFFF)
    code = "".join(chr(ord("A") + (letters >> shift & 31)) for shift in (10, 5, 0))
    facts = ClaimFacts(store, sale, at_s, high << 32 | low, code, bool(number >> 54 & 1))
    try:
        # Packed again it is the same, or it is of another version or out of any range.
        same = version == VERSION and _packed(facts, fingerprint) == plain
    except LoyaltyError:
        same = False
    if not same:
        raise LoyaltyError("claim-code-malformed")
    return replace(facts, key_id=terminal << 16 | fingerprint)


def _signed(text: str) -> bytes:
    found = _found(text)
    if found is None or not _BASE32.fullmatch(found):
        raise LoyaltyError("claim-code-malformed")
    try:
        signed = base64.b32decode(found + "=" * (-len(found) % 8))
    except (binascii.Error, ValueError):
        raise LoyaltyError("claim-code-malformed") from None
    # 140 characters hold four bits more than 87 bytes: only zeros there, or one code had sixteen.
    if base64.b32encode(signed).decode("ascii").rstrip("=") != found:
        raise LoyaltyError("claim-code-malformed")
    return signed


def _found(text: str) -> str | None:
    """The token of a text in upper case, or what stands in its place; None where none does."""
    if not text.isascii() or len(text) > _LONGEST:
        return None
    plain = text.strip()
    if "%" in plain:
        plain = unquote(plain).strip()
    head, _, rest = plain.partition(":")
    if head.upper() not in ("HTTP", "HTTPS", "REGULARS"):
        return None
    path = re.split(r"[?#]", rest, maxsplit=1)[0]
    parts = [part for part in path.upper().split("/") if part]
    # A path of ours ends in R/TOKEN, behind whatever a proxy put before it.
    if len(parts) < 2 or parts[-2] != "R" or not 100 <= len(parts[-1]) <= 180:
        return None
    return parts[-1] if head.upper() == "REGULARS" or len(parts) > 2 else None
