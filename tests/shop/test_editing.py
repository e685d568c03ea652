"""Drafts of the program: begun, edited field by field, tried on baskets, published, rolled back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import program_to_text
from loyalty.program_file.editing import with_value
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.rewards import VoucherKind, VoucherTerms
from loyalty.rules.which import When
from pos.acts import Act
from pos.demo import demo_program
from pos.editing.drafting import (
    MOST_DRAFTS,
    Drafted,
    add,
    begin,
    discard,
    drafted,
    drafts,
    move,
    put,
    put_text,
    switch_on,
    take_out,
)
from pos.editing.publishing import Stands, publish_draft, roll_back, trials_ended_by, versions
from pos.editing.trying import examples, tried
from pos.examples import example_names
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.store.link import STATE
from tests.shop.house import act, anna, clock_of, goods, open_at, sale

TODAY = date(2026, 3, 2)
TOMORROW = date(2026, 3, 3)


@pytest.fixture
def desk(tmp_path: Path) -> Shop:
    """A shop with a manager, and the demo's rules since 2020."""
    shop = open_at(tmp_path)
    with shop.store.writing() as work:
        work.add_operator(Operator("boss", "Boss", Role.MANAGER))
    return shop


def by(shop: Shop) -> Act:
    """An act of the manager's."""
    return act(shop, "boss")


def fresh(shop: Shop, source: str = "") -> Drafted:
    return begin(shop, by(shop), source)


def faults(found: Drafted) -> set[tuple[str, str]]:
    return {(one.fault.where, one.fault.why) for one in found.found.refused}


def test_a_draft_begins_as_the_version_in_force_under_the_next_number_from_tomorrow(
    desk: Shop,
) -> None:
    found = fresh(desk)
    number = demo_program().number + 1
    assert [one.where for one in found.changes] == ["number", "starts_on"]
    assert found.found.program == replace(demo_program(), number=number, starts_on=TOMORROW)
    assert drafts(desk) == (found.draft,)
    assert found.draft.operator == "boss"


def test_the_same_act_twice_is_one_draft(desk: Shop) -> None:
    again = by(desk)
    assert begin(desk, again) == begin(desk, again)
    assert len(drafts(desk)) == 1


@pytest.mark.parametrize("name", example_names())
def test_every_example_can_be_the_beginning(desk: Shop, name: str) -> None:
    found = fresh(desk, f"example:{name}")
    assert not found.found.refused
    assert len(list(found.form.walk())) > 50


def test_a_file_with_faults_is_a_draft_and_one_that_is_no_program_is_refused(
    desk: Shop, tmp_path: Path
) -> None:
    file = tmp_path / "mine.json"
    file.write_text(program_to_text(demo_program()).replace('"points": 40', '"points": -4'))
    found = fresh(desk, str(file))
    assert {why for _, why in faults(found)} == {"too-small"}
    assert found.changes == ()
    (where, _), *_ = faults(found)
    mended = put_text(desk, by(desk), found.draft.id, where, "40")
    assert not mended.found.refused
    for text in ("{", "[]", '{"format": "other"}', '{"format":"regulars-program","version":9}'):
        file.write_text(text)
        with pytest.raises(LoyaltyError, match="program-invalid"):
            fresh(desk, str(file))


def test_edits_show_what_changes_and_a_wrong_one_changes_nothing(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    found = put_text(desk, by(desk), draft, "base.points", "3")
    assert ("base.points", 1, 3) in [(one.where, one.before, one.after) for one in found.changes]
    with pytest.raises(LoyaltyError, match="draft-value"):
        put_text(desk, by(desk), draft, "base.points", "many")
    assert drafted(desk, draft).draft.body == found.draft.body


def test_rules_are_added_moved_switched_on_and_taken_out(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    before = len(demo_program().rewards)
    new = add(desk, by(desk), draft, ("rewards",))
    assert faults(new) == {(f"rewards[{before}].name", "empty")}
    assert new.faults_at(("rewards", before))[0][1]["why"] == "empty"
    assert new.faults_at(("rewards", 0)) == ()
    put(desk, by(desk), draft, ("rewards", before, "name"), "Apron")
    put(desk, by(desk), draft, ("rewards", before, "points"), 90)
    first = move(desk, by(desk), draft, ("rewards", before), 0)
    assert first.document["rewards"][0]["name"] == "Apron"
    assert not take_out(desk, by(desk), draft, ("rewards", 0)).found.refused
    tiers = switch_on(desk, by(desk), draft, ("tiers",))
    assert tiers.document["tiers"] == {"levels": []}


def test_only_who_may_edit_the_program_touches_drafts(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    mina = act(desk)
    with pytest.raises(LoyaltyError, match="approval-needed"):
        begin(desk, mina)
    with pytest.raises(LoyaltyError, match="approval-needed"):
        put_text(desk, mina, draft, "base.points", "9")
    with pytest.raises(LoyaltyError, match="approval-needed"):
        discard(desk, mina, draft)
    with pytest.raises(LoyaltyError, match="approval-needed"):
        publish_draft(desk, mina, draft)
    assert put_text(desk, mina, draft, "base.points", "9", "boss").document["base"] == {"points": 9}
    assert drafts(desk)[0].id == draft


def test_two_windows_on_one_draft_keep_each_others_fields(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    put_text(desk, by(desk), draft, "base.points", "2")
    put_text(desk, by(desk), draft, "base.per_visit", "5")
    assert drafted(desk, draft).document["base"] == {"points": 2, "per_visit": 5}


def test_a_draft_is_thrown_away_once(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    assert discard(desk, by(desk), draft)
    assert not discard(desk, by(desk), draft)
    with pytest.raises(LoyaltyError, match="draft-unknown"):
        drafted(desk, draft)


def test_there_is_an_end_to_drafts(desk: Shop) -> None:
    for _ in range(MOST_DRAFTS):
        fresh(desk)
    with pytest.raises(LoyaltyError, match="drafts-too-many"):
        fresh(desk)


def test_the_last_baskets_that_differ_are_the_examples(desk: Shop) -> None:
    assert [one.total_minor for one in examples(desk)] == [500, 2000, 10000]
    member = anna(desk)
    sale(desk, member, 1250)
    sale(desk, member, 1990)  # the same goods
    assert [one.total_minor for one in examples(desk)] == [1990]


def test_an_example_says_what_it_earns_now_and_then_and_why(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    put_text(desk, by(desk), draft, "base.points", "3")
    (found,) = tried(desk, draft, goods(1000))
    assert (found.points_now, found.points_then) == (10, 30)
    told = {code: dict(facts) for code, facts in found.steps_then}
    assert told["base"] == {"points": 3, "per_minor": 100}
    assert len(tried(desk, draft)) == 3
    assert tried(desk, draft, goods(1000), anna(desk).id)[0].points_then == 30


def test_what_cannot_be_tried_says_why(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    with pytest.raises(LoyaltyError, match="basket-empty"):
        tried(desk, draft, replace(goods(1), lines=()))
    with pytest.raises(LoyaltyError, match="member-unknown"):
        tried(desk, draft, goods(1), UUID(int=9))
    put_text(desk, by(desk), draft, "currency", "USD")
    with pytest.raises(LoyaltyError, match="program-currency"):
        tried(desk, draft, goods(1))
    add(desk, by(desk), draft, ("rewards",))
    with pytest.raises(LoyaltyError, match="program-invalid"):
        tried(desk, draft)


def test_publishing_takes_the_draft_away_and_leaves_the_old_version_until_its_day(
    desk: Shop,
) -> None:
    old = demo_program().number
    draft = fresh(desk).draft.id
    put_text(desk, by(desk), draft, "base.points", "2")
    assert publish_draft(desk, by(desk), draft, trial=True).number == old + 1
    assert len(versions(desk)) == 1
    published = publish_draft(desk, by(desk), draft, TODAY + timedelta(days=7))
    assert drafts(desk) == ()
    told = [(one.program.number, one.until, one.stands) for one in versions(desk)]
    assert told == [
        (old, TODAY + timedelta(days=6), Stands.IN_FORCE),
        (published.number, None, Stands.SCHEDULED),
    ]
    clock_of(desk).advance(timedelta(days=7))
    assert [one.stands for one in versions(desk)] == [Stands.PAST, Stands.IN_FORCE]


def test_a_draft_with_faults_is_not_published_and_stays(desk: Shop) -> None:
    draft = add(desk, by(desk), fresh(desk).draft.id, ("bonuses",)).draft.id
    with pytest.raises(LoyaltyError, match="program-invalid"):
        publish_draft(desk, by(desk), draft)
    assert drafted(desk, draft).found.refused


def test_a_day_with_sales_keeps_its_program_and_the_draft_stays(desk: Shop) -> None:
    sale(desk, anna(desk))
    draft = fresh(desk).draft.id
    with pytest.raises(LoyaltyError, match="program-starts-too-early"):
        publish_draft(desk, by(desk), draft, TODAY)
    assert drafted(desk, draft)


def test_rolling_back_publishes_the_older_rules_under_a_new_number(desk: Shop) -> None:
    old = demo_program().number
    draft = fresh(desk).draft.id
    put_text(desk, by(desk), draft, "base.points", "2")
    publish_draft(desk, by(desk), draft)
    clock_of(desk).advance(timedelta(days=3))
    again = roll_back(desk, by(desk), old, TODAY + timedelta(days=5))
    assert again.number == old + 2
    assert again.base == demo_program().base
    assert [one.stands for one in versions(desk)] == [
        Stands.PAST,
        Stands.IN_FORCE,
        Stands.SCHEDULED,
    ]
    with pytest.raises(LoyaltyError, match="program-unknown"):
        roll_back(desk, by(desk), 99, TOMORROW)


def test_a_scheduled_version_is_called_off_by_the_rules_in_force_from_its_day(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    put_text(desk, by(desk), draft, "base.points", "2")
    publish_draft(desk, by(desk), draft)
    roll_back(desk, by(desk), demo_program().number, TOMORROW)
    stands = [one.stands for one in versions(desk)]
    assert stands == [Stands.IN_FORCE, Stands.NEVER, Stands.SCHEDULED]


def test_a_running_trial_that_would_end_is_told_before_publishing(tmp_path: Path) -> None:
    trial = Trial(50, Outcome.SPEND, TODAY + timedelta(days=20), 30)
    campaign = Campaign("spring", "Spring", When(ends_on=TODAY + timedelta(days=9)), trial=trial)
    campaign = replace(campaign, vouchers=(VoucherTerms("five", "5 off", VoucherKind.GIFT),))
    rules = replace(demo_program(), starts_on=date(2020, 1, 1), campaigns=(campaign,))
    shop = open_at(tmp_path, program=rules)
    with shop.store.writing() as work:
        work.add_operator(Operator("boss", "Boss", Role.MANAGER))
    found = fresh(shop)
    assert found.found.program is not None
    assert trials_ended_by(shop, found.found.program) == ()
    changed = put(shop, by(shop), found.draft.id, ("campaigns", 0, "priority"), 3)
    assert changed.found.program is not None
    (told,) = trials_ended_by(shop, changed.found.program)
    assert (told.campaign, told.ends_on) == ("spring", TOMORROW)


def test_a_terminal_with_a_head_office_publishes_nothing_of_its_own(desk: Shop) -> None:
    draft = fresh(desk).draft.id
    with desk.store.writing() as work:
        work.keep_setting(STATE, "open")
    for refused in (
        lambda: publish_draft(desk, by(desk), draft),
        lambda: roll_back(desk, by(desk), 1, TOMORROW),
    ):
        with pytest.raises(LoyaltyError, match="program-from-office"):
            refused()
    assert drafted(desk, draft)


def test_an_edit_leaves_what_it_is_given_as_it_was() -> None:
    document = {"base": {"points": 1}}
    with_value(document, ("base", "points"), 2)
    assert document == {"base": {"points": 1}}
