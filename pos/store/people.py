"""Members and their cards: kept, and found by card, by the end of a phone number, by name."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.member import Card, CardStatus, Member, MemberStatus
from pos.store.names import typed_words, words
from pos.store.statements import Prepared, Row, Rows, given
from pos.store.tables import card, day_from, day_number, member, member_word

SHORTEST_TAIL = 3  # digits of a phone number, as people say them at a counter
_MOST_LOOKED_AT = 2_000  # bounds a search for two words of which one is very common
_LAST_CHARACTER = "\U0010ffff"

_COLUMNS = [
    member.c[name]
    for name in ("id", "name", "phone", "joined", "language", "status", "why_blocked")
]
_MINE = member.c.merchant == given("merchant")
_MEMBER = Prepared(sa.select(*_COLUMNS).where(_MINE, member.c.id == given("id")))
_BY_CARD = Prepared(
    sa.select(*_COLUMNS, card.c.code, card.c.status)
    .join_from(
        card,
        member,
        sa.and_(card.c.merchant == member.c.merchant, card.c.member == member.c.id),
    )
    .where(card.c.merchant == given("merchant"), card.c.code == given("code"))
)
_CARD = Prepared(
    sa.select(card.c.code).where(card.c.merchant == given("merchant"), card.c.code == given("code"))
)
_CARDS = Prepared(
    sa.select(card.c.code, card.c.status)
    .where(card.c.merchant == given("merchant"), card.c.member == given("member"))
    .order_by(card.c.code)
)
_BY_TAIL = Prepared(
    sa.select(*_COLUMNS)
    .where(
        _MINE,
        member.c.phone_reversed != "",
        member.c.phone_reversed >= given("first"),
        member.c.phone_reversed < given("last"),
        member.c.status != MemberStatus.WITHDRAWN.value,
    )
    .order_by(member.c.phone_reversed)
    .limit(given("most"))
)
_BY_WORD = Prepared(
    sa.select(*_COLUMNS)
    .join_from(
        member_word,
        member,
        sa.and_(member_word.c.merchant == member.c.merchant, member_word.c.member == member.c.id),
    )
    .where(
        member_word.c.merchant == given("merchant"),
        member_word.c.word >= given("first"),
        member_word.c.word < given("last"),
        member.c.status != MemberStatus.WITHDRAWN.value,
    )
    .order_by(member_word.c.word, member_word.c.member)
    .limit(_MOST_LOOKED_AT)
)
_ADD = Prepared(member.insert())
_CHANGE = Prepared(
    member.update()
    .where(_MINE, member.c.id == given("which"))
    .values({c.name: given(f"new_{c.name}") for c in member.c if c.name not in ("merchant", "id")})
)
_ADD_WORD = Prepared(member_word.insert())
_FORGET_WORDS = Prepared(
    member_word.delete().where(
        member_word.c.merchant == given("merchant"), member_word.c.member == given("member")
    )
)
_ADD_CARD = Prepared(card.insert())
_CHANGE_CARD = Prepared(
    card.update()
    .where(card.c.merchant == given("merchant"), card.c.code == given("which"))
    .values(member=given("new_member"), status=given("new_status"))
)


class PeopleView(Rows):
    """Members and cards, read."""

    __slots__ = ()

    def member(self, member: UUID) -> Member | None:
        row = self._one(_MEMBER, self.merchant, member.bytes)
        return member_from(row) if row else None

    def member_by_card(self, code: str) -> tuple[Member, Card] | None:
        """Whose card a code is; None for a card nobody has yet."""
        row = self._one(_BY_CARD, self.merchant, code)
        if row is None:
            return None
        found = member_from(row[:7])
        return found, Card(row[7], found.id, CardStatus(row[8]))

    def find_members(self, text: str, limit: int = 20) -> tuple[Member, ...]:
        """By three or more last digits of the phone, else by the beginnings of name words.

        Every word typed must begin a word of the name. Withdrawn members are left out.
        """
        found: dict[UUID, Member] = {}
        digits = "".join(c for c in text if c.isdecimal() and c.isascii())
        if len(digits) >= SHORTEST_TAIL and not any(c.isalpha() for c in text):
            tail = digits[::-1][:40]
            rows = self._all(_BY_TAIL, self.merchant, tail, tail + _LAST_CHARACTER, limit)
            found = {member.id: member for member in map(member_from, rows)}
        asked = sorted(typed_words(text), key=len, reverse=True)
        if asked and len(found) < limit:
            self._by_words(asked, limit, found)
        return tuple(found.values())[:limit]

    def cards_of(self, member: UUID) -> tuple[Card, ...]:
        rows = self._all(_CARDS, self.merchant, member.bytes)
        return tuple(Card(code, member, CardStatus(status)) for code, status in rows)

    def free_card(self, code: str) -> bool:
        """Nobody has a card with this code."""
        return self._one(_CARD, self.merchant, code) is None

    def _by_words(self, asked: list[str], limit: int, found: dict[UUID, Member]) -> None:
        """Walk the longest word's matches, the fewest; keep those whose names hold the others."""
        first, *others = asked
        for row in self._each(_BY_WORD, self.merchant, first, first + _LAST_CHARACTER):
            known = member_from(row)
            held = words(known.name) if others else frozenset()
            if all(any(word.startswith(other) for word in held) for other in others):
                found.setdefault(known.id, known)
            if len(found) >= limit:
                return


class PeopleWork(PeopleView):
    """Members and cards, written."""

    __slots__ = ()

    def add_member(self, member: Member) -> None:
        """LoyaltyError `member-exists`."""
        if self.member(member.id) is not None:
            raise LoyaltyError("member-exists")
        self._do(_ADD, self.merchant, member.id.bytes, *_row(member))
        self._remember_words(member)

    def change_member(self, member: Member) -> None:
        """LoyaltyError `member-unknown`."""
        if not self._do(_CHANGE, *_row(member), self.merchant, member.id.bytes):
            raise LoyaltyError("member-unknown")
        self._do(_FORGET_WORDS, self.merchant, member.id.bytes)
        self._remember_words(member)

    def add_card(self, card: Card) -> None:
        """LoyaltyError `card-exists`, `member-unknown`."""
        if not self.free_card(card.code):
            raise LoyaltyError("card-exists", card=card.code)
        self._known(card.member)
        self._do(_ADD_CARD, self.merchant, card.code, card.member.bytes, card.status.value)

    def change_card(self, card: Card) -> None:
        """Another status, or another member; LoyaltyError `card-unknown`, `member-unknown`."""
        self._known(card.member)
        if not self._do(
            _CHANGE_CARD, card.member.bytes, card.status.value, self.merchant, card.code
        ):
            raise LoyaltyError("card-unknown", card=card.code)

    def _known(self, member: UUID) -> None:
        if self.member(member) is None:
            raise LoyaltyError("member-unknown")

    def _remember_words(self, member: Member) -> None:
        rows: list[Row] = [(self.merchant, word, member.id.bytes) for word in words(member.name)]
        self._do_many(_ADD_WORD, rows)


def member_from(row: Row) -> Member:
    """The member of its row."""
    raw, name, phone, joined, language, status, why_blocked = row
    return Member(
        UUID(bytes=raw), name, phone, day_from(joined), language, MemberStatus(status), why_blocked
    )


def _row(member: Member) -> Row:
    """A member's columns behind merchant and id."""
    digits = "".join(c for c in member.phone if c.isdecimal() and c.isascii())
    return (
        *(member.name, member.phone, digits[::-1]),
        day_number(member.joined_on),
        *(member.language, member.status.value, member.why_blocked),
    )
