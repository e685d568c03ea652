"""A receipt read from its text, in the shape of every other receipt: what it says, check by check.

No check of it can stand against a forger: anybody can print text. It asks for a person, always.
"""

from __future__ import annotations

from receipts.reading.claim import Check, Claim, DocumentKind, impossible, passed
from receipts.reading.text.fold import folded
from receipts.reading.text.page import Page
from receipts.reading.text.receipt import TextReceipt

SCHEME = "text"
_KINDS = {
    DocumentKind.REFUND: (
        "REFUND|RETURN|CREDIT NOTE|GUTSCHRIFT|RETOURE|DEVOLUCION|AVOIR|RESO|NOTA DE CREDITO|"
        "返品|返金|환불|반품|退货|退款|退貨"
    ),
    DocumentKind.VOID: "VOID|VOIDED|CANCELLED|STORNO|ANNULE|ANULADO|ANNULLATO|取消|취소|作废|作廢",
    DocumentKind.TRAINING: "TRAINING|TRAININGSMODUS|TEST RECEIPT|練習|연습|训练",
    DocumentKind.PROFORMA: "PROFORMA|PRO FORMA|QUOTATION|ANGEBOT|見積書|견적서|报价单",
}
_WORDS = {folded(word): kind for kind, words in _KINDS.items() for word in words.split("|")}


def claim_of(receipt: TextReceipt, page: Page) -> Claim:
    """The claim. `arithmetic` and `date` fail softly: then a person must look harder."""
    checks: list[Check] = [
        passed("arithmetic", _proved(receipt), advisory=True),
        passed("date", receipt.on is not None and not _unsure(receipt), advisory=True),
        impossible("signature"),
    ]
    moment = receipt.on.isoformat() if receipt.on else None
    if moment and receipt.at:
        moment = f"{moment}T{receipt.at}"
    facts = (receipt.merchant_key or receipt.tax_number, moment or "", receipt.total or "")
    return Claim(
        scheme=SCHEME,
        merchant=receipt.merchant_key or receipt.tax_number or None,
        receipt=receipt.number or None,
        total=receipt.total,
        currency=receipt.currency,
        issued_at=moment,
        kind=kind_of(page),
        checks=tuple(checks),
        lines=receipt.lines,
        weak_key=":".join(map(str, facts)),
    )


def kind_of(page: Page) -> DocumentKind:
    """What was printed, by rows that say only that: "No refunds" makes no refund of a sale."""
    for row in page.rows:
        if (kind := _WORDS.get(folded(row.text))) is not None:
            return kind
    return DocumentKind.SALE


def _proved(receipt: TextReceipt) -> bool:
    return receipt.total is not None and not {"total-unproved", "total-contested"} & set(
        receipt.reasons
    )


def _unsure(receipt: TextReceipt) -> bool:
    return bool({"several-dates", "date-unsure"} & set(receipt.reasons))
