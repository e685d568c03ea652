"""Members at head office: found, seen with their points by holder, adjusted, merged, erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from loyalty.members.member import Card, MemberStatus
from loyalty.program_file.document import program_to_text
from pos.office.ledger.standing import booking
from pos.office.ledger.verifying import OfficeAudit
from pos.office.managing.member_index import find
from pos.office.schema.engine import create_schema, office_engine, reading
from pos.office.schema.facts import word
from pos.office.schema.managing import member_index
from pos.opening import starter_program
from pos.settings import Settings
from tests.office.managing import Managed
from tests.office.test_api import Program
from tests.office.tills import Till, World


@pytest.fixture
def managed(office_url: str, tmp_path: Path) -> Iterator[Managed]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    yield Managed.of(World(engine, tmp_path))
    engine.dispose()


def _with_program(managed: Managed) -> Program:
    """The owner, after a version came into force."""
    program = managed.program("ana")
    text = program_to_text(starter_program(Settings(), date(2026, 1, 1)))
    id_ = program.ask("POST", "/api/v1/drafts", {"text": text}, 201)["id"]
    tomorrow = (managed.clock.today() + timedelta(days=1)).isoformat()
    program.ask("POST", f"/api/v1/drafts/{id_}/schedule", {"day": tomorrow}, 200)
    managed.clock.advance(timedelta(days=1))
    return managed.program("ana")


def _found(managed: Managed, text: str) -> list[UUID]:
    with reading(managed.engine) as db:
        return find(db, 1, text, 10)


def _card(till: Till, member: UUID, code: str) -> None:
    with till.shop.store.writing() as work:
        work.add_card(Card(code, member))


def test_members_are_found_by_name_phone_mail_and_card_and_as_they_are_now(
    managed: Managed,
) -> None:
    till = managed.world.till(1)
    kim = managed.member(till, "김민수", "+821012345678", "Min@Shop.example")
    ana = managed.member(till, "Ana María Löwe", "+4930111222")
    _card(till, kim, "2900000000018")
    till.quiet()
    for text in ("김민", "민수", "5678", "010-1234-5678"[4:], "min@shop.EXAMPLE", "2900000000018"):
        assert _found(managed, text) == [kim], text
    for text in ("ana", "lowe maria", "1222"):
        assert _found(managed, text) == [ana], text
    for text in ("", "678", "%", "_", "' OR 1=1", "min@shop", "김철수", "\0"):
        assert _found(managed, text) == [], text
    with till.shop.store.writing() as work:
        before = work.member(kim)
        assert before is not None
        work.change_member(before.__class__(kim, "박서준", "+821099990000", before.joined_on))
    managed.clock.advance(timedelta(seconds=1))
    till.quiet()
    assert (_found(managed, "김민수"), _found(managed, "박서준")) == ([], [kim])
    assert (_found(managed, "5678"), _found(managed, "0000")) == ([], [kim])


def test_a_profile_says_where_points_are_held_and_what_made_them(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.sold(ann)
    till.quiet()
    program = managed.program("ana")
    told = program.ask("GET", f"/api/v1/members/{ann}", None, 200)
    assert told["points"] == 100
    assert [(one["terminal"], one["points"]) for one in told["held"]] == [(1, 100)]
    (entry,) = program.ask("GET", f"/api/v1/members/{ann}/entries", None, 200)
    assert (entry["kind"], entry["points"]) == ("sale", 100)
    assert entry["why"]
    page = managed.browser("ana").get(f"/members/{ann}").text
    assert "100 of them are held at Shop 1 (Till 1)" in page
    assert program.ask("GET", f"/api/v1/members/{uuid4()}", None, 404)["code"] == "member-unknown"


def test_points_given_by_hand_are_given_once_and_usable_at_a_terminal(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.sold(ann)
    till.quiet()
    program = _with_program(managed)
    body = {"points": 50, "why": "a mended complaint", "id": str(uuid4())}
    for _ in range(2):
        told = program.ask("POST", f"/api/v1/members/{ann}/adjustments", body, 200)
        assert told["points"] == 150
    till.sync.begin()
    till.quiet()
    assert till.balance(ann) == (150, 0)
    with booking(managed.office) as books:
        assert list(OfficeAudit(books).faults()) == []
    newest = program.ask("GET", f"/api/v1/members/{ann}/entries", None, 200)
    assert "a mended complaint" in [one["said"] for one in newest]
    line = next(
        one
        for one in program.ask("GET", "/api/v1/audit")["lines"]
        if one["act"] == "points-adjusted"
    )
    assert line["new"] == {"points": 50}


def test_only_points_that_nobody_holds_can_be_taken(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.sold(ann)
    till.quiet()
    program = _with_program(managed)
    path = f"/api/v1/members/{ann}/adjustments"
    take = {"points": -30, "why": "typed twice"}
    assert program.ask("POST", path, take, 422)["code"] == "points-short"
    program.ask("POST", f"/api/v1/members/{ann}/recall", None, 200)
    till.sync.begin()
    till.sync.round()
    assert program.ask("POST", path, take, 200)["points"] == 70
    for body, code in (
        ({"points": 0, "why": "x"}, "adjust-nothing"),
        ({"points": 5, "why": " "}, "adjust-why"),
        ({"points": 1 << 30, "why": "x"}, "adjust-most"),
        ({"points": 1 << 60, "why": "x"}, "json-wrong"),
    ):
        assert program.ask("POST", path, body)["code"] == code


def test_without_a_program_nothing_is_given(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.quiet()
    body = {"points": 5, "why": "x"}
    path = f"/api/v1/members/{ann}/adjustments"
    assert managed.program("ana").ask("POST", path, body, 422)["code"] == "program-none"


def test_a_member_blocked_at_head_office_is_blocked_at_the_counter(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.quiet()
    program = managed.program("ana")
    path = f"/api/v1/members/{ann}/block"
    for stop, status in ((True, MemberStatus.BLOCKED), (False, MemberStatus.ACTIVE)):
        told = program.ask("PUT", path, {"blocked": stop, "why": "lost card"}, 200)
        assert told["member"]["status"] == status
        till.quiet()
        with till.shop.store.reading() as view:
            known = view.member(ann)
        assert known is not None
        assert known.status is status


def test_merged_members_have_one_account_and_their_cards(managed: Managed) -> None:
    first, second = managed.world.till(1), managed.world.till(2)
    ann, anne = managed.member(first, "Ann", "+4930111222"), managed.member(second, "Anne")
    _card(second, anne, "2900000000025")
    first.sold(ann)
    second.sold(anne, 5_000)
    for till in (first, second, first, second):
        till.quiet()
    program = managed.program("ana")
    told = program.ask("POST", f"/api/v1/members/{anne}/merge", {"kept": str(ann)}, 200)
    assert told["member"]["status"] == "merged"
    for till in (second, first, second, first):
        till.quiet()
    kept = program.ask("GET", f"/api/v1/members/{ann}", None, 200)
    assert (kept["points"], kept["cards"]) == (150, ["2900000000025"])
    with second.shop.store.reading() as view:
        known = view.member_by_card("2900000000025")
    assert known is not None
    assert known[0].id == ann
    back = {"kept": str(anne)}
    assert program.ask("POST", f"/api/v1/members/{ann}/merge", back, 422)["code"] == "member-gone"
    same = {"kept": str(ann)}
    assert program.ask("POST", f"/api/v1/members/{ann}/merge", same, 422)["code"] == "merge-same"


def test_who_is_erased_cannot_be_found_here_nor_at_any_terminal(managed: Managed) -> None:
    till, away = managed.world.till(1), managed.world.till(2)
    ann = managed.member(till, "Ann Example", "+4930111222", "ann@shop.example")
    _card(till, ann, "2900000000018")
    till.sold(ann)
    for one in (till, away, till):
        one.quiet()
    program = managed.program("ana")
    kept = program.ask("POST", f"/api/v1/members/{ann}/export", None, 200)
    assert (kept["member"]["email"], kept["cards"][0]["number"]) == (
        "ann@shop.example",
        "2900000000018",
    )
    assert [one["kind"] for one in kept["entries"]] == ["sale"]
    program.ask("DELETE", f"/api/v1/members/{ann}", None, 200)
    for text in ("ann", "1222", "ann@shop.example", "2900000000018"):
        assert _found(managed, text) == []
    for one in (away, till):
        one.quiet()
        with one.shop.store.reading() as view:
            known = view.member(ann)
        assert known is not None
        assert (known.name, known.status) == ("", MemberStatus.ERASED)
    with managed.engine.connect() as db:
        assert db.execute(sa.select(member_index)).all() == []
        bodies = db.execute(sa.select(word.c.body)).scalars().all()
    assert not any("Example" in body or "ann@" in body for body in bodies)


def test_roles_that_may_not_see_people_see_none(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "Ann")
    till.quiet()
    for role in ("reports", "support"):
        program = managed.program(f"a-{role}", role)
        assert program.ask("GET", "/api/v1/members?q=ann", None, 403)["code"] == "not-allowed"
    manager = managed.program("bob", "manager", frozenset({1}))
    assert [one["id"] for one in manager.ask("GET", "/api/v1/members?q=ann")] == [str(ann)]
    assert manager.ask("DELETE", f"/api/v1/members/{ann}", None, 403)["code"] == "not-allowed"


def test_the_pages_ask_first_and_say_what_is_wrong(managed: Managed) -> None:
    till = managed.world.till(1)
    ann = managed.member(till, "<script>Ann", "+4930111222")
    till.quiet()
    browser = managed.browser("ana")
    assert "&lt;script&gt;Ann" in browser.get("/members?q=1222").text
    page = f"/members/{ann}"
    act = browser.get(page).text.partition('name="act" value="')[2].partition('"')[0]
    for path, form, words in (
        ("adjust", {"points": "ten", "act": act}, "Type how many points"),
        ("adjust", {"points": "10", "why": "x", "act": act}, "Publish a version"),
        ("merge", {"kept": "nobody"}, "Exactly one other member"),
        ("erase", {}, "Tick the box first"),
    ):
        answer = browser.post(f"{page}/{path}", form)
        assert (answer.status_code, words in answer.text) == (422, True), path
    assert browser.post(f"{page}/export").headers["content-type"] == "application/json"
    assert browser.post(f"{page}/other").status_code == 404
    assert browser.post(f"{page}/erase", {"sure": "on"}).status_code == 303
    assert "Erased" in browser.get(page).text
    manager = managed.browser("bob", "manager", frozenset({1}))
    manager.get(page)
    assert manager.post(f"{page}/erase", {"sure": "on"}).status_code == 403
