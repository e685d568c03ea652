"""A campaign's result at the shop: locked until its last day is over, then both arms."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loyalty.codes import member_card
from loyalty.errors import LoyaltyError
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import Bonus, BonusKind
from loyalty.rules.program import Program
from loyalty.rules.which import When
from pos.cli.trials import told as told_result
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.places import Places
from pos.scene import begin_key
from pos.shop import Shop
from pos.store.deeds import Mark
from pos.trials import (
    TrialState,
    broken_by,
    drawn_so_far,
    trial_plan,
    trial_plans,
    trial_result,
)
from tests.shop.house import act, clock_of, goods, open_at

BEGINS = date(2020, 1, 1)
UNTIL = date(2026, 3, 20)
TODAY = date(2026, 3, 2)
BONUS = Bonus("plus", "Ten more", BonusKind.SPEND, 10, spend_minor=500)
SPRING = Campaign("spring", "Spring", trial=Trial(50, Outcome.SPEND, UNTIL, 30), bonuses=(BONUS,))
PLAIN = Campaign("plain", "Plain")
RULES = replace(demo_program(), starts_on=BEGINS, campaigns=(SPRING, PLAIN))


def spring(**parts: object) -> Campaign:
    return replace(SPRING, **parts)  # type: ignore[arg-type]


def version(number: int, starts_on: date, *campaigns: Campaign) -> Program:
    """Another version of the shop's program."""
    return replace(RULES, number=number, starts_on=starts_on, campaigns=campaigns)


@pytest.fixture
def trying(tmp_path: Path) -> Shop:
    """A shop with a campaign on trial, and forty members who each bought something."""
    shop = open_at(tmp_path, program=RULES)
    with shop.store.writing() as work:
        begin_key(work)
    for number in range(40):
        member = enrol(shop, act(shop), member_card(100 + number))
        confirm(shop, act(shop), goods(1000 + number), member.id)
    return shop


def added(shop: Shop, program: Program) -> None:
    with shop.store.writing() as work:
        work.add_program(program)


def refused(shop: Shop) -> tuple[str, object]:
    with pytest.raises(LoyaltyError) as no:
        trial_result(shop, "spring")
    return no.value.code, no.value.facts.get("until") or no.value.facts.get("on")


def test_nobody_looks_before_the_last_day_is_over(trying: Shop) -> None:
    assert refused(trying) == ("trial-locked", "2026-03-20")
    clock_of(trying).advance(timedelta(days=18))  # the last day itself
    assert refused(trying) == ("trial-locked", "2026-03-20")
    clock_of(trying).advance(timedelta(days=1))
    assert trial_result(trying, "spring").trial.treated.members


def test_afterwards_every_member_stands_in_one_arm(trying: Shop) -> None:
    clock_of(trying).advance(timedelta(days=30))
    found = trial_result(trying, "spring").trial
    assert found.treated.members + found.control.members == 40
    assert min(found.treated.members, found.control.members) > 0
    whole = found.treated.mean * found.treated.members + found.control.mean * found.control.members
    assert round(whole) == sum(1000 + number for number in range(40))
    assert found.interval is None  # thirty in each arm were planned


def test_who_is_marked_is_in_no_arm(trying: Shop) -> None:
    clock_of(trying).advance(timedelta(days=30))
    with trying.store.writing() as work:
        work.set_mark(Mark(work.members()[0].id, "staff", "mina"))
    found = trial_result(trying, "spring").trial
    assert found.treated.members + found.control.members == 39


def test_the_arms_are_counted_before_the_end_but_not_how_they_do(trying: Shop) -> None:
    with trying.store.reading() as view:
        assert sum(drawn_so_far(view, "spring")) == 40


def test_rewards_cost_what_their_points_are_worth(trying: Shop) -> None:
    clock_of(trying).advance(timedelta(days=30))
    found = trial_result(trying, "spring")
    assert found.cost.points == 10 * found.trial.treated.members
    tender = RULES.tender
    assert tender is not None
    assert found.cost.each_minor == -(-10 * tender.step_minor // tender.step_points)
    assert found.net_minor == found.difference - (found.cost.each_minor or 0)


def test_the_command_line_tells_both_arms_and_that_they_are_too_few(
    trying: Shop, tmp_path: Path
) -> None:
    trying.store.close()
    told = told_result(Namespace(campaign="spring"), Places(tmp_path))
    assert told.facts["treated"]["members"] + told.facts["control"]["members"] == 40
    assert told.facts["interval"] is None
    assert not told.facts["effective"]
    assert told.lines[-1] == "Not enough data: the plan needs 30 members in each arm."


def test_only_a_trial_has_a_result(trying: Shop) -> None:
    with pytest.raises(LoyaltyError, match="campaign-no-trial"):
        trial_result(trying, "plain")
    with pytest.raises(LoyaltyError, match="campaign-unknown"):
        trial_result(trying, "autumn")


def test_no_later_version_brings_the_day_forward(trying: Shop) -> None:
    sooner = replace(SPRING.trial, measured_until=TODAY) if SPRING.trial else None
    added(trying, version(7, TODAY + timedelta(days=1), spring(trial=sooner)))
    clock_of(trying).advance(timedelta(days=1))
    assert refused(trying) == ("trial-ended", "2026-03-03")
    clock_of(trying).advance(timedelta(days=60))
    assert refused(trying) == ("trial-ended", "2026-03-03")


@pytest.mark.parametrize(
    "after",
    [(), (spring(bonuses=()),), (spring(trial=None),), (spring(budget_points=9),)],
    ids=["gone", "other rewards", "no control group", "a budget"],
)
def test_a_campaign_changed_while_it_runs_ends_its_trial_and_that_is_told_before(
    trying: Shop, after: tuple[Campaign, ...]
) -> None:
    changed = version(7, TODAY + timedelta(days=3), *after)
    with trying.store.reading() as view:
        (broken,) = broken_by(view, changed)
    assert (broken.campaign, broken.ends_on, broken.until) == ("spring", changed.starts_on, UNTIL)
    added(trying, changed)
    assert trial_plan(trying, "spring").state(TODAY) is TrialState.RUNNING
    clock_of(trying).advance(timedelta(days=30))
    assert refused(trying) == ("trial-ended", "2026-03-05")


def test_another_name_other_rules_and_what_comes_after_the_end_leave_the_trial_alone(
    trying: Shop,
) -> None:
    named = replace(version(7, TODAY + timedelta(days=3), spring(name="May")), bonuses=(BONUS,))
    after = version(8, UNTIL + timedelta(days=1))
    for one in (named, after):
        with trying.store.reading() as view:
            assert broken_by(view, one) == ()
        added(trying, one)
    clock_of(trying).advance(timedelta(days=30))
    assert trial_result(trying, "spring").trial.treated.members


def test_what_is_changed_before_it_begins_is_the_plan(trying: Shop) -> None:
    later = TODAY + timedelta(days=10)
    first = Campaign("may", "May", When(later), trial=Trial(50, Outcome.VISITS, UNTIL, 30))
    second = replace(first, trial=Trial(20, Outcome.SPEND, UNTIL, 90))
    added(trying, version(7, TODAY + timedelta(days=1), SPRING, first))
    with trying.store.reading() as view:
        assert broken_by(view, version(8, TODAY + timedelta(days=2), SPRING, second)) == ()
    added(trying, version(8, TODAY + timedelta(days=2), SPRING, second))
    plan = trial_plan(trying, "may")
    assert (plan.begins, plan.trial, plan.state(TODAY)) == (later, second.trial, TrialState.PLANNED)
    with trying.store.reading() as view:
        assert [one.campaign.id for one in trial_plans(view)] == ["may", "spring"]


CHANGES = st.lists(
    st.tuples(
        st.integers(-20, 30),
        st.sampled_from([None, 0, 5, 18, 18, 25]),
        st.sampled_from([Outcome.SPEND, Outcome.SPEND, Outcome.VISITS]),
    ),
    max_size=3,
)
"""Versions: the first day, the last day they measure (None: no trial), what; days from today."""


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ahead=st.integers(0, 30), changes=CHANGES)
@example(ahead=18, changes=[(19, 0, Outcome.SPEND)])
@example(ahead=19, changes=[(19, 0, Outcome.SPEND)])
@example(ahead=5, changes=[(-3, 1, Outcome.SPEND), (4, 18, Outcome.SPEND)])
def test_a_result_opens_on_the_day_it_was_promised_for_if_nothing_was_changed_and_else_never(
    tmp_path_factory: pytest.TempPathFactory,
    ahead: int,
    changes: list[tuple[int, int | None, Outcome]],
) -> None:
    programs = [RULES]
    for number, (starts, until, outcome) in enumerate(changes, start=7):
        trial = Trial(50, outcome, TODAY + timedelta(days=until), 30) if until is not None else None
        programs.append(version(number, TODAY + timedelta(days=starts), spring(trial=trial)))
    today = TODAY + timedelta(days=ahead)
    promised = today > UNTIL and all(
        _in_force(programs, BEGINS + timedelta(days=n)).campaigns[0] == SPRING
        for n in range((UNTIL - BEGINS).days + 1)
    )
    said = _said(tmp_path_factory.mktemp("shop"), programs, ahead)
    assert said == "open" if promised else said in ("trial-locked", "trial-ended")


def _in_force(programs: list[Program], on: date) -> Program:
    begun = [one for one in programs if one.starts_on <= on]
    return max(begun, key=lambda one: (one.starts_on, one.number))


def _said(folder: Path, programs: list[Program], ahead: int) -> str:
    """What the one door to the result says."""
    shop = open_at(folder, program=programs[0])
    for one in programs[1:]:
        added(shop, one)
    clock_of(shop).advance(timedelta(days=ahead))
    try:
        trial_result(shop, "spring")
    except LoyaltyError as no:
        return no.code
    finally:
        shop.store.close()
    return "open"
