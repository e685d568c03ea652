"""Our own claim code (`receipts.claim_code`): what a slip of a terminal of ours says of itself.

`KnownKeys` hold a terminal's key under ("regulars", its number): see `known_key`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from loyalty.errors import LoyaltyError
from loyalty.money import currency
from receipts.claim_code import ClaimFacts, facts_from, looks_like, verify
from receipts.reading.claim import Check, Claim, DocumentKind, KnownKeys, impossible, passed
from receipts.reading.payload import Payload
from receipts.reading.scheme import Scheme

NAME = "regulars"
_PUBLIC = 32
_RETIRED = _PUBLIC + 8
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SEQS = 100_000_000


def known_key(public: bytes, retired_s: int | None = None) -> bytes:
    """A key as `KnownKeys` hold it: 32 bytes, and for a retired one the Unix second (int64) too."""
    return public if retired_s is None else public + retired_s.to_bytes(8, "big", signed=True)


def receipt_number(facts: ClaimFacts) -> str:
    """What makes a receipt of ours unique: terminal, epoch and number, captured or sold."""
    sale = facts.sale
    number = f"{sale.terminal}-{sale.epoch}-{sale.seq}"
    return f"capture-{number}" if facts.captured else number


def _looks_like(payload: Payload) -> bool:
    return looks_like(payload.text)


def _read(payload: Payload, keys: KnownKeys) -> Claim:
    try:
        facts = facts_from(payload.text)
    except LoyaltyError:
        raise ValueError(payload.text[:40]) from None
    sale = facts.sale
    kind = "capture-" if facts.captured else ""
    return Claim(
        scheme=NAME,
        merchant=str(facts.store),
        receipt=receipt_number(facts),
        total=Decimal(facts.total_minor).scaleb(-currency(facts.currency).exponent),
        currency=facts.currency,
        issued_at=f"{_EPOCH + timedelta(seconds=facts.at_s):%Y-%m-%dT%H:%M:%SZ}",
        kind=DocumentKind.SALE,
        checks=_checks(payload, facts, keys.get((NAME, str(facts.key_id)))),
        device=f"{kind}{sale.terminal}",
        # After a restore the numbers begin again, in a later epoch: together they only rise.
        counter=sale.epoch * _SEQS + sale.seq,
    )


def _checks(payload: Payload, facts: ClaimFacts, known: bytes | None) -> tuple[Check, ...]:
    if known is None:
        return impossible("signature"), impossible("key_valid")
    if len(known) not in (_PUBLIC, _RETIRED):
        raise ValueError(len(known))
    holds = verify(payload.text, {facts.key_id: known[:_PUBLIC]}) is True
    # A slip printed again is signed with today's key, so a key may be younger than the sale.
    retired = known[_PUBLIC:]
    valid = not retired or facts.at_s < int.from_bytes(retired, "big", signed=True)
    return passed("signature", holds), passed("key_valid", valid)


SCHEME = Scheme(NAME, _looks_like, _read)
