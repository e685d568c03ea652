"""Each occasion comes once, on its days, to whoever agreed, and no more often than is decent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from loyalty.care.case import Cause, Channel
from loyalty.care.letter import Message, MessageState, Occasion
from loyalty.care.spacing import DAY_MS, Caps, room_for
from loyalty.errors import LoyaltyError
from loyalty.members.member import MemberStatus
from loyalty.rules.program import Program
from pos.care.cases import close_case, open_case
from pos.care.letters import keep, ready_letter
from pos.care.making import due_today, make, preview
from pos.care.sending import send
from pos.consents import consent
from pos.demo_program import whole_program
from pos.leaving import erase
from pos.merging import merge
from pos.profiles import Changes, edit_profile
from pos.shop import Shop
from tests.care.people import birthday_on, letters_for, reader, written
from tests.care.post_office import PostOffice
from tests.shop.house import act, clock_of, sale
from tests.shop.people import person

Prepare = Callable[[Shop], None]


def days(shop: Shop, many: int) -> None:
    clock_of(shop).advance(timedelta(days=many))


def born(shop: Shop) -> None:
    reader(shop, birthday=birthday_on(shop.today + timedelta(days=10)))


def joined(shop: Shop) -> None:
    reader(shop)


def a_year_ago(shop: Shop) -> None:
    reader(shop)
    days(shop, 360)


def points_from_last_year(shop: Shop) -> None:
    sale(shop, reader(shop), 1000)
    days(shop, 355)


def nearly_a_drink(shop: Shop) -> None:
    member = reader(shop)
    days(shop, 5)
    sale(shop, member, 4_000)


def up_to_silver(shop: Shop) -> None:
    member = reader(shop)
    sale(shop, member, 1_000)
    days(shop, 20)
    sale(shop, member, 6_000)


def bought_once(shop: Shop) -> None:
    sale(shop, reader(shop), 1_000)
    days(shop, 80)


def complained(shop: Shop) -> None:
    member = reader(shop)
    case = open_case(shop, act(shop), member.id, Channel.COUNTER, Cause.GOODS, "Stale bread")
    close_case(shop, act(shop), case.id, "Given another one")


OCCASIONS: dict[Occasion, tuple[Prepare, int, str]] = {
    Occasion.WELCOME: (joined, 0, "Your points: 0"),
    Occasion.BIRTHDAY: (born, 10, "happy birthday"),
    Occasion.ANNIVERSARY: (a_year_ago, 5, "years with us: 1."),
    Occasion.EXPIRING: (
        points_from_last_year,
        9,
        "10 of your points can be used until Mar 31, 2027",
    ),
    Occasion.REWARD: (nearly_a_drink, 0, "Any drink"),
    Occasion.TIER: (up_to_silver, 0, "Silver"),
    Occasion.LAPSED: (bought_once, 10, "Mar 2, 2026"),
    Occasion.AFTER_CASE: (complained, 3, "we are sorry"),
}
"""What happened, how many days later the letter goes out, and words of it."""


@pytest.fixture
def program() -> Program:
    return replace(whole_program(), starts_on=date(2020, 1, 1))


@pytest.mark.parametrize("occasion", list(Occasion))
def test_every_occasion_is_written_about_once_and_on_its_day(
    shop: Shop, office: PostOffice, program: Program, occasion: Occasion
) -> None:
    with shop.store.writing() as work:
        work.add_program(replace(program, number=2))
    letters_for(shop, occasion)
    prepare, wait, words = OCCASIONS[occasion]
    prepare(shop)
    sent = []
    for day in range(wait + 15):
        make(shop)
        sent += [day] * send(shop, office.post()).counts.get(MessageState.SENT, 0)
        days(shop, 1)
    assert sent == [wait]
    assert words in office.taken[0][1].get_content()


def test_without_a_letter_or_a_consent_nothing_is_written(shop: Shop) -> None:
    silent = reader(shop, 1, agrees=False)
    reader(shop, 2)
    assert make(shop) == {}
    letters_for(shop, Occasion.WELCOME)
    days(shop, 1)
    assert due_today(shop) == make(shop) == {Occasion.WELCOME: 1}
    assert not written(shop, silent.id)
    consent(shop, silent.id, "email", True, "counter")
    assert due_today(shop) == {Occasion.WELCOME: 1}


def test_who_is_blocked_or_has_no_address_is_not_written_to(shop: Shop) -> None:
    letters_for(shop, Occasion.WELCOME)
    blocked, bare = reader(shop, 1), reader(shop, 2)
    edit_profile(shop, act(shop), bare.id, Changes(email=""))
    with shop.store.writing() as work:
        known = work.member(blocked.id)
        assert known is not None
        work.change_member(replace(known, status=MemberStatus.BLOCKED))
    assert make(shop) == {}


def test_nobody_gets_two_letters_within_the_days_of_rest(shop: Shop) -> None:
    letters_for(shop, Occasion.WELCOME, Occasion.BIRTHDAY)
    resting = replace(shop, settings=replace(shop.settings, mail_rest_days=3))
    member = reader(shop, birthday=birthday_on(shop.today))
    made = []
    for _ in range(5):
        made.append(make(resting))
        days(shop, 1)
    assert made == [{Occasion.BIRTHDAY: 1}, {}, {}, {Occasion.WELCOME: 1}, {}]
    assert len(written(shop, member.id)) == 2


def test_a_cap_of_the_month_holds() -> None:
    def sent(days_ago: int, state: MessageState = MessageState.SENT) -> Message:
        made = (100 - days_ago) * DAY_MS
        return Message(uuid4(), uuid4(), Occasion.REWARD, "", made, state)

    caps, now = Caps(month=2, rest_days=0), 100 * DAY_MS
    assert room_for(caps, [sent(1)], now)
    assert not room_for(caps, [sent(1), sent(29)], now)
    assert room_for(caps, [sent(1), sent(30)], now)
    assert room_for(caps, [sent(1), sent(2, MessageState.DROPPED)], now)
    assert not room_for(caps, [sent(60, MessageState.REFUSED)], now)
    assert room_for(caps, [sent(90, MessageState.REFUSED)], now)


def test_a_member_in_another_language_gets_their_letter_where_there_is_one(shop: Shop) -> None:
    letters_for(shop, Occasion.WELCOME)
    member = reader(shop)
    edit_profile(shop, act(shop), member.id, Changes(language="ko"))
    assert preview(shop, member.id, Occasion.WELCOME).language == "en"
    keep(shop, act(shop, "boss"), ready_letter(Occasion.WELCOME, "ko"))
    seen = preview(shop, member.id, Occasion.WELCOME)
    assert (seen.language, seen.due) == ("ko", True)
    assert "환영합니다" in seen.subject


def test_what_is_over_when_the_post_leaves_is_not_written(shop: Shop, office: PostOffice) -> None:
    letters_for(shop, Occasion.BIRTHDAY)
    member = reader(shop, birthday=birthday_on(shop.today))
    make(shop)
    days(shop, 5)
    assert send(shop, office.post()).counts == {MessageState.DROPPED: 1}
    assert written(shop, member.id)[0].why == "over"
    assert not office.taken


def test_of_two_members_made_one_the_survivor_is_written_to_once(
    shop: Shop, office: PostOffice
) -> None:
    letters_for(shop, Occasion.BIRTHDAY)
    gone, kept = reader(shop, 1, birthday=birthday_on(shop.today)), person(shop, 2)
    make(shop)
    merge(shop, act(shop, "sam"), gone.id, kept.id)
    days(shop, 1)
    assert make(shop) == {}
    assert send(shop, office.post()).counts == {MessageState.SENT: 1}
    assert [one.member for one in written(shop, kept.id)] == [kept.id]
    assert not written(shop, gone.id)


def test_who_is_erased_leaves_no_trace_of_having_been_written_to(
    shop: Shop, office: PostOffice
) -> None:
    letters_for(shop, Occasion.WELCOME)
    member = reader(shop)
    make(shop)
    erase(shop, act(shop, "boss"), member.id)
    assert send(shop, office.post()).counts == {}
    assert not written(shop, member.id)
    assert not office.taken


def test_where_there_is_a_head_office_no_terminal_writes(shop: Shop) -> None:
    letters_for(shop, Occasion.WELCOME)
    reader(shop)
    with shop.store.writing() as work:
        work.keep_setting("office-state", "active")
    with pytest.raises(LoyaltyError, match="message-linked"):
        make(shop)
