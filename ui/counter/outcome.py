"""One sentence that says what Enter will do, and the words on the key that does it. Pure wording of
the state: what really happens is the presenter's matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject

from ui.counter.sheets import (
    ActSheet,
    CameraSheet,
    EnrolSheet,
    FindSheet,
    ReturnSheet,
    ScannerSheet,
    SettingsSheet,
    Sheet,
    ShiftSheet,
    SignInSheet,
    SlipSheet,
    WhySheet,
)
from ui.counter.state import CounterState, Phase, Reach
from ui.counter.words import points
from ui.wording import figures
from ui.wording.said_of_acts import foot_words, key_words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands at the foot: the sentence, the key's words and icon, whether it can be pressed.

    `wish` is the screen's signal that Enter and the key stand for.
    """

    sentence: str
    key: str
    icon: str = "ok"
    able: bool = True
    wish: str = "enter"


class Outcomes(QObject):
    """Makes outcomes in the language in force. A QObject for the sake of `self.tr`."""

    def of(self, state: CounterState) -> Outcome:
        """The foot of the screen for a state."""
        if state.sheet is not None:
            return self._of_sheet(state.sheet, state)
        if state.phase is Phase.SIGNED_OUT:
            return Outcome(self.tr("Sign in to begin"), self.tr("Sign in"), "person")
        if state.phase is Phase.DONE:
            return Outcome(self.tr("The next scan starts the next sale"), self.tr("Next"))
        if state.ticket.exchange:
            return self._of_exchange(state)
        if self._rung(state) or self._redeems(state):
            return self._of_sale(state)
        if state.entry:
            entry = state.entry[-24:]
            return Outcome(self.tr("Enter takes {entry}").format(entry=entry), self.tr("Take"))
        if state.receipts and state.member is not None:
            return Outcome(self.tr("Credit what was brought"), self.tr("Credit"), "points")
        if state.receipts:
            words = self.tr("Scan the card whose points the receipt brings")
            return Outcome(words, self.tr("Credit"), "points", able=False)
        if state.captures and state.phase is Phase.MEMBER:
            return self._of_captures(state)
        if state.phase is Phase.IDLE:
            return Outcome(self.tr("Scan a card, or type an amount"), self.tr("Book"), able=False)
        return Outcome(self.tr("Type the amount, or scan the goods"), self.tr("Book"), able=False)

    def _of_captures(self, state: CounterState) -> Outcome:
        """Sales of another till: one is credited at once, of several one is chosen."""
        one = state.captures[0]
        if len(state.captures) > 1:
            words = self.tr("{count} receipts of the other till: Enter shows them")
            count = figures.count(len(state.captures))
            return Outcome(words.format(count=count), self.tr("Show"), "receipt")
        words = self.tr("Receipt {number} of the other till, {amount}: Enter credits it")
        amount = figures.money(one.total_minor, one.currency)
        words = words.format(number=one.number[:20], amount=amount)
        return Outcome(words, self.tr("Credit"), "points")

    def _rung(self, state: CounterState) -> bool:
        return bool(state.ticket.lines) or state.ticket.total_minor > 0

    def _redeems(self, state: CounterState) -> bool:
        chosen = any(offer.reach is Reach.CHOSEN for offer in state.offers)
        return chosen or bool(state.tender and state.tender.chosen)

    def _of_sale(self, state: CounterState) -> Outcome:
        ticket, member = state.ticket, state.member
        due = figures.money(ticket.due_minor, state.currency)
        if member is None:
            words = self.tr("Sale without a card: {amount}")
            if used := self._used(state):
                words = self.tr("Redeem {what}; sale without a card: {amount}")
                return Outcome(words.format(what=used, amount=due), self.tr("Redeem"), "gift")
            return Outcome(words.format(amount=due), self.tr("Book"))
        name = (member.name or self.tr("this card"))[:60]
        earned = points(ticket.earns)
        used = self._used(state)
        if used and ticket.earns:
            words = self.tr("Redeem {what} and earn {points} for {name}")
            return Outcome(
                words.format(what=used, points=earned, name=name), self.tr("Redeem"), "gift"
            )
        if used:
            words = self.tr("Redeem {what} for {name}")
            return Outcome(words.format(what=used, name=name), self.tr("Redeem"), "gift")
        if ticket.earns:
            words = self.tr("Earn {points} for {name}")
            return Outcome(words.format(points=earned, name=name), self.tr("Book"), "points")
        words = self.tr("Sale of {amount} for {name}; it earns no points (F1 says why)")
        return Outcome(words.format(amount=due, name=name), self.tr("Book"))

    def _of_exchange(self, state: CounterState) -> Outcome:
        """Both halves in one sentence: what changes hands is the difference."""
        due = state.ticket.due_minor
        if not self._rung(state):
            words = self.tr("Ring up what goes out for {amount}")
            credit = figures.money(state.ticket.credit_minor, state.currency)
            return Outcome(words.format(amount=credit), self.tr("Exchange"), "return", able=False)
        words = self.tr("Exchange, the customer pays {amount}")
        if due < 0:
            words = self.tr("Exchange, hand out {amount}")
        elif due == 0:
            words = self.tr("Exchange, nothing to pay")
        amount = figures.money(abs(due), state.currency)
        return Outcome(words.format(amount=amount), self.tr("Exchange"), "return")

    def _used(self, state: CounterState) -> str:
        """What is redeemed ("Coffee (50 points)"), several strung together."""
        one = self.tr("{reward} ({points})")
        parts = [
            one.format(reward=offer.name[:40], points=points(offer.points))
            if offer.points
            else offer.name[:40]
            for offer in state.offers
            if offer.reach is Reach.CHOSEN
        ]
        if state.tender and state.tender.chosen:
            money = figures.money(state.tender.value_minor, state.currency)
            parts.append(one.format(reward=money, points=points(state.tender.points)))
        return self.tr(", ").join(parts)

    def _of_sheet(self, sheet: Sheet, state: CounterState) -> Outcome:
        match sheet:
            case SignInSheet():
                return self._of_sign_in(sheet)
            case FindSheet():
                able = bool(sheet.rows)
                words = self.tr("Enter takes the first; arrows choose another")
                empty = self.tr("Type a name, the end of a phone number, or scan a card")
                return Outcome(words if able else empty, self.tr("Take"), "person", able)
            case EnrolSheet():
                words = self.tr("Enrol this card") if sheet.card else self.tr("Enrol a new member")
                return Outcome(words, self.tr("Enrol"), "person", wish="enrol_saved")
            case ActSheet():
                return self._of_act(sheet)
            case ReturnSheet():
                return self._of_return(sheet, state.currency)
            case ShiftSheet():
                return self._of_shift(sheet)
            case SlipSheet():
                return Outcome(
                    self.tr("Print this slip again"), self.tr("Print"), "printer", wish="print_slip"
                )
            case CameraSheet():
                words = self.tr("Hold a code before the camera; Enter reads a receipt without one")
                return Outcome(words, self.tr("Read it"), "receipt")
            case ScannerSheet():
                return self._of_scanner(sheet)
            case SettingsSheet() | WhySheet():
                return Outcome(self.tr("Back to the counter"), self.tr("Back"), "close")

    def _of_shift(self, sheet: ShiftSheet) -> Outcome:
        if sheet.closed_at is None:
            words = self.tr("Close the shift and print the closing")
            return Outcome(words, self.tr("Close shift"), "shift", wish="shift_close")
        words = self.tr("This shift is closed")
        return Outcome(words, self.tr("Back"), "close", wish="sheet_closed")

    def _of_scanner(self, sheet: ScannerSheet) -> Outcome:
        if sheet.found is None or sheet.found.reads == "nothing":
            return Outcome(self.tr("Scan the set-up code"), self.tr("Back"), "close")
        return Outcome(self.tr("Keep what the scanner taught"), self.tr("Keep"))

    def _of_sign_in(self, sheet: SignInSheet) -> Outcome:
        chosen = next((row.name for row in sheet.operators if row.number == sheet.chosen), "")
        if not chosen:
            words = self.tr("Choose who you are by number, or scan your badge")
            return Outcome(words, self.tr("Sign in"), "person", able=False)
        words = self.tr("Sign in {name}").format(name=chosen[:40])
        return Outcome(
            words, self.tr("Sign in"), "person", able=sheet.pin_length > 0 and not sheet.wait_s
        )

    def _of_act(self, sheet: ActSheet) -> Outcome:
        asked = sheet.approval
        if asked is None:
            if sheet.kind == "member":
                back = key_words(sheet.kind)
                return Outcome(foot_words(sheet.kind), back, "close", wish="sheet_closed")
            return Outcome(foot_words(sheet.kind), key_words(sheet.kind), "ok", sheet.ready)
        who = next((row.name for row in asked.operators if row.number == asked.chosen), "")
        words = self.tr("A second person scans a badge, or types a PIN")
        if who:
            words = self.tr("{name} approves").format(name=who[:40])
        able = bool(who) and asked.pin_length > 0 and not asked.wait_s
        return Outcome(words, key_words("approve"), "lock", able)

    def _of_return(self, sheet: ReturnSheet, currency: str) -> Outcome:
        if not any(line.chosen for line in sheet.lines):
            words = self.tr("Choose the lines that came back, by their numbers")
            return Outcome(words, self.tr("Return"), "return", able=False)
        money = figures.money(sheet.refund_minor, currency)
        words = self.tr("Refund {amount} and correct the points")
        if not (sheet.taken_back or sheet.given_back):
            words = self.tr("Refund {amount}")
        return Outcome(words.format(amount=money), self.tr("Return"), "return")


_OUTCOMES: Final = Outcomes()


def outcome(state: CounterState) -> Outcome:
    """The foot of the screen for a state."""
    return _OUTCOMES.of(state)
