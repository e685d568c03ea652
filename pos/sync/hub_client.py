"""A till's way to its hub: signed requests over one connection that is kept, in 300 ms or not.

The answer must bear the hub's own signature, whatever it says.
"""

from __future__ import annotations

import http.client
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from pos.clock import Clock, milliseconds
from pos.sync.hub_desk import ANSWERED, MOST_BODY, PREFIX, answer_good
from pos.sync.hub_messages import HubHello
from pos.sync.messages import Refused
from pos.sync.signing import SIGNATURE, sign
from pos.trouble import TroubleError

TIMEOUT_S = 0.3
CARRYING_S = 3.0  # a message full of notes costs the hub a transaction


@dataclass(frozen=True, slots=True)
class HubWay:
    """Where the hub is, whose key it has, and who asks."""

    host: str
    port: int
    public: bytes
    terminal: int
    private: bytes


class HubTransport:
    """A `pos.sync.asking.Transport`. Used by one thread at a time; an answer may take `wait_s`."""

    def __init__(
        self,
        way: HubWay,
        clock: Clock,
        random: Callable[[int], bytes] = os.urandom,
        wait_s: float = TIMEOUT_S,
    ) -> None:
        self._way = way
        self._clock = clock
        self._random = random
        self._wait_s = wait_s
        self._line: http.client.HTTPConnection | None = None

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `Transport.send`. An idle connection that was closed meanwhile is opened anew, once:
        a request that did arrive is refused as repeated, and its notes come with the next.
        """
        way, where = self._way, PREFIX + path
        created_s = milliseconds(self._clock.now()) // 1000
        nonce = self._random(16)
        headers = sign(way.private, way.terminal, where, session, ctr, created_s, nonce, body)
        fresh = self._line is None
        try:
            status, proof, answer = self._sent(where, headers, body)
        except (http.client.HTTPException, OSError, ValueError) as error:
            self.close()
            if fresh or isinstance(error, TimeoutError):
                raise _unreachable(error) from None
            try:
                status, proof, answer = self._sent(where, headers, body)
            except (http.client.HTTPException, OSError, ValueError) as again:
                self.close()
                raise _unreachable(again) from None
        if not answer_good(way.public, proof, headers[SIGNATURE], status, answer):
            self.close()
            raise TroubleError("office-unreachable", said="hub-signature")
        if status != 200:
            raise TroubleError("office-refused", why=_code(answer), status=status)
        return answer

    def close(self) -> None:
        """Let the connection go."""
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _sent(self, where: str, headers: dict[str, str], body: bytes) -> tuple[int, str, bytes]:
        line = self._line
        if line is None:
            line = http.client.HTTPConnection(self._way.host, self._way.port, timeout=self._wait_s)
            line.connect()
            line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._line = line
        line.sock.settimeout(self._wait_s if len(body) < 4_096 else max(self._wait_s, CARRYING_S))
        line.request("POST", where, body, {**headers, "content-type": "application/json"})
        response = line.getresponse()
        answer = response.read(MOST_BODY + 1)
        if len(answer) > MOST_BODY:
            raise ValueError("too much")
        return response.status, response.headers.get(ANSWERED, ""), answer


def why_silent(way: HubWay, clock: Clock) -> str:
    """Why the hub does not answer, a code or some words; empty if it does. Nothing is changed."""
    transport = HubTransport(way, clock)
    try:
        transport.send("hub-session", b"", 1, msgspec.json.encode(HubHello()))
    except TroubleError as error:
        return str(error.facts.get("why") or error.facts.get("said") or error.code)
    finally:
        transport.close()
    return ""


def _code(answer: bytes) -> str:
    try:
        return msgspec.json.decode(answer, type=Refused).code[:60]
    except msgspec.MsgspecError:
        return "unreadable"


def _unreachable(error: Exception) -> TroubleError:
    return TroubleError("office-unreachable", said=(str(error) or type(error).__name__)[:120])
