"""The shop for the length of a command: opened, brought to today, closed whatever happens."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.cli.wording import sentence
from pos.ids import new_id
from pos.nightly import nightly
from pos.opening import open_shop
from pos.places import Places
from pos.shop import Shop


@contextmanager
def opened(places: Places) -> Iterator[Shop]:
    """The shop to look at; a new data folder gets a starter shop."""
    shop = open_shop(places)
    try:
        yield shop
    finally:
        shop.store.close()


@dataclass(frozen=True, slots=True)
class Doing:
    """A shop and the act that is about to be done in it."""

    shop: Shop
    act: Act

    def numbered(self, number: str) -> Act:
        """The act with a till's own receipt number."""
        return replace(self.act, number=number)


@contextmanager
def doing(places: Places, operator: str | None, act_id: UUID | None) -> Iterator[Doing]:
    """The shop to act in: points that ended are closed first, as at a sign-in."""
    with opened(places) as shop:
        if last := nightly(shop).moved_back:  # the act is booked all the same: nobody must wait
            facts = {"last": last.isoformat(), "today": shop.today.isoformat()}
            print(sentence("clock-moved-back", facts), file=sys.stderr)
        yield Doing(shop, act_by(shop, operator, act_id))


def act_by(shop: Shop, operator: str | None, act_id: UUID | None = None) -> Act:
    """An act by the operator named, else by whoever opened the shift, else by the first one.

    LoyaltyError `operator-unknown`.
    """
    with shop.store.reading() as view:
        shift = view.open_shift(shop.store.terminal)
        active = [one.id for one in view.operators() if one.active]
    usual = [shift.operator] if shift and shift.operator in active else active
    name = operator if operator is not None else next(iter(usual), "")
    if name not in active:
        raise LoyaltyError("operator-unknown", operator=name[:40])
    return Act(act_id or new_id(shop.clock), name, shift.id if shift else None, login=_login())


def _login() -> str:
    """The computer account that typed the command: no PIN was asked, so the log tells it."""
    try:
        return getpass.getuser()[:40]
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return "unknown"
