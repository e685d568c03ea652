"""A program's document: equal when read back, and every mistake named where it stands."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.money import LARGEST_MINOR
from loyalty.program import (
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
from loyalty.program_document import program_from_text, program_to_text
from tests.rules.book import refused
from tests.rules.makers import program, programs

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


@given(programs())
def test_a_program_is_read_back_equal(rules: Program) -> None:
    assert program_from_text(program_to_text(rules)) == rules


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
    ("version", 2, "version", "version"),
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
    ("exclusions/skus", [1], "exclusions.skus", "not-text"),
    ("exclusions/brands", [""], "exclusions.brands", "empty"),
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
    ("rewards/0/points", 0, "rewards[0].points", "too-small"),
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


@pytest.mark.parametrize("path", every_key())
def test_a_key_left_out_is_named(path: str) -> None:
    facts = refused("program-invalid", program_from_text, edited(path, ...))
    where = path.replace("rewards/1/", "rewards[1].").replace("/", ".")
    assert facts == {"where": where, "why": "missing"}


def test_rolling_expiry_needs_its_months() -> None:
    rules = program(expiry=ExpiryRule(ExpiryKind.MONTHS, 0))
    facts = refused("program-invalid", program_from_text, program_to_text(rules))
    assert facts == {"where": "expiry.months", "why": "too-small", "least": 1}


def test_a_key_written_twice_is_refused_not_overwritten() -> None:
    text = program_to_text(FULL).replace('"number": 7,', '"number": 7, "number": 8,')
    facts = refused("program-invalid", program_from_text, text)
    assert facts == {"where": "number", "why": "repeated"}
    text = program_to_text(FULL).replace('"per_item": 4', '"per_item": 4, "per_item": 5')
    facts = refused("program-invalid", program_from_text, text)
    assert facts == {"where": "base.per_item", "why": "repeated"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "unreadable"),
        ("{", "unreadable"),
        ("[" * 100_000, "unreadable"),
        ('{"a":' + "9" * 5000 + "}", "unreadable"),
        ("null", "not-a-table"),
        ("[]", "not-a-table"),
        ("5", "not-a-table"),
        ("{}", "missing"),
    ],
    ids=range(8),
)
def test_what_is_no_document_is_refused(text: str, why: str) -> None:
    assert refused("program-invalid", program_from_text, text)["why"] == why


def test_a_bound_is_told_with_the_refusal() -> None:
    facts = refused("program-invalid", program_from_text, edited("tender/most_percent", 101))
    assert facts == {"where": "tender.most_percent", "why": "too-large", "most": 100}


def test_a_long_key_is_cut_in_the_facts() -> None:
    facts = refused("program-invalid", program_from_text, edited("k" * 4000, 1))
    assert facts == {"where": "k" * 200, "why": "unknown"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@given(st.sampled_from(every_key()), json_values)
def test_no_value_anywhere_breaks_the_reader(path: str, value: object) -> None:
    try:
        rules = program_from_text(edited(path, value))
    except LoyaltyError as no:
        found = no.code
    else:
        found = "read" if program_from_text(program_to_text(rules)) == rules else "changed"
    assert found in {"read", "program-invalid"}


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    refused("program-invalid", program_from_text, text)
