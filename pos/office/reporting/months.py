"""Months that are closed, and what members are owed: the pages of the accountant."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import stored_program
from loyalty.rules.program import Program
from pos.clock import milliseconds
from pos.office.ledger.rollups import Liability, close_month, first_open, liability, outstanding
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.schema.facts import terminal, word
from pos.office.schema.sums import close_place, month_close

MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Place:
    """How far a terminal was known when a month was closed: the number of its last entry, and its
    last contact. `silent`: not heard since the month ended, so something of it may be missing.
    """

    terminal: int
    epoch: int
    seq: int
    contact_ms: int
    silent: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """A month that was closed, when and by whom."""

    month: int
    closed_ms: int
    person: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """Points that members have now, by the month they end in, and what they are worth as tender.

    `currency` is empty and `worth_minor` None where the program in force takes no points as money.
    """

    points: int
    by_month: tuple[tuple[int, int], ...]
    currency: str
    worth_minor: int | None


def closes(db: sa.Connection, house: House) -> list[Closed]:
    """All closed months, newest first."""
    wanted = (
        sa.select(month_close)
        .where(month_close.c.merchant == house.merchant)
        .order_by(month_close.c.month.desc())
        .limit(MOST_MONTHS)
    )
    rows = db.execute(wanted).all()
    places: dict[int, list[Place]] = {}
    found = sa.select(close_place).where(close_place.c.merchant == house.merchant)
    for row in db.execute(found.order_by(close_place.c.terminal)):
        silent = row.terminal != 0 and row.contact_ms < ends_ms(house, row.month)
        places.setdefault(row.month, []).append(
            Place(row.terminal, row.epoch, row.seq, row.contact_ms, silent)
        )
    return [Closed(r.month, r.closed_ms, r.person, tuple(places.get(r.month, ()))) for r in rows]


def places_of(db: sa.Connection, house: House, month: int) -> tuple[Place, ...]:
    """How far each terminal was known when a month was closed; none while it is open."""
    return next((one.places for one in closes(db, house) if one.month == month), ())


def ends_ms(house: House, month: int) -> int:
    """When a month such as 202611 was over, in head office's zone; UTC milliseconds."""
    year, number = divmod(month, 100)
    first = date(year + number // 12, number % 12 + 1, 1)
    return milliseconds(datetime.combine(first, time(), house.clock.zone))


def next_to_close(db: sa.Connection, house: House) -> int | None:
    """The month behind the last closed one, else the one before this; None while it goes on."""
    newest = sa.select(sa.func.max(month_close.c.month)).where(
        month_close.c.merchant == house.merchant
    )
    last = db.execute(newest).scalar_one_or_none()
    before = house.clock.today().replace(day=1) - timedelta(days=1)
    month = first_open(last, {last}) if last else before.year * 100 + before.month
    return month if ends_ms(house, month) <= house.now_ms else None


def silent(db: sa.Connection, house: House, month: int) -> list[tuple[int, str, int]]:
    """Terminals not heard since a month ended: number, name, last contact (ms)."""
    wanted = (
        sa.select(terminal.c.number, terminal.c.name, terminal.c.contact_ms)
        .where(
            terminal.c.merchant == house.merchant,
            terminal.c.state != "retired",
            terminal.c.contact_ms < ends_ms(house, month),
        )
        .order_by(terminal.c.number)
    )
    return [tuple(row) for row in db.execute(wanted)]


def close(db: sa.Connection, house: House, actor: Actor, month: int) -> None:
    """Close a month; again changes nothing. LoyaltyError `month-wrong`: none, or still going on."""
    year, number = divmod(month, 100)
    if not (2000 <= year < 2200 and 1 <= number <= 12) or ends_ms(house, month) > house.now_ms:
        raise LoyaltyError("month-wrong")
    known = sa.select(month_close.c.month).where(
        month_close.c.merchant == house.merchant, month_close.c.month == month
    )
    if db.execute(known).first():
        return
    quiet = [found[0] for found in silent(db, house, month)]
    close_month(db, house.merchant, month, house.now_ms, str(actor.who or actor.origin))
    new = {"month": month, "silent": quiet}
    note(db, house.merchant, house.clock, actor, "month-closed", f"month:{month}", new=new)


def roll_forward(db: sa.Connection, house: House, month: int) -> Liability:
    """Opening + issued − redeemed − expired ± the rest = closing, of a month."""
    return liability(db, house.merchant, month)


def owed(db: sa.Connection, house: House) -> Owed:
    """What members have by head office's count, now; what is unsent is not in it."""
    by_month = outstanding(db, house.merchant)
    points = sum(by_month.values())
    program = program_in_force(db, house)
    tender = program.tender if program else None
    if program is None or tender is None:
        return Owed(points, tuple(sorted(by_month.items())), "", None)
    worth = max(0, points) * tender.step_minor // tender.step_points
    return Owed(points, tuple(sorted(by_month.items())), program.currency, worth)


def program_in_force(db: sa.Connection, house: House) -> Program | None:
    """Of the versions that head office has sent out everywhere, the one in force today."""
    wanted = sa.select(word.c.body).where(
        word.c.merchant == house.merchant, word.c.topic == "program", word.c.body != ""
    )
    today = house.clock.today()
    told = [json.loads(body) for body in db.execute(wanted).scalars()]
    found = [stored_program(each["text"]) for each in told if "only" not in each]
    begun = [one for one in found if one.starts_on <= today]
    return max(begun, key=lambda one: (one.starts_on, one.number), default=None)
