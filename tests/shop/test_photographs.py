"""A photograph becomes a form: what is filled in, what the shop learns, and the command line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.devices.reading_text import ScriptedTextReader, SeenText, SeenWord
from pos.issuers import end, enrol_named
from pos.photographs import (
    LAYOUTS,
    Photograph,
    expected,
    forget_layout,
    layouts,
    learn_layout,
    photographed,
)
from pos.presenting import present_printed
from pos.shop import Shop
from pos.trouble import TroubleError
from receipts.reading.text.page import Page
from tests.shop.conftest import CommandLine

LIKENESS = 0xF0F0_1234_5678_9ABC
PAPER = """Bäckerei Sonnenschein
USt-IdNr.: DE123456789
Bon-Nr.: 4711  28.02.2026 14:05
BROT          2,50
KUCHEN        4,00
SUMME EUR     6,50
BAR          10,00
Rückgeld      3,50
"""
STRANGE = """Bäckerei Sonnenschein
USt-IdNr.: DE123456789
28.02.2026
ALLES        {total}
GUTHABEN     90,00
"""


def seen(text: str) -> SeenText:
    words = (word for row in Page.of_text(text).rows for word in row.words)
    return SeenText(
        tuple(SeenWord(w.text, w.left, w.top, w.right, w.bottom, 0.99) for w in words), LIKENESS
    )


def taken(shop: Shop, text: str) -> Photograph:
    return photographed(shop, ScriptedTextReader((seen(text),)), b"picture")


@pytest.fixture
def bakery(shop: Shop) -> Shop:
    enrol_named(shop, "sam", "photo", "DE123456789", "Bäckerei Sonnenschein", "sam")
    return shop


def test_the_form_is_filled_in_and_can_be_presented_as_it_is(bakery: Shop) -> None:
    found = taken(bakery, PAPER)
    assert found.receipt.trusted
    form = found.filled
    assert (form.issuer, form.total) == ("DE123456789", Decimal("6.50"))
    assert (form.moment, form.number) == ("2026-02-28T14:05", "4711")
    assert [one.text for one in form.lines] == ["BROT", "KUCHEN"]
    presented = present_printed(bakery, form)
    assert (presented.receipt.total_minor, presented.receipt.likeness) == (650, LIKENESS)


def test_what_was_not_read_is_left_for_the_person(bakery: Shop) -> None:
    form = taken(bakery, "Somewhere\nnothing to see\n").filled
    assert (form.issuer, form.total, form.moment, form.number) == ("", Decimal(0), "", "")


def test_an_empty_picture_is_said_to_be_one(bakery: Shop) -> None:
    with pytest.raises(LoyaltyError, match="ocr-nothing"):
        taken(bakery, "")


def test_trouble_of_the_reader_reaches_the_caller(bakery: Shop) -> None:
    reader = ScriptedTextReader((TroubleError("ocr-slow", seconds=45),))
    with pytest.raises(TroubleError, match="ocr-slow"):
        photographed(bakery, reader, b"picture")


def test_a_merchant_that_counts_no_more_is_not_proposed(bakery: Shop) -> None:
    with bakery.store.reading() as view:
        assert [one.name for one in expected(bakery, view).merchants] == ["Bäckerei Sonnenschein"]
    end(bakery, "sam", "photo", "DE123456789", "sam")
    assert taken(bakery, PAPER).receipt.merchant_key == ""


def test_a_confirmed_receipt_teaches_the_next_one(bakery: Shop) -> None:
    first = taken(bakery, STRANGE.format(total="12,00"))
    assert first.receipt.total != Decimal("12.00")
    day = date(2026, 2, 28)
    learn_layout(bakery, first, "DE123456789", Decimal("12.00"), day)
    second = taken(bakery, STRANGE.format(total="17,50")).receipt
    assert (second.total, second.template) == (Decimal("17.50"), "DE123456789")
    forget_layout(bakery, "DE123456789")
    assert taken(bakery, STRANGE.format(total="17,50")).receipt.template == ""


def test_nothing_is_learned_for_a_stranger(bakery: Shop) -> None:
    with pytest.raises(LoyaltyError, match="claim-issuer-unknown"):
        learn_layout(bakery, taken(bakery, PAPER), "nobody", Decimal("6.50"), date(2026, 2, 28))


def test_a_layout_of_a_later_program_is_left_alone(bakery: Shop) -> None:
    with bakery.store.writing() as work:
        work.keep_template(LAYOUTS, "later", '{"version": 99}')
    with bakery.store.reading() as view:
        assert layouts(view) == ()
        assert [name for name, _ in view.templates(LAYOUTS)] == ["later"]
    assert taken(bakery, PAPER).receipt.total == Decimal("6.50")


def test_a_layout_nobody_has_cannot_be_forgotten(bakery: Shop) -> None:
    with pytest.raises(LoyaltyError, match="layout-unknown"):
        forget_layout(bakery, "x")


def test_a_file_of_text_is_read_without_a_shop(new: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(PAPER, encoding="utf-8")
    told = new.told("ocr", str(file), "--country", "DE").json
    assert (told["total"], told["date"], told["time"]) == ("6.50", "2026-02-28", "14:05")
    assert (told["trusted"], told["number"]) == (True, "4711")
    assert not new.data.exists()


def test_each_file_that_cannot_be_read_is_named_with_its_reason(
    new: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(PAPER, encoding="utf-8")
    said = new.told("ocr", str(file), str(tmp_path / "none.jpg"))
    codes = [one["error"] and one["error"]["code"] for one in said.json["files"]]
    assert (said.status, said.error, codes) == (1, "ocr-some", [None, "text-file-unreadable"])


def test_layouts_are_learned_listed_and_forgotten_by_command(
    demo: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(STRANGE.format(total="12,00"), encoding="utf-8")
    learn = ("layouts", "learn", str(file), "--total", "12.00", "--date", "2026-02-28")
    assert demo.told(*learn, "--issuer", "DE1").error == "claim-issuer-unknown"
    assert demo.told("layouts", "list").json == {"layouts": []}
    assert demo.told("layouts", "forget", "DE1").error == "layout-unknown"
    assert demo(*learn[:4], "9,x", *learn[5:]).status == 2
