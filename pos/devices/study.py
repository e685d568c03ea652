"""One picture studied: look after look until a code holds, each code with what is known of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos.devices.decoder import Decoder
from pos.devices.reading import Reading, box_of, on_each_other
from pos.devices.second_look import holds
from pos.devices.vision import opencv

if TYPE_CHECKING:
    from pos.devices.ports import Gray

# CPU that looks after the first may cost: so many first looks, and for small pictures so many ms.
# With these photographs, public and imitated, cost less on average than zbar alone.
BUDGET_LOOKS, BUDGET_MS = 3.5, 1.5


@dataclass(frozen=True, slots=True)
class Studied:
    """A code of one picture. `confirmed`: error-corrected, or read alike at a second look of its
    own with nothing else at its place; `ms`: CPU until it was found.
    """

    reading: Reading
    confirmed: bool
    ms: float


def studied(decoder: Decoder, gray: Gray) -> list[Studied]:
    """Every code of a single picture, those that hold first, then from left to right."""
    began = _cpu_ms(decoder)
    found: dict[str, Studied] = {}
    first = 0.0
    for number, look in enumerate(decoder.stages()):
        spent = _cpu_ms(decoder) - began
        if number == 1:
            first = spent
        left = (BUDGET_LOOKS * first + BUDGET_MS) / (2 if found else 1)
        if number and spent > first + left:
            break
        try:
            readings = look(gray)
        except opencv().error:  # it asserts on some odd sizes: that look found nothing
            continue
        for reading in readings:
            if reading.text not in found:
                held = holds(decoder, gray, reading)
                found[reading.text] = Studied(reading, held, _cpu_ms(decoder) - began)
        if any(one.confirmed for one in found.values()):
            break
    seen = _undisputed(list(found.values()))
    return sorted(seen, key=lambda one: (not one.confirmed, box_of(one.reading.outline)[0]))


def _undisputed(found: list[Studied]) -> list[Studied]:
    """Of two texts at one place the one that held; where both did, or neither, none is true,
    but for those with error correction.
    """
    kept = []
    for one in found:
        box = box_of(one.reading.outline)
        others = [
            other
            for other in found
            if other is not one and on_each_other(box, box_of(other.reading.outline))
        ]
        if one.reading.matrix or all(_beats(one, other) for other in others):
            kept.append(one)
    return kept


def _beats(one: Studied, other: Studied) -> bool:
    """True where `one` held and `other` did not, both read by the same engine.

    Two engines that differ leave it open: one of them may read such codes wrongly each time (zbar
    does not know FNC4 of Code 128), so that its second look proves nothing.
    """
    engines = {each.reading.engine.partition("+")[0] for each in (one, other)}
    return one.confirmed and not other.confirmed and len(engines) == 1


def _cpu_ms(decoder: Decoder) -> float:
    return time.thread_time() * 1000 + decoder.helper_cpu_ms
