"""A member as the counter shows them: points, tier, birthday, what ends soon. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from loyalty.accrual.tier import standing_in
from loyalty.days import yearly
from loyalty.ledger.account import last_usable
from loyalty.members.history import Scene
from loyalty.members.member import Member
from loyalty.rules.earning import BonusKind
from loyalty.rules.levels import Tier, TierRules, Window
from loyalty.rules.program import Program
from pos.counter import AtCounter
from pos.slips import masked_card, masked_phone
from ui.counter.state import Birthday, MemberView, TierView

SOON = timedelta(days=30)
LOSS_NEAR = timedelta(days=90)  # who would lose a tier later has time enough
NEAR_BIRTHDAY = 7  # days before and after, where the program gives nothing for a birthday


def member_view(who: AtCounter, scene: Scene, program: Program | None, language: str) -> MemberView:
    """A member on the day of a scene, tiers named in a language."""
    on, account = scene.on, who.account
    held = scene.standing.held if scene.standing else 0
    ends = [(last_usable(lot.ref, account.active_on), lot.points) for lot in account.usable(on)]
    soon = sorted((day, points) for day, points in ends if day is not None and day <= on + SOON)
    vests = sorted(lot.ref.vests_on for lot in account.pending if lot.ref.vests_on is not None)
    near, birthday_on = birthday(who.member, program, on)
    own = [v for v in scene.shop.vouchers.values() if v.member in _names(who.member)]
    return MemberView(
        name=who.member.name,
        card=masked_card(who.card),
        phone=masked_phone(who.member.phone),
        points=account.balance,
        usable=max(0, account.spendable(on) - held),
        owed=account.owed,
        joined_on=who.member.joined_on,
        expiring_points=sum(points for _, points in soon),
        expiring_on=soon[0][0] if soon else None,
        held=held,
        pending=account.pending_points,
        pending_from=vests[0] if vests else None,
        tier=tier_view(program.tiers, who.member, scene, language) if program else None,
        birthday=near,
        birthday_on=birthday_on,
        shared=who.member.household is not None,
        vouchers=sum(v.first_day <= on <= v.last_day and not v.withdrawn for v in own),
        cases=who.cases,
    )


def _names(member: Member) -> tuple[object, ...]:
    return member.id, member.owner


def tier_view(
    rules: TierRules | None, member: Member, scene: Scene, language: str
) -> TierView | None:
    """A member's tier, the next one, and when this one would be lost; None without tiers."""
    state = standing_in(rules, member, scene.history, scene.on)
    if state is None or rules is None:
        return None
    lost = state.kept_until
    near = lost is not None and lost <= scene.on + LOSS_NEAR
    return TierView(
        name=_named(state.tier, language),
        next_name=_named(state.next_tier, language),
        missing=state.missing,
        measure=rules.measure.value,
        by=_window_ends(rules, member, scene.on) if state.next_tier else None,
        kept_until=lost if near else None,
        falls_to=_named(state.projected, language) if near else "",
    )


def _named(tier: Tier | None, language: str) -> str:
    return tier.name_in(language) if tier else ""


def _window_ends(rules: TierRules, member: Member, on: date) -> date | None:
    """The last day on which what is measured now still counts together, where there is one."""
    if on.year >= date.max.year:
        return None
    if rules.window is Window.CALENDAR_YEAR:
        return date(on.year, 12, 31)
    if rules.window is Window.JOINED_YEAR:
        joined = member.joined_on
        this = yearly(joined.month, joined.day, on.year)
        ends = this if this > on else yearly(joined.month, joined.day, on.year + 1)
        return ends - timedelta(days=1)
    return None


def birthday(
    member: Member, program: Program | None, on: date
) -> tuple[Birthday | None, date | None]:
    """Whether a birthday is today, or near: within the window of the program's birthday bonus."""
    if member.birthday is None:
        return None, None
    bonuses = program.bonuses if program else ()
    gifts = [bonus for bonus in bonuses if bonus.kind is BonusKind.BIRTHDAY]
    # A window reaches from so many days before the birthday to so many after it.
    before = max((gift.days_before for gift in gifts), default=NEAR_BIRTHDAY)
    after = max((gift.days_after for gift in gifts), default=NEAR_BIRTHDAY)
    years = [year for year in (on.year - 1, on.year, on.year + 1) if 1 <= year <= date.max.year]
    days = [member.birthday.in_year(year) for year in years]
    if on in days:
        return Birthday.TODAY, on
    near = [day for day in days if -after <= (day - on).days <= before]
    return (Birthday.NEAR, near[0]) if near else (None, None)
