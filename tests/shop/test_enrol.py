"""Enrolling and finding members."""

from __future__ import annotations

import pytest

from loyalty.codes import operator_badge
from loyalty.errors import LoyaltyError
from pos.cleaning import clean_name
from pos.enrol import complete, enrol
from pos.finding import find
from pos.phones import clean_phone
from pos.shop import Shop
from tests.shop.house import BLANK, CARD, act, anna, sale


def test_one_key_enrols_a_blank_card_and_the_rest_comes_later(shop: Shop) -> None:
    member = enrol(shop, act(shop), BLANK)
    after = complete(shop, member.id, "010-1234-5678", "  김  민준 ")
    assert (after.name, after.phone) == ("김 민준", "01012345678")
    assert [one.member for one in find(shop, "5678", 5).members] == [after]


def test_enrolling_again_is_the_same_enrolment(shop: Shop) -> None:
    one = act(shop)
    assert enrol(shop, one, BLANK, name="Kim") == enrol(shop, one, BLANK, name="Kim")


@pytest.mark.parametrize(
    ("card", "phone", "name", "code"),
    [
        ("", "", "Kim", "enrol-nothing"),
        (CARD, "", "", "card-taken"),
        (operator_badge(1), "", "", "code-damaged"),
        (BLANK, "12", "", "phone-unreadable"),
        (BLANK, "+4915112345678", "", "phone-taken"),
        (BLANK, "", "x" * 4000, "name-too-long"),
    ],
)
def test_an_enrolment_that_cannot_be_is_refused_whole(
    shop: Shop, card: str, phone: str, name: str, code: str
) -> None:
    anna(shop)
    with pytest.raises(LoyaltyError) as no:
        enrol(shop, act(shop), card, phone, name)
    assert no.value.code == code
    with shop.store.reading() as view:
        assert view.free_card(BLANK)
        assert len(list(view.entries())) == 1


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("+49 (151) 123-456", "+49151123456"),
        ("０１０－１２３４－５６７８", "01012345678"),
        ("010\u20121234\u20135678", "01012345678"),
        ("  ", ""),
    ],
)
def test_a_phone_is_read_as_people_write_it(typed: str, digits: str) -> None:
    assert clean_phone(typed) == digits


@pytest.mark.parametrize("typed", ["abc", "12345", "1" * 16, "123 456 x", "++491511234"])
def test_what_is_no_phone_is_not_kept(typed: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        clean_phone(typed)
    assert no.value.code == "phone-unreadable"


def test_a_name_carries_no_control_sign() -> None:
    assert clean_name("A\x1b[2J\u202enna\r\n  Sch\u0000midt") == "A[2Jnna Schmidt"


def test_members_are_found_by_card_phone_and_any_word_of_the_name(shop: Shop) -> None:
    member = anna(shop)
    for text in (CARD, "5678", "schm", "ANNA", "anna schmidt"):
        assert [one.member for one in find(shop, text, 5).members] == [member], text
    for text in ("", "  ", "nobody", "99999", BLANK):
        assert find(shop, text, 5).members == ()


def test_a_search_says_that_there_are_more(shop: Shop) -> None:
    for number in range(4):
        enrol(shop, act(shop), phone=f"+4915100000{number:03d}", name=f"Kim {number}")
    found = find(shop, "kim", 3)
    assert (len(found.members), found.more) == (3, True)
    assert not find(shop, "kim", 4).more


def test_a_found_member_comes_with_their_points(shop: Shop) -> None:
    member = anna(shop)
    sale(shop, member, 1500)
    assert find(shop, "5678", 5).members[0].account.balance == 15
