"""The running kiosk from start to end: the window first, then the books, then the devices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from pos.devices.ports import Printer, Scanner
from pos.line_state import LineState
from pos.places import Places
from pos.settings import usual_settings
from pos.trouble import TroubleError
from ui.counter.port import Door, Line
from ui.customer.kiosk_window import KioskWindow
from ui.customer.screen import WISHES, KioskScreen
from ui.customer.state import KioskState
from ui.devices import Devices, Ear
from ui.excepthook import CrashNet
from ui.jobs import Jobs
from ui.lining import Lining
from ui.parts.wedge import Wedge
from ui.sounds import Sounds
from ui.start_trouble import StartTrouble
from ui.theme import apply_theme
from ui.wording.languages import Languages

if TYPE_CHECKING:
    # Types only: these rooms bring the books' library along, and the window is up before it.
    from pos.shop import Shop
    from ui.customer.hands import KioskHands
    from ui.customer.presenter import KioskPresenter

_TOUCHES: Final = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
}


class QuietNet(CrashNet):
    """Logs what nobody foresaw and says that it happened; its details are no guest's business."""

    def _show(self, details: str) -> None:
        self.caught.emit(details)


@dataclass(frozen=True, slots=True)
class KioskBooks:
    """An open shop, and the classes that make a kiosk of it."""

    shop: Shop
    presenter: type[KioskPresenter]
    hands: type[KioskHands]
    door: Door | None = None


@dataclass(frozen=True, slots=True)
class KioskHouse:
    """What main.py hands over; as `ui.terminal.House`."""

    places: Places
    open_books: Callable[[Places], KioskBooks]
    restore: Callable[[Places], Path]
    devices: Devices


class Untold:
    """Guests are told nothing of the line: what it brings is in the books. `taken` by whoever asks
    it before a receipt is credited.
    """

    def __init__(self, taken: Callable[[Line], None]) -> None:
        self._taken = taken

    def line_is(self, line: Line) -> None:
        """There is one."""
        self._taken(line)

    def line_told(self, state: LineState) -> None:
        """It changed."""

    def trouble(self, error: TroubleError) -> None:
        """There is none; the log has it."""


class Kiosk(QObject):
    """The running kiosk; `window` fills its screen at once, `state` is what it shows."""

    def __init__(self, app: QApplication, house: KioskHouse) -> None:
        super().__init__(app)
        self._app, self._house = app, house
        # Whatever is wrong with the file is said once the books are open.
        self._settings = usual_settings(house.places.settings)
        self._languages = Languages(app)
        self._languages.switch(self._settings.language)
        apply_theme(app, self._settings.theme, self._settings.scale / 100)
        self.screen = KioskScreen()
        self.window = KioskWindow(self.screen)
        self._net = QuietNet(self.screen)
        self._ledger, self._printing = Jobs("ledger", self), Jobs("printing", self)
        self._lining = Lining(self)
        self._sounds = Sounds()
        self._wedge, self._ear = Wedge(parent=self), Ear(self)
        self._wedge.set_up(self._settings)
        self.presenter: KioskPresenter | None = None
        self.shop: Shop | None = None
        self.state = KioskState()
        self._printer_made: tuple[Printer | None] | None = None
        self._open = True

    def start(self, *, full_screen: bool = True) -> None:
        """Show the window, then open the books."""
        self._net.install()
        self._net.caught.connect(self._crashed)
        self._sounds.set_volume(70 if self._settings.sounds else 0)
        self._draw(KioskState(shop=self._settings.shop, colour=self._settings.customer_colour))
        if full_screen:
            self.window.setGeometry(self.window.screen().geometry())  # with no window manager, too
            self.window.showFullScreen()
        else:
            self.window.show()
        handle = self.window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._wedge.start()
        self.open_books()

    def open_books(self) -> None:
        """Open the shop in the ledger's worker."""
        places, opened = self._house.places, self._house.open_books
        self._ledger.submit(lambda: opened(places), self._opened, self._not_opened)

    def close(self) -> None:
        """Let go of everything, the books last. Harmless when called twice."""
        if not self._open:
            return
        self._open = False
        self._lining.close()
        if self.presenter is not None:
            self.presenter.end()
        self._ear.stop()
        self._wedge.stop()
        self._printing.close()
        self._ledger.close()
        self._sounds.close()
        self._net.remove()
        if self.shop is not None:
            self.shop.store.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch anywhere is a sign of life; keys of a keyboard do nothing else here."""
        if event.type() in _TOUCHES and self.presenter is not None:
            self.presenter.touched()
        return False

    def _draw(self, state: KioskState) -> None:
        self.state = state
        self.screen.draw(state)

    def _opened(self, books: KioskBooks) -> None:
        self.shop = shop = books.shop
        self._settings = shop.settings
        hands = books.hands(
            shop=shop,
            ledger=self._ledger,
            printing=self._printing,
            asking=self._lining.asking,
            signs=self._sounds,
            later=QTimer.singleShot,
            draw=self._draw,
            printer=self._printer,
            speak=self._speak,
            leave=self.window.let_go,
        )
        presenter = self.presenter = books.presenter(hands)
        self.screen.wished.connect(self._wished)
        self._wedge.heard.connect(presenter.scanned)
        self._wedge.troubled.connect(presenter.trouble)
        self._ear.heard.connect(presenter.scanned)
        self._ear.troubled.connect(presenter.trouble)
        self._ear.seen.connect(self.screen.preview)
        devices, settings = self._house.devices, shop.settings
        self._listen("scanner", lambda: devices.serial(settings.serial))
        self._listen("camera", lambda: devices.camera(settings.camera, self._ear.preview))
        presenter.start()
        if books.door is not None:
            self._lining.begin(books.door, Untold(presenter.line_is))

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, TroubleError):
            raise error
        sheet = StartTrouble(error)  # for whoever set it up: no guest is there yet
        sheet.again.connect(self._again)
        sheet.restore.connect(self._restore)
        sheet.leave.connect(self.window.let_go)
        self.window.show_page(sheet)

    def _again(self) -> None:
        self.window.show_page(self.screen)
        self.open_books()

    def _restore(self) -> None:
        places, restore = self._house.places, self._house.restore
        self.window.show_page(self.screen)
        self._ledger.submit(lambda: restore(places), self._restored, self._not_opened)

    def _restored(self, _backup: Path) -> None:
        self.open_books()

    def _wished(self, name: str, argument: object) -> None:
        if self.presenter is None or name not in WISHES:
            return
        wish = getattr(self.presenter, name)
        if argument is None:
            wish()
        else:
            wish(argument)

    def _speak(self, code: str) -> None:
        self._languages.switch(code)

    def _crashed(self, _details: str) -> None:
        if self.presenter is not None:
            self.presenter.give_up()

    def _listen(self, name: str, make: Callable[[], Scanner | None]) -> None:
        try:
            self._ear.listen(name, make())
        except TroubleError as error:
            if self.presenter is not None:
                self.presenter.trouble(error)

    def _printer(self) -> Printer | None:
        """The printer of the settings, made once; None too where it cannot be meant."""
        if self._printer_made is None:
            try:
                self._printer_made = (self._house.devices.printer(self._settings.printer),)
            except TroubleError:
                self._printer_made = (None,)
        return self._printer_made[0]


def run(house: KioskHouse, argv: Sequence[str] = ()) -> int:
    """Show the kiosk until a badge closes it; the program's exit status."""
    app = QApplication(["regulars", *argv])
    app.setApplicationName("regulars")
    app.setApplicationDisplayName("Regulars")
    kiosk = Kiosk(app, house)
    app.aboutToQuit.connect(kiosk.close)
    kiosk.start()
    return app.exec()
