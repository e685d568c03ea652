"""Korean names of figures, and what each of them means."""

from __future__ import annotations

KO_FIGURES: dict[str, str] = {
    "figure.nps": "순추천지수(NPS)",
    "figure.nps.means": (
        "9~10점 비율에서 0~6점 비율을 뺀 값(×100). 회원별 90일 내 최신 응답, 30건부터."
    ),
    "figure.loyalty-index": "충성도 지수",
    "figure.loyalty-index.means": (
        "추천·재구매·다른 상품 시도 세 문항을 0~100으로 환산한 평균. 세 문항 모두 답한 "
        "회원만, 30명부터."
    ),
    "figure.response": "응답률",
    "figure.response.means": "설문을 받은 회원 중 응답한 회원.",
    "figure.repurchase": "재구매율",
    "figure.repurchase.means": (
        "기간 중 구매한 회원 가운데 이틀 이상 구매한 회원. 전액 반품, 비회원, "
        "직원·시험·도매는 제외."
    ),
    "figure.came-back-90": "90일 내 재방문",
    "figure.came-back-90.means": "첫 구매 후 90일이 지난 신규 회원 중 90일 안에 다시 구매한 회원.",
    "figure.renewed": "갱신율",
    "figure.renewed.means": "기간 중 갱신 대상 가운데 갱신한 비율. 체험·일시정지는 제외.",
    "figure.upsell": "교차 구매 비",
    "figure.upsell.means": "첫 구매 후 90일간 한 분류만 산 회원 1명당 두 분류 이상 산 회원 수.",
    "figure.average-basket": "평균 구매액",
    "figure.average-basket.means": "구매 1회(회원·일)당 순매출. 포인트 결제분은 매출로 보지 않음.",
    "figure.median-basket": "구매액 중앙값",
    "figure.median-basket.means": "구매의 절반은 이보다 작고 절반은 큽니다.",
    "figure.lapsed": "휴면 회원",
    "figure.lapsed.means": (
        "마지막 날 이전 3개월간 구매가 없는 회원(이전 구매 경험자 기준). 휴면이 곧 이탈은 아닙니다."
    ),
    "figure.retention": "유지율",
    "figure.retention.means": (
        "첫 구매 월이 같은 회원 중 이후 월에 구매한 비율. 20명 미만은 비워 둠."
    ),
    "figure.time-to-second": "두 번째 구매까지 일수",
    "figure.time-to-second.means": (
        "회원 절반이 다시 구매한 시점. 아직 기다리는 회원도 반영(카플란-마이어)."
    ),
    "figure.third-purchase": "세 번째 구매 전환",
    "figure.third-purchase.means": (
        "두 번째 구매 후 90일이 지난 회원 중 90일 안에 세 번째로 구매한 회원."
    ),
    "figure.redemption-flow": "적립 대비 사용",
    "figure.redemption-flow.means": (
        "기간 중 적립 대비 사용 포인트. 100%를 넘을 수 있음. 반품과 이관 잔액 제외."
    ),
    "figure.redemption-ultimate": "최종 사용률(예상)",
    "figure.redemption-ultimate.means": (
        "발행 포인트 중 결국 사용될 것으로 예상되는 비율. 월별 발행분의 사용 실적으로 추정."
    ),
    "figure.active-12": "12개월 활동 회원",
    "figure.active-12.means": "마지막 날까지 12개월간 적립 또는 사용한 회원(전체 가입자 기준).",
    "figure.active-90": "90일 활동 회원",
    "figure.active-90.means": "마지막 날까지 90일간 적립 또는 사용한 회원(전체 가입자 기준).",
    "figure.referred": "추천 가입",
    "figure.referred.means": "신규 회원 중 추천인이 있는 회원. 구매를 유지한 친구만.",
    "figure.referral-k": "회원당 추천 가입자",
    "figure.referral-k.means": "기간 중 추천으로 가입한 친구 ÷ 회원 수.",
    "figure.tier-movement": "등급 이동",
    "figure.tier-movement.means": (
        "등급별 회원이 이후 시점에 있는 등급. 두 시점에 같은 규칙 적용, 10명 미만 제외."
    ),
    "figure.top-fifth": "상위 20% 매출 비중",
    "figure.top-fifth.means": (
        "구매액 상위 20% 회원의 매출이 회원 매출에서 차지하는 비중. 구매자 100명부터."
    ),
    "figure.members-making-80": "매출 80%를 만드는 회원",
    "figure.members-making-80.means": "회원 매출의 80%를 만드는 최소 회원 비율.",
    "figure.top-fifth-stays": "상위 20% 유지",
    "figure.top-fifth-stays.means": "이전 기간 상위 20% 중 다시 상위 20%인 회원.",
    "figure.identified-share": "회원 매출 비중",
    "figure.identified-share.means": (
        "전체 순매출 중 회원 매출. 이 값이 변하면 모든 회원 지표가 함께 변합니다."
    ),
    "figure.retention-effect": "유지율이 오르면",
    "figure.retention-effect.means": "유지율이 달라질 때 회원 가치의 계산값이며 약속이 아닙니다.",
    "figure.uplift-share": "구매 회원 증가",
    "figure.uplift-share.means": "안내를 받은 회원의 구매 비율에서 무작위 비교군의 비율을 뺀 값.",
    "figure.uplift-money": "회원당 증가액",
    "figure.uplift-money.means": "안내 회원 1인당 순매출에서 비교군을 뺀 값(리워드 비용 차감 후).",
    "figure.value-12": "향후 12개월 가치",
    "figure.value-12.means": (
        "회원의 향후 12개월 예상 이익(월 할인). 회원 200명, 재구매 100건, 26주부터."
    ),
    "figure.members": "회원 수",
    "figure.members.means": "마지막 날 기준 가입 회원. 직원·시험·도매 제외.",
    "figure.joined": "신규 가입",
    "figure.joined.means": "기간 중 가입한 회원.",
    "figure.late-for-habit": "평소보다 늦은 회원",
    "figure.late-for-habit.means": "평소 방문 간격의 세 배 넘게 오지 않은 회원.",
    "figure.shifts": "마감한 근무",
    "figure.shifts.means": "기간 중 이 장부의 모든 POS에서 마감한 근무.",
    "figure.shift-sales": "매출 합계",
    "figure.shift-sales.means": "해당 근무의 판매 합계(반품 전).",
    "figure.shift-returns": "반품 합계",
    "figure.shift-returns.means": "해당 근무의 환불 합계.",
    "figure.points-opening": "기초 포인트",
    "figure.points-opening.means": "첫날 이전 회원 포인트(적립 예정 포함, 미회수분 차감).",
    "figure.points-earned": "+ 적립",
    "figure.points-earned.means": "판매·영수증·활동·추천으로 적립.",
    "figure.points-spent": "− 사용",
    "figure.points-spent.means": "결제에 사용한 포인트(반품으로 돌려준 분 차감).",
    "figure.points-expired": "− 소멸",
    "figure.points-expired.means": "사용하지 않고 소멸한 포인트(되돌린 분 차감).",
    "figure.points-reversed": "− 반품 취소",
    "figure.points-reversed.means": "반품으로 회수한 적립 포인트.",
    "figure.points-manual": "± 수동",
    "figure.points-manual.means": "수동 지급·차감. 담당자와 사유는 아래 표.",
    "figure.points-other": "± 이관·타 매장",
    "figure.points-other.means": "다른 시스템에서 이관, 매장 간 이동, 손실 처리한 포인트.",
    "figure.points-closing": "= 기말 포인트",
    "figure.points-closing.means": "마지막 날 이후 회원 포인트: 기초에 모든 변동을 더한 값.",
    "figure.point-value": "100포인트의 가치",
    "figure.point-value.means": (
        "100포인트로 할인되는 금액. 프로그램의 사용 비율 기준이며, 없으면 마지막 "
        "날까지 12개월간의 실제 할인액 기준."
    ),
    "figure.liability": "부채(판매가 기준)",
    "figure.liability.means": "미사용 포인트 × 앞으로 사용될 비율 × 포인트 가치.",
    "figure.breakage": "미사용 예상 비율",
    "figure.breakage.means": (
        "발행 포인트 중 끝내 사용되지 않을 것으로 예상되는 비율(1 − 최종 사용률)."
    ),
    "figure.difference": "회원 잔액과 원장 차이",
    "figure.difference.means": "현재 회원 잔액 합계와 모든 분개 합계의 차이. 0이어야 합니다.",
    "figure.balance": "보유 포인트",
    "figure.balance.means": "마지막 날 종료 시점 포인트(적립 예정 포함).",
    "figure.earned": "적립",
    "figure.earned.means": "기간 중 늘어난 포인트.",
    "figure.spent": "사용과 소멸",
    "figure.spent.means": "기간 중 줄어든 포인트.",
    "figure.visits": "구매 횟수",
    "figure.visits.means": "기간 중 판매 건수(반품된 판매 포함).",
    "figure.points-outstanding": "미사용 포인트",
    "figure.points-outstanding.means": "지금 사용할 수 있는 전체 회원의 포인트.",
    "figure.reward-cost": "회원 매출 대비 리워드",
    "figure.reward-cost.means": "회원 결제 금액 대비 포인트·쿠폰 결제액.",
    "figure.uplift-visits": "회원당 방문 증가",
    "figure.uplift-visits.means": "안내 회원의 1인당 구매일 수에서 무작위 비교군의 값을 뺀 것.",
    "figure.net-sales": "순매출",
    "figure.net-sales.means": "기간 중 판매에서 반품을 뺀 금액. 포인트 결제분은 매출로 보지 않음.",
    "figure.sales-count": "판매 건수",
    "figure.sales-count.means": "전액 반품되지 않은 기간 중 판매.",
}
