"""The kinds of code that are read: one table of names, what each engine calls them, which are on.

On are those a shop's cards, slips, phones and products use and that do not invent numbers. ITF,
Code 39, UPC-E, EAN-8 and their like lack a check or are the usual phantoms; whoever wants them
asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass

from pos.trouble import TroubleError


@dataclass(frozen=True, slots=True)
class Symbology:
    """`asked`, `told`: names zxing-cpp takes and gives; `zbar`: the symbol's name there.

    `matrix`: two-dimensional with error correction, so that one good look is enough.
    """

    name: str
    asked: str
    told: tuple[str, ...]
    zbar: str = ""
    matrix: bool = False


TABLE = (
    Symbology("EAN-13", "EAN13,UPCA", ("EAN13", "UPCA", "ISBN"), "EAN13"),
    Symbology("Code 128", "Code128", ("Code128",), "CODE128"),
    Symbology("QR", "QRCode", ("QRCode", "QRCodeModel1", "QRCodeModel2"), "QRCODE", matrix=True),
    Symbology("PDF417", "PDF417", ("PDF417", "CompactPDF417", "MicroPDF417"), matrix=True),
    Symbology("Aztec", "Aztec", ("Aztec", "AztecCode", "AztecRune"), matrix=True),
    Symbology("DataMatrix", "DataMatrix", ("DataMatrix",), matrix=True),
    Symbology("EAN-8", "EAN8", ("EAN8",), "EAN8"),
    Symbology("UPC-E", "UPCE", ("UPCE",), "UPCE"),
    Symbology("Code 39", "Code39", ("Code39", "Code39Std", "Code39Ext", "Code32", "PZN"), "CODE39"),
    Symbology("Code 93", "Code93", ("Code93",), "CODE93"),
    Symbology("Codabar", "Codabar", ("Codabar",), "CODABAR"),
    Symbology("ITF", "ITF", ("ITF", "ITF14"), "I25"),
    # Not from zbar: its DataBar reader is where the memory errors were.
    Symbology(
        "DataBar",
        "DataBar",
        (
            "DataBar",
            "DataBarOmni",
            "DataBarStk",
            "DataBarStkOmni",
            "DataBarLtd",
            "DataBarExp",
            "DataBarExpStk",
        ),
    ),
    Symbology("MaxiCode", "MaxiCode", ("MaxiCode",), matrix=True),
    Symbology("micro QR", "MicroQRCode,RMQRCode", ("MicroQRCode", "RMQRCode"), matrix=True),
)
BY_NAME = {one.name: one for one in TABLE}
Names = frozenset[str]
USUAL: Names = frozenset(one.name for one in TABLE[:6])
# Telepen and film edges are left out: no counter sees them, and striped pictures are full of them.
ALL: Names = frozenset(BY_NAME)
MATRIX: Names = frozenset(one.name for one in TABLE if one.matrix)


def names_from(setting: str) -> Names:
    """The usual kinds and those named in `setting`: "ean-8, itf", or "all"; case does not matter.

    Raises TroubleError("formats-unknown").
    """
    folded = {_folded(name): name for name in BY_NAME}
    folded |= {"upca": "EAN-13", "qrcode": "QR", "microqrcode": "micro QR"}
    wanted = set(USUAL)
    for word in filter(str.strip, setting.split(",")):
        if _folded(word) == "all":
            return ALL
        if _folded(word) not in folded:
            raise TroubleError("formats-unknown", name=word.strip()[:40], known=", ".join(BY_NAME))
        wanted.add(folded[_folded(word)])
    return frozenset(wanted)


def _folded(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
