"""All parts on one page, as pictures to look at: `python -m tests.screen.gallery OUT`.
Three themes by four languages, and the pages that hurt: 200 %, long texts, small screens.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.excepthook import CrashDetails, details_of
from ui.parts.banner import Banner
from ui.parts.chip import Chip
from ui.parts.figures import FigureLabel
from ui.parts.key import BigKey, IconButton, Key
from ui.parts.keypad import KeyPad
from ui.parts.labels import Label, SentenceLabel
from ui.parts.name import NameLabel
from ui.parts.notice import Notice, Way
from ui.parts.picture import LivePicture
from ui.parts.rows import NumberedRow, RewardKey, RowText
from ui.parts.scan_pad import ScanPad
from ui.parts.sheet import Sheet
from ui.theme import apply_theme, mm
from ui.theme.icons import NAMES
from ui.wording import figures
from ui.wording.languages import Languages

# Words of a made-up screen, not of the product: they show letter shapes and lengths.
WORDS = {
    "en": (
        "Scan a card",
        "or type the last digits of a phone number",
        "Free coffee",
        "A bag of beans",
        "40 points more",
        "Redeem",
        "Undo",
        "Printer: paper low",
        "Offline, 3 waiting",
        "120 points, 80 usable here while offline.",
        "Redeem 80",
        "Ask a supervisor",
        "Gold",
    ),
    "ko": (
        "카드를 스캔하세요",
        "또는 전화번호 끝자리를 입력하세요",
        "무료 커피",
        "원두 한 봉지",
        "40포인트 더",
        "사용",
        "되돌리기",
        "프린터: 용지 부족",
        "오프라인, 3건 대기",
        "120포인트 중 오프라인에서는 80포인트를 쓸 수 있습니다.",
        "80 사용",
        "관리자 호출",
        "골드",
    ),
    "ja": (
        "カードを読み取ってください",
        "または電話番号の下の桁を入力",
        "コーヒー無料",
        "コーヒー豆一袋",
        "あと40ポイント",
        "使う",
        "元に戻す",
        "プリンター: 用紙わずか",
        "オフライン、3件待ち",
        "120ポイントのうち、オフラインで使えるのは80ポイントです。",
        "80使う",
        "責任者を呼ぶ",
        "ゴールド",
    ),
    "zh_CN": (
        "请扫描会员卡",
        "或输入手机号末几位",
        "免费咖啡",
        "咖啡豆一袋",
        "还差40积分",
        "兑换",
        "撤销",
        "打印机: 纸张不足",
        "离线，3笔待发",
        "共120积分，离线时此处可用80积分。",
        "兑换80",
        "请主管批准",
        "金卡",
    ),
}
NAMES_SHOWN = {"en": "Amelia Hartwell", "ko": "김서연", "ja": "佐藤 直子", "zh_CN": "骨直海"}


def page(code: str, *, long: bool = False) -> QWidget:
    """The sample page in a language; `long` swells every text."""
    words = [w * 6 if long else w for w in WORDS[code]]
    whole = QWidget()
    whole.setProperty("ground", "page")
    column = QVBoxLayout(whole)
    column.setContentsMargins(mm(3), mm(3), mm(3), mm(3))
    column.setSpacing(mm(2.5))
    column.addWidget(_strip(words))
    middle = QHBoxLayout()
    middle.setSpacing(mm(2.5))
    middle.addWidget(_member(code, words), 3)
    middle.addWidget(_side(words), 2)
    column.addLayout(middle, 1)
    column.addWidget(_banner(words))
    column.addWidget(_foot(words))
    return whole


def _strip(words: list[str]) -> QWidget:
    strip = QWidget()
    row = QHBoxLayout(strip)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(mm(1.6))
    row.addWidget(Chip(words[12], "ok", "person"))
    row.addWidget(Chip(words[8], "attention", "offline"))
    row.addWidget(Chip(words[7], "attention", "printer"))
    row.addWidget(Chip(words[11], "refused"))
    row.addWidget(Chip("14:02", "quiet", "clock"))
    row.addStretch(1)
    for name in ("search", "language", "theme", "lock"):
        row.addWidget(IconButton(name, name))
    return strip


def _member(code: str, words: list[str]) -> QWidget:
    card = QWidget()
    card.setProperty("ground", "card")
    card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(card)
    column.setContentsMargins(mm(5), mm(4), mm(5), mm(4))
    column.setSpacing(mm(2))
    head = QHBoxLayout()
    head.addWidget(NameLabel(NAMES_SHOWN[code], "title"), 1)
    head.addWidget(Chip(words[12], "quiet", "points"))
    column.addLayout(head)
    currency = {"ko": "KRW", "ja": "JPY", "zh_CN": "CNY"}.get(code, "USD")
    points = FigureLabel(figures.count(12345), "hero", ink="accent")
    money = FigureLabel(figures.money(1234500, currency), "key", ink="muted")
    side_by_side = QHBoxLayout()
    side_by_side.setSpacing(mm(3))
    side_by_side.addWidget(points, 0, Qt.AlignmentFlag.AlignBottom)
    side_by_side.addWidget(money, 0, Qt.AlignmentFlag.AlignBottom)
    side_by_side.addStretch(1)
    column.addLayout(side_by_side)
    for number, (title, detail, reached) in enumerate(
        ((words[2], "", 1.0), (words[3], words[9], 1.0), (words[2], words[4], 0.7)), 1
    ):
        key = RewardKey()
        shown = number if reached >= 1 else 0
        key.show_reward(shown, RowText(title, detail, "1,200"), reached)
        column.addWidget(key)
    column.addWidget(NumberedRow(0, RowText(words[1], words[0]), icon="receipt"))
    column.addStretch(1)
    return card


def _side(words: list[str]) -> QWidget:
    side = QWidget()
    grid = QGridLayout(side)
    grid.setSpacing(mm(2.5))
    grid.setContentsMargins(0, 0, 0, 0)
    pad = ScanPad(words[0], words[1])
    grid.addWidget(pad, 0, 0, 1, 2)
    grid.addWidget(KeyPad(), 1, 0)
    picture = LivePicture()
    width, height = 160, 120
    rows = bytes((x + y) % 200 for y in range(height) for x in range(width))
    picture.show_frame(rows, width, height, ((30, 30), (120, 25), (125, 80), (32, 84)))
    grid.addWidget(picture, 1, 1)
    return side


def _banner(words: list[str]) -> QWidget:
    banner = Banner()
    ways = (Way("some", words[10], "Enter"), Way("ask", words[11], "F9"))
    banner.show_notice(Notice("attention", words[9], ways))
    banner.flash()
    return banner


def _foot(words: list[str]) -> QWidget:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setSpacing(mm(2))
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(SentenceLabel(words[9], "key", strong=True), 1)
    row.addWidget(Key(words[6], icon="undo", hint="F8"))
    row.addWidget(BigKey(words[5], icon="ok", hint="Enter"))
    return foot


def icons_page() -> QWidget:
    """Every icon with its name."""
    whole = QWidget()
    whole.setProperty("ground", "page")
    grid = QGridLayout(whole)
    for i, name in enumerate(NAMES):
        grid.addWidget(IconButton(name, name, kind="plain"), 2 * (i // 10), i % 10)
        grid.addWidget(Label(name, "small"), 2 * (i // 10) + 1, i % 10)
    return whole


def forms_page() -> QWidget:
    """Fields, a table and the crash sheet over them."""
    whole = QWidget()
    whole.setProperty("ground", "page")
    column = QVBoxLayout(whole)
    fields = QHBoxLayout()
    plain, focused, empty, box = (
        QLineEdit("010-1234-5678"),
        QLineEdit("김서연"),
        QLineEdit(),
        QComboBox(),
    )
    empty.setPlaceholderText("placeholder")
    box.addItems(["80 mm", "58 mm"])
    for field in (plain, focused, empty, box):
        fields.addWidget(field)
    table = QTableWidget(4, 3)
    table.setHorizontalHeaderLabels(["one", "two", "three"])
    for cell in range(12):
        table.setItem(cell // 3, cell % 3, QTableWidgetItem(f"cell {cell}"))
    table.selectRow(1)
    column.addLayout(fields)
    column.addWidget(table)
    column.addWidget(KeyPad(kiosk=True))
    focused.setFocus()
    return whole


def crash_page() -> QWidget:
    """The crash sheet over the sample page."""
    whole = page("en")
    error = RuntimeError("no such lot")
    details = CrashDetails(details_of(RuntimeError, error, None))
    Sheet(whole).open_sheet("Something went wrong in the program", details)
    return whole


def shoot(widget: QWidget, size: QSize, out: Path) -> None:
    """Show `widget` at `size` and write it to `out`; a wider widget shows as a wider picture."""
    widget.resize(size)
    widget.show()
    for pad in widget.findChildren(ScanPad):
        pad.rest()
    QApplication.processEvents()
    QApplication.processEvents()
    widget.grab().save(str(out))
    widget.close()
    widget.deleteLater()


def main(out: Path) -> None:
    """Write every picture into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    languages = Languages(app)
    big = QSize(1366, 768)
    for theme in ("light", "dark", "contrast"):
        for code in ("en", "ko", "ja", "zh_CN"):
            languages.switch(code)
            apply_theme(app, theme, room=big)
            shoot(page(code), big, out / f"{theme}-{code}.png")
    languages.switch("en")
    for name, size, scale, long in (
        ("small", QSize(1024, 768), 1.0, False),
        ("full-hd", QSize(1920, 1080), 1.0, False),
        ("twice", QSize(1920, 1080), 2.0, False),
        ("long", big, 1.0, True),
    ):
        languages.switch("ko" if name == "small" else "en")
        apply_theme(app, "light", scale, room=size)
        shoot(page(languages.current, long=long), size, out / f"{name}.png")
    apply_theme(app, "light")
    for theme in ("light", "dark"):
        apply_theme(app, theme, room=big)
        shoot(forms_page(), QSize(1000, 900), out / f"forms-{theme}.png")
        shoot(crash_page(), big, out / f"crash-{theme}.png")
    apply_theme(app, "light")
    shoot(icons_page(), QSize(900, 400), out / "icons.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
