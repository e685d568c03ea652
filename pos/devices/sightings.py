"""When a code seen by a camera is believed: the rule, without camera or clock.

A good check digit does not make a read true: asking for the same text in two frames took false
reads on 2,000 pictures without a code from 4 to none. Two codes in one frame are neither.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from pos.devices.debounce import Debounce
from pos.devices.decoder import Reading

BELIEVED_AFTER = 2  # equal frames
WITHIN_MS = 700
OUT_OF_VIEW_MS = 700


@dataclass(frozen=True, slots=True)
class Verdict:
    """`accepted`: the reading to take now. `several`: the picture shows more than one code."""

    accepted: Reading | None = None
    several: bool = False


class Sightings:
    """What one camera has seen lately."""

    def __init__(self) -> None:
        self._seen: deque[tuple[int, str]] = deque()  # one for each frame and text
        self._debounce = Debounce(products_repeat=False)
        self._in_view: dict[str, int] = {}  # accepted texts, and when they were last seen

    def frame(self, readings: Iterable[Reading], at_ms: int) -> Verdict:
        """Judge one frame looked at."""
        by_text = {reading.text: reading for reading in readings}
        while self._seen and at_ms - self._seen[0][0] > WITHIN_MS:
            self._seen.popleft()
        self._seen.extend((at_ms, text) for text in by_text)
        still = {t: at for t, at in self._in_view.items() if at_ms - at <= OUT_OF_VIEW_MS}
        self._in_view = still | {text: at_ms for text in by_text if text in still}
        if len(by_text) > 1:
            return Verdict(several=True)
        for text, reading in by_text.items():
            new = text not in self._in_view and self._believed(text)
            if new and self._debounce.is_new(text, at_ms):
                self._in_view[text] = at_ms
                return Verdict(accepted=reading)
        return Verdict()

    @property
    def pending(self) -> bool:
        """True while a code was seen that is not believed yet: look again soon."""
        return any(text not in self._in_view for _, text in self._seen)

    def _believed(self, text: str) -> bool:
        """Seen often enough, and nothing else was seen since its first sighting."""
        first = next(index for index, (_, seen) in enumerate(self._seen) if seen == text)
        since = [seen for _, seen in list(self._seen)[first:]]
        return len(since) >= BELIEVED_AFTER and set(since) == {text}
