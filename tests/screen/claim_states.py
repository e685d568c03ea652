"""States of the counter with receipts that somebody brought, to draw, look at and test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from tests.screen.state_parts import AT_MEMBER, IDLE, LONG
from ui.counter.brought import receipt_facts
from ui.counter.notice import Mood, Notice
from ui.counter.sheets import ActSheet, Approval, Field, OperatorRow, Row
from ui.counter.state import CounterState, Done, Phase, ReceiptView

SEOUL = timezone(timedelta(hours=9))
ACT = UUID(int=7)
OWN = ReceiptView(
    "Café Morgenrot",
    2350,
    "EUR",
    date(2026, 11, 20),
    datetime(2026, 11, 20, 17, 42, tzinfo=SEOUL),
    "1-812",
)
GROCER = ReceiptView("Mercearia do Bairro", 450, "EUR", date(2026, 11, 19), None, "J6JFB6F9-1 FS 7")
HUGE = ReceiptView(LONG, 9_999_999_999, "EUR", date(2026, 11, 19), None, "9" * 60)
SECOND = (OperatorRow(1, "Jonas Weber", "supervisor"), OperatorRow(2, "佐藤 直子", "manager"))


def _fact(code: str, **facts: object) -> Notice:
    return Notice(Mood.QUIET, code, tuple(facts.items()))


DONE = Done(
    kind="claim",
    number="1-833",
    earned=23,
    balance=1307,
    amount_minor=2350,
    next_reward="Breakfast for two",
    next_missing=193,
    receipts=(OWN,),
)
ALIKE = ActSheet(
    "claim-doubt",
    "김민준",
    "claim-look-alike",
    act=ACT,
    facts=(
        Notice(Mood.ATTENTION, "claim-look-alike", (("number", "1-790"),)),
        *receipt_facts(OWN),
        *receipt_facts(replace(OWN, at=OWN.at and OWN.at - timedelta(minutes=1)), "1-790"),
    ),
)
UNKNOWN = ActSheet(
    "claim-doubt",
    "김민준",
    "claim-issuer-unknown",
    act=ACT,
    facts=(
        Notice(Mood.ATTENTION, "claim-issuer-unknown", (("issuer", "514038942"),)),
        *receipt_facts(replace(GROCER, shop="514038942")),
    ),
    rows=(Row(1, "claim-enrol"),),
)
ENROL = ActSheet(
    "claim-enrol",
    act=ACT,
    facts=receipt_facts(replace(GROCER, shop="514038942")),
    fields=(Field("shop-name", "Mercearia"),),
    behind=UNKNOWN,
)
TOTAL = ActSheet(
    "claim-total",
    "김민준",
    act=ACT,
    facts=(_fact("claim-no-total"),),
    fields=(Field("total", "12.50", code=True),),
)
WHOSE = ActSheet(
    "claim-issuer",
    "김민준",
    act=ACT,
    facts=(_fact("claim-whose"), *receipt_facts(GROCER)[1:]),
    rows=tuple(
        Row(n, str(n), name) for n, name in enumerate(("Apoteka", "Konzum", "Mlinar"), start=1)
    ),
)
DECIDE = ActSheet(
    "claim-decide",
    "김민준",
    act=ACT,
    facts=(
        Notice(Mood.ATTENTION, "claim-waits", (("why", "claim-photo-row"),)),
        *receipt_facts(GROCER),
    ),
    fields=(Field("reason"),),
)
QUEUE = ActSheet(
    "waiting",
    act=ACT,
    rows=(
        Row(
            1,
            "x",
            "Review written",
            (_fact("activity-asked", member="김민준", on=date(2026, 11, 20)),),
            points=50,
        ),
        Row(
            2,
            "receipt pt-at 7",
            GROCER.shop,
            (
                _fact("activity-asked", member=LONG, on=date(2026, 11, 20)),
                _fact("claim-look-alike-row"),
            ),
            amount_minor=450,
        ),
    ),
    ready=False,
)


def _on(sheet: ActSheet, state: CounterState = AT_MEMBER) -> Callable[[], CounterState]:
    return lambda: replace(state, sheet=sheet)


CLAIM_STATES: dict[str, Callable[[], CounterState]] = {
    "receipt-waits": lambda: replace(IDLE, receipts=(OWN,)),
    "receipts-wait": lambda: replace(IDLE, receipts=(OWN, GROCER, HUGE, OWN, OWN)),
    "receipt-refused": lambda: replace(
        AT_MEMBER,
        banner=Notice(
            Mood.REFUSED,
            "claim-already",
            (("on", "2026-11-19"), ("number", "1-812"), ("yours", False)),
        ),
    ),
    "done-claim": lambda: replace(IDLE, phase=Phase.DONE, done=DONE),
    "done-claims": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=replace(
            DONE, earned=27, amount_minor=2800, receipts=(OWN, GROCER), vests_on=date(2026, 11, 28)
        ),
    ),
    "claim-undone": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=Done(kind="claim-undone", number="1-834", taken_back=23, balance=1284),
    ),
    "claim-doubt-alike": _on(ALIKE),
    "claim-doubt-unknown": _on(UNKNOWN),
    "claim-doubt-approval": _on(replace(ALIKE, approval=Approval("overrule-claim", SECOND))),
    "claim-enrol": _on(
        replace(ENROL, notice=Notice(Mood.REFUSED, "issuer-two-receipts")),
    ),
    "claim-total": _on(TOTAL),
    "claim-issuer": _on(WHOSE),
    "claim-decide": _on(DECIDE, IDLE),
    "claim-queue": _on(QUEUE, IDLE),
}
