"""What can go wrong while writing paper: a code and plain facts, never a sentence."""

from __future__ import annotations


class PaperError(Exception):
    """A document cannot be made or rendered as asked.

    ``code`` is kebab-case; ``facts`` are plain values a screen can word. Codes: ``barcode-digits``,
    ``qr-digits``, ``paper-width``, ``unknown-profile``, ``cannot-draw``,
    ``too-wide``, ``no-face``, ``time-without-zone``,
    ``label-too-small``, ``sheet-too-small``, ``too-many-labels``.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code
