"""The demo shop: a café with members in four languages, three operators and a month of sales.

Everything in it was booked through the same use cases as in a real shop, only at earlier times.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from loyalty.basket import Basket, Line
from loyalty.codes import member_card, operator_badge
from loyalty.errors import LoyaltyError
from loyalty.ledger.count import stamps_of
from loyalty.product import Product
from loyalty.redemption.quote import Chosen
from pos.acts import Act
from pos.clock import Clock, FixedClock, SystemClock
from pos.counter import confirm, look
from pos.demo_program import CHEESE, GOODS, SETTINGS, demo_program, whole_program
from pos.enrol import enrol
from pos.households import join
from pos.ids import new_id
from pos.nightly import nightly
from pos.places import Places
from pos.profiles import Changes, edit_profile
from pos.scene import begin_key
from pos.settings import read_settings, write_settings
from pos.shop import Shop
from pos.staff import Role, hashed_pin
from pos.store import Operator, open_store
from pos.vouchers import give

__all__ = ["SETTINGS", "demo_program"]

DEMO = "demo"  # a setting of the books: there in a demo shop, and the first PIN
DAYS = 30
BLANK_CARDS = range(41, 61)


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

STAR = 8
"""The number of a member who has something of everything: a tier, a birthday, stamps, a voucher."""
HOUSEHOLD = (22, 23)


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
            work.add_program(whole_program())
            begin_key(work)
            work.put_products((*GOODS, CHEESE))
            for one in OPERATORS:
                work.add_operator(Operator(one.id, one.name, one.role, one.badge))
                work.set_pin(one.id, hashed_pin(one.pin))
            work.keep_setting(DEMO, OPERATORS[0].pin)
        _live(shop, past, ends)
    finally:
        store.close()


def _live(shop: Shop, past: FixedClock, ends: datetime) -> None:
    dice = random.Random(20)
    members = []
    for number, name in enumerate(NAMES, start=1):
        phone = "" if number % 9 == 0 else f"+4915{number:02d}{dice.randrange(10**6):06d}"
        act = Act(new_id(past), "sam")
        members.append(enrol(shop, act, demo_card(number), phone, name.replace("_", " ")).id)
    star = members[STAR - 1]
    _know(shop, members, ends)
    while past.now() < ends:
        past.advance(timedelta(minutes=dice.randrange(30, 200)))
        if past.now() >= ends or not 7 <= past.now().astimezone(UTC).hour < 19:
            continue
        picked = dice.sample(GOODS, dice.choice((1, 1, 2, 2, 3)))
        lines = tuple(_line(product, dice.choice((1, 1, 1, 2))) for product in picked)
        who = dice.choice(members[:24]) if dice.random() < 0.75 else None
        chosen = (Chosen(reward="drink"),) if who and dice.random() < 0.12 else ()
        act = Act(new_id(past), dice.choice(("ana", "mina")))
        if who == star:
            chosen = ()
        try:
            confirm(shop, act, Basket(SETTINGS.currency, lines), who, chosen)
        except LoyaltyError:
            confirm(shop, act, Basket(SETTINGS.currency, lines), who)
    past.advance(ends - past.now())
    _favour(shop, past, star)


def _know(shop: Shop, members: list[UUID], ends: datetime) -> None:
    """What some members told: a birthday, which is today for one of them; a household."""
    clock = shop.clock
    today = ends.astimezone(clock.zone).date()
    for number, days in ((STAR, 0), (2, 2), (5, -1), (11, 90)):
        born = today + timedelta(days=days)
        told = Changes(birthday=f"--{born:%m-%d}")
        edit_profile(shop, Act(new_id(clock), "sam"), members[number - 1], told)
    host, guest = (members[number - 1] for number in HOUSEHOLD)
    join(shop, Act(new_id(clock), "sam"), guest, host)


def _favour(shop: Shop, past: FixedClock, star: UUID) -> None:
    """The last hour before the tour: beans for a tier, coffees up to the last stamp, a voucher."""
    coffee, beans = GOODS[0], GOODS[4]
    card = whole_program().stamps[0]
    _buy(shop, past, star, beans, 6)
    stamped = look(shop, star).history.count(stamps_of(card.id))
    if coffees := (card.needed - 1 - stamped) % card.needed:
        _buy(shop, past, star, coffee, coffees)
    give(shop, Act(new_id(past), "sam"), "treat", star)


def _buy(shop: Shop, past: FixedClock, member: UUID, product: Product, units: int) -> None:
    basket = Basket(SETTINGS.currency, (_line(product, units),))
    confirm(shop, Act(new_id(past), "ana"), basket, member)


def _line(product: Product, units: int) -> Line:
    return Line(
        product.name,
        product.price_minor * units,
        units,
        sku=product.sku,
        category=product.category,
        flags=product.flags,
    )
