"""Vouchers: given out with a sale, by the night, or by hand; each code random and good once.

That a voucher was given, taken back or used are counts of the shop in the ledger; what it is good
for is kept beside them as it was promised.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from loyalty.codes import voucher_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.adjusting import alone_count
from loyalty.ledger.count import Count, given_of, used_of, withdrawn_of
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Entry, Kind
from loyalty.redemption.voucher import Voucher
from loyalty.rules.rewards import VoucherTerms
from loyalty.sales.sale import Occasion
from pos.acts import Act
from pos.cleaning import noted
from pos.linked import linked
from pos.merging import active
from pos.rights import Right, answering
from pos.shop import Shop, program_in_force
from pos.store import View, Work


@dataclass(frozen=True, slots=True)
class VoucherState:
    """A voucher and what became of it. `elsewhere`: another terminal may let it be used."""

    voucher: Voucher
    used: bool
    withdrawn: bool
    elsewhere: bool = False


def fresh_voucher(view: View, terms: VoucherTerms, source: UUID, occasion: Occasion) -> Voucher:
    """A voucher to bearer with a code nobody can guess and nobody has."""
    while True:
        code = voucher_code(secrets.randbelow(10**14))
        if view.voucher(code) is None:
            return Voucher(code, terms, source, occasion.on)


def given_counts(vouchers: Sequence[Voucher]) -> tuple[Count, ...]:
    """What giving vouchers adds to the shop's counts; whole, so a full return takes it back."""
    return tuple(Count(given_of(voucher.code), 1, shop=True) for voucher in vouchers)


def give(
    shop: Shop, act: Act, terms_id: str, member: UUID | None = None, approved: str = ""
) -> Voucher:
    """Give one of the program's vouchers by hand. A repeat is the same voucher.

    Errors: `voucher-terms-unknown`, `voucher-needs-member` (a personal one for nobody),
    `member-unknown`, `member-blocked`, `program-none`, `approval-needed`.
    """
    with shop.store.writing() as work:
        if work.entry_of(act.id, Kind.VOUCHER_GIVEN):
            return work.voucher_given_by(act.id)[0]
        program = program_in_force(work, shop.today)
        terms = next((each for each in program.vouchers if each.id == terms_id), None)
        if terms is None:
            raise LoyaltyError("voucher-terms-unknown", voucher=terms_id[:40])
        if terms.personal and member is None:
            raise LoyaltyError("voucher-needs-member")
        person = active(work, member) if member else None
        occasion = act.occasion(shop, work)
        right = Right.GIVE_VOUCHER
        answered = answering(work, act.operator, right, 1, approved, occasion.on)
        alone = () if answered else (alone_count(right.value, occasion, 1),)
        plain = fresh_voucher(work, terms, act.id, occasion)
        owner = person.owner if person else None
        voucher = Voucher(plain.code, terms, act.id, occasion.on, owner)
        work.add_voucher(voucher)
        counts = (*given_counts([voucher]), *alone)
        said = {"approved": answered}
        _book(work, Kind.VOUCHER_GIVEN, act, occasion, voucher, counts, said)
        return voucher


def withdraw(shop: Shop, act: Act, code: str, why: str, approved: str = "") -> VoucherState:
    """Make an unused voucher worthless, with the reason. A repeat is the same withdrawal.

    Errors: `voucher-unknown`, `voucher-used`, `voucher-withdrawn`, `voucher-elsewhere` (another
    terminal may use it: it is fetched first, by laying it on a basket), `reason-missing`,
    `approval-needed`.
    """
    if not why.strip():
        raise LoyaltyError("reason-missing")
    with shop.store.writing() as work:
        state = _state(work, code)
        if work.entry_of(act.id, Kind.VOUCHER_WITHDRAWN):
            return state
        if state.used or state.withdrawn:
            raise LoyaltyError("voucher-used" if state.used else "voucher-withdrawn")
        if state.elsewhere:
            raise LoyaltyError("voucher-elsewhere")
        right = Right.WITHDRAW_VOUCHER
        answered = answering(work, act.operator, right, approved=approved)
        back = [Count(given_of(code), -1, shop=True), Count(withdrawn_of(code), 1, shop=True)]
        occasion = act.occasion(shop, work)
        whose = work.member(state.voucher.member) if state.voucher.member else None
        reason = noted(why, whose)
        said = {"why": reason, "approved": answered}
        _book(work, Kind.VOUCHER_WITHDRAWN, act, occasion, state.voucher, back, said)
        return _state(work, code)


def voucher_state(shop: Shop, code: str) -> VoucherState:
    """What a voucher is good for and what became of it; LoyaltyError `voucher-unknown`."""
    with shop.store.reading() as view:
        return _state(view, code)


def held_vouchers(shop: Shop, owner: UUID) -> tuple[Voucher, ...]:
    """An account's vouchers that pay today or on a later day, soonest to end first."""
    with shop.store.reading() as view:
        mine = [one for one in view.vouchers_of(owner) if one.last_day >= shop.today]
        names = [name(one.code) for one in mine for name in (used_of, given_of)]
        counts = view.shop_counts(names) if names else {}

    def count(name: str) -> int:
        return counts.get((True, name, None), 0)

    return tuple(
        one for one in mine if count(given_of(one.code)) > 0 and count(used_of(one.code)) <= 0
    )


def _state(view: View, code: str) -> VoucherState:
    voucher = view.voucher(code)
    if voucher is None:
        raise LoyaltyError("voucher-unknown", voucher=code[:20])
    whole = view.whole_shop_counts([used_of(code), withdrawn_of(code)])
    used, gone = (whole.get((True, name(code), None), 0) > 0 for name in (used_of, withdrawn_of))
    here = view.shop_counts([given_of(code)]).get((True, given_of(code), None), 0) > 0
    away = not here and not gone and linked(view)
    return VoucherState(voucher, used, gone or not (here or away), away)


def _book(
    work: Work,
    kind: Kind,
    act: Act,
    occasion: Occasion,
    voucher: Voucher,
    counts: Sequence[Count],
    said: Mapping[str, str] = MappingProxyType({}),
) -> Entry:
    body = {
        "v": 1,
        "o": act.operator,
        "voucher": voucher.code,
        "terms": voucher.terms.id,
        "t": counts_rows(counts),
        **{name: text for name, text in said.items() if text},
    }
    return work.append(
        Entry(
            source=act.id,
            kind=kind,
            at_ms=occasion.at_ms,
            business_date=occasion.on,
            member=voucher.member,
            program=0,
            postings=(),
            body=compact(body),
        )
    )
