"""Members who agreed to be written to, and the letters of their shop."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalty.care.letter import Message, Occasion
from loyalty.codes import member_card
from loyalty.members.member import Member
from pos.care.letters import keep, ready_letter
from pos.consents import consent
from pos.enrol import enrol
from pos.profiles import Changes, edit_profile
from pos.shop import Shop
from pos.staff import Role
from pos.store import Operator
from tests.shop.house import act


def reader(shop: Shop, number: int = 1, *, agrees: bool = True, birthday: str = "") -> Member:
    """A member with an address, `reader1@example.org`."""
    known = enrol(shop, act(shop), member_card(number), "", f"Rita {number}")
    changes = Changes(email=f"reader{number}@example.org", birthday=birthday or None)
    member = edit_profile(shop, act(shop), known.id, changes)
    if agrees:
        consent(shop, member.id, "email", True, "counter")
    return member


def letters_for(shop: Shop, *occasions: Occasion) -> None:
    """The ready letters of these occasions, kept by a manager."""
    with shop.store.writing() as work:
        if work.operator("boss") is None:
            work.add_operator(Operator("boss", "Boss", Role.MANAGER))
    for occasion in occasions:
        keep(shop, act(shop, "boss"), ready_letter(occasion, "en"))


def written(shop: Shop, member: UUID) -> list[Message]:
    """All that was made for a member."""
    with shop.store.reading() as view:
        return list(view.messages_of(member))


def birthday_on(day: date) -> str:
    """A birthday without its year."""
    return f"--{day:%m-%d}"
