"""A sale of another terminal, brought here so that its goods can be returned here.

Names are those of these books (`rights.lineage`). What came is checked before it is kept.
"""

from __future__ import annotations

import logging

from loyalty.errors import LoyaltyError
from loyalty.ledger.counting import counts_of
from loyalty.ledger.entry import EntryKey, Kind
from pos.store import Store
from pos.sync.messages import Found
from pos.sync.wire import entry_of, line_of, read_line
from pos.trouble import TroubleError

MOST = 300  # entries on one sale: head office sends fewer
_KINDS = frozenset(
    {
        *(Kind.SALE, Kind.RETURN, Kind.RETURN_UNDONE, Kind.EXPIRY, Kind.VESTING),
        *(Kind.CLAIM, Kind.CLAIM_WITHDRAWN),
    }
)

_log = logging.getLogger(__name__)


def bring(store: Store, found: Found) -> EntryKey | None:
    """Keep what head office found; the sale's name in these books, None where there is none.

    What cannot be read is passed over, and without the sale nothing is kept.
    """
    if len(found.keys) != len(found.entries) or not found.keys:
        return None
    with store.writing() as work:
        lineage = work.lineage()
        sale = lineage.here(EntryKey(*found.keys[0]))
        rows: list[tuple[EntryKey, bytes]] = []
        for place, line in list(zip(found.keys, found.entries, strict=True))[:MOST]:
            try:
                entry = entry_of(read_line(line), place[0], place[1])
                counts_of(entry)
            except (LoyaltyError, TroubleError, ValueError) as error:
                _log.info("entry of head office passed over: %s", error)
                continue
            if entry.kind in _KINDS and (entry.kind is Kind.SALE) == (not rows):
                named = lineage.brought(entry)
                rows.append((named.key, line_of(named)))
        if not rows or rows[0][0] != sale:
            return None
        for key, line_bytes in rows:
            work.bring(key, line_bytes, sale)
        return sale
