"""The customer's screen beside the counter: large, few words, one question with one tap."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from loyalty.members.answer import SCALES, Question
from ui.counter.pane import Pane, ground
from ui.counter.words import points, stamps
from ui.customer.brand import BrandPanel
from ui.customer.code_picture import CodePicture
from ui.customer.fitting import FitLabel, face_of, fitted, paint_fitted
from ui.customer.page import Split
from ui.customer.scale import Scale
from ui.customer.view import CustomerView, Line, Scene, Tile
from ui.parts.paint import ground as paint_ground
from ui.theme.icons import paint_icon
from ui.theme.look import look, mm
from ui.wording import figures

ROW_MM: Final = 13
TILE_MM: Final = 22
MOST_TILES: Final = 4
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter
_START: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineBoard(QWidget):
    """The newest lines of the basket, as many as are read from 80 cm."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._currency = "EUR"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: tuple[Line, ...], currency: str) -> None:
        """What was rung up, oldest first."""
        self._lines, self._currency = lines, currency
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """All lines."""
        return "\n".join(" ".join(self._said(line)) for line in self._lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(60), mm(2 * ROW_MM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, step = QPainter(self), look().tokens, mm(ROW_MM)
        shown = self._lines[-max(1, self.height() // step) :]
        wide = self.width() * 0.68
        for row, line in enumerate(shown):
            name, amount = self._said(line)
            y = row * step
            newest = row == len(shown) - 1
            painter.setPen(QColor(tokens.text if newest else tokens.muted))
            face = face_of("title", bold=newest)
            painter.setFont(face)
            whole = Qt.TextElideMode.ElideRight  # the cashier's words, cut rather than made small
            shown_name = QFontMetricsF(face).elidedText(name, whole, wide)
            painter.drawText(QRectF(0, y, wide, step), int(_START), shown_name)
            rest = QRectF(wide + mm(2), y, self.width() - wide - mm(2), step)
            paint_fitted(painter, amount, face, rest, _END)

    def _said(self, line: Line) -> tuple[str, str]:
        name = f"{line.units} × {line.text}" if line.units > 1 else line.text
        return name, figures.money(line.amount_minor - line.paid_minor, self._currency)


class TileView(QWidget):
    """A reward as a picture with its name and its price, or how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile, self._words = Tile("", 0), ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tile(self, tile: Tile, words: str) -> None:
        """What it says."""
        self._tile, self._words = tile, words
        self.setAccessibleName(words.replace("\n", ", "))
        self.update()

    def text(self) -> str:
        """Name and price."""
        return self._words

    def fits(self) -> bool:
        """Whether every letter is on it."""
        return fitted(self._words, face_of("title"), self._places()[1])[2]

    def sizeHint(self) -> QSize:
        return QSize(mm(70), mm(TILE_MM))

    def minimumSizeHint(self) -> QSize:
        return QSize(mm(40), mm(TILE_MM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), look().tokens
        ready = not self._tile.missing
        fill = tokens.accent_soft if ready else tokens.card
        ink = tokens.on_accent_soft if ready else tokens.muted
        edge = tokens.accent if self._tile.chosen else tokens.hairline
        paint_ground(painter, QRectF(self.rect()), fill, edge, radius_mm=3)
        sign, words = self._places()
        paint_icon(painter, "ok" if self._tile.chosen else "gift", ink, sign)
        painter.setPen(QColor(ink))
        paint_fitted(painter, self._words, face_of("title"), words, _START)

    def _places(self) -> tuple[QRectF, QRectF]:
        body = QRectF(self.rect()).adjusted(mm(4), mm(1), -mm(3), -mm(1))
        side = min(body.height() * 0.6, mm(13))
        sign = QRectF(body.x(), body.center().y() - side / 2, side, side)
        left = sign.right() + mm(4)
        return sign, QRectF(left, body.y(), body.right() - left, body.height())


class ServedPane(Pane):
    """While somebody is served: hello, points and rewards; beside them what is rung up."""

    def __init__(self) -> None:
        super().__init__()
        self._hello = FitLabel("hero", lines=1)
        self._points = FitLabel("title", strong=False, ink="muted", lines=1)
        self._earns = FitLabel("title", ink="ok", lines=2)
        self._tiles = [TileView(self) for _ in range(MOST_TILES)]
        self._board = LineBoard()
        self._total = FitLabel("hero", align=_END)
        self._left, self._right = QWidget(), QWidget()
        self._boxes = (QVBoxLayout(self._left), QVBoxLayout(self._right))
        for widget in (self._board, self._total):
            self._boxes[0].addWidget(widget)
        for part in (self._hello, self._points, self._earns, *self._tiles):
            self._boxes[1].addWidget(part)
        self._boxes[1].addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(self._left, self._right, (6, 5)))
        for tile in self._tiles:
            tile.hide()
        self.set_air()

    def write(self, view: Any) -> None:
        state: CustomerView = view
        self._left.setVisible(state.scene is Scene.RINGING)
        self._board.show_lines(state.lines, state.currency)
        total = self.tr("Total %1").replace("%1", figures.money(state.due_minor, state.currency))
        self._total.setText(total)
        if state.known:
            hello = self.tr("Hello, %1!").replace("%1", state.called)
            self._hello.setText(hello if state.called else self.tr("Hello!"))
            has = self.tr("You have %1.").replace("%1", points(state.points))
            self._points.setText(has)
        else:
            self._hello.setText(self.tr("Do you have a card?"))
            self._points.setText(self.tr("Show it now and collect points."))
        brings = self.tr("This purchase brings %1.").replace("%1", points(state.earns))
        self._earns.setText(brings if state.earns else "")
        self._earns.setVisible(bool(state.earns))
        for place, widget in enumerate(self._tiles):
            here = place < len(state.rewards)
            widget.setVisible(here)
            tile = state.rewards[place] if here else Tile("", 0)
            widget.show_tile(tile, self._tile(tile))

    def set_air(self) -> None:
        for box in self._boxes:
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(mm(3))

    def _tile(self, tile: Tile) -> str:
        if tile.missing:
            lacking = stamps(tile.missing) if tile.stamps else points(tile.missing)
            return f"{tile.name}\n" + self.tr("%1 more to go").replace("%1", lacking)
        return f"{tile.name}\n{points(tile.points)}" if tile.points else tile.name


class EndedPane(Pane):
    """After the sale: what it brought, or a code that keeps its points; perhaps one question.

    Signals: `scored(int)`.
    """

    scored = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        low = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        high = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        self._head = FitLabel("hero", ink="ok", lines=1, align=low)
        self._text = FitLabel("title", lines=1, align=_MIDDLE)
        self._next = FitLabel("title", strong=False, ink="muted", lines=1, align=high)
        self._code = CodePicture()
        self._question = FitLabel("title", lines=2, align=_MIDDLE)
        self._scale = Scale()
        self._scale.scored.connect(self.scored)
        self._ask = QWidget()
        self._asks = QVBoxLayout(self._ask)
        self._asks.setContentsMargins(0, 0, 0, 0)
        self._asks.addWidget(self._question)
        self._asks.addWidget(self._scale)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget, share in (
            (self._head, 2),
            (self._text, 0),
            (self._code, 7),
            (self._next, 2),
            (self._ask, 0),
        ):
            self._column.addWidget(widget, share)
        self.set_air()

    def write(self, view: Any) -> None:
        state: CustomerView = view
        self._code.setVisible(bool(state.code))
        self._code.show_code(state.code, self.tr("Code of this purchase"))
        self._head.setText(self._headline(state))
        self._text.setText(self._balance(state))
        self._next.setText(self._ahead(state))
        self._next.setVisible(bool(self._next.text()))
        self._ask.setVisible(state.asks)
        asked = self.tr("How likely is it that you would recommend %1 to a friend or colleague?")
        self._question.setText(asked.replace("%1", state.shop))
        ends = (self.tr("Not at all likely"), self.tr("Extremely likely"))
        self._scale.show_scale(SCALES[Question.NPS], ends)

    def set_air(self) -> None:
        for box in (self._column, self._asks):
            box.setSpacing(mm(3))

    def _headline(self, state: CustomerView) -> str:
        ended = state.ended
        if ended is None:
            return ""
        if state.thanked:
            return self.tr("Thank you for your answer!")
        if ended.balance is None:
            return self.tr("Keep your points: scan me") if state.code else self.tr("Thank you!")
        return self.tr("%1 for you").replace("%1", f"+{points(ended.earned)}")

    def _balance(self, state: CustomerView) -> str:
        ended = state.ended
        if ended is None or ended.balance is None:
            return (
                self.tr("With your phone, or here with your card next time") if state.code else ""
            )
        if ended.here is not None:
            return self.tr("You can use %1 here now.").replace("%1", points(ended.here))
        return self.tr("You have %1 now.").replace("%1", points(ended.balance))

    def _ahead(self, state: CustomerView) -> str:
        ended = state.ended
        if ended is None:
            return ""
        if ended.vouchers:
            return self.tr("On your slip: %1").replace("%1", ", ".join(ended.vouchers))
        if not ended.next_reward:
            return ""
        lacking = stamps(ended.next_missing) if ended.next_stamps else points(ended.next_missing)
        if not ended.next_missing:
            return self.tr("You can have: %1").replace("%1", ended.next_reward)
        ahead = self.tr("%1 more to go for: %2").replace("%1", lacking)
        return ahead.replace("%2", ended.next_reward)


class CustomerDisplay(QWidget):
    """The whole screen. Signals: `scored(int)` an answer to the question.

    `draw(view)` takes a `CustomerView`.
    """

    scored = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "page")
        self._shop = FitLabel("title", lines=1)
        self._brand = BrandPanel()
        self._served, self._ended = ServedPane(), EndedPane()
        self._ended.scored.connect(self.scored)
        self._stack = QStackedWidget()
        for page in (self._brand, self._served, self._ended):
            self._stack.addWidget(page)
        self._view: CustomerView | None = None
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._shop)
        self._column.addWidget(self._stack, 1)
        self._set_air()

    def draw(self, view: CustomerView) -> None:
        """Show a view, all of it; what is not shown is forgotten."""
        self._view = view
        idle = view.scene is Scene.IDLE
        self._shop.setText(view.shop)
        self._shop.setVisible(not idle)
        nothing = CustomerView()
        if idle:
            self._greet(view)
        self._served.draw(view if view.scene in (Scene.MEMBER, Scene.RINGING) else nothing)
        self._ended.draw(view if view.scene is Scene.DONE else nothing)
        page = self._served if view.scene in (Scene.MEMBER, Scene.RINGING) else self._ended
        self._stack.setCurrentWidget(self._brand if idle else page)

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._set_air()
        if event.type() == event.Type.LanguageChange and self._view is not None:
            self._greet(self._view)

    def _greet(self, view: CustomerView) -> None:
        welcome = self.tr("Welcome! Show your card before you pay.")
        self._brand.show_words(view.shop, welcome, colour=view.colour, icons=("card",))

    def _set_air(self) -> None:
        edge = mm(5)
        self._column.setContentsMargins(edge, mm(4), edge, mm(4))
        self._column.setSpacing(mm(3))
