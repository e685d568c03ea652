"""A transaction of head office's own books, begun by a person or a job; what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from pos.office.desk import feed
from pos.office.desk.core import HeadOffice
from pos.office.desk.recovery import own_epoch
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.office.rights.recalls import Recalls
from pos.office.schema.engine import transaction


@contextmanager
def booking(office: HeadOffice) -> Iterator[Books]:
    """Books to append to; chained, written and told when it ends well."""
    with transaction(office.engine) as db:
        merchant = office.terms.merchant
        books = Books(db, merchant, office.clock, own_epoch(db, merchant))
        yield books
        books.close()


def told_of_touched(books: Books, new_id: Callable[[], UUID]) -> None:
    """What moved goes on to whoever has the account now, and every terminal hears of it."""
    members.go_on(books, Recalls(books), set(books.touched), new_id)
    things = [("standing", member.hex) for member in books.touched]
    feed.changed(books.db, books.merchant, things)
