"""All that can be had on this basket as one list: rewards, stamp cards, vouchers. Pure.

The program's own come first, so that a number means the same for every member. Each is quoted
beside what is chosen already: its points and its money are gone. Where there are more than nine
the useful ones come first, for only nine have a number at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loyalty.redemption.chosen import Chosen, Reason
from loyalty.redemption.paying import Payment
from loyalty.redemption.refusing import (
    refusal,
    reward_money,
    stamp_money,
    stamps_left,
    stamps_refusal,
    voucher_money,
    voucher_refusal,
)
from loyalty.redemption.voucher import Voucher
from loyalty.rules.rewards import Reward, StampRule, VoucherKind
from loyalty.sales.sale import Used
from pos.counter import Preview
from ui.counter.notice import Facts, Mood, Notice
from ui.counter.session import Session
from ui.counter.state import ASKED_FOR, OfferKind, OfferView, Reach

TILES = 9
PAGED = 8  # with the key for the others beside them, they take no more room than nine
LACKING = frozenset({"points-missing", "stamps-missing"})
_ORDER = {Reach.CHOSEN: 0, Reach.WAITING: 0, Reach.READY: 0, Reach.ELSEWHERE: 1, Reach.NEAR: 1}


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer as it is shown, and what is chosen by its number."""

    view: OfferView
    choice: Chosen


def offers(session: Session, ahead: Preview) -> tuple[Offered, ...]:
    """Every offer of the open basket, unnumbered."""
    found = tuple(_offers(session, ahead))
    if len(found) <= TILES:
        return found
    if session.order:  # what comes from other shops must not move a key under the finger
        place = {choice: number for number, choice in enumerate(session.order)}
        return tuple(sorted(found, key=lambda offered: place.get(offered.choice, len(place))))
    return tuple(sorted(found, key=lambda offered: _ORDER.get(offered.view.reach, 2)))


def page_of(session: Session, ahead: Preview) -> tuple[tuple[Offered, ...], int]:
    """The offers of the open page under their numbers, and how many are on the others."""
    found = offers(session, ahead)
    size = TILES if len(found) <= TILES else PAGED
    pages = max(1, -(-len(found) // size))
    first = session.page % pages * size
    shown = tuple(
        Offered(replace(offered.view, number=number), offered.choice)
        for number, offered in enumerate(found[first : first + size], start=1)
    )
    return shown, len(found) - len(shown)


def noticed(why: Reason) -> Notice:
    """A reason as a sentence."""
    return Notice(Mood.ATTENTION, why.code, frozen_facts(why.code, why.facts))


def frozen_facts(code: str, facts: Facts) -> Facts:
    """Facts whose `why` is a code with a sentence of its own, where it says why nothing moves."""
    if code != "points-frozen":
        return facts
    return tuple((name, f"frozen-{fact}" if name == "why" else fact) for name, fact in facts)


def _offers(session: Session, ahead: Preview) -> Iterator[Offered]:
    payment = ahead.payment
    language = session.settings.language
    for offer in ahead.quote.rewards:
        used = _used(payment, reward=offer.reward.id)
        view = _of_reward(payment, offer.reward, used, language)
        yield _reached(session, view, Chosen(offer.reward.id), used)
    for card in ahead.quote.cards:
        used = _used(payment, stamps=card.rule.id)
        view = _of_card(payment, card.rule, used, language)
        yield _reached(session, view, Chosen(stamps=card.rule.id), used)
    for voucher in ahead.quote.vouchers:
        choice = Chosen(voucher=voucher.voucher.code)
        used = _used(payment, voucher=voucher.voucher.code)
        view = _of_voucher(payment, voucher.voucher, used, language)
        yield _reached(session, view, choice, used)


def _used(payment: Payment, reward: str = "", voucher: str = "", stamps: str = "") -> Used | None:
    wanted = reward, voucher, stamps
    every = (used for used in payment.used if (used.reward, used.voucher, used.stamps) == wanted)
    return next(every, None)


def _reached(session: Session, view: OfferView, choice: Chosen, used: Used | None) -> Offered:
    """With how far it is from being had."""
    if used is not None:
        return Offered(replace(view, reach=Reach.CHOSEN, value_minor=used.value_minor), choice)
    if view.why is not None and choice in session.chosen:
        return Offered(replace(view, reach=Reach.WAITING), choice)
    if view.why is not None and view.why.code in LACKING:
        return Offered(replace(view, reach=Reach.NEAR), choice)
    if view.why is not None and view.why.code in ASKED_FOR:
        return Offered(replace(view, reach=Reach.ELSEWHERE), choice)
    return Offered(replace(view, reach=Reach.REFUSED if view.why else Reach.READY), choice)


def _of_voucher(payment: Payment, voucher: Voucher, used: Used | None, language: str) -> OfferView:
    terms = voucher.terms
    why = voucher_refusal(payment, voucher) if used is None else None
    gift = terms.kind is VoucherKind.GIFT
    value = terms.value_minor if gift else sum(voucher_money(payment, voucher))
    return OfferView(
        number=0,
        kind=OfferKind(terms.kind.value),
        name=terms.name_in(language),
        points=0,
        value_minor=0 if why else value,
        reach=Reach.REFUSED,
        voucher=True,
        until=voucher.last_day,
        why=noticed(why) if why else None,
    )


def _of_card(payment: Payment, rule: StampRule, used: Used | None, language: str) -> OfferView:
    why = stamps_refusal(payment, rule) if used is None else None
    have = stamps_left(payment, rule)
    return OfferView(
        number=0,
        kind=OfferKind.STAMPS,
        name=rule.name_in(language),
        points=0,
        value_minor=0 if why else sum(stamp_money(payment, rule)),
        reach=Reach.REFUSED,
        missing=max(0, rule.needed - have),
        have=have,
        needed=rule.needed,
        why=noticed(why) if why else None,
    )


def _of_reward(payment: Payment, reward: Reward, used: Used | None, language: str) -> OfferView:
    why = refusal(payment, reward) if used is None else None
    value = 0 if why else sum(reward_money(payment, reward)) or reward.value_minor
    return OfferView(
        number=0,
        kind=OfferKind(reward.kind.value),
        name=reward.name_in(language),
        points=reward.points,
        value_minor=value,
        reach=Reach.REFUSED,
        missing=max(0, reward.points - payment.spendable),
        why=noticed(why) if why else None,
    )
