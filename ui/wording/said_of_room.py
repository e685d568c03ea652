"""What the manager's room says: its pages, what happened in a member's timeline, its own acts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from receipts.reports.wording import words
from ui.wording import figures

PAGES: Final = {
    "today": QT_TRANSLATE_NOOP("Pages", "Today"),
    "members": QT_TRANSLATE_NOOP("Pages", "Members"),
}
# What no report lists; other kinds have their word there (`receipts.reports.wording`).
KINDS: Final = {
    "activity-asked": QT_TRANSLATE_NOOP("Kinds", "Activity, to be decided"),
    "activity-declined": QT_TRANSLATE_NOOP("Kinds", "Activity declined"),
    "claim-asked": QT_TRANSLATE_NOOP("Kinds", "Receipt, to be decided"),
    "claim-declined": QT_TRANSLATE_NOOP("Kinds", "Receipt declined"),
    "opening": QT_TRANSLATE_NOOP("Kinds", "Opening balance"),
    "rights-advanced": QT_TRANSLATE_NOOP("Kinds", "Given at the shop's risk"),
    "written-off": QT_TRANSLATE_NOOP("Kinds", "Written off"),
}
ROOM_TITLES: Final = {
    "block": QT_TRANSLATE_NOOP("ActTitles", "Block"),
    "unblock": QT_TRANSLATE_NOOP("ActTitles", "Free a blocked member"),
    "export": QT_TRANSLATE_NOOP("ActTitles", "Hand out all that is kept"),
    "erase": QT_TRANSLATE_NOOP("ActTitles", "Erase for good"),
    "list-export": QT_TRANSLATE_NOOP("ActTitles", "Keep this list as a file"),
    "room": QT_TRANSLATE_NOOP("ActTitles", "Manager's room"),
}
ROOM_FOOT: Final = {
    "block": QT_TRANSLATE_NOOP("ActFoot", "Neither earn nor redeem from now on"),
    "unblock": QT_TRANSLATE_NOOP("ActFoot", "Earn and redeem again"),
    "export": QT_TRANSLATE_NOOP("ActFoot", "Write all that is kept into a file"),
    "erase": QT_TRANSLATE_NOOP("ActFoot", "Erase this person; sums and a number stay"),
    "list-export": QT_TRANSLATE_NOOP("ActFoot", "Write the list into a file"),
    "room": QT_TRANSLATE_NOOP("ActFoot", "Go into the manager's room"),
}
ROOM_KEYS: Final = {
    "block": QT_TRANSLATE_NOOP("ActKeys", "Block"),
    "unblock": QT_TRANSLATE_NOOP("ActKeys", "Free"),
    "export": QT_TRANSLATE_NOOP("ActKeys", "Write"),
    "erase": QT_TRANSLATE_NOOP("ActKeys", "Erase"),
    "list-export": QT_TRANSLATE_NOOP("ActKeys", "Write"),
    "room": QT_TRANSLATE_NOOP("ActKeys", "Go in"),
}
ROOM_HINTS: Final = {
    "block": QT_TRANSLATE_NOOP("ActHints", "The cashier is told the reason; the points stay."),
    "export": QT_TRANSLATE_NOOP(
        "ActHints", "Name, cards, purchases, every point with its reason: for the person alone."
    ),
    "erase": QT_TRANSLATE_NOOP("ActHints", "This cannot be undone."),
    "list-export": QT_TRANSLATE_NOOP(
        "ActHints", "What stands in the table, in its order. It holds names: keep it safe."
    ),
}
ROOM_ROWS: Final = {
    "block": QT_TRANSLATE_NOOP("ActRows", "Block"),
    "unblock": QT_TRANSLATE_NOOP("ActRows", "Free"),
    "export": QT_TRANSLATE_NOOP("ActRows", "Hand out data"),
    "erase": QT_TRANSLATE_NOOP("ActRows", "Erase"),
}
ROOM_RIGHTS: Final = {
    "manage": QT_TRANSLATE_NOOP("Rights", "The manager's room"),
    "export": QT_TRANSLATE_NOOP("Rights", "Handing out data"),
    "erase": QT_TRANSLATE_NOOP("Rights", "Erasing a person"),
}
ROOM_SAID: Final = {
    "fact-blocked": QT_TRANSLATE_NOOP("Sentences", "Blocked: {reason}"),
    "fact-consents": QT_TRANSLATE_NOOP("Sentences", "Consents given: {count} of {all}"),
    "fact-cards": QT_TRANSLATE_NOOP("Sentences", "Cards: {count}"),
    "erase-means": QT_TRANSLATE_NOOP(
        "Sentences",
        "Name, phone, cards, answers and all that was told go, everywhere. What is left is a "
        "number, its points and the sums.",
    ),
    "erase-sure": QT_TRANSLATE_NOOP("Sentences", "Enter once more erases this person for good."),
    "list-rows": QT_TRANSLATE_NOOP("Sentences", "Rows in the list: {count}"),
    "list-empty": QT_TRANSLATE_NOOP("Sentences", "The list is empty: there is nothing to keep."),
    "list-kept": QT_TRANSLATE_NOOP("Sentences", "The list is in {path}"),
    "member-now-blocked": QT_TRANSLATE_NOOP("Sentences", "Blocked. No card of theirs counts now."),
    "member-now-active": QT_TRANSLATE_NOOP("Sentences", "Free again: earns and redeems as before."),
    "member-exported": QT_TRANSLATE_NOOP("Sentences", "All that is kept is in {path}"),
    "member-erased": QT_TRANSLATE_NOOP(
        "Sentences", "Erased. Points that stay under the number: {points}. Older copies: {files}."
    ),
    "member-erased-later": QT_TRANSLATE_NOOP(
        "Sentences",
        "Erased, but another window still holds the books open. Close it, and restart this one.",
    ),
    "need-cases-overdue": QT_TRANSLATE_NOOP("Sentences", "Promises that are overdue: {count}"),
    "need-cases-open": QT_TRANSLATE_NOOP("Sentences", "Open complaints: {count}"),
    "need-set-aside": QT_TRANSLATE_NOOP(
        "Sentences", "Entries head office did not count: {count}. F10 at the counter shows them."
    ),
    "need-claims-waiting": QT_TRANSLATE_NOOP("Sentences", "Receipts to be decided: {count}"),
    "need-activities-waiting": QT_TRANSLATE_NOOP("Sentences", "Activities to be decided: {count}"),
    "need-messages-failed": QT_TRANSLATE_NOOP("Sentences", "Messages that could not go: {count}"),
    "need-reward-stock": QT_TRANSLATE_NOOP("Sentences", "{reward}: {count} of {stock} are left"),
    "need-backup-old": QT_TRANSLATE_NOOP(
        "Sentences", "The newest copy of the books is {count} days old. Closing a shift makes one."
    ),
    "need-backup-none": QT_TRANSLATE_NOOP(
        "Sentences", "There is no copy of the books yet. Closing a shift makes one."
    ),
    "quality-never-seen": QT_TRANSLATE_NOOP(
        "Sentences", "Enrolled four weeks ago and never bought: {count}"
    ),
    "quality-phones": QT_TRANSLATE_NOOP(
        "Sentences", "Phones that stand with several members: {count}"
    ),
    "quality-unlinked": QT_TRANSLATE_NOOP(
        "Sentences", "Returns without a slip in four weeks: {count}, {amount_minor}"
    ),
    "room-badge": QT_TRANSLATE_NOOP("Sentences", "A badge approves here when somebody is asked."),
    "room-no-member": QT_TRANSLATE_NOOP(
        "Sentences", "This code is no member's. Goods and receipts are scanned at the counter."
    ),
}


def page_words(name: str) -> str:
    """A page's name."""
    return QCoreApplication.translate("Pages", str(PAGES[name]))


def kind_words(kind: str) -> str:
    """What happened, by the kind of an entry."""
    if kind in KINDS:
        return QCoreApplication.translate("Kinds", str(KINDS[kind]))
    return words(figures.written_in(), f"word.{kind}")


def figure_words(name: str) -> tuple[str, str]:
    """A figure's name, and what it means."""
    language = figures.written_in()
    return words(language, f"figure.{name}"), words(language, f"figure.{name}.means")
