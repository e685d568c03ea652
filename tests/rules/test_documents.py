"""Bodies: read back as written, and unreadable in one way only, however hostile."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import (
    compact,
    opened,
    return_body,
    returned_from,
    sale_body,
    sale_from,
    undone_body,
    undone_from,
)
from loyalty.ledger.entry import EntryKey
from loyalty.redemption.quote import Chosen
from loyalty.rules.program import Program
from loyalty.sales.returned import Returned
from tests.rules.book import MEMBER, Book, refused
from tests.rules.makers import DAY, Step, basket, histories, played, program, programs

ID = UUID(int=5)


def bodies() -> tuple[str, str, str]:
    """A sale's, a return's and an undo's body, with everything in them."""
    book = Book(DAY)
    book.sell(basket(9000), program())
    goods = Basket("EUR", (Line('김치 "x" \\ \n', 700, 2, "1", "food", "b", 70, frozenset("f")),))
    sale = book.sell(goods, program(), [Chosen("coffee"), Chosen("fiver")])
    _, entry = book.give_back(sale, program())
    return sale.body, entry.body, undone_body(entry.key, "ann")


SALE, RETURN, UNDONE = bodies()
READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "sale": (SALE, lambda body: sale_from(body, ID, MEMBER, 1)),
    "return": (RETURN, lambda body: returned_from(body, ID)),
    "undo": (UNDONE, undone_from),
}


@given(programs(), histories())
def test_what_was_written_is_read_back_and_written_the_same(
    rules: Program, history: list[Step]
) -> None:
    book = played(rules, history)
    for entry in book.sales():
        sale = book.sale(entry)
        assert sale_body(sale) == entry.body
        assert sale.explanation.line_points == tuple(line.earned for line in sale.lines)
        for back in book.returns(entry.key):
            assert returned_from(return_body(back), back.id) == back


whole = st.integers(-(2**40), 2**40)
keys = st.builds(EntryKey, *[st.integers(0, 2**31)] * 3)


@given(
    st.builds(
        Returned,
        *[st.uuids(), keys, st.lists(st.integers(0, 9999), max_size=9).map(tuple)],
        *[whole] * 8,
        *[st.booleans(), st.text(max_size=9).filter(str.isprintable), st.none() | st.uuids()],
    )
)
def test_any_return_survives_its_body(returned: Returned) -> None:
    assert returned_from(return_body(returned), returned.id) == returned


@given(keys)
def test_an_undo_names_its_entry(key: EntryKey) -> None:
    assert undone_from(undone_body(key, "ann")) == key


def test_half_a_surrogate_pair_does_not_break_the_books() -> None:
    sale = sale_from(SALE, ID, MEMBER, 1)
    body = sale_body(replace(sale, operator="ann\ud83d", number="\udc00"))
    again = sale_from(body, ID, MEMBER, 1)
    assert (again.operator, again.number) == ("ann\ufffd", "\ufffd")
    assert body.encode()


def test_a_body_is_compact_sorted_and_in_its_own_script() -> None:
    assert compact({"b": [1, 2], "a": "김"}) == '{"a":"김","b":[1,2]}'


NOT_BODIES = [
    "",
    "x",
    "null",
    "1",
    "[]",
    '"v"',
    "{}",
    '{"v":2}',
    '{"v":"1"}',
    '{"v":1}',
    '{"v":1',
    "\x00",
    "\ud800",
    "[" * 100_000,
    '{"v":1,"of":' + "[" * 100_000,
    '{"v":' + "9" * 5000 + "}",
]


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("body", NOT_BODIES, ids=range(len(NOT_BODIES)))
def test_what_is_no_body_is_unreadable(kind: str, body: str) -> None:
    refused("body-unreadable", READERS[kind][1], body)


def paths(document: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in a JSON document."""
    inner: Any = ()
    if isinstance(document, dict):
        inner = document.items()
    elif isinstance(document, list):
        inner = enumerate(document)
    return [here] * bool(here) + [p for key, value in inner for p in paths(value, (*here, key))]


def at(document: Any, path: tuple[Any, ...]) -> Any:
    """The value at the end of a path."""
    for key in path:
        document = document[key]
    return document


HOSTILE: list[object] = [
    None,
    True,
    1.5,
    -1,
    10**30,
    "",
    "x",
    [],
    {},
    [[]],
    [None] * 6,
    float("nan"),
]


@pytest.mark.parametrize("kind", READERS)
def test_every_value_replaced_by_every_wrong_one_is_unreadable_or_of_its_type(kind: str) -> None:
    body, read = READERS[kind]
    refusals = 0
    for path in paths(json.loads(body)):
        for wrong in HOSTILE:
            document = json.loads(body)
            at(document, path[:-1])[path[-1]] = wrong
            refusals += outcome(read, json.dumps(document)) == "body-unreadable"
    assert refusals > 5 * len(paths(json.loads(body)))


def outcome(read: Callable[[str], object], body: str) -> str:
    """The code of the refusal, or "read"; any other exception is a failure of the test."""
    try:
        read(body)
    except LoyaltyError as no:
        return no.code
    return "read"


@pytest.mark.parametrize("kind", READERS)
def test_a_missing_value_is_never_guessed(kind: str) -> None:
    body, read = READERS[kind]
    later = {"t"}  # what version 1 came to hold afterwards reads as nothing where it is absent
    for key in set(json.loads(body)) - later - {"o" if kind == "undo" else ""}:
        document = json.loads(body)
        del document[key]
        assert outcome(read, json.dumps(document)) == "body-unreadable", key


WRONG_NUMBERS = [("l", 0, 1), ("l", 0, 2), ("l", 0, 9), ("u", 0, 2), ("d", 0, 5), ("x", "e", 0)]


@pytest.mark.parametrize("path", WRONG_NUMBERS, ids=str)
@pytest.mark.parametrize("wrong", [-1, 1.0, True, "1", None])
def test_money_and_points_are_whole_and_never_below_zero(
    path: tuple[Any, ...], wrong: object
) -> None:
    document = json.loads(SALE)
    at(document, path[:-1])[path[-1]] = wrong
    refused("body-unreadable", sale_from, json.dumps(document), ID, MEMBER, 1)


def test_a_void_is_yes_or_no() -> None:
    document = json.loads(RETURN) | {"void": 1}
    refused("body-unreadable", returned_from, json.dumps(document), ID)


def test_an_explanation_must_fit_its_lines() -> None:
    for change in ({"e": [700]}, {"w": [1]}, {"e": [0] * 2, "w": [0] * 2}, {"r": [["x", 1, 0, 1]]}):
        document = json.loads(SALE)
        document["x"] |= change
        refused("body-unreadable", sale_from, json.dumps(document), ID, MEMBER, 1)


@given(st.text(max_size=40))
def test_no_text_breaks_the_opening(body: str) -> None:
    assert outcome(opened, body) in {"body-unreadable", "read"}


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


@given(st.sampled_from(sorted(READERS)), st.data())
def test_no_json_breaks_a_reader(kind: str, data: st.DataObject) -> None:
    body, read = READERS[kind]
    document = json.loads(body)
    for key in data.draw(st.sets(st.sampled_from(sorted(document)))):
        document[key] = data.draw(json_values)
    assert outcome(read, json.dumps(document)) in {"body-unreadable", "read"}
