"""What is known of a member when they may be written to, and the values of a letter's fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from loyalty.care import due as rules
from loyalty.care.case import CaseState
from loyalty.care.due import Known
from loyalty.care.letter import Occasion
from loyalty.members.history import Scene, ShopState
from loyalty.members.member import Member
from pos.called import first_name
from pos.clock import day_of, moment_of
from pos.scene import shop_state
from pos.shop import Shop
from pos.store import View
from pos.whole import whole_standing
from receipts.writing import format as fmt


def state_of(shop: Shop, view: View) -> ShopState:
    """What rules may know of the shop today; the same for every member of a page."""
    program = view.program_on(shop.today)
    return shop_state(view, program, {}) if program else ShopState()


def known_of(shop: Shop, view: View, person: Member, state: ShopState) -> Known:
    """A member today."""
    standing = whole_standing(view, person.id)
    scene = Scene(shop.today, 0, standing, state)
    return Known(person, scene, view.program_on(shop.today), _closed(shop, view, person.id))


def values_of(shop: Shop, known: Known, occasion: Occasion, language: str) -> Mapping[str, str]:
    """The fields of an occasion's letter, as the language writes them; empty for none."""
    points = known.account.spendable(known.on)
    always = {
        "first": first_name(known.person.name) or known.person.name,
        "name": known.person.name,
        "shop": shop.settings.shop,
        "balance": fmt.count(points, language),
    }
    return always | _OWN[occasion](known, language) if occasion in _OWN else always


def _closed(shop: Shop, view: View, member: UUID) -> tuple[tuple[UUID, date], ...]:
    ended = [case for case in view.cases_of(member) if case.state is CaseState.CLOSED]
    return tuple(
        (case.id, day_of(moment_of(case.closed_ms), shop.clock.zone))
        for case in ended
        if case.closed_ms is not None
    )


def _years(known: Known, language: str) -> dict[str, str]:
    told = rules.about(known, Occasion.ANNIVERSARY)
    return {"years": told or fmt.count(known.on.year - known.person.joined_on.year, language)}


def _expiring(known: Known, language: str) -> dict[str, str]:
    first = rules.expires_first(known)
    points = sum(lot.points for lot in rules.expiring(known))
    return {
        "points": fmt.count(points, language),
        "until": fmt.day(first, language) if first else "",
    }


def _reward(known: Known, language: str) -> dict[str, str]:
    reward = rules.reached(known)
    return {"reward": reward.name_in(language) if reward else ""}


def _tier(known: Known, language: str) -> dict[str, str]:
    state = rules.tier_now(known)
    return {"tier": state.tier.name_in(language) if state and state.tier else ""}


def _last(known: Known, language: str) -> dict[str, str]:
    last = known.history.last_visit
    return {"last": fmt.day(last, language) if last else ""}


_OWN = {
    Occasion.ANNIVERSARY: _years,
    Occasion.EXPIRING: _expiring,
    Occasion.REWARD: _reward,
    Occasion.TIER: _tier,
    Occasion.LAPSED: _last,
}
