"""What a key, a code or typed characters mean: the open sheet decides first, then the phase."""

from __future__ import annotations

from dataclasses import replace

from loyalty.codes import Meaning, reading
from pos.counter import (
    AtCounter,
    Badge,
    BlankCard,
    Identified,
    ProductCode,
    ReceiptCode,
    ReferralCode,
    Slip,
    VoucherCode,
    identify,
)
from pos.hand_codes import looks_typed
from ui.counter.finding import Finding
from ui.counter.handling import Handling
from ui.counter.link_deeds import SCHEME
from ui.counter.notice import Mood
from ui.counter.returning import Returning
from ui.counter.selling import Selling
from ui.counter.session import HYPHEN
from ui.counter.sheets import (
    ActSheet,
    CameraSheet,
    EnrolSheet,
    FindSheet,
    ReturnSheet,
    ScannerSheet,
    Sheet,
    ShiftSheet,
    SignInSheet,
    SlipSheet,
)
from ui.counter.staffing import Staffing
from ui.counter.stage import Stage
from ui.counter.state import Phase
from ui.counter.writing import Writing

OURS = (Meaning.MEMBER_CARD, Meaning.OPERATOR_BADGE, Meaning.SALE_SLIP, Meaning.VOUCHER)
BARCODE = 12  # digits; what is shorter may be an amount


class Routing:
    """Sends what has several meanings to the room that has the right one."""

    def __init__(
        self,
        stage: Stage,
        writing: Writing,
        selling: Selling,
        staffing: Staffing,
        finding: Finding,
        returning: Returning,
        handling: Handling,
    ) -> None:
        self._stage = stage
        self._writing = writing
        self._selling = selling
        self._staffing = staffing
        self._finding = finding
        self._returning = returning
        self._acting = handling.acting
        self._claiming = handling.claiming
        self._photographing = handling.photographing
        self._captures = handling.captures
        self._linking = handling.linking

    def scanned(self, text: str, data: bytes = b"") -> None:
        """A code, from whatever scanner or by hand. `data`: the bytes in it, where known."""
        shop, sheet = self._stage.shop, self._stage.now.sheet
        if text.startswith(SCHEME) and self._stage.now.phase is not Phase.SIGNED_OUT:
            self._linking.scanned_code(text)
            return
        if isinstance(sheet, ScannerSheet):
            self._stage.update(sheet=replace(sheet, read=_shown(text)))
            return
        if self._stage.now.done is not None:
            self._stage.next_customer()
        self._stage.ask(lambda: (text, identify(shop, text, data)), self._identified)

    def _identified(self, answer: tuple[str, Identified]) -> None:
        text, found = answer
        if isinstance(found, Badge):
            if not self._acting.badge(text):
                self._staffing.badge(text)
        elif self._stage.now.phase is Phase.SIGNED_OUT:
            self._stage.tell(Mood.ATTENTION, "sign-in-first")
        elif self._acting.scanned(found) or self._of_a_friend(text, found):
            pass  # the open sheet has it
        elif isinstance(found, ReceiptCode):
            self._receipt(found)
        elif isinstance(found, AtCounter):
            self.close()
            self._claiming.member(found)
        elif isinstance(found, BlankCard):
            self._finding.enrolling.blank(found.code)
        elif self._stage.now.receipts:
            self._stage.tell(Mood.ATTENTION, "claim-card-first")
        elif isinstance(found, Slip):
            self._returning.slip(found.number)
        elif isinstance(found, ProductCode):
            self._selling.product(found.code)
        elif isinstance(found, VoucherCode):
            self._selling.voucher(found.code)

    def _receipt(self, found: ReceiptCode) -> None:
        """On a return, a slip's code names the sale; else it is a receipt somebody brings."""
        if isinstance(self._stage.now.sheet, ReturnSheet) and found.sale is not None:
            self._returning.slip(found.sale)
        else:
            self._claiming.scanned(found)

    def _of_a_friend(self, text: str, found: Identified) -> bool:
        """Whether it is what names the friend who brought whoever is being enrolled."""
        if isinstance(found, ReferralCode):
            if not self._finding.enrolling.brought_by(found.code):
                self._stage.tell(Mood.ATTENTION, "referral-code")
            return True
        named = isinstance(found, AtCounter | Slip)
        return named and self._finding.enrolling.brought_by(text)

    def typed(self, text: str) -> None:
        """Characters that belong to no text field."""
        sheet = self._stage.now.sheet
        if isinstance(sheet, SignInSheet):
            self._staffing.typed(text)
        elif isinstance(sheet, ReturnSheet):
            self._returning.typed(text)
        elif isinstance(sheet, ActSheet):
            self._acting.typed(text)
        elif isinstance(sheet, FindSheet) and text.isdigit():
            self._finding.picked(int(text[0]))
        elif sheet is None:
            self._typed_at_counter(text)

    def _typed_at_counter(self, text: str) -> None:
        if any(char.isalpha() for char in text) and HYPHEN not in self._stage.now.entry:
            self._finding.open()
            self._finding.text(text)
        else:
            self._selling.typed(text)

    def enter(self) -> None:
        """The large key."""
        sheet = self._stage.now.sheet
        if sheet is not None:
            self._enter_on(sheet)
        else:
            self._enter_at_counter()

    def _enter_on(self, sheet: Sheet) -> None:
        if isinstance(sheet, SignInSheet):
            self._staffing.enter()
        elif isinstance(sheet, FindSheet):
            self._finding.picked(1)
        elif isinstance(sheet, ReturnSheet):
            self._returning.enter()
        elif isinstance(sheet, ActSheet):
            self._acting.enter()
        elif isinstance(sheet, ShiftSheet):
            self._staffing.close_shift()
        elif isinstance(sheet, SlipSheet):
            self._writing.print_shown()
        elif isinstance(sheet, CameraSheet):
            self._photographing.take()
        elif isinstance(sheet, EnrolSheet):
            pass  # its fields are the screen's; it answers with enrol_saved
        else:
            self.close()

    def _enter_at_counter(self) -> None:
        if self._stage.now.phase is Phase.SIGNED_OUT:
            self._staffing.welcome()  # the sign-in could not be shown before
        elif self._stage.now.done is not None:
            self._stage.next_customer()
        elif HYPHEN in self._stage.now.entry and looks_typed(self._stage.now.entry):
            self._claiming.typed(self._stage.now.entry)
        elif self._typed_code():
            self._take_code()
        elif self._looks_up():
            self._finding.by_entry()
        elif self._stage.now.receipts and not self._stage.now.entry:
            self._claiming.enter()
        elif not self._captures.enter():
            self._selling.enter()

    def _typed_code(self) -> bool:
        """A code typed by hand; its check digits tell it from an amount. A product's is only
        looked for where a phone number could not be meant.
        """
        entry = self._stage.now.entry
        meaning = reading(entry).meaning
        long = len(entry) >= BARCODE and not self._looks_up()
        return meaning in OURS or (meaning is Meaning.PRODUCT and long)

    def _take_code(self) -> None:
        code = self._stage.now.entry
        self._stage.update(entry="")
        self.scanned(code)

    def _looks_up(self) -> bool:
        """Digits typed with nobody there are a phone's tail; with a decimal sign, an amount."""
        now = self._stage.now
        return now.member is None and not now.lines and now.entry.isdigit()

    def backspace(self) -> None:
        """Take the last character back, of the PIN or of the amount."""
        if isinstance(self._stage.now.sheet, SignInSheet):
            self._staffing.backspace()
        elif isinstance(self._stage.now.sheet, ActSheet):
            self._acting.backspace()
        elif self._stage.now.sheet is None:
            self._selling.backspace()

    def escape(self) -> None:
        """Close the sheet, else leave what is open."""
        if self._stage.now.phase is Phase.SIGNED_OUT:
            self._staffing.backspace()
        elif self._stage.now.sheet is not None:
            self.close()
        elif not self._captures.escape():
            self._selling.leave()

    def close(self) -> None:
        """Close the sheet that is open, if it may be."""
        sheet = self._stage.now.sheet
        if sheet is None or isinstance(sheet, SignInSheet):
            return
        if isinstance(sheet, ActSheet):
            self._acting.close()
        elif isinstance(sheet, ReturnSheet) or self._stage.now.done is not None:
            self._stage.next_customer()
        elif isinstance(sheet, EnrolSheet):
            self._stage.update(sheet=None, rows=(), blank="")
        else:
            self._stage.update(sheet=None, rows=())


def _shown(text: str) -> str:
    """A code that was tried, to be shown; of a badge, which opens the till, only its ends."""
    secret = reading(text).meaning is Meaning.OPERATOR_BADGE
    return f"{text[:2]}…{text[-2:]}" if secret else text
