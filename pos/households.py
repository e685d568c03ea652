"""People who collect together: all of them move one account, that of whoever founded it.

Joining moves a person's points into it. Leaving begins anew at zero, and the points stay: the
screen says so before (`staying`). Each person's purchases stay theirs to be found (`Sale.person`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from loyalty.members.member import Member
from pos.acts import Act
from pos.merging import active, move, moved_points, others_in
from pos.rights import Right, answering
from pos.shop import Shop
from pos.store import View, Work

JOINED = "household"
MOST_IN = 20


@dataclass(frozen=True, slots=True)
class Household:
    """Whose account is shared, who shares it (the owner first), and what it holds now.

    `moved`: points that an act has just brought in.
    """

    owner: Member
    members: tuple[Member, ...]
    points: int
    moved: int = 0


def household_of(shop: Shop, member: UUID) -> Household | None:
    """The household a member belongs to, if any."""
    with shop.store.reading() as view:
        person = view.member(member)
        return _household(view, person.household) if person and person.household else None


def found(shop: Shop, member: UUID) -> Household:
    """Let a member's account be one that others may join. A repeat does nothing.

    Errors: `member-unknown`, `member-blocked`, `household-member` (of another one).
    """
    with shop.store.writing() as work:
        return _household(work, _founded(work, active(work, member)).id)


def join(shop: Shop, act: Act, member: UUID, of: UUID, approved: str = "") -> Household:
    """Let a member share the account of another, whose household is founded if there is none.

    Points become another's to spend, so it takes the right to merge. A repeat does nothing.
    Errors: `household-self`, `member-unknown`, `member-blocked`, `household-member`,
    `household-others-in`, `household-full` (most), `approval-needed`.
    """
    with shop.store.writing() as work:
        person, host = active(work, member), active(work, of)
        owner = work.member(host.owner) or host
        if person.id == owner.id:
            raise LoyaltyError("household-self")
        if person.household == owner.id:
            out = work.entry_of(act.id, Kind.MOVED_OUT)
            return _household(work, owner.id, moved_points(out) if out else 0)
        _alone(work, person)
        owner = _founded(work, owner)
        if len(work.household(owner.id)) >= MOST_IN:
            raise LoyaltyError("household-full", most=MOST_IN)
        answer = answering(work, act.operator, Right.MERGE, 0, approved)
        points = move(shop, work, act, person, owner, JOINED, answer)
        work.change_member(replace(person, household=owner.id))
        return _household(work, owner.id, points)


def staying(shop: Shop, member: UUID) -> int:
    """Points that stay behind when a member leaves: all of the account. 0 for whoever is in none,
    and for its owner, who leaves last and keeps the account.

    Errors: `member-unknown`, `household-others-in` (they are its owner).
    """
    with shop.store.reading() as view:
        person = _leaver(view, member)
        theirs = person.household in (None, person.id)
        return 0 if theirs else view.account(person.owner).balance


def leave(shop: Shop, member: UUID) -> Member:
    """Let a member collect for themselves again, from zero. A repeat does nothing.

    Errors: `member-unknown`, `household-others-in` (the owner leaves last: `dissolve`).
    """
    with shop.store.writing() as work:
        person = _leaver(work, member)
        after = replace(person, household=None)
        work.change_member(after)
        return after


def dissolve(shop: Shop, owner: UUID) -> Member:
    """End a household that nobody else is in: the account is its owner's alone, as it was.

    Errors: `member-unknown`, `household-others-in`, `household-member` (of another one).
    """
    with shop.store.writing() as work:
        person = work.member(owner)
        if person is not None and person.household not in (None, owner):
            raise LoyaltyError("household-member", member=person.name)
        after = replace(_leaver(work, owner), household=None)
        work.change_member(after)
        return after


def _leaver(view: View, member: UUID) -> Member:
    person = view.member(member)
    if person is None:
        raise LoyaltyError("member-unknown")
    if others_in(view, person.id):
        raise LoyaltyError("household-others-in", member=person.name)
    return person


def _alone(view: View, person: Member) -> None:
    if others_in(view, person.id):
        raise LoyaltyError("household-others-in", member=person.name)
    if person.household not in (None, person.id):
        raise LoyaltyError("household-member", member=person.name)


def _founded(work: Work, person: Member) -> Member:
    if person.household == person.id:
        return person
    if person.household is not None:
        raise LoyaltyError("household-member", member=person.name)
    owner = replace(person, household=person.id)
    work.change_member(owner)
    return owner


def _household(view: View, owner: UUID, moved: int = 0) -> Household:
    head = view.member(owner)
    if head is None:
        raise LoyaltyError("member-unknown")
    members = (head, *others_in(view, owner))
    return Household(head, members, view.account(owner).balance, moved)
