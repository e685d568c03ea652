"""Receipts that wait for a person: rows of the queue, and the sheet on which one is decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pos.claims import WaitingReceipt, approve, decline, waiting_receipts
from pos.clock import day_of, moment_of
from pos.issuers import issuers
from pos.shop import Shop
from ui.counter.brought import receipt_facts, receipt_view
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Field, Row

QUEUED = "receipt "
"""How the id of a row begins that stands for a receipt."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A receipt of the queue as it is shown: since when, and the facts of its sheet."""

    on: date
    row: Row
    who: str
    facts: tuple[Notice, ...]


def queued(shop: Shop) -> tuple[Queued, ...]:
    """The receipts that wait, oldest first."""
    names = {(one.scheme, one.issuer): one.name for one in issuers(shop)[0]}
    return tuple(_queued(shop, names, one) for one in waiting_receipts(shop))


def _queued(shop: Shop, names: dict[tuple[str, str], str], one: WaitingReceipt) -> Queued:
    receipt, zone = one.claimed.receipt, shop.clock.zone
    own = shop.settings.shop if receipt.own else ""
    shown = receipt_view(receipt, names.get((receipt.scheme, receipt.issuer), own), zone)
    on = day_of(moment_of(one.claimed.at_ms), zone)
    why = Notice(Mood.ATTENTION, "claim-waits", (("why", f"{one.reason}-row"),))
    facts = (why, *receipt_facts(shown))
    if one.earlier is not None:
        other = one.earlier
        name = names.get((other.receipt.scheme, other.receipt.issuer), own)
        entry = f"{other.entry.terminal}-{other.entry.seq}"
        facts = (*facts, *receipt_facts(receipt_view(other.receipt, name, zone), entry))
    row = Row(
        0,
        f"{QUEUED}{receipt.scheme} {receipt.key}",
        shown.shop,
        (fact("activity-asked", member=one.member.name, on=on), fact(f"{one.reason}-row")),
        amount_minor=receipt.total_minor,
    )
    return Queued(on, row, one.member.name, facts)


class QueuedDeed(Deed):
    """One receipt of the queue: Enter credits it, F8 takes it out without points."""

    def __init__(self, desk: ActDesk, queue: Callable[[], None]) -> None:
        self._desk = desk
        self._queue = queue

    def open(self, sheet: ActSheet, row: Row) -> None:
        """From the queue."""
        shop = self._desk.stage.shop

        def found() -> Queued | None:
            return next((one for one in queued(shop) if one.row.id == row.id), None)

        def shown(one: Queued | None) -> None:
            if one is None:
                self._queue()  # somebody else was quicker
                return
            self._desk.open(
                ActSheet(
                    "claim-decide",
                    one.who,
                    row.id,
                    facts=one.facts,
                    fields=(Field("reason"),),
                    behind=sheet,
                )
            )

        self._desk.ask(found, shown)

    def enter(self, sheet: ActSheet) -> None:
        shop, why = self._desk.stage.shop, sheet.value("reason")
        scheme, key = _named(sheet)
        self._desk.book(
            lambda act, approved: approve(shop, act, scheme, key, why, approved),
            lambda _: self._queue(),
        )

    def other(self, sheet: ActSheet) -> bool:
        shop, why = self._desk.stage.shop, sheet.value("reason")
        scheme, key = _named(sheet)
        self._desk.book(
            lambda act, approved: decline(shop, act, scheme, key, why, approved),
            lambda _: self._queue(),
        )
        return True


def _named(sheet: ActSheet) -> tuple[str, str]:
    scheme, _, key = sheet.subject.removeprefix(QUEUED).partition(" ")
    return scheme, key
