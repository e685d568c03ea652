"""Makes the streams of python-escpos (3.1), a producer like the others here: `python make.py`."""

from __future__ import annotations

import sys
from pathlib import Path

from escpos.printer import Dummy
from PIL import Image, ImageDraw


def main(out: Path) -> None:
    """Write each document as a file."""
    for name, make in _DOCUMENTS.items():
        printer = Dummy(profile="TM-T88V")
        make(printer)
        (out / f"escpos-{name}.bin").write_bytes(printer.output)


def _sale(printer: Dummy) -> None:
    printer.set(align="center", bold=True, double_height=True, double_width=True)
    printer.text("Blue Door Books\n")
    printer.set(align="left", bold=False, normal_textsize=True)
    printer.text("Invoice No: B-2026-0815\n2026-11-20 16:45\n\n")
    printer.text("Novel                     18.90\nPostcard  3 x 1.20         3.60\n")
    printer.text("-" * 31 + "\n")
    printer.text("Grand Total               22.50\nVisa                      22.50\n")
    printer.qr("https://example.org/b/0815", native=True)
    printer.barcode("4006381333931", "EAN13", function_type="B")
    printer.cut()


def _german(printer: Dummy) -> None:
    printer.text("Käserei Grün\nBon 77  20.11.2026 10:10\nEmmentaler  12,40 €\nSumme  12,40 €\n")
    printer.print_and_feed(3)
    printer.cashdraw(2)
    printer.cut(feed=False)


def _raster(printer: Dummy, impl: str) -> None:
    picture = Image.new("1", (384, 160), 1)
    pen = ImageDraw.Draw(picture)
    pen.text((10, 10), "TOTAL 4.20", fill=0)
    for at in range(0, 160, 16):
        pen.line((200, at, 380, 159 - at), fill=0, width=3)
    printer.image(picture, impl=impl, fragment_height=64, center=False)
    printer.text("Receipt 12\n")
    printer.cut()


def _two(printer: Dummy) -> None:
    _sale(printer)
    printer.text("Z REPORT 31\nTotal sales            1,204.00\n")
    printer.cut()


def _nothing_cut(printer: Dummy) -> None:
    printer.text("Kiosk 9\nReceipt 5001\nWater   1.50\nTotal   1.50\n\n\n\n")


_DOCUMENTS = {
    "sale": _sale,
    "german": _german,
    "raster": lambda printer: _raster(printer, "bitImageRaster"),
    "graphics": lambda printer: _raster(printer, "graphics"),
    "column": lambda printer: _raster(printer, "bitImageColumn"),
    "two": _two,
    "nocut": _nothing_cut,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
