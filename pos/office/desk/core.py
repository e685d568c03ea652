"""Head office as a plain machine: a terminal's message in, an answer out, one transaction each.

No web, no threads: clock, database, signing and chance come in from outside, so that the same
machine runs behind HTTP and in the simulator.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import msgspec
import sqlalchemy as sa

from pos.clock import Clock
from pos.office.desk import sessions
from pos.office.desk.answers import pulled, reserved
from pos.office.desk.enrolment import enrolled
from pos.office.desk.finding import found_of
from pos.office.desk.pushing import pushed
from pos.office.desk.recovery import own_epoch, recovering
from pos.office.desk.sessions import OfficeError, Terminal, terminal_of
from pos.office.desk.telling import told
from pos.office.desk.welcoming import new_epoch, welcome
from pos.office.ledger import intake
from pos.office.ledger.books import Books
from pos.office.rights import claims
from pos.office.schema.engine import transaction
from pos.sync.messages import (
    MOST_ENTRIES,
    MOST_HASHES,
    REPLIES,
    AskClaim,
    AskEpoch,
    AskHashes,
    Batch,
    Enrol,
    Find,
    Hashes,
    Hello,
    Pull,
    Reserve,
    Tell,
)
from pos.sync.wire import unpack
from pos.trouble import TroubleError

LEASE_MS = 30 * 24 * 3_600_000
FORKS_A_DAY = 2
MOST_MESSAGE = 1 << 20
MOST_NUMBER = 1 << 62  # what every engine can compare with
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
        try:
            return self._answered(number, message, lines, session, ctr)
        except sa.exc.DataError:  # a number or a character that no column of PostgreSQL holds
            raise OfficeError("message-unreadable") from None

    def _answered(
        self, number: int, message: msgspec.Struct, lines: list[bytes], session: bytes, ctr: int
    ) -> bytes:
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
            return welcome(self, books, who, message)
        if isinstance(message, AskHashes):
            seqs = message.seqs[:MOST_HASHES]
            if not all(0 <= n <= MOST_NUMBER for n in (message.epoch, *seqs)):
                raise OfficeError("number-too-large")
            found = [intake.hash_at(books, who.number, message.epoch, seq) for seq in seqs]
            return Hashes(hashes=tuple(found))
        if isinstance(message, AskEpoch):
            return new_epoch(books, who, message)
        if isinstance(message, Batch):
            return pushed(self, books, who, message, lines)
        if isinstance(message, Tell):
            return told(self, books, who, message)
        if isinstance(message, Pull):
            return pulled(self, books, who, message)
        if isinstance(message, Reserve):
            return reserved(self, books, who, message)
        if isinstance(message, AskClaim):
            if len(message.source) != 16:
                raise OfficeError("message-unreadable")
            return claims.told_of(books, message)
        assert isinstance(message, Find)
        return found_of(books, message)

    def quiet(self, books: Books) -> bool:
        """Whether nothing may be granted: head office itself was restored and does not yet know
        what it had given.
        """
        return recovering(books)


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
