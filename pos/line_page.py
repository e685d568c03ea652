"""How a terminal stands with its head office, in figures and in what a person must look at.

For the counter's page and the shift's closing; nothing in here needs the line itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from loyalty.ledger.entry import EntryKey, Kind
from pos.clock import moment_of
from pos.shop import Shop
from pos.slips import SLIPS
from pos.store import View
from pos.store.link import LOCAL, NAME, STATE, URL

MOST_ASIDE = 9


@dataclass(frozen=True, slots=True)
class SetAside:
    """An entry that head office did not count: which, what it is, and why (a code).

    `slip`: it has a slip that can be shown.
    """

    key: EntryKey
    kind: Kind | None
    why: str
    at: datetime
    slip: bool = False


@dataclass(frozen=True, slots=True)
class LinePage:
    """Head office and how far it has these books. Times in the shop's zone.

    `unsent` entries, `sales` of them sales, the oldest of `oldest`; `untold`: changes of members
    and cards that wait as well. `aside`: the first of `aside_count` that wait for a person.
    """

    name: str
    url: str
    state: str
    contact: datetime | None
    unsent: int = 0
    sales: int = 0
    oldest: datetime | None = None
    untold: int = 0
    aside: tuple[SetAside, ...] = ()
    aside_count: int = 0


def line_page(shop: Shop) -> LinePage | None:
    """How these books stand with head office; None where there is none."""
    with shop.store.reading() as view:
        state = view.setting(STATE)
        if state is None:
            return None
        count, oldest = view.unsent()
        waiting = view.set_aside()
        heard = view.setting(LOCAL) or ""
        return LinePage(
            name=view.setting(NAME) or "",
            url=view.setting(URL) or "",
            state=state,
            contact=_at(shop, int(heard)) if heard.isdecimal() and int(heard) else None,
            unsent=count,
            sales=view.unsent_sales() if count else 0,
            oldest=_at(shop, oldest) if oldest is not None else None,
            untold=view.untold_count(),
            aside=tuple(
                _aside(shop, view, one.key, one.why, one.at_ms) for one in waiting[:MOST_ASIDE]
            ),
            aside_count=len(waiting),
        )


def unsent_count(shop: Shop) -> int:
    """Entries that head office did not prove to have; 0 where there is none."""
    with shop.store.reading() as view:
        return view.unsent()[0] if view.setting(STATE) is not None else 0


def seen(shop: Shop, key: EntryKey) -> None:
    """A person has looked at an entry that was set aside. It stays in both books as it is."""
    with shop.store.writing() as work:
        work.answer_aside(key)


def _aside(shop: Shop, view: View, key: EntryKey, why: str, at_ms: int) -> SetAside:
    entry = view.entry(key)
    kind = entry.kind if entry else None
    return SetAside(key, kind, why, _at(shop, at_ms), kind in SLIPS)


def _at(shop: Shop, at_ms: int) -> datetime:
    return moment_of(at_ms).astimezone(shop.clock.zone)
