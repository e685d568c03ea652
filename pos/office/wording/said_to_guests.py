"""What the public pages say to customers: each key in English, Korean, Japanese and Chinese."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "guest.title": ("Keep your points", "포인트 적립하기", "ポイントを貯める", "保留您的积分"),
    "guest.receipt": ("Your receipt", "영수증", "レシート", "您的小票"),
    "guest.when": ("Bought", "구매 일시", "購入日時", "购买时间"),
    "guest.total": ("Total", "합계", "合計", "合计"),
    "guest.points": ("Points", "포인트", "ポイント", "积分"),
    "guest.waits": (
        (
            "Your receipt arrives here within minutes. You can keep its points already; they are "
            "added as soon as it is here."
        ),
        "영수증이 몇 분 안에 도착합니다. 지금 미리 신청해 두시면 도착하는 대로 적립됩니다.",
        "レシートは数分以内に届きます。今お手続きいただければ、届きしだいポイントが加算されます。",
        "您的小票几分钟内到达。您现在就可以保留积分，到达后立即记入。",
    ),
    "guest.new": (
        "I have no card yet",
        "아직 카드가 없습니다",
        "カードを持っていません",
        "我还没有会员卡",
    ),
    "guest.old": (
        "Or: I have a card already",
        "또는: 카드가 있습니다",
        "または：カードを持っています",
        "或者：我已有会员卡",
    ),
    "guest.contact": (
        "Phone number or e-mail",
        "전화번호 또는 이메일",
        "電話番号またはメールアドレス",
        "电话号码或电子邮箱",
    ),
    "guest.contact.hint": (
        "By it we find your points at the counter.",
        "매장에서 이것으로 포인트를 찾습니다.",
        "店頭でポイントをお調べするときに使います。",
        "我们在柜台凭此查找您的积分。",
    ),
    "guest.agree": (
        "Keep an account for me",
        "제 계정을 만들어 주세요",
        "アカウントの作成に同意します",
        "请为我建立账户",
    ),
    "guest.agree.what": (
        (
            "We keep this number or address, what you buy here and your points, until you ask us "
            "to delete them."
        ),
        "이 번호나 주소, 구매 내역과 포인트를 삭제를 요청하실 때까지 보관합니다.",
        "この番号またはアドレス、お買い物の内容、ポイントを、削除のお申し出があるまで保管します。",
        "我们保存此号码或邮箱、您在本店的购物和积分，直到您要求删除。",
    ),
    "guest.messages": (
        "Send me offers",
        "혜택 소식을 보내 주세요",
        "お得な情報を受け取る",
        "请给我发送优惠信息",
    ),
    "guest.messages.what": (
        "If you like. It can be stopped at any time.",
        "선택 사항입니다. 언제든지 그만둘 수 있습니다.",
        "任意です。いつでも停止できます。",
        "可选，随时可以停止。",
    ),
    "guest.card": ("Card number", "카드 번호", "カード番号", "卡号"),
    "guest.card.hint": (
        "The 16 digits on your card.",
        "카드에 있는 숫자 16자리.",
        "カードに記載の16桁の数字。",
        "卡上的 16 位数字。",
    ),
    "guest.keep": ("Keep my points", "포인트 적립", "ポイントを貯める", "保留我的积分"),
    "guest.kept": (
        "Your points are kept",
        "포인트가 적립되었습니다",
        "ポイントが貯まりました",
        "您的积分已保留",
    ),
    "guest.kept.waits": (
        "Your points are on their way",
        "포인트가 곧 적립됩니다",
        "ポイントはまもなく加算されます",
        "您的积分即将记入",
    ),
    "guest.booked": (
        "They can be spent once the time in which goods may come back is over.",
        "반품 기간이 지나면 사용할 수 있습니다.",
        "返品期間が過ぎるとお使いいただけます。",
        "退货期过后即可使用。",
    ),
    "guest.waits.kept": (
        (
            "Your receipt has not arrived here yet. The points are added once it has; there is "
            "nothing more to do."
        ),
        "영수증이 아직 도착하지 않았습니다. 도착하는 대로 적립되며, 더 하실 일은 없습니다.",
        (
            "レシートはまだ届いていません。届きしだいポイントが加算されます。"
            "お手続きはこれで完了です。"
        ),
        "您的小票尚未到达。到达后积分立即记入，您无需再做什么。",
    ),
    "guest.card.yours": ("Your card", "회원님의 카드", "お客様のカード", "您的会员卡"),
    "guest.card.picture": (
        "The code of your card",
        "카드 코드",
        "カードのコード",
        "会员卡二维码",
    ),
    "guest.card.keep": (
        (
            "Take a picture of this page or print it, and show it when you shop again. This page "
            "is shown on this device only, until the browser is closed."
        ),
        (
            "이 화면을 캡처하거나 인쇄해 두었다가 다음에 보여 주세요. 브라우저를 닫을 때까지 "
            "이 기기에서만 볼 수 있습니다."
        ),
        (
            "この画面を撮影または印刷して、次回のお買い物でお見せください。"
            "この画面はブラウザを閉じるまで、この端末でのみ表示されます。"
        ),
        "请截图或打印此页，下次购物时出示。此页仅在本设备上显示，直到关闭浏览器。",
    ),
    "guest.card.other": (
        (
            "If you have another card of ours, show both at the counter and their points are put "
            "together."
        ),
        "다른 카드가 있으시면 매장에서 두 카드를 함께 보여 주세요. 포인트를 합쳐 드립니다.",
        "別のカードをお持ちの場合は、店頭で両方お見せいただければポイントを合算します。",
        "如果您另有本店会员卡，请在柜台同时出示，积分将合并。",
    ),
    "guest.card.theirs": (
        "They go to the card whose number you gave.",
        "입력하신 번호의 카드에 적립됩니다.",
        "ご入力いただいた番号のカードに加算されます。",
        "积分将记入您所填卡号的会员卡。",
    ),
    "guest.survey.link": (
        "Tell us how it was",
        "이용 소감을 들려주세요",
        "ご感想をお聞かせください",
        "告诉我们您的感受",
    ),
    "guest-both": (
        "Give either a phone number or e-mail, or the number of a card, not both.",
        "전화번호·이메일과 카드 번호 중 하나만 입력해 주세요.",
        "電話番号・メールアドレスとカード番号のどちらか一方だけを入力してください。",
        "请填写电话或邮箱，或者卡号，只需其一。",
    ),
    "guest-agree": (
        "To keep points we need an account for you: please tick “Keep an account for me”.",
        "포인트를 적립하려면 계정이 필요합니다. “제 계정을 만들어 주세요”를 선택해 주세요.",
        (
            "ポイントを貯めるにはアカウントが必要です。"
            "「アカウントの作成に同意します」にチェックしてください。"
        ),
        "保留积分需要账户：请勾选“请为我建立账户”。",
    ),
    "guest-card": (
        (
            "We cannot add points to a card with this number. Check its 16 digits, or show this "
            "receipt at the counter."
        ),
        "이 번호의 카드에는 적립할 수 없습니다. 번호를 확인하시거나 매장에서 보여 주세요.",
        (
            "この番号のカードには加算できません。16桁をご確認いただくか、"
            "店頭でレシートをお見せください。"
        ),
        "无法将积分记入此号码的卡。请核对 16 位数字，或在柜台出示此小票。",
    ),
    "guest-counter": (
        "This receipt has to be looked at by a person. Please show it at the counter.",
        "직원의 확인이 필요한 영수증입니다. 매장에서 보여 주세요.",
        "このレシートは係員の確認が必要です。店頭でお見せください。",
        "此小票需要人工查看，请在柜台出示。",
    ),
    "guest-slip-wrong": (
        "This is not the code of a receipt of ours. Scan it again, or show it at the counter.",
        "저희 영수증의 코드가 아닙니다. 다시 스캔하거나 매장에서 보여 주세요.",
        "当店のレシートのコードではありません。もう一度読み取るか、店頭でお見せください。",
        "这不是本店小票的二维码。请重新扫描，或在柜台出示。",
    ),
    "guest-slip-soon": (
        (
            "This receipt is not known here yet. Try again in a few minutes, or show it at the "
            "counter."
        ),
        "아직 확인되지 않는 영수증입니다. 몇 분 뒤에 다시 시도하거나 매장에서 보여 주세요.",
        (
            "このレシートはまだ確認できません。数分後にもう一度お試しいただくか、"
            "店頭でお見せください。"
        ),
        "此小票暂时查不到。请几分钟后再试，或在柜台出示。",
    ),
    "guest-link-wrong": (
        "This link is not whole. Open it from the message again.",
        "링크가 온전하지 않습니다. 메시지에서 다시 열어 주세요.",
        "リンクが不完全です。メッセージからもう一度開いてください。",
        "此链接不完整，请从信息中重新打开。",
    ),
    "guest-score": (
        "Choose a number first.",
        "먼저 숫자를 선택해 주세요.",
        "先に数字を選んでください。",
        "请先选择一个数字。",
    ),
    "enrol-nothing": (
        "A phone number, an e-mail address or a card number is needed.",
        "전화번호, 이메일 또는 카드 번호를 입력해 주세요.",
        "電話番号、メールアドレス、カード番号のいずれかを入力してください。",
        "请填写电话号码、电子邮箱或卡号。",
    ),
    "phone-unreadable": (
        "“{typed}” is not a phone number.",
        "“{typed}”은(는) 전화번호가 아닙니다.",
        "「{typed}」は電話番号ではありません。",
        "“{typed}”不是电话号码。",
    ),
    "email-unreadable": (
        "“{typed}” is not an e-mail address.",
        "“{typed}”은(는) 이메일 주소가 아닙니다.",
        "「{typed}」はメールアドレスではありません。",
        "“{typed}”不是电子邮箱地址。",
    ),
    "claim-already": (
        "The points of this receipt have been kept already.",
        "이 영수증의 포인트는 이미 적립되었습니다.",
        "このレシートのポイントはすでに貯められています。",
        "此小票的积分已被保留。",
    ),
    "claim-has-card": (
        "This purchase went to a card at the counter. There is nothing more to do.",
        "이 구매는 매장에서 카드에 적립되었습니다. 더 하실 일은 없습니다.",
        "このお買い物は店頭でカードに加算済みです。お手続きは不要です。",
        "此次购物已在柜台记入会员卡，您无需再做什么。",
    ),
    "claim-returned": (
        "Everything on this receipt was brought back, so it has no points.",
        "이 영수증의 상품이 모두 반품되어 포인트가 없습니다.",
        "このレシートの商品はすべて返品されたため、ポイントはありません。",
        "此小票上的商品已全部退回，没有积分。",
    ),
    "claim-withdrawn": (
        "The points of this receipt were taken back.",
        "이 영수증의 포인트는 취소되었습니다.",
        "このレシートのポイントは取り消されました。",
        "此小票的积分已被收回。",
    ),
    "claim-too-old": (
        "This receipt is too old for points.",
        "포인트를 적립할 수 있는 기간이 지났습니다.",
        "ポイントを貯められる期間を過ぎています。",
        "此小票已超过可积分的期限。",
    ),
    "claim-too-small": (
        "The total of this receipt is too small for points.",
        "포인트를 적립하기에는 금액이 적습니다.",
        "ポイントの対象となる金額に達していません。",
        "此小票金额未达到积分要求。",
    ),
    "claim-limit": (
        "This card has had as many receipts as it may have for now.",
        "이 카드에는 지금 더 적립할 수 없습니다.",
        "このカードには今はこれ以上加算できません。",
        "此卡目前可记入的小票数已满。",
    ),
    "claim-future": (
        "This receipt's date is in the future.",
        "영수증의 날짜가 미래입니다.",
        "レシートの日付が未来になっています。",
        "此小票的日期在未来。",
    ),
}
