"""A terminal's sync as a plain machine: every call is one step, and whoever calls decides when.

Nothing is kept in memory that could not be asked again: how far head office has the books is
derived from them, and a session dies with its answers (ledger-sync.md 4.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar
from uuid import UUID

import msgspec

from loyalty.ledger.entry import EntryKey
from loyalty.rights.lineage import Branch
from pos.clock import milliseconds
from pos.store import Store
from pos.store.syncing import OfficeReceipt
from pos.sync import docs, holding, wire
from pos.sync.batches import Segment, all_sent, next_batch, segments_of
from pos.sync.messages import (
    MOST_ENTRIES,
    MOST_EPOCHS,
    MOST_HASHES,
    MOST_TOLD,
    AskEpoch,
    AskHashes,
    Batch,
    Doc,
    Hashes,
    Hello,
    NewEpoch,
    Place,
    Pull,
    Pulled,
    Pushed,
    Receipt,
    Reserve,
    Reserved,
    Tell,
    Told,
    Welcome,
)
from pos.sync.taking import Taken, take_in
from pos.trouble import TroubleError

FORK = "office-fork"
"""The setting with the id of a branch that head office is being asked about."""
MOST_FORKS = 8  # in one session: more would be a quarrel, not a branch
_Answer = TypeVar("_Answer", bound=msgspec.Struct)


class Transport(Protocol):
    """The way to head office."""

    def send(self, path: str, session: bytes, ctr: int, body: bytes) -> bytes:
        """The body of a good answer.

        TroubleError `office-unreachable` (nothing, or half of something, came back),
        `office-refused` (code, retry_ms: head office said no).
        """
        ...


@dataclass(slots=True)
class Session:
    """What one session knows: its name, its count of messages, and where each epoch goes on."""

    nonce: bytes = b""
    ctr: int = 0
    next: dict[int, int] = field(default_factory=dict)  # by head office's name of the epoch
    most: int = MOST_ENTRIES
    clear: bool = False
    state: str = "active"


@dataclass(frozen=True, slots=True)
class Progress:
    """What a round did: entries and words that head office has now, notes taken, points asked back.

    `more`: there is more to do at once. `slow_ms`: head office asks for so much patience.
    """

    pushed: int = 0
    told: int = 0
    taken: int = 0
    sent_back: int = 0
    more: bool = False
    slow_ms: int = 0


class Sync:
    """The machine. `check` tells whether head office signed a receipt; `machine` marks this one."""

    def __init__(
        self,
        store: Store,
        transport: Transport,
        new_id: Callable[[], UUID],
        *,
        app: str = "",
        machine: str = "",
        check: Callable[[Receipt], bool] = lambda _: True,
    ) -> None:
        self._store = store
        self._transport = transport
        self._new_id = new_id
        self._app = app
        self._machine = machine
        self._check = check
        self.session: Session | None = None
        self._forks = 0

    def round(self, wait_ms: int = 0) -> Progress:
        """Everything once: a session where there is none, words, entries, and what is new.

        Errors as `Transport.send`; then nothing of what was booked is lost, and the next round
        goes on. `wait_ms`: how long head office may keep a question without an answer.
        """
        session = self.session or self.begin()
        told = self.tell()
        pushed, slow_ms, first = self.push()
        pulled = self.pull(wait_ms if not (told or pushed) else 0)
        back = self._send_back({*first.members, *pulled.members}, {*first.codes, *pulled.codes})
        if session.clear:
            back += self._clear(session)
        if back:  # somebody waits for it at another counter
            again, slow_ms, _ = self.push()
            pushed += again
        more = bool(back) or pulled.more or self._behind()
        return Progress(pushed, told, pulled.notes, back, more, slow_ms)

    # --- a session ------------------------------------------------------------------------------

    def begin(self) -> Session:
        """Say hello, find out how far head office has each epoch, and branch where it differs."""
        self._forks = 0
        while True:
            session, branched = self._begin()
            if not branched:
                self.session = session
                return session
            self._forks += 1
            if self._forks > MOST_FORKS:
                raise TroubleError("office-branches", most=MOST_FORKS)

    def _begin(self) -> tuple[Session, bool]:
        session = Session()
        with self._store.reading() as view:
            segments = segments_of(view)[-MOST_EPOCHS:]
            newest = view.office_receipt(segments[-1].end.epoch) if segments else None
            unsent, _ = view.unsent()
        at = tuple(Place(s.known_as, s.end.seq, s.end.hash) for s in segments)
        hello = Hello(
            app=self._app,
            at=at,
            receipt=_sent(newest, segments[-1].known_as) if newest else None,
            now_ms=milliseconds(self._store.clock.now()),
            machine=self._machine,
            unsent=unsent,
            health=tuple(found.code for found in self._store.health),
        )
        welcome = self._ask(session, "session", hello, Welcome)
        session.nonce, session.ctr = welcome.nonce, 0
        session.most = max(1, min(welcome.most, MOST_ENTRIES))
        session.clear, session.state = welcome.clear, welcome.state
        take_in(self._store, self._new_id, lease=welcome)
        theirs = {place.epoch: place for place in welcome.at}
        for segment in segments:
            place = theirs.get(segment.known_as)
            if place is None:
                continue
            if self._differs(session, segment, place, last=segment is segments[-1]):
                return session, True
            session.next[segment.known_as] = place.seq
        return session, False

    def _differs(self, session: Session, segment: Segment, place: Place, *, last: bool) -> bool:
        """Whether an epoch went on without us, or another one stands in its place: then branch."""
        end = segment.end
        both = min(place.seq - 1, end.seq)
        with self._store.reading() as view:
            ours = view.hash_at(end.epoch, both)
        if both <= 0 or ours == place.hash:
            if place.seq - 1 <= end.seq or not last:
                return False
            self._branch(session, segment, end.seq)  # it numbered on where we would number on
            return True
        self._branch(session, segment, self._common(session, segment, both))
        return True

    def _common(self, session: Session, segment: Segment, differing: int) -> int:
        """The last entry that both sides have alike, looked for in ever smaller steps."""
        low, high = segment.after, differing  # alike at low, not alike at high
        while high - low > 1:
            step = max(1, (high - low) // MOST_HASHES)
            seqs = tuple(range(low + step, high, step))[: MOST_HASHES - 1]
            asked = AskHashes(epoch=segment.known_as, seqs=seqs)
            theirs = self._ask(session, "hashes", asked, Hashes).hashes
            if len(theirs) != len(seqs):
                raise TroubleError("office-unreadable")
            with self._store.reading() as view:
                ours = [view.hash_at(segment.end.epoch, seq) for seq in seqs]
            alike = [s for s, a, b in zip(seqs, ours, theirs, strict=True) if a == b]
            unlike = [s for s, a, b in zip(seqs, ours, theirs, strict=True) if a != b]
            before = (low, high)
            low = max((s for s in alike if not unlike or s < min(unlike)), default=low)
            high = min(unlike, default=high)
            if (low, high) == before:
                raise TroubleError("office-unreadable")
        return low

    def _branch(self, session: Session, segment: Segment, common: int) -> None:
        """Ask for a name of our branch and a new epoch to number on in; keep both at once."""
        end = segment.end
        with self._store.writing() as work:
            named = work.setting(FORK) or self._new_id().hex
            work.keep_setting(FORK, named)
            lineage, ends = work.lineage(), work.epoch_ends()
        asked = AskEpoch(
            id=bytes.fromhex(named),
            epoch=segment.known_as,
            common=common,
            head=end.seq,
            newest=max(each.epoch for each in ends),
            branches=tuple((b.epoch, b.common, b.known_as) for b in lineage.branches),
        )
        answer = self._ask(session, "epoch", asked, NewEpoch)
        with self._store.writing() as work:
            if end.seq > common:
                work.add_branch(Branch(work.terminal, end.epoch, common, answer.known_as))
            work.begin_epoch(answer.epoch, "forked")
            work.keep_setting(FORK, "")

    # --- entries --------------------------------------------------------------------------------

    def push(self, most_batches: int = 20) -> tuple[int, int, Taken]:
        """Send what head office has not; how many entries, its wish for patience, its recalls."""
        session = self.session or self.begin()
        count, slow_ms, asked = 0, 0, Taken()
        for _ in range(most_batches):
            with self._store.reading() as view:
                found = next_batch(view, session.next, session.most)
            if found is None:
                break
            segment, batch, lines = found
            answer = self._ask(session, "push", batch, Pushed, lines)
            self._apply(segment, batch, answer)
            session.most = max(1, min(answer.most, MOST_ENTRIES))
            slow_ms = max(slow_ms, answer.slow_ms)
            asked = asked.plus(Taken(0, False, answer.recall, answer.vouchers))
            if answer.why == "branch":
                self.session = None
                return count, slow_ms, asked
            count += max(0, answer.next - batch.first)
            session.next[segment.known_as] = answer.next
        return count, slow_ms, asked

    def _apply(self, segment: Segment, batch: Batch, answer: Pushed) -> None:
        """Keep the proof; remember what was set aside."""
        receipt = answer.receipt
        if receipt is not None and not self._check(receipt):
            raise TroubleError("office-signature")
        proved = receipt is not None and receipt.epoch == segment.known_as
        with self._store.writing() as work:
            terminal = work.terminal
            if receipt is not None and proved:
                ours = work.hash_at(segment.end.epoch, receipt.seq)
                if ours == receipt.hash:
                    work.keep_receipt(_kept(receipt, terminal, segment.end.epoch))
            for seq, why in answer.set_aside:
                if batch.first <= seq < batch.first + batch.n:
                    work.put_aside(EntryKey(terminal, segment.end.epoch, seq), why[:80])

    def _behind(self) -> bool:
        session = self.session
        if session is None:
            return True
        with self._store.reading() as view:
            return not all_sent(view, session.next)

    # --- words, and what comes down --------------------------------------------------------------

    def tell(self, most_batches: int = 20) -> int:
        """Tell what changed here of members, cards and vouchers; how many words."""
        session = self.session or self.begin()
        count = 0
        for _ in range(most_batches):
            with self._store.reading() as view:
                words = view.untold(MOST_TOLD)
                said = tuple(
                    Doc(
                        topic=word.topic,
                        key=word.name,
                        stamp=word.stamp,
                        terminal=view.terminal,
                        body=docs.body_of(view, word.topic, word.name),
                    )
                    for word in words
                )
            if not words:
                break
            answer = self._ask(session, "tell", Tell(docs=said, upto=words[-1].n), Told)
            if answer.upto < words[0].n:
                break
            with self._store.writing() as work:
                work.told(min(answer.upto, words[-1].n))
            count += len(words)
        return count

    def pull(self, wait_ms: int = 0) -> Taken:
        """Take in what is new at head office."""
        session = self.session or self.begin()
        with self._store.reading() as view:
            after = int(view.setting("office-after") or 0)
        answer = self._ask(session, "pull", Pull(after=after, wait_ms=wait_ms), Pulled)
        return take_in(self._store, self._new_id, pulled=answer, asked_after=after)

    def reserve(self, member: UUID | None, need: int = 0, voucher: str = "") -> Reserved:
        """Ask for points of a member, or for the use of a voucher; what comes is taken at once."""
        session = self.session or self.begin()
        wish = Reserve(member=member.bytes if member else b"", need=need, voucher=voucher)
        answer = self._ask(session, "reserve", wish, Reserved)
        take_in(self._store, self._new_id, reserved=answer, member=member)
        return answer

    def _send_back(self, members: set[bytes], codes: set[str]) -> int:
        """What head office asked for goes back, as far as no open basket holds it."""
        if not members and not codes:
            return 0
        with self._store.writing() as work:
            entries = [
                holding.send_back(work, UUID(bytes=raw), "recalled", self._new_id)
                for raw in sorted(members)
                if len(raw) == 16
            ]
            entries += [
                holding.send_voucher(work, code, "recalled", self._new_id) for code in sorted(codes)
            ]
        return sum(entry is not None for entry in entries)

    def _clear(self, session: Session) -> int:
        """Send everything back, once an epoch."""
        with self._store.writing() as work:
            newest = work.epoch_ends()[-1].epoch
            if work.setting(holding.CLEARED) == str(newest):
                return 0
            holding.clear(work, "restored", self._new_id)
        session.clear = False
        return 1

    # --- one message ----------------------------------------------------------------------------

    def _ask(
        self,
        session: Session,
        path: str,
        message: msgspec.Struct,
        answer: type[_Answer],
        lines: list[bytes] | None = None,
    ) -> _Answer:
        """Send a message and read its answer; a session that ended is forgotten.

        An answer belongs to the message that asked: the transport keeps them together, and the
        session's name and count go with both.
        """
        session.ctr += 1
        plain = msgspec.json.encode(message)
        body = plain if lines is None else wire.pack(message, lines)
        try:
            raw = self._transport.send(path, session.nonce, session.ctr, body)
            return msgspec.json.decode(raw, type=answer)
        except msgspec.MsgspecError:
            self.session = None
            raise TroubleError("office-unreadable") from None
        except TroubleError:
            self.session = None
            raise


def _kept(receipt: Receipt, terminal: int, epoch: int) -> OfficeReceipt:
    """A proof as these books keep it: under their own name of the epoch."""
    return OfficeReceipt(
        terminal,
        epoch,
        receipt.seq,
        receipt.hash,
        receipt.at_ms,
        receipt.own_epoch,
        receipt.own_seq,
        receipt.signature,
    )


def _sent(kept: OfficeReceipt, known_as: int) -> Receipt:
    """A proof as head office signed it."""
    return Receipt(
        terminal=kept.terminal,
        epoch=known_as,
        seq=kept.seq,
        hash=kept.hash,
        at_ms=kept.at_ms,
        own_epoch=kept.own_epoch,
        own_seq=kept.own_seq,
        signature=kept.signature,
    )
