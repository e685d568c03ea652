"""Slips of what came back: a return, a cancelled sale, goods without a sale, half an exchange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loyalty.apportion import units_share
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import Count, given_of, stamps_of, used_of
from loyalty.ledger.documents import returned_from, sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.rules.program import Program
from loyalty.sales.returned import Returned
from loyalty.sales.sale import Sale
from loyalty.sales.unlinked import unlinked_from
from pos.afterwards import member_facts, then
from pos.clock import moment_of
from pos.papers import (
    line_facts,
    number_text,
    operator_name,
    reward_names,
    shop_facts,
    slip_language,
)
from pos.shop import Shop
from pos.store import View
from receipts.writing.facts import (
    BackFacts,
    CodeFacts,
    DeductionFacts,
    LineFacts,
    Means,
    MemberFacts,
    MovedFacts,
    SlipFacts,
    SlipKind,
)


def return_slip(shop: Shop, view: View, entry: Entry) -> SlipFacts:
    """Of a return or a void; LoyaltyError `slip-unknown` if its sale is neither in these books nor
    was brought here.
    """
    returned = returned_from(entry.body, entry.source)
    original = view.sale_entry(returned.sale)
    if original is None:
        raise LoyaltyError("slip-unknown", terminal=entry.key.terminal, seq=entry.key.seq)
    sale = sale_from(original.body, original.source, original.member, original.program)
    language = slip_language(shop, view, entry)
    program = view.program(original.program)
    half = _half(view, sale, returned, reward_names(program, language))
    again = _out_again(view, original) if returned.void else None
    member = None
    if entry.member:
        member = _returner(shop, view, entry, returned, program, again)
    return SlipFacts(
        kind=SlipKind.VOID if returned.void else SlipKind.RETURN,
        shop=shop_facts(shop.settings),
        operator=operator_name(view, returned.operator),
        terminal=str(entry.key.terminal),
        receipt_no=number_text(entry.key),
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        currency=sale.currency,
        lines=half.lines,
        total_minor=half.total_minor,
        due_minor=returned.refund_minor,
        paid_by_points_minor=half.points_minor if half.points else 0,
        points_spent=half.points,
        deductions=_unnamed(half),
        kept_minor=returned.kept_minor,
        member=member,
        original_no=number_text(returned.sale),
        lapsed=tuple(voucher_codes(view, returned.counts, given_of(""), language)),
        revived=tuple(voucher_codes(view, returned.counts, used_of(""), language)),
        came_back=first_half(shop, view, again[0]) if again else None,
        why=returned.why,
        approved=operator_name(view, returned.approved) if returned.approved else "",
    )


def _returner(
    shop: Shop,
    view: View,
    entry: Entry,
    returned: Returned,
    program: Program | None,
    again: tuple[Entry, Entry] | None,
) -> MemberFacts:
    language = slip_language(shop, view, entry)
    now = then(shop, view, entry, again[1] if again else None)
    told = member_facts(shop, view, now, language, returned.counts)
    told = moved_back(told, returned, program, language)
    if again is None:
        return told
    first = returned_from(again[0].body, again[0].source)
    return replace(
        told,
        taken_back=told.taken_back + first.restored,
        given_back=told.given_back + first.clawed,
    )


def moved_back(
    told: MemberFacts, returned: Returned, program: Program | None, language: str
) -> MemberFacts:
    """With what a return moved; `program`: the one of the sale, which knows the stamp cards."""
    return replace(
        told,
        taken_back=returned.clawed,
        given_back=returned.restored,
        owed=returned.owed,
        bought=returned.bought,
        waived=max(0, returned.waived),
        moved=tuple(_stamps_moved(returned.counts, program, language)),
    )


def _stamps_moved(
    counts: Iterable[Count], program: Program | None, language: str
) -> Iterator[MovedFacts]:
    counted = tuple(counts)
    for rule in program.stamps if program else ():
        number = sum(count.amount for count in counted if count.name == stamps_of(rule.id))
        if number:
            yield MovedFacts(rule.name_in(language), number)


def voucher_codes(
    view: View, counts: Iterable[Count], prefix: str, language: str
) -> Iterator[CodeFacts]:
    """Vouchers whose count of that name was taken back."""
    for count in counts:
        if count.shop and count.amount < 0 and count.name.startswith(prefix):
            code = count.name.removeprefix(prefix)
            voucher = view.voucher(code)
            yield CodeFacts(voucher.terms.name_in(language) if voucher else "", code)


def _half(view: View, sale: Sale, returned: Returned, names: Mapping[str, str]) -> BackFacts:
    """What came back, and how it had been paid. `points` is 0 where vouchers had paid as well:
    what each of them paid of a single unit nobody can say.
    """
    lines = tuple(_returned_lines(view, sale, returned, names))
    total = sum(line.amount_minor for line in lines)
    mixed = any(used.voucher or used.stamps for used in sale.used)
    return BackFacts(
        lines=lines,
        total_minor=total,
        refund_minor=returned.refund_minor,
        points_minor=total - returned.refund_minor - returned.kept_minor,
        points=0 if mixed else returned.restored,
        kept_minor=returned.kept_minor,
        original_no=number_text(returned.sale),
    )


def _unnamed(half: BackFacts) -> tuple[DeductionFacts, ...]:
    if half.points_minor and not half.points:
        return (DeductionFacts(Means.EITHER, "", half.points_minor),)
    return ()


def first_half(shop: Shop, view: View, back: Entry) -> BackFacts | None:
    """What came back in an exchange."""
    returned = returned_from(back.body, back.source)
    original = view.sale_entry(returned.sale)
    if original is None:
        return None
    sale = sale_from(original.body, original.source, original.member, original.program)
    names = reward_names(view.program(original.program), slip_language(shop, view, back))
    return _half(view, sale, returned, names)


def _out_again(view: View, original: Entry) -> tuple[Entry, Entry] | None:
    """Of a cancelled exchange: the return that was undone with it, and its undoing."""
    back = view.entry_of(original.source, Kind.RETURN)
    undone = view.entry_of(original.source, Kind.RETURN_UNDONE)
    return (back, undone) if back and undone else None


def unlinked_slip(shop: Shop, view: View, entry: Entry) -> SlipFacts:
    """Of goods that came back without their sale."""
    told = unlinked_from(entry.body, entry.source, entry.member)
    member = None
    if entry.member:
        now = then(shop, view, entry)
        member = replace(
            member_facts(shop, view, now, slip_language(shop, view, entry)),
            taken_back=told.clawed,
            owed=told.owed,
            bought=told.bought,
            waived=told.waived,
        )
    lines = told.basket.lines
    return SlipFacts(
        kind=SlipKind.UNLINKED,
        shop=shop_facts(shop.settings),
        operator=operator_name(view, told.operator),
        terminal=str(entry.key.terminal),
        receipt_no=number_text(entry.key),
        at=moment_of(entry.at_ms).astimezone(shop.clock.zone),
        currency=told.basket.currency,
        lines=tuple(LineFacts(line.text, line.units, line.amount_minor) for line in lines),
        total_minor=told.basket.total_minor,
        due_minor=told.refund_minor,
        kept_minor=told.kept_minor,
        member=member,
        why=told.why,
        approved=operator_name(view, told.approved),
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
            yield line_facts(line, units, amount, names)
