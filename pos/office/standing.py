"""A transaction of head office's own books, begun by a person or a job; what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from pos.office import feed, members
from pos.office.books import Books
from pos.office.core import HeadOffice
from pos.office.engine import transaction
from pos.office.recalls import Recalls
from pos.office.recovery import own_epoch


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
