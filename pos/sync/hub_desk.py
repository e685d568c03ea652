"""The desk a hub serves its shop's tills at: who asks is settled before a message is read.

Requests are signed as those to head office; answers are signed too, for there is no TLS between
two tills, and a stranger who answered in the hub's place could make points out of nothing.
No clock is trusted: a session's name is drawn by the hub and its count only goes up.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from pos.store import Store
from pos.sync.hub import Hub
from pos.sync.hub_messages import Hand, HubHello, HubWelcome
from pos.sync.hub_peers import hub_at, key_of
from pos.sync.messages import Refused
from pos.sync.signing import SIGNATURE, Signed, SigningError, read_signed
from pos.trouble import TroubleError

_T = TypeVar("_T")
ANSWERED = "regulars-hub"
"""The header with the hub's signature of an answer."""
PREFIX = "/v1/"
MOST_BODY = 1 << 20
NONCE_BYTES = 16
_STATUS = {"session-stale": 401, "path-unknown": 404, "message-unreadable": 400}


@dataclass(frozen=True, slots=True)
class HubReply:
    """What goes back: status, body, headers; `why`: a refusal's code."""

    status: int
    body: bytes
    headers: dict[str, str]
    why: str = ""


@dataclass(slots=True)
class _Session:
    nonce: bytes = b""
    ctr: int = 0
    next: bytes = b""  # drawn, and not used yet: a repeated hello ends nothing


class HubDesk:
    """Safe between threads. `private`: this terminal's own key, 32 bytes."""

    def __init__(
        self,
        store: Store,
        hub: Hub,
        private: bytes,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._store = store
        self._hub = hub
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self._random = random
        self._lock = threading.Lock()
        self._sessions: dict[int, _Session] = {}

    def handle(self, path: str, headers: Mapping[str, str], body: bytes) -> HubReply:
        """The answer to a POST; header names in lower case."""
        try:
            signed = read_signed("POST", path, headers, body)
        except SigningError as error:
            return _refused(401, error.code)
        try:
            self._believe(signed)
            made = self._made(path.removeprefix(PREFIX), signed, body)
            status, why = 200, ""
        except SigningError as error:
            why = error.code
            status, made = _STATUS.get(why, 403), _said(why)
        except TroubleError as error:
            why = error.code
            status, made = 503, _said(why)
        proof = self._key.sign(answer_base(headers[SIGNATURE], status, made))
        return HubReply(status, made, {ANSWERED: base64.b64encode(proof).decode()}, why)

    def _believe(self, signed: Signed) -> None:
        """SigningError `hub-stranger` (no till of this shop), `hub-not-here`, `signature-wrong`."""
        with self._store.reading() as view:
            hub = hub_at(view)
            key = key_of(view, signed.terminal)
            own = view.terminal
        if key is None or signed.terminal == own:
            raise SigningError("hub-stranger")
        signed.check(key)
        if hub is None or hub.number != own:
            raise SigningError("hub-not-here")

    def _made(self, path: str, signed: Signed, body: bytes) -> bytes:
        if path == "hub-session":
            _read(body, HubHello)
            return msgspec.json.encode(self._begin(signed.terminal))
        if path != "hub-hand":
            raise SigningError("path-unknown")
        hand = _read(body, Hand)
        with self._lock:  # one till after the other, in the order of their counts
            self._go_on(signed)
            return msgspec.json.encode(self._hub.answer(signed.terminal, hand))

    def _begin(self, till: int) -> HubWelcome:
        with self._lock:
            found = self._sessions.setdefault(till, _Session())
            found.next = self._random(NONCE_BYTES)
            return HubWelcome(nonce=found.next)

    def _go_on(self, signed: Signed) -> None:
        found = self._sessions.get(signed.terminal)
        if found is not None and found.next and signed.session == found.next:
            found.nonce, found.ctr, found.next = found.next, 0, b""
        good = found is not None and bool(found.nonce) and signed.session == found.nonce
        if found is None or not good or signed.ctr <= found.ctr:
            raise SigningError("session-stale")
        found.ctr = signed.ctr


def answer_base(request: str, status: int, body: bytes) -> bytes:
    """What a hub signs of an answer: it belongs to one request (its `Signature` header) alone."""
    digest = hashlib.sha256(body).digest()
    return b"regulars-hub-answer-1:" + f"{status}:{request}:".encode() + digest


def answer_good(public: bytes, proof: str, request: str, status: int, body: bytes) -> bool:
    """Whether the owner of `public` gave this answer to that request."""
    try:
        key = Ed25519PublicKey.from_public_bytes(public)
        signature = base64.b64decode(proof, validate=True)
        key.verify(signature, answer_base(request, status, body))
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


def _read(body: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise SigningError("message-unreadable") from None


def _said(code: str) -> bytes:
    return msgspec.json.encode(Refused(code=code))


def _refused(status: int, code: str) -> HubReply:
    return HubReply(status, _said(code), {}, code)
