"""The weekly page of staff patterns, in all languages: what was looked at, and what it may mean."""

from __future__ import annotations

EN_STAFF: dict[str, str] = {
    "table.patterns": "What was looked at",
    "table.pattern-found": "Who stands out",
    "column.flagged": "Stand out",
    "column.looked-at": "Looked at",
    "said.patterns-none": "Nothing stands out this week.",
    "said.patterns-found": "{count} to look at.",
    "said.patterns-ask": (
        "Each is a reason to ask, not a proof. “Usual” is what the shop's own rate would have "
        "brought; somebody is named only where chance alone hardly brings so many."
    ),
    "word.pattern-own-card": "Own card on sales",
    "word.pattern-same-card": "Same card every few minutes",
    "word.pattern-after-payment": "Card attached after payment",
    "word.pattern-under-limit": "Just under the limit",
    "word.pattern-without-goods": "Returns without goods",
    "word.pattern-voids": "Sales cancelled",
    "word.pattern-own-favour": "Points to oneself",
    "word.pattern-one-till": "Card served by one person only",
    "title.pattern-own-card": "Own card on sales",
    "title.pattern-same-card": "Same card every few minutes",
    "title.pattern-after-payment": "Card attached after payment",
    "title.pattern-under-limit": "Just under the limit",
    "title.pattern-without-goods": "Returns without goods",
    "title.pattern-voids": "Sales cancelled",
    "title.pattern-own-favour": "Points to oneself",
    "title.pattern-one-till": "Card served by one person only",
    "said.pattern-own-card.means": (
        "Sales rung up with the operator's own card, of all they rang up with a card."
    ),
    "said.pattern-same-card.means": (
        "Sales with a card less than 15 minutes after its last one, by the same person, "
        "of the card's sales there. Marked members are left out."
    ),
    "said.pattern-after-payment.means": (
        "Receipts credited more than 10 minutes after payment, of the member's visits. "
        "Kiosks and marked members are left out."
    ),
    "said.pattern-under-limit.means": (
        "Days whose points by hand, approved by nobody, came to 90 % or more of what the operator "
        "may alone, of days with any; over four weeks."
    ),
    "said.pattern-without-goods.means": "Returns that name no sale, beside the operator's sales.",
    "said.pattern-voids.means": (
        "Sales cancelled right after they were rung up, beside the operator's sales."
    ),
    "said.pattern-own-favour.means": "Points given by hand to one's own card; once is listed.",
    "said.pattern-one-till.means": (
        "Visits of a card served by this operator, of all its visits in hours when others sold as "
        "well; over four weeks. Perhaps a friend's card, or their own."
    ),
}
KO_STAFF: dict[str, str] = {
    "table.patterns": "점검한 항목",
    "table.pattern-found": "확인이 필요한 직원",
    "column.flagged": "확인 필요",
    "column.looked-at": "점검 대상",
    "said.patterns-none": "이번 주에는 눈에 띄는 점이 없습니다.",
    "said.patterns-found": "확인할 항목이 {count}건 있습니다.",
    "said.patterns-ask": (
        "증거가 아니라 물어볼 이유일 뿐입니다. ‘평소’는 이 매장의 평균 비율로 예상되는 횟수이며, "
        "우연으로 보기 어려운 경우에만 이름이 나옵니다."
    ),
    "word.pattern-own-card": "본인 카드로 판매 등록",
    "word.pattern-same-card": "몇 분 간격의 같은 카드",
    "word.pattern-after-payment": "결제 후 카드 적립",
    "word.pattern-under-limit": "한도 바로 아래 조정",
    "word.pattern-without-goods": "상품 없는 반품",
    "word.pattern-voids": "판매 취소",
    "word.pattern-own-favour": "본인에게 준 포인트",
    "word.pattern-one-till": "한 직원만 등록한 카드",
    "title.pattern-own-card": "본인 카드로 판매 등록",
    "title.pattern-same-card": "몇 분 간격의 같은 카드",
    "title.pattern-after-payment": "결제 후 카드 적립",
    "title.pattern-under-limit": "한도 바로 아래 조정",
    "title.pattern-without-goods": "상품 없는 반품",
    "title.pattern-voids": "판매 취소",
    "title.pattern-own-favour": "본인에게 준 포인트",
    "title.pattern-one-till": "한 직원만 등록한 카드",
    "said.pattern-own-card.means": (
        "직원이 회원 카드로 등록한 판매 중 본인 카드로 등록한 판매입니다."
    ),
    "said.pattern-same-card.means": (
        "같은 직원이 직전 판매 후 15분 안에 같은 카드로 다시 등록한 판매입니다. "
        "따로 표시한 회원은 제외합니다."
    ),
    "said.pattern-after-payment.means": (
        "결제 후 10분이 지나 적립한 영수증과 그 회원의 방문 횟수입니다. "
        "키오스크와 따로 표시한 회원은 제외합니다."
    ),
    "said.pattern-under-limit.means": (
        "승인 없이 직접 조정한 포인트가 하루 한도의 90 % 이상이었던 날입니다. 4주 기준입니다."
    ),
    "said.pattern-without-goods.means": "원래 판매를 알 수 없는 반품과 그 직원의 판매 수입니다.",
    "said.pattern-voids.means": "등록 직후 취소한 판매와 그 직원의 판매 수입니다.",
    "said.pattern-own-favour.means": "본인 카드에 직접 준 포인트입니다. 한 번이라도 표시합니다.",
    "said.pattern-one-till.means": (
        "다른 직원도 판매하던 시간에 이 직원이 응대한 방문 횟수입니다. 4주 기준입니다. "
        "지인이나 본인의 카드일 수 있습니다."
    ),
}
JA_STAFF: dict[str, str] = {
    "table.patterns": "確認した項目",
    "table.pattern-found": "目立つ担当者",
    "column.flagged": "要確認",
    "column.looked-at": "対象",
    "said.patterns-none": "今週は目立つ点がありません。",
    "said.patterns-found": "確認する項目が{count}件あります。",
    "said.patterns-ask": (
        "証拠ではなく、たずねるきっかけです。「通常」は店全体の割合から見込まれる回数で、"
        "偶然とは考えにくい場合だけ名前が出ます。"
    ),
    "word.pattern-own-card": "自分のカードでの会計",
    "word.pattern-same-card": "数分おきの同じカード",
    "word.pattern-after-payment": "支払い後のカード登録",
    "word.pattern-under-limit": "上限ぎりぎりの調整",
    "word.pattern-without-goods": "商品のない返品",
    "word.pattern-voids": "会計の取消",
    "word.pattern-own-favour": "自分へのポイント付与",
    "word.pattern-one-till": "一人だけが扱うカード",
    "title.pattern-own-card": "自分のカードでの会計",
    "title.pattern-same-card": "数分おきの同じカード",
    "title.pattern-after-payment": "支払い後のカード登録",
    "title.pattern-under-limit": "上限ぎりぎりの調整",
    "title.pattern-without-goods": "商品のない返品",
    "title.pattern-voids": "会計の取消",
    "title.pattern-own-favour": "自分へのポイント付与",
    "title.pattern-one-till": "一人だけが扱うカード",
    "said.pattern-own-card.means": (
        "担当者がカード付きで行った会計のうち、自分のカードを使ったものです。"
    ),
    "said.pattern-same-card.means": (
        "同じ担当者が前回から15分以内に同じカードで行った会計です。区分を付けた会員は除きます。"
    ),
    "said.pattern-after-payment.means": (
        "支払いから10分を過ぎて付与したレシートと、その会員の来店数です。"
        "キオスクと区分を付けた会員は除きます。"
    ),
    "said.pattern-under-limit.means": (
        "承認なしの手動ポイントが一日の上限の90 %以上になった日です。4週間の集計です。"
    ),
    "said.pattern-without-goods.means": "元の会計が不明な返品と、その担当者の会計数です。",
    "said.pattern-voids.means": "会計直後の取消と、その担当者の会計数です。",
    "said.pattern-own-favour.means": "自分のカードに手動で付けたポイントです。一度でも表示します。",
    "said.pattern-one-till.means": (
        "ほかの担当者も会計していた時間帯に、この担当者が扱った来店数です。4週間の集計です。"
        "知人または本人のカードかもしれません。"
    ),
}
ZH_CN_STAFF: dict[str, str] = {
    "table.patterns": "检查项目",
    "table.pattern-found": "需要留意的员工",
    "column.flagged": "需留意",
    "column.looked-at": "检查对象",
    "said.patterns-none": "本周没有需要留意的情况。",
    "said.patterns-found": "有{count}项需要查看。",
    "said.patterns-ask": (
        "这只是询问的理由，不是证据。“通常”是按本店平均比例预计的次数，"
        "只有很难用偶然解释时才会列出姓名。"
    ),
    "word.pattern-own-card": "用本人会员卡结账",
    "word.pattern-same-card": "同一张卡几分钟内多次使用",
    "word.pattern-after-payment": "付款后补登会员卡",
    "word.pattern-under-limit": "调整刚好低于限额",
    "word.pattern-without-goods": "无商品退货",
    "word.pattern-voids": "取消交易",
    "word.pattern-own-favour": "给自己加积分",
    "word.pattern-one-till": "只由一人经手的卡",
    "title.pattern-own-card": "用本人会员卡结账",
    "title.pattern-same-card": "同一张卡几分钟内多次使用",
    "title.pattern-after-payment": "付款后补登会员卡",
    "title.pattern-under-limit": "调整刚好低于限额",
    "title.pattern-without-goods": "无商品退货",
    "title.pattern-voids": "取消交易",
    "title.pattern-own-favour": "给自己加积分",
    "title.pattern-one-till": "只由一人经手的卡",
    "said.pattern-own-card.means": "员工经手的会员交易中，使用本人会员卡的交易。",
    "said.pattern-same-card.means": (
        "同一员工在上一笔交易后15分钟内，再次使用同一张卡的交易。已标记的会员不计入。"
    ),
    "said.pattern-after-payment.means": (
        "付款10分钟以后才补登的小票，以及该会员的到店次数。自助机和已标记的会员不计入。"
    ),
    "said.pattern-under-limit.means": (
        "未经批准的手工积分达到每日限额90 %以上的天数。按四周统计。"
    ),
    "said.pattern-without-goods.means": "没有原始交易的退货，以及该员工的交易数。",
    "said.pattern-voids.means": "结账后立即取消的交易，以及该员工的交易数。",
    "said.pattern-own-favour.means": "手工加到本人卡上的积分。只要一次就会列出。",
    "said.pattern-one-till.means": (
        "其他员工也在收银的时段内，由该员工经手的到店次数。按四周统计。可能是熟人或本人的卡。"
    ),
}
