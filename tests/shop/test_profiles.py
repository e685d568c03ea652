"""What a member tells of themselves: cleaned, bounded, kept whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.members.member import (
    Birthday,
    Consent,
    Member,
    Profile,
    agreed,
    united,
    united_profile,
)
from loyalty.rules.activity import ActivityKind, ActivityRule, ProfileField
from pos.cleaning import clean_email, clean_lines, clean_name, noted
from pos.consents import consent, consents
from pos.demo import demo_program
from pos.enrol import enrol
from pos.phones import clean_phone, same_phone
from pos.profiles import Changes, edit_profile
from pos.shop import Shop
from tests.shop.house import BLANK, act, anna, balance
from tests.shop.people import again


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("010-1234-5678", "", "01012345678"),
        ("010-1234-5678", "KR", "+821012345678"),
        ("+82 10-1234-5678", "", "+821012345678"),
        ("+82 (0)10 1234 5678", "", "+821012345678"),
        ("0151 2345678", "DE", "+491512345678"),
        ("0049 151 12345678", "KR", "+4915112345678"),
        ("090-1234-5678", "JP", "+819012345678"),
        ("138 0013 8000", "CN", "+8613800138000"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("06 1234 5678", "IT", "+390612345678"),  # Italy keeps its zero
    ],
)
def test_a_number_is_kept_as_the_whole_world_dials_it(typed: str, country: str, kept: str) -> None:
    assert clean_phone(typed, country) == kept
    assert clean_phone(kept, country) == kept


@pytest.mark.parametrize(
    ("typed", "country"),
    [("+999 123456789", ""), ("+82 1", ""), ("123456", "US"), ("1" * 16, ""), ("call me", "KR")],
)
def test_a_number_that_no_country_has_is_refused(typed: str, country: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        clean_phone(typed, country)
    assert no.value.code == "phone-unreadable"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+821012345678", "01012345678", True),
        ("+821012345678", "+821012345678", True),
        ("+821012345678", "+811012345678", False),
        ("+491234567", "234567", False),
        ("", "", False),
    ],
)
def test_the_national_and_the_international_form_are_one_line(
    one: str, other: str, same: bool
) -> None:
    assert same_phone(one, other) is same
    assert same_phone(other, one) is same


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Anna.Schmidt@Example.ORG ", "anna.schmidt@example.org"),
        ("a+b@sub.example.org", "a+b@sub.example.org"),
        ("민수@예시.한국", "민수@예시.한국"),
        ("", ""),
    ],
)
def test_an_e_mail_address_is_kept_in_small_letters(typed: str, kept: str) -> None:
    assert clean_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("anna", "@example.org", "anna@", "anna@example", "anna@@example.org", "a b@example.org"),
        *("anna@exa mple.org", "anna@-x.org", "anna@x..org", "a@b.org\nBcc: x@y.org"),
        *("<a@b.org>", "a,b@c.org", "x" * 65 + "@example.org", "a@" + "b" * 300 + ".org"),
        *(".a@b.org", "a..b@c.org", "a\x00@b.org"),
    ],
)
def test_what_is_no_e_mail_address_is_refused(typed: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        clean_email(typed)
    assert no.value.code == "email-unreadable"


@given(st.text(max_size=400))
def test_cleaning_ends_in_a_clean_text_or_a_refusal_whatever_is_typed(text: str) -> None:
    cleaners = (clean_name, clean_email, clean_phone, lambda t: clean_lines(t, "notes", 300))
    for clean in cleaners:
        try:
            once = clean(text)
        except LoyaltyError:
            continue
        assert clean(once) == once
        assert all(sign.isprintable() or sign == "\n" for sign in once)


def test_a_profile_is_changed_field_by_field(shop: Shop) -> None:
    member = anna(shop)
    edit_profile(
        shop,
        act(shop),
        member.id,
        Changes(
            phones=("+82 10 1234 5678", "+821012345678"),
            email="Anna@Example.org",
            birthday="--02-29",
            language="zh-cn",
            address=" Weg 1 \r\n\r\n 10999 Berlin ",
            likes=("Tea", "tea ", "", "Jam"),
            social=(("Instagram", "@anna"),),
            notes="Sits\tby the window\x07",
        ),
    )
    after = edit_profile(shop, act(shop), member.id, Changes(likes=("Cake",), birthday=""))
    with shop.store.reading() as view:
        profile = view.profile(member.id)
    assert (after.email, after.birthday, after.language) == ("anna@example.org", None, "zh_CN")
    assert profile == Profile(
        address="Weg 1\n\n10999 Berlin",
        likes=("Cake",),
        social=(("instagram", "@anna"),),
        phones=("+821012345678",),
        notes="Sits by the window",
    )
    assert again(shop, member) == after


BAD = [
    (Changes(email="x"), "email-unreadable"),
    (Changes(birthday="1990-02-30"), "birthday-unreadable"),
    (Changes(birthday="٢٠٠٠-01-01"), "birthday-unreadable"),
    (Changes(birthday="2026-03-03"), "birthday-future"),
    (Changes(language="tlh"), "language-unknown"),
    (Changes(name="x" * 121), "name-too-long"),
    (Changes(address="x" * 301), "text-too-long"),
    (Changes(notes="x\n" * 100_000), "text-too-long"),
    (Changes(likes=tuple(f"like {n}" for n in range(31))), "too-many-items"),
    (Changes(likes=("x" * 61,)), "text-too-long"),
    (Changes(social=(("in sta", "x"),)), "network-unreadable"),
    (Changes(social=tuple((f"n{n}", "x") for n in range(11))), "too-many-items"),
    (Changes(phones=tuple(f"+8210123456{n:02d}" for n in range(6))), "too-many-items"),
    (Changes(phone="123"), "phone-unreadable"),
    (Changes(phone="+82 10 9999 9999"), "phone-taken"),
]


@pytest.mark.parametrize(("changes", "code"), BAD)
def test_a_change_that_cannot_be_changes_nothing(shop: Shop, changes: Changes, code: str) -> None:
    member = anna(shop)
    enrol(shop, act(shop), BLANK, "+821099999999", "Kim")
    with pytest.raises(LoyaltyError) as no:
        edit_profile(shop, act(shop), member.id, replace(changes, dislikes=("Rain",)))
    assert no.value.code == code
    with shop.store.reading() as view:
        assert (view.member(member.id), view.profile(member.id)) == (member, Profile())


def test_telling_a_birthday_is_worth_its_points_once(shop: Shop) -> None:
    rule = ActivityRule(
        "bday", "Birthday told", ActivityKind.PROFILE, 10, field=ProfileField.BIRTHDAY
    )
    with shop.store.writing() as work:
        work.add_program(
            replace(demo_program(), number=2, starts_on=date(2020, 1, 2), activities=(rule,))
        )
    member = anna(shop)
    for birthday in ("1990-05-03", "", "1990-05-04"):
        edit_profile(shop, act(shop), member.id, Changes(birthday=birthday))
    assert balance(shop, member) == 10


def test_the_last_word_on_a_consent_holds_and_every_word_is_kept(shop: Shop) -> None:
    member = anna(shop)
    for given_now in (True, True, False):
        consent(shop, member.id, "Email", given_now, " at the\ncounter ")
    said = consents(shop, member.id)
    assert [(one.what, one.given, one.where) for one in said] == [
        ("email", True, "at the counter"),
        ("email", False, "at the counter"),
    ]
    assert not agreed(said, "email")
    assert not agreed(said, "sms")
    assert agreed([Consent("sms", True, 5, ""), Consent("sms", False, 4, "")], "sms")
    with pytest.raises(LoyaltyError) as no:
        consent(shop, member.id, "e mail", True, "")
    assert no.value.code == "consent-unreadable"


def test_a_reason_in_the_ledger_names_nobody(shop: Shop) -> None:
    member = replace(anna(shop), email="anna@example.org")
    told = "Anna's cup broke; SCHMIDT called (0151 123-456 78), anna@example.org. Annapolis."
    for personal in ("Schmidt", "12345", "123-456", "example.org"):
        assert personal.lower() not in noted(told, member).lower()
    assert "Annapolis" in noted(told, member)
    assert noted("goodwill", Member(member.id, "", "", member.joined_on)) == "goodwill"


def test_two_records_of_one_person_are_one_with_the_fuller_birthday() -> None:
    kept = Member(UUID(int=1), "Kim", "", date(2026, 3, 2))
    gone = replace(kept, name="Kim M", phone="+821012345678", birthday=Birthday(5, 3, 1990))
    one = united(replace(kept, birthday=Birthday(5, 3)), replace(gone, joined_on=date(2020, 1, 1)))
    assert (one.name, one.phone, one.birthday) == ("Kim", "+821012345678", Birthday(5, 3, 1990))
    assert one.joined_on == date(2020, 1, 1)
    other = replace(kept, birthday=Birthday(6, 1))
    assert united(other, gone).birthday == Birthday(6, 1)
    here = Profile(notes="a", social=(("x", "1"),))
    both = united_profile(here, Profile(notes="b", social=(("x", "2"), ("y", "3"))))
    assert (both.notes, dict(both.social)) == ("a\nb", {"x": "1", "y": "3"})
