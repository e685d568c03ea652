"""One canonical form for a scanned text, whatever read it.

Camera, wedge, serial, paste and file all come through here, so that one card is one text: what a
laser scanner calls a UPC-A and a camera an EAN-13 must not become two members.
"""

from __future__ import annotations

import unicodedata

from pos.trouble import TroubleError

LONGEST = 4096
"""Characters; more than any code we issue or claim (a full QR code holds 4,296 letters)."""

# ISO/IEC 15424: "]", a letter for the family, a modifier. Only letters we know are taken off, so
# that a text which merely begins with a bracket stays whole.
_FAMILIES = {
    "A": "Code 39",
    "C": "Code 128",
    "E": "EAN-13",
    "F": "Codabar",
    "G": "Code 93",
    "I": "ITF",
    "L": "PDF417",
    "Q": "QR",
    "X": "other",
    "d": "DataMatrix",
    "e": "DataBar",
    "z": "Aztec",
}
_EXACT = {"]E4": "EAN-8", "]C1": "GS1-128"}
_ENDS = "\r\n\t"


def canonical(scanned: str | bytes) -> tuple[str, str | None]:
    """The canonical text of a scan, and its symbology when the scanner sent an AIM identifier.

    CR, LF and Tab go from the ends only; GS (0x1D) stays; text is NFC; a 12-digit UPC-A becomes
    13 digits with a leading 0. Bytes are UTF-8, else latin-1. May return an empty text.
    Raises TroubleError("scan-too-long") over `LONGEST` characters.
    """
    if len(scanned) > 4 * LONGEST:
        raise TroubleError("scan-too-long", length=len(scanned), limit=LONGEST)
    text = scanned if isinstance(scanned, str) else _decoded(scanned)
    text = text.strip(_ENDS)
    symbology = _symbology(text)
    if symbology is not None:
        text = text[3:].strip(_ENDS)
    # Half a surrogate pair cannot be stored or sent; it shows as the replacement character.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST:
        raise TroubleError("scan-too-long", length=len(text), limit=LONGEST)
    # By the text alone: a wedge without AIM cannot say what it read, and one card is one text.
    if len(text) == 12 and is_retail_number(text):
        text = "0" + text
    return text, symbology


def is_retail_number(text: str) -> bool:
    """True for the digits of an EAN-13, UPC-A or EAN-8 with a right check digit (GS1 mod 10)."""
    if len(text) not in (8, 12, 13) or not (text.isascii() and text.isdigit()):
        return False
    digits = [int(digit) for digit in reversed(text)]
    return (sum(digits[0::2]) + 3 * sum(digits[1::2])) % 10 == 0


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _symbology(text: str) -> str | None:
    if len(text) < 3 or text[0] != "]" or not (text[2].isascii() and text[2].isalnum()):
        return None
    return _EXACT.get(text[:3]) or _FAMILIES.get(text[1])
