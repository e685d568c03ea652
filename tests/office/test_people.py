"""Who may look in: added, changed, shut out, with the audit log as the witness."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from loyalty.errors import LoyaltyError
from pos.office.managing import shops
from pos.office.managing.shops import Shop
from pos.office.people import accounts as people
from pos.office.people.accounts import Draft, Person
from pos.office.people.auditing import Actor, Noted, Wanted, noted
from pos.office.people.duties import RIGHTS, Right, Role
from pos.office.schema.engine import reading, transaction
from tests.office.office import HAND, Office


def log_of(office: Office, **wanted: str) -> list[Noted]:
    with reading(office.engine) as connection:
        return noted(connection, 1, Wanted(**wanted), 100)


def add(office: Office, draft: Draft) -> tuple[Person, str]:
    with transaction(office.engine) as connection:
        return people.add(connection, office.house, HAND, draft)


def change(office: Office, one: Person, actor: Actor = HAND, **changed: object) -> Person:
    draft = Draft(one.login, one.name, one.role, one.shops, one.active)
    with transaction(office.engine) as connection:
        return people.change(
            connection,
            office.house,
            actor,
            one.id,
            replace(draft, **changed),  # type: ignore[arg-type]
        )


def test_a_log_in_name_is_one_however_it_is_typed(office: Office) -> None:
    made, _ = add(office, Draft(" Ana@Shop.Example ", "Ana", "owner"))
    assert made.login == "ana@shop.example"
    with pytest.raises(LoyaltyError) as no:
        add(office, Draft("ANA@shop.example", "Other", "reports"))
    assert no.value.code == "person-exists"


def test_a_new_person_gets_a_password_that_is_nowhere_written(office: Office) -> None:
    made, once = add(office, Draft("bob", "Bob", "reports"))
    assert made.once
    with reading(office.engine) as connection:
        secret = people.secret_of(connection, 1, made.id)
    assert once not in secret
    assert secret.startswith("$argon2id$")
    assert once not in str(log_of(office))


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft("ab", "Ab", "owner"), "person-login"),
        (Draft("a b c", "Abc", "owner"), "person-login"),
        (Draft("a\0bc", "Abc", "owner"), "person-login"),
        (Draft("x" * 121, "Abc", "owner"), "person-login"),
        (Draft("abc", " ", "owner"), "person-name"),
        (Draft("abc", "x" * 81, "owner"), "person-name"),
        (Draft("abc", "a\x1b[31m", "owner"), "person-name"),
        (Draft("abc", "Abc", "king"), "person-role"),
        (Draft("abc", "Abc", "manager"), "person-shops"),
        (Draft("abc", "Abc", "reports", frozenset({9})), "person-shops"),
    ],
)
def test_what_makes_no_person_is_refused(small_office: Office, draft: Draft, code: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        add(small_office, draft)
    assert no.value.code == code


def test_a_manager_sees_the_shops_named_and_an_owner_sees_all(office: Office) -> None:
    office.shop(1)
    office.shop(2)
    manager = office.person("mia", "manager", frozenset({2}))
    owner = office.person("ana", "owner", frozenset({2}))
    assert [manager.sees(1), manager.sees(2), owner.sees(1)] == [False, True, True]
    assert change(office, manager, shops=frozenset({1})).sees(1)


def test_the_last_owner_stays(office: Office) -> None:
    ana = office.person("ana")
    for changed in ({"role": "reports"}, {"active": False}):
        with pytest.raises(LoyaltyError) as no:
            change(office, ana, **changed)
        assert no.value.code == "person-last-owner"
    office.person("bob")
    assert not change(office, ana, active=False).active


def test_nobody_changes_their_own_role_but_their_name(office: Office) -> None:
    ana = office.person("ana")
    office.person("bob")
    me = Actor(ana.id, "203.0.113.9")
    with pytest.raises(LoyaltyError) as no:
        change(office, ana, me, role="reports")
    assert no.value.code == "person-self"
    assert change(office, ana, me, name="Ana Maria").name == "Ana Maria"


def test_an_unknown_person_cannot_be_changed_or_reset(office: Office) -> None:
    nobody = replace(office.person("ana"), id=uuid4())
    with pytest.raises(LoyaltyError) as no:
        change(office, nobody)
    assert no.value.code == "person-unknown"
    with pytest.raises(LoyaltyError), transaction(office.engine) as connection:
        people.reset(connection, office.house, HAND, nobody.id)


def test_the_log_says_what_changed_and_no_names(office: Office) -> None:
    office.person("ana")
    bob = office.person("bob", "reports")
    change(office, bob, role="support", name="Robert")
    change(office, replace(bob, role=Role.SUPPORT, name="Robert"))  # nothing changes: no line
    (line,) = log_of(office, act="person-changed")
    assert line.about == f"person:{bob.id}"
    assert (line.old, line.new) == ({"role": "reports"}, {"role": "support", "renamed": True})
    assert "Robert" not in str(log_of(office))


def test_the_log_is_read_a_page_at_a_time(office: Office) -> None:
    for number in range(1, 8):
        office.shop(number)
    lines = log_of(office)
    with reading(office.engine) as connection:
        first = noted(connection, 1, Wanted(), 3)
        rest = noted(connection, 1, Wanted(before=(first[-1].at_ms, first[-1].id)), 100)
    assert [one.id for one in (*first, *rest)] == [one.id for one in lines]
    assert len(lines) == 7


def test_a_shop_keeps_its_currency(office: Office) -> None:
    one = office.shop(3)
    with pytest.raises(LoyaltyError) as no, transaction(office.engine) as connection:
        shops.change(connection, office.house, HAND, replace(one, currency="USD"))
    assert no.value.code == "shop-currency-stays"
    with transaction(office.engine) as connection:
        shops.change(connection, office.house, HAND, replace(one, name="New"))
    with reading(office.engine) as connection:
        assert [found.name for found in shops.shops(connection, 1)] == ["New"]


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (Shop(0, "A", "", "UTC", "EUR"), "shop-number"),
        (Shop(100_000, "A", "", "UTC", "EUR"), "shop-number"),
        (Shop(1, "", "", "UTC", "EUR"), "shop-name"),
        (Shop(1, "A", "x" * 201, "UTC", "EUR"), "shop-address"),
        (Shop(1, "A", "", "Mars/Olympus", "EUR"), "shop-zone"),
        (Shop(1, "A", "", "../etc/passwd", "EUR"), "shop-zone"),
        (Shop(1, "A", "", "UTC", "XYZ"), "currency-unknown"),
    ],
)
def test_what_makes_no_shop_is_refused(small_office: Office, one: Shop, code: str) -> None:
    with (
        pytest.raises(LoyaltyError) as no,
        transaction(small_office.engine) as connection,
    ):
        shops.add(connection, small_office.house, HAND, one)
    assert no.value.code == code


def test_every_right_has_somebody_and_the_owner_has_all() -> None:
    assert set(RIGHTS) == set(Right)
    assert all(Role.OWNER in roles for roles in RIGHTS.values())
    assert Role.REPORTS not in RIGHTS[Right.EDIT_PEOPLE]
