"""Carries the books to head office while the counter sells: one thread that acts, one that listens.

Only the first touches the machine, so nothing is locked and a counter's question waits for no poll:
what may take long is cut into single messages, and between two of them the counter goes first.
"""

from __future__ import annotations

import logging
import secrets
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from pos.clock import milliseconds
from pos.line_state import LineState
from pos.store import Store
from pos.store.link import STATE
from pos.sync.listening import Listener
from pos.sync.machine import Progress, Sync
from pos.sync.messages import MOST_ENTRIES, Reserved
from pos.sync.patience import Patience
from pos.trouble import TroubleError

LOG = logging.getLogger(__name__)
TICK_S = 1.0  # nobody need ring: what is unsent is found in the books
PULL_S = 20.0  # heard so often, head office is in contact (`pos.linked.CONTACT_MS`)
ANSWER_S = 1.4  # a counter waits so long for head office, then goes on without
QUICK_S, SLOW_S = 0.3, 0.7  # a push in between is of the right size
FEWEST, AT_FIRST = 50, 200
STOP_S = 3.0
MOST_WISHES = 16
_SLEPT_S = 10  # the wall clock ran on so much longer: the machine was asleep
_Told = TypeVar("_Told")
_NOWHERE = ("192.0.2.1", 9)  # RFC 5737; nothing is sent there


class Way(Protocol):
    """A transport that can be closed, from another thread too."""

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """As `machine.Transport`."""
        ...

    def close(self) -> None:
        """Whatever is under way ends."""
        ...


@dataclass(frozen=True, slots=True)
class _Wish(Generic[_Told]):
    """What the counter asks, to be done by the thread that acts."""

    ask: Callable[[], _Told]
    answer: Future[_Told] = field(default_factory=Future)

    def done(self) -> None:
        """Ask it. TroubleError, LoyaltyError: told to whoever waits as well."""
        try:
            told = self.ask()
        except (TroubleError, LoyaltyError) as error:
            self.answer.set_exception(error)
            raise
        self.answer.set_result(told)


class Courier:
    """Runs from `start` to `stop`. `told` is called from its thread with each new state.

    `way` and `listening` are two transports; `sync` works on the first.
    """

    def __init__(
        self,
        store: Store,
        sync: Sync,
        way: Way,
        listening: Way,
        told: Callable[[LineState], None] = lambda _: None,
    ) -> None:
        self._store = store
        self._sync = sync
        self._way = way
        self._listening = listening
        self._told = told
        sync.most = AT_FIRST
        self._patience = Patience(lambda: secrets.randbelow(1_000))
        self._bell = threading.Condition()
        self._wishes: deque[_Wish[Any]] = deque()
        self._rung = True
        self._stopping = threading.Event()
        self._online = threading.Event()
        self._not_before = self._last_round = 0.0
        self._address = ""
        self._wall_ms, self._ticks = _now_ms(store), time.monotonic()
        self._state = LineState(since_ms=self._wall_ms)
        listener = Listener(listening, self._stopping, self._online, self.wake)
        self._threads = [
            threading.Thread(target=work, name=f"courier-{name}", daemon=True)
            for name, work in (("acts", self._act), ("listens", listener.listen))
        ]

    # --- from any thread ------------------------------------------------------------------------

    @property
    def state(self) -> LineState:
        """The line now."""
        return self._state

    def start(self) -> None:
        """Begin; once."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """Something was booked: do not wait for the next tick."""
        with self._bell:
            self._rung = True
            self._bell.notify()

    def retry(self) -> None:
        """Somebody wants it tried now, or the network changed: no more waiting."""
        with self._bell:
            self._patience.reset()
            self._not_before = 0.0
            self._rung = True
            self._bell.notify()

    def reserve(
        self, member: UUID | None, need: int = 0, voucher: str = "", wait_s: float = ANSWER_S
    ) -> Reserved:
        """Ask for points of a member or for a voucher, and have them in the books when it returns.

        TroubleError `office-unreachable` after `wait_s` at the latest, at once without a line; what
        is granted later is not lost.
        """
        until = time.monotonic() + wait_s
        return self._wished(partial(self._reserved, member, need, voucher, until), wait_s)

    def find(self, number: EntryKey, wait_s: float = ANSWER_S) -> EntryKey | None:
        """As `Sync.find`; TroubleError as `reserve`."""
        return self._wished(partial(self._sync.find, number), wait_s)

    def claimed(self, source: UUID, wait_s: float = ANSWER_S) -> None:
        """As `Sync.claimed`; TroubleError as `reserve`."""
        self._wished(partial(self._sync.claimed, source), wait_s)

    def stop(self) -> None:
        """End within a few seconds, whatever is under way. Repeats do nothing."""
        self._stopping.set()
        self._online.set()
        with self._bell:
            self._bell.notify()
        for way in (self._listening, self._way):
            way.close()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(STOP_S)
        self._disappoint(TroubleError("office-unreachable", said="stopped"))

    def _wished(self, ask: Callable[[], _Told], wait_s: float) -> _Told:
        wish = _Wish(ask)
        with self._bell:
            full = len(self._wishes) >= MOST_WISHES
            if full or self._stopping.is_set() or not self._state.connected:
                raise TroubleError("office-unreachable", said=self._state.why or "not connected")
            self._wishes.append(wish)
            self._bell.notify()
        try:
            return wish.answer.result(wait_s)
        except TimeoutError:
            wish.answer.cancel()
            raise TroubleError("office-unreachable", said="no answer in time") from None

    # --- the thread that acts -------------------------------------------------------------------

    def _act(self) -> None:
        while not self._stopping.is_set():
            wish = self._next()
            if self._stopping.is_set():
                return
            if wish is not None:
                self._grant(wish)
                continue
            try:
                if self._due():
                    self._go()
                self._count()
            except TroubleError:  # the books themselves: the counter hears of them first
                self._stopping.wait(TICK_S)

    def _next(self) -> _Wish[Any] | None:
        """Whoever waits at the counter; None when it is time to look at the books again."""
        with self._bell:
            pause = TICK_S if not self._rung else max(0.0, self._not_before - time.monotonic())
            if not self._wishes and pause and not self._stopping.is_set():
                self._bell.wait(min(pause, TICK_S))
            return self._wishes.popleft() if self._wishes else None

    def _due(self) -> bool:
        now = time.monotonic()
        if self._changed_outside(now):
            self.retry()
        if now < self._not_before:
            return False
        if self._rung or now - self._last_round >= PULL_S or not self._state.connected:
            return True
        with self._store.reading() as view:
            return bool(view.unsent()[0] or view.untold_count())

    def _go(self) -> None:
        """One round, of single messages."""
        with self._bell:
            self._rung = False
        began = time.monotonic()
        try:
            progress = self._sync.round(most_batches=1)
        except (TroubleError, LoyaltyError) as error:
            self._failed(error)
            return
        self._last_round = time.monotonic()
        self._well(progress, self._last_round - began)

    def _well(self, progress: Progress, took_s: float) -> None:
        self._patience.reset()
        self._contact()
        if progress.pushed >= self._sync.most and took_s < QUICK_S:
            self._sync.most = min(self._sync.most * 2, MOST_ENTRIES)
        elif progress.pushed and took_s > SLOW_S:
            self._sync.most = max(self._sync.most // 2, FEWEST)
        with self._bell:
            self._not_before = time.monotonic() + progress.slow_ms / 1000
            self._rung = self._rung or progress.more

    def _failed(self, error: TroubleError | LoyaltyError) -> None:
        """Nothing is lost: the books are the queue. Wait, longer each time."""
        why = str(error.facts.get("why") or error.code)
        stale = why == "session-stale" and self._state.why != why and self._state.connected
        least = error.facts.get("retry_ms", 0)
        if stale:  # head office began anew, or another window did: the next hello mends it
            self._state = replace(self._state, why=why)
            self.wake()
            return
        wait_ms = self._patience.failed(least if isinstance(least, int) else 0)
        with self._bell:
            self._not_before = time.monotonic() + wait_ms / 1000
        self._online.clear()
        if self._state.connected or self._state.why != why:
            LOG.info("no line to head office: %s", error)
            since = _now_ms(self._store) if self._state.connected else self._state.since_ms
            self._show(replace(self._state, connected=False, since_ms=since, why=why))
        self._disappoint(error)

    def _disappoint(self, error: TroubleError | LoyaltyError) -> None:
        """Whoever waits at the counter goes on without."""
        with self._bell:
            wishes = list(self._wishes)
            self._wishes.clear()
        for wish in wishes:
            if wish.answer.set_running_or_notify_cancel():
                wish.answer.set_exception(error)

    def _contact(self) -> None:
        now = _now_ms(self._store)
        if not self._state.connected:
            LOG.info("head office is connected")
            self._state = replace(self._state, since_ms=now)
        self._show(replace(self._state, connected=True, last_contact_ms=now, why=""))
        self._online.set()

    def _grant(self, wish: _Wish[Any]) -> None:
        """Ask what the counter wants to know, unless it waits no more."""
        if not wish.answer.set_running_or_notify_cancel():
            return
        try:
            wish.done()
        except (TroubleError, LoyaltyError) as error:
            self._failed(error)
            return
        self._contact()
        self.wake()  # what was taken is told, so that nobody wonders where it is

    def _reserved(self, member: UUID | None, need: int, voucher: str, until: float) -> Reserved:
        """Ask until there is enough, nobody is left to be asked, or the counter waits no more."""
        answer = self._sync.reserve(member, need, voucher)
        while answer.asked and not _enough(self._store, member, need):
            pause = min(max(answer.wait_ms, 50), 1_000) / 1000
            if time.monotonic() + pause > until or self._stopping.wait(pause):
                break
            answer = self._sync.reserve(member, need, voucher)
        return answer

    def _count(self) -> None:
        """What is unsent, for the screen."""
        with self._store.reading() as view:
            unsent, oldest = view.unsent()
            aside, state = len(view.set_aside()), view.setting(STATE) or ""
        self._show(
            replace(self._state, unsent=unsent, oldest_ms=oldest, set_aside=aside, state=state)
        )

    def _show(self, state: LineState) -> None:
        if state != self._state:
            self._state = state
            self._told(state)

    def _changed_outside(self, now: float) -> bool:
        """The machine slept, or it has another address: what failed before may go well now."""
        wall_ms = _now_ms(self._store)
        slept = (wall_ms - self._wall_ms) / 1000 - (now - self._ticks) > _SLEPT_S
        self._wall_ms, self._ticks = wall_ms, now
        if self._state.connected:
            return False
        before, self._address = self._address, _own_address()
        return slept or self._address not in ("", before)


def _own_address() -> str:
    """This machine's address on the way out; empty where there is none. Nothing is sent."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as found:
            found.connect(_NOWHERE)
            return str(found.getsockname()[0])
    except OSError:
        return ""


def _now_ms(store: Store) -> int:
    return milliseconds(store.clock.now())


def _enough(store: Store, member: UUID | None, need: int) -> bool:
    if member is None:
        return False
    with store.reading() as view:
        return view.account(member).spendable(view.today()) >= need
