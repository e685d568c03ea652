"""The camera loop: what is believed, what is told, what is survived."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from itertools import chain, cycle, repeat
from pathlib import Path

import cv2
import numpy as np
import pytest

from pos.devices.camera import CameraLoop
from pos.devices.decoder import Decoder
from pos.devices.frames import CameraFrames, NullFrames, StillFrames, VideoFrames, frames_from
from pos.devices.ports import Frame, FramesEnded, FrameSource, PreviewFrame, Scan
from pos.devices.scripted import ScriptedFrames
from pos.devices.symbologies import USUAL
from pos.devices.zbar_process import MOST_STARTS, ZbarProcess
from pos.trouble import TroubleError
from tests.devices.pictures import CARD, photographed, printed, table

OTHER = "6200000000005678"


def frame(picture: np.ndarray, at_ms: int) -> Frame:
    return Frame(picture, picture.shape[1], picture.shape[0], at_ms)


class Ends:
    """What a loop told, to be waited for."""

    def __init__(self) -> None:
        self.scans: queue.Queue[Scan] = queue.Queue()
        self.troubles: queue.Queue[TroubleError] = queue.Queue()
        self.previews: queue.Queue[PreviewFrame] = queue.Queue()

    def scan(self) -> Scan:
        return self.scans.get(timeout=20)

    def trouble(self) -> str:
        return self.troubles.get(timeout=20).code


class Ticks:
    """A clock that goes half a second on whenever it is looked at."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        self.now += 500
        return self.now


@pytest.fixture
def ends() -> Ends:
    return Ends()


@pytest.fixture
def run(ends: Ends) -> Iterator[list[CameraLoop]]:
    """Loops put in here are stopped at the end, and their threads must be gone."""
    loops: list[CameraLoop] = []
    yield loops
    for loop in loops:
        loop.stop()
    left = [thread.name for thread in threading.enumerate() if thread.name == "camera"]
    assert left == []


def begin(loops: list[CameraLoop], ends: Ends, source: FrameSource) -> CameraLoop:
    loop = CameraLoop(source, preview=ends.previews.put, clock=Ticks())
    loops.append(loop)
    loop.start(ends.scans.put, ends.troubles.put)
    return loop


@pytest.fixture(scope="module")
def card_picture() -> np.ndarray:
    return photographed(table(printed(CARD)), 12)


def test_a_card_held_before_the_camera_is_scanned(
    ends: Ends, run: list[CameraLoop], card_picture: np.ndarray
) -> None:
    begin(run, ends, ScriptedFrames(frame(card_picture, at) for at in range(0, 500, 100)))
    scan = ends.scan()
    assert (scan.text, scan.source, scan.symbology) == (CARD, "camera", "Code 128")


def test_the_live_picture_comes_with_the_code_outlined(
    ends: Ends, run: list[CameraLoop], card_picture: np.ndarray
) -> None:
    begin(run, ends, ScriptedFrames(frame(card_picture, at) for at in range(0, 500, 100)))
    ends.scan()
    shown = next(iter(lambda: ends.previews.get(timeout=20), None))
    assert (shown.width, shown.height, len(shown.gray)) == (640, 360, 640 * 360)
    assert len(shown.outlines) == 1
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in shown.outlines[0])


def test_two_cards_at_once_are_refused_and_told_once(ends: Ends, run: list[CameraLoop]) -> None:
    both = table(printed(CARD, "QRCode", 6), printed(OTHER, "QRCode", 6))
    begin(run, ends, ScriptedFrames(frame(both, at) for at in range(0, 1_500, 100)))
    run[0]._thread.join(20)  # type: ignore[union-attr]
    assert ends.trouble() == "several-codes"
    assert ends.troubles.empty()
    assert ends.scans.empty()


def noisy(picture: np.ndarray, count: int, start_ms: int = 0) -> Iterator[Frame]:
    for index in range(count):
        yield frame(photographed(picture, 12, seed=index), start_ms + 100 * index)


def test_the_live_picture_says_to_show_one_code_only(ends: Ends, run: list[CameraLoop]) -> None:
    both = table(printed(CARD, "QRCode", 6), printed(OTHER, "QRCode", 6))
    begin(run, ends, ScriptedFrames(frame(both, at) for at in range(0, 1_500, 100)))
    run[0]._thread.join(20)  # type: ignore[union-attr]
    hints = [ends.previews.get().hint for _ in range(ends.previews.qsize())]
    assert hints[0] == ""
    assert hints[-1] == "one-card"


def test_a_decoder_that_is_lost_is_told_once(ends: Ends, card_picture: np.ndarray) -> None:
    gone = ZbarProcess(("/nowhere/at/all",))
    for _ in range(MOST_STARTS):
        gone.read(card_picture, USUAL)
    frames = ScriptedFrames(frame(card_picture, at) for at in range(0, 500, 100))
    loop = CameraLoop(frames, decoder=lambda: Decoder(zbar=gone), clock=Ticks())
    loop.start(ends.scans.put, ends.troubles.put)
    assert ends.trouble() == "decoder-lost"
    assert ends.scan().text == CARD
    loop.stop()
    assert ends.troubles.empty()


def test_an_unplugged_camera_is_told_once_and_scans_again_when_back(
    ends: Ends, run: list[CameraLoop]
) -> None:
    picture = table(printed(CARD))
    gone = TroubleError("camera-absent", camera="0")
    source = ScriptedFrames(chain(repeat(None, 70), [gone], cycle(noisy(picture, 30))), live=True)
    begin(run, ends, source)
    assert ends.trouble() == "camera-lost"
    assert ends.scan().text == CARD
    assert ends.troubles.empty()
    assert source.opened >= 3


def test_a_camera_that_repeats_one_picture_is_stuck(ends: Ends, run: list[CameraLoop]) -> None:
    blank = np.full((480, 640), 90, np.uint8)
    begin(run, ends, ScriptedFrames((frame(blank, at) for at in range(0, 10**9, 100)), live=True))
    assert ends.trouble() == "camera-stuck"


def test_no_camera_is_trouble_and_stops_quickly(ends: Ends, run: list[CameraLoop]) -> None:
    begin(run, ends, NullFrames())
    assert ends.trouble() == "camera-absent"


def test_a_camera_that_is_not_there_says_so() -> None:
    for camera in (77, "/dev/video-none"):
        with pytest.raises(TroubleError, match="camera-absent"):
            CameraFrames(camera).open()


def test_a_blocked_camera_does_not_block_stopping(ends: Ends) -> None:
    released = threading.Event()

    class Blocked(ScriptedFrames):
        def read(self) -> Frame | None:
            released.wait(30)
            raise FramesEnded

    loop = CameraLoop(Blocked([], live=True), clock=Ticks())
    loop.start(ends.scans.put, ends.troubles.put)
    assert ends.trouble() == "camera-lost"
    loop.stop()
    released.set()
    assert "camera" not in [thread.name for thread in threading.enumerate()]


def test_without_a_decoder_the_loop_says_so_and_ends(ends: Ends) -> None:
    loop = CameraLoop(NullFrames(), decoder=lambda: Decoder(()))
    loop.start(ends.scans.put, ends.troubles.put)
    assert ends.trouble() == "decoder-absent"
    loop.stop()


def test_a_loop_can_be_started_again(
    ends: Ends, run: list[CameraLoop], card_picture: np.ndarray
) -> None:
    loop = begin(run, ends, StillOf(card_picture))
    assert ends.scan().text == CARD
    loop.stop()
    loop.start(ends.scans.put, ends.troubles.put)
    assert ends.scan().text == CARD


class StillOf:
    """One picture for ever, five seconds apart from opening to opening."""

    live = False

    def __init__(self, picture: np.ndarray) -> None:
        self._picture = picture
        self._at = 0

    def open(self) -> None:
        self._at += 5_000

    def read(self) -> Frame | None:
        self._at += 100
        return frame(self._picture, self._at)

    def close(self) -> None:
        pass


def film(path: Path, pictures: Iterable[np.ndarray]) -> Path:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (1280, 720), False)
    assert writer.isOpened()
    for picture in pictures:
        writer.write(picture)
    writer.release()
    return path


def test_a_film_of_two_cards_gives_two_scans(
    tmp_path: Path, ends: Ends, run: list[CameraLoop]
) -> None:
    cards = [table(printed(text)) for text in (CARD, OTHER)]
    pictures = [photographed(card, 10, seed) for card in cards for seed in range(6)]
    begin(run, ends, frames_from(str(film(tmp_path / "cards.avi", pictures))))
    assert [ends.scan().text for _ in cards] == [CARD, OTHER]


def test_a_numbered_series_of_pictures_is_a_film(
    tmp_path: Path, ends: Ends, run: list[CameraLoop]
) -> None:
    for number in range(4):
        cv2.imwrite(str(tmp_path / f"f_{number:03d}.png"), table(printed(CARD)))
    begin(run, ends, frames_from(str(tmp_path / "f_%03d.png")))
    assert ends.scan().text == CARD


def test_a_folder_of_pictures_is_a_camera(
    tmp_path: Path, ends: Ends, run: list[CameraLoop]
) -> None:
    cv2.imwrite(str(tmp_path / "card.png"), table(printed(CARD)))
    begin(run, ends, frames_from(str(tmp_path)))
    assert ends.scan().text == CARD


@pytest.mark.parametrize(
    ("name", "code"), [("bad.avi", "video-unreadable"), ("none.avi", "picture-absent")]
)
def test_a_film_that_is_none_says_so(
    tmp_path: Path, ends: Ends, run: list[CameraLoop], name: str, code: str
) -> None:
    (tmp_path / "bad.avi").write_bytes(b"no film at all" * 100)
    begin(run, ends, frames_from(str(tmp_path / name)))
    assert ends.trouble() == code


def test_a_setting_names_its_source(tmp_path: Path) -> None:
    still = tmp_path / "a.png"
    still.touch()
    assert isinstance(frames_from("none"), NullFrames)
    assert isinstance(frames_from(" 0 "), CameraFrames)
    assert isinstance(frames_from("/dev/video2"), CameraFrames)
    assert isinstance(frames_from(str(tmp_path / "a.mp4")), VideoFrames)
    assert isinstance(frames_from(str(still)), StillFrames)
    with pytest.raises(TroubleError, match="camera-setting-wrong"):
        frames_from(str(tmp_path / "nothing here"))
