"""Who a campaign is for, which arm of a trial a member is in, and what must be read to tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.accrual.campaigning import CONTROL, TREATED, drawn, holding
from loyalty.accrual.matching import asked, days_back, days_since, meets
from loyalty.accrual.pipeline import accrue
from loyalty.ledger.count import Count, arm_of
from loyalty.members.history import Scene, ShopState, Standing
from loyalty.members.member import Birthday, Member
from loyalty.rules.audience import Audience, Bought
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import Bonus, BonusKind, Multiplier
from loyalty.rules.levels import Tier, TierRules
from loyalty.rules.limits import Limit, Period
from loyalty.rules.rewards import Reward, RewardKind, StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from tests.rules.makers import basket, program
from tests.rules.programs import audiences
from tests.rules.telling import Told

ON = date(2026, 3, 4)
KEY = b"a key of this shop"
TRIAL = Campaign("test", "Test", trial=Trial(30, Outcome.SPEND, date(2026, 12, 31), 100))
TEA = Bought(Which(categories=frozenset({"tea"})))
OATS = Bought(Which(skus=frozenset({"7"})), 30)


def share(percent: int) -> Campaign:
    """The trial with another control group."""
    return replace(TRIAL, trial=Trial(percent, Outcome.SPEND, date(2026, 12, 31), 100))


def at_counter(member: Member, **changes: object) -> Scene:
    """A scene of a member without a past."""
    return Scene(ON, 600, Standing(member, **changes), ShopState(key=KEY))  # type: ignore[arg-type]


def test_the_control_group_has_about_its_share_of_the_members() -> None:
    arms = [drawn(KEY, UUID(int=n), TRIAL) for n in range(4_000)]
    assert 1_100 <= arms.count(CONTROL) <= 1_300


def test_a_larger_control_group_holds_the_smaller_one() -> None:
    small, large = ({n for n in range(500) if drawn(KEY, UUID(int=n), share(p)) == CONTROL}
                    for p in (20, 60))  # fmt: skip
    assert small < large


def test_arms_of_two_campaigns_and_of_two_shops_have_nothing_to_do_with_each_other() -> None:
    def arms(key: bytes, campaign: Campaign) -> list[str]:
        return [drawn(key, UUID(int=n), campaign) for n in range(200)]

    mine = arms(KEY, share(50))
    for other in (arms(KEY, replace(share(50), id="next")), arms(b"another", share(50))):
        same = sum(a == b for a, b in zip(mine, other, strict=True))
        assert 60 <= same <= 140


@pytest.mark.parametrize(("percent", "stored"), [(100, TREATED), (0, CONTROL)])
def test_the_arm_of_the_first_time_stays_when_the_share_changes(percent: int, stored: str) -> None:
    book = Told(ON)
    book.sell(basket(500), program(campaigns=(share(0 if stored == TREATED else 100),)))
    later = program(campaigns=(share(percent),))
    why = book.sale(book.sell(basket(500), later)).explanation
    assert [arm[:2] for arm in why.arms] == [("test", stored)]
    assert bool(holding(later, Scene(ON, 0, book.standing(), book.shop))) is (stored == TREATED)


def test_of_two_accounts_that_became_one_the_older_arm_counts() -> None:
    """Their counts are added up, and marks added up would name another arm."""
    marks = (Count(arm_of("test"), 2, date(2026, 1, 5)), Count(arm_of("test"), 1, ON))
    history = Told(ON).history.with_counts(marks)
    scene = at_counter(Told(ON).member, history=history)
    why = accrue(basket(500), program(campaigns=(share(0),)), (), scene).why
    assert [arm[:2] for arm in why.arms] == [("test", CONTROL)]


def test_a_household_is_in_one_arm() -> None:
    rules = program(campaigns=(share(50),))
    people = [Member(UUID(int=n), "", "", ON, household=UUID(int=1)) for n in range(2, 12)]
    found = {bool(holding(rules, at_counter(person))) for person in people}
    assert len(found) == 1


def test_everybody_in_a_household_has_a_birthday_bonus_of_their_own() -> None:
    rules = program(bonuses=(Bonus("cake", "Cake", BonusKind.BIRTHDAY, 50),))
    book = Told(ON)
    owner = replace(book.member, birthday=Birthday(3, 4))
    other = replace(owner, id=UUID(int=9), household=owner.id)
    for person, points in ((owner, 55), (other, 55), (owner, 5), (other, 5)):
        book.member = person
        assert book.sale(book.sell(basket(500), rules)).earned == points


def test_rewards_of_a_campaign_are_for_those_who_get_it() -> None:
    ended = replace(TRIAL, id="ko", trial=None, audience=Audience(languages=frozenset({"ko"})))
    rules = program(campaigns=(share(0), ended, replace(ended, id="all", audience=Audience())))
    found = holding(rules, at_counter(Told(ON).member))
    assert [campaign.id for campaign in found] == ["all", "test"]
    assert [one.id for one in holding(rules, Scene(ON))] == ["all"]


def test_members_are_named_by_number() -> None:
    member = Told(ON).member
    named = Audience(members=frozenset({str(member.id)}))
    assert meets(named, at_counter(member))
    assert not meets(named, at_counter(replace(member, id=UUID(int=5))))


@given(audiences())
def test_not_not_is_yes(audience: Audience) -> None:
    scene = at_counter(replace(Told(ON).member, language="ko", birthday=Birthday(3, 9)))
    twice = Audience(none_of=(Audience(none_of=(audience,)),))
    assert meets(twice, scene) == meets(audience, scene)
    either = Audience(any_of=(audience, Audience(none_of=(audience,))))
    assert meets(either, scene)


def test_a_birthday_on_the_last_days_of_the_calendar_is_no_trouble() -> None:
    scene = replace(at_counter(replace(Told(ON).member, birthday=Birthday(1, 1))), on=date.max)
    assert not meets(Audience(birthday_within_days=7), scene)


def test_what_was_bought_is_asked_once_wherever_it_stands() -> None:
    audience = Audience(bought=(TEA,), none_of=(Audience(any_of=(Audience(bought=(OATS, TEA)),)),))
    second = Campaign("b", "B", audience=Audience(never_bought=(OATS,)))
    rules = program(campaigns=(Campaign("a", "A", audience=audience), second))
    assert asked(rules) == (TEA, OATS)
    assert asked(program()) == ()


def of(audience: Audience) -> dict[str, object]:
    """A program with one campaign for an audience."""
    return {"campaigns": (Campaign("a", "A", audience=audience),)}


def bonus(kind: BonusKind, **changes: object) -> dict[str, object]:
    """A program with one bonus."""
    return {"bonuses": (Bonus("b", "B", kind, 5, **changes),)}  # type: ignore[arg-type]


def times(**changes: object) -> dict[str, object]:
    """A program with one multiplier."""
    return {"multipliers": (Multiplier("m", "M", Fraction(2), **changes),)}  # type: ignore[arg-type]


DAILY = (Limit(Period.DAY, 5),)
NEEDED: list[tuple[dict[str, object], date | None]] = [
    ({}, None),
    ({"rewards": ()}, None),
    (times(), None),
    (times(limits=DAILY), ON),
    (times(cooldown_days=3), ON),
    (times(limits=(Limit(points=5),)), None),
    ({"caps": (Limit(Period.BASKET, 5),)}, ON),
    ({"caps": (Limit(Period.MONTH, 5), Limit(Period.WEEK, 5))}, date(2026, 3, 1)),
    ({"caps": (Limit(Period.EVER, 5),)}, date.min),
    ({"tiers": TierRules((Tier("s", "S", 5),))}, date.min),
    ({"stamps": (StampRule("s", "S", 5),)}, ON),
    ({"rewards": (Reward("r", "R", RewardKind.GIFT, 5, 5, limits=DAILY),)}, ON),
    (bonus(BonusKind.SPEND), None),
    (bonus(BonusKind.FIRST), date.min),
    (bonus(BonusKind.NTH, nth=3), date.min),
    (bonus(BonusKind.AGAIN, within_days=3), date(2026, 3, 1)),
    (bonus(BonusKind.BIRTHDAY), ON),
    (bonus(BonusKind.ANNIVERSARY), ON),
    ({"campaigns": (TRIAL,)}, ON),
    ({"campaigns": (replace(TRIAL, trial=None),)}, None),
    ({"campaigns": (replace(TRIAL, trial=None, limits=DAILY),)}, ON),
    (of(Audience(languages=frozenset({"ko"}))), None),
    (of(Audience(lapsed_days=30)), date.min),
    (of(Audience(average_below_minor=5)), date.min),
    (of(Audience(visits_at_least=5, in_days=3)), date(2026, 3, 1)),
    (of(Audience(any_of=(Audience(spent_at_least_minor=5),))), date.min),
]


@pytest.mark.parametrize(("rules", "first"), NEEDED)
def test_no_more_of_the_past_is_read_than_the_rules_ask_for(
    rules: dict[str, object], first: date | None
) -> None:
    assert days_since(program(**rules), ON) == first


@given(st.integers(0, 10_000_000))
def test_days_back_stop_at_the_first_day_there_is(days: int) -> None:
    assert date.min <= days_back(ON, days) <= ON


def test_a_campaign_used_as_often_as_allowed_does_not_hold_any_more() -> None:
    gift = VoucherTerms("five", "Five off", VoucherKind.MONEY_OFF, 500)
    once = Campaign("a", "A", vouchers=(gift,), limits=(Limit(Period.EVER, times=1),))
    rules, book = program(campaigns=(once,)), Told(ON)
    assert holding(rules, Scene(ON, 0, book.standing(), book.shop)) == (once,)
    book.sell(basket(500), rules)
    assert holding(rules, Scene(ON, 0, book.standing(), book.shop)) == ()
