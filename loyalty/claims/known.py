"""What a shop knows of receipts before one is presented: whose count, which tills, which keys."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issuer:
    """A merchant, or a till of one, whose receipts count, by its key inside the code."""

    scheme: str
    issuer: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Device:
    """A signing device of an issuer; `public`: its key in the scheme's form, empty where the code
    brings the key along and `device` is its fingerprint.
    """

    scheme: str
    device: str
    issuer: str
    public: bytes = b""
    active: bool = True


@dataclass(frozen=True, slots=True)
class ClaimKey:
    """A terminal's public key (Ed25519, 32 bytes), and when it signed; None: it still does."""

    id: int
    terminal: int
    public: bytes
    valid_from_ms: int
    valid_to_ms: int | None = None
