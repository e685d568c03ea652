"""The reader's process, put together: `python -m pos.cli.printer_reader OPTIONS_AS_JSON`.

Started by the supervisor. It may be slow, fail or be killed; the forwarder prints all the same.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalty.codes import SaleNumber
from loyalty.errors import LoyaltyError
from pos.acts import Act
from pos.captures import credit, standing, who_stands, would_earn
from pos.claim_keys import Signer, signer
from pos.cli.opened import act_by
from pos.cli.printer_pictures import codes_in, text_in
from pos.clock import SystemClock
from pos.opening import open_shop
from pos.places import Places
from pos.recognised import minor
from pos.settings import Settings, read_settings
from pos.shop import Shop
from pos.tap.asking import Answering
from pos.tap.block import block_of
from pos.tap.following import Follower, Reading, Written
from pos.tap.job import STREAMS
from pos.tap.spool import Capture, Spool, folder_of
from pos.trouble import TroubleError
from receipts.claim_code import NO_PAGE, ClaimFacts, token, url
from receipts.reading.escpos.captured import Captured
from receipts.reading.escpos.pages import Pages
from receipts.writing.profiles import PrinterProfile, profile
from receipts.writing.wording import sentence

_TURN_S = 0.05
_PARENT_GONE_S = 2
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """`data`: the shop's folder; `insert`: whether slips are written on; `pages`: see `Pages.of`;
    `profile`, `paper_mm`: the printer behind; `codes`, `ocr`: look into pictures; `parent`: the
    process without which it ends.
    """

    data: str
    insert: bool = False
    pages: str = ""
    profile: str = "generic"
    paper_mm: int = 80
    codes: bool = True
    ocr: bool = False
    parent: int = 0


class Writer:
    """What is put on a sale: the claim code, or what the member at the counter earns with it."""

    def __init__(self, shop: Shop, places: Places, printer: PrinterProfile, paper_mm: int) -> None:
        self._shop = shop
        self._places = places
        self._printer = printer
        self._paper_mm = paper_mm
        self._signer: Signer = signer(shop)
        self._standing: dict[int, str] = {}
        # The faces and tables that the first drawing loads are loaded before somebody waits.
        block_of("0", NO_PAGE, "", shop.settings.language, paper_mm, printer)

    def __call__(self, number: int, sale: Captured) -> Written | None:
        settings = self._shop.settings
        total = None if sale.total is None else minor(sale.total, settings.currency)
        if total is None or total <= 0:
            return None
        draw = partial(
            block_of, language=settings.language, paper_mm=self._paper_mm, printer=self._printer
        )
        member = who_stands(self._shop, self._places)
        if member is not None and (points := self._points(sale, member)) is not None:
            # The next sale is somebody else's, unless they are shown again.
            standing(self._shop, self._places, None)
            said = sentence(settings.language, "captured.earned", points=str(points))
            return Written(draw(said, "", ""), member=str(member))
        code = self._code(number, total)
        key = "claim.bring" if code.startswith(NO_PAGE) else "claim.scan"
        return Written(draw(sentence(settings.language, key), code, ""), code)

    def done(self, capture: Capture) -> None:
        """Credit a sale on which a member was told what it earns."""
        if not capture.member or not capture.printed:
            return
        try:
            act: Act = act_by(self._shop, None)
            credit(self._shop, self._places, act, capture, UUID(capture.member))
        except (LoyaltyError, TroubleError) as no:
            _log.warning("capture %s is not credited: %s", capture.number, no.code)

    def _points(self, sale: Captured, member: UUID) -> int | None:
        if sale.total is None:
            return None
        try:
            return would_earn(self._shop, sale.total, sale.lines, member)
        except (LoyaltyError, TroubleError):
            return None

    def _code(self, number: int, total_minor: int) -> str:
        shop = self._shop
        said = ClaimFacts(
            shop.settings.store_no,
            SaleNumber(shop.store.terminal, shop.store.epoch, number),
            int(shop.clock.now().timestamp()),
            total_minor,
            shop.settings.currency,
            captured=True,
        )
        return url(shop.settings.claim_page, token(said, self._signer.private))


def run(options: ReaderOptions) -> None:
    """Until SIGTERM, or the supervisor is gone."""
    if not options.insert and hasattr(os, "nice"):
        os.nice(10)  # nobody waits for it
    places = Places(Path(options.data))
    folder = folder_of(places)
    (folder / STREAMS).mkdir(parents=True, exist_ok=True)
    settings = _settings(places)
    shop, writer = _writer(options, places)
    follower = Follower(
        Spool(folder),
        SystemClock(ZoneInfo(settings.zone)),
        Reading(
            pages=_pages(options.pages),
            country=settings.country,
            currency=settings.currency,
            decode=codes_in() if options.codes else None,
            recognise=text_in() if options.ocr else None,
            write=writer,
        ),
        writer.done if writer is not None else lambda _: None,
    )
    answering = Answering(folder)
    going = _Going(options.parent)
    try:
        while going.on:
            answering.turn(follower.answer, _TURN_S)
            _turn(follower)
    finally:
        answering.close()
        if shop is not None:
            shop.store.close()


class _Going:
    """Whether to go on: not after SIGTERM, and not without the process that started us."""

    def __init__(self, parent: int) -> None:
        self._stopped = False
        self._parent = parent
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's Ctrl+C is the supervisor's

    @property
    def on(self) -> bool:
        return not self._stopped and os.getppid() == self._parent

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopped = True


def _turn(follower: Follower) -> None:
    try:
        follower.turn()
    except OSError as error:
        _log.warning("receipts are not kept: %s", error.strerror)


def _settings(places: Places) -> Settings:
    try:
        return read_settings(places.settings)[0]
    except TroubleError:
        return Settings()


def _pages(text: str) -> Pages:
    try:
        return Pages.of(text)
    except LoyaltyError:
        return Pages()  # the command that started us has refused it already


def _writer(options: ReaderOptions, places: Places) -> tuple[Shop | None, Writer | None]:
    if not options.insert:
        return None, None
    try:
        shop = open_shop(places)
        printer = profile(options.profile, options.paper_mm)
        return shop, Writer(shop, places, printer, options.paper_mm)
    except (LoyaltyError, TroubleError) as no:
        _log.warning("nothing is put on receipts: %s", no.code)
        return None, None


if __name__ == "__main__":
    run(ReaderOptions(**json.loads(sys.argv[1])))
