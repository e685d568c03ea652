"""A program version as JSON text, and back; `v` is the version of this form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from loyalty.errors import LoyaltyError
from loyalty.points import Rounding
from loyalty.program import (
    BaseRates,
    Exclusions,
    ExpiryKind,
    ExpiryRule,
    Missing,
    Program,
    ReturnRule,
    Reward,
    RewardKind,
    TenderRule,
)


def program_text(program: Program) -> str:
    """The whole program; its number and first day are columns, and stand here as well."""
    document = {"v": 1, **asdict(program)}
    return json.dumps(document, default=_plain, sort_keys=True, ensure_ascii=False)


def program_from(text: str) -> Program:
    """The program of its text; LoyaltyError `program-unreadable`."""
    try:
        document = json.loads(text)
        if document.pop("v") != 1:
            raise LoyaltyError("program-unreadable")
        return Program(
            **document
            | {
                "starts_on": date.fromisoformat(document["starts_on"]),
                "base": BaseRates(**document["base"]),
                "exclusions": _exclusions(document["exclusions"]),
                "rounding": Rounding(document["rounding"]),
                "expiry": ExpiryRule(
                    **document["expiry"] | {"kind": ExpiryKind(document["expiry"]["kind"])}
                ),
                "tender": TenderRule(**document["tender"]) if document["tender"] else None,
                "rewards": tuple(_reward(reward) for reward in document["rewards"]),
                "returns": ReturnRule(
                    **document["returns"] | {"missing": Missing(document["returns"]["missing"])}
                ),
            }
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise LoyaltyError("program-unreadable") from None


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a program's: {value!r}")


def _exclusions(document: Mapping[str, list[str]]) -> Exclusions:
    return Exclusions(**{name: frozenset(values) for name, values in document.items()})


def _reward(document: Mapping[str, Any]) -> Reward:
    return Reward(
        **{
            **document,
            "kind": RewardKind(document["kind"]),
            "starts_on": _day(document["starts_on"]),
            "ends_on": _day(document["ends_on"]),
            "names": tuple((language, name) for language, name in document["names"]),
        }
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
