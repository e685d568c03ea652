"""The page that a slip's code opens: points are kept once, by the counter's rules, and nobody is
told who anybody is.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from loyalty.codes import SaleNumber, member_card
from loyalty.errors import LoyaltyError
from loyalty.members.member import agreed
from loyalty.rules.limits import Limit, Period
from pos.acts import Act
from pos.cards import add_card
from pos.claim_keys import keys
from pos.claims import claim
from pos.ids import new_id
from pos.office.desk.recovery import own_epoch
from pos.office.ledger.books import Books
from pos.office.managing import members
from pos.office.nights import jobs
from pos.office.schema.engine import reading, transaction
from pos.office.schema.facts import held, word
from pos.office.schema.guests import guest_claim
from pos.office.web import guest_rates
from pos.presenting import present
from pos.returns import confirm_return
from tests.office.guests import (
    PHONE,
    Street,
    card_of,
    kept,
    note,
    opened,
    points,
    street_on,
    today,
    waiting,
)
from tests.office.office import Browser, said


@pytest.fixture
def street(office_url: str, tmp_path: Path) -> Iterator[Street]:
    with street_on(office_url, tmp_path) as made:
        yield made


def test_a_slip_brings_a_card_with_its_points_once(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phone = opened(street, token)
    capital = phone.get(f"/R/{token}")
    assert (capital.status_code, capital.headers["location"]) == (303, f"/r/{token}")
    page = phone.get(f"/r/{token}").text
    assert points(page) == "120"
    assert "Shop 1" in page
    page = kept(phone, token)
    assert points(page) == "120"
    card = card_of(page)
    again = kept(phone, token)  # a second click, a reload
    assert card_of(again) == card
    other = opened(street, token).get(f"/r/{token}").text
    assert note(other) == "The points of this receipt have been kept already."
    assert card not in other
    assert waiting(street, card) == 120
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card)
        assert found is not None
        member = found[0]
        assert (member.phone, member.name, member.language) == ("+821012345678", "", "en")
        assert agreed(view.consents(member.id), "program")
        assert not agreed(view.consents(member.id), "sms")


def test_the_points_vest_in_the_pool_and_go_to_where_it_was_bought(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    card = card_of(kept(opened(street, token), token))
    assert waiting(street, card) == 120
    street.later(days=8)
    jobs.run(street.world.office, jobs.job_named("vest"))
    street.sync()
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card)
        assert found is not None
        assert view.account(found[0].id).balance == 120


def test_a_slip_whose_sale_has_not_come_is_kept_and_credited_when_it_comes(street: Street) -> None:
    _, token = street.slip()
    phone = opened(street, token)
    page = phone.get(f"/r/{token}").text
    assert points(page) == ""
    assert "within minutes" in note(page)
    page = kept(phone, token)
    assert "has not arrived here yet" in note(page)
    card = card_of(page)
    assert "kept already" in note(opened(street, token).get(f"/r/{token}").text)
    street.later(days=5)  # the till was away: what counts is when it was presented
    assert waiting(street, card) == 120
    assert points(phone.get(f"/r/{token}").text) == "120"
    assert card_of(phone.get(f"/r/{token}").text) == card


def test_a_known_number_is_answered_like_any_other(street: Street) -> None:
    (_, first), (_, second) = street.slip(), street.slip()
    street.sync()
    one, two = (opened(street, token) for token in (first, second))
    pages = [kept(one, first), kept(two, second, {**PHONE, "contact": "01012345678"})]
    cards = [card_of(page) for page in pages]
    blank = [re.sub(r"(?s)<svg.*?</svg>|[0-9 ]{19}|/r/\w+|[0-9:]{5}", "", page) for page in pages]
    assert blank[0] == blank[1]
    assert cards[0] != cards[1]
    assert waiting(street, cards[1]) == 120
    shop = street.till.shop
    with shop.store.reading() as view:
        mine = view.member_by_card(cards[0])
        nobody = view.member_by_card(cards[1])
    assert mine
    assert nobody
    assert mine[0].phone
    assert not nobody[0].phone
    # The counter puts both together: whoever shows a card that is nobody's may have it.
    add_card(shop, Act(new_id(shop.clock), "op"), mine[0].id, cards[1])
    assert waiting(street, cards[0]) == 240


def test_of_phones_that_keep_one_slip_at_once_one_does(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phones = [opened(street, token) for _ in range(4)]
    start, codes = threading.Barrier(len(phones)), []

    def press(phone: Browser) -> None:
        start.wait(30)
        codes.append(phone.post(f"/r/{token}", PHONE).status_code)

    threads = [threading.Thread(target=press, args=(phone,)) for phone in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(codes) == [303, 422, 422, 422]
    assert made(street) == 1


def test_an_address_that_a_member_has_makes_a_card_of_nobodys(street: Street) -> None:
    (_, first), (_, second) = street.slip(), street.slip()
    street.sync()
    form = {**PHONE, "contact": "Ann@Mail.example", "messages": "1"}
    cards = [card_of(kept(opened(street, token), token, form)) for token in (first, second)]
    street.sync()
    with street.till.shop.store.reading() as view:
        found = [view.member_by_card(card) for card in cards]
        emails = [one[0].email for one in found if one]
        written = [agreed(view.consents(one[0].id), "email") for one in found if one]
    assert emails == ["ann@mail.example", ""]
    assert written == [True, False]


def test_points_go_to_a_card_that_is_there_and_the_card_is_not_shown(street: Street) -> None:
    (_, first), (_, second) = street.slip(), street.slip()
    street.sync()
    card = card_of(kept(opened(street, first), first))
    phone = opened(street, second)
    for wrong in (member_card(1), "4006381333931", "1" * 40, "card"):
        answer = phone.post(f"/r/{second}", {"card": wrong})
        assert answer.status_code == 422
        assert "We cannot add points" in said(answer)
    page = kept(phone, second, {"card": f"{card[:4]} {card[4:]}"})
    assert card not in page.replace(" ", "")
    assert waiting(street, card) == 240


WRONG = (
    ({}, "is needed"),
    ({"contact": "+82 10 1234 5678"}, "Keep an account for me"),
    ({"contact": "no number", "agree": "1"}, "is not a phone number"),
    ({"contact": "a@b", "agree": "1"}, "is not an e-mail address"),
    ({"contact": "<b>@x y", "agree": "1"}, "is not an e-mail address"),
    ({"contact": "a@b.example", "card": "1", "agree": "1"}, "not both"),
)


def test_a_form_that_cannot_be_used_says_why_and_makes_nobody(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phone = opened(street, token)
    for form, words in WRONG:
        answer = phone.post(f"/r/{token}", form)
        assert answer.status_code == 422
        assert words in said(answer)
        assert "<b>" not in answer.text
    assert made(street) == 0


def made(street: Street) -> int:
    with reading(street.world.engine) as db:
        wanted = sa.select(sa.func.count()).where(word.c.topic == "member")
        return int(db.execute(wanted).scalar_one())


def test_what_the_counters_rules_refuse_makes_nobody_a_member(street: Street) -> None:
    sold, returned = street.slip()
    shop = street.till.shop
    number = SaleNumber(sold.key.terminal, sold.key.epoch, sold.key.seq)
    confirm_return(shop, Act(new_id(shop.clock), "op"), number)
    _, old = street.slip()
    with_card = street.slip(member=street.world.member(street.till))[1]
    street.sync()
    before = made(street)
    for token, words in ((returned, "brought back"), (with_card, "went to a card")):
        phone = opened(street, old)  # where there is a form, with its token
        assert words in note(phone.get(f"/r/{token}").text)
        assert words in note(phone.post(f"/r/{token}", PHONE).text)
    phone = opened(street, old)
    street.later(days=4)
    assert "too old" in note(phone.get(f"/r/{old}").text)
    phone.post(f"/r/{old}", PHONE)
    assert made(street) == before


def test_a_card_has_its_limit_of_receipts(street: Street) -> None:
    program = today(street)
    claims = replace(program.claims, limits=(Limit(Period.DAY, times=1),))
    street.program(replace(program, number=2, claims=claims))
    (_, first), (_, second) = street.slip(), street.slip()
    street.sync()
    card = card_of(kept(opened(street, first), first))
    answer = opened(street, second)
    refused = answer.post(f"/r/{second}", {"card": card})
    assert refused.status_code == 422
    assert "as many receipts as it may" in said(refused)


def test_what_was_kept_here_is_refused_at_the_counter_and_the_other_way_round(
    street: Street,
) -> None:
    (_, here), (_, there) = street.slip(), street.slip()
    street.sync()
    kept(opened(street, here), here)
    street.sync()
    ann = street.world.member(street.till)
    with pytest.raises(LoyaltyError, match="claim-elsewhere") as no:
        at_counter(street, here, ann)
    assert no.value.facts["where"] == "Internet"
    at_counter(street, there, ann)
    street.sync()
    assert "kept already" in note(opened(street, there).get(f"/r/{there}").text)


def at_counter(street: Street, token: str, member: UUID) -> None:
    shop = street.till.shop
    presented = present(shop, f"REGULARS:/R/{token}")
    claim(shop, Act(new_id(shop.clock), "op"), member, presented)


def test_of_a_slip_kept_here_and_at_a_counter_without_a_line_one_counts(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    ann = street.world.member(street.till)
    street.sync()
    card = card_of(kept(opened(street, token), token))
    at_counter(street, token, ann)  # it has not heard of it yet
    assert waiting(street, card) == 120
    street.sync()
    with reading(street.world.engine) as db:
        wanted = sa.select(sa.func.coalesce(sa.func.sum(held.c.points), 0))
        assert db.execute(wanted.where(held.c.member == ann.bytes)).scalar_one() == 0


def test_a_code_of_nobody_a_changed_one_and_a_stolen_tills_open_nothing(street: Street) -> None:
    _, token = street.slip()
    phone = street.phone()
    changed = token[:30] + ("A" if token[30] != "A" else "B") + token[31:]
    for wrong in (changed, token[:-1], "A" * 140, "x", "-" * 140, token + "A"):
        answer = phone.get(f"/r/{wrong}", accept_language="en")
        assert answer.status_code == 404, wrong
        assert "Head office" not in answer.text
    shop = street.till.shop
    street.later(seconds=1)
    key = next(one for one in keys(shop) if one.own)
    with shop.store.writing() as work:
        work.retire_claim_key(key.key.id, work.now_ms() - 3_600_000)
    street.sync()
    assert phone.get(f"/r/{token}").status_code == 404


def test_tries_are_counted_by_slip_and_by_address(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phone = opened(street, token)
    answers = [phone.post(f"/r/{token}", {"card": "6178228183203372"}) for _ in range(8)]
    assert [one.status_code for one in answers[:6]] == [422] * 6
    last = answers[-1]
    assert last.status_code == 429
    assert int(last.headers["retry-after"]) > 0
    assert "Wait" in last.text
    assert "Head office" not in last.text


def test_a_form_from_elsewhere_keeps_nothing(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phone = opened(street, token)
    assert phone.post(f"/r/{token}", PHONE, sec_fetch_site="cross-site").status_code == 403
    phone.csrf = "0" * 64
    assert phone.post(f"/r/{token}", PHONE).status_code == 403
    assert made(street) == 0


def test_a_language_is_chosen_on_the_page_and_stays(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phone = opened(street, token)
    answer = phone.get(f"/r/{token}?language=ko")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/r/{token}")
    assert "포인트 적립" in phone.get(f"/r/{token}").text
    assert phone.get(f"/r/{token}?language=xx").status_code == 200
    page = kept(phone, token)
    street.sync()
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card_of(page))
    assert found
    assert found[0].language == "ko"


def test_an_erased_member_leaves_no_card_on_the_page(street: Street) -> None:
    _, token = street.slip()
    street.sync()
    phone = opened(street, token)
    card = card_of(kept(phone, token))
    street.sync()
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card)
    assert found
    with transaction(street.world.engine) as db:
        books = Books(db, 1, street.world.clock, own_epoch(db, 1))
        members.erase(books, found[0].id)
    assert card not in phone.get(f"/r/{token}").text.replace(" ", "")
    rows = street.world.rows(guest_claim)
    assert all(card not in row for row in rows)


def test_the_log_names_no_slip_and_nobody(street: Street, caplog: pytest.LogCaptureFixture) -> None:
    _, token = street.slip()
    street.sync()
    with caplog.at_level("INFO", logger="pos.office"):
        card = card_of(kept(opened(street, token), token, {**PHONE, "contact": "a@mail.example"}))
    text = caplog.text
    assert "/r/{token}" in text
    for secret in (token, card, "mail.example", "203.0.113.9"):
        assert secret not in text


def test_an_address_makes_so_many_new_members_in_an_hour_and_then_waits(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest_rates, "JOINS", 1)
    (_, first), (_, second) = street.slip(), street.slip()
    street.sync()
    phone = opened(street, first)
    card = card_of(kept(phone, first))
    no = phone.post(f"/r/{second}", PHONE)
    assert no.status_code == 429
    assert "Too many requests" in no.text
    assert phone.post(f"/r/{second}", {"card": card}).status_code == 303  # who is one already
