"""zxing-cpp: the first look at every picture. Quick, and the only one with all wallet formats."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pos.devices.reading import Points, Reading, reading_of
from pos.devices.symbologies import BY_NAME, TABLE, Names

if TYPE_CHECKING:
    from types import ModuleType

    from pos.devices.ports import Gray

ENGINE = "zxing-cpp"
_TOLD = {told: one.name for one in TABLE for told in one.told}


@cache
def zxing() -> ModuleType | None:
    """The zxingcpp module, None where it is missing."""
    try:
        # Late: optional, and of no use before a picture is there.
        import zxingcpp
    except ImportError:
        return None
    return zxingcpp


def read_with_zxing(
    gray: Gray, names: Names, *, plain_histogram: bool = False, upright: bool = False
) -> list[Reading]:
    """Codes of the kinds `names` in `gray`.

    `plain_histogram`: one threshold for all of the picture (better in even light with blur);
    `upright`: the code is known to stand upright and at its size, so nothing is turned or shrunk.
    """
    module = zxing()
    if module is None:
        return []
    binarizer = module.Binarizer
    found = module.read_barcodes(
        gray,
        formats=_formats(module, names),
        text_mode=module.TextMode.Plain,
        binarizer=binarizer.GlobalHistogram if plain_histogram else binarizer.LocalAverage,
        try_rotate=not upright,
        try_downscale=not upright,
    )
    readings = []
    for one in found:
        name = _TOLD.get(one.format.name, "")
        if name in names:
            corners = _corners(one.position)
            data = bytes(one.bytes)
            seen = reading_of(gray, one.text, name, corners, engine=ENGINE, data=data)
            readings += [seen] if seen else []
    return readings


def _formats(module: ModuleType, names: Names) -> Any:
    # Made anew each time: one that lives to the end of the program is told as a leak there.
    return module.barcode_formats_from_str(",".join(BY_NAME[name].asked for name in sorted(names)))


def _corners(position: Any) -> Points:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return [(corner.x, corner.y) for corner in corners]
