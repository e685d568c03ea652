"""Lives of two shops with hubs in which everything goes wrong; `tests.sync.hub_seeds` has more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sync.hub_seeds import FAULTS, Life, drawn


@pytest.mark.parametrize("seed", range(5))
def test_every_point_is_somewhere_once_whatever_is_lost_late_or_cut(
    seed: int, tmp_path: Path
) -> None:
    life = Life(seed, tmp_path, [fault for fault in FAULTS if fault != "restore"])
    life.run()
    assert life.told["handed"]


@pytest.mark.parametrize("seed", [2, 6, 9])
def test_disks_that_are_rolled_back_leave_head_office_and_the_tills_of_one_mind(
    seed: int, tmp_path: Path
) -> None:
    life = Life(seed, tmp_path, drawn(seed))
    life.run()
    assert life.told["restored"]
