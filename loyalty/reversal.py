"""Returns: the exact undoing of what was sold, line by line and unit by unit.

A sale and its full return leave the account as it was, to the lot and the date; partial returns
sum to the full one, because every unit's share was settled when it was sold (program.md 4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from loyalty.account import Account, Lot, expired
from loyalty.apportion import units_share
from loyalty.documents import return_body, undone_body
from loyalty.entry import OWN_LOT, Entry, EntryKey, Kind, LotRef, Posting
from loyalty.entry import Account as Ledger
from loyalty.errors import LoyaltyError
from loyalty.program import Missing, Program
from loyalty.returned import Returned
from loyalty.sale import Occasion, Sale
from loyalty.settle import settled


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale in the ledger with all that has happened to it.

    `earlier`: its returns so far, undone ones left out. `settled`: debts its accrual paid.
    `lapsed`: points of its own lot that expiry entries closed.
    """

    key: EntryKey
    at_ms: int
    sale: Sale
    earlier: tuple[Returned, ...] = ()
    settled: tuple[Lot, ...] = ()
    lapsed: int = 0

    @property
    def lot(self) -> LotRef:
        """The lot the sale opened."""
        return LotRef(self.key, self.at_ms, self.sale.earned_until)

    @property
    def units_left(self) -> tuple[int, ...]:
        """Units of each line that were not returned yet."""
        return tuple(
            sold.line.units - before
            for sold, before in zip(self.sale.lines, self.units_before, strict=True)
        )

    @property
    def units_before(self) -> tuple[int, ...]:
        """Units of each line already returned."""
        gone = [0] * len(self.sale.lines)
        for earlier in self.earlier:
            gone = [a + b for a, b in zip(gone, earlier.units, strict=True)]
        return tuple(gone)


def sold_from(entry: Entry, sale: Sale, earlier: Iterable[Returned], lapsed: int) -> Sold:
    """A sale's entry with its later history, ready to be returned."""
    paid = [
        Lot(p.lot, p.points) for p in entry.postings if p.lot and p.account is Ledger.MEMBER_DEBT
    ]
    return Sold(entry.key, entry.at_ms, sale, tuple(earlier), tuple(paid), lapsed)


def reverse(
    sold: Sold,
    units: Sequence[int],
    account: Account,
    program: Program,
    occasion: Occasion,
    void: bool = False,
) -> tuple[Returned, Entry]:
    """Return `units` of each line of a sale; `occasion.sale` is the id of the return.

    Points come back into their lots, what was earned goes; points that are missing are borne as the
    program says, and the refund says so before any money is handed out.
    Errors: `return-nothing`, `return-too-many` (line from 1, left).
    """
    _check(sold, units)
    before = sold.units_before
    given = _restored(sold, units, before, program, occasion)
    postings = list(settled(account, given))
    restored = sum(lot.points for lot in given)
    if restored:
        postings.append(Posting(Ledger.REDEEMED, -restored))
    claw = _Clawback.of(sold, units, before, account.moved(postings), program, occasion.on)
    refund = _money(sold, units, before)
    kept, bought = _bought_back(claw.missing, refund, program)
    debt = 0 if program.returns.missing is Missing.WAIVE else claw.missing - bought
    postings.extend(claw.taken)
    postings.extend(_owed(sold, debt))
    if bought:
        postings.append(Posting(Ledger.BOUGHT_BACK, -bought))
    if gone := claw.total + debt + bought:
        postings.append(Posting(Ledger.ISSUED, gone))
    returned = Returned(
        id=occasion.sale,
        sale=sold.key,
        units=tuple(units),
        clawed=claw.total + debt + bought,
        restored=restored,
        forgiven=claw.forgiven,
        waived=claw.missing - debt - bought,
        owed=debt,
        bought=bought,
        kept_minor=kept,
        refund_minor=refund - kept,
        void=void,
        operator=occasion.operator,
        shift=occasion.shift,
    )
    return returned, _entry(returned, sold, program, occasion, postings)


def _check(sold: Sold, units: Sequence[int]) -> None:
    if len(units) != len(sold.sale.lines) or not any(units):
        raise LoyaltyError("return-nothing")
    for line, (wanted, left) in enumerate(zip(units, sold.units_left, strict=True), start=1):
        if not 0 <= wanted <= left:
            raise LoyaltyError("return-too-many", line=line, left=left)


def _money(sold: Sold, units: Sequence[int], before: Sequence[int]) -> int:
    """The money that was paid for the units: their price less what points paid of it."""
    return _share(sold, units, before, "amount") - _share(sold, units, before, "paid_minor")


def _share(sold: Sold, units: Sequence[int], before: Sequence[int], what: str) -> int:
    total = 0
    for line, first, count in zip(sold.sale.lines, before, units, strict=True):
        whole = line.line.amount_minor if what == "amount" else getattr(line, what)
        total += units_share(whole, line.line.units, first, count)
    return total


def _restored(
    sold: Sold, units: Sequence[int], before: Sequence[int], program: Program, occasion: Occasion
) -> tuple[Lot, ...]:
    """The points that paid for the units, back into their lots: last drawn, first restored.

    That leaves the lots as if the redemption had been smaller from the start. A lot that expired
    meanwhile comes back as one new lot with the program's days of grace.
    """
    none = (0,) * len(before)
    skip = _share(sold, before, none, "paid_points")
    left = _share(sold, units, before, "paid_points")
    lots: list[Lot] = []
    grace = 0
    for drawn in reversed(sold.sale.drawn):
        passed = min(skip, drawn.points)
        skip -= passed
        points = min(left, drawn.points - passed)
        left -= points
        if points and expired(drawn.ref, occasion.on):
            grace += points
        elif points:
            lots.append(Lot(drawn.ref, points))
    lots.reverse()
    if grace:
        until = occasion.on + timedelta(days=program.returns.grace_days)
        lots.append(Lot(LotRef(OWN_LOT, occasion.at_ms, until), grace))
    return tuple(lots)


@dataclass(frozen=True, slots=True)
class _Clawback:
    """What could be taken back, what had already lapsed, and what is missing."""

    taken: tuple[Posting, ...]
    forgiven: int
    missing: int
    total: int = field(default=0)

    @classmethod
    def of(
        cls,
        sold: Sold,
        units: Sequence[int],
        before: Sequence[int],
        account: Account,
        program: Program,
        on: date,
    ) -> _Clawback:
        """From the sale's own lot first, then as a redemption would take it.

        Points of the sale that expired are not asked for a second time.
        """
        wanted = _share(sold, units, before, "earned")
        lapsed = sold.lapsed - sum(earlier.forgiven for earlier in sold.earlier)
        forgiven = min(wanted, lapsed)
        left = wanted - forgiven
        own = [lot for lot in account.lots if lot.ref.key == sold.key]
        others = [lot for lot in account.usable(on) if lot.ref.key != sold.key]
        taken: list[Posting] = []
        for lot in own + others:
            points = min(left, lot.points)
            if points:
                taken.append(Posting(Ledger.MEMBER, -points, lot.ref))
                left -= points
        return cls(tuple(taken), forgiven, left, wanted - forgiven - left)


def _bought_back(missing: int, refund: int, program: Program) -> tuple[int, int]:
    """`refund-less`: minor units kept from the refund, and the points they stand for."""
    rule = program.tender
    if program.returns.missing is not Missing.REFUND_LESS or rule is None or not missing:
        return 0, 0
    affordable = min(missing, refund * rule.step_points // rule.step_minor)
    return affordable * rule.step_minor // rule.step_points, affordable


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
        member=sold.sale.member,
        program=program.number,
        postings=tuple(postings),
        body=return_body(returned),
    )


def undone(entry: Entry, account: Account, occasion: Occasion) -> Entry:
    """The entry that takes a return back: every posting the other way round.

    LoyaltyError `return-not-undoable` when points it gave back were used meanwhile.
    """
    postings = tuple(Posting(p.account, -p.points, p.lot) for p in entry.postings)
    try:
        account.moved(postings)
    except ValueError:
        raise LoyaltyError("return-not-undoable") from None
    return Entry(
        source=occasion.sale,
        kind=Kind.RETURN_UNDONE,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=entry.member,
        program=entry.program,
        postings=postings,
        body=undone_body(entry.key, occasion.operator),
    )
