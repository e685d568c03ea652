"""Bringing friends: who may not, when both are rewarded, and that it happens once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from loyalty.members.history import Day, History, Standing
from loyalty.members.member import Member, MemberStatus, Profile
from loyalty.members.referring import (
    Person,
    Purchase,
    Side,
    Verdict,
    check_referral,
    over_the_month,
    purchase_of,
    referral_entry,
    verdict,
)
from loyalty.redemption.quote import Chosen
from loyalty.rules.activity import ReferralRule
from tests.rules.book import MEMBER, Book, refused
from tests.rules.makers import DAY, basket, program

BEN = Member(UUID(int=2), "Ben", "+8210", DAY, email="ben@example.com")
ANN = Member(MEMBER, "Ann", "+8211", DAY, email="ann@example.com")

# A friend, referred on 1 March 2025, must spend 20.00 and keep it for 14 days, within 180 days.
RULE = ReferralRule(500, 250, spend_minor=2000, after_days=14, per_month=2, open_days=180)
TABLE = """
bought                          | asked      | verdict
-                               | 2025-03-01 | wait
-                               | 2025-08-28 | wait
-                               | 2025-08-29 | lapsed
2025-03-02 19.99                | 2025-04-01 | wait
2025-03-02 19.99                | 2025-08-29 | lapsed
2025-03-02 20.00                | 2025-03-15 | wait
2025-03-02 20.00                | 2025-03-16 | due
2025-03-02 10.00, 2025-03-02 10.00 | 2025-04-16 | wait
2025-03-02 5.00, 2025-06-01 30.00 | 2025-06-15 | due
2025-08-28 20.00                | 2025-08-29 | wait
2025-08-28 20.00                | 2025-09-11 | due
2025-08-29 20.00                | 2025-09-11 | lapsed
"""


@pytest.mark.parametrize("row", TABLE.strip().splitlines()[1:])
def test_a_referral_is_decided_by_a_purchase_that_stayed(row: str) -> None:
    bought, asked, expected = (part.strip() for part in row.split("|"))
    parts = [] if bought == "-" else [part.split() for part in bought.split(",")]
    purchases = [Purchase(date.fromisoformat(on), int(m.replace(".", ""))) for on, m in parts]
    found = verdict(RULE, date(2025, 3, 1), purchases, date.fromisoformat(asked))
    assert found.value == expected


def test_what_was_brought_back_counts_no_more_and_points_never_did() -> None:
    book, shop = Book(DAY), program()
    sold = book.sell(basket(10_000, units=4), shop)
    assert purchase_of(book.sold(sold)) == Purchase(DAY, 10_000)
    book.give_back(sold, shop, (3,))
    assert purchase_of(book.sold(sold)).kept_minor == 2_500
    book.sell(basket(10_000), shop)
    paid = book.sell(basket(800), shop, [Chosen("fiver")])
    assert purchase_of(book.sold(paid)).kept_minor == 300


def test_a_purchase_worth_nothing_any_more_brings_nothing() -> None:
    free = replace(RULE, spend_minor=0)
    assert verdict(free, DAY, [Purchase(DAY, 0)], DAY + timedelta(days=20)) is Verdict.WAIT
    assert verdict(free, DAY, [Purchase(DAY, 1)], DAY + timedelta(days=20)) is Verdict.DUE


@pytest.mark.parametrize(
    ("code", "referrer", "friend"),
    [
        ("referral-own", Person(ANN), Person(ANN)),
        ("referral-blocked", Person(replace(BEN, status=MemberStatus.BLOCKED)), Person(ANN)),
        ("referral-blocked", Person(replace(BEN, status=MemberStatus.ERASED)), Person(ANN)),
        ("referral-shared", Person(BEN), Person(replace(ANN, phone="+8210"))),
        ("referral-shared", Person(BEN, Profile(phones=("+8211",))), Person(ANN)),
        ("referral-shared", Person(BEN), Person(replace(ANN, email="BEN@example.com"))),
        ("referral-shared", Person(BEN), Person(replace(ANN, household=BEN.id))),
        ("referral-shared", Person(replace(BEN, household=MEMBER)), Person(ANN)),
    ],
)
def test_who_is_the_same_person_or_house_brings_nobody(
    code: str, referrer: Person, friend: Person
) -> None:
    refused(code, check_referral, referrer, friend, History())


def test_a_friend_is_new_and_blank_contacts_are_not_shared() -> None:
    bare = Person(replace(BEN, phone="", email="")), Person(replace(ANN, phone="", email=""))
    check_referral(*bare, History())
    been = History((Day(DAY, 1),))
    refused("referral-not-new", check_referral, *bare, been)


def test_the_month_holds_so_many_friends_and_the_next_begins_anew() -> None:
    book, shop = Book(date(2025, 3, 30)), program(referral=RULE)
    for friend in (11, 12):
        assert not over_the_month(RULE, book.history, book.on)
        standing = book.standing()
        book.append(
            referral_entry(Side.REFERRER, UUID(int=friend), 500, shop, standing, book.occasion())
        )
    assert over_the_month(RULE, book.history, book.on)
    assert not over_the_month(RULE, book.history, date(2025, 4, 1))
    assert book.account.balance == 1000


def test_both_sides_are_entries_of_the_friend_and_there_once() -> None:
    shop, book = program(referral=RULE), Book(DAY)
    occasion = book.occasion()
    friend = referral_entry(Side.FRIEND, MEMBER, 250, shop, book.standing(), occasion)
    other = referral_entry(Side.REFERRER, MEMBER, 500, shop, Standing(BEN), occasion)
    assert (friend.member, other.member) == (MEMBER, BEN.id)
    assert friend.source != other.source
    book.append(friend)
    later = referral_entry(Side.FRIEND, MEMBER, 250, shop, book.standing(), book.occasion())
    assert book.append(later).source == friend.source
    assert (len(book.entries), book.account.balance) == (1, 250)


def test_a_side_without_points_moves_none() -> None:
    book = Book(DAY)
    shop = program(referral=RULE)
    entry = referral_entry(Side.REFERRER, MEMBER, 0, shop, book.standing(), book.occasion())
    assert entry.postings == ()
