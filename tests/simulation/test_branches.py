"""Books that branch off from a branch: two copies of one terminal that asked with one breath."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pos.trouble import TroubleError
from tests.simulation.checks import faults_of
from tests.simulation.doings import Doing
from tests.simulation.machine import available
from tests.simulation.seeding import seeded
from tests.simulation.settling import settle
from tests.simulation.till import Till
from tests.simulation.world import World

pytestmark = pytest.mark.skipif(not available, reason="no file layer can be put under this SQLite")


def sell(world: World, till: Till) -> None:
    till.attempt(Doing(world.chance, world.people, till).sell)


def lost(_number: int, path: str, _session: bytes, _ctr: int, _body: bytes) -> bytes:
    """Nobody is there: whoever asks for a branch keeps the name it asked with."""
    raise TroubleError("office-unreachable")


def test_a_copy_of_books_that_had_asked_for_a_branch_branches_off_from_it(tmp_path: Path) -> None:
    with seeded(random.Random(1)):
        world = World(1, tmp_path, ("clone",), steps=0)
        first = world.tills[0]
        first.attempt(Doing(world.chance, world.people, first).enrol)
        first.round()
        second = world.clone(first)
        for till in (first, second):
            sell(world, till)
        first.round()
        answer = world.network.answer
        world.network.answer = lambda *asked: (lost if asked[1] == "epoch" else answer)(*asked)
        second.round()
        world.network.answer = answer
        third = world.clone(second)  # with the id of the branch that is asked for
        for till in (second, third, third):
            sell(world, till)
        for till in (second, third):
            assert till.round()
        with third.shop.store.reading() as view:
            branches = view.lineage().branches
        settle(world)
        found = faults_of(world)
        world.close()
    assert len({branch.epoch for branch in branches}) == 1 < len(branches)
    assert found == []


def test_books_that_went_on_after_a_lost_answer_have_a_branch_to_name(tmp_path: Path) -> None:
    with seeded(random.Random(1)):
        world = World(1, tmp_path, ("clone",), steps=0)
        first = world.tills[0]
        first.attempt(Doing(world.chance, world.people, first).enrol)
        first.round()
        second = world.clone(first)
        sell(world, first)
        first.round()
        answer = world.network.answer

        def unheard(*asked: object) -> bytes:
            said = answer(*asked)
            return lost(*asked) if asked[1] == "epoch" else said

        world.network.answer = unheard
        second.round()  # nothing of its own yet: head office gave it an epoch, and no name
        world.network.answer = answer
        sell(world, second)
        second.round()
        with second.shop.store.reading() as view:
            names = [branch.known_as for branch in view.lineage().branches]
        settle(world)
        found = faults_of(world)
        world.close()
    assert len(names) == 1
    assert all(names)
    assert found == []
