"""Where a member is at home; and the policy simulation, held to its bars.

The whole table is `python -m tests.bench.policy`; here one seed of its first scenario is enough to
see that what is coded keeps what was promised.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.rights.policy import Visits, home_of
from tests.bench import policy
from tests.bench.policy_homes import homes
from tests.bench.policy_scene import NIGHTLY, Scene, Town, scene
from tests.bench.policy_worlds import Policy, Told

SHOPS = {1: 1, 2: 1, 3: 2, 4: 2, 5: 3}
SMALL = Town(shops=6, members=400, days=60, copied=0.02)
ROWS = {each.name: each for each in policy.POLICIES}


@pytest.mark.parametrize(
    ("visits", "now", "home"),
    [
        ({}, 0, 0),
        ({}, 3, 3),
        ({5: Visits(1)}, 0, 5),
        ({5: Visits(2), 3: Visits(3)}, 5, 3),  # most visits, wherever it was
        ({1: Visits(2), 2: Visits(2), 5: Visits(3)}, 5, 1),  # a shop counts with all its tills
        ({1: Visits(1, 9), 2: Visits(2, 3), 5: Visits(2)}, 5, 2),  # and then its busier till
        ({3: Visits(2, 1), 5: Visits(2, 9)}, 3, 3),  # even: it stays
        ({3: Visits(2, 1), 5: Visits(2, 9)}, 4, 5),  # even, and home was neither: the latest
        ({9: Visits(1), 8: Visits(1)}, 0, 8),  # of shops nobody knows of: each is its own
    ],
)
def test_home_is_where_a_member_goes_most(visits: dict[int, Visits], now: int, home: int) -> None:
    assert home_of(visits, SHOPS, now) == home


_visits = st.dictionaries(
    st.sampled_from(sorted(SHOPS)), st.builds(Visits, st.integers(1, 9), st.integers(0, 90))
)


@given(_visits, st.sampled_from([0, *SHOPS]))
def test_a_home_once_chosen_is_kept_until_there_are_other_visits(
    visits: dict[int, Visits], now: int
) -> None:
    home = home_of(visits, SHOPS, now)
    assert home in visits or home == now
    assert home_of(visits, SHOPS, home) == home


@given(_visits, st.sampled_from([0, *SHOPS]))
def test_no_other_shop_was_visited_more_than_the_home_shop(
    visits: dict[int, Visits], now: int
) -> None:
    home = home_of(visits, SHOPS, now)
    counts = dict.fromkeys(SHOPS.values(), 0)
    for till, seen in visits.items():
        counts[SHOPS[till]] += seen.count
    if visits:
        assert counts[SHOPS[home]] == max(counts.values())


def _lived(found: Scene, name: str) -> Told:
    row = ROWS.get(name)
    return policy.run(found, row or name, homes(found, row.tills if row else 1))


@pytest.mark.parametrize("uptime", [0.97, 0.8, NIGHTLY])
def test_nothing_is_overdrawn_without_a_floor_and_with_one_no_more_than_its_bound(
    uptime: float,
) -> None:
    found = scene(replace(SMALL, uptime=uptime), 7)
    for each in policy.POLICIES:
        told = policy.run(found, each, homes(found, each.tills))
        assert told.over_bound == 0
        if each.floor:
            assert told.overdrawn <= told.advanced <= told.bound
        else:
            assert told.overdrawn == told.owed == 0


def test_believing_a_cached_balance_overdraws_and_asking_always_refuses() -> None:
    found = scene(replace(SMALL, uptime=0.8), 7)
    believed, asked = _lived(found, policy.OPTIMISTIC), _lived(found, policy.ONLINE)
    kept = _lived(found, policy.ESCROW)
    assert believed.overdrawn > 0
    assert asked.overdrawn == 0
    assert believed.refused < kept.refused < asked.refused


def test_a_seed_is_the_same_every_time() -> None:
    once, again = (_lived(scene(SMALL, 3), policy.WITH_FLOOR) for _ in range(2))
    assert once == again
    assert once != _lived(scene(SMALL, 4), policy.WITH_FLOOR)


def test_who_goes_where_does_not_depend_on_the_lines() -> None:
    assert scene(SMALL, 3).visits == scene(replace(SMALL, uptime=0.8), 3).visits


def test_the_standard_scenario_keeps_its_bars() -> None:
    found = scene(Town(), 1)
    kept, floor = _lived(found, policy.ESCROW), _lived(found, policy.WITH_FLOOR)
    online = _lived(found, policy.ONLINE)
    assert kept.wished > 14_000
    assert 100 * kept.refused <= 1.0 * kept.wished
    assert 100 * floor.refused <= 0.6 * floor.wished
    assert 100 * online.refused > 2.5 * online.wished
    assert kept.overdrawn == 0


def test_a_home_that_was_only_the_first_place_served_misses_the_bar() -> None:
    """Why head office looks again every week."""
    found = scene(Town(members=3_000), 1)
    first = _lived(found, "shop holds, home first served")
    assert 100 * first.refused > 1.4 * first.wished


def test_a_holder_of_a_shop_is_worth_more_than_one_of_a_till() -> None:
    found = scene(Town(members=3_000), 1)
    alone = policy.run(found, Policy("", tills=2), homes(found, 2))
    assert alone.refused > 2 * policy.run(found, Policy(""), homes(found, 1)).refused
