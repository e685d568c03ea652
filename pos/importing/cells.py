"""The text of a cell read as what its field wants: money, a day, a phone. Each refuses by a code.

As at the counter, what can be read in two ways is refused; a mapping file says which is meant.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from loyalty.codes import Meaning, reading
from loyalty.errors import LoyaltyError
from loyalty.members.member import Birthday
from loyalty.money import LARGEST_MINOR, Currency, amount_from_text
from loyalty.rules.bounds import MOST_POINTS
from pos.importing.faults import CellError

_YES = frozenset(
    {"1", "y", "yes", "true", "x", "✓", "ja", "j", "oui", "sí", "si", "예", "네", "동의"}
    | {"はい", "有", "是", "同意"}
)
_NO = frozenset(
    {"0", "n", "no", "false", "nein", "non", "아니오", "아니요", "いいえ", "無", "否", "不同意"}
)
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일.]?")
_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_MOMENT = re.compile(r"(.*\d[日일.]?)(?:T|\s+)(\d{1,2}:\d\d.*)")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?")
_NOON = time(12)
NO_WORDS: tuple[str, ...] = ()
_CARD = re.compile(r"[!-~]{4,40}")


def money(text: str, unit: Currency, decimal: str = "") -> int:
    """Minor units, 0 included. `decimal`: the sign before the decimals, empty: told from the text.

    CellError with the codes of `amount_from_text`; `amount-ambiguous` also for `1.234`, which a
    file may mean as one and a bit.
    """
    plain = "".join(char for char in text if unicodedata.category(char) != "Sc").strip()
    digits, dot, cents = plain.partition(decimal or ".")
    if digits.isdecimal() and digits.isascii() and len(digits) < 12:
        exact = cents.isdecimal() and cents.isascii() and len(cents) <= unit.exponent
        if not dot or exact:
            minor: int = int(digits) * 10**unit.exponent + int(cents.ljust(unit.exponent, "0") or 0)
            if minor <= LARGEST_MINOR:
                return minor
    return _money(plain, unit, decimal)


def _money(plain: str, unit: Currency, decimal: str) -> int:
    """The rarer forms: groups of thousands, decimals after a comma, too many decimals."""
    typed = plain
    if decimal:
        grouped = "," if decimal == "." else "."
        whole, sign, cents = plain.replace(grouped, "").partition(decimal)
        if sign and len(cents.rstrip("0")) <= unit.exponent:
            cents = cents[: unit.exponent]  # 12.50 and 12.5000 are the same amount
        typed = f"{whole}.{cents}" if sign and cents else whole
        if sign and len(cents) > unit.exponent:
            raise CellError("amount-too-fine", digits=unit.exponent, currency=unit.code)
    elif unit.exponent == 2 and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
        raise CellError("amount-ambiguous", typed=plain)
    try:
        return amount_from_text(typed, unit)
    except LoyaltyError as no:
        if no.code == "amount-zero":
            return 0
        raise CellError.of(no) from None


def number(text: str, low: int = 0, high: int = MOST_POINTS) -> int:
    """A whole number, also `1,234` and `12.0`; CellError `number-unreadable`, `number-range`."""
    plain = unicodedata.normalize("NFKC", text).strip()
    grouped = re.fullmatch(r"[+]?\d{1,3}(?:[, '\u2019]\d{3})+", plain, re.ASCII)
    digits = re.sub(r"[, '\u2019]", "", plain) if grouped else plain
    found = re.fullmatch(r"([+-]?\d{1,19})(?:\.0+)?", digits, re.ASCII)
    if found is None:
        raise CellError("number-unreadable")
    value = int(found[1])
    if not low <= value <= high:
        raise CellError("number-range", low=low, high=high)
    return value


@lru_cache(maxsize=4096)  # a file of sales repeats each day hundreds of times
def day(text: str, form: str = "") -> date:
    """A day: `form` as in strptime, else year first, or 31.12.2024, or a 13/12/2024 that can only
    be one thing. CellError `date-unreadable`, `date-ambiguous`.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        if form:
            return datetime.strptime(plain, form).date()  # noqa: DTZ007 - a day has no zone
        if found := _ISO.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", plain):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DOTS.fullmatch(plain):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _SLASHES.fullmatch(plain):
            return _either(int(found[1]), int(found[2]), int(found[3]))
    except (ValueError, OverflowError):
        pass
    raise CellError("date-unreadable")


def _either(first: int, second: int, year: int) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise CellError("date-ambiguous")
    month, day_of = (second, first) if first > 12 else (first, second)
    return date(year, month, day_of)


def moment(text: str, clock: str, forms: tuple[str, str], zone: ZoneInfo) -> datetime:
    """A moment in the shop's zone from a day (perhaps with a time behind it) and a time of day.

    `forms`: of the day (or of both together) and of the time. Without a time: noon. A text with an
    offset (ISO 8601) is taken to the shop's zone. CellError as `day`, and `time-unreadable`.
    """
    plain, clock = text.strip(), clock.strip()
    if clock:
        return datetime.combine(day(plain, forms[0]), _time(clock, forms[1]), zone)
    if forms[0] and any(sign in forms[0] for sign in ("%H", "%I", "%X", "%T")):
        try:
            told = datetime.strptime(plain, forms[0])  # noqa: DTZ007 - the zone follows
        except ValueError:
            raise CellError("date-unreadable") from None
        return told.astimezone(zone) if told.tzinfo else told.replace(tzinfo=zone)
    if forms[0] or not (found := _MOMENT.fullmatch(plain)):
        return datetime.combine(day(plain, forms[0]), _NOON, zone)
    if _TIME.fullmatch(found[2]):
        return datetime.combine(day(found[1]), _time(found[2], ""), zone)
    try:
        told = datetime.fromisoformat(plain)
    except ValueError:
        raise CellError("time-unreadable") from None
    return told.astimezone(zone) if told.tzinfo else told.replace(tzinfo=zone)


def _time(text: str, form: str) -> time:
    try:
        if form:
            return datetime.strptime(text, form).time()  # noqa: DTZ007 - a time of day
        if found := _TIME.fullmatch(text):
            return time(int(found[1]), int(found[2]), int(found[3] or 0))
        if re.fullmatch(r"\d{3,4}", text, re.ASCII):  # 1153, as registers write it
            return time(int(text[:-2]), int(text[-2:]))
    except ValueError:
        pass
    raise CellError("time-unreadable")


def birthday(text: str, form: str = "") -> Birthday:
    """A birthday, also without year (`--05-03`, `05-03`); as `day`, and `birthday-unreadable`."""
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        if re.fullmatch(r"\d\d-\d\d", plain, re.ASCII):
            return Birthday.from_text(f"--{plain}")
        if plain.startswith("--"):
            return Birthday.from_text(plain)
        on = day(plain, form)
        return Birthday(on.month, on.day, on.year)
    except LoyaltyError as no:
        raise CellError.of(no) from None


def yes(text: str) -> bool:
    """Whether a cell says yes; CellError `yes-or-no`."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise CellError("yes-or-no")


def words(text: str) -> tuple[str, ...]:
    """Words parted by `;`, `|` or line ends, each once, in order."""
    found = (" ".join(one.split()) for one in re.split(r"[;|\n]", text))
    return tuple(dict.fromkeys(one[:100] for one in found if one))[:50]


def marks(text: str) -> tuple[str, ...]:
    """Flags parted by commas or as `words`."""
    return words(text.replace(",", ";"))


def card(text: str) -> str:
    """A card's code: one of ours that holds its check, or 4 to 40 printable ASCII characters.

    CellError `card-unreadable`, and `card-damaged` for what could only be a code of ours but is
    none: it would never be found at the counter.
    """
    code = text.strip()
    if not _CARD.fullmatch(code):
        raise CellError("card-unreadable")
    if reading(code).meaning not in (Meaning.MEMBER_CARD, Meaning.FOREIGN, Meaning.PRODUCT):
        raise CellError("card-damaged")
    return code


def name(text: str, longest: int = 200) -> str:
    """A text on one line without control characters; CellError `text-too-long`."""
    if len(text) <= longest and text.isascii() and text.isprintable():  # nearly every cell
        return " ".join(text.split())
    visible = "".join(" " if c.isspace() else c for c in text if c.isprintable() or c.isspace())
    plain = unicodedata.normalize("NFC", " ".join(visible.split()))
    if len(plain) > longest:
        raise CellError("text-too-long", longest=longest)
    return plain
