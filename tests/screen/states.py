"""States of the counter to draw, look at and test: usual ones, and those that hurt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from ui.counter.notice import Mood, Notice, Way
from ui.counter.sheets import (
    CameraSheet,
    EnrolSheet,
    FindSheet,
    MemberRow,
    OperatorRow,
    ReturnLine,
    ReturnSheet,
    SettingsSheet,
    Sheet,
    ShiftSheet,
    SignInSheet,
    SlipSheet,
    WhySheet,
    WhyStep,
)
from ui.counter.state import (
    ActView,
    Birthday,
    CounterState,
    Done,
    LineView,
    MemberView,
    OfferKind,
    OfferView,
    Phase,
    Reach,
    StampsView,
    Strip,
    TenderView,
    Ticket,
    TierView,
    Today,
)

SEOUL = timezone(timedelta(hours=9))
NOW = datetime(2026, 11, 21, 14, 2, tzinfo=SEOUL)
STRIP = Strip(
    operator="Mina Park",
    shift_opened=NOW.replace(hour=8, minute=58),
    printer=Notice(Mood.OK, "printer-ready"),
)
TODAY = Today(sales=42, with_card=31, earned=1830, redeemed=450)
LAST = ActView(
    kind="sale",
    number="1-417",
    at=NOW - timedelta(minutes=3),
    amount_minor=1250,
    earned=12,
    redeemed=50,
    member="김민준",
    undo_until=NOW + timedelta(minutes=7),
)
MEMBER = MemberView(
    name="김민준",
    card="•••• 4711",
    phone="010-••••-5678",
    points=1284,
    usable=1284,
    joined_on=date(2024, 3, 9),
    expiring_points=120,
    expiring_on=date(2026, 12, 14),
)
LONG = "Maximiliane Alexandra Theodora von Hohenstein-Wittgenburg zu X"
REWARDS = (
    OfferView(1, OfferKind.GIFT, "Coffee", 50, 320, Reach.READY),
    OfferView(2, OfferKind.MONEY_OFF, "2.00 off", 200, 200, Reach.READY),
    OfferView(3, OfferKind.GIFT, "Breakfast for two", 1500, 1890, Reach.NEAR, missing=216),
    OfferView(
        4,
        OfferKind.MONEY_OFF,
        "10.00 off",
        900,
        1000,
        Reach.REFUSED,
        why=Notice(Mood.ATTENTION, "spend-more", (("missing_minor", 1750),)),
    ),
)
NO_TENDER = TenderView(0, 0, why=Notice(Mood.QUIET, "amount-first"))
TENDER = TenderView(points=1200, value_minor=1200)
LINES = (
    LineView(1, "Flat white", 2, 760),
    LineView(2, "Almond croissant", 1, 340),
    LineView(3, "", 1, 150),
)
TICKET = Ticket(LINES, total_minor=1250, due_minor=1250, earns=12)
OPERATORS = (
    OperatorRow(1, "Mina Park", "cashier"),
    OperatorRow(2, "Jonas Weber", "cashier"),
    OperatorRow(3, "佐藤 直子", "manager"),
)
PEOPLE = (
    MemberRow(1, "김민준", "010-••••-5678", "•••• 4711", 1284),
    MemberRow(2, "김민서", "010-••••-1902", "•••• 0023", 88),
    MemberRow(3, "", "", "•••• 9120", 0),
)
IDLE = CounterState(
    phase=Phase.IDLE, shop="Café Morgenrot", strip=STRIP, today=TODAY, last_act=LAST
)
AT_MEMBER = replace(
    IDLE, phase=Phase.MEMBER, member=MEMBER, offers=REWARDS, tender=NO_TENDER, suggestion=2
)
RINGING = replace(AT_MEMBER, phase=Phase.RINGING, ticket=TICKET, tender=TENDER)
CHOSEN = replace(
    RINGING,
    offers=(replace(REWARDS[0], reach=Reach.CHOSEN), *REWARDS[1:]),
    suggestion=0,
    ticket=Ticket(
        (*LINES, LineView(4, "Coffee", 1, 320, 320, True)),
        total_minor=1570,
        paid_minor=320,
        due_minor=1250,
        earns=12,
        uses=50,
    ),
)
SILVER = TierView(
    "Silver",
    "Gold",
    120,
    by=date(2026, 12, 31),
    kept_until=date(2027, 3, 3),
    falls_to="Bronze",
)
REGULAR = replace(
    MEMBER,
    usable=1204,
    held=80,
    pending=36,
    pending_from=date(2026, 12, 5),
    tier=SILVER,
    birthday=Birthday.TODAY,
    birthday_on=NOW.date(),
    shared=True,
    vouchers=2,
)
OFFERS = (
    OfferView(
        1,
        OfferKind.MONEY_OFF,
        "3 euros off the next visit",
        0,
        300,
        Reach.READY,
        voucher=True,
        until=date(2026, 12, 24),
    ),
    OfferView(
        2,
        OfferKind.PERCENT_OFF,
        "Winter treat",
        0,
        0,
        Reach.WAITING,
        voucher=True,
        until=date(2027, 1, 31),
        why=Notice(Mood.ATTENTION, "spend-more", (("missing_minor", 750),)),
    ),
    OfferView(3, OfferKind.STAMPS, "Coffee card", 0, 380, Reach.READY, have=10, needed=10),
    OfferView(
        4,
        OfferKind.STAMPS,
        "Bread card",
        0,
        0,
        Reach.NEAR,
        missing=2,
        have=6,
        needed=8,
        why=Notice(Mood.ATTENTION, "stamps-missing", (("stamps", 2),)),
    ),
    replace(REWARDS[0], number=5, reach=Reach.CHOSEN),
    replace(REWARDS[2], number=6, name="Any coffee", points=1242, missing=38),
    OfferView(7, OfferKind.SERVICE, "Gift wrapping", 20, 150, Reach.READY),
    OfferView(
        8,
        OfferKind.PRODUCT,
        "Cake of the day",
        400,
        450,
        Reach.REFUSED,
        why=Notice(Mood.ATTENTION, "reward-tier", (("tier", "Gold"),)),
    ),
    OfferView(
        9,
        OfferKind.MONEY_OFF,
        "5.00 off",
        500,
        500,
        Reach.REFUSED,
        why=Notice(Mood.ATTENTION, "points-held", (("points", 80),)),
    ),
)
DONE = Done(
    kind="sale",
    number="1-418",
    earned=12,
    redeemed=50,
    balance=1246,
    amount_minor=1250,
    next_reward="Breakfast for two",
    next_missing=254,
    slip=Notice(Mood.OK, "slip-printed"),
)
RETURN = ReturnSheet(
    number="1-417",
    sold_at=NOW - timedelta(days=2),
    member="김민준",
    lines=(
        ReturnLine(1, "Flat white", 2, 2, 1, 760),
        ReturnLine(2, "Almond croissant", 1, 1, 1, 340),
        ReturnLine(3, "Beans 250 g", 1, 0, 0, 990),
    ),
    refund_minor=720,
    taken_back=7,
    given_back=50,
    owed=3,
)
SHIFT = ShiftSheet(
    operator="Mina Park",
    opened_at=NOW.replace(hour=8, minute=58),
    closed_at=None,
    sales=42,
    with_card=31,
    total_minor=48_230,
    due_minor=46_980,
    earned=1830,
    redeemed=450,
    clawed=7,
    restored=50,
    expired=120,
    returns=1,
    refund_minor=720,
    voids=2,
    enrolments=3,
)
SLIP = """        Café Morgenrot
      Hauptstr. 1, Berlin
No. 1-417     2026-11-21 13:59
------------------------------
2 x Flat white            7.60
Almond croissant          3.40
------------------------------
Total                    11.00
Points earned              +11
Balance                  1,284
------------------------------
   Thank you, see you soon"""
WHY = WhySheet(
    "",
    12,
    (
        WhyStep("excluded", (("amount_minor", 150), ("line", 3))),
        WhyStep("eligible-amount", (("amount_minor", 1100),)),
        WhyStep("base", (("points", 1), ("per_minor", 100))),
        WhyStep("rounded-down", (("points", 12),)),
        WhyStep("multiplier", (("name", "Coffee week"), ("factor", "2"), ("points", 1))),
    ),
)
ENROL = Way("enrol", "F4", "way-enrol")
AS_AMOUNT = Way("add_line", "+", "way-as-amount")
NOBODY = Notice(Mood.ATTENTION, "nobody-found", (("typed", "5678"),), (ENROL, AS_AMOUNT))
SIGNED_OUT = CounterState(
    phase=Phase.SIGNED_OUT,
    shop="Café Morgenrot",
    strip=replace(STRIP, operator="", shift_opened=None),
)


def many_lines() -> CounterState:
    """Twelve lines, amounts as long as they get, nine rewards, a name of sixty letters."""
    lines = tuple(
        LineView(n, f"Product of the house number {n} with a long name", n, 9_999_999_999)
        for n in range(1, 13)
    )
    rewards = tuple(
        replace(REWARDS[n % 4], number=n + 1, name=f"{REWARDS[n % 4].name} and something more")
        for n in range(9)
    )
    ticket = Ticket(lines, 9_999_999_999, 1_000_000, 9_998_999_999, 99_999_999, 1_200)
    member = replace(MEMBER, name=LONG, points=9_999_999, usable=120, owed=40)
    return replace(RINGING, ticket=ticket, offers=rewards, member=member)


def _sheet(sheet: Sheet, state: CounterState = IDLE) -> CounterState:
    return replace(state, sheet=sheet)


STATES: dict[str, Callable[[], CounterState]] = {
    "starting": lambda: CounterState(shop="Café Morgenrot", busy=True),
    "sign-in": lambda: _sheet(SignInSheet(OPERATORS), SIGNED_OUT),
    "sign-in-pin": lambda: _sheet(
        SignInSheet(
            OPERATORS, 2, 3, notice=Notice(Mood.REFUSED, "pin-wrong", (("left", 2), ("seconds", 0)))
        ),
        SIGNED_OUT,
    ),
    "idle": lambda: IDLE,
    "idle-first": lambda: replace(IDLE, today=Today(), last_act=None),
    "idle-typed": lambda: replace(IDLE, entry="5678"),
    "nobody": lambda: replace(IDLE, entry="5678", banner=NOBODY),
    "member": lambda: AT_MEMBER,
    "member-blank": lambda: replace(
        AT_MEMBER,
        member=MemberView("", "•••• 4711", "", 0, 0, joined_on=date(2026, 11, 21)),
        offers=tuple(replace(r, reach=Reach.NEAR, missing=r.points) for r in REWARDS),
        suggestion=0,
        banner=Notice(
            Mood.OK, "enrolled", (("card", "•••• 4711"),), (Way("enrol", "F4", "way-add-details"),)
        ),
    ),
    "ringing": lambda: RINGING,
    "ringing-typed": lambda: replace(RINGING, entry="12.50"),
    "ringing-no-card": lambda: replace(RINGING, member=None, offers=(), tender=None, suggestion=0),
    "chosen": lambda: CHOSEN,
    "many": many_lines,
    "refused-scan": lambda: replace(
        RINGING, banner=Notice(Mood.REFUSED, "code-damaged", (("text", "X" * 4000),))
    ),
    "offers": lambda: replace(
        RINGING,
        member=REGULAR,
        offers=OFFERS[:8],
        more_offers=3,
        suggestion=3,
        ticket=replace(TICKET, earns=25, rules=("Coffee week", "Happy hour", "Silver")),
    ),
    "offers-long": lambda: replace(
        RINGING,
        member=replace(
            REGULAR, name=LONG, points=9_999_999, birthday=Birthday.NEAR, expiring_points=99_999
        ),
        offers=tuple(replace(one, name=f"{one.name}, {LONG}") for one in OFFERS),
        suggestion=1,
        ticket=replace(TICKET, rules=(LONG, LONG)),
    ),
    "voucher-no-card": lambda: replace(
        RINGING,
        member=None,
        tender=None,
        offers=(replace(OFFERS[0], reach=Reach.CHOSEN),),
        suggestion=0,
        ticket=replace(TICKET, paid_minor=300, due_minor=950, earns=0),
        banner=Notice(Mood.OK, "voucher-taken", (("voucher", "3 euros off the next visit"),)),
    ),
    "voucher-idle": lambda: replace(
        IDLE,
        banner=Notice(
            Mood.OK,
            "voucher-worth-from",
            (("voucher", "Winter treat"), ("until", "2027-01-31"), ("minimum_minor", 2000)),
        ),
    ),
    "exchange": lambda: replace(
        RINGING, ticket=replace(TICKET, credit_minor=890, due_minor=360, exchange=True)
    ),
    "exchange-empty": lambda: replace(
        AT_MEMBER,
        phase=Phase.RINGING,
        ticket=Ticket(credit_minor=890, due_minor=-890, exchange=True),
    ),
    "busy": lambda: replace(RINGING, busy=True),
    "devices": lambda: replace(
        IDLE,
        strip=replace(
            STRIP,
            printer=Notice(Mood.ATTENTION, "printer-paper-low"),
            scanner=Notice(Mood.ATTENTION, "serial-lost", (("port", "COM3"),)),
            camera=Notice(Mood.REFUSED, "camera-lost"),
            store=Notice(Mood.ATTENTION, "backup-failed"),
        ),
    ),
    "done": lambda: replace(IDLE, phase=Phase.DONE, done=DONE),
    "done-all": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        member=REGULAR,
        done=replace(
            DONE,
            vests_on=date(2026, 12, 5),
            vouchers=("3 euros off the next visit", "Winter treat"),
            stamps=(StampsView("Coffee card", 9, 10), StampsView("Bread card", 2, 8)),
            tier="Gold",
            next_reward="Coffee card",
            next_missing=1,
            next_stamps=True,
        ),
    ),
    "done-exchange": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=replace(DONE, kind="exchange", taken_back=9, given_back=50, amount_minor=-320),
    ),
    "done-no-card": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=Done(
            kind="sale", number="1-419", amount_minor=890, slip=Notice(Mood.QUIET, "slip-off")
        ),
    ),
    "done-return": lambda: replace(
        IDLE,
        phase=Phase.DONE,
        done=Done(
            kind="return",
            number="1-420",
            taken_back=7,
            given_back=50,
            balance=1289,
            amount_minor=720,
            slip=Notice(Mood.REFUSED, "printer-paper-out", (("printer", "TM-T20"),)),
        ),
    ),
    "find-empty": lambda: _sheet(FindSheet()),
    "find": lambda: _sheet(FindSheet("김", PEOPLE, more=True, searched=True)),
    "find-nobody": lambda: _sheet(FindSheet("Zq", searched=True)),
    "enrol": lambda: _sheet(EnrolSheet(card="•••• 4711")),
    "enrol-similar": lambda: _sheet(
        EnrolSheet(
            phone="01012345678",
            name="김민준",
            notice=Notice(Mood.REFUSED, "phone-taken", (("member", "김민준"),)),
            similar=PEOPLE[:2],
        )
    ),
    "return": lambda: _sheet(RETURN),
    "return-many": lambda: _sheet(
        replace(
            RETURN,
            member=LONG,
            lines=tuple(
                replace(RETURN.lines[0], number=n, amount_minor=9_999_999_999) for n in range(1, 13)
            ),
            refund_minor=9_999_999_999,
            waived=12,
            kept_minor=350,
        )
    ),
    "why": lambda: _sheet(WHY, RINGING),
    "why-many": lambda: _sheet(
        replace(
            WHY,
            points=64,
            steps=(
                *WHY.steps[:3],
                WhyStep("base-visit", (("points", 5), ("count", 1))),
                WhyStep("base-item", (("points", 1), ("count", 7))),
                WhyStep("campaign-treated", (("name", "Warm November"),)),
                WhyStep("multiplier", (("name", "Silver"), ("factor", "1.25"), ("points", "2.75"))),
                WhyStep("multiplier", (("name", LONG), ("factor", "2"), ("points", 11))),
                WhyStep("bonus", (("name", "Birthday"), ("points", 50))),
                WhyStep("bonus", (("name", "Third visit"), ("points", 10))),
                WhyStep("limit-budget", (("name", "Warm November"), ("points", -4))),
                WhyStep("rounded-down", (("points", 71),)),
                WhyStep("cap-day", (("points", -7),)),
                WhyStep("vesting", (("on", "2026-12-05"), ("points", 64))),
            ),
        ),
        RINGING,
    ),
    "shift": lambda: _sheet(SHIFT),
    "settings": lambda: _sheet(SettingsSheet("en", "light", 100, True, True, "none", False)),
    "camera": lambda: _sheet(CameraSheet()),
    "slip": lambda: _sheet(SlipSheet("1-417", SLIP)),
}
