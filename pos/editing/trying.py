"""What a basket would earn under a draft beside what it earns now: the example next to a rule.

The baskets are the shop's own last ones, or one that a person rings up; nothing is booked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.members.history import Scene
from loyalty.rules.program import Program
from pos.editing.drafting import drafted
from pos.scene import scene_of
from pos.shop import Shop
from pos.simulating import Simulated, newcomer, simulate
from pos.store import View
from pos.why import Step, steps

EXAMPLES = 5
LOOKED_AT = 40  # of the last sales, for baskets that differ
NOON = 12 * 60
USUAL_MINOR = (500, 2_000, 10_000)
"""Prices of a shop without sales, in minor units."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A basket under the version in force (None: there is none) and under the draft, with steps."""

    basket: Basket
    now: Simulated | None
    then: Simulated
    steps_now: tuple[Step, ...]
    steps_then: tuple[Step, ...]

    @property
    def points_now(self) -> int | None:
        """Points it earns today."""
        return self.now.accrual.why.points if self.now else None

    @property
    def points_then(self) -> int:
        """Points it would earn."""
        return self.then.accrual.why.points


def examples(shop: Shop) -> tuple[Basket, ...]:
    """Baskets to try rules on: the last sales that differ in what was bought, newest first; made-up
    prices where the shop has sold nothing yet.
    """
    found: dict[frozenset[str], Basket] = {}
    with shop.store.reading() as view:
        for facts in view.sales(limit=LOOKED_AT):
            sold = view.sold(facts.key)
            lines = tuple(one.line for one in sold.sale.lines) if sold else ()
            bought = tuple(line for line in lines if not line.reward)
            if bought and facts.currency == shop.settings.currency:
                kinds = frozenset(line.sku or line.text for line in bought)
                found.setdefault(kinds, Basket(facts.currency, bought))
            if len(found) == EXAMPLES:
                break
    if found:
        return tuple(found.values())
    money = shop.settings.currency
    return tuple(Basket(money, (Line("", price),)) for price in USUAL_MINOR)


def tried(
    shop: Shop, draft_id: UUID, basket: Basket | None = None, member: UUID | None = None
) -> tuple[Tried, ...]:
    """A basket, or each of `examples`, rung up on the draft's first day by a member, or by somebody
    who joined that day.

    Errors: `draft-unknown`; `program-invalid` (the first fault) while the draft is wrong;
    `program-currency` for one in another money than the shop's; `member-unknown`, `basket-empty`.
    """
    found = drafted(shop, draft_id)
    if found.found.program is None:
        raise LoyaltyError("program-invalid", **found.found.refused[0].facts)
    program, ours = found.found.program, shop.settings.currency
    if program.currency != ours:
        raise LoyaltyError("program-currency", ours=ours, theirs=program.currency)
    if basket is not None and not basket.lines:
        raise LoyaltyError("basket-empty")
    baskets = (basket,) if basket is not None else examples(shop)
    with shop.store.reading() as view:
        now = found.against
        scenes = (
            _scene(view, shop, now, program, member) if now else None,
            _scene(view, shop, program, program, member),
        )
    return tuple(_tried(one, now, program, scenes) for one in baskets)


def _tried(
    basket: Basket, now: Program | None, then: Program, scenes: tuple[Scene | None, Scene]
) -> Tried:
    before = simulate(now, basket, scenes[0]) if now and scenes[0] else None
    after = simulate(then, basket, scenes[1])
    return Tried(basket, before, after, _steps(before) if before else (), _steps(after))


def _steps(found: Simulated) -> tuple[Step, ...]:
    return steps(found.accrual.why, [line.amount_minor for line in found.basket.lines])


def _scene(view: View, shop: Shop, rules: Program, draft: Program, member: UUID | None) -> Scene:
    """Both on one day, so that the rules alone make the difference."""
    on = max(draft.starts_on, shop.today)
    if member is None:
        return Scene(on, NOON, newcomer(on))
    person = view.member(member)
    if person is None:
        raise LoyaltyError("member-unknown")
    return replace(scene_of(view, shop, rules, person), on=on, minute=NOON)
