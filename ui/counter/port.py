"""The line to head office as the counter needs it: ports, and the twin where there is none."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Protocol
from uuid import UUID

from loyalty.codes import SaleNumber
from pos.line_state import LineState, Linked
from pos.trouble import TroubleError


class Brought(Protocol):
    """What head office, or the shop's hub, said of what was asked for."""

    @property
    def known(self) -> bool:
        """Whether it knows of it."""
        ...

    @property
    def asked(self) -> bool:
        """Whether somebody else was asked, who may bring it yet."""
        ...

    @property
    def held(self) -> Sized:
        """Who has the rest."""
        ...

    @property
    def notes(self) -> Sized:
        """What came with it."""
        ...


class Line(Protocol):
    """What the counter asks of the line; the courier has it (`pos.sync.courier`)."""

    @property
    def state(self) -> LineState:
        """The line now."""
        ...

    def reserve(self, member: UUID | None, need: int = 0, voucher: str = "") -> Brought:
        """Have points of a member, or a voucher, in these books when it returns.

        Answers within 1.5 s; not for the screen's thread. TroubleError where nobody answers.
        """
        ...

    def find(self, number: SaleNumber) -> SaleNumber | None:
        """Have a sale of another shop in these books, and of any sale what became of it elsewhere;
        the number it has here, None where head office has no such sale. As `reserve` otherwise.
        """
        ...

    def claimed(self, source: UUID) -> None:
        """Have here where a receipt was credited, by its source. As `reserve` otherwise."""
        ...

    def retry(self) -> None:
        """Try now, whatever was being waited for."""
        ...


class Courier(Line, Protocol):
    """Who carries the books: a line that is started and stopped."""

    def start(self) -> None:
        """Begin."""
        ...

    def stop(self) -> None:
        """End, within a few seconds."""
        ...


class Door(Protocol):
    """The way to a head office (`pos.sync.door`)."""

    def courier(self, told: Callable[[LineState], None]) -> Courier | None:
        """A courier for these books, `told` from its own thread; None without a head office."""
        ...

    def read(self, text: str) -> str:
        """The address that a code leads to; LoyaltyError for what is no such code."""
        ...

    def written(self, url: str, code: str) -> str:
        """A code's text from what was typed."""
        ...

    def enrol(self, text: str) -> Linked:
        """Become a terminal of that head office. The books are closed afterwards."""
        ...


class NoLine:
    """Where there is no head office."""

    state = LineState()

    def reserve(self, member: UUID | None, need: int = 0, voucher: str = "") -> Brought:
        """Nobody can be asked."""
        raise TroubleError("office-unreachable", said="none")

    def find(self, number: SaleNumber) -> SaleNumber | None:
        """Nobody can be asked."""
        raise TroubleError("office-unreachable", said="none")

    def claimed(self, source: UUID) -> None:
        """Nobody can be asked."""
        raise TroubleError("office-unreachable", said="none")

    def retry(self) -> None:
        """There is nothing to try."""
