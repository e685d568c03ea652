"""The catalogue: goods from a file, and what a barcode or a scale's label rings up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.basket import Line
from loyalty.codes import ean_holds
from loyalty.errors import LoyaltyError
from loyalty.product import barcode
from loyalty.scale_label import LABELS, Label, label, layouts
from pos.catalogue import find_products, remove_product, rung_up, tax_of
from pos.counter import ProductCode, identify
from pos.shop import Shop
from tests.shop.files import Desk, rows

GOODS = rows(
    "sku;barcode;name;category;brand;price;cost;tax;flags;per grams;plu",
    "P1;4006381333931|96385074;Pen, blue;office;Stabilo;1,19;0,60;19%;;;",
    "P2;036000291452;Tissues;paper;Own;2,00;;7;deposit,fragile;;",
    "A7;;Apples;fruit;;2,99;;7;;kg;042",
    "C9;;Cheese piece;dairy;;4,00;;7;;;77",
)


@pytest.fixture
def stocked(shop: Shop, tmp_path: Path) -> Desk:
    desk = Desk(shop, tmp_path)
    assert desk.bring("products", GOODS, 'decimal = ","').booked == 4
    return desk


def ean(digits: str) -> str:
    """Twelve digits with their check digit."""
    return next(f"{digits}{n}" for n in range(10) if ean_holds(f"{digits}{n}"))


def refused(shop: Shop, code: str, **how: int) -> str:
    with pytest.raises(LoyaltyError) as no:
        rung_up(shop, code, **how)
    return no.value.code


@pytest.mark.parametrize("code", ["4006381333931", "96385074", "P1"])
def test_a_barcode_or_number_rings_up_its_line(stocked: Desk, code: str) -> None:
    assert rung_up(stocked.shop, code, 2) == Line(
        "Pen, blue", 238, 2, "P1", "office", "Stabilo", tax_minor=38
    )


@pytest.mark.parametrize("code", ["036000291452", "0036000291452"])
def test_an_upc_is_found_with_and_without_the_zero_that_makes_it_an_ean(
    stocked: Desk, code: str
) -> None:
    line = rung_up(stocked.shop, code)
    assert (line.sku, line.flags) == ("P2", frozenset({"deposit", "fragile"}))
    assert identify(stocked.shop, code) == ProductCode(code)


def test_a_label_with_a_price_and_one_with_a_weight(stocked: Desk) -> None:
    priced = rung_up(stocked.shop, ean("200004200345"))
    assert (priced.sku, priced.amount_minor, priced.units) == ("A7", 345, 1)
    weighed = rung_up(stocked.shop, ean("290004200350"))
    assert (weighed.sku, weighed.amount_minor) == ("A7", 105)  # 0.350 kg at 2.99: 1.0465
    american = rung_up(stocked.shop, ean("020004290199"))
    assert (american.sku, american.amount_minor) == ("A7", 199)


def test_a_weighed_product_without_a_label_takes_what_the_scale_shows(stocked: Desk) -> None:
    assert rung_up(stocked.shop, "A7", grams=1000).amount_minor == 299
    assert rung_up(stocked.shop, "0042", grams=500).amount_minor == 150
    assert refused(stocked.shop, "A7") == "product-needs-weight"


def test_what_cannot_be_rung_up_says_why(stocked: Desk) -> None:
    assert refused(stocked.shop, "4006381333930") == "barcode-check"
    assert refused(stocked.shop, "4012345678901") == "product-unknown"
    assert refused(stocked.shop, ean("200099900345")) == "product-unknown"
    assert refused(stocked.shop, ean("200004200000")) == "label-empty"
    assert refused(stocked.shop, ean("280007700350")) == "product-not-weighed"
    assert refused(stocked.shop, "P1", units=0) == "line-units"
    assert refused(stocked.shop, "P1", units=10**9) == "line-amount"
    assert refused(stocked.shop, "") == "product-unknown"


def test_labels_are_read_as_the_shop_has_set_its_scale(stocked: Desk) -> None:
    settings = stocked.shop.settings.changed("scale_labels", "21=PPPPXMMMMM")
    shop = replace(stocked.shop, settings=settings)
    assert rung_up(shop, ean("210042900345")).amount_minor == 345
    assert refused(shop, ean("200004200345")) == "product-unknown"
    off = replace(shop, settings=settings.changed("scale_labels", ""))
    assert refused(off, ean("210042900345")) == "product-unknown"


@pytest.mark.parametrize(
    "text",
    [
        "20=PPPP",
        "19=PPPPPMMMMM",
        "20=PPPPPMMMWW",
        "20=PPPPPXXXXX",
        "20=XXXXXMMMMM",
        "20=PPMMMPPMMM",
        "25-21=PPPPPMMMMM",
        "20-29=PPPPPMMMMM,21=PPPPPWWWWW",
        "02-21=PPPPPMMMMM",
        "price",
    ],
)
def test_a_layout_that_cannot_be_is_refused(stocked: Desk, text: str) -> None:
    with pytest.raises(LoyaltyError) as no:
        layouts(text)
    assert no.value.code == "labels-unreadable"
    with pytest.raises(LoyaltyError):
        stocked.shop.settings.changed("scale_labels", text)


@given(st.integers(0, 99_999), st.integers(0, 99_999), st.sampled_from(["20", "27", "28", "29"]))
def test_every_label_says_what_was_put_on_it(plu: int, value: int, prefix: str) -> None:
    code = ean(f"{prefix}{plu:05d}{value:05d}")
    known = layouts(LABELS)
    weighs = prefix in ("28", "29")
    wanted = Label(str(plu), grams=value) if weighs else Label(str(plu), minor=value)
    assert label(code, known) == wanted
    misread = f"{code[:-1]}{(int(code[-1]) + 1) % 10}"
    assert label(misread, known) is None


@given(st.integers(0, 10**9), st.integers(0, 5000))
def test_tax_is_what_lies_inside_the_amount(amount: int, tax_bp: int) -> None:
    tax = tax_of(amount, tax_bp)
    assert 0 <= tax <= amount
    assert abs(tax * (10_000 + tax_bp) - amount * tax_bp) * 2 <= 10_000 + tax_bp


def test_goods_are_found_by_words_and_by_code(stocked: Desk) -> None:
    assert [one.sku for one in find_products(stocked.shop, "blu sta")] == ["P1"]
    assert [one.sku for one in find_products(stocked.shop, "96385074")] == ["P1"]
    assert [one.name for one in find_products(stocked.shop)] == [
        "Apples",
        "Cheese piece",
        "Pen, blue",
        "Tissues",
    ]
    assert remove_product(stocked.shop, "042").sku == "A7"
    assert find_products(stocked.shop, "apples") == ()


def test_a_file_of_goods_again_changes_only_what_is_different(stocked: Desk) -> None:
    again = stocked.bring("products", GOODS.replace("1,19", "1,29"), 'decimal = ","')
    assert (again.booked, again.already) == (1, 3)
    assert rung_up(stocked.shop, "P1").amount_minor == 129


def test_every_wrong_cell_of_goods_is_told(stocked: Desk) -> None:
    text = rows(
        "sku,barcode,name,price,tax,per grams,plu",
        "N1,4006381333930,New,1.00,19,,",
        "N2,12,New,1.00,19,,",
        "N3,,,x,100,-1,4a",
        ",,New,1.00,,,",
        "N4,4006381333931,New,1.00,,,",
        "N5,,New,1.00,,,77",
        "N6,12345670,New,1.00,,,",
        "N6,12345670,New,1.00,,,",
        "x" * 41 + ",,New,1.00,,,",
    )
    found = stocked.bring("products", text)
    assert stocked.faults(found) == [
        (2, "barcode", "barcode-check"),
        (3, "barcode", "barcode-unreadable"),
        (4, "name", "cell-empty"),
        (4, "per grams", "number-range"),
        (4, "plu", "product-code-unreadable"),
        (4, "price", "amount-unreadable"),
        (4, "tax", "percent-unreadable"),
        (5, "sku", "cell-empty"),
        (6, "", "product-code-taken"),
        (7, "", "product-code-taken"),
        (9, "barcode", "import-double"),
        (9, "sku", "import-double"),
        (10, "sku", "product-code-unreadable"),
    ]
    assert len(find_products(stocked.shop)) == 4


def test_a_product_without_a_number_is_known_by_its_barcode(stocked: Desk) -> None:
    stocked.bring("products", rows("ean,name,price", "036000291469,Soap,1"))
    assert rung_up(stocked.shop, barcode("036000291469")).text == "Soap"
