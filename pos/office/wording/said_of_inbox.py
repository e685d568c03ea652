"""What head office says of entries set aside, in English, Korean, Japanese and Chinese."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "menu.inbox": ("Inbox", "확인함", "確認箱", "待办"),
    "inbox.open": ("To look at", "확인할 것", "未確認", "待查看"),
    "inbox.answered": ("Answered", "처리됨", "対応済み", "已处理"),
    "inbox.none": (
        "Nothing to look at.",
        "확인할 것이 없습니다.",
        "確認するものはありません。",
        "没有待查看的内容。",
    ),
    "inbox.seen": ("Seen", "확인함", "確認しました", "已查看"),
    "inbox.again": ("Try again", "다시 시도", "もう一度試す", "重试"),
    "inbox.why": ("Why", "이유", "理由", "原因"),
    "inbox.answer.seen": (
        "Seen by a person",
        "담당자가 확인함",
        "担当者が確認済み",
        "已由人员查看",
    ),
    "inbox.answer.read": (
        "Read by a later version",
        "새 버전에서 처리됨",
        "新しい版で処理済み",
        "已由新版本处理",
    ),
    "inbox.settled": (
        "Settled and written off",
        "정산 및 손실 처리",
        "精算と損失処理",
        "结算与核销",
    ),
    "inbox.settled.means": (
        (
            "What head office booked because books disagreed. Points below zero: members "
            "had more than was there."
        ),
        "장부가 어긋나 본사가 처리한 내용입니다. 음수는 실제보다 많이 쓰인 포인트입니다.",
        "帳簿の食い違いを本部が処理したもの。負の数は実際より多く使われた分です。",
        "账目不符时总部的处理。负数表示超出实际的积分。",
    ),
    "aside.kind-unknown": (
        (
            "A newer terminal sent something that this head office does not know yet. "
            "Update head office, then try again."
        ),
        (
            "새 버전 단말기가 보낸 기록을 이 본사가 아직 모릅니다. 본사를 업데이트한 "
            "뒤 다시 시도하세요."
        ),
        "新しい端末の記録を、この本部はまだ知りません。本部を更新してから再度お試しください。",
        "新版终端发送了总部尚不认识的记录。请升级总部后重试。",
    ),
    "aside.unreadable": (
        "An entry could not be understood. It is kept as it came.",
        "기록을 이해할 수 없어 받은 그대로 보관했습니다.",
        "記録を理解できないため、届いたまま保管しています。",
        "无法理解该记录，已按原样保存。",
    ),
    "aside.body-unreadable": (
        "An entry's content could not be understood. It is kept as it came.",
        "기록의 내용을 이해할 수 없어 받은 그대로 보관했습니다.",
        "記録の内容を理解できないため、届いたまま保管しています。",
        "无法理解记录内容，已按原样保存。",
    ),
    "aside.done-elsewhere": (
        (
            "The same thing was credited at two terminals. It counts once: the later "
            "one was taken back."
        ),
        "같은 건이 두 단말기에서 적립되어 나중 것을 취소했습니다.",
        "同じ内容が2台の端末で付与されたため、後の分を取り消しました。",
        "同一事项在两台终端入账，已撤销较晚的一笔。",
    ),
    "aside.returned-elsewhere": (
        "Goods came back at two shops. Points were taken back once; look at the second refund.",
        (
            "같은 상품이 두 매장에서 반품되었습니다. 포인트는 한 번만 회수했으니 두 "
            "번째 환불을 확인하세요."
        ),
        (
            "同じ商品が2店舗で返品されました。ポイントの取消は一度だけです。2回目の返金を確認"
            "してください。"
        ),
        "同一商品在两家门店退货，积分只扣一次，请核对第二次退款。",
    ),
    "aside.known-already": (
        "A copy of a terminal sent this entry again. It counts once.",
        "복사된 단말기가 같은 기록을 다시 보냈습니다. 한 번만 반영합니다.",
        "複製された端末が同じ記録を再送しました。一度だけ数えます。",
        "终端副本再次发送了该记录，只计一次。",
    ),
    "aside.key-of-another": (
        (
            "This terminal named a key for receipts that belongs to another terminal. It was "
            "refused: nothing it signs counts. If nobody explains it, retire the terminal."
        ),
        (
            "이 단말기가 다른 단말기의 영수증 서명 키를 자기 것으로 알렸습니다. 거부했으며 그 키의 "
            "서명은 인정되지 않습니다. 이유를 알 수 없으면 단말기를 폐기하세요."
        ),
        (
            "この端末が、別の端末のレシート署名鍵を届け出ました。拒否したので、その鍵の署名は無効です。"
            "心当たりがなければ端末を廃止してください。"
        ),
        "该终端申报了属于另一台终端的小票签名密钥，已拒绝，其签名无效。若原因不明，请停用该终端。",
    ),
    "aside.other": (
        "It could not be taken as it is ({code}).",
        "그대로 반영할 수 없습니다 ({code}).",
        "そのままでは反映できません（{code}）。",
        "无法按原样处理（{code}）。",
    ),
    "settled.cleared": (
        "What a restored or copied terminal did unseen",
        "복원·복제된 단말기가 처리한 분",
        "復元・複製された端末の分",
        "恢复或复制的终端所为",
    ),
    "settled.retired": (
        "Taken back from a retired terminal",
        "폐기한 단말기에서 회수",
        "廃止した端末から回収",
        "从停用终端收回",
    ),
    "settled.called-off": (
        "Called back before it arrived",
        "도착 전 회수",
        "到着前に回収",
        "到达前收回",
    ),
    "settled.twice": (
        "Credited twice, taken back once",
        "중복 적립 취소",
        "重複付与の取消",
        "重复入账已撤销",
    ),
    "settled.withdrawn": (
        "A second credit was taken back in its shop",
        "중복 적립이 매장에서 취소됨",
        "重複付与が店舗で取り消された",
        "重复入账已在门店撤销",
    ),
    "settled.returned-elsewhere": (
        "Returned in two shops",
        "두 매장에서 반품됨",
        "2店舗で返品",
        "在两家门店退货",
    ),
    "settled.return-undone": (
        "A second return was undone",
        "두 번째 반품이 취소됨",
        "2回目の返品が取り消された",
        "第二次退货已撤销",
    ),
    "settled.note-again": (
        "The same points arrived twice",
        "같은 포인트가 두 번 도착",
        "同じポイントが2回到着",
        "同一积分到达两次",
    ),
    "settled.note-unknown": (
        "Points arrived that nobody had sent",
        "보낸 기록이 없는 포인트가 도착",
        "送った記録のないポイントが到着",
        "收到来源不明的积分",
    ),
    "settled.uncovered": (
        "Spent twice, and nobody has points to cover it: written off",
        "두 번 사용되어 충당할 수 없어 손실 처리",
        "二重に使われ、補えないため損失処理",
        "重复使用且无法弥补，已核销",
    ),
    "aside-unknown": (
        "There is no such entry here.",
        "그런 기록이 없습니다.",
        "その記録はありません。",
        "没有该记录。",
    ),
    "aside-line": (
        "There is nothing to try again: it was understood, and a person should look.",
        "다시 시도할 것이 없습니다. 이해된 기록이니 확인만 하면 됩니다.",
        "再試行するものはありません。内容は読めているので確認だけしてください。",
        "无需重试：内容已读懂，请人工查看。",
    ),
    "aside-still": (
        "It still cannot be understood: {why}",
        "아직 이해할 수 없습니다: {why}",
        "まだ理解できません：{why}",
        "仍无法理解：{why}",
    ),
    "act.aside-seen": ("Entry looked at", "기록 확인", "記録を確認", "已查看记录"),
    "act.aside-read": ("Entry read again", "기록 다시 처리", "記録を再処理", "已重新处理记录"),
}
