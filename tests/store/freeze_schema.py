"""`python -m tests.store.freeze_schema`: write today's schema as a migration's SQL, and a small
database file that has it. To be run once per version, before the version is released; both files
are committed and never changed again.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from pos.store import backup, open_store
from pos.store import migrations as steps
from pos.store.tables import SCHEMA, metadata, statistics, triggers
from tests.store.shop import CLOCK_START, busy_day, clock_at

SCHEMAS = Path(__file__).parent / "schemas"


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
