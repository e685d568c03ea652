"""What a shop keeps besides people and points: operators, shifts, programs, slips, settings."""

from __future__ import annotations

import secrets
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.errors import LoyaltyError
from loyalty.program_file.document import program_to_text, stored_program
from loyalty.rules.program import Program
from pos.store.columns import day_number
from pos.store.masters import operator, program, setting, shift
from pos.store.statements import Prepared, Row, Rows, given
from pos.store.values import Operator, PinState, Shift


def _mine(table: sa.Table) -> sa.ColumnElement[bool]:
    return table.c.merchant == given("merchant")


_OPERATOR_COLUMNS = ("id", "name", "role", "badge", "language", "active")
_OPERATOR_ROW = sa.select(*(operator.c[name] for name in _OPERATOR_COLUMNS)).where(_mine(operator))
_OPERATORS = Prepared(_OPERATOR_ROW.order_by(operator.c.name, operator.c.id))
_OPERATOR = Prepared(_OPERATOR_ROW.where(operator.c.id == given("id")))
_BY_BADGE = Prepared(
    _OPERATOR_ROW.where(operator.c.badge == given("badge"), operator.c.badge != "")
)
_PIN = Prepared(
    sa.select(operator.c.pin_hash, operator.c.pin_failures, operator.c.pin_failed_ms).where(
        _mine(operator), operator.c.id == given("id")
    )
)
_WHICH = (_mine(operator), operator.c.id == given("which"))
_ADD_OPERATOR = Prepared(operator.insert())
_SET_PIN = Prepared(
    operator.update()
    .where(*_WHICH)
    .values(pin_hash=given("new_hash"), pin_failures=sa.text("0"), pin_failed_ms=sa.text("0"))
)
_PIN_FAILED = Prepared(
    operator.update()
    .where(*_WHICH)
    .values(pin_failures=operator.c.pin_failures + sa.text("1"), pin_failed_ms=given("at_ms"))
)
_PIN_RIGHT = Prepared(
    operator.update().where(*_WHICH).values(pin_failures=sa.text("0"), pin_failed_ms=sa.text("0"))
)

_SHIFT_ROW = sa.select(
    *(shift.c[name] for name in ("id", "terminal", "operator", "opened_ms", "closed_ms"))
).where(_mine(shift))
_SHIFT = Prepared(_SHIFT_ROW.where(shift.c.id == given("id")))
_OPEN_SHIFT = Prepared(
    _SHIFT_ROW.where(shift.c.terminal == given("terminal"), shift.c.closed_ms.is_(None))
)
_ADD_SHIFT = Prepared(shift.insert())
_CLOSE_SHIFT = Prepared(
    shift.update()
    .where(_mine(shift), shift.c.id == given("which"), shift.c.closed_ms.is_(None))
    .values(closed_ms=given("at_ms"))
)

_PROGRAMS = Prepared(sa.select(program.c.body).where(_mine(program)).order_by(program.c.number))
_PROGRAM = Prepared(
    sa.select(program.c.body).where(_mine(program), program.c.number == given("number"))
)
_PROGRAM_ON = Prepared(
    sa.select(program.c.body)
    .where(_mine(program), program.c.starts_on <= given("day"))
    .order_by(program.c.starts_on.desc(), program.c.number.desc())
    .limit(1)
)
_ADD_PROGRAM = Prepared(program.insert())

_SETTING = Prepared(
    sa.select(setting.c.value).where(_mine(setting), setting.c.name == given("name"))
)
_new_setting = insert(setting)
_KEEP_SETTING = Prepared(
    _new_setting.on_conflict_do_update(
        index_elements=["merchant", "name"], set_={"value": _new_setting.excluded.value}
    )
)


class ShopView(Rows):
    """Operators, shifts, programs, slips and settings, read."""

    __slots__ = ()

    def operator(self, id: str) -> Operator | None:  # noqa: A002  (the name others call it by)
        return _operator(self._one(_OPERATOR, self.merchant, id))

    def operator_by_badge(self, code: str) -> Operator | None:
        return _operator(self._one(_BY_BADGE, self.merchant, code))

    def operators(self) -> tuple[Operator, ...]:
        """Everybody, those who left too, by name."""
        rows = self._all(_OPERATORS, self.merchant)
        return tuple(map(_operator_from, rows))

    def pin(self, operator: str) -> PinState:
        """PIN hash (empty: none set) and failures; LoyaltyError `operator-unknown`."""
        row = self._one(_PIN, self.merchant, operator)
        if row is None:
            raise LoyaltyError("operator-unknown", operator=operator)
        return PinState(*row)

    def shift(self, id: UUID) -> Shift | None:  # noqa: A002
        return _shift(self._one(_SHIFT, self.merchant, id.bytes))

    def open_shift(self, terminal: int | None = None) -> Shift | None:
        """The open shift of a terminal (of this one if none is named)."""
        which = self.terminal if terminal is None else terminal
        return _shift(self._one(_OPEN_SHIFT, self.merchant, which))

    def program_on(self, day: date) -> Program | None:
        """The program in force on a day: the one that started last."""
        row = self._one(_PROGRAM_ON, self.merchant, day_number(day))
        return stored_program(row[0]) if row else None

    def program(self, number: int) -> Program | None:
        row = self._one(_PROGRAM, self.merchant, number)
        return stored_program(row[0]) if row else None

    def programs(self) -> tuple[Program, ...]:
        """Every version, by number."""
        return tuple(stored_program(row[0]) for row in self._all(_PROGRAMS, self.merchant))

    def setting(self, name: str) -> str | None:
        row = self._one(_SETTING, self.merchant, name)
        return row[0] if row else None


class ShopWork(ShopView):
    """Operators, shifts, programs, slips and settings, written."""

    __slots__ = ()

    def add_operator(self, operator: Operator) -> None:
        """LoyaltyError `operator-exists`, `badge-exists`."""
        if self.operator(operator.id) is not None:
            raise LoyaltyError("operator-exists", operator=operator.id)
        self._badge_free(operator)
        self._do(_ADD_OPERATOR, self.merchant, operator.id, *_operator_row(operator), "", 0, 0)

    def set_pin(self, operator: str, hashed: str) -> None:
        """Keep a PIN's hash, and forget earlier failures; LoyaltyError `operator-unknown`."""
        self._found(self._do(_SET_PIN, hashed, self.merchant, operator), operator)

    def record_pin_failure(self, operator: str, at_ms: int) -> None:
        """One more wrong PIN; LoyaltyError `operator-unknown`."""
        self._found(self._do(_PIN_FAILED, at_ms, self.merchant, operator), operator)

    def forget_pin_failures(self, operator: str) -> None:
        """The PIN was right; LoyaltyError `operator-unknown`."""
        self._found(self._do(_PIN_RIGHT, self.merchant, operator), operator)

    def add_shift(self, shift: Shift) -> None:
        """LoyaltyError `shift-open` while the terminal has one open."""
        if shift.closed_ms is None and self.open_shift(shift.terminal) is not None:
            raise LoyaltyError("shift-open", terminal=shift.terminal)
        where = (self.merchant, shift.id.bytes, shift.terminal)
        self._do(_ADD_SHIFT, *where, shift.operator, shift.opened_ms, shift.closed_ms)

    def close_shift(self, id: UUID, at_ms: int) -> None:  # noqa: A002
        """LoyaltyError `shift-unknown` when it is not open."""
        if not self._do(_CLOSE_SHIFT, at_ms, self.merchant, id.bytes):
            raise LoyaltyError("shift-unknown")

    def add_program(self, program: Program) -> None:
        """LoyaltyError `program-exists`: a version never changes, a change is a new version;
        `program-invalid` for one that could not be read back.
        """
        if self.program(program.number) is not None:
            raise LoyaltyError("program-exists", number=program.number)
        starts, text = day_number(program.starts_on), program_to_text(program)
        if stored_program(text) != program:
            raise LoyaltyError("program-invalid", where="", line=0, why="changes-when-written")
        self._do(_ADD_PROGRAM, self.merchant, program.number, starts, text)

    def keep_setting(self, name: str, value: str) -> None:
        self._do(_KEEP_SETTING, self.merchant, name, value)

    def secret(self, name: str) -> bytes:
        """A secret of this shop's, 32 random bytes, made when it is first asked for."""
        found = self.setting(f"secret-{name}")
        if found is None:
            found = secrets.token_hex(32)
            self.keep_setting(f"secret-{name}", found)
        return bytes.fromhex(found)

    def _badge_free(self, operator: Operator) -> None:
        holder = self.operator_by_badge(operator.badge)
        if holder is not None and holder.id != operator.id:
            raise LoyaltyError("badge-exists", operator=holder.id)

    def _found(self, touched: int, operator: str) -> None:
        if not touched:
            raise LoyaltyError("operator-unknown", operator=operator)


def _operator_from(row: Row) -> Operator:
    who, name, role, badge, language, active = row
    return Operator(who, name, role, badge, language, bool(active))


def _operator(row: Row | None) -> Operator | None:
    return _operator_from(row) if row else None


def _operator_row(operator: Operator) -> Row:
    """An operator's columns behind merchant and id, without the PIN."""
    return (
        *(operator.name, operator.role, operator.badge, operator.language),
        int(operator.active),
    )


def _shift(row: Row | None) -> Shift | None:
    return Shift(UUID(bytes=row[0]), *row[1:]) if row else None
