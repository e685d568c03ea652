"""Codes on pictures are read, at any angle, by whichever decoder is there."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from pos.devices import decoder as decoder_module
from pos.devices import zbar
from pos.devices.decoder import Decoder, Reading, decoders_present
from pos.devices.stills import MOST_BYTES, open_picture, read_still
from pos.trouble import TroubleError
from tests.devices.pictures import CARD, photographed, printed, table

ENGINES = [("pyzbar",), ("zxing-cpp",), ("pyzbar", "zxing-cpp")]


@pytest.mark.parametrize("names", ENGINES)
@pytest.mark.parametrize("degrees", [0, 15, 30, 45, 60, 75, 90, 180])
@pytest.mark.parametrize(
    ("kind", "text", "symbology"),
    [
        ("Code128", CARD, "Code 128"),
        ("QRCode", "63000010010000081245", "QR"),
        ("EAN13", "4006381333931", "EAN-13"),
    ],
)
def test_a_code_is_read_at_any_angle(
    names: tuple[str, ...], degrees: int, kind: str, text: str, symbology: str
) -> None:
    picture = photographed(table(printed(text, kind)), degrees)
    found = Decoder(names).look(picture)
    assert [(reading.text, reading.symbology) for reading in found] == [(text, symbology)]


def test_of_two_texts_at_one_place_neither_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """As zxing-cpp was seen to do with a strip: 4006381333931 and 7006401333931."""
    place = ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6))
    beside = tuple((x - 0.3, y) for x, y in place)
    found = [Reading("1", "QR", place), Reading("2", "QR", place), Reading("3", "QR", beside)]
    monkeypatch.setitem(decoder_module._ENGINES, "pyzbar", lambda gray: found)
    decoder = Decoder(("pyzbar",))
    for look in (decoder.look, decoder.study):
        assert [reading.text for reading in look(np.zeros((9, 9), np.uint8))] == ["3"]


def test_the_outline_lies_on_the_code() -> None:
    for reading in Decoder().study(table(printed(CARD))):
        xs, ys = zip(*reading.outline, strict=True)
        assert len(reading.outline) >= 4
        assert 0.25 < min(xs) < 0.5 < max(xs) < 0.75
        assert 0.3 < min(ys) < 0.51
        assert 0.49 < max(ys) < 0.7


def test_a_upc_a_is_the_same_text_as_its_ean_13() -> None:
    for names in ENGINES:
        found = Decoder(names).look(table(printed("036000291452", "UPCA")))
        assert [reading.text for reading in found] == ["0036000291452"]


@pytest.mark.parametrize("kind", ["ITF", "Code39", "Codabar", "EAN8", "UPCE"])
def test_symbologies_that_invent_numbers_are_not_read(kind: str) -> None:
    text = {"EAN8": "96385074", "UPCE": "01234565", "Codabar": "A123456B"}.get(kind, "12345678")
    picture = table(printed(text, kind))
    for names in ENGINES:
        assert Decoder(names).study(picture) == []


def test_nothing_is_read_where_nothing_is() -> None:
    noise = np.random.default_rng(5).integers(0, 255, (480, 640)).astype(np.uint8)
    stripes = np.tile((np.arange(640) // 7 % 2 * 255).astype(np.uint8), (480, 1))
    for names in [*ENGINES, ("opencv-qr",)]:
        for picture in (noise, stripes, np.zeros((480, 640), np.uint8), np.zeros((1, 1), np.uint8)):
            assert Decoder(names).study(picture) == []


def test_without_zbar_and_zxing_a_qr_code_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder_module, "pyzbar", lambda: None)
    monkeypatch.setattr(decoder_module, "_zxing", lambda: None)
    assert decoders_present() == ("opencv-qr",)
    found = Decoder().look(table(printed(CARD, "QRCode", 5)))
    assert [reading.text for reading in found] == [CARD]


def test_without_any_decoder_it_says_so() -> None:
    with pytest.raises(TroubleError, match="decoder-absent"):
        Decoder(())


def test_both_decoders_are_in_use_where_both_are_installed() -> None:
    assert decoders_present() == ("pyzbar", "zxing-cpp")


def test_a_bundled_zbar_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib").mkdir()
    bundled = tmp_path / "lib" / "libzbar.so.0"
    bundled.touch()
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    assert zbar.find_zbar() == str(bundled)


def save(path: Path, picture: np.ndarray) -> Path:
    path.write_bytes(cv2.imencode(path.suffix, picture)[1].tobytes())
    return path


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".webp", ".tiff"])
def test_a_photograph_of_a_card_is_scanned(tmp_path: Path, suffix: str) -> None:
    path = save(tmp_path / f"카드{suffix}", photographed(table(printed(CARD)), 20))
    scans = read_still(path)
    assert [(scan.text, scan.source, scan.symbology) for scan in scans] == [
        (CARD, "file", "Code 128")
    ]


def test_several_codes_on_one_picture_come_from_left_to_right(tmp_path: Path) -> None:
    codes = [CARD, "6200000000005678"]
    path = save(tmp_path / "two.png", table(*(printed(code, "QRCode", 6) for code in codes)))
    assert [scan.text for scan in read_still(path)] == codes


def test_a_picture_without_a_code_is_an_empty_list(tmp_path: Path) -> None:
    assert read_still(save(tmp_path / "blank.png", np.full((300, 300), 255, np.uint8))) == []


def test_a_huge_photograph_is_read_at_a_sensible_size(tmp_path: Path) -> None:
    card = cv2.resize(table(printed(CARD)), (5_120, 2_880), interpolation=cv2.INTER_NEAREST)
    path = save(tmp_path / "huge.jpg", card)
    assert max(open_picture(path).shape) == 4_000
    assert [scan.text for scan in read_still(path)] == [CARD]


def trouble_of(path: Path) -> str:
    with pytest.raises(TroubleError) as caught:
        read_still(path)
    return caught.value.code


def test_what_is_no_picture_says_why(tmp_path: Path) -> None:
    text = tmp_path / "card.png"
    text.write_text("this is no picture")
    empty = tmp_path / "empty.png"
    empty.touch()
    cut = save(tmp_path / "cut.png", table(printed(CARD)))
    cut.write_bytes(cut.read_bytes()[:60])
    assert trouble_of(text) == "not-a-picture"
    assert trouble_of(empty) == "not-a-picture"
    assert trouble_of(cut) == "not-a-picture"
    assert trouble_of(tmp_path / "none.png") == "picture-absent"
    assert trouble_of(tmp_path) == "picture-unreadable"
    assert trouble_of(Path("a\0b")) == "picture-unreadable"


def test_a_file_too_large_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "large.png"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert trouble_of(path) == "picture-too-large"


def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    large = save(tmp_path / "large.png", np.zeros((8_000, 8_000), np.uint8))
    assert large.stat().st_size < 100_000
    assert trouble_of(large) == "picture-too-large"


def test_a_small_file_that_claims_a_huge_picture_is_refused_unopened(tmp_path: Path) -> None:
    """In a process of its own: OpenCV reads its limit when it is first imported."""
    bomb = tmp_path / "bomb.png"
    header = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    pixels = b"IDAT" + zlib.compress(bytes(1_000_000))
    chunks = [
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (header, pixels, b"IEND")
    ]
    bomb.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    program = (
        "import pathlib, sys\n"
        "from pos.devices.stills import read_still\n"
        "from pos.trouble import TroubleError\n"
        "try: read_still(pathlib.Path(sys.argv[1]))\n"
        "except TroubleError as trouble: print(trouble.code)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(bomb)], capture_output=True, text=True, check=True
    )
    assert (ran.stdout.strip(), ran.stderr) == ("picture-too-large", "")
