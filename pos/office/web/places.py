"""Where a page of the audit log goes on: time and id of the last line shown, as one short text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

from pos.office.people.auditing import Noted
from pos.office.web.refusals import Refused

_PLACE = re.compile(r"([0-9]{1,15})\.([0-9a-f]{32})", re.ASCII)


def place_of(text: str) -> tuple[int, UUID] | None:
    """The line to go on after; None for the beginning. Refused `bad-request`."""
    if not text:
        return None
    found = _PLACE.fullmatch(text)
    if found is None:
        raise Refused(400, "bad-request")
    return int(found[1]), UUID(hex=found[2])


def place_text(found: Sequence[Noted], shown: int) -> str:
    """Where it goes on if more lines were found than are shown; else an empty text."""
    if len(found) <= shown:
        return ""
    last = found[shown - 1]
    return f"{last.at_ms}.{last.id.hex}"
