"""Customers' answers: written once; who said it is forgotten with the person."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.members.answer import Answer, Question
from pos.store.columns import day_from, day_number
from pos.store.receipt_tables import answer
from pos.store.statements import Prepared, Row, Rows, given, id_bytes, id_from

_MINE = answer.c.merchant == given("merchant")
_NAMES = ("id", "question", "score", "day", "at_ms", "terminal", "member", "comment")
_ROWS = sa.select(*(answer.c[name] for name in _NAMES)).where(_MINE)
_BETWEEN = Prepared(
    _ROWS.where(answer.c.day >= given("first"), answer.c.day <= given("last")).order_by(
        answer.c.day, answer.c.at_ms, answer.c.id
    )
)
_OF = Prepared(
    _ROWS.where(answer.c.member == given("member")).order_by(answer.c.question, answer.c.at_ms)
)
_LAST = Prepared(
    sa.select(sa.func.max(answer.c.day)).where(
        _MINE, answer.c.member == given("member"), answer.c.question == given("question")
    )
)
_ADD = Prepared(insert(answer).on_conflict_do_nothing(index_elements=["merchant", "id"]))
_FORGET = Prepared(
    answer.update()
    .where(answer.c.merchant == given("mine"), answer.c.member == given("which"))
    .values(member=sa.null(), comment=sa.text("''"))
)


class AnswerView(Rows):
    """Answers, read."""

    __slots__ = ()

    def answers(self, first: date, last: date) -> tuple[Answer, ...]:
        """Of the business days from `first` to `last`, oldest first."""
        days = day_number(first), day_number(last)
        return tuple(_answer_from(row) for row in self._all(_BETWEEN, self.merchant, *days))

    def answers_of(self, member: UUID) -> tuple[Answer, ...]:
        """What a member has said, by question, oldest first."""
        return tuple(_answer_from(row) for row in self._all(_OF, self.merchant, member.bytes))

    def last_answered(self, member: UUID, question: Question) -> date | None:
        """The day a member last answered a question."""
        row = self._one(_LAST, self.merchant, member.bytes, question.value)
        return day_from(row[0]) if row and row[0] is not None else None


class AnswerWork(AnswerView):
    """Answers, written."""

    __slots__ = ()

    def add_answer(self, said: Answer) -> bool:
        """Keep an answer; a repeat of the same id keeps the first. Whether it is new."""
        told = (said.id.bytes, said.question.value, said.score, said.comment)
        where = (id_bytes(said.member), said.terminal, day_number(said.on), said.at_ms)
        return self._do(_ADD, self.merchant, *told, *where) > 0

    def forget_answers(self, member: UUID) -> None:
        """What a member said stays a number; who it was and their words go."""
        self._do(_FORGET, self.merchant, member.bytes)


def _answer_from(row: Row) -> Answer:
    raw, question, score, day, at_ms, terminal, member, comment = row
    return Answer(
        UUID(bytes=raw),
        Question(question),
        score,
        day_from(day),
        at_ms,
        terminal,
        id_from(member),
        comment,
    )
