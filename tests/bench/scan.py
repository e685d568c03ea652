"""Reading codes: conditions, pictures without a code, moving cards, costs, the window's pulse.

`--conditions N` pictures a cell, `--empty N` pictures without a readable code, `--approaches N`
moving cards, `--public DIR` photographs each with its text beside it (name.txt), sorted in folders.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from pos.devices.canonical import canonical
from pos.devices.stills import open_picture
from tests.bench.scan_empty import empty_pictures
from tests.bench.scan_frames import approaches, costs, heartbeat
from tests.bench.scan_pictures import LINEAR, MATRIX, Shot, printed, shot, text_for
from tests.bench.scan_rivals import Contest

_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp"}


def conditions() -> Iterator[tuple[str, tuple[str, ...], Shot]]:
    """Name, kinds of code, and how they are held."""
    for module in (1.5, 2.0, 2.5, 4.0):
        yield f"{module} px a module", (*LINEAR, *MATRIX), Shot(module=module)
    for turn in (5, 15, 30, 45, 60, 75, 90):
        yield f"turned {turn}", (*LINEAR, *MATRIX), Shot(turn=turn)
    for tilt in (30, 45):
        yield f"tilted {tilt}", (*LINEAR, *MATRIX), Shot(tilt=tilt)
    yield "turned 30 and tilted 30", LINEAR, Shot(turn=30, tilt=30)
    for blur in (1.2, 1.6):
        yield f"blur {blur}", (*LINEAR, *MATRIX), Shot(blur=blur)
    for motion in (3, 5):
        yield f"motion {motion} px", (*LINEAR, *MATRIX), Shot(motion=motion)
    yield "glare", (*LINEAR, *MATRIX), Shot(module=3, glare=0.3)
    yield "bent", (*LINEAR, *MATRIX), Shot(module=3, bend=0.6)
    yield "JPEG 30", (*LINEAR, *MATRIX), Shot(jpeg=30)
    yield "noise 15", (*LINEAR, *MATRIX), Shot(noise=15)
    yield "light 0.15", (*LINEAR, *MATRIX), Shot(light=0.15)
    for background in ("wood", "shelf"):
        yield f"on {background}", (*LINEAR, *MATRIX), Shot(ground=background)
    yield "inverted", MATRIX, Shot(inverted=True)


def measured_conditions(pictures: int) -> dict[str, Any]:
    """Linear and matrix codes apart, under each condition."""
    contest = Contest()
    for number, (name, kinds, how) in enumerate(conditions()):
        for at, kind in enumerate(kinds):
            for index in range(pictures):
                rng = np.random.default_rng((number, at, index))
                text = text_for(kind, rng)
                family = "linear" if kind in LINEAR else kind
                gray = shot(printed(kind, text), how, rng)
                contest.show(f"{family}: {name}", gray, canonical(text)[0])
    return contest.told()


def measured_empty(pictures: int) -> dict[str, Any]:
    """What is read where nothing may be."""
    contest = Contest()
    for kind, gray, text in empty_pictures(pictures):
        contest.show(kind, gray, text)
    return contest.told()


def measured_public(folder: Path) -> dict[str, Any]:
    """Photographs with their texts beside them, by folder."""
    contest = Contest()
    for path in sorted(folder.rglob("*")):
        beside = path.with_suffix(".txt")
        if path.suffix.lower() in _PICTURES and beside.is_file():
            raw = beside.read_bytes()
            truth = canonical(raw)[0].replace("\r", "")
            contest.show(str(path.parent.relative_to(folder)), open_picture(path).gray, truth)
    return contest.told()


def main() -> int:
    wanted = argparse.ArgumentParser(prog="tests.bench.scan", description=__doc__)
    wanted.add_argument("--conditions", type=int, default=2)
    wanted.add_argument("--empty", type=int, default=200)
    wanted.add_argument("--approaches", type=int, default=12)
    wanted.add_argument("--heartbeat", type=float, default=4.0, help="seconds")
    wanted.add_argument("--public", type=Path)
    asked = wanted.parse_args()
    told: dict[str, Any] = {}
    if asked.public:
        told["public"] = measured_public(asked.public)
    if asked.conditions:
        told["conditions"] = measured_conditions(asked.conditions)
    if asked.empty:
        told["empty"] = measured_empty(asked.empty)
    if asked.approaches:
        told["approaches"] = approaches(asked.approaches)
    if asked.heartbeat:
        told["costs"] = costs()
        told["heartbeat"] = heartbeat(asked.heartbeat)
    print(json.dumps(told, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
