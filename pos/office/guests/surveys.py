"""What customers say on a page when they are asked: the counter's question, at most once in 90 days
a member and once a slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.granting import named_source
from loyalty.members.answer import LONGEST_COMMENT, Answer, Question
from loyalty.rights.note import HEAD_OFFICE
from pos.cleaning import clean_lines
from pos.clock import milliseconds
from pos.office.people.accounts import House
from pos.office.schema.engine import upsert
from pos.office.schema.guests import survey_answer
from pos.store.columns import day_from, day_number

REST_DAYS = 90
LINK, SLIP = "link", "slip"
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked: a member (by a link), a slip, or both where the slip was a member's."""

    question: Question
    member: UUID | None = None
    slip: str = ""


def due(db: sa.Connection, house: House, asked: Asked) -> bool:
    """Whether an answer would be taken today."""
    if asked.slip and _known(db, house, _id(house, asked)):
        return False
    if asked.member is None:
        return True
    last = sa.select(sa.func.max(survey_answer.c.day)).where(
        survey_answer.c.merchant == house.merchant,
        survey_answer.c.member == asked.member.bytes,
        survey_answer.c.question == asked.question.value,
    )
    day = db.execute(last).scalar_one_or_none()
    return day is None or house.clock.today() - day_from(day) >= timedelta(days=REST_DAYS)


def answer(db: sa.Connection, house: House, asked: Asked, score: int, comment: str) -> None:
    """Keep what somebody said. Errors: `answer-range`, `text-too-long`, `answer-too-soon`."""
    now = milliseconds(house.clock.now())
    words = clean_lines(comment, "comment", LONGEST_COMMENT)
    today = house.clock.today()
    said = Answer(
        _id(house, asked), asked.question, score, today, now, HEAD_OFFICE, asked.member, words
    )
    if not due(db, house, asked):
        raise LoyaltyError("answer-too-soon", days=REST_DAYS)
    row = {
        "merchant": house.merchant,
        "id": said.id.bytes,
        "question": said.question.value,
        "score": said.score,
        "day": day_number(said.on),
        "at_ms": said.at_ms,
        "member": said.member.bytes if said.member else None,
        "comment": said.comment,
        "asked_by": SLIP if asked.slip else LINK,
    }
    db.execute(upsert(db, survey_answer).on_conflict_do_nothing(), row)


def answers(db: sa.Connection, merchant: int, first: date, last: date) -> list[tuple[Answer, str]]:
    """Answers of some days, both included, oldest first, and what each was asked by."""
    wanted = (
        sa.select(survey_answer)
        .where(
            survey_answer.c.merchant == merchant,
            survey_answer.c.day >= day_number(first),
            survey_answer.c.day <= day_number(last),
        )
        .order_by(survey_answer.c.at_ms, survey_answer.c.id)
        .limit(MOST)
    )
    return [
        (
            Answer(
                UUID(bytes=row.id),
                Question(row.question),
                row.score,
                day_from(row.day),
                row.at_ms,
                HEAD_OFFICE,
                UUID(bytes=row.member) if row.member else None,
                row.comment,
            ),
            row.asked_by,
        )
        for row in db.execute(wanted)
    ]


def _id(house: House, asked: Asked) -> UUID:
    """A slip's answer is one for ever, a member's one a day: two clicks are one answer."""
    if asked.slip:
        return named_source("survey", asked.slip, asked.question.value)
    assert asked.member is not None  # one of both is there
    today = house.clock.today().isoformat()
    return named_source("survey", asked.member.hex, asked.question.value, today)


def _known(db: sa.Connection, house: House, id_: UUID) -> bool:
    wanted = sa.select(survey_answer.c.id).where(
        survey_answer.c.merchant == house.merchant, survey_answer.c.id == id_.bytes
    )
    return db.execute(wanted).first() is not None
