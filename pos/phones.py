"""Phone numbers as people write them, kept as E.164 wherever it is known which country is meant.

Which digits are an area code, a trunk zero or a country is knowledge that changes every month:
it comes from libphonenumber's tables, not from a pattern of ours.
"""

from __future__ import annotations

import re
import unicodedata

from loyalty.errors import LoyaltyError

_GROUPING = re.compile(r"[\s().\-/\u2010-\u2015]")
_SHORTEST_SAME = 7  # digits: what a number is at least, without area code


def clean_phone(text: str, country: str = "") -> str:
    """A phone number in E.164 (`+49151…`); empty stays empty.

    `country`: ISO 3166 of the shop, whose numbers are meant where none is given. Without one a
    national number stays one: `010-1234-5678` becomes `01012345678`, and no country is guessed.
    LoyaltyError `phone-unreadable` for what is no number: 6 to 15 digits, of a length that its
    country has. Numbers not given out yet are taken, or every new range would be refused.
    """
    typed = unicodedata.normalize("NFKC", text[:200]).strip()
    digits = _GROUPING.sub("", typed)
    if not digits:
        return ""
    if not re.fullmatch(r"\+?[0-9]{6,17}", digits):
        raise LoyaltyError("phone-unreadable", typed=typed[:24])
    if digits.startswith("+"):
        found = _e164(digits, "")
    elif country:
        # 00 is how most of the world dials abroad; some countries dial otherwise.
        abroad = _e164(f"+{digits[2:]}", "", valid=True) if digits.startswith("00") else ""
        found = abroad or _e164(digits, country)
    else:
        found = digits if len(digits) <= 15 else ""
    if not found:
        raise LoyaltyError("phone-unreadable", typed=typed[:24])
    return found


def same_phone(one: str, other: str) -> bool:
    """Whether two kept numbers are one line: equal, or one is the national form of the other."""
    if not one or not other:
        return False
    short, long = sorted((bare(one), bare(other)), key=len)
    if one.startswith("+") and other.startswith("+"):
        return short == long
    return len(short) >= _SHORTEST_SAME and long.endswith(short)


def bare(phone: str) -> str:
    """The digits of a kept number without `+` and trunk zeros: what both its forms end with."""
    return phone.lstrip("+0")


def _e164(digits: str, country: str, *, valid: bool = False) -> str:
    # Late: its tables are needed when somebody enrols, not before the window is on screen.
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, country or None)
    except phonenumbers.NumberParseException:
        return ""
    fits = phonenumbers.is_valid_number if valid else phonenumbers.is_possible_number
    if not fits(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
