"""What terminals ask for: what is new, points of a member, a sale of another terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.ledger.count import given_of
from loyalty.ledger.entry import Account as Ledger
from loyalty.rights.note import HEAD_OFFICE
from pos.office.desk import feed
from pos.office.desk.outside import elsewhere_of, shop_elsewhere
from pos.office.desk.recovery import forgot, recover, rev_heard
from pos.office.desk.sessions import OfficeError, Terminal, change_terminal
from pos.office.ledger.books import Books
from pos.office.ledger.notes import OPEN
from pos.office.managing.programs import meant_for
from pos.office.rights import hubs
from pos.office.rights.pool import Rights
from pos.office.schema.facts import counted, held, home, note, recall, terminal
from pos.store.tables import SHOP, SIDES
from pos.sync.docs import member_of
from pos.sync.messages import (
    MOST_TOLD,
    Doc,
    Pull,
    Pulled,
    Reserve,
    Reserved,
)

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice

MOST_NOTES = 500
CONTACT_MS = 90_000  # heard within: it will answer soon
ASKED_MS = 600_000  # what was asked for at a counter stays there so long
WAIT_MS = 300


def pulled(office: HeadOffice, books: Books, who: Terminal, asked: Pull) -> Pulled:
    """What is new for a terminal; with it, the points of members whose home it is."""
    db, merchant, now = books.db, books.merchant, books.now_ms
    knows = asked.after > who.told_rev or asked.said > rev_heard(books, who.number)
    if forgot(books, asked.office, knows):
        recover(books)
    change_terminal(db, merchant, who.number, contact_ms=now, lease_ms=now + office.terms.lease_ms)
    rights = Rights(books, office.new_id)
    notes: list[tuple[str, tuple[int, int]]] = []
    if who.state == "active" and who.newest_epoch <= who.cleared_epoch:
        if not office.quiet(books):
            _allot(books, rights, who.number)
        notes = rights.open_notes(who.number, MOST_NOTES)
    most = max(1, min(asked.most, MOST_TOLD))
    things, upto, more = feed.page(db, merchant, asked.after, most)
    change_terminal(db, merchant, who.number, told_rev=max(who.told_rev, upto))
    docs, shop = [], ("shop", "") in things
    moved = [UUID(hex=name) for topic, name in things if topic == "standing"]
    words = feed.words_of(db, merchant, things)
    for topic, name in things:
        if (found := words.get((topic, name))) is not None:
            stamp, said_by, body = found
            if not meant_for(topic, body, who.number):
                continue
            docs.append(Doc(topic=topic, key=name, stamp=stamp, terminal=said_by, body=body))
    members, codes = rights.recalls.asked_back(who.number)
    tills, vouchers = hubs.asked_of_tills(books, rights.recalls, who)
    return Pulled(
        upto=upto,
        office=books.epoch,
        docs=(*_members_first(books, asked.after, docs), *docs),
        elsewhere=elsewhere_of(books, moved, who.number),
        shop=shop_elsewhere(books, who.number) if shop else (),
        notes=tuple(line for line, _ in notes),
        givers=tuple(giver for _, giver in notes),
        recall=tuple(members),
        vouchers=(*codes, *vouchers),
        tills=tills,
        more=more,
        server_ms=now,
        lease_ms=now + office.terms.lease_ms,
    )


def _members_first(books: Books, after: int, found: list[Doc]) -> list[Doc]:
    """Members whom what was found speaks of and who changed since: theirs comes later, and what
    belongs to nobody cannot be kept.
    """
    named = {whose for doc in found if (whose := member_of(doc.topic, doc.key, doc.body))}
    known = {doc.key for doc in found if doc.topic == "member"}
    wanted = feed.members_behind(books.db, books.merchant, after, named - known)
    words = [(name, feed.word_of(books.db, books.merchant, "member", name)) for name in wanted]
    first = [
        Doc(topic="member", key=name, stamp=word[0], terminal=word[1], body=word[2])
        for name, word in words
        if word is not None
    ]
    return first + [doc for doc in found if doc.topic == "member"]


def _allot(books: Books, rights: Rights, number: int) -> None:
    """Points in the pool go to where their member shops; written out before anybody sees them.

    Not while they stand at another counter, which asked for them: that is where they go.
    """
    shopping = sa.exists().where(
        recall.c.merchant == held.c.merchant,
        recall.c.member == held.c.member,
        recall.c.holder != number,
        recall.c.at_ms > books.now_ms,
    )
    wanted = (
        sa.select(held.c.member)
        .join_from(
            home,
            held,
            sa.and_(held.c.merchant == home.c.merchant, held.c.member == home.c.member),
        )
        .where(
            home.c.merchant == books.merchant,
            home.c.terminal == number,
            held.c.holder == HEAD_OFFICE,
            held.c.side == SIDES[Ledger.MEMBER],
            held.c.points > 0,
            ~shopping,
        )
        .distinct()
        .limit(MOST_NOTES)
    )
    for (raw,) in books.db.execute(wanted).all():
        rights.grant(UUID(bytes=raw), number, "allotted")


def reserved(office: HeadOffice, books: Books, who: Terminal, asked: Reserve) -> Reserved:
    """Points for a member at a counter: from the pool, and from other holders that can be heard."""
    rights = Rights(books, office.new_id)
    good = who.state == "active" and who.newest_epoch <= who.cleared_epoch
    if asked.voucher:
        return _voucher(office, books, rights, who, asked.voucher[:40], good)
    if len(asked.member) != 16:
        raise OfficeError("message-unreadable")
    member = UUID(bytes=asked.member)
    if good and not office.quiet(books):
        rights.grant(member, who.number, "asked")
        if rights.recalls.home_of(member) != who.number:  # also keeps what comes from going home
            rights.recalls.ask_back(who.number, member, books.now_ms + ASKED_MS)
    holders = books.holders(member)
    mine = holders.get(who.number, (0, 0))[0]
    coming, lines = _coming(books, rights, who.number, member, good=good)
    where = {number: points for number, (points, _) in holders.items() if points > 0}
    where = Counter(where) + _on_the_way(books, member)
    names = {row.number: row for row in _terminals(books, set(where))}
    held_by, heard = [], False
    for holder, points in sorted(where.items()):
        if holder in (who.number, HEAD_OFFICE):
            continue
        known = names.get(holder)
        held_by.append((holder, known.name if known else "", points))
        if good and mine + coming < asked.need:
            rights.recalls.ask_back(holder, member, books.now_ms)
            heard = heard or (known is not None and known.contact_ms > books.now_ms - CONTACT_MS)
    (outside,) = elsewhere_of(books, [member], who.number)
    return Reserved(
        notes=tuple(line for line, _ in lines),
        givers=tuple(giver for _, giver in lines),
        total=outside.points + mine,
        elsewhere=outside.points - (coming if lines else 0),
        pending=outside.pending,
        as_of_ms=books.now_ms,
        held=tuple(held_by),
        asked=heard,
        wait_ms=WAIT_MS if heard else 0,
    )


def _voucher(
    office: HeadOffice, books: Books, rights: Rights, who: Terminal, code: str, good: bool
) -> Reserved:
    """The use of a voucher: from the pool, or from whoever has it."""
    holders = [
        row.holder
        for row in books.db.execute(
            sa.select(counted.c.holder).where(
                counted.c.merchant == books.merchant,
                counted.c.owner == SHOP,
                counted.c.name == given_of(code),
                counted.c.amount > 0,
            )
        )
    ]
    holders += _fetching(books, code)
    if good and HEAD_OFFICE in holders and not office.quiet(books):
        rights.grant_voucher(code, who.number, "asked")
    names = {row.number: row for row in _terminals(books, set(holders))}
    heard, held_by = False, []
    for holder in holders:
        if holder in (who.number, HEAD_OFFICE):
            continue
        known = names.get(holder)
        held_by.append((holder, known.name if known else "", 1))
        rights.recalls.ask_back(holder, None, books.now_ms, code)
        heard = heard or (known is not None and known.contact_ms > books.now_ms - CONTACT_MS)
    lines = rights.open_notes(who.number, MOST_NOTES) if good else []
    known_code = feed.word_of(books.db, books.merchant, "voucher", code) is not None
    return Reserved(
        notes=tuple(line for line, _ in lines),
        givers=tuple(giver for _, giver in lines),
        as_of_ms=books.now_ms,
        held=tuple(held_by),
        asked=heard,
        wait_ms=WAIT_MS if heard else 0,
        known=known_code or bool(holders),
    )


def _coming(
    books: Books, rights: Rights, number: int, member: UUID, *, good: bool
) -> tuple[int, list[tuple[str, tuple[int, int]]]]:
    """Points on their way to a terminal, and all lines that are."""
    way = sa.select(sa.func.coalesce(sa.func.sum(note.c.points), 0)).where(
        note.c.merchant == books.merchant,
        note.c.member == member.bytes,
        note.c.taker == number,
        note.c.state == OPEN,
    )
    coming = int(books.db.execute(way).scalar_one())
    return coming, rights.open_notes(number, MOST_NOTES) if good else []


def _on_the_way(books: Books, member: UUID) -> Counter[int]:
    """Points that are on their way to terminals: whoever takes them can be asked for them."""
    wanted = (
        sa.select(note.c.taker, sa.func.sum(note.c.points))
        .where(
            note.c.merchant == books.merchant,
            note.c.member == member.bytes,
            note.c.state == OPEN,
        )
        .group_by(note.c.taker)
    )
    return Counter({taker: int(points) for taker, points in books.db.execute(wanted)})


def _fetching(books: Books, code: str) -> list[int]:
    """To whom a voucher's use is on its way: whoever takes it can be asked for it."""
    wanted = sa.select(note.c.taker).where(
        note.c.merchant == books.merchant,
        note.c.member.is_(None),
        note.c.state == OPEN,
        note.c.line.contains(f"{given_of(code)}\\", autoescape=True),
    )
    return list(books.db.execute(wanted.distinct()).scalars())


def _terminals(books: Books, numbers: set[int]) -> list[Any]:
    wanted = sa.select(terminal.c.number, terminal.c.name, terminal.c.contact_ms).where(
        terminal.c.merchant == books.merchant, terminal.c.number.in_(numbers)
    )
    return list(books.db.execute(wanted).all())
