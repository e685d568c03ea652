"""Two windows of one till, each a process: one of them has the line, the other asks through it."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec
import pytest

from main import main
from pos.linked import frozen
from pos.shift import end_open
from pos.sync.door import Door
from pos.sync.driving import Driver, Wheel, driver_of, noted
from pos.sync.line import courier_of
from pos.sync.passing import LOOPBACK, Question, passed_on
from pos.sync.till_line import TillLine
from pos.trouble import TroubleError
from tests.office.line_window import LineWindow
from tests.office.live import Live, Till, live_office, till

LONG_S = 20  # for what must come; a bound of the test, not a measurement


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with live_office(tmp_path / "office") as found:
        yield found


@pytest.fixture
def here(tmp_path: Path, live: Live) -> Iterator[Till]:
    found = till(tmp_path / "here")
    found.enrolled(live.code())
    yield found
    found.close()


@pytest.fixture
def windows(here: Till) -> Iterator[Callable[[], LineWindow]]:
    begun: list[LineWindow] = []

    def another() -> LineWindow:
        begun.append(LineWindow(here.places.data))
        return begun[-1]

    yield another
    for window in begun:
        window.end()


def until(held: Callable[[], bool]) -> None:
    ends = time.monotonic() + LONG_S
    while not held():
        assert time.monotonic() < ends
        time.sleep(0.05)


def connected(window: LineWindow) -> bool:
    return bool(window.say("state")["connected"])


def line(one: Till) -> TillLine:
    """A line in this process, not begun."""
    shop = one.shop
    door = Door(shop.store, shop.settings, one.places.settings, frozen, partial(end_open, shop))
    made = door.courier(lambda _: None)
    assert made is not None
    return made


def test_one_of_two_windows_has_the_line_and_both_have_points_brought(
    tmp_path: Path,
    live: Live,
    here: Till,
    windows: Callable[[], LineWindow],
    capsys: pytest.CaptureFixture[str],
) -> None:
    there = till(tmp_path / "there")
    there.enrolled(live.code(2))
    ann, bob = there.member("Ann"), there.member("Bob")
    there.sell(ann, 50_000)
    there.sell(bob, 30_000)
    giving = courier_of(there.shop.store)
    giving.start()
    until(lambda: giving.state.connected)
    first = windows()
    until(lambda: connected(first))
    second = windows()
    until(lambda: connected(second))
    driver = driver_of(here.places.database)
    assert driver is not None
    assert (driver.pid, first.say("state")["driver"]) == (first.pid, 0)
    assert second.say("state")["driver"] == first.pid
    assert main(["--data", str(here.places.data), "sync", "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["driver"] == first.pid

    def points() -> list[int]:
        with here.shop.store.reading() as view:
            return [view.account(each).spendable(here.shop.today) for each in (ann, bob)]

    assert points() == [0, 0]
    assert second.say("reserve", ann, 500) == {"ok": True}
    assert first.say("reserve", bob, 300) == {"ok": True}
    assert points() == [500, 300]
    for window in (first, second):
        assert "session-stale" not in window.say("state")["whys"]
    giving.stop()
    there.close()


@pytest.mark.parametrize("kill", [True, False])
def test_the_other_window_takes_over_when_the_first_ends(
    here: Till, windows: Callable[[], LineWindow], kill: bool
) -> None:
    first, second = windows(), None
    until(lambda: connected(first))
    second = windows()
    until(lambda: second.say("state")["driver"] == first.pid)
    first.end(kill)
    until(lambda: second.say("state")["driver"] == 0 and connected(second))
    driver = driver_of(here.places.database)
    assert driver is not None
    assert driver.pid == second.pid
    here.sell(here.member())
    until(lambda: second.say("state")["unsent"] == 0)
    second.end()
    assert driver_of(here.places.database) is None
    assert noted(here.places.database) is None


def test_a_window_without_the_line_asks_nobody_where_nobody_answers(here: Till) -> None:
    wheel = Wheel(here.places.database)
    assert wheel.take()
    wheel.note(Driver(pid=1, port=9, token="x"))  # nothing listens there
    other = line(here)
    other.start()
    until(lambda: other.state.driver == 1)
    with pytest.raises(TroubleError, match="office-unreachable"):
        other.reserve(here.member(), 100)
    other.retry()
    other.stop()
    assert driver_of(here.places.database) == noted(here.places.database)
    wheel.let_go()
    assert driver_of(here.places.database) is None


@pytest.mark.parametrize(
    "said",
    [b"", b"\n", b"{", b"{}\n", b'{"act":"retry","token":"no"}\n', b"\xff" * 9_000 + b"\n"],
)
def test_whoever_does_not_know_the_token_is_told_nothing(here: Till, said: bytes) -> None:
    mine = line(here)
    mine.start()
    books = here.places.database
    until(lambda: noted(books) is not None)
    driver = noted(books)
    assert driver is not None
    way = socket.create_connection((LOOPBACK, driver.port), timeout=5)
    with way, suppress(OSError):  # it was not even read to its end
        way.sendall(said)
        way.shutdown(socket.SHUT_WR)
        heard = way.recv(100)
        assert heard == b""
    assert passed_on(driver, Question(act="retry", wait_s=1)).code == ""
    with pytest.raises(TroubleError, match="office-unreachable"):
        passed_on(driver, Question(act="dance", wait_s=1))
    with pytest.raises(TroubleError, match="office-unreachable"):
        passed_on(msgspec.structs.replace(driver, token="other"), Question(act="retry", wait_s=1))
    mine.stop()


@pytest.mark.parametrize("text", ["", "{", "[]", json.dumps({"pid": "x"}), "\udcff"])
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    books = tmp_path / "regulars.db"
    note = books.with_name("regulars.db.driver")
    note.write_text(text, errors="surrogateescape")
    assert noted(books) is None
    assert driver_of(books) is None
    assert Wheel(books).take()
