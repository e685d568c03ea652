"""The page that a slip's square code opens: what the receipt is worth, and keeping its points.

A receipt may be presented before its sale has come here: it is kept, and credited when the sale
comes. Nobody is told who presented a receipt, only the browser that did.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from loyalty.basket import Basket, Line
from loyalty.claims.receipt import OWN, Form, Receipt, own_key
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import EntryKey
from loyalty.ledger.granting import named_source
from loyalty.members.member import Member
from loyalty.rights.note import HEAD_OFFICE
from loyalty.sales.reversal import Sold
from pos.clock import Clock, day_of, moment_of
from pos.office.desk import feed
from pos.office.desk.finding import found_of
from pos.office.desk.sessions import OfficeError, terminal_of
from pos.office.guests import joining as guests
from pos.office.guests.booking import Moment, Shown, book, settle, worth
from pos.office.guests.joining import Newcomer, person_of
from pos.office.ledger.books import Books
from pos.office.managing.members import owner_of
from pos.office.managing.shops import shop_of
from pos.office.rights import hubs
from pos.office.rights.recalls import Recalls
from pos.office.schema.guests import guest_claim
from pos.store.abroad import returns_in
from pos.store.columns import day_number
from pos.sync.messages import Find
from pos.sync.wire import entry_of, read_line
from receipts.claim_code import ClaimFacts, facts_from, key_id_of, verify
from receipts.reading.regulars import receipt_number

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice

WAITING, BOOKED, REFUSED = "waiting", "booked", "refused"
OPEN, CLOSED = "open", "closed"
MOST_AT_ONCE = 100
_GIVEN_UP_MS = 60 * 24 * 3_600_000
"""A sale that has not come by then will not; a slip's points are for days."""
_SEQS = 100_000_000
_PREFIX = "REGULARS:/R/"
_TOKEN = 140


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a slip was printed: a shop's name, and its own time."""

    name: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see of a slip. `state`: open, waiting (its sale has not come), closed
    (`why`); or, for whoever presented it, booked, waiting or refused, with the `card` made for it.
    """

    state: str
    place: Place
    points: int = 0
    kept: bool = False
    card: str = ""
    why: LoyaltyError | None = None


def slip_of(db: sa.Connection, merchant: int, token: str) -> ClaimFacts:
    """What a slip says, once its terminal's signature was checked.

    LoyaltyError `claim-code-malformed`, `claim-signature-unknown` (its key is not known here, or
    not yet), `receipt-check` (made up, or signed with a key that was retired before).
    """
    if len(token) != _TOKEN or not token.isascii():
        raise LoyaltyError("claim-code-malformed")
    text = _PREFIX + token
    facts = facts_from(text)
    found = feed.word_of(db, merchant, "claimkey", str(facts.key_id))
    try:
        told = json.loads(found[2]) if found and found[2] else {}
        public, ends = bytes.fromhex(told["public"]), told.get("to")
    except (KeyError, TypeError, ValueError):
        raise LoyaltyError("claim-signature-unknown") from None
    if key_id_of(facts.sale.terminal, public) != facts.key_id:
        raise LoyaltyError("claim-signature-unknown")
    retired = ends is not None and facts.at_s * 1000 >= ends
    if verify(text, {facts.key_id: public}) is not True or retired:
        raise LoyaltyError("receipt-check", check="signature")
    return facts


def look(books: Books, clock: Clock, facts: ClaimFacts, visit: bytes) -> Look:
    """What a slip is worth, or what became of it."""
    place = _place(books, clock, facts)
    row = _row(books, facts)
    if row is not None and row.visit == visit:
        why = LoyaltyError(row.why) if row.why else None
        return Look(row.state, place, row.points, True, row.card, why)
    try:
        _not_kept(row)
        shown = _shown(books, clock, facts, place)
        if shown is None:
            return Look(WAITING, place)
        return Look(OPEN, place, worth(books, clock, shown))
    except LoyaltyError as no:
        return Look(CLOSED, place, why=no)


def keep(
    office: HeadOffice,
    books: Books,
    token: str,
    facts: ClaimFacts,
    who: Newcomer | Member,
    visit: bytes,
) -> None:
    """Keep a receipt's points for somebody, at once or when its sale comes. The same visit again is
    the same act. Errors as `look` tells them, and those of `book`.
    """
    books.lock()
    clock = office.clock
    row, place = _row(books, facts), _place(books, clock, facts)
    if row is not None and row.visit == visit and row.state != REFUSED:
        return
    _not_kept(row)
    shown = _shown(books, clock, facts, place)
    if shown is not None:
        worth(books, clock, shown)  # or nobody becomes a member by it
    card, person = "", who
    if isinstance(person, Newcomer):
        person, card = guests.welcome(books, person, office.new_id, office.random)
    now = books.now_ms
    values = {
        "state": WAITING,
        "token": token.upper(),
        "terminal": facts.sale.terminal,
        "member": person.id.bytes,
        "card": card,
        "visit": visit,
        "points": 0,
        "why": "",
        "asked_ms": now,
        "done_ms": 0,
    }
    if shown is not None:
        moment = Moment(now, clock.today())
        made = book(books, clock, shown, person, moment, office.new_id)
        values |= {"state": BOOKED, "points": made.points, "done_ms": now}
    _live(books, person, facts.sale.terminal)
    at = {"merchant": books.merchant, "source": _source(facts).bytes}
    if row is not None:
        books.db.execute(guest_claim.delete().where(*(guest_claim.c[n] == at[n] for n in at)))
    books.db.execute(guest_claim.insert(), {**at, **values})
    settle(books, office.new_id)


def arrived(office: HeadOffice, books: Books, terminal: int) -> bool:
    """Credit what was presented before its sale came from a terminal; whether there was any."""
    wanted = (
        sa.select(guest_claim)
        .where(
            guest_claim.c.merchant == books.merchant,
            guest_claim.c.state == WAITING,
            guest_claim.c.terminal == terminal,
        )
        .order_by(guest_claim.c.asked_ms)
        .limit(MOST_AT_ONCE)
    )
    done = [_come(office, books, row) for row in books.db.execute(wanted).all()]
    return any(done)


def _come(office: HeadOffice, books: Books, row: Any) -> bool:
    """Whether a receipt that waited was credited now."""
    clock = office.clock
    facts = facts_from(_PREFIX + row.token)
    values: dict[str, Any] = {"done_ms": books.now_ms}
    try:
        shown = _shown(books, clock, facts, _place(books, clock, facts))
        if shown is None:
            if books.now_ms - row.asked_ms < _GIVEN_UP_MS:
                return False
            raise LoyaltyError("sale-unknown")
        person = person_of(books, UUID(bytes=row.member))
        if person is None:
            raise LoyaltyError("member-unknown")
        asked = moment_of(row.asked_ms)
        moment = Moment(row.asked_ms, day_of(asked, clock.zone))
        made = book(books, clock, shown, person, moment, office.new_id)
        values |= {"state": BOOKED, "points": made.points}
    except LoyaltyError as no:
        values |= {"state": REFUSED, "why": no.code}
    books.db.execute(
        guest_claim.update()
        .where(guest_claim.c.merchant == books.merchant, guest_claim.c.source == row.source)
        .values(**values)
    )
    return bool(values["state"] == BOOKED)


def _not_kept(row: Any) -> None:
    if row is not None and row.state != REFUSED:
        raise LoyaltyError("claim-already")


def _source(facts: ClaimFacts) -> UUID:
    """The receipt as its slip names it."""
    return named_source("claim", OWN, receipt_number(facts))


def _row(books: Books, facts: ClaimFacts) -> Any:
    wanted = sa.select(guest_claim).where(
        guest_claim.c.merchant == books.merchant, guest_claim.c.source == _source(facts).bytes
    )
    return books.db.execute(wanted).one_or_none()


def _place(books: Books, clock: Clock, facts: ClaimFacts) -> Place:
    """The shop of the terminal that printed it; what it is not known of stays empty."""
    at, zone, name, number = datetime.fromtimestamp(facts.at_s, UTC), clock.zone, "", 0
    try:
        number = terminal_of(books.db, books.merchant, facts.sale.terminal).shop
        known = shop_of(books.db, books.merchant, number)
        if known is not None:
            name, zone = known.name, ZoneInfo(known.zone)
    except (OfficeError, ValueError, OSError):  # retired for long, or a zone this machine lacks
        pass
    return Place(name, at.astimezone(zone), number)


def _shown(books: Books, clock: Clock, facts: ClaimFacts, place: Place) -> Shown | None:
    """The receipt with its sale; None where the sale has not come. LoyaltyError `claim-has-card`,
    `claim-returned`, `receipt-check` (it is not what the slip says).
    """
    if facts.captured:
        return _captured(facts, place, day_of(datetime.fromtimestamp(facts.at_s, UTC), clock.zone))
    slip = EntryKey(facts.sale.terminal, facts.sale.epoch, facts.sale.seq)
    asked = Find(terminal=slip.terminal, epoch=slip.epoch, seq=slip.seq)
    found = found_of(books, asked)
    if not found.entries:
        return None
    entries = [
        entry_of(read_line(line), at[0], at[1])
        for line, at in zip(found.entries, found.keys, strict=True)
    ]
    sold = entries[0]
    if sold.member is not None:
        raise LoyaltyError("claim-has-card")
    sale = sale_from(sold.body, sold.source, sold.member, sold.program)
    if (sale.total_minor, sale.currency) != (facts.total_minor, facts.currency):
        raise LoyaltyError("receipt-check", check="total")
    own = Sold(sold.key, sold.at_ms, sale, tuple(returns_in(entries)), on=sold.business_date)
    if not any(own.units_left):
        raise LoyaltyError("claim-returned")
    scheme, key = own_key(sold.key)
    receipt = Receipt(
        scheme=scheme,
        key=key,
        issuer=str(facts.store),
        total_minor=sale.total_minor,
        currency=sale.currency,
        issued_on=sold.business_date,
        issued_ms=sold.at_ms,
        form=Form.CODE,
        sealed=True,
        own=sold.key,
    )
    lines = tuple(each.line for each in sale.lines)
    return Shown(receipt, Basket(sale.currency, lines), own, own_key(slip)[1])


def _captured(facts: ClaimFacts, place: Place, on: date) -> Shown:
    """A sale of another POS, read off its printer: all there is of it is on the slip."""
    sale = facts.sale
    receipt = Receipt(
        scheme=OWN,
        key=receipt_number(facts),
        issuer=str(facts.store),
        total_minor=facts.total_minor,
        currency=facts.currency,
        issued_on=on,
        issued_ms=facts.at_s * 1000,
        sealed=True,
        device=f"capture-{sale.terminal}",
        counter=sale.epoch * _SEQS + sale.seq,
    )
    return Shown(receipt, Basket(facts.currency, (Line(place.name, facts.total_minor),)))


def _live(books: Books, person: Member, terminal: int) -> None:
    """Whoever is at home nowhere yet, is where they bought this."""
    recalls, owner = Recalls(books), owner_of(books, person.id)
    if recalls.home_of(owner) != HEAD_OFFICE:
        return
    try:
        who = terminal_of(books.db, books.merchant, terminal)
    except OfficeError:
        return
    keeper = hubs.keeper_of(books.db, books.merchant, who)
    recalls.settle_in({owner.bytes: day_number(books.occasion(owner).on)}, keeper)
