"""People who share an account: points move in, stay when somebody leaves, and returns follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from pos.exporting import everything_of
from pos.households import dissolve, found, household_of, join, leave, staying
from pos.merging import merge
from pos.returns import confirm_return
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from tests.shop.house import act, anna, balance, clean, sale
from tests.shop.people import again, books, person

SAM, BOSS = "sam", "boss"  # a supervisor, and a manager


@pytest.fixture(autouse=True)
def _manager(shop: Shop) -> None:
    with shop.store.writing() as work:
        work.add_operator(Operator(BOSS, "Boss", Role.MANAGER))


def family(shop: Shop) -> tuple[Member, Member]:
    """Anna with 15 points of her own, and Ben who joins her with 20."""
    owner, other = anna(shop), person(shop, 7, "Ben Schmidt")
    sale(shop, owner, 1500)
    sale(shop, other, 2000)
    join(shop, act(shop, SAM), other.id, owner.id)
    return again(shop, owner), again(shop, other)


def test_points_of_whoever_joins_move_into_the_shared_account(shop: Shop) -> None:
    owner, other = family(shop)
    shared = household_of(shop, other.id)
    assert shared is not None
    assert [one.id for one in shared.members] == [owner.id, other.id]
    assert (shared.owner.id, shared.points) == (owner.id, 35)
    assert balance(shop, other) == 0
    assert clean(shop)


def test_purchases_of_each_move_the_shared_account_and_stay_their_own(shop: Shop) -> None:
    owner, other = family(shop)
    booked = sale(shop, other, 1000)
    assert balance(shop, owner) == 45
    assert (booked.sale.member, booked.sale.person) == (owner.id, other.id)
    by = [one for one in _sales(shop, other) if "goods" in one]
    assert [one["total_minor"] for one in by] == [2000, 1000]
    assert [one["total_minor"] for one in _sales(shop, owner) if "goods" in one] == [1500]


def _sales(shop: Shop, member: Member) -> list[dict[str, Any]]:
    """The sales in what a member is told of themselves."""
    told = everything_of(shop, act(shop), member.id, approved=BOSS)
    return [one for one in told["entries"] if one["kind"] == "sale"]


def test_whoever_leaves_begins_anew_and_the_points_stay(shop: Shop) -> None:
    owner, other = family(shop)
    assert staying(shop, other.id) == 35
    leave(shop, other.id)
    assert leave(shop, other.id).household is None
    sale(shop, again(shop, other), 500)
    assert (balance(shop, owner), balance(shop, other)) == (35, 5)
    assert staying(shop, owner.id) == 0, "the owner leaves last and keeps the account"
    leave(shop, owner.id)
    assert balance(shop, owner) == 35
    assert clean(shop)


def test_a_return_follows_the_points_wherever_the_person_is(shop: Shop) -> None:
    owner, other = anna(shop), person(shop, 7, "Ben")
    alone = sale(shop, other, 2000)
    join(shop, act(shop, SAM), other.id, owner.id)
    together = sale(shop, again(shop, other), 1000)
    leave(shop, other.id)
    later = sale(shop, again(shop, other), 700)
    for booked, holder in ((alone, owner), (together, owner), (later, other)):
        back = confirm_return(shop, act(shop), booked.entry.key)
        assert back.entry.member == holder.id
    assert (balance(shop, owner), balance(shop, other)) == (0, 0)
    assert clean(shop)


def test_joining_again_is_the_same_joining(shop: Shop) -> None:
    owner, other = anna(shop), person(shop, 7, "Ben")
    sale(shop, other, 2000)
    one = act(shop, SAM)
    first = join(shop, one, other.id, owner.id)
    before = books(shop)
    assert join(shop, one, other.id, owner.id) == first
    assert join(shop, act(shop, SAM), other.id, owner.id).members == first.members
    assert books(shop) == before
    assert (first.moved, first.points) == (20, 20)


def test_somebody_who_joins_a_member_of_a_household_joins_the_household(shop: Shop) -> None:
    owner, other = family(shop)
    third = person(shop, 8, "Cleo")
    shared = join(shop, act(shop, SAM), third.id, other.id)
    assert shared.owner.id == owner.id
    assert len(shared.members) == 3


def test_what_would_break_a_household_is_refused(shop: Shop) -> None:
    owner, other = family(shop)
    third, fourth = person(shop, 8, "Cleo"), person(shop, 9, "Dan")
    fifth = person(shop, 5, "Eve")
    found(shop, third.id)
    join(shop, act(shop, SAM), fourth.id, third.id)
    asked: list[tuple[Callable[[], object], str]] = [
        (lambda: join(shop, act(shop, SAM), owner.id, owner.id), "household-self"),
        (lambda: join(shop, act(shop, SAM), owner.id, other.id), "household-self"),
        (lambda: join(shop, act(shop, SAM), owner.id, third.id), "household-others-in"),
        (lambda: join(shop, act(shop, SAM), other.id, third.id), "household-member"),
        (lambda: join(shop, act(shop), fifth.id, third.id), "approval-needed"),
        (lambda: found(shop, other.id), "household-member"),
        (lambda: leave(shop, owner.id), "household-others-in"),
        (lambda: dissolve(shop, owner.id), "household-others-in"),
        (lambda: dissolve(shop, other.id), "household-member"),
        (lambda: merge(shop, act(shop, SAM), owner.id, third.id), "household-others-in"),
    ]
    for ask, code in asked:
        with pytest.raises(LoyaltyError) as no:
            ask()
        assert no.value.code == code
    assert (balance(shop, owner), balance(shop, third)) == (35, 0)


def test_a_household_ends_when_nobody_else_is_in_it(shop: Shop) -> None:
    owner, other = family(shop)
    leave(shop, other.id)
    assert dissolve(shop, owner.id).household is None
    assert household_of(shop, owner.id) is None
    assert balance(shop, owner) == 35
