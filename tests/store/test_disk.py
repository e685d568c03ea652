"""A disk that is full: nothing half done, and the day can be finished."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest

from loyalty.ledger.entry import Kind
from pos.clock import FixedClock
from pos.store import Store, open_store, verify
from pos.store.guard import Reserve
from pos.store.opening import _reserve_bytes
from pos.trouble import TroubleError
from tests.store.shop import ANNA, act, book_sale, goods, set_up


def fill(store: Store) -> None:
    """No page may be added to the file any more, as on a full disk."""
    with store.writing() as work:
        pages = work._db.execute("PRAGMA page_count").fetchone()[0]
        work._db.execute(f"PRAGMA max_page_count = {pages}")


def make_room(store: Store) -> None:
    with store.writing() as work:
        work._db.execute("PRAGMA max_page_count = 1073741823")


def sell_until_full(store: Store, clock: FixedClock) -> int:
    """The act that found no room."""
    for number in range(10_000):
        try:
            with store.writing() as work:
                book_sale(work, clock, number, ANNA, goods(*([990] * 40)))
        except TroubleError as error:
            if error.code == "disk-full":
                return number
            raise
    raise AssertionError("the disk was never full")


def test_a_full_disk_leaves_nothing_half_done(store: Store, clock: FixedClock) -> None:
    fill(store)
    failed = sell_until_full(store, clock)
    with store.reading() as view:
        assert view.entry_of(act(failed), Kind.SALE) is None
        assert not list(verify(view))
    make_room(store)
    with store.writing() as work:
        assert book_sale(work, clock, failed).key.seq == failed + 3
        assert not list(verify(work))


def test_the_reserve_is_given_back_to_finish_the_day(path: Path, clock: FixedClock) -> None:
    with open_store(path, clock, reserve_bytes=100_000) as store:
        set_up(store)
        reserve = path.with_name(path.name + ".reserve")
        assert reserve.stat().st_size == 100_000
        fill(store)
        with pytest.raises(TroubleError) as found, store.writing() as work:
            work.keep_setting("large", "x" * 1_000_000)
        assert found.value.facts["reserve"] is True
        assert not reserve.exists()
        assert "reserve-used" in [health.code for health in store.health]
        make_room(store)
        assert store.release_reserve() is False
    with open_store(path, clock, reserve_bytes=100_000) as store:
        assert reserve.exists()


def test_no_reserve_is_taken_from_a_disk_that_is_nearly_full(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "r", 1_000)
    assert not reserve.fill(free=3_999)
    assert not (tmp_path / "r").exists()
    assert reserve.fill(free=4_000)


@pytest.mark.parametrize(
    ("named", "size"), [("1", 1 << 20), ("0", 0), ("many", 64 << 20), ("", 64 << 20)]
)
def test_the_environment_may_ask_for_another_reserve(
    monkeypatch: pytest.MonkeyPatch, named: str, size: int
) -> None:
    monkeypatch.setenv("REGULARS_RESERVE_MIB", named)
    assert _reserve_bytes() == size


_LIMITED = """
import pathlib, resource, signal, sys
from pos.store import open_store, verify
from pos.trouble import TroubleError
from tests.store.shop import ANNA, book_sale, clock_at, goods
clock = clock_at()
store = open_store(pathlib.Path(sys.argv[1]), clock, reserve_bytes=0)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
for number in range(10_000):
    try:
        with store.writing() as work:
            book_sale(work, clock, number, ANNA, goods(*([990] * 40)))
    except TroubleError as error:
        code = error.code
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with store.writing() as work:
    booked = book_sale(work, clock, number)
    sys.stdout.write(f"{code} {booked.key.seq - number} {len(list(verify(work)))}")
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no limits on a process's files")
def test_a_write_that_the_system_refuses_can_be_tried_again(path: Path, clock: FixedClock) -> None:
    """The system itself says no in the middle of a commit, with the log partly written."""
    with open_store(path, clock, reserve_bytes=0) as store:
        set_up(store)
    root = Path(__file__).parents[2]
    done = run(
        [sys.executable, "-c", _LIMITED, str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    code, gap, faults = done.stdout.split() or ["", "", done.stderr]
    assert code in {"disk-full", "store-unreadable"}
    assert (gap, faults) == ("3", "0")
