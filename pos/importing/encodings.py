"""In which encoding a file is written: told by its first bytes, by UTF-8's own strictness, or by
what only one old encoding can mean. What could be two things is asked for, never guessed.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Collection
from pathlib import Path

from loyalty.errors import LoyaltyError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD = ("cp949", "cp932", "gb18030", "cp1252")
"""Korean, Japanese, Chinese and western files of programs that do not know Unicode."""

_SAMPLE = 1 << 18
_ENOUGH = 20  # letters, before their script is believed
_SIGNS = frozenset("€£¥₩§°²³´·«»–—‘’“”„…™®©½¼¾ºª\u00a0")


def encoding_of(path: Path, headers: Collection[str] = ()) -> str:
    """The encoding of a file, as Python names it. `headers`: column names somebody could know.

    LoyaltyError `import-encoding` with the candidates when it cannot be told apart; OSError.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if _utf8(path):
        return "utf-8"
    half = len(sample) // 2 or 1
    for name, nuls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if nuls.count(0) > half // 2:
            return name
    return _old(sample, headers)


def _utf8(path: Path) -> bool:
    """Whether all of a file is UTF-8; text of another encoding practically never is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                if b"\0" in block:
                    return False
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _old(sample: bytes, headers: Collection[str]) -> str:
    whole = sample if len(sample) < _SAMPLE else sample[: sample.rfind(b"\n") + 1]
    texts = {name: text for name in OLD if (text := _decoded(whole, name)) is not None}
    known = [name for name, text in texts.items() if _names(text, headers)]
    if len(known) == 1:
        return known[0]
    likely = [name for name in known or texts if _LIKELY[name](texts[name])]
    if len(likely) == 1:
        return likely[0]
    raise LoyaltyError("import-encoding", candidates=", ".join(likely or texts or OLD))


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except UnicodeDecodeError:
        return None


def _names(text: str, headers: Collection[str]) -> bool:
    """Whether the first line has a column name that only this encoding would spell so."""
    first = text.split("\n", 1)[0].casefold()
    return any(not name.isascii() and name in first for name in headers)


def _wide(text: str) -> list[str]:
    return [char for char in text if ord(char) > 0x7F and char.isalpha()]


def _korean(text: str) -> bool:
    letters = _wide(text)
    return len(letters) >= _ENOUGH and all("\uac00" <= char <= "\ud7a3" for char in letters)


def _japanese(text: str) -> bool:
    """Kana throughout; half-width ones are what other encodings look like by mistake."""
    letters = _wide(text)
    kana = sum("\u3041" <= char <= "\u30ff" for char in letters)
    half = any("\uff61" <= char <= "\uff9f" for char in letters)
    return len(letters) >= _ENOUGH and not half and kana * 5 >= len(letters)


def _chinese(text: str) -> bool:
    """Only what the oldest and strictest of its family has, and not what is Korean as well."""
    letters = _wide(text)
    try:
        raw = text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    korean = _decoded(raw, "cp949")
    han = all("\u4e00" <= char <= "\u9fff" for char in letters)
    return len(letters) >= _ENOUGH and han and not (korean is not None and _korean(korean))


def _western(text: str) -> bool:
    """Accented letters as European names have them: alone, or two small ones as in Müßig."""
    run = ""
    for char in text:
        if char <= "\x7f" or char in _SIGNS:
            run = ""
            continue
        name = unicodedata.name(char, "")
        run += char
        small = all(unicodedata.name(one, "").startswith("LATIN SMALL") for one in run)
        if not name.startswith("LATIN ") or len(run) > 2 or (len(run) == 2 and not small):
            return False
    return True


_LIKELY = {"cp949": _korean, "cp932": _japanese, "gb18030": _chinese, "cp1252": _western}
