"""Cases: opened with a promise, added to, made good with points within somebody's right, closed.

Nothing said in a case is rewritten; what is added stands behind it with who said it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from loyalty.care.case import (
    LONGEST_PROMISE,
    LONGEST_WORDS,
    MOST_WORDS,
    Case,
    CaseState,
    CaseWord,
    Cause,
    Channel,
)
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Kind
from pos.acts import Act
from pos.adjusting import adjust_in
from pos.cleaning import clean_line, clean_lines
from pos.shop import Shop
from pos.store import View, Work
from pos.whereabouts import survivor


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody was told will be done, by when, and who answers for it.

    None leaves what there is; `owner` is an operator's id.
    """

    words: str | None = None
    due_on: date | None = None
    owner: str | None = None


class Which(StrEnum):
    """A list of cases."""

    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Told:
    """A case with all that was said about it."""

    case: Case
    words: tuple[CaseWord, ...]


def open_case(
    shop: Shop,
    act: Act,
    member: UUID | None,
    channel: Channel,
    cause: Cause,
    words: str,
    promise: Promise = Promise(),
) -> Case:
    """Open a case; the act's id is the case's, so a repeat is the same case.

    Whoever opens it answers for it unless the promise names another. Errors: `case-words` (nothing
    was said), `case-due` (a promise without a day, or for a day that is over), `operator-unknown`,
    `member-unknown`, `text-too-long`.
    """
    with shop.store.writing() as work:
        if known := work.case(act.id):
            return known
        person = survivor(work, member)
        if member is not None and person is None:
            raise LoyaltyError("member-unknown")
        blank = Case(
            act.id,
            person.id if person else None,
            work.now_ms(),
            act.operator,
            channel,
            cause,
            _said(words),
            owner=act.operator,
        )
        case = _promised(shop, work, blank, promise)
        work.add_case(case)
        return case


def add_to(shop: Shop, act: Act, case: UUID, words: str, promise: Promise = Promise()) -> Case:
    """Add what was said or done, and what is promised now. The same words again are no second ones.

    Errors: as `open_case`, `case-unknown`, `case-closed`, `too-many-items`.
    """
    with shop.store.writing() as work:
        known = _open(work, case)
        changed = _promised(shop, work, known, promise)
        _add(work, act, case, _said(words))
        work.change_case(changed)
        return changed


def goodwill(
    shop: Shop,
    act: Act,
    case: UUID,
    points: int,
    why: str,
    promise: Promise = Promise(),
    approved: str = "",
) -> Case:
    """Give a case's member points to make good, within the right to adjust; `why` is added to the
    case. In the ledger it is an adjustment like any other, and a repeat is the same one.

    Errors: `goodwill-nothing` (points are given, not taken), `case-no-member`, and those of
    `add_to` and `adjusting.adjust`.
    """
    if points <= 0:
        raise LoyaltyError("goodwill-nothing")
    with shop.store.writing() as work:
        if work.entry_of(act.id, Kind.ADJUSTMENT) is not None:
            return _known(work, case)
        known = _open(work, case)
        if known.member is None:
            raise LoyaltyError("case-no-member")
        promised = _promised(shop, work, known, promise)
        _add(work, act, case, _said(why))
        adjust_in(shop, work, act, known.member, points, why, approved)
        changed = replace(promised, goodwill=known.goodwill + points)
        work.change_case(changed)
        return changed


def close_case(shop: Shop, act: Act, case: UUID, resolution: str) -> Case:
    """Close a case with how it ended; the same words again are the same closing.

    Errors: `case-unknown`, `case-closed`, `case-words`, `text-too-long`, `too-many-items`.
    """
    with shop.store.writing() as work:
        known, ended = _known(work, case), _said(resolution)
        if known.state is CaseState.CLOSED and known.resolution == ended:
            return known
        known = _open(work, case)
        _add(work, act, case, ended)  # so that who closed it is kept, too
        closed = replace(known, state=CaseState.CLOSED, resolution=ended, closed_ms=work.now_ms())
        work.change_case(closed)
        return closed


def cases(shop: Shop, which: Which = Which.OPEN) -> tuple[Case, ...]:
    """A list of cases, those first whose promise is due first."""
    state = CaseState.CLOSED if which is Which.CLOSED else CaseState.OPEN
    with shop.store.reading() as view:
        found = view.cases_in(state)
    return tuple(one for one in found if which is not Which.OVERDUE or one.overdue(shop.today))


def cases_of(shop: Shop, member: UUID) -> tuple[Case, ...]:
    """A member's cases, oldest first; of whoever they are by now."""
    with shop.store.reading() as view:
        return of_member(view, member)


def of_member(view: View, member: UUID) -> tuple[Case, ...]:
    """`cases_of` inside a transaction that does more."""
    person = survivor(view, member)
    return view.cases_of(person.id) if person else ()


def told(shop: Shop, case: UUID) -> Told:
    """A case with its words; LoyaltyError `case-unknown`."""
    with shop.store.reading() as view:
        return Told(_known(view, case), view.case_words(case))


def _known(view: View, case: UUID) -> Case:
    found = view.case(case)
    if found is None:
        raise LoyaltyError("case-unknown", case=str(case))
    return found


def _open(view: View, case: UUID) -> Case:
    found = _known(view, case)
    if found.state is not CaseState.OPEN:
        raise LoyaltyError("case-closed")
    return found


def _promised(shop: Shop, view: View, case: Case, promise: Promise) -> Case:
    words, due_on, owner = case.promise, promise.due_on or case.due_on, case.owner
    if promise.words is not None:
        words = clean_line(promise.words, "promise", LONGEST_PROMISE)
    if promise.owner is not None:
        named = view.operator(promise.owner)
        if named is None or not named.active:
            raise LoyaltyError("operator-unknown", operator=promise.owner[:40])
        owner = named.id
    if (words and due_on is None) or (promise.due_on and promise.due_on < shop.today):
        raise LoyaltyError("case-due")
    return replace(case, promise=words, due_on=due_on, owner=owner)


def _said(words: str) -> str:
    said = clean_lines(words, "words", LONGEST_WORDS)
    if not said:
        raise LoyaltyError("case-words")
    return said


def _add(work: Work, act: Act, case: UUID, said: str) -> None:
    known = work.case_words(case)
    if known and (known[-1].operator, known[-1].words) == (act.operator, said):
        return
    if len(known) >= MOST_WORDS:
        raise LoyaltyError("too-many-items", field="words", most=MOST_WORDS)
    work.add_case_word(case, CaseWord(len(known) + 1, work.now_ms(), act.operator, said))
