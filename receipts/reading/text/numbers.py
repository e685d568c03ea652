"""The receipt's own number and the merchant's tax number, by the words beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_END = (
    r"(?:[ ]?simplificada)?[\s|-]?"
    r"(?:no|nr|num|number|n[.oº°]|id|#|番号|번호|号码|號碼|编号|編號|号|號)?[\s.:：#°º]*"
)
_NUMBER = (
    re.compile(
        r"(?:receipt|invoice|inv|bill|slip|check|chk|doc(?:ument)?|trans(?:action)?|trx|order|ticket|"
        r"resit|bon|beleg|rechnung|quittung|factura|fatura|facture|scontrino|documento|kvitto|"
        r"paragon|レシート|伝票|取引|領収|영수증|거래|주문|전표|小票|单|單|流水|订单|訂單|交易|收据|序号|序號)"
        rf"{_END}(?P<n>(?:[A-Z]{{1,5}}[-/ ]?){{0,3}}\d[A-Z0-9]*(?:[-/#][A-Z0-9]+)*)"
        r"(?![\d.:,]*\d?[.,:]\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|\s)(?:no|nr|n[oº°]?)[.:：#º°\s]+(?P<n>[A-Z]{0,5}-?\d[A-Z0-9/-]{2,})",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|\s)#\s?(?P<n>[A-Z]{0,4}\d[A-Z0-9/-]+)", re.IGNORECASE),
)  # fmt: skip
_TAX = (
    re.compile(
        r"(?:gst|vat|sst|ust|mwst|btw|tva|iva|nif|nipc|cif|cnpj|cuit|abn|uid|tin|rfc|nit|ruc|rut|"
        r"siret|trn|pan|брн|инн|ИНН|統編|統一編號|统一编号|税号|稅號|纳税人识别号|登録番号|"
        r"사업자(?:등록)?번호|사업자|등록번호|p\.?\s?iva|steuer(?:nummer)?|st\.?-?nr|tax|co\.?\s?reg)"
        r"[\s.-]*(?:reg(?:istration)?|id(?:ent)?(?:nr)?|no|nr|num(?:ber)?|#)?[\s.:：#()-]*"
        r"(?:no|nr|number|id)?[\s.:：#()-]*"
        r"(?P<n>[A-Z]{0,3}[\s-]?\d(?:[./ -]?\d|[A-Z]){6,17})",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\d)(?P<n>\d{3}-\d{2}-\d{5})(?!\d)"),  # Korea's form is one of its own
    re.compile(r"(?<![A-Z0-9])(?P<n>T\d{13})(?!\d)"),  # Japan's invoice registration
)
_LEAST = 7  # digits of a tax number


def receipt_number(lines: Sequence[str]) -> str:
    """What the paper calls itself, without spaces around; "" where no word announces one."""
    usable = [line for line in lines if not any(tax.search(line) for tax in _TAX)]
    for pattern in _NUMBER:
        for line in usable:
            match = pattern.search(line)
            least = 2 if pattern is _NUMBER[0] else 3
            if match and sum(char.isdigit() for char in match["n"]) >= least:
                return match["n"].strip(" -/")[:40]
    return ""


def tax_number(lines: Sequence[str]) -> str:
    """The merchant's, capitals and digits only; "" where none stands there."""
    for pattern in _TAX:
        for line in lines:
            match = pattern.search(line)
            if match is None:
                continue
            number = re.sub(r"[^A-Z0-9]", "", match["n"].upper())
            if sum(char.isdigit() for char in number) >= _LEAST:
                return number[:20]
    return ""
