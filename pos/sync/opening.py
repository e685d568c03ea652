"""The beginning of a session: how far head office has each epoch, and where the books branch off.

A restored or copied ledger numbers on where its other branch did. The last common entry is looked
for, the branch gets a name of its own, and a new epoch begins: nothing is numbered twice.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from loyalty.ledger.entry import EntryKey, Kind
from loyalty.rights.lineage import Branch
from pos.clock import milliseconds
from pos.store import Store
from pos.store.link import DIFFERS, EPOCH, FORK, SAID
from pos.store.syncing import OfficeReceipt
from pos.sync.asking import Session, Transport, ask
from pos.sync.batches import Segment, segments_of
from pos.sync.messages import (
    MOST_ENTRIES,
    MOST_EPOCHS,
    MOST_HASHES,
    AskEpoch,
    AskHashes,
    Hashes,
    Hello,
    NewEpoch,
    Place,
    Receipt,
    Welcome,
)
from pos.sync.taking import take_in
from pos.trouble import TroubleError

MOST_DIFFERING = 9  # programs named with a hello


class Opening:
    """Says hello for a terminal."""

    def __init__(
        self,
        store: Store,
        transport: Transport,
        new_id: Callable[[], UUID],
        app: str,
        machine: str,
    ) -> None:
        self._store = store
        self._transport = transport
        self._new_id = new_id
        self._app = app
        self._machine = machine

    def begin(self) -> tuple[Session, bool]:
        """A session, and whether a branch was found: then another one has to begin."""
        session = Session()
        with self._store.reading() as view:
            segments = segments_of(view)[-MOST_EPOCHS:]
            newest = view.office_receipt(segments[-1].end.epoch) if segments else None
            unsent, _ = view.unsent()
            office = int(view.setting(EPOCH) or 0)
            said = int(view.setting(SAID) or 0)
            others = (view.setting(DIFFERS) or "").split()[:MOST_DIFFERING]
            differing = [f"program-differs:{number}" for number in others]
        at = tuple(Place(s.known_as, s.end.seq, s.end.hash) for s in segments)
        hello = Hello(
            app=self._app,
            at=at,
            receipt=_sent(newest, segments[-1].known_as) if newest else None,
            now_ms=milliseconds(self._store.clock.now()),
            machine=self._machine,
            unsent=unsent,
            office=office,
            said=said,
            health=(*(found.code for found in self._store.health), *differing),
        )
        welcome = ask(self._transport, session, "session", hello, Welcome)
        session.nonce, session.ctr = welcome.nonce, 0
        session.most = max(1, min(welcome.most, MOST_ENTRIES))
        session.state = welcome.state
        if take_in(self._store, self._new_id, lease=welcome).forgot:
            return session, True  # it was restored: what it was thought to have is to be told anew
        theirs = {place.epoch: place for place in welcome.at}
        for segment in segments:
            place = theirs.get(segment.known_as)
            if place is None:
                continue
            if segment.after and place.seq == 1:  # a name it gave, and forgot
                self._name_again(session, segment)
                session.next[segment.known_as] = segment.after + 1
                continue
            if self._differs(session, segment, place, last=segment is segments[-1]):
                return session, True
            session.next[segment.known_as] = place.seq
        newest_here = max((segment.end.epoch for segment in segments), default=0)
        if segments and welcome.newest > newest_here:  # another machine went on under our name
            last = segments[-1]
            known = session.next.get(last.known_as, last.after + 1) - 1
            self._branch(session, last, min(known, last.end.seq))
            return session, True
        session.clear = welcome.clear and not self._clearing(session, segments)
        return session, False

    def _clearing(self, session: Session, segments: list[Segment]) -> bool:
        """Whether that everything was sent back is on its way: it is not to be sent back again. It
        is, where head office has heard that and asks once more: it gave this terminal up since.
        """
        if not segments:
            return False
        newest = segments[-1]
        had = session.next.get(newest.known_as, newest.after + 1) - 1
        with self._store.reading() as view:
            behind = EntryKey(view.terminal, newest.end.epoch, had)
            return any(view.entries(after=behind, kind=Kind.RIGHTS_CLEARED, limit=1))

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
        # Alike at low, not alike at high. Head office may have another entry also where a branch
        # began: then it is another branch that it has under the name of ours.
        low, high = (segment.after if differing > segment.after else 0), differing
        while high - low > 1:
            step = max(1, (high - low) // MOST_HASHES)
            seqs = tuple(range(low + step, high, step))[: MOST_HASHES - 1]
            asked = AskHashes(epoch=segment.known_as, seqs=seqs)
            theirs = ask(self._transport, session, "hashes", asked, Hashes).hashes
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

    def _name_again(self, session: Session, segment: Segment) -> None:
        """Tell head office of a branch that it does not remember."""
        with self._store.reading() as view:
            lineage, ends = view.lineage(), view.epoch_ends()
        asked = AskEpoch(
            id=self._new_id().bytes,
            epoch=segment.of,
            common=segment.after,
            head=segment.end.seq,
            newest=max(each.epoch for each in ends),
            known_as=segment.known_as,
            branches=lineage.rows(),
        )
        ask(self._transport, session, "epoch", asked, NewEpoch)

    def _branch(self, session: Session, segment: Segment, common: int) -> None:
        """Ask for a name of our branch and a new epoch to number on in; keep both at once."""
        end = segment.end
        # Asked again after a lost answer, it is the same question; but not where the books went on
        # meanwhile, so that now there is something to name.
        about = f" {segment.known_as} {common} {end.seq > common}"
        with self._store.writing() as work:
            kept = work.setting(FORK) or ""
            named = kept if kept.endswith(about) else self._new_id().hex + about
            work.keep_setting(FORK, named)
            lineage, ends = work.lineage(), work.epoch_ends()
        root = segment.known_as
        if common < segment.after:
            root = lineage.named(EntryKey(work.terminal, end.epoch, common)).epoch
        asked = AskEpoch(
            id=bytes.fromhex(named.removesuffix(about)),
            epoch=root,
            common=common,
            head=end.seq,
            newest=max(each.epoch for each in ends),
            branches=lineage.rows(),
        )
        answer = ask(self._transport, session, "epoch", asked, NewEpoch)
        with self._store.writing() as work:
            if end.seq > common:
                work.add_branch(Branch(work.terminal, end.epoch, common, answer.known_as))
            work.begin_epoch(answer.epoch, "forked")
            work.keep_setting(FORK, "")


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
