"""The audit log: every act, whether it moved points (an entry) or not (a deed), with who did it, on
whom, and who approved it. Erasure leaves it: it names people by number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import MEMBER_ACCOUNTS
from pos.acts import Act
from pos.clock import milliseconds, moment_of
from pos.deeds import What, note
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View
from pos.store.columns import day_number
from pos.store.deeds_log import Logged, Place, Wanted, known_words, logged
from pos.store.values import Fact

PAGE = 100
MOST_PAGE = 1_000
USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class Filter:
    """Which acts: from a day to a day, both included; empty asks for all. `who` did or approved it.

    `what`: the name of an entry's kind (`adjustment`) or of a deed (`member-blocked`). `member`:
    and whoever was merged into them.
    """

    first: date
    last: date
    who: str = ""
    what: str = ""
    member: UUID | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """An act. `operator` and `approved` are ids, with names beside; empty: nobody, as at night.

    `number`: of the entry, where it is one; `points`: what its member gained or lost by it.
    """

    at: datetime
    what: str
    operator: str
    operator_name: str
    approved: str
    approved_name: str
    member: UUID | None
    about: str
    why: str
    number: str
    points: int | None
    facts: dict[str, Fact]


@dataclass(frozen=True, slots=True)
class Page:
    """Acts, the newest first. `after`: where the next page begins; empty where there is none."""

    acts: tuple[Done, ...]
    after: str


def usual(shop: Shop) -> Filter:
    """The last seven days."""
    return Filter(shop.today - timedelta(days=USUAL_DAYS - 1), shop.today)


def page(shop: Shop, wanted: Filter, after: str = "", most: int = PAGE) -> Page:
    """A page of the log behind `after`, which an earlier page gave.

    LoyaltyError `log-over` for an `after` that no page gave, `log-what` (what) for a name that no
    act has.
    """
    where = Place.read(after) if after else None
    many = max(1, min(most, MOST_PAGE))
    _known(wanted.what)
    with shop.store.reading() as view:
        names = {one.id: one.name for one in view.operators()}
        rows = logged(view, _wanted(shop, view, wanted), where, many + 1)
        acts = tuple(_done(shop, view, row, names) for row in rows[:many])
    return Page(acts, str(rows[many - 1].place) if len(rows) > many else "")


def exported(shop: Shop, act: Act, wanted: Filter, approved: str = "") -> Iterator[Done]:
    """All acts of a filter, a page at a time, for a file; the log tells that it was exported.

    LoyaltyError `approval-needed`, `log-what`.
    """
    _known(wanted.what)
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.EXPORT, approved=approved)
        span = {"first": wanted.first.isoformat(), "last": wanted.last.isoformat()}
        note(work, act, What.LIST_EXPORTED, "audit", approved=answered, facts=span)
    return _all(shop, wanted)


def _all(shop: Shop, wanted: Filter) -> Iterator[Done]:
    after = ""
    while True:
        found = page(shop, wanted, after, MOST_PAGE)
        yield from found.acts
        after = found.after
        if not after:
            return


def _known(what: str) -> None:
    words = (*known_words(), *What)
    if what and what not in words:
        raise LoyaltyError("log-what", what=what[:40], known=", ".join(map(str, words)))


def _wanted(shop: Shop, view: View, wanted: Filter) -> Wanted:
    members: tuple[UUID, ...] = ()
    if wanted.member is not None:
        earlier = view.merged_from(wanted.member)
        members = (wanted.member, *(one.id for one in earlier))
    return Wanted(
        day_number(wanted.first),
        day_number(wanted.last),
        _start(shop, wanted.first),
        _start(shop, wanted.last + timedelta(days=1)),
        wanted.who,
        wanted.what,
        members,
    )


def _start(shop: Shop, day: date) -> int:
    return milliseconds(datetime.combine(day, time(), shop.clock.zone))


def _done(shop: Shop, view: View, row: Logged, names: dict[str, str]) -> Done:
    entry = view.entry(row.entry) if row.entry else None
    postings = entry.postings if entry else ()
    moved = [one.points for one in postings if one.account in MEMBER_ACCOUNTS]
    return Done(
        at=moment_of(row.place.at_ms).astimezone(shop.clock.zone),
        what=row.what,
        operator=row.operator,
        operator_name=names.get(row.operator, row.operator),
        approved=row.approved,
        approved_name=names.get(row.approved, row.approved),
        member=row.member,
        about=row.about,
        why=row.why,
        number=f"{row.entry.terminal}-{row.entry.epoch}-{row.entry.seq}" if row.entry else "",
        points=sum(moved) if moved else None,
        facts=row.facts,
    )
