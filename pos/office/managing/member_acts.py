"""Members as people at head office deal with them: who they are and what they have where, points
given or taken, blocked, erased, and all that is kept of one of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.adjusting import adjustment_entry, adjustment_from
from loyalty.ledger.documents import compact, returned_from, sale_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.members.history import Standing
from loyalty.members.member import Member, MemberStatus
from loyalty.rights.note import HEAD_OFFICE
from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.ledger.lines import wire_of
from pos.office.ledger.notes import OPEN
from pos.office.managing import member_index
from pos.office.managing import members as accounts
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.reporting.months import program_in_force
from pos.office.rights.recalls import Recalls
from pos.office.schema.facts import entry, posting, terminal, word
from pos.office.schema.facts import note as notes
from pos.store.tables import ACCOUNT_CODES
from pos.sync.docs import member_document, member_from_document
from pos.sync.wire import entry_of

MEMBER, CARD = "member", "card"
PAGE = 50
MOST_FOUND = 50
MOST_WHY = 200
MOST_EXPORTED = 100_000
_PASSING = (Kind.RIGHTS_SENT.value, Kind.RIGHTS_TAKEN.value)
"""From one holder to another: nothing a member gained or lost."""
_OWN = (Ledger.MEMBER, Ledger.MEMBER_DEBT, Ledger.PENDING)


@dataclass(frozen=True, slots=True)
class Share:
    """Points of a member that one terminal holds (0: head office; -1: on their way)."""

    holder: int
    name: str
    shop: int
    points: int
    pending: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A member with cards, consents and where their points are; `owner`: whose account they use."""

    member: Member
    owner: UUID
    cards: tuple[tuple[str, str], ...]
    consents: tuple[tuple[str, bool], ...]
    shares: tuple[Share, ...]

    @property
    def points(self) -> int:
        return sum(one.points for one in self.shares)

    @property
    def pending(self) -> int:
        return sum(one.pending for one in self.shares)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry of a member's history. `why`: what made its points, by a rule's name (or a
    wording's key, `part.…`), each with how many; `said`: the reason somebody gave.
    """

    key: EntryKey
    kind: str
    at_ms: int
    day: int
    points: int
    why: tuple[tuple[str, str], ...]
    said: str


def found(db: sa.Connection, merchant: int, text: str) -> list[Member]:
    """Members for a text, as `member_index.find`."""
    ids = member_index.find(db, merchant, text, MOST_FOUND)
    return [one for id_ in ids if (one := known(db, merchant, id_))]


def known(db: sa.Connection, merchant: int, id_: UUID) -> Member | None:
    """A member by the newest word."""
    said = feed.word_of(db, merchant, MEMBER, id_.hex)
    return member_from_document(id_, json.loads(said[2])) if said and said[2] else None


def profile(books: Books, id_: UUID) -> Profile:
    """All of one member; LoyaltyError `member-unknown`."""
    member = _known(books, id_)
    owner = accounts.owner_of(books, id_)
    cards = [(name, str(told.get("status", ""))) for name, told in cards_of(books, id_)]
    consents = [
        (name.partition(":")[2], bool(told.get("given"))) for name, told in consents_of(books, id_)
    ]
    return Profile(member, owner, tuple(cards), tuple(consents), _shares(books, owner))


def cards_of(books: Books, id_: UUID) -> list[tuple[str, dict[str, Any]]]:
    """The words on a member's cards."""
    found = []
    for name in member_index.cards_of(books.db, books.merchant, id_):
        said = feed.word_of(books.db, books.merchant, CARD, name)
        if said and said[2]:
            found.append((name, json.loads(said[2])))
    return found


def consents_of(books: Books, id_: UUID) -> list[tuple[str, dict[str, Any]]]:
    """The words on what a member agreed to."""
    wanted = sa.select(word.c.name, word.c.body).where(
        word.c.merchant == books.merchant,
        word.c.topic == "consent",
        word.c.name.startswith(id_.hex),
        word.c.body != "",
    )
    rows = books.db.execute(wanted.order_by(word.c.name).limit(MOST_FOUND))
    return [(row.name, json.loads(row.body)) for row in rows]


def _shares(books: Books, owner: UUID) -> tuple[Share, ...]:
    rows = books.db.execute(
        sa.select(terminal.c.number, terminal.c.name, terminal.c.shop).where(
            terminal.c.merchant == books.merchant
        )
    )
    names = {row.number: (row.name, row.shop) for row in rows}
    shares = [
        Share(holder, *names.get(holder, ("", 0)), points, pending)
        for holder, (points, pending) in sorted(books.holders(owner).items())
        if points or pending
    ]
    way = sa.select(
        sa.func.coalesce(sa.func.sum(notes.c.points), 0),
        sa.func.coalesce(sa.func.sum(notes.c.pending), 0),
    ).where(
        notes.c.merchant == books.merchant, notes.c.member == owner.bytes, notes.c.state == OPEN
    )
    points, pending = books.db.execute(way).one()
    if points or pending:
        shares.append(Share(-1, "", 0, int(points), int(pending)))
    return tuple(shares)


# --- history ------------------------------------------------------------------------------------


def history(books: Books, id_: UUID, skip: int, most: int) -> list[Told]:
    """Entries of a member's account, newest first, with why; points as far as they moved."""
    owner = accounts.owner_of(books, id_)
    own = posting.c.account.in_([ACCOUNT_CODES[each] for each in _OWN])
    at = [posting.c[n] == entry.c[n] for n in ("merchant", "terminal", "epoch", "seq", "bizdate")]
    points = sa.select(sa.func.coalesce(sa.func.sum(posting.c.points), 0)).where(*at, own)
    wanted = (
        sa.select(entry, points.scalar_subquery().label("points"))
        .where(
            entry.c.merchant == books.merchant,
            entry.c.member == owner.bytes,
            entry.c.kind.not_in(_PASSING),
        )
        .order_by(entry.c.at_ms.desc(), *(entry.c[n] for n in ("terminal", "epoch", "seq")))
        .offset(skip)
        .limit(most)
    )
    return [_told(row) for row in books.db.execute(wanted)]


def _told(row: Any) -> Told:
    why: tuple[tuple[str, str], ...] = ()
    said = ""
    try:
        if row.kind == Kind.SALE:
            why = _why_sold(row)
        elif row.kind == Kind.ADJUSTMENT:
            said = adjustment_from(row.body).why
        elif row.kind == Kind.RETURN:
            said = returned_from(row.body, UUID(bytes=row.source)).why
    except LoyaltyError:
        said = ""  # it was set aside: its kind is all there is to say
    key = EntryKey(row.terminal, row.epoch, row.seq)
    return Told(key, row.kind, row.at_ms, row.bizdate, int(row.points), why, said[:MOST_WHY])


def _why_sold(row: Any) -> tuple[tuple[str, str], ...]:
    sale = sale_from(row.body, UUID(bytes=row.source), None, row.program)
    parts = [
        (part.name or f"part.{part.kind}", f"+{int(part.exact)}") for part in sale.explanation.parts
    ]
    return (*parts, *((used.name, str(-used.points)) for used in sale.used))


# --- acts ---------------------------------------------------------------------------------------


def adjust(
    books: Books,
    house: House,
    actor: Actor,
    id_: UUID,
    points: int,
    why: str,
    act: UUID,
) -> Entry:
    """Give points, or take some that nobody holds, in head office's own chain; the same `act` again
    is the same entry. Errors: `member-unknown`, `member-gone`, `program-none`, `adjust-nothing`,
    `adjust-most`, `adjust-why`, `points-short` (usable: what head office can take).
    """
    books.lock()
    member = active(books, id_)
    owner = accounts.owner_of(books, id_)
    if earlier := _earlier(books, act):
        return earlier
    program = program_in_force(books.db, house)
    if program is None:
        raise LoyaltyError("program-none")
    occasion = replace(books.occasion(act), operator=str(actor.who or actor.origin))
    nobody = replace(member, id=owner, household=None, merged_into=None)
    standing = Standing(nobody, books.account(owner))
    made = adjustment_entry(standing, points, why[:MOST_WHY], program, occasion, "head-office")
    return books.append(made)


def ask_back(books: Books, id_: UUID) -> int:
    """Ask every terminal for what it holds of a member; how many were asked."""
    owner = accounts.owner_of(books, id_)
    recalls = Recalls(books)
    having = [holder for holder, sums in books.holders(owner).items() if holder and any(sums)]
    for holder in sorted(having):
        recalls.ask_back(holder, owner, books.now_ms)
    return len(having)


def adjusted(books: Books, house: House, actor: Actor, made: Entry, id_: UUID) -> None:
    """Note an adjustment and tell the terminals."""
    new = {"points": adjustment_from(made.body).points}
    about = f"member:{id_}"
    note(books.db, books.merchant, house.clock, actor, "points-adjusted", about, new=new)


def block(books: Books, house: House, actor: Actor, id_: UUID, why: str, blocked: bool) -> None:
    """Nobody spends or earns with a blocked member. `member-unknown`, `member-gone`."""
    member = active(books, id_)
    status = MemberStatus.BLOCKED if blocked else MemberStatus.ACTIVE
    after = replace(member, status=status, why_blocked=why.strip()[:MOST_WHY] if blocked else "")
    if after != member:
        say_member(books, after)
        act = "member-blocked" if blocked else "member-unblocked"
        note(books.db, books.merchant, house.clock, actor, act, f"member:{id_}")


def erase(books: Books, new_id: Callable[[], UUID], house: House, actor: Actor, id_: UUID) -> None:
    """Nothing says any more who a member was (GDPR, article 17); terminals erase when they are next
    heard. The number and the points' history stay. `member-unknown`.
    """
    books.lock()
    member = _known(books, id_)
    if member.status is MemberStatus.ERASED:
        return
    accounts.erase(books, id_)
    accounts.go_on(books, Recalls(books), {id_}, new_id)
    note(books.db, books.merchant, house.clock, actor, "member-erased", f"member:{id_}")


def everything_of(books: Books, house: House, actor: Actor, id_: UUID) -> dict[str, Any]:
    """All that head office keeps of one person, as plain values (GDPR, article 15 and 20)."""
    seen = profile(books, id_)
    wanted = (
        sa.select(entry)
        .where(entry.c.merchant == books.merchant, entry.c.member == id_.bytes)
        .order_by(entry.c.at_ms)
        .limit(MOST_EXPORTED)
    )
    entries = [
        {
            "number": f"{row.terminal}-{row.epoch}-{row.seq}",
            "kind": row.kind,
            "at_ms": row.at_ms,
            "day": row.bizdate,
            "facts": row.body,
        }
        for row in books.db.execute(wanted)
    ]
    told = feed.word_of(books.db, books.merchant, "profile", id_.hex)
    note(books.db, books.merchant, house.clock, actor, "member-exported", f"member:{id_}")
    return {
        "id": str(id_),
        "member": member_document(seen.member),
        "profile": json.loads(told[2]) if told and told[2] else {},
        "cards": [{"number": code, "status": status} for code, status in seen.cards],
        "consents": dict(seen.consents),
        "points": [
            {"terminal": one.holder, "points": one.points, "pending": one.pending}
            for one in seen.shares
        ],
        "entries": entries,
    }


def _known(books: Books, id_: UUID) -> Member:
    member = known(books.db, books.merchant, id_)
    if member is None:
        raise LoyaltyError("member-unknown")
    return member


def active(books: Books, id_: UUID) -> Member:
    """A member who was neither merged nor erased. `member-unknown`, `member-gone`."""
    member = _known(books, id_)
    if member.status in (MemberStatus.MERGED, MemberStatus.ERASED):
        raise LoyaltyError("member-gone")
    return member


def _earlier(books: Books, act: UUID) -> Entry | None:
    wanted = sa.select(entry).where(
        entry.c.merchant == books.merchant,
        entry.c.source == act.bytes,
        entry.c.kind == Kind.ADJUSTMENT.value,
        entry.c.terminal == HEAD_OFFICE,
    )
    row = books.db.execute(wanted).first()
    if row is None:
        return None
    at = [posting.c[n] == getattr(row, n) for n in ("merchant", "terminal", "epoch", "seq")]
    moved = books.db.execute(sa.select(posting).where(*at).order_by(posting.c.n))
    return entry_of(wire_of(row, moved), row.terminal, row.epoch)


def say_member(books: Books, member: Member) -> None:
    """What a member is from now on, said to every terminal."""
    say_word(books, MEMBER, member.id.hex, member_document(member))


def say_word(books: Books, topic: str, name: str, told: dict[str, Any]) -> None:
    """A word of head office's own, behind whatever was said before."""
    before = feed.word_of(books.db, books.merchant, topic, name)
    stamp = max(books.now_ms, before[0] + 1 if before else 0)
    said = (topic, name, stamp, HEAD_OFFICE, compact(told))
    feed.keep_word(books.db, books.merchant, said, HEAD_OFFICE)
