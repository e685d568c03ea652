"""What a receipt printer can do, from python-escpos' list of 35 models or from nothing at all.

An unknown printer is trusted with plain ASCII, raster pictures and the knife, no more:
a wrong guess prints rubbish without an error. Code pages beyond the first count only once someone
has seen them on the test page (``proven``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from receipts.writing.errors import PaperError

ROLL_DOTS = {58: 384, 80: 576}
"""Dots across the printable width of the two common rolls, 8 to the millimetre."""

GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """``dots`` and ``columns`` across; ``pages`` are proven (Python codec, ESC t number)."""

    name: str
    dots: int
    columns: int
    pages: tuple[tuple[str, int], ...] = (("cp437", 0),)
    qr: bool = False
    barcode: bool = False
    raster: bool = True
    cut: str = "partial"


def profile(name: str, paper_mm: int, proven: Iterable[str] = ()) -> PrinterProfile:
    """The printer ``name`` of python-escpos' list, or ``generic``, on a roll of ``paper_mm``.

    ``proven`` names code pages as the list does (``CP858``). PaperError: ``unknown-profile``,
    ``paper-width``.
    """
    if paper_mm not in ROLL_DOTS:
        raise PaperError("paper-width", paper_mm=paper_mm)
    roll = ROLL_DOTS[paper_mm]
    if name == GENERIC:
        return PrinterProfile(GENERIC, roll, roll // 12)
    known: Mapping[str, Any] = _listed()["profiles"]
    if name not in known:
        raise PaperError("unknown-profile", name=name)
    model = known[name]
    width = model["media"].get("width", {}).get("pixels")
    # Eight dots are a byte: a raster row cannot end inside one.
    dots = min(roll, width if isinstance(width, int) else roll) // 8 * 8
    has: Mapping[str, bool] = model["features"]
    return PrinterProfile(
        name=name,
        dots=dots,
        columns=min(int(model["fonts"]["0"]["columns"]), dots // 12),
        pages=_pages(model["codePages"], {"CP437", *proven}),
        qr=bool(has["qrCode"]),
        barcode=bool(has["barcodeB"]),
        raster=bool(has["bitImageRaster"]),
        cut="partial" if has["paperPartCut"] else "full" if has["paperFullCut"] else "none",
    )


def _pages(listed: Mapping[str, str], wanted: set[str]) -> tuple[tuple[str, int], ...]:
    encodings: Mapping[str, Mapping[str, str]] = _listed()["encodings"]
    pages = []
    for number, page in sorted(listed.items(), key=lambda item: int(item[0])):
        codec = encodings.get(page, {}).get("python_encode")
        if page in wanted and codec:
            pages.append((codec, int(number)))
    return tuple(pages)


@cache
def _listed() -> dict[str, Any]:
    # Read as data: importing python-escpos sets up logging for the whole program, leaves a folder
    # in /tmp at every start and parses this same file as YAML.
    package = find_spec("escpos")
    if package is None or package.origin is None:
        return {"profiles": {}, "encodings": {}}
    path = Path(package.origin).with_name("capabilities.json")
    listed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return listed
