"""What changed from one program to another: field by field, rules matched by their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

from loyalty.program_file.codec import plain, plain_field
from loyalty.program_file.shapes import Many, Maybe, Record, fields_of
from loyalty.rules.program import Program

_NAME = re.compile(r"(?:^|\.)([a-z_]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `where` as `rewards[coffee].points`, and JSON data before and after.

    A rule that came or went is one change, with None on the side where it is not; `order` says that
    a list only stands in another order.
    """

    where: str
    before: Any
    after: Any
    order: bool = False

    @property
    def kind(self) -> str:
        """`added` and `removed` rules of a list, `on` and `off` for one that is there once,
        `order`, or `changed`.
        """
        if self.order:
            return "order"
        if self.where.endswith("]") and None in (self.before, self.after):
            return "added" if self.before is None else "removed"
        there = self.after if self.before is None else self.before
        if None in (self.before, self.after) and isinstance(there, dict):
            return "on" if self.before is None else "off"
        return "changed"

    @property
    def help(self) -> str:
        """The key of the field's meaning, as a form has it: `Reward.points`."""
        kind: Any = Program
        said = ""
        for name in _NAME.findall(self.where):
            field = next((one for one in fields_of(kind) if one.name == name), None)
            if field is None:
                break
            said = f"{kind.__name__}.{name}"
            shape: Any = field.shape
            while isinstance(shape, Maybe | Many):
                shape = shape.inner
            if not isinstance(shape, Record):
                break
            kind = shape.kind
        return said


def diff(before: Program, after: Program) -> tuple[Change, ...]:
    """All differences, in the order of the file's keys; nothing for equal programs."""
    return tuple(_fields(before, after, ""))


def _fields(before: Any, after: Any, where: str) -> Iterator[Change]:
    kind: Any = type(before)
    for one in fields_of(kind):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if old == new:
            continue
        here = f"{where}.{one.name}" if where else one.name
        if _have_ids(old) and _have_ids(new):
            yield from _rules(old, new, here)
        elif _same_list(old, new):
            for number, (was, now) in enumerate(zip(old, new, strict=True)):
                yield from _fields(was, now, f"{here}[{number}]")
        elif is_dataclass(old) and is_dataclass(new):
            yield from _fields(old, new, here)
        else:
            yield Change(here, plain_field(one, old), plain_field(one, new))


def _have_ids(found: Any) -> bool:
    return isinstance(found, tuple) and all(hasattr(item, "id") for item in found)


def _same_list(old: Any, new: Any) -> bool:
    """Lists of as many tables without ids, such as the slots of a week."""
    both = isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new)
    return both and all(is_dataclass(item) for item in (*old, *new))


def _rules(old: Any, new: Any, where: str) -> Iterator[Change]:
    was, now = ({rule.id: rule for rule in rules} for rules in (old, new))
    for id_ in [*was, *(id_ for id_ in now if id_ not in was)]:
        here = f"{where}[{id_}]"
        if id_ in was and id_ in now:
            yield from _fields(was[id_], now[id_], here)
        else:
            yield Change(here, _data(was.get(id_)), _data(now.get(id_)))
    before, after = [id_ for id_ in was if id_ in now], [id_ for id_ in now if id_ in was]
    if before != after:
        yield Change(where, before, after, order=True)


def _data(rule: object) -> Any:
    return None if rule is None else plain(rule)
