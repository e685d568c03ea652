"""What the customer beside the counter sees, made from what the cashier sees: one pure function.

A first name, points and what can be had: no phone, birthday, card, full name, debt or tier, and
nothing of any sheet the cashier has open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pos.called import first_name
from pos.settings import Settings
from ui.counter.state import CounterState, Done, MemberView, OfferView, Phase, Reach

MOST_REWARDS: Final = 6
MOST_LINES: Final = 12
_SALES: Final = frozenset({"sale", "exchange"})


class Scene(StrEnum):
    """What the customer's screen shows."""

    IDLE = "idle"
    MEMBER = "member"
    RINGING = "ringing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the basket; `paid_minor` of it is paid with points."""

    text: str
    units: int
    amount_minor: int
    paid_minor: int = 0


@dataclass(frozen=True, slots=True)
class Tile:
    """A reward: its price, or how many points (`stamps`: stamps) are missing."""

    name: str
    points: int
    missing: int = 0
    stamps: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A sale that is booked. `balance` None: without a card; `here`: what of it can be used in
    this shop, where there are others.
    """

    number: str
    earned: int
    redeemed: int
    balance: int | None
    next_reward: str = ""
    next_missing: int = 0
    next_stamps: bool = False
    vouchers: tuple[str, ...] = ()
    here: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """The whole screen. `earns` is what this sale will bring; `code` is shown as a QR code.

    `asks`: the 0 to 10 question stands below; `thanked`: it was answered.
    """

    scene: Scene = Scene.IDLE
    shop: str = ""
    currency: str = "EUR"
    colour: str = ""
    known: bool = False
    called: str = ""
    points: int = 0
    earns: int = 0
    lines: tuple[Line, ...] = ()
    more_lines: int = 0
    due_minor: int = 0
    rewards: tuple[Tile, ...] = ()
    ended: Ended | None = None
    code: str = ""
    asks: bool = False
    thanked: bool = False


def customer_view(state: CounterState, settings: Settings) -> CustomerView:
    """The customer's side of a counter's state."""
    bare = CustomerView(shop=state.shop, currency=state.currency, colour=settings.customer_colour)
    if state.phase is Phase.DONE and state.done is not None and state.done.kind in _SALES:
        return _with(bare, state, settings, Scene.DONE)
    if state.phase is Phase.RINGING:
        return _with(bare, state, settings, Scene.RINGING)
    if state.phase is Phase.MEMBER and state.member is not None and not state.member.blocked:
        return _with(bare, state, settings, Scene.MEMBER)
    return bare


def _with(
    bare: CustomerView, state: CounterState, settings: Settings, scene: Scene
) -> CustomerView:
    member, ticket = state.member, state.ticket
    initial = settings.customer_names == "initial"
    return CustomerView(
        scene=scene,
        shop=bare.shop,
        currency=bare.currency,
        colour=bare.colour,
        known=member is not None,
        called=first_name(member.name, initial=initial) if member else "",
        points=_points(member) if member else 0,
        earns=ticket.earns,
        lines=tuple(
            Line(line.text, line.units, line.amount_minor, line.paid_minor)
            for line in ticket.lines[-MOST_LINES:]
        ),
        more_lines=max(0, len(ticket.lines) - MOST_LINES),
        due_minor=ticket.due_minor,
        rewards=_tiles(state.offers) if scene is not Scene.DONE else (),
        ended=_ended(state.done) if scene is Scene.DONE and state.done else None,
    )


def _points(member: MemberView) -> int:
    """What can be used here: a figure that holds, whatever other shops have."""
    return member.here.points if member.here else member.usable


def _tiles(offers: tuple[OfferView, ...]) -> tuple[Tile, ...]:
    """What is in reach first; what is refused for another reason than points is nobody's wish."""
    ready = (Reach.READY, Reach.CHOSEN, Reach.WAITING)
    wanted = [one for one in offers if one.reach in ready]
    near = [one for one in offers if one.reach is Reach.NEAR]
    shown = (*wanted, *sorted(near, key=lambda one: one.missing))[:MOST_REWARDS]
    return tuple(
        Tile(
            one.name,
            one.points,
            one.missing if one.reach is Reach.NEAR else 0,
            one.needed > 0,
            one.reach in (Reach.CHOSEN, Reach.WAITING),
        )
        for one in shown
    )


def _ended(done: Done) -> Ended:
    return Ended(
        done.number,
        done.earned,
        done.redeemed,
        done.balance,
        done.next_reward,
        done.next_missing,
        done.next_stamps,
        done.vouchers,
        done.here.points if done.here else None,
    )
