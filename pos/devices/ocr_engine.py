"""RapidOCR as this project uses it: the models of its wheel, the angle model off, two threads.

Its angle model turns logos upside down and costs a sixth of the time; a picture that stands on its
side or its head is turned here instead, where what is read says so.
"""

from __future__ import annotations

import statistics
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pos.devices.ocr_level import lean_of
from pos.devices.reading_text import SeenWord
from pos.devices.vision import arrays, opencv
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.devices.ocr_paper import Picture

_THREADS = 2
_POOR = 0.75  # mean score under which a picture may stand on its head
_ENOUGH = 4  # pieces of text, for a picture to be judged by them
MOST_WORDS = 2_000
_PARAMETERS = {
    "Global.use_cls": False,
    "Global.log_level": "critical",
    "Global.max_side_len": 6_400,
    "Global.text_score": 0.5,
    "Det.limit_side_len": 480,
    "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def ocr_is_here() -> bool:
    """Whether the optional packages are installed; loads nothing."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


class Engine:
    """The models in memory; about half a gigabyte. TroubleError `ocr-absent`."""

    def __init__(self) -> None:
        opencv()  # first: it brings OpenCV in with the limits for hostile pictures
        try:
            # Late: optional, and seconds of loading; only the reading process ever does.
            import onnxruntime  # type: ignore[import-untyped, import-not-found, unused-ignore]
            import rapidocr  # type: ignore[import-not-found, unused-ignore]
        except ImportError as error:
            raise TroubleError("ocr-absent") from error
        onnxruntime.disable_telemetry_events()  # on Windows it would tell its maker of its use
        models = Path(rapidocr.__file__).parent / "models"
        named = {f"{part}.model_path": str(_model(models, part)) for part in ("Det", "Rec")}
        self._read: Any = rapidocr.RapidOCR(params={**_PARAMETERS, **named})
        self._once(_sample())

    def words(self, picture: Picture) -> tuple[SeenWord, ...]:
        """What stands on a flat paper (BGR), in reading order, turned upright where need be."""
        np = arrays()
        found = self._once(picture)
        if len(found) < _ENOUGH:
            return _seen(found, picture)
        if statistics.median(_height(q) / max(_width(q), 1.0) for q, _, _ in found) > 1.5:
            turns = [np.ascontiguousarray(np.rot90(picture, k)) for k in (1, 3)]
        elif _sureness(found) < _POOR:
            turns = [picture, np.ascontiguousarray(np.rot90(picture, 2))]
        else:
            return _seen(found, picture)
        read = [(self._once(turn), turn) for turn in turns]
        best = max(read, key=lambda one: _sureness(one[0]) * len(one[0]))
        return _seen(*best)

    def _once(self, picture: Picture) -> list[tuple[Picture, str, float]]:
        result = self._read(picture)
        if result.boxes is None or result.txts is None:
            return []
        rows = zip(result.boxes, result.txts, result.scores, strict=True)
        return [(box, str(text), float(score)) for box, text, score in rows][:MOST_WORDS]


def _model(folder: Path, part: str) -> Path:
    """The wheel's own file. Named, because a model that is not is looked for on the network."""
    found = sorted(folder.glob(f"*_{part.lower()}_*.onnx"))
    if not found:
        raise TroubleError("ocr-absent")
    return found[0]


def _sample() -> Picture:
    """A picture with a word: reading it loads both models."""
    paper: Picture = arrays().full((64, 256, 3), 255, "uint8")
    opencv().putText(paper, "12.50", (40, 44), 0, 1.2, (0, 0, 0), 2)
    return paper


def _seen(found: list[tuple[Picture, str, float]], picture: Picture) -> tuple[SeenWord, ...]:
    """Upright boxes as fractions, after the lean that the rows share is taken out."""
    high, wide = picture.shape[:2]
    slope = lean_of([quad for quad, _, _ in found])
    seen = []
    for quad, text, score in found:
        left, right = float(quad[:, 0].min()), float(quad[:, 0].max())
        middle = float(quad[:, 1].mean()) - slope * (left + right) / 2
        half = _height(quad) / 2
        box = (left / wide, (middle - half) / high, right / wide, (middle + half) / high)
        seen.append(SeenWord(text[:200], *box, score))
    return tuple(seen)


def _sureness(found: list[tuple[Picture, str, float]]) -> float:
    return statistics.fmean(score for _, _, score in found) if found else 0.0


def _width(quad: Picture) -> float:
    return float(abs(quad[1] - quad[0]).max())


def _height(quad: Picture) -> float:
    return float(abs(quad[3] - quad[0]).max())
