"""The text reader: what its process may take, and what it makes of pictures."""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from loyalty.claims.refusing import ALIKE_BITS
from pos.devices.ocr import MOST_BYTES, OcrLimits, OcrProcess
from pos.devices.ocr_engine import ocr_is_here
from pos.devices.ocr_level import lean_of
from pos.devices.ocr_paper import LONGEST_SIDE, likeness_of, paper_of
from pos.devices.reading_text import NoTextReader, ScriptedTextReader, SeenText
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ocr_paper import Picture

# A child that answers as it is told: what comes after READY is done for each picture.
CHILD = """
import json, struct, sys, time
def tell(answer):
    body = json.dumps(answer).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()
GOOD = {{"words": [], "likeness": 7, "sharpness": 1.0, "ms": 1, "cpu_ms": 1}}
tell({{"ready": True}})
while True:
    head = sys.stdin.buffer.read(4)
    if len(head) < 4:
        break
    picture = sys.stdin.buffer.read(struct.unpack(">I", head)[0])
    {does}
"""
ANSWERS = "tell(GOOD)"
needs_ocr = pytest.mark.skipif(not ocr_is_here(), reason="the optional reader is not installed")


@pytest.fixture
def readers() -> Iterator[list[OcrProcess]]:
    """Readers to be closed, whatever a test comes to."""
    opened: list[OcrProcess] = []
    yield opened
    for one in opened:
        one.close()


def reader_that(
    does: str, readers: list[OcrProcess], limits: OcrLimits | None = None
) -> OcrProcess:
    command = (sys.executable, "-c", CHILD.format(does=does))
    # The process is under test here, not whether the optional package is on this machine.
    made = OcrProcess(limits or OcrLimits(), command, here=lambda: True)
    readers.append(made)
    return made


def test_a_reader_that_is_absent_says_so() -> None:
    with pytest.raises(TroubleError, match="ocr-absent"):
        OcrProcess(here=lambda: False).read(b"picture")
    with pytest.raises(TroubleError, match="ocr-absent"):
        NoTextReader().read(b"picture")


def test_one_process_reads_many_pictures(readers: list[OcrProcess]) -> None:
    reader = reader_that("GOOD['likeness'] += 1; tell(GOOD)", readers)
    assert [reader.read(b"x").likeness for _ in range(3)] == [8, 9, 10]


def test_a_process_that_hangs_is_killed_and_the_next_picture_is_read(
    readers: list[OcrProcess],
) -> None:
    does = "time.sleep(60) if picture == b'hang' else tell(GOOD)"
    reader = reader_that(does, readers, OcrLimits(picture_s=1))
    with pytest.raises(TroubleError, match="ocr-slow"):
        reader.read(b"hang")
    assert reader.read(b"fine").likeness == 7


def test_a_process_that_grows_too_large_is_killed(readers: list[OcrProcess]) -> None:
    does = "held = bytearray(300_000_000); time.sleep(60)"
    reader = reader_that(does, readers, OcrLimits(memory_mb=150))
    if sys.platform not in {"linux", "darwin"}:
        pytest.skip("the system does not tell")
    with pytest.raises(TroubleError, match="ocr-memory"):
        reader.read(b"x")


@pytest.mark.parametrize(
    "does",
    [
        "sys.exit(3)",
        "sys.stdout.buffer.write(b'\\xff' * 64); sys.stdout.buffer.flush()",
        "tell([1])",
        "sys.stdout.buffer.write(b'\\0\\0\\0\\4nope'); sys.stdout.buffer.flush()",
    ],
)
def test_a_process_that_dies_or_talks_nonsense_is_a_failure(
    readers: list[OcrProcess], does: str
) -> None:
    with pytest.raises(TroubleError, match="ocr-failed"):
        reader_that(does, readers, OcrLimits(picture_s=10)).read(b"x")


def test_closing_ends_a_reading_under_way(readers: list[OcrProcess], tmp_path: Path) -> None:
    """Not when its 45 seconds are over: the program may be ending."""
    begun = tmp_path / "begun"
    reader = reader_that(f"open({str(begun)!r}, 'w').close(); time.sleep(600)", readers)
    codes: list[str] = []

    def reading() -> None:
        try:
            reader.read(b"x")
        except TroubleError as trouble:
            codes.append(trouble.code)

    thread = threading.Thread(target=reading)
    thread.start()
    for _ in range(1_000):
        if begun.exists():
            break
        time.sleep(0.02)
    reader.close()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert codes == ["ocr-failed"]


def test_what_the_process_says_of_a_picture_is_passed_on(readers: list[OcrProcess]) -> None:
    does = "tell({'trouble': 'picture-blurred', 'facts': {}})"
    with pytest.raises(TroubleError, match="picture-blurred"):
        reader_that(does, readers).read(b"x")


def test_an_empty_or_huge_file_never_reaches_the_process(readers: list[OcrProcess]) -> None:
    reader = reader_that(ANSWERS, readers)
    with pytest.raises(TroubleError, match="not-a-picture"):
        reader.read(b"")
    with pytest.raises(TroubleError, match="picture-too-large"):
        reader.read(bytes(MOST_BYTES + 1))


def test_the_scripted_twin_answers_in_turn() -> None:
    twin = ScriptedTextReader((SeenText((), 1), TroubleError("ocr-slow")))
    assert twin.read(b"a").likeness == 1
    with pytest.raises(TroubleError, match="ocr-slow"):
        twin.read(b"b")
    twin.close()
    assert (twin.shown, twin.closed) == ([b"a", b"b"], True)


def sheet(lines: tuple[str, ...], wide: int = 500, high: int = 700) -> Picture:
    paper = np.full((high, wide, 3), 245, np.uint8)
    for row, line in enumerate(lines):
        place = (30, 60 + 45 * row)
        cv2.putText(paper, line, place, cv2.FONT_HERSHEY_SIMPLEX, 0.9, (30, 30, 30), 2)
    return paper


LINES = ("CORNER DELI", "12/03/2024 14:05", "TEA 4.00", "BUN 3.00", "TOTAL 7.00", "CASH 10.00",
         "CHANGE 3.00", "Receipt No: 4711")  # fmt: skip


def on_a_table(paper: Picture, turn: float = 8.0) -> Picture:
    high, wide = paper.shape[:2]
    table = np.full((int(high * 1.5), int(wide * 2), 3), 70, np.uint8)
    spun = cv2.getRotationMatrix2D((wide / 2, high / 2), turn, 1.0)
    spun[:, 2] += (wide * 0.5, high * 0.25)
    size = (table.shape[1], table.shape[0])
    placed: Picture = cv2.warpAffine(
        paper, spun, size, dst=table, borderMode=cv2.BORDER_TRANSPARENT
    )
    return placed


def jpeg(picture: Picture, quality: int = 85) -> bytes:
    return bytes(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])[1])


def test_the_paper_is_cut_out_of_its_table_and_set_upright() -> None:
    found = paper_of(jpeg(on_a_table(sheet(LINES)))).picture
    assert found.shape[0] / found.shape[1] == pytest.approx(700 / 500, rel=0.06)
    assert float(found.mean()) > 200  # paper only: the table is dark


def test_a_large_picture_is_shrunk_before_it_is_read() -> None:
    large = cv2.resize(sheet(LINES), None, fx=6, fy=6)
    assert max(paper_of(jpeg(large)).picture.shape) <= LONGEST_SIDE


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (cv2.GaussianBlur(sheet(LINES), (0, 0), 9), "picture-blurred"),
        (sheet(LINES) // 12, "picture-dark"),
    ],
)
def test_a_picture_nobody_can_read_is_refused_at_once(picture: Picture, code: str) -> None:
    with pytest.raises(TroubleError, match=code):
        paper_of(jpeg(picture))


def outcome(raw: bytes) -> str:
    try:
        paper_of(raw)
    except TroubleError as trouble:
        return trouble.code
    return "read"


def test_damaged_files_are_refused_whatever_is_in_them() -> None:
    dice = random.Random(4)
    whole = jpeg(sheet(LINES))
    for _ in range(60):
        spoilt = bytearray(whole[: dice.randrange(1, len(whole))])
        for _ in range(20):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        assert outcome(bytes(spoilt)) in {"read", "not-a-picture", "picture-too-large",
                                          "picture-blurred", "picture-dark"}  # fmt: skip


def test_a_picture_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    from PIL import Image  # here: the other tests of this file do without it

    bomb = tmp_path / "bomb.png"
    Image.new("1", (8_000, 8_000)).save(bomb)
    with pytest.raises(TroubleError, match="picture-too-large"):
        paper_of(bomb.read_bytes())


def test_the_same_paper_is_alike_in_another_light_and_another_is_not() -> None:
    plain = sheet(LINES)
    again = cv2.resize((plain * 0.8).astype(np.uint8), None, fx=0.7, fy=0.7)
    other = sheet(tuple(reversed(LINES * 2))[:14])
    hashes = [likeness_of(one) for one in (plain, again, other)]
    assert (hashes[0] ^ hashes[1]).bit_count() <= ALIKE_BITS
    assert (hashes[0] ^ hashes[2]).bit_count() > ALIKE_BITS


def test_rows_that_fall_to_the_right_are_found_by_what_lines_up() -> None:
    def quad(x: float, y: float) -> Picture:
        return np.array([[x, y], [x + 60, y], [x + 60, y + 20], [x, y + 20]])

    lean = 0.02
    quads = [quad(x, 40 * row + lean * x) for row in range(8) for x in (0.0, 500.0)]
    assert lean_of(quads) == pytest.approx(lean, abs=0.006)


@needs_ocr
def test_the_real_engine_reads_a_photograph(readers: list[OcrProcess]) -> None:
    reader = OcrProcess()
    readers.append(reader)
    seen = reader.read(jpeg(on_a_table(sheet(LINES))))
    text = " ".join(word.text for word in seen.words)
    assert "7.00" in text
    assert "12/03/2024" in text
    assert all(0 <= word.score <= 1 for word in seen.words)


@needs_ocr
def test_a_picture_on_its_side_or_head_is_read_all_the_same(readers: list[OcrProcess]) -> None:
    reader = OcrProcess()
    readers.append(reader)
    upright = sheet(LINES)
    for turns in (1, 2):
        seen = reader.read(jpeg(np.ascontiguousarray(np.rot90(upright, turns))))
        assert "TOTAL 7.00" in " ".join(word.text for word in seen.words), turns
