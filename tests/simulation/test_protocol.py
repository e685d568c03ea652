"""Worlds in which everything goes wrong, a few of each kind: the long runs are `make soak`."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pos.sync.messages import Pushed
from pos.sync.signing import receipt_bytes
from tests.simulation.doings import Doing
from tests.simulation.headquarters import SIGNING
from tests.simulation.machine import available
from tests.simulation.mutate import noticed
from tests.simulation.mutations import MUTATIONS
from tests.simulation.run import live
from tests.simulation.seeding import seeded
from tests.simulation.world import World

pytestmark = pytest.mark.skipif(not available, reason="no file layer can be put under this SQLite")

WORLDS = {
    "messages": ("drop", "double", "delay", "error", "partition"),
    "machines": ("drop", "kill", "power", "full", "io-error"),
    "clocks": ("drop", "double", "clock", "floor"),
    "people": ("drop", "delay", "people"),
    "spenders": ("drop", "partition", "poor", "floor"),
    "restored": ("drop", "restore"),
    "copied": ("drop", "clone"),
    "head-office-restored": ("drop", "office-restore"),
    "words": ("drop", "forgets", "pages", "vouchers"),
}
SEEDS = (1, 2)
QUICK = (
    *("note-taken-again", "grant-without-debit", "other-machine-unseen", "no-head-office-epoch"),
    *("used-voucher-travels", "words-forgotten-unseen", "synchronous-normal"),
)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", WORLDS)
def test_a_world_that_becomes_quiet_is_whole(kind: str, seed: int) -> None:
    assert live(seed, WORLDS[kind]).found == []


@pytest.mark.parametrize(
    ("seed", "faults"),
    [
        (2, ("drop", "double", "delay")),  # a card was told before its member, and dropped for ever
        (8, ("drop", "people")),  # an edit elsewhere brought an erased person's data back
        (1000, ("drop", "people", "clock")),  # a name outlived the one it was merged into
        (3, ("drop", "full", "io-error")),  # a proof got lost, and a sale stayed unsent
        (5, ("drop", "restore")),  # a restored terminal was not told its own words
        (3, ("drop", "office-restore")),  # words that head office forgot were told to nobody
        (3, ("drop", "clone")),  # a copied entry counted under two branches' names
        (10, ("drop", "clone")),  # points stood in the books of two machines for good
        (12, ("drop", "restore")),  # a sale behind the clearing, in one push, was settled with it
        (11, ("drop", "restore", "office-restore")),  # nobody knew that told words were forgotten
        (45, ("clone", "restore", "office-restore")),  # an epoch was read with a copy's names
        (60, ("clone", "restore", "office-restore")),  # head office gave two copies one name
        (
            127,
            ("clone", "restore", "office-restore"),
        ),  # old branches suspended it again
        (3016, ("drop", "clock")),  # a consent of a clock that ran ahead hid the later one
        # whoever was merged into one who was merged into an erased one kept their name and card
        (50135, ("clock", "drop", "floor", "full", "people", "poor", "spree")),
        (
            60073,  # a card that was moved stayed where its first member was not known to be erased
            (
                *("clock", "error", "floor", "io-error", "office-restore"),
                *("partition", "people", "poor", "power", "restore"),
            ),
        ),
        # a copy spent offline what the other one had given up, and head office given away again
        (20178, ("clone", "kill", "office-restore", "partition", "poor", "restore", "spree")),
        # a proof that a broken disk could not keep was not asked for again while a session lasted
        (30016, ("drop", "kill", "office-restore", "people", "poor", "power")),
        # another copy had heard that head office knew a word, and head office forgot it
        (80082, ("clone", "delay", "forgets", "power", "restore", "vouchers")),
        # books branched off again while an older epoch was on its way with the names before
        (
            60406,
            (
                *("clone", "drop", "floor", "full", "io-error", "office-restore", "people"),
                *("power", "spree", "vouchers"),
            ),
        ),
        (
            60184,  # what three copies sent back was paid back, and counted as spent
            (
                *("clone", "delay", "error", "floor", "io-error", "kill"),
                *("partition", "people", "poor", "retire", "spree", "vouchers"),
            ),
        ),
        (
            71001,  # given up and enrolled anew, it was not asked a second time for what it had
            (
                *("clock", "delay", "double", "kill", "office-restore"),
                *("people", "restore", "retire", "spree"),
            ),
        ),
    ],
)
def test_what_went_wrong_once_is_right(seed: int, faults: tuple[str, ...]) -> None:
    assert live(seed, faults).found == []


def test_a_seed_is_the_same_world_every_time() -> None:
    first, second = live(7, None, 20), live(7, None, 20)
    assert (first.trace, first.told) == (second.trace, second.told)


@pytest.mark.parametrize("name", QUICK)
def test_without_a_safeguard_the_checks_notice(name: str) -> None:
    mutation = next(each for each in MUTATIONS if each.name == name)
    tried, found = noticed(mutation)
    assert 0 < tried <= mutation.within, found


def test_a_proof_of_anything_else_is_not_kept(tmp_path: Path) -> None:
    with seeded(random.Random(1)):
        world = World(1, tmp_path, (), steps=0)
        till, answer = world.tills[0], world.network.answer

        def other(*asked: Any) -> bytes:
            raw = answer(*asked)
            if asked[1] != "push":
                return raw
            pushed = msgspec.json.decode(raw, type=Pushed)
            assert pushed.receipt
            proof = msgspec.structs.replace(pushed.receipt, hash=bytes(32))
            proof = msgspec.structs.replace(proof, signature=SIGNING.sign(receipt_bytes(proof)))
            return msgspec.json.encode(msgspec.structs.replace(pushed, receipt=proof))

        till.attempt(Doing(world.chance, world.people, till).enrol)
        unsent = []
        for world.network.answer in (other, answer):
            till.sync.session = None
            assert till.round()
            with till.shop.store.reading() as view:
                unsent.append(view.unsent()[0])
        world.close()
    assert unsent[0] > unsent[1] == 0
