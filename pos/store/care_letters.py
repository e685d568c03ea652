"""Letters for each occasion, and the messages made of them: one a member and occasion, ever."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.care.letter import Letter, Message, MessageState, Occasion
from loyalty.members.member import MemberStatus
from pos.store.masters import consent, member
from pos.store.room_tables import letter, message
from pos.store.statements import Prepared, Row, Rows, given

_LETTERS = Prepared(
    sa.select(*(letter.c[name] for name in ("occasion", "language", "subject", "body", "active")))
    .where(letter.c.merchant == given("merchant"))
    .order_by(letter.c.occasion, letter.c.language)
)
_new_letter = insert(letter)
_KEEP = Prepared(
    _new_letter.on_conflict_do_update(
        index_elements=["merchant", "occasion", "language"],
        set_={
            name: _new_letter.excluded[name]
            for name in ("subject", "body", "active", "at_ms", "operator")
        },
    )
)

_FIELDS = tuple(column.name for column in message.c if column.name != "merchant")
_MINE = message.c.merchant == given("merchant")
_ROWS = sa.select(*(message.c[name] for name in _FIELDS)).where(_MINE)
_ONE = Prepared(_ROWS.where(message.c.id == given("id")))
_OF = Prepared(
    _ROWS.where(message.c.member == given("member")).order_by(message.c.made_ms, message.c.id)
)
_READY = Prepared(
    _ROWS.where(message.c.state == given("state"), message.c.next_ms <= given("now_ms"))
    .order_by(message.c.next_ms, message.c.id)
    .limit(given("most"))
)
_NEWEST = Prepared(
    _ROWS.where(message.c.made_ms >= given("first_ms"), message.c.made_ms < given("end_ms"))
    .order_by(message.c.made_ms.desc(), message.c.id.desc())
    .limit(given("most"))
)
_COUNTED = Prepared(
    sa.select(message.c.occasion, message.c.state, sa.func.count())
    .where(_MINE, message.c.made_ms >= given("first_ms"), message.c.made_ms < given("end_ms"))
    .group_by(message.c.occasion, message.c.state)
    .order_by(message.c.occasion, message.c.state)
)
_ADD = Prepared(insert(message).on_conflict_do_nothing())
_CHANGE = Prepared(
    message.update()
    .where(_MINE, message.c.id == given("which"), message.c.state == given("before"))
    .values(
        {
            message.c[name]: given(f"new_{name}")
            for name in ("state", "tries", "next_ms", "sent_ms", "why")
        }
    )
)
_MOVE = Prepared(
    message.update()
    .prefix_with("OR IGNORE", dialect="sqlite")  # what both were written counts once
    .where(_MINE, message.c.member == given("which"))
    .values(member=given("new_member"))
)
_FORGET = Prepared(message.delete().where(_MINE, message.c.member == given("which")))

_spoke = sa.exists().where(
    consent.c.merchant == member.c.merchant,
    consent.c.member == member.c.id,
    consent.c.what == given("what"),
)
_REACHED = Prepared(
    sa.select(member.c.id)
    .where(
        member.c.merchant == given("merchant"),
        member.c.id > given("after"),
        member.c.status == MemberStatus.ACTIVE.value,
        member.c.email != "",
        _spoke,
    )
    .order_by(member.c.id)
    .limit(given("most"))
)


class LetterView(Rows):
    """Letters and messages, read."""

    __slots__ = ()

    def letters(self) -> tuple[Letter, ...]:
        """All that are kept, by occasion and language."""
        return tuple(
            Letter(Occasion(occasion), language, subject, body, bool(active))
            for occasion, language, subject, body, active in self._all(_LETTERS, self.merchant)
        )

    def message(self, message: UUID) -> Message | None:
        """One message."""
        row = self._one(_ONE, self.merchant, message.bytes)
        return _message_from(row) if row else None

    def messages_of(self, member: UUID) -> tuple[Message, ...]:
        """All that were made for a member, oldest first."""
        return tuple(map(_message_from, self._all(_OF, self.merchant, member.bytes)))

    def messages_in(self, state: MessageState, now_ms: int, most: int) -> tuple[Message, ...]:
        """In a state, their next moment not after `now_ms`, by that moment."""
        rows = self._all(_READY, self.merchant, state.value, now_ms, most)
        return tuple(map(_message_from, rows))

    def messages(self, first_ms: int, end_ms: int, most: int) -> tuple[Message, ...]:
        """Made from `first_ms` until before `end_ms`, the newest first."""
        return tuple(map(_message_from, self._all(_NEWEST, self.merchant, first_ms, end_ms, most)))

    def message_counts(
        self, first_ms: int, end_ms: int
    ) -> dict[tuple[Occasion, MessageState], int]:
        """How many were made in a time, by occasion and by what became of them."""
        rows = self._all(_COUNTED, self.merchant, first_ms, end_ms)
        return {(Occasion(what), MessageState(state)): n for what, state, n in rows}

    def reachable(self, what: str, after: UUID | None, most: int) -> tuple[UUID, ...]:
        """Active members with an address who ever said something on a consent, behind `after`.

        What they said last is the caller's to ask: it is a rule (`agreed`).
        """
        rows = self._all(_REACHED, self.merchant, after.bytes if after else b"", what, most)
        return tuple(UUID(bytes=row[0]) for row in rows)


class LetterWork(LetterView):
    """Letters and messages, written."""

    __slots__ = ()

    def keep_letter(self, kept: Letter, at_ms: int, operator: str) -> None:
        """Keep a letter in place of an earlier one."""
        text = (kept.occasion.value, kept.language, kept.subject, kept.body)
        self._do(_KEEP, self.merchant, *text, int(kept.active), at_ms, operator)

    def add_message(self, made: Message) -> bool:
        """Add a message; whether it is new: a member is written to once about one thing."""
        about = (made.member.bytes, made.occasion.value, made.about, made.made_ms)
        told = (made.state.value, made.tries, made.next_ms, made.sent_ms, made.why)
        return self._do(_ADD, self.merchant, made.id.bytes, *about, *told) > 0

    def change_message(self, changed: Message, before: MessageState) -> bool:
        """What became of it; False where it is no longer as it was `before`."""
        told = (changed.state.value, changed.tries, changed.next_ms, changed.sent_ms, changed.why)
        return self._do(_CHANGE, *told, self.merchant, changed.id.bytes, before.value) > 0

    def move_messages(self, gone: UUID, kept: UUID) -> None:
        """Two members became one: what either was written, the survivor was."""
        self._do(_MOVE, kept.bytes, self.merchant, gone.bytes)
        self._do(_FORGET, self.merchant, gone.bytes)

    def forget_messages(self, member: UUID) -> None:
        """That a person was written to goes with them."""
        self._do(_FORGET, self.merchant, member.bytes)


def _message_from(row: Row) -> Message:
    raw, whose, occasion, about, made_ms, state, *later = row
    return Message(
        UUID(bytes=raw),
        UUID(bytes=whose),
        Occasion(occasion),
        about,
        made_ms,
        MessageState(state),
        *later,
    )
