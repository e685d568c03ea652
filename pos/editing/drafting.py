"""Drafts of the program: begun from what there is, edited field by field, never in force.

Each edit is applied to the draft as it stands in the books, in one transaction, so that two windows
on one draft do not undo each other's fields. A draft may be wrong at any time; what is wrong is
told with its place, and only publishing asks for a draft without faults.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.program_file import editing
from loyalty.program_file.codec import Path
from loyalty.program_file.diff import Change, diff
from loyalty.program_file.document import (
    Checked,
    checked,
    document_text,
    document_value,
    program_to_text,
)
from loyalty.program_file.editing import Document
from loyalty.program_file.form import Input, form
from loyalty.rules.program import Program
from pos.acts import Act
from pos.programs import renumbered, text_of
from pos.rights import Right, answering
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.store.drafts import Draft

MOST_DRAFTS = 100
LONGEST = 20_000_000  # as a program file


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft and all that can be said of it.

    `found`: the program it makes (None while it is wrong), its faults and its doubts, each with
    place and line. `changes`: field by field against `against`, the version in force (None where
    the shop has none); empty while it is wrong.
    """

    draft: Draft
    document: Document
    found: Checked
    against: Program | None
    changes: tuple[Change, ...]

    @property
    def form(self) -> Input:
        """Every field of every rule, to draw a form from."""
        return form(self.document)

    def faults_at(self, path: Path) -> tuple[tuple[str, Mapping[str, int | str]], ...]:
        """What is wrong or odd at a path or below it: `fault` or `doubt`, and its facts."""
        told = (("fault", self.found.refused), ("doubt", self.found.doubtful))
        return tuple(
            (kind, one.facts)
            for kind, findings in told
            for one in findings
            if one.fault.path[: len(path)] == path
        )


def drafts(shop: Shop) -> tuple[Draft, ...]:
    """All drafts, the one touched last first."""
    with shop.store.reading() as view:
        return view.drafts()


def drafted(shop: Shop, draft_id: UUID) -> Drafted:
    """A draft as it stands; LoyaltyError `draft-unknown`."""
    with shop.store.reading() as view:
        return _drafted(shop, view, _draft(view, draft_id))


def begin(
    shop: Shop, act: Act, source: str = "", number: int | None = None, approved: str = ""
) -> Drafted:
    """A new draft: of the version in force, of version `number`, or of `source` (a file, or
    `example:NAME`), which may have faults. It starts tomorrow, under the next free number.

    A repeat of the act is the same draft. Errors: those of `text_of`, `program-invalid` (what is no
    program file at all), `program-none`, `program-unknown`, `drafts-too-many` (most),
    `approval-needed`.
    """
    document = _begun(shop, source, number)
    with shop.store.writing() as work:
        answering(work, act.operator, Right.EDIT_PROGRAM, approved=approved)
        known = work.draft(act.id)
        if known is None:
            if len(work.drafts()) >= MOST_DRAFTS:
                raise LoyaltyError("drafts-too-many", most=MOST_DRAFTS)
            known = _keep(work, act, Draft(act.id, "", "", 0, ""), document)
        return _drafted(shop, work, known)


def put(
    shop: Shop, act: Act, draft_id: UUID, path: Path, value: Any, approved: str = ""
) -> Drafted:
    """Set a field, as `editing.with_value`; errors of it, `draft-unknown`, `approval-needed`."""
    return _edited(shop, act, draft_id, approved, lambda it: editing.with_value(it, path, value))


def put_text(
    shop: Shop, act: Act, draft_id: UUID, where: str, text: str, approved: str = ""
) -> Drafted:
    """Set a field by its path and value as people write them; errors as `put`."""

    def change(document: Document) -> Document:
        path = editing.path_of(document, where)
        return editing.with_value(document, path, editing.value_from_text(path, text))

    return _edited(shop, act, draft_id, approved, change)


def switch_on(shop: Shop, act: Act, draft_id: UUID, path: Path, approved: str = "") -> Drafted:
    """Begin a rule that is off, such as tiers; errors as `put`."""
    on = shop.today
    return _edited(shop, act, draft_id, approved, lambda it: editing.switched_on(it, path, on))


def add(
    shop: Shop,
    act: Act,
    draft_id: UUID,
    path: Path,
    like: Mapping[str, Any] | None = None,
    approved: str = "",
) -> Drafted:
    """Add a rule to a list, blank or `like` another; errors as `put`."""
    on = shop.today
    return _edited(
        shop, act, draft_id, approved, lambda it: editing.with_new(it, path, on, like)[0]
    )


def take_out(shop: Shop, act: Act, draft_id: UUID, path: Path, approved: str = "") -> Drafted:
    """Take a rule out, or leave a field to its usual value; errors as `put`."""
    return _edited(shop, act, draft_id, approved, lambda it: editing.without(it, path))


def move(shop: Shop, act: Act, draft_id: UUID, path: Path, to: int, approved: str = "") -> Drafted:
    """Put a rule elsewhere in its list; errors as `put`."""
    return _edited(shop, act, draft_id, approved, lambda it: editing.moved(it, path, to))


def discard(shop: Shop, act: Act, draft_id: UUID, approved: str = "") -> bool:
    """Throw a draft away; whether it was still there. LoyaltyError `approval-needed`."""
    with shop.store.writing() as work:
        answering(work, act.operator, Right.EDIT_PROGRAM, approved=approved)
        return work.drop_draft(draft_id)


def _begun(shop: Shop, source: str, number: int | None) -> Document:
    if source:
        text = text_of(source)
        found = checked(text)
        if found.program is None:
            return document_value(text)
        program = found.program
    else:
        with shop.store.reading() as view:
            known = program_in_force(view, shop.today) if number is None else view.program(number)
        if known is None:
            raise LoyaltyError("program-unknown", number=number)
        program = known
    fresh = renumbered(shop, program, shop.today + timedelta(days=1))
    return document_value(program_to_text(fresh))


def _edited(
    shop: Shop,
    act: Act,
    draft_id: UUID,
    approved: str,
    change: Callable[[Document], Document],
) -> Drafted:
    with shop.store.writing() as work:
        answering(work, act.operator, Right.EDIT_PROGRAM, approved=approved)
        known = _draft(work, draft_id)
        kept = _keep(work, act, known, change(document_value(known.body)))
        return _drafted(shop, work, kept)


def _keep(work: Work, act: Act, known: Draft, document: Document) -> Draft:
    body = document_text(document)
    if len(body) > LONGEST:
        raise LoyaltyError("draft-value", where="", why="too-long", most=LONGEST)
    name = document.get("name")
    kept = replace(
        known,
        name=name[:200] if isinstance(name, str) else "",
        body=body,
        at_ms=work.now_ms(),
        operator=act.operator,
    )
    work.keep_draft(kept)
    return kept


def _draft(view: View, draft_id: UUID) -> Draft:
    known = view.draft(draft_id)
    if known is None:
        raise LoyaltyError("draft-unknown")
    return known


def _drafted(shop: Shop, view: View, known: Draft) -> Drafted:
    found = checked(known.body)
    against = view.program_on(shop.today)
    changes: tuple[Change, ...] = ()
    if against is not None and found.program is not None:
        changes = diff(against, found.program)
    return Drafted(known, document_value(known.body), found, against, changes)
