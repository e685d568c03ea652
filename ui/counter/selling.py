"""Wishes of a sale as the counter knows them: who stands there, what Enter means, how to leave.

The basket is `ringing`, what is chosen on it `redeeming`, and what reaches the books `booking`.
"""

from __future__ import annotations

from loyalty.redemption.chosen import Chosen
from pos.counter import AtCounter, at_counter
from pos.ids import new_id
from pos.why import steps
from ui.counter.booking import Booking
from ui.counter.fetching import Fetching
from ui.counter.holds import Holds
from ui.counter.notice import Mood
from ui.counter.redeeming import Redeeming, Short
from ui.counter.ringing import Ringing
from ui.counter.session import Exchange, Session
from ui.counter.sheets import (
    CameraSheet,
    FindSheet,
    ScannerSheet,
    SettingsSheet,
    ShiftSheet,
    SlipSheet,
    WhySheet,
    WhyStep,
)
from ui.counter.stage import Stage
from ui.counter.state import CounterState, Done
from ui.counter.views import looked_ahead
from ui.counter.writing import Writing

READ_ONLY = (FindSheet, WhySheet, ShiftSheet, SettingsSheet, ScannerSheet, CameraSheet, SlipSheet)
"""Sheets that a scan of goods may close: nothing typed into them would be lost."""


class Selling:
    """The basket and the member before it."""

    def __init__(self, stage: Stage, writing: Writing, fetching: Fetching) -> None:
        self._stage = stage
        self._writing = writing
        self._ringing = Ringing(stage)
        self._fetching = fetching
        self._redeeming = Redeeming(stage, self._ringing, fetching)
        self._holds = Holds(stage, self._redeeming.held_elsewhere)
        self._booking = Booking(stage, writing, self._redeeming, self._holds)
        self._redeeming.handed = self._booking.confirm
        stage.follow = self._follow

    def member(self, who: AtCounter) -> None:
        """A member stands at the counter; what is rung up stays, another's rewards go back."""
        stage = self._stage
        if stage.now.done is not None:
            stage.next_customer()
        now = stage.now
        same = now.member is not None and now.member.member.id == who.member.id
        if now.exchange is not None and not same:
            stage.tell(Mood.ATTENTION, "finish-first")
            return
        kept = now.chosen if same else tuple(c for c in now.chosen if c.voucher in now.presented)
        dropped = len(kept) < len(now.chosen)
        stage.update(
            member=who, chosen=kept, scene=None, blank="", banner=None, sheet=None, rows=()
        )
        if not same:
            stage.update(page=0, advance=0, allowed_by="", order=())
        self._fetching.refresh(who)
        if now.presented or (same and now.chosen):
            self._redeeming.look_again()
        if dropped:
            stage.tell(Mood.ATTENTION, "rewards-put-back")
        else:
            stage.sign(Mood.OK)

    def on_shortage(self, short: Short) -> None:
        """What opens the sheet where more is wanted than can be used here."""
        self._redeeming.short = short

    def exchange(self, begun: Exchange) -> None:
        """Goods come back and others go out: ring those up, Enter books both."""
        stage, shop = self._stage, self._stage.shop
        sale_id = new_id(shop.clock)
        stage.now = stage.now.cleared()
        stage.update(exchange=begun, sale_id=sale_id)
        member = begun.found.member
        if member is None:
            stage.sign(Mood.OK)
            return
        stage.ask(lambda: at_counter(shop, member.id), self._exchanger)

    def _exchanger(self, who: AtCounter) -> None:
        self._stage.update(member=who)
        self._stage.sign(Mood.OK)

    def typed(self, text: str) -> None:
        """Characters for the entry line."""
        self._ringing.typed(text)

    def backspace(self) -> None:
        """Take the last character back."""
        self._ringing.backspace()

    def delete_line(self) -> None:
        """Take back what was typed, else what was chosen last, else what was rung up last."""
        now = self._stage.now
        if not now.entry and now.chosen:
            self._redeeming.drop_last()
        elif not self._ringing.take_back():
            self._redeeming.put_back()

    def take_line(self) -> None:
        """What is typed becomes a line, and the customer goes on buying."""
        self._ringing.add_line()

    def product(self, code: str) -> None:
        """A product was scanned."""
        if self._uncovered():
            self._ringing.product(code)

    def voucher(self, code: str) -> None:
        """A voucher was scanned."""
        if self._uncovered():
            self._redeeming.voucher(code)

    def reward(self, number: int) -> None:
        """Take or put back an offer; a gift where nothing is bought is handed over at once."""
        if self._redeeming.offer(number):
            self._booking.confirm()

    def best(self) -> None:
        """Take what is suggested."""
        if self._redeeming.best():
            self._booking.confirm()

    def more_offers(self) -> None:
        """The next page of offers."""
        self._redeeming.page()

    def tender(self) -> None:
        """Use points as money on this basket, or put them back."""
        self._redeeming.tender()

    def why(self) -> None:
        """Why this basket earns what it does; after a sale, why that one did."""
        ahead = looked_ahead(self._stage.now, self._stage.shop.today)
        last = self._stage.now.glance.last
        if ahead is None or not ahead.payment.basket.lines:
            if last is not None:
                self._writing.show_why(last.entry.key)
            return
        amounts = tuple(line.amount_minor for line in ahead.payment.basket.lines)
        shown = tuple(WhyStep(code, facts) for code, facts in steps(ahead.earns, amounts))
        points = ahead.earns.points if self._stage.now.member else 0
        self._stage.update(sheet=WhySheet("", points, shown))

    def enter(self) -> None:
        """Finish: take what is typed, and book."""
        stage = self._stage
        if stage.now.entry and not self._ringing.add_line():
            return
        now = stage.now
        if now.lines or (now.chosen and now.exchange is None):
            self._booking.confirm()
        elif now.exchange is not None:
            stage.tell(Mood.ATTENTION, "exchange-goods-first")
        else:
            stage.tell(Mood.ATTENTION, "amount-first" if now.member else "scan-card-first")

    def undo(self) -> None:
        """Take the last act back."""
        self._booking.undo()

    def leave(self) -> None:
        """Escape: first what is typed, then the basket, then the member."""
        now = self._stage.now
        if now.done is None and now.entry:
            self._stage.update(entry="", banner=None)
        elif now.done is None and now.banner:
            self._stage.update(banner=None, blank="")
        elif now.done is None and (now.lines or now.chosen) and now.member:
            self._stage.update(**_emptied(now))
        else:
            self._stage.next_customer()

    def done(self, done: Done) -> None:
        """Show what was done, and go back to idle by itself."""
        self._booking.done(done)

    def _uncovered(self) -> bool:
        """Goods and vouchers go onto a basket that is seen; what is half typed stays."""
        sheet = self._stage.now.sheet
        if sheet is None:
            return True
        if isinstance(sheet, READ_ONLY):
            self._stage.update(sheet=None, rows=())
            return True
        self._stage.tell(Mood.ATTENTION, "finish-first")
        return False

    def _follow(self, session: Session, state: CounterState) -> None:
        self._holds.follow(session, state.ticket.uses)


def _emptied(now: Session) -> dict[str, object]:
    """An empty basket before the same member; an exchange keeps its number, it is not over."""
    nothing: tuple[Chosen, ...] = ()
    return {
        "lines": (),
        "before": (),
        "chosen": nothing,
        "presented": (),
        "scene": None,
        "advance": 0,
        "allowed_by": "",
        "sale_id": now.sale_id if now.exchange else None,
        "banner": None,
    }
