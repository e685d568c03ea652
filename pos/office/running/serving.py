"""Runs head office's web service until it is told to stop; what is under way is finished first."""

from __future__ import annotations

import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pos.logs import keep_log
from pos.office.nights.jobs import watched
from pos.office.running.certificate import Tls, given, self_signed
from pos.office.web.app import make_app
from pos.office.web.parts import Door, Parts
from pos.office.web.protocol import BoundedProtocol, ProxiedProtocol, without_noise
from pos.trouble import TroubleError

LOOPBACK = ("localhost", "127.0.0.1", "::1")
CONNECTIONS = 800
STOP_S = 10
KEEP_ALIVE_S = 15
HEADERS = 16 * 1024
BACKLOG = 256


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and how it is closed off: exactly one of the four is meant.

    A given certificate with its key, TLS inside a proxy's, plain on this machine only, or (with
    none of them) a certificate of our own making.
    """

    host: str
    port: int
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    plain: bool = False
    behind_proxy: bool = False


class Service(uvicorn.Server):
    """Lets the terminals that wait for news go before it waits for them to be answered."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.config.app.state.let_go()  # type: ignore[union-attr]  # `make_app` made it
        await super().shutdown(sockets)


def door_of(
    address: Address, folder: Path, now: datetime, key: Ed25519PrivateKey
) -> tuple[Door, Tls | None]:
    """Which names the service answers to, and the certificate it shows; `key`: head office's.

    TroubleError `office-plain-open`: plain on an address others can reach; `office-names`: on all
    addresses, or behind a proxy, without a name; those of a certificate.
    """
    ours = {name.lower().removesuffix(".") for name in address.names}
    if address.host in ("0.0.0.0", "::", "") or address.behind_proxy:
        if not ours:
            raise TroubleError("office-names", host=address.host or "*")
    else:
        ours.add(address.host.lower())
    if address.behind_proxy:
        return Door(frozenset(ours), tls=True, behind_proxy=True), None
    here = _is_loopback(address.host)
    ours |= set(LOOPBACK) if here or address.host in ("0.0.0.0", "::", "") else set()
    if address.plain:
        if not here:
            raise TroubleError("office-plain-open", host=address.host)
        return Door(frozenset(ours), tls=False), None
    if address.certificate and address.key:
        tls = given(address.certificate, address.key)
        if tls.ends < now:
            raise TroubleError("office-certificate-ended", path=str(address.certificate))
        return Door(frozenset({*ours, *(n.lower() for n in tls.names)})), tls
    return Door(frozenset(ours)), self_signed(folder, sorted(ours), now, key)


def serve(
    make_parts: Callable[[Door], Parts],
    address: Address,
    door: Door,
    tls: Tls | None,
    log: Path,
    ready: Callable[[int], None],
) -> None:
    """Serve until SIGTERM or SIGINT. `ready` is told the port once it listens.

    TroubleError `office-port` (host, port): it cannot be listened on.
    """
    listener = _listener(address)
    _keep_logs(log)
    parts = make_parts(door)
    ready(int(listener.getsockname()[1]))
    config = uvicorn.Config(
        make_app(parts),
        http=ProxiedProtocol if door.behind_proxy else BoundedProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the envelope believes the last proxy only
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=STOP_S,
        h11_max_incomplete_event_size=HEADERS,
        ssl_certfile=str(tls.certificate) if tls else None,
        ssl_keyfile=str(tls.key) if tls else None,
    )
    # uvicorn raises what stopped it once more when it has stopped: nobody needs to hear it twice.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    try:
        with watched(parts.office, also=partial(_renew, parts, config)):
            Service(config).run(sockets=[listener])
    finally:
        parts.engine.dispose()
        listener.close()


def _renew(parts: Parts, config: uvicorn.Config) -> None:
    """Show another certificate from now on, where one is due; open connections stay as they are."""

    def shown(tls: Tls) -> None:
        if config.ssl is not None:
            config.ssl.load_cert_chain(tls.certificate, tls.key)

    if parts.renewal is not None:
        parts.renewal.look(shown)


def _listener(address: Address) -> socket.socket:
    try:
        found: Sequence[tuple[socket.AddressFamily, object, int, str, tuple[object, ...]]]
        found = socket.getaddrinfo(
            address.host or None,
            address.port,
            type=socket.SOCK_STREAM,
            flags=socket.AI_PASSIVE,
        )
        family, _, _, _, where = found[0]
        listener = socket.create_server(
            (str(where[0]), address.port), family=family, backlog=BACKLOG
        )
    except OSError:
        raise TroubleError("office-port", host=address.host, port=address.port) from None
    return listener


def _keep_logs(path: Path) -> None:
    """One line a request to standard error; warnings and worse into the file as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    root = logging.getLogger()
    shown = logging.StreamHandler(sys.stderr)
    shown.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(shown)
    keep_log(path)
    logging.getLogger("pos.office").setLevel(logging.INFO)
    logging.getLogger("uvicorn.error").addFilter(without_noise)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
