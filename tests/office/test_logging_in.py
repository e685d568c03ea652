"""Logging in: slow to guess, the same for names that exist and that do not, and over in time."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.office.people import accounts as people
from pos.office.people.auditing import Actor, Wanted, noted
from pos.office.people.logging_in import change_password, log_in, log_out, person_in
from pos.office.schema.engine import reading, transaction
from pos.office.schema.people import log_in_wait, web_session
from tests.office.office import HAND, PASSWORD, Office

HOME, ELSEWHERE = "203.0.113.9", "198.51.100.7"


def enter(office: Office, login: str = "ana", password: str = PASSWORD, at: str = HOME) -> str:
    return log_in(office.engine, office.house, login, password, at).token


def refused(office: Office, login: str = "ana", at: str = HOME) -> str:
    with pytest.raises(LoyaltyError) as no:
        enter(office, login, "not it at all", at)
    seconds = no.value.facts.get("seconds", "")
    return f"{no.value.code} {seconds}".strip()


def test_who_knows_the_password_is_in(office: Office) -> None:
    ana = office.person("ana")
    token = enter(office, " ANA ")
    found = person_in(office.engine, office.house, token)
    assert found is not None
    assert found.id == ana.id
    assert person_in(office.engine, office.house, token[:-1]) is None


def test_names_that_exist_and_that_do_not_are_answered_alike(office: Office) -> None:
    office.person("ana")
    asked = [[refused(office, login) for _ in range(7)] for login in ("ana", "nobody")]
    assert asked[0] == asked[1]
    assert asked[0][:5] == ["log-in-wrong"] * 4 + ["log-in-wait 5"]


def test_waits_grow_and_a_wait_is_no_try(office: Office) -> None:
    office.person("ana")
    seen = []
    for _ in range(4):
        refused(office)
    for _ in range(12):
        code, _, seconds = refused(office).partition(" ")
        assert code == "log-in-wait"
        seen.append(int(seconds))
        office.clock.advance(timedelta(seconds=int(seconds)))
        assert refused(office) == "log-in-wrong"
    assert seen == sorted(seen)
    assert seen[:4] == [5, 10, 20, 40]
    assert seen[-1] == 900


def test_a_stranger_elsewhere_keeps_nobody_out(office: Office) -> None:
    office.person("ana")
    for _ in range(6):
        refused(office, at=ELSEWHERE)
    assert refused(office, at=ELSEWHERE).startswith("log-in-wait")
    assert enter(office, at=HOME)


def test_one_address_cannot_try_many_names(office: Office) -> None:
    told = [refused(office, f"name{number}", ELSEWHERE) for number in range(22)]
    assert told[:20] == ["log-in-wrong"] * 20
    assert told[20].startswith("log-in-wait")


def test_an_account_of_ones_own_does_not_buy_guesses(office: Office) -> None:
    office.person("ana")
    office.person("eve", "reports")
    for number in range(19):
        refused(office, f"name{number}", ELSEWHERE)
        enter(office, "eve", at=ELSEWHERE)
    refused(office, "ana", ELSEWHERE)
    assert refused(office, "ana", ELSEWHERE).startswith("log-in-wait")


def test_guesses_at_the_same_moment_all_count(office: Office) -> None:
    office.person("ana")
    told: list[str] = []

    def guess() -> None:
        try:
            enter(office, password="wrong wrong wrong")
        except LoyaltyError as no:
            told.append(no.code)

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["log-in-wait"] * 4 + ["log-in-wrong"] * 4


def test_wrong_tries_are_forgotten_after_a_right_one_and_after_a_day(office: Office) -> None:
    office.person("ana")
    for _ in range(3):
        refused(office)
    enter(office)
    for _ in range(4):
        assert refused(office) == "log-in-wrong"
    office.clock.advance(timedelta(days=1, minutes=1))
    for _ in range(4):
        assert refused(office) == "log-in-wrong"
    with reading(office.engine) as connection:
        count = sa.select(sa.func.count()).select_from(log_in_wait)
        assert connection.execute(count).scalar_one() == 3


def test_a_clock_that_was_set_back_locks_nobody_out(office: Office) -> None:
    office.person("ana")
    for _ in range(4):
        refused(office)
    office.clock.advance(timedelta(days=-3))
    assert enter(office)


def test_a_session_ends_when_it_is_idle_and_at_last(office: Office) -> None:
    office.person("ana")
    token = enter(office)
    for _ in range(13):
        office.clock.advance(timedelta(minutes=55))
        assert person_in(office.engine, office.house, token)
    office.clock.advance(timedelta(minutes=55))
    assert person_in(office.engine, office.house, token) is None
    token = enter(office)
    office.clock.advance(timedelta(minutes=61))
    assert person_in(office.engine, office.house, token) is None
    enter(office)
    with reading(office.engine) as connection:
        count = sa.select(sa.func.count()).select_from(web_session)
        assert connection.execute(count).scalar_one() == 1


def test_who_is_shut_out_is_out_at_once(office: Office) -> None:
    office.person("ana")
    bob = office.person("bob", "reports")
    token = enter(office, "bob")
    draft = people.Draft("bob", "Bob", "reports", active=False)
    with transaction(office.engine) as connection:
        people.change(connection, office.house, HAND, bob.id, draft)
    assert person_in(office.engine, office.house, token) is None
    assert refused(office, "bob") == "log-in-wrong"
    with pytest.raises(LoyaltyError) as no:
        enter(office, "bob")
    assert no.value.code == "log-in-wrong"


def test_who_is_let_in_again_or_gets_another_role_logs_in_anew(office: Office) -> None:
    office.person("ana")
    bob = office.person("bob", "reports")

    def change(role: str, *, active: bool) -> None:
        draft = people.Draft("bob", "Bob", role, active=active)
        with transaction(office.engine) as connection:
            people.change(connection, office.house, HAND, bob.id, draft)

    first = enter(office, "bob")
    change("reports", active=False)
    change("reports", active=True)
    assert person_in(office.engine, office.house, first) is None
    second = enter(office, "bob")
    change("support", active=True)
    assert person_in(office.engine, office.house, second) is None


def test_logging_out_ends_this_session_only(office: Office) -> None:
    ana = office.person("ana")
    one, other = enter(office), enter(office)
    log_out(office.engine, office.house, Actor(ana.id, HOME), one)
    assert person_in(office.engine, office.house, one) is None
    assert person_in(office.engine, office.house, other)


def test_a_new_password_ends_every_session_and_begins_one(office: Office) -> None:
    ana = office.person("ana")
    old = enter(office)
    me = Actor(ana.id, HOME)
    with pytest.raises(LoyaltyError) as no:
        change_password(office.engine, office.house, me, "wrong", "another long password")
    assert no.value.code == "password-wrong"
    made = change_password(office.engine, office.house, me, PASSWORD, "another long password")
    assert person_in(office.engine, office.house, old) is None
    assert person_in(office.engine, office.house, made.token)
    assert refused(office) == "log-in-wrong"
    assert enter(office, password="another long password")


@pytest.mark.parametrize(
    ("new", "code"),
    [
        ("short", "password-short"),
        ("x" * 201, "password-long"),
        ("aaaaaaaaaaaaaa", "password-plain"),
        ("ana-ana-ana-xyz", "password-plain"),
        (PASSWORD, "password-same"),
    ],
)
def test_a_bad_password_is_not_taken(small_office: Office, new: str, code: str) -> None:
    ana = small_office.person("ana")
    with pytest.raises(LoyaltyError) as no:
        change_password(small_office.engine, small_office.house, Actor(ana.id, HOME), PASSWORD, new)
    assert no.value.code == code


def test_letters_may_be_typed_on_another_system(small_office: Office) -> None:
    ana = small_office.person("ana")
    me, composed, apart = (
        Actor(ana.id, HOME),
        "schöne grüße daheim",
        "scho\u0308ne gru\u0308ße daheim",
    )
    change_password(small_office.engine, small_office.house, me, PASSWORD, composed)
    assert enter(small_office, password=apart)


def test_the_log_knows_refusals_without_the_names_tried(office: Office) -> None:
    office.person("ana")
    refused(office, "my-password-typed-as-a-name")
    with reading(office.engine) as connection:
        lines = noted(connection, 1, Wanted(act="log-in-refused"), 10)
    assert [(one.who, one.about, one.origin) for one in lines] == [(None, "nobody", HOME)]
    assert "my-password" not in str(lines)
