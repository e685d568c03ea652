"""`regulars message templates|preview|due|send|list`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

from loyalty.care.letter import LONGEST_BODY, Letter, Message, MessageState, Occasion
from pos.care.letters import keep, letters, ready_letter
from pos.care.making import due_today, make, preview
from pos.care.sending import send
from pos.care.smtp import SmtpPost, server_of
from pos.cli.approved import approved_by
from pos.cli.opened import doing, opened
from pos.cli.shown import moment
from pos.cli.table import table
from pos.cli.told import Error, Facts, Refused, Told
from pos.cli.who import anyone_named
from pos.clock import milliseconds
from pos.places import Places
from pos.rights import Right
from pos.shop import Shop

USUAL_DAYS = 30


def templates(options: Namespace, places: Places) -> Told:
    """Show the letters that are kept, or keep one."""
    if not options.occasion:
        with opened(places) as shop:
            found = letters(shop)
        rows = [
            (one.occasion.value, one.language, "on" if one.active else "off", one.subject)
            for one in found
        ]
        lines = table([("Occasion", "", "", "Subject"), *rows]) if rows else (_NOTHING,)
        return Told({"letters": [_letter(one) for one in found]}, lines)
    with doing(places, options.operator, options.act_id) as now:
        letter = _wanted(now.shop, options)
        second = approved_by(now.shop, options, now.act.operator, Right.EDIT_PROGRAM)
        kept = keep(now.shop, now.act, letter, second)
    state = "is sent from now on" if kept.active else "is not sent"
    return Told({"letter": _letter(kept)}, (f"The letter {kept.occasion.value} {state}.",))


def show(options: Namespace, places: Places) -> Told:
    """A letter filled for one member."""
    with opened(places) as shop:
        member = anyone_named(shop, options.who)
        seen = preview(shop, member, Occasion(options.occasion))
    facts = {
        "member": str(seen.member.id),
        "language": seen.language,
        "subject": seen.subject,
        "body": seen.body,
        "due": seen.due,
    }
    due = "It would be written today." if seen.due else "It is not due today."
    return Told(facts, (seen.subject, "", *seen.body.splitlines(), "", due))


def due(options: Namespace, places: Places) -> Told:
    """How many there are to write."""
    with opened(places) as shop:
        found = due_today(shop)
    return Told({"due": _by_occasion(found)}, _counted(found) or ("Nothing is due.",))


def post(options: Namespace, places: Places) -> Told:
    """Write what is due and hand it over."""
    with opened(places) as shop:
        server = server_of(shop.settings, places.data)
        made = make(shop)
        done = send(shop, SmtpPost(server), options.most)
    facts: Facts = {
        "made": _by_occasion(made),
        "sent": {state.value: count for state, count in done.counts.items()},
        "stopped": done.stopped or None,
    }
    lines = tuple(f"{state.value}: {count}" for state, count in done.counts.items())
    error = Error(done.stopped, {"host": server.host}) if done.stopped else None
    return Told(facts, lines or ("Nothing was to be sent.",), error)


def listed(options: Namespace, places: Places) -> Told:
    """What became of messages."""
    with opened(places) as shop:
        last = options.end or shop.today
        first = options.start or last - timedelta(days=USUAL_DAYS - 1)
        if first > last:
            raise Refused("survey-days", first=first, last=last)
        zone = shop.clock.zone
        begin, end = (
            milliseconds(datetime.combine(day, time(), zone))
            for day in (first, last + timedelta(days=1))
        )
        with shop.store.reading() as view:
            counts = view.message_counts(begin, end)
            newest = view.messages(begin, end, options.limit)
        facts: Facts = {
            "from": first.isoformat(),
            "to": last.isoformat(),
            "counts": _table(counts),
            "messages": [_message(shop, one) for one in newest],
        }
    rows = [(one.occasion.value, one.state.value, one.why, str(one.member)) for one in newest]
    lines = [f"{what.value}, {state.value}: {n}" for (what, state), n in counts.items()]
    return Told(facts, (*(lines or ["No letter."]), *table(rows)))


def _wanted(shop: Shop, options: Namespace) -> Letter:
    """The letter meant by the options: the ready one, or the one kept, with what is changed."""
    occasion = Occasion(options.occasion)
    language = options.language or shop.settings.language
    known = {(one.occasion, one.language): one for one in letters(shop)}
    letter = known.get((occasion, language))
    changes = options.subject is not None or options.body is not None
    if options.ready or (letter is None and not options.off):
        if not (options.ready or changes):
            raise Refused("letter-how", occasion=occasion.value)
        letter = ready_letter(occasion, language)
    if letter is None:
        raise Refused("letter-none", occasion=occasion.value, language=language)
    return replace(
        letter,
        subject=letter.subject if options.subject is None else options.subject,
        body=letter.body if options.body is None else _read(options.body),
        active=not options.off,
    )


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as opened_file:
            return opened_file.read(LONGEST_BODY + 1)
    except (OSError, UnicodeDecodeError):
        raise Refused("letter-unreadable", file=file.name) from None


def _letter(one: Letter) -> Facts:
    return {
        "occasion": one.occasion.value,
        "language": one.language,
        "subject": one.subject,
        "body": one.body,
        "active": one.active,
    }


def _message(shop: Shop, one: Message) -> Facts:
    return {
        "id": str(one.id),
        "member": str(one.member),
        "occasion": one.occasion.value,
        "about": one.about,
        "made_at": moment(shop, one.made_ms),
        "state": one.state.value,
        "tries": one.tries,
        "sent_at": moment(shop, one.sent_ms) if one.sent_ms is not None else None,
        "why": one.why,
    }


def _table(counts: Mapping[tuple[Occasion, MessageState], int]) -> Facts:
    facts: Facts = {}
    for (occasion, state), count in counts.items():
        facts.setdefault(occasion.value, {})[state.value] = count
    return facts


def _by_occasion(found: Mapping[Occasion, int]) -> Facts:
    return {occasion.value: count for occasion, count in found.items()}


def _counted(found: Mapping[Occasion, int]) -> tuple[str, ...]:
    return tuple(f"{occasion.value}: {count}" for occasion, count in found.items())


_NOTHING = (
    "No letter is kept, so none is sent. Take one over: regulars message templates welcome --ready"
)
