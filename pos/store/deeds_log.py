"""Entries and deeds as one log, newest first: found by who, what, on whom and on which days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from loyalty.errors import LoyaltyError
from loyalty.ledger.entry import EntryKey
from pos.store.deeds import facts_from
from pos.store.statements import Row, id_from
from pos.store.tables import KIND_CODES, KINDS
from pos.store.values import Fact
from pos.store.work import View

_KEYS = ("at_ms", "source", "terminal", "epoch", "n")
_BODY = "iif(json_valid(e.body), e.body, '{}')"  # a damaged entry is in the log all the same
# A claim's sale stands inside its body; whoever allowed it beside it.
_ENTRIES = f"""
SELECT e.at_ms AS at_ms, 0 AS source, e.terminal AS terminal, e.epoch AS epoch, e.seq AS n,
    e.kind AS kind,
    coalesce(json_extract({_BODY}, '$.o'), json_extract({_BODY}, '$.x.o'), '') AS operator,
    coalesce(json_extract({_BODY}, '$.ok'), '') AS approved, '' AS about, e.member AS member,
    coalesce(json_extract({_BODY}, '$.why'), '') AS told
FROM entry AS e
WHERE e.merchant = :merchant AND e.bizdate BETWEEN :first AND :last
"""
_DEEDS = """
SELECT d.at_ms, 1, d.terminal, 0, d.n, d.what, d.operator, d.approved, d.about, d.member, d.facts
FROM deed AS d
WHERE d.merchant = :merchant AND d.at_ms >= :first_ms AND d.at_ms < :end_ms
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in the log; the next page begins behind it."""

    at_ms: int
    source: int
    terminal: int
    epoch: int
    n: int

    def __str__(self) -> str:
        """As a person passes it on."""
        return ".".join(str(part) for part in self._parts)

    @classmethod
    def read(cls, text: str) -> Place:
        """LoyaltyError `log-over` for a text that is none."""
        parts = text.strip().split(".")
        if len(parts) != len(_KEYS) or not all(
            part.isascii() and part.isdigit() and len(part) < 19 for part in parts
        ):
            raise LoyaltyError("log-over")
        return cls(*map(int, parts))

    @property
    def _parts(self) -> tuple[int, ...]:
        return (self.at_ms, self.source, self.terminal, self.epoch, self.n)

    @property
    def facts(self) -> dict[str, int]:
        """As the statement names them."""
        return dict(zip((f"at_{key}" for key in _KEYS), self._parts, strict=True))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: `first` and `last` with their moments; None or empty asks for all.

    `who` did it or approved it; `what`: the name of an entry's kind or of a deed; `member`: any of
    these.
    """

    first: int
    last: int
    first_ms: int
    end_ms: int
    who: str = ""
    what: str = ""
    members: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Logged:
    """A line of the log. `entry`: its number where it is an entry; else it is a deed."""

    place: Place
    entry: EntryKey | None
    what: str
    operator: str
    approved: str
    about: str
    member: UUID | None
    why: str
    facts: dict[str, Fact]


def logged(view: View, wanted: Wanted, after: Place | None, most: int) -> list[Logged]:
    """The newest `most` lines behind `after`."""
    told: dict[str, Any] = {
        "merchant": view.merchant,
        "first": wanted.first,
        "last": wanted.last,
        "first_ms": wanted.first_ms,
        "end_ms": wanted.end_ms,
        "most": most,
    }
    whole = "1"
    if wanted.who:
        whole += " AND (operator = :who OR approved = :who)"
        told["who"] = wanted.who
    entries, deeds = _ENTRIES, _DEEDS
    if wanted.what:
        kinds = {str(kind): code for kind, code in KIND_CODES.items()}
        told |= {"kind": kinds.get(wanted.what, -1), "what": wanted.what}
        entries += " AND e.kind = :kind"
        deeds += " AND d.what = :what"
    if wanted.members:
        names = [f"m{n}" for n in range(len(wanted.members))]
        told |= {name: who.bytes for name, who in zip(names, wanted.members, strict=True)}
        listed = ", ".join(f":{name}" for name in names)
        entries += f" AND e.member IN ({listed})"
        deeds += f" AND d.member IN ({listed})"
    if after is not None:
        told |= after.facts
        places = ", ".join(f":at_{key}" for key in _KEYS)
        whole += f" AND ({', '.join(_KEYS)}) < ({places})"
    order = ", ".join(f"{key} DESC" for key in _KEYS)
    # Texts of ours only; whatever a person typed is a parameter.
    sql = f"SELECT * FROM ({entries} UNION ALL {deeds}) WHERE {whole} ORDER BY {order} LIMIT :most"
    return [_line(row) for row in view._db.execute(sql, told).fetchall()]


def known_words() -> tuple[str, ...]:
    """Names of entries' kinds, as `Wanted.what` takes them."""
    return tuple(str(kind) for kind in KIND_CODES)


def _line(row: Row) -> Logged:
    at_ms, source, terminal, epoch, number, what, who, approved, about, member, told = row
    place = Place(at_ms, source, terminal, epoch, number)
    if source:
        facts = facts_from(told)
        return Logged(place, None, what, who, approved, about, id_from(member), "", facts)
    kind = KINDS.get(what)
    key = EntryKey(terminal, epoch, number)
    name = str(kind) if kind else str(what)
    return Logged(place, key, name, str(who), str(approved), "", id_from(member), str(told), {})
