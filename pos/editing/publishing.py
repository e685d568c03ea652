"""What becomes of a draft: published on its day, thrown away, or an older version brought back.

A version never changes once it is there. Rolling back is publishing the older rules under a new
number, so that what a sale earned in between can still be reckoned from the version it names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import program_from_text
from loyalty.rules.program import Program
from pos.acts import Act
from pos.linked import linked
from pos.programs import publish, renumbered, version
from pos.shop import Shop
from pos.store import View
from pos.trials import BrokenTrial, broken_by


class Stands(StrEnum):
    """Where a published version stands on a day."""

    IN_FORCE = "in-force"
    SCHEDULED = "scheduled"
    PAST = "past"
    NEVER = "never"  # another version took its days before it began


@dataclass(frozen=True, slots=True)
class Version:
    """A published version, the last day it is in force (None: no end in sight), how it stands."""

    program: Program
    until: date | None
    stands: Stands


def versions(shop: Shop) -> tuple[Version, ...]:
    """Every version in the order they come into force, those that never do among them."""
    with shop.store.reading() as view:
        known = sorted(view.programs(), key=lambda one: (one.starts_on, one.number))
    found = []
    for one, after in zip(known, [*known[1:], None], strict=True):
        ends = date.fromordinal(after.starts_on.toordinal() - 1) if after else None
        found.append(Version(one, ends, _stands(one, ends, shop.today)))
    return tuple(found)


def _stands(one: Program, until: date | None, today: date) -> Stands:
    if until is not None and until < one.starts_on:
        return Stands.NEVER
    if one.starts_on > today:
        return Stands.SCHEDULED
    return Stands.IN_FORCE if until is None or until >= today else Stands.PAST


def trials_ended_by(shop: Shop, program: Program) -> tuple[BrokenTrial, ...]:
    """Running trials whose campaign a program changes or leaves out: told before it is published,
    because they end that day without a result.
    """
    with shop.store.reading() as view:
        return broken_by(view, program)


def publish_draft(
    shop: Shop,
    act: Act,
    draft_id: UUID,
    starts_on: date | None = None,
    approved: str = "",
    trial: bool = False,
) -> Program:
    """Publish a draft under the next free number, and drop the draft.

    `starts_on`: another day than the draft says. `trial`: only say whether it could be. Errors:
    `draft-unknown`, `program-from-office` (this terminal has its program from head office),
    `program-invalid`, those of `publish`.
    """
    with shop.store.reading() as view:
        _own(view)
        known = view.draft(draft_id)
    if known is None:
        raise LoyaltyError("draft-unknown")
    program = renumbered(shop, program_from_text(known.body), starts_on)
    publish(shop, act, program, approved, trial)
    if not trial:
        with shop.store.writing() as work:
            work.drop_draft(draft_id)
    return program


def roll_back(
    shop: Shop, act: Act, number: int, starts_on: date, approved: str = "", trial: bool = False
) -> Program:
    """Publish an older version's rules once more, from a day on, under the next free number.

    With the version in force and the day of a scheduled one, that one never begins. Errors as
    `publish_draft`, and `program-unknown`.
    """
    with shop.store.reading() as view:
        _own(view)
    again = replace(renumbered(shop, version(shop, number)), starts_on=starts_on)
    publish(shop, act, again, approved, trial)
    return again


def _own(view: View) -> None:
    """Two programs of one number would earn different points at two terminals of a shop."""
    if linked(view):
        raise LoyaltyError("program-from-office")
