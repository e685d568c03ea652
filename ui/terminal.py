"""The terminal's window from start to end: shown first, then the books are opened behind it.

Composes screen, presenter, workers and devices; decides nothing about a sale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from pos.devices.ports import Printer, Scan, Scanner
from pos.line_state import Linked
from pos.places import Places
from pos.settings import Settings, usual_settings, write_settings
from pos.trouble import TroubleError
from ui.counter.around import Around, Link
from ui.counter.notice import Mood, Notice
from ui.counter.screen import CounterScreen
from ui.counter.sheets import CameraSheet, ScannerSheet
from ui.counter.state import CAMERA_OFF, CounterState
from ui.customer.beside import Beside
from ui.devices import Devices, Ear, OnePrinter
from ui.excepthook import CrashNet
from ui.jobs import Jobs
from ui.lining import Lining
from ui.parts.wedge import Wedge
from ui.rooming import Rooming
from ui.sounds import Sounds
from ui.start_trouble import StartTrouble
from ui.theme import apply_theme
from ui.training import train_or_end
from ui.window import Window
from ui.wording.languages import Languages

if TYPE_CHECKING:
    # Types only: these rooms bring the books' library along, and the window is up before it.
    from pos.care.postman import Postman
    from pos.shop import Shop
    from ui.counter.assembly import Hands
    from ui.counter.port import Door
    from ui.counter.presenter import CounterPresenter
    from ui.customer.follower import Follower
    from ui.rooming import Rooms

WARM_UP_MS = 500
CAMERA_ON = Notice(Mood.OK, "camera-on")
HEARS = {"serial": "scanner", "camera": "camera"}
"""Which chip of the strip speaks for a source of scans."""


@dataclass(frozen=True, slots=True)
class Books:
    """An open shop, and `ui.counter.assembly.assembled`; `follower` is the customer's screen's.
    `door`: the way to head office; None where there can be none. `post`: sends letters beside it.
    `room`: makes the manager's.
    """

    shop: Shop
    assembled: Callable[[Shop, Hands], CounterPresenter]
    hands: type[Hands]
    follower: type[Follower] | None = None
    door: Door | None = None
    room: Rooms | None = None
    post: Postman | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What main.py hands over: where the data lies, how to open it, what to hear and print with.

    `open_books` runs in the ledger's worker and gives the shop with what makes a counter of it.
    `manage`: the manager's room opens as soon as somebody is signed in.
    `train`: the command that opens a window to train in; empty in such a window itself.
    `restore` puts the newest good backup in the place of a broken ledger and tells its name.
    """

    places: Places
    open_books: Callable[[Places], Books]
    restore: Callable[[Places], Path]
    devices: Devices
    manage: bool = False
    train: tuple[str, ...] = ()


class Terminal(QObject):
    """The running terminal; `window` is on screen at once, `state` is what it shows."""

    def __init__(self, app: QApplication, house: House) -> None:
        super().__init__(app)
        self._app = app
        self._house = house
        # Whatever is wrong with the file is said once the books are open.
        self._settings = usual_settings(house.places.settings)
        self._languages = Languages(app)
        self._languages.switch(self._settings.language)
        apply_theme(app, self._settings.theme, self._settings.scale / 100)
        self.screen = CounterScreen()
        self.window = Window(self.screen, training=house.places.training)
        self._beside = Beside(self.window, self._settings)
        self._net = CrashNet(self.screen)
        self._ledger, self._printing = Jobs("ledger", self), Jobs("printing", self)
        self._reading, self._watching = Jobs("reading", self), Jobs("watching", self)
        self._lining = Lining(self)
        self._sounds = Sounds()
        self._rooming = Rooming(self.window, self._ledger, self._sounds, house.manage, self)
        self._wedge, self._ear = Wedge(parent=self), Ear(self)
        self._wedge.set_up(self._settings)
        self.presenter: CounterPresenter | None = None
        self.shop: Shop | None = None
        self.state = CounterState()
        self._one_printer = OnePrinter(house.devices.printer)
        self._open = True
        self._linked: Linked | None = None  # said once the books are open again
        self.window.may_close = self._may_close
        self._early = ""  # the newest code scanned before the books were open

    def start(self) -> None:
        """Show the window, then open the books."""
        self._net.install()
        self._sounds.set_volume(70 if self._settings.sounds else 0)
        self._draw(CounterState(shop=self._settings.shop, busy=True))
        self.window.show()
        self._wedge.scanned.connect(self._scanned)
        self._wedge.start()
        self.open_books()

    def open_books(self) -> None:
        """Open the shop in the ledger's worker; what goes wrong is said with a way on."""
        places, opened = self._house.places, self._house.open_books
        self._ledger.submit(lambda: opened(places), self._opened, self._not_opened)

    def close(self) -> None:
        """Let go of everything, the books last. Harmless when called twice."""
        if not self._open:
            return
        self._open = False
        self._beside.close()
        self._lining.close()
        self._rooming.close()
        if self.presenter is not None:
            self.presenter.end()
        self._ear.stop()
        self._wedge.stop()
        self._house.devices.pictures.reader.close()  # a reading under way is for nobody now
        self._reading.close(drop_waiting=True)
        self._watching.close()
        self._printing.close()
        self._ledger.close()
        self._sounds.close()
        self._net.remove()
        if self.shop is not None:
            self.shop.store.close()

    def _draw(self, state: CounterState) -> None:
        before, self.state = self.state, state
        self.screen.draw(state)
        self._beside.follow(state)
        shown = isinstance(state.sheet, CameraSheet)
        if shown is not isinstance(before.sheet, CameraSheet):
            self._show_camera(shown)
        self._wedge.learn(isinstance(state.sheet, ScannerSheet), self._settings)
        self._rooming.follow(state)

    def _opened(self, books: Books) -> None:
        self.shop = shop = books.shop
        self._settings = shop.settings
        self._apply(shop.settings)
        keep = self._house.places.settings
        hands = books.hands(
            ledger=self._ledger,
            printing=self._printing,
            signs=self._sounds,
            later=QTimer.singleShot,
            draw=self._draw,
            printer=self._printer,
            apply=self._apply,
            keep=lambda settings: write_settings(keep, settings),
            around=Around(
                self._house.devices.pictures,
                self._reading,
                self._watching,
                self._house.places,
                self._lining.asking,
                Link(books.door, self._joined) if books.door is not None else None,
                self._rooming.enter,
                partial(train_or_end, self._house.train, self.window),
            ),
        )
        if books.follower is not None:
            later, draw = QTimer.singleShot, self._beside.draw
            self._beside.attend(books.follower(shop, self._ledger, later, draw))
        presenter = self.presenter = books.assembled(shop, hands)
        self._rooming.begin(books.room, shop, presenter)
        self._connect(presenter)
        self._listen("scanner", lambda: self._house.devices.serial(shop.settings.serial))
        presenter.start()
        if books.post is not None:
            self._lining.send(books.post)
        if books.door is not None:
            self._lining.begin(books.door, presenter.line)
        if self._linked is not None:
            presenter.line.joined(self._linked)
            self._linked = None
        if self._early:
            presenter.scanned(self._early)
        QTimer.singleShot(WARM_UP_MS, self._warm_up)

    def _joined(self, linked: Linked) -> None:
        """There is a head office, and the books are closed: they are opened anew, as at start."""
        self._linked = linked
        if self.presenter is not None:
            self.presenter.end()
        self._lining.end()
        self.presenter, self.shop = None, None
        self._draw(CounterState(shop=self._settings.shop, busy=True))
        self.open_books()

    def _may_close(self) -> bool:
        """Whoever leaves with entries unsent is told how many, once."""
        presenter = self.presenter
        if presenter is None or not self._lining.leaves_unsent:
            return True
        presenter.line.unsent(self._lining.unsent)
        return False

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, TroubleError):
            raise error
        sheet = StartTrouble(error)
        sheet.again.connect(self._again)
        sheet.restore.connect(self._restore)
        sheet.leave.connect(self.window.close)
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

    def _connect(self, presenter: CounterPresenter) -> None:
        """Each signal of the screen to the wish of the same name."""
        for name in WISHES:
            getattr(self.screen, name).connect(getattr(presenter, name))
        self._wedge.troubled.connect(presenter.trouble)
        self._wedge.learned.connect(presenter.scanner_learned)
        self._ear.heard.connect(self._heard)
        self._ear.troubled.connect(presenter.trouble)
        self._ear.seen.connect(self.screen.preview)

    def _scanned(self, text: str) -> None:
        """A code by the keyboard; whoever scans a badge at a till that is starting is signed in."""
        if self.presenter is None:
            self._early = text
        elif not self._rooming.scanned(text):
            self.presenter.scanned(text)

    def _heard(self, scan: Scan) -> None:
        if self.presenter is not None:
            if chip := HEARS.get(scan.source):  # whatever was wrong with it is over
                self.presenter.device(chip, Notice(Mood.OK, f"{chip}-ready"))
            if not self._rooming.scanned(scan.text, scan.data):
                self.presenter.scanned(scan.text, scan.data)

    def _apply(self, settings: Settings) -> None:
        """Make settings so: language, look, sounds, devices. TroubleError for a printer that
        cannot be meant: then nothing has changed.
        """
        if settings.printer != self._settings.printer:
            self._one_printer.change(settings.printer)
        before, self._settings = self._settings, settings
        self._wedge.set_up(settings)
        self._beside.set_up(settings)
        apply_theme(self._app, settings.theme, settings.scale / 100)
        if settings.language != self._languages.current:
            self._languages.switch(settings.language)
        self._sounds.set_volume(70 if settings.sounds else 0)
        if settings.serial != before.serial:
            self._listen("scanner", lambda: self._house.devices.serial(settings.serial))
        if settings.camera != before.camera:
            self._listen("camera", lambda: self._camera(settings.camera))

    def _camera(self, setting: str) -> Scanner | None:
        return self._house.devices.camera(setting, self._ear.preview)

    def _listen(self, name: str, make: Callable[[], Scanner | None]) -> None:
        try:
            self._ear.listen(name, make())
        except TroubleError as error:
            self._troubled(error)

    def _show_camera(self, shown: bool) -> None:
        """F11 starts the camera where the settings leave it off, and stops it again."""
        if self._settings.camera == "off":
            if self.presenter is not None:
                self.presenter.device("camera", CAMERA_ON if shown else CAMERA_OFF)
            self._listen("camera", lambda: self._camera("camera:0") if shown else None)

    def _printer(self) -> Printer | None:
        return self._one_printer.of(self._settings.printer, self._troubled)

    def _troubled(self, error: TroubleError) -> None:
        if self.presenter is not None:
            self.presenter.trouble(error)

    def _warm_up(self) -> None:
        """What is missing, found out beside the screen; and the camera, if it is always on."""
        if not self._open:
            return
        if self.presenter is not None:
            self.presenter.warm_up()
        missing = self._house.devices.missing
        self._printing.submit(missing, self._tell_missing, self._not_found_out)
        if self._settings.camera != "off":
            self._listen("camera", lambda: self._camera(self._settings.camera))

    def _tell_missing(self, missing: tuple[tuple[str, str], ...]) -> None:
        for chip, code in missing:
            if self.presenter is not None:
                self.presenter.device(chip, Notice(Mood.QUIET, code))

    def _not_found_out(self, error: Exception) -> None:
        raise error


def run(house: House, argv: Sequence[str] = ()) -> int:
    """Show the counter until its window is closed; the program's exit status."""
    app = QApplication(["regulars", *argv])
    app.setApplicationName("regulars")
    app.setApplicationDisplayName("Regulars")
    terminal = Terminal(app, house)
    app.aboutToQuit.connect(terminal.close)
    terminal.start()
    return app.exec()


WISHES = (
    "typed",
    "enter",
    "escape",
    "backspace",
    "delete_line",
    "add_line",
    "reward",
    "best",
    "tender",
    "why",
    "find",
    "enrol",
    "returns",
    "print_again",
    "undo",
    "shift",
    "settings",
    "camera",
    "sign_out",
    "operator_chosen",
    "find_text",
    "member_picked",
    "enrol_saved",
    "field_typed",
    "row",
    "return_line",
    "return_units",
    "setting_changed",
    "shift_close",
    "way",
    "print_slip",
    "sheet_closed",
)
"""Signals of the screen; the presenter has a method of each name with the same arguments."""
