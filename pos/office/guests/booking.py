"""Crediting a receipt that was presented on a page: the rules of the counter, in head office's own
books. What is certain credits at once; what a person would have to look at is left for the counter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.basket import Basket
from loyalty.claims.claiming import credit, credit_entry
from loyalty.claims.credit import Credit
from loyalty.claims.documents import again_from, credit_body, receipt_from
from loyalty.claims.receipt import Claimed, Receipt
from loyalty.claims.refusing import NEAR_MS, first_of, look_alike, reasons, same_visit
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import budget_of
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.members.history import Day, History, Scene, ShopState, Standing
from loyalty.members.member import Member
from loyalty.redemption.chosen import Reason
from loyalty.rights.note import HEAD_OFFICE
from loyalty.rules.program import Program
from loyalty.sales.reversal import Sold
from loyalty.sales.sale import Occasion
from pos.clock import Clock
from pos.office.desk import feed
from pos.office.desk.outside import elsewhere_of
from pos.office.guests.joining import as_owner
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.office.people.accounts import House
from pos.office.reporting.months import program_in_force
from pos.office.rights import claims
from pos.office.rights.recalls import Recalls
from pos.office.schema.facts import counted, entry, set_aside
from pos.store.columns import day_from, day_number
from pos.store.tables import SHOP

MOST_NEAR = 500
_EVERYBODY = -1  # no terminal has this number: what is elsewhere than there is all there is
_ABOUT = (Kind.CLAIM, Kind.CLAIM_ASKED, Kind.CLAIM_DECLINED, Kind.CLAIM_WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Shown:
    """A receipt as the rules take it: `own` is its sale with what came back of it. `slip`: the key
    its slip names it by, which is another one where a branch of the terminal's books printed it.
    """

    receipt: Receipt
    basket: Basket
    own: Sold | None = None
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """When it was presented: its age is judged by that, also where its sale came later."""

    at_ms: int
    on: date


def worth(books: Books, clock: Clock, shown: Shown) -> int:
    """Points that a receipt would bring somebody new today. Errors: those of `book`."""
    program = _program(books, clock)
    nobody = Member(UUID(int=0), "", "", clock.today())
    scene = _scene_with(books, clock, program, Standing(nobody))
    occasion = _occasion(books, clock, UUID(int=0))
    _attempt(books, shown)
    _refuse(books, shown, program, Moment(occasion.at_ms, occasion.on), scene)
    return _credited(shown, program, occasion, scene).points


def book(
    books: Books,
    clock: Clock,
    shown: Shown,
    person: Member,
    moment: Moment,
    new_id: Callable[[], UUID],
) -> Credit:
    """Credit a receipt to a member, in head office's own chain; its points wait in the pool, and go
    from there to where the member shops.

    Errors as `pos.claims.claim`, those of `OVERRULED` included: here is nobody to overrule them.
    """
    books.lock()
    program = _program(books, clock)
    owner = members.owner_of(books, person.id)
    scene = _scene(books, clock, program, as_owner(person, owner))
    occasion = _occasion(books, clock, new_id())
    attempt = _attempt(books, shown)
    _refuse(books, shown, program, moment, scene)
    made = replace(_credited(shown, program, occasion, scene), attempt=attempt)
    account = books.account(owner)
    booked = books.append(credit_entry(made, account, occasion, credit_body(made)))
    claims.credited(books, booked)
    return made


def settle(books: Books, new_id: Callable[[], UUID]) -> None:
    """Tell terminals what changed; the transaction ends after it."""
    members.go_on(books, Recalls(books), set(books.touched), new_id)
    things = [("standing", member.hex) for member in books.touched]
    feed.changed(books.db, books.merchant, [*things, ("shop", "")] if things else [])
    books.close()


def _program(books: Books, clock: Clock) -> Program:
    """Today's, as at a counter. A trial's arms are drawn with the shops' secret, which head office
    has not: nobody is drawn into one here.
    """
    found = program_in_force(books.db, House(books.merchant, clock))
    if found is None:
        raise LoyaltyError("program-none")
    return replace(found, campaigns=tuple(one for one in found.campaigns if one.trial is None))


def _credited(shown: Shown, program: Program, occasion: Occasion, scene: Scene) -> Credit:
    return credit(shown.receipt, shown.basket, program, occasion, scene, shown.own, contested=True)


def _occasion(books: Books, clock: Clock, id_: UUID) -> Occasion:
    local = clock.now().astimezone(clock.zone)
    return replace(books.occasion(id_), minute=local.hour * 60 + local.minute)


# --- what speaks against it -----------------------------------------------------------------------


def _refuse(books: Books, shown: Shown, program: Program, moment: Moment, scene: Scene) -> None:
    receipt = shown.receipt
    if receipt.currency != program.currency:
        raise LoyaltyError("basket-currency", currency=receipt.currency)
    found = tuple(_against(books, receipt, program, moment, scene.history))
    if first := first_of(found, overruled=False):
        raise LoyaltyError(first.code, **dict(first.facts))


def _against(
    books: Books, receipt: Receipt, program: Program, moment: Moment, history: History
) -> Iterator[Reason]:
    rule = program.claims
    yield from reasons(receipt, rule, moment.at_ms, moment.on, history)
    near = tuple(_near(books, receipt, max(NEAR_MS, rule.gap_minutes * 60_000)))
    if look_alike(receipt, near):
        yield Reason("claim-look-alike")
    if same_visit(receipt, rule, near):
        yield Reason("claim-same-visit", (("minutes", rule.gap_minutes),))


def _attempt(books: Books, shown: Shown) -> int:
    """`_tried` under every name of a receipt."""
    receipt = shown.receipt
    if shown.slip and shown.slip != receipt.key:
        _tried(books, replace(receipt, key=shown.slip))
    return _tried(books, receipt)


def _tried(books: Books, receipt: Receipt) -> int:
    """How often its credit was a mistake. LoyaltyError `claim-already`, `claim-withdrawn`, and for
    what is before a person somewhere, or was: `claim-waiting`, `claim-declined`.
    """
    sources = [receipt.source(n).bytes for n in range(claims.MOST_ATTEMPTS)]
    wanted = (
        sa.select(entry.c.terminal, entry.c.source, entry.c.kind, entry.c.body)
        .where(
            entry.c.merchant == books.merchant,
            entry.c.source.in_(sources),
            entry.c.kind.in_([kind.value for kind in _ABOUT]),
            ~_second(),
        )
        .order_by(entry.c.at_ms)
    )
    rows = books.db.execute(wanted).all()
    back = [row for row in rows if row.kind == Kind.CLAIM_WITHDRAWN.value]
    mistakes = {(row.terminal, row.source) for row in back if again_from(row.body)}
    if any((row.terminal, row.source) not in mistakes for row in back):
        raise LoyaltyError("claim-withdrawn")
    tried = [row for row in rows if row.kind == Kind.CLAIM.value]
    if any((row.terminal, row.source) not in mistakes for row in tried):
        raise LoyaltyError("claim-already")
    last = rows[-1].kind if rows else ""
    if last == Kind.CLAIM_ASKED.value:
        raise LoyaltyError("claim-waiting")
    if last == Kind.CLAIM_DECLINED.value:
        raise LoyaltyError("claim-declined")
    attempt = max((sources.index(row.source) + 1 for row in tried), default=0)
    if attempt == claims.MOST_ATTEMPTS:
        raise LoyaltyError("claim-withdrawn")
    return attempt


def _second() -> sa.ColumnElement[bool]:
    """Of a credit that came second: the first one is what counts."""
    return sa.exists().where(
        *(set_aside.c[n] == entry.c[n] for n in ("merchant", "terminal", "epoch", "seq")),
        set_aside.c.why == claims.TWICE,
    )


def _near(books: Books, receipt: Receipt, around_ms: int) -> Iterator[Claimed]:
    """Receipts of the last days that were presented, and may be this one or of the same visit."""
    wanted = (
        sa.select(entry)
        .where(
            entry.c.merchant == books.merchant,
            entry.c.bizdate >= day_number(receipt.issued_on),
            entry.c.kind.in_([Kind.CLAIM.value, Kind.CLAIM_ASKED.value]),
            sa.or_(
                entry.c.body.contains(f'"m":{receipt.total_minor},'),
                entry.c.body.contains(f'"i":"{receipt.issuer}"'),
            ),
        )
        .order_by(entry.c.at_ms.desc())
        .limit(MOST_NEAR)
    )
    for row in books.db.execute(wanted):
        other = receipt_from(row.body)
        timed = other.issued_ms is not None and receipt.issued_ms is not None
        if timed and abs((other.issued_ms or 0) - (receipt.issued_ms or 0)) > around_ms:
            continue
        if (other.scheme, other.key) != (receipt.scheme, receipt.key):
            key = EntryKey(row.terminal, row.epoch, row.seq)
            member = UUID(bytes=row.member) if row.member else None
            yield Claimed(key, Kind(row.kind), other, member, row.at_ms)


# --- before whom ----------------------------------------------------------------------------------


def _scene(books: Books, clock: Clock, program: Program, person: Member) -> Scene:
    """A member with all that terminals told of them."""
    (told,) = elsewhere_of(books, [person.owner], _EVERYBODY)
    days = tuple(Day(day_from(row[0]), *row[1:]) for row in told.days)
    counts = {(name, day_from(day) if day else None): amount for name, day, amount in told.counts}
    stamps = books.movable(person.owner, HEAD_OFFICE)
    history = History(days, counts).with_counts(stamps)
    standing = Standing(person, books.account(person.owner), history)
    return _scene_with(books, clock, program, standing)


def _scene_with(books: Books, clock: Clock, program: Program, standing: Standing) -> Scene:
    names = [budget_of(one.id) for one in program.campaigns if one.budget_points is not None]
    sums = (
        sa.select(counted.c.name, sa.func.sum(counted.c.amount))
        .where(
            counted.c.merchant == books.merchant,
            counted.c.owner == SHOP,
            counted.c.name.in_(names),
        )
        .group_by(counted.c.name)
    )
    rows = books.db.execute(sums).all() if names else []
    shop = ShopState({(True, name, None): int(amount) for name, amount in rows})
    local = clock.now().astimezone(clock.zone)
    return Scene(clock.today(), local.hour * 60 + local.minute, standing, shop)
