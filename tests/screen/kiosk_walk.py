"""Walking over a customer's screen as an accessibility checker does: names, sizes in millimetres,
gaps, contrast computed from the colours in force, words that do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.customer.brand import BrandPanel
from ui.customer.keys import KioskKey
from ui.parts.key import Key
from ui.theme.look import look
from ui.theme.tokens import contrast

KEY_MM, GAP_MM = 20.0, 2.0
TEXT, LINE = 4.5, 3.0
ROUNDING_PX = 1


def settle() -> None:
    """Let layouts, language and deletions come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown_keys(screen: QWidget) -> list[QAbstractButton]:
    """Keys in sight."""
    return [key for key in screen.findChildren(QAbstractButton) if key.isVisible()]


def place(screen: QWidget, widget: QWidget) -> QRect:
    """Where a widget lies on the screen."""
    return QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())


def dpi_mm(widget: QWidget) -> float:
    """Pixels of a millimetre, as the screen itself says, not as our look has it."""
    return widget.screen().physicalDotsPerInch() / 25.4


def too_small(screen: QWidget) -> list[str]:
    """Keys under 20 mm on either side."""
    least = round(KEY_MM * dpi_mm(screen)) - ROUNDING_PX
    return [
        f"{key.accessibleName()!r} {key.width()} x {key.height()}"
        for key in shown_keys(screen)
        if min(key.width(), key.height()) < least
    ]


def too_close(screen: QWidget) -> list[str]:
    """Pairs of keys less than 2 mm apart; keys under an overlay are not to be touched."""
    gap = round(GAP_MM * dpi_mm(screen)) - ROUNDING_PX
    keys = [key for key in shown_keys(screen) if _on_top(screen, key)]
    return [
        f"{one.accessibleName()!r} and {other.accessibleName()!r}"
        for one, other in combinations(keys, 2)
        if place(screen, one).adjusted(-gap, -gap, gap, gap).intersects(place(screen, other))
    ]


def _on_top(screen: QWidget, key: QWidget) -> bool:
    """Whether a finger on the middle of a key meets the key."""
    found = screen.childAt(place(screen, key).center())
    return found is key


def outside(screen: QWidget) -> list[str]:
    """Widgets in sight that stick out of the screen."""
    return [
        f"{type(widget).__name__} {place(screen, widget)}"
        for widget in screen.findChildren(QWidget)
        if widget.isVisible() and not screen.rect().contains(place(screen, widget))
    ]


def unfitting(screen: QWidget) -> list[str]:
    """Words in sight that are cut although they were made as small as may be."""
    return [
        said(widget)
        for widget in screen.findChildren(QWidget)
        if widget.isVisible() and hasattr(widget, "fits") and not widget.fits()
    ]


def said(widget: QWidget) -> str:
    """The words of a widget that has some."""
    return str(widget.text()) if hasattr(widget, "text") else ""


def texts(screen: QWidget) -> Iterator[str]:
    """Every text in sight, line by line, keys in brackets."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        words = said(widget) or (widget.accessibleName() if isinstance(widget, Key) else "")
        for line in words.splitlines():
            if line and isinstance(widget, Key):
                yield f"[{line}]" if widget.isEnabled() else f"[{line}] off"
            elif line:
                yield line


def weak_colours(screen: QWidget) -> list[str]:
    """Words and edges in sight whose contrast is below WCAG 2.2 AA, in the theme in force.

    Keys at rest: ink on fill, and fill or edge against the page. Labels: their ink as resolved by
    the style sheet, against the page or card they lie on. What cannot be pressed now is exempt
    from the contrast of its edge (1.4.11), never of its words.
    """
    tokens, weak = look().tokens, []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, KioskKey):
            coat = widget.coat()
            edges = [contrast(c, tokens.page) for c in (coat.fill, coat.edge) if c]
            if contrast(coat.ink, coat.fill) < TEXT:
                weak.append(f"words of {widget.text()!r}: {contrast(coat.ink, coat.fill):.2f}")
            if widget.isEnabled() and max(edges) < LINE:
                weak.append(f"edge of {widget.text()!r}: {max(edges):.2f}")
        elif isinstance(widget, BrandPanel):
            fill, ink = widget.colours()
            if contrast(ink, fill) < TEXT:
                weak.append(f"brand: {contrast(ink, fill):.2f}")
        elif isinstance(widget, QLabel) and widget.text():
            ink = widget.palette().color(widget.foregroundRole()).name()
            ratio = min(contrast(ink, ground) for ground in (tokens.page, tokens.card))
            if ratio < TEXT:
                weak.append(f"{widget.text()[:30]!r}: {ratio:.2f}")
    return weak


def colours_in(picture: QImage) -> set[str]:
    """The colours of a picture, every third pixel."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }


def touch(key: QWidget) -> None:
    """A finger on a key."""
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    settle()
