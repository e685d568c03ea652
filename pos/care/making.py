"""Messages that are due today: made once for each member and occasion, within consent and caps.

Members are looked at a page at a time and the place is kept, so that a window does a little now and
then, and whoever runs it twice a day finds nothing left to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from loyalty.care import due as rules
from loyalty.care.letter import Letter, Message, Occasion
from loyalty.care.spacing import Caps, room_for
from loyalty.errors import LoyaltyError
from loyalty.ledger.granting import named_source
from loyalty.members.history import ShopState
from loyalty.members.member import Member, MemberStatus, agreed
from pos.care.known import known_of, state_of, values_of
from pos.care.letters import letter_for, ready_letter
from pos.linked import linked
from pos.shop import Shop
from pos.store import View
from pos.turns import PAGE, turn

CONSENT = "email"
"""What a member must agree to before anything is written to them."""
MADE_TO = "messages-made"
"""The setting that holds how far today's messages are: day, and the last member looked at."""
_ALL = UUID(int=2**128 - 1)


@dataclass(frozen=True, slots=True)
class Preview:
    """A letter as a member would get it. `due`: there is the occasion today, and consent."""

    member: Member
    language: str
    subject: str
    body: str
    due: bool


def make(shop: Shop, pages: int | None = None) -> Mapping[Occasion, int]:
    """Make the messages that are due today, of `pages` pages of members (None: all); how many.

    Nothing is made while no letter is kept, and nothing where there is a head office: several
    terminals would each write. LoyaltyError `message-linked` then.
    """
    made: Counter[Occasion] = Counter()
    with shop.store.reading() as view:
        wanted = _wanted(shop, view)
        after = _made_to(shop, view)
    while wanted and after != _ALL and (pages is None or pages > 0):
        with shop.store.reading() as view:
            page = view.reachable(CONSENT, after, PAGE)
            state = state_of(shop, view)
            found = [each for who in page for each in _due_of(shop, view, who, state, wanted)]
        after = page[-1] if len(page) == PAGE else _ALL
        with turn(shop) as work:
            for member, occasion, about in found:
                # The same thing has the same id in a restored backup, too: receivers know it again.
                name = named_source("message", occasion.value, member, about)
                message = Message(name, member, occasion, about, work.now_ms())
                room = room_for(_caps(shop), work.messages_of(member), message.made_ms)
                made[occasion] += room and work.add_message(message)
            work.keep_setting(MADE_TO, f"{shop.today} {after}")
        pages = None if pages is None else pages - 1
    return {occasion: made[occasion] for occasion in Occasion if made[occasion]}


def due_today(shop: Shop) -> Mapping[Occasion, int]:
    """How many messages of each occasion `make` would make if it began anew; writes nothing.

    LoyaltyError `message-linked`.
    """
    found: Counter[Occasion] = Counter()
    after: UUID | None = None
    with shop.store.reading() as view:
        wanted, state, now_ms = _wanted(shop, view), state_of(shop, view), view.now_ms()
        while wanted and (page := view.reachable(CONSENT, after, PAGE)):
            for who in page:
                due = _due_of(shop, view, who, state, wanted)
                if due and room_for(_caps(shop), view.messages_of(who), now_ms):
                    found[due[0][1]] += 1
            after = page[-1]
    return {occasion: found[occasion] for occasion in Occasion if found[occasion]}


def preview(shop: Shop, member: UUID, occasion: Occasion, letter: Letter | None = None) -> Preview:
    """A letter as a member would get it today: `letter`, or the one kept, or the ready one.

    Errors: `member-unknown`.
    """
    with shop.store.reading() as view:
        person = view.member(member)
        if person is None or person.status is not MemberStatus.ACTIVE:
            raise LoyaltyError("member-unknown")
        usual = shop.settings.language
        language = person.language or usual
        kept = letter or letter_for(view, occasion, language, usual, off_too=True)
        text = kept or ready_letter(occasion, language)
        known = known_of(shop, view, person, state_of(shop, view))
        subject, body = text.filled(values_of(shop, known, occasion, text.language))
        due = bool(rules.about(known, occasion)) and _may(view, person)
    return Preview(person, text.language, subject, body, due)


def may_write(view: View, member: UUID) -> str:
    """Why a member is not written to now: `gone`, `no-address`, `no-consent`; empty if they are."""
    person = view.member(member)
    if person is None or person.status is not MemberStatus.ACTIVE:
        return "gone"
    if not person.email:
        return "no-address"
    return "" if agreed(view.consents(member), CONSENT) else "no-consent"


def _may(view: View, person: Member) -> bool:
    return not may_write(view, person.id)


def _wanted(shop: Shop, view: View) -> frozenset[Occasion]:
    if linked(view):
        raise LoyaltyError("message-linked")
    return frozenset(one.occasion for one in view.letters() if one.active)


def _due_of(
    shop: Shop, view: View, who: UUID, state: ShopState, wanted: frozenset[Occasion]
) -> list[tuple[UUID, Occasion, str]]:
    """What a member may be written today, as far as it was not yet, the first of it in front."""
    person = view.member(who)
    if person is None or not _may(view, person):
        return []
    written = {(one.occasion, one.about) for one in view.messages_of(who)}
    known = known_of(shop, view, person, state)
    return [
        (who, occasion, about)
        for occasion, about in rules.due(known)
        if occasion in wanted and (occasion, about) not in written
    ]


def _caps(shop: Shop) -> Caps:
    return Caps(shop.settings.mail_month, shop.settings.mail_rest_days)


def _made_to(shop: Shop, view: View) -> UUID | None:
    day, _, last = (view.setting(MADE_TO) or "").partition(" ")
    if day != shop.today.isoformat() or last == "None":
        return None
    try:
        return UUID(last)
    except ValueError:  # nobody but we write it; looked at twice does no harm
        return None
