"""Single-character changes of a code, and what may become of them.

A check that proves something may still pass after a change only where everything it covers was read
as before (the case of an escape, a line break). Which checks prove, and what, is the table here.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from loyalty.errors import LoyaltyError
from receipts.reading.claim import Claim, Outcome
from receipts.reading.schemes import read_code
from tests.reading.vectors import Vector, made, vectors

PRINTABLE = "".join(map(chr, range(32, 127)))
LETTERS = PRINTABLE + "\x00\n\t\x7fé٣３\u3000"  # digits of other scripts are no digits
ALL = ("merchant", "receipt", "total", "currency", "issued_at", "kind", "device", "counter")


class How(StrEnum):
    """The four ways to mistype."""

    SUBSTITUTED = "substituted"
    INSERTED = "inserted"
    DELETED = "deleted"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Proof:
    """Checks that pass together only for what was issued, and the fields they cover. `blind`: the
    changes of which some slip through eight bits or one digit, as arithmetic has it.
    """

    checks: tuple[str, ...]
    covers: tuple[str, ...] = ALL
    blind: frozenset[How] = frozenset()


PROOFS = {
    "at-rksv": Proof(("signature",)),
    "cl-ted": Proof(("frmt_signature",)),
    "cn-invoice": Proof(("crc16",)),
    "de-v0": Proof(("signature",)),
    "regulars": Proof(("signature",)),
    "sa-zatca": Proof(("hash_signature",), covers=("receipt", "device")),
    "taxcore": Proof(("md5",)),
    "es-ticketbai": Proof(("crc8_id", "crc8_url"), blind=frozenset({How.INSERTED, How.DELETED})),
    # A sum of digits is the same in any order.
    "si-furs": Proof(("mod10",), blind=frozenset({How.SWAPPED})),
    # Two remainders of eleven share the digit 0, and the weights come again after eight places.
    "br-nfce": Proof(("key_mod11", "cnpj"), blind=frozenset({How.SUBSTITUTED, How.SWAPPED})),
}


class Fate(StrEnum):
    """What became of a changed code; the last two are against the law."""

    NOTICED = "noticed"
    SAME = "same"  # nothing that is covered was read otherwise
    UNPROVEN = "unproven"  # no check of this scheme could have noticed
    SLIPPED = "slipped"  # past a weak check, as arithmetic has it
    VERIFIED = "verified-wrongly"
    CRASHED = "crashed"


Change = tuple[How, str]


def every_change(text: str, letters: str = PRINTABLE) -> Iterator[Change]:
    """All of them: about 190 a character."""
    for at in range(len(text) + 1):
        before, here, after = text[:at], text[at : at + 1], text[at + 1 :]
        yield from ((How.INSERTED, before + letter + here + after) for letter in letters)
        if not here:
            break
        yield How.DELETED, before + after
        others = (letter for letter in letters if letter != here)
        yield from ((How.SUBSTITUTED, before + letter + after) for letter in others)
        if after and after[0] != here:
            yield How.SWAPPED, before + after[0] + here + after[1:]


def some_changes(text: str, count: int, rng: random.Random) -> Iterator[Change]:
    """So many by chance, the four ways equally often."""
    ways = list(How)
    for _ in range(count):
        how, at, letter = rng.choice(ways), rng.randrange(len(text)), rng.choice(LETTERS)
        before, after = text[:at], text[at + 1 :]
        if how is How.DELETED:
            yield how, before + after
        elif how is How.INSERTED:
            yield how, before + letter + text[at:]
        elif how is How.SUBSTITUTED:
            yield how, before + letter + after
        else:
            yield how, before + after[:1] + text[at] + after[1:]


def fate(vector: Vector, original: Claim, change: Change) -> Fate:
    """What became of a change of a vector that reads as `original`."""
    how, text = change
    try:
        claim = read_code(text, vector.keys)
    except LoyaltyError:
        return Fate.NOTICED
    except Exception:  # noqa: BLE001 - the law is that there is none
        return Fate.CRASHED
    proof = PROOFS.get(claim.scheme)
    if proof is None:
        return Fate.UNPROVEN
    if any(claim.outcome(name) is not Outcome.PASS for name in proof.checks):
        return Fate.NOTICED
    if claim.scheme == original.scheme and _same(claim, original, proof.covers):
        return Fate.SAME
    return Fate.SLIPPED if how in proof.blind else Fate.VERIFIED


def genuine() -> list[tuple[Vector, Claim]]:
    """Vectors to change, read: those whose proof holds, and all of a scheme that has no proof."""
    read = [(vector, read_code(vector.payload, vector.keys)) for vector in _all()]
    return [(vector, claim) for vector, claim in read if _holds(vector, claim)]


def _all() -> Iterable[Vector]:
    return (*vectors(), *made())


def _holds(vector: Vector, claim: Claim) -> bool:
    proof = PROOFS.get(vector.scheme)
    checks = proof.checks if proof else ()
    return all(claim.outcome(name) is Outcome.PASS for name in checks)


def _same(one: Claim, other: Claim, fields: tuple[str, ...]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in fields)
