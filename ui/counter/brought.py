"""Receipts that lie on the counter: what is known of each, and how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from uuid import UUID

from loyalty.claims.receipt import Receipt
from pos.claims import Credited
from pos.clock import moment_of
from pos.presenting import Presented
from pos.slips import number_text
from pos.tap.spool import Capture
from ui.counter.notice import Mood, Notice
from ui.counter.state import ReceiptView


@dataclass(frozen=True, slots=True)
class Brought:
    """A receipt as it was brought. `act`: what it is credited under, so that a second try is the
    same credit. `scanned`: its code, empty where it was typed; `total_minor`, `issuer`: keyed by a
    person where the code has none; `presented` and `view` once it could be read.
    """

    act: UUID
    scanned: bytes | str = ""
    total_minor: int | None = None
    issuer: str = ""
    presented: Presented | None = None
    view: ReceiptView | None = None

    @property
    def key(self) -> tuple[str, str] | None:
        """What makes it the same receipt again; None while it could not be read."""
        receipt = self.presented.receipt if self.presented else None
        return (receipt.scheme, receipt.key) if receipt else None


@dataclass(frozen=True, slots=True)
class Lying:
    """All receipts of this customer: those still to be credited, those that are, and what was said
    of one that never will be. `asked`: the one that an open sheet wants something for.
    """

    waiting: tuple[Brought, ...] = ()
    asked: Brought | None = None
    credited: tuple[tuple[Credited, ReceiptView], ...] = ()
    refused: Notice | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sale of another till that waits for its card, and how it is shown."""

    capture: Capture
    view: ReceiptView


def receipt_view(receipt: Receipt, shop: str, zone: tzinfo) -> ReceiptView:
    """`shop`: what the merchant is called here, or empty; `zone`: the shop's."""
    at = moment_of(receipt.issued_ms).astimezone(zone) if receipt.issued_ms is not None else None
    own = number_text(receipt.own) if receipt.own else receipt.key
    return ReceiptView(
        shop or receipt.issuer,
        receipt.total_minor,
        receipt.currency,
        receipt.issued_on,
        at,
        own,
    )


def receipt_facts(view: ReceiptView, entry: str = "") -> tuple[Notice, ...]:
    """Four lines of a sheet; `entry`: the number under which it was credited before."""
    printed = (
        _fact("claim-printed-at", at=view.at) if view.at else _fact("claim-printed", on=view.on)
    )
    return (
        _fact("claim-earlier", entry=entry, shop=view.shop)
        if entry
        else _fact("claim-of", shop=view.shop),
        printed,
        _fact("claim-total", total_minor=view.total_minor, currency=view.currency),
        _fact("claim-number", number=view.number),
    )


def _fact(code: str, **facts: object) -> Notice:
    return Notice(Mood.QUIET, code, tuple(facts.items()))
