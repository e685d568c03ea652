"""Receipts that were presented, what they are judged by, and layouts learned: read and written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from loyalty.claims.documents import again_from, receipt_from
from loyalty.claims.known import ClaimKey, Device, Issuer
from loyalty.claims.receipt import Claimed, Receipt
from loyalty.ledger.entry import Entry, EntryKey, Kind
from pos.store.columns import day_number
from pos.store.ledger import LedgerView
from pos.store.receipt_tables import claim_key, receipt_device, receipt_issuer, template
from pos.store.statements import Prepared, Row, given, id_bytes
from pos.store.tables import KIND_CODES, claimed
from pos.store.words import WordWork

_MINE = claimed.c.merchant == given("merchant")
_WHERE = sa.select(*(claimed.c[name] for name in ("terminal", "epoch", "seq")))
_NEWEST = (claimed.c.epoch.desc(), claimed.c.seq.desc())
_later = claimed.alias("later")
_STANDS = ~sa.exists().where(
    *(_later.c[name] == claimed.c[name] for name in ("merchant", "scheme", "receipt")),
    sa.tuple_(_later.c.terminal, _later.c.epoch, _later.c.seq)
    > sa.tuple_(claimed.c.terminal, claimed.c.epoch, claimed.c.seq),
)
"""Nothing was said of the receipt since."""
_LIVE = sa.or_(
    claimed.c.kind == KIND_CODES[Kind.CLAIM], claimed.c.kind == KIND_CODES[Kind.CLAIM_ASKED]
)
_LIKENESS_SIGN = 1 << 63

_SAID = Prepared(
    _WHERE.where(
        _MINE, claimed.c.scheme == given("scheme"), claimed.c.receipt == given("receipt")
    ).order_by(claimed.c.terminal, claimed.c.epoch, claimed.c.seq)
)
_OTHER = sa.or_(claimed.c.scheme != given("its_scheme"), claimed.c.receipt != given("its_receipt"))
_NEAR = Prepared(
    _WHERE.where(
        _MINE,
        _LIVE,
        claimed.c.issued_on >= given("first"),
        claimed.c.issued_on <= given("last"),
        sa.or_(
            claimed.c.total_minor == given("total"),
            sa.and_(
                claimed.c.issuer == given("issuer"),
                claimed.c.issued_ms > given("after_ms"),
                claimed.c.issued_ms < given("before_ms"),
            ),
            sa.and_(claimed.c.likeness.is_not(None), given("pictured") == 1),
        ),
        _OTHER,
        _STANDS,
    )
    .order_by(*_NEWEST)
    .limit(1_000)
)
_DEVICE = (
    _MINE,
    claimed.c.kind == KIND_CODES[Kind.CLAIM],
    claimed.c.scheme == given("scheme"),
    claimed.c.device == given("device"),
    claimed.c.receipt != given("its_receipt"),
    _STANDS,
)
_BEFORE = Prepared(
    _WHERE.where(*_DEVICE, claimed.c.counter <= given("counter"))
    .order_by(claimed.c.counter.desc())
    .limit(1)
)
_AFTER = Prepared(
    _WHERE.where(*_DEVICE, claimed.c.counter > given("counter"))
    .order_by(claimed.c.counter)
    .limit(1)
)
_ASKED = Prepared(
    _WHERE.where(_MINE, claimed.c.kind == KIND_CODES[Kind.CLAIM_ASKED], _STANDS)
    .order_by(claimed.c.terminal, claimed.c.epoch, claimed.c.seq)
    .limit(10_000)
)


def _rows(table: sa.Table, *names: str) -> sa.Select[tuple[object, ...]]:
    return sa.select(*(table.c[name] for name in names)).where(
        table.c.merchant == given("merchant")
    )


_KEYS = Prepared(
    _rows(claim_key, "id", "terminal", "public", "valid_from_ms", "valid_to_ms").order_by(
        claim_key.c.id
    )
)
_ADD_KEY = Prepared(claim_key.insert())
_RETIRE = Prepared(
    claim_key.update()
    .where(
        claim_key.c.merchant == given("mine"),
        claim_key.c.id == given("which"),
        claim_key.c.valid_to_ms.is_(None),
    )
    .values(valid_to_ms=given("until"))
)
_ISSUERS = Prepared(
    _rows(receipt_issuer, "scheme", "issuer", "name", "active").order_by(
        receipt_issuer.c.scheme, receipt_issuer.c.name
    )
)
_DEVICES = Prepared(
    _rows(receipt_device, "scheme", "device", "issuer", "public", "active").order_by(
        receipt_device.c.scheme, receipt_device.c.device
    )
)
_TEMPLATES = Prepared(
    _rows(template, "name", "body")
    .where(template.c.kind == given("kind"))
    .order_by(template.c.name)
)
_DROP_TEMPLATE = Prepared(
    template.delete().where(
        template.c.merchant == given("merchant"),
        template.c.kind == given("kind"),
        template.c.name == given("name"),
    )
)


def _put(table: sa.Table, keys: list[str]) -> Prepared:
    fresh = insert(table)
    rest = {c.name: fresh.excluded[c.name] for c in table.c if c.name not in keys}
    return Prepared(fresh.on_conflict_do_update(index_elements=keys, set_=rest))


_PUT_ISSUER = _put(receipt_issuer, ["merchant", "scheme", "issuer"])
_PUT_DEVICE = _put(receipt_device, ["merchant", "scheme", "device"])
_PUT_TEMPLATE = _put(template, ["merchant", "kind", "name"])


class ReceiptView(LedgerView):
    """Receipts and what is known of them, read."""

    __slots__ = ()

    def said_of(self, scheme: str, key: str) -> tuple[Claimed, ...]:
        """All that was ever done with a receipt, oldest first."""
        return self._claimed(self._all(_SAID, self.merchant, scheme, key))

    def near_receipts(self, receipt: Receipt, gap_minutes: int = 0) -> tuple[Claimed, ...]:
        """Receipts credited or asked for that may be this one, printed within a day of it: with its
        total, of its issuer within `gap_minutes`, or pictures if it is one; the newest thousand.
        """
        first, last = (receipt.issued_on + timedelta(days=days) for days in (-1, 1))
        days = day_number(first), day_number(last)
        at_ms, gap_ms = receipt.issued_ms or 0, gap_minutes * 60_000
        like = receipt.total_minor, receipt.issuer, at_ms - gap_ms, at_ms + gap_ms
        itself = int(receipt.likeness is not None), receipt.scheme, receipt.key
        return self._claimed(self._all(_NEAR, self.merchant, *days, *like, *itself))

    def neighbours(self, receipt: Receipt) -> tuple[Receipt | None, Receipt | None]:
        """The credited receipts of its device with the next lower (or same) and higher counter.

        Not itself, and none whose credit was taken back: it may have been made up.
        """
        if receipt.counter is None:
            return None, None
        device = (
            *(self.merchant, receipt.scheme, receipt.device),
            *(receipt.key, receipt.counter),
        )
        sides = (self._claimed(self._all(side, *device)) for side in (_BEFORE, _AFTER))
        before, after = (found[0].receipt if found else None for found in sides)
        return before, after

    def asked_receipts(self) -> tuple[Claimed, ...]:
        """Receipts that wait for a person, oldest first."""
        return self._claimed(self._all(_ASKED, self.merchant))

    def claim_keys(self) -> tuple[ClaimKey, ...]:
        """Every terminal's keys, retired ones too."""
        return tuple(ClaimKey(*row) for row in self._all(_KEYS, self.merchant))

    def issuers(self) -> tuple[Issuer, ...]:
        """Whose receipts count, or did once."""
        rows = self._all(_ISSUERS, self.merchant)
        return tuple(Issuer(s, issuer, name, bool(on)) for s, issuer, name, on in rows)

    def devices(self) -> tuple[Device, ...]:
        """Signing devices that were enrolled."""
        rows = self._all(_DEVICES, self.merchant)
        return tuple(
            Device(scheme, device, issuer, public, bool(on))
            for scheme, device, issuer, public, on in rows
        )

    def templates(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Layouts learned, by name: the name, and its JSON text."""
        return tuple((name, body) for name, body in self._all(_TEMPLATES, self.merchant, kind))

    def _claimed(self, places: list[Row]) -> tuple[Claimed, ...]:
        return tuple(self._words(places))

    def _words(self, places: list[Row]) -> Iterator[Claimed]:
        for place in places:
            found = self.entry(EntryKey(*place))
            if found is not None:
                yield Claimed(
                    found.key,
                    found.kind,
                    receipt_from(found.body),
                    found.member,
                    found.at_ms,
                    again_from(found.body),
                )


class ReceiptWork(WordWork, ReceiptView):
    """What receipts are judged by, written."""

    __slots__ = ()

    def add_claim_key(self, key: ClaimKey) -> None:
        """A terminal's new key; its id must be free."""
        self._do(
            _ADD_KEY,
            *(self.merchant, key.id, key.terminal, key.public),
            *(key.valid_from_ms, key.valid_to_ms),
        )
        self.say("claimkey", str(key.id))

    def retire_claim_key(self, id: int, at_ms: int) -> bool:  # noqa: A002
        """From a moment on a key signs no more; whether it did until now."""
        retired = self._do(_RETIRE, at_ms, self.merchant, id) > 0
        if retired:
            self.say("claimkey", str(id))
        return retired

    def put_issuer(self, issuer: Issuer, operator: str) -> None:
        """Enrol a merchant, or change what is known of it."""
        row = (issuer.scheme, issuer.issuer, issuer.name, int(issuer.active))
        self._do(_PUT_ISSUER, self.merchant, *row, operator, self.now_ms())
        self.say("issuer", f"{issuer.scheme}:{issuer.issuer}")

    def put_device(self, device: Device, operator: str) -> None:
        """Enrol a signing device, or change what is known of it."""
        row = (device.scheme, device.device, device.issuer, device.public, int(device.active))
        self._do(_PUT_DEVICE, self.merchant, *row, operator, self.now_ms())
        self.say("device", f"{device.scheme}:{device.device}")

    def keep_template(self, kind: str, name: str, body: str) -> None:
        """Keep a layout under a name; one that was there is replaced."""
        self._do(_PUT_TEMPLATE, self.merchant, kind, name, body)

    def drop_template(self, kind: str, name: str) -> bool:
        """Forget a layout; whether there was one."""
        return self._do(_DROP_TEMPLATE, self.merchant, kind, name) > 0


def claimed_row(entry: Entry) -> Row:
    """The columns of a receipt's word behind its place; LoyaltyError `body-unreadable`."""
    receipt = receipt_from(entry.body)
    likeness = receipt.likeness
    return (
        KIND_CODES[entry.kind],
        *(receipt.scheme, receipt.key, receipt.issuer, receipt.device, receipt.counter),
        *(receipt.total_minor, day_number(receipt.issued_on), receipt.issued_ms),
        # SQLite's integers have a sign; the picture's 64 bits have none.
        None if likeness is None else likeness - _LIKENESS_SIGN,
        id_bytes(entry.member),
        int(again_from(entry.body)),
    )


CLAIMS = frozenset({Kind.CLAIM, Kind.CLAIM_ASKED, Kind.CLAIM_DECLINED, Kind.CLAIM_WITHDRAWN})
"""Entries that say something of a receipt, each with a row in `claimed`."""
