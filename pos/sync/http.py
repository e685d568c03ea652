"""The way to head office over HTTP: signed, bounded both ways, and never followed elsewhere.

Whatever comes back that is no good answer (half a body, a page, a redirect, nothing) is trouble
with one of two codes; the books are as they were, and the next try goes on.
"""

from __future__ import annotations

import contextlib
import hashlib
import ipaddress
import os
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import urlsplit

import httpx2
import msgspec

from pos.clock import Clock, milliseconds
from pos.sync.messages import Refused
from pos.sync.signing import sign
from pos.trouble import TroubleError

MOST_ANSWER = 32 << 20
CONNECT_S, READ_S, TOTAL_S = 5, 20, 60
KEPT_S = 10  # a connection is used again for so long; head office keeps it a little longer
_NO_CHECK_TIME = 0x200000  # OpenSSL's X509_V_FLAG_NO_CHECK_TIME
_PEM_MOST = 64 * 1024
_DEEP = 8  # errors that an error came from


@dataclass(frozen=True, slots=True)
class Line:
    """Where head office is, and who asks. `certificate`: the one it must show (PEM); empty: one
    that this machine's own list trusts. `fresh`: those it may show by now.
    """

    url: str
    terminal: int
    private: bytes
    certificate: str = ""
    fresh: Callable[[], str] = str


class HttpTransport:
    """A `pos.sync.machine.Transport`. Used by one thread at a time; `random`: so many bytes.

    `wait_s`: how much longer than usual an answer may take.
    """

    def __init__(
        self,
        line: Line,
        clock: Clock,
        *,
        wait_s: int = 0,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._line = line
        self._clock = clock
        self._random = random
        self._total_s = TOTAL_S + wait_s
        self._closed = self._busy = False
        self._socket: socket.socket | None = None
        self._ahead_s = 0  # head office's clock, as far as it had to tell
        self._known = line.certificate
        self._trusted = trusted(line.certificate)
        self._client = httpx2.Client(
            verify=self._trusted,
            trust_env=False,  # a proxy of somebody's browser is no way for a till's books
            follow_redirects=False,
            timeout=httpx2.Timeout(READ_S + wait_s, connect=CONNECT_S),
            limits=httpx2.Limits(max_connections=1, keepalive_expiry=KEPT_S),
            headers={"user-agent": "regulars", "accept-encoding": "identity"},
        )

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `Transport.send`. A clock that is wrong is told so by head office, and asks again; so
        does who heard of another certificate since.

        TroubleError `office-certificate-changed`: what is shown there is not what is known here.
        """
        try:
            return self._sent(path, session, ctr, body)
        except TroubleError as error:
            if error.code == "office-certificate-changed" and self._heard_of_another():
                return self._sent(path, session, ctr, body)
            if error.facts.get("why") != "request-old":
                raise
            own_s = milliseconds(self._clock.now()) // 1000
            self._ahead_s = int(error.facts.get("server_s") or own_s) - own_s
            return self._sent(path, session, ctr, body)

    def _heard_of_another(self) -> bool:
        """Whether there are other certificates to trust by now; they are, from here on."""
        by_now = self._line.fresh()
        if not by_now or by_now == self._known:
            return False
        self._known = by_now
        self._trusted.load_verify_locations(cadata=by_now)
        return True

    def close(self) -> None:
        """Let the connection go, from another thread too: whoever waits for an answer gets none."""
        self._closed = True
        line = self._socket
        if line is not None:
            with contextlib.suppress(OSError):  # it was gone before
                # Not the TLS layer's own: that one is in use by whoever waits.
                socket.socket.shutdown(line, socket.SHUT_RDWR)
        self._client.close()
        if line is not None and not self._busy:
            line.close()

    def _connected(self, event: str, facts: dict[str, Any]) -> None:
        """What the client tells of itself: remember the line, to be able to end it."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._socket = facts["return_value"].get_extra_info("socket")

    def _sent(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        created = milliseconds(self._clock.now()) // 1000 + self._ahead_s
        where = f"/v1/{path}"
        line, nonce = self._line, self._random(16)
        headers = sign(line.private, line.terminal, where, session, ctr, created, nonce, body)
        self._busy = True
        try:
            if self._closed:
                _unreachable("closed")
            status, later, found = self._answer(line.url + where, headers, body)
        except (httpx2.HTTPError, httpx2.StreamError, OSError, ValueError, RuntimeError) as error:
            if line.certificate and _is_of_certificate(error):
                raise TroubleError("office-certificate-changed") from None
            raise TroubleError("office-unreachable", said=_said(error)) from None
        finally:
            self._busy = False
            if self._closed and self._socket is not None:
                self._socket.close()
        if status != 200:
            raise _refusal(status, later, found)
        return found

    def _answer(self, url: str, headers: dict[str, str], body: bytes) -> tuple[int, str, bytes]:
        """Status, Retry-After and body of what comes back, as far as it is bounded."""
        until = time.monotonic() + self._total_s
        told = {"trace": self._connected}
        with self._client.stream(
            "POST", url, content=body, headers=headers, extensions=told
        ) as response:
            found = bytearray()
            for piece in response.iter_raw():
                found += piece
                if len(found) > MOST_ANSWER or time.monotonic() > until:
                    _unreachable("too much, or too slow")
        if "content-encoding" in response.headers:
            _unreachable("encoded")
        return response.status_code, response.headers.get("retry-after", ""), bytes(found)


def trusted(certificate: str) -> ssl.SSLContext:
    """TLS that trusts this machine's list, or one certificate alone (PEM), whatever its name and
    days: it was compared at enrolment, and a till's clock may be wrong.

    TroubleError `office-certificate-wrong`: it cannot be read.
    """
    if not certificate:
        return ssl.create_default_context()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False  # the one key that we trust is no other host's
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.verify_flags |= _NO_CHECK_TIME  # Python has no name for it
    try:
        context.load_verify_locations(cadata=certificate)
    except (ssl.SSLError, ValueError):
        raise TroubleError("office-certificate-wrong") from None
    return context


def certificate_at(url: str, fingerprint: bytes = b"") -> str:
    """The certificate (PEM) that a host shows, if its SHA-256 is the one expected; without one,
    whoever asks has another way to tell whose it is.

    TroubleError `office-unreachable`, `office-certificate-other`.
    """
    asked = urlsplit(url)
    try:
        where = (asked.hostname or "", asked.port or 443)
        shown = ssl.get_server_certificate(where, timeout=CONNECT_S)
    except (OSError, ValueError) as error:
        raise TroubleError("office-unreachable", said=_said(error)) from None
    if len(shown) > _PEM_MOST:
        raise TroubleError("office-certificate-other")
    if fingerprint and hashlib.sha256(ssl.PEM_cert_to_DER_cert(shown)).digest() != fingerprint:
        raise TroubleError("office-certificate-other")
    return shown


def good_url(text: str) -> str:
    """An address of head office, without anything behind the port; TroubleError `office-url`.

    Without TLS only on this machine.
    """
    try:
        asked = urlsplit(text.strip()[:300])
        port = asked.port
    except ValueError:
        raise TroubleError("office-url", url=text[:80]) from None
    host = asked.hostname or ""
    plain = asked.scheme == "http" and _loopback(host)
    odd = asked.username or asked.password or asked.query or asked.fragment
    bare = asked.path in ("", "/") and not odd and host.isascii() and host.isprintable()
    if not host or " " in host or not bare or not (asked.scheme == "https" or plain):
        raise TroubleError("office-url", url=text[:80])
    shown = f"[{host}]" if ":" in host else host
    return f"{asked.scheme}://{shown}" + (f":{port}" if port else "")


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refusal(status: int, later: str, body: bytes) -> TroubleError:
    """What a "no" says of itself; a page of whatever stands between is as good as no answer."""
    retry_ms = int(later) * 1000 if later.isascii() and later.isdigit() and len(later) < 6 else 0
    try:
        said = msgspec.json.decode(body[:65_536], type=Refused)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        said = None
    if said is None or status < 400:
        return TroubleError("office-unreachable", said=f"HTTP {status}", retry_ms=retry_ms)
    server_s = said.facts.get("server_s", 0)
    return TroubleError(
        "office-refused",
        why=said.code[:60],
        status=status,
        retry_ms=min(max(said.retry_ms, retry_ms, 0), 3_600_000),
        server_s=server_s if isinstance(server_s, int) and 0 <= server_s < 1 << 40 else 0,
        number=said.facts.get("number"),
    )


def _is_of_certificate(error: BaseException) -> bool:
    """Whether a connection failed because its certificate is not the one that is trusted."""
    cause: BaseException | None = error
    for _ in range(_DEEP):
        if cause is None or isinstance(cause, ssl.SSLCertVerificationError):
            break
        cause = cause.__cause__ or cause.__context__
    return isinstance(cause, ssl.SSLCertVerificationError)


def _unreachable(said: str) -> NoReturn:
    raise TroubleError("office-unreachable", said=said)


def _said(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:120]
