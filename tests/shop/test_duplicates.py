"""Who may be the person about to be enrolled: by phone, by e-mail, by a name that is alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.blocking import block
from pos.duplicates import duplicates, likeness, similar
from pos.enrol import enrol
from pos.shop import Shop
from tests.shop.house import act


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Schmidt", "anna  SCHMIDT"),
        ("Anna Schmidt", "Schmidt, Anna"),
        ("Anna Schmidt", "Anna Schmitd"),  # swapped
        ("Anna Schmidt", "Anna Schmit"),  # left out
        ("Anna Schmidt", "Anna Maria Schmidt"),
        ("João Fernandez", "Joao Fernández"),
        ("김 민준", "김민준"),
        ("ヤマダ タロウ", "やまだ たろう"),
        ("ＡＮＮＡ Schmidt", "Anna Schmidt"),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str) -> None:
    assert similar(one, other)
    assert similar(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim", "Kum"),
        ("김민준", "김민서"),
        ("Anna Schmidt", "Anna Meyer"),
        ("Anna Schmidt", "Anna"),
        ("Anna Schmidt", "Hanna Schmied"),
        ("Anna Schmidt", "Anna Schneider"),
        ("", ""),
        ("...", "!!!"),
    ],
)
def test_names_that_are_not(one: str, other: str) -> None:
    assert not similar(one, other)
    assert not similar(other, one)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_of_names_is_mutual(one: str, other: str) -> None:
    assert similar(one, other) == similar(other, one)


WORD = st.text("abcdefghij", min_size=5, max_size=12)


@given(WORD, st.integers(0, 11), st.sampled_from("abcxyz"), WORD)
def test_one_wrong_letter_in_a_longer_word_is_forgiven(
    word: str, at: int, letter: str, other: str
) -> None:
    at %= len(word)
    typed = word[:at] + letter + word[at + 1 :]
    assert similar(f"{word} {other}", f"{other} {typed}")


def test_the_likeliest_come_first_with_the_reason(shop: Shop) -> None:
    by_phone = enrol(shop, act(shop), phone="+821012345678", name="Kim Family")
    by_mail = enrol(shop, act(shop), phone="+821011111111", email="anna@example.org")
    by_name = enrol(shop, act(shop), phone="+821022222222", name="Anna Schmitt")
    enrol(shop, act(shop), phone="+821033333333", name="Somebody Else")
    asked = ("Anna Schmidt", "010-1234-5678", "Anna@example.org")
    found = duplicates(shop, *asked)
    assert {one.id for one in found} == {by_phone.id, by_mail.id, by_name.id}
    assert found[-1].id == by_name.id
    assert likeness(found[-1], asked[0]) == ("name",)


@pytest.mark.parametrize("typed", ["Schmitd Anna", "Anna Schmitt", "Anna Schmid", "Anna Xchmidt"])
def test_a_mistyped_name_is_still_looked_up(shop: Shop, typed: str) -> None:
    member = enrol(shop, act(shop), phone="+821012345678", name="Anna Schmidt")
    for n in range(60):
        enrol(shop, act(shop), phone=f"+8210000000{n:02d}", name=f"Bert Number{n}")
    assert [one.id for one in duplicates(shop, typed)] == [member.id]


def test_what_is_half_typed_refuses_nothing(shop: Shop) -> None:
    enrol(shop, act(shop), phone="+821012345678", name="Anna Schmidt")
    for phone, email in (("12", "anna@"), ("abc", "@"), ("", "")):
        assert duplicates(shop, "", phone, email) == ()


def test_a_blocked_member_is_offered_too(shop: Shop) -> None:
    member = enrol(shop, act(shop), phone="+821012345678", name="Anna Schmidt")
    block(shop, act(shop, "sam"), member.id, "fraud")
    assert [one.id for one in duplicates(shop, "", "+821012345678")] == [member.id]
