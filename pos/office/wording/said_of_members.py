"""What head office says of members, in English, Korean, Japanese and Chinese."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "menu.members": ("Members", "회원", "会員", "会员"),
    "member.find": ("Find a member", "회원 찾기", "会員を探す", "查找会员"),
    "member.find.hint": (
        "Name, card, e-mail, or the last four digits of the phone.",
        "이름, 카드, 이메일 또는 전화번호 끝 네 자리.",
        "名前、カード、メール、または電話番号の下4桁。",
        "姓名、卡号、邮箱或电话后四位。",
    ),
    "member.search": ("Search", "찾기", "検索", "查找"),
    "member.none": ("Nobody was found.", "찾을 수 없습니다.", "見つかりません。", "未找到。"),
    "member.nobody": ("Without a name", "이름 없음", "名前なし", "无姓名"),
    "member.phone": ("Phone", "전화", "電話", "电话"),
    "member.email": ("E-mail", "이메일", "メール", "邮箱"),
    "member.cards": ("Cards", "카드", "カード", "卡"),
    "member.joined": ("Joined", "가입일", "入会日", "入会日期"),
    "member.agreed": ("Agreed to", "동의 항목", "同意事項", "已同意"),
    "member.blocked-why": ("Why blocked", "차단 이유", "停止の理由", "停用原因"),
    "member.owner": ("Points are kept by", "포인트 보유자", "ポイントの持ち主", "积分归属"),
    "member.owner.open": ("another member", "다른 회원", "別の会員", "另一会员"),
    "member.status.active": ("Active", "사용 중", "有効", "启用"),
    "member.status.blocked": ("Blocked", "차단됨", "停止中", "已停用"),
    "member.status.withdrawn": ("Enrolment undone", "가입 취소", "入会取消", "已取消入会"),
    "member.status.merged": ("Merged", "통합됨", "統合済み", "已合并"),
    "member.status.erased": ("Erased", "삭제됨", "消去済み", "已删除"),
    "member.points": ("{points} points", "{points}점", "{points}ポイント", "{points} 分"),
    "member.pending": (
        "and {points} pending",
        "대기 {points}점",
        "保留{points}ポイント",
        "待生效 {points} 分",
    ),
    "member.held": (
        "{points} of them are held at {shop} ({terminal})",
        "그중 {points}점은 {shop}({terminal})에서 보유 중",
        "うち{points}ポイントは{shop}（{terminal}）が保持中",
        "其中 {points} 分由 {shop}（{terminal}）持有",
    ),
    "member.on-way": (
        "{points} of them are on their way between terminals",
        "그중 {points}점은 단말기 사이에서 이동 중",
        "うち{points}ポイントは端末間を移動中",
        "其中 {points} 分正在终端间传递",
    ),
    "member.history": ("History", "내역", "履歴", "历史"),
    "member.history.none": (
        "Nothing has happened yet.",
        "아직 내역이 없습니다.",
        "まだ履歴はありません。",
        "暂无记录。",
    ),
    "member.acts": ("What can be done", "할 수 있는 일", "できること", "可执行操作"),
    "member.adjust": ("Give or take points", "포인트 조정", "ポイントを調整", "调整积分"),
    "member.adjust.points": ("Points", "포인트", "ポイント", "积分"),
    "member.adjust.hint": (
        "Below zero to take some, such as -50.",
        "빼려면 음수로 입력 (예: -50).",
        "減らすときは負の数（例：-50）。",
        "扣减请输入负数，如 -50。",
    ),
    "member.recall": (
        "Ask terminals for their points",
        "단말기에서 포인트 회수 요청",
        "端末にポイントの返却を依頼",
        "请求终端归还积分",
    ),
    "member.recall.hint": (
        (
            "Only points that no terminal holds can be taken. Terminals send theirs "
            "back when they are next heard."
        ),
        "단말기가 보유하지 않은 포인트만 뺄 수 있습니다. 단말기는 다음 연락 때 돌려보냅니다.",
        "端末が保持していない分だけ減らせます。端末は次の通信時に返却します。",
        "只能扣减未被终端持有的积分。终端下次联系时归还。",
    ),
    "member.block": ("Block", "차단", "停止する", "停用"),
    "member.unblock": ("Let in again", "차단 해제", "停止を解除", "恢复"),
    "member.merge": (
        "Merge into another member",
        "다른 회원으로 통합",
        "別の会員に統合",
        "合并到另一会员",
    ),
    "member.merge.kept": ("The member who is kept", "남을 회원", "残す会員", "保留的会员"),
    "member.merge.hint": (
        "Card, phone or e-mail of exactly one member. It cannot be taken back.",
        "한 명만 찾아지는 카드, 전화 또는 이메일. 되돌릴 수 없습니다.",
        "一人に決まるカード、電話、メール。取り消せません。",
        "能唯一确定会员的卡号、电话或邮箱。无法撤销。",
    ),
    "member.export": (
        "All data of this person as a file",
        "이 회원의 모든 데이터 받기",
        "この人の全データを保存",
        "下载此人的全部数据",
    ),
    "member.erase": ("Erase this person", "회원 정보 삭제", "この人を消去", "删除此人"),
    "member.erase.hint": (
        (
            "Name, phone, e-mail, cards and consents go, here and at every terminal. "
            "The points' history stays without a person."
        ),
        (
            "이름, 전화, 이메일, 카드, 동의가 모든 곳에서 삭제됩니다. 포인트 내역은 "
            "이름 없이 남습니다."
        ),
        (
            "名前、電話、メール、カード、同意がすべての場所で消えます。ポイントの履歴は個人な"
            "しで残ります。"
        ),
        "姓名、电话、邮箱、卡和同意将在各处删除。积分历史以匿名保留。",
    ),
    "member.erase.sure": (
        "Yes, erase for good",
        "네, 완전히 삭제합니다",
        "はい、完全に消去します",
        "是，永久删除",
    ),
    "kind.sale": ("Sale", "판매", "販売", "销售"),
    "kind.return": ("Return", "반품", "返品", "退货"),
    "kind.return-undone": ("Return undone", "반품 취소", "返品の取消", "撤销退货"),
    "kind.expiry": ("Expired", "소멸", "失効", "过期"),
    "kind.enrolment": ("Joined", "가입", "入会", "入会"),
    "kind.vesting": ("Became usable", "사용 가능해짐", "利用可能に", "生效"),
    "kind.adjustment": ("By hand", "수동 조정", "手動調整", "人工调整"),
    "kind.opening": ("Brought along", "이전 잔액", "引き継ぎ", "转入"),
    "kind.activity": ("Activity", "활동", "活動", "活动"),
    "kind.referral": ("Referral", "추천", "紹介", "推荐"),
    "kind.claim": ("Receipt claimed", "영수증 적립", "レシート付与", "凭小票积分"),
    "kind.reward-taken": ("Reward", "보상", "特典", "奖励"),
    "kind.moved-out": ("Moved to another member", "다른 회원으로 이동", "別の会員へ移動", "转出"),
    "kind.moved-in": ("Came from another member", "다른 회원에서 이동", "別の会員から移動", "转入"),
    "kind.erasure": ("Erased", "삭제", "消去", "删除"),
    "kind.rights-settled": ("Settled by head office", "본사 정산", "本部が精算", "总部结算"),
    "kind.rights-advanced": (
        "Advanced at the shop's risk",
        "매장 책임 선지급",
        "店の責任で前貸し",
        "门店垫付",
    ),
    "kind.rights-covered": ("Advance covered", "선지급 충당", "前貸しの充当", "垫付已弥补"),
    "kind.written-off": ("Written off", "손실 처리", "損失処理", "核销"),
    "member-unknown": (
        "There is no such member.",
        "그런 회원이 없습니다.",
        "その会員はいません。",
        "没有该会员。",
    ),
    "member-gone": (
        "This member was merged or erased.",
        "통합되었거나 삭제된 회원입니다.",
        "統合または消去された会員です。",
        "该会员已合并或删除。",
    ),
    "merge-same": (
        "These are the same member already.",
        "이미 같은 회원입니다.",
        "すでに同じ会員です。",
        "已是同一会员。",
    ),
    "merge-whom": (
        "Exactly one other member is wanted; {found} were found.",
        "다른 회원 한 명이 필요합니다. {found}명을 찾았습니다.",
        "他の会員が一人必要です（{found}人見つかりました）。",
        "须唯一确定另一会员，找到 {found} 名。",
    ),
    "erase-sure": (
        "Tick the box first: it cannot be taken back.",
        "되돌릴 수 없으니 먼저 확인란을 선택하세요.",
        "取り消せません。先に確認欄を選んでください。",
        "无法撤销，请先勾选确认。",
    ),
    "adjust-nothing": (
        "Type how many points, above or below zero.",
        "0이 아닌 포인트를 입력하세요.",
        "0以外のポイントを入力してください。",
        "请输入非零积分。",
    ),
    "adjust-most": (
        "At most {most} points at once.",
        "한 번에 최대 {most}점입니다.",
        "一度に最大{most}ポイントです。",
        "一次最多 {most} 分。",
    ),
    "adjust-why": ("Say why.", "이유를 입력하세요.", "理由を入力してください。", "请填写原因。"),
    "points-short": (
        (
            "Head office has {usable} of these points; terminals hold the rest. Ask "
            "for them, then try again."
        ),
        (
            "본사에 있는 포인트는 {usable}점이며 나머지는 단말기가 보유 중입니다. 회수를 "
            "요청한 뒤 다시 시도하세요."
        ),
        (
            "本部にあるのは{usable}ポイントで、残りは端末が保持しています。返却を依頼してから"
            "再度お試しください。"
        ),
        "总部有 {usable} 分，其余由终端持有。请先请求归还再试。",
    ),
    "program-none": (
        "Publish a version of the program first.",
        "먼저 프로그램 버전을 게시하세요.",
        "先にプログラムの版を公開してください。",
        "请先发布计划版本。",
    ),
    "act.points-adjusted": ("Points adjusted", "포인트 조정", "ポイント調整", "调整积分"),
    "act.member-blocked": ("Member blocked", "회원 차단", "会員を停止", "停用会员"),
    "act.member-unblocked": ("Member let in again", "차단 해제", "停止を解除", "恢复会员"),
    "act.member-merged": ("Members merged", "회원 통합", "会員を統合", "合并会员"),
    "act.member-erased": ("Member erased", "회원 삭제", "会員を消去", "删除会员"),
    "act.member-exported": (
        "Member's data taken out",
        "회원 데이터 내보냄",
        "会員データを出力",
        "导出会员数据",
    ),
    "part.spend": ("For the amount", "구매 금액", "購入金額", "按消费金额"),
    "part.visit": ("For the visit", "방문", "来店", "按到店"),
    "part.item": ("For items", "상품", "商品", "按商品"),
    "part.times": ("Multiplier", "배수", "倍率", "倍数"),
    "part.bonus": ("Bonus", "보너스", "ボーナス", "奖励"),
    "part.limit": ("Limit", "한도", "上限", "上限"),
}
