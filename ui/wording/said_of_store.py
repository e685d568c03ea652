"""What is said when the ledger's file says no (codes of `pos.store`); it is never made worse."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

STORE: Final = {
    "migration-failed": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger could not be brought to the new version; it was left as it was. Call "
        "whoever looks after this till.",
    ),
    "program-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "The program in the ledger cannot be read. Ask a manager to publish it again."
    ),
    "store-busy": QT_TRANSLATE_NOOP(
        "Sentences",
        "Another window or program is using this ledger ({path}). Close it, or go on there.",
    ),
    "store-in-sync-folder": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger lies in a folder that {service} copies ({path}). Move it to this "
        "machine's own disk.",
    ),
    "store-newer": QT_TRANSLATE_NOOP(
        "Sentences",
        "This ledger is of a newer program (version {version}; this one knows {known}). "
        "Update the program.",
    ),
    "store-not-ours": QT_TRANSLATE_NOOP(
        "Sentences",
        "This file is no ledger of Regulars. It was left alone; choose another data folder.",
    ),
    "store-on-network": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger lies on a network disk ({kind}, {path}). Move it to this machine's own disk.",
    ),
    "store-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger cannot be read ({said}). Check the disk, or restore the last backup of {path}.",
    ),
    "backup-failed": QT_TRANSLATE_NOOP(
        "Sentences", "The backup to {path} was not made. Check the disk there, then make it again."
    ),
    "store-corrupt": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger {path} is damaged ({said}). Nothing was written; restore the last backup.",
    ),
    "text-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "A text came in that cannot be read. Type it again, or scan again."
    ),
    "store-read-only": QT_TRANSLATE_NOOP(
        "Sentences",
        "The ledger {path} may not be written. Check the rights of the file and its folder.",
    ),
}
