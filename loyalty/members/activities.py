"""Points for what is no purchase (program.md 7): caps, cooldown, and a person who looks first.

What was given is two counts on its day, `points:<rule>` and `times:<rule>`: caps need no state of
their own. A filled-in field of the profile is counted under the field: each once, ever.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.count import Count, points_of, times_of
from loyalty.ledger.documents import compact, counts_rows, opened
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import granted
from loyalty.members.history import History, Standing
from loyalty.members.member import Member, Profile
from loyalty.rules.activity import ActivityKind, ActivityRule, ProfileField
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Program
from loyalty.sales.sale import Occasion


@dataclass(frozen=True, slots=True)
class Activity:
    """What an entry of an activity tells: `rule`, its `name` then, `points`, who recorded it, and
    who approved or declined it.
    """

    rule: str
    name: str
    points: int
    operator: str
    approved: str = ""


def activity_rule(program: Program, rule_id: str) -> ActivityRule:
    """An activity of the program; LoyaltyError `activity-unknown`."""
    for rule in program.activities:
        if rule.id == rule_id:
            return rule
    raise LoyaltyError("activity-unknown", activity=rule_id[:40])


def worth(rule: ActivityRule, history: History, on: date) -> int:
    """The points an activity brings on a day: all of it, or what its limits leave.

    Errors: `activity-again` (a profile field was rewarded before), `activity-too-soon` (until: the
    first day it may be done again), `activity-limit` (per: the period that is used up).
    """
    if rule.field and history.count(_field(rule.field)):
        raise LoyaltyError("activity-again", activity=rule.name)
    last = history.last_day(times_of(rule.id))
    if last and rule.cooldown_days and (on - last).days < rule.cooldown_days:
        until = last + timedelta(days=rule.cooldown_days)
        raise LoyaltyError("activity-too-soon", activity=rule.name, until=until.isoformat())
    points = rule.points
    for limit in rule.limits:
        points = min(points, _left(limit, rule, history, on))
    return points


def _left(limit: Limit, rule: ActivityRule, history: History, on: date) -> int:
    """What a limit leaves of the points; BASKET is one activity, which nothing came before."""
    basket = limit.per is Period.BASKET
    times = 0 if basket else history.count(times_of(rule.id), limit.per, on)
    had = 0 if basket else history.count(points_of(rule.id), limit.per, on)
    left = rule.points if limit.points is None else limit.points - had
    if (limit.times is not None and times >= limit.times) or (left <= 0 < rule.points):
        raise LoyaltyError("activity-limit", activity=rule.name, per=limit.per.value)
    return left


def activity_entry(
    rule: ActivityRule,
    program: Program,
    standing: Standing,
    occasion: Occasion,
    approved: str = "",
    tier: str = "",
) -> Entry:
    """The entry that gives the points of an activity now; source: the act, or the request.

    Errors: those of `worth`.
    """
    points = worth(rule, standing.history, occasion.on)
    counts = [Count(times_of(rule.id), 1, occasion.on)]
    if points:
        counts.append(Count(points_of(rule.id), points, occasion.on))
    if rule.field:
        counts.append(Count(_field(rule.field), 1, occasion.on))
    postings = granted(standing.account, points, program, occasion, tier=tier)
    body = _body(rule, points, occasion.operator, approved) | {"t": counts_rows(counts)}
    return Entry(
        source=occasion.sale,
        kind=Kind.ACTIVITY,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=standing.member.owner,
        program=program.number,
        postings=postings,
        body=compact(body),
    )


def asked_entry(
    rule: ActivityRule, program: Program, standing: Standing, occasion: Occasion
) -> Entry:
    """The entry that puts an activity into the queue; it counts nowhere before it is approved.

    Errors: those of `worth`: what could not be given today is not worth anybody's look.
    """
    points = worth(rule, standing.history, occasion.on)
    body = _body(rule, points, occasion.operator, "")
    return _plain(Kind.ACTIVITY_ASKED, standing.member.owner, program, occasion, body)


def declined_entry(asked: Entry, occasion: Occasion) -> Entry:
    """The entry that takes a request out of the queue without points; source: the request's."""
    told = activity_from(asked.body)
    body = {"v": 1, "rule": told.rule, "name": told.name, "p": 0, "o": told.operator}
    return Entry(
        source=asked.source,
        kind=Kind.ACTIVITY_DECLINED,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=asked.member,
        program=asked.program,
        postings=(),
        body=compact(body | {"ok": occasion.operator}),
    )


def activity_from(body: str) -> Activity:
    """What an activity, a request or a refusal tells; LoyaltyError `body-unreadable`."""
    document = opened(body)
    told = [document.get(name, "") for name in ("rule", "name", "o", "ok")]
    points = document.get("p")
    if type(points) is not int or not all(isinstance(text, str) for text in told):
        raise LoyaltyError("body-unreadable")
    rule, name, operator, approved = told
    return Activity(rule, name, points, operator, approved)


def profile_activities(
    program: Program, before: tuple[Member, Profile], after: tuple[Member, Profile]
) -> tuple[ActivityRule, ...]:
    """The activities that a change of a profile completes: fields that were empty and are not."""
    return tuple(
        rule
        for rule in program.activities
        if rule.kind is ActivityKind.PROFILE
        and rule.field
        and not _FILLED[rule.field](*before)
        and _FILLED[rule.field](*after)
    )


_FILLED: dict[ProfileField, Callable[[Member, Profile], bool]] = {
    ProfileField.BIRTHDAY: lambda member, _: member.birthday is not None,
    ProfileField.ADDRESS: lambda _, profile: bool(profile.address),
    ProfileField.EMAIL: lambda member, _: bool(member.email),
    ProfileField.LIKES: lambda _, profile: bool(profile.likes),
    ProfileField.DISLIKES: lambda _, profile: bool(profile.dislikes),
    ProfileField.BRANDS: lambda _, profile: bool(profile.brands),
}


def _field(field: ProfileField) -> str:
    """The count of a profile field, whatever its rule is called; no rule's id holds a colon."""
    return times_of(f"field:{field.value}")


def _body(rule: ActivityRule, points: int, operator: str, approved: str) -> dict[str, object]:
    told = {"v": 1, "rule": rule.id, "name": rule.name, "p": points, "o": operator}
    return told | ({"ok": approved} if approved else {})


def _plain(
    kind: Kind, member: UUID, program: Program, occasion: Occasion, body: dict[str, object]
) -> Entry:
    return Entry(
        source=occasion.sale,
        kind=kind,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=member,
        program=program.number,
        postings=(),
        body=compact(body),
    )
