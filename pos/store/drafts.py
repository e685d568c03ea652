"""Programs in the making: a text each, which may still be wrong."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from pos.store.room_tables import draft
from pos.store.statements import Prepared, Row, Rows, given

_NAMES = ("id", "name", "body", "at_ms", "operator")
_ROWS = sa.select(*(draft.c[name] for name in _NAMES)).where(draft.c.merchant == given("merchant"))
_ALL = Prepared(_ROWS.order_by(draft.c.at_ms.desc(), draft.c.id))
_ONE = Prepared(_ROWS.where(draft.c.id == given("id")))
_new = insert(draft)
_KEEP = Prepared(
    _new.on_conflict_do_update(
        index_elements=["merchant", "id"],
        set_={name: _new.excluded[name] for name in _NAMES[1:]},
    )
)
_DROP = Prepared(
    draft.delete().where(draft.c.merchant == given("merchant"), draft.c.id == given("id"))
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A program in the making: `body` is a program file, `operator` who touched it last."""

    id: UUID
    name: str
    body: str
    at_ms: int
    operator: str


class DraftView(Rows):
    """Drafts, read."""

    __slots__ = ()

    def drafts(self) -> tuple[Draft, ...]:
        """All of them, the one touched last first."""
        return tuple(map(_draft_from, self._all(_ALL, self.merchant)))

    def draft(self, draft_id: UUID) -> Draft | None:
        """One by its id."""
        row = self._one(_ONE, self.merchant, draft_id.bytes)
        return _draft_from(row) if row else None


class DraftWork(DraftView):
    """Drafts, written."""

    __slots__ = ()

    def keep_draft(self, kept: Draft) -> None:
        """Add a draft, or put it in place of what it was."""
        told = (kept.name, kept.body, kept.at_ms, kept.operator)
        self._do(_KEEP, self.merchant, kept.id.bytes, *told)

    def drop_draft(self, draft_id: UUID) -> bool:
        """Throw a draft away; whether there was one."""
        return self._do(_DROP, self.merchant, draft_id.bytes) > 0


def _draft_from(row: Row) -> Draft:
    raw, name, body, at_ms, operator = row
    return Draft(UUID(bytes=raw), name, body, at_ms, operator)
