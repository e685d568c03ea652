"""Vouchers: what was given out to whom. Whether one was used is a count, never a column here."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.ledger.count import used_of
from loyalty.program_file.document import terms_from_text, terms_to_text
from loyalty.redemption.voucher import Voucher
from pos.store.columns import day_from, day_number
from pos.store.masters import voucher
from pos.store.statements import Prepared, Row, Rows, given, id_bytes, id_from
from pos.store.tables import SHOP, tally
from pos.store.words import WordWork

_ROWS = sa.select(*(voucher.c[name] for name in ("code", "terms", "source", "given_on", "member")))
_MINE = voucher.c.merchant == given("merchant")
_VOUCHER = Prepared(_ROWS.where(_MINE, voucher.c.code == given("code")))
_BY_SOURCE = Prepared(
    _ROWS.where(_MINE, voucher.c.source == given("source")).order_by(voucher.c.code)
)
_UNUSED = ~sa.exists().where(
    tally.c.merchant == voucher.c.merchant,
    tally.c.owner == given("shop"),
    tally.c.name == sa.literal_column(f"'{used_of('')}'").concat(voucher.c.code),
    tally.c.amount > 0,
)
_OF_MEMBER = _ROWS.where(_MINE, voucher.c.member == given("member")).order_by(
    voucher.c.last_day, voucher.c.code
)
_GIVEN_TO = Prepared(_OF_MEMBER)
_USABLE = Prepared(
    _OF_MEMBER.where(
        voucher.c.first_day <= given("day"), voucher.c.last_day >= given("same_day"), _UNUSED
    )
)
_ADD = Prepared(voucher.insert())
_GIVE_ONE = Prepared(
    voucher.update()
    .where(_MINE, voucher.c.code == given("which"))
    .values(member=given("new_member"))
)
_GIVE = Prepared(
    voucher.update()
    .where(_MINE, voucher.c.member == given("which"))
    .values(member=given("new_member"))
)


class VoucherView(Rows):
    """Vouchers, read."""

    __slots__ = ()

    def voucher(self, code: str) -> Voucher | None:
        """A voucher by its code. Whether it was withdrawn or used, the shop's counts say."""
        row = self._one(_VOUCHER, self.merchant, code)
        return _voucher_from(row) if row else None

    def vouchers_of(self, member: UUID, on: date | None = None) -> tuple[Voucher, ...]:
        """Given to a member, soonest to end first; with `on`: valid that day and not used yet."""
        if on is None:
            rows = self._all(_GIVEN_TO, self.merchant, member.bytes)
        else:
            day = day_number(on)
            rows = self._all(_USABLE, self.merchant, member.bytes, day, day, SHOP)
        return tuple(map(_voucher_from, rows))

    def voucher_given_by(self, source: UUID) -> tuple[Voucher, ...]:
        """What an act gave out."""
        rows = self._all(_BY_SOURCE, self.merchant, source.bytes)
        return tuple(map(_voucher_from, rows))


class VoucherWork(WordWork, VoucherView):
    """Vouchers, written."""

    __slots__ = ()

    def add_voucher(self, voucher: Voucher) -> None:
        """LoyaltyError `voucher-exists`."""
        if self.voucher(voucher.code) is not None:
            raise LoyaltyError("voucher-exists", voucher=voucher.code)
        self._do(
            _ADD,
            *(self.merchant, voucher.code, terms_to_text(voucher.terms), voucher.source.bytes),
            *map(day_number, (voucher.given_on, voucher.first_day, voucher.last_day)),
            id_bytes(voucher.member),
        )
        self.say("voucher", voucher.code)

    def give_voucher(self, code: str, member: UUID) -> None:
        """A voucher is another member's now."""
        self._do(_GIVE_ONE, member.bytes, self.merchant, code)
        self.say("voucher", code)

    def move_vouchers(self, member: UUID, to: UUID) -> None:
        """A member's vouchers go with their account to another member's."""
        for each in self.vouchers_of(member):
            self.say("voucher", each.code)
        self._do(_GIVE, to.bytes, self.merchant, member.bytes)


def _voucher_from(row: Row) -> Voucher:
    code, terms, source, given_on, member = row
    return Voucher(
        code,
        terms_from_text(terms),
        UUID(bytes=source),
        day_from(given_on),
        id_from(member),
    )
