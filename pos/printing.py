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
from pos.slips import closing_facts, slip_of
from receipts.writing.closing import closing as closing_document
from receipts.writing.document import Document
from receipts.writing.escpos import to_escpos
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
    language = _language(shop, number)
    facts = slip_of(shop, number, copy, why)
    return Slip(number, slip_document(facts, language, shop.settings.paper_mm))


def closing_slip(shop: Shop, closing: Closing) -> Document:
    """The paper of a closed shift, in the shop's language."""
    facts = closing_facts(shop, closing)
    return closing_document(facts, shop.settings.language, shop.settings.paper_mm)


def put_on_paper(document: Document, printer: Paper, settings: Settings) -> None:
    """Render for the printer's profile and send; TroubleError when it did not go out."""
    printer.send(to_escpos(document, profile(settings.printer_profile, settings.paper_mm)))


def _language(shop: Shop, number: SaleNumber) -> str:
    with shop.store.reading() as view:
        entry = view.entry(number)
        member = view.member(entry.member) if entry and entry.member else None
    return (member.language if member else "") or shop.settings.language
