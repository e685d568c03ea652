"""What the public pages say to whoever stops messages or answers, each in four languages."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "guest.stop": ("Stop messages", "메시지 수신 거부", "メッセージの停止", "停止接收信息"),
    "guest.stop.email": (
        "You get offers from us by e-mail. Shall they stop?",
        "이메일로 혜택 소식을 받고 계십니다. 그만 받으시겠습니까?",
        "メールでお得な情報をお届けしています。停止しますか？",
        "您通过电子邮件接收我们的优惠信息。要停止吗？",
    ),
    "guest.stop.sms": (
        "You get offers from us by text message. Shall they stop?",
        "문자로 혜택 소식을 받고 계십니다. 그만 받으시겠습니까?",
        "SMSでお得な情報をお届けしています。停止しますか？",
        "您通过短信接收我们的优惠信息。要停止吗？",
    ),
    "guest.stop.other": (
        "You agreed to this before. Shall it stop?",
        "이전에 동의하신 내용입니다. 그만두시겠습니까?",
        "以前ご同意いただいた内容です。停止しますか？",
        "您之前同意过此项。要停止吗？",
    ),
    "guest.stop.do": ("Stop them", "수신 거부", "停止する", "停止"),
    "guest.stop.stays": (
        "Your account and your points stay as they are.",
        "계정과 포인트는 그대로 유지됩니다.",
        "アカウントとポイントはそのまま残ります。",
        "您的账户和积分保持不变。",
    ),
    "guest.stopped.email": (
        "You get no more offers from us by e-mail.",
        "더 이상 이메일로 혜택 소식을 보내지 않습니다.",
        "今後、メールでお得な情報はお送りしません。",
        "您将不再收到我们的优惠邮件。",
    ),
    "guest.stopped.sms": (
        "You get no more offers from us by text message.",
        "더 이상 문자로 혜택 소식을 보내지 않습니다.",
        "今後、SMSでお得な情報はお送りしません。",
        "您将不再收到我们的优惠短信。",
    ),
    "guest.stopped.other": (
        "What you agreed to is taken back.",
        "동의가 철회되었습니다.",
        "ご同意は取り消されました。",
        "您的同意已撤回。",
    ),
    "guest.stopped.again": (
        "If you change your mind, tell us at the counter.",
        "마음이 바뀌시면 매장에서 말씀해 주세요.",
        "お気持ちが変わりましたら、店頭でお申し付けください。",
        "如果您改变主意，请在柜台告诉我们。",
    ),
    "guest.survey": ("A question", "한 가지 질문", "ひとつ質問", "一个问题"),
    "guest.ask.nps": (
        "How likely are you to recommend us to a friend?",
        "저희를 친구에게 추천하실 의향이 얼마나 되십니까?",
        "当店をご友人に勧める可能性はどのくらいですか？",
        "您有多大可能向朋友推荐我们？",
    ),
    "guest.ask.recommend": (
        "Would you recommend us?",
        "저희를 추천하시겠습니까?",
        "当店を勧めたいと思いますか？",
        "您会推荐我们吗？",
    ),
    "guest.ask.again": (
        "Would you shop with us again?",
        "다시 이용하시겠습니까?",
        "また利用したいと思いますか？",
        "您会再次光顾吗？",
    ),
    "guest.ask.others": (
        "Would you try other products of ours?",
        "저희의 다른 상품도 이용해 보시겠습니까?",
        "当店のほかの商品も試したいと思いますか？",
        "您会尝试我们的其他商品吗？",
    ),
    "guest.ask.least": (
        "not at all",
        "전혀 아니다",
        "まったく思わない",
        "完全不会",
    ),
    "guest.ask.most": ("very much", "매우 그렇다", "とても思う", "非常愿意"),
    "guest.comment": (
        "Why? (if you like)",
        "이유를 알려 주세요 (선택)",
        "理由（任意）",
        "为什么？（可选）",
    ),
    "guest.comment.hint": (
        "No names or numbers, please.",
        "이름이나 번호는 적지 마세요.",
        "お名前や番号は書かないでください。",
        "请勿填写姓名或号码。",
    ),
    "guest.send": ("Send", "보내기", "送信", "发送"),
    "guest.thanks": ("Thank you", "감사합니다", "ありがとうございます", "谢谢您"),
    "guest.thanks.said": (
        "Your answer has arrived.",
        "답변이 잘 도착했습니다.",
        "ご回答を受け付けました。",
        "您的回答已收到。",
    ),
    "guest.survey.said": (
        "You have answered this already. Thank you.",
        "이미 답변해 주셨습니다. 감사합니다.",
        "すでにご回答いただいています。ありがとうございます。",
        "您已经回答过了，谢谢。",
    ),
    "answer-range": (
        "Choose a number from {least} to {most}.",
        "{least}에서 {most} 사이의 숫자를 선택해 주세요.",
        "{least}から{most}までの数字を選んでください。",
        "请选择 {least} 到 {most} 之间的数字。",
    ),
    "text-too-long": (
        "This text is too long ({field}: at most {longest} characters).",
        "글이 너무 깁니다 ({field}: 최대 {longest}자).",
        "文章が長すぎます（{field}：最大{longest}文字）。",
        "文字过长（{field}：最多 {longest} 个字符）。",
    ),
    "answer-too-soon": (
        "You have answered within the last {days} days. Thank you.",
        "최근 {days}일 안에 이미 답변해 주셨습니다. 감사합니다.",
        "直近{days}日以内にご回答いただいています。ありがとうございます。",
        "您在最近 {days} 天内已回答过，谢谢。",
    ),
}
