"""A terminal gets a head office with a code, once, and leaves it in good order."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.members.member import Consent
from pos.clock import FixedClock
from pos.ids import new_id
from pos.office.managing.enrolled import retire, terminals
from pos.office.schema.engine import reading, transaction
from pos.returns import find_sale
from pos.settings import read_settings
from pos.shift import current, figures
from pos.store import verify
from pos.store.link import OWN, STATE, URL
from pos.sync import enrolling
from pos.sync.enrolling import EnrolCode, enrol_code, read_enrol_code
from pos.sync.keys import KEY_FILE, line_key, next_key, public_of
from pos.trouble import TroubleError
from tests.office.live import HAND, Live, Till, live_office, till
from tests.office.office import MORNING


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


@pytest.fixture
def live(tmp_path: Path, clock: FixedClock) -> Iterator[Live]:
    with live_office(tmp_path / "office", clock=clock) as found:
        yield found


@pytest.fixture
def one(tmp_path: Path, clock: FixedClock) -> Iterator[Till]:
    found = till(tmp_path / "one", clock)
    yield found
    found.close()


@pytest.fixture
def two(tmp_path: Path, clock: FixedClock) -> Iterator[Till]:
    found = till(tmp_path / "two", clock)
    yield found
    found.close()


def refusal(one: Till, code: EnrolCode) -> TroubleError:
    with pytest.raises(TroubleError) as told:
        one.enrolled(code)
    return told.value


def test_a_fresh_terminal_takes_over_the_number_it_is_given(
    live: Live, one: Till, two: Till
) -> None:
    assert one.enrolled(live.code()).terminal == 1
    done = two.enrolled(live.code(2, "Till 2"))
    assert (done.terminal, done.shop, done.shop_name) == (2, 2, "Shop 2")
    assert two.shop.store.terminal == 2
    settings, wrong = read_settings(two.places.settings)
    assert (settings.terminal, settings.alone, wrong) == (2, False, ())


def test_a_terminal_with_entries_keeps_its_number_or_is_told(
    live: Live, one: Till, two: Till
) -> None:
    one.sell(None)
    assert one.enrolled(live.code()).terminal == 1
    two.sell(None)
    told = refusal(two, live.code())
    assert (told.facts["why"], told.facts["number"]) == ("terminal-number-taken", 1)
    with two.shop.store.reading() as view:
        assert view.setting(URL) is None
    assert read_settings(two.places.settings)[0].alone


def test_a_terminal_that_has_only_opened_its_shift_takes_another_number(
    live: Live, one: Till, two: Till
) -> None:
    sold = one.sell(one.member(), 5_000).key
    one.enrolled(live.code())
    one.carry()
    before = current(two.shop, "owner")
    done = two.enrolled(live.code(2, "Till 2"))
    assert (done.terminal, done.shop) == (2, 2)
    ended = figures(two.shop, before.id)
    assert ended.closed_at is not None
    after = current(two.shop, "owner")
    assert (after.terminal, after.id != before.id) == (2, True)
    two.sell(None)
    two.carry()
    with two.shop.store.reading() as view:
        names = [(each.key.terminal, each.key.seq, each.kind) for each in view.entries()]
        assert names == [
            *((1, n, kind) for n, kind in ((1, Kind.SHIFT_OPENED), (2, Kind.SHIFT_CLOSED))),
            *((2, n, kind) for n, kind in ((1, Kind.SHIFT_OPENED), (2, Kind.SALE))),
        ]
        assert (list(verify(view)), view.unsent()[0], view.set_aside()) == ([], 0, ())
    way = two.way()
    assert sold == two.sync(way).find(sold)  # though these books have such a number of their own
    way.close()
    assert find_sale(two.shop, sold).sold.units_left == (1,)


def test_a_new_machine_with_an_open_shift_takes_the_place_of_one_that_is_gone(
    live: Live, one: Till, two: Till
) -> None:
    two.enrolled(live.code(2))  # so that the machine that is gone was the second
    one.enrolled(live.code())
    ann = one.member()
    one.sell(ann, 5_000)
    one.carry()
    number = one.shop.store.terminal
    three = till(one.places.data.parent / "three", FixedClock(MORNING))
    current(three.shop, "owner")
    assert three.enrolled(live.code(again=number)).terminal == number
    current(three.shop, "owner")
    three.carry()
    three.sell(ann, 1_000)
    three.carry()
    with three.shop.store.reading() as view:
        assert (list(verify(view)), view.unsent()[0], view.set_aside()) == ([], 0, ())
    way = two.way()
    assert two.sync(way).reserve(ann, 1).total == 60
    way.close()
    three.close()


def test_everything_that_was_known_before_is_told(live: Live, one: Till, two: Till) -> None:
    ann, now = one.member("Ann"), 1_795_000_000_000
    with one.shop.store.writing() as work:
        work.add_consent(ann, Consent("news", True, now, "counter"))
    one.sell(ann, 5_000)
    assert one.enrolled(live.code()).words == 2
    one.carry()
    two.enrolled(live.code(2))
    two.carry()
    with two.shop.store.reading() as view:
        member = view.member(ann)
        assert member is not None
        assert member.name == "Ann"
        assert view.consents(ann) == (Consent("news", True, now, "counter"),)
        elsewhere = view.elsewhere(ann)
        assert elsewhere is not None
        assert elsewhere.points == 50


def test_the_key_is_its_owners_alone_and_in_no_backup(live: Live, one: Till) -> None:
    one.enrolled(live.code())
    key = one.places.data / KEY_FILE
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with one.shop.store.reading() as view:
        own = view.setting(OWN) or ""
    private = line_key(one.shop.store.path, bytes.fromhex(own))
    assert public_of(private).hex() == own
    assert private not in one.places.database.read_bytes()
    assert private.hex().encode() not in one.places.database.read_bytes()


def test_an_enrolment_whose_answer_was_lost_is_repeated_and_counts_once(
    live: Live, one: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = live.code()
    with monkeypatch.context() as patch:
        patch.setattr(enrolling, "_linked", _cut_off)
        with pytest.raises(TroubleError):
            one.enrolled(code)
    assert one.enrolled(code).terminal == 1
    with reading(live.engine) as db:
        assert len(terminals(db, 1)) == 1
    one.carry()


def _cut_off(*_: object) -> int:
    raise TroubleError("disk-full")


def test_a_crash_between_books_and_key_is_mended_at_the_next_look(live: Live, one: Till) -> None:
    private = next_key(one.shop.store.path)
    one.enrolled(live.code())
    key = one.places.data / KEY_FILE
    key.rename(key.with_suffix(".next"))
    assert line_key(one.shop.store.path, public_of(private)) == private
    assert key.exists()


def test_a_ledger_without_its_key_says_so(live: Live, one: Till) -> None:
    one.enrolled(live.code())
    (one.places.data / KEY_FILE).unlink()
    with pytest.raises(TroubleError) as told:
        one.way()
    assert told.value.code == "line-key-absent"
    one.enrolled(live.code(again=1))
    one.carry()


def test_a_code_is_good_once_for_a_quarter_of_an_hour(
    live: Live, one: Till, two: Till, clock: FixedClock
) -> None:
    code = live.code()
    one.enrolled(code)
    assert refusal(two, code).facts["why"] == "enrol-code"
    late = live.code()
    clock.advance(timedelta(minutes=16))
    assert refusal(two, late).facts["why"] == "enrol-code"


def test_whoever_shows_another_certificate_is_told_nothing(live: Live, one: Till) -> None:
    code = live.code()
    other = EnrolCode(code.url, code.code, b"x" * 32)
    assert refusal(one, other).code == "office-certificate-other"
    one.enrolled(code)  # it was not used


def test_a_certificate_nobody_vouches_for_is_not_believed_without_its_fingerprint(
    live: Live, one: Till
) -> None:
    code = live.code()
    assert refusal(one, EnrolCode(code.url, code.code)).code == "office-unreachable"


def test_a_terminal_of_one_head_office_is_not_anothers(
    live: Live, one: Till, tmp_path: Path, clock: FixedClock
) -> None:
    one.enrolled(live.code())
    with live_office(tmp_path / "other", clock=clock) as other:
        with pytest.raises(LoyaltyError) as told:
            one.enrolled(other.code())
        assert told.value.code == "enrol-already"
    one.carry()


def test_a_retired_terminal_goes_on_selling_and_is_answered_nothing(live: Live, one: Till) -> None:
    one.enrolled(live.code())
    one.carry()
    with transaction(live.engine) as db:
        assert retire(db, live.house, HAND, 1).state == "retired"
    one.sell(None)
    with pytest.raises(TroubleError) as told:
        one.carry()
    assert told.value.facts["why"] == "terminal-retired"


def test_whoever_leaves_sends_everything_back_and_stands_alone(
    live: Live, one: Till, two: Till
) -> None:
    one.enrolled(live.code())
    ann = one.member()
    one.sell(ann, 20_000)
    one.carry()
    way = one.way()
    settings = enrolling.leave(
        one.shop.store,
        one.sync(way),
        one.shop.settings,
        one.places.settings,
        lambda: new_id(one.shop.clock),
    )
    way.close()
    assert settings.alone
    assert read_settings(one.places.settings)[0].alone
    with one.shop.store.reading() as view:
        assert view.account(ann).balance == 0
        assert (view.setting(STATE), view.setting(URL), view.untold(10)) == (None, None, ())
    assert not (one.places.data / KEY_FILE).exists()
    one.sell(ann, 1_000)
    two.enrolled(live.code(2))
    two.carry()
    way = two.way()
    assert two.sync(way).reserve(ann, 100).total == 200
    way.close()


def test_whoever_cannot_reach_head_office_has_not_left(live: Live, one: Till) -> None:
    one.enrolled(live.code())
    live.down()
    way = one.way()
    sync, fresh = one.sync(way), lambda: new_id(one.shop.clock)
    with pytest.raises(TroubleError):
        enrolling.leave(one.shop.store, sync, one.shop.settings, one.places.settings, fresh)
    way.close()
    with one.shop.store.reading() as view:
        assert view.setting(URL) == live.url


def test_a_code_is_the_same_after_it_was_read() -> None:
    made = enrol_code("https://office.example:8443", "1234 5678 9012", b"f" * 32)
    assert read_enrol_code(f"  {made.text}\n") == made
    assert made.code == "123456789012"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://office.example",
        "regulars-enrol:",
        "regulars-enrol:u=https%3A%2F%2Foffice.example",
        "regulars-enrol:u=https%3A%2F%2Foffice.example&c=12345x",
        "regulars-enrol:u=https%3A%2F%2Foffice.example&c=123456789012&f=abc",
        "regulars-enrol:u=https%3A%2F%2Foffice.example&c=123456789012&f=%21%21",
        "regulars-enrol:" + "x=1&" * 200,
    ],
)
def test_a_code_that_is_none_is_told(text: str) -> None:
    with pytest.raises(LoyaltyError) as told:
        read_enrol_code(text)
    assert told.value.code == "enrol-text"


def test_a_code_with_an_odd_address_is_told() -> None:
    with pytest.raises(TroubleError) as told:
        read_enrol_code("regulars-enrol:u=http%3A%2F%2Foffice.example&c=123456789012")
    assert told.value.code == "office-url"
