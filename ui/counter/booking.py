"""Wishes that reach the books: Enter, undo, and what is shown of it afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from loyalty.redemption.chosen import Chosen
from pos.acts import Act
from pos.counter import AtCounter, Booked, at_counter, confirm, look
from pos.exchanging import Exchanged, exchange
from pos.glance import Glance, glance
from pos.ids import new_id
from pos.linked import Advance, Usable, usable_now
from pos.shop import Shop
from pos.trouble import TroubleError
from pos.undo import Undone, undo
from ui.counter.booked import exchange_done, sale_done, undo_done
from ui.counter.here import HereView
from ui.counter.holds import Holds
from ui.counter.line import here_view
from ui.counter.notice import Mood
from ui.counter.redeeming import Redeeming
from ui.counter.session import Session
from ui.counter.stage import Stage
from ui.counter.state import Done
from ui.counter.views import looked_ahead
from ui.counter.writing import Writing

DONE_FOR_MS = 4_000


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale in the books, and the member as the rules see them from then on."""

    booked: Booked
    after: Scene | None


def sold(
    shop: Shop,
    act: Act,
    basket: Basket,
    member: UUID | None,
    chosen: tuple[Chosen, ...],
    advance: Advance | None = None,
) -> Sold:
    """Book a sale and look at its member again: their stamps and tier are on the done screen.

    Errors: those of `confirm`. Booked is booked: a look that fails only leaves those lines out.
    """
    booked = confirm(shop, act, basket, member, chosen, advance)
    return Sold(booked, scene_after(shop, member))


def scene_after(shop: Shop, member: UUID | None) -> Scene | None:
    """A member as the rules see them after an act; None where nobody is there or it fails."""
    if member is None:
        return None
    try:
        return look(shop, member)
    except (LoyaltyError, TroubleError):
        return None


class Booking:
    """Books the open basket, or the goods that go out for those that come back."""

    def __init__(self, stage: Stage, writing: Writing, redeeming: Redeeming, holds: Holds) -> None:
        self._stage = stage
        self._writing = writing
        self._redeeming = redeeming
        self._holds = holds

    def confirm(self) -> None:
        """Book the basket."""
        stage = self._stage
        now = stage.now
        if now.operator is None or now.sale_id is None or self._redeeming.put_back():
            return
        act = Act(now.sale_id, now.operator.id, now.shift.id if now.shift else None)
        shop, basket, chosen = stage.shop, now.basket(), now.chosen
        if now.exchange is not None:
            number, units = now.exchange.found.sold.key, now.exchange.units
            stage.book(
                lambda: exchange(shop, act, number, units, basket, chosen),
                self._exchanged,
                self._not_booked,
            )
            return
        who = now.member.member.id if now.member else None
        risk = _at_risk(now, stage.shop.today)
        stage.book(
            lambda: sold(shop, act, basket, who, chosen, risk), self._booked, self._not_booked
        )

    def undo(self) -> None:
        """Take the last act back."""
        stage = self._stage
        now = stage.now
        if now.operator is None:
            return
        if now.under_way:
            stage.tell(Mood.ATTENTION, "finish-first")
            return
        if now.glance.last is None:
            self._not_undone(LoyaltyError("undo-nothing"))
            return
        act = Act(new_id(stage.shop.clock), now.operator.id, now.shift.id if now.shift else None)
        shop, seen = stage.shop, now.glance.last.entry.key
        stage.book(lambda: undo(shop, act, seen), self._undone, self._not_undone)

    def done(self, done: Done) -> None:
        """Show what was done, and go back to idle by itself."""
        stage = self._stage
        cleared = stage.now.cleared()
        stage.moment += 1
        moment = stage.moment
        stage.now = cleared
        if done.account is not None and cleared.line is not None:
            done = replace(done, here=HereView(max(0, done.balance or 0), 0))
        stage.update(done=done)
        stage.sign(Mood.OK)
        if done.here is not None and done.account is not None:
            self._tell_whole(done.account, moment)

        def idle() -> None:
            if stage.moment == moment and stage.now.sheet is None:
                stage.next_customer()

        stage.later(DONE_FOR_MS, idle)

    def _tell_whole(self, account: UUID, moment: int) -> None:
        """What they have in all, other shops counted in: read behind the act, which is shown."""
        stage, shop = self._stage, self._stage.shop

        def read(usable: Usable | None) -> None:
            now = stage.now
            if usable is not None and now.done is not None and stage.moment == moment:
                here = here_view(usable, 0, now.line, shop.today, shop.clock.zone)
                stage.update(done=replace(now.done, here=here))

        stage.aside(lambda: usable_now(shop, account), read)

    def _booked(self, answer: Sold) -> None:
        stage, booked = self._stage, answer.booked
        self._holds.booked()
        self.done(sale_done(booked, _scene(stage.now), answer.after, stage.now.settings.language))
        self._writing.print_by_itself(booked.entry.key)

    def _exchanged(self, answer: Exchanged) -> None:
        self._holds.booked()
        self.done(exchange_done(answer))
        self._writing.print_by_itself(answer.back.entry.key)
        self._writing.print_by_itself(answer.sale.entry.key)

    def _not_booked(self, no: LoyaltyError) -> None:
        """Show what the member has by now, or Enter would run into the same no for ever."""
        stage = self._stage
        shop, who = stage.shop, stage.now.member
        if who is None:
            stage.refuse(no)
            return
        presented, sale_id = stage.now.presented, stage.now.sale_id

        def read() -> tuple[AtCounter, Scene]:
            member = who.member.id
            return at_counter(shop, member), look(shop, member, presented, sale_id)

        def as_they_are(answer: tuple[AtCounter, Scene]) -> None:
            fresh = replace(answer[0], card=who.card)
            stage.update(member=fresh, scene=answer[1], advance=0, allowed_by="")
            ahead = looked_ahead(stage.now, shop.today)
            stage.update(chosen=ahead.chosen if ahead else ())
            stage.refuse(no)

        stage.ask(read, as_they_are)

    def _undone(self, undone: Undone) -> None:
        self.done(undo_done(undone))
        if undone.returned is not None:
            self._writing.print_by_itself(undone.entry.key)

    def _not_undone(self, no: LoyaltyError) -> None:
        """Show what the last act is by now, with the reason it stays."""
        stage, shop = self._stage, self._stage.shop

        def as_it_is(seen: Glance) -> None:
            stage.update(glance=seen)
            stage.refuse(no)

        stage.ask(lambda: glance(shop), as_it_is)


def _at_risk(session: Session, on: date) -> Advance | None:
    """What of the redemptions is not here and was allowed at the shop's risk; None for nothing."""
    ahead = looked_ahead(session, on)
    usable = session.member.usable if session.member else None
    if ahead is None or usable is None or not session.advance:
        return None
    uses = sum(used.points for used in ahead.payment.used)
    risk = uses + ahead.payment.held - usable.here
    return Advance(risk, session.allowed_by) if risk > 0 else None


def _scene(session: Session) -> Scene | None:
    """What the rules were shown before the sale."""
    return session.scene or (session.member.scene if session.member else None)
