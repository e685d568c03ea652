"""Labels for points and money: right-aligned, figures of equal width, so that a column stands and
a counting number does not dance; written anew when the language changes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.labels import ElidedLabel
from ui.wording import figures

_LONGEST = 24  # characters: more is no amount of any shop


class FigureLabel(ElidedLabel):
    """A figure already written out; keeps its width, so that the name beside it is what is cut."""

    def __init__(
        self, text: str = "", role: str = "key", *, ink: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role, ink=ink, strong=True, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        longest = _LONGEST * self.fontMetrics().averageCharWidth()
        return QSize(min(self.sizeHint().width() + 1, longest), self.fontMetrics().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Polish):
            self._equal_figures()
        return done

    def _equal_figures(self) -> None:
        face, tag = QFont(self.font()), QFont.Tag("tnum")
        if not face.isFeatureSet(tag):
            face.setFeature(tag, 1)
            self.setFont(face)


class MoneyLabel(FigureLabel):
    """An amount of money; empty until one is set."""

    _shown: tuple[int, str] | None = None

    def set_money(self, amount_minor: int, currency: str) -> None:
        """Show `amount_minor` units of the ISO 4217 `currency`."""
        self._shown = (amount_minor, currency)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        if self._shown is not None:
            self.setText(figures.money(*self._shown))


class PointsLabel(FigureLabel):
    """A number of points, or a movement of points with its sign; empty until one is set."""

    _points: int | None = None
    _signed = False

    def set_points(self, points: int, *, signed: bool = False) -> None:
        """Show `points`; `signed` writes "+120" for what comes and "-80" for what goes."""
        self._points, self._signed = points, signed
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        if self._points is not None:
            write = figures.signed if self._signed else figures.count
            self.setText(write(self._points))
