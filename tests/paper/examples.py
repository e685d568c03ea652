"""Facts to print: one shop, one member per language, and the odd names that break layouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from receipts.writing.closing_facts import (
    ClosingFacts,
    CountedFacts,
    ProgramFacts,
    TenderFacts,
)
from receipts.writing.facts import (
    BackFacts,
    CodeFacts,
    DatedPoints,
    DeductionFacts,
    LineFacts,
    Means,
    MemberFacts,
    MovedFacts,
    NextRewardFacts,
    NoteFacts,
    NoteKind,
    RewardFacts,
    ShopFacts,
    SlipFacts,
    SlipKind,
    StampFacts,
    TierFacts,
    VoucherFacts,
    VoucherPaper,
    VoucherWorth,
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
VOUCHER_CODES = ("642718281828459014", "641414213562373076")
TIERS = {"en": ("Silver", "Gold"), "ko": ("실버", "골드"), "ja": ("シルバー", "ゴールド")}
TIERS["zh_CN"] = ("银卡", "金卡")
CARDS = {
    "en": ("Coffee card", "Sandwich card"),
    "ko": ("커피 카드", "샌드위치 카드"),
    "ja": ("コーヒーカード", "サンドイッチカード"),
    "zh_CN": ("咖啡卡", "三明治卡"),
}
VOUCHERS = {
    "en": ("Thank you for 10 visits: on everything from the bakery", "A bag of beans"),
    "ko": ("방문 10회 감사 쿠폰: 베이커리 전 품목", "원두 한 봉지"),
    "ja": ("ご来店10回感謝：ベーカリー全品", "コーヒー豆1袋"),
    "zh_CN": ("到店10次感谢券：烘焙全品类", "咖啡豆一袋"),
}
REASONS = {
    "en": "Bought on Tuesday, the slip went into the laundry with the trousers",
    "ko": "화요일에 구매하셨으나 영수증을 분실하셨음",
    "ja": "火曜日にご購入、レシート紛失のため",
    "zh_CN": "周二购买，小票遗失",
}
APPROVERS = {"en": "Sam Okafor", "ko": "이서연", "ja": "高橋", "zh_CN": "陈静"}


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
        voids_total_minor=12_050,
        program=ProgramFacts(
            vouchers_given=CountedFacts(9, 4_500),
            vouchers_used=CountedFacts(4, 1_850),
            rewards=tuple(zip(REWARDS[language], (12, 5), strict=True)),
            cards_used=CountedFacts(3, 1_350),
            without_slip=CountedFacts(1, 9_000),
            adjusted=CountedFacts(2, -150),
            stamps_moved=CountedFacts(3, 21),
            vested=640,
            pending=2_210,
            kept_minor=30,
            waived=10,
        ),
    )


def vouchers(language: str) -> tuple[VoucherFacts, ...]:
    """One of money for everybody and one of a percentage for one member, later."""
    thanks, beans = VOUCHERS[language]
    given, later = AT.date(), date(2026, 12, 1)
    money = VoucherFacts(
        thanks, VOUCHER_CODES[0], VoucherWorth.MONEY, given, date(2027, 2, 19), 500, 0, 2_000, given
    )
    share = VoucherFacts(
        name=beans,
        code=VOUCHER_CODES[1],
        worth=VoucherWorth.PERCENT,
        first_day=later,
        last_day=date(2026, 12, 31),
        value_minor=1_000,
        percent=20,
        given_on=given,
        personal=True,
        holder=NAMES[language],
    )
    return money, share


def gifts_facts(language: str) -> SlipFacts:
    """A sale with everything a program can do: tier, stamps, vouchers used and given, pending."""
    sale = sale_facts(language)
    coffee, sandwich = CARDS[language]
    now, above = TIERS[language]
    member = replace(
        member_facts(language),
        why=(),
        vests_on=date(2026, 12, 5),
        tier=TierFacts(now, above, 12_050, "spend"),
        stamps=(StampFacts(coffee, 8, 10), StampFacts(sandwich, 1, 6, 1)),
    )
    return replace(
        sale,
        member=member,
        due_minor=11_200,
        deductions=(
            DeductionFacts(Means.STAMPS, coffee, 850),
            DeductionFacts(Means.VOUCHER, VOUCHERS[language][1]),
        ),
        vouchers=vouchers(language),
    )


def less_facts(language: str) -> SlipFacts:
    """A return of goods whose points were spent, and a voucher that is worthless now."""
    back = return_facts(language)
    assert back.member is not None
    member = replace(
        back.member,
        owed=20,
        bought=30,
        waived=10,
        moved=(MovedFacts(CARDS[language][0], -2),),
        stamps=(StampFacts(CARDS[language][0], 5, 10),),
    )
    given, used = VOUCHERS[language]
    return replace(
        back,
        member=member,
        kept_minor=30,
        due_minor=8_470,
        lapsed=(CodeFacts(given, VOUCHER_CODES[0]),),
        revived=(CodeFacts(used, VOUCHER_CODES[1]),),
    )


def unlinked_facts(language: str) -> SlipFacts:
    """Goods that came back without their sale."""
    back = return_facts(language)
    assert back.member is not None
    member = replace(back.member, balance_after=780, given_back=0)
    return replace(
        back,
        kind=SlipKind.UNLINKED,
        original_no="",
        code="",
        member=member,
        due_minor=9_000,
        paid_by_points_minor=0,
        points_spent=0,
        why=REASONS[language],
        approved=APPROVERS[language],
    )


def exchange_facts(language: str) -> SlipFacts:
    """Two coffees back, a sandwich and a muffin out, and money to hand out."""
    sale = sale_facts(language)
    _, second, third = GOODS[language]
    member = replace(
        member_facts(language),
        why=(),
        redeemed=(),
        balance_before=870,
        balance_after=907,
        earned=77,
        taken_back=90,
        given_back=50,
    )
    back = BackFacts(
        (LineFacts(GOODS[language][0], 2, 9_000),), 9_000, 8_500, 500, 50, 0, "00001-812"
    )
    return replace(
        sale,
        kind=SlipKind.EXCHANGE,
        lines=(LineFacts(second, 1, 6_050), LineFacts(third, 2, 1_700)),
        total_minor=7_750,
        due_minor=7_750,
        paid_by_points_minor=0,
        points_spent=0,
        member=member,
        came_back=back,
    )


def voucher_facts(language: str) -> VoucherPaper:
    """A voucher that a person gave by hand."""
    return VoucherPaper(SHOPS[language], CURRENCIES[language], vouchers(language)[1])


def stamps_facts(language: str) -> NoteFacts:
    """Seven stamps of a paper card moved in."""
    card = CARDS[language][0]
    return NoteFacts(
        kind=NoteKind.STAMPS,
        shop=SHOPS[language],
        operator=OPERATORS[language],
        terminal="00001",
        receipt_no="00001-820",
        at=AT,
        number=7,
        member=NAMES[language],
        card_masked="**** 0042",
        balance_before=870,
        balance_after=870,
        name=card,
        serial="K0012345",
        stamps=StampFacts(card, 9, 10),
        approved=APPROVERS[language],
    )


def adjustment_facts(language: str) -> NoteFacts:
    """Points given by hand."""
    return replace(
        stamps_facts(language),
        kind=NoteKind.ADJUSTMENT,
        number=150,
        balance_after=1_020,
        name="",
        serial="",
        stamps=None,
        why=REASONS[language],
    )
