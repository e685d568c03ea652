"""The counter session turned into what is on the screen: pure, same session, same screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from loyalty.account import Account
from loyalty.history import Scene
from loyalty.paying import Payment
from loyalty.program import Reward, RewardKind
from loyalty.quote import Chosen, Reason
from loyalty.redeeming import tender_offer
from loyalty.refusing import refusal
from pos.counter import AtCounter, Preview, preview
from pos.slips import masked_card, masked_phone, number_text
from ui.counter.notice import Mood, Notice
from ui.counter.session import Session
from ui.counter.state import (
    ActView,
    CounterState,
    LineView,
    MemberView,
    Reach,
    RewardView,
    Strip,
    TenderView,
    Ticket,
    Today,
)

SOON = timedelta(days=30)
TILES = 9


def counter_state(session: Session, on: date) -> CounterState:
    """All of the screen. `on` is the business day."""
    ahead = looked_ahead(session, on)
    rewards = _rewards(session, ahead) if ahead and session.member else ()
    return CounterState(
        phase=session.phase,
        shop=session.settings.shop,
        currency=session.settings.currency,
        strip=_strip(session),
        today=Today(
            session.glance.sales,
            session.glance.with_card,
            session.glance.earned,
            session.glance.redeemed,
        ),
        entry=session.entry,
        member=member_view(session.member, on) if session.member else None,
        ticket=_ticket(session, ahead) if ahead else Ticket(),
        rewards=rewards,
        tender=_tender(session, ahead) if ahead and session.member else None,
        suggestion=_suggestion(rewards),
        last_act=_last_act(session),
        done=session.done,
        banner=session.banner,
        sheet=session.sheet,
        busy=session.busy,
    )


def looked_ahead(session: Session, on: date) -> Preview | None:
    """What Enter would do, with what is being typed; None before a program is known."""
    if session.program is None or session.done is not None:
        return None
    scene = session.member.scene if session.member else Scene(on, session.minute)
    return preview(session.program, scene, session.basket(True), session.chosen)


def member_view(who: AtCounter, on: date) -> MemberView:
    """A member as the counter shows them."""
    soon = [
        lot
        for lot in who.account.usable(on)
        if lot.ref.expires_on is not None and lot.ref.expires_on <= on + SOON
    ]
    return MemberView(
        name=who.member.name,
        card=masked_card(who.card),
        phone=masked_phone(who.member.phone),
        points=who.account.balance,
        usable=who.account.spendable(on),
        owed=who.account.owed,
        joined_on=who.member.joined_on,
        expiring_points=sum(lot.points for lot in soon),
        expiring_on=soon[0].ref.expires_on if soon else None,
    )


def _strip(session: Session) -> Strip:
    operator = session.operator.name if session.operator else ""
    opened = session.glance.shift_opened if session.shift else None
    return replace(session.strip, operator=operator, shift_opened=opened)


def _ticket(session: Session, ahead: Preview) -> Ticket:
    payment = ahead.payment
    shares = zip(payment.basket.lines, payment.minor, strict=True)
    return Ticket(
        lines=tuple(
            LineView(number, line.text, line.units, line.amount_minor, paid, bool(line.reward))
            for number, (line, paid) in enumerate(shares, start=1)
        ),
        total_minor=payment.basket.total_minor,
        paid_minor=sum(payment.minor),
        due_minor=payment.unpaid_minor,
        earns=ahead.earns.points if session.member else 0,
        uses=sum(used.points for used in payment.used),
    )


def _rewards(session: Session, ahead: Preview) -> tuple[RewardView, ...]:
    chosen = {choice.reward for choice in ahead.chosen}
    return tuple(
        replace(
            _reward(offer.reward, offer.reward.id in chosen, ahead.payment),
            number=number,
            name=offer.reward.name_in(session.settings.language),
        )
        for number, offer in enumerate(ahead.quote.rewards[:TILES], start=1)
    )


def _reward(reward: Reward, chosen: bool, payment: Payment) -> RewardView:
    """A reward beside those that are chosen already: their points and money are gone."""
    why = None if chosen else refusal(payment, reward)
    reach = Reach.CHOSEN if chosen else Reach.READY if why is None else Reach.REFUSED
    if why is not None and why.code == "points-missing":
        reach = Reach.NEAR
    return RewardView(
        number=0,
        name=reward.name,
        points=reward.points,
        value_minor=reward.value_minor,
        gift=reward.kind is RewardKind.GIFT,
        reach=reach,
        missing=max(0, reward.points - payment.spendable) if reach is Reach.NEAR else 0,
        why=noticed(why) if why else None,
    )


def noticed(why: Reason) -> Notice:
    """A reason as a sentence."""
    return Notice(Mood.ATTENTION, why.code, why.facts)


def _tender(session: Session, ahead: Preview) -> TenderView | None:
    if session.program is None or session.program.tender is None:
        return None
    payment = ahead.payment
    chosen = any(choice.points for choice in ahead.chosen)
    used = [u for u in payment.used if u.as_money]
    offer = tender_offer(payment, payment.spendable)
    points, value = offer.applied, offer.value_minor
    if chosen:
        points, value = sum(u.points for u in used), sum(u.value_minor for u in used)
    why = noticed(offer.limits[0]) if offer.limits and not points else None
    if not payment.basket.lines:
        why = Notice(Mood.QUIET, "amount-first")
    return TenderView(points, value, chosen, why)


def _suggestion(rewards: tuple[RewardView, ...]) -> int:
    """The reward worth offering: the dearest in points that can be had now."""
    if any(reward.reach is Reach.CHOSEN for reward in rewards):
        return 0
    ready = [reward for reward in rewards if reward.reach is Reach.READY]
    return max(ready, key=lambda r: (r.points, -r.number)).number if ready else 0


def _last_act(session: Session) -> ActView | None:
    last = session.glance.last
    if last is None:
        return None
    mine = session.operator is not None and last.operator == session.operator.id
    return ActView(
        kind=last.kind.value,
        number=number_text(last.entry.key),
        at=session.glance.last_at or last.undo_until,
        amount_minor=last.amount_minor,
        earned=last.earned,
        redeemed=last.redeemed,
        member=last.member,
        undo_until=last.undo_until if mine else None,
    )


def used_as_money(account: Account, on: date) -> Chosen:
    """As many points as there are, to be used as money; the rules cap it."""
    return Chosen(points=account.spendable(on))
