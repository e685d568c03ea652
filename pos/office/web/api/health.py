"""`/api/v1/health`: whether head office and its database answer, for whoever watches machines."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from pos.office.schema.engine import reading
from pos.office.web.asking import Ask, Call


class Health(msgspec.Struct):
    """All is well, or the answer would be a problem 503. `now_ms`: head office's clock."""

    ok: bool
    database: str
    now_ms: int


def _health(ask: Ask, _: None) -> Health:
    with reading(ask.parts.engine) as connection:
        connection.execute(sa.select(1))
    return Health(ok=True, database=ask.parts.engine.dialect.name, now_ms=ask.house.now_ms)


CALLS = (Call("/api/v1/health", _health, Health, "Whether head office answers", public=True),)
