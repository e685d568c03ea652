"""Around every request: what is odd is refused before anything is asked, every answer is sealed.

Plain ASGI, so that nothing of a body is read here. One line a request goes to the log: no query,
no header, no name, and of an address only its neighbourhood.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
from collections.abc import Iterable

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pos.office.web.dispatch import refusal
from pos.office.web.parts import Door, Parts
from pos.office.web.rates import Buckets, neighbourhood, network
from pos.office.web.refusals import Refused

LOG = logging.getLogger(__name__)
MOST_HEADERS = 64
MOST_HEADER = 4_096
MOST_PATH = 300
MOST_QUERY = 2_000
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE"})
# What we name things by; neither % nor //, so that a path is what it seems to be.
_PATH = re.compile(rb"/(?:[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*(?:/[A-Za-z0-9_~:-][A-Za-z0-9._~:-]*)*)?")
_ONCE = (b"host", b"content-length", b"content-type", b"authorization", b"origin", b"cookie")
_CSP = (
    b"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    b"frame-ancestors 'none'"
)
_SEAL = (
    (b"content-security-policy", _CSP),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=()"),
)
_CLOSE = (b"connection", b"close")
_TLS_SEAL = (b"strict-transport-security", b"max-age=31536000")


class Envelope:
    """The outermost ASGI application."""

    def __init__(self, app: ASGIApp, parts: Parts) -> None:
        self._app = app
        self._door = parts.door
        bounds = parts.bounds
        self._rates = Buckets(bounds.address_rate, bounds.address_burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI asks; other scopes than HTTP (start and stop) pass through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["regulars.id"] = request_id = secrets.token_hex(8)
        scope["regulars.address"] = address_of(scope, self._door)
        started_ns = time.monotonic_ns()
        told = _Told(scope, send, request_id, tls=self._door.tls)
        try:
            if refused := self._refused(scope):
                await refusal(Request(scope), refused)(scope, receive, told.send)
            else:
                await self._app(scope, receive, told.send)
        except Exception:
            if not told.status:
                crash = refusal(Request(scope), Refused(500, "our-fault"))
                await crash(scope, receive, told.send)
            raise  # the server logs it
        finally:
            LOG.info(
                "%s %s %s %s %s %d ms %s",
                request_id,
                scope["method"] if scope["method"] in METHODS else "?",
                _route(scope),
                told.status,
                scope.get("regulars.code", "-"),
                (time.monotonic_ns() - started_ns) // 1_000_000,
                neighbourhood(scope["regulars.address"]),
            )

    def _refused(self, scope: Scope) -> Refused | None:
        """What is wrong with a request before anybody looks at what it wants."""
        if seconds := self._rates.wait_s(network(scope["regulars.address"])):
            return Refused(429, "too-many", seconds=seconds)
        if refused := _headers_refused(scope["headers"]):
            return refused
        if scope["method"] not in METHODS:
            return Refused(405, "method-unknown", allow="GET, POST")
        if scope["method"] in ("GET", "HEAD") and _has_body(scope["headers"]):
            return Refused(413, "body-unwanted")
        raw, query = scope.get("raw_path") or b"", scope["query_string"]
        if len(raw) > MOST_PATH or len(query) > MOST_QUERY:
            return Refused(414, "address-long")
        if not _PATH.fullmatch(raw):
            return Refused(400, "path-odd")
        if _host(scope["headers"]) not in self._door.names:
            return Refused(421, "host-unknown")
        return None


def address_of(scope: Scope, door: Door) -> str:
    """Whose request it is: the connection's other end, or what the proxy before us says it was."""
    client = scope.get("client")
    address = str(client[0]) if client else ""
    if not door.behind_proxy:
        return address
    said = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
    last = said[-1].rsplit(b",", 1)[-1].strip() if said else b""
    return last.decode("ascii", "replace")[:60] or address


class _Told:
    """Seals the answer on its way out, and remembers its status."""

    def __init__(self, scope: Scope, send: Send, request_id: str, *, tls: bool) -> None:
        self.status = 0
        self._send = send
        extra = [*_SEAL, (b"x-request-id", request_id.encode())]
        self._extra = [*extra, _TLS_SEAL] if tls else extra
        self._has_body = _has_body(scope["headers"])

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            # Of a request that was refused, the rest may still be coming: it is not waited for.
            ends = [_CLOSE] if self._has_body and self.status >= 400 else []
            message = {**message, "headers": [*message["headers"], *self._extra, *ends]}
        await self._send(message)


def _headers_refused(headers: Iterable[tuple[bytes, bytes]]) -> Refused | None:
    names = [name for name, _ in headers]
    if len(names) > MOST_HEADERS or any(len(value) > MOST_HEADER for _, value in headers):
        return Refused(431, "headers-large")
    both = b"content-length" in names and b"transfer-encoding" in names  # RFC 9112, 6.1
    if both or any(names.count(name) > 1 for name in _ONCE):
        return Refused(400, "bad-request")
    return None


def _has_body(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether something comes along: nobody would read it, so it would only hold a connection."""
    return any(
        name == b"transfer-encoding" or (name == b"content-length" and value != b"0")
        for name, value in headers
    )


def _host(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The host asked for, without its port and without the brackets of an IPv6 address."""
    given = next((value for name, value in headers if name == b"host"), b"")
    text = given.decode("ascii", "replace").lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0].removesuffix(".")


def _route(scope: Scope) -> str:
    """The route's own pattern; of a path nobody has, as much as is plain."""
    if known := scope.get("regulars.route"):
        return str(known)
    path = re.sub(r"[^A-Za-z0-9/._-]", "?", scope["path"][:40])
    return f"({path})"
