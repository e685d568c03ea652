"""Cards to print: blank ones with fresh numbers, members' own, and the commands that write them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loyalty.codes import Meaning, member_card, reading
from loyalty.errors import LoyaltyError
from pos.blocking import block_card
from pos.card_stock import blank_cards, cards_of_codes, cards_of_members
from pos.cards import add_card
from pos.enrol import enrol
from pos.ids import new_id
from pos.shop import Shop
from pos.store import open_store
from tests.shop.conftest import CommandLine
from tests.shop.house import CARD, act, anna


def codes(shop: Shop, count: int) -> list[str]:
    return [facts.digits for facts in blank_cards(shop, count)]


def test_no_two_sheets_carry_one_number(shop: Shop) -> None:
    first, second = codes(shop, 50), codes(shop, 50)
    assert len({*first, *second}) == 100
    assert {reading(code).meaning for code in first} == {Meaning.MEMBER_CARD}


def test_a_second_window_goes_on_with_the_same_series(shop: Shop) -> None:
    first = codes(shop, 5)
    window = open_store(shop.store.path, shop.clock, reserve_bytes=0)
    try:
        second = codes(replace(shop, store=window), 5)
    finally:
        window.close()
    assert not {*first} & {*second}


def test_a_number_somebody_has_is_left_out(shop: Shop) -> None:
    expected = codes(shop, 3)
    with shop.store.writing() as work:
        work.keep_setting(f"blank-cards-{work.epoch}", "0")  # as if nothing had been printed
    enrol(shop, act(shop), expected[1], "", "Somebody")
    again = codes(shop, 2)
    assert again == [expected[0], expected[2]]


def test_blank_cards_can_be_given_out(shop: Shop) -> None:
    (code,) = codes(shop, 1)
    assert enrol(shop, act(shop), code, "", "Robin").name == "Robin"


def test_more_than_a_thousand_at_once_are_refused(shop: Shop) -> None:
    with pytest.raises(LoyaltyError, match="too-many-labels"):
        blank_cards(shop, 1_001)


def test_a_member_gets_the_newest_card_that_works(shop: Shop) -> None:
    member = anna(shop)
    add_card(shop, act(shop), member.id, member_card(9))
    (facts, language) = cards_of_members(shop, [member.id, member.id])[0]
    assert (facts.digits, facts.holder, language) == (member_card(9), "Anna Schmidt", "en")
    block_card(shop, act(shop, "sam"), member_card(9))
    assert cards_of_members(shop, [member.id])[0][0].digits == CARD
    block_card(shop, act(shop, "sam"), CARD)
    with pytest.raises(LoyaltyError, match="card-none"):
        cards_of_members(shop, [member.id])
    with pytest.raises(LoyaltyError, match="member-unknown"):
        cards_of_members(shop, [new_id(shop.clock)])


def test_codes_are_taken_once_and_checked(shop: Shop) -> None:
    assert [one.digits for one in cards_of_codes(shop, [CARD, f" {CARD} "])] == [CARD]
    with pytest.raises(LoyaltyError, match="code-damaged"):
        cards_of_codes(shop, [CARD[:-1] + "0"])


def test_the_command_writes_sheets_cards_and_labels(demo: CommandLine, tmp_path: Path) -> None:
    sheet, single, label = (tmp_path / f"{n}.pdf" for n in ("sheet", "single", "label"))
    blank = demo.told("cards", "print", "--count", "12", "--crop-marks", "--pdf", str(sheet))
    assert (blank.status, len(blank.json["cards"])) == (0, 12)
    named = ("--member", member_card(1), member_card(2), "--language", "ko")
    assert demo("cards", "print", *named, "--layout", "single", "--pdf", str(single)).status == 0
    own = ("--from", member_card(41), "--layout", "60x30", "--margin", "5", "--gap", "2")
    assert demo("cards", "print", *own, "--paper", "letter", "--pdf", str(label)).status == 0
    for file in (sheet, single, label):
        assert file.read_bytes().startswith(b"%PDF")


def test_vouchers_are_written_on_labels(demo: CommandLine, tmp_path: Path) -> None:
    code = demo.told("vouchers", "give", "treat").json["voucher"]["code"]
    file = tmp_path / "x.pdf"
    said = demo.told("vouchers", "sheet", code, "--layout", "labels-24", "--pdf", str(file))
    assert (said.status, said.json["vouchers"]) == (0, [code])
    assert file.read_bytes().startswith(b"%PDF")
    unknown = demo.told("vouchers", "sheet", "642718281828459014", "--pdf", str(file))
    assert unknown.error == "voucher-unknown"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--count", "1", "--layout", "30x15"), "label-too-small"),
        (("--count", "1", "--layout", "250x40"), "sheet-too-small"),
        (("--count", "1", "--language", "fr"), "language-unknown"),
        (("--count", "1001"), "too-many-labels"),
        (("--from", "123"), "code-damaged"),
        (("--member", "nobody at all"), "who-unknown"),
    ],
)
def test_what_cannot_be_printed_is_said(
    demo: CommandLine, tmp_path: Path, words: tuple[str, ...], error: str
) -> None:
    said = demo.told("cards", "print", *words, "--pdf", str(tmp_path / "x.pdf"))
    assert (said.status, said.error) == (1, error)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("layout", ["nothing", "60", "5x5", "axb", "400x10", "60x30x20"])
def test_a_layout_nobody_knows_is_wrong_usage(demo: CommandLine, layout: str) -> None:
    said = demo("cards", "print", "--count", "1", "--layout", layout, "--pdf", "x.pdf")
    assert said.status == 2
