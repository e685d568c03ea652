"""`regulars ledger|backup|restore|shop|doctor`: the books, kept and looked after."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from pos.demo import demo_card
from pos.erasures import IN_COPIES, Erasure, beside, listed, note
from tests.shop.conftest import CommandLine

CARD = demo_card(1)


def meddle(command: CommandLine, *statements: str) -> None:
    """Change the books behind the program's back."""
    with closing(sqlite3.connect(command.data / "regulars.db")) as books, books:
        triggers = books.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            books.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            books.execute(statement)


def test_a_clean_ledger_is_said_to_be_clean(demo: CommandLine) -> None:
    told = demo.told("ledger", "verify")
    assert told.status == 0
    assert (told.json["clean"], told.json["faults"], len(told.json["head"])) == (True, [], 64)


def test_a_changed_entry_is_named(demo: CommandLine) -> None:
    where = "WHERE terminal = 1 AND epoch = 1 AND seq = 50"
    meddle(demo, f"UPDATE entry SET at_ms = at_ms + 1 {where}")
    told = demo.told("ledger", "verify")
    assert (told.status, told.error) == (1, "ledger-faulty")
    assert "1-1-50" in {fault["entry"] for fault in told.json["faults"]}
    said = demo("ledger", "verify")
    assert said.status == 1
    assert "1-1-50: the entry was changed" in said.out
    assert said.err.count("\n") == 1
    assert demo("doctor").status == 1


def test_a_balance_that_the_entries_do_not_bear_out_is_named(demo: CommandLine) -> None:
    meddle(demo, "UPDATE lot SET points = points + 1")
    replayed = demo.told("ledger", "replay")
    assert (replayed.status, replayed.error) == (1, "replay-differs")
    assert not replayed.json["same"]
    assert demo("ledger", "verify").status == 1


def test_entries_are_shown_in_order_from_where_it_is_asked(demo: CommandLine) -> None:
    told = demo.told("ledger", "show", "--from", "45", "--limit", "3").json
    assert [one["entry"] for one in told["entries"]] == ["1-1-45", "1-1-46", "1-1-47"]
    mine = demo.told("ledger", "show", "--member", CARD, "--limit", "2").json["entries"]
    assert [one["kind"] for one in mine] == ["enrolment", "sale"]
    assert "€" in demo("ledger", "show", "--from", "45").out


def test_one_members_balance_is_replayed(demo: CommandLine) -> None:
    told = demo.told("ledger", "replay", CARD).json
    shown = demo.told("member", "show", CARD).json
    assert len(told["members"]) == 1
    assert told["total"] == shown["points"]["balance"]


def test_what_was_booked_after_a_backup_is_gone_after_the_restore(
    demo: CommandLine, tmp_path: Path
) -> None:
    before = demo.told("ledger", "verify").json
    made = demo.told("backup", str(tmp_path / "usb")).json
    demo("award", CARD, "10")
    told = demo.told("restore", made["backup"])
    assert (told.status, told.json["last"], told.json["epoch"]) == (0, before["last"], 2)
    assert Path(told.json["replaced"]).exists()
    assert demo("ledger", "verify").status == 0
    sale = demo.told("award", CARD, "10").json["sale"]
    assert sale["entry"].startswith("1-2-")
    assert demo.told("slip", sale["number"]).json["entry"] == sale["entry"]


def test_backups_elsewhere_are_kept_unless_it_is_said(demo: CommandLine, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    for _ in range(3):
        demo("backup", str(usb))
    assert len(list(usb.iterdir())) == 3
    demo("backup", str(usb), "--keep", "2")
    assert len(list(usb.iterdir())) == 2
    assert demo("backup").status == 0
    assert len(list((demo.data / "backups").iterdir())) == 1


@pytest.mark.parametrize(
    ("file", "code"),
    [("absent.db", "backup-absent"), ("notes.txt", "store-not-ours"), ("", "backup-absent")],
)
def test_what_is_no_backup_replaces_nothing(
    demo: CommandLine, tmp_path: Path, file: str, code: str
) -> None:
    (tmp_path / "notes.txt").write_text("no database at all, but a few lines of text\n" * 40)
    before = demo.told("ledger", "verify").json
    told = demo.told("restore", str(tmp_path / file))
    assert (told.status, told.error) == (1, code)
    assert demo.told("ledger", "verify").json == before


def test_the_ledger_is_not_restored_from_itself(demo: CommandLine) -> None:
    told = demo.told("restore", str(demo.data / "regulars.db"))
    assert told.error == "backup-is-ledger"
    assert demo("ledger", "verify").status == 0


def test_a_real_shop_is_set_up_in_its_own_money(new: CommandLine) -> None:
    words = ("--name", "단골", "--currency", "krw", "--zone", "Asia/Seoul", "--language", "ko")
    told = new.told("shop", "setup", *words, "--terminal", "3").json
    assert (told["new"], told["settings"]["currency"]) == (True, "KRW")
    new("member", "add", "--phone", "01012345678")
    sale = new.told("award", "5678", "12,500").json["sale"]
    assert (sale["currency"], sale["due_minor"], sale["number"]) == ("KRW", 12500, "3-2")
    assert "₩12,500" in new("slip", "3-2").out


def test_the_currency_changes_until_the_first_sale(new: CommandLine) -> None:
    new("member", "add", "--phone", "01012345678")  # a shop in the usual currency
    assert new("shop", "setup", "--currency", "JPY").status == 0
    (before, now) = new.told("program", "list").json["programs"]
    assert (before["currency"], now["currency"], now["in_force"]) == ("EUR", "JPY", True)
    assert new.told("award", "5678", "500").json["sale"]["currency"] == "JPY"
    told = new.told("shop", "setup", "--currency", "EUR")
    assert (told.status, told.error) == (1, "currency-fixed")
    assert new("shop", "setup", "--name", "Other").status == 0
    assert new.told("award", "5678", "500").status == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--currency", "XXX"), "setting-invalid"),
        (("--zone", "Mars/X"), "setting-invalid"),
        (("--language", "tlh"), "setting-invalid"),
        (("--terminal", "0"), "setting-invalid"),
        (("--name", "x" * 4000), "setting-invalid"),
        (("--printer", "carrier-pigeon:1"), "printer-setting-wrong"),
    ],
)
def test_a_setting_that_cannot_be_sets_nothing_up(
    new: CommandLine, words: tuple[str, ...], code: str
) -> None:
    told = new.told("shop", "setup", *words)
    assert (told.status, told.error) == (1, code)
    assert not new.data.exists()


def test_the_doctor_finds_a_shop_that_works(demo: CommandLine) -> None:
    told = demo.told("doctor")
    assert told.status == 0, told.out
    states = {one["what"]: one["state"] for one in told.json["findings"]}
    assert states["ledger"] == states["data folder"] == states["window"] == "ok"
    assert {"decoder", "camera", "printer", "opencv", "letters", "screen"} <= set(states)


def test_the_doctor_makes_no_shop(new: CommandLine) -> None:
    assert new("doctor").status == 0
    assert not new.data.exists()


def test_the_doctor_says_what_is_wrong_and_refuses(demo: CommandLine) -> None:
    (demo.data / "settings.toml").write_text("shop = ", encoding="utf-8")
    told = demo.told("doctor")
    assert (told.status, told.error) == (1, "counter-cannot-work")
    assert "settings" in told.json["error"]["facts"]["missing"]


def test_a_wrong_setting_is_a_note_to_the_doctor(demo: CommandLine) -> None:
    with (demo.data / "settings.toml").open("a", encoding="utf-8") as file:
        file.write("nonsense = 1\n")
    found = [one for one in demo.told("doctor").json["findings"] if one["what"] == "settings"]
    assert found[0]["state"] == "note"
    assert "nonsense" in found[0]["said"]


def test_a_copied_shop_is_the_same_shop(demo: CommandLine, tmp_path: Path) -> None:
    """--data moves everything: the copy knows the members and numbers on."""
    shutil.copytree(demo.data, tmp_path / "moved")
    before = demo.told("ledger", "verify").json["head"]
    told = demo.told("--data", str(tmp_path / "moved"), "ledger", "verify").json
    assert told["head"] == before


def test_who_was_erased_is_known_before_the_old_books_are_there_again(
    demo: CommandLine, tmp_path: Path
) -> None:
    erased = Erasure(UUID(int=7), UUID(int=8), "sam")
    note(tmp_path / IN_COPIES, (erased,))
    (tmp_path / "old.db").write_bytes(b"cut off while it was copied")
    assert demo.told("restore", str(tmp_path / "old.db")).status != 0
    assert erased in listed(beside(demo.data / "regulars.db"))
