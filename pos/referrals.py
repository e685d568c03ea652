"""Bringing friends: a code that names the referrer, a friend who comes, and the night that rewards.

The referral is kept beside the ledger until it is decided; what it brings are two entries whose
sources are made from the friend, so no night can reward the same friend twice. Among several
terminals the one that noted it decides, and says so to the others.
"""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from loyalty.codes import REFERRAL_NUMBERS, Meaning, reading, referral_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.history import Standing
from loyalty.members.member import CardStatus, Member, MemberStatus
from loyalty.members.referring import (
    Person,
    Purchase,
    Side,
    Verdict,
    check_referral,
    over_the_month,
    purchase_of,
    referral_entry,
    verdict,
)
from loyalty.rules.activity import Referral, ReferralRule, ReferralState
from loyalty.rules.program import Program
from loyalty.sales.sale import Occasion
from pos.merging import active
from pos.night_time import night_ms
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.turns import PAGE, turn
from pos.whole import standing_to_act, tier_now, whole_standing

SILENT_DAYS = 30
"""So long behind its end a referral waits for the terminal that noted it; then any decides: it may
be gone. Two that do are rewarded once, by their sources.
"""
MOST_OPEN = 100_000  # looked at in a night, the oldest first


def refer(shop: Shop, friend: UUID, code: str) -> Referral:
    """Note that a member was brought by the owner of a referral code or a card. Repeats do nothing.

    Errors: `referral-none` (the program has none), `referral-unknown` (the code), `referral-again`
    (somebody else brought them), `member-unknown`, `member-blocked`, those of `check_referral`.
    """
    with shop.store.writing() as work:
        if program_in_force(work, shop.today).referral is None:
            raise LoyaltyError("referral-none")
        referrer = _referrer(work, code.strip())
        if known := work.referral(friend):
            if known.referrer == referrer.id:
                return known
            raise LoyaltyError("referral-again")
        standing = standing_to_act(work, friend)
        person = work.member(friend) or standing.member
        check_referral(_person(work, referrer), _person(work, person), standing.history)
        referral = Referral(friend, referrer.id, shop.today)
        work.add_referral(referral)
        return referral


def code_of(shop: Shop, member: UUID) -> str:
    """The code by which a member brings friends; drawn when it is first asked for, where a member
    came in by an import or from books that knew no codes.

    Errors: `member-unknown`, `member-blocked`.
    """
    with shop.store.writing() as work:
        found = active(work, member)
        if found.referral_code:
            return found.referral_code
        code = fresh_code(work)
        work.change_member(replace(found, referral_code=code))
        return code


def fresh_code(view: View) -> str:
    """A code for bringing friends that nobody has yet."""
    while True:
        code = referral_code(secrets.randbelow(REFERRAL_NUMBERS))
        if view.member_by_referral(code) is None:
            return code


def _referrer(view: View, code: str) -> Member:
    if reading(code).meaning is Meaning.REFERRAL:
        found = view.member_by_referral(code)
    else:
        known = view.member_by_card(code)
        active = known is not None and known[1].status is CardStatus.ACTIVE
        found = known[0] if known and active else None
    if found is None:
        raise LoyaltyError("referral-unknown", text=code[:40])
    return found


def _person(view: View, member: Member) -> Person:
    return Person(member, view.profile(member.id))


def settle_referrals(shop: Shop, on: date, booked_on: date) -> Counter[ReferralState]:
    """Decide what can be decided of the open referrals on a day; how many of each outcome."""
    told: Counter[ReferralState] = Counter()
    with shop.store.reading() as view:
        program = view.program_on(on)
        waiting = view.open_referrals(MOST_OPEN) if program and program.referral else ()
    for first in range(0, len(waiting), PAGE):
        with turn(shop) as work:
            for referral in waiting[first : first + PAGE]:
                if program and program.referral:
                    occasion = Occasion(referral.friend, night_ms(shop, work, booked_on), booked_on)
                    told[_settled(work, program, program.referral, referral, on, occasion)] += 1
    return told


def _settled(
    work: Work,
    program: Program,
    rule: ReferralRule,
    referral: Referral,
    on: date,
    occasion: Occasion,
) -> ReferralState:
    now = work.referral(referral.friend)
    if now is None or now.state is not ReferralState.OPEN:  # another window was quicker
        return ReferralState.OPEN
    said = work.said("referral", referral.friend.hex) if work.linked() else None
    late = on > referral.on + timedelta(days=rule.open_days + SILENT_DAYS)
    if said is not None and said[1] != work.terminal and not late:
        return ReferralState.OPEN
    found = verdict(rule, referral.on, _purchases(work, referral), on)
    if found is Verdict.WAIT:
        return ReferralState.OPEN
    state = ReferralState.LAPSED
    if found is Verdict.DUE:
        state = _rewarded(work, program, rule, referral, occasion)
    if state is not ReferralState.OPEN:
        work.settle_referral(referral.friend, state)
    return state


def _rewarded(
    work: Work, program: Program, rule: ReferralRule, referral: Referral, occasion: Occasion
) -> ReferralState:
    """Reward both. A friend who is blocked is waited for; a referrer who may not collect any more,
    or shares the friend's account by now, gets nothing.
    """
    friend, referrer = _active(work, referral.friend), _active(work, referral.referrer)
    if friend is None:
        return ReferralState.OPEN
    if referrer and over_the_month(rule, referrer.history, occasion.on):
        return ReferralState.REFUSED
    _book(work, program, Side.FRIEND, referral, rule.friend_points, friend, occasion)
    if referrer and referrer.member.id != friend.member.id:
        _book(work, program, Side.REFERRER, referral, rule.referrer_points, referrer, occasion)
    return ReferralState.REWARDED


def _active(view: View, member: UUID) -> Standing | None:
    standing = whole_standing(view, member)
    return standing if standing and standing.member.status is MemberStatus.ACTIVE else None


def _book(
    work: Work,
    program: Program,
    side: Side,
    referral: Referral,
    points: int,
    standing: Standing,
    occasion: Occasion,
) -> Entry:
    tier = tier_now(program, standing, occasion.on)
    entry = referral_entry(side, referral.friend, points, program, standing, occasion, tier)
    return work.append(entry)


def _purchases(view: View, referral: Referral) -> list[Purchase]:
    """What the friend bought since, on whichever account it stands by now."""
    member = view.member(referral.friend)
    accounts = {referral.friend, member.owner} if member else {referral.friend}
    found: list[Purchase] = []
    for account in accounts:
        for entry in view.entries(member=account, kind=Kind.SALE):
            sale = sale_from(entry.body, entry.source, entry.member, entry.program)
            mine = (sale.person or sale.member) == referral.friend
            sold = view.sold(entry.key) if mine and entry.business_date >= referral.on else None
            if sold is not None:
                found.append(purchase_of(sold))
    return [*found, *_bought_elsewhere(view, referral.friend, referral.on)]


def _bought_elsewhere(view: View, friend: UUID, since: date) -> list[Purchase]:
    """What the friend bought at other terminals, as far as head office told: a day's purchases as
    one. In a household nobody could tell whose they were.
    """
    member = view.member(friend)
    if member is None or member.owner != friend:
        return []
    here = {day.on: day.spend_minor for day in view.history(friend, since).days}
    whole = view.whole_history(friend, since, ()).days
    days = [(day.on, day.spend_minor - here.get(day.on, 0)) for day in whole]
    return [Purchase(on, spent) for on, spent in days if spent > 0]
