"""Who attacks the live service: has seen a terminal's traffic, and says what no client would."""

from __future__ import annotations

import re
import socket
import ssl
import time
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import httpx2
import msgspec

from pos.sync.batches import next_batch
from pos.sync.http import Line, trusted
from pos.sync.messages import Batch, Hello, Welcome
from pos.sync.signing import sign
from tests.office.live import PLENTY, Live, Till

SLOW_S = 1
BOUNDS = replace(PLENTY, slow_after_s=SLOW_S)
Said = tuple[int, str]


@dataclass(slots=True)
class Thief:
    """Has seen the traffic of terminal `mine`, and owns terminal `own` of the same merchant."""

    live: Live
    victim: Till
    mine: Line
    own: Line
    ctr: int = 0
    session: bytes = b""
    client: httpx2.Client = field(init=False)

    def __post_init__(self) -> None:
        verify = trusted(self.mine.certificate)
        self.client = httpx2.Client(verify=verify, base_url=self.live.url, trust_env=False)

    def greet(self) -> None:
        """A good session of the victim."""
        said = self.ask("session", Hello(app="test"))
        self.session = msgspec.json.decode(said.content, type=Welcome).nonce

    def headers(self, path: str, body: bytes, ahead_s: int = 0, **other: Any) -> dict[str, str]:
        """Good ones of the victim, but for what is given."""
        self.ctr += 1
        facts = {
            "private": self.mine.private,
            "terminal": self.mine.terminal,
            "path": f"/v1/{path}",
            "session": self.session,
            "ctr": self.ctr,
            "created_s": int(self.live.clock.now().timestamp()) + ahead_s,
            "nonce": self.ctr.to_bytes(16, "big"),
            "body": body,
        }
        return sign(**{**facts, **other})

    def post(self, path: str, headers: dict[str, str], body: bytes) -> httpx2.Response:
        return self.client.post(f"/v1/{path}", headers=headers, content=body)

    def ask(self, path: str, message: msgspec.Struct | bytes, **other: Any) -> httpx2.Response:
        """Signed as the victim would, but for what is given."""
        body = message if isinstance(message, bytes) else msgspec.json.encode(message)
        return self.post(path, self.headers(path, body, **other), body)

    def raw(self, request: bytes, then: bytes = b"", pause_s: float = 0.0) -> Said:
        """Bytes that no client would send."""
        where = urlsplit(self.live.url)
        context = trusted(self.mine.certificate)
        with (
            socket.create_connection((where.hostname or "", where.port or 0), 30) as plain,
            context.wrap_socket(plain) as line,
        ):
            found = b""
            try:
                line.sendall(request)
                for at in range(len(then)):
                    time.sleep(pause_s)
                    line.sendall(then[at : at + 1])
                    line.settimeout(0.01)
                    try:
                        found += line.recv(65_536)
                        break
                    except TimeoutError:
                        line.settimeout(30)
                line.settimeout(30)
                while b"\r\n\r\n" not in found or b"}" not in found:
                    piece = line.recv(65_536)
                    if not piece:
                        break
                    found += piece
            except (ConnectionError, ssl.SSLError):
                pass
        status = int(found.split()[1]) if found else 0
        code = re.search(rb'"code":"([a-z-]+)"', found)
        return status, code[1].decode() if code else ""

    def batch(self, first: int = 1) -> tuple[Batch, list[bytes]]:
        """The victim's own entries, from a number on."""
        with self.victim.shop.store.reading() as view:
            found = next_batch(view, {1: first}, 1_000)
        assert found is not None
        return found[1], found[2]
