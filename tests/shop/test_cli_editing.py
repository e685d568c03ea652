"""`regulars draft …` and `regulars campaign …`: the next program without a window."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from loyalty.program_file.document import program_from_text
from tests.shop.conftest import CommandLine, Said

TODAY = date.today()  # noqa: DTZ011 - commands run by the real clock
UNTIL = (TODAY + timedelta(days=40)).isoformat()
TRIAL = {
    "control_percent": 50,
    "outcome": "spend",
    "measured_until": UNTIL,
    "members_needed": 30,
}
BONUS = {"id": "plus", "name": "Plus", "kind": "spend", "points": 3, "spend_minor": 100}


def told(line: CommandLine, *words: str) -> Any:
    """What a command that must succeed says to scripts."""
    said = line.told(*words)
    assert said.status == 0, said.err
    return said.json


def campaign(line: CommandLine, identity: str = "may") -> None:
    """A draft with a campaign on trial."""
    told(line, "draft", "new")
    rule = {"id": identity, "name": "May", "when": {"ends_on": UNTIL}, "bonuses": [BONUS]}
    told(line, "draft", "set", "campaigns", json.dumps([rule | {"trial": TRIAL}]))


def refused(said: Said) -> str:
    assert said.status == 1
    return said.error


def test_a_draft_goes_from_the_version_in_force_to_the_next_one(new: CommandLine) -> None:
    draft = told(new, "draft", "new")["draft"]
    changed = told(new, "draft", "set", "base.points", "2")
    points = next(one for one in changed["changes"] if one["where"] == "base.points")
    assert (points["before"], points["after"], points["kind"]) == (1, 2, "changed")
    assert points["help"] == "BaseRates.points"
    assert told(new, "draft", "diff", "--draft", draft[:13])["changes"] == changed["changes"]
    (basket,) = told(new, "draft", "try", "--line", "Beans,11.90")["baskets"]
    assert (basket["points_now"], basket["points_then"]) == (11, 23)
    assert told(new, "draft", "publish", "--dry-run")["dry_run"]
    assert told(new, "draft", "list")["drafts"][0]["id"] == draft
    number = told(new, "draft", "publish")["program"]["number"]
    after = told(new, "draft", "list")
    assert after["drafts"] == []
    assert [one["stands"] for one in after["versions"]] == ["in-force", "scheduled"]
    again = told(new, "draft", "rollback", "1")["program"]
    assert (again["number"], again["name"]) == (number + 1, "Starter")
    stands = [one["stands"] for one in told(new, "draft", "list")["versions"]]
    assert stands == ["in-force", "never", "scheduled"]


def test_rules_are_added_moved_and_taken_out(new: CommandLine) -> None:
    told(new, "draft", "new", "--from", "example:cafe-stamp-card")
    before = told(new, "draft", "show", "--all")["fields"]
    rewards = next(one for one in before if one["where"] == "rewards")["value"]
    faults = told(new, "draft", "set", "rewards", "--add")["refused"]
    assert faults[0]["where"] == f"rewards[{len(rewards)}].name"
    assert faults[0]["sentence"] == "nothing stands here, and something must"
    told(new, "draft", "set", f"rewards[{len(rewards)}].name", "Apron")
    told(new, "draft", "set", f"rewards[{len(rewards)}].kind", "gift")
    moved = told(new, "draft", "set", f"rewards[{len(rewards)}]", "--to", "1")
    assert moved["valid"]
    assert new("draft", "show", "--all").out.count("Apron") == 1
    told(new, "draft", "set", "rewards[reward-1]", "--remove")
    assert told(new, "draft", "set", "tiers", "--on")["draft"]
    assert told(new, "draft", "discard")["discarded"]
    assert refused(new.told("draft", "show")) == "draft-unknown"


def test_every_field_says_what_may_stand_there(new: CommandLine) -> None:
    told(new, "draft", "new")
    fields = {one["where"]: one for one in told(new, "draft", "show", "--all")["fields"]}
    rounding = fields["rounding"]
    assert (rounding["kind"], rounding["choices"]) == ("choice", ["floor", "half-up", "ceil"])
    assert fields["tender.most_percent"]["most"] == 100
    assert fields["base.step_minor"]["unit"] == "money"
    assert "floor|half-up|ceil" in new("draft", "show", "--all").out


def test_what_is_wrong_is_said_where_it_stands_and_nothing_is_lost(new: CommandLine) -> None:
    told(new, "draft", "new")
    assert refused(new.told("draft", "set", "base.points", "two")) == "draft-value"
    assert "base.points: a whole number is wanted" in new("draft", "set", "base.points", "two").err
    assert refused(new.told("draft", "set", "base.pints", "2")) == "draft-no-such-place"
    told(new, "draft", "set", "bonuses", "--add")
    assert refused(new.told("draft", "publish")) == "program-invalid"
    assert refused(new.told("draft", "try")) == "program-invalid"
    assert "It cannot be published yet" in new("draft", "show").out
    assert refused(new.told("draft", "rollback", "77")) == "program-unknown"


def test_a_draft_is_written_as_a_program_file(new: CommandLine, tmp_path: Path) -> None:
    told(new, "draft", "new")
    file = tmp_path / "next.json"
    assert "Written to" in new("draft", "show", "--out", str(file)).out
    assert program_from_text(file.read_text(encoding="utf-8")).name == "Starter"


def test_a_campaign_says_whom_it_means_and_what_its_trial_could_show(new: CommandLine) -> None:
    campaign(new)
    meant = told(new, "campaign", "audience", "may", "--draft", "")
    assert (meant["members"], meant["of"], meant["about"]) == (0, 0, False)
    plan = told(new, "campaign", "plan", "may", "--draft", "")
    assert (plan["planned"], plan["enough"], plan["base"]) == (30, False, None)
    assert "there would be no result" in new("campaign", "plan", "may", "--draft", "").out
    past = told(new, "campaign", "replay", "may", "--draft", "")
    assert (past["sales"], past["difference"], past["cost_minor"]) == (0, 0, 0)
    told(new, "draft", "publish")
    (listed,) = told(new, "campaign", "list")["campaigns"]
    assert (listed["id"], listed["stage"], listed["trial"]["state"]) == (
        "may",
        "scheduled",
        "planned",
    )
    assert told(new, "campaign", "plan", "may")["days"] == plan["days"]


def test_no_command_tells_a_result_before_its_day(new: CommandLine) -> None:
    campaign(new)
    told(new, "draft", "publish")
    assert refused(new.told("campaign", "result", "may")) == "trial-locked"
    for words in (
        ("campaign", "list"),
        ("campaign", "plan", "may"),
        ("campaign", "audience", "may"),
    ):
        said = json.dumps(told(new, *words))
        assert not any(word in said for word in ("difference", "interval", "effective"))


def test_publishing_tells_which_trials_it_ends(new: CommandLine) -> None:
    campaign(new)
    told(new, "draft", "publish")
    told(new, "draft", "new", "--version", "2")
    told(new, "draft", "set", "campaigns[may].priority", "4")
    later = (TODAY + timedelta(days=9)).isoformat()
    told(new, "draft", "set", "starts_on", later)
    (ended,) = told(new, "draft", "diff")["trials_ended"]
    assert (ended["campaign"], ended["ends_on"]) == ("may", later)
    assert "ends on" in new("draft", "publish").out


@pytest.mark.parametrize("part", ["audience", "plan", "result"])
def test_a_campaign_that_is_not_there_is_refused(new: CommandLine, part: str) -> None:
    assert refused(new.told("campaign", part, "june")) == "campaign-unknown"
