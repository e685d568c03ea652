"""Our own icons: one SVG a name beside this file, drawn in the colour and size asked for.
Recoloured as text (`currentColor`), because QtSvg knows no CSS inheritance from widgets.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER: Final = Path(__file__).with_name("svg")
NAMES: Final = tuple(sorted(path.stem for path in FOLDER.glob("*.svg")))


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """KeyError when there is no icon of that name: a typo must not become an empty place."""
    if name not in NAMES:
        raise KeyError(name)
    drawn = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))


def paint_icon(painter: QPainter, name: str, colour: str, where: QRectF) -> None:
    """Draw icon `name` in `colour` (`#rrggbb`), centred as a square inside `where`."""
    side = min(where.width(), where.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(where.center())
    _renderer(name, QColor(colour).name()).render(painter, square)


def icon_pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `side` device-independent pixels on a screen of `ratio`."""
    drawing = _renderer(name, QColor(colour).name())  # may raise: before any painter is open
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
