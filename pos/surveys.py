"""Questions to customers: who may be asked now, what they said, and how often each score came.

A member is asked each question at most once in 90 days (asking weekly wears people out and the
latest answer wins anyway); what is asked of people without a card is the screen's to thin out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.answer import SCALES, Answer, Question
from pos.clock import milliseconds
from pos.shop import Shop
from pos.store import View

REST_DAYS = 90


@dataclass(frozen=True, slots=True)
class Scores:
    """How often each score of a question was given, from the least to the most."""

    question: Question
    counts: tuple[tuple[int, int], ...]
    members: int
    anonymous: int


def due(shop: Shop, member: UUID, question: Question) -> bool:
    """Whether a member may be asked a question today."""
    with shop.store.reading() as view:
        return _due(view, member, question, shop.today)


def answer(
    shop: Shop, answer_id: UUID, question: Question, score: int, member: UUID | None = None
) -> bool:
    """Keep what somebody said; whether it is new. The same id again is the same answer.

    Errors: `answer-range`, `answer-too-soon` (the member has said so less than 90 days ago).
    """
    said = Answer(
        answer_id,
        question,
        score,
        shop.today,
        milliseconds(shop.clock.now()),
        shop.store.terminal,
        member,
    )
    with shop.store.writing() as work:
        known = {one.id for one in work.answers(said.on, said.on)}
        if answer_id in known:
            return False
        if member is not None and not _due(work, member, question, said.on):
            raise LoyaltyError("answer-too-soon", days=REST_DAYS)
        return work.add_answer(said)


def scores(shop: Shop, first: date, last: date) -> tuple[Scores, ...]:
    """Every question's scores between two days, both included."""
    with shop.store.reading() as view:
        found = view.answers(first, last)
    return tuple(_scores(question, found) for question in Question)


def _scores(question: Question, found: tuple[Answer, ...]) -> Scores:
    mine = [one for one in found if one.question is question]
    least, most = SCALES[question]
    times = Counter(one.score for one in mine)
    known = sum(one.member is not None for one in mine)
    counts = tuple((score, times[score]) for score in range(least, most + 1))
    return Scores(question, counts, known, len(mine) - known)


def _due(view: View, member: UUID, question: Question, today: date) -> bool:
    last = view.last_answered(member, question)
    return last is None or today - last >= timedelta(days=REST_DAYS)
