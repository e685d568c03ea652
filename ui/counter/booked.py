"""Acts that are in the books, as the done screen tells them: pure."""

from __future__ import annotations

from collections.abc import Sequence

from loyalty.accrual.campaigning import tier_at
from loyalty.basket import Basket
from loyalty.ledger.count import stamps_of
from loyalty.ledger.entry import Kind
from loyalty.members.history import Scene, Standing
from loyalty.redemption.quote import quote
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, StampRule
from pos.captures import CaptureCredited
from pos.claims import Credited
from pos.counter import Booked
from pos.exchanging import Exchanged
from pos.returns import BookedReturn
from pos.slips import number_text
from pos.undo import Undone
from ui.counter.state import Done, ReceiptView, StampsView


def sale_done(booked: Booked, before: Scene | None, after: Scene | None, language: str) -> Done:
    """A sale, with what its member may look forward to; scenes before and after it, if known."""
    program, scene = booked.program, after
    if scene is None and booked.member is not None and before is not None:
        scene = Scene(before.on, standing=Standing(booked.member, booked.after))
    near = _near(program, scene) if scene else None
    return Done(
        kind="sale",
        number=number_text(booked.entry.key),
        earned=booked.sale.earned,
        redeemed=booked.sale.redeemed,
        balance=booked.after.balance if booked.member else None,
        account=booked.entry.member,
        amount_minor=booked.sale.due_minor,
        next_reward=near[0].name_in(language) if near else "",
        next_missing=near[1] if near else 0,
        next_stamps=near is not None and isinstance(near[0], StampRule),
        vests_on=booked.sale.vests_on if booked.sale.earned else None,
        vouchers=tuple(voucher.terms.name_in(language) for voucher in booked.vouchers),
        stamps=_stamps(program, after, language),
        tier=_tier_reached(program, before, after, language),
    )


def claim_done(
    credited: Sequence[tuple[Credited, ReceiptView]],
    program: Program,
    after: Scene | None,
    language: str,
) -> Done:
    """Receipts of one member that were credited one after another; at least one."""
    last = credited[-1][0]
    scene = after or Scene(last.entry.business_date, standing=Standing(last.member, last.after))
    near = _near(program, scene)
    sales = [each.credit.sale for each, _ in credited if each.credit and each.points]
    vests = [sale.vests_on for sale in sales if sale.vests_on]
    return Done(
        kind="claim",
        number=number_text(last.entry.key),
        earned=sum(each.points for each, _ in credited),
        balance=last.after.balance,
        account=last.entry.member,
        amount_minor=sum(view.total_minor for _, view in credited),
        next_reward=near[0].name_in(language) if near else "",
        next_missing=near[1] if near else 0,
        next_stamps=near is not None and isinstance(near[0], StampRule),
        vests_on=max(vests) if vests else None,
        stamps=_stamps(program, after, language),
        receipts=tuple(view for _, view in credited),
    )


def capture_done(
    credited: CaptureCredited,
    view: ReceiptView,
    program: Program,
    after: Scene | None,
    language: str,
) -> Done:
    """A sale of another till; `after`: its member as the rules see them now, if that is known."""
    near = _near(program, after) if after else None
    standing = after.standing if after else None
    return Done(
        kind="claim",
        number=number_text(credited.entry.key),
        earned=credited.points,
        balance=standing.account.balance if standing else None,
        account=credited.entry.member,
        amount_minor=view.total_minor,
        next_reward=near[0].name_in(language) if near else "",
        next_missing=near[1] if near else 0,
        next_stamps=near is not None and isinstance(near[0], StampRule),
        stamps=_stamps(program, after, language),
        receipts=(view,),
    )


def exchange_done(booked: Exchanged) -> Done:
    """Goods back and others out: one sum of money, both movements of points."""
    sale, back = booked.sale, booked.back
    return Done(
        kind="exchange",
        number=number_text(sale.entry.key),
        earned=sale.sale.earned,
        redeemed=sale.sale.redeemed,
        taken_back=back.returned.clawed,
        given_back=back.returned.restored,
        balance=sale.after.balance if sale.member else None,
        account=sale.entry.member,
        amount_minor=booked.due_minor,
    )


def _near(program: Program, scene: Scene) -> tuple[Reward | StampRule, int] | None:
    """What is nearest in reach, else the cheapest reward there is to save for."""
    found = quote(program, scene, Basket(program.currency))
    if found.near:
        return found.near[0].what, found.near[0].missing
    saved_for = found.next_reward
    return (saved_for.reward, saved_for.missing) if saved_for else None


def _stamps(program: Program, after: Scene | None, language: str) -> tuple[StampsView, ...]:
    """Cards that something is on."""
    if after is None:
        return ()
    cards = ((rule, after.history.count(stamps_of(rule.id))) for rule in program.stamps)
    return tuple(
        StampsView(rule.name_in(language), have, rule.needed) for rule, have in cards if have > 0
    )


def _tier_reached(
    program: Program, before: Scene | None, after: Scene | None, language: str
) -> str:
    """The name of a tier that was not the member's before this sale."""
    if program.tiers is None or before is None or after is None:
        return ""
    now = tier_at(program, after)
    if now == tier_at(program, before):
        return ""
    return next((tier.name_in(language) for tier in program.tiers.levels if tier.id == now), "")


def return_done(booked: BookedReturn) -> Done:
    """A return."""
    return Done(
        kind="return",
        number=number_text(booked.entry.key),
        taken_back=booked.returned.clawed,
        given_back=booked.returned.restored,
        balance=booked.after.balance if booked.member else None,
        account=booked.entry.member,
        amount_minor=booked.returned.refund_minor,
    )


def undo_done(undone: Undone) -> Done:
    """An act taken back. A withdrawn member has no balance any more."""
    moved = undone.after.balance - undone.before.balance
    returned = undone.returned
    stays = undone.member is not None and undone.undid is not Kind.ENROLMENT
    return Done(
        kind=f"{undone.undid.value}-undone",
        number=number_text(undone.entry.key),
        taken_back=returned.clawed if returned else max(0, -moved),
        given_back=returned.restored if returned else max(0, moved),
        balance=undone.after.balance if stays else None,
        account=undone.entry.member if stays else None,
        amount_minor=returned.refund_minor if returned else 0,
    )
