"""Wishes of the basket: amounts typed, products scanned, the last one taken back."""

from __future__ import annotations

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from pos.ids import new_id
from pos.ringing import Rung, joined, ring
from ui.counter.notice import Mood
from ui.counter.session import HYPHEN, LONGEST_ENTRY, TIMES
from ui.counter.stage import Stage

NUMBERED = f"{HYPHEN} "  # stand in a receipt's number beside letters and digits


class Ringing:
    """What is rung up, and what is being typed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def typed(self, text: str) -> None:
        """Characters for the entry line; `3*` before a scan or an amount is three of it, `1-812`
        begins the number of a receipt.
        """
        stage = self._stage
        if stage.now.done is not None:
            stage.next_customer()
        entry = stage.now.entry
        for char in text:
            times = char == TIMES and entry.isdigit()
            number = HYPHEN in entry or (char == HYPHEN and entry.isdigit())
            if number and (char.isalnum() or char in NUMBERED):
                entry += char.upper()
            elif not number and (char.isdigit() or char in ".," or times):
                entry += char
        stage.update(entry=entry[:LONGEST_ENTRY], banner=None)

    def backspace(self) -> None:
        """Take the last character back."""
        self._stage.update(entry=self._stage.now.entry[:-1])

    def take_back(self) -> bool:
        """Undo the last thing typed or rung up; False if it was a line, so that the rest of the
        basket must be looked at again.
        """
        stage, now = self._stage, self._stage.now
        if now.entry:
            stage.update(entry="")
            return True
        if now.before:
            stage.update(lines=now.before[-1], before=now.before[:-1])
        else:
            stage.update(lines=now.lines[:-1])
        return False

    def add_line(self) -> bool:
        """What is typed becomes a line; False, with the reason said, if it is no amount."""
        stage = self._stage
        try:
            lines = (*stage.now.lines, stage.now.line_from_entry())
            self._ring_up(lines, entry="")
        except LoyaltyError as no:
            stage.refuse(no)
            return False
        return True

    def product(self, code: str) -> None:
        """A product was scanned, as many as was typed before it."""
        stage, shop, units = self._stage, self._stage.shop, self._stage.now.times
        stage.ask(lambda: ring(shop, code, units), self._rung)

    def _rung(self, rung: Rung) -> None:
        stage = self._stage
        entry = "" if TIMES in stage.now.entry else stage.now.entry
        try:
            self._ring_up(joined(stage.now.lines, rung), entry)
        except LoyaltyError as no:
            stage.refuse(no)
            return
        stage.sign(Mood.OK)

    def _ring_up(self, lines: tuple[Line, ...], entry: str) -> None:
        """Errors of the basket: too long, or above what a till can owe; `claim-card-first`."""
        stage, now = self._stage, self._stage.now
        if now.receipts:  # who brought them is not here yet, and their card is not for a sale
            raise LoyaltyError("claim-card-first")
        Basket(now.settings.currency, lines)
        sale_id = now.sale_id or new_id(stage.shop.clock)
        before = (*now.before, now.lines)
        stage.update(lines=lines, before=before, entry=entry, sale_id=sale_id, banner=None)
