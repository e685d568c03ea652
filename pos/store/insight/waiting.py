"""What waits for a person, counted: cases, requests, receipts, entries set aside, messages."""

from __future__ import annotations

from datetime import date

from loyalty.ledger.entry import Kind
from pos.store.columns import day_number
from pos.store.insight.reading import InsightView
from pos.store.tables import KIND_CODES

_COUNTS = {
    "cases-overdue": "SELECT count(*) FROM grievance WHERE merchant = :merchant "
    "AND closed_ms IS NULL AND due_on < :today",
    "cases-open": "SELECT count(*) FROM grievance WHERE merchant = :merchant "
    "AND closed_ms IS NULL AND (due_on IS NULL OR due_on >= :today)",
    "set-aside": "SELECT count(*) FROM set_aside WHERE merchant = :merchant "
    "AND answered_ms IS NULL",
    "claims-waiting": f"""
        SELECT count(*) FROM claimed AS c WHERE c.merchant = :merchant
        AND c.kind = {KIND_CODES[Kind.CLAIM_ASKED]} AND NOT EXISTS (
            SELECT 1 FROM claimed AS l WHERE l.merchant = c.merchant AND l.scheme = c.scheme
            AND l.receipt = c.receipt
            AND (l.terminal, l.epoch, l.seq) > (c.terminal, c.epoch, c.seq))""",
    "messages-failed": "SELECT count(*) FROM message WHERE merchant = :merchant "
    "AND state = 'given-up'",
}


def waiting(view: InsightView, today: date) -> dict[str, int]:
    """How many of each, by a code; nothing that is 0. Cases with a promise of an earlier day are
    overdue, the others only open.
    """
    view.step("waiting")
    counts = {name: view.one(sql, today=day_number(today))[0] for name, sql in _COUNTS.items()}
    return {name: count for name, count in counts.items() if count}
