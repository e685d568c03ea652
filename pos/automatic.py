"""Automatic rewards, as a night gives them: points become vouchers, a page of members at a time.

A terminal gives them for the points that it has itself; what others have, they give theirs for.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from loyalty.ledger.count import taken_of
from loyalty.ledger.entry import Kind
from loyalty.ledger.granting import named_source
from loyalty.members.history import Scene
from loyalty.members.member import MemberStatus
from loyalty.redemption.automatic import automatic, comes, reward_entry, terms_of
from loyalty.redemption.voucher import voucher_from
from loyalty.rules.program import Program
from loyalty.rules.rewards import Reward
from loyalty.sales.sale import Occasion
from pos.night_time import night_ms
from pos.scene import shop_state
from pos.shop import Shop
from pos.store import Work
from pos.turns import turn
from pos.vouchers import fresh_voucher
from pos.whole import whole_standing

MOST_A_NIGHT = 20  # of one reward to one member; who has points for more gets them tomorrow


def give_automatic(shop: Shop, on: date, booked_on: date, page: int) -> int:
    """Give every automatic reward that is due on a day; how many vouchers that made."""
    with shop.store.reading() as view:
        program = view.program_on(on)
    given = 0
    for reward in automatic(program) if program else ():
        after: UUID | None = None
        while program:
            with turn(shop) as work:
                members = work.due_rewards(reward.points, after, page)
                for member in members:
                    at_ms = night_ms(shop, work, booked_on)
                    given += _to_member(work, reward, program, member, on, (at_ms, booked_on))
            if not members:
                break
            after = members[-1]
    return given


def _to_member(
    work: Work,
    reward: Reward,
    program: Program,
    member: UUID,
    on: date,
    booked: tuple[int, date],
) -> int:
    """`booked`: the moment and the business day of the entries."""
    given, (at_ms, booked_on) = 0, booked
    while given < MOST_A_NIGHT:
        standing = whole_standing(work, member)
        if standing is None or standing.member.status is not MemberStatus.ACTIVE:
            return given
        scene = Scene(on, 0, standing, shop_state(work, program, {}))
        if not comes(reward, program, scene):
            return given
        times = standing.history.count(taken_of(reward.id))
        here = (work.terminal,) if work.linked() else ()  # another terminal's is another reward
        source = named_source("automatic", reward.id, member, on, times, *here)
        occasion = Occasion(source, at_ms, booked_on)
        if work.entry_of(source, Kind.REWARD_TAKEN):  # given that night, and brought back since
            return given
        terms = terms_of(reward)
        code = fresh_voucher(work, terms, source, occasion).code
        work.append(reward_entry(reward, program, scene, occasion, code))
        work.add_voucher(voucher_from(terms, code, source, booked_on, member))
        given += 1
    return given
