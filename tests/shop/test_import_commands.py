"""`regulars import` and `regulars products`, as a script and as a person calls them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from pos.cli.wording import SAID
from tests.shape.codes import codes_of
from tests.shape.sources import sources
from tests.shop.conftest import CommandLine
from tests.shop.files import rows


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text(rows("Name,Phone,Shoe", "Anna,0151 2345678,42"), encoding="utf-8")
    return path


def test_a_file_is_tried_then_brought_in(new: CommandLine, members: Path) -> None:
    tried = new("import", "members", str(members), "--dry-run")
    assert (tried.status, "1 members could be booked" in tried.out) == (0, True)
    assert "Columns not used: Shoe" in tried.out
    assert new.told("import", "members", str(members)).json["booked"] == 1
    again = new.told("import", "members", str(members))
    assert (again.status, again.json["already"], again.json["booked"]) == (0, 1, 0)


def test_faults_are_told_with_line_column_value_and_words(new: CommandLine, members: Path) -> None:
    members.write_text(rows("Name,Phone", "Anna,12", *["Ben,x"] * 40), encoding="utf-8")
    said = new("import", "members", str(members))
    assert said.status == 1
    assert "line 2  Phone  12" in said.out
    assert "… and 21 more." in said.out
    assert "Nothing was booked." in said.out
    told = new.told("import", "members", str(members))
    assert (told.status, told.error) == (1, "import-faults")
    assert len(told.json["faults"]) == 41
    first = told.json["faults"][0]
    assert (first["line"], first["column"], first["value"]) == (2, "Phone", "12")
    assert first["sentence"]


def test_a_mapping_file_and_nights_are_understood(new: CommandLine, members: Path) -> None:
    mapping = members.with_suffix(".toml")
    mapping.write_text('[columns]\nname = "Shoe"\nphone = "Phone"\n', encoding="utf-8")
    told = new.told("import", "members", str(members), "--map", str(mapping))
    assert told.json["columns"] == {"name": ["Shoe"], "phone": ["Phone"]}
    sales = members.with_name("sales.csv")
    sales.write_text(rows("date,phone,amount", "2025-01-01,0151 2345678,5.00"), encoding="utf-8")
    told = new.told("import", "sales", str(sales), "--nightly")
    assert (told.status, told.json["booked"]) == (0, 1)
    assert new("import", "sales", str(sales), "--map", "absent.toml").status == 1
    assert new("import", "sales", "absent.csv").status == 1


def test_goods_are_brought_in_listed_shown_and_removed(new: CommandLine, tmp_path: Path) -> None:
    goods = tmp_path / "goods.csv"
    goods.write_text(
        rows("sku,ean,name,price,tax,per grams", "P1,4006381333931,Pen,1.19,19,", "A,,Apple,3,,kg"),
        encoding="utf-8",
    )
    assert new("products", "import", str(goods), "--dry-run").status == 0
    assert new.told("products", "list").json["products"] == []
    assert new("products", "import", str(goods)).status == 0
    assert "€3.00 / 1000 g" in new("products", "list").out
    assert "19.00 %" in new("products", "show", "4006381333931").out
    assert new.told("products", "remove", "P1").json["product"]["sku"] == "P1"
    assert new.told("products", "show", "P1").error == "product-unknown"


def test_every_fault_of_a_cell_has_its_words() -> None:
    ours = [one for one in sources("pos") if one.module.startswith("pos.importing")]
    found = {code for one in ours for _, code in codes_of(one, ("CellError", "LoyaltyError"))}
    for one in ours:
        for call in ast.walk(one.tree):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            where = {"wrong": 2, "Fault": 3}.get(name)
            if where is not None and len(call.args) > where:
                code = call.args[where]
                if isinstance(code, ast.Constant):
                    found.add(str(code.value))
    assert {"cell-empty", "row-cells", "date-ambiguous", "import-double"} <= found
    assert not found - set(SAID)
