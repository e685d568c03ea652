"""What happened on one member's account in a period, for that member to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loyalty.errors import LoyaltyError
from loyalty.ledger.account import Account, last_usable
from loyalty.ledger.entry import MEMBER_ACCOUNTS, Entry, Kind
from loyalty.members.member import Member
from pos.insight.asked import Asked
from pos.shop import Shop
from pos.slips import number_text
from pos.store import View
from pos.store.insight.reading import InsightView
from pos.whereabouts import survivor
from receipts.charts.kinds import Lines, Series, Unit
from receipts.reports.cells import Cell, Count, Day, Moment, Nothing, Points, Text, Word
from receipts.reports.value import Part, Picture, Said, Table, Tile, Tiles, Title

_SILENT = (Kind.ACTIVITY_ASKED, Kind.ACTIVITY_DECLINED, Kind.CLAIM_ASKED, Kind.CLAIM_DECLINED)


def member_statement(shop: Shop, view: InsightView, asked: Asked) -> tuple[Part, ...]:
    """Balance, sums, every movement with the balance after it, and what ends when.

    Of a household it is the account all of them share. LoyaltyError `report-member` (none was
    named), `member-unknown`.
    """
    if asked.member is None:
        raise LoyaltyError("report-member")
    view.step("member")
    with shop.store.reading() as books:
        person = survivor(books, asked.member)
        if person is None:
            raise LoyaltyError("member-unknown")
        owner = books.member(person.owner) or person
        entries = _entries(books, owner, person)
        history = books.history(owner.id)
        account = books.account(owner.id).active(history.last_act)
    before = [one for one in entries if one.business_date < asked.period.first]
    within = [
        one for one in entries if asked.period.first <= one.business_date <= asked.period.last
    ]
    start = sum(map(_moved, before))
    moves = [_moved(one) for one in within]
    last = start + sum(moves)
    since = (("day", Day(person.joined_on)),)
    name = Text(person.name or person.phone or str(person.id))
    tiles = Tiles(
        (
            Tile("balance", Points(last)),
            Tile("earned", Points(sum(one for one in moves if one > 0))),
            Tile("spent", Points(-sum(one for one in moves if one < 0))),
            Tile("visits", Count(sum(one.kind is Kind.SALE for one in within))),
        )
    )
    return (
        Title("member", (("name", name),)),
        Said("member-since", since),
        tiles,
        *(() if within else (Said("no-entries"),)),
        *_table(start, within),
        *(_expiring(account, history.last_act) if asked.period.last >= shop.today else ()),
    )


def _entries(books: View, owner: Member, person: Member) -> list[Entry]:
    """All that moved the account, in the order it happened; those merged into it brought theirs."""
    mine = {owner.id, person.id, *(one.id for one in books.merged_from(owner.id))}
    found = [entry for one in sorted(mine) for entry in books.entries(member=one)]
    told = [entry for entry in found if entry.kind not in _SILENT]
    return sorted(told, key=lambda entry: (entry.at_ms, entry.key))


def _moved(entry: Entry) -> int:
    return sum(one.points for one in entry.postings if one.account in MEMBER_ACCOUNTS)


def _table(start: int, entries: list[Entry]) -> Iterator[Part]:
    lines: list[tuple[Cell, ...]] = []
    balances = []
    for entry in entries:
        moved = _moved(entry)
        start += moved
        balances.append(float(start))
        what = "rights" if entry.kind.value.startswith("rights") else entry.kind.value
        place = Text(number_text(entry.key))
        points = Points(moved, signed=True)
        lines.append((Moment(entry.at_ms), Word(what), place, points, Points(start)))
    total: tuple[Cell, ...] = ()
    if lines:
        moves = sum(map(_moved, entries))
        total = (Nothing(), Nothing(), Nothing(), Points(moves, signed=True), Points(start))
    yield Table("movements", ("moment", "what", "number", "points", "balance"), tuple(lines), total)
    if len(lines) > 1:
        labels = tuple(Day(entry.business_date) for entry in entries)
        series = (Series(Word("opening"), tuple(balances)),)
        yield Picture("balance", Lines(labels, series, Unit("points")))


def _expiring(account: Account, active_on: date | None) -> Iterator[Part]:
    """What is open now, by the last day it may be used."""
    ends: dict[date | None, int] = {}
    for lot in account.lots:
        on = last_usable(lot.ref, active_on)
        ends[on] = ends.get(on, 0) + lot.points
    if not ends:
        return
    dated = sorted((on, points) for on, points in ends.items() if on is not None)
    lines: list[tuple[Cell, ...]] = [(Day(on), Points(points)) for on, points in dated]
    if None in ends:
        lines.append((Word("never"), Points(ends[None])))
    sums = (Nothing(), Points(sum(ends.values())))
    yield Table("expiring", ("ends", "points"), tuple(lines), sums)
