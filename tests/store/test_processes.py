"""Two windows, and a window that dies. Short runs; the long ones are in tests/bench."""

from __future__ import annotations

import threading
from pathlib import Path

from loyalty.errors import LoyaltyError
from pos.clock import FixedClock
from pos.store import Store, verify
from tests.bench import kill, two_windows
from tests.store.children import COST
from tests.store.shop import ANNA, book_sale, goods


def test_two_windows_never_spend_the_same_points(path: Path) -> None:
    found = two_windows.run(path, tries=50)
    assert found["one_served"] == 50
    assert (found["double"], found["errors"], found["negative"], found["faults"]) == (0, 0, 0, 0)


def test_a_killed_till_loses_and_doubles_nothing(path: Path) -> None:
    found = kill.run(path.parent, kills=10, longest_s=0.1)
    assert found["kills"] == 10
    assert found["acknowledged"] >= 10
    assert (found["lost"], found["doubled"], found["faults"]) == (0, 0, 0)


def test_threads_take_turns(store: Store, clock: FixedClock) -> None:
    """The screen's worker and a background job write through one store."""
    with store.writing() as work:
        book_sale(work, clock, 1, ANNA, goods(COST * 1_000))
    served: list[int] = []

    def redeem(first: int) -> None:
        for number in range(first, first + 8):
            try:
                with store.writing() as work:
                    book_sale(work, clock, number, ANNA, goods(100), points=COST)
                served.append(number)
            except LoyaltyError:
                pass

    threads = [threading.Thread(target=redeem, args=(n * 100,)) for n in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as view:
        assert len(served) == 10
        assert view.account(ANNA).balance == 0
        assert not list(verify(view))
