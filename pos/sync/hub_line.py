"""A till's side of its shop's hub, as a plain machine: every call is one step.

The till fetches what a member has when they stand at its counter, and hands back what is left when
they are gone. It gives only after the hub has just answered, so that a broken network strands
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from loyalty.ledger.entry import EntryKey, Kind
from pos.clock import milliseconds
from pos.store import Store, View, Work
from pos.store.syncing import Elsewhere
from pos.sync import hub_notes
from pos.sync.asking import Session, Transport, ask
from pos.sync.hub_messages import MOST_NOTES, Hand, Handed, HubHello, HubWelcome
from pos.sync.messages import Reserve, Reserved
from pos.trouble import TroubleError

STAY_MS = 600_000
"""Who was fetched and bought nothing is gone after so long."""
AT_ONCE = 50  # members handed back in one round
LOOKED = 1_000  # entries looked through in one round
SERVED = frozenset(
    {Kind.SALE, Kind.RETURN, Kind.RETURN_UNDONE, Kind.CLAIM, Kind.ACTIVITY, Kind.ENROLMENT}
)
"""Entries after which the member has left the counter."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Notes taken and given in a step; `left`: members who are still to be handed back."""

    took: int = 0
    gave: int = 0
    left: int = 0


@dataclass(slots=True)
class _Counter:
    """Who is at the counter, until when, and who left. What a restart forgets is looked up anew."""

    here: dict[UUID, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    gone: set[UUID] = field(default_factory=set)
    seen: EntryKey | None = None


class HubLine:
    """The machine. `hub`: the hub's number; `frozen` as in `Hub`."""

    def __init__(
        self,
        store: Store,
        hub: int,
        transport: Transport,
        new_id: Callable[[], UUID],
        frozen: Callable[[View], str],
    ) -> None:
        self._store = store
        self._hub = hub
        self._transport = transport
        self._new_id = new_id
        self._frozen = frozen
        self._session: Session | None = None
        self._took: list[bytes] = []
        self._counter = _Counter()

    def reserve(self, member: UUID | None, need: int = 0, voucher: str = "") -> Reserved:
        """Fetch all the hub has of a member, or a voucher's use; it is in the books on return.

        `asked`: another till has it and was asked; ask again after `wait_ms`. TroubleError
        `office-unreachable`, `office-refused`.
        """
        until = milliseconds(self._store.clock.now()) + STAY_MS
        if member is not None:
            self._counter.here[member] = until
            self._counter.gone.discard(member)
        elif voucher:
            self._counter.codes[voucher] = until
        wish = Reserve(member=member.bytes if member else b"", need=need, voucher=voucher)
        answer, _ = self._exchange(wish)
        return answer.given

    def round(self) -> Moved:
        """Hear what the hub wants, and hand back whoever has left; errors as `reserve`."""
        answer, took = self._exchange(None)
        gave = self._hand_back(answer)
        if gave:
            _, more = self._exchange(None)
            took += more
        return Moved(took, gave, len(self._counter.gone))

    # --- one message ----------------------------------------------------------------------------

    def _exchange(self, wish: Reserve | None) -> tuple[Handed, int]:
        with self._store.reading() as view:
            self._begin_to_look(view)
            under = hub_notes.under_way(view, self._hub)
        took = self._took[:MOST_NOTES]
        hand = Hand(notes=under.lines, epochs=under.epochs, took=tuple(took), wish=wish)
        answer = self._asked(hand)
        if answer.took or answer.given.notes:
            with self._store.writing() as work:
                hub_notes.delivered(work, self._hub, answer.took)
                epochs = [epoch for _, epoch in answer.given.givers]
                ids, _ = hub_notes.take(work, self._hub, answer.given.notes, epochs)
        else:
            ids = []
        self._took = ids
        if wish is not None and len(wish.member) == 16 and answer.given.known:
            self._keep_total(UUID(bytes=wish.member), answer.given)
        return answer, len(ids)

    def _asked(self, hand: Hand) -> Handed:
        """The answer; a session that the hub has forgotten is begun anew, once."""
        for again in (False, True):
            session = self._session or self._begin()
            try:
                return ask(self._transport, session, "hub-hand", hand, Handed)
            except TroubleError as error:
                self._session = None
                if again or error.facts.get("why") != "session-stale":
                    raise
        raise AssertionError("asked twice")

    def _begin(self) -> Session:
        session = Session()
        session.nonce = ask(self._transport, session, "hub-session", HubHello(), HubWelcome).nonce
        session.ctr = 0
        self._session = session
        return session

    def _keep_total(self, member: UUID, told: Reserved) -> None:
        with self._store.writing() as work:
            rest = max(0, told.total - work.points_here(member))
            work.keep_total(member, Elsewhere(rest, told.pending, told.as_of_ms))

    # --- handing back ---------------------------------------------------------------------------

    def _hand_back(self, answer: Handed) -> int:
        """Book notes for whoever has left, and for whom the hub wants; how many. None to a hub
        that could not give them out again.
        """
        counter = self._counter
        wanted = {UUID(bytes=raw) for raw in answer.recall if len(raw) == 16}
        with self._store.reading() as view:
            self._look(view)
            if answer.frozen or self._frozen(view):
                return 0
            now = milliseconds(view.moment())
        left = {member for member, until in counter.here.items() if until <= now}
        for member in left:
            del counter.here[member]
        counter.gone |= left
        codes = {code for code, until in counter.codes.items() if until <= now}
        for code in codes:
            del counter.codes[code]
        some = sorted(counter.gone)[:AT_ONCE]
        if not (some or wanted or codes or answer.vouchers):
            return 0
        with self._store.writing() as work:
            gave = sum(self._give(work, member) for member in sorted({*some, *wanted}))
            for code in sorted({*codes, *answer.vouchers}):
                booked = hub_notes.give_voucher(work, self._hub, code, "handed", self._new_id)
                gave += booked is not None
        return gave

    def _give(self, work: Work, member: UUID) -> bool:
        """Hand a member back; who has an open basket here stays until it is booked or left."""
        booked = hub_notes.give(work, self._hub, member, "handed", self._new_id)
        if booked is not None or not work.holds(member):
            self._counter.gone.discard(member)
            self._counter.here.pop(member, None)
        return booked is not None

    def _begin_to_look(self, view: View) -> None:
        """After a start, whoever has anything here has left."""
        counter = self._counter
        if counter.seen is None:
            last = view.last_entry()
            counter.seen = last.key if last else EntryKey(view.terminal, 0, 0)
            counter.gone |= {*view.holding(), *view.with_stamps()} - {*counter.here}

    def _look(self, view: View) -> None:
        """Find out who was served since the last look."""
        counter = self._counter
        for entry in view.entries(after=counter.seen, limit=LOOKED):
            counter.seen = entry.key
            if entry.member is None:
                continue
            if entry.kind in SERVED:
                counter.here.pop(entry.member, None)
            if entry.member not in counter.here and entry.kind is not Kind.RIGHTS_SENT:
                counter.gone.add(entry.member)
