"""A terminal says hello: how far it is known, whether it is a copy, and where it numbers on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from loyalty.ledger.entry import EntryKey
from loyalty.rights.lineage import Lineage
from pos.office.desk import sessions
from pos.office.desk.receipts import was_signed
from pos.office.desk.recovery import forgot, recover, rev_heard
from pos.office.desk.sessions import OfficeError, Terminal, change_terminal, terminal_of
from pos.office.ledger import intake
from pos.office.ledger.books import Books
from pos.office.schema.facts import terminal_epoch
from pos.sync.messages import (
    MOST_EPOCHS,
    PROTOCOL,
    AskEpoch,
    Hello,
    NewEpoch,
    Place,
    Receipt,
    Welcome,
)
from pos.sync.signing import receipt_bytes

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice

FORKS_A_DAY = 2
AT_ONCE_MS = 60_000
"""Branches that are found one after the other, in books looked through once."""
FORGOTTEN = 8
"""Once restored, we pass over so many epochs: a copy may have been given them by what we were."""


def welcome(office: HeadOffice, books: Books, who: Terminal, hello: Hello) -> Welcome:
    """Begin a session. OfficeError `protocol` (known)."""
    low, high = hello.protocol
    if not low <= PROTOCOL <= high:
        raise OfficeError("protocol", 426, known=PROTOCOL)
    proof = hello.receipt
    ours = proof is not None and _own(office, proof, who)
    unsigned = proof is not None and ours and not was_signed(books, proof)
    if forgot(books, hello.office, unsigned or hello.said > rev_heard(books, who.number)):
        recover(books, proof if ours else None)
    now = books.now_ms
    nonce = office.random(sessions.NONCE_BYTES)
    sessions.begin(books.db, books.merchant, who.number, nonce, now)
    at = tuple(_place(books, who.number, place) for place in hello.at[:MOST_EPOCHS])
    state = _state(books, who, hello, now)
    fresh = terminal_of(books.db, books.merchant, who.number)
    newest = max([fresh.newest_epoch, *(place.epoch for place in hello.at)])
    lease = now + office.terms.lease_ms
    change_terminal(
        books.db,
        books.merchant,
        who.number,
        app=hello.app[:40],
        lease_ms=lease,
        state=state,
        clock_off_ms=hello.now_ms - now if hello.now_ms else 0,
        unsent=min(max(hello.unsent, 0), 1 << 40),
        health=" ".join(hello.health)[:400],
        newest_epoch=newest,
    )
    return Welcome(
        nonce=nonce,
        server_ms=now,
        lease_ms=lease,
        at=at,
        clear=newest > fresh.cleared_epoch,
        state=state,
        most=office.terms.most,
        floor=office.terms.floor,
        shop=who.shop,
        newest=fresh.newest_epoch,
        office=books.epoch,
        min_app=office.terms.min_app,
    )


def _own(office: HeadOffice, proof: Receipt, who: Terminal) -> bool:
    return proof.terminal == who.number and office.signing.check(
        receipt_bytes(proof), proof.signature
    )


def _place(books: Books, number: int, asked: Place) -> Place:
    known = intake.known_epoch(books, number, asked.epoch)
    if known is None:
        return Place(asked.epoch, 1, b"")
    both = min(known.next - 1, asked.seq)
    return Place(asked.epoch, known.next, intake.hash_at(books, number, asked.epoch, both))


def _state(books: Books, who: Terminal, hello: Hello, now: int) -> str:
    """Suspended where a copy is at work: two machines in turn, or branch upon branch since a person
    enrolled it.
    """
    if who.state != "active":
        return who.state
    if hello.machine and hello.machine != who.machine:
        copied = bool(who.machine) and now - who.machine_ms < sessions.COPY_MS
        change_terminal(
            books.db,
            books.merchant,
            who.number,
            machine=hello.machine[:80],
            machine_ms=now if who.machine else 0,
        )
        if copied:
            return "suspended"
    occasion = terminal_epoch.c.began_ms // AT_ONCE_MS
    wanted = sa.select(sa.func.count(sa.distinct(occasion))).where(
        terminal_epoch.c.merchant == books.merchant,
        terminal_epoch.c.terminal == who.number,
        terminal_epoch.c.asked.is_not(None),
        terminal_epoch.c.of_epoch != 0,
        terminal_epoch.c.began_ms > max(now - sessions.COPY_MS, who.enrolled_ms),
    )
    occasions = books.db.execute(wanted).scalar_one()
    return "suspended" if occasions > FORKS_A_DAY else "active"


def new_epoch(books: Books, who: Terminal, asked: AskEpoch) -> NewEpoch:
    """A name for a branch, and a number for the epoch behind it; the same for the same id."""
    if len(asked.id) != 16 or len(asked.branches) > intake.MOST_EPOCH:
        raise OfficeError("epoch-wrong")
    rows = books.db.execute(
        sa.select(terminal_epoch.c.epoch, terminal_epoch.c.of_epoch, terminal_epoch.c.asked)
        .where(
            terminal_epoch.c.merchant == books.merchant,
            terminal_epoch.c.terminal == who.number,
        )
        .with_for_update()
    ).all()
    mine = [row for row in rows if row.asked == asked.id]
    if mine:
        branch = [row.epoch for row in mine if row.of_epoch]
        goes_on = [row.epoch for row in mine if not row.of_epoch]
        return NewEpoch(known_as=branch[0] if branch else 0, epoch=goes_on[0])
    root = intake.hash_at(books, who.number, asked.epoch, asked.common)
    if asked.known_as:
        return _named_again(books, who, asked, root)
    if not root or asked.common < 0 or asked.head < asked.common:
        raise OfficeError("epoch-wrong")
    taken = max([asked.newest, who.newest_epoch, *(row.epoch for row in rows)])
    taken += FORGOTTEN if books.epoch > 1 else 0
    if taken + 2 > intake.MOST_EPOCH:
        raise OfficeError("epochs-spent", 403)
    branches = [list(each) for each in asked.branches]
    known_as = 0
    if asked.head > asked.common:
        known_as = taken + 1
        behind = EntryKey(who.number, asked.epoch, asked.common + 1)
        there = Lineage.from_rows(who.number, asked.branches).here(behind)
        branches.append([there.epoch, asked.common, known_as])
        intake.begin_epoch(
            books,
            who.number,
            known_as,
            of=(asked.epoch, asked.common, root),
            branches=json.dumps(branches),
            asked=asked.id,
        )
    goes_on = max(taken, known_as) + 1
    intake.begin_epoch(books, who.number, goes_on, branches=json.dumps(branches), asked=asked.id)
    return NewEpoch(known_as=known_as, epoch=goes_on)


def _named_again(books: Books, who: Terminal, asked: AskEpoch, root: bytes) -> NewEpoch:
    """A branch that was named by what we were before we were restored, with the name it has in its
    terminal's books. Not yet, where what it branches from is still to come (`known_as` 0).
    """
    if not root or not 0 < asked.known_as <= intake.MOST_EPOCH or asked.common < 0:
        return NewEpoch(known_as=0, epoch=asked.newest)
    intake.begin_epoch(
        books,
        who.number,
        asked.known_as,
        of=(asked.epoch, asked.common, root),
        branches=json.dumps([list(each) for each in asked.branches]),
    )
    return NewEpoch(known_as=asked.known_as, epoch=asked.newest)
