"""What somebody who stands alone before a screen may do: be greeted, bring receipts, enrol.

The kiosk is told a first name and nothing else of a person before they have proved who they are
(`second_factor`); what it then may know comes from `kiosk_taking`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import opened
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from pos.acts import Act
from pos.called import first_name
from pos.claims import KIOSK, claim
from pos.consents import consent
from pos.counter import AtCounter, Badge, BlankCard, ReceiptCode, identify
from pos.enrol import enrol
from pos.hand_codes import present_typed
from pos.presenting import Presented, present
from pos.profiles import Changes, edit_profile
from pos.second_factor import provable
from pos.shop import Shop
from pos.store import View

AGREED = "program"
"""The consent to be a member: what is kept, and what for."""
OFFERS = "sms"
INITIAL = "initial"
MOST_JOINED = 30
"""Enrolments without anybody's help in an hour."""
HOUR_MS = 3_600_000
LOOKED_BACK = 1_000  # entries


@dataclass(frozen=True, slots=True)
class Guest:
    """A member as a kiosk may know them: what they are `called`, and whether they can prove it."""

    member: UUID
    called: str
    provable: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a receipt: credited with `points`, which may be `pending`; or `waiting` for
    a person to look at it.
    """

    points: int
    pending: bool
    waiting: bool


Seen = Guest | BlankCard | Badge | Presented

_OURS = frozenset(
    {
        Meaning.EMPTY,
        Meaning.MEMBER_CARD,
        Meaning.OPERATOR_BADGE,
        Meaning.SALE_SLIP,
        Meaning.VOUCHER,
        Meaning.REFERRAL,
        Meaning.PRODUCT,
        Meaning.DAMAGED,
    }
)


def look_at(shop: Shop, text: str, data: bytes = b"") -> Seen:
    """What was held up: a card, a badge, or a receipt. `data`: the code's bytes, where known.

    Errors: those of `identify` and `present`; `kiosk-slip` (a slip's short number proves nothing:
    its square code does), `kiosk-not-here` (a voucher or a product: the counter's business).
    """
    if reading(text).meaning in _OURS:
        found = identify(shop, text)
    else:
        try:
            found = identify(shop, text, data)  # another shop's card that was imported
        except LoyaltyError as no:
            if no.code not in ("code-foreign", "code-too-long"):
                raise
            return present(shop, data or text)
    if isinstance(found, ReceiptCode):
        return present(shop, found.scanned)
    if isinstance(found, AtCounter):
        return guest_of(shop, found.member)
    if isinstance(found, BlankCard | Badge):
        return found
    if reading(text).meaning is Meaning.SALE_SLIP:
        raise LoyaltyError("kiosk-slip")
    raise LoyaltyError("kiosk-not-here")


def typed(shop: Shop, text: str) -> Presented:
    """The receipt whose number and characters were typed; errors of `present_typed`."""
    return present_typed(shop, text)


def bring(shop: Shop, act: UUID, member: UUID, presented: Presented) -> Brought:
    """Credit a receipt, or have a person look at it. Errors: those of `claim`, `claim-declined`
    (somebody has looked already; nobody will again).
    """
    credited = claim(shop, Act(act, KIOSK), member, presented, ask=True)
    pending = credited.after.pending_points > credited.before.pending_points
    return Brought(credited.points, pending, credited.waiting)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody told to become a member, as it was typed; `offers`: may be written to."""

    card: str = ""
    phone: str = ""
    name: str = ""
    offers: bool = False
    language: str = ""


def join(shop: Shop, act: UUID, told: Newcomer) -> Guest:
    """Enrol somebody who agreed to it. Repeats do nothing. Errors: those of `enrol`;
    `kiosk-too-many`: more than an hour's queue can be, so that somebody plays with it.
    """
    deed = Act(act, KIOSK)
    with shop.store.reading() as view:
        if view.entry_of(act, Kind.ENROLMENT) is None and _joined_lately(view) >= MOST_JOINED:
            raise LoyaltyError("kiosk-too-many")
    person = enrol(shop, deed, told.card, told.phone, told.name)
    person = edit_profile(shop, deed, person.id, Changes(language=told.language or None))
    consent(shop, person.id, AGREED, True, KIOSK)
    if told.offers:
        consent(shop, person.id, OFFERS, True, KIOSK)
    return guest_of(shop, person)


def _joined_lately(view: View) -> int:
    """Who enrolled alone within the hour, counted in the books: a restart forgets nobody."""
    last, since = view.last_entry(), view.now_ms() - HOUR_MS
    if last is None:
        return 0
    after = replace(last.key, seq=max(0, last.key.seq - LOOKED_BACK))
    lately = (e for e in view.entries(after=after, kind=Kind.ENROLMENT) if e.at_ms > since)
    return sum(opened(e.body).get("o") == KIOSK for e in lately)


def guest_of(shop: Shop, member: Member) -> Guest:
    """A member as the kiosk may know them, called as the shop has set it."""
    initial = shop.settings.customer_names == INITIAL
    return Guest(member.id, first_name(member.name, initial=initial), provable(member))
