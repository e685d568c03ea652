"""The camera as a scanner: a loop in its own thread from frames to believed scans.

Looks at the newest frame at most twelve times a second, and hardly at all while nothing moves.
A camera that is unplugged or stuck is told once and reopened until it is back.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from pos.devices.decoder import Decoder
from pos.devices.grab import Grab
from pos.devices.guidance import ONE_CARD, Guidance, hint_of
from pos.devices.ports import (
    Frame,
    FramesEnded,
    FrameSource,
    Heard,
    Millis,
    PreviewFrame,
    Scan,
    Troubled,
    monotonic_ms,
)
from pos.devices.reading import Reading
from pos.devices.sightings import Kind, Sightings, Verdict, plain_kind
from pos.devices.vision import opencv
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import Gray

LOOK_EVERY_MS = 83
IDLE_LOOK_EVERY_MS = 500  # a phone held very still is looked at all the same
STILL_BELOW = 2.0  # mean difference of gray levels, of 255
DEEP_FOR_MS = 3_000  # after the last motion; a picture at rest is not searched ever deeper
DEEP_EVERY = 8  # looks at rest
LOST_AFTER_MS = 2_000
STUCK_AFTER_MS = 3_000
SHOW_EVERY_MS = 66
OUTLINE_FOR_MS = 500
SEVERAL_EVERY_MS = 2_000
FIRST_RETRY_MS, LAST_RETRY_MS = 500, 5_000
_SHOWN_WIDTH = 640


class CameraLoop:
    """A `Scanner` made of a `FrameSource` and a decoder.

    `preview` gets the live picture, from the loop's thread. Besides the source's own troubles it
    tells "camera-lost" (no frame), "camera-stuck" (always the same), "several-codes" (take one
    away), "decoder-absent" and, once, "decoder-lost" (one of two is off, the other reads on).
    """

    def __init__(
        self,
        source: FrameSource,
        *,
        preview: Callable[[PreviewFrame], None] | None = None,
        decoder: Callable[[], Decoder] = Decoder,
        kind_of: Callable[[str], Kind] = plain_kind,
        clock: Millis = monotonic_ms,
    ) -> None:
        """`kind_of`: which of several codes in a picture is meant (`sightings.py`)."""
        self._source = source
        self._kind_of = kind_of
        self._preview = preview
        self._decoder = decoder
        self._clock = clock
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._grab: Grab | None = None  # the last one; a blocked read may outlive a stop

    def start(self, heard: Heard, trouble: Troubled) -> None:
        self.stop()
        self._stopping = threading.Event()
        self._thread = threading.Thread(
            target=self._run, args=(heard, trouble, self._stopping), name="camera", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(2)
            self._thread = None

    def _run(self, heard: Heard, trouble: Troubled, stopping: threading.Event) -> None:
        try:
            sightings = Sightings(self._kind_of)
            watch = _Watch(self._decoder(), sightings, heard, trouble, self._preview, self._clock)
        except TroubleError as error:
            trouble(error)
            return
        retry_ms, told = FIRST_RETRY_MS, ""
        while not stopping.is_set():
            if self._grab is not None and not self._grab.finished(100):
                continue  # the source belongs to that thread until it is closed
            watch.fresh()
            grab = self._grab = Grab(self._source)
            try:
                self._watch(grab, watch, stopping)
                return
            except FramesEnded:
                return
            except TroubleError as error:
                if watch.saw_change:
                    retry_ms, told = FIRST_RETRY_MS, ""
                if error.code != told != "camera-lost":  # once, not at every try
                    told = error.code
                    trouble(error)
            finally:
                grab.stop()
            stopping.wait(retry_ms / 1000)
            retry_ms = min(retry_ms * 2, LAST_RETRY_MS)

    def _watch(self, grab: Grab, watch: _Watch, stopping: threading.Event) -> None:
        while not stopping.is_set():
            frame = grab.take(100)
            if frame is not None:
                watch.see(frame, live=self._source.live)
            elif grab.opened and self._source.live:
                watch.see_nothing()


class _Watch:
    """One loop's state between frames."""

    def __init__(
        self,
        decoder: Decoder,
        sightings: Sightings,
        heard: Heard,
        trouble: Troubled,
        preview: Callable[[PreviewFrame], None] | None,
        clock: Millis,
    ) -> None:
        self._decoder = decoder
        self._heard = heard
        self._trouble = trouble
        self._preview = preview
        self._clock = clock
        self._sightings = sightings
        self._guidance = Guidance()
        self._several_ms: int | None = None
        self._told_lost = False
        self.fresh()

    def fresh(self) -> None:
        """The source is about to be opened (again)."""
        self.saw_change = False
        self._frame_ms: int | None = None
        self._print = -1
        self._changed_ms = 0
        self._look_ms: int | None = None
        self._shown_ms: int | None = None
        self._thumb: Gray | None = None
        self._outlines: tuple[Reading, ...] = ()
        self._moved = 0.0
        self._moved_ms: int | None = None
        self._rests = 0

    def see_nothing(self) -> None:
        """No frame came. Raises TroubleError("camera-lost") when that lasts."""
        now = self._clock()
        if self._frame_ms is None:
            self._frame_ms = now
        elif now - self._frame_ms >= LOST_AFTER_MS:
            raise TroubleError("camera-lost")

    def see(self, frame: Frame, *, live: bool) -> None:
        """A frame came. Raises TroubleError("camera-stuck") when it never changes."""
        now = self._frame_ms = frame.at_ms
        if live:
            self._check_change(frame, now)
        accepted = False
        if not live or self._worth_a_look(frame, now):
            self._look_ms = now
            accepted = self._look(frame, now)
        if self._preview is not None:
            self._show(frame, now, accepted=accepted)

    def _check_change(self, frame: Frame, now: int) -> None:
        # Every fourth pixel: a camera's noise alone changes some of them.
        fingerprint = zlib.crc32(frame.gray[::4, ::4].tobytes())
        if fingerprint != self._print:
            self.saw_change = self._print != -1
            self._print, self._changed_ms = fingerprint, now
        elif now - self._changed_ms >= STUCK_AFTER_MS:
            raise TroubleError("camera-stuck")

    def _worth_a_look(self, frame: Frame, now: int) -> bool:
        if self._look_ms is not None and now - self._look_ms < LOOK_EVERY_MS:
            return False
        cv2 = opencv()
        # Of every fourth pixel: the mean of sixteen is calm enough, at a tenth of the cost.
        coarse = frame.gray[::4, ::4].copy()
        thumb: Gray = cv2.resize(coarse, (80, 45), interpolation=cv2.INTER_AREA)
        if self._thumb is not None and not self._sightings.pending:
            moved = self._moved_since(thumb)
            rested = self._look_ms is None or now - self._look_ms >= IDLE_LOOK_EVERY_MS
            if moved < STILL_BELOW and not rested:
                return False
        self._moved = self._moved_since(thumb)
        if self._moved >= STILL_BELOW or self._thumb is None:
            self._moved_ms = now
        self._thumb = thumb
        return True

    def _moved_since(self, thumb: Gray) -> float:
        """Mean difference of gray levels to the last picture looked at."""
        if self._thumb is None:
            return 0.0
        cv2 = opencv()
        return float(cv2.mean(cv2.absdiff(thumb, self._thumb))[0])

    def _readings(self, gray: Gray, now: int) -> list[Reading]:
        """As deep a look as the motion is worth: at rest a glance, and now and then all of it."""
        self._rests = 0 if self._lately_moved(now) else self._rests + 1
        if self._rests % DEEP_EVERY:
            return self._decoder.glance(gray)
        return self._decoder.look(gray)

    def _lately_moved(self, now: int) -> bool:
        return self._moved_ms is None or now - self._moved_ms <= DEEP_FOR_MS

    def _look(self, frame: Frame, now: int) -> bool:
        readings = self._readings(frame.gray, now)
        if self._decoder.lost and not self._told_lost:
            self._told_lost = True
            self._trouble(TroubleError("decoder-lost", decoder=self._decoder.lost))
        self._outlines = tuple(readings)
        verdict = self._sightings.frame(readings, now)
        self._guide(frame, verdict, bool(readings), now)
        if verdict.several and (
            self._several_ms is None or now - self._several_ms >= SEVERAL_EVERY_MS
        ):
            self._several_ms = now
            self._trouble(TroubleError("several-codes", count=len(readings)))
        if verdict.accepted is None:
            return False
        seen = verdict.accepted
        self._heard(
            Scan(seen.text, "camera", seen.symbology, self._clock(), seen.data, engine=seen.engine)
        )
        return True

    def _guide(self, frame: Frame, verdict: Verdict, read: bool, now: int) -> None:
        """Keep the hint for the live picture; nobody looks where there is no preview."""
        if self._preview is None:
            return
        if verdict.several:
            self._guidance.saw(ONE_CARD, now)
        elif verdict.accepted is not None:
            self._guidance.done()
        else:
            located = self._decoder.located
            hint = "" if read else hint_of(frame.gray, located, self._moved)
            self._guidance.saw(hint, now)

    def _show(self, frame: Frame, now: int, *, accepted: bool) -> None:
        often = self._shown_ms is not None and now - self._shown_ms < SHOW_EVERY_MS
        if self._preview is None or (often and not accepted):
            return
        self._shown_ms = now
        gray, width, height = frame.gray, frame.width, frame.height
        if width > _SHOWN_WIDTH:
            width, height = _SHOWN_WIDTH, max(1, round(height * _SHOWN_WIDTH / width))
            cv2 = opencv()
            gray = cv2.resize(gray, (width, height), interpolation=cv2.INTER_AREA)
        fresh = self._look_ms is not None and now - self._look_ms <= OUTLINE_FOR_MS
        outlines = tuple(reading.outline for reading in self._outlines) if fresh else ()
        self._preview(
            PreviewFrame(
                gray.tobytes(), width, height, outlines, accepted, now, self._guidance.hint
            )
        )
