"""What is put on another shop system's receipt: a line and the claim code, as printer bytes."""

from __future__ import annotations

from receipts.writing.document import Align, Block, Document, Feed, Qr, Rule, Size, Text
from receipts.writing.errors import PaperError
from receipts.writing.escpos import to_escpos
from receipts.writing.profiles import PrinterProfile

_START = b"\x1b@\x1bR\x00\x1ba\x00"
"""How every document of ours begins: a reset, which would undo what the POS has set."""


def block_of(
    said: str, code: str, typed: str, language: str, paper_mm: int, printer: PrinterProfile
) -> bytes:
    """`said` above the QR code of `code`, `typed` below it; empty where it cannot be drawn."""
    blocks: list[Block] = [Feed(1), Rule(), Text(said, Align.CENTRE, bold=True)]
    if code:
        blocks.append(Qr(code))
    if typed:
        blocks.append(Text(typed, Align.CENTRE, size=Size.SMALL))
    document = Document(tuple(blocks), language, paper_mm)
    try:
        drawn = to_escpos(document, printer)
    except PaperError:
        return b""
    return drawn.removeprefix(_START)
