"""This terminal's key for claim codes, and the list of all terminals' keys with their ends.

The private key is a file beside the books and in no backup: who copies the books cannot sign. A
lost one is made anew, and the old one stays good for what it signed; a stolen one is retired.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from loyalty.claims.known import ClaimKey
from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.cleaning import noted
from pos.clock import moment_of
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View, Work
from pos.store.key_file import keep_key, stored_key
from pos.trouble import TroubleError
from receipts.claim_code import key_id_of, new_private_key, public_of

KEY_FILE = "claim.key"
SECRET = "claim"
_NAMED = re.compile(r"([0-9]{1,5})-([0-9a-f]{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Signer:
    """What a slip is signed with: the terminal's private key, and the shop's for hand codes."""

    private: bytes
    secret: bytes


@dataclass(frozen=True, slots=True)
class KeyState:
    """A key of the list; `own`: this terminal signs with it. `why` and `by`: of its retirement."""

    key: ClaimKey
    own: bool
    why: str = ""
    by: str = ""

    @property
    def retired(self) -> datetime | None:
        """Since when it signs no more."""
        ended = self.key.valid_to_ms
        return None if ended is None else moment_of(ended)


def key_name(key_id: int) -> str:
    """A key as people name it: terminal and four hexadecimal digits."""
    return f"{key_id >> 16}-{key_id & 0xFFFF:04x}"


def key_named(text: str) -> int:
    """The number of a key that people named; LoyaltyError `claim-key-unknown`."""
    found = _NAMED.fullmatch(text.strip().lower())
    if found is None:
        raise LoyaltyError("claim-key-unknown", key=text[:40])
    return int(found[1]) << 16 | int(found[2], 16)


def signer(shop: Shop) -> Signer:
    """This terminal's keys, made at their first use or where they were lost or retired.

    TroubleError `claim-key-unreadable`, `claim-key-unwritable`, and those of the store.
    """
    path = shop.store.path.with_name(KEY_FILE)
    with shop.store.reading() as view:
        private = _usable(view, path)
        secret = view.setting(f"secret-{SECRET}")
    if private is not None and secret is not None:
        return Signer(private, bytes.fromhex(secret))
    # The transaction keeps a second window from making another key at the same time.
    with shop.store.writing() as work:
        return Signer(_usable(work, path) or _begun(work, path), work.secret(SECRET))


def keys(shop: Shop) -> tuple[KeyState, ...]:
    """All keys, by terminal and age.

    TroubleError `claim-key-unreadable`.
    """
    private = _stored(shop.store.path.with_name(KEY_FILE))
    own = public_of(private) if private else b""
    with shop.store.reading() as view:
        states = [_state(view, key, own) for key in view.claim_keys()]
    return tuple(sorted(states, key=lambda one: (one.key.terminal, one.key.valid_from_ms)))


def retire(shop: Shop, act: Act, key_id: int, why: str, approved: str = "") -> KeyState:
    """From now on a key signs nothing that counts; for a lost or stolen terminal.

    Errors: `reason-missing`, `claim-key-unknown`, `claim-key-retired`, `approval-needed`.
    """
    reason = noted(why, None)
    if not reason:
        raise LoyaltyError("reason-missing")
    private = _stored(shop.store.path.with_name(KEY_FILE))
    with shop.store.writing() as work:
        key = _known(work, key_id)
        if key.valid_to_ms is not None:
            raise LoyaltyError("claim-key-retired", key=key_name(key_id))
        answered = answering(work, act.operator, Right.BLOCK, approved=approved)
        work.retire_claim_key(key_id, work.now_ms())
        said = {"why": reason, "by": act.operator, "approved": answered}
        work.keep_setting(_ended(key_id), json.dumps(said, ensure_ascii=False))
        return _state(work, _known(work, key_id), public_of(private) if private else b"")


def _state(view: View, key: ClaimKey, own: bytes) -> KeyState:
    said = json.loads(view.setting(_ended(key.id)) or "{}")
    return KeyState(key, key.public == own, said.get("why", ""), said.get("by", ""))


def _known(view: View, key_id: int) -> ClaimKey:
    found = next((key for key in view.claim_keys() if key.id == key_id), None)
    if found is None:
        raise LoyaltyError("claim-key-unknown", key=key_name(key_id))
    return found


def _ended(key_id: int) -> str:
    return f"claim-key-ended-{key_id}"


def _usable(view: View, path: Path) -> bytes | None:
    """The private key of the file, if it is in the list and not retired."""
    private = _stored(path)
    if private is None:
        return None
    public = public_of(private)
    good = (k.public for k in view.claim_keys() if _mine(view, k) and k.valid_to_ms is None)
    return private if public in good else None


def _mine(view: View, key: ClaimKey) -> bool:
    return key.terminal == view.terminal


def _begun(work: Work, path: Path) -> bytes:
    """A key in the list: the file's, where only the list has lost it, else a new one."""
    known = {key.id for key in work.claim_keys()}
    private = _stored(path)
    while private is None or key_id_of(work.terminal, public_of(private)) in known:
        # In the list already, then it is retired; or one in 65,536 times the number is taken.
        private = new_private_key()
    _keep(path, private)
    public = public_of(private)
    number = key_id_of(work.terminal, public)
    work.add_claim_key(ClaimKey(number, work.terminal, public, work.now_ms()))
    return private


def _stored(path: Path) -> bytes | None:
    try:
        return stored_key(path)
    except OSError:
        raise TroubleError("claim-key-unreadable", file=path.name) from None


def _keep(path: Path, private: bytes) -> None:
    try:
        keep_key(path, private)
    except OSError:
        raise TroubleError("claim-key-unwritable", file=path.name) from None
