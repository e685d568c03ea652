"""Where frames come from: a camera, a video file, a series of pictures.

The device goes through cv2.VideoCapture because Qt's multimedia is not among the shipped wheels.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos.devices.ports import Frame, FramesEnded, FrameSource, Millis, monotonic_ms
from pos.devices.stills import open_picture
from pos.devices.vision import opencv
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ports import Gray

_VIDEO = {".avi", ".mkv", ".mov", ".mp4", ".m4v", ".webm"}
_SLOWEST, _USUAL, _FASTEST = 5.0, 10.0, 60.0  # frames a second; a series of pictures says 1 or 0
_WIDTH, _HEIGHT = 1280, 720  # enough for a card at arm's length; 1080p costs twice as much


class NullFrames:
    """No camera: cannot be opened, and says so."""

    live = True

    def open(self) -> None:
        raise TroubleError("camera-absent", camera="")

    def read(self) -> Frame | None:
        return None

    def close(self) -> None:
        pass


class CameraFrames:
    """A camera by number (0) or device name ("/dev/video0")."""

    live = True

    def __init__(self, camera: int | str = 0, clock: Millis = monotonic_ms) -> None:
        self._camera = camera
        self._clock = clock
        self._capture: Any = None

    def open(self) -> None:
        """Raises TroubleError("camera-absent"), or "camera-refused" when it is there but busy."""
        self.close()
        cv2 = opencv()
        capture = cv2.VideoCapture(self._camera, _backend(cv2))
        if not capture.isOpened():
            capture.release()
            busy = isinstance(self._camera, str) and Path(self._camera).exists()
            code = "camera-refused" if busy else "camera-absent"
            raise TroubleError(code, camera=str(self._camera))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # old frames are of no use to a scanner
        self._capture = capture

    def read(self) -> Frame | None:
        if self._capture is None:
            return None
        good, picture = self._capture.read()
        return _frame(picture, self._clock()) if good else None

    def close(self) -> None:
        if self._capture is not None:
            self._capture.release()
            self._capture = None


class VideoFrames:
    """A video file, or a numbered series ("card_%03d.png"), at its own pace or at once.

    `paced`: wait between frames as a camera would. `repeat`: start again at the end.
    """

    live = False

    def __init__(
        self,
        path: Path,
        *,
        paced: bool = True,
        repeat: bool = False,
        clock: Millis = monotonic_ms,
    ) -> None:
        self._path = path
        self._paced = paced
        self._repeat = repeat
        self._clock = clock
        self._capture: Any = None
        self._pause_s = 0.04
        self._read = 0

    def open(self) -> None:
        """Raises TroubleError: "picture-absent", "video-unreadable"."""
        self.close()
        series = "%" in self._path.name
        if not series and not self._path.is_file():
            raise TroubleError("picture-absent", path=str(self._path))
        cv2 = opencv()
        backend = cv2.CAP_IMAGES if series else cv2.CAP_ANY
        self._capture = cv2.VideoCapture(str(self._path), backend)
        if not self._capture.isOpened():
            self.close()
            raise TroubleError("video-unreadable", path=str(self._path))
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self._pause_s = 1 / (rate if _SLOWEST <= rate <= _FASTEST else _USUAL)
        self._read = 0

    def read(self) -> Frame | None:
        if self._capture is None:
            raise FramesEnded
        if self._paced:
            time.sleep(self._pause_s)
        good, picture = self._capture.read()
        if good:
            self._read += 1
            # Not paced: the film's own time, so that its seconds stay seconds.
            film_ms = round(self._read * self._pause_s * 1000)
            return _frame(picture, self._clock() if self._paced else film_ms)
        if self._read == 0:
            raise TroubleError("video-unreadable", path=str(self._path))
        if not self._repeat:
            raise FramesEnded
        self.open()
        return None

    def close(self) -> None:
        if self._capture is not None:
            self._capture.release()
            self._capture = None


class StillFrames:
    """Still pictures held before the camera, each for `looks` frames."""

    live = False

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        looks: int = 3,
        pause_ms: int = 100,
        repeat: bool = False,
        clock: Millis = monotonic_ms,
    ) -> None:
        self._paths = list(paths)
        self._looks = looks
        self._pause_ms = pause_ms
        self._repeat = repeat
        self._clock = clock
        self._next = 0
        self._picture: Gray | None = None

    def open(self) -> None:
        """Raises TroubleError("picture-absent") when there are none."""
        if not self._paths:
            raise TroubleError("picture-absent", path="")
        self._next, self._picture = 0, None

    def read(self) -> Frame | None:
        """The next frame. Raises what `open_picture` raises."""
        index, look = divmod(self._next, self._looks)
        if index >= len(self._paths):
            if not self._repeat:
                raise FramesEnded
            self._next = index = look = 0
        time.sleep(self._pause_ms / 1000)
        self._next += 1
        if look == 0 or self._picture is None:
            self._picture = open_picture(self._paths[index]).gray
        height, width = self._picture.shape
        return Frame(self._picture, width, height, self._clock())

    def close(self) -> None:
        self._picture = None


def frames_from(setting: str) -> FrameSource:
    """The source a setting names: "none", "0", "/dev/video0", a video, a picture, a folder.

    A folder means its pictures in order of name, again and again. Raises
    TroubleError("camera-setting-wrong").
    """
    setting = setting.strip()
    if setting in ("", "none"):
        return NullFrames()
    if setting.isascii() and setting.isdigit() and len(setting) < 4:
        return CameraFrames(int(setting))
    if setting.startswith("/dev/"):
        return CameraFrames(setting)
    path = Path(setting)
    if path.is_dir():
        pictures = [file for file in sorted(path.iterdir()) if file.is_file()]
        return StillFrames(pictures, repeat=True)
    if path.suffix.lower() in _VIDEO or "%" in path.name:
        return VideoFrames(path, repeat=True)
    if path.is_file():
        return StillFrames([path], repeat=True)
    raise TroubleError("camera-setting-wrong", setting=setting)


def _backend(cv2: Any) -> int:
    # Asked for by name: CAP_ANY tries one after the other, and FFmpeg takes seconds to say no.
    wanted = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_MSMF, "darwin": cv2.CAP_AVFOUNDATION}
    return int(wanted.get(sys.platform, cv2.CAP_ANY))


def _frame(picture: Any, at_ms: int) -> Frame:
    cv2 = opencv()
    gray: Gray = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    height, width = gray.shape
    return Frame(gray, width, height, at_ms)
