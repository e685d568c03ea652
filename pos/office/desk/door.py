"""The desk that terminals come to: who it is, and whether to believe it, is settled before anything
of a message is read.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pos.clock import Clock, milliseconds
from pos.ids import new_id
from pos.office.desk.core import HeadOffice, Signing, Terms
from pos.office.desk.news import MARK_BYTES, marks
from pos.office.desk.sessions import OfficeError, terminal_of
from pos.office.schema.engine import glancing, reading
from pos.office.web.parts import Held, TerminalAnswer, TerminalAsk
from pos.office.web.rates import Buckets, network
from pos.sync.messages import REPLIES, Enrol, Pushed, Refused, Wait
from pos.sync.signing import WINDOW_S, Signed, SigningError, read_signed
from pos.sync.wire import MOST_PACKED
from pos.trouble import TroubleError

WAIT, ENROL, PUSH = "wait", "enrol", "push"
HOLD_MS = 25_000
_OUTSIDE = frozenset({WAIT, ENROL, "session"})
"""What belongs to no session: of these, a repeat is told by its signature."""


def head_office(
    engine: sa.Engine, clock: Clock, key: Ed25519PrivateKey, terms: Terms | None = None
) -> HeadOffice:
    """The machine as it is served: with head office's own key, and this machine's chance."""
    public = key.public_key()

    def check(said: bytes, signature: bytes) -> bool:
        try:
            public.verify(signature, said)
        except InvalidSignature:
            return False
        return True

    signing = Signing(public.public_bytes_raw(), key.sign, check)
    return HeadOffice(engine, clock, signing, lambda: new_id(clock), os.urandom, terms)


@dataclass(frozen=True, slots=True)
class DeskBounds:
    """How much of terminals' wishes is served. Rates are requests a minute, and a burst."""

    enrol_rate: int = 10
    enrol_burst: int = 10
    message: int = 1 << 20
    push: int = MOST_PACKED
    enrol: int = 4_096
    busy: int = 8  # at once in the database: from then on terminals are asked for patience
    remembered: int = 100_000  # signatures of the last minutes


class Desk:
    """A `TerminalDesk` before a `HeadOffice`. Safe between threads."""

    def __init__(self, office: HeadOffice, bounds: DeskBounds | None = None) -> None:
        self._office = office
        self._bounds = bounds or DeskBounds()
        self._enrolments = Buckets(self._bounds.enrol_rate, self._bounds.enrol_burst)
        self._seen: OrderedDict[bytes, int] = OrderedDict()
        self._lock = threading.Lock()
        self._inside = 0

    def handle(self, ask: TerminalAsk) -> TerminalAnswer | Held:
        """The answer to a request; `Held` where the terminal waits for news."""
        try:
            signed = self._believed(ask)
            if ask.path == WAIT:
                asked = _read(ask.body, Wait)
                wait_ms = max(0, min(asked.wait_ms, HOLD_MS))
                return Held(signed.terminal, asked.mark[:MARK_BYTES], wait_ms)
            return TerminalAnswer(200, self._answered(ask, signed), _JSON)
        except SigningError as error:
            return refused(OfficeError(error.code, 401))
        except OfficeError as error:
            return refused(error)
        except TroubleError as error:
            return refused(OfficeError(error.code, 503, 2_000))

    def marks(self, numbers: Collection[int]) -> Mapping[int, bytes]:
        """What waiting terminals are told; TroubleError as `engine.reading`."""
        with reading(self._office.engine) as db:
            return marks(db, self._office.terms.merchant, numbers)

    def _believed(self, ask: TerminalAsk) -> Signed:
        """The request, once it is known who made it. OfficeError and SigningError say what not."""
        if ask.path not in REPLIES and ask.path != WAIT:
            raise OfficeError("path-unknown", 404)
        if ask.method != "POST":
            raise OfficeError("method-unknown", 405)
        bounds = self._bounds
        most = {PUSH: bounds.push, ENROL: bounds.enrol}.get(ask.path, bounds.message)
        if ask.query:
            raise OfficeError("query-unwanted", 400)
        if len(ask.body) > most:
            raise OfficeError("message-too-large", 413)
        signed = read_signed(ask.method, f"/v1/{ask.path}", ask.headers, ask.body)
        now_s = milliseconds(self._office.clock.now()) // 1000
        if ask.path == ENROL:
            if wait_s := self._enrolments.wait_s(network(ask.address)):
                raise OfficeError("too-many", 429, wait_s * 1000)
            signed.check(_read(ask.body, Enrol).public)
        else:
            with glancing(self._office.engine) as db:
                who = terminal_of(db, self._office.terms.merchant, signed.terminal)
            signed.check(who.public)
            if who.state == "retired":
                raise OfficeError("terminal-retired", 403)
        # Only its owner is told the time, and is remembered: a stranger costs nothing here.
        if abs(signed.created_s - now_s) > WINDOW_S:
            raise OfficeError("request-old", 401, server_s=now_s)
        if ask.path in _OUTSIDE:
            self._once(signed, now_s)
        return signed

    def _once(self, signed: Signed, now_s: int) -> None:
        """OfficeError `request-repeated` for the very request that was here within the window."""
        with self._lock:
            if signed.signature in self._seen:
                raise OfficeError("request-repeated", 401)
            self._seen[signed.signature] = now_s
            while self._seen:
                oldest = next(iter(self._seen.values()))
                over = len(self._seen) > self._bounds.remembered
                if not over and oldest >= now_s - 2 * WINDOW_S:
                    break
                self._seen.popitem(last=False)

    def _answered(self, ask: TerminalAsk, signed: Signed) -> bytes:
        with self._lock:
            self._inside += 1
            inside = self._inside
        try:
            made = self._office.answer(
                0 if ask.path == ENROL else signed.terminal,
                ask.path,
                signed.session,
                signed.ctr,
                ask.body,
            )
        except (OverflowError, sa.exc.DataError):  # a number that no column holds
            raise OfficeError("number-too-large") from None
        finally:
            with self._lock:
                self._inside -= 1
        return self._patient(made, inside) if ask.path == PUSH else made

    def _patient(self, made: bytes, inside: int) -> bytes:
        """A push's answer that asks for smaller ones, later, while many are at it."""
        over = inside - self._bounds.busy
        if over <= 0:
            return made
        pushed = msgspec.json.decode(made, type=Pushed)
        fewer = max(100, pushed.most // (1 + over))
        return msgspec.json.encode(msgspec.structs.replace(pushed, slow_ms=250 * over, most=fewer))


_JSON = {"content-type": "application/json", "cache-control": "no-store"}


def refused(error: OfficeError) -> TerminalAnswer:
    """A "no" as a terminal reads it: code, facts, and when to come again (RFC 9110, 10.2.3)."""
    said = Refused(code=error.code, facts=dict(error.facts), retry_ms=error.retry_ms)
    headers = dict(_JSON)
    if error.retry_ms:
        headers["retry-after"] = str(-(-error.retry_ms // 1000))
    if error.status == 405:
        headers["allow"] = "POST"
    return TerminalAnswer(error.status, msgspec.json.encode(said), headers, error.code)


def _read(body: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise OfficeError("message-unreadable") from None
