"""What head office says of terminals: each key in English, Korean, Japanese and Chinese."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "menu.terminals": ("Terminals", "단말기", "端末", "终端"),
    "terminal.new": ("Add a terminal", "단말기 추가", "端末を追加", "添加终端"),
    "terminal.name": ("Name", "이름", "名前", "名称"),
    "terminal.name.hint": (
        "Such as “Counter 1”; customers never see it.",
        "예: “카운터 1”. 고객에게는 보이지 않습니다.",
        "「レジ1」など。お客様には表示されません。",
        "例如“收银台 1”，顾客看不到。",
    ),
    "terminal.shop": ("Shop", "매장", "店舗", "门店"),
    "terminal.numbered": (
        "Terminal {number}",
        "{number}번 단말기",
        "端末 {number}",
        "终端 {number}",
    ),
    "terminal.contact": ("Last contact", "마지막 연락", "最後の通信", "最近联系"),
    "terminal.unsent": ("Unsent", "미전송", "未送信", "未发送"),
    "terminal.app": ("Version", "버전", "バージョン", "版本"),
    "terminal.hub": ("Hub", "허브", "ハブ", "枢纽"),
    "terminal.lease": (
        "May spend points until",
        "포인트 사용 가능 기한",
        "ポイントを使える期限",
        "可使用积分至",
    ),
    "terminal.risk": ("Held there", "보유 중", "保持中", "持有"),
    "terminal.held": (
        "{points} points, {members} members",
        "{points}점 (회원 {members}명)",
        "{points}ポイント（会員{members}人）",
        "{points} 分（{members} 名会员）",
    ),
    "terminal.risk.hint": (
        (
            "Held there: points that the terminal may spend without asking. Were it "
            "lost, no more than these could be spent unseen."
        ),
        (
            "보유 중: 단말기가 본사에 묻지 않고 쓸 수 있는 포인트입니다. 단말기를 "
            "잃어버려도 그보다 많이 쓰일 수 없습니다."
        ),
        (
            "保持中：端末が本部に問い合わせずに使えるポイントです。端末を失っても、"
            "これより多くは使われません。"
        ),
        "持有：终端无需询问即可使用的积分。即使终端丢失，也不会超出这些积分。",
    ),
    "terminal.state.active": ("Active", "사용 중", "稼働中", "启用"),
    "terminal.state.suspended": ("Suspended", "정지됨", "停止中", "已暂停"),
    "terminal.state.retired": ("Retired", "폐기됨", "廃止", "已停用"),
    "worry.silent": (
        "not heard for a day",
        "하루 넘게 연락 없음",
        "1日以上通信なし",
        "超过一天没有联系",
    ),
    "worry.clock": (
        "its clock is off by {minutes} minutes",
        "시계가 {minutes}분 어긋남",
        "時計が{minutes}分ずれています",
        "时钟偏差 {minutes} 分钟",
    ),
    "worry.unsent": (
        "has unsent entries",
        "미전송 기록 있음",
        "未送信の記録あり",
        "有未发送的记录",
    ),
    "worry.suspended": ("suspended", "정지됨", "停止中", "已暂停"),
    "terminals.none": (
        "There is no terminal here yet.",
        "아직 단말기가 없습니다.",
        "端末はまだありません。",
        "还没有终端。",
    ),
    "terminal.url": ("Head office's address", "본사 주소", "本部のアドレス", "总部地址"),
    "terminal.url.hint": (
        "As the terminal reaches it over the network.",
        "단말기가 네트워크에서 접속하는 주소입니다.",
        "端末がネットワークから接続するアドレスです。",
        "终端通过网络访问的地址。",
    ),
    "terminal.code.make": ("Make a code", "코드 만들기", "コードを発行", "生成代码"),
    "terminal.code": ("Code for a terminal", "단말기 등록 코드", "端末の登録コード", "终端注册码"),
    "terminal.code.whose": (
        "For “{name}”. Let the terminal read the picture, or type the digits there.",
        "“{name}”용. 단말기로 그림을 읽거나 숫자를 입력하세요.",
        "「{name}」用です。端末で画像を読み取るか、数字を入力してください。",
        "用于“{name}”。请用终端扫描图片，或输入数字。",
    ),
    "terminal.code.picture": (
        "QR code for the terminal",
        "단말기용 QR 코드",
        "端末用QRコード",
        "终端二维码",
    ),
    "terminal.code.hint": (
        "Good for {minutes} minutes, once. It is not shown again.",
        "{minutes}분 동안 한 번만 쓸 수 있으며 다시 표시되지 않습니다.",
        "{minutes}分間、一度だけ有効です。再表示はできません。",
        "{minutes} 分钟内有效，仅限一次，不再显示。",
    ),
    "terminal.code.text": ("As text", "텍스트로 보기", "テキストで表示", "以文本显示"),
    "terminal.code.done": ("Done", "완료", "完了", "完成"),
    "terminal.again": (
        "Make a code to enrol it anew",
        "다시 등록할 코드 만들기",
        "再登録用のコードを発行",
        "生成重新注册码",
    ),
    "terminal.again.hint": (
        (
            "For a new computer in its place, or after it was suspended: the old one "
            "is let in no more."
        ),
        "새 컴퓨터로 바꾸거나 정지된 뒤에 씁니다. 이전 컴퓨터는 더 이상 접속할 수 없습니다.",
        "新しい機械への交換、または停止の後に使います。以前の機械は接続できなくなります。",
        "用于更换电脑或暂停之后。旧电脑将无法再接入。",
    ),
    "terminal.suspended": (
        (
            "Two machines used this terminal's name. It goes on selling, but spends "
            "no points until one of them is enrolled anew."
        ),
        (
            "두 기계가 이 단말기 이름을 썼습니다. 판매는 계속되지만 다시 등록할 때까지 "
            "포인트는 쓸 수 없습니다."
        ),
        (
            "2台の機械がこの端末名を使いました。販売は続けられますが、再登録するまでポイント"
            "は使えません。"
        ),
        "有两台机器使用了此终端名称。可以继续销售，但重新注册前不能使用积分。",
    ),
    "terminal.retired": (
        "This terminal is answered nothing more. A code enrols it anew.",
        "이 단말기에는 더 이상 응답하지 않습니다. 코드로 다시 등록할 수 있습니다.",
        "この端末には応答しません。コードで再登録できます。",
        "不再应答此终端。可用代码重新注册。",
    ),
    "terminal.retire": ("Retire this terminal", "단말기 폐기", "この端末を廃止", "停用此终端"),
    "terminal.retire.sure": (
        "Retire “{name}”?",
        "“{name}” 단말기를 폐기할까요?",
        "「{name}」を廃止しますか？",
        "停用“{name}”？",
    ),
    "terminal.retire.what": (
        "It will be answered nothing from now on. What it has not sent by then stays on its disk.",
        "앞으로 이 단말기에 응답하지 않습니다. 아직 보내지 않은 기록은 그 디스크에 남습니다.",
        "今後この端末には応答しません。未送信の記録は端末に残ります。",
        "今后不再应答此终端。尚未发送的记录会留在其磁盘上。",
    ),
    "terminal.retire.risk": (
        "{members} members, {points} points at risk.",
        "회원 {members}명, {points}점이 위험에 놓입니다.",
        "会員{members}人、{points}ポイントがリスクの対象です。",
        "{members} 名会员、{points} 分存在风险。",
    ),
    "terminal.retire.points": (
        "The points it holds",
        "보유 중인 포인트",
        "保持しているポイント",
        "其持有的积分",
    ),
    "terminal.retire.later": (
        "Give them back to members when its time is over ({until})",
        "기한이 끝나면 회원에게 돌려주기 ({until})",
        "期限が過ぎたら会員に戻す（{until}）",
        "期限结束后归还会员（{until}）",
    ),
    "terminal.retire.now": (
        "Give them back to members now",
        "지금 회원에게 돌려주기",
        "今すぐ会員に戻す",
        "现在归还会员",
    ),
    "terminal.retire.now.hint": (
        "What it may have spent unseen is the merchant's loss, never a member's.",
        "모르는 사이 사용된 포인트는 가맹점이 부담하며 회원은 손해가 없습니다.",
        "知らないうちに使われた分は店側の負担となり、会員の損にはなりません。",
        "若已被使用，由商家承担，会员不受损失。",
    ),
    "terminal-unknown": (
        "There is no terminal {number}.",
        "{number}번 단말기가 없습니다.",
        "端末 {number} はありません。",
        "没有终端 {number}。",
    ),
    "terminal-name": (
        "A terminal needs a name, of at most {most} characters.",
        "단말기 이름은 {most}자 이내로 입력해 주세요.",
        "端末の名前は{most}文字以内で入力してください。",
        "终端名称必填，最多 {most} 个字符。",
    ),
    "terminal-hub": (
        "This is the hub of shop {shop}. Name another hub there first.",
        "이 단말기는 {shop}번 매장의 허브입니다. 먼저 다른 허브를 정해 주세요.",
        "これは店舗 {shop} のハブです。先に別のハブを指定してください。",
        "这是门店 {shop} 的枢纽。请先指定其他枢纽。",
    ),
    "office-url": (
        "This is no address of a head office. It begins with https://.",
        "본사 주소가 아닙니다. https://로 시작해야 합니다.",
        "本部のアドレスではありません。https:// で始まります。",
        "这不是总部地址，应以 https:// 开头。",
    ),
    "act.terminal-code": ("Code made", "단말기 코드 발급", "端末コード発行", "生成终端代码"),
    "act.terminal-changed": ("Terminal changed", "단말기 변경", "端末変更", "修改终端"),
    "act.terminal-retired": ("Terminal retired", "단말기 폐기", "端末廃止", "停用终端"),
    "act.points-written-off": (
        "Points written off",
        "포인트 손실 처리",
        "ポイントを損失処理",
        "核销积分",
    ),
    "act.certificate-made": (
        "Next certificate made",
        "다음 인증서 생성",
        "次の証明書を作成",
        "生成下一个证书",
    ),
    "act.certificate-changed": (
        "Another certificate shown",
        "인증서 교체",
        "証明書を切り替え",
        "更换证书",
    ),
    "act.terminal-settled": ("Points taken back", "포인트 회수", "ポイントを回収", "收回积分"),
}
