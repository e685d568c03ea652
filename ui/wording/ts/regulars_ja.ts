<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>CrashDetails</name>
    <message>
        <source>The ledger is safe: what was confirmed is booked, what was not is not.</source>
        <translation>台帳は無事です。確定したものは記録済みで、確定していないものは記録されていません。</translation>
    </message>
    <message>
        <source>Close this and go on. If it happens again, copy the details and send them to whoever looks after this till.</source>
        <translation>閉じて続けてください。再び起きたら、詳細をコピーして端末の担当者に送ってください。</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>エラーの詳細</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>CrashNet</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>プログラムで問題が起きました</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Clear all</source>
        <translation>すべて消去</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>最後の数字を消す</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>入力</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{typed}” can be read in two ways. Type the amount without a thousands sign.</source>
        <translation>「{typed}」は二通りに読めます。桁区切りなしで入力してください。</translation>
    </message>
    <message>
        <source>No amount yet. Type the total of the sale.</source>
        <translation>金額がありません。合計金額を入力してください。</translation>
    </message>
    <message>
        <source>An amount cannot be below zero. For goods brought back, scan their slip.</source>
        <translation>金額は0未満にできません。返品は伝票を読み取ってください。</translation>
    </message>
    <message>
        <source>{currency} has {digits} digits after the point. Type the amount again.</source>
        <translation>{currency}の小数は{digits}桁です。金額を入力し直してください。</translation>
    </message>
    <message>
        <source>No sale may be above {limit_minor}. Check the amount and type it again.</source>
        <translation>1件の上限は{limit_minor}です。金額を確かめて入力し直してください。</translation>
    </message>
    <message>
        <source>“{typed}” is no amount. Type digits, with a point or comma before the cents.</source>
        <translation>「{typed}」は金額ではありません。数字で入力してください。</translation>
    </message>
    <message>
        <source>An amount of zero brings nothing. Type the total of the sale.</source>
        <translation>金額が0では何も付きません。合計金額を入力してください。</translation>
    </message>
    <message>
        <source>This till does not take {currency}. Ring up the sale in the shop&apos;s currency.</source>
        <translation>この端末では{currency}を扱えません。店の通貨で入力してください。</translation>
    </message>
    <message>
        <source>Nothing has been rung up. Type an amount or scan the receipt.</source>
        <translation>まだ何も入力されていません。金額を入力するかレシートを読み取ってください。</translation>
    </message>
    <message>
        <source>{lines} lines are too many for one sale. Split it into two.</source>
        <translation>{lines}行は1件には多すぎます。2件に分けてください。</translation>
    </message>
    <message>
        <source>The total of {amount_minor} is not possible. Check the amounts of the lines.</source>
        <translation>合計{amount_minor}はあり得ません。各行の金額を確かめてください。</translation>
    </message>
    <message>
        <source>A line of {amount_minor} is not possible. Type its amount again.</source>
        <translation>行の金額{amount_minor}はあり得ません。入力し直してください。</translation>
    </message>
    <message>
        <source>A tax of {tax_minor} does not fit the line. Check the receipt.</source>
        <translation>税額{tax_minor}が行と合いません。レシートを確かめてください。</translation>
    </message>
    <message>
        <source>A line of {units} pieces is not possible. Type the number again.</source>
        <translation>数量{units}はあり得ません。入力し直してください。</translation>
    </message>
    <message>
        <source>An entry of the ledger cannot be read. Nothing was changed; have the ledger verified.</source>
        <translation>台帳の記録が読めません。何も変更していません。台帳を検査してください。</translation>
    </message>
    <message>
        <source>The number {number} does not fit on a card. Use the next number of the series.</source>
        <translation>番号{number}はカードに入りません。次の番号を使ってください。</translation>
    </message>
    <message>
        <source>“{text}” was not read correctly. Scan it again, or type the digits below the code.</source>
        <translation>「{text}」を正しく読めませんでした。もう一度読み取るか、コードの下の数字を入力してください。</translation>
    </message>
    <message>
        <source>“{currency}” is no currency we know. Check the shop&apos;s settings.</source>
        <translation>「{currency}」は不明な通貨です。店の設定を確かめてください。</translation>
    </message>
    <message>
        <source>Points wanted: {wanted}, usable: {usable}. Redeem fewer.</source>
        <translation>必要ポイント{wanted}、利用可能{usable}。少なくして使ってください。</translation>
    </message>
    <message>
        <source>Points belong to somebody. Scan the member&apos;s card first.</source>
        <translation>ポイントを使うには、先に会員カードを読み取ってください。</translation>
    </message>
    <message>
        <source>The reward “{reward}” is not in today&apos;s program. Choose one from the list.</source>
        <translation>特典「{reward}」は今のプログラムにありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>{reward}: {why}</source>
        <translation>{reward}: {why}</translation>
    </message>
    <message>
        <source>Paying with points: {why}</source>
        <translation>ポイント払い: {why}</translation>
    </message>
    <message>
        <source>A return cannot be undone. Ring the goods up again.</source>
        <translation>返品は取り消せません。商品を入力し直してください。</translation>
    </message>
    <message>
        <source>Nothing chosen to return. Choose the lines that came back.</source>
        <translation>返品する行がありません。戻った行を選んでください。</translation>
    </message>
    <message>
        <source>Line {line}: only {left} can still be returned. Choose fewer.</source>
        <translation>{line}行目: 返品できる数はあと{left}です。少なくしてください。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} does not fit into a slip&apos;s code. Find it by the member instead.</source>
        <translation>取引{terminal}-{seq}は伝票コードにできません。会員から探してください。</translation>
    </message>
    <message>
        <source>{missing_minor} more to use it in full</source>
        <translation>全額使うにはあと{missing_minor}</translation>
    </message>
    <message>
        <source>Points still missing: {points}</source>
        <translation>あと{points}ポイント</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>{until}に終了</translation>
    </message>
    <message>
        <source>From {from}</source>
        <translation>{from}から</translation>
    </message>
    <message>
        <source>{missing_minor} more to spend</source>
        <translation>あと{missing_minor}の購入で</translation>
    </message>
    <message>
        <source>Points available: {points}</source>
        <translation>利用できるポイント: {points}</translation>
    </message>
    <message>
        <source>{minor} left to pay</source>
        <translation>お支払いの残り{minor}</translation>
    </message>
    <message>
        <source>From {points} points</source>
        <translation>{points}ポイントから</translation>
    </message>
    <message>
        <source>At most {minor} a sale</source>
        <translation>1件につき最大{minor}</translation>
    </message>
    <message>
        <source>Not offered in this shop</source>
        <translation>この店では扱っていません</translation>
    </message>
    <message>
        <source>At most {percent} % of a sale</source>
        <translation>1件の{percent} %まで</translation>
    </message>
    <message>
        <source>In steps of {points} points</source>
        <translation>{points}ポイント単位</translation>
    </message>
    <message>
        <source>This badge belongs to nobody here. Scan another, or sign in with a PIN.</source>
        <translation>登録のないバッジです。別のバッジを読み取るか、PINでサインインしてください。</translation>
    </message>
    <message>
        <source>Nobody of that name signs in here. Choose a name from the list.</source>
        <translation>登録のない担当者です。一覧から選んでください。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits. Choose another.</source>
        <translation>PINは4~8桁の数字です。決め直してください。</translation>
    </message>
    <message>
        <source>{operator} has no PIN yet. Scan the badge, or ask a manager for a PIN.</source>
        <translation>{operator}さんのPINはまだありません。バッジを読み取るか、責任者に頼んでください。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait {seconds} seconds, or scan a badge.</source>
        <translation>PINの誤りが続きました。{seconds}秒待つか、バッジを読み取ってください。</translation>
    </message>
    <message>
        <source>Wrong PIN. Try again, or scan the badge. Tries left: {left}.</source>
        <translation>PINが違います。入力し直すか、バッジを読み取ってください。残り{left}回。</translation>
    </message>
    <message>
        <source>The card of {member} is blocked. Give a new card, or ask a supervisor.</source>
        <translation>{member}さんのカードは停止中です。新しいカードを渡すか、責任者を呼んでください。</translation>
    </message>
    <message>
        <source>This card belongs to a member already. Take another blank card.</source>
        <translation>このカードはすでに使われています。別の新しいカードを使ってください。</translation>
    </message>
    <message>
        <source>Scan a blank card or type a phone number to enrol somebody.</source>
        <translation>入会には新しいカードを読み取るか、電話番号を入力してください。</translation>
    </message>
    <message>
        <source>{member} cannot collect or redeem at present: {why}. Ask a supervisor.</source>
        <translation>{member}さんは現在ご利用いただけません: {why}。責任者を呼んでください。</translation>
    </message>
    <message>
        <source>This member has bought since. Return the sale instead of undoing it.</source>
        <translation>この会員はその後も取引があります。取り消しでなく返品にしてください。</translation>
    </message>
    <message>
        <source>This card belongs to no member yet. Press Enter to enrol, or scan another card.</source>
        <translation>会員のいないカードです。Enterで入会するか、別のカードを読み取ってください。</translation>
    </message>
    <message>
        <source>A name may have {longest} letters. Shorten it.</source>
        <translation>名前は{longest}文字までです。短くしてください。</translation>
    </message>
    <message>
        <source>This number belongs to {member} already. Use their card, or type another number.</source>
        <translation>この番号は{member}さんのものです。そのカードを使うか、別の番号を入力してください。</translation>
    </message>
    <message>
        <source>“{typed}” is no phone number. Type its digits again.</source>
        <translation>「{typed}」は電話番号ではありません。数字を入力し直してください。</translation>
    </message>
    <message>
        <source>No program is in force today. Ask a manager to publish one.</source>
        <translation>有効なプログラムがありません。責任者に公開を頼んでください。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} was returned already. Check the slip&apos;s number.</source>
        <translation>取引{terminal}-{seq}は返品済みです。伝票番号を確かめてください。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is not known here. Return it in the shop that sold it.</source>
        <translation>取引{terminal}-{seq}が見つかりません。販売した店で返品してください。</translation>
    </message>
    <message>
        <source>The setting “{setting}” cannot be “{value}”. Correct it in the settings.</source>
        <translation>設定「{setting}」に「{value}」は使えません。設定を直してください。</translation>
    </message>
    <message>
        <source>No shift is open. Open one to go on.</source>
        <translation>開いているシフトがありません。シフトを開始してください。</translation>
    </message>
    <message>
        <source>There is nothing to undo. Scan a slip to return an older sale.</source>
        <translation>取り消すものがありません。以前の取引は伝票を読み取って返品してください。</translation>
    </message>
    <message>
        <source>{operator} did this. They can undo it, or a supervisor can.</source>
        <translation>{operator}さんの操作です。本人か責任者が取り消せます。</translation>
    </message>
    <message>
        <source>Undo works for {minutes} minutes. Scan the slip to return the sale.</source>
        <translation>取り消しは{minutes}分以内です。伝票を読み取って返品してください。</translation>
    </message>
    <message>
        <source>The scan had {length} signs, at most {limit} are read. Scan the code on the card.</source>
        <translation>読み取りが{length}文字です(最大{limit})。カードのコードを読み取ってください。</translation>
    </message>
    <message>
        <source>The scanner at {port} is not there. Plug it in; until then use a card number.</source>
        <translation>{port}のスキャナーがありません。接続するか、カード番号を入力してください。</translation>
    </message>
    <message>
        <source>The scanner at {port} was unplugged. Plug it in again; it goes on by itself.</source>
        <translation>{port}のスキャナーが外れました。つなぎ直せば自動で再開します。</translation>
    </message>
    <message>
        <source>The port {port} may not be used. Close the other program that has it.</source>
        <translation>ポート{port}を使えません。使っている他のプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>The port {port} cannot run at {baud} baud. Correct the scanner&apos;s settings.</source>
        <translation>ポート{port}は{baud}ボーで使えません。スキャナーの設定を直してください。</translation>
    </message>
    <message>
        <source>Serial scanners need a part that is not installed ({port}). Run the set-up again.</source>
        <translation>シリアルスキャナーに必要な部品がありません({port})。セットアップをやり直してください。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read. Correct the file, or remove it to start with ours.</source>
        <translation>{file}の設定が読めません。直すか、削除して初期設定に戻してください。</translation>
    </message>
    <message>
        <source>The settings cannot be written to {file}. Check the disk and the file&apos;s rights.</source>
        <translation>{file}に設定を書き込めません。ディスクと権限を確かめてください。</translation>
    </message>
    <message>
        <source>A bar code of {length} digits cannot be printed. The slip is printed without it.</source>
        <translation>{length}桁のバーコードは印字できません。なしで印字します。</translation>
    </message>
    <message>
        <source>The printer {printer} cannot draw pictures. Choose another profile in the settings.</source>
        <translation>プリンター{printer}は画像を印字できません。設定で別の機種を選んでください。</translation>
    </message>
    <message>
        <source>No font here has the letters of {language}. Run the set-up again to fetch it.</source>
        <translation>{language}の書体がありません。セットアップをやり直してください。</translation>
    </message>
    <message>
        <source>Paper of {paper_mm} mm is not supported. Choose 58 or 80 mm in the settings.</source>
        <translation>{paper_mm} mmの用紙には対応していません。設定で58か80 mmを選んでください。</translation>
    </message>
    <message>
        <source>A picture of {width} by {height} dots cannot be printed. Take a smaller one.</source>
        <translation>{width}×{height}ドットの画像は印字できません。小さい画像にしてください。</translation>
    </message>
    <message>
        <source>A QR code of {length} digits cannot be printed. The slip is printed without it.</source>
        <translation>{length}桁のQRコードは印字できません。なしで印字します。</translation>
    </message>
    <message>
        <source>A time without its zone cannot go on paper. Set the shop&apos;s time zone in the settings.</source>
        <translation>時間帯のない時刻は印字できません。設定で店の時間帯を選んでください。</translation>
    </message>
    <message>
        <source>A line of the slip is wider than the paper. Choose wider paper in the settings.</source>
        <translation>伝票の行が用紙より広くなっています。設定で広い用紙を選んでください。</translation>
    </message>
    <message>
        <source>The printer profile “{name}” is not known. Choose one in the settings.</source>
        <translation>プリンターの機種「{name}」は不明です。設定で選んでください。</translation>
    </message>
    <message>
        <source>This did not work ({code}). Try again, or ask whoever looks after this till.</source>
        <translation>処理できませんでした({code})。もう一度試すか、担当者に問い合わせてください。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
</TS>
