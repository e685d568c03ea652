"""What is asked back from holders, and where a member's points are kept ready.

A recall stands until what was asked for has come; a later moment may be set for it, so that points
which a member asked for at a counter stay there while they shop.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.count import given_of
from loyalty.rights.note import HEAD_OFFICE, Note
from pos.office.ledger.books import Books
from pos.office.schema.dialect import Adding, among, merge
from pos.office.schema.engine import upsert
from pos.office.schema.facts import home, recall
from pos.store.tables import SHOP

_ASKED = (
    sa.select(recall.c.member, recall.c.code)
    .where(
        recall.c.merchant == sa.bindparam("merchant_"),
        recall.c.holder == sa.bindparam("holder_"),
        recall.c.at_ms <= sa.bindparam("now_"),
    )
    .order_by(recall.c.at_ms)
    .limit(sa.bindparam("most_", type_=sa.Integer))
)


class Recalls:
    """Recalls and homes of one merchant, in one transaction."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._db = books.db
        self._merchant = books.merchant

    # --- asking back ----------------------------------------------------------------------------

    def ask_back(self, holder: int, member: UUID | None, due_ms: int, code: str = "") -> None:
        """A holder is asked for a member's points, or for the use of a voucher, from a moment on;
        what is asked already is asked as early as ever.
        """
        fresh = upsert(self._db, recall)
        row = {
            "merchant": self._merchant,
            "holder": holder,
            "member": member.bytes if member else SHOP,
            "code": code,
            "at_ms": due_ms,
        }
        sooner = fresh.on_conflict_do_update(
            index_elements=["merchant", "holder", "member", "code"],
            set_={"at_ms": fresh.excluded.at_ms},
            where=recall.c.at_ms > fresh.excluded.at_ms,
        )
        self._db.execute(sooner, row)

    def asked_back(self, holder: int, most: int = 500) -> tuple[list[bytes], list[str]]:
        """Members and voucher codes a holder is asked for."""
        now, merchant = self._books.now_ms, self._merchant
        asked = {"merchant_": merchant, "holder_": holder, "now_": now, "most_": most}
        rows = self._db.execute(_ASKED, asked).all()
        return [r.member for r in rows if not r.code], [r.code for r in rows if r.code]

    def forget(self, holder: int, given: Note) -> None:
        """What was asked for has come."""
        codes = [c.name.removeprefix(given_of("")) for c in given.counts if c.shop]
        who = given.member.bytes if given.member else SHOP
        self._db.execute(
            recall.delete().where(
                recall.c.merchant == self._merchant,
                recall.c.holder == holder,
                recall.c.member == who,
                recall.c.code.in_(codes or [""]),
            )
        )

    # --- where points are kept ready --------------------------------------------------------------

    def home_of(self, member: UUID) -> int:
        """The terminal a member's points are kept at; 0: none yet."""
        wanted = sa.select(home.c.terminal).where(
            home.c.merchant == self._merchant, home.c.member == member.bytes
        )
        return self._db.execute(wanted).scalar_one_or_none() or HEAD_OFFICE

    def homes_of(self, members: Collection[bytes]) -> dict[bytes, int]:
        """The terminals that members' points are kept at, of those that have one."""
        if not members:
            return {}
        wanted = sa.select(home.c.member, home.c.terminal).where(
            home.c.merchant == self._merchant,
            among(self._db, home.c.member, members),
            home.c.terminal != HEAD_OFFICE,
        )
        return {row.member: row.terminal for row in self._db.execute(wanted)}

    def settle_in(self, members: Mapping[bytes, int], terminal: int) -> None:
        """Members' home, each from a day on."""
        rows = [(self._merchant, member, terminal, day) for member, day in members.items()]
        merge(self._db, home, rows, Adding(put=("terminal", "since_day")))
