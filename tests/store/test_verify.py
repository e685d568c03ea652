"""Whatever is changed in the books is found, and named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from loyalty.ledger.count import Count, used_of
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Account, Entry, EntryKey, Kind, Posting
from pos.clock import FixedClock
from pos.store import Fault, Store, open_store, verify
from pos.store.audit import _pages, _rows_of, verify_tail
from pos.store.columns import metadata
from pos.store.ledger import entry_from
from pos.store.tables import FACTS, PROJECTIONS
from tests.store.shop import (
    ANNA,
    BORIS,
    act,
    book_counts,
    book_move,
    book_return,
    book_sale,
    busy_day,
    goods,
)

AIM = 6  # the sale of `busy_day` that redeems: it has postings and lines of every sort


@pytest.fixture
def books(path: Path, clock: FixedClock) -> Iterator[Store]:
    """A busy day's ledger whose guards are off, as a forger would have it."""
    with open_store(path, clock, reserve_bytes=0) as store:
        busy_day(store)
        for verb in ("update", "delete"):
            change(store, *(f"DROP TRIGGER {table.name}_no_{verb}" for table in FACTS))
        yield store


def change(store: Store, *statements: str) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            raw.execute(statement)


def faults(store: Store) -> list[Fault]:
    with store.reading() as view:
        return list(verify(view))


def named(store: Store) -> set[int]:
    return {fault.entry.seq for fault in faults(store) if fault.entry}


def test_untouched_books_have_no_fault(books: Store) -> None:
    assert faults(books) == []


KEYS = {"terminal", "epoch", "seq", "n"}
COLUMNS = [
    (table.name, column.name)
    for table in FACTS
    for column in table.columns
    if column.name not in {"merchant", *KEYS}
]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_one_changed_byte_in_any_column_names_the_entry(
    books: Store, table: str, column: str
) -> None:
    kind = metadata.tables[table].c[column].type.python_type
    if kind is bytes:
        other = f"CASE WHEN {column} IS NULL THEN zeroblob(16) ELSE "
        other += f"CAST(substr({column}, 1, 15) || x'fe' || substr({column}, 17) AS BLOB) END"
    elif kind is str:
        other = f"CASE {column} WHEN '' THEN 'x' ELSE substr({column}, 2) END"
    else:
        other = f"coalesce({column}, 20270101) + 1"
    change(books, f"UPDATE {table} SET {column} = {other} WHERE seq = {AIM}")
    found = faults(books)
    assert AIM in {fault.entry.seq for fault in found if fault.entry}, found


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_any_flipped_byte_of_a_body_names_the_entry(books: Store, place: int) -> None:
    with closing(sqlite3.connect(books.path)) as raw:
        row = raw.execute(f"SELECT body FROM entry WHERE seq = {AIM}").fetchone()
        body = bytearray(row[0].encode())
        place %= len(body)
        body[place] ^= 0x80 if place % 2 else 0x01
        raw.execute(f"UPDATE entry SET body = CAST(? AS TEXT) WHERE seq = {AIM}", (bytes(body),))
        raw.commit()
    assert named(books) == {AIM}


@pytest.mark.parametrize("table", [t.name for t in (*FACTS, *PROJECTIONS)])
def test_a_deleted_row_is_missed(books: Store, table: str, clock: FixedClock) -> None:
    with books.writing() as work:  # so that a lot is open as well
        book_sale(work, clock, 77)
    keys = ", ".join(column.name for column in metadata.tables[table].primary_key.columns)
    change(books, f"DELETE FROM {table} WHERE ({keys}) = (SELECT {keys} FROM {table} LIMIT 1)")
    assert faults(books)


def test_entries_changed_in_a_row_are_named_and_no_other(books: Store) -> None:
    """Behind them the chain goes on from what stands there."""
    change(books, "UPDATE entry SET at_ms = at_ms + 1 WHERE seq BETWEEN 3 AND 5")
    assert {fault.entry.seq for fault in faults(books) if fault.entry} == {3, 4, 5}
    change(books, "UPDATE entry SET hash = zeroblob(32) WHERE seq BETWEEN 3 AND 5")
    hashes = {fault.entry.seq for fault in faults(books) if fault.entry and fault.what == "hash"}
    assert {3, 4, 5} <= hashes <= {3, 4, 5, 6}


def test_a_missing_entry_is_named_with_its_own_number(books: Store) -> None:
    change(books, f"DELETE FROM entry WHERE seq = {AIM}")
    assert (EntryKey(1, 1, AIM), "missing") in [(f.entry, f.what) for f in faults(books)]


def test_the_last_entry_cannot_vanish_unseen(path: Path, books: Store) -> None:
    """The chain ends earlier then; what belonged to the entry tells, and so does the mark."""
    change(books, "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    assert faults(books)
    clock = books.clock
    books.close()
    with open_store(path, clock, reserve_bytes=0) as again:
        assert "ledger-behind" in [health.code for health in again.health]


def test_swapped_entries_are_both_named(books: Store) -> None:
    change(
        books,
        "UPDATE entry SET seq = 999 WHERE seq = 3",
        "UPDATE entry SET seq = 3 WHERE seq = 4",
        "UPDATE entry SET seq = 4 WHERE seq = 999",
    )
    assert {3, 4} <= named(books)


def test_swapped_postings_are_named(books: Store) -> None:
    change(
        books,
        f"UPDATE posting SET n = 99 WHERE seq = {AIM} AND n = 0",
        f"UPDATE posting SET n = 0 WHERE seq = {AIM} AND n = 1",
        f"UPDATE posting SET n = 1 WHERE seq = {AIM} AND n = 99",
    )
    assert AIM in named(books)


def test_an_added_posting_is_named(books: Store) -> None:
    change(
        books,
        f"INSERT INTO posting SELECT merchant, terminal, epoch, seq, n + 50, account, 0, member, "
        f"lot_terminal, lot_epoch, lot_seq, lot_earned_ms, lot_expires, lot_vests "
        f"FROM posting WHERE seq = {AIM} AND n = 0",
    )
    assert AIM in named(books)


def test_a_posting_without_an_entry_is_named(books: Store) -> None:
    change(books, f"UPDATE posting SET seq = 5000 WHERE seq = {AIM}")
    assert {AIM, 5000} <= named(books)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE lot SET points = points + 1",
        "UPDATE lot SET expires = expires + 1",
        "UPDATE lot SET side = 2",
        "UPDATE lot SET member = x'00000000000000000000000000000bad'",
        "UPDATE lot SET member = x'bad0'",
        "UPDATE balance SET points = points + 1",
        "UPDATE balance SET owed = 1",
        "UPDATE balance SET entries = entries - 1",
        "UPDATE returned SET clawed = clawed + 1",
        "UPDATE returned SET undone_seq = NULL, undone_terminal = NULL, undone_epoch = NULL",
        "UPDATE returned SET undone_terminal = 1, undone_epoch = 1, undone_seq = 3",
        "UPDATE returned_line SET units = units + 1",
        "UPDATE lot SET vests = vests + 1 WHERE side = 3",
        "UPDATE member_day SET visits = visits + 1",
        "UPDATE member_day SET qualifying = 5",
        "INSERT INTO member_day SELECT merchant, member, 20270101, 1, 1, 1, 1, 1 FROM member_day",
        "UPDATE tally SET amount = amount + 1",
        "UPDATE tally SET name = 'stamps:tea' WHERE name = 'stamps:coffee'",
        "UPDATE tally SET day = 20270101",
    ],
)
def test_a_changed_balance_is_found(books: Store, clock: FixedClock, statement: str) -> None:
    with books.writing() as work:
        book_sale(work, clock, 77, ANNA)
    assert faults(books) == []
    change(books, statement)
    assert faults(books)


def test_points_that_the_explanation_does_not_give_are_found(books: Store) -> None:
    """A forger who could make new hashes would still have to explain the points."""
    with books.reading() as view:
        page = next(iter(_pages(view, EntryKey(0, 0, 0))))
        row = next(row for row in page.entries if row[2] == AIM)
        entry = entry_from(row, page.postings[row[:3]])
        forged = replace(entry, body=entry.body.replace('"rd":"floor"', '"rd":"ceil"'))
        found = [fault.what for fault in _rows_of(view, forged, page.postings[row[:3]], page)]
    assert "points" in found


def test_the_tail_is_looked_at_alone(books: Store) -> None:
    change(books, "UPDATE entry SET at_ms = 1 WHERE seq = 3")
    with books.reading() as view:
        assert list(verify_tail(view, 3)) == []
        assert [fault.what for fault in verify_tail(view, 1_000)][:1] == ["hash"]
        assert [fault.what for fault in verify(view, since=EntryKey(1, 1, 3))] == []


def test_a_wrong_count_names_the_last_entry_that_moved_it(books: Store) -> None:
    change(books, "UPDATE tally SET amount = 8 WHERE name = 'stamps:coffee'")
    (found,) = faults(books)
    with books.reading() as view:
        (stamped,) = view.entries(kind=Kind.STAMPS_MOVED)
    assert (found.entry, found.what) == (stamped.key, "counts")
    assert dict(found.facts)["kept"] == "8"


def test_a_count_that_no_entry_made_is_found_without_a_name(books: Store) -> None:
    change(books, "INSERT INTO tally VALUES (1, zeroblob(16), 'used:x', 0, 1)")
    assert [(found.entry, found.what) for found in faults(books)] == [(None, "counts")]


def test_a_voucher_used_twice_is_found(books: Store, clock: FixedClock) -> None:
    """No till does that; two tills that were merged after a restore could."""
    with books.writing() as work:
        book_counts(work, clock, 70, Count(used_of("64"), 1, shop=True))
        assert not list(verify(work))
        last = book_counts(work, clock, 71, Count(used_of("64"), 1, shop=True))
    assert [(found.entry, found.what) for found in faults(books)] == [(last.key, "used-twice")]


def test_points_that_left_and_never_came_are_found(books: Store, clock: FixedClock) -> None:
    with books.writing() as work:
        book_sale(work, clock, 70)
        book_move(work, clock, 71, ANNA, BORIS)
        assert not list(verify(work))
        (lot,) = work.account(BORIS).lots
        postings = (Posting(Account.MEMBER, -3, lot.ref), Posting(Account.TRANSIT, 3))
        when = (work.now_ms(), clock.today())
        out = work.append(Entry(act(72), Kind.MOVED_OUT, *when, BORIS, 0, postings, '{"v":1}'))
    (found,) = faults(books)
    assert (found.entry, found.what, dict(found.facts)) == (out.key, "transit", {"left": 3})


def test_a_return_that_took_more_counts_than_the_sale_gave_is_found(
    books: Store, clock: FixedClock
) -> None:
    with books.writing() as work:
        sold = book_sale(work, clock, 70, ANNA, goods(1_000, units=2))
        back = book_return(work, clock, 71, sold.key, (1,))
        assert not list(verify(work))
    with books.reading() as view:
        page = next(iter(_pages(view, EntryKey(1, 1, sold.key.seq))))
        postings = page.postings[(1, 1, back.key.seq)]
        entry = entry_from(page.entries[0], postings)
    # A forger would have to make the return's body anew; what it says must still fit the sale.
    taken = compact({"t": counts_rows([Count("spend", -2_000, clock.today())])})[1:-1]
    start, rest = entry.body.split('"t":')
    forged = replace(entry, body=start + taken + "," + rest.split("]],")[-1])
    assert forged.body != entry.body
    with books.reading() as view:
        assert "returned-counts" not in [f.what for f in _rows_of(view, entry, postings, page)]
    change(books, f"UPDATE entry SET body = '{forged.body}' WHERE seq = {back.key.seq}")
    with books.reading() as view:
        found = [fault.what for fault in _rows_of(view, forged, postings, page)]
    assert "returned-counts" in found


def test_a_search_that_is_interrupted_says_nothing_of_the_books(books: Store) -> None:
    with books.reading() as view:
        view._db.set_progress_handler(lambda: 1, 50)
        try:
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                list(verify(view))
        finally:
            view._db.set_progress_handler(None, 0)
        assert not list(verify(view))
