"""A list of people as a file: only for whoever may export, and noted in the log of deeds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pos.acts import Act
from pos.deeds import What, note
from pos.kept_files import as_csv, keep_file
from pos.rights import Right, answering
from pos.shop import Shop


def keep_list(
    shop: Shop,
    act: Act,
    name: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    approved: str = "",
) -> Path:
    """Write a list as CSV; where it lies. `name` is a word of ours.

    LoyaltyError `approval-needed`; TroubleError `file-unwritable`.
    """
    with shop.store.reading() as view:
        answering(view, act.operator, Right.EXPORT, 0, approved)
    made = keep_file(shop, f"{name}-{shop.today.isoformat()}.csv", as_csv(header, rows))
    with shop.store.writing() as work:
        answered = answering(work, act.operator, Right.EXPORT, 0, approved)
        note(work, act, What.LIST_EXPORTED, name, approved=answered, facts={"rows": len(rows)})
    return made
