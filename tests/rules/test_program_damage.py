"""Nothing a file can hold breaks the reader: it is refused with a place, or read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import checked, program_from_text, program_to_text
from loyalty.rules.program import Program
from tests.rules.book import refused
from tests.rules.programs import whole_programs
from tests.rules.test_program_document import edited, every_key


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


def test_conditions_within_conditions_end_somewhere() -> None:
    audience: Any = {}
    for _ in range(300):
        audience = {"any_of": [audience]}
    text = edited("campaigns", [{"id": "c", "name": "C", "audience": audience}])
    assert refused("program-invalid", program_from_text, text)["why"] == "too-deep"


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


@settings(max_examples=60)
@given(whole_programs(), st.data())
def test_no_damage_to_a_file_breaks_the_reader(rules: Program, data: st.DataObject) -> None:
    """Cut off, a stretch lost, doubled, or overwritten: refused with a place, or read."""
    text = program_to_text(rules)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    middle = data.draw(st.sampled_from(["", text[start:end] * 2, '"', "{", "]", "-", "1e9", "\0"]))
    found = checked(text[:start] + middle + text[end:])
    assert (found.program is None) is bool(found.refused)
    lines = text.count("\n") * 2 + 2
    assert all(0 <= one.line <= lines for one in (*found.refused, *found.doubtful))
