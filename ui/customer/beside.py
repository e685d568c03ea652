"""The second window: on the screen the settings name, gone with it, back with it. It never takes
the focus from the counter, and whatever happens to it the counter goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from pos.settings import Settings
from ui.counter.state import CounterState
from ui.customer.display import CustomerDisplay
from ui.customer.view import CustomerView

if TYPE_CHECKING:
    # A type only: it brings the books' library along, and the window is up before it.
    from ui.customer.follower import Follower

OFF, AUTO = "off", "auto"


class Beside(QObject):
    """Shows what a `Follower` says on the customer's screen, while there is one.

    `counter` is the counter's window: "auto" means the first screen it is not on.
    """

    def __init__(self, counter: QWidget, settings: Settings) -> None:
        super().__init__(counter)
        self._counter, self._where = counter, settings.customer_screen
        self.display: CustomerDisplay | None = None
        self._follower: Follower | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._place)
        app.screenRemoved.connect(self._place)

    def attend(self, follower: Follower) -> None:
        """The books are open: show what this one says."""
        self._follower = follower
        self._place()

    def draw(self, view: CustomerView) -> None:
        """What the follower draws on."""
        if self.display is not None:
            self.display.draw(view)

    def follow(self, state: CounterState) -> None:
        """The counter shows this now."""
        if self._follower is not None:
            self._follower.follow(state)

    def set_up(self, settings: Settings) -> None:
        """As the settings say from now on."""
        if self._follower is not None:
            self._follower.set_up(settings)
        if settings.customer_screen != self._where:
            self._where = settings.customer_screen
            self._place()

    def close(self) -> None:
        """Let go of the window. Harmless when called twice."""
        if self._follower is not None:
            self._follower.end()
        self._follower = None
        self._leave()

    def _place(self, _screen: QScreen | None = None) -> None:
        """Open, move or close the window, whichever the screens and the settings ask."""
        screen = self._screen() if self._follower is not None else None
        if screen is None:
            self._leave()
            return
        if self.display is None:
            self.display = self._made()
        self.display.setGeometry(screen.geometry())
        self.display.showFullScreen()

    def _made(self) -> CustomerDisplay:
        display = CustomerDisplay()
        display.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        display.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        display.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        if self._follower is not None:
            display.scored.connect(self._follower.score)
            display.draw(self._follower.view)
        return display

    def _leave(self) -> None:
        if self.display is not None:
            self.display.close()
            self.display.deleteLater()
            self.display = None

    def _screen(self) -> QScreen | None:
        screens = QGuiApplication.screens()
        if self._where == OFF:
            return None
        if self._where == AUTO:
            own = self._counter.screen()
            return next((one for one in screens if one is not own), None)
        place = int(self._where) - 1
        return screens[place] if place < len(screens) else None
