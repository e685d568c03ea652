"""What is held up at the kiosk: a card, a badge, receipts one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.counter import Badge, BlankCard
from pos.devices.ports import Scan
from pos.ids import new_id
from pos.kiosk import Brought, Guest, Seen, bring, look_at, typed
from pos.presenting import Presented
from pos.trouble import TroubleError
from ui.counter.notice import Mood, Notice
from ui.counter.port import Line, NoLine
from ui.customer.stage import KioskStage
from ui.customer.state import Fate, Page, ReceiptView
from ui.customer.visit import MOST_RECEIPTS, credited_view, held_view

NO_RECEIPT: Final = frozenset(
    {
        *("card-blocked", "card-replaced", "member-blocked", "member-unknown", "badge-unknown"),
        *("code-damaged", "code-empty", "kiosk-slip", "kiosk-not-here", "program-none"),
    }
)
"""Refusals of what is no receipt: said, and listed nowhere."""


class Receiving:
    """Cards greet, receipts are credited or refused with the reason; badges close the kiosk."""

    def __init__(self, stage: KioskStage, join: Callable[[str], None]) -> None:
        self._stage, self._join = stage, join
        self.line: Line = NoLine()

    def look_at(self, scan: Scan) -> None:
        """Find out what a code is."""
        shop = self._stage.shop
        self._stage.ask(lambda: look_at(shop, scan.text, scan.data), self._seen, self._not_seen)

    def number(self) -> None:
        """The receipt whose number was typed."""
        shop, text = self._stage.shop, self._stage.visit.typed
        self._stage.ask(lambda: typed(shop, text), self._receipt)

    def welcome(self, guest: Guest) -> None:
        """A card: what the guest before left on the screen goes, receipts without a card stay."""
        stage = self._stage
        if stage.visit.guest is not None:
            stage.forget(keep_language=True)
        stage.visit.guest = guest
        stage.sign(Mood.OK)
        stage.update(
            page=Page.GUEST,
            known=True,
            called=guest.called,
            provable=guest.provable,
            notice=None,
            entry="",
        )
        self._credit_next()

    def _seen(self, seen: Seen) -> None:
        stage = self._stage
        guest = stage.visit.guest
        if isinstance(seen, Badge):
            stage.forget()
            stage.hands.leave()
        elif isinstance(seen, Presented):
            self._receipt(seen)
        elif isinstance(seen, BlankCard):
            if guest is not None:
                stage.tell(Mood.ATTENTION, "kiosk-new-card")
            else:
                self._join(seen.code)
        elif guest is not None and guest.member == seen.member:
            stage.update(page=Page.GUEST, notice=None, entry="")
        else:
            self.welcome(seen)

    def _not_seen(self, no: LoyaltyError) -> None:
        if no.code in NO_RECEIPT:
            self._stage.refuse(no)
            return
        self._stage.sign(Mood.REFUSED)
        self._add(ReceiptView(Fate.REFUSED, why=_why(no)))

    def _receipt(self, presented: Presented) -> None:
        stage = self._stage
        named = (presented.receipt.scheme, presented.receipt.key)
        held = stage.visit.held
        if any((one.receipt.scheme, one.receipt.key) == named for one in held.values()):
            stage.tell(Mood.ATTENTION, "kiosk-twice")
            return
        place = self._add(held_view(presented))
        if place is None:
            return
        held[place] = presented
        stage.visit.typed = ""
        if stage.visit.guest is None:
            stage.sign(Mood.OK)
        self._credit_next()

    def _add(self, view: ReceiptView) -> int | None:
        """One more row, and its place; None where there are enough."""
        rows = self._stage.state.receipts
        if len(rows) >= MOST_RECEIPTS:
            self._stage.tell(Mood.ATTENTION, "kiosk-enough", most=MOST_RECEIPTS)
            return None
        self._stage.update(page=Page.GUEST, receipts=(*rows, view), notice=None, entry="")
        return len(rows)

    def _credit_next(self) -> None:
        """Credit the first receipt that waits, if a card is there."""
        stage = self._stage
        guest, held, shop = stage.visit.guest, stage.visit.held, stage.shop
        if guest is None or not held:
            return
        place = min(held)
        presented, one = held.pop(place), new_id(shop.clock)

        def credit(_told: object = None) -> None:
            stage.ask(
                lambda: bring(shop, one, guest.member, presented),
                lambda brought: self._credited(place, brought),
                lambda no: self._refused(place, no),
            )

        line, source = self.line, presented.receipt.source()
        if line.state.connected:  # another shop may have been first
            stage.ask(lambda: _heard(line, source), credit, worker=stage.hands.asking)
        else:
            credit()

    def _credited(self, place: int, brought: Brought) -> None:
        self._stage.sign(Mood.ATTENTION if brought.waiting else Mood.OK)
        self._settle(place, credited_view(self._stage.state.receipts[place], brought))

    def _refused(self, place: int, no: LoyaltyError) -> None:
        self._stage.sign(Mood.REFUSED)
        row = self._stage.state.receipts[place]
        self._settle(place, replace(row, fate=Fate.REFUSED, why=_why(no)))

    def _settle(self, place: int, view: ReceiptView) -> None:
        rows = self._stage.state.receipts
        self._stage.update(receipts=(*rows[:place], view, *rows[place + 1 :]))
        self._credit_next()


def _heard(line: Line, source: UUID) -> None:
    """What head office knows of a receipt is here, unless it cannot be asked."""
    try:
        line.claimed(source)
    except TroubleError as trouble:
        if not trouble.code.startswith("office-"):
            raise


def _why(no: LoyaltyError) -> Notice:
    return Notice(Mood.REFUSED, no.code, tuple(no.facts.items()))
