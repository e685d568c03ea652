"""The JSON that two countries put into their codes: one object, texts and numbers, nothing else.

A number stays apart from a text of digits, because one issuer's texts have implied decimals.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import NoReturn

Values = Mapping[str, "str | Decimal | None"]


def flat_object(text: str) -> Values:
    """The members of an object; numbers as Decimal. ValueError: no object, nested, a name twice."""
    found = json.loads(
        text,
        parse_int=Decimal,
        parse_float=Decimal,
        parse_constant=_no_number,
        object_pairs_hook=_flat,
    )
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def words(values: Values, name: str) -> str:
    """A member as text, a number as it was written. KeyError where it is absent or null."""
    value = values.get(name)
    if value is None:
        raise KeyError(name)
    return str(value).strip()


def _flat(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    nested = any(isinstance(value, dict | list | bool) for value in found.values())
    if nested or len(found) != len(pairs):
        raise ValueError("not flat")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
