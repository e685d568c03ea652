"""Rights between holders: what arrives fits, notes balance, the floor is bounded, names swap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot
from loyalty.ledger.count import Count
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind, LotRef, Posting
from loyalty.rights.absorbing import Change, absorbed
from loyalty.rights.floor import Exposure, Floor, advance, advanced_entry, most_advance
from loyalty.rights.lineage import Branch, Lineage
from loyalty.rights.note import (
    Note,
    giver_of,
    note_of,
    sent_entry,
    spendable_part,
    taken_entry,
    whole,
)
from loyalty.rights.pooling import covered_entry, settled_entry, written_off_entry
from loyalty.sales.sale import Occasion

ANN = UUID(int=7)
DAY = date(2026, 11, 22)
NOW = Occasion(UUID(int=1), 1_000, DAY)


def ref(number: int, vests: bool = False) -> LotRef:
    """A lot of terminal 4; odd ones never end."""
    ends = None if number % 2 else date(2027, 1 + number % 12, 1)
    return LotRef(EntryKey(4, 1, number + 1), number, ends, 0, DAY if vests else None)


@st.composite
def accounts(draw: st.DrawFn, owing: bool | None = None) -> Account:
    """An account that can be: debts only where nothing is left to spend."""
    points = st.lists(st.integers(0, 90), min_size=4, max_size=4)
    owes = draw(st.booleans()) if owing is None else owing
    side = Ledger.MEMBER_DEBT if owes else Ledger.MEMBER
    held = enumerate(draw(points.filter(any) if owing else points))
    postings = [Posting(side, -p if owes else p, ref(n)) for n, p in held if p]
    waiting = enumerate(draw(points), start=20)
    postings += [Posting(Ledger.PENDING, p, ref(n, vests=True)) for n, p in waiting if p]
    return Account().moved(postings)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Change, ...]:
    """What might arrive: more or less of up to six lots, each on one side."""
    found = []
    for number in draw(st.lists(st.integers(0, 30), unique=True, max_size=6)):
        side = draw(st.sampled_from([Ledger.MEMBER, Ledger.PENDING, Ledger.MEMBER_DEBT]))
        points = draw(st.integers(-120, 120).filter(bool))
        found.append(Change(side, ref(number, vests=side is Ledger.PENDING), points))
    return tuple(found)


@given(accounts(), changes())
def test_whatever_arrives_leaves_an_account_that_can_be(
    account: Account, arriving: tuple[Change, ...]
) -> None:
    postings = absorbed(account, arriving)
    after = account.moved(postings)  # raises where a lot would be below zero
    assert not (after.lots and after.debts)
    gained = sum(change.points for change in arriving)
    assert sum(posting.points for posting in postings) == gained
    worth = account.balance + account.pending_points
    assert after.balance + after.pending_points == worth + gained


@given(accounts())
def test_everything_sent_to_an_empty_holder_is_everything_there(account: Account) -> None:
    sent = sent_entry(3, ANN, whole(account), (), "cleared", NOW).numbered(EntryKey(4, 1, 9))
    assert account.moved(sent.postings) == Account()
    note = note_of(sent)
    assert note.points == account.balance + account.pending_points
    taken = taken_entry(note, Account(), NOW)
    assert Account().moved(taken.postings) == account


@given(accounts(), accounts())
def test_a_note_moves_points_and_makes_none(giver: Account, taker: Account) -> None:
    sent = sent_entry(3, ANN, whole(giver), (), "swept", NOW).numbered(EntryKey(4, 1, 9))
    taken = taken_entry(note_of(sent), taker, NOW)
    noted = [p.points for e in (sent, taken) for p in e.postings if p.account is Ledger.NOTED]
    assert sum(noted) == 0
    after = taker.moved(taken.postings)
    before = sum(a.balance + a.pending_points for a in (giver, taker))
    assert after.balance + after.pending_points == before
    assert (sent.source, taken.source) == (NOW.sale, NOW.sale)
    assert giver_of(taken) == EntryKey(4, 1, 9)


def test_stamps_and_vouchers_travel_as_counts() -> None:
    gained = (Count("stamps:coffee", 3, DAY), Count("given:6400", 1, None, True))
    sent = sent_entry(3, ANN, (), gained, "asked", NOW).numbered(EntryKey(4, 1, 9))
    assert note_of(sent).counts == gained
    assert sent.postings == ()
    assert taken_entry(note_of(sent), Account(), NOW).member == ANN


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        '{"v":1}',
        '{"v":1,"to":-1,"why":""}',
        '{"v":1,"to":true,"why":""}',
        '{"v":1,"to":1,"why":2}',
        '{"v":1,"to":1,"why":"","t":[["stamps:a",1,"",0,[]]]}',
        '{"v":1,"to":1,"why":"","t":7}',
    ],
)
def test_what_is_no_note_is_refused(body: str) -> None:
    plain = sent_entry(3, ANN, (), (), "asked", NOW)
    with pytest.raises(LoyaltyError, match="body-unreadable"):
        note_of(replace(plain, body=body))


def test_a_note_that_takes_is_refused() -> None:
    odd = sent_entry(3, ANN, (Change(Ledger.MEMBER, ref(1), -5),), (), "asked", NOW)
    with pytest.raises(LoyaltyError, match="body-unreadable"):
        note_of(odd)


@given(accounts(), st.integers(1, 300))
def test_an_advance_is_covered_by_the_pool_or_owed(pool: Account, points: int) -> None:
    advanced = advanced_entry(ANN, points, DAY, NOW).numbered(EntryKey(4, 1, 9))
    covered = covered_entry(advanced, pool, NOW)
    at_risk = [p.points for e in (advanced, covered) for p in e.postings if not p.lot]
    assert sum(at_risk) == 0
    after = pool.moved(covered.postings)
    assert after.balance + after.pending_points == pool.balance + pool.pending_points - points
    assert covered.source == covered_entry(advanced, Account(), NOW).source


@given(accounts(), changes())
def test_what_a_branch_left_is_taken_over_to_the_point(
    pool: Account, left: tuple[Change, ...]
) -> None:
    made = settled_entry(4, ANN, left, (), pool, "cleared", NOW)
    after = pool.moved(made.postings)
    gained = sum(change.points for change in left)
    assert after.balance + after.pending_points == pool.balance + pool.pending_points + gained


@given(accounts(owing=True))
def test_a_write_off_ends_every_debt_and_names_the_loss(pool: Account) -> None:
    made = written_off_entry(ANN, pool, "nobody-holds", NOW)
    assert pool.moved(made.postings).owed == 0
    lost = [p.points for p in made.postings if p.account is Ledger.WRITTEN_OFF]
    assert lost == [-pool.owed]


standings = st.builds(
    Exposure,
    usable=st.integers(0, 500),
    total=st.integers(0, 900),
    before=st.sampled_from([0, 0, 40]),
    terminal=st.integers(0, 7_000),
)


@given(st.integers(0, 400), standings, st.integers(0, 900))
def test_no_advance_goes_beyond_any_of_its_bounds(member: int, at: Exposure, need: int) -> None:
    floor = Floor.of(member)
    if need - at.usable > most_advance(floor, at):
        with pytest.raises(LoyaltyError, match="advance-refused"):
            advance(floor, at, need)
        return
    given_now = advance(floor, at, need)
    assert given_now == max(0, need - at.usable)
    if given_now:
        assert given_now <= floor.member
        assert at.terminal + given_now <= floor.terminal
        assert at.usable + given_now <= at.total
        assert at.before == 0


@pytest.mark.parametrize(
    ("floor", "at", "need", "why"),
    [
        (Floor(), Exposure(140, 240), 200, "no-floor"),
        (Floor.of(300), Exposure(140, 180), 200, "total"),
        (Floor.of(300), Exposure(140, 240, 20), 200, "again"),
        (Floor.of(50), Exposure(140, 240), 200, "member-floor"),
        (Floor(300, 30), Exposure(140, 240), 200, "terminal-floor"),
    ],
)
def test_a_refused_advance_says_which_bound_it_met(
    floor: Floor, at: Exposure, need: int, why: str
) -> None:
    with pytest.raises(LoyaltyError, match="advance-refused") as refused:
        advance(floor, at, need)
    assert refused.value.facts["why"] == why


keys = st.builds(EntryKey, st.integers(3, 5), st.integers(1, 6), st.integers(1, 40))
lineages = st.lists(st.tuples(st.integers(1, 2), st.integers(0, 30)), max_size=4).map(
    lambda rows: Lineage.from_rows(4, [(e, c, 4 + n) for n, (e, c) in enumerate(rows)])
)


@given(lineages, keys)
def test_a_name_taken_there_and_back_is_the_same_name(lineage: Lineage, key: EntryKey) -> None:
    assert lineage.here(lineage.named(key)) == key
    assert lineage.named(lineage.here(key)) == key


@given(lineages, keys, keys)
def test_two_entries_never_share_a_name(lineage: Lineage, one: EntryKey, other: EntryKey) -> None:
    assert (lineage.named(one) == lineage.named(other)) is (one == other)


@given(lineages, keys, st.integers(1, 2), st.integers(0, 30))
def test_one_more_branch_changes_the_name_of_its_own_entries_alone(
    lineage: Lineage, key: EntryKey, epoch: int, common: int
) -> None:
    more = lineage.with_branch(Branch(4, epoch, common, 9))
    if key.terminal == 4 and key.epoch == epoch and key.seq > common:
        assert more.named(key) == replace(key, epoch=9)
    else:
        assert more.named(key) == lineage.named(key)


def test_a_branch_is_known_under_its_own_epoch_with_the_lots_it_opened() -> None:
    lineage = Lineage().with_branch(Branch(4, 1, 900, 2))
    lot = LotRef(EntryKey(4, 1, 905), 0, None)
    entry = Entry(
        source=UUID(int=3),
        kind=Kind.RIGHTS_SENT,
        at_ms=0,
        business_date=DAY,
        member=ANN,
        program=0,
        postings=sent_entry(0, ANN, spendable_part((Lot(lot, 5),)), (), "swept", NOW).postings,
        body="{}",
        key=EntryKey(4, 1, 906),
    )
    there = lineage.translated(entry)
    assert there.key == EntryKey(4, 2, 906)
    assert [p.lot.key for p in there.postings if p.lot] == [EntryKey(4, 2, 905)]
    assert lineage.brought(there) == entry
    assert isinstance(note_of(replace(entry, body='{"v":1,"to":0,"why":"swept"}')), Note)
