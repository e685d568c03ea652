"""A terminal's part in its shop's network: it serves if it is the hub, else it talks to the hub.

One thread; which part it plays is read from the books each time, for head office may name another
hub at any hour. Nothing of it is needed to sell: without it a till spends what it has.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.clock import milliseconds
from pos.store import Store, View
from pos.sync import hub_notes
from pos.sync.hub import Hub
from pos.sync.hub_client import TIMEOUT_S, HubTransport, HubWay
from pos.sync.hub_desk import HubDesk
from pos.sync.hub_line import HubLine
from pos.sync.hub_peers import HubAt, hub_at, key_of
from pos.sync.hub_server import HubServer
from pos.sync.messages import Reserved
from pos.trouble import TroubleError

POLL_S = 0.5
AWAY_S = (1.0, 2.0, 5.0, 10.0)  # between tries while the hub does not answer
BUSY_S = 0.3  # a counter waits so long for a round that is under way
ANSWER_S = 1.4
STOP_S = 3.0
EVERYWHERE = "0.0.0.0"
NONE, HUB, TILL = "none", "hub", "till"
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HubState:
    """`part`: NONE, HUB or TILL. `connected`: the hub answers (or this is it, and it serves), since
    `since_ms`; `why` not, a code.
    """

    part: str = NONE
    hub: int = 0
    address: str = ""
    connected: bool = False
    since_ms: int = 0
    why: str = ""


class ShopNetwork:
    """Runs from `start` to `stop`. `private`: this terminal's key; `frozen` as in `Hub`; `host`:
    where a hub listens, and `port`, if not the one its tills were told; `wait_s`: for an answer of
    the hub. `told` is called from its
    thread with each new state.
    """

    def __init__(
        self,
        store: Store,
        private: bytes,
        new_id: Callable[[], UUID],
        frozen: Callable[[View], str],
        *,
        host: str = EVERYWHERE,
        port: int = 0,
        wait_s: float = TIMEOUT_S,
        told: Callable[[HubState], None] = lambda _: None,
    ) -> None:
        self._store = store
        self._private = private
        self._new_id = new_id
        self._frozen = frozen
        self._host, self._port, self._wait_s = host, port, wait_s
        self._told = told
        self._state = HubState(since_ms=self._now_ms())
        self._lock = threading.Lock()
        self._bell = threading.Event()
        self._stopping = False
        self._failed = 0
        self._serving: tuple[HubAt, HubServer] | None = None
        self._talking: tuple[HubAt, bytes, HubLine, HubTransport] | None = None
        self._thread = threading.Thread(target=self._run, name="shop-network", daemon=True)

    # --- from any thread ------------------------------------------------------------------------

    @property
    def state(self) -> HubState:
        """This terminal's part now, and how it goes."""
        return self._state

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def wake(self) -> None:
        """Something was booked, or somebody left: look at once."""
        self._bell.set()

    def reserve(
        self, member: UUID | None, need: int = 0, voucher: str = "", wait_s: float = ANSWER_S
    ) -> Reserved:
        """Fetch what the hub has; in the books on return. A till that has more is asked meanwhile.

        TroubleError `office-unreachable`, within BUSY_S and the line's time-out where there is no
        hub to ask.
        """
        until = time.monotonic() + wait_s
        if self._state.part == HUB:
            return self._call_in(member, need, voucher, until)
        answer = self._asked(member, need, voucher)
        while answer.asked and not self._enough(member, need):
            pause = max(answer.wait_ms, 50) / 1000
            if time.monotonic() + pause > until:
                break
            time.sleep(pause)
            answer = self._asked(member, need, voucher)
        return answer

    def stop(self) -> None:
        """End within a few seconds, whatever is under way. Repeats do nothing."""
        self._stopping = True
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        with self._lock:
            self._part_with()

    def _asked(self, member: UUID | None, need: int, voucher: str) -> Reserved:
        if not (self._state.part == TILL and self._state.connected):
            raise TroubleError("office-unreachable", said=self._state.why or "no hub")
        if not self._lock.acquire(timeout=BUSY_S):
            raise TroubleError("office-unreachable", said="busy")
        try:
            if self._talking is None:
                raise TroubleError("office-unreachable", said="no hub")
            return self._talking[2].reserve(member, need, voucher)
        except TroubleError as error:
            self._bad(error)
            raise
        finally:
            self._lock.release()

    def _call_in(self, member: UUID | None, need: int, voucher: str, until: float) -> Reserved:
        """At the hub's own counter: ask the tills, and wait for what they hand over."""
        with self._store.writing() as work:
            members = [member.bytes] if member else []
            hub_notes.want(work, members, [voucher] if voucher else [], by=work.terminal)
        while not self._enough(member, need) and time.monotonic() + POLL_S / 2 < until:
            time.sleep(POLL_S / 2)
        return Reserved(known=False)

    def _enough(self, member: UUID | None, need: int) -> bool:
        if member is None:
            return False
        with self._store.reading() as view:
            return view.account(member).spendable(view.today()) >= need

    # --- the thread -----------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopping:
            try:
                with self._lock:
                    self._step()
            except (TroubleError, LoyaltyError) as error:
                self._bad(error)
            except OSError as error:
                self._bad(TroubleError("office-unreachable", said=str(error)[:80]))
            self._bell.wait(AWAY_S[min(self._failed, len(AWAY_S)) - 1] if self._failed else POLL_S)
            self._bell.clear()

    def _step(self) -> None:
        with self._store.reading() as view:
            hub, own = hub_at(view), view.terminal
            key = key_of(view, hub.number) if hub else None
        if hub is None or (hub.number != own and key is None):
            self._part_with()
            self._show(HubState(since_ms=self._state.since_ms))
        elif hub.number == own:
            self._serve(hub)
        else:
            assert key is not None
            self._talk(hub, key, own)

    def _serve(self, hub: HubAt) -> None:
        if self._serving is None or self._serving[0] != hub:
            self._part_with()
            desk = HubDesk(self._store, Hub(self._store, self._new_id, self._frozen), self._private)
            server = HubServer(desk, self._host, self._port or hub.place[1])
            server.start()
            self._serving = (hub, server)
        self._good(hub, HUB)

    def _talk(self, hub: HubAt, key: bytes, own: int) -> None:
        if self._talking is None or self._talking[:2] != (hub, key):
            self._part_with()
            way = HubWay(*hub.place, key, own, self._private)
            transport = HubTransport(way, self._store.clock, wait_s=self._wait_s)
            line = HubLine(self._store, hub.number, transport, self._new_id, self._frozen)
            self._talking = (hub, key, line, transport)
            self._show(replace(self._state, part=TILL, hub=hub.number, address=hub.address))
        moved = self._talking[2].round()
        self._good(hub, TILL)
        if moved.left and moved.gave:
            self._bell.set()

    def _part_with(self) -> None:
        if self._serving is not None:
            self._serving[1].stop()
            self._serving = None
        if self._talking is not None:
            self._talking[3].close()
            self._talking = None

    def _good(self, hub: HubAt, part: str) -> None:
        self._failed = 0
        fresh = HubState(part, hub.number, hub.address, connected=True)
        if replace(self._state, since_ms=0) != fresh:
            LOG.info("the shop's network: %s, hub %s", part, hub.number)
            self._show(replace(fresh, since_ms=self._now_ms()))

    def _bad(self, error: TroubleError | LoyaltyError) -> None:
        self._failed += 1
        why = str(error.facts.get("why") or error.code)
        if self._state.connected or self._state.why != why:
            LOG.info("the shop's network: %s", error)
            since = self._now_ms() if self._state.connected else self._state.since_ms
            self._show(replace(self._state, connected=False, since_ms=since, why=why))

    def _show(self, state: HubState) -> None:
        if state != self._state:
            self._state = state
            self._told(state)

    def _now_ms(self) -> int:
        return milliseconds(self._store.clock.now())
