"""Every case of every table comes true; how to write one stands in tables/README.md."""

from __future__ import annotations

import pytest

from tests.rules.table_cases import Case, cases, cases_of
from tests.rules.telling import Teller

ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[f"{one.table}: {one.title}" for one in ALL])
def test_a_case_comes_true(case: Case) -> None:
    Teller().tell(case)


def test_no_two_cases_of_a_table_have_one_name() -> None:
    names = [(one.table, one.title) for one in ALL]
    assert len(names) == len(set(names))


def test_every_case_checks_something() -> None:
    checks = {"earns", "lines", "counts", "arm", "no", "gives", "tier", "has", "pending", "refused"}
    checks |= {"pays", "best", "near", "was", "keeps", "needs"}
    idle = [one.title for one in ALL if checks.isdisjoint(x.split()[0] for _, x in one.lines)]
    assert not idle


WRONG = [
    ("buys bread 5.00\n earns 4", AssertionError),
    ("buys bread 5.00\n earns 5 = 4 base + 1 other", AssertionError),
    ("buys bread 5.00\n lines 4 1", AssertionError),
    ("buys bread 5.00\n counts points:other 1", AssertionError),
    ("buys bread 5.00\n gives voucher", AssertionError),
    ("buys bread 5.00\n has 4 points", AssertionError),
    ("buys bread 5.00\n pays 1.00", AssertionError),
    ("best 100 points: bread 5.00", AssertionError),
    ("near 1 coffee", AssertionError),
    ("tier silver: threshold 9\n was silver on 2026-03-04", AssertionError),
    ("tier silver: threshold 9\n keeps silver for ever", AssertionError),
    ("tier silver: threshold 9\n needs 8 for silver", AssertionError),
    ("buys bread", ValueError),
    ("sells bread 5.00", ValueError),
    ("multiplier x: factr 2", ValueError),
    ("bonus x: kind spend; points 5; limits 3 points", ValueError),
]


@pytest.mark.parametrize(("lines", "wrong"), WRONG)
def test_a_wrong_case_is_found_and_its_place_told(lines: str, wrong: type[Exception]) -> None:
    case = next(cases_of("wrong", f"case wrong\n {lines}"))
    with pytest.raises(wrong) as caught:
        Teller().tell(case)
    assert caught.value.__notes__[0].startswith(f"wrong.txt:{len(lines.splitlines()) + 1}:")
