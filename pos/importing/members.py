"""Members from a file. A member is known by the other system's number where there is one, else by
their card, phone or e-mail: brought again, they are the same member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import partial
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Birthday, Card, CardStatus, Consent, Member, Profile
from pos.cleaning import clean_email, clean_line, clean_lines, clean_list, clean_name, clean_word
from pos.clock import milliseconds
from pos.enrol import free, put_card
from pos.importing import cells
from pos.importing.faults import CellError, Faults
from pos.importing.kinds import Here, Key, Record, Source
from pos.importing.row import Row
from pos.importing.spool import Spool
from pos.importing.whose import member_id, number, reached
from pos.phones import clean_phone
from pos.profiles import (
    LONGEST_ADDRESS,
    LONGEST_LIKE,
    LONGEST_NOTES,
    MOST_LIKES,
    MOST_PHONES,
    clean_language,
)
from pos.store import View, Work

_LISTS = ("likes", "dislikes", "brands")
WHERE = "import"
"""Where a consent was given that came with a file."""


class Members:
    """Reads, looks up and books members.

    A record: line, id, name, phone, e-mail, birthday, joined, language, cards, other phones,
    address, lists, notes, consents.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._today = source.shop.today
        families = (name.partition(":") for name in source.columns.of)
        self._consents = [rest for family, _, rest in families if family == "consent"]

    def read(self, row: Row) -> Record | None:
        """What a row says of a member; they need a number, a card, a phone or an e-mail."""
        form = self._source.mapping.date_format
        known, cards = row.read("id", number, ""), self._cards(row)
        phones = self._phones(row)
        email = row.read("email", clean_email, "")
        phone = phones[0] if phones else ""
        keys = [("id", known), ("card", cards[0] if cards else ""), ("phone", phone)]
        how, what = next((key for key in (*keys, ("email", email)) if key[1]), ("", ""))
        if not how and row.sound:
            row.wrong("id", "", "import-member-nothing")
        joined = row.read("joined", lambda text: self._past(text, form), self._today)
        birthday = row.read("birthday", lambda text: self._birthday(text, form), None)
        said = [
            self._name(row),
            phone,
            email,
            str(birthday) if birthday else "",
            joined.isoformat(),
            row.read("language", clean_language, ""),
        ]
        rest = [self._address(row), self._lists(row), self._notes(row), self._agreed(row)]
        if not row.sound:
            return None
        id_ = member_id(self._source, how, what).hex
        return [row.line, id_, *said, cards, phones[1:], *rest, [how, what]]

    def keys(self, record: Record) -> Iterable[Key]:
        """Number, cards, phone and e-mail are of one member each."""
        taken = [record[-1], *(["card", code] for code in record[8])]
        taken += [["phone", record[3]], ["email", record[4]]]
        for column, value in taken:
            if value:
                yield Key(column, value, f"{column} {value.casefold()}")

    def whole(self, spool: Spool, faults: Faults) -> Iterator[tuple[int, Record]]:
        """Each row is a member."""
        for record in spool.rows():
            yield record[0], record

    def look(self, view: View, record: Record) -> None:
        """Here for somebody the shop has: by this very id, by a card, the phone or the e-mail."""
        if view.member(UUID(record[1])) is not None:
            raise Here(*record[-1], same=True)
        for code in record[8]:
            known = view.member_by_card(code)
            if known is not None and known[1].status is not CardStatus.WITHDRAWN:
                raise Here("card", code, same=False)
        phone, email = record[3], record[4]
        if (phone or email) and (other := reached(view, phone, email)) is not None:
            by_phone = bool(phone) and other.phone == phone
            raise Here("phone" if by_phone else "email", phone if by_phone else email, same=False)

    def book(self, work: Work, record: Record) -> bool:
        """Add the member with everything said of them; no enrolment: they are a member already."""
        id_ = UUID(record[1])
        if work.member(id_) is not None:
            return False
        _, _, name, phone, email, birthday, joined, language, cards, phones, *rest = record
        address, lists, notes, agreed, _ = rest
        member = Member(
            id_,
            name,
            phone,
            date.fromisoformat(joined),
            language,
            birthday=Birthday.from_text(birthday) if birthday else None,
            email=email,
        )
        likes, dislikes, brands = map(tuple, lists)
        told = Profile(address, likes, dislikes, brands, phones=tuple(phones), notes=notes)
        work.add_member(member)
        if told != Profile():
            work.keep_profile(id_, told)
        for code in cards:
            if not free(work, code):  # given out since the file was checked
                raise LoyaltyError("card-taken")
            put_card(work, Card(code, id_))
        for what, given, at_ms in agreed:
            work.add_consent(id_, Consent(what, given, at_ms, WHERE))
        return True

    def _name(self, row: Row) -> str:
        parts = [row.read("first_name", clean_name, ""), row.read("last_name", clean_name, "")]
        whole = " ".join(part for part in parts if part)
        return row.read("name", clean_name, "") or row.taken("last_name", whole, clean_name, "")

    def _cards(self, row: Row) -> list[str]:
        codes = (row.taken("card", text, cells.card, "") for text in row.texts("card"))
        return list(dict.fromkeys(code for code in codes if code))

    def _phones(self, row: Row) -> list[str]:
        country = self._source.shop.settings.country
        found = [
            row.taken("phone", text, lambda one: clean_phone(one, country), "")
            for text in row.texts("phone")
        ]
        phones = list(dict.fromkeys(phone for phone in found if phone))
        if len(phones) > 1 + MOST_PHONES:
            row.wrong("phone", phones[-1], "too-many-items", field="phone", most=MOST_PHONES)
        return phones

    def _past(self, text: str, form: str) -> date:
        on = cells.day(text, form)
        if on > self._today:
            raise CellError("date-future")
        return on

    def _birthday(self, text: str, form: str) -> Birthday | None:
        born = cells.birthday(text, form)
        if born.year is not None and born.in_year(born.year) > self._today:
            raise CellError("birthday-future")
        return born

    def _address(self, row: Row) -> str:
        return row.read("address", lambda text: clean_line(text, "address", LONGEST_ADDRESS), "")

    def _lists(self, row: Row) -> list[list[str]]:
        return [list(row.read(name, partial(_listed, name), cells.NO_WORDS)) for name in _LISTS]

    def _notes(self, row: Row) -> str:
        """Notes, with tags as a line of their own: the shop's words about a member."""
        notes = row.text("notes")
        tags = ", ".join(
            row.read("tags", lambda text: _listed("tags", text.replace(",", ";")), cells.NO_WORDS)
        )
        both = "\n".join(part for part in (notes, f"# {tags}" if tags else "") if part)
        return row.taken("notes", both, lambda text: clean_lines(text, "notes", LONGEST_NOTES), "")

    def _agreed(self, row: Row) -> list[list[object]]:
        """Consents as [what, given, when]: on the day of consent, else of joining, else today."""
        form = self._source.mapping.date_format
        joined = row.read("joined", lambda text: cells.day(text, form), self._today)
        on = row.read("consent_date", lambda text: self._past(text, form), joined)
        zone = self._source.shop.clock.zone
        at_ms = milliseconds(datetime.combine(on, time(12), zone))
        found: list[list[object]] = []
        for what in self._consents:
            field = f"consent:{what}"
            word = row.taken(field, what, lambda text: clean_word(text, "consent-unreadable"), "")
            if row.text(field):
                found.append([word, row.read(field, cells.yes, False), at_ms])
        return found


def _listed(field: str, text: str) -> tuple[str, ...]:
    return clean_list(cells.words(text), field, MOST_LIKES, LONGEST_LIKE)
