"""The camera's newest picture as a file, while the live one is only a small copy."""

from __future__ import annotations

import pytest

from pos.devices.ports import Frame
from pos.devices.scripted import ScriptedFrames
from pos.devices.snapshots import Newest
from pos.devices.vision import arrays, opencv
from pos.trouble import TroubleError


def frame(width: int, height: int, level: int = 120) -> Frame:
    np = arrays()
    return Frame(np.full((height, width), level, dtype=np.uint8), width, height, 0)


def test_before_the_first_frame_there_is_no_picture() -> None:
    newest = Newest()
    newest.keep(frame(40, 30))
    source = newest.of(ScriptedFrames([]))
    source.open()  # what another source saw is not this one's
    with pytest.raises(TroubleError, match="camera-no-picture"):
        newest.take()


def test_the_newest_frame_is_kept_whole_and_shown_small() -> None:
    newest = Newest()
    source = newest.of(ScriptedFrames([frame(1800, 1000, 10), frame(1800, 1000, 200)]))
    source.open()
    for _ in range(2):
        source.read()
    source.close()  # the sheet is closed while it is taken
    found = newest.take()
    assert (found.width, found.height, len(found.gray)) == (900, 500, 900 * 500)
    assert set(found.gray) == {200}
    cv2, np = opencv(), arrays()
    whole = cv2.imdecode(np.frombuffer(found.data, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert whole.shape == (1000, 1800)
    assert int(whole.mean()) == 200
