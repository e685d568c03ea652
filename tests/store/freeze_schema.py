"""`python -m tests.store.freeze_schema`: write today's schema as a migration's SQL, and a small
database file that has it. To be run once per version, before the version is released; both files
are committed and never changed again.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from pos.store import (
    backup,
    masters,
    open_store,
    receipt_tables,
    room_tables,
    sync_tables,
    tables,
)
from pos.store import migrations as steps
from pos.store.columns import metadata
from pos.store.tables import SCHEMA, triggers
from tests.store.shop import CLOCK_START, busy_day, clock_at

SCHEMAS = Path(__file__).parent / "schemas"
ROOMS = (
    tables,
    masters,
    receipt_tables,
    sync_tables,
    room_tables,
)  # whose tables stand in `metadata` once they are imported


def schema_sql() -> str:
    """All statements that make the tables, indexes and triggers of tables.py."""
    dialect = sqlite.dialect()
    statements = []
    for table in metadata.sorted_tables:
        made: list[sa.schema.DDLElement] = [sa.schema.CreateTable(table)]
        made += [sa.schema.CreateIndex(index) for index in sorted(table.indexes, key=_name)]
        statements += [str(one.compile(dialect=dialect)).strip() for one in made]
    tidy = ["\n".join(line.rstrip() for line in one.splitlines()) for one in statements]
    told = ["ANALYZE", *(f"INSERT INTO sqlite_stat1 VALUES {row!r}" for row in statistics())]
    return "\n;\n".join([*tidy, *triggers(), *told]) + "\n;\n"


# --- what SQLite is told about the data ---------------------------------------------------------

_MANY, _FEW = 1_000_000, 20
_SMALL = frozenset(
    {
        *("operator", "shift", "program", "epoch", "setting"),
        *("claim_key", "receipt_issuer", "receipt_device", "template"),
        *("office_receipt", "branch", "set_aside"),
        *("letter", "draft", "report_plan", "role_limit", "mark"),
    }
)
_PER_VALUE = {
    "n": 1,
    "seq": 3,
    "of_seq": 1,
    "lot_seq": 1,
    "source": 1,
    "member": 10,
    "id": 1,
    "code": 1,
    "name": 1,
    "number": 1,
    "badge": 1,
    "word": 20,
    "phone_reversed": 1,
    "bizdate": 1_000,
    "shift": 300,
    "expires": 500,
    "vests": 500,
    "day": 1,
    "owner": 1_000,
    "given_on": 1_000,
    "sku": 1,
    "plu": 1,
    "session": 1,
    "friend": 1,
    "email_folded": 1,
    "referral_code": 1,
    "household": 3,
    "merged_into": 3,
    "state": 100_000,
    "starts_on": 1,
    "scheme": 100_000,
    "receipt": 2,
    "issuer": 10_000,
    "issued_on": 1_000,
    "device": 1_000,
    "counter": 1,
    "question": 1,
    "kind": 100_000,
}


def statistics() -> tuple[tuple[str, str, str], ...]:
    """Rows of `sqlite_stat1`: how many rows share the first columns of each index.

    Left to guess, SQLite takes `merchant = ?` for a good filter and walks the whole ledger, because
    it cannot know that a shop has one merchant.
    """
    found = []
    for table in metadata.sorted_tables:
        if table.dialect_options["sqlite"]["with_rowid"]:
            names = [f"sqlite_autoindex_{table.name}_{number}" for number in (1, 2)]
        else:
            names = [table.name]
        keys = [list(table.primary_key.columns)]
        keys += [list(k.columns) for k in table.constraints if isinstance(k, sa.UniqueConstraint)]
        for name, key in zip(names, keys, strict=True):
            found.append((table.name, name, _stat(table, key, unique=True)))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            stat = _stat(table, list(index.columns), unique=bool(index.unique))
            found.append((table.name, str(index.name), stat))
    return tuple(found)


def _stat(table: sa.Table, columns: list[sa.Column[Any]], *, unique: bool) -> str:
    rows = _FEW if table.name in _SMALL else _MANY
    numbers = [rows]
    for column in columns:
        numbers.append(min(numbers[-1], _PER_VALUE.get(column.name, rows)))
    if unique:
        numbers[-1] = 1
    return " ".join(map(str, numbers))


def _name(index: sa.Index) -> str:
    return str(index.name)


def main() -> None:
    """Both files of this version."""
    folder = Path(steps.__file__).parent / "versions"
    (folder / f"v{SCHEMA:04d}.sql").write_text(schema_sql(), encoding="utf-8")
    SCHEMAS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        clock = clock_at(CLOCK_START)
        path = Path(scratch) / "regulars.db"
        with open_store(path, clock, reserve_bytes=0) as store:
            busy_day(store)
            made = backup(store, Path(scratch) / "copies")
        made.replace(SCHEMAS / f"v{SCHEMA:04d}.db")


if __name__ == "__main__":
    main()
