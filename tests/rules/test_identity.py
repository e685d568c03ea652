"""A sale of a whole program and its return leave no trace: the main law of the ledger.

Everything that `Seen` holds is as before, to the unit: lots with dates, pending, debts, tier, every
count of the member and of the shop, vouchers, referral. `tests.bench.proofs` runs the same laws
over many more examples and counts which rules had a hand in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import event, given, settings
from hypothesis import strategies as st

from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.rules.program import Missing
from loyalty.sales.returned import Returned
from tests.rules import firing
from tests.rules.whole_book import WholeBook
from tests.rules.whole_stories import (
    PROBES,
    REDEEMING,
    SPLITS,
    Act,
    Deed,
    Split,
    Story,
    acts,
    bought,
    happen,
    in_parts,
    played,
    stories,
)

FEW = settings(max_examples=100)
SALES = acts([Deed.SALE], REDEEMING)
OTHERS = st.lists(acts(tuple(Deed)), min_size=1, max_size=3)


def begun(story: Story, act: Act) -> WholeBook:
    """The book when a sale is about to come, the night before it done."""
    book = played(story)
    happen(book, night_of(act, act.days))
    book.next_act()
    book.minute = act.minute
    return book


def night_of(act: Act, days: int = 0) -> Act:
    """A night, so many days later."""
    return replace(act, deed=Deed.NIGHT, days=days)


def money_stood_in(book: WholeBook, parts: Sequence[Returned]) -> bool:
    """`refund-less` took money where a line that earned came back before one that points paid."""
    less = book.program.returns.missing is Missing.REFUND_LESS
    return less and any(part.bought or part.waived for part in parts)


def traceless(story: Story, act: Act, split: Sequence[Split]) -> Iterator[str]:
    """The law: a sale and any returns that add up to all of it; the marks of what it met.

    It cannot hold to the point where `refund-less` was paid in money on the way, see `reverse`:
    then the counts are as before, and the points asked for are those that were earned.
    """
    book = begun(story, act)
    history, before = book.history, book.seen(PROBES)
    entry = bought(book, act)
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    marks = set(firing.of_sale(book, entry, sale, history))
    parts = in_parts(book, entry, split)
    after = book.seen(PROBES)
    if money_stood_in(book, parts):
        yield "paid-in-money"
        assert sum(part.clawed + part.waived for part in parts) == sale.earned
        assert (after.history, after.shop, after.tier) == (
            before.history,
            before.shop,
            before.tier,
        )
    else:
        assert after == before
        assert sum(part.refund_minor for part in parts) == sale.due_minor
        assert not any(part.kept_minor for part in parts)
    assert sum(part.restored for part in parts) == sale.redeemed
    yield from marks | set(firing.of_returns(book, parts))


def without_trace_of_others(
    story: Story, act: Act, between: Sequence[Act], split: Sequence[Split]
) -> Iterator[str]:
    """The law with acts and nights in between: as the same book without the sale.

    It can hold only where the sale changed none of those acts. It changes them where they spent
    its points, where a cap, a tier or the number of a purchase counted it, where points it had used
    would have expired meanwhile (they come back with grace), or where it kept sliding points alive.
    So the acts are compared first, entry by entry, and the law is asked for where they came out the
    same: nothing else is assumed of program or history.
    """
    book = begun(story, act)
    without, start = book.copied(), len(book.entries)
    entry = bought(book, act)
    book.apart = entry.key
    for deed in (*between, night_of(act)):
        happen(book, deed)
        happen(without, deed)
    later = book.entries[start + 1 :]
    mine = [one for one in later if not own_night(one, entry)]
    if [unnamed(one) for one in mine] != [unnamed(one) for one in without.entries[start:]]:
        yield "sale-changed-others"
        in_parts(book, entry, split)
        return
    parts = in_parts(book, entry, split)
    if money_stood_in(book, parts):
        yield "paid-in-money"
        return
    without.next_act()
    assert book.seen(PROBES) == without.seen(PROBES)
    yield "others-unchanged"
    yield from {f"between-{one.kind}" for one in mine}
    if len(mine) < len(later):
        yield "own-night"


def own_night(one: Entry, sale: Entry) -> bool:
    """The night vested or expired the sale's own points."""
    night = one.kind in (Kind.VESTING, Kind.EXPIRY)
    return night and any(p.lot and p.lot.key == sale.key for p in one.postings)


def unnamed(one: Entry) -> tuple[object, ...]:
    return one.key, one.source, one.kind, one.postings, one.body


@FEW
@given(stories(least=1), SALES, SPLITS)
def test_a_sale_and_its_returns_leave_no_trace(story: Story, act: Act, split: list[Split]) -> None:
    for mark in traceless(story, act, split):
        event(mark)


@FEW
@given(stories(most=4), SALES, OTHERS, SPLITS)
def test_nor_where_others_came_between_that_it_did_not_touch(
    story: Story, act: Act, between: list[Act], split: list[Split]
) -> None:
    for mark in without_trace_of_others(story, act, between, split):
        event(mark)
