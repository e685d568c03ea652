"""Japanese names of figures, and what each of them means."""

from __future__ import annotations

JA_FIGURES: dict[str, str] = {
    "figure.nps": "推奨者スコア（NPS）",
    "figure.nps.means": (
        "9～10 点の割合から 0～6 点の割合を引いた値（×100）。会員ごとに 90 日以内の最新"
        "回答、30 件から。"
    ),
    "figure.loyalty-index": "ロイヤルティ指数",
    "figure.loyalty-index.means": (
        "推奨・再購入・他商品の試用の 3 問を 0～100 に換算した平均。全問回答の会員のみ、30 名から。"
    ),
    "figure.response": "回答率",
    "figure.response.means": "依頼した会員のうち回答した会員。",
    "figure.repurchase": "リピート率",
    "figure.repurchase.means": (
        "期間中に購入した会員のうち 2 日以上購入した会員。全額返品、非会員、スタッフ・"
        "テスト・卸は除外。"
    ),
    "figure.came-back-90": "90 日以内の再来店",
    "figure.came-back-90.means": (
        "初回購入から 90 日を経た新規会員のうち、90 日以内に再購入した会員。"
    ),
    "figure.renewed": "更新率",
    "figure.renewed.means": "期間中の更新対象のうち更新した割合。試用・休止は除外。",
    "figure.upsell": "クロスセル比",
    "figure.upsell.means": (
        "初回購入から 90 日間に、1 種類だけ購入した会員 1 名あたりの 2 種類以上購入した会員数。"
    ),
    "figure.average-basket": "平均購入額",
    "figure.average-basket.means": (
        "購入 1 回（会員・日）あたりの純売上。ポイント払いは売上に含めない。"
    ),
    "figure.median-basket": "購入額の中央値",
    "figure.median-basket.means": "購入の半分はこれより小さく、半分は大きい値です。",
    "figure.lapsed": "休眠会員",
    "figure.lapsed.means": (
        "最終日までの 3 か月間に購入がない会員（過去に購入した会員が対象）。休眠は離反"
        "とは限りません。"
    ),
    "figure.retention": "継続率",
    "figure.retention.means": (
        "同じ月に初回購入した会員のうち後の月に購入した割合。20 名未満は空欄。"
    ),
    "figure.time-to-second": "2 回目購入までの日数",
    "figure.time-to-second.means": (
        "会員の半数が再購入した時点。未購入の会員も考慮（カプラン・マイヤー法）。"
    ),
    "figure.third-purchase": "3 回目購入率",
    "figure.third-purchase.means": (
        "2 回目購入から 90 日を経た会員のうち、90 日以内に 3 回目を購入した会員。"
    ),
    "figure.redemption-flow": "獲得に対する利用",
    "figure.redemption-flow.means": (
        "期間中の獲得ポイントに対する利用ポイント。100% を超えることがある。返品と引継"
        "ぎ残高は除外。"
    ),
    "figure.redemption-ultimate": "最終利用率（見込み）",
    "figure.redemption-ultimate.means": (
        "発行ポイントのうち最終的に使われると見込む割合。月別発行分の利用実績から推定。"
    ),
    "figure.active-12": "12 か月の利用会員",
    "figure.active-12.means": "最終日までの 12 か月間に獲得または利用した会員（全会員が対象）。",
    "figure.active-90": "90 日の利用会員",
    "figure.active-90.means": "最終日までの 90 日間に獲得または利用した会員（全会員が対象）。",
    "figure.referred": "紹介による入会",
    "figure.referred.means": "新規会員のうち紹介者がいる会員。購入を取り消していない友人のみ。",
    "figure.referral-k": "会員あたりの紹介入会",
    "figure.referral-k.means": "期間中に紹介で入会した友人 ÷ 会員数。",
    "figure.tier-movement": "ランクの移動",
    "figure.tier-movement.means": (
        "各ランクの会員が後の時点でいるランク。両時点に同じ規則を適用、10 名未満は除外。"
    ),
    "figure.top-fifth": "上位 2 割の売上比",
    "figure.top-fifth.means": (
        "購入額上位 2 割の会員の売上が会員売上に占める割合。購入者 100 名から。"
    ),
    "figure.members-making-80": "売上の 8 割を占める会員",
    "figure.members-making-80.means": "会員売上の 8 割を占める最小の会員割合。",
    "figure.top-fifth-stays": "上位 2 割の維持",
    "figure.top-fifth-stays.means": "前の期間の上位 2 割のうち再び上位 2 割の会員。",
    "figure.identified-share": "会員売上比率",
    "figure.identified-share.means": (
        "全純売上のうち会員の売上。これが動くと会員指標もすべて動きます。"
    ),
    "figure.retention-effect": "継続率が上がると",
    "figure.retention-effect.means": (
        "継続率が変わったときの会員価値の計算であり、約束ではありません。"
    ),
    "figure.uplift-share": "購入会員の増加",
    "figure.uplift-share.means": "案内した会員の購入割合から、無作為の対照群の割合を引いた値。",
    "figure.uplift-money": "会員あたりの増加額",
    "figure.uplift-money.means": (
        "案内した会員 1 名あたりの純売上から対照群を引いた値（特典費用控除後）。"
    ),
    "figure.value-12": "今後 12 か月の価値",
    "figure.value-12.means": (
        "会員の今後 12 か月の期待利益（月次割引）。会員 200 名、再購入 100 件、26 週から。"
    ),
    "figure.members": "会員数",
    "figure.members.means": "最終日時点の会員。スタッフ・テスト・卸は除外。",
    "figure.joined": "新規入会",
    "figure.joined.means": "期間中に入会した会員。",
    "figure.late-for-habit": "いつもより遅い会員",
    "figure.late-for-habit.means": "普段の来店間隔の 3 倍を超えて来ていない会員。",
    "figure.shifts": "締めたシフト",
    "figure.shifts.means": "期間中にこの帳簿の全端末で締めたシフト。",
    "figure.shift-sales": "売上合計",
    "figure.shift-sales.means": "該当シフトの販売合計（返品前）。",
    "figure.shift-returns": "返品合計",
    "figure.shift-returns.means": "該当シフトの返金合計。",
    "figure.points-opening": "期首ポイント",
    "figure.points-opening.means": "初日前の会員ポイント（付与予定を含み、不足分を差引）。",
    "figure.points-earned": "＋ 獲得",
    "figure.points-earned.means": "販売・レシート・アクティビティ・紹介による付与。",
    "figure.points-spent": "－ 利用",
    "figure.points-spent.means": "支払いに使ったポイント（返品で戻した分を差引）。",
    "figure.points-expired": "－ 失効",
    "figure.points-expired.means": "使われずに失効したポイント（戻した分を差引）。",
    "figure.points-reversed": "－ 返品による取消",
    "figure.points-reversed.means": "返品により取り消したポイント。",
    "figure.points-manual": "± 手動",
    "figure.points-manual.means": "手動の付与・減算。担当者と理由は下の表。",
    "figure.points-other": "± 引継ぎ・他店",
    "figure.points-other.means": "他システムからの引継ぎ、店舗間の移動、償却したポイント。",
    "figure.points-closing": "＝ 期末ポイント",
    "figure.points-closing.means": "最終日後の会員ポイント：期首に全増減を加えた値。",
    "figure.point-value": "100 ポイントの価値",
    "figure.point-value.means": (
        "100 ポイントで割り引かれる金額。プログラムの利用率、なければ最終日までの 12 か"
        "月間の実績による。"
    ),
    "figure.liability": "負債（売価基準）",
    "figure.liability.means": "未使用ポイント × 今後使われる割合 × ポイントの価値。",
    "figure.breakage": "失効見込み率",
    "figure.breakage.means": (
        "発行ポイントのうち最後まで使われないと見込む割合（1 － 最終利用率）。"
    ),
    "figure.difference": "会員残高と元帳の差",
    "figure.difference.means": "現在の会員残高合計と全仕訳合計の差。0 でなければなりません。",
    "figure.balance": "残高",
    "figure.balance.means": "最終日終了時点のポイント（付与予定を含む）。",
    "figure.earned": "獲得",
    "figure.earned.means": "期間中に増えたポイント。",
    "figure.spent": "利用と失効",
    "figure.spent.means": "期間中に減ったポイント。",
    "figure.visits": "購入回数",
    "figure.visits.means": "期間中の販売件数（返品されたものを含む）。",
    "figure.points-outstanding": "未使用ポイント",
    "figure.points-outstanding.means": "全会員が今使えるポイント。",
    "figure.reward-cost": "会員売上に対する特典",
    "figure.reward-cost.means": "会員の支払額に対するポイント・クーポンの支払額。",
    "figure.uplift-visits": "会員あたりの来店増",
    "figure.uplift-visits.means": "案内した会員の購入日数から無作為の対照群の値を引いたもの。",
    "figure.net-sales": "純売上",
    "figure.net-sales.means": "期間中の販売から返品を引いた金額。ポイント払いは売上に含めない。",
    "figure.sales-count": "販売件数",
    "figure.sales-count.means": "全額返品されていない期間中の販売。",
}
