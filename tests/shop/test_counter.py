"""Identify, preview, confirm: what the counter asks of the shop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loyalty.codes import SaleNumber, member_card, operator_badge, sale_code
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene, Standing
from loyalty.members.member import Card, CardStatus, MemberStatus
from loyalty.redemption.quote import Chosen
from pos.counter import (
    AtCounter,
    Badge,
    BlankCard,
    ProductCode,
    Slip,
    at_counter,
    confirm,
    identify,
    preview,
)
from pos.shop import Shop
from tests.shop.house import BADGE, BLANK, CARD, act, anna, balance, clean, goods, sale


def test_a_card_is_its_member_with_the_points(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 1000)
    found = identify(shop, CARD)
    assert isinstance(found, AtCounter)
    assert (found.member, found.account.balance) == (member, 10)


def test_every_code_of_ours_is_told_apart(shop: Shop) -> None:
    assert identify(shop, BLANK) == BlankCard(BLANK)
    assert identify(shop, BADGE) == Badge("mina")
    number = SaleNumber(1, 1, 7)
    assert identify(shop, sale_code(number)) == Slip(number)
    assert identify(shop, "4006381333931") == ProductCode("4006381333931")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "code-empty"),
        (" \t", "code-empty"),
        ("6" * 4000, "code-too-long"),
        ("6100000000000358", "code-damaged"),
        ("https://example.org", "code-foreign"),
        ("61\x0000000000000357", "code-foreign"),
        (operator_badge(99), "badge-unknown"),
    ],
)
def test_what_is_not_known_is_refused_by_its_own_code(shop: Shop, text: str, code: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        identify(shop, text)
    assert no.value.code == code


def test_a_blocked_card_and_a_blocked_member_are_refused(shop: Shop) -> None:
    member = anna(shop)
    with shop.store.writing() as work:
        work.change_card(Card(CARD, member.id, CardStatus.BLOCKED))
    with pytest.raises(LoyaltyError) as no:
        identify(shop, CARD)
    assert no.value.code == "card-blocked"
    with shop.store.writing() as work:
        blocked = replace(member, status=MemberStatus.BLOCKED, why_blocked="misuse")
        work.change_member(blocked)
    with pytest.raises(LoyaltyError) as no:
        at_counter(shop, member.id)
    assert (no.value.code, no.value.facts["why"]) == ("member-blocked", "misuse")
    with pytest.raises(LoyaltyError):
        sale(shop, member)
    assert balance(shop, member) == 0


def test_a_preview_says_what_confirming_then_does(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 6000)
    with shop.store.reading() as view:
        account, program = view.account(member.id), view.program_on(shop.today)
    assert program is not None
    chosen = (Chosen(reward="drink"), Chosen(points=20))
    scene = Scene(shop.today, standing=Standing(member, account))
    seen = preview(program, scene, goods(1000), chosen)
    booked = confirm(shop, act(shop), goods(1000), member.id, seen.chosen)
    assert seen.earns.points == booked.sale.earned
    assert booked.after.balance == 60 - 40 - 20 + booked.sale.earned


def test_a_preview_drops_what_the_basket_no_longer_carries(shop: Shop) -> None:
    with shop.store.reading() as view:
        program = view.program_on(shop.today)
    assert program is not None
    scene = Scene(shop.today, standing=Standing(anna(shop)))
    seen = preview(program, scene, goods(500), (Chosen(reward="drink"),))
    assert seen.chosen == ()
    assert [reason.code for _, reason in seen.dropped] == ["points-missing"]


def test_confirming_twice_books_once(shop: Shop) -> None:
    member, one = anna(shop), act(shop)
    first = confirm(shop, one, goods(1000), member.id)
    again = confirm(shop, one, goods(1000), member.id)
    assert again.entry == first.entry
    assert balance(shop, member) == 10


def test_points_cannot_be_spent_twice_on_what_was_shown(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 4000)
    sale(shop, member, 500, Chosen(reward="drink"))
    with pytest.raises(LoyaltyError):
        sale(shop, member, 500, Chosen(reward="drink"))
    assert balance(shop, member) == 40 - 40 + 5
    assert clean(shop)


def test_a_sale_without_a_card_earns_nothing_and_is_booked(shop: Shop) -> None:
    booked = sale(shop, None, 1000)
    assert (booked.sale.total_minor, booked.sale.earned, booked.member) == (1000, 0, None)


def test_a_card_nobody_ever_printed_is_blank(shop: Shop) -> None:
    assert identify(shop, member_card(10**12 - 1)) == BlankCard(member_card(10**12 - 1))
