"""What was handed out, counted for lists: vouchers by kind, referrals by what became of them."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from loyalty.ledger.count import used_of, withdrawn_of
from loyalty.rules.activity import Referral, ReferralState
from pos.store.columns import day_from, day_number
from pos.store.masters import referral, voucher
from pos.store.statements import Prepared, Rows, given, id_from
from pos.store.tables import SHOP, tally


def _counted(name: str) -> sa.ColumnElement[bool]:
    """Whether the shop counts something of a voucher's code."""
    return sa.exists().where(
        tally.c.merchant == voucher.c.merchant,
        tally.c.owner == given("shop"),
        tally.c.name == sa.literal_column(f"'{name}'").concat(voucher.c.code),
        tally.c.amount > 0,
    )


_KIND = sa.func.json_extract(voucher.c.terms, "$.id").label("kind")
_USED, _GONE = _counted(used_of("")), _counted(withdrawn_of(""))
_EACH = (
    sa.select(
        _KIND,
        _USED.label("used"),
        _GONE.label("gone"),
        (voucher.c.last_day < given("day")).label("over"),
    )
    .where(voucher.c.merchant == given("merchant"))
    .subquery("each")
)
_KINDS = Prepared(
    sa.select(
        _EACH.c.kind,
        sa.func.count(),
        sa.func.sum(_EACH.c.used),
        sa.func.sum(sa.case((sa.and_(sa.not_(_EACH.c.used), _EACH.c.gone), 1), else_=0)),
        sa.func.sum(
            sa.case(
                (sa.and_(sa.not_(_EACH.c.used), sa.not_(_EACH.c.gone), _EACH.c.over), 1), else_=0
            )
        ),
    )
    .group_by(_EACH.c.kind)
    .order_by(_EACH.c.kind)
)
_STATES = Prepared(
    sa.select(referral.c.state, sa.func.count())
    .where(referral.c.merchant == given("merchant"))
    .group_by(referral.c.state)
)
_REFERRALS = Prepared(
    sa.select(referral.c.friend, referral.c.referrer, referral.c.day, referral.c.state)
    .where(referral.c.merchant == given("merchant"))
    .order_by(referral.c.day.desc(), referral.c.friend)
    .limit(given("most"))
)


class HandedOutView(Rows):
    """Vouchers and referrals, counted."""

    __slots__ = ()

    def voucher_kinds(self, on: date) -> tuple[tuple[str, int, int, int, int], ...]:
        """By the id of its terms: how many were given, used, withdrawn, and ended before a day
        without either.
        """
        rows = self._all(_KINDS, SHOP, SHOP, day_number(on), self.merchant)
        return tuple((str(kind), *counts) for kind, *counts in rows)

    def referral_states(self) -> dict[ReferralState, int]:
        """How many referrals are in each state."""
        rows = self._all(_STATES, self.merchant)
        return {ReferralState(state): number for state, number in rows}

    def latest_referrals(self, limit: int) -> tuple[Referral, ...]:
        """The newest referrals, whatever became of them."""
        found = []
        for friend, referrer, day, state in self._all(_REFERRALS, self.merchant, limit):
            one, other = id_from(friend), id_from(referrer)
            if one is not None and other is not None:
                found.append(Referral(one, other, day_from(day), ReferralState(state)))
        return tuple(found)
