"""Members: kept as they are, and found as people ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from loyalty.errors import LoyaltyError
from loyalty.members.member import Card, CardStatus, Member, MemberStatus
from pos.store import Store, Work
from pos.store.names import typed_words, words
from tests.store.shop import ANNA, BORIS, anna

NAMES = {
    1: "Anna Maria Müller",
    2: "김민수",
    3: "山田 太郎",
    4: "王小明",
    5: "Ánna O'Neill-Smith",
    6: "ヤマダ ハナコ",
    7: "Łukasz Żółty",
    8: "Αθηνά Παππά",
    9: "ﬁona ＦＵＬＬ",
}


def keep(store: Store) -> None:
    with store.writing() as work:
        for number, name in NAMES.items():
            phone = f"+49170{number:07d}"
            work.add_member(Member(UUID(int=number), name, phone, date(2026, 1, number)))


def found(store: Store, text: str, limit: int = 20) -> set[int]:
    with store.reading() as view:
        return {member.id.int for member in view.find_members(text, limit)}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("maria", {1}),
        ("MÜL", {1}),
        ("mul", {1}),
        ("ann mul", {1}),
        ("mul maria ann", {1}),
        ("anna boris", set()),
        ("o'neill", {5}),
        ("smith", {5}),
        ("김", {2}),
        ("민수", {2}),
        ("수", {2}),
        ("山", {3}),
        ("太郎", {3}),
        ("郎", {3}),
        ("小明", {4}),
        ("やまだ", {6}),
        ("ハナ", {6}),
        ("żół", {7}),
        ("αθη", {8}),
        ("fiona full", {9}),
        ("aria", set()),
        ("", set()),
        (" \t\x00 ", set()),
        ("%", set()),
        ("'; DROP TABLE member", set()),
    ],
)
def test_a_name_is_found_by_the_beginnings_of_its_words(
    store: Store, text: str, numbers: set[int]
) -> None:
    keep(store)
    assert found(store, text) - {ANNA.int, BORIS.int} == numbers


@pytest.mark.parametrize("text", ["5678", "2345678", "+49 151 1234 5678", "345-678"])
def test_a_phone_is_found_by_its_end(store: Store, text: str) -> None:
    assert found(store, text) == {ANNA.int}


def test_two_digits_of_a_phone_are_too_few(store: Store) -> None:
    assert found(store, "78") == set()


def test_a_withdrawn_member_is_not_found(store: Store) -> None:
    with store.writing() as work:
        work.change_member(replace(anna(), status=MemberStatus.WITHDRAWN))
    assert found(store, "anna") == found(store, "5678") == set()
    with store.reading() as view:
        assert view.member(ANNA) == replace(anna(), status=MemberStatus.WITHDRAWN)


def test_a_changed_name_is_found_and_the_old_one_is_not(store: Store) -> None:
    with store.writing() as work:
        work.change_member(replace(anna(), name="Zoë", phone=""))
    assert found(store, "anna") == found(store, "müller") == found(store, "5678") == set()
    assert found(store, "zoe") == {ANNA.int}


def test_no_more_members_than_asked_for(store: Store) -> None:
    keep(store)
    assert len(found(store, "a", limit=1)) == 1


def test_a_name_of_four_thousand_characters_is_kept_and_found(store: Store) -> None:
    name = "한" * 4_000
    with store.writing() as work:
        work.change_member(replace(anna(), name=name))
    with store.reading() as view:
        member = view.member(ANNA)
    assert member is not None
    assert member.name == name
    assert found(store, "한한한") == {ANNA.int}


def test_words_are_bounded() -> None:
    assert len(words("x y " * 4_000)) <= 48
    assert max(map(len, typed_words("w" * 4_000))) == 24


def test_a_card_leads_to_its_member(store: Store) -> None:
    with store.reading() as view:
        assert view.member_by_card("6100000000000188") == (anna(), Card("6100000000000188", ANNA))
        assert view.cards_of(ANNA) == (Card("6100000000000188", ANNA),)
        assert view.member_by_card("6100000000000382") is None
        assert view.free_card("6100000000000382")
        assert not view.free_card("6100000000000188")


def test_a_card_changes_hands_and_is_blocked(store: Store) -> None:
    moved = Card("6100000000000188", BORIS, CardStatus.BLOCKED)
    with store.writing() as work:
        work.change_card(moved)
        assert moved in work.cards_of(BORIS)
        assert work.cards_of(ANNA) == ()
        work.drop_card(moved.code)
        assert work.free_card(moved.code)


@pytest.mark.parametrize("code", ["", "x" * 4_000, "\x00\x1b[31m", "'; --", "６１"])
def test_no_code_is_too_strange_to_look_up(store: Store, code: str) -> None:
    with store.reading() as view:
        assert view.member_by_card(code) is None


def test_masters_refuse_what_does_not_fit(store: Store) -> None:
    nobody = UUID(int=0xFF)
    attempts: dict[str, Callable[[Work], object]] = {
        "member-exists": lambda work: work.add_member(anna()),
        "card-exists": lambda work: work.add_card(Card("6100000000000188", BORIS)),
        "member-unknown": lambda work: work.change_member(replace(anna(), id=nobody)),
        "card-unknown": lambda work: work.change_card(Card("none", ANNA)),
    }
    for code, attempt in attempts.items():
        with pytest.raises(LoyaltyError) as refused, store.writing() as work:
            attempt(work)
        assert refused.value.code == code
    with pytest.raises(LoyaltyError, match="member-unknown"), store.writing() as work:
        work.add_card(Card("6100000000000382", nobody))


def test_half_a_character_is_refused_and_nothing_is_kept(store: Store) -> None:
    """A broken keyboard driver can send one; no file can hold it."""
    with pytest.raises(LoyaltyError, match="text-unreadable"), store.writing() as work:
        work.change_member(replace(anna(), name="A\ud800"))
    with pytest.raises(LoyaltyError, match="text-unreadable"), store.reading() as view:
        view.member_by_card("\ud800")
    assert found(store, "anna\ud800") == {ANNA.int}
