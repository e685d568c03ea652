"""Links that open a page for one member without a log-in: to stop messages, to answer a question.

The address itself is the proof, so it is signed (HMAC-SHA256, RFC 2104, cut to 128 bits) for one
purpose, and holds no more of a person than the number they have here.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from dataclasses import dataclass
from uuid import UUID

STOP, ASK = "stop", "ask"
"""What links are for."""
_MAC = 16
_LONGEST = 100
_PLAIN = re.compile(r"[A-Za-z0-9_-]{43,100}", re.ASCII)
_WHAT = re.compile(rb"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True, slots=True)
class Link:
    """Whose link it is, and about what: a consent's name, or a question's."""

    member: UUID
    what: str


def made(key: bytes, merchant: int, purpose: str, link: Link) -> str:
    """The last part of a link's address: letters, digits, `-` and `_`."""
    plain = link.member.bytes + link.what.encode("ascii")
    signed = plain + _mac(key, merchant, purpose, plain)
    return base64.urlsafe_b64encode(signed).decode("ascii").rstrip("=")


def read(key: bytes, merchant: int, purpose: str, text: str) -> Link | None:
    """What a link says; None for one that was not made here, or for something else."""
    if len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return None
    try:
        signed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None
    plain, mac = signed[:-_MAC], signed[-_MAC:]
    good = hmac.compare_digest(mac, _mac(key, merchant, purpose, plain))
    if not good or not _WHAT.fullmatch(plain[16:]):
        return None
    return Link(UUID(bytes=plain[:16]), plain[16:].decode("ascii"))


def _mac(key: bytes, merchant: int, purpose: str, plain: bytes) -> bytes:
    said = f"regulars link\0{merchant}\0{purpose}\0".encode() + plain
    return hmac.digest(key, said, "sha256")[:_MAC]
