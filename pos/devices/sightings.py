"""When a code seen by a camera is believed: the rule, without camera or clock.

A good check digit does not make a read true: asking for the same text in two frames took false
reads on 2,000 pictures without a code from four to none. Codes with error correction are believed
at once. Two codes of the same kind in one frame are neither.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pos.devices.canonical import is_retail_number
from pos.devices.debounce import Debounce
from pos.devices.reading import Reading, box_of, on_each_other

WITHIN_MS = 700
OUT_OF_VIEW_MS = 700
_MOST_SEEN = 200  # readings remembered; a picture may be full of codes

Kind = tuple[int, str]
"""Rank, the lowest is meant; and a name: two texts of one kind in one frame are a conflict."""


def plain_kind(text: str) -> Kind:
    """Products after everything else; for who knows no more of codes."""
    return (1, "product") if is_retail_number(text) else (0, "code")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`accepted`: the reading to take now. `several`: two codes of the kind that is meant."""

    accepted: Reading | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    at_ms: int
    frame: int
    reading: Reading


class Sightings:
    """What one camera has seen lately."""

    def __init__(self, kind_of: Callable[[str], Kind] = plain_kind) -> None:
        self._kind_of = kind_of
        self._frames = 0
        self._seen: deque[_Seen] = deque(maxlen=_MOST_SEEN)
        self._debounce = Debounce(products_repeat=False)
        self._in_view: dict[str, int] = {}  # accepted texts, and when they were last seen

    def frame(self, readings: Iterable[Reading], at_ms: int) -> Verdict:
        """Judge one frame looked at."""
        self._frames += 1
        by_text = {reading.text: reading for reading in readings}
        while self._seen and at_ms - self._seen[0].at_ms > WITHIN_MS:
            self._seen.popleft()
        self._seen.extend(_Seen(at_ms, self._frames, reading) for reading in by_text.values())
        still = {t: at for t, at in self._in_view.items() if at_ms - at <= OUT_OF_VIEW_MS}
        self._in_view = still | {text: at_ms for text in by_text if text in still}
        meant = self._meant(by_text)
        if len(meant) > 1:
            return Verdict(several=True)
        for reading in meant:
            new = reading.text not in self._in_view and self._believed(reading)
            if new and self._debounce.is_new(reading.text, at_ms):
                self._in_view[reading.text] = at_ms
                return Verdict(accepted=reading)
        return Verdict()

    @property
    def pending(self) -> bool:
        """True while a code was seen that is not believed yet: look again soon."""
        return any(seen.reading.text not in self._in_view for seen in self._seen)

    def _meant(self, by_text: dict[str, Reading]) -> list[Reading]:
        """Those of the kind that goes before all others in the picture."""
        kinds = {text: self._kind_of(text) for text in by_text}
        best = min(kinds.values(), default=None)
        return [reading for text, reading in by_text.items() if kinds[text] == best]

    def _believed(self, reading: Reading) -> bool:
        """Error-corrected; or read in two frames, and no other text at its place since the first.

        A card is moved while it is shown: its place is where it is, half its size around.
        """
        if reading.matrix:
            return True
        place = _grown(box_of(reading.outline))
        first = next(
            index for index, seen in enumerate(self._seen) if seen.reading.text == reading.text
        )
        since = list(self._seen)[first:]
        frames = {seen.frame for seen in since if seen.reading.text == reading.text}
        disputed = any(
            seen.reading.text != reading.text
            and not seen.reading.matrix
            and on_each_other(place, box_of(seen.reading.outline))
            for seen in since
        )
        return len(frames) > 1 and not disputed


def _grown(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    more = max(right - left, bottom - top) / 2
    return left - more, top - more, right + more, bottom + more
