"""A shop's till and head office's pages: slips, and a phone that opens what is printed on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import msgspec

from loyalty.codes import SaleNumber
from loyalty.ledger.entry import Entry
from loyalty.program_file.document import program_to_text
from loyalty.rules.program import Program
from pos.claim_keys import signer
from pos.office.desk import feed
from pos.office.ledger.books import Books
from pos.office.ledger.verifying import OfficeAudit
from pos.office.people.accounts import House
from pos.office.schema.engine import create_schema, office_engine, reading, transaction
from pos.office.web.parts import Bounds, Door, Parts
from receipts.claim_code import ClaimFacts, token
from tests.office.office import Browser, Office, said
from tests.office.tills import Till, World

KEY = b"k" * 32
PHONE = {"contact": "+82 10 1234 5678", "agree": "1"}


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
        sold = self.till.sold(member, minor)
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


@contextmanager
def street_on(url: str, folder: Path) -> Iterator[Street]:
    """A street whose program and keys are known; its books are clean when it is left."""
    engine = office_engine(url)
    create_schema(engine, 0)
    world = World(engine, folder)
    made = Street(world, world.till(1))
    made.program(today(made))
    signer(made.till.shop)
    made.sync()
    yield made
    with reading(engine) as db:
        assert list(OfficeAudit(Books(db, 1, world.clock, 0)).faults()) == []
    engine.dispose()


def today(street: Street) -> Program:
    with street.till.shop.store.reading() as view:
        found = view.program_on(date(2026, 11, 22))
    assert found is not None
    return found


def opened(street: Street, token: str) -> Browser:
    phone = street.phone()
    assert phone.get(f"/r/{token}", accept_language="en").status_code == 200
    return phone


def kept(phone: Browser, token: str, form: dict[str, str] | None = None) -> str:
    """The page after a receipt was kept."""
    answer = phone.post(f"/r/{token}", form or PHONE)
    assert answer.status_code == 303, said(answer)
    return phone.get(f"/r/{token}").text


def card_of(page: str) -> str:
    found = re.search(r"<code>([0-9 ]+)</code>", page)
    assert found
    return found[1].replace(" ", "")


def points(page: str) -> str:
    found = re.search(r'class="worth"><dt>[^<]*</dt><dd>([^<]*)<', page)
    return found[1] if found else ""


def note(page: str) -> str:
    found = re.search(r'class="note"[^>]*>([^<]*)<', page)
    return found[1] if found else ""


def waiting(street: Street, card: str) -> int:
    """Points of a card that wait, as the till is told."""
    street.sync()
    with street.till.shop.store.reading() as view:
        found = view.member_by_card(card)
        assert found is not None
        told = view.elsewhere(found[0].id)
        return told.pending if told else 0
