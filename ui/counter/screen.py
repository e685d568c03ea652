"""The counter screen: state in, wishes out. One total `draw`; nothing is decided here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pos.devices.ports import PreviewFrame
from ui.counter.action import ActionBar
from ui.counter.fkeys import FKeyBar
from ui.counter.keys import wish_of
from ui.counter.notice import Notice
from ui.counter.outcome import Outcome, outcome
from ui.counter.pane import ground
from ui.counter.panes import LeftSide, RightSide
from ui.counter.sheet_act import ActPane
from ui.counter.sheet_camera import CameraPane
from ui.counter.sheet_enrol import EnrolPane
from ui.counter.sheet_find import FindPane
from ui.counter.sheet_host import SheetHost, SheetPane
from ui.counter.sheet_photograph import PhotographPane
from ui.counter.sheet_return import ReturnPane
from ui.counter.sheet_scanner_setup import ScannerPane
from ui.counter.sheet_settings import SettingsPane
from ui.counter.sheet_shift import ShiftPane
from ui.counter.sheet_sign_in import SignInPane
from ui.counter.sheet_slip import SlipPane
from ui.counter.sheet_why import WhyPane
from ui.counter.sheets import (
    ActSheet,
    CameraSheet,
    EnrolSheet,
    FindSheet,
    PhotographSheet,
    ReturnSheet,
    ScannerSheet,
    SettingsSheet,
    Sheet,
    ShiftSheet,
    SignInSheet,
    SlipSheet,
    WhySheet,
)
from ui.counter.state import CounterState, Phase
from ui.counter.strip import StatusStrip
from ui.counter.words import banner_of
from ui.parts import notice as shown
from ui.parts.announce import announce
from ui.parts.banner import Banner
from ui.theme.look import mm

PANES: dict[type[Sheet], type[SheetPane]] = {
    SignInSheet: SignInPane,
    FindSheet: FindPane,
    EnrolSheet: EnrolPane,
    ActSheet: ActPane,
    PhotographSheet: PhotographPane,
    ReturnSheet: ReturnPane,
    WhySheet: WhyPane,
    ShiftSheet: ShiftPane,
    SettingsSheet: SettingsPane,
    ScannerSheet: ScannerPane,
    CameraSheet: CameraPane,
    SlipSheet: SlipPane,
}


class CounterScreen(QWidget):
    """The whole counter.

    Signals, each a wish:
    typed(str) characters for the entry line or the open sheet · enter() · escape() ·
    backspace() · delete_line() · add_line() "+" · reward(int) 1-9 · more_offers() · best() ·
    tender() · why() · find() · enrol() · returns() · print_again() · undo() · shift() ·
    settings() · camera() · sign_out() · operator_chosen(int number) · find_text(str) ·
    member_picked(int number) · enrol_saved(str phone, str name) ·
    field_typed(str name, str text) · row(int number) · return_line(int number) ·
    return_units(int number, int delta) · setting_changed(str name, object value) ·
    shift_close() · print_slip() · way(str wish, int number) a banner's key · sheet_closed().
    Enter on an enrolment, an open shift or a slip is enrol_saved, shift_close or print_slip; else
    it is enter.
    """

    typed = Signal(str)
    enter = Signal()
    escape = Signal()
    backspace = Signal()
    delete_line = Signal()
    add_line = Signal()
    reward = Signal(int)
    more_offers = Signal()
    best = Signal()
    tender = Signal()
    why = Signal()
    find = Signal()  # type: ignore[assignment]  # QWidget.find(WId) is of no use here
    enrol = Signal()
    returns = Signal()
    print_again = Signal()
    undo = Signal()
    shift = Signal()
    settings = Signal()
    camera = Signal()
    sign_out = Signal()
    operator_chosen = Signal(int)
    find_text = Signal(str)
    member_picked = Signal(int)
    enrol_saved = Signal(str, str)
    field_typed = Signal(str, str)
    row = Signal(int)
    return_line = Signal(int)
    return_units = Signal(int, int)
    setting_changed = Signal(str, object)
    shift_close = Signal()
    way = Signal(str, int)
    print_slip = Signal()
    sheet_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._state: CounterState | None = None
        self._outcome = Outcome("", "")
        self.strip, self.banner = StatusStrip(), Banner()
        self.desk = QWidget()
        self.left, self.right = LeftSide(), RightSide()
        self.action, self.bar = ActionBar(), FKeyBar()
        self._desk_row = QHBoxLayout(self.desk)
        self._desk_row.addWidget(self.left, 42)
        self._desk_row.addWidget(self.right, 58)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.banner)
        self._foot.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.desk, 1)
        column.addLayout(self._foot)
        column.addWidget(self.bar)
        self.sheet = SheetHost(self.desk)
        self._pane: SheetPane | None = None
        self._connect()
        self._set_air()

    def draw(self, state: CounterState) -> None:
        """Show `state`. Total: what does not stand in it is not on the screen afterwards."""
        before, self._state = self._state, state
        if before == state:
            return
        self.strip.draw((state.strip, state.currency))
        self.left.draw(state)
        self.right.draw(state)
        self._outcome = outcome(state)
        self.action.draw((self._outcome, state.busy))
        self.bar.draw(_idle_keys(state))
        self.banner.show_notice(_shown(state.banner, state.currency))
        self._draw_sheet(state, before)
        self._tell(before, state)

    def preview(self, frame: PreviewFrame) -> None:
        """A picture of the camera, with the first code seen in it outlined."""
        if isinstance(self._pane, CameraPane):
            self._pane.show_frame(frame)

    @property
    def pane(self) -> SheetPane | None:
        """What the open sheet holds."""
        return self._pane

    def rest(self) -> None:
        """Let the focus rest where scans and digits are heard."""
        self.left.pad.rest()

    def _tell(self, before: CounterState | None, state: CounterState) -> None:
        """What is new, for those who do not look: spoken, and the banner's edge lit up once."""
        if state.banner is not None and (before is None or before.banner != state.banner):
            self.banner.flash()  # it speaks by itself
        if state.done is not None and (before is None or before.done is None):
            announce(self, self.right.done.accessibleName())
        elif state.member is not None and (before is None or before.member is None):
            announce(self, self.right.member.accessibleName())

    def _draw_sheet(self, state: CounterState, before: CounterState | None) -> None:
        if state.sheet is None:
            if self._pane is not None:
                self._pane = None
                self.sheet.leave()
                self.rest()
            return
        kind = PANES[type(state.sheet)]
        if type(self._pane) is not kind:
            self._open(kind, state)
        assert self._pane is not None
        self._pane.draw((state.sheet, state.currency))
        self.sheet.refit(self._pane.title())
        self._keep_focus(before)

    def _keep_focus(self, before: CounterState | None) -> None:
        """One pane may show another act: its field takes the focus, or it rests."""
        if self._pane is not None and _another_act(before, self._state):
            self._focus(self._pane)

    def _open(self, kind: type[SheetPane], state: CounterState) -> None:
        pane = kind()
        pane.wished.connect(self._pass_on)
        pane.arrowed.connect(self._arrow)
        pane.draw((state.sheet, state.currency))
        self._pane = pane
        self.sheet.show_pane(pane)
        self._focus(pane)

    def _focus(self, pane: SheetPane) -> None:
        field = pane.field()
        if field is not None:
            field.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.rest()

    def _connect(self) -> None:
        self.left.undo.connect(self.undo)
        self.left.decide.connect(self.reward)
        self.left.typed.connect(self.typed)
        self.left.backspace.connect(self.backspace)
        self.right.reward.connect(self.reward)
        self.right.tender.connect(self.tender)
        self.right.more.connect(self.more_offers)
        self.action.pressed.connect(self._large_key)
        self.bar.wished.connect(partial(self._pass_on, argument=None))
        self.banner.chosen.connect(self._way)
        self.sheet.asked.connect(self.sheet_closed)

    def _pass_on(self, wish: str, argument: object = None) -> None:
        """Emit the signal of that name."""
        signal = getattr(self, wish)
        if argument is None:
            signal.emit()
        elif isinstance(argument, tuple):
            signal.emit(*argument)
        else:
            signal.emit(argument)

    def _way(self, place: str) -> None:
        if self._state is not None and self._state.banner is not None:
            way = self._state.banner.ways[int(place)]
            self.way.emit(way.wish, way.number)

    def _large_key(self) -> None:
        """Enter, or the large key: the wish that the sentence beside it names."""
        wish, argument = self._outcome.wish, None
        if self._pane is not None:
            own, argument = self._pane.entered()
            wish = own or wish
        self._pass_on(wish, argument)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no text field and no pressed key took."""
        wish, argument = wish_of(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._pane is not None:
            self._arrow(event.key() == Qt.Key.Key_Down)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and self._pane is None:
            self.left.basket.lines.page(event.key() == Qt.Key.Key_PageUp)
        elif wish == "enter":
            if not event.isAutoRepeat():  # a key leant on must not book twice
                self._large_key()
        elif wish == "reward" and self._pane is not None:
            picked, number = self._pane.picked(int(str(argument)))
            if picked:
                self._pass_on(picked, number)
        elif wish:
            self._pass_on(wish, argument)
        else:
            super().keyPressEvent(event)

    def _arrow(self, down: bool) -> None:
        """Up and Down: through a sheet's fields and rows, or its text where it has none."""
        if self._pane is not None and self._pane.is_text:
            self.sheet.scroll_by(1 if down else -1)
        else:
            self.focusNextPrevChild(down)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes round in the open sheet: what lies under it cannot be seen."""
        if self._pane is not None:
            return self.sheet.focusNextPrevChild(next_)
        return super().focusNextPrevChild(next_)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside everything brings the focus back to where scans are heard."""
        if not isinstance(self.focusWidget(), QLineEdit):
            self.rest()
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pane is None or self._pane.field() is None:
            self.rest()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_air()
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            # Sentences are made here from codes; the panes write their own words anew.
            self._outcome = outcome(self._state)
            self.action.draw((self._outcome, self._state.busy))
            self.banner.show_notice(_shown(self._state.banner, self._state.currency))
            if self._pane is not None:
                self.sheet.refit(self._pane.title())

    def _set_air(self) -> None:
        gap = mm(2)
        self._desk_row.setContentsMargins(gap, gap, gap, 0)
        self._desk_row.setSpacing(gap)
        self._foot.setContentsMargins(gap, gap, gap, 0)
        self._foot.setSpacing(mm(1))


def _another_act(before: CounterState | None, state: CounterState | None) -> bool:
    """Whether one act sheet took the place of another, or of an approval on it."""
    was, now = before.sheet if before else None, state.sheet if state else None
    if not isinstance(was, ActSheet) or not isinstance(now, ActSheet):
        return False
    return (was.act, was.approval is None) != (now.act, now.approval is None)


def _shown(notice: Notice | None, currency: str) -> shown.Notice | None:
    return banner_of(notice, currency) if notice is not None else None


def _idle_keys(state: CounterState) -> frozenset[str]:
    """Wishes whose key has nothing to act on in this state."""
    if state.phase is Phase.SIGNED_OUT:
        return frozenset(
            wish
            for wish in [
                "why",
                "find",
                "best",
                "enrol",
                "returns",
                "tender",
                "print_again",
                "undo",
                "shift",
                "settings",
                "sign_out",
            ]
        )
    idle = set()
    if not state.suggestion and not (state.tender and state.tender.suggested):
        idle.add("best")
    if state.tender is None:
        idle.add("tender")
    if state.last_act is None or state.last_act.undo_until is None:
        idle.add("undo")
    if not state.ticket.lines and state.last_act is None:
        idle.add("why")
    return frozenset(idle)
