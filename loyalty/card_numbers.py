"""Numbers of blank cards: never one twice, and none can be told from another.

A card is spent by whoever shows it, so the next one's number must not be this one's plus one. The
places of a counted series are scattered over all numbers by a keyed permutation (a Feistel network
of four rounds, walked until it falls among the numbers): unlike drawing by chance it cannot hit one
number twice.
"""

from __future__ import annotations

import hmac

from loyalty.errors import LoyaltyError

NUMBERS = 10**12  # of member cards, see `loyalty.codes`
SERIES = 1 << 17
"""Blank cards of one epoch of a terminal."""
_EPOCHS = 1 << 6
_HALF = 20
_MASK = (1 << _HALF) - 1
_ROUNDS = 4


def blank_number(secret: bytes, terminal: int, epoch: int, serial: int) -> int:
    """The number of a terminal's blank card `serial` (from 0) of an epoch; one to one.

    LoyaltyError `cards-exhausted` beyond the last one.
    """
    if not (0 < terminal < 100_000 and 0 < epoch < _EPOCHS and 0 <= serial < SERIES):
        raise LoyaltyError("cards-exhausted", terminal=terminal)
    place = (terminal * _EPOCHS + epoch) * SERIES + serial
    # Every place is below NUMBERS, so the walk comes back there; one step in ten goes on.
    while True:
        place = _scattered(secret, place)
        if place < NUMBERS:
            return place


def _scattered(secret: bytes, place: int) -> int:
    left, right = place >> _HALF, place & _MASK
    for turn in range(_ROUNDS):
        digest = hmac.digest(secret, bytes([turn]) + right.to_bytes(3, "big"), "sha256")
        left, right = right, left ^ (int.from_bytes(digest[:3], "big") & _MASK)
    return left << _HALF | right
