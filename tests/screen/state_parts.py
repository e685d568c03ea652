"""What states of the counter are made of: a member, lines, offers, and the usual three."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from pos.devices.layouts import KEYBOARDS
from pos.devices.scanner_setup import Learned
from ui.counter.notice import Mood, Notice, Way
from ui.counter.sheets import (
    MemberRow,
    OperatorRow,
    ReturnLine,
    ReturnSheet,
    ShiftSheet,
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
DONE_ALL = replace(
    DONE,
    vests_on=date(2026, 12, 5),
    vouchers=("3 euros off the next visit", "Winter treat"),
    stamps=(StampsView("Coffee card", 9, 10), StampsView("Bread card", 2, 8)),
    tier="Gold",
    next_reward="Coffee card",
    next_missing=1,
    next_stamps=True,
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

TAUGHT = Learned(
    suffix="enter",
    pace_ms=12,
    layout=KEYBOARDS["french"],
    keyboard="french",
    reads="most",
    lost="[^`{~",
    separator="lost",
)
