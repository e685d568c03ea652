"""The member's part of a slip: what moved, what is left, and what is near or about to be lost."""

from __future__ import annotations

from collections.abc import Iterator

from receipts.writing import format as fmt
from receipts.writing.document import Block, Row, Rule, Size, Text
from receipts.writing.explain import points, worded
from receipts.writing.facts import MemberFacts, SlipFacts, SlipKind, StampFacts, TierFacts
from receipts.writing.wording import sentence

NEAR_STAMPS = 2
"""So many stamps from a full card are worth a line of their own."""

_SOLD = (SlipKind.SALE, SlipKind.EXCHANGE)


def member_part(member: MemberFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    """Everything a slip says to its member, below a rule."""
    yield Rule()
    yield Row(member.name or sentence(language, "member"), member.card_masked)
    if member.tier and member.tier.name:
        yield Row(sentence(language, "tier"), member.tier.name)
    yield from _moved(member, facts, language)
    before, after = member.balance_before, member.balance_after
    if before != after:
        yield Row(sentence(language, "balance-before"), points(before, language), size=Size.SMALL)
    label = "usable-here" if member.here else "balance"
    yield Row(sentence(language, label), points(after, language), bold=True)
    if member.here and member.total_at is not None:
        at = fmt.minute(member.total_at)
        total = points(member.total, language)
        yield Row(sentence(language, "total-as-of", at=at), total, size=Size.SMALL)
    yield from _outlook(member, language)
    ahead = [block for card in member.stamps for block in stamp_card(card, language)]
    ahead += _near(member, facts.currency, language)
    if ahead:
        yield Rule()
        yield from ahead


def _moved(member: MemberFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    if member.taken_back:
        taken = points(-member.taken_back, language, sign=True)
        yield Row(sentence(language, "taken-back"), taken, bold=True)
    yield from _missing(member, language)
    if member.given_back:
        given = points(member.given_back, language, sign=True)
        yield Row(sentence(language, "given-back"), given, bold=True)
    if member.earned or facts.kind in _SOLD:
        earned = points(member.earned, language, sign=True)
        yield Row(sentence(language, "earned"), earned, bold=True)
    if member.earned and member.vests_on:
        day = fmt.day(member.vests_on, language)
        yield Row(sentence(language, "pending", day=day), "", size=Size.SMALL, indent=1)
    if member.why:
        yield from _why(member, facts, language)
    for reward in member.redeemed:
        label = sentence(language, "redeemed", reward=reward.name)
        yield Row(label, points(-reward.points, language, sign=True))
    for moved in member.moved:
        label = sentence(language, "stamps", name=moved.name)
        yield Row(label, fmt.signed(moved.number, language))


def _missing(member: MemberFacts, language: str) -> Iterator[Block]:
    """What became of points that were spent before their goods came back."""
    for key, number in (
        ("bought", member.bought),
        ("owed", member.owed),
        ("waived", member.waived),
    ):
        if number > 0:
            label = sentence(language, key)
            yield Row(label, points(number, language), size=Size.SMALL, indent=1)


def _why(member: MemberFacts, facts: SlipFacts, language: str) -> Iterator[Block]:
    yield Text(sentence(language, "why") + ":", size=Size.SMALL)
    for step in member.why:
        label, value = worded(step, language, facts.currency, facts.lines)
        yield Row(label, value, size=Size.SMALL, indent=1)


def _outlook(member: MemberFacts, language: str) -> Iterator[Block]:
    for key, dated in (("pending", member.pending), ("expiring", member.expiring)):
        for lot in dated:
            day = fmt.day(lot.on, language) if lot.on else ""
            label = sentence(language, key if day else "pending.open", day=day)
            yield Row(label, points(lot.points, language), size=Size.SMALL)


def stamp_card(card: StampFacts, language: str) -> Iterator[Block]:
    """A stamp card: how full it is, and what waits."""
    of = sentence(
        language,
        "stamps.of",
        stamps=fmt.count(card.stamps, language),
        needed=fmt.count(card.needed, language),
    )
    yield Row(card.name, of)
    if card.full:
        key = "stamps.full.one" if card.full == 1 else "stamps.full.other"
        yield Text(sentence(language, key, count=fmt.count(card.full, language)), bold=True)
    elif 0 < card.needed - card.stamps <= NEAR_STAMPS:
        missing = fmt.count(card.needed - card.stamps, language)
        yield Text(sentence(language, "stamps.near", count=missing), size=Size.SMALL)


def _near(member: MemberFacts, currency: str, language: str) -> Iterator[Block]:
    if member.next_reward:
        near = member.next_reward
        missing = points(near.points_missing, language)
        yield Text(sentence(language, "next-reward", points=missing, reward=near.name))
    if member.tier and member.tier.next_name:
        missing = _measured(member.tier, currency, language)
        yield Text(sentence(language, "next-tier", missing=missing, name=member.tier.next_name))


def _measured(tier: TierFacts, currency: str, language: str) -> str:
    if tier.measure == "spend":
        return fmt.money(tier.missing, currency, language)
    if tier.measure == "visits":
        key = "visits.one" if tier.missing == 1 else "visits.other"
        return sentence(language, key, count=fmt.count(tier.missing, language))
    return points(tier.missing, language)
