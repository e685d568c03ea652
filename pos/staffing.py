"""Changes of staff: who works here, as what, with which badge and PIN, and whose own card it is.

Nobody makes or changes somebody above themselves, and the last owner stays one: a shop always has
a person who may do everything.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from uuid import UUID

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.cleaning import clean_line
from pos.deeds import What, note
from pos.profiles import clean_language, living
from pos.rights import Right, answering
from pos.role_limits import known_role
from pos.shop import Shop
from pos.staff import Role, hashed_pin, not_above
from pos.store import Operator, Work
from pos.store.deeds import Mark
from pos.store.values import Fact

LONGEST_NAME = 40
MOST_STAFF = 500
STAFF, TEST, WHOLESALE = "staff", "test", "wholesale"
KINDS = (STAFF, TEST, WHOLESALE)
"""How a member may be marked; figures leave them all out."""


def everybody(shop: Shop) -> tuple[Operator, ...]:
    """All who work or worked here, by name."""
    with shop.store.reading() as view:
        return view.operators()


def add_operator(
    shop: Shop,
    act: Act,
    name: str,
    role: str,
    id: str = "",  # noqa: A002  (the name others call it by)
    approved: str = "",
) -> Operator:
    """Somebody new, who chooses a PIN at the first sign-in, or gets one by `reset_pin`.

    `id`: what commands call them; made from the name where it is empty. Errors:
    `staff-name-missing`, `staff-id-unreadable`, `role-unknown`, `operator-exists`, `staff-above`
    (role), `too-many-items`, `approval-needed`, `text-too-long`.
    """
    said, wanted = clean_line(name, "name", LONGEST_NAME), known_role(role)
    if not said:
        raise LoyaltyError("staff-name-missing")
    if id and not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,31}", id):
        raise LoyaltyError("staff-id-unreadable", text=id[:40])
    with shop.store.writing() as work:
        answered = _answered(work, act, wanted, approved)
        taken = {one.id for one in work.operators()}
        if len(taken) >= MOST_STAFF:
            raise LoyaltyError("too-many-items", field="staff", most=MOST_STAFF)
        new = Operator(id or _free_id(said, taken), said, wanted.value)
        work.add_operator(new)
        note(work, act, What.STAFF_ADDED, new.id, approved=answered, facts={"role": wanted.value})
        return new


def change_operator(
    shop: Shop,
    act: Act,
    who: str,
    *,
    name: str | None = None,
    role: str | None = None,
    language: str | None = None,
    approved: str = "",
) -> Operator:
    """Another name, role or language; None stays. Errors as `add_operator`, and
    `operator-unknown`, `language-unknown`, `owner-last`.
    """
    with shop.store.writing() as work:
        before = _known(work, who)
        wanted = known_role(role) if role is not None else Role(before.role)
        answered = _answered(work, act, wanted, approved, before)
        after = replace(before, role=wanted.value)
        if name is not None:
            after = replace(after, name=clean_line(name, "name", LONGEST_NAME) or before.name)
        if language is not None:
            after = replace(after, language=clean_language(language))
        if after != before:
            _keep(work, before, after)
            fields = ("name", "role", "language")
            changed = [each for each in fields if getattr(after, each) != getattr(before, each)]
            told: dict[str, Fact] = {"fields": ",".join(changed)}
            if after.role != before.role:
                told |= {"before": before.role, "after": after.role}
            note(work, act, What.STAFF_CHANGED, who, approved=answered, facts=told)
        return after


def set_active(shop: Shop, act: Act, who: str, active: bool, approved: str = "") -> Operator:
    """Somebody leaves, or is back; their past acts stay theirs. Errors as `change_operator`."""
    with shop.store.writing() as work:
        before = _known(work, who)
        answered = _answered(work, act, Role(before.role), approved, before)
        after = replace(before, active=active)
        if after != before:
            _keep(work, before, after)
            what = What.STAFF_BACK if active else What.STAFF_LEFT
            note(work, act, what, who, approved=answered)
        return after


def set_badge(shop: Shop, act: Act, who: str, badge: str, approved: str = "") -> Operator:
    """A badge to sign in with; empty takes it away, and a lost one is dead at once.

    Errors as `change_operator`, `badge-not-ours`, `badge-exists`, `badge-only` where it is the only
    way in: give a PIN first.
    """
    code = badge.strip()
    if code and reading(code).meaning is not Meaning.OPERATOR_BADGE:
        raise LoyaltyError("badge-not-ours", text=code[:40])
    with shop.store.writing() as work:
        before = _known(work, who)
        answered = _answered(work, act, Role(before.role), approved, before)
        holder = work.operator_by_badge(code) if code else None
        if holder is not None and holder.id != who:
            raise LoyaltyError("badge-exists", operator=holder.id)
        if not code and before.badge and not work.pin(who).hash:
            raise LoyaltyError("badge-only")  # else whoever came next would choose their PIN
        after = replace(before, badge=code)
        if after != before:
            _keep(work, before, after)
            note(work, act, What.BADGE, who, approved=answered, facts={"given": bool(code)})
        return after


def reset_pin(shop: Shop, act: Act, who: str, pin: str, approved: str = "") -> None:
    """A new PIN in place of a forgotten one; waits for wrong ones are over. It stands in no log.

    Errors as `change_operator`, `pin-format`.
    """
    hashed = hashed_pin(pin)  # slow on purpose: outside the transaction
    with shop.store.writing() as work:
        known = _known(work, who)
        answered = _answered(work, act, Role(known.role), approved, known)
        work.set_pin(who, hashed)
        note(work, act, What.PIN_RESET, who, approved=answered)


def mark_member(
    shop: Shop,
    act: Act,
    member: UUID,
    kind: str,
    operator: str = "",
    approved: str = "",
) -> Mark | None:
    """Mark a member as staff (`operator`: whose own card it is), test or wholesale; an empty kind
    takes the mark away. Figures leave marked members out.

    Errors: `mark-unknown` (kind, known), `operator-unknown`, `member-unknown`, `approval-needed`.
    """
    if kind and kind not in KINDS:
        raise LoyaltyError("mark-unknown", kind=kind[:40], known=", ".join(KINDS))
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.EDIT_STAFF, approved=approved)
        person = living(work, member)
        if kind == STAFF:
            _known(work, operator)
        marked = Mark(person.id, kind, operator if kind == STAFF else "") if kind else None
        before = work.mark(person.id)
        if marked == before:
            return marked
        if marked is not None:
            work.set_mark(marked)
            facts = {"kind": kind, "whose": marked.operator}
            note(work, act, What.MARKED, member=person.id, approved=answered, facts=facts)
        else:
            work.unmark(person.id)
            note(work, act, What.UNMARKED, member=person.id, approved=answered)
        return marked


def marks(shop: Shop) -> tuple[Mark, ...]:
    """Every marked member."""
    with shop.store.reading() as view:
        return view.marks()


def _known(work: Work, who: str) -> Operator:
    found = work.operator(who)
    if found is None:
        raise LoyaltyError("operator-unknown", operator=who[:40])
    return found


def _answered(
    work: Work, act: Act, role: Role, approved: str, before: Operator | None = None
) -> str:
    """Who answers for it; whoever it is stands at least as high as what is changed."""
    answered = answering(work, act.operator, Right.EDIT_STAFF, approved=approved)
    decider = work.operator(answered or act.operator)
    for touched in (role.value, before.role if before else role.value):
        not_above(decider, touched)
    return answered


def _keep(work: Work, before: Operator, after: Operator) -> None:
    """Write a change that leaves the shop an owner."""
    was = before.active and before.role == Role.OWNER
    stays = after.active and after.role == Role.OWNER
    if was and not stays:
        others = [
            one
            for one in work.operators()
            if one.active and one.role == Role.OWNER and one.id != before.id
        ]
        if not others:
            raise LoyaltyError("owner-last", name=before.name)
    work.change_operator(after)


def _free_id(name: str, taken: set[str]) -> str:
    """A word of the name in plain letters, numbered where it is taken or there is none."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:24] or "staff"
    number = 1
    while (made := word if number == 1 else f"{word}-{number}") in taken:
        number += 1
    return made
