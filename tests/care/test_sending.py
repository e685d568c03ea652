"""Letters over a real mail server: each at most once, whatever the server does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from loyalty.care.letter import Letter, MessageState, Occasion
from pos.care.letters import keep
from pos.care.making import make
from pos.care.sending import Sent, send
from pos.care.smtp import SmtpPost
from pos.consents import consent
from pos.profiles import Changes, edit_profile
from pos.shop import Shop
from pos.trouble import TroubleError
from tests.care.people import letters_for, reader, written
from tests.care.post_office import PostOffice
from tests.shop.house import act, clock_of

STATES = MessageState


def counts(done: Sent) -> dict[str, int]:
    return {state.value: count for state, count in done.counts.items()}


def welcomed(shop: Shop, many: int) -> list[str]:
    """So many members who joined today, with a letter made for each; their addresses."""
    letters_for(shop, Occasion.WELCOME)
    members = [reader(shop, number) for number in range(1, many + 1)]
    assert make(shop) == {Occasion.WELCOME: many}
    return [member.email for member in members]


def test_a_letter_is_plain_text_with_a_way_to_end_them(shop: Shop, office: PostOffice) -> None:
    welcomed(shop, 1)
    assert counts(send(shop, office.post())) == {"sent": 1}
    address, mail = office.taken[0]
    assert address == "reader1@example.org"
    assert mail["From"] == "Test shop <shop@example.org>"
    assert mail["List-Unsubscribe"] == "<mailto:shop@example.org?subject=stop>"
    assert mail["Subject"] == "Welcome to Test shop"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    assert "Hello Rita," in mail.get_content()
    assert "answer with the word “stop”" in mail.get_content()


def test_sending_twice_sends_once(shop: Shop, office: PostOffice) -> None:
    welcomed(shop, 3)
    assert counts(send(shop, office.post())) == {"sent": 3}
    assert counts(send(shop, office.post())) == {}
    assert make(shop) == {}
    assert len(office.taken) == 3
    assert len({mail["Message-ID"] for _, mail in office.taken}) == 3


def test_who_takes_consent_back_before_the_post_leaves_gets_nothing(
    shop: Shop, office: PostOffice
) -> None:
    letters_for(shop, Occasion.WELCOME)
    member = reader(shop)
    make(shop)
    consent(shop, member.id, "email", False, "counter")
    assert counts(send(shop, office.post())) == {"dropped": 1}
    assert written(shop, member.id)[0].why == "no-consent"
    assert not office.taken


def test_a_passing_refusal_is_tried_again_later_and_then_sent_once(
    shop: Shop, office: PostOffice
) -> None:
    first, second = welcomed(shop, 2)
    office.to_rcpt[first] = "450 busy"
    assert counts(send(shop, office.post())) == {"sent": 1, "waiting": 1}
    assert counts(send(shop, office.post())) == {}  # not before its time
    office.to_rcpt.clear()
    clock_of(shop).advance(timedelta(minutes=6))
    assert counts(send(shop, office.post())) == {"sent": 1}
    assert sorted(address for address, _ in office.taken) == [first, second]


def test_a_letter_is_given_up_after_some_days_of_passing_refusals(
    shop: Shop, office: PostOffice
) -> None:
    welcomed(shop, 1)
    office.to_data = "452 full"
    seen = []
    for _ in range(6):
        seen.append(counts(send(shop, office.post())))
        clock_of(shop).advance(timedelta(days=1, minutes=1))
    assert seen == [{"waiting": 1}] * 5 + [{"given-up": 1}]
    office.to_data = ""
    assert counts(send(shop, office.post())) == {}
    assert not office.taken


def test_an_address_refused_for_good_is_left_alone(shop: Shop, office: PostOffice) -> None:
    (address,) = welcomed(shop, 1)
    letters_for(shop, Occasion.BIRTHDAY)
    office.to_rcpt[address] = f"550 5.1.1 <{address}> nobody of this name"
    assert counts(send(shop, office.post())) == {"refused": 1}
    with shop.store.reading() as view:
        (message,) = view.messages(0, view.now_ms() + 1, 10)
        assert message.why == "550"  # never the server's words: they name people
        edit = Changes(birthday=f"--{shop.today:%m-%d}")
    edit_profile(shop, act(shop), message.member, edit)
    clock_of(shop).advance(timedelta(days=1))
    assert make(shop) == {}
    clock_of(shop).advance(timedelta(minutes=1))
    assert counts(send(shop, office.post())) == {}


def test_a_server_that_hangs_up_in_the_middle_gets_the_rest_later(
    shop: Shop, office: PostOffice
) -> None:
    addresses = welcomed(shop, 5)
    office.takes = 2
    done = send(shop, office.post())
    assert (counts(done), done.stopped) == ({"sent": 2}, "mail-busy")
    office.takes = None
    assert counts(send(shop, office.post())) == {"sent": 2}  # one waits its pause
    clock_of(shop).advance(timedelta(minutes=6))
    assert counts(send(shop, office.post())) == {"sent": 1}
    assert sorted(address for address, _ in office.taken) == sorted(addresses)


def test_a_server_that_falls_silent_after_the_text_is_never_asked_again(
    shop: Shop, office: PostOffice
) -> None:
    welcomed(shop, 1)
    office.keeps_and_hangs = True
    assert counts(send(shop, office.post(final_s=0.2))) == {"given-up": 1}
    office.keeps_and_hangs = False
    clock_of(shop).advance(timedelta(days=2))
    assert counts(send(shop, office.post())) == {}
    assert len(office.taken) == 1


class Crash(BaseException):
    """The power goes."""


class CutOff:
    """Hands over and dies before anybody hears of it."""

    def __init__(self, post: SmtpPost) -> None:
        self.post = post

    def send(self, mail):  # type: ignore[no-untyped-def]
        self.post.send(mail)
        raise Crash

    def open(self) -> None:
        self.post.open()

    def close(self) -> None:
        self.post.close()


def test_cut_off_between_handing_over_and_noting_it_a_letter_is_not_sent_again(
    shop: Shop, office: PostOffice
) -> None:
    welcomed(shop, 1)
    with pytest.raises(Crash):
        send(shop, CutOff(office.post()))
    assert counts(send(shop, office.post())) == {}
    clock_of(shop).advance(timedelta(hours=2))
    assert counts(send(shop, office.post())) == {"given-up": 1}
    assert len(office.taken) == 1


def test_nobody_answers_and_letters_wait(shop: Shop, office: PostOffice) -> None:
    welcomed(shop, 2)
    port = office.port
    office.close()
    post = SmtpPost(replace(office.server(), port=port, timeout_s=1))
    done = send(shop, post)
    assert (counts(done), done.stopped) == ({}, "mail-unreachable")
    with shop.store.reading() as view:
        assert {one.state for one in view.messages(0, 2**60, 10)} == {STATES.WAITING}
        assert {one.tries for one in view.messages(0, 2**60, 10)} == {0}
    office.__init__()  # type: ignore[misc]
    clock_of(shop).advance(timedelta(minutes=6))
    assert counts(send(shop, office.post())) == {"sent": 2}


def test_a_server_that_refuses_the_sender_keeps_every_letter_waiting(
    shop: Shop, office: PostOffice
) -> None:
    welcomed(shop, 2)
    office.to_mail = "553 not your address"
    done = send(shop, office.post())
    assert (counts(done), done.stopped) == ({}, "mail-sender")
    office.to_mail = ""
    clock_of(shop).advance(timedelta(minutes=6))
    assert counts(send(shop, office.post())) == {"sent": 2}


def test_a_dot_alone_does_not_end_a_letter(shop: Shop, office: PostOffice) -> None:
    letters_for(shop, Occasion.BIRTHDAY)
    keep(shop, act(shop, "boss"), Letter(Occasion.WELCOME, "en", "Hello", "one\n.\n..two\n.three"))
    reader(shop)
    make(shop)
    send(shop, office.post())
    lines = office.taken[0][1].get_content().splitlines()
    assert lines[:4] == ["one", ".", "..two", ".three"]


def test_a_name_cannot_become_a_header(shop: Shop, office: PostOffice) -> None:
    letters_for(shop, Occasion.BIRTHDAY)
    keep(shop, act(shop, "boss"), Letter(Occasion.WELCOME, "en", "For {name}", "Hi {name}"))
    member = reader(shop)
    with shop.store.writing() as work:
        known = work.member(member.id)
        assert known is not None
        work.change_member(replace(known, name="Eve\r\nBcc: all@example.org\r\n\r\nBuy"))
    make(shop)
    assert counts(send(shop, office.post())) == {"sent": 1}
    (address, mail), head = office.taken[0], office.raw[0].split(b"\r\n\r\n")[0]
    assert [address] == office.asked
    assert mail["Subject"] == "For Eve Bcc: all@example.org Buy"
    assert mail["Bcc"] is None
    assert b"\r\nBcc:" not in head


def test_no_password_travels_in_the_clear(office: PostOffice) -> None:
    post = SmtpPost(office.server(security="starttls", user="shop", password="secret"))
    with pytest.raises(TroubleError, match="mail-tls"):
        post.send(None)  # type: ignore[arg-type]
    assert "secret" not in repr(office.server(password="secret"))
