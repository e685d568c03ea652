"""Vouchers, goods, profiles, referrals and holds: kept as they are, found as they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.ledger.count import Count, used_of
from loyalty.members.member import Birthday, Card, Consent, Member, MemberStatus, Profile
from loyalty.product import Product
from loyalty.rules.activity import Referral, ReferralState
from pos.clock import FixedClock, milliseconds
from pos.store import Store, Work, open_store
from pos.store.goods import _forms
from tests.store.shop import ANNA, BORIS, BREAD, act, anna, book_counts, boris, voucher

NOBODY = UUID(int=0xFF)


def refused(store: Store, code: str, name: str, *params: object) -> None:
    with pytest.raises(LoyaltyError) as found, store.writing() as work:
        getattr(work, name)(*params)
    assert found.value.code == code


def test_a_voucher_is_what_was_given_out(store: Store) -> None:
    personal, bearer = voucher(1), voucher(2, None)
    with store.writing() as work:
        work.add_voucher(personal)
        work.add_voucher(bearer)
    with store.reading() as view:
        assert view.voucher(personal.code) == personal
        assert view.voucher(bearer.code) == bearer
        assert view.voucher("nothing") is None
        assert view.vouchers_of(ANNA) == (personal,)
        assert view.voucher_given_by(act(2)) == (bearer,)
        assert view.voucher_given_by(act(3)) == ()
    refused(store, "voucher-exists", "add_voucher", personal)


def test_a_voucher_can_be_used_in_its_days_and_once(store: Store, clock: FixedClock) -> None:
    given_out = voucher(1)
    with store.writing() as work:
        work.add_voucher(given_out)
        for day in (given_out.first_day, given_out.last_day):
            assert work.vouchers_of(ANNA, on=day) == (given_out,)
            assert work.vouchers_of(BORIS, on=day) == ()
        assert work.vouchers_of(ANNA, on=given_out.first_day - timedelta(days=1)) == ()
        assert work.vouchers_of(ANNA, on=given_out.last_day + timedelta(days=1)) == ()
        use = Count(used_of(given_out.code), 1, shop=True)
        book_counts(work, clock, 1, use)
        assert work.vouchers_of(ANNA, on=given_out.last_day) == ()
        assert work.vouchers_of(ANNA) == (given_out,)
        book_counts(work, clock, 2, replace(use, amount=-1))
        assert work.vouchers_of(ANNA, on=given_out.last_day) == (given_out,)


@pytest.mark.parametrize("code", ["4006381333931", "012345678905", "0012345678905", "B-1", "4011"])
def test_a_product_is_found_by_everything_it_is_called(store: Store, code: str) -> None:
    with store.writing() as work:
        work.put_product(BREAD)
        work.put_product(Product("plain", "Plain", 1))
    with store.reading() as view:
        assert view.product(code) == BREAD
        for strange in ("", "40063813339310", "b-1", "x" * 4_000, "'; --"):
            assert view.product(strange) is None


def test_a_product_changes_with_its_barcodes(store: Store) -> None:
    changed = replace(BREAD, name="Oat bread", barcodes=("4006381333931", "20"), cost_minor=None)
    with store.writing() as work:
        work.put_products([BREAD, changed])
    with store.reading() as view:
        assert view.product("20") == changed
        assert view.product("012345678905") is None
        assert view.products("rye") == ()
    other = Product("C-1", "Cake", 300, ("4006381333931",))
    refused(store, "barcode-taken", "put_products", [Product("D", "D", 1), other])
    with store.writing() as work:
        assert work.product("D") is None
        work.remove_product("B-1")
        work.put_product(other)
        assert work.product("4006381333931") == other
    refused(store, "product-unknown", "remove_product", "B-1")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["B-1", "C-1"]),
        ("rye", ["B-1"]),
        ("BREA mull", ["B-1"]),
        ("b", ["B-1"]),
        ("빵", ["C-1"]),
        ("ye", []),
        ("rye cake", []),
        ("%", ["B-1", "C-1"]),
    ],
)
def test_products_are_found_by_the_beginnings_of_words(
    store: Store, text: str, found: list[str]
) -> None:
    with store.writing() as work:
        work.put_products([BREAD, Product("C-1", "빵", 300)])
        assert sorted(product.sku for product in work.products(text)) == found
        assert len(work.products(text, limit=1)) == min(1, len(found))


@given(st.from_regex(r"[0-9]{8,14}", fullmatch=True))
def test_both_forms_of_a_barcode_lead_to_each_other(code: str) -> None:
    assert code in _forms(code)
    assert all(code in _forms(other) for other in _forms(code))


FULL = Member(
    UUID(int=7), "Zoe Lee", "+821099998888", date(2026, 1, 1), "ko", MemberStatus.ACTIVE, "",
    Birthday(2, 29), "Zoe.Lee+shop@Example.com", BORIS, None, "650000000112", "loyal",
)  # fmt: skip
TOLD = Profile(
    "Hill 1", ("tea", "차"), ("milk",), ("Mill",), (("net", "zoe"),), ("+8210",), "kind\nlines"
)


def add_whole(work: Work) -> None:
    """A member with everything there can be."""
    work.add_member(FULL)
    work.keep_profile(FULL.id, TOLD)
    work.add_card(Card("6100000000000382", FULL.id))


def test_everything_a_member_tells_is_kept(store: Store) -> None:
    with store.writing() as work:
        add_whole(work)
    with store.reading() as view:
        assert view.member(FULL.id) == FULL
        assert view.profile(FULL.id) == TOLD
        assert view.profile(ANNA) == Profile()
        assert view.member_by_referral("650000000112") == FULL
        assert view.member_by_referral("") is None
        assert view.household(BORIS) == (FULL,)
        found = view.member_by_card("6100000000000382")
    assert found is not None
    assert found[0] == FULL
    refused(store, "member-exists", "add_member", FULL)
    refused(store, "member-unknown", "keep_profile", NOBODY, TOLD)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoe.lee+shop@example.com", True),
        (" ZOE.LEE+SHOP@E", True),
        ("zoe.lee+shop@x", False),
        ("shop", True),
        ("lee shop", True),
        ("example", False),
        ("@", False),
    ],
)
def test_a_member_is_found_by_the_e_mail_address(store: Store, text: str, found: bool) -> None:
    with store.writing() as work:
        work.add_member(FULL)
        assert (FULL in work.find_members(text)) is found


def test_likely_duplicates_share_phone_address_or_name(store: Store) -> None:
    with store.writing() as work:
        work.add_member(FULL)
        assert work.duplicates("Lee Zoe", "", "") == (FULL,)
        assert work.duplicates("Zoe", "", "") == ()
        assert work.duplicates("", "+82 10 9999 8888", "") == (FULL,)
        assert work.duplicates("", "99998888", "") == ()
        assert work.duplicates("", "", "zoe.lee+SHOP@example.com") == (FULL,)
        assert work.duplicates("zoe lee", "01098765432", "") == (boris(), FULL)
        assert work.duplicates("", "", "") == ()


def test_merged_and_erased_members_are_not_found_by_search(store: Store) -> None:
    with store.writing() as work:
        work.add_member(FULL)
        work.change_member(replace(FULL, status=MemberStatus.MERGED, merged_into=ANNA))
        assert work.find_members("zoe") == work.find_members("8888") == ()
        assert work.duplicates("zoe lee", FULL.phone, FULL.email) == ()
        (merged,) = work.merged_from(ANNA)
        assert merged.owner == ANNA
        work.change_member(replace(anna(), status=MemberStatus.MERGED, merged_into=BORIS))
        assert [one.id for one in work.merged_from(BORIS)] == [ANNA, FULL.id]


def test_members_come_in_pages(store: Store) -> None:
    with store.writing() as work:
        work.add_member(FULL)
        work.change_member(replace(anna(), status=MemberStatus.BLOCKED))
        assert [member.id for member in work.members()] == [FULL.id, ANNA, BORIS]
        assert [member.id for member in work.members(after=FULL.id, limit=1)] == [ANNA]
        assert work.active_members() == (FULL.id, BORIS)
        assert work.active_members(after=FULL.id) == (BORIS,)


def test_consents_are_remembered_in_order(store: Store) -> None:
    said = [Consent("email", True, 5, "till"), Consent("email", False, 5, "paper")]
    with store.writing() as work:
        for consent in said:
            work.add_consent(ANNA, consent)
    with store.reading() as view:
        assert view.consents(ANNA) == tuple(said)
        assert view.consents(BORIS) == ()
    refused(store, "member-unknown", "add_consent", NOBODY, said[0])


def test_a_friend_is_referred_once(store: Store) -> None:
    brought = Referral(BORIS, ANNA, date(2026, 3, 2))
    with store.writing() as work:
        work.add_referral(brought)
        assert work.referral(BORIS) == brought
        assert work.open_referrals() == (brought,)
        assert work.referral(ANNA) is None
    refused(store, "referral-exists", "add_referral", replace(brought, referrer=NOBODY))
    refused(store, "referral-unknown", "settle_referral", ANNA, ReferralState.LAPSED)
    with store.writing() as work:
        work.settle_referral(BORIS, ReferralState.REWARDED)
        assert work.open_referrals() == ()
        assert work.referral(BORIS) == replace(brought, state=ReferralState.REWARDED)


def test_an_erased_member_is_a_number(store: Store) -> None:
    with store.writing() as work:
        add_whole(work)
        work.add_consent(FULL.id, Consent("email", True, 1, "till"))
        work.hold(act(1), FULL.id, 5, 1 << 60)
        work.erase_member(FULL.id)
    with store.reading() as view:
        left = Member(FULL.id, "", "", FULL.joined_on, status=MemberStatus.ERASED)
        assert view.member(FULL.id) == left
        assert view.profile(FULL.id) == Profile()
        assert view.consents(FULL.id) == view.cards_of(FULL.id) == ()
        assert view.find_members("zoe") == view.find_members("8888") == ()
        assert view.holds(FULL.id) == 0
    refused(store, "member-unknown", "erase_member", NOBODY)
    path = store.path
    store.close()
    assert not [text for text in (b"Zoe", b"zoe", b"Hill 1") if text in path.read_bytes()]


def test_points_are_held_by_baskets_that_are_open(store: Store, clock: FixedClock) -> None:
    mine, other = act(1), act(2)
    soon = milliseconds(clock.now()) + 60_000
    with store.writing() as work:
        work.hold(mine, ANNA, 30, soon)
        work.hold(other, ANNA, 50, soon)
        work.hold(mine, ANNA, 40, soon)
        assert work.holds(ANNA) == 90
        assert work.holds(ANNA, but=mine) == 50
        assert work.holds(BORIS) == 0
        work.release(other)
        work.release(other)
        assert work.holds(ANNA) == 40
        work.hold(mine, ANNA, 0, soon)
        work.hold(other, ANNA, 20, soon)
        assert work.holds(ANNA) == 20
    clock.advance(timedelta(minutes=1))
    with store.reading() as view:
        assert view.holds(ANNA) == 0


def test_what_a_crashed_window_held_is_free_again(store: Store, clock: FixedClock) -> None:
    with store.writing() as work:
        work.hold(act(1), ANNA, 30, milliseconds(clock.now()) + 60_000)
    store.close()
    with open_store(store.path, clock, reserve_bytes=0) as again, again.reading() as view:
        assert view.holds(ANNA) == 0
