"""What could be redeemed, vouchers, stamp cards and tiers, as JSON facts with stable names."""

from __future__ import annotations

from datetime import date

from loyalty.accrual.tier import TierState
from loyalty.redemption.chosen import Chosen, Reason
from loyalty.redemption.offers import Quote
from loyalty.redemption.voucher import Voucher
from loyalty.rules.rewards import Reward
from pos.cli.shown import next_reward, reward_facts
from pos.cli.told import Facts


def voucher_facts(voucher: Voucher) -> Facts:
    """A voucher as it was promised."""
    terms = voucher.terms
    return {
        "code": voucher.code,
        "id": terms.id,
        "name": terms.name,
        "kind": terms.kind.value,
        "value_minor": terms.value_minor,
        "percent": terms.percent,
        "minimum_spend_minor": terms.minimum_spend_minor,
        "personal": terms.personal,
        "member": str(voucher.member) if voucher.member else None,
        "given_on": voucher.given_on.isoformat(),
        "first_day": voucher.first_day.isoformat(),
        "last_day": voucher.last_day.isoformat(),
    }


def refused_facts(why: Reason | None) -> Facts:
    """`why` is the code of what is in the way, None where nothing is."""
    return {"why": why.code if why else None, "facts": dict(why.facts) if why else {}}


def quote_facts(offers: Quote) -> Facts:
    """All that could be redeemed, each thing taken alone, the best of it and what is near."""
    return {
        "spendable": offers.spendable,
        "points_as_money": {
            "points": offers.tender.applied,
            "value_minor": offers.tender.value_minor,
            "limits": [refused_facts(why) for why in offers.tender.limits],
        },
        "rewards": reward_facts(offers),
        "stamps": card_facts(offers),
        "vouchers": [
            voucher_facts(one.voucher)
            | {"worth_minor": one.value_minor}
            | refused_facts(one.refused)
            for one in offers.vouchers
        ],
        "best": chosen_facts(offers.best) if offers.best else None,
        "near": [
            {
                "kind": "reward" if isinstance(near.what, Reward) else "stamps",
                "id": near.what.id,
                "name": near.what.name,
                "missing": near.missing,
            }
            for near in offers.near
        ],
        "next_reward": next_reward(offers),
    }


def card_facts(offers: Quote) -> list[Facts]:
    """A member's stamp cards: stamps in all, how many full cards that is, what the next lacks."""
    return [
        {
            "id": one.rule.id,
            "name": one.rule.name,
            "stamps": one.stamps,
            "needed": one.rule.needed,
            "full": max(0, one.stamps) // one.rule.needed,
            "missing": one.missing,
            "worth_minor": one.value_minor,
        }
        | refused_facts(one.refused)
        for one in offers.cards
    ]


def chosen_facts(chosen: Chosen) -> Facts:
    """A redemption as it would be asked for: one of reward, stamps, voucher, points."""
    said = {"reward": chosen.reward, "stamps": chosen.stamps, "voucher": chosen.voucher}
    return {name: text for name, text in said.items() if text} or {"points": chosen.points}


def tier_facts(on: date, state: TierState, measure: str) -> Facts:
    """Where a member stands on a day, and where they will stand if they buy nothing more."""
    return {
        "on": on.isoformat(),
        "tier": state.tier.id if state.tier else None,
        "name": state.tier.name if state.tier else None,
        "since": state.since.isoformat(),
        "measure": measure,
        "measured": state.measured,
        "next": state.next_tier.id if state.next_tier else None,
        "next_name": state.next_tier.name if state.next_tier else None,
        "missing": state.missing,
        "kept_until": state.kept_until.isoformat() if state.kept_until else None,
        "projected": state.projected.id if state.projected else None,
    }
