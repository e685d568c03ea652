"""The demo shop: a café with members in four languages, three operators and a month of sales.

Everything in it was booked through the same use cases as in a real shop, only at earlier times.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from loyalty.basket import Basket, Line
from loyalty.codes import member_card, operator_badge
from loyalty.errors import LoyaltyError
from loyalty.program import (
    BaseRates,
    Exclusions,
    ExpiryKind,
    ExpiryRule,
    Program,
    Reward,
    RewardKind,
    TenderRule,
)
from loyalty.quote import Chosen
from pos.acts import Act
from pos.clock import Clock, FixedClock, SystemClock
from pos.counter import confirm
from pos.enrol import enrol
from pos.ids import new_id
from pos.nightly import nightly
from pos.opening import starter_program
from pos.places import Places
from pos.settings import Settings, read_settings, write_settings
from pos.shop import Shop
from pos.staff import Role, hashed_pin
from pos.store import Operator, open_store

DEMO = "demo"  # a setting of the books: there in a demo shop, and the first PIN
DAYS = 30
BLANK_CARDS = range(41, 61)
SETTINGS = Settings(
    shop="Café Regulars",
    address="12 Market Street|Demo shop",
    currency="EUR",
    language="en",
)


@dataclass(frozen=True, slots=True)
class DemoOperator:
    """An operator of the demo shop, with the PIN that the sign-in screen tells."""

    id: str
    name: str
    role: Role
    pin: str
    badge: str


OPERATORS = (
    DemoOperator("ana", "Ana", Role.CASHIER, "1111", operator_badge(1)),
    DemoOperator("mina", "Mina", Role.SUPERVISOR, "2222", operator_badge(2)),
    DemoOperator("sam", "Sam", Role.MANAGER, "3333", operator_badge(3)),
)

NAMES = [
    "김민준",
    "이서연",
    "박지훈",
    "최수아",
    "정하은",
    "강도윤",
    "조예린",
    "윤시우",
    "임지안",
    "한유나",
    "佐藤健",
    "鈴木美咲",
    "高橋大輔",
    "田中陽菜",
    "伊藤翔太",
    "渡辺結衣",
    "山本蓮",
    "中村葵",
    "小林樹",
    "加藤凛",
    "王伟",
    "李娜",
    "张敏",
    "刘洋",
    "陈静",
    "杨帆",
    "赵磊",
    "黄丽",
    "周杰",
    "吴芳",
    "Anna_Schmidt",
    "João_Silva",
    "Zoë_van_den_Berg",
    "Marek_Nowak",
    "Emily_Clark",
    "Luca_Rossi",
    "Ines_Moreau",
    "Oskar_Lindqvist",
    "Maria_del_Carmen_Fernández_de_la_Vega",
    "Ada",
]

GOODS = (
    ("Flat white", 380, "coffee"),
    ("Filter coffee", 290, "coffee"),
    ("Croissant", 260, "bakery"),
    ("Avocado toast", 890, "kitchen"),
    ("Beans 250 g", 1190, "retail"),
    ("Gift card", 2500, "gift-card"),
    ("Orange juice", 420, "drinks"),
)


def demo_card(number: int) -> str:
    """The code of a demo member's card: 1 to 40 have owners, 41 to 60 are blank."""
    return member_card(number)


def open_demo(places: Places, clock: Clock | None = None) -> Shop:
    """The demo shop in a data folder; furnished first if the folder is new."""
    if not places.database.exists():
        furnish(places, clock)
    settings, wrong = read_settings(places.settings)
    time = clock or SystemClock(ZoneInfo(settings.zone))
    shop = Shop(open_store(places.database, time, settings.terminal), time, settings, wrong)
    nightly(shop)
    return shop


def furnish(places: Places, clock: Clock | None = None) -> None:
    """Furnish the demo shop beside its place and move it in whole: a cut-off leaves none behind."""
    work = Places(places.data / "furnishing")
    shutil.rmtree(work.data, ignore_errors=True)
    _furnish(work, clock)
    mark = work.database.with_name(work.database.name + ".mark")
    write_settings(places.settings, SETTINGS)
    if mark.exists():
        mark.replace(places.data / mark.name)
    work.database.replace(places.database)
    shutil.rmtree(work.data, ignore_errors=True)


def _furnish(places: Places, clock: Clock | None) -> None:
    """Book a month of a small café's life, ending an hour ago. The same month every time."""
    until = clock or SystemClock(ZoneInfo(SETTINGS.zone))
    ends = until.now() - timedelta(hours=1)
    past = FixedClock(ends - timedelta(days=DAYS), until.zone)
    store = open_store(places.database, past, SETTINGS.terminal)
    shop = Shop(store, past, SETTINGS)
    try:
        with store.writing() as work:
            work.add_program(demo_program())
            for one in OPERATORS:
                work.add_operator(Operator(one.id, one.name, one.role, one.badge))
                work.set_pin(one.id, hashed_pin(one.pin))
            work.keep_setting(DEMO, OPERATORS[0].pin)
        _live(shop, past, ends)
    finally:
        store.close()


def demo_program() -> Program:
    """A point for each euro, rewards from 40 points on, points that pay and that end in a year."""
    drink = (("ko", "음료 한 잔"), ("ja", "お好きなドリンク"), ("zh_CN", "任选饮品一杯"))
    cake = (("ko", "오늘의 케이크"), ("ja", "本日のケーキ"), ("zh_CN", "今日蛋糕"))
    off = (("ko", "5유로 할인"), ("ja", "5ユーロ引き"), ("zh_CN", "立减5欧元"))
    beans = (("ko", "원두 250 g"), ("ja", "コーヒー豆 250 g"), ("zh_CN", "咖啡豆 250 克"))
    return replace(
        starter_program(SETTINGS, date(2020, 1, 1)),
        name="Café points",
        base=BaseRates(points=1, step_minor=100),
        exclusions=Exclusions(categories=frozenset({"gift-card"})),
        expiry=ExpiryRule(ExpiryKind.MONTHS, months=12, to_month_end=True),
        tender=TenderRule(step_points=10, step_minor=50, minimum_points=20, most_percent=50),
        rewards=(
            Reward("drink", "Any drink", RewardKind.GIFT, 40, 380, names=drink),
            Reward("cake", "Cake of the day", RewardKind.GIFT, 60, 450, names=cake),
            Reward("off-5", "5 euros off", RewardKind.MONEY_OFF, 90, 500, 1000, names=off),
            Reward("beans", "Beans 250 g", RewardKind.GIFT, 150, 1190, names=beans),
        ),
    )


def _live(shop: Shop, past: FixedClock, ends: datetime) -> None:
    dice = random.Random(20)
    members = []
    for number, name in enumerate(NAMES, start=1):
        phone = "" if number % 9 == 0 else f"+4915{number:02d}{dice.randrange(10**6):06d}"
        act = Act(new_id(past), "sam")
        members.append(enrol(shop, act, demo_card(number), phone, name.replace("_", " ")).id)
    while past.now() < ends:
        past.advance(timedelta(minutes=dice.randrange(30, 200)))
        if past.now() >= ends or not 7 <= past.now().astimezone(UTC).hour < 19:
            continue
        picked = dice.sample(GOODS, dice.choice((1, 1, 2, 2, 3)))
        lines = tuple(
            Line(text, price * units, units, category=category)
            for text, price, category in picked
            for units in (dice.choice((1, 1, 1, 2)),)
        )
        who = dice.choice(members[:24]) if dice.random() < 0.75 else None
        chosen = (Chosen(reward="drink"),) if who and dice.random() < 0.12 else ()
        act = Act(new_id(past), dice.choice(("ana", "mina")))
        try:
            confirm(shop, act, Basket(SETTINGS.currency, lines), who, chosen)
        except LoyaltyError:
            confirm(shop, act, Basket(SETTINGS.currency, lines), who)
