"""A shop's hub as a plain machine: a till's message in, an answer out, one transaction each.

The hub keeps the shop's points ready and gives all it has of a member to the till that asks: by
the same notes as head office, in its own chain, so that nothing new has to be believed.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import msgspec

from loyalty.ledger.count import given_of, used_of
from pos.clock import milliseconds
from pos.store import Store, View, Work
from pos.sync import holding, hub_notes
from pos.sync.hub_messages import Hand, Handed
from pos.sync.messages import Reserve, Reserved

ASK_AGAIN_MS = 300
MOST_CODE = 40


class Hub:
    """Answers tills; whoever calls knows who they are. `frozen`: why this terminal may spend
    nothing now, a code; what it may not spend it may not give.
    """

    def __init__(
        self, store: Store, new_id: Callable[[], UUID], frozen: Callable[[View], str]
    ) -> None:
        self._store = store
        self._new_id = new_id
        self._frozen = frozen

    def answer(self, till: int, hand: Hand) -> Handed:
        """What a till's message comes to. Nothing is written for one that says nothing."""
        if hand.notes or hand.took or hand.wish is not None:
            with self._store.writing() as work:
                return self._written(work, till, hand)
        with self._store.reading() as view:
            return self._told(view, till, (), Reserved())

    def _written(self, work: Work, till: int, hand: Hand) -> Handed:
        hub_notes.delivered(work, till, hand.took)
        took, members = hub_notes.take(work, till, hand.notes, hand.epochs)
        self._forward(work, members)
        given = Reserved()
        if hand.wish is not None and not self._frozen(work):
            given = self._granted(work, till, hand.wish)
        return self._told(work, till, tuple(took), given)

    def _forward(self, work: Work, members: list[UUID]) -> None:
        """What head office waits for goes on to it at once."""
        waiting = {w.member for w in hub_notes.wants(work) if not w.by}
        for member in sorted(set(members)):
            if member.hex in waiting:
                holding.send_back(work, member, "recalled", self._new_id)

    def _granted(self, work: Work, till: int, wish: Reserve) -> Reserved:
        if wish.voucher:
            return self._voucher(work, till, wish.voucher[:MOST_CODE])
        if len(wish.member) != 16:
            return Reserved(known=False)
        member = UUID(bytes=wish.member)
        here = work.points_here(member)
        rest = work.elsewhere(member)
        booked = hub_notes.give(work, till, member, "asked", self._new_id)
        asked = booked is None or here < wish.need
        if asked:
            hub_notes.want(work, [wish.member], (), by=till)
        else:
            hub_notes.satisfied(work, till, member)
        return Reserved(
            total=here + (rest.points if rest else 0),
            pending=rest.pending if rest else 0,
            as_of_ms=rest.as_of_ms if rest else milliseconds(work.moment()),
            asked=asked,
            wait_ms=ASK_AGAIN_MS if asked else 0,
            known=rest is not None,
        )

    def _voucher(self, work: Work, till: int, code: str) -> Reserved:
        names = (used_of(code), given_of(code))
        counts = work.whole_shop_counts(names)
        booked = None
        if counts.get((True, used_of(code), None), 0) <= 0:
            booked = hub_notes.give_voucher(work, till, code, "asked", self._new_id)
        if booked is None:
            hub_notes.want(work, (), [code], by=till)
        else:
            hub_notes.satisfied(work, till, None, code)
        return Reserved(
            as_of_ms=milliseconds(work.moment()),
            asked=booked is None,
            wait_ms=ASK_AGAIN_MS if booked is None else 0,
            known=work.voucher(code) is not None,
        )

    def _told(self, view: View, till: int, took: tuple[bytes, ...], given: Reserved) -> Handed:
        """The answer, with all that is under way to the till, whatever it asked."""
        under = hub_notes.under_way(view, till)
        others = [w for w in hub_notes.wants(view) if w.by != till]
        return Handed(
            took=took,
            given=msgspec.structs.replace(
                given,
                notes=under.lines,
                givers=tuple((view.terminal, epoch) for epoch in under.epochs),
            ),
            recall=tuple(bytes.fromhex(w.member) for w in others if w.member),
            vouchers=tuple(w.code for w in others if w.code),
            frozen=self._frozen(view),
        )
