"""Facts to print: one shop, one member per language, and the odd names that break layouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from receipts.writing.facts import (
    ClosingFacts,
    DatedPoints,
    LineFacts,
    MemberFacts,
    NextRewardFacts,
    RewardFacts,
    ShopFacts,
    SlipFacts,
    SlipKind,
    TenderFacts,
    WhyStep,
)

CODE = "63000010010000081245"
SEOUL = timezone(timedelta(hours=9))
AT = datetime(2026, 11, 21, 15, 4, 9, tzinfo=SEOUL)

SHOPS = {
    "en": ShopFacts("Corner Coffee", ("12 Mill Lane, Bristol",), "GB 123 4567 89"),
    "ko": ShopFacts("단골커피 연남점", ("서울 마포구 동교로 123",), "123-45-67890"),
    "ja": ShopFacts("常連コーヒー 神田店", ("東京都千代田区神田1-2-3",), "T1234567890123"),
    "zh_CN": ShopFacts("常客咖啡 静安店", ("上海市静安区南京西路123号",), "91310000MA1K00000X"),
}
CURRENCIES = {"en": "USD", "ko": "KRW", "ja": "JPY", "zh_CN": "CNY"}
NAMES = {"en": "Anna Berg", "ko": "김민수", "ja": "田中さくら", "zh_CN": "王小明"}
OPERATORS = {"en": "Mia", "ko": "박지우", "ja": "佐藤", "zh_CN": "李华"}
GOODS = {
    "en": ("Americano", "Ham and cheese sandwich on sourdough bread with pickles", "Muffin"),
    "ko": ("아메리카노", "수제 햄치즈 샌드위치 (사워도우, 피클 추가)", "블루베리 머핀"),
    "ja": ("アメリカーノ", "自家製ハムチーズサンドイッチ（ピクルス付き）", "ブルーベリーマフィン"),
    "zh_CN": ("美式咖啡", "手工火腿芝士三明治（酸面包加酸黄瓜）", "蓝莓玛芬"),
}
REWARDS = {
    "en": ("Free cookie", "Free coffee"),
    "ko": ("쿠키 증정", "무료 커피"),
    "ja": ("クッキー", "コーヒー1杯無料"),
    "zh_CN": ("曲奇一份", "免费咖啡"),
}


def member_facts(language: str) -> MemberFacts:
    """A member who earned, redeemed, and has something to lose and something to hope for."""
    redeemed, near = REWARDS[language]
    return MemberFacts(
        name=NAMES[language],
        card_masked="**** 0042",
        balance_before=1_250,
        balance_after=870,
        earned=120,
        why=(
            WhyStep("excluded", (("amount_minor", 0), ("line", 3))),
            WhyStep("paid-with-points", (("amount_minor", 3_000),)),
            WhyStep("eligible-amount", (("amount_minor", 12_050),)),
            WhyStep("base", (("points", 1), ("per_minor", 100))),
            WhyStep("rounded-down", (("points", 120),)),
        ),
        redeemed=(RewardFacts(redeemed, 500),),
        next_reward=NextRewardFacts(near, 130),
        expiring=(DatedPoints(200, date(2026, 12, 31)),),
        pending=(DatedPoints(50, date(2026, 11, 28)),),
    )


def sale_facts(language: str) -> SlipFacts:
    """A sale of three lines, one of them a reward."""
    first, second, third = GOODS[language]
    return SlipFacts(
        kind=SlipKind.SALE,
        shop=SHOPS[language],
        operator=OPERATORS[language],
        terminal="00001",
        receipt_no="00001-812",
        at=AT,
        currency=CURRENCIES[language],
        lines=(
            LineFacts(first, 2, 9_000),
            LineFacts(second, 1, 6_050),
            LineFacts(third, 1, 0, is_reward=True),
        ),
        total_minor=15_050,
        due_minor=12_050,
        paid_by_points_minor=3_000,
        points_spent=300,
        member=member_facts(language),
        code=CODE,
    )


def return_facts(language: str) -> SlipFacts:
    """One line of that sale brought back."""
    member = replace(
        member_facts(language),
        balance_before=870,
        balance_after=830,
        earned=0,
        taken_back=90,
        given_back=50,
        why=(),
        redeemed=(),
    )
    return replace(
        sale_facts(language),
        kind=SlipKind.RETURN,
        receipt_no="00001-815",
        original_no="00001-812",
        lines=(LineFacts(GOODS[language][0], 2, 9_000),),
        total_minor=9_000,
        due_minor=8_500,
        paid_by_points_minor=500,
        points_spent=50,
        member=member,
    )


def void_facts(language: str) -> SlipFacts:
    """The whole sale undone."""
    sale = sale_facts(language)
    member = replace(
        member_facts(language),
        balance_before=870,
        balance_after=1_250,
        earned=0,
        taken_back=120,
        given_back=500,
        why=(),
        redeemed=(),
    )
    return replace(sale, kind=SlipKind.VOID, original_no="00001-812", member=member, code="")


def closing_facts(language: str) -> ClosingFacts:
    """A day's shift."""
    return ClosingFacts(
        shop=SHOPS[language],
        operator=OPERATORS[language],
        terminal="00001",
        shift_no="00001-37",
        opened_at=AT.replace(hour=8, minute=55),
        closed_at=AT.replace(hour=17, minute=2),
        currency=CURRENCIES[language],
        sales=148,
        sales_total_minor=2_345_600,
        sales_with_card=97,
        points_earned=17_210,
        points_redeemed=6_500,
        points_returned=120,
        points_expired=840,
        returns=3,
        returns_total_minor=27_000,
        voids=1,
        enrolments=5,
        tenders=(TenderFacts("cash", 40, 600_000), TenderFacts("card", 108, 1_745_600)),
        chain_head="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        unsent=12,
    )
