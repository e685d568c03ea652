"""What terminals are to be told: the newest word on each thing, in the order things changed.

One count of changes a merchant; a change that is changed again moves to the end, so that a terminal
which was away for a month is told each thing once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from pos.office.managing import member_index
from pos.office.schema.dialect import Adding, is_postgresql, listed, merge, one_of
from pos.office.schema.engine import upsert
from pos.office.schema.facts import counter, feed, word
from pos.office.schema.guests import contact_check, guest_claim, survey_answer

REV = "rev"
_WORD = sa.select(word.c.stamp, word.c.terminal, word.c.body).where(
    word.c.merchant == sa.bindparam("merchant_"),
    word.c.topic == sa.bindparam("topic_"),
    word.c.name == sa.bindparam("name_"),
)
_LOCKED = _WORD.with_for_update()
_PAGE = (
    sa.select(feed.c.topic, feed.c.name, feed.c.rev)
    .where(feed.c.merchant == sa.bindparam("merchant_"), feed.c.rev > sa.bindparam("after_"))
    .order_by(feed.c.rev)
    .limit(sa.bindparam("most_", type_=sa.Integer))
)


@cache
def _words(postgres: bool) -> sa.Select[Any]:
    return sa.select(word.c.name, word.c.stamp, word.c.terminal, word.c.body).where(
        word.c.merchant == sa.bindparam("merchant_"),
        word.c.topic == sa.bindparam("topic_"),
        one_of(word.c.name, "names_", many=postgres),
    )


def next_rev(db: sa.Connection, merchant: int, many: int = 1) -> int:
    """The first of `many` numbers of the merchant's count of changes; others wait meanwhile."""
    row = db.execute(
        _counting(is_postgresql(db)), {"merchant": merchant, "name": REV, "value": many}
    )
    return int(row.scalar_one()) - many + 1


@cache
def _counting(postgres: bool) -> Any:
    fresh = postgresql.insert(counter) if postgres else sqlite.insert(counter)
    return fresh.on_conflict_do_update(
        index_elements=["merchant", "name"],
        set_={"value": counter.c.value + fresh.excluded.value},
    ).returning(counter.c.value)


def changed(
    db: sa.Connection, merchant: int, things: Iterable[tuple[str, str]], origin: int = 0
) -> None:
    """Things (topic, name) that changed; `origin`: the terminal that need not be told."""
    told = sorted(set(things))
    if not told:
        return
    first = next_rev(db, merchant, len(told))
    rows = [(merchant, *thing, first + n, origin) for n, thing in enumerate(told)]
    merge(db, feed, rows, Adding(put=("rev", "origin")))


def keep_word(
    db: sa.Connection, merchant: int, said: tuple[str, str, int, int, str], origin: int
) -> bool:
    """A word (topic, name, stamp, terminal, body), if it is newer than what is known; whether."""
    topic, name, stamp, terminal, body = said
    next_rev(db, merchant, 0)  # locked first, as whoever tells of changes holds it already
    asked = {"merchant_": merchant, "topic_": topic, "name_": name}
    known = db.execute(_LOCKED, asked).one_or_none()
    if known is not None and (stamp, terminal) <= (known.stamp, known.terminal):
        return False
    fresh = upsert(db, word)
    db.execute(
        fresh.on_conflict_do_update(
            index_elements=["merchant", "topic", "name"],
            set_={n: fresh.excluded[n] for n in ("stamp", "terminal", "body")},
        ),
        {
            "merchant": merchant,
            "topic": topic,
            "name": name,
            "stamp": stamp,
            "terminal": terminal,
            "body": body,
        },
    )
    member_index.follow(db, merchant, topic, name, body)
    changed(db, merchant, [(topic, name)], origin)
    return True


def page(
    db: sa.Connection, merchant: int, after: int, most: int
) -> tuple[list[tuple[str, str]], int, bool]:
    """Things that changed behind `after`, oldest first; where to go on; whether there is more.

    A terminal is told its own words, too: its books may have been restored since, or have a copy.
    """
    rows = db.execute(_PAGE, {"merchant_": merchant, "after_": after, "most_": most}).all()
    things = [(row.topic, row.name) for row in rows]
    return things, (rows[-1].rev if rows else after), len(rows) == most


def word_of(db: sa.Connection, merchant: int, topic: str, name: str) -> tuple[int, int, str] | None:
    """Stamp, terminal and body of the newest word."""
    asked = {"merchant_": merchant, "topic_": topic, "name_": name}
    row = db.execute(_WORD, asked).one_or_none()
    return (row.stamp, row.terminal, row.body) if row else None


def words_of(
    db: sa.Connection, merchant: int, things: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], tuple[int, int, str]]:
    """Of things (topic, name), the newest words there are; as `word_of`."""
    topics: dict[str, list[str]] = {}
    for topic, name in things:
        topics.setdefault(topic, []).append(name)
    found = {}
    for topic, names in topics.items():
        named = listed(db, word.c.name, names)
        asked = {"merchant_": merchant, "topic_": topic, "names_": named}
        for name, *told in db.execute(_words(is_postgresql(db)), asked):
            found[topic, name] = (told[0], told[1], told[2])
    return found


def members_behind(
    db: sa.Connection, merchant: int, after: int, members: Iterable[str]
) -> list[str]:
    """Those of some members that changed behind `after`: a terminal may not know them yet."""
    asked = sorted(set(members))
    if not asked:
        return []
    wanted = sa.select(feed.c.name).where(
        feed.c.merchant == merchant,
        feed.c.topic == "member",
        feed.c.name.in_(asked),
        feed.c.rev > after,
    )
    return list(db.execute(wanted).scalars())


def blank(db: sa.Connection, merchant: int, member: str) -> None:
    """Forget what was said of an erased member besides that they are gone: no terminal that comes
    later is told it. What they answered stays a number; who it was, and their words, go.
    """
    theirs = sa.or_(
        sa.and_(word.c.topic == "profile", word.c.name == member),
        sa.and_(word.c.topic == "consent", word.c.name.startswith(member)),
        sa.and_(word.c.topic == "card", word.c.body.contains(f'"member":"{member}"')),
    )
    db.execute(word.update().where(word.c.merchant == merchant, theirs).values(body=""))
    try:
        who = UUID(hex=member).bytes
    except ValueError:  # a terminal may name anybody
        return
    mine = (guest_claim.c.merchant == merchant, guest_claim.c.member == who)
    db.execute(guest_claim.update().where(*mine).values(card="", visit=bytes(32)))
    doubted = sa.or_(contact_check.c.member == who, contact_check.c.other == who)
    db.execute(contact_check.delete().where(contact_check.c.merchant == merchant, doubted))
    said = (survey_answer.c.merchant == merchant, survey_answer.c.member == who)
    db.execute(survey_answer.update().where(*said).values(member=None, comment=""))


def merged_into(db: sa.Connection, merchant: int, member: str) -> list[tuple[str, int, str]]:
    """Name, stamp and body of members who were merged into one, and into those: nobody tells all
    of a chain that two shops made.
    """
    found: dict[str, tuple[str, int, str]] = {}
    into = [member]
    while into:
        wanted = sa.select(word.c.name, word.c.stamp, word.c.body).where(
            word.c.merchant == merchant,
            word.c.topic == "member",
            word.c.body.contains(f'"merged":"{into.pop()}"', autoescape=True),
            word.c.body.contains('"status":"merged"'),
        )
        fresh = [row for row in db.execute(wanted) if row.name not in found]
        found |= {row.name: tuple(row) for row in fresh}
        into += [row.name for row in fresh]
    return [*found.values()]
