"""Every table of the ledger file. `merchant` leads every key, so that one schema fits one shop
and a head office with many; integers, texts and 16-byte ids only, so that it fits any engine.

A change here needs a migration (migrations/) and a file of the schema it leaves behind, both made
by `python -m tests.store.freeze_schema`, where SQLite is also told how the data lies.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from loyalty.entry import Account, Kind

SCHEMA = 1
"""The version in `user_version`; one migration leads to each."""

APPLICATION_ID = 0x52474C52
"""What says "this SQLite file is a Regulars ledger" ("RGLR")."""

# Small numbers instead of words in the two largest tables. Never renumber, never reuse.
KIND_CODES = {
    Kind.SALE: 1,
    Kind.RETURN: 2,
    Kind.RETURN_UNDONE: 3,
    Kind.EXPIRY: 4,
    Kind.ENROLMENT: 5,
    Kind.ENROLMENT_UNDONE: 6,
    Kind.SHIFT_OPENED: 7,
    Kind.SHIFT_CLOSED: 8,
}
ACCOUNT_CODES = {
    Account.MEMBER: 1,
    Account.MEMBER_DEBT: 2,
    Account.ISSUED: 3,
    Account.REDEEMED: 4,
    Account.EXPIRED: 5,
    Account.BOUGHT_BACK: 6,
}
KINDS = {code: kind for kind, code in KIND_CODES.items()}
ACCOUNTS = {code: account for account, code in ACCOUNT_CODES.items()}

metadata = sa.MetaData()

# STRICT tables know no BIGINT; SQLite's INTEGER holds 64 bits anyway.
Big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def day_number(day: date) -> int:
    """A day as 20261122: sorts as it reads, and a month is a division."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_from(number: int) -> date:
    """The day of a number like 20261122; ValueError for a day that is none."""
    return date(number // 10_000, number // 100 % 100, number % 100)


def _key(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.Integer(), primary_key=True)


def _place(prefix: str = "") -> list[sa.Column[Any]]:
    """Where an entry stands: the columns every key of the ledger begins with."""
    return [_key("merchant"), *(_key(f"{prefix}{part}") for part in ("terminal", "epoch", "seq"))]


def _need(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.Integer(), nullable=False)


def _may(name: str, kind: sa.types.TypeEngine[Any] | None = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.Integer(), nullable=True)


def _id(name: str, *, needed: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=not needed)


def _table(name: str, *parts: sa.schema.SchemaItem, rows: bool = False) -> sa.Table:
    """A STRICT table. `rows`: keep SQLite's row numbers, which pay where rows are long."""
    return sa.Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rows)


def _belongs(to: str, columns: Sequence[str], theirs: Sequence[str] = ()) -> sa.schema.SchemaItem:
    keys = [f"{to}.{column}" for column in theirs or columns]
    return sa.ForeignKeyConstraint(list(columns), keys)


PLACE = ("merchant", "terminal", "epoch", "seq")

# --- facts: written once, guarded by triggers ---------------------------------------------------

entry = _table(
    "entry",
    *_place(),
    _id("source", needed=True),
    _need("kind"),
    _need("at_ms", Big),
    _need("bizdate"),
    _id("member"),
    _need("program"),
    _need("body", sa.Text()),
    _id("hash", needed=True),
    sa.UniqueConstraint("merchant", "source", "kind"),
    sa.CheckConstraint(f"kind BETWEEN 1 AND {max(KINDS)}"),
    sa.CheckConstraint("length(source) = 16 AND length(hash) = 32"),
    rows=True,  # bodies are long: without row numbers SQLite would spill most of them
)
sa.Index(
    "entry_member",
    *(entry.c[name] for name in ("merchant", "member", "terminal", "epoch", "seq")),
    sqlite_where=entry.c.member.is_not(None),
)
sa.Index("entry_day", entry.c.merchant, entry.c.bizdate, entry.c.kind)

posting = _table(
    "posting",
    *_place(),
    _key("n"),
    _need("account"),
    _need("points", Big),
    _id("member"),
    _may("lot_terminal"),
    _may("lot_epoch"),
    _may("lot_seq"),
    _may("lot_earned_ms", Big),
    _may("lot_expires"),
    _belongs("entry", PLACE),
    sa.CheckConstraint(f"account BETWEEN 1 AND {max(ACCOUNTS)}"),
    sa.CheckConstraint("(member IS NULL) = (account > 2) AND (lot_seq IS NULL) = (account > 2)"),
)

sale = _table(
    "sale",
    *_place(),
    _id("member"),
    _need("total_minor", Big),
    _need("paid_minor", Big),
    _need("earned", Big),
    _need("redeemed", Big),
    _need("currency", sa.Text()),
    _need("at_ms", Big),
    _need("bizdate"),
    _id("shift"),
    _need("operator", sa.Text()),
    _need("number", sa.Text()),
    _belongs("entry", PLACE),
)
sa.Index("sale_member", sale.c.merchant, sale.c.member, sqlite_where=sale.c.member.is_not(None))
sa.Index("sale_shift", sale.c.merchant, sale.c.shift, sqlite_where=sale.c.shift.is_not(None))
sa.Index("sale_number", sale.c.merchant, sale.c.number, sqlite_where=sale.c.number != "")

sale_line = _table(
    "sale_line",
    *_place(),
    _key("n"),
    _need("sku", sa.Text()),
    _need("category", sa.Text()),
    _need("brand", sa.Text()),
    _need("units"),
    _need("amount_minor", Big),
    _need("earned", Big),
    _need("paid_points", Big),
    _need("paid_minor", Big),
    _belongs("sale", PLACE),
)

FACTS = (entry, posting, sale, sale_line)

# --- projections: folds over the facts, changed in the same transaction -------------------------

balance = _table(
    "balance",
    _key("merchant"),
    _key("member", sa.LargeBinary()),
    _need("points", Big),
    _need("owed", Big),
    _need("entries"),
    sa.CheckConstraint("points >= 0 AND owed >= 0"),
)

lot = _table(
    "lot",
    _key("merchant"),
    _key("member", sa.LargeBinary()),
    _key("side"),  # the account: 1 points to spend, 2 points owed
    *(_key(f"lot_{part}") for part in ("terminal", "epoch", "seq")),
    _need("earned_ms", Big),
    _may("expires"),
    _need("points", Big),
    sa.CheckConstraint("points > 0 AND side BETWEEN 1 AND 2"),
)
sa.Index(
    "lot_expires",
    lot.c.merchant,
    lot.c.expires,
    sqlite_where=sa.and_(lot.c.expires.is_not(None), lot.c.side == 1),
)

returned = _table(
    "returned",
    *_place(),
    _need("of_terminal"),
    _need("of_epoch"),
    _need("of_seq"),
    _id("member"),
    _need("clawed", Big),
    _need("restored", Big),
    _need("refund_minor", Big),
    _need("void"),
    _id("shift"),
    _need("operator", sa.Text()),
    _need("bizdate"),
    _may("undone_terminal"),
    _may("undone_epoch"),
    _may("undone_seq"),
    _belongs("entry", PLACE),
)
sa.Index(
    "returned_sale",
    *(returned.c[name] for name in ("merchant", "of_terminal", "of_epoch")),
    returned.c.of_seq,
)
sa.Index("returned_day", returned.c.merchant, returned.c.bizdate)
sa.Index(
    "returned_shift",
    returned.c.merchant,
    returned.c.shift,
    sqlite_where=returned.c.shift.is_not(None),
)

returned_line = _table(
    "returned_line", *_place(), _key("n"), _need("units"), _belongs("returned", PLACE)
)

PROJECTIONS = (balance, lot, returned, returned_line)

# --- masters: people, cards, rules, the shop ----------------------------------------------------

member = _table(
    "member",
    _key("merchant"),
    _key("id", sa.LargeBinary()),
    _need("name", sa.Text()),
    _need("phone", sa.Text()),
    _need("phone_reversed", sa.Text()),  # its tail is how a member is asked for
    _need("joined"),
    _need("language", sa.Text()),
    _need("status", sa.Text()),
    _need("why_blocked", sa.Text()),
)
sa.Index(
    "member_phone",
    member.c.merchant,
    member.c.phone_reversed,
    sqlite_where=member.c.phone_reversed != "",
)

member_word = _table(
    "member_word",
    _key("merchant"),
    _key("word", sa.Text()),
    _key("member", sa.LargeBinary()),
    _belongs("member", ("merchant", "member"), ("merchant", "id")),
)
sa.Index("member_word_member", member_word.c.merchant, member_word.c.member)

card = _table(
    "card",
    _key("merchant"),
    _key("code", sa.Text()),
    _id("member", needed=True),
    _need("status", sa.Text()),
    _belongs("member", ("merchant", "member"), ("merchant", "id")),
)
sa.Index("card_member", card.c.merchant, card.c.member)

operator = _table(
    "operator",
    _key("merchant"),
    _key("id", sa.Text()),
    _need("name", sa.Text()),
    _need("role", sa.Text()),
    _need("badge", sa.Text()),
    _need("language", sa.Text()),
    _need("active"),
    _need("pin_hash", sa.Text()),
    _need("pin_failures"),  # survives a restart, and so does the wait they cost
    _need("pin_failed_ms", Big),
)
sa.Index(
    "operator_badge",
    operator.c.merchant,
    operator.c.badge,
    unique=True,
    sqlite_where=operator.c.badge != "",
)

shift = _table(
    "shift",
    _key("merchant"),
    _key("id", sa.LargeBinary()),
    _need("terminal"),
    _need("operator", sa.Text()),
    _need("opened_ms", Big),
    _may("closed_ms", Big),
)
sa.Index(
    "shift_open",
    shift.c.merchant,
    shift.c.terminal,
    unique=True,
    sqlite_where=shift.c.closed_ms.is_(None),
)

program = _table(
    "program",
    _key("merchant"),
    _key("number"),
    _need("starts_on"),
    _need("body", sa.Text()),
)


epoch = _table(
    "epoch",
    _key("merchant"),
    _key("terminal"),
    _key("epoch"),
    _need("began_ms", Big),
    _need("why", sa.Text()),
)

setting = _table("setting", _key("merchant"), _key("name", sa.Text()), _need("value", sa.Text()))


def triggers() -> tuple[str, ...]:
    """What refuses to change or delete a fact, whoever asks."""
    return tuple(
        f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END"
        for table in FACTS
        for verb in ("UPDATE", "DELETE")
    )
