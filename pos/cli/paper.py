"""`regulars slip` and `closing`, and the slip after an act where --print asks for it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from loyalty.codes import Meaning, SaleNumber, reading
from loyalty.errors import LoyaltyError
from pos.cli.opened import opened
from pos.cli.shown import entry_text
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.who import sale_named
from pos.closings import closing_named
from pos.devices.printer_setting import printer_from
from pos.places import Places
from pos.printing import Paper, closing, print_document, print_slip, slip, voucher
from pos.shop import Shop
from pos.slips import number_text
from pos.trouble import TroubleError
from receipts.writing.document import Document
from receipts.writing.errors import PaperError
from receipts.writing.pdf import to_pdf
from receipts.writing.text import to_text


def show(options: Namespace, places: Places) -> Told:
    """A slip as text, as a PDF, on paper."""
    with opened(places) as shop:
        if reading(options.sale.strip()).meaning is Meaning.VOUCHER:
            return voucher_shown(shop, options, options.sale.strip())
        number = sale_named(shop, options.sale)
        made = slip(shop, number, copy=options.copy, why=options.why)
        facts = {"number": number_text(number), "entry": entry_text(number), "text": made.text}
        lines = tuple(made.text.splitlines())
        if options.pdf is not None:
            write_file(options.pdf, to_pdf(made.document))
            facts["pdf"] = str(options.pdf)
            lines = (*lines, f"Written to {options.pdf}")
        if options.print:
            to_printer(shop, number, options.copy, options.why)
        return Told(facts | {"printed": bool(options.print)}, lines)


def voucher_shown(shop: Shop, options: Namespace, code: str) -> Told:
    """A voucher as its paper, as text, as a PDF, on paper. Errors: those of `voucher_paper`."""
    facts: Facts = {"voucher": code}
    return _shown(shop, options, voucher(shop, code, copy=options.copy), facts)


def closed(options: Namespace, places: Places) -> Told:
    """A closing that was made before, marked as a copy."""
    with opened(places) as shop:
        made = closing_named(shop, options.shift)
        facts: Facts = {"shift": str(made.shift.id), "fingerprint": made.head[-8:]}
        return _shown(shop, options, closing(shop, made, copy=True), facts)


def _shown(shop: Shop, options: Namespace, document: Document, facts: Facts) -> Told:
    """A document as text, and as a PDF and on paper where that is asked for."""
    text = to_text(document)
    lines = tuple(text.splitlines())
    if options.pdf is not None:
        write_file(options.pdf, to_pdf(document))
        facts["pdf"] = str(options.pdf)
        lines = (*lines, f"Written to {options.pdf}")
    if options.print:
        print_document(document, _printer(shop), shop.settings)
    return Told({**facts, "text": text, "printed": bool(options.print)}, lines)


def printed(shop: Shop, number: SaleNumber, told: Told) -> Told:
    """What was told of an act, with its slip on paper; the act stands if the paper fails."""
    try:
        to_printer(shop, number)
    except (LoyaltyError, TroubleError, PaperError, Refused) as failed:
        facts = {**told.facts, "printed": False}
        return Told(facts, told.lines, Error(failed.code, failed.facts))
    return Told({**told.facts, "printed": True}, (*told.lines, "Slip printed."))


def to_printer(shop: Shop, number: SaleNumber, copy: bool = False, why: bool = False) -> None:
    """Put a slip on the shop's printer; Refused `printer-none` where none is set."""
    print_slip(shop, number, _printer(shop), copy, why)


def voucher_to_printer(shop: Shop, code: str) -> None:
    """Put a voucher on the shop's printer; Refused `printer-none` where none is set."""
    print_document(voucher(shop, code), _printer(shop), shop.settings)


def _printer(shop: Shop) -> Paper:
    setting = shop.settings.printer.strip()
    if setting in ("", "none"):
        raise Refused("printer-none")
    return printer_from(setting)


def write_file(path: Path, data: bytes) -> None:
    """Write a file asked for; Refused `file-unwritable`, and half a file is none."""
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except (OSError, ValueError) as error:
        _forget(draft)
        said = getattr(error, "strerror", None) or "not a file name"
        raise Refused("file-unwritable", path=str(path), said=said) from None


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except (OSError, ValueError):
        pass  # it could not be made in the first place
