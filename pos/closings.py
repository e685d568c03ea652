"""The paper that closes a shift: its figures, and what a manager looks at, from the entries.

A closing printed again says what the first one said: the figures and the fingerprint are those of
its own entry, not of the books as they are by now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.adjusting import adjustment_from
from loyalty.ledger.count import stamps_of
from loyalty.ledger.counting import counts_of
from loyalty.ledger.documents import opened, returned_from, sale_from
from loyalty.ledger.entry import Account, Entry, EntryKey, Kind
from loyalty.redemption.voucher import Voucher
from loyalty.rules.rewards import VoucherKind
from loyalty.sales.sale import Sale
from loyalty.sales.unlinked import unlinked_from
from pos.line_page import unsent_count
from pos.papers import shop_facts
from pos.shift import Closing, figures
from pos.shop import Shop
from pos.store import View
from receipts.writing.closing_facts import ClosingFacts, CountedFacts, ProgramFacts

MOST_SALES = 100_000
"""Sales of one shift; more is no shift."""


def closing_again(shop: Shop, shift: UUID) -> Closing:
    """A closing as it was made; LoyaltyError `shift-unknown`, `shift-not-closed`,
    `body-unreadable`.
    """
    now = figures(shop, shift)
    with shop.store.reading() as view:
        entry = view.entry_of(shift, Kind.SHIFT_CLOSED)
    if now.closed_at is None or entry is None:
        raise LoyaltyError("shift-not-closed")
    told = opened(entry.body)
    kept = [told.get(name) for name in ("sales", "due", "earned", "redeemed")]
    numbers = [number for number in kept if type(number) is int]
    if len(numbers) < len(kept):
        raise LoyaltyError("body-unreadable")
    sales, due, earned, redeemed = numbers
    totals = replace(now.totals, sales=sales, due_minor=due, earned=earned, redeemed=redeemed)
    return replace(now, totals=totals, head=entry.hash.hex())


def closing_named(shop: Shop, shift_no: str = "") -> Closing:
    """A closing as it was made, by the number on its paper, or this terminal's newest one.

    LoyaltyError `closing-none` (nothing was closed yet), `closing-unknown`.
    """
    wanted = shift_no.strip().lower()
    found: UUID | None = None
    with shop.store.reading() as view:
        for entry in view.entries(kind=Kind.SHIFT_CLOSED):
            numbered = wanted and str(entry.source).endswith(wanted)
            if numbered or (not wanted and entry.key.terminal == shop.store.terminal):
                found = entry.source
    if found is None and wanted:
        raise LoyaltyError("closing-unknown", shift=shift_no[:40])
    if found is None:
        raise LoyaltyError("closing-none")
    return closing_again(shop, found)


def closing_facts(shop: Shop, closing: Closing, copy: bool = False) -> ClosingFacts:
    """The paper of a shift."""
    totals = closing.totals
    with shop.store.reading() as view:
        span = _span(view, closing.shift.id)
        sums = _Sums(view, shop.settings.language)
        sums.add_shift(closing.shift.id, span)
    return ClosingFacts(
        shop=shop_facts(shop.settings),
        operator=closing.operator,
        terminal=str(closing.shift.terminal),
        shift_no=str(closing.shift.id)[-6:],
        opened_at=closing.opened_at,
        closed_at=closing.closed_at or shop.clock.now().astimezone(shop.clock.zone),
        currency=shop.settings.currency,
        sales=totals.sales,
        sales_total_minor=totals.total_minor,
        sales_with_card=totals.with_card,
        points_earned=totals.earned,
        points_redeemed=totals.redeemed,
        points_returned=totals.clawed,
        points_expired=sums.expired,
        returns=totals.returns,
        returns_total_minor=totals.refund_minor,
        voids=totals.voids,
        voids_total_minor=totals.void_minor,
        enrolments=totals.enrolments,
        tenders=(),
        chain_head=closing.head,
        unsent=unsent_count(shop),
        copy=copy,
        training=shop.training,
        program=sums.facts(),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """From behind `night` the night before counts, from behind `start` what was done by hand.
    `end` is the closing itself, None while the shift is open.
    """

    night: EntryKey
    start: EntryKey
    end: EntryKey | None

    def within(self, key: EntryKey) -> bool:
        """Whether an entry behind `night` belongs to it: of this terminal, before the closing."""
        same = (key.terminal, key.epoch) == (self.start.terminal, self.start.epoch)
        return same and (self.end is None or key <= self.end)


def _span(view: View, shift: UUID) -> _Span:
    first, last = view.entry_of(shift, Kind.SHIFT_OPENED), view.entry_of(shift, Kind.SHIFT_CLOSED)
    if first is None:
        raise LoyaltyError("shift-unknown")
    start, night = first.key, first.key
    # The night runs before anybody signs in: it belongs to the shift of the morning.
    for closed in view.entries(kind=Kind.SHIFT_CLOSED):
        same = (closed.key.terminal, closed.key.epoch) == (start.terminal, start.epoch)
        if same and closed.key < start:
            night = closed.key
    return _Span(night, start, last.key if last else None)


@dataclass(slots=True)
class _Sums:
    """What a shift did besides selling, added up entry by entry."""

    view: View
    language: str
    given: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)
    unlinked: Counter[str] = field(default_factory=Counter)
    adjusted: Counter[str] = field(default_factory=Counter)
    stamps: Counter[str] = field(default_factory=Counter)
    rewards: Counter[str] = field(default_factory=Counter)
    vested: int = 0
    expired: int = 0
    pending: int = 0
    kept_minor: int = 0
    waived: int = 0

    def add_shift(self, shift: UUID, span: _Span) -> None:
        """Every entry of the shift, kind by kind: an import meanwhile may have booked a million."""
        for sold in self.view.sales(shift=shift, limit=MOST_SALES):
            entry = self.view.entry(sold.key)
            if entry is not None:
                self._sale(entry)
        for entry in self._each(Kind.RETURN, span.start, span):
            self._return(entry, shift)
        for entry in self._each(Kind.RETURN_UNLINKED, span.start, span):
            self._unlinked(entry)
        for entry in self._each(Kind.ADJUSTMENT, span.start, span):
            _count(self.adjusted, adjustment_from(entry.body).points)
        for entry in self._each(Kind.STAMPS_MOVED, span.start, span):
            self._stamps(entry)
        for entry in self._each(Kind.VOUCHER_GIVEN, span.start, span):
            self._vouchers(entry)
        for entry in self._each(Kind.REWARD_TAKEN, span.night, span):
            self._vouchers(entry)
        for entry in self._each(Kind.VESTING, span.night, span):
            self.vested -= _moved(entry, Account.PENDING)
        for entry in self._each(Kind.EXPIRY, span.night, span):
            self.expired += _moved(entry, Account.EXPIRED)

    def facts(self) -> ProgramFacts:
        """As the paper is told; rewards by how often, then by name."""
        return ProgramFacts(
            vouchers_given=_counted(self.given),
            vouchers_used=_counted(self.used),
            rewards=tuple(sorted(self.rewards.items(), key=lambda each: (-each[1], each[0]))),
            cards_used=_counted(self.cards),
            without_slip=_counted(self.unlinked),
            adjusted=_counted(self.adjusted),
            stamps_moved=_counted(self.stamps),
            vested=self.vested,
            pending=self.pending,
            kept_minor=self.kept_minor,
            waived=self.waived,
        )

    def _each(self, kind: Kind, after: EntryKey, span: _Span) -> Iterator[Entry]:
        for entry in self.view.entries(after=after, kind=kind):
            if not span.within(entry.key):
                return
            yield entry

    def _sale(self, entry: Entry) -> None:
        sale = sale_from(entry.body, entry.source, entry.member, entry.program)
        if sale.vests_on is not None:
            self.pending += sale.earned
        if sale.given:
            self._vouchers(entry)
        program = self.view.program(sale.program)
        names = {each.id: each for each in program.all_rewards} if program else {}
        for used in sale.used:
            if used.voucher:
                _count(self.used, 0 if self._handed(sale, used.voucher) else used.value_minor)
            elif used.stamps:
                _count(self.cards, used.value_minor)
            elif used.reward:
                reward = names.get(used.reward)
                self.rewards[reward.name_in(self.language) if reward else used.name] += 1

    def _handed(self, sale: Sale, code: str) -> bool:
        """Whether a voucher was for a thing and paid no money."""
        voucher = self.view.voucher(code)
        return voucher is not None and voucher.terms.kind is VoucherKind.GIFT

    def _return(self, entry: Entry, shift: UUID) -> None:
        returned = returned_from(entry.body, entry.source)
        undone = self.view.entry_of(entry.source, Kind.RETURN_UNDONE)
        if returned.shift == shift and undone is None:
            self.kept_minor += returned.kept_minor
            self.waived += returned.waived

    def _unlinked(self, entry: Entry) -> None:
        told = unlinked_from(entry.body, entry.source, entry.member)
        _count(self.unlinked, told.refund_minor)
        self.kept_minor += told.kept_minor
        self.waived += told.waived

    def _stamps(self, entry: Entry) -> None:
        prefix = stamps_of("")
        moved = sum(each.amount for each in counts_of(entry) if each.name.startswith(prefix))
        _count(self.stamps, moved)

    def _vouchers(self, entry: Entry) -> None:
        for voucher in self.view.voucher_given_by(entry.source):
            _count(self.given, _worth(voucher))


def _worth(voucher: Voucher) -> int:
    """What a voucher promises in money; a percentage promises nothing yet."""
    terms = voucher.terms
    return terms.value_minor if terms.kind is VoucherKind.MONEY_OFF else 0


def _moved(entry: Entry, account: Account) -> int:
    return sum(posting.points for posting in entry.postings if posting.account is account)


def _count(sums: Counter[str], amount: int) -> None:
    sums["count"] += 1
    sums["amount"] += amount


def _counted(sums: Counter[str]) -> CountedFacts:
    return CountedFacts(sums["count"], sums["amount"])
