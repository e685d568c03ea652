// Makes the streams of two producers that are not ours. Run in a folder where
// `npm i receiptio receiptline @point-of-sale/receipt-printer-encoder` was run:
//   cp make.mjs FOLDER && cd FOLDER && node make.mjs OUT
// (receiptio 2.1.2 with receiptline 4.x, Apache-2.0; receipt-printer-encoder 4.0.1, MIT)
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const require = createRequire(import.meta.url);
const receiptio = require('receiptio');
const Encoder = require('@point-of-sale/receipt-printer-encoder').default ?? require('@point-of-sale/receipt-printer-encoder');
const out = process.argv[2];

const docs = {
  plain: `^^^CORNER SHOP

Receipt 4711 | 11/20/2026 14:03

Asparagus | 1| 1.00
Broccoli  | 2| 2.00
Carrot    | 3| 3.00
---
^TOTAL | ^6.00
CASH | 10.00
CHANGE | 4.00
{code:https://example.org/r/4711;option:qrcode,4,m}
{code:4006381333931;option:ean,2,48,hri}`,
  german: `^^^Bäckerei Müller

Beleg-Nr. 815 | 20.11.2026 08:15
Brötchen 6 x 0,45 | 2,70
Käse | 3,80
---
^SUMME EUR | ^6,50
Bar | 10,00
Rückgeld | 3,50`,
  japanese: `^^^喫茶まるや
2026年11月20日 12:30
レシート 0042
コーヒー | 450
ケーキ | 550
---
^合計 | ^¥1,000
現金 | 1,000`,
  korean: `^^^동네서점
2026-11-20 18:05
영수증번호: 20261120-0031
소설책 | 12,000
엽서 | 3,000
---
^합계 | ^15,000`,
};
const jobs = [
  ['receiptio-plain', docs.plain, '-p epson -c 42'],
  ['receiptio-plain-generic', docs.plain, '-p generic -c 42'],
  ['receiptio-nocut', docs.plain, '-p epson -c 42 -n'],
  ['receiptio-german', docs.german, '-p epson -c 42 -l de'],
  ['receiptio-japanese', docs.japanese, '-p epson -c 42 -l ja'],
  ['receiptio-korean', docs.korean, '-p epson -c 42 -l ko'],
  ['receiptio-landscape', docs.plain, '-p epson -c 42 -v'],
  ['receiptio-star', docs.plain, '-p star -c 42'],
  ['receiptio-starline', docs.plain, '-p starline -c 42'],
];
for (const [name, doc, options] of jobs) {
  const made = await receiptio.print(doc, options);
  writeFileSync(`${out}/${name}.bin`, Buffer.from(made, 'binary'));
}

const checkers = (w, h) => {
  const data = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) {
    const v = ((x >> 3) + (y >> 3)) % 2 ? 255 : 0, i = (y * w + x) * 4;
    data[i] = data[i + 1] = data[i + 2] = v; data[i + 3] = 255;
  }
  return { data, width: w, height: h };
};
const sale = (e) => e.initialize().codepage('auto')
  .align('center').bold(true).line('Café Ångström').bold(false).align('left')
  .line('Receipt: 9917   20/11/2026 09:41')
  .table([{ width: 30, align: 'left' }, { width: 10, align: 'right' }],
    [['2 x Espresso', '5.00'], ['Croissant', '2.40'], ['Crème brûlée', '6.10']])
  .rule().bold(true).line('TOTAL                  €13.50').bold(false)
  .line('Card                   €13.50').newline();
const encoders = {
  'encoder-raster': sale(new Encoder({ language: 'esc-pos', imageMode: 'raster' }))
    .image(checkers(64, 64), 64, 64, 'threshold').qrcode('HTTPS://EXAMPLE.ORG/Q').barcode('12345678', 'code128', 60)
    .newline().pulse().cut(),
  'encoder-column': sale(new Encoder({ language: 'esc-pos', imageMode: 'column' }))
    .image(checkers(64, 48), 64, 48, 'threshold').pdf417('PDF417 content').newline(4).cut('partial'),
  'encoder-starprnt': sale(new Encoder({ language: 'star-prnt' })).cut(),
};
for (const [name, e] of Object.entries(encoders)) writeFileSync(`${out}/${name}.bin`, Buffer.from(e.encode()));
