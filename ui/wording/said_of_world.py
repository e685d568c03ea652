"""What is said when the world says no: scanners, files, printers, paper; always a way on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

WORLD: Final = {
    "scan-too-long": QT_TRANSLATE_NOOP(
        "Sentences",
        "The scan had {length} signs, at most {limit} are read. Scan the code on the card.",
    ),
    "serial-absent": QT_TRANSLATE_NOOP(
        "Sentences", "The scanner at {port} is not there. Plug it in; until then use a card number."
    ),
    "serial-lost": QT_TRANSLATE_NOOP(
        "Sentences", "The scanner at {port} was unplugged. Plug it in again; it goes on by itself."
    ),
    "serial-refused": QT_TRANSLATE_NOOP(
        "Sentences", "The port {port} may not be used. Close the other program that has it."
    ),
    "serial-setting-wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The port {port} cannot run at {baud} baud. Correct the scanner's settings."
    ),
    "serial-support-absent": QT_TRANSLATE_NOOP(
        "Sentences",
        "Serial scanners need a part that is not installed ({port}). Run the set-up again.",
    ),
    "settings-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The settings in {file} cannot be read. Correct the file, or remove it to start with ours.",
    ),
    "settings-unwritable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The settings cannot be written to {file}. Check the disk and the file's rights.",
    ),
    "barcode-digits": QT_TRANSLATE_NOOP(
        "Sentences",
        "A bar code of {length} digits cannot be printed. The slip is printed without it.",
    ),
    "cannot-draw": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} cannot draw pictures. Choose another profile in the settings.",
    ),
    "no-face": QT_TRANSLATE_NOOP(
        "Sentences", "No font here has the letters of {language}. Run the set-up again to fetch it."
    ),
    "paper-width": QT_TRANSLATE_NOOP(
        "Sentences", "Paper of {paper_mm} mm is not supported. Choose 58 or 80 mm in the settings."
    ),
    "picture-size": QT_TRANSLATE_NOOP(
        "Sentences", "A picture of {width} by {height} dots cannot be printed. Take a smaller one."
    ),
    "qr-digits": QT_TRANSLATE_NOOP(
        "Sentences",
        "A QR code of {length} digits cannot be printed. The slip is printed without it.",
    ),
    "time-without-zone": QT_TRANSLATE_NOOP(
        "Sentences",
        "A time without its zone cannot go on paper. Set the shop's time zone in the settings.",
    ),
    "too-wide": QT_TRANSLATE_NOOP(
        "Sentences",
        "A line of the slip is wider than the paper. Choose wider paper in the settings.",
    ),
    "unknown-currency": QT_TRANSLATE_NOOP(
        "Sentences", "“{currency}” is no currency we know. Check the shop's settings."
    ),
    "unknown-profile": QT_TRANSLATE_NOOP(
        "Sentences", "The printer profile “{name}” is not known. Choose one in the settings."
    ),
}
