"""Which letters a byte means: the code page a POS chose, and the printer's own double-byte letters.

The number of `ESC t n` means different pages on different makes; what is not Epson's is a setting.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from loyalty.errors import LoyaltyError

KATAKANA = "katakana"
"""Page 1: JIS X 0201, whose upper half is one-byte kana, and lines where Shift-JIS has none."""

EPSON: Mapping[int, str] = MappingProxyType(
    {0: "cp437", 1: KATAKANA, 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865"}
    | {13: "cp857", 14: "cp737", 15: "iso8859_7", 16: "cp1252", 17: "cp866", 18: "cp852"}
    | {19: "cp858", 21: "tis_620", 33: "cp775", 34: "cp855", 35: "cp861", 36: "cp862"}
    | {37: "cp864", 38: "cp869", 39: "iso8859_2", 40: "iso8859_15", 44: "cp1125", 45: "cp1250"}
    | {46: "cp1251", 47: "cp1253", 48: "cp1254", 49: "cp1255", 50: "cp1256", 51: "cp1257"}
    | {52: "cp1258", 53: "kz1048", 255: "utf_8"}
)
DOUBLE_BYTE = ("cp932", "cp936", "gb18030", "cp949", "cp950", "big5", "utf_8")
_BY_COUNTRY = {8: "cp932", 13: "cp949", 15: "gb18030"}  # ESC R: Japan, Korea, China
_REPLACED = re.compile("[\x00-\x1f\x7f-\x9f\ufffd]")


@dataclass(frozen=True, slots=True)
class Pages:
    """A printer's letters: `single` by `ESC t` number, `double` for its Asian letters.

    `double` is a codec, or empty: then the country the POS chose tells. `always`: its double-byte
    letters need no `FS &`, as on printers sold for one country.
    """

    single: Mapping[int, str] = field(default_factory=lambda: EPSON)
    double: str = ""
    always: bool = False

    @classmethod
    def of(cls, text: str) -> Pages:
        """From `16=cp1252,double=cp949,always`; an empty text is Epson's own table.

        LoyaltyError `pages-invalid` (part).
        """
        single, double, always = dict(EPSON), "", False
        for part in filter(None, text.replace(" ", "").split(",")):
            name, _, codec = part.partition("=")
            known = codec in _CODECS
            if part == "always":
                always = True
            elif name == "double" and codec in DOUBLE_BYTE:
                double = codec
            elif re.fullmatch(r"[0-9]{1,3}", name) and int(name) < 256 and known:
                single[int(name)] = codec
            else:
                raise LoyaltyError("pages-invalid", part=part[:40])
        return cls(single, double, always)


_CODECS = {*EPSON.values(), *DOUBLE_BYTE, "cp720", "cp856", "cp874", "koi8_r", "latin_1"}


@dataclass(slots=True)
class Letters:
    """What a POS has chosen so far; `decode` reads a run of bytes by it."""

    pages: Pages
    page: int = 0
    country: int = 0
    kanji: bool = False
    shift_jis: bool = False
    unicode: bool = False

    def reset(self) -> None:
        """As after `ESC @`."""
        self.page = self.country = 0
        self.kanji = self.shift_jis = self.unicode = False

    def decode(self, raw: bytes) -> str:
        """The text of a run; what is no letter becomes a blank."""
        if raw.isascii():
            return raw.replace(b"\x7f", b" ").decode("ascii")
        codec = self._codec()
        if codec == KATAKANA:
            return "".join(_kana(byte) for byte in raw)
        return _REPLACED.sub(" ", raw.decode(codec, "replace"))

    def _codec(self) -> str:
        if self.unicode:
            return "utf_8"
        if self.shift_jis:
            return "cp932"
        if self.kanji or self.pages.always:
            return self.pages.double or _BY_COUNTRY.get(self.country, "gb18030")
        return self.pages.single.get(self.page, "cp437")


def _kana(byte: int) -> str:
    if byte < 0x80:
        return chr(byte)
    return chr(byte - 0xA0 + 0xFF60) if 0xA1 <= byte <= 0xDF else " "
