"""Every case of tables/shop comes true on a real ledger file; the language: tables/README.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from tests.rules.table_cases import TABLES, Case, cases, cases_of
from tests.shop.telling import Place

ALL = list(cases(TABLES / "shop"))


@pytest.mark.parametrize("case", ALL, ids=[f"{one.table}: {one.title}" for one in ALL])
def test_a_case_comes_true(case: Case, tmp_path: Path) -> None:
    Place(tmp_path).tell(case)


def test_no_two_cases_of_a_table_have_one_name() -> None:
    names = [(one.table, one.title) for one in ALL]
    assert len(names) == len(set(names))


ASSERTS = {"earns", "refund", "keeps", "waives", "queue", "finds", "alike", "scans", "refused"}
SHOWS = {"has", "pending", "owes", "spendable", "lots", "counts", "vouchers", "tier"}
SHOWS |= {"known", "agreed"}


def test_every_case_checks_something() -> None:
    def checks(line: str) -> bool:
        first, _, rest = line.partition(" ")
        return first in ASSERTS or rest.split(" ")[0] in SHOWS

    assert not [one.title for one in ALL if not any(checks(line) for _, line in one.lines)]


WRONG = [
    ("Ann has 4 points", AssertionError),
    ("Ann pending 4 points", AssertionError),
    ("Ann owes 4 points", AssertionError),
    ("Ann spendable 4 points", AssertionError),
    ("Ann lots 5 until 2026-03-31", AssertionError),
    ("Ann counts visits 4", AssertionError),
    ("Ann vouchers treat", AssertionError),
    ("Ann tier silver", AssertionError),
    ("Ann known as email ann@home.test", AssertionError),
    ("Ann agreed to email at counter", AssertionError),
    ("Ann is erased twice", ValueError),
    ("earns 4", AssertionError),
    ("earns 5 = 4 base + 1 other", AssertionError),
    ("queue Ann review", AssertionError),
    ("finds Ann: nobody", AssertionError),
    ("alike Zed: Ann", AssertionError),
    ("scans card 1: nobody", AssertionError),
    ("refused points-short: Ann buys bread 5.00", BaseException),
    ("Ann uses 5000 points\n Ann buys bread 90.00\n undoes\n undoes", LoyaltyError),
    ("Zed has 4 points", ValueError),
    ("sings", ValueError),
    ("cap 4 points a day", AssertionError),
]


@pytest.mark.parametrize(("lines", "wrong"), WRONG)
def test_a_wrong_case_is_found(lines: str, wrong: type[BaseException], tmp_path: Path) -> None:
    told = f"case wrong\n Ann enrols\n Ann buys bread 5.00\n {lines}"
    with pytest.raises(wrong):
        Place(tmp_path).tell(next(cases_of("wrong", told)))
