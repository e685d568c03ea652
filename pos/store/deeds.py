"""What people did that left no entry, what a shop's roles may, whom figures leave out.

Deeds are only ever added: no other statement on that table exists, and `deed_gaps` finds a row that
somebody took out of the file by hand. Erasure leaves them, as they hold numbers of people only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.errors import LoyaltyError
from pos.store.masters import operator, setting
from pos.store.room_tables import deed, mark, role_limit
from pos.store.statements import Prepared, Rows, given, id_bytes, id_from
from pos.store.values import Fact, Operator

PAGE = 1_000
KEPT = "deeds"
"""The setting that tells how many deeds this terminal has noted."""

_FIELDS = ("terminal", "n", "at_ms", "operator", "approved", "what", "about", "member", "facts")
_MINE = deed.c.merchant == given("merchant")
_DEEDS = Prepared(
    sa.select(*(deed.c[name] for name in _FIELDS))
    .where(
        _MINE,
        deed.c.at_ms >= given("first_ms"),
        deed.c.at_ms < given("end_ms"),
        sa.tuple_(deed.c.at_ms, deed.c.terminal, deed.c.n)
        < sa.tuple_(given("before_ms"), given("before_terminal"), given("before_n")),
    )
    .order_by(deed.c.at_ms.desc(), deed.c.terminal.desc(), deed.c.n.desc())
    .limit(PAGE)
)
_LAST = Prepared(
    sa.select(sa.func.coalesce(sa.func.max(deed.c.n), 0)).where(
        _MINE, deed.c.terminal == given("terminal")
    )
)
_COUNTED = Prepared(
    sa.select(deed.c.terminal, sa.func.count(), sa.func.max(deed.c.n))
    .where(_MINE)
    .group_by(deed.c.terminal)
    .order_by(deed.c.terminal)
)
_ADD = Prepared(deed.insert())

_KEPT_COUNT = Prepared(
    sa.select(setting.c.value).where(
        setting.c.merchant == given("merchant"), setting.c.name == given("name")
    )
)
_new_count = insert(setting)
_KEEP_COUNT = Prepared(
    _new_count.on_conflict_do_update(
        index_elements=["merchant", "name"], set_={"value": _new_count.excluded.value}
    )
)

_LIMIT_ROW = sa.select(role_limit.c.role, role_limit.c.right, role_limit.c.most).where(
    role_limit.c.merchant == given("merchant")
)
_LIMITS = Prepared(_LIMIT_ROW.order_by(role_limit.c.right, role_limit.c.role))
_LIMIT = Prepared(
    sa.select(role_limit.c.most).where(
        role_limit.c.merchant == given("merchant"),
        role_limit.c.role == given("role"),
        role_limit.c.right == given("right"),
    )
)
_LIFT_LIMIT = Prepared(
    role_limit.delete().where(
        role_limit.c.merchant == given("merchant"),
        role_limit.c.role == given("role"),
        role_limit.c.right == given("right"),
    )
)
_SET_LIMIT = Prepared(role_limit.insert())

_MARKS = Prepared(
    sa.select(mark.c.member, mark.c.kind, mark.c.operator)
    .where(mark.c.merchant == given("merchant"))
    .order_by(mark.c.member)
)
_WHOSE_MARK = (mark.c.merchant == given("merchant"), mark.c.member == given("member"))
_MARK = Prepared(sa.select(mark.c.member, mark.c.kind, mark.c.operator).where(*_WHOSE_MARK))
_UNMARK = Prepared(mark.delete().where(*_WHOSE_MARK))
_SET_MARK = Prepared(mark.insert())

_CHANGE_OPERATOR = Prepared(
    operator.update()
    .where(operator.c.merchant == given("merchant"), operator.c.id == given("which"))
    .values(
        {
            operator.c[name]: given(f"new_{name}")
            for name in ("name", "role", "badge", "language", "active")
        }
    )
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done that moved no point. `facts` never tell what a person told of themselves."""

    terminal: int
    n: int
    at_ms: int
    operator: str
    approved: str
    what: str
    about: str
    member: UUID | None
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RoleLimit:
    """What a role may here instead of ours; `most` None: without a limit, -1: not at all."""

    role: str
    right: str
    most: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A member whom figures leave out (`staff`, `test`, `wholesale`), and whose own card it is."""

    member: UUID
    kind: str
    operator: str


class DeedView(Rows):
    """Deeds, limits of roles and marks, read."""

    __slots__ = ()

    def deeds(self, first_ms: int, end_ms: int) -> Iterator[Deed]:
        """From `first_ms` until before `end_ms`, the newest first; read by pages as they are
        wanted.
        """
        before = (end_ms, 0, 0)
        while rows := self._all(_DEEDS, self.merchant, first_ms, end_ms, *before):
            for row in rows:
                terminal, n, at_ms, who, approved, what, about, whom, told = row
                head = (terminal, n, at_ms, who, approved, what, about)
                yield Deed(*head, id_from(whom), facts_from(told))
            last = rows[-1]
            before = (last[2], last[0], last[1])

    def deed_gaps(self) -> tuple[tuple[int, int, int], ...]:
        """Terminals with deeds missing: terminal, how many there are, how many were noted."""
        told = self._one(_KEPT_COUNT, self.merchant, KEPT)
        noted = {self.terminal: int(told[0])} if told and str(told[0]).isdigit() else {}
        found = {row[0]: (row[1], row[2]) for row in self._all(_COUNTED, self.merchant)}
        gaps = []
        for terminal in sorted({*found, *noted}):
            here, last = found.get(terminal, (0, 0))
            if here != max(last, noted.get(terminal, 0)):
                gaps.append((terminal, here, max(last, noted.get(terminal, 0))))
        return tuple(gaps)

    def role_limit(self, role: str, right: str) -> RoleLimit | None:
        """What this shop says of a role's right; None where it says nothing."""
        row = self._one(_LIMIT, self.merchant, role, right)
        return RoleLimit(role, right, row[0]) if row else None

    def role_limits(self) -> tuple[RoleLimit, ...]:
        """All that this shop has otherwise, by right and role."""
        return tuple(RoleLimit(*row) for row in self._all(_LIMITS, self.merchant))

    def marks(self) -> tuple[Mark, ...]:
        """Everybody who is marked."""
        rows = self._all(_MARKS, self.merchant)
        return tuple(Mark(UUID(bytes=who), kind, whose) for who, kind, whose in rows)

    def mark(self, member: UUID) -> Mark | None:
        """How a member is marked."""
        row = self._one(_MARK, self.merchant, member.bytes)
        return Mark(UUID(bytes=row[0]), row[1], row[2]) if row else None


class DeedWork(DeedView):
    """Deeds, limits of roles, marks and operators, written."""

    __slots__ = ()

    def add_deed(
        self,
        *,
        at_ms: int,
        operator: str,
        approved: str,
        what: str,
        about: str,
        member: UUID | None,
        facts: Mapping[str, Fact],
    ) -> int:
        """Add a deed; its number at this terminal."""
        row = self._one(_LAST, self.merchant, self.terminal)
        number = (int(row[0]) if row else 0) + 1
        told = json.dumps(dict(facts), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._do(
            _ADD,
            *(self.merchant, self.terminal, number, at_ms, operator, approved, what, about),
            *(id_bytes(member), told),
        )
        self._do(_KEEP_COUNT, self.merchant, KEPT, str(number))
        return number

    def set_role_limit(self, limit: RoleLimit) -> None:
        """Keep what a role may here."""
        self.lift_role_limit(limit.role, limit.right)
        self._do(_SET_LIMIT, self.merchant, limit.role, limit.right, limit.most)

    def lift_role_limit(self, role: str, right: str) -> None:
        """Ours hold again for a role's right."""
        self._do(_LIFT_LIMIT, self.merchant, role, right)

    def set_mark(self, marked: Mark) -> None:
        """Mark a member, in place of an earlier mark."""
        self.unmark(marked.member)
        self._do(_SET_MARK, self.merchant, marked.member.bytes, marked.kind, marked.operator)

    def unmark(self, member: UUID) -> None:
        """Figures count the member again."""
        self._do(_UNMARK, self.merchant, member.bytes)

    def change_operator(self, changed: Operator) -> None:
        """Another name, role, badge, language, or gone; LoyaltyError `operator-unknown`."""
        told = (changed.name, changed.role, changed.badge, changed.language, int(changed.active))
        if not self._do(_CHANGE_OPERATOR, *told, self.merchant, changed.id):
            raise LoyaltyError("operator-unknown", operator=changed.id)


def facts_from(text: str) -> dict[str, Fact]:
    """The facts of a row; none where somebody's hand made them unreadable."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
