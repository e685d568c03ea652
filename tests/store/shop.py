"""A small shop to test the ledger with: builders that state only what matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalty.basket import Basket, Line
from loyalty.claims.claiming import credit, credit_entry
from loyalty.claims.documents import credit_body
from loyalty.claims.known import ClaimKey, Device, Issuer
from loyalty.claims.receipt import Receipt, own_key
from loyalty.ledger.account import Account
from loyalty.ledger.count import Count
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Entry, EntryKey, Kind
from loyalty.ledger.expiry import expiry_entries
from loyalty.ledger.moving import move_all
from loyalty.ledger.vesting import vesting_entries
from loyalty.members.answer import Answer, Question
from loyalty.members.history import Scene, Standing
from loyalty.members.member import Card, Consent, Member, Profile
from loyalty.product import Product
from loyalty.redemption.quote import Chosen
from loyalty.redemption.voucher import Voucher
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule, Missing, Program, ReturnRule
from loyalty.rules.rewards import VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from loyalty.sales.reversal import reverse, undone
from loyalty.sales.sale import Occasion
from loyalty.sales.selling import sale_entry, sell
from pos.clock import FixedClock
from pos.store import Operator, Shift, Store, Work

CLOCK_START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PROGRAM = Program(
    1,
    "Points",
    "EUR",
    date(2026, 1, 1),
    expiry=ExpiryRule(ExpiryKind.MONTHS, months=12),
    returns=ReturnRule(Missing.DEBT),
)
LATER = replace(
    PROGRAM,
    number=2,
    vesting=VestingRule(14),
    expiry=ExpiryRule(ExpiryKind.SLIDING, months=6),
)
"""Points that are pending for two weeks, and then live as long as somebody comes."""
ANNA, BORIS = UUID(int=0xA1), UUID(int=0xB2)
SHIFT = UUID(int=0x5F)


def clock_at(moment: datetime = CLOCK_START) -> FixedClock:
    """A clock in a shop in Seoul, so that days and UTC differ."""
    return FixedClock(moment, ZoneInfo("Asia/Seoul"))


def act(number: int) -> UUID:
    """The id of a business event."""
    return UUID(int=number << 16 | 7)


def occasion(work: Work, number: int, clock: FixedClock, till: str = "") -> Occasion:
    """A sale or return about to be booked, in the open shift."""
    shift = work.open_shift()
    return Occasion(
        act(number), work.now_ms(), clock.today(), "op1", shift.id if shift else None, till
    )


def goods(*amounts: int, units: int = 1) -> Basket:
    """A basket of lines of these prices in cents."""
    return Basket(
        "EUR",
        tuple(Line(f"Ware {n}", a, units, f"sku{n}", "food") for n, a in enumerate(amounts)),
    )


def standing(member: UUID, account: Account) -> Standing:
    """Somebody with these points and no past."""
    return Standing(Member(member, "", "", date(2026, 3, 2)), account)


def book_sale(
    work: Work,
    clock: FixedClock,
    number: int,
    member: UUID | None = ANNA,
    basket: Basket | None = None,
    points: int = 0,
    till: str = "",
    program: Program = PROGRAM,
) -> Entry:
    """Sell through the rules and append, all in one transaction."""
    account = work.account(member) if member else None
    when = occasion(work, number, clock, till)
    chosen = [Chosen(points=points)] if points else []
    who = standing(member, account) if member and account else None
    sale, _ = sell(basket or goods(1_000, 250), program, when, who, chosen)
    return work.append(sale_entry(sale, account or work.account(BORIS), when))


def book_return(
    work: Work, clock: FixedClock, number: int, key: EntryKey, units: Sequence[int]
) -> Entry:
    """Return units of each line of a sale."""
    sold = work.sold(key)
    assert sold is not None
    account = work.account(sold.sale.member) if sold.sale.member else work.account(BORIS)
    _, entry = reverse(sold, units, account, PROGRAM, occasion(work, number, clock))
    return work.append(entry)


def book_claim(work: Work, clock: FixedClock, number: int, key: EntryKey) -> Entry:
    """Credit the receipt of a sale to nobody to Boris."""
    own = work.sold(key)
    sold = work.entry(key)
    assert own is not None
    assert sold is not None
    when = occasion(work, number, clock)
    scheme, name = own_key(key)
    receipt = Receipt(
        scheme, name, "1", own.sale.total_minor, "EUR", when.on, sold.at_ms, own=key, counter=1
    )
    who = standing(BORIS, work.account(BORIS))
    basket = Basket("EUR", tuple(line.line for line in own.sale.lines))
    made = credit(receipt, basket, PROGRAM, when, Scene(when.on, 0, who), own)
    return work.append(credit_entry(made, work.account(BORIS), when, credit_body(made)))


def book_undo(work: Work, clock: FixedClock, number: int, key: EntryKey) -> Entry:
    """Take a return back."""
    entry = work.entry(key)
    assert entry is not None
    account = work.account(entry.member) if entry.member else work.account(BORIS)
    return work.append(undone(entry, account, occasion(work, number, clock)))


def book_expiry(work: Work, clock: FixedClock, member: UUID) -> list[Entry]:
    """Close a member's lots whose last day has passed."""
    entries = expiry_entries(
        work.account(member), member, clock.today(), work.now_ms(), PROGRAM.number
    )
    return [work.append(entry) for entry in entries]


def book_vesting(work: Work, clock: FixedClock, member: UUID) -> list[Entry]:
    """Make a member's pending points spendable whose day has come."""
    account = work.account(member)
    entries = vesting_entries(account, member, clock.today(), work.now_ms(), LATER.number)
    return [work.append(entry) for entry in entries]


def book_move(
    work: Work, clock: FixedClock, number: int, source: UUID, target: UUID
) -> tuple[Entry, Entry]:
    """All that one member has goes to another one."""
    giver, taker = (
        replace(standing(each, work.account(each)), history=work.history(each))
        for each in (source, target)
    )
    out, into = move_all(giver, taker, occasion(work, number, clock), "merged")
    return work.append(out), work.append(into)


def book_counts(
    work: Work, clock: FixedClock, number: int, *counts: Count, member: UUID | None = ANNA
) -> Entry:
    """An act that moves no points, only counts: stamps of an old paper card."""
    body = compact({"v": 1, "o": "op1", "t": counts_rows(counts)})
    when = occasion(work, number, clock)
    kind = Kind.STAMPS_MOVED
    return work.append(Entry(when.sale, kind, when.at_ms, when.on, member, 0, (), body))


def voucher(number: int, member: UUID | None = ANNA, on: date = date(2026, 3, 2)) -> Voucher:
    """Five off from twenty, for bread."""
    terms = VoucherTerms(
        "five", "5 off", VoucherKind.MONEY_OFF, 500, minimum_spend_minor=2_000,
        which=Which(categories=frozenset({"bread", "cake"})), after_days=1, valid_days=30,
        personal=True, names=(("ko", "5유로"), ("de", "5 weniger")),
    )  # fmt: skip
    return Voucher(f"64{number:016d}", terms, act(number), on, member)


BREAD = Product(
    "B-1", "Rye bread", 420, ("4006381333931", "012345678905"), "bread", "Müller", 130, 700,
    frozenset({"vegan", "deposit"}), 500, "4011",
)  # fmt: skip


def enrol(work: Work, clock: FixedClock, member: Member, code: str = "") -> Entry:
    """A new member, with a card where a code is given."""
    work.add_member(member)
    if code:
        work.add_card(Card(code, member.id))
    return work.append(
        Entry(
            source=member.id,
            kind=Kind.ENROLMENT,
            at_ms=work.now_ms(),
            business_date=clock.today(),
            member=member.id,
            program=0,
            postings=(),
            body=compact({"v": 1, "o": "op1", "card": code}),
        )
    )


def anna() -> Member:
    return Member(ANNA, "Anna Müller", "+4915112345678", date(2026, 3, 2), "en")


def boris() -> Member:
    return Member(BORIS, "김민수", "01098765432", date(2026, 3, 2), "ko")


def set_up(store: Store) -> None:
    """Two members with cards, a program, an operator, an open shift."""
    clock = store.clock
    assert isinstance(clock, FixedClock)
    with store.writing() as work:
        work.add_program(PROGRAM)
        work.add_operator(Operator("op1", "Kim", "cashier", "6200000000000197"))
        work.set_pin("op1", "$argon2id$hash")
        work.add_shift(Shift(SHIFT, 1, "op1", work.now_ms()))
        enrol(work, clock, anna(), "6100000000000188")
        enrol(work, clock, boris(), "6100000000000285")


def answer() -> Answer:
    """What Anna said when she was asked."""
    day = date(2026, 3, 2)
    return Answer(act(11), Question.NPS, 9, day, 1_772_000_000_000, 1, ANNA, "lovely")


def busy_day(store: Store) -> None:
    """One of everything a day can hold: the content of the schema files."""
    clock = store.clock
    assert isinstance(clock, FixedClock)
    set_up(store)
    with store.writing() as work:
        first = book_sale(work, clock, 1)
        book_sale(work, clock, 2, BORIS, goods(20_050, units=3))
        nobodys = book_sale(work, clock, 3, None, goods(500))
    clock.advance(timedelta(hours=1))
    with store.writing() as work:
        spent = book_sale(work, clock, 4, BORIS, goods(700, 301), points=100, till="T-77")
        back = book_return(work, clock, 5, spent.key, (1, 0))
        book_undo(work, clock, 6, back.key)
        book_return(work, clock, 7, first.key, (1, 1))
        book_claim(work, clock, 10, nobodys.key)
    clock.advance(timedelta(days=400))
    with store.writing() as work:
        book_expiry(work, clock, BORIS)
        book_sale(work, clock, 8, ANNA, goods(40_000), program=LATER)
        book_counts(
            work, clock, 9, Count("stamps:coffee", 7), Count("paper:coffee:1", 1, shop=True)
        )
        work.keep_profile(ANNA, Profile("Hill 1", ("tea",), social=(("net", "anna"),)))
        work.add_consent(ANNA, Consent("email", True, work.now_ms(), "till"))
        work.add_voucher(voucher(8))
        work.put_product(BREAD)
        work.add_claim_key(ClaimKey(65_537, 1, bytes(range(32)), work.now_ms()))
        work.put_issuer(Issuer("pt-at", "514038942", "Mercearia"), "op1")
        work.put_device(Device("de-v0", "ab12", "ERS 1"), "op1")
        work.keep_template("receipt", "Mercearia", "{}")
        work.add_answer(answer())
        work.close_shift(SHIFT, work.now_ms())
