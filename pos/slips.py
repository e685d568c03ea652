"""Slips made from the books: the fresh one and the one printed again are the same facts.

Everything is read back from the ledger, so paper can never say what is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from loyalty.account import Account
from loyalty.apportion import units_share
from loyalty.basket import Basket
from loyalty.codes import SaleNumber, sale_code
from loyalty.documents import returned_from, sale_from
from loyalty.entry import Entry, Kind
from loyalty.errors import LoyaltyError
from loyalty.history import Scene, Standing
from loyalty.member import CardStatus, Member
from loyalty.quote import quote
from loyalty.returned import Returned
from loyalty.sale import Sale, SaleLine
from pos.clock import day_of, moment_of
from pos.settings import Settings
from pos.shift import Closing
from pos.shop import Shop, program_in_force
from pos.store import View
from pos.why import steps
from receipts.writing.facts import (
    ClosingFacts,
    DatedPoints,
    LineFacts,
    MemberFacts,
    NextRewardFacts,
    RewardFacts,
    ShopFacts,
    SlipFacts,
    SlipKind,
    WhyStep,
)

SOON = timedelta(days=30)


def slip_of(shop: Shop, key: SaleNumber, copy: bool = False, why: bool = False) -> SlipFacts:
    """The slip of a sale or a return; LoyaltyError `slip-unknown` for any other entry."""
    with shop.store.reading() as view:
        entry = view.entry(key)
        if entry is None or entry.kind not in (Kind.SALE, Kind.RETURN):
            raise LoyaltyError("slip-unknown", terminal=key.terminal, seq=key.seq)
        if entry.kind is Kind.SALE:
            return replace(_sale(shop, view, entry, why), copy=copy)
        return replace(_back(shop, view, entry), copy=copy)


def slip_language(shop: Shop, view: View, entry: Entry) -> str:
    """The language of an entry's slip: the member's own, or the shop's."""
    member = view.member(entry.member) if entry.member else None
    return (member.language if member else "") or shop.settings.language


def number_text(key: SaleNumber) -> str:
    """A receipt number as people read it: terminal and sequence."""
    return f"{key.terminal}-{key.seq}"


def masked_card(code: str) -> str:
    """A card's last six digits, the check included."""
    return f"•••• {code[-6:]}" if code else ""


def masked_phone(phone: str) -> str:
    """A phone number's last four digits."""
    return f"••• {phone[-4:]}" if phone else ""


def shop_facts(settings: Settings) -> ShopFacts:
    """The head of every paper."""
    address = tuple(part.strip() for part in settings.address.split("|") if part.strip())
    return ShopFacts(settings.shop, address, settings.tax_no)


def _sale(shop: Shop, view: View, entry: Entry, why: bool) -> SlipFacts:
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    names = _reward_names(view, entry.program, slip_language(shop, view, entry))
    member = None
    if entry.member:
        member = _member(shop, view, entry)
        amounts = tuple(sold.line.amount_minor for sold in sale.lines)
        explained = steps(sale.explanation, amounts) if why else ()
        member = replace(
            member,
            earned=sale.earned,
            why=tuple(WhyStep(code, facts) for code, facts in explained),
            redeemed=tuple(
                RewardFacts(names.get(u.reward, u.name), u.points) for u in sale.used if u.reward
            ),
        )
    return SlipFacts(
        kind=SlipKind.SALE,
        shop=shop_facts(shop.settings),
        operator=_operator(view, sale.operator),
        terminal=str(entry.key.terminal),
        receipt_no=number_text(entry.key),
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        currency=sale.currency,
        lines=tuple(
            _line(sold, sold.line.units, sold.line.amount_minor, names) for sold in sale.lines
        ),
        total_minor=sale.total_minor,
        due_minor=sale.due_minor,
        paid_by_points_minor=sale.paid_minor,
        points_spent=sum(sold.paid_points for sold in sale.lines if sold.paid_minor),
        member=member,
        code=sale_code(entry.key),
    )


def _back(shop: Shop, view: View, entry: Entry) -> SlipFacts:
    returned = returned_from(entry.body, entry.source)
    original = view.entry(returned.sale)
    if original is None:
        raise LoyaltyError("slip-unknown", terminal=entry.key.terminal, seq=entry.key.seq)
    sale = sale_from(original.body, original.source, original.member, original.program)
    names = _reward_names(view, original.program, slip_language(shop, view, entry))
    lines = tuple(_returned_lines(view, sale, returned, names))
    total = sum(line.amount_minor for line in lines)
    member = None
    if entry.member:
        member = _member(shop, view, entry)
        member = replace(member, taken_back=returned.clawed, given_back=returned.restored)
    return SlipFacts(
        kind=SlipKind.VOID if returned.void else SlipKind.RETURN,
        shop=shop_facts(shop.settings),
        operator=_operator(view, returned.operator),
        terminal=str(entry.key.terminal),
        receipt_no=number_text(entry.key),
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        currency=sale.currency,
        lines=lines,
        total_minor=total,
        due_minor=returned.refund_minor,
        paid_by_points_minor=total - returned.refund_minor - returned.kept_minor,
        points_spent=returned.restored,
        member=member,
        original_no=number_text(returned.sale),
    )


def _returned_lines(
    view: View, sale: Sale, returned: Returned, names: Mapping[str, str]
) -> Iterable[LineFacts]:
    sold = view.sold(returned.sale)
    before = [0] * len(sale.lines)
    for earlier in sold.earlier if sold else ():
        if earlier.id == returned.id:
            break
        before = [a + b for a, b in zip(before, earlier.units, strict=True)]
    for line, first, units in zip(sale.lines, before, returned.units, strict=True):
        if units:
            amount = units_share(line.line.amount_minor, line.line.units, first, units)
            yield _line(line, units, amount, names)


def _line(sold: SaleLine, units: int, amount_minor: int, names: Mapping[str, str]) -> LineFacts:
    text = names.get(sold.line.reward, sold.line.text)
    return LineFacts(text, units, amount_minor, bool(sold.line.reward))


def _reward_names(view: View, program: int, language: str) -> dict[str, str]:
    """Names of a program version's rewards in a language, by id."""
    found = view.program(program)
    return {reward.id: reward.name_in(language) for reward in found.rewards} if found else {}


def _operator(view: View, operator: str) -> str:
    found = view.operator(operator)
    return found.name if found else operator


def _member(shop: Shop, view: View, entry: Entry) -> MemberFacts:
    """The member as they were right after the entry: the fold of their entries up to it."""
    assert entry.member is not None  # callers asked
    person = view.member(entry.member)
    language = slip_language(shop, view, entry)
    before, after = _accounts(view, entry)
    on = day_of(moment_of(entry.at_ms), shop.clock.zone)
    scene = Scene(on, standing=Standing(person, after) if person else None)
    near = quote(program_in_force(view, on), scene, Basket(shop.settings.currency)).next_reward
    return MemberFacts(
        name=person.name if person else "",
        card_masked=masked_card(_card(view, person)),
        balance_before=before.balance,
        balance_after=after.balance,
        next_reward=NextRewardFacts(near.reward.name_in(language), near.missing) if near else None,
        expiring=tuple(
            DatedPoints(lot.points, lot.ref.expires_on)
            for lot in after.usable(on)
            if lot.ref.expires_on and lot.ref.expires_on <= on + SOON
        ),
    )


def _accounts(view: View, entry: Entry) -> tuple[Account, Account]:
    before = Account()
    for earlier in view.entries(member=entry.member):
        if earlier.key == entry.key:
            return before, before.applied(earlier)
        before = before.applied(earlier)
    raise LoyaltyError("slip-unknown", terminal=entry.key.terminal, seq=entry.key.seq)


def _card(view: View, person: Member | None) -> str:
    cards = view.cards_of(person.id) if person else ()
    return next((card.code for card in cards if card.status is CardStatus.ACTIVE), "")


def closing_facts(shop: Shop, closing: Closing) -> ClosingFacts:
    """The paper of a closed shift."""
    totals = closing.totals
    return ClosingFacts(
        shop=shop_facts(shop.settings),
        operator=closing.operator,
        terminal=str(closing.shift.terminal),
        shift_no=str(closing.shift.id)[-6:],
        opened_at=closing.opened_at,
        closed_at=closing.closed_at or shop.clock.now().astimezone(shop.clock.zone),
        currency=shop.settings.currency,
        sales=totals.sales,
        sales_total_minor=totals.total_minor,
        sales_with_card=totals.with_card,
        points_earned=totals.earned,
        points_redeemed=totals.redeemed,
        points_returned=totals.clawed,
        points_expired=totals.expired,
        returns=totals.returns,
        returns_total_minor=totals.refund_minor,
        voids=totals.voids,
        enrolments=totals.enrolments,
        tenders=(),
        chain_head=closing.head,
        unsent=0,
    )
