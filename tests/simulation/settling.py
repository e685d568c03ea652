"""The end of a world: all is well again, copies go, and everybody syncs until it is quiet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from pos.trouble import TroubleError
from tests.simulation.till import Till

if TYPE_CHECKING:
    from tests.simulation.world import World

MOST_ROUNDS = 60
"""Of each terminal until it is quiet, after everything is well again."""


class Restless(Exception):  # noqa: N818
    """It does not become quiet."""


def settle(world: World) -> None:
    """All is well again: clocks, network, disks; copies go; everybody syncs until quiet."""
    world.network.calm()
    for till in world.tills:
        till.recover()
        till.set_clock(max(till.clock.now(), world.office_clock.now()))
    _part_with_copies(world)
    _quiet(world)


def _part_with_copies(world: World) -> None:
    """Of machines with one name one stays; whoever was suspended is enrolled anew."""
    seen: set[int] = set()
    for till in [*world.tills]:
        if till.number in seen:
            if till.number in world.retired:
                world.headquarters.enrol(till.number, till.mark, again=True)
            _quiet(world, till)
            world.remember_proved(till)
            till.close()
            world.tills.remove(till)
            world.gone.append(till)
            world.note(till, "given up")
        seen.add(till.number)
    for till in world.tills:
        if till.copied or till.number in world.retired:
            world.headquarters.enrol(till.number, till.mark, again=True)
            world.note(till, "enrolled anew")


def _quiet(world: World, only: Till | None = None) -> None:
    """Round after round until nothing is left to do anywhere."""
    for _ in range(MOST_ROUNDS):
        world.office_clock.advance(timedelta(seconds=601))
        busy = False
        for till in [only] if only else world.tills:
            till.pass_time(timedelta(seconds=601))
            busy = _one_round(world, till) or busy
        if not busy:
            return
    raise Restless("not quiet", "; ".join(world.trace[-len(world.tills) :]))


def _one_round(world: World, till: Till) -> bool:
    """Whether it had anything to do. Nothing may go wrong any more."""
    try:
        done = till.sync.round()
    except TroubleError as error:
        code = str(error.facts.get("why", error.code))
        world.told[f"settling-{code}"] += 1
        world.note(till, f"round: {code}")
        return True
    world.note(till, f"round: {done}")
    return bool(done.pushed or done.told or done.taken or done.sent_back or done.more)
