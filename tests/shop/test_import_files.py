"""Files of any encoding, delimiter and habit are read; what could be two things is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from loyalty.errors import LoyaltyError
from pos.importing.fields import FIELDS
from pos.importing.mapping import mapping_from_text, read_mapping
from pos.importing.spool import Spool
from pos.shop import Shop
from pos.trouble import TroubleError
from tests.shop.files import Desk, rows

KOREAN = rows("이름,전화번호,생년월일", "김민준,010-1234-5678,1990년 5월 3일")
JAPANESE = rows("氏名,携帯電話,入会日", "山田 花子,090-1234-5678,2020年4月1日")
CHINESE = rows("姓名,手机号,注册日期", "王小明,13812345678,2021-06-01")
GERMAN = rows("Name;Telefon;Geburtstag", "Jörg Müßig;0151 2345678;3.5.1990")


@pytest.fixture
def desk(shop: Shop, tmp_path: Path) -> Desk:
    return Desk(shop, tmp_path)


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (KOREAN, "utf-8", "utf-8"),
        (KOREAN, "utf-8-sig", "utf-8-sig"),
        (KOREAN, "utf-16", "utf-16"),
        (KOREAN, "utf-16-le", "utf-16-le"),
        (KOREAN, "utf-16-be", "utf-16-be"),
        (KOREAN, "cp949", "cp949"),
        (JAPANESE, "cp932", "cp932"),
        (CHINESE, "gb18030", "gb18030"),
        (GERMAN, "cp1252", "cp1252"),
    ],
)
def test_a_file_is_read_in_the_encoding_it_was_written_in(
    desk: Desk, text: str, encoding: str, told: str
) -> None:
    name = text.split("\n")[1].replace(";", ",").split(",")[0]
    found = desk.bring("members", text, encoding=encoding)
    assert (found.encoding, found.fault_count, found.booked) == (told, 0, 1)
    with desk.shop.store.reading() as view:
        assert [member.name for member in view.find_members(name.split()[0])] == [name]


def test_letters_that_several_encodings_have_are_asked_for(desk: Desk) -> None:
    text = rows("name,phone", "김민,010-1234-5678")  # two letters prove nothing
    with pytest.raises(LoyaltyError) as no:
        desk.bring("members", text, encoding="cp949")
    assert no.value.code == "import-encoding"
    assert desk.bring("members", text, 'encoding = "cp949"', encoding="cp949").booked == 1


def test_a_named_encoding_that_is_wrong_is_told_row_by_row(desk: Desk) -> None:
    text = rows("name,phone", "Jörg,0151234567", "Anna,0151234568")
    found = desk.bring("members", text, 'encoding = "utf-8"', encoding="cp1252")
    assert desk.faults(found) == [(2, "", "row-encoding")]
    assert found.booked == 0


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_parts_the_heads(desk: Desk, sign: str) -> None:
    text = rows(sign.join(("Name", "Phone", "Notes")), sign.join(("Anna", "015112345", "x")))
    found = desk.bring("members", text)
    assert (found.delimiter, found.booked) == (sign, 1)


def test_a_quoted_cell_may_hold_delimiters_and_line_ends(desk: Desk) -> None:
    text = rows("name,phone,notes", '"Schmidt, Anna",015112345,"one', 'two"', "Ben,12,")
    found = desk.bring("members", text)
    assert desk.faults(found) == [(4, "phone", "phone-unreadable")]  # the line it stands on


def test_a_quotation_mark_left_open_is_a_fault_of_the_line_it_stands_on(desk: Desk) -> None:
    found = desk.bring("members", rows("name,phone", "Anna,015112345", '"Ben,015112346'))
    assert desk.faults(found) == [(3, "", "row-broken")]


def test_rows_with_other_than_the_wanted_cells_are_faults_and_blank_rows_are_none(
    desk: Desk,
) -> None:
    found = desk.bring("members", rows("name,phone", "", "Anna", " , ", "Ben,015112346,x"))
    assert desk.faults(found) == [(3, "", "row-cells"), (5, "", "row-cells")]


def test_columns_nobody_knows_are_left_out_and_named(desk: Desk) -> None:
    found = desk.bring("members", rows("Name,Shoe size,Mobile", "Anna,42,015112345"))
    assert found.ignored == ("Shoe size",)
    assert dict(found.columns) == {"name": ("Name",), "phone": ("Mobile",)}


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_no_head_is_known_as_two_fields(kind: str) -> None:
    heads = [head for field in FIELDS[kind] for head in {field.name, *field.heads.split("|")}]
    assert len(heads) == len(set(heads))


def test_two_columns_that_could_be_one_field_are_asked_for(desk: Desk) -> None:
    text = rows("Name,E-Mail,Mail", "Anna,a@example.com,b@example.com")
    with pytest.raises(LoyaltyError) as no:
        desk.bring("members", text)
    assert no.value.code == "import-column-twice"
    assert desk.bring("members", text, '[columns]\nemail = "Mail"').booked == 1
    with desk.shop.store.reading() as view:
        assert view.duplicates("", "", "b@example.com")


def test_a_mapping_names_columns_constants_and_words(desk: Desk) -> None:
    mapping = """
        header = false
        date_format = "%d/%m/%y"
        [columns]
        name = 2
        phone = [1, 3]
        joined = 4
        language = 5
        [constants]
        tags = "old shop"
        [values.language]
        Koreanisch = "ko"
    """
    text = rows("015112345,Anna,015112346,03/04/21,Koreanisch")
    assert desk.bring("members", text, mapping).booked == 1
    with desk.shop.store.reading() as view:
        (anna,) = view.find_members("Anna")
        assert (anna.joined_on.isoformat(), anna.language) == ("2021-04-03", "ko")
        profile = view.profile(anna.id)
    assert (profile.phones, profile.notes) == (("015112346",), "# old shop")


@pytest.mark.parametrize(
    "text",
    [
        'colour = "red"',
        'decimal = "x"',
        'delimiter = "::"',
        'encoding = "zip"',
        'encoding = "nonsense"',
        'currency = "XXY"',
        "header = 1",
        "[columns]\nname = true",
        "[columns]\nname = 0",
        "columns = 3",
        "[values]\nlanguage = 3",
    ],
)
def test_a_mapping_that_says_what_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        mapping_from_text(text)
    assert no.value.code == "mapping-invalid"


def test_a_mapping_of_fields_or_columns_that_are_not_there_is_refused(desk: Desk) -> None:
    text = rows("name,phone", "Anna,015112345")
    for mapping, code in (
        ('[columns]\nshoe = "name"', "mapping-invalid"),
        ('[columns]\nconsent = "name"', "mapping-invalid"),
        ('[columns]\nname = "Name of them"', "mapping-column"),
        ("[columns]\nname = 3", "mapping-column"),
    ):
        with pytest.raises(LoyaltyError) as no:
            desk.bring("members", text, mapping)
        assert no.value.code == code


def test_files_that_are_none_are_told_by_name(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(LoyaltyError) as no:
        desk.bring("members", "")
    assert no.value.code == "import-empty"
    with pytest.raises(LoyaltyError) as no:
        desk.bring("members", ",".join("abcdefghij" * 30))
    assert no.value.code == "import-columns"
    with pytest.raises(LoyaltyError) as no:
        mapping_from_text("= = =")
    assert no.value.code == "mapping-unreadable"
    with pytest.raises(TroubleError):
        read_mapping(tmp_path / "absent.toml")


@pytest.mark.parametrize("run", [1, 3, 1000])
def test_a_spool_sorts_by_key_and_keeps_the_order_of_equals(run: int) -> None:
    given = [[n * 7919 % 10, n] for n in range(500)]
    with Spool(run) as spool:
        for row in given:
            spool.add(row)
        assert list(spool.rows()) == sorted(given)
        assert list(spool.rows()) == sorted(given)  # as often as wanted
