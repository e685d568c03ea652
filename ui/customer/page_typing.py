"""The pages on which something is typed: who it is, a receipt's number, a phone number, a name."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ui.customer.fitting import face_of, fitted, paint_fitted
from ui.customer.hangul import KEYS, SHIFTED
from ui.customer.keys import ERASE, CharPad, KioskKey
from ui.customer.page import KioskPage, Split, Words
from ui.customer.state import KioskState, Page
from ui.parts.paint import ground
from ui.theme.look import look, mm
from ui.wording.languages import language

DIGITS: Final = ("123", "456", "789", "0")
PHONE: Final = ("123", "456", "789", "+0")
CODE: Final = ("1234567890", "ABCDEFGHJK", "MNPQRSTVWX", "YZ-")
LATIN_NAME, HANGUL_NAME, DOUBLED_NAME = (
    "ABC",
    "한글",
    "ㅃㅉ",
)  # each in its own script, as languages are
NAME: Final = ("qwertyuiop", "asdfghjkl'", "zxcvbnm-")


class Entry(QWidget):
    """The line that is being typed, fitted; of a proof only its length."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, name: str) -> None:
        """What was typed, and what it is."""
        self._text = text
        self.setAccessibleName(f"{name}: {text}")
        self.update()

    def text(self) -> str:
        """What is shown."""
        return self._text

    def fits(self) -> bool:
        """Whether all of it is seen."""
        place = QRectF(self.rect()).adjusted(mm(3), mm(1), -mm(3), -mm(1))
        return not self._text or fitted(self._text, face_of("title"), place)[2]

    def sizeHint(self) -> QSize:
        return QSize(mm(80), mm(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(50), mm(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), look().tokens
        body = QRectF(self.rect())
        ground(painter, body, tokens.sunken, tokens.edge, radius_mm=2)
        painter.setPen(QColor(tokens.text))
        place = body.adjusted(mm(3), mm(1), -mm(3), -mm(1))
        align = Qt.AlignmentFlag.AlignCenter
        paint_fitted(painter, self._text, face_of("title"), place, align)


class TypingPage(KioskPage):
    """Words, the line being typed, a pad, and the keys that go on or leave it out."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._capital = page, True
        wide = page in (Page.NUMBER, Page.NAME)
        self._words, self._entry = Words(2 if wide else 4), Entry()
        self._ok = KioskKey(icon="ok", kind="main", role="title")
        self._skip = KioskKey(role="title")
        self._ok.clicked.connect(lambda: self.wish("go_on"))
        self._skip.clicked.connect(lambda: self.wish("skip"))
        self._ok.setVisible(page is not Page.PROVE)
        self._script = KioskKey(role="title", wide_mm=24)
        self._shift = KioskKey(role="title", wide_mm=24)
        self._shift.setCheckable(True)
        self._script.clicked.connect(self._other_script)
        self._shift.clicked.connect(self._show_pad)
        self._hangul: bool | None = None  # as the language has it, until somebody chooses
        self._keys = QHBoxLayout()
        self._keys.addWidget(self._shift)
        self._keys.addWidget(self._script)
        self._keys.addWidget(self._skip, 1)
        self._keys.addWidget(self._ok, 2)
        self._pads = [CharPad(rows, space=page is Page.NAME) for rows in _pads(page)]
        for pad in self._pads:
            pad.typed.connect(self._typed)
        self._stack = QStackedLayout()
        for pad in self._pads:
            self._stack.addWidget(pad)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if wide:
            self._above()
        else:
            self._beside()
        self.set_air()

    def write(self, view: Any) -> None:
        state: KioskState = view
        name, head, text = self._said(state)
        self._words.say(head, text)
        self._entry.show_text(state.entry, name)
        self._ok.setText(self.tr("Go on"))
        self._ok.setEnabled(bool(state.entry))
        self._skip.setText(self.tr("Leave out"))
        self._skip.setVisible(
            self._page is Page.NAME or (self._page is Page.PHONE and state.has_card)
        )
        self._capital = not state.entry or state.entry[-1] in " -"
        self._show_pad()

    def hideEvent(self, event: QHideEvent) -> None:
        """The next guest finds the keyboard of the language."""
        super().hideEvent(event)
        self._hangul = None
        self._shift.setChecked(False)

    def set_air(self) -> None:
        self._keys.setSpacing(mm(2))
        self._column.setSpacing(mm(3))

    def _beside(self) -> None:
        """A number pad leaves room at its side."""
        left, right = QWidget(), QWidget()
        column, pad = QVBoxLayout(left), QVBoxLayout(right)
        for box in (column, pad):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(mm(3))
        column.addWidget(self._words, 1)
        column.addLayout(self._keys)
        pad.addStretch(1)
        pad.addWidget(self._entry)
        pad.addLayout(self._stack)
        pad.addStretch(1)
        self._column.addWidget(Split(left, right), 1)

    def _above(self) -> None:
        """A keyboard takes the whole width."""
        self._column.addWidget(self._words, 1)
        row = QHBoxLayout()
        row.setSpacing(mm(3))
        row.addWidget(self._entry, 3)
        row.addLayout(self._keys, 2)
        self._column.addLayout(row)
        self._column.addLayout(self._stack)

    def _other_script(self) -> None:
        self._hangul = not self._in_hangul()
        self._show_pad()

    def _in_hangul(self) -> bool:
        return self._page is Page.NAME and (
            language() == "ko" if self._hangul is None else self._hangul
        )

    def _show_pad(self) -> None:
        """The keyboard of the script, its letters as they will be typed."""
        names, hangul = self._page is Page.NAME, self._in_hangul()
        self._script.setVisible(names)
        self._shift.setVisible(hangul)
        if not names:
            return
        self._script.setText(LATIN_NAME if hangul else HANGUL_NAME)
        self._shift.setText(DOUBLED_NAME)
        self._stack.setCurrentWidget(self._pads[1 if hangul else 0])
        if hangul:
            self._pads[1].set_shown(SHIFTED if self._shift.isChecked() else KEYS)
        else:
            self._pads[0].set_shown([row.upper() if self._capital else row for row in NAME])

    def _typed(self, sign: str) -> None:
        if self._shift.isChecked():
            self._shift.setChecked(False)
            self._show_pad()
        if sign == ERASE:
            self.wish("erase")
        else:
            self.wish("type_sign", sign)

    def _said(self, state: KioskState) -> tuple[str, str, str]:
        """What is typed, the headline, and how it is meant."""
        if self._page is Page.PROVE:
            return (
                self.tr("Digits typed"),
                self.tr("Only you may see your points"),
                self.tr(
                    "Type the last 4 digits of your phone number, or your birthday as 4 digits: "
                    "day and month."
                ),
            )
        if self._page is Page.NUMBER:
            return (
                self.tr("Number of the receipt"),
                self.tr("Number and signs below the code"),
                self.tr("They look like this: 1-812 7K3Q"),
            )
        if self._page is Page.PHONE:
            return (
                self.tr("Phone number"),
                self.tr("Your phone number"),
                self.tr("We find you by it when you have no card with you.")
                if not state.has_card
                else self.tr("With it your points are safe even if this card gets lost."),
            )
        return (
            self.tr("First name"),
            self.tr("What may we call you?"),
            self.tr("Your first name is enough. You can also leave it out."),
        )


def _pads(page: Page) -> tuple[tuple[str, ...], ...]:
    return {
        Page.PROVE: (DIGITS,),
        Page.PHONE: (PHONE,),
        Page.NUMBER: (CODE,),
        Page.NAME: (NAME, KEYS),
    }[page]
