"""A form of every rule, and edits of a document that may still be wrong."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from loyalty.errors import LoyaltyError
from loyalty.program_file.codec import plain
from loyalty.program_file.document import FORMAT, VERSION, checked, document_text
from loyalty.program_file.editing import (
    moved,
    path_of,
    switched_on,
    value_from_text,
    with_new,
    with_value,
    without,
)
from loyalty.program_file.form import Input, Kind, form
from loyalty.program_file.shapes import Many, Maybe, Record, fields_of
from loyalty.rules.program import Program
from tests.rules.programs import whole_programs

TODAY = date(2026, 3, 2)
HEAD: dict[str, Any] = {"format": FORMAT, "version": VERSION}
PLAIN: dict[str, Any] = HEAD | {
    "number": 1,
    "name": "Plain",
    "currency": "EUR",
    "starts_on": "2026-01-01",
    "rewards": [
        {"id": "tea", "name": "Tea", "kind": "gift", "points": 40, "value_minor": 250},
        {"id": "cake", "name": "Cake", "kind": "gift", "points": 60, "value_minor": 300},
    ],
}


def edited(document: dict[str, Any], where: str, text: str) -> dict[str, Any]:
    """The document with what a person typed at a place."""
    path = path_of(document, where)
    return with_value(document, path, value_from_text(path, text))


def at(document: dict[str, Any], where: str) -> Input:
    """The input of a place."""
    return next(one for one in form(document).walk() if one.where == where)


def refusal(document: dict[str, Any], where: str, text: str) -> tuple[object, ...]:
    with pytest.raises(LoyaltyError) as no:
        edited(document, where, text)
    return no.value.code, no.value.facts["where"], no.value.facts.get("why")


@settings(max_examples=25)
@given(whole_programs())
def test_every_field_of_every_rule_has_its_input_and_each_value_can_be_set_again(
    program: Program,
) -> None:
    document = HEAD | plain(program)
    again = document
    for one in form(document).walk():
        if one.path and one.kind is not Kind.GROUP:
            again = with_value(again, one.path, one.value)
    found = checked(document_text(again))
    assert found.program == program, found.refused


def test_every_field_of_the_rules_is_in_the_form_of_a_program_that_has_one_of_each() -> None:
    document: dict[str, Any] = dict(PLAIN)
    seen: set[str] = set()
    document = _one_of_each(document, (), Program, seen)
    helps = {one.help for one in form(document).walk()}
    missing = seen - helps
    assert not missing


def _one_of_each(
    document: dict[str, Any], path: tuple[str | int, ...], kind: Any, seen: set[str]
) -> dict[str, Any]:
    """The document with every list begun and every rule switched on, as a person would do it."""
    for one in fields_of(kind):
        if f"{kind.__name__}.{one.name}" in seen:
            continue
        seen.add(f"{kind.__name__}.{one.name}")
        here = (*path, one.name)
        shape = one.shape.inner if isinstance(one.shape, Maybe) else one.shape
        if isinstance(shape, Many) and isinstance(shape.inner, Record):
            document, new = with_new(document, here, TODAY)
            document = _one_of_each(document, new, shape.inner.kind, seen)
        elif isinstance(shape, Record):
            if isinstance(one.shape, Maybe):
                document = switched_on(document, here, TODAY)
            document = _one_of_each(document, here, shape.kind, seen)
    return document


def test_a_field_says_its_unit_its_bounds_and_whether_it_stands_there() -> None:
    percent = at(PLAIN, "tender.most_percent")
    assert (percent.kind, percent.unit, percent.least, percent.most) == (
        Kind.WHOLE,
        "percent",
        0,
        100,
    )
    assert (percent.given, percent.value) == (False, 100)
    assert at(PLAIN, "rewards[1].value_minor").unit == "money"
    assert at(PLAIN, "rounding").choices == ("floor", "half-up", "ceil")
    assert at(PLAIN, "rewards[0].points").help == "Reward.points"
    assert at(PLAIN, "tiers").optional
    assert at(PLAIN, "tiers").parts == ()


def test_a_bonus_shows_which_of_its_fields_its_kind_looks_at() -> None:
    document, path = with_new(PLAIN, ("bonuses",), TODAY, {"kind": "nth", "name": "Third"})
    assert at(document, "bonuses[0].nth").read
    assert not at(document, "bonuses[0].within_days").read
    assert path == ("bonuses", 0)


def test_what_is_typed_is_taken_as_the_field_wants_it() -> None:
    assert edited(PLAIN, "rewards[cake].points", "65")["rewards"][1]["points"] == 65
    assert edited(PLAIN, "with_tax", "no")["with_tax"] is False
    assert edited(PLAIN, "tender", "null")["tender"] is None
    assert edited(PLAIN, "base.points", "2")["base"] == {"points": 2}
    assert edited(PLAIN, "exclusions.flags", "tobacco, stamps")["exclusions"]["flags"] == [
        "tobacco",
        "stamps",
    ]
    assert edited(PLAIN, "rewards[tea].names", '{"ko": "차"}')["rewards"][0]["names"] == {
        "ko": "차"
    }
    assert "points" not in PLAIN.get("base", {})  # nothing was changed on the way


def test_what_cannot_stand_in_a_field_is_refused_there() -> None:
    assert refusal(PLAIN, "tender.most_percent", "101") == (
        "draft-value",
        "tender.most_percent",
        "too-large",
    )
    assert refusal(PLAIN, "base.points", "1.5") == ("draft-value", "base.points", "not-whole")
    assert refusal(PLAIN, "starts_on", "tomorrow")[2] == "not-a-date"
    assert refusal(PLAIN, "rounding", "flor")[2] == "not-one-of"
    assert refusal(PLAIN, "rewards[tea].id", "Tea!")[2] == "not-an-id"
    assert refusal(PLAIN, "rewards", "[[[")[2] == "not-a-list"


@pytest.mark.parametrize(
    "where",
    [
        "",
        "nothing",
        "base.",
        "base..points",
        "rewards[9].points",
        "rewards[chai].points",
        "base[0]",
    ],
)
def test_a_place_that_is_not_there_is_refused(where: str) -> None:
    with pytest.raises(LoyaltyError, match="draft-no-such-place"):
        edited(PLAIN, where, "1")


def test_a_new_rule_has_a_free_id_and_tells_what_is_still_missing() -> None:
    once, _ = with_new(PLAIN, ("rewards",), TODAY)
    twice, path = with_new(once, ("rewards",), TODAY)
    assert [one["id"] for one in twice["rewards"]] == ["tea", "cake", "reward-1", "reward-2"]
    found = checked(document_text(twice))
    assert {(one.fault.where, one.fault.why) for one in found.refused} >= {
        ("rewards[2].name", "empty"),
        ("rewards[3].name", "empty"),
    }
    assert path == ("rewards", 3)
    copy, _ = with_new(PLAIN, ("rewards",), TODAY, PLAIN["rewards"][0])
    assert copy["rewards"][2] == PLAIN["rewards"][0] | {"id": "tea-2"}


def test_a_list_that_is_there_by_itself_is_kept_when_something_is_added() -> None:
    more, _ = with_new(PLAIN, ("claims", "limits"), TODAY, {"times": 3})
    assert [one.get("times") for one in more["claims"]["limits"]] == [10, 3]
    fewer = edited(PLAIN, "claims.limits[0].times", "5")
    assert fewer["claims"]["limits"] == [{"per": "day", "times": 5}]


def test_rules_are_taken_out_put_elsewhere_and_set_back() -> None:
    assert [one["id"] for one in moved(PLAIN, ("rewards", 1), 0)["rewards"]] == ["cake", "tea"]
    assert [one["id"] for one in without(PLAIN, ("rewards", 0))["rewards"]] == ["cake"]
    assert "rewards" not in without(PLAIN, ("rewards",))
    with pytest.raises(LoyaltyError, match="draft-no-such-place"):
        without(PLAIN, ("rewards", 2))
    with pytest.raises(LoyaltyError, match="draft-no-such-place"):
        moved(PLAIN, ("rewards", 5), 0)


def test_a_form_is_drawn_of_a_document_that_is_wrong_everywhere() -> None:
    broken = json.loads('{"rewards": "none", "base": [], "tiers": 7, "campaigns": [3, {"id": 1}]}')
    assert at(broken, "base").parts == ()
    assert at(broken, "rewards").value == "none"
    assert at(broken, "campaigns[1].id").value == 1
