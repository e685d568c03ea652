"""Head office as a plain machine: a terminal's message in, an answer out, one transaction each.

No web, no threads: clock, database, signing and chance come in from outside, so that the same
machine runs behind HTTP and in the simulator.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import msgspec
import sqlalchemy as sa

from loyalty.rights.note import HEAD_OFFICE
from pos.clock import Clock
from pos.office import feed, intake, sessions
from pos.office.answers import found_of, pulled, reserved
from pos.office.books import Books
from pos.office.engine import transaction, upsert
from pos.office.enrolment import enrolled
from pos.office.recovery import own_epoch, recover, recovering
from pos.office.rights import Rights
from pos.office.sessions import OfficeError, Terminal, change_terminal, terminal_of
from pos.office.tables import receipt, terminal_epoch
from pos.store.columns import day_number
from pos.sync import docs
from pos.sync.messages import (
    MOST_ENTRIES,
    MOST_EPOCHS,
    MOST_HASHES,
    MOST_TOLD,
    PROTOCOL,
    REPLIES,
    AskEpoch,
    AskHashes,
    Batch,
    Doc,
    Enrol,
    Find,
    Hashes,
    Hello,
    NewEpoch,
    Place,
    Pull,
    Pushed,
    Receipt,
    Reserve,
    Tell,
    Told,
    Welcome,
)
from pos.sync.wire import read_line, unpack
from pos.trouble import TroubleError

LEASE_MS = 30 * 24 * 3_600_000
FORKS_A_DAY = 2
MOST_MESSAGE = 1 << 20
SKEW_MS = 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class Signing:
    """Head office's key: its public half, how it signs, and whether a signature is its own."""

    public: bytes
    sign: Callable[[bytes], bytes]
    check: Callable[[bytes, bytes], bool]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a merchant sets for terminals. `floor`: points of a member, and of a terminal, that may
    be advanced while nobody can be asked; 0: none.
    """

    merchant: int = 1
    floor: tuple[int, int] = (0, 0)
    lease_ms: int = LEASE_MS
    most: int = MOST_ENTRIES
    min_app: str = ""


class HeadOffice:
    """Answers terminals. `random`: so many bytes of good chance."""

    def __init__(
        self,
        engine: sa.Engine,
        clock: Clock,
        signing: Signing,
        new_id: Callable[[], UUID],
        random: Callable[[int], bytes],
        terms: Terms | None = None,
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.signing = signing
        self.new_id = new_id
        self.random = random
        self.terms = terms or Terms()

    def answer(self, number: int, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """The answer to a terminal's message. `number`: the terminal that signed it, 0 for `enrol`.

        OfficeError with a code; TroubleError of `transaction`.
        """
        if path not in REPLIES:
            raise OfficeError("path-unknown", 404)
        message, lines = _message(path, body)
        with transaction(self.engine) as db:
            if isinstance(message, Enrol):
                return msgspec.json.encode(enrolled(self, db, message))
            books = Books(db, self.terms.merchant, self.clock, own_epoch(db, self.terms.merchant))
            who = terminal_of(db, self.terms.merchant, number, lock=True)
            if who.state == "retired":
                raise OfficeError("terminal-retired", 403)
            if not isinstance(message, Hello):
                sessions.go_on(db, self.terms.merchant, number, session, ctr)
            made = self._made(books, who, message, lines)
            books.close()
            return msgspec.json.encode(made)

    def _made(
        self, books: Books, who: Terminal, message: msgspec.Struct, lines: list[bytes]
    ) -> msgspec.Struct:
        if isinstance(message, Hello):
            return self._welcome(books, who, message)
        if isinstance(message, AskHashes):
            seqs = message.seqs[:MOST_HASHES]
            found = [intake.hash_at(books, who.number, message.epoch, seq) for seq in seqs]
            return Hashes(hashes=tuple(found))
        if isinstance(message, AskEpoch):
            return self._new_epoch(books, who, message)
        if isinstance(message, Batch):
            return self._pushed(books, who, message, lines)
        if isinstance(message, Tell):
            return self._told(books, who, message)
        if isinstance(message, Pull):
            return pulled(self, books, who, message)
        if isinstance(message, Reserve):
            return reserved(self, books, who, message)
        assert isinstance(message, Find)
        return found_of(books, message)

    # --- sessions and epochs ----------------------------------------------------------------------

    def _welcome(self, books: Books, who: Terminal, hello: Hello) -> Welcome:
        low, high = hello.protocol
        if not low <= PROTOCOL <= high:
            raise OfficeError("protocol", 426, known=PROTOCOL)
        proof = hello.receipt
        if proof is not None and self._own(proof, who):
            recover(books, proof)
        now = books.now_ms
        nonce = self.random(sessions.NONCE_BYTES)
        sessions.begin(books.db, books.merchant, who.number, nonce, now)
        at = tuple(self._place(books, who.number, place) for place in hello.at[:MOST_EPOCHS])
        state = self._state(books, who, hello, now)
        fresh = terminal_of(books.db, books.merchant, who.number)
        newest = max([fresh.newest_epoch, *(place.epoch for place in hello.at)])
        lease = now + self.terms.lease_ms
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
            most=self.terms.most,
            floor=self.terms.floor,
            shop=who.shop,
            min_app=self.terms.min_app,
        )

    def _own(self, proof: Receipt, who: Terminal) -> bool:
        return proof.terminal == who.number and self.signing.check(
            receipt_bytes(proof), proof.signature
        )

    def _place(self, books: Books, number: int, asked: Place) -> Place:
        known = intake.known_epoch(books, number, asked.epoch)
        if known is None:
            return Place(asked.epoch, 1, b"")
        both = min(known.next - 1, asked.seq)
        return Place(asked.epoch, known.next, intake.hash_at(books, number, asked.epoch, both))

    def _state(self, books: Books, who: Terminal, hello: Hello, now: int) -> str:
        """Suspended where a copy is at work: two machines in turn, or branch upon branch."""
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
        wanted = sa.select(sa.func.count()).where(
            terminal_epoch.c.merchant == books.merchant,
            terminal_epoch.c.terminal == who.number,
            terminal_epoch.c.asked.is_not(None),
            terminal_epoch.c.of_epoch != 0,
            terminal_epoch.c.began_ms > now - sessions.COPY_MS,
        )
        branches = books.db.execute(wanted).scalar_one()
        return "suspended" if branches > FORKS_A_DAY else "active"

    def _new_epoch(self, books: Books, who: Terminal, asked: AskEpoch) -> NewEpoch:
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
        if not root or asked.common < 0 or asked.head < asked.common:
            raise OfficeError("epoch-wrong")
        taken = max([asked.newest, who.newest_epoch, *(row.epoch for row in rows)])
        if taken + 2 > intake.MOST_EPOCH:
            raise OfficeError("epochs-spent", 403)
        branches = [list(each) for each in asked.branches]
        known_as = 0
        if asked.head > asked.common:
            known_as = taken + 1
            branches.append([asked.epoch, asked.common, known_as])
            intake.begin_epoch(
                books,
                who.number,
                known_as,
                of=(asked.epoch, asked.common, root),
                branches=json.dumps(branches),
                asked=asked.id,
            )
        goes_on = max(taken, known_as) + 1
        intake.begin_epoch(
            books, who.number, goes_on, branches=json.dumps(branches), asked=asked.id
        )
        return NewEpoch(known_as=known_as, epoch=goes_on)

    # --- entries and words ----------------------------------------------------------------------

    def _pushed(self, books: Books, who: Terminal, batch: Batch, lines: list[bytes]) -> Pushed:
        rights = Rights(books, self.new_id)
        try:
            wires = [read_line(line) for line in lines[: self.terms.most + 1]]
            if len(wires) > self.terms.most or batch.n != len(wires):
                raise TroubleError("batch-broken", said="another number of lines")
            taken = intake.ingest(books, rights, who.number, batch, wires)
        except TroubleError as error:
            raise OfficeError(error.code, 400, said=str(error.facts.get("said", ""))) from None
        if taken.cleared:
            change_terminal(books.db, books.merchant, who.number, cleared_epoch=taken.cleared)
        self._sweep(books, rights, who, taken)
        things = [("standing", member.hex) for member in books.touched]
        if taken.shop:
            things.append(("shop", ""))
        feed.changed(books.db, books.merchant, things)
        members, codes = rights.asked_back(who.number)
        return Pushed(
            next=taken.next,
            why=taken.why,
            receipt=None if taken.why else self._receipt(books, who, batch, taken.next - 1),
            recall=tuple(members),
            vouchers=tuple(codes),
            set_aside=tuple(taken.aside),
            most=self.terms.most,
        )

    def _sweep(self, books: Books, rights: Rights, who: Terminal, taken: intake.Taken) -> None:
        """Whoever was served away from home: what is left there goes home by way of the pool."""
        seen = {
            made.member: made.business_date
            for made in taken.fresh
            if made.member is not None and made.kind in intake.SERVED
        }
        for member, day in seen.items():
            home = rights.home_of(member)
            if home == HEAD_OFFICE:
                rights.settle_in(member, who.number, day_number(day))
            elif home != who.number:
                rights.ask_back(who.number, member, books.now_ms)
        for member in books.touched:
            if books.account(member).owed:
                for holder, (points, _) in books.holders(member).items():
                    if holder != HEAD_OFFICE and points > 0:
                        rights.ask_back(holder, member, books.now_ms)

    def _receipt(self, books: Books, who: Terminal, batch: Batch, seq: int) -> Receipt | None:
        digest = intake.hash_at(books, who.number, batch.epoch, seq)
        if seq <= 0 or not digest:
            return None
        epoch, own = books.head()
        made = Receipt(
            terminal=who.number,
            epoch=batch.epoch,
            seq=seq,
            hash=digest,
            at_ms=books.now_ms,
            own_epoch=epoch,
            own_seq=own,
        )
        signed = msgspec.structs.replace(made, signature=self.signing.sign(receipt_bytes(made)))
        row = {**msgspec.structs.asdict(signed), "merchant": books.merchant}
        books.db.execute(upsert(books.db, receipt).on_conflict_do_nothing(), row)
        return signed

    def _told(self, books: Books, who: Terminal, tell: Tell) -> Told:
        refused = []
        for doc in tell.docs[:MOST_TOLD]:
            why = _why_not(doc)
            if why:
                refused.append((doc.key[:80], why))
                continue
            stamp = min(doc.stamp, books.now_ms + SKEW_MS)
            said = (doc.topic, doc.key, stamp, who.number, doc.body)
            feed.keep_word(books.db, books.merchant, said, who.number)
        return Told(upto=tell.upto, refused=tuple(refused))

    def quiet(self, books: Books) -> bool:
        """Whether nothing may be granted: head office itself was restored and does not yet know
        what it had given.
        """
        return recovering(books)


def receipt_bytes(made: Receipt) -> bytes:
    """What head office signs of a receipt."""
    told = (made.terminal, made.epoch, made.seq, made.at_ms, made.own_epoch, made.own_seq)
    return b"regulars-receipt-1:" + ":".join(map(str, told)).encode() + b":" + made.hash


def _message(path: str, body: bytes) -> tuple[msgspec.Struct, list[bytes]]:
    """A message and the lines behind it; OfficeError `message-unreadable`."""
    kind = REPLIES[path][0]
    lines: list[bytes] = []
    try:
        if kind is Batch:
            body, *lines = unpack(body)
        if len(body) > MOST_MESSAGE:
            raise OfficeError("message-too-large", 413)
        return msgspec.json.decode(body, type=kind), lines
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise OfficeError("message-unreadable") from None
    except TroubleError as error:
        raise OfficeError(error.code, 400, said=str(error.facts.get("said", ""))) from None


def _why_not(doc: Doc) -> str:
    """Why a word cannot be kept; empty if it can."""
    if doc.topic not in docs.TOLD:
        return "topic"
    if not 0 < len(doc.key) <= 200 or len(doc.body) > docs.MOST_BODY or doc.stamp < 0:
        return "too-long"
    if doc.body:
        try:
            told = json.loads(doc.body)
        except (ValueError, RecursionError):
            return "unreadable"
        if not isinstance(told, dict):
            return "unreadable"
    return ""
