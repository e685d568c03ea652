"""Cards and vouchers on sheets: in their places, and read by both readers once rendered."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from loyalty.codes import member_card
from receipts.writing.card import CardFacts, CardKind, card_label, to_single_pdf
from receipts.writing.card_sheet import LAYOUTS, PAPERS, Layout, places, to_sheets_pdf
from receipts.writing.errors import PaperError
from receipts.writing.label import Box, Label
from receipts.writing.pdf import to_pdf
from receipts.writing.pen import MM
from receipts.writing.slip import slip
from receipts.writing.voucher import voucher_label
from receipts.writing.wording import LANGUAGES
from tests.paper import claim_examples, examples
from tests.paper.pdf_reader import Pdf

OWN = Layout(48.5, 25.4, margin=8)
LONG = "Maria del Carmen Fernández de la Vega y Álvarez de Toledo"
NAMES = {"en": LONG, "ko": "남궁민수황보혜정선우은숙독고영재", "ja": "田中さくら", "zh_CN": ""}
ALL = pytest.mark.parametrize("language", LANGUAGES)
POPPLER = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler")


def cards(language: str, count: int = 2) -> list[Label]:
    """Labels of cards with a long, a short or no name."""
    shop = examples.SHOPS[language].name
    facts = CardFacts(CardKind.MEMBER, shop, "", NAMES[language])
    codes = [member_card(7919 * n) for n in range(count)]
    return [card_label(replace(facts, digits=code), language) for code in codes]


def rendered(data: bytes, folder: Path, dpi: int) -> list[Image.Image]:
    """The pages as poppler draws them."""
    (folder / "x.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", str(dpi), "-gray", str(folder / "x.pdf"), str(folder / "page")]
    subprocess.run(command, check=True, timeout=60)
    return [Image.open(page) for page in sorted(folder.glob("page-*.pgm"))]


def cut_out(page: Image.Image, box: Box, dpi: int) -> Image.Image:
    """One label, cut along its edges."""
    scale = dpi / 72
    edges = (box.x, box.top, box.x + box.width, box.top + box.height)
    return page.crop(tuple(round(edge * scale) for edge in edges))  # type: ignore[arg-type]


def read(picture: Image.Image) -> tuple[set[str], set[str]]:
    """What zbar and zxing read: kind and text."""
    zbar = {f"{one.type} {one.data.decode()}" for one in pyzbar.decode(picture)}
    zxing = {f"{one.format.name.upper()} {one.text}" for one in zxingcpp.read_barcodes(picture)}
    return zbar, zxing


@POPPLER
@ALL
@pytest.mark.parametrize("dpi", [200, 300])
@pytest.mark.parametrize("name", [*LAYOUTS, "own"])
def test_each_card_cut_out_is_read_by_both(
    name: str, dpi: int, language: str, tmp_path: Path
) -> None:
    layout = LAYOUTS.get(name, OWN)
    labels = cards(language)
    (page,) = rendered(to_sheets_pdf(labels, layout, "a4", language), tmp_path, dpi)
    for label, box in zip(labels, places(layout, "a4"), strict=False):
        both = {f"QRCODE {label.digits}", f"CODE128 {label.digits}"}
        assert read(cut_out(page, box, dpi)) == (both, both)


@POPPLER
@ALL
def test_a_voucher_on_a_label_is_read_by_both(language: str, tmp_path: Path) -> None:
    facts = examples.voucher_facts(language)
    layout = LAYOUTS["labels-21"]
    label = voucher_label(facts, language)
    (page,) = rendered(to_sheets_pdf([label], layout, "letter", language), tmp_path, 200)
    both = {f"QRCODE {facts.voucher.code}", f"CODE128 {facts.voucher.code}"}
    assert read(cut_out(page, next(places(layout, "letter")), 200)) == (both, both)


@POPPLER
@ALL
@pytest.mark.parametrize("dpi", [200, 300])
@pytest.mark.parametrize("width", [58, 80])
def test_the_claim_code_is_read_from_the_rendered_slip(
    width: int, dpi: int, language: str, tmp_path: Path
) -> None:
    facts = claim_examples.page_facts(language)
    (page,) = rendered(to_pdf(slip(facts, language, width)), tmp_path, dpi)
    both = {f"QRCODE {facts.claim_url}", f"CODE128 {examples.CODE}"}
    assert read(page) == (both, both)


@POPPLER
@ALL
def test_a_sheet_embeds_its_faces_and_its_words_come_out_again(
    language: str, tmp_path: Path
) -> None:
    labels = [*cards(language), voucher_label(examples.voucher_facts(language), language)]
    file = tmp_path / "x.pdf"
    file.write_bytes(to_sheets_pdf(labels, LAYOUTS["cards"], "a4", language, crop_marks=True))
    fonts = subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True)
    rows = fonts.stdout.splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows), fonts.stdout
    said = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True)
    words = "".join(said.stdout.split())
    for wanted in (examples.SHOPS[language].name, NAMES[language], labels[2].words[1].text):
        assert "".join(wanted.split()) in words


@ALL
def test_a_card_for_a_card_printer_is_a_page_of_its_own_without_a_frame(language: str) -> None:
    pages = Pdf(to_single_pdf(cards(language, 3), language, "")).pages()
    sizes = {(round(page.width / MM, 1), round(page.height / MM, 1)) for page in pages}
    assert (len(pages), sizes) == (3, {(85.6, 54.0)})


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("name", "a4", "letter"), [("cards", 10, 10), ("labels-21", 21, 21), ("labels-24", 24, 21)]
)
def test_labels_lie_apart_and_on_the_paper(name: str, a4: int, letter: int, paper: str) -> None:
    boxes = list(places(LAYOUTS[name], paper))
    assert len(boxes) == {"a4": a4, "letter": letter}[paper]
    wide, high = (side * MM for side in PAPERS[paper])
    for box in boxes:
        assert -0.01 <= box.x <= wide - box.width + 0.01
        assert -0.01 <= box.top <= high - box.height + 0.01
    for one, other in pairwise(boxes):
        assert other.x >= one.x + one.width - 0.01 or other.top >= one.top + one.height - 0.01


def test_as_many_sheets_as_are_needed() -> None:
    data = to_sheets_pdf(cards("en", 23), LAYOUTS["cards"], "a4", "en")
    assert [len([t for t in page.texts if t.startswith("61 ")]) for page in Pdf(data).pages()] == [
        10,
        10,
        3,
    ]


def test_crop_marks_stand_outside_of_what_is_kept() -> None:
    layout = LAYOUTS["cards"]
    plain, marked = (
        Pdf(to_sheets_pdf(cards("en", 1), layout, "a4", "en", crop_marks=marks)).pages()[0]
        for marks in (False, True)
    )
    marks = set(marked.boxes) - set(plain.boxes)
    assert len(marks) == 2 * 3 + 2 * 6
    high = PAPERS["a4"][1] * MM
    for x, y, wide, tall in marks:
        for box in places(layout, "a4"):
            top = high - y - tall
            beside = x >= box.x + box.width or x + wide <= box.x
            assert beside or top >= box.top + box.height or top + tall <= box.top


def test_what_has_no_room_is_refused() -> None:
    labels = cards("en", 1)
    with pytest.raises(PaperError, match="label-too-small"):
        to_sheets_pdf(labels, Layout(30, 15), "a4", "en")
    with pytest.raises(PaperError, match="sheet-too-small"):
        to_sheets_pdf(labels, Layout(220, 40), "a4", "en")
    with pytest.raises(PaperError, match="too-many-labels"):
        to_sheets_pdf(labels * 2_001, LAYOUTS["cards"], "a4", "en")


def test_a_name_without_end_leaves_the_codes_alone() -> None:
    label = card_label(CardFacts(CardKind.MEMBER, "Shop " * 12, member_card(1), "Name " * 40), "en")
    (page,) = Pdf(to_sheets_pdf([label], OWN, "a4", "en")).pages()
    zbar, zxing = read(page.picture())
    assert zbar == zxing == {f"QRCODE {label.digits}", f"CODE128 {label.digits}"}
