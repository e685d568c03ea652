"""The camera's newest picture, for a reader of text: kept as it passes by, whole, while the live
picture is only a small copy of it.
"""

from __future__ import annotations

from pos.devices.ports import Frame, FrameSource
from pos.devices.reading_text import Snapshot
from pos.devices.vision import opencv
from pos.trouble import TroubleError

_SHOWN = 900  # pixels of the longer side, to be looked at


class Newest:
    """The newest frame of whichever source is open."""

    def __init__(self) -> None:
        self._frame: Frame | None = None

    def of(self, source: FrameSource) -> FrameSource:
        """The same source; what it gives is kept here, too."""
        return _Kept(source, self)

    def keep(self, frame: Frame | None) -> None:
        """One more frame; None: a source is being opened, older ones are not its."""
        self._frame = frame

    def take(self) -> Snapshot:
        """The newest one as a picture file. Some ten milliseconds: not for the screen's thread.

        TroubleError `camera-no-picture`: none came yet.
        """
        frame = self._frame
        if frame is None:
            raise TroubleError("camera-no-picture")
        cv2 = opencv()
        _, packed = cv2.imencode(".png", frame.gray)
        gray, width, height = frame.gray, frame.width, frame.height
        times = max(width, height) / _SHOWN
        if times > 1:
            width, height = max(1, round(width / times)), max(1, round(height / times))
            gray = cv2.resize(gray, (width, height), interpolation=cv2.INTER_AREA)
        return Snapshot(packed.tobytes(), gray.tobytes(), width, height)


class _Kept:
    """A source whose frames are kept."""

    def __init__(self, source: FrameSource, newest: Newest) -> None:
        self.live = source.live
        self._source, self._newest = source, newest

    def open(self) -> None:
        self._newest.keep(None)
        self._source.open()

    def read(self) -> Frame | None:
        frame = self._source.read()
        if frame is not None:
            self._newest.keep(frame)
        return frame

    def close(self) -> None:
        self._source.close()  # what was taken last may still be asked for
