"""Campaigns before they run: whom they mean, as SQL counts them and as the counter would tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalty.accrual.matching import meets
from loyalty.accrual.tier import tier_of
from loyalty.basket import Basket, Line
from loyalty.codes import member_card
from loyalty.insight.samples import for_shares
from loyalty.members.history import Scene
from loyalty.members.member import Birthday, Member
from loyalty.rules.audience import Audience, Bought, Segment
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import Bonus, BonusKind
from loyalty.rules.levels import Measure, Tier, TierRules
from loyalty.rules.program import Program
from loyalty.rules.which import When, Which
from pos.blocking import block
from pos.campaigns import Reach, Stage, campaigns, outlook, reach
from pos.campaigns_past import LONGEST, in_the_past, replay_campaign
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.households import join
from pos.merging import merge
from pos.returns import confirm_return
from pos.scene import begin_key, standing_of
from pos.shop import Shop
from pos.store.audiences import by_sql_alone
from tests.shop.house import act, clock_of, open_at

TODAY = date(2026, 3, 2)
TIERS = TierRules((Tier("silver", "Silver", 2), Tier("gold", "Gold", 4)), Measure.VISITS)
RULES = replace(demo_program(), starts_on=date(2020, 1, 1), tiers=TIERS)
SHELVES = ("bread", "coffee", "flowers")


def _basket(day: int, number: int) -> Basket:
    shelf = SHELVES[(day + number) % 3]
    flags = frozenset({"fresh"}) if (day + number) % 4 == 0 else frozenset()
    line = Line("Ware", 500 + 137 * number, 1 + number % 2, shelf, shelf, "", flags=flags)
    return Basket("EUR", (line, Line("More", 90, 1, "bag")))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Two dozen members who bought on some days of half a year: two share an account, two became
    one, one is blocked, some goods came back.
    """
    shop = open_at(tmp_path_factory.mktemp("town"), program=RULES)
    clock = clock_of(shop)
    clock.advance(timedelta(days=-180))
    people = [_person(shop, number) for number in range(24)]
    for day in range(0, 180, 9):
        for number, person in enumerate(people):
            if (day * 7 + number * 5) % 11 < 3 - number // 9:
                booked = confirm(shop, act(shop), _basket(day, number), person.id)
                if (day + number) % 5 == 0:
                    units = booked.sale.lines[0].line.units
                    confirm_return(shop, act(shop), booked.entry.key, (units, 0))
        clock.advance(timedelta(days=9))
    join(shop, act(shop, "sam"), people[3].id, people[4].id)
    merge(shop, act(shop, "sam"), people[5].id, people[6].id)
    block(shop, act(shop, "sam"), people[7].id, "lost card")
    yield shop
    shop.store.close()


def _person(shop: Shop, number: int) -> Member:
    """The members differ in language, birthday, segment and the day they joined."""
    if number % 4 == 0:
        clock_of(shop).advance(timedelta(hours=1))
    member = enrol(shop, act(shop), member_card(100 + number), "", f"Person {number}")
    birthdays = (None, Birthday(2, 29), Birthday(3, 2, 1990), Birthday(12, 31), Birthday(3, 20))
    languages, segments = ("", "ko", "zh_CN", "zh", "en"), ("", *map(str, Segment))
    known = replace(
        member,
        language=languages[number % 5],
        birthday=birthdays[number % 5 if number < 15 else number % 3],
        segment=segments[number % len(segments)],
        joined_on=TODAY - timedelta(days=10 * number),
    )
    with shop.store.writing() as work:
        work.change_member(known)
    return known


def _days() -> st.SearchStrategy[int | None]:
    return st.none() | st.sampled_from([0, 1, 9, 30, 60, 90, 200, 364, 365, 400])


def _bought() -> st.SearchStrategy[tuple[Bought, ...]]:
    whiches = st.builds(
        Which,
        skus=st.frozensets(st.sampled_from([*SHELVES, "bag"]), max_size=1),
        categories=st.frozensets(st.sampled_from(SHELVES), max_size=1),
        flags=st.frozensets(st.just("fresh"), max_size=1),
    )
    return st.lists(st.builds(Bought, whiches, _days()), max_size=2).map(tuple)


def _audiences() -> st.SearchStrategy[Audience]:
    def conditions(inner: st.SearchStrategy[Audience]) -> st.SearchStrategy[Audience]:
        few = st.lists(inner, max_size=2).map(tuple)
        return st.builds(
            Audience,
            tiers=st.frozensets(st.sampled_from(["silver", "gold"]), max_size=1),
            segments=st.frozensets(st.sampled_from(list(Segment)), max_size=3),
            languages=st.frozensets(st.sampled_from(["zh", "ko", "en"]), max_size=2),
            lapsed_days=st.none() | st.sampled_from([0, 9, 30, 60]),
            birthday_within_days=_days(),
            joined_since=st.none() | st.just(TODAY - timedelta(days=120)),
            joined_before=st.none() | st.just(TODAY - timedelta(days=40)),
            bought=_bought(),
            never_bought=_bought(),
            average_below_minor=st.none() | st.sampled_from([0, 1000, 2500]),
            spent_at_least_minor=st.none() | st.sampled_from([0, 2000, 9000]),
            visits_at_least=st.none() | st.sampled_from([0, 1, 3]),
            in_days=_days(),
            any_of=few,
            none_of=few,
        )

    return conditions(conditions(st.just(Audience(visits_at_least=1)))) | _simple()


def _simple() -> st.SearchStrategy[Audience]:
    """One condition alone: of many together hardly anybody is left."""
    return st.one_of(
        _days().map(lambda n: Audience(birthday_within_days=n)),
        st.sampled_from([0, 9, 30]).map(lambda n: Audience(lapsed_days=n)),
        _bought().map(lambda told: Audience(bought=told[:1])),
        _bought().map(lambda told: Audience(never_bought=told[:1])),
        _days().map(lambda n: Audience(visits_at_least=2, in_days=n)),
        _days().map(lambda n: Audience(spent_at_least_minor=1500, in_days=n)),
        st.sampled_from(["silver", "gold"]).map(lambda t: Audience(tiers=frozenset({t}))),
        st.sampled_from([800, 1500]).map(lambda n: Audience(average_below_minor=n)),
    ).flatmap(lambda one: st.sampled_from([one, Audience(none_of=(one,)), Audience(any_of=(one,))]))


def _told_at_the_counter(shop: Shop, audience: Audience) -> list[Member]:
    """Each member as a campaign at the counter would judge them."""
    campaign = Campaign("it", "It", audience=audience)
    program: Program = replace(RULES, campaigns=(campaign,))
    found = []
    with shop.store.reading() as view:
        for number in view.active_members():
            person = view.member(number)
            assert person is not None
            standing = standing_of(view, shop, program, person)
            tier = tier_of(TIERS, standing.tier_member, standing.history, TODAY)
            if meets(audience, Scene(TODAY, 0, standing), tier):
                found.append(person)
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(_audiences())
def test_an_audience_is_counted_as_the_counter_would_tell_each_of_its_members(
    town: Shop, audience: Audience
) -> None:
    members = len(_told_at_the_counter(town, audience))
    assert reach(town, audience) == Reach(members, 22)
    with town.store.reading() as view:
        by_sql = view.count_audience(audience, TODAY)
        assert by_sql == members if by_sql_alone(audience) else by_sql >= members
        assert len(set(view.audience(audience, TODAY))) == by_sql


def test_members_are_named_by_their_own_number_or_by_the_account_they_share(town: Shop) -> None:
    with town.store.reading() as view:
        (owner, *_), everybody = view.household(_shared(town)), view.active_members()
    assert reach(town, Audience(members=frozenset({str(_shared(town))}))).members == 2
    named = frozenset(str(one) for one in everybody[:3] if one != owner.household)
    assert reach(town, Audience(members=named)).members >= len(named)
    assert reach(town, Audience(members=frozenset({"nobody's"}))).members == 0


def _shared(shop: Shop) -> object:
    with shop.store.reading() as view:
        found = (view.member(one) for one in view.active_members())
        return next(one.household for one in found if one and one.household)


def test_a_large_audience_that_sql_cannot_tell_is_reckoned_from_a_part_and_says_so(
    town: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    silver = Audience(tiers=frozenset({"silver", "gold"}))
    whole = reach(town, silver)
    monkeypatch.setattr("pos.campaigns.ONE_BY_ONE", 4)
    monkeypatch.setattr("pos.campaigns.SAMPLED", 8)
    part = reach(town, silver)
    assert part.about
    assert not whole.about
    assert 0 <= part.members <= part.of
    assert reach(town, silver, exact=True) == whole


def test_what_a_trial_could_show_is_said_before_it_starts(town: Shop) -> None:
    trial = Trial(50, Outcome.RETURNED, TODAY + timedelta(days=60), 200)
    campaign = Campaign("may", "May", trial=trial)
    told = outlook(town, campaign)
    assert told is not None
    assert told.reach == Reach(22, 22)
    assert told.days == 61
    assert told.past is None  # of two dozen members nothing can be said
    assert (told.needs, told.visible, told.enough) == ((), None, False)
    assert outlook(town, replace(campaign, trial=None)) is None


def test_sample_sizes_rest_on_what_members_did_lately(tmp_path: Path) -> None:
    shop = open_at(tmp_path, program=RULES)
    clock = clock_of(shop)
    clock.advance(timedelta(days=-40))
    people = [enrol(shop, act(shop), member_card(500 + n)) for n in range(40)]
    for number, person in enumerate(people):
        confirm(shop, act(shop), _basket(0, number), person.id)
    clock.advance(timedelta(days=20))
    for number, person in enumerate(people):
        confirm(shop, act(shop), _basket(1, number), person.id)
    clock.advance(timedelta(days=5))
    for person in people[:12]:
        confirm(shop, act(shop), _basket(2, 1), person.id)
    clock.advance(timedelta(days=15))
    trial = Trial(50, Outcome.RETURNED, TODAY + timedelta(days=20), 20)
    told = outlook(shop, Campaign("may", "May", trial=trial))
    assert told is not None
    assert told.past is not None
    assert (told.past.buyers, told.past.mean) == (40, 0.3)
    assert [one.members for one in told.needs] == [
        for_shares(0.3, 0.3 + lift) for lift in (0.05, 0.1, 0.2)
    ]
    assert told.arms == (20, 20)
    assert told.enough
    assert told.visible is not None
    assert told.visible > 20  # so few members show nothing smaller
    spend = outlook(shop, Campaign("may", "May", trial=replace(trial, outcome=Outcome.SPEND)))
    assert spend is not None
    assert spend.past is not None
    assert spend.past.correlation > 0.5  # who spent much before does so again
    assert spend.needs[0].members > spend.needs[1].members > spend.needs[2].members
    shop.store.close()


def test_campaigns_are_listed_with_where_they_stand_and_what_is_left(tmp_path: Path) -> None:
    trial = Trial(50, Outcome.SPEND, TODAY + timedelta(days=9), 30)
    bonus = _bonus()
    now = Campaign("now", "Now", bonuses=(bonus,), budget_points=50, trial=trial)
    over = Campaign("over", "Over", When(ends_on=TODAY - timedelta(days=1)))
    soon = Campaign("soon", "Soon", When(TODAY + timedelta(days=5)))
    shop = open_at(tmp_path, program=replace(RULES, campaigns=(now, over)))
    with shop.store.writing() as work:
        begin_key(work)
        later = replace(RULES, number=8, starts_on=TODAY + timedelta(days=3))
        work.add_program(replace(later, campaigns=(now, soon)))
    for number in range(6):
        person = enrol(shop, act(shop), member_card(700 + number))
        confirm(shop, act(shop), _basket(0, number), person.id)
    found = {one.campaign.id: one for one in campaigns(shop)}
    stages = {name: one.stage for name, one in found.items()}
    assert stages == {"now": Stage.RUNNING, "over": Stage.OVER, "soon": Stage.SCHEDULED}
    told = found["now"]
    assert sum(told.drawn) == 6
    assert told.budget_left == 50 - 10 * told.drawn[0]
    assert told.plan is not None
    assert told.plan.trial == trial
    assert found["over"].budget_left is None
    shop.store.close()


def _bonus() -> Bonus:
    return Bonus("ten", "Ten", BonusKind.SPEND, 10, spend_minor=1)


def test_a_campaign_is_tried_on_as_many_days_of_the_past_and_on_the_same_weekdays() -> None:
    soon = Campaign("may", "May", When(TODAY + timedelta(days=3), TODAY + timedelta(days=12)))
    moved, first, last = in_the_past(soon, TODAY)
    assert (last - first, last < TODAY) == (timedelta(days=9), True)
    assert (moved.when.starts_on, moved.when.ends_on) == (first, last)
    assert first.weekday() == (TODAY + timedelta(days=3)).weekday()
    assert last >= TODAY - timedelta(days=7)
    over = replace(soon, when=When(TODAY - timedelta(days=9), TODAY - timedelta(days=1)))
    assert in_the_past(over, TODAY)[0] == over
    endless, first, last = in_the_past(Campaign("ever", "Ever"), TODAY)
    assert (last - first).days == LONGEST - 1
    assert last < TODAY
    assert endless.when.ends_on == last


def test_a_campaign_on_the_past_says_what_it_would_have_given_and_to_whom(tmp_path: Path) -> None:
    shop = open_at(tmp_path, program=replace(RULES, tiers=None))
    with shop.store.writing() as work:
        begin_key(work)
    clock = clock_of(shop)
    clock.advance(timedelta(days=-20))
    people = [enrol(shop, act(shop), member_card(800 + number), "", "X") for number in range(3)]
    for person in people:
        confirm(shop, act(shop), _basket(0, 1), person.id)
    clock.advance(timedelta(days=15))
    for person in people[:2]:
        confirm(shop, act(shop), _basket(0, 1), person.id)
    clock.advance(timedelta(days=5))
    week = When(TODAY + timedelta(days=3), TODAY + timedelta(days=9))
    found = replay_campaign(shop, Campaign("may", "May", week, bonuses=(_bonus(),)))
    past = TODAY - timedelta(days=11), TODAY - timedelta(days=5)
    assert (found.first, found.last) == past
    assert (found.sales, found.replayed - found.booked, found.gaining) == (2, 20, 2)
    tender = RULES.tender
    assert tender is not None
    assert found.cost_minor == 20 * tender.step_minor // tender.step_points
    shop.store.close()
