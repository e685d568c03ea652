"""The command line of activities, referrals, adjustments, paper stamps and the night."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from loyalty.codes import member_card, operator_badge
from loyalty.rules.activity import ActivityKind, ActivityRule, ReferralRule
from loyalty.rules.rewards import StampRule
from pos.clock import SystemClock
from pos.demo import demo_program
from pos.settings import read_settings
from pos.staff import Role
from pos.store import Operator, open_store
from tests.shop.conftest import CommandLine

BADGE, BOSS_BADGE = operator_badge(998), operator_badge(999)
CARD, FRIEND = member_card(1), member_card(41)


@pytest.fixture
def line(demo: CommandLine) -> CommandLine:
    """A demo shop whose program has activities, a stamp card and referrals since today."""
    settings, _ = read_settings(demo.data / "settings.toml")
    clock = SystemClock(ZoneInfo(settings.zone))
    database = next(demo.data.glob("*.db"))
    store = open_store(database, clock, settings.terminal, reserve_bytes=0)
    with store.writing() as work:
        now = work.program_on(clock.today()) or demo_program()
        rules = replace(
            now,
            number=99,
            starts_on=clock.today(),
            activities=(
                ActivityRule("review", "Review", ActivityKind.REVIEW, 20),
                ActivityRule("photo", "Photo", ActivityKind.PHOTO, 30, approval=True),
            ),
            stamps=(StampRule("tea", "Tea card", 10, most_moved=20),),
            referral=ReferralRule(500, 250),
        )
        work.add_program(rules)
        work.add_operator(Operator("zoe", "Zoe", Role.OWNER, BOSS_BADGE))
        work.add_operator(Operator("carl", "Carl", Role.CASHIER))
    store.close()
    return demo


def test_points_are_given_and_taken_by_who_may(line: CommandLine) -> None:
    no = line.told("adjust", CARD, "50", "--why", "sorry", "--operator", "carl")
    assert (no.status, no.error) == (1, "approval-needed")
    given = line.told("adjust", CARD, "50", "--why", "sorry", "--operator", "zoe")
    assert (given.status, given.json["adjusted"]) == (0, 50)
    before = given.json["points"]["balance"]
    taken = line("adjust", CARD, "-50", "--why", "too many", "--operator", "zoe")
    assert taken.out.startswith("-50 points.")
    assert str(before - 50) in taken.out


def test_a_number_that_is_none_is_wrong_usage(line: CommandLine) -> None:
    assert line("adjust", CARD, "five", "--why", "x").status == 2


def test_a_second_person_approves_in_place(line: CommandLine) -> None:
    words = ("adjust", CARD, "5", "--why", "x", "--operator", "carl", "--approve")
    assert line.told(*words, "carl", "--pin", "1111").error == "pin-none"
    assert line.told(*words, BADGE).error == "badge-unknown"
    done = line.told(*words, BOSS_BADGE)
    assert (done.status, done.json["approved"]) == (0, "zoe")


def test_a_paper_card_is_moved_in_and_void(line: CommandLine) -> None:
    words = ("stamps", "move", CARD, "tea", "4", "--serial", "A 12", "--operator", "carl")
    done = line.told(*words)
    assert (done.status, done.json["stamps"], done.json["needed"]) == (0, 4, 10)
    assert line.told(*words).error == "paper-void"


def test_an_activity_is_recorded_looked_at_and_given(line: CommandLine) -> None:
    assert line.told("activity", "record", CARD, "review").json["points"] == 20
    asked = line.told("activity", "record", CARD, "photo", "--operator", "carl").json
    assert (asked["waiting"], asked["points"]) == (True, 0)
    (queued,) = line.told("activity", "waiting").json["waiting"]
    assert (queued["request"], queued["points"]) == (asked["request"], 30)
    assert asked["request"] in line("activity", "waiting").out
    no = line.told("activity", "approve", asked["request"], "--operator", "carl")
    assert no.error == "approval-needed"
    yes = line.told("activity", "approve", asked["request"], "--operator", "zoe")
    assert (yes.status, yes.json["points"]) == (0, 30)
    assert line("activity", "waiting").out.strip() == "Nothing waits."


def test_a_request_is_declined(line: CommandLine) -> None:
    asked = line.told("activity", "record", CARD, "photo").json["request"]
    done = line.told("activity", "decline", asked, "--operator", "zoe")
    assert (done.status, done.json["declined"]) == (0, True)
    assert line.told("activity", "approve", asked, "--operator", "zoe").error == "activity-declined"


def test_a_new_member_is_noted_as_brought_by_another(line: CommandLine) -> None:
    line("member", "add", "--card", FRIEND, "--name", "Ben")
    done = line.told("refer", FRIEND, CARD)
    assert (done.status, done.json["state"]) == (0, "open")
    assert line.told("refer", FRIEND, FRIEND).error in ("referral-again", "referral-own")


def test_the_night_says_what_it_did_and_does_it_once(line: CommandLine) -> None:
    first = line.told("nightly")
    assert first.status == 0
    assert first.json["resegmented"] > 0
    second = line.told("nightly").json
    assert (second["days"], second["resegmented"]) == (0, 0)
    assert re.match(r"Days: 0\. Points vested: 0", line("nightly").out)


def test_a_clock_that_was_set_back_is_said_with_a_way_on(line: CommandLine) -> None:
    line("nightly")
    settings, _ = read_settings(line.data / "settings.toml")
    clock = SystemClock(ZoneInfo(settings.zone))
    store = open_store(next(line.data.glob("*.db")), clock, settings.terminal, reserve_bytes=0)
    with store.writing() as work:
        work.keep_setting("last-night", date(2999, 1, 1).isoformat())
    store.close()
    told = line.told("nightly")
    assert (told.status, told.error) == (1, "clock-moved-back")
    assert "--anew" in json.loads(told.out)["error"]["sentence"]
    assert line.told("award", CARD, "5.00").status == 0
    assert line.told("nightly", "--anew").json["days"] == 1
