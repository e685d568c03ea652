"""The audit log as a page: newest first, by person and by act."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from pos.office.people import accounts as people
from pos.office.people.auditing import COMMAND_LINE, PAGE, Noted, Wanted, noted
from pos.office.people.duties import Right
from pos.office.schema.engine import reading
from pos.office.web.asking import Ask, Page, Shown
from pos.office.web.pictures import local_time
from pos.office.web.places import place_of, place_text
from pos.office.wording import sentence

ACTS = (
    "logged-in",
    "logged-out",
    "log-in-refused",
    "password-changed",
    "password-reset",
    "person-added",
    "person-changed",
    "shop-added",
    "shop-changed",
    "office-made",
    "terminal-code",
    "terminal-changed",
    "terminal-retired",
    "terminal-settled",
    "month-closed",
    "member-exported",
    "member-erased",
    "member-merged",
    "member-unblocked",
    "member-blocked",
    "points-adjusted",
    "two-persons-set",
    "program-rolled-out",
    "program-scheduled",
    "program-asked",
    "program-dropped",
    "program-drafted",
    "aside-read",
    "aside-seen",
)
"""What can be looked for; each has its wording as `act.…`."""

_FIELDS = {
    "active": "state",
    "role": "person.role",
    "shops": "menu.shops",
    "number": "shop.number",
    "name": "shop.name",
    "address": "shop.address",
    "zone": "shop.zone",
    "currency": "shop.currency",
    "renamed": "audit.renamed",
}
"""What changed, and the wording it is shown under."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown. `about`: a name where it is a person's; `shop`: a number where it is
    one's; `key`: the act's wording; `changes`: what changed (or a wording's key), from and to.
    """

    when: str
    who: str
    key: str
    about: str
    shop: str
    origin: str
    changes: tuple[tuple[str, str, str], ...]


def _show(ask: Ask) -> Shown:
    act = ask.query.get("act", "")
    wanted = Wanted(
        who=_id(ask.query.get("who", "")),
        act=act if act in ACTS else "",
        before=place_of(ask.query.get("before", "")),
    )
    with reading(ask.parts.engine) as connection:
        everybody = people.everybody(connection, ask.house.merchant)
        found = noted(connection, ask.house.merchant, wanted, PAGE + 1)
    names = {f"person:{one.id}": one.name for one in everybody}
    values = {
        "lines": [_line(ask, one, names) for one in found[:PAGE]],
        "next": place_text(found, PAGE),
        "acts": ACTS,
        "act": wanted.act,
        "people": everybody,
        "who": str(wanted.who or ""),
        "zone": ask.house.clock.zone.key,
    }
    return Shown("audit.html", values)


def _line(ask: Ask, one: Noted, names: dict[str, str]) -> Line:
    changed = sorted({*one.old, *one.new})
    return Line(
        when=local_time(one.at_ms, ask.house.clock.zone),
        who=names.get(f"person:{one.who}", str(one.who)) if one.who else "",
        key=f"act.{one.act}" if one.act in ACTS else "",
        about=names.get(one.about, one.about),
        shop=one.about.removeprefix("shop:") if one.about.startswith("shop:") else "",
        origin="" if one.origin == COMMAND_LINE else one.origin,
        changes=tuple(_change(one, name, ask.language) for name in changed),
    )


def _change(one: Noted, name: str, language: str) -> tuple[str, str, str]:
    label = sentence(language, _FIELDS[name], {}) if name in _FIELDS else name
    old, new = (_text(values.get(name, ""), name, language) for values in (one.old, one.new))
    return label, old, new


def _text(value: object, name: str, language: str) -> str:
    if name == "active":
        key = "state.active" if value else "state.closed"
        return "" if value == "" else sentence(language, key, {})
    if name == "role" and value:
        return sentence(language, f"role.{value}", {})
    if name == "renamed":
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


PAGES = (Page("/audit", _show, right=Right.SEE_AUDIT, menu="menu.audit"),)
