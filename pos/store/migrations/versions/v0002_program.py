"""The whole program: pending and sliding points, counts, and masters beside people and cards.

Facts stay as they lie: columns are added, and checks that knew too few kinds and accounts are
replaced in the schema's text, as https://sqlite.org/lang_altertable.html (7) describes, so that
the length of the ledger does not matter.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_COLUMNS = {
    "posting": ("lot_vests INTEGER",),
    "lot": ("vests INTEGER",),
    "member": (
        "birthday TEXT DEFAULT '' NOT NULL",
        "email TEXT DEFAULT '' NOT NULL",
        "email_folded TEXT DEFAULT '' NOT NULL",
        "household BLOB",
        "merged_into BLOB",
        "referral_code TEXT DEFAULT '' NOT NULL",
        "segment TEXT DEFAULT '' NOT NULL",
    ),
}
_CHANGED = ("entry", "posting", "lot", "member")

_DAYS = """
INSERT INTO member_day
SELECT merchant, member, bizdate, count(*), sum(spend), sum(earned), 0, count(*)
FROM (
    SELECT s.merchant, s.member, s.bizdate, s.earned, CASE WHEN json_valid(e.body)
        THEN (SELECT coalesce(sum(value), 0) FROM json_each(e.body, '$.x.e')) ELSE 0 END AS spend
    FROM sale s JOIN entry e USING (merchant, terminal, epoch, seq)
    WHERE s.member IS NOT NULL
)
GROUP BY merchant, member, bizdate
"""
"""What the sales so far have counted: see `Sale.daily`. Returns of that time took nothing back."""


def upgrade() -> None:
    connection = op.get_bind()
    wanted = Path(__file__).with_name("v0002.sql").read_text(encoding="utf-8").split("\n;\n")
    said = {_named(statement): statement for statement in wanted if statement.startswith("CREATE")}
    there = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_schema")}
    for name, columns in _COLUMNS.items():
        for column in columns:
            connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {column}")
    _rewrite(connection, {name: said[name] for name in _CHANGED})
    for name, statement in said.items():
        if name not in there:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    for statement in wanted:
        if statement.startswith("INSERT INTO sqlite_stat1"):
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_DAYS)


def _named(statement: str) -> str:
    words = statement.replace("CREATE UNIQUE", "CREATE").split()
    return words[2]


def _rewrite(connection: sa.Connection, said: dict[str, str]) -> None:
    """Other words for tables whose rows lie as the words say; each is looked at afterwards."""
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    for name, sql in said.items():
        connection.exec_driver_sql(
            "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?", (sql, name)
        )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
    for name in said:
        found = connection.exec_driver_sql(f"PRAGMA quick_check({name})").scalars().all()
        if found != ["ok"]:
            raise RuntimeError(f"{name} does not lie as its new words say: {found[:3]}")
