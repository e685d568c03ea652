<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ActFoot</name>
    <message>
        <source>Choose by number, or go back with Esc</source>
        <translation>番号で選ぶか、Escで戻ります</translation>
    </message>
    <message>
        <source>Keep what is typed here</source>
        <translation>入力した内容を保存します</translation>
    </message>
    <message>
        <source>Scan a blank card to add it, or choose one by number</source>
        <translation>新しいカードを読み取ると追加、番号でカードを選べます</translation>
    </message>
    <message>
        <source>Block this card, or let it be used again</source>
        <translation>このカードを停止、または再開します</translation>
    </message>
    <message>
        <source>Choose a voucher by number to print it again</source>
        <translation>番号でクーポンを選ぶと再印刷します</translation>
    </message>
    <message>
        <source>Share this account from now on</source>
        <translation>これからこの口座を共有します</translation>
    </message>
    <message>
        <source>Leave this household</source>
        <translation>この世帯から抜けます</translation>
    </message>
    <message>
        <source>Make both one member</source>
        <translation>二人を一人の会員にまとめます</translation>
    </message>
    <message>
        <source>Book these points</source>
        <translation>このポイントを記帳します</translation>
    </message>
    <message>
        <source>Choose the stamp card by number</source>
        <translation>番号でスタンプカードを選んでください</translation>
    </message>
    <message>
        <source>Move these stamps in; the paper card is void</source>
        <translation>スタンプを移し、紙のカードは無効になります</translation>
    </message>
    <message>
        <source>Choose what was done by number</source>
        <translation>行ったことを番号で選んでください</translation>
    </message>
    <message>
        <source>Choose a request by number</source>
        <translation>番号で申請を選んでください</translation>
    </message>
    <message>
        <source>Enter gives the points, F8 declines</source>
        <translation>Enterで付与、F8で却下</translation>
    </message>
    <message>
        <source>Enter takes the slip&apos;s number, or the newest sale</source>
        <translation>Enterで伝票番号、または最新の取引を開きます</translation>
    </message>
    <message>
        <source>Void the whole sale</source>
        <translation>取引全体を取り消します</translation>
    </message>
    <message>
        <source>Take the goods back and pay out</source>
        <translation>商品を受け取り返金します</translation>
    </message>
    <message>
        <source>Take this total</source>
        <translation>この合計にする</translation>
    </message>
    <message>
        <source>Choose the shop by number; Enter: none of these</source>
        <translation>番号で店を選択、Enter: どれでもない</translation>
    </message>
    <message>
        <source>Enter credits it, F8 puts it aside, Esc leaves it</source>
        <translation>Enterで付与、F8で保留、Escでやめる</translation>
    </message>
    <message>
        <source>Count the receipts of this shop from now on</source>
        <translation>今後この店のレシートを認める</translation>
    </message>
    <message>
        <source>Enter credits it, F8 declines</source>
        <translation>Enterで付与、F8で却下</translation>
    </message>
    <message>
        <source>Compare with the paper; Enter credits it</source>
        <translation>紙と見比べてください。Enterで加算します</translation>
    </message>
    <message>
        <source>Choose by number; Enter credits the newest</source>
        <translation>番号で選択。Enterで最新のものに加算</translation>
    </message>
    <message>
        <source>Choose by number; Enter takes the first</source>
        <translation>番号で選択。Enterは最初の項目</translation>
    </message>
    <message>
        <source>Send what is unsent now</source>
        <translation>未送信分を今すぐ送信します</translation>
    </message>
    <message>
        <source>Somebody has looked at it</source>
        <translation>確認済みにします</translation>
    </message>
    <message>
        <source>Join this head office</source>
        <translation>この本部に参加します</translation>
    </message>
    <message>
        <source>Neither earn nor redeem from now on</source>
        <translation>今後は貯めることも使うこともできません</translation>
    </message>
    <message>
        <source>Earn and redeem again</source>
        <translation>再び貯めて使えるようにします</translation>
    </message>
    <message>
        <source>Write all that is kept into a file</source>
        <translation>保管しているすべてをファイルに書き出す</translation>
    </message>
    <message>
        <source>Erase this person; sums and a number stay</source>
        <translation>この人を消去します。合計と番号は残ります</translation>
    </message>
    <message>
        <source>Write the list into a file</source>
        <translation>一覧をファイルに書き出す</translation>
    </message>
    <message>
        <source>Go into the manager&apos;s room</source>
        <translation>管理者室に入る</translation>
    </message>
</context>
<context>
    <name>ActHints</name>
    <message>
        <source>A lost card: choose it, then scan the blank card that takes its place.</source>
        <translation>紛失したカードは選んでから、代わりの新しいカードを読み取ってください。</translation>
    </message>
    <message>
        <source>Scan a blank card to put it in the place of this one, which is dead then.</source>
        <translation>新しいカードを読み取ると、このカードの代わりになります。元のカードは使えなくなります。</translation>
    </message>
    <message>
        <source>Scan the card of somebody in the household. The points of this member move there.</source>
        <translation>世帯の誰かのカードを読み取ってください。この会員のポイントはそちらへ移ります。</translation>
    </message>
    <message>
        <source>Whoever leaves begins anew at zero; the points stay with the household.</source>
        <translation>抜ける人はゼロから始まり、ポイントは世帯に残ります。</translation>
    </message>
    <message>
        <source>Scan the other card. Its points, cards, stamps and vouchers come to this member.</source>
        <translation>もう一方のカードを読み取ってください。ポイント、カード、スタンプ、クーポンがこの会員に移ります。</translation>
    </message>
    <message>
        <source>The reason stands in the books, with your name.</source>
        <translation>理由は担当者名とともに帳簿に残ります。</translation>
    </message>
    <message>
        <source>The serial number is printed on the paper card.</source>
        <translation>番号は紙のカードに印刷されています。</translation>
    </message>
    <message>
        <source>A slip may be scanned at any moment. Alt and a number, or a touch, takes a sale.</source>
        <translation>伝票はいつでも読み取れます。Altと番号、またはタッチで取引を選びます。</translation>
    </message>
    <message>
        <source>For a sale that was a mistake. Points and money go back as they were.</source>
        <translation>誤った取引に使います。ポイントもお金も元に戻ります。</translation>
    </message>
    <message>
        <source>Say why there is no slip. This return is reported to the manager.</source>
        <translation>伝票がない理由を書いてください。この返品は店長に報告されます。</translation>
    </message>
    <message>
        <source>Only by a receipt that is surely genuine: all receipts of this shop count afterwards.</source>
        <translation>本物と確かなレシートだけで登録してください。以後この店のレシートがすべて認められます。</translation>
    </message>
    <message>
        <source>Whoever declines says why.</source>
        <translation>却下するときは理由を書いてください。</translation>
    </message>
    <message>
        <source>Alt and a number, or a touch, chooses the shop. F11 takes another picture.</source>
        <translation>Altと番号、またはタッチで店を選びます。F11で撮り直します。</translation>
    </message>
    <message>
        <source>With its tax number the shop is known again, however its name is printed.</source>
        <translation>税番号があれば、店名の印刷が違っても同じ店と分かります。</translation>
    </message>
    <message>
        <source>Selling never waits for head office; what is unsent is safe in these books.</source>
        <translation>販売は本部を待ちません。未送信の記録はこの帳簿に安全に残ります。</translation>
    </message>
    <message>
        <source>Head office makes the code under Terminals. It may be scanned at any moment.</source>
        <translation>コードは本部の「端末」で作成します。いつでもスキャンできます。</translation>
    </message>
    <message>
        <source>The cashier is told the reason; the points stay.</source>
        <translation>理由はレジ係に表示され、ポイントは残ります。</translation>
    </message>
    <message>
        <source>Name, cards, purchases, every point with its reason: for the person alone.</source>
        <translation>氏名、カード、購入、全ポイントとその理由。ご本人だけにお渡しください。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>元に戻せません。</translation>
    </message>
    <message>
        <source>What stands in the table, in its order. It holds names: keep it safe.</source>
        <translation>表の内容をその順で保存します。氏名を含むので大切に保管してください。</translation>
    </message>
</context>
<context>
    <name>ActKeys</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Block or free</source>
        <translation>停止・再開</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>抜ける</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>統合</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>記帳</translation>
    </message>
    <message>
        <source>Move in</source>
        <translation>移す</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>There is no slip</source>
        <translation>伝票なし</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>どれでもない</translation>
    </message>
    <message>
        <source>Credit it</source>
        <translation>付与</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>今すぐ送信</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>入る</translation>
    </message>
</context>
<context>
    <name>ActRows</name>
    <message>
        <source>Profile and consents</source>
        <translation>プロフィールと同意</translation>
    </message>
    <message>
        <source>Cards: add, replace, block</source>
        <translation>カード：追加・交換・停止</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>世帯</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>別の会員と統合</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>ポイントの手動調整</translation>
    </message>
    <message>
        <source>Paper stamp card</source>
        <translation>紙のスタンプカード</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Enrol the shop of this receipt</source>
        <translation>このレシートの店を登録</translation>
    </message>
    <message>
        <source>Enrol this shop</source>
        <translation>この店を登録</translation>
    </message>
    <message>
        <source>Use what can be used here</source>
        <translation>ここで使える分を使う</translation>
    </message>
    <message>
        <source>Without points</source>
        <translation>ポイントを使わない</translation>
    </message>
    <message>
        <source>Supervisor: allow at the shop&apos;s risk</source>
        <translation>責任者：店の負担で許可</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>伝票を表示</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>停止を解除</translation>
    </message>
    <message>
        <source>Hand out data</source>
        <translation>データを渡す</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>ActTitles</name>
    <message>
        <source>Member</source>
        <translation>会員</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロフィール</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>One card</source>
        <translation>カード1枚</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>Join a household</source>
        <translation>世帯に参加</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>世帯</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>別の会員と統合</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>ポイントの手動調整</translation>
    </message>
    <message>
        <source>Move a paper stamp card in</source>
        <translation>紙のスタンプカードを移す</translation>
    </message>
    <message>
        <source>Record an activity</source>
        <translation>アクティビティを記録</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Approve or decline</source>
        <translation>承認または却下</translation>
    </message>
    <message>
        <source>Return: which sale?</source>
        <translation>返品：どの取引ですか</translation>
    </message>
    <message>
        <source>Void a sale</source>
        <translation>取引の取消</translation>
    </message>
    <message>
        <source>Return without a slip</source>
        <translation>伝票なしの返品</translation>
    </message>
    <message>
        <source>Total of the receipt</source>
        <translation>レシートの合計</translation>
    </message>
    <message>
        <source>Shop of the receipt</source>
        <translation>レシートの店</translation>
    </message>
    <message>
        <source>Look at this receipt</source>
        <translation>レシートの確認</translation>
    </message>
    <message>
        <source>Enrol the shop of this receipt</source>
        <translation>このレシートの店を登録</translation>
    </message>
    <message>
        <source>Credit or decline</source>
        <translation>付与または却下</translation>
    </message>
    <message>
        <source>Receipt without a code</source>
        <translation>コードのないレシート</translation>
    </message>
    <message>
        <source>Enrol a shop without codes</source>
        <translation>コードのない店を登録</translation>
    </message>
    <message>
        <source>Receipts of the other till</source>
        <translation>別のレジのレシート</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>本部</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>確認が必要</translation>
    </message>
    <message>
        <source>Join a head office</source>
        <translation>本部に参加</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Free a blocked member</source>
        <translation>会員の停止を解除</translation>
    </message>
    <message>
        <source>Hand out all that is kept</source>
        <translation>保管データをすべて渡す</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>完全に消去</translation>
    </message>
    <message>
        <source>Keep this list as a file</source>
        <translation>この一覧をファイルに保存</translation>
    </message>
    <message>
        <source>Manager&apos;s room</source>
        <translation>管理者室</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>One moment…</source>
        <translation>少々お待ちください…</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Sale</source>
        <translation>販売</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新規会員</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>レシート</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Exchange booked</source>
        <translation>交換を記帳しました</translation>
    </message>
    <message>
        <source>Return booked</source>
        <translation>返品完了</translation>
    </message>
    <message>
        <source>Sale undone</source>
        <translation>販売を取り消しました</translation>
    </message>
    <message>
        <source>Return undone</source>
        <translation>返品を取り消しました</translation>
    </message>
    <message>
        <source>Enrolment undone</source>
        <translation>入会を取り消しました</translation>
    </message>
    <message>
        <source>Receipt credited</source>
        <translation>レシートを付与しました</translation>
    </message>
    <message>
        <source>Receipt taken back</source>
        <translation>レシートの付与を取り消しました</translation>
    </message>
</context>
<context>
    <name>AgreePage</name>
    <message>
        <source>Become a member of %1</source>
        <translation>%1のメンバーになる</translation>
    </message>
    <message>
        <source>We keep your phone number, your name and your purchases here to count your points, for as long as you are a member. You can see, correct or erase all of it at the counter at any time.</source>
        <translation>ポイントを計算するため、電話番号、お名前、当店でのお買い上げを、メンバーでいらっしゃる間お預かりします。カウンターでいつでも確認、訂正、削除ができます。</translation>
    </message>
    <message>
        <source>Yes, you may also send me offers</source>
        <translation>はい、お得な情報も受け取ります</translation>
    </message>
    <message>
        <source>You may also send me offers (if you like)</source>
        <translation>お得な情報も受け取る（任意）</translation>
    </message>
    <message>
        <source>I agree, make me a member</source>
        <translation>同意してメンバーになる</translation>
    </message>
</context>
<context>
    <name>ApprovalStrip</name>
    <message>
        <source>{right}: a second person approves. Scan a badge, or choose and type a PIN.</source>
        <translation>{right}：別の人の承認が必要です。バッジを読み取るか、名前を選んでPINを入力してください。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{count} digits typed</source>
        <translation>{count}桁入力済み</translation>
    </message>
</context>
<context>
    <name>BasketPane</name>
    <message>
        <source>{count} more above</source>
        <translation>上にあと{count}件</translation>
    </message>
    <message>
        <source>Lines of the basket</source>
        <translation>お買い上げ明細</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>{count} more below</source>
        <translation>下にあと{count}件</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>利用</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>返品される商品</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>お渡しする金額</translation>
    </message>
    <message>
        <source>Ring up what goes out instead</source>
        <translation>代わりにお渡しする商品を登録してください</translation>
    </message>
    <message>
        <source>Nothing rung up yet</source>
        <translation>まだ入力がありません</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Paid with {points}</source>
        <translation>{points}利用</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>お支払い</translation>
    </message>
</context>
<context>
    <name>BroughtPane</name>
    <message>
        <source>The points of the receipt go to it. Esc puts the receipt away.</source>
        <translation>レシートのポイントがそのカードに付きます。Escでレシートを外します。</translation>
    </message>
    <message>
        <source>Scan the card</source>
        <translation>カードを読み取ってください</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more receipt(s)</source>
        <translation>
            <numerusform>ほか%Ln枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraPane</name>
    <message>
        <source>Scan with the camera</source>
        <translation>カメラで読み取り</translation>
    </message>
    <message>
        <source>Hold the code still, flat and in the light. A line goes round it when read.</source>
        <translation>明るい所でコードを平らにして動かさないでください。読み取ると枠が出ます。</translation>
    </message>
    <message>
        <source>Live picture of the camera</source>
        <translation>カメラの映像</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>カメラを起動しています…</translation>
    </message>
</context>
<context>
    <name>CharPad</name>
    <message>
        <source>Erase the last sign</source>
        <translation>最後の1文字を消す</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>No head office</source>
        <translation>本部なし</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>{time}から未接続</translation>
    </message>
    <message>
        <source>Within the shop only</source>
        <translation>店内のみ接続</translation>
    </message>
    <message>
        <source>Within the shop only since {time}</source>
        <translation>{time}から店内のみ接続</translation>
    </message>
    <message>
        <source>{count} unsent</source>
        <translation>未送信 {count}件</translation>
    </message>
    <message>
        <source>{count} unsent since {time}</source>
        <translation>{time}から未送信 {count}件</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>要確認 {count}件</translation>
    </message>
    <message>
        <source>Copy at work: call head office</source>
        <translation>複製が稼働中：本部に連絡</translation>
    </message>
    <message>
        <source>Out of use: call head office</source>
        <translation>使用停止：本部に連絡</translation>
    </message>
    <message>
        <source>Update this program</source>
        <translation>プログラムを更新</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>プリンターなし</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>プリンター準備完了</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Paper is low</source>
        <translation>用紙残りわずか</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>用紙切れ</translation>
    </message>
    <message>
        <source>Printer is open</source>
        <translation>プリンターが開いています</translation>
    </message>
    <message>
        <source>Printer is off</source>
        <translation>プリンター停止中</translation>
    </message>
    <message>
        <source>Printer is missing</source>
        <translation>プリンターが見つかりません</translation>
    </message>
    <message>
        <source>Check the printer</source>
        <translation>プリンターを確認</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>スキャナー</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>スキャナー準備完了</translation>
    </message>
    <message>
        <source>Check the scanner</source>
        <translation>スキャナーを確認</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>カメラ オフ</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>カメラ オン</translation>
    </message>
    <message>
        <source>Camera ready</source>
        <translation>カメラ準備完了</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>カメラなし</translation>
    </message>
    <message>
        <source>Check the camera</source>
        <translation>カメラを確認</translation>
    </message>
    <message>
        <source>Check the ledger</source>
        <translation>台帳を確認</translation>
    </message>
    <message>
        <source>Books checked</source>
        <translation>帳簿確認済み</translation>
    </message>
    <message>
        <source>Second window</source>
        <translation>2つ目の画面</translation>
    </message>
    <message>
        <source>Ledger restored</source>
        <translation>帳簿を復元</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>時計を合わせる</translation>
    </message>
    <message>
        <source>Disk is low</source>
        <translation>ディスク不足</translation>
    </message>
    <message>
        <source>Check the backup</source>
        <translation>バックアップを確認</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>バックアップ済み</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>控えを印刷しました</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>控えなし</translation>
    </message>
    <message>
        <source>Check this till</source>
        <translation>この端末を確認</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the shop</source>
        <translation>店と同じ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
</context>
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
    <name>CustomerDisplay</name>
    <message>
        <source>Welcome! Show your card before you pay.</source>
        <translation>いらっしゃいませ。お会計の前にカードをご提示ください。</translation>
    </message>
</context>
<context>
    <name>DonePane</name>
    <message>
        <source>Earned</source>
        <translation>獲得</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>利用</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>付与取消</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>利用取消</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>ポイント残高</translation>
    </message>
    <message>
        <source>Usable here</source>
        <translation>ここで使える</translation>
    </message>
    <message>
        <source>Now {tier}</source>
        <translation>{tier}になりました</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Voucher: {names}</source>
        <translation>クーポン：{names}</translation>
    </message>
    <message>
        <source>Usable from {day}</source>
        <translation>{day}から利用可能</translation>
    </message>
    <message>
        <source>Without a card no points are collected.</source>
        <translation>カードがないとポイントは付きません。</translation>
    </message>
    <message>
        <source>{points} more for {reward}</source>
        <translation>{reward}まであと{points}</translation>
    </message>
</context>
<context>
    <name>EndedPane</name>
    <message>
        <source>Code of this purchase</source>
        <translation>このお買い上げのコード</translation>
    </message>
    <message>
        <source>How likely is it that you would recommend %1 to a friend or colleague?</source>
        <translation>%1を親しい友人や同僚にすすめる可能性はどのくらいありますか？</translation>
    </message>
    <message>
        <source>Not at all likely</source>
        <translation>まったくそう思わない</translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation>非常にそう思う</translation>
    </message>
    <message>
        <source>Thank you for your answer!</source>
        <translation>ご回答ありがとうございました！</translation>
    </message>
    <message>
        <source>Keep your points: scan me</source>
        <translation>ポイントを取っておけます：読み取ってください</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>ありがとうございました！</translation>
    </message>
    <message>
        <source>%1 for you</source>
        <translation>%1が付きました</translation>
    </message>
    <message>
        <source>With your phone, or here with your card next time</source>
        <translation>スマートフォンで、または次回カードと一緒にこちらで</translation>
    </message>
    <message>
        <source>You can use %1 here now.</source>
        <translation>今ここで%1使えます。</translation>
    </message>
    <message>
        <source>You have %1 now.</source>
        <translation>現在%1です。</translation>
    </message>
    <message>
        <source>On your slip: %1</source>
        <translation>レシートをご覧ください：%1</translation>
    </message>
    <message>
        <source>You can have: %1</source>
        <translation>交換できます：%1</translation>
    </message>
    <message>
        <source>%1 more to go for: %2</source>
        <translation>%2まであと%1</translation>
    </message>
</context>
<context>
    <name>EnrolPane</name>
    <message>
        <source>New member</source>
        <translation>新規会員</translation>
    </message>
    <message>
        <source>Card {card}</source>
        <translation>カード {card}</translation>
    </message>
    <message>
        <source>No card yet</source>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>All may stay empty: the card works at once, the rest can follow.</source>
        <translation>すべて空欄でもカードはすぐ使えます。残りは後からでも入力できます。</translation>
    </message>
    <message>
        <source>Is it one of them? Alt and the number takes who it is.</source>
        <translation>この中にいますか。Altと番号でその会員を選びます。</translation>
    </message>
    <message>
        <source>Is it one of them? Alt and the number gives them this card.</source>
        <translation>この中にいますか。Altと番号でこのカードを渡します。</translation>
    </message>
    <message>
        <source>Type a phone number, or scan a blank card.</source>
        <translation>電話番号を入力するか、新しいカードを読み取ってください。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>お名前未登録の会員</translation>
    </message>
</context>
<context>
    <name>FKeyBar</name>
    <message>
        <source>Why</source>
        <translation>内訳</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会員</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>再印刷</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>シフト</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退席</translation>
    </message>
</context>
<context>
    <name>Fates</name>
    <message>
        <source>Somebody of ours will look at it. The points come after that.</source>
        <translation>係の者が確認します。ポイントはその後に付きます。</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>Waits for your card</source>
        <translation>カードをお待ちしています</translation>
    </message>
    <message>
        <source>%1, usable in a few days</source>
        <translation>%1、数日後から使えます</translation>
    </message>
    <message>
        <source>%1 for you</source>
        <translation>%1が付きました</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>誕生日</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Friend&apos;s code</source>
        <translation>紹介コード</translation>
    </message>
    <message>
        <source>May write e-mails</source>
        <translation>メールを送ってよい</translation>
    </message>
    <message>
        <source>May send messages</source>
        <translation>メッセージを送ってよい</translation>
    </message>
    <message>
        <source>May look at purchases</source>
        <translation>購入履歴の分析可</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>スタンプ</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Number on the slip</source>
        <translation>伝票番号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店の名前</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>レシート番号</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税番号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message>
        <source>Find a member</source>
        <translation>会員を探す</translation>
    </message>
    <message>
        <source>Name, end of the phone number, or card</source>
        <translation>お名前、電話番号の下の桁、カード</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>お名前未登録の会員</translation>
    </message>
    <message>
        <source>There are more. Type more letters to narrow them down.</source>
        <translation>ほかにもいます。続けて入力して絞り込んでください。</translation>
    </message>
    <message>
        <source>Press Alt and the number, or touch the name.</source>
        <translation>Altと番号を押すか、名前に触れてください。</translation>
    </message>
    <message>
        <source>Nobody found. F4 enrols a new member.</source>
        <translation>見つかりません。F4で新しく入会できます。</translation>
    </message>
    <message>
        <source>The list appears while you type. A card can be scanned at any time.</source>
        <translation>入力すると一覧が出ます。カードはいつでも読み取れます。</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>終わる</translation>
    </message>
</context>
<context>
    <name>GuestPage</name>
    <message>
        <source>My points and rewards</source>
        <translation>ポイントと特典</translation>
    </message>
    <message>
        <source>No card yet? Become a member</source>
        <translation>カードがない方はこちらで入会</translation>
    </message>
    <message>
        <source>Type a receipt&apos;s number</source>
        <translation>レシートの番号を入力</translation>
    </message>
    <message>
        <source>%1 receipts; the newest stand first.</source>
        <translation>レシート%1枚。新しい順に表示しています。</translation>
    </message>
    <message>
        <source>Now hold up your card</source>
        <translation>次にカードをかざしてください</translation>
    </message>
    <message>
        <source>Or more receipts first: they wait until your card comes.</source>
        <translation>先に他のレシートもかざせます。カードが来るまでお預かりします。</translation>
    </message>
    <message>
        <source>Hello, %1!</source>
        <translation>%1さん、こんにちは！</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>こんにちは！</translation>
    </message>
    <message>
        <source>Hold up your receipts, one after the other.</source>
        <translation>レシートを1枚ずつかざしてください。</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Points from a purchase, your rewards, or a card of your own</source>
        <translation>お買い上げのポイント、特典、ご入会</translation>
    </message>
    <message>
        <source>Hold up your card or a receipt</source>
        <translation>カードかレシートをかざしてください</translation>
    </message>
    <message>
        <source>Hold it in front of the camera</source>
        <translation>カメラの前にかざしてください</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>メンバーになる</translation>
    </message>
    <message>
        <source>Type a receipt&apos;s number</source>
        <translation>レシートの番号を入力</translation>
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
    <name>Kinds</name>
    <message>
        <source>Opening balance</source>
        <translation>開始残高</translation>
    </message>
    <message>
        <source>Activity, to be decided</source>
        <translation>活動（判断待ち）</translation>
    </message>
    <message>
        <source>Activity declined</source>
        <translation>活動を却下</translation>
    </message>
    <message>
        <source>Receipt, to be decided</source>
        <translation>レシート（判断待ち）</translation>
    </message>
    <message>
        <source>Receipt declined</source>
        <translation>レシートを却下</translation>
    </message>
    <message>
        <source>Given at the shop&apos;s risk</source>
        <translation>店の責任で付与</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>損失処理</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Regulars kiosk</source>
        <translation>Regulars キオスク</translation>
    </message>
</context>
<context>
    <name>LastAct</name>
    <message>
        <source>Without a card</source>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>お名前未登録の会員</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>Undo until {time}</source>
        <translation>{time}まで取り消し可</translation>
    </message>
</context>
<context>
    <name>LeftSide</name>
    <message>
        <source>Key pad</source>
        <translation>テンキー</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>入力欄</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Phone digits</source>
        <translation>電話番号の下の桁</translation>
    </message>
    <message>
        <source>Phone digits or amount</source>
        <translation>電話番号の下の桁か金額</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>read</source>
        <translation>読取済み</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Member without a name</source>
        <translation>お名前未登録の会員</translation>
    </message>
    <message>
        <source>usable here</source>
        <translation>ここで使える</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>利用停止</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>対応中のご意見</translation>
    </message>
    <message>
        <source>Usable here: {points}</source>
        <translation>ここで使える: {points}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>{time}から未接続</translation>
    </message>
    <message>
        <source>Worth {money} on this sale</source>
        <translation>今回{money}分として使えます</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>今日が誕生日</translation>
    </message>
    <message>
        <source>Birthday {day}</source>
        <translation>誕生日 {day}</translation>
    </message>
    <message>
        <source>{missing} more to {tier}</source>
        <translation>あと{missing}で{tier}</translation>
    </message>
    <message>
        <source>{missing} more to {tier} by {day}</source>
        <translation>{day}までにあと{missing}で{tier}</translation>
    </message>
    <message>
        <source>until {day}, then {tier}</source>
        <translation>{day}まで、その後{tier}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>Usable now: {points}</source>
        <translation>今使えるポイント: {points}</translation>
    </message>
    <message>
        <source>{points} held by another basket</source>
        <translation>他のかごで{points}を確保中</translation>
    </message>
    <message>
        <source>{points} to be earned back first</source>
        <translation>先に{points}の返済が必要</translation>
    </message>
    <message>
        <source>{points} expire on {day}</source>
        <translation>{day}に{points}が失効</translation>
    </message>
    <message>
        <source>{points} pending, usable from {day}</source>
        <translation>{points}は{day}から利用可能</translation>
    </message>
    <message>
        <source>Household account</source>
        <translation>世帯の口座</translation>
    </message>
    <message>
        <source>Member since {day}</source>
        <translation>{day}入会</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Name, end of the phone number, e-mail, or card (Ctrl+F)</source>
        <translation>氏名、電話番号の末尾、メール、カード (Ctrl+F)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会員</translation>
    </message>
    <message>
        <source>Keep as CSV</source>
        <translation>CSVで保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>入会日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>名前のない会員</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>There are more. Type more letters to narrow them down.</source>
        <translation>ほかにもあります。文字を足して絞り込んでください。</translation>
    </message>
    <message>
        <source>Enter opens a member; a scanned card does, too. A heading sorts.</source>
        <translation>Enter かカードのスキャンで会員を開きます。見出しで並べ替えます。</translation>
    </message>
    <message>
        <source>Nobody found. A part of the name is enough, in any script.</source>
        <translation>見つかりません。氏名の一部でかまいません（文字の種類は問いません）。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. F4 at the counter enrols the first member.</source>
        <translation>まだ会員がいません。レジで F4 を押すと最初の会員を登録できます。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Counter</source>
        <translation>レジ</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Sign in to begin</source>
        <translation>サインインして始めてください</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>The next scan starts the next sale</source>
        <translation>次の読み取りで次の会計が始まります</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Enter takes {entry}</source>
        <translation>Enterで {entry} を入力</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Scan a card, or type an amount</source>
        <translation>カードを読み取るか、金額を入力してください</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Type the amount, or scan the goods</source>
        <translation>金額を入力するか、商品を読み取ってください</translation>
    </message>
    <message>
        <source>Sale without a card: {amount}</source>
        <translation>カードなしの販売: {amount}</translation>
    </message>
    <message>
        <source>this card</source>
        <translation>このカード</translation>
    </message>
    <message>
        <source>Redeem {what} and earn {points} for {name}</source>
        <translation>{name}: {what}を利用し、{points}獲得</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>利用</translation>
    </message>
    <message>
        <source>Credit what was brought</source>
        <translation>持参のレシートを付与</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>付与</translation>
    </message>
    <message>
        <source>Scan the card whose points the receipt brings</source>
        <translation>ポイントを付けるカードを読み取ってください</translation>
    </message>
    <message>
        <source>{count} receipts of the other till: Enter shows them</source>
        <translation>別のレジのレシート{count}枚：Enterで表示</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Receipt {number} of the other till, {amount}: Enter credits it</source>
        <translation>別のレジのレシート{number}、{amount}：Enterで加算</translation>
    </message>
    <message>
        <source>Redeem {what}; sale without a card: {amount}</source>
        <translation>{what}を利用、カードなしの販売：{amount}</translation>
    </message>
    <message>
        <source>Redeem {what} for {name}</source>
        <translation>{name}: {what}を利用</translation>
    </message>
    <message>
        <source>Earn {points} for {name}</source>
        <translation>{name}: {points}獲得</translation>
    </message>
    <message>
        <source>Sale of {amount} for {name}; it earns no points (F1 says why)</source>
        <translation>{name}: {amount}の販売、ポイントなし（理由はF1）</translation>
    </message>
    <message>
        <source>Ring up what goes out for {amount}</source>
        <translation>{amount}の代わりにお渡しする商品を登録</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Exchange, the customer pays {amount}</source>
        <translation>交換、お客様のお支払い{amount}</translation>
    </message>
    <message>
        <source>Exchange, hand out {amount}</source>
        <translation>交換、{amount}をお渡し</translation>
    </message>
    <message>
        <source>Exchange, nothing to pay</source>
        <translation>交換、お支払いなし</translation>
    </message>
    <message>
        <source>{reward} ({points})</source>
        <translation>{reward}（{points}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Enter takes the first; arrows choose another</source>
        <translation>Enterで先頭の会員、矢印でほかを選択</translation>
    </message>
    <message>
        <source>Type a name, the end of a phone number, or scan a card</source>
        <translation>お名前か電話番号の下の桁を入力、またはカードを読み取り</translation>
    </message>
    <message>
        <source>Enrol this card</source>
        <translation>このカードで入会</translation>
    </message>
    <message>
        <source>Enrol a new member</source>
        <translation>新しい会員の入会</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>読み取る</translation>
    </message>
    <message>
        <source>Close the shift and print the closing</source>
        <translation>シフトを締めて精算票を印刷</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>締める</translation>
    </message>
    <message>
        <source>This shift is closed</source>
        <translation>このシフトは締め済みです</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Print this slip again</source>
        <translation>この控えを再印刷</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Hold a code before the camera; Enter reads a receipt without one</source>
        <translation>コードをカメラにかざす。コードのないレシートはEnter</translation>
    </message>
    <message>
        <source>Back to the counter</source>
        <translation>会計画面に戻る</translation>
    </message>
    <message>
        <source>Scan the set-up code</source>
        <translation>設定用コードを読み取ってください</translation>
    </message>
    <message>
        <source>Keep what the scanner taught</source>
        <translation>スキャナーから覚えた設定を保存します</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose who you are by number, or scan your badge</source>
        <translation>番号で担当者を選ぶか、社員証を読み取ってください</translation>
    </message>
    <message>
        <source>Sign in {name}</source>
        <translation>{name} としてサインイン</translation>
    </message>
    <message>
        <source>A second person scans a badge, or types a PIN</source>
        <translation>別の人がバッジを読み取るか、PINを入力します</translation>
    </message>
    <message>
        <source>{name} approves</source>
        <translation>{name}さんが承認します</translation>
    </message>
    <message>
        <source>Choose the lines that came back, by their numbers</source>
        <translation>返品する明細を番号で選んでください</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>Refund {amount} and correct the points</source>
        <translation>{amount}を返金し、ポイントを訂正</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>{amount}を返金</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会員</translation>
    </message>
</context>
<context>
    <name>PaidPane</name>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>お支払い</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>Receipt of {shop}</source>
        <translation>{shop}のレシート</translation>
    </message>
</context>
<context>
    <name>PhotographPane</name>
    <message>
        <source>The picture is being taken…</source>
        <translation>撮影中…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>写真なし</translation>
    </message>
    <message>
        <source>Picture of the receipt</source>
        <translation>レシートの写真</translation>
    </message>
    <message>
        <source>Reading it… {seconds} s. You may type meanwhile; Esc stops.</source>
        <translation>読み取り中… {seconds}秒。その間も入力できます。Escで中止。</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>%1 more to go</source>
        <translation>あと%1</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>What happened</source>
        <translation>これまでの記録</translation>
    </message>
    <message>
        <source>Enter on a sale says why it brought its points.</source>
        <translation>販売で Enter を押すと、そのポイントの理由が出ます。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Who, and why</source>
        <translation>担当者と理由</translation>
    </message>
    <message>
        <source>{name}, allowed by {second}</source>
        <translation>{name}（承認 {second}）</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>質問 %1/%2</translation>
    </message>
    <message>
        <source>Not at all likely</source>
        <translation>まったくそう思わない</translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation>非常にそう思う</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>回答しない</translation>
    </message>
    <message>
        <source>How likely are you to buy at %1 again?</source>
        <translation>%1でまたお買い物をする可能性はどのくらいありますか？</translation>
    </message>
    <message>
        <source>How likely are you to try other things we sell?</source>
        <translation>当店の他の商品を試してみる可能性はどのくらいありますか？</translation>
    </message>
    <message>
        <source>How likely are you to recommend us to others?</source>
        <translation>当店を他の方にすすめる可能性はどのくらいありますか？</translation>
    </message>
    <message>
        <source>How likely is it that you would recommend %1 to a friend or colleague?</source>
        <translation>%1を親しい友人や同僚にすすめる可能性はどのくらいありますか？</translation>
    </message>
</context>
<context>
    <name>ReturnEffect</name>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>Points taken back</source>
        <translation>取り消すポイント</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>戻すポイント</translation>
    </message>
    <message>
        <source>Stamps taken back: {count}.</source>
        <translation>戻されるスタンプ：{count}。</translation>
    </message>
    <message>
        <source>Vouchers of this sale that become worthless: {count}.</source>
        <translation>この取引の無効になるクーポン：{count}枚。</translation>
    </message>
    <message>
        <source>Vouchers of this sale that were used already: {count}.</source>
        <translation>この取引の使用済みクーポン：{count}枚。</translation>
    </message>
    <message>
        <source>{points} were spent already: they are to be earned back first.</source>
        <translation>{points}は使用済みです。先に獲得し直していただきます。</translation>
    </message>
    <message>
        <source>{points} were spent already: the shop gives them up.</source>
        <translation>{points}は使用済みです。お店が負担します。</translation>
    </message>
    <message>
        <source>{money} is kept from the refund for points that were spent.</source>
        <translation>使用済みポイント分として返金から{money}を差し引きます。</translation>
    </message>
</context>
<context>
    <name>ReturnPane</name>
    <message>
        <source>Return of sale {number}</source>
        <translation>販売 {number} の返品</translation>
    </message>
    <message>
        <source>Sold {moment} to {name}</source>
        <translation>{moment} 販売、{name}</translation>
    </message>
    <message>
        <source>Sold {moment} without a card</source>
        <translation>{moment} 販売、カードなし</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交換</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReturnRow</name>
    <message>
        <source>{left} of {units} can come back</source>
        <translation>{units}点のうち{left}点を返品可</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>返品済み</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>One fewer of line {number}</source>
        <translation>{number}行目を一つ減らす</translation>
    </message>
    <message>
        <source>One more of line {number}</source>
        <translation>{number}行目を一つ増やす</translation>
    </message>
</context>
<context>
    <name>RewardGrid</name>
    <message>
        <source>No rewards today. Points are collected as ever.</source>
        <translation>今日の特典はありません。ポイントはいつも通り貯まります。</translation>
    </message>
    <message>
        <source>Will be redeemed</source>
        <translation>利用します</translation>
    </message>
    <message>
        <source>{points} more</source>
        <translation>あと{points}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>あと{count}件</translation>
    </message>
    <message>
        <source>Alt+0 shows them</source>
        <translation>Alt+0で表示</translation>
    </message>
    <message>
        <source>Waits: {why}</source>
        <translation>待機中：{why}</translation>
    </message>
    <message>
        <source>The rest is at other shops</source>
        <translation>残りは他の店舗にあります</translation>
    </message>
    <message>
        <source>Best (F3)</source>
        <translation>おすすめ(F3)</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}まで</translation>
    </message>
    <message>
        <source>Free gift</source>
        <translation>プレゼント</translation>
    </message>
    <message>
        <source>Free service</source>
        <translation>無料サービス</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>クーポン</translation>
    </message>
    <message>
        <source>One free, {money}</source>
        <translation>1個無料、{money}</translation>
    </message>
    <message>
        <source>{money} off</source>
        <translation>{money}引き</translation>
    </message>
    <message>
        <source>Will be used</source>
        <translation>利用します</translation>
    </message>
    <message>
        <source>{points} (F6)</source>
        <translation>{points} (F6)</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>ポイント払い</translation>
    </message>
</context>
<context>
    <name>RewardsPage</name>
    <message>
        <source>%1 more in a few days</source>
        <translation>数日後に%1追加</translation>
    </message>
    <message>
        <source>There is nothing to choose from at present.</source>
        <translation>現在お選びいただけるものはありません。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Scan a card to collect points</source>
        <translation>カードを読み取るとポイントが貯まります</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Staff and their rights</source>
        <translation>スタッフと権限の変更</translation>
    </message>
    <message>
        <source>Importing a file</source>
        <translation>ファイルの取り込み</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>ポイントの手動調整</translation>
    </message>
    <message>
        <source>Stamps of a paper card</source>
        <translation>紙カードのスタンプ</translation>
    </message>
    <message>
        <source>Return without a slip</source>
        <translation>伝票なしの返品</translation>
    </message>
    <message>
        <source>Voiding an older sale</source>
        <translation>過去の取引の取消</translation>
    </message>
    <message>
        <source>Blocking a card</source>
        <translation>カードの停止</translation>
    </message>
    <message>
        <source>Points for an activity</source>
        <translation>アクティビティのポイント</translation>
    </message>
    <message>
        <source>Withdrawing a voucher</source>
        <translation>クーポンの取消</translation>
    </message>
    <message>
        <source>Moving points to another account</source>
        <translation>別の口座へのポイント移動</translation>
    </message>
    <message>
        <source>Crediting a doubtful receipt</source>
        <translation>疑わしいレシートの付与</translation>
    </message>
    <message>
        <source>Enrolling a shop for receipts</source>
        <translation>レシートの店の登録</translation>
    </message>
    <message>
        <source>Points at the shop&apos;s risk</source>
        <translation>店の負担のポイント</translation>
    </message>
    <message>
        <source>Joining a head office</source>
        <translation>本部への参加</translation>
    </message>
    <message>
        <source>The manager&apos;s room</source>
        <translation>管理者室</translation>
    </message>
    <message>
        <source>Handing out data</source>
        <translation>データの提供</translation>
    </message>
    <message>
        <source>Erasing a person</source>
        <translation>個人の消去</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Cashier</source>
        <translation>レジ担当</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>責任者</translation>
    </message>
</context>
<context>
    <name>RoomScreen</name>
    <message>
        <source>Member without a name</source>
        <translation>名前のない会員</translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>Thank you, and see you soon!</source>
        <translation>ありがとうございました。またお待ちしております！</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>少々お待ちください</translation>
    </message>
</context>
<context>
    <name>ScannerPane</name>
    <message>
        <source>Set up the keyboard scanner</source>
        <translation>キーボードスキャナーの設定</translation>
    </message>
    <message>
        <source>Set-up code for the scanner</source>
        <translation>スキャナー設定用コード</translation>
    </message>
    <message>
        <source>Scan this code once: it tells the till how the scanner types. A laser scanner needs the printed page (regulars scanner page).</source>
        <translation>このコードを一度読み取ると、スキャナーの入力のしかたをレジが覚えます。レーザースキャナーには印刷したページが必要です(regulars scanner page)。</translation>
    </message>
    <message>
        <source>Scan any card or product to try it</source>
        <translation>カードか商品を読み取って試してください</translation>
    </message>
    <message>
        <source>Read just now</source>
        <translation>今読み取ったコード</translation>
    </message>
    <message>
        <source>Every sign arrives as it should. Keep it with Enter.</source>
        <translation>すべての文字が正しく届きます。Enterで保存します。</translation>
    </message>
    <message>
        <source>Cards, products and links are read whole. Only these signs do not arrive: {signs}</source>
        <translation>カード、商品、リンクは正しく読めます。届かない文字は次だけです: {signs}</translation>
    </message>
    <message>
        <source>Digits are read, so cards and products work; links on receipts do not. These signs do not arrive: {signs}. Use USB-COM (serial), or set the scanner to this till&apos;s keyboard country.</source>
        <translation>数字は読めるのでカードと商品は使えますが、レシートのリンクは読めません。届かない文字: {signs}。USB-COM(シリアル)を使うか、スキャナーのキーボードの国をこのレジに合わせてください。</translation>
    </message>
    <message>
        <source>What arrives cannot be made whole again. Use USB-COM (serial), or set the scanner to this till&apos;s keyboard country.</source>
        <translation>届いた文字は元に戻せません。USB-COM(シリアル)を使うか、スキャナーのキーボードの国をこのレジに合わせてください。</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>On: letters are turned back. Better switch it off.</source>
        <translation>オン: 文字は元に戻されます。オフにするのが確実です。</translation>
    </message>
    <message>
        <source>Does not matter</source>
        <translation>影響なし</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Before each code</source>
        <translation>コードの前</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>After each code</source>
        <translation>コードの後</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Separator (GS)</source>
        <translation>区切り(GS)</translation>
    </message>
    <message>
        <source>Name of the code (AIM)</source>
        <translation>コードの種類(AIM)</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信あり</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>送信なし</translation>
    </message>
    <message>
        <source>US</source>
        <translation>米国</translation>
    </message>
    <message>
        <source>US international</source>
        <translation>米国インターナショナル</translation>
    </message>
    <message>
        <source>French</source>
        <translation>フランス</translation>
    </message>
    <message>
        <source>German</source>
        <translation>ドイツ</translation>
    </message>
    <message>
        <source>British</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>{name}; codes are read by the places of the keys</source>
        <translation>{name}; キーの位置でコードを読みます</translation>
    </message>
    <message>
        <source>{name}; codes are turned back</source>
        <translation>{name}; コードは元に戻して読みます</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>{ms} ms a key</source>
        <translation>1キー{ms}ミリ秒</translation>
    </message>
    <message>
        <source>{pace}: slow. Set a shorter delay in the scanner, or a prefix.</source>
        <translation>{pace}: 遅めです。スキャナーの間隔を短くするか、先頭の文字を設定してください。</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>届く</translation>
    </message>
    <message>
        <source>Does not arrive. Set the scanner to send it as Ctrl+].</source>
        <translation>届きません。Ctrl+]として送るようスキャナーを設定してください。</translation>
    </message>
    <message>
        <source>Looks like another sign. Set the scanner to send it as Ctrl+].</source>
        <translation>他の文字と区別できません。Ctrl+]として送るようスキャナーを設定してください。</translation>
    </message>
    <message>
        <source>Not tested by this code</source>
        <translation>このコードでは不明</translation>
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
        <source>Usable points: {usable}. Redeem fewer.</source>
        <translation>利用できるポイント: {usable}。少なくして使ってください。</translation>
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
        <source>The barcode {barcode} was not read correctly. Scan it again.</source>
        <translation>バーコード{barcode}が正しく読めませんでした。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The label of {product} says zero. Weigh it again, or type the amount.</source>
        <translation>{product}のラベルがゼロです。量り直すか、金額を入力してください。</translation>
    </message>
    <message>
        <source>The scale&apos;s labels are set up as “{typed}”, which cannot be read. Correct it.</source>
        <translation>はかりのラベル設定「{typed}」を読めません。設定を直してください。</translation>
    </message>
    <message>
        <source>{product} is sold by weight. Scan the scale&apos;s label, or type the amount.</source>
        <translation>{product}は量り売りです。はかりのラベルを読み取るか、金額を入力してください。</translation>
    </message>
    <message>
        <source>{product} is sold by the piece. Scan its barcode, or type the amount.</source>
        <translation>{product}は個数売りです。バーコードを読み取るか、金額を入力してください。</translation>
    </message>
    <message>
        <source>Nothing in the basket is meant by it</source>
        <translation>かごに対象の商品がありません</translation>
    </message>
    <message>
        <source>No whole unit of it is left to pay</source>
        <translation>支払い対象の1個が残っていません</translation>
    </message>
    <message>
        <source>Nothing is left to pay</source>
        <translation>支払う金額が残っていません</translation>
    </message>
    <message>
        <source>{points} held by another basket</source>
        <translation>他のかごで{points}確保中</translation>
    </message>
    <message>
        <source>The birthday is not known</source>
        <translation>誕生日が登録されていません</translation>
    </message>
    <message>
        <source>At most {times} in one basket</source>
        <translation>1回のお買い物で{times}回まで</translation>
    </message>
    <message>
        <source>At most {times} a day</source>
        <translation>1日{times}回まで</translation>
    </message>
    <message>
        <source>At most {times} for each member</source>
        <translation>会員1人{times}回まで</translation>
    </message>
    <message>
        <source>At most {times} a month</source>
        <translation>1か月{times}回まで</translation>
    </message>
    <message>
        <source>At most {times} a week</source>
        <translation>1週間{times}回まで</translation>
    </message>
    <message>
        <source>At most {times} a year</source>
        <translation>1年{times}回まで</translation>
    </message>
    <message>
        <source>Around the birthday, from {from}</source>
        <translation>誕生日の前後、{from}から</translation>
    </message>
    <message>
        <source>Not offered to this member now</source>
        <translation>今この会員には提供していません</translation>
    </message>
    <message>
        <source>None are left</source>
        <translation>残りがありません</translation>
    </message>
    <message>
        <source>Only for {tier}</source>
        <translation>{tier}限定</translation>
    </message>
    <message>
        <source>Stamps still missing: {stamps}</source>
        <translation>不足スタンプ：{stamps}</translation>
    </message>
    <message>
        <source>{card}: {why}</source>
        <translation>{card}：{why}</translation>
    </message>
    <message>
        <source>This stamp card is not in today&apos;s program. Choose one from the list.</source>
        <translation>このスタンプカードは本日のプログラムにありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>It is in this basket already</source>
        <translation>すでにこのかごにあります</translation>
    </message>
    <message>
        <source>Scan its member&apos;s card</source>
        <translation>持ち主の会員カードを読み取ってください</translation>
    </message>
    <message>
        <source>It is for another member</source>
        <translation>別の会員用です</translation>
    </message>
    <message>
        <source>{voucher}: {why}</source>
        <translation>{voucher}：{why}</translation>
    </message>
    <message>
        <source>The voucher {voucher} is not known here. Compare the digits below its code.</source>
        <translation>クーポン{voucher}は登録されていません。コードの下の数字を確認してください。</translation>
    </message>
    <message>
        <source>It was used already</source>
        <translation>すでに使われています</translation>
    </message>
    <message>
        <source>It was withdrawn</source>
        <translation>取り消されています</translation>
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
        <source>The program is not valid at {where}: {why}. Correct it and publish it again.</source>
        <translation>プログラムの{where}に誤りがあります: {why}。直して公開し直してください。</translation>
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
        <source>This member is not enrolled any more. Scan another card, or enrol with F4.</source>
        <translation>この会員はもう在籍していません。別のカードを読み取るか、F4 で入会してください。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is of another till, and head office cannot be asked now. Try again later, or take the goods back without their sale: F5 twice.</source>
        <translation>販売 {terminal}-{seq} は別の端末のもので、今は本部に確認できません。後でもう一度試すか、販売なしで返品を受けてください（F5 を 2 回）。</translation>
    </message>
    <message>
        <source>Head office does not have sale {terminal}-{seq}: look at the number, or try again later, when the other till has sent it. F5 twice takes the goods back without their sale.</source>
        <translation>本部に販売 {terminal}-{seq} がありません。番号を確かめるか、別の端末が送信した後でもう一度試してください。F5 を 2 回押すと販売なしで返品を受けます。</translation>
    </message>
    <message>
        <source>Only {name}, who did this, can undo it. Scan the slip to return the sale.</source>
        <translation>取り消せるのは処理した {name} さんだけです。伝票を読み取って返品してください。</translation>
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
        <source>Sale {terminal}-{seq} is of another till. Head office is being asked.</source>
        <translation>販売 {terminal}-{seq} は別の端末のものです。本部に確認しています。</translation>
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
        <source>This shift was closed at another window. Sign out with F12 and in again: what is rung up stays.</source>
        <translation>このシフトは別のウィンドウで締められました。F12 でサインアウトし、もう一度サインインしてください。入力済みの内容は残ります。</translation>
    </message>
    <message>
        <source>No shift is open. Open one to go on.</source>
        <translation>開いているシフトがありません。シフトを開始してください。</translation>
    </message>
    <message>
        <source>Another window has booked something since. Look at the last act again before you undo it.</source>
        <translation>その間に別のウィンドウで処理がありました。直前の処理をもう一度確かめてから取り消してください。</translation>
    </message>
    <message>
        <source>There is nothing to undo. Scan a slip to return an older sale.</source>
        <translation>取り消すものがありません。以前の取引は伝票を読み取って返品してください。</translation>
    </message>
    <message>
        <source>Undo works for {minutes} minutes. Scan the slip to return the sale.</source>
        <translation>取り消しは{minutes}分以内です。伝票を読み取って返品してください。</translation>
    </message>
    <message>
        <source>This badge belongs to somebody already. Take another.</source>
        <translation>このバッジはすでに使われています。別のものを使ってください。</translation>
    </message>
    <message>
        <source>The card {card} belongs to a member already. Take another blank card.</source>
        <translation>カード{card}はすでに使われています。別の新しいカードを使ってください。</translation>
    </message>
    <message>
        <source>The card {card} is not known here. Scan another, or enrol it.</source>
        <translation>カード{card}は登録がありません。別のカードを読み取るか、入会してください。</translation>
    </message>
    <message>
        <source>This member is enrolled already. Look them up by phone or name.</source>
        <translation>すでに入会しています。電話番号か名前で探してください。</translation>
    </message>
    <message>
        <source>{operator} is there already. Choose another name.</source>
        <translation>{operator}はすでに登録されています。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Program {number} is published already. Give the new one the next number.</source>
        <translation>プログラム{number}は公開済みです。次の番号を使ってください。</translation>
    </message>
    <message>
        <source>A shift is open at till {terminal} already. Close it first.</source>
        <translation>端末{terminal}ではシフトが開いています。先に締めてください。</translation>
    </message>
    <message>
        <source>No slip is kept for sale {terminal}-{seq}. Check the number on the slip.</source>
        <translation>取引{terminal}-{seq}の伝票がありません。番号を確かめてください。</translation>
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
        <source>The setting of the port {port} is not valid ({part}). Correct the scanner&apos;s settings.</source>
        <translation>ポート{port}の設定が正しくありません({part})。スキャナーの設定を直してください。</translation>
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
        <source>Settings that cannot be used: {names}. The usual values are used instead; correct them in {file}.</source>
        <translation>使えない設定: {names}。代わりに既定値を使います。{file} を直してください。</translation>
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
        <source>There is no camera {camera}. Plug one in, or use the hand scanner.</source>
        <translation>カメラ{camera}がありません。接続するか、スキャナーを使ってください。</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again; it goes on by itself.</source>
        <translation>カメラが外れました。つなぎ直せば自動で再開します。</translation>
    </message>
    <message>
        <source>The camera setting “{setting}” is not valid. Correct it in the settings.</source>
        <translation>カメラの設定「{setting}」が正しくありません。設定を直してください。</translation>
    </message>
    <message>
        <source>The camera gives no new picture. Unplug it and plug it in again.</source>
        <translation>カメラの画像が止まっています。抜いて差し直してください。</translation>
    </message>
    <message>
        <source>No reader for camera codes is installed. Use the hand scanner, or run the set-up again.</source>
        <translation>カメラ用の読み取り機能がありません。スキャナーを使うか、セットアップをやり直してください。</translation>
    </message>
    <message>
        <source>Camera scanning needs {missing}, which is not installed. Use the hand scanner, or run the set-up again.</source>
        <translation>カメラ読み取りに必要な{missing}がありません。スキャナーを使うか、セットアップをやり直してください。</translation>
    </message>
    <message>
        <source>{path} is no picture we can read. Choose a PNG or JPEG file.</source>
        <translation>{path}は読める画像ではありません。PNGかJPEGを選んでください。</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>{path}というファイルはありません。名前を確かめてください。</translation>
    </message>
    <message>
        <source>The picture {path} is too large (limit {limit}). Take a smaller one.</source>
        <translation>画像{path}が大きすぎます(上限{limit})。小さい画像にしてください。</translation>
    </message>
    <message>
        <source>The picture {path} is damaged. Take it again.</source>
        <translation>画像{path}が壊れています。撮り直してください。</translation>
    </message>
    <message>
        <source>The camera sees {count} codes. Hold up one card alone.</source>
        <translation>カメラにコードが{count}個写っています。カードを1枚だけかざしてください。</translation>
    </message>
    <message>
        <source>Closer: the code is too small to be read.</source>
        <translation>もっと近づけてください。コードが小さすぎて読めません。</translation>
    </message>
    <message>
        <source>Hold the code still for a moment.</source>
        <translation>少しの間、コードを動かさないでください。</translation>
    </message>
    <message>
        <source>The code shines: tilt it a little.</source>
        <translation>コードが光っています。少し傾けてください。</translation>
    </message>
    <message>
        <source>Too dark: switch on a light.</source>
        <translation>暗すぎます。明かりをつけてください。</translation>
    </message>
    <message>
        <source>Two codes: show one alone.</source>
        <translation>コードが二つあります。一つだけ見せてください。</translation>
    </message>
    <message>
        <source>The code reader {decoder} failed and is off until the next start. Codes are still read.</source>
        <translation>コード読み取り部 {decoder} に障害が起き、次の起動まで停止しています。コードは引き続き読み取れます。</translation>
    </message>
    <message>
        <source>The film {path} cannot be read. Choose another file.</source>
        <translation>動画{path}が読めません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Slips cannot be written to the folder {folder}. Choose another in the settings.</source>
        <translation>フォルダー{folder}に伝票を書き込めません。設定で別の場所を選んでください。</translation>
    </message>
    <message>
        <source>The printer {printer} stopped in the middle. Look at the slip; print it again if it is not whole.</source>
        <translation>プリンター{printer}が途中で止まりました。伝票を見て、欠けていれば印字し直してください。</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer. The sale is booked; look for paper or an open cover.</source>
        <translation>プリンター{printer}が応答しません。取引は記録済みです。用紙とカバーを確かめてください。</translation>
    </message>
    <message>
        <source>The printer {printer} took no data. Check its cable and rights; the sale is booked.</source>
        <translation>プリンター{printer}がデータを受け付けません。ケーブルと権限を確かめてください。取引は記録済みです。</translation>
    </message>
    <message>
        <source>The printer {printer} did not confirm the slip. Look whether it came out; print it again if not.</source>
        <translation>プリンター{printer}が印字を確認していません。出ていなければ印字し直してください。</translation>
    </message>
    <message>
        <source>The printer {printer} cannot be reached. Switch it on or check its cable; the sale is booked.</source>
        <translation>プリンター{printer}に接続できません。電源とケーブルを確かめてください。取引は記録済みです。</translation>
    </message>
    <message>
        <source>This machine has no printing system for {printer}. Choose another printer in the settings.</source>
        <translation>この機械には{printer}用の印刷機能がありません。設定で別のプリンターを選んでください。</translation>
    </message>
    <message>
        <source>This slip cannot be printed: {why} The sale is booked; F7 prints it again.</source>
        <translation>この伝票は印字できません: {why} 取引は記録済みです。F7で印字し直せます。</translation>
    </message>
    <message>
        <source>The printer setting “{setting}” is not valid ({part}). Correct it in the settings.</source>
        <translation>プリンターの設定「{setting}」が正しくありません({part})。設定を直してください。</translation>
    </message>
    <message>
        <source>The scanner setting “{setting}” is not valid ({part}). Correct it in the settings.</source>
        <translation>スキャナーの設定「{setting}」が正しくありません({part})。設定を直してください。</translation>
    </message>
    <message>
        <source>The printer {printer} needs USB support, which is not installed. Run the set-up again.</source>
        <translation>プリンター{printer}に必要なUSB対応がありません。セットアップをやり直してください。</translation>
    </message>
    <message>
        <source>This did not work ({code}). Try again, or ask whoever looks after this till.</source>
        <translation>処理できませんでした({code})。もう一度試すか、担当者に問い合わせてください。</translation>
    </message>
    <message>
        <source>The ledger could not be brought to the new version; it was left as it was. Call whoever looks after this till.</source>
        <translation>台帳を新しい版に移せませんでした。台帳は元のままです。端末の担当者に連絡してください。</translation>
    </message>
    <message>
        <source>The program in the ledger cannot be read. Ask a manager to publish it again.</source>
        <translation>台帳のプログラムが読めません。責任者に公開し直してもらってください。</translation>
    </message>
    <message>
        <source>Another window or program is using this ledger ({path}). Close it, or go on there.</source>
        <translation>別の画面かプログラムがこの台帳を使っています({path})。閉じるか、そちらで続けてください。</translation>
    </message>
    <message>
        <source>The ledger lies in a folder that {service} copies ({path}). Move it to this machine&apos;s own disk.</source>
        <translation>台帳が{service}の同期フォルダーにあります({path})。この機械のディスクへ移してください。</translation>
    </message>
    <message>
        <source>This ledger is of a newer program (version {version}; this one knows {known}). Update the program.</source>
        <translation>新しいプログラムの台帳です(版{version}、このプログラムは{known})。プログラムを更新してください。</translation>
    </message>
    <message>
        <source>This file is no ledger of Regulars. It was left alone; choose another data folder.</source>
        <translation>Regularsの台帳ではありません。何も変えていません。別のデータフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The ledger lies on a network disk ({kind}, {path}). Move it to this machine&apos;s own disk.</source>
        <translation>台帳がネットワークディスクにあります({kind}、{path})。この機械のディスクへ移してください。</translation>
    </message>
    <message>
        <source>The ledger cannot be read ({said}). Check the disk, or restore the last backup of {path}.</source>
        <translation>台帳が読めません({said})。ディスクを確かめるか、{path}の最新の控えを戻してください。</translation>
    </message>
    <message>
        <source>The backup to {path} was not made. Check the disk there, then make it again.</source>
        <translation>{path}への控えを作れませんでした。ディスクを確かめてやり直してください。</translation>
    </message>
    <message>
        <source>The ledger {path} is damaged ({said}). Nothing was written; restore the last backup.</source>
        <translation>台帳{path}が壊れています({said})。何も書き込んでいません。最新の控えを戻してください。</translation>
    </message>
    <message>
        <source>A text came in that cannot be read. Type it again, or scan again.</source>
        <translation>読めない文字が届きました。入力し直すか、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The ledger {path} may not be written. Check the rights of the file and its folder.</source>
        <translation>台帳{path}に書き込めません。ファイルとフォルダーの権限を確かめてください。</translation>
    </message>
    <message>
        <source>Type the amount first, or scan the goods.</source>
        <translation>先に金額を入力するか、商品を読み取ってください。</translation>
    </message>
    <message>
        <source>Card {card} is new. F4 makes it a member&apos;s card at once.</source>
        <translation>カード{card}は新しいカードです。F4ですぐ会員カードになります。</translation>
    </message>
    <message>
        <source>Card {card} collects points from now on.</source>
        <translation>カード{card}はこれからポイントがたまります。</translation>
    </message>
    <message>
        <source>Ring up what goes out in exchange, or leave with Esc and book the return alone.</source>
        <translation>交換でお渡しする商品を登録するか、Escで戻って返品だけを記帳してください。</translation>
    </message>
    <message>
        <source>Something is open here. Book it with Enter or leave it with Esc, then try again.</source>
        <translation>処理中のものがあります。Enter で確定するか Esc で閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>No member&apos;s number ends in “{typed}”. Enrol a new member, or take it as an amount.</source>
        <translation>「{typed}」で終わる会員番号はありません。新しく入会するか、金額として使ってください。</translation>
    </message>
    <message>
        <source>No reward is in reach yet. The tiles say how many points are missing.</source>
        <translation>まだ使える特典はありません。不足ポイントは各欄に出ています。</translation>
    </message>
    <message>
        <source>Product {product} has no price here. Type its amount.</source>
        <translation>商品{product}の価格がありません。金額を入力してください。</translation>
    </message>
    <message>
        <source>Another member: the rewards that were chosen have been put back.</source>
        <translation>別の会員です。選んだ特典は元に戻しました。</translation>
    </message>
    <message>
        <source>{operator} has no PIN yet: what is typed now, 4 to 8 digits, will be it.</source>
        <translation>{operator} さんの PIN はまだありません。今入力する 4～8 桁の数字が PIN になります。</translation>
    </message>
    <message>
        <source>This is the demo shop: choose a number, then type PIN {pin}.</source>
        <translation>これはデモ店舗です。番号を選び、PIN {pin} を入力してください。</translation>
    </message>
    <message>
        <source>Scan the member&apos;s card first.</source>
        <translation>先に会員カードを読み取ってください。</translation>
    </message>
    <message>
        <source>Scan the slip of the sale that comes back.</source>
        <translation>返品する取引の伝票を読み取ってください。</translation>
    </message>
    <message>
        <source>The shift is closed. Sign in to open the next.</source>
        <translation>シフトを締めました。サインインすると次を開始します。</translation>
    </message>
    <message>
        <source>Sign in first: by number and PIN, or a badge.</source>
        <translation>先に番号とPIN、またはバッジでサインインしてください。</translation>
    </message>
    <message>
        <source>Signed out. The shift stays open.</source>
        <translation>サインアウトしました。シフトは開いたままです。</translation>
    </message>
    <message>
        <source>There is no slip to print yet.</source>
        <translation>印字する伝票はまだありません。</translation>
    </message>
    <message>
        <source>No slip printed. F7 shows and prints it.</source>
        <translation>伝票は印字していません。F7で表示・印字できます。</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>伝票を印字しました</translation>
    </message>
    <message>
        <source>The voucher is off this sale again.</source>
        <translation>クーポンをこの販売から外しました。</translation>
    </message>
    <message>
        <source>{voucher} is on this sale. Scan it again to take it back.</source>
        <translation>{voucher}をこの販売に使います。もう一度読み取ると外れます。</translation>
    </message>
    <message>
        <source>{voucher} lies ready, but not yet: {why}. It is used as soon as it can be.</source>
        <translation>{voucher}は待機中です：{why}。使えるようになり次第使います。</translation>
    </message>
    <message>
        <source>{voucher}, good until {until}. Ring up the goods, then scan it again.</source>
        <translation>{voucher}、{until}まで有効。商品を登録してから再度読み取ってください。</translation>
    </message>
    <message>
        <source>{voucher}, good until {until} from {minimum_minor} on. Ring up, then scan it again.</source>
        <translation>{voucher}、{minimum_minor}以上のお買い物で{until}まで有効。商品を登録してから再度読み取ってください。</translation>
    </message>
    <message>
        <source>Nothing was read. Scan again.</source>
        <translation>何も読み取れませんでした。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>This code is far too long for a card or a slip. Scan the right one.</source>
        <translation>カードやレシートのコードとしては長すぎます。正しいコードを読み取ってください。</translation>
    </message>
    <message>
        <source>“{text}” is no code of this shop. Scan a member&apos;s card, or type the amount.</source>
        <translation>「{text}」は当店のコードではありません。会員カードを読み取るか、金額を入力してください。</translation>
    </message>
    <message>
        <source>The camera may not be used. Allow it in the system&apos;s settings.</source>
        <translation>カメラの使用が許可されていません。システムの設定で許可してください。</translation>
    </message>
    <message>
        <source>The printer has no paper. Put in a roll, then F7 prints again.</source>
        <translation>プリンターの用紙がありません。用紙を入れて F7 で再印刷してください。</translation>
    </message>
    <message>
        <source>The printer is open. Close it, then F7 prints again.</source>
        <translation>プリンターのカバーが開いています。閉じて F7 で再印刷してください。</translation>
    </message>
    <message>
        <source>The printer is off. Switch it on, then F7 prints again.</source>
        <translation>プリンターの電源が切れています。入れて F7 で再印刷してください。</translation>
    </message>
    <message>
        <source>The disk is full: this was not booked, nothing is lost. Make room, then press Enter again.</source>
        <translation>ディスクがいっぱいで記帳できませんでした。失われたものはありません。空きを作り、もう一度 Enter を押してください。</translation>
    </message>
    <message>
        <source>Only {free_mib} MiB are free on the disk. Make room today.</source>
        <translation>ディスクの空きが {free_mib} MiB しかありません。今日中に空きを作ってください。</translation>
    </message>
    <message>
        <source>There is no room for the reserve against a full disk. Make room.</source>
        <translation>ディスクがいっぱいになった時の予備がありません。空きを作ってください。</translation>
    </message>
    <message>
        <source>The disk was full and the reserve was used. Make room before closing time.</source>
        <translation>ディスクがいっぱいになり予備を使いました。閉店までに空きを作ってください。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is {minutes} minutes behind the last sale. Set it right.</source>
        <translation>この端末の時計は最後の販売より {minutes} 分遅れています。合わせてください。</translation>
    </message>
    <message>
        <source>The ledger is older than it once was: sales may be missing. Call whoever looks after this till.</source>
        <translation>帳簿が以前より古くなっています。販売が欠けている可能性があります。担当者に連絡してください。</translation>
    </message>
    <message>
        <source>The ledger was restored from a backup. Sales made after it may be missing.</source>
        <translation>バックアップから帳簿を復元しました。それ以降の販売は欠けている可能性があります。</translation>
    </message>
    <message>
        <source>The newest entries do not hold together ({fault}). Call whoever looks after this till.</source>
        <translation>最新の記録がつながりません（{fault}）。担当者に連絡してください。</translation>
    </message>
    <message>
        <source>Another window has this ledger open. Both may be used.</source>
        <translation>別のウィンドウでもこの帳簿を開いています。どちらも使えます。</translation>
    </message>
    <message>
        <source>The program was cut off last time. The books were checked; all is there.</source>
        <translation>前回プログラムが途中で切れました。帳簿を確認し、すべて残っています。</translation>
    </message>
    <message>
        <source>There is no good backup in {path}. Put one there, then try again.</source>
        <translation>{path} に使えるバックアップがありません。置いてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>A checked copy of the books was made: {path}.</source>
        <translation>確認済みの帳簿の控えを作りました：{path}。</translation>
    </message>
    <message>
        <source>Points: {points}</source>
        <translation>ポイント：{points}</translation>
    </message>
    <message>
        <source>Usable here: {points}</source>
        <translation>ここで使える: {points}</translation>
    </message>
    <message>
        <source>Total {points}, as of {at}</source>
        <translation>合計 {points}（{at} 時点）</translation>
    </message>
    <message>
        <source>Total not known yet</source>
        <translation>合計はまだ不明</translation>
    </message>
    <message>
        <source>Pending points: {points}</source>
        <translation>保留中のポイント：{points}</translation>
    </message>
    <message>
        <source>Tier: {tier}</source>
        <translation>ランク：{tier}</translation>
    </message>
    <message>
        <source>{card}: {stamps} of {needed} stamps</source>
        <translation>{card}：スタンプ {stamps}/{needed}</translation>
    </message>
    <message>
        <source>Vouchers: {count}</source>
        <translation>クーポン：{count}枚</translation>
    </message>
    <message>
        <source>Phone: {phone}</source>
        <translation>電話番号：{phone}</translation>
    </message>
    <message>
        <source>E-mail: {email}</source>
        <translation>メール：{email}</translation>
    </message>
    <message>
        <source>Birthday: {birthday}</source>
        <translation>誕生日：{birthday}</translation>
    </message>
    <message>
        <source>Member since {on}</source>
        <translation>{on}から会員</translation>
    </message>
    <message>
        <source>Household: {names}</source>
        <translation>世帯：{names}</translation>
    </message>
    <message>
        <source>{name} shares this account</source>
        <translation>{name}さんがこの口座を共有</translation>
    </message>
    <message>
        <source>Code for friends: {friends}</source>
        <translation>紹介コード：{friends}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>交換済み</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>{voucher}, until {until}</source>
        <translation>{voucher}、{until}まで</translation>
    </message>
    <message>
        <source>There is no voucher to be used today.</source>
        <translation>今日使えるクーポンはありません。</translation>
    </message>
    <message>
        <source>The program has no stamp card.</source>
        <translation>プログラムにスタンプカードはありません。</translation>
    </message>
    <message>
        <source>The program has no activity to record.</source>
        <translation>プログラムに記録する活動はありません。</translation>
    </message>
    <message>
        <source>No sale is known here yet.</source>
        <translation>まだ取引がありません。</translation>
    </message>
    <message>
        <source>Stamp card: {card}</source>
        <translation>スタンプカード：{card}</translation>
    </message>
    <message>
        <source>A person looks first</source>
        <translation>確認後に付与</translation>
    </message>
    <message>
        <source>{activity}: {points} points</source>
        <translation>{activity}：{points}ポイント</translation>
    </message>
    <message>
        <source>{member}, {on}</source>
        <translation>{member}、{on}</translation>
    </message>
    <message>
        <source>{activity} is booked: +{points} points.</source>
        <translation>{activity}を記帳しました：+{points}ポイント。</translation>
    </message>
    <message>
        <source>{activity} waits for approval. The points come when somebody has looked.</source>
        <translation>{activity}は承認待ちです。確認後にポイントが付きます。</translation>
    </message>
    <message>
        <source>Nothing waits for a decision any more.</source>
        <translation>承認待ちはもうありません。</translation>
    </message>
    <message>
        <source>Waiting for a decision: {count}</source>
        <translation>承認待ち：{count}件</translation>
    </message>
    <message>
        <source>The profile is kept.</source>
        <translation>プロフィールを保存しました。</translation>
    </message>
    <message>
        <source>Card {card} stands for this member, too.</source>
        <translation>カード{card}もこの会員のものになりました。</translation>
    </message>
    <message>
        <source>Card {card} stands for this member. The old one is dead.</source>
        <translation>カード{card}がこの会員のカードです。古いカードは使えません。</translation>
    </message>
    <message>
        <source>Card {card} is blocked.</source>
        <translation>カード{card}を停止しました。</translation>
    </message>
    <message>
        <source>Card {card} can be used again.</source>
        <translation>カード{card}は再び使えます。</translation>
    </message>
    <message>
        <source>{member} has this card now.</source>
        <translation>このカードは{member}さんのものになりました。</translation>
    </message>
    <message>
        <source>{voucher} is being printed.</source>
        <translation>{voucher}を印刷しています。</translation>
    </message>
    <message>
        <source>Joins the account of {name}</source>
        <translation>{name}さんの口座に参加します</translation>
    </message>
    <message>
        <source>Shares the account of {name} now. Points that came along: {points}.</source>
        <translation>{name}さんの口座を共有します。移ったポイント：{points}。</translation>
    </message>
    <message>
        <source>Points that stay here: {points}. Enter once more to leave.</source>
        <translation>ここに残るポイント：{points}。抜けるにはもう一度Enterを押してください。</translation>
    </message>
    <message>
        <source>Left the household; begins anew at zero.</source>
        <translation>世帯から抜けました。ゼロから始まります。</translation>
    </message>
    <message>
        <source>Goes: {name}</source>
        <translation>統合される会員：{name}</translation>
    </message>
    <message>
        <source>Merged. Points that came along: {points}.</source>
        <translation>統合しました。移ったポイント：{points}。</translation>
    </message>
    <message>
        <source>Scan the other member&apos;s card first.</source>
        <translation>先にもう一人の会員のカードを読み取ってください。</translation>
    </message>
    <message>
        <source>Booked. Usable here now: {points} points.</source>
        <translation>登録しました。今ここで使えるポイント: {points}。</translation>
    </message>
    <message>
        <source>Booked. New balance: {points} points.</source>
        <translation>記帳しました。残高：{points}ポイント。</translation>
    </message>
    <message>
        <source>Moved in. Stamps on the card now: {stamps}. Keep the paper card.</source>
        <translation>移しました。現在のスタンプ：{stamps}。紙のカードは店で保管してください。</translation>
    </message>
    <message>
        <source>The newest closing is being printed once more.</source>
        <translation>最新の締めをもう一度印刷しています。</translation>
    </message>
    <message>
        <source>All of sale {number} is taken back</source>
        <translation>取引{number}をすべて取り消します</translation>
    </message>
    <message>
        <source>Scan the goods, or type the amount they cost.</source>
        <translation>商品を読み取るか、金額を入力してください。</translation>
    </message>
    <message>
        <source>{member}</source>
        <translation>{member}</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>something came back</source>
        <translation>一部返品済み</translation>
    </message>
    <message>
        <source>This may be a member already. Choose who it is, or press Enter to enrol all the same.</source>
        <translation>すでに会員かもしれません。該当する会員を選ぶか、Enterでそのまま入会します。</translation>
    </message>
    <message>
        <source>Enrolled; the friend is noted as well.</source>
        <translation>入会しました。紹介者も記録しました。</translation>
    </message>
    <message>
        <source>Enrolled, but nobody is noted for it. {why}</source>
        <translation>入会しましたが、紹介者は記録されません。{why}</translation>
    </message>
    <message>
        <source>A friend&apos;s code. F4 enrols somebody; scan it there once more.</source>
        <translation>紹介コードです。F4で入会を開き、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>“{typed}” is no whole number. Type digits, with - before what is taken.</source>
        <translation>「{typed}」は整数ではありません。数字で入力し、引くときは前に-を付けてください。</translation>
    </message>
    <message>
        <source>No sale has the number “{typed}” here. Check it on the slip.</source>
        <translation>番号「{typed}」の取引はありません。伝票の番号を確認してください。</translation>
    </message>
    <message>
        <source>{activity} was rewarded before; it counts once.</source>
        <translation>{activity}は付与済みです。一度だけ有効です。</translation>
    </message>
    <message>
        <source>This was approved already. To take the points back, adjust them.</source>
        <translation>すでに承認されています。ポイントを戻すには手動で調整してください。</translation>
    </message>
    <message>
        <source>{activity} comes by itself when the profile is filled in.</source>
        <translation>{activity}はプロフィールを入力すると自動で付きます。</translation>
    </message>
    <message>
        <source>This was declined already. Record it anew if it was meant.</source>
        <translation>すでに却下されています。必要なら記録し直してください。</translation>
    </message>
    <message>
        <source>{activity}: this member has had all that counts for now.</source>
        <translation>{activity}：今はこれ以上付きません。</translation>
    </message>
    <message>
        <source>There is no such request any more. Open the list again.</source>
        <translation>その申請はもうありません。一覧を開き直してください。</translation>
    </message>
    <message>
        <source>{activity} counts again from {until}.</source>
        <translation>{activity}は{until}からまた有効です。</translation>
    </message>
    <message>
        <source>The program has no activity “{activity}”. Choose one from the list.</source>
        <translation>プログラムに「{activity}」はありません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>{activity} of this member waits for a decision already.</source>
        <translation>この会員の{activity}はすでに承認待ちです。</translation>
    </message>
    <message>
        <source>So many points at once are a typing error. At most: {most}.</source>
        <translation>一度に多すぎます。入力ミスではありませんか。最大：{most}。</translation>
    </message>
    <message>
        <source>Zero points change nothing. Type how many are given or taken.</source>
        <translation>0ポイントでは何も変わりません。増減するポイントを入力してください。</translation>
    </message>
    <message>
        <source>Say why the points are given or taken; it stands in the books.</source>
        <translation>ポイントを増減する理由を書いてください。帳簿に残ります。</translation>
    </message>
    <message>
        <source>Somebody must approve this. Call a supervisor.</source>
        <translation>承認が必要です。責任者を呼んでください。</translation>
    </message>
    <message>
        <source>This takes a second person. Call a supervisor.</source>
        <translation>別の人の承認が必要です。責任者を呼んでください。</translation>
    </message>
    <message>
        <source>Nobody approved. Scan a badge, or choose a name and type the PIN.</source>
        <translation>承認されていません。バッジを読み取るか、名前を選んでPINを入力してください。</translation>
    </message>
    <message>
        <source>Who asks cannot approve. A second person must.</source>
        <translation>依頼した本人は承認できません。別の人が必要です。</translation>
    </message>
    <message>
        <source>{name} may not approve this either. Call a manager.</source>
        <translation>{name}さんも承認できません。店長を呼んでください。</translation>
    </message>
    <message>
        <source>This birthday is still to come. Check its year.</source>
        <translation>まだ来ていない日付です。年を確認してください。</translation>
    </message>
    <message>
        <source>This is no birthday. Type its digits as the field shows, with or without year.</source>
        <translation>誕生日として読めません。欄の順に数字で入力してください。年は省けます。</translation>
    </message>
    <message>
        <source>Another card has taken this one&apos;s place. Take the new card of {member}.</source>
        <translation>このカードは交換済みです。{member}さんの新しいカードを使ってください。</translation>
    </message>
    <message>
        <source>This is the same card. Scan a blank one.</source>
        <translation>同じカードです。新しいカードを読み取ってください。</translation>
    </message>
    <message>
        <source>No shift was closed here yet.</source>
        <translation>まだ締めたシフトがありません。</translation>
    </message>
    <message>
        <source>No closing has the number {shift}. Check it on the paper.</source>
        <translation>番号{shift}の締めはありません。用紙を確認してください。</translation>
    </message>
    <message>
        <source>This shift is still open. Close it to have its closing.</source>
        <translation>このシフトはまだ開いています。締めると締め票が出ます。</translation>
    </message>
    <message>
        <source>“{typed}” is no e-mail address. Type it again.</source>
        <translation>「{typed}」はメールアドレスではありません。入力し直してください。</translation>
    </message>
    <message>
        <source>A household has at most {most} members. Let somebody leave it first.</source>
        <translation>世帯は最大{most}人です。先に誰かが抜けてください。</translation>
    </message>
    <message>
        <source>{member} belongs to another household. They leave it first.</source>
        <translation>{member}さんは別の世帯に入っています。先に抜けてください。</translation>
    </message>
    <message>
        <source>Others share the account of {member}. They leave it first.</source>
        <translation>{member}さんの口座はほかの人も使っています。先に抜けてもらってください。</translation>
    </message>
    <message>
        <source>This account is their own. Scan the card of somebody else.</source>
        <translation>本人の口座です。ほかの人のカードを読み取ってください。</translation>
    </message>
    <message>
        <source>No slip can be written in {language}. Choose from the list.</source>
        <translation>{language}では伝票を出せません。一覧から選んでください。</translation>
    </message>
    <message>
        <source>This is the same member. Scan the card of the other one.</source>
        <translation>同じ会員です。もう一人のカードを読み取ってください。</translation>
    </message>
    <message>
        <source>This is the same account. Scan the card of somebody else.</source>
        <translation>同じ口座です。ほかの人のカードを読み取ってください。</translation>
    </message>
    <message>
        <source>Type the paper card&apos;s serial number: letters and digits, at most 40.</source>
        <translation>紙のカードの番号を入力してください（英数字40字まで）。</translation>
    </message>
    <message>
        <source>Paper card {serial} was moved in before. Keep it, and give no stamps for it.</source>
        <translation>紙のカード{serial}は移し済みです。保管し、スタンプは付けないでください。</translation>
    </message>
    <message>
        <source>Say why; the reason stands in the books.</source>
        <translation>理由を書いてください。帳簿に残ります。</translation>
    </message>
    <message>
        <source>Say why there is no slip; the reason stands in the books.</source>
        <translation>伝票がない理由を書いてください。帳簿に残ります。</translation>
    </message>
    <message>
        <source>Somebody else has brought this member already. A friend counts once.</source>
        <translation>別の人がすでに紹介しています。紹介は一度だけです。</translation>
    </message>
    <message>
        <source>Whoever brought this member cannot collect at present.</source>
        <translation>紹介者は現在ポイントを貯められません。</translation>
    </message>
    <message>
        <source>Somebody has brought this member already. A friend counts once.</source>
        <translation>すでに紹介済みの会員です。紹介は一度だけです。</translation>
    </message>
    <message>
        <source>The program rewards nobody for bringing friends.</source>
        <translation>プログラムに紹介の特典はありません。</translation>
    </message>
    <message>
        <source>This member has bought here before; only new ones count.</source>
        <translation>以前に購入した会員です。新しい会員だけが対象です。</translation>
    </message>
    <message>
        <source>This is their own code. A friend&apos;s is needed.</source>
        <translation>本人のコードです。友人のコードが必要です。</translation>
    </message>
    <message>
        <source>Both have the same phone, address, card or household; that is no new friend.</source>
        <translation>電話、住所、カード、世帯のどれかが同じです。新しい友人とは認められません。</translation>
    </message>
    <message>
        <source>This code is nobody&apos;s. Scan the friend&apos;s card or code again.</source>
        <translation>このコードは登録がありません。友人のカードかコードを読み取り直してください。</translation>
    </message>
    <message>
        <source>A paper card brings from 1 to {most} stamps at once.</source>
        <translation>紙のカード1枚で移せるのは1〜{most}個です。</translation>
    </message>
    <message>
        <source>This text may have {longest} letters. Shorten it.</source>
        <translation>{longest}文字までです。短くしてください。</translation>
    </message>
    <message>
        <source>At most {most} are kept here. Take one away first.</source>
        <translation>最大{most}件です。先に一つ減らしてください。</translation>
    </message>
    <message>
        <source>Part of this sale came back already. Return the rest instead.</source>
        <translation>この取引は一部返品済みです。残りを返品してください。</translation>
    </message>
    <message>
        <source>The program has no voucher “{voucher}”.</source>
        <translation>プログラムにクーポン「{voucher}」はありません。</translation>
    </message>
    <message>
        <source>This card cannot be used here. Please ask at the counter.</source>
        <translation>このカードはここではお使いいただけません。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This code was not read whole. Hold it up once more, flat and still.</source>
        <translation>コードを最後まで読み取れませんでした。平らにして、動かさずにもう一度かざしてください。</translation>
    </message>
    <message>
        <source>This code is not one of a receipt that we know. Please ask at the counter.</source>
        <translation>対応しているレシートのコードではありません。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This is not the receipt of a purchase. Hold up the receipt you got for paying.</source>
        <translation>お買い上げのレシートではありません。お支払い時のレシートをかざしてください。</translation>
    </message>
    <message>
        <source>This receipt is only a test of a till. It brings no points.</source>
        <translation>レジのテスト用レシートのため、ポイントは付きません。</translation>
    </message>
    <message>
        <source>Something on this receipt does not add up. Please show it at the counter.</source>
        <translation>このレシートの内容に合わないところがあります。カウンターでご提示ください。</translation>
    </message>
    <message>
        <source>This receipt has to be looked at. Please take it to the counter.</source>
        <translation>このレシートは確認が必要です。カウンターへお持ちください。</translation>
    </message>
    <message>
        <source>What is on this receipt was returned. It brings no points.</source>
        <translation>このレシートの商品は返品済みのため、ポイントは付きません。</translation>
    </message>
    <message>
        <source>This reward cannot be had at present.</source>
        <translation>この特典は現在交換できません。</translation>
    </message>
    <message>
        <source>You have had this reward as often as it can be had for now.</source>
        <translation>この特典は、今回交換できる回数に達しています。</translation>
    </message>
    <message>
        <source>This reward is for your birthday.</source>
        <translation>この特典はお誕生日用です。</translation>
    </message>
    <message>
        <source>There are not enough points for this reward yet.</source>
        <translation>この特典にはまだポイントが足りません。</translation>
    </message>
    <message>
        <source>This does not work here just now. Please ask at the counter.</source>
        <translation>ただいまこちらではご利用になれません。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This card was replaced by another. Please use the newer one.</source>
        <translation>このカードは新しいカードに替わっています。新しい方をお使いください。</translation>
    </message>
    <message>
        <source>No points can be collected today. Please ask at the counter.</source>
        <translation>本日はポイントを付けられません。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This is a new card. Touch Finish first, then scan it again.</source>
        <translation>新しいカードです。先に「終わる」を押してから、もう一度かざしてください。</translation>
    </message>
    <message>
        <source>Please hold up the square code on this receipt, not the bars.</source>
        <translation>縦線のコードではなく、レシートの四角いコードをかざしてください。</translation>
    </message>
    <message>
        <source>Please show this one at the counter. Cards and receipts are read here.</source>
        <translation>これはカウンターでご提示ください。ここではカードとレシートを読み取ります。</translation>
    </message>
    <message>
        <source>Nothing was paid on this receipt. It brings no points.</source>
        <translation>このレシートにはお支払いがないため、ポイントは付きません。</translation>
    </message>
    <message>
        <source>This is a copy. Please hold up the receipt itself.</source>
        <translation>これは控えです。レシートの原本をかざしてください。</translation>
    </message>
    <message>
        <source>This receipt is of a return. It brings no points.</source>
        <translation>返品のレシートのため、ポイントは付きません。</translation>
    </message>
    <message>
        <source>This purchase was cancelled. It brings no points.</source>
        <translation>取り消されたお買い上げのため、ポイントは付きません。</translation>
    </message>
    <message>
        <source>This receipt was credited in another shop already. It counts once.</source>
        <translation>このレシートは別の店で付与済みです。一度だけ数えます。</translation>
    </message>
    <message>
        <source>This receipt was credited on {on}. Each one counts once.</source>
        <translation>このレシートは{on}に付与済みです。1枚につき1回だけです。</translation>
    </message>
    <message>
        <source>Somebody has looked at this receipt, and it does not count. Ask at the counter.</source>
        <translation>係の者が確認し、このレシートは対象外でした。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This receipt was credited on {on} (entry {number}). It counts once.</source>
        <translation>このレシートは{on}に付与済みです（記録{number}）。一度だけ有効です。</translation>
    </message>
    <message>
        <source>This receipt was credited at {where} on {on}. It counts once.</source>
        <translation>このレシートは{on}に{where}で付与済みです。一度だけ数えます。</translation>
    </message>
    <message>
        <source>A receipt waits for its card. Scan the card first, or put the receipt away with Esc.</source>
        <translation>レシートがカードを待っています。先にカードを読み取るか、Escでレシートを外してください。</translation>
    </message>
    <message>
        <source>This is not the code of one of our slips. Scan it again.</source>
        <translation>当店の伝票のコードではありません。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The sale {terminal}-{seq} cannot be named in a code on its slip.</source>
        <translation>販売{terminal}-{seq}は伝票のコードに入れられません。</translation>
    </message>
    <message>
        <source>Somebody has looked at this receipt before, and declined it.</source>
        <translation>以前に確認され、却下されたレシートです。</translation>
    </message>
    <message>
        <source>The till that signed this receipt is not enrolled here: {device}</source>
        <translation>このレシートに署名したレジは登録されていません: {device}</translation>
    </message>
    <message>
        <source>Not everything on this receipt holds: {check}. Look at the paper.</source>
        <translation>レシートに合わないところがあります: {check}。紙を確かめてください。</translation>
    </message>
    <message>
        <source>There is nothing on this receipt to credit.</source>
        <translation>このレシートには付与するものがありません。</translation>
    </message>
    <message>
        <source>Finish this sale with Enter, or leave it with Esc. Then scan the receipt again.</source>
        <translation>Enterでこの販売を終えるかEscで閉じてから、レシートをもう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The receipt is of a time that has not come yet. Check the clock of this till.</source>
        <translation>レシートの時刻がまだ来ていません。このレジの時計を確かめてください。</translation>
    </message>
    <message>
        <source>This sale was booked to a card when it was made. Its points are there already.</source>
        <translation>この販売はその場でカードに付きました。ポイントはもう入っています。</translation>
    </message>
    <message>
        <source>The shop of this receipt is not enrolled here: {issuer}</source>
        <translation>このレシートの店は登録されていません: {issuer}</translation>
    </message>
    <message>
        <source>The code of this receipt does not say whose it is. Look at the paper.</source>
        <translation>コードからはどの店のレシートか分かりません。紙を確かめてください。</translation>
    </message>
    <message>
        <source>The key of this till for slips cannot be read ({file}). Slips carry no code until it can.</source>
        <translation>このレジの伝票用の鍵が読めません（{file}）。それまで伝票にコードは付きません。</translation>
    </message>
    <message>
        <source>The key of this till for slips cannot be kept ({file}). Slips carry no code until it can.</source>
        <translation>このレジの伝票用の鍵を保存できません（{file}）。それまで伝票にコードは付きません。</translation>
    </message>
    <message>
        <source>This member has brought as many receipts as count {per}.</source>
        <translation>この会員は{per}認められる枚数のレシートをすべて出しています。</translation>
    </message>
    <message>
        <source>This looks like a receipt that counts already (entry {number}). Compare them.</source>
        <translation>すでに認められたレシート（記録{number}）に似ています。見比べてください。</translation>
    </message>
    <message>
        <source>The code of this receipt holds no total. Type it as it is printed.</source>
        <translation>このレシートのコードには合計がありません。印字された合計を入力してください。</translation>
    </message>
    <message>
        <source>This receipt waits no longer: somebody else has decided.</source>
        <translation>このレシートはもう待っていません。別の人が決めました。</translation>
    </message>
    <message>
        <source>The number of this receipt ({counter}) does not fit its time, as others of its till show.</source>
        <translation>このレシートの番号（{counter}）は、同じレジの他のレシートから見て時刻に合いません。</translation>
    </message>
    <message>
        <source>A receipt without a code: a person must look at it.</source>
        <translation>コードのないレシートです。人が確認する必要があります。</translation>
    </message>
    <message>
        <source>The receipt is put aside for a supervisor. Its points come after that.</source>
        <translation>責任者の確認のため保留しました。ポイントはその後に付きます。</translation>
    </message>
    <message>
        <source>The goods of this receipt came back. Nothing is left to credit.</source>
        <translation>このレシートの商品は返品されました。付与するものは残っていません。</translation>
    </message>
    <message>
        <source>Less than {minutes} minutes from a receipt of this shop that counts (entry {number}).</source>
        <translation>認められたこの店のレシート（記録{number}）から{minutes}分も離れていません。</translation>
    </message>
    <message>
        <source>A second receipt of this till is scanned.</source>
        <translation>このレジの2枚目のレシートを読み取りました。</translation>
    </message>
    <message>
        <source>A till that is not known here signed this slip. Try again after the next exchange.</source>
        <translation>ここで知られていないレジが署名した伝票です。次のデータ交換の後でもう一度お試しください。</translation>
    </message>
    <message>
        <source>{most} receipts lie here. Scan their card first.</source>
        <translation>レシートはもう{most}枚あります。先にカードを読み取ってください。</translation>
    </message>
    <message>
        <source>This receipt is too old to count by itself.</source>
        <translation>古すぎて、そのままでは認められないレシートです。</translation>
    </message>
    <message>
        <source>Receipts count by themselves from {minimum_minor} on.</source>
        <translation>そのまま認められるのは{minimum_minor}以上のレシートです。</translation>
    </message>
    <message>
        <source>Type the total of the receipt as it is printed.</source>
        <translation>レシートに印字された合計を入力してください。</translation>
    </message>
    <message>
        <source>The code says {total_minor}, not what was typed. Look at the paper.</source>
        <translation>コードの合計は{total_minor}で、入力と違います。紙を確かめてください。</translation>
    </message>
    <message>
        <source>This receipt lies here already.</source>
        <translation>このレシートはもうここにあります。</translation>
    </message>
    <message>
        <source>This receipt waits for somebody&apos;s decision already.</source>
        <translation>このレシートはすでに判断を待っています。</translation>
    </message>
    <message>
        <source>To be looked at: {why}</source>
        <translation>要確認: {why}</translation>
    </message>
    <message>
        <source>The code does not say whose receipt it is. Choose the shop by its number.</source>
        <translation>コードからは店が分かりません。番号で店を選んでください。</translation>
    </message>
    <message>
        <source>This receipt was credited and taken back. It does not count again.</source>
        <translation>このレシートは付与の後に取り消されました。再び有効にはなりません。</translation>
    </message>
    <message>
        <source>“{text}” is no receipt&apos;s number with its four signs, such as 1-812 7K3Q.</source>
        <translation>「{text}」は 1-812 7K3Q のような4文字付きのレシート番号ではありません。</translation>
    </message>
    <message>
        <source>Too many wrong signs were typed. Wait {minutes} min, or scan the slip.</source>
        <translation>間違いが多すぎます。{minutes}分待つか、伝票を読み取ってください。</translation>
    </message>
    <message>
        <source>The four signs do not belong to this number. Look again; tries before a wait: {left}.</source>
        <translation>4文字がこの番号と合いません。もう一度確かめてください。待ち時間までの残り回数: {left}。</translation>
    </message>
    <message>
        <source>No key fits both receipts. Take two different receipts of the same till.</source>
        <translation>両方に合う鍵がありません。同じレジの異なるレシートを2枚使ってください。</translation>
    </message>
    <message>
        <source>Type what the shop is called.</source>
        <translation>店の名前を入力してください。</translation>
    </message>
    <message>
        <source>The signature on this receipt does not hold. It enrols nobody.</source>
        <translation>このレシートの署名は正しくないため、登録できません。</translation>
    </message>
    <message>
        <source>The key of this till is learned from two of its receipts. Scan another one, then Enter.</source>
        <translation>このレジの鍵は2枚のレシートから求めます。もう1枚読み取ってEnterを押してください。</translation>
    </message>
    <message>
        <source>This code could be of several kinds of receipt. Nothing is credited for it.</source>
        <translation>複数の種類のレシートと取れるコードです。付与しません。</translation>
    </message>
    <message>
        <source>Nothing was paid on this receipt, so there is nothing to credit.</source>
        <translation>支払いのないレシートなので、付与するものがありません。</translation>
    </message>
    <message>
        <source>This receipt was changed or misread: {check}. Scan it again, or call a manager.</source>
        <translation>変えられたか読み違えたレシートです: {check}。もう一度読み取るか、店長を呼んでください。</translation>
    </message>
    <message>
        <source>There is nothing in this code. Scan again.</source>
        <translation>コードの中身がありません。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>The key of the till that signed this receipt is not known here.</source>
        <translation>このレシートに署名したレジの鍵が分かりません。</translation>
    </message>
    <message>
        <source>This is a payment on account, not a sale. It earns no points.</source>
        <translation>販売ではなく前払いです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This is a copy. Ask for the receipt itself.</source>
        <translation>これは写しです。レシートの原本をお願いしてください。</translation>
    </message>
    <message>
        <source>This receipt is for money paid out. It earns no points.</source>
        <translation>支払いを出したレシートです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This is an offer or a delivery note. Ask for the receipt itself.</source>
        <translation>見積書か納品書です。レシートをお願いしてください。</translation>
    </message>
    <message>
        <source>Here the shop bought from somebody. It earns no points.</source>
        <translation>店が買い取った記録です。ポイントは付きません。</translation>
    </message>
    <message>
        <source>Here the shop gave goods back. It earns no points.</source>
        <translation>店が商品を返した記録です。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This receipt is of a return. It earns no points.</source>
        <translation>返品のレシートです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This receipt was made for practice. It earns no points.</source>
        <translation>練習用のレシートです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This receipt was cancelled. It earns no points.</source>
        <translation>取り消されたレシートです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This receipt is of nothing, made to test the till. It earns no points.</source>
        <translation>レジ点検用のゼロのレシートです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>The code of this receipt is damaged or cut off. Scan it again.</source>
        <translation>レシートのコードが傷んでいるか途中で切れています。もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>This is the other half, the list of goods. Scan the code on the left.</source>
        <translation>商品一覧が入ったもう片方のコードです。左のコードを読み取ってください。</translation>
    </message>
    <message>
        <source>This receipt comes from a system for trials. It earns no points.</source>
        <translation>試験用システムのレシートです。ポイントは付きません。</translation>
    </message>
    <message>
        <source>This code is too long to be a receipt&apos;s. Scan the receipt&apos;s own code.</source>
        <translation>レシートのコードにしては長すぎます。レシートのコードを読み取ってください。</translation>
    </message>
    <message>
        <source>This is no receipt that is known here. Scan another code of it.</source>
        <translation>ここで知られているレシートではありません。別のコードを読み取ってください。</translation>
    </message>
    <message>
        <source>This receipt: {shop}</source>
        <translation>このレシート: {shop}</translation>
    </message>
    <message>
        <source>Entry {entry}: {shop}</source>
        <translation>記録{entry}: {shop}</translation>
    </message>
    <message>
        <source>Printed: {on}</source>
        <translation>印字: {on}</translation>
    </message>
    <message>
        <source>Printed: {at}</source>
        <translation>印字: {at}</translation>
    </message>
    <message>
        <source>Total: {total_minor}</source>
        <translation>合計: {total_minor}</translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation>番号: {number}</translation>
    </message>
    <message>
        <source>declined before</source>
        <translation>以前に却下</translation>
    </message>
    <message>
        <source>till not enrolled</source>
        <translation>レジが未登録</translation>
    </message>
    <message>
        <source>not everything on it holds</source>
        <translation>合わないところあり</translation>
    </message>
    <message>
        <source>shop not enrolled</source>
        <translation>店が未登録</translation>
    </message>
    <message>
        <source>more receipts than count</source>
        <translation>認められる枚数を超過</translation>
    </message>
    <message>
        <source>looks like another one</source>
        <translation>別のレシートに似ている</translation>
    </message>
    <message>
        <source>its number does not fit its time</source>
        <translation>番号が時刻に合わない</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>コードなし</translation>
    </message>
    <message>
        <source>the same visit as another one</source>
        <translation>別のレシートと同じ来店</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>古すぎる</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>金額が小さすぎる</translation>
    </message>
    <message>
        <source>waits already</source>
        <translation>すでに待機中</translation>
    </message>
    <message>
        <source>in a day</source>
        <translation>1日に</translation>
    </message>
    <message>
        <source>in a week</source>
        <translation>1週間に</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>1か月に</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>1年に</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>通算で</translation>
    </message>
    <message>
        <source>its shop&apos;s tax number cannot be one</source>
        <translation>店の税番号がありえない番号</translation>
    </message>
    <message>
        <source>its check sum does not fit what it says</source>
        <translation>検査値が内容と合わない</translation>
    </message>
    <message>
        <source>its signature does not fit what it says</source>
        <translation>署名が内容と合わない</translation>
    </message>
    <message>
        <source>its sums do not add up</source>
        <translation>合計の計算が合わない</translation>
    </message>
    <message>
        <source>its tax does not fit its price</source>
        <translation>税額が価格と合わない</translation>
    </message>
    <message>
        <source>its number cannot be one</source>
        <translation>番号がありえない番号</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>一部が欠けている</translation>
    </message>
    <message>
        <source>the key of its till was not good then</source>
        <translation>レジの鍵がその時点で無効</translation>
    </message>
    <message>
        <source>it is of another kind of document</source>
        <translation>別の種類の書類</translation>
    </message>
    <message>
        <source>its date is not sure</source>
        <translation>日付が確かでない</translation>
    </message>
    <message>
        <source>its till could not sign</source>
        <translation>レジが署名できなかった</translation>
    </message>
    <message>
        <source>This receipt is in other money ({currency}) and brings no points here.</source>
        <translation>別の通貨（{currency}）のレシートのため、ここではポイントが付きません。</translation>
    </message>
    <message>
        <source>A card was used for this purchase. Its points are on that card.</source>
        <translation>このお買い上げではカードが使われています。ポイントはそのカードに付いています。</translation>
    </message>
    <message>
        <source>Type the number and the four signs below the code, such as 1-812 7K3Q.</source>
        <translation>コードの下の番号と4文字を入力してください。例：1-812 7K3Q</translation>
    </message>
    <message>
        <source>Number and signs do not belong together. Look again. Tries left: {left}.</source>
        <translation>番号と文字が一致しません。もう一度ご確認ください。残り{left}回。</translation>
    </message>
    <message>
        <source>Too many wrong numbers. Wait {minutes} minutes, or ask at the counter.</source>
        <translation>番号の間違いが続きました。{minutes}分お待ちになるか、カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This receipt is on the list already.</source>
        <translation>このレシートはすでに一覧にあります。</translation>
    </message>
    <message>
        <source>These are {most} receipts. Touch Finish, then bring the others.</source>
        <translation>レシートが{most}枚になりました。「終わる」を押してから残りをかざしてください。</translation>
    </message>
    <message>
        <source>No card came, so the receipt was not kept. Scan it again, and your card.</source>
        <translation>カードがかざされなかったため、レシートは保存されませんでした。レシートとカードをもう一度かざしてください。</translation>
    </message>
    <message>
        <source>These digits do not fit this card. Tries left: {left}.</source>
        <translation>この数字はカードと一致しません。残り{left}回。</translation>
    </message>
    <message>
        <source>Wrong three times. Points can be seen here again in {minutes} minutes, or at the counter.</source>
        <translation>3回間違えました。ポイントは{minutes}分後にここで、またはカウンターでご覧いただけます。</translation>
    </message>
    <message>
        <source>We know neither a phone number nor a birthday of yours. Please ask at the counter.</source>
        <translation>電話番号もお誕生日も登録されていません。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>Your points are being used at the counter just now.</source>
        <translation>ただいまカウンターでポイントが使われています。</translation>
    </message>
    <message>
        <source>This reward can be had from {from} on.</source>
        <translation>この特典は{from}から交換できます。</translation>
    </message>
    <message>
        <source>This reward is gone.</source>
        <translation>この特典はなくなりました。</translation>
    </message>
    <message>
        <source>This reward is for {tier}.</source>
        <translation>この特典は{tier}の方用です。</translation>
    </message>
    <message>
        <source>Welcome! You collect points from now on.</source>
        <translation>ようこそ！これからポイントがたまります。</translation>
    </message>
    <message>
        <source>Type your phone number, or take a card at the counter and scan it.</source>
        <translation>電話番号を入力するか、カウンターでカードを受け取ってかざしてください。</translation>
    </message>
    <message>
        <source>Nobody more can enrol here just now. Please ask at the counter.</source>
        <translation>ただいま、こちらでの新規登録を一時停止しています。レジでお尋ねください。</translation>
    </message>
    <message>
        <source>This number is enrolled already. Scan your card, or ask at the counter.</source>
        <translation>この番号はすでに登録されています。カードをかざすか、カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>This is no phone number. Look at its digits again.</source>
        <translation>電話番号ではありません。数字をもう一度ご確認ください。</translation>
    </message>
    <message>
        <source>There is no picture of the camera. Type what is printed, or press F11 again.</source>
        <translation>カメラの写真がありません。印字を入力するか、もう一度F11を押してください。</translation>
    </message>
    <message>
        <source>A receipt of the other till waits. Scan the card its points go to.</source>
        <translation>別のレジのレシートが待っています。ポイントを付けるカードをスキャンしてください。</translation>
    </message>
    <message>
        <source>The sale at the other till is credited ({total_minor}); its receipt says so.</source>
        <translation>別のレジの販売分を加算しました（{total_minor}）。レシートに記載されています。</translation>
    </message>
    <message>
        <source>This printout of the other till is no sale. There is nothing to credit.</source>
        <translation>別のレジのこの印刷は販売ではありません。加算するものがありません。</translation>
    </message>
    <message>
        <source>The printer of the other till did not finish this receipt. Print it again.</source>
        <translation>別のレジのプリンターがこのレシートを最後まで印刷していません。もう一度印刷してください。</translation>
    </message>
    <message>
        <source>This receipt of the other till was credited before, as {sale}.</source>
        <translation>別のレジのこのレシートは{sale}として加算済みです。</translation>
    </message>
    <message>
        <source>“{moment}” is no day and no time. Type 2026-01-31, and 17:30.</source>
        <translation>「{moment}」は日付でも時刻でもありません。2026-01-31、17:30のように入力してください。</translation>
    </message>
    <message>
        <source>This till has no reader for printed text. Type what is printed.</source>
        <translation>このレジには文字を読む機能がありません。印字を入力してください。</translation>
    </message>
    <message>
        <source>The reader of printed text stopped. Take the picture again, or type it.</source>
        <translation>文字の読み取りが止まりました。撮り直すか、入力してください。</translation>
    </message>
    <message>
        <source>The picture took more than {megabytes} MB to read. Hold the receipt closer, or type it.</source>
        <translation>読み取りに{megabytes}MBを超えるメモリが必要でした。レシートを近づけるか、入力してください。</translation>
    </message>
    <message>
        <source>No text can be read. Lay the receipt flat and let it fill the picture: F11.</source>
        <translation>文字が読めません。レシートを平らに置き、画面いっぱいに写してF11を押してください。</translation>
    </message>
    <message>
        <source>Not read within {seconds} s. Take the picture again with F11, or type it.</source>
        <translation>{seconds}秒以内に読めませんでした。F11で撮り直すか、入力してください。</translation>
    </message>
    <message>
        <source>Its sums do not prove what was read. Compare every field with the paper.</source>
        <translation>計算では確かめられませんでした。すべての欄を紙と見比べてください。</translation>
    </message>
    <message>
        <source>Type the day that is printed.</source>
        <translation>印字された日付を入力してください。</translation>
    </message>
    <message>
        <source>The picture is still being read. It takes a few seconds.</source>
        <translation>まだ読み取り中です。数秒かかります。</translation>
    </message>
    <message>
        <source>Its own sums prove the total, and it names one day only.</source>
        <translation>計算が合計と一致し、日付も一つだけです。</translation>
    </message>
    <message>
        <source>Choose the shop by its number, or type its name. A new one can be enrolled.</source>
        <translation>店を番号で選ぶか、名前を入力してください。新しい店は登録できます。</translation>
    </message>
    <message>
        <source>The picture is blurred. Lay the receipt flat, hold still, take it again with F11.</source>
        <translation>写真がぼけています。レシートを平らにし、動かさずにF11で撮り直してください。</translation>
    </message>
    <message>
        <source>The picture is too dark. Switch on a light and take it again with F11.</source>
        <translation>写真が暗すぎます。明かりをつけてF11で撮り直してください。</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now.</source>
        <translation>今ここで使えるのは{total}ポイントのうち{points}ポイントです。</translation>
    </message>
    <message>
        <source>Points cannot be used here now. {why}</source>
        <translation>今ここではポイントを使えません。{why}</translation>
    </message>
    <message>
        <source>The books were restored from a backup. They can be used again once this terminal has reached head office.</source>
        <translation>帳簿をバックアップから復元しました。本部につながると再び使えます。</translation>
    </message>
    <message>
        <source>This terminal was not connected for too long. Check the network; selling and earning go on.</source>
        <translation>この端末は長く接続されていません。ネットワークを確認してください。販売と付与は続けられます。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set back. Set the right time, then scan again.</source>
        <translation>この機器の時計が戻されました。正しい時刻に合わせて、もう一度スキャンしてください。</translation>
    </message>
    <message>
        <source>Another machine works with a copy of these books. Call head office.</source>
        <translation>別の機器がこの帳簿の複製で動いています。本部に連絡してください。</translation>
    </message>
    <message>
        <source>Head office has taken this terminal out of use. Call head office.</source>
        <translation>本部がこの端末の使用を停止しました。本部に連絡してください。</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now. The rest is held by other shops until this terminal is back online.</source>
        <translation>今ここで使えるのは{total}ポイントのうち{points}ポイントです。残りはこの端末が再接続されるまで他の店にあります。</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now. The rest is at a shop that does not answer just now.</source>
        <translation>今ここで使えるのは{total}ポイントのうち{points}ポイントです。残りがある店が今応答していません。</translation>
    </message>
    <message>
        <source>A supervisor may allow {points} points all the same; for {risk} of them the shop bears the risk.</source>
        <translation>責任者は{points}ポイントを許可できます。うち{risk}ポイントは店の負担です。</translation>
    </message>
    <message>
        <source>No more than {most} points can be allowed now. Use fewer, or go on without points.</source>
        <translation>今許可できるのは{most}ポイントまでです。減らすか、ポイントなしで進めてください。</translation>
    </message>
    <message>
        <source>Head office can be reached again. Take the reward once more, without risk.</source>
        <translation>本部に再びつながりました。特典をもう一度選べば、負担なしで使えます。</translation>
    </message>
    <message>
        <source>Another shop has it just now</source>
        <translation>今は別の店舗にあります</translation>
    </message>
    <message>
        <source>This terminal has no head office yet.</source>
        <translation>この端末にはまだ本部がありません。</translation>
    </message>
    <message>
        <source>Another machine works with a copy of these books. Selling goes on; call head office.</source>
        <translation>別の機器がこの帳簿の複製で動いています。販売は続けられます。本部に連絡してください。</translation>
    </message>
    <message>
        <source>Head office has taken this terminal out of use. Selling goes on; call head office.</source>
        <translation>本部がこの端末の使用を停止しました。販売は続けられます。本部に連絡してください。</translation>
    </message>
    <message>
        <source>This program is too old or too new for head office. Update it; until then everything is kept here.</source>
        <translation>プログラムの版が本部と合いません。更新してください。それまではすべてここに保管されます。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong. Set the right time; then it connects.</source>
        <translation>この機器の時計が違っています。正しい時刻に合わせると接続します。</translation>
    </message>
    <message>
        <source>Connected with head office.</source>
        <translation>本部に接続しています。</translation>
    </message>
    <message>
        <source>Not connected. Selling goes on; everything is sent later. F10 tells more.</source>
        <translation>接続されていません。販売は続けられ、後ですべて送信します。詳しくはF10。</translation>
    </message>
    <message>
        <source>Connected within the shop, not with head office. Selling goes on; everything is sent later. F10 tells more.</source>
        <translation>店内では接続されていますが、本部とは接続されていません。販売は続けられ、後ですべて送信します。詳しくはF10。</translation>
    </message>
    <message>
        <source>Done: this is terminal {terminal} of {name}, {merchant}. All that is in its books is being sent.</source>
        <translation>完了：{merchant} {name}の端末{terminal}です。帳簿の内容をすべて送信しています。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>まだ接続されていません</translation>
    </message>
    <message>
        <source>Not connected since {since}</source>
        <translation>{since}から接続されていません</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>The tills of this shop reach each other: what they have can be used here.</source>
        <translation>この店のレジ同士はつながっています。それらが持つ分はここで使えます。</translation>
    </message>
    <message>
        <source>Another window of this till talks to head office (process {pid}).</source>
        <translation>このレジの別のウィンドウが本部と通信しています(プロセス {pid})。</translation>
    </message>
    <message>
        <source>Head office: {name}, {url}</source>
        <translation>本部：{name}、{url}</translation>
    </message>
    <message>
        <source>Last contact: {at}</source>
        <translation>最後の通信：{at}</translation>
    </message>
    <message>
        <source>Not sent yet: {count}, the oldest of {oldest}</source>
        <translation>未送信：{count}件、最も古いもの {oldest}</translation>
    </message>
    <message>
        <source>Sales only on this terminal: {count}</source>
        <translation>この端末にしかない販売：{count}件</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>すべて送信済みです</translation>
    </message>
    <message>
        <source>Changes of members not sent yet: {count}</source>
        <translation>未送信の会員変更：{count}件</translation>
    </message>
    <message>
        <source>Head office has another terminal {number}, and this till has sold already. Ask for a code for that terminal if it is this one, or begin with a new data folder.</source>
        <translation>本部には別の端末 {number} があり、この端末ではすでに販売しています。その端末がこれであれば、その端末用のコードをもらってください。そうでなければ新しいデータフォルダーで始めてください。</translation>
    </message>
    <message>
        <source>Head office has another certificate. Its caretaker types here: regulars sync trust</source>
        <translation>本部の証明書が変わっています。管理担当者がここで入力してください: regulars sync trust</translation>
    </message>
    <message>
        <source>The key of this terminal cannot be read ({file}). Ask head office for a new code.</source>
        <translation>この端末の鍵を読めません（{file}）。本部に新しいコードを求めてください。</translation>
    </message>
    <message>
        <source>The key of this terminal cannot be written to {file}. Check the disk and its rights.</source>
        <translation>この端末の鍵を{file}に書けません。ディスクと権限を確認してください。</translation>
    </message>
    <message>
        <source>For somebody to look at: {count}</source>
        <translation>確認が必要：{count}件</translation>
    </message>
    <message>
        <source>Sending now. The strip shows how it goes.</source>
        <translation>送信しています。状況は上の状態表示に出ます。</translation>
    </message>
    <message>
        <source>Entry {number}, noticed {at}</source>
        <translation>記録 {number}、{at} 検出</translation>
    </message>
    <message>
        <source>It stays in these books, and head office keeps it too. Nothing is lost.</source>
        <translation>この帳簿に残り、本部も保管します。失われるものはありません。</translation>
    </message>
    <message>
        <source>The same was already done at another terminal, so it counts once.</source>
        <translation>同じことが別の端末で行われていたため、一度だけ数えます。</translation>
    </message>
    <message>
        <source>Head office does not know this kind of entry yet. It has to be updated.</source>
        <translation>本部はこの種類の記録をまだ知りません。本部の更新が必要です。</translation>
    </message>
    <message>
        <source>Head office could not read it. Ask whoever looks after this till.</source>
        <translation>本部が読み取れませんでした。この端末の担当者に確認してください。</translation>
    </message>
    <message>
        <source>Head office did not count it. Ask there which one holds.</source>
        <translation>本部はこれを数えていません。どちらが有効か本部に確認してください。</translation>
    </message>
    <message>
        <source>Not sent yet: {count}. They are safe here and go out by themselves.</source>
        <translation>未送信：{count}件。ここに安全に保管され、自動で送信されます。</translation>
    </message>
    <message>
        <source>Not sent yet: {count}. They are safe here and go out at the next start. Close once more to leave.</source>
        <translation>未送信：{count}件。ここに安全に保管され、次の起動時に送信されます。終了するにはもう一度閉じてください。</translation>
    </message>
    <message>
        <source>Scan the code that head office shows for this terminal, or type it in.</source>
        <translation>本部がこの端末用に表示するコードをスキャンするか、入力してください。</translation>
    </message>
    <message>
        <source>Head office at {url}</source>
        <translation>{url} の本部</translation>
    </message>
    <message>
        <source>Enter joins it, and sends all members and sales of this till there.</source>
        <translation>Enterで参加し、この端末の会員と販売をすべて送信します。</translation>
    </message>
    <message>
        <source>Head office is being asked …</source>
        <translation>本部に問い合わせ中 …</translation>
    </message>
    <message>
        <source>This window cannot join a head office. Use the command regulars sync enrol.</source>
        <translation>この画面からは本部に参加できません。regulars sync enrol コマンドを使ってください。</translation>
    </message>
    <message>
        <source>This is no code of a head office. Ask there for a code for this terminal.</source>
        <translation>本部のコードではありません。この端末用のコードを本部に求めてください。</translation>
    </message>
    <message>
        <source>Head office does not know this code any more: it holds for a quarter of an hour, once. Ask for a new one.</source>
        <translation>本部はこのコードをもう認識しません。コードは15分間、一度だけ有効です。新しいコードを求めてください。</translation>
    </message>
    <message>
        <source>Head office calls this terminal {number}, but its books are those of terminal {own}. Ask for a code for terminal {own}.</source>
        <translation>本部ではこの端末は{number}番ですが、帳簿は{own}番のものです。{own}番用のコードを求めてください。</translation>
    </message>
    <message>
        <source>This terminal belongs to another head office. It has to leave that one first.</source>
        <translation>この端末は別の本部に属しています。先にそこを離れる必要があります。</translation>
    </message>
    <message>
        <source>Head office and this terminal are too far apart in age. Update the older one.</source>
        <translation>本部とこの端末の版が離れすぎています。古い方を更新してください。</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then try again.</source>
        <translation>試行が多すぎます。1分待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>“{url}” is no address of a head office. Write it as https://name:port.</source>
        <translation>「{url}」は本部のアドレスではありません。https://名前:ポート の形で書いてください。</translation>
    </message>
    <message>
        <source>Head office does not answer. Check the network, then try again.</source>
        <translation>本部が応答しません。ネットワークを確認してもう一度試してください。</translation>
    </message>
    <message>
        <source>Head office said no ({why}). Ask whoever looks after it.</source>
        <translation>本部が拒否しました（{why}）。本部の担当者に確認してください。</translation>
    </message>
    <message>
        <source>What answers there is no head office we understand. Check the address.</source>
        <translation>応答した相手は本部として理解できません。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>Somebody else answers there than the code names. Ask head office for a new code.</source>
        <translation>コードが示す相手とは別のものが応答しました。本部に新しいコードを求めてください。</translation>
    </message>
    <message>
        <source>The key of this terminal is gone. Ask head office for a new code.</source>
        <translation>この端末の鍵がありません。本部に新しいコードを求めてください。</translation>
    </message>
    <message>
        <source>What this till knows of head office cannot be read. Ask there for a new code.</source>
        <translation>この端末にある本部の情報を読めません。本部に新しいコードを求めてください。</translation>
    </message>
    <message>
        <source>An answer was not signed by head office; nothing was taken from it. Check the address.</source>
        <translation>本部の署名がない応答のため、何も取り込みませんでした。アドレスを確認してください。</translation>
    </message>
    <message>
        <source>Head office and these books went apart too often. Call head office.</source>
        <translation>本部とこの帳簿の食い違いが多すぎます。本部に連絡してください。</translation>
    </message>
    <message>
        <source>Head office began anew just now; it is asked again.</source>
        <translation>本部が再起動したため、もう一度問い合わせます。</translation>
    </message>
    <message>
        <source>Head office cannot read what this till sends; it is kept here. Update both programs.</source>
        <translation>本部がこの端末から届いた内容を読めません。記録はここに残っています。両方のプログラムを更新してください。</translation>
    </message>
    <message>
        <source>Head office does not know this terminal. Ask there for a new code.</source>
        <translation>本部はこの端末を知りません。新しいコードを求めてください。</translation>
    </message>
    <message>
        <source>Points cannot be used here just now. Please ask at the counter.</source>
        <translation>今ここではポイントを使えません。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>{points} of your {total} points can be used here right now. Please ask at the counter.</source>
        <translation>今ここで使えるのは{total}ポイントのうち{points}ポイントです。カウンターでお尋ねください。</translation>
    </message>
    <message>
        <source>Blocked: {reason}</source>
        <translation>停止中: {reason}</translation>
    </message>
    <message>
        <source>Consents given: {count} of {all}</source>
        <translation>同意: {all}件中{count}件</translation>
    </message>
    <message>
        <source>Cards: {count}</source>
        <translation>カード: {count}枚</translation>
    </message>
    <message>
        <source>Name, phone, cards, answers and all that was told go, everywhere. What is left is a number, its points and the sums.</source>
        <translation>氏名、電話、カード、回答など、伝えられたすべてがあらゆる場所から消えます。残るのは番号とそのポイント、合計だけです。</translation>
    </message>
    <message>
        <source>Enter once more erases this person for good.</source>
        <translation>もう一度 Enter を押すと、この人を完全に消去します。</translation>
    </message>
    <message>
        <source>Rows in the list: {count}</source>
        <translation>一覧の行数: {count}</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to keep.</source>
        <translation>一覧が空なので、保存するものがありません。</translation>
    </message>
    <message>
        <source>The list is in {path}</source>
        <translation>一覧の保存先: {path}</translation>
    </message>
    <message>
        <source>Blocked. No card of theirs counts now.</source>
        <translation>停止しました。この会員のカードはどれも使えません。</translation>
    </message>
    <message>
        <source>Free again: earns and redeems as before.</source>
        <translation>解除しました。以前のように貯めて使えます。</translation>
    </message>
    <message>
        <source>All that is kept is in {path}</source>
        <translation>保管データの保存先: {path}</translation>
    </message>
    <message>
        <source>Erased. Points that stay under the number: {points}. Older copies: {files}.</source>
        <translation>消去しました。番号に残るポイント: {points}。以前のコピー: {files}件。</translation>
    </message>
    <message>
        <source>Erased, but another window still holds the books open. Close it, and restart this one.</source>
        <translation>消去しましたが、別のウィンドウがまだ帳簿を開いています。それを閉じ、こちらを再起動してください。</translation>
    </message>
    <message>
        <source>Promises that are overdue: {count}</source>
        <translation>期限を過ぎた約束: {count}件</translation>
    </message>
    <message>
        <source>Open complaints: {count}</source>
        <translation>対応中の苦情: {count}件</translation>
    </message>
    <message>
        <source>Entries head office did not count: {count}. F10 at the counter shows them.</source>
        <translation>本部が計上しなかった記録: {count}件。レジの F10 で確認できます。</translation>
    </message>
    <message>
        <source>Receipts to be decided: {count}</source>
        <translation>判断待ちのレシート: {count}件</translation>
    </message>
    <message>
        <source>Activities to be decided: {count}</source>
        <translation>判断待ちの活動: {count}件</translation>
    </message>
    <message>
        <source>Messages that could not go: {count}</source>
        <translation>送れなかったメッセージ: {count}件</translation>
    </message>
    <message>
        <source>{reward}: {count} of {stock} are left</source>
        <translation>{reward}: {stock}個中 残り{count}個</translation>
    </message>
    <message>
        <source>The newest copy of the books is {count} days old. Closing a shift makes one.</source>
        <translation>帳簿の最新コピーは{count}日前のものです。シフトを締めると作られます。</translation>
    </message>
    <message>
        <source>There is no copy of the books yet. Closing a shift makes one.</source>
        <translation>帳簿のコピーがまだありません。シフトを締めると作られます。</translation>
    </message>
    <message>
        <source>Enrolled four weeks ago and never bought: {count}</source>
        <translation>入会から4週間たっても購入のない会員: {count}人</translation>
    </message>
    <message>
        <source>Phones that stand with several members: {count}</source>
        <translation>複数の会員に登録された電話番号: {count}件</translation>
    </message>
    <message>
        <source>Returns without a slip in four weeks: {count}, {amount_minor}</source>
        <translation>4週間のレシートなし返品: {count}件、{amount_minor}</translation>
    </message>
    <message>
        <source>A badge approves here when somebody is asked.</source>
        <translation>承認を求められたときに、バッジで承認できます。</translation>
    </message>
    <message>
        <source>This code is no member&apos;s. Goods and receipts are scanned at the counter.</source>
        <translation>会員のコードではありません。商品とレシートはレジで読み取ってください。</translation>
    </message>
</context>
<context>
    <name>ServedPane</name>
    <message>
        <source>Total %1</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>Hello, %1!</source>
        <translation>%1さん、こんにちは！</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>こんにちは！</translation>
    </message>
    <message>
        <source>You have %1.</source>
        <translation>%1お持ちです。</translation>
    </message>
    <message>
        <source>Do you have a card?</source>
        <translation>カードをお持ちですか？</translation>
    </message>
    <message>
        <source>Show it now and collect points.</source>
        <translation>今ご提示いただくとポイントが付きます。</translation>
    </message>
    <message>
        <source>This purchase brings %1.</source>
        <translation>今回のお買い上げで%1が付きます。</translation>
    </message>
    <message>
        <source>%1 more to go</source>
        <translation>あと%1</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Settings of this till</source>
        <translation>この端末の設定</translation>
    </message>
    <message>
        <source>none, network:192.0.2.7, file:slips …</source>
        <translation>none, network:192.0.2.7, file:slips …</translation>
    </message>
    <message>
        <source>Set up by a code</source>
        <translation>コードで設定</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>入る</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>終了する</translation>
    </message>
    <message>
        <source>Open a window</source>
        <translation>ウィンドウを開く</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>状態を見る</translation>
    </message>
    <message>
        <source>Join one</source>
        <translation>参加する</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Slip after each sale</source>
        <translation>会計ごとに控え</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>キーボードスキャナー</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>本部</translation>
    </message>
    <message>
        <source>Manager&apos;s room</source>
        <translation>管理者室</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>練習</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>ShiftPane</name>
    <message>
        <source>This shift so far</source>
        <translation>現在のシフト</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>締めたシフト</translation>
    </message>
    <message>
        <source>{name}, since {moment}</source>
        <translation>{name}、{moment}から</translation>
    </message>
    <message>
        <source>{name}, from {moment} to {end}</source>
        <translation>{name}、{moment} ～ {end}</translation>
    </message>
    <message>
        <source>Fingerprint {head}</source>
        <translation>照合値 {head}</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>販売件数</translation>
    </message>
    <message>
        <source>With a card</source>
        <translation>会員の販売</translation>
    </message>
    <message>
        <source>Sales total</source>
        <translation>販売合計</translation>
    </message>
    <message>
        <source>Paid in money</source>
        <translation>支払金額</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返品件数</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>返金額</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>付与ポイント</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>利用ポイント</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>付与取消</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>利用取消</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>取消件数</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>新規会員</translation>
    </message>
</context>
<context>
    <name>SignInPane</name>
    <message>
        <source>Who is at the till?</source>
        <translation>担当者は？</translation>
    </message>
    <message>
        <source>Or scan your badge: no PIN is needed then.</source>
        <translation>社員証を読み取ればPINは要りません。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{count} digits typed</source>
        <translation>{count}桁入力済み</translation>
    </message>
</context>
<context>
    <name>SlipPane</name>
    <message>
        <source>Slip {number}</source>
        <translation>控え {number}</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Take the newest backup</source>
        <translation>最新のバックアップを使う</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>サインインしていません</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time}から</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Amount that earns</source>
        <translation>ポイント対象額</translation>
    </message>
    <message>
        <source>Line {line} does not earn</source>
        <translation>{line}行目はポイント対象外</translation>
    </message>
    <message>
        <source>Redeemed, does not earn</source>
        <translation>利用分は付与対象外</translation>
    </message>
    <message>
        <source>Earns from this amount on</source>
        <translation>この金額から対象</translation>
    </message>
    <message>
        <source>{points} for every {per_minor}</source>
        <translation>{per_minor}ごとに{points}</translation>
    </message>
    <message>
        <source>For this visit</source>
        <translation>来店ポイント</translation>
    </message>
    <message>
        <source>For each item, {count} in all</source>
        <translation>商品ごと、全{count}点</translation>
    </message>
    <message>
        <source>Rounded down to whole points</source>
        <translation>1ポイント未満切り捨て</translation>
    </message>
    <message>
        <source>Rounded to whole points</source>
        <translation>1ポイント未満四捨五入</translation>
    </message>
    <message>
        <source>Rounded up to whole points</source>
        <translation>1ポイント未満切り上げ</translation>
    </message>
    <message>
        <source>{name}, ×{factor}</source>
        <translation>{name}、{factor}倍</translation>
    </message>
    <message>
        <source>Bonus: {name}</source>
        <translation>ボーナス：{name}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>キャンペーン：{name}</translation>
    </message>
    <message>
        <source>Not in this test: {name}</source>
        <translation>今回のテスト対象外：{name}</translation>
    </message>
    <message>
        <source>Most for one basket: {name}</source>
        <translation>1回のお買い物の上限：{name}</translation>
    </message>
    <message>
        <source>Most in one day: {name}</source>
        <translation>1日の上限：{name}</translation>
    </message>
    <message>
        <source>Most in one week: {name}</source>
        <translation>1週間の上限：{name}</translation>
    </message>
    <message>
        <source>Most in one month: {name}</source>
        <translation>1か月の上限：{name}</translation>
    </message>
    <message>
        <source>Most in one year: {name}</source>
        <translation>1年の上限：{name}</translation>
    </message>
    <message>
        <source>Most there ever is: {name}</source>
        <translation>通算の上限：{name}</translation>
    </message>
    <message>
        <source>Budget is used up: {name}</source>
        <translation>予算終了：{name}</translation>
    </message>
    <message>
        <source>Used as often as allowed: {name}</source>
        <translation>利用回数の上限：{name}</translation>
    </message>
    <message>
        <source>Not again yet: {name}</source>
        <translation>まだ再付与できません：{name}</translation>
    </message>
    <message>
        <source>Most points for one basket</source>
        <translation>1回のお買い物の付与上限</translation>
    </message>
    <message>
        <source>Most points in one day</source>
        <translation>1日の付与上限</translation>
    </message>
    <message>
        <source>Most points in one week</source>
        <translation>1週間の付与上限</translation>
    </message>
    <message>
        <source>Most points in one month</source>
        <translation>1か月の付与上限</translation>
    </message>
    <message>
        <source>Most points in one year</source>
        <translation>1年の付与上限</translation>
    </message>
    <message>
        <source>Most points there ever are</source>
        <translation>通算の付与上限</translation>
    </message>
    <message>
        <source>Usable from {on}</source>
        <translation>{on}から利用可能</translation>
    </message>
    <message>
        <source>Rule {code}</source>
        <translation>ルール {code}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there? %1</source>
        <translation>まだいらっしゃいますか？ %1</translation>
    </message>
    <message>
        <source>Then everything here is cleared. Your receipt is not kept without a card.</source>
        <translation>まもなく画面の内容をすべて消します。カードがないとレシートは保存されません。</translation>
    </message>
    <message>
        <source>Then everything here is cleared, for your privacy.</source>
        <translation>プライバシー保護のため、まもなく画面の内容をすべて消します。</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>まだいます</translation>
    </message>
</context>
<context>
    <name>TakePage</name>
    <message>
        <source>%1 for %2?</source>
        <translation>%2で「%1」と交換しますか？</translation>
    </message>
    <message>
        <source>You get a voucher for the counter. This cannot be taken back here.</source>
        <translation>カウンターで使えるクーポンが出ます。ここでは取り消せません。</translation>
    </message>
    <message>
        <source>Yes, print the voucher</source>
        <translation>はい、クーポンを印刷します</translation>
    </message>
    <message>
        <source>No, keep my points</source>
        <translation>いいえ、ポイントを残します</translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message>
        <source>{part} of {all}</source>
        <translation>{all}人中{part}人</translation>
    </message>
    <message>
        <source>No campaign has been measured yet</source>
        <translation>測定済みのキャンペーンなし</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>まだ数えるものがありません</translation>
    </message>
    <message>
        <source>Nobody has had the time yet</source>
        <translation>まだ期間が満ちていません</translation>
    </message>
    <message>
        <source>n = {n}; a value needs {needed}</source>
        <translation>n = {n}（{needed}から表示）</translation>
    </message>
    <message>
        <source>likely {low} to {high}</source>
        <translation>推定 {low}〜{high}</translation>
    </message>
    <message>
        <source>early</source>
        <translation>初期</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>前回: {value}</translation>
    </message>
    <message>
        <source>before: {value}, clearly different</source>
        <translation>前回: {value}、明らかな差</translation>
    </message>
    <message>
        <source>before: {value}, may be chance</source>
        <translation>前回: {value}、偶然かも</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>What needs you today</source>
        <translation>今日やること</translation>
    </message>
    <message>
        <source>Members to write to today</source>
        <translation>今日連絡する会員</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>判断する</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>会員を探す</translation>
    </message>
    <message>
        <source>Tab goes through the figures; here stands what each one means.</source>
        <translation>Tab で数値を移動すると、その意味がここに出ます。</translation>
    </message>
    <message>
        <source>The books are being counted…</source>
        <translation>帳簿を集計しています…</translation>
    </message>
    <message>
        <source>This shop has no members yet.</source>
        <translation>この店にはまだ会員がいません。</translation>
    </message>
    <message>
        <source>1. Go to the counter (F12) and scan a blank card.</source>
        <translation>1. レジ（F12）に戻り、未使用のカードを読み取ります。</translation>
    </message>
    <message>
        <source>2. Press F4: the card collects points from then on.</source>
        <translation>2. F4 を押すと、そのカードにポイントが貯まります。</translation>
    </message>
    <message>
        <source>3. Look again tomorrow: figures come with the purchases.</source>
        <translation>3. 明日また見てください。購入があれば数値が出ます。</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>対応待ちはありません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最終来店</translation>
    </message>
    <message>
        <source>Days away</source>
        <translation>経過日数</translation>
    </message>
    <message>
        <source>Usual basket</source>
        <translation>いつもの購入額</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>名前のない会員</translation>
    </message>
    <message>
        <source>Late for their own habit: {late}; may not be written to: {silenced}.</source>
        <translation>いつもより来店が遅れている会員: {late}人、うち連絡できない会員: {silenced}人。</translation>
    </message>
    <message>
        <source>Nobody who may be written to is late for their habit.</source>
        <translation>連絡できる会員で遅れている人はいません。</translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>販売%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>{sales}, {count} with a card</source>
        <translation>{sales}、うち会員{count}件</translation>
    </message>
    <message>
        <source>No sale yet today</source>
        <translation>今日はまだ販売がありません</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>付与ポイント</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>利用ポイント</translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipt(s) of the other till wait(s) for a card</source>
        <translation>
            <numerusform>別のレジのレシート%Ln枚がカードを待っています</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt and 1, or a touch</source>
        <translation>Altと1、またはタッチ</translation>
    </message>
</context>
<context>
    <name>TrainingFrame</name>
    <message>
        <source>TRAINING: nothing here is kept, printed or sent</source>
        <translation>練習モード：保存・印刷・送信されません</translation>
    </message>
    <message>
        <source>Training. Close this window to end it.</source>
        <translation>練習中です。このウィンドウを閉じると終了します。</translation>
    </message>
</context>
<context>
    <name>TypingPage</name>
    <message>
        <source>Go on</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>省略する</translation>
    </message>
    <message>
        <source>Digits typed</source>
        <translation>入力した数字</translation>
    </message>
    <message>
        <source>Only you may see your points</source>
        <translation>ポイントはご本人だけがご覧になれます</translation>
    </message>
    <message>
        <source>Type the last 4 digits of your phone number, or your birthday as 4 digits: day and month.</source>
        <translation>電話番号の下4桁、またはお誕生日を月日の4桁で入力してください。</translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation>レシートの番号</translation>
    </message>
    <message>
        <source>Number and signs below the code</source>
        <translation>コードの下の番号と文字</translation>
    </message>
    <message>
        <source>They look like this: 1-812 7K3Q</source>
        <translation>例：1-812 7K3Q</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>お電話番号</translation>
    </message>
    <message>
        <source>We find you by it when you have no card with you.</source>
        <translation>カードをお持ちでないとき、この番号でお探しします。</translation>
    </message>
    <message>
        <source>With it your points are safe even if this card gets lost.</source>
        <translation>カードをなくしてもポイントは守られます。</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>お名前</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>何とお呼びすればよいですか？</translation>
    </message>
    <message>
        <source>Your first name is enough. You can also leave it out.</source>
        <translation>下のお名前だけで結構です。省略もできます。</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Lnポイント</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stamp(s)</source>
        <translation>
            <numerusform>スタンプ%Ln個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>来店%Ln回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln voucher(s)</source>
        <translation>
            <numerusform>クーポン%Ln枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipt(s)</source>
        <translation>
            <numerusform>レシート%Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Total not known yet</source>
        <translation>合計はまだ不明</translation>
    </message>
    <message>
        <source>Total {points}, as of {time}</source>
        <translation>合計 {points}（{time} 時点）</translation>
    </message>
</context>
<context>
    <name>VoucherPage</name>
    <message>
        <source>Please take your voucher</source>
        <translation>クーポンをお取りください</translation>
    </message>
    <message>
        <source>Show it at the counter together with your card.</source>
        <translation>カードと一緒にカウンターでご提示ください。</translation>
    </message>
    <message>
        <source>The voucher could not be printed</source>
        <translation>クーポンを印刷できませんでした</translation>
    </message>
    <message>
        <source>Nothing is lost: it is on your card. Just show the card at the counter.</source>
        <translation>なくなってはいません。クーポンはカードに入っています。カウンターでカードをご提示ください。</translation>
    </message>
    <message>
        <source>More rewards</source>
        <translation>他の特典を見る</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Enrol</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>Add name and phone</source>
        <translation>名前と電話番号を追加</translation>
    </message>
    <message>
        <source>It is an amount</source>
        <translation>金額として入力</translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>or type the last digits of a phone number</source>
        <translation>または電話番号の下の桁を入力</translation>
    </message>
    <message>
        <source>The till is opening…</source>
        <translation>端末を開いています…</translation>
    </message>
    <message>
        <source>Scan a card to collect points</source>
        <translation>カードを読み取るとポイントが貯まります</translation>
    </message>
    <message>
        <source>Scan a card</source>
        <translation>カードを読み取ってください</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why sale {number} earned this</source>
        <translation>販売 {number} のポイント内訳</translation>
    </message>
    <message>
        <source>Why this sale earns this</source>
        <translation>この会計のポイント内訳</translation>
    </message>
    <message>
        <source>Nothing has been rung up yet.</source>
        <translation>まだ何も入力されていません。</translation>
    </message>
    <message>
        <source>Points for this sale</source>
        <translation>この会計のポイント</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Regulars counter</source>
        <translation>Regulars レジ</translation>
    </message>
    <message>
        <source>Training: Regulars counter</source>
        <translation>練習：Regulars レジ</translation>
    </message>
</context>
</TS>
