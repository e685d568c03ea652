"""Training: the shop's own program, staff and goods with invented members, in books of their own
that are thrown away at the end. Nothing of it reaches the real books, a printer, a letter box or
head office; slips say TRAINING, and the window is violet.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from loyalty.codes import member_card
from loyalty.product import Product
from loyalty.rules.program import Program
from pos.acts import Act
from pos.adjusting import adjust
from pos.clock import Clock, SystemClock
from pos.enrol import enrol
from pos.ids import new_id
from pos.opening import open_shop, starter_program
from pos.places import Places
from pos.scene import begin_key
from pos.settings import Settings, write_settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, open_store

PREFIX = "regulars-training-"
_STALE_S = 24 * 3600
_MOST_GOODS = 5_000
_TRAINER = Operator("regulars-training", "Training", Role.OWNER)
"""Who gives the invented members their points, and leaves: nobody can sign in so."""
_MEMBERS = (
    ("Kim Yeon-seup", 0),
    ("Marta Probe", 40),
    ("佐藤 練習", 120),
    ("Lee Trial", 260),
    ("测试 小明", 480),
    ("Nora Sample", 950),
    ("박 연습", 1_500),
    ("Tom Trainer", 3_000),
)
"""Names that nobody takes for a customer's, and the points they begin with."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is taken along from the real shop."""

    settings: Settings
    program: Program
    staff: tuple[tuple[Operator, str], ...]  # with the hashes of their PINs
    goods: tuple[Product, ...]
    demo_pin: str


def begin(real: Places, clock: Clock | None = None, under: Path | None = None) -> Places:
    """A folder (below `under`, else the system's for temporary files) with a shop to train in.

    What an earlier training left behind, because the power failed, goes first. TroubleError as
    `open_shop`.
    """
    taken = _taken(real, clock)
    now = clock or SystemClock(ZoneInfo(taken.settings.zone))
    root = under or Path(tempfile.gettempdir())
    _sweep(root, now.now().timestamp())
    here = Places(Path(tempfile.mkdtemp(prefix=PREFIX, dir=root)), training=True)
    try:
        write_settings(here.settings, taken.settings)
        _furnish(here, taken, now)
    except BaseException:
        end(here)
        raise
    return here


def open_training(here: Places, clock: Clock | None = None) -> Shop:
    """The shop that `begin` made."""
    return replace(open_shop(here, clock), training=True)


def end(here: Places) -> None:
    """Throw all of it away. Only a folder that `begin` made; repeats do nothing."""
    if here.training and here.data.name.startswith(PREFIX):
        shutil.rmtree(here.data, ignore_errors=True)


def trainees() -> tuple[str, ...]:
    """Cards of the invented members, to be typed or scanned."""
    return tuple(member_card(9_000_000 + number) for number in range(1, len(_MEMBERS) + 1))


def _taken(real: Places, clock: Clock | None) -> _Taken:
    shop = open_shop(real, clock)
    try:
        with shop.store.reading() as view:
            program = view.program_on(shop.today) or starter_program(shop.settings, shop.today)
            staff = tuple((one, view.pin(one.id).hash) for one in view.operators() if one.active)
            return _Taken(
                _apart(shop.settings),
                replace(program, number=1, starts_on=date(2000, 1, 1)),
                staff,
                view.products(limit=_MOST_GOODS),
                view.setting("demo") or "",
            )
    finally:
        shop.store.close()


def _apart(settings: Settings) -> Settings:
    """The shop's settings without a way out: no printer, no letters, no second screen, no folder
    for copies.
    """
    return replace(
        settings,
        printer="none",
        backup_dir="",
        mail_host="",
        customer_screen="off",
        claim_codes=False,
        alone=True,
    )


def _furnish(here: Places, taken: _Taken, clock: Clock) -> None:
    store = open_store(here.database, clock, taken.settings.terminal)
    shop = Shop(store, clock, taken.settings, training=True)
    try:
        with store.writing() as work:
            begin_key(work)
            work.add_program(taken.program)
            work.put_products(taken.goods)
            for one, pin in taken.staff:
                work.add_operator(one)
                if pin:
                    work.set_pin(one.id, pin)
            if taken.demo_pin:
                work.keep_setting("demo", taken.demo_pin)
            work.add_operator(_TRAINER)
        for card, (name, points) in zip(trainees(), _MEMBERS, strict=True):
            member = enrol(shop, _act(shop), card, "", name)
            if points:
                adjust(shop, _act(shop), member.id, points, "training")
        with store.writing() as work:
            work.change_operator(replace(_TRAINER, active=False))
    finally:
        store.close()


def _act(shop: Shop) -> Act:
    return Act(new_id(shop.clock), _TRAINER.id)


def _sweep(root: Path, now_s: float) -> None:
    """Folders of trainings that never ended, a day old and more."""
    for old in root.glob(f"{PREFIX}*"):
        try:
            stale = now_s - old.stat().st_mtime > _STALE_S
        except OSError:
            continue  # somebody else's, or just gone
        if stale and old.is_dir() and not old.is_symlink():
            shutil.rmtree(old, ignore_errors=True)
