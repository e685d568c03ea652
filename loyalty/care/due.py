"""Which occasions there are to write to a member today, from what the rules know of them.

Each has a window of days, so that a day the shop was shut loses nobody's birthday, and a name for
what it is about, so that it comes once. Asked again when the message is sent: what is over by then
is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from loyalty.accrual.tier import TierState, standing_in
from loyalty.care.letter import Occasion
from loyalty.days import yearly
from loyalty.ledger.account import Account, Lot, last_usable
from loyalty.ledger.count import taken_of
from loyalty.members.history import History, Scene, Standing
from loyalty.members.member import Member
from loyalty.redemption.automatic import comes
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward

WELCOME_DAYS = 7
YEARLY_DAYS = 3
EXPIRING_DAYS = 30
FRESH_DAYS = 7  # of a reward reached, a tier reached
LAPSED_DAYS = (90, 97)
AFTER_CASE_DAYS = (3, 10)


@dataclass(frozen=True, slots=True)
class Known:
    """A member on a day. `scene` holds the account they share and its past (`Standing`); `closed`:
    their cases that are over, and the day each ended.
    """

    person: Member
    scene: Scene
    program: Program | None
    closed: tuple[tuple[UUID, date], ...] = ()

    @property
    def on(self) -> date:
        """The day."""
        return self.scene.on

    @property
    def standing(self) -> Standing:
        """The account's owner with all there is of them."""
        return self.scene.standing or Standing(self.person)

    @property
    def history(self) -> History:
        """Of the account."""
        return self.standing.history

    @property
    def account(self) -> Account:
        """Of the household, where there is one."""
        return self.standing.account.active(self.history.last_act)


def due(known: Known) -> tuple[tuple[Occasion, str], ...]:
    """The occasions of a day with what each is about, the one to be written first in front."""
    return tuple((occasion, about) for occasion, ask in _ASKED.items() if (about := ask(known)))


def about(known: Known, occasion: Occasion) -> str:
    """What an occasion is about today; empty where it is none."""
    return _ASKED[occasion](known)


def expiring(known: Known) -> tuple[Lot, ...]:
    """Points that end within 30 days, those first that end first."""
    return tuple(lot for _, lot in sorted(_ending(known), key=lambda pair: pair[0]))


def expires_first(known: Known) -> date | None:
    """The day the first of them can be used last."""
    return min((day for day, _ in _ending(known)), default=None)


def reached(known: Known) -> Reward | None:
    """The dearest reward that is theirs to take today."""
    if known.program is None or known.scene.standing is None:
        return None
    program, scene = known.program, known.scene
    offered = [one for one in program.rewards if one.points and not one.automatic]
    offered.sort(key=lambda one: (-one.points, one.id))
    return next((one for one in offered if comes(one, program, scene)), None)


def tier_now(known: Known) -> TierState | None:
    """Where they stand, in a program with tiers."""
    if known.program is None:
        return None
    standing = known.standing
    return standing_in(known.program.tiers, standing.tier_member, known.history, known.on)


def _ending(known: Known) -> Iterator[tuple[date, Lot]]:
    account, last = known.account, known.on + timedelta(days=EXPIRING_DAYS)
    for lot in account.usable(known.on):
        day = last_usable(lot.ref, account.active_on)
        if day is not None and known.on <= day <= last:
            yield day, lot


def _within(known: Known, day: date, first: int, last: int) -> bool:
    return first <= (known.on - day).days <= last


def _after_case(known: Known) -> str:
    ended = [case for case, day in known.closed if _within(known, day, *AFTER_CASE_DAYS)]
    return ended[-1].hex if ended else ""


def _expiring(known: Known) -> str:
    first = expires_first(known)
    return f"{first:%Y-%m}" if first else ""  # at most one letter for each month's points


def _birthday(known: Known) -> str:
    born = known.person.birthday
    years = (known.on.year, known.on.year - 1) if born else ()
    kept = (year for year in years if born and _within(known, born.in_year(year), 0, YEARLY_DAYS))
    return str(next(kept, ""))


def _anniversary(known: Known) -> str:
    joined = known.person.joined_on
    for year in (known.on.year, known.on.year - 1):
        day = yearly(joined.month, joined.day, year)
        if year > joined.year and _within(known, day, 0, YEARLY_DAYS):
            return str(year - joined.year)
    return ""


def _reward(known: Known) -> str:
    last = known.history.last_visit
    if last is None or not _within(known, last, 0, FRESH_DAYS):
        return ""  # whoever has had the points for long was told, or knows
    reward = reached(known)
    return f"{reward.id}:{known.history.count(taken_of(reward.id))}" if reward else ""


def _tier(known: Known) -> str:
    state = tier_now(known)
    if state is None or state.tier is None:
        return ""
    fresh = _within(known, state.since, 0, FRESH_DAYS)
    first = state.since <= min([known.standing.tier_member.joined_on, *_first_day(known)])
    return f"{state.tier.id}:{state.since}" if fresh and not first else ""


def _first_day(known: Known) -> list[date]:
    return [day.on for day in known.history.days[:1]]


def _welcome(known: Known) -> str:
    return "joined" if _within(known, known.person.joined_on, 0, WELCOME_DAYS) else ""


def _lapsed(known: Known) -> str:
    last = known.history.last_visit
    return last.isoformat() if last and _within(known, last, *LAPSED_DAYS) else ""


_ASKED: dict[Occasion, Callable[[Known], str]] = {
    Occasion.AFTER_CASE: _after_case,
    Occasion.EXPIRING: _expiring,
    Occasion.BIRTHDAY: _birthday,
    Occasion.ANNIVERSARY: _anniversary,
    Occasion.REWARD: _reward,
    Occasion.TIER: _tier,
    Occasion.WELCOME: _welcome,
    Occasion.LAPSED: _lapsed,
}
"""In the order they are written where a cap lets only one through."""
