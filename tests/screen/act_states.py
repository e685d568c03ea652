"""States of the sheets on which acts are prepared, to draw, look at and test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from ui.counter.notice import Mood, Notice
from ui.counter.sheets import (
    ActSheet,
    Approval,
    EnrolSheet,
    Field,
    MemberRow,
    OperatorRow,
    ReturnLine,
    ReturnSheet,
    Row,
)
from ui.counter.state import CounterState, Phase, Strip, Today

SEOUL = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 21, 14, 2, tzinfo=SEOUL)
IDLE = CounterState(
    phase=Phase.IDLE,
    shop="Café Morgenrot",
    strip=Strip(operator="Mina Park", shift_opened=NOW.replace(hour=8)),
    today=Today(sales=42, with_card=31, earned=1830, redeemed=450),
)
LONG = "Maximiliane Alexandra Theodora von Hohenstein-Wittgenburg zu X"
ACT = UUID(int=1)
MENU = ("profile", "cards", "vouchers", "household", "merge", "adjust", "stamps", "activities")
SECOND = (OperatorRow(1, "Jonas Weber", "supervisor"), OperatorRow(2, "佐藤 直子", "manager"))


def fact(code: str, **facts: object) -> Notice:
    """A line of a sheet."""
    return Notice(Mood.QUIET, code, tuple(facts.items()))


MEMBER = ActSheet(
    "member",
    "김민준",
    act=ACT,
    facts=(
        fact("fact-points", points=1284),
        fact("fact-pending", points=40),
        fact("fact-tier", tier="Gold"),
        fact("fact-stamps", card="Coffee card", stamps=7, needed=10),
        fact("fact-vouchers", count=2),
        fact("fact-phone", phone="••• 5678"),
        fact("fact-email", email="minjun.kim@example.com"),
        fact("fact-birthday", birthday="1990-12-24"),
        fact("fact-joined", on=date(2024, 3, 9)),
        fact("fact-household", names="김민준, 이서연"),
        fact("fact-referral", friends="650000000158"),
    ),
    rows=tuple(Row(number, name) for number, name in enumerate(MENU, start=1)),
    ready=False,
)
PROFILE = ActSheet(
    "profile",
    "김민준",
    act=ACT,
    fields=(
        Field("name", "김민준"),
        Field("phone", "+821012345678", code=True),
        Field("email", "minjun.kim@example.com", code=True),
        Field("birthday", "19901224", code=True, hint="YYYYMMDD"),
        Field("language", "ko", choices=("", "en", "ko", "ja", "zh_CN")),
        Field("address"),
        *(
            Field(f"consent-{what}", "yes" if what == "email" else "no", choices=("yes", "no"))
            for what in ("email", "sms", "profiling")
        ),
    ),
    behind=MEMBER,
)
ADJUST = ActSheet(
    "adjust",
    "김민준",
    act=ACT,
    facts=(fact("fact-points", points=1284),),
    fields=(
        Field("points", "+50", code=True, hint="+20 / -20"),
        Field("reason", "Wrong drink, and a long wait"),
    ),
    behind=MEMBER,
)
ASKED = replace(ADJUST, approval=Approval("adjust", SECOND))
SALES = ActSheet(
    "sales",
    act=ACT,
    fields=(Field("slip", code=True),),
    rows=tuple(
        Row(
            number,
            str(number),
            f"1-{430 - number} · 2026-11-21 13:{60 - 3 * number}",
            (fact("sale-of", member=LONG),) if number % 2 else (fact("sale-without-card"),),
            amount_minor=1250 * number,
        )
        for number in range(1, 10)
    ),
)
MORE = (
    Field("email", code=True),
    Field("birthday", code=True, hint="MMDDYYYY"),
    Field("brought-by", code=True),
    Field("language", "", choices=("", "en", "ko", "ja", "zh_CN")),
    *(Field(f"consent-{w}", "no", choices=("yes", "no")) for w in ("email", "sms", "profiling")),
)
PEOPLE = (
    MemberRow(1, "김민준", "••• 5678", "•••• 471101", 1284),
    MemberRow(2, "김민서", "••• 1902", "•••• 002377", 88),
)
RETURN = ReturnSheet(
    number="1-417",
    sold_at=NOW - timedelta(days=2),
    member="김민준",
    lines=(
        ReturnLine(1, "Flat white", 2, 2, 1, 760),
        ReturnLine(2, "Almond croissant", 1, 1, 1, 340),
    ),
    refund_minor=720,
    taken_back=7,
    given_back=50,
    owed=3,
    stamps=2,
    vouchers=2,
    vouchers_used=1,
)


def _on(sheet: ActSheet | EnrolSheet | ReturnSheet) -> Callable[[], CounterState]:
    return lambda: replace(IDLE, sheet=sheet)


ACT_STATES: dict[str, Callable[[], CounterState]] = {
    "idle-waiting": lambda: replace(IDLE, waiting=3),
    "member-sheet": _on(MEMBER),
    "member-sheet-said": _on(
        replace(MEMBER, who=LONG, notice=Notice(Mood.OK, "adjusted", (("points", 1334),)))
    ),
    "profile": _on(PROFILE),
    "profile-refused": _on(
        replace(PROFILE, notice=Notice(Mood.REFUSED, "email-unreadable", (("typed", "min@"),)))
    ),
    "cards": _on(
        ActSheet(
            "cards",
            "김민준",
            act=ACT,
            rows=(
                Row(1, "a", "•••• 471101", (fact("card-active"),)),
                Row(2, "b", "•••• 002377", (fact("card-replaced-row"),)),
            ),
            ready=False,
            behind=MEMBER,
        )
    ),
    "card": _on(ActSheet("card", "김민준", act=ACT, facts=(fact("card-active"),), behind=MEMBER)),
    "vouchers": _on(
        ActSheet(
            "vouchers",
            "김민준",
            act=ACT,
            rows=(
                Row(
                    1,
                    "641234567890123456",
                    "Five off the next purchase",
                    (
                        fact(
                            "voucher-until",
                            voucher="641234567890123456",
                            until=date(2026, 12, 31),
                        ),
                    ),
                ),
            ),
            ready=False,
            behind=MEMBER,
        )
    ),
    "household": _on(ActSheet("household", "김민준", act=ACT, ready=False, behind=MEMBER)),
    "merge": _on(
        ActSheet(
            "merge",
            "김민준",
            act=ACT,
            facts=(fact("merge-goes", name=LONG), *MEMBER.facts[:8]),
            behind=MEMBER,
        )
    ),
    "adjust": _on(ADJUST),
    "adjust-approval": _on(ASKED),
    "adjust-approval-wrong": _on(
        replace(
            ASKED,
            approval=Approval(
                "adjust",
                SECOND,
                1,
                2,
                notice=Notice(Mood.REFUSED, "pin-wrong", (("left", 2), ("seconds", 0))),
            ),
        )
    ),
    "stamps-in": _on(
        ActSheet(
            "stamps-in",
            "김민준",
            act=ACT,
            facts=(fact("stamp-card", card="Coffee card"),),
            fields=(Field("stamps", "7", code=True), Field("serial", "A-0042", code=True)),
            behind=MEMBER,
        )
    ),
    "activities": _on(
        ActSheet(
            "activities",
            "김민준",
            act=ACT,
            rows=(
                Row(1, "review", "Review written", (fact("activity-looked-at"),), points=50),
                Row(2, "event", "Tasting on Saturday", points=20),
            ),
            ready=False,
            behind=MEMBER,
        )
    ),
    "waiting": _on(
        ActSheet(
            "waiting",
            act=ACT,
            rows=(
                Row(
                    1,
                    "x",
                    "Review written",
                    (fact("activity-asked", member="김민준", on=date(2026, 11, 20)),),
                    points=50,
                ),
            ),
            ready=False,
        )
    ),
    "decide": _on(
        ActSheet(
            "decide",
            act=ACT,
            facts=(
                fact("activity-of", activity="Review written", points=50),
                fact("activity-asked", member="김민준", on=date(2026, 11, 20)),
            ),
        )
    ),
    "sales": _on(SALES),
    "void": _on(
        ActSheet(
            "void",
            "김민준",
            act=ACT,
            facts=(fact("void-whole", number="1-417"),),
            fields=(Field("reason"),),
            behind=RETURN,
        )
    ),
    "unlinked": _on(
        ActSheet(
            "unlinked",
            act=ACT,
            facts=(fact("unlinked-scan"),),
            fields=(Field("amount", code=True), Field("goods"), Field("reason")),
            rows=(Row(1, "4006381333931", "Beans 250 g", amount_minor=1190),),
            behind=SALES,
        )
    ),
    "enrol-more": _on(EnrolSheet(card="•••• 471101", fields=MORE)),
    "enrol-alike": _on(
        EnrolSheet(
            card="•••• 471101",
            name="김민준",
            fields=MORE,
            similar=PEOPLE,
            asked=True,
            notice=Notice(Mood.ATTENTION, "maybe-member"),
        )
    ),
    "return-more": _on(RETURN),
}
