"""Finds the letters: which face draws which run of text, and what is missing.

Contract with set-up: ``REGULARS_FONTS``, else ``<sys.prefix>/fonts``, then the system's folders,
holding ``NotoSansKR-Regular.ttf`` and its sisters. Only TrueType outlines: reportlab takes no
others. Chinese and Japanese share code points but not shapes, so the order depends on the language.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from receipts.writing.sfnt import Coverage, coverage

_DROID = ("DroidSansFallbackFull.ttf", "")
# Wanted first, then what a bare Debian, Windows or macOS may have. Regular and bold side by side.
_NAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "ko": (
        ("NotoSansKR-Regular.ttf", "NotoSansKR-Bold.ttf"),
        ("malgun.ttf", "malgunbd.ttf"),
        ("NanumGothic.ttf", "NanumGothicBold.ttf"),
        ("NanumBarunGothic.ttf", "NanumBarunGothicBold.ttf"),
        ("UnDotum.ttf", "UnDotumBold.ttf"),
        ("AppleGothic.ttf", ""),
    ),
    "ja": (
        ("NotoSansJP-Regular.ttf", "NotoSansJP-Bold.ttf"),
        ("YuGothR.ttc", "YuGothB.ttc"),
        ("meiryo.ttc", "meiryob.ttc"),
        ("ipaexg.ttf", ""),
        ("ipagp.ttf", ""),
        _DROID,
    ),
    "zh_CN": (
        ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"),
        ("msyh.ttc", "msyhbd.ttc"),
        ("wqy-zenhei.ttc", ""),
        ("wqy-microhei.ttc", ""),
        ("simhei.ttf", ""),
        _DROID,
    ),
    "en": (
        ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
        ("arial.ttf", "arialbd.ttf"),
        ("Vera.ttf", "VeraBd.ttf"),
    ),
    "rest": (_DROID,),
}
_ORDER = {
    "ko": ("ko", "ja", "zh_CN", "en", "rest"),
    "ja": ("ja", "zh_CN", "ko", "en", "rest"),
    "zh_CN": ("zh_CN", "ja", "ko", "en", "rest"),
    "en": ("ko", "ja", "zh_CN", "en", "rest"),
}
_SAMPLES = {
    "ko": "가각뷁힣원적립",
    "ja": "あんアン円獲得",
    "zh_CN": "积分获得这个",
    "en": "AZaz09.,-",
}


@dataclass(frozen=True, slots=True)
class Face:
    """A font file (the first face of a collection) and what it covers."""

    path: Path
    covers: Coverage

    @property
    def name(self) -> str:
        """The file's name without its ending; unique among the faces in use."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class FaceInUse:
    """What draws a language now. ``wanted`` is false for a stand-in, ``name`` empty for nothing."""

    language: str
    bold: bool
    name: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text drawn with one face."""

    text: str
    face: Face


class FaceBook:
    """The faces found in ``folders``, and the choice among them."""

    def __init__(self, folders: Iterable[Path]) -> None:
        files = _files(folders)
        self._faces: dict[tuple[str, bool], Face] = {}
        for language, pairs in _NAMES.items():
            for bold in (False, True):
                face = _first(files, [pair[bold] for pair in pairs])
                if face is not None:
                    self._faces[language, bold] = face
        self._chosen = lru_cache(maxsize=8192)(self._choose)

    def speaks(self, language: str) -> bool:
        """Whether every letter of a sample of ``language`` has a face."""
        return all(self._chosen(char, language, False) for char in _SAMPLES[language])

    def in_use(self) -> tuple[FaceInUse, ...]:
        """For each language and weight, the face its sample is drawn with."""
        rows = []
        for language, sample in _SAMPLES.items():
            for bold in (False, True):
                face = self._chosen(sample[0], language, bold)
                name = face.path.name if face and self.speaks(language) else ""
                # English has no face of its own to want: any Latin letters are its letters.
                wanted = name == _NAMES[language][0][bold] or (language == "en" and bool(name))
                rows.append(FaceInUse(language, bold, name, wanted))
        return tuple(rows)

    def runs(self, text: str, language: str, bold: bool = False) -> tuple[Run, ...]:
        """``text`` cut into runs of one face each; what no face can draw is left out or "?".

        A word with kana is Japanese and one with Hangul Korean, whatever the paper's language: a
        member's name keeps its own letter shapes. Pictographs nobody can draw vanish.
        """
        runs: list[tuple[str, Face]] = []
        for word in _words(text):
            order = _script(word) or language
            for char in word:
                face = self._chosen(char, order if _is_han(char) else language, bold)
                if runs and _follows(char) and char in runs[-1][1].covers:
                    face = runs[-1][1]
                if face is None:
                    face, char = self._chosen("?", language, bold), _stand_in(char)
                if face is None or not char:
                    continue
                if runs and runs[-1][1] is face:
                    runs[-1] = (runs[-1][0] + char, face)
                else:
                    runs.append((char, face))
        return tuple(Run(part, face) for part, face in runs)

    def _choose(self, char: str, language: str, bold: bool) -> Face | None:
        # The script's own face in the wrong weight is better than a word of two faces.
        for role in _ORDER[language]:
            for weight in (True, False) if bold else (False,):
                face = self._faces.get((role, weight))
                if face is not None and char in face.covers:
                    return face
        return None


def face_book() -> FaceBook:
    """The faces of this installation; read once per set of folders."""
    return _book(tuple(_folders()))


def faces_in_use() -> tuple[FaceInUse, ...]:
    """What ``doctor`` shows: the face behind each language, and stand-ins marked as such."""
    return face_book().in_use()


def paper_language(language: str) -> str:
    """``language``, or English where no face can draw it: a plain slip beats one of boxes."""
    return language if face_book().speaks(language) else "en"


@cache
def _book(folders: tuple[Path, ...]) -> FaceBook:
    return FaceBook(folders)


def _folders() -> list[Path]:
    home, windows = Path.home(), os.environ.get("WINDIR", "")
    given = os.environ.get("REGULARS_FONTS", "")
    folders = [Path(given) if given else Path(sys.prefix) / "fonts"]
    folders += [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
    folders += [home / ".local/share/fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if windows:
        folders.append(Path(windows) / "Fonts")
    # reportlab carries Bitstream Vera: Latin letters are there even on a machine without any font.
    reportlab = importlib.util.find_spec("reportlab")
    if reportlab and reportlab.origin:
        folders.append(Path(reportlab.origin).parent / "fonts")
    return folders


def _files(folders: Iterable[Path]) -> dict[str, Path]:
    known = {name.lower() for pairs in _NAMES.values() for pair in pairs for name in pair if name}
    found: dict[str, Path] = {}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                if name.lower() in known:
                    found.setdefault(name.lower(), Path(parent) / name)
    return found


def _first(files: dict[str, Path], names: list[str]) -> Face | None:
    for name in names:
        path = files.get(name.lower())
        covers = _coverage(path) if path else None
        if path is not None and covers is not None:
            return Face(path, covers)
    return None


@cache
def _coverage(path: Path) -> Coverage | None:
    return coverage(path)


def _words(text: str) -> list[str]:
    words: list[str] = [""]
    for char in text:
        if char.isspace():
            words += [char, ""]
        else:
            words[-1] += char
    return [word for word in words if word]


def _script(word: str) -> str:
    kana = any("\u3041" <= c <= "\u30ff" for c in word)
    hangul = any("\uac00" <= c <= "\ud7a3" for c in word)
    return "ja" if kana and not hangul else "ko" if hangul and not kana else ""


def _follows(char: str) -> bool:
    """Whether ``char`` belongs to the letter before it: a mark, or a space inside a group."""
    return char.isspace() or bool(unicodedata.combining(char))


def _is_han(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000"


def _stand_in(char: str) -> str:
    return "" if unicodedata.category(char) in ("So", "Sk", "Mn", "Me", "Cn") else "?"
