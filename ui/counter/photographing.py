"""A receipt without a code at the counter: the camera's picture is read beside the screen while a
person may type already; what they confirm is a receipt like any other (`claiming`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from loyalty.errors import LoyaltyError
from pos.counter import AtCounter, Identified
from pos.devices.reading_text import Snapshot
from pos.issuers import enrol_named
from pos.photographs import Expected, Photograph, known, learn_layout, read_picture
from pos.presenting import PHOTO, Presented, Printed, present_printed
from pos.trouble import TroubleError
from ui.counter.around import Around
from ui.counter.brought import Brought, receipt_view
from ui.counter.claiming import Claiming
from ui.counter.deeds import ActDesk, Deed
from ui.counter.notice import Mood
from ui.counter.photograph_form import (
    ENROL,
    SHOP,
    corrected,
    empty_fields,
    filled,
    merchant_rows,
    named,
    printed,
)
from ui.counter.sheets import ActSheet, Field, PhotographSheet, Row

TICK_MS = 1_000
KIND = "photograph"


class Photographing(Deed):
    """The sheet with picture and form. `took`: a member stands at the counter."""

    def __init__(
        self,
        desk: ActDesk,
        claiming: Claiming,
        around: Around,
        took: Callable[[AtCounter], None],
    ) -> None:
        self._desk = desk
        self._claiming = claiming
        self._around = around
        self._took = took
        self._known = Expected(desk.stage.shop.today)
        self._found: Photograph | None = None

    def take(self) -> None:
        """Read what the camera sees now."""
        if self._claiming.free():
            shop = self._desk.stage.shop
            self._desk.stage.ask(lambda: known(shop), self._begin)

    def _begin(self, known_here: Expected) -> None:
        member = self._desk.stage.now.member
        self._known, self._found = known_here, None
        who = member.member.name if member else ""
        rows = merchant_rows(known_here.merchants, "")
        self._desk.open(
            PhotographSheet(KIND, who, fields=empty_fields(), rows=rows, touched=True, seconds=0)
        )
        sheet = self._desk.sheet
        if sheet is None or sheet.act is None:
            raise AssertionError("it was just opened")
        act, worker = sheet.act, self._around.reading
        unread = partial(self._unread, act)
        worker.submit(self._around.pictures.taken, partial(self._taken, act), unread)
        self._tick(act)

    # --- the reading ------------------------------------------------------------------------------

    def _taken(self, act: UUID, picture: Snapshot) -> None:
        sheet = self._awaited(act)
        if sheet is None:
            return
        reader, known_here = self._around.pictures.reader, self._known
        self._desk.change(replace(sheet, picture=picture))
        self._around.reading.submit(
            lambda: read_picture(reader, picture.data, known_here),
            partial(self._read, act),
            partial(self._unread, act),
        )

    def _read(self, act: UUID, found: Photograph) -> None:
        sheet = self._awaited(act)
        if sheet is None:
            return
        self._found = found
        now = filled(sheet, found, self._desk.stage.shop.settings.currency)
        rows = () if now.subject else merchant_rows(self._known.merchants, now.value(SHOP))
        if not now.subject and len(rows) < 2:  # a proposal that is nobody's: whose else is it?
            rows = (*merchant_rows(self._known.merchants, "")[:8], *rows)
            rows = tuple(replace(row, number=n) for n, row in enumerate(rows, start=1))
        self._desk.change(replace(now, rows=rows))
        self._desk.stage.sign(Mood.OK if found.receipt.trusted else Mood.ATTENTION)

    def _unread(self, act: UUID, error: Exception) -> None:
        if not isinstance(error, (LoyaltyError, TroubleError)):
            raise error
        sheet = self._awaited(act)
        if sheet is None:
            return
        self._desk.change(replace(sheet, seconds=None))
        self._desk.tell(Mood.ATTENTION, error.code, **error.facts)

    def _awaited(self, act: UUID) -> PhotographSheet | None:
        """The sheet whose picture is being read, if it still waits for that."""
        sheet = self._desk.sheet
        if isinstance(sheet, PhotographSheet) and sheet.act == act and sheet.seconds is not None:
            return sheet
        return None

    def _tick(self, act: UUID) -> None:
        def another_second() -> None:
            sheet = self._awaited(act)
            if sheet is not None:
                self._desk.change(replace(sheet, seconds=(sheet.seconds or 0) + 1))
                self._tick(act)

        self._desk.stage.later(TICK_MS, another_second)

    # --- the form ---------------------------------------------------------------------------------

    def field(self, sheet: ActSheet, name: str) -> None:
        """What a person typed is theirs; another name is another shop."""
        fields = tuple(replace(f, mark="") if f.name == name else f for f in sheet.fields)
        if name == SHOP:
            rows = merchant_rows(self._known.merchants, sheet.value(SHOP))
            sheet = replace(sheet, subject="", rows=rows)
        self._desk.change(replace(sheet, fields=fields))

    def row(self, sheet: ActSheet, row: Row) -> None:
        if row.id != ENROL:
            self._desk.change(_of(sheet, row.id, row.text))
            return
        if isinstance(sheet, PhotographSheet) and sheet.seconds is not None:
            self._desk.tell(Mood.QUIET, "photograph-reading")
            return
        tax = self._found.receipt.tax_number if self._found else ""
        fields = (Field("shop-name", sheet.value(SHOP)), Field("tax-number", tax, code=True))
        self._desk.open(ActSheet(ENROL, fields=fields, touched=True, behind=sheet))

    def scanned(self, sheet: ActSheet, found: Identified) -> bool:
        """Their card may come while the form is filled in."""
        if not isinstance(found, AtCounter):
            return False
        self._took(found)
        self._desk.change(replace(sheet, who=found.member.name, notice=None))
        return True

    def enter(self, sheet: ActSheet) -> None:
        """What stands on the form is what is printed."""
        stage = self._desk.stage
        shop, found = stage.shop, self._found
        issuer = sheet.subject
        if not issuer and (exact := named(self._known.merchants, sheet.value(SHOP))):
            issuer = exact.key
        if not isinstance(sheet, PhotographSheet):
            raise AssertionError("no other sheet has this deed")
        if not issuer:
            self._desk.tell(Mood.ATTENTION, "photograph-whose")
            return
        try:
            said = printed(sheet, issuer, found, shop.settings.currency, shop.today)
        except LoyaltyError as no:
            self._desk.refuse(no)
            return
        self._stop(sheet)
        self._desk.change(replace(sheet, seconds=None, notice=None))
        self._desk.ask(lambda: present_printed(shop, said), partial(self._presented, said, sheet))

    def closed(self, sheet: ActSheet) -> None:
        self._stop(sheet)

    def enrolled(self, sheet: ActSheet, issuer: str, name: str) -> None:
        """The merchant on the form counts from now on."""
        shop = self._desk.stage.shop

        def again(known_here: Expected) -> None:
            self._known = known_here
            self._desk.change(_of(sheet, issuer, name))

        self._desk.ask(lambda: known(shop), again)

    def _presented(self, said: Printed, sheet: PhotographSheet, presented: Presented) -> None:
        stage, found = self._desk.stage, self._found
        shop = stage.shop
        if found is not None and corrected(said, found):
            on = presented.receipt.issued_on
            stage.aside(
                lambda: learn_layout(shop, found, said.issuer, said.total, on, said.number), _kept
            )
        view = receipt_view(presented.receipt, presented.issuer_name, shop.clock.zone)
        view = replace(view, number=said.number)
        if sheet.act is not None:
            self._claiming.lay(Brought(sheet.act, presented=presented, view=view))

    def _stop(self, sheet: ActSheet) -> None:
        """A reading that nobody waits for ends, so that the next picture need not wait for it."""
        if isinstance(sheet, PhotographSheet) and sheet.seconds is not None:
            self._around.watching.submit(self._around.pictures.reader.close, _kept, _raised)


class PhotographEnrolDeed(Deed):
    """A merchant whose receipts have no codes is enrolled; then the form goes on."""

    def __init__(self, desk: ActDesk, photographing: Photographing) -> None:
        self._desk = desk
        self._photographing = photographing

    def enter(self, sheet: ActSheet) -> None:
        shop, behind = self._desk.stage.shop, sheet.behind
        name, key = sheet.value("shop-name").strip(), sheet.value("tax-number").strip()
        if not isinstance(behind, PhotographSheet):
            raise AssertionError("it is opened from the form only")
        self._desk.book(
            lambda act, approved: enrol_named(
                shop, act.operator, PHOTO, key or name, name, approved
            ),
            lambda issuer: self._photographing.enrolled(behind, issuer.issuer, issuer.name),
        )


def _of(sheet: ActSheet, issuer: str, name: str) -> ActSheet:
    """The form, of this merchant."""
    fields = tuple(
        replace(field, value=name, mark="") if field.name == SHOP else field
        for field in sheet.fields
    )
    return replace(sheet, subject=issuer, fields=fields, rows=(), touched=True, notice=None)


def _kept(_done: object) -> None:
    """Nobody waits for it."""


def _raised(error: Exception) -> None:
    raise error  # our bug: the crash sheet's business
