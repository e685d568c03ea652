"""Claims: a member presents a receipt, and it is credited once, ever.

The entry's source is made of what the receipt says, so the same receipt is the same entry whoever
presents it, in whatever form, on whichever terminal. A person may overrule what is doubtful, never
what is certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.claims.claiming import credit, credit_entry
from loyalty.claims.credit import Credit
from loyalty.claims.documents import (
    asked_basket,
    credit_body,
    credit_from,
    word_body,
    word_from,
)
from loyalty.claims.receipt import Claimed, Receipt
from loyalty.claims.refusing import (
    first_of,
    look_alike,
    out_of_order,
    reasons,
    same_visit,
)
from loyalty.claims.withdrawing import withdrawn
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.history import History, Scene
from loyalty.members.member import Member
from loyalty.redemption.chosen import Reason
from loyalty.rules.program import Program
from loyalty.sales.sale import Occasion
from pos.acts import Act
from pos.claimed_before import not_asked_before, not_before, not_elsewhere
from pos.cleaning import noted
from pos.linked import linked
from pos.merging import active
from pos.presenting import Presented, present_sale
from pos.rights import Right, answering
from pos.scene import scene_of
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.whereabouts import holder, survivor

KIOSK = "kiosk"
"""Who acts where a customer stands alone: nobody with a right to anything."""


@dataclass(frozen=True, slots=True)
class Credited:
    """What became of a presented receipt: credited, or `waiting` for a person to look (`looks`).

    `points` are the member's now, or pending; 0 while it waits.
    """

    entry: Entry
    receipt: Receipt
    member: Member
    before: Account
    after: Account
    points: int = 0
    credit: Credit | None = None
    waiting: bool = False
    looks: str = ""


@dataclass(frozen=True, slots=True)
class WaitingReceipt:
    """A receipt in the queue: who presented it, why a person has to look, and which it is like."""

    claimed: Claimed
    member: Member
    reason: str
    earlier: Claimed | None = None


def claim(
    shop: Shop,
    act: Act,
    member: UUID,
    presented: Presented,
    *,
    overrule: bool = False,
    approved: str = "",
    why: str = "",
    ask: bool = False,
) -> Credited:
    """Credit a receipt to a member: one transaction. A repeat of the act is the same credit.

    `overrule`: somebody looked at what is doubtful and credits it all the same: the operator, or
    whoever `approved` it. `ask`: what is doubtful goes into the queue instead, unless it was
    declined or waits for somebody else. Errors that nobody can overrule: `claim-already` (on,
    number, yours), `claim-elsewhere` (on, where: another shop was first), `claim-withdrawn`,
    `claim-returned`, `claim-future`, `basket-currency`, `claim-empty`, `member-unknown`,
    `member-blocked`, `program-none`. Those of `OVERRULED`, each with its facts; `approval-needed`.
    """
    with shop.store.writing() as work:
        said = work.said_of(presented.receipt.scheme, presented.receipt.key)
        if again := _repeated(work, act, said, member):
            return again
        person = active(work, member)
        program = program_in_force(work, shop.today)
        occasion = act.occasion(shop, work)
        scene = _scene(shop, work, program, person)
        attempt = sum(one.again for one in said)
        not_elsewhere(work, presented.receipt)
        not_before(work, said, person)
        found = tuple(_against(work, presented, program, occasion, scene, said))
        certain = first_of(found, overruled=True)
        if certain is not None:
            raise LoyaltyError(certain.code, **dict(certain.facts))
        doubt = first_of(found, overruled=False)
        if doubt is not None and not (overrule or approved):
            if not ask:
                raise LoyaltyError(doubt.code, **dict(doubt.facts))
            not_asked_before(said, person)
            return _asked(work, act, person, presented, doubt, occasion, attempt)
        made = replace(
            _credit(shop, work, presented, program, occasion, scene),
            approved=_answered(work, act, approved) if doubt else "",
            overruled=" ".join(dict.fromkeys(one.code for one in found)),
            why=noted(why, person) if doubt else "",
            attempt=attempt,
            act=str(act.id),
        )
        before = scene.standing.account if scene.standing else Account()
        entry = work.append(credit_entry(made, before, occasion, credit_body(made)))
        after = work.account(person.owner)
        return Credited(entry, presented.receipt, person, before, after, made.points, made)


def _credit(
    shop: Shop,
    view: View,
    presented: Presented,
    program: Program,
    occasion: Occasion,
    scene: Scene,
) -> Credit:
    # The sale is read again: since it was presented, some of it may have come back.
    own = view.sold(presented.receipt.own) if presented.receipt.own else None
    contested = not shop.settings.alone or linked(view)
    return credit(
        presented.receipt, presented.basket, program, occasion, scene, own, contested=contested
    )


def _answered(view: View, act: Act, approved: str) -> str:
    """Who overrules: the operator where they may alone, else whoever was called."""
    return answering(view, act.operator, Right.OVERRULE_CLAIM, approved=approved) or act.operator


def waiting_receipts(shop: Shop) -> tuple[WaitingReceipt, ...]:
    """The queue, oldest first."""
    with shop.store.reading() as view:
        found = []
        for claimed in view.asked_receipts():
            entry = view.entry(claimed.entry)
            person = survivor(view, claimed.member)
            if entry is None or person is None:
                continue
            earlier = look_alike(claimed.receipt, view.near_receipts(claimed.receipt))
            found.append(WaitingReceipt(claimed, person, word_from(entry.body)[1], earlier))
        return tuple(found)


def approve(
    shop: Shop, act: Act, scheme: str, key: str, why: str = "", approved: str = ""
) -> Credited:
    """Credit a receipt of the queue to whoever presented it. Errors: `claim-not-waiting`, and those
    of `claim`.
    """
    with shop.store.reading() as view:
        claimed, person = _waiting(view, scheme, key)
        entry = view.entry(claimed.entry)
        assert entry is not None  # `said_of` has just read it
        own = claimed.receipt.own
        presented = (
            present_sale(shop, view, own, claimed.receipt.form)
            if own
            else Presented(claimed.receipt, asked_basket(entry.body, claimed.receipt))
        )
    return claim(shop, act, person.id, presented, overrule=True, approved=approved, why=why)


def decline(
    shop: Shop, act: Act, scheme: str, key: str, why: str, approved: str = ""
) -> WaitingReceipt:
    """Take a receipt out of the queue without points.

    Errors: `claim-not-waiting` (once it is out, too), `reason-missing`, `approval-needed`.
    """
    if not why.strip():
        raise LoyaltyError("reason-missing")
    with shop.store.writing() as work:
        claimed, person = _waiting(work, scheme, key)
        entry = work.entry(claimed.entry)
        assert entry is not None  # `said_of` has just read it
        answering(work, act.operator, Right.OVERRULE_CLAIM, approved=approved)
        occasion = act.occasion(shop, work)
        _, reason, attempt = word_from(entry.body)
        body = word_body(
            claimed.receipt,
            approved or act.operator,
            why=noted(why, person),
            attempt=attempt,
            reason=reason,
        )
        work.append(_plain(Kind.CLAIM_DECLINED, claimed.receipt, attempt, person, occasion, body))
        return WaitingReceipt(claimed, person, reason)


def withdraw(
    shop: Shop,
    act: Act,
    scheme: str,
    key: str,
    why: str,
    *,
    again: bool = False,
    approved: str = "",
) -> Credited:
    """Take a credited receipt back: its goods were returned, or (`again`) it was a mistake and may
    be presented once more. A repeat does nothing.

    Errors: `claim-not-credited`, `reason-missing`, `approval-needed`.
    """
    if not why.strip():
        raise LoyaltyError("reason-missing")
    with shop.store.writing() as work:
        said = work.said_of(scheme, key)
        entry = work.entry(said[-1].entry) if said else None
        if entry is not None and entry.kind is Kind.CLAIM_WITHDRAWN and said[-1].again is again:
            entry = work.entry_of(entry.source, Kind.CLAIM)
        if entry is None or entry.kind is not Kind.CLAIM:
            raise LoyaltyError("claim-not-credited")
        answering(work, act.operator, Right.OVERRULE_CLAIM, approved=approved)
        return withdraw_in(shop, work, act, entry, noted(why, None), again=again)


def withdraw_in(
    shop: Shop, work: Work, act: Act, entry: Entry, why: str, *, again: bool
) -> Credited:
    """`withdraw` inside a transaction, for whoever has the right to."""
    made = credit_from(entry)
    owner = work.member(holder(work, entry.member, entry.key)) if entry.member else None
    if owner is None:
        raise AssertionError("a member with an entry is never deleted")
    before = work.account(owner.id)
    sold = replace(work.claimed_sold(entry), owner=owner.id)
    program = program_in_force(work, shop.today)
    occasion = act.occasion(shop, work)
    back = withdrawn(made, entry, sold, before, program, occasion, why, again)
    booked = work.append(back)
    after = work.account(owner.id)
    return Credited(booked, made.receipt, owner, before, after, -made.points, made)


def _scene(shop: Shop, view: View, program: Program, person: Member) -> Scene:
    """The scene of a purchase, with the member's whole past: limits on receipts ask for it."""
    scene = scene_of(view, shop, program, person)
    if scene.standing is None:
        return scene
    whole = view.whole_history(person.owner)
    history = History(whole.days, whole.counts, scene.standing.history.bought)
    return replace(scene, standing=replace(scene.standing, history=history))


def _repeated(work: Work, act: Act, said: tuple[Claimed, ...], member: UUID) -> Credited | None:
    """The first outcome of an act that is asked for again."""
    for one in reversed(said):
        entry = work.entry(one.entry) if one.kind is Kind.CLAIM else None
        if entry is None:
            continue
        made = credit_from(entry)
        person = work.member(member)
        if made.act == str(act.id) and person is not None:
            account = work.account(person.owner)
            return Credited(entry, made.receipt, person, account, account, made.points, made)
    return None


def _against(
    view: View,
    presented: Presented,
    program: Program,
    occasion: Occasion,
    scene: Scene,
    said: tuple[Claimed, ...],
) -> Iterator[Reason]:
    """Everything that speaks against a receipt now."""
    receipt, rule = presented.receipt, program.claims
    if receipt.currency != program.currency:
        yield Reason("basket-currency", (("currency", receipt.currency),))
    history = scene.standing.history if scene.standing else History()
    yield from reasons(receipt, rule, occasion.at_ms, occasion.on, history)
    last = said[-1] if said else None
    # A made-up copy of it, which nobody has credited, does not stop what is signed.
    if last is not None and (last.receipt.sealed or not receipt.sealed):
        if last.kind is Kind.CLAIM_DECLINED:
            yield Reason("claim-declined")
        if last.kind is Kind.CLAIM_ASKED:
            yield Reason("claim-waiting")
    operator = view.operator(occasion.operator)
    for look in presented.looks:
        # Whoever confirmed a photograph at the counter has looked at it.
        if look.code != "claim-photo" or operator is None or operator.id == KIOSK:
            yield look
    near = view.near_receipts(receipt, rule.gap_minutes)
    if alike := look_alike(receipt, near):
        number = f"{alike.entry.terminal}-{alike.entry.seq}"
        yield Reason("claim-look-alike", (("number", number),))
    if visit := same_visit(receipt, rule, near):
        number = f"{visit.entry.terminal}-{visit.entry.seq}"
        yield Reason("claim-same-visit", (("number", number), ("minutes", rule.gap_minutes)))
    if wrong := out_of_order(receipt, *view.neighbours(receipt)):
        yield wrong


def _asked(
    work: Work,
    act: Act,
    person: Member,
    presented: Presented,
    reason: Reason,
    occasion: Occasion,
    attempt: int,
) -> Credited:
    """Put into the queue; it counts nowhere before a person has looked."""
    receipt = presented.receipt
    body = word_body(
        receipt, act.operator, attempt=attempt, reason=reason.code, basket=presented.basket
    )
    plain = _plain(Kind.CLAIM_ASKED, receipt, attempt, person, occasion, body)
    entry = work.append(plain)
    account = work.account(person.owner)
    return Credited(entry, receipt, person, account, account, waiting=True, looks=reason.code)


def _waiting(view: View, scheme: str, key: str) -> tuple[Claimed, Member]:
    said = view.said_of(scheme, key)
    last = said[-1] if said else None
    person = survivor(view, last.member) if last else None
    if last is None or person is None or last.kind is not Kind.CLAIM_ASKED:
        raise LoyaltyError("claim-not-waiting")
    return last, person


def _plain(
    kind: Kind, receipt: Receipt, attempt: int, person: Member, occasion: Occasion, body: str
) -> Entry:
    """An entry of a receipt that moves nothing."""
    return Entry(
        source=receipt.source(attempt),
        kind=kind,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=person.owner,
        program=0,
        postings=(),
        body=body,
    )
