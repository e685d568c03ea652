"""A receipt without a code: a picture becomes a form that a person corrects and confirms.

Nothing is credited here. What is read fills the fields in; who confirms them answers for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loyalty.errors import LoyaltyError
from pos.devices.reading_text import SeenText, TextReader
from pos.presenting import Printed
from pos.shop import Shop
from pos.store import View
from receipts.reading.text.learning import Confirmed, learn
from receipts.reading.text.merchants import Merchant
from receipts.reading.text.page import Page, Word
from receipts.reading.text.reading import read_text
from receipts.reading.text.receipt import Expected, TextReceipt
from receipts.reading.text.template import Template, decode, encode

__all__ = [
    "LAYOUTS",
    "Expected",
    "Merchant",
    "Photograph",
    "expected",
    "forget_layout",
    "known",
    "layouts",
    "learn_layout",
    "page_of",
    "photographed",
    "read_picture",
]  # the first two are the screen's, too, which knows no reading of receipts

LAYOUTS = "receipt"
"""The kind under which layouts of paper receipts are kept."""
_LEAST_DIGITS = 7  # of an issuer's key, for it to be a tax number that is printed, too


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture, read: the fields proposed, the page they were read from, and the picture's facts
    (its likeness, what the reading took).
    """

    receipt: TextReceipt
    page: Page
    seen: SeenText

    @property
    def filled(self) -> Printed:
        """The form with what was read filled in: an empty issuer or moment and a total of 0 are
        for the person to key. Articles only where arithmetic vouches for them.
        """
        read = self.receipt
        moment = read.on.isoformat() if read.on else ""
        if moment and read.at:
            moment = f"{moment}T{read.at}"
        return Printed(
            issuer=read.merchant_key,
            total=read.total or Decimal(0),
            moment=moment,
            number=read.number,
            lines=read.lines if "items-add-up" in read.reasons else (),
            likeness=self.seen.likeness,
        )


def photographed(shop: Shop, reader: TextReader, picture: bytes) -> Photograph:
    """Read a picture file's bytes. Takes seconds: not for the screen's thread.

    TroubleError as `TextReader.read`; `ocr-nothing` where the picture shows no text.
    """
    return read_picture(reader, picture, known(shop))


def read_picture(reader: TextReader, picture: bytes, known: Expected) -> Photograph:
    """`photographed` by what was known before."""
    seen = reader.read(picture)
    page = page_of(seen)
    if not page.rows:
        raise LoyaltyError("ocr-nothing")
    return Photograph(read_text(page, known), page, seen)


def known(shop: Shop) -> Expected:
    """`expected`, of the books as they are now."""
    with shop.store.reading() as view:
        return expected(shop, view)


def page_of(seen: SeenText) -> Page:
    """The words a device saw as a page for the rules."""
    return Page.of_words(
        Word(one.text, one.left, one.top, one.right, one.bottom, one.score) for one in seen.words
    )


def expected(shop: Shop, view: View) -> Expected:
    """What this shop knows before it looks: whose receipts count, and their layouts."""
    merchants: dict[str, Merchant] = {}
    for one in view.issuers():
        if one.active:
            digits = sum(char.isdigit() for char in one.issuer)
            number = one.issuer if digits >= _LEAST_DIGITS else ""
            merchants.setdefault(one.issuer, Merchant(one.issuer, one.name, number))
    settings = shop.settings
    return Expected(
        shop.today, settings.country, settings.currency, tuple(merchants.values()), layouts(view)
    )


def layouts(view: View) -> tuple[Template, ...]:
    """The layouts this version can read; those of a later one stay where they are, unused."""
    found = []
    for name, body in view.templates(LAYOUTS):
        try:
            found.append(decode(name, body))
        except LoyaltyError:
            continue
    return tuple(found)


def learn_layout(
    shop: Shop, photograph: Photograph, issuer: str, total: Decimal, on: date, number: str = ""
) -> Template:
    """Keep the layout of a confirmed receipt under its merchant's name, in place of an older one.

    Errors: `claim-issuer-unknown`, `layout-nothing-learned`.
    """
    with shop.store.writing() as work:
        known = expected(shop, work)
        merchant = next((one for one in known.merchants if one.key == issuer), None)
        if merchant is None:
            raise LoyaltyError("claim-issuer-unknown", issuer=issuer[:40])
        confirmed = Confirmed(merchant.key, merchant.name, total, on, number)
        template = learn(merchant.key, photograph.page, confirmed, known)
        work.keep_template(LAYOUTS, template.name, encode(template))
    return template


def forget_layout(shop: Shop, name: str) -> None:
    """LoyaltyError `layout-unknown`."""
    with shop.store.writing() as work:
        if not work.drop_template(LAYOUTS, name):
            raise LoyaltyError("layout-unknown", name=name[:40])
