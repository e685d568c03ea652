"""The words receipts use beside their figures, by what the figure is, in the languages we meet.

Latin words are looked for whole, the scripts without spaces anywhere in the row. Which of several
matches wins is decided in `roles.py`.
"""

from __future__ import annotations

TOTAL = (
    # English, Malay, Indonesian
    "total|grand total|total amount|due|amount due|total due|balance due|amount payable|"
    "total payable|nett total|net total|net amount|total sales|total incl|total to pay|to pay|"
    "amount to pay|"
    "jumlah|jumlah besar|jumlah bayaran|amaun|total bayar|"
    # German, Dutch, the north
    "summe|gesamt|gesamtbetrag|gesamtsumme|zu zahlen|endbetrag|rechnungsbetrag|endsumme|"
    "zahlbetrag|totaal|te betalen|summa|att betala|i alt|at betale|totalt|yhteensa|sum|"
    # French, Spanish, Portuguese, Italian, Catalan
    "total ttc|net a payer|a payer|montant du|montant total|total a pagar|importe total|"
    "total a payer|valor a pagar|valor total|total geral|total liquido|totale|totale complessivo|"
    "importo totale|importo pagato|importo|da pagare|total euros|totale euro|total eur|"
    # The east and south-east
    "razem|suma|do zaplaty|celkem|k uhrade|spolu|osszesen|fizetendo|ukupno|za uplatu|za placilo|"
    "total de plata|toplam|genel toplam|odenecek|ИТОГО|ИТОГ|ВСЕГО|К ОПЛАТЕ|СУМА|РАЗОМ|ДО СПЛАТИ|"
    "ОБЩА СУМА|УКУПНО|ΣΥΝΟΛΟ|ΠΛΗΡΩΤΕΟ|tong cong|thanh tien|"
    # Japanese, Korean, Chinese
    "合計|総合計|お会計|お買上計|お支払|ご請求額|請求金額|現計|合計金額|"
    "합계|총합계|합계금액|총액|결제금액|결제대상금액|받을금액|판매합계|총구매액|청구금액|총금액|"
    "합계액|승인금액|거래금액|내실금액|"
    "合计|总计|總計|总额|總額|应付|應付|应收|應收|实付|實付|总价|價稅合計|价税合计|消费金额|應付金額|合計金額"
)
WEAK_TOTAL = (
    "amount|betrag|importe|montant|bedrag|belop|kwota|balance|net|nett|brutto|"
    "計|金額|금액|金额|实收|實收"
)
SUBTOTAL = (
    "subtotal|sub total|sub ttl|subttl|total excl|excl|excluding|before tax|total before|taxable|"
    "gross|gross amount|gross total|gross sales|net sales|"
    "zwischensumme|netto|nettobetrag|nettosumme|subtotaal|delsumma|sous total|total ht|"
    "ht|base|base imponible|base imp|subtotale|imponibile|totale parziale|suma parcial|parcial|"
    "mezisoucet|podsuma|ara toplam|incidencia|ilíquido|total iliquido|"
    "小計|小计|税抜|稅前|税抜合計|対象|対象額|課税対象|不含税|"
    "소계|과세|과세금액|과세물품|과세물품가액|면세|면세물품|공급가액|공급가|"
    "ПОДЫТОГ|ПОДИТОГ"
)
TAX = (
    "tax|gst|vat|sst|hst|pst|sales tax|service tax|ust|mwst|mehrwertsteuer|umsatzsteuer|steuer|"
    "btw|moms|mva|alv|tva|iva|igv|igic|icms|dph|afa|pdv|ddv|kdv|ptu|fpa|НДС|ПДВ|ДДС|ΦΠΑ|cukai|ppn|"
    "tax amount|消費税|内税|外税|税額|稅額|税额|税率|税金|增值税|부가세|부가가치세|세금|세액|봉사료"
)
INCLUDING = (
    "incl|inclusive|including|inc|with tax|inkl|ttc|iva incluido|iva inc|iva incluida|iva incluso|"
    "c iva|con iva|tasse incluse|税込|税込合計|含税|含稅|포함"
)
CASH = (
    "cash|pay|cash tendered|tendered|tender|cash paid|amount paid|paid|payment|received|"
    "cash received|tunai|bayaran|bar|bargeld|gegeben|bar gegeben|erhalten|contant|kontant|"
    "kontanter|kateinen|"
    "especes|efectivo|entregado|recibido|dinheiro|numerario|entregue|recebido|contanti|contante|"
    "gotowka|hotovost|keszpenz|gotovina|nakit|numerar|НАЛИЧНЫМИ|НАЛИЧНЫЕ|ПОЛУЧЕНО|ГОТІВКА|ΜΕΤΡΗΤΑ|"
    "お預り|お預かり|預り|預り金|現金|お預り金|받은금액|받은돈|현금|받으신금액|내신금액|"
    "现金|現金|实收|實收|收款|收您|收現|收现"
)
CHANGE = (
    "change|change due|cash change|baki|kembali|kembalian|ruckgeld|zuruck|wechselgeld|wisselgeld|"
    "vaxel|byttepenge|vaihtoraha|rendu|monnaie|a rendre|cambio|vuelto|troco|resto|reszta|vraceno|"
    "vratit|visszajaro|povrat|para ustu|rest|СДАЧА|РЕШТА|РЕСТО|ΡΕΣΤΑ|"
    "お釣り|お釣|釣銭|おつり|お返し|거스름돈|거스름|잔돈|거스름액|找零|找续|找贖|找補|找回"
)
CARD = (
    "visa|mastercard|master|amex|maestro|debit|credit|card|ec karte|girocard|karte|kreditkarte|"
    "carte|cb|tarjeta|cartao|multibanco|mb way|carta|bancomat|pin|karta|bankkort|kort|КАРТА|"
    "БЕЗНАЛИЧНЫМИ|apple pay|paypal|クレジット|カード|電子マネー|신용카드|카드|카드결제|"
    "微信|支付宝|支付寶|银联|信用卡|悠遊卡|刷卡"
)
ROUNDING = (
    "rounding|round|rounding adj|rounding adjustment|rnd adj|pelarasan|rundung|rundungsdifferenz|"
    "arrondi|redondeo|afronding|avrundning|oresavrundning|zaokrouhleni|絆数|端数|절사|抹零|舍入"
)
ROUNDED = (
    "rounded|after rounding|after adj|total rounded|rounded total|total rounding|rounding total"
)
DISCOUNT = (
    "discount|disc|less|coupon|voucher|savings|saved|rabatt|nachlass|gutschein|korting|remise|"
    "reduction|descuento|dto|desconto|sconto|rabat|sleva|kedvezmeny|popust|indirim|СКИДКА|ЗНИЖКА|"
    "値引|値引き|割引|クーポン|할인|쿠폰|에누리|折扣|优惠|優惠|减免|立减"
)
COUNT = (
    "qty|quantity|total qty|total quantity|items|item|no of items|item count|total items|pcs|units|"
    "artikel|anzahl|posten|articles|articulos|artigos|articoli|pezzi|kpl|points|point|bonus|punkte|"
    "puntos|pontos|punti|"
    "点数|個数|件数|件數|数量|數量|总数量|수량|총수량|포인트|ポイント|积分|積分"
)
SERVICE = (
    "service charge|svc|serv chg|service|servis|bedienung|coperto|propina|gratuity|tip|サービス料"
)
