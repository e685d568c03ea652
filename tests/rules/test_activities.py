"""Activities: what their limits leave, once per field, and what the entries tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Kind
from loyalty.members.activities import (
    Activity,
    activity_entry,
    activity_from,
    activity_rule,
    asked_entry,
    declined_entry,
    profile_activities,
    worth,
)
from loyalty.members.history import History
from loyalty.members.member import Birthday, Member, Profile
from loyalty.rules.activity import ActivityKind, ActivityRule, ProfileField
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import ExpiryKind, ExpiryRule
from tests.rules.book import Book, refused
from tests.rules.makers import DAY, program

REVIEW = ActivityRule("review", "Review", ActivityKind.REVIEW, 20)
SHOP = program(activities=(REVIEW,), expiry=ExpiryRule(ExpiryKind.MONTHS, 12))

# A review is worth 20 points; "on" are the days it was given before, asked is the day after.
TABLE = """
limits                    | cooldown | given on                          | asked      | worth
-                         |        0 | 2025-02-01, 2025-02-01            | 2025-02-01 | 20
1 times a day             |        0 | 2025-02-01                        | 2025-02-01 | no, day
1 times a day             |        0 | 2025-02-01                        | 2025-02-02 | 20
2 times a week            |        0 | 2025-02-03, 2025-02-04            | 2025-02-09 | no, week
2 times a week            |        0 | 2025-02-03, 2025-02-04            | 2025-02-10 | 20
50 points a month         |        0 | 2025-02-01, 2025-02-02            | 2025-02-28 | 10
50 points a month         |        0 | 2025-02-01, 2025-02-02, 2025-02-03 | 2025-02-28 | no, month
50 points a month         |        0 | 2025-02-01, 2025-02-02, 2025-02-03 | 2025-03-01 | 20
3 times a year            |        0 | 2025-01-01, 2025-02-02, 2025-02-03 | 2025-12-31 | no, year
1 times ever              |        0 | 2025-01-01                        | 2035-12-31 | no, ever
15 points a basket        |        0 | 2025-01-01                        | 2025-01-01 | 15
-                         |        7 | 2025-02-01                   | 2025-02-07 | from 2025-02-08
-                         |        7 | 2025-02-01                        | 2025-02-08 | 20
"""


def limited(text: str) -> tuple[Limit, ...]:
    if text == "-":
        return ()
    number, what, _, per = (text.replace("ever", "a ever")).split()
    return (Limit(Period(per), **{what: int(number)}),)


def given(book: Book, rule: ActivityRule = REVIEW) -> None:
    book.append(activity_entry(rule, SHOP, book.standing(), book.occasion()))


@pytest.mark.parametrize("row", TABLE.strip().splitlines()[1:])
def test_an_activity_is_worth_what_its_limits_leave(row: str) -> None:
    limits, cooldown, days, asked, expected = (part.strip() for part in row.split("|"))
    book = Book(DAY)
    free = replace(REVIEW, limits=limited(limits))
    rule = replace(free, cooldown_days=int(cooldown))
    for day in days.split(","):
        book.on = date.fromisoformat(day.strip())
        given(book, free)
    on = date.fromisoformat(asked)
    if expected.startswith("no"):
        facts = refused("activity-limit", worth, rule, book.history, on)
        assert facts["per"] == expected.split()[1]
    elif expected.startswith("from"):
        facts = refused("activity-too-soon", worth, rule, book.history, on)
        assert facts["until"] == expected.split()[1]
    else:
        assert worth(rule, book.history, on) == int(expected)


def test_its_points_are_a_lot_that_lasts_as_the_program_says() -> None:
    book = Book(DAY)
    given(book)
    assert [(lot.points, lot.ref.expires_on) for lot in book.account.lots] == [
        (20, date(2026, 1, 31))
    ]
    assert book.history.last_act == DAY
    assert book.history.visits == 0


def test_an_entry_tells_what_was_done_and_who_looked() -> None:
    book = Book(DAY)
    entry = activity_entry(REVIEW, SHOP, book.standing(), book.occasion(), approved="sam")
    assert activity_from(entry.body) == Activity("review", "Review", 20, "ann", "sam")


def test_a_request_counts_nowhere_and_its_refusal_has_its_source() -> None:
    book = Book(DAY)
    asked = book.append(asked_entry(REVIEW, SHOP, book.standing(), book.occasion()))
    declined = book.append(declined_entry(asked, book.occasion()))
    assert (asked.kind, declined.kind) == (Kind.ACTIVITY_ASKED, Kind.ACTIVITY_DECLINED)
    assert asked.source == declined.source
    assert not counts_of(asked)
    assert not counts_of(declined)
    assert book.account.balance == 0
    assert activity_from(declined.body).approved == "ann"


def test_an_activity_the_program_does_not_have_is_unknown() -> None:
    assert activity_rule(SHOP, "review") == REVIEW
    assert refused("activity-unknown", activity_rule, SHOP, "x" * 99)["activity"] == "x" * 40


@pytest.mark.parametrize(
    "body", ["", "[]", '{"v":1}', '{"v":1,"p":"2"}', '{"v":1,"p":2,"rule":3}', '{"v":1,"p":true}']
)
def test_a_body_that_is_no_activity_is_unreadable(body: str) -> None:
    refused("body-unreadable", activity_from, body)


FIELDS = tuple(
    ActivityRule(f"tell-{field}", field, ActivityKind.PROFILE, 5, field) for field in ProfileField
)
BLANK = Member(UUID(int=1), "Ann", "", DAY), Profile()
FULL = (
    replace(BLANK[0], birthday=Birthday(5, 3), email="ann@example.com"),
    Profile("1 Main St", ("tea",), ("milk",), ("Home",)),
)


def test_every_field_that_is_filled_in_is_an_activity_once() -> None:
    shop = program(activities=(REVIEW, *FIELDS))
    assert profile_activities(shop, BLANK, FULL) == FIELDS
    assert profile_activities(shop, FULL, FULL) == ()
    assert profile_activities(shop, FULL, BLANK) == ()
    one = BLANK[0], Profile(likes=("tea",))
    assert [rule.field for rule in profile_activities(shop, BLANK, one)] == [ProfileField.LIKES]


def test_a_field_is_rewarded_once_ever_whatever_its_rule_is_called_later() -> None:
    book = Book(DAY)
    birthday = FIELDS[0]
    given(book, birthday)
    book.on += timedelta(days=900)
    renamed = replace(birthday, id="birthday-2030", points=50)
    refused("activity-again", worth, renamed, book.history, book.on)
    assert worth(FIELDS[1], book.history, book.on) == 5


def test_nothing_was_done_before_the_first_time() -> None:
    assert worth(replace(REVIEW, cooldown_days=99), History(), DAY) == 20
