"""A shop's till and head office's pages: slips, and a phone that opens what is printed on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import msgspec

from loyalty.codes import SaleNumber
from loyalty.ledger.entry import Entry, EntryKey
from loyalty.program_file.document import program_to_text
from loyalty.rules.program import Program
from pos.claim_keys import signer
from pos.office import feed
from pos.office.engine import transaction
from pos.office.people import House
from pos.office.web.parts import Bounds, Door, Parts
from receipts.claim_code import ClaimFacts, token
from tests.office.office import Browser, Office
from tests.office.tills import Till, World

KEY = b"k" * 32


@dataclass
class Street:
    """One till in shop 1, and head office with its pages."""

    world: World
    till: Till

    def program(self, program: Program) -> None:
        """Head office sends a program out everywhere; the till has it already."""
        body = msgspec.json.encode({"text": program_to_text(program)}).decode()
        with transaction(self.world.engine) as db:
            feed.keep_word(db, 1, ("program", str(program.number), 1, 0, body), 0)

    def slip(self, minor: int = 12_000, member: UUID | None = None) -> tuple[Entry, str]:
        """A sale, and what its square code says."""
        sold = self.till.sell(member, minor)
        return sold, self.token(sold, minor)

    def token(self, sold: Entry, minor: int) -> str:
        """The slip of a sale as it is printed."""
        key = sold.key
        said = ClaimFacts(
            1, SaleNumber(key.terminal, key.epoch, key.seq), sold.at_ms // 1000, minor, "EUR"
        )
        return token(said, signer(self.till.shop).private)

    def sync(self) -> None:
        self.till.quiet()

    def phone(self, bounds: Bounds | None = None) -> Browser:
        """A phone's browser of its own."""
        world = self.world
        door = Door(frozenset({"office.example"}), tls=True)
        house = House(1, world.clock)
        parts = Parts(world.engine, house, door, KEY, None, bounds or Bounds(), world.office)
        return Office(world.engine, house, world.clock).browser_of(parts)

    def later(self, **time: int) -> None:
        self.world.clock.advance(timedelta(**time))


def place(sold: Entry) -> EntryKey:
    return sold.key
