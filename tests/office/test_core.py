"""Head office on both engines: what terminals send is there once, whatever happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy.exc import SQLAlchemyError

from loyalty.ledger.entry import EntryKey, Kind
from pos.office.desk.outside import elsewhere_of
from pos.office.desk.sessions import OfficeError
from pos.office.ledger.books import Books
from pos.office.schema.engine import create_schema, office_engine, transaction
from pos.office.schema.facts import (
    FACTS,
    counted,
    entry,
    feed,
    held,
    member_day,
    note,
    posting,
    sale,
    sale_line,
    set_aside,
    terminal_epoch,
)
from pos.office.schema.sums import day_money, day_sum, member_sum
from pos.store import verify
from pos.sync.digest import digest_of
from pos.sync.messages import Batch, Hello, Place, Pushed
from pos.sync.wire import pack, read_line
from pos.trouble import TroubleError
from tests.office.tills import Till, World, batch_of

FOLDS = (held, counted, member_day, day_sum, day_money, member_sum)


@pytest.fixture
def world(office_url: str, tmp_path: Path) -> Iterator[World]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    made = World(engine, tmp_path)
    yield made
    engine.dispose()


def everything(world: World) -> dict[str, list[tuple[object, ...]]]:
    return {table.name: world.rows(table) for table in (*FACTS, *FOLDS, terminal_epoch, feed)}


def at_once(*works: Callable[[], object]) -> list[object]:
    """Runs each in a thread of its own, together; what came of them, errors too."""
    found: list[object] = [None] * len(works)
    start = threading.Barrier(len(works))

    def run(n: int) -> None:
        start.wait()
        try:
            found[n] = works[n]()
        except (OfficeError, TroubleError, SQLAlchemyError, AssertionError) as error:
            found[n] = error

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_points_earned_in_one_shop_are_spent_in_the_other(world: World) -> None:
    here, there = world.till(1), world.till(2)
    ann = world.member(here)
    here.sold(ann, 50_000)
    here.quiet()
    there.quiet()
    assert there.balance(ann) == (0, 500)
    there.sync.reserve(ann, 200)
    here.sync.round()  # sends back what was asked for
    world.clock.advance(timedelta(seconds=1))
    assert there.sync.reserve(ann, 200).total == 500
    assert there.balance(ann) == (500, 0)
    for _ in range(3):
        there.quiet()
        here.quiet()
    assert here.balance(ann)[0] + there.balance(ann)[0] == 500
    for till in (here, there):
        with till.shop.store.reading() as view:
            assert list(verify(view)) == []
            assert view.unsent() == (0, None)


def test_each_terminal_is_told_what_each_member_has_at_the_others(world: World) -> None:
    one, two = world.till(1), world.till(2)
    people = [world.member(one, f"Ann {n}") for n in range(7)]
    one.quiet()
    two.quiet()
    for n, who in enumerate(people):
        for _ in range(n):
            one.sold(who, 1_000 * (n + 1))
        if n % 2:
            two.sold(who, 500)
    one.quiet()
    two.quiet()
    one.quiet()

    with transaction(world.office.engine) as db:
        books = Books(db, 1, world.clock, 1)
        told = {1: elsewhere_of(books, people, 1), 2: elsewhere_of(books, people, 2)}
        assert elsewhere_of(books, [], 1) == ()
        alone = [elsewhere_of(books, [who], 2)[0] for who in people]

    assert list(told[2]) == alone
    assert [each.member for each in told[1]] == [who.bytes for who in people]
    for n, (here, there) in enumerate(zip(told[1], told[2], strict=True)):
        assert [(day[1], day[2]) for day in here.days] == ([(1, 500)] if n % 2 else [])
        assert [(day[1], day[2]) for day in there.days] == ([(n, n * 1_000 * (n + 1))] if n else [])
        assert (here.points, there.points) == (two.balance(people[n])[0], one.balance(people[n])[0])


def test_facts_arrive_whole(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    sold = [till.sold(ann, 3_000, lines=3), till.sold(None, 500)]
    till.quiet()
    stored = world.rows(entry)
    assert [row[-2] for row in stored if row[1] == 1] == [one.hash for one in till.entries()]
    assert len(world.rows(sale)) == 2
    assert len(world.rows(sale_line)) == 4
    assert len([r for r in world.rows(posting) if r[1] == 1]) == sum(
        len(one.postings) for one in till.entries()
    )
    assert sold[0].kind is Kind.SALE


def test_a_repeated_push_inserts_and_folds_nothing(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    for _ in range(8):
        till.sold(ann, lines=2)
    session = world.session(1)
    batch = batch_of(till.entries())
    first = world.push(1, session, 1, batch, till.lines())
    before = everything(world)
    again = world.push(1, session, 2, batch, till.lines())
    assert (first.next, again.next, again.why) == (9, 9, "")
    assert everything(world) == before


def test_a_replayed_message_is_of_a_session_that_is_over(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    till.sold(ann)
    till.quiet()
    before = everything(world)
    for path, session, ctr, body in till.line.seen:
        if path != "session":
            with pytest.raises(OfficeError) as told:
                world.office.answer(1, path, session, ctr, body)
            assert told.value.code == "session-stale"
    assert everything(world) == before


def test_an_overlapping_push_takes_only_what_is_new(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    for _ in range(6):
        till.sold(ann)
    entries, lines, session = till.entries(), till.lines(), world.session(1)
    world.push(1, session, 1, batch_of(entries[:4]), lines[:4])
    over = batch_of(entries[2:], first=3, base=entries[1].hash)
    assert world.push(1, session, 2, over, lines[2:]).next == 7
    assert len(world.rows(sale)) == 6
    assert sum(int(str(row[-1])) for row in world.rows(held)) == till.balance(ann)[0]


def test_a_gap_is_asked_for(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    for _ in range(3):
        till.sold(ann)
    entries, session = till.entries(), world.session(1)
    late = batch_of(entries[2:], first=3, base=entries[1].hash)
    answer = world.push(1, session, 1, late, till.lines()[2:])
    assert (answer.why, answer.next) == ("gap", 1)
    assert world.rows(entry) == []


def test_another_entry_in_a_known_place_is_a_branch(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    till.sold(ann)
    till.quiet()
    other = msgspec.structs.replace(batch_of(till.entries(), first=2, base=b"\1" * 32))
    session = world.session(1)
    assert world.push(1, session, 1, other, till.lines()).why == "branch"


@pytest.mark.parametrize(
    "harm",
    [
        lambda batch, lines: (msgspec.structs.replace(batch, head=bytes(32)), lines),
        lambda batch, lines: (batch, lines[:-1]),
        lambda batch, lines: (batch, [lines[0], *lines]),
        lambda batch, lines: (batch, [b"[]", *lines[1:]]),
        lambda batch, lines: (batch, [b"\xff\xfe", *lines[1:]]),
        lambda batch, lines: (batch, [b"[" * 50_000, *lines[1:]]),
        lambda batch, lines: (batch, [lines[0].replace(b"20261122", b"20261399"), *lines[1:]]),
        lambda batch, lines: (batch, [lines[0].replace(b"op", b"\\u0000p"), *lines[1:]]),
    ],
)
def test_garbage_changes_nothing(
    world: World, harm: Callable[[Batch, list[bytes]], tuple[Batch, list[bytes]]]
) -> None:
    till = world.till(1)
    ann = world.member(till)
    for _ in range(3):
        till.sold(ann)
    batch, lines = harm(batch_of(till.entries()), till.lines())
    session = world.session(1)
    before = everything(world)
    with pytest.raises(OfficeError) as told:
        world.push(1, session, 1, batch, lines)
    assert told.value.code in ("batch-broken", "entry-line-unreadable")
    assert everything(world) == before
    for body in (b"", b"garbage", pack(batch, lines)[:-3]):
        with pytest.raises(OfficeError):
            world.office.answer(1, "push", session, 9, body)
    assert everything(world) == before


@pytest.mark.parametrize(
    "said",
    [
        Hello(app="a\0b"),
        Hello(app="0.4.0", machine="m\0"),
        Hello(app="0.4.0", at=(Place(1 << 40, 1 << 40, b"x"),)),
        Hello(app="0.4.0", at=(Place(1, 1 << 62, b"x"), Place(-5, -7, b""))),
        Hello(app="0.4.0", now_ms=-(1 << 62), unsent=1 << 62),
    ],
)
def test_a_hello_that_no_database_could_keep_is_answered_or_refused(
    world: World, said: Hello
) -> None:
    world.till(1)
    with suppress(OfficeError):
        world.office.answer(1, "session", b"", 0, msgspec.json.encode(said))
    assert world.session(1)


def test_the_same_push_twice_at_once_counts_once(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    for _ in range(20):
        till.sold(ann)
    session, batch, lines = world.session(1), batch_of(till.entries()), till.lines()
    found = at_once(
        lambda: world.push(1, session, 1, batch, lines),
        lambda: world.push(1, session, 2, batch, lines),
    )
    assert any(isinstance(one, Pushed) and one.next == 21 for one in found)
    for one in found:  # the older one may come behind the newer, and is over then
        assert isinstance(one, Pushed) or getattr(one, "code", "") == "session-stale"
    assert len(world.rows(sale)) == 20
    assert sum(int(str(row[-1])) for row in world.rows(held)) == till.balance(ann)[0]


def test_tills_that_push_the_same_members_at_once_do_not_lock_each_other(world: World) -> None:
    tills = [world.till(number) for number in (1, 2, 3)]
    members = [world.member(tills[0], f"Member {n}") for n in range(12)]
    for till in tills:
        tills[0].quiet()
        till.quiet()
    for order, till in enumerate(tills):
        for member in members if order % 2 else reversed(members):
            till.sold(member)

    def talk(till: Till) -> Callable[[], None]:
        return lambda: till.quiet(60)

    assert at_once(*(talk(till) for till in tills)) == [None] * 3
    for _ in range(3):
        for till in tills:
            till.quiet()
    for member in members:
        assert sum(till.balance(member)[0] for till in tills) == 300
        assert {sum(till.balance(member)) for till in tills} == {300}
    for till in tills:
        with till.shop.store.reading() as view:
            assert list(verify(view)) == []


def test_what_a_newer_terminal_says_is_kept_and_set_aside(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    till.sold(ann)
    session = world.session(1)
    odd = till.lines()[0].replace(b'"sale"', b'"dream"')
    head = digest_of(bytes(32), read_line(odd), EntryKey(1, 1, 1), None)
    batch = Batch(epoch=1, first=1, n=1, base=bytes(32), head=head)
    answer = world.push(1, session, 1, batch, [odd])
    assert answer.set_aside == ((1, "kind-unknown"),)
    assert answer.next == 2
    assert [row[4] for row in world.rows(set_aside)] == ["kind-unknown"]
    assert [row[6] for row in world.rows(entry)] == ["dream"]
    assert world.rows(posting) == world.rows(held) == []


def test_a_lost_answer_to_a_reserve_grants_once(world: World) -> None:
    here, there = world.till(1), world.till(2)
    ann = world.member(here)
    here.sold(ann, 50_000)
    here.quiet()
    there.quiet()
    there.sync.reserve(ann, 500)
    here.sync.round()
    for lost in (1, 1, 0):
        there.line.losing = lost
        world.clock.advance(timedelta(seconds=1))
        with suppress(TroubleError):
            there.sync.reserve(ann, 500)
    assert there.balance(ann)[0] == 500
    there.quiet()
    given = [row for row in world.rows(note) if row[5] == there.shop.settings.terminal]
    assert len(given) <= 1
    assert sum(int(str(row[-1])) for row in world.rows(held)) == 500


def test_a_terminal_whose_books_are_older_than_its_receipts_begins_a_branch(world: World) -> None:
    till = world.till(1)
    ann = world.member(till)
    till.sold(ann, 20_000)
    till.quiet()
    backup = world.copied(till)
    till.sold(ann, 10_000)
    till.quiet()
    world.put_back(till, backup)
    till.sold(ann, 5_000)
    till.quiet()
    epochs = {row[2] for row in world.rows(terminal_epoch) if row[1] == 1}
    assert len(epochs) > 1
    assert till.balance(ann) == (350, 0)
    assert sum(int(str(row[-1])) for row in world.rows(held)) == 350
    assert len(world.rows(sale)) == 3
    with till.shop.store.reading() as view:
        assert list(verify(view)) == []
