"""A sale's facts straight from its body: what head office keeps of it, and nothing besides.

The tills send little else than sales, and reading one as `loyalty` does costs five times as much.
What this refuses, `loyalty` is asked about: it decides what is unreadable.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

from loyalty.basket import MOST_UNITS
from loyalty.ledger.count import Count
from loyalty.ledger.documents import sale_from
from loyalty.money import LARGEST_MINOR
from loyalty.sales.sale import Sale
from pos.store.booking import line_rows
from pos.store.columns import day_number

_NUL = "\\u0000"

Minor = Annotated[int, msgspec.Meta(ge=0, le=LARGEST_MINOR)]
Points = Annotated[int, msgspec.Meta(ge=0, le=1 << 53)]
Units = Annotated[int, msgspec.Meta(ge=1, le=MOST_UNITS)]
Amount = Annotated[int, msgspec.Meta(ge=-(1 << 53), le=1 << 53)]

Counted = tuple[str, int, int, bool]
"""A count: name, amount, day as a number (0: none), whether it is the shop's."""


class _Line(msgspec.Struct, array_like=True, forbid_unknown_fields=True, gc=False):
    text: str
    amount: Minor
    units: Units
    sku: str
    category: str
    brand: str
    tax: Minor
    flags: list[str]
    reward: str
    earned: Points
    paid_points: Points
    paid_minor: Minor


class _Count(msgspec.Struct, array_like=True, forbid_unknown_fields=True, gc=False):
    name: str
    amount: Amount
    on: str
    shop: int
    shares: list[int]


class _Used(msgspec.Struct, array_like=True, forbid_unknown_fields=True, gc=False):
    reward: str
    name: str
    points: Points
    value_minor: Annotated[int, msgspec.Meta(ge=0)]
    voucher: str = ""
    stamps: str = ""


class _Why(msgspec.Struct):
    e: list[Minor]


class _Body(msgspec.Struct):
    v: Literal[1]
    c: str
    l: list[_Line]  # noqa: E741 - the body's own names
    u: list[_Used]
    x: _Why
    o: str
    t: list[_Count] = []


_BODY = msgspec.json.Decoder(_Body)


@dataclass(frozen=True, slots=True)
class Sold:
    """What head office keeps of a sale. `lines` as `booking.line_rows`, `counts` besides those
    every sale of a member adds: a visit, an act, `spent` and `earned`.
    """

    currency: str
    operator: str
    total_minor: int
    paid_minor: int
    earned: int
    redeemed: int
    spent: int
    lines: list[tuple[object, ...]]
    counts: list[Counted]


def sold_of(body: str, source: bytes, member: bytes, program: int) -> Sold:
    """The facts of a sale's body; LoyaltyError `body-unreadable`."""
    if _NUL not in body:  # which PostgreSQL's text cannot hold
        try:
            return _read(_BODY.decode(body))
        except (msgspec.MsgspecError, ValueError, RecursionError):
            pass
    who = UUID(bytes=member) if member else None
    return _from_sale(sale_from(body, UUID(bytes=source), who, program))


def _read(told: _Body) -> Sold:
    lines = told.l
    if len(told.x.e) != len(lines):
        raise ValueError("not one amount a line")
    total = paid = earned = 0
    rows: list[tuple[object, ...]] = []
    for n, line in enumerate(lines):
        total += line.amount
        paid += line.paid_minor
        earned += line.earned
        rows.append(
            (
                n,
                line.sku,
                line.category,
                line.brand,
                line.units,
                line.amount,
                line.earned,
                line.paid_points,
                line.paid_minor,
            )
        )
    return Sold(
        currency=told.c,
        operator=told.o,
        total_minor=total,
        paid_minor=paid,
        earned=earned,
        redeemed=sum(used.points for used in told.u),
        spent=sum(told.x.e),
        lines=rows,
        counts=[_counted(count, len(lines)) for count in told.t],
    )


def _counted(count: _Count, lines: int) -> Counted:
    shares = count.shares
    if shares and (len(shares) != lines or sum(shares) != count.amount):
        raise ValueError("shares are not the amount")
    return count.name, count.amount, _day(count.on), bool(count.shop)


@lru_cache(maxsize=1024)
def _day(text: str) -> int:
    return day_number(date.fromisoformat(text)) if text else 0


def _from_sale(told: Sale) -> Sold:
    rows = [tuple(_clean(value) for value in row) for row in line_rows(told)]
    return Sold(
        currency=_clean(told.currency),
        operator=_clean(told.operator),
        total_minor=told.total_minor,
        paid_minor=told.paid_minor,
        earned=told.earned,
        redeemed=told.redeemed,
        spent=sum(told.explanation.eligible),
        lines=rows,
        counts=[counted_of(count) for count in told.counts],
    )


def counted_of(count: Count) -> Counted:
    """A count as it is kept."""
    name: str = _clean(count.name)
    return name, count.amount, day_number(count.on) if count.on else 0, count.shop


def _clean(value: Any) -> Any:
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value
