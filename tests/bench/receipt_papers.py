"""Made-up receipts: what stands on each, and where. Every seed is another layout of its country."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from receipts.reading.text.page import Page, Word
from tests.bench.receipt_words import PLACES, Place

CENT = Decimal("0.01")
FIRST = datetime(2025, 1, 2, 8, 1, 5)  # noqa: DTZ001 - as printed: local to the shop
_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A text at a share of the width; `side`: which of its edges stands there ("l", "r", "c")."""

    text: str
    at: float
    side: str = "l"
    large: bool = False


@dataclass(slots=True)
class Paper:
    """Rows of cells and what is true of them."""

    place: Place
    language: str
    merchant: str = ""
    total: Decimal = Decimal(0)
    at: datetime = FIRST
    number: str = ""
    rows: list[tuple[Cell, ...]] = field(default_factory=list)

    def page(self) -> Page:
        """The words exactly where they stand: what a reader without a fault would see."""
        high = 1 / max(len(self.rows), 1)
        return Page.of_words(
            Word(cell.text, _left(cell), y * high, _left(cell) + _wide(cell), (y + 0.8) * high)
            for y, row in enumerate(self.rows)
            for cell in row
        )


def _wide(cell: Cell) -> float:
    return len(cell.text) * 0.02


def _left(cell: Cell) -> float:
    return cell.at - _wide(cell) * {"l": 0.0, "c": 0.5, "r": 1.0}[cell.side]


def paper(name: str, seed: int) -> Paper:
    """The receipt of a place and a seed."""
    dice = random.Random(f"{name}-{seed}")
    place = PLACES[name]
    made = Paper(place, name[:2])

    def one(choices: str) -> str:
        return dice.choice(choices.split("|"))

    made.merchant = one(place.merchants)
    made.at = FIRST + timedelta(minutes=dice.randrange(600_000))
    digits = dice.randrange(1000, 10 ** dice.choice([5, 7]))
    made.number = f"{dice.choice(['', 'A', 'CS', 'R-'])}{digits}"
    middle = dice.random() < 0.7
    _head(made, dice, middle)
    _body(made, dice)
    foot = place.feet.split("|")
    dice.shuffle(foot)
    made.rows += [(Cell(text, 0.5, "c"),) for text in foot[: dice.randrange(1, 4)]]
    return made


def _head(made: Paper, dice: random.Random, middle: bool) -> None:
    place = made.place
    side = ("c", 0.5) if middle else ("l", 0.03)
    made.rows.append((Cell(made.merchant, side[1], side[0], dice.random() < 0.5),))
    for text in place.heads.split("|"):
        if dice.random() < 0.8:
            for n in range(2, 10):
                text = text.replace(f"{{n{n}}}", f"{dice.randrange(10**n):0{n}d}")
            made.rows.append((Cell(text, side[1], side[0]),))
    when = _when(made, dice.choice(place.dates.split("|")))
    number = dice.choice(place.numbers.split("|")).format(made.number)
    if dice.random() < 0.4:
        made.rows.append((Cell(when, 0.03),))
        made.rows.append((Cell(number, 0.03),))
    else:
        made.rows.append((Cell(number, 0.03),))
        label = {"en": "Date: ", "de": "Datum ", "es": "Fecha: "}.get(made.language, "")
        made.rows.append((Cell(label + when, 0.03),))
    made.rows.append((Cell("-" * 32, 0.5, "c"),))


def _when(made: Paper, form: str) -> str:
    years = {"{era}": made.at.year - 2018, "{roc}": made.at.year - 1911}
    for era, year in years.items():
        form = form.replace(era, str(year))
    if made.language in _MONTHS:
        form = form.replace("%B", _MONTHS[made.language].split()[made.at.month - 1])
    return made.at.strftime(form)


def _body(made: Paper, dice: random.Random) -> None:
    place = made.place
    whole = place.currency in {"KRW", "JPY", "TWD"}
    step = Decimal(10 if place.currency != "KRW" else 100) if whole else CENT
    goods = place.goods.split("|")
    dice.shuffle(goods)
    signed = dice.choice(place.money.split("|"))
    columns = dice.choice(["plain", "plain", "units", "two-rows"])
    total = Decimal(0)
    for good in goods[: dice.randrange(2, 7)]:
        units = dice.choice([1, 1, 1, 2, 3])
        price = Decimal(dice.randrange(12, 400)) * (step if whole else Decimal("0.05"))
        total += units * price
        made.rows += _article(made, good, units, price, columns)
    tax = (total * Decimal("0.08")).quantize(Decimal(1) if whole else CENT)
    made.rows.append((Cell("-" * 32, 0.5, "c"),))
    if on_top := (made.place.country == "US"):
        total += tax
    made.total = total
    more = dice.random()
    if more < 0.6 or on_top:
        made.rows.append(_row(made, place.subtotal, total - tax, dice, "{}"))
        made.rows.append(_row(made, place.tax, tax, dice, "{}"))
    large = dice.random() < 0.4
    made.rows.append(_row(made, place.total, total, dice, signed, large))
    _paid(made, dice, total, whole, signed)
    if more >= 0.8 and not on_top:
        made.rows.append(_row(made, place.tax, tax, dice, "{}"))


def _article(
    made: Paper, good: str, units: int, price: Decimal, columns: str
) -> list[tuple[Cell, ...]]:
    amount = Cell(_money(made, units * price), 0.97, "r")
    if columns == "units":
        between = (Cell(str(units), 0.52, "r"), Cell(_money(made, price), 0.74, "r"))
        return [(Cell(good, 0.03), *between, amount)]
    if columns == "two-rows" and units > 1:
        return [(Cell(good, 0.03),), (Cell(f"  {units} x {_money(made, price)}", 0.06), amount)]
    return [(Cell(good if units == 1 else f"{units} {good}", 0.03), amount)]


def _paid(made: Paper, dice: random.Random, total: Decimal, whole: bool, signed: str) -> None:
    place = made.place
    if dice.random() < 0.55:
        note = Decimal(1000 if whole else 10)
        cash = (total // note + dice.choice([1, 1, 2])) * note
        made.rows.append(_row(made, place.cash, cash, dice, signed))
        made.rows.append(_row(made, place.change, cash - total, dice, signed))
    else:
        made.rows.append(_row(made, place.card, total, dice, signed))


def _row(
    made: Paper,
    labels: str,
    value: Decimal,
    dice: random.Random,
    signed: str,
    large: bool = False,
) -> tuple[Cell, ...]:
    label = dice.choice(labels.split("|"))
    return Cell(label, 0.03, "l", large), Cell(signed.format(_money(made, value)), 0.97, "r", large)


def _money(made: Paper, value: Decimal) -> str:
    if made.place.currency in {"KRW", "JPY", "TWD"}:
        return f"{value:,.0f}"
    text = f"{value:,.2f}"
    if made.place.currency == "EUR":
        return text.replace(",", " ").replace(".", ",").replace(" ", ".")
    return text
