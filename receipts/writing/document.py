"""The one document value: ordered blocks, a language and a paper width.

Everything we print is built as a ``Document`` first and only then rendered (``text``, ``escpos``,
``pdf``), so a slip says the same on the screen, on the roll and in a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from receipts.writing.errors import PaperError
from receipts.writing.plain import plain

PAPER_WIDTHS_MM = (58, 80)


class Align(Enum):
    """Where a text stands between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Size(Enum):
    """Letter height, relative to the paper's body text."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; wraps by itself. ``boxed`` draws it white on black (copy, training)."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    size: Size = Size.NORMAL
    boxed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain(self.text))


@dataclass(frozen=True, slots=True)
class Heading:
    """A large, bold, centred line: the shop's name, the title of a report."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", plain(self.text))


@dataclass(frozen=True, slots=True)
class Row:
    """A label at the left and its value at the right edge; the label wraps, the value stays whole.

    ``indent`` is in letter widths.
    """

    left: str
    right: str
    bold: bool = False
    size: Size = Size.NORMAL
    indent: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "left", plain(self.left))
        object.__setattr__(self, "right", plain(self.right))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper; ``strong`` is solid, otherwise dashed."""

    strong: bool = False


@dataclass(frozen=True, slots=True)
class Qr:
    """A QR code of printable ASCII, level M, centred; ``dots`` per module on thermal paper."""

    data: str
    caption: str = ""
    dots: int = 4

    def __post_init__(self) -> None:
        printable = self.data.isascii() and self.data.isprintable()
        if not (printable and 1 <= len(self.data) <= 300 and 2 <= self.dots <= 12):
            raise PaperError("qr-digits", length=len(self.data))
        object.__setattr__(self, "caption", plain(self.caption))


@dataclass(frozen=True, slots=True)
class Barcode:
    """Code 128 set C: an even number of digits; ``human`` is the grouped text below."""

    digits: str
    human: str = ""

    def __post_init__(self) -> None:
        digits = self.digits
        fine = digits.isascii() and digits.isdigit() and len(digits) % 2 == 0
        if not (fine and 2 <= len(digits) <= 30):
            raise PaperError("barcode-digits", length=len(digits))
        object.__setattr__(self, "human", plain(self.human))


@dataclass(frozen=True, slots=True)
class Feed:
    """Empty lines."""

    lines: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", max(0, min(self.lines, 20)))


@dataclass(frozen=True, slots=True)
class Cut:
    """End of a sheet: cut where there is a knife, feed to the tear bar where not."""


Block = Text | Heading | Row | Rule | Qr | Barcode | Feed | Cut


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order, the language they are worded in, and the roll's width in mm."""

    blocks: tuple[Block, ...]
    language: str
    paper_mm: int = 80

    def __post_init__(self) -> None:
        if self.paper_mm not in PAPER_WIDTHS_MM:
            raise PaperError("paper-width", paper_mm=self.paper_mm)
