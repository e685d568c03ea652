"""A whole account moved to another member, opening balances, and paper stamp cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.ledger.account import Account, Lot
from loyalty.ledger.count import Count, stamps_of, summed
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind, LotRef
from loyalty.ledger.moving import counts_of_history, move_all, opening_entry, stamps_entry
from loyalty.members.history import History, Standing
from loyalty.members.member import Member
from loyalty.rules.program import ExpiryKind, ExpiryRule
from loyalty.rules.rewards import StampRule
from loyalty.sales.sale import Occasion
from tests.rules.book import MEMBER, Book, refused
from tests.rules.makers import DAY, Step, basket, histories, played, program

OTHER = Member(UUID(int=0xB0B), "Bob", "", DAY)
ENDING = program(expiry=ExpiryRule(ExpiryKind.MONTHS, 12))


def moved(giver: Standing, taker: Standing, on: date) -> tuple[Entry, Entry, Account, Account]:
    """Both entries, and both accounts after them."""
    out, into = move_all(giver, taker, Occasion(UUID(int=9), 9, on, "ann"), "merged")
    return out, into, giver.account.applied(out), taker.account.applied(into)


def lots(account: Account) -> set[tuple[LotRef, int]]:
    return {(lot.ref, lot.points) for lot in (*account.lots, *account.pending)}


def test_lots_go_along_with_their_keys_and_dates() -> None:
    book = Book(DAY)
    book.sell(basket(1000), ENDING)
    book.on += timedelta(days=40)
    book.sell(basket(2500), ENDING)
    out, into, left, gained = moved(book.standing(), Standing(OTHER), book.on)
    assert (left.lots, left.pending, left.debts) == ((), (), ())
    assert lots(gained) == lots(book.account)
    assert (out.kind, into.kind) == (Kind.MOVED_OUT, Kind.MOVED_IN)
    assert (out.source, out.member, into.member) == (into.source, MEMBER, OTHER.id)


@given(histories(), histories(), st.integers(0, 60))
def test_nothing_is_lost_or_made_on_the_way(one: list[Step], other: list[Step], later: int) -> None:
    giver, taker = played(ENDING, one), played(ENDING, other)
    on = max(giver.on, taker.on) + timedelta(days=later)
    theirs = replaced_keys(taker.account)
    target = Standing(OTHER, theirs, taker.history)
    out, into, left, gained = moved(giver.standing(), target, on)
    assert left == Account(active_on=left.active_on)
    assert gained.balance == giver.account.balance + theirs.balance
    assert not gained.owed or not gained.spendable(on)
    transit = [p.points for e in (out, into) for p in e.postings if p.account is Ledger.TRANSIT]
    assert sum(transit) == 0
    told = summed((*counts_of(out), *counts_of(into)))
    assert not told
    whole = taker.history.with_counts(counts_of(into))
    assert whole.visits == giver.history.visits + taker.history.visits


def replaced_keys(account: Account) -> Account:
    """The same account as another member's: its lots were opened by other entries."""

    def mine(parts: tuple[Lot, ...]) -> tuple[Lot, ...]:
        keyed = (replace(p.ref, key=replace(p.ref.key, terminal=2)) for p in parts)
        return tuple(Lot(ref, p.points) for ref, p in zip(keyed, parts, strict=True))

    return Account(mine(account.lots), mine(account.debts), mine(account.pending))


def lot(seq: int, points: int) -> Lot:
    return Lot(LotRef(EntryKey(1, 1, seq), seq, None), points)


@pytest.mark.parametrize(
    ("giver", "taker", "balance", "owed"),
    [
        (Account(debts=(lot(1, 30),)), Account((lot(2, 100),)), 70, 0),
        (Account(debts=(lot(1, 30),)), Account((lot(2, 20),)), -10, 10),
        (Account((lot(1, 50),)), Account(debts=(lot(2, 30),)), 20, 0),
        (Account(debts=(lot(1, 30),)), Account(debts=(lot(2, 5),)), -35, 35),
    ],
)
def test_debts_are_paid_from_the_points_of_the_other_side(
    giver: Account, taker: Account, balance: int, owed: int
) -> None:
    mine = Standing(Member(MEMBER, "", "", DAY), giver)
    *_, gained = moved(mine, Standing(OTHER, taker), DAY)
    assert (gained.balance, gained.owed) == (balance, owed)


def test_the_arm_of_a_trial_goes_along_only_where_there_is_none() -> None:
    arms = History(counts={("arm:spring", None): 1, ("stamps:tea", None): 4})
    mine = Standing(Member(MEMBER, "", "", DAY), history=arms)
    for theirs, expected in ((History(), 1), (History(counts={("arm:spring", None): 2}), 2)):
        _, into, *_ = moved(mine, Standing(OTHER, history=theirs), DAY)
        after = theirs.with_counts(counts_of(into))
        assert (after.count("arm:spring"), after.count("stamps:tea")) == (expected, 4)


def test_nobody_is_moved_into_themselves() -> None:
    mine = Standing(Member(MEMBER, "", "", DAY))
    refused("move-same", move_all, mine, mine, Occasion(UUID(int=9), 9, DAY), "merged")


def test_a_history_is_the_sum_of_its_counts() -> None:
    book = Book(DAY)
    book.sell(basket(1000), ENDING)
    book.on += timedelta(days=3)
    book.sell(basket(700), ENDING)
    assert History().with_counts(counts_of_history(book.history)) == book.history


OCCASION = Occasion(UUID(int=5), 5, DAY, "sam")


def test_an_opening_balance_is_a_lot_with_its_own_day() -> None:
    until = date(2025, 6, 30)
    entry = opening_entry(OCCASION, MEMBER, Account(), 120, until, [("tea", 7)])
    after = Account().applied(entry)
    assert [(lot.points, lot.ref.expires_on) for lot in after.lots] == [(120, until)]
    assert [p.points for p in entry.postings if p.account is Ledger.OPENED] == [-120]
    assert Count(stamps_of("tea"), 7) in counts_of(entry)


def test_an_opening_balance_of_nothing_or_below_is_refused() -> None:
    refused("opening-nothing", opening_entry, OCCASION, MEMBER, Account(), 0)
    refused("opening-negative", opening_entry, OCCASION, MEMBER, Account(), -1)
    refused("opening-negative", opening_entry, OCCASION, MEMBER, Account(), 5, None, [("tea", -1)])


TEA = StampRule("tea", "Tea", 10, most_moved=9)


def test_paper_stamps_come_with_the_voiding_of_their_card() -> None:
    entry = stamps_entry(OCCASION, MEMBER, TEA, "NR12", 7, "boss")
    mine = History().with_counts(counts_of(entry))
    assert mine.count(stamps_of("tea")) == 7
    assert summed(counts_of(entry))[True, "paper:tea:NR12", None] == 1
    assert entry.postings == ()


@pytest.mark.parametrize("stamps", [0, -1, 10])
def test_more_paper_stamps_than_the_rule_allows_are_refused(stamps: int) -> None:
    facts = refused("stamps-range", stamps_entry, OCCASION, MEMBER, TEA, "NR12", stamps, "")
    assert facts["most"] == 9


def test_a_paper_card_without_a_number_could_come_twice() -> None:
    refused("paper-serial", stamps_entry, OCCASION, MEMBER, TEA, "", 5, "")
