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
        "Sentences",
        "The setting of the port {port} is not valid ({part}). Correct the scanner's settings.",
    ),
    "serial-support-absent": QT_TRANSLATE_NOOP(
        "Sentences",
        "Serial scanners need a part that is not installed ({port}). Run the set-up again.",
    ),
    "settings-unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The settings in {file} cannot be read. Correct the file, or remove it to start with ours.",
    ),
    "settings-wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Settings that cannot be used: {names}. The usual values are used instead; correct them in "
        "{file}.",
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
    "camera-absent": QT_TRANSLATE_NOOP(
        "Sentences", "There is no camera {camera}. Plug one in, or use the hand scanner."
    ),
    "camera-lost": QT_TRANSLATE_NOOP(
        "Sentences", "The camera was unplugged. Plug it in again; it goes on by itself."
    ),
    "camera-setting-wrong": QT_TRANSLATE_NOOP(
        "Sentences", "The camera setting “{setting}” is not valid. Correct it in the settings."
    ),
    "camera-stuck": QT_TRANSLATE_NOOP(
        "Sentences", "The camera gives no new picture. Unplug it and plug it in again."
    ),
    "decoder-absent": QT_TRANSLATE_NOOP(
        "Sentences",
        "No reader for camera codes is installed. Use the hand scanner, or run the set-up again.",
    ),
    "vision-absent": QT_TRANSLATE_NOOP(
        "Sentences",
        "Camera scanning needs {missing}, which is not installed. Use the hand scanner, "
        "or run the set-up again.",
    ),
    "not-a-picture": QT_TRANSLATE_NOOP(
        "Sentences", "{path} is no picture we can read. Choose a PNG or JPEG file."
    ),
    "picture-absent": QT_TRANSLATE_NOOP("Sentences", "There is no file {path}. Check the name."),
    "picture-too-large": QT_TRANSLATE_NOOP(
        "Sentences", "The picture {path} is too large (limit {limit}). Take a smaller one."
    ),
    "picture-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "The picture {path} is damaged. Take it again."
    ),
    "several-codes": QT_TRANSLATE_NOOP(
        "Sentences", "The camera sees {count} codes. Hold up one card alone."
    ),
    "camera-closer": QT_TRANSLATE_NOOP("Sentences", "Closer: the code is too small to be read."),
    "camera-hold-still": QT_TRANSLATE_NOOP("Sentences", "Hold the code still for a moment."),
    "camera-shine": QT_TRANSLATE_NOOP("Sentences", "The code shines: tilt it a little."),
    "camera-too-dark": QT_TRANSLATE_NOOP("Sentences", "Too dark: switch on a light."),
    "camera-one-card": QT_TRANSLATE_NOOP("Sentences", "Two codes: show one alone."),
    "decoder-lost": QT_TRANSLATE_NOOP(
        "Sentences",
        "The code reader {decoder} failed and is off until the next start. Codes are still read.",
    ),
    "video-unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "The film {path} cannot be read. Choose another file."
    ),
    "folder-refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "Slips cannot be written to the folder {folder}. Choose another in the settings.",
    ),
    "printer-cut-off": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} stopped in the middle. Look at the slip; print it again "
        "if it is not whole.",
    ),
    "printer-hangs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} does not answer. The sale is booked; look for paper or an "
        "open cover.",
    ),
    "printer-refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} took no data. Check its cable and rights; the sale is booked.",
    ),
    "printer-unconfirmed": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} did not confirm the slip. Look whether it came out; print "
        "it again if not.",
    ),
    "printer-unreachable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} cannot be reached. Switch it on or check its cable; the "
        "sale is booked.",
    ),
    "printing-system-absent": QT_TRANSLATE_NOOP(
        "Sentences",
        "This machine has no printing system for {printer}. Choose another printer in "
        "the settings.",
    ),
    "paper-unprintable": QT_TRANSLATE_NOOP(
        "Sentences", "This slip cannot be printed: {why} The sale is booked; F7 prints it again."
    ),
    "printer-setting-wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer setting “{setting}” is not valid ({part}). Correct it in the settings.",
    ),
    "scanner-setting-wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "The scanner setting “{setting}” is not valid ({part}). Correct it in the settings.",
    ),
    "usb-support-absent": QT_TRANSLATE_NOOP(
        "Sentences",
        "The printer {printer} needs USB support, which is not installed. Run the set-up again.",
    ),
}
