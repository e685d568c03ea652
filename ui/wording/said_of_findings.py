"""What is said of codes that cannot be used, and of what start-up found out about the ledger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

FINDINGS: Final = {
    "code-empty": QT_TRANSLATE_NOOP("Sentences", "Nothing was read. Scan again."),
    "code-too-long": QT_TRANSLATE_NOOP(
        "Sentences", "This code is far too long for a card or a slip. Scan the right one."
    ),
    "code-foreign": QT_TRANSLATE_NOOP(
        "Sentences", "“{text}” is no code of this shop. Scan a member's card, or type the amount."
    ),
    "camera-refused": QT_TRANSLATE_NOOP(
        "Sentences", "The camera may not be used. Allow it in the system's settings."
    ),
    "printer-paper-out": QT_TRANSLATE_NOOP(
        "Sentences", "The printer has no paper. Put in a roll, then F7 prints again."
    ),
    "printer-cover-open": QT_TRANSLATE_NOOP(
        "Sentences", "The printer is open. Close it, then F7 prints again."
    ),
    "printer-offline": QT_TRANSLATE_NOOP(
        "Sentences", "The printer is off. Switch it on, then F7 prints again."
    ),
    "disk-full": QT_TRANSLATE_NOOP(
        "Sentences",
        "The disk is full: this was not booked, nothing is lost. Make room, then press Enter "
        "again.",
    ),
    "disk-low": QT_TRANSLATE_NOOP(
        "Sentences", "Only {free_mib} MiB are free on the disk. Make room today."
    ),
    "reserve-missing": QT_TRANSLATE_NOOP(
        "Sentences", "There is no room for the reserve against a full disk. Make room."
    ),
    "reserve-used": QT_TRANSLATE_NOOP(
        "Sentences", "The disk was full and the reserve was used. Make room before closing time."
    ),
    "clock-behind": QT_TRANSLATE_NOOP(
        "Sentences", "This machine's clock is {minutes} minutes behind the last sale. Set it right."
    ),
    "ledger-behind": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger is older than it once was: sales may be missing. Call whoever looks after "
        "this till.",
    ),
    "restored": QT_TRANSLATE_NOOP(
        "Sentences", "The ledger was restored from a backup. Sales made after it may be missing."
    ),
    "chain-broken": QT_TRANSLATE_NOOP(
        "Sentences",
        "The newest entries do not hold together ({fault}). Call whoever looks after this till.",
    ),
    "second-window": QT_TRANSLATE_NOOP(
        "Sentences", "Another window has this ledger open. Both may be used."
    ),
    "unclean-shutdown": QT_TRANSLATE_NOOP(
        "Sentences", "The program was cut off last time. The books were checked; all is there."
    ),
    "backup-none": QT_TRANSLATE_NOOP(
        "Sentences", "There is no good backup in {path}. Put one there, then try again."
    ),
    "backup-made": QT_TRANSLATE_NOOP("Sentences", "A checked copy of the books was made: {path}."),
}
