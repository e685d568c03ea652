"""A report as plain rows: for JSON and for spreadsheets; one row a place and currency."""

from __future__ import annotations

import csv
import io
from typing import Any

from pos.office.reporting.figures import Figures, Money, Report

SUMS = (
    *("sales", "total_minor", "paid_minor", "card_sales", "card_minor"),
    *("returns", "refund_minor"),
)
MADE = ("card_percent", "basket_minor", "card_basket_minor", "bare_basket_minor")
POINTS = ("issued", "redeemed", "expired", "adjusted", "lost")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_of(made: Report) -> list[dict[str, Any]]:
    """Every place with every currency it sold in; a place without a sale has one row."""
    found = [_rows("all", made.whole)]
    found += [_rows("shop", one) for one in made.shops]
    found += [_rows("terminal", one) for one in made.terminals]
    return [row for rows in found for row in rows]


def _rows(place: str, one: Figures) -> list[dict[str, Any]]:
    moneys = sorted(one.money.values(), key=lambda each: each.currency) or [Money("")]
    rows = []
    for at, each in enumerate(moneys):
        # Points and members are of the place, not of a currency: once only, or they add up wrongly.
        own = at == 0
        rows.append(
            {
                "place": place,
                "shop": one.shop,
                "terminal": max(one.terminal, 0),
                "name": one.name,
                "currency": each.currency,
                **{name: getattr(each, name) for name in (*SUMS, *MADE)},
                "members_active": one.active if own else None,
                "members_new": one.new if own else None,
                **{f"points_{name}": one.points[name] if own else None for name in POINTS},
                "unsent": one.unsent if own else None,
            }
        )
    return rows


def csv_of(made: Report) -> bytes:
    """The rows as CSV (RFC 4180) in UTF-8 with a mark, so that spreadsheets read every script."""
    rows = rows_of(made)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _plain(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> Any:
    """A name that begins like a formula stays a name in a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
