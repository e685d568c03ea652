"""Whose receipt it is: the best match among the merchants the shop has enrolled, by tax number or
name; without one, the line that most likely is the name, as a proposal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from receipts.reading.text.fold import folded, squeezed
from receipts.reading.text.page import Page
from receipts.reading.text.roles import Role, role

SURE = 0.8
"""From this likeness on a name is taken for an enrolled one."""
_TORN = 2  # letters beside each other that an engine may misread
_HEAD = 12  # rows in which a name is looked for
_FORMS = re.compile(
    r"\b(?:SDN BHD|SDN|BHD|GMBH|CO KG|LTD|LIMITED|LLC|INC|S L|S A|SL|SA|SARL|SRL|S R L|SPA|LDA|"
    r"PTE|CORP|CO|PLT|ENTERPRISE|TRADING|E K)\b|株式会社|有限会社|주식회사|有限公司"
)
_NO_NAME = re.compile(
    r"^(?:(?:TAX|SIMPLIFIED|CASH|SALES|OFFICIAL|ORIGINAL|DUPLICATE|COPY|CUSTOMER) ?)*"
    r"(?:INVOICE|RECEIPT|BILL|COPY|WELCOME|BON|QUITTUNG|RECHNUNG|KASSENBON|TICKET|FACTURA|RECU)\b|"
    r"WELCOME|THANK|^ADD?RESS|RESIT|領収|レシート|영수증|小票|收据|收銀|TEL|PHONE|FAX|WWW|HTTP|DATE|GST|VAT|NO\b|"
    r"CO REG|REG NO|COMPANY REG|^RE(?:CEIPT|G)\b"
)
_ADDRESS = re.compile(
    r"\b(?:JALAN|JLN|ROAD|STREET|STRASSE|STR|AVENUE|AVE|DRIVE|LANE|SUITE|SQUARE|LOT|TAMAN|FLOOR|CALLE|RUE|RUA|VIA|PLAZA|"
    r"PLATZ|WEG|ALLEE|BLVD|LORONG|BANDAR|SELANGOR|KUALA)\b|区|市.+町|丁目|路.*号|로 \d|길 \d"
)


@dataclass(frozen=True, slots=True)
class Merchant:
    """One the shop has enrolled: its key in the books, its name, its tax number where known."""

    key: str
    name: str
    tax_number: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Whose it is. `key` is "" for a proposal; `score` 0..1: 1 by tax number or the whole name."""

    key: str
    name: str
    score: float


def merchant_of(page: Page, enrolled: Sequence[Merchant]) -> Named:
    """The enrolled merchant a page names best, else a proposal with a score of 0.

    Two enrolled ones that match alike are no match: a person chooses.
    """
    digits = [re.sub(r"\W", "", row.text.upper()) for row in page.rows]
    head = [_bare(row.text) for row in page.rows[:_HEAD]]
    ranked = sorted(
        ((_score(one, head, digits), one) for one in enrolled), key=lambda pair: -pair[0]
    )
    if ranked and ranked[0][0] >= SURE:
        rivals = {one.key for score, one in ranked if score == ranked[0][0]}
        if len(rivals) == 1:
            score, best = ranked[0]
            return Named(best.key, best.name, round(score, 2))
    return Named("", _proposal(page), 0.0)


def _score(one: Merchant, head: Sequence[str], digits: Sequence[str]) -> float:
    number = re.sub(r"\W", "", one.tax_number.upper())
    if len(number) >= 7 and any(number in row for row in digits):
        return 1.0
    name = _bare(one.name)
    if len(name) < 3:
        return 0.0
    pairs = (a + b for a, b in pairwise(head))
    return max((_likeness(name, row) for row in (*head, *pairs)), default=0.0)


def _likeness(name: str, row: str) -> float:
    if not row:
        return 0.0
    if len(name) >= 5 and name in row:
        return 0.99 if len(row) > len(name) else 1.0
    if 2 * min(len(name), len(row)) < SURE * (len(name) + len(row)):
        return 0.0  # it cannot come so far: a shop may have enrolled thousands
    matcher = SequenceMatcher(None, name, row, autojunk=False)
    ratio = matcher.ratio()
    if ratio < SURE:
        return 0.0
    # Misread letters stand alone; where several in a row differ, it is another name.
    torn = any(
        max(b - a, d - c) > _TORN for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal"
    )
    return 0.0 if torn else ratio


def _bare(name: str) -> str:
    """A name without its legal form, squeezed."""
    without = _FORMS.sub(" ", folded(name))
    return squeezed(without if without.strip() else name)


def _proposal(page: Page) -> str:
    for row in page.rows[:_HEAD]:
        text = row.text.strip(" *=-_.:#")
        letters = sum(char.isalpha() for char in text)
        plain = folded(text)
        if letters < 2 or letters * 2 < len(text.replace(" ", "")) or role(row.sound) is Role.TOTAL:
            continue
        numbered = any(char.isdigit() for char in plain)
        if not _NO_NAME.search(plain) and not (numbered and _ADDRESS.search(plain)):
            return text[:80]
    return ""
