"""Blocks of known height flowing over pages, before anything is drawn: so pages can be counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Draw = Callable[[float], None]
"""Draws a block whose upper edge is at this height of the page."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something of a fixed height.

    `glued`: never the last of its page, such as a heading. `head` is drawn again where a page
    begins with this block: the headings of a table's columns.
    """

    height: float
    draw: Draw
    glued: bool = False
    head: Block | None = None


def paged(blocks: Iterable[Block], room: float) -> list[list[Block]]:
    """The blocks of each page, at least one page; what is taller than a page has one to itself."""
    flow = list(blocks)
    pages: list[list[Block]] = [[]]
    used, at = 0.0, 0
    while at < len(flow):
        group = _together(flow, at)
        tall = sum(block.height for block in group)
        if pages[-1] and used + tall > room:
            pages.append([])
            used = 0.0
            if group[0].head is not None:
                pages[-1].append(group[0].head)
                used = group[0].head.height
        pages[-1] += group
        used += tall
        at += len(group)
    return pages


def _together(flow: Sequence[Block], at: int) -> Sequence[Block]:
    """A block with all that its glue holds behind it."""
    end = at
    while end < len(flow) - 1 and flow[end].glued:
        end += 1
    return flow[at : end + 1]
