"""Tables of what may change: people, cards, vouchers, goods, rules, and the shop itself."""

from __future__ import annotations

import sqlalchemy as sa

from pos.store.columns import Big, belongs, ident, key, may, need, table

member = table(
    "member",
    key("merchant"),
    key("id", sa.LargeBinary()),
    need("name", sa.Text()),
    need("phone", sa.Text()),
    need("phone_reversed", sa.Text()),  # its tail is how a member is asked for
    need("joined"),
    need("language", sa.Text()),
    need("status", sa.Text()),
    need("why_blocked", sa.Text()),
    need("birthday", sa.Text(), later=""),
    need("email", sa.Text(), later=""),
    need("email_folded", sa.Text(), later=""),  # as it is looked for
    ident("household"),
    ident("merged_into"),
    need("referral_code", sa.Text(), later=""),
    need("segment", sa.Text(), later=""),
)
sa.Index(
    "member_phone",
    member.c.merchant,
    member.c.phone_reversed,
    sqlite_where=member.c.phone_reversed != "",
)

sa.Index(
    "member_email", member.c.merchant, member.c.email_folded, sqlite_where=member.c.email != ""
)
sa.Index(
    "member_household",
    member.c.merchant,
    member.c.household,
    sqlite_where=member.c.household.is_not(None),
)
sa.Index(
    "member_merged",
    member.c.merchant,
    member.c.merged_into,
    sqlite_where=member.c.merged_into.is_not(None),
)
sa.Index(
    "member_referral",
    member.c.merchant,
    member.c.referral_code,
    unique=True,
    sqlite_where=member.c.referral_code != "",
)

member_word = table(
    "member_word",
    key("merchant"),
    key("word", sa.Text()),
    key("member", sa.LargeBinary()),
    belongs("member", ("merchant", "member"), ("merchant", "id")),
)
sa.Index("member_word_member", member_word.c.merchant, member_word.c.member)

card = table(
    "card",
    key("merchant"),
    key("code", sa.Text()),
    ident("member", needed=True),
    need("status", sa.Text()),
    belongs("member", ("merchant", "member"), ("merchant", "id")),
)
sa.Index("card_member", card.c.merchant, card.c.member)

profile = table(
    "profile",
    key("merchant"),
    key("member", sa.LargeBinary()),
    need("body", sa.Text()),  # JSON: read whole or not at all
    belongs("member", ("merchant", "member"), ("merchant", "id")),
)

consent = table(
    "consent",
    key("merchant"),
    key("member", sa.LargeBinary()),
    key("n"),
    need("what", sa.Text()),
    need("given"),
    need("at_ms", Big),
    need("place", sa.Text()),
    belongs("member", ("merchant", "member"), ("merchant", "id")),
)

referral = table(
    "referral",
    key("merchant"),
    key("friend", sa.LargeBinary()),
    ident("referrer", needed=True),
    need("day"),
    need("state", sa.Text()),
)
sa.Index(
    "referral_open",
    referral.c.merchant,
    referral.c.state,
    referral.c.day,
    sqlite_where=referral.c.state == "open",
)

voucher = table(
    "voucher",
    key("merchant"),
    key("code", sa.Text()),
    need("terms", sa.Text()),  # JSON, frozen on the day it was given
    ident("source", needed=True),
    need("given_on"),
    need("first_day"),
    need("last_day"),
    ident("member"),
)
sa.Index(
    "voucher_member",
    voucher.c.merchant,
    voucher.c.member,
    sqlite_where=voucher.c.member.is_not(None),
)
sa.Index("voucher_source", voucher.c.merchant, voucher.c.source)

product = table(
    "product",
    key("merchant"),
    key("sku", sa.Text()),
    need("name", sa.Text()),
    need("words", sa.Text()),  # as it is looked for: folded, each with a blank before it
    need("price_minor", Big),
    need("category", sa.Text()),
    need("brand", sa.Text()),
    may("cost_minor", Big),
    need("tax_bp"),
    need("flags", sa.Text()),  # JSON, a list
    need("per_grams"),
    need("plu", sa.Text()),
)
sa.Index("product_name", product.c.merchant, product.c.name)
sa.Index("product_plu", product.c.merchant, product.c.plu, sqlite_where=product.c.plu != "")

product_code = table(
    "product_code",
    key("merchant"),
    key("code", sa.Text()),
    need("sku", sa.Text()),
    need("n"),
    belongs("product", ("merchant", "sku")),
)
sa.Index("product_code_sku", product_code.c.merchant, product_code.c.sku)

hold = table(
    "hold",
    key("merchant"),
    key("session", sa.LargeBinary()),
    ident("member", needed=True),
    need("points", Big),
    need("until_ms", Big),
)
sa.Index("hold_member", hold.c.merchant, hold.c.member)

operator = table(
    "operator",
    key("merchant"),
    key("id", sa.Text()),
    need("name", sa.Text()),
    need("role", sa.Text()),
    need("badge", sa.Text()),
    need("language", sa.Text()),
    need("active"),
    need("pin_hash", sa.Text()),
    need("pin_failures"),  # survives a restart, and so does the wait they cost
    need("pin_failed_ms", Big),
)
sa.Index(
    "operator_badge",
    operator.c.merchant,
    operator.c.badge,
    unique=True,
    sqlite_where=operator.c.badge != "",
)

shift = table(
    "shift",
    key("merchant"),
    key("id", sa.LargeBinary()),
    need("terminal"),
    need("operator", sa.Text()),
    need("opened_ms", Big),
    may("closed_ms", Big),
)
sa.Index(
    "shift_open",
    shift.c.merchant,
    shift.c.terminal,
    unique=True,
    sqlite_where=shift.c.closed_ms.is_(None),
)

program = table(
    "program",
    key("merchant"),
    key("number"),
    need("starts_on"),
    need("body", sa.Text()),
)


epoch = table(
    "epoch",
    key("merchant"),
    key("terminal"),
    key("epoch"),
    need("began_ms", Big),
    need("why", sa.Text()),
)

setting = table("setting", key("merchant"), key("name", sa.Text()), need("value", sa.Text()))
