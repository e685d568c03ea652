"""The list of who was erased, kept outside the ledger: a restored backup must not bring them back.

One line a person: the member's number, the act's id and the operator's; nothing personal. It lies
beside the ledger and goes with every backup.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

SUFFIX = ".erased"
IN_COPIES = "regulars.erased"


@dataclass(frozen=True, slots=True)
class Erasure:
    """Who was erased, by which act and operator."""

    member: UUID
    act: UUID
    operator: str

    def __str__(self) -> str:
        """As it stands in the list."""
        return f"{self.member.hex} {self.act.hex} {self.operator}"


def listed(file: Path) -> tuple[Erasure, ...]:
    """The erasures of a list; none where there is no file, damaged lines are passed over."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ()
    found = (_erasure(line) for line in lines)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def note(file: Path, erasures: tuple[Erasure, ...]) -> None:
    """Add to a list what it does not hold yet, on the disk when this returns."""
    fresh = [one for one in erasures if one not in listed(file)]
    if not fresh:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as out:
        # First an end for a line that a power cut left without one.
        out.write("".join(f"\n{one}\n" for one in fresh))
        out.flush()
        os.fsync(out.fileno())


def beside(database: Path) -> Path:
    """The list of a ledger."""
    return database.with_name(database.name + SUFFIX)


def with_copies(database: Path, folder: Path) -> None:
    """Let the copies in a folder know who was erased, and the ledger what they know."""
    copies, own = folder / IN_COPIES, beside(database)
    note(copies, listed(own))
    note(own, listed(copies))


def _erasure(line: str) -> Erasure | None:
    member, _, rest = line.partition(" ")
    act, _, operator = rest.partition(" ")
    try:
        return Erasure(UUID(hex=member), UUID(hex=act), operator)
    except ValueError:
        return None
