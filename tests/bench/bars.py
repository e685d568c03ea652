"""The bars of the issues and the design, each beside what was measured."""

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


def _power(found: Found) -> list[dict[str, object]]:
    if not found.get("available", True):
        return []
    told = {name: sum(one["findings"].values()) for name, one in found.items()}
    cuts = f"{found['wal_full']['cuts']} power cuts, {found['wal_full']['acknowledged']} acts"
    full, errors = (found[name]["interrupted"] for name in ("disk_full", "io_error"))
    return [
        exactly(
            f"{cuts}, WAL + FULL: anything lost, doubled, half or corrupt", told["wal_full"], 0
        ),
        exactly(f"{full} times a full disk: the same", told["disk_full"], 0),
        exactly(f"{errors} failed disk operations: the same", told["io_error"], 0),
        *(
            exactly(f"losses are noticed: {name}", told[name] > 0, bar=True)
            for name in ("wal_normal", "no_transactions", "lying_disk")
        ),
    ]


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


def _basket(found: Found) -> list[dict[str, object]]:
    on = f"{found['rules']} rules, {found['lines']} lines, a member with a year"
    one = "the same basket under one rate, CPU, in turns"
    rows = [
        at_most(f"preview at a key stroke, CPU ms ({on})", found["preview"]["cpu_us"] / 1000, 10),
        at_most(f"accrue, CPU ms ({on})", found["accrue"]["cpu_us"] / 1000, 1.5),
        at_most(f"accrue ({on})", found["accrue"]["ratio_to_single_rate"], 8, one),
        at_most(f"confirm, whole path ({on})", found["confirm"]["ratio_to_single_rate"], 8, one),
    ]
    if found["fsyncs_per_confirm"] is not None:
        rows.append(exactly(f"fsyncs of a sale ({on})", found["fsyncs_per_confirm"], 1.0))
    return rows


def _nightly(found: Found) -> list[dict[str, object]]:
    on, killed, again = f"{found['members']} members", found["killed"], found["second_night"]
    done = again["vested"] + again["expired"] + again["rewards"] + again["segments_changed"]
    return [
        at_most(f"longest wait of a till during a night, ms ({on})", _longest_wait(found), 100),
        exactly(f"done by a second night ({on})", done, 0),
        exactly(f"faults in a night's entries ({on})", found["faults_in_its_entries"], 0),
        exactly("killed nights that ended alike", killed["ended_alike"], killed["nights"]),
    ]


def _longest_wait(found: Found) -> float:
    longest: float = found["till_waited_ms"]["max"]
    return longest


def _erasure(found: Found) -> list[dict[str, object]]:
    on = f"one of {found['members']} members, {found['entries_of_the_person']} entries"
    return [
        exactly(f"bytes of an erased person ({on})", found["bytes_after"], 0),
        exactly(f"sums equal after an erasure ({on})", found["sums_equal"], True),
    ]


def _audit(found: Found) -> list[dict[str, object]]:
    on = f"{found['entries']} sales with rich reasons"
    floor = "reading every row and parsing every body, driver alone, CPU"
    return [
        at_most(f"ledger verify ({on})", found["ratio_to_reading"], 10, floor),
        exactly(f"faults of a clean ledger ({on})", found["verify"]["faults"], 0),
        exactly(f"changed reason found ({on})", found["changed_found"], True),
    ]


def _receipt_codes(found: Found) -> list[dict[str, object]]:
    each = f"changed receipt codes of {len(found)} schemes"
    wrong = sum(one["verified_wrongly"] for one in found.values())
    outside = sum(one["outside_errors"] for one in found.values())
    return [
        exactly(f"{each}: verified wrongly", wrong, 0),
        exactly(f"{each}: errors of no family", outside, 0),
    ]


def _scan(found: Found) -> list[dict[str, object]]:
    shown, costs = found["approaches"]["regulars"], found["costs"]
    empty = found["empty"].values()
    accepted = sum(row["regulars"]["wrong_confirmed"] for row in empty)
    pictures = sum(row["pictures"] for row in empty)
    bare = "pyzbar alone, the same 720p frames, CPU"
    return [
        exactly(f"moving cards taken wrongly, of {shown['shown']}", shown["wrong"], 0),
        at_most(
            f"moving cards not taken, of {shown['shown']}", shown["shown"] - shown["accepted"], 3
        ),
        at_most("frames until a moving card is taken, median", shown["median_frames"], 2),
        exactly(f"wrong texts believed, of {pictures} pictures without a code", accepted, 0),
        at_most(
            "frame without a code, first two looks", costs["empty"]["two_looks_ratio"], 0.65, bare
        ),
        at_most("frame without a code, with extras", costs["empty"]["with_extras_ratio"], 1, bare),
        at_most("frame at rest", costs["at_rest_ratio"], 0.03, bare),
        at_most("screen's beat p95 while scanning", found["heartbeat"]["p95_ratio"], 1.2, "idle"),
    ]


def _policy(found: Found) -> list[dict[str, object]]:
    """Bars of the first town; whatever the lines do, nothing is lost beyond what was allowed."""
    first = next(iter(found["towns"].values()))["rows"]
    row = {one["policy"]: one for one in first}
    kept, floor = row["shop holds, home most visited"], row["the same + floor 300"]
    on = f"97 % uptime, {kept['redemptions']} redemptions, median of {found['seeds']} seeds"
    every = [one for town in found["towns"].values() for one in town["rows"]]
    escrow = [one for one in every if one["holders"]]
    over = sum(max(0, one["overdrawn"] - one["bound"]) + one["over_bound"] for one in escrow)
    bare = sum(one["overdrawn"] for one in escrow if not one["floor"])
    asked = f"online only: {row['online only']['refused_pct']} %"
    return [
        at_most(f"legitimate redemptions refused, per cent ({on})", kept["refused_pct"], 1, asked),
        at_most(f"the same with a floor of 300 ({on})", floor["refused_pct"], 0.6, asked),
        exactly("points overdrawn without a floor, all towns", bare, 0),
        exactly("points overdrawn or advanced beyond the floors' bound, all towns", over, 0),
    ]


def _hub(found: Found) -> list[dict[str, object]]:
    what = "after visits by way of a hub every point is there once"
    return [exactly(what, found["every_point_is_there_once"], True)]


def _hub_seeds(found: Found) -> list[dict[str, object]]:
    return [
        exactly(
            f"lives of a shop with a hub gone wrong, of {found['seeds']}", len(found["failed"]), 0
        )
    ]


def _ingest(found: Found) -> list[dict[str, object]]:
    """A push of 1,000 events into PostgreSQL over HTTP, beside COPY of the same facts alone."""
    large = found["postgresql"][-1]
    took, what = large["us_an_event"], "push of 1,000 events, time against COPY's"
    whole = f"COPY of all {large['whole_copy_rows_an_event']} rows an event that a push leaves"
    return [
        at_most(what, round(took / large["copy_us_an_event"], 1), 2, "COPY of the facts alone"),
        at_most(what, round(took / large["whole_copy_us_an_event"], 1), 2, whole),
        at_most("bytes an event on the wire", large["bytes_an_event"], 80),
        at_most("head office's CPU an event, µs", large["server_cpu_us_an_event"], 20),
    ]


def _campaigns_aa(found: Found) -> list[dict[str, object]]:
    told = found["by_measure"]["all"]
    what = f"campaigns without effect called effective, of {told['campaigns']}"
    return [at_most(what, told["effective_share"], 0.05)]


ROWS: dict[str, Callable[[Any], list[dict[str, object]]]] = {
    "start": _start,
    "keystrokes": _keystrokes,
    "scan": _scan,
    "two_windows": _two_windows,
    "kill": _kill,
    "power": _power,
    "ledger": _ledger,
    "basket": _basket,
    "nightly": _nightly,
    "erasure": _erasure,
    "audit": _audit,
    "receipt_codes": _receipt_codes,
    "policy": _policy,
    "hub": _hub,
    "hub_seeds": _hub_seeds,
    "ingest": _ingest,
    "campaigns_aa": _campaigns_aa,
}
