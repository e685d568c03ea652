"""The layout of one merchant's receipts, learned from one that a person has confirmed.

A template says beside which words the total, the date and the number stand there. It is data, not
code, and lies in the shop's books as JSON with a version.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from loyalty.errors import LoyaltyError

VERSION = 1
MOST_LETTERS = 8_000
_ORDERS = frozenset({"", "dmy", "mdy", "ymd"})
_MOST_ANCHORS = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: the row with the words `label` (the row below it, if `below`), the
    `nth` such row from the bottom, the amount that is `from_right` places from the right end.
    """

    label: str
    below: bool = False
    nth: int = 0
    from_right: int = 0


@dataclass(frozen=True, slots=True)
class Template:
    """`name` in the books; whose it is; `anchors`: words of its head, by which it is known again;
    the total's place, the order of the date's parts ("" unknown), the words before the number.
    """

    name: str
    merchant_key: str
    merchant: str
    tax_number: str
    anchors: tuple[str, ...]
    total: Spot
    date_label: str = ""
    date_order: str = ""
    number_label: str = ""


def encode(template: Template) -> str:
    """The JSON to keep, without the name it is kept under."""
    body = {"version": VERSION, **asdict(template)}
    del body["name"]
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def decode(name: str, text: str) -> Template:
    """LoyaltyError `layout-unreadable` (name) for what is no template or of a later version."""
    if len(text) > MOST_LETTERS:
        raise LoyaltyError("layout-unreadable", name=name)
    try:
        body = json.loads(text)
        spot = body["total"]
        place = Spot(_text(spot, "label"), spot["below"] is True, _count(spot, "nth"),
                     _count(spot, "from_right"))  # fmt: skip
        anchors = tuple(_checked(one) for one in body["anchors"][:_MOST_ANCHORS])
        fields = {
            key: _text(body, key)
            for key in (
                *("merchant_key", "merchant", "tax_number"),
                *("date_label", "date_order", "number_label"),
            )
        }
        if body["version"] != VERSION or fields["date_order"] not in _ORDERS or not place.label:
            raise ValueError(name)
        return Template(name=name, anchors=anchors, total=place, **fields)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise LoyaltyError("layout-unreadable", name=name) from None


def _text(body: dict[str, object], key: str) -> str:
    return _checked(body[key])


def _checked(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise ValueError("no text")
    return value


def _count(body: dict[str, object], key: str) -> int:
    value = body[key]
    if type(value) is not int or not 0 <= value <= 50:
        raise ValueError(key)
    return value
