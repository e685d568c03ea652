"""A receipt that is brought later: credited once, ever, as if the card had been shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalty.claims.receipt import own_key
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from loyalty.rules.claiming import ClaimRule
from loyalty.rules.limits import Limit, Period
from pos.claims import (
    claim,
    withdraw,
)
from pos.counter import confirm
from pos.demo import demo_program
from pos.exporting import everything_of
from pos.issuers import enrol as enrol_issuer
from pos.presenting import present
from pos.returns import confirm_return
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from pos.undo import undo
from pos.why import explained
from tests.shop.claim_desk import bert, own, points, portuguese, refused
from tests.shop.house import act, anna, balance, clean, clock_of, goods, open_at, sale


def test_a_receipt_of_ours_brings_what_the_card_would_have(shop: Shop) -> None:
    member = anna(shop)
    with_card = sale(shop, member, 4321)
    without = sale(shop, None, 4321)
    credited = claim(shop, act(shop), member.id, own(shop, without.entry.key))
    assert credited.points == with_card.sale.earned > 0
    assert balance(shop, member) == 2 * with_card.sale.earned
    with shop.store.reading() as view:
        (day,) = view.history(member.id).days
    assert (day.visits, day.spend_minor) == (2, 8642)
    assert clean(shop)


def test_a_receipt_is_credited_once_whoever_brings_it(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    booked = sale(shop, None, 2000)
    claim(shop, act(shop), member.id, own(shop, booked.entry.key))
    for who, yours in ((member, True), (other, False)):
        no = refused(shop, who, own(shop, booked.entry.key))
        assert (no.code, no.facts["yours"]) == ("claim-already", yours)
    assert balance(shop, other) == 0
    assert clean(shop)


def test_the_same_act_asked_for_again_is_the_same_credit(shop: Shop) -> None:
    member, one = anna(shop), act(shop)
    presented = own(shop, sale(shop, None, 2000).entry.key)
    first = claim(shop, one, member.id, presented)
    again = claim(shop, one, member.id, presented)
    assert first.entry == again.entry
    assert balance(shop, member) == first.points


def test_a_sale_that_has_a_card_is_not_credited_to_another(shop: Shop) -> None:
    booked = sale(shop, anna(shop))
    with pytest.raises(LoyaltyError) as no:
        own(shop, booked.entry.key)
    assert no.value.code == "claim-has-card"


def test_a_return_takes_back_what_the_claim_gave(shop: Shop) -> None:
    member = anna(shop)
    booked = confirm(shop, act(shop), goods(1000, 500, units=2))
    claim(shop, act(shop), member.id, own(shop, booked.entry.key))
    part = confirm_return(shop, act(shop), booked.entry.key, (1, 0))
    assert part.returned.clawed == 5
    confirm_return(shop, act(shop), booked.entry.key)
    assert points(shop, member) == (0, 0)
    with shop.store.reading() as view:
        assert view.history(member.id).days == ()
    assert clean(shop)


def test_only_what_was_kept_is_credited(shop: Shop) -> None:
    member = anna(shop)
    booked = confirm(shop, act(shop), goods(1000, 3000))
    confirm_return(shop, act(shop), booked.entry.key, (1, 0))
    credited = claim(shop, act(shop), member.id, own(shop, booked.entry.key))
    assert credited.points == 30
    confirm_return(shop, act(shop), booked.entry.key)
    assert points(shop, member) == (0, 0)
    with pytest.raises(LoyaltyError) as no:
        own(shop, booked.entry.key)
    assert no.value.code == "claim-returned"
    assert clean(shop)


@given(
    prices=st.lists(st.integers(1, 9_999), min_size=1, max_size=4),
    units=st.integers(1, 3),
    before=st.integers(0, 3),
    order=st.randoms(use_true_random=False),
)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_claimed_and_returned_bit_by_bit_nothing_is_left(  # type: ignore[no-untyped-def]
    tmp_path_factory, prices: list[int], units: int, before: int, order
) -> None:
    shop = open_at(tmp_path_factory.mktemp("shop"))
    try:
        member = anna(shop)
        booked = confirm(shop, act(shop), goods(*prices, units=units))
        pieces = [line for line in range(len(prices)) for _ in range(units)]
        order.shuffle(pieces)
        cut = min(before, len(pieces) - 1)
        for line in pieces[:cut]:
            give_back(shop, booked.entry.key, line, len(prices))
        claim(shop, act(shop), member.id, own(shop, booked.entry.key))
        for line in pieces[cut:]:
            give_back(shop, booked.entry.key, line, len(prices))
        with shop.store.reading() as view:
            account, history = view.account(member.id), view.history(member.id)
        assert (account.lots, account.debts, account.pending) == ((), (), ())
        assert history.days == ()
        assert clean(shop)
    finally:
        shop.store.close()


def give_back(shop: Shop, key: EntryKey, line: int, lines: int) -> None:
    confirm_return(shop, act(shop), key, tuple(int(n == line) for n in range(lines)))


def test_an_undone_claim_may_be_presented_by_whom_it_belongs_to(shop: Shop) -> None:
    member, other = anna(shop), bert(shop)
    booked = sale(shop, None, 2000)
    claim(shop, act(shop), member.id, own(shop, booked.entry.key))
    undo(shop, act(shop))
    assert balance(shop, member) == 0
    credited = claim(shop, act(shop), other.id, own(shop, booked.entry.key))
    assert balance(shop, other) == credited.points == 20
    assert refused(shop, member, own(shop, booked.entry.key)).code == "claim-already"
    assert clean(shop)


def test_a_withdrawn_receipt_is_known_for_ever(shop: Shop) -> None:
    member = anna(shop)
    booked = sale(shop, None, 2000)
    key = booked.entry.key
    claim(shop, act(shop), member.id, own(shop, key))
    withdraw(shop, act(shop, "sam"), *own_key(key), "went back at the other till")
    assert balance(shop, member) == 0
    assert refused(shop, member, own(shop, key)).code == "claim-withdrawn"
    done = confirm_return(shop, act(shop), key)
    assert done.returned.clawed == 0
    assert clean(shop)


def test_a_cashier_alone_withdraws_nothing(shop: Shop) -> None:
    key = sale(shop, None).entry.key
    claim(shop, act(shop), anna(shop).id, own(shop, key))
    with pytest.raises(LoyaltyError) as no:
        withdraw(shop, act(shop), *own_key(key), "why")
    assert no.value.code == "approval-needed"


def test_a_receipt_is_too_old_after_three_days_unless_somebody_says_so(shop: Shop) -> None:
    member = anna(shop)
    presented = own(shop, sale(shop, None).entry.key)
    clock_of(shop).advance(timedelta(hours=73))
    assert refused(shop, member, presented).code == "claim-too-old"
    with pytest.raises(LoyaltyError) as no:
        claim(shop, act(shop), member.id, presented, overrule=True)
    assert no.value.code == "approval-needed"
    credited = claim(shop, act(shop), member.id, presented, approved="sam", why="was ill")
    assert credited.credit is not None
    assert (credited.credit.approved, credited.credit.overruled) == ("sam", "claim-too-old")
    assert clean(shop)


def test_limits_of_a_day_hold_and_trim(tmp_path) -> None:  # type: ignore[no-untyped-def]
    rule = ClaimRule(limits=(Limit(Period.DAY, points=25), Limit(Period.WEEK, times=2)))
    program = replace(demo_program(), starts_on=demo_program().starts_on, claims=rule)
    shop = open_at(tmp_path, program=replace(program, starts_on=program.starts_on.replace(2020)))
    try:
        member = anna(shop)
        sums = []
        for _ in range(2):
            presented = own(shop, sale(shop, None, 2000).entry.key)
            sums.append(claim(shop, act(shop), member.id, presented).points)
        assert sums == [20, 5]
        no = refused(shop, member, own(shop, sale(shop, None, 2000).entry.key))
        assert (no.code, no.facts["per"]) == ("claim-limit", "day")
        assert clean(shop)
    finally:
        shop.store.close()


def test_a_fiscal_receipt_of_an_enrolled_merchant_counts_once(shop: Shop) -> None:
    member = anna(shop)
    assert refused(shop, member, present(shop, portuguese())).code == "claim-issuer-unknown"
    enrol_issuer(shop, "sam", "Mercearia", (portuguese(),))
    credited = claim(shop, act(shop), member.id, present(shop, portuguese()))
    assert credited.points == 4
    assert refused(shop, member, present(shop, portuguese() + "\r\n")).code == "claim-already"
    assert clean(shop)


def test_two_honest_receipts_a_minute_apart_both_count(shop: Shop) -> None:
    member = anna(shop)
    one = sale(shop, None, 350)
    clock_of(shop).advance(timedelta(minutes=1))
    two = sale(shop, None, 350)
    for booked in (one, two):
        claim(shop, act(shop), member.id, own(shop, booked.entry.key))
    assert balance(shop, member) == 6


def test_points_wait_where_another_terminal_could_have_given_them(shop: Shop) -> None:
    several = replace(shop, settings=replace(shop.settings, alone=False))
    member = anna(several)
    claim(several, act(several), member.id, own(several, sale(several, None, 2000).entry.key))
    assert points(several, member) == (0, 20)
    assert clean(several)


def test_why_and_the_members_copy_tell_of_a_credited_receipt(shop: Shop) -> None:
    member = anna(shop)
    done = claim(shop, act(shop), member.id, own(shop, sale(shop, None, 4321).entry.key))
    points_of, steps = explained(shop, done.entry.key)
    assert points_of == 43
    assert ("base", (("points", 1), ("per_minor", 100))) in steps
    with shop.store.writing() as work:
        work.add_operator(Operator("chef", "Chef", Role.MANAGER))
    told = everything_of(shop, act(shop, "chef"), member.id)
    (kept,) = [one for one in told["entries"] if one["kind"] == "claim"]
    assert (kept["total_minor"], kept["earned"]) == (4321, 43)
