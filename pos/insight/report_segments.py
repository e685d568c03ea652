"""Seven groups of members by fixed lines, what they bring, and who moved between them."""

from __future__ import annotations

from collections.abc import Mapping

from loyalty.insight.rfm import Segment
from pos.insight.asked import Asked
from pos.insight.segments import segmented
from pos.insight.sources import Source
from pos.shop import Shop
from pos.store.insight.reading import InsightView
from receipts.charts.kinds import Shares
from receipts.reports.cells import Cell, Count, Money, Nothing, Number, Share, Word
from receipts.reports.value import Part, Picture, Said, Table


def segment_report(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """As of the last day of the period; the lines are the same every time."""
    found = segmented(Source(view, asked.period.last))
    view.step("segments")
    how = Said("segments-usual")
    if found.gap is not None:
        how = Said("segments-how", (("gap", Number(found.gap)),))
    members = sum(found.members.values())
    if not members:
        return Said("no-entries"), how, Table("segments", ("segment", "members"), ())
    spent = sum(found.spent_minor.values())
    rows = []
    for segment in Segment:
        count, minor = found.members.get(segment, 0), found.spent_minor.get(segment, 0)
        part: Cell = Share(minor / spent, places=1) if spent > 0 else Nothing()
        money = Money(minor, view.currency)
        rows.append((Word(segment), Count(count), Share(count / members, places=1), money, part))
    sums = (Nothing(), Count(members), Share(1.0, places=1), Money(spent, view.currency), Nothing())
    columns = ("segment", "members", "share", "spent-12", "sales-share")
    parts = tuple((Word(segment), float(found.members.get(segment, 0))) for segment in Segment)
    return (
        how,
        Picture("segments", Shares(parts)),
        Table("segments", columns, tuple(rows), sums),
        _movement(found.moved),
    )


def _movement(moved: Mapping[tuple[Segment | None, Segment | None], int]) -> Part:
    rows = [
        (Word(before or "nobody"), Word(now or "nobody"), Count(count))
        for (before, now), count in sorted(moved.items(), key=lambda each: (-each[1], str(each[0])))
        if before != now and count
    ]
    return Table("segment-movement", ("from", "into", "members"), tuple(rows))
