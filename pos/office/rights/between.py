"""Notes between two terminals of a shop, whose entries come to head office in either order.

A till may be heard days before the hub that gave to it. Until the giver's entry has come, or can
never come, a note is *taken first*: counted at its taker, and not yet taken off its giver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey
from loyalty.rights.note import HEAD_OFFICE, Note, giver_of
from pos.office.ledger.notes import FIRST, OFF, OPEN, PAID, TAKEN
from pos.office.rights.hubs import LATER_MS
from pos.office.schema.engine import upsert
from pos.office.schema.facts import note, terminal, terminal_epoch
from pos.sync.wire import entry_of, line_of, read_line

if TYPE_CHECKING:
    from pos.office.rights.pool import Rights


class Between:
    """What two terminals' entries say of one note, in one transaction of head office's books."""

    def __init__(self, rights: Rights) -> None:
        self._rights = rights
        self._books = rights.books
        self._db = rights.books.db
        self._merchant = rights.books.merchant

    def gave(self, booked: Entry, given: Note) -> None:
        """The giver's entry has come."""
        rights = self._rights
        rights.recalls.forget(booked.key.terminal, given)
        state = self._state(given.id)
        if state is None and rights.keep_note(booked, OPEN):
            if not self._there(given.to):  # nobody is left to take it
                self._change(given.id, OFF)
                rights.settle_note(given, "called-off")
            return
        state = self._state(given.id)
        if state not in (FIRST, PAID):
            return
        at = booked.key
        self._change(
            given.id,
            TAKEN,
            giver=at.terminal,
            giver_epoch=at.epoch,
            giver_seq=at.seq,
            line=line_of(booked).decode(),
        )
        if state == PAID:  # the pool paid in its place
            rights.settle_note(given, "note-came")

    def took(self, booked: Entry) -> bool:
        """A terminal took a note that is not known; False where no terminal can have given it."""
        try:
            giver = giver_of(booked)
        except LoyaltyError:
            return False
        if giver.terminal == HEAD_OFFICE:
            return False
        lost = self._lost(giver)
        if not self._keep_first(booked, giver, PAID if lost else FIRST):
            return False  # its giver's entry came this very moment
        if lost:
            self._rights.settle_taken(booked, "note-lost")
        else:
            self.visiting(booked)
        return True

    def visiting(self, booked: Entry) -> None:
        """Points that a till fetched go home again, if its hub does not get them back."""
        recalls = self._rights.recalls
        member, till = booked.member, booked.key.terminal
        if member is not None and recalls.home_of(member) not in (HEAD_OFFICE, till):
            recalls.ask_back(till, member, self._books.now_ms + LATER_MS)

    def gone(self, giver: int) -> int:
        """A terminal is given up, or began anew: what it gave and never told of, the pool pays. If
        its entry comes all the same, the pool has it back. How many notes.
        """
        return self._pay(note.c.giver == giver)

    def passed(self, giver: int, epoch: int, next_: int) -> int:
        """Head office has an epoch up to before `next_`: a note that is not among its entries was
        of a branch that is lost. How many.
        """
        return self._pay(
            note.c.giver == giver, note.c.giver_epoch == epoch, note.c.giver_seq < next_
        )

    def _pay(self, *where: sa.ColumnElement[bool]) -> int:
        wanted = sa.select(note.c.id, note.c.line, note.c.taker).where(
            note.c.merchant == self._merchant, note.c.state == FIRST, *where
        )
        rows = self._db.execute(wanted).all()
        for row in rows:
            self._change(UUID(bytes=row.id), PAID)
            self._rights.settle_taken(entry_of(read_line(row.line), row.taker, 0), "note-lost")
        return len(rows)

    def _keep_first(self, booked: Entry, giver: EntryKey, state: int) -> bool:
        sides = [(p.account, p.points) for p in booked.postings if p.lot]
        pending = sum(points for side, points in sides if side is Ledger.PENDING)
        row = {
            "merchant": self._merchant,
            "id": booked.source.bytes,
            "giver": giver.terminal,
            "giver_epoch": giver.epoch,
            "giver_seq": giver.seq,
            "taker": booked.key.terminal,
            "member": booked.member.bytes if booked.member else None,
            "points": sum(points for _, points in sides) - pending,
            "pending": pending,
            "state": state,
            "line": line_of(booked).decode(),
            "at_ms": self._books.now_ms,
        }
        fresh = upsert(self._db, note).on_conflict_do_nothing().returning(note.c.id)
        return self._db.execute(fresh, row).first() is not None

    def _lost(self, giver: EntryKey) -> bool:
        """Whether a giver's entry can come no more, as far as is known."""
        if not self._there(giver.terminal):
            return True
        known = sa.select(terminal.c.cleared_epoch).where(
            terminal.c.merchant == self._merchant, terminal.c.number == giver.terminal
        )
        if 0 < giver.epoch < self._db.execute(known).scalar_one():
            return True
        came = sa.select(terminal_epoch.c.next).where(
            terminal_epoch.c.merchant == self._merchant,
            terminal_epoch.c.terminal == giver.terminal,
            terminal_epoch.c.epoch == giver.epoch,
        )
        return (self._db.execute(came).scalar_one_or_none() or 0) > giver.seq

    def _there(self, number: int) -> bool:
        wanted = sa.select(terminal.c.state).where(
            terminal.c.merchant == self._merchant, terminal.c.number == number
        )
        return self._db.execute(wanted).scalar_one_or_none() in ("active", "suspended")

    def _state(self, id_: UUID) -> int | None:
        wanted = sa.select(note.c.state).where(*self._at(id_)).with_for_update()
        return self._db.execute(wanted).scalar_one_or_none()

    def _change(self, id_: UUID, state: int, **more: Any) -> None:
        self._db.execute(note.update().where(*self._at(id_)).values(state=state, **more))

    def _at(self, id_: UUID) -> tuple[sa.ColumnElement[bool], ...]:
        return note.c.merchant == self._merchant, note.c.id == id_.bytes
