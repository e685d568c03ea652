"""The courier and the postman beside the window: begun once the books are open, ended before they
are closed.

What it tells comes from its own thread and is handed to the screen's; nothing here waits for it.
"""

from __future__ import annotations

import logging
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal

from pos.line_state import LineState
from pos.trouble import TroubleError
from ui.counter.port import Courier, Door, Line
from ui.jobs import Jobs

log = logging.getLogger(__name__)


class Counter(Protocol):
    """Who is told (`ui.counter.fetching`)."""

    def line_is(self, line: Line) -> None:
        """There is a line."""

    def line_told(self, state: LineState) -> None:
        """The line changed."""

    def trouble(self, error: TroubleError) -> None:
        """There is a head office, and no way to it."""


class Post(Protocol):
    """Sends letters beside the counter (`pos.care.postman`)."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """End, in some seconds at most."""


class Lining(QObject):
    """`asking`: the worker for what the counter asks of head office, a second or two at most."""

    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asking = Jobs("lining", self)
        self._courier: Courier | None = None
        self._counter: Counter | None = None
        self._post: Post | None = None
        self._said = False
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self, door: Door, counter: Counter) -> None:
        """Have a courier and start it; where there is no head office, nothing happens."""
        self._counter = counter
        self.asking.submit(lambda: door.courier(self._told.emit), self._begun, self._not_begun)

    def send(self, post: Post) -> None:
        """Have letters sent from now on."""
        self._post = post
        post.start()

    @property
    def unsent(self) -> int:
        """Entries that head office has not."""
        return self._courier.state.unsent if self._courier is not None else 0

    @property
    def leaves_unsent(self) -> bool:
        """Whether somebody who leaves now should be told; they are told once."""
        tell = self.unsent > 0 and not self._said
        self._said = True
        return tell

    def end(self) -> None:
        """No more of it, before the books are closed."""
        courier, self._courier, self._counter = self._courier, None, None
        if courier is not None:
            courier.stop()
        post, self._post = self._post, None
        if post is not None:
            post.stop()

    def close(self) -> None:
        """The window is closing."""
        self.end()
        self.asking.close(drop_waiting=True)

    def _begun(self, courier: Courier | None) -> None:
        if courier is None or self._counter is None:
            return
        self._courier = courier
        self._counter.line_is(courier)
        courier.start()

    def _not_begun(self, error: Exception) -> None:
        """A till without its key sells on; the strip says what is wrong."""
        if not isinstance(error, TroubleError):
            raise error
        log.warning("no line to head office: %s", error)
        if self._counter is not None:
            self._counter.trouble(error)

    def _tell(self, state: LineState) -> None:
        if self._counter is not None:
            self._counter.line_told(state)
