"""The counter's use cases: who is it, what would happen, and the sale itself.

Identify reads, preview only computes, confirm writes one transaction. The screen and the command
line both come through here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.accrual.explanation import Explanation
from loyalty.accrual.pipeline import accrue
from loyalty.basket import Basket
from loyalty.care.case import CaseState
from loyalty.codes import Meaning, SaleNumber, reading, sale_number
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.history import Scene
from loyalty.members.member import Card, CardStatus, Member, MemberStatus
from loyalty.redemption.paying import Payment
from loyalty.redemption.quote import Chosen, Quote, Reason, quote
from loyalty.redemption.redeeming import redeemed
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from loyalty.rules.rewards import VoucherTerms
from loyalty.sales.sale import Occasion, Sale
from loyalty.sales.selling import sale_entry, sell
from pos.acts import Act
from pos.linked import Advance, Usable, advance_in, usable
from pos.scene import scene_of
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.vouchers import fresh_voucher, given_counts
from receipts.claim_code import facts_from, looks_like
from receipts.reading.schemes import read_code


@dataclass(frozen=True, slots=True)
class AtCounter:
    """A member standing at the counter, with what they have, and the scene the rules are shown.

    `account` is the one their purchases move: their own, or their household's. `usable`: what of
    it can be used here, and what there is in all; None where there is no head office. `cases`: open
    complaints of theirs.
    """

    member: Member
    card: str
    account: Account
    scene: Scene = Scene()
    usable: Usable | None = None
    cases: int = 0


@dataclass(frozen=True, slots=True)
class BlankCard:
    """A card of ours that nobody has yet: one key enrols it."""

    code: str


@dataclass(frozen=True, slots=True)
class Badge:
    """An operator's badge."""

    operator: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of ours that names a sale."""

    number: SaleNumber


@dataclass(frozen=True, slots=True)
class ProductCode:
    """A product's barcode (EAN, UPC, or a scale's label)."""

    code: str


@dataclass(frozen=True, slots=True)
class VoucherCode:
    """A voucher of ours; whether it is good is said when it is put on a basket."""

    code: str


@dataclass(frozen=True, slots=True)
class ReferralCode:
    """The code of a member who brings a friend."""

    code: str


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """The code of a receipt, ours or another till's, that may be credited later.

    `scanned`: the code's own bytes where they are known, else its text. `sale`: the sale of ours
    that it was printed for.
    """

    scanned: bytes | str
    sale: SaleNumber | None = None


Identified = (
    AtCounter | BlankCard | Badge | Slip | ProductCode | VoucherCode | ReferralCode | ReceiptCode
)


def identify(shop: Shop, text: str, data: bytes = b"") -> Identified:
    """What was scanned. `data`: the bytes in the code, where the scanner knows them.

    Errors, each with a way on at the screen: `code-empty`, `code-too-long`, `code-damaged`,
    `code-foreign`, `card-blocked`, `member-blocked` (why), `badge-unknown`.
    """
    found = reading(text)
    if found.meaning is Meaning.SALE_SLIP:
        return Slip(sale_number(found.text))
    with shop.store.reading() as view:
        if found.meaning in _PERHAPS_A_CARD and (known := view.member_by_card(found.text)):
            return _standing(shop, view, *known)  # another shop's card, brought by an import
        if found.meaning in _BY_ITSELF:
            return _BY_ITSELF[found.meaning](found.text)
        if found.meaning is Meaning.OPERATOR_BADGE:
            operator = view.operator_by_badge(found.text)
            if operator is None or not operator.active:
                raise LoyaltyError("badge-unknown")
            return Badge(operator.id)
        if found.meaning is Meaning.MEMBER_CARD:
            known = view.member_by_card(found.text)
            if known is None or known[1].status is CardStatus.WITHDRAWN:
                return BlankCard(found.text)
            return _standing(shop, view, *known)
    if found.meaning in _PERHAPS_A_RECEIPT and (receipt := _receipt(text, data)):
        return receipt
    raise LoyaltyError(_REFUSED[found.meaning], text=found.text[:40])


def _receipt(text: str, data: bytes) -> ReceiptCode | None:
    """The code of a receipt if a scheme knows how it begins; whether it is good is said later."""
    scanned = next((each for each in (data, text) if each and _known_scheme(each)), None)
    if scanned is None:
        return None
    try:
        facts = facts_from(text) if looks_like(text) else None
    except LoyaltyError:
        facts = None
    return ReceiptCode(scanned, facts.sale if facts and not facts.captured else None)


def _known_scheme(scanned: bytes | str) -> bool:
    try:
        read_code(scanned)
    except LoyaltyError as no:
        return no.code in ("receipt-malformed", "receipt-ambiguous")
    return True


_PERHAPS_A_CARD = (Meaning.FOREIGN, Meaning.PRODUCT)
_PERHAPS_A_RECEIPT = (Meaning.FOREIGN, Meaning.TOO_LONG)
_BY_ITSELF: dict[Meaning, Callable[[str], Identified]] = {
    Meaning.PRODUCT: ProductCode,
    Meaning.VOUCHER: VoucherCode,
    Meaning.REFERRAL: ReferralCode,
}
_REFUSED = {
    Meaning.EMPTY: "code-empty",
    Meaning.TOO_LONG: "code-too-long",
    Meaning.DAMAGED: "code-damaged",
    Meaning.FOREIGN: "code-foreign",
}


def at_counter(shop: Shop, member: UUID) -> AtCounter:
    """A member chosen by hand, from a search; LoyaltyError `member-unknown`, `member-blocked`."""
    with shop.store.reading() as view:
        person = view.member(member)
        if person is None:
            raise LoyaltyError("member-unknown")
        cards = [card for card in view.cards_of(member) if card.status is CardStatus.ACTIVE]
        code = cards[0].code if cards else ""
        return _standing(shop, view, person, Card(code, member))


def look(
    shop: Shop,
    member: UUID | None = None,
    presented: tuple[str, ...] = (),
    basket: UUID | None = None,
    advance: int = 0,
) -> Scene:
    """What the rules are shown now: of a member, of vouchers laid on the counter, of the shop.

    `basket`: the open basket's id; what it holds itself is not held against it. `advance`: points
    that will be given at the shop's risk when the sale is booked. LoyaltyError `member-unknown`,
    `program-none`.
    """
    with shop.store.reading() as view:
        person = _present(view, member)
        program = program_in_force(view, shop.today)
        scene = scene_of(view, shop, program, person, presented, basket)
    if scene.standing is None or not advance:
        return scene
    return replace(scene, standing=replace(scene.standing, advance=advance))


def _standing(shop: Shop, view: View, member: Member, card: Card) -> AtCounter:
    if card.status is CardStatus.BLOCKED:
        raise LoyaltyError("card-blocked", member=member.name)
    if card.status is CardStatus.REPLACED:
        raise LoyaltyError("card-replaced", member=member.name)
    _welcome(member)
    scene = scene_of(view, shop, program_in_force(view, shop.today), member)
    account = scene.standing.account if scene.standing else Account()
    cases = sum(case.state is CaseState.OPEN for case in view.cases_of(member.id))
    return AtCounter(member, card.code, account, scene, usable(shop, view, member.owner), cases)


def _welcome(member: Member) -> None:
    if member.status is MemberStatus.BLOCKED:
        raise LoyaltyError("member-blocked", member=member.name, why=member.why_blocked)
    if member.status is not MemberStatus.ACTIVE:
        raise LoyaltyError("member-unknown")


@dataclass(frozen=True, slots=True)
class Preview:
    """What Enter would do: the basket with rewards in it, what is paid, earned and possible.

    `dropped` are redemptions that the basket no longer carries, with the reason.
    """

    payment: Payment
    earns: Explanation
    quote: Quote
    chosen: tuple[Chosen, ...]
    dropped: tuple[tuple[Chosen, Reason], ...]


def preview(program: Program, scene: Scene, basket: Basket, chosen: tuple[Chosen, ...]) -> Preview:
    """Everything the screen shows of an open basket. Total: what cannot be redeemed is dropped."""
    payment = Payment.begun(basket, program, scene)
    kept: list[Chosen] = []
    dropped: list[tuple[Chosen, Reason]] = []
    for choice in chosen:
        try:
            payment = redeemed(payment, choice)
        except LoyaltyError as no:
            dropped.append((choice, _reason(no)))
        else:
            kept.append(choice)
    accrual = accrue(payment.basket, program, payment.minor, scene)
    offers = quote(program, scene, basket)
    return Preview(payment, accrual.why, offers, tuple(kept), tuple(dropped))


def _reason(no: LoyaltyError) -> Reason:
    facts = {name: fact for name, fact in no.facts.items() if isinstance(fact, (int, str))}
    code = str(facts.pop("why", no.code)) or no.code
    return Reason(code, tuple(facts.items()))


@dataclass(frozen=True, slots=True)
class Booked:
    """A sale that is in the ledger, with the member's account before and after it."""

    entry: Entry
    sale: Sale
    member: Member | None
    before: Account
    after: Account
    program: Program
    vouchers: tuple[Voucher, ...] = ()


def confirm(
    shop: Shop,
    act: Act,
    basket: Basket,
    member: UUID | None = None,
    chosen: tuple[Chosen, ...] = (),
    advance: Advance | None = None,
) -> Booked:
    """Book a sale: one transaction, one fsync, points and all. A repeat of the act books nothing.

    The account is read inside the transaction, so what was shown a minute ago cannot be spent
    twice. `advance`: points given with it at the shop's risk. Errors: those of
    `loyalty.sales.selling.sell` and `linked.advance_in`, `program-none`, `member-blocked`.
    """
    with shop.store.writing() as work:
        return sell_in(shop, work, act, basket, member, chosen, advance)


def sell_in(
    shop: Shop,
    work: Work,
    act: Act,
    basket: Basket,
    member: UUID | None,
    chosen: tuple[Chosen, ...],
    advance: Advance | None = None,
) -> Booked:
    """`confirm` inside a transaction that does more than this sale."""
    if earlier := work.entry_of(act.id, Kind.SALE):
        return _booked(work, earlier, program_in_force(work, shop.today))
    program = program_in_force(work, shop.today)
    person = _present(work, member)
    occasion = act.occasion(shop, work)
    presented = [choice.voucher for choice in chosen if choice.voucher]
    if advance is not None and person is not None:
        advance_in(shop, work, person.owner, advance, occasion)
    scene = scene_of(work, shop, program, person, presented, act.id)
    before = scene.standing.account if scene.standing else Account()
    sale, gifts = sell(basket, program, occasion, scene.standing, chosen, scene.shop)
    sale, vouchers = _with_gifts(work, sale, gifts, occasion)
    entry = work.append(sale_entry(sale, before, occasion))
    for voucher in vouchers:
        work.add_voucher(voucher)
    work.release(act.id)
    after = work.account(person.owner) if person else before
    return Booked(entry, sale, person, before, after, program, vouchers)


def _with_gifts(
    view: View, sale: Sale, gifts: tuple[VoucherTerms, ...], occasion: Occasion
) -> tuple[Sale, tuple[Voucher, ...]]:
    """The sale with the vouchers it hands out: a full return of it makes them worthless."""
    plain = [fresh_voucher(view, terms, sale.id, occasion) for terms in gifts]
    vouchers = tuple(replace(voucher, member=sale.member) for voucher in plain)
    given = tuple(voucher.code for voucher in vouchers)
    return replace(sale, given=given, counts=(*sale.counts, *given_counts(vouchers))), vouchers


def _present(view: View, member: UUID | None) -> Member | None:
    if member is None:
        return None
    person = view.member(member)
    if person is None:
        raise LoyaltyError("member-unknown")
    _welcome(person)
    return person


def _booked(view: View, entry: Entry, program: Program) -> Booked:
    """The first outcome of an act that is asked for again."""
    sale = sale_from(entry.body, entry.source, entry.member, entry.program)
    who = sale.person or entry.member
    person = view.member(who) if who else None
    after = view.account(entry.member) if entry.member else Account()
    return Booked(entry, sale, person, after, after, program, view.voucher_given_by(entry.source))
