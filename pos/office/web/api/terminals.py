"""`/api/v1/terminals`: how terminals are, codes for new ones, another name or shop, an end."""

from __future__ import annotations

import msgspec

from pos.office.desk.enrolment import MINUTES
from pos.office.ledger.standing import booking
from pos.office.managing import enrolled as terminals
from pos.office.managing import terminals as terminals_managing
from pos.office.managing.terminals import Seen
from pos.office.people.duties import Right
from pos.office.schema.engine import reading, transaction
from pos.office.web.api.fields import Line, ShopNumber
from pos.office.web.asking import Ask, Call
from pos.office.web.refusals import Refused


class TerminalOut(msgspec.Struct):
    """A terminal. Times are UTC milliseconds; `held_points` of `held_members` members may have been
    spent there unseen, until `lease_ms` at the latest; `worries`: `silent`, `clock`, `unsent`,
    `suspended`.
    """

    number: int
    shop: int
    name: str
    state: str
    app: str
    contact_ms: int
    enrolled_ms: int
    lease_ms: int
    unsent: int
    clock_off_ms: int
    health: list[str]
    hub: bool
    held_members: int
    held_points: int
    worries: list[str]


class NewTerminal(msgspec.Struct, forbid_unknown_fields=True):
    """Which shop's, and what it shall be called."""

    shop: ShopNumber
    name: Line


class CodeOut(msgspec.Struct):
    """A code for one enrolment; it is shown this once only."""

    code: str
    minutes: int = MINUTES


class TerminalIn(msgspec.Struct, forbid_unknown_fields=True):
    """What a terminal is called, and which shop's it is, from now on."""

    shop: ShopNumber
    name: Line


class Ending(msgspec.Struct, forbid_unknown_fields=True):
    """`settle`: take back what it holds at once, and bear what it spent unseen; else that happens
    when its lease is over.
    """

    settle: bool = False


class Ended(msgspec.Struct):
    """A retired terminal, and what was taken back from it."""

    terminal: TerminalOut
    members: int
    points: int


def terminal_out(one: Seen) -> TerminalOut:
    """A terminal as the API tells it."""
    known = one.known
    return TerminalOut(
        known.number,
        known.shop,
        known.name,
        known.state,
        known.app,
        known.contact_ms,
        known.enrolled_ms,
        one.lease_ms,
        known.unsent,
        known.clock_off_ms,
        list(known.health),
        one.hub,
        one.risk.members,
        one.risk.points,
        list(one.worries),
    )


def mine(ask: Ask, number: int) -> Seen:
    """A terminal of a shop one sees; Refused `not-found`."""
    with reading(ask.parts.engine) as connection:
        found = terminals_managing.seen_one(connection, ask.house, number)
    if not ask.who.sees(found.known.shop):
        raise Refused(404, "terminal-unknown", number=number)
    return found


def _list(ask: Ask, _: None) -> list[TerminalOut]:
    with reading(ask.parts.engine) as connection:
        found = terminals_managing.seen(connection, ask.house)
    return [terminal_out(one) for one in found if ask.who.sees(one.known.shop)]


def _one(ask: Ask, _: None) -> TerminalOut:
    return terminal_out(mine(ask, ask.number("number")))


def _code(ask: Ask, given: NewTerminal) -> CodeOut:
    sees(ask, given.shop)
    with transaction(ask.parts.engine) as connection:
        return CodeOut(
            terminals.new_code(connection, ask.office, ask.house, ask.actor, given.shop, given.name)
        )


def _again(ask: Ask, _: None) -> CodeOut:
    number = mine(ask, ask.number("number")).known.number
    with transaction(ask.parts.engine) as connection:
        code = terminals.code_again(connection, ask.office, ask.house, ask.actor, number)
    return CodeOut(code)


def _change(ask: Ask, given: TerminalIn) -> TerminalOut:
    number = mine(ask, ask.number("number")).known.number
    sees(ask, given.shop)
    with transaction(ask.parts.engine) as connection:
        terminals_managing.change(connection, ask.house, ask.actor, number, given.name, given.shop)
    return terminal_out(mine(ask, number))


def _retire(ask: Ask, given: Ending) -> Ended:
    number = mine(ask, ask.number("number")).known.number
    risk = retired(ask, number, settle=given.settle)
    return Ended(terminal_out(mine(ask, number)), risk.members, risk.points)


def retired(ask: Ask, number: int, *, settle: bool) -> terminals_managing.AtRisk:
    """Retire a terminal; what was taken back."""
    if settle:
        with booking(ask.office) as books:
            return terminals_managing.give_up(
                books, ask.office.new_id, ask.house, ask.actor, number
            )
    with transaction(ask.parts.engine) as connection:
        terminals.retire(connection, ask.house, ask.actor, number)
    return terminals_managing.AtRisk()


def sees(ask: Ask, shop: int) -> None:
    """Refused `shop-unknown` for a shop that somebody does not see."""
    if not ask.who.sees(shop):
        raise Refused(404, "shop-unknown", number=shop)


_PATH = "/api/v1/terminals"
_ONE = f"{_PATH}/{{number}}"
_SEE, _EDIT = Right.SEE_TERMINALS, Right.EDIT_TERMINALS
CALLS = (
    Call(_PATH, _list, list[TerminalOut], "The terminals one sees", right=_SEE),
    Call(_PATH, _code, CodeOut, "A code for a new terminal", "POST", NewTerminal, _EDIT),
    Call(_ONE, _one, TerminalOut, "A terminal", right=_SEE),
    Call(_ONE, _change, TerminalOut, "Rename or move a terminal", "PUT", TerminalIn, _EDIT),
    Call(f"{_ONE}/code", _again, CodeOut, "A code to enrol it anew", "POST", right=_EDIT),
    Call(f"{_ONE}/retire", _retire, Ended, "Retire a terminal", "POST", Ending, _EDIT),
)
