"""What head office does by itself, and when: a plan in the database, so that a restart forgets none
and a service that was down catches up. Each job is safe twice, and one that fails stops no other.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from pos.office.desk import feed
from pos.office.desk.core import HeadOffice
from pos.office.desk.recovery import own_epoch
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.office.nights import night as nights
from pos.office.rights.pool import Rights
from pos.office.schema.engine import reading, transaction, upsert
from pos.office.schema.facts import counter
from pos.store.columns import day_from, day_number
from pos.trouble import TroubleError

EVERY_S = 60.0
MOST_PAGES = 1_000_000
_PREFIX = "job-"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """Something done every so many days; `page` does some of it, behind a member."""

    name: str
    every_days: int
    page: Callable[[Rights, bytes], nights.Page]


JOBS = (
    Job("vest", 1, nights.vest),
    Job("expire", 1, nights.expire),
    Job("lapse", 1, nights.lapse),
    Job("homes", 7, nights.homes),
    Job("write-off", 1, nights.write_off),
)
"""In the order of a night: what vests today may end today, and what lapses is allotted anew."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A job that was run: what it came to (points, members), or the code of what was wrong."""

    name: str
    count: int
    took_ms: int
    failed: str = ""


def job_named(name: str) -> Job:
    """LoyaltyError `job-unknown` (name, known)."""
    found = next((job for job in JOBS if job.name == name), None)
    if found is None:
        known = ", ".join(job.name for job in JOBS)
        raise LoyaltyError("job-unknown", name=name[:40], known=known)
    return found


def last_days(office: HeadOffice) -> dict[str, int]:
    """The day each job was last done, as a number; 0: never."""
    with reading(office.engine) as db:
        rows = db.execute(
            sa.select(counter.c.name, counter.c.value).where(
                counter.c.merchant == office.terms.merchant,
                counter.c.name.in_([_PREFIX + job.name for job in JOBS]),
            )
        )
        done = {name.removeprefix(_PREFIX): int(value) for name, value in rows}
    return {job.name: done.get(job.name, 0) for job in JOBS}


def due(office: HeadOffice) -> tuple[Job, ...]:
    """Jobs whose day has come, in their order. A clock that was wrong once keeps none away."""
    today, done = office.clock.today(), last_days(office)
    found = []
    for job in JOBS:
        last = done[job.name]
        ahead = last > day_number(today)
        if not last or ahead or today >= day_from(last) + timedelta(days=job.every_days):
            found.append(job)
    return tuple(found)


def run_due(office: HeadOffice) -> tuple[Ran, ...]:
    """Run what is due."""
    return tuple(run(office, job) for job in due(office))


def run(office: HeadOffice, job: Job) -> Ran:
    """Run a job now; one that is cut off begins again, and what it had done stays done."""
    began, count, after = time.monotonic_ns(), 0, b""
    try:
        for _ in range(MOST_PAGES):
            some, onward = _page(office, job, after)
            count += some
            if onward is None:
                break
            after = onward
    except TroubleError as trouble:
        _log.warning("job %s: %s", job.name, trouble)
        return Ran(job.name, count, _since(began), trouble.code)
    return Ran(job.name, count, _since(began))


def _page(office: HeadOffice, job: Job, after: bytes) -> nights.Page:
    merchant = office.terms.merchant
    with transaction(office.engine) as db:
        books = Books(db, merchant, office.clock, own_epoch(db, merchant))
        books.lock()  # two services of one merchant take turns
        rights = Rights(books, office.new_id)
        some, onward = job.page(rights, after)
        members.go_on(books, rights.recalls, set(books.touched), office.new_id)
        feed.changed(db, merchant, [("standing", one.hex) for one in books.touched])
        if onward is None:
            kept = upsert(db, counter).on_conflict_do_update(
                index_elements=["merchant", "name"],
                set_={"value": sa.literal(day_number(office.clock.today()))},
            )
            day = day_number(office.clock.today())
            db.execute(kept, {"merchant": merchant, "name": _PREFIX + job.name, "value": day})
        books.close()
        return some, onward


def _since(began: int) -> int:
    return (time.monotonic_ns() - began) // 1_000_000


@contextmanager
def watched(
    office: HeadOffice | None,
    every_s: float = EVERY_S,
    also: Callable[[], None] = lambda: None,
) -> Iterator[None]:
    """While it lasts, a thread looks once in a while what is due; without an office, none does.

    `also`: what is looked after besides the books.
    """
    if office is None:
        yield
        return
    ended = threading.Event()
    thread = threading.Thread(
        target=_watch, args=(office, ended, every_s, also), name="office-jobs", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(timeout=10)


def _watch(
    office: HeadOffice, ended: threading.Event, every_s: float, also: Callable[[], None]
) -> None:
    """Until it is ended; a database that is away for a while is asked again."""
    while not ended.is_set():
        try:
            for ran in run_due(office):
                _log.info("job %s: %d in %d ms", ran.name, ran.count, ran.took_ms)
            also()
        except TroubleError as trouble:
            _log.warning("jobs: %s", trouble)
        ended.wait(every_s)
