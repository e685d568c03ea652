"""States of the counter with receipts without a code and sales of another till, to draw and look
at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pos.devices.reading_text import Snapshot
from tests.screen.claim_states import ACT, GROCER, HUGE, OWN, SECOND
from tests.screen.state_parts import AT_MEMBER, IDLE, LONG
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Approval, Field, PhotographSheet, Row
from ui.counter.state import CounterState

WIDTH, HEIGHT = 320, 480


def _paper() -> Snapshot:
    """Lines of print on paper, askew on a dark counter."""
    rows = bytearray()
    for y in range(HEIGHT):
        for x in range(WIDTH):
            across, down = x + y // 12, y - x // 12
            on_paper = 60 < across < 290 and 20 < down < 450
            inked = down % 18 < 8 and 75 < across < 250 - (down // 18 * 37) % 90 and across % 9 < 6
            rows.append((50 if inked else 235) if on_paper else 70)
    return Snapshot(b"png", bytes(rows), WIDTH, HEIGHT)


PAPER = _paper()
SHEET = PhotographSheet(
    "photograph",
    "김민준",
    "DE123456789",
    act=ACT,
    facts=(Notice(Mood.QUIET, "photograph-trusted"),),
    fields=(
        Field("photograph-shop", "Bäckerei Sonnenschein", mark="mark-read"),
        Field("total", "6.50", code=True, mark="mark-read"),
        Field("photograph-day", "2026-11-20", code=True, hint="YYYY-MM-DD", mark="mark-read"),
        Field("photograph-time", "14:05", code=True, hint="HH:MM", mark="mark-check"),
        Field("photograph-number", "4711", mark="mark-check"),
    ),
    touched=True,
    picture=PAPER,
)
READING = replace(
    SHEET,
    subject="",
    facts=(),
    fields=tuple(replace(one, value="", mark="") for one in SHEET.fields),
    rows=(Row(1, "a", "Bäckerei Sonnenschein"), Row(2, "b", "Mercearia do Bairro")),
    seconds=3,
)
DOUBTED = replace(
    SHEET,
    subject="",
    facts=(Notice(Mood.ATTENTION, "photograph-look"),),
    fields=(
        Field("photograph-shop", LONG, mark="mark-check"),
        Field("total", "9999999.99", code=True, mark="mark-check"),
        Field("photograph-day", "", code=True, hint="YYYY-MM-DD", mark="mark-lacks"),
        Field("photograph-time", "", code=True, hint="HH:MM", mark="mark-lacks"),
        Field("photograph-number", "9" * 60, mark="mark-check"),
    ),
    rows=(
        *(Row(number, str(number), f"{number} {LONG}") for number in range(1, 9)),
        Row(9, "photograph-enrol"),
    ),
    notice=Notice(Mood.ATTENTION, "photograph-whose"),
)
ENROL = ActSheet(
    "photograph-enrol",
    act=ACT,
    fields=(
        Field("shop-name", "Bäckerei Sonnenschein"),
        Field("tax-number", "DE123456789", code=True),
    ),
    behind=SHEET,
)
LIST = ActSheet(
    "captures",
    "김민준",
    act=ACT,
    rows=tuple(
        Row(
            number,
            str(number),
            one.number,
            (Notice(Mood.QUIET, "capture-printed-at", (("at", OWN.at),)),),
            amount_minor=one.total_minor,
        )
        for number, one in enumerate((OWN, replace(GROCER, number="4711"), HUGE), start=1)
    ),
)


def _on(sheet: ActSheet) -> Callable[[], CounterState]:
    return lambda: replace(AT_MEMBER, sheet=sheet)


PHOTOGRAPH_STATES: dict[str, Callable[[], CounterState]] = {
    "photograph-reading": _on(READING),
    "photograph": _on(SHEET),
    "photograph-doubted": _on(DOUBTED),
    "photograph-dark": _on(
        replace(READING, seconds=None, notice=Notice(Mood.ATTENTION, "picture-dark"))
    ),
    "photograph-absent": _on(
        replace(
            READING,
            seconds=None,
            picture=None,
            notice=Notice(Mood.ATTENTION, "ocr-absent"),
        )
    ),
    "photograph-enrol": _on(ENROL),
    "photograph-enrol-approval": _on(replace(ENROL, approval=Approval("enrol-issuer", SECOND))),
    "capture-idle": lambda: replace(IDLE, captures=(OWN,)),
    "captures-idle": lambda: replace(IDLE, captures=(OWN, GROCER, HUGE), waiting=2),
    "capture-member": lambda: replace(AT_MEMBER, captures=(replace(OWN, number="1234"),)),
    "captures-member": lambda: replace(AT_MEMBER, captures=(OWN, GROCER, HUGE)),
    "captures-list": _on(LIST),
    "capture-credited": lambda: replace(
        AT_MEMBER, banner=Notice(Mood.OK, "capture-credited", (("total_minor", 2350),))
    ),
}
