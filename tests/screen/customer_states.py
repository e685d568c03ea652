"""Every state of the customer's screen beside the counter as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ui.customer.view import CustomerView, Ended, Line, Scene, Tile

CODE: Final = "HTTPS://POINTS.EXAMPLE/C/" + "ABCDEFGHJKMNPQRS" * 7
LINES: Final = (
    Line("Flat white", 2, 760),
    Line("Croissant", 1, 260),
    Line("Beans 250 g, the dark roast from Sidamo, whole", 1, 1190),
    Line("Any drink", 1, 380, 380),
    Line("Avocado toast", 1, 890),
)
TILES: Final = (
    Tile("Any drink", 40),
    Tile("Cake of the day", 60, chosen=True),
    Tile("5 euros off", 90, missing=12),
    Tile("Coffee card", 0, missing=2, stamps=True),
)
IDLE: Final = CustomerView(Scene.IDLE, "Café Regulars")
MEMBER: Final = replace(
    IDLE, scene=Scene.MEMBER, known=True, called="Zoë", points=78, rewards=TILES
)
RINGING: Final = replace(MEMBER, scene=Scene.RINGING, lines=LINES, due_minor=2720, earns=27)
ENDED: Final = Ended("1-812", 27, 0, 105, "Beans 250 g", 45)
DONE: Final = replace(MEMBER, scene=Scene.DONE, rewards=(), ended=ENDED)
WITHOUT: Final = replace(IDLE, scene=Scene.DONE, ended=Ended("1-813", 0, 0, None))

STATES: Final[dict[str, Callable[[], CustomerView]]] = {
    "idle": lambda: IDLE,
    "idle-colour": lambda: replace(IDLE, colour="#0d5c46"),
    "member": lambda: MEMBER,
    "nameless": lambda: replace(MEMBER, called="", rewards=()),
    "ringing": lambda: RINGING,
    "ringing-nobody": lambda: replace(
        RINGING, known=False, called="", points=0, earns=0, rewards=()
    ),
    "done": lambda: DONE,
    "done-asks": lambda: replace(DONE, asks=True),
    "done-thanked": lambda: replace(DONE, thanked=True),
    "done-vouchers": lambda: replace(DONE, ended=replace(ENDED, vouchers=("3 euros off",))),
    "done-code": lambda: replace(WITHOUT, code=CODE),
    "done-code-asks": lambda: replace(WITHOUT, code=CODE, asks=True),
    "done-nobody": lambda: WITHOUT,
}
