"""Laws of redeeming, over whole programs drawn at random and whatever a cashier may choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.basket import Basket, Line
from loyalty.codes import voucher_code
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import stamps_of, summed
from loyalty.ledger.entry import Entry
from loyalty.members.member import Birthday
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.paying import Payment
from loyalty.redemption.quote import quote
from loyalty.redemption.redeeming import redeemed
from loyalty.redemption.voucher import voucher_from
from loyalty.rules.program import BaseRates, Program
from loyalty.rules.rewards import RewardKind
from tests.rules.book import MEMBER, Book, refused
from tests.rules.makers import DAY, portion, program
from tests.rules.programs import BRANDS, CATEGORIES, FLAGS, SKUS, whole_programs

FEW = settings(max_examples=50)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line that the rules of `whole_programs` speak of."""
    amount = draw(st.integers(0, 900) | st.sampled_from([0, 1, 99, 100, 1000]))
    return Line(
        "goods",
        amount,
        draw(st.integers(1, 4)),
        draw(st.sampled_from(("", *SKUS))),
        draw(st.sampled_from(("", *CATEGORIES))),
        draw(st.sampled_from(("", *BRANDS))),
        draw(st.integers(0, amount)),
        draw(st.sampled_from([frozenset[str](), frozenset[str](), frozenset(FLAGS[:1])])),
    )


def baskets() -> st.SearchStrategy[Basket]:
    """One to three lines."""
    found = st.lists(lines(), min_size=1, max_size=3)
    return found.map(lambda goods: Basket("EUR", tuple(goods)))


@dataclass(frozen=True)
class Case:
    """A member with a past, before a basket and with wishes."""

    rules: Program
    book: Book
    basket: Basket
    asked: tuple[Chosen, ...]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A program, a member with some points, stamps and vouchers, a basket, and choices."""
    rules = draw(whole_programs(multipliers=(), activities=(), referral=None))
    book = Book(DAY)
    book.member = replace(book.member, birthday=draw(st.sampled_from([None, Birthday(2, 3)])))
    for number, terms in enumerate(rules.vouchers):
        on = DAY - timedelta(days=draw(st.integers(0, 3)))
        voucher = voucher_from(terms, voucher_code(number), UUID(int=number), on, MEMBER)
        book.vouchers = {**book.vouchers, voucher.code: voucher}
    if points := draw(st.sampled_from([0, 60, 250])):
        book.sell(Basket("EUR", (Line("goods", points),)), program(base=BaseRates(1, 1)))
    for goods in draw(st.lists(baskets(), max_size=2)):
        book.sell(goods, rules)
    wishes = [Chosen(points=draw(st.integers(1, 400)))]
    wishes += [Chosen(reward.id) for reward in rules.all_rewards]
    wishes += [Chosen(stamps=rule.id) for rule in rules.stamps]
    wishes += [Chosen(voucher=code) for code in book.vouchers]
    asked = draw(st.lists(st.sampled_from(wishes), min_size=1, max_size=5))
    return Case(rules, book, draw(baskets()), tuple(asked))


def possible(case: Case) -> tuple[Chosen, ...]:
    """The wishes that can be had one after the other; the others are dropped."""
    payment = Payment.begun(case.basket, case.rules, case.book.scene)
    kept = []
    for choice in case.asked:
        try:
            payment = redeemed(payment, choice)
        except LoyaltyError:
            continue
        kept.append(choice)
    return tuple(kept)


def sold(case: Case) -> Entry:
    """The basket with all that can be had."""
    return case.book.sell(case.basket, case.rules, possible(case))


def handed_over(case: Case, used_name: str) -> bool:
    """Whether a reward is a thing and not money."""
    return case.rules.reward(used_name).kind in (RewardKind.GIFT, RewardKind.SERVICE)


@FEW
@given(cases())
def test_what_is_paid_adds_up_and_never_exceeds_a_line(case: Case) -> None:
    sale = case.book.sale(sold(case))
    gifts = {line.line.reward for line in sale.lines if line.line.reward}
    money = [u for u in sale.used if not (u.reward and handed_over(case, u.reward))]
    terms = {voucher.code: voucher.terms for voucher in case.book.vouchers.values()}
    money = [u for u in money if not (u.voucher and terms[u.voucher].id in gifts)]
    assert sum(used.value_minor for used in money) == sale.paid_minor <= sale.total_minor
    assert all(used.value_minor > 0 for used in money)
    assert sum(line.paid_points for line in sale.lines) == sale.redeemed
    assert sale.total_minor == case.basket.total_minor
    for line in sale.lines:
        assert 0 <= line.paid_minor <= line.line.amount_minor
        assert line.paid_points >= 0
        assert line.earned == 0 or not line.line.reward


@FEW
@given(cases())
def test_what_is_quoted_is_what_happens(case: Case) -> None:
    found = quote(case.rules, case.book.scene, case.basket)
    offers = [(Chosen(o.reward.id), o.refused, o.value_minor) for o in found.rewards]
    offers += [(Chosen(stamps=o.rule.id), o.refused, o.value_minor) for o in found.cards]
    offers += [(Chosen(voucher=o.voucher.code), o.refused, o.value_minor) for o in found.vouchers]
    for choice, no, value in offers:
        trial = case.book.copied()
        if no is None:
            (used,) = trial.sale(trial.sell(case.basket, case.rules, [choice])).used
            assert used.value_minor == value
        else:
            kind = "reward" if choice.reward else "stamps" if choice.stamps else "voucher"
            told = refused(f"{kind}-refused", trial.sell, case.basket, case.rules, [choice])
            assert told["why"] == no.code
            assert all(told[name] == fact for name, fact in no.facts)


@FEW
@given(cases())
def test_what_is_suggested_can_be_had_and_no_money_would_do_better(case: Case) -> None:
    found = quote(case.rules, case.book.scene, case.basket)
    if found.best is None:
        return
    (used,) = case.book.sale(case.book.sell(case.basket, case.rules, [found.best])).used
    rule = case.rules.tender
    if rule and used.points:
        assert used.value_minor * rule.step_points >= rule.step_minor * used.points


@FEW
@given(cases(), st.integers(0, 3))
def test_a_full_return_gives_back_every_count_and_every_point(case: Case, share: int) -> None:
    before, account = summed(case.book.counts), case.book.account
    sale = sold(case)
    left = case.book.sold(sale).units_left
    some = portion(left, share)
    if some != left:
        case.book.give_back(sale, case.rules, some)
    case.book.give_back(sale, case.rules)
    assert summed(case.book.counts) == before
    if not account.owed:
        after = case.book.account
        assert (after.lots, after.debts, after.pending) == (account.lots, (), account.pending)


@FEW
@given(cases())
def test_a_voucher_pays_once_and_again_only_after_the_full_return(case: Case) -> None:
    sale = sold(case)
    used = [one.voucher for one in case.book.sale(sale).used if one.voucher]
    assert len(used) == len(set(used))
    for code in used:
        asked = [Chosen(voucher=code)]
        told = refused("voucher-refused", case.book.sell, case.basket, case.rules, asked)
        assert told["why"] == "voucher-used"
    case.book.give_back(sale, case.rules)
    for code in used:
        trial = case.book.copied()
        trial.sell(case.basket, case.rules, [Chosen(voucher=code)])


@FEW
@given(cases())
def test_cards_are_used_whole_and_only_units_paid_in_money_stamp(case: Case) -> None:
    before = case.book.history
    sale = case.book.sale(sold(case))
    for rule in case.rules.stamps:
        times = sum(used.stamps == rule.id for used in sale.used)
        assert times * rule.needed <= max(0, before.count(stamps_of(rule.id)))
        spent = sum(c.amount for c in sale.counts if c.name == stamps_of(rule.id) and c.amount < 0)
        assert spent == -times * rule.needed
        for count in sale.counts:
            if count.name != stamps_of(rule.id) or count.amount < 0 or not count.shares:
                continue
            for line, stamps in zip(sale.lines, count.shares, strict=True):
                due = line.line.amount_minor - line.paid_minor
                assert stamps * line.line.amount_minor <= due * line.line.units
                assert stamps == 0 or rule.which.holds(line.line)
