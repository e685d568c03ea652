"""What a terminal with a head office proved, must tell, and knows of elsewhere: new tables."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    connection = op.get_bind()
    wanted = Path(__file__).with_name("v0004.sql").read_text(encoding="utf-8").split("\n;\n")
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
