"""Opening the shop: settings, clock, books; on a new data folder, a starter program and an owner.

The starter program is what most shops begin with and can be replaced by a file at any time.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from loyalty.money import currency
from loyalty.rules.program import BaseRates, ExpiryKind, ExpiryRule, Program, TenderRule
from pos.clock import Clock, SystemClock
from pos.leaving import erase_again
from pos.places import Places
from pos.scene import KEY, begin_key
from pos.settings import Settings, read_settings
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator, open_store


def open_shop(places: Places, clock: Clock | None = None) -> Shop:
    """The shop whose data lies in `places`; made new where there is none.

    TroubleError: those of `open_store` and `read_settings`.
    """
    settings, wrong = read_settings(places.settings)
    time = clock or SystemClock(ZoneInfo(settings.zone))
    store = open_store(places.database, time, settings.terminal)
    shop = Shop(store, time, settings, wrong)
    with store.reading() as view:
        fresh = not view.programs() or view.setting(KEY) is None
    if fresh:
        _begin(shop)
    erase_again(shop)
    return shop


def starter_program(settings: Settings, starts_on: date) -> Program:
    """One point for each unit of money (or each 100 of a currency without cents), for a year.

    A hundred points pay one unit: a shop gives back one percent.
    """
    unit = 10 ** currency(settings.currency).exponent
    step = unit if unit > 1 else 100
    return Program(
        number=1,
        name="Starter",
        currency=settings.currency,
        starts_on=starts_on,
        base=BaseRates(points=1, step_minor=step),
        expiry=ExpiryRule(ExpiryKind.MONTHS, months=12, to_month_end=True),
        tender=TenderRule(step_points=100, step_minor=step, most_percent=100),
    )


def _begin(shop: Shop) -> None:
    """The first program and the owner, who chooses a PIN at the first sign-in."""
    with shop.store.writing() as work:
        begin_key(work)
        if work.programs():
            return  # an older shop that had no key, or a second window was quicker
        work.add_program(starter_program(shop.settings, date(2000, 1, 1)))
        if not work.operators():
            work.add_operator(Operator("owner", "Owner", Role.OWNER))
