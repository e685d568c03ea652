"""What head office does by itself: in the pool, for homes, debts and terminals that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.rules.earning import VestingRule
from loyalty.rules.program import ExpiryKind, ExpiryRule
from pos.demo import demo_program
from pos.office.desk.sessions import change_terminal
from pos.office.nights.jobs import due, job_named, last_days, run, run_due
from pos.office.people.auditing import Wanted, noted
from pos.office.schema.engine import reading, transaction
from pos.returns import confirm_return
from pos.store.columns import day_number
from pos.sync.holding import send_back
from tests.shop.chain import MERCHANT, Chain, Till


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    ends = ExpiryRule(ExpiryKind.MONTHS, months=1)
    made = Chain(tmp_path, replace(demo_program(), expiry=ends, vesting=VestingRule(2)))
    yield made
    made.close()


def ran(chain: Chain, name: str) -> int:
    done = run(chain.office, job_named(name))
    assert not done.failed
    return done.count


def send_all(chain: Chain, till: Till, member: object) -> None:
    """What a till has of somebody goes to head office, as if another shop had asked."""
    with till.shop.store.writing() as work:
        send_back(work, member.id, "recalled", chain.new_id)  # type: ignore[attr-defined]
    till.sync.push()


def test_points_in_the_pool_vest_and_end_on_their_days(chain: Chain) -> None:
    till = chain.till(1)
    ann = till.enrol("Ann")
    till.sell(ann, 5000)
    send_all(chain, till, ann)
    points = chain.pool(ann.id).pending_points
    assert points > 0
    assert ran(chain, "vest") == 0
    chain.days(2)
    assert ran(chain, "vest") == points
    assert ran(chain, "vest") == 0
    assert chain.pool(ann.id).balance == points
    assert ran(chain, "expire") == 0
    chain.days(40)
    assert ran(chain, "expire") == points
    assert ran(chain, "expire") == 0
    assert chain.total(ann.id) == 0


def test_points_are_kept_ready_where_a_member_went_most_of_late(chain: Chain) -> None:
    old, new = chain.till(1), chain.till(2)
    ann = old.enrol("Ann")
    old.sell(ann, 5000)
    chain.settle()
    chain.days(3)
    for _ in range(3):
        new.sell(ann, 5000)
    chain.settle()
    assert ran(chain, "homes") == 1
    assert ran(chain, "homes") == 0
    chain.days(3)
    for each in ("vest", "expire"):
        ran(chain, each)
    old.sell(ann, 100)
    chain.settle()
    chain.settle()
    assert old.points(ann) <= 0
    assert new.account(ann.id).balance + new.account(ann.id).pending_points > 0


def test_a_debt_that_nothing_moved_for_a_month_is_written_off_once(chain: Chain) -> None:
    till = chain.till(1)
    ann = till.enrol("Ann")
    sold = till.sell(ann, 5000)
    chain.settle()
    till.cut()
    other = chain.till(2)
    key = other.sync.find(sold.entry.key)
    assert key is not None
    confirm_return(other.shop, other.act(), key)
    send_all(chain, other, ann)
    owed = chain.pool(ann.id).owed
    assert owed > 0
    chain.days(31)
    assert ran(chain, "write-off") == 0  # the till that is cut off has points of hers
    till.mend()
    send_all(chain, till, ann)
    chain.settle()
    assert chain.total(ann.id) == 0


def test_what_a_retired_terminal_had_comes_back_when_its_lease_is_over(chain: Chain) -> None:
    till = chain.till(1)
    ann = till.enrol("Ann")
    till.sell(ann, 5000)
    chain.settle()
    had = till.account(ann.id).pending_points
    with transaction(chain.engine) as db:
        change_terminal(db, MERCHANT, 1, state="retired")
    till.cut()
    assert ran(chain, "lapse") == 0
    chain.days(38)
    assert ran(chain, "lapse") == 1
    assert ran(chain, "lapse") == 0
    assert chain.pool(ann.id).pending_points == had
    with reading(chain.engine) as db:
        (line,) = noted(db, MERCHANT, Wanted(act="terminal-settled"), 9)
    assert (line.who, line.origin, line.about) == (None, "night", "terminal:1")
    assert line.new == {"taken": 1}


def test_the_plan_survives_and_catches_up(chain: Chain) -> None:
    names = [job.name for job in due(chain.office)]
    assert [done.name for done in run_due(chain.office)] == names
    assert due(chain.office) == ()
    today = day_number(chain.clock.today())
    assert set(last_days(chain.office).values()) == {today}
    chain.days(1)
    assert "homes" not in [job.name for job in due(chain.office)]
    chain.days(20)
    assert [job.name for job in due(chain.office)] == names
    run_due(chain.office)
    chain.clock.advance(-(chain.clock.today() - date(2026, 3, 1)))
    assert [job.name for job in due(chain.office)] == names  # the clock was put right since


def test_a_job_nobody_knows_is_refused() -> None:
    with pytest.raises(LoyaltyError, match="job-unknown"):
        job_named("tidy")
