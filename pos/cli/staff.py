"""`regulars staff`: who works here, what each role may, whose card is whose, what to look at."""

from __future__ import annotations

from argparse import Namespace

from loyalty.errors import LoyaltyError
from pos.cli.approved import approved_by
from pos.cli.opened import Doing, doing, opened
from pos.cli.table import table
from pos.cli.told import Facts, Told
from pos.cli.who import anyone_named
from pos.patterns.page import looked, week_end
from pos.places import Places
from pos.rights import NOT_AT_ALL, Right
from pos.role_limits import Limit, known_right, known_role, limits, set_limit
from pos.staff import Role, chooses_pin
from pos.staffing import (
    STAFF,
    add_operator,
    change_operator,
    everybody,
    mark_member,
    marks,
    reset_pin,
    set_active,
    set_badge,
)
from pos.store import Operator
from pos.store.insight.reading import open_view


def show(options: Namespace, places: Places) -> Told:
    """Everybody."""
    with opened(places) as shop:
        known = everybody(shop)
        new = {one.id: chooses_pin(shop, one.id) for one in known}
        own = {one.operator: str(one.member) for one in marks(shop) if one.operator}
    facts = [
        _operator(one) | {"chooses_pin": new[one.id], "own_member": own.get(one.id)}
        for one in known
    ]
    rows = [
        (
            *(one.id, one.name, one.role, "badge" if one.badge else "-"),
            "here" if one.active else "left",
        )
        for one in known
    ]
    return Told({"staff": facts}, table([("ID", "Name", "Role", "Badge", "State"), *rows]))


def hire(options: Namespace, places: Places) -> Told:
    """Somebody new."""
    with doing(places, options.operator, options.act_id) as now:
        second = _second(now, options)
        new = add_operator(now.shop, now.act, options.name, options.role, options.id, second)
    return _told(new, f"{new.name} is {new.role} and signs in as {new.id}.")


def change(options: Namespace, places: Places) -> Told:
    """Another name, role or language."""
    with doing(places, options.operator, options.act_id) as now:
        changed = change_operator(
            now.shop,
            now.act,
            options.who,
            name=options.name,
            role=options.role,
            language=options.language,
            approved=_second(now, options),
        )
    return _told(changed, f"{changed.name} is {changed.role}.")


def leave(options: Namespace, places: Places) -> Told:
    """Somebody signs in no more."""
    with doing(places, options.operator, options.act_id) as now:
        gone = set_active(now.shop, now.act, options.who, False, _second(now, options))
    return _told(gone, f"{gone.name} signs in no more.")


def back(options: Namespace, places: Places) -> Told:
    """Somebody is back."""
    with doing(places, options.operator, options.act_id) as now:
        here = set_active(now.shop, now.act, options.who, True, _second(now, options))
    return _told(here, f"{here.name} may sign in again.")


def badge(options: Namespace, places: Places) -> Told:
    """Another badge, or none."""
    with doing(places, options.operator, options.act_id) as now:
        held = set_badge(now.shop, now.act, options.who, options.code, _second(now, options))
    return _told(held, f"{held.name} has {'a badge' if held.badge else 'no badge'}.")


def pin(options: Namespace, places: Places) -> Told:
    """A new PIN."""
    with doing(places, options.operator, options.act_id) as now:
        reset_pin(now.shop, now.act, options.who, options.new, _second(now, options))
    return Told({"operator": options.who}, (f"{options.who} signs in with the new PIN.",))


def rights(options: Namespace, places: Places) -> Told:
    """What each role may."""
    with opened(places) as shop:
        found = limits(shop)
    facts = [_limit(one) for one in found]
    rows = [(right, *(_shown(one) for one in found if one.right is right)) for right in Right]
    lines = table([("Right", *Role), *rows])
    return Told({"rights": facts}, (*lines, "* as this shop has it"))


def limit(options: Namespace, places: Places) -> Told:
    """A role may more or less."""
    with doing(places, options.operator, options.act_id) as now:
        second = _second(now, options)
        role, right = known_role(options.role), known_right(options.right)
        usual = next(
            one.usual for one in limits(now.shop) if one.role is role and one.right is right
        )
        most = _most(options.most, usual, right)
        kept = set_limit(now.shop, now.act, role, right, most, second)
    return Told(_limit(kept), (f"{kept.role}: {kept.right} {_shown(kept).rstrip(' *')}.",))


def mark(options: Namespace, places: Places) -> Told:
    """Whose own card a member is."""
    kind = "" if options.kind == "none" else options.kind
    with doing(places, options.operator, options.act_id) as now:
        member = anyone_named(now.shop, options.member)
        second = _second(now, options)
        marked = mark_member(now.shop, now.act, member, kind, options.of, second)
    facts = {"member": str(member), "kind": kind or None, "operator": options.of or None}
    if marked is None:
        return Told(facts, ("Figures count this member again.",))
    whose = f" of {marked.operator}" if kind == STAFF else ""
    return Told(facts, (f"This member is marked as {kind}{whose}; figures leave them out.",))


def patterns(options: Namespace, places: Places) -> Told:
    """What is worth a look in a week."""
    with opened(places) as shop, open_view(shop.store, shop.settings.currency) as figures:
        last = options.until or week_end(shop.today)
        found = looked(shop, figures, last)
    facts = [
        {
            "pattern": each.pattern.key,
            "first": each.first.isoformat(),
            "last": each.last.isoformat(),
            "subjects": each.subjects,
            "tries": each.tries,
            "least": each.pattern.least,
            "findings": [
                {
                    "operator": one.operator,
                    "member": str(one.member) if one.member else None,
                    "hits": one.hits,
                    "tries": one.tries,
                    "expected": round(one.expected, 3),
                    "rate": round(one.rate, 5),
                    "chance": one.chance,
                }
                for one in each.findings
            ],
        }
        for each in found
    ]
    rows = [
        (
            *(each.pattern.key, one.operator, str(one.member or "-")[:8]),
            *(f"{one.hits} of {one.tries}", f"{one.expected:.1f}"),
        )
        for each in found
        for one in each.findings
    ]
    lines = table([("Pattern", "Who", "Member", "Times", "Usual"), *rows], right=(4,))
    said = (*lines, "A reason to ask, not a proof. The page: regulars report staff-patterns")
    calm = (f"Nothing stands out in the week up to {last.isoformat()}.",)
    return Told({"until": last.isoformat(), "patterns": facts}, said if rows else calm)


def _second(now: Doing, options: Namespace) -> str:
    return approved_by(now.shop, options, now.act.operator, Right.EDIT_STAFF)


def _most(text: str, usual: int | None, right: Right) -> int | None:
    words = {"all": None, "none": NOT_AT_ALL, "usual": usual}
    if text in words:
        return words[text]
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise LoyaltyError("limit-wrong", right=right.value, most=text[:20])


def _operator(one: Operator) -> Facts:
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role,
        "badge": bool(one.badge),
        "language": one.language or None,
        "active": one.active,
    }


def _told(one: Operator, line: str) -> Told:
    return Told({"operator": _operator(one)}, (line,))


def _limit(one: Limit) -> Facts:
    return {
        "right": one.right.value,
        "role": one.role.value,
        "allowed": one.most != NOT_AT_ALL,
        "most": one.most if one.most != NOT_AT_ALL else 0,
        "as_usual": one.ours,
    }


def _shown(one: Limit) -> str:
    said = {None: "all", NOT_AT_ALL: "none"}.get(one.most, str(one.most))
    return said if one.ours else f"{said} *"
