"""`regulars cards print` and `vouchers sheet`: labels with our codes, as a PDF."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from pos.card_stock import blank_cards, cards_of_codes, cards_of_members
from pos.cli.opened import opened
from pos.cli.paper import write_file
from pos.cli.told import Refused, Told
from pos.cli.who import member_named
from pos.notes import voucher_paper
from pos.places import Places
from pos.settings import LANGUAGES
from pos.shop import Shop
from receipts.writing.card import card_label, to_single_pdf
from receipts.writing.card_sheet import LAYOUTS, Layout, places, to_sheets_pdf
from receipts.writing.label import Label
from receipts.writing.voucher import voucher_label


def cards(options: Namespace, where: Places) -> Told:
    """Blank cards, cards of these codes, or members' own."""
    with opened(where) as shop:
        language = _language(options, shop)
        _fits(options)  # before numbers are reserved for a sheet that cannot be
        labels = _labels(shop, options, language)
        _write(options, labels, language, shop.settings.shop)
    return _told(options, "cards", labels)


def vouchers(options: Namespace, where: Places) -> Told:
    """Vouchers that were given, each on a label."""
    with opened(where) as shop:
        language = _language(options, shop)
        labels = []
        for code in options.codes:
            if reading(code.strip()).meaning is Meaning.DAMAGED:
                raise LoyaltyError("code-damaged", text=code.strip()[:20])
            facts, spoken = voucher_paper(shop, code.strip(), options.language)
            labels.append(voucher_label(facts, spoken))
        _write(options, labels, language, shop.settings.shop)
    return _told(options, "vouchers", labels)


def _labels(shop: Shop, options: Namespace, language: str) -> Sequence[Label]:
    if options.members:
        members = [member_named(shop, who).member.id for who in options.members]
        named = cards_of_members(shop, members)
        return [card_label(facts, options.language or spoken) for facts, spoken in named]
    if options.codes:
        return [card_label(facts, language) for facts in cards_of_codes(shop, options.codes)]
    return [card_label(facts, language) for facts in blank_cards(shop, options.count)]


def _language(options: Namespace, shop: Shop) -> str:
    wanted: str = options.language or shop.settings.language
    if wanted not in LANGUAGES:
        raise Refused("language-unknown", language=wanted[:20], known=", ".join(LANGUAGES))
    return wanted


def _layout(options: Namespace) -> Layout | None:
    """Where the labels lie; None for one a page."""
    if options.layout == "single":
        return None
    if isinstance(options.layout, tuple):
        wide, high = options.layout
        gap = options.gap
        return Layout(wide, high, gap_x=gap, gap_y=gap, margin=options.margin)
    return LAYOUTS[options.layout or "cards"]


def _fits(options: Namespace) -> None:
    layout = _layout(options)
    if layout is not None:
        next(places(layout, options.paper))


def _write(options: Namespace, labels: Sequence[Label], language: str, title: str) -> None:
    layout = _layout(options)
    if layout is None:
        data = to_single_pdf(labels, language, title)
    else:
        marks = options.crop_marks
        data = to_sheets_pdf(labels, layout, options.paper, language, title, marks)
    write_file(options.pdf, data)


def _told(options: Namespace, what: str, labels: Sequence[Label]) -> Told:
    facts = {what: [one.digits for one in labels], "pdf": str(options.pdf)}
    return Told(facts, (f"{len(labels)} {what} written to {options.pdf}",))
