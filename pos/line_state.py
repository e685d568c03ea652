"""The line to head office as a screen tells it: one value that the courier makes and the counter
shows. It lies here because neither of the two may import the other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineState:
    """The line, as a screen tells it. `since_ms`: how long it has been so; `why`: a code, empty
    where it is well; `state`: what head office says of this terminal (`pos.store.link.STATE`).

    `unsent` entries, the oldest of `oldest_ms`; `set_aside`: what a person must look at. Moments
    are UTC milliseconds, 0 for never.
    """

    connected: bool = False
    since_ms: int = 0
    unsent: int = 0
    oldest_ms: int | None = None
    set_aside: int = 0
    why: str = ""
    last_contact_ms: int = 0
    state: str = ""
    near: bool = False
    """The shop's hub answers: what the shop has can be had here, head office or not."""
    driver: int = 0
    """The process of another window of this till that has the line; 0 where it is this window."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A terminal has become one of a head office's: as what, in which shop, of which merchant."""

    terminal: int
    shop: int
    shop_name: str
    merchant: str
