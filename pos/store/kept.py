"""Reports as they were made: printed a second time from the same books, they are the same."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from pos.store.columns import day_number
from pos.store.room_tables import kept_report
from pos.store.statements import Prepared, Rows, given

_WHICH = ("merchant", "name", "first", "last", "books")
_KEPT = Prepared(
    sa.select(kept_report.c.body).where(*(kept_report.c[name] == given(name) for name in _WHICH))
)
_new = insert(kept_report)
_KEEP = Prepared(
    _new.on_conflict_do_update(
        index_elements=list(_WHICH),
        set_={"at_ms": _new.excluded.at_ms, "body": _new.excluded.body},
    )
)


class KeptView(Rows):
    """Reports that were made, read."""

    __slots__ = ()

    def kept_report(self, name: str, first: date, last: date, books: str) -> str | None:
        """The text of a report over a period, made from these books."""
        days = day_number(first), day_number(last)
        row = self._one(_KEPT, self.merchant, name, *days, books)
        return row[0] if row else None


class KeptWork(KeptView):
    """Reports that were made, kept."""

    __slots__ = ()

    def keep_report(
        self, name: str, days: tuple[date, date], books: str, at_ms: int, body: str
    ) -> None:
        """Keep a report; one of the same name, days and books is replaced."""
        first, last = map(day_number, days)
        self._do(_KEEP, self.merchant, name, first, last, books, at_ms, body)
