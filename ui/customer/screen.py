"""The kiosk's screen: one state in, wishes out. It decides nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pos.devices.ports import PreviewFrame
from ui.counter.pane import ground
from ui.customer.frame import Foot, LanguageBar, StillThere
from ui.customer.page import KioskPage
from ui.customer.page_guest import GuestPage
from ui.customer.page_idle import IdlePage
from ui.customer.page_others import AgreePage, QuestionPage, SaidPage
from ui.customer.page_rewards import RewardsPage, TakePage, VoucherPage
from ui.customer.page_typing import TypingPage
from ui.customer.saying import words
from ui.customer.state import Fate, KioskState, Page
from ui.parts.announce import announce
from ui.theme.look import mm

WISHES: Final = frozenset(
    {
        *("touched", "speak", "type_sign", "erase", "go_on", "skip", "go_back", "finish"),
        *("open_points", "open_number", "open_join", "toggle_offers", "choose", "turn_page"),
        "score",
    }
)
"""Names of wishes; the presenter has a method of each."""


class KioskScreen(QWidget):
    """Signals: `wished(str, object)` one of WISHES with its argument, or None."""

    wished = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # nothing here is typed into
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._state: KioskState | None = None
        self.bar, self.foot, self.still = LanguageBar(), Foot(), StillThere(self)
        self._idle = IdlePage()
        said = SaidPage()
        self.pages: dict[Page, KioskPage] = {
            Page.STARTING: said,
            Page.THANKS: said,
            Page.IDLE: self._idle,
            Page.GUEST: GuestPage(),
            Page.REWARDS: RewardsPage(),
            Page.TAKE: TakePage(),
            Page.VOUCHER: VoucherPage(),
            Page.AGREE: AgreePage(),
            Page.QUESTION: QuestionPage(),
            **{page: TypingPage(page) for page in (Page.PROVE, Page.NUMBER, Page.PHONE, Page.NAME)},
        }
        self._stack = QStackedWidget()
        for page in dict.fromkeys(self.pages.values()):
            page.wished.connect(self.wished)
            self._stack.addWidget(page)
        self._column = QVBoxLayout(self)
        for widget in (self.bar, self._stack, self.foot):
            self._column.addWidget(widget, 1 if widget is self._stack else 0)
        self.bar.chosen.connect(lambda code: self.wished.emit("speak", code))
        self.foot.back.connect(lambda: self.wished.emit("go_back", None))
        self.foot.finish.connect(lambda: self.wished.emit("finish", None))
        self.still.stay.connect(lambda: self.wished.emit("touched", None))
        self._set_air()

    @property
    def page(self) -> KioskPage:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, KioskPage)
        return shown

    def draw(self, state: KioskState) -> None:
        """Show a state, all of it."""
        before, self._state = self._state, state
        self.bar.draw(state.shop)
        page = self.pages[state.page]
        page.draw(state)
        self._stack.setCurrentWidget(page)
        self.foot.draw(state)
        self.still.draw(state.left_s, any(one.fate is Fate.HELD for one in state.receipts))
        if before is None or before.page is not state.page:
            self._forget_others(state)
        if state.notice is not None and (before is None or before.notice != state.notice):
            announce(self, words(state.notice, state.currency), urgent=True)

    def preview(self, frame: PreviewFrame) -> None:
        """The camera's picture, where it is shown."""
        if self._state is None or self._state.page is not Page.IDLE or not self._state.camera:
            return
        corners = [
            (x * frame.width, y * frame.height) for line in frame.outlines[:1] for x, y in line
        ]
        self._idle.picture.show_frame(frame.gray, frame.width, frame.height, corners)

    def rest(self) -> None:
        """Let the focus rest where no key is pressed by a scanner's Enter."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.still.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.rest()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_air()
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.still.draw(
                self._state.left_s, any(one.fate is Fate.HELD for one in self._state.receipts)
            )

    def _forget_others(self, state: KioskState) -> None:
        """Pages that are not shown keep nothing: what cannot be seen must not be there either."""
        bare = KioskState(page=state.page, shop=state.shop, currency=state.currency)
        for place, page in self.pages.items():
            if page is not self.pages[state.page]:
                page.draw(KioskState(page=place, shop=bare.shop, currency=bare.currency))

    def _set_air(self) -> None:
        edge = mm(4)
        self._column.setContentsMargins(edge, mm(3), edge, mm(3))
        self._column.setSpacing(mm(3))
