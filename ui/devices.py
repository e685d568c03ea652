"""What the window is given to hear, see and print with; real devices are made by main.py alone.

Callbacks of scanners come from other threads; `Ear` brings them home to the screen's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from pos.devices.ports import PreviewFrame, Printer, Scan, Scanner
from pos.trouble import TroubleError
from ui.counter.around import Pictures

Preview = Callable[[PreviewFrame], None]


@dataclass(frozen=True, slots=True)
class Devices:
    """Makers of devices from what the settings name. Each may raise TroubleError.

    `printer` and `serial` give None where the shop has none; `missing` names what a terminal
    could have and has not, as (chip, code) pairs, and may take a second: never on the screen's
    thread. `pictures`: the camera's, to be read as text.
    """

    printer: Callable[[str], Printer | None]
    serial: Callable[[str], Scanner | None]
    camera: Callable[[str, Preview], Scanner | None]
    missing: Callable[[], tuple[tuple[str, str], ...]]
    pictures: Pictures = Pictures()


class OnePrinter:
    """The printer of the settings, made once for each setting."""

    def __init__(self, make: Callable[[str], Printer | None]) -> None:
        self._make = make
        self._made: tuple[str, Printer | None] | None = None

    def change(self, setting: str) -> None:
        """Make it now. TroubleError for a setting that cannot be meant: then the old one stays."""
        self._made = (setting, self._make(setting))

    def of(self, setting: str, troubled: Callable[[TroubleError], None]) -> Printer | None:
        """The printer of a setting; where it cannot be made, `troubled` is told once."""
        if self._made is None or self._made[0] != setting:
            try:
                self.change(setting)
            except TroubleError as error:
                self._made = (setting, None)
                troubled(error)
        return self._made[1] if self._made is not None else None


class Ear(QObject):
    """Scanners on their own threads, heard on the screen's.

    Signals: `heard(object)` a Scan, `troubled(object)` a TroubleError, `seen(object)` a picture.
    """

    heard = Signal(object)
    troubled = Signal(object)
    seen = Signal(object)
    _from_thread = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scanners: dict[str, Scanner] = {}
        self._from_thread.connect(self._home, Qt.ConnectionType.QueuedConnection)

    def listen(self, name: str, scanner: Scanner | None) -> None:
        """Listen to a scanner under a name; whoever had the name before falls silent."""
        before = self._scanners.pop(name, None)
        if before is not None:
            before.stop()
        if scanner is not None:
            self._scanners[name] = scanner
            scanner.start(self._from_thread.emit, self._from_thread.emit)

    def preview(self, frame: PreviewFrame) -> None:
        """A live picture; from the camera's thread."""
        self._from_thread.emit(frame)

    def stop(self) -> None:
        """Let go of every scanner."""
        for name in tuple(self._scanners):
            self.listen(name, None)

    def _home(self, value: object) -> None:
        if isinstance(value, Scan):
            self.heard.emit(value)
        elif isinstance(value, TroubleError):
            self.troubled.emit(value)
        else:
            self.seen.emit(value)
