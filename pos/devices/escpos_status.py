"""What an ESC/POS printer answers to DLE EOT, its real-time question.

Bits as in Epson's ESC/POS reference, "DLE EOT n"; bits 0, 1, 4 and 7 are fixed, which tells an
answer from noise. Many cheap printers never answer: that is UNKNOWN, not READY.
"""

from __future__ import annotations

from typing import Protocol

from pos.devices.ports import PrinterStatus

_FIXED, _FIXED_IS = 0x93, 0x12
_OFFLINE = 0x08  # answer 1
_COVER_OPEN, _PAPER_END_STOP = 0x04, 0x20  # answer 2
_NEAR_END, _PAPER_END = 0x0C, 0x60  # answer 4


class Line(Protocol):
    """An open connection to a printer. All three raise TroubleError when it is lost."""

    def send(self, data: bytes) -> None:
        """Send all of it; a printer may be slow, but must not stand still."""

    def receive(self, wait_ms: int) -> bytes:
        """What has come, b"" after `wait_ms` of silence."""

    def close(self) -> None:
        """Let go; harmless twice."""


def ask_status(line: Line, wait_ms: int) -> PrinterStatus:
    """Ask the printer at the other end. Raises what the line raises."""
    while line.receive(0):
        pass  # automatic status sent earlier is not the answer to this question
    general = _ask(line, 1, wait_ms)
    if general is None:
        return PrinterStatus.UNKNOWN
    cause = _ask(line, 2, wait_ms) or 0
    paper = _ask(line, 4, wait_ms) or 0
    if cause & _COVER_OPEN:
        return PrinterStatus.COVER_OPEN
    if cause & _PAPER_END_STOP or paper & _PAPER_END:
        return PrinterStatus.PAPER_OUT
    if general & _OFFLINE:
        return PrinterStatus.OFFLINE
    return PrinterStatus.PAPER_LOW if paper & _NEAR_END else PrinterStatus.READY


def _ask(line: Line, number: int, wait_ms: int) -> int | None:
    line.send(bytes((0x10, 0x04, number)))
    answer = line.receive(wait_ms)
    return next((byte for byte in answer if byte & _FIXED == _FIXED_IS), None)
