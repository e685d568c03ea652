"""A terminal's sync as a plain machine: every call is one step, and whoever calls decides when.

Nothing is kept in memory that could not be asked again: how far head office has the books is
derived from them, and a session dies with its answers (ledger-sync.md 4.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import msgspec

from loyalty.ledger.entry import EntryKey
from pos.store import Store, View
from pos.store.link import AFTER, EPOCH, SAID
from pos.store.syncing import OfficeReceipt
from pos.store.words import Word
from pos.sync import docs, holding, hub_notes, receipt_docs
from pos.sync.asking import Session, Transport, ask
from pos.sync.batches import Segment, all_sent, next_batch, unproved
from pos.sync.finding import bring
from pos.sync.messages import (
    MOST_ENTRIES,
    MOST_TOLD,
    AskClaim,
    Batch,
    ClaimTold,
    Doc,
    Find,
    Found,
    Pull,
    Pulled,
    Pushed,
    Receipt,
    Reserve,
    Reserved,
    Tell,
    Told,
)
from pos.sync.opening import Opening
from pos.sync.taking import Taken, hear, take_in
from pos.sync.verdicts import VERDICT
from pos.trouble import TroubleError

MOST_FORKS = 8  # in one session: more would be a quarrel, not a branch
_Answer = TypeVar("_Answer", bound=msgspec.Struct)


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
        self._check = check
        self._opening = Opening(store, transport, new_id, app, machine)
        self.session: Session | None = None
        self.most = MOST_ENTRIES
        """Entries in one push, as far as the line is good for them; head office may want fewer."""

    def round(self, most_batches: int = 20) -> Progress:
        """Everything once: a session where there is none, words, entries, and what is new.

        Errors as `Transport.send`; then nothing of what was booked is lost, and the next round
        goes on. `most_batches`: of words and of entries; with 1, whoever waits gets a turn soon.
        """
        session = self.session or self.begin()
        told = self.tell(most_batches)
        pushed, slow_ms, first = self.push(most_batches)
        pulled = self.pull()
        back = self._send_back(first.plus(pulled))
        if session.clear:
            back += self._clear(session)
        if back:  # somebody waits for it at another counter
            again, slow_ms, _ = self.push(most_batches)
            pushed += again
        more = bool(back) or pulled.more or self._behind()
        return Progress(pushed, told, pulled.notes, back, more, slow_ms)

    # --- a session ------------------------------------------------------------------------------

    def begin(self) -> Session:
        """Say hello, find out how far head office has each epoch, and branch where it differs."""
        for _ in range(MOST_FORKS):
            session, branched = self._opening.begin()
            if not branched:
                self.session = session
                return session
        raise TroubleError("office-branches", most=MOST_FORKS)

    # --- entries --------------------------------------------------------------------------------

    def push(self, most_batches: int = 20) -> tuple[int, int, Taken]:
        """Send what head office has not; how many entries, its wish for patience, its recalls."""
        session = self.session or self.begin()
        count, slow_ms, asked = 0, 0, Taken()
        for _ in range(most_batches):
            with self._store.reading() as view:
                fresh = next_batch(view, session.next, min(session.most, self.most))
                found = fresh or unproved(view, session.proof_asked)
            if found is None:
                break
            segment, batch, lines = found
            answer = self._ask(session, "push", batch, Pushed, lines)
            self._apply(segment, batch, answer)
            if fresh is None:  # not before its proof is kept: the disk may be full
                session.proof_asked.add(segment.known_as)
            session.most = max(1, min(answer.most, MOST_ENTRIES))
            slow_ms = max(slow_ms, answer.slow_ms)
            asked = asked.plus(Taken(0, False, answer.recall, answer.vouchers, answer.tills))
            if answer.why:  # it knows less than it said, also of older epochs, which come first; or
                self.session = None  # another one numbered on
                return count, slow_ms, asked
            had = max(batch.first, session.next.get(segment.known_as, 0))
            count += max(0, answer.next - had)
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
                words = view.untold(MOST_TOLD // 2)
                news = [doc for word in words if (doc := _news(view, word)) is not None]
                said = _members_first(view, news)
                office, before = _office(view)
            if not words:
                break
            tell = Tell(docs=said, upto=words[-1].n, office=office, said=before)
            answer = self._ask(session, "tell", tell, Told)
            if answer.upto < words[0].n:
                break
            with self._store.writing() as work:
                work.told(min(answer.upto, words[-1].n))
                if answer.rev > before:
                    work.keep_setting(SAID, str(answer.rev))
            count += len(words)
        return count

    def pull(self) -> Taken:
        """Take in what is new at head office."""
        session = self.session or self.begin()
        with self._store.reading() as view:
            after = int(view.setting(AFTER) or 0)
            office, said = _office(view)
        pull = Pull(after=after, office=office, said=said)
        answer = self._ask(session, "pull", pull, Pulled)
        taken = take_in(self._store, self._new_id, pulled=answer, asked_after=after)
        if taken.forgot:
            self.session = None
        return taken

    def reserve(self, member: UUID | None, need: int = 0, voucher: str = "") -> Reserved:
        """Ask for points of a member, or for the use of a voucher; what comes is taken at once."""
        session = self.session or self.begin()
        wish = Reserve(member=member.bytes if member else b"", need=need, voucher=voucher)
        answer = self._ask(session, "reserve", wish, Reserved)
        whose = None if voucher else member  # of a voucher, the answer tells no points
        take_in(self._store, self._new_id, reserved=answer, member=whose)
        return answer

    def find(self, number: EntryKey) -> EntryKey | None:
        """Ask for a sale of another terminal, or for what became elsewhere of one of ours; under
        which name it can be returned here now, None where head office has no such sale.
        """
        session = self.session or self.begin()
        with self._store.reading() as view:
            named = view.lineage().named(number)
        asked = Find(terminal=named.terminal, epoch=named.epoch, seq=named.seq)
        return bring(self._store, self._ask(session, "find", asked, Found))

    def claimed(self, source: UUID) -> None:
        """Ask where a receipt was credited, by its first source; whatever head office knows is in
        the books on return, so that `pos.claims.claim` refuses what another shop was first with.
        """
        session = self.session or self.begin()
        answer = self._ask(session, "claim", AskClaim(source=source.bytes), ClaimTold)
        word = answer.word
        if word is not None and (word.topic, word.key) == (VERDICT, source.hex):
            with self._store.writing() as work:
                hear(work, word)

    def _ask(
        self,
        session: Session,
        path: str,
        message: msgspec.Struct,
        answer: type[_Answer],
        lines: list[bytes] | None = None,
    ) -> _Answer:
        """As `ask`; a session in which something went wrong is over."""
        try:
            return ask(self._transport, session, path, message, answer, lines)
        except TroubleError:
            self.session = None
            raise

    def _send_back(self, asked: Taken) -> int:
        """What head office asked for goes back, as far as no open basket holds it."""
        members, codes = {*asked.members}, {*asked.codes}
        if not members and not codes and not asked.tills:
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
            hub_notes.passed_to_tills(work, members.union(asked.tills), codes)
        return sum(entry is not None for entry in entries)

    def _clear(self, session: Session) -> int:
        """Send everything back: what is here may be counted elsewhere. And tell all words again:
        under our name another copy may have heard that head office knows them.
        """
        with self._store.writing() as work:
            holding.clear(work, "restored", self._new_id)
            work.tell_everything()
        session.clear = False
        return 1


def _office(view: View) -> tuple[int, int]:
    """Head office's epoch as it was last heard, and its count of changes behind our words."""
    return int(view.setting(EPOCH) or 0), int(view.setting(SAID) or 0)


def _news(view: View, word: Word) -> Doc | None:
    """As `_said`; None where it is not ours to say when all that is known here is told again:
    another terminal's key, or that something is gone that others said and is not here.
    """
    doc = _said(view, word)
    if doc.topic == "claimkey" and not receipt_docs.ours_to_say(view, doc.key):
        return None
    if doc.body == docs.GONE and view.said(word.topic, word.name) != (word.stamp, view.terminal):
        return None
    return doc


def _said(view: View, word: Word) -> Doc:
    """A word of this terminal, with what it is about as it is now."""
    body = docs.body_of(view, word.topic, word.name)
    return Doc(topic=word.topic, key=word.name, stamp=word.stamp, terminal=view.terminal, body=body)


def _members_first(view: View, said: list[Doc]) -> tuple[Doc, ...]:
    """Members before what belongs to them, also those who would be told in a later batch."""
    members = {doc.key: doc for doc in said if doc.topic == "member"}
    for doc in said:
        whose = docs.member_of(doc.topic, doc.key, doc.body)
        if whose and whose not in members and (word := view.untold_word("member", whose)):
            members[whose] = _said(view, word)
    return (*members.values(), *(doc for doc in said if doc.topic != "member"))


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
