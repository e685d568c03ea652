"""`regulars member edit|card|merge|household|duplicates|consent|export|erase`."""

from __future__ import annotations

import json
from pathlib import Path

from pos.demo import demo_card
from tests.shop.conftest import CommandLine

CARD, BLANK, SPARE = demo_card(1), demo_card(41), demo_card(42)
BOSS = ("--operator", "sam")  # the demo's manager


def kim(command: CommandLine) -> str:
    """A fresh member without points; their id."""
    told = command.told("member", "add", "--phone", "010-1234-5678", "--name", "Kim Min-jun")
    member: str = told.json["member"]["id"]
    return member


def points(command: CommandLine, who: str) -> int:
    balance: int = command.told("member", "show", who).json["points"]["balance"]
    return balance


def test_a_profile_is_edited_and_shown(demo: CommandLine) -> None:
    who = kim(demo)
    told = demo.told(
        *("member", "edit", who, "--email", "Kim@Example.org", "--birthday=--05-03"),
        *("--address", "Weg 1|10999 Berlin", "--like", "tea", "--like", "jam"),
        *("--social", "instagram=@kim", "--notes", "window"),
    ).json["member"]
    assert (told["email"], told["birthday"]) == ("kim@example.org", "--05-03")
    assert (told["address"], told["likes"]) == ("Weg 1\n10999 Berlin", ["tea", "jam"])
    assert told["social"] == {"instagram": "@kim"}
    assert demo.told("member", "edit", who, "--like", "").json["member"]["likes"] == []
    assert "Weg 1 | 10999 Berlin" in demo("member", "edit", who, "--brand", "Ours").out
    assert demo.told("member", "edit", who, "--social", "instagram").error == "social-unreadable"
    assert demo.told("member", "find", "kim@example.org").json["members"][0]["id"] == who


def test_cards_are_added_and_replaced(demo: CommandLine) -> None:
    who = kim(demo)
    assert demo("member", "card", "add", who, BLANK).status == 0
    assert demo.told("member", "card", "replace", BLANK, SPARE).json["card"] == SPARE
    assert demo.told("member", "show", BLANK).error == "card-replaced"
    assert demo.told("member", "show", SPARE).json["member"]["id"] == who
    assert demo.told("member", "card", "add", who, CARD).error == "card-taken"
    assert "dead" in demo("member", "show", BLANK).err


def test_two_members_are_merged_with_their_points(demo: CommandLine) -> None:
    who = kim(demo)
    had = points(demo, CARD)
    demo("award", who, "12")
    assert demo.told("member", "merge", who, CARD, "--operator", "ana").error == "approval-needed"
    asked = ("member", "merge", who, CARD, "--operator", "ana", "--approve", "sam")
    assert demo.told(*asked, "--pin", "0000").error == "pin-wrong"
    told = demo.told(*asked, "--pin", "3333").json
    assert (told["points"], points(demo, CARD)) == (12, had + 12)
    assert demo.told("member", "show", who).error == "member-unknown"
    assert demo("ledger", "verify").status == 0


def test_a_household_is_joined_shown_left_and_ended(demo: CommandLine) -> None:
    who = kim(demo)
    demo("award", who, "12")
    had = points(demo, CARD)
    told = demo.told("member", "household", "join", who, CARD, *BOSS).json
    assert (told["moved"], told["points"], len(told["members"])) == (12, had + 12, 2)
    assert demo.told("member", "household", "show", CARD).json["members"] == told["members"]
    assert demo.told("member", "household", "dissolve", CARD).error == "household-others-in"
    stay = demo.told("member", "household", "leave", who, "--dry-run").json["staying"]
    assert stay == had + 12
    assert demo.told("member", "household", "leave", who).json["staying"] == stay
    assert demo("member", "household", "dissolve", CARD).status == 0
    assert demo.told("member", "household", "show", CARD).error == "household-none"
    assert demo("member", "household", "found", CARD).status == 0


def test_likely_duplicates_are_offered_with_the_reason(demo: CommandLine) -> None:
    who = kim(demo)
    asked = ("member", "duplicates", "--name", "Min-jun Kim", "--phone", "01012345678")
    found = demo.told(*asked).json["members"]
    assert (found[0]["id"], found[0]["same"]) == (who, ["phone", "name"])
    assert "phone, name" in demo(*asked).out
    assert demo("member", "duplicates", "--name", "Nobody Atall").out == "Nobody like that.\n"


def test_consents_are_noted_and_told(demo: CommandLine) -> None:
    who = kim(demo)
    demo("member", "consent", who, "email", "--where", "form 3")
    told = demo.told("member", "consent", who, "email", "--take-back").json
    assert [one["given"] for one in told["consents"]] == [True, False]
    assert demo.told("member", "consent", who).json["agreed"] == {"email": False}
    assert "form 3" in demo("member", "consent", who).out


def test_a_person_is_exported_into_a_file(demo: CommandLine, tmp_path: Path) -> None:
    who = kim(demo)
    demo("award", who, "12")
    file = tmp_path / "kim.json"
    assert demo.told("member", "export", who, "--to", str(file), *BOSS).json["entries"] == 2
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["member"]["name"], told["entries"][1]["earned"]) == ("Kim Min-jun", 12)
    assert demo.told("member", "export", who, *BOSS).json["entries"] == told["entries"]
    assert demo.told("member", "export", who).error == "approval-needed"
    nowhere = str(tmp_path / "none" / "kim.json")
    assert demo.told("member", "export", who, "--to", nowhere, *BOSS).error == "file-unwritable"


def test_a_person_is_erased_and_stays_so_over_a_restore(demo: CommandLine) -> None:
    who = kim(demo)
    demo("award", who, "12")
    backup = demo.told("backup").json["backup"]
    before = demo.told("ledger", "verify").json
    assert demo.told("member", "erase", who, *BOSS).error == "erase-unsure"
    told = demo.told("member", "erase", who, "--yes", *BOSS).json
    assert (told["gone"], told["points"], told["older"]) == (True, 12, [backup])
    assert demo.told("member", "find", "Kim Min-jun").error == "who-unknown"
    assert demo.told("member", "erase", who, "--yes", *BOSS).json["gone"]
    demo("restore", backup)
    assert demo.told("member", "find", "Kim Min-jun").error == "who-unknown"
    after = demo.told("ledger", "verify").json
    assert after["faults"] == before["faults"] == []
    books = (demo.data / "regulars.db").read_bytes()
    assert b"Kim Min-jun" not in books
    assert b"01012345678" not in books


def test_the_country_of_the_shop_makes_numbers_international(demo: CommandLine) -> None:
    assert demo.told("shop", "setup", "--country", "kr").json["settings"]["country"] == "KR"
    kim(demo)
    found = demo.told("member", "find", "5678").json["members"]
    assert "+821012345678" in [one["phone"] for one in found]
    assert demo.told("shop", "setup", "--country", "Korea").error == "setting-invalid"


def test_whoever_may_bring_friends_is_shown_the_code_for_it(new: CommandLine) -> None:
    new("program", "import", "example:boutique-three-tiers", "--next")
    new("member", "add", "--phone", "+351912345678", "--name", "Ana")
    new("member", "add", "--phone", "+351912345679", "--name", "Ben")
    code = new.told("member", "show", "ana").json["brings_friends"]
    assert code in new("member", "show", "ana").out
    assert new("refer", "ben", code).status == 0
