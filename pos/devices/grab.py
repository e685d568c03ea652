"""Takes frames from a source in a thread of its own, because a camera's read may block for ever."""

from __future__ import annotations

import threading

from pos.devices.ports import Frame, FramesEnded, FrameSource
from pos.trouble import TroubleError


class Grab:
    """One opening of one source: opened, read and closed in one thread.

    Of a live source only the newest frame waits to be taken; files wait for their reader, so that
    none of their frames is lost.
    """

    def __init__(self, source: FrameSource) -> None:
        self._source = source
        self._changed = threading.Condition()
        self._newest: Frame | None = None
        self._end: TroubleError | FramesEnded | None = None
        self._stopping = False
        self.opened = False
        self._thread = threading.Thread(target=self._run, name="camera-grab", daemon=True)
        self._thread.start()

    def take(self, wait_ms: int) -> Frame | None:
        """The newest frame not taken yet, or None after `wait_ms`.

        Raises what ended the source (TroubleError, FramesEnded), after its last frame.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._newest or self._end, wait_ms / 1000)
            frame, self._newest = self._newest, None
            self._changed.notify_all()
            if frame is None and self._end is not None:
                raise self._end
            return frame

    def stop(self) -> None:
        """Ask it to end; `finished` tells when it has."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def finished(self, wait_ms: int) -> bool:
        """True when the source is closed; False when a read is still blocked after `wait_ms`."""
        self._thread.join(wait_ms / 1000)
        return not self._thread.is_alive()

    def _run(self) -> None:
        end: TroubleError | FramesEnded | None = None
        try:
            self._source.open()
            self.opened = True
            while not self._stopping:
                frame = self._source.read()
                if frame is None:
                    # A camera that gives nothing must not be asked a million times a second.
                    with self._changed:
                        self._changed.wait_for(lambda: self._stopping, 0.01)
                else:
                    self._put(frame)
        except (TroubleError, FramesEnded) as error:
            end = error
        finally:
            self._source.close()
            with self._changed:
                self._end = end or FramesEnded()
                self._changed.notify_all()

    def _put(self, frame: Frame) -> None:
        with self._changed:
            if not self._source.live:
                self._changed.wait_for(lambda: self._newest is None or self._stopping)
            self._newest = frame
            self._changed.notify_all()
