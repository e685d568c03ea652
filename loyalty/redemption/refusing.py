"""Every "no" of a redemption, with its reason: rewards, vouchers, stamp cards.

Quote and sale both ask here, so what is shown as refused is refused, and the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from loyalty.accrual.campaigning import holding, tier_at
from loyalty.accrual.stamping import free_lines
from loyalty.ledger.count import stamps_of, taken_of, used_of
from loyalty.members.history import Scene
from loyalty.redemption.chosen import Reason
from loyalty.redemption.paying import Payment, money_off, one_free, percent_off
from loyalty.redemption.voucher import Voucher
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind, StampRule, VoucherKind
from loyalty.rules.which import Which


def refusal(payment: Payment, reward: Reward) -> Reason | None:
    """Why a reward cannot be had on a basket as far as it is paid; None if it can."""
    return next((why for rule in _OF_REWARDS if (why := rule(payment, reward))), None)


def voucher_refusal(payment: Payment, voucher: Voucher) -> Reason | None:
    """Why a voucher cannot be used on a basket as far as it is paid; None if it can."""
    return next((why for rule in _OF_VOUCHERS if (why := rule(payment, voucher))), None)


def stamps_refusal(payment: Payment, rule: StampRule) -> Reason | None:
    """Why a stamp card pays nothing on a basket as far as it is paid; None if it does.

    Stamps of the basket itself do not count yet: they may not stay in it.
    """
    if payment.scene.standing is None:
        return Reason("redeem-needs-member")
    missing = rule.needed - stamps_left(payment, rule)
    if missing > 0:
        return Reason("stamps-missing", (("stamps", missing),))
    return _nothing(payment, RewardKind.PRODUCT, stamp_money(payment, rule), free_lines(rule))


def rewards_now(program: Program, scene: Scene) -> tuple[Reward, ...]:
    """The catalogue, and the rewards of campaigns that hold for the member in a scene."""
    added = (reward for campaign in holding(program, scene) for reward in campaign.rewards)
    return (*program.rewards, *added)


def stamps_left(payment: Payment, rule: StampRule) -> int:
    """Stamps on a member's card that this basket has not used."""
    name = stamps_of(rule.id)
    return payment.scene.history.count(name) + payment.counted(name, shop=False)


def reward_money(payment: Payment, reward: Reward) -> tuple[int, ...]:
    """What a reward would pay on each line; nothing for what is handed over."""
    return _money(payment, reward.kind, reward.value_minor, reward.percent, reward.which)


def voucher_money(payment: Payment, voucher: Voucher) -> tuple[int, ...]:
    """What a voucher would pay on each line; nothing for what is handed over."""
    terms = voucher.terms
    return _money(payment, terms.kind, terms.value_minor, terms.percent, terms.which)


def _money(
    payment: Payment, kind: str, value_minor: int, percent: int, which: Which
) -> tuple[int, ...]:
    """Kinds of rewards and of vouchers have the same names where they do the same."""
    if kind == RewardKind.MONEY_OFF:
        return money_off(payment, value_minor, which)
    if kind == RewardKind.PERCENT_OFF:
        return percent_off(payment, percent, value_minor, which)
    if kind == RewardKind.PRODUCT:
        return one_free(payment, value_minor, which)
    return (0,) * len(payment.basket.lines)


def stamp_money(payment: Payment, rule: StampRule) -> tuple[int, ...]:
    """What a full stamp card would pay on each line."""
    return one_free(payment, rule.most_minor, free_lines(rule))


def _too_early(payment: Payment, reward: Reward) -> Reason | None:
    if reward.starts_on and payment.on < reward.starts_on:
        return Reason("reward-not-yet", (("from", reward.starts_on.isoformat()),))
    return None


def _too_late(payment: Payment, reward: Reward) -> Reason | None:
    if reward.ends_on and payment.on > reward.ends_on:
        return Reason("reward-ended", (("until", reward.ends_on.isoformat()),))
    return None


def _nobody(payment: Payment, _reward: Reward) -> Reason | None:
    return None if payment.scene.standing else Reason("redeem-needs-member")


def _not_now(payment: Payment, reward: Reward) -> Reason | None:
    """By its id: who asks may have changed what it takes."""
    catalogue = any(each.id == reward.id for each in payment.program.rewards)
    now = () if catalogue else rewards_now(payment.program, payment.scene)
    held = catalogue or any(each.id == reward.id for each in now)
    return None if held else Reason("reward-not-now")


def _wrong_tier(payment: Payment, reward: Reward) -> Reason | None:
    if not reward.tiers:
        return None
    if tier_at(payment.program, payment.scene) in reward.tiers:
        return None
    rules = payment.program.tiers
    levels = rules.levels if rules else ()
    names = [level.name for level in levels if level.id in reward.tiers]
    return Reason("reward-tier", (("tier", ", ".join(names)),))


def _no_birthday(payment: Payment, reward: Reward) -> Reason | None:
    """The window reaches over the year's end: a birthday of 1 January is near on 31 December."""
    standing = payment.scene.standing
    if reward.birthday_days is None or standing is None:
        return None
    birthday = standing.member.birthday
    if birthday is None:
        return Reason("reward-birthday-unknown")
    around = timedelta(reward.birthday_days)
    year = payment.on.year
    days = [birthday.in_year(y) for y in (year - 1, year, year + 1) if 1 <= y <= 9999]
    if any(abs(day - payment.on) <= around for day in days):
        return None
    begins = min((day - around for day in days if day > payment.on), default=days[-1])
    return Reason("reward-not-birthday", (("from", begins.isoformat()),))


def _sold_out(payment: Payment, reward: Reward) -> Reason | None:
    if reward.stock is None:
        return None
    name = taken_of(reward.id)
    gone = payment.scene.shop.count(name) + payment.counted(name, shop=True)
    return Reason("reward-sold-out") if gone >= reward.stock else None


_LIMITS = {
    Period.BASKET: "reward-limit-basket",
    Period.DAY: "reward-limit-day",
    Period.WEEK: "reward-limit-week",
    Period.MONTH: "reward-limit-month",
    Period.YEAR: "reward-limit-year",
    Period.EVER: "reward-limit-ever",
}


def _too_often(payment: Payment, reward: Reward) -> Reason | None:
    name = taken_of(reward.id)
    here = payment.counted(name, shop=False)
    for limit in reward.limits:
        most = _times(limit, reward)
        in_basket = limit.per is Period.BASKET
        before = 0 if in_basket else payment.scene.history.count(name, limit.per, payment.on)
        if most is not None and before + here >= most:
            return Reason(_LIMITS[limit.per], (("times", most),))
    return None


def _times(limit: Limit, reward: Reward) -> int | None:
    """How often a limit lets a reward be taken; one in points by what it costs today."""
    most = [] if limit.times is None else [limit.times]
    if limit.points is not None and reward.points:
        most.append(limit.points // reward.points)
    return min(most, default=None)


def _too_few_points(payment: Payment, reward: Reward) -> Reason | None:
    missing = reward.points - payment.spendable
    if missing <= 0:
        return None
    why = payment.withheld
    if why is not None and (why.code == "points-frozen" or missing <= payment.beyond):
        return why
    return Reason("points-missing", (("points", missing),))


def _too_small(payment: Payment, reward: Reward) -> Reason | None:
    return _spend_more(payment, reward.minimum_spend_minor, reward.which)


def _spend_more(payment: Payment, least: int, which: Which) -> Reason | None:
    missing = least - payment.spent_minor(which)
    return Reason("spend-more", (("missing_minor", missing),)) if missing > 0 else None


def _pays_too_little(payment: Payment, reward: Reward) -> Reason | None:
    """Points buy the whole of a reward or none of it; a percentage is whole on any basket."""
    if reward.kind in _HANDED_OVER:
        return None
    money = reward_money(payment, reward)
    below = reward.value_minor - sum(money)
    meant = reward.which.everything or any(map(reward.which.holds, payment.basket.lines))
    if reward.kind is RewardKind.MONEY_OFF and meant and below > 0:
        return Reason("basket-below-reward", (("missing_minor", below),))
    return _nothing(payment, reward.kind, money, reward.which)


_HANDED_OVER = (RewardKind.GIFT, RewardKind.SERVICE)


def _nothing(payment: Payment, kind: str, money: tuple[int, ...], which: Which) -> Reason | None:
    """Why something pays nothing, where it does."""
    if any(money):
        return None
    if not any(map(which.holds, payment.basket.lines)):
        return Reason("no-line-meant")
    return Reason("no-unit-left" if kind == RewardKind.PRODUCT else "nothing-left-to-pay")


def _in_basket(payment: Payment, voucher: Voucher) -> Reason | None:
    again = payment.counted(used_of(voucher.code), shop=True)
    return Reason("voucher-in-basket") if again else None


def _used(payment: Payment, voucher: Voucher) -> Reason | None:
    return Reason("voucher-used") if payment.scene.shop.count(used_of(voucher.code)) > 0 else None


def _withdrawn(_payment: Payment, voucher: Voucher) -> Reason | None:
    if voucher.withdrawn:
        return Reason("voucher-withdrawn")
    return Reason("voucher-elsewhere") if voucher.elsewhere else None


def _not_yet(payment: Payment, voucher: Voucher) -> Reason | None:
    first = voucher.first_day
    if payment.on < first:
        return Reason("voucher-not-yet", (("from", first.isoformat()),))
    return None


def _expired(payment: Payment, voucher: Voucher) -> Reason | None:
    last = voucher.last_day
    return Reason("voucher-expired", (("until", last.isoformat()),)) if payment.on > last else None


def _somebody_else(payment: Payment, voucher: Voucher) -> Reason | None:
    """A personal voucher is for the member it was given to, and for whose account it moves."""
    if not voucher.terms.personal:
        return None
    standing = payment.scene.standing
    if standing is None:
        return Reason("voucher-needs-member")
    if voucher.member in (standing.member.id, standing.member.owner):
        return None
    return Reason("voucher-personal")


def _below_spend(payment: Payment, voucher: Voucher) -> Reason | None:
    return _spend_more(payment, voucher.terms.minimum_spend_minor, voucher.terms.which)


def _of_no_use(payment: Payment, voucher: Voucher) -> Reason | None:
    if voucher.terms.kind is VoucherKind.GIFT:
        return None
    money = voucher_money(payment, voucher)
    return _nothing(payment, voucher.terms.kind, money, voucher.terms.which)


_OF_REWARDS: tuple[Callable[[Payment, Reward], Reason | None], ...] = (
    _nobody,
    _too_early,
    _too_late,
    _not_now,
    _wrong_tier,
    _no_birthday,
    _sold_out,
    _too_often,
    _too_few_points,
    _too_small,
    _pays_too_little,
)
_OF_VOUCHERS: tuple[Callable[[Payment, Voucher], Reason | None], ...] = (
    _in_basket,
    _used,
    _withdrawn,
    _not_yet,
    _expired,
    _somebody_else,
    _below_spend,
    _of_no_use,
)
