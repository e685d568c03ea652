"""Returns: the exact undoing of what was sold, line by line and unit by unit.

A sale and its full return leave the account as it was, to the lot and the date; partial returns
sum to the full one, because every unit's share was settled when it was sold (program.md 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import add
from uuid import UUID

from loyalty.apportion import units_share
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.count import Count, taken_back
from loyalty.ledger.documents import counts_from_body, return_body, undone_body
from loyalty.ledger.entry import OWN_LOT, Entry, EntryKey, Kind, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.settle import settled
from loyalty.rules.program import Missing, Program
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Occasion, Sale


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale in the ledger with all that has happened to it.

    `earlier`: its returns so far, undone ones left out. `settled`: debts that what it earned paid,
    at once or when it vested. `lapsed`: points of its own lot that expiry entries closed.
    `on`: its business day, which its counts are of. `owner`: whose account it moves now, where its
    member was merged into another since. Where its receipt was credited later, `claim` is the entry
    that did it, `at_ms` and `on` are of that day, and `uncredited` points and `uncounted` counts
    are of units that had come back before, for which nothing was given.
    """

    key: EntryKey
    at_ms: int
    sale: Sale
    earlier: tuple[Returned, ...] = ()
    settled: tuple[Lot, ...] = ()
    lapsed: int = 0
    on: date = date.min
    owner: UUID | None = None
    claim: EntryKey | None = None
    uncredited: int = 0
    uncounted: tuple[Count, ...] = ()

    @property
    def credit(self) -> EntryKey:
        """The entry that gave its points, and opened their lot."""
        return self.claim or self.key

    @property
    def lot(self) -> LotRef:
        """The lot the sale opened, as it is once it has vested."""
        return replace(self.sale.lot(self.credit, self.at_ms), vests_on=None)

    @property
    def settled_left(self) -> int:
        """Points of the debts its accrual paid that no return has opened again."""
        paid = sum(debt.points for debt in self.settled)
        return paid - min(paid, sum(earlier.owed for earlier in self.earlier))

    @property
    def units_left(self) -> tuple[int, ...]:
        """Units of each line that were not returned yet."""
        return tuple(
            sold.line.units - before
            for sold, before in zip(self.sale.lines, self.units_before, strict=True)
        )

    @property
    def units_before(self) -> tuple[int, ...]:
        """Units of each line already returned: all of them, where two terminals that could not hear
        of each other took back more.
        """
        gone = [0] * len(self.sale.lines)
        for earlier in self.earlier:
            gone = [a + b for a, b in zip(gone, earlier.units, strict=True)]
        return tuple(map(min, gone, self.sale.units))


def sold_from(
    entry: Entry,
    sale: Sale,
    earlier: Iterable[Returned],
    lapsed: int,
    vested: Iterable[Entry] = (),
) -> Sold:
    """A sale's entry with its later history, ready to be returned. `vested`: of its own lot."""
    paid = debts_paid((entry, *vested))
    return Sold(entry.key, entry.at_ms, sale, tuple(earlier), paid, lapsed, entry.business_date)


def debts_paid(entries: Iterable[Entry]) -> tuple[Lot, ...]:
    """The debts that what was earned paid, at once or when it vested."""
    return tuple(
        Lot(p.lot, p.points)
        for each in entries
        for p in each.postings
        if p.lot and p.account is Ledger.MEMBER_DEBT
    )


def reverse(
    sold: Sold,
    units: Sequence[int],
    account: Account,
    program: Program,
    occasion: Occasion,
    void: bool = False,
    why: str = "",
    approved: str = "",
) -> tuple[Returned, Entry]:
    """Return `units` of each line of a sale; `occasion.sale` is the id of the return.

    Points come back into their lots, what was earned goes. Debts that the sale had paid are owed
    again, whatever the program says of missing points: nobody spent those, and a sale and its
    return must not settle a debt. Points that are truly missing are borne as the program says, and
    the refund says so before any money is handed out.

    Partial returns sum to the full one under each policy, with one exception that no rule can
    mend: with `refund-less`, what one return paid in money, or could not pay, stays so in the next.
    Errors: `return-nothing`, `return-too-many` (line from 1, left).
    """
    _check(sold, units)
    after = tuple(map(add, sold.units_before, units))
    given = _restored(sold, after, account, program, occasion)
    restored = sum(lot.points for lot in given)
    postings = [*settled(account, given), *_booked(Ledger.REDEEMED, -restored)]
    waived_before = min(restored, sum(earlier.waived for earlier in sold.earlier))
    wanted, now = _unearned(sold, after), account.moved(postings)
    claw = _Clawback.of(sold, wanted, waived_before, now, occasion.on)
    reopened = min(claw.missing, sold.settled_left)
    refund = _refund(sold, after)
    kept, bought = _bought_back(sold, claw.missing - reopened, refund, program)
    spent = claw.missing - reopened - bought
    debt = reopened + (0 if program.returns.missing is Missing.WAIVE else spent)
    clawed = claw.total + debt + bought
    postings += [*claw.taken, *_owed(sold, debt), *_booked(Ledger.BOUGHT_BACK, -bought)]
    postings += _booked(Ledger.ISSUED, clawed)
    returned = Returned(
        id=occasion.sale,
        sale=sold.key,
        units=tuple(units),
        clawed=clawed,
        restored=restored,
        forgiven=claw.forgiven,
        waived=claw.missing - debt - bought - claw.reclaimed,
        owed=debt,
        bought=bought,
        kept_minor=kept,
        refund_minor=refund - kept,
        void=void,
        operator=occasion.operator,
        shift=occasion.shift,
        counts=_uncounted(sold, after),
        why=why,
        approved=approved,
        claim=sold.claim,
    )
    return returned, _entry(returned, sold, program, occasion, postings)


def _booked(account: Ledger, points: int) -> tuple[Posting, ...]:
    """A posting to one of the shop's own accounts; none for no points."""
    return (Posting(account, points),) if points else ()


def _unearned(sold: Sold, after: Sequence[int]) -> int:
    """The points the units had earned, less what earlier returns settled of them."""
    gone = sum(earlier.clawed + earlier.forgiven + earlier.waived for earlier in sold.earlier)
    # Below zero where terminals took back more between them: head office settles that.
    return max(0, _share(sold, after, "earned") - sold.uncredited - gone)


def _check(sold: Sold, units: Sequence[int]) -> None:
    if len(units) != len(sold.sale.lines) or not any(units):
        raise LoyaltyError("return-nothing")
    for line, (wanted, left) in enumerate(zip(units, sold.units_left, strict=True), start=1):
        if not 0 <= wanted <= left:
            raise LoyaltyError("return-too-many", line=line, left=left)


def _uncounted(sold: Sold, after: Sequence[int]) -> tuple[Count, ...]:
    """What the return takes off every count the sale has added to, on the day of the sale.

    Of a sale to nobody as well: it may have used a voucher to bearer.
    """
    counted = (*sold.sale.daily(sold.on), *sold.sale.counts)
    before = [count for earlier in sold.earlier for count in earlier.counts]
    return taken_back(counted, sold.sale.units, after, (*sold.uncounted, *before))


def _refund(sold: Sold, after: Sequence[int]) -> int:
    """The money that was paid for the units: their price less what points paid of it."""
    paid = _share(sold, after, "amount_minor") - _share(sold, after, "paid_minor")
    return paid - sum(earlier.refund_minor + earlier.kept_minor for earlier in sold.earlier)


def _share(sold: Sold, after: Sequence[int], what: str) -> int:
    """What the first `after` units of each line carry; less what went before, it is today's.

    Counted from the beginning each time, so that nothing drifts, not even over an undone return.
    """
    total = 0
    for line, units in zip(sold.sale.lines, after, strict=True):
        whole = getattr(line.line if what == "amount_minor" else line, what)
        total += units_share(whole, line.line.units, 0, units)
    return total


def _restored(
    sold: Sold, after: Sequence[int], account: Account, program: Program, occasion: Occasion
) -> tuple[Lot, ...]:
    """The points that paid for the units, back into their lots: last drawn, first restored.

    That leaves the lots as if the redemption had been smaller from the start. What expired
    meanwhile comes back as one new lot with the program's days of grace; it stands first, where
    its old lots stood, so that debts are paid from the same points in one return or in several.
    """
    skip = sum(earlier.restored for earlier in sold.earlier)
    left = max(0, _share(sold, after, "paid_points") - skip)
    lots: list[Lot] = []
    grace = 0
    for drawn in reversed(sold.sale.drawn):
        passed = min(skip, drawn.points)
        skip -= passed
        points = min(left, drawn.points - passed)
        left -= points
        if points and account.expired(drawn.ref, occasion.on):
            grace += points
        elif points:
            lots.append(Lot(drawn.ref, points))
    lots.reverse()
    if grace:
        until = occasion.on + timedelta(days=program.returns.grace_days)
        lots.insert(0, Lot(LotRef(OWN_LOT, occasion.at_ms, until), grace))
    return tuple(lots)


@dataclass(frozen=True, slots=True)
class _Clawback:
    """What could be taken back, what had lapsed, what is missing, and what waiver is reclaimed."""

    taken: tuple[Posting, ...]
    forgiven: int
    missing: int
    reclaimed: int
    total: int

    @classmethod
    def of(
        cls, sold: Sold, wanted: int, waived_before: int, account: Account, on: date
    ) -> _Clawback:
        """Own pending points first, then the sale's own lot, then the lots that would be spent
        last, then other pending points: those come before anything is owed.

        Last, because restored points come to the front and debts are paid from the end as well:
        so the order in which the units of a sale come back does not matter, to the lot.
        Points of the sale that expired are not asked for a second time, whether the nightly entry
        that closes them is written yet or not. What an earlier return of the sale waived is taken
        from what this one gives back: or two steps would keep what one step takes.
        """
        own = [lot for lot in account.lots if lot.ref.key == sold.credit]
        ended = sum(lot.points for lot in own if account.expired(lot.ref, on))
        lapsed = sold.lapsed + ended - sum(earlier.forgiven for earlier in sold.earlier)
        forgiven = min(wanted, max(0, lapsed))
        due = wanted - forgiven
        left = due + waived_before
        usable = sorted(account.usable(on), key=lambda lot: lot.ref.key == sold.credit)
        pending = sorted(account.pending, key=lambda lot: lot.ref.key == sold.credit)
        mine = [lot for lot in pending if lot.ref.key == sold.credit]
        others = [lot for lot in pending if lot.ref.key != sold.credit]
        taken: list[Posting] = []
        for lot in (*mine, *reversed(usable), *reversed(others)):
            points = min(left, lot.points)
            if points:
                side = Ledger.PENDING if lot.ref.vests_on else Ledger.MEMBER
                taken.append(Posting(side, -points, lot.ref))
                left -= points
        total = due + waived_before - left
        return cls(tuple(taken), forgiven, max(0, due - total), max(0, total - due), total)


def _bought_back(sold: Sold, missing: int, refund: int, program: Program) -> tuple[int, int]:
    """`refund-less`: minor units kept from the refund, and the points they stand for.

    The money is that of all points bought back for this sale less what was kept before, rounded
    down once: returning unit by unit costs the same as returning all. Without points as money (in
    the sale's currency) a point has no price, and what is missing is owed.
    """
    rule = program.tender if program.currency == sold.sale.currency else None
    if program.returns.missing is not Missing.REFUND_LESS or rule is None or not missing:
        return 0, 0
    before = sum(earlier.bought for earlier in sold.earlier)
    kept_before = before * rule.step_minor // rule.step_points
    affordable = (refund + kept_before) * rule.step_points // rule.step_minor - before
    bought = max(0, min(missing, affordable))
    return (before + bought) * rule.step_minor // rule.step_points - kept_before, bought


def _owed(sold: Sold, debt: int) -> list[Posting]:
    """Debts the sale had paid come back as they were; the rest is owed for the sale's own lot."""
    reopened = sum(earlier.owed for earlier in sold.earlier)
    postings = []
    for paid in reversed(sold.settled):
        passed = min(reopened, paid.points)
        reopened -= passed
        points = min(debt, paid.points - passed)
        debt -= points
        if points:
            postings.append(Posting(Ledger.MEMBER_DEBT, -points, paid.ref))
    if debt:
        postings.append(Posting(Ledger.MEMBER_DEBT, -debt, sold.lot))
    return postings


def _entry(
    returned: Returned, sold: Sold, program: Program, occasion: Occasion, postings: list[Posting]
) -> Entry:
    return Entry(
        source=occasion.sale,
        kind=Kind.RETURN,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=sold.owner or sold.sale.member,
        program=program.number,
        postings=tuple(postings),
        body=return_body(returned),
    )


def undone(entry: Entry, account: Account, occasion: Occasion) -> Entry:
    """The entry that takes a return back: every posting the other way round, last one first.

    Its source is that of the return, so that one return can be undone once, however often it is
    asked. LoyaltyError `return-not-undoable` when points it gave back were used meanwhile, when a
    lot it would fill has expired (an expired lot is closed once, and stays closed), or when points
    would become spendable while others are owed.
    """
    postings = tuple(Posting(p.account, -p.points, p.lot) for p in reversed(entry.postings))
    try:
        after = account.moved(postings)
    except ValueError:
        raise LoyaltyError("return-not-undoable") from None
    told = counts_from_body(entry.body)
    again = [replace(count, amount=-count.amount) for count in told]
    filled = [p.lot for p in postings if p.account is Ledger.MEMBER and p.lot and p.points > 0]
    ended = any(account.expired(lot, occasion.on) for lot in filled)
    if ended or (filled and after.owed and after.usable(occasion.on)):
        raise LoyaltyError("return-not-undoable")
    return Entry(
        source=entry.source,
        kind=Kind.RETURN_UNDONE,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=entry.member,
        program=entry.program,
        postings=postings,
        body=undone_body(entry.key, occasion.operator, again, occasion.sale),
    )
