"""`regulars office jobs`: the plan, and one job now."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from main import main
from pos.office.desk.door import head_office
from pos.office.desk.key import make_key
from pos.office.nights.jobs import JOBS, due, watched
from pos.office.schema.engine import create_schema, office_engine
from tests.office.office import a_clock


def test_the_plan_is_shown_and_one_job_is_done_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*words: str) -> dict[str, object]:
        main(["--data", str(tmp_path), "--json", "office", *words])
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    told("init", "--login", "ana@shop.example", "--name", "Ana")
    plan = told("jobs")["jobs"]
    assert isinstance(plan, list)
    assert [one["name"] for one in plan] == [job.name for job in JOBS]
    assert all(one["due"] and one["last"] is None for one in plan)
    done = told("jobs", "--run", "expire")
    assert isinstance(done["ran"], dict)
    assert (done["ran"]["name"], done["ran"]["count"]) == ("expire", 0)
    assert not next(one for one in told("jobs")["jobs"] if one["name"] == "expire")["due"]  # type: ignore[attr-defined]
    assert told("jobs", "--run", "tidy")["error"]["code"] == "job-unknown"  # type: ignore[index]


def test_a_service_does_by_itself_what_is_due(tmp_path: Path) -> None:
    engine = office_engine(f"sqlite:///{tmp_path / 'office.db'}")
    create_schema(engine, 0)
    office = head_office(engine, a_clock(), make_key(tmp_path / "office.key"))
    looked = threading.Event()
    with watched(office, every_s=0.01):
        for _ in range(1_000):
            if not due(office):
                break
            looked.wait(0.01)
    assert due(office) == ()
    engine.dispose()
