"""The protocol with one of its safeguards taken out: worlds in which the checks must notice.

Each is a small patch of the real code for as long as its context lasts. `within`: seeds of which at
least one has to fail, with only `faults` going wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import msgspec
import sqlalchemy as sa

from loyalty.ledger.account import Account
from loyalty.ledger.count import Count, given_of
from loyalty.ledger.entry import EntryKey
from loyalty.rights.lineage import Lineage
from loyalty.rights.note import HEAD_OFFICE, sent_entry, taken_entry
from pos.office.desk import answers, core, pushing, sessions, telling, welcoming
from pos.office.desk.sessions import OfficeError
from pos.office.ledger import intake, taking_in
from pos.office.ledger.books import Books
from pos.office.rights.pool import Rights
from pos.office.schema.dialect import load_new
from pos.office.schema.facts import terminal_session as session
from pos.store import Work
from pos.sync import batches, holding, machine, opening
from pos.sync.digest import digest_of
from pos.sync.machine import Sync
from pos.sync.messages import Batch
from tests.simulation.machine import WEAK, Machine


@dataclass(frozen=True, slots=True)
class Mutation:
    """One safeguard less. `changed`: what is patched, by owner and name, and how."""

    name: str
    faults: tuple[str, ...]
    within: int
    changed: tuple[tuple[Any, str, Any], ...]

    @contextmanager
    def made(self) -> Iterator[None]:
        """While it lasts."""
        with ExitStack() as stack:
            for owner, name, instead in self.changed:
                stack.enter_context(patch.object(owner, name, instead))
            yield


def _again(work: Work, note: Any) -> Any:
    """A note that is taken whenever it comes."""
    account = work.account(note.member) if note.member else Account()
    again = replace(note, id=uuid4())
    return work.append(taken_entry(again, account, holding.occasion(work, lambda: again.id)))


def _undebited(original: Callable[..., Any]) -> Callable[..., Any]:
    """The pool gives, and keeps what it gave."""

    def move(books: Books, lots: Any) -> None:
        kept = {at: n for at, n in lots.items() if not (at[1] == HEAD_OFFICE and n < 0)}
        original(books, kept)

    return move


def _any_used(
    work: Work, code: str, why: str, new_id: Callable[[], UUID], to: int = HEAD_OFFICE
) -> Any:
    """A voucher's use that travels also when it is used up."""
    name = given_of(code)
    if work.shop_counts([name]).get((True, name, None), 0) != 1:
        return None
    counts = (Count(name, 1, None, True),)
    return work.append(sent_entry(to, None, (), counts, why, holding.occasion(work, new_id)))


def _weak(original: Callable[..., None]) -> Callable[..., None]:
    def begin(self: Machine, *args: Any, **more: Any) -> None:
        original(self, *args, **{**more, "weaken": WEAK})

    return begin


def _alone(original: Callable[..., Any]) -> Callable[..., Any]:
    """A welcome that does not tell of another machine's epoch."""

    def welcome(*args: Any) -> Any:
        return msgspec.structs.replace(original(*args), newest=0)

    return welcome


def _own_unheard(original: Callable[..., Any]) -> Callable[..., Any]:
    """Words of a terminal that are not told to it again."""

    def pulled(office: Any, books: Books, who: Any, asked: Any) -> Any:
        answer = original(office, books, who, asked)
        docs = tuple(doc for doc in answer.docs if doc.terminal != who.number)
        return msgspec.structs.replace(answer, docs=docs)

    return pulled


def _any_base(original: Callable[..., Any]) -> Callable[..., Any]:
    """Entries that are chained to whatever is there."""

    def ingest(books: Books, rights: Rights, number: int, batch: Batch, wires: Any) -> Any:
        known = intake.known_epoch(books, number, batch.epoch)
        if known is None or batch.first > known.next:
            return original(books, rights, number, batch, wires)
        before = intake.hash_at(books, number, batch.epoch, batch.first - 1)
        base = head = known.hash if batch.first == known.next else before
        names = known.names.newest
        if batch.branches is not None:
            names = Lineage.from_rows(number, batch.branches)
        named = names.here
        for wire in wires:
            head = digest_of(head, wire, named(EntryKey(number, batch.epoch, wire.seq)), named)
        chained = msgspec.structs.replace(batch, base=base, head=head)
        return original(books, rights, number, chained, wires)

    return ingest


def _any_nonce(db: sa.Connection, merchant: int, number: int, nonce: bytes, ctr: int) -> None:
    """A message of whatever session, if its count is higher."""
    row = db.execute(sa.select(session.c.nonce).where(session.c.terminal == number)).scalar_one()
    sessions.go_on(db, merchant, number, row, ctr)


def _any_count(db: sa.Connection, merchant: int, number: int, nonce: bytes, ctr: int) -> None:
    """A message of the session, as often as it comes."""
    row = db.execute(sa.select(session.c.nonce).where(session.c.terminal == number)).scalar_one()
    if row != nonce:
        raise OfficeError("session-stale", 401)


def _repeats(original: Callable[..., Any]) -> Callable[..., Any]:
    """Entries that are there already are counted again."""

    def ingest(books: Books, rights: Rights, number: int, batch: Batch, wires: Any) -> Any:
        known = intake.known_epoch(books, number, batch.epoch)
        if known is None or batch.first >= known.next:
            return original(books, rights, number, batch, wires)
        root = intake.hash_at(books, number, batch.epoch, batch.first - 1)
        earlier = replace(known, next=batch.first, hash=root)
        everything = {wire.seq for wire in wires}
        with ExitStack() as stack:
            for owner, name, instead in (
                (intake, "known_epoch", lambda *_: earlier),
                (intake, "_inserted", lambda *_: everything),
                (taking_in, "load", lambda db, table, rows: load_new(db, table, rows, "seq")),
            ):
                stack.enter_context(patch.object(owner, name, instead))
            return original(books, rights, number, batch, wires)

    return ingest


def _nothing(*_args: Any, **_more: Any) -> None:
    return None


def _no(*_args: Any, **_more: Any) -> bool:
    return False


_UNSEEN = tuple(
    (module, "rev_heard", lambda *_: 1 << 60) for module in (answers, telling, welcoming)
)
_NO_SESSION = (sessions, "go_on", _nothing)
_NO_COUNTER = (core, "sessions", SimpleNamespace(go_on=_any_count))
_NO_NONCE = (core, "sessions", SimpleNamespace(go_on=_any_nonce))
_REPEATS = (intake, "ingest", _repeats(intake.ingest))
_GUESSED = (
    (
        batches,
        "Batch",
        lambda **facts: Batch(**{name: it for name, it in facts.items() if name != "branches"}),
    ),
)
MUTATIONS = (
    Mutation("note-taken-again", ("drop",), 10, ((holding, "take", _again),)),
    Mutation("grant-without-debit", ("drop",), 10, ((Books, "move", _undebited(Books.move)),)),
    Mutation(
        "no-branch-after-restore",
        ("restore",),
        20,
        ((opening.Opening, "_differs", _no), (core, "welcome", _alone(welcoming.welcome))),
    ),
    Mutation("no-clear-after-restore", ("restore",), 20, ((Sync, "_clear", lambda *_: 0),)),
    Mutation("unknown-note-unsettled", ("clone",), 30, ((Rights, "settle_taken", _nothing),)),
    Mutation("copied-entry-twice", ("clone",), 30, ((intake, "twice", lambda *_: set()),)),
    Mutation(
        "other-machine-unseen", ("clone",), 20, ((core, "welcome", _alone(welcoming.welcome)),)
    ),
    Mutation(
        "no-head-office-epoch",
        ("office-restore",),
        20,
        ((answers, "forgot", _no), (welcoming, "forgot", _no)),
    ),
    Mutation(
        "own-words-unheard", ("restore",), 20, ((core, "pulled", _own_unheard(answers.pulled)),)
    ),
    # The next three alone are never noticed: what was there already is passed over by its number
    # (`intake.ingest`), and that alone is noticed only where answers get lost.
    Mutation("no-session, repeats-count", ("double",), 20, (_NO_SESSION, _REPEATS)),
    Mutation("no-counter, repeats-count", ("double",), 20, (_NO_COUNTER, _REPEATS)),
    Mutation("no-nonce, repeats-count", ("delay",), 30, (_NO_NONCE, _REPEATS)),
    Mutation(
        "no-base-hash",
        ("restore",),
        20,
        (
            (intake, "ingest", _any_base(intake.ingest)),
            (opening.Opening, "_differs", _no),
            (core, "welcome", _alone(welcoming.welcome)),
        ),
    ),
    Mutation("words-forgotten-unseen", ("forgets",), 20, _UNSEEN),
    Mutation("names-guessed", ("clone", "office-restore"), 60, _GUESSED),
    Mutation(
        "proof-not-asked-again",
        ("drop", "kill", "office-restore", "power"),
        40,
        ((machine, "unproved", _nothing),),
    ),
    Mutation(
        "members-not-first",
        ("pages", "people"),
        20,
        ((answers, "_members_first", lambda *_: []),),
    ),
    Mutation("the-gone-come-back", ("drop", "people"), 30, ((telling, "_of_the_gone", _no),)),
    Mutation("used-voucher-travels", ("vouchers",), 10, ((holding, "send_voucher", _any_used),)),
    Mutation(
        "totals-untold", ("drop",), 10, ((pushing, "feed", SimpleNamespace(changed=_nothing)),)
    ),
    Mutation(
        "synchronous-normal", ("power",), 10, ((Machine, "__init__", _weak(Machine.__init__)),)
    ),
)
__all__ = ["MUTATIONS", "Mutation"]
