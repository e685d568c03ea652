"""The demo shop, and the scripted visit to it on the command line."""

from __future__ import annotations

from pathlib import Path

from loyalty.codes import Meaning, reading
from loyalty.program_file.document import checked, program_to_text
from pos.demo import BLANK_CARDS, NAMES, OPERATORS, demo_card, open_demo
from pos.demo_program import whole_program
from pos.places import Places
from tests.shop.conftest import CommandLine


def test_the_demo_shop_is_furnished_and_whole(demo: CommandLine) -> None:
    assert demo("ledger", "verify").status == 0
    assert demo.told("ledger", "replay").json["same"]
    first = demo.told("member", "show", demo_card(1)).json
    assert first["member"]["name"] == NAMES[0]
    assert first["points"]["balance"] > 0


def test_the_program_of_the_demo_is_one_that_could_be_published() -> None:
    found = checked(program_to_text(whole_program()))
    assert not (*found.refused, *found.doubtful)


def test_a_demo_cut_off_while_it_is_furnished_is_furnished_anew(tmp_path: Path) -> None:
    places = Places(tmp_path)
    half = places.data / "furnishing"
    half.mkdir()
    (half / "regulars.db").write_bytes(b"half a shop")
    shop = open_demo(places)
    with shop.store.reading() as view:
        assert len(view.operators()) == len(OPERATORS)
    shop.store.close()
    assert not half.exists()


def test_the_demo_plays_a_visit_and_verifies_it(demo: CommandLine) -> None:
    told = demo.told("demo")
    assert told.status == 0
    steps = {step["step"]: step for step in told.json["steps"]}
    names = "sign-in identify award redeem return undo enrol close verify"
    assert list(steps) == names.split()
    assert steps["redeem"]["sale"]["redeemed"] == 40
    assert steps["return"]["return"]["refund_minor"] == steps["award"]["sale"]["due_minor"]
    assert steps["undo"]["balance_after"] == steps["return"]["balance_before"]
    assert steps["close"]["totals"]["sales"] == 2
    assert steps["verify"]["faults"] == []
    assert steps["award"]["sale"]["code"] in steps["award"]["paper"]


def test_the_demo_can_be_played_over_and_over(demo: CommandLine) -> None:
    cards = set()
    for _ in range(3):
        told = demo.told("demo")
        assert told.status == 0
        cards.add(told.json["steps"][6]["card"])
    assert len(cards) == 3


def test_the_demo_furnishes_a_new_folder_and_speaks_to_people(new: CommandLine) -> None:
    said = new("demo")
    assert said.status == 0
    assert said.out.startswith(f"1. {OPERATORS[0].name} signs in with a PIN.\n2. The card ")
    assert "clean." in said.out.splitlines()[-1]


def test_the_demo_never_books_in_a_real_shop(new: CommandLine) -> None:
    assert new("shop", "setup", "--name", "Mine").status == 0
    before = new.told("ledger", "verify").json["last"]
    said = new.told("demo")
    assert (said.status, said.error) == (1, "demo-in-real-shop")
    assert new.told("ledger", "verify").json["last"] == before


def test_the_demo_overwrites_no_settings(new: CommandLine) -> None:
    settings = new.data / "settings.toml"
    settings.parent.mkdir()
    settings.write_text('shop = "Mine"\n', encoding="utf-8")
    assert new.told("demo").error == "demo-in-real-shop"
    assert settings.read_text(encoding="utf-8") == 'shop = "Mine"\n'


def test_demo_cards_are_a_pdf_with_a_page_for_each(demo: CommandLine, tmp_path: Path) -> None:
    cards = tmp_path / "cards.pdf"
    assert demo("demo", "--cards", str(cards)).status == 0
    data = cards.read_bytes()
    assert data.startswith(b"%PDF")
    pages = len(OPERATORS) + len(NAMES) + len(BLANK_CARDS)
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == pages


def test_demo_cards_that_cannot_be_written_book_nothing(demo: CommandLine) -> None:
    before = demo.told("ledger", "verify").json["last"]
    said = demo.told("demo", "--cards", "/nowhere/at/all.pdf")
    assert (said.status, said.error) == (1, "file-unwritable")
    assert demo.told("ledger", "verify").json["last"] == before


def test_every_demo_code_is_ours() -> None:
    assert {reading(demo_card(n)).meaning for n in range(1, 61)} == {Meaning.MEMBER_CARD}
    assert {reading(one.badge).meaning for one in OPERATORS} == {Meaning.OPERATOR_BADGE}
