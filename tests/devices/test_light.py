"""Codes in bad light: dim, pale, half in the light, white on black. Read, and confirmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pytest

from pos.devices.decoder import Decoder
from pos.devices.light import evened, levelled
from pos.devices.study import studied
from tests.devices.pictures import CARD, photographed, printed, table

if TYPE_CHECKING:
    from pos.devices.ports import Gray


def _dim(picture: Gray) -> Gray:
    return (picture * 0.12 + 6).astype(np.uint8)


def _pale(picture: Gray) -> Gray:
    return (picture * 0.15 + 110).astype(np.uint8)


def _half_lit(picture: Gray) -> Gray:
    light = np.linspace(0.05, 1, picture.shape[1]) ** 1.5
    return (picture * light).astype(np.uint8)


@pytest.mark.parametrize("light", [_dim, _pale, _half_lit])
@pytest.mark.parametrize("degrees", [4, 40])
def test_a_card_in_bad_light_is_read_and_confirmed(
    light: Callable[[Gray], Gray], degrees: int
) -> None:
    picture = light(photographed(table(printed(CARD)), degrees))
    assert [(one.reading.text, one.confirmed) for one in studied(Decoder(), picture)] == [
        (CARD, True)
    ]


@pytest.mark.parametrize("degrees", [0, 30, 90])
def test_white_bars_on_black_are_read(degrees: int) -> None:
    picture = photographed(table(255 - printed(CARD), gray=60), degrees)
    assert [(one.reading.text, one.confirmed) for one in studied(Decoder(), picture)] == [
        (CARD, True)
    ]


def test_a_levelled_picture_is_as_bright_at_either_end() -> None:
    row = np.linspace(60, 220, 400).astype(np.uint8)
    even = levelled(np.tile(row, (200, 1)))
    assert abs(int(even[:, 60].mean()) - int(even[:, 340].mean())) < 25


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (2, 300), (64, 3)])
def test_strips_of_any_size_can_be_evened(size: tuple[int, int]) -> None:
    assert evened(np.full(size, 90, np.uint8)).shape == size
