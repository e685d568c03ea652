"""What kind of paper a slip is, by titles and marks in the languages we meet.

A shop whose slips say it otherwise points at the line once (`layout.learned_kind`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from receipts.reading.escpos.captured import SlipKind
from receipts.reading.text.fold import folded

_SHORT = 6  # words; a sentence about returns is no return
_CARD_MARKS = 2

_REPRINT = (
    "copy|duplicate|reprint|copy receipt|duplicate receipt|kopie|zweitschrift|duplikat|duplicata|"
    "duplicado|copia|segunda via|copia de cliente|"
    "再発行|再印刷|控え|副本|重印|补打|복사본|재발행|재출력|영수증 재발행"
)
_REFUND = (
    "refund|sales return|return receipt|refund receipt|returned goods|void|storno|gutschrift|"
    "retoure|rueckgabe|remboursement|avoir|retour|annulation|devolucion|reembolso|devolucao|"
    "estorno|reso|rimborso|nota di credito|"
    "返品|返金|取消|退货|退貨|退款|반품|환불|취소|결제취소"
)
_REPORT = (
    "z report|x report|z bericht|x bericht|tagesabschluss|kassenabschluss|end of day|day end|"
    "daily report|shift report|cash report|sales report|rapport z|rapport x|cierre z|"
    "cierre de caja|fecho de caixa|chiusura|z1|x1|"
    "精算|点検|日計|日结|交班|交接班|日報|정산|마감|일일정산|중간정산|매출집계"
)
_KITCHEN = (
    "kitchen|kitchen order|kitchen ticket|bar order|kueche|kuechenbon|cuisine|comanda|cocina|"
    "cozinha|bestellung|厨房|厨房单|キッチン|調理|주방|주방주문|주문서"
)
_CARD = (
    "merchant copy|customer copy|cardholder copy|cardholder signature|approval code|auth code|"
    "authorisation|aid|pan seq|kundenbeleg|haendlerbeleg|terminal id|kartenzahlung|"
    "exemplaire client|ticket client|copia cliente|"
    "カード会社|承認番号|カード売上票|商户存根|持卡人存根|授权码|신용승인|카드매출전표|승인번호"
)


def _table(words: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words.split("|"))


_TITLES = (
    (SlipKind.REPRINT, _table(_REPRINT)),
    (SlipKind.REFUND, _table(_REFUND)),
    (SlipKind.REPORT, _table(_REPORT)),
    (SlipKind.KITCHEN, _table(_KITCHEN)),
)
_MARKS = _table(_CARD)


def kind_of(rows: Sequence[str]) -> SlipKind:
    """The kind by its title or its marks; SALE where nothing speaks against it."""
    plain = [f" {folded(row)} " for row in rows]
    marks = sum(any(f" {mark} " in row for row in plain) for mark in _MARKS)
    for kind, titles in _TITLES:
        if any(_is_title(row, titles) for row in plain):
            return kind

    return SlipKind.CARD_SLIP if marks >= _CARD_MARKS else SlipKind.SALE


def _is_title(row: str, titles: Sequence[str]) -> bool:
    """A title stands alone: with nothing else on its line than a number or two words more."""
    words = [word for word in row.split() if not re.search(r"\d", word) or word in titles]
    if not 1 <= len(words) <= _SHORT:
        return False
    text = " ".join(words)
    return any(
        text == title or (text.startswith(f"{title} ") and len(words) <= len(title.split()) + 2)
        for title in titles
    )
