"""Versions of the program at head office: drafted, checked, scheduled, rolled out, rolled back.

A version is a word of head office (topic `program`). One that is tried at some terminals first
names them; it is said to no other until it is rolled out to all. Published, it never changes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import compact
from loyalty.program_file.diff import Change, diff
from loyalty.program_file.document import (
    Checked,
    checked,
    program_from_text,
    program_to_text,
    stored_program,
)
from loyalty.rights.note import HEAD_OFFICE
from loyalty.rules.program import Program
from pos.ids import new_id
from pos.office.desk import feed
from pos.office.people.accounts import House
from pos.office.people.auditing import Actor, note
from pos.office.reporting.months import program_in_force
from pos.office.schema.engine import upsert
from pos.office.schema.facts import feed as feed_table
from pos.office.schema.facts import terminal, word
from pos.office.schema.managing import draft
from pos.office.schema.shops import setting, shop

TOPIC = "program"
FIRST_NUMBER = 1_001
"""Terminals number what they drafted themselves from 1 on: head office's never meet those."""
LONGEST = 200_000  # characters: a word has room for so much
TWO_PERSONS = "two-persons"
DRAFT, WAITING, SCHEDULED, DROPPED = "draft", "waiting", "scheduled", "dropped"
MOST_ROWS = 200
FURTHEST = timedelta(days=3_660)


@dataclass(frozen=True, slots=True)
class Draft:
    """A program in the making. `day`, `only`: from when and where, once somebody asked for it."""

    id: UUID
    text: str
    state: str
    number: int
    made_by: str
    asked_by: str
    day: date | None
    only: tuple[int, ...]
    changed_ms: int

    @property
    def checked(self) -> Checked:
        """What the gate says of it."""
        return checked(self.text)


@dataclass(frozen=True, slots=True)
class Version:
    """A published version. `only`: terminals it is tried at, none: all; `told`: those it was told
    to; `missing`: those it is meant for that have not asked since.
    """

    program: Program
    said_ms: int
    only: tuple[int, ...]
    told: tuple[int, ...]
    missing: tuple[int, ...]


# --- drafts -------------------------------------------------------------------------------------


def keep_draft(
    db: sa.Connection, house: House, actor: Actor, text: str, id_: UUID | None = None
) -> Draft:
    """A new draft, or another text of one; what is wrong with it is told by `Draft.checked`.

    LoyaltyError `draft-too-long` (most), `draft-unknown`, `draft-settled`: it is a draft no more.
    """
    if len(text) > LONGEST or "\0" in text:
        raise LoyaltyError("draft-too-long", most=LONGEST)
    who = str(actor.who or actor.origin)
    if id_ is None:
        id_ = new_id(house.clock)
    elif draft_of(db, house.merchant, id_).state not in (DRAFT, WAITING):
        raise LoyaltyError("draft-settled")
    row = {
        "merchant": house.merchant,
        "id": id_.bytes,
        "text": text,
        "state": DRAFT,  # whoever approves has seen what is published
        "number": 0,
        "made_by": who,
        "asked_by": "",
        "asked": "",
        "changed_ms": house.now_ms,
    }
    fresh = upsert(db, draft)
    kept = [name for name in row if name not in ("merchant", "id")]
    db.execute(
        fresh.on_conflict_do_update(
            index_elements=["merchant", "id"], set_={n: fresh.excluded[n] for n in kept}
        ),
        row,
    )
    note(db, house.merchant, house.clock, actor, "program-drafted", f"draft:{id_}")
    return draft_of(db, house.merchant, id_)


def drafts(db: sa.Connection, merchant: int) -> list[Draft]:
    """Drafts that are not settled, the newest first."""
    wanted = (
        sa.select(draft)
        .where(draft.c.merchant == merchant, draft.c.state.in_((DRAFT, WAITING)))
        .order_by(draft.c.changed_ms.desc(), draft.c.id)
        .limit(MOST_ROWS)
    )
    return [_draft(row) for row in db.execute(wanted)]


def draft_of(db: sa.Connection, merchant: int, id_: UUID) -> Draft:
    """One draft; LoyaltyError `draft-unknown`."""
    wanted = sa.select(draft).where(draft.c.merchant == merchant, draft.c.id == id_.bytes)
    row = db.execute(wanted.with_for_update()).one_or_none()
    if row is None:
        raise LoyaltyError("draft-unknown")
    return _draft(row)


def drop(db: sa.Connection, house: House, actor: Actor, id_: UUID) -> None:
    """A draft nobody wants any more. `draft-unknown`, `draft-settled`."""
    if draft_of(db, house.merchant, id_).state not in (DRAFT, WAITING):
        raise LoyaltyError("draft-settled")
    _change(db, house, id_, state=DROPPED)
    note(db, house.merchant, house.clock, actor, "program-dropped", f"draft:{id_}")


def changes(db: sa.Connection, house: House, one: Draft) -> tuple[Change, ...]:
    """What a draft changes of the version in force; number and first day are given later."""
    running = program_in_force(db, house)
    wanted = one.checked.program
    if running is None or wanted is None:
        return ()
    return diff(running, replace(wanted, number=running.number, starts_on=running.starts_on))


# --- publishing ---------------------------------------------------------------------------------


def schedule(
    db: sa.Connection,
    house: House,
    actor: Actor,
    id_: UUID,
    day: date,
    only: Collection[int] = (),
) -> Draft:
    """Publish a draft from a day on, everywhere or at some terminals first; where two persons are
    wanted, it waits for the other one. LoyaltyError `draft-unknown`, `draft-settled`,
    `program-invalid`, `program-day` (first), `program-currency` (ours, theirs), `terminal-unknown`.
    """
    one = draft_of(db, house.merchant, id_)
    if one.state not in (DRAFT, WAITING):
        raise LoyaltyError("draft-settled")
    program = program_from_text(one.text)
    _fits(db, house, program, day, only)
    who = str(actor.who or actor.origin)
    asked = compact({"day": day.isoformat(), "only": sorted(set(only))})
    _change(db, house, id_, state=WAITING, asked_by=who, asked=asked)
    if two_persons(db, house.merchant):
        new = {"day": day.isoformat(), "only": sorted(set(only))}
        note(db, house.merchant, house.clock, actor, "program-asked", f"draft:{id_}", new=new)
    else:
        _publish_draft(db, house, actor, draft_of(db, house.merchant, id_))
    return draft_of(db, house.merchant, id_)


def approve(db: sa.Connection, house: House, actor: Actor, id_: UUID) -> Draft:
    """The second person says yes. Errors as `schedule`, and `program-same-person`."""
    one = draft_of(db, house.merchant, id_)
    if one.state != WAITING or one.day is None:
        raise LoyaltyError("draft-settled")
    if one.asked_by == str(actor.who or actor.origin):
        raise LoyaltyError("program-same-person")
    _fits(db, house, program_from_text(one.text), one.day, one.only)
    _publish_draft(db, house, actor, one)
    return draft_of(db, house.merchant, id_)


def roll_out(db: sa.Connection, house: House, actor: Actor, number: int) -> None:
    """A version that was tried at some terminals is meant for all. LoyaltyError `program-unknown`,
    `program-currency`.
    """
    body = _body(db, house.merchant, number)
    if "only" not in body:
        return
    program = stored_program(body["text"])
    _pays(db, house.merchant, program, ())
    _say(db, house, program, ())
    old, about = {"only": body["only"]}, f"program:{number}"
    note(db, house.merchant, house.clock, actor, "program-rolled-out", about, old=old)


def roll_back(db: sa.Connection, house: House, actor: Actor, number: int) -> Draft:
    """A draft equal to an older version, to be scheduled as any other: versions never change.

    LoyaltyError `program-unknown`.
    """
    text = program_to_text(stored_program(_body(db, house.merchant, number)["text"]))
    return keep_draft(db, house, actor, text)


def _publish_draft(db: sa.Connection, house: House, actor: Actor, one: Draft) -> None:
    assert one.day is not None
    program = replace(program_from_text(one.text), number=_next(db, house), starts_on=one.day)
    program_from_text(program_to_text(program))  # what cannot be read back is not sent out
    _say(db, house, program, one.only)
    _change(db, house, one.id, state=SCHEDULED, number=program.number)
    new = {"day": one.day.isoformat(), "only": list(one.only), "asked_by": one.asked_by}
    about = f"program:{program.number}"
    note(db, house.merchant, house.clock, actor, "program-scheduled", about, new=new)


def _say(db: sa.Connection, house: House, program: Program, only: Collection[int]) -> None:
    told: dict[str, Any] = {"text": program_to_text(program)}
    if only:
        told["only"] = sorted(set(only))
    known = feed.word_of(db, house.merchant, TOPIC, str(program.number))
    stamp = max(house.now_ms, known[0] + 1 if known else 0)
    said = (TOPIC, str(program.number), stamp, HEAD_OFFICE, compact(told))
    feed.keep_word(db, house.merchant, said, HEAD_OFFICE)


def _fits(
    db: sa.Connection, house: House, program: Program, day: date, only: Collection[int]
) -> None:
    today = house.clock.today()
    if not today < day <= today + FURTHEST:  # a day's sales are all made by one version
        raise LoyaltyError("program-day", first=(today + timedelta(days=1)).isoformat())
    _pays(db, house.merchant, program, only)


def _pays(db: sa.Connection, merchant: int, program: Program, only: Collection[int]) -> None:
    """The shops of those terminals sell in the program's currency."""
    wanted = (
        sa.select(terminal.c.number, shop.c.currency)
        .join_from(
            terminal,
            shop,
            sa.and_(shop.c.merchant == terminal.c.merchant, shop.c.number == terminal.c.shop),
        )
        .where(terminal.c.merchant == merchant, terminal.c.state != "retired")
    )
    known = dict(db.execute(wanted).all())
    for number in only:
        if number not in known:
            raise LoyaltyError("terminal-unknown", number=number)
    for number, currency in known.items():
        if currency != program.currency and (not only or number in only):
            raise LoyaltyError("program-currency", ours=currency, theirs=program.currency)


def _next(db: sa.Connection, house: House) -> int:
    """The next number; `feed` is locked by whoever publishes at the same moment."""
    feed.next_rev(db, house.merchant, 0)
    names = sa.select(word.c.name).where(word.c.merchant == house.merchant, word.c.topic == TOPIC)
    return max([FIRST_NUMBER - 1, *map(int, db.execute(names).scalars())]) + 1


# --- what is out --------------------------------------------------------------------------------


def versions(db: sa.Connection, house: House) -> list[Version]:
    """All published versions, the newest first, with who was told."""
    rows = db.execute(
        sa.select(word.c.name, word.c.stamp, word.c.body, feed_table.c.rev)
        .join_from(
            word,
            feed_table,
            sa.and_(
                *(word.c[name] == feed_table.c[name] for name in ("merchant", "topic", "name"))
            ),
        )
        .where(word.c.merchant == house.merchant, word.c.topic == TOPIC)
    ).all()
    known = dict(
        db.execute(
            sa.select(terminal.c.number, terminal.c.told_rev).where(
                terminal.c.merchant == house.merchant, terminal.c.state != "retired"
            )
        ).all()
    )
    found = [_version(row, known) for row in rows]
    return sorted(found, key=lambda one: -one.program.number)


def _version(row: Any, known: Mapping[int, int]) -> Version:
    told = json.loads(row.body)
    only = tuple(told.get("only", ()))
    meant = sorted(number for number in known if not only or number in only)
    return Version(
        stored_program(told["text"]),
        row.stamp,
        only,
        tuple(number for number in meant if known[number] >= row.rev),
        tuple(number for number in meant if known[number] < row.rev),
    )


def meant_for(topic: str, body: str, number: int) -> bool:
    """Whether a word is said to a terminal: a version that is tried elsewhere is not."""
    if topic != TOPIC or '"only":' not in body:
        return True
    only = json.loads(body).get("only")
    return not only or number in only


def two_persons(db: sa.Connection, merchant: int) -> bool:
    """Whether one person asks and another one publishes."""
    wanted = sa.select(setting.c.value).where(
        setting.c.merchant == merchant, setting.c.name == TWO_PERSONS
    )
    return db.execute(wanted).scalar_one_or_none() == "1"


def set_two_persons(db: sa.Connection, house: House, actor: Actor, wanted: bool) -> None:
    """Set whether two persons are needed; what waits already still does."""
    fresh = upsert(db, setting)
    row = {
        "merchant": house.merchant,
        "name": TWO_PERSONS,
        "value": str(int(wanted)),
        "changed_ms": house.now_ms,
    }
    db.execute(
        fresh.on_conflict_do_update(
            index_elements=["merchant", "name"],
            set_={n: fresh.excluded[n] for n in ("value", "changed_ms")},
        ),
        row,
    )
    new = {"wanted": wanted}
    note(db, house.merchant, house.clock, actor, "two-persons-set", "office", new=new)


def _body(db: sa.Connection, merchant: int, number: int) -> dict[str, Any]:
    found = feed.word_of(db, merchant, TOPIC, str(number))
    if found is None:
        raise LoyaltyError("program-unknown", number=number)
    body: dict[str, Any] = json.loads(found[2])
    return body


def _change(db: sa.Connection, house: House, id_: UUID, **values: Any) -> None:
    where = (draft.c.merchant == house.merchant, draft.c.id == id_.bytes)
    db.execute(draft.update().where(*where).values(changed_ms=house.now_ms, **values))


def _draft(row: Any) -> Draft:
    asked = json.loads(row.asked) if row.asked else {}
    return Draft(
        UUID(bytes=row.id),
        row.text,
        row.state,
        row.number,
        row.made_by,
        row.asked_by,
        date.fromisoformat(asked["day"]) if asked else None,
        tuple(asked.get("only", ())),
        row.changed_ms,
    )
