"""Both lines of a terminal as one: its shop's hub is asked first, then head office.

What the counter sees is one courier; that a till asks the next till before it asks the world is
nobody's concern there.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from loyalty.ledger.entry import EntryKey
from pos.line_state import LineState
from pos.store import Store
from pos.sync.courier import ANSWER_S, Courier
from pos.sync.hub_network import TILL, HubState, ShopNetwork
from pos.sync.messages import Reserved
from pos.trouble import TroubleError

NEAR_S = 0.5
"""A counter waits so long for a till of its own shop while head office could be asked, too."""


class ShopLine:
    """A courier and the shop's network, begun and ended together. `told`: each new state, from
    either's thread.
    """

    def __init__(
        self,
        store: Store,
        courier: Callable[[Callable[[LineState], None]], Courier],
        network: Callable[[Callable[[HubState], None]], ShopNetwork],
        told: Callable[[LineState], None],
    ) -> None:
        self._store = store
        self._told = told
        self._lock = threading.Lock()
        self._courier = courier(lambda _: self._tell())
        self._network = network(lambda _: self._tell())
        self._last = self.state

    @property
    def state(self) -> LineState:
        """The line now; `near`: the shop's hub answers."""
        hub = self._network.state
        return replace(self._courier.state, near=hub.part == TILL and hub.connected)

    def start(self) -> None:
        """Begin; once."""
        self._courier.start()
        self._network.start()

    def wake(self) -> None:
        """Something was booked: neither waits for its next tick."""
        self._courier.wake()
        self._network.wake()

    def retry(self) -> None:
        """Somebody wants it tried now."""
        self._courier.retry()
        self._network.wake()

    def reserve(
        self, member: UUID | None, need: int = 0, voucher: str = "", wait_s: float = ANSWER_S
    ) -> Reserved:
        """As `Courier.reserve`: what the shop has; if that is too little, what others have."""
        until = time.monotonic() + wait_s
        state = self.state
        near = None
        if state.near or self._network.state.part != TILL:
            near = self._nearby(member, need, voucher, NEAR_S if state.connected else wait_s)
        if near is not None and need > 0 and self._enough(member, need):
            return near
        if near is not None and voucher and not near.asked:
            return near
        try:
            return self._courier.reserve(member, need, voucher, max(0.1, until - time.monotonic()))
        except TroubleError:
            if near is None:
                raise
            return near

    def find(self, number: EntryKey) -> EntryKey | None:
        """As `Courier.find`: only head office has every shop's sales."""
        return self._courier.find(number)

    def claimed(self, source: UUID) -> None:
        """As `Courier.claimed`."""
        self._courier.claimed(source)

    def stop(self) -> None:
        """End within a few seconds. Repeats do nothing."""
        self._network.stop()
        self._courier.stop()

    def _nearby(
        self, member: UUID | None, need: int, voucher: str, wait_s: float
    ) -> Reserved | None:
        try:
            return self._network.reserve(member, need, voucher, wait_s)
        except TroubleError:
            return None

    def _enough(self, member: UUID | None, need: int) -> bool:
        if member is None:
            return False
        with self._store.reading() as view:
            return view.account(member).spendable(view.today()) >= need

    def _tell(self) -> None:
        with self._lock:
            now = self.state
            if now != self._last:
                self._last = now
                self._told(now)
