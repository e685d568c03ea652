"""What act sheets say: titles, what Enter does, hints, fields, rows, choices, and their facts.

One table for each, by the kind of the sheet or the name of the field; a sheet without words here
would be a sheet nobody can read, so a name that is missing shows itself.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.wording.said_of_claims import (
    CLAIM_EXTRAS,
    CLAIM_FIELDS,
    CLAIM_FOOT,
    CLAIM_HINTS,
    CLAIM_KEYS,
    CLAIM_RIGHTS,
    CLAIM_ROWS,
    CLAIM_TITLES,
)
from ui.wording.said_of_line import (
    LINE_FIELDS,
    LINE_FOOT,
    LINE_HINTS,
    LINE_KEYS,
    LINE_RIGHTS,
    LINE_ROWS,
    LINE_TITLES,
)
from ui.wording.said_of_photographs import (
    PHOTO_FIELDS,
    PHOTO_FOOT,
    PHOTO_HINTS,
    PHOTO_KEYS,
    PHOTO_ROWS,
    PHOTO_TITLES,
)
from ui.wording.said_of_room import (
    ROOM_FOOT,
    ROOM_HINTS,
    ROOM_KEYS,
    ROOM_RIGHTS,
    ROOM_ROWS,
    ROOM_TITLES,
)

TITLES: Final = {
    "member": QT_TRANSLATE_NOOP("ActTitles", "Member"),
    "profile": QT_TRANSLATE_NOOP("ActTitles", "Profile"),
    "cards": QT_TRANSLATE_NOOP("ActTitles", "Cards"),
    "card": QT_TRANSLATE_NOOP("ActTitles", "One card"),
    "vouchers": QT_TRANSLATE_NOOP("ActTitles", "Vouchers"),
    "household": QT_TRANSLATE_NOOP("ActTitles", "Join a household"),
    "household-leave": QT_TRANSLATE_NOOP("ActTitles", "Household"),
    "merge": QT_TRANSLATE_NOOP("ActTitles", "Merge with another member"),
    "adjust": QT_TRANSLATE_NOOP("ActTitles", "Points by hand"),
    "stamps": QT_TRANSLATE_NOOP("ActTitles", "Move a paper stamp card in"),
    "stamps-in": QT_TRANSLATE_NOOP("ActTitles", "Move a paper stamp card in"),
    "activities": QT_TRANSLATE_NOOP("ActTitles", "Record an activity"),
    "waiting": QT_TRANSLATE_NOOP("ActTitles", "Waiting for a decision"),
    "decide": QT_TRANSLATE_NOOP("ActTitles", "Approve or decline"),
    "sales": QT_TRANSLATE_NOOP("ActTitles", "Return: which sale?"),
    "void": QT_TRANSLATE_NOOP("ActTitles", "Void a sale"),
    "unlinked": QT_TRANSLATE_NOOP("ActTitles", "Return without a slip"),
    **CLAIM_TITLES,
    **PHOTO_TITLES,
    **LINE_TITLES,
    **ROOM_TITLES,
}

# The sentence at the foot, and the words on the large key.
FOOT: Final = {
    "member": QT_TRANSLATE_NOOP("ActFoot", "Choose by number, or go back with Esc"),
    "profile": QT_TRANSLATE_NOOP("ActFoot", "Keep what is typed here"),
    "cards": QT_TRANSLATE_NOOP("ActFoot", "Scan a blank card to add it, or choose one by number"),
    "card": QT_TRANSLATE_NOOP("ActFoot", "Block this card, or let it be used again"),
    "vouchers": QT_TRANSLATE_NOOP("ActFoot", "Choose a voucher by number to print it again"),
    "household": QT_TRANSLATE_NOOP("ActFoot", "Share this account from now on"),
    "household-leave": QT_TRANSLATE_NOOP("ActFoot", "Leave this household"),
    "merge": QT_TRANSLATE_NOOP("ActFoot", "Make both one member"),
    "adjust": QT_TRANSLATE_NOOP("ActFoot", "Book these points"),
    "stamps": QT_TRANSLATE_NOOP("ActFoot", "Choose the stamp card by number"),
    "stamps-in": QT_TRANSLATE_NOOP("ActFoot", "Move these stamps in; the paper card is void"),
    "activities": QT_TRANSLATE_NOOP("ActFoot", "Choose what was done by number"),
    "waiting": QT_TRANSLATE_NOOP("ActFoot", "Choose a request by number"),
    "decide": QT_TRANSLATE_NOOP("ActFoot", "Enter gives the points, F8 declines"),
    "sales": QT_TRANSLATE_NOOP("ActFoot", "Enter takes the slip's number, or the newest sale"),
    "void": QT_TRANSLATE_NOOP("ActFoot", "Void the whole sale"),
    "unlinked": QT_TRANSLATE_NOOP("ActFoot", "Take the goods back and pay out"),
    **CLAIM_FOOT,
    **PHOTO_FOOT,
    **LINE_FOOT,
    **ROOM_FOOT,
}
KEYS: Final = {
    "member": QT_TRANSLATE_NOOP("ActKeys", "Back"),
    "profile": QT_TRANSLATE_NOOP("ActKeys", "Keep"),
    "cards": QT_TRANSLATE_NOOP("ActKeys", "Choose"),
    "card": QT_TRANSLATE_NOOP("ActKeys", "Block or free"),
    "vouchers": QT_TRANSLATE_NOOP("ActKeys", "Choose"),
    "household": QT_TRANSLATE_NOOP("ActKeys", "Join"),
    "household-leave": QT_TRANSLATE_NOOP("ActKeys", "Leave"),
    "merge": QT_TRANSLATE_NOOP("ActKeys", "Merge"),
    "adjust": QT_TRANSLATE_NOOP("ActKeys", "Book"),
    "stamps": QT_TRANSLATE_NOOP("ActKeys", "Choose"),
    "stamps-in": QT_TRANSLATE_NOOP("ActKeys", "Move in"),
    "activities": QT_TRANSLATE_NOOP("ActKeys", "Choose"),
    "waiting": QT_TRANSLATE_NOOP("ActKeys", "Choose"),
    "decide": QT_TRANSLATE_NOOP("ActKeys", "Approve"),
    "sales": QT_TRANSLATE_NOOP("ActKeys", "Take"),
    "void": QT_TRANSLATE_NOOP("ActKeys", "Void"),
    "unlinked": QT_TRANSLATE_NOOP("ActKeys", "Return"),
    "approve": QT_TRANSLATE_NOOP("ActKeys", "Approve"),
    **CLAIM_KEYS,
    **PHOTO_KEYS,
    **LINE_KEYS,
    **ROOM_KEYS,
}
HINTS: Final = {
    "cards": QT_TRANSLATE_NOOP(
        "ActHints", "A lost card: choose it, then scan the blank card that takes its place."
    ),
    "card": QT_TRANSLATE_NOOP(
        "ActHints", "Scan a blank card to put it in the place of this one, which is dead then."
    ),
    "household": QT_TRANSLATE_NOOP(
        "ActHints",
        "Scan the card of somebody in the household. The points of this member move there.",
    ),
    "household-leave": QT_TRANSLATE_NOOP(
        "ActHints", "Whoever leaves begins anew at zero; the points stay with the household."
    ),
    "merge": QT_TRANSLATE_NOOP(
        "ActHints",
        "Scan the other card. Its points, cards, stamps and vouchers come to this member.",
    ),
    "adjust": QT_TRANSLATE_NOOP("ActHints", "The reason stands in the books, with your name."),
    "stamps-in": QT_TRANSLATE_NOOP("ActHints", "The serial number is printed on the paper card."),
    "sales": QT_TRANSLATE_NOOP(
        "ActHints",
        "A slip may be scanned at any moment. Alt and a number, or a touch, takes a sale.",
    ),
    "void": QT_TRANSLATE_NOOP(
        "ActHints", "For a sale that was a mistake. Points and money go back as they were."
    ),
    "unlinked": QT_TRANSLATE_NOOP(
        "ActHints", "Say why there is no slip. This return is reported to the manager."
    ),
    **CLAIM_HINTS,
    **PHOTO_HINTS,
    **LINE_HINTS,
    **ROOM_HINTS,
}
EXTRAS: Final = {
    "sales": QT_TRANSLATE_NOOP("ActKeys", "There is no slip"),
    "decide": QT_TRANSLATE_NOOP("ActKeys", "Decline"),
    **CLAIM_EXTRAS,
}
FIELDS: Final = {
    "name": QT_TRANSLATE_NOOP("Fields", "Name"),
    "phone": QT_TRANSLATE_NOOP("Fields", "Phone"),
    "email": QT_TRANSLATE_NOOP("Fields", "E-mail"),
    "birthday": QT_TRANSLATE_NOOP("Fields", "Birthday"),
    "language": QT_TRANSLATE_NOOP("Fields", "Language"),
    "address": QT_TRANSLATE_NOOP("Fields", "Address"),
    "brought-by": QT_TRANSLATE_NOOP("Fields", "Friend's code"),
    "consent-email": QT_TRANSLATE_NOOP("Fields", "May write e-mails"),
    "consent-sms": QT_TRANSLATE_NOOP("Fields", "May send messages"),
    "consent-profiling": QT_TRANSLATE_NOOP("Fields", "May look at purchases"),
    "points": QT_TRANSLATE_NOOP("Fields", "Points"),
    "reason": QT_TRANSLATE_NOOP("Fields", "Reason"),
    "stamps": QT_TRANSLATE_NOOP("Fields", "Stamps"),
    "serial": QT_TRANSLATE_NOOP("Fields", "Serial number"),
    "slip": QT_TRANSLATE_NOOP("Fields", "Number on the slip"),
    "amount": QT_TRANSLATE_NOOP("Fields", "Amount"),
    "goods": QT_TRANSLATE_NOOP("Fields", "Goods"),
    **CLAIM_FIELDS,
    **PHOTO_FIELDS,
    **LINE_FIELDS,
}
ROWS: Final = {
    "profile": QT_TRANSLATE_NOOP("ActRows", "Profile and consents"),
    "cards": QT_TRANSLATE_NOOP("ActRows", "Cards: add, replace, block"),
    "vouchers": QT_TRANSLATE_NOOP("ActRows", "Vouchers"),
    "household": QT_TRANSLATE_NOOP("ActRows", "Household"),
    "merge": QT_TRANSLATE_NOOP("ActRows", "Merge with another member"),
    "adjust": QT_TRANSLATE_NOOP("ActRows", "Points by hand"),
    "stamps": QT_TRANSLATE_NOOP("ActRows", "Paper stamp card"),
    "activities": QT_TRANSLATE_NOOP("ActRows", "Activity"),
    **CLAIM_ROWS,
    **PHOTO_ROWS,
    **LINE_ROWS,
    **ROOM_ROWS,
}
CHOICES: Final = {
    "": QT_TRANSLATE_NOOP("Choices", "As the shop"),
    "yes": QT_TRANSLATE_NOOP("Choices", "Yes"),
    "no": QT_TRANSLATE_NOOP("Choices", "No"),
}
RIGHTS: Final = {
    "edit-staff": QT_TRANSLATE_NOOP("Rights", "Staff and their rights"),
    "import": QT_TRANSLATE_NOOP("Rights", "Importing a file"),
    "adjust": QT_TRANSLATE_NOOP("Rights", "Points by hand"),
    "move-stamps": QT_TRANSLATE_NOOP("Rights", "Stamps of a paper card"),
    "return-unlinked": QT_TRANSLATE_NOOP("Rights", "Return without a slip"),
    "void-later": QT_TRANSLATE_NOOP("Rights", "Voiding an older sale"),
    "block": QT_TRANSLATE_NOOP("Rights", "Blocking a card"),
    "approve-activity": QT_TRANSLATE_NOOP("Rights", "Points for an activity"),
    "withdraw-voucher": QT_TRANSLATE_NOOP("Rights", "Withdrawing a voucher"),
    "merge": QT_TRANSLATE_NOOP("Rights", "Moving points to another account"),
    **CLAIM_RIGHTS,
    **LINE_RIGHTS,
    **ROOM_RIGHTS,
}

ACTS_SAID: Final = {
    "fact-points": QT_TRANSLATE_NOOP("Sentences", "Points: {points}"),
    "fact-here": QT_TRANSLATE_NOOP("Sentences", "Usable here: {points}"),
    "fact-total": QT_TRANSLATE_NOOP("Sentences", "Total {points}, as of {at}"),
    "fact-total-unknown": QT_TRANSLATE_NOOP("Sentences", "Total not known yet"),
    "fact-pending": QT_TRANSLATE_NOOP("Sentences", "Pending points: {points}"),
    "fact-tier": QT_TRANSLATE_NOOP("Sentences", "Tier: {tier}"),
    "fact-stamps": QT_TRANSLATE_NOOP("Sentences", "{card}: {stamps} of {needed} stamps"),
    "fact-vouchers": QT_TRANSLATE_NOOP("Sentences", "Vouchers: {count}"),
    "fact-phone": QT_TRANSLATE_NOOP("Sentences", "Phone: {phone}"),
    "fact-email": QT_TRANSLATE_NOOP("Sentences", "E-mail: {email}"),
    "fact-birthday": QT_TRANSLATE_NOOP("Sentences", "Birthday: {birthday}"),
    "fact-joined": QT_TRANSLATE_NOOP("Sentences", "Member since {on}"),
    "fact-household": QT_TRANSLATE_NOOP("Sentences", "Household: {names}"),
    "fact-shares": QT_TRANSLATE_NOOP("Sentences", "{name} shares this account"),
    "fact-referral": QT_TRANSLATE_NOOP("Sentences", "Code for friends: {friends}"),
    "card-active": QT_TRANSLATE_NOOP("Sentences", "In use"),
    "card-replaced-row": QT_TRANSLATE_NOOP("Sentences", "Replaced by another"),
    "card-blocked-row": QT_TRANSLATE_NOOP("Sentences", "Blocked"),
    "voucher-until": QT_TRANSLATE_NOOP("Sentences", "{voucher}, until {until}"),
    "no-vouchers": QT_TRANSLATE_NOOP("Sentences", "There is no voucher to be used today."),
    "no-stamp-cards": QT_TRANSLATE_NOOP("Sentences", "The program has no stamp card."),
    "no-activities": QT_TRANSLATE_NOOP("Sentences", "The program has no activity to record."),
    "no-sales": QT_TRANSLATE_NOOP("Sentences", "No sale is known here yet."),
    "stamp-card": QT_TRANSLATE_NOOP("Sentences", "Stamp card: {card}"),
    "activity-looked-at": QT_TRANSLATE_NOOP("Sentences", "A person looks first"),
    "activity-of": QT_TRANSLATE_NOOP("Sentences", "{activity}: {points} points"),
    "activity-asked": QT_TRANSLATE_NOOP("Sentences", "{member}, {on}"),
    "activity-recorded": QT_TRANSLATE_NOOP("Sentences", "{activity} is booked: +{points} points."),
    "activity-waits": QT_TRANSLATE_NOOP(
        "Sentences", "{activity} waits for approval. The points come when somebody has looked."
    ),
    "nothing-waits": QT_TRANSLATE_NOOP("Sentences", "Nothing waits for a decision any more."),
    "approvals-waiting": QT_TRANSLATE_NOOP("Sentences", "Waiting for a decision: {count}"),
    "profile-kept": QT_TRANSLATE_NOOP("Sentences", "The profile is kept."),
    "card-added": QT_TRANSLATE_NOOP("Sentences", "Card {card} stands for this member, too."),
    "card-in-place": QT_TRANSLATE_NOOP(
        "Sentences", "Card {card} stands for this member. The old one is dead."
    ),
    "card-now-blocked": QT_TRANSLATE_NOOP("Sentences", "Card {card} is blocked."),
    "card-now-active": QT_TRANSLATE_NOOP("Sentences", "Card {card} can be used again."),
    "card-given": QT_TRANSLATE_NOOP("Sentences", "{member} has this card now."),
    "voucher-printing": QT_TRANSLATE_NOOP("Sentences", "{voucher} is being printed."),
    "household-join": QT_TRANSLATE_NOOP("Sentences", "Joins the account of {name}"),
    "household-joined": QT_TRANSLATE_NOOP(
        "Sentences", "Shares the account of {name} now. Points that came along: {points}."
    ),
    "household-stays": QT_TRANSLATE_NOOP(
        "Sentences", "Points that stay here: {points}. Enter once more to leave."
    ),
    "household-left": QT_TRANSLATE_NOOP("Sentences", "Left the household; begins anew at zero."),
    "merge-goes": QT_TRANSLATE_NOOP("Sentences", "Goes: {name}"),
    "merged": QT_TRANSLATE_NOOP("Sentences", "Merged. Points that came along: {points}."),
    "scan-other-card": QT_TRANSLATE_NOOP("Sentences", "Scan the other member's card first."),
    "adjusted-here": QT_TRANSLATE_NOOP("Sentences", "Booked. Usable here now: {points} points."),
    "adjusted": QT_TRANSLATE_NOOP("Sentences", "Booked. New balance: {points} points."),
    "stamps-moved": QT_TRANSLATE_NOOP(
        "Sentences", "Moved in. Stamps on the card now: {stamps}. Keep the paper card."
    ),
    "closing-printing": QT_TRANSLATE_NOOP(
        "Sentences", "The newest closing is being printed once more."
    ),
    "void-whole": QT_TRANSLATE_NOOP("Sentences", "All of sale {number} is taken back"),
    "unlinked-scan": QT_TRANSLATE_NOOP(
        "Sentences", "Scan the goods, or type the amount they cost."
    ),
    "sale-of": QT_TRANSLATE_NOOP("Sentences", "{member}"),
    "sale-without-card": QT_TRANSLATE_NOOP("Sentences", "Without a card"),
    "sale-touched": QT_TRANSLATE_NOOP("Sentences", "something came back"),
    "maybe-member": QT_TRANSLATE_NOOP(
        "Sentences",
        "This may be a member already. Choose who it is, or press Enter to enrol all the same.",
    ),
    "referral-noted": QT_TRANSLATE_NOOP("Sentences", "Enrolled; the friend is noted as well."),
    "referral-against": QT_TRANSLATE_NOOP(
        "Sentences", "Enrolled, but nobody is noted for it. {why}"
    ),
    "referral-code": QT_TRANSLATE_NOOP(
        "Sentences", "A friend's code. F4 enrols somebody; scan it there once more."
    ),
    "number-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "“{typed}” is no whole number. Type digits, with - before what is taken."
    ),
    "slip-not-found": QT_TRANSLATE_NOOP(
        "Sentences", "No sale has the number “{typed}” here. Check it on the slip."
    ),
}


def title_words(kind: str) -> str:
    """The heading of a sheet."""
    return QCoreApplication.translate("ActTitles", str(TITLES.get(kind, kind)))


def foot_words(kind: str) -> str:
    """What Enter does on a sheet."""
    return QCoreApplication.translate("ActFoot", str(FOOT.get(kind, kind)))


def key_words(kind: str) -> str:
    """The words on the large key."""
    return QCoreApplication.translate("ActKeys", str(KEYS.get(kind, kind)))


def extra_words(kind: str) -> str:
    """The words on the key of a sheet's second answer."""
    return QCoreApplication.translate("ActKeys", str(EXTRAS.get(kind, kind)))


def hint_words(kind: str) -> str:
    """What else can be done on a sheet; empty where nothing has to be said."""
    source = HINTS.get(kind, "")
    return QCoreApplication.translate("ActHints", str(source)) if source else ""


def field_words(name: str) -> str:
    """The label of a field."""
    return QCoreApplication.translate("Fields", str(FIELDS.get(name, name)))


def row_words(name: str) -> str:
    """The words of a row that is not outside text."""
    return QCoreApplication.translate("ActRows", str(ROWS.get(name, name)))


def choice_words(value: str) -> str:
    """One of the values a field can have."""
    return QCoreApplication.translate("Choices", str(CHOICES.get(value, value)))


def right_words(right: str) -> str:
    """What a second person is asked to approve."""
    return QCoreApplication.translate("Rights", str(RIGHTS.get(right, right)))
