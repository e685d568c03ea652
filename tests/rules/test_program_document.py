"""A program's document: equal when read back, and every mistake named where it stands."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from loyalty.money import LARGEST_MINOR
from loyalty.program_file.document import (
    checked,
    program_from_text,
    program_to_text,
    terms_from_text,
    terms_to_text,
)
from loyalty.rules.earning import Multiplier
from loyalty.rules.program import (
    BaseRates,
    Exclusions,
    ExpiryKind,
    ExpiryRule,
    Missing,
    Program,
    ReturnRule,
    Reward,
    RewardKind,
    TenderRule,
)
from loyalty.rules.rewards import VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from tests.rules.book import refused
from tests.rules.makers import program, programs
from tests.rules.programs import whole_programs

FULL = Program(
    number=7,
    name="Café 로열티",
    currency="KWD",
    starts_on=date(2025, 2, 1),
    with_tax=False,
    base=BaseRates(2, 50, 3, 4, 500),
    exclusions=Exclusions(
        frozenset({"2", "1"}), frozenset({"t"}), frozenset({"b"}), frozenset({"f"})
    ),
    expiry=ExpiryRule(ExpiryKind.CALENDAR, month=2, day=29),
    tender=TenderRule(10, 5, 100, 50, 2000),
    rewards=(
        Reward("a", "A", RewardKind.GIFT, 1, 0, names=(("ko", "가"), ("ja", "あ"))),
        Reward("b", "B", RewardKind.MONEY_OFF, 5, 1, 9, date(2025, 1, 1), date(2025, 1, 1)),
    ),
    returns=ReturnRule(Missing.REFUND_LESS, 0, 0),
)


@given(programs() | whole_programs())
def test_a_program_is_read_back_equal(rules: Program) -> None:
    text = program_to_text(rules)
    assert program_from_text(text) == rules
    assert program_to_text(program_from_text(text)) == text


def test_what_says_nothing_new_is_left_out_and_read_as_the_default() -> None:
    plain = Program(3, "Plain", "EUR", date(2025, 1, 1))
    text = program_to_text(plain)
    assert list(json.loads(text)) == [
        *("format", "version", "number", "name", "currency", "starts_on")
    ]
    assert program_from_text(text) == plain


def test_what_differs_from_a_default_is_written_even_where_it_is_empty() -> None:
    bare = Program(
        3, "Bare", "EUR", date(2025, 1, 1), exclusions=Exclusions(flags=frozenset()), tender=None
    )
    document = json.loads(program_to_text(bare))
    assert (document["exclusions"], document["tender"]) == ({"flags": []}, None)
    assert program_from_text(program_to_text(bare)) == bare


def test_factors_are_text_with_up_to_three_decimals_or_whole_numbers() -> None:
    for written, factor in [("1.50", (3, 2)), ("1.333", (1333, 1000)), (3, (3, 1)), ("3", (3, 1))]:
        times = [{"id": "x", "name": "X", "factor": written}]
        read = program_from_text(edited("multipliers", times))
        assert read.multipliers[0].factor == Fraction(*factor)
        assert program_from_text(program_to_text(read)) == read
    assert '"factor": "1.5"' in program_to_text(
        program(multipliers=(Multiplier("x", "X", Fraction(3, 2)),))
    )


def test_what_no_three_decimals_say_cannot_be_written() -> None:
    third = program(multipliers=(Multiplier("x", "X", Fraction(4, 3)),))
    with pytest.raises(ValueError, match="decimals"):
        program_to_text(third)


OLD = """{
  "format": "regulars-program", "version": 1, "number": 1, "name": "Old", "currency": "EUR",
  "starts_on": "2025-01-01", "with_tax": true, "rounding": "floor",
  "base": {"points": 1, "step_minor": 100, "per_visit": 0, "per_item": 0,
    "minimum_spend_minor": 0},
  "exclusions": {"skus": [], "categories": [], "brands": [], "flags": []},
  "expiry": {"kind": "months", "months": 12, "to_month_end": true, "month": 12, "day": 31},
  "tender": null,
  "rewards": [{"id": "Café 5", "name": "Café", "kind": "gift", "points": 5, "value_minor": 1,
    "minimum_spend_minor": 0, "names": {}, "starts_on": null, "ends_on": null}],
  "returns": {"missing": "into-deficit", "grace_days": 30, "undo_minutes": 10}
}"""


def test_a_document_of_the_first_version_is_still_read_as_it_was_meant() -> None:
    old = program_from_text(OLD)
    assert old.exclusions == Exclusions(flags=frozenset()), "not today's default"
    assert old.rewards == (Reward("Café 5", "Café", RewardKind.GIFT, 5, 1),), "ids were any text"
    facts = refused("program-invalid", program_from_text, OLD.replace('n": 1,', 'n": 2,', 1))
    assert (facts["where"], facts["why"]) == ("rewards[0].id", "not-an-id")


def test_every_mistake_of_a_file_is_told_at_once_with_its_line() -> None:
    text = program_to_text(FULL).replace('"points": 2', '"points": -2')
    text = text.replace('"kind": "money-off"', '"kind": "money-of"').replace("50,", "true,")
    found = [one.facts for one in checked(text).refused]
    assert [(one["where"], one["why"]) for one in found] == [
        ("base.points", "too-small"),
        ("base.step_minor", "not-whole"),
        ("tender.most_percent", "not-whole"),
        ("rewards[1].kind", "not-one-of"),
    ]
    for one in found:
        key = str(one["where"]).rsplit(".", 1)[-1]
        assert f'"{key}"' in text.splitlines()[int(one["line"]) - 1]
    assert found[-1]["meant"] == "money-off"


def test_an_unknown_key_names_the_one_that_may_be_meant() -> None:
    facts = refused("program-invalid", program_from_text, edited("base/per_vist", 1))
    assert facts["why"] == "unknown"
    assert "meant" not in facts, "that key is there already"
    document = json.loads(program_to_text(FULL))
    document["base"]["per_vist"] = document["base"].pop("per_visit")
    facts = refused("program-invalid", program_from_text, json.dumps(document))
    assert facts["meant"] == "per_visit"


def test_the_terms_of_a_voucher_are_kept_as_one_line() -> None:
    terms = VoucherTerms(
        "v", "5 € off", VoucherKind.MONEY_OFF, 500, which=Which(categories=frozenset({"food"})),
        names=(("ko", "오"),),
    )  # fmt: skip
    text = terms_to_text(terms)
    assert "\n" not in text
    assert terms_from_text(text) == terms
    facts = refused("program-invalid", terms_from_text, text.replace("500", "-5"))
    assert (facts["where"], facts["line"]) == ("value_minor", 1)


def test_a_wrong_byte_order_mark_does_no_harm() -> None:
    assert program_from_text("\ufeff" + program_to_text(FULL)) == FULL


def test_a_full_program_is_read_back_equal() -> None:
    text = program_to_text(FULL)
    assert program_from_text(text) == FULL
    assert program_to_text(program_from_text(text)) == text


def test_the_document_can_be_read_by_people() -> None:
    text = program_to_text(FULL)
    assert '"name": "Café 로열티"' in text
    assert '  "step_points": 10' in text
    assert text.endswith("}\n")
    assert "." not in "".join(char for char in text if not char.isalpha()), "no decimals anywhere"
    assert max(map(len, text.splitlines())) <= 100


def edited(path: str, value: object) -> str:
    """The full program's document with one value replaced, or taken out by `...`."""
    document: Any = json.loads(program_to_text(FULL))
    *way, last = [int(key) if key.isdigit() else key for key in path.split("/")]
    table = document
    for key in way:
        table = table[key]
    if value is ...:
        del table[last]
    else:
        table[last] = value
    return json.dumps(document)


BIG = LARGEST_MINOR + 1
MISTAKES: list[tuple[str, object, str, str]] = [
    ("format", "other", "format", "format"),
    ("version", 3, "version", "version"),
    ("version", True, "version", "version"),
    ("version", "1", "version", "version"),
    ("number", 0, "number", "too-small"),
    ("number", -1, "number", "too-small"),
    ("number", 1.0, "number", "not-whole"),
    ("number", "7", "number", "not-whole"),
    ("number", True, "number", "not-whole"),
    ("number", None, "number", "not-whole"),
    ("number", 10**40, "number", "too-large"),
    ("name", "", "name", "empty"),
    ("name", "   ", "name", "empty"),
    ("name", 5, "name", "not-text"),
    ("name", "a\nb", "name", "not-text"),
    ("name", "a\u0000b", "name", "not-text"),
    ("name", "a\u202eb", "name", "not-text"),
    ("name", "\ud800", "name", "not-text"),
    ("name", "x" * 201, "name", "too-long"),
    ("currency", "XXX", "currency", "not-a-currency"),
    ("currency", "eur", "currency", "not-a-currency"),
    ("currency", 1, "currency", "not-text"),
    ("starts_on", "2025-02-30", "starts_on", "not-a-date"),
    ("starts_on", "20250201", "starts_on", "not-a-date"),
    ("starts_on", "2025-W01-1", "starts_on", "not-a-date"),
    ("starts_on", "2025-2-1", "starts_on", "not-a-date"),
    ("starts_on", "01.02.2025", "starts_on", "not-a-date"),
    ("starts_on", "", "starts_on", "not-a-date"),
    ("starts_on", None, "starts_on", "not-a-date"),
    ("starts_on", 20250201, "starts_on", "not-a-date"),
    ("with_tax", 1, "with_tax", "not-yes-or-no"),
    ("with_tax", "true", "with_tax", "not-yes-or-no"),
    ("rounding", "up", "rounding", "not-one-of"),
    ("rounding", ["floor"], "rounding", "not-one-of"),
    ("base", [], "base", "not-a-table"),
    ("base", None, "base", "not-a-table"),
    ("base/points", -1, "base.points", "too-small"),
    ("base/points", 1_000_001, "base.points", "too-large"),
    ("base/step_minor", 0, "base.step_minor", "too-small"),
    ("base/step_minor", -100, "base.step_minor", "too-small"),
    ("base/step_minor", BIG, "base.step_minor", "too-large"),
    ("base/per_visit", -1, "base.per_visit", "too-small"),
    ("base/per_item", 0.5, "base.per_item", "not-whole"),
    ("base/minimum_spend_minor", -1, "base.minimum_spend_minor", "too-small"),
    ("exclusions/skus", "beans", "exclusions.skus", "not-a-list"),
    ("exclusions/skus", [1], "exclusions.skus[0]", "not-text"),
    ("exclusions/brands", ["x", ""], "exclusions.brands[1]", "empty"),
    ("exclusions/brands", ["x", "x"], "exclusions.brands[1]", "repeated"),
    ("exclusions/flags", ["x"] * 100_001, "exclusions.flags", "too-many"),
    ("expiry/kind", "sometimes", "expiry.kind", "not-one-of"),
    ("expiry/months", -1, "expiry.months", "too-small"),
    ("expiry/months", 1201, "expiry.months", "too-large"),
    ("expiry/to_month_end", 0, "expiry.to_month_end", "not-yes-or-no"),
    ("expiry/month", 13, "expiry.month", "too-large"),
    ("expiry/month", 0, "expiry.month", "too-small"),
    ("expiry/day", 30, "expiry.day", "too-large"),
    ("expiry/day", 0, "expiry.day", "too-small"),
    ("tender", [], "tender", "not-a-table"),
    ("tender", False, "tender", "not-a-table"),
    ("tender/step_points", 0, "tender.step_points", "too-small"),
    ("tender/step_minor", 0, "tender.step_minor", "too-small"),
    ("tender/minimum_points", -1, "tender.minimum_points", "too-small"),
    ("tender/most_percent", 101, "tender.most_percent", "too-large"),
    ("tender/most_percent", -1, "tender.most_percent", "too-small"),
    ("tender/most_percent", 33.3, "tender.most_percent", "not-whole"),
    ("tender/most_minor", -1, "tender.most_minor", "too-small"),
    ("rewards", {}, "rewards", "not-a-list"),
    ("rewards", [{}] * 1001, "rewards", "too-many"),
    ("rewards/0", "coffee", "rewards[0]", "not-a-table"),
    ("rewards/1/id", "a", "rewards[1].id", "repeated"),
    ("rewards/1/id", "", "rewards[1].id", "empty"),
    ("rewards/0/kind", "hug", "rewards[0].kind", "not-one-of"),
    ("rewards/0/points", -5, "rewards[0].points", "too-small"),
    ("rewards/0/value_minor", -1, "rewards[0].value_minor", "too-small"),
    ("rewards/1/value_minor", 0, "rewards[1].value_minor", "too-small"),
    ("rewards/1/minimum_spend_minor", BIG, "rewards[1].minimum_spend_minor", "too-large"),
    ("rewards/1/ends_on", "2024-12-31", "rewards[1].ends_on", "before-start"),
    ("rewards/1/starts_on", "x", "rewards[1].starts_on", "not-a-date"),
    ("rewards/0/names", [], "rewards[0].names", "not-a-table"),
    ("rewards/0/names/ko", "", "rewards[0].names.ko", "empty"),
    ("rewards/0/names/", "x", "rewards[0].names.", "empty"),
    ("rewards/0/color", "red", "rewards[0].color", "unknown"),
    ("returns/missing", "never", "returns.missing", "not-one-of"),
    ("returns/grace_days", -1, "returns.grace_days", "too-small"),
    ("returns/grace_days", 10**9, "returns.grace_days", "too-large"),
    ("returns/undo_minutes", 1441, "returns.undo_minutes", "too-large"),
    ("rewards/0/id", "Tea 2", "rewards[0].id", "not-an-id"),
    ("rewards/0/id", "-a", "rewards[0].id", "not-an-id"),
    ("rewards/0/id", "a" * 41, "rewards[0].id", "too-long"),
    ("rewards/0/stock", -1, "rewards[0].stock", "too-small"),
    ("rewards/0/names", {str(n): "x" for n in range(51)}, "rewards[0].names", "too-many"),
    ("multipliers", [{"id": "a"}], "multipliers[0].name", "missing"),
    (
        "multipliers",
        [{"id": "a", "name": "A", "factor": 1.5}],
        "multipliers[0].factor",
        "not-a-factor",
    ),
    (
        "multipliers",
        [{"id": "a", "name": "A", "factor": "1,5"}],
        "multipliers[0].factor",
        "not-a-factor",
    ),
    (
        "multipliers",
        [{"id": "a", "name": "A", "factor": "1.2345"}],
        "multipliers[0].factor",
        "not-a-factor",
    ),
    (
        "multipliers",
        [{"id": "a", "name": "A", "factor": "0.5"}],
        "multipliers[0].factor",
        "too-small",
    ),
    (
        "multipliers",
        [{"id": "a", "name": "A", "factor": 101}],
        "multipliers[0].factor",
        "too-large",
    ),
    (
        "multipliers",
        [{"id": "a", "name": "A", "factor": True}],
        "multipliers[0].factor",
        "not-a-factor",
    ),
    ("caps", [{"per": "hour", "points": 3}], "caps[0].per", "not-one-of"),
    ("suprise", 1, "suprise", "unknown"),
    ("base/step", 1, "base.step", "unknown"),
    ("exclusions/words", [], "exclusions.words", "unknown"),
    ("expiry/days", 1, "expiry.days", "unknown"),
    ("tender/limit", 1, "tender.limit", "unknown"),
    ("returns/grace", 1, "returns.grace", "unknown"),
]


@pytest.mark.parametrize(("path", "value", "where", "why"), MISTAKES, ids=lambda v: str(v)[:24])
def test_a_mistake_is_named_where_it_stands(path: str, value: object, where: str, why: str) -> None:
    facts = refused("program-invalid", program_from_text, edited(path, value))
    assert (facts["where"], facts["why"]) == (where, why)


def every_key() -> list[str]:
    document = json.loads(program_to_text(FULL))
    inner = [f"{k}/{n}" for k, v in document.items() if isinstance(v, dict) for n in v]
    rewards = [f"rewards/1/{name}" for name in document["rewards"][1]]
    return [*document, *inner, *rewards]


NEEDED = [
    *("format", "version", "number", "name", "currency", "starts_on"),
    *(f"rewards/1/{name}" for name in ("id", "name", "kind", "points", "value_minor")),
]


@pytest.mark.parametrize("path", every_key())
def test_a_key_left_out_is_the_default_or_is_named(path: str) -> None:
    if path in NEEDED:
        facts = refused("program-invalid", program_from_text, edited(path, ...))
        where = path.replace("rewards/1/", "rewards[1].").replace("/", ".")
        assert (facts["where"], facts["why"]) == (where, "missing")
    elif path == "expiry/day":  # the 31st is no day of February
        facts = refused("program-invalid", program_from_text, edited(path, ...))
        assert (facts["where"], facts["why"], facts["most"]) == ("expiry.day", "too-large", 29)
    else:
        assert program_from_text(edited(path, ...)) != FULL


def test_rolling_expiry_needs_its_months() -> None:
    rules = program(expiry=ExpiryRule(ExpiryKind.MONTHS, 0))
    facts = refused("program-invalid", program_from_text, program_to_text(rules))
    assert (facts["where"], facts["why"], facts["least"]) == ("expiry.months", "too-small", 1)


def test_a_key_written_twice_is_refused_not_overwritten() -> None:
    text = program_to_text(FULL).replace('"number": 7,', '"number": 7, "number": 8,')
    facts = refused("program-invalid", program_from_text, text)
    assert facts == {"where": "number", "why": "repeated", "line": 4}
    text = program_to_text(FULL).replace('"per_item": 4', '"per_item": 4,\n"per_item": 5')
    facts = refused("program-invalid", program_from_text, text)
    assert facts == {"where": "base.per_item", "why": "repeated", "line": 14}


def test_a_bound_is_told_with_the_refusal() -> None:
    facts = refused("program-invalid", program_from_text, edited("tender/most_percent", 101))
    said = {"where": "tender.most_percent", "why": "too-large", "most": 100}
    assert facts == said | {"line": 1}


def test_a_long_key_is_cut_in_the_facts() -> None:
    facts = refused("program-invalid", program_from_text, edited("k" * 4000, 1))
    assert facts == {"where": "k" * 200, "why": "unknown", "line": 1}
