"""A member as they were right after an entry: the fold of their entries up to it, for paper.

The store keeps only what is now; a slip printed again has to say what it said the first time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from loyalty.accrual.tier import standing_in
from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, Lot, last_usable
from loyalty.ledger.count import Count, stamps_of
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import Entry, EntryKey, Posting
from loyalty.members.history import History, Scene, Standing
from loyalty.members.member import CardStatus, Member
from loyalty.redemption.quote import quote
from loyalty.rules.program import ExpiryKind, Program
from pos.clock import day_of, moment_of
from pos.linked import linked
from pos.papers import person_of
from pos.scene import shop_state
from pos.shop import Shop, program_in_force
from pos.store import View
from receipts.writing.account import NEAR_STAMPS
from receipts.writing.facts import (
    DatedPoints,
    MemberFacts,
    NextRewardFacts,
    StampFacts,
    TierFacts,
)

HEARD_BY_MS = 60_000
"""A slip may be printed so long after its sale, and still tell what is known of other shops."""
SOON = timedelta(days=30)
MOST_DATES = 5
"""Dates of expiry, or of vesting, that a slip lists; it is a slip, not a statement."""


@dataclass(frozen=True, slots=True)
class Then:
    """The member before and after an entry. `history` is empty where no rule asks for it.

    `person` stood there; the account, the tier and all counts are those of the `owner`.
    """

    on: date
    program: Program
    person: Member | None
    owner: Member | None
    before: Account
    after: Account
    history: History
    at_ms: int = 0


def then(shop: Shop, view: View, entry: Entry, last: Entry | None = None) -> Then:
    """The member of an entry. `last`: of an act in two entries, the second."""
    on = day_of(moment_of(entry.at_ms), shop.clock.zone)
    program = view.program(entry.program) or program_in_force(view, on)
    known: list[Entry] = []
    for each in view.entries(member=entry.member):
        known.append(each)
        if each.key == (last or entry).key:
            break
    begun = next((n for n, each in enumerate(known) if each.key == entry.key), None)
    if begun is None or entry.member is None:
        raise LoyaltyError("slip-unknown", terminal=entry.key.terminal, seq=entry.key.seq)
    # Each side at once: entry by entry, the lots would be put in order a thousand times.
    before = Account().moved(_postings(known[:begun]))
    account = before.moved(_postings(known[begun:]))
    history = History()
    if _asks_the_past(program, account):
        # All of it: a tier may rest on the first day.
        history = history.with_counts(_counts(known))
        account = account.active(history.last_act)
    person, owner = person_of(view, entry), view.member(entry.member)
    return Then(on, program, person, owner, before, account, history, (last or entry).at_ms)


def _postings(entries: Iterable[Entry]) -> Iterable[Posting]:
    return (posting for entry in entries for posting in entry.postings)


def _counts(entries: Iterable[Entry]) -> Iterable[Count]:
    return (count for entry in entries for count in counts_of(entry))


def _asks_the_past(program: Program, account: Account) -> bool:
    sliding = program.expiry.kind is ExpiryKind.SLIDING
    held = any(lot.ref.slides for lot in (*account.lots, *account.pending))
    limited = any(reward.limits or reward.tiers for reward in program.rewards)
    return bool(program.tiers or program.stamps or sliding or held or limited)


def member_facts(
    shop: Shop,
    view: View,
    now: Then,
    language: str,
    counts: Iterable[Count] = (),
    own: EntryKey | None = None,
) -> MemberFacts:
    """What a slip says of the member besides what moved.

    `counts`: what the act added, to know which stamp cards it touched. `own`: the lot it opened,
    which the slip tells of elsewhere.
    """
    after = now.after
    total, total_at = _in_all(shop, view, now)
    ending = [(lot, last_usable(lot.ref, after.active_on)) for lot in after.usable(now.on)]
    soon = [(lot, day) for lot, day in ending if day is not None and day <= now.on + SOON]
    vesting = [(lot, lot.ref.vests_on) for lot in after.pending if lot.ref.key != own]
    return MemberFacts(
        name=now.person.name if now.person else "",
        card_masked=masked_card(_card(view, now.person)),
        balance_before=now.before.balance,
        balance_after=after.balance,
        here=linked(view),
        total=total,
        total_at=total_at,
        next_reward=_next_reward(shop, view, now, language),
        expiring=_by_day(soon),
        pending=_by_day(vesting),
        tier=_tier(now, language),
        stamps=tuple(_stamps(now, language, {count.name for count in counts})),
    )


def _in_all(shop: Shop, view: View, now: Then) -> tuple[int, datetime | None]:
    """A member's points at all shops after an entry, and as of when those of the others are known;
    None where that was only heard of later, as for a slip that is printed again.
    """
    known = view.elsewhere(now.owner.id) if now.owner else None
    if known is None or not linked(view) or known.as_of_ms > now.at_ms + HEARD_BY_MS:
        return 0, None
    total = max(now.after.balance, now.after.balance + known.points)
    return total, moment_of(known.as_of_ms).astimezone(shop.clock.zone)


def _by_day(lots: Iterable[tuple[Lot, date | None]]) -> tuple[DatedPoints, ...]:
    sums: Counter[date] = Counter()
    for lot, day in lots:
        if day is not None:
            sums[day] += lot.points
    return tuple(DatedPoints(sums[day], day) for day in sorted(sums)[:MOST_DATES])


def _next_reward(shop: Shop, view: View, now: Then, language: str) -> NextRewardFacts | None:
    if now.owner is None:
        return None
    # What a campaign adds for a while is no goal to print on paper that is kept.
    program = replace(now.program, campaigns=())
    standing = Standing(now.owner, now.after, now.history)
    scene = Scene(now.on, 0, standing, shop_state(view, program, {}))
    near = quote(program, scene, Basket(shop.settings.currency)).next_reward
    return NextRewardFacts(near.reward.name_in(language), near.missing) if near else None


def _tier(now: Then, language: str) -> TierFacts | None:
    rules = now.program.tiers
    state = standing_in(rules, now.owner, now.history, now.on) if now.owner else None
    if rules is None or state is None:
        return None
    above = state.next_tier if state.missing else None
    return TierFacts(
        name=state.tier.name_in(language) if state.tier else "",
        next_name=above.name_in(language) if above else "",
        missing=state.missing,
        measure=rules.measure.value,
    )


def _stamps(now: Then, language: str, touched: set[str]) -> Iterable[StampFacts]:
    """Cards that the act stamped or used, and those that are full or nearly so."""
    for rule in now.program.stamps:
        name = stamps_of(rule.id)
        held = max(0, now.history.count(name))
        full, left = divmod(held, rule.needed)
        if name in touched or full or (held and rule.needed - left <= NEAR_STAMPS):
            yield StampFacts(rule.name_in(language), left, rule.needed, full)


def masked_card(code: str) -> str:
    """A card's last six digits, the check included."""
    return f"•••• {code[-6:]}" if code else ""


def _card(view: View, person: Member | None) -> str:
    cards = view.cards_of(person.id) if person else ()
    return next((card.code for card in cards if card.status is CardStatus.ACTIVE), "")
