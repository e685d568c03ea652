"""Reading sales: with all that became of them, as lists, and summed for a shift or a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from loyalty.claims.credit import claimed_sold
from loyalty.claims.documents import credit_from
from loyalty.claims.receipt import own_key
from loyalty.claims.withdrawing import unclaimed_sold
from loyalty.ledger.documents import opened, returned_from, sale_from
from loyalty.ledger.entry import Account as Ledger
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.sales.returned import Returned
from loyalty.sales.reversal import Sold, sold_from
from loyalty.sales.unlinked import unlinked_from
from pos.clock import moment_of
from pos.store.abroad import AbroadView, lapsed_in, returns_in, sale_of, vested_in
from pos.store.columns import day_from, day_number
from pos.store.masters import epoch, shift
from pos.store.statements import Prepared, Row, at, given, id_from, same_place
from pos.store.tables import (
    ACCOUNT_CODES,
    FOREIGN,
    KIND_CODES,
    PLACE,
    claimed,
    entry,
    posting,
    returned,
    sale,
)
from pos.store.values import SaleFacts, Totals

_SALE = KIND_CODES[Kind.SALE]
_ENROLMENT, _EXPIRY = KIND_CODES[Kind.ENROLMENT], KIND_CODES[Kind.EXPIRY]
_VESTING = KIND_CODES[Kind.VESTING]
_SPENDABLE, _PENDING = ACCOUNT_CODES[Ledger.MEMBER], ACCOUNT_CODES[Ledger.PENDING]
_MINE = sale.c.merchant == given("merchant")
_OF = {name: name if name == "merchant" else f"of_{name}" for name in PLACE}
_BACK = sa.exists().where(
    *(returned.c[theirs] == sale.c[name] for name, theirs in _OF.items()),
    returned.c.undone_seq.is_(None),
)
_FACTS = sa.select(*(c for c in sale.c if c.name != "merchant"), _BACK)
_NEWEST = (sale.c.at_ms.desc(), sale.c.epoch.desc(), sale.c.seq.desc())

_LAST = Prepared(
    _FACTS.where(_MINE, sale.c.terminal == given("terminal"))
    .order_by(sale.c.epoch.desc(), sale.c.seq.desc())
    .limit(1)
)
_OF_SHIFT = Prepared(_FACTS.where(_MINE, sale.c.shift == given("shift")).order_by(*_NEWEST))
_OF_MEMBER = Prepared(_FACTS.where(_MINE, sale.c.member == given("member")).order_by(*_NEWEST))
_OF_DAY = Prepared(
    _FACTS.join_from(entry, sale, same_place(entry, sale))
    .where(
        entry.c.merchant == given("merchant"),
        entry.c.bizdate == given("day"),
        entry.c.kind == _SALE,
    )
    .order_by(*_NEWEST)
)
_ALL = Prepared(
    _FACTS.where(_MINE).order_by(sale.c.terminal.desc(), sale.c.epoch.desc(), sale.c.seq.desc())
)
_BY_NUMBER = Prepared(
    sa.select(sale.c.terminal, sale.c.epoch, sale.c.seq)
    .where(_MINE, sale.c.number == given("number"), sale.c.number != "")
    .order_by(sale.c.at_ms.desc())
    .limit(1)
)
_BY_SEQ = Prepared(
    sa.select(sale.c.terminal, sale.c.epoch, sale.c.seq)
    .where(
        _MINE,
        sale.c.terminal == given("terminal"),
        sale.c.epoch.in_(sa.select(epoch.c.epoch).where(epoch.c.terminal == sale.c.terminal)),
        sale.c.seq == given("seq"),
    )
    .order_by(sale.c.epoch.desc())
    .limit(1)
)
_CLAIMS_OF = Prepared(
    sa.select(*(claimed.c[part] for part in PLACE[1:]))
    .where(
        claimed.c.merchant == given("merchant"),
        claimed.c.scheme == given("scheme"),
        claimed.c.receipt == given("receipt"),
        claimed.c.kind == KIND_CODES[Kind.CLAIM],
    )
    .order_by(*(claimed.c[part] for part in PLACE[1:]))
)
_RETURNS = Prepared(
    sa.select(entry.c.body, entry.c.source)
    .join_from(returned, entry, same_place(returned, entry))
    .where(at(returned, "of_"), returned.c.undone_seq.is_(None))
    .order_by(returned.c.terminal, returned.c.epoch, returned.c.seq)
)
_ON_ITS_LOT = Prepared(
    sa.select(entry.c.kind, posting.c.account, posting.c.points, *(entry.c[p] for p in PLACE[1:]))
    .join_from(posting, entry, same_place(entry, posting))
    .where(
        posting.c.merchant == given("merchant"),
        *(posting.c[f"lot_{part}"] == given(part) for part in PLACE[1:]),
        FOREIGN,
        sa.or_(entry.c.kind == _EXPIRY, entry.c.kind == _VESTING),
    )
    .order_by(*(entry.c[part] for part in PLACE[1:]))
)


def _sum(what: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(what), 0)


_SOLD = sa.select(
    sa.func.count(),
    sa.func.count(sale.c.member),
    _sum(sale.c.total_minor),
    _sum(sale.c.total_minor - sale.c.paid_minor),
    _sum(sale.c.earned),
    _sum(sale.c.redeemed),
).select_from(sale)
_SOLD_IN_SHIFT = Prepared(_SOLD.where(_MINE, sale.c.shift == given("shift")))
_SOLD_ON = Prepared(
    sa.select(*_SOLD.selected_columns)
    .join_from(entry, sale, same_place(entry, sale))
    .where(
        entry.c.merchant == given("merchant"),
        entry.c.bizdate == given("day"),
        entry.c.kind == _SALE,
    )
)
_CAME_BACK = (
    sa.select(
        returned.c.void,
        sa.func.count(),
        _sum(returned.c.refund_minor),
        _sum(returned.c.clawed),
        _sum(returned.c.restored),
    )
    .where(returned.c.merchant == given("merchant"), returned.c.undone_seq.is_(None))
    .group_by(returned.c.void)
)
_BACK_IN_SHIFT = Prepared(_CAME_BACK.where(returned.c.shift == given("shift")))
_BACK_ON = Prepared(_CAME_BACK.where(returned.c.bizdate == given("day")))
_DAYS = sa.and_(
    entry.c.merchant == given("merchant"),
    entry.c.bizdate >= given("first"),
    entry.c.bizdate <= given("last"),
    entry.c.at_ms >= given("from_ms"),
    entry.c.at_ms <= given("to_ms"),
)
_ENROLLED = Prepared(
    sa.select(sa.func.count()).select_from(entry).where(_DAYS, entry.c.kind == _ENROLMENT)
)
_EXPIRED = Prepared(
    sa.select(_sum(posting.c.points))
    .join_from(entry, posting, same_place(entry, posting))
    .where(
        _DAYS,
        entry.c.kind == _EXPIRY,
        posting.c.account == ACCOUNT_CODES[Ledger.EXPIRED],
    )
)
_UNLINKED = Prepared(
    sa.select(entry.c.body, entry.c.source, entry.c.member).where(
        _DAYS, entry.c.kind == KIND_CODES[Kind.RETURN_UNLINKED]
    )
)
_SPAN = Prepared(
    sa.select(shift.c.opened_ms, shift.c.closed_ms).where(
        shift.c.merchant == given("merchant"), shift.c.id == given("id")
    )
)
_ALWAYS_MS = 1 << 62
"""Later than any entry."""


class SaleView(AbroadView):
    """Sales, returns and their sums, read."""

    __slots__ = ()

    def sold(self, key: EntryKey) -> Sold | None:
        """A sale with its whole later history, ready to be returned; None if it is no sale.

        Of another terminal as far as it was brought here, with what other terminals did of it.
        """
        found, facts = self.entry(key), None
        elsewhere = self.abroad(key)
        if found is None or found.kind is not Kind.SALE:
            found = _sale_among(elsewhere, key)
            facts = sale_of(found) if found else None
        if found is None:
            return None
        facts = facts or sale_from(found.body, found.source, found.member, found.program)
        earlier = (*self._returns(key), *returns_in(elsewhere))
        lapsed, vested = self._on_its_lot(key, elsewhere)
        sold = sold_from(found, facts, earlier, lapsed, vested)
        return sold if found.member else self._as_claimed(sold, elsewhere)

    def _as_claimed(self, sold: Sold, elsewhere: tuple[Entry, ...]) -> Sold:
        """A sale to nobody, with what somebody got for its receipt since."""
        places = self._all(_CLAIMS_OF, self.merchant, *own_key(sold.key))
        own = (self.entry(EntryKey(*place)) for place in places)
        claims = [each for each in own if each is not None]
        claims += [each for each in elsewhere if each.kind is Kind.CLAIM]
        gone = {each.source for each in elsewhere if each.kind is Kind.CLAIM_WITHDRAWN}
        for claim in claims:
            credit = credit_from(claim)
            if claim.source in gone or self.entry_of(claim.source, Kind.CLAIM_WITHDRAWN):
                sold = unclaimed_sold(sold, credit, claim)
            else:
                sold = claimed_sold(sold, credit, claim, *self._on_its_lot(claim.key, elsewhere))
        return sold

    def claimed_sold(self, entry: Entry) -> Sold:
        """What a claim credited, ready to be taken back: the sale of ours it was for, or itself."""
        credit = credit_from(entry)
        own = self.sold(credit.receipt.own) if credit.receipt.own else None
        if own is not None and own.claim == entry.key:
            return own
        bare = Sold(entry.key, entry.at_ms, credit.sale, on=entry.business_date)
        return claimed_sold(bare, credit, entry, *self._on_its_lot(entry.key))

    def sale_entry(self, key: EntryKey) -> Entry | None:
        """A sale's entry, of these books or brought here. A number that was another's before this
        terminal joined it may stand in both: in these books then with shifts alone.
        """
        own = self.entry(key)
        if own is not None and own.kind is Kind.SALE:
            return own
        return _sale_among(self.abroad(key), key)

    def sold_by_number(self, number: str) -> Sold | None:
        """By a till's own receipt number, or by ours as it is printed (`terminal-seq`)."""
        row = self._one(_BY_NUMBER, self.merchant, number.strip()[:80])
        if row is None:
            terminal, dash, seq = number.strip().partition("-")
            if not (dash and _small(terminal) and _small(seq)):
                return None
            row = self._one(_BY_SEQ, self.merchant, int(terminal), int(seq))
        return self.sold(EntryKey(*row)) if row else None

    def last_sale(self) -> SaleFacts | None:
        """This terminal's newest sale: "recorded" is to be shown after a crash, too."""
        row = self._one(_LAST, self.merchant, self.terminal)
        return _facts(row) if row else None

    def sales(
        self,
        business_date: date | None = None,
        shift: UUID | None = None,
        member: UUID | None = None,
        limit: int = 100,
    ) -> tuple[SaleFacts, ...]:
        """Sales of a shift, of a member, of a day, or all (the first one named counts)."""
        if shift is not None:
            rows = self._each(_OF_SHIFT, self.merchant, shift.bytes)
        elif member is not None:
            rows = self._each(_OF_MEMBER, self.merchant, member.bytes)
        elif business_date is not None:
            rows = self._each(_OF_DAY, self.merchant, day_number(business_date))
        else:
            rows = self._each(_ALL, self.merchant)
        return tuple(_facts(row) for _, row in zip(range(limit), rows, strict=False))

    def totals(self, shift: UUID | None = None, day: date | None = None) -> Totals:
        """A shift, or a business day, in figures."""
        if shift is not None:
            return self._shift_totals(shift)
        if day is None:
            raise ValueError("totals are of a shift or of a day")
        number = day_number(day)
        sold = self._one(_SOLD_ON, self.merchant, number)
        back = self._all(_BACK_ON, self.merchant, number)
        return self._totals(sold, back, (number, number, -_ALWAYS_MS, _ALWAYS_MS), None)

    def _shift_totals(self, shift: UUID) -> Totals:
        span = self._one(_SPAN, self.merchant, shift.bytes)
        if span is None:
            return Totals()
        opened_ms, closed_ms = span[0], span[1] if span[1] is not None else _ALWAYS_MS
        # Days only narrow the search: a zone is at most a day away from UTC.
        first = day_number(moment_of(opened_ms).date() - timedelta(days=1))
        last = 99_999_999 if closed_ms == _ALWAYS_MS else _day_after(closed_ms)
        sold = self._one(_SOLD_IN_SHIFT, self.merchant, shift.bytes)
        back = self._all(_BACK_IN_SHIFT, self.merchant, shift.bytes)
        return self._totals(sold, back, (first, last, opened_ms, closed_ms), shift)

    def _totals(self, sold: Row | None, back: list[Row], span: Row, of: UUID | None) -> Totals:
        enrolled = self._one(_ENROLLED, self.merchant, *span)
        expired = self._one(_EXPIRED, self.merchant, *span)
        sales, with_card, total, due, earned, redeemed = sold or (0,) * 6
        totals = Totals(
            sales=sales,
            with_card=with_card,
            total_minor=total,
            due_minor=due,
            earned=earned,
            redeemed=redeemed,
            clawed=sum(row[3] for row in back),
            restored=sum(row[4] for row in back),
            expired=expired[0] if expired else 0,
            enrolments=enrolled[0] if enrolled else 0,
        )
        for void, count, refund_minor, _, _ in back:
            if void:
                totals = replace(totals, voids=count, void_minor=refund_minor)
            else:
                totals = replace(totals, returns=count, refund_minor=refund_minor)
        for body, source, member in self._all(_UNLINKED, self.merchant, *span):
            if of is None or opened(body).get("s") == str(of):
                without = unlinked_from(body, UUID(bytes=source), id_from(member))
                totals = replace(
                    totals,
                    returns=totals.returns + 1,
                    refund_minor=totals.refund_minor + without.refund_minor,
                    clawed=totals.clawed + without.clawed,
                )
        return totals

    def _returns(self, key: EntryKey) -> list[Returned]:
        rows = self._all(_RETURNS, *self._key(key))
        return [returned_from(body, UUID(bytes=source)) for body, source in rows]

    def _on_its_lot(
        self, key: EntryKey, elsewhere: tuple[Entry, ...] = ()
    ) -> tuple[int, list[Entry]]:
        """Points of a sale's lot that expired, and the entries that vested it: of whomever it is
        by now, because a lot keeps its key when members are merged.
        """
        rows = self._all(_ON_ITS_LOT, *self._key(key))
        lapsed = sum(-row[2] for row in rows if row[:2] == (_EXPIRY, _SPENDABLE))
        where = {row[3:]: None for row in rows if row[:2] == (_VESTING, _PENDING)}
        vested = [self.entry(EntryKey(*place)) for place in where]
        known = [entry for entry in vested if entry is not None]
        return lapsed + lapsed_in(elsewhere, key), [*known, *vested_in(elsewhere, key)]


def _sale_among(found: Iterable[Entry], key: EntryKey) -> Entry | None:
    return next((each for each in found if each.kind is Kind.SALE and each.key == key), None)


def _facts(row: Row) -> SaleFacts:
    terminal, epoch, seq, member, total, paid, earned, redeemed, currency, at_ms, day = row[:11]
    shift, operator, number, back = row[11:]
    return SaleFacts(
        key=EntryKey(terminal, epoch, seq),
        at_ms=at_ms,
        business_date=day_from(day),
        member=id_from(member),
        total_minor=total,
        paid_minor=paid,
        earned=earned,
        redeemed=redeemed,
        currency=currency,
        shift=id_from(shift),
        operator=operator,
        number=number,
        returned=bool(back),
    )


def _small(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def _day_after(at_ms: int) -> int:
    return day_number(moment_of(at_ms).date() + timedelta(days=1))
