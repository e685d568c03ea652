"""What head office says of figures and months, in English, Korean, Japanese and Chinese."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "menu.reports": ("Reports", "보고서", "レポート", "报表"),
    "report.period": ("Period", "기간", "期間", "期间"),
    "report.from": ("From", "시작일", "開始日", "开始"),
    "report.to": ("To", "종료일", "終了日", "结束"),
    "report.before": ("Earlier", "이전", "前へ", "上一期"),
    "report.after": ("Later", "다음", "次へ", "下一期"),
    "report.csv": ("As CSV", "CSV로 받기", "CSVで保存", "下载 CSV"),
    "report.json": ("As JSON", "JSON으로 받기", "JSONで保存", "下载 JSON"),
    "report.all": ("All together", "전체", "全体", "合计"),
    "report.chart": (
        "Sales by day ({currency})",
        "일별 매출 ({currency})",
        "日別売上（{currency}）",
        "每日销售额（{currency}）",
    ),
    "report.as-table": (
        "The chart as a table",
        "차트를 표로 보기",
        "グラフを表で見る",
        "以表格查看",
    ),
    "report.by-shop": ("By shop", "매장별", "店舗別", "按门店"),
    "report.by-terminal": ("By terminal", "단말기별", "端末別", "按终端"),
    "report.points": ("Points", "포인트", "ポイント", "积分"),
    "report.terminal": ("Terminal", "단말기", "端末", "终端"),
    "report.entries": ("Entries", "기록 수", "記録数", "记录数"),
    "report.late": ("Late arrivals", "늦게 도착한 기록", "遅れて届いた記録", "迟到的记录"),
    "report.late.means": (
        "Entries of a closed month that came later; they are counted in the month named here.",
        "마감된 달의 기록이 나중에 도착하여 여기 적힌 달에 집계됩니다.",
        "締めた月の記録が後から届き、ここに示す月に計上されています。",
        "已结账月份的记录后来到达，计入此处所列月份。",
    ),
    "report.counted-in": ("Counted in", "집계 월", "計上月", "计入月份"),
    "report.meant": ("What the figures mean", "수치 설명", "数値の説明", "指标说明"),
    "period.day": ("Day", "일", "日", "日"),
    "period.week": ("Week", "주", "週", "周"),
    "period.month": ("Month", "월", "月", "月"),
    "period.custom": ("From – to", "직접 지정", "期間指定", "自定义"),
    "period-wrong": (
        "This is no period. Give two days, the earlier one first.",
        "기간이 올바르지 않습니다. 시작일과 종료일을 확인해 주세요.",
        "期間が正しくありません。開始日と終了日を確認してください。",
        "期间不正确，请检查开始和结束日期。",
    ),
    "figure.few": (
        "Too few: from {least} purchases on there is a figure here.",
        "구매가 {least}건 이상이어야 표시됩니다.",
        "購入が{least}件以上になると表示されます。",
        "至少 {least} 笔购买后显示。",
    ),
    "figure.of": (
        "{some} of {all}",
        "{all}건 중 {some}건",
        "{all}件中{some}件",
        "{all} 笔中的 {some} 笔",
    ),
    "figure.sales": ("Sales", "판매", "販売", "销售"),
    "figure.sales.means": (
        (
            "Sales that were confirmed at a terminal and have arrived here, by business "
            "day. Returns stand apart."
        ),
        "단말기에서 확정되어 본사에 도착한 판매를 영업일 기준으로 셉니다. 반품은 따로 표시합니다.",
        "端末で確定し本部に届いた販売を営業日で数えます。返品は別に示します。",
        "终端确认并已到达的销售，按营业日计。退货另列。",
    ),
    "figure.total": ("Amount", "금액", "金額", "金额"),
    "figure.card-share": ("With a card", "회원 비율", "会員比率", "会员占比"),
    "figure.card-share.means": (
        "Sales of a member, of all sales. Shown from {least} sales on.",
        "전체 판매 중 회원 판매의 비율입니다. {least}건 이상일 때 표시합니다.",
        "全販売のうち会員の販売の割合。{least}件以上で表示します。",
        "会员销售占全部销售的比例，满 {least} 笔后显示。",
    ),
    "figure.basket": ("Average sale", "평균 구매액", "平均購入額", "平均客单价"),
    "figure.basket.means": (
        "Amount by number of sales, before returns. Shown from {least} sales on.",
        "반품 전 금액을 판매 건수로 나눈 값입니다. {least}건 이상일 때 표시합니다.",
        "返品前の金額を販売件数で割った値。{least}件以上で表示します。",
        "退货前金额除以销售笔数，满 {least} 笔后显示。",
    ),
    "figure.card-basket": ("Average with a card", "회원 평균", "会員の平均", "会员客单价"),
    "figure.card-basket.means": (
        (
            "Average sale of members. Members buy more anyway: the difference is no "
            "effect of the program."
        ),
        (
            "회원의 평균 구매액입니다. 회원은 원래 더 많이 사므로 그 차이가 프로그램의 "
            "효과는 아닙니다."
        ),
        "会員の平均購入額。会員はもともと多く買うため、差はプログラムの効果ではありません。",
        "会员的平均客单价。会员本来就买得更多，差额不等于计划的效果。",
    ),
    "figure.bare-basket": ("Average without", "비회원 평균", "非会員の平均", "非会员客单价"),
    "figure.bare-basket.means": (
        "Average sale without a member.",
        "비회원의 평균 구매액입니다.",
        "会員でない販売の平均額。",
        "非会员的平均客单价。",
    ),
    "figure.paid": ("Paid with points", "포인트 결제", "ポイント払い", "积分支付"),
    "figure.paid.means": (
        "The part of the amount that members paid with points (in the files).",
        "금액 중 포인트로 결제된 부분입니다(파일에 표시).",
        "金額のうちポイントで支払われた分（ファイルに記載）。",
        "金额中以积分支付的部分（见文件）。",
    ),
    "figure.returns": ("Returns", "반품", "返品", "退货"),
    "figure.returns.means": (
        "Returns on the day they were made, without those undone, and the money handed out.",
        "반품한 날 기준이며 취소된 반품은 제외합니다. 환불된 금액을 함께 표시합니다.",
        "返品した日で数え、取り消した返品は除きます。返金額も示します。",
        "按退货当日计，不含已撤销的退货，并列出退款金额。",
    ),
    "figure.active": ("Members who bought", "구매 회원", "購入会員", "购买会员"),
    "figure.active.means": (
        "Members with a sale in the period; each is counted once in a place.",
        "기간 중 구매한 회원이며 한 곳에서 한 번만 셉니다.",
        "期間中に購入した会員。各場所で一人一回数えます。",
        "期间内有购买的会员，每处每人计一次。",
    ),
    "figure.new": ("New members", "새 회원", "新規会員", "新会员"),
    "figure.new.means": (
        "Members whose first purchase in any shop was in the period.",
        "모든 매장 통틀어 첫 구매가 이 기간인 회원입니다.",
        "全店舗を通じて初回購入がこの期間の会員。",
        "首次购买（任何门店）在本期间的会员。",
    ),
    "figure.points-issued": ("Points issued", "적립", "付与", "发放积分"),
    "figure.points-issued.means": (
        "Points that sales and activities gave, less what returns took back.",
        "판매와 활동으로 적립된 포인트에서 반품으로 회수된 포인트를 뺀 값입니다.",
        "販売や活動で付与した分から返品で取り消した分を引いた値。",
        "销售和活动发放的积分减去退货收回的积分。",
    ),
    "figure.points-redeemed": ("Redeemed", "사용", "利用", "使用"),
    "figure.points-redeemed.means": (
        "Points that members spent, less what returns gave back; below zero, as members have less.",
        (
            "회원이 사용한 포인트이며 반품으로 돌려준 포인트를 뺍니다. 회원의 포인트가 "
            "줄어 음수로 표시합니다."
        ),
        "会員が使った分から返品で戻した分を引いた値。会員の残高が減るため負の数です。",
        "会员使用的积分减去退货返还的积分；会员积分减少，故为负数。",
    ),
    "figure.points-expired": ("Expired", "소멸", "失効", "过期"),
    "figure.points-expired.means": (
        "Points whose time was over. A terminal that is away tells of its own later.",
        "유효기간이 끝난 포인트입니다. 연결되지 않은 단말기의 분은 나중에 반영됩니다.",
        "期限が過ぎたポイント。離れている端末の分は後から届きます。",
        "到期的积分。未联网终端的部分稍后计入。",
    ),
    "figure.points-adjusted": ("By hand", "수동 조정", "手動調整", "人工调整"),
    "figure.points-adjusted.means": (
        (
            "Points given or taken by hand, or brought from another system; the audit "
            "names who and why."
        ),
        (
            "수동으로 주거나 뺀 포인트와 다른 시스템에서 옮겨 온 포인트입니다. 누가 "
            "왜 했는지는 감사 기록에 있습니다."
        ),
        "手動で増減した分と他システムから移した分。誰がなぜ行ったかは監査記録にあります。",
        "人工增减或从其他系统转入的积分，操作人和原因见审计记录。",
    ),
    "figure.points-lost": ("Settled, written off", "정산·손실", "精算・損失", "结算与核销"),
    "figure.points-lost.means": (
        (
            "What lost or copied terminals did unseen, advances at a shop's risk, and "
            "what nobody could cover."
        ),
        "분실·복제된 단말기의 처리, 매장 책임 선지급, 충당할 수 없던 포인트입니다.",
        "紛失・複製された端末の処理、店の責任での前貸し、補えなかった分。",
        "丢失或复制终端造成的积分、门店垫付及无法弥补的部分。",
    ),
    "figure.unsent": ("Unsent", "미전송", "未送信", "未发送"),
    "figure.unsent.means": (
        "Entries that a terminal had not sent when it was last heard: these figures lack them.",
        "마지막 연락 때 단말기가 보내지 않은 기록이며 이 수치에 빠져 있습니다.",
        "最後の通信時に端末が未送信だった記録で、この数値には含まれません。",
        "终端最近联系时尚未发送的记录，未计入这些数字。",
    ),
    "figure.owed": (
        "Points members have now",
        "현재 회원 보유 포인트",
        "会員の現在の保有ポイント",
        "会员现有积分",
    ),
    "figure.owed.means": (
        (
            "Everything members could still spend, as of each terminal's last contact, "
            "and its worth at the program's own rate; not yet less what will never "
            "be spent."
        ),
        (
            "각 단말기의 마지막 연락 기준으로 회원이 쓸 수 있는 포인트와 프로그램 "
            "환산액입니다. 사용되지 않을 분은 빼지 않았습니다."
        ),
        (
            "各端末の最終通信時点で会員が使えるポイントと、プログラムの率での価値。"
            "使われない見込み分は引いていません。"
        ),
        "截至各终端最近联系时会员可用的积分及按计划折算的价值，未扣除预计不会使用的部分。",
    ),
    "months": ("Months", "월 마감", "月次締め", "月结"),
    "months.none": (
        "No month was closed yet.",
        "아직 마감된 달이 없습니다.",
        "締めた月はまだありません。",
        "还没有已结账的月份。",
    ),
    "month.close": ("Close {month}", "{month} 마감", "{month} を締める", "结账 {month}"),
    "month.close.means": (
        (
            "A closed month stays as it is: what comes later for it is counted in the "
            "next open month and named there."
        ),
        (
            "마감된 달은 바뀌지 않습니다. 나중에 도착한 기록은 다음 열린 달에 따로 "
            "표시하여 집계합니다."
        ),
        "締めた月は変わりません。後から届いた分は次の月に計上し、そこに示します。",
        "已结账的月份不再变动；之后到达的记录计入下一个未结账月份并注明。",
    ),
    "month.silent": (
        "Not heard since the month ended; something of these may be missing:",
        "월말 이후 연락이 없어 기록이 빠졌을 수 있는 단말기:",
        "月末以降に通信がなく、記録が欠けている可能性のある端末：",
        "月末后未联系，可能缺少记录的终端：",
    ),
    "month.was-silent": (
        "was not heard after the month's end",
        "월말 이후 연락 없었음",
        "月末以降の通信なし",
        "月末后未联系",
    ),
    "month.closed": (
        "Closed {when} by {who}",
        "{when} {who} 마감",
        "{when} {who} が締めました",
        "{when} 由 {who} 结账",
    ),
    "month.roll": ("Points in this month", "이 달의 포인트", "この月のポイント", "本月积分"),
    "month.opening": ("Opening", "월초", "月初", "期初"),
    "month.closing": ("Closing", "월말", "月末", "期末"),
    "month.late": (
        "Late arrivals counted here",
        "여기에 집계된 늦은 기록",
        "ここに計上した遅延分",
        "计入本月的迟到记录",
    ),
    "month.places": (
        "How far each terminal was known",
        "단말기별 확인 위치",
        "端末ごとの確認位置",
        "各终端已知位置",
    ),
    "month.last": ("Last entry", "마지막 기록", "最後の記録", "最后一条记录"),
    "month-wrong": (
        "This month cannot be closed: it is not over yet.",
        "아직 끝나지 않은 달은 마감할 수 없습니다.",
        "まだ終わっていない月は締められません。",
        "该月尚未结束，不能结账。",
    ),
    "act.month-closed": ("Month closed", "월 마감", "月次締め", "月结"),
    "key-wrong": (
        "An Idempotency-Key has {least} to {most} plain characters.",
        "Idempotency-Key는 {least}~{most}자의 영문자여야 합니다.",
        "Idempotency-Keyは{least}～{most}文字の英数字です。",
        "Idempotency-Key 须为 {least} 至 {most} 个普通字符。",
    ),
    "key-reused": (
        "This Idempotency-Key came with another request before.",
        "이미 다른 요청에 쓰인 Idempotency-Key입니다.",
        "このIdempotency-Keyは別の要求で使われました。",
        "该 Idempotency-Key 已用于其他请求。",
    ),
    "key-busy": (
        (
            "The first request with this Idempotency-Key has no answer yet. Look what "
            "became of it before you send another."
        ),
        "같은 Idempotency-Key의 첫 요청에 아직 응답이 없습니다. 결과를 먼저 확인하세요.",
        "同じIdempotency-Keyの最初の要求にまだ応答がありません。結果を確認してください。",
        "使用该 Idempotency-Key 的首个请求尚无应答，请先确认结果。",
    ),
}
