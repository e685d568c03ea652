"""Work goes away and its result comes home, on the screen's thread, once, or not at all."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.jobs import InlineJobs, Jobs


class Screen:
    """Hears results and remembers on which thread."""

    def __init__(self) -> None:
        self.heard: list[object] = []
        self.threads: set[threading.Thread] = set()

    def done(self, result: object) -> None:
        self.heard.append(result)
        self.threads.add(threading.current_thread())

    def failed(self, error: Exception) -> None:
        self.heard.append(error)
        self.threads.add(threading.current_thread())


class WindowScreen(QWidget):
    """A screen that Qt may delete while work is under way."""

    heard: list[object]

    def done(self, result: object) -> None:
        self.setWindowTitle(str(result))
        self.heard.append(result)

    def failed(self, error: Exception) -> None:
        self.heard.append(error)


def raising(error: Exception) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


def numbered(number: int) -> tuple[int, threading.Thread]:
    return number, threading.current_thread()


def test_results_come_home_to_the_screens_thread_in_order(app: QApplication, qtbot: QtBot) -> None:
    jobs, screen = Jobs("test"), Screen()
    for number in range(20):
        jobs.submit(partial(numbered, number), screen.done, screen.failed)
    qtbot.waitUntil(lambda: len(screen.heard) == 20)
    numbers, workers = zip(*screen.heard, strict=True)
    assert numbers == tuple(range(20))
    assert screen.threads == {threading.current_thread()}
    assert len(set(workers)) == 1
    assert threading.current_thread() not in workers
    assert jobs.waiting == 0
    jobs.close()


def test_an_error_goes_to_failed_and_never_to_done(app: QApplication, qtbot: QtBot) -> None:
    jobs, good, bad = Jobs("test"), Screen(), Screen()
    error = ValueError("no")
    jobs.submit(raising(error), good.done, bad.failed)
    qtbot.waitUntil(lambda: bool(bad.heard))
    assert bad.heard == [error]
    assert good.heard == []
    jobs.close()


def test_work_under_way_does_not_keep_a_dead_screen_alive(app: QApplication, qtbot: QtBot) -> None:
    jobs, screen, after = Jobs("test"), Screen(), Screen()
    gate = threading.Event()
    jobs.submit(gate.wait, screen.done, screen.failed)
    jobs.submit(lambda: "later", after.done, after.failed)
    dead = weakref.ref(screen)
    del screen
    gc.collect()
    assert dead() is None
    gate.set()
    qtbot.waitUntil(lambda: after.heard == ["later"])
    jobs.close()


def test_a_window_that_qt_deleted_is_not_called(app: QApplication, qtbot: QtBot) -> None:
    jobs, after, window = Jobs("test"), Screen(), WindowScreen()
    window.heard = []
    gate = threading.Event()
    jobs.submit(gate.wait, window.done, window.failed)
    jobs.submit(lambda: "later", after.done, after.failed)
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    gate.set()
    qtbot.waitUntil(lambda: after.heard == ["later"])
    assert window.heard == []
    jobs.close()


def test_a_failure_that_nobody_is_left_to_hear_is_logged(
    app: QApplication, qtbot: QtBot, expect_log: Callable[..., None]
) -> None:
    expect_log("ui.jobs", "job-failed-unheard")
    jobs, after = Jobs("test"), Screen()
    jobs.submit(raising(ValueError("lost")), Screen().done, Screen().failed)
    jobs.submit(lambda: "later", after.done, after.failed)
    qtbot.waitUntil(lambda: after.heard == ["later"])
    jobs.close()


def test_closing_joins_and_finishes_what_was_submitted(app: QApplication) -> None:
    booked: list[int] = []
    jobs, screen = Jobs("test"), Screen()
    for number in range(5):
        jobs.submit(partial(booked.append, number), screen.done, screen.failed)
    jobs.close()
    assert booked == [0, 1, 2, 3, 4]
    assert not [t for t in threading.enumerate() if t.name.startswith("test")]
    with pytest.raises(RuntimeError):
        jobs.submit(lambda: 1, screen.done, screen.failed)


def test_closing_may_drop_what_waits(app: QApplication) -> None:
    made: list[str] = []
    jobs, screen = Jobs("test"), Screen()
    gate, started = threading.Event(), threading.Event()

    def first() -> None:
        started.set()
        gate.wait()
        made.append("first")

    jobs.submit(first, screen.done, screen.failed)
    jobs.submit(lambda: made.append("second"), screen.done, screen.failed)
    started.wait()
    closing = threading.Timer(0.05, gate.set)
    closing.start()
    jobs.close(drop_waiting=True)
    closing.join()
    assert made == ["first"]


def test_jobs_end_with_their_owner(app: QApplication) -> None:
    owner = QObject()
    jobs, screen = Jobs("test", owner), Screen()
    gate = threading.Event()
    jobs.submit(gate.wait, screen.done, screen.failed)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    gate.set()
    jobs.close()
    assert screen.heard == []


def test_the_inline_twin_keeps_the_same_promises() -> None:
    jobs, screen = InlineJobs(), Screen()
    error = ValueError("no")
    jobs.submit(lambda: 1, screen.done, screen.failed)
    jobs.submit(raising(error), screen.done, screen.failed)
    assert screen.heard == [1, error]
    jobs.close()
    with pytest.raises(RuntimeError):
        jobs.submit(lambda: 1, screen.done, screen.failed)


def test_the_held_twin_shows_what_a_screen_does_while_it_waits() -> None:
    jobs, screen = InlineJobs(held=True), Screen()
    jobs.submit(lambda: 1, screen.done, screen.failed)
    assert (screen.heard, jobs.waiting) == ([], 1)
    jobs.deliver()
    assert (screen.heard, jobs.waiting) == ([1], 0)
