"""What is said of head office: its database, its door, the people who look in."""

from __future__ import annotations

SAID_OF_OFFICE = {
    "office-database": "Head office's database does not answer: {said}",
    "office-database-busy": "Head office's database is too busy just now. Try again in a moment.",
    "office-database-empty": "This database is no head office yet. Run: regulars office init",
    "office-database-newer": (
        "This database was made by a newer version ({version}; this one knows {known}). "
        "Update this program first."
    ),
    "office-database-url": (
        "This is no database of ours. Give sqlite:///FILE or postgresql://USER@HOST/NAME"
    ),
}
