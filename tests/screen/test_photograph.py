"""A receipt without a code at the counter: read, corrected, confirmed, credited once."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pos.demo import demo_card
from pos.devices.reading_text import ScriptedTextReader, SeenText, SeenWord, Snapshot
from pos.issuers import enrol_named, issuers
from pos.photographs import LAYOUTS
from pos.trouble import TroubleError
from receipts.reading.text.page import Page
from tests.screen.claim_desk import PIN, desk, points
from tests.screen.desk import Desk
from tests.screen.driver import Till
from tests.shop.house import CARD
from ui.counter.around import Around, Pictures, no_picture
from ui.counter.sheets import CameraSheet, PhotographSheet
from ui.jobs import InlineJobs

BAKERY = "DE123456789"
PAPER = """Bäckerei Sonnenschein
USt-IdNr.: DE123456789
Bon-Nr.: 4711  {day} 14:05
BROT          2,50
KUCHEN        4,00
SUMME EUR     6,50
BAR          10,00
Rückgeld      3,50
"""
STRANGE = """Bäckerei Sonnenschein
USt-IdNr.: DE123456789
28.02.2026
ALLES        8,00
GUTHABEN     90,00
"""
SNAPSHOT = Snapshot(b"picture", bytes([200]) * 12, 4, 3)

__all__ = ["desk"]


def seen(text: str) -> SeenText:
    words = (word for row in Page.of_text(text).rows for word in row.words)
    return SeenText(
        tuple(SeenWord(w.text, w.left, w.top, w.right, w.bottom, 0.99) for w in words),
        zlib.crc32(text.encode()) * 0x1_0000_0001,  # other papers look otherwise
    )


@dataclass
class Camera:
    """A counter whose camera sees a paper."""

    desk: Desk
    reader: ScriptedTextReader
    reading: InlineJobs

    @property
    def form(self) -> PhotographSheet:
        found = self.desk.state.sheet
        assert isinstance(found, PhotographSheet), self.desk.said
        return found

    @property
    def told(self) -> str:
        return self.form.notice.code if self.form.notice else ""

    def read(self) -> None:
        """F11, then Enter."""
        self.desk.wish.camera()
        self.desk.wish.enter()

    def type(self, **fields: str) -> None:
        for name, text in fields.items():
            self.desk.wish.field_typed(NAMES[name], text)


NAMES = {
    "shop": "photograph-shop",
    "total": "total",
    "day": "photograph-day",
    "time": "photograph-time",
    "number": "photograph-number",
}
Looks = Callable[..., Camera]


@pytest.fixture
def looks(desk: Desk) -> Iterator[Looks]:
    """Makes a counter before which papers are held up, one after another."""
    opened: list[Desk] = []

    def at(
        *papers: str | TroubleError, held: bool = False, taken: Callable[[], Snapshot] | None = None
    ) -> Camera:
        answers = tuple(seen(one) if isinstance(one, str) else one for one in papers)
        reader = ScriptedTextReader(answers)
        reading = InlineJobs(held=held)
        around = Around(Pictures(taken or (lambda: SNAPSHOT), reader), reading, InlineJobs())
        counter = Desk(desk.shop.store.path.parent, shop=desk.shop, around=around)
        opened.append(counter)
        return Camera(counter, reader, reading)

    yield at
    for counter in opened:
        counter.wish.end()


@pytest.fixture
def bakery(desk: Desk) -> None:
    enrol_named(desk.shop, "kim", "photo", BAKERY, "Bäckerei Sonnenschein")


def paper(day: str = "28.02.2026") -> str:
    return PAPER.format(day=day)


@pytest.mark.usefixtures("bakery")
def test_a_paper_is_read_confirmed_and_credited(looks: Looks) -> None:
    at = looks(paper())
    at.desk.wish.scanned(CARD)
    at.read()
    form = at.form
    assert [one.value for one in form.fields] == [
        "Bäckerei Sonnenschein",
        "6.50",
        "2026-02-28",
        "14:05",
        "4711",
    ]
    marks = [one.mark.removeprefix("mark-") for one in form.fields]
    assert marks == ["read", "read", "read", "check", "check"]
    assert (form.facts[0].code, form.who) == ("photograph-trusted", "Anna Schmidt")
    assert (form.picture, at.reader.shown) == (SNAPSHOT, [b"picture"])
    assert points(at.desk) == 0
    at.desk.wish.enter()
    done = at.desk.state.done
    assert done is not None
    assert (done.kind, done.earned, done.balance) == ("claim", 6, 6)
    at.desk.wish.undo()
    assert points(at.desk) == 0


@pytest.mark.usefixtures("bakery")
def test_the_same_paper_is_credited_once(looks: Looks) -> None:
    at = looks(paper())
    for _ in range(2):
        at.desk.wish.scanned(CARD)
        at.read()
        at.desk.wish.enter()
    assert (at.desk.said, points(at.desk)) == ("claim-already", 6)


@pytest.mark.usefixtures("bakery")
def test_escape_leaves_it_and_ends_the_reading(looks: Looks) -> None:
    at = looks(paper(), held=True)
    at.desk.wish.scanned(CARD)
    at.read()
    assert at.form.seconds == 0
    at.desk.pass_time(1_000)
    assert at.form.seconds == 1
    at.desk.wish.escape()
    assert at.desk.state.sheet is None
    assert at.reader.closed
    at.reading.deliver()
    assert (at.desk.state.sheet, points(at.desk)) == (None, 0)


@pytest.mark.usefixtures("bakery")
def test_what_is_typed_meanwhile_stays(looks: Looks) -> None:
    at = looks(paper(), held=True)
    at.desk.wish.scanned(CARD)
    at.read()
    at.type(total="7.00", number="A-1")
    at.reading.deliver()
    values = {one.name: (one.value, one.mark) for one in at.form.fields}
    assert values["total"] == ("7.00", "")
    assert values["photograph-number"] == ("A-1", "")
    assert values["photograph-day"] == ("2026-02-28", "mark-read")


@pytest.mark.usefixtures("bakery")
def test_a_corrected_reading_teaches_the_layout(looks: Looks, desk: Desk) -> None:
    at = looks(paper(), STRANGE)
    at.desk.wish.scanned(CARD)
    at.read()
    at.desk.wish.enter()
    with desk.shop.store.reading() as view:
        assert view.templates(LAYOUTS) == ()  # nobody had to correct anything
    at.desk.wish.scanned(CARD)
    at.read()
    at.type(total="8.00")
    at.desk.wish.enter()
    assert points(at.desk) == 14
    with desk.shop.store.reading() as view:
        assert [name for name, _ in view.templates(LAYOUTS)] == [BAKERY]


def test_a_shop_that_is_not_known_is_enrolled_with_an_approval(looks: Looks, desk: Desk) -> None:
    at = looks(paper())
    at.desk.wish.scanned(CARD)
    at.read()
    assert at.form.fields[0].mark == "mark-check"
    at.desk.wish.enter()
    assert at.told == "photograph-whose"
    enrol = next(row for row in at.form.rows if row.id == "photograph-enrol")
    at.desk.wish.row(enrol.number)
    at.desk.wish.enter()
    sheet = at.desk.state.sheet
    assert sheet is not None
    assert getattr(sheet, "approval", None) is not None
    at.desk.wish.typed("1")
    at.desk.wish.typed(PIN)
    at.desk.wish.enter()
    assert (at.form.subject, at.form.value("photograph-shop")) == (BAKERY, "Bäckerei Sonnenschein")
    assert ("photo", BAKERY) in {(one.scheme, one.issuer) for one in issuers(desk.shop)[0]}
    at.desk.wish.enter()
    assert points(at.desk) == 6


@pytest.mark.usefixtures("bakery")
def test_a_shop_is_found_by_typing_and_taken_by_its_number(looks: Looks, desk: Desk) -> None:
    enrol_named(desk.shop, "kim", "photo", "B2", "Backstube Nord")
    at = looks(TroubleError("picture-blurred"))
    at.desk.wish.scanned(CARD)
    at.read()
    at.type(shop="nord")
    assert [row.text for row in at.form.rows] == ["Backstube Nord", ""]
    at.desk.wish.row(1)
    assert (at.form.subject, at.form.value("photograph-shop")) == ("B2", "Backstube Nord")
    assert at.form.rows == ()


@pytest.mark.parametrize(
    "trouble",
    [
        TroubleError("ocr-absent"),
        TroubleError("ocr-failed"),
        TroubleError("ocr-slow", seconds=45),
        TroubleError("ocr-memory", megabytes=1400),
        TroubleError("picture-blurred"),
        TroubleError("picture-dark"),
    ],
    ids=lambda one: one.code,
)
@pytest.mark.usefixtures("bakery")
def test_what_cannot_be_read_can_be_typed(looks: Looks, trouble: TroubleError) -> None:
    at = looks(trouble)
    at.desk.wish.scanned(CARD)
    at.read()
    assert (at.told, at.form.seconds) == (trouble.code, None)
    at.type(shop="Bäckerei Sonnenschein", total="6,50", day="2026-02-28", time="9:30", number="1")
    at.desk.wish.enter()
    assert points(at.desk) == 6


@pytest.mark.usefixtures("bakery")
def test_an_empty_picture_and_an_absent_camera_are_said(looks: Looks) -> None:
    at = looks("")
    at.read()
    assert at.told == "ocr-nothing"
    at = looks("", taken=no_picture)
    at.read()
    assert (at.told, at.form.picture) == ("camera-no-picture", None)


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("total", "", "amount-empty"),
        ("total", "nothing", "amount-unreadable"),
        ("total", "9" * 12, "amount-too-large"),
        ("day", "", "photograph-no-day"),
        ("day", "2026-13-01", "claim-moment"),
        ("day", "2026-03-03", "claim-future"),
        ("time", "25:00", "claim-moment"),
    ],
)
@pytest.mark.usefixtures("bakery")
def test_a_wrong_field_is_said_and_nothing_is_lost(
    looks: Looks, field: str, text: str, code: str
) -> None:
    at = looks(paper())
    at.desk.wish.scanned(CARD)
    at.read()
    at.type(**{field: text})
    at.desk.wish.enter()
    assert at.told == code
    assert (at.form.value(NAMES[field]), at.form.value("photograph-number")) == (text, "4711")
    assert points(at.desk) == 0


@pytest.mark.usefixtures("bakery")
def test_the_card_may_come_after_the_picture(looks: Looks) -> None:
    at = looks(paper())
    at.read()
    at.desk.wish.scanned(CARD)
    assert (at.form.who, at.form.value("total")) == ("Anna Schmidt", "6.50")
    at.desk.wish.enter()
    assert points(at.desk) == 6


@pytest.mark.usefixtures("bakery")
def test_or_after_the_form(looks: Looks) -> None:
    at = looks(paper())
    at.read()
    at.desk.wish.enter()
    assert [one.number for one in at.desk.state.receipts] == ["4711"]
    at.desk.wish.scanned(CARD)
    assert points(at.desk) == 6


@pytest.mark.usefixtures("bakery")
def test_an_old_receipt_asks_for_a_person_on_the_sheet_of_all_receipts(looks: Looks) -> None:
    at = looks(paper("28.01.2026"))
    at.desk.wish.scanned(CARD)
    at.read()
    at.desk.wish.enter()
    sheet = at.desk.state.sheet
    assert getattr(sheet, "kind", "") == "claim-doubt"
    at.desk.wish.enter()
    at.desk.wish.typed("1")
    at.desk.wish.typed(PIN)
    at.desk.wish.enter()
    assert points(at.desk) == 6


@pytest.mark.usefixtures("bakery")
def test_a_basket_is_not_mixed_with_a_receipt(looks: Looks) -> None:
    at = looks(paper())
    at.desk.ring("5")
    at.read()
    assert (at.desk.said, at.reader.shown) == ("claim-finish-first", [])


def test_through_the_real_window(app: QApplication, tmp_path: Path) -> None:
    reader = ScriptedTextReader((seen("nothing\n"),))
    till = Till(tmp_path, app, pictures=Pictures(lambda: SNAPSHOT, reader))
    try:
        till.sign_in()
        shop = till.terminal.shop
        assert shop is not None
        with shop.store.reading() as view:
            manager = next(one for one in view.operators() if one.role != "cashier")
        enrol_named(shop, manager.id, "photo", BAKERY, "Bäckerei Sonnenschein")
        day = shop.today.strftime("%d.%m.%Y")
        reader.answers = (seen(paper(day).replace(" 14:05", "")),)
        till.scan(demo_card(6))
        before = till.state.member.points if till.state.member else 0
        till.press(Qt.Key.Key_F11)
        till.until(lambda: isinstance(till.state.sheet, CameraSheet), "the camera")
        till.press(Qt.Key.Key_Return)
        till.until(
            lambda: (
                isinstance(till.state.sheet, PhotographSheet) and till.state.sheet.seconds is None
            ),
            "the reading",
        )
        sheet = till.state.sheet
        assert isinstance(sheet, PhotographSheet)
        assert sheet.value("total") == "6.50"
        till.press(Qt.Key.Key_Return)
        till.until(lambda: till.state.done is not None, "the credit")
        assert till.state.done is not None
        assert till.state.done.kind == "claim"
        assert till.state.done.balance == before + till.state.done.earned
        assert till.state.done.earned > 0
    finally:
        till.close()
