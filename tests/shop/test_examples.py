"""The ready programs: each is without fault or doubt, in four languages, and earns what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from loyalty.basket import Basket, Line
from loyalty.members.history import Scene
from loyalty.program_file.checks import rules_of
from loyalty.program_file.document import program_to_text
from loyalty.rules.program import Program
from pos.examples import example_names, example_text
from pos.programs import check, load
from pos.simulating import newcomer, simulate, standing_from_text
from pos.trouble import TroubleError

MONDAY = date(2026, 3, 2)
NOON, QUIET = 12 * 60, 14 * 60 + 30
CAFE, GROCER, BOUTIQUE = "cafe-stamp-card", "grocer-own-brand", "boutique-three-tiers"
PHARMACY, PETROL = "pharmacy-exclusions", "petrol-cents-per-litre"
NAMES = (CAFE, GROCER, BOUTIQUE, PHARMACY, PETROL)


def test_there_are_five() -> None:
    assert example_names() == tuple(sorted(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_without_fault_or_doubt_and_as_short_as_it_can_be(name: str) -> None:
    found = check(f"example:{name}")
    assert found.program is not None
    assert found.doubtful == ()
    assert program_to_text(found.program) == example_text(name)


@pytest.mark.parametrize("name", NAMES)
def test_what_customers_read_has_a_name_in_four_languages(name: str) -> None:
    read = [rule for _, rule in rules_of(load(f"example:{name}")) if hasattr(rule, "name_in")]
    assert read
    for rule in read:
        names = dict(getattr(rule, "names", ()))
        assert {"ko", "ja", "zh_CN"} <= names.keys(), rule


def test_an_unknown_example_names_those_there_are() -> None:
    for name in ("bakery", "../demo", "", "x" * 4000):
        with pytest.raises(TroubleError) as no:
            load(f"example:{name}")
        assert no.value.code == "example-unknown"


def earned(name: str, *lines: Line, minute: int = NOON, past: str = "") -> int:
    """Points of a basket on a Monday under an example."""
    rules = load(f"example:{name}")
    standing = standing_from_text(past, MONDAY) if past else newcomer(MONDAY)
    scene = Scene(MONDAY, minute, standing)
    return simulate(rules, Basket("EUR", lines), scene).accrual.why.points


def goods(amount: int, category: str = "", units: int = 1, **more: Any) -> Line:
    return Line("Goods", amount, units, category=category, **more)


def test_the_café_doubles_points_in_quiet_hours_and_stamps_each_coffee() -> None:
    coffee = goods(760, "coffee", 2)
    assert (earned(CAFE, coffee), earned(CAFE, coffee, minute=QUIET)) == (7, 15)
    found = simulate(load("example:cafe-stamp-card"), Basket("EUR", (coffee,)), scene())
    counts = {one.name: one.amount for one in found.accrual.counts}
    assert counts["stamps:coffee"] == 2


def scene() -> Scene:
    return Scene(MONDAY, NOON, newcomer(MONDAY))


def test_the_grocer_gives_three_times_for_the_own_brand_and_nothing_for_tobacco() -> None:
    own, others = goods(1000, brand="own"), goods(1000)
    assert earned(GROCER, own) == 30
    assert earned(GROCER, others) == 10
    assert earned(GROCER, own, others, goods(900, "tobacco")) == 40
    assert earned(GROCER, goods(8000)) == 80 + 50, "a big basket is worth a bonus"
    fruit = goods(1000, "fruit", brand="own")
    assert earned(GROCER, fruit) == 30, "the better of two"


def test_the_boutique_raises_its_points_by_tier() -> None:
    first = 50
    assert earned(BOUTIQUE, goods(10_000)) == 100 + first
    rich = '{"joined_on": "2024-01-01", "days": [{"on": "2026-01-10", "spend_minor": 150000}]}'
    assert earned(BOUTIQUE, goods(10_000), past=rich) == 150
    found = simulate(load("example:boutique-three-tiers"), Basket("EUR", (goods(100),)), scene())
    assert found.lot.vests_on == date(2026, 4, 1)


def test_the_pharmacy_gives_nothing_for_prescriptions() -> None:
    assert earned(PHARMACY, goods(9000, "prescription"), goods(1000, "skin-care")) == 20
    assert earned(PHARMACY, goods(9000, flags=frozenset({"prescription"}))) == 0
    assert earned(PHARMACY, goods(499)) == 0


def test_forty_litres_at_the_pump_are_worth_two_cents_each_and_premium_four() -> None:
    tank = 40 * 170
    assert earned(PETROL, goods(tank, "fuel")) == 80
    assert earned(PETROL, goods(tank, "fuel-premium")) == 160
    assert earned(PETROL, goods(2400, "car-wash", 2)) == 28 + 2 * 25
    rules: Program = load("example:petrol-cents-per-litre")
    assert rules.tender is not None
    assert (rules.tender.step_points, rules.tender.step_minor) == (100, 100), "a point is a cent"
