"""A figure as a tile: name, value, how many it rests on, its range, and what changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.insight.values import Change, Figure, State, Tile, Unit
from ui.counter.pane import Pane, ground
from ui.parts.labels import ElidedLabel
from ui.theme.look import mm
from ui.wording import figures
from ui.wording.said_of_room import figure_words


class FigureTile(Pane):
    """One tile; with the focus on it, `told(str)` gives what the figure means.

    Signals: `told(str)`.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = ElidedLabel(role="small", strong=True)
        self._value = ElidedLabel(role="title", strong=True)
        self._below = ElidedLabel(role="small", ink="muted")
        self._change = ElidedLabel(role="small", ink="muted")
        self._column = QVBoxLayout(self)
        for label in (self._name, self._value, self._below, self._change):
            self._column.addWidget(label)
        self._means = ""
        self.set_air()

    @property
    def means(self) -> str:
        """What the figure is: its definition in a sentence."""
        return self._means

    def write(self, view: Any) -> None:
        """`view` is (Tile, currency)."""
        tile: Tile = view[0]
        name, self._means = figure_words(tile.key)
        said = TileWords(view[1])
        value, below, change = said.value(tile.figure), said.below(tile), said.change(tile)
        self._name.setText(name)
        self._value.setText(value)
        self._below.setText(below)
        self._change.setText(change)
        clear = tile.change is not None and tile.change.clear
        self._change.set_ink("accent" if clear else "muted")
        self.setAccessibleName(
            ". ".join(part for part in (f"{name}: {value}", below, change) if part)
        )
        self.setAccessibleDescription(self._means)
        self.setToolTip(self._means)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.told.emit(self._means)

    def set_air(self) -> None:
        self._column.setContentsMargins(mm(2.6), mm(1.6), mm(2.6), mm(1.6))
        self._column.setSpacing(mm(0.2))


class TileWords(QObject):
    """Words of a tile. A QObject for the sake of `self.tr`."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency

    def value(self, figure: Figure) -> str:
        """The value, or why there is none."""
        if figure.told and figure.value is not None:
            return self._written(figure.value, figure.definition.unit)
        if _none_of(figure):
            return figures.count(0)
        if figure.state is State.TOO_FEW and figure.numerator is not None and figure.denominator:
            counts = self.tr("{part} of {all}")
            if figure.definition.unit is Unit.SHARE and figure.denominator == figure.n:
                part, whole = figures.count(figure.numerator), figures.count(figure.denominator)
                return counts.format(part=part, all=whole)
        return "–"

    def below(self, tile: Tile) -> str:
        """How many it rests on, and the range."""
        figure = tile.figure
        if tile.why == "none-measured":
            return self.tr("No campaign has been measured yet")
        if _none_of(figure):
            return ""
        if figure.state is State.NONE:
            return self.tr("Nothing to count yet")
        if figure.state is State.TOO_YOUNG:
            return self.tr("Nobody has had the time yet")
        if figure.state is State.TOO_FEW:
            needed = figures.count(figure.definition.minimum)
            words = self.tr("n = {n}; a value needs {needed}")
            return words.format(n=figures.count(figure.n), needed=needed)
        unit, parts = figure.definition.unit, [f"n = {figures.count(figure.n)}"]
        if unit in (Unit.COUNT, Unit.POINTS):
            parts = []
        if figure.low is not None and figure.high is not None:
            low, high = self._written(figure.low, unit), self._written(figure.high, unit)
            parts.append(self.tr("likely {low} to {high}").format(low=low, high=high))
        if figure.state is State.EARLY:
            parts.append(self.tr("early"))
        return " · ".join(parts)

    def change(self, tile: Tile) -> str:
        """Now beside before, and whether that is more than chance."""
        found: Change | None = tile.change
        if found is None or tile.before is None or tile.before.value is None:
            return ""
        unit = tile.figure.definition.unit
        before = self._written(tile.before.value, unit)
        if found.low is None:
            return self.tr("before: {value}").format(value=before)
        words = (
            self.tr("before: {value}, clearly different")
            if found.clear
            else self.tr("before: {value}, may be chance")
        )
        return words.format(value=before)

    def _written(self, value: float, unit: Unit) -> str:
        if unit is Unit.SHARE:
            return figures.percent(value, 1 if abs(value) < 0.1 else 0)
        if unit is Unit.MONEY:
            return figures.money(round(value), self._currency)
        if unit in (Unit.COUNT, Unit.POINTS):
            return figures.count(round(value))
        return figures.measure(value, 2 if unit is Unit.RATIO else 0)


def _none_of(figure: Figure) -> bool:
    """Whether it is a count, and there are none: that is a figure, too."""
    counted = figure.definition.unit in (Unit.COUNT, Unit.POINTS)
    return counted and figure.state is State.NONE and figure.numerator == 0
