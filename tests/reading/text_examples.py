"""Receipts as text, one a language, as tills print them; all of them made up."""

from __future__ import annotations

MALAYSIA = """
        KEDAI RUNCIT ABU SDN BHD
      (GST REG NO: 000123456789)
   NO 12, JALAN BESAR 2, 43000 KAJANG
           TAX INVOICE
Invoice No: CS00012345   Date: 18/03/2018 14:05
MILO 3IN1 1KG           15.90 SR
ROTI GARDENIA            7.02 SR
SUB TOTAL               21.62
GST 6%                   1.30
TOTAL (INCL GST)        22.92
ROUNDING ADJ            -0.02
TOTAL ROUNDED           22.90
CASH                    50.00
CHANGE                  27.10
GST SUMMARY  AMOUNT RM  TAX RM
SR @ 6%       21.62      1.30
VALID UNTIL 20/04/2018
"""
JAPAN = """スーパーまるや 新宿店
東京都新宿区1-2-3  TEL 03-1234-5678
登録番号 T1234567890123
2024年3月12日(火) 14:05  レジ02
レシートNo.0042
牛乳            ¥248
食パン  2コ×150  ¥300
小計            ¥548
(内消費税等      ¥40)
合計            ¥548
お預り        ¥1,000
お釣り          ¥452
"""
KOREA = """행복마트 강남점
사업자번호 123-45-67890
2024-03-12 14:05:33  거래번호 000123
우유 1L        1   2,500   2,500
식빵           2   3,000   6,000
합  계                     8,500
과세물품가액               7,727
부가세                       773
받은금액                  10,000
거스름돈                   1,500
"""
CHINA = """永辉超市
单号:20240312000123
2024-03-12 14:05:33
可乐  2  3.50  7.00
面包  1  8.80  8.80
合计:15.8
应付金额: 15.80
微信支付: 15.80
"""
GERMANY = """Biomarkt Grünfeld GmbH
Hauptstr. 1, 10115 Berlin
UID Nr.: DE123456789
                         EUR
MILCH 3,5%              1,19 B
BROT                    2,49 B
BANANEN
0,874 kg x 1,99 EUR/kg  1,74 B
SUMME         EUR       5,42
Geg. BAR      EUR      10,00
Rückgeld BAR  EUR       4,58
Steuer %  Netto Steuer Brutto
B= 7,0%   5,07  0,35   5,42
Bon-Nr.: 4711  12.03.2024 14:05
"""
SPAIN = """SUPERMERCADOS SOL S.A.
CIF: A12345678
FACTURA SIMPLIFICADA 0012-003-123456
12/03/2024 14:05
LECHE ENTERA  2  0,95   1,90
PAN           1         0,80
TOTAL (€)               2,70
IVA 10%  BASE 2,45 CUOTA 0,25
TARJETA                 2,70
"""
