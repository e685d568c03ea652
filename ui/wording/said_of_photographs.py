"""What is said of receipts that come without a code: photographs, and sales of another till."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

PHOTO_TITLES: Final = {
    "photograph": QT_TRANSLATE_NOOP("ActTitles", "Receipt without a code"),
    "photograph-enrol": QT_TRANSLATE_NOOP("ActTitles", "Enrol a shop without codes"),
    "captures": QT_TRANSLATE_NOOP("ActTitles", "Receipts of the other till"),
}
PHOTO_FOOT: Final = {
    "photograph": QT_TRANSLATE_NOOP("ActFoot", "Compare with the paper; Enter credits it"),
    "photograph-enrol": QT_TRANSLATE_NOOP("ActFoot", "Count the receipts of this shop from now on"),
    "captures": QT_TRANSLATE_NOOP("ActFoot", "Choose by number; Enter credits the newest"),
}
PHOTO_KEYS: Final = {
    "photograph": QT_TRANSLATE_NOOP("ActKeys", "Credit it"),
    "photograph-enrol": QT_TRANSLATE_NOOP("ActKeys", "Enrol"),
    "captures": QT_TRANSLATE_NOOP("ActKeys", "Credit it"),
}
PHOTO_HINTS: Final = {
    "photograph": QT_TRANSLATE_NOOP(
        "ActHints", "Alt and a number, or a touch, chooses the shop. F11 takes another picture."
    ),
    "photograph-enrol": QT_TRANSLATE_NOOP(
        "ActHints", "With its tax number the shop is known again, however its name is printed."
    ),
}
PHOTO_FIELDS: Final = {
    "photograph-shop": QT_TRANSLATE_NOOP("Fields", "Shop"),
    "photograph-day": QT_TRANSLATE_NOOP("Fields", "Day"),
    "photograph-time": QT_TRANSLATE_NOOP("Fields", "Time"),
    "photograph-number": QT_TRANSLATE_NOOP("Fields", "Receipt number"),
    "tax-number": QT_TRANSLATE_NOOP("Fields", "Tax number"),
}
PHOTO_ROWS: Final = {
    "photograph-enrol": QT_TRANSLATE_NOOP("ActRows", "Enrol this shop"),
}
MARKS: Final = {
    "mark-read": QT_TRANSLATE_NOOP("Marks", "read"),
    "mark-check": QT_TRANSLATE_NOOP("Marks", "please check"),
    "mark-lacks": QT_TRANSLATE_NOOP("Marks", "not found"),
}
PHOTOGRAPHS: Final = {
    "camera-no-picture": QT_TRANSLATE_NOOP(
        "Sentences", "There is no picture of the camera. Type what is printed, or press F11 again."
    ),
    "capture-card-first": QT_TRANSLATE_NOOP(
        "Sentences", "A receipt of the other till waits. Scan the card its points go to."
    ),
    "capture-credited": QT_TRANSLATE_NOOP(
        "Sentences", "The sale at the other till is credited ({total_minor}); its receipt says so."
    ),
    "capture-no-sale": QT_TRANSLATE_NOOP(
        "Sentences", "This printout of the other till is no sale. There is nothing to credit."
    ),
    "capture-not-printed": QT_TRANSLATE_NOOP(
        "Sentences", "The printer of the other till did not finish this receipt. Print it again."
    ),
    "capture-printed-at": QT_TRANSLATE_NOOP("Sentences", "Printed: {at}"),
    "capture-taken": QT_TRANSLATE_NOOP(
        "Sentences", "This receipt of the other till was credited before, as {sale}."
    ),
    "claim-moment": QT_TRANSLATE_NOOP(
        "Sentences", "“{moment}” is no day and no time. Type 2026-01-31, and 17:30."
    ),
    "ocr-absent": QT_TRANSLATE_NOOP(
        "Sentences", "This till has no reader for printed text. Type what is printed."
    ),
    "ocr-failed": QT_TRANSLATE_NOOP(
        "Sentences", "The reader of printed text stopped. Take the picture again, or type it."
    ),
    "ocr-memory": QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture took more than {megabytes} MB to read. Hold the receipt closer, or type it.",
    ),
    "ocr-nothing": QT_TRANSLATE_NOOP(
        "Sentences", "No text can be read. Lay the receipt flat and let it fill the picture: F11."
    ),
    "ocr-slow": QT_TRANSLATE_NOOP(
        "Sentences", "Not read within {seconds} s. Take the picture again with F11, or type it."
    ),
    "photograph-look": QT_TRANSLATE_NOOP(
        "Sentences", "Its sums do not prove what was read. Compare every field with the paper."
    ),
    "photograph-no-day": QT_TRANSLATE_NOOP("Sentences", "Type the day that is printed."),
    "photograph-reading": QT_TRANSLATE_NOOP(
        "Sentences", "The picture is still being read. It takes a few seconds."
    ),
    "photograph-trusted": QT_TRANSLATE_NOOP(
        "Sentences", "Its own sums prove the total, and it names one day only."
    ),
    "photograph-whose": QT_TRANSLATE_NOOP(
        "Sentences", "Choose the shop by its number, or type its name. A new one can be enrolled."
    ),
    "picture-blurred": QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture is blurred. Lay the receipt flat, hold still, take it again with F11.",
    ),
    "picture-dark": QT_TRANSLATE_NOOP(
        "Sentences", "The picture is too dark. Switch on a light and take it again with F11."
    ),
}


def mark_words(code: str) -> str:
    """How far a field can be trusted, in a word."""
    return QCoreApplication.translate("Marks", str(MARKS.get(code, code)))
