"""Simplified Chinese names of figures, and what each of them means."""

from __future__ import annotations

ZH_CN_FIGURES: dict[str, str] = {
    "figure.nps": "净推荐值（NPS）",
    "figure.nps.means": (
        "9–10 分比例减去 0–6 分比例，乘以 100；每位会员取 90 天内最新回答，30 份起。"
    ),
    "figure.loyalty-index": "忠诚度指数",
    "figure.loyalty-index.means": (
        "推荐、再次购买、尝试其他商品三题换算为 0–100 的平均值；仅含三题全答的会员，30 位起。"
    ),
    "figure.response": "回复率",
    "figure.response.means": "受邀会员中作答的会员。",
    "figure.repurchase": "复购率",
    "figure.repurchase.means": (
        "期内购买过的会员中在两天及以上购买的会员。不含全额退货、非会员、员工、测试与批发。"
    ),
    "figure.came-back-90": "90 天内回访",
    "figure.came-back-90.means": "首次购买已满 90 天的新会员中，90 天内再次购买的会员。",
    "figure.renewed": "续订率",
    "figure.renewed.means": "期内应续订者中已续订的比例，不含试用与暂停。",
    "figure.upsell": "交叉购买比",
    "figure.upsell.means": "首购后 90 天内，每一位只买一类的会员对应买两类及以上的会员数。",
    "figure.average-basket": "平均客单价",
    "figure.average-basket.means": "每次购买（会员·日）的净销售额，积分支付不计为销售。",
    "figure.median-basket": "客单价中位数",
    "figure.median-basket.means": "一半购买低于此值，一半高于此值。",
    "figure.lapsed": "沉睡会员",
    "figure.lapsed.means": (
        "截至最后一天的 3 个日历月内没有购买的会员（以曾购买者为基数）。沉睡不等于流失。"
    ),
    "figure.retention": "留存率",
    "figure.retention.means": "同月首购会员中在之后月份购买的比例；少于 20 位留空。",
    "figure.time-to-second": "到第二次购买的天数",
    "figure.time-to-second.means": "半数会员再次购买的时间；仍未购买者按等待处理（Kaplan–Meier）。",
    "figure.third-purchase": "第三次购买率",
    "figure.third-purchase.means": "第二次购买已满 90 天的会员中，90 天内第三次购买的会员。",
    "figure.redemption-flow": "使用与获得之比",
    "figure.redemption-flow.means": (
        "期内使用积分与获得积分之比，可能超过 100%；不含退货与转入余额。"
    ),
    "figure.redemption-ultimate": "最终使用率（预期）",
    "figure.redemption-ultimate.means": (
        "全部已发积分中预期最终会被使用的比例，按各月发放积分至今的使用情况估算。"
    ),
    "figure.active-12": "12 个月活跃会员",
    "figure.active-12.means": "截至最后一天 12 个月内有获得或使用的会员（以全部入会者为基数）。",
    "figure.active-90": "90 天活跃会员",
    "figure.active-90.means": "截至最后一天 90 天内有获得或使用的会员（以全部入会者为基数）。",
    "figure.referred": "推荐入会",
    "figure.referred.means": "新会员中有推荐人的比例，仅计保留购买的朋友。",
    "figure.referral-k": "每位会员带来的朋友",
    "figure.referral-k.means": "期内经推荐入会的朋友 ÷ 会员数。",
    "figure.tier-movement": "等级变动",
    "figure.tier-movement.means": (
        "各等级会员在后一日期所处的等级，两个日期用同一规则；少于 10 位不列。"
    ),
    "figure.top-fifth": "前 20% 会员占比",
    "figure.top-fifth.means": "购买最多的 20% 会员占会员销售额的比例，100 位购买者起。",
    "figure.members-making-80": "贡献 80% 的会员",
    "figure.members-making-80.means": "合计贡献会员销售额 80% 的最小会员比例。",
    "figure.top-fifth-stays": "前 20% 保持率",
    "figure.top-fifth-stays.means": "上期前 20% 会员中本期仍在前 20% 的比例。",
    "figure.identified-share": "会员销售占比",
    "figure.identified-share.means": (
        "全部净销售额中有会员信息的部分；它变化时，所有会员指标都会变化。"
    ),
    "figure.retention-effect": "若留存提高",
    "figure.retention-effect.means": "不同留存率下会员价值的测算，并非承诺。",
    "figure.uplift-share": "购买会员增幅",
    "figure.uplift-share.means": "收到通知会员的购买比例减去随机对照组的比例。",
    "figure.uplift-money": "每会员增额",
    "figure.uplift-money.means": "收到通知会员人均净销售额减去对照组，扣除奖励成本后。",
    "figure.value-12": "未来 12 个月价值",
    "figure.value-12.means": (
        "会员未来 12 个月的预期毛利（按月折现）；200 位会员、100 次复购、26 周起。"
    ),
    "figure.members": "会员数",
    "figure.members.means": "最后一天的入会会员，不含员工、测试与批发。",
    "figure.joined": "新入会",
    "figure.joined.means": "期内入会的会员。",
    "figure.late-for-habit": "超过习惯间隔",
    "figure.late-for-habit.means": "超过自己平常间隔三倍未到店的会员。",
    "figure.reward-cost-share": "奖励占会员销售",
    "figure.reward-cost-share.means": "奖励抵扣额 ÷ 会员净销售额。",
    "figure.shifts": "已结算班次",
    "figure.shifts.means": "期内本账簿所有收银台的班次结算。",
    "figure.shift-sales": "销售合计",
    "figure.shift-sales.means": "这些班次的销售合计（退货前）。",
    "figure.shift-returns": "退货合计",
    "figure.shift-returns.means": "这些班次的退款合计。",
    "figure.points-opening": "期初积分",
    "figure.points-opening.means": "首日之前的会员积分（含待生效，扣除欠分）。",
    "figure.points-earned": "＋ 获得",
    "figure.points-earned.means": "因销售、小票、活动和推荐而给予。",
    "figure.points-spent": "－ 使用",
    "figure.points-spent.means": "用于支付的积分，扣除退货返还。",
    "figure.points-expired": "－ 到期",
    "figure.points-expired.means": "未使用而到期的积分，扣除恢复部分。",
    "figure.points-reversed": "－ 退货冲回",
    "figure.points-reversed.means": "因退货收回的积分。",
    "figure.points-manual": "± 人工",
    "figure.points-manual.means": "人工增减，经办人与原因见下表。",
    "figure.points-other": "± 转入、其他门店",
    "figure.points-other.means": "从其他系统转入、门店间转移及核销的积分。",
    "figure.points-closing": "＝ 期末积分",
    "figure.points-closing.means": "最后一天之后的会员积分：期初加全部变动。",
    "figure.point-value": "每 100 积分价值",
    "figure.point-value.means": (
        "100 积分可抵扣的金额：按计划规定的比率，若无则按截至最后一天 12 个月的实际抵扣。"
    ),
    "figure.liability": "负债（按售价）",
    "figure.liability.means": "未使用积分 × 预期仍会使用的比例 × 每分价值。",
    "figure.breakage": "预期不使用率",
    "figure.breakage.means": "已发积分中预期永远不会使用的比例（1 − 最终使用率）。",
    "figure.difference": "会员余额与账簿差额",
    "figure.difference.means": "当前会员余额合计与全部分录合计之差，应为 0。",
    "figure.balance": "积分余额",
    "figure.balance.means": "最后一天结束时的积分（含待生效）。",
    "figure.earned": "获得",
    "figure.earned.means": "期内增加的积分。",
    "figure.spent": "使用与到期",
    "figure.spent.means": "期内减少的积分。",
    "figure.visits": "购买次数",
    "figure.visits.means": "期内销售笔数（含已退货）。",
}
