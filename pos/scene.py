"""What the rules are shown when a basket is rung up: read from the books, no more than they ask.

A shop with one rate reads no history at all; a shop with yearly caps reads the days of this year.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from loyalty.accrual.matching import asked, days_since
from loyalty.ledger.count import budget_of, given_of, taken_of, used_of, withdrawn_of
from loyalty.members.history import History, Scene, ShopState, Standing
from loyalty.members.member import Member
from loyalty.redemption.voucher import Voucher
from loyalty.rules.program import Program
from pos.linked import frozen, linked
from pos.shop import Shop
from pos.store import View, Work

KEY = "arm-key"
"""The setting that holds the secret which draws the arms of trials, as hex."""


def begin_key(work: Work) -> None:
    """Draw the shop's secret, once; another would put members into other arms."""
    if work.setting(KEY) is None:
        work.keep_setting(KEY, secrets.token_hex(32))


def scene_of(
    view: View,
    shop: Shop,
    program: Program,
    person: Member | None,
    presented: Iterable[str] = (),
    basket: UUID | None = None,
) -> Scene:
    """A basket's scene now: the member as the rules see them, and what they ask of the shop.

    `presented`: voucher codes laid on the counter. `basket`: the open basket's own id, so that what
    it holds itself is not held against it.
    """
    laid = {code: found for code in presented if (found := view.voucher(code))}
    own = view.vouchers_of(person.owner, shop.today) if person else ()
    standing = standing_of(view, shop, program, person, basket) if person else None
    vouchers = {**{each.code: each for each in own}, **laid}
    state = shop_state(view, program, vouchers)
    good = {c: v for c, v in state.vouchers.items() if c in laid or not v.withdrawn}
    return Scene(shop.today, shop.minute, standing, replace(state, vouchers=good))


def standing_of(
    view: View, shop: Shop, program: Program, person: Member, basket: UUID | None = None
) -> Standing:
    """A member with their account and as much of their past as the program asks for."""
    owner, today = person.owner, shop.today
    since = days_since(program, today)
    history = view.whole_history(owner, since) if since is not None else History()
    wanted = asked(program)
    if wanted:
        last = {each: day for each in wanted if (day := view.bought(owner, each.which, None))}
        history = History(history.days, history.counts, last)
    held = view.holds(owner, basket)
    whose = view.member(owner) if owner != person.id else None
    joined = whose.joined_on if whose else None
    why = frozen(view)
    beyond = view.elsewhere(owner)
    return Standing(
        person, view.account(owner), history, held, joined, why, beyond.points if beyond else 0
    )


def shop_state(view: View, program: Program, vouchers: dict[str, Voucher]) -> ShopState:
    """The shop's counts that a program and some vouchers ask for.

    A voucher whose giving was taken back (a full return of its sale) is withdrawn, and good again
    when that return is undone: it is a count like the others. Where there is a head office, it may
    count at another terminal, and can be asked for.
    """
    names = [
        budget_of(campaign.id)
        for campaign in program.campaigns
        if campaign.budget_points is not None
    ]
    names += [taken_of(reward.id) for reward in program.all_rewards if reward.stock is not None]
    names += [name(code) for code in vouchers for name in (used_of, given_of, withdrawn_of)]
    counts = view.whole_shop_counts(names) if names else {}
    away = bool(vouchers) and linked(view)
    here = view.shop_counts([given_of(code) for code in vouchers]) if away else {}
    known = {
        code: replace(
            voucher,
            withdrawn=_count(counts, withdrawn_of(code)) > 0
            or (not away and _count(counts, given_of(code)) <= 0),
            elsewhere=away and _count(here, given_of(code)) <= 0,
        )
        for code, voucher in vouchers.items()
    }
    key = view.setting(KEY) if any(campaign.trial for campaign in program.campaigns) else None
    return ShopState(counts, known, bytes.fromhex(key or ""))


def _count(counts: Mapping[tuple[bool, str, date | None], int], name: str) -> int:
    return counts.get((True, name, None), 0)
