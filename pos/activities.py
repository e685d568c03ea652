"""Activities: recorded at the counter, put into a queue where a person must look, or by themselves.

A filled-in field of the profile is recorded by the change itself (`completed`), in its transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.granting import named_source
from loyalty.members.activities import (
    Activity,
    activity_entry,
    activity_from,
    activity_rule,
    asked_entry,
    declined_entry,
    profile_activities,
)
from loyalty.members.member import Member, Profile
from loyalty.rules.activity import ActivityKind, ActivityRule
from loyalty.rules.program import Program
from loyalty.sales.sale import Occasion
from pos.acts import Act
from pos.rights import Right, answering
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.whole import standing_to_act, tier_now


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: points given, or `waiting` for somebody to look."""

    entry: Entry
    activity: Activity
    waiting: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request in the queue, by its `id`: who, what, since when."""

    id: UUID
    member: Member
    activity: Activity
    on: date


def record(shop: Shop, act: Act, member: UUID, rule_id: str) -> Recorded:
    """Record what a member did: points at once, or a request. A repeat is the same act.

    Errors: `activity-unknown`, `activity-by-profile` (those come by themselves), `activity-waiting`
    (the same is in the queue), `activity-again`, `activity-too-soon`, `activity-limit`,
    `member-unknown`, `member-blocked`, `program-none`.
    """
    with shop.store.writing() as work:
        for kind in (Kind.ACTIVITY, Kind.ACTIVITY_ASKED):
            if earlier := work.entry_of(act.id, kind):
                return _recorded(earlier)
        program = program_in_force(work, shop.today)
        rule = activity_rule(program, rule_id)
        if rule.kind is ActivityKind.PROFILE:
            raise LoyaltyError("activity-by-profile", activity=rule.name)
        return _recorded(_book(work, rule, program, member, act.occasion(shop, work)))


def completed(
    shop: Shop,
    work: Work,
    act: Act,
    before: tuple[Member, Profile],
    after: tuple[Member, Profile],
) -> tuple[Recorded, ...]:
    """Record the fields of a profile that a change filled in; nothing where nothing is due.

    For whoever changes a profile, in the same transaction. What the rules refuse (given before,
    over a limit) is passed over: it must not keep anybody from telling their birthday.
    """
    program = work.program_on(shop.today)
    done: list[Recorded] = []
    for rule in profile_activities(program, before, after) if program else ():
        source = named_source("profile", after[0].id, rule.field)
        known = (work.entry_of(source, kind) for kind in (Kind.ACTIVITY, Kind.ACTIVITY_ASKED))
        if program is None or any(known):
            continue
        occasion = replace(act.occasion(shop, work), sale=source)
        try:
            done.append(_recorded(_book(work, rule, program, after[0].id, occasion)))
        except LoyaltyError as no:
            if not no.code.startswith("activity-") and no.code != "member-blocked":
                raise
    return tuple(done)


def waiting(shop: Shop) -> tuple[Waiting, ...]:
    """The queue, oldest first."""
    with shop.store.reading() as view:
        asked = view.asked_activities()
        found = ((entry, view.member(entry.member)) for entry in asked if entry.member)
        return tuple(
            Waiting(entry.source, member, activity_from(entry.body), entry.business_date)
            for entry, member in found
            if member is not None
        )


def approve(shop: Shop, act: Act, request: UUID, approved: str = "") -> Recorded:
    """Give the points of a request, as its program says and as the limits of today leave them.

    `approved`: who looked, where it was not the operator. Repeats do nothing. Errors:
    `activity-no-request`, `activity-declined`, `approval-needed`, those of `record`.
    """
    with shop.store.writing() as work:
        asked = _request(work, request)
        if earlier := work.entry_of(request, Kind.ACTIVITY):
            return _recorded(earlier)
        if work.entry_of(request, Kind.ACTIVITY_DECLINED):
            raise LoyaltyError("activity-declined")
        looked = _looked(work, act, approved)
        told = activity_from(asked.body)
        program = work.program(asked.program) or program_in_force(work, shop.today)
        rule = activity_rule(program, told.rule)
        standing = standing_to_act(work, asked.member or request)
        occasion = replace(act.occasion(shop, work), sale=request, operator=told.operator)
        tier = tier_now(program, standing, occasion.on)
        entry = activity_entry(rule, program, standing, occasion, looked, tier)
        return _recorded(work.append(entry))


def decline(shop: Shop, act: Act, request: UUID, approved: str = "") -> Activity:
    """Take a request out of the queue without points. Repeats do nothing.

    Errors: `activity-no-request`, `activity-approved`, `approval-needed`.
    """
    with shop.store.writing() as work:
        asked = _request(work, request)
        if work.entry_of(request, Kind.ACTIVITY):
            raise LoyaltyError("activity-approved")
        if not work.entry_of(request, Kind.ACTIVITY_DECLINED):
            looked = _looked(work, act, approved)
            occasion = replace(act.occasion(shop, work), operator=looked)
            work.append(declined_entry(asked, occasion))
        return activity_from(asked.body)


def _book(
    work: Work, rule: ActivityRule, program: Program, member: UUID, occasion: Occasion
) -> Entry:
    standing = standing_to_act(work, member)
    if not rule.approval:
        tier = tier_now(program, standing, occasion.on)
        return work.append(activity_entry(rule, program, standing, occasion, tier=tier))
    owner = standing.member.id
    for asked in work.asked_activities():
        if asked.member == owner and activity_from(asked.body).rule == rule.id:
            raise LoyaltyError("activity-waiting", activity=rule.name)
    return work.append(asked_entry(rule, program, standing, occasion))


def _recorded(entry: Entry) -> Recorded:
    return Recorded(entry, activity_from(entry.body), entry.kind is Kind.ACTIVITY_ASKED)


def _request(view: View, request: UUID) -> Entry:
    asked = view.entry_of(request, Kind.ACTIVITY_ASKED)
    if asked is None:
        raise LoyaltyError("activity-no-request")
    return asked


def _looked(view: View, act: Act, approved: str) -> str:
    """Who looked: the operator, or whoever was called."""
    return answering(view, act.operator, Right.APPROVE_ACTIVITY, 0, approved) or act.operator
