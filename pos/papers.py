"""What all papers made from the books share: names, numbers, languages, lines, vouchers."""

from __future__ import annotations

from collections.abc import Mapping

from loyalty.codes import SaleNumber
from loyalty.ledger.documents import returned_from, sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Member
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherKind
from loyalty.sales.sale import SaleLine
from pos.settings import Settings
from pos.shop import Shop
from pos.store import View
from receipts.writing.facts import LineFacts, ShopFacts, VoucherFacts, VoucherWorth


def language_of(shop: Shop, member: Member | None) -> str:
    """The language of a member's paper."""
    return (member.language if member else "") or shop.settings.language


def slip_language(shop: Shop, view: View, entry: Entry) -> str:
    """The language of an entry's slip: the member's own, or the shop's."""
    return language_of(shop, person_of(view, entry))


def person_of(view: View, entry: Entry) -> Member | None:
    """Who stood at the counter: the one of a household who bought, or whose account it moved."""
    told: Entry | None = entry
    if entry.kind is Kind.RETURN:
        told = view.sale_entry(returned_from(entry.body, entry.source).sale)
    buyer = entry.member
    if told is not None and told.kind is Kind.SALE:
        sale = sale_from(told.body, told.source, told.member, told.program)
        buyer = sale.person or entry.member
    return view.member(buyer) if buyer else None


def number_text(key: SaleNumber) -> str:
    """A receipt number as people read it: terminal and sequence."""
    return f"{key.terminal}-{key.seq}"


def masked_phone(phone: str) -> str:
    """A phone number's last four digits."""
    return f"••• {phone[-4:]}" if phone else ""


def shop_facts(settings: Settings) -> ShopFacts:
    """The head of every paper."""
    address = tuple(part.strip() for part in settings.address.split("|") if part.strip())
    return ShopFacts(settings.shop, address, settings.tax_no)


def operator_name(view: View, operator: str) -> str:
    """What to call an operator on paper."""
    found = view.operator(operator)
    return found.name if found else operator


def line_facts(
    sold: SaleLine, units: int, amount_minor: int, names: Mapping[str, str]
) -> LineFacts:
    """So many units of a sold line; `names`: of rewards, by id."""
    text = names.get(sold.line.reward, sold.line.text)
    return LineFacts(text, units, amount_minor, bool(sold.line.reward))


def reward_names(program: Program | None, language: str) -> dict[str, str]:
    """Names of a program version's rewards in a language, by id."""
    return {each.id: each.name_in(language) for each in program.all_rewards} if program else {}


_WORTH = {
    VoucherKind.MONEY_OFF: VoucherWorth.MONEY,
    VoucherKind.PERCENT_OFF: VoucherWorth.PERCENT,
    VoucherKind.PRODUCT: VoucherWorth.FREE,
    VoucherKind.GIFT: VoucherWorth.GIFT,
}


def voucher_facts(view: View, voucher: Voucher, language: str) -> VoucherFacts:
    """A voucher as it is printed."""
    terms = voucher.terms
    holder = view.member(voucher.member) if terms.personal and voucher.member else None
    return VoucherFacts(
        name=terms.name_in(language),
        code=voucher.code,
        worth=_WORTH[terms.kind],
        first_day=voucher.first_day,
        last_day=voucher.last_day,
        value_minor=terms.value_minor,
        percent=terms.percent,
        minimum_minor=terms.minimum_spend_minor,
        given_on=voucher.given_on,
        personal=terms.personal,
        holder=holder.name if holder else "",
    )
