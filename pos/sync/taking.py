"""What head office sent, into the books: documents, totals, notes, the lease; one transaction."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.rights.note import HEAD_OFFICE
from pos.clock import milliseconds
from pos.store import Store, Work
from pos.store.link import (
    AFTER,
    DIFFERS,
    EPOCH,
    FLOOR,
    LATEST,
    LEASE,
    LOCAL,
    OFFSET,
    SAID,
    SERVER,
    SHOP,
    STATE,
)
from pos.store.syncing import Elsewhere
from pos.sync import docs, holding
from pos.sync.messages import Doc, Pulled, Reserved, Welcome
from pos.trouble import TroubleError

_OFFICE = (HEAD_OFFICE, 0)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """How many notes, whether there is more to pull, and what head office asks back."""

    notes: int = 0
    more: bool = False
    members: tuple[bytes, ...] = ()
    codes: tuple[str, ...] = ()
    tills: tuple[bytes, ...] = ()
    forgot: bool = False  # head office was restored, or is to be told: this session ends

    def plus(self, other: Taken) -> Taken:
        """Both together."""
        return Taken(
            self.notes + other.notes,
            self.more or other.more,
            (*self.members, *other.members),
            (*self.codes, *other.codes),
            (*self.tills, *other.tills),
        )


def take_in(
    store: Store,
    new_id: Callable[[], UUID],
    *,
    lease: Welcome | None = None,
    pulled: Pulled | None = None,
    asked_after: int = 0,
    reserved: Reserved | None = None,
    member: UUID | None = None,
) -> Taken:
    """Book what one answer brought. What cannot be read is logged once and passed over: a newer
    head office may say what this version does not know, and must not keep it from the rest.
    """
    with store.writing() as work:
        if lease is not None:
            _lease(work, lease.server_ms, lease.lease_ms)
            forgot = _office(work, lease.office)
            work.keep_setting(STATE, lease.state)
            work.keep_setting(FLOOR, f"{lease.floor[0]} {lease.floor[1]}")
            work.keep_setting(SHOP, str(lease.shop))
            return Taken(forgot=forgot)
        if pulled is not None:
            return _pulled(work, pulled, asked_after)
        if reserved is not None:
            notes = _notes(work, reserved.notes, reserved.givers)
            if member is not None and reserved.known:
                beyond = reserved.elsewhere
                if beyond is None:  # a head office that does not say it: as far as it has heard
                    beyond = reserved.total - work.points_here(member)
                rest = Elsewhere(beyond, reserved.pending, reserved.as_of_ms)
                work.keep_total(member, rest)
            return Taken(notes)
    return Taken()


def _pulled(work: Work, pulled: Pulled, asked_after: int) -> Taken:
    if pulled.server_ms:
        _lease(work, pulled.server_ms, pulled.lease_ms)
    differing = work.setting(DIFFERS)
    for doc in pulled.docs:
        hear(work, doc)
    for told in pulled.elsewhere:
        if len(told.member) == 16:
            known = Elsewhere(told.points, told.pending, told.as_of_ms)
            work.keep_elsewhere(UUID(bytes=told.member), known, told.days, told.counts)
    work.keep_shop_elsewhere(pulled.shop)
    notes = _notes(work, pulled.notes, pulled.givers)
    if _office(work, pulled.office):
        return Taken(notes, True, pulled.recall, pulled.vouchers, pulled.tills, True)
    if pulled.upto > asked_after:
        work.keep_setting(AFTER, str(pulled.upto))
    news = work.setting(DIFFERS) != differing  # said with the next hello, which is then at once
    return Taken(notes, pulled.more, pulled.recall, pulled.vouchers, pulled.tills, news)


def hear(work: Work, doc: Doc) -> None:
    """A word of head office, unless a newer one is known."""
    if not docs.known(doc.topic) or _of_nobody(work, doc):
        return
    if not work.hear(doc.topic, doc.key, doc.stamp, doc.terminal):
        return
    try:
        docs.apply(work, doc.topic, doc.key, doc.body)
    except (TroubleError, LoyaltyError) as error:
        _log.info("document of head office passed over: %s", error)


def _of_nobody(work: Work, doc: Doc) -> bool:
    """Whether a word's member is not known here: it counts as heard when they are."""
    whose = docs.member_of(doc.topic, doc.key, doc.body) if doc.body else ""
    try:
        return bool(whose) and work.member(UUID(hex=whose)) is None
    except ValueError:
        return False  # its document says what is wrong with it


def _office(work: Work, epoch: int) -> bool:
    """Whether head office was restored since: then it tells all from the start, and is told all."""
    known = work.setting(EPOCH)
    if not epoch or known == str(epoch):
        return False
    work.keep_setting(EPOCH, str(epoch))
    if known is None:
        return False
    work.keep_setting(AFTER, "0")
    work.keep_setting(SAID, "0")
    work.tell_everything()
    work.forget_receipts()
    return True


def _notes(work: Work, lines: tuple[str, ...], givers: tuple[tuple[int, int], ...]) -> int:
    lineage = work.lineage()
    taken = 0
    whose = givers if len(givers) == len(lines) else (_OFFICE,) * len(lines)
    for line, giver in zip(lines, whose, strict=True):
        try:
            note = holding.note_from(line, lineage, work.terminal, giver)
        except (TroubleError, LoyaltyError, ValueError) as error:
            _log.info("note of head office passed over: %s", error)
            continue
        holding.take(work, note)
        taken += 1
    return taken


def _lease(work: Work, server_ms: int, lease_ms: int) -> None:
    work.keep_setting(LEASE, str(lease_ms))
    work.keep_setting(SERVER, str(server_ms))
    now = milliseconds(work.moment())
    work.keep_setting(LOCAL, str(now))
    work.keep_setting(OFFSET, str(server_ms - now))
    last = work.last_entry()
    work.keep_setting(LATEST, str(last.at_ms if last else 0))
