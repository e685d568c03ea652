"""Who may spend what: head office's side of rights, on top of its own books.

Points are written out of the pool before a note can be seen, and come back into it by what a
terminal's own entries say; `held` is the most a holder can have spent unseen (ledger-sync.md 3.3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.account import Account
from loyalty.ledger.count import Count, given_of
from loyalty.ledger.documents import counts_from_body
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry
from loyalty.rights.absorbing import Change
from loyalty.rights.note import HEAD_OFFICE, Note, note_of, sent_entry, taken_entry, whole
from loyalty.rights.pooling import covered_entry, settled_entry, written_off_entry
from pos.office.ledger.books import Books
from pos.office.ledger.folding import Lots
from pos.office.ledger.notes import FIRST, OFF, OPEN, TAKEN
from pos.office.rights.between import Between
from pos.office.rights.recalls import Recalls
from pos.office.schema.engine import upsert
from pos.office.schema.facts import note
from pos.store.columns import day_from, day_number, end_number
from pos.store.tables import SHOP, SIDES
from pos.sync.wire import entry_of, line_of, read_line

_OPEN = (
    sa.select(note.c.line, note.c.giver, note.c.giver_epoch)
    .where(
        note.c.merchant == sa.bindparam("merchant_"),
        note.c.taker == sa.bindparam("taker_"),
        note.c.state == OPEN,
    )
    .order_by(note.c.at_ms, note.c.giver_epoch, note.c.giver_seq)
    .limit(sa.bindparam("most_", type_=sa.Integer))
)


class Rights:
    """What head office grants, asks back and settles, in one transaction of its books."""

    def __init__(self, books: Books, new_id: Callable[[], UUID]) -> None:
        self.books = books
        self._db = books.db
        self._merchant = books.merchant
        self._new_id = new_id
        self.recalls = Recalls(books)
        self.between = Between(self)

    # --- giving ---------------------------------------------------------------------------------

    def grant(self, member: UUID, to: int, why: str) -> Note | None:
        """Everything the pool has of a member goes to a holder; None where it has nothing to give.

        Pending points and debts stay: they are head office's to look after.
        """
        books = self.books
        account = books.account(member)
        changes = tuple(c for c in whole(account) if c.side is Ledger.MEMBER)
        counts = books.movable(member, HEAD_OFFICE)
        if not changes and not counts:
            return None
        return self._give(to, member, changes, counts, why)

    def grant_voucher(self, code: str, to: int, why: str) -> Note | None:
        """The use of a voucher goes to a holder; None where the pool has it not."""
        wanted = given_of(code)
        counts = tuple(c for c in self.books.movable(None, HEAD_OFFICE) if c.name == wanted)
        return self._give(to, None, (), counts, why) if counts else None

    def _give(
        self,
        to: int,
        member: UUID | None,
        changes: tuple[Change, ...],
        counts: tuple[Count, ...],
        why: str,
    ) -> Note:
        books = self.books
        made = sent_entry(to, member, changes, counts, why, books.occasion(self._new_id()))
        booked = books.append(made)
        self.keep_note(booked, OPEN)
        return note_of(booked)

    def keep_note(self, booked: Entry, state: int) -> bool:
        """Remember a giver's entry until it is taken; whether its note was not known."""
        given = note_of(booked)
        pending = sum(c.points for c in given.changes if c.side is Ledger.PENDING)
        row = {
            "merchant": self._merchant,
            "id": given.id.bytes,
            "giver": given.giver.terminal,
            "giver_epoch": given.giver.epoch,
            "giver_seq": given.giver.seq,
            "taker": given.to,
            "member": given.member.bytes if given.member else None,
            "points": given.points - pending,
            "pending": pending,
            "state": state,
            "line": line_of(booked).decode(),
            "at_ms": self.books.now_ms,
        }
        fresh = upsert(self._db, note).on_conflict_do_nothing().returning(note.c.id)
        return self._db.execute(fresh, row).first() is not None

    def open_notes(self, terminal: int, most: int) -> list[tuple[str, tuple[int, int]]]:
        """Notes on their way to a terminal, oldest first, as lines; terminal and epoch of whoever
        gave them.
        """
        asked = {"merchant_": self._merchant, "taker_": terminal, "most_": most}
        return [(line, (giver, epoch)) for line, giver, epoch in self._db.execute(_OPEN, asked)]

    # --- what terminals' entries say -------------------------------------------------------------

    def sent(self, booked: Entry) -> None:
        """A terminal gave something away: what comes to head office is in the pool at once."""
        given = note_of(booked)
        if given.to != HEAD_OFFICE:
            self.between.gave(booked, given)
            return
        self.keep_note(booked, TAKEN)
        self.take(given)
        self.recalls.forget(booked.key.terminal, given)

    def take(self, given: Note) -> None:
        """A note for the pool."""
        books = self.books
        account = books.account(given.member) if given.member else Account()
        books.append(taken_entry(given, account, books.occasion(given.id)))

    def taken(self, booked: Entry) -> None:
        """A terminal took a note. One that nobody knows of, or that was taken before, was made of
        nothing: by a head office that was restored since, or by a copied terminal.
        """
        wanted = sa.select(note.c.state, note.c.giver).where(*self._note(booked.source))
        row = self._db.execute(wanted.with_for_update()).one_or_none()
        if row is None:
            if self.between.took(booked):
                return
            row = self._db.execute(wanted.with_for_update()).one_or_none()
        if row is not None and row.state == OPEN:
            self._db.execute(note.update().where(*self._note(booked.source)).values(state=TAKEN))
            if row.giver != HEAD_OFFICE:
                self.between.visiting(booked)
            return
        again = row is not None and row.state in (TAKEN, FIRST)
        self.settle_taken(booked, "note-again" if again else "note-unknown")

    def settle_taken(self, booked: Entry, why: str, holder: int = HEAD_OFFICE) -> None:
        """Take what a note brought out of nothing from the pool, and from nobody's count."""
        lost = [Change(p.account, p.lot, -p.points) for p in booked.postings if p.lot]
        books = self.books
        counts = tuple(
            replace(count, amount=-count.amount) for count in counts_from_body(booked.body)
        )
        pool = books.account(booked.member) if booked.member else Account()
        made = settled_entry(
            holder, booked.member, lost, counts, pool, why, books.occasion(self._new_id())
        )
        books.append(made)

    def _note(self, id_: UUID) -> tuple[sa.ColumnElement[bool], ...]:
        return note.c.merchant == self._merchant, note.c.id == id_.bytes

    def cover(self, booked: Entry) -> None:
        """A terminal advanced points at its shop's risk: the pool pays, or the member owes it."""
        assert booked.member is not None
        books = self.books
        pool = books.account(booked.member)
        books.append(covered_entry(booked, pool, books.occasion(booked.source)))

    def settle_holder(self, holder: int, why: str) -> int:
        """Whatever head office still counts at a holder goes to the pool, more or less than
        nothing: after `rights-cleared`, or when a terminal is given up. How many members.
        """
        books = self.books
        members = 0
        left = dict(books.left_of(holder))
        stamps: dict[UUID | None, list[Count]] = {}
        for owner, name, day, amount in books.counts_left(holder):
            who = None if owner == SHOP else UUID(bytes=owner)
            on = day_from(day) if day else None
            stamps.setdefault(who, []).append(Count(name, amount, on, who is None))
        for member in sorted({*left, *stamps}, key=lambda m: m.bytes if m else b""):
            changes = left.get(member, ()) if member else ()
            counts = tuple(stamps.get(member, ()))
            pool = books.account(member) if member else Account()
            occasion = books.occasion(self._new_id())
            books.append(settled_entry(holder, member, changes, counts, pool, why, occasion))
            self._forget(holder, member, changes, counts)
            members += 1
        self.between.gone(holder)
        return members

    def _forget(
        self, holder: int, member: UUID | None, changes: Iterable[Change], counts: Iterable[Count]
    ) -> None:
        """Head office's count of a holder, without what the pool took over."""
        lots: Lots = {}
        for change in changes:
            assert member is not None
            ref = change.lot
            sign = 1 if change.side is Ledger.MEMBER_DEBT else -1
            where = (
                member.bytes,
                holder,
                SIDES[change.side],
                ref.key.terminal,
                ref.key.epoch,
                ref.key.seq,
                ref.earned_ms,
                end_number(ref) or 0,
                day_number(ref.vests_on) if ref.vests_on else 0,
            )
            lots[where] = sign * change.points
        self.books.move(lots)
        gone = [replace(count, amount=-count.amount) for count in counts]
        self.books.count(member, gone, holder)

    def call_off(self, holder: int) -> int:
        """Notes on their way to a holder that is given up come back into the pool."""
        wanted = sa.select(note.c.id, note.c.line).where(
            note.c.merchant == self._merchant, note.c.taker == holder, note.c.state == OPEN
        )
        rows = self._db.execute(wanted).all()
        for row in rows:
            self._db.execute(note.update().where(*self._note(UUID(bytes=row.id))).values(state=OFF))
            self.settle_note(note_of(entry_of(read_line(row.line), HEAD_OFFICE, 0)), "called-off")
        return len(rows)

    def settle_note(self, given: Note, why: str) -> None:
        """What a note carries comes into the pool after all."""
        books = self.books
        pool = books.account(given.member) if given.member else Account()
        made = settled_entry(
            given.to,
            given.member,
            given.changes,
            given.counts,
            pool,
            why,
            books.occasion(self._new_id()),
        )
        books.append(made)

    def write_off(self, member: UUID, why: str) -> int:
        """What a member owes the pool becomes the program's loss; points."""
        books = self.books
        pool = books.account(member)
        if not pool.owed:
            return 0
        books.append(written_off_entry(member, pool, why, books.occasion(self._new_id())))
        return pool.owed
