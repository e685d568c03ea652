"""How many members an audience means, by SQL: a live count over all members while it is edited.

Conditions follow `loyalty.accrual.matching.meets`, and a test holds both to the same answers. What
SQL cannot tell (tiers, which are folds; lines by their flags) narrows nothing here: then the
members found are a superset, and whoever asks sends each through `meets`. What cost nothing was
not bought, here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from loyalty.accrual.matching import days_back
from loyalty.members.history import Day
from loyalty.members.member import MemberStatus
from loyalty.rules.audience import Audience, Bought
from loyalty.rules.which import Which
from pos.store.columns import day_from, day_number
from pos.store.masters import member
from pos.store.statements import Prepared, Rows, given
from pos.store.sync_tables import elsewhere_day
from pos.store.tables import PLACE, member_day, returned, returned_line, sale, sale_line

Condition = sa.ColumnElement[bool]

_OWNER = sa.func.coalesce(member.c.household, member.c.id)
_ACTIVE = sa.and_(
    member.c.merchant == given("merchant"), member.c.status == MemberStatus.ACTIVE.value
)
_NEVER = 99_999_999  # behind every day
_MEMBERS = Prepared(
    sa.select(sa.func.count()).select_from(member).where(member.c.merchant == given("merchant"))
)
_PAST = Prepared(
    sa.select(member_day.c.member, member_day.c.day, member_day.c.visits, member_day.c.spend_minor)
    .where(
        member_day.c.merchant == given("merchant"),
        member_day.c.day >= given("first"),
        member_day.c.day <= given("last"),
        # The last byte of an id is random: so many of 256 are a fair part of all.
        sa.func.substr(member_day.c.member, 16, 1) < given("bound"),
    )
    .order_by(member_day.c.member, member_day.c.day)
)
_EVERYBODY = Prepared(sa.select(sa.func.count()).select_from(member).where(_ACTIVE))


def by_sql_alone(audience: Audience) -> bool:
    """Whether SQL tells exactly who is meant."""
    lines = (*audience.bought, *audience.never_bought)
    return (
        not audience.tiers
        and not any(_by_flags(one.which) for one in lines)
        and all(by_sql_alone(one) for one in (*audience.any_of, *audience.none_of))
    )


class AudienceView(Rows):
    """Members an audience may mean."""

    __slots__ = ()

    def count_active(self) -> int:
        """Members that may earn."""
        row = self._one(_EVERYBODY, self.merchant)
        return int(row[0]) if row else 0

    def past_share(self, most: int) -> float:
        """Which share of all members `past_days` looks at, so that they are about `most`."""
        row = self._one(_MEMBERS, self.merchant)
        everybody = int(row[0]) if row else 0
        return min(255, max(1, 256 * most // max(1, everybody))) / 256 if everybody > most else 1.0

    def past_days(self, first: date, last: date, most: int) -> Iterator[tuple[UUID, Day]]:
        """Days of members from `first` to `last`, member by member: of all, or of a fair part of
        about `most` of them.
        """
        share = self.past_share(most)
        bound = bytes([round(256 * share)]) if share < 1 else b"\xff\xff"
        days = day_number(first), day_number(last)
        for raw, day, visits, spend in self._each(_PAST, self.merchant, *days, bound):
            yield UUID(bytes=raw), Day(day_from(day), visits, spend)

    def count_audience(self, audience: Audience, on: date, elsewhere: bool = False) -> int:
        """Active members that meet all conditions SQL can tell. `elsewhere`: with the purchases
        that head office told of.
        """
        query = _Query(audience, on, elsewhere)
        statement, values = query.ready(sa.func.count(), self.merchant)
        row = self._one(statement, *values)
        return int(row[0]) if row else 0

    def audience(self, audience: Audience, on: date, elsewhere: bool = False) -> Iterator[UUID]:
        """Those members, by id."""
        query = _Query(audience, on, elsewhere)
        statement, values = query.ready(member.c.id, self.merchant)
        for row in self._each(statement, *values):
            yield UUID(bytes=row[0])


@dataclass(slots=True)
class _Query:
    """One statement: conditions over members, beside sums of their days where these are asked."""

    audience: Audience
    on: date
    elsewhere: bool
    values: dict[str, object] = field(default_factory=dict)
    windows: dict[date, str] = field(default_factory=dict)
    buyers: list[sa.CTE] = field(default_factory=list)
    lapsing: bool = False

    def ready(self, what: Any, merchant: int) -> tuple[Prepared, list[object]]:
        """The statement that selects `what`, and its values in their order."""
        holds = self._all(self.audience)
        chosen = sa.select(what).select_from(member)
        if self.windows or self.lapsing:
            sums = self._sums()
            chosen = sa.select(what).select_from(member.outerjoin(sums, sums.c.member == _OWNER))
        statement = Prepared(chosen.where(_ACTIVE, *holds))
        told = {"merchant": merchant} | self.values
        return statement, [told[name] for name in statement.names]

    def _value(self, value: object) -> sa.BindParameter[Any]:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return given(name)

    def _all(self, audience: Audience) -> list[Condition]:
        """Conditions of which every one must hold; what SQL cannot tell is not among them."""
        found = [*self._named(audience), *self._days(audience)]
        found += [self._bought(one) for one in audience.bought if not _by_flags(one.which)]
        found += [
            sa.not_(self._bought(one)) for one in audience.never_bought if not _by_flags(one.which)
        ]
        if audience.any_of:
            found.append(sa.or_(*(_both(self._all(one)) for one in audience.any_of)))
        for one in audience.none_of:
            if by_sql_alone(one):
                found.append(sa.not_(_both(self._all(one))))
        return found

    def _named(self, audience: Audience) -> Iterator[Condition]:
        if audience.members:
            ids = self._value(json.dumps([one.replace("-", "") for one in audience.members]))
            among = _listed(ids)
            mine = (sa.func.lower(sa.func.hex(one)) for one in (member.c.id, _OWNER))
            yield sa.or_(*(one.in_(among) for one in mine))
        if audience.segments:
            yield sa.or_(*(member.c.segment == one.value for one in audience.segments))
        if audience.languages:
            spoken = sa.func.lower(sa.func.replace(member.c.language, "_", "-"))
            wanted = [one.lower() for one in audience.languages]
            yield sa.or_(
                *(
                    sa.or_(spoken == one, sa.func.substr(spoken, 1, len(one) + 1) == f"{one}-")
                    for one in wanted
                )
            )
        if audience.joined_since is not None:
            yield member.c.joined >= day_number(audience.joined_since)
        if audience.joined_before is not None:
            yield member.c.joined < day_number(audience.joined_before)
        if audience.birthday_within_days is not None:
            yield _birthday(self.on, audience.birthday_within_days)

    def _days(self, audience: Audience) -> Iterator[Condition]:
        if audience.lapsed_days is not None:
            self.lapsing = True
            last = day_number(days_back(self.on, audience.lapsed_days))
            yield sa.func.coalesce(sa.literal_column("days.last"), _NEVER) <= last
        if audience.visits_at_least:
            yield self._window(audience.in_days)[0] >= audience.visits_at_least
        if audience.spent_at_least_minor is not None:
            yield self._window(audience.in_days)[1] >= audience.spent_at_least_minor
        if audience.average_below_minor is not None:
            visits, spend = self._window(None)
            yield sa.and_(visits > 0, spend < visits * audience.average_below_minor)

    def _window(self, in_days: int | None) -> tuple[Any, Any]:
        """Purchases and spend of the last so many days, as columns of the sums."""
        first = date.min if in_days is None else days_back(self.on, in_days)
        name = f"w{day_number(first)}"

        def column(what: str) -> sa.ColumnElement[int]:
            return sa.func.coalesce(sa.literal_column(f"days.{what}_{name}"), 0)

        self.windows[first] = name
        return column("visits"), column("spend")

    def _sums(self) -> sa.Subquery:
        """One row for each account: its last purchase, and sums over each window that is asked."""
        days: Any = member_day.c
        mine = member_day.c.merchant == given("merchant")
        if self.elsewhere:
            days = _everywhere().c
            mine = sa.true()
        today = day_number(self.on)
        sums: list[Any] = [sa.func.max(sa.case((days.visits > 0, days.day))).label("last")]
        for first, name in self.windows.items():
            inside = sa.and_(days.day >= day_number(first), days.day <= today)
            for what in ("visits", "spend"):
                amount = days.visits if what == "visits" else days.spend_minor
                sums.append(sa.func.sum(sa.case((inside, amount))).label(f"{what}_{name}"))
        return sa.select(days.member, *sums).where(mine).group_by(days.member).subquery("days")

    def _bought(self, wanted: Bought) -> Condition:
        """Whether the account kept such a line, itself or through whoever came along with it."""
        since = (
            0 if wanted.within_days is None else day_number(days_back(self.on, wanted.within_days))
        )
        back = (
            sa.select(sa.func.coalesce(sa.func.sum(returned_line.c.units), 0))
            .select_from(
                returned.join(
                    returned_line,
                    sa.and_(*(returned.c[name] == returned_line.c[name] for name in PLACE)),
                )
            )
            .where(
                returned.c.merchant == sale_line.c.merchant,
                *(returned.c[f"of_{part}"] == sale_line.c[part] for part in PLACE[1:]),
                returned.c.undone_seq.is_(None),
                returned_line.c.n == sale_line.c.n,
            )
            .scalar_subquery()
        )
        bought = (
            sa.select(sale.c.member.label("who"))
            .select_from(
                sale.join(sale_line, sa.and_(*(sale.c[p] == sale_line.c[p] for p in PLACE)))
            )
            .where(
                sale.c.merchant == given("merchant"),
                sale.c.member.is_not(None),
                sale.c.bizdate >= since,
                sale_line.c.units > back,
                *self._which(wanted.which),
            )
            .cte(f"b{len(self.buyers)}", recursive=True)
        )
        onward = [
            sa.select(into)
            .select_from(member.join(bought, member.c.id == bought.c.who))
            .where(member.c.merchant == given("merchant"), into.is_not(None))
            for into in (member.c.merged_into, member.c.household)
        ]
        buyers = bought.union(*onward)
        self.buyers.append(buyers)
        return _OWNER.in_(sa.select(buyers.c.who))

    def _which(self, which: Which) -> Iterator[Condition]:
        """Lines that are meant. A reward handed over costs nothing and was not bought."""
        yield sale_line.c.amount_minor > 0
        named = (("sku", which.skus), ("category", which.categories), ("brand", which.brands))
        hits = [
            sale_line.c[column].in_(_listed(self._value(json.dumps(sorted(names)))))
            for column, names in named
            if names
        ]
        if hits:
            yield sa.or_(*hits)


def _listed(texts: sa.BindParameter[Any]) -> sa.Select[Any]:
    """The texts of a JSON list: one value, however many there are."""
    value: sa.ColumnClause[str] = sa.column("value")
    return sa.select(value).select_from(sa.func.json_each(texts))


def _both(holds: list[Condition]) -> Condition:
    return sa.and_(sa.true(), *holds)


def _by_flags(which: Which) -> bool:
    """What a line was marked with is in the sale's body alone."""
    return bool(which.flags)


def _everywhere() -> sa.Subquery:
    """Days of these books and of other terminals, each day of a member once."""
    names = ("member", "day", "visits", "spend_minor")
    both = sa.union_all(
        *(
            sa.select(*(days.c[name] for name in names)).where(days.c.merchant == given("merchant"))
            for days in (member_day, elsewhere_day)
        )
    ).subquery("both")
    return (
        sa.select(
            both.c.member,
            both.c.day,
            sa.func.sum(both.c.visits).label("visits"),
            sa.func.sum(both.c.spend_minor).label("spend_minor"),
        )
        .group_by(both.c.member, both.c.day)
        .subquery("everywhere")
    )


def _birthday(on: date, days: int) -> Condition:
    """Whether a birthday is kept in the next so many days, as `--05-03` or `1990-05-03` says."""
    if days >= 366:
        return member.c.birthday != ""
    end = on + timedelta(days=min(days, (date.max - on).days))
    first, last = on.strftime("%m-%d"), end.strftime("%m-%d")
    kept = sa.func.substr(member.c.birthday, -5)
    if end.year == on.year:
        inside = sa.and_(kept >= first, kept <= last)
    elif end >= _year_later(on):
        inside = sa.true()
    else:
        inside = sa.or_(kept >= first, kept <= last)
    if any(_last_of_february(one) and on <= one <= end for one in _ends(on, end)):
        inside = sa.or_(inside, kept == "02-29")
    return sa.and_(member.c.birthday != "", inside)


def _year_later(on: date) -> date:
    year = on.year + 1 if on.year < date.max.year else on.year
    return on.replace(year=year, day=min(on.day, 28))


def _ends(on: date, end: date) -> Iterator[date]:
    yield from (date(year, 2, 28) for year in range(on.year, end.year + 1))


def _last_of_february(day: date) -> bool:
    return (day + timedelta(days=1)).month == 3
