"""`regulars program …` without a window: what a shop owner types before a new program starts."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from loyalty.program_file.document import program_from_text
from pos.cli.program_words import WHYS, why_words
from tests.shape.sources import ROOT, sources
from tests.shop.conftest import CommandLine

COFFEE = "Flat white,7.60,2,category=coffee"


def write(tmp_path: Path, **changes: Any) -> str:
    """A program file with these keys changed, by their names."""
    document = {"format": "regulars-program", "version": 2, "number": 2, "name": "Test"}
    document |= {"currency": "EUR", "starts_on": "2030-01-01"}
    file = tmp_path / "program.json"
    file.write_text(json.dumps(document | changes, indent=2), encoding="utf-8")
    return str(file)


def test_a_good_file_is_said_to_be_valid(new: CommandLine, tmp_path: Path) -> None:
    said = new.told("program", "check", write(tmp_path))
    assert said.status == 0
    assert (said.json["valid"], said.json["refused"], said.json["doubtful"]) == (True, [], [])
    assert "valid" in new("program", "check", "example:grocer-own-brand").out
    assert not new.data.exists(), "a file is checked without a shop"


def test_every_mistake_is_told_with_line_place_and_words(new: CommandLine, tmp_path: Path) -> None:
    file = write(tmp_path, base={"points": -1, "per_vist": 1}, rounding="up")
    said = new.told("program", "check", file)
    assert (said.status, said.error) == (1, "program-invalid")
    found = {one["where"]: one for one in said.json["refused"]}
    assert set(found) == {"base.points", "base.per_vist", "rounding"}
    assert found["base.per_vist"]["meant"] == "per_visit"
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    assert all(key.split(".")[-1] in lines[one["line"] - 1] for key, one in found.items())
    shown = new("program", "check", file)
    assert "perhaps “per_visit” is meant" in shown.out
    assert "base.p" in shown.err


def test_what_is_odd_is_told_and_is_no_failure(new: CommandLine, tmp_path: Path) -> None:
    said = new.told("program", "check", write(tmp_path, tender={"most_percent": 0}))
    assert said.status == 0
    (odd,) = said.json["doubtful"]
    assert (odd["where"], odd["sentence"]) == ("tender.most_percent", WHYS["never-applies"])


def test_changes_are_told_against_today_or_another_file(demo: CommandLine, tmp_path: Path) -> None:
    demo("program", "export", "--out", str(tmp_path / "now.json"))
    document = json.loads((tmp_path / "now.json").read_text(encoding="utf-8"))
    document["rewards"][0]["points"] = 45
    del document["rewards"][1]
    file = tmp_path / "new.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    for words in ((str(file),), (str(file), "--against", "1")):
        changes = demo.told("program", "diff", *words).json["changes"]
        assert [one["where"] for one in changes] == ["rewards[drink].points", "rewards[cake]"]
        assert (changes[0]["before"], changes[0]["after"]) == (40, 45)
    both = demo("program", "diff", str(tmp_path / "now.json"), str(file))
    assert "rewards[drink].points: 40 → 45" in both.out
    assert "- rewards[cake]" in both.out
    cafe = demo("program", "diff", "example:cafe-stamp-card").out
    assert "tender: switched off" in cafe, "an empty table says nothing"
    assert "+ rewards[birthday-drink]" in cafe
    same = demo("program", "diff", str(tmp_path / "now.json"))
    assert "No difference" in same.out


def test_a_file_is_tried_then_published_then_written_out(demo: CommandLine, tmp_path: Path) -> None:
    words = ("program", "import", "example:cafe-stamp-card", "--next", "--starts-on", "2090-01-01")
    dry = demo.told(*words, "--operator", "sam", "--dry-run").json
    assert (dry["new"], dry["dry_run"], dry["program"]["number"]) == (True, True, 2)
    assert len(demo.told("program", "list").json["programs"]) == 1
    assert demo.told(*words, "--operator", "sam").json["new"] is True
    listed = demo.told("program", "list").json["programs"]
    assert [(one["number"], one["in_force"]) for one in listed] == [(1, True), (2, False)]
    out = tmp_path / "out.json"
    assert demo.told("program", "export", "2", "--out", str(out)).status == 0
    written = program_from_text(out.read_text(encoding="utf-8"))
    assert (written.number, written.name) == (2, "Café stamp card")
    again = demo.told("program", "import", str(out), "--operator", "sam").json
    assert again["new"] is False


def test_a_version_in_use_is_not_written_over(demo: CommandLine, tmp_path: Path) -> None:
    said = demo.told("program", "import", write(tmp_path, number=1), "--operator", "sam")
    assert said.error == "program-exists"
    early = write(tmp_path, starts_on="2021-01-01")
    assert demo.told("program", "import", early, "--operator", "sam").error == (
        "program-starts-too-early"
    )
    assert demo.told("program", "import", early, "--operator", "ana").error == "approval-needed"
    assert len(demo.told("program", "list").json["programs"]) == 1


def test_an_export_to_the_terminal_is_a_file(demo: CommandLine) -> None:
    assert program_from_text(demo("program", "export").out).name == "Café points"
    out = demo("program", "export", "--example", "grocer-own-brand").out
    assert program_from_text(out).name.startswith("Grocer")
    assert demo.told("program", "export", "9").error == "program-unknown"


def test_a_basket_is_tried_on_a_day_at_a_time(new: CommandLine) -> None:
    words = ("program", "simulate", "example:cafe-stamp-card", "--line", COFFEE)
    quiet = new.told(*words, "--on", "2026-03-02", "--at", "14:30").json
    noon = new.told(*words, "--on", "2026-03-02", "--at", "12:00").json
    assert (noon["points"], quiet["points"]) == (7, 15)
    assert "multiplier" in [step["code"] for step in quiet["why"]]
    shown = new(*words, "--on", "2026-03-02", "--at", "14:30").out
    assert "Double points in quiet hours" in shown
    assert "coffee +2" in shown
    assert not new.data.exists(), "a basket is tried without a shop"


def test_a_basket_file_and_a_made_up_member_are_taken(new: CommandLine, tmp_path: Path) -> None:
    basket, member = tmp_path / "basket.json", tmp_path / "member.json"
    basket.write_text('{"lines": [{"text": "Coat", "amount_minor": 10000}]}', encoding="utf-8")
    days = [{"on": "2026-01-10", "spend_minor": 150_000, "visits": 3}]
    member.write_text(
        json.dumps({"joined_on": "2024-01-01", "birthday": "1990-05-03", "days": days}),
        encoding="utf-8",
    )
    words = ("program", "simulate", "example:boutique-three-tiers", "--basket", str(basket))
    said = new.told(*words, "--profile", str(member), "--on", "2026-03-02").json
    assert (said["tier"], said["points"], said["vests_on"]) == ("gold", 150, "2026-04-01")
    basket.write_text('{"lines": [{"text": "Coat", "amount": 1}]}', encoding="utf-8")
    wrong = new.told(*words)
    assert wrong.error == "program-invalid"
    assert wrong.json["error"]["facts"]["where"].startswith("lines[0].amount")


def test_the_files_of_the_guide_can_be_tried(new: CommandLine, tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "programs.md").read_text(encoding="utf-8")
    words = ["program", "simulate", "example:grocer-own-brand", "--on", "2026-03-02"]
    for what, option in (("basket", "--basket"), ("member", "--profile")):
        (tmp_path / what).write_text(guide.split(f"```json {what}\n")[1].split("```")[0])
        words += [option, str(tmp_path / what)]
    assert new.told(*words).json["points"] == 43  # 7.60, and 3 times 11.90


def test_a_member_of_the_shop_is_tried_with_their_past(demo: CommandLine) -> None:
    demo("member", "add", "--phone", "010-1234-5678", "--name", "Kim")
    words = ("program", "simulate", "example:boutique-three-tiers", "--line", "Coat,100")
    first = demo.told(*words, "--member", "5678").json["points"]
    demo("award", "5678", "10")
    second = demo.told(*words, "--member", "5678").json["points"]
    assert (first, second) == (150, 100), "the bonus is for the first purchase"
    shown = demo.told("member", "show", "5678").json
    assert shown["points"]["balance"] == 10, "nothing was booked by trying"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Coat", "line-comma-unreadable"),
        ("Coat,", "line-comma-unreadable"),
        ("Coat,1,2,colour=red", "line-comma-unreadable"),
        ("Coat,1,sku=1,sku=2", "line-comma-unreadable"),
        ("Coat,1,99999", "line-units"),
        ("Coat,1.234", "amount-too-fine"),
        ("Coat,2,tax=0.001", "amount-too-fine"),
        ("Coat,0", "amount-zero"),
        ("x" * 1000, "line-comma-unreadable"),
        ("Coat=1x1.5", "line-unreadable"),
    ],
)
def test_a_line_that_is_none_is_refused(new: CommandLine, line: str, code: str) -> None:
    said = new.told("program", "simulate", "example:cafe-stamp-card", "--line", line)
    assert (said.status, said.error) == (1, code)


def test_a_line_as_award_takes_it_is_taken_too(new: CommandLine) -> None:
    words = ("program", "simulate", "example:cafe-stamp-card", "--line")
    for line in ("Flat white=3.80x2@coffee", COFFEE, '"Flat white, large",7.60,2,category=coffee'):
        assert new.told(*words, line, "--at", "12:00").json["points"] == 7


def test_a_simulation_of_nothing_says_so(new: CommandLine) -> None:
    assert new.told("program", "simulate", "example:cafe-stamp-card").error == "basket-empty"
    assert new.told("program", "check", "nowhere.json").error == "file-unreadable"
    assert new.told("program", "check", "example:bakery").error == "example-unknown"
    assert new("program", "simulate", "example:cafe-stamp-card", "--at", "25:00").status == 2


def test_every_reason_to_refuse_or_doubt_a_file_has_words() -> None:
    rooms = [one for one in sources("loyalty") if "program" in one.module or "checks" in one.module]
    rooms += [one for one in sources("loyalty") if one.module == "loyalty.program_file.codec"]
    whys = {
        call.args[1].value
        for one in rooms
        for call in ast.walk(one.tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", getattr(call.func, "attr", "")) in ("Fault", "fault")
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
    }
    assert {"missing", "overflow", "not-a-factor", "out-of-reach"} <= whys
    assert whys - set(WHYS) == set()
    for why in WHYS:
        assert why_words({"why": why}), "no sentence fails for lack of a fact"
    assert why_words({"why": "never-heard-of"}) == "never-heard-of"


def test_a_file_that_is_no_program_is_said_to_be_none(new: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    for text in ("", "[" * 100_000, '{"format":'):
        file.write_text(text, encoding="utf-8")
        said = new("program", "check", str(file))
        assert said.err.startswith("This file is no program: this is no JSON;"), said.err


@pytest.mark.parametrize("name", ["Ana", "019B7E29-FE80-7A1B-B722-71D205FF9E93"])
def test_an_audience_of_what_is_no_member_s_id_is_refused(
    new: CommandLine, tmp_path: Path, name: str
) -> None:
    good = "019b7e29-fe80-7a1b-b722-71d205ff9e93"
    campaign: dict[str, Any] = {"id": "few", "name": "Few"}
    campaign["bonuses"] = [{"id": "five", "name": "Five", "kind": "first", "points": 5}]
    for members, wrong in (([good], 0), ([good, name], 1)):
        campaign["audience"] = {"members": members}
        said = new.told("program", "check", write(tmp_path, campaigns=[campaign]))
        found = [(one["where"], one["why"]) for one in said.json["refused"]]
        assert found == [("campaigns[0].audience.members", "not-a-member")] * wrong
