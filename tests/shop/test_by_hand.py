"""What people do by hand: activities and their queue, adjustments, paper stamps, approvals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from loyalty.codes import member_card, operator_badge
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import stamps_of
from loyalty.ledger.entry import Kind
from loyalty.members.member import Birthday, Profile
from loyalty.rules.activity import ActivityKind, ActivityRule, ProfileField, ReferralRule
from loyalty.rules.limits import Limit, Period
from loyalty.rules.rewards import StampRule
from loyalty.rules.which import Which
from pos.activities import approve, completed, decline, record, waiting
from pos.adjusting import adjust
from pos.approving import approve as call
from pos.blocking import block, block_card
from pos.demo import demo_program
from pos.enrol import enrol
from pos.holding import hold
from pos.ids import new_id
from pos.referrals import code_of, refer
from pos.rights import RIGHTS, Right, allowed
from pos.shop import Shop
from pos.staff import Role, hashed_pin
from pos.stamps import clean_serial, move_in
from pos.store import Operator
from tests.shop.house import BADGE, CARD, act, anna, balance, clean, clock_of, open_at, sale

REVIEW = ActivityRule("review", "Review", ActivityKind.REVIEW, 20)
PHOTO = ActivityRule("photo", "Photo", ActivityKind.PHOTO, 30, approval=True)
ONCE = ActivityRule("event", "Tasting", ActivityKind.EVENT, 5, limits=(Limit(Period.DAY, times=1),))
TELL = ActivityRule("tell", "Birthday", ActivityKind.PROFILE, 15, ProfileField.BIRTHDAY)
TEA = StampRule("tea", "Tea card", 10, Which(categories=frozenset({"tea"})), most_moved=20)
BOSS_BADGE = operator_badge(9)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with activities, a stamp card, referrals, and one operator of each role."""
    program = replace(
        demo_program(),
        starts_on=date(2020, 1, 1),
        activities=(REVIEW, PHOTO, ONCE, TELL),
        stamps=(TEA,),
        referral=ReferralRule(500, 250, 2000),
    )
    opened = open_at(tmp_path, program=program)
    with opened.store.writing() as work:
        work.add_operator(Operator("olga", "Olga", Role.OWNER, BOSS_BADGE))
        work.add_operator(Operator("max", "Max", Role.MANAGER))
        work.set_pin("max", hashed_pin("4711"))
    yield opened
    assert clean(opened)
    opened.store.close()


def no(code: str, call: object, *args: object, **named: object) -> dict[str, object]:
    assert callable(call)
    with pytest.raises(LoyaltyError) as caught:
        call(*args, **named)
    assert caught.value.code == code, caught.value.facts
    return caught.value.facts


def test_an_activity_brings_its_points_at_once_and_once_an_act(shop: Shop) -> None:
    member, one = anna(shop), act(shop)
    first, again = record(shop, one, member.id, "review"), record(shop, one, member.id, "review")
    assert (first.activity.points, first.waiting) == (20, False)
    assert first.entry == again.entry
    assert balance(shop, member) == 20


def test_limits_hold_over_days_and_windows(shop: Shop) -> None:
    member = anna(shop)
    record(shop, act(shop), member.id, "event")
    no("activity-limit", record, shop, act(shop), member.id, "event")
    clock_of(shop).advance(timedelta(days=1))
    record(shop, act(shop), member.id, "event")
    assert balance(shop, member) == 10


def test_what_needs_a_look_waits_and_is_given_by_who_may(shop: Shop) -> None:
    member = anna(shop)
    asked = record(shop, act(shop), member.id, "photo")
    assert (asked.waiting, balance(shop, member)) == (True, 0)
    no("activity-waiting", record, shop, act(shop), member.id, "photo")
    (one,) = waiting(shop)
    assert (one.member.id, one.activity.points) == (member.id, 30)
    no("approval-needed", approve, shop, act(shop), one.id)
    done = approve(shop, act(shop, "sam"), one.id)
    assert (done.activity.operator, done.activity.approved) == ("mina", "sam")
    assert approve(shop, act(shop, "sam"), one.id).entry == done.entry
    assert (balance(shop, member), waiting(shop)) == (30, ())
    no("activity-approved", decline, shop, act(shop, "sam"), one.id)


def test_a_declined_request_is_gone_and_may_be_made_again(shop: Shop) -> None:
    member = anna(shop)
    asked = record(shop, act(shop), member.id, "photo").entry.source
    decline(shop, act(shop), asked, approved="sam")
    decline(shop, act(shop), asked, approved="sam")
    assert waiting(shop) == ()
    no("activity-declined", approve, shop, act(shop, "sam"), asked)
    record(shop, act(shop), member.id, "photo")
    assert balance(shop, member) == 0


def test_what_is_no_request_or_no_activity_is_refused(shop: Shop) -> None:
    member = anna(shop)
    no("activity-no-request", approve, shop, act(shop, "sam"), UUID(int=1))
    no("activity-unknown", record, shop, act(shop), member.id, "dance")
    no("activity-by-profile", record, shop, act(shop), member.id, "tell")
    no("member-unknown", record, shop, act(shop), UUID(int=1), "review")
    block(shop, act(shop, "sam"), member.id, "a dispute")
    no("member-blocked", record, shop, act(shop), member.id, "review")


def test_a_birthday_told_is_rewarded_once_however_often_it_changes(shop: Shop) -> None:
    member = anna(shop)
    told = replace(member, birthday=Birthday(5, 3))
    for before, after in ((member, told), (told, member), (member, told)):
        with shop.store.writing() as work:
            work.change_member(after)
            completed(shop, work, act(shop), (before, Profile()), (after, Profile()))
    assert balance(shop, member) == 15


def test_points_by_hand_are_within_the_right_of_who_gives_them(shop: Shop) -> None:
    member = anna(shop)
    facts = no("approval-needed", adjust, shop, act(shop), member.id, 50, "sorry")
    assert facts == {"right": "adjust", "amount": 50}
    done = adjust(shop, act(shop), member.id, 50, "sorry", approved="sam")
    assert done.account.balance == 50
    adjust(shop, act(shop, "sam"), member.id, 200, "sorry")
    no("approval-needed", adjust, shop, act(shop, "sam"), member.id, -201, "x")
    no("approval-needed", adjust, shop, act(shop, "sam"), member.id, 201, "x", approved="sam")
    adjust(shop, act(shop, "olga"), member.id, 5000, "a prize")
    assert balance(shop, member) == 5250


def test_a_limit_is_for_the_day_and_what_others_approved_is_not_in_it(shop: Shop) -> None:
    member = anna(shop)
    sam = act(shop, "sam")
    adjust(shop, sam, member.id, 150, "sorry")
    adjust(shop, sam, member.id, 150, "sorry")  # the same act
    no("approval-needed", adjust, shop, act(shop, "sam"), member.id, -51, "x")
    adjust(shop, act(shop, "sam"), member.id, 51, "x", approved="olga")
    adjust(shop, act(shop, "sam"), member.id, -50, "x")
    clock_of(shop).advance(timedelta(days=1))
    adjust(shop, act(shop, "sam"), member.id, 200, "sorry")
    move_in(shop, act(shop), member.id, "tea", "A1", 4)
    no("approval-needed", move_in, shop, act(shop), member.id, "tea", "A2", 2)
    move_in(shop, act(shop), member.id, "tea", "A2", 1)


def test_an_adjustment_repeats_as_the_same_and_takes_no_more_than_there_is(shop: Shop) -> None:
    member, one = anna(shop), act(shop, "olga")
    assert (
        adjust(shop, one, member.id, 40, "x").entry == adjust(shop, one, member.id, 40, "x").entry
    )
    assert balance(shop, member) == 40
    no("points-short", adjust, shop, act(shop, "olga"), member.id, -41, "x")
    basket = new_id(shop.clock)
    hold(shop, basket, member.id, 30)
    assert no("points-short", adjust, shop, act(shop, "olga"), member.id, -11, "x")["usable"] == 10
    assert balance(shop, member) == 40


def test_a_second_person_approves_by_badge_or_pin_and_is_another(shop: Shop) -> None:
    assert call(shop, "mina", Right.ADJUST, 9999, badge=BOSS_BADGE).id == "olga"
    assert call(shop, "mina", Right.ADJUST, 2000, operator="max", pin="4711").id == "max"
    no("right-missing", call, shop, "mina", Right.ADJUST, 2001, operator="max", pin="4711")
    no("approval-same", call, shop, "olga", Right.ADJUST, 1, badge=BOSS_BADGE)
    no("right-missing", call, shop, "max", Right.ADJUST, 1, badge=BADGE)
    no("pin-wrong", call, shop, "mina", Right.ADJUST, 1, operator="max", pin="0000")
    no("badge-unknown", call, shop, "mina", Right.ADJUST, 1, badge=operator_badge(77))
    no("approval-none", call, shop, "mina", Right.ADJUST, 1)


def test_who_asks_cannot_choose_the_pin_of_who_has_none(shop: Shop) -> None:
    no("pin-none", call, shop, "mina", Right.ADJUST, 1, operator="sam", pin="1234")
    with shop.store.reading() as view:
        assert not view.pin("sam").hash


def test_every_right_has_its_row_and_more_power_is_never_less_right(shop: Shop) -> None:
    assert set(RIGHTS) == set(Right)
    order = [Role.CASHIER, Role.SUPERVISOR, Role.MANAGER, Role.OWNER]
    with shop.store.reading() as view:
        for right in Right:
            for amount in (0, 1, 6, 201, 2001, 10**6):
                may = [allowed(view, role, right, amount) for role in order]
                assert may == sorted(may), (right, amount)
        assert not allowed(view, "a-role-of-tomorrow", Right.BLOCK)


def test_an_old_paper_card_is_moved_in_once(shop: Shop) -> None:
    member = anna(shop)
    done = move_in(shop, act(shop), member.id, "tea", "nr. 12-a", 5)
    assert (done.stamps, clean_serial("nr. 12-a")) == (5, "NR12A")
    facts = no("paper-void", move_in, shop, act(shop), member.id, "tea", "NR12A", 3)
    assert facts["serial"] == "NR12A"
    other = enrol(shop, act(shop), member_card(5), "+4915199999005", "Ben")
    no("paper-void", move_in, shop, act(shop), other.id, "tea", "Nr 12 A", 3)
    with shop.store.reading() as view:
        assert view.history(member.id).count(stamps_of("tea")) == 5


def test_more_paper_stamps_need_more_right_and_never_pass_the_rule(shop: Shop) -> None:
    member = anna(shop)
    no("approval-needed", move_in, shop, act(shop), member.id, "tea", "A1", 6)
    one = act(shop)
    done = move_in(shop, one, member.id, "tea", "A1", 6, approved="sam")
    assert move_in(shop, one, member.id, "tea", "A1", 6, approved="sam").entry == done.entry
    no("stamps-range", move_in, shop, act(shop, "olga"), member.id, "tea", "A2", 21)
    no("stamps-unknown", move_in, shop, act(shop), member.id, "wine", "A3", 1)
    no("paper-serial", move_in, shop, act(shop), member.id, "tea", " - ", 1)
    no("paper-serial", move_in, shop, act(shop), member.id, "tea", "9" * 41, 1)


def test_a_friend_is_brought_by_code_or_card_and_by_one_person(shop: Shop) -> None:
    referrer = anna(shop)
    friend = enrol(shop, act(shop), member_card(5), "+4915199999005", "Ben")
    code = code_of(shop, referrer.id)
    assert code == code_of(shop, referrer.id)
    first = refer(shop, friend.id, code)
    assert refer(shop, friend.id, CARD) == first
    third = enrol(shop, act(shop), member_card(6), "+4915199999006", "Cem")
    no("referral-again", refer, shop, friend.id, code_of(shop, third.id))
    no("referral-own", refer, shop, third.id, member_card(6))
    no("referral-unknown", refer, shop, third.id, "nobody's")


def test_who_has_bought_or_lost_the_card_is_in_no_referral(shop: Shop) -> None:
    referrer = anna(shop)
    friend = enrol(shop, act(shop), member_card(5), "+4915199999005", "Ben")
    sale(shop, friend, 100)
    no("referral-not-new", refer, shop, friend.id, CARD)
    third = enrol(shop, act(shop), member_card(6), "+4915199999006", "Cem")
    block_card(shop, act(shop, "sam"), CARD)
    no("referral-unknown", refer, shop, third.id, CARD)
    block(shop, act(shop, "sam"), referrer.id, "a dispute")
    code = replace(referrer).referral_code
    no("referral-blocked", refer, shop, third.id, code)


def test_a_shop_without_the_rule_takes_no_referrals(tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    plain = open_at(folder)
    no("referral-none", refer, plain, anna(plain).id, CARD)
    plain.store.close()


def test_every_act_stands_in_the_books_with_who_did_it(shop: Shop) -> None:
    member = anna(shop)
    record(shop, act(shop), member.id, "review")
    adjust(shop, act(shop), member.id, 5, "sorry", approved="olga")
    move_in(shop, act(shop), member.id, "tea", "A1", 2)
    with shop.store.reading() as view:
        entries = {entry.kind: entry for entry in view.entries(member=member.id)}
    assert {Kind.ACTIVITY, Kind.ADJUSTMENT, Kind.STAMPS_MOVED} <= set(entries)
    assert '"ok":"olga"' in entries[Kind.ADJUSTMENT].body
    assert all('"o":"mina"' in entry.body for entry in entries.values())
