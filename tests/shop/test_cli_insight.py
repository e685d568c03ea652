"""`regulars insight`: published and recomputed figures from files, hostile files, and the books."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from loyalty.insight.value.histories import histories
from loyalty.money import currency
from pos.cli.arguments import read_arguments
from pos.insight.ahead import closed, histories_of
from pos.insight.behaviour import behaviour
from pos.insight.segments import segmented
from pos.insight.sources import read_events
from tests.insight.cdnow import DATA, FITTED_UNTIL, SEEN_UNTIL, events
from tests.shop.conftest import CommandLine

SAMPLE = DATA / "cdnow_sample.csv"
FILE = ("--events", str(SAMPLE), "--currency", "USD")


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "purchases.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_clv_prints_the_published_table(demo: CommandLine) -> None:
    said = demo(
        "insight", "clv", *FILE, "--until", "1997-09-30", "--model", "bg-nbd", "--draws", "2",
        "--members", "--json",
    )  # fmt: skip
    model = said.json["model"]
    assert (model["name"], model["unit_of_time"], model["members"]) == ("bg-nbd", "week", 2357)
    published = {"r": 0.2426, "alpha": 4.4136, "a": 0.7929, "b": 2.4259}
    assert {name: round(value, 4) for name, value in model["parameters"].items()} == published
    assert round(model["log_likelihood"], 3) == -9582.429
    assert round(said.json["spend"]["parameters"]["p"], 2) == 6.25
    assert len(said.json["members"]) == 2357
    assert all(row["alive"] is None for row in said.json["members"])


def test_a_file_is_counted_as_the_models_count_it() -> None:
    found = read_events(SAMPLE, FITTED_UNTIL, currency("USD"))
    assert (found.rows, found.fault_count) == (6919, 0)
    assert found.source is not None
    names = found.source.name
    ours = {names(int(one.member)): one for one in histories_of(found.source)}
    theirs = histories(events(), FITTED_UNTIL, unpaid_counts=True)
    assert ours.keys() == {one.member for one in theirs}
    for one in theirs:
        mine = ours[one.member]
        assert (mine.repeats, mine.last, mine.age) == (one.repeats, one.last, one.age)
        assert (mine.mean_minor, mine.bought_minor) == (one.mean_minor, one.bought_minor)


def test_figures_of_a_file_are_those_of_a_count_in_python() -> None:
    found = read_events(SAMPLE, SEEN_UNTIL, currency("USD"))
    assert found.source is not None
    days: defaultdict[str, defaultdict[date, int]] = defaultdict(lambda: defaultdict(int))
    with SAMPLE.open(encoding="ascii", newline="") as file:
        for row in csv.DictReader(file):
            cents = round(float(row["amount"]) * 100)
            days[row["member"]][date.fromisoformat(row["date"])] += cents
    told = behaviour(found.source, date(1997, 1, 1))
    again = told.figure("repurchase")
    assert (again.numerator, again.n) == (sum(len(on) > 1 for on in days.values()), len(days))
    basket = told.figure("average-basket")
    spent = [cents for on in days.values() for cents in on.values()]
    assert (basket.numerator, basket.n) == (sum(spent), len(spent))
    totals = sorted((sum(on.values()) for on in days.values()), reverse=True)
    best = told.figure("top-fifth")
    assert (best.numerator, best.denominator) == (sum(totals[: round(0.2 * len(totals))]),
                                                  sum(totals))  # fmt: skip
    gone = told.figure("lapsed")
    assert gone.numerator == sum(max(on) <= date(1998, 3, 30) for on in days.values())
    segments = segmented(found.source)
    assert sum(segments.members.values()) == len(days)


def test_the_order_of_a_file_changes_no_segment(tmp_path: Path) -> None:
    head, *rows = SAMPLE.read_text(encoding="ascii").splitlines()
    turned = written(tmp_path, "\n".join([head, *reversed(rows)]))
    found = [read_events(path, SEEN_UNTIL, currency("USD")) for path in (SAMPLE, turned)]
    first, second = (segmented(one.source) for one in found if one.source)
    assert (first.of, first.cuts, dict(first.moved)) == (second.of, second.cuts, dict(second.moved))


@pytest.mark.parametrize("command", ["figures", "cohorts", "rfm", "forecast", "clv"])
def test_three_purchases_are_enough_for_a_page_that_is_right(
    demo: CommandLine, tmp_path: Path, command: str
) -> None:
    path = written(
        tmp_path, "member,date,amount\na,2026-01-01,5\nb,2026-01-02,-3\na,2026-01-01,2\n"
    )
    said = demo("insight", command, "--events", str(path), "--json")
    assert said.status == 0
    assert said.json["until"] == "2026-01-02"
    if command == "figures":
        told = {one["name"]: one for one in said.json["figures"]}
        assert told["repurchase"]["n"] == 1
        assert {one["value"] for one in said.json["figures"]} == {None}
    if command == "forecast":
        assert said.json["refused"] == "history-too-short"
    if command == "clv":
        assert "too-few-members" in said.json["refused"]


def test_an_empty_file_of_purchases_has_figures_of_nothing(
    demo: CommandLine, tmp_path: Path
) -> None:
    path = written(tmp_path, "member,date,amount\n")
    for command in ("figures", "cohorts", "rfm", "forecast", "clv"):
        said = demo("insight", command, "--events", str(path), "--until", "2026-01-01")
        assert said.status == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("member,date\na,2026-01-01\n", "insight-column"),
        ("", "import-empty"),
        ("member,date,amount\na,2026-13-01,5\n", "import-faults"),
        ("member,date,amount\na,2026-01-01,1e9\n", "import-faults"),
        ("member,date,amount\n,2026-01-01,5\n", "import-faults"),
        (f"member,date,amount\n{'x' * 300},2026-01-01,5\n", "import-faults"),
        ("member,date,amount\na,2026-01-01,99999999999999999999\n", "import-faults"),
        ("member,date,amount\na,2026-01-01,nan\n", "import-faults"),
        ('member,date,amount\na,"2026-01-01,5\n', "import-faults"),
        ("member,date,amount\na,2026-01-01,5,6\n", "import-faults"),
        ("member,date,amount,amount\na,2026-01-01,5,6\n", "import-column-twice"),
    ],
)
def test_a_file_that_cannot_be_believed_is_refused_in_words(
    demo: CommandLine, tmp_path: Path, text: str, code: str
) -> None:
    path = written(tmp_path, text)
    for command in ("figures", "clv"):
        said = demo("insight", command, "--events", str(path), "--json")
        assert (said.status, said.error) == (1, code)


def test_other_encodings_signs_and_heads_are_read(tmp_path: Path) -> None:
    text = "회원;날짜;금액\n김민수;2026.01.02;1.234,50\n김민수;03.01.2026;\u22125,00\n"
    found = read_events(written(tmp_path, text.encode("utf-16")), None, currency("EUR"))
    assert found.source is not None
    assert found.source.name(1) == "김민수"
    assert found.source.until == date(2026, 1, 3)
    assert [one.bought_minor for one in histories_of(found.source)] == [123_450]


def test_a_weekday_without_sales_for_weeks_is_closed() -> None:
    open_week: list[float | None] = [1.0] * 6 + [None]
    assert list(closed(open_week * 8, 7)) == [False] * 6 + [True]
    assert list(closed([*open_week * 7, *([1.0] * 7)], 7)) == [False] * 7
    assert list(closed([], 7)) == [False] * 7


def test_the_books_answer_every_question(demo: CommandLine) -> None:
    for command in ("first", "nps", "figures", "cohorts", "rfm", "forecast", "clv"):
        said = demo("insight", command, "--json")
        assert said.status == 0, said.err
        assert said.json
        plain = demo("insight", command)
        assert plain.status == 0


@pytest.mark.parametrize("words", [("--currency", "USD"), ("--draws", "1001"), ("--draws", "0")])
def test_what_makes_no_sense_together_is_wrong_usage(
    demo: CommandLine, words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        read_arguments(["insight", "clv", *words])
    assert demo("insight", "clv", "--draws", "1000").status == 0
