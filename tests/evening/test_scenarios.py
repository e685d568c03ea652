"""Where others fail: what is known to have lost or doubled sales elsewhere, on the real service.

Head office answers over TLS on loopback, requests are signed, books are files, windows are
processes of their own.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Account, Kind
from main import main
from pos.acts import Act
from pos.demo import demo_card
from pos.ids import new_id
from pos.linked import usable
from pos.office.ledger import taking_in
from pos.office.ledger.books import Books
from pos.office.ledger.sold import Sold, sold_of
from pos.office.ledger.standing import booking
from pos.office.ledger.verifying import OfficeAudit
from pos.office.managing.inbox import asides, settlements
from pos.office.rights.pool import Rights
from pos.office.schema.engine import reading
from pos.office.schema.facts import entry, held
from pos.office.schema.facts import terminal as terminals
from pos.returns import confirm_return, find_sale
from pos.store import verify
from pos.store.tables import SIDES
from pos.sync.enrolling import EnrolCode, enrol_code, read_enrol_code
from pos.sync.machine import Sync
from pos.trouble import TroubleError
from tests.evening.relay import Relay
from tests.evening.street import street
from tests.office.live import Live, Till, live_office, till

ANNA = demo_card(1)
DEBT = SIDES[Account.MEMBER_DEBT]


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    with live_office(tmp_path / "office") as running:
        yield running


def by_relay(live: Live, relay: Relay, shop: int = 1) -> EnrolCode:
    """A code whose terminal comes by the relay."""
    code = live.code(shop)
    return enrol_code(f"https://127.0.0.1:{relay.port}", code.code, code.fingerprint)


def arrived(live: Live, number: int) -> int:
    """Entries of a terminal that head office has."""
    with reading(live.engine) as db:
        asked = sa.select(sa.func.count()).where(entry.c.terminal == number)
        return int(db.execute(asked).scalar_one())


def own(one: Till) -> int:
    """Entries of a terminal in its own books."""
    with one.shop.store.reading() as view:
        assert list(verify(view)) == []
        return sum(1 for _ in view.entries(limit=10_000))


def unsent(one: Till) -> int:
    with one.shop.store.reading() as view:
        return view.unsent()[0]


def points(one: Till, member: UUID) -> int:
    with one.shop.store.reading() as view:
        return view.account(member).balance


# --- 1: a till that loses its answer and retries --------------------------------------------------


def test_answers_that_are_lost_and_asked_for_again_book_nothing_twice(
    live: Live, tmp_path: Path
) -> None:
    relay, one = Relay(live.port), till(tmp_path / "one")
    one.enrolled(by_relay(live, relay))
    member = one.member()
    one.carry()
    number = one.shop.store.terminal
    for tries in range(1, 4):
        one.sell(member, 5_000)
        before = arrived(live, number)
        relay.lose()
        with pytest.raises(TroubleError, match="office-unreachable"):
            one.carry()
        relay.mend()
        assert relay.lost == tries
        relay.lose()
        way = one.way()
        with pytest.raises(TroubleError, match="office-unreachable"):
            one.sync(way).round()
        way.close()
        relay.mend()
        relay.lost = tries
        assert arrived(live, number) >= before
    pushed_unheard(live, one, relay, member)
    one.carry()
    assert arrived(live, number) == own(one)
    assert unsent(one) == 0
    assert points(one, member) == 4 * 50
    relay.close()
    one.close()


def pushed_unheard(live: Live, one: Till, relay: Relay, member: UUID) -> None:
    """A push that head office books and whose answer nobody hears."""
    number = one.shop.store.terminal
    way = one.way()
    sync = one.sync(way)
    while sync.round().more:
        pass
    one.sell(member, 5_000)
    before = arrived(live, number)
    relay.lose()
    with pytest.raises(TroubleError, match="office-unreachable"):
        sync.push()  # the session stands: what is lost is the answer to the push
    way.close()
    relay.mend()
    assert arrived(live, number) == before + 1
    assert unsent(one) == 1


def test_requests_that_arrive_twice_are_counted_once(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'office.db'}"
    with street(tmp_path, database, (), ("--plain",)) as there:
        relay, one = Relay(there.office.port), till(tmp_path / "one")
        one.enrolled(read_enrol_code(there.office.code(1, "Counter", relay.port)))
        member = one.member()
        relay.replay()
        for _ in range(3):
            one.sell(member, 5_000)
            one.carry()
        waited_for = time.monotonic() + 20
        while len(relay.replayed) < 3 and time.monotonic() < waited_for:
            time.sleep(0.05)
        assert relay.replayed
        assert not [line for line in relay.replayed if b" 200 " in line], relay.replayed
        relay.mend()
        one.carry()
        engine = there.office.engine()
        with reading(engine) as db:
            count = db.execute(sa.select(sa.func.count()).select_from(entry)).scalar_one()
        engine.dispose()
        assert count == own(one)
        assert unsent(one) == 0
        assert points(one, member) == 150
        relay.close()
        one.close()


# --- 3: an act repeated after a power cut (its window: test_windows) ---


def test_an_act_that_was_booked_before_the_cut_is_booked_once_when_repeated(
    live: Live, tmp_path: Path
) -> None:
    one = till(tmp_path / "one")
    one.enrolled(live.code())
    member, act = one.member(), new_id(one.shop.clock)
    first = one.sell(member, 5_000, act=act)
    one.close()
    again = till(tmp_path / "one")
    assert again.sell(member, 5_000, act=act).key == first.key
    again.carry()
    assert points(again, member) == 50
    assert arrived(live, again.shop.store.terminal) == own(again)
    again.close()


# --- 4: one bad record ----------------------------------------------------------------------------


def test_one_record_nobody_can_read_does_not_stop_what_is_behind_it(
    live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = till(tmp_path / "one")
    one.enrolled(live.code())
    member = one.member()
    bad = one.sell(member, 6_600)
    for _ in range(3):
        one.sell(member, 5_000)
    reads = sold_of

    def older(body: str, source: bytes, member: bytes, program: int) -> Sold:
        if source == bad.source.bytes:
            raise LoyaltyError("body-unreadable")
        return reads(body, source, member, program)

    monkeypatch.setattr(taking_in, "sold_of", older)
    one.carry()
    number = one.shop.store.terminal
    assert arrived(live, number) == own(one)
    assert unsent(one) == 0
    with reading(live.engine) as db:
        (there,) = asides(db, 1, (), "open", 0, 10)
    assert (there.key, there.why) == (bad.key, "body-unreadable")
    one.close()
    assert main(["--data", str(tmp_path / "one"), "--json", "sync", "aside"]) == 0
    (here,) = json.loads(capsys.readouterr().out)["set_aside"]
    assert here["key"] == f"{number}-{bad.key.epoch}-{bad.key.seq}"


# --- 5: a copied database file --------------------------------------------------------------------


def test_a_copied_file_loses_no_sale_doubles_none_and_what_was_spent_twice_is_written_off(
    live: Live, tmp_path: Path
) -> None:
    one = till(tmp_path / "one")
    one.enrolled(live.code())
    number, member = one.shop.store.terminal, one.member()
    one.sell(member, 20_000)
    quietly(one, "old")
    one.close()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    one, two = till(tmp_path / "one"), till(tmp_path / "two")
    acts = []
    for each in (one, two):  # both are offline, and both have the same 200 points
        acts.append(each.sell(member, 3_000, points=200).source)
        acts.append(each.sell(None, 900).source)
    for each, machine in ((one, "old"), (two, "new"), (one, "old"), (two, "new")):
        quietly(each, machine)
    with reading(live.engine) as db:
        wanted = sa.select(entry.c.source).where(entry.c.kind == Kind.SALE.value)
        found = [UUID(bytes=bytes(row[0])) for row in db.execute(wanted)]
        state = db.execute(
            sa.select(terminals.c.state).where(terminals.c.number == number)
        ).scalar_one()
    assert sorted(act for act in found if act in acts) == sorted(acts)
    assert state == "suspended"
    assert [frozen(each, member) for each in (one, two)] != ["", ""]
    one.enrolled(live.code(again=number))
    for _ in range(3):
        quietly(one, "old")
    assert frozen(one, member) == ""
    with reading(live.engine) as db:
        lost = settlements(db, 1, 0, 10)
        twice = {each.points for each in lost if each.kind == Kind.RIGHTS_SETTLED.value}
        loss = db.execute(sa.select(sa.func.sum(held.c.points)).where(held.c.side == DEBT))
        assert loss.scalar_one() == 200 - 2 * 28  # what both sales earned covers a part
    assert twice
    with booking(live.office) as books:
        rights = Rights(books, partial(new_id, live.clock))
        assert rights.write_off(member, "uncovered") == 144
    with reading(live.engine) as db:
        (gone,) = [
            each for each in settlements(db, 1, 0, 10) if each.kind == Kind.WRITTEN_OFF.value
        ]
        assert list(OfficeAudit(Books(db, 1, live.clock, 0)).faults()) == []
    assert abs(gone.points) == 144
    one.close()
    two.close()


def quietly(one: Till, machine: str) -> None:
    """As the courier does it, on a machine of its own: a refusal is said, and the books stay."""
    way, fresh = one.way(), partial(new_id, one.shop.clock)
    sync = Sync(one.shop.store, way, fresh, app="test", machine=machine)
    with contextlib.suppress(TroubleError):
        while sync.round().more:
            pass
    way.close()


def frozen(one: Till, member: UUID) -> str:
    with one.shop.store.reading() as view:
        found = usable(one.shop, view, member)
    assert found is not None
    return found.frozen


# --- 6: a refund keeps no points ------------------------------------------------------------------


def test_bought_here_and_returned_there_again_and_again_earns_nothing(
    live: Live, tmp_path: Path
) -> None:
    here, there = till(tmp_path / "here"), till(tmp_path / "there")
    here.enrolled(live.code(1))
    there.enrolled(live.code(2))
    member = here.member()
    for _ in range(3):
        sold = here.sell(member, 10_000)
        for each in (here, there):
            each.carry()
        with pytest.raises(LoyaltyError, match="sale-elsewhere"):
            find_sale(there.shop, sold.key)  # nobody was asked: offline it cannot be returned
        way = there.way()
        key = there.sync(way).find(sold.key)
        way.close()
        assert key is not None
        confirm_return(there.shop, Act(new_id(there.shop.clock), "owner"), key)
        with pytest.raises(LoyaltyError, match="sale-returned"):
            find_sale(there.shop, key)
        for each in (there, here, there, here, there):
            each.carry()
        way = here.way()
        assert here.sync(way).find(sold.key) == sold.key
        way.close()
        with pytest.raises(LoyaltyError, match="sale-returned"):
            confirm_return(here.shop, Act(new_id(here.shop.clock), "owner"), sold.key)
    accounts = []
    for each in (here, there):
        with each.shop.store.reading() as view:
            accounts.append(view.account(member))
            assert list(verify(view)) == []
    assert sum(one.balance - one.owed for one in accounts) <= 0
    for each in (here, there):
        each.close()
