"""A visit to the real kiosk with pictures: `python -m tests.screen.kiosk_tour OUT`; `--docs` renews
the pictures in docs/. The same visit in four languages, on screens that lie and stand, light and
dark. Runs on whatever screen Qt finds: Xvfb for a real one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("REGULARS_RESERVE_MIB", "0")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loyalty.members.member import Member
from pos.enrol import enrol
from pos.hand_codes import SECRET
from pos.issuers import enrol_named
from pos.shop import Shop
from pos.slips import slip_of
from receipts.hand_code import hand_code
from tests.screen.kiosk_driver import Guest
from tests.shop.claim_desk import portuguese
from tests.shop.house import CARD, SETTINGS, act, sale
from ui.theme import apply_theme
from ui.wording.languages import language_name

TURNS = (
    ("en", "light", 1024, 768),
    ("ko", "light", 1366, 768),
    ("ja", "dark", 1024, 768),
    ("zh_CN", "light", 1080, 1920),
)
NAMES = {"en": "Zoë Keller", "ko": "김민준", "ja": "佐藤 美咲", "zh_CN": "王伟"}
DOCS = {
    "kiosk-idle": "en-1-idle",
    "kiosk-receipts": "en-4-receipts",
    "kiosk-rewards-ko": "ko-6-rewards",
    "kiosk-question-ja-dark": "ja-9-question",
    "kiosk-receipts-zh-tall": "zh_CN-4-receipts",
}


class House:
    """A shop with a member of many points and slips of sales without a card."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.slips: list[str] = []
        self.typed = ""

    def prepare(self, shop: Shop) -> None:
        """As the driver asks for it."""
        member: Member = enrol(shop, act(shop), CARD, "+4915112345678", self._name)
        sale(shop, member, 9_600)
        enrol_named(shop, "sam", "pt-at", "514038942", "Padaria Central")
        self.slips = [slip_of(shop, sale(shop, None, c).entry.key).claim_url for c in (1250, 460)]
        booked = sale(shop, None, 2600)
        with shop.store.writing() as work:
            secret = work.secret(SECRET)
        self.typed = hand_code(secret, booked.entry.key, 2600).replace(" ", "")


def visit(app: QApplication, out: Path, turn: tuple[str, str, int, int]) -> None:
    """One visit, a picture of each page."""
    code, theme, width, height = turn
    data, house = Path(tempfile.mkdtemp()), House(NAMES[code])
    settings = replace(SETTINGS, shop="Café Regulars", theme=theme, language=code)
    guest = Guest(data, app, house.prepare, settings)
    apply_theme(app, theme)
    guest.kiosk.window.resize(width, height)
    wish = guest.kiosk.presenter
    assert wish is not None

    def shot(name: str) -> None:
        QTest.qWait(60)
        guest.shot(out / f"{code}-{name}.png")

    shot("1-idle")
    guest.scan(house.slips[0])
    shot("2-held")
    guest.scan(CARD)
    guest.scan(portuguese())
    guest.scan("https://example.com/menu")
    QTest.qWait(2_050)  # the same code again at once is the scanner's second beep
    guest.scan(house.slips[0])
    wish.open_number()
    guest.type(house.typed[:6])
    shot("3-number")
    guest.type(house.typed[6:])
    wish.go_on()
    guest.settled()
    shot("4-receipts")
    wish.open_points()
    guest.type("56")
    shot("5-prove")
    guest.type("78")
    shot("6-rewards")
    wish.choose("drink")
    shot("7-take")
    wish.go_on()
    guest.settled()
    shot("8-voucher")
    wish.finish()
    guest.settled()
    shot("9-question")
    guest.touch("9")
    shot("10-index")
    wish.skip()
    shot("11-thanks")
    guest.close()
    shutil.rmtree(data)
    print(f"{language_name(code)}, {theme}, {width} x {height}")


def main(argv: list[str]) -> int:
    """Write the pictures."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("out", type=Path)
    wanted.add_argument("--docs", action="store_true")
    asked = wanted.parse_args(argv)
    asked.out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for turn in TURNS:
        visit(app, asked.out, turn)
    if asked.docs:
        docs = Path(__file__).parents[2] / "docs"
        for name, picture in DOCS.items():
            shutil.copy(asked.out / f"{picture}.png", docs / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
