"""What a member tells of themselves, changed: each field cleaned and bounded, all or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.members.member import Birthday, Member, MemberStatus, Profile
from pos.activities import completed
from pos.acts import Act
from pos.cleaning import clean_email, clean_line, clean_lines, clean_list, clean_name, clean_word
from pos.deeds import What, note
from pos.phones import clean_phone, same_phone
from pos.settings import LANGUAGES
from pos.shop import Shop
from pos.store import View, Work

MOST_PHONES = 5  # besides the first
MOST_LIKES = 30
MOST_SOCIAL = 10
LONGEST_LIKE = 60
LONGEST_ADDRESS = 300
LONGEST_NOTES = 2000
LONGEST_ACCOUNT = 100


@dataclass(frozen=True, slots=True)
class Changes:
    """What shall be different, as it was typed. None: stays; empty: is taken away.

    `birthday`: `1990-05-03`, or `--05-03` without a year. `social`: network and name there.
    """

    name: str | None = None
    phone: str | None = None
    phones: tuple[str, ...] | None = None
    email: str | None = None
    birthday: str | None = None
    language: str | None = None
    address: str | None = None
    likes: tuple[str, ...] | None = None
    dislikes: tuple[str, ...] | None = None
    brands: tuple[str, ...] | None = None
    social: tuple[tuple[str, str], ...] | None = None
    notes: str | None = None


def edit_profile(shop: Shop, act: Act, member: UUID, changes: Changes) -> Member:
    """Change what is known of a member; the same change again changes nothing.

    What the program gives for a completed field is booked with it (`activities.completed`).

    Errors: `member-unknown`, `phone-taken` (member, id), `phone-unreadable`, `email-unreadable`,
    `birthday-unreadable`, `birthday-future`, `language-unknown`, `name-too-long`, `text-too-long`,
    `too-many-items`, `network-unreadable`.
    """
    with shop.store.writing() as work:
        before = living(work, member)
        told = work.profile(member)
        after = changed_member(before, changes, shop)
        profile = changed_profile(told, changes, shop.settings.country)
        if after.phone != before.phone:
            phone_free(work, after.phone, member)
        keep_person(shop, work, act, (before, told), (after, profile))
        return after


def keep_person(
    shop: Shop,
    work: Work,
    act: Act,
    before: tuple[Member, Profile],
    after: tuple[Member, Profile],
) -> None:
    """Write what is different, and give the points that a filled-in field is worth."""
    if after[0] != before[0]:
        work.change_member(after[0])
    if after[1] != before[1]:
        work.keep_profile(after[0].id, after[1])
    if after != before:
        changed = ",".join(changed_fields(before, after))
        note(work, act, What.PROFILE, member=after[0].id, facts={"fields": changed})
        completed(shop, work, act, before, after)


def changed_fields(
    before: tuple[Member, Profile], after: tuple[Member, Profile]
) -> tuple[str, ...]:
    """Names of what is different, never what it was or is: the log outlives an erasure."""
    return tuple(
        name
        for kind, old, new in zip((Member, Profile), before, after, strict=True)
        for name in (field.name for field in fields(kind))
        if getattr(old, name) != getattr(new, name)
    )


def changed_member(member: Member, changes: Changes, shop: Shop) -> Member:
    """The member with the changes that concern who they are; errors as `edit_profile`."""
    facts: dict[str, object] = {}
    if changes.name is not None:
        facts["name"] = clean_name(changes.name)
    if changes.phone is not None:
        facts["phone"] = clean_phone(changes.phone, shop.settings.country)
    if changes.email is not None:
        facts["email"] = clean_email(changes.email)
    if changes.birthday is not None:
        facts["birthday"] = clean_birthday(changes.birthday, shop.today)
    if changes.language is not None:
        facts["language"] = clean_language(changes.language)
    return replace(member, **facts)  # type: ignore[arg-type]  # each is of its field's type


def changed_profile(profile: Profile, changes: Changes, country: str = "") -> Profile:
    """The profile with the changes; errors as `edit_profile`."""
    facts: dict[str, object] = {}
    for name in ("likes", "dislikes", "brands"):
        given: tuple[str, ...] | None = getattr(changes, name)
        if given is not None:
            facts[name] = clean_list(given, name, MOST_LIKES, LONGEST_LIKE)
    if changes.address is not None:
        facts["address"] = clean_lines(changes.address, "address", LONGEST_ADDRESS)
    if changes.notes is not None:
        facts["notes"] = clean_lines(changes.notes, "notes", LONGEST_NOTES)
    if changes.social is not None:
        facts["social"] = clean_social(changes.social)
    if changes.phones is not None:
        facts["phones"] = _clean_phones(changes.phones, country)
    return replace(profile, **facts)  # type: ignore[arg-type]  # each is of its field's type


def clean_birthday(text: str, today: date) -> Birthday | None:
    """A birthday; empty is none. `birthday-unreadable`, `birthday-future`."""
    if not text.strip():
        return None
    birthday = Birthday.from_text(text.strip())
    if birthday.year is not None and birthday.in_year(birthday.year) > today:
        raise LoyaltyError("birthday-future")
    return birthday


def clean_language(text: str) -> str:
    """A language that slips can be written in; empty is the shop's. `language-unknown`."""
    wanted = text.strip().replace("-", "_")
    known = {name.casefold(): name for name in LANGUAGES}
    if wanted and wanted.casefold() not in known:
        raise LoyaltyError("language-unknown", language=wanted[:20], known=", ".join(LANGUAGES))
    return known.get(wanted.casefold(), "")


def clean_social(given: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Accounts elsewhere, one a network, an empty name takes it away; `network-unreadable`."""
    kept: dict[str, str] = {}
    for network, account in given:
        name = clean_line(account, "social", LONGEST_ACCOUNT)
        if name:
            kept[clean_word(network, "network-unreadable")] = name
        if len(kept) > MOST_SOCIAL:
            raise LoyaltyError("too-many-items", field="social", most=MOST_SOCIAL)
    return tuple(kept.items())


def phone_free(view: View, phone: str, but: UUID | None) -> None:
    """Refuse a number that is another member's first one: `phone-taken` (member, id).

    Blocked members count as well: a new account is no way around a block.
    """
    if not phone:
        return
    for other in view.find_members(phone[-8:], limit=20):
        here = other.status in (MemberStatus.ACTIVE, MemberStatus.BLOCKED)
        if here and other.id != but and same_phone(other.phone, phone):
            raise LoyaltyError("phone-taken", member=other.name, id=str(other.id))


def living(view: View, member: UUID | None) -> Member:
    """A member who is there, blocked or not; LoyaltyError `member-unknown`."""
    found = view.member(member) if member else None
    if found is None or found.status not in (MemberStatus.ACTIVE, MemberStatus.BLOCKED):
        raise LoyaltyError("member-unknown")
    return found


def _clean_phones(given: Iterable[str], country: str) -> tuple[str, ...]:
    kept: dict[str, None] = {}
    for text in given:
        if number := clean_phone(text, country):
            kept[number] = None
        if len(kept) > MOST_PHONES:
            raise LoyaltyError("too-many-items", field="phones", most=MOST_PHONES)
    return tuple(kept)
