"""What a member agreed to or took back: each word of theirs, when and where, none rewritten."""

from __future__ import annotations

from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Consent, agreed
from pos.cleaning import clean_line, clean_word
from pos.profiles import living
from pos.shop import Shop

MOST = 200  # words of one member; more is a loop, not a person
LONGEST_WHERE = 60


def consent(shop: Shop, member: UUID, what: str, given: bool, where: str) -> tuple[Consent, ...]:
    """Note that a member agrees to something (`email`, `sms`, `profiling`…), or no longer does.

    `where`: how it was said, such as `counter` or the name of a form. What holds already is not
    noted again. All of the member's words, oldest first. Errors: `member-unknown`,
    `consent-unreadable`, `text-too-long`, `too-many-items`.
    """
    about = clean_word(what, "consent-unreadable")
    said = clean_line(where, "where", LONGEST_WHERE)
    with shop.store.writing() as work:
        living(work, member)
        known = work.consents(member)
        said_before = any(each.what == about for each in known)
        if said_before and agreed(known, about) is given:
            return known
        if len(known) >= MOST:
            raise LoyaltyError("too-many-items", field="consents", most=MOST)
        work.add_consent(member, Consent(about, given, work.now_ms(), said))
        return work.consents(member)


def consents(shop: Shop, member: UUID) -> tuple[Consent, ...]:
    """All of a member's words, oldest first."""
    with shop.store.reading() as view:
        return view.consents(member)
