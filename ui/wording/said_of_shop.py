"""What is said when the shop says no: people, cards, sales, undo (codes of the use cases)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHOP: Final = {
    "badge-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "This badge belongs to nobody here. Scan another, or sign in with a PIN."
    ),
    "operator-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody of that name signs in here. Choose a name from the list."
    ),
    "pin-format": QT_TRANSLATE_NOOP("Sentences", "A PIN has 4 to 8 digits. Choose another."),
    "pin-none": QT_TRANSLATE_NOOP(
        "Sentences", "{operator} has no PIN yet. Scan the badge, or ask a manager for a PIN."
    ),
    "pin-wait": QT_TRANSLATE_NOOP(
        "Sentences", "Too many wrong PINs. Wait {seconds} seconds, or scan a badge."
    ),
    "pin-wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Wrong PIN. Try again, or scan the badge. Tries left: {left}."
    ),
    "card-blocked": QT_TRANSLATE_NOOP(
        "Sentences", "The card of {member} is blocked. Give a new card, or ask a supervisor."
    ),
    "card-taken": QT_TRANSLATE_NOOP(
        "Sentences", "This card belongs to a member already. Take another blank card."
    ),
    "enrol-nothing": QT_TRANSLATE_NOOP(
        "Sentences", "Scan a blank card or type a phone number to enrol somebody."
    ),
    "member-blocked": QT_TRANSLATE_NOOP(
        "Sentences", "{member} cannot collect or redeem at present: {why}. Ask a supervisor."
    ),
    "member-in-use": QT_TRANSLATE_NOOP(
        "Sentences", "This member has bought since. Return the sale instead of undoing it."
    ),
    "member-unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "This member is not enrolled any more. Scan another card, or enrol with F4.",
    ),
    "name-too-long": QT_TRANSLATE_NOOP(
        "Sentences", "A name may have {longest} letters. Shorten it."
    ),
    "phone-taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "This number belongs to {member} already. Use their card, or type another number.",
    ),
    "phone-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "“{typed}” is no phone number. Type its digits again."
    ),
    "program-none": QT_TRANSLATE_NOOP(
        "Sentences", "No program is in force today. Ask a manager to publish one."
    ),
    "sale-returned": QT_TRANSLATE_NOOP(
        "Sentences", "Sale {terminal}-{seq} was returned already. Check the slip's number."
    ),
    "sale-elsewhere": QT_TRANSLATE_NOOP(
        "Sentences",
        "Sale {terminal}-{seq} is of another till, and head office cannot be asked now. Try again "
        "later, or take the goods back without their sale: F5 twice.",
    ),
    "sale-asking": QT_TRANSLATE_NOOP(
        "Sentences", "Sale {terminal}-{seq} is of another till. Head office is being asked."
    ),
    "sale-not-there": QT_TRANSLATE_NOOP(
        "Sentences",
        "Head office does not have sale {terminal}-{seq}: look at the number, or try again later, "
        "when the other till has sent it. F5 twice takes the goods back without their sale.",
    ),
    "sale-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Sale {terminal}-{seq} is not known here. Return it in the shop that sold it."
    ),
    "setting-invalid": QT_TRANSLATE_NOOP(
        "Sentences", "The setting “{setting}” cannot be “{value}”. Correct it in the settings."
    ),
    "shift-over": QT_TRANSLATE_NOOP(
        "Sentences",
        "This shift was closed at another window. Sign out with F12 and in again: what is rung up "
        "stays.",
    ),
    "shift-unknown": QT_TRANSLATE_NOOP("Sentences", "No shift is open. Open one to go on."),
    "undo-moved-on": QT_TRANSLATE_NOOP(
        "Sentences",
        "Another window has booked something since. Look at the last act again before you undo it.",
    ),
    "undo-nothing": QT_TRANSLATE_NOOP(
        "Sentences", "There is nothing to undo. Scan a slip to return an older sale."
    ),
    "undo-other-operator": QT_TRANSLATE_NOOP(
        "Sentences", "Only {name}, who did this, can undo it. Scan the slip to return the sale."
    ),
    "undo-too-old": QT_TRANSLATE_NOOP(
        "Sentences", "Undo works for {minutes} minutes. Scan the slip to return the sale."
    ),
    "badge-exists": QT_TRANSLATE_NOOP(
        "Sentences", "This badge belongs to somebody already. Take another."
    ),
    "card-exists": QT_TRANSLATE_NOOP(
        "Sentences", "The card {card} belongs to a member already. Take another blank card."
    ),
    "card-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "The card {card} is not known here. Scan another, or enrol it."
    ),
    "member-exists": QT_TRANSLATE_NOOP(
        "Sentences", "This member is enrolled already. Look them up by phone or name."
    ),
    "operator-exists": QT_TRANSLATE_NOOP(
        "Sentences", "{operator} is there already. Choose another name."
    ),
    "program-exists": QT_TRANSLATE_NOOP(
        "Sentences", "Program {number} is published already. Give the new one the next number."
    ),
    "shift-open": QT_TRANSLATE_NOOP(
        "Sentences", "A shift is open at till {terminal} already. Close it first."
    ),
    "slip-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "No slip is kept for sale {terminal}-{seq}. Check the number on the slip."
    ),
}
