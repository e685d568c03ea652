"""Faces for the screen: one family list for each language, because Chinese and Japanese share code
points but not letter shapes, and Qt alone shows Chinese readers the Japanese ones. The files are
those the paper uses, so that a slip and the screen look alike.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

_OWN: Final = {
    "ko": ("Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo"),
    "ja": ("Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans"),
    "zh_CN": ("Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC"),
}
_LATIN: Final = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
_ORDER: Final = {
    "ko": ("ko", "ja", "zh_CN"),
    "ja": ("ja", "zh_CN", "ko"),
    "zh_CN": ("zh_CN", "ja", "ko"),
}
_LAST: Final = ("NanumGothic", "WenQuanYi Zen Hei", "Droid Sans Fallback")


def fonts_folder() -> Path:
    """Where set-up keeps the faces: `REGULARS_FONTS`, else `fonts` beside the environment."""
    named = os.environ.get("REGULARS_FONTS")
    return Path(named) if named else Path(sys.prefix) / "fonts"


@cache
def load_faces(folder: Path) -> tuple[str, ...]:
    """Give Qt every face in `folder`, once a process; returns the families it took.

    A missing folder or a broken file is no error: the system's own faces stand in.
    """
    families: set[str] = set()
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def families_for(language: str) -> tuple[str, ...]:
    """Families to ask for in a language, best first; the others follow for foreign names."""
    order = _ORDER.get(language, ("ko", "ja", "zh_CN"))
    own = [family for code in order for family in _OWN[code]]
    ahead = () if language in _ORDER or "Noto Sans KR" in _installed() else _LATIN
    return tuple(dict.fromkeys((*ahead, *own, *_LATIN, *_LAST)))


def use_language(app: QApplication, language: str) -> None:
    """Make the interface font that of `language`; its size is left alone."""
    face = QFont(app.font())
    face.setFamilies([f for f in families_for(language) if f in _installed()] or ["sans-serif"])
    app.setFont(face)


def script_of(text: str) -> str:
    """Give "ja" for kana, "ko" for Hangul, else "": a name keeps the shapes of its own script."""
    for sign in text:
        if "\u3040" <= sign <= "\u30ff":
            return "ja"
        if "\uac00" <= sign <= "\ud7a3" or "\u1100" <= sign <= "\u11ff":
            return "ko"
    return ""


def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())
