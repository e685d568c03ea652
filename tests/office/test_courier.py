"""The thread that carries the books: quick with a line, patient without one, never in the way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from pos.office.managing.enrolled import retire
from pos.office.schema.engine import transaction
from pos.returns import find_sale
from pos.sync.courier import Courier, LineState
from pos.sync.http import HttpTransport, Line
from pos.sync.line import courier_of, line_of, sync_of
from pos.trouble import TroubleError
from tests.office.live import HAND, Live, Till, live_office, till
from tests.sync.hostile import answer, hostile

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
def there(tmp_path: Path, live: Live, here: Till) -> Iterator[Till]:
    found = till(tmp_path / "there")
    found.enrolled(live.code(2))
    yield found
    found.close()


@pytest.fixture
def running() -> Iterator[Callable[[Till], Courier]]:
    """Starts couriers, and stops them before the books are closed."""
    started: list[Courier] = []

    def start(one: Till) -> Courier:
        courier = courier_of(one.shop.store)
        started.append(courier)
        courier.start()
        until(lambda: courier.state.connected)
        return courier

    yield start
    for courier in started:
        courier.stop()


def until(held: Callable[[], bool]) -> None:
    ends = time.monotonic() + LONG_S
    while not held():
        assert time.monotonic() < ends
        time.sleep(0.01)


def sent(one: Till) -> bool:
    with one.shop.store.reading() as view:
        return not view.unsent()[0] and not view.untold_count()


def points(one: Till, member: UUID) -> int:
    with one.shop.store.reading() as view:
        return view.account(member).spendable(one.shop.today)


def test_a_sale_goes_up_though_nobody_rings(here: Till, running: Callable[[Till], Courier]) -> None:
    courier = running(here)
    here.sell(here.member(), 5_000)
    until(lambda: sent(here))
    until(lambda: courier.state.unsent == 0)
    assert courier.state.state == "active"
    assert courier.state.last_contact_ms >= courier.state.since_ms


def test_points_of_another_counter_are_there_before_the_counter_goes_on_without(
    here: Till, there: Till, running: Callable[[Till], Courier]
) -> None:
    ann = here.member()
    here.sell(ann, 50_000)
    here.carry()
    there.carry()
    running(here)
    asking = running(there)
    assert points(there, ann) == 0
    said = asking.reserve(ann, 500, wait_s=LONG_S)
    assert (said.total, points(there, ann)) == (500, 500)
    there.sell(ann, 1_000, points=500)
    until(lambda: sent(there) and points(here, ann) == 0)


def test_a_sale_of_another_shop_is_asked_for_and_can_be_returned(
    here: Till, there: Till, running: Callable[[Till], Courier]
) -> None:
    number = here.sell(here.member(), 5_000).key
    here.carry()
    there.carry()
    asking = running(there)
    with pytest.raises(LoyaltyError, match="sale-elsewhere"):
        find_sale(there.shop, number)
    assert asking.find(number, wait_s=LONG_S) == number
    assert find_sale(there.shop, number).sold.units_left == (1,)
    assert asking.find(replace(number, seq=999), wait_s=LONG_S) is None


def test_news_of_one_till_reaches_the_other_by_itself(
    here: Till, there: Till, running: Callable[[Till], Courier]
) -> None:
    running(there)
    running(here)
    ann = here.member("Ann")

    def known() -> bool:
        with there.shop.store.reading() as view:
            return view.member(ann) is not None

    until(known)


def test_without_a_line_the_till_sells_and_says_since_when(
    live: Live, here: Till, running: Callable[[Till], Courier]
) -> None:
    courier = running(here)
    live.down()
    until(lambda: not courier.state.connected)
    ann = here.member()
    for _ in range(3):
        here.sell(ann)
    until(lambda: courier.state.unsent == 3)
    assert courier.state.why == "office-unreachable"
    assert courier.state.oldest_ms is not None
    with pytest.raises(TroubleError) as told:
        courier.reserve(ann, 100)
    assert told.value.code == "office-unreachable"
    with pytest.raises(TroubleError, match="office-unreachable"):
        courier.find(EntryKey(2, 1, 1))
    live.up()
    courier.retry()
    until(lambda: courier.state.connected and sent(here))


def test_a_no_that_needs_a_person_is_told_by_its_code(
    live: Live, here: Till, running: Callable[[Till], Courier]
) -> None:
    courier = running(here)
    with transaction(live.engine) as db:
        retire(db, live.house, HAND, here.shop.store.terminal)
    here.sell(None)
    until(lambda: courier.state.why == "terminal-retired")
    here.sell(None)
    until(lambda: courier.state.unsent == 2)


def test_one_line_is_logged_when_the_line_is_lost_and_one_when_it_is_back(
    live: Live,
    here: Till,
    running: Callable[[Till], Courier],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", "pos.sync.courier")
    courier = running(here)
    live.down()
    until(lambda: not courier.state.connected)
    for _ in range(4):
        courier.retry()
        time.sleep(0.1)
    live.up()
    courier.retry()
    until(lambda: courier.state.connected)
    courier.stop()
    lines = [r.getMessage() for r in caplog.records if r.name == "pos.sync.courier"]
    assert len(lines) == 3
    assert "no line" in lines[1]


@pytest.mark.parametrize(
    "said",
    [
        answer(500, b"<html>"),
        answer(429, b'{"code":"too-many","retry_ms":60000}', "Retry-After: 60\r\n"),
        answer(200, b'{"nonce"', length=500),
        answer(200, b"[]"),
        b"",
    ],
)
def test_whoever_answers_badly_is_not_asked_without_end_and_no_sale_waits(
    here: Till, said: bytes
) -> None:
    with hostile(*[said] * 50) as server:
        real = line_of(here.shop.store)
        line = Line(server.url, real.terminal, real.private)
        way, listening = (HttpTransport(line, here.shop.clock) for _ in range(2))
        courier = Courier(here.shop.store, sync_of(here.shop.store, way), way, listening)
        courier.start()
        for _ in range(5):
            here.sell(None)
            courier.wake()
            time.sleep(0.05)
        until(lambda: courier.state.unsent == 5 and bool(courier.state.why))
        courier.stop()
        assert 1 <= len(server.heard) <= 4
        assert not courier.state.connected


def test_a_server_that_says_nothing_keeps_nobody_at_the_counter(here: Till) -> None:
    with hostile(silent=True) as server:
        real = line_of(here.shop.store)
        line = Line(server.url, real.terminal, real.private)
        way, listening = (HttpTransport(line, here.shop.clock) for _ in range(2))
        courier = Courier(here.shop.store, sync_of(here.shop.store, way), way, listening)
        courier.start()
        until(lambda: len(server.heard) > 0)
        here.sell(None)
        with pytest.raises(TroubleError):
            courier.reserve(here.member(), 100)
        courier.stop()  # while its question is still open
        assert not any(t.name.startswith("courier-") for t in threading.enumerate())


def test_a_stop_ends_the_wait_for_news_and_repeats_do_nothing(
    here: Till, running: Callable[[Till], Courier]
) -> None:
    courier = running(here)
    until(lambda: sent(here))
    courier.stop()
    courier.stop()
    assert not any(t.name.startswith("courier-") for t in threading.enumerate())
    with pytest.raises(TroubleError):
        courier.reserve(None, 0, "CODE")


def test_each_state_is_told_once(here: Till) -> None:
    told: list[LineState] = []
    courier = courier_of(here.shop.store, told.append)
    courier.start()
    until(lambda: courier.state.connected)
    here.sell(None)
    until(lambda: sent(here) and courier.state.unsent == 0)
    courier.stop()
    assert told
    assert all(one != other for one, other in pairwise(told))


def test_a_code_that_was_used_here_is_asked_for_and_told(
    here: Till, running: Callable[[Till], Courier]
) -> None:
    courier = running(here)
    assert not courier.reserve(None, 0, "NOSUCHCODE", wait_s=LONG_S).known
