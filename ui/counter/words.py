"""Sentences for the values on the counter screen: a notice, a way on, points with their unit."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from ui.counter.here import HereView
from ui.counter.notice import Notice, Way
from ui.counter.state import ReceiptView
from ui.parts import notice as shown
from ui.wording import figures
from ui.wording.said_of_counter import ACTS, CHIPS, DONE, OTHER_STEP, STEPS, WAYS, chip_source
from ui.wording.said_of_line import LINE_CHIPS
from ui.wording.sentences import placeholders, sentence


class Units(QObject):
    """Counted units. A QObject, because lupdate sees plurals only in calls of `self.tr`."""

    def points(self, number: int) -> str:
        return self.tr("%Ln point(s)", "", number)

    def stamps(self, number: int) -> str:
        return self.tr("%Ln stamp(s)", "", number)

    def visits(self, number: int) -> str:
        return self.tr("%Ln visit(s)", "", number)

    def vouchers(self, number: int) -> str:
        return self.tr("%Ln voucher(s)", "", number)

    def receipts(self, number: int) -> str:
        return self.tr("%Ln receipt(s)", "", number)

    def total(self, here: HereView) -> str:
        if here.as_of is None:
            return self.tr("Total not known yet")
        words = self.tr("Total {points}, as of {time}")
        return words.format(points=figures.count(here.total), time=when_words(here.as_of))


_UNITS: Final = Units()


def said(notice: Notice, currency: str) -> str:
    """The sentence of a notice."""
    return sentence(notice.code, dict(notice.facts), currency)


def said_or_nothing(notice: Notice | None, currency: str) -> str:
    """The sentence, or nothing where there is none."""
    return said(notice, currency) if notice is not None else ""


def chip_words(notice: Notice) -> str:
    """A device's state in two or three words; of the line to head office, with its figures."""
    facts = dict(notice.facts)
    since, count = facts.get("since"), facts.get("count")
    source = chip_source(notice.code)
    if isinstance(since, datetime | time) and f"{notice.code}-since" in CHIPS:
        source = chip_source(f"{notice.code}-since")
    words = QCoreApplication.translate("Chips", source)
    if notice.code not in LINE_CHIPS:
        return words
    return words.format(
        time=when_words(since) if isinstance(since, datetime | time) else "",
        count=figures.count(count) if isinstance(count, int) else "",
    )


def when_words(at: datetime | time) -> str:
    """A time of today, or a day and time (`ui.counter.line.moment`)."""
    return at.strftime("%H:%M") if isinstance(at, time) else moment_of(at)


def way_words(way: Way) -> str:
    """Short words for a way on, as they stand on its key."""
    source = str(WAYS.get(way.code, way.key))
    return QCoreApplication.translate("Ways", source)


def banner_of(notice: Notice, currency: str) -> shown.Notice:
    """A notice as the banner shows it; `Way.key` is the way's place among its fellows."""
    ways = tuple(
        shown.Way(str(place), way_words(way), key_name(way.key))
        for place, way in enumerate(notice.ways)
    )
    return shown.Notice(notice.mood.value, said(notice, currency), ways)


def key_name(name: str) -> str:
    """The name on a key cap; the presenter's names are those of Qt ("Return", "Escape")."""
    return {"Return": "Enter", "Escape": "Esc"}.get(name, name)


def points(number: int) -> str:
    """Points with their unit ("12 points"), in the language in force."""
    if number < 0:  # Qt counts no plural of what is below zero
        return f"-{_UNITS.points(-number)}"
    return _UNITS.points(number)


def total_words(here: HereView) -> str:
    """What a member has in all, with the time of that word."""
    return _UNITS.total(here)


def stamps(number: int) -> str:
    """Stamps with their unit."""
    return _UNITS.stamps(number)


def visits(number: int) -> str:
    """Purchases with their unit."""
    return _UNITS.visits(number)


def vouchers(number: int) -> str:
    """Vouchers with their unit."""
    return _UNITS.vouchers(number)


def receipts(number: int) -> str:
    """Receipts with their unit."""
    return _UNITS.receipts(number)


def step_words(code: str, facts: dict[str, object], currency: str) -> tuple[str, str]:
    """A step of "why" as (words, figure at the right). An unknown rule is named by its code."""
    source = str(STEPS.get(code, OTHER_STEP))
    words = QCoreApplication.translate("Steps", source)
    values = {name: _fact(name, value, currency) for name, value in facts.items()} | {"code": code}
    # A step that lacks a fact is still a step: what is missing is a dash.
    missing = {name: "–" for name in placeholders(source) if name not in values}
    return words.format(**values, **missing), _figure(facts, currency, source)


def _figure(facts: dict[str, object], currency: str, source: str) -> str:
    """The first figure that the words themselves do not use."""
    for name in ("points", "amount_minor", "minimum_minor"):
        if name in facts and "{" + name + "}" not in source:
            return _fact(name, facts[name], currency)
    return ""


def _fact(name: str, value: object, currency: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        if name.endswith("minor"):
            return figures.money(value, currency)
        return points(value) if name.endswith("points") else figures.count(value)
    if name == "on" and isinstance(value, str):
        return figures.day(date.fromisoformat(value))
    return " ".join(str(value).split())[:80]


def time_of(at: datetime) -> str:
    """The time of day. States carry times in the shop's zone already."""
    return at.strftime("%H:%M")


def moment_of(at: datetime) -> str:
    """Day and time to the minute."""
    return figures.minute(at, at.tzinfo) if at.tzinfo else at.strftime("%Y-%m-%d %H:%M")


def printed_words(receipt: ReceiptView) -> str:
    """When a receipt was printed, and its number."""
    at = moment_of(receipt.at) if receipt.at else figures.day(receipt.on)
    return f"{at} · {receipt.number[:40]}" if receipt.number else at


def act_words(kind: str) -> str:
    """The name of an act: sale, return, enrolment, and their undoing."""
    return QCoreApplication.translate("Acts", str(ACTS.get(kind, kind)))


def done_words(kind: str) -> str:
    """The headline after an act."""
    return QCoreApplication.translate("Acts", str(DONE.get(kind, ACTS.get(kind, kind))))
