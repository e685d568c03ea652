"""A write that a program sends again with the same `Idempotency-Key` is done once: the second gets
the first answer. Kept for a day, enciphered with the key itself, which is not kept: an answer may
hold a code or a password.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from loyalty.errors import LoyaltyError
from pos.office.people.accounts import House
from pos.office.schema.engine import transaction, upsert
from pos.office.schema.managing import repeat
from pos.office.web.refusals import Answer, Refused

KEPT_MS = 24 * 3_600_000
LONGEST, SHORTEST = 200, 8
_NONCE = b"regulars-idm"  # each key enciphers one answer only, so one nonce is enough


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked under a key: by whom, what, and with which body."""

    key: str
    person: str
    method: str
    path: str
    body: bytes

    @property
    def hash(self) -> bytes:
        told = f"{self.person} {self.method} {self.path} {self.key}"
        return hashlib.sha256(told.encode("utf-8", "replace")).digest()

    @property
    def asked(self) -> bytes:
        return hashlib.sha256(self.body).digest()

    @property
    def cipher(self) -> ChaCha20Poly1305:
        return ChaCha20Poly1305(hashlib.sha256(b"answer\0" + self.key.encode()).digest())


def once(engine: sa.Engine, house: House, wish: Wish, do: Callable[[], Answer]) -> Answer:
    """The answer of `do`, or of the first time it was done.

    Refused `key-wrong` (too short, too long), `key-reused` (another body came with it), `key-busy`
    (the first is not answered: under way, or cut off by a fault; look before you take a new key).
    What is refused is not done, so its key is free again.
    """
    if not (wish.key.isascii() and SHORTEST <= len(wish.key) <= LONGEST):
        raise Refused(400, "key-wrong", least=SHORTEST, most=LONGEST)
    if (first := _begun(engine, house, wish)) is not None:
        return first
    try:
        answer = do()
    except (LoyaltyError, Refused):
        with transaction(engine) as db:
            db.execute(repeat.delete().where(*_at(house, wish)))
        raise
    sealed = wish.cipher.encrypt(_NONCE, answer.body, wish.hash)
    with transaction(engine) as db:
        values = {"status": answer.status, "answer": sealed}
        db.execute(repeat.update().where(*_at(house, wish)).values(**values))
    return answer


def _begun(engine: sa.Engine, house: House, wish: Wish) -> Answer | None:
    row = {
        "merchant": house.merchant,
        "hash": wish.hash,
        "asked": wish.asked,
        "at_ms": house.now_ms,
        "status": 0,
        "answer": b"",
    }
    with transaction(engine) as db:
        old = (repeat.c.merchant == house.merchant, repeat.c.at_ms < house.now_ms - KEPT_MS)
        db.execute(repeat.delete().where(*old))
        fresh = upsert(db, repeat).on_conflict_do_nothing().returning(repeat.c.at_ms)
        if db.execute(fresh, row).first() is not None:
            return None
        known = db.execute(sa.select(repeat).where(*_at(house, wish))).one()
    if bytes(known.asked) != wish.asked:
        raise Refused(422, "key-reused")
    if not known.status:
        raise Refused(409, "key-busy")
    try:
        body = wish.cipher.decrypt(_NONCE, bytes(known.answer), wish.hash)
    except InvalidTag:
        raise Refused(422, "key-reused") from None
    return Answer(known.status, body, "application/json", {"idempotent-replayed": "true"})


def _at(house: House, wish: Wish) -> tuple[sa.ColumnElement[bool], ...]:
    return repeat.c.merchant == house.merchant, repeat.c.hash == wish.hash
