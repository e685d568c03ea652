"""One sentence that says what Enter will do, and the words on the key that does it. Pure wording of
the state: what really happens is the presenter's matter.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.counter.sheets import (
    CameraSheet,
    EnrolSheet,
    FindSheet,
    ReturnSheet,
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


def outcome(state: CounterState) -> Outcome:
    """The foot of the screen for a state."""
    if state.sheet is not None:
        return _of_sheet(state.sheet, state)
    if state.phase is Phase.SIGNED_OUT:
        return Outcome(
            QCoreApplication.translate("Outcome", "Sign in to begin"),
            QCoreApplication.translate("Outcome", "Sign in"),
            "person",
        )
    if state.phase is Phase.DONE:
        return Outcome(
            QCoreApplication.translate("Outcome", "The next scan starts the next sale"),
            QCoreApplication.translate("Outcome", "Next"),
        )
    if _rung(state) or _redeems(state):
        return _of_sale(state)
    if state.entry:
        entry = state.entry[-24:]
        return Outcome(
            QCoreApplication.translate("Outcome", "Enter takes {entry}").format(entry=entry),
            QCoreApplication.translate("Outcome", "Take"),
        )
    if state.phase is Phase.IDLE:
        return Outcome(
            QCoreApplication.translate("Outcome", "Scan a card, or type an amount"),
            QCoreApplication.translate("Outcome", "Book"),
            able=False,
        )
    return Outcome(
        QCoreApplication.translate("Outcome", "Type the amount, or scan the goods"),
        QCoreApplication.translate("Outcome", "Book"),
        able=False,
    )


def _rung(state: CounterState) -> bool:
    return bool(state.ticket.lines) or state.ticket.total_minor > 0


def _redeems(state: CounterState) -> bool:
    chosen = any(reward.reach is Reach.CHOSEN for reward in state.rewards)
    return chosen or bool(state.tender and state.tender.chosen)


def _of_sale(state: CounterState) -> Outcome:
    ticket, member = state.ticket, state.member
    due = figures.money(ticket.due_minor, state.currency)
    if member is None:
        words = QCoreApplication.translate("Outcome", "Sale without a card: {amount}").format(
            amount=due
        )
        return Outcome(words, QCoreApplication.translate("Outcome", "Book"))
    name = (member.name or QCoreApplication.translate("Outcome", "this card"))[:60]
    earned = points(ticket.earns)
    used = _used(state)
    if used and ticket.earns:
        words = QCoreApplication.translate("Outcome", "Redeem {what} and earn {points} for {name}")
        return Outcome(
            words.format(what=used, points=earned, name=name),
            QCoreApplication.translate("Outcome", "Redeem"),
            "gift",
        )
    if used:
        words = QCoreApplication.translate("Outcome", "Redeem {what} for {name}")
        return Outcome(
            words.format(what=used, name=name),
            QCoreApplication.translate("Outcome", "Redeem"),
            "gift",
        )
    if ticket.earns:
        words = QCoreApplication.translate("Outcome", "Earn {points} for {name}")
        return Outcome(
            words.format(points=earned, name=name),
            QCoreApplication.translate("Outcome", "Book"),
            "points",
        )
    words = QCoreApplication.translate(
        "Outcome", "Sale of {amount} for {name}; it earns no points (F1 says why)"
    )
    return Outcome(
        words.format(amount=due, name=name), QCoreApplication.translate("Outcome", "Book")
    )


def _used(state: CounterState) -> str:
    """What is redeemed ("Coffee (50 points)"), several strung together."""
    one = QCoreApplication.translate("Outcome", "{reward} ({points})")
    parts = [
        one.format(reward=reward.name[:40], points=points(reward.points))
        for reward in state.rewards
        if reward.reach is Reach.CHOSEN
    ]
    if state.tender and state.tender.chosen:
        money = figures.money(state.tender.value_minor, state.currency)
        parts.append(one.format(reward=money, points=points(state.tender.points)))
    return QCoreApplication.translate("Outcome", ", ").join(parts)


def _of_sheet(sheet: Sheet, state: CounterState) -> Outcome:
    match sheet:
        case SignInSheet():
            return _of_sign_in(sheet)
        case FindSheet():
            able = bool(sheet.rows)
            words = QCoreApplication.translate(
                "Outcome", "Enter takes the first; arrows choose another"
            )
            empty = QCoreApplication.translate(
                "Outcome", "Type a name, the end of a phone number, or scan a card"
            )
            return Outcome(
                words if able else empty,
                QCoreApplication.translate("Outcome", "Take"),
                "person",
                able,
            )
        case EnrolSheet():
            words = (
                QCoreApplication.translate("Outcome", "Enrol this card")
                if sheet.card
                else QCoreApplication.translate("Outcome", "Enrol a new member")
            )
            return Outcome(
                words, QCoreApplication.translate("Outcome", "Enrol"), "person", wish="enrol_saved"
            )
        case ReturnSheet():
            return _of_return(sheet, state.currency)
        case ShiftSheet() if sheet.closed_at is None:
            words = QCoreApplication.translate("Outcome", "Close the shift and print the closing")
            return Outcome(
                words,
                QCoreApplication.translate("Outcome", "Close shift"),
                "shift",
                wish="shift_close",
            )
        case ShiftSheet():
            return Outcome(
                QCoreApplication.translate("Outcome", "This shift is closed"),
                QCoreApplication.translate("Outcome", "Print"),
                "printer",
                wish="print_slip",
            )
        case SlipSheet():
            return Outcome(
                QCoreApplication.translate("Outcome", "Print this slip again"),
                QCoreApplication.translate("Outcome", "Print"),
                "printer",
                wish="print_slip",
            )
        case CameraSheet():
            return Outcome(
                QCoreApplication.translate("Outcome", "Hold a code before the camera"),
                QCoreApplication.translate("Outcome", "Back"),
                "close",
            )
        case SettingsSheet() | WhySheet():
            return Outcome(
                QCoreApplication.translate("Outcome", "Back to the counter"),
                QCoreApplication.translate("Outcome", "Back"),
                "close",
            )


def _of_sign_in(sheet: SignInSheet) -> Outcome:
    chosen = next((row.name for row in sheet.operators if row.number == sheet.chosen), "")
    if not chosen:
        words = QCoreApplication.translate(
            "Outcome", "Choose who you are by number, or scan your badge"
        )
        return Outcome(
            words, QCoreApplication.translate("Outcome", "Sign in"), "person", able=False
        )
    words = QCoreApplication.translate("Outcome", "Sign in {name}").format(name=chosen[:40])
    return Outcome(
        words,
        QCoreApplication.translate("Outcome", "Sign in"),
        "person",
        able=sheet.pin_length > 0 and not sheet.wait_s,
    )


def _of_return(sheet: ReturnSheet, currency: str) -> Outcome:
    if not any(line.chosen for line in sheet.lines):
        words = QCoreApplication.translate(
            "Outcome", "Choose the lines that came back, by their numbers"
        )
        return Outcome(words, QCoreApplication.translate("Outcome", "Return"), "return", able=False)
    money = figures.money(sheet.refund_minor, currency)
    words = QCoreApplication.translate("Outcome", "Refund {amount} and correct the points")
    if not (sheet.taken_back or sheet.given_back):
        words = QCoreApplication.translate("Outcome", "Refund {amount}")
    return Outcome(
        words.format(amount=money), QCoreApplication.translate("Outcome", "Return"), "return"
    )
