"""What a person should look at: entries that were set aside, and what head office had to settle."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account, EntryKey, Kind
from loyalty.rights.note import HEAD_OFFICE
from pos.office.ledger import intake
from pos.office.ledger.books import Books
from pos.office.ledger.standing import told_of_touched
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.rights.pool import Rights
from pos.office.schema.facts import entry, posting, set_aside, terminal
from pos.store.tables import ACCOUNT_CODES
from pos.sync.wire import read_line

PAGE = 50
OPEN, ANSWERED = "open", "answered"
_LOSSES = (Account.SETTLED, Account.WRITTEN_OFF)


@dataclass(frozen=True, slots=True)
class Aside:
    """An entry that was set aside. `why`: a code; `said`: what could not be read, if that is it.

    `kept`: its line is here, so it can be tried again. `answer`: `seen`, `read`, or empty.
    """

    key: EntryKey
    shop: int
    terminal_name: str
    why: str
    said: str
    at_ms: int
    kind: str
    day: int
    member: UUID | None
    kept: bool
    answer: str
    person: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """What head office booked because books disagreed. `points`: more, or fewer, than members had
    by what was known before; `of`: the terminal it is about, 0 where none is named.
    """

    key: EntryKey
    kind: str
    why: str
    of: int
    at_ms: int
    member: UUID | None
    points: int


def asides(
    db: sa.Connection, merchant: int, sees: Collection[int], state: str, skip: int, most: int
) -> list[Aside]:
    """Entries set aside, newest first. `sees`: shops told of; none: all."""
    same = [set_aside.c[n] == entry.c[n] for n in ("merchant", "terminal", "epoch", "seq")]
    wanted = (
        sa.select(
            set_aside,
            sa.func.coalesce(entry.c.kind, "word").label("kind"),  # what is no entry was a word
            sa.func.coalesce(entry.c.bizdate, 0).label("bizdate"),
            entry.c.member,
            terminal.c.shop,
            terminal.c.name,
        )
        .outerjoin_from(set_aside, entry, sa.and_(*same))
        .join(
            terminal,
            sa.and_(
                terminal.c.merchant == set_aside.c.merchant,
                terminal.c.number == set_aside.c.terminal,
            ),
        )
        .where(set_aside.c.merchant == merchant, set_aside.c.state == state)
        .order_by(set_aside.c.at_ms.desc(), *(set_aside.c[n] for n in ("terminal", "epoch", "seq")))
        .offset(skip)
        .limit(most)
    )
    if sees:
        wanted = wanted.where(terminal.c.shop.in_(sees))
    return [_aside(row) for row in db.execute(wanted)]


def _aside(row: Any) -> Aside:
    why, _, said = row.why.partition(": ")
    return Aside(
        EntryKey(row.terminal, row.epoch, row.seq),
        row.shop,
        row.name,
        why,
        said,
        row.at_ms,
        row.kind,
        row.bizdate,
        UUID(bytes=row.member) if row.member and len(row.member) == 16 else None,
        bool(row.facts),
        row.answer,
        row.person,
    )


def settlements(db: sa.Connection, merchant: int, skip: int, most: int) -> list[Settlement]:
    """What head office settled and wrote off, newest first."""
    kinds = (Kind.RIGHTS_SETTLED.value, Kind.WRITTEN_OFF.value)
    at = [posting.c[n] == entry.c[n] for n in ("merchant", "terminal", "epoch", "seq", "bizdate")]
    lost = posting.c.account.in_([ACCOUNT_CODES[each] for each in _LOSSES])
    points = sa.select(sa.func.coalesce(sa.func.sum(-posting.c.points), 0)).where(*at, lost)
    wanted = (
        sa.select(entry, points.scalar_subquery().label("points"))
        .where(
            entry.c.merchant == merchant,
            entry.c.terminal == HEAD_OFFICE,
            entry.c.kind.in_(kinds),
        )
        .order_by(entry.c.epoch.desc(), entry.c.seq.desc())
        .offset(skip)
        .limit(most)
    )
    return [_settlement(row) for row in db.execute(wanted)]


def _settlement(row: Any) -> Settlement:
    told = json.loads(row.body)
    of = told.get("of", 0)
    return Settlement(
        EntryKey(row.terminal, row.epoch, row.seq),
        row.kind,
        str(told.get("why", "")),
        of if isinstance(of, int) else 0,
        row.at_ms,
        UUID(bytes=row.member) if row.member else None,
        int(row.points),
    )


def seen(
    db: sa.Connection, house: House, actor: Actor, key: EntryKey, sees: Collection[int]
) -> None:
    """A person has looked at it; again changes nothing. LoyaltyError `aside-unknown`."""
    row = _row(db, house.merchant, key, sees)
    if row.state == OPEN:
        _answer(db, house, actor, key, answer="seen", state=ANSWERED)


def try_again(
    books: Books,
    new_id: Callable[[], UUID],
    house: House,
    actor: Actor,
    key: EntryKey,
    sees: Collection[int],
) -> None:
    """Read it once more, and do all it means if that works now. LoyaltyError `aside-unknown`,
    `aside-line` (there is no line to read, or it was understood), `aside-still` (why).
    """
    books.lock()
    row = _row(books.db, house.merchant, key, sees)
    if not row.facts:
        raise LoyaltyError("aside-line")
    rights = Rights(books, new_id)
    taken, could = intake.again(books, rights, key.terminal, key.epoch, read_line(row.facts))
    if not could:
        raise LoyaltyError("aside-still", why=taken.aside[0][1])
    told_of_touched(books, new_id)
    more = {"facts": "", "answer": "read", "state": ANSWERED}
    if taken.aside:  # it could be read, and a person should look at what it says
        more |= {"why": taken.aside[0][1], "state": OPEN}
    _answer(books.db, house, actor, key, **more)


def _answer(db: sa.Connection, house: House, actor: Actor, key: EntryKey, **values: str) -> None:
    who = str(actor.who or actor.origin)
    db.execute(
        set_aside.update()
        .where(*_at(house.merchant, key))
        .values(person=who, answered_ms=house.now_ms, **values)
    )
    about = f"entry:{key.terminal}.{key.epoch}.{key.seq}"
    note(db, house.merchant, house.clock, actor, f"aside-{values['answer']}", about)


def _row(db: sa.Connection, merchant: int, key: EntryKey, sees: Collection[int]) -> Any:
    wanted = sa.select(set_aside).where(*_at(merchant, key)).with_for_update()
    row = db.execute(wanted).one_or_none()
    shop = sa.select(terminal.c.shop).where(
        terminal.c.merchant == merchant, terminal.c.number == key.terminal
    )
    if row is None or (sees and db.execute(shop).scalar_one_or_none() not in sees):
        raise LoyaltyError("aside-unknown")
    return row


def _at(merchant: int, key: EntryKey) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        set_aside.c.merchant == merchant,
        set_aside.c.terminal == key.terminal,
        set_aside.c.epoch == key.epoch,
        set_aside.c.seq == key.seq,
    )
