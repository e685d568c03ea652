"""Two members who are one: everything moves, nothing is lost, old sales find their way."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.codes import member_card, voucher_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.members.member import CardStatus, Member, MemberStatus
from loyalty.redemption.quote import Chosen
from loyalty.redemption.voucher import Voucher
from loyalty.rules.activity import Referral, ReferralState
from loyalty.rules.rewards import VoucherKind, VoucherTerms
from pos.blocking import block, block_card, unblock
from pos.cards import add_card, replace_card
from pos.consents import consent, consents
from pos.counter import AtCounter, identify
from pos.enrol import complete
from pos.households import join
from pos.merging import merge
from pos.profiles import Changes, edit_profile
from pos.returns import confirm_return
from pos.shop import Shop
from pos.store import Operator
from tests.shop.house import BLANK, CARD, act, anna, balance, clean, clock_of, open_at, sale
from tests.shop.people import account, again, books, person

SAM = "sam"  # a supervisor: has the right to merge


def refused(code: str) -> pytest.RaisesExc[LoyaltyError]:
    return pytest.raises(LoyaltyError, check=lambda no: no.code == code)


def test_a_merge_moves_points_with_their_dates_and_the_cards(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna Schmid")
    sale(shop, kept, 1500)
    sold = sale(shop, gone, 2000)
    before = books(shop)
    merged = merge(shop, act(shop, SAM), gone.id, kept.id)
    after = books(shop)
    assert (merged.points, merged.member.id, merged.gone.id) == (20, kept.id, gone.id)
    assert (after.lots, after.points) == (before.lots, before.points)
    assert account(shop, gone) == Account()
    assert sold.entry.key in [lot.ref.key for lot in account(shop, kept).lots]
    for code in (CARD, member_card(7)):
        seen = identify(shop, code)
        assert isinstance(seen, AtCounter)
        assert seen.member.id == kept.id
    assert again(shop, gone).status is MemberStatus.MERGED
    assert clean(shop)


def test_visits_and_other_counts_move_along(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    for member in (kept, gone, gone):
        sale(shop, member, 1000)
    merge(shop, act(shop, SAM), gone.id, kept.id)
    with shop.store.reading() as view:
        assert (view.history(kept.id).visits, view.history(gone.id).visits) == (3, 0)


def test_a_return_of_an_old_sale_acts_on_whoever_was_kept(shop: Shop) -> None:
    first, second, kept = person(shop, 7, "A"), person(shop, 8, "B"), anna(shop)
    sold = sale(shop, first, 2000)
    merge(shop, act(shop, SAM), first.id, second.id)
    merge(shop, act(shop, SAM), second.id, kept.id)
    sale(shop, kept, 500)
    back = confirm_return(shop, act(shop), sold.entry.key)
    assert (back.entry.member, back.returned.clawed) == (kept.id, 20)
    assert [balance(shop, one) for one in (first, second, kept)] == [0, 0, 5]
    assert again(shop, first).merged_into == kept.id
    assert clean(shop)


def test_asking_for_a_merge_again_is_the_same_merge(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    sale(shop, gone, 2000)
    one = act(shop, SAM)
    first = merge(shop, one, gone.id, kept.id)
    before = books(shop)
    assert merge(shop, one, gone.id, kept.id) == first
    assert merge(shop, act(shop, SAM), gone.id, kept.id).member == first.member
    assert books(shop) == before


def test_a_debt_of_one_is_paid_by_the_points_of_the_other(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    sold = sale(shop, gone, 5000)
    sale(shop, gone, 2000, Chosen(reward="drink"))
    confirm_return(shop, act(shop), sold.entry.key)
    owed = account(shop, gone).owed
    assert owed > 0
    sale(shop, kept, 10_000)
    had = balance(shop, kept)
    merge(shop, act(shop, SAM), gone.id, kept.id)
    assert (balance(shop, kept), account(shop, kept).owed) == (had - owed, 0)
    assert clean(shop)


def test_both_profiles_become_one_and_what_the_kept_one_said_stands(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Ann", "+821012345678")
    edit_profile(shop, act(shop), kept.id, Changes(likes=("Oat milk",), birthday="--05-03"))
    edit_profile(
        shop,
        act(shop),
        gone.id,
        Changes(likes=("oat milk", "Cake"), birthday="1990-05-03", email="Ann@Example.org"),
    )
    consent(shop, kept.id, "email", False, "counter")
    consent(shop, gone.id, "email", True, "form")
    consent(shop, gone.id, "sms", True, "form")
    member = merge(shop, act(shop, SAM), gone.id, kept.id).member
    with shop.store.reading() as view:
        profile = view.profile(kept.id)
    assert (member.name, member.phone, member.email) == (
        "Anna Schmidt",
        "+4915112345678",
        "ann@example.org",
    )
    assert str(member.birthday) == "1990-05-03"
    assert (profile.likes, profile.phones) == (("Oat milk", "Cake"), ("+821012345678",))
    said = [(one.what, one.given) for one in consents(shop, kept.id)]
    assert said == [("email", False), ("sms", True)]


def test_merging_takes_the_right_or_somebody_who_has_it(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    with refused("approval-needed"):
        merge(shop, act(shop, "mina"), gone.id, kept.id)
    merge(shop, act(shop, "mina"), gone.id, kept.id, approved=SAM)
    with shop.store.reading() as view:
        out = [one for one in view.entries(member=gone.id) if one.kind == "moved-out"]
    assert '"ok":"sam"' in out[0].body


def test_what_cannot_be_merged_is_refused_whole(shop: Shop) -> None:
    kept, gone, third = anna(shop), person(shop, 7, "Kim"), person(shop, 8, "Lee")
    with refused("merge-self"):
        merge(shop, act(shop, SAM), kept.id, kept.id)
    join(shop, act(shop, SAM), third.id, gone.id)
    before = books(shop)
    with refused("household-others-in"):
        merge(shop, act(shop, SAM), gone.id, kept.id)
    with refused("merge-household"):
        merge(shop, act(shop, SAM), third.id, kept.id)
    with refused("household-others-in"):
        merge(shop, act(shop, SAM), gone.id, third.id)
    block(shop, act(shop, "sam"), kept.id, "fraud")
    for one, other in ((kept, third), (third, kept)):
        with refused("member-blocked"):
            merge(shop, act(shop, SAM), one.id, other.id)
    assert books(shop) == before


def test_two_of_a_household_are_merged_without_touching_its_account(shop: Shop) -> None:
    owner, one, same = anna(shop), person(shop, 7, "Kim"), person(shop, 8, "Kim M")
    for each in (one, same):
        sale(shop, each, 1000)
        join(shop, act(shop, SAM), each.id, owner.id)
    merge(shop, act(shop, SAM), same.id, one.id)
    assert balance(shop, owner) == 20
    sale(shop, again(shop, one), 1000)
    assert balance(shop, owner) == 30
    assert clean(shop)


def test_a_card_used_before_sign_up_brings_its_points_to_the_member(shop: Shop) -> None:
    kept, nobody = anna(shop), person(shop, 7)
    sale(shop, nobody, 2500)
    given_card = add_card(shop, act(shop, "mina"), kept.id, member_card(7))
    assert (given_card.points, balance(shop, kept)) == (25, 25)
    assert add_card(shop, act(shop), kept.id, member_card(7)).points == 0
    assert balance(shop, kept) == 25


def test_signing_up_completes_a_card_that_was_used_before(shop: Shop) -> None:
    nobody = person(shop, 7)
    sale(shop, nobody, 2500)
    member = complete(shop, nobody.id, "+821012345678", "Kim Min-jun")
    assert (member.id, member.name, balance(shop, member)) == (nobody.id, "Kim Min-jun", 25)


def test_signing_up_with_the_number_of_a_member_names_who_it_is(shop: Shop) -> None:
    kept, nobody = anna(shop), person(shop, 7)
    with pytest.raises(LoyaltyError) as no:
        complete(shop, nobody.id, "+49 151 12345678", "Anna")
    assert (no.value.code, no.value.facts["id"]) == ("phone-taken", str(kept.id))


def test_a_replaced_card_is_dead_at_once_and_says_whose_it_was(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 1000)
    assert replace_card(shop, act(shop), CARD, BLANK).card.code == BLANK
    with pytest.raises(LoyaltyError) as no:
        identify(shop, CARD)
    assert (no.value.code, no.value.facts) == ("card-replaced", {"member": "Anna Schmidt"})
    seen = identify(shop, BLANK)
    assert isinstance(seen, AtCounter)
    assert (seen.member.id, seen.account.balance) == (member.id, 10)
    assert replace_card(shop, act(shop), CARD, BLANK).card.code == BLANK
    with refused("card-replaced"):
        replace_card(shop, act(shop), CARD, member_card(9))


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (member_card(7), "card-taken"),
        ("6100000000000000", "code-damaged"),
        ("hello", "code-damaged"),
        (CARD, ""),
    ],
)
def test_a_card_that_cannot_be_given_is_refused(shop: Shop, code: str, why: str) -> None:
    member = anna(shop)
    person(shop, 7, "Kim")
    if not why:
        assert add_card(shop, act(shop), member.id, code).card.status is CardStatus.ACTIVE
        return
    with refused(why):
        add_card(shop, act(shop), member.id, code)


def test_replacing_refuses_what_is_no_card_of_a_member(shop: Shop) -> None:
    anna(shop)
    for old, new, why in (
        (member_card(9), BLANK, "card-unknown"),
        (CARD, CARD, "card-same"),
        (CARD, "x", "code-damaged"),
    ):
        with refused(why):
            replace_card(shop, act(shop), old, new)
    assert isinstance(identify(shop, CARD), AtCounter)


def test_nothing_brings_back_who_was_merged_or_a_card_that_was_replaced(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    merge(shop, act(shop, SAM), gone.id, kept.id)
    replace_card(shop, act(shop), CARD, BLANK)
    with refused("member-unknown"):
        block(shop, act(shop, SAM), gone.id, "why")
    with refused("member-unknown"):
        unblock(shop, act(shop, SAM), gone.id)
    for blocked in (True, False):
        with refused("card-replaced"):
            block_card(shop, act(shop, "sam"), CARD, blocked=blocked)
    assert again(shop, gone).status is MemberStatus.MERGED


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["sale", "return", "day"]),
        st.integers(0, 2),
        st.integers(100, 9000),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(acts=ACTS, gone=st.integers(0, 2), kept=st.integers(0, 2))
def test_a_merge_changes_no_sum_and_no_lot(
    acts: list[tuple[str, int, int]], gone: int, kept: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_at(Path(folder))
        people = [person(shop, 10 + n, f"Member {n}") for n in range(3)]
        _live(shop, people, acts)
        before = books(shop)
        if gone != kept:
            merge(shop, act(shop, SAM), people[gone].id, people[kept].id)
            after = books(shop)
            assert (after.points, after.totals) == (before.points, before.totals)
            if not before.owed:
                assert after.lots == before.lots
        assert clean(shop)
        shop.store.close()


def _live(shop: Shop, people: list[Member], acts: list[tuple[str, int, int]]) -> None:
    sold = []
    for what, who, cents in acts:
        if what == "sale":
            sold.append(sale(shop, people[who], cents).entry.key)
        elif what == "return" and sold:
            confirm_return(shop, act(shop), sold.pop())
        else:
            clock_of(shop).advance(timedelta(days=1))


def test_vouchers_go_where_the_account_goes(shop: Shop) -> None:
    owner, kept, gone = anna(shop), person(shop, 7, "Kim"), person(shop, 8, "Kim M")
    terms = VoucherTerms("next", "Next time", VoucherKind.MONEY_OFF, 500)
    source = act(shop).id
    with shop.store.writing() as work:
        work.add_voucher(Voucher(voucher_code(1), terms, source, shop.today, gone.id))
    for ask, holder in (
        (lambda: merge(shop, act(shop, SAM), gone.id, kept.id), kept),
        (lambda: join(shop, act(shop, SAM), kept.id, owner.id), owner),
    ):
        ask()
        with shop.store.reading() as view:
            held = view.vouchers_of(holder.id, shop.today)
        assert [one.code for one in held] == [voucher_code(1)]


def test_nobody_is_rewarded_for_having_brought_themselves(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    with shop.store.writing() as work:
        work.add_referral(Referral(gone.id, kept.id, shop.today))
    merge(shop, act(shop, SAM), gone.id, kept.id)
    with shop.store.reading() as view:
        found = view.referral(gone.id)
    assert found is not None
    assert found.state is ReferralState.REFUSED


def test_an_operator_who_left_approves_nothing(shop: Shop) -> None:
    kept, gone = anna(shop), person(shop, 7, "Anna")
    with shop.store.writing() as work:
        work.add_operator(Operator("old", "Old", "manager", active=False))
    with refused("approval-needed"):
        merge(shop, act(shop, "mina"), gone.id, kept.id, approved="old")
