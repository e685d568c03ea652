"""Whose receipts count and which keys sign them, as documents: what one till learned all know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loyalty.claims.known import ClaimKey, Device, Issuer
from pos.store import View, Work

HEARD = "head-office"
"""Who enrolled what another till did, in this one's books."""
MOST_KEY = 1_000  # bytes


def read_claim_key(view: View, name: str) -> dict[str, Any] | None:
    """A terminal's key, and since when it signs no more."""
    found = next((key for key in view.claim_keys() if str(key.id) == name), None)
    if found is None:
        return None
    ends = {"to": found.valid_to_ms} if found.valid_to_ms is not None else {}
    of = {"terminal": found.terminal, "public": found.public.hex()}
    return {**of, "from": found.valid_from_ms, **ends}


def ours_to_say(view: View, name: str) -> bool:
    """Whether a key is this terminal's own, or has ended: everybody else's says its owner."""
    found = next((key for key in view.claim_keys() if str(key.id) == name), None)
    return found is not None and (found.terminal == view.terminal or found.valid_to_ms is not None)


def write_claim_key(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    """A key that was retired anywhere is retired; none comes back, and none changes."""
    if told is None:
        return
    number, ended = _whole(int(name)), told.get("to")
    known = next((key for key in work.claim_keys() if key.id == number), None)
    if known is None:
        public = _key(told["public"])
        terminal, since = _whole(told["terminal"]), _whole(told["from"])
        if number >> 16 != terminal:
            raise ValueError("another terminal's number")
        known = ClaimKey(number, terminal, public, since)
        work.add_claim_key(known)
    if ended is not None:
        work.retire_claim_key(number, _whole(ended))


def read_issuer(view: View, name: str) -> dict[str, Any] | None:
    """A merchant whose receipts count, or did."""
    found = next((i for i in view.issuers() if f"{i.scheme}:{i.issuer}" == name), None)
    return {"name": found.name, "active": found.active} if found else None


def write_issuer(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    """As it was enrolled or ended elsewhere."""
    if told is not None:
        scheme, _, issuer = name.partition(":")
        work.put_issuer(Issuer(scheme, issuer, _text(told["name"]), told["active"] is True), HEARD)


def read_device(view: View, name: str) -> dict[str, Any] | None:
    """A signing device of a merchant."""
    found = next((d for d in view.devices() if f"{d.scheme}:{d.device}" == name), None)
    if found is None:
        return None
    return {"issuer": found.issuer, "public": found.public.hex(), "active": found.active}


def write_device(work: Work, name: str, told: Mapping[str, Any] | None) -> None:
    """As it was enrolled or ended elsewhere."""
    if told is not None:
        scheme, _, device = name.partition(":")
        issuer, public = _text(told["issuer"]), _key(told["public"])
        work.put_device(Device(scheme, device, issuer, public, told["active"] is True), HEARD)


def _whole(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 62:
        raise ValueError("no number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _key(value: object) -> bytes:
    found = bytes.fromhex(_text(value))
    if len(found) > MOST_KEY:
        raise ValueError("no key")
    return found


READ = {"claimkey": read_claim_key, "issuer": read_issuer, "device": read_device}
WRITE = {"claimkey": write_claim_key, "issuer": write_issuer, "device": write_device}
