"""The command line of everything redeemable: quote, rewards, stamps, vouchers, points, tiers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from loyalty.codes import operator_badge
from loyalty.product import Product
from loyalty.rules.earning import VestingRule
from loyalty.rules.levels import Measure, Tier, TierRules
from loyalty.rules.program import BaseRates, Program, Reward, RewardKind, TenderRule
from loyalty.rules.rewards import StampRule, VoucherKind, VoucherTerms
from loyalty.rules.which import Which
from pos.clock import SystemClock
from pos.demo import demo_program
from pos.settings import read_settings
from pos.staff import Role
from pos.store import Operator, open_store
from tests.shop.conftest import CommandLine

BOSS = operator_badge(999)
ROLL = "4006381333931"
FIVE = VoucherTerms("five", "5.00 off", VoucherKind.MONEY_OFF, 500, minimum_spend_minor=1000)


@pytest.fixture
def line(demo: CommandLine) -> CommandLine:
    """A demo shop with a stamp card, vouchers, tiers, a catalogue, and a new member, 5678."""
    settings, _ = read_settings(demo.data / "settings.toml")
    clock = SystemClock(ZoneInfo(settings.zone))
    store = open_store(next(demo.data.glob("*.db")), clock, settings.terminal, reserve_bytes=0)
    with store.writing() as work:
        now = work.program_on(clock.today()) or demo_program()
        levels = (Tier("gold", "Gold", 10_000, Fraction(2)),)
        rules = Program(
            number=99,
            name="Plain",
            currency="EUR",
            starts_on=now.starts_on,
            base=BaseRates(points=1, step_minor=100),
            tender=TenderRule(step_points=20, step_minor=100),
            rewards=(Reward("drink", "Any drink", RewardKind.GIFT, 40, 300),),
            stamps=(StampRule("tea", "Tea card", 3, Which(categories=frozenset({"tea"}))),),
            vouchers=(FIVE, replace(FIVE, id="own", personal=True)),
            tiers=TierRules(levels, Measure.SPEND),
        )
        work.add_program(rules)
        work.add_program(replace(rules, number=100, starts_on=clock.today(), name="Now"))
        work.put_product(Product("roll", "Roll", 150, (ROLL,), "bread"))
        work.put_product(Product("cheese", "Cheese", 2000, per_grams=1000, plu="77"))
        work.add_operator(Operator("zoe", "Zoe", Role.OWNER, BOSS))
        work.add_operator(Operator("carl", "Carl", Role.CASHIER))
    store.close()
    demo("member", "add", "--phone", "010-1234-5678", "--name", "Kim Min-jun")
    return demo


def test_products_of_the_catalogue_are_sold_by_piece_and_by_weight(line: CommandLine) -> None:
    words = ("--product", f"{ROLL}*3", "--product", "77*250g", "--line", "Bag=0.20")
    sale = line.told("award", "5678", *words).json["sale"]
    assert [(one["text"], one["units"], one["amount_minor"]) for one in sale["lines"]] == [
        ("Bag", 1, 20),
        ("Roll", 3, 450),
        ("Cheese", 1, 500),
    ]
    assert line.told("award", "5678", "9.71", *words).error == "lines-differ"
    assert line.told("award", "5678", "9.70", *words).status == 0
    for code, wrong in (("roll*x", "product-unreadable"), ("nothing", "product-unknown")):
        assert line.told("award", "5678", "--product", code).error == wrong


def test_a_sale_to_nobody_earns_nothing_and_takes_a_voucher(line: CommandLine) -> None:
    code = line.told("vouchers", "give", "five").json["voucher"]["code"]
    said = line.told("sell", "12", "--voucher", code)
    assert said.status == 0
    assert (said.json["member"], said.json["sale"]["due_minor"]) == (None, 700)
    assert said.json["sale"]["rewards"][0]["voucher"] == code
    assert said.json["sale"]["earned"] == 0
    assert "Earned" not in line("sell", "12").out
    known = line.told("sell", "12", "--member", "5678").json
    assert (known["sale"]["earned"], known["balance_after"]) == (12, 12)


def test_a_member_with_an_empty_name_is_not_nobody(line: CommandLine) -> None:
    for words in (("sell", "12", "--member", ""), ("vouchers", "give", "five", "--member", "")):
        assert line.told(*words).error == "code-empty"


def test_everything_redeemable_is_quoted_and_nothing_booked(line: CommandLine) -> None:
    line("award", "5678", "60")
    line("award", "5678", "--line", "Tea=3x3@tea")
    code = line.told("vouchers", "give", "five", "--member", "5678").json["voucher"]["code"]
    before = line.told("ledger", "verify").json
    said = line.told("quote", "5678", "--line", "Tea=4@tea", "--line", "Pot=20").json
    assert line.told("ledger", "verify").json == before
    (card,), (voucher,) = said["stamps"], said["vouchers"]
    assert (card["id"], card["full"], card["worth_minor"], card["why"]) == ("tea", 1, 400, None)
    assert (voucher["code"], voucher["worth_minor"]) == (code, 500)
    (drink,) = [one for one in said["rewards"] if one["id"] == "drink"]
    assert drink["missing"] == 0
    assert said["best"] is not None
    assert said["points_as_money"]["points"] > 0
    small = line.told("quote", "5678", "5").json["vouchers"][0]
    assert (small["why"], small["worth_minor"]) == ("spend-more", 0)
    shown = line("quote", "5678", "--line", "Tea=4@tea", "--line", "Pot=20").out
    assert all(word in shown for word in ("Tea card", code, "Suggested: --"))


def test_what_is_suggested_can_be_redeemed_as_it_is_said(line: CommandLine) -> None:
    line("award", "5678", "100")
    best = line.told("quote", "5678", "30").json["best"]
    (what, which), *_ = best.items()
    assert line.told("redeem", "5678", f"--{what}", str(which), "--amount", "30").status == 0


def test_a_voucher_never_heard_of_is_said_so(line: CommandLine) -> None:
    for code in ("640000000000000188", "12"):
        assert line.told("quote", "5678", "--voucher", code).status == 1
        assert line.told("vouchers", "show", code).status == 1


def test_stamps_rewards_vouchers_and_points_pay_one_basket(line: CommandLine) -> None:
    line("award", "5678", "--line", "Tea=3x3@tea", "--line", "Pot=200")
    code = line.told("vouchers", "give", "own", "--member", "5678").json["voucher"]["code"]
    words = ("--stamps", "tea", "--reward", "drink", "--voucher", code, "--points", "20")
    said = line.told("redeem", "5678", *words, "--line", "Tea=4@tea", "--line", "Pot=20").json
    used = said["sale"]["rewards"]
    assert [(one["id"], one["stamps"], one["voucher"]) for one in used] == [
        ("drink", "", ""),
        ("", "tea", ""),
        ("", "", code),
        ("", "", ""),
    ]
    assert said["sale"]["due_minor"] == 2400 - 400 - 500 - 100
    assert line.told("vouchers", "show", code).json["used"] is True
    assert line.told("vouchers", "list", "5678").json["vouchers"] == []
    shown = line.told("stamps", "show", "5678").json["stamps"][0]
    assert (shown["full"], shown["stamps"]) == (0, 0)


def test_a_personal_voucher_needs_its_member(line: CommandLine) -> None:
    assert line.told("vouchers", "give", "own").error == "voucher-needs-member"
    assert line.told("vouchers", "give", "nothing").error == "voucher-terms-unknown"


def test_a_voucher_is_withdrawn_by_who_may_with_a_reason(line: CommandLine) -> None:
    code = line.told("vouchers", "give", "five", "--member", "5678").json["voucher"]["code"]
    words = ("vouchers", "withdraw", code, "--why", "misprinted", "--operator", "carl")
    assert line.told(*words).error == "approval-needed"
    assert line.told("vouchers", "list", "5678").json["vouchers"][0]["code"] == code
    done = line.told(*words, "--approve", BOSS)
    assert (done.status, done.json["withdrawn"], done.json["approved"]) == (0, True, "zoe")
    assert line.told("sell", "12", "--voucher", code).error == "voucher-refused"
    assert line.told(*words, "--approve", BOSS).error == "voucher-withdrawn"
    assert line("vouchers", "print", code).status == 1


def test_a_voucher_is_shown_as_its_paper(line: CommandLine) -> None:
    code = line.told("vouchers", "give", "five").json["voucher"]["code"]
    said = line("vouchers", "print", code, "--copy").out
    assert "5.00 off" in said
    assert "COPY" in said
    lost = line.told("vouchers", "give", "five", "--print")
    assert (lost.error, lost.json["printed"]) == ("printer-none", False)


def test_a_tier_is_told_as_it_stood(line: CommandLine) -> None:
    line("award", "5678", "150")
    told = line.told("tier", "5678").json["tier"]
    assert (told["tier"], told["measured"], told["next"]) == ("gold", 15_000, None)
    assert told["kept_until"] > told["on"]
    assert told["projected"] is None
    yesterday = str(date.fromisoformat(told["on"]) - timedelta(days=1))
    before = line.told("tier", "5678", "--on", yesterday).json["tier"]
    assert (before["tier"], before["missing"]) == (None, 10_000)
    assert line.told("tier", "5678", "--on", "9999-01-01").error == "day-ahead"
    assert "Kept until" in line("tier", "5678").out


def test_a_member_is_shown_with_tier_stamps_and_vouchers(line: CommandLine) -> None:
    line("award", "5678", "--line", "Tea=50x4@tea")
    code = line.told("vouchers", "give", "five", "--member", "5678").json["voucher"]["code"]
    told = line.told("member", "show", "5678").json
    assert (told["tier"]["tier"], told["stamps"][0]["stamps"]) == ("gold", 4)
    assert [one["code"] for one in told["vouchers"]] == [code]
    shown = line("member", "show", "5678").out
    assert all(word in shown for word in ("Gold", "1 of 3", "1 full", code))
    assert "1 of 3" in line("stamps", "show", "5678").out


def test_why_says_what_the_slip_says(line: CommandLine) -> None:
    number = line.told("award", "5678", "12.50").json["sale"]["number"]
    said = line.told("why", number).json
    assert said["points"] == 12
    assert [one["code"] for one in said["why"]] == ["eligible-amount", "base", "rounded-down"]
    slip = line("slip", number, "--why").out
    assert all(one["words"].split("  ")[0].split(" ")[0] in slip for one in said["why"])
    assert line.told("why", "1-1").error == "sale-unknown"


def test_pending_points_are_told_apart(line: CommandLine) -> None:
    settings, _ = read_settings(line.data / "settings.toml")
    clock = SystemClock(ZoneInfo(settings.zone))
    store = open_store(next(line.data.glob("*.db")), clock, settings.terminal, reserve_bytes=0)
    with store.writing() as work:
        now = work.program_on(clock.today()) or demo_program()
        work.add_program(replace(now, number=101, vesting=VestingRule(14)))
    store.close()
    sold = line.told("award", "5678", "10").json
    assert sold["sale"]["vests_on"] > sold["sale"]["at"][:10]
    points = line.told("member", "show", "5678").json["points"]
    assert [one["points"] for one in points["pending"]] == [10]
    assert points["spendable"] == 0
    assert "Pending:" in line("member", "show", "5678").out
