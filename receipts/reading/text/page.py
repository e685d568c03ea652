"""A receipt as words on a page, put into the rows a person sees. Pure geometry, no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from receipts.reading.text.fold import alike, plain_form

MOST_WORDS = 2_000
MOST_ROWS = 400
MOST_LETTERS = 200  # in a row; whatever is longer is no receipt's line
_OVERLAP = 0.5  # of the lower word's height, for two words to share a row


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text and its upright box as fractions (0..1) of the page; `score` 0..1: how sure
    the engine was.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float = 1.0

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Row:
    """Words beside each other, from the left."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """The row as one line, in its plain form."""
        return plain_form(" ".join(word.text for word in self.words))[:MOST_LETTERS]

    @cached_property
    def sound(self) -> str:
        """The row as key words are looked for in it."""
        return alike(self.text)

    @property
    def top(self) -> float:
        """Where it begins, from the page's top."""
        return min(word.top for word in self.words)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows from the top."""

    rows: tuple[Row, ...]

    @classmethod
    def of_words(cls, words: Iterable[Word]) -> Page:
        """Words in any order. What lies beyond the limits is left out."""
        usable = [w for w in list(words)[:MOST_WORDS] if w.text.strip() and w.bottom > w.top]
        rows: list[list[Word]] = []
        for word in sorted(usable, key=lambda w: (w.middle, w.left)):
            home = next((row for row in reversed(rows[-4:]) if _beside(word, row)), None)
            if home is None:
                rows.append([word])
            else:
                home.append(word)
        rows.sort(key=lambda row: sum(w.middle for w in row) / len(row))
        return cls(tuple(Row(tuple(sorted(r, key=lambda w: w.left))) for r in rows[:MOST_ROWS]))

    @classmethod
    def of_text(cls, text: str) -> Page:
        """Lines of plain text; words are parted by tabs or several spaces."""
        lines = [line for line in text.splitlines() if line.strip()][:MOST_ROWS]
        wide = max((min(len(line), MOST_LETTERS) for line in lines), default=1)
        rows = (_of_line(line[:MOST_LETTERS], n, len(lines), wide) for n, line in enumerate(lines))
        return cls(tuple(rows))


def _beside(word: Word, row: list[Word]) -> bool:
    """Whether a word stands in a row: as high as the word next to it there, and not on top of it.

    The nearest word, not the whole row: crumpled paper bends its rows.
    """
    near = min(row, key=lambda w: max(w.left - word.right, word.left - w.right))
    shared = min(word.bottom, near.bottom) - max(word.top, near.top)
    lower = min(word.bottom - word.top, near.bottom - near.top)
    across = min(word.right, near.right) - max(word.left, near.left)
    narrower = min(word.right - word.left, near.right - near.left)
    return shared > _OVERLAP * lower and across <= 0.4 * narrower


def _of_line(line: str, number: int, of: int, wide: int) -> Row:
    found = re.finditer(r"\S+(?: \S+)*", line.replace("\t", "    "))
    top, bottom = number / of, (number + 0.9) / of
    return Row(
        tuple(
            Word(m[0], min(m.start() / wide, 1.0), top, min(m.end() / wide, 1.0), bottom)
            for m in found
        )
    )
