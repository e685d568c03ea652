"""Teaching the till its keyboard scanner: the code to scan, what it told in plain words, and the
last code that was tried. An imager reads it from the screen; a laser scanner needs the page.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pos.devices.scanner_setup import SETUP_PAGE, Learned
from receipts.writing.qr import QUIET, qr_modules
from ui.counter.sheet_host import SheetPane
from ui.counter.sheets import ScannerSheet
from ui.parts.labels import ElidedLabel, Label
from ui.theme.look import look, mm

SLOW_MS = 40  # a key; whoever types so fast for a word is taken for this scanner


class CodePicture(QWidget):
    """A QR code, black on white in any look: scanners need it."""

    def __init__(self, data: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules = qr_modules(data)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(mm(60), mm(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        across = len(self._modules) + 2 * QUIET
        side = min(self.width(), self.height()) // across  # whole pixels: no grey edges
        edge = (min(self.width(), self.height()) - side * len(self._modules)) // 2
        for y, row in enumerate(self._modules):
            for x, black in enumerate(row):
                if black:
                    box = QRectF(edge + x * side, edge + y * side, side, side)
                    painter.fillRect(box, Qt.GlobalColor.black)


class ScannerPane(SheetPane):
    """The code at the left; what was learned, and the test, at its right."""

    is_text = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = CodePicture(SETUP_PAGE)
        self._what = Label(role="body", wrap=True)
        self._verdict = Label(role="key", strong=True, wrap=True)
        self._names = [Label(role="body", ink="muted") for _ in range(7)]
        self._facts = [Label(role="body", wrap=True) for _ in range(7)]
        self._tried = Label(role="body", ink="muted")
        self._read = ElidedLabel(role="key", strong=True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        for row, (name, fact) in enumerate(zip(self._names, self._facts, strict=True)):
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(fact, row, 1)
        self._right = QVBoxLayout()
        self._right.addWidget(self._what)
        self._right.addWidget(self._verdict)
        self._right.addLayout(self._grid)
        self._right.addWidget(self._tried)
        self._right.addWidget(self._read)
        self._right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._right, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._row)
        self._column.addStretch(1)
        self.set_air()

    def title(self) -> str:
        return self.tr("Set up the keyboard scanner")

    def entered(self) -> tuple[str, object]:
        found = self._view[0].found
        if found is None or found.reads == "nothing":
            return "sheet_closed", None
        return "setting_changed", ("scanner", "keep")

    def write(self, view: Any) -> None:
        """`view` is (ScannerSheet, currency)."""
        sheet: ScannerSheet = view[0]
        found = sheet.found
        self._code.setAccessibleName(self.tr("Set-up code for the scanner"))
        # With letters so large there is room for one of them: what was learned comes first.
        self._code.setVisible(found is None or look().measure.text_scale <= 1.5)
        self._what.setText(
            self.tr(
                "Scan this code once: it tells the till how the scanner types. A laser scanner "
                "needs the printed page (regulars scanner page)."
            )
        )
        self._what.setVisible(found is None)
        self._verdict.setVisible(found is not None)
        if found is not None:
            self._verdict.setText(self._verdict_words(found))
            inks = {"all": "ok", "most": "ok", "digits": "attention", "nothing": "refused"}
            self._verdict.set_ink(inks[found.reads])
        facts = self._fact_words(found) if found is not None and found.reads != "nothing" else ()
        for row, (name, fact) in enumerate(zip(self._names, self._facts, strict=True)):
            shown = row < len(facts)
            name.setVisible(shown)
            fact.setVisible(shown)
            if shown:
                name.setText(facts[row][0])
                fact.setText(facts[row][1])
        nothing = self.tr("Scan any card or product to try it")
        self._tried.setText(self.tr("Read just now") if sheet.read else nothing)
        self._tried.setVisible(bool(facts) or bool(sheet.read))
        self._read.setText(sheet.read)
        self._read.setVisible(bool(sheet.read))
        self.show_notice(sheet.notice, view[1])

    def _verdict_words(self, found: Learned) -> str:
        signs = "  ".join(found.lost.replace(" ", "␣"))
        match found.reads:
            case "all":
                return self.tr("Every sign arrives as it should. Keep it with Enter.")
            case "most":
                return self.tr(
                    "Cards, products and links are read whole. Only these signs do not arrive: "
                    "{signs}"
                ).format(signs=signs)
            case "digits":
                return self.tr(
                    "Digits are read, so cards and products work; links on receipts do not. These "
                    "signs do not arrive: {signs}. Use USB-COM (serial), or set the scanner to "
                    "this till's keyboard country."
                ).format(signs=signs[:120])
        return self.tr(
            "What arrives cannot be made whole again. Use USB-COM (serial), or set the scanner to "
            "this till's keyboard country."
        )

    def _fact_words(self, found: Learned) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Keyboard"), self._keyboard_words(found)),
            (
                self.tr("Caps Lock"),
                self.tr("On: letters are turned back. Better switch it off.")
                if found.caps
                else self.tr("Does not matter")
                if found.layout == "keys"
                else self.tr("Off"),
            ),
            (self.tr("Before each code"), found.prefix or self.tr("Nothing")),
            (self.tr("After each code"), self._suffix_words(found.suffix)),
            (self.tr("Pace"), self._pace_words(found)),
            (self.tr("Separator (GS)"), self._separator_words(found.separator)),
            (
                self.tr("Name of the code (AIM)"),
                self.tr("Sent") if found.aim else self.tr("Not sent"),
            ),
        )

    def _keyboard_words(self, found: Learned) -> str:
        names = {
            "us": self.tr("US"),
            "us-international": self.tr("US international"),
            "french": self.tr("French"),
            "german": self.tr("German"),
            "british": self.tr("British"),
            "other": self.tr("Another one"),
        }
        name = names[found.keyboard]
        if found.layout == "keys":
            return self.tr("{name}; codes are read by the places of the keys").format(name=name)
        return self.tr("{name}; codes are turned back").format(name=name) if found.layout else name

    def _suffix_words(self, suffix: str) -> str:
        named = {"enter": self.tr("Enter"), "tab": self.tr("Tab"), "": self.tr("Nothing")}
        return named.get(suffix, suffix)

    def _pace_words(self, found: Learned) -> str:
        pace = self.tr("{ms} ms a key").format(ms=found.pace_ms)
        if found.pace_ms <= SLOW_MS:
            return pace
        return self.tr("{pace}: slow. Set a shorter delay in the scanner, or a prefix.").format(
            pace=pace
        )

    def _separator_words(self, separator: str) -> str:
        return {
            "seen": self.tr("Arrives"),
            "lost": self.tr("Does not arrive. Set the scanner to send it as Ctrl+]."),
            "doubtful": self.tr("Looks like another sign. Set the scanner to send it as Ctrl+]."),
            "untested": self.tr("Not tested by this code"),
        }[separator]

    def set_air(self) -> None:
        way = QBoxLayout.Direction
        large = look().measure.text_scale > 1.5
        self._row.setDirection(way.TopToBottom if large else way.LeftToRight)
        self._row.setSpacing(mm(5))
        self._right.setSpacing(mm(1.5))
        self._grid.setVerticalSpacing(mm(0.8))
        self._grid.setHorizontalSpacing(mm(5))
        self._column.setContentsMargins(0, mm(1), 0, 0)
        self._column.setSpacing(mm(2))
        self._code.updateGeometry()
