"""The counter's presenter: each wish of the screen goes to the room that knows what it means.

No widgets and no SQL in here. What a key means is decided in `routing.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pos.devices.scanner_setup import Learned
from pos.trouble import TroubleError
from ui.counter.adjusting import Adjusting
from ui.counter.around import Around
from ui.counter.enrolling import Enrolling
from ui.counter.fetching import Fetching
from ui.counter.finding import Finding
from ui.counter.handling import Handling
from ui.counter.notice import Mood, Notice
from ui.counter.returning import Returning
from ui.counter.routing import Routing
from ui.counter.selling import Selling
from ui.counter.sheets import ActSheet, ShiftSheet
from ui.counter.staffing import Staffing
from ui.counter.stage import Stage
from ui.counter.state import Phase, Strip
from ui.counter.writing import Writing


class CounterPresenter:
    """Wishes in, state out; every method is one of the screen's or a scanner's."""

    def __init__(
        self, stage: Stage, writing: Writing, adjusting: Adjusting, around: Around
    ) -> None:
        self._stage = stage
        self._writing = writing
        self._adjusting = adjusting
        self.line = Fetching(stage, around.lining or around.watching)
        self._selling = Selling(stage, writing, self.line)
        self._handling = Handling(stage, writing, around)
        self._staffing = Staffing(stage, writing, self._handling.waiting.count)
        self._returning = Returning(stage, self._selling, writing, self.line)
        self._handling.assemble(self._selling, self._returning, self.line)
        adjusting.leads = self._handling.leads()
        claiming = self._handling.claiming
        enrolling = Enrolling(stage, claiming.member, self._handling.members)
        self._enrolling = enrolling
        self._finding = Finding(stage, claiming.member, enrolling)
        self._routing = Routing(
            stage,
            writing,
            self._selling,
            self._staffing,
            self._finding,
            self._returning,
            self._handling,
        )

    def start(self) -> None:
        """Show the sign-in, and keep an eye on the day."""
        self._staffing.welcome()
        self._staffing.watch()
        self._handling.captures.watch()

    def warm_up(self) -> None:
        """The window is up: what the first sale will need is made ready."""
        self._writing.warm_up()

    def end(self) -> None:
        """The window is closing."""
        self._handling.captures.end()
        self._stage.end()

    def scanned(self, text: str, data: bytes = b"") -> None:
        """A code from any scanner, already canonical; `data`: the bytes in it, where known."""
        self._wish(lambda: self._routing.scanned(text, data))

    def trouble(self, error: TroubleError) -> None:
        """A device failed on its own; its chip says so, the counter goes on."""
        notice = Notice(Mood.ATTENTION, error.code, tuple(error.facts.items()))
        if error.code in OF_ONE_CODE:
            self._stage.say(notice)
            return
        chip = next((chip for chip in CHIPS if error.code.startswith(chip)), "scanner")
        self.device(chip, notice)

    def device(self, chip: str, notice: Notice) -> None:
        """What a device says of itself, for its chip of the status strip (`CHIPS`)."""
        self._stage.update(strip=with_chip(self._stage.now.strip, chip, notice))

    def found(self, notice: Notice) -> None:
        """What start-up found about the books: a chip, and a sentence where a person must act."""
        self.device("store", notice)
        if notice.mood is not Mood.QUIET:
            self._stage.say(notice)

    def typed(self, text: str) -> None:
        """Characters that belong to no text field."""
        self._wish(lambda: self._routing.typed(text))

    def enter(self) -> None:
        """The large key."""
        self._wish(self._routing.enter)

    def escape(self) -> None:
        """Close the sheet, else leave what is open."""
        self._wish(self._routing.escape)

    def backspace(self) -> None:
        """Take the last character back."""
        self._wish(self._routing.backspace)

    def delete_line(self) -> None:
        """Take the last line back."""
        self._at_counter(self._selling.delete_line)

    def add_line(self) -> None:
        """What is typed becomes a line."""
        self._at_counter(self._selling.take_line)

    def reward(self, number: int) -> None:
        """Take or put back what is offered under a number; with nobody there, what waits."""
        self._at_counter(lambda: self._numbered(number))

    def best(self) -> None:
        """Take the suggested reward."""
        self._at_counter(self._selling.best)

    def more_offers(self) -> None:
        """The next nine offers."""
        self._at_counter(self._selling.more_offers)

    def tender(self) -> None:
        """Use points as money."""
        self._at_counter(self._selling.tender)

    def why(self) -> None:
        """Why this number."""
        self._at_work(self._selling.why)

    def find(self) -> None:
        """Find a member."""
        self._at_work(self._finding.open)

    def enrol(self) -> None:
        """Enrol a member."""
        self._at_work(self._enrolling.enrol)

    def returns(self) -> None:
        """Return goods; on a return, exchange them."""
        self._at_work(self._handling.returns)

    def print_again(self) -> None:
        """The newest slip once more; beside the shift's figures, the newest closing."""
        self._at_work(self._print_again)

    def print_slip(self) -> None:
        """The open slip once more."""
        self._at_work(self._writing.print_shown)

    def undo(self) -> None:
        """Take the last act back; on a sheet, its other answer."""
        self._at_work(self._undo)

    def shift(self) -> None:
        """The shift's figures."""
        self._at_work(self._staffing.shift)

    def shift_close(self) -> None:
        """Close the shift."""
        self._at_work(self._staffing.close_shift)

    def settings(self) -> None:
        """The terminal's settings."""
        self._at_work(self._adjusting.open)

    def setting_changed(self, name: str, value: object) -> None:
        """One setting."""
        self._wish(lambda: self._adjusting.changed(name, value))

    def camera(self) -> None:
        """The live picture, on or off."""
        self._at_work(self._adjusting.camera)

    def scanner_learned(self, found: Learned) -> None:
        """What the set-up code told."""
        self._at_work(lambda: self._adjusting.scanner_found(found))

    def sign_out(self) -> None:
        """Sign the operator out."""
        self._at_work(self._staffing.sign_out)

    def operator_chosen(self, number: int) -> None:
        """An operator of the sign-in."""
        self._wish(lambda: self._staffing.chosen(number))

    def find_text(self, text: str) -> None:
        """The search as it is typed."""
        self._at_work(lambda: self._finding.text(text))

    def field_typed(self, name: str, text: str) -> None:
        """A field of a sheet as it is typed."""
        self._at_work(lambda: self._field(name, text))

    def row(self, number: int) -> None:
        """A row of a sheet by its number."""
        self._at_work(lambda: self._handling.acting.row(number))

    def member_picked(self, number: int) -> None:
        """A member of the list."""
        self._at_work(lambda: self._finding.picked(number))

    def enrol_saved(self, phone: str, name: str) -> None:
        """The enrolment sheet."""
        self._at_work(lambda: self._enrolling.saved(phone, name))

    def return_line(self, number: int) -> None:
        """A line of the return, in or out."""
        self._at_work(lambda: self._returning.line(number))

    def return_units(self, number: int, delta: int) -> None:
        """A unit of a line more or less."""
        self._at_work(lambda: self._returning.units(number, delta))

    def sheet_closed(self) -> None:
        """The sheet was closed by its own key."""
        self._wish(self._routing.close)

    def way(self, wish: str, number: int) -> None:
        """A way on that a banner offered; `wish` is the name of one of these methods."""
        if wish == "reward":
            self.reward(number)
        elif wish in WAYS:
            WAYS[wish](self)

    def _numbered(self, number: int) -> None:
        now = self._stage.now
        if number == 1 and now.phase is Phase.IDLE and now.waiting:
            self._handling.waiting.open()
        else:
            self._selling.reward(number)

    def _print_again(self) -> None:
        if isinstance(self._stage.now.sheet, ShiftSheet):
            self._writing.closing_again()
        else:
            self._writing.print_again()

    def _undo(self) -> None:
        if not self._handling.other():
            self._selling.undo()

    def _field(self, name: str, text: str) -> None:
        if isinstance(self._stage.now.sheet, ActSheet):
            self._handling.acting.field(name, text)
        else:
            self._enrolling.field(name, text)

    def _wish(self, act: Callable[[], None]) -> None:
        self._stage.wish(act)

    def _at_work(self, act: Callable[[], None]) -> None:
        """A wish that needs somebody signed in."""

        def signed_in() -> None:
            if self._stage.now.phase is not Phase.SIGNED_OUT:
                act()

        self._wish(signed_in)

    def _at_counter(self, act: Callable[[], None]) -> None:
        """A wish about the basket: nothing happens to it under a sheet, where nobody sees it."""

        def uncovered() -> None:
            if self._stage.now.sheet is None:
                act()

        self._at_work(uncovered)


OF_ONE_CODE = frozenset({"scan-too-long", "several-codes"})
"""Troubles of a single scan: said at once, and the scanner is as well as before."""
CHIPS = ("printer", "camera", "scanner", "office", "store")


def with_chip(strip: Strip, chip: str, notice: Notice) -> Strip:
    """The strip with one device's chip replaced; `chip` is one of CHIPS."""
    if chip not in CHIPS:
        raise ValueError(chip)
    change: dict[str, Any] = {chip: notice}
    return replace(strip, **change)


WAYS: dict[str, Callable[[CounterPresenter], None]] = {
    "enrol": CounterPresenter.enrol,
    "add_line": CounterPresenter.add_line,
}
