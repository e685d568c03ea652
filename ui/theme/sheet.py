"""The one style sheet. Selectors name a class or a property and never a descendant: a descendant
rule of a card outweighs the rule of what lies in it, which then stands without its own ground.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.theme.look import RING_GAP_PX, RING_PX, Look
from ui.theme.measure import ROLES

ARROWS: Final = Path(__file__).with_name("arrows")

_SHEET: Final = Template("""
QWidget { color: $text; outline: none; }
QMainWindow, QWidget[ground="page"] { background: $page; }
QWidget[ground="card"] {
  background: $card; border: ${edge_px}px solid $hairline; border-radius: ${radius}px;
}
QWidget[ground="card"]:focus { border: ${ring}px solid $focus; }
QWidget[ground="strip"] { background: $card; border-bottom: ${edge_px}px solid $hairline; }
QWidget[ground="foot"] { background: $card; border-top: ${edge_px}px solid $hairline; }
QWidget[ground="training"] { background: $training; }
QWidget[ground="none"] { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[role="small"] { font-size: ${small}px; }
QLabel[role="body"] { font-size: ${body}px; }
QLabel[role="key"] { font-size: ${key}px; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="hero"] { font-size: ${hero}px; font-weight: 700; }
QLabel[strong="true"] { font-weight: 700; }
QLabel[ink="muted"] { color: $muted; }
QLabel[ink="accent"] { color: $accent; }
QLabel[ink="ok"] { color: $ok; }
QLabel[ink="attention"] { color: $attention; }
QLabel[ink="refused"] { color: $refused; }
QLabel[ink="training"] { color: $on_training; }

QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit {
  background: $sunken; color: $text; border: ${field_edge}px solid $edge;
  border-radius: ${radius_small}px; padding: ${field_pad}px ${pad_small}px;
  min-height: ${field}px; font-size: ${key}px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $muted;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: ${ring}px solid $focus; padding: ${field_pad_focus}px ${pad_small_focus}px;
}
QLineEdit:disabled { background: $page; color: $muted; }
QComboBox::drop-down { border: none; width: ${target}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${body}px; height: ${body}px; }
QPlainTextEdit { font-size: ${small}px; }

QTableView, QListView, QTreeView {
  background: $card; alternate-background-color: $sunken; border: ${ring}px solid $card;
  gridline-color: $hairline;
  selection-background-color: $accent_soft; selection-color: $on_accent_soft;
}
QTableView:focus, QListView:focus, QTreeView:focus { border: ${ring}px solid $focus; }
QTableView::item { padding: 0 ${pad_small}px; }
QHeaderView { background: $card; }
QHeaderView::section {
  background: $card; color: $muted; border: none; border-bottom: ${edge_px}px solid $edge;
  padding: ${pad_small}px; font-size: ${small}px; font-weight: 700;
}
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${bar_radius}px; }
QScrollBar::handle:vertical { min-height: ${target}px; }
QScrollBar::handle:horizontal { min-width: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip {
  background: $card; color: $text; border: 1px solid $edge; padding: ${pad_small}px;
  font-size: ${body}px;
}
""")


def style_sheet(new: Look) -> str:
    """The style sheet of a look; sizes become pixels here, since QSS knows no millimetres."""
    measure = new.measure
    pad_small = measure.mm(1.6)
    sizes = {
        "radius": measure.mm(2.6),
        "radius_small": measure.mm(1.8),
        "pad_small": pad_small,
        "pad_small_focus": max(0, pad_small - (RING_PX - 1)),
        "field_pad": RING_PX,
        "field_pad_focus": 1,
        "field_edge": max(1, new.tokens.edge_px),
        "field": measure.target - 2 * (RING_PX + 1),
        "target": measure.target,
        "ring": RING_PX,
        "gap": RING_GAP_PX,
        "bar": measure.mm(2.4),
        "bar_radius": measure.mm(1.2),
    }
    # QSS recolours no pictures: one arrow a theme. Its paths want forward slashes everywhere.
    arrow = {"arrow": (ARROWS / f"{new.tokens.name}.svg").as_posix()}
    fonts = {role: measure.text(role) for role in ROLES}
    return _SHEET.substitute(asdict(new.tokens) | sizes | fonts | arrow)


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property the sheet selects on, and have the sheet look again (it does not
    notice by itself). Does nothing when the value is already there: restyling costs.
    """
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
