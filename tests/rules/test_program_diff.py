"""What changed between two versions: by field and by id, nothing forgotten, nothing invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given, settings

from loyalty.program_file.diff import Change, diff
from loyalty.rules.earning import BaseRates, Exclusions, Multiplier
from loyalty.rules.program import Program, Reward, RewardKind
from loyalty.rules.which import Slot, When
from tests.rules.programs import whole_programs

TEA = Reward("tea", "Tea", RewardKind.GIFT, 40, 250)
CAKE = Reward("cake", "Cake", RewardKind.GIFT, 60, 300, names=(("ko", "케이크"),))
PLAIN = Program(1, "Plain", "EUR", date(2026, 1, 1), rewards=(TEA, CAKE))


def changes(**parts: object) -> tuple[Change, ...]:
    return diff(PLAIN, replace(PLAIN, **parts))  # type: ignore[arg-type]


def test_a_field_says_its_way_and_both_values() -> None:
    assert changes(base=BaseRates(points=2)) == (Change("base.points", 1, 2),)
    assert changes(starts_on=date(2026, 2, 1)) == (Change("starts_on", "2026-01-01", "2026-02-01"),)


def test_a_rule_is_found_again_by_its_id_wherever_it_stands() -> None:
    dearer = replace(TEA, points=45)
    assert changes(rewards=(CAKE, dearer)) == (
        Change("rewards[tea].points", 40, 45),
        Change("rewards", ["tea", "cake"], ["cake", "tea"], order=True),
    )


def test_a_rule_that_came_or_went_is_one_change() -> None:
    gone, come = changes(rewards=(CAKE, replace(TEA, id="chai")))
    assert (gone.where, gone.after) == ("rewards[tea]", None)
    assert (come.where, come.before) == ("rewards[chai]", None)
    assert come.after["points"] == 40


def test_sets_names_and_what_is_switched_off_are_told_as_a_whole() -> None:
    flags = Exclusions(flags=frozenset({"b", "a"}))
    (change,) = changes(exclusions=flags)
    usual = ["delivery", "deposit", "gift-card"]
    assert change == Change("exclusions.flags", usual, ["a", "b"])
    (named,) = changes(rewards=(TEA, replace(CAKE, names=())))
    assert named == Change("rewards[cake].names", {"ko": "케이크"}, {})
    (off,) = changes(tender=None)
    assert (off.where, off.before, off.after) == ("tender", {}, None)


def test_tables_without_ids_are_compared_by_their_place() -> None:
    def at(*slots: Slot) -> Program:
        rule = Multiplier("m", "M", Fraction(2), when=When(slots=slots))
        return replace(PLAIN, multipliers=(rule,))

    noon, night = Slot(from_minute=720), Slot(from_minute=1200)
    where = "multipliers[m].when.slots"
    assert diff(at(noon), at(night)) == (Change(f"{where}[0].from_minute", 720, 1200),)
    (longer,) = diff(at(noon), at(noon, night))
    assert (longer.where, len(longer.before), len(longer.after)) == (where, 1, 2)


@settings(max_examples=60)
@given(whole_programs(), whole_programs())
def test_there_is_a_change_where_and_only_where_programs_differ(one: Program, two: Program) -> None:
    assert diff(one, one) == diff(two, two) == ()
    there, back = diff(one, two), diff(two, one)
    assert bool(there) is (one != two)
    assert {change.where for change in there} == {change.where for change in back}
    assert all(change.before != change.after for change in there)


def test_a_change_says_what_happened_and_which_field_it_means() -> None:
    dearer = replace(TEA, points=45)
    mixed = changes(
        rewards=(replace(TEA, id="chai"), CAKE),
        tender=None,
        base=BaseRates(points=2),
        multipliers=(Multiplier("x", "X", Fraction(2), when=When(slots=(Slot(),))),),
    )
    told = {one.where: (one.kind, one.help) for one in mixed}
    assert told == {
        "base.points": ("changed", "BaseRates.points"),
        "tender": ("off", "Program.tender"),
        "rewards[tea]": ("removed", "Program.rewards"),
        "rewards[chai]": ("added", "Program.rewards"),
        "multipliers[x]": ("added", "Program.multipliers"),
    }
    field, order = changes(rewards=(CAKE, dearer))
    assert (field.kind, field.help) == ("changed", "Reward.points")
    assert (order.kind, order.help) == ("order", "Program.rewards")
    no_tender = replace(PLAIN, tender=None)
    assert [one.kind for one in diff(no_tender, PLAIN)] == ["on"]
