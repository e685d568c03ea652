"""An entry about rights: what all of them have in common, whoever books it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from loyalty.ledger.count import Count
from loyalty.ledger.documents import compact, counts_rows
from loyalty.ledger.entry import Entry, Kind, Posting
from loyalty.sales.sale import Occasion


def rights_entry(
    kind: Kind,
    source: UUID,
    member: UUID | None,
    postings: Iterable[Posting],
    facts: Mapping[str, object],
    occasion: Occasion,
    counts: Iterable[Count] = (),
) -> Entry:
    """Of no program; its body is `facts`, and what it counts."""
    told = tuple(counts)
    return Entry(
        source=source,
        kind=kind,
        at_ms=occasion.at_ms,
        business_date=occasion.on,
        member=member,
        program=0,
        postings=tuple(postings),
        body=compact({"v": 1, **facts, **({"t": counts_rows(told)} if told else {})}),
    )
