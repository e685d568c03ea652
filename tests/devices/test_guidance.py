"""What helps reading is measured, and said calmly."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pos.devices.guidance import AGREED_MS, STAYS_MS, Guidance, hint_of
from pos.devices.strips import located_bars
from tests.devices.pictures import CARD, photographed, printed, table


def hint(picture: np.ndarray, moved: float = 0.0) -> str:
    return hint_of(picture, tuple(located_bars(picture)), moved)


def test_a_code_too_small_to_be_read_should_come_closer() -> None:
    large = table(printed("4006381333931", "EAN13", 4))
    small = cv2.resize(large, None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA)
    assert hint(small) == "closer"


def test_a_blurred_or_moving_code_should_be_held_still() -> None:
    sharp = photographed(table(printed(CARD, pixels=4)))
    assert hint(sharp) == ""
    assert hint(sharp, moved=20.0) == "hold-still"
    assert hint(cv2.GaussianBlur(sharp, (0, 0), 4)) == "hold-still"


def test_darkness_is_named() -> None:
    dark = (photographed(table(printed(CARD))) * 0.1).astype(np.uint8)
    assert hint(dark) == "too-dark"


def test_where_no_code_is_nothing_is_said() -> None:
    assert hint(table(), moved=20.0) == ""


def shown(hints: list[str], every_ms: int = 100) -> list[str]:
    guidance = Guidance()
    return [guidance.saw(one, at * every_ms) for at, one in enumerate(hints)]


def test_a_hint_is_shown_when_looks_agree() -> None:
    said = shown(["closer"] * 6)
    assert said[0] == ""
    assert said[-1] == "closer"


@pytest.mark.parametrize("flicker", [["closer", ""], ["closer", "hold-still"]])
def test_looks_that_do_not_agree_say_nothing(flicker: list[str]) -> None:
    assert set(shown(flicker * 20)) == {""}


def test_a_hint_stays_long_enough_to_be_read_and_then_goes() -> None:
    looks = AGREED_MS // 100 + 1
    said = shown(["closer"] * looks + [""] * 40)
    stays = said.count("closer") * 100
    assert STAYS_MS <= stays <= STAYS_MS + AGREED_MS
    assert said[-1] == ""


def test_a_read_code_ends_every_hint() -> None:
    guidance = Guidance()
    for at in range(10):
        guidance.saw("closer", at * 100)
    guidance.done()
    assert guidance.hint == ""
