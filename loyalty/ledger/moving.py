"""Everything a member has, moved to another member, or brought here from somewhere else.

Two entries move an account: one empties it, one fills the other, with the points in transit between
them. Lots keep their keys and dates, so that a return of an old sale finds them where they are now.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.adjusting import MOVE_STAMPS, alone_count
from loyalty.ledger.count import ACTS, EARNED, QUALIFYING, SPEND, VISITS, Count, paper_of, stamps_of
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import OWN_LOT, Entry, Kind, LotRef, Posting
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.settle import settled
from loyalty.members.history import History, Standing
from loyalty.rules.rewards import StampRule
from loyalty.sales.sale import Occasion

_ARM = "arm:"


def move_all(
    source: Standing, target: Standing, occasion: Occasion, why: str, approved: str = ""
) -> tuple[Entry, Entry]:
    """The entries that empty one account and fill another: lots, pending points, debts, counts.

    Both standings are whole: the account, and a history of every day and every count. `why`: a code
    such as `merged`, never a sentence. Vouchers and sales are not in here. An arm of a trial goes
    along only where the target has none. LoyaltyError `move-same`.
    """
    giver, taker = source.member.id, target.member.id
    if giver == taker:
        raise LoyaltyError("move-same")
    counts = counts_of_history(source.history)
    kept = arriving(counts, target.history)
    account = source.account
    gone = [Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in account.lots]
    gone += [Posting(Ledger.PENDING, -lot.points, lot.ref) for lot in account.pending]
    gone += [Posting(Ledger.MEMBER_DEBT, debt.points, debt.ref) for debt in account.debts]
    moved = -sum(posting.points for posting in gone)
    told = {"o": occasion.operator, "why": why, **({"ok": approved} if approved else {})}
    facts = {"v": 1, "from": str(giver), "to": str(taker), **told}
    less = [Count(c.name, -c.amount, c.on) for c in counts]
    come = _credited(account, target.account, occasion.on)
    if moved:
        gone.append(Posting(Ledger.TRANSIT, moved))
        come.append(Posting(Ledger.TRANSIT, -moved))
    return (
        _entry(Kind.MOVED_OUT, giver, occasion, gone, facts, less),
        _entry(Kind.MOVED_IN, taker, occasion, come, facts, kept),
    )


def arriving(counts: Iterable[Count], target: History) -> tuple[Count, ...]:
    """What of somebody's counts becomes another's: all, but no second arm of a trial."""
    drawn = {name for (name, _), amount in target.counts.items() if amount}
    return tuple(c for c in counts if not (c.name.startswith(_ARM) and c.name in drawn))


def _credited(moved: Account, into: Account, on: date) -> list[Posting]:
    """What the other account gains. Debts of either side are paid at once from the points of the
    other, as every credit pays them: from the points that end last, as a return would take them.
    """
    owing = into.moved(
        [Posting(Ledger.MEMBER_DEBT, -debt.points, debt.ref) for debt in moved.debts]
    )
    postings = [Posting(Ledger.PENDING, lot.points, lot.ref) for lot in moved.pending]
    postings += [Posting(Ledger.MEMBER_DEBT, -debt.points, debt.ref) for debt in moved.debts]
    ended = [lot for lot in moved.lots if moved.expired(lot.ref, on)]  # pay nothing any more
    postings += [Posting(Ledger.MEMBER, lot.points, lot.ref) for lot in ended]
    postings += settled(owing, moved.usable(on))
    paying = [
        Posting(Ledger.MEMBER, -lot.points, lot.ref) for lot in _held_against(into, moved, on)
    ]
    if paying:
        given = tuple(Lot(p.lot, -p.points) for p in paying if p.lot)
        postings += [*paying, *settled(into.moved(postings), given)]
    return postings


def _held_against(into: Account, moved: Account, on: date) -> list[Lot]:
    """Parts of the taker's lots that pay debts of the giver, whose own points are gone."""
    left = moved.owed - moved.spendable(on)
    parts: list[Lot] = []
    for lot in reversed(into.usable(on)):
        points = min(left, lot.points)
        if points > 0:
            parts.append(Lot(lot.ref, points))
            left -= points
    return parts


def opening_entry(
    occasion: Occasion,
    member: UUID,
    account: Account,
    points: int,
    expires_on: date | None = None,
    stamps: Iterable[tuple[str, int]] = (),
    slides: int = 0,
) -> Entry:
    """The balance, and stamps by rule, that a member brings from another system; source: the act.

    One lot an entry: balances with several dates are several acts. `earned` is not counted: tiers
    and caps begin here. Errors: `opening-nothing`, `opening-negative`.
    """
    counts = [Count(stamps_of(rule), amount) for rule, amount in stamps if amount]
    if points < 0 or any(count.amount < 0 for count in counts):
        raise LoyaltyError("opening-negative")
    if not points and not counts:
        raise LoyaltyError("opening-nothing")
    postings: list[Posting] = []
    if points:
        ref = LotRef(OWN_LOT, occasion.at_ms, expires_on, slides)
        postings = [*settled(account, (Lot(ref, points),)), Posting(Ledger.OPENED, -points)]
    facts = {"v": 1, "o": occasion.operator, "p": points}
    return _entry(Kind.OPENING, member, occasion, postings, facts, counts)


def stamps_entry(
    occasion: Occasion, member: UUID, rule: StampRule, serial: str, stamps: int, approved: str
) -> Entry:
    """An old paper card's stamps, entered by hand; its serial number is void from then on.

    LoyaltyError `stamps-range` (most), `paper-serial` where the card's number is missing. Whether
    the number was moved in before is the count `paper_of(rule, serial)` of the shop.
    """
    if not 0 < stamps <= rule.most_moved:
        raise LoyaltyError("stamps-range", most=rule.most_moved)
    if not serial:
        raise LoyaltyError("paper-serial")
    facts = {"v": 1, "o": occasion.operator, "ok": approved, "rule": rule.id, "n": stamps}
    void = Count(paper_of(rule.id, serial), 1, shop=True)
    counts = [Count(stamps_of(rule.id), stamps), void]
    if not approved:
        counts.append(alone_count(MOVE_STAMPS, occasion, stamps))
    return _entry(Kind.STAMPS_MOVED, member, occasion, [], facts, counts)


def _entry(
    kind: Kind,
    member: UUID,
    occasion: Occasion,
    postings: list[Posting],
    facts: dict[str, Any],
    counts: Iterable[Count],
) -> Entry:
    rows = counts_rows(counts)
    return Entry(
        source=occasion.sale,
        kind=kind,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=member,
        program=0,
        postings=tuple(postings),
        body=compact({**facts, **({"t": rows} if rows else {})}),
    )


def counts_of_history(history: History) -> tuple[Count, ...]:
    """A history as the counts it is the sum of, day by day."""
    daily = [
        Count(name, amount, day.on)
        for day in history.days
        for name, amount in (
            (VISITS, day.visits),
            (SPEND, day.spend_minor),
            (EARNED, day.earned),
            (QUALIFYING, day.qualifying),
            (ACTS, day.acts),
        )
        if amount
    ]
    named = sorted(history.counts.items(), key=lambda item: (item[0][0], item[0][1] or date.min))
    return (*daily, *(Count(name, amount, on) for (name, on), amount in named if amount))
