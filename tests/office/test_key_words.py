"""What terminals say of each other's keys: nobody signs for somebody else, and an end stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from loyalty.claims.known import ClaimKey
from pos.office.desk import feed
from pos.office.managing import inbox
from pos.office.schema.engine import create_schema, office_engine, reading
from pos.sync.messages import Doc, Tell, Told
from receipts.claim_code import key_id_of, new_private_key, public_of
from tests.office.tills import World


@pytest.fixture
def world(office_url: str, tmp_path: Path) -> Iterator[World]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    made = World(engine, tmp_path)
    made.till(1)
    made.till(2)
    yield made
    engine.dispose()


def say(world: World, number: int, *docs: Doc) -> tuple[str, ...]:
    """What is refused of a terminal's words."""
    session = world.session(number)
    asked = msgspec.json.encode(Tell(docs=docs, upto=1))
    answer = world.office.answer(number, "tell", session, 1, asked)
    return tuple(why for _, why in msgspec.json.decode(answer, type=Told).refused)


def key_of(terminal: int, public: bytes = b"", stamp: int = 1, **more: int) -> Doc:
    """A word on a key under a terminal's number."""
    made = public or public_of(new_private_key())
    told = {"terminal": terminal, "public": made.hex(), "from": 1, **more}
    name = str(key_id_of(terminal, made))
    return Doc(topic="claimkey", key=name, stamp=stamp, terminal=terminal, body=json.dumps(told))


def kept(world: World, name: str) -> dict[str, object]:
    with reading(world.engine) as db:
        found = feed.word_of(db, 1, "claimkey", name)
    return json.loads(found[2]) if found else {}


def waiting(world: World) -> list[tuple[int, str]]:
    with reading(world.engine) as db:
        found = inbox.asides(db, 1, (), "open", 0, 50)
    return [(one.key.terminal, one.why) for one in found]


def test_a_key_under_another_terminals_number_is_refused_and_a_person_is_told_once(
    world: World,
) -> None:
    own, anothers = key_of(2), key_of(1)
    assert say(world, 2, own, anothers) == ("key-of-another",)
    assert say(world, 2, anothers) == ("key-of-another",)
    assert kept(world, own.key)["terminal"] == 2
    assert not kept(world, anothers.key)
    assert waiting(world) == [(2, "key-of-another")]
    for _ in range(30):
        say(world, 2, key_of(1))
    assert len(waiting(world)) == 20


def test_a_name_that_is_not_its_keys_and_a_key_in_anothers_place_are_refused(world: World) -> None:
    own = key_of(1)
    say(world, 1, own)
    strange = msgspec.structs.replace(key_of(1, stamp=9), key=own.key)
    for number in (1, 2):
        assert say(world, number, strange) == ("key-of-another",)
    assert kept(world, own.key) == json.loads(own.body)


def test_anybody_may_end_a_key_and_nobody_puts_the_end_off(world: World) -> None:
    public = public_of(new_private_key())
    own = key_of(1, public)
    say(world, 1, own)
    assert say(world, 2, key_of(1, public, 2, to=500)) == ()
    assert kept(world, own.key)["to"] == 500
    for late in (key_of(1, public, 3), key_of(1, public, 4, to=900)):
        assert say(world, 1, late) == ("key-ended",)
    assert say(world, 1, key_of(1, public, 5, to=400)) == ()
    assert kept(world, own.key)["to"] == 400
    assert not waiting(world)


def test_a_till_that_tells_everything_anew_leaves_anothers_key_to_its_owner(world: World) -> None:
    till = world.till(3)
    public = public_of(new_private_key())
    anothers = ClaimKey(key_id_of(1, public), 1, public, 1)
    with till.shop.store.writing() as work:
        work.add_claim_key(anothers)
    till.quiet()
    with till.shop.store.writing() as work:
        work.retire_claim_key(anothers.id, 5)
    till.quiet()
    assert not waiting(world)
    assert not kept(world, str(anothers.id))


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("1", "[]"),
        ("x", "{}"),
        ("65537", ""),
        ("65537", '{"terminal":"1","public":"00"}'),
        ("65537", '{"terminal":1,"public":7}'),
        ("9" * 150, '{"terminal":1,"public":"00"}'),
    ],
)
def test_what_is_no_key_is_refused_and_keeps_nothing_waiting(
    world: World, name: str, body: str
) -> None:
    bad = Doc(topic="claimkey", key=name, stamp=1, terminal=1, body=body)
    own = key_of(1)
    assert len(say(world, 1, bad, own)) == 1
    assert kept(world, own.key)
    assert not kept(world, name)
