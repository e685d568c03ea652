"""The line of these books, put together from what was kept at enrolment."""

from __future__ import annotations

import hashlib
import importlib.metadata
import uuid
from collections.abc import Callable
from functools import partial

from pos.ids import new_id
from pos.line_state import LineState
from pos.store import Store, View
from pos.store.link import KEY, OWN, URL
from pos.sync import keys
from pos.sync.asking import Transport
from pos.sync.courier import Courier
from pos.sync.http import HttpTransport, Line
from pos.sync.hub_network import EVERYWHERE, HubState, ShopNetwork
from pos.sync.listening import HOLD_MS
from pos.sync.machine import Sync
from pos.sync.signing import receipt_check
from pos.sync.vouching import known
from pos.trouble import TroubleError


def line_of(store: Store) -> Line:
    """Where head office is, and who asks. TroubleError `office-none`; those of `keys.line_key`."""
    with store.reading() as view:
        told = {name: view.setting(name) for name in (URL, OWN)}
        certificates = known(view)
        terminal = view.terminal
    url, own = told[URL], told[OWN]
    if not url or not own:
        raise TroubleError("office-none")
    private = keys.line_key(store.path, bytes.fromhex(own))
    return Line(url, terminal, private, certificates, partial(_known_by, store))


def _known_by(store: Store) -> str:
    with store.reading() as view:
        return known(view)


def sync_of(store: Store, way: Transport) -> Sync:
    """The machine on a way; TroubleError `office-none`."""
    with store.reading() as view:
        key = view.setting(KEY)
    if not key:
        raise TroubleError("office-none")
    return Sync(
        store,
        way,
        lambda: new_id(store.clock),
        app=app_version(),
        machine=machine_mark(),
        check=receipt_check(bytes.fromhex(key)),
    )


def courier_of(store: Store, told: Callable[[LineState], None] = lambda _: None) -> Courier:
    """A courier, to be started and, before the books are closed, stopped; errors as `line_of`."""
    line = line_of(store)
    way = HttpTransport(line, store.clock)
    listening = HttpTransport(line, store.clock, wait_s=HOLD_MS // 1000)
    return Courier(store, sync_of(store, way), way, listening, told)


def network_of(
    store: Store,
    frozen: Callable[[View], str],
    told: Callable[[HubState], None] = lambda _: None,
    *,
    host: str = EVERYWHERE,
    port: int = 0,
) -> ShopNetwork:
    """This terminal's part in its shop's network, to be started and stopped; errors as `line_of`.
    `frozen` as in `pos.sync.hub.Hub`; `host`, `port` as in `ShopNetwork`.
    """
    private = line_of(store).private
    fresh = partial(new_id, store.clock)
    return ShopNetwork(store, private, fresh, frozen, host=host, port=port, told=told)


def app_version() -> str:
    """This program's version, for head office; empty where it was not installed."""
    try:
        return importlib.metadata.version("regulars")
    except importlib.metadata.PackageNotFoundError:
        return ""


def machine_mark() -> str:
    """A mark of this machine, which says nothing of it; empty where it has none of its own.

    Its network card's number, which a copied disk does not take along.
    """
    number = uuid.getnode()
    if number >> 40 & 1:  # drawn by chance, another one each time (RFC 9562, 6.10)
        return ""
    return hashlib.sha256(b"regulars-machine-1:" + number.to_bytes(6, "big")).hexdigest()[:32]
