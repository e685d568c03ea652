"""What the counter says of its own: hints, chips of the status strip, words on keys, acts, steps of
"why". Short words stand on chips and keys; sentences go into the banner.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.wording.said_of_line import LINE_CHIPS

COUNTER: Final = {
    "amount-first": QT_TRANSLATE_NOOP("Sentences", "Type the amount first, or scan the goods."),
    "blank-card": QT_TRANSLATE_NOOP(
        "Sentences", "Card {card} is new. F4 makes it a member's card at once."
    ),
    "enrolled": QT_TRANSLATE_NOOP("Sentences", "Card {card} collects points from now on."),
    "exchange-goods-first": QT_TRANSLATE_NOOP(
        "Sentences",
        "Ring up what goes out in exchange, or leave with Esc and book the return alone.",
    ),
    "finish-first": QT_TRANSLATE_NOOP(
        "Sentences",
        "Something is open here. Book it with Enter or leave it with Esc, then try again.",
    ),
    "nobody-found": QT_TRANSLATE_NOOP(
        "Sentences",
        "No member's number ends in “{typed}”. Enrol a new member, or take it as an amount.",
    ),
    "nothing-to-redeem": QT_TRANSLATE_NOOP(
        "Sentences", "No reward is in reach yet. The tiles say how many points are missing."
    ),
    "product-unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Product {product} has no price here. Type its amount."
    ),
    "rewards-put-back": QT_TRANSLATE_NOOP(
        "Sentences", "Another member: the rewards that were chosen have been put back."
    ),
    "pin-chosen-now": QT_TRANSLATE_NOOP(
        "Sentences", "{operator} has no PIN yet: what is typed now, 4 to 8 digits, will be it."
    ),
    "demo-pin": QT_TRANSLATE_NOOP(
        "Sentences", "This is the demo shop: choose a number, then type PIN {pin}."
    ),
    "scan-card-first": QT_TRANSLATE_NOOP("Sentences", "Scan the member's card first."),
    "scan-slip": QT_TRANSLATE_NOOP("Sentences", "Scan the slip of the sale that comes back."),
    "shift-closed": QT_TRANSLATE_NOOP(
        "Sentences", "The shift is closed. Sign in to open the next."
    ),
    "sign-in-first": QT_TRANSLATE_NOOP(
        "Sentences", "Sign in first: by number and PIN, or a badge."
    ),
    "signed-out": QT_TRANSLATE_NOOP("Sentences", "Signed out. The shift stays open."),
    "slip-none": QT_TRANSLATE_NOOP("Sentences", "There is no slip to print yet."),
    "slip-off": QT_TRANSLATE_NOOP("Sentences", "No slip printed. F7 shows and prints it."),
    "slip-printed": QT_TRANSLATE_NOOP("Sentences", "Slip printed"),
    "voucher-back": QT_TRANSLATE_NOOP("Sentences", "The voucher is off this sale again."),
    "voucher-taken": QT_TRANSLATE_NOOP(
        "Sentences", "{voucher} is on this sale. Scan it again to take it back."
    ),
    "voucher-waits": QT_TRANSLATE_NOOP(
        "Sentences", "{voucher} lies ready, but not yet: {why}. It is used as soon as it can be."
    ),
    "voucher-worth": QT_TRANSLATE_NOOP(
        "Sentences", "{voucher}, good until {until}. Ring up the goods, then scan it again."
    ),
    "voucher-worth-from": QT_TRANSLATE_NOOP(
        "Sentences",
        "{voucher}, good until {until} from {minimum_minor} on. Ring up, then scan it again.",
    ),
}

# For the status strip: two or three words. A trouble's whole sentence is the chip's tool tip.
CHIPS: Final = {
    **LINE_CHIPS,
    "printer-none": QT_TRANSLATE_NOOP("Chips", "No printer"),
    "printer-ready": QT_TRANSLATE_NOOP("Chips", "Printer ready"),
    "printer-unknown": QT_TRANSLATE_NOOP("Chips", "Printer"),
    "printer-paper-low": QT_TRANSLATE_NOOP("Chips", "Paper is low"),
    "printer-paper-out": QT_TRANSLATE_NOOP("Chips", "No paper"),
    "printer-cover-open": QT_TRANSLATE_NOOP("Chips", "Printer is open"),
    "printer-offline": QT_TRANSLATE_NOOP("Chips", "Printer is off"),
    "printer-absent": QT_TRANSLATE_NOOP("Chips", "Printer is missing"),
    "printer": QT_TRANSLATE_NOOP("Chips", "Check the printer"),
    "scanner-keyboard": QT_TRANSLATE_NOOP("Chips", "Scanner"),
    "scanner-ready": QT_TRANSLATE_NOOP("Chips", "Scanner ready"),
    "scanner": QT_TRANSLATE_NOOP("Chips", "Check the scanner"),
    "serial": QT_TRANSLATE_NOOP("Chips", "Check the scanner"),
    "camera-off": QT_TRANSLATE_NOOP("Chips", "Camera off"),
    "camera-on": QT_TRANSLATE_NOOP("Chips", "Camera on"),
    "camera-ready": QT_TRANSLATE_NOOP("Chips", "Camera ready"),
    "camera-none": QT_TRANSLATE_NOOP("Chips", "No camera"),
    "camera": QT_TRANSLATE_NOOP("Chips", "Check the camera"),
    "store": QT_TRANSLATE_NOOP("Chips", "Check the ledger"),
    "unclean-shutdown": QT_TRANSLATE_NOOP("Chips", "Books checked"),
    "second-window": QT_TRANSLATE_NOOP("Chips", "Second window"),
    "restored": QT_TRANSLATE_NOOP("Chips", "Ledger restored"),
    "ledger": QT_TRANSLATE_NOOP("Chips", "Check the ledger"),
    "chain": QT_TRANSLATE_NOOP("Chips", "Check the ledger"),
    "clock": QT_TRANSLATE_NOOP("Chips", "Set the clock"),
    "disk": QT_TRANSLATE_NOOP("Chips", "Disk is low"),
    "reserve": QT_TRANSLATE_NOOP("Chips", "Disk is low"),
    "backup": QT_TRANSLATE_NOOP("Chips", "Check the backup"),
    "backup-made": QT_TRANSLATE_NOOP("Chips", "Backup made"),
    "slip-printed": QT_TRANSLATE_NOOP("Chips", "Slip printed"),
    "slip-off": QT_TRANSLATE_NOOP("Chips", "No slip"),
    "other": QT_TRANSLATE_NOOP("Chips", "Check this till"),
}

WAYS: Final = {
    "way-enrol": QT_TRANSLATE_NOOP("Ways", "Enrol"),
    "way-add-details": QT_TRANSLATE_NOOP("Ways", "Add name and phone"),
    "way-as-amount": QT_TRANSLATE_NOOP("Ways", "It is an amount"),
}

ACTS: Final = {
    "sale": QT_TRANSLATE_NOOP("Acts", "Sale"),
    "return": QT_TRANSLATE_NOOP("Acts", "Return"),
    "enrolment": QT_TRANSLATE_NOOP("Acts", "New member"),
    "claim": QT_TRANSLATE_NOOP("Acts", "Receipt"),
}

DONE: Final = {
    "sale": QT_TRANSLATE_NOOP("Acts", "Booked"),
    "exchange": QT_TRANSLATE_NOOP("Acts", "Exchange booked"),
    "return": QT_TRANSLATE_NOOP("Acts", "Return booked"),
    "sale-undone": QT_TRANSLATE_NOOP("Acts", "Sale undone"),
    "return-undone": QT_TRANSLATE_NOOP("Acts", "Return undone"),
    "enrolment": QT_TRANSLATE_NOOP("Acts", "New member"),
    "enrolment-undone": QT_TRANSLATE_NOOP("Acts", "Enrolment undone"),
    "claim": QT_TRANSLATE_NOOP("Acts", "Receipt credited"),
    "claim-undone": QT_TRANSLATE_NOOP("Acts", "Receipt taken back"),
}

STEPS: Final = {
    "eligible-amount": QT_TRANSLATE_NOOP("Steps", "Amount that earns"),
    "excluded": QT_TRANSLATE_NOOP("Steps", "Line {line} does not earn"),
    "paid-with-points": QT_TRANSLATE_NOOP("Steps", "Redeemed, does not earn"),
    "minimum-not-reached": QT_TRANSLATE_NOOP("Steps", "Earns from this amount on"),
    "base": QT_TRANSLATE_NOOP("Steps", "{points} for every {per_minor}"),
    "base-visit": QT_TRANSLATE_NOOP("Steps", "For this visit"),
    "base-item": QT_TRANSLATE_NOOP("Steps", "For each item, {count} in all"),
    "rounded-down": QT_TRANSLATE_NOOP("Steps", "Rounded down to whole points"),
    "rounded-half-up": QT_TRANSLATE_NOOP("Steps", "Rounded to whole points"),
    "rounded-up": QT_TRANSLATE_NOOP("Steps", "Rounded up to whole points"),
    "multiplier": QT_TRANSLATE_NOOP("Steps", "{name}, ×{factor}"),
    "bonus": QT_TRANSLATE_NOOP("Steps", "Bonus: {name}"),
    "campaign-treated": QT_TRANSLATE_NOOP("Steps", "Campaign: {name}"),
    "campaign-control": QT_TRANSLATE_NOOP("Steps", "Not in this test: {name}"),
    "limit-basket": QT_TRANSLATE_NOOP("Steps", "Most for one basket: {name}"),
    "limit-day": QT_TRANSLATE_NOOP("Steps", "Most in one day: {name}"),
    "limit-week": QT_TRANSLATE_NOOP("Steps", "Most in one week: {name}"),
    "limit-month": QT_TRANSLATE_NOOP("Steps", "Most in one month: {name}"),
    "limit-year": QT_TRANSLATE_NOOP("Steps", "Most in one year: {name}"),
    "limit-ever": QT_TRANSLATE_NOOP("Steps", "Most there ever is: {name}"),
    "limit-budget": QT_TRANSLATE_NOOP("Steps", "Budget is used up: {name}"),
    "limit-times": QT_TRANSLATE_NOOP("Steps", "Used as often as allowed: {name}"),
    "limit-cooldown": QT_TRANSLATE_NOOP("Steps", "Not again yet: {name}"),
    "cap-basket": QT_TRANSLATE_NOOP("Steps", "Most points for one basket"),
    "cap-day": QT_TRANSLATE_NOOP("Steps", "Most points in one day"),
    "cap-week": QT_TRANSLATE_NOOP("Steps", "Most points in one week"),
    "cap-month": QT_TRANSLATE_NOOP("Steps", "Most points in one month"),
    "cap-year": QT_TRANSLATE_NOOP("Steps", "Most points in one year"),
    "cap-ever": QT_TRANSLATE_NOOP("Steps", "Most points there ever are"),
    "vesting": QT_TRANSLATE_NOOP("Steps", "Usable from {on}"),
}
OTHER_STEP: Final = QT_TRANSLATE_NOOP("Steps", "Rule {code}")

_ROLES: Final = {
    "cashier": QT_TRANSLATE_NOOP("Roles", "Cashier"),
    "manager": QT_TRANSLATE_NOOP("Roles", "Manager"),
    "supervisor": QT_TRANSLATE_NOOP("Roles", "Supervisor"),
}


def role_words(role: str) -> str:
    """What an operator is; a role without words is shown as it is named."""
    return QCoreApplication.translate("Roles", str(_ROLES.get(role, role)))


def chip_source(code: str) -> str:
    """The short words for a code: its own, else those of its device, else the till's."""
    device = code.split("-", 1)[0]
    return str(CHIPS.get(code) or CHIPS.get(device) or CHIPS["other"])
