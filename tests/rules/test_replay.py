"""Replaying the books under unchanged rules gives the books; under others what those would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from fractions import Fraction
from uuid import UUID

from hypothesis import event, given, settings

from loyalty.accrual.campaigning import drawn
from loyalty.accrual.matching import asked
from loyalty.errors import LoyaltyError
from loyalty.ledger.documents import sale_from
from loyalty.ledger.entry import Entry, Kind
from loyalty.ledger.moving import move_all
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from loyalty.rules.audience import Audience, Bought
from loyalty.rules.campaign import Campaign, Outcome, Trial
from loyalty.rules.earning import Bonus, BonusKind, Multiplier
from loyalty.rules.program import BaseRates, Program
from loyalty.rules.which import When, Which
from loyalty.sales.replaying import Replayed, Replaying
from loyalty.sales.sale import Sale
from tests.rules.book import MEMBER
from tests.rules.makers import DAY, basket, program
from tests.rules.programs import whole_programs
from tests.rules.whole_book import WholeBook
from tests.rules.whole_stories import Act, Deed, Story, happen, played, stories

FEW = settings(max_examples=80)
KEY = b"a key of this shop"
SELLING = (*Deed, *[Deed.SALE] * 9, Deed.RETURN, Deed.RETURN)
PLAIN = (
    Deed.SALE,
    Deed.SALE,
    Deed.SALE,
    Deed.SALE,
    Deed.SALE,
    Deed.RETURN,
    Deed.RETURN_UNDONE,
    Deed.NIGHT,
)


def replayed(
    entries: Iterable[Entry], rules: Program, people: Iterable[Member]
) -> tuple[list[Replayed], Replaying]:
    """What a replay says of each sale and return."""
    known = {one.id: one for one in people}
    machine = Replaying(lambda _: rules, known.__getitem__, KEY, asked(rules))
    return [found for entry in entries if (found := machine.feed(entry))], machine


@FEW
@given(stories(least=3, most=9, deeds=SELLING))
def test_a_replay_under_unchanged_rules_gives_the_books_again(story: Story) -> None:
    for mark in reproduced(story):
        event(mark)


def reproduced(story: Story) -> Iterator[str]:
    """The law: no difference, and the same history; how much there was to replay."""
    book = played(story)
    found, machine = replayed(book.entries, story.program, story.people)
    assert [one for one in found if one.difference] == []
    kinds = (Kind.SALE, Kind.RETURN, Kind.RETURN_UNDONE)
    told = [entry for entry in book.entries if entry.member and entry.kind in kinds]
    assert [(one.key, one.on) for one in found] == [(e.key, e.business_date) for e in told]
    history = book.history
    mine = machine.history(MEMBER)
    assert (mine.days, mine.counts) == (history.days, history.counts)
    yield f"replayed-sales-{min(3, len(book.sales()))}"
    yield from {f"replayed-{entry.kind}" for entry in told}


def told_again(book: WholeBook, acts: Iterable[Act], rules: Program) -> WholeBook | None:
    """The same acts under other rules, with the same redemptions; None where they cannot be."""
    other = WholeBook(rules, book.people, DAY)
    sales = iter([e for e in book.entries if e.kind is Kind.SALE])
    if book.entries and book.entries[0].kind is Kind.OPENING:
        other.next_act()
        other.append(book.entries[0])
    for act in acts:
        if act.deed is not Deed.SALE:
            happen(other, act)
            continue
        other.next_act()
        other.on, other.minute = other.on + timedelta(days=act.days), act.minute
        sale = read(next(sales))
        person = other.people[act.who] if act.who < len(other.people) else None
        asked_for = [Chosen(used.reward, *points_of(sale, n)) for n, used in enumerate(sale.used)]
        try:
            other.sell_to(act.basket, person, asked_for)
        except LoyaltyError:
            return None
    return other


def points_of(sale: Sale, number: int) -> tuple[int, str, str]:
    used = sale.used[number]
    return (used.points if used.as_money else 0), used.voucher, used.stamps


def read(entry: Entry) -> Sale:
    return sale_from(entry.body, entry.source, entry.member, entry.program)


@FEW
@given(stories(least=2, most=6, deeds=PLAIN), whole_programs())
def test_a_draft_gives_what_the_same_sales_give_under_it_from_the_start(
    story: Story, draft: Program
) -> None:
    """With redemptions where both can carry them: the same in points, money and lines."""
    book = played(story)
    other = told_again(book, story.acts, draft)
    if other is None or shape(other) != shape(book):
        event("the draft carries other redemptions, or another return")
        return
    found, _ = replayed(book.entries, draft, story.people)
    happened, _ = replayed(other.entries, draft, story.people)
    assert [one.replayed for one in found] == [one.booked for one in happened]
    event(f"sales: {min(3, len(book.sales()))}")


def shape(book: WholeBook) -> list[object]:
    """What both must have in common: which sales and returns, and what paid for which line."""
    told: list[object] = []
    for entry in book.entries:
        if entry.kind is Kind.SALE:
            lines = [(s.line, s.paid_minor) for s in read(entry).lines]
            told.append((entry.key, lines))
        elif entry.kind in (Kind.RETURN, Kind.RETURN_UNDONE):
            told.append((entry.key, entry.kind))
    return told


BOB = UUID(int=0xB0B)


def test_a_merge_takes_the_replayed_past_along_and_not_the_booked_one() -> None:
    """The third purchase of the one person is the third under the draft, too."""
    booked, draft = program(), program(bonuses=(third(),), base=BaseRates(2, 100))
    ann, bob = WholeBook(booked, [person(MEMBER)], DAY), person(BOB)
    theirs: list[Entry] = []
    for who in (bob, bob):
        ann.next_act()
        entry, _ = ann.sell_to(basket(1000), who, ())
        theirs.append(entry)
    gone = ann.standing(bob)
    ann.next_act()
    out, into = move_all(gone, type(gone)(person(MEMBER)), ann.occasion(), "merged", "sam")
    account = ann.account
    ann.append(out)
    ann.append(into)
    assert ann.account == account
    ann.next_act()
    ann.sell_to(basket(1000), person(MEMBER), ())
    found, machine = replayed(ann.entries, draft, [person(MEMBER), bob])
    assert [one.replayed for one in found] == [20, 20, 20 + 50]
    assert machine.history(BOB).days == ()
    assert machine.history(MEMBER).days[0].earned == 110


def third() -> Bonus:
    return Bonus("third", "Third", BonusKind.NTH, 50, nth=3)


def person(which: UUID) -> Member:
    return Member(which, "Ann", "", DAY)


def test_who_was_merged_since_is_replayed_in_the_arm_of_their_own_number() -> None:
    campaign = Campaign(
        "trial",
        "Trial",
        When(ends_on=DAY + timedelta(days=30)),
        bonuses=(Bonus("b", "B", BonusKind.SPEND, 7, spend_minor=1),),
        trial=Trial(50, Outcome.VISITS, DAY + timedelta(days=40), 10),
    )
    rules = program(campaigns=(campaign,))
    arms = {drawn(KEY, UUID(int=n), campaign): UUID(int=n) for n in range(1, 40)}
    gone, kept = arms["treated"], arms["control"]
    book = WholeBook(rules, [person(gone)], DAY)
    book.next_act()
    entry, sale = book.sell_to(basket(1000), person(gone), ())
    assert sale.earned == 17
    merged = Member(gone, "", "", DAY, merged_into=kept)
    found, _ = replayed([entry], rules, [merged, person(kept)])
    assert [one.difference for one in found] == [0]


def test_a_later_program_s_audience_knows_what_was_bought_before_it() -> None:
    tobacco = Bought(Which(categories=frozenset({"tobacco"})))
    campaign = Campaign(
        "c",
        "C",
        audience=Audience(bought=(tobacco,)),
        multipliers=(Multiplier("m", "M", Fraction(2)),),
    )
    first, later = program(), program(number=2, campaigns=(campaign,))
    book = WholeBook(first, [person(MEMBER)], DAY)
    acts: list[Entry] = []
    goods = basket(1000)
    smoke = type(goods)("EUR", (type(goods.lines[0])("pipe", 500, category="tobacco"),))
    book.next_act()
    acts.append(book.sell_to(smoke, book.member, ())[0])
    book.program = later
    book.next_act()
    entry, sale = book.sell_to(goods, book.member, ())
    assert sale.earned == 20
    for undo in (False, True):
        book.next_act()
        _, back = book.give_back(acts[0], later)
        if undo:
            book.undo(back)
        book.next_act()
        book.sell_to(goods, book.member, ())
        if not undo:
            book.next_act()
            acts.append(book.sell_to(smoke, book.member, ())[0])
            acts.pop(0)
    rules = {1: first, 2: later}
    machine = Replaying(lambda one: rules[one.program], lambda _: book.member, KEY, asked(later))
    found = [one for each in book.entries if (one := machine.feed(each))]
    assert [one.booked for one in found if one.kind is Kind.SALE] == [5, 20, 10, 5, 20]
    assert [one.difference for one in found] == [0] * len(found)
    assert entry.program == 2
