"""The line of a window: its own, or that of another window of the same till that has it.

Whichever window begins first has the line; when it ends, however it ends, the next takes over
within a second. What the others show is in the books, but for what the note beside them says.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from loyalty.ledger.entry import EntryKey
from pos.clock import milliseconds
from pos.line_state import LineState
from pos.store import Store
from pos.store.link import LOCAL, STATE
from pos.sync.courier import ANSWER_S
from pos.sync.driving import Driver, Wheel, noted
from pos.sync.messages import Reserved
from pos.sync.passing import Passing, Question, passed_on
from pos.sync.shop_line import ShopLine
from pos.trouble import TroubleError

LOG = logging.getLogger(__name__)
LOOK_S = 1.0  # between two looks at whether the line is free
STOP_S = 3.0


class TillLine:
    """Runs from `start` to `stop`. `make`: a line for the window that has it; `told`: each new
    state, from a thread of the line's own.
    """

    def __init__(
        self,
        store: Store,
        make: Callable[[Callable[[LineState], None]], ShopLine],
        told: Callable[[LineState], None] = lambda _: None,
    ) -> None:
        self._store = store
        self._make = make
        self._told = told
        self._wheel = Wheel(store.path)
        self._token = secrets.token_hex(16)
        self._line: ShopLine | None = None
        self._passing: Passing | None = None
        self._noting = threading.Lock()
        self._note: Driver | None = None
        self._state = LineState(since_ms=milliseconds(store.clock.now()))
        self._stopping = threading.Event()
        self._bell = threading.Event()
        self._thread = threading.Thread(target=self._run, name="till-line", daemon=True)

    # --- from any thread ------------------------------------------------------------------------

    @property
    def state(self) -> LineState:
        """The line now; `driver`: the other process that has it."""
        return self._line.state if self._line is not None else self._state

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def retry(self) -> None:
        """Somebody wants it tried now."""
        if self._line is not None:
            self._line.retry()
        else:
            self._bell.set()

    def reserve(
        self, member: UUID | None, need: int = 0, voucher: str = "", wait_s: float = ANSWER_S
    ) -> Reserved:
        """As `ShopLine.reserve`; what comes is in the books all windows share."""
        if self._line is not None:
            return self._line.reserve(member, need, voucher, wait_s)
        wish = Question(act="reserve", member=member, need=need, voucher=voucher, wait_s=wait_s)
        return passed_on(noted(self._store.path), wish).reserved or Reserved()

    def find(self, number: EntryKey) -> EntryKey | None:
        """As `ShopLine.find`."""
        if self._line is not None:
            return self._line.find(number)
        asked = (number.terminal, number.epoch, number.seq)
        wish = Question(act="find", number=asked, wait_s=ANSWER_S)
        found = passed_on(noted(self._store.path), wish).found
        return EntryKey(*found) if found is not None else None

    def claimed(self, source: UUID) -> None:
        """As `ShopLine.claimed`."""
        if self._line is not None:
            self._line.claimed(source)
        else:
            wish = Question(act="claimed", member=source, wait_s=ANSWER_S)
            passed_on(noted(self._store.path), wish)

    def stop(self) -> None:
        """End within a few seconds; another window may have the line then. Repeats do nothing."""
        self._stopping.set()
        self._bell.set()
        if self._thread.is_alive():
            self._thread.join(STOP_S)
        if self._passing is not None:
            self._passing.stop()
        if self._line is not None:
            self._line.stop()
        with self._noting:
            self._wheel.let_go()

    # --- the thread -----------------------------------------------------------------------------

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                if self._wheel.take():
                    self._drive()
                    return
                self._follow()
            except (TroubleError, OSError) as error:
                LOG.info("the line of this till: %s", error)
                self._wheel.let_go()
            if self._bell.wait(LOOK_S) and not self._stopping.is_set():
                self._bell.clear()
                self._ask_to_retry()

    def _drive(self) -> None:
        """The line is ours until the window closes."""
        line = self._make(self._heard)
        passing = Passing(line, self._token)
        passing.start()
        self._passing, self._line = passing, line
        LOG.info("this window has the line")
        line.start()
        self._heard(line.state)

    def _heard(self, state: LineState) -> None:
        """The line changed: the screen is told, and the other windows by the note."""
        passing = self._passing
        if passing is None:
            return
        driver = Driver(
            pid=os.getpid(),
            port=passing.port,
            token=self._token,
            connected=state.connected,
            since_ms=state.since_ms,
            why=state.why,
            near=state.near,
        )
        with self._noting:
            if driver != self._note and not self._stopping.is_set():
                try:
                    self._wheel.note(driver)
                    self._note = driver
                except OSError as error:
                    LOG.info("the note of the line: %s", error)
        self._told(state)

    def _follow(self) -> None:
        """What the screen shows while another window has the line."""
        driver = noted(self._store.path)
        with self._store.reading() as view:
            unsent, oldest = view.unsent()
            aside, said = len(view.set_aside()), view.setting(STATE) or ""
            local = view.setting(LOCAL) or ""
        now = replace(
            self._state,
            unsent=unsent,
            oldest_ms=oldest,
            set_aside=aside,
            state=said,
            last_contact_ms=int(local) if local.isdecimal() else 0,
        )
        if driver is not None:
            now = replace(
                now,
                connected=driver.connected,
                since_ms=driver.since_ms,
                why=driver.why,
                near=driver.near,
                driver=driver.pid,
            )
        if now != self._state:
            self._state = now
            self._told(now)

    def _ask_to_retry(self) -> None:
        try:
            passed_on(noted(self._store.path), Question(act="retry", wait_s=ANSWER_S))
        except TroubleError as error:
            LOG.info("the window that has the line was not asked: %s", error)
