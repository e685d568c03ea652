"""A tour of the real window with pictures: `python -m tests.screen.tour OUT`.

The same visit in four languages, two themes and two sizes; `--docs` renews the pictures in docs/
with a few of them. Runs on whatever screen Qt finds: Xvfb for a real one,
`QT_QPA_PLATFORM=offscreen` for none.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyalty.codes import operator_badge
from pos.demo import STAR, demo_card, furnish
from pos.demo_program import GOODS
from pos.places import Places
from tests.office.live import Live, live_office
from tests.screen.driver import Till, blank_card

SIZES = ((1024, 768), (1920, 1080))
LANGUAGES = ("en", "ko", "ja", "zh_CN")
THEMES = ("light", "dark")
LABEL = "2800017004323"  # of the scale: 432 grams of cheese
DOCS = {
    "counter-member": "en-light-1024x768-04-ringing",
    "counter-done": "en-light-1024x768-06-done",
    "counter-return": "en-light-1024x768-07-return",
    "counter-why": "en-light-1024x768-05-why",
    "counter-sign-in": "en-light-1024x768-01-sign-in",
    "counter-ko": "ko-light-1024x768-04-ringing",
    "counter-ja-dark": "ja-dark-1024x768-04-ringing",
    "counter-zh-dark-wide": "zh_CN-dark-1920x1080-04-ringing",
    "counter-slip": "en-light-1920x1080-12-slip",
}


def tour(app: QApplication, data: Path, out: Path, look: tuple[str, str, int, int]) -> None:
    """One visit in one look; a picture of every station."""
    language, theme, width, height = look
    till = Till(data, app)
    stem = f"{language}-{theme}-{width}x{height}"

    def shot(station: str) -> None:
        till.shot(out / f"{stem}-{station}.png", width, height)

    shot("01-sign-in")
    till.sign_in()
    presenter = till.terminal.presenter
    assert presenter is not None
    presenter.setting_changed("language", language)
    presenter.setting_changed("theme", theme)
    till.settled()
    till.press(Qt.Key.Key_Escape)
    shot("02-idle")
    card = demo_card(STAR)
    till.scan(card)
    shot("03-member")
    till.type("2*")
    till.scan(_barcode("C1"))
    till.scan(_barcode("K1"))
    till.scan(LABEL)
    till.type("23.90")
    till.press(Qt.Key.Key_Plus)
    shot("04-ringing")
    till.scan(_voucher(till, card))
    shot("04b-voucher")
    till.press(Qt.Key.Key_F1)
    shot("05-why")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_Return)
    shot("06-done")
    slip = till.slip_code()
    _spend_all(till, card)
    till.scan(slip)
    till.type("14")
    shot("07-return")
    till.press(Qt.Key.Key_Escape)
    till.scan(_barcode("B1"))
    till.scan("5000000000012")
    shot("07b-unknown")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_Escape)
    _sheets(till, shot)
    presenter.scanned("6100000000000199")
    till.settled()
    shot("14-damaged")
    till.press(Qt.Key.Key_Escape)
    with live_office(data / "office") as live:
        _linked(till, live, shot)
    till.close()


def _linked(till: Till, live: Live, shot: Callable[[str], None]) -> None:
    """A head office is joined, a member scanned, the line lost."""
    till.scan(live.code().text)
    till.until(lambda: till.state.sheet is not None, "the confirmation")
    shot("15-join")
    till.press(Qt.Key.Key_Return)
    till.scan(operator_badge(3))
    till.until(lambda: till.terminal.presenter is not None and bool(till.state.sheet), "sign-in")
    till.sign_in()
    till.until(lambda: till.state.strip.office.code == "office-online", "the line")
    till.scan(demo_card(STAR))
    till.settled()
    shot("16-usable-here")
    live.down()
    till.until(lambda: till.state.strip.office.code == "office-offline", "the loss")
    shot("17-cut-off")
    presenter = till.terminal.presenter
    assert presenter is not None
    presenter.setting_changed("office", "open")
    till.settled()
    shot("18-head-office")


def _sheets(till: Till, shot: Callable[[str], None]) -> None:
    """Every sheet of the counter, from a blank card to the settings."""
    presenter = till.terminal.presenter
    assert presenter is not None
    till.scan(blank_card())
    shot("08-blank-card")
    till.press(Qt.Key.Key_F4)
    till.press(Qt.Key.Key_F4)
    shot("09-enrol")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_F2)
    presenter.find_text("김")
    till.settled()
    shot("10-find")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_F9)
    shot("11-shift")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_F7)
    shot("12-slip")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_F10)
    shot("13-settings")
    till.press(Qt.Key.Key_Escape)


def _barcode(sku: str) -> str:
    return next(product.barcodes[0] for product in GOODS if product.sku == sku)


def _voucher(till: Till, card: str) -> str:
    """The code of the member's own voucher of the sort that is given by hand."""
    shop = till.terminal.shop
    assert shop is not None
    with shop.store.reading() as view:
        known = view.member_by_card(card)
        assert known is not None
        own = view.vouchers_of(known[0].id, shop.today)
    return next(voucher.code for voucher in own if voucher.terms.id == "treat")


def _spend_all(till: Till, card: str) -> None:
    """Every point as money, so that what comes back next was spent already."""
    till.rest()
    till.scan(card)
    till.type("22.00")
    till.press(Qt.Key.Key_Plus)
    till.press(Qt.Key.Key_F6)
    till.press(Qt.Key.Key_Return)


def main() -> None:
    """Every look, or those for docs/."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--docs", action="store_true", help="copy the chosen few into docs/")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--size", choices=[f"{w}x{h}" for w, h in SIZES])
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        demo.mkdir()
        furnish(Places(demo))
        for language, theme, (width, height) in itertools.product(LANGUAGES, THEMES, SIZES):
            wanted = (
                asked.language in (None, language),
                asked.theme in (None, theme),
                asked.size in (None, f"{width}x{height}"),
            )
            if all(wanted):
                data = Path(folder) / f"{language}-{theme}-{width}"
                shutil.copytree(demo, data)
                tour(app, data, asked.out, (language, theme, width, height))
    if asked.docs:
        for name, picture in DOCS.items():
            shutil.copy(asked.out / f"{picture}.png", Path("docs") / f"{name}.png")


if __name__ == "__main__":
    main()
