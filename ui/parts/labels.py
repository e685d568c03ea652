"""Words and figures on a screen. Whatever comes from outside (a scan, a name, a file) is shown
in an `ElidedLabel`: an unbroken text of 4,000 characters must never widen a window.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.sheet import set_state

_ANYWHERE = QTextOption()  # a scan has no spaces to break at
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
SHOWN_AT_MOST = 400  # characters that any label can show; eliding 4,000 at each paint is waste


class Label(QLabel):
    """A text in one of the roles "small", "body", "key", "title", "hero" and an ink ("", "muted",
    "accent", "ok", "attention", "refused"). Plain text only: a member named `<b>` is a member.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        ink: str = "",
        strong: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("ink", ink)
        self.setProperty("strong", strong)
        self.setWordWrap(wrap)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Change the ink; the words must say the same, colour is never alone."""
        set_state(self, "ink", ink)


class ElidedLabel(Label):
    """One line that is cut with "…" where the place ends, and never asks for more place.

    The whole text stays the accessible name and, where cut, the tool tip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        ink: str = "",
        strong: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        self._whole = ""
        super().__init__(role=role, ink=ink, strong=strong, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole[:SHOWN_AT_MOST])
        super().setText(self._whole[:SHOWN_AT_MOST])
        self._tell_when_cut()

    def whole_text(self) -> str:
        """The text as given, white space folded."""
        return self._whole

    def shown_text(self) -> str:
        """What really stands on the screen."""
        return self.fontMetrics().elidedText(
            self._whole[:SHOWN_AT_MOST], self._mode, self.contentsRect().width()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_when_cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self._whole[:SHOWN_AT_MOST])
        return QSize(wanted, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(self.contentsRect(), int(self.alignment()), self.shown_text())

    def _tell_when_cut(self) -> None:
        self.setToolTip(self._whole if self.shown_text() != self._whole else "")


class SentenceLabel(Label):
    """A sentence on at most `lines` lines; what does not fit ends in "…" and is in the tool tip.

    It never asks for more height than its lines, so a long refusal cannot push a key off the till.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "key",
        *,
        ink: str = "",
        strong: bool = False,
        lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        self._lines = lines
        super().__init__(text[:SHOWN_AT_MOST], role, ink=ink, strong=strong, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text[:SHOWN_AT_MOST])
        self.setAccessibleName(text[:SHOWN_AT_MOST])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._cut(width))) * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 0 else 400
        return QSize(self.fontMetrics().horizontalAdvance(self.text()), self.heightForWidth(width))

    def shown_lines(self) -> tuple[str, ...]:
        """The lines as they stand on the screen."""
        return tuple(self._cut(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        lines, step = self._cut(self.width()), self.fontMetrics().lineSpacing()
        y = max(0, (self.height() - step * len(lines)) // 2)
        for line in lines:
            painter.drawText(0, y, self.width(), step, int(Qt.AlignmentFlag.AlignVCenter), line)
            y += step

    def _cut(self, width: int) -> list[str]:
        """The text broken to `width`; the last line takes the rest, elided."""
        layout, text = QTextLayout(self.text(), self.font()), self.text()
        layout.setTextOption(_ANYWHERE)
        layout.beginLayout()
        lines: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start = line.textStart()
            if len(lines) == self._lines - 1:
                elide = Qt.TextElideMode.ElideRight
                lines.append(self.fontMetrics().elidedText(text[start:].strip(), elide, width))
                break
            lines.append(text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return lines
