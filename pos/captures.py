"""Sales of another POS, read off its printer: offered at the counter as baskets, credited once.

A sale whose slip carries a claim code is credited as that claim, so that the counter, a kiosk and
the paper can never each credit it. One without a code is a sale whose act is named by its capture.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry
from loyalty.ledger.granting import named_source
from pos.acts import Act
from pos.claims import claim
from pos.counter import confirm, look, preview
from pos.places import Places
from pos.presenting import present
from pos.recognised import minor, recognised
from pos.shop import Shop, program_in_force
from pos.tap.spool import Capture, Spool, folder_of
from receipts.reading.claim import ReceiptLine
from receipts.reading.escpos.captured import SlipKind

STANDS = timedelta(minutes=10)
"""How long a member who was shown to the printer is taken to be still there."""
_STANDING = "standing.json"


@dataclass(frozen=True, slots=True)
class CaptureCredited:
    """What crediting a capture booked; the same again when it was credited before."""

    entry: Entry
    points: int


def captured(places: Places, every: bool = False) -> tuple[Capture, ...]:
    """Sales that wait to be taken, newest first; `every`: whatever was captured."""
    found = Spool(folder_of(places)).all()
    return found if every else tuple(one for one in found if waits(one))


def waits(one: Capture) -> bool:
    """Whether it is a sale that was printed whole and is not taken."""
    return one.kind is SlipKind.SALE and one.printed and not one.taken and one.total is not None


def basket_of(shop: Shop, capture: Capture) -> Basket:
    """Its basket: lines that are products of the shop count as such, else one line with the total.

    LoyaltyError `capture-no-sale` (kind), `basket-currency`, and those of a basket.
    """
    if capture.kind is not SlipKind.SALE or capture.total is None:
        raise LoyaltyError("capture-no-sale", kind=capture.kind.value)
    return _basket(shop, capture.total, capture.lines, capture.currency, capture.receipt)


def credit(shop: Shop, places: Places, act: Act, capture: Capture, member: UUID) -> CaptureCredited:
    """Credit a captured sale to a member, once ever, whoever asks how often.

    `act`: who and in which shift; its id is replaced by the capture's. Errors: `capture-taken`
    (sale), `capture-not-printed`, those of `basket_of`, `confirm` and `claim`.
    """
    if not capture.printed:
        raise LoyaltyError("capture-not-printed")
    mine = replace(act, id=source_of(shop, capture), number=capture.receipt[:40])
    basket = basket_of(shop, capture)
    if capture.offered:
        presented = replace(present(shop, capture.offered), basket=basket)
        credited = claim(shop, mine, member, presented)
        entry, points = credited.entry, credited.points
    else:
        booked = confirm(shop, mine, basket, member)
        if booked.sale.member is not None and booked.member and booked.member.id != member:
            raise LoyaltyError("capture-taken", sale=_number(booked.entry))
        entry, points = booked.entry, booked.sale.earned
    taken(places, capture, _number(entry))
    return CaptureCredited(entry, points)


def taken(places: Places, capture: Capture, sale: str) -> None:
    """It became `sale` and is offered no more. LoyaltyError `capture-taken` (sale): another one."""
    Spool(folder_of(places)).take(capture, sale)


def source_of(shop: Shop, capture: Capture) -> UUID:
    """The business event a capture is: the same on every try."""
    return named_source("capture", shop.store.terminal, shop.store.epoch, capture.id)


def standing(shop: Shop, places: Places, member: UUID | None) -> None:
    """Tell the printer who stands at the counter (None: nobody), so that the other POS's receipt
    says what they earn. OSError: the disk.
    """
    path = folder_of(places) / _STANDING
    if member is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    until = shop.clock.now() + STANDS
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps({"member": str(member), "until": until.isoformat()}))
    fresh.replace(path)


def who_stands(shop: Shop, places: Places) -> UUID | None:
    """Who was shown to the printer and is still there."""
    path = folder_of(places) / _STANDING
    try:
        said = json.loads(path.read_text())
        until = datetime.fromisoformat(said["until"])
        return UUID(said["member"]) if until > shop.clock.now() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def would_earn(shop: Shop, total: Decimal, lines: Sequence[ReceiptLine], member: UUID) -> int:
    """The points a sale being printed brings a member; errors as `basket_of` and `look`."""
    basket = _basket(shop, total, lines, shop.settings.currency)
    with shop.store.reading() as view:
        program = program_in_force(view, shop.today)
    scene = look(shop, member)
    return preview(program, scene, basket, ()).earns.points


def _basket(
    shop: Shop, total: Decimal, lines: Sequence[ReceiptLine], code: str, name: str = ""
) -> Basket:
    total_minor = minor(total, code)
    if total_minor is None or total_minor <= 0:
        raise LoyaltyError("capture-no-sale", kind=SlipKind.UNKNOWN.value)
    with shop.store.reading() as view:
        return recognised(view, lines, total_minor, code, name or shop.settings.shop)


def _number(entry: Entry) -> str:
    return f"{entry.key.terminal}-{entry.key.epoch}-{entry.key.seq}"
