"""Vouchers: single use, dated, personal or to bearer, and what they pay on small baskets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from loyalty.basket import Basket
from loyalty.codes import voucher_code
from loyalty.ledger.count import Count, summed, used_of
from loyalty.members.history import Scene, ShopState
from loyalty.members.member import Member
from loyalty.redemption.chosen import Chosen
from loyalty.redemption.quote import quote
from loyalty.redemption.voucher import Voucher, voucher_from
from loyalty.rules.program import TenderRule
from loyalty.rules.rewards import VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from loyalty.sales.selling import sell
from tests.rules.book import MEMBER, Book, refused
from tests.rules.counter import cells, choices, goods, member, numbers, rows, scene, tried
from tests.rules.makers import DAY, basket, program

ACT = UUID(int=0xAC7)
CAKE = Which(categories=frozenset({"cake"}))
MONEY, PERCENT = VoucherKind.MONEY_OFF, VoucherKind.PERCENT_OFF
TERMS = {
    "five": VoucherTerms("five", "5.00 off", MONEY, 500),
    "lift": VoucherTerms("lift", "3.00 off from 20.00", MONEY, 300, minimum_spend_minor=2000),
    "cakes": VoucherTerms("cakes", "2.00 off cake", MONEY, 200, which=CAKE),
    "fifth": VoucherTerms("fifth", "20 % off", PERCENT, percent=20),
    "fifth-cap": VoucherTerms("fifth-cap", "20 %, at most 1.00", PERCENT, 100, 20),
    "slice": VoucherTerms("slice", "A cake", VoucherKind.PRODUCT, which=CAKE),
    "mug": VoucherTerms("mug", "A mug", VoucherKind.GIFT, 800),
    "mug-ten": VoucherTerms("mug-ten", "A mug from 10.00", VoucherKind.GIFT, 800, 0, 1000),
}
CODES = {name: voucher_code(number) for number, name in enumerate(TERMS, start=1)}
KNOWN = {name: voucher_from(TERMS[name], CODES[name], ACT, DAY) for name in TERMS}
RULES = program(tender=TenderRule(1, 1))

EFFECTS = """
vouchers     | basket                  | pays      | why not
five         | tea 300, cake 450       | 200 300   |
five         | tea 300                 | 300       |
five         | gift-card 400, tea 200  | 300 200   |
five, fifth  | tea 1000                | 600       |
fifth, five  | tea 1000                | 700       |
five, five   | tea 1000                | 500       | voucher-in-basket
five, fifth  | tea 500                 | 500       | nothing-left-to-pay
five         |                         |           | no-line-meant
lift         | tea 1999                |           | spend-more missing_minor=1
lift         | tea 1500, cake 500      | 225 75    |
lift, fifth  | tea 2000                | 640       |
fifth, lift  | tea 2000                | 700       |
cakes        | tea 900                 |           | no-line-meant
cakes        | tea 900, cake 150       | 0 150     |
fifth        | tea 5, cake 2           | 1 0       |
fifth        | tea 4                   |           | nothing-left-to-pay
fifth        | gift-card 900, tea 100  | 0 20      |
fifth-cap    | tea 300, cake 700       | 30 70     |
slice        | cake 900 x2, cake 300   | 0 300     |
slice        | tea 100                 |           | no-line-meant
mug          | tea 100                 | 0 0       |
mug, five    | tea 100                 | 100 0     |
mug          |                         | 0         |
mug-ten      | tea 999                 |           | spend-more missing_minor=1
mug-ten      | tea 1000                | 0 0       |
nothing      | tea 1000                |           | voucher-unknown
"""


@pytest.mark.parametrize("row", rows(EFFECTS))
@pytest.mark.parametrize("card", [True, False])
def test_a_voucher_to_bearer_pays_with_a_card_and_without(row: str, card: bool) -> None:
    asked, what, pays, why = cells(row)
    known = {voucher.code: voucher for voucher in KNOWN.values()}
    at = replace(scene(), shop=ShopState(vouchers=known)) if card else Scene(DAY, 0, None)
    at = replace(at, shop=ShopState(vouchers=known))
    chosen = [Chosen(voucher=CODES.get(name.strip(), "64")) for name in asked.split(",")]
    payment, code, told = tried(RULES, at, goods(what), chosen)
    assert payment.minor == (numbers(pays) or (0,) * len(payment.basket.lines))
    assert " ".join(filter(None, [code, *(f"{k}={fact}" for k, fact in told.items())])) == why


def given(on: date, after: int = 0, valid: int = 90, **facts: object) -> Voucher:
    terms = VoucherTerms("v", "V", MONEY, 100, after_days=after, valid_days=valid)
    plain = voucher_from(terms, CODES["five"], ACT, on)
    return replace(plain, **facts)  # type: ignore[arg-type]


# Given today minus `days`, from `after` days later, for `valid` days.
DATES = """
days | after | valid | why not
0    | 0     | 90    |
0    | 0     | 0     |
0    | 1     | 90    | voucher-not-yet from=2025-02-01
1    | 1     | 90    |
90   | 0     | 90    |
91   | 0     | 90    | voucher-expired until=2025-01-30
91   | 1     | 90    |
"""


@pytest.mark.parametrize("row", rows(DATES))
def test_a_voucher_is_good_on_its_first_and_its_last_day(row: str) -> None:
    days, after, valid, why = cells(row)
    voucher = given(DAY - timedelta(days=int(days)), int(after), int(valid))
    asked = [Chosen(voucher=voucher.code)]
    _, code, told = tried(RULES, scene(vouchers=[voucher]), basket(500), asked)
    assert " ".join(filter(None, [code, *(f"{k}={fact}" for k, fact in told.items())])) == why


def test_a_used_and_a_withdrawn_voucher_are_told_apart() -> None:
    voucher = given(DAY)
    asked = [Chosen(voucher=voucher.code)]
    used = [Count(used_of(voucher.code), 1, shop=True)]
    assert tried(RULES, scene(counts=used, vouchers=[voucher]), basket(500), asked)[1] == (
        "voucher-used"
    )
    gone = [replace(voucher, withdrawn=True)]
    assert tried(RULES, scene(vouchers=gone), basket(500), asked)[1] == "voucher-withdrawn"


def test_a_personal_voucher_is_for_its_member_and_their_household() -> None:
    terms = VoucherTerms("v", "V", MONEY, 100, personal=True)
    voucher = voucher_from(terms, CODES["five"], ACT, DAY, MEMBER)
    asked = [Chosen(voucher=voucher.code)]
    assert tried(RULES, scene(vouchers=[voucher]), basket(500), asked)[1] == ""
    other = member(id_=UUID(int=9))
    assert tried(RULES, scene(vouchers=[voucher], who=other), basket(500), asked)[1] == (
        "voucher-personal"
    )
    child = replace(other, household=MEMBER)
    assert tried(RULES, scene(vouchers=[voucher], who=child), basket(500), asked)[1] == ""
    nobody = Scene(DAY, shop=ShopState(vouchers={voucher.code: voucher}))
    assert tried(RULES, nobody, basket(500), asked)[1] == "voucher-needs-member"


def test_a_voucher_needs_a_code_of_ours_and_a_personal_one_somebody() -> None:
    assert refused("code-damaged", voucher_from, TERMS["five"], "123", ACT, DAY) == {"text": "123"}
    personal = replace(TERMS["five"], personal=True)
    refused("voucher-needs-member", voucher_from, personal, CODES["five"], ACT, DAY)


def test_only_a_voucher_is_redeemed_without_a_card() -> None:
    for asked in ("points 100", "coffee", "stamps card"):
        refused(
            "redeem-needs-member",
            sell,
            basket(900),
            RULES,
            Book(DAY).occasion(),
            None,
            choices(asked),
        )


@pytest.mark.parametrize("who", [MEMBER, None])
def test_a_voucher_is_used_once_and_good_again_after_the_full_return(who: UUID | None) -> None:
    book = Book(DAY)
    book.vouchers = {KNOWN["five"].code: KNOWN["five"]}
    asked = [Chosen(voucher=CODES["five"])]
    sale = book.sell(basket(400, 800), RULES, asked, who)
    assert summed(book.counts)[True, used_of(CODES["five"]), None] == 1
    told = refused("voucher-refused", book.sell, basket(900), RULES, asked, who)
    assert (told["why"], told["voucher"]) == ("voucher-used", "5.00 off")
    book.give_back(sale, RULES, (1, 0))
    refused("voucher-refused", book.sell, basket(900), RULES, asked, who)
    _, back = book.give_back(sale, RULES)
    assert (True, used_of(CODES["five"]), None) not in summed(book.counts)
    book.undo(back)
    refused("voucher-refused", book.sell, basket(900), RULES, asked, who)


def test_what_a_voucher_paid_earns_nothing() -> None:
    book = Book(DAY)
    book.vouchers = {KNOWN["five"].code: KNOWN["five"]}
    sale = book.sale(book.sell(basket(1200), RULES, [Chosen(voucher=CODES["five"])]))
    assert (sale.due_minor, sale.earned, sale.redeemed) == (700, 7, 0)
    (used,) = sale.used
    assert (used.voucher, used.value_minor, used.as_money) == (CODES["five"], 500, False)


def test_limits_on_points_as_money_do_not_count_what_vouchers_paid() -> None:
    rules = program(tender=TenderRule(1, 1, most_percent=50))
    at = scene(2000, vouchers=[KNOWN["five"]])
    asked = choices(f"voucher {CODES['five']}, points 2000")
    assert tried(rules, at, basket(1200), asked)[0].minor == (1100,)


def test_a_quote_lists_vouchers_by_their_last_day_with_their_worth_or_the_reason() -> None:
    late = given(DAY, valid=50)
    soon = replace(given(DAY, valid=5), code=CODES["lift"])
    gone = replace(given(DAY - timedelta(days=9), valid=2), code=CODES["mug"])
    offers = quote(RULES, scene(vouchers=[late, soon, gone]), basket(70)).vouchers
    assert [(o.voucher, o.refused.code if o.refused else "", o.value_minor) for o in offers] == [
        (gone, "voucher-expired", 0),
        (soon, "", 70),
        (late, "", 70),
    ]


def test_an_empty_basket_can_still_hand_a_gift_over_to_a_stranger() -> None:
    shop = ShopState(vouchers={KNOWN["mug"].code: KNOWN["mug"]})
    occasion = Book(DAY).occasion()
    asked = [Chosen(voucher=CODES["mug"])]
    sale, _ = sell(Basket("EUR"), RULES, occasion, None, asked, shop)
    assert (sale.lines[0].line.reward, sale.member, sale.due_minor) == ("mug", None, 0)
    assert isinstance(member(), Member)
