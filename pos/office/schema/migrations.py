"""Later versions of head office's schema: an ordered list of steps, each in a transaction with the
row that says it was done.

A new table needs no step: those that are lacking are made before the steps run. A step is for what
the rows that are there already need: a column more (`ALTER TABLE … ADD COLUMN`, with a default), or
rows made of others. A step says its SQL itself and never changes once it was released.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from pos.office.schema.facts import word
from pos.office.schema.guests import contact_check, guest_claim


@dataclass(frozen=True, slots=True)
class Step:
    """What makes a database of the version before one of `version`; on both engines."""

    version: int
    act: Callable[[sa.Connection], None]


def contacts_unverified(db: sa.Connection) -> None:
    """Whoever became a member on a slip's page typed a number nobody has looked at since."""
    asked = sa.select(
        guest_claim.c.merchant, guest_claim.c.member, sa.func.min(guest_claim.c.asked_ms)
    ).where(guest_claim.c.card != "")
    made = asked.group_by(guest_claim.c.merchant, guest_claim.c.member)
    for merchant, member, asked_ms in db.execute(made).all():
        said = sa.select(word.c.body).where(
            word.c.merchant == merchant, word.c.topic == "member", word.c.name == member.hex()
        )
        told = json.loads(db.execute(said).scalar_one_or_none() or "{}")
        typed = f"{told.get('phone', '')}\n{told.get('email', '')}"
        if typed == "\n" or told.get("status") != "active":
            continue
        row = {
            "merchant": merchant,
            "member": member,
            "state": "unverified",
            "hash": hashlib.sha256(typed.encode()).digest(),
            "other": None,
            "asked_ms": asked_ms,
            "done_ms": 0,
        }
        db.execute(contact_check.insert(), row)


STEPS = (Step(2, contacts_unverified),)
FIRST = 1
"""The version of a database that no step was taken with."""
SCHEMA = STEPS[-1].version
