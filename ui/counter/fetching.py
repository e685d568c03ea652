"""Has what other shops hold of a member brought here while the cashier goes on: on every scan in
the background, and where something is short, with nobody waiting longer than the line's own limit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from loyalty.codes import SaleNumber
from loyalty.members.history import Scene
from pos.counter import AtCounter, at_counter, look
from pos.line_state import LineState, Linked
from pos.trouble import TroubleError
from ui.counter.notice import Mood, Notice
from ui.counter.offers import offers
from ui.counter.port import Brought, Line, NoLine
from ui.counter.stage import Stage, Work
from ui.counter.views import looked_ahead

T = TypeVar("T")


class Fetching:
    """The counter's side of the line. `line` is replaced when the window has one."""

    def __init__(self, stage: Stage, worker: Work) -> None:
        self._stage = stage
        self._worker = worker
        self.line: Line = NoLine()
        self.gone = ""  # the voucher that was asked for last, where nobody has it any more

    def line_is(self, line: Line) -> None:
        """There is a head office, and this is the way to it."""
        self.line = line
        self.line_told(line.state)

    def line_told(self, state: LineState) -> None:
        """The line changed."""
        self._stage.update(line=state)

    def trouble(self, error: TroubleError) -> None:
        """There is a head office and no way to it: the till sells on, and somebody has to know."""
        notice = Notice(Mood.ATTENTION, error.code, tuple(error.facts.items()))
        self._stage.update(strip=replace(self._stage.now.strip, office=notice))

    def joined(self, linked: Linked) -> None:
        """This till has just become one of a head office's."""
        facts = {"terminal": linked.terminal, "name": linked.shop_name}
        self._stage.tell(Mood.OK, "office-linked", **facts, merchant=linked.merchant)

    def unsent(self, count: int) -> None:
        """The window would be closed with so many entries unsent."""
        self._stage.tell(Mood.ATTENTION, "quit-unsent", count=count)

    @property
    def connected(self) -> bool:
        """Whether head office can be asked."""
        return self.line.state.connected

    @property
    def heard(self) -> bool:
        """Whether anybody can be asked: head office, or the shop's hub."""
        return self.connected or self.line.state.near

    def refresh(self, who: AtCounter) -> None:
        """A member stands there: what there is of them is brought; nobody waits for it."""
        if who.usable is None or not self.heard:
            return
        owner, moment = who.member.owner, self._stage.moment

        def again(said: Brought | None) -> None:
            if said is not None and self._stage.moment == moment and self._still(who):
                self._read(who, self._in_place, waited_for=False)

        self._submit(owner, 0, "", again)

    def bring(
        self, need: int, then: Callable[[bool], None], voucher: str = "", owner: UUID | None = None
    ) -> None:
        """Have `need` points in all, or a voucher, here; `then` is told whether anybody answered,
        with the member as they are by now on the stage. The keys wait as for the ledger.
        """
        stage, who = self._stage, self._stage.now.member
        if not self.heard:
            then(False)
            return
        line = self.line
        whose = owner or (who.member.owner if who else None)

        def answered(said: Brought | None) -> None:
            heard = said is not None
            if voucher and said is not None:
                self.gone = voucher if _nobody_has(said) else ""
            if who is None:
                then(heard)
                return
            self._read(who, lambda found: self._put(found, lambda: then(heard)))

        stage.ask(lambda: _asked(line, whose, need, voucher), answered, by=self._worker)

    def find(self, number: SaleNumber, then: Callable[[SaleNumber | None, bool], None]) -> None:
        """Have a sale with all that became of it elsewhere here; `then` is told the number it has
        in these books, and whether head office answered. The keys wait as for the ledger.
        """
        self._hear(lambda line: line.find(number), then)

    def claimed(self, source: UUID, then: Callable[[], None]) -> None:
        """Have here what head office knows of a receipt's credit, if it can be asked."""
        self._hear(lambda line: line.claimed(source), lambda _known, _heard: then())

    def _hear(self, ask: Callable[[Line], T], then: Callable[[T | None, bool], None]) -> None:
        if not self.connected:
            then(None, False)
            return
        line = self.line
        self._stage.ask(
            lambda: _heard(lambda: ask(line)), lambda told: then(*told), by=self._worker
        )

    def look_again(self, then: Callable[[], None]) -> None:
        """Read the member as they are by now, with what was allowed at the shop's risk."""
        who = self._stage.now.member
        if who is not None:
            self._read(who, lambda found: self._put(found, then))

    def _submit(
        self, owner: UUID, need: int, voucher: str, done: Callable[[Brought | None], None]
    ) -> None:
        line = self.line
        self._worker.submit(lambda: _asked(line, owner, need, voucher), done, _ours)

    def _still(self, who: AtCounter) -> bool:
        here = self._stage.now.member
        return here is not None and here.member.id == who.member.id and not self._stage.over

    def _read(
        self,
        who: AtCounter,
        done: Callable[[tuple[AtCounter, Scene]], None],
        waited_for: bool = True,
    ) -> None:
        stage, shop, member = self._stage, self._stage.shop, who.member.id
        presented, sale_id, advance = stage.now.presented, stage.now.sale_id, stage.now.advance

        def read() -> tuple[AtCounter, Scene]:
            return at_counter(shop, member), look(shop, member, presented, sale_id, advance)

        (stage.ask if waited_for else stage.aside)(read, done)

    def _in_place(self, found: tuple[AtCounter, Scene]) -> None:
        """The figures are new; whatever has a number keeps it."""
        if self._still(found[0]):
            self._put(found, _nothing)

    def _put(self, found: tuple[AtCounter, Scene], then: Callable[[], None]) -> None:
        stage = self._stage
        now = stage.now
        if now.member is None or now.done is not None:
            return
        ahead = looked_ahead(now, stage.shop.today)
        order = now.order
        if not order and ahead is not None:
            order = tuple(each.choice for each in offers(now, ahead))
        fresh = replace(found[0], card=now.member.card)
        own = bool(now.presented or now.sale_id is not None or now.advance)
        stage.update(member=fresh, scene=found[1] if own else None, order=order)
        then()


def _heard(ask: Callable[[], T]) -> tuple[T | None, bool]:
    """What head office said, and whether it did. TroubleError of the books themselves."""
    try:
        return ask(), True
    except TroubleError as trouble:
        if not trouble.code.startswith("office-"):
            raise
        return None, False


def _asked(line: Line, owner: UUID | None, need: int, voucher: str) -> Brought | None:
    """The answer, None where nobody gave one; what came is in the books."""
    try:
        return line.reserve(owner, need, voucher)
    except TroubleError:
        return None


def _nobody_has(said: Brought) -> bool:
    """Whether head office knows of it, and of nobody who has it or to whom it is on its way."""
    return said.known and not (said.asked or said.held or said.notes)


def _ours(error: Exception) -> None:
    raise error


def _nothing() -> None:
    """There is nothing else to do."""
