"""What terminals found out about themselves, in English, Korean, Japanese and Chinese."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "health.second-window": (
        "a second window has its books open",
        "두 번째 창이 장부를 열어 둠",
        "二つ目の画面が帳簿を開いている",
        "有第二个窗口打开账本",
    ),
    "health.unclean-shutdown": (
        "it was cut off; its books were checked",
        "갑자기 꺼져 장부를 점검함",
        "突然切れたため帳簿を点検した",
        "曾异常中断，账本已检查",
    ),
    "health.ledger-behind": (
        "its books are older than they once were",
        "장부가 예전보다 오래된 상태",
        "帳簿が以前より古い",
        "账本比以前旧",
    ),
    "health.restored": (
        "its books were restored from a backup",
        "백업에서 복원된 장부",
        "帳簿がバックアップから復元された",
        "账本由备份恢复",
    ),
    "health.chain-broken": (
        "its newest entries do not hold together; verify its ledger there",
        "최근 기록이 맞지 않음. 단말기에서 원장을 검증하세요",
        "最新の記録が合わない。端末で台帳を検証してください",
        "最新记录不连贯，请在终端核对账本",
    ),
    "health.clock-behind": (
        "its clock is behind its newest entry",
        "시계가 최근 기록보다 늦음",
        "時計が最新の記録より遅れている",
        "时钟落后于最新记录",
    ),
    "health.disk-low": (
        "its disk is nearly full",
        "디스크가 거의 찼음",
        "ディスクがほぼ満杯",
        "磁盘快满",
    ),
    "health.reserve-missing": (
        "no room is left in reserve on its disk",
        "디스크 예비 공간이 없음",
        "ディスクの予備がない",
        "磁盘没有预留空间",
    ),
    "health.reserve-used": (
        "its disk was full; make room",
        "디스크가 가득 찼음. 공간을 비우세요",
        "ディスクが満杯だった。空きを作ってください",
        "磁盘曾满，请腾出空间",
    ),
    "health.file-damaged": (
        "its ledger’s file is damaged",
        "원장 파일이 손상됨",
        "台帳のファイルが壊れている",
        "账本文件损坏",
    ),
    "health.program-differs": (
        "it has another program of number {number}, and goes on with that; publish a new version",
        "번호 {number}의 다른 프로그램을 쓰고 있음. 새 버전을 게시하세요",
        "番号{number}の別のプログラムで動いている。新しい版を公開してください",
        "正在使用编号 {number} 的另一个方案，请发布新版本",
    ),
}
