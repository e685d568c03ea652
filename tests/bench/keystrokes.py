"""`python -m tests.bench.keystrokes`: scans and keys of every flow, counted in the real window.

A flow starts at the idle counter and ends when its result is in the database (or its member on
the screen); what it takes is counted by the driver. JSON on stdout, `--table` for Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("REGULARS_RESERVE_MIB", "0")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.ledger.entry import Kind
from pos.demo import OPERATORS, demo_card, furnish
from pos.places import Places
from pos.slips import slip_of
from pos.store import verify
from tests.screen.driver import Till, blank_card
from ui.counter.sheets import ActSheet, ReturnSheet
from ui.counter.state import CounterState, Phase, Reach

AMOUNT = "12.50"
PHONE = "1555501234"  # ten digits


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of the table, the best peer's count in words, and ours at most."""

    name: str
    peer: str
    most_scans: int
    most_keys: int
    act: Callable[[Till], None]
    ready: Callable[[Till], None] = lambda _till: None


def measure() -> list[dict[str, object]]:
    """Each flow in a till of its own order of things; AssertionError where one does not arrive."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        furnish(Places(Path(folder)))
        till = Till(Path(folder), app)
        for flow in FLOWS:
            flow.ready(till)
            till.count.scans = till.count.keys = 0
            flow.act(till)
            scans, keys = till.count.scans, till.count.keys
            found.append(
                {
                    "flow": flow.name,
                    "best_peer": flow.peer,
                    "bar": {"scans": flow.most_scans, "keys": flow.most_keys},
                    "scans": scans,
                    "keys": keys,
                    "holds": scans <= flow.most_scans and keys <= flow.most_keys,
                }
            )
            _idle(till)
        assert till.terminal.shop is not None
        with till.terminal.shop.store.reading() as view:
            assert list(verify(view)) == []
        till.close()
    return found


def table(found: list[dict[str, object]]) -> str:
    """The same as Markdown."""
    lines = ["| flow | best peer | at most | measured | holds |", "|---|---|---|---|---|"]
    for one in found:
        bar = one["bar"]
        assert isinstance(bar, dict)
        lines.append(
            f"| {one['flow']} | {one['best_peer']} | {_said(bar['scans'], bar['keys'])} "
            f"| {_said(one['scans'], one['keys'])} | {'yes' if one['holds'] else 'no'} |"
        )
    return "\n".join(lines)


def _said(scans: object, keys: object) -> str:
    parts = [
        f"{count} {name}{'' if count == 1 else 's'}"
        for count, name in ((scans, "scan"), (keys, "key"))
        if count
    ]
    return " + ".join(parts)


def _idle(till: Till) -> None:
    """Leave what is open, until nobody stands there."""
    for _ in range(6):
        if till.state.phase is Phase.IDLE and till.state.sheet is None and not till.state.entry:
            break
        till.press(Qt.Key.Key_Escape)
    till.rest()


def _booked(till: Till, kind: Kind) -> None:
    """The newest entry is of this kind."""
    assert till.terminal.shop is not None
    with till.terminal.shop.store.reading() as view:
        last = view.last_entry()
    assert last is not None
    assert last.kind is kind, last.kind


def _phone_of(till: Till, card: str) -> str:
    assert till.terminal.shop is not None
    with till.terminal.shop.store.reading() as view:
        known = view.member_by_card(card)
    assert known is not None
    return known[0].phone


def _sign_in(till: Till) -> None:
    till.scan(OPERATORS[0].badge)
    till.until(lambda: till.state.phase is Phase.IDLE, "the counter")


def _identify(till: Till) -> None:
    till.scan(demo_card(1))
    assert till.state.member is not None


def _identify_by_phone(till: Till) -> None:
    till.type(_phone_of(till, demo_card(4))[-5:])
    till.press(Qt.Key.Key_Return)
    assert till.state.member is not None


def _award(till: Till) -> None:
    till.scan(demo_card(2))
    till.type(AMOUNT)
    till.press(Qt.Key.Key_Return)
    _booked(till, Kind.SALE)


def _save_up(till: Till) -> None:
    """Points for the first reward, and an idle counter again."""
    till.scan(demo_card(3))
    till.type("60")
    till.press(Qt.Key.Key_Return)
    _idle(till)


def _redeem(till: Till) -> None:
    till.scan(demo_card(3))
    assert till.state.offers[0].reach is Reach.READY
    till.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    _booked(till, Kind.SALE)


def _enrol(till: Till) -> None:
    till.scan(blank_card(41))
    till.press(Qt.Key.Key_F4)
    _booked(till, Kind.ENROLMENT)


def _enrol_with_phone(till: Till) -> None:
    till.scan(blank_card(42))
    till.type(PHONE)
    till.press(Qt.Key.Key_F4)
    _booked(till, Kind.ENROLMENT)
    assert _phone_of(till, blank_card(42)) == PHONE


def _sell(till: Till) -> None:
    _award(till)
    _idle(till)


def _undo(till: Till) -> None:
    till.press(Qt.Key.Key_F8)
    _booked(till, Kind.RETURN)


def _return_all(till: Till) -> None:
    till.scan(till.slip_code())
    assert isinstance(till.state.sheet, ReturnSheet)
    till.press(Qt.Key.Key_Return)
    _booked(till, Kind.RETURN)


def _sell_two_lines(till: Till) -> None:
    till.scan(demo_card(5))
    till.type("3")
    till.press(Qt.Key.Key_Plus)
    till.type("4")
    till.press(Qt.Key.Key_Return)
    _idle(till)


def _return_one_line(till: Till) -> None:
    till.scan(till.slip_code())
    assert isinstance(till.state.sheet, ReturnSheet)
    till.type("1")
    till.press(Qt.Key.Key_Return)
    _booked(till, Kind.RETURN)


def _ask_for_approval(till: Till) -> None:
    """Points by hand, more than a cashier or a supervisor may give alone."""
    till.scan(demo_card(5))
    till.press(Qt.Key.Key_F4)
    sheet = till.state.sheet
    assert isinstance(sheet, ActSheet)
    till.type(str(next(row.number for row in sheet.rows if row.id == "adjust")))
    till.type("300")
    till.press(Qt.Key.Key_Tab)
    till.type("wait")
    till.press(Qt.Key.Key_Return)
    sheet = till.state.sheet
    assert isinstance(sheet, ActSheet)
    assert sheet.approval is not None


def _approve(till: Till) -> None:
    till.scan(OPERATORS[2].badge)
    _booked(till, Kind.ADJUSTMENT)


def _sell_without_card(till: Till) -> None:
    till.type(AMOUNT)
    till.press(Qt.Key.Key_Return)
    _booked(till, Kind.SALE)
    _idle(till)


def _receipt(till: Till) -> str:
    """The square code on the newest slip."""
    assert till.terminal.shop is not None
    with till.terminal.shop.store.reading() as view:
        last = view.last_sale()
    assert last is not None
    return slip_of(till.terminal.shop, last.key).claim_url


def _credited(till: Till, *scans: str) -> None:
    """The receipt is on the screen as credited, which it is once it is in the books."""
    for scan in scans:
        before = till.state
        till.scan(scan)
        # A long burst is over a moment after its end.
        till.until(partial(_changed, till, before), "what becomes of the scan")
    assert till.state.phase is Phase.DONE
    _booked(till, Kind.CLAIM)


def _changed(till: Till, before: CounterState) -> bool:
    return till.state != before and not till.state.busy


def _card_then_receipt(till: Till) -> None:
    _credited(till, demo_card(5), _receipt(till))


def _receipt_then_card(till: Till) -> None:
    _credited(till, _receipt(till), demo_card(5))


def _receipt_typed(till: Till) -> None:
    assert till.terminal.shop is not None
    with till.terminal.shop.store.reading() as view:
        last = view.last_sale()
    assert last is not None
    till.scan(demo_card(5))
    till.type(slip_of(till.terminal.shop, last.key).hand_code)
    till.press(Qt.Key.Key_Return)
    _booked(till, Kind.CLAIM)


FLOWS = (
    Flow("sign in by badge", "not in the table", 1, 0, _sign_in),
    Flow("identify by card", "1 tap + 1 scan (Toast), 2 taps (Odoo)", 1, 0, _identify),
    Flow("identify by the last 5 digits of a phone", "the same", 0, 6, _identify_by_phone),
    Flow(
        f"award {AMOUNT}, no readable receipt",
        "automatic once attached (Toast, Loyverse)",
        1,
        len(AMOUNT) + 1,
        _award,
    ),
    Flow(
        "award by a receipt, card first",
        "automatic once attached (Toast, Loyverse)",
        2,
        0,
        _card_then_receipt,
        _sell_without_card,
    ),
    Flow(
        "award by a receipt, receipt first",
        "automatic once attached (Toast, Loyverse)",
        2,
        0,
        _receipt_then_card,
        _sell_without_card,
    ),
    Flow(
        "award by a receipt whose number is typed",
        "automatic once attached (Toast, Loyverse)",
        1,
        len("1-233 7K3Q") + 1,
        _receipt_typed,
        _sell_without_card,
    ),
    Flow(
        "redeem a reward",
        "2–3 taps after attaching (Odoo), 14–16 (Square, Toast)",
        1,
        1,
        _redeem,
        _save_up,
    ),
    Flow("enrol with a blank card", "11–13", 1, 1, _enrol),
    Flow("enrol with a blank card and a phone of ten digits", "11–13", 1, 11, _enrol_with_phone),
    Flow("undo the last sale", "3 taps (Odoo), impossible (Lightspeed, Smile)", 0, 1, _undo, _sell),
    Flow("return a whole sale", "6 taps, online only (Loyverse)", 1, 1, _return_all, _sell),
    Flow(
        "return one of two lines",
        "6 taps, online only (Loyverse)",
        1,
        2,
        _return_one_line,
        _sell_two_lines,
    ),
    Flow("approve in place", "badge or PIN, 4–5 keys", 1, 0, _approve, _ask_for_approval),
)


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--table", action="store_true", help="Markdown instead of JSON")
    asked = wanted.parse_args()
    found = measure()
    print(table(found) if asked.table else json.dumps(found, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
