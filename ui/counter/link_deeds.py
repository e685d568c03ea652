"""Getting a head office: a code is scanned or typed, the address is confirmed, and the books are
opened anew. A manager's act; somebody else is asked for one in place.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from loyalty.errors import LoyaltyError
from pos.line_state import Linked
from pos.rights import Right, may
from pos.trouble import TroubleError
from ui.counter.approving import Approving
from ui.counter.around import Link
from ui.counter.deeds import ActDesk, Deed, fact
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Field

LINK = "link"
SCHEME = "regulars-enrol:"
_URL, _CODE = "office-url", "office-code"


class LinkDeed(Deed):
    """`other` of the sheet is the code's text once it is known: then Enter confirms."""

    def __init__(self, desk: ActDesk, approving: Approving, link: Link | None) -> None:
        self._desk = desk
        self._approving = approving
        self._link = link
        self._approved = False

    def open(self, behind: ActSheet | None = None) -> None:
        """Empty, to scan or type a code."""
        self._approved = False
        if self._link is None:
            self._desk.tell(Mood.ATTENTION, "link-not-here")
            return
        fields = (Field(_URL, code=True), Field(_CODE, code=True))
        self._desk.open(ActSheet(LINK, facts=(fact("link-how"),), fields=fields, behind=behind))

    def scanned_code(self, text: str) -> None:
        """A code of head office's was scanned, at whatever moment."""
        stage = self._desk.stage
        if stage.now.under_way or (self._desk.sheet is not None and self._desk.sheet.kind != LINK):
            stage.tell(Mood.ATTENTION, "finish-first")
            return
        if self._desk.sheet is None:
            self.open()
        sheet = self._desk.sheet
        if sheet is not None and self._link is not None:
            self._know(sheet, text)

    def field(self, sheet: ActSheet, name: str) -> None:
        """Typed anew: what was scanned before is not meant any more."""
        if sheet.other:
            self._desk.change(replace(sheet, other="", facts=(fact("link-how"),)))

    def enter(self, sheet: ActSheet) -> None:
        if self._link is None:
            return
        if not sheet.other:
            try:
                text = self._link.door.written(_whole(sheet.value(_URL)), sheet.value(_CODE))
            except (LoyaltyError, TroubleError) as no:
                self._desk.tell(Mood.REFUSED, no.code, **no.facts)
                return
            self._know(sheet, text)
            return
        if self._approved:
            self._enrol(sheet)
            return
        stage = self._desk.stage
        shop, me = stage.shop, stage.now.operator

        def known(able: bool) -> None:
            if able:
                self._allowed("")
                return
            needed = LoyaltyError("approval-needed", right=Right.LINK.value, amount=0)
            self._approving.ask(needed, self._allowed)

        stage.ask(lambda: me is not None and may(shop, me.id, Right.LINK), known)

    def _allowed(self, _second: str) -> None:
        self._approved = True
        sheet = self._desk.sheet
        if sheet is not None:
            self._enrol(sheet)

    def _know(self, sheet: ActSheet, text: str) -> None:
        """What is going to be done, before it is done."""
        assert self._link is not None
        try:
            address = self._link.door.read(text)
        except (LoyaltyError, TroubleError) as no:
            self._desk.tell(Mood.REFUSED, no.code, **no.facts)
            return
        host = urlsplit(address).netloc or address
        facts = (Notice(Mood.ATTENTION, "link-confirm", (("url", host),)), fact("link-sends"))
        self._desk.change(replace(sheet, other=text, facts=facts, notice=None, touched=True))
        self._desk.stage.sign(Mood.OK)

    def _enrol(self, sheet: ActSheet) -> None:
        link, text = self._link, sheet.other
        if link is None:
            return
        self._desk.tell(Mood.QUIET, "link-asking")
        self._desk.ask(lambda: _tried(link, text), self._answered)

    def _answered(self, answer: Linked | TroubleError) -> None:
        if isinstance(answer, TroubleError):
            why = answer.facts.get("why")
            code = why if isinstance(why, str) and why in TOLD else answer.code
            self._desk.tell(Mood.REFUSED, code, **answer.facts)
        elif self._link is not None:
            self._link.done(answer)


def _tried(link: Link, text: str) -> Linked | TroubleError:
    """A trouble is said on the sheet, where the code still stands."""
    try:
        return link.door.enrol(text)
    except TroubleError as error:
        return error


def _whole(typed: str) -> str:
    """An address as people type it."""
    plain = typed.strip()
    return plain if "://" in plain or not plain else f"https://{plain}"


TOLD = frozenset({"enrol-code", "terminal-number-taken", "protocol", "too-many"})
"""What head office says no with, and has a sentence here."""
