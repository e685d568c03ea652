"""A step that adds new tables and changes none: what of the version's schema is not there yet."""

from __future__ import annotations

from pathlib import Path

from alembic import op

_VERSIONS = Path(__file__).parent / "versions"


def add_tables(version: int) -> None:
    """Make the tables and indexes of a version's frozen schema that are missing, and tell SQLite
    anew how the data lies.
    """
    connection = op.get_bind()
    text = (_VERSIONS / f"v{version:04d}.sql").read_text(encoding="utf-8")
    wanted = text.split("\n;\n")
    there = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema")}
    for statement in wanted:
        if statement.startswith("CREATE") and _named(statement) not in there:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    for statement in wanted:
        if statement.startswith("INSERT INTO sqlite_stat1"):
            connection.exec_driver_sql(statement)


def _named(statement: str) -> str:
    return statement.replace("CREATE UNIQUE", "CREATE").split()[2]
