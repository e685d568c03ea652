"""Tables in files: bare numbers, days that are days, and nothing a spreadsheet would carry out."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import date, timedelta
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receipts.reports import sheets
from receipts.reports.cells import Text
from receipts.reports.files import BOM, harmless, to_csv
from receipts.reports.sheets import to_xlsx
from receipts.reports.value import Table
from receipts.reports.written import Written
from receipts.writing.errors import PaperError
from tests.reports.examples import BARE, EVIL, FULL, report

PEN = Written("en", ZoneInfo("Asia/Seoul"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_a_file_a_table_with_lines_of_one_length() -> None:
    files = to_csv(FULL, PEN)
    assert list(files) == ["figures", "movements", "categories", "cohorts", "answers"]
    for data in files.values():
        assert data.startswith(BOM.encode())
        assert data.endswith(b"\r\n")
        assert len({len(line) for line in _read(data)}) == 1


def test_csv_has_bare_numbers_and_days_and_names_every_currency() -> None:
    head, first, second = _read(to_csv(FULL, PEN)["categories"])
    assert head == ["Category", "Amount", "Amount (currency)", "Share", "Value", "Day", "Month"]
    assert first[1:] == ["-12.50", "EUR", "0.125", "1.25", "2026-02-28", "2026-02-01"]
    assert second[1:] == ["500", "JPY", "", "-3", "", ""]
    moved = _read(to_csv(FULL, PEN)["movements"])
    assert moved[0][3] == "Amount (EUR)"
    assert moved[2] == ["2026-11-24 00:06", "Kim 1", "Sale", "12.34", "-40", "1"]


def test_the_figures_are_a_table_with_their_ranges() -> None:
    lines = {line[0]: line[1:] for line in _read(to_csv(FULL, PEN)["figures"])}
    assert lines["Came back within 90 days"] == ["0.31", "", "0.22", "0.41", "100", "0.36"]
    assert lines["Average purchase"] == ["123456789012", "KRW", "", "", "4000", ""]
    assert lines["Lapsed"] == ["", "", "", "", "12", ""], "counts, and no percentage"


def test_a_byte_order_mark_can_be_left_out() -> None:
    assert not to_csv(FULL, PEN, bom=False)["figures"].startswith(BOM.encode())


def test_no_text_of_a_csv_begins_like_a_formula() -> None:
    lines = _read(to_csv(FULL, PEN)["categories"])
    assert lines[1][0] == "'" + EVIL
    assert lines[2][0] == "'@sum"


@given(st.text(max_size=12))
def test_what_people_wrote_is_harmless_and_stays(text: str) -> None:
    found = harmless(text)
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert found.removeprefix("'") == text.removeprefix("'") or found == "'" + text


def test_a_report_without_tables_has_no_csv() -> None:
    assert to_csv(report(), PEN) == {}


def test_xlsx_has_numbers_as_numbers_days_as_days_and_formulas_as_texts() -> None:
    book = zipfile.ZipFile(BytesIO(to_xlsx(FULL, PEN)))
    names = re.findall(r'sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names[:4] == ["Month close", "Figures", "Movements", "By category"]
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet4.xml"))
    assert not list(sheet.iter(f"{MAIN}f")), "there are no formulas"
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{MAIN}c")}
    assert cells["A2"].get("t") == "s"
    assert _number(cells["B2"]) == -12.5
    assert _number(cells["D2"]) == 0.125
    assert date(1899, 12, 30) + timedelta(days=_number(cells["F2"])) == date(2026, 2, 28)
    assert cells["D3"].find(f"{MAIN}v") is None, "nothing is no number"
    shared = book.read("xl/sharedStrings.xml").decode()
    assert "cmd|" in shared


def test_xlsx_has_its_sums_in_the_last_line() -> None:
    book = zipfile.ZipFile(BytesIO(to_xlsx(FULL, PEN)))
    sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet3.xml"))
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{MAIN}c")}
    assert _number(cells["D92"]) == 12.34
    assert cells["A92"].get("t") == "s"


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh_CN"])
def test_the_same_report_is_the_same_file(language: str) -> None:
    pen = Written(language)
    assert to_xlsx(FULL, pen) == to_xlsx(FULL, pen)
    assert to_csv(BARE, pen) == to_csv(BARE, pen)
    assert zipfile.ZipFile(BytesIO(to_xlsx(BARE, pen))).testzip() is None


def test_sheets_of_one_name_are_told_apart() -> None:
    twice = report(Table("days", ("name",), ()), Table("days", ("name",), ((Text("x"),),)))
    book = zipfile.ZipFile(BytesIO(to_xlsx(twice, PEN)))
    names = re.findall(r'sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names == ["Month close", "By day", "By day 2"]


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 80)
    with pytest.raises(PaperError) as no:
        to_xlsx(FULL, PEN)
    assert no.value.code == "too-many-rows"


def _number(cell: ElementTree.Element) -> float:
    assert cell.get("t") in (None, "n")
    return float(cell.findtext(f"{MAIN}v") or "nan")
