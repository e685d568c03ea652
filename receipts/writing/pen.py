"""Draws letters, codes and rules on a PDF page; the only place that knows reportlab.

Every face is embedded as a subset, so a file reads the same on a machine without our fonts. The
built-in CJK faces are never used: they embed nothing and print as rubbish elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO

from receipts.writing.code128 import bars
from receipts.writing.document import Align
from receipts.writing.errors import PaperError
from receipts.writing.fonts import Face, face_book
from receipts.writing.qr import qr_modules

MM = 72 / 25.4
"""Points in a millimetre."""


class Pen:
    """A PDF being written; positions in points from the upper left corner of the page."""

    def __init__(self, language: str, width: float, height: float, title: str) -> None:
        # late: reportlab costs 100 ms and is only needed once someone asks for a file
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        self._metrics, self._ttfont = pdfmetrics, TTFont
        self._language, self._book = language, face_book()
        letters = self._book.runs("A", language)
        if not letters:
            raise PaperError("no-face", language=language)
        self._buffer = BytesIO()
        # invariant: the same document gives the same bytes, so files can be compared.
        # A first face of ours keeps reportlab's Helvetica, which it never embeds, out of the file.
        first = self._registered(letters[0].face)
        self._canvas = Canvas(
            self._buffer, pagesize=(width, height), invariant=1, initialFontName=first
        )
        self._canvas.setTitle(title)
        self._height = height
        self.width = lru_cache(maxsize=4096)(self._width)

    def resize(self, width: float, height: float) -> None:
        """Change the size of a page nothing is drawn on yet."""
        self._canvas.setPageSize((width, height))
        self._height = height

    def next_page(self, width: float, height: float) -> None:
        """Finish the page and start another of that size."""
        self._canvas.showPage()
        self.resize(width, height)

    def done(self) -> bytes:
        """The whole file; the pen is spent."""
        # save() would drop an empty last page, and a file without pages opens nowhere.
        self._canvas.showPage()
        self._canvas.save()
        return self._buffer.getvalue()

    def text(
        self,
        text: str,
        x: float,
        base: float,
        em: float,
        bold: bool = False,
        align: Align = Align.LEFT,
        white: bool = False,
        colour: str = "",
    ) -> None:
        """``text`` with its base line at ``base``; ``x`` is its left, middle or right end.

        ``colour`` as ``#rrggbb``; without one it is black, or ``white``.
        """
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[align]
        x -= share * self.width(text, em, bold)
        if colour:
            self._canvas.setFillColorRGB(*_rgb(colour))
        else:
            self._canvas.setFillGray(1 if white else 0)
        for run in self._book.runs(text, self._language, bold):
            name = self._registered(run.face)
            self._canvas.setFont(name, em)
            self._canvas.drawString(x, self._height - base, run.text)
            x += self._metrics.stringWidth(run.text, name, em)

    def box(self, x: float, top: float, width: float, height: float) -> None:
        """A black rectangle."""
        self._canvas.setFillGray(0)
        self._canvas.rect(x, self._height - top - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, top: float, width: float, height: float, radius: float) -> None:
        """A thin grey outline with round corners: where to cut."""
        self._canvas.setStrokeGray(0.6)
        self._canvas.setLineWidth(0.5)
        self._canvas.roundRect(x, self._height - top - height, width, height, radius)

    def dashes(self, x: float, top: float, width: float) -> None:
        """A dashed line."""
        self._canvas.setStrokeGray(0)
        self._canvas.setLineWidth(0.6)
        self._canvas.setDash(2, 2)
        self._canvas.line(x, self._height - top, x + width, self._height - top)
        self._canvas.setDash()

    def shape(
        self,
        points: Sequence[tuple[float, float]],
        stroke: str = "",
        width: float = 0.0,
        dash: Sequence[float] = (),
        fill: str = "",
    ) -> None:
        """Joined points as a line, or closed and filled; colours as ``#rrggbb``, empty for none."""
        canvas = self._canvas
        path = canvas.beginPath()
        for n, (x, top) in enumerate(points):
            (path.lineTo if n else path.moveTo)(x, self._height - top)
        if fill:
            path.close()
            canvas.setFillColorRGB(*_rgb(fill))
        if stroke:
            canvas.setStrokeColorRGB(*_rgb(stroke))
            canvas.setLineWidth(width)
            canvas.setDash(*([list(dash)] if dash else []))
        canvas.drawPath(path, stroke=bool(stroke), fill=bool(fill))
        if dash:
            canvas.setDash()

    def qr(self, data: str, x: float, top: float, module: float) -> float:
        """A QR code without its quiet zone; returns its side."""
        rows = qr_modules(data)
        for y, row in enumerate(rows):
            self._spans(row, x, top + y * module, module)
        return len(rows) * module

    def barcode(self, digits: str, x: float, top: float, module: float, height: float) -> None:
        """A Code 128 of digits, without its quiet zones."""
        self.widths(bars(digits), x, top, module, height)

    def widths(
        self, widths: tuple[int, ...], x: float, top: float, module: float, height: float
    ) -> None:
        """Bars and spaces of so many modules each, a bar first."""
        for n, width in enumerate(widths):
            if n % 2 == 0:
                self.box(x, top, width * module, height)
            x += width * module

    def _spans(self, row: tuple[bool, ...], x: float, top: float, module: float) -> None:
        # Neighbours are one rectangle: viewers draw hair lines between touching ones.
        start = None
        for n, black in enumerate((*row, False)):
            if black and start is None:
                start = n
            elif not black and start is not None:
                self.box(x + start * module, top, (n - start) * module, module)
                start = None

    def _width(self, text: str, em: float, bold: bool) -> float:
        runs = self._book.runs(text, self._language, bold)
        return float(
            sum(self._metrics.stringWidth(run.text, self._registered(run.face), em) for run in runs)
        )

    def _registered(self, face: Face) -> str:
        if face.name not in self._metrics.getRegisteredFontNames():
            self._metrics.registerFont(self._ttfont(face.name, str(face.path)))
        return face.name


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return red, green, blue
