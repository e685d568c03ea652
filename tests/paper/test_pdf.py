"""PDF slips, sheets and cards, read back without any tool of the system."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from pyzbar import pyzbar

from receipts.writing.card import CardFacts, CardKind, to_card_pdf
from receipts.writing.closing import closing
from receipts.writing.document import Barcode, Cut, Document, Feed, Text
from receipts.writing.errors import PaperError
from receipts.writing.pdf import Page, to_pdf
from receipts.writing.slip import slip
from receipts.writing.wording import LANGUAGES
from tests.paper import claim_examples, examples
from tests.paper.pdf_reader import Pdf, PdfPage

ALL = pytest.mark.parametrize("language", LANGUAGES)


def codes(page: PdfPage) -> tuple[set[str], set[str]]:
    """The code texts zbar and zxing find among the page's boxes."""
    sheet = page.picture()
    wanted = [pyzbar.ZBarSymbol.QRCODE, pyzbar.ZBarSymbol.CODE128]
    zbar = {f"{one.type} {one.data.decode()}" for one in pyzbar.decode(sheet, symbols=wanted)}
    zxing = {f"{one.format.name.upper()} {one.text}" for one in zxingcpp.read_barcodes(sheet)}
    return zbar, zxing


@ALL
@pytest.mark.parametrize("page", Page)
def test_every_face_is_embedded(page: Page, language: str) -> None:
    faces = Pdf(to_pdf(slip(examples.sale_facts(language), language), page)).faces()
    assert faces
    assert all(faces.values()), faces


@ALL
def test_the_words_can_be_copied_out_again(language: str) -> None:
    facts = examples.sale_facts(language)
    # A line of two faces is drawn in two pieces.
    text = Pdf(to_pdf(slip(facts, language))).text().replace("\n", "")
    assert facts.member is not None
    for wanted in (facts.shop.name, facts.operator, facts.lines[0].text, facts.member.name):
        assert wanted in text
    assert "63 00001 001 00000812 45" in text


def test_names_of_four_scripts_stand_on_one_slip() -> None:
    facts = examples.sale_facts("zh_CN")
    assert facts.member is not None
    mixed = "김민수 田中さくら 王小明 Anna Ærø"
    pdf = Pdf(to_pdf(slip(replace(facts, member=replace(facts.member, name=mixed)), "zh_CN")))
    joined = "".join(pdf.pages()[0].texts)
    for name in ("김민수", "さくら", "王小明", "Anna Ærø"):
        assert name in joined
    assert len({face.split("+")[1].split("-")[0] for face in pdf.faces()}) >= 3


@ALL
def test_both_codes_are_read_from_the_page(language: str) -> None:
    (page,) = Pdf(to_pdf(slip(examples.sale_facts(language), language))).pages()
    both = {f"QRCODE {examples.CODE}", f"CODE128 {examples.CODE}"}
    assert codes(page) == (both, both)


@ALL
@pytest.mark.parametrize("width", [58, 80])
def test_the_claim_code_is_read_from_the_page(width: int, language: str) -> None:
    facts = claim_examples.page_facts(language)
    (page,) = Pdf(to_pdf(slip(facts, language, width))).pages()
    both = {f"QRCODE {facts.claim_url}", f"CODE128 {examples.CODE}"}
    assert codes(page) == (both, both)


@ALL
@pytest.mark.parametrize("width", [58, 80])
def test_each_voucher_has_a_page_whose_code_is_read(width: int, language: str) -> None:
    pages = Pdf(to_pdf(slip(examples.gifts_facts(language), language, width))).pages()
    found = [codes(page) for page in pages[1:]]
    both = [{f"QRCODE {code}", f"CODE128 {code}"} for code in examples.VOUCHER_CODES]
    assert found == [(each, each) for each in both]
    for page, facts in zip(pages[1:], examples.vouchers(language), strict=True):
        assert facts.name.replace(" ", "") in "".join(page.texts).replace(" ", "")


@pytest.mark.parametrize("width", [58, 80])
def test_a_roll_is_as_wide_as_its_paper_and_as_long_as_its_text(width: int) -> None:
    short = Pdf(to_pdf(Document((Text("x"),), "en", width))).pages()[0]
    long = Pdf(to_pdf(Document((Text("x"),) * 100, "en", width))).pages()[0]
    assert short.width == pytest.approx(width * 72 / 25.4, abs=0.01)
    assert long.height > short.height * 20


def test_a_sheet_that_overflows_goes_on_with_numbered_pages() -> None:
    pages = Pdf(to_pdf(Document((Text("line"),) * 140, "en"), Page.A4)).pages()
    assert [page.texts[-1] for page in pages] == [f"{n} / 3" for n in (1, 2, 3)]
    assert sum(page.texts.count("line") for page in pages) == 140
    assert {(round(page.width), round(page.height)) for page in pages} == {(595, 842)}


def test_a_cut_between_two_slips_starts_a_page() -> None:
    document = Document((Text("one"), Cut(), Feed(), Text("two"), Cut()), "en")
    assert [page.texts for page in Pdf(to_pdf(document)).pages()] == [("one",), ("two",)]


def test_the_same_document_gives_the_same_bytes() -> None:
    document = closing(examples.closing_facts("ja"), "ja")
    assert to_pdf(document, Page.LETTER) == to_pdf(document, Page.LETTER)


def test_an_empty_document_is_still_a_page() -> None:
    assert len(Pdf(to_pdf(Document((), "en"))).pages()) == 1


@pytest.mark.parametrize(
    ("kind", "word"), [(CardKind.MEMBER, "멤버십 카드"), (CardKind.OPERATOR, "직원증")]
)
def test_a_card_is_read_by_both_readers_and_says_whose_it_is(kind: CardKind, word: str) -> None:
    digits = "6100000000004297"
    data = to_card_pdf(CardFacts(kind, "단골커피", digits, "田中さくら"), "ko")
    (page,) = Pdf(data).pages()
    both = {f"QRCODE {digits}", f"CODE128 {digits}"}
    assert codes(page) == (both, both)
    assert word in page.texts
    assert "61 0000 0000 0042 97" in page.texts
    assert (round(page.width / 72 * 25.4, 1), round(page.height / 72 * 25.4, 1)) == (85.6, 54.0)
    assert all(Pdf(data).faces().values())


def test_a_card_without_an_even_number_of_digits_is_refused() -> None:
    with pytest.raises(PaperError, match="barcode-digits"):
        to_card_pdf(CardFacts(CardKind.MEMBER, "x", "123"), "en")


def test_a_barcode_broader_than_the_column_is_refused() -> None:
    with pytest.raises(PaperError, match="too-wide"):
        to_pdf(Document((Barcode("12" * 15),), "en", 58), Page.ROLL)
