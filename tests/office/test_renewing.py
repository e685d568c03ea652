"""Head office's certificate changes over real TLS: who heard of it notices nothing, who was away
mends it by one step, and nobody else's certificate is ever believed.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pos.clock import FixedClock
from pos.office.desk.key import read_key
from pos.office.people.auditing import Wanted, noted
from pos.office.running.certificate import (
    CERTIFICATE,
    VALID,
    Tls,
    following,
    made_next,
    own,
    self_signed,
    show_next,
)
from pos.office.running.renewing import BEFORE, LAST, OVERLAP, Renewal, missing
from pos.office.schema.engine import reading
from pos.store.link import CERTIFICATE as PINNED
from pos.store.link import KEY, NEXT
from pos.sync.vouching import began, trust
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


def _renewal(live: Live) -> Renewal:
    key = read_key(live.folder / "office.key")
    return Renewal(live.engine, 1, live.clock, live.folder, key)


def _shown(live: Live) -> str:
    """The certificate that is really shown."""
    return ssl.get_server_certificate(("127.0.0.1", live.port))


def _file(tls: Tls) -> str:
    return tls.certificate.read_text(encoding="ascii")


def _set(one: Till, name: str) -> str:
    with one.shop.store.reading() as view:
        return view.setting(name) or ""


def test_terminals_that_heard_in_time_notice_nothing(
    live: Live, one: Till, clock: FixedClock
) -> None:
    one.enrolled(live.code())
    renewal, first = _renewal(live), _shown(live)
    with closing(one.way()) as way:
        one.sync(way).round()
        clock.advance(VALID - BEFORE - timedelta(days=2))
        renewal.look(live.shows)
        assert following(live.folder) is None, "it is not time yet"
        clock.advance(timedelta(days=3))
        renewal.look(live.shows)
        assert _shown(live) == first, "everybody is to hear of it first"
        with reading(live.engine) as db:
            assert missing(db, 1) == [1]
        one.sync(way).round()
        assert _set(one, PINNED) == first
        assert _set(one, NEXT) != ""
        renewal.look(live.shows)
        assert _shown(live) == first, "an answer may have been lost"
        clock.advance(OVERLAP + timedelta(minutes=1))
        renewal.look(live.shows)
        assert _shown(live) == _file(own(live.folder)) != first
        live.cut()
        one.sync(way).round()  # by a client that began before it heard
    assert (_set(one, PINNED), _set(one, NEXT)) == (_shown(live), "")
    one.carry()
    with reading(live.engine) as db:
        acts = {line.act: line for line in noted(db, 1, Wanted(about="office"), 9)}
    assert acts["certificate-changed"].origin == "night"
    assert acts["certificate-made"].new["sha256"] == own(live.folder).fingerprint
    assert live.code().fingerprint == _renewal(live).fingerprint


def test_who_was_away_while_it_changed_mends_it_by_one_step(
    live: Live, one: Till, two: Till, clock: FixedClock
) -> None:
    one.enrolled(live.code())
    two.enrolled(live.code(2))
    one.carry()
    two.carry()
    renewal = _renewal(live)
    renewal.begin(HAND)
    one.carry()
    clock.advance(timedelta(days=30))
    renewal.look(live.shows)
    with reading(live.engine) as db:
        assert missing(db, 1) == [2]
    clock.advance(VALID - LAST - timedelta(days=30))
    renewal.look(live.shows)
    one.carry()
    two.sell(None)
    with pytest.raises(TroubleError) as told:
        two.carry()
    assert told.value.code == "office-certificate-changed"
    assert trust(two.shop.store) == live.url
    two.carry()
    with two.shop.store.reading() as view:
        assert view.unsent()[0] == 0


def test_nobody_elses_certificate_is_believed_and_the_line_stays_as_it_was(
    live: Live, one: Till, tmp_path: Path, clock: FixedClock
) -> None:
    one.enrolled(live.code())
    one.carry()
    before, ours = _set(one, PINNED), live.tls
    stranger = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
    live.shows(self_signed(tmp_path / "stranger", ["127.0.0.1"], clock.now(), stranger))
    for act in (one.carry, lambda: trust(one.shop.store)):
        with pytest.raises(TroubleError) as told:
            act()
    assert told.value.code == "office-certificate-other"
    assert _set(one, PINNED) == before
    live.shows(ours)
    one.carry()


def test_an_older_certificate_of_head_offices_own_is_not_taken_back(
    live: Live, one: Till, clock: FixedClock
) -> None:
    one.enrolled(live.code())
    old = (live.folder / "old").resolve()
    old.mkdir()
    stolen = self_signed(old, ["127.0.0.1"], clock.now() - timedelta(days=9), _renewal(live).key)
    live.shows(stolen)
    with pytest.raises(TroubleError) as told:
        trust(one.shop.store)
    assert told.value.code == "office-certificate-other"


def test_only_what_head_offices_key_signed_has_an_age(live: Live, one: Till) -> None:
    one.enrolled(live.code())
    office = bytes.fromhex(_set(one, KEY))
    pem = _shown(live)
    assert began(pem, office) == int((MORNING - timedelta(days=1)).timestamp())
    assert began(pem, b"p" * 32) is None
    for text in ("", "no certificate", pem[:200], "é" * 40, pem.replace("M", "N")):
        assert began(text, office) is None


def test_a_change_cut_off_between_its_two_files_is_gone_on_with(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
    self_signed(tmp_path, ["localhost"], MORNING, key)
    second = made_next(tmp_path, ["localhost"], MORNING, key)
    (tmp_path / "office-tls-next.key").replace(tmp_path / "office-tls.key")
    assert own(tmp_path).fingerprint == second.fingerprint
    assert following(tmp_path) is None
    third = made_next(tmp_path, ["localhost"], MORNING, key)
    assert show_next(tmp_path) == replace(
        third, certificate=tmp_path / CERTIFICATE, key=tmp_path / "office-tls.key"
    )


def test_one_that_ran_out_while_head_office_stood_still_gives_way_to_the_next(
    tmp_path: Path,
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
    self_signed(tmp_path, ["localhost"], MORNING, key)
    later = MORNING + VALID - timedelta(days=30)
    second = made_next(tmp_path, ["localhost"], later, key)
    after = MORNING + VALID + timedelta(days=1)
    assert self_signed(tmp_path, ["localhost"], after, key).fingerprint == second.fingerprint
