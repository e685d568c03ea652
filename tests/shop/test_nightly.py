"""The night on real books: in its order, late, twice, interrupted, and never backwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from loyalty.accrual.tier import tier_of, tier_on
from loyalty.codes import member_card
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Member
from loyalty.rules.activity import ReferralRule
from loyalty.rules.earning import VestingRule
from loyalty.rules.levels import Downgrade, Measure, Tier, TierRules
from loyalty.rules.program import ExpiryKind, ExpiryRule, Program, Reward, RewardKind
from pos.blocking import block
from pos.clock import day_of, moment_of
from pos.demo import demo_program
from pos.enrol import enrol
from pos.households import join
from pos.merging import merge
from pos.nightly import last_night, night, nightly, resegment
from pos.referrals import refer
from pos.returns import confirm_return
from pos.shop import Shop
from pos.store import Work
from tests.shop.house import act, anna, balance, clean, clock_of, open_at, sale

DAY = timedelta(days=1)
TREAT = Reward("treat", "Treat", RewardKind.GIFT, 100, 250, automatic=True)


def rules(**changes: object) -> Program:
    """A point for 1.00 that waits 14 days and lasts a month from then on; nothing else."""
    plain = replace(
        demo_program(),
        starts_on=date(2020, 1, 1),
        rewards=(),
        vesting=VestingRule(14),
        expiry=ExpiryRule(ExpiryKind.MONTHS, 1),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.fixture
def here(tmp_path: Path) -> Callable[..., Shop]:
    """Opens shops with the rules above, changed as asked."""
    opened: list[Shop] = []

    def make(name: str = "a", **changes: object) -> Shop:
        folder = tmp_path / name
        folder.mkdir()
        opened.append(open_at(folder, program=rules(**changes)))
        return opened[-1]

    return make


def later(shop: Shop, days: int) -> None:
    clock_of(shop).advance(DAY * days)


def kinds(shop: Shop) -> list[Kind]:
    with shop.store.reading() as view:
        return [entry.kind for entry in view.entries()]


def test_points_vest_then_end_each_on_its_day(here: Callable[..., Shop]) -> None:
    shop = here()
    member = anna(shop)
    sale(shop, member, 5000)
    nightly(shop)
    assert balance(shop, member) == 0
    later(shop, 14)
    assert nightly(shop).vested == 50
    assert balance(shop, member) == 50
    later(shop, 32)  # from 2 March and 14 days to 16 April, the day after is the 17th
    assert nightly(shop).expired == 50
    assert balance(shop, member) == 0
    assert clean(shop)


def test_a_second_night_of_the_day_does_nothing(here: Callable[..., Shop]) -> None:
    shop = here(rewards=(TREAT,))
    sale(shop, anna(shop), 15_000)
    later(shop, 14)
    first, second = nightly(shop), nightly(shop)
    assert (first.vested, first.rewards) == (150, 1)
    assert (second.days, second.vested, second.rewards) == (0, 0, 0)
    again = night(shop, shop.today)
    assert (again.vested, again.expired, again.rewards) == (0, 0, 0)


def test_days_the_shop_was_shut_are_made_up_for_one_by_one(here: Callable[..., Shop]) -> None:
    shop = here()
    nightly(shop)
    later(shop, 10)
    assert nightly(shop).days == 10
    assert last_night(shop) == shop.today


def visits(shop: Shop, every_day: bool) -> tuple[list[tuple[int, date | None]], int, int]:
    """Half a year of a member: points by last day, what is pending, vouchers."""
    member = anna(shop)
    bought = {0: 5_000, 3: 12_000, 16: 800, 17: 9_900, 60: 30_000, 61: 100, 140: 4_000}
    for day in range(180):
        if every_day or day in bought or day == 179:
            nightly(shop)
        if day in bought:
            sale(shop, member, bought[day])
        later(shop, 1)
    nightly(shop)
    assert clean(shop)
    with shop.store.reading() as view:
        account = view.account(member.id)
        lots = [(lot.points, lot.ref.expires_on) for lot in account.lots]
        return lots, account.pending_points, len(view.vouchers_of(member.id))


@pytest.mark.parametrize(
    "ends",
    [
        ExpiryRule(ExpiryKind.MONTHS, 1),
        ExpiryRule(ExpiryKind.SLIDING, 2),
        ExpiryRule(ExpiryKind.CALENDAR, month=6, day=30),
    ],
    ids=lambda rule: rule.kind.value,
)
def test_nights_made_up_for_late_leave_the_same_points_as_nights_on_time(
    here: Callable[..., Shop], ends: ExpiryRule
) -> None:
    on_time = visits(here("on-time", rewards=(TREAT,), expiry=ends), every_day=True)
    late = visits(here("late", rewards=(TREAT,), expiry=ends), every_day=False)
    assert on_time == late
    assert on_time[2] > 0


def test_the_books_give_the_tier_of_today_and_of_every_past_day(
    here: Callable[..., Shop],
) -> None:
    levels = (Tier("silver", "Silver", 10_000), Tier("gold", "Gold", 30_000))
    tiers = TierRules(levels, Measure.SPEND, months=6, downgrade=Downgrade.FULL)
    shop = here(tiers=tiers)
    member = anna(shop)
    seen: dict[date, str] = {}
    for cents, gap in ((12_000, 30), (20_000, 100), (500, 60), (500, 90)):
        sale(shop, member, cents)
        with shop.store.reading() as view:
            seen[shop.today] = tier_of(tiers, member, view.history(member.id), shop.today)
        later(shop, gap)
    with shop.store.reading() as view:
        entries = tuple(view.entries(member=member.id))
    assert list(seen.values()) == ["silver", "gold", "gold", "silver"]
    assert seen == {on: tier_on(tiers, member, entries, on) for on in seen}
    told = [
        sale_from(e.body, e.source, e.member, e.program) for e in entries if e.kind is Kind.SALE
    ]
    assert [each.explanation.tier for each in told] == ["", "silver", "gold", "silver"]


class PlugError(Exception):
    """The plug."""


def test_an_interrupted_night_is_finished_by_the_next(
    here: Callable[..., Shop], monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = here(rewards=(TREAT,))
    members = [
        enrol(shop, act(shop), member_card(n), f"+49151000000{n:02d}", f"M{n}")
        for n in range(10, 16)
    ]
    for member in members:
        sale(shop, member, 12_000)
    later(shop, 14)
    append, booked = Work.append, 0

    def cut(work: Work, entry: Entry) -> Entry:
        nonlocal booked
        booked += 1
        if booked == 9:  # in the middle of the second step
            raise PlugError
        return append(work, entry)

    with monkeypatch.context() as patch:
        patch.setattr(Work, "append", cut)
        with pytest.raises(PlugError):
            nightly(shop)
    assert last_night(shop) != shop.today
    nightly(shop)
    assert [balance(shop, member) for member in members] == [20] * 6
    assert kinds(shop).count(Kind.REWARD_TAKEN) == kinds(shop).count(Kind.VESTING) == 6
    assert clean(shop)


def test_a_clock_that_was_set_back_stops_the_night_and_nothing_else(
    here: Callable[..., Shop],
) -> None:
    shop = here()
    member = anna(shop)
    sale(shop, member, 5000)
    later(shop, 14)
    nightly(shop)
    closed = shop.today
    later(shop, -5)
    told = nightly(shop)
    assert (told.moved_back, told.days) == (closed, 0)
    assert balance(shop, member) == 50
    anew = nightly(shop, anew=True)
    assert (anew.moved_back, anew.days, last_night(shop)) == (None, 1, shop.today)


def test_an_automatic_reward_is_a_voucher_of_its_member(here: Callable[..., Shop]) -> None:
    shop = here(rewards=(TREAT,), vesting=VestingRule(0))
    member = anna(shop)
    sale(shop, member, 25_000)
    nightly(shop)
    with shop.store.reading() as view:
        found = view.vouchers_of(member.id, shop.today)
    assert [voucher.terms.name for voucher in found] == ["Treat", "Treat"]
    assert {voucher.member for voucher in found} == {member.id}
    assert len({voucher.code for voucher in found}) == 2
    assert balance(shop, member) == 50


def test_a_blocked_member_gets_no_automatic_reward_but_keeps_the_points(
    here: Callable[..., Shop],
) -> None:
    shop = here(rewards=(TREAT,), vesting=VestingRule(0))
    member = anna(shop)
    sale(shop, member, 25_000)
    block(shop, act(shop, "sam"), member.id, "a dispute")
    assert nightly(shop).rewards == 0
    assert balance(shop, member) == 250


REFER = ReferralRule(500, 250, spend_minor=2000, after_days=14, per_month=1, open_days=60)


def ben(shop: Shop, number: int = 7) -> Member:
    return enrol(shop, act(shop), member_card(number), f"+4915199999{number:03d}", f"Ben {number}")


def with_friend(shop: Shop) -> tuple[Member, Member]:
    referrer = anna(shop)
    friend = ben(shop)
    refer(shop, friend.id, member_card(1))
    return referrer, friend


def test_both_are_rewarded_when_the_friends_purchase_has_stayed(
    here: Callable[..., Shop],
) -> None:
    shop = here(referral=REFER, vesting=VestingRule(0))
    referrer, friend = with_friend(shop)
    sale(shop, friend, 2500)
    later(shop, 13)
    assert nightly(shop).rewarded == 0
    later(shop, 1)
    assert nightly(shop).rewarded == 1
    assert (balance(shop, referrer), balance(shop, friend)) == (500, 275)
    later(shop, 1)
    nightly(shop)
    assert (balance(shop, referrer), balance(shop, friend)) == (500, 275)
    assert clean(shop)


def test_a_purchase_that_came_back_is_waited_over_until_the_referral_lapses(
    here: Callable[..., Shop],
) -> None:
    shop = here(referral=REFER, vesting=VestingRule(0))
    referrer, friend = with_friend(shop)
    booked = sale(shop, friend, 2500)
    confirm_return(shop, act(shop), booked.entry.key)
    later(shop, 20)
    assert nightly(shop).rewarded == 0
    later(shop, 50)
    assert nightly(shop).lapsed == 1
    assert balance(shop, referrer) == 0


def test_friends_over_the_months_cap_are_refused(here: Callable[..., Shop]) -> None:
    shop = here(referral=REFER, vesting=VestingRule(0))
    referrer = anna(shop)
    for number in (7, 8):
        friend = ben(shop, number)
        refer(shop, friend.id, member_card(1))
        sale(shop, friend, 2500)
    later(shop, 14)
    told = nightly(shop)
    assert (told.rewarded, told.refused) == (1, 1)
    assert balance(shop, referrer) == 500


def test_a_referrer_who_was_merged_meanwhile_is_rewarded_where_the_points_are_now(
    here: Callable[..., Shop],
) -> None:
    shop = here(referral=REFER, vesting=VestingRule(0))
    referrer, friend = with_friend(shop)
    sale(shop, friend, 2500)
    kept = ben(shop, 8)
    merge(shop, act(shop), referrer.id, kept.id, approved="sam")
    later(shop, 14)
    assert nightly(shop).rewarded == 1
    assert (balance(shop, kept), balance(shop, friend)) == (500, 275)


def test_who_shares_an_account_by_now_is_rewarded_once(here: Callable[..., Shop]) -> None:
    shop = here(referral=REFER, vesting=VestingRule(0))
    referrer, friend = with_friend(shop)
    sale(shop, friend, 2500)
    join(shop, act(shop), friend.id, referrer.id, approved="sam")
    later(shop, 14)
    assert nightly(shop).rewarded == 1
    assert balance(shop, referrer) == 275


def test_segments_are_of_the_night_and_go_on_where_they_stopped(
    here: Callable[..., Shop],
) -> None:
    shop = here()
    member, other = anna(shop), ben(shop)
    sale(shop, member, 5000)
    assert resegment(shop, pages=1) == 1
    assert resegment(shop) == 0
    later(shop, 200)
    assert resegment(shop) == 1
    with shop.store.reading() as view:
        found = [view.member(who.id) for who in (member, other)]
    assert [one.segment for one in found if one] == ["lost", ""]


def test_a_new_shop_closes_what_an_old_program_left(here: Callable[..., Shop]) -> None:
    shop = here(vesting=VestingRule(0))
    sale(shop, anna(shop), 5000)
    later(shop, 400)
    assert last_night(shop) is None
    told = nightly(shop)
    assert (told.days, told.expired) == (1, 50)


def test_a_night_among_sales_of_the_past_is_dated_then(here: Callable[..., Shop]) -> None:
    shop = here(vesting=VestingRule(0), rewards=(TREAT,))
    member = anna(shop)
    sale(shop, member, 15_000)
    bought = shop.today
    later(shop, 60)
    assert night(shop, bought).rewards == 1
    assert night(shop, bought + 40 * DAY).expired == 50
    with shop.store.reading() as view:
        entries = [e for e in view.entries(member=member.id) if e.kind is not Kind.SALE]
    dated = {
        e.kind: (e.business_date, day_of(moment_of(e.at_ms), clock_of(shop).zone)) for e in entries
    }
    assert dated[Kind.REWARD_TAKEN] == (bought, bought)
    assert dated[Kind.EXPIRY] == (bought + 40 * DAY, bought + 40 * DAY)
    assert clean(shop)
