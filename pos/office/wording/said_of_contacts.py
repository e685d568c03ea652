"""What head office says of numbers and addresses typed on a page, in all four languages."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str, str]] = {
    "contact.unverified": (
        "{contact} was typed on a receipt’s page. Nobody has checked that it is theirs.",
        "{contact}은(는) 영수증 페이지에서 입력되었으며 아직 본인 확인이 되지 않았습니다.",
        "{contact} はレシートのページで入力されたもので、本人確認はまだです。",
        "{contact} 是在小票页面输入的，尚未确认属于本人。",
    ),
    "contact.confirm": ("It is theirs", "본인 것으로 확인", "本人のものと確認", "确认属于本人"),
    "contact.alike": ("One person or two?", "같은 사람인가요?", "同じ人ですか？", "是同一人吗？"),
    "contact.alike.means": (
        "Whoever enrolled here typed the number or address of:",
        "가입할 때 다음 회원의 연락처를 입력했습니다:",
        "入会時に、次の会員の連絡先が入力されました：",
        "入会时输入了以下会员的联系方式：",
    ),
    "contact.together": (
        "One person: put together",
        "합치기",
        "同じ人：まとめる",
        "同一人：合并",
    ),
    "contact.apart": (
        "Two people who share it",
        "다른 사람",
        "共有している別の人",
        "共用的两个人",
    ),
    "contact.tasks": (
        "Members with one number",
        "연락처가 같은 회원",
        "連絡先が同じ会員",
        "联系方式相同的会员",
    ),
    "contact.tasks.means": (
        "Somebody enrolled on a receipt’s page with what another member has. Open the first one.",
        "영수증 페이지에서 다른 회원의 연락처로 가입했습니다. 첫 번째 회원을 여세요.",
        "レシートのページで別の会員の連絡先が使われました。最初の会員を開いてください。",
        "有人在小票页面用其他会员的联系方式入会。请打开第一个会员。",
    ),
    "contact-settled": (
        "There is nothing to settle here any more.",
        "더 처리할 것이 없습니다.",
        "もう処理するものはありません。",
        "这里已无需处理。",
    ),
    "household-others-in": (
        "Others share the account of {member}. Take them out of the household first.",
        "{member} 님의 계정을 함께 쓰는 회원이 있습니다. 먼저 가족에서 빼세요.",
        "{member} の口座を共有する会員がいます。先に家族から外してください。",
        "还有会员共用 {member} 的账户，请先将其移出家庭。",
    ),
    "merge-household": (
        "{member} shares another household’s account. Take them out of it first.",
        "{member} 님은 다른 가족의 계정을 함께 씁니다. 먼저 빼세요.",
        "{member} は別の家族の口座を共有しています。先に外してください。",
        "{member} 属于另一个家庭账户，请先移出。",
    ),
    "act.contact-confirmed": ("Contact confirmed", "연락처 확인", "連絡先を確認", "确认联系方式"),
    "act.contact-apart": (
        "Members kept apart",
        "다른 회원으로 확인",
        "別の会員と確認",
        "确认为两名会员",
    ),
}
