"""The two ends of having a head office: everything is said once, and everything of it is forgotten.

Both work in whole tables, inside the caller's transaction.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from pos.clock import milliseconds
from pos.store.masters import card, consent, member, profile, referral, setting, voucher
from pos.store.receipt_tables import claim_key, receipt_device, receipt_issuer
from pos.store.statements import Prepared, given
from pos.store.sync_tables import (
    branch,
    elsewhere,
    elsewhere_day,
    elsewhere_tally,
    office_receipt,
    set_aside,
    word,
)
from pos.store.words import WordWork

OFFICE = "office-"
"""What the names of all settings about head office begin with."""
_COLUMNS = ["merchant", "topic", "name", "stamp", "terminal", "n"]


def _first(topic: str, table: sa.Table, name: sa.ColumnElement[str]) -> Prepared:
    """One word on each thing of a table, numbered on; what has a word already keeps it."""
    things = (
        sa.select(table.c.merchant, name.label("name"))
        .where(table.c.merchant == given("merchant"))
        .distinct()
        .subquery()
    )
    said = sa.select(
        things.c.merchant,
        sa.literal_column(f"'{topic}'"),
        things.c.name,
        given("stamp"),
        given("terminal"),
        given("base") + sa.func.row_number().over(order_by=things.c.name),
    ).where(sa.true())  # or SQLite takes ON CONFLICT for a join
    return Prepared(insert(word).from_select(_COLUMNS, said).on_conflict_do_nothing())


def _hex(column: sa.Column[bytes]) -> sa.ColumnElement[str]:
    return sa.func.lower(sa.func.hex(column))


def _pair(first: sa.ColumnElement[str], second: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    return first.concat(sa.literal_column("':'")).concat(second)


_EVERYTHING = (
    _first("member", member, _hex(member.c.id)),
    _first("profile", profile, _hex(profile.c.member)),
    _first("consent", consent, _pair(_hex(consent.c.member), consent.c.what)),
    _first("card", card, card.c.code),
    _first("referral", referral, _hex(referral.c.friend)),
    _first("voucher", voucher, voucher.c.code),
    _first("claimkey", claim_key, sa.cast(claim_key.c.id, sa.Text())),
    _first("issuer", receipt_issuer, _pair(receipt_issuer.c.scheme, receipt_issuer.c.issuer)),
    _first("device", receipt_device, _pair(receipt_device.c.scheme, receipt_device.c.device)),
)
_LAST = Prepared(
    sa.select(sa.func.coalesce(sa.func.max(word.c.n), 0)).where(
        word.c.merchant == given("merchant"), word.c.n > 0
    )
)
_FORGET = tuple(
    Prepared(table.delete().where(table.c.merchant == given("merchant")))
    for table in (
        word,
        elsewhere,
        elsewhere_day,
        elsewhere_tally,
        office_receipt,
        branch,
        set_aside,
    )
)
_FORGET_SETTINGS = Prepared(
    setting.delete().where(
        setting.c.merchant == given("merchant"),
        setting.c.name >= sa.literal_column(f"'{OFFICE}'"),
        setting.c.name < sa.literal_column("'office.'"),
    )
)


class LinkWork(WordWork):
    """Written at enrolment, and when a terminal leaves."""

    __slots__ = ()

    def say_everything(self) -> int:
        """All members, profiles, consents, cards, referrals, vouchers, and what receipts are judged
        by, that nothing was said of yet are to be told; how many words.
        """
        now, said = milliseconds(self._clock.now()), 0
        for statement in _EVERYTHING:
            row = self._one(_LAST, self.merchant)
            assert row is not None
            said += max(self._do(statement, now, self.terminal, row[0], self.merchant), 0)
        return said

    def unlink(self) -> None:
        """There is no head office any more: nothing of it stays but the entries themselves."""
        for statement in _FORGET:
            self._do(statement, self.merchant)
        self._do(_FORGET_SETTINGS, self.merchant)
        self._linked = False
