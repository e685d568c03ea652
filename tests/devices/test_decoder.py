"""Codes on pictures are read, at any angle, by whichever decoder is there."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from itertools import chain
from pathlib import Path

import cv2
import numpy as np
import pytest

from pos.devices import decoder as decoder_module
from pos.devices import zbar
from pos.devices.decoder import Decoder, decoders_present
from pos.devices.reading import Reading, undisputed
from pos.devices.second_look import holds
from pos.devices.stills import MOST_BYTES, open_picture, read_still
from pos.devices.study import studied
from pos.devices.symbologies import ALL, USUAL, names_from
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


def test_of_two_texts_at_one_place_neither_is_read() -> None:
    """As zxing-cpp was seen to do with a strip: 4006381333931 and 7006401333931."""
    place = ((0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6))
    beside = tuple((x - 0.3, y) for x, y in place)
    found = [
        Reading("1", "EAN-13", place),
        Reading("2", "QR", place),
        Reading("3", "EAN-13", beside),
    ]
    assert [reading.text for reading in undisputed(found)] == ["2", "3"]
    both = [Reading(text, "EAN-13", place) for text in "12"]
    assert undisputed(both) == []


def test_a_qr_code_drawn_inside_another_disputes_neither() -> None:
    whole = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9))
    inside = tuple((0.5 + (x - 0.5) / 4, 0.5 + (y - 0.5) / 4) for x, y in whole)
    found = [Reading("outer", "QR", whole), Reading("inner", "QR", inside)]
    assert undisputed(found) == found


@pytest.mark.parametrize("degrees", [0, 45])
def test_the_outline_lies_on_the_code(degrees: int) -> None:
    picture = photographed(table(printed(CARD)), degrees)
    (found,) = studied(Decoder(), picture)
    xs, ys = zip(*found.reading.outline, strict=True)
    assert len(found.reading.outline) == 4
    assert 0.25 < min(xs) < 0.5 < max(xs) < 0.75
    assert 0.2 < min(ys) < 0.51
    assert 0.49 < max(ys) < 0.8


@pytest.mark.parametrize("degrees", [-60, -30, 15, 30, 45, 75, 90])
def test_a_pdf417_is_read_at_any_angle(degrees: int) -> None:
    picture = photographed(table(printed("https://shop.example/c/1", "PDF417")), degrees)
    (found,) = studied(Decoder(), picture)
    assert (found.reading.text, found.reading.symbology) == ("https://shop.example/c/1", "PDF417")


@pytest.mark.parametrize("kind", ["PDF417", "Aztec", "DataMatrix"])
def test_wallet_codes_are_read_at_the_first_look(kind: str) -> None:
    (found,) = Decoder().look(table(printed(CARD, kind, 5)))
    assert (found.text, found.symbology, found.data) == (CARD, kind, CARD.encode())


def test_a_upc_a_is_the_same_text_as_its_ean_13() -> None:
    for names in ENGINES:
        found = Decoder(names).look(table(printed("036000291452", "UPCA")))
        assert [reading.text for reading in found] == ["0036000291452"]


ODD = ["ITF", "Code39", "Codabar", "EAN8", "UPCE", "Code93"]


def odd(kind: str) -> np.ndarray:
    text = {"EAN8": "96385074", "UPCE": "01234565", "Codabar": "A123456B"}.get(kind, "12345678")
    return table(printed(text, kind))


@pytest.mark.parametrize("kind", ODD)
def test_symbologies_that_invent_numbers_are_not_read(kind: str) -> None:
    for names in ENGINES:
        assert studied(Decoder(names), odd(kind)) == []


@pytest.mark.parametrize("kind", ODD)
def test_whoever_asks_for_all_symbologies_gets_them(kind: str) -> None:
    for names in ENGINES:
        (found,) = studied(Decoder(names, formats=ALL), odd(kind))
        assert found.reading.symbology in ALL - USUAL


def test_named_symbologies_are_read_besides_the_usual() -> None:
    assert names_from("") == USUAL
    assert names_from("ean 8, ITF") == USUAL | {"EAN-8", "ITF"}
    assert names_from("qr,ALL") == ALL
    with pytest.raises(TroubleError) as caught:
        names_from("QR,eam-8")
    assert (caught.value.code, caught.value.facts["name"]) == ("formats-unknown", "eam-8")


def test_nothing_is_read_where_nothing_is() -> None:
    noise = np.random.default_rng(5).integers(0, 255, (480, 640)).astype(np.uint8)
    stripes = np.tile((np.arange(640) // 7 % 2 * 255).astype(np.uint8), (480, 1))
    slanted = photographed(table(stripes), 30)
    odd_sizes = [np.zeros(size, np.uint8) for size in ((480, 640), (1, 1), (2, 900), (900, 2))]
    for names in [*ENGINES, ("opencv-qr",)]:
        for picture in (noise, stripes, slanted, *odd_sizes):
            assert studied(Decoder(names), picture) == []
            assert Decoder(names).look(picture) == []


def test_a_second_look_confirms_what_is_there_and_not_what_is_invented() -> None:
    picture = photographed(table(printed("4006381333931", "EAN13")))
    decoder = Decoder()
    (found,) = studied(decoder, picture)
    assert found.confirmed
    assert holds(decoder, picture, found.reading)
    invented = replace(found.reading, text="7006401333931")
    assert not holds(decoder, picture, invented)
    elsewhere = tuple((x - 0.3, y - 0.3) for x, y in found.reading.outline)
    assert not holds(decoder, picture, replace(found.reading, outline=elsewhere))


def test_a_code_with_error_correction_needs_no_second_look() -> None:
    (found,) = studied(Decoder(), table(printed(CARD, "QRCode", 6)))
    assert found.confirmed
    assert holds(Decoder(), np.zeros((9, 9), np.uint8), found.reading)


def test_a_part_the_decoder_chokes_on_costs_that_look_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def chokes(gray: np.ndarray) -> list[Reading]:
        raise cv2.error("assertion failed")

    decoder = Decoder()
    stages = decoder.stages
    monkeypatch.setattr(decoder, "stages", lambda: chain([chokes], stages()))
    (found,) = studied(decoder, table(printed(CARD)))
    assert found.reading.text == CARD


def test_without_zbar_and_zxing_a_qr_code_is_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoder_module, "pyzbar_here", lambda: False)
    monkeypatch.setattr(decoder_module, "zxing", lambda: None)
    assert decoders_present() == ("opencv-qr",)
    (found,) = Decoder().look(table(printed(CARD, "QRCode", 5)))
    assert found.text == CARD


def test_without_any_decoder_it_says_so() -> None:
    with pytest.raises(TroubleError, match="decoder-absent"):
        Decoder(())


def test_both_decoders_are_in_use_where_both_are_installed() -> None:
    assert decoders_present() == ("zxing-cpp", "pyzbar")


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


def test_a_code_on_a_transparent_ground_is_read(tmp_path: Path) -> None:
    """Dark modules on nothing: black on black to who forgets what transparent means."""
    code = printed(CARD, "QRCode", 5)
    clear = np.dstack([code * 0, code * 0, code * 0, 255 - code])
    assert [scan.text for scan in read_still(save(tmp_path / "clear.png", clear))] == [CARD]


def test_a_scan_of_a_picture_says_who_read_it_and_the_bytes(tmp_path: Path) -> None:
    (scan,) = read_still(save(tmp_path / "card.png", table(printed(CARD))))
    assert (scan.data, scan.confirmed, scan.engine) == (CARD.encode(), True, "zxing-cpp")


def test_several_codes_on_one_picture_come_from_left_to_right(tmp_path: Path) -> None:
    codes = [CARD, "6200000000005678"]
    path = save(tmp_path / "two.png", table(*(printed(code, "QRCode", 6) for code in codes)))
    assert [scan.text for scan in read_still(path)] == codes


def test_a_picture_without_a_code_is_an_empty_list(tmp_path: Path) -> None:
    assert read_still(save(tmp_path / "blank.png", np.full((300, 300), 255, np.uint8))) == []


def test_a_huge_photograph_is_read_at_a_sensible_size(tmp_path: Path) -> None:
    card = cv2.resize(table(printed(CARD)), (5_120, 2_880), interpolation=cv2.INTER_NEAREST)
    path = save(tmp_path / "huge.jpg", card)
    picture = open_picture(path)
    assert max(picture.gray.shape) == 4_000
    assert picture.times == pytest.approx(1.28)
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
