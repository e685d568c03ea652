"""Rows of a file put together to receipts: by till, number and day, wherever they stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from loyalty.basket import MOST_LINES
from loyalty.money import LARGEST_MINOR
from pos.importing.faults import Fault, Faults
from pos.importing.spool import Spool

# Where things stand in a row: [till, receipt, day, digest], line, at_ms, whose, goods.
KEY, LINE, AT, WHOSE, GOODS = range(5)
AMOUNT = 1  # where the amount stands in goods


def row_key(till: str, receipt: str, on: str, said: list[Any]) -> list[str]:
    """What rows of one receipt share. Without a number, a row is a receipt, known by all it says:
    the digest of what was read, however the file writes it.
    """
    if receipt:
        return [till, receipt, on, ""]
    text = json.dumps(said, separators=(",", ":"))
    return [till, "", on, hashlib.sha256(text.encode()).hexdigest()[:32]]


def receipts(spool: Spool, faults: Faults) -> Iterator[list[list[Any]]]:
    """The rows of each receipt, with the receipt's key made whole: equal rows without a number are
    told apart by their count (`#2` is the second).
    """
    for key, group in groupby(spool.rows(), key=lambda row: row[KEY]):
        if not key[1]:
            for nth, row in enumerate(group, start=1):
                yield [[[*key[:3], f"{key[3]}#{nth}"], *row[1:]]]
            continue
        rows: list[list[Any]] = []
        more = 0
        for row in group:
            if len(rows) <= MOST_LINES:
                rows.append(row)
            else:
                more += 1
        if not _fault(rows, more, faults):
            yield rows


def _fault(rows: list[list[Any]], more: int, faults: Faults) -> bool:
    """Whether something is wrong with rows as one receipt."""
    first = rows[0]
    total = sum(row[GOODS][AMOUNT] for row in rows)
    code, facts = "", ()  # type: tuple[str, tuple[tuple[str, object], ...]]
    if len(rows) > MOST_LINES:
        code, facts = "basket-too-long", (("lines", len(rows) + more),)
    elif total > LARGEST_MINOR:
        code, facts = "basket-total", (("amount_minor", total),)
    elif len({json.dumps(row[WHOSE]) for row in rows if row[WHOSE]}) > 1:
        code = "receipt-members"
    if code:
        faults.add(Fault(first[LINE], "receipt", first[KEY][1], code, facts))
    return bool(code)
