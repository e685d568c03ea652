"""Twenty members to write to today: late for their habit, worth the most, and willing to hear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from loyalty.insight.value.guards import judge, too_little
from loyalty.insight.value.histories import History, tabled
from loyalty.insight.value.worth import SOON_WEEKS
from loyalty.members.member import Member, MemberStatus, agreed
from pos.insight.values import ToWrite
from pos.shop import Shop
from pos.store import View
from pos.store.insight.lives import Life, Rhythm
from pos.store.insight.people import ids
from pos.store.insight.reading import InsightView

MOST = 20
_LONGEST_AWAY = 730
"""Days after which a letter is to a stranger; a habit of years ago is none."""


@dataclass(frozen=True, slots=True)
class Written:
    """The list; `late` members in all, `silenced` who would be on it but may not be written to."""

    members: tuple[ToWrite, ...]
    late: int
    silenced: int
    refused: tuple[str, ...]


def to_write(
    shop: Shop, view: InsightView, today: date, people: Sequence[Life], late: Sequence[Rhythm]
) -> Written:
    """Best first: purchases expected in 90 days times the usual basket; without a model, the
    basket alone. Blocked, withdrawn and erased members are left out.
    """
    view.step("to-write")
    lives = {one.member: one for one in people}
    waiting = [one for one in late if one.late and one.away <= _LONGEST_AWAY]
    soon, refused = _expected(view, people, today)
    ordered = sorted(
        waiting,
        key=lambda one: (-soon.get(one.member, 1.0) * _basket(lives[one.member]), one.member),
    )
    chosen: list[ToWrite] = []
    silenced = 0
    with shop.store.reading() as books:
        for one in ordered:
            if len(chosen) == MOST:
                break
            account = ids(view, [one.member])[one.member]
            person = books.member(account)
            if person is None or person.status is not MemberStatus.ACTIVE:
                continue
            ways = _ways(books, person)
            silenced += not ways
            if ways:
                life = lives[one.member]
                expected = soon.get(one.member)
                chosen.append(_told(account, person, life, one, expected, ways))
    return Written(tuple(chosen), len(waiting), silenced, refused)


def _told(
    account: UUID,
    person: Member,
    life: Life,
    rhythm: Rhythm,
    soon: float | None,
    ways: tuple[str, ...],
) -> ToWrite:
    last = date.fromordinal(life.last)
    return ToWrite(account, person.name, last, rhythm.away, rhythm.usual, soon, _basket(life), ways)


def _expected(
    view: InsightView, people: Sequence[Life], today: date
) -> tuple[Mapping[int, float], tuple[str, ...]]:
    """Purchases expected of each in 90 days, or why no model may say so."""
    members: list[History] = [one.history(today) for one in people]
    if refused := too_little(members):
        return {}, tuple(refused)
    view.step("model")
    table = tabled(members)
    model = judge(table).model
    found = model.law.expected(model.values, table.x, table.tx, table.t, SOON_WEEKS)[table.row]
    return {one.member: float(n) for one, n in zip(people, found, strict=True)}, ()


def _basket(life: Life) -> int:
    return max(0, round(life.net_minor / life.days))


def _ways(books: View, person: Member) -> tuple[str, ...]:
    """How a member may be reached: what they agreed to, as far as there is an address."""
    said = books.consents(person.id)
    has = {"email": person.email, "sms": person.phone}
    if agreed(said, "post"):
        has["post"] = books.profile(person.id).address
    return tuple(way for way, address in has.items() if address and agreed(said, way))
