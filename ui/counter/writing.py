"""Paper at the counter: slips by themselves, printed again, read on the screen. Never in the way.

Printing has its own worker; a printer that fails turns its chip and the slip's line, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from pos.closings import closing_named
from pos.keeping import keep_copy
from pos.printing import Paper, Slip, print_closing, print_slip, print_voucher, slip, warm_up
from pos.shift import Closing
from pos.slips import SLIPS, number_text
from pos.trouble import TroubleError
from pos.why import explained
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import SlipSheet, WhySheet, WhyStep
from ui.counter.stage import Stage, Work

PRINTED = Notice(Mood.OK, "slip-printed")
OFF = Notice(Mood.QUIET, "slip-off")


class Writing:
    """Slips of acts that are in the books."""

    def __init__(self, stage: Stage, printing: Work, printer: Callable[[], Paper | None]) -> None:
        self._stage = stage
        self._printing = printing
        self._printer = printer
        self._latest: SaleNumber | None = None

    def warm_up(self) -> None:
        """Make the printing worker ready while nobody waits for it."""
        self._printing.submit(warm_up, _ready, _our_bug)

    def print_by_itself(self, number: SaleNumber) -> None:
        """Print the slip of an act if the shop wants it; the done screen says what became of it."""
        self._latest = number
        if self._printer() is None or not self._stage.now.settings.autoprint:
            self._slip_line(OFF, number)
            return
        shop = self._stage.shop
        self._send(lambda printer: print_slip(shop, number, printer), number)

    def print_again(self) -> None:
        """F7: the newest slip once more, marked as a copy, printed and shown."""
        last = self._stage.now.glance.last
        number = self._latest or (last.entry.key if last and last.kind in SLIPS else None)
        if number is None:
            self._stage.tell(Mood.ATTENTION, "slip-none")
            return
        shop = self._stage.shop
        self._stage.ask(lambda: slip(shop, number, copy=True), self._shown)

    def print_shown(self) -> None:
        """The slip that is open, once more."""
        sheet = self._stage.now.sheet
        if not isinstance(sheet, SlipSheet) or self._latest is None:
            return
        number, shop = self._latest, self._stage.shop
        if self._printer() is None:
            self._stage.update(sheet=replace(sheet, notice=Notice(Mood.ATTENTION, "printer-none")))
            return
        self._send(lambda printer: print_slip(shop, number, printer, copy=True, why=True), number)

    def print_closing(self, closing: Closing) -> None:
        """The paper of a closed shift."""
        shop = self._stage.shop
        if self._printer() is not None:
            self._send(lambda printer: print_closing(shop, closing, printer))

    def closing_again(self) -> None:
        """F7 beside the shift's figures: this till's newest closing once more, as a copy."""
        shop = self._stage.shop

        def found(closing: Closing) -> None:
            if self._printer() is None:
                self._stage.tell(Mood.ATTENTION, "printer-none")
                return
            self._send(lambda printer: print_closing(shop, closing, printer, copy=True))
            self._stage.tell(Mood.OK, "closing-printing")

        self._stage.ask(lambda: closing_named(shop), found)

    def print_voucher(self, code: str) -> bool:
        """A voucher once more; False: there is no printer."""
        shop = self._stage.shop
        if self._printer() is None:
            return False
        self._send(lambda printer: print_voucher(shop, code, printer, copy=True))
        return True

    def keep_copy(self) -> None:
        """The closing's copy of the books, made beside the ledger's worker and checked."""
        shop = self._stage.shop
        self._printing.submit(lambda: keep_copy(shop), self._copied, self._not_copied)

    def show_why(self, number: SaleNumber) -> None:
        """Why a sale in the books earned what it did."""
        shop = self._stage.shop

        def shown(found: tuple[int, tuple[WhyStep, ...]]) -> None:
            self._stage.update(sheet=WhySheet(number_text(number), found[0], found[1]))

        def ask() -> tuple[int, tuple[WhyStep, ...]]:
            points, steps = explained(shop, number)
            return points, tuple(WhyStep(code, facts) for code, facts in steps)

        self._stage.ask(ask, shown)

    def show_slip(self, number: SaleNumber) -> None:
        """A slip to look at; Enter prints it."""
        shop = self._stage.shop

        def shown(found: Slip) -> None:
            self._latest = number
            self._stage.update(sheet=SlipSheet(number_text(number), found.text))

        self._stage.ask(lambda: slip(shop, number, copy=True), shown)

    def _shown(self, found: Slip) -> None:
        shop = self._stage.shop
        number = found.number
        self._latest = number
        self._stage.update(sheet=SlipSheet(number_text(number), found.text))
        if self._printer() is not None:
            self._send(lambda printer: print_slip(shop, number, printer, copy=True), number)

    def _send(self, job: Callable[[Paper], None], number: SaleNumber | None = None) -> None:
        """Print; a paper without a number has no line on the screen, so its failure is said."""
        printer = self._printer()
        if printer is None:
            return

        def sent(_nothing: None) -> None:
            self._chip(Notice(Mood.OK, "printer-ready"))
            if number is not None:
                self._slip_line(PRINTED, number)

        def failed(error: Exception) -> None:
            if not isinstance(error, (TroubleError, LoyaltyError)):
                raise error
            notice = Notice(Mood.REFUSED, error.code, tuple(error.facts.items()))
            self._chip(replace(notice, mood=Mood.ATTENTION))
            if number is not None:
                self._slip_line(notice, number)
            else:
                self._stage.say(notice)

        self._printing.submit(lambda: job(printer), sent, failed)

    def _chip(self, notice: Notice) -> None:
        self._stage.update(strip=replace(self._stage.now.strip, printer=notice))

    def _copied(self, made: Path) -> None:
        notice = Notice(Mood.OK, "backup-made", (("path", made.name),))
        self._stage.update(strip=replace(self._stage.now.strip, store=notice))

    def _not_copied(self, error: Exception) -> None:
        if not isinstance(error, TroubleError):
            raise error
        notice = Notice(Mood.ATTENTION, error.code, tuple(error.facts.items()))
        self._stage.update(strip=replace(self._stage.now.strip, store=notice))
        self._stage.say(notice)

    def _slip_line(self, notice: Notice, number: SaleNumber) -> None:
        """What became of a slip, where that slip is on the screen: the next may be there by now."""
        now = self._stage.now
        if now.done is not None and now.done.number == number_text(number):
            self._stage.update(done=replace(now.done, slip=notice))
        if isinstance(now.sheet, SlipSheet) and now.sheet.number == number_text(number):
            self._stage.update(sheet=replace(now.sheet, notice=notice))


def _ready(_nothing: None) -> None:
    """Nobody was told that it was not."""


def _our_bug(error: Exception) -> None:
    raise error
