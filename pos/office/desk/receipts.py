"""What head office signs for a terminal: it has its books up to here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from pos.office.desk.sessions import Terminal
from pos.office.ledger import intake
from pos.office.ledger.books import Books
from pos.office.schema.engine import upsert
from pos.office.schema.facts import receipt
from pos.sync.messages import Batch, Receipt
from pos.sync.signing import receipt_bytes

if TYPE_CHECKING:
    from pos.office.desk.core import HeadOffice


def proof_of(
    office: HeadOffice, books: Books, who: Terminal, batch: Batch, seq: int, digest: bytes = b""
) -> Receipt | None:
    """Signed proof that an epoch is here up to `seq`; None where nothing is. `digest`: the hash
    there, where it is known.
    """
    digest = digest or intake.hash_at(books, who.number, batch.epoch, seq)
    if seq <= 0 or not digest:
        return None
    epoch, own = books.head()
    made = Receipt(
        terminal=who.number,
        epoch=batch.epoch,
        seq=seq,
        hash=digest,
        at_ms=books.now_ms,
        own_epoch=epoch,
        own_seq=own,
    )
    signed = msgspec.structs.replace(made, signature=office.signing.sign(receipt_bytes(made)))
    row = {**msgspec.structs.asdict(signed), "merchant": books.merchant}
    books.db.execute(upsert(books.db, receipt).on_conflict_do_nothing(), row)
    return signed


def was_signed(books: Books, proof: Receipt) -> bool:
    """Whether these books remember that they signed for an entry; a proof of our own that they do
    not know was given by what they were before they were restored.
    """
    wanted = sa.select(receipt.c.hash).where(
        receipt.c.merchant == books.merchant,
        receipt.c.terminal == proof.terminal,
        receipt.c.epoch == proof.epoch,
        receipt.c.seq == proof.seq,
    )
    found = books.db.execute(wanted).scalar_one_or_none()
    return found is not None and bytes(found) == proof.hash
