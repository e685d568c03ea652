"""`regulars claim` and `merchants enrol`, as a shop types them: what is wrong, and the way on."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from loyalty.claims.refusing import OVERRULED
from pos.cli.claim_words import DOUBTED
from pos.demo import OPERATORS, demo_card
from tests.reading.vectors import vectors
from tests.shop.conftest import CommandLine

MANAGER = next(one.id for one in OPERATORS if one.role.value == "manager")


def vector(scheme: str, *, failing: str = "") -> str:
    """A genuine code of a scheme, or the first one whose check fails."""
    return next(
        one.payload
        for one in vectors()
        if one.scheme == scheme and (not failing or one.checks.get(failing) == "fail")
    )


def slip(demo: CommandLine) -> tuple[str, str]:
    """The number of a sale without a card, and the signs printed below its code."""
    number = demo.told("sell", "12.50").json["sale"]["number"]
    text = demo.told("slip", number).json["text"]
    return number, text.split(f"type {number} ", 1)[1].split()[0]


def test_options_may_stand_between_the_member_and_the_code(demo: CommandLine) -> None:
    number, signs = slip(demo)
    told = demo.told("claim", demo_card(1), "--operator", "sam", f"{number} {signs}")
    assert (told.status, told.json["points"]) == (0, 12)
    assert demo("award", demo_card(1), "--operator", "sam", "5").status == 0
    assert demo("claim", demo_card(1), "a", "--ask", "b").status == 2


@pytest.mark.parametrize("signs", ["", " 7K3QQQ"])
def test_a_slips_number_with_missing_signs_is_told_from_an_unknown_code(
    demo: CommandLine, signs: str
) -> None:
    number, _ = slip(demo)
    told = demo.told("claim", demo_card(1), number + signs)
    assert (told.status, told.error) == (1, "hand-code-form")


def test_a_file_that_holds_no_receipt_is_named(demo: CommandLine, tmp_path: Path) -> None:
    blank, page = tmp_path / "blank.png", tmp_path / "slip.pdf"
    cv2.imwrite(str(blank), np.full((200, 200), 255, np.uint8))
    page.write_bytes(b"%PDF-1.7\n")
    for named, code in (
        (blank, "claim-no-code"),
        (page, "claim-pdf"),
        (tmp_path, "receipt-file-unreadable"),
        (tmp_path / "absent.png", "receipt-file-unreadable"),
    ):
        told = demo.told("claim", demo_card(1), str(named))
        assert (told.status, told.error) == (1, code)
        assert str(named) in demo("claim", demo_card(1), str(named)).err


def test_what_contradicts_itself_is_told_by_what_it_is(demo: CommandLine) -> None:
    said = demo("claim", demo_card(1), vector("pt-at", failing="tax_arithmetic"))
    assert "its sums do not add up" in said.err


def test_how_old_a_receipt_may_be_is_said(demo: CommandLine) -> None:
    code = vector("de-v0")
    enrolled = demo("merchants", "enrol", code, "--name", "Bakery", "--operator", MANAGER)
    assert enrolled.status == 0
    assert "at most 7 days" in demo("claim", demo_card(1), code).err


@pytest.mark.parametrize(
    ("scheme", "failing"),
    [("es-ticketbai", "crc8_url"), ("sa-zatca", "vat_number_shape"), ("taxcore", "md5")],
)
def test_a_changed_receipt_enrols_nobody(demo: CommandLine, scheme: str, failing: str) -> None:
    code = vector(scheme, failing=failing)
    told = demo.told("merchants", "enrol", code, "--name", "Shop", "--operator", MANAGER)
    assert (told.status, told.error) == (1, "receipt-check")
    assert demo.told("merchants", "list").json["merchants"] == []


def test_whatever_a_person_may_overrule_has_words() -> None:
    assert DOUBTED.keys() >= OVERRULED


def test_why_a_receipt_waits_is_said_in_words(demo: CommandLine) -> None:
    named = ("--kind", "photo", "--issuer", "corner", "--name", "Corner", "--operator", MANAGER)
    assert demo("merchants", "enrol", *named).status == 0
    day = demo.told("sell", "3").json["sale"]["at"][:10]
    paper = ("--issuer", "corner", "--total", "9", "--printed-at", f"{day}T00:01", "--ask")
    assert demo("claim", demo_card(1), *paper, "--number", "1").status == 0
    assert "looks like another" in demo("claim", demo_card(1), *paper, "--number", "2").out
    assert "looks like another" in demo("claims", "waiting").out
