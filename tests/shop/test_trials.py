"""A campaign's result at the shop: locked until its last day is over, then both arms."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.rules.campaign import Campaign, Outcome, Trial
from pos.cli.trials import told as told_result
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.places import Places
from pos.scene import begin_key
from pos.shop import Shop
from pos.trials import trial_result
from tests.shop.house import act, clock_of, goods, open_at

UNTIL = date(2026, 3, 20)
SPRING = Campaign("spring", "Spring", trial=Trial(50, Outcome.SPEND, UNTIL, 30))
PLAIN = Campaign("plain", "Plain")


@pytest.fixture
def trying(tmp_path: Path) -> Shop:
    """A shop with a campaign on trial, and forty members who each bought something."""
    rules = replace(demo_program(), starts_on=date(2020, 1, 1), campaigns=(SPRING, PLAIN))
    shop = open_at(tmp_path, program=rules)
    with shop.store.writing() as work:
        begin_key(work)
    for number in range(40):
        member = enrol(shop, act(shop), member_card(100 + number))
        confirm(shop, act(shop), goods(1000 + number), member.id)
    return shop


def test_nobody_looks_before_the_last_day_is_over(trying: Shop) -> None:
    with pytest.raises(LoyaltyError) as no:
        trial_result(trying, "spring")
    assert (no.value.code, no.value.facts["until"]) == ("trial-locked", "2026-03-20")


def test_afterwards_every_member_stands_in_one_arm(trying: Shop) -> None:
    clock_of(trying).advance(timedelta(days=30))
    found = trial_result(trying, "spring")
    assert found.treated.members + found.control.members == 40
    assert min(found.treated.members, found.control.members) > 0
    whole = found.treated.mean * found.treated.members + found.control.mean * found.control.members
    assert round(whole) == sum(1000 + number for number in range(40))
    assert found.interval is None  # thirty in each arm were planned


def test_the_command_line_tells_both_arms_and_that_they_are_too_few(
    trying: Shop, tmp_path: Path
) -> None:
    trying.store.close()
    told = told_result(Namespace(campaign="spring"), Places(tmp_path))
    assert told.facts["treated"]["members"] + told.facts["control"]["members"] == 40
    assert told.facts["interval"] is None
    assert told.lines[-1] == "Not enough data: the plan needs 30 members in each arm."


def test_only_a_trial_has_a_result(trying: Shop) -> None:
    with pytest.raises(LoyaltyError, match="campaign-no-trial"):
        trial_result(trying, "plain")
    with pytest.raises(LoyaltyError, match="campaign-unknown"):
        trial_result(trying, "autumn")
