"""The language of the screen, switched while it runs. A new language costs one `.ts` file: what
lies in `qm/` is offered, under its own name in its own script.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from ui.fonts import fonts_folder, load_faces, use_language

FOLDER: Final = Path(__file__).with_name("qm")
FIRST: Final = ("en", "ko", "ja", "zh_CN")
_PREFIX: Final = "regulars_"

_in_force = "en"


def language() -> str:
    """Code of the language in force; "en" until a `Languages` switches."""
    return _in_force


class Languages(QObject):
    """The languages that can be shown and the one that is.

    Signals: `changed(str)` with the new code, after texts and face are in place. Widgets need not
    connect: they retranslate on `QEvent.Type.LanguageChange`.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication, folder: Path = FOLDER) -> None:
        super().__init__(app)
        self._app, self._folder = app, folder
        self._in_use: list[QTranslator] = []
        found = {path.stem.removeprefix(_PREFIX) for path in folder.glob(f"{_PREFIX}*.qm")}
        rest = sorted(found - set(FIRST))
        self._codes = tuple(code for code in (*FIRST, *rest) if code in found)
        load_faces(fonts_folder())

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that can be switched to: ours first, then by code."""
        return self._codes

    @property
    def current(self) -> str:
        return language()

    def switch(self, code: str) -> bool:
        """Show `code` from now on; False, and nothing changes, when there is no such language."""
        global _in_force
        if code not in self._codes:
            return False
        before = self._in_use
        self._in_use = [
            translator
            for folder, name in (
                (self._folder, f"{_PREFIX}{code}"),
                (_qt_folder(), f"qtbase_{code}"),
            )
            if (translator := self._load(folder, name)) is not None
        ]
        _in_force = code
        QLocale.setDefault(QLocale(code))
        use_language(self._app, code)
        for translator in self._in_use:
            self._app.installTranslator(translator)
        for translator in before:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self.changed.emit(code)
        return True

    def _load(self, folder: Path, name: str) -> QTranslator | None:
        # Owned by Qt, not by Python: a translator that the garbage collector ends takes itself out
        # of the application there and then, and a widget half made hears of a new language.
        translator = QTranslator(self)
        return translator if translator.load(str(folder / f"{name}.qm")) else None


def language_name(code: str) -> str:
    """The language's own name in its own script ("한국어"), never translated."""
    named = {"en": "English", "ko": "한국어", "ja": "日本語", "zh_CN": "简体中文"}
    return named.get(code) or QLocale(code).nativeLanguageName() or code


def _qt_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
