"""The counter's presenter: each wish of the screen goes to the room that knows what it means.

No widgets and no SQL in here. What a key means depends on the open sheet first, then on the phase.
"""

from __future__ import annotations

from collections.abc import Callable

from loyalty.codes import Meaning, reading
from pos.counter import AtCounter, Badge, BlankCard, Identified, Product, Slip, identify
from pos.trouble import TroubleError
from ui.counter.adjusting import Adjusting
from ui.counter.finding import Finding
from ui.counter.notice import Mood, Notice
from ui.counter.returning import Returning
from ui.counter.selling import Selling
from ui.counter.sheets import (
    CameraSheet,
    EnrolSheet,
    FindSheet,
    ReturnSheet,
    ShiftSheet,
    SignInSheet,
    SlipSheet,
)
from ui.counter.staffing import Staffing
from ui.counter.stage import Stage
from ui.counter.state import Phase, Strip
from ui.counter.writing import Writing


class CounterPresenter:
    """Wishes in, state out. Every method is a wish of the screen or of a scanner."""

    def __init__(self, stage: Stage, writing: Writing, adjusting: Adjusting) -> None:
        self._stage = stage
        self._writing = writing
        self._adjusting = adjusting
        self._selling = Selling(stage, writing)
        self._staffing = Staffing(stage, writing)
        self._finding = Finding(stage, self._selling.member)
        self._returning = Returning(stage, self._selling, writing)

    def start(self) -> None:
        """Show the sign-in."""
        self._staffing.welcome()

    def end(self) -> None:
        """The window is closing."""
        self._stage.end()

    def scanned(self, text: str) -> None:
        """A code from any scanner, already canonical."""
        self._wish(lambda: self._scanned(text))

    def trouble(self, error: TroubleError) -> None:
        """A device failed on its own; its chip says so, the counter goes on."""
        chip = next((chip for chip in CHIPS if error.code.startswith(chip)), "scanner")
        self.device(chip, Notice(Mood.ATTENTION, error.code, tuple(error.facts.items())))

    def device(self, chip: str, notice: Notice) -> None:
        """What a device says of itself, for its chip of the status strip (`CHIPS`)."""
        self._stage.update(strip=with_chip(self._stage.now.strip, chip, notice))

    def typed(self, text: str) -> None:
        """Characters that belong to no text field."""
        self._wish(lambda: self._by_sheet(text))

    def enter(self) -> None:
        """The large key."""
        self._wish(self._enter)

    def escape(self) -> None:
        """Close the sheet, else leave what is open."""
        self._wish(self._escape)

    def backspace(self) -> None:
        """Take the last character back."""
        signing = isinstance(self._stage.now.sheet, SignInSheet)
        self._wish(self._staffing.backspace if signing else self._selling.backspace)

    def delete_line(self) -> None:
        """Take the last line back."""
        self._at_work(self._selling.delete_line)

    def add_line(self) -> None:
        """What is typed becomes a line."""
        self._at_work(self._selling.take_line)

    def reward(self, number: int) -> None:
        """Take or put back the reward with a number."""
        self._at_work(lambda: self._selling.reward(number))

    def best(self) -> None:
        """Take the suggested reward."""
        self._at_work(self._selling.best)

    def tender(self) -> None:
        """Use points as money."""
        self._at_work(self._selling.tender)

    def why(self) -> None:
        """Why this number."""
        self._at_work(self._selling.why)

    def find(self) -> None:
        """Find a member."""
        self._at_work(self._finding.open)

    def enrol(self) -> None:
        """Enrol a member."""
        self._at_work(self._finding.enrol)

    def returns(self) -> None:
        """Return goods."""
        self._at_work(self._returning.ask_for_slip)

    def print_again(self) -> None:
        """The newest slip once more."""
        self._at_work(self._writing.print_again)

    def print_slip(self) -> None:
        """The open slip once more."""
        self._at_work(self._writing.print_shown)

    def undo(self) -> None:
        """Take the last act back."""
        self._at_work(self._selling.undo)

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
        """The live picture."""
        self._wish(self._adjusting.camera)

    def sign_out(self) -> None:
        """Sign the operator out."""
        self._at_work(self._staffing.sign_out)

    def operator_chosen(self, number: int) -> None:
        """An operator of the sign-in."""
        self._wish(lambda: self._staffing.chosen(number))

    def find_text(self, text: str) -> None:
        """The search as it is typed."""
        self._at_work(lambda: self._finding.text(text))

    def member_picked(self, number: int) -> None:
        """A member of the list."""
        self._at_work(lambda: self._finding.picked(number))

    def enrol_saved(self, phone: str, name: str) -> None:
        """The enrolment sheet."""
        self._at_work(lambda: self._finding.saved(phone, name))

    def return_line(self, number: int) -> None:
        """A line of the return, in or out."""
        self._at_work(lambda: self._returning.line(number))

    def return_units(self, number: int, delta: int) -> None:
        """A unit of a line more or less."""
        self._at_work(lambda: self._returning.units(number, delta))

    def sheet_closed(self) -> None:
        """The sheet was closed by its own key."""
        self._wish(self._close_sheet)

    def way(self, wish: str, number: int) -> None:
        """A way on that a banner offered; `wish` is the name of one of these methods."""
        if wish == "reward":
            self.reward(number)
        elif wish in WAYS:
            WAYS[wish](self)

    def _wish(self, act: Callable[[], None]) -> None:
        self._stage.wish(act)

    def _at_work(self, act: Callable[[], None]) -> None:
        """A wish that needs somebody signed in."""

        def signed_in() -> None:
            if self._stage.now.phase is not Phase.SIGNED_OUT:
                act()

        self._wish(signed_in)

    def _scanned(self, text: str) -> None:
        shop = self._stage.shop
        if self._stage.now.done is not None:
            self._stage.next_customer()
        self._stage.ask(lambda: (text, identify(shop, text)), self._identified)

    def _identified(self, answer: tuple[str, Identified]) -> None:
        text, found = answer
        if isinstance(found, Badge):
            self._staffing.badge(text)
        elif self._stage.now.phase is Phase.SIGNED_OUT:
            self._stage.tell(Mood.ATTENTION, "sign-in-first")
        elif isinstance(found, AtCounter):
            self._close_sheet()
            self._selling.member(found)
        elif isinstance(found, BlankCard):
            self._finding.blank(found.code)
        elif isinstance(found, Slip):
            self._returning.slip(found.number)
        elif isinstance(found, Product):
            self._stage.tell(Mood.ATTENTION, "product-unknown", product=found.code)

    def _by_sheet(self, text: str) -> None:
        sheet = self._stage.now.sheet
        if isinstance(sheet, SignInSheet):
            self._staffing.typed(text)
        elif isinstance(sheet, ReturnSheet):
            self._returning.typed(text)
        elif isinstance(sheet, FindSheet) and text.isdigit():
            self._finding.picked(int(text[0]))
        elif sheet is None:
            self._typed_at_counter(text)

    def _typed_at_counter(self, text: str) -> None:
        if any(char.isalpha() for char in text):
            self._finding.open()
            self._finding.text(text)
        else:
            self._selling.typed(text)

    def _enter(self) -> None:
        sheet = self._stage.now.sheet
        if isinstance(sheet, SignInSheet):
            self._staffing.enter()
        elif isinstance(sheet, FindSheet):
            self._finding.picked(1)
        elif isinstance(sheet, ReturnSheet):
            self._returning.enter()
        elif isinstance(sheet, ShiftSheet):
            self._staffing.close_shift()
        elif isinstance(sheet, SlipSheet):
            self._writing.print_shown()
        elif isinstance(sheet, EnrolSheet):
            pass  # its fields are the screen's; it answers with enrol_saved
        elif sheet is not None:
            self._close_sheet()
        elif self._stage.now.done is not None:
            self._stage.next_customer()
        elif self._typed_code():
            self._take_code()
        elif self._looks_up():
            self._finding.by_entry()
        else:
            self._selling.enter()

    def _typed_code(self) -> bool:
        """A card's or slip's number typed by hand; its check digits tell it from an amount."""
        return reading(self._stage.now.entry).meaning in OURS

    def _take_code(self) -> None:
        code = self._stage.now.entry
        self._stage.update(entry="")
        self._scanned(code)

    def _looks_up(self) -> bool:
        """Digits typed with nobody there are a phone's tail; with a decimal sign, an amount."""
        now = self._stage.now
        return now.member is None and not now.lines and now.entry.isdigit()

    def _escape(self) -> None:
        if self._stage.now.phase is Phase.SIGNED_OUT:
            self._staffing.backspace()
        elif self._stage.now.sheet is not None:
            self._close_sheet()
        else:
            self._selling.leave()

    def _close_sheet(self) -> None:
        sheet = self._stage.now.sheet
        if sheet is None or isinstance(sheet, SignInSheet):
            return
        if isinstance(sheet, CameraSheet):
            self._adjusting.close()
        if isinstance(sheet, ReturnSheet):
            self._stage.next_customer()
        else:
            self._stage.update(sheet=None, rows=())


OURS = (Meaning.MEMBER_CARD, Meaning.OPERATOR_BADGE, Meaning.SALE_SLIP)
CHIPS = ("printer", "camera", "scanner", "office", "store")


def with_chip(strip: Strip, chip: str, notice: Notice) -> Strip:
    """The strip with one device's chip replaced; `chip` is one of CHIPS."""
    return Strip(
        operator=strip.operator,
        shift_opened=strip.shift_opened,
        office=notice if chip == "office" else strip.office,
        printer=notice if chip == "printer" else strip.printer,
        scanner=notice if chip == "scanner" else strip.scanner,
        camera=notice if chip == "camera" else strip.camera,
        store=notice if chip == "store" else strip.store,
    )


WAYS: dict[str, Callable[[CounterPresenter], None]] = {
    "enrol": CounterPresenter.enrol,
    "add_line": CounterPresenter.add_line,
    "find": CounterPresenter.find,
    "returns": CounterPresenter.returns,
    "undo": CounterPresenter.undo,
    "tender": CounterPresenter.tender,
    "enter": CounterPresenter.enter,
    "escape": CounterPresenter.escape,
    "camera": CounterPresenter.camera,
    "settings": CounterPresenter.settings,
    "print_again": CounterPresenter.print_again,
}
