"""The night: what changes because another day began, in program.md's order, day after day.

Vest, give automatic rewards, expire, settle referrals; tiers are derived and need no entry. Safe
twice, late, or interrupted: each act has a source of its own, and a night that was not finished is
begun again. Days the shop was shut are made up for one by one, and booked on the day of the run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from loyalty.accrual.segmenting import segment_of
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry
from loyalty.ledger.expiry import expiry_entries
from loyalty.ledger.vesting import vesting_entries
from loyalty.members.member import MemberStatus
from loyalty.rules.activity import ReferralState
from pos.automatic import give_automatic
from pos.night_time import night_ms
from pos.referrals import settle_referrals
from pos.shop import Shop
from pos.store import View, Work
from pos.turns import PAGE, turn

LAST_NIGHT = "last-night"
"""The setting that holds the last day whose night is done, as ISO 8601."""
SEGMENTED = "segmented"
"""The setting that holds how far the segments are: day, and the last member looked at."""


@dataclass(frozen=True, slots=True)
class Nights:
    """What was done: `days` made up for, points `vested` and `expired`, `rewards` made vouchers,
    referrals `rewarded`, `lapsed` and `refused` (over the month's cap), milliseconds.

    `moved_back`: the last night, where it lies ahead of today, because the clock was set back (or
    was wrong then): then nothing was done.
    """

    days: int = 0
    vested: int = 0
    expired: int = 0
    rewards: int = 0
    rewarded: int = 0
    lapsed: int = 0
    refused: int = 0
    took_ms: int = 0
    moved_back: date | None = None

    def plus(self, other: Nights) -> Nights:
        """Both together."""
        return Nights(
            self.days + other.days,
            self.vested + other.vested,
            self.expired + other.expired,
            self.rewards + other.rewards,
            self.rewarded + other.rewarded,
            self.lapsed + other.lapsed,
            self.refused + other.refused,
            self.took_ms + other.took_ms,
            self.moved_back or other.moved_back,
        )


def nightly(shop: Shop, anew: bool = False) -> Nights:
    """Every night since the last one, today's included; nothing where that is done already.

    `anew`: begin with today again, after a clock that ran ahead was put right.
    """
    began = time.monotonic_ns()
    today, last = shop.today, last_night(shop)
    if last and last > today and not anew:
        return Nights(moved_back=last)
    on = last + timedelta(days=1) if last and not anew else today
    done = Nights()
    while on <= today:
        done = done.plus(night(shop, on, today))
        with shop.store.writing() as work:
            work.keep_setting(LAST_NIGHT, on.isoformat())
        on += timedelta(days=1)
    return replace(done, took_ms=(time.monotonic_ns() - began) // 1_000_000)


def last_night(shop: Shop) -> date | None:
    """The last day whose night is done; None in a new shop."""
    with shop.store.reading() as view:
        kept = view.setting(LAST_NIGHT)
    try:
        return date.fromisoformat(kept) if kept else None
    except ValueError:  # nobody but we write it; a night too many does no harm
        return None


def night(shop: Shop, on: date, booked_on: date | None = None) -> Nights:
    """One day's night, whatever was done before: what is done already is not done again.

    `booked_on`: the business day of its entries; an importer of past sales leaves it out.
    """
    dated = booked_on or on
    vested = _each(
        shop,
        lambda work: work.due_vesting(on, PAGE),
        lambda work, member: _vest(shop, work, member, on, dated),
    )
    rewards = give_automatic(shop, on, dated, PAGE)
    expired = _each(
        shop,
        lambda work: work.due_lots(before=on, limit=PAGE),
        lambda work, member: _expire(shop, work, member, on, dated),
    )
    told = settle_referrals(shop, on, dated)
    return Nights(
        days=1,
        vested=vested,
        expired=expired,
        rewards=rewards,
        rewarded=told[ReferralState.REWARDED],
        lapsed=told[ReferralState.LAPSED],
        refused=told[ReferralState.REFUSED],
    )


def _each(
    shop: Shop, due: Callable[[Work], tuple[UUID, ...]], act: Callable[[Work, UUID], int]
) -> int:
    """Page by page, until nobody is due; the sum of what each member's part came to."""
    total = 0
    before: tuple[UUID, ...] = ()
    while True:
        with turn(shop) as work:
            page = due(work)
            if not page or page == before:  # a page that does not shrink is left alone
                return total
            before = page
            total += sum(act(work, member) for member in page)


def _vest(shop: Shop, work: Work, member: UUID, on: date, dated: date) -> int:
    account, number = work.account(member), _program(work, dated)
    entries = vesting_entries(account, member, on, night_ms(shop, work, dated), number, dated)
    return -_booked(work, entries, Ledger.PENDING)


def _expire(shop: Shop, work: Work, member: UUID, on: date, dated: date) -> int:
    account, number = work.account(member), _program(work, dated)
    entries = expiry_entries(account, member, on, night_ms(shop, work, dated), number, dated)
    return _booked(work, entries, Ledger.EXPIRED)


def _booked(work: Work, entries: tuple[Entry, ...], told: Ledger) -> int:
    """Book them; the points they moved on one account."""
    booked = [work.append(entry) for entry in entries]
    return sum(p.points for entry in booked for p in entry.postings if p.account is told)


def _program(view: View, on: date) -> int:
    program = view.program_on(on)
    return program.number if program else 0


def resegment(shop: Shop, pages: int | None = None) -> int:
    """Bring members' segments to today, `pages` of them (None: all); how many changed.

    Goes on where it stopped: the window does a few pages a minute, so that nobody waits for it.
    """
    changed = 0
    while (pages is None or pages > 0) and not _all_segmented(shop):
        with turn(shop) as work:
            page = work.active_members(_segmented_to(work, shop.today), PAGE)
            changed += sum(_resegmented(work, member, shop.today) for member in page)
            last = page[-1] if page else _ALL
            work.keep_setting(SEGMENTED, f"{shop.today} {last}")
        pages = None if pages is None else pages - 1
    return changed


def _all_segmented(shop: Shop) -> bool:
    with shop.store.reading() as view:
        return _segmented_to(view, shop.today) == _ALL


_ALL = UUID(int=2**128 - 1)


def _segmented_to(view: View, today: date) -> UUID | None:
    """The last member looked at today; all of them, none yet."""
    day, _, last = (view.setting(SEGMENTED) or "").partition(" ")
    return UUID(last) if day == today.isoformat() else None


def _resegmented(work: Work, member: UUID, today: date) -> int:
    known = work.member(member)
    if known is None or known.status is not MemberStatus.ACTIVE:
        return 0
    days = work.whole_history(known.owner, names=()).days
    segment = segment_of(days, today) or ""
    if segment == known.segment:
        return 0
    work.change_member(replace(known, segment=str(segment)))
    return 1
