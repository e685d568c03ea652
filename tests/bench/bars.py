"""The bars of issue 2 and the design, each beside what was measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Found = dict[str, Any]
SCREENS = ("offscreen", "xcb")


def bars(found: Found) -> list[dict[str, object]]:
    """One row a bar: what, value, bar, whether it holds. Only of the benches that ran."""
    rows = []
    for name, rows_of in ROWS.items():
        if name in found:
            rows += rows_of(found[name])
    for screen in SCREENS:
        if f"opening_{screen}" in found:
            rows += _opening(found[f"opening_{screen}"])
        if f"window_{screen}" in found:
            rows += _window(found[f"window_{screen}"])
    return rows


def at_most(what: str, value: float, bar: float, against: str = "") -> dict[str, object]:
    """A bar that a value must not be above."""
    row = {"what": what, "value": value, "bar": f"≤ {bar:g}", "holds": value <= bar}
    return row | ({"against": against} if against else {})


def exactly(what: str, value: object, bar: object) -> dict[str, object]:
    """A bar that allows one value."""
    return {"what": what, "value": value, "bar": f"= {bar}", "holds": value == bar}


def _start(found: Found) -> list[dict[str, object]]:
    bare = "CPU of a bare PySide6 window in the same run"
    return [
        at_most("start-up, window shown, CPU ratio", found["window_shown_ratio"], 5, bare),
        exactly("of cv2, numpy, reportlab loaded before the window", found["loaded_too_early"], ""),
    ]


def _opening(found: Found) -> list[dict[str, object]]:
    what = f"longest event-loop gap while starting, ms, {found['platform']}"
    return [at_most(what, found["longest_gap_ms"]["max"], 100)]


def _window(found: Found) -> list[dict[str, object]]:
    on = f"{found['members']} members, {found['entries']} entries more, {found['platform']}"
    return [
        at_most(f"scan to member p95, ms ({on})", found["scan_to_member_ms"]["p95"], 50),
        at_most(f"Enter to done p95, ms ({on})", found["enter_to_done_ms"]["p95"], 100),
        at_most(f"longest event-loop gap, ms ({on})", found["event_loop_gap_ms"]["max"], 100),
    ]


def _keystrokes(found: list[Found]) -> list[dict[str, object]]:
    over = [one for one in found if not one["holds"]]
    return [exactly(f"flows over the keystroke budget, of {len(found)}", len(over), 0)]


def _two_windows(found: Found) -> list[dict[str, object]]:
    what = f"two windows redeem one balance, {found['tries']} tries"
    return [
        exactly(f"{what}: {name}", found[name], 0)
        for name in ("double", "errors", "negative", "faults")
    ]


def _kill(found: Found) -> list[dict[str, object]]:
    what = f"kill -9, {found['kills']} times, {found['acknowledged']} acts acknowledged"
    return [exactly(f"{what}: {name}", found[name], 0) for name in ("lost", "doubled", "faults")]


def _ledger(found: Found) -> list[dict[str, object]]:
    rows = []
    raw = "raw sqlite3 writing or reading the same rows in the same run, CPU"
    if found["fsyncs_per"] is not None:
        rows.append(exactly("fsyncs of a sale", found["fsyncs_per"]["sale"], 1.0))
    for one in found["ledgers"]:
        on = f"{one['entries']} entries, {one['members']} members"
        award, look_up = one["award"], one["look_up"]
        rows.append(at_most(f"award ({on})", award["ratio_to_raw"], 6, raw))
        look = look_up["own_transaction_ratio_to_raw"]
        rows.append(at_most(f"look-up by card ({on})", look, 3, raw))
        if one["entries"]:
            empty = "the same award in an empty ledger, CPU, in turns"
            rows.append(at_most(f"award ({on})", award["ratio_to_empty"], 1.3, empty))
        if parts := one["bytes_of_an_entry"]:
            rows += _bytes(on, one["bytes_per_entry"], parts)
    return rows


def _bytes(on: str, whole: float, parts: dict[str, float]) -> list[dict[str, object]]:
    """The design's 120 bytes are of a bare row; ours stands beside it, and the whole sale too."""
    bare = "the design's 92.5 B: row, unique source, member index, members; no body, no lines"
    return [
        at_most(f"bytes of an entry's bare row with its hash ({on})", parts["bare_row"], 120, bare),
        at_most(f"bytes of a whole one-line sale ({on})", whole, 120, bare),
    ]


ROWS: dict[str, Callable[[Any], list[dict[str, object]]]] = {
    "start": _start,
    "keystrokes": _keystrokes,
    "two_windows": _two_windows,
    "kill": _kill,
    "ledger": _ledger,
}
