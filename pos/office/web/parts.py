"""What the web service is put together from: given in once, by whoever starts it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import sqlalchemy as sa

from pos.office.desk.core import HeadOffice
from pos.office.people.accounts import House
from pos.office.running.renewing import Renewal
from pos.office.web.guest_rates import GuestRates


@dataclass(frozen=True, slots=True)
class TerminalAsk:
    """A request of a terminal, not yet believed. `path` is what follows `/v1/`; header names are
    lower-case; `body` is at most 8 MiB, as it came over the wire.
    """

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    address: str


@dataclass(frozen=True, slots=True)
class TerminalAnswer:
    """What the terminal is answered. `code`: why not, for the log."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A terminal waits until its mark is another one than this, for so long at most."""

    terminal: int
    mark: bytes
    wait_ms: int


class TerminalDesk(Protocol):
    """Serves terminals. Called from several threads at once; may take its time."""

    def handle(self, ask: TerminalAsk) -> TerminalAnswer | Held:
        """The answer to a request; anything raised is a fault of ours and answered 500."""
        ...

    def marks(self, numbers: Collection[int]) -> Mapping[int, bytes]:
        """Of each terminal that waits, a mark that changes when there is news for it."""
        ...


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of anybody's wishes is served at once. Rates are requests a minute, and a burst."""

    threads: int = 12
    waiting: int = 100  # requests that wait for a thread; more are answered 503
    log_ins: int = 2  # at once: each takes 64 MiB and a tenth of a second on purpose
    page_body: int = 64 * 1024
    push_body: int = 8 * 1024 * 1024
    body_s: int = 60
    slow_after_s: int = 5  # from then on a body must have come at `slow_bytes_s` on the average
    slow_bytes_s: int = 1_024
    address_rate: int = 1_200
    address_burst: int = 300
    terminal_rate: int = 300
    terminal_burst: int = 150
    log_in_rate: int = 20
    log_in_burst: int = 20


@dataclass(frozen=True, slots=True)
class Door:
    """How the service is reached. `names`: what it answers to in `Host`, without ports."""

    names: frozenset[str]
    tls: bool = True  # to the browser: ours, or the proxy's
    behind_proxy: bool = False  # the last X-Forwarded-For is who asks


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the service. `cookie_key`: 32 secret bytes. `office`: who books and signs;
    without it people only look. `renewal`: what looks after a certificate of our own making.
    """

    engine: sa.Engine
    house: House
    door: Door
    cookie_key: bytes
    desk: TerminalDesk | None = None
    bounds: Bounds = Bounds()
    office: HeadOffice | None = None
    renewal: Renewal | None = None
    guests: GuestRates = field(default_factory=GuestRates)

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of the certificate, for terminals; empty where it is publicly trusted."""
        return self.renewal.fingerprint if self.renewal else b""
