"""Who the members are: enrolled, new, active; and what is wrong with what we know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loyalty.ledger.entry import Kind
from loyalty.members.member import MemberStatus
from pos.store.columns import day_number
from pos.store.insight.purchases import prepare
from pos.store.insight.reading import InsightView
from pos.store.tables import KIND_CODES

_HERE = ", ".join(f"'{status}'" for status in (MemberStatus.ACTIVE, MemberStatus.BLOCKED))
_ENROLLED = f"""
FROM member AS m JOIN who ON who.id = m.id JOIN unit USING (n)
WHERE m.merchant = :merchant AND m.status IN ({_HERE}) AND unit.mark IS NULL
"""
_ACTIVE = f"""
SELECT count(*), count(seen.n) FROM (SELECT DISTINCT unit.n {_ENROLLED} AND m.joined <= :to) AS here
LEFT JOIN (
    SELECT member AS n FROM purchase WHERE day BETWEEN :first AND :last
    UNION
    SELECT who.n FROM member_day AS d JOIN who ON who.id = d.member
    WHERE d.merchant = :merchant AND d.day BETWEEN :since AND :to AND d.acts + d.earned > 0
) AS seen USING (n)
"""
_DOUBLE = f"""
SELECT count(*), coalesce(sum(members), 0) FROM (
    SELECT count(*) AS members {_ENROLLED} AND m.phone_reversed <> ''
    GROUP BY m.phone_reversed HAVING count(DISTINCT unit.n) > 1)
"""
_UNLINKED = f"""
SELECT count(*), coalesce(sum(json_extract(body, '$.money[1]'))
    FILTER (WHERE json_extract(body, '$.c') = :currency), 0)
FROM entry WHERE merchant = :merchant AND bizdate BETWEEN :since AND :to
AND kind = {KIND_CODES[Kind.RETURN_UNLINKED]}
"""


@dataclass(frozen=True, slots=True)
class Quality:
    """What a person should clean up.

    `never_seen`: accounts of so long without a purchase ever. `shared_phones` that stand with
    several accounts, of `sharing` members. `unlinked_returns` of a period, `unlinked_minor` money.
    """

    never_seen: int
    shared_phones: int
    sharing: int
    unlinked_returns: int
    unlinked_minor: int


def enrolled(view: InsightView, on: date) -> int:
    """Members on a day, those that are blocked too, as far as they still are."""
    prepare(view)
    return int(view.one(f"SELECT count(*) {_ENROLLED} AND m.joined <= :to", to=day_number(on))[0])


def joined(view: InsightView, first: date, last: date) -> int:
    """Of those who joined from `first` to `last`: who are still members."""
    return enrolled(view, last) - int(
        view.one(f"SELECT count(*) {_ENROLLED} AND m.joined < :since", since=day_number(first))[0]
    )


def active(view: InsightView, first: date, last: date) -> tuple[int, int]:
    """Accounts that bought, earned or spent in the days, and all that were enrolled by `last`."""
    prepare(view)
    row = view.one(
        _ACTIVE,
        first=first.toordinal(),
        last=last.toordinal(),
        since=day_number(first),
        to=day_number(last),
    )
    return row[1], row[0]


def quality(view: InsightView, never_since: date, first: date, last: date) -> Quality:
    """`never_seen` of those who joined by `never_since`; returns without a sale of the days."""
    prepare(view)
    never = view.one(
        f"SELECT count(DISTINCT unit.n) {_ENROLLED} AND m.joined <= :to "
        "AND NOT EXISTS (SELECT 1 FROM purchase WHERE member = unit.n)",
        to=day_number(never_since),
    )
    phones = view.one(_DOUBLE)
    unlinked = view.one(_UNLINKED, since=day_number(first), to=day_number(last))
    return Quality(never[0], *phones, *unlinked)


def marked(view: InsightView) -> dict[str, int]:
    """Accounts that figures leave out, by kind of mark."""
    prepare(view)
    rows = view.rows("SELECT mark, count(*) FROM unit WHERE mark IS NOT NULL GROUP BY mark")
    return {str(kind): int(count) for kind, count in rows}


def ids(view: InsightView, accounts: Iterable[int]) -> dict[int, UUID]:
    """The members' ids behind accounts' numbers."""
    return {n: UUID(bytes=view.one("SELECT id FROM unit WHERE n = :n", n=n)[0]) for n in accounts}
