"""What a till and its shop's hub say to each other, beside `Reserve` and `Reserved`.

One message does it all: what is handed over, what was taken, what is wanted. Every part may be
repeated: a note is taken once, whoever carries it.
"""

from __future__ import annotations

import msgspec

from pos.sync.messages import Reserve, Reserved

MOST_NOTES = 200  # under way between two terminals, and in one message
MOST_WANTED = 200


class HubHello(msgspec.Struct, frozen=True, kw_only=True):
    """A till begins a session with its hub."""

    app: str = ""


class HubWelcome(msgspec.Struct, frozen=True, kw_only=True):
    """The session's name; it counts from the first message that uses it."""

    nonce: bytes


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """`notes`: lines of what the till gives, `epochs` theirs, both by head office's names; `took`:
    ids of the hub's notes that are in the till's books; `wish`: who stands at its counter.
    """

    notes: tuple[str, ...] = ()
    epochs: tuple[int, ...] = ()
    took: tuple[bytes, ...] = ()
    wish: Reserve | None = None


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """`took`: ids of notes that are in the hub's books; `given`: what is for the till.

    `recall`, `vouchers`: what the hub wants back. `frozen`: why it may give nothing (a code).
    """

    took: tuple[bytes, ...] = ()
    given: Reserved = Reserved()
    recall: tuple[bytes, ...] = ()
    vouchers: tuple[str, ...] = ()
    frozen: str = ""


REPLIES: dict[str, tuple[type[msgspec.Struct], type[msgspec.Struct]]] = {
    "hub-session": (HubHello, HubWelcome),
    "hub-hand": (Hand, Handed),
}
"""By the last part of the address: what is asked, and what is answered."""
