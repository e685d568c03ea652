"""Rules that contradict each other are refused where they stand; what is odd is told."""

# size: one table, a row for each contradiction

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from loyalty.program_file.checks import contradictions
from loyalty.program_file.document import checked, program_to_text
from loyalty.program_file.doubts import most_points
from loyalty.rules.program import Program
from tests.rules.programs import whole_programs

Case = tuple[str, dict[str, Any], str, str]


def found(refused: bool, rules: dict[str, Any]) -> list[tuple[str, str]]:
    """(where, why) of all that a file with these rules is refused for, or doubted."""
    head = {"format": "regulars-program", "version": 2, "number": 1, "name": "Test"}
    head |= {"currency": "EUR", "starts_on": "2025-01-01"}
    said = checked(json.dumps(head | rules))
    assert refused or said.program is not None, said.refused
    findings = said.refused if refused else said.doubtful
    return [(one.fault.where, one.fault.why) for one in findings]


def bonus(kind: str, **more: Any) -> dict[str, Any]:
    return {"bonuses": [{"id": "b", "name": "B", "kind": kind, "points": 5, **more}]}


def reward(kind: str = "gift", **more: Any) -> dict[str, Any]:
    one = {"id": "r", "name": "R", "kind": kind, "points": 5, "value_minor": 0}
    return {"rewards": [one | more]}


def times(**more: Any) -> dict[str, Any]:
    return {"id": "m", "name": "M", "factor": "2", **more}


def campaign(**more: Any) -> dict[str, Any]:
    one = {"id": "c", "name": "C", "multipliers": [times()]}
    return {"campaigns": [one | more]}


def trial(**more: Any) -> dict[str, Any]:
    plain = {"control_percent": 10, "outcome": "spend", "members_needed": 100}
    plain["measured_until"] = "2025-03-01"
    when = {"starts_on": "2025-02-01", "ends_on": "2025-02-28"}
    return campaign(when=when, trial=plain | more)


def tiers(*thresholds: int, **more: Any) -> dict[str, Any]:
    levels = [
        {"id": f"t{n}", "name": "T", "threshold": threshold}
        for n, threshold in enumerate(thresholds)
    ]
    return {"tiers": {"levels": levels, **more}}


def voucher(kind: str, **more: Any) -> dict[str, Any]:
    return {"vouchers": [{"id": "v", "name": "V", "kind": kind, **more}]}


def audience(**said: Any) -> dict[str, Any]:
    return campaign(audience=said)


FOOD = {"categories": ["food"]}
WAY = "campaigns[0].audience"
WRONG: list[Case] = [
    (
        "two rules of one name",
        bonus("first") | {"multipliers": [times(id="b")]},
        "bonuses[0].id",
        "repeated",
    ),
    (
        "a campaign named like its bonus",
        campaign(bonuses=bonus("first")["bonuses"], id="b"),
        "campaigns[0].bonuses[0].id",
        "repeated",
    ),
    (
        "a campaign's reward named like one of the catalogue",
        reward() | campaign(rewards=reward()["rewards"]),
        "campaigns[0].rewards[0].id",
        "repeated",
    ),
    (
        "a campaign that ends before it starts",
        campaign(when={"starts_on": "2025-03-02", "ends_on": "2025-03-01"}),
        "campaigns[0].when.ends_on",
        "before-start",
    ),
    (
        "hours that are none",
        {"multipliers": [times(when={"slots": [{"from_minute": 600, "to_minute": 600}]})]},
        "multipliers[0].when.slots[0].to_minute",
        "empty-hours",
    ),
    (
        "hours over midnight",
        {"multipliers": [times(when={"slots": [{"from_minute": 1200, "to_minute": 120}]})]},
        "multipliers[0].when.slots[0].to_minute",
        "empty-hours",
    ),
    ("a limit of nothing", {"caps": [{"per": "day"}]}, "caps[0]", "limits-nothing"),
    (
        "a limit to no points",
        {"caps": [{"per": "day", "points": 0}]},
        "caps[0].points",
        "too-small",
    ),
    (
        "a cap on times",
        {"caps": [{"per": "day", "points": 9, "times": 1}]},
        "caps[0].times",
        "not-read",
    ),
    (
        "a reward limited by points",
        reward(limits=[{"per": "day", "points": 3}]),
        "rewards[0].limits[0].points",
        "not-read",
    ),
    (
        "a reward that ends before it starts",
        reward(starts_on="2025-02-02", ends_on="2025-02-01"),
        "rewards[0].ends_on",
        "before-start",
    ),
    ("nothing off", reward("money-off"), "rewards[0].value_minor", "too-small"),
    ("no percent off", reward("percent-off"), "rewards[0].percent", "too-small"),
    ("a gift with a percentage", reward(percent=5), "rewards[0].percent", "not-read"),
    ("a gift of goods", reward(which=FOOD), "rewards[0].which", "not-read"),
    (
        "a free reward every night",
        reward(points=0, automatic=True),
        "rewards[0].points",
        "too-small",
    ),
    ("a voucher of nothing", voucher("money-off"), "vouchers[0].value_minor", "too-small"),
    ("a voucher of no percent", voucher("percent-off"), "vouchers[0].percent", "too-small"),
    (
        "a gift voucher with a percentage",
        voucher("gift", percent=5),
        "vouchers[0].percent",
        "not-read",
    ),
    ("tiers without levels", tiers(), "tiers.levels", "empty"),
    ("tiers that fall", tiers(10, 5), "tiers.levels[1].threshold", "not-ascending"),
    ("tiers at one threshold", tiers(10, 10), "tiers.levels[1].threshold", "not-ascending"),
    ("a window of no months", tiers(10, months=0), "tiers.months", "too-small"),
    (
        "a reward for a tier that is not there",
        tiers(10) | reward(tiers=["t0", "gold"]),
        "rewards[0].tiers",
        "unknown-tier",
    ),
    (
        "an audience of a tier without tiers",
        audience(any_of=[{"tiers": ["gold"]}]),
        f"{WAY}.any_of[0].tiers",
        "unknown-tier",
    ),
    (
        "a welcome to no tier",
        bonus("tier-welcome", tier="gold"),
        "bonuses[0].tier",
        "unknown-tier",
    ),
    ("a spend bonus without a spend", bonus("spend"), "bonuses[0].spend_minor", "too-small"),
    ("an Nth purchase without N", bonus("nth"), "bonuses[0].nth", "too-small"),
    ("again within no days", bonus("again"), "bonuses[0].within_days", "too-small"),
    ("a product bonus for everything", bonus("product"), "bonuses[0].which", "empty"),
    ("no units", bonus("product", which=FOOD, units=0), "bonuses[0].units", "too-small"),
    ("a set with no parts", bonus("set"), "bonuses[0].parts", "empty"),
    ("a set of anything", bonus("set", parts=[FOOD, {}]), "bonuses[0].parts[1]", "empty"),
    ("a birthday with N", bonus("birthday", nth=3), "bonuses[0].nth", "not-read"),
    ("a first purchase each time", bonus("first", every=True), "bonuses[0].every", "not-read"),
    ("an anniversary of a tier", bonus("anniversary", tier="x"), "bonuses[0].tier", "not-read"),
    ("no budget", campaign(budget_points=0), "campaigns[0].budget_points", "too-small"),
    (
        "a spend for no voucher",
        campaign(voucher_spend_minor=5),
        "campaigns[0].voucher_spend_minor",
        "not-read",
    ),
    (
        "a trial without an end",
        campaign(trial=trial()["campaigns"][0]["trial"]),
        "campaigns[0].when.ends_on",
        "missing",
    ),
    (
        "measured before the start",
        trial(measured_until="2025-01-31"),
        "campaigns[0].trial.measured_until",
        "before-start",
    ),
    (
        "nobody in the control group",
        trial(control_percent=0),
        "campaigns[0].trial.control_percent",
        "too-small",
    ),
    (
        "everybody in the control group",
        trial(control_percent=100),
        "campaigns[0].trial.control_percent",
        "too-large",
    ),
    (
        "a trial that needs nobody",
        trial(members_needed=0),
        "campaigns[0].trial.members_needed",
        "too-small",
    ),
    (
        "joined before they joined",
        audience(joined_since="2025-02-01", joined_before="2025-02-01"),
        f"{WAY}.joined_before",
        "matches-nobody",
    ),
    (
        "lapsed but here lately",
        audience(lapsed_days=90, visits_at_least=1, in_days=30),
        f"{WAY}.visits_at_least",
        "matches-nobody",
    ),
    (
        "lapsed but spending lately",
        audience(lapsed_days=90, spent_at_least_minor=1, in_days=30),
        f"{WAY}.spent_at_least_minor",
        "matches-nobody",
    ),
    (
        "lapsed but bought lately",
        audience(lapsed_days=90, bought=[{"which": FOOD, "within_days": 5}]),
        f"{WAY}.bought",
        "matches-nobody",
    ),
    (
        "bought and never bought",
        audience(bought=[{"which": FOOD}], never_bought=[{"which": FOOD}]),
        f"{WAY}.never_bought",
        "matches-nobody",
    ),
    (
        "one language, and not it",
        audience(languages=["ko"], none_of=[{"languages": ["ko", "ja"]}]),
        f"{WAY}.none_of",
        "matches-nobody",
    ),
    ("nobody at all", audience(none_of=[{}]), f"{WAY}.none_of", "matches-nobody"),
    ("in no days", audience(in_days=5), f"{WAY}.in_days", "not-read"),
    ("sliding by no months", {"expiry": {"kind": "sliding"}}, "expiry.months", "too-small"),
    (
        "pending for longer than they slide",
        {"expiry": {"kind": "sliding", "months": 1}, "vesting": {"days": 30}},
        "vesting.days",
        "too-large",
    ),
    (
        "a profile without its field",
        {"activities": [{"id": "a", "name": "A", "kind": "profile", "points": 1}]},
        "activities[0].field",
        "missing",
    ),
    (
        "a review of a birthday",
        {
            "activities": [
                {"id": "a", "name": "A", "kind": "review", "points": 1, "field": "birthday"}
            ]
        },
        "activities[0].field",
        "not-read",
    ),
    (
        "a referral that lapses first",
        {"referral": {"referrer_points": 1, "friend_points": 1, "after_days": 30, "open_days": 9}},
        "referral.after_days",
        "too-large",
    ),
    (
        "no friend a month",
        {"referral": {"referrer_points": 1, "friend_points": 1, "per_month": 0}},
        "referral.per_month",
        "too-small",
    ),
    (
        "factors beyond all numbers",
        {
            "combine": "multiply",
            "base": {"points": 1_000_000, "step_minor": 1},
            "multipliers": [times(id="a", factor=100, group="a"), times(factor=100, group="b")],
        },
        "multipliers",
        "overflow",
    ),
]


@pytest.mark.parametrize(("name", "rules", "where", "why"), WRONG, ids=[one[0] for one in WRONG])
def test_a_contradiction_is_refused_where_it_stands(
    name: str, rules: dict[str, Any], where: str, why: str
) -> None:
    assert name
    assert (where, why) in found(True, rules)


FINE: list[tuple[str, dict[str, Any]]] = [
    ("as much as a field allows", {"multipliers": [times(factor=100)], "base": {"points": 10**6}}),
    ("one id for a reward and a stamp card", reward(id="tea") | {
        "stamps": [{"id": "tea", "name": "Tea", "needed": 9, "which": FOOD}]}),
    ("lapsed, and often here before that", audience(lapsed_days=90, visits_at_least=5)),
    ("bought long ago, not lately", audience(
        bought=[{"which": FOOD}], never_bought=[{"which": FOOD, "within_days": 60}])),
    ("a campaign of one day", campaign(when={"starts_on": "2025-03-02", "ends_on": "2025-03-02"})),
    ("a trial", trial()),
    ("any tier", tiers(0, 5) | bonus("tier-welcome")),
    ("the day of the birthday itself", bonus("birthday")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rules"), FINE, ids=[one[0] for one in FINE])
def test_what_only_looks_like_a_contradiction_is_not_refused(
    name: str, rules: dict[str, Any]
) -> None:
    assert name
    assert found(True, rules) == []


ODD: list[Case] = [
    (
        "two times nothing",
        {"base": {"points": 0}, "multipliers": [times()]},
        "multipliers[0].factor",
        "no-effect",
    ),
    ("nothing to earn", {"base": {"points": 0}}, "base", "gives-nothing"),
    (
        "times one",
        {"multipliers": [times(factor="1.0")]},
        "multipliers[0].factor",
        "gives-nothing",
    ),
    ("a bonus of no points", bonus("first", points=0), "bonuses[0].points", "gives-nothing"),
    ("an empty campaign", campaign(multipliers=[]), "campaigns[0]", "gives-nothing"),
    (
        "a referral for nothing",
        {"referral": {"referrer_points": 0, "friend_points": 0}},
        "referral",
        "gives-nothing",
    ),
    ("last year's reward", reward(ends_on="2024-12-31"), "rewards[0].ends_on", "over-already"),
    (
        "last year's campaign",
        campaign(when={"ends_on": "2024-12-31"}),
        "campaigns[0].when.ends_on",
        "over-already",
    ),
    (
        "a reward nobody can reach",
        reward(points=500) | {"caps": [{"per": "ever", "points": 400}]},
        "rewards[0].points",
        "out-of-reach",
    ),
    (
        "a reward behind an automatic one",
        {
            "rewards": [
                reward(points=50)["rewards"][0],
                reward(id="auto", points=20, automatic=True)["rewards"][0],
            ]
        },
        "rewards[0].points",
        "automatic-first",
    ),
    (
        "points that pay nothing",
        {"tender": {"most_percent": 0}},
        "tender.most_percent",
        "never-applies",
    ),
    (
        "a most below the step",
        {"tender": {"step_minor": 100, "most_minor": 99}},
        "tender.most_minor",
        "never-applies",
    ),
    (
        "longer for ever",
        {"tiers": {"levels": [{"id": "t", "name": "T", "threshold": 1, "longer_months": 3}]}},
        "tiers.levels[0].longer_months",
        "no-effect",
    ),
    (
        "grace before no fall",
        tiers(1, downgrade="never", grace_days=30),
        "tiers.grace_days",
        "no-effect",
    ),
    (
        "pending for longer than they last",
        {"vesting": {"days": 90}, "expiry": {"kind": "months", "months": 1}},
        "vesting.days",
        "longer-than-they-last",
    ),
]


@pytest.mark.parametrize(("name", "rules", "where", "why"), ODD, ids=[one[0] for one in ODD])
def test_what_is_odd_is_told_and_let_pass(
    name: str, rules: dict[str, Any], where: str, why: str
) -> None:
    assert name
    assert (where, why) in found(False, rules)


def test_a_plain_program_is_beyond_doubt() -> None:
    assert found(False, {}) == found(True, {}) == []


@pytest.mark.parametrize(
    ("cap", "expiry", "most"),
    [
        ({"per": "ever", "points": 100}, {}, 100),
        ({"per": "year", "points": 100}, {"kind": "months", "months": 12}, 300),
        ({"per": "month", "points": 10}, {"kind": "months", "months": 12}, 140),
        ({"per": "month", "points": 10}, {}, None),
        ({"per": "basket", "points": 10}, {"kind": "months", "months": 12}, None),
    ],
)
def test_the_most_that_anybody_can_hold(
    cap: dict[str, Any], expiry: dict[str, Any], most: int | None
) -> None:
    head = program_to_text(Program(1, "Test", "EUR", date(2025, 1, 1)))
    rules = checked(json.dumps(json.loads(head) | {"caps": [cap], "expiry": expiry})).program
    assert rules is not None
    assert most_points(rules) == most


@settings(max_examples=50)
@given(whole_programs())
def test_the_programs_of_the_proofs_are_free_of_contradictions(rules: Program) -> None:
    assert not list(contradictions(rules))
