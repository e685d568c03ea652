"""Putting a document on paper: rendered for the printer that is set, sent to it, its answer told.

Nothing here can change the ledger; a printer that fails leaves the sale as it is, and the slip can
be printed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from loyalty.codes import SaleNumber
from pos.settings import Settings
from pos.shift import Closing
from pos.shop import Shop
from pos.slips import closing_facts, slip_language, slip_of
from pos.trouble import TroubleError
from receipts.writing.closing import closing as closing_document
from receipts.writing.document import Document
from receipts.writing.errors import PaperError
from receipts.writing.escpos import to_escpos
from receipts.writing.fonts import face_book
from receipts.writing.profiles import profile
from receipts.writing.slip import slip as slip_document
from receipts.writing.text import to_text


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
    """The slip of a sale or return, in the member's language; LoyaltyError `slip-unknown`."""
    with shop.store.reading() as view:
        entry = view.entry(number)
        language = slip_language(shop, view, entry) if entry else shop.settings.language
    facts = slip_of(shop, number, copy, why)
    return Slip(number, slip_document(facts, language, shop.settings.paper_mm))


def warm_up() -> None:
    """Read ahead which letters each face has: half a second the first slip need not take."""
    face_book()


def print_slip(
    shop: Shop, number: SaleNumber, printer: Paper, copy: bool = False, why: bool = False
) -> None:
    """Print the slip of a sale or return; TroubleError when it did not go out."""
    _put_on_paper(slip(shop, number, copy, why).document, printer, shop.settings)


def print_closing(shop: Shop, closing: Closing, printer: Paper) -> None:
    """Print the closing of a shift, in the shop's language; TroubleError when it did not go out."""
    facts = closing_facts(shop, closing)
    document = closing_document(facts, shop.settings.language, shop.settings.paper_mm)
    _put_on_paper(document, printer, shop.settings)


def _put_on_paper(document: Document, printer: Paper, settings: Settings) -> None:
    """Render for the printer's profile and send. A paper that cannot be drawn is trouble too."""
    try:
        drawn = to_escpos(document, profile(settings.printer_profile, settings.paper_mm))
    except PaperError as error:
        raise TroubleError("paper-unprintable", why=error.code) from None
    printer.send(drawn)
