"""`regulars office answers|links`: what customers said on head office's pages, and whom a mailing
may go to, with the links that stop it and that ask them.
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from loyalty.members.answer import Question
from pos.cli.office import clock_of
from pos.cli.table import table
from pos.cli.told import Facts, Refused, Told
from pos.clock import moment_of
from pos.office.desk.key import cookie_key, read_key
from pos.office.guests import links as guests_links
from pos.office.guests import surveys
from pos.office.guests.links import ASK, STOP, Link
from pos.office.guests.unsubscribing import agreeing
from pos.office.ledger.books import Books
from pos.office.running.setting_up import MERCHANT, database_url, key_path, open_office
from pos.office.schema.engine import reading
from pos.places import Places

USUAL_DAYS = 90


def answers(options: Namespace, places: Places) -> Told:
    """Each answer with --json; else how often each score came."""
    clock = clock_of(places)
    last = options.end or clock.today()
    first = options.start or last - timedelta(days=USUAL_DAYS - 1)
    if first > last:
        raise Refused("survey-days", first=first, last=last)
    engine = open_office(database_url(places, options.database), clock)
    try:
        with reading(engine) as db:
            found = surveys.answers(db, MERCHANT, first, last)
    finally:
        engine.dispose()
    times = Counter((one.question.value, one.score) for one, _ in found)
    rows = [("question", "score", "answers")]
    rows += [(name, str(score), str(many)) for (name, score), many in sorted(times.items())]
    facts: Facts = {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "answers": [
            {
                "id": str(one.id),
                "question": one.question.value,
                "score": one.score,
                "at": moment_of(one.at_ms).isoformat(),
                "member": str(one.member) if one.member else None,
                "comment": one.comment,
                "asked_by": asked_by,
            }
            for one, asked_by in found
        ],
    }
    return Told(facts, (f"{first} to {last}", *table(rows, right=(1, 2))))


def links(options: Namespace, places: Places) -> Told:
    """With --json one member a line, for a mailing program; else how many there are."""
    clock = clock_of(places)
    secret = cookie_key(read_key(key_path(places)))
    engine = open_office(database_url(places, options.database), clock)
    page = options.page.strip().rstrip("/")
    page = page if page.startswith("https://") else f"https://{page}"

    def each() -> Iterator[Facts]:
        try:
            with reading(engine) as db:
                books = Books(db, MERCHANT, clock, 0)
                for one in agreeing(books, options.consent):
                    to = one.email if options.consent == "email" else one.phone
                    if not to:
                        continue
                    stop, ask = Link(one.id, options.consent), Link(one.id, Question.NPS.value)
                    yield {
                        "member": str(one.id),
                        "to": to,
                        "language": one.language,
                        "stop": f"{page}/u/{guests_links.made(secret, MERCHANT, STOP, stop)}",
                        "ask": f"{page}/s/{guests_links.made(secret, MERCHANT, ASK, ask)}",
                    }
        finally:
            engine.dispose()

    if options.json:
        return Told({}, records=each())
    many = sum(1 for _ in each())
    line = f"{many} members agreed to {options.consent}; --json writes their links, one a line."
    return Told({"members": many}, (line,))
