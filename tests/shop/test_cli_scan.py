"""`regulars scan`: pictures and videos in, codes and what they mean out."""

from __future__ import annotations

from pathlib import Path

import cv2
import pytest

from pos.demo import OPERATORS, demo_card
from tests.devices.pictures import photographed, printed, table
from tests.shop.conftest import CommandLine


def photo(folder: Path, name: str, *codes: str, kind: str = "QRCode") -> str:
    """A photograph of codes on a counter."""
    path = folder / name
    picture = photographed(table(*(printed(code, kind, 5) for code in codes)))
    path.write_bytes(cv2.imencode(path.suffix, picture)[1].tobytes())
    return str(path)


def test_a_photographed_card_is_read_and_known(demo: CommandLine, tmp_path: Path) -> None:
    card = demo_card(1)
    told = demo.told("scan", photo(tmp_path, "카드.png", card))
    assert told.status == 0
    (code,) = told.json["images"][0]["codes"]
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
    images = demo.told("scan", *paths).json["images"]
    found = [image["codes"][0] for image in images]
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


def test_without_a_shop_codes_are_read_and_no_shop_is_made(
    new: CommandLine, tmp_path: Path
) -> None:
    told = new.told("scan", photo(tmp_path, "card.png", demo_card(1)))
    assert told.status == 0
    assert "member" not in told.json["images"][0]["codes"][0]
    assert not new.data.exists()


def test_one_file_without_a_code_makes_the_whole_fail(new: CommandLine, tmp_path: Path) -> None:
    text, empty = tmp_path / "text.png", tmp_path / "empty.png"
    text.write_text("not a picture at all", encoding="utf-8")
    empty.write_bytes(cv2.imencode(".png", table())[1].tobytes())
    good = photo(tmp_path, "card.png", demo_card(1))
    told = new.told("scan", good, str(text), str(empty), str(tmp_path / "none.png"))
    assert (told.status, told.error) == (1, "scan-nothing")
    assert told.json["error"]["facts"] == {"images": 3, "of": 4}
    errors = [image["error"] and image["error"]["code"] for image in told.json["images"]]
    assert errors == [None, "not-a-picture", None, "picture-absent"]
    assert len(told.json["images"][0]["codes"]) == 1


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
    assert told.json["images"][0]["error"]["code"] in {"picture-unreadable", "video-unreadable"}


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
    told = new.told("scan", str(path))
    assert [code["text"] for code in told.json["images"][0]["codes"]] == [demo_card(1)]
