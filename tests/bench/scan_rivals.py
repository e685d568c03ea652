"""The decoders a picture is also shown to in the same run: pyzbar alone, zxing-cpp alone, ours."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import zxingcpp
from pyzbar import pyzbar

from pos.devices.canonical import canonical
from pos.devices.decoder import Decoder
from pos.devices.study import studied

if TYPE_CHECKING:
    from pos.devices.ports import Gray

Rival = Callable[["Gray"], list[tuple[str, bool]]]
"""A picture in, (text, confirmed) out."""


def pyzbar_alone(gray: Gray) -> list[tuple[str, bool]]:
    """As most programs use it, without DataBar, whose reader prints on standard error."""
    return [(canonical(one.data)[0], True) for one in pyzbar.decode(gray, _SYMBOLS)]


def zxing_alone(gray: Gray) -> list[tuple[str, bool]]:
    """Its defaults: every format."""
    found = zxingcpp.read_barcodes(gray, text_mode=zxingcpp.TextMode.Plain)
    return [(canonical(one.text)[0], True) for one in found]


_SYMBOLS = [one for one in pyzbar.ZBarSymbol if one.name not in ("DATABAR", "DATABAR_EXP")]


@dataclass
class Score:
    """One decoder under one condition."""

    pictures: int = 0
    right: int = 0
    confirmed: int = 0
    wrong: int = 0
    wrong_confirmed: int = 0
    cpu_ms: list[float] = field(default_factory=list)

    def add(self, found: list[tuple[str, bool]], truth: str, ms: float) -> None:
        """`truth`: the one text that is right; "" where none is."""
        self.pictures += 1
        self.right += any(text == truth for text, _ in found)
        self.confirmed += any(text == truth and sure for text, sure in found)
        self.wrong += any(text != truth for text, _ in found)
        self.wrong_confirmed += any(text != truth and sure for text, sure in found)
        self.cpu_ms.append(ms)

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "right": self.right,
            "confirmed": self.confirmed,
            "wrong": self.wrong,
            "wrong_confirmed": self.wrong_confirmed,
            "cpu_ms_mean": round(statistics.fmean(self.cpu_ms), 2) if self.cpu_ms else 0.0,
            "cpu_ms_median": round(statistics.median(self.cpu_ms), 2) if self.cpu_ms else 0.0,
        }


class Contest:
    """All three on every picture, scored by condition."""

    def __init__(self) -> None:
        self._decoder = Decoder()
        self._rivals: dict[str, Rival] = {
            "pyzbar": pyzbar_alone,
            "zxing-cpp": zxing_alone,
            "regulars": self._ours,
        }
        self.scores: dict[str, dict[str, Score]] = {}

    def show(self, condition: str, gray: Gray, truth: str) -> None:
        """Show a picture to each."""
        row = self.scores.setdefault(condition, {name: Score() for name in self._rivals})
        for name, rival in self._rivals.items():
            began = self._cpu_ms()
            found = rival(gray)
            row[name].add(found, truth, self._cpu_ms() - began)

    def told(self) -> dict[str, Any]:
        """As JSON, condition by condition."""
        return {
            condition: {"pictures": row["regulars"].pictures}
            | {name: score.told() for name, score in row.items()}
            for condition, row in self.scores.items()
        }

    def _ours(self, gray: Gray) -> list[tuple[str, bool]]:
        return [(one.reading.text, one.confirmed) for one in studied(self._decoder, gray)]

    def _cpu_ms(self) -> float:
        return time.process_time() * 1000 + self._decoder.helper_cpu_ms
