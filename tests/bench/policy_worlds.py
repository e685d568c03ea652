"""How points are kept in a scenario: nowhere (one balance that is asked or cached), or by holders.

Time and messages are cheap here: whoever is in contact has pushed, pulled and answered before the
next visit. Each step names the line of the real code that it mirrors; tests/rules/test_policy_real
holds the model against the real `Sync` and `HeadOffice`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from loyalty.errors import LoyaltyError
from loyalty.rights.floor import Exposure, Floor, advance
from tests.bench.policy_homes import OFFICE


@dataclass(frozen=True, slots=True)
class Policy:
    """A row of the table.

    `tills`: holders of a shop (1: a hub holds for all). `homes`: `first` (the first that serves a
    member, for good), `most` (`home_of`, every week), `last` (wherever they were served last:
    nothing is swept). `vouch`: whether the floor also holds while head office is heard and the
    holder of the points is not.
    """

    name: str
    tills: int = 1
    homes: str = "most"
    floor: int = 0
    vouch: bool = False


@dataclass(slots=True)
class Told:
    """What a scenario came to: redemptions, in points and in number."""

    wished: int = 0
    refused: int = 0
    calls: int = 0
    points: int = 0
    overdrawn: int = 0
    advanced: int = 0
    bound: int = 0
    """B1: what the floor may have cost at most, summed over tills and outages."""
    over_bound: int = 0
    owed: int = 0  # of what was overdrawn, not yet earned again at the end
    cut_off: int = 0  # of those refused: where the counter itself had no contact


class Cached:
    """One balance at head office; each shop has it as of its last contact, and its own changes.

    `ask`: nothing is redeemed without asking (online only); otherwise what is cached is believed.
    """

    def __init__(self, shops: int, starts: tuple[int, ...], told: Told, *, ask: bool) -> None:
        self.told, self.ask = told, ask
        self.total = list(starts)
        self.known = list(starts)
        self.up = [True] * shops
        self.frozen: list[list[int]] = [[] for _ in range(shops)]
        self.own: list[dict[int, int]] = [{} for _ in range(shops)]

    def down(self, shop: int) -> None:
        self.up[shop] = False
        self.frozen[shop] = self.known.copy()

    def rise(self, shop: int) -> None:
        self.up[shop] = True
        for member, points in self.own[shop].items():
            self.known[member] += points
        self.own[shop] = {}

    def week(self, homes: list[int]) -> None:
        """Nothing is kept anywhere."""

    def redeem(self, shop: int, till: int, member: int, need: int) -> bool:
        if self.up[shop]:
            good = self.known[member] >= need
        else:
            cached = self.frozen[shop][member] + self.own[shop].get(member, 0)
            good = not self.ask and cached >= need
        if good:
            self._change(shop, member, -need)
        return good

    def earn(self, shop: int, till: int, member: int, points: int) -> None:
        self._change(shop, member, points)

    def _change(self, shop: int, member: int, points: int) -> None:
        self.total[member] += points
        if self.up[shop]:
            self.known[member] += points
        else:
            own = self.own[shop]
            own[member] = own.get(member, 0) + points

    def owed(self) -> int:
        """Points below nothing."""
        return -sum(min(0, points) for points in self.total)

    def sound(self) -> bool:
        """Whether head office's count and the truth agree, when all is told."""
        unsent = sum(sum(own.values()) for own in self.own)
        return sum(self.known) + unsent == sum(self.total)


@dataclass(slots=True)
class Away:
    """A holder that cannot be heard: what it did since, which head office does not know yet."""

    total: list[int]
    held: list[int]
    changes: dict[int, int] = field(default_factory=dict)
    served: dict[int, None] = field(default_factory=dict)
    advanced: dict[int, int] = field(default_factory=dict)


class Escrow:
    """Holders with points that only they may spend, and head office's pool (ledger-sync.md 3.3)."""

    def __init__(
        self, shops: int, starts: tuple[int, ...], told: Told, policy: Policy, homes: list[int]
    ) -> None:
        self.told, self.policy = told, policy
        self.tills = policy.tills
        self.floor = Floor.of(policy.floor)
        many = shops * self.tills
        self.total = list(starts)
        self.known = list(starts)  # head office's sum: pool, debts and what it counts at holders
        self.held = [[0] * len(starts) for _ in range(many)]
        self.pool = list(starts)  # below zero: owed
        self.up = [True] * shops
        self.away: list[Away | None] = [None] * many
        self.recalls: list[dict[int, None]] = [{} for _ in range(many)]
        self.waiting: list[dict[int, None]] = [{} for _ in range(many)]
        self.vouched = [0] * many
        self.at: list[set[int]] = [set() for _ in starts]  # where points may be, a quick list
        self.homes = homes
        for member in range(len(starts)):
            self._allot(member)

    # --- lines -----------------------------------------------------------------------------------

    def down(self, shop: int) -> None:
        self.up[shop] = False
        for holder in self._holders(shop):
            self.away[holder] = Away(self.known.copy(), self.held[holder].copy())

    def rise(self, shop: int) -> None:
        """All at a shop that has contact again: push, recalls answered, pull."""
        self.up[shop] = True
        for holder in self._holders(shop):
            away = self.away[holder]
            assert away is not None
            self.away[holder] = None
            self.vouched[holder] = 0
            self._push(holder, away)
        for holder in self._holders(shop):
            recalled, self.recalls[holder] = self.recalls[holder], {}
            for member in recalled:  # Sync._send_back
                self._send_back(holder, member)
                self._allot(member)
            waiting, self.waiting[holder] = self.waiting[holder], {}
            for member in waiting:
                self._allot(member)

    def _push(self, holder: int, away: Away) -> None:
        for member, points in away.changes.items():
            self.known[member] += points
        self._bounded(away.advanced)
        for member, points in away.advanced.items():  # Rights.cover
            self.pool[member] -= points
        for member in away.served:  # pushing._sweep
            self._served(holder, member)

    def _bounded(self, advanced: dict[int, int]) -> None:
        given = sum(advanced.values())
        bound = min(self.floor.terminal, self.floor.member * len(advanced))
        self.told.advanced += given
        self.told.bound += bound
        self.told.over_bound += max(0, given - bound)

    def week(self, homes: list[int]) -> None:
        """Homes as they are from now on; what is kept at an old one is asked back."""
        for member, (before, now) in enumerate(zip(self.homes, homes, strict=True)):
            if before != now:
                self.homes[member] = now
                if before != OFFICE:
                    self._ask_back(before, member)
                self._allot(member)

    def _holders(self, shop: int) -> range:
        return range(shop * self.tills, (shop + 1) * self.tills)

    # --- at the counter --------------------------------------------------------------------------

    def redeem(self, shop: int, till: int, member: int, need: int) -> bool:
        holder = shop * self.tills + till % self.tills
        held = self.held[holder]
        if held[member] < need:
            if self.up[shop]:
                self.told.calls += 1
                self._reserve(holder, member, need)
            elif self.floor.member:
                self._advance(holder, member, need)
        if held[member] < need:
            return False
        held[member] -= need
        self._booked(shop, holder, member, -need)
        return True

    def earn(self, shop: int, till: int, member: int, points: int) -> None:
        """The sale ends: the member has left the counter (what is SERVED is swept)."""
        holder = shop * self.tills + till % self.tills
        self.held[holder][member] += points
        self.at[member].add(holder)
        self._booked(shop, holder, member, points)
        away = self.away[holder]
        if away is None:
            self._served(holder, member)
        else:
            away.served[member] = None

    def _booked(self, shop: int, holder: int, member: int, points: int) -> None:
        self.total[member] += points
        away = self.away[holder]
        if away is None:
            self.known[member] += points
        else:
            away.changes[member] = away.changes.get(member, 0) + points

    def _advance(self, holder: int, member: int, need: int) -> None:
        """As pos.linked.advance_in while nobody answers."""
        away = self.away[holder]
        assert away is not None
        usable = self.held[holder][member]
        total = away.total[member] - away.held[member] + usable
        before = away.advanced.get(member, 0)
        standing = Exposure(usable, total, before, sum(away.advanced.values()))
        try:
            points = advance(self.floor, standing, need)
        except LoyaltyError:
            return
        self.held[holder][member] += points
        self.at[member].add(holder)
        away.advanced[member] = points

    def _reserve(self, holder: int, member: int, need: int) -> None:
        """As answers.reserved: the pool at once, then whoever has points and can be heard."""
        self._grant(holder, member)
        if self.held[holder][member] >= need:
            return
        for other in sorted(self.at[member]):
            if other != holder:
                self._ask_back(other, member)
        self._grant(holder, member)
        if self.policy.vouch and self.held[holder][member] < need:
            self._vouch(holder, member, need)

    def _vouch(self, holder: int, member: int, need: int) -> None:
        """The floor, allowed by head office for a holder that it cannot hear."""
        silent = [o for o in self.at[member] if self.away[o] is not None]
        if not silent or self.pool[member] < 0:
            return
        usable = self.held[holder][member]
        risked = max(self.vouched[other] for other in silent)
        try:
            points = advance(self.floor, Exposure(usable, self.known[member], 0, risked), need)
        except LoyaltyError:
            return
        for other in silent:
            self.vouched[other] += points
        self._bounded({member: points})
        self.held[holder][member] += points
        self.at[member].add(holder)
        self.pool[member] -= points

    # --- head office -----------------------------------------------------------------------------

    def _served(self, holder: int, member: int) -> None:
        """pushing._sweep: points that are left where a member is not at home go there."""
        home = self.homes[member]
        if home == OFFICE or self.policy.homes == "last":
            self.homes[member] = holder
        elif home != holder:
            self._ask_back(holder, member)
        if self.pool[member] < 0:
            for other in sorted(self.at[member]):
                self._ask_back(other, member)
        self._allot(member)

    def _ask_back(self, holder: int, member: int) -> None:
        """A recall; who is in contact answers it before anything else happens."""
        if self.away[holder] is not None:
            self.recalls[holder][member] = None
        else:
            self._send_back(holder, member)

    def _send_back(self, holder: int, member: int) -> None:
        held = self.held[holder]
        self.pool[member] += held[member]
        held[member] = 0
        self.at[member].discard(holder)

    def _grant(self, holder: int, member: int) -> None:
        """Rights.grant: all that the pool has."""
        if self.pool[member] > 0:
            self.held[holder][member] += self.pool[member]
            self.pool[member] = 0
            self.at[member].add(holder)

    def _allot(self, member: int) -> None:
        """answers._allot: at the next pull of the member's home."""
        home = self.homes[member]
        if home == OFFICE or self.pool[member] <= 0:
            return
        if self.away[home] is not None:
            self.waiting[home][member] = None
        else:
            self._grant(home, member)

    def owed(self) -> int:
        """What members owe the pool."""
        return -sum(min(0, points) for points in self.pool)

    def sound(self) -> bool:
        """Whether points are neither made nor lost: the truth against pool, holders and debts."""
        uncovered = sum(sum(away.advanced.values()) for away in self.away if away)
        inside = sum(self.pool) + sum(map(sum, self.held)) - uncovered
        return inside == sum(self.total) and min(map(min, self.held)) >= 0
