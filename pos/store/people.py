"""Members and their cards: kept, and found by card, by the end of a phone number, by name."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.members.member import Birthday, Card, CardStatus, Member, MemberStatus
from pos.store.columns import day_from, day_number
from pos.store.masters import card, member, member_word
from pos.store.names import typed_words, words
from pos.store.statements import Prepared, Row, Rows, given, id_bytes, id_from
from pos.store.words import WordWork

SHORTEST_TAIL = 3  # digits of a phone number, as people say them at a counter
_MOST_LOOKED_AT = 2_000  # bounds a search for two words of which one is very common
_LAST_CHARACTER = "\U0010ffff"

_COLUMNS = [
    column
    for column in member.c
    if column.name not in ("merchant", "phone_reversed", "email_folded")
]
_WIDTH = len(_COLUMNS)
_MINE = member.c.merchant == given("merchant")
_GONE = (MemberStatus.WITHDRAWN, MemberStatus.MERGED, MemberStatus.ERASED)
_SHOWN = sa.and_(*(member.c.status != status.value for status in _GONE))
"""Members that a search may find."""
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
        _SHOWN,
    )
    .order_by(member.c.phone_reversed)
    .limit(given("most"))
)
_BY_EMAIL = Prepared(
    sa.select(*_COLUMNS)
    .where(
        _MINE,
        member.c.email != "",
        member.c.email_folded >= given("first"),
        member.c.email_folded < given("last"),
        _SHOWN,
    )
    .order_by(member.c.email_folded)
    .limit(given("most"))
)
_PAGE = sa.select(*_COLUMNS).where(_MINE, member.c.id > given("after"))
_ALL = Prepared(_PAGE.order_by(member.c.id).limit(given("most")))
_ACTIVE = Prepared(
    sa.select(member.c.id)
    .where(_MINE, member.c.id > given("after"), member.c.status == MemberStatus.ACTIVE.value)
    .order_by(member.c.id)
    .limit(given("most"))
)
_HOUSEHOLD = Prepared(
    sa.select(*_COLUMNS).where(_MINE, member.c.household == given("owner")).order_by(member.c.id)
)
_MERGED = Prepared(
    sa.select(*_COLUMNS).where(_MINE, member.c.merged_into == given("into")).order_by(member.c.id)
)
_BY_REFERRAL = Prepared(
    sa.select(*_COLUMNS).where(
        _MINE, member.c.referral_code == given("code"), member.c.referral_code != ""
    )
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
        _SHOWN,
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
_DROP_CARD = Prepared(
    card.delete().where(card.c.merchant == given("merchant"), card.c.code == given("which"))
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
        found = member_from(row[:_WIDTH])
        return found, Card(row[_WIDTH], found.id, CardStatus(row[_WIDTH + 1]))

    def find_members(self, text: str, limit: int = 20) -> tuple[Member, ...]:
        """By three or more last digits of the phone, the beginning of an e-mail address (with its
        @), or the beginnings of words of the name or of the address before the @.

        Every word typed must begin a word. Withdrawn, merged and erased members are left out.
        """
        found: dict[UUID, Member] = {}
        digits = "".join(c for c in text if c.isdecimal() and c.isascii())
        if len(digits) >= SHORTEST_TAIL and not any(c.isalpha() for c in text):
            tail = digits[::-1][:40]
            rows = self._all(_BY_TAIL, self.merchant, tail, tail + _LAST_CHARACTER, limit)
            found = {member.id: member for member in map(member_from, rows)}
        if "@" in text:
            start = folded(text)[:200]
            rows = self._all(_BY_EMAIL, self.merchant, start, start + _LAST_CHARACTER, limit)
            return tuple(map(member_from, rows))
        asked = sorted(typed_words(text), key=len, reverse=True)
        if asked and len(found) < limit:
            self._by_words(asked, limit, found)
        return tuple(found.values())[:limit]

    def members(self, after: UUID | None = None, limit: int = 500) -> tuple[Member, ...]:
        """Everybody, whatever became of them, in the order of their ids, behind `after`."""
        rows = self._all(_ALL, self.merchant, after.bytes if after else b"", limit)
        return tuple(map(member_from, rows))

    def active_members(self, after: UUID | None = None, limit: int = 500) -> tuple[UUID, ...]:
        """Members that may earn, in the order of their ids, behind `after`."""
        rows = self._all(_ACTIVE, self.merchant, after.bytes if after else b"", limit)
        return tuple(UUID(bytes=row[0]) for row in rows)

    def household(self, owner: UUID) -> tuple[Member, ...]:
        """Who shares a member's account, its owner among them; empty where it is not shared."""
        return tuple(map(member_from, self._all(_HOUSEHOLD, self.merchant, owner.bytes)))

    def merged_from(self, member: UUID) -> tuple[Member, ...]:
        """Members that were merged into this one, and into those: two shops may have merged one
        after the other, and neither knew of the other merge.
        """
        found: dict[UUID, Member] = {}
        into = [member]
        while into:
            for row in self._all(_MERGED, self.merchant, into.pop().bytes):
                one = member_from(row)
                if one.id != member and one.id not in found:
                    found[one.id] = one
                    into.append(one.id)
        return tuple(found.values())

    def member_by_referral(self, code: str) -> Member | None:
        """Whose referral code it is."""
        row = self._one(_BY_REFERRAL, self.merchant, code)
        return member_from(row) if row else None

    def duplicates(self, name: str, phone: str, email: str) -> tuple[Member, ...]:
        """Members who may be the same person: the same phone, e-mail address or whole name."""
        found: dict[UUID, Member] = {}
        digits = _digits(phone)
        asked = [(_BY_TAIL, digits[::-1]), (_BY_EMAIL, folded(email))]
        for statement, start in asked:
            if start:
                for row in self._all(statement, self.merchant, start, start + "\0", 20):
                    known = member_from(row)
                    found.setdefault(known.id, known)
        wanted = typed_words(name)
        if wanted:
            alike: dict[UUID, Member] = {}
            self._by_words(sorted(wanted, key=len, reverse=True), 50, alike)
            for member in alike.values():
                if sorted(typed_words(member.name)) == sorted(wanted):
                    found.setdefault(member.id, member)
        return tuple(found.values())

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
            held = _words(known) if others else frozenset()
            if all(any(word.startswith(other) for word in held) for other in others):
                found.setdefault(known.id, known)
            if len(found) >= limit:
                return


class PeopleWork(WordWork, PeopleView):
    """Members and cards, written."""

    __slots__ = ()

    def add_member(self, member: Member) -> None:
        """LoyaltyError `member-exists`."""
        if self.member(member.id) is not None:
            raise LoyaltyError("member-exists")
        self._do(_ADD, self.merchant, member.id.bytes, *_row(member))
        self._remember_words(member)
        self.say("member", member.id.hex)

    def change_member(self, member: Member) -> None:
        """LoyaltyError `member-unknown`."""
        if not self._do(_CHANGE, *_row(member), self.merchant, member.id.bytes):
            raise LoyaltyError("member-unknown")
        self._do(_FORGET_WORDS, self.merchant, member.id.bytes)
        self._remember_words(member)
        self.say("member", member.id.hex)

    def add_card(self, card: Card) -> None:
        """LoyaltyError `card-exists`, `member-unknown`."""
        if not self.free_card(card.code):
            raise LoyaltyError("card-exists", card=card.code)
        self._known(card.member)
        self._do(_ADD_CARD, self.merchant, card.code, card.member.bytes, card.status.value)
        self.say("card", card.code)

    def change_card(self, card: Card) -> None:
        """Another status, or another member; LoyaltyError `card-unknown`, `member-unknown`."""
        self._known(card.member)
        if not self._do(
            _CHANGE_CARD, card.member.bytes, card.status.value, self.merchant, card.code
        ):
            raise LoyaltyError("card-unknown", card=card.code)
        self.say("card", card.code)

    def drop_card(self, code: str) -> None:
        """A card is nobody's any more: whose it was is erased."""
        self._do(_DROP_CARD, self.merchant, code)
        self.say("card", code)

    def _known(self, member: UUID) -> None:
        if self.member(member) is None:
            raise LoyaltyError("member-unknown")

    def _remember_words(self, member: Member) -> None:
        rows: list[Row] = [(self.merchant, word, member.id.bytes) for word in _words(member)]
        self._do_many(_ADD_WORD, rows)


def member_from(row: Row) -> Member:
    """The member of its row."""
    raw, name, phone, joined, language, status, why_blocked, *later = row
    birthday, email, household, merged_into, referral_code, segment = later
    return Member(
        id=UUID(bytes=raw),
        name=name,
        phone=phone,
        joined_on=day_from(joined),
        language=language,
        status=MemberStatus(status),
        why_blocked=why_blocked,
        birthday=Birthday.from_text(birthday) if birthday else None,
        email=email,
        household=id_from(household),
        merged_into=id_from(merged_into),
        referral_code=referral_code,
        segment=segment,
    )


def folded(email: str) -> str:
    """An e-mail address as it is compared and looked for."""
    return email.strip().casefold()


def _digits(phone: str) -> str:
    return "".join(c for c in phone if c.isdecimal() and c.isascii())


def _words(member: Member) -> frozenset[str]:
    """Words of the name and of the address before the @: what is behind it is everybody's."""
    return words(member.name) | set(typed_words(member.email.partition("@")[0])[:8])


def _row(member: Member) -> Row:
    """A member's columns behind merchant and id."""
    return (
        *(member.name, member.phone, _digits(member.phone)[::-1]),
        day_number(member.joined_on),
        *(member.language, member.status.value, member.why_blocked),
        str(member.birthday) if member.birthday else "",
        *(member.email, folded(member.email)),
        *(id_bytes(member.household), id_bytes(member.merged_into)),
        *(member.referral_code, member.segment),
    )
