"""When head office itself was restored from a backup: it numbers anew, and grants nothing until it
has heard of everybody what it had given meanwhile.
"""

from __future__ import annotations

import sqlalchemy as sa

from loyalty.rights.note import HEAD_OFFICE
from pos.office.ledger.books import Books
from pos.office.schema.engine import upsert
from pos.office.schema.facts import counter, terminal, terminal_epoch
from pos.sync.messages import Receipt

RECOVERING = "recovering"
"""The counter with the moment from which on every terminal must have been heard; absent: none."""
SAID = "said-"
"""And a terminal's number: the counter with our count of changes when it last told us words."""
_NEWEST = sa.select(sa.func.max(terminal_epoch.c.epoch)).where(
    terminal_epoch.c.merchant == sa.bindparam("merchant_"), terminal_epoch.c.terminal == HEAD_OFFICE
)
_COUNTER = sa.select(counter.c.value).where(
    counter.c.merchant == sa.bindparam("merchant_"), counter.c.name == sa.bindparam("name_")
)
SILENT_MS = 60 * 24 * 3_600_000
"""A terminal that was silent for so long before is not waited for."""


def own_epoch(db: sa.Connection, merchant: int) -> int:
    """The epoch head office numbers its own entries in; 1 is begun where there is none."""
    found = db.execute(_NEWEST, {"merchant_": merchant}).scalar_one_or_none()
    if found is None:
        _begin(db, merchant, 1, 0)
        return 1
    return int(found)


def _begin(db: sa.Connection, merchant: int, epoch: int, at_ms: int) -> None:
    row = {
        "merchant": merchant,
        "terminal": HEAD_OFFICE,
        "epoch": epoch,
        "of_epoch": 0,
        "of_seq": 0,
        "next": 1,
        "hash": None,
        "asked": None,
        "branches": "[]",
        "began_ms": at_ms,
    }
    db.execute(upsert(db, terminal_epoch).on_conflict_do_nothing(), row)


def forgot(books: Books, office: int, knows_more: bool) -> bool:
    """Whether we were restored from a backup since a terminal last heard us. `office`: our epoch
    when it did, 0 for none; `knows_more`: it has what we gave and do not remember.

    What it knows of an older epoch is no news, whether we remember that one or not: it ended
    because we forgot, and everybody is heard since.
    """
    return knows_more if office == books.epoch else office > books.epoch


def rev_heard(books: Books, terminal: int) -> int:
    """Our count of changes when a terminal's words were last taken in; 0: never."""
    named = {"merchant_": books.merchant, "name_": f"{SAID}{terminal}"}
    return int(books.db.execute(_COUNTER, named).scalar_one_or_none() or 0)


def heard(books: Books, terminal: int, rev: int) -> None:
    """Remember up to which of our changes a terminal's words were taken in."""
    _count(books, f"{SAID}{terminal}", rev)


def _count(books: Books, name: str, value: int) -> None:
    kept = upsert(books.db, counter)
    books.db.execute(
        kept.on_conflict_do_update(
            index_elements=["merchant", "name"], set_={"value": kept.excluded.value}
        ),
        {"merchant": books.merchant, "name": name, "value": value},
    )


def recover(books: Books, proof: Receipt | None = None) -> None:
    """Somebody knows more of us than we do: begin anew and wait for all terminals. Only before
    anything was appended. Whoever finds it out at the same moment goes on in the same epoch.

    The new epoch is the moment in seconds: a number that no lost branch of ours has used.
    """
    books.lock()
    epoch = own_epoch(books.db, books.merchant)
    if epoch != books.epoch:
        books.renumber(epoch)
        return
    fresh = max(epoch, proof.own_epoch if proof else 0, books.now_ms // 1000) + 1
    _begin(books.db, books.merchant, fresh, books.now_ms)
    books.renumber(fresh)
    _count(books, RECOVERING, books.now_ms)


def recovering(books: Books) -> bool:
    """Whether some terminal that may hold a grant we forgot was not heard since."""
    db, merchant = books.db, books.merchant
    named = {"merchant_": merchant, "name_": RECOVERING}
    since = db.execute(_COUNTER, named).scalar_one_or_none()
    if since is None:
        return False
    waiting = sa.select(sa.func.count()).where(
        terminal.c.merchant == merchant,
        terminal.c.state != "retired",
        terminal.c.contact_ms < since,
        terminal.c.contact_ms > since - SILENT_MS,
    )
    if db.execute(waiting).scalar_one():
        return True
    db.execute(counter.delete().where(counter.c.merchant == merchant, counter.c.name == RECOVERING))
    return False
