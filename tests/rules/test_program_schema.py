"""The published schema and guide say what the reader does, and the examples are good programs."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import (  # type: ignore[import-untyped]  # it publishes no types
    Draft202012Validator,
    FormatChecker,
)

from loyalty.program_file.codec import Pairs, read
from loyalty.program_file.document import program_to_text
from loyalty.program_file.schema import program_schema
from loyalty.rules.program import Program
from tests.rules.program_docs import GUIDE, SCHEMA, guide_text, schema_text
from tests.rules.programs import whole_programs

VALIDATOR = Draft202012Validator(program_schema(), format_checker=FormatChecker(["date"]))
RUN_AGAIN = "python -m tests.rules.program_docs"


def test_the_published_schema_is_that_of_the_types() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), RUN_AGAIN


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(program_schema())


def test_the_tables_of_the_guide_are_those_of_the_types() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert text == guide_text(text), RUN_AGAIN


def test_every_key_is_explained_in_words_and_by_an_example() -> None:
    """In the section of its kind of rule, beside the table made from the types."""
    text = GUIDE.read_text(encoding="utf-8")
    sections = {one.split("\n", 1)[0]: one for one in text.split("\n## ")}
    schema = program_schema()
    kinds = {"Program": schema, **schema["$defs"]}
    silent = []
    for kind, one in kinds.items():
        section = sections[kind]
        assert f"<!-- keys: {kind} -->" in section
        assert "```json" in section
        words = section.split("<!-- keys")[0]
        silent += [f"{kind}.{key}" for key in one["properties"] if f"`{key}`" not in words]
    assert not silent


def examples_of_the_guide() -> list[str]:
    return re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", examples_of_the_guide())
def test_an_example_of_the_guide_can_be_pasted_into_a_program(example: str) -> None:
    assert found(whole(json.loads(example))) == []
    VALIDATOR.validate(whole(json.loads(example)))


HEAD = {"format": "regulars-program", "version": 2, "number": 1, "name": "Test"}
HEAD |= {"currency": "EUR", "starts_on": "2026-01-01"}


def whole(rules: dict[str, Any]) -> dict[str, Any]:
    return HEAD | rules


def paired(value: Any) -> Any:
    """Plain JSON data as the reader gets it."""
    if isinstance(value, dict):
        return Pairs([(key, paired(item)) for key, item in value.items()])
    return [paired(item) for item in value] if isinstance(value, list) else value


def found(document: dict[str, Any]) -> list[tuple[str, str]]:
    """What the reader finds wrong with the form of a document."""
    body = {key: value for key, value in document.items() if key not in ("format", "version")}
    _, faults = read(Program, paired(body))
    return [(fault.where, fault.why) for fault in faults]


def agreed(document: dict[str, Any]) -> bool:
    """Whether schema and reader say the same of a document's form, and what they say."""
    taken = not found(document)
    assert VALIDATOR.is_valid(document) == taken, (found(document), document)
    return taken


@settings(max_examples=25)
@given(whole_programs())
def test_the_schema_takes_every_program(rules: Program) -> None:
    assert agreed(json.loads(program_to_text(rules)))


NUMBERS = (0, -1, 1, 7, 13, 10**6, 10**9, 10**12)
TEXTS = ("", " ", "x", "EUR", "gold", "A b", "-", "day", "points", "x" * 41, "x" * 201)
FACTORS = ("1", "1.5", "99.999", "100.000", "100.1", "0.5", "0.999", "1.2345", "01", "1.", "1e1")
DAYS = ("2026-01-31", "2026-02-30", "20260131")
TABLES: tuple[Any, ...] = ([], {}, ["x"], ["x", "x"], [{}], [1], {"x": 1}, {"ko": "x"})
MENDED = st.sampled_from([None, True, False, *NUMBERS, *TEXTS, *FACTORS, *DAYS, *TABLES])


@settings(max_examples=80)
@given(whole_programs(), st.data())
def test_reader_and_schema_agree_on_what_is_no_program(rules: Program, data: st.DataObject) -> None:
    """One value anywhere in a good program is exchanged, left out, or a key is added."""
    document = json.loads(program_to_text(rules))
    places = list(inside(document))
    table, key = data.draw(st.sampled_from(places))
    assume(key not in ("format", "version"))
    how = data.draw(st.sampled_from(["exchange", "exchange", "leave out", "add"]))
    if how == "exchange":
        table[key] = data.draw(MENDED)
    elif how == "leave out":
        del table[key]
    elif isinstance(table, dict):
        table["kind" if key != "kind" else "suprise"] = data.draw(MENDED)
    agreed(document)


def inside(value: Any) -> Any:
    """Every (table or list, key) of a document."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from inside(value[key])


@pytest.mark.parametrize(
    "rules",
    [
        {"multipliers": [{"id": "a", "name": "A", "factor": factor}]}
        for factor in (*FACTORS, 1, 100, 101, 0, "", None, True)
    ]
    + [{"starts_on": "2026-02-30"}, {"number": 0}, {"currency": "eur"}, {"combine": "sum"}]
    + [{"rewards": [{}]}, {"tender": {"step": 1}}, {"caps": [{"per": "day"}] * 11}]
    + [{"exclusions": {"skus": ["1", "1"]}}, {"tiers": {"levels": []}}, {"nothing": 1}],
    ids=str,
)
def test_reader_and_schema_agree_at_the_bounds(rules: dict[str, Any]) -> None:
    agreed(whole(rules))
