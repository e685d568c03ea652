"""Taking a reward as a voucher, where nobody stands behind the counter: the points go and the
voucher comes in one transaction. It is personal, so that paper left in the printer is nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from loyalty.basket import Basket
from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account
from loyalty.ledger.entry import Kind
from loyalty.members.history import History, Scene
from loyalty.members.member import Member
from loyalty.redemption.automatic import reward_entry, terms_of
from loyalty.redemption.chosen import Reason
from loyalty.redemption.paying import Payment
from loyalty.redemption.refusing import refusal, rewards_now
from loyalty.redemption.voucher import Voucher, voucher_from
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward, RewardKind
from pos.acts import Act
from pos.merging import active
from pos.scene import scene_of
from pos.shop import Shop, program_in_force
from pos.store import View
from pos.vouchers import fresh_voucher


@dataclass(frozen=True, slots=True)
class Takeable:
    """A reward of the catalogue: `why` it cannot be taken now, None if it can; `missing` points."""

    id: str
    name: str
    points: int
    missing: int
    why: Reason | None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a member has and could take: `points` to spend now, `pending` ones, rewards by price."""

    points: int
    pending: int
    rewards: tuple[Takeable, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A reward that was taken: its voucher, the price, and the points that are left."""

    voucher: Voucher
    points: int
    left: int


def holdings(shop: Shop, member: UUID, language: str) -> Holdings:
    """What a member has, with rewards named in a language. Errors: of `active`, `program-none`."""
    with shop.store.reading() as view:
        program = program_in_force(view, shop.today)
        scene = _scene(shop, view, program, active(view, member))
    payment = Payment.begun(Basket(program.currency), program, scene)
    found = [
        Takeable(
            reward.id,
            reward.name_in(language),
            reward.points,
            max(0, reward.points - payment.spendable),
            refusal(payment, _bare(reward)),
        )
        for reward in rewards_now(program, scene)
        if reward.ends_on is None or scene.on <= reward.ends_on
    ]
    return Holdings(
        payment.spendable,
        payment.account.pending_points,
        tuple(sorted(found, key=lambda one: (one.points, one.id))),
    )


def take(shop: Shop, act: Act, member: UUID, reward_id: str) -> Taken:
    """Turn points into a voucher for a reward. A repeat of the act is the same voucher.

    Errors: `reward-unknown`, those of `loyalty.redemption.refusing`, `points-short`,
    `program-none`, and of `active`.
    """
    with shop.store.writing() as work:
        person = active(work, member)
        program = program_in_force(work, shop.today)
        if work.entry_of(act.id, Kind.REWARD_TAKEN):
            (voucher,) = work.voucher_given_by(act.id)
            return _taken(shop, voucher, program, work.account(person.owner))
        scene = _scene(shop, work, program, person)
        reward = next((one for one in rewards_now(program, scene) if one.id == reward_id), None)
        if reward is None:
            raise LoyaltyError("reward-unknown", reward=reward_id[:40])
        no = refusal(Payment.begun(Basket(program.currency), program, scene), _bare(reward))
        if no is not None:
            raise LoyaltyError(no.code, **dict(no.facts))
        occasion = act.occasion(shop, work)
        terms = terms_of(reward)
        code = fresh_voucher(work, terms, act.id, occasion).code
        work.append(reward_entry(reward, program, scene, occasion, code))
        voucher = voucher_from(terms, code, act.id, occasion.on, person.owner)
        work.add_voucher(voucher)
        return _taken(shop, voucher, program, work.account(person.owner))


def _bare(reward: Reward) -> Reward:
    """What a basket must be is asked when the voucher is used: here is none."""
    return replace(reward, kind=RewardKind.GIFT, minimum_spend_minor=0)


def _taken(shop: Shop, voucher: Voucher, program: Program, account: Account) -> Taken:
    price = next((one.points for one in program.all_rewards if one.id == voucher.terms.id), 0)
    return Taken(voucher, price, account.spendable(shop.today))


def _scene(shop: Shop, view: View, program: Program, person: Member) -> Scene:
    """The scene of a redemption, with the whole past: limits and tiers ask for it."""
    scene = scene_of(view, shop, program, person)
    assert scene.standing is not None  # somebody stands there
    whole = view.whole_history(person.owner)
    history = History(whole.days, whole.counts, scene.standing.history.bought)
    return replace(scene, standing=replace(scene.standing, history=history))
