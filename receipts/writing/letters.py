"""Ready letters for each occasion in four languages, which a shop takes over and may reword, and
the sentence below every letter that says how to end them.
"""

from __future__ import annotations

from collections.abc import Mapping

from loyalty.care.letter import Letter, Occasion

Texts = Mapping[Occasion, tuple[str, str]]

_EN: Texts = {
    Occasion.WELCOME: (
        "Welcome to {shop}",
        (
            "Hello {first},\n\nthank you for joining us. From now on every purchase earns "
            "you points: show your card, or tell us your phone number.\n\nYour points: "
            "{balance}"
        ),
    ),
    Occasion.BIRTHDAY: (
        "Happy birthday, {first}",
        "Hello {first},\n\nall of us at {shop} wish you a happy birthday.",
    ),
    Occasion.ANNIVERSARY: (
        "With us for {years} years: thank you",
        (
            "Hello {first},\n\nyears with us: {years}. Thank you for coming back again and "
            "again.\n\nYour points: {balance}"
        ),
    ),
    Occasion.EXPIRING: (
        "Some of your points end soon",
        (
            "Hello {first},\n\n{points} of your points can be used until {until}. After "
            "that day they are gone, so we would rather you enjoyed them.\n\nYour points: "
            "{balance}"
        ),
    ),
    Occasion.REWARD: (
        "You can have: {reward}",
        (
            "Hello {first},\n\nyou have the points for this: {reward}. Just ask for it on "
            "your next visit.\n\nYour points: {balance}"
        ),
    ),
    Occasion.TIER: (
        "Your level is now {tier}",
        ("Hello {first},\n\nyour level at {shop} is now {tier}.\n\nYour points: {balance}"),
    ),
    Occasion.LAPSED: (
        "We have not seen you for a while",
        (
            "Hello {first},\n\nyour last visit was on {last}. If anything was not right, "
            "answer this letter and tell us. We would be glad to see you again.\n\nYour "
            "points: {balance}"
        ),
    ),
    Occasion.AFTER_CASE: (
        "Is everything right now?",
        (
            "Hello {first},\n\nsomething went wrong for you with us, and we are sorry. We "
            "hope it is settled now. If it is not, answer this letter: a person reads it."
        ),
    ),
}
_KO: Texts = {
    Occasion.WELCOME: (
        "{shop} 회원이 되신 것을 환영합니다",
        (
            "{first}님, 안녕하세요.\n\n가입해 주셔서 감사합니다. 이제 구매하실 때마다 포인"
            "트가 쌓입니다. 카드를 보여 주시거나 전화번호를 말씀해 주세요.\n\n보유 포인트: "
            "{balance}"
        ),
    ),
    Occasion.BIRTHDAY: (
        "{first}님, 생일 축하합니다",
        "{first}님, 안녕하세요.\n\n{shop} 직원 모두가 생일을 진심으로 축하드립니다.",
    ),
    Occasion.ANNIVERSARY: (
        "함께한 지 {years}년, 감사합니다",
        (
            "{first}님, 안녕하세요.\n\n저희와 함께하신 지 {years}년이 되었습니다. 꾸준히 찾"
            "아 주셔서 감사합니다.\n\n보유 포인트: {balance}"
        ),
    ),
    Occasion.EXPIRING: (
        "곧 소멸되는 포인트가 있습니다",
        (
            "{first}님, 안녕하세요.\n\n{points} 포인트는 {until}까지 사용하실 수 있습니다. "
            "그 이후에는 소멸되니 그 전에 꼭 사용하세요.\n\n보유 포인트: {balance}"
        ),
    ),
    Occasion.REWARD: (
        "받으실 수 있는 리워드: {reward}",
        (
            "{first}님, 안녕하세요.\n\n포인트로 {reward}을(를) 받으실 수 있습니다. 다음 방"
            "문 때 말씀해 주세요.\n\n보유 포인트: {balance}"
        ),
    ),
    Occasion.TIER: (
        "회원 등급 안내: {tier}",
        (
            "{first}님, 안녕하세요.\n\n{shop} 회원 등급이 이제 {tier}입니다.\n\n보유 포인트"
            ": {balance}"
        ),
    ),
    Occasion.LAPSED: (
        "오랜만에 안부 전합니다",
        (
            "{first}님, 안녕하세요.\n\n마지막으로 방문하신 날은 {last}입니다. 불편하신 점이"
            " 있었다면 이 메일에 답장해 주세요. 다시 뵙기를 바랍니다.\n\n보유 포인트: "
            "{balance}"
        ),
    ),
    Occasion.AFTER_CASE: (
        "이제 불편이 해결되셨나요?",
        (
            "{first}님, 안녕하세요.\n\n저희 매장에서 불편을 드려 죄송합니다. 이제 해결되셨"
            "기를 바랍니다. 아직 남은 문제가 있다면 이 메일에 답장해 주세요. 직원이 직접 읽"
            "습니다."
        ),
    ),
}
_JA: Texts = {
    Occasion.WELCOME: (
        "{shop}へようこそ",
        (
            "{first}様\n\nご入会ありがとうございます。これからはお買い物のたびにポイントが"
            "たまります。カードをご提示いただくか、電話番号をお申し付けください。\n\n現在の"
            "ポイント: {balance}"
        ),
    ),
    Occasion.BIRTHDAY: (
        "お誕生日おめでとうございます",
        "{first}様\n\n{shop}一同、お誕生日を心よりお祝い申し上げます。",
    ),
    Occasion.ANNIVERSARY: (
        "ご入会{years}年、ありがとうございます",
        (
            "{first}様\n\nご入会から{years}年になりました。いつもご来店いただきありがとうご"
            "ざいます。\n\n現在のポイント: {balance}"
        ),
    ),
    Occasion.EXPIRING: (
        "まもなく失効するポイントがあります",
        (
            "{first}様\n\n{points}ポイントは{until}までご利用いただけます。それ以降は失効し"
            "ますので、お早めにご利用ください。\n\n現在のポイント: {balance}"
        ),
    ),
    Occasion.REWARD: (
        "交換できる特典: {reward}",
        (
            "{first}様\n\nポイントで「{reward}」と交換できます。次回ご来店の際にお申し付け"
            "ください。\n\n現在のポイント: {balance}"
        ),
    ),
    Occasion.TIER: (
        "会員ランクのお知らせ: {tier}",
        ("{first}様\n\n{shop}での会員ランクは現在{tier}です。\n\n現在のポイント: {balance}"),
    ),
    Occasion.LAPSED: (
        "お変わりありませんか",
        (
            "{first}様\n\n最後のご来店は{last}でした。お気づきの点がありましたら、このメー"
            "ルにご返信ください。またのご来店をお待ちしております。\n\n現在のポイント: "
            "{balance}"
        ),
    ),
    Occasion.AFTER_CASE: (
        "その後いかがでしょうか",
        (
            "{first}様\n\nこのたびはご迷惑をおかけし、申し訳ございませんでした。解決してお"
            "りますでしょうか。まだお困りの点がありましたら、このメールにご返信ください。担"
            "当者が拝見します。"
        ),
    ),
}
_ZH: Texts = {
    Occasion.WELCOME: (
        "欢迎加入{shop}",
        (
            "{first}，您好！\n\n感谢您成为我们的会员。今后每次购物都可累积积分，请出示会员"
            "卡或告知手机号码。\n\n当前积分：{balance}"
        ),
    ),
    Occasion.BIRTHDAY: (
        "{first}，祝您生日快乐",
        "{first}，您好！\n\n{shop}全体员工祝您生日快乐。",
    ),
    Occasion.ANNIVERSARY: (
        "相伴{years}年，感谢有您",
        (
            "{first}，您好！\n\n您成为会员已满{years}年，感谢您一直以来的光临。\n\n当前积分"
            "：{balance}"
        ),
    ),
    Occasion.EXPIRING: (
        "您有积分即将到期",
        (
            "{first}，您好！\n\n您有{points}积分可使用至{until}，逾期将失效，请尽早使用。\n"
            "\n当前积分：{balance}"
        ),
    ),
    Occasion.REWARD: (
        "您可以兑换：{reward}",
        (
            "{first}，您好！\n\n您的积分已可兑换：{reward}。下次光临时告诉我们即可。\n\n当"
            "前积分：{balance}"
        ),
    ),
    Occasion.TIER: (
        "您的会员等级：{tier}",
        "{first}，您好！\n\n您在{shop}的会员等级现为{tier}。\n\n当前积分：{balance}",
    ),
    Occasion.LAPSED: (
        "好久不见",
        (
            "{first}，您好！\n\n您上次光临是在{last}。如有任何不满意之处，请回复本邮件告诉"
            "我们。期待您再次光临。\n\n当前积分：{balance}"
        ),
    ),
    Occasion.AFTER_CASE: (
        "问题解决了吗？",
        (
            "{first}，您好！\n\n给您带来不便，我们深表歉意，希望问题已经解决。如果还没有，"
            "请回复本邮件，会有专人查看。"
        ),
    ),
}
_READY = {"en": _EN, "ko": _KO, "ja": _JA, "zh_CN": _ZH}
_STOP = {
    "en": "You get this because you agreed to letters from {shop}. To end them, answer with the "
    "word “stop”, or tell us at the counter.",
    "ko": "{shop}의 메일 수신에 동의하셔서 보내 드립니다. 그만 받으시려면 “중지”라고 답장하시거나 "
    "매장에 말씀해 주세요.",
    "ja": "{shop}からのメール受信に同意された方にお送りしています。停止をご希望の場合は「停止」と"
    "ご返信いただくか、店頭でお申し付けください。",
    "zh_CN": "您同意接收{shop}的邮件，因此收到本邮件。如需停止接收，请回复“停止”，"
    "或在店内告知我们。",
}


def ready(occasion: Occasion, language: str) -> Letter:
    """The ready letter; in English for a language that is none of ours."""
    subject, body = _READY.get(language, _EN)[occasion]
    return Letter(occasion, language if language in _READY else "en", subject, body)


def how_to_stop(shop: str, language: str) -> str:
    """The sentence below every letter."""
    return _STOP.get(language, _STOP["en"]).replace("{shop}", shop)
