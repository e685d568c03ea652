"""The ledger's tables: the facts, and what is folded from them. `masters` has all others.

`merchant` leads every key, so that one schema fits one shop and a head office with many.
A change needs a migration (migrations/) and a file of the schema it leaves behind, made by
`python -m tests.store.freeze_schema`, where SQLite is also told how the data lies.
"""

from __future__ import annotations

import sqlalchemy as sa

from loyalty.ledger.entry import Account, Kind
from pos.store.columns import Big, belongs, ident, key, may, need, place, table

SCHEMA = 5
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
    Kind.VESTING: 9,
    Kind.ADJUSTMENT: 10,
    Kind.OPENING: 11,
    Kind.ACTIVITY: 12,
    Kind.ACTIVITY_ASKED: 13,
    Kind.ACTIVITY_DECLINED: 14,
    Kind.REFERRAL: 15,
    Kind.STAMPS_MOVED: 16,
    Kind.REWARD_TAKEN: 17,
    Kind.VOUCHER_GIVEN: 18,
    Kind.VOUCHER_WITHDRAWN: 19,
    Kind.MOVED_OUT: 20,
    Kind.MOVED_IN: 21,
    Kind.ERASURE: 22,
    Kind.RETURN_UNLINKED: 23,
    Kind.CLAIM: 24,
    Kind.CLAIM_ASKED: 25,
    Kind.CLAIM_DECLINED: 26,
    Kind.CLAIM_WITHDRAWN: 27,
    Kind.RIGHTS_SENT: 28,
    Kind.RIGHTS_TAKEN: 29,
    Kind.RIGHTS_ADVANCED: 30,
    Kind.RIGHTS_CLEARED: 31,
    Kind.RIGHTS_COVERED: 32,
    Kind.RIGHTS_SETTLED: 33,
    Kind.WRITTEN_OFF: 34,
}
ACCOUNT_CODES = {
    Account.MEMBER: 1,
    Account.MEMBER_DEBT: 2,
    Account.ISSUED: 3,
    Account.REDEEMED: 4,
    Account.EXPIRED: 5,
    Account.BOUGHT_BACK: 6,
    Account.PENDING: 7,
    Account.ADJUSTED: 8,
    Account.OPENED: 9,
    Account.TRANSIT: 10,
    Account.NOTED: 11,
    Account.ADVANCED: 12,
    Account.SETTLED: 13,
    Account.WRITTEN_OFF: 14,
}
SIDES = {Account.MEMBER: 1, Account.MEMBER_DEBT: 2, Account.PENDING: 3}
"""A member's accounts as the sides of their lots."""
KINDS = {code: kind for kind, code in KIND_CODES.items()}
ACCOUNTS = {code: account for account, code in ACCOUNT_CODES.items()}

PLACE = ("merchant", "terminal", "epoch", "seq")

# --- facts: written once, guarded by triggers ---------------------------------------------------

entry = table(
    "entry",
    *place(),
    ident("source", needed=True),
    need("kind"),
    need("at_ms", Big),
    need("bizdate"),
    ident("member"),
    need("program"),
    need("body", sa.Text()),
    ident("hash", needed=True),
    sa.UniqueConstraint("merchant", "source", "kind"),
    sa.CheckConstraint("kind > 0"),
    sa.CheckConstraint("length(source) = 16 AND length(hash) = 32"),
    rows=True,  # bodies are long: without row numbers SQLite would spill most of them
)
sa.Index(
    "entry_member",
    *(entry.c[name] for name in ("merchant", "member", "terminal", "epoch", "seq")),
    sqlite_where=entry.c.member.is_not(None),
)
sa.Index("entry_day", entry.c.merchant, entry.c.bizdate, entry.c.kind)

posting = table(
    "posting",
    *place(),
    key("n"),
    need("account"),
    need("points", Big),
    ident("member"),
    may("lot_terminal"),
    may("lot_epoch"),
    may("lot_seq"),
    may("lot_earned_ms", Big),
    may("lot_expires"),  # `end_number`: a day, or sliding months
    may("lot_vests"),
    belongs("entry", PLACE),
    sa.CheckConstraint("account > 0"),
    sa.CheckConstraint("(member IS NULL) = (lot_seq IS NULL)"),
)
FOREIGN = sa.or_(*(posting.c[f"lot_{part}"] != posting.c[part] for part in PLACE[1:]))
"""A posting on a lot that another entry opened: a plain sale has none, and costs no index row."""
sa.Index(
    "posting_lot",
    posting.c.merchant,
    *(posting.c[f"lot_{part}"] for part in PLACE[1:]),
    sqlite_where=FOREIGN,
)

sale = table(
    "sale",
    *place(),
    ident("member"),
    need("total_minor", Big),
    need("paid_minor", Big),
    need("earned", Big),
    need("redeemed", Big),
    need("currency", sa.Text()),
    need("at_ms", Big),
    need("bizdate"),
    ident("shift"),
    need("operator", sa.Text()),
    need("number", sa.Text()),
    belongs("entry", PLACE),
)
sa.Index("sale_member", sale.c.merchant, sale.c.member, sqlite_where=sale.c.member.is_not(None))
sa.Index("sale_shift", sale.c.merchant, sale.c.shift, sqlite_where=sale.c.shift.is_not(None))
sa.Index("sale_number", sale.c.merchant, sale.c.number, sqlite_where=sale.c.number != "")

sale_line = table(
    "sale_line",
    *place(),
    key("n"),
    need("sku", sa.Text()),
    need("category", sa.Text()),
    need("brand", sa.Text()),
    need("units"),
    need("amount_minor", Big),
    need("earned", Big),
    need("paid_points", Big),
    need("paid_minor", Big),
    belongs("sale", PLACE),
)

FACTS = (entry, posting, sale, sale_line)

# --- projections: folds over the facts, changed in the same transaction -------------------------

balance = table(
    "balance",
    key("merchant"),
    key("member", sa.LargeBinary()),
    need("points", Big),
    need("owed", Big),
    need("entries"),
    sa.CheckConstraint("points >= 0 AND owed >= 0"),
)

lot = table(
    "lot",
    key("merchant"),
    key("member", sa.LargeBinary()),
    key("side"),  # SIDES: 1 points to spend, 2 points owed, 3 pending
    *(key(f"lot_{part}") for part in ("terminal", "epoch", "seq")),
    need("earned_ms", Big),
    may("expires"),
    need("points", Big),
    may("vests"),
    sa.CheckConstraint("points > 0 AND side BETWEEN 1 AND 3"),
)
sa.Index(
    "lot_expires",
    lot.c.merchant,
    lot.c.expires,
    sqlite_where=sa.and_(lot.c.expires.is_not(None), lot.c.side == 1),
)

sa.Index("lot_vests", lot.c.merchant, lot.c.vests, sqlite_where=lot.c.vests.is_not(None))

member_day = table(  # the counts of `count.DAILY`: what tiers, caps and audiences ask of a member
    "member_day",
    key("merchant"),
    key("member", sa.LargeBinary()),
    key("day"),
    *(need(name, Big) for name in ("visits", "spend_minor", "earned", "qualifying", "acts")),
)

tally = table(  # every other count
    "tally",
    key("merchant"),
    key("owner", sa.LargeBinary()),  # the member, or SHOP
    key("name", sa.Text()),
    key("day"),  # 0: days do not matter
    need("amount", Big),
)
SHOP = bytes(16)
"""The owner of the shop's own counts."""

returned = table(
    "returned",
    *place(),
    need("of_terminal"),
    need("of_epoch"),
    need("of_seq"),
    ident("member"),
    need("clawed", Big),
    need("restored", Big),
    need("refund_minor", Big),
    need("void"),
    ident("shift"),
    need("operator", sa.Text()),
    need("bizdate"),
    may("undone_terminal"),
    may("undone_epoch"),
    may("undone_seq"),
    belongs("entry", PLACE),
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

returned_line = table(
    "returned_line", *place(), key("n"), need("units"), belongs("returned", PLACE)
)

claimed = table(  # every word that was ever said of a presented receipt; the newest one counts
    "claimed",
    *place(),
    need("kind"),
    need("scheme", sa.Text()),
    need("receipt", sa.Text()),
    need("issuer", sa.Text()),
    need("device", sa.Text()),
    may("counter", Big),
    need("total_minor", Big),
    need("issued_on"),
    may("issued_ms", Big),
    may("likeness", Big),
    ident("member"),
    need("again"),
    belongs("entry", PLACE),
)
sa.Index("claimed_receipt", claimed.c.merchant, claimed.c.scheme, claimed.c.receipt)
sa.Index("claimed_issuer", claimed.c.merchant, claimed.c.issuer, claimed.c.issued_on)
sa.Index("claimed_on", claimed.c.merchant, claimed.c.issued_on)
sa.Index(
    "claimed_device",
    *(claimed.c[name] for name in ("merchant", "scheme", "device", "counter")),
    sqlite_where=claimed.c.counter.is_not(None),
)
sa.Index(
    "claimed_asked",
    *(claimed.c[name] for name in ("merchant", "kind")),
    sqlite_where=claimed.c.kind == KIND_CODES[Kind.CLAIM_ASKED],
)
sa.Index("claimed_member", claimed.c.merchant, claimed.c.member)

PROJECTIONS = (balance, lot, member_day, tally, returned, returned_line, claimed)


def triggers() -> tuple[str, ...]:
    """What refuses to change or delete a fact, whoever asks."""
    return tuple(
        f"CREATE TRIGGER {table.name}_no_{verb.lower()} BEFORE {verb} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, 'facts are immutable'); END"
        for table in FACTS
        for verb in ("UPDATE", "DELETE")
    )
