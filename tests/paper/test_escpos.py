"""The bytes for a receipt printer, read back by an independent interpreter and two code readers."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pyzbar import pyzbar

from receipts.writing.document import (
    Align,
    Barcode,
    Block,
    Cut,
    Document,
    Feed,
    Heading,
    Qr,
    Row,
    Rule,
    Size,
    Text,
)
from receipts.writing.errors import PaperError
from receipts.writing.escpos import to_escpos
from receipts.writing.profiles import GENERIC, PrinterProfile, profile
from receipts.writing.slip import slip
from receipts.writing.voucher import voucher
from receipts.writing.wording import LANGUAGES
from tests.paper import claim_examples, examples
from tests.paper.escpos_reader import NotEscPosError, Printed, read


def printed(document: Document, printer: PrinterProfile) -> Printed:
    pages = {number: codec for codec, number in printer.pages}
    return read(to_escpos(document, printer), printer.dots, {0: "cp437"} | pages)


def listed() -> list[str]:
    """Every model python-escpos knows."""
    package = find_spec("escpos")
    assert package is not None
    assert package.origin is not None
    path = Path(package.origin).with_name("capabilities.json")
    return sorted(json.loads(path.read_text(encoding="utf-8"))["profiles"])


def codes(sheet: Image.Image) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """What zbar and what zxing find on the paper: (kind, text)."""
    # Readers want some paper around the first code.
    framed = Image.new("L", (sheet.width + 80, sheet.height + 80), 255)
    framed.paste(sheet, (40, 40))
    wanted = [pyzbar.ZBarSymbol.QRCODE, pyzbar.ZBarSymbol.CODE128]
    zbar = {(one.type, one.data.decode()) for one in pyzbar.decode(framed, symbols=wanted)}
    names = {"QRCode": "QRCODE", "Code128": "CODE128"}
    found = zxingcpp.read_barcodes(framed)
    zxing = {(names[one.format.name], one.text) for one in found if one.format.name in names}
    return zbar, zxing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "width"), [("generic", 58), ("generic", 80), ("TM-T88V", 80)])
def test_both_codes_of_a_slip_are_read_from_the_paper(name: str, width: int, language: str) -> None:
    document = slip(examples.sale_facts(language), language, width)
    out = printed(document, profile(name, width))
    both = {("QRCODE", examples.CODE), ("CODE128", examples.CODE)}
    assert codes(out.picture()) == (both, both)
    assert out.cuts == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["claim", "page", "looked"])
@pytest.mark.parametrize(("name", "width"), [("generic", 58), ("generic", 80), ("TM-T88V", 80)])
def test_the_claim_code_of_a_slip_is_read_from_the_paper(
    name: str, width: int, page: str, language: str
) -> None:
    facts = getattr(claim_examples, f"{page}_facts")(language)
    out = printed(slip(facts, language, width), profile(name, width))
    both = {("QRCODE", facts.claim_url), ("CODE128", examples.CODE)}
    assert codes(out.picture()) == (both, both)
    assert out.qr == ([facts.claim_url] if name == "TM-T88V" else [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "width"), [("generic", 58), ("generic", 80), ("TM-T88V", 80)])
def test_the_code_of_a_voucher_is_read_from_the_paper(name: str, width: int, language: str) -> None:
    printer = profile(name, width)
    given = printed(slip(examples.gifts_facts(language), language, width), printer)
    printed_codes = (examples.CODE, *examples.VOUCHER_CODES)
    wanted = {(kind, code) for kind in ("CODE128", "QRCODE") for code in printed_codes}
    zbar, zxing = codes(given.picture())
    assert zbar == zxing == wanted
    assert given.cuts == 3
    alone = printed(voucher(examples.voucher_facts(language), language, width), printer)
    only = {(kind, examples.VOUCHER_CODES[1]) for kind in ("CODE128", "QRCODE")}
    assert codes(alone.picture()) == (only, only)


def test_a_printer_with_codes_of_its_own_gets_them_as_commands() -> None:
    out = printed(slip(examples.sale_facts("en"), "en"), profile("TM-T88V", 80))
    assert out.qr == [examples.CODE]
    assert out.barcodes == [examples.CODE]
    assert "raster" not in out.commands


def test_a_latin_slip_is_printed_in_the_printers_letters() -> None:
    out = printed(slip(examples.sale_facts("en"), "en", 58), profile("generic", 58))
    assert "2 x Americano             $90.00" in out.lines
    assert any(line.strip() == "Corner Coffee" for line in out.lines)
    assert out.commands.count("raster") == 1  # the two codes, in one strip


@pytest.mark.parametrize("language", ["ko", "ja", "zh_CN"])
def test_scripts_the_printer_lacks_are_drawn_and_never_sent_as_letters(language: str) -> None:
    data = to_escpos(slip(examples.sale_facts(language), language), profile("TM-T88V", 80))
    out = read(data, 512)
    assert out.lines == []
    assert "no-kanji" not in out.commands
    assert all(strip.height <= 256 for strip in out.strips)


def test_signs_with_a_plain_likeness_do_not_need_drawing() -> None:
    document = Document((Row("“Tea” 2 × 5 – cold", "•••• 0042"),), "en", 58)
    out = printed(document, profile("generic", 58))
    assert out.lines == ['"Tea" 2 x 5 - cold     **** 0042']


def test_one_foreign_name_on_a_latin_slip_is_drawn_alone() -> None:
    facts = examples.sale_facts("en")
    assert facts.member is not None
    foreign = replace(facts, member=replace(facts.member, name="김민수"))
    out = printed(slip(foreign, "en"), profile("TM-T88V", 80))
    assert out.commands.count("raster") == 1
    drawn = next(strip for strip in out.strips if strip.height == 33)
    assert drawn.crop((0, 0, 90, 33)).getextrema() == (0, 255)


def test_accents_use_a_code_page_only_after_it_was_proven() -> None:
    lines = (Text("Crème brûlée 4,50 €"), Text("a"), Text("b"), Text("c"), Text("d"))
    document = Document(lines, "en")
    careful = printed(document, profile("TM-T88V", 80))
    proven = printed(document, profile("TM-T88V", 80, proven=["CP858"]))
    assert careful.lines == ["a", "b", "c", "d"]
    assert proven.lines[0] == "Crème brûlée 4,50 €"
    assert proven.commands.count("page") == 1
    assert proven.commands[proven.commands.index("page") - 1] == "no-kanji"


def test_each_document_starts_from_a_reset_printer() -> None:
    document = Document((Text("Crème", bold=True, size=Size.LARGE),), "en")
    printer = profile("TM-T88V", 80)
    assert to_escpos(document, printer) == to_escpos(document, printer)
    assert to_escpos(document, printer).startswith(b"\x1b@\x1bR\x00")


def test_a_copy_is_marked_across_the_whole_paper_in_printer_letters_too() -> None:
    out = printed(Document((Text("COPY", Align.CENTRE, boxed=True),), "en"), profile("generic", 80))
    assert out.lines == ["COPY".center(48)]
    (strip,) = out.strips
    assert [strip.getpixel((x, 25)) for x in (0, 200, 575)] == [0, 0, 0]


def test_a_native_qr_code_keeps_its_quiet_zone() -> None:
    out = printed(Document((Qr("12", dots=5), Barcode("12")), "en"), profile("TM-T88V", 80))
    heights = [strip.height for strip in out.strips]
    assert heights == [20, 21 * 5, 20, 72]


def test_the_knife_obeys_the_profile() -> None:
    document = Document((Text("x"), Cut()), "en")
    assert printed(document, profile("generic", 80)).cuts == 1
    tearing = printed(document, profile("POS-5890", 58))
    assert tearing.cuts == 0
    assert "feed" in tearing.commands


def test_a_printer_that_cannot_draw_refuses_what_it_has_no_letters_for() -> None:
    needle = profile("TM-U220", 80)
    assert read(to_escpos(Document((Text("plain"),), "en"), needle), needle.dots).lines == ["plain"]
    with pytest.raises(PaperError, match="cannot-draw"):
        to_escpos(Document((Text("한글"),), "ko"), needle)


def test_a_code_broader_than_the_roll_is_refused() -> None:
    with pytest.raises(PaperError, match="too-wide"):
        to_escpos(Document((Barcode("12" * 15),), "en", 58), profile("generic", 58))
    with pytest.raises(PaperError, match="too-wide"):
        to_escpos(Document((Qr("x" * 300, dots=12),), "en", 58), profile("generic", 58))


def test_an_unknown_printer_or_roll_is_refused() -> None:
    with pytest.raises(PaperError, match="unknown-profile"):
        profile("Nonesuch", 80)
    with pytest.raises(PaperError, match="paper-width"):
        profile("generic", 76)


@pytest.mark.parametrize("name", [GENERIC, *listed()])
@pytest.mark.parametrize("width", [58, 80])
def test_every_listed_printer_gets_bytes_that_fit_it(name: str, width: int) -> None:
    printer = profile(name, width)
    assert printer.dots % 8 == 0
    assert printer.columns * 12 <= printer.dots
    document = slip(examples.sale_facts("en"), "en", width)
    if printer.raster:
        assert printed(document, printer).lines
    else:
        with pytest.raises(PaperError):
            to_escpos(document, printer)


WILD = st.text(st.characters(exclude_categories=()), max_size=60)
HOSTILE = st.sampled_from(
    [
        "\x1b@\x1dV\x00",
        "\x1bp\x00\x19\xfa",
        "\x10\x14\x01",
        "a\nb\rc\x0c",
        "\u202eabc\u202c",
        "é" + "\u0301" * 60,
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "שלום عليكم",
        "\x9b1m\x85\u2028\u2029",
        "漢" * 4_000,
        "\ud800\udfff",
        "{C}{0}%s\\",
        "\u00ad\ufeff\u200b",
        "ﾊﾝｶｸ",
    ]
)
ANY = st.one_of(WILD, HOSTILE)
PRINTERS = st.sampled_from(
    [
        profile("generic", 58),
        profile("generic", 80),
        profile("TM-T88V", 80, ["CP858", "CP1252", "CP866"]),
        profile("POS-5890", 58),
        profile("ZJ-5870", 58, ["CP852"]),
    ]
)


def blocks() -> st.SearchStrategy[tuple[Block, ...]]:
    align, size = st.sampled_from(Align), st.sampled_from(Size)
    one: st.SearchStrategy[Block] = st.one_of(
        st.builds(Text, ANY, align, st.booleans(), size, st.booleans()),
        st.builds(Heading, ANY),
        st.builds(Row, ANY, ANY, st.booleans(), size, st.integers(0, 4)),
        st.builds(Qr, st.just("12"), ANY),
        st.builds(Barcode, st.just("1234"), ANY),
        st.builds(Rule, st.booleans()),
        st.builds(Feed, st.integers(-5, 50)),
    )
    return st.lists(one, max_size=5).map(tuple)


@given(blocks(), st.sampled_from(LANGUAGES), PRINTERS)
def test_no_field_can_reach_the_printer_as_a_command(
    content: tuple[Block, ...], language: str, printer: PrinterProfile
) -> None:
    out = printed(Document(content, language), printer)
    assert (out.cuts, out.kicks) == (0, 0)
    assert len(out.qr) + len(out.barcodes) <= len(content)
    assert all(char.isprintable() for line in out.lines for char in line)


def test_the_reader_itself_hears_a_smuggled_command() -> None:
    with pytest.raises(NotEscPosError):
        read(b"\x1b@name\x1bp\x00\x19\xfa\n", 576)
    with pytest.raises(NotEscPosError):
        read(b"\x1b@\x1b~", 576)
    assert read(b"\x1b@\x1bp\x00\x19\xfa", 576).kicks == 1
