"""Work away from the screen: one worker thread for each kind of work, one signal home.
The screen stays quick whatever the disk does, and only the screen's thread touches widgets.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MethodType
from typing import Any, Final, Protocol, TypeVar
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)

T = TypeVar("T")
LATEST: Final = 10_000  # more waiting jobs than this is a bug of ours, not a busy shop


class Work(Protocol):
    """What a screen needs of `Jobs`; presenters take this, so that tests can hand in a twin."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do `work` elsewhere, then call exactly one of `done(result)` and `failed(error)`."""

    def close(self) -> None:
        """Finish what was submitted and take no more."""


class _Call:
    """A callback home. A bound method is held weakly: work under way must not keep a closed
    screen alive, nor call into one whose widgets Qt has deleted already.
    """

    __slots__ = ("_strong", "_weak")

    def __init__(self, target: Callable[[Any], object]) -> None:
        bound = isinstance(target, MethodType)
        self._weak = WeakMethod(target) if bound else None
        self._strong = None if bound else target

    def __call__(self, value: object) -> bool:
        """Deliver `value`; False when nobody is there any more."""
        target = self._weak() if self._weak is not None else self._strong
        if target is None:
            return False
        owner = getattr(target, "__self__", None)
        if isinstance(owner, QObject) and not shiboken6.isValid(owner):
            return False
        target(value)
        return True


@dataclass(frozen=True, slots=True)
class _Outcome:
    call: _Call
    value: object
    is_error: bool


class Jobs(QObject):
    """A single worker thread named `name`, first in first out.

    Create it on the screen's thread: results come back there, through the event loop.
    """

    _home = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._home.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._waiting = 0

    @property
    def waiting(self) -> int:
        """Jobs submitted and not yet delivered."""
        return self._waiting

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run `work` on the worker; exactly one of the callbacks follows on the screen's thread.

        Bound methods are held weakly and dropped with their object. RuntimeError after `close`.
        """
        if self._waiting >= LATEST:
            raise RuntimeError(f"{self.objectName()}: {LATEST} jobs waiting")
        self._worker.submit(self._run, work, _Call(done), _Call(failed))
        self._waiting += 1

    def close(self, *, drop_waiting: bool = False) -> None:
        """Join the worker. What waits is still done (a booked sale must reach the disk), unless
        `drop_waiting` (reports). What finishes now is not delivered: its screen is going.
        """
        self._worker.shutdown(wait=True, cancel_futures=drop_waiting)
        if shiboken6.isValid(self):  # Qt deletes it with its parent
            self._home.disconnect(self._deliver)

    def _run(self, work: Callable[[], object], done: _Call, failed: _Call) -> None:
        outcome = _carry_out(work, done, failed)
        if shiboken6.isValid(self):
            self._home.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        self._waiting -= 1
        _hand_over(outcome)


class InlineJobs:
    """The twin without a thread: work is done, and its result delivered, inside `submit`.

    With `held=True` nothing is delivered before `deliver()`, which shows what a screen does
    while it waits.
    """

    def __init__(self, *, held: bool = False) -> None:
        self._held = held
        self._outcomes: list[_Outcome] = []
        self._closed = False

    @property
    def waiting(self) -> int:
        return len(self._outcomes)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """As `Jobs.submit`, but at once."""
        if self._closed:
            raise RuntimeError("closed")
        self._outcomes.append(_carry_out(work, _Call(done), _Call(failed)))
        if not self._held:
            self.deliver()

    def deliver(self) -> None:
        """Hand over every held result, oldest first."""
        while self._outcomes:
            _hand_over(self._outcomes.pop(0))

    def close(self, *, drop_waiting: bool = False) -> None:
        """Take no more work; `drop_waiting` forgets what is held."""
        self._closed = True
        if drop_waiting:
            self._outcomes.clear()


def _carry_out(work: Callable[[], object], done: _Call, failed: _Call) -> _Outcome:
    try:
        return _Outcome(done, work(), is_error=False)
    except Exception as error:  # noqa: BLE001 - the one gate: whatever it was, the screen is told
        return _Outcome(failed, error, is_error=True)


def _hand_over(outcome: _Outcome) -> None:
    heard = outcome.call(outcome.value)
    if outcome.is_error and not heard and isinstance(outcome.value, BaseException):
        log.warning("job-failed-unheard", exc_info=outcome.value)
