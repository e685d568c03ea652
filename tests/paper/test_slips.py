"""What slips and closings say, in four languages on both rolls, kept as golden texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from receipts.writing.closing import closing
from receipts.writing.closing_facts import ProgramFacts
from receipts.writing.document import Barcode, Cut, Qr
from receipts.writing.errors import PaperError
from receipts.writing.facts import (
    CodeFacts,
    DatedPoints,
    SlipFacts,
    SlipKind,
    StampFacts,
    TierFacts,
    WhyStep,
)
from receipts.writing.note import note
from receipts.writing.slip import slip
from receipts.writing.text import COLUMNS, columns, to_text
from receipts.writing.voucher import voucher
from receipts.writing.wording import LANGUAGES
from tests.paper import claim_examples, examples
from tests.paper.golden import assert_golden

BOTH = pytest.mark.parametrize("width", [58, 80])
ALL = pytest.mark.parametrize("language", LANGUAGES)


@ALL
@BOTH
@pytest.mark.parametrize(
    "kind",
    [
        "sale",
        "return",
        "void",
        "gifts",
        "less",
        "unlinked",
        "exchange",
    ],
)
def test_a_slip_reads_as_agreed(kind: str, language: str, width: int) -> None:
    facts: SlipFacts = getattr(examples, f"{kind}_facts")(language)
    text = to_text(slip(facts, language, width))
    assert max(columns(line) for line in text.splitlines()) <= COLUMNS[width]
    assert_golden(f"{kind}-{language}-{width}.txt", text)


@ALL
@BOTH
@pytest.mark.parametrize("kind", ["claim", "page", "looked"])
def test_a_slip_with_a_claim_code_reads_as_agreed(kind: str, language: str, width: int) -> None:
    facts: SlipFacts = getattr(claim_examples, f"{kind}_facts")(language)
    text = to_text(slip(facts, language, width))
    assert max(columns(line) for line in text.splitlines()) <= COLUMNS[width]
    assert_golden(f"{kind}-{language}-{width}.txt", text)


@ALL
@BOTH
def test_a_closing_reads_as_agreed(language: str, width: int) -> None:
    text = to_text(closing(examples.closing_facts(language), language, width))
    assert max(columns(line) for line in text.splitlines()) <= COLUMNS[width]
    assert_golden(f"closing-{language}-{width}.txt", text)


@ALL
def test_a_copy_and_a_training_slip_say_so_first_and_last(language: str) -> None:
    facts = replace(examples.sale_facts(language), copy=True, training=True)
    blocks = slip(facts, language).blocks
    plain = slip(examples.sale_facts(language), language).blocks
    assert blocks[:2] == blocks[-3:-1]
    assert [getattr(block, "boxed", False) for block in blocks[:2]] == [True, True]
    assert not any(getattr(block, "boxed", False) for block in plain)


def test_a_sale_without_a_card_says_nothing_of_points() -> None:
    facts = replace(examples.sale_facts("en"), member=None, paid_by_points_minor=0, points_spent=0)
    text = to_text(slip(facts, "en"))
    assert "pts" not in text
    assert "Balance" not in text
    assert "$150.50" in text


def test_the_explanation_is_printed_only_on_request() -> None:
    facts = examples.sale_facts("en")
    assert facts.member is not None
    without = replace(facts, member=replace(facts.member, why=()))
    assert "How we counted" in to_text(slip(facts, "en"))
    assert "How we counted" not in to_text(slip(without, "en"))


def test_a_sale_that_earned_nothing_says_so() -> None:
    facts = examples.sale_facts("en")
    assert facts.member is not None
    nothing = replace(facts, member=replace(facts.member, earned=0, why=()))
    assert [line.split() for line in to_text(slip(nothing, "en")).splitlines()].count(
        ["Points", "earned", "0", "pts"]
    ) == 1


def test_the_code_is_printed_twice_and_only_where_there_is_one() -> None:
    with_code = slip(examples.sale_facts("en"), "en").blocks
    without = slip(examples.void_facts("en"), "en").blocks
    assert [b.data for b in with_code if isinstance(b, Qr)] == [examples.CODE]
    assert [b.digits for b in with_code if isinstance(b, Barcode)] == [examples.CODE]
    assert not [b for b in without if isinstance(b, Qr | Barcode)]


def test_a_slip_carries_one_qr_code_only() -> None:
    blocks = slip(claim_examples.claim_facts("en"), "en").blocks
    assert [b.data for b in blocks if isinstance(b, Qr)] == [claim_examples.CLAIM_URLS[""]]
    assert [b.digits for b in blocks if isinstance(b, Barcode)] == [examples.CODE]


def test_a_sale_of_a_member_is_not_offered_twice() -> None:
    text = to_text(slip(claim_examples.looked_facts("en"), "en"))
    assert "Keep your points" not in text
    assert "7K3Q" not in text


@ALL
def test_a_copy_carries_the_same_claim_code(language: str) -> None:
    facts = claim_examples.page_facts(language)
    first, again = (slip(replace(facts, copy=copy), language).blocks for copy in (False, True))
    assert [b for b in first if isinstance(b, Qr)] == [b for b in again if isinstance(b, Qr)]


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(PaperError, match="time-without-zone"):
        replace(examples.sale_facts("en"), at=datetime(2026, 11, 21, 15, 4))  # noqa: DTZ001


def test_a_step_nobody_has_worded_yet_does_not_stop_the_slip() -> None:
    facts = examples.sale_facts("en")
    assert facts.member is not None
    odd = (
        WhyStep("moon-phase", (("points", 7),)),
        WhyStep("base", (("language", "x"), ("key", "y"))),
        WhyStep("multiplier", (("name", "{0.__class__}"), ("factor", "2"), ("points", 240))),
    )
    text = to_text(slip(replace(facts, member=replace(facts.member, why=odd)), "en"))
    assert "Other rule (moon-phase)" in text
    assert "Other rule (base)" in text
    assert "{0.__class__} x2" in text
    assert "240 pts" in text


def test_points_pending_without_a_day_are_named() -> None:
    facts = examples.sale_facts("en")
    assert facts.member is not None
    member = replace(facts.member, pending=(DatedPoints(33, None),))
    lines = to_text(slip(replace(facts, member=member), "en")).splitlines()
    assert ["Pending", "33", "pts"] in [line.split() for line in lines]


def test_a_language_we_do_not_speak_is_printed_in_english_and_a_region_in_its_language() -> None:
    facts = examples.sale_facts("en")
    assert slip(facts, "fr_FR").language == "en"
    assert slip(facts, "ko_KR").language == "ko"
    assert slip(facts, "zh-Hans-CN").language == "zh_CN"


@ALL
@BOTH
def test_absurd_names_and_amounts_stay_inside_the_paper(language: str, width: int) -> None:
    facts = examples.sale_facts(language)
    assert facts.member is not None
    line = replace(facts.lines[0], text="ß漢" * 2_000, amount_minor=-(10**15), units=99_999)
    absurd = replace(
        facts,
        shop=replace(facts.shop, name="Wörthersee" * 30),
        operator="아" * 90,
        terminal="T" * 70,
        lines=(line,),
        total_minor=10**17,
        member=replace(facts.member, name="نور" * 40, balance_after=-(10**12)),
    )
    lines = to_text(slip(absurd, language, width)).splitlines()
    assert max(columns(line) for line in lines) <= COLUMNS[width]


@ALL
@BOTH
@pytest.mark.parametrize("kind", ["voucher", "stamps", "adjustment"])
def test_a_paper_without_goods_reads_as_agreed(kind: str, language: str, width: int) -> None:
    facts = getattr(examples, f"{kind}_facts")(language)
    made = voucher(facts, language, width) if kind == "voucher" else note(facts, language, width)
    text = to_text(made)
    assert max(columns(line) for line in text.splitlines()) <= COLUMNS[width]
    assert_golden(f"{kind}-{language}-{width}.txt", text)


def test_each_voucher_of_a_sale_is_a_paper_of_its_own() -> None:
    facts = examples.gifts_facts("en")
    blocks = slip(facts, "en").blocks
    cuts = [n for n, block in enumerate(blocks) if isinstance(block, Cut)]
    barcodes = [(n, block.digits) for n, block in enumerate(blocks) if isinstance(block, Barcode)]
    codes = [n for n, _ in barcodes]
    assert [digits for _, digits in barcodes] == [examples.CODE, *examples.VOUCHER_CODES]
    assert codes[0] < cuts[0] < codes[1] < cuts[1] < codes[2] < cuts[2]


def test_the_vouchers_of_a_copy_are_copies_too() -> None:
    text = to_text(slip(replace(examples.gifts_facts("en"), copy=True), "en"))
    assert text.count("COPY") == 2 + len(examples.VOUCHER_CODES)


def test_what_was_kept_from_a_refund_is_told_with_its_reason() -> None:
    lines = to_text(slip(examples.less_facts("en"), "en")).splitlines()
    assert ["Kept", "for", "spent", "points", "-$0.30"] in [line.split() for line in lines]
    assert any("already spent" in line for line in lines)
    plain = to_text(slip(examples.return_facts("en"), "en"))
    assert "Kept" not in plain
    assert "already spent" not in plain


def test_an_exchange_names_the_one_amount_that_changes_hands() -> None:
    facts = examples.exchange_facts("en")
    assert facts.came_back is not None
    handed_out = to_text(slip(facts, "en"))
    assert "To pay" not in handed_out
    assert _value(handed_out, "Refund") == "$7.50"
    dearer = replace(facts, came_back=replace(facts.came_back, refund_minor=7_000))
    paid = to_text(slip(dearer, "en"))
    assert _value(paid, "To pay") == "$7.50"
    assert _value(paid, "Less returned goods") == "-$70.00"


def test_a_cancelled_exchange_turns_both_halves_round() -> None:
    facts = replace(examples.exchange_facts("en"), kind=SlipKind.VOID, code="")
    text = to_text(slip(facts, "en"))
    assert "CANCELLED" in text
    assert "Goods handed out again" in text
    assert _value(text, "To pay") == "$7.50"  # what was handed out comes back


def test_a_member_without_a_tier_sees_only_the_way_to_the_first() -> None:
    facts = examples.sale_facts("en")
    assert facts.member is not None
    new = replace(facts.member, tier=TierFacts("", "Silver", 1, "visits"))
    text = to_text(slip(replace(facts, member=new), "en"))
    assert "Level" not in text
    assert "1 visit to go for Silver" in text


def test_a_closing_without_anything_unusual_is_short() -> None:
    plain = replace(examples.closing_facts("en"), program=ProgramFacts())
    text = to_text(closing(plain, "en"))
    for heading in ("Rewards and vouchers", "For the manager", "Became usable"):
        assert heading not in text


@ALL
@BOTH
def test_long_names_stay_inside_every_paper(language: str, width: int) -> None:
    long, broad = "Wörther-see {0} 200 % " * 30, "담당 200 % " * 60
    paper = examples.voucher_facts(language)
    odd = replace(paper.voucher, name=long, holder=broad, minimum_minor=10**12)
    stamps = examples.stamps_facts(language)
    card = StampFacts(long, 99_999, 100_000, 77)
    facts = replace(examples.less_facts(language), why=long, approved=broad)
    made = (
        voucher(replace(paper, voucher=odd), language, width),
        note(replace(stamps, name=broad, serial="9" * 40, stamps=card), language, width),
        slip(replace(facts, lapsed=(CodeFacts(broad, "64" * 9),)), language, width),
    )
    for document in made:
        lines = to_text(document).splitlines()
        assert max(columns(line) for line in lines) <= COLUMNS[width]


def _value(text: str, label: str) -> str:
    """The right side of the row with a label."""
    rows = [line for line in text.splitlines() if line.startswith(f"{label}  ")]
    assert len(rows) == 1
    return rows[0].split()[-1]
