"""Cases and what was said about them; words go with the person, causes and points stay."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.care.case import Case, CaseState, CaseWord, Cause, Channel
from loyalty.errors import LoyaltyError
from pos.store.columns import day_from, day_number
from pos.store.room_tables import grievance, grievance_word
from pos.store.statements import Prepared, Row, Rows, given, id_bytes, id_from

_FIELDS = tuple(column.name for column in grievance.c if column.name != "merchant")
_CHANGING = tuple(name for name in _FIELDS if name != "id")
_MINE = grievance.c.merchant == given("merchant")
_ROWS = sa.select(*(grievance.c[name] for name in _FIELDS)).where(_MINE)
_IN_ORDER = (
    sa.func.coalesce(grievance.c.due_on, 99_999_999),
    grievance.c.opened_ms,
    grievance.c.id,
)
_ONE = Prepared(_ROWS.where(grievance.c.id == given("id")))
_OF = Prepared(
    _ROWS.where(grievance.c.member == given("member")).order_by(
        grievance.c.opened_ms, grievance.c.id
    )
)
_IN_STATE = Prepared(_ROWS.where(grievance.c.state == given("state")).order_by(*_IN_ORDER))
_OPENED = Prepared(
    _ROWS.where(
        grievance.c.opened_ms >= given("first_ms"), grievance.c.opened_ms < given("end_ms")
    ).order_by(grievance.c.opened_ms, grievance.c.id)
)
_ADD = Prepared(grievance.insert())
_CHANGE = Prepared(
    grievance.update()
    .where(_MINE, grievance.c.id == given("which"))
    .values({grievance.c[name]: given(f"new_{name}") for name in _CHANGING})
)
_MOVE = Prepared(
    grievance.update()
    .where(_MINE, grievance.c.member == given("which"))
    .values(member=given("new_member"))
)
_FORGET = Prepared(
    grievance.update()
    .where(_MINE, grievance.c.member == given("which"))
    .values({grievance.c[name]: sa.text("''") for name in ("words", "promise", "resolution")})
)

_OF_CASE = (grievance_word.c.merchant == given("merchant"), grievance_word.c.id == given("id"))
_WORDS = Prepared(
    sa.select(*(grievance_word.c[name] for name in ("n", "at_ms", "operator", "words")))
    .where(*_OF_CASE)
    .order_by(grievance_word.c.n)
)
_ADD_WORD = Prepared(grievance_word.insert())
_FORGET_WORDS = Prepared(grievance_word.delete().where(*_OF_CASE))


class CaseView(Rows):
    """Cases, read."""

    __slots__ = ()

    def case(self, case: UUID) -> Case | None:
        """One case."""
        row = self._one(_ONE, self.merchant, case.bytes)
        return _case_from(row) if row else None

    def cases_of(self, member: UUID) -> tuple[Case, ...]:
        """A member's cases, oldest first."""
        return tuple(map(_case_from, self._all(_OF, self.merchant, member.bytes)))

    def cases_in(self, state: CaseState) -> tuple[Case, ...]:
        """All open (or closed) cases, those first whose promise is due first."""
        return tuple(map(_case_from, self._all(_IN_STATE, self.merchant, state.value)))

    def cases_opened(self, first_ms: int, end_ms: int) -> tuple[Case, ...]:
        """Opened from `first_ms` until before `end_ms`, oldest first."""
        return tuple(map(_case_from, self._all(_OPENED, self.merchant, first_ms, end_ms)))

    def case_words(self, case: UUID) -> tuple[CaseWord, ...]:
        """What was said about a case, oldest first."""
        return tuple(CaseWord(*row) for row in self._all(_WORDS, self.merchant, case.bytes))


class CaseWork(CaseView):
    """Cases, written."""

    __slots__ = ()

    def add_case(self, case: Case) -> None:
        """A new case."""
        self._do(_ADD, self.merchant, case.id.bytes, *_row(case))

    def change_case(self, case: Case) -> None:
        """LoyaltyError `case-unknown`."""
        if not self._do(_CHANGE, *_row(case), self.merchant, case.id.bytes):
            raise LoyaltyError("case-unknown", case=str(case.id))

    def add_case_word(self, case: UUID, word: CaseWord) -> None:
        """Something more about a case."""
        told = (word.n, word.at_ms, word.operator, word.words)
        self._do(_ADD_WORD, self.merchant, case.bytes, *told)

    def move_cases(self, gone: UUID, kept: UUID) -> None:
        """Two members became one: the cases are the survivor's."""
        self._do(_MOVE, kept.bytes, self.merchant, gone.bytes)

    def forget_cases(self, member: UUID) -> None:
        """What was said goes; that there was a case, what about and what it cost stays."""
        for case in self.cases_of(member):
            self._do(_FORGET_WORDS, self.merchant, case.id.bytes)
        self._do(_FORGET, self.merchant, member.bytes)


def _case_from(row: Row) -> Case:
    raw, member, opened_ms, opened_by, channel, cause, words, promise, due_on, *later = row
    owner, state, resolution, closed_ms, goodwill = later
    due: date | None = day_from(due_on) if due_on is not None else None
    return Case(
        UUID(bytes=raw),
        id_from(member),
        opened_ms,
        opened_by,
        Channel(channel),
        Cause(cause),
        words,
        promise,
        due,
        owner,
        CaseState(state),
        resolution,
        closed_ms,
        goodwill,
    )


def _row(case: Case) -> Row:
    """A case's columns behind merchant and id."""
    return (
        *(id_bytes(case.member), case.opened_ms, case.opened_by),
        *(case.channel.value, case.cause.value, case.words, case.promise),
        day_number(case.due_on) if case.due_on else None,
        *(case.owner, case.state.value, case.resolution, case.closed_ms, case.goodwill),
    )
