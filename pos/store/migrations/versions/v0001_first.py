"""The first schema: everything of issue 2."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    for statement in (
        Path(__file__).with_name("v0001.sql").read_text(encoding="utf-8").split("\n;\n")
    ):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
