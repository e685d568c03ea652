"""Slips made from the books: the fresh one and the one printed again are the same facts.

Everything is read back from the ledger, so paper can never say what is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loyalty.accrual.campaigning import CONTROL
from loyalty.codes import SaleNumber, sale_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import given_of, used_of
from loyalty.ledger.documents import returned_from, sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherKind
from loyalty.sales.sale import Sale, Used
from pos.afterwards import masked_card, member_facts, then
from pos.claim_slips import with_claim_code
from pos.clock import moment_of
from pos.papers import (
    line_facts,
    masked_phone,
    number_text,
    operator_name,
    reward_names,
    shop_facts,
    slip_language,
    voucher_facts,
)
from pos.return_slips import first_half, moved_back, return_slip, unlinked_slip, voucher_codes
from pos.shop import Shop
from pos.store import View
from pos.why import steps
from receipts.writing.facts import (
    DeductionFacts,
    Means,
    MemberFacts,
    RewardFacts,
    SlipFacts,
    SlipKind,
    WhyStep,
)

__all__ = ["masked_card", "masked_phone", "number_text"]  # screen and command line have them here

SLIPS = frozenset({Kind.SALE, Kind.RETURN, Kind.RETURN_UNLINKED})
"""Entries that have a slip of goods."""


def slip_of(shop: Shop, key: SaleNumber, copy: bool = False, why: bool = False) -> SlipFacts:
    """The slip of a sale or a return, or of the exchange they are halves of.

    LoyaltyError `slip-unknown` for any other entry.
    """
    with shop.store.reading() as view:
        made = replace(_made(shop, view, key, why), copy=copy, training=shop.training)
    return with_claim_code(shop, key, made)


def _made(shop: Shop, view: View, key: SaleNumber, why: bool) -> SlipFacts:
    entry = view.entry(key)
    if entry is None or entry.kind not in SLIPS:
        raise LoyaltyError("slip-unknown", terminal=key.terminal, seq=key.seq)
    if entry.kind is Kind.RETURN_UNLINKED:
        return unlinked_slip(shop, view, entry)
    sale = entry if entry.kind is Kind.SALE else view.entry_of(entry.source, Kind.SALE)
    back = entry if entry.kind is Kind.RETURN else view.entry_of(entry.source, Kind.RETURN)
    if sale is None:
        return return_slip(shop, view, entry)
    return _exchange(shop, view, sale, back, why) if back else _sale(shop, view, sale, why)


def _sale(shop: Shop, view: View, entry: Entry, why: bool, first: Entry | None = None) -> SlipFacts:
    """A sale's slip. `first`: the return it is exchanged with, which the account begins before."""
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    language = slip_language(shop, view, entry)
    program = view.program(entry.program)
    vouchers = {used.voucher: view.voucher(used.voucher) for used in sale.used if used.voucher}
    names = reward_names(program, language) | _gift_names(vouchers.values(), language)
    member = _buyer(shop, view, entry, first, sale, why) if entry.member else None
    deductions = tuple(_deductions(sale, program, vouchers, language))
    return SlipFacts(
        kind=SlipKind.SALE,
        shop=shop_facts(shop.settings),
        operator=operator_name(view, sale.operator),
        terminal=str(entry.key.terminal),
        receipt_no=number_text(entry.key),
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        currency=sale.currency,
        lines=tuple(
            line_facts(sold, sold.line.units, sold.line.amount_minor, names) for sold in sale.lines
        ),
        total_minor=sale.total_minor,
        due_minor=sale.due_minor,
        paid_by_points_minor=sale.paid_minor - sum(paid.amount_minor for paid in deductions),
        points_spent=sum(sold.paid_points for sold in sale.lines if sold.paid_minor),
        member=member,
        code=sale_code(entry.key),
        deductions=deductions,
        vouchers=tuple(
            voucher_facts(view, voucher, language)
            for voucher in (view.voucher_given_by(entry.source) if sale.given else ())
        ),
    )


def _buyer(
    shop: Shop, view: View, entry: Entry, first: Entry | None, sale: Sale, why: bool
) -> MemberFacts:
    language = slip_language(shop, view, entry)
    now = then(shop, view, first or entry, entry)
    told = member_facts(shop, view, now, language, sale.counts, entry.key)
    names = reward_names(now.program, language)
    amounts = tuple(sold.line.amount_minor for sold in sale.lines)
    explained = steps(sale.explanation, amounts) if why else ()
    told_off = f"campaign-{CONTROL}"  # who knew they are the control would be none any more
    return replace(
        told,
        earned=sale.earned,
        vests_on=sale.vests_on,
        why=tuple(WhyStep(code, facts) for code, facts in explained if code != told_off),
        redeemed=tuple(
            RewardFacts(names.get(used.reward, used.name), used.points)
            for used in sale.used
            if used.reward
        ),
    )


def _deductions(
    sale: Sale,
    program: Program | None,
    vouchers: Mapping[str, Voucher | None],
    language: str,
) -> Iterator[DeductionFacts]:
    """What neither money nor points paid: vouchers and full stamp cards, each by its name."""
    cards = {rule.id: rule.name_in(language) for rule in program.stamps} if program else {}
    for used in sale.used:
        if used.voucher:
            voucher = vouchers.get(used.voucher)
            name = voucher.terms.name_in(language) if voucher else used.name
            amount = 0 if _is_gift(sale, used, voucher) else used.value_minor
            yield DeductionFacts(Means.VOUCHER, name, amount)
        elif used.stamps:
            name = cards.get(used.stamps, used.name)
            yield DeductionFacts(Means.STAMPS, name, used.value_minor)


def _is_gift(sale: Sale, used: Used, voucher: Voucher | None) -> bool:
    """Whether a voucher was for a thing, which stands among the lines and pays none of them."""
    if voucher is None:
        return used.value_minor > sale.paid_minor
    return voucher.terms.kind is VoucherKind.GIFT


def _exchange(shop: Shop, view: View, sale: Entry, back: Entry, why: bool) -> SlipFacts:
    """Both halves on one slip: the sale, and what came back before it."""
    made = _sale(shop, view, sale, why, back)
    returned = returned_from(back.body, back.source)
    language = slip_language(shop, view, sale)
    original = view.sale_entry(returned.sale)
    program = view.program(original.program) if original else None
    member = made.member
    if member is not None:
        member = moved_back(member, returned, program, language)
    return replace(
        made,
        kind=SlipKind.EXCHANGE,
        came_back=first_half(shop, view, back),
        member=member,
        lapsed=tuple(voucher_codes(view, returned.counts, given_of(""), language)),
        revived=tuple(voucher_codes(view, returned.counts, used_of(""), language)),
    )


def _gift_names(vouchers: Iterable[Voucher | None], language: str) -> dict[str, str]:
    return {each.terms.id: each.terms.name_in(language) for each in vouchers if each}
