"""Notes between terminals of one shop, and what a hub wants from its tills, in the books.

A note is booked before it is shown, and is shown again until it was taken: which ones those are is
kept in the transaction that books them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry, EntryKey
from pos.clock import milliseconds
from pos.store import View, Work
from pos.store.link import NOTED, WANTED
from pos.sync import holding
from pos.sync.hub_messages import MOST_NOTES, MOST_WANTED
from pos.sync.hub_peers import hub_at
from pos.sync.wire import line_of
from pos.trouble import TroubleError

FORWARD_MS = 600_000  # what head office asked for is passed on to it for so long
WISH_MS = 5_000  # and what a till asked for, which asks again
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Under:
    """Notes on their way to a peer: lines, and the epochs they stand in, as head office names
    them.
    """

    lines: tuple[str, ...] = ()
    epochs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Want:
    """A member's points or a voucher's use, wanted until a moment; `by`: a terminal, 0: head
    office.
    """

    member: str
    code: str
    until_ms: int
    by: int


def give(
    work: Work, to: int, member: UUID, why: str, new_id: holding.NewId, room: int = MOST_NOTES
) -> Entry | None:
    """Everything held of a member goes to another terminal; None as `holding.send_back`, or where
    too much is under way already.
    """
    if len(_noted(work, to)) >= room:
        return None
    return _kept(work, to, holding.send_back(work, member, why, new_id, to))


def give_voucher(work: Work, to: int, code: str, why: str, new_id: holding.NewId) -> Entry | None:
    """The use of a voucher goes to another terminal; None as `give`."""
    if len(_noted(work, to)) >= MOST_NOTES:
        return None
    return _kept(work, to, holding.send_voucher(work, code, why, new_id, to))


def under_way(view: View, to: int) -> Under:
    """What was given to a terminal and not yet taken, as far as is known."""
    lineage = view.lineage()
    lines, epochs = [], []
    for _, key in _noted(view, to):
        entry = view.entry(key)
        if entry is not None:
            named = lineage.translated(entry)
            lines.append(line_of(named).decode())
            epochs.append(named.key.epoch)
    return Under(tuple(lines), tuple(epochs))


def delivered(work: Work, to: int, ids: Iterable[bytes]) -> None:
    """A terminal has taken notes."""
    there = {raw.hex() for raw in ids}
    noted = _noted(work, to)
    left = [each for each in noted if each[0] not in there]
    if len(left) < len(noted):
        _keep(work, to, left)


def take(
    work: Work, giver: int, lines: Sequence[str], epochs: Sequence[int]
) -> tuple[list[bytes], list[UUID]]:
    """Book another terminal's notes; ids of all that are in the books now, and their members.

    What cannot be read is passed over, and stays with its giver.
    """
    lineage, ids, members = work.lineage(), [], []
    for line, epoch in list(zip(lines, epochs, strict=False))[:MOST_NOTES]:
        try:
            note = holding.note_from(line, lineage, work.terminal, (giver, epoch))
        except (TroubleError, LoyaltyError, ValueError) as error:
            _log.info("note of terminal %s passed over: %s", giver, error)
            continue
        holding.take(work, note)
        ids.append(note.id.bytes)
        if note.member is not None:
            members.append(note.member)
    return ids, members


# --- what a hub wants ---------------------------------------------------------------------------


def wants(view: View) -> list[Want]:
    """What is wanted from tills now."""
    now = milliseconds(view.moment())
    rows = json.loads(view.setting(WANTED) or "[]")
    return [
        want for want in (Want(*row) for row in rows) if now < want.until_ms <= now + FORWARD_MS
    ]


def want(work: Work, members: Iterable[bytes], codes: Iterable[str], by: int) -> None:
    """Ask the tills; the newest wishes count where there are too many."""
    until = milliseconds(work.moment()) + (WISH_MS if by else FORWARD_MS)
    fresh = [Want(raw.hex(), "", until, by) for raw in members]
    fresh += [Want("", code, until, by) for code in codes]
    if not fresh:
        return
    named = {(w.member, w.code, w.by) for w in fresh}
    kept = [w for w in wants(work) if (w.member, w.code, w.by) not in named]
    _keep_wants(work, [*kept, *fresh][-MOST_WANTED:])


def satisfied(work: Work, by: int, member: UUID | None, code: str = "") -> None:
    """A terminal has what it asked for."""
    named = (member.hex if member else "", code, by)
    found = wants(work)
    left = [w for w in found if (w.member, w.code, w.by) != named]
    if len(left) < len(found):
        _keep_wants(work, left)


def passed_to_tills(work: Work, members: Iterable[bytes], codes: Iterable[str]) -> None:
    """What head office asks back, a hub asks of its tills too, and hands on when it comes."""
    hub = hub_at(work)
    if hub is not None and hub.number == work.terminal:
        want(work, [raw for raw in members if len(raw) == 16], codes, by=0)


def _keep_wants(work: Work, found: list[Want]) -> None:
    rows = [[w.member, w.code, w.until_ms, w.by] for w in found]
    work.keep_setting(WANTED, json.dumps(rows, separators=(",", ":")))


# --- what is under way --------------------------------------------------------------------------


def _kept(work: Work, to: int, booked: Entry | None) -> Entry | None:
    if booked is not None:
        _keep(work, to, [*_noted(work, to), (booked.source.hex, booked.key)])
    return booked


def _noted(view: View, to: int) -> list[tuple[str, EntryKey]]:
    found = []
    for word in (view.setting(f"{NOTED}{to}") or "").split():
        id_, epoch, seq = word.split(".")
        found.append((id_, EntryKey(view.terminal, int(epoch), int(seq))))
    return found


def _keep(work: Work, to: int, noted: list[tuple[str, EntryKey]]) -> None:
    words = [f"{id_}.{key.epoch}.{key.seq}" for id_, key in noted]
    work.keep_setting(f"{NOTED}{to}", " ".join(words))
