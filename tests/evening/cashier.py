"""`python -m tests.evening.cashier FOLDER`: a till's real window in a process of its own.

Worked by lines of JSON on stdin as a cashier works it by keys and scans; each line is answered with
what the cashier sees then.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.screen import driver
from tests.screen.driver import Till
from ui.counter.notice import Notice
from ui.counter.sheets import ActSheet, ReturnSheet
from ui.counter.state import CounterState, Reach

PATIENCE_S = 60  # the machine may be busy with everything else of the evening


def seen(state: CounterState) -> dict[str, Any]:
    """What is on the screen, as values."""
    member, done, sheet = state.member, state.done, state.sheet
    here = member.here if member else None
    last = state.last_act
    return {
        "phase": state.phase.value,
        "operator": state.strip.operator,
        "office": state.strip.office.code,
        "unsent": dict(state.strip.unsent.facts)["count"] if state.strip.unsent else 0,
        "aside": dict(state.strip.aside.facts)["count"] if state.strip.aside else 0,
        "member": member.name if member else "",
        "here": here.points if here else None,
        "total": here.total if here else None,
        "frozen": here.frozen if here else "",
        "due": state.ticket.due_minor,
        "offers": {each.name: each.reach.value for each in state.offers},
        "tender": state.tender.points if state.tender and state.tender.chosen else 0,
        "rewards": [each.name for each in state.offers if each.reach is Reach.CHOSEN],
        "banner": _said(state.banner),
        "sheet": _sheet(sheet),
        "last": {"kind": last.kind, "amount": last.amount_minor, "member": last.member}
        if last
        else None,
        "done": {
            "kind": done.kind,
            "number": done.number,
            "earned": done.earned,
            "redeemed": done.redeemed,
            "taken_back": done.taken_back,
            "balance": done.balance,
            "amount": done.amount_minor,
        }
        if done
        else None,
    }


def _sheet(sheet: object) -> dict[str, Any] | None:
    if isinstance(sheet, ActSheet):
        return {
            "kind": sheet.kind,
            "facts": [_said(fact) for fact in sheet.facts],
            "rows": {row.id: row.number for row in sheet.rows if row.open},
            "approval": sheet.approval.right if sheet.approval else "",
            "notice": _said(sheet.notice),
        }
    if isinstance(sheet, ReturnSheet):
        return {"kind": "return", "refund": sheet.refund_minor}
    return {"kind": type(sheet).__name__} if sheet is not None else None


def _said(notice: Notice | None) -> dict[str, Any] | None:
    return {"code": notice.code, **dict(notice.facts)} if notice else None


def did(till: Till, order: dict[str, Any]) -> dict[str, Any]:
    """Carry out one order; AssertionError tells what did not come about."""
    match order["do"]:
        case "sign_in":
            till.sign_in()
        case "scan":
            till.scan(order["text"])
        case "type":
            till.type(order["text"])
        case "press":
            till.press(getattr(Qt.Key, f"Key_{order['text']}"))
        case "until":
            wanted = order["facts"]
            till.until(lambda: wanted.items() <= seen(till.state).items(), str(wanted))
        case "sheet":
            wanted = order["text"]
            till.until(lambda: (seen(till.state)["sheet"] or {}).get("kind") == wanted, wanted)
        case "rest":
            till.rest()
        case "slip":
            return {"slip": till.slip_code(), **seen(till.state)}
        case "shot":
            QTest.qWait(120)
            till.shot(Path(order["text"]), order["width"], order["height"])
        case "see":
            till.pump()
    return seen(till.state)


def tell(facts: dict[str, Any]) -> None:
    """One line to whoever gives the orders."""
    sys.stdout.write(json.dumps(facts, default=str) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Work until there are no more orders, then close the window."""
    driver.PATIENCE_S = PATIENCE_S
    app = QApplication(["regulars"])
    till = Till(Path(sys.argv[1]), app)
    orders: queue.Queue[str] = queue.Queue()

    def read() -> None:
        for line in sys.stdin:
            orders.put(line)
        orders.put("")

    threading.Thread(target=read, daemon=True).start()
    tell(seen(till.state))
    while True:
        QTest.qWait(5)
        try:
            line = orders.get_nowait()
        except queue.Empty:
            continue
        if not line:
            break
        try:
            told = did(till, json.loads(line))
        except AssertionError as error:
            told = {"failed": str(error)[:2_000], **seen(till.state)}
        tell(told)
    till.close()
    app.processEvents()


if __name__ == "__main__":
    main()
