"""The page that teaches a scanner: both codes are read from what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from pos.devices.scanner_setup import SETUP_BARS, SETUP_PAGE, SETUP_SLIP, keys_of, learned
from receipts.writing.code128 import text_bars
from receipts.writing.document import Qr
from receipts.writing.pdf import Page, to_pdf
from receipts.writing.setup_page import SetupFacts, setup_document, to_setup_pdf
from receipts.writing.wording import LANGUAGES, sentence
from tests.paper.pdf_reader import Pdf
from tests.paper.test_card_sheets import POPPLER, rendered

FACTS = SetupFacts("Café Morgenrot", SETUP_PAGE, SETUP_BARS, SETUP_SLIP)


@POPPLER
@pytest.mark.parametrize("page", [Page.A4, Page.LETTER])
@pytest.mark.parametrize("dpi", [150, 203])
def test_both_codes_are_read_from_the_printed_sheet(tmp_path: Path, page: Page, dpi: int) -> None:
    (sheet,) = rendered(to_setup_pdf(FACTS, "en", page), tmp_path, dpi)
    zxing = {one.bytes.decode() for one in zxingcpp.read_barcodes(sheet)}
    assert zxing == {SETUP_PAGE, SETUP_BARS}
    assert {one.data.decode() for one in pyzbar.decode(sheet)} >= {SETUP_PAGE}


@POPPLER
@pytest.mark.parametrize("paper_mm", [58, 80])
def test_the_roll_has_a_code_that_is_read_and_teaches(tmp_path: Path, paper_mm: int) -> None:
    document = setup_document(FACTS, "ko", paper_mm)
    assert [block.data for block in document.blocks if isinstance(block, Qr)] == [SETUP_SLIP]
    (roll,) = rendered(to_pdf(document), tmp_path, 203)
    (read,) = (one.bytes.decode() for one in zxingcpp.read_barcodes(roll))
    found = learned(keys_of(read + "\r"))
    assert found is not None
    assert (found.reads, found.suffix) == ("all", "enter")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_says_what_to_do_and_embeds_its_faces(language: str) -> None:
    pdf = Pdf(to_setup_pdf(FACTS, language, Page.A4))
    faces = pdf.faces()
    assert faces
    assert all(faces.values())
    said = pdf.text().replace("\n", "").replace(" ", "")
    for key in ("title", "how", "square", "bars", "keep"):
        assert sentence(language, f"scanner.{key}").replace(" ", "") in said


@pytest.mark.parametrize(
    "text", ["A", "AB12", "1234", "123", "a1234567b\x1d12", "~\x00\x1f\x7f", SETUP_BARS]
)
def test_bars_of_any_text_are_read_as_it(text: str) -> None:
    widths = text_bars(text)
    row = b"".join((b"\x00" if n % 2 == 0 else b"\xff") * 3 * wide for n, wide in enumerate(widths))
    row = b"\xff" * 60 + row + b"\xff" * 60
    picture = Image.frombytes("L", (len(row), 60), row * 60)
    assert [one.bytes.decode() for one in zxingcpp.read_barcodes(picture)] == [text]
