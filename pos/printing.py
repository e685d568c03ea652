"""Putting a document on paper: rendered for the printer that is set, sent to it, its answer told.

Nothing here can change the ledger; a printer that fails leaves the sale as it is, and the slip can
be printed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from loyalty.codes import SaleNumber
from pos.closings import closing_facts
from pos.notes import NOTES, note_of, voucher_paper
from pos.papers import slip_language
from pos.settings import Settings
from pos.shift import Closing
from pos.shop import Shop
from pos.slips import slip_of
from pos.trouble import TroubleError
from receipts.writing.closing import closing as closing_document
from receipts.writing.document import Document
from receipts.writing.errors import PaperError
from receipts.writing.escpos import to_escpos
from receipts.writing.fonts import face_book
from receipts.writing.note import note as note_document
from receipts.writing.profiles import profile
from receipts.writing.slip import slip as slip_document
from receipts.writing.text import to_text
from receipts.writing.voucher import voucher as voucher_document


class Paper(Protocol):
    """The part of a printer that printing needs (`pos.devices.ports.Printer`)."""

    def send(self, data: bytes) -> None:
        """Put bytes on paper, or raise TroubleError."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip ready to be read on the screen or sent to a printer."""

    number: SaleNumber
    document: Document

    @property
    def text(self) -> str:
        """The slip as plain text."""
        return to_text(self.document)


def slip(shop: Shop, number: SaleNumber, copy: bool = False, why: bool = False) -> Slip:
    """The slip of an entry, in the member's language; LoyaltyError `slip-unknown`.

    Of a sale, a return, an exchange by either of its halves, points by hand, stamps moved in.
    """
    with shop.store.reading() as view:
        entry = view.entry(number)
        language = slip_language(shop, view, entry) if entry else shop.settings.language
    width = shop.settings.paper_mm
    if entry is not None and entry.kind in NOTES:
        return Slip(number, note_document(note_of(shop, number, copy), language, width))
    facts = slip_of(shop, number, copy, why)
    return Slip(number, slip_document(facts, language, width))


def voucher(shop: Shop, code: str, language: str = "", copy: bool = False) -> Document:
    """A voucher to hand out, by its code; errors as `voucher_paper`."""
    facts, spoken = voucher_paper(shop, code, language, copy)
    return voucher_document(facts, spoken, shop.settings.paper_mm)


def closing(shop: Shop, closed: Closing, copy: bool = False) -> Document:
    """The closing of a shift, in the shop's language."""
    facts = closing_facts(shop, closed, copy)
    return closing_document(facts, shop.settings.language, shop.settings.paper_mm)


def warm_up() -> None:
    """Read ahead which letters each face has: half a second the first slip need not take."""
    face_book()


def print_slip(
    shop: Shop, number: SaleNumber, printer: Paper, copy: bool = False, why: bool = False
) -> None:
    """Print the slip of an entry; TroubleError when it did not go out."""
    print_document(slip(shop, number, copy, why).document, printer, shop.settings)


def print_voucher(
    shop: Shop, code: str, printer: Paper, language: str = "", copy: bool = False
) -> None:
    """Print a voucher; LoyaltyError as `voucher`, TroubleError when it did not go out."""
    print_document(voucher(shop, code, language, copy), printer, shop.settings)


def print_closing(shop: Shop, closed: Closing, printer: Paper, copy: bool = False) -> None:
    """Print the closing of a shift, in the shop's language; TroubleError when it did not go out."""
    print_document(closing(shop, closed, copy), printer, shop.settings)


def print_document(document: Document, printer: Paper, settings: Settings) -> None:
    """Render for the printer's profile and send. A paper that cannot be drawn is trouble too."""
    try:
        drawn = to_escpos(document, profile(settings.printer_profile, settings.paper_mm))
    except PaperError as error:
        raise TroubleError("paper-unprintable", why=error.code) from None
    printer.send(drawn)
