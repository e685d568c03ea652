"""A power cut in the middle of putting a backup back: never a shop with empty books."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pos.clock import FixedClock
from pos.store import Store, backup, open_store, restore, verify
from tests.simulation.driver import Killed
from tests.store.shop import book_sale, set_up

_MOVES = ("rename", "replace")


def sell(store: Store, clock: FixedClock, *numbers: int) -> None:
    for number in numbers:
        with store.writing() as work:
            book_sale(work, clock, number)


@pytest.fixture
def crashed(tmp_path: Path, clock: FixedClock) -> Path:
    """A ledger with two sales, of a window that died with a third one in its log only."""
    path = tmp_path / "shop" / "regulars.db"
    with open_store(path, clock, reserve_bytes=0) as store:
        set_up(store)
        sell(store, clock, 1, 2)
    with open_store(path, clock, reserve_bytes=0) as store:
        backup(store, tmp_path / "copies")
        sell(store, clock, 3)
        left = tmp_path / "left"
        shutil.copytree(path.parent, left)
    return left / path.name


def put_back(crashed: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> bool:
    """Restore the copy; after `moves` renames the power fails. Whether it came to the end."""
    (copy,) = (crashed.parent.parent / "copies").glob("*.db")
    left = [moves]

    def cut_off(of: str) -> object:
        move = getattr(Path, of)

        def moved(self: Path, target: Path) -> Path:
            if not left[0]:
                raise Killed
            left[0] -= 1
            result: Path = move(self, target)
            return result

        return moved

    with monkeypatch.context() as patch:
        for of in _MOVES:
            patch.setattr(Path, of, cut_off(of))
        try:
            restore(copy, crashed)
        except Killed:
            return False
    return True


def books(path: Path, clock: FixedClock) -> tuple[int, int, int]:
    """Entries, the epoch, and how many files with the old sales are beside."""
    with open_store(path, clock, reserve_bytes=0) as store, store.reading() as view:
        assert not list(verify(view))
        held = (sum(1 for _ in view.entries()), store.epoch)
    return *held, len(list(path.parent.glob("*.replaced-1*")))


def test_a_restore_that_is_cut_off_is_ended_by_the_next_opening(
    crashed: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Before anything moved; after the file, its log, the log's index; then the new file comes.
    for moves, held in enumerate(((5, 1, 0), (4, 2, 3), (4, 2, 3), (4, 2, 3), (4, 2, 3))):
        place = crashed.parent.with_name(f"after-{moves}")
        shutil.copytree(crashed.parent, place)
        assert put_back(place / crashed.name, monkeypatch, moves) is (moves == 4)
        assert books(place / crashed.name, clock) == held


def test_a_copy_that_was_never_finished_is_not_taken_for_the_ledger(
    tmp_path: Path, clock: FixedClock
) -> None:
    with open_store(tmp_path / "a.db", clock, reserve_bytes=0) as store:
        set_up(store)
        made = backup(store, tmp_path / "copies")
    path = tmp_path / "b" / "regulars.db"
    path.parent.mkdir()
    whole = made.read_bytes()
    for content in (whole[: len(whole) // 2], b"", whole):  # the last lacks its new epoch
        path.unlink(missing_ok=True)
        path.with_name("regulars.db.restoring").write_bytes(content)
        with open_store(path, clock, reserve_bytes=0) as store, store.reading() as view:
            assert view.last_entry() is None
