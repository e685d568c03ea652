"""Waiting messages handed to the mail server, each at most once.

It is written down before a message is handed over and again after. Whoever is cut off in between
cannot know whether it arrived: it is given up and shown, not sent again, because a second birthday
letter annoys everybody and a lost one almost nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from email.message import EmailMessage
from typing import Final

from loyalty.care import due as rules
from loyalty.care.letter import Message, MessageState
from loyalty.care.spacing import next_try
from pos.care.known import known_of, state_of, values_of
from pos.care.letters import letter_for
from pos.care.mail import Answer, Post, mail_of
from pos.care.making import may_write
from pos.shop import Shop
from pos.store import View
from pos.trouble import TroubleError

UNSURE: Final = "unsure"
_LEASE_MS = 60 * 60_000
"""Longer than a server's last word may take: a message that is older was cut off."""
_PAUSE_MS = 5 * 60_000
_PAGE = 50


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of messages: how many in each state. WAITING: they are tried again later.

    `stopped`: the trouble that kept the rest from being tried, which wait; empty if none did.
    """

    counts: Mapping[MessageState, int] = field(default_factory=dict)
    stopped: str = ""


def send(shop: Shop, post: Post, most: int = 500, over: Callable[[], bool] = lambda: False) -> Sent:
    """Hand over at most `most` messages whose turn it is. Two who do it at once share them.

    `over`: asked before each one, whether to leave the rest for later; then nothing is touched any
    more.
    """
    counts: Counter[MessageState] = Counter()
    counts[MessageState.GIVEN_UP] += _cut_off(shop)
    stopped = ""
    try:
        while most > 0 and not stopped:
            with shop.store.reading() as view:
                page = view.messages_in(MessageState.WAITING, view.now_ms(), min(most, _PAGE))
            if not page:
                break
            most -= len(page)
            for message in page:
                post.open()
                if over():
                    return Sent(_counted(counts))
                counts[_one(shop, post, message)] += 1
    except TroubleError as trouble:
        if not trouble.code.startswith("mail-"):
            raise
        stopped = trouble.code
    finally:
        post.close()
    return Sent(_counted(counts), stopped)


def _counted(counts: Counter[MessageState]) -> dict[MessageState, int]:
    return {state: counts[state] for state in MessageState if counts[state]}


def _one(shop: Shop, post: Post, message: Message) -> MessageState:
    """One message; what it is then."""
    with shop.store.writing() as work:
        now_ms = work.now_ms()
        mail = _mail(shop, work, message)
        if isinstance(mail, str):
            dropped = replace(message, state=MessageState.DROPPED, why=mail)
            work.change_message(dropped, MessageState.WAITING)
            return MessageState.DROPPED
        trying = replace(
            message,
            state=MessageState.TRYING,
            tries=message.tries + 1,
            next_ms=now_ms + _LEASE_MS,
        )
        if not work.change_message(trying, MessageState.WAITING):
            return MessageState.TRYING  # somebody else has it
    try:
        answer = post.send(mail)
    except TroubleError:  # it is still ours, and nothing is wrong with it
        _after(shop, replace(message, next_ms=now_ms + _PAUSE_MS))
        raise
    return _after(shop, _answered(shop, trying, answer))


def _answered(shop: Shop, message: Message, answer: Answer) -> Message:
    with shop.store.reading() as view:
        now_ms = view.now_ms()
    code = str(answer.code)
    if answer.taken:
        return replace(message, state=MessageState.SENT, sent_ms=now_ms, why="")
    if answer.unsure:
        return replace(message, state=MessageState.GIVEN_UP, why=UNSURE)
    if not answer.later:
        return replace(message, state=MessageState.REFUSED, why=code)
    again = next_try(message.tries, now_ms)
    if again is None:
        return replace(message, state=MessageState.GIVEN_UP, why=code)
    return replace(message, state=MessageState.WAITING, next_ms=again, why=code)


def _after(shop: Shop, message: Message) -> MessageState:
    with shop.store.writing() as work:
        work.change_message(message, MessageState.TRYING)
    return message.state


def _mail(shop: Shop, view: View, message: Message) -> EmailMessage | str:
    """The mail as things stand now, or why it is not written any more."""
    if why := may_write(view, message.member):
        return why
    person = view.member(message.member)
    assert person is not None  # or they may not be written to
    known = known_of(shop, view, person, state_of(shop, view))
    if rules.about(known, message.occasion) != message.about:
        return "over"
    usual = shop.settings.language
    letter = letter_for(view, message.occasion, person.language or usual, usual)
    if letter is None:
        return "letter-off"
    subject, body = letter.filled(values_of(shop, known, message.occasion, letter.language))
    text = letter.language, subject, body
    try:
        return mail_of(shop.settings, message.id, person.email, text, view.moment())
    except TroubleError as trouble:
        return trouble.code


def _cut_off(shop: Shop) -> int:
    """Messages somebody began to hand over and never told the end of."""
    with shop.store.writing() as work:
        found = work.messages_in(MessageState.TRYING, work.now_ms(), _PAGE)
        given_up = (replace(one, state=MessageState.GIVEN_UP, why=UNSURE) for one in found)
        return sum(work.change_message(one, MessageState.TRYING) for one in given_up)
