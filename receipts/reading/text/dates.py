"""The day and time on a receipt. A date that can be read in two ways is settled by the country's
order and by not lying in the future; where both still hold, it stays marked as unsure.

Eras: Japan's Reiwa and Heisei, and the years of the Republic of China (year 1 is 1912).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from receipts.reading.text.months import month_of

MONTH_FIRST = frozenset({"US", "PH", "PR", "FM", "MH", "PW", "GU"})
YEAR_FIRST = frozenset({"JP", "KR", "KP", "CN", "TW", "HK", "MO", "HU", "LT", "MN"})
_OLDEST = timedelta(days=366 * 12)  # a receipt is not older; a year misread often is
_ROC, _REIWA, _HEISEI = 1911, 2018, 1988

_Y, _M, _D = r"(?P<y>(?:19|20)\d\d)", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<d>[12]\d|3[01]|0?[1-9])"
_NAME = r"(?P<name>[A-Za-zÀ-ž]{3,10})\.?"
_SEP = r"\s?[-/.,·_]\s?"
_WORDY = (
    re.compile(r"(?P<era>令和|平成|民國|民国|[RH](?=\d))\s?(?P<y>\d{1,3}|元)\s?[年./]\s?"
               rf"{_M}\s?[月./]\s?{_D}(?!\d)"),
    re.compile(rf"(?P<y>(?:20)?\d\d)\s?[年년]\s?{_M}\s?[月월]\s?{_D}\s?[日일]?"),
    re.compile(rf"(?<![\dA-Za-z]){_D}(?:st|nd|rd|th|\.|er)?[-/. ,']{{0,2}}(?:de |d')?{_NAME}"
               r"[-/. ,']{0,2}(?:de )?(?P<y>20\d\d|\d\d)(?![\d:])"),
    re.compile(rf"(?<![A-Za-z]){_NAME}[-/. ]{{0,2}}{_D}(?:st|nd|rd|th)?[-/., ']{{1,2}}"
               r"(?P<y>20\d\d|\d\d)(?![\d:])"),
    re.compile(rf"(?<!\d)(?P<y>20\d\d)[-/. ]{_NAME}[-/. ]{_D}(?!\d)"),
)  # fmt: skip
_ISO = re.compile(rf"(?<![\d.,]){_Y}{_SEP}{_M}{_SEP}{_D}(?![\d,]|\.\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
                      r"(?=\D|$|[0-2]\d:?[0-5]\d(?::?[0-5]\d)?(?!\d))")  # fmt: skip
_THREE = re.compile(r"(?<![\d.,])(?P<a>\d{1,3})(?P<s>[-/.·])\s?(?P<b>\d{1,2})(?P=s)\s?"
                    r"(?P<c>(?:19|20)\d\d|\d\d)(?!\d|[.,]\d)")  # fmt: skip
_TIME = re.compile(
    r"(?P<before>AM|PM|上午|下午|午前|午後|오전|오후)?\s?(?<![\d:.,-])(?P<h>[01]?\d|2[0-3])"
    r"\s?(?:[:：時时시]|(?<=\d)h(?=\d))\s?(?P<m>[0-5]\d)\s?(?:[:分분]?\s?(?P<s>[0-5]\d)(?!\d))?"
    r"(?!\d)\s?(?P<after>[AP]\.?M\b)?",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:20\d\d([-/.])\d\d\1\d\d|\d\d([-/.])\d\d\2(?:20\d\d))(?=[0-2]\d:[0-5]\d)")
"""A whole date to which a reader of pictures has joined the time: it often sees no space there."""
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_WEEKDAY = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")[A-Z]*\b", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"exp|valid|until|best before|use by|due|return|refund|exchange|since|born|birth|"
    r"有効期限|期限|まで|유효|까지|有效期|截止|g[uü]ltig bis|valable|caduc|validade|scad",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date found in a row (its number); `unsure` where day and month could be the other way."""

    on: date
    row: int
    unsure: bool
    order: str


def days(lines: tuple[str, ...], today: date, country: str, order: str = "") -> tuple[Day, ...]:
    """Every day a receipt could be of, from the top. `country`: ISO 3166 code or nothing;
    `order`: "dmy", "mdy" or "ymd" where it is known how this merchant writes.

    Days until which something is valid, of the future, or of a decade ago are left out.
    """
    found = []
    for row, line in enumerate(lines):
        if _OTHER_DAY.search(line):
            continue
        found += list(_of_line(_apart(line), row, today, country, order))
    return tuple(found)


def clock_time(lines: tuple[str, ...], near: int) -> str:
    """The time of day as HH:MM or HH:MM:SS; in row `near` first, then around it; "" for none."""
    rows = sorted(range(len(lines)), key=lambda row: (abs(row - near), row < near))
    for row in rows:
        if (match := _TIME.search(_apart(lines[row]))) is not None:
            return _clock(match)
    return ""


def _apart(line: str) -> str:
    return _GLUED.sub(r"\g<0> ", line)


def _clock(match: re.Match[str]) -> str:
    hour = int(match["h"])
    half = (match["before"] or match["after"] or "").upper().replace(".", "")
    if half in {"PM", "下午", "午後", "오후"} and hour < 12:
        hour += 12
    elif half in {"AM", "上午", "午前", "오전"} and hour == 12:
        hour = 0
    seconds = f":{match['s']}" if match["s"] else ""
    return f"{hour:02d}:{match['m']}{seconds}"


def _of_line(line: str, row: int, today: date, country: str, order: str) -> Iterator[Day]:
    rest = line
    for pattern in (*_WORDY, _ISO, _COMPACT):
        for match in pattern.finditer(rest):
            named = match.groupdict().get("name")
            month = month_of(named) if named else int(match["m"])
            day = _day(_year(match), month, int(match["d"]), today)
            if day is not None:
                yield Day(day, row, False, "ymd" if match.start("y") < match.start("d") else "dmy")
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    for match in _THREE.finditer(rest):
        if (one := _of_three(match, row, today, country, order)) is not None:
            yield one


def _year(match: re.Match[str]) -> int:
    era = match.groupdict().get("era")
    year = 1 if match["y"] == "元" else int(match["y"])
    if era:
        return year + (_ROC if era[0] == "民" else _REIWA if era in {"令和", "R"} else _HEISEI)
    return year if year > 99 else 2000 + year


def _of_three(match: re.Match[str], row: int, today: date, country: str, order: str) -> Day | None:
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) == 3:  # 107/03/12: the Republic's year, where it is one
        on = _day(a + _ROC, b, c, today) if country in {"TW", ""} else None
        return Day(on, row, False, "ymd") if on else None
    year = c if c > 99 else 2000 + c
    readings = {"dmy": _day(year, b, a, today), "mdy": _day(year, a, b, today)}
    if c < 100:
        readings["ymd"] = _day(2000 + a, b, c, today)
    named = _WEEKDAY.search(match.string)
    wanted = _WEEKDAYS.index(named[1].upper()) if named else None
    possible = {name: on for name, on in readings.items() if on is not None}
    fitting = {name: on for name, on in possible.items() if on.weekday() == wanted}
    possible = fitting or possible
    first = order or _order_of(country)
    for name in (first, "dmy", "mdy", "ymd"):
        if (on := possible.get(name)) is not None:
            several = len({possible[n] for n in possible if _rivals(n, name, country)}) > 1
            return Day(on, row, several and not order and not country, name)
    return None


def _order_of(country: str) -> str:
    return "mdy" if country in MONTH_FIRST else "ymd" if country in YEAR_FIRST else "dmy"


def _rivals(name: str, chosen: str, country: str) -> bool:
    # Nobody but the countries of the year first writes two digits of it there.
    return name == chosen or name != "ymd" or country in YEAR_FIRST


def _day(year: int, month: int | None, day: int, today: date) -> date | None:
    if month is None:
        return None
    try:
        on = date(year, month, day)
    except ValueError:
        return None
    return on if today - _OLDEST <= on <= today + timedelta(days=1) else None
