"""The terminals: how each is, a code for a new one, another name or shop, an end."""

from __future__ import annotations

from dataclasses import dataclass

from loyalty.errors import LoyaltyError
from pos.office.desk.enrolment import MINUTES
from pos.office.managing import enrolled as terminals
from pos.office.managing import shops
from pos.office.managing import terminals as terminals_managing
from pos.office.managing.terminals import Seen
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.terminals import mine, retired, sees
from pos.office.web.asking import Ask, Moved, Page, Shown
from pos.office.web.pictures import local_time
from pos.office.wording import has, sentence
from pos.sync.enrolling import enrol_code
from pos.trouble import TroubleError
from receipts.writing.qr import QUIET, qr_modules

_FIELDS = {"terminal-name": "name", "shop-unknown": "shop", "office-url": "url"}
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Row:
    """A terminal as it is shown; `off`: minutes its clock was ahead, or behind."""

    seen: Seen
    shop: str
    contact: str
    lease: str
    off: int
    leased: bool


def _list(ask: Ask) -> Shown:
    with reading(ask.parts.engine) as connection:
        found = terminals_managing.seen(connection, ask.house)
        names = {one.number: one.name for one in shops.shops(connection, ask.house.merchant)}
    rows = [_row(ask, one, names) for one in found if ask.who.sees(one.known.shop)]
    values = {
        "rows": rows,
        "edits": ask.who.may(Right.EDIT_TERMINALS),
        "health": lambda code: _health(ask.language, code),
    }
    return Shown("terminals.html", values)


def _health(language: str, code: str) -> str:
    """The sentence of what a terminal found out; one without a sentence is told by its code."""
    what, _, number = code.partition(":")
    key = f"health.{what}"
    return sentence(language, key, {"number": number[:9]}) if has(key) else code


def _row(ask: Ask, one: Seen, names: dict[int, str]) -> Row:
    zone = ask.house.clock.zone
    return Row(
        one,
        names.get(one.known.shop, str(one.known.shop)),
        local_time(one.known.contact_ms, zone),
        local_time(one.lease_ms, zone),
        round(one.known.clock_off_ms / MINUTE_MS),
        one.lease_ms > ask.house.now_ms,
    )


def _blank(ask: Ask) -> Shown:
    return _form(ask, "", 0, ask.origin, None)


def _add(ask: Ask) -> Shown:
    name, shop, url = ask.typed("name"), _number(ask.typed("shop")), ask.typed("url")
    try:
        enrol_code(url, "0" * 12)  # what is wrong with the address is said before a code is made
        sees(ask, shop)
        with transaction(ask.parts.engine) as connection:
            code = terminals.new_code(connection, ask.office, ask.house, ask.actor, shop, name)
    except (LoyaltyError, TroubleError) as no:
        return _form(ask, name, shop, url, no)
    return _code_shown(ask, url, code, name)


def _again(ask: Ask) -> Shown:
    one = mine(ask, ask.number("number")).known
    with transaction(ask.parts.engine) as connection:
        code = terminals.code_again(connection, ask.office, ask.house, ask.actor, one.number)
    return _code_shown(ask, ask.origin, code, one.name)


def _code_shown(ask: Ask, url: str, code: str, name: str) -> Shown:
    made = enrol_code(url, code, ask.parts.fingerprint)
    values = {
        "name": name,
        "grouped": " ".join(code[at : at + 4] for at in range(0, len(code), 4)),
        "text": made.text,
        "minutes": MINUTES,
        "picture": picture(made.text),
    }
    return Shown("terminal_code.html", values)


def picture(text: str) -> tuple[int, str]:
    """A QR code as the side and the path of an SVG picture, one unit a module."""
    rows = qr_modules(text)
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return len(rows) + 2 * QUIET, path


def _show(ask: Ask) -> Shown:
    return _one(ask, None, "", 0)


def _change(ask: Ask) -> Shown | Moved:
    number = mine(ask, ask.number("number")).known.number
    name, shop = ask.typed("name"), _number(ask.typed("shop"))
    try:
        sees(ask, shop)
        with transaction(ask.parts.engine) as connection:
            terminals_managing.change(connection, ask.house, ask.actor, number, name, shop)
    except LoyaltyError as no:
        return _one(ask, no, name, shop)
    return Moved("/terminals")


def _one(ask: Ask, no: LoyaltyError | None, name: str, shop: int) -> Shown:
    found = mine(ask, ask.number("number"))
    with reading(ask.parts.engine) as connection:
        every = shops.shops(connection, ask.house.merchant)
    values = {
        "row": _row(ask, found, {one.number: one.name for one in every}),
        "name": name or found.known.name,
        "chosen_shop": shop or found.known.shop,
        "shops": [one for one in every if ask.who.sees(one.number)],
        "edits": ask.who.may(Right.EDIT_TERMINALS),
        "error": no,
        "wrong": _FIELDS.get(no.code, "name") if no else "",
    }
    return Shown("terminal.html", values, 422 if no else 200)


def _ask_retire(ask: Ask) -> Shown:
    found = mine(ask, ask.number("number"))
    return Shown("terminal_retire.html", {"row": _row(ask, found, {})})


def _retire(ask: Ask) -> Moved:
    number = mine(ask, ask.number("number")).known.number
    retired(ask, number, settle=ask.typed("settle") == "now")
    return Moved(f"/terminals/{number}")


def _form(
    ask: Ask, name: str, shop: int, url: str, no: LoyaltyError | TroubleError | None
) -> Shown:
    with reading(ask.parts.engine) as connection:
        every = shops.shops(connection, ask.house.merchant)
    values = {
        "name": name,
        "chosen_shop": shop,
        "url": url,
        "shops": [one for one in every if one.active and ask.who.sees(one.number)],
        "error": no,
        "wrong": _FIELDS.get(no.code, "name") if no else "",
    }
    return Shown("terminal_new.html", values, 422 if no else 200)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


_EDIT = Right.EDIT_TERMINALS
PAGES = (
    Page("/terminals", _list, right=Right.SEE_TERMINALS, menu="menu.terminals"),
    Page("/terminals/new", _blank, right=_EDIT),
    Page("/terminals/new", _add, "POST", _EDIT),
    Page("/terminals/{number}", _show, right=Right.SEE_TERMINALS),
    Page("/terminals/{number}", _change, "POST", _EDIT),
    Page("/terminals/{number}/code", _again, "POST", _EDIT),
    Page("/terminals/{number}/retire", _ask_retire, right=_EDIT),
    Page("/terminals/{number}/retire", _retire, "POST", _EDIT),
)
