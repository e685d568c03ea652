"""What a phone opens from a slip or a message, without a log-in: keep a receipt's points, stop
messages, answer a question. The address is signed and holds nothing about a person.

A language is chosen on the page itself (`?language=`), which then comes back without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps

import sqlalchemy as sa

from loyalty.errors import LoyaltyError
from loyalty.members.answer import LONGEST_COMMENT, SCALES, Question
from loyalty.members.member import Member
from pos.office.desk.recovery import own_epoch, recovering
from pos.office.guests import joining as guests
from pos.office.guests import links as guests_links
from pos.office.guests import presenting as claim_page
from pos.office.guests import surveys, unsubscribing
from pos.office.guests.joining import Newcomer
from pos.office.guests.links import ASK, STOP, Link
from pos.office.guests.presenting import BOOKED, OPEN, REFUSED, WAITING, Look
from pos.office.guests.surveys import Asked
from pos.office.ledger.books import Books
from pos.office.schema.engine import reading, transaction
from pos.office.schema.shops import setting
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.pages.terminals import picture
from pos.office.web.refusals import Refused
from pos.office.wording import LANGUAGES
from receipts.claim_code import ClaimFacts
from receipts.reading.regulars import receipt_number
from receipts.writing.format import count, groups, minute, money

_FIELDS = {
    "enrol-nothing": "contact",
    "phone-unreadable": "contact",
    "email-unreadable": "contact",
    "guest-agree": "agree",
    "guest-card": "card",
    "guest-both": "card",
}
_CLOSED = frozenset(
    {
        *("claim-already", "claim-has-card", "claim-returned", "claim-withdrawn"),
        *("claim-too-old", "claim-too-small", "claim-limit", "claim-future"),
    }
)
"""What can be said of a receipt; with anything else one is sent to the counter."""
_SOON = frozenset({"claim-signature-unknown"})
"""What may be right in a few minutes: its terminal has not told of its key yet."""
_CHANNELS = ("email", "sms")

Answers = Callable[[Ask], Shown | Moved]


def _guest(does: Answers) -> Answers:
    """A page that counts who opens it, and comes back in the language that was chosen on it."""

    @wraps(does)
    def answered(ask: Ask) -> Shown | Moved:
        ask.parts.guests.look(ask.address)
        language = ask.query.get("language", "")
        return Moved(ask.path, language=language) if language in LANGUAGES else does(ask)

    return answered


# --- keeping a receipt's points -------------------------------------------------------------------


def _capital(ask: Ask) -> Moved:
    """A square code has capitals only."""
    return Moved(f"/r/{ask.named['token']}")


@_guest
def _receipt(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as db:
        books = Books(db, ask.house.merchant, ask.house.clock, 0)
        facts = _slip(ask, db)
        seen = claim_page.look(books, ask.house.clock, facts, _visit(ask))
        return _drawn(ask, db, facts, seen, None)


def _keep(ask: Ask) -> Shown | Moved:
    """The form of `_receipt`."""
    with reading(ask.parts.engine) as db:
        facts = _slip(ask, db)
    ask.parts.guests.act(ask.address, receipt_number(facts))
    try:
        typed = _typed(ask)
        if typed is not None:
            ask.parts.guests.join(ask.address)
        with transaction(ask.parts.engine) as db:
            books = _books(ask, db)
            if recovering(books):  # it does not know yet what it credited before
                raise Refused(503, "out-of-order", seconds=60)
            who = _whoever(ask, books) if typed is None else typed
            claim_page.keep(ask.office, books, ask.named["token"], facts, who, _visit(ask))
    except (LoyaltyError, Refused) as no:
        if isinstance(no, Refused) and no.status != 422:
            raise
        with reading(ask.parts.engine) as db:
            books = Books(db, ask.house.merchant, ask.house.clock, 0)
            seen = claim_page.look(books, ask.house.clock, facts, _visit(ask))
            return _drawn(ask, db, facts, seen, no)
    return Moved(f"/r/{ask.named['token']}")


def _typed(ask: Ask) -> Newcomer | None:
    """Whoever wants to be a member; None for who has a card."""
    contact, card = ask.typed("contact"), ask.typed("card")
    if card:
        if contact:
            raise Refused(422, "guest-both")
        return None
    told = guests.newcomer(contact, ask.language, messages="messages" in ask.form)
    if "agree" not in ask.form:
        raise Refused(422, "guest-agree")
    return told


def _whoever(ask: Ask, books: Books) -> Member:
    found = guests.card_holder(books, ask.typed("card"))
    if found is None:
        raise Refused(422, "guest-card")
    return found


def _slip(ask: Ask, db: sa.Connection) -> ClaimFacts:
    try:
        return claim_page.slip_of(db, ask.house.merchant, ask.named["token"])
    except LoyaltyError as no:
        soon = no.code in _SOON
        raise Refused(404, "guest-slip-soon" if soon else "guest-slip-wrong") from None


def _drawn(
    ask: Ask, db: sa.Connection, facts: ClaimFacts, seen: Look, no: LoyaltyError | Refused | None
) -> Shown:
    values = {
        "shop": seen.place.name or _merchant(ask, db),
        "when": minute(seen.place.at),
        "total": money(facts.total_minor, facts.currency, ask.language),
        "points": count(seen.points, ask.language),
        "state": seen.state,
        "kept": seen.kept and seen.state != REFUSED,
        "asks": seen.state == OPEN or (seen.state == WAITING and not seen.kept),
        "waits": seen.state == WAITING,
        "booked": seen.state == BOOKED,
        "card": groups(seen.card, (4, 4, 4, 4)),
        "picture": picture(seen.card) if seen.card else None,
        "why": _told(seen.why),
        "error": _told(no),
        "wrong": _FIELDS.get(no.code, "") if no else "",
        "typed": {name: ask.typed(name)[:254] for name in ("contact", "card")},
        "ticked": {name: name in ask.form for name in ("agree", "messages")},
        "survey": f"/r/{ask.named['token']}/survey",
    }
    return Shown("guest_receipt.html", values, 422 if no else 200)


def _told(no: LoyaltyError | Refused | None) -> LoyaltyError | Refused | None:
    """What is said of a no: a person at the counter may see more in it than a page."""
    known = no is None or no.code in _CLOSED or no.code in _FIELDS
    return no if known else Refused(422, "guest-counter")


def _visit(ask: Ask) -> bytes:
    """The browser's visit, as it is kept: whoever reads the database cannot pretend to be it."""
    return hashlib.sha256(b"guest\0" + ask.token.encode()).digest()


# --- stopping messages ----------------------------------------------------------------------------


@_guest
def _subscribed(ask: Ask) -> Shown:
    link = _link(ask, STOP)
    with reading(ask.parts.engine) as db:
        agrees = unsubscribing.agrees(Books(db, ask.house.merchant, ask.house.clock, 0), link)
        return _stop_page(ask, db, link, "asks" if agrees else "stopped")


def _stop(ask: Ask) -> Shown:
    """From the page's button, or from a mail program that knows nothing but the address."""
    link = _link(ask, STOP)
    ask.parts.guests.act(ask.address, ask.named["token"])
    with transaction(ask.parts.engine) as db:
        books = _books(ask, db)
        unsubscribing.stop(books, link)
        books.close()
        return _stop_page(ask, db, link, "stopped")


def _stop_page(ask: Ask, db: sa.Connection, link: Link, state: str) -> Shown:
    channel = link.what if link.what in _CHANNELS else "other"
    values = {"shop": _merchant(ask, db), "state": state, "channel": channel}
    return Shown("guest_stop.html", values)


# --- answering a question -------------------------------------------------------------------------


@_guest
def _question(ask: Ask) -> Shown:
    return _asked_by_link(ask, sent=False)


def _answer(ask: Ask) -> Shown:
    return _asked_by_link(ask, sent=True)


def _asked_by_link(ask: Ask, *, sent: bool) -> Shown:
    link = _link(ask, ASK)
    try:
        asked = Asked(Question(link.what), link.member)
    except ValueError:
        raise Refused(404, "guest-link-wrong") from None
    return _survey(ask, asked, sent=sent)


@_guest
def _question_of_slip(ask: Ask) -> Shown:
    return _asked_by_slip(ask, sent=False)


def _answer_of_slip(ask: Ask) -> Shown:
    return _asked_by_slip(ask, sent=True)


def _asked_by_slip(ask: Ask, *, sent: bool) -> Shown:
    with reading(ask.parts.engine) as db:
        facts = _slip(ask, db)
    return _survey(ask, Asked(Question.NPS, None, receipt_number(facts)), sent=sent)


def _survey(ask: Ask, asked: Asked, *, sent: bool) -> Shown:
    no: LoyaltyError | Refused | None = None
    state = "asks"
    if sent:
        ask.parts.guests.act(ask.address, f"survey {ask.named['token']}")
        try:
            score = ask.typed("score")
            if not (score.isascii() and score.isdigit() and len(score) < 3):
                raise Refused(422, "guest-score")
            with transaction(ask.parts.engine) as db:
                surveys.answer(db, ask.house, asked, int(score), ask.typed("comment"))
            state = "thanks"
        except (LoyaltyError, Refused) as error:
            if isinstance(error, Refused) and error.status != 422:
                raise
            no = error
    with reading(ask.parts.engine) as db:
        if state == "asks" and not surveys.due(db, ask.house, asked):
            state, no = "said", None
        least, most = SCALES[asked.question]
        values = {
            "shop": _merchant(ask, db),
            "state": state,
            "question": asked.question.value,
            "scores": range(least, most + 1),
            "score": ask.typed("score"),
            "comment": ask.typed("comment")[: 2 * LONGEST_COMMENT],
            "longest": LONGEST_COMMENT,
            "error": no,
        }
    return Shown("guest_survey.html", values, 422 if no else 200)


# --- all of them ----------------------------------------------------------------------------------


def _link(ask: Ask, purpose: str) -> Link:
    key, merchant = ask.parts.cookie_key, ask.house.merchant
    found = guests_links.read(key, merchant, purpose, ask.named["token"])
    if found is None:
        raise Refused(404, "guest-link-wrong")
    return found


def _books(ask: Ask, db: sa.Connection) -> Books:
    merchant = ask.house.merchant
    return Books(db, merchant, ask.house.clock, own_epoch(db, merchant))


def _merchant(ask: Ask, db: sa.Connection) -> str:
    """What the merchant is called, or nothing where that was never set."""
    wanted = sa.select(setting.c.value).where(
        setting.c.merchant == ask.house.merchant, setting.c.name == "merchant-name"
    )
    return db.execute(wanted).scalar_one_or_none() or ""


PAGES = (
    Page("/R/{token}", _capital, public=True),
    Page("/r/{token}", _receipt, public=True),
    Page("/r/{token}", _keep, "POST", public=True),
    Page("/r/{token}/survey", _question_of_slip, public=True),
    Page("/r/{token}/survey", _answer_of_slip, "POST", public=True),
    Page("/s/{token}", _question, public=True),
    Page("/s/{token}", _answer, "POST", public=True),
    Page("/u/{token}", _subscribed, public=True),
    Page("/u/{token}", _stop, "POST", public=True, signed=True),
)
