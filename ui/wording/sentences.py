"""From a code and its facts to a sentence with a way on, in the language in force. Errors carry no
words: here are all of them, so that nothing is said that was not translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from string import Formatter
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.wording import figures
from ui.wording.said_of_acts import ACTS_SAID
from ui.wording.said_of_claims import SAID_OF_RECEIPTS
from ui.wording.said_of_counter import COUNTER
from ui.wording.said_of_customer import CUSTOMER, KIOSK_ONLY
from ui.wording.said_of_findings import FINDINGS
from ui.wording.said_of_line import LINE_SAID
from ui.wording.said_of_people import PEOPLE
from ui.wording.said_of_photographs import PHOTOGRAPHS
from ui.wording.said_of_room import ROOM_SAID
from ui.wording.said_of_rules import RULES
from ui.wording.said_of_shop import SHOP
from ui.wording.said_of_store import STORE
from ui.wording.said_of_world import WORLD

_OF_PEOPLE: Final = (
    *(PEOPLE, ACTS_SAID, SAID_OF_RECEIPTS, PHOTOGRAPHS, CUSTOMER, KIOSK_ONLY, ROOM_SAID),
)
_TABLES: Final = (FINDINGS, RULES, SHOP, STORE, WORLD, LINE_SAID, COUNTER, *_OF_PEOPLE)
SAID: Final = {code: str(text) for table in _TABLES for code, text in table.items()}
_UNKNOWN: Final = str(
    QT_TRANSLATE_NOOP(
        "Sentences", "This did not work ({code}). Try again, or ask whoever looks after this till."
    )
)
_MOST: Final = 40  # letters of an outside text inside a sentence
_MOST_PATH: Final = 120
# Numbers that are names: written without grouping.
_NAMES: Final = frozenset(
    {"terminal", "seq", "number", "receipt_no", "shift_no", "port", "counter"}
)
# Facts that are codes: `check` crc16 is said as the sentence "check-crc16", where there is one.
_CODES: Final = frozenset({"check", "per"})
_DAYS: Final = frozenset({"until", "from", "on"})


def sentence(code: str, facts: Mapping[str, object], currency: str = "") -> str:
    """What to say for `code`; an unknown code is named in a general sentence, never a traceback.

    A fact whose name ends in `minor` is money in the fact `currency`, or else in `currency` (the
    shop's). A fact `why` may be a code itself; its sentence is put in.
    """
    source = SAID.get(code)
    if source is None:
        return _translated(_UNKNOWN).format(code=_plain(code))
    money = str(facts.get("currency") or currency)
    said = {name: _said(name, facts, money) for name in placeholders(source)}
    return _translated(source).format(**said)


def placeholders(source: str) -> frozenset[str]:
    """Names of the facts a sentence wants."""
    return frozenset(name for _, name, _, _ in Formatter().parse(source) if name)


def _said(name: str, facts: Mapping[str, object], currency: str) -> str:
    value = facts.get(name)
    if name == "why" and isinstance(value, str) and value in SAID:
        return sentence(value, {k: v for k, v in facts.items() if k != "why"}, currency)
    if name in _CODES and f"{name}-{value}" in SAID:
        return _translated(SAID[f"{name}-{value}"])
    if isinstance(value, bool) or value is None:
        return "–"
    if isinstance(value, int):
        return _number(name, value, currency)
    if name in _DAYS and isinstance(value, str):
        value = _as_day(value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        return figures.minute(value, value.tzinfo)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date) and not isinstance(value, datetime):
        return figures.day(value)
    return _plain(str(value), _MOST_PATH if name == "path" else _MOST)


def _number(name: str, value: int, currency: str) -> str:
    if name.endswith("minor") and currency:
        return figures.money(value, currency)
    return str(value) if name in _NAMES else figures.count(value)


def _as_day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _plain(text: str, most: int = _MOST) -> str:
    """Outside text made harmless: no control signs, no line breaks, not long."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * most]).split())
    return shown if len(shown) <= most else shown[: most - 1] + "…"


def _translated(source: str) -> str:
    return QCoreApplication.translate("Sentences", source)
