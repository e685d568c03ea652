"""A birthday as people type it: digits in the order of their language, the year only if they wish.

`24121990` in German, `12241990` in American English, `19901224` in Korean; `2412` without a year.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale

_WHOLE = {"d": 2, "M": 2, "y": 4}
_PATTERN = {"d": "DD", "M": "MM", "y": "YYYY"}


def order_of(language: str, country: str) -> str:
    """The order of day, month and year, as letters: "dMy", "Mdy" or "yMd"."""
    locale = QLocale(f"{language.split('_')[0]}_{country}" if country else language)
    letters = re.findall(r"[dMy]", locale.dateFormat(QLocale.FormatType.ShortFormat))
    order = "".join(dict.fromkeys(letters))
    return order if set(order) == set(_WHOLE) else "yMd"


def pattern_of(order: str) -> str:
    """How it may be typed: "DDMMYYYY"."""
    return "".join(_PATTERN[part] for part in order)


def birthday_text(typed: str, order: str) -> str:
    """What was typed as `1990-12-24` or `--12-24`; what cannot be read stays as it is, to be
    refused by name.
    """
    text = typed.strip()
    if not text or re.fullmatch(r"(\d{4}|-)-\d\d-\d\d", text, re.ASCII):
        return text
    parts = re.findall(r"\d+", text, re.ASCII)
    if len(parts) == 1:
        parts = _cut(parts[0], order)
    wanted = order if len(parts) == 3 else order.replace("y", "")
    if len(parts) != len(wanted):
        return text
    value = dict(zip(wanted, parts, strict=True))
    year = value.get("y", "-")
    return f"{year}-{value['M']:0>2}-{value['d']:0>2}"


def typed_text(kept: str, order: str) -> str:
    """A kept birthday as it would be typed."""
    year, month, day = kept[:-6], kept[-5:-3], kept[-2:]
    value = {"d": day, "M": month, "y": year if year != "-" else ""}
    return "".join(value[part] for part in order) if kept else ""


def _cut(digits: str, order: str) -> list[str]:
    """A run of digits as its parts: eight are with the year, four without."""
    wanted = {8: order, 4: order.replace("y", "")}.get(len(digits), "")
    parts, at = [], 0
    for part in wanted:
        parts.append(digits[at : at + _WHOLE[part]])
        at += _WHOLE[part]
    return parts
