"""The form of a receipt without a code: what was read fills it in, with a mark at each field that
says how far it can be trusted; what a person has typed stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from loyalty.errors import LoyaltyError
from loyalty.money import Currency, amount_from_text, currency
from pos.photographs import Merchant, Photograph
from pos.presenting import Printed
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import Field, PhotographSheet, Row

SHOP, TOTAL, DAY, TIME, NUMBER = (
    "photograph-shop",
    "total",
    "photograph-day",
    "photograph-time",
    "photograph-number",
)
READ, CHECK, LACKS = "mark-read", "mark-check", "mark-lacks"
ENROL = "photograph-enrol"
MOST_ROWS = 9
_SURE = 0.99  # likeness of a name from which nobody has to look
_DOUBT = {
    TOTAL: frozenset({"total-unproved", "total-guessed", "total-contested"}),
    DAY: frozenset({"several-dates", "date-unsure"}),
}


def empty_fields() -> tuple[Field, ...]:
    """The form before anything is known."""
    return (
        Field(SHOP),
        Field(TOTAL, code=True),
        Field(DAY, code=True, hint="YYYY-MM-DD"),
        Field(TIME, code=True, hint="HH:MM"),
        Field(NUMBER),
    )


def filled(sheet: PhotographSheet, found: Photograph, code: str) -> PhotographSheet:
    """The sheet with what was read; `code`: the shop's currency."""
    read = found.receipt
    values = {
        SHOP: read.merchant,
        TOTAL: _amount(read.total, currency(code)),
        DAY: read.on.isoformat() if read.on else "",
        TIME: read.at[:5],
        NUMBER: read.number,
    }
    typed = {field.name for field in sheet.fields if field.value}
    fields = tuple(
        field
        if field.name in typed
        else replace(field, value=values[field.name], mark=_mark(field.name, values, found))
        for field in sheet.fields
    )
    subject = sheet.subject if SHOP in typed else read.merchant_key
    facts = (_trust(found),)
    return replace(sheet, fields=fields, subject=subject, facts=facts, seconds=None)


def merchant_rows(known: Sequence[Merchant], typed: str) -> tuple[Row, ...]:
    """Merchants whose name has what is typed in it, at most eight; the last row enrols another."""
    wanted = _plain(typed)
    alike = sorted((one for one in known if wanted in _plain(one.name)), key=lambda one: one.name)
    rows = [
        Row(number, one.key, one.name) for number, one in enumerate(alike[: MOST_ROWS - 1], start=1)
    ]
    if wanted and named(known, typed) is None:
        rows.append(Row(len(rows) + 1, ENROL))
    return tuple(rows)


def named(known: Sequence[Merchant], typed: str) -> Merchant | None:
    """The one merchant that is called exactly what is typed."""
    found = [one for one in known if _plain(one.name) == _plain(typed)]
    return found[0] if len(found) == 1 else None


def printed(
    sheet: PhotographSheet, issuer: str, found: Photograph | None, code: str, today: date
) -> Printed:
    """What stands on the form. Errors: those of `amount_from_text`, `claim-moment`,
    `photograph-no-day`, `claim-future`.
    """
    money = currency(code)
    minor = amount_from_text(sheet.value(TOTAL).strip(), money)
    total = Decimal(minor).scaleb(-money.exponent)
    on = _day(sheet.value(DAY))
    if on > today:
        raise LoyaltyError("claim-future")
    at = _time(sheet.value(TIME))
    whole = found is not None and found.receipt.total == total
    return Printed(
        issuer=issuer,
        total=total,
        moment=f"{on.isoformat()}T{at.isoformat('minutes')}" if at else on.isoformat(),
        number=sheet.value(NUMBER).strip()[:80],
        lines=found.filled.lines if found is not None and whole else (),
        likeness=found.seen.likeness if found is not None else None,
    )


def corrected(confirmed: Printed, found: Photograph) -> bool:
    """Whether a person changed what a layout could have told."""
    read = found.filled
    was = (read.issuer, read.total, read.moment[:10], read.number)
    return was != (confirmed.issuer, confirmed.total, confirmed.moment[:10], confirmed.number)


def _mark(name: str, values: dict[str, str], found: Photograph) -> str:
    read = found.receipt
    if not values[name]:
        return LACKS
    if name == SHOP:
        return READ if read.merchant_key and read.merchant_score >= _SURE else CHECK
    if name in (NUMBER, TIME):
        return CHECK  # nothing on the paper proves them
    return CHECK if _DOUBT[name] & set(read.reasons) else READ


def _trust(found: Photograph) -> Notice:
    """What the self-check says, as the first line of the sheet."""
    if found.receipt.trusted:
        return Notice(Mood.QUIET, "photograph-trusted")
    return Notice(Mood.ATTENTION, "photograph-look")


def _amount(total: Decimal | None, money: Currency) -> str:
    if total is None:
        return ""
    return str(round(total, money.exponent)) if money.exponent else str(round(total))


def _day(typed: str) -> date:
    plain = typed.strip().replace(".", "-").replace("/", "-")
    if not plain:
        raise LoyaltyError("photograph-no-day")
    try:
        return date.fromisoformat(plain)
    except ValueError:
        raise LoyaltyError("claim-moment", moment=typed.strip()[:40]) from None


def _time(typed: str) -> time | None:
    plain = typed.strip()
    if not plain:
        return None
    try:
        found = time.fromisoformat(plain.zfill(5))
    except ValueError:
        raise LoyaltyError("claim-moment", moment=plain[:40]) from None
    return found.replace(tzinfo=None)


def _plain(name: str) -> str:
    return "".join(name.casefold().split())
