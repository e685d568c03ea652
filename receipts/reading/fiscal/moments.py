"""Dates and times as receipts write them, brought to ISO 8601 and no further.

What a receipt leaves open stays open: a date without a time gets none, a local time no zone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

_FIRST_YEAR = 2000  # no fiscal code is older; an earlier one is a misread digit
_LAST_YEAR = 2199
_PARTS = "YMDhms"
_ISO = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)", re.ASCII
)


def moment(text: str, *patterns: str) -> str:
    """The ISO text of a date, month or local time written in one of `patterns`.

    In a pattern the letters Y M D h m s each stand for one digit and the rest for itself:
    "DD-MM-YYYY", "YYYYMMDDThhmm". Two digits of a year are of this century. Seconds and time may
    be missing, and the day too. Result: "2019-08-12", "2019-04-18T21:16[:55]", "2026-04".
    The first pattern whose form fits decides. ValueError: none fits, or there is no such day.
    """
    for pattern in patterns:
        found = _read(text, pattern)
        if found is not None:
            return _iso(found)
    raise ValueError("no moment")


def zoned(text: str) -> datetime:
    """A moment with a zone (`Z` or an offset) in ISO 8601. ValueError without one, or for none."""
    if not _ISO.fullmatch(text):
        raise ValueError("no moment with a zone")
    found = datetime.fromisoformat(text)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError("year")
    return found


def epoch_ms(milliseconds: int) -> datetime:
    """The moment so many milliseconds after 1970 in UTC. ValueError outside this era."""
    if not 0 <= milliseconds < 2**43:
        raise ValueError("era")
    found = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise ValueError("year")
    return found


def iso(found: datetime, precision: str = "seconds") -> str:
    """An aware moment as text, with `Z` for UTC, else its offset; cut to `precision` as
    `datetime.isoformat` names it ("minutes", "seconds", "milliseconds").
    """
    text = found.isoformat(timespec=precision)
    return text.removesuffix("+00:00") + "Z" if found.utcoffset() == timedelta(0) else text


def _read(text: str, pattern: str) -> dict[str, str] | None:
    if len(text) != len(pattern):
        return None
    found = dict.fromkeys(_PARTS, "")
    for letter, place in zip(text, pattern, strict=True):
        if place in found:
            if not ("0" <= letter <= "9"):
                return None
            found[place] += letter
        elif letter != place:
            return None
    return found


def _iso(found: dict[str, str]) -> str:
    year = found["Y"] if len(found["Y"]) == 4 else f"20{found['Y']}"
    day = date(int(year), int(found["M"]), int(found["D"] or "1"))
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError("year")
    if not found["D"]:
        return f"{day:%Y-%m}"
    if not found["h"]:
        return day.isoformat()
    clock = time(int(found["h"]), int(found["m"]), int(found["s"] or "0"))
    return f"{day.isoformat()}T{clock.isoformat('seconds' if found['s'] else 'minutes')}"
