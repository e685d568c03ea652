"""`regulars scan`: pictures and videos in, codes and what they mean out."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from loyalty.codes import referral_code, voucher_code
from pos.demo import OPERATORS, demo_card
from tests.devices.pictures import photographed, printed, table
from tests.shop.conftest import CommandLine, Said


def photo(folder: Path, name: str, *codes: str, kind: str = "QRCode") -> str:
    """A photograph of codes on a counter."""
    path = folder / name
    picture = photographed(table(*(printed(code, kind, 5) for code in codes)))
    path.write_bytes(cv2.imencode(path.suffix, picture)[1].tobytes())
    return str(path)


def records(told: Said) -> list[dict[str, Any]]:
    """The objects of standard output, one a line."""
    return [json.loads(line) for line in told.out.splitlines()]


def test_a_photographed_card_is_read_and_known(demo: CommandLine, tmp_path: Path) -> None:
    card = demo_card(1)
    told = demo.told("scan", photo(tmp_path, "카드.png", card))
    assert told.status == 0
    (code,) = records(told)[0]["codes"]
    assert (code["text"], code["symbology"], code["meaning"]) == (card, "QR", "member-card")
    assert code["member"]["name"] == "김민준"
    assert "member card of 김민준" in demo("scan", str(tmp_path / "카드.png")).out


def test_slips_badges_blank_cards_and_products_are_told_apart(
    demo: CommandLine, tmp_path: Path
) -> None:
    sale = demo.told("award", demo_card(1), "5").json["sale"]
    codes = (sale["code"], OPERATORS[0].badge, demo_card(41))
    paths = [photo(tmp_path, f"{n}.png", code) for n, code in enumerate(codes)]
    paths.append(photo(tmp_path, "ean.png", "4006381333931", kind="EAN13"))
    pictures = records(demo.told("scan", *paths))
    found = [picture["codes"][0] for picture in pictures]
    assert [code["meaning"] for code in found] == [
        "sale-slip",
        "operator-badge",
        "member-card",
        "product",
    ]
    assert found[0]["sale"]["number"] == sale["number"]
    assert found[1]["operator"] == OPERATORS[0].id
    assert found[2]["member"] is None
    assert "not known here" in demo("scan", paths[2]).out


def test_vouchers_friends_codes_and_receipts_are_named(demo: CommandLine, tmp_path: Path) -> None:
    russian = "t=20190418T211655&s=3943.26&fn=9282000100072197&i=64318&fp=2918241905&n=1"
    codes = (voucher_code(7), referral_code(7), russian)
    paths = [photo(tmp_path, f"{n}.png", code) for n, code in enumerate(codes)]
    found = [picture["codes"][0] for picture in records(demo.told("scan", *paths))]
    assert [code["meaning"] for code in found] == ["voucher", "referral", "receipt"]
    assert found[2]["receipt"]["scheme"] == "ru-fns"
    said = demo("scan", *paths)
    assert "receipt 9282000100072197:64318 (ru-fns)" in said.out
    assert (said.status, said.err) == (0, "")


def test_a_picture_is_one_object_with_what_scripts_need(new: CommandLine, tmp_path: Path) -> None:
    path = photo(tmp_path, "card.png", demo_card(1))
    (picture,) = records(new.told("scan", path))
    assert set(picture) == {"file", "codes", "cpu_ms"}
    assert (picture["file"], picture["cpu_ms"] > 0) == (path, True)
    (code,) = picture["codes"]
    assert base64.b64decode(code["bytes_b64"]).decode() == code["text"] == demo_card(1)
    assert (code["engine"], code["confirmed"], code["ms"] > 0) == ("zxing-cpp", True, True)
    xs, ys = zip(*code["polygon"], strict=True)
    assert 500 < min(xs) < 640 < max(xs) < 780
    assert 220 < min(ys) < 360 < max(ys) < 500


def test_the_polygon_is_told_in_pixels_of_the_file_however_large_it_is(
    new: CommandLine, tmp_path: Path
) -> None:
    small = table(printed(demo_card(1), "QRCode", 5))
    large = cv2.resize(small, (5_120, 2_880), interpolation=cv2.INTER_NEAREST)
    path = tmp_path / "large.png"
    path.write_bytes(cv2.imencode(".png", large)[1].tobytes())
    ((code,),) = [picture["codes"] for picture in records(new.told("scan", str(path)))]
    xs = [x for x, _ in code["polygon"]]
    assert 2_000 < min(xs) < 2_560 < max(xs) < 3_100


def test_bytes_that_are_no_text_are_kept(new: CommandLine, tmp_path: Path) -> None:
    raw = "二聯式 測試".encode("big5")
    path = tmp_path / "big5.png"
    path.write_bytes(cv2.imencode(".png", table(printed(raw, "QRCode", 6)))[1].tobytes())
    ((code,),) = [picture["codes"] for picture in records(new.told("scan", str(path)))]
    assert base64.b64decode(code["bytes_b64"]) == raw


def test_kinds_that_are_off_are_read_for_who_asks(new: CommandLine, tmp_path: Path) -> None:
    path = photo(tmp_path, "ean8.png", "96385074", kind="EAN8")
    assert records(new.told("scan", path))[0]["codes"] == []
    for asked in ("ean-8", "all"):
        (picture,) = records(new.told("scan", "--formats", asked, path))
        assert [code["text"] for code in picture["codes"]] == ["96385074"]
    told = new.told("scan", "--formats", "runes", path)
    assert (told.status, told.error) == (1, "formats-unknown")


def test_without_a_shop_codes_are_read_and_no_shop_is_made(
    new: CommandLine, tmp_path: Path
) -> None:
    told = new.told("scan", photo(tmp_path, "card.png", demo_card(1)))
    assert told.status == 0
    assert "member" not in records(told)[0]["codes"][0]
    assert not new.data.exists()


def test_one_file_without_a_code_makes_the_whole_fail(new: CommandLine, tmp_path: Path) -> None:
    text, empty = tmp_path / "text.png", tmp_path / "empty.png"
    text.write_text("not a picture at all", encoding="utf-8")
    empty.write_bytes(cv2.imencode(".png", table())[1].tobytes())
    good = photo(tmp_path, "card.png", demo_card(1))
    told = new.told("scan", good, str(text), str(empty), str(tmp_path / "none.png"))
    assert told.status == 1
    assert "No code was read in 3 of 4 files" in told.err
    pictures = records(told)
    errors = [picture.get("error", {}).get("code") for picture in pictures]
    assert errors == [None, "not-a-picture", None, "picture-absent"]
    assert [len(picture["codes"]) for picture in pictures] == [1, 0, 0, 0]


@pytest.mark.parametrize("name", ["folder.png", "film.mp4"])
def test_what_only_looks_like_a_picture_or_a_film_is_said(
    new: CommandLine, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if path.suffix == ".png":
        path.mkdir()
    else:
        path.write_bytes(b"\x00" * 4096)
    told = new.told("scan", str(path))
    assert told.status == 1
    assert records(told)[0]["error"]["code"] in {"picture-unreadable", "video-unreadable"}


def test_a_film_of_a_card_is_read_once(new: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "card.avi"
    picture = table(printed(demo_card(1), "QRCode", 5))
    writer = cv2.VideoWriter(
        str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10.0, (1280, 720), isColor=False
    )
    if not writer.isOpened():
        pytest.skip("this OpenCV writes no films")
    for seed in range(8):
        writer.write(photographed(picture, degrees=seed, seed=seed))
    writer.release()
    frames = records(new.told("scan", str(path)))
    assert [frame["frame"] for frame in frames] == list(range(8))
    for frame in frames:
        assert set(frame) == {"file", "frame", "at_ms", "codes", "cpu_ms"}
        assert [(one["text"], one["confirmed"]) for one in frame["codes"]] == [(demo_card(1), True)]


def test_bars_on_a_film_are_confirmed_from_their_second_frame_on(
    new: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "card.avi"
    picture = table(printed(demo_card(1)))
    writer = cv2.VideoWriter(
        str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10.0, (1280, 720), isColor=False
    )
    if not writer.isOpened():
        pytest.skip("this OpenCV writes no films")
    for seed in range(3):
        writer.write(photographed(picture, degrees=3, seed=seed))
    writer.release()
    frames = records(new.told("scan", str(path)))
    assert [frame["codes"][0]["confirmed"] for frame in frames] == [False, True, True]


def test_an_empty_picture_says_how_to_do_better(new: CommandLine, tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    blank.write_bytes(cv2.imencode(".png", np.full((60, 60), 255, np.uint8))[1].tobytes())
    assert "no code was found" in new("scan", str(blank)).out
