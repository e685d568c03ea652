"""The list of who was erased, kept outside the ledger: a restored backup must not bring them back.

One line a person: the member's number, the act's id and the operator's; nothing personal. It lies
beside the ledger and goes with every backup.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from pos.trouble import TroubleError

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
    """The erasures of a list; none where there is no file, damaged lines are passed over.

    TroubleError `store-unreadable` where the file may not be read: it would erase nobody.
    """
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise TroubleError("store-unreadable", path=str(file), said=str(error.strerror)) from error
    found = (_erasure(line) for line in lines)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def note(file: Path, erasures: tuple[Erasure, ...]) -> None:
    """Add to a list what it does not hold yet, on the disk when this returns.

    TroubleError `file-unwritable`.
    """
    known = listed(file)
    fresh = [one for one in erasures if one not in known]
    if not fresh:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as out:
            # First an end for a line that a power cut left without one.
            out.write("".join(f"\n{one}\n" for one in fresh))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise TroubleError("file-unwritable", path=str(file), said=str(error.strerror)) from error


def beside(database: Path) -> Path:
    """The list of a ledger."""
    return database.with_name(database.name + SUFFIX)


def tell_copies(database: Path, folder: Path) -> None:
    """Let the copies in a folder know who was erased: they may be restored on another machine."""
    note(folder / IN_COPIES, listed(beside(database)))


def learn_from_copies(database: Path, folder: Path) -> None:
    """Let a ledger that was restored from a folder know who was erased by then."""
    note(beside(database), listed(folder / IN_COPIES))


def _erasure(line: str) -> Erasure | None:
    member, _, rest = line.partition(" ")
    act, _, operator = rest.partition(" ")
    try:
        return Erasure(UUID(hex=member), UUID(hex=act), operator)
    except ValueError:
        return None
