"""Slips: text by code page, columns by position, pictures, codes; what kind of paper; layouts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from loyalty.errors import LoyaltyError
from receipts.reading.claim import ReceiptLine
from receipts.reading.escpos.captured import Captured, SlipKind
from receipts.reading.escpos.layout import Layout, from_json, learned, learned_kind, to_json
from receipts.reading.escpos.pages import Pages
from receipts.reading.escpos.picture import Picture
from receipts.reading.escpos.sale import read_sale
from receipts.reading.escpos.slip import Slip, looked_into, read_stream
from tests.tap.world import streams

TODAY = date(2026, 11, 22)
STREAMS = streams()


def read(name: str) -> list[Captured]:
    return [read_sale(slip, TODAY) for slip in read_stream(STREAMS[name])]


def said(*lines: str, layouts: tuple[Layout, ...] = ()) -> Captured:
    return read_sale(Slip(lines, cut=True), TODAY, layouts=layouts)


@pytest.mark.parametrize(
    ("name", "total", "number", "issued_at", "articles"),
    [
        ("escpos-sale", "22.50", "B-2026-0815", "2026-11-20T16:45", 2),
        ("escpos-german", "12.40", "77", "2026-11-20T10:10", 1),
        ("escpos-nocut", "1.50", "5001", "", 1),
        ("receiptio-plain", "6.00", "4711", "2026-11-20T14:03", 3),
        ("receiptio-plain-generic", "6.00", "4711", "2026-11-20T14:03", 3),
        ("receiptio-nocut", "6.00", "4711", "2026-11-20T14:03", 3),
        ("receiptio-landscape", "6.00", "4711", "2026-11-20T14:03", 3),
        ("receiptio-german", "6.50", "815", "2026-11-20T08:15", 2),
        ("receiptio-japanese", "1000", "0042", "2026-11-20T12:30", 2),
        ("receiptio-korean", "15000", "20261120-0031", "2026-11-20T18:05", 2),
        ("encoder-raster", "13.50", "9917", "2026-11-20T09:41", 3),
        ("encoder-column", "13.50", "9917", "2026-11-20T09:41", 3),
    ],
)
def test_a_sale_of_each_producer_is_read(
    name: str, total: str, number: str, issued_at: str, articles: int
) -> None:
    sale = read(name)[0]
    assert (sale.kind, sale.total, sale.sure) == (SlipKind.SALE, Decimal(total), True)
    assert (sale.number, sale.issued_at, len(sale.lines)) == (number, issued_at, articles)


def test_two_receipts_of_one_connection_are_two_and_a_report_is_no_sale() -> None:
    kinds = [sale.kind for sale in read("escpos-two")]
    assert kinds == [SlipKind.SALE, SlipKind.REPORT]


def test_letters_of_the_chosen_page_are_read() -> None:
    assert read_stream(STREAMS["escpos-german"])[0].lines[0] == "Käserei Grün"
    assert read_stream(STREAMS["receiptio-japanese"])[0].lines[0] == "喫茶まるや"
    assert read_stream(STREAMS["receiptio-korean"])[0].lines[0] == "동네서점"
    assert read_stream(b"\x1bt\x11\x88\x92\x8e\x83\x8e")[0].lines == ("ИТОГО",)


@pytest.mark.parametrize(
    ("setting", "sent", "text"),
    [
        ("double=cp949,always", "합계 5,000".encode("cp949"), "합계 5,000"),
        ("double=cp950", b"\x1c&" + "合計 50".encode("cp950"), "合計 50"),
        ("double=cp936,always", "合计 50".encode("gbk"), "合计 50"),
        ("16=cp1250", b"\x1bt\x10" + "Celkově".encode("cp1250"), "Celkově"),
        ("", b"\x1bR\x08\x1c&" + "合計".encode("cp932"), "合計"),
        ("", b"\x1c(C\x02\x0002" + "합계 €".encode(), "합계 €"),
        ("", b"\x1bt\x01\xba\xb0\xcb\xb0", "ｺｰﾋｰ"),
    ],
)
def test_what_a_byte_means_is_the_printers_setting(setting: str, sent: bytes, text: str) -> None:
    assert read_stream(sent, Pages.of(setting))[0].lines == (text,)


@pytest.mark.parametrize("setting", ["16", "x=cp437", "256=cp437", "3=rot13", "double=cp437"])
def test_a_wrong_setting_of_pages_is_named(setting: str) -> None:
    with pytest.raises(LoyaltyError, match="pages-invalid"):
        Pages.of(setting)


def test_a_letter_torn_between_two_pieces_is_whole() -> None:
    sent = b"\x1b$\x00\x00" + "합".encode("cp949")[:1] + b"\x10\x04\x01" + "합".encode("cp949")[1:]
    assert read_stream(sent, Pages.of("double=cp949,always"))[0].lines == ("합",)


def test_columns_set_by_position_stay_apart() -> None:
    line = read_stream(b"TOTAL\x1b$\xf0\x006.00\n")[0].lines[0]
    assert line.split() == ["TOTAL", "6.00"]


def test_strips_of_a_picture_are_one_however_they_were_sent() -> None:
    rows = read_stream(STREAMS["escpos-raster"])[0].pictures
    graphics = read_stream(STREAMS["escpos-graphics"])[0].pictures
    column = read_stream(STREAMS["escpos-column"])[0].pictures
    assert [len(rows), len(graphics), len(column)] == [1, 1, 1]
    assert rows[0][1] == graphics[0][1]
    # Columns come in bands of 24 rows, the last one of each fragment filled up with white.
    dots = [sum(byte.bit_count() for byte in one[0][1].rows) for one in (rows, column)]
    assert dots[0] == dots[1] > 1_000


def test_codes_and_text_in_pictures_come_from_who_can_read_them() -> None:
    slip = Slip((), ((0, Picture(1, 1, b"\xff")),), cut=True)
    seen = looked_into(slip, lambda _: ("HTTPS://X",), lambda _: ("Receipt 12", "TOTAL 4.20"))
    assert seen.codes == ("HTTPS://X",)
    assert read_sale(seen, TODAY).total == Decimal("4.20")


def test_a_picture_is_read_as_text_only_where_no_text_was_sent() -> None:
    slip = Slip(("TOTAL 1.00",), ((1, Picture(1, 1, b"\xff")),))
    assert looked_into(slip, None, lambda _: ("TOTAL 4.20",)).lines == ("TOTAL 1.00",)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("REFUND", "Shirt 20.00", "TOTAL 20.00"), SlipKind.REFUND),
        (("Shirt -20.00", "TOTAL -20.00"), SlipKind.REFUND),
        (("환불", "합계 5,000"), SlipKind.REFUND),
        (("*** DUPLICATE ***", "TOTAL 20.00"), SlipKind.REPRINT),
        (("再発行", "合計 1,000"), SlipKind.REPRINT),
        (("Z-BERICHT 31", "GESAMT 1.204,00"), SlipKind.REPORT),
        (("KITCHEN", "2 x Soup"), SlipKind.KITCHEN),
        (("MERCHANT COPY", "AID: A0000000031010", "TOTAL 20.00"), SlipKind.CARD_SLIP),
        (("Thank you", "come again"), SlipKind.UNKNOWN),
        (("Shirt 20.00", "TOTAL 20.00", "Return within 14 days with this slip"), SlipKind.SALE),
        (("TOTAL 0.00",), SlipKind.UNKNOWN),
    ],
)
def test_what_is_no_sale_is_not_taken_for_one(lines: tuple[str, ...], kind: SlipKind) -> None:
    assert said(*lines).kind is kind


def test_two_totals_that_differ_are_not_sure() -> None:
    assert not said("TOTAL 20.00", "TOTAL 25.00").sure


def test_an_unreadable_slip_says_nothing() -> None:
    assert read_sale(Slip(("TOTAL 1.00",), unread="unknown"), TODAY) == Captured(SlipKind.UNKNOWN)


ODD = ("Blumen Rose", "Strauss      25,00", "Vase         12,50", "Am Ende zahlt ihr  37,50  EUR")


def test_a_total_without_a_known_word_is_learned_by_pointing() -> None:
    assert said(*ODD).kind is SlipKind.UNKNOWN
    layout = learned("Rose", ODD, total=4)
    other = said("Blumen Rose", "Tulpen 9,90", "Am Ende zahlt ihr   9,90  EUR", layouts=(layout,))
    assert (other.kind, other.total, other.sure) == (SlipKind.SALE, Decimal("9.90"), True)
    assert other.layout == "Rose"
    assert from_json(to_json(layout)) == layout


def test_the_column_says_which_figure_of_a_line_is_meant() -> None:
    lines = ("Ware", "Netto 10,00 Endlich 11,90 Rest 0,00")
    layout = learned("X", lines, total=2, column=22)
    assert said("Netto 20,00 Endlich 23,80 Rest 1,00", layouts=(layout,)).total == Decimal("23.80")


def test_a_figure_below_its_word_is_learned_as_such() -> None:
    lines = ("Danke", "Ihr Beitrag", "37,50", "Vorgang Nr", "88123")
    layout = learned("X", lines, total=3, number=5)
    sale = said("Danke", "Ihr Beitrag", "5,00", "Vorgang Nr", "88124", layouts=(layout,))
    assert (sale.total, sale.number) == (Decimal("5.00"), "88124")


def test_where_a_layouts_words_are_missing_it_says_nothing() -> None:
    layout = learned("Rose", ODD, total=4)
    sale = said("Coffee 2.00", "TOTAL 2.00", layouts=(layout,))
    assert (sale.total, sale.layout) == (Decimal("2.00"), "")


def test_a_line_pointed_at_makes_a_slip_no_sale() -> None:
    layout = learned_kind("Kitchen", ("KÜCHE GRILL 12", "1 Steak"), SlipKind.KITCHEN, 1)
    assert said("Küche Grill 13", "TOTAL 20.00", layouts=(layout,)).kind is SlipKind.KITCHEN


@pytest.mark.parametrize(
    ("lines", "total", "code"),
    [
        (ODD, 9, "print-layout-line"),
        (ODD, 0, "print-layout-line"),
        (ODD, 1, "print-layout-no-amount"),
        (("37,50",), 1, "print-layout-no-words"),
    ],
)
def test_what_cannot_be_pointed_at_is_said(lines: tuple[str, ...], total: int, code: str) -> None:
    with pytest.raises(LoyaltyError, match=code):
        learned("X", lines, total=total)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2}', "null", '{"version":1,"total":{"label":"a"}}', "[" * 99_999],
)
def test_a_damaged_layout_is_refused(text: str) -> None:
    with pytest.raises(LoyaltyError, match="print-layout-unreadable"):
        from_json(text)


def test_a_receipt_too_long_is_not_read() -> None:
    slip = read_stream(b"line\n" * 500_000)[0]
    assert slip.unread == "too-long"
    assert len(slip.lines) <= 2_000


def test_units_and_amounts_of_lines_are_kept() -> None:
    assert ReceiptLine("Postcard", Decimal("3.60"), 3) in read("escpos-sale")[0].lines
