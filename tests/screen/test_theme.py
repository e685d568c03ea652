"""Colours that can be read, sizes that can be hit, and a look that changes while it is on."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.parts.key import BigKey, IconButton, Key
from ui.parts.keypad import KeyPad
from ui.parts.rows import NumberedRow, RowText
from ui.theme import apply_theme, font, icon_pixmap, look, mm
from ui.theme.icons import NAMES
from ui.theme.measure import COMPACT, REGULAR, ROOMY, Density, Measure, believable_dpi, density_for
from ui.theme.sheet import set_state, style_sheet
from ui.theme.tokens import LINE_PAIRS, TEXT_PAIRS, THEMES, Tokens, contrast

BLACK_ON_WHITE = 21.0
COUNTER_TEXT = 7.0
LINES = 3.0


def test_black_on_white_has_the_contrast_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(BLACK_ON_WHITE)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_every_text_has_the_contrast_of_a_counter(tokens: Tokens) -> None:
    weak = {
        pair: round(ratio, 2)
        for pair in TEXT_PAIRS
        if (ratio := contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < COUNTER_TEXT
    }
    assert not weak


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_edges_and_the_focus_ring_are_seen(tokens: Tokens) -> None:
    weak = {
        pair: round(ratio, 2)
        for pair in LINE_PAIRS
        if (ratio := contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < LINES
    }
    assert not weak


def test_every_colour_is_in_a_pair_or_is_a_ground_or_shade() -> None:
    paired = {name for pair in (*TEXT_PAIRS, *LINE_PAIRS) for name in pair}
    unpaired = {f.name for f in fields(Tokens)} - paired
    assert unpaired == {"name", "dark", "hairline", "scrim", "shadow", "edge_px"}


@pytest.mark.parametrize(
    ("physical", "logical", "used"),
    [(100, 96, 100), (305, 96, 96), (0, 96, 96), (20, 72, 80), (40, 400, 300), (141, 96, 141)],
)
def test_a_monitor_that_lies_about_its_size_is_not_believed(
    physical: float, logical: float, used: float
) -> None:
    assert believable_dpi(physical, logical) == used


@pytest.mark.parametrize(
    ("pixels", "dpi", "density"),
    [
        ((1024, 768), 85, REGULAR),  # 15 inches
        ((1024, 768), 100, COMPACT),
        ((1366, 768), 100, REGULAR),  # 15.6 inches
        ((1920, 1080), 141, REGULAR),  # the same glass, full HD
        ((1920, 1080), 92, ROOMY),  # 24 inches
    ],
)
def test_the_same_glass_gets_the_same_air_whatever_its_pixels(
    pixels: tuple[int, int], dpi: float, density: Density
) -> None:
    room = (pixels[0] * 25.4 / dpi, pixels[1] * 25.4 / dpi)
    assert density_for(room, 1.0) is density


@pytest.mark.parametrize("density", [COMPACT, REGULAR, ROOMY], ids=lambda d: d.name)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_key_facts_have_capitals_of_four_millimetres(
    app: QApplication, density: Density, scale: float
) -> None:
    measure = Measure(96 / 25.4, scale, density)
    face = font("key")
    for role in ("key", "title", "hero"):
        face.setPixelSize(measure.text(role))
        assert QFontMetricsF(face).capHeight() >= measure.mm(4 * scale) - 1 or role != "key"
        assert measure.text(role) >= measure.text("key")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_whatever_is_touched_is_twelve_millimetres_high(
    app: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_theme(app, "light", scale, room=QSize(1024, 768))
    pad = KeyPad()
    row = NumberedRow(1, RowText("Coffee", "why"))
    touched = [Key("Go"), BigKey("Go"), IconButton("undo", "Undo"), row, *pad.findChildren(Key)]
    for widget in (pad, *touched[:4]):
        qtbot.addWidget(widget)
    for widget in touched:
        assert min(widget.minimumSizeHint().height(), widget.sizeHint().height()) >= mm(12)
        assert widget.minimumSizeHint().width() >= mm(12)


def test_kiosk_keys_are_twenty_millimetres_and_two_apart(app: QApplication, qtbot: QtBot) -> None:
    pad = KeyPad(kiosk=True)
    qtbot.addWidget(pad)
    pad.show()
    keys = {key.text(): key.geometry() for key in pad.findChildren(Key)}
    assert min(keys["1"].width(), keys["1"].height()) >= mm(20)
    assert keys["2"].left() - keys["1"].right() - 1 >= mm(2)


def test_the_bank_card_setting_corrects_every_size(app: QApplication) -> None:
    apply_theme(app, "light")
    before = mm(85.6)
    apply_theme(app, "light", correction=1.5)
    assert mm(85.6) == pytest.approx(before * 1.5, abs=2)


def test_the_theme_changes_while_a_window_is_open(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    for name in ("dark", "contrast", "light"):
        apply_theme(app, name)
        app.processEvents()
        tokens = THEMES[name]
        assert label.palette().color(label.foregroundRole()) == QColor(tokens.text)
        assert look().tokens is tokens


def test_a_hand_edited_theme_name_means_light(app: QApplication) -> None:
    assert apply_theme(app, "no such theme").tokens is THEMES["light"]


def test_no_rule_of_the_sheet_reaches_into_a_card(app: QApplication) -> None:
    """A descendant selector outweighs the rule of what lies inside (trap 1 of the design)."""
    sheet = style_sheet(look())
    selectors = [
        one.strip()
        for block in sheet.split("}")
        if "{" in block
        for one in block.split("{")[0].split(",")
    ]
    assert len(selectors) > 20
    assert not [s for s in selectors if " " in s]


def test_a_changed_state_is_drawn_at_once(app: QApplication, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    set_state(label, "ink", "refused")
    shown = label.palette().color(label.foregroundRole())
    assert shown == QColor(look().tokens.refused)


def test_every_icon_draws_something_in_the_colour_asked_for(app: QApplication) -> None:
    assert len(NAMES) >= 20
    for name in NAMES:
        picture = icon_pixmap(name, "#ff0000", 24).toImage()
        seen = {
            picture.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if picture.pixelColor(x, y).alpha() > 250
        }
        assert seen == {"#ff0000"}, name


def test_an_unknown_icon_is_an_error_and_not_an_empty_place(app: QApplication) -> None:
    with pytest.raises(KeyError):
        icon_pixmap("no-such-icon", "#000000", 24)
