"""What happens in a whole book, drawn at random: members, baskets, acts, and what they redeem.

Redemptions are chosen from what the counter would offer, or they would nearly all be refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from hypothesis import strategies as st

from loyalty.basket import Basket, Line
from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import Entry, Kind
from loyalty.members.member import Birthday, Member
from loyalty.redemption.quote import Chosen, quote
from loyalty.rules.audience import Audience, Bought, Segment
from loyalty.rules.campaign import Outcome, Trial
from loyalty.rules.limits import Limit, Period
from loyalty.rules.program import Program
from loyalty.rules.which import When, Which
from loyalty.sales.returned import Returned
from tests.rules.book import MEMBER
from tests.rules.makers import portion
from tests.rules.programs import BRANDS, CATEGORIES, DAY, SKUS, whole_programs
from tests.rules.whole_book import WholeBook

OTHER = UUID(int=0xB0B)
PROBES = (
    Bought(Which()),
    *(Bought(Which(skus=frozenset({sku}))) for sku in SKUS),
    *(Bought(Which(categories=frozenset({one}))) for one in CATEGORIES),
)


class Deed(StrEnum):
    """What may happen."""

    SALE = "sale"
    RETURN = "return"
    RETURN_UNDONE = "return-undone"
    NIGHT = "night"
    ACTIVITY = "activity"
    ADJUSTMENT = "adjustment"
    STAMPS = "stamps"
    UNLINKED = "unlinked"
    VOUCHER = "voucher"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens: `days` later, by person number `who` (beyond them: by nobody)."""

    deed: Deed
    days: int
    minute: int
    basket: Basket
    wishes: tuple[int, ...]
    who: int
    which: int
    share: int


@dataclass(frozen=True, slots=True)
class Story:
    """A program, people, what they brought along (`opened` points; below zero: what they spent of
    a sale that then came back), and acts.
    """

    program: Program
    people: tuple[Member, ...]
    opened: int
    acts: tuple[Act, ...]


@st.composite
def goods(draw: st.DrawFn) -> Line:
    """A line of the words that programs use."""
    amount = draw(st.sampled_from([1000, 250, 333, 1999, 100, 3, 1, 0]) | st.integers(1, 4000))
    flags = draw(st.sampled_from([(), (), (), (), ("gift-card",), ("deposit",)]))
    return Line(
        "goods",
        amount,
        units=draw(st.integers(1, 4)),
        sku=draw(st.sampled_from(SKUS)),
        category=draw(st.sampled_from(("food", "food", "drinks", "tobacco"))),
        brand=draw(st.sampled_from(("", *BRANDS))),
        tax_minor=amount * draw(st.sampled_from([0, 7, 19])) // 119,
        flags=frozenset(flags),
    )


BASKETS = st.lists(goods(), min_size=1, max_size=3).map(lambda ls: Basket("EUR", tuple(ls)))
WISHES = st.lists(st.integers(0, 40), max_size=3).map(tuple)
REDEEMING = st.lists(st.integers(0, 31), min_size=1, max_size=3).map(tuple)


@st.composite
def persons(draw: st.DrawFn) -> tuple[Member, ...]:
    """A member, or two who share an account."""
    months, days = st.sampled_from([1, 2, 2, 6]), st.integers(1, 28)
    joined = st.sampled_from([0, 1, 366, 397]).map(lambda back: DAY - timedelta(days=back))
    household = draw(st.sampled_from([None, MEMBER, MEMBER]))
    return tuple(
        Member(
            id=which,
            name="Ann",
            phone="",
            joined_on=draw(joined),
            language=draw(st.sampled_from(["", "en", "ko"])),
            birthday=draw(st.none() | st.builds(Birthday, months, days)),
            household=household,
            segment=draw(st.sampled_from(["", *Segment])),
        )
        for which in ((MEMBER, OTHER) if household else (MEMBER,))
    )


def acts(
    deeds: Sequence[Deed], wishes: st.SearchStrategy[tuple[int, ...]] = WISHES
) -> st.SearchStrategy[Act]:
    """Acts of these kinds, up to forty days apart."""
    return st.builds(
        Act,
        st.sampled_from(deeds),
        st.sampled_from([0, 0, 0, 1, 2, 6, 40]),
        st.integers(0, 1439),
        BASKETS,
        wishes,
        st.sampled_from([0, 0, 0, 0, 0, 0, 1, 1, 2]),
        st.integers(0, 9),
        st.integers(0, 3),
    )


def _wide_open(program: Program) -> st.SearchStrategy[Program]:
    """The same with tight caps, and campaigns for everybody, some nearly all control group."""
    ends = DAY + timedelta(days=300)
    until = ends + timedelta(days=9)
    trials = [Trial(percent, Outcome.VISITS, until, 100) for percent in (1, 99)]

    def opened(kept: Trial | None) -> Program:
        each = (
            replace(one, audience=Audience(), when=When(ends_on=ends), trial=kept)
            for one in program.campaigns
        )
        caps = program.caps or (Limit(Period.MONTH, 25), Limit(Period.BASKET, 20))
        return replace(program, campaigns=tuple(each), caps=caps)

    return st.sampled_from([None, *trials]).map(opened)


ALL = (*Deed, Deed.SALE, Deed.SALE, Deed.SALE, Deed.RETURN, Deed.NIGHT)


@st.composite
def stories(draw: st.DrawFn, most: int = 7, deeds: Sequence[Deed] = ALL, least: int = 0) -> Story:
    """Whole programs, their members, and a history."""
    return Story(
        draw(st.one_of(whole_programs(), whole_programs().flatmap(_wide_open))),
        draw(persons()),
        draw(st.sampled_from([0, 60, 400, 400, -1])),
        tuple(draw(st.lists(acts(deeds), min_size=least, max_size=most))),
    )


def played(story: Story) -> WholeBook:
    """The book after a story."""
    book = WholeBook(story.program, story.people, DAY)
    if story.opened < 0:
        _owing(book)
    elif story.opened:
        book.next_act()
        book.open(story.opened, DAY + timedelta(days=30) if story.opened == 60 else None)
    for act in story.acts:
        happen(book, act)
    return book


def _owing(book: WholeBook) -> None:
    """Points earned and spent, and then their goods come back."""
    book.next_act()
    entry, _ = book.sell_to(Basket("EUR", (Line("a", 4000, 4, "1", "food"),)), book.member, ())
    book.next_act()
    if spent := book.account.spendable(book.on):
        book.adjust(-spent)
        book.next_act()
    book.give_back(entry, book.program, [3])


def happen(book: WholeBook, act: Act) -> None:
    """One act; what cannot happen does not."""
    book.next_act()
    book.on += timedelta(days=act.days)
    book.minute = act.minute
    with suppress(LoyaltyError):
        _do(book, act)


def _do(book: WholeBook, act: Act) -> None:
    program = book.program
    if act.deed is Deed.SALE:
        bought(book, act)
    elif act.deed is Deed.RETURN:
        _returned(book, act)
    elif act.deed is Deed.RETURN_UNDONE and book.entries and book.entries[-1].kind is Kind.RETURN:
        book.undo(book.entries[-1])
    elif act.deed is Deed.NIGHT:
        book.night()
    elif act.deed is Deed.ACTIVITY and program.activities:
        book.act(act.which)
    elif act.deed is Deed.ADJUSTMENT:
        book.adjust((act.which - 3) * 20 or 1)
    elif act.deed is Deed.STAMPS and program.stamps:
        book.move_stamps(act.which)
    elif act.deed is Deed.UNLINKED:
        book.give_back_unlinked(act.basket)
    elif act.deed is Deed.VOUCHER and program.vouchers:
        book.give_by_hand(program.vouchers[act.which % len(program.vouchers)])


def bought(book: WholeBook, act: Act) -> Entry:
    """A sale with as many of the wishes as the rules grant, dropping the last ones first."""
    person = book.people[act.who] if act.who < len(book.people) else None
    asked = chosen(book, person, act.basket, act.wishes)
    while True:
        try:
            return book.sell_to(act.basket, person, asked)[0]
        except LoyaltyError:
            assert asked, "a basket without wishes can always be sold"
            asked = asked[:-1]


def chosen(
    book: WholeBook, person: Member | None, basket: Basket, wishes: Sequence[int]
) -> tuple[Chosen, ...]:
    """Each wish picks one of the things that the counter offers now; a high one asks for points."""
    if not wishes:
        return ()
    offers = quote(book.program, book.scene_of(person), basket)
    found = [
        *(Chosen(stamps=one.rule.id) for one in offers.cards if not one.refused),
        *(Chosen(voucher=one.voucher.code) for one in offers.vouchers if not one.refused),
        *(Chosen(reward=one.reward.id) for one in offers.rewards if not one.refused),
    ]
    if offers.tender.applied:
        found.append(Chosen(points=offers.tender.applied))
    return tuple(
        found[wish % len(found)] if found and wish < 30 else Chosen(points=wish * wish)
        for wish in wishes
    )


def _returned(book: WholeBook, act: Act) -> None:
    open_ = [entry for entry in book.sales() if any(book.sold(entry).units_left)]
    if open_:
        sale = open_[act.which % len(open_)]
        book.give_back(sale, book.program, portion(book.sold(sale).units_left, act.share))


Split = tuple[int, int, bool]
"""Of a line, so many units; and whether that is taken back and done once more."""

SPLITS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3), st.booleans()), max_size=8)


def in_parts(book: WholeBook, sale: Entry, split: Sequence[Split]) -> list[Returned]:
    """Return a sale bit by bit, some of the bits undone and done again, then all the rest."""
    done = []
    for line, count, twice in split:
        left = book.sold(sale).units_left
        units = [0] * len(left)
        units[line % len(left)] = min(count, left[line % len(left)])
        if not any(units):
            continue
        book.next_act()
        returned, entry = book.give_back(sale, book.program, units)
        if twice:
            with suppress(LoyaltyError):
                book.undo(entry)
                book.next_act()
                returned, _ = book.give_back(sale, book.program, units)
        done.append(returned)
    if any(book.sold(sale).units_left):
        book.next_act()
        done.append(book.give_back(sale, book.program)[0])
    return done
