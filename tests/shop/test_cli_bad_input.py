"""Hostile and mistaken words: each gets one sentence, the status 1 or 2, and nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from loyalty.codes import SaleNumber, member_card, operator_badge, sale_code
from pos.demo import demo_card
from pos.settings import read_settings, write_settings
from tests.shape.sources import ROOT
from tests.shop.conftest import CommandLine, Said

CARD, BLANK = demo_card(1), demo_card(41)


def one_sentence(said: Said) -> bool:
    """One line on standard error, worded, nothing of our insides in it."""
    text = said.err
    insides = ("Traceback", "sqlite3.", "sqlalchemy", "Error(", "{")
    return text.count("\n") == 1 and len(text) < 400 and not any(i in text for i in insides)


def refused(command: CommandLine, *words: str) -> str:
    """The code a command is refused with, in both manners of speaking."""
    told, said = command.told(*words), command(*words)
    assert (told.status, said.status) == (1, 1), (told, said)
    assert one_sentence(said), said.err
    assert said.err.strip() == told.json["error"]["sentence"]
    return told.error


WHO = [
    ("", "code-empty"),
    ("  ", "code-empty"),
    ("nobody", "who-unknown"),
    ("9999999", "who-unknown"),
    ("a", "who-several"),
    ("6" * 4000, "code-too-long"),
    ("x" * 4000, "code-too-long"),
    ("6100000000000358", "code-damaged"),
    ("61000000000003570", "code-damaged"),
    ("https://example.org/61", "who-unknown"),
    ("a\x1b[2J\r\nb\x07", "who-unknown"),
    ("'; DROP TABLE entry; --", "who-unknown"),
    ("%", "who-unknown"),
    (BLANK, "card-blank"),
    (operator_badge(1), "who-no-card"),
    (sale_code(SaleNumber(1, 1, 41)), "who-no-card"),
    ("00000000-0000-7000-8000-000000000000", "member-unknown"),
    ("\udcff\udc80", "who-unknown"),
]


@pytest.mark.parametrize(("who", "code"), WHO)
def test_a_member_who_cannot_be_made_out_is_refused(demo: CommandLine, who: str, code: str) -> None:
    before = demo.told("ledger", "verify").json
    assert refused(demo, "award", who, "5") == code
    assert demo.told("ledger", "verify").json == before


AMOUNTS = [
    ("", "amount-empty"),
    ("-5", "amount-negative"),
    ("-5,00", "amount-negative"),
    ("(5)", "amount-negative"),
    ("0", "amount-zero"),
    ("0.001", "amount-too-fine"),
    ("5.0015", "amount-too-fine"),
    ("1e3", "amount-unreadable"),
    ("1,2,3", "amount-unreadable"),
    ("NaN", "amount-unreadable"),
    ("12 €", "amount-unreadable"),
    ("9" * 4000, "amount-unreadable"),
    ("99999999999", "amount-too-large"),
    ("5\x00", "amount-unreadable"),
]


@pytest.mark.parametrize(("amount", "code"), AMOUNTS)
def test_an_amount_that_cannot_be_is_refused(demo: CommandLine, amount: str, code: str) -> None:
    assert refused(demo, "award", CARD, amount) == code


LINES = [
    (("--line", "no price"), "line-unreadable"),
    (("--line", "=", "--line", "x" * 4000), "amount-empty"),
    (("--line", "x" * 4000 + "=1"), "line-unreadable"),
    (("--line", "Tea=3x0"), "line-units"),
    (("--line", "Tea=3x99999"), "line-units"),
    (("--line", "Tea=3x1.5"), "line-unreadable"),
    (("--line", "Tea=-3"), "amount-negative"),
    (("--line", "Tea=99999999.99x9999"), "line-amount"),
    (("5", "--line", "Tea=3"), "lines-differ"),
    (("--line", "Tea=0.01") * 501, "basket-too-long"),
    (("5", "--number", "x" * 81), "till-number-unreadable"),
    (("5", "--number", "a\x1bb"), "till-number-unreadable"),
    (("5", "--operator", "ghost"), "operator-unknown"),
    (("5", "--operator", ""), "operator-unknown"),
    ((), "amount-missing"),
]


@pytest.mark.parametrize(("words", "code"), LINES)
def test_lines_that_cannot_be_are_refused(
    demo: CommandLine, words: tuple[str, ...], code: str
) -> None:
    assert refused(demo, "award", CARD, *words) == code


OTHERS = [
    (("redeem", CARD, "no-such-reward"), "reward-unknown"),
    (("redeem", CARD, "beans"), "reward-refused"),
    (("redeem", CARD, "--points", "3", "--amount", "5"), "tender-refused"),
    (("redeem", CARD, "--points", "20"), "tender-refused"),
    (("return", "1-99999"), "sale-not-found"),
    (("return", "1-1"), "sale-unknown"),
    (("return", "1-" + "9" * 4000), "sale-not-found"),
    (("return", "63000010010000024100"), "code-damaged"),
    (("return", sale_code(SaleNumber(7, 1, 1))), "sale-unknown"),
    (("slip", "1-1"), "slip-unknown"),
    (("slip", "what"), "sale-not-found"),
    (("member", "add"), "enrol-nothing"),
    (("member", "add", "--card", CARD), "card-taken"),
    (("member", "add", "--card", "4006381333931"), "card-not-ours"),
    (("member", "add", "--card", "6100000000000358"), "code-damaged"),
    (("member", "add", "--card", operator_badge(1)), "card-not-ours"),
    (("member", "add", "--phone", "abc"), "phone-unreadable"),
    (("member", "add", "--phone", "0151234567", "--name", "x" * 4000), "name-too-long"),
    (("member", "find", "zzzz"), "who-unknown"),
    (("ledger", "show", "--member", "zzzz"), "who-unknown"),
    (("restore", "/no/such/file"), "backup-absent"),
]


@pytest.mark.parametrize(("words", "code"), OTHERS)
def test_what_cannot_be_done_is_refused(
    demo: CommandLine, words: tuple[str, ...], code: str
) -> None:
    before = demo.told("ledger", "verify").json
    assert refused(demo, *words) == code
    assert demo.told("ledger", "verify").json == before


def test_a_backup_that_cannot_be_written_is_said(demo: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "usb").write_text("not a folder", encoding="utf-8")
    said = demo("backup", str(tmp_path / "usb"))
    assert (said.status, one_sentence(said)) == (1, True)
    assert demo.told("backup", str(tmp_path / "usb")).error == "backup-failed"


@pytest.mark.parametrize(
    "words",
    [
        ("fly",),
        ("award",),
        ("award", CARD, "5", "--act-id", "9"),
        ("redeem", CARD),
        ("return",),
        ("return", "1-1", "--unlinked"),
        ("return", "1-1", "--dry-run", "--exchange", "Tea=3"),
        ("return", "1-1", "--points", "20"),
        ("return", "--unlinked", "--line", "Tea=3", "--voucher", "64"),
        ("vouchers", "withdraw", "64"),
        ("program", "replay"),
        ("program", "replay", "a.json", "--own"),
        ("tier", CARD, "--on", "yesterday"),
        ("redeem", CARD, "--points", "-5"),
        ("ledger",),
        ("ledger", "show", "--from", "0"),
        ("member", "find", "a", "--limit", "many"),
        ("scan",),
        ("--data", "", "doctor"),
    ],
)
def test_wrong_usage_is_two_and_opens_nothing(new: CommandLine, words: tuple[str, ...]) -> None:
    said = new(*words)
    assert said.status == 2
    assert "usage: regulars" in said.err
    assert not new.data.exists()


def test_a_blocked_card_and_member_are_refused(demo: CommandLine) -> None:
    member = demo.told("member", "show", CARD).json["member"]["id"]
    with closing(sqlite3.connect(demo.data / "regulars.db")) as books, books:
        books.execute("UPDATE card SET status = 'blocked' WHERE code = ?", (CARD,))
    assert refused(demo, "award", CARD, "5") == "card-blocked"
    with closing(sqlite3.connect(demo.data / "regulars.db")) as books, books:
        books.execute("UPDATE member SET status = 'blocked', why_blocked = 'misuse'")
    assert refused(demo, "award", member, "5") == "member-blocked"


def whole(data: Path) -> dict[str, bytes]:
    """The ledger's files as they are."""
    return {file.name: file.read_bytes() for file in data.glob("regulars.db")}


def test_a_ledger_of_a_newer_program_is_left_alone(demo: CommandLine) -> None:
    with closing(sqlite3.connect(demo.data / "regulars.db")) as books, books:
        books.execute("PRAGMA user_version = 9999")
    before = whole(demo.data)
    assert refused(demo, "ledger", "verify") == "store-newer"
    assert whole(demo.data) == before


@pytest.mark.parametrize("raw", [b"just some notes\n" * 99, b"SQLite format 3\0" + b"\xff" * 9999])
def test_a_file_that_is_no_ledger_is_left_alone(new: CommandLine, raw: bytes) -> None:
    new.data.mkdir()
    (new.data / "regulars.db").write_bytes(raw)
    assert refused(new, "ledger", "verify") in {"store-not-ours", "store-corrupt"}
    assert whole(new.data)["regulars.db"] == raw


def test_somebody_elses_database_is_left_alone(new: CommandLine) -> None:
    new.data.mkdir()
    with closing(sqlite3.connect(new.data / "regulars.db")) as books, books:
        books.execute("CREATE TABLE song (name)")
    before = whole(new.data)
    assert refused(new, "award", CARD, "5") == "store-not-ours"
    assert whole(new.data) == before


def test_a_damaged_ledger_names_the_way_back(demo: CommandLine) -> None:
    made = demo.told("backup").json["backup"]
    path = demo.data / "regulars.db"
    raw = bytearray(path.read_bytes())
    raw[:100] = b"\xff" * 100
    path.write_bytes(raw)
    said = demo("ledger", "verify")
    assert refused(demo, "award", CARD, "5") == "store-corrupt"
    assert made in said.err
    assert demo("restore", made).status == 0
    assert demo("ledger", "verify").status == 0


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write everything")
def test_a_ledger_that_may_not_be_written_is_refused(demo: CommandLine) -> None:
    (demo.data / "regulars.db").chmod(0o444)
    assert refused(demo, "award", CARD, "5") == "store-read-only"


def test_a_data_folder_that_is_a_file_is_refused(new: CommandLine) -> None:
    new.data.write_text("not a folder", encoding="utf-8")
    for words in (("ledger", "verify"), ("award", CARD, "5"), ("shop", "setup", "--name", "x")):
        assert new(*words).status == 1
        assert one_sentence(new(*words))
    assert new.data.read_text(encoding="utf-8") == "not a folder"


def test_settings_that_are_no_toml_are_said_and_kept(demo: CommandLine) -> None:
    (demo.data / "settings.toml").write_bytes(b"\xff shop = ")
    assert refused(demo, "award", CARD, "5") == "settings-unreadable"
    assert (demo.data / "settings.toml").read_bytes() == b"\xff shop = "


FILL = """
import contextlib, io, json, pathlib, shutil, subprocess, sys
furnished, disk, card = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1300k", "none", disk], check=True)
for name in ("regulars.db", "regulars.db.mark", "settings.toml"):
    shutil.copy(pathlib.Path(furnished, name), disk)
from main import main

def said(*words):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main(["--data", disk, *words, "--json"])
    told = json.loads(out.getvalue())
    return status, told.get("error", {}).get("code"), told

filler = pathlib.Path(disk, "filler")
with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
    while True:
        file.write(bytes(1024))
full = [said("award", card, "5")[:2] for _ in range(3)]
filler.unlink()
print(json.dumps([full, said("award", card, "5")[:2], said("ledger", "verify")[2]["clean"]]))
"""


def test_a_full_disk_loses_nothing_and_ends_when_there_is_room(
    furnished: Path, tmp_path: Path
) -> None:
    """A real disk of little more than the ledger, in a mount namespace of its own."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("needs a mount namespace")
    words = (unshare, "-m", sys.executable, "-c", FILL, str(furnished), str(tmp_path), CARD)
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    # Inside a container or a chroot, or for a user without rights, there is none to be had.
    if "mount" in done.stderr or done.stderr.startswith("unshare:"):
        pytest.skip(f"needs a mount namespace: {done.stderr.strip().splitlines()[-1][:80]}")
    assert done.stdout, done.stderr
    full, room, clean = json.loads(done.stdout.splitlines()[-1])
    assert full == [[1, "disk-full"]] * 3
    assert (room, clean) == ([0, None], True)


def test_json_is_utf8_and_plain_even_for_odd_names(demo: CommandLine) -> None:
    name = "김민준 \u202e\x1b[31m😀"
    told = demo.told("member", "add", "--card", member_card(777), "--name", name)
    assert told.json["member"]["name"] == "김민준 [31m😀"
    assert "김민준" in told.out


def test_settings_of_another_currency_are_refused_by_the_program(demo: CommandLine) -> None:
    """Somebody edits settings.toml by hand: the books keep their money."""
    settings, _ = read_settings(demo.data / "settings.toml")
    write_settings(demo.data / "settings.toml", settings.changed("currency", "KRW"))
    assert refused(demo, "award", CARD, "5") == "basket-currency"
