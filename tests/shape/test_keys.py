"""Head office's tables could live on many servers: `merchant` leads every key, and nothing in them
needs one engine, or one server that counts for all. Citus, CockroachDB and YugabyteDB ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from pos.office.schema.columns import metadata
from tests.shape.sources import sources

# What both engines have, and what shards them.
KINDS = (sa.Integer, sa.BigInteger, sa.Text, sa.LargeBinary)
# Rows counted by one server, code that runs in it, values only one engine has.
COUNTED = re.compile(r"\b(SERIAL|BIGSERIAL|IDENTITY|AUTOINCREMENT|SEQUENCE)\b|nextval")
IN_CODE = re.compile(
    r"\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?(TRIGGER|FUNCTION|PROCEDURE|SEQUENCE|RULE)\b"
    r"|\bnextval\s*\(|\bsa\.(Sequence|Identity|ARRAY|JSON|Enum)\b",
    re.IGNORECASE,
)


def complaints(tables: sa.MetaData) -> list[str]:
    """Where the tables break the rule of keys or use what not all engines have."""
    found = []
    for one in tables.sorted_tables:
        found += [
            f"{one.name}: {what} ({', '.join(names)}) does not begin with merchant"
            for what, names in _keys(one)
            if list(names[:1]) != ["merchant"]
        ]
        means = list(_means(one))
        found += means or _counted(one)  # a kind that an engine lacks cannot be written for it
    return found


def _keys(one: sa.Table) -> Iterator[tuple[str, Sequence[str]]]:
    """What a sharded engine must be able to check within one merchant, and its columns."""
    yield "primary key", one.primary_key.columns.keys()
    for rule in one.constraints:
        if isinstance(rule, sa.UniqueConstraint):
            yield "unique", rule.columns.keys()
        if isinstance(rule, sa.ForeignKeyConstraint):
            yield "foreign key", rule.column_keys
            yield "foreign key's target", [element.column.name for element in rule.elements]
    for index in one.indexes:
        if index.unique:
            yield "unique index", index.columns.keys()


def _means(one: sa.Table) -> Iterator[str]:
    for column in one.columns:
        if type(column.type) not in KINDS:
            yield f"{one.name}.{column.name}: {type(column.type).__name__}"
        if column.default is not None or column.onupdate is not None:
            yield f"{one.name}.{column.name}: a value that the driver makes up"


def _counted(one: sa.Table) -> list[str]:
    ddl = str(CreateTable(one).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    return [f"{one.name}: {found[0]}" for found in COUNTED.finditer(ddl)]


def test_merchant_leads_every_key_and_nothing_needs_one_engine() -> None:
    for one in sources("pos"):  # whatever module of the room makes tables
        if one.module.startswith("pos.office.schema"):
            import_module(one.module)
    assert metadata.tables
    assert complaints(metadata) == []


def test_no_code_of_head_office_makes_a_trigger_or_a_sequence() -> None:
    office = [one for one in sources("pos") if one.module.startswith("pos.office")]
    found = [
        f"{one.place(number)}: {line.strip()}"
        for one in office
        for number, line in enumerate(one.lines, 1)
        if IN_CODE.search(line)
    ]
    assert office
    assert found == []


def merchant() -> sa.Column[int]:
    return sa.Column("merchant", sa.Integer, primary_key=True, autoincrement=False)


def number(*, leads: bool = False, counted: bool = False) -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=leads, autoincrement=counted)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([merchant(), number(leads=True)], None),
        ([number(leads=True), merchant()], "t: primary key (number, merchant) does not"),
        ([number()], "t: primary key () does not"),
        ([merchant(), number(), sa.UniqueConstraint("number")], "t: unique (number) does not"),
        ([merchant(), number(), sa.Index("i", "number", unique=True)], "t: unique index (number)"),
        ([merchant(), number(), sa.Index("i", "number")], None),
        (
            [merchant(), number(), sa.ForeignKeyConstraint(["number"], ["other.merchant"])],
            "t: foreign key (number) does not",
        ),
        (
            [merchant(), number(), sa.ForeignKeyConstraint(["merchant"], ["other.number"])],
            "t: foreign key's target (number) does not",
        ),
        ([merchant(), sa.Column("word", sa.String(9))], "t.word: String"),
        ([merchant(), sa.Column("words", postgresql.ARRAY(sa.Text))], "t.words: ARRAY"),
        ([merchant(), sa.Column("facts", sa.JSON)], "t.facts: JSON"),
        ([merchant(), sa.Column("at", sa.DateTime)], "t.at: DateTime"),
        ([merchant(), number(leads=True, counted=True)], "t: SERIAL"),
        ([merchant(), sa.Column("n", sa.Integer, sa.Identity())], "t: IDENTITY"),
        ([merchant(), sa.Column("n", sa.Integer, default=sa.Sequence("s"))], "t.n: a value that"),
    ],
)
def test_each_fault_is_found(parts: list[sa.schema.SchemaItem], said: str | None) -> None:
    tables = sa.MetaData()
    sa.Table("other", tables, merchant(), number(leads=True))
    sa.Table("t", tables, *parts)
    found = complaints(tables)
    assert found == [] if said is None else any(one.startswith(said) for one in found)
