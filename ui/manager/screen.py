"""The screen of the manager's room: state in, wishes out. Navigation, one page, one open sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.counter.action import ActionBar
from ui.counter.notice import Notice
from ui.counter.outcome import Outcome, outcome
from ui.counter.pane import ground, scrolled
from ui.counter.sheet_act import ActPane
from ui.counter.sheet_host import SheetHost, SheetPane
from ui.counter.sheet_why import WhyPane
from ui.counter.sheets import ActSheet, Sheet, WhySheet
from ui.counter.words import banner_of
from ui.manager.navigation import Navigation
from ui.manager.page_members import MembersPage
from ui.manager.page_profile import ProfilePage
from ui.manager.page_today import TodayPage
from ui.manager.state import Page, RoomState
from ui.parts import notice as shown
from ui.parts.banner import Banner
from ui.parts.labels import ElidedLabel
from ui.theme.look import mm
from ui.wording.said_of_room import page_words

PANES: dict[type[Sheet], type[SheetPane]] = {ActSheet: ActPane, WhySheet: WhyPane}
PAGES = tuple(Page)


class RoomScreen(QWidget):
    """The whole room.

    Signals, each a wish: page(str) · search(str) · further() · member(int) · older() · why(int) ·
    act(str) · decide() ·
    written(int) · keep_list(str, object headings, object rows) · typed(str) · enter() ·
    escape() · backspace() · undo() · row(int) · operator_chosen(int) · field_typed(str, str) ·
    sheet_closed() · leave().
    """

    page = Signal(str)
    search = Signal(str)
    further = Signal()
    member = Signal(int)
    older = Signal()
    why = Signal(int)
    act = Signal(str)
    decide = Signal()
    written = Signal(int)
    keep_list = Signal(str, object, object)
    typed = Signal(str)
    enter = Signal()
    escape = Signal()
    backspace = Signal()
    undo = Signal()
    row = Signal(int)
    operator_chosen = Signal(int)
    field_typed = Signal(str, str)
    sheet_closed = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._state: RoomState | None = None
        self._outcome = Outcome("", "")
        self._pane: SheetPane | None = None
        self.navigation = Navigation()
        self.title, self.banner = ElidedLabel(role="title", strong=True), Banner()
        self.today, self.members, self.profile = TodayPage(), MembersPage(), ProfilePage()
        self.desk = QWidget()
        self._pages = QStackedWidget()
        # At twice the text size a page is higher than the till: then it scrolls.
        self._areas = {page: scrolled(page) for page in (self.today, self.members, self.profile)}
        for area in self._areas.values():
            self._pages.addWidget(area)
        # Where the focus rests on a sheet without fields: digits and scans are heard there.
        self._pad = QWidget(self)
        self._pad.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pad.resize(1, 1)
        self.action = ActionBar()
        self._lay_out()
        self.sheet = SheetHost(self.desk)
        self._connect()
        self._set_air()

    def draw(self, state: RoomState) -> None:
        """Show `state`. Total: what does not stand in it is not on the screen afterwards."""
        before, self._state = self._state, state
        if before == state:
            return
        self.navigation.draw((state.page, state.shop, state.operator))
        self.title.setText(self._heading(state))
        self.today.draw((state.today, state.currency))
        self.members.draw(state.members)
        if state.profile is not None:
            self.profile.draw((state.profile, state.currency))
        self._show_page(state, before)
        self._outcome = outcome(state.desk)
        self.action.setVisible(state.desk.sheet is not None)
        self.action.draw((self._outcome, state.desk.busy))
        self.banner.show_notice(_shown(state.desk.banner, state.currency))
        self._draw_sheet(state, before)

    @property
    def pane(self) -> SheetPane | None:
        """What the open sheet holds."""
        return self._pane

    def _heading(self, state: RoomState) -> str:
        if state.profile is not None:
            return state.profile.name or self.tr("Member without a name")
        return page_words(state.page.value)

    def _shown_page(self, state: RoomState) -> TodayPage | MembersPage | ProfilePage:
        if state.page is Page.TODAY:
            return self.today
        return self.members if state.profile is None else self.profile

    def _show_page(self, state: RoomState, before: RoomState | None) -> None:
        page = self._shown_page(state)
        if self._pages.currentWidget() is not self._areas[page] or before is None:
            self._pages.setCurrentWidget(self._areas[page])
            page.take_focus()

    def _draw_sheet(self, state: RoomState, before: RoomState | None) -> None:
        sheet = state.desk.sheet
        kind = PANES.get(type(sheet)) if sheet is not None else None
        if kind is None:
            if self._pane is not None:
                self._pane = None
                self.sheet.leave()
                self._shown_page(state).take_focus()
            return
        if type(self._pane) is not kind:
            pane = kind()
            pane.wished.connect(self._pass_on)
            pane.arrowed.connect(self._arrow)
            pane.draw((sheet, state.currency))
            self._pane = pane
            self.sheet.show_pane(pane)
            self._focus(pane)
        assert self._pane is not None
        self._pane.draw((sheet, state.currency))
        self.sheet.refit(self._pane.title())
        if _another(before, state):
            self._focus(self._pane)

    def _focus(self, pane: SheetPane) -> None:
        field = pane.field()
        (field or self._pad).setFocus(Qt.FocusReason.PopupFocusReason)

    def _pass_on(self, wish: str, argument: object = None) -> None:
        """Emit the signal of that name; the room has not all that the counter has."""
        signal = getattr(self, {"returns": "undo"}.get(wish, wish))
        if argument is None:
            signal.emit()
        elif isinstance(argument, tuple):
            signal.emit(*argument)
        else:
            signal.emit(argument)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.page)
        self.navigation.left.connect(self.leave)
        self.today.decide.connect(self.decide)
        self.today.members.connect(self._to_members)
        self.today.written.connect(self.written)
        self.members.searched.connect(self.search)
        self.members.opened.connect(self.member)
        self.members.further.connect(self.further)
        self.members.kept.connect(self.keep_list)
        self.profile.acted.connect(self.act)
        self.profile.why.connect(self.why)
        self.profile.older.connect(self.older)
        self.action.pressed.connect(self._large_key)
        self.sheet.asked.connect(self.sheet_closed)

    def _to_members(self) -> None:
        self.page.emit(Page.MEMBERS.value)

    def _large_key(self) -> None:
        if self._pane is not None:
            own, argument = self._pane.entered()
            self._pass_on(own or self._outcome.wish, argument)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field, no table and no pressed key took."""
        key, held = event.key(), event.modifiers()
        if held & Qt.KeyboardModifier.AltModifier:
            self._numbered(key - int(Qt.Key.Key_0))
        elif held & Qt.KeyboardModifier.ControlModifier:
            if key == Qt.Key.Key_F and self._pane is None:
                self._to_members()
                self.members.take_focus()
        elif key in _KEYS:
            getattr(self, _KEYS[Qt.Key(key)]).emit()
        elif self._pane is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # a key leant on must not book twice
                self._large_key()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._arrow(key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Backspace:
            self.backspace.emit()
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())

    def _numbered(self, number: int) -> None:
        """Alt and a digit: a row of the open sheet, else a page."""
        if self._pane is not None:
            wish, picked = self._pane.picked(number)
            if wish and 1 <= number <= 9:
                self._pass_on(wish, picked)
        elif 1 <= number <= len(PAGES):
            self.page.emit(PAGES[number - 1].value)

    def _arrow(self, down: bool) -> None:
        if self._pane is not None and self._pane.is_text:
            self.sheet.scroll_by(1 if down else -1)
        else:
            self.focusNextPrevChild(down)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes round in the open sheet: what lies under it cannot be seen."""
        if self._pane is not None:
            return self.sheet.focusNextPrevChild(next_)
        return super().focusNextPrevChild(next_)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._state is not None and self._pane is None:
            self._shown_page(self._state).take_focus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_air()
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            state, self._state = self._state, None
            self.banner.show_notice(None)
            self.draw(state)

    def _lay_out(self) -> None:
        under = QVBoxLayout(self.desk)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self._pages)
        self._right = QVBoxLayout()
        self._right.addWidget(self.title)
        self._right.addWidget(self.banner)
        self._right.addWidget(self.desk, 1)
        self._right.addWidget(self.action)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.navigation)
        self._row.addLayout(self._right, 1)

    def _set_air(self) -> None:
        gap = mm(3)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._right.setContentsMargins(gap, gap, gap, gap)
        self._right.setSpacing(mm(2))


_KEYS = {
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_F8: "undo",
    Qt.Key.Key_F12: "leave",
}


def _another(before: RoomState | None, state: RoomState) -> bool:
    """Whether one sheet took the place of another, or of an approval on it."""
    was, now = before.desk.sheet if before else None, state.desk.sheet
    if not isinstance(was, ActSheet) or not isinstance(now, ActSheet):
        return False
    return (was.act, was.approval is None) != (now.act, now.approval is None)


def _shown(notice: Notice | None, currency: str) -> shown.Notice | None:
    return banner_of(notice, currency) if notice is not None else None
