"""Twins of every device: none at all, and one that does as told. For tests, demo and training."""

from __future__ import annotations

from collections.abc import Iterable

from pos.devices.canonical import canonical
from pos.devices.ports import (
    Frame,
    FramesEnded,
    Heard,
    Millis,
    PrinterStatus,
    Scan,
    Troubled,
    monotonic_ms,
)
from pos.trouble import TroubleError


class NullScanner:
    """No scanner: never hears anything."""

    def start(self, heard: Heard, trouble: Troubled) -> None:
        pass

    def stop(self) -> None:
        pass


class ScriptedScanner:
    """A scanner whose trigger is `scan()`; `fail()` is its cable."""

    def __init__(self, clock: Millis = monotonic_ms) -> None:
        self._clock = clock
        self._heard: Heard | None = None
        self._trouble: Troubled | None = None

    def start(self, heard: Heard, trouble: Troubled) -> None:
        self._heard, self._trouble = heard, trouble

    def stop(self) -> None:
        self._heard = self._trouble = None

    def scan(self, code: str | bytes) -> None:
        """Read `code` as a real scanner would; nothing happens while stopped."""
        if self._heard is None or self._trouble is None:
            return
        try:
            text, symbology = canonical(code)
        except TroubleError as error:
            self._trouble(error)
            return
        self._heard(Scan(text, "script", symbology, self._clock()))

    def fail(self, trouble: TroubleError) -> None:
        """Report `trouble`, as a scanner that is unplugged would."""
        if self._trouble is not None:
            self._trouble(trouble)


class ScriptedFrames:
    """A camera that shows the given frames one by one; None is a moment without a picture.

    A TroubleError in the list is raised by that read. After the last: FramesEnded.
    """

    def __init__(
        self, frames: Iterable[Frame | TroubleError | None], *, live: bool = False
    ) -> None:
        self.live = live
        self.opened = 0
        self.closed = 0
        self._frames = iter(frames)

    def open(self) -> None:
        self.opened += 1

    def read(self) -> Frame | None:
        try:
            frame = next(self._frames)
        except StopIteration:
            raise FramesEnded from None
        if isinstance(frame, TroubleError):
            raise frame
        return frame

    def close(self) -> None:
        self.closed += 1


class NullPrinter:
    """No printer: documents go nowhere, and it says that it is absent."""

    def send(self, data: bytes) -> None:
        pass

    def status(self) -> PrinterStatus:
        return PrinterStatus.ABSENT


class RecordingPrinter:
    """A printer that keeps what it printed in `sent`.

    Set `trouble` to make `send` fail, `state` for what it says of itself.
    """

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.trouble: TroubleError | None = None
        self.state = PrinterStatus.READY

    def send(self, data: bytes) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.sent.append(data)

    def status(self) -> PrinterStatus:
        return self.state
