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
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos.demo import demo_card, furnish
from pos.places import Places
from tests.screen.driver import Till, blank_card

SIZES = ((1024, 768), (1920, 1080))
LANGUAGES = ("en", "ko", "ja", "zh_CN")
THEMES = ("light", "dark")
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
    card = _rich(till)
    till.scan(card)
    shot("03-member")
    till.type("23.90")
    shot("04-ringing")
    till.press(Qt.Key.Key_F1)
    shot("05-why")
    till.press(Qt.Key.Key_Escape)
    till.press(Qt.Key.Key_Return)
    shot("06-done")
    till.scan(till.slip_code())
    shot("07-return")
    till.press(Qt.Key.Key_Escape)
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
    presenter.scanned("6100000000000199")
    till.settled()
    shot("14-damaged")
    till.close()


def _rich(till: Till) -> str:
    """The card of a member with a reward in reach; the session is idle again afterwards."""
    for number in range(1, 25):
        till.scan(demo_card(number))
        member = till.state.member
        till.press(Qt.Key.Key_Escape)
        if member is not None and member.usable >= 60:
            QTest.qWait(2_050)  # the same card again would be the same beep
            return demo_card(number)
    return demo_card(1)


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
