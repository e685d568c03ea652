"""The counter session turned into what is on the screen: pure, same session, same screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from loyalty.ledger.account import Account
from loyalty.redemption.paying import Payment
from loyalty.redemption.quote import Chosen
from loyalty.redemption.redeeming import tender_offer
from pos.counter import Preview, preview
from pos.slips import number_text
from ui.counter.line import chips_of, here_view
from ui.counter.notice import Mood, Notice
from ui.counter.offers import noticed, page_of
from ui.counter.session import Session
from ui.counter.standing import member_view
from ui.counter.state import (
    ActView,
    CounterState,
    LineView,
    MemberView,
    OfferView,
    Reach,
    Strip,
    TenderView,
    Ticket,
    Today,
)

MOST_RULES = 4
_WITH_NAMES = ("times", "bonus")


def counter_state(session: Session, on: date) -> CounterState:
    """All of the screen. `on` is the business day."""
    ahead = looked_ahead(session, on)
    offers, more = _offers(session, ahead) if ahead else ((), 0)
    tender = _tender(session, ahead) if ahead and session.member else None
    return CounterState(
        phase=session.phase,
        shop=session.settings.shop,
        currency=session.settings.currency,
        strip=_strip(session, on),
        today=Today(
            session.glance.sales,
            session.glance.with_card,
            session.glance.earned,
            session.glance.redeemed,
        ),
        entry=session.entry,
        member=_member(session, on),
        ticket=_ticket(session, ahead) if ahead else Ticket(),
        offers=offers,
        more_offers=more,
        tender=tender,
        suggestion=_suggestion(session, ahead) if ahead else 0,
        last_act=_last_act(session),
        done=session.done,
        banner=session.banner,
        sheet=session.sheet,
        waiting=session.waiting,
        receipts=tuple(each.view for each in session.receipts if each.view is not None),
        captures=tuple(each.view for each in session.captured),
        busy=session.busy,
    )


def looked_ahead(session: Session, on: date) -> Preview | None:
    """What Enter would do, with what is being typed; None before a program is known."""
    if session.program is None or session.done is not None:
        return None
    return preview(session.program, session.scene_on(on), session.basket(True), session.chosen)


def suggested(session: Session, ahead: Preview) -> Chosen | None:
    """The redemption worth offering unasked; none beside one that is chosen already."""
    if session.chosen or (session.member is None and not session.lines):
        return None
    return ahead.quote.best


def _member(session: Session, on: date) -> MemberView | None:
    if session.member is None:
        return None
    who, scene = session.member, session.scene_on(on)
    view = member_view(who, scene, session.program, session.settings.language)
    if who.usable is None:
        return view
    zone = ZoneInfo(session.settings.zone)
    return replace(view, here=here_view(who.usable, view.held, session.line, on, zone))


def _strip(session: Session, on: date) -> Strip:
    operator = session.operator.name if session.operator else ""
    opened = session.glance.shift_opened if session.shift else None
    strip = replace(session.strip, operator=operator, shift_opened=opened)
    if session.line is None:
        return strip
    office, unsent, aside = chips_of(session.line, on, ZoneInfo(session.settings.zone))
    return replace(strip, office=office, unsent=unsent, aside=aside)


def _ticket(session: Session, ahead: Preview) -> Ticket:
    payment = ahead.payment
    shares = zip(payment.basket.lines, payment.minor, strict=True)
    credit = session.exchange.back.refund_minor if session.exchange else 0
    names = (part.name for part in ahead.earns.parts if part.kind in _WITH_NAMES and part.name)
    return Ticket(
        lines=tuple(
            LineView(number, line.text, line.units, line.amount_minor, paid, bool(line.reward))
            for number, (line, paid) in enumerate(shares, start=1)
        ),
        total_minor=payment.basket.total_minor,
        paid_minor=sum(payment.minor),
        due_minor=payment.unpaid_minor - credit,
        earns=ahead.earns.points if session.member else 0,
        uses=sum(used.points for used in payment.used),
        credit_minor=credit,
        exchange=session.exchange is not None,
        rules=tuple(dict.fromkeys(names))[:MOST_RULES] if session.member else (),
    )


def _offers(session: Session, ahead: Preview) -> tuple[tuple[OfferView, ...], int]:
    """Of a member; without one, of the vouchers laid on the counter."""
    if session.member is None and not session.presented:
        return (), 0
    shown, more = page_of(session, ahead)
    views = tuple(offered.view for offered in shown)
    if session.member is None:
        views = tuple(view for view in views if view.voucher)
        more = 0
    return views, more


def _tender(session: Session, ahead: Preview) -> TenderView | None:
    if session.program is None or session.program.tender is None:
        return None
    payment = ahead.payment
    chosen = any(choice.points for choice in ahead.chosen)
    used = [u for u in payment.used if u.as_money]
    offer = tender_offer(payment, payment.spendable + _not_here(payment))
    points, value = offer.applied, offer.value_minor
    if chosen:
        points, value = sum(u.points for u in used), sum(u.value_minor for u in used)
    why = noticed(offer.limits[0]) if offer.limits and not points else None
    if not payment.basket.lines:
        why = Notice(Mood.QUIET, "amount-first")
    best = suggested(session, ahead)
    return TenderView(points, value, chosen, bool(best and best.points), why)


def _not_here(payment: Payment) -> int:
    """Points the member has that this terminal may not use now: why is what limits the offer."""
    standing = payment.scene.standing
    if standing is None:
        return 0
    return max(0, standing.elsewhere) + (payment.account.balance if standing.frozen else 0)


def _suggestion(session: Session, ahead: Preview) -> int:
    """The number of the offer to make unasked, 0 for none or where it has no number now."""
    best = suggested(session, ahead)
    shown, _ = page_of(session, ahead)
    ready = (each for each in shown if each.choice == best and each.view.reach is Reach.READY)
    return next((each.view.number for each in ready), 0)


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
