"""Members who may be the person about to be enrolled: shown before there are two of them.

Only an offer: families share a phone, and two people may be called Kim Min-jun.
"""

from __future__ import annotations

from collections import Counter

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member, MemberStatus
from pos.cleaning import clean_email
from pos.phones import bare, clean_phone, same_phone
from pos.shop import Shop
from pos.store.names import typed_words

MOST = 10
_LOOKED_AT = 200  # members a question, however common the name: what is rarer is found for sure
_LONGER = 5  # letters from which on a word may be mistyped: in Kim and Kum both are meant
_TAIL = 8  # digits that the national and the international form of a number share


def duplicates(shop: Shop, name: str, phone: str = "", email: str = "") -> tuple[Member, ...]:
    """Members with the same phone or e-mail, then those with a `similar` name; at most ten.

    What is only half typed counts for nothing and refuses nothing. Blocked members are shown as
    well. Looked up through the indexes of phone tails and name words, never over all members.
    """
    number, address = _phone(shop, phone), _email(email)
    seen: dict[object, Member] = {}
    with shop.store.reading() as view:
        for text in _asked(name, number, address):
            for member in view.find_members(text, limit=_LOOKED_AT):
                seen.setdefault(member.id, member)
    here = (MemberStatus.ACTIVE, MemberStatus.BLOCKED)
    found = [
        (why, member)
        for member in seen.values()
        if member.status in here and (why := likeness(member, name, number, address))
    ]
    found.sort(key=lambda pair: (-len(pair[0]), pair[0] == ("name",), pair[1].name, pair[1].id))
    return tuple(member for _, member in found[:MOST])


def likeness(member: Member, name: str, phone: str = "", email: str = "") -> tuple[str, ...]:
    """In what a member is like somebody: `phone`, `email`, `name`. `phone` as `clean_phone`."""
    same = {
        "phone": same_phone(member.phone, phone),
        "email": bool(email) and member.email == email,
        "name": similar(member.name, name),
    }
    return tuple(what for what, is_so in same.items() if is_so)


def similar(one: str, other: str) -> bool:
    """Whether two names may be one person's.

    Case, width, accents and the two kana are folded away, and the order of the words does not
    matter. Then they are similar if they are equal with or without blanks; if all words of one,
    two at least, are in the other (a second given name); or if one word of five letters or more
    differs by one letter typed wrong, left out, added, or swapped with the next.
    """
    left, right = Counter(typed_words(one)), Counter(typed_words(other))
    if not left or not right:
        return False
    here, there = list((left - right).elements()), list((right - left).elements())
    if "".join(typed_words(one)) == "".join(typed_words(other)) or not (here or there):
        return True
    if not here or not there:
        return (left & right).total() > 1
    return len(here) == len(there) == 1 and _one_off(here[0], there[0])


def _one_off(one: str, other: str) -> bool:
    """Whether two longer words are one edit apart (Damerau: a swap of neighbours is one)."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONGER or len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped


def _asked(name: str, phone: str, email: str) -> list[str]:
    """What to look up so that every member worth comparing comes up.

    A word may be mistyped in its second half, so its first half is asked for beside the others;
    for one mistyped in its first half the other words have to do.
    """
    words = typed_words(name)[:6]
    asked = [bare(phone)[-_TAIL:], email, name[:200]]
    for n, word in enumerate(words):
        rest = " ".join(words[:n] + words[n + 1 :])
        if len(word) >= _LONGER:
            asked += [f"{rest} {word[: len(word) // 2]}", rest]
        elif len(words) > 2:
            asked.append(rest)
    return list(dict.fromkeys(text for text in asked if text.strip()))


def _phone(shop: Shop, text: str) -> str:
    try:
        return clean_phone(text, shop.settings.country)
    except LoyaltyError:
        return ""


def _email(text: str) -> str:
    try:
        return clean_email(text)
    except LoyaltyError:
        return ""
