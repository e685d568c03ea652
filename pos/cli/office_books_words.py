"""What is said of head office's books: what does not agree in them, and what a month came to."""

from __future__ import annotations

SAID_OF_OFFICE_BOOKS = {
    "job-failed": "The job {name} was cut off ({why}). What it had done stays; run it again.",
    "job-unknown": "There is no job “{name}”. There are: {known}.",
    "office-books-faulty": (
        "Head office's books do not agree with themselves: {faults} faults. Keep a copy of the "
        "database as it is, then restore the last good backup: terminals send again what it lacks."
    ),
}

FAULTS = {
    "chain": "Entry {place} is not what its terminal wrote.",
    "place": "Entry {place} does not follow the one before it ({facts}).",
    "head": "The books of {place} do not go as far as they should ({facts}).",
    "rows": "The {facts} rows of entry {place} are not what the entry says.",
    "sum": "The sums in {what} of terminal {terminal} are not what its entries say: {facts}",
}

GROUP_NAMES = {
    "opening": "Owed at the beginning",
    "issued": "Issued",
    "redeemed": "Redeemed",
    "expired": "Expired",
    "adjusted": "Adjusted",
    "lost": "Settled, advanced, written off",
    "closing": "Owed at the end",
}
