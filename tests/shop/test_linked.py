"""What a cashier is told of a member at a terminal of a chain, and what may be risked offline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from loyalty.members.member import Member
from loyalty.redemption.chosen import Chosen
from pos.counter import Booked, confirm, look
from pos.linked import Advance, Usable, usable
from pos.store import open_store
from tests.shop.chain import Chain, Till
from tests.shop.house import goods

FLOOR = (300, 6_000)


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    """Two shops of one chain; what may be advanced to a member is 300 points."""
    made = Chain(tmp_path)
    made.office.terms = replace(made.office.terms, floor=FLOOR)
    made.till(1)
    made.till(2)
    yield made
    made.close()


def told(till: Till, member: Member) -> Usable:
    """What the counter shows of a member."""
    with till.shop.store.reading() as view:
        found = usable(till.shop, view, member.id)
    assert found is not None
    return found


def earned(till: Till, member: Member) -> int:
    """Points of one purchase."""
    return till.sell(member, 20_000).sale.earned


def away(chain: Chain) -> tuple[Till, Till, Member, int]:
    """A member with points at home, who stands at the other shop while its line is down."""
    home, other = chain.tills
    ann = home.enrol("Ann")
    points = earned(home, ann)
    chain.settle()
    other.cut()
    chain.clock.advance(timedelta(minutes=5))
    return home, other, ann, points


def test_a_terminal_without_head_office_tells_nothing_new(chain: Chain, tmp_path: Path) -> None:
    alone = chain.tills[0].shop
    with open_store(tmp_path / "alone.db", chain.clock, reserve_bytes=0) as store:
        shop = replace(alone, store=store)
        with store.reading() as view:
            assert usable(shop, view, chain.new_id()) is None


def test_at_home_everything_can_be_used(chain: Chain) -> None:
    home = chain.tills[0]
    ann = home.enrol("Ann")
    points = earned(home, ann)
    chain.settle()
    assert told(home, ann) == replace(told(home, ann), here=points, total=points, frozen="")


def test_elsewhere_the_total_is_told_with_what_is_usable_here(chain: Chain) -> None:
    _, other, ann, points = away(chain)
    found = told(other, ann)
    assert (found.here, found.total, found.elsewhere) == (0, points, points)
    assert found.as_of_ms is not None


def test_an_answer_counts_what_head_office_has_not_heard_of_yet(chain: Chain) -> None:
    """A sale that is unsent is in no total of head office, and is not lost from ours."""
    home, other, ann, points = away(chain)
    more = earned(other, ann)
    other.mend()
    other.sync.begin()
    other.sync.reserve(ann.id, 0)
    found = told(other, ann)
    assert (found.here, found.total) == (more, points + more)
    assert home.points(ann) == points


def test_what_is_asked_for_comes_and_counts_once(chain: Chain) -> None:
    home, other, ann, points = away(chain)
    other.mend()
    other.sync.reserve(ann.id, points)
    home.sync.round()
    other.sync.reserve(ann.id, points)
    found = told(other, ann)
    assert (found.here, found.total) == (points, points)


def test_points_elsewhere_are_the_reason_not_missing_points(chain: Chain) -> None:
    _, other, ann, points = away(chain)
    scene = look(other.shop, ann.id)
    assert scene.standing is not None
    assert (scene.standing.elsewhere, scene.standing.frozen) == (points, "")


def advanced(till: Till, member: Member, points: int, approved: str = "sam") -> Booked:
    """A sale that pays with `points`, given at the shop's risk."""
    return confirm(
        till.shop,
        till.act(),
        goods(50_000),
        member.id,
        (Chosen(points=points),),
        Advance(points, approved),
    )


def test_an_advance_is_spent_in_the_sale_it_was_allowed_for_and_covered_later(
    chain: Chain,
) -> None:
    _, other, ann, points = away(chain)
    assert told(other, ann).advance == min(points, FLOOR[0])
    booked = advanced(other, ann, 100)
    assert booked.sale.redeemed == 100
    other.mend()
    chain.settle()
    assert chain.total(ann.id) == points - 100 + booked.sale.earned


@pytest.mark.parametrize(
    ("points", "approved", "code"),
    [
        (400, "sam", "advance-refused"),
        (100, "", "approval-needed"),
        (100, "mina", "approval-needed"),
    ],
)
def test_an_advance_beyond_its_bounds_books_nothing(
    chain: Chain, points: int, approved: str, code: str
) -> None:
    _, other, ann, _ = away(chain)
    with pytest.raises(LoyaltyError, match=code):
        advanced(other, ann, points, approved)
    assert other.account(ann.id).balance == 0


def test_nothing_is_risked_twice_in_one_outage(chain: Chain) -> None:
    _, other, ann, _ = away(chain)
    advanced(other, ann, 100)
    with pytest.raises(LoyaltyError, match="advance-refused") as refused:
        advanced(other, ann, 100)
    assert refused.value.facts["why"] == "again"


def test_nothing_is_risked_while_head_office_can_be_asked(chain: Chain) -> None:
    home, other = chain.tills
    ann = home.enrol("Ann")
    earned(home, ann)
    chain.settle()
    other.sync.pull()
    assert told(other, ann).advance == 0
    with pytest.raises(LoyaltyError, match="office-first"):
        advanced(other, ann, 100)


@pytest.mark.parametrize(
    ("away_for", "why"),
    [(timedelta(days=31), "lease-over"), (-timedelta(hours=2), "clock-back")],
)
def test_a_terminal_that_is_away_too_long_awards_and_does_not_spend(
    chain: Chain, away_for: timedelta, why: str
) -> None:
    home = chain.tills[0]
    ann = home.enrol("Ann")
    points = earned(home, ann)
    chain.settle()
    home.cut()
    chain.clock.advance(away_for)
    found = told(home, ann)
    assert (found.here, found.frozen, found.advance) == (0, why, 0)
    assert earned(home, ann) > 0
    scene = look(home.shop, ann.id)
    assert scene.standing is not None
    assert scene.standing.frozen == why
    chain.clock.advance(-away_for)
    home.mend()
    chain.settle()
    assert told(home, ann).here > points
