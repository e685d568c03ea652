"""A push: entries taken in, the proof that they are here, and what is asked back in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from loyalty.rights.note import HEAD_OFFICE
from pos.office.desk import feed
from pos.office.desk.receipts import proof_of
from pos.office.desk.sessions import OfficeError, Terminal, change_terminal, sent
from pos.office.guests import presenting as claim_page
from pos.office.ledger import intake
from pos.office.ledger.books import Books
from pos.office.ledger.taking_in import Taken
from pos.office.managing import members
from pos.office.rights import hubs
from pos.office.rights.pool import Rights
from pos.sync.messages import Batch, Pushed, Receipt
from pos.sync.wire import read_line
from pos.trouble import TroubleError

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice


def pushed(
    office: HeadOffice, books: Books, who: Terminal, batch: Batch, lines: list[bytes]
) -> Pushed:
    """Take a batch in and answer. OfficeError `batch-broken`, `entry-line-unreadable` (said)."""
    rights = Rights(books, office.new_id)
    try:
        wires = [read_line(line) for line in lines[: office.terms.most + 1]]
        if len(wires) > office.terms.most or batch.n != len(wires):
            raise TroubleError("batch-broken", said="another number of lines")
        taken = intake.ingest(books, rights, who.number, batch, wires)
    except TroubleError as error:
        raise OfficeError(error.code, 400, said=str(error.facts.get("said", ""))) from None
    if claim_page.arrived(office, books, who.number):
        taken.shop = True
    if taken.cleared:
        change_terminal(books.db, books.merchant, who.number, cleared_epoch=taken.cleared)
    if not taken.why:
        rights.between.passed(who.number, batch.epoch, taken.next)
        sent(books.db, books.merchant, who.number, batch.n)
    members.go_on(books, rights.recalls, set(books.touched), office.new_id)
    _sweep(books, rights, who, taken)
    things = [("standing", member.hex) for member in books.touched]
    if taken.shop:
        things.append(("shop", ""))
    feed.changed(books.db, books.merchant, things)
    wanted, codes = rights.recalls.asked_back(who.number)
    tills, vouchers = hubs.asked_of_tills(books, rights.recalls, who)
    return Pushed(
        next=taken.next,
        why=taken.why,
        receipt=None if taken.why else _proof(office, books, who, batch, taken),
        recall=tuple(wanted),
        vouchers=(*codes, *vouchers),
        tills=tills,
        set_aside=tuple(taken.aside),
        most=office.terms.most,
    )


def _proof(
    office: HeadOffice, books: Books, who: Terminal, batch: Batch, taken: Taken
) -> Receipt | None:
    """Of a batch that ends where the epoch now ends, its head was just checked to be the hash."""
    known = batch.head if taken.next == batch.first + batch.n else b""
    return proof_of(office, books, who, batch, batch.first + batch.n - 1, known)


def _sweep(books: Books, rights: Rights, who: Terminal, taken: Taken) -> None:
    """Whoever was served away from home: what is left there goes home by way of the pool. All locks
    are taken in one order, so that pushes of several terminals wait, and never for each other.
    """
    recalls = rights.recalls
    homes = recalls.homes_of(taken.served)
    new = {who_: day for who_, day in taken.served.items() if who_ not in homes}
    keeper = hubs.keeper_of(books.db, books.merchant, who)
    recalls.settle_in(new, keeper)
    homes |= dict.fromkeys(new, keeper)
    away = {m for m in taken.served if homes[m] != who.number}
    near = {m for m in away if homes[m] == keeper}  # the hub has them back sooner, if all is well
    for mine in sorted(hubs.kept_at(books, who.number, near)):
        recalls.ask_back(who.number, UUID(bytes=mine), books.now_ms + hubs.LATER_MS)
    wanted = {(who.number, m) for m in away - near}
    for member in books.owing():
        for holder, (points, _) in books.holders(member).items():
            if holder != HEAD_OFFICE and points > 0:
                wanted.add((holder, member.bytes))
    for holder, whose in sorted(wanted):
        recalls.ask_back(holder, UUID(bytes=whose), books.now_ms)
