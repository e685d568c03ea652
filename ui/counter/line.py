"""What the screen tells of the line to head office, and of points that are at other shops. Whoever
stands here hears of shops, never of how points are kept.
"""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from pos.clock import moment_of
from pos.line_state import LineState
from pos.linked import Usable
from ui.counter.here import HereView
from ui.counter.notice import Mood, Notice

NEED_NOT_WORRY_MS = 24 * 3600_000
"""What is unsent for longer than a day wants somebody to look."""
GRAVE = {
    "suspended": "office-suspended",
    "retired": "office-retired",
    "terminal-retired": "office-retired",
    "protocol": "office-outdated",
}
"""What head office says of this terminal that somebody has to act on, with its chip."""


def here_view(
    usable: Usable, held: int, line: LineState | None, on: date, zone: tzinfo
) -> HereView:
    """A member's three figures; `held` points are promised to another open basket."""
    line = line or LineState()
    return HereView(
        points=max(0, usable.here - held),
        total=max(usable.here, usable.total),  # head office may not know yet what was earned here
        as_of=moment(usable.as_of_ms, on, zone),
        connected=line.connected,
        since=moment(line.since_ms, on, zone),
        frozen=usable.frozen,
    )


def chips_of(
    line: LineState, on: date, zone: tzinfo
) -> tuple[Notice, Notice | None, Notice | None]:
    """The line for the status strip: connected or since when not, what is unsent, what head office
    did not count.
    """
    unsent = aside = None
    if line.unsent:
        mood = Mood.ATTENTION if _long_unsent(line) else Mood.QUIET
        oldest = moment(line.oldest_ms, on, zone)
        unsent = Notice(mood, "office-unsent", (("count", line.unsent), ("since", oldest)))
    if line.set_aside:
        aside = Notice(Mood.ATTENTION, "office-aside", (("count", line.set_aside),))
    grave = GRAVE.get(line.state) or GRAVE.get(line.why)
    since = (("since", moment(line.since_ms, on, zone)),)
    if grave:
        return Notice(Mood.REFUSED, grave, since), unsent, aside
    if line.why == "request-old":  # signed by a clock that is wrong
        return Notice(Mood.ATTENTION, "office-clock", since), unsent, aside
    if line.connected:
        return Notice(Mood.OK, "office-online", since), unsent, aside
    code = "office-near" if line.near else "office-offline"
    return Notice(Mood.QUIET, code, since), unsent, aside


def moment(at_ms: int | None, on: date, zone: tzinfo) -> datetime | time | None:
    """Milliseconds as a moment of the shop: a time where it is of the day `on`; None for never."""
    if not at_ms:
        return None
    at = moment_of(at_ms).astimezone(zone)
    return at.time() if at.date() == on else at


def _long_unsent(line: LineState) -> bool:
    """By the line's own moments: a screen draws the same state the same way."""
    newest = max(line.since_ms, line.last_contact_ms)
    return line.oldest_ms is not None and newest - line.oldest_ms > NEED_NOT_WORRY_MS
