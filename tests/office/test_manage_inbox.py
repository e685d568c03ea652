"""The inbox: what was set aside waits for a person, and is read once a version knows better."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from loyalty.errors import LoyaltyError
from pos.office.ledger import taking_in
from pos.office.ledger.standing import booking
from pos.office.ledger.verifying import OfficeAudit
from pos.office.reporting.figures import report
from pos.office.reporting.periods import period
from pos.office.schema.engine import create_schema, office_engine, reading
from tests.office.managing import Managed
from tests.office.tills import World


@pytest.fixture
def managed(office_url: str, tmp_path: Path) -> Iterator[Managed]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield Managed.of(World(engine, tmp_path))
    engine.dispose()


def _of_an_older_version(*_: Any) -> None:
    raise LoyaltyError("body-unreadable")


def test_a_sale_an_older_head_office_could_not_read_counts_after_the_upgrade(
    managed: Managed, monkeypatch: pytest.MonkeyPatch
) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    with monkeypatch.context() as older:
        older.setattr(taking_in, "sold_of", _of_an_older_version)
        till.sold(ann)
        till.quiet()
        program = managed.program("ana")
        (one,) = program.ask("GET", "/api/v1/inbox", None, 200)
        assert (one["why"], one["kind"], one["again"]) == ("body-unreadable", "sale", True)
        path = f"/api/v1/inbox/1/{one['epoch']}/{one['seq']}"
        assert program.ask("POST", f"{path}/again", None, 422)["code"] == "aside-still"
    with reading(managed.engine) as db:
        assert report(db, 1, period("day", managed.clock.today()), ()).whole.money == {}
    program.ask("POST", f"{path}/again", None, 200)
    with reading(managed.engine) as db:
        made = report(db, 1, period("day", managed.clock.today()), ())
    assert made.whole.money["EUR"].sales == 1
    assert made.whole.points["issued"] == 100
    assert program.ask("POST", f"{path}/again", None, 422)["code"] == "aside-line", "only once"
    assert program.ask("GET", "/api/v1/inbox", None, 200) == []
    (done,) = program.ask("GET", "/api/v1/inbox?state=answered", None, 200)
    assert done["answer"] == "read"
    with booking(managed.office) as books:
        assert list(OfficeAudit(books).faults()) == []
    till.quiet()
    assert till.balance(ann) == (100, 0)


def test_what_was_seen_is_open_no_more_and_who_may_not_answer_is_refused(
    managed: Managed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "sold_of", _of_an_older_version)
    till = managed.world.till(1)
    till.sold(managed.member(till, "Ann"))
    till.quiet()
    browser = managed.browser("sue", "support", frozenset({1}))
    page = browser.get("/inbox").text
    assert "could not be understood" in page
    action = page.partition('action="/inbox/')[2].partition('"')[0]
    assert browser.post(f"/inbox/{action}").status_code == 303
    assert "Nothing to look at." in browser.get("/inbox").text
    assert "Seen by a person" in browser.get("/inbox?state=answered").text
    other = managed.browser("bob", "manager", frozenset({2}))
    assert "Nothing to look at." in other.get("/inbox?state=answered").text
    assert other.post(f"/inbox/{action}").status_code == 403
    lone = managed.browser("eve", "support", frozenset({2}))
    lone.get("/inbox")
    assert lone.post(f"/inbox/{action}").status_code == 404
    assert lone.post("/inbox/1/1/99/seen").status_code == 404


def test_what_was_settled_is_told_with_its_reason_and_points(managed: Managed) -> None:
    till = managed.world.till(1)
    till.sold(managed.member(till, "Ann"))
    till.quiet()
    program = managed.program("ana")
    program.ask("POST", "/api/v1/terminals/1/retire", {"settle": True}, 200)
    (one,) = program.ask("GET", "/api/v1/settlements", None, 200)
    assert (one["why"], one["of"], one["points"]) == ("retired", 1, 100)
    assert "Taken back from a retired terminal" in managed.browser("ana").get("/inbox").text
