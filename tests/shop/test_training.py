"""Training: the shop as it is with invented members, everything works, and nothing is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.clock import FixedClock
from pos.counter import AtCounter, identify
from pos.places import Places
from pos.printing import slip
from pos.settings import read_settings, write_settings
from pos.shift import close, current
from pos.shop import Shop
from pos.slips import slip_of
from pos.staff import Role, hashed_pin, sign_in
from pos.store import Operator, verify
from pos.training import PREFIX, begin, end, open_training, trainees
from tests.shop.house import NOON, SETTINGS, open_at, sale


@pytest.fixture
def real(tmp_path: Path) -> Places:
    """A real shop with a printer, letters and Mina's PIN."""
    places = Places(tmp_path / "real")
    places.data.mkdir()
    shop = open_at(places.data)
    with shop.store.writing() as work:
        work.set_pin("mina", hashed_pin("2468"))
        work.add_operator(Operator("gone", "Gone", Role.OWNER, active=False))
    shop.store.close()
    write_settings(
        places.settings,
        SETTINGS.changed("printer", "network:192.0.2.7").changed("backup_dir", "/backups"),
    )
    return places


@pytest.fixture
def trained(real: Places, tmp_path: Path) -> Iterator[Shop]:
    """The shop to train in."""
    clock = FixedClock(NOON)
    here = begin(real, clock, tmp_path)
    shop = open_training(here, clock)
    yield shop
    shop.store.close()
    end(here)


def test_staff_and_program_are_the_shops_own_and_members_invented(trained: Shop) -> None:
    assert sign_in(trained, "mina", "2468").name == "Mina"
    with trained.store.reading() as view:
        program = view.program_on(trained.today)
        active = {one.id for one in view.operators() if one.active}
    assert program is not None
    assert {one.id for one in program.rewards} >= {"drink"}
    assert active == {"mina", "sam"}
    found = [identify(trained, code) for code in trainees()]
    points = [one.account.balance for one in found if isinstance(one, AtCounter)]
    assert points == [0, 40, 120, 260, 480, 950, 1_500, 3_000]


def test_everything_works_and_every_paper_says_training(trained: Shop) -> None:
    known = identify(trained, trainees()[3])
    assert isinstance(known, AtCounter)
    shift = current(trained, "mina")
    booked = sale(trained, known.member)
    facts = slip_of(trained, booked.entry.key)
    assert facts.training
    assert "TRAINING" in slip(trained, booked.entry.key).text
    assert close(trained, shift.id, "mina").totals.sales == 0  # the sale was outside the shift
    with trained.store.reading() as view:
        assert not list(verify(view))


def test_nothing_of_it_reaches_the_real_shop_a_printer_or_a_letter_box(
    trained: Shop, real: Places
) -> None:
    before = real.database.read_bytes()
    known = identify(trained, trainees()[0])
    assert isinstance(known, AtCounter)
    sale(trained, known.member)
    assert real.database.read_bytes() == before
    settings, _ = read_settings(Places(trained.store.path.parent).settings)
    assert (settings.printer, settings.backup_dir, settings.mail_host) == ("none", "", "")
    assert (settings.currency, settings.shop) == ("EUR", "Test shop")


def test_it_ends_clean_and_what_a_power_cut_left_goes_at_the_next(
    real: Places, tmp_path: Path
) -> None:
    clock = FixedClock(NOON)
    left = tmp_path / f"{PREFIX}left"
    left.mkdir()
    (left / "regulars.db").write_bytes(b"x")
    young = tmp_path / f"{PREFIX}young"
    young.mkdir()
    os.utime(left, (NOON.timestamp() - 90_000,) * 2)
    os.utime(young, (NOON.timestamp() - 60,) * 2)
    here = begin(real, clock, tmp_path)
    assert not left.exists()
    assert young.exists()
    end(here)
    end(here)
    assert not here.data.exists()
    end(real)
    assert real.database.exists()
