"""The sentences of head office's pages and refusals, one table per language, all with equal keys.

To add a language: one more table beside these, one more column in each `said_of_…`, and a line in
`_LANGUAGES` and `NAMES`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pos.office.wording.en import EN
from pos.office.wording.ja import JA
from pos.office.wording.ko import KO
from pos.office.wording.said_of_contacts import SAID as OF_CONTACTS
from pos.office.wording.said_of_faults import SAID as OF_FAULTS
from pos.office.wording.said_of_health import SAID as OF_HEALTH
from pos.office.wording.said_of_inbox import SAID as OF_INBOX
from pos.office.wording.said_of_members import SAID as OF_MEMBERS
from pos.office.wording.said_of_programs import SAID as OF_PROGRAMS
from pos.office.wording.said_of_reports import SAID as OF_REPORTS
from pos.office.wording.said_of_terminals import SAID as OF_TERMINALS
from pos.office.wording.said_to_asked import SAID as TO_ASKED
from pos.office.wording.said_to_guests import SAID as TO_GUESTS
from pos.office.wording.zh_cn import ZH_CN

_LANGUAGES = {"en": EN, "ko": KO, "ja": JA, "zh_CN": ZH_CN}
_ALSO = (
    OF_CONTACTS,
    OF_FAULTS,
    OF_HEALTH,
    OF_INBOX,
    OF_MEMBERS,
    OF_PROGRAMS,
    OF_REPORTS,
    OF_TERMINALS,
    TO_ASKED,
    TO_GUESTS,
)
"""Of one room each, all languages side by side, in the order above."""
_TABLES = {
    language: table | {key: said[n] for also in _ALSO for key, said in also.items()}
    for n, (language, table) in enumerate(_LANGUAGES.items())
}
NAMES = {"en": "English", "ko": "한국어", "ja": "日本語", "zh_CN": "中文"}

LANGUAGES = tuple(_TABLES)
"""Languages the pages speak, by their locale names."""

_MOST_ASKED = 12
_RANGE = re.compile(r"([A-Za-z]{1,8})(?:-[A-Za-z0-9-]{1,20})?(?:;q=([01](?:\.[0-9]{0,3})?))?")


def sentence(language: str, key: str, facts: Mapping[str, object]) -> str:
    """The wording of a key with its facts; a code that has none is told by its name."""
    table = _TABLES[language]
    words = table.get(key)
    if words is None:
        return table["code-unknown"].format(code=key)
    return words.format_map(facts)


def has(key: str) -> bool:
    """Whether there is a wording of a key."""
    return key in EN or any(key in also for also in _ALSO)


def chosen(cookie: str, asked: str) -> str:
    """The language chosen before, else the best of an Accept-Language header, else English."""
    if cookie in _TABLES:
        return cookie
    parts = (part.replace(" ", "") for part in asked[:400].split(",")[:_MOST_ASKED])
    found = [(m[2] or "1", m[1].lower()) for part in parts if (m := _RANGE.fullmatch(part))]
    # By weight, and as they came where the weight is equal: Python's sort keeps their order.
    for weight, stem in sorted(
        found, key=lambda one: one[0].replace(".", "").ljust(4, "0"), reverse=True
    ):
        known = next((name for name in LANGUAGES if name.split("_")[0] == stem), None)
        if known and weight.strip("0."):
            return known
    return "en"
