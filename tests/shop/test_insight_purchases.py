"""Purchases as figures count them, against shops small enough to count by hand and in Python."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.claims.documents import credit_from
from loyalty.codes import member_card
from loyalty.insight.value.late import habit
from loyalty.ledger.documents import returned_from, sale_from, undone_from
from loyalty.ledger.entry import EntryKey, Kind
from loyalty.members.member import Member
from loyalty.redemption.quote import Chosen
from pos.claims import claim, withdraw
from pos.counter import confirm
from pos.demo import demo_program
from pos.enrol import enrol
from pos.households import join
from pos.issuers import enrol as enrol_issuer
from pos.merging import merge
from pos.presenting import present
from pos.returns import confirm_return, confirm_unlinked, void
from pos.shop import Shop
from pos.staff import Role
from pos.staffing import mark_member
from pos.store import Operator, View
from pos.store.insight.lives import Life, gap_median, lives, rfm_base, rhythms
from pos.store.insight.money import daily, kinds, takings
from pos.store.insight.people import active, enrolled, joined, marked, quality
from pos.store.insight.purchases import prepare
from pos.store.insight.reading import InsightView, open_view
from pos.trouble import TroubleError
from pos.undo import undo
from pos.whereabouts import survivor
from tests.shop.claim_desk import bert, own, portuguese
from tests.shop.house import act, anna, clock_of, goods, open_at, sale

Bought = dict[tuple[UUID, date], tuple[int, int]]
"""By account and day: sales of which something is left, and what was paid in money for it."""
SAM = "sam"
TODAY = date(2026, 3, 2)


@pytest.fixture
def view(shop: Shop) -> Iterator[InsightView]:
    with open_view(shop.store, "EUR") as opened:
        yield opened


def bought(view: InsightView) -> Bought:
    """What the room counted, read back with ids and days."""
    view.refresh()
    prepare(view)
    rows = view.rows("SELECT id, day, sales, net_minor FROM purchase JOIN unit ON n = member")
    return {(UUID(bytes=raw), date.fromordinal(day)): (sales, net) for raw, day, sales, net in rows}


def days_on(shop: Shop, days: int) -> None:
    clock_of(shop).advance(timedelta(days=days))


def test_two_receipts_of_a_day_are_one_purchase(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 1000)
    sale(shop, member, 250)
    sale(shop, None, 700)
    days_on(shop, 3)
    sale(shop, member, 40)
    assert bought(view) == {
        (member.id, TODAY): (2, 1250),
        (member.id, TODAY + timedelta(days=3)): (1, 40),
    }


def test_a_return_is_booked_to_the_day_of_its_sale(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    booked = confirm(shop, act(shop), goods(1000, 500), member.id)
    days_on(shop, 40)
    confirm_return(shop, act(shop), booked.entry.key, (1, 0))
    assert bought(view) == {(member.id, TODAY): (1, 500)}
    cash = daily(view, TODAY, TODAY + timedelta(days=40))
    assert (cash[0], cash[1], cash[40]) == (1500.0, None, -1000.0)


def test_what_came_back_whole_is_no_purchase_until_the_return_is_undone(
    shop: Shop, view: InsightView
) -> None:
    member = anna(shop)
    first = sale(shop, member, 1000)
    confirm_return(shop, act(shop), first.entry.key)
    assert bought(view) == {}
    undo(shop, act(shop))
    assert bought(view) == {(member.id, TODAY): (1, 1000)}
    wrong = sale(shop, member, 700)
    void(shop, act(shop), wrong.entry.key, "rung up twice", SAM)
    assert bought(view) == {(member.id, TODAY): (1, 1000)}


def test_points_are_a_tender_and_no_money(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 50_000)
    days_on(shop, 1)
    confirm(shop, act(shop), goods(500), member.id, [Chosen(points=50)])
    later = bought(view)[member.id, TODAY + timedelta(days=1)]
    assert later == (1, 250)
    found = takings(view, TODAY, TODAY + timedelta(days=1))
    assert (found.member_minor, found.rewards_minor, found.member_sales) == (50_250, 250, 2)


def test_merged_members_and_households_are_one_account(shop: Shop, view: InsightView) -> None:
    kept, gone = anna(shop), bert(shop)
    other = enrol(shop, act(shop), member_card(5), "+4915112345670", "Carla")
    sale(shop, gone, 200)
    sale(shop, other, 30)
    merge(shop, act(shop, SAM), gone.id, kept.id)
    join(shop, act(shop, SAM), other.id, kept.id)
    sale(shop, kept, 1000)
    assert bought(view) == {(kept.id, TODAY): (3, 1230)}
    assert enrolled(view, TODAY) == 2
    assert active(view, TODAY, TODAY) == (1, 1)


def test_a_claimed_receipt_of_ours_is_that_sale_and_counts_once(
    shop: Shop, view: InsightView
) -> None:
    member = anna(shop)
    booked = sale(shop, None, 1500)
    days_on(shop, 1)
    claim(shop, act(shop), member.id, own(shop, booked.entry.key))
    assert bought(view) == {(member.id, TODAY): (1, 1500)}
    found = takings(view, TODAY, TODAY + timedelta(days=1))
    assert (found.member_minor, found.anonymous_minor, found.sales) == (1500, 0, 1)
    key = f"1-{booked.entry.key.epoch}-{booked.entry.key.seq}"
    withdraw(shop, act(shop, SAM), "regulars", key, "not theirs")
    assert bought(view) == {}


def test_a_receipt_of_another_till_is_a_purchase_of_its_own_day(
    shop: Shop, view: InsightView
) -> None:
    member = anna(shop)
    enrol_issuer(shop, SAM, "Mercearia", (portuguese(),))
    days_on(shop, 1)
    claim(shop, act(shop), member.id, present(shop, portuguese()))
    assert bought(view) == {(member.id, TODAY): (1, 450)}
    assert takings(view, TODAY, TODAY).member_minor == 450


def test_marked_members_are_left_out_and_told_beside(shop: Shop, view: InsightView) -> None:
    with shop.store.writing() as work:
        work.add_operator(Operator("boss", "Boss", Role.MANAGER))
    staff = anna(shop)
    sale(shop, staff, 900)
    mark_member(shop, act(shop, "boss"), staff.id, "staff", "mina")
    assert bought(view) == {}
    assert marked(view) == {"staff": 1}
    assert enrolled(view, TODAY) == 0
    assert takings(view, TODAY, TODAY).marked_minor == 900


def test_a_day_of_returns_without_sales_is_below_nothing(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    confirm_unlinked(shop, act(shop), goods(5_000), member.id, "Slip was lost", SAM)
    assert bought(view) == {}
    assert daily(view, TODAY, TODAY) == [-5000.0]
    found = quality(view, TODAY, TODAY, TODAY)
    assert (found.unlinked_returns, found.unlinked_minor, found.never_seen) == (1, 5000, 1)


def test_another_currency_is_a_visit_without_money(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 1000)
    days_on(shop, 1)
    in_won = replace(demo_program(), number=9, currency="KRW", starts_on=shop.today)
    with shop.store.writing() as work:
        work.add_program(in_won)
    confirm(shop, act(shop), replace(goods(9_000), currency="KRW"), member.id)
    assert bought(view) == {
        (member.id, TODAY): (1, 1000),
        (member.id, TODAY + timedelta(days=1)): (1, 0),
    }
    found = takings(view, TODAY, shop.today)
    assert (found.net_minor, dict(found.foreign)) == (1000, {"KRW": 1})
    with open_view(shop.store, "KRW") as won:
        assert takings(won, TODAY, shop.today).net_minor == 9_000


def test_a_shop_of_nobody_and_one_where_all_are_anonymous(shop: Shop, view: InsightView) -> None:
    assert bought(view) == {}
    assert lives(view, TODAY) == []
    assert takings(view, TODAY, TODAY).sales == 0
    sale(shop, None, 700)
    view.refresh()
    found = takings(view, TODAY, TODAY)
    assert (found.member_minor, found.anonymous_minor, found.anonymous_sales) == (0, 700, 1)
    assert gap_median(view, TODAY) == (None, 0)
    assert kinds(view, TODAY, TODAY) == (0, 0)


def test_members_who_joined_and_phones_that_several_share(shop: Shop, view: InsightView) -> None:
    anna(shop)
    days_on(shop, 10)
    later = enrol(shop, act(shop), member_card(5), "", "Carla")
    with shop.store.writing() as work:
        work.change_member(replace(later, phone="+4915112345678"))
    view.refresh()
    assert enrolled(view, shop.today) == 2
    assert joined(view, TODAY + timedelta(days=1), shop.today) == 1
    found = quality(view, shop.today, TODAY, shop.today)
    assert (found.shared_phones, found.sharing, found.never_seen) == (1, 2, 2)


def test_counting_can_be_stopped_and_begun_again(shop: Shop, view: InsightView) -> None:
    member = anna(shop)
    sale(shop, member, 1000)
    view.refresh()
    view.cancel()
    with pytest.raises(TroubleError, match="report-cancelled"):
        lives(view, TODAY)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(TroubleError, match="report-cancelled"):
        view.one(endless)
    view.refresh()
    assert len(lives(view, TODAY)) == 1


def test_what_was_counted_holds_while_nobody_writes(shop: Shop) -> None:
    steps: list[str] = []
    member = anna(shop)
    with open_view(shop.store, "EUR", lambda step, done, of: steps.append(step)) as view:
        prepare(view)
        assert "purchase" in steps
        steps.clear()
        view.refresh()
        prepare(view)
        assert steps == []
        before = view.books
        sale(shop, member, 1000)
        prepare(view)
        assert steps == []  # the same state, until it is asked for the newest
        view.refresh()
        prepare(view)
        assert "purchase" in steps
        assert view.books != before


def test_the_books_cannot_be_written_by_a_figure(shop: Shop, view: InsightView) -> None:
    anna(shop)
    with pytest.raises(TroubleError, match="store-read-only"):
        view.run("DELETE FROM member")


def counted_in_python(view: View) -> Bought:
    """The same from the entries themselves, one by one, without any table of ours."""
    sold: dict[EntryKey, tuple[UUID | None, date, int, int]] = {}
    back: dict[EntryKey, tuple[EntryKey, int, int]] = {}
    for entry in view.entries():
        if entry.kind is Kind.SALE:
            made = sale_from(entry.body, entry.source, entry.member, entry.program)
            units = sum(made.units)
            sold[entry.key] = entry.member, entry.business_date, made.due_minor, units
        elif entry.kind is Kind.RETURN:
            told = returned_from(entry.body, entry.source)
            back[entry.key] = told.sale, sum(told.units), told.refund_minor
        elif entry.kind is Kind.RETURN_UNDONE:
            del back[undone_from(entry.body)]
        elif entry.kind is Kind.CLAIM:
            key = credit_from(entry).receipt.own
            assert key is not None
            sold[key] = entry.member, *sold[key][1:]
    found: defaultdict[tuple[UUID, date], list[int]] = defaultdict(lambda: [0, 0])
    for key, (member, on, due, units) in sold.items():
        returns = [one for one in back.values() if one[0] == key]
        person = survivor(view, member)
        if person is None or sum(one[1] for one in returns) == units:
            continue
        day = found[person.owner, on]
        day[0] += 1
        day[1] += due - sum(one[2] for one in returns)
    return {place: (n, minor) for place, (n, minor) in found.items()}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sale", "sale", "sale", "points", "back", "undo", "claim", "merge"]),
        st.integers(0, 3),
        st.integers(1, 40),
        st.integers(0, 30),
    ),
    max_size=25,
)


@settings(max_examples=30)
@given(steps=STEPS)
def test_every_story_is_counted_as_its_entries_say(
    steps: list[tuple[str, int, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = open_at(Path(folder))
        people: list[Member | None] = [
            None,
            anna(shop),
            bert(shop),
            enrol(shop, act(shop), member_card(5), "+4915112345670", "Carla"),
        ]
        tell(shop, people, steps)
        with open_view(shop.store, "EUR") as view, shop.store.reading() as books:
            expected = counted_in_python(books)
            assert bought(view) == expected
            _lives_are_those_days(view, expected, shop.today)
        shop.store.close()


def tell(shop: Shop, people: list[Member | None], steps: list[tuple[str, int, int, int]]) -> None:
    """Act the steps that can be acted; what a rule refuses is not part of the story."""
    made: list[tuple[EntryKey, Member | None]] = []
    for what, who, amount, days in steps:
        days_on(shop, 0 if what == "undo" else days)  # what was done days ago stays done
        member = people[who]
        if what in ("sale", "points"):
            chosen = [Chosen(points=50)] if what == "points" and member else []
            with shop.store.reading() as books:
                rich = member and books.account(member.owner).spendable(shop.today) >= 50
            basket = goods(amount * 100, 50)
            booked = confirm(shop, act(shop), basket, member and member.id, chosen if rich else [])
            made.append((booked.entry.key, member))
            continue
        key, owner = made[amount % len(made)] if made else (None, None)
        if key is None:
            continue
        try:
            if what == "back":
                confirm_return(shop, act(shop), key, (1, days % 2))
            elif what == "undo":
                undo(shop, act(shop))
            elif what == "claim" and member and owner is None:
                claim(shop, act(shop), member.id, own(shop, key))
            elif what == "merge" and member and people[1] is not None and who > 1:
                merge(shop, act(shop, SAM), member.id, people[1].id)
                people[who] = people[1]
        except Exception as no:
            if not hasattr(no, "code"):
                raise


def _lives_are_those_days(view: InsightView, expected: Bought, until: date) -> None:
    days: defaultdict[UUID, list[date]] = defaultdict(list)
    for account, on in sorted(expected, key=lambda place: place[1]):
        days[account].append(on)
    accounts = {UUID(bytes=row[1]): row[0] for row in view.rows("SELECT n, id FROM unit")}
    found = {one.member: one for one in lives(view, until)}
    assert found.keys() == {accounts[account] for account in days}
    late = {one.member: one for one in rhythms(view, until)}
    base = {one.member: one for one in rfm_base(view, until, until - timedelta(days=365))}
    for account, on in days.items():
        n = accounts[account]
        assert found[n] == _life(n, account, on, expected)
        known = habit(on, until)
        rhythm = late.get(n)
        assert (known is None) == (rhythm is None)
        if known is not None and rhythm is not None:
            assert (known.usual, known.away, known.late) == (rhythm.usual, rhythm.away, rhythm.late)
        lately = [day for day in on if day > until - timedelta(days=365)]
        spent = sum(expected[account, day][1] for day in lately)
        assert (base[n].away, base[n].visits) == ((until - on[-1]).days, len(lately))
        assert base[n].spent_minor == spent


def _life(n: int, account: UUID, on: list[date], expected: Bought) -> Life:
    ordinals = [day.toordinal() for day in on]
    later = [*ordinals[1:3], None, None]
    net = [expected[account, day][1] for day in on]
    return Life(n, ordinals[0], later[0], later[1], ordinals[-1], len(on), sum(net), net[0])
