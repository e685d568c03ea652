"""Signed links: messages stop with one click from anywhere, and a question is answered once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.members.answer import Question
from loyalty.members.member import Member, agreed
from main import main
from pos.clock import FixedClock
from pos.consents import consent
from pos.ids import new_id
from pos.office.guests import links as guests_links
from pos.office.guests import surveys
from pos.office.guests.links import ASK, STOP, Link
from pos.office.people.accounts import House
from pos.office.schema.engine import (
    create_schema,
    office_engine,
    reading,
    sqlite_url,
    transaction,
)
from tests.office.guests import KEY, Street
from tests.office.office import MORNING, said
from tests.office.tills import World

ANY = st.binary(max_size=120)


@pytest.fixture
def street(office_url: str, tmp_path: Path) -> Iterator[Street]:
    engine = office_engine(office_url)
    create_schema(engine, 0)
    world = World(engine, tmp_path)
    yield Street(world, world.till(1))
    engine.dispose()


@pytest.fixture
def ann(street: Street) -> Member:
    """A member who agreed to e-mail, at the counter."""
    shop = street.till.shop
    member = street.world.member(street.till)
    with shop.store.writing() as work:
        found = work.member(member)
        assert found is not None
        work.change_member(replace(found, email="ann@mail.example"))
    consent(shop, member, "email", True, "counter")
    consent(shop, member, "sms", True, "counter")
    street.sync()
    street.later(minutes=1)
    return replace(found, email="ann@mail.example")


def link(purpose: str, member: UUID, what: str) -> str:
    return guests_links.made(KEY, 1, purpose, Link(member, what))


def agrees(street: Street, member: UUID, what: str = "email") -> bool:
    street.sync()
    with street.till.shop.store.reading() as view:
        return agreed(view.consents(member), what)


def test_a_mail_programs_one_click_stops_messages_and_nothing_else(
    street: Street, ann: Member
) -> None:
    """As RFC 8058 has it: no cookie, no form token, from another site."""
    path = f"/u/{link(STOP, ann.id, 'email')}"
    answer = street.phone().client.post(
        path,
        content=b"List-Unsubscribe=One-Click",
        headers={
            "content-type": "application/x-www-form-urlencoded",
            "origin": "https://mail.example",
            "sec-fetch-site": "cross-site",
        },
    )
    assert answer.status_code == 200
    assert not agrees(street, ann.id)
    assert agrees(street, ann.id, "sms")


def test_the_page_asks_first_and_says_what_was_done_as_often_as_it_is_asked(
    street: Street, ann: Member
) -> None:
    phone, path = street.phone(), f"/u/{link(STOP, ann.id, 'email')}"
    page = phone.get(path, accept_language="en").text
    assert "Shall they stop?" in page
    assert agrees(street, ann.id), "looking at it stops nothing"
    for _ in range(2):
        assert "no more offers from us by e-mail" in phone.post(path).text
    assert "no more offers" in phone.get(path).text
    assert not agrees(street, ann.id)
    with street.till.shop.store.reading() as view:
        assert [one.where for one in view.consents(ann.id) if not one.given] == ["unsubscribe page"]
    assert "ann" not in page.lower().replace("language", "")


def test_a_later_yes_at_the_counter_counts_again(street: Street, ann: Member) -> None:
    street.phone().client.post(f"/u/{link(STOP, ann.id, 'email')}")
    assert not agrees(street, ann.id)
    street.later(days=1)
    consent(street.till.shop, ann.id, "email", True, "counter")
    assert agrees(street, ann.id)
    assert "Shall they" in street.phone().get(f"/u/{link(STOP, ann.id, 'email')}").text


def test_a_stranger_learns_nothing_from_a_link_about_nobody(street: Street) -> None:
    nobody = link(STOP, new_id(street.world.clock), "email")
    answer = street.phone().client.post(f"/u/{nobody}")
    assert answer.status_code == 200
    assert "no more offers" in answer.text


def test_a_link_for_one_thing_opens_nothing_else(street: Street, ann: Member) -> None:
    stop, ask = link(STOP, ann.id, "email"), link(ASK, ann.id, "nps")
    phone = street.phone()
    for path in (f"/s/{stop}", f"/u/{ask}", f"/u/{stop[:-1]}", f"/u/x{stop[1:]}", "/u/" + "A" * 99):
        assert phone.get(path).status_code == 404, path
    assert phone.get(f"/s/{link(ASK, ann.id, 'unknown')}").status_code == 404


@given(ANY, st.sampled_from((STOP, ASK)))
def test_no_bytes_are_a_link_but_those_that_were_signed(raw: bytes, purpose: str) -> None:
    assert guests_links.read(KEY, 1, purpose, raw.decode("latin-1")) is None
    assert guests_links.read(KEY, 1, purpose, raw.hex()) is None


@given(st.uuids(), st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True))
def test_a_link_says_what_was_put_in_it(member: UUID, what: str) -> None:
    text = link(STOP, member, what)
    assert guests_links.read(KEY, 1, STOP, text) == Link(member, what)
    assert guests_links.read(KEY, 2, STOP, text) is None
    assert guests_links.read(b"other", 1, STOP, text) is None
    assert re.fullmatch(r"[A-Za-z0-9_-]+", text)


def answered(street: Street) -> list[tuple[int, str, str, UUID | None]]:
    today = street.world.clock.today()
    with reading(street.world.engine) as db:
        found = surveys.answers(db, 1, today - timedelta(days=400), today)
    return [(one.score, one.comment, by, one.member) for one, by in found]


def test_a_member_answers_at_most_once_in_90_days(street: Street, ann: Member) -> None:
    phone, path = street.phone(), f"/s/{link(ASK, ann.id, 'nps')}"
    assert "recommend us to a friend" in phone.get(path, accept_language="en").text
    thanks = phone.post(path, {"score": "9", "comment": " Nice\x00 people \n\n"})
    assert "Your answer has arrived." in thanks.text
    for _ in range(2):
        assert "answered this already" in phone.post(path, {"score": "0"}).text
    assert "answered this already" in phone.get(path).text
    assert answered(street) == [(9, "Nice people", "link", ann.id)]
    street.later(days=90)
    phone.get(path)
    assert "has arrived" in phone.post(path, {"score": "10"}).text
    assert [score for score, *_ in answered(street)] == [9, 10]


def test_what_is_no_score_is_asked_again_and_the_words_stay(street: Street, ann: Member) -> None:
    phone, path = street.phone(), f"/s/{link(ASK, ann.id, 'nps')}"
    phone.get(path, accept_language="en")
    for score in ("", "11", "-1", "9.5", "\u0663", "9" * 400):
        answer = phone.post(path, {"score": score, "comment": "<i>words</i>"})
        assert answer.status_code == 422
        assert "Choose a number" in said(answer)
        assert "&lt;i&gt;words&lt;/i&gt;</textarea>" in answer.text
    assert answered(street) == []


def test_too_many_words_are_refused_not_cut(street: Street, ann: Member) -> None:
    phone, path = street.phone(), f"/s/{link(ASK, ann.id, 'nps')}"
    phone.get(path, accept_language="en")
    answer = phone.post(path, {"score": "5", "comment": "가" * 501})
    assert (answer.status_code, "too long" in said(answer)) == (422, True)
    assert answered(street) == []


def test_an_answer_from_elsewhere_is_none(street: Street, ann: Member) -> None:
    phone, path = street.phone(), f"/s/{link(ASK, ann.id, 'nps')}"
    phone.get(path)
    assert phone.post(path, {"score": "0"}, sec_fetch_site="cross-site").status_code == 403
    assert answered(street) == []


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Head office as it is made, with a member who agreed to e-mail and one who did not."""
    assert main(["--data", str(tmp_path), "--json", "office", "init", *_OWNER]) == 0
    capsys.readouterr()
    engine = office_engine(sqlite_url(tmp_path / "office.db"))
    world = World(engine, tmp_path)
    till = world.till(1)
    ann, bob = world.member(till), world.member(till, "Bob")
    with till.shop.store.writing() as work:
        for member, mail in ((ann, "ann@mail.example"), (bob, "bob@mail.example")):
            found = work.member(member)
            assert found is not None
            work.change_member(replace(found, email=mail, language="ko"))
    consent(till.shop, ann, "email", True, "counter")
    consent(till.shop, bob, "email", True, "counter")
    world.clock.advance(timedelta(minutes=1))
    consent(till.shop, bob, "email", False, "counter")
    till.quiet()
    engine.dispose()
    return tmp_path


_OWNER = ("--login", "ana", "--name", "Ana")


def test_a_mailing_gets_the_links_of_those_who_agreed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data", str(folder), "office", "links", "email", "--page", "points.example"]
    assert main([*words, "--json"]) == 0
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (found["to"], found["language"]) == ("ann@mail.example", "ko")
    assert re.fullmatch(r"https://points\.example/u/[A-Za-z0-9_-]{40,100}", found["stop"])
    assert found["ask"].startswith("https://points.example/s/")
    assert main(words) == 0
    assert "1 members agreed" in capsys.readouterr().out


def test_answers_can_be_exported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = office_engine(sqlite_url(folder / "office.db"))
    asked = surveys.Asked(Question.NPS, None, "1-1-812")
    with transaction(engine) as db:
        surveys.answer(db, House(1, FixedClock(MORNING)), asked, 7, "quick")
    engine.dispose()
    words = ["--data", str(folder), "office", "answers"]
    days = ["--from", "2026-11-22", "--to", "2026-11-22"]
    assert main([*words, *days, "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["answers"]
    said = [found[name] for name in ("question", "score", "comment", "member", "asked_by")]
    assert said == ["nps", 7, "quick", None, "slip"]
    assert main([*words, *days]) == 0
    assert "nps" in capsys.readouterr().out
    assert main([*words, "--from", "2026-02-02", "--to", "2026-02-01"]) == 1
