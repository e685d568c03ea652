"""What a member can use at this terminal, what they have in all, and what may be risked offline.

Three figures, never one that may be false: usable here now, total as of a time, connected or not.
Nobody at a counter needs to know how that comes about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry, Kind
from loyalty.rights.floor import Exposure, Floor, advance, advanced_entry, most_advance
from loyalty.sales.sale import Occasion
from pos.clock import milliseconds
from pos.rights import Right, answering
from pos.shop import Shop, program_in_force
from pos.store import View, Work
from pos.store.link import CLEARED, FLOOR, LATEST, LEASE, LOCAL, SERVER, STATE

CLOCK_SLACK_MS = 10 * 60_000
CONTACT_MS = 30_000
"""Head office that answered so recently can be asked: nothing is risked then."""


@dataclass(frozen=True, slots=True)
class Usable:
    """A member's points as a cashier is told them.

    `here`: may be spent at this terminal now. `total`: in all, as of `as_of_ms` (None: head office
    never said). `pending`: will vest, here and elsewhere. `frozen`: why nothing may be spent here
    until head office is heard (`restored`, `lease-over`, `clock-back`, `suspended`, `retired`), or
    empty. `advance`: the most that may be allowed at the shop's risk now.
    """

    here: int
    total: int
    as_of_ms: int | None
    pending: int = 0
    frozen: str = ""
    advance: int = 0

    @property
    def elsewhere(self) -> int:
        """What other terminals hold, and head office."""
        return self.total - self.here


@dataclass(frozen=True, slots=True)
class Advance:
    """Points given at the shop's risk with a sale; `approved`: who allowed it."""

    points: int
    approved: str = ""


def linked(view: View) -> bool:
    """Whether this terminal has a head office."""
    return view.setting(STATE) is not None


def usable(shop: Shop, view: View, member: UUID) -> Usable | None:
    """What a member (the owner of the account) has; None where there is no head office."""
    if not linked(view):
        return None
    account = view.account(member)
    why = frozen(view)
    here = 0 if why else account.spendable(shop.today)
    known = view.elsewhere(member)
    beyond = known.points if known else 0
    total = account.spendable(shop.today) - account.owed + beyond
    pending = account.pending_points + (known.pending if known else 0)
    most = 0 if why else most_advance(floor(view), exposure(view, member, here, total))
    as_of = known.as_of_ms if known else None
    return Usable(here, total, as_of, pending, why, 0 if in_contact(view) else most)


def usable_now(shop: Shop, member: UUID) -> Usable | None:
    """`usable` of the books as they are."""
    with shop.store.reading() as view:
        return usable(shop, view, member)


def frozen(view: View) -> str:
    """Why this terminal may spend nothing until it has heard head office; empty if it may.

    A wall clock that was set back by more than ten minutes would stretch the lease.
    """
    if not linked(view):
        return ""
    state = view.setting(STATE) or ""
    if state != "active":
        return state
    ends = view.epoch_ends()
    newest = ends[-1] if ends else None
    moved_on = newest is not None and newest.why in ("restored", "ledger-behind", "forked")
    if newest is not None and moved_on and view.setting(CLEARED) != str(newest.epoch):
        return "restored"
    now = milliseconds(view.moment())
    local, server = _number(view, LOCAL), _number(view, SERVER)
    last = view.last_entry()
    moved = last is not None and last.at_ms > _number(view, LATEST)  # since the last contact
    latest = max(local, last.at_ms) if last and moved else local
    if now < latest - CLOCK_SLACK_MS:
        return "clock-back"
    if server + (now - local) > _number(view, LEASE):
        return "lease-over"
    return ""


def in_contact(view: View) -> bool:
    """Whether head office answered a moment ago."""
    return 0 <= milliseconds(view.moment()) - _number(view, LOCAL) <= CONTACT_MS


def floor(view: View) -> Floor:
    """What the merchant allows to be risked."""
    member, _, terminal = (view.setting(FLOOR) or "0 0").partition(" ")
    good = member.isdecimal() and terminal.isdecimal()
    return Floor(int(member), int(terminal)) if good else Floor()


def exposure(view: View, member: UUID, here: int, total: int) -> Exposure:
    """What was risked since the last contact, for a member and in all."""
    before = terminal = 0
    for entry in view.unsent_of(Kind.RIGHTS_ADVANCED):
        points = sum(posting.points for posting in entry.postings if posting.lot)
        terminal += points
        before += points if entry.member == member else 0
    return Exposure(here, total, before, terminal)


def advance_in(
    shop: Shop, work: Work, member: UUID, wanted: Advance, occasion: Occasion
) -> Entry | None:
    """Book an advance in the transaction of the sale that spends it; once, however often asked.

    Errors: `advance-refused` (why, most), `approval-needed`, `office-first` (head office can be
    asked, so nothing need be risked), `points-frozen` (why).
    """
    if wanted.points <= 0:
        return None
    earlier = work.entry_of(occasion.sale, Kind.RIGHTS_ADVANCED)
    if earlier is not None:
        return earlier
    if why := frozen(work):
        raise LoyaltyError("points-frozen", why=why)
    if in_contact(work):
        raise LoyaltyError("office-first")
    found = usable(shop, work, member)
    if found is None:
        raise LoyaltyError("advance-refused", why="no-floor", most=0)
    standing = exposure(work, member, found.here, found.total)
    advance(floor(work), standing, found.here + wanted.points)
    answered = answering(
        work, occasion.operator, Right.ADVANCE, wanted.points, wanted.approved, shop.today
    )
    days = program_in_force(work, shop.today).returns.grace_days
    until = shop.today + timedelta(days=days)
    return work.append(advanced_entry(member, wanted.points, until, occasion, answered))


def _number(view: View, name: str) -> int:
    found = view.setting(name) or ""
    return int(found) if found.isdecimal() else 0
