"""The first page after the log-in: which shops there are, and what one may do here."""

from __future__ import annotations

from pos.office.managing.shops import shops
from pos.office.schema.engine import reading
from pos.office.web.asking import Ask, Page, Shown


def _show(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        found = shops(connection, ask.house.merchant)
    mine = [one for one in found if one.active and ask.who.sees(one.number)]
    return Shown("dashboard.html", {"shops": mine})


PAGES = (Page("/", _show, menu="menu.home"),)
