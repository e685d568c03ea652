"""Whose a row is: by the other system's number, a card, a phone or an e-mail address."""

from __future__ import annotations

from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member, MemberStatus
from pos.cleaning import clean_email
from pos.importing import cells
from pos.importing.ids import derived
from pos.importing.kinds import Source
from pos.importing.row import Row
from pos.phones import clean_phone
from pos.store import View

HOW = ("id", "card", "phone", "email")
_LONGEST = 60
_REMEMBERED = 20_000  # members kept at hand while a file is checked
LIVING = (MemberStatus.ACTIVE, MemberStatus.BLOCKED)


def theirs(row: Row, source: Source) -> list[list[str]]:
    """What a row says of its member, cleaned, as [how, what] in the order they are believed."""
    country = source.shop.settings.country
    found = [
        ["id", row.read("id", number, "")],
        ["card", row.read("card", cells.card, "")],
        ["phone", row.read("phone", lambda text: clean_phone(text, country), "")],
        ["email", row.read("email", clean_email, "")],
    ]
    return [one for one in found if one[1]]


def number(text: str) -> str:
    """A member's number elsewhere, as it is written there; CellError `text-too-long`."""
    return cells.name(text, _LONGEST)


def member_id(source: Source, how: str, what: str) -> UUID:
    """The id a member gets who comes from a file, known there by this."""
    return derived("member", source.mapping.system, how, what)


class Whose:
    """Looks members up, and remembers the latest: a file of sales names each many times."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._known: dict[tuple[str, str], Member | None] = {}

    def find(self, view: View, keys: list[list[str]]) -> Member | None:
        """The member that the first of some keys names, or None.

        LoyaltyError `import-members-differ` when the keys of one row name two people.
        """
        found = [one for how, what in keys if (one := self._one(view, how, what)) is not None]
        if len({member.id for member in found}) > 1:
            raise LoyaltyError("import-members-differ")
        return found[0] if found else None

    def _one(self, view: View, how: str, what: str) -> Member | None:
        if (how, what) not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[how, what] = self._looked(view, how, what)
        return self._known[how, what]

    def _looked(self, view: View, how: str, what: str) -> Member | None:
        if how == "id":
            member = view.member(member_id(self._source, how, what)) or _ours(view, what)
        elif how == "card":
            known = view.member_by_card(what)
            member = known[0] if known else None
        else:
            member = _reached(view, how, what)
        if member is not None and member.merged_into is not None:
            member = view.member(member.merged_into)
        return member if member is not None and member.status in LIVING else None


def reached(view: View, phone: str, email: str) -> Member | None:
    """A living member who has exactly this phone or this e-mail address."""
    for member in view.duplicates("", phone, email):
        same = (phone and member.phone == phone) or (
            email and member.email.casefold() == email.casefold()
        )
        if same and member.status in LIVING:
            return member
    return None


def _reached(view: View, how: str, what: str) -> Member | None:
    return reached(view, what, "") if how == "phone" else reached(view, "", what)


def _ours(view: View, text: str) -> Member | None:
    """A member by our own id, as `regulars member show` writes it."""
    try:
        return view.member(UUID(text)) if len(text) == 36 else None
    except ValueError:
        return None
