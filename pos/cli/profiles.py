"""`regulars member edit|consent|duplicates`: what is known of a person, and what they agreed to."""

from __future__ import annotations

from argparse import Namespace

from loyalty.members.member import Consent, agreed
from pos.cli.opened import doing, opened
from pos.cli.shown import consent_facts, member_facts, profile_facts
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.cli.who import anyone_named
from pos.consents import consent, consents
from pos.duplicates import duplicates, likeness
from pos.phones import clean_phone
from pos.places import Places
from pos.profiles import Changes, edit_profile


def edit(options: Namespace, places: Places) -> Told:
    """Change what is known of a member; what is left out stays, what is empty goes."""
    changes = Changes(
        name=options.name,
        phone=options.phone,
        phones=_all(options.other_phone),
        email=options.email,
        birthday=options.birthday,
        language=options.language,
        address=options.address.replace("|", "\n") if options.address is not None else None,
        likes=_all(options.like),
        dislikes=_all(options.dislike),
        brands=_all(options.brand),
        social=_accounts(options.social),
        notes=options.notes,
    )
    with doing(places, options.operator, options.act_id) as now:
        member = edit_profile(now.shop, now.act, anyone_named(now.shop, options.who), changes)
        with now.shop.store.reading() as view:
            facts = member_facts(member, view.cards_of(member.id))
            facts |= profile_facts(view.profile(member.id))
    rows = [(name.replace("_", " "), _shown(value)) for name, value in facts.items() if value]
    return Told({"member": facts}, table(rows))


def agree(options: Namespace, places: Places) -> Told:
    """Note a consent or its taking back; without WHAT, tell all of them."""
    with opened(places) as shop:
        member = anyone_named(shop, options.who)
        if options.what:
            said = consent(shop, member, options.what, not options.take_back, options.where)
        else:
            said = consents(shop, member)
        facts = [consent_facts(shop, one) for one in said]
    holds = {one.what: agreed(said, one.what) for one in said}
    return Told({"consents": facts, "agreed": holds}, _consent_lines(said, facts))


def alike(options: Namespace, places: Places) -> Told:
    """Members who may be the person about to be enrolled."""
    with opened(places) as shop:
        found = duplicates(shop, options.name, options.phone, options.email)
        number = clean_phone(options.phone, shop.settings.country)
        email = options.email.strip().lower()
        whys = [likeness(one, options.name, number, email) for one in found]
        facts = [
            member_facts(one) | {"same": list(why)} for one, why in zip(found, whys, strict=True)
        ]
    rows = [
        (one["name"] or "-", one["phone"] or "-", one["email"] or "-", ", ".join(one["same"]))
        for one in facts
    ]
    lines = table([("Name", "Phone", "E-mail", "Same"), *rows]) if rows else ("Nobody like that.",)
    return Told({"members": facts}, lines)


def _accounts(given: list[str] | None) -> tuple[tuple[str, str], ...] | None:
    if given is None:
        return None
    pairs = [text.partition("=") for text in given if text]
    for network, sign, _ in pairs:
        if not sign:
            raise Refused("social-unreadable", text=network[:40])
    return tuple((network, account) for network, _, account in pairs)


def _all(given: list[str] | None) -> tuple[str, ...] | None:
    return tuple(given) if given is not None else None


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {text}" for name, text in value.items())
    if isinstance(value, list):
        return ", ".join(str(one["code"]) if isinstance(one, dict) else str(one) for one in value)
    return str(value).replace("\n", " | ")


def _consent_lines(said: tuple[Consent, ...], facts: list[Facts]) -> tuple[str, ...]:
    rows = [
        (fact["at"][:16].replace("T", " "), one.what, _yes(one), one.where or "-")
        for one, fact in zip(said, facts, strict=True)
    ]
    return table([("When", "What", "Agrees", "Where"), *rows]) if rows else ("Nothing was said.",)


def _yes(said: Consent) -> str:
    return "yes" if said.given else "no"
