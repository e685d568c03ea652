"""`regulars member|award|redeem|return|undo|slip`: the whole of a day without a screen."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from pos.demo import demo_card
from tests.shop.conftest import CommandLine

CARD, BLANK = demo_card(1), demo_card(41)


def kim(command: CommandLine) -> str:
    """A fresh member without points; their id."""
    told = command.told("member", "add", "--phone", "010-1234-5678", "--name", "Kim Min-jun")
    assert told.status == 0
    member: str = told.json["member"]["id"]
    return member


def points(command: CommandLine, who: str) -> int:
    """The balance `member show` tells."""
    balance: int = command.told("member", "show", who).json["points"]["balance"]
    return balance


def test_a_member_is_enrolled_found_and_shown(demo: CommandLine) -> None:
    added = demo.told("member", "add", "--card", BLANK, "--phone", "+49 151 1234567").json
    assert added["member"]["cards"] == [{"code": BLANK, "status": "active"}]
    found = demo.told("member", "find", "1234567").json
    assert [one["id"] for one in found["members"]] == [added["member"]["id"]]
    for who in (BLANK, "1234567", added["member"]["id"]):
        assert demo.told("member", "show", who).json["member"]["id"] == added["member"]["id"]


def test_showing_a_member_says_why_each_sale_earned(demo: CommandLine) -> None:
    kim(demo)
    demo("award", "5678", "12.50")
    shown = demo.told("member", "show", "5678").json
    sale, enrolment = shown["entries"]
    assert [step["code"] for step in sale["why"]] == ["eligible-amount", "base", "rounded-down"]
    assert (sale["points"], enrolment["kind"]) == (12, "enrolment")
    assert shown["points"]["lots"][0]["entry"] == sale["entry"]
    assert shown["rewards"][0]["id"] == "drink"
    assert "1 pt for every €1.00" in demo("member", "show", "5678").out


@pytest.mark.parametrize("amount", ["12.50", "12,50", "0012.5", "１２.５０"])
def test_an_award_books_the_amount_as_typed(demo: CommandLine, amount: str) -> None:
    kim(demo)
    told = demo.told("award", "5678", amount).json
    assert (told["sale"]["due_minor"], told["sale"]["currency"]) == (1250, "EUR")
    assert (told["balance_before"], told["sale"]["earned"], told["balance_after"]) == (0, 12, 12)


def test_an_award_of_lines_keeps_each_line(demo: CommandLine) -> None:
    kim(demo)
    lines = ("--line", "Flat white=3.80x2@coffee", "--line", "Card=25@gift-card")
    sale = demo.told("award", "5678", "32.60", *lines, "--number", "T-9").json["sale"]
    assert [(one["units"], one["amount_minor"], one["earned"]) for one in sale["lines"]] == [
        (2, 760, 7),
        (1, 2500, 0),
    ]
    assert sale["till_number"] == "T-9"
    assert demo.told("slip", "T-9").json["number"] == sale["number"]


def test_a_line_carries_no_sign_that_steers_a_terminal(demo: CommandLine) -> None:
    kim(demo)
    line = "Te\x1b[31ma\udcff\n =3@ho\x07t "
    sold = demo.told("award", "5678", "--line", line).json["sale"]["lines"][0]
    assert (sold["text"], sold["category"]) == ("Te[31ma", "hot")


def test_an_award_asked_for_again_with_its_id_books_once(demo: CommandLine) -> None:
    kim(demo)
    act = str(UUID(int=7))
    first = demo.told("award", "5678", "10", "--act-id", act).json
    again = demo.told("award", "5678", "10", "--act-id", act).json
    assert first["sale"] == again["sale"]
    assert points(demo, "5678") == 10


def test_a_reward_and_points_are_redeemed(demo: CommandLine) -> None:
    kim(demo)
    demo("award", "5678", "100")
    alone = demo.told("redeem", "5678", "drink").json
    assert (alone["sale"]["redeemed"], alone["balance_after"]) == (40, 60)
    paid = demo.told("redeem", "5678", "--points", "20", "--amount", "5").json["sale"]
    assert (paid["redeemed"], paid["paid_minor"], paid["due_minor"]) == (20, 100, 400)


def test_a_return_is_shown_first_and_then_books_exactly_that(demo: CommandLine) -> None:
    kim(demo)
    demo("award", "5678", "100")
    sold = demo.told("redeem", "5678", "drink", "--line", "Tea=3x2", "--line", "Pot=20").json[
        "sale"
    ]
    for line in (["--line", "1x1"], ["--line", "2"], []):
        seen = demo.told("return", sold["number"], *line, "--dry-run").json
        done = demo.told("return", sold["code"], *line).json
        for name in ("return", "balance_before", "balance_after"):
            assert seen[name] == done[name], name
        slip = demo("slip", done["number"]).out
        assert "RETURN" in slip
    assert points(demo, "5678") == 100
    assert demo.told("return", sold["number"]).error == "sale-returned"


def test_a_dry_run_books_nothing(demo: CommandLine) -> None:
    kim(demo)
    number = demo.told("award", "5678", "10").json["sale"]["number"]
    before = demo.told("ledger", "verify").json
    assert demo.told("return", number, "--dry-run").json["dry_run"] is True
    assert demo.told("ledger", "verify").json == before


def test_undo_takes_the_last_act_back_and_only_that(demo: CommandLine) -> None:
    kim(demo)
    number = demo.told("award", "5678", "10").json["sale"]["number"]
    told = demo.told("undo").json
    assert (told["undid"], told["number"], told["balance_after"]) == ("sale", number, 0)
    again = demo.told("undo")
    assert (again.status, again.error) == (1, "undo-nothing")


def test_an_act_names_its_operator(demo: CommandLine) -> None:
    kim(demo)
    told = demo.told("award", "5678", "10", "--operator", "sam").json
    assert told["sale"]["operator"] == "sam"
    other = demo.told("undo", "--operator", "mina")
    assert (other.error, other.json["error"]["facts"]) == (
        "undo-other-operator",
        {"operator": "sam", "name": "Sam"},
    )
    assert demo("undo", "--operator", "sam").status == 0


def test_a_slip_is_text_a_copy_and_a_pdf(demo: CommandLine, tmp_path: Path) -> None:
    kim(demo)
    number = demo.told("award", "5678", "10").json["sale"]["number"]
    plain = demo.told("slip", number).json
    assert plain["text"].rstrip("\n") == demo("slip", number).out.rstrip("\n")
    assert "COPY" in demo("slip", number, "--copy").out
    assert "How we counted" in demo("slip", number, "--why").out
    pdf = tmp_path / "slip.pdf"
    assert demo("slip", number, "--pdf", str(pdf)).status == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert [file.name for file in tmp_path.glob("*.part")] == []


def test_a_slip_goes_to_the_printer_of_the_settings(demo: CommandLine, tmp_path: Path) -> None:
    kim(demo)
    paper = tmp_path / "paper"
    demo("shop", "setup", "--printer", f"file:{paper}")
    told = demo.told("award", "5678", "10", "--print")
    assert (told.status, told.json["printed"]) == (0, True)
    assert demo("slip", told.json["sale"]["number"], "--print").status == 0
    assert len(list(paper.iterdir())) == 2


def test_a_sale_stands_when_its_slip_does_not_come_out(demo: CommandLine) -> None:
    kim(demo)
    told = demo.told("award", "5678", "10", "--print")
    assert (told.status, told.error) == (1, "printer-none")
    assert (told.json["printed"], told.json["sale"]["earned"]) == (False, 10)
    assert points(demo, "5678") == 10
