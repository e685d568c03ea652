<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActFoot</name>
    <message>
        <source>Choose by number, or go back with Esc</source>
        <translation>按数字选择，或按 Esc 返回</translation>
    </message>
    <message>
        <source>Keep what is typed here</source>
        <translation>保存填写的内容</translation>
    </message>
    <message>
        <source>Scan a blank card to add it, or choose one by number</source>
        <translation>扫描空白卡可添加，或按数字选卡</translation>
    </message>
    <message>
        <source>Block this card, or let it be used again</source>
        <translation>停用此卡，或恢复使用</translation>
    </message>
    <message>
        <source>Choose a voucher by number to print it again</source>
        <translation>按数字选择优惠券重新打印</translation>
    </message>
    <message>
        <source>Share this account from now on</source>
        <translation>从现在起共用此账户</translation>
    </message>
    <message>
        <source>Leave this household</source>
        <translation>退出此家庭</translation>
    </message>
    <message>
        <source>Make both one member</source>
        <translation>把两个会员合并为一个</translation>
    </message>
    <message>
        <source>Book these points</source>
        <translation>记入这些积分</translation>
    </message>
    <message>
        <source>Choose the stamp card by number</source>
        <translation>按数字选择集点卡</translation>
    </message>
    <message>
        <source>Move these stamps in; the paper card is void</source>
        <translation>转入这些集点，纸卡随即作废</translation>
    </message>
    <message>
        <source>Choose what was done by number</source>
        <translation>按数字选择所做的事</translation>
    </message>
    <message>
        <source>Choose a request by number</source>
        <translation>按数字选择申请</translation>
    </message>
    <message>
        <source>Enter gives the points, F8 declines</source>
        <translation>Enter 发放积分，F8 拒绝</translation>
    </message>
    <message>
        <source>Enter takes the slip&apos;s number, or the newest sale</source>
        <translation>Enter 打开输入的小票号或最近一笔</translation>
    </message>
    <message>
        <source>Void the whole sale</source>
        <translation>作废整笔销售</translation>
    </message>
    <message>
        <source>Take the goods back and pay out</source>
        <translation>收回商品并退款</translation>
    </message>
    <message>
        <source>Take this total</source>
        <translation>采用此总额</translation>
    </message>
    <message>
        <source>Choose the shop by number; Enter: none of these</source>
        <translation>按编号选择商店；Enter：都不是</translation>
    </message>
    <message>
        <source>Enter credits it, F8 puts it aside, Esc leaves it</source>
        <translation>Enter 计入，F8 搁置，Esc 放弃</translation>
    </message>
    <message>
        <source>Count the receipts of this shop from now on</source>
        <translation>今后计入这家店的小票</translation>
    </message>
    <message>
        <source>Enter credits it, F8 declines</source>
        <translation>Enter 计入，F8 拒绝</translation>
    </message>
    <message>
        <source>Compare with the paper; Enter credits it</source>
        <translation>与纸质小票核对；Enter 积分</translation>
    </message>
    <message>
        <source>Choose by number; Enter credits the newest</source>
        <translation>按编号选择；Enter 为最新的一张积分</translation>
    </message>
    <message>
        <source>Choose by number; Enter takes the first</source>
        <translation>按编号选择；回车选第一项</translation>
    </message>
    <message>
        <source>Send what is unsent now</source>
        <translation>立即发送未发送的内容</translation>
    </message>
    <message>
        <source>Somebody has looked at it</source>
        <translation>标记为已查看</translation>
    </message>
    <message>
        <source>Join this head office</source>
        <translation>加入该总部</translation>
    </message>
    <message>
        <source>Neither earn nor redeem from now on</source>
        <translation>从现在起不能积分也不能兑换</translation>
    </message>
    <message>
        <source>Earn and redeem again</source>
        <translation>重新可以积分和兑换</translation>
    </message>
    <message>
        <source>Write all that is kept into a file</source>
        <translation>将保存的全部内容写入文件</translation>
    </message>
    <message>
        <source>Erase this person; sums and a number stay</source>
        <translation>清除此人的资料；合计和编号保留</translation>
    </message>
    <message>
        <source>Write the list into a file</source>
        <translation>将列表写入文件</translation>
    </message>
    <message>
        <source>Go into the manager&apos;s room</source>
        <translation>进入经理室</translation>
    </message>
</context>
<context>
    <name>ActHints</name>
    <message>
        <source>A lost card: choose it, then scan the blank card that takes its place.</source>
        <translation>丢失的卡：先选中，再扫描代替它的空白卡。</translation>
    </message>
    <message>
        <source>Scan a blank card to put it in the place of this one, which is dead then.</source>
        <translation>扫描空白卡即可代替此卡，此卡随即失效。</translation>
    </message>
    <message>
        <source>Scan the card of somebody in the household. The points of this member move there.</source>
        <translation>请扫描家庭中一人的卡。此会员的积分将转入那里。</translation>
    </message>
    <message>
        <source>Whoever leaves begins anew at zero; the points stay with the household.</source>
        <translation>退出者从零开始，积分留在家庭。</translation>
    </message>
    <message>
        <source>Scan the other card. Its points, cards, stamps and vouchers come to this member.</source>
        <translation>请扫描另一张卡。其积分、卡、集点和优惠券归此会员。</translation>
    </message>
    <message>
        <source>The reason stands in the books, with your name.</source>
        <translation>原因会连同您的名字记入账簿。</translation>
    </message>
    <message>
        <source>The serial number is printed on the paper card.</source>
        <translation>编号印在纸卡上。</translation>
    </message>
    <message>
        <source>A slip may be scanned at any moment. Alt and a number, or a touch, takes a sale.</source>
        <translation>随时可扫描小票。按 Alt 加数字或点按选择。</translation>
    </message>
    <message>
        <source>For a sale that was a mistake. Points and money go back as they were.</source>
        <translation>用于误操作的销售。积分和钱款恢复原状。</translation>
    </message>
    <message>
        <source>Say why there is no slip. This return is reported to the manager.</source>
        <translation>请写明没有小票的原因。此退货会上报经理。</translation>
    </message>
    <message>
        <source>Only by a receipt that is surely genuine: all receipts of this shop count afterwards.</source>
        <translation>只用确定为真的小票登记：之后这家店的小票都会计入。</translation>
    </message>
    <message>
        <source>Whoever declines says why.</source>
        <translation>拒绝时请写明原因。</translation>
    </message>
    <message>
        <source>Alt and a number, or a touch, chooses the shop. F11 takes another picture.</source>
        <translation>Alt 加编号或触摸选择店铺。F11 重新拍照。</translation>
    </message>
    <message>
        <source>With its tax number the shop is known again, however its name is printed.</source>
        <translation>有了税号，无论店名怎样打印都能认出这家店。</translation>
    </message>
    <message>
        <source>Selling never waits for head office; what is unsent is safe in these books.</source>
        <translation>销售从不等待总部；未发送的内容安全地保存在本机账本中。</translation>
    </message>
    <message>
        <source>Head office makes the code under Terminals. It may be scanned at any moment.</source>
        <translation>代码由总部在“终端”中生成，可随时扫描。</translation>
    </message>
    <message>
        <source>The cashier is told the reason; the points stay.</source>
        <translation>收银员会看到原因；积分保留。</translation>
    </message>
    <message>
        <source>Name, cards, purchases, every point with its reason: for the person alone.</source>
        <translation>姓名、卡、购买记录及每一笔积分的原因：只交给本人。</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>What stands in the table, in its order. It holds names: keep it safe.</source>
        <translation>按表中的顺序保存其内容。其中含有姓名，请妥善保管。</translation>
    </message>
</context>
<context>
    <name>ActKeys</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Block or free</source>
        <translation>停用/恢复</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>记账</translation>
    </message>
    <message>
        <source>Move in</source>
        <translation>转入</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>There is no slip</source>
        <translation>没有小票</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>Credit it</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>进入</translation>
    </message>
</context>
<context>
    <name>ActRows</name>
    <message>
        <source>Profile and consents</source>
        <translation>资料与同意</translation>
    </message>
    <message>
        <source>Cards: add, replace, block</source>
        <translation>卡：添加、更换、停用</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>与另一会员合并</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>手工调整积分</translation>
    </message>
    <message>
        <source>Paper stamp card</source>
        <translation>纸质集点卡</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Enrol the shop of this receipt</source>
        <translation>登记这张小票的商店</translation>
    </message>
    <message>
        <source>Enrol this shop</source>
        <translation>登记这家店</translation>
    </message>
    <message>
        <source>Use what can be used here</source>
        <translation>使用此处可用的积分</translation>
    </message>
    <message>
        <source>Without points</source>
        <translation>不使用积分</translation>
    </message>
    <message>
        <source>Supervisor: allow at the shop&apos;s risk</source>
        <translation>主管：由门店承担风险放行</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>显示小票</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>解除停用</translation>
    </message>
    <message>
        <source>Hand out data</source>
        <translation>提供资料</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ActTitles</name>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>One card</source>
        <translation>单张卡</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>Join a household</source>
        <translation>加入家庭</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>与另一会员合并</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>手工调整积分</translation>
    </message>
    <message>
        <source>Move a paper stamp card in</source>
        <translation>转入纸质集点卡</translation>
    </message>
    <message>
        <source>Record an activity</source>
        <translation>记录活动</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>等待审批</translation>
    </message>
    <message>
        <source>Approve or decline</source>
        <translation>批准或拒绝</translation>
    </message>
    <message>
        <source>Return: which sale?</source>
        <translation>退货：哪一笔？</translation>
    </message>
    <message>
        <source>Void a sale</source>
        <translation>作废销售</translation>
    </message>
    <message>
        <source>Return without a slip</source>
        <translation>无小票退货</translation>
    </message>
    <message>
        <source>Total of the receipt</source>
        <translation>小票总额</translation>
    </message>
    <message>
        <source>Shop of the receipt</source>
        <translation>小票的商店</translation>
    </message>
    <message>
        <source>Look at this receipt</source>
        <translation>请核对这张小票</translation>
    </message>
    <message>
        <source>Enrol the shop of this receipt</source>
        <translation>登记这张小票的商店</translation>
    </message>
    <message>
        <source>Credit or decline</source>
        <translation>计入或拒绝</translation>
    </message>
    <message>
        <source>Receipt without a code</source>
        <translation>没有条码的小票</translation>
    </message>
    <message>
        <source>Enrol a shop without codes</source>
        <translation>登记没有条码的店铺</translation>
    </message>
    <message>
        <source>Receipts of the other till</source>
        <translation>另一台收银机的小票</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
    <message>
        <source>Join a head office</source>
        <translation>加入总部</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Free a blocked member</source>
        <translation>解除会员停用</translation>
    </message>
    <message>
        <source>Hand out all that is kept</source>
        <translation>提供保存的全部资料</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久清除</translation>
    </message>
    <message>
        <source>Keep this list as a file</source>
        <translation>将此列表存为文件</translation>
    </message>
    <message>
        <source>Manager&apos;s room</source>
        <translation>经理室</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Sale</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>Exchange booked</source>
        <translation>换货已入账</translation>
    </message>
    <message>
        <source>Return booked</source>
        <translation>退货已入账</translation>
    </message>
    <message>
        <source>Sale undone</source>
        <translation>销售已撤销</translation>
    </message>
    <message>
        <source>Return undone</source>
        <translation>退货已撤销</translation>
    </message>
    <message>
        <source>Enrolment undone</source>
        <translation>入会已撤销</translation>
    </message>
    <message>
        <source>Receipt credited</source>
        <translation>小票已计入</translation>
    </message>
    <message>
        <source>Receipt taken back</source>
        <translation>小票已收回</translation>
    </message>
</context>
<context>
    <name>AgreePage</name>
    <message>
        <source>Become a member of %1</source>
        <translation>成为 %1 的会员</translation>
    </message>
    <message>
        <source>We keep your phone number, your name and your purchases here to count your points, for as long as you are a member. You can see, correct or erase all of it at the counter at any time.</source>
        <translation>为计算积分，我们会在您是会员期间保存您的电话号码、姓名和在本店的消费记录。您可以随时在柜台查看、更正或删除。</translation>
    </message>
    <message>
        <source>Yes, you may also send me offers</source>
        <translation>好的，也可以给我发送优惠信息</translation>
    </message>
    <message>
        <source>You may also send me offers (if you like)</source>
        <translation>也可以给我发送优惠信息（可选）</translation>
    </message>
    <message>
        <source>I agree, make me a member</source>
        <translation>同意并加入</translation>
    </message>
</context>
<context>
    <name>ApprovalStrip</name>
    <message>
        <source>{right}: a second person approves. Scan a badge, or choose and type a PIN.</source>
        <translation>{right}：需另一人批准。请扫描工牌，或选择姓名并输入PIN。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{count} digits typed</source>
        <translation>已输入{count}位</translation>
    </message>
</context>
<context>
    <name>BasketPane</name>
    <message>
        <source>{count} more above</source>
        <translation>上方还有{count}项</translation>
    </message>
    <message>
        <source>Lines of the basket</source>
        <translation>购物明细</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>{count} more below</source>
        <translation>下方还有{count}行</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已抵用</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>退回的商品</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>应退金额</translation>
    </message>
    <message>
        <source>Ring up what goes out instead</source>
        <translation>请录入换出的商品</translation>
    </message>
    <message>
        <source>Nothing rung up yet</source>
        <translation>尚未输入商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Paid with {points}</source>
        <translation>使用{points}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
</context>
<context>
    <name>BroughtPane</name>
    <message>
        <source>The points of the receipt go to it. Esc puts the receipt away.</source>
        <translation>小票的积分将记入该卡。按 Esc 收起小票。</translation>
    </message>
    <message>
        <source>Scan the card</source>
        <translation>请扫描会员卡</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more receipt(s)</source>
        <translation>
            <numerusform>另有%Ln张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraPane</name>
    <message>
        <source>Scan with the camera</source>
        <translation>用摄像头扫描</translation>
    </message>
    <message>
        <source>Hold the code still, flat and in the light. A line goes round it when read.</source>
        <translation>请在明亮处将码放平并保持不动。读取后会出现边框。</translation>
    </message>
    <message>
        <source>Live picture of the camera</source>
        <translation>摄像头实时画面</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>摄像头启动中…</translation>
    </message>
</context>
<context>
    <name>CharPad</name>
    <message>
        <source>Erase the last sign</source>
        <translation>删除最后一个字符</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>No head office</source>
        <translation>未连总部</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>自 {time} 起未连接</translation>
    </message>
    <message>
        <source>Within the shop only</source>
        <translation>仅店内连接</translation>
    </message>
    <message>
        <source>Within the shop only since {time}</source>
        <translation>自 {time} 起仅店内连接</translation>
    </message>
    <message>
        <source>{count} unsent</source>
        <translation>{count} 条未发送</translation>
    </message>
    <message>
        <source>{count} unsent since {time}</source>
        <translation>自 {time} 起 {count} 条未发送</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 条待查看</translation>
    </message>
    <message>
        <source>Copy at work: call head office</source>
        <translation>副本在用：请联系总部</translation>
    </message>
    <message>
        <source>Out of use: call head office</source>
        <translation>已停用：请联系总部</translation>
    </message>
    <message>
        <source>Update this program</source>
        <translation>请更新本程序</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>无打印机</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>打印机就绪</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Paper is low</source>
        <translation>纸张不足</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Printer is open</source>
        <translation>打印机盖未关</translation>
    </message>
    <message>
        <source>Printer is off</source>
        <translation>打印机已关</translation>
    </message>
    <message>
        <source>Printer is missing</source>
        <translation>找不到打印机</translation>
    </message>
    <message>
        <source>Check the printer</source>
        <translation>检查打印机</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描枪</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>扫描枪就绪</translation>
    </message>
    <message>
        <source>Check the scanner</source>
        <translation>检查扫描枪</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>摄像头关</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>摄像头开</translation>
    </message>
    <message>
        <source>Camera ready</source>
        <translation>摄像头就绪</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>无摄像头</translation>
    </message>
    <message>
        <source>Check the camera</source>
        <translation>检查摄像头</translation>
    </message>
    <message>
        <source>Check the ledger</source>
        <translation>检查账本</translation>
    </message>
    <message>
        <source>Books checked</source>
        <translation>账本已检查</translation>
    </message>
    <message>
        <source>Second window</source>
        <translation>第二窗口</translation>
    </message>
    <message>
        <source>Ledger restored</source>
        <translation>账本已恢复</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>请校准时钟</translation>
    </message>
    <message>
        <source>Disk is low</source>
        <translation>磁盘不足</translation>
    </message>
    <message>
        <source>Check the backup</source>
        <translation>检查备份</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>小票已打印</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>未打印小票</translation>
    </message>
    <message>
        <source>Check this till</source>
        <translation>检查本机</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the shop</source>
        <translation>同店铺</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>CrashDetails</name>
    <message>
        <source>The ledger is safe: what was confirmed is booked, what was not is not.</source>
        <translation>账本安全：已确认的都已入账，未确认的没有入账。</translation>
    </message>
    <message>
        <source>Close this and go on. If it happens again, copy the details and send them to whoever looks after this till.</source>
        <translation>请关闭并继续。若再次发生，请复制详情并发给本机维护人员。</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CrashNet</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出现了问题</translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>Welcome! Show your card before you pay.</source>
        <translation>欢迎光临！付款前请出示会员卡。</translation>
    </message>
</context>
<context>
    <name>DonePane</name>
    <message>
        <source>Earned</source>
        <translation>获得</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>当前积分</translation>
    </message>
    <message>
        <source>Usable here</source>
        <translation>此处可用</translation>
    </message>
    <message>
        <source>Now {tier}</source>
        <translation>已升为{tier}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Voucher: {names}</source>
        <translation>优惠券：{names}</translation>
    </message>
    <message>
        <source>Usable from {day}</source>
        <translation>{day}起可用</translation>
    </message>
    <message>
        <source>Without a card no points are collected.</source>
        <translation>没有会员卡不积分。</translation>
    </message>
    <message>
        <source>{points} more for {reward}</source>
        <translation>再积{points}可换{reward}</translation>
    </message>
</context>
<context>
    <name>EndedPane</name>
    <message>
        <source>Code of this purchase</source>
        <translation>本次消费的二维码</translation>
    </message>
    <message>
        <source>How likely is it that you would recommend %1 to a friend or colleague?</source>
        <translation>您有多大可能向朋友或同事推荐%1？</translation>
    </message>
    <message>
        <source>Not at all likely</source>
        <translation>完全不可能</translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation>非常可能</translation>
    </message>
    <message>
        <source>Thank you for your answer!</source>
        <translation>感谢您的回答！</translation>
    </message>
    <message>
        <source>Keep your points: scan me</source>
        <translation>保留您的积分：请扫码</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>谢谢！</translation>
    </message>
    <message>
        <source>%1 for you</source>
        <translation>您获得 %1</translation>
    </message>
    <message>
        <source>With your phone, or here with your card next time</source>
        <translation>用手机扫码，或下次带会员卡来此</translation>
    </message>
    <message>
        <source>You can use %1 here now.</source>
        <translation>您现在可在此使用 %1。</translation>
    </message>
    <message>
        <source>You have %1 now.</source>
        <translation>您现在有 %1。</translation>
    </message>
    <message>
        <source>On your slip: %1</source>
        <translation>请看小票：%1</translation>
    </message>
    <message>
        <source>You can have: %1</source>
        <translation>现在可以兑换：%1</translation>
    </message>
    <message>
        <source>%1 more to go for: %2</source>
        <translation>再有 %1 即可兑换：%2</translation>
    </message>
</context>
<context>
    <name>EnrolPane</name>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Card {card}</source>
        <translation>会员卡 {card}</translation>
    </message>
    <message>
        <source>No card yet</source>
        <translation>尚无会员卡</translation>
    </message>
    <message>
        <source>All may stay empty: the card works at once, the rest can follow.</source>
        <translation>都可留空：卡立即可用，其余可以后补填。</translation>
    </message>
    <message>
        <source>Is it one of them? Alt and the number takes who it is.</source>
        <translation>是其中一位吗？按 Alt 加数字选择。</translation>
    </message>
    <message>
        <source>Is it one of them? Alt and the number gives them this card.</source>
        <translation>是其中一位吗？按 Alt 加数字把此卡给该会员。</translation>
    </message>
    <message>
        <source>Type a phone number, or scan a blank card.</source>
        <translation>请输入手机号，或扫描空白卡。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>未填姓名的会员</translation>
    </message>
</context>
<context>
    <name>FKeyBar</name>
    <message>
        <source>Why</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>重印</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Fates</name>
    <message>
        <source>Somebody of ours will look at it. The points come after that.</source>
        <translation>我们的员工会查看，之后给您积分。</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Waits for your card</source>
        <translation>等待您的会员卡</translation>
    </message>
    <message>
        <source>%1, usable in a few days</source>
        <translation>%1，几天后可用</translation>
    </message>
    <message>
        <source>%1 for you</source>
        <translation>您获得 %1</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Friend&apos;s code</source>
        <translation>推荐码</translation>
    </message>
    <message>
        <source>May write e-mails</source>
        <translation>可发邮件</translation>
    </message>
    <message>
        <source>May send messages</source>
        <translation>可发短信</translation>
    </message>
    <message>
        <source>May look at purchases</source>
        <translation>可分析购买</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>集点</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number on the slip</source>
        <translation>小票号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>商店名称</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>小票号码</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message>
        <source>Find a member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Name, end of the phone number, or card</source>
        <translation>姓名、手机号末几位或会员卡</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>未填姓名的会员</translation>
    </message>
    <message>
        <source>There are more. Type more letters to narrow them down.</source>
        <translation>还有更多，请继续输入以缩小范围。</translation>
    </message>
    <message>
        <source>Press Alt and the number, or touch the name.</source>
        <translation>按 Alt 加数字，或点姓名。</translation>
    </message>
    <message>
        <source>Nobody found. F4 enrols a new member.</source>
        <translation>没有找到。按 F4 可办理入会。</translation>
    </message>
    <message>
        <source>The list appears while you type. A card can be scanned at any time.</source>
        <translation>输入时即显示名单。会员卡可随时扫描。</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>GuestPage</name>
    <message>
        <source>My points and rewards</source>
        <translation>我的积分和奖励</translation>
    </message>
    <message>
        <source>No card yet? Become a member</source>
        <translation>没有卡？加入会员</translation>
    </message>
    <message>
        <source>Type a receipt&apos;s number</source>
        <translation>输入小票号码</translation>
    </message>
    <message>
        <source>%1 receipts; the newest stand first.</source>
        <translation>共 %1 张小票，最新的在最前。</translation>
    </message>
    <message>
        <source>Now hold up your card</source>
        <translation>现在请出示会员卡</translation>
    </message>
    <message>
        <source>Or more receipts first: they wait until your card comes.</source>
        <translation>也可以先出示更多小票，它们会等到您出示会员卡。</translation>
    </message>
    <message>
        <source>Hello, %1!</source>
        <translation>%1，您好！</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>您好！</translation>
    </message>
    <message>
        <source>Hold up your receipts, one after the other.</source>
        <translation>请逐张出示小票。</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Points from a purchase, your rewards, or a card of your own</source>
        <translation>消费积分、兑换奖励、办理会员</translation>
    </message>
    <message>
        <source>Hold up your card or a receipt</source>
        <translation>请出示会员卡或小票</translation>
    </message>
    <message>
        <source>Hold it in front of the camera</source>
        <translation>请放在摄像头前</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>加入会员</translation>
    </message>
    <message>
        <source>Type a receipt&apos;s number</source>
        <translation>输入小票号码</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>确认</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Opening balance</source>
        <translation>期初余额</translation>
    </message>
    <message>
        <source>Activity, to be decided</source>
        <translation>活动，待决定</translation>
    </message>
    <message>
        <source>Activity declined</source>
        <translation>活动被拒</translation>
    </message>
    <message>
        <source>Receipt, to be decided</source>
        <translation>小票，待决定</translation>
    </message>
    <message>
        <source>Receipt declined</source>
        <translation>小票被拒</translation>
    </message>
    <message>
        <source>Given at the shop&apos;s risk</source>
        <translation>由本店担风险给出</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已核销</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Regulars kiosk</source>
        <translation>Regulars 自助终端</translation>
    </message>
</context>
<context>
    <name>LastAct</name>
    <message>
        <source>Without a card</source>
        <translation>无会员卡</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>未填姓名的会员</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo until {time}</source>
        <translation>{time} 前可撤销</translation>
    </message>
</context>
<context>
    <name>LeftSide</name>
    <message>
        <source>Key pad</source>
        <translation>数字键盘</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>输入栏</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Phone digits</source>
        <translation>手机号末几位</translation>
    </message>
    <message>
        <source>Phone digits or amount</source>
        <translation>手机号末几位或金额</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Member without a name</source>
        <translation>未填姓名的会员</translation>
    </message>
    <message>
        <source>usable here</source>
        <translation>此处可用</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>待处理投诉</translation>
    </message>
    <message>
        <source>Usable here: {points}</source>
        <translation>此处可用：{points}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>自 {time} 起未连接</translation>
    </message>
    <message>
        <source>Worth {money} on this sale</source>
        <translation>本次可抵{money}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>Birthday {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>{missing} more to {tier}</source>
        <translation>再有{missing}即升{tier}</translation>
    </message>
    <message>
        <source>{missing} more to {tier} by {day}</source>
        <translation>{day}前再有{missing}即升{tier}</translation>
    </message>
    <message>
        <source>until {day}, then {tier}</source>
        <translation>至{day}，之后{tier}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至{day}</translation>
    </message>
    <message>
        <source>Usable now: {points}</source>
        <translation>现在可用：{points}</translation>
    </message>
    <message>
        <source>{points} held by another basket</source>
        <translation>其他购物篮占用{points}</translation>
    </message>
    <message>
        <source>{points} to be earned back first</source>
        <translation>需先补足{points}</translation>
    </message>
    <message>
        <source>{points} expire on {day}</source>
        <translation>{points}将于{day}到期</translation>
    </message>
    <message>
        <source>{points} pending, usable from {day}</source>
        <translation>待生效{points}，{day}起可用</translation>
    </message>
    <message>
        <source>Household account</source>
        <translation>家庭账户</translation>
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
        <translation>姓名、电话尾号、邮箱或卡号 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Keep as CSV</source>
        <translation>存为 CSV</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>入会日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>未留姓名的会员</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>There are more. Type more letters to narrow them down.</source>
        <translation>还有更多。请再输入几个字缩小范围。</translation>
    </message>
    <message>
        <source>Enter opens a member; a scanned card does, too. A heading sorts.</source>
        <translation>按 Enter 或扫卡即可打开会员。点标题可排序。</translation>
    </message>
    <message>
        <source>Nobody found. A part of the name is enough, in any script.</source>
        <translation>没有找到。输入姓名的一部分即可，任何文字均可。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. F4 at the counter enrols the first member.</source>
        <translation>还没有会员。在收银台按 F4 登记第一位。</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Counter</source>
        <translation>收银台</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Sign in to begin</source>
        <translation>请先登录</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>The next scan starts the next sale</source>
        <translation>下一次扫描即开始下一笔</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Enter takes {entry}</source>
        <translation>按 Enter 输入 {entry}</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Scan a card, or type an amount</source>
        <translation>请扫描会员卡，或输入金额</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>Type the amount, or scan the goods</source>
        <translation>请输入金额，或扫描商品</translation>
    </message>
    <message>
        <source>Sale without a card: {amount}</source>
        <translation>无卡销售：{amount}</translation>
    </message>
    <message>
        <source>this card</source>
        <translation>此卡</translation>
    </message>
    <message>
        <source>Redeem {what} and earn {points} for {name}</source>
        <translation>{name}：兑换{what}，获得{points}</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Credit what was brought</source>
        <translation>计入带来的小票</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Scan the card whose points the receipt brings</source>
        <translation>请扫描要积分的会员卡</translation>
    </message>
    <message>
        <source>{count} receipts of the other till: Enter shows them</source>
        <translation>另一台收银机的小票 {count} 张：Enter 显示</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Receipt {number} of the other till, {amount}: Enter credits it</source>
        <translation>另一台收银机的小票 {number}，{amount}：Enter 积分</translation>
    </message>
    <message>
        <source>Redeem {what}; sale without a card: {amount}</source>
        <translation>抵用{what}；无卡销售：{amount}</translation>
    </message>
    <message>
        <source>Redeem {what} for {name}</source>
        <translation>{name}：兑换{what}</translation>
    </message>
    <message>
        <source>Earn {points} for {name}</source>
        <translation>{name}：获得{points}</translation>
    </message>
    <message>
        <source>Sale of {amount} for {name}; it earns no points (F1 says why)</source>
        <translation>{name}：销售{amount}，不积分（原因按 F1）</translation>
    </message>
    <message>
        <source>Ring up what goes out for {amount}</source>
        <translation>请录入用{amount}换出的商品</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Exchange, the customer pays {amount}</source>
        <translation>换货，顾客补{amount}</translation>
    </message>
    <message>
        <source>Exchange, hand out {amount}</source>
        <translation>换货，退给顾客{amount}</translation>
    </message>
    <message>
        <source>Exchange, nothing to pay</source>
        <translation>换货，无需付款</translation>
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
        <translation>按 Enter 选第一位，用方向键选其他</translation>
    </message>
    <message>
        <source>Type a name, the end of a phone number, or scan a card</source>
        <translation>请输入姓名、手机号末几位，或扫描会员卡</translation>
    </message>
    <message>
        <source>Enrol this card</source>
        <translation>用此卡入会</translation>
    </message>
    <message>
        <source>Enrol a new member</source>
        <translation>办理新会员</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>入会</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Close the shift and print the closing</source>
        <translation>结班并打印结班单</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>结班</translation>
    </message>
    <message>
        <source>This shift is closed</source>
        <translation>本班次已结</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Print this slip again</source>
        <translation>重新打印此小票</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Hold a code before the camera; Enter reads a receipt without one</source>
        <translation>把码对准摄像头；小票没有码请按 Enter</translation>
    </message>
    <message>
        <source>Back to the counter</source>
        <translation>返回收银界面</translation>
    </message>
    <message>
        <source>Scan the set-up code</source>
        <translation>请扫描设置码</translation>
    </message>
    <message>
        <source>Keep what the scanner taught</source>
        <translation>保存从扫描器学到的设置</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose who you are by number, or scan your badge</source>
        <translation>按数字选择您的姓名，或扫描工牌</translation>
    </message>
    <message>
        <source>Sign in {name}</source>
        <translation>以{name}登录</translation>
    </message>
    <message>
        <source>A second person scans a badge, or types a PIN</source>
        <translation>由另一人扫描工牌或输入PIN</translation>
    </message>
    <message>
        <source>{name} approves</source>
        <translation>{name}批准</translation>
    </message>
    <message>
        <source>Choose the lines that came back, by their numbers</source>
        <translation>请按数字选择退回的商品</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Refund {amount} and correct the points</source>
        <translation>退款{amount}并更正积分</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>退款{amount}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
</context>
<context>
    <name>PaidPane</name>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>Receipt of {shop}</source>
        <translation>{shop}的小票</translation>
    </message>
</context>
<context>
    <name>PhotographPane</name>
    <message>
        <source>The picture is being taken…</source>
        <translation>正在拍照…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>Picture of the receipt</source>
        <translation>小票照片</translation>
    </message>
    <message>
        <source>Reading it… {seconds} s. You may type meanwhile; Esc stops.</source>
        <translation>正在读取… {seconds} 秒。期间可以输入；Esc 停止。</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>%1 more to go</source>
        <translation>还差 %1</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>What happened</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Enter on a sale says why it brought its points.</source>
        <translation>在销售上按 Enter 可查看积分的原因。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Who, and why</source>
        <translation>经手人和原因</translation>
    </message>
    <message>
        <source>{name}, allowed by {second}</source>
        <translation>{name}，由 {second} 批准</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>第 %1 题，共 %2 题</translation>
    </message>
    <message>
        <source>Not at all likely</source>
        <translation>完全不可能</translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation>非常可能</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>不回答</translation>
    </message>
    <message>
        <source>How likely are you to buy at %1 again?</source>
        <translation>您有多大可能再次在%1购买？</translation>
    </message>
    <message>
        <source>How likely are you to try other things we sell?</source>
        <translation>您有多大可能尝试我们的其他商品？</translation>
    </message>
    <message>
        <source>How likely are you to recommend us to others?</source>
        <translation>您有多大可能向他人推荐我们？</translation>
    </message>
    <message>
        <source>How likely is it that you would recommend %1 to a friend or colleague?</source>
        <translation>您有多大可能向朋友或同事推荐%1？</translation>
    </message>
</context>
<context>
    <name>ReturnEffect</name>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Points taken back</source>
        <translation>收回积分</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>退还积分</translation>
    </message>
    <message>
        <source>Stamps taken back: {count}.</source>
        <translation>收回集点：{count}。</translation>
    </message>
    <message>
        <source>Vouchers of this sale that become worthless: {count}.</source>
        <translation>此笔销售的优惠券将失效：{count}张。</translation>
    </message>
    <message>
        <source>Vouchers of this sale that were used already: {count}.</source>
        <translation>此笔销售的优惠券已使用：{count}张。</translation>
    </message>
    <message>
        <source>{points} were spent already: they are to be earned back first.</source>
        <translation>{points}已被使用：需先重新积回。</translation>
    </message>
    <message>
        <source>{points} were spent already: the shop gives them up.</source>
        <translation>{points}已被使用：由本店承担。</translation>
    </message>
    <message>
        <source>{money} is kept from the refund for points that were spent.</source>
        <translation>因积分已被使用，从退款中扣除{money}。</translation>
    </message>
</context>
<context>
    <name>ReturnPane</name>
    <message>
        <source>Return of sale {number}</source>
        <translation>销售 {number} 退货</translation>
    </message>
    <message>
        <source>Sold {moment} to {name}</source>
        <translation>{moment} 售予{name}</translation>
    </message>
    <message>
        <source>Sold {moment} without a card</source>
        <translation>{moment} 售出，无会员卡</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>ReturnRow</name>
    <message>
        <source>{left} of {units} can come back</source>
        <translation>{units}件中可退{left}件</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>已退</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>One fewer of line {number}</source>
        <translation>第{number}行减一件</translation>
    </message>
    <message>
        <source>One more of line {number}</source>
        <translation>第{number}行加一件</translation>
    </message>
</context>
<context>
    <name>RewardGrid</name>
    <message>
        <source>No rewards today. Points are collected as ever.</source>
        <translation>今天没有奖励，积分照常累计。</translation>
    </message>
    <message>
        <source>Will be redeemed</source>
        <translation>将兑换</translation>
    </message>
    <message>
        <source>{points} more</source>
        <translation>还差{points}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有{count}项</translation>
    </message>
    <message>
        <source>Alt+0 shows them</source>
        <translation>按 Alt+0 查看</translation>
    </message>
    <message>
        <source>Waits: {why}</source>
        <translation>等待：{why}</translation>
    </message>
    <message>
        <source>The rest is at other shops</source>
        <translation>其余在其他门店</translation>
    </message>
    <message>
        <source>Best (F3)</source>
        <translation>推荐(F3)</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至{day}</translation>
    </message>
    <message>
        <source>Free gift</source>
        <translation>免费赠送</translation>
    </message>
    <message>
        <source>Free service</source>
        <translation>免费服务</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>One free, {money}</source>
        <translation>免费一件，{money}</translation>
    </message>
    <message>
        <source>{money} off</source>
        <translation>减{money}</translation>
    </message>
    <message>
        <source>Will be used</source>
        <translation>将使用</translation>
    </message>
    <message>
        <source>{points} (F6)</source>
        <translation>{points} (F6)</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>积分抵扣</translation>
    </message>
</context>
<context>
    <name>RewardsPage</name>
    <message>
        <source>%1 more in a few days</source>
        <translation>几天后再增加 %1</translation>
    </message>
    <message>
        <source>There is nothing to choose from at present.</source>
        <translation>目前没有可选的奖励。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Scan a card to collect points</source>
        <translation>扫描会员卡即可积分</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Staff and their rights</source>
        <translation>更改员工及其权限</translation>
    </message>
    <message>
        <source>Importing a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>手工调整积分</translation>
    </message>
    <message>
        <source>Stamps of a paper card</source>
        <translation>纸卡集点</translation>
    </message>
    <message>
        <source>Return without a slip</source>
        <translation>无小票退货</translation>
    </message>
    <message>
        <source>Voiding an older sale</source>
        <translation>作废较早的销售</translation>
    </message>
    <message>
        <source>Blocking a card</source>
        <translation>停用会员卡</translation>
    </message>
    <message>
        <source>Points for an activity</source>
        <translation>活动积分</translation>
    </message>
    <message>
        <source>Withdrawing a voucher</source>
        <translation>撤回优惠券</translation>
    </message>
    <message>
        <source>Moving points to another account</source>
        <translation>把积分转到另一账户</translation>
    </message>
    <message>
        <source>Crediting a doubtful receipt</source>
        <translation>计入存疑的小票</translation>
    </message>
    <message>
        <source>Enrolling a shop for receipts</source>
        <translation>登记小票商店</translation>
    </message>
    <message>
        <source>Points at the shop&apos;s risk</source>
        <translation>由门店承担风险的积分</translation>
    </message>
    <message>
        <source>Joining a head office</source>
        <translation>加入总部</translation>
    </message>
    <message>
        <source>The manager&apos;s room</source>
        <translation>经理室</translation>
    </message>
    <message>
        <source>Handing out data</source>
        <translation>提供资料</translation>
    </message>
    <message>
        <source>Erasing a person</source>
        <translation>清除个人资料</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
</context>
<context>
    <name>RoomScreen</name>
    <message>
        <source>Member without a name</source>
        <translation>未留姓名的会员</translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>Thank you, and see you soon!</source>
        <translation>谢谢，欢迎再次光临！</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
</context>
<context>
    <name>ScannerPane</name>
    <message>
        <source>Set up the keyboard scanner</source>
        <translation>设置键盘扫描器</translation>
    </message>
    <message>
        <source>Set-up code for the scanner</source>
        <translation>扫描器设置码</translation>
    </message>
    <message>
        <source>Scan this code once: it tells the till how the scanner types. A laser scanner needs the printed page (regulars scanner page).</source>
        <translation>扫描一次此码，收银机就知道扫描器如何输入。激光扫描器需要打印的页面（regulars scanner page）。</translation>
    </message>
    <message>
        <source>Scan any card or product to try it</source>
        <translation>扫描任意卡或商品试一试</translation>
    </message>
    <message>
        <source>Read just now</source>
        <translation>刚刚读到</translation>
    </message>
    <message>
        <source>Every sign arrives as it should. Keep it with Enter.</source>
        <translation>所有字符都正确传来。按 Enter 保存。</translation>
    </message>
    <message>
        <source>Cards, products and links are read whole. Only these signs do not arrive: {signs}</source>
        <translation>卡、商品和链接可完整读取。只有这些字符传不来：{signs}</translation>
    </message>
    <message>
        <source>Digits are read, so cards and products work; links on receipts do not. These signs do not arrive: {signs}. Use USB-COM (serial), or set the scanner to this till&apos;s keyboard country.</source>
        <translation>数字可以读取，卡和商品可用；小票上的链接不行。这些字符传不来：{signs}。请使用 USB-COM（串口），或把扫描器的键盘国家设为与本机相同。</translation>
    </message>
    <message>
        <source>What arrives cannot be made whole again. Use USB-COM (serial), or set the scanner to this till&apos;s keyboard country.</source>
        <translation>传来的内容无法还原。请使用 USB-COM（串口），或把扫描器的键盘国家设为与本机相同。</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>On: letters are turned back. Better switch it off.</source>
        <translation>已开启：字母会被还原。最好关闭。</translation>
    </message>
    <message>
        <source>Does not matter</source>
        <translation>不影响</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Before each code</source>
        <translation>每个码之前</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>After each code</source>
        <translation>每个码之后</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Separator (GS)</source>
        <translation>分隔符（GS）</translation>
    </message>
    <message>
        <source>Name of the code (AIM)</source>
        <translation>码制名称（AIM）</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>US</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>US international</source>
        <translation>美国国际</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>British</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>{name}; codes are read by the places of the keys</source>
        <translation>{name}；按键位读取</translation>
    </message>
    <message>
        <source>{name}; codes are turned back</source>
        <translation>{name}；读取时自动还原</translation>
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
        <translation>每键 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{pace}: slow. Set a shorter delay in the scanner, or a prefix.</source>
        <translation>{pace}：较慢。请缩短扫描器的延迟，或设置前缀。</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>能传来</translation>
    </message>
    <message>
        <source>Does not arrive. Set the scanner to send it as Ctrl+].</source>
        <translation>传不来。请将扫描器设为以 Ctrl+] 发送。</translation>
    </message>
    <message>
        <source>Looks like another sign. Set the scanner to send it as Ctrl+].</source>
        <translation>与另一字符相同。请将扫描器设为以 Ctrl+] 发送。</translation>
    </message>
    <message>
        <source>Not tested by this code</source>
        <translation>此码未测试</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{typed}” can be read in two ways. Type the amount without a thousands sign.</source>
        <translation>“{typed}”有两种读法。请不要输入千位分隔符。</translation>
    </message>
    <message>
        <source>No amount yet. Type the total of the sale.</source>
        <translation>还没有金额。请输入合计金额。</translation>
    </message>
    <message>
        <source>An amount cannot be below zero. For goods brought back, scan their slip.</source>
        <translation>金额不能小于零。退货请扫描原小票。</translation>
    </message>
    <message>
        <source>{currency} has {digits} digits after the point. Type the amount again.</source>
        <translation>{currency}的小数位数为{digits}。请重新输入金额。</translation>
    </message>
    <message>
        <source>No sale may be above {limit_minor}. Check the amount and type it again.</source>
        <translation>单笔不得超过{limit_minor}。请核对后重新输入。</translation>
    </message>
    <message>
        <source>“{typed}” is no amount. Type digits, with a point or comma before the cents.</source>
        <translation>“{typed}”不是金额。请用数字重新输入。</translation>
    </message>
    <message>
        <source>An amount of zero brings nothing. Type the total of the sale.</source>
        <translation>金额为零，无法累积。请输入合计金额。</translation>
    </message>
    <message>
        <source>This till does not take {currency}. Ring up the sale in the shop&apos;s currency.</source>
        <translation>本机不收{currency}。请用本店货币录入。</translation>
    </message>
    <message>
        <source>Nothing has been rung up. Type an amount or scan the receipt.</source>
        <translation>还没有录入商品。请输入金额或扫描收据。</translation>
    </message>
    <message>
        <source>{lines} lines are too many for one sale. Split it into two.</source>
        <translation>{lines}行超出单笔上限。请分成两笔。</translation>
    </message>
    <message>
        <source>The total of {amount_minor} is not possible. Check the amounts of the lines.</source>
        <translation>合计{amount_minor}不合理。请核对各行金额。</translation>
    </message>
    <message>
        <source>A line of {amount_minor} is not possible. Type its amount again.</source>
        <translation>该行金额{amount_minor}不合理。请重新输入。</translation>
    </message>
    <message>
        <source>A tax of {tax_minor} does not fit the line. Check the receipt.</source>
        <translation>税额{tax_minor}与该行不符。请核对收据。</translation>
    </message>
    <message>
        <source>A line of {units} pieces is not possible. Type the number again.</source>
        <translation>数量{units}不合理。请重新输入。</translation>
    </message>
    <message>
        <source>An entry of the ledger cannot be read. Nothing was changed; have the ledger verified.</source>
        <translation>账本中有一条记录无法读取。未作任何更改；请检验账本。</translation>
    </message>
    <message>
        <source>The number {number} does not fit on a card. Use the next number of the series.</source>
        <translation>号码{number}无法写入卡。请使用下一个号码。</translation>
    </message>
    <message>
        <source>“{text}” was not read correctly. Scan it again, or type the digits below the code.</source>
        <translation>“{text}”读取有误。请重新扫描，或输入条码下方的数字。</translation>
    </message>
    <message>
        <source>“{currency}” is no currency we know. Check the shop&apos;s settings.</source>
        <translation>未知的货币“{currency}”。请检查店铺设置。</translation>
    </message>
    <message>
        <source>Usable points: {usable}. Redeem fewer.</source>
        <translation>可用积分：{usable}。请减少兑换。</translation>
    </message>
    <message>
        <source>Points belong to somebody. Scan the member&apos;s card first.</source>
        <translation>使用积分前请先扫描会员卡。</translation>
    </message>
    <message>
        <source>The reward “{reward}” is not in today&apos;s program. Choose one from the list.</source>
        <translation>当前方案中没有“{reward}”。请从列表中选择。</translation>
    </message>
    <message>
        <source>{reward}: {why}</source>
        <translation>{reward}：{why}</translation>
    </message>
    <message>
        <source>Paying with points: {why}</source>
        <translation>积分抵扣：{why}</translation>
    </message>
    <message>
        <source>A return cannot be undone. Ring the goods up again.</source>
        <translation>退货不能撤销。请重新录入商品。</translation>
    </message>
    <message>
        <source>Nothing chosen to return. Choose the lines that came back.</source>
        <translation>未选择退货商品。请选择退回的行。</translation>
    </message>
    <message>
        <source>Line {line}: only {left} can still be returned. Choose fewer.</source>
        <translation>第{line}行：还可退{left}。请减少数量。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} does not fit into a slip&apos;s code. Find it by the member instead.</source>
        <translation>交易{terminal}-{seq}无法写成小票码。请按会员查找。</translation>
    </message>
    <message>
        <source>{missing_minor} more to use it in full</source>
        <translation>再买{missing_minor}即可全额使用</translation>
    </message>
    <message>
        <source>Points still missing: {points}</source>
        <translation>还差{points}积分</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>已于{until}结束</translation>
    </message>
    <message>
        <source>From {from}</source>
        <translation>{from}起</translation>
    </message>
    <message>
        <source>The barcode {barcode} was not read correctly. Scan it again.</source>
        <translation>条码 {barcode} 读取有误。请重新扫描。</translation>
    </message>
    <message>
        <source>The label of {product} says zero. Weigh it again, or type the amount.</source>
        <translation>{product}的标签为零。请重新称重，或输入金额。</translation>
    </message>
    <message>
        <source>The scale&apos;s labels are set up as “{typed}”, which cannot be read. Correct it.</source>
        <translation>秤标签的设置“{typed}”无法识别。请更正设置。</translation>
    </message>
    <message>
        <source>{product} is sold by weight. Scan the scale&apos;s label, or type the amount.</source>
        <translation>{product}按重量出售。请扫描秤的标签，或输入金额。</translation>
    </message>
    <message>
        <source>{product} is sold by the piece. Scan its barcode, or type the amount.</source>
        <translation>{product}按件出售。请扫描条码，或输入金额。</translation>
    </message>
    <message>
        <source>Nothing in the basket is meant by it</source>
        <translation>购物篮中没有适用商品</translation>
    </message>
    <message>
        <source>No whole unit of it is left to pay</source>
        <translation>没有剩下可支付的整件</translation>
    </message>
    <message>
        <source>Nothing is left to pay</source>
        <translation>没有剩余应付金额</translation>
    </message>
    <message>
        <source>{points} held by another basket</source>
        <translation>其他购物篮占用{points}</translation>
    </message>
    <message>
        <source>The birthday is not known</source>
        <translation>生日未知</translation>
    </message>
    <message>
        <source>At most {times} in one basket</source>
        <translation>单次购物最多{times}次</translation>
    </message>
    <message>
        <source>At most {times} a day</source>
        <translation>每天最多{times}次</translation>
    </message>
    <message>
        <source>At most {times} for each member</source>
        <translation>每位会员最多{times}次</translation>
    </message>
    <message>
        <source>At most {times} a month</source>
        <translation>每月最多{times}次</translation>
    </message>
    <message>
        <source>At most {times} a week</source>
        <translation>每周最多{times}次</translation>
    </message>
    <message>
        <source>At most {times} a year</source>
        <translation>每年最多{times}次</translation>
    </message>
    <message>
        <source>Around the birthday, from {from}</source>
        <translation>生日前后，{from}起</translation>
    </message>
    <message>
        <source>Not offered to this member now</source>
        <translation>目前不向该会员提供</translation>
    </message>
    <message>
        <source>None are left</source>
        <translation>已无剩余</translation>
    </message>
    <message>
        <source>Only for {tier}</source>
        <translation>仅限{tier}</translation>
    </message>
    <message>
        <source>Stamps still missing: {stamps}</source>
        <translation>还差集点：{stamps}</translation>
    </message>
    <message>
        <source>{card}: {why}</source>
        <translation>{card}：{why}</translation>
    </message>
    <message>
        <source>This stamp card is not in today&apos;s program. Choose one from the list.</source>
        <translation>今日方案中没有此集点卡。请从列表中选择。</translation>
    </message>
    <message>
        <source>It is in this basket already</source>
        <translation>已在此购物篮中</translation>
    </message>
    <message>
        <source>Scan its member&apos;s card</source>
        <translation>请扫描券主的会员卡</translation>
    </message>
    <message>
        <source>It is for another member</source>
        <translation>属于另一位会员</translation>
    </message>
    <message>
        <source>{voucher}: {why}</source>
        <translation>{voucher}：{why}</translation>
    </message>
    <message>
        <source>The voucher {voucher} is not known here. Compare the digits below its code.</source>
        <translation>未找到优惠券 {voucher}。请核对码下的数字。</translation>
    </message>
    <message>
        <source>It was used already</source>
        <translation>已经用过</translation>
    </message>
    <message>
        <source>It was withdrawn</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>{missing_minor} more to spend</source>
        <translation>再消费{missing_minor}即可</translation>
    </message>
    <message>
        <source>Points available: {points}</source>
        <translation>可用积分：{points}</translation>
    </message>
    <message>
        <source>{minor} left to pay</source>
        <translation>剩余应付{minor}</translation>
    </message>
    <message>
        <source>From {points} points</source>
        <translation>{points}积分起用</translation>
    </message>
    <message>
        <source>At most {minor} a sale</source>
        <translation>每笔最多{minor}</translation>
    </message>
    <message>
        <source>Not offered in this shop</source>
        <translation>本店不提供</translation>
    </message>
    <message>
        <source>At most {percent} % of a sale</source>
        <translation>最多抵扣{percent} %</translation>
    </message>
    <message>
        <source>In steps of {points} points</source>
        <translation>以{points}积分为单位</translation>
    </message>
    <message>
        <source>The program is not valid at {where}: {why}. Correct it and publish it again.</source>
        <translation>方案在{where}处无效：{why}。请更正后重新发布。</translation>
    </message>
    <message>
        <source>This badge belongs to nobody here. Scan another, or sign in with a PIN.</source>
        <translation>此工牌未登记。请扫描其他工牌，或用PIN登录。</translation>
    </message>
    <message>
        <source>Nobody of that name signs in here. Choose a name from the list.</source>
        <translation>没有这位操作员。请从列表中选择。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits. Choose another.</source>
        <translation>PIN为4至8位数字。请重新设置。</translation>
    </message>
    <message>
        <source>{operator} has no PIN yet. Scan the badge, or ask a manager for a PIN.</source>
        <translation>{operator}尚未设置PIN。请扫描工牌，或请主管设置。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait {seconds} seconds, or scan a badge.</source>
        <translation>PIN错误次数过多。请等待{seconds}秒，或扫描工牌。</translation>
    </message>
    <message>
        <source>Wrong PIN. Try again, or scan the badge. Tries left: {left}.</source>
        <translation>PIN错误。请重试或扫描工牌。剩余次数：{left}。</translation>
    </message>
    <message>
        <source>The card of {member} is blocked. Give a new card, or ask a supervisor.</source>
        <translation>{member}的卡已停用。请换新卡，或请主管处理。</translation>
    </message>
    <message>
        <source>This card belongs to a member already. Take another blank card.</source>
        <translation>此卡已有会员。请换一张空白卡。</translation>
    </message>
    <message>
        <source>Scan a blank card or type a phone number to enrol somebody.</source>
        <translation>入会请扫描空白卡或输入手机号。</translation>
    </message>
    <message>
        <source>{member} cannot collect or redeem at present: {why}. Ask a supervisor.</source>
        <translation>{member}目前不能累积或兑换：{why}。请主管处理。</translation>
    </message>
    <message>
        <source>This member has bought since. Return the sale instead of undoing it.</source>
        <translation>该会员此后已有交易。请改用退货。</translation>
    </message>
    <message>
        <source>This member is not enrolled any more. Scan another card, or enrol with F4.</source>
        <translation>该会员已退出。请扫描其他卡，或按 F4 入会。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is of another till, and head office cannot be asked now. Try again later, or take the goods back without their sale: F5 twice.</source>
        <translation>销售 {terminal}-{seq} 属于另一台终端，现在无法询问总部。请稍后再试，或按无小票退货处理：按两次 F5。</translation>
    </message>
    <message>
        <source>Head office does not have sale {terminal}-{seq}: look at the number, or try again later, when the other till has sent it. F5 twice takes the goods back without their sale.</source>
        <translation>总部没有销售 {terminal}-{seq}：请核对号码，或等另一台终端发送后再试。按两次 F5 可按无小票退货处理。</translation>
    </message>
    <message>
        <source>Only {name}, who did this, can undo it. Scan the slip to return the sale.</source>
        <translation>只有经办人 {name} 可以撤销。请扫描小票退货。</translation>
    </message>
    <message>
        <source>A name may have {longest} letters. Shorten it.</source>
        <translation>姓名最多{longest}个字。请缩短。</translation>
    </message>
    <message>
        <source>This number belongs to {member} already. Use their card, or type another number.</source>
        <translation>此号码已属于{member}。请使用其卡，或输入其他号码。</translation>
    </message>
    <message>
        <source>“{typed}” is no phone number. Type its digits again.</source>
        <translation>“{typed}”不是电话号码。请重新输入数字。</translation>
    </message>
    <message>
        <source>No program is in force today. Ask a manager to publish one.</source>
        <translation>今天没有生效的方案。请主管发布。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} was returned already. Check the slip&apos;s number.</source>
        <translation>交易{terminal}-{seq}已退货。请核对小票号。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is of another till. Head office is being asked.</source>
        <translation>销售 {terminal}-{seq} 属于另一台终端，正在询问总部。</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is not known here. Return it in the shop that sold it.</source>
        <translation>找不到交易{terminal}-{seq}。请在售出门店退货。</translation>
    </message>
    <message>
        <source>The setting “{setting}” cannot be “{value}”. Correct it in the settings.</source>
        <translation>设置“{setting}”不能为“{value}”。请更正设置。</translation>
    </message>
    <message>
        <source>This shift was closed at another window. Sign out with F12 and in again: what is rung up stays.</source>
        <translation>此班次已在另一窗口结束。请按 F12 退出后重新登录，已录入的内容会保留。</translation>
    </message>
    <message>
        <source>No shift is open. Open one to go on.</source>
        <translation>没有打开的班次。请先开班。</translation>
    </message>
    <message>
        <source>Another window has booked something since. Look at the last act again before you undo it.</source>
        <translation>另一窗口在此期间已入账。请再次确认最后一笔操作后再撤销。</translation>
    </message>
    <message>
        <source>There is nothing to undo. Scan a slip to return an older sale.</source>
        <translation>没有可撤销的操作。旧交易请扫描小票退货。</translation>
    </message>
    <message>
        <source>Undo works for {minutes} minutes. Scan the slip to return the sale.</source>
        <translation>只能在{minutes}分钟内撤销。请扫描小票退货。</translation>
    </message>
    <message>
        <source>This badge belongs to somebody already. Take another.</source>
        <translation>此工牌已有人使用。请换一个。</translation>
    </message>
    <message>
        <source>The card {card} belongs to a member already. Take another blank card.</source>
        <translation>卡{card}已有会员。请换一张空白卡。</translation>
    </message>
    <message>
        <source>The card {card} is not known here. Scan another, or enrol it.</source>
        <translation>卡{card}未登记。请扫描其他卡或入会。</translation>
    </message>
    <message>
        <source>This member is enrolled already. Look them up by phone or name.</source>
        <translation>该会员已入会。请按手机号或姓名查找。</translation>
    </message>
    <message>
        <source>{operator} is there already. Choose another name.</source>
        <translation>{operator}已存在。请换一个名称。</translation>
    </message>
    <message>
        <source>Program {number} is published already. Give the new one the next number.</source>
        <translation>方案{number}已发布。请使用下一个编号。</translation>
    </message>
    <message>
        <source>A shift is open at till {terminal} already. Close it first.</source>
        <translation>{terminal}号机已有打开的班次。请先结班。</translation>
    </message>
    <message>
        <source>No slip is kept for sale {terminal}-{seq}. Check the number on the slip.</source>
        <translation>没有交易{terminal}-{seq}的小票。请核对号码。</translation>
    </message>
    <message>
        <source>The scan had {length} signs, at most {limit} are read. Scan the code on the card.</source>
        <translation>扫描内容有{length}个字符（最多{limit}）。请扫描卡上的条码。</translation>
    </message>
    <message>
        <source>The scanner at {port} is not there. Plug it in; until then use a card number.</source>
        <translation>{port}上没有扫描枪。请插上；在此之前可输入卡号。</translation>
    </message>
    <message>
        <source>The scanner at {port} was unplugged. Plug it in again; it goes on by itself.</source>
        <translation>{port}上的扫描枪已拔出。重新插上即可继续。</translation>
    </message>
    <message>
        <source>The port {port} may not be used. Close the other program that has it.</source>
        <translation>无法使用端口{port}。请关闭占用它的程序。</translation>
    </message>
    <message>
        <source>The setting of the port {port} is not valid ({part}). Correct the scanner&apos;s settings.</source>
        <translation>端口{port}的设置无效（{part}）。请更正扫描枪设置。</translation>
    </message>
    <message>
        <source>Serial scanners need a part that is not installed ({port}). Run the set-up again.</source>
        <translation>缺少串口扫描枪所需组件（{port}）。请重新运行安装。</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read. Correct the file, or remove it to start with ours.</source>
        <translation>无法读取{file}中的设置。请更正，或删除以恢复默认。</translation>
    </message>
    <message>
        <source>Settings that cannot be used: {names}. The usual values are used instead; correct them in {file}.</source>
        <translation>无法使用的设置：{names}。暂用默认值，请在 {file} 中更正。</translation>
    </message>
    <message>
        <source>The settings cannot be written to {file}. Check the disk and the file&apos;s rights.</source>
        <translation>无法将设置写入{file}。请检查磁盘和权限。</translation>
    </message>
    <message>
        <source>A bar code of {length} digits cannot be printed. The slip is printed without it.</source>
        <translation>无法打印{length}位条码。小票将不带条码。</translation>
    </message>
    <message>
        <source>The printer {printer} cannot draw pictures. Choose another profile in the settings.</source>
        <translation>打印机{printer}不能打印图像。请在设置中选择其他型号。</translation>
    </message>
    <message>
        <source>No font here has the letters of {language}. Run the set-up again to fetch it.</source>
        <translation>缺少{language}的字体。请重新运行安装。</translation>
    </message>
    <message>
        <source>Paper of {paper_mm} mm is not supported. Choose 58 or 80 mm in the settings.</source>
        <translation>不支持{paper_mm}毫米纸。请在设置中选58或80毫米。</translation>
    </message>
    <message>
        <source>A QR code of {length} digits cannot be printed. The slip is printed without it.</source>
        <translation>无法打印{length}位二维码。小票将不带二维码。</translation>
    </message>
    <message>
        <source>A time without its zone cannot go on paper. Set the shop&apos;s time zone in the settings.</source>
        <translation>没有时区的时间不能打印。请在设置中选择店铺时区。</translation>
    </message>
    <message>
        <source>A line of the slip is wider than the paper. Choose wider paper in the settings.</source>
        <translation>小票的一行超出纸宽。请在设置中选择更宽的纸。</translation>
    </message>
    <message>
        <source>The printer profile “{name}” is not known. Choose one in the settings.</source>
        <translation>未知的打印机型号“{name}”。请在设置中选择。</translation>
    </message>
    <message>
        <source>There is no camera {camera}. Plug one in, or use the hand scanner.</source>
        <translation>没有摄像头{camera}。请插上，或使用扫描枪。</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again; it goes on by itself.</source>
        <translation>摄像头已拔出。重新插上即可继续。</translation>
    </message>
    <message>
        <source>The camera setting “{setting}” is not valid. Correct it in the settings.</source>
        <translation>摄像头设置“{setting}”无效。请更正设置。</translation>
    </message>
    <message>
        <source>The camera gives no new picture. Unplug it and plug it in again.</source>
        <translation>摄像头没有新画面。请拔下后重新插上。</translation>
    </message>
    <message>
        <source>No reader for camera codes is installed. Use the hand scanner, or run the set-up again.</source>
        <translation>未安装摄像头识码组件。请使用扫描枪，或重新运行安装。</translation>
    </message>
    <message>
        <source>Camera scanning needs {missing}, which is not installed. Use the hand scanner, or run the set-up again.</source>
        <translation>摄像头扫描需要{missing}，但未安装。请使用扫描枪，或重新运行安装。</translation>
    </message>
    <message>
        <source>{path} is no picture we can read. Choose a PNG or JPEG file.</source>
        <translation>{path}不是可读取的图片。请选择PNG或JPEG文件。</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>没有文件{path}。请核对名称。</translation>
    </message>
    <message>
        <source>The picture {path} is too large (limit {limit}). Take a smaller one.</source>
        <translation>图片{path}过大（上限{limit}）。请换小一些的。</translation>
    </message>
    <message>
        <source>The picture {path} is damaged. Take it again.</source>
        <translation>图片{path}已损坏。请重新拍摄。</translation>
    </message>
    <message>
        <source>The camera sees {count} codes. Hold up one card alone.</source>
        <translation>摄像头看到{count}个条码。请只出示一张卡。</translation>
    </message>
    <message>
        <source>Closer: the code is too small to be read.</source>
        <translation>请靠近一些：条码太小，无法读取。</translation>
    </message>
    <message>
        <source>Hold the code still for a moment.</source>
        <translation>请将条码保持不动片刻。</translation>
    </message>
    <message>
        <source>The code shines: tilt it a little.</source>
        <translation>条码反光：请稍微倾斜。</translation>
    </message>
    <message>
        <source>Too dark: switch on a light.</source>
        <translation>太暗：请打开灯。</translation>
    </message>
    <message>
        <source>Two codes: show one alone.</source>
        <translation>有两个条码：请只出示一个。</translation>
    </message>
    <message>
        <source>The code reader {decoder} failed and is off until the next start. Codes are still read.</source>
        <translation>读码组件 {decoder} 出错，已停用至下次启动。条码仍可读取。</translation>
    </message>
    <message>
        <source>The film {path} cannot be read. Choose another file.</source>
        <translation>无法读取视频{path}。请选择其他文件。</translation>
    </message>
    <message>
        <source>Slips cannot be written to the folder {folder}. Choose another in the settings.</source>
        <translation>无法将小票写入文件夹{folder}。请在设置中另选。</translation>
    </message>
    <message>
        <source>The printer {printer} stopped in the middle. Look at the slip; print it again if it is not whole.</source>
        <translation>打印机{printer}中途停止。请查看小票，不完整则重新打印。</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer. The sale is booked; look for paper or an open cover.</source>
        <translation>打印机{printer}没有响应。交易已入账；请检查纸张和机盖。</translation>
    </message>
    <message>
        <source>The printer {printer} took no data. Check its cable and rights; the sale is booked.</source>
        <translation>打印机{printer}拒收数据。请检查连线和权限；交易已入账。</translation>
    </message>
    <message>
        <source>The printer {printer} did not confirm the slip. Look whether it came out; print it again if not.</source>
        <translation>打印机{printer}未确认出纸。请查看小票，未出则重新打印。</translation>
    </message>
    <message>
        <source>The printer {printer} cannot be reached. Switch it on or check its cable; the sale is booked.</source>
        <translation>无法连接打印机{printer}。请开机或检查连线；交易已入账。</translation>
    </message>
    <message>
        <source>This machine has no printing system for {printer}. Choose another printer in the settings.</source>
        <translation>本机没有可用于{printer}的打印系统。请在设置中选择其他打印机。</translation>
    </message>
    <message>
        <source>This slip cannot be printed: {why} The sale is booked; F7 prints it again.</source>
        <translation>此小票无法打印：{why} 交易已入账；按F7重新打印。</translation>
    </message>
    <message>
        <source>The printer setting “{setting}” is not valid ({part}). Correct it in the settings.</source>
        <translation>打印机设置“{setting}”无效（{part}）。请更正设置。</translation>
    </message>
    <message>
        <source>The scanner setting “{setting}” is not valid ({part}). Correct it in the settings.</source>
        <translation>扫描枪设置“{setting}”无效（{part}）。请更正设置。</translation>
    </message>
    <message>
        <source>The printer {printer} needs USB support, which is not installed. Run the set-up again.</source>
        <translation>打印机{printer}需要USB支持，但未安装。请重新运行安装。</translation>
    </message>
    <message>
        <source>This did not work ({code}). Try again, or ask whoever looks after this till.</source>
        <translation>未能完成（{code}）。请重试，或联系维护人员。</translation>
    </message>
    <message>
        <source>The ledger could not be brought to the new version; it was left as it was. Call whoever looks after this till.</source>
        <translation>账本未能升级到新版本，仍保持原样。请联系维护人员。</translation>
    </message>
    <message>
        <source>The program in the ledger cannot be read. Ask a manager to publish it again.</source>
        <translation>无法读取账本中的方案。请主管重新发布。</translation>
    </message>
    <message>
        <source>Another window or program is using this ledger ({path}). Close it, or go on there.</source>
        <translation>其他窗口或程序正在使用此账本（{path}）。请将其关闭，或在那里继续。</translation>
    </message>
    <message>
        <source>The ledger lies in a folder that {service} copies ({path}). Move it to this machine&apos;s own disk.</source>
        <translation>账本位于{service}同步文件夹（{path}）。请移到本机磁盘。</translation>
    </message>
    <message>
        <source>This ledger is of a newer program (version {version}; this one knows {known}). Update the program.</source>
        <translation>此账本来自更新的程序（版本{version}，本程序为{known}）。请更新程序。</translation>
    </message>
    <message>
        <source>This file is no ledger of Regulars. It was left alone; choose another data folder.</source>
        <translation>此文件不是Regulars账本，未作改动。请选择其他数据文件夹。</translation>
    </message>
    <message>
        <source>The ledger lies on a network disk ({kind}, {path}). Move it to this machine&apos;s own disk.</source>
        <translation>账本位于网络磁盘（{kind}，{path}）。请移到本机磁盘。</translation>
    </message>
    <message>
        <source>The ledger cannot be read ({said}). Check the disk, or restore the last backup of {path}.</source>
        <translation>无法读取账本（{said}）。请检查磁盘，或恢复{path}的最近备份。</translation>
    </message>
    <message>
        <source>The backup to {path} was not made. Check the disk there, then make it again.</source>
        <translation>未能备份到{path}。请检查磁盘后重新备份。</translation>
    </message>
    <message>
        <source>The ledger {path} is damaged ({said}). Nothing was written; restore the last backup.</source>
        <translation>账本{path}已损坏（{said}）。未写入任何内容；请恢复最近备份。</translation>
    </message>
    <message>
        <source>A text came in that cannot be read. Type it again, or scan again.</source>
        <translation>收到无法识别的文字。请重新输入或重新扫描。</translation>
    </message>
    <message>
        <source>The ledger {path} may not be written. Check the rights of the file and its folder.</source>
        <translation>账本{path}不可写。请检查文件及文件夹权限。</translation>
    </message>
    <message>
        <source>Type the amount first, or scan the goods.</source>
        <translation>请先输入金额或扫描商品。</translation>
    </message>
    <message>
        <source>Card {card} is new. F4 makes it a member&apos;s card at once.</source>
        <translation>卡{card}是新卡。按F4立即成为会员卡。</translation>
    </message>
    <message>
        <source>Card {card} collects points from now on.</source>
        <translation>卡{card}从现在起累积积分。</translation>
    </message>
    <message>
        <source>Ring up what goes out in exchange, or leave with Esc and book the return alone.</source>
        <translation>请录入换出的商品，或按 Esc 离开，只办理退货。</translation>
    </message>
    <message>
        <source>Something is open here. Book it with Enter or leave it with Esc, then try again.</source>
        <translation>当前有未完成的操作。请按 Enter 入账或按 Esc 离开，然后重试。</translation>
    </message>
    <message>
        <source>No member&apos;s number ends in “{typed}”. Enrol a new member, or take it as an amount.</source>
        <translation>没有以“{typed}”结尾的会员号码。请新会员入会，或当作金额。</translation>
    </message>
    <message>
        <source>No reward is in reach yet. The tiles say how many points are missing.</source>
        <translation>暂无可兑换的奖励。各格显示还差多少积分。</translation>
    </message>
    <message>
        <source>Product {product} has no price here. Type its amount.</source>
        <translation>商品{product}没有价格。请输入金额。</translation>
    </message>
    <message>
        <source>Another member: the rewards that were chosen have been put back.</source>
        <translation>已换会员：所选奖励已退回。</translation>
    </message>
    <message>
        <source>{operator} has no PIN yet: what is typed now, 4 to 8 digits, will be it.</source>
        <translation>{operator} 还没有 PIN：现在输入的 4 至 8 位数字将成为 PIN。</translation>
    </message>
    <message>
        <source>This is the demo shop: choose a number, then type PIN {pin}.</source>
        <translation>这是演示商店：请选择编号，然后输入 PIN {pin}。</translation>
    </message>
    <message>
        <source>Scan the member&apos;s card first.</source>
        <translation>请先扫描会员卡。</translation>
    </message>
    <message>
        <source>Scan the slip of the sale that comes back.</source>
        <translation>请扫描要退货的小票。</translation>
    </message>
    <message>
        <source>The shift is closed. Sign in to open the next.</source>
        <translation>班次已结束。登录后开始下一班。</translation>
    </message>
    <message>
        <source>Sign in first: by number and PIN, or a badge.</source>
        <translation>请先用编号和PIN或工牌登录。</translation>
    </message>
    <message>
        <source>Signed out. The shift stays open.</source>
        <translation>已退出登录。班次仍在进行。</translation>
    </message>
    <message>
        <source>There is no slip to print yet.</source>
        <translation>还没有可打印的小票。</translation>
    </message>
    <message>
        <source>No slip printed. F7 shows and prints it.</source>
        <translation>未打印小票。按F7查看并打印。</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>小票已打印</translation>
    </message>
    <message>
        <source>The voucher is off this sale again.</source>
        <translation>优惠券已从本次销售中撤下。</translation>
    </message>
    <message>
        <source>{voucher} is on this sale. Scan it again to take it back.</source>
        <translation>{voucher}已用于本次销售。再次扫描可撤回。</translation>
    </message>
    <message>
        <source>{voucher} lies ready, but not yet: {why}. It is used as soon as it can be.</source>
        <translation>{voucher}已备好，尚不能用：{why}。条件满足即自动使用。</translation>
    </message>
    <message>
        <source>{voucher}, good until {until}. Ring up the goods, then scan it again.</source>
        <translation>{voucher}，有效期至{until}。请先录入商品再扫描。</translation>
    </message>
    <message>
        <source>{voucher}, good until {until} from {minimum_minor} on. Ring up, then scan it again.</source>
        <translation>{voucher}，满{minimum_minor}可用，有效期至{until}。请先录入商品再扫描。</translation>
    </message>
    <message>
        <source>Nothing was read. Scan again.</source>
        <translation>没有读到内容，请重新扫描。</translation>
    </message>
    <message>
        <source>This code is far too long for a card or a slip. Scan the right one.</source>
        <translation>这个码太长，不是会员卡或小票。请扫描正确的码。</translation>
    </message>
    <message>
        <source>“{text}” is no code of this shop. Scan a member&apos;s card, or type the amount.</source>
        <translation>“{text}”不是本店的码。请扫描会员卡，或输入金额。</translation>
    </message>
    <message>
        <source>The camera may not be used. Allow it in the system&apos;s settings.</source>
        <translation>无权使用摄像头，请在系统设置中允许。</translation>
    </message>
    <message>
        <source>The printer has no paper. Put in a roll, then F7 prints again.</source>
        <translation>打印机缺纸。装纸后按 F7 重新打印。</translation>
    </message>
    <message>
        <source>The printer is open. Close it, then F7 prints again.</source>
        <translation>打印机盖打开了。合上后按 F7 重新打印。</translation>
    </message>
    <message>
        <source>The printer is off. Switch it on, then F7 prints again.</source>
        <translation>打印机已关闭。打开后按 F7 重新打印。</translation>
    </message>
    <message>
        <source>The disk is full: this was not booked, nothing is lost. Make room, then press Enter again.</source>
        <translation>磁盘已满，未入账，没有丢失任何数据。腾出空间后再按 Enter。</translation>
    </message>
    <message>
        <source>Only {free_mib} MiB are free on the disk. Make room today.</source>
        <translation>磁盘仅剩 {free_mib} MiB，请今天腾出空间。</translation>
    </message>
    <message>
        <source>There is no room for the reserve against a full disk. Make room.</source>
        <translation>没有磁盘备用空间，请腾出空间。</translation>
    </message>
    <message>
        <source>The disk was full and the reserve was used. Make room before closing time.</source>
        <translation>磁盘曾满，已动用备用空间。请在打烊前腾出空间。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is {minutes} minutes behind the last sale. Set it right.</source>
        <translation>本机时钟比最后一笔销售慢 {minutes} 分钟，请校准。</translation>
    </message>
    <message>
        <source>The ledger is older than it once was: sales may be missing. Call whoever looks after this till.</source>
        <translation>账本比以前旧，可能缺少销售记录。请联系负责人。</translation>
    </message>
    <message>
        <source>The ledger was restored from a backup. Sales made after it may be missing.</source>
        <translation>账本已从备份恢复，之后的销售可能缺失。</translation>
    </message>
    <message>
        <source>The newest entries do not hold together ({fault}). Call whoever looks after this till.</source>
        <translation>最新记录前后不符（{fault}）。请联系负责人。</translation>
    </message>
    <message>
        <source>Another window has this ledger open. Both may be used.</source>
        <translation>另一个窗口也打开了此账本，两个都可以使用。</translation>
    </message>
    <message>
        <source>The program was cut off last time. The books were checked; all is there.</source>
        <translation>上次程序意外中断。已检查账本，全部完好。</translation>
    </message>
    <message>
        <source>There is no good backup in {path}. Put one there, then try again.</source>
        <translation>{path} 中没有可用的备份。放入后重试。</translation>
    </message>
    <message>
        <source>A checked copy of the books was made: {path}.</source>
        <translation>已生成并核对账本副本：{path}。</translation>
    </message>
    <message>
        <source>Points: {points}</source>
        <translation>积分：{points}</translation>
    </message>
    <message>
        <source>Usable here: {points}</source>
        <translation>此处可用：{points}</translation>
    </message>
    <message>
        <source>Total {points}, as of {at}</source>
        <translation>共 {points}，截至 {at}</translation>
    </message>
    <message>
        <source>Total not known yet</source>
        <translation>总数尚不清楚</translation>
    </message>
    <message>
        <source>Pending points: {points}</source>
        <translation>待生效积分：{points}</translation>
    </message>
    <message>
        <source>Tier: {tier}</source>
        <translation>等级：{tier}</translation>
    </message>
    <message>
        <source>{card}: {stamps} of {needed} stamps</source>
        <translation>{card}：集点 {stamps}/{needed}</translation>
    </message>
    <message>
        <source>Vouchers: {count}</source>
        <translation>优惠券：{count}张</translation>
    </message>
    <message>
        <source>Phone: {phone}</source>
        <translation>手机号：{phone}</translation>
    </message>
    <message>
        <source>E-mail: {email}</source>
        <translation>邮箱：{email}</translation>
    </message>
    <message>
        <source>Birthday: {birthday}</source>
        <translation>生日：{birthday}</translation>
    </message>
    <message>
        <source>Member since {on}</source>
        <translation>{on}入会</translation>
    </message>
    <message>
        <source>Household: {names}</source>
        <translation>家庭：{names}</translation>
    </message>
    <message>
        <source>{name} shares this account</source>
        <translation>{name}共用此账户</translation>
    </message>
    <message>
        <source>Code for friends: {friends}</source>
        <translation>推荐码：{friends}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>已更换</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>{voucher}, until {until}</source>
        <translation>{voucher}，有效期至{until}</translation>
    </message>
    <message>
        <source>There is no voucher to be used today.</source>
        <translation>今天没有可用的优惠券。</translation>
    </message>
    <message>
        <source>The program has no stamp card.</source>
        <translation>方案中没有集点卡。</translation>
    </message>
    <message>
        <source>The program has no activity to record.</source>
        <translation>方案中没有可记录的活动。</translation>
    </message>
    <message>
        <source>No sale is known here yet.</source>
        <translation>还没有销售记录。</translation>
    </message>
    <message>
        <source>Stamp card: {card}</source>
        <translation>集点卡：{card}</translation>
    </message>
    <message>
        <source>A person looks first</source>
        <translation>审核后发放</translation>
    </message>
    <message>
        <source>{activity}: {points} points</source>
        <translation>{activity}：{points}积分</translation>
    </message>
    <message>
        <source>{member}, {on}</source>
        <translation>{member}，{on}</translation>
    </message>
    <message>
        <source>{activity} is booked: +{points} points.</source>
        <translation>{activity}已记入：+{points}积分。</translation>
    </message>
    <message>
        <source>{activity} waits for approval. The points come when somebody has looked.</source>
        <translation>{activity}等待审批。审核后发放积分。</translation>
    </message>
    <message>
        <source>Nothing waits for a decision any more.</source>
        <translation>没有等待审批的申请了。</translation>
    </message>
    <message>
        <source>Waiting for a decision: {count}</source>
        <translation>等待审批：{count}项</translation>
    </message>
    <message>
        <source>The profile is kept.</source>
        <translation>资料已保存。</translation>
    </message>
    <message>
        <source>Card {card} stands for this member, too.</source>
        <translation>卡{card}现在也属于此会员。</translation>
    </message>
    <message>
        <source>Card {card} stands for this member. The old one is dead.</source>
        <translation>卡{card}现在代表此会员。旧卡已失效。</translation>
    </message>
    <message>
        <source>Card {card} is blocked.</source>
        <translation>卡{card}已停用。</translation>
    </message>
    <message>
        <source>Card {card} can be used again.</source>
        <translation>卡{card}已恢复使用。</translation>
    </message>
    <message>
        <source>{member} has this card now.</source>
        <translation>此卡现在归{member}。</translation>
    </message>
    <message>
        <source>{voucher} is being printed.</source>
        <translation>正在打印{voucher}。</translation>
    </message>
    <message>
        <source>Joins the account of {name}</source>
        <translation>加入{name}的账户</translation>
    </message>
    <message>
        <source>Shares the account of {name} now. Points that came along: {points}.</source>
        <translation>现在共用{name}的账户。随之转入的积分：{points}。</translation>
    </message>
    <message>
        <source>Points that stay here: {points}. Enter once more to leave.</source>
        <translation>留下的积分：{points}。再按一次 Enter 退出。</translation>
    </message>
    <message>
        <source>Left the household; begins anew at zero.</source>
        <translation>已退出家庭，从零开始。</translation>
    </message>
    <message>
        <source>Goes: {name}</source>
        <translation>被合并：{name}</translation>
    </message>
    <message>
        <source>Merged. Points that came along: {points}.</source>
        <translation>已合并。转入的积分：{points}。</translation>
    </message>
    <message>
        <source>Scan the other member&apos;s card first.</source>
        <translation>请先扫描另一会员的卡。</translation>
    </message>
    <message>
        <source>Booked. Usable here now: {points} points.</source>
        <translation>已入账。现在此处可用：{points} 积分。</translation>
    </message>
    <message>
        <source>Booked. New balance: {points} points.</source>
        <translation>已记入。新余额：{points}积分。</translation>
    </message>
    <message>
        <source>Moved in. Stamps on the card now: {stamps}. Keep the paper card.</source>
        <translation>已转入。现有集点：{stamps}。请收回纸卡。</translation>
    </message>
    <message>
        <source>The newest closing is being printed once more.</source>
        <translation>正在重新打印最近的结班单。</translation>
    </message>
    <message>
        <source>All of sale {number} is taken back</source>
        <translation>整笔销售{number}将作废</translation>
    </message>
    <message>
        <source>Scan the goods, or type the amount they cost.</source>
        <translation>请扫描商品，或输入金额。</translation>
    </message>
    <message>
        <source>{member}</source>
        <translation>{member}</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>无会员卡</translation>
    </message>
    <message>
        <source>something came back</source>
        <translation>已有退货</translation>
    </message>
    <message>
        <source>This may be a member already. Choose who it is, or press Enter to enrol all the same.</source>
        <translation>可能已是会员。请选择是哪一位，或按 Enter 照样入会。</translation>
    </message>
    <message>
        <source>Enrolled; the friend is noted as well.</source>
        <translation>已入会，并记下了推荐人。</translation>
    </message>
    <message>
        <source>Enrolled, but nobody is noted for it. {why}</source>
        <translation>已入会，但未记推荐人。{why}</translation>
    </message>
    <message>
        <source>A friend&apos;s code. F4 enrols somebody; scan it there once more.</source>
        <translation>这是推荐码。按 F4 入会后再扫描一次。</translation>
    </message>
    <message>
        <source>“{typed}” is no whole number. Type digits, with - before what is taken.</source>
        <translation>“{typed}”不是整数。请输入数字，扣减时前面加 -。</translation>
    </message>
    <message>
        <source>No sale has the number “{typed}” here. Check it on the slip.</source>
        <translation>这里没有编号为“{typed}”的销售。请核对小票。</translation>
    </message>
    <message>
        <source>{activity} was rewarded before; it counts once.</source>
        <translation>{activity}已奖励过，只计一次。</translation>
    </message>
    <message>
        <source>This was approved already. To take the points back, adjust them.</source>
        <translation>已批准。如要收回积分，请手工调整。</translation>
    </message>
    <message>
        <source>{activity} comes by itself when the profile is filled in.</source>
        <translation>填写资料后，{activity}会自动发放。</translation>
    </message>
    <message>
        <source>This was declined already. Record it anew if it was meant.</source>
        <translation>已被拒绝。如有需要请重新记录。</translation>
    </message>
    <message>
        <source>{activity}: this member has had all that counts for now.</source>
        <translation>{activity}：此会员目前已达上限。</translation>
    </message>
    <message>
        <source>There is no such request any more. Open the list again.</source>
        <translation>该申请已不存在。请重新打开列表。</translation>
    </message>
    <message>
        <source>{activity} counts again from {until}.</source>
        <translation>{activity}从{until}起可再次计分。</translation>
    </message>
    <message>
        <source>The program has no activity “{activity}”. Choose one from the list.</source>
        <translation>方案中没有活动“{activity}”。请从列表中选择。</translation>
    </message>
    <message>
        <source>{activity} of this member waits for a decision already.</source>
        <translation>此会员的{activity}已在等待审批。</translation>
    </message>
    <message>
        <source>So many points at once are a typing error. At most: {most}.</source>
        <translation>一次积分过多，可能输错了。最多：{most}。</translation>
    </message>
    <message>
        <source>Zero points change nothing. Type how many are given or taken.</source>
        <translation>零积分没有变化。请输入要增减的积分。</translation>
    </message>
    <message>
        <source>Say why the points are given or taken; it stands in the books.</source>
        <translation>请写明增减积分的原因，会记入账簿。</translation>
    </message>
    <message>
        <source>Somebody must approve this. Call a supervisor.</source>
        <translation>需要批准。请叫主管。</translation>
    </message>
    <message>
        <source>This takes a second person. Call a supervisor.</source>
        <translation>需要另一人批准。请叫主管。</translation>
    </message>
    <message>
        <source>Nobody approved. Scan a badge, or choose a name and type the PIN.</source>
        <translation>尚未批准。请扫描工牌，或选择姓名并输入PIN。</translation>
    </message>
    <message>
        <source>Who asks cannot approve. A second person must.</source>
        <translation>申请人不能自己批准，须由另一人批准。</translation>
    </message>
    <message>
        <source>{name} may not approve this either. Call a manager.</source>
        <translation>{name}也无权批准。请叫经理。</translation>
    </message>
    <message>
        <source>This birthday is still to come. Check its year.</source>
        <translation>此生日尚未到来。请核对年份。</translation>
    </message>
    <message>
        <source>This is no birthday. Type its digits as the field shows, with or without year.</source>
        <translation>无法识别生日。请按提示顺序输入数字，可不填年份。</translation>
    </message>
    <message>
        <source>Another card has taken this one&apos;s place. Take the new card of {member}.</source>
        <translation>此卡已被更换。请用{member}的新卡。</translation>
    </message>
    <message>
        <source>This is the same card. Scan a blank one.</source>
        <translation>是同一张卡。请扫描空白卡。</translation>
    </message>
    <message>
        <source>No shift was closed here yet.</source>
        <translation>还没有结过班。</translation>
    </message>
    <message>
        <source>No closing has the number {shift}. Check it on the paper.</source>
        <translation>没有编号为{shift}的结班。请核对单据。</translation>
    </message>
    <message>
        <source>This shift is still open. Close it to have its closing.</source>
        <translation>此班次尚未结束。结班后才有结班单。</translation>
    </message>
    <message>
        <source>“{typed}” is no e-mail address. Type it again.</source>
        <translation>“{typed}”不是邮箱地址。请重新输入。</translation>
    </message>
    <message>
        <source>A household has at most {most} members. Let somebody leave it first.</source>
        <translation>家庭最多{most}人。请先让一人退出。</translation>
    </message>
    <message>
        <source>{member} belongs to another household. They leave it first.</source>
        <translation>{member}属于另一个家庭，须先退出。</translation>
    </message>
    <message>
        <source>Others share the account of {member}. They leave it first.</source>
        <translation>还有人共用{member}的账户，须先退出。</translation>
    </message>
    <message>
        <source>This account is their own. Scan the card of somebody else.</source>
        <translation>这是本人的账户。请扫描别人的卡。</translation>
    </message>
    <message>
        <source>No slip can be written in {language}. Choose from the list.</source>
        <translation>无法用{language}打印小票。请从列表中选择。</translation>
    </message>
    <message>
        <source>This is the same member. Scan the card of the other one.</source>
        <translation>是同一会员。请扫描另一位的卡。</translation>
    </message>
    <message>
        <source>This is the same account. Scan the card of somebody else.</source>
        <translation>是同一账户。请扫描别人的卡。</translation>
    </message>
    <message>
        <source>Type the paper card&apos;s serial number: letters and digits, at most 40.</source>
        <translation>请输入纸卡编号：字母和数字，最多40个。</translation>
    </message>
    <message>
        <source>Paper card {serial} was moved in before. Keep it, and give no stamps for it.</source>
        <translation>纸卡{serial}已转入过。请收回，不要再给集点。</translation>
    </message>
    <message>
        <source>Say why; the reason stands in the books.</source>
        <translation>请写明原因，会记入账簿。</translation>
    </message>
    <message>
        <source>Say why there is no slip; the reason stands in the books.</source>
        <translation>请写明没有小票的原因，会记入账簿。</translation>
    </message>
    <message>
        <source>Somebody else has brought this member already. A friend counts once.</source>
        <translation>此会员已由别人推荐，只计一次。</translation>
    </message>
    <message>
        <source>Whoever brought this member cannot collect at present.</source>
        <translation>推荐人目前不能积分。</translation>
    </message>
    <message>
        <source>Somebody has brought this member already. A friend counts once.</source>
        <translation>此会员已被推荐过，只计一次。</translation>
    </message>
    <message>
        <source>The program rewards nobody for bringing friends.</source>
        <translation>方案没有推荐奖励。</translation>
    </message>
    <message>
        <source>This member has bought here before; only new ones count.</source>
        <translation>此会员以前购买过，只计新会员。</translation>
    </message>
    <message>
        <source>This is their own code. A friend&apos;s is needed.</source>
        <translation>这是本人的码，需要朋友的码。</translation>
    </message>
    <message>
        <source>Both have the same phone, address, card or household; that is no new friend.</source>
        <translation>双方的电话、地址、卡或家庭相同，不算新朋友。</translation>
    </message>
    <message>
        <source>This code is nobody&apos;s. Scan the friend&apos;s card or code again.</source>
        <translation>此码不属于任何人。请重新扫描朋友的卡或码。</translation>
    </message>
    <message>
        <source>A paper card brings from 1 to {most} stamps at once.</source>
        <translation>一张纸卡一次可转入1至{most}个集点。</translation>
    </message>
    <message>
        <source>This text may have {longest} letters. Shorten it.</source>
        <translation>最多{longest}个字。请缩短。</translation>
    </message>
    <message>
        <source>At most {most} are kept here. Take one away first.</source>
        <translation>最多保留{most}个。请先去掉一个。</translation>
    </message>
    <message>
        <source>Part of this sale came back already. Return the rest instead.</source>
        <translation>此笔销售已部分退货。请退其余部分。</translation>
    </message>
    <message>
        <source>The program has no voucher “{voucher}”.</source>
        <translation>方案中没有优惠券“{voucher}”。</translation>
    </message>
    <message>
        <source>This card cannot be used here. Please ask at the counter.</source>
        <translation>此卡不能在这里使用，请到柜台咨询。</translation>
    </message>
    <message>
        <source>This code was not read whole. Hold it up once more, flat and still.</source>
        <translation>没有完整读出，请放平并保持不动再试一次。</translation>
    </message>
    <message>
        <source>This code is not one of a receipt that we know. Please ask at the counter.</source>
        <translation>这不是我们认识的小票码，请到柜台咨询。</translation>
    </message>
    <message>
        <source>This is not the receipt of a purchase. Hold up the receipt you got for paying.</source>
        <translation>这不是消费小票，请出示付款后拿到的小票。</translation>
    </message>
    <message>
        <source>This receipt is only a test of a till. It brings no points.</source>
        <translation>这只是收银机的测试小票，不能积分。</translation>
    </message>
    <message>
        <source>Something on this receipt does not add up. Please show it at the counter.</source>
        <translation>此小票内容有不符之处，请在柜台出示。</translation>
    </message>
    <message>
        <source>This receipt has to be looked at. Please take it to the counter.</source>
        <translation>此小票需要人工查看，请拿到柜台。</translation>
    </message>
    <message>
        <source>What is on this receipt was returned. It brings no points.</source>
        <translation>此小票的商品已退货，不能积分。</translation>
    </message>
    <message>
        <source>This reward cannot be had at present.</source>
        <translation>此奖励目前不能兑换。</translation>
    </message>
    <message>
        <source>You have had this reward as often as it can be had for now.</source>
        <translation>此奖励您目前可兑换的次数已用完。</translation>
    </message>
    <message>
        <source>This reward is for your birthday.</source>
        <translation>此奖励为生日专享。</translation>
    </message>
    <message>
        <source>There are not enough points for this reward yet.</source>
        <translation>积分还不够兑换此奖励。</translation>
    </message>
    <message>
        <source>This does not work here just now. Please ask at the counter.</source>
        <translation>现在无法在此办理，请到柜台咨询。</translation>
    </message>
    <message>
        <source>This card was replaced by another. Please use the newer one.</source>
        <translation>此卡已更换，请使用新卡。</translation>
    </message>
    <message>
        <source>No points can be collected today. Please ask at the counter.</source>
        <translation>今天无法积分，请到柜台咨询。</translation>
    </message>
    <message>
        <source>This is a new card. Touch Finish first, then scan it again.</source>
        <translation>这是一张新卡。请先按“结束”，再扫描一次。</translation>
    </message>
    <message>
        <source>Please hold up the square code on this receipt, not the bars.</source>
        <translation>请出示小票上的方形二维码，而不是条形码。</translation>
    </message>
    <message>
        <source>Please show this one at the counter. Cards and receipts are read here.</source>
        <translation>此码请在柜台出示。这里读取会员卡和小票。</translation>
    </message>
    <message>
        <source>Nothing was paid on this receipt. It brings no points.</source>
        <translation>此小票没有付款金额，不能积分。</translation>
    </message>
    <message>
        <source>This is a copy. Please hold up the receipt itself.</source>
        <translation>这是副本，请出示小票原件。</translation>
    </message>
    <message>
        <source>This receipt is of a return. It brings no points.</source>
        <translation>这是退货小票，不能积分。</translation>
    </message>
    <message>
        <source>This purchase was cancelled. It brings no points.</source>
        <translation>此次消费已取消，不能积分。</translation>
    </message>
    <message>
        <source>This receipt was credited in another shop already. It counts once.</source>
        <translation>此小票已在其他门店积分，只计一次。</translation>
    </message>
    <message>
        <source>This receipt was credited on {on}. Each one counts once.</source>
        <translation>此小票已于{on}积分，每张只能积一次。</translation>
    </message>
    <message>
        <source>Somebody has looked at this receipt, and it does not count. Ask at the counter.</source>
        <translation>我们的员工已查看此小票，不能积分。请到柜台咨询。</translation>
    </message>
    <message>
        <source>This receipt was credited on {on} (entry {number}). It counts once.</source>
        <translation>这张小票已于{on}计入（记录{number}）。只计一次。</translation>
    </message>
    <message>
        <source>This receipt was credited at {where} on {on}. It counts once.</source>
        <translation>此小票已于 {on} 在 {where} 积分，只计一次。</translation>
    </message>
    <message>
        <source>A receipt waits for its card. Scan the card first, or put the receipt away with Esc.</source>
        <translation>有小票在等待会员卡。请先扫卡，或按 Esc 收起小票。</translation>
    </message>
    <message>
        <source>This is not the code of one of our slips. Scan it again.</source>
        <translation>这不是本店小票的码。请重新扫描。</translation>
    </message>
    <message>
        <source>The sale {terminal}-{seq} cannot be named in a code on its slip.</source>
        <translation>销售 {terminal}-{seq} 无法写入小票上的码。</translation>
    </message>
    <message>
        <source>Somebody has looked at this receipt before, and declined it.</source>
        <translation>这张小票以前已有人核对并拒绝。</translation>
    </message>
    <message>
        <source>The till that signed this receipt is not enrolled here: {device}</source>
        <translation>签署这张小票的收银机未在此登记：{device}</translation>
    </message>
    <message>
        <source>Not everything on this receipt holds: {check}. Look at the paper.</source>
        <translation>小票上有不符之处：{check}。请查看原件。</translation>
    </message>
    <message>
        <source>There is nothing on this receipt to credit.</source>
        <translation>这张小票没有可计入的内容。</translation>
    </message>
    <message>
        <source>Finish this sale with Enter, or leave it with Esc. Then scan the receipt again.</source>
        <translation>请先按 Enter 完成或按 Esc 放弃此销售，再重新扫描小票。</translation>
    </message>
    <message>
        <source>The receipt is of a time that has not come yet. Check the clock of this till.</source>
        <translation>小票的时间尚未到来。请检查本机时钟。</translation>
    </message>
    <message>
        <source>This sale was booked to a card when it was made. Its points are there already.</source>
        <translation>此销售当时已记到会员卡，积分已经发放。</translation>
    </message>
    <message>
        <source>The shop of this receipt is not enrolled here: {issuer}</source>
        <translation>这张小票的商店未在此登记：{issuer}</translation>
    </message>
    <message>
        <source>The code of this receipt does not say whose it is. Look at the paper.</source>
        <translation>码中没有写明是哪家店的小票。请查看原件。</translation>
    </message>
    <message>
        <source>The key of this till for slips cannot be read ({file}). Slips carry no code until it can.</source>
        <translation>无法读取本机的小票密钥（{file}）。在此之前小票不带码。</translation>
    </message>
    <message>
        <source>The key of this till for slips cannot be kept ({file}). Slips carry no code until it can.</source>
        <translation>无法保存本机的小票密钥（{file}）。在此之前小票不带码。</translation>
    </message>
    <message>
        <source>This member has brought as many receipts as count {per}.</source>
        <translation>该会员{per}可计入的小票已达上限。</translation>
    </message>
    <message>
        <source>This looks like a receipt that counts already (entry {number}). Compare them.</source>
        <translation>与已计入的小票（记录{number}）相似。请比较两者。</translation>
    </message>
    <message>
        <source>The code of this receipt holds no total. Type it as it is printed.</source>
        <translation>这张小票的码中没有总额。请按印刷内容输入。</translation>
    </message>
    <message>
        <source>This receipt waits no longer: somebody else has decided.</source>
        <translation>这张小票已不在等待：其他人已处理。</translation>
    </message>
    <message>
        <source>The number of this receipt ({counter}) does not fit its time, as others of its till show.</source>
        <translation>与同一收银机的其他小票相比，这张小票的编号（{counter}）与时间不符。</translation>
    </message>
    <message>
        <source>A receipt without a code: a person must look at it.</source>
        <translation>没有码的小票：须由人核对。</translation>
    </message>
    <message>
        <source>The receipt is put aside for a supervisor. Its points come after that.</source>
        <translation>小票已搁置，等主管核对后发放积分。</translation>
    </message>
    <message>
        <source>The goods of this receipt came back. Nothing is left to credit.</source>
        <translation>这张小票的商品已退回，没有可计入的内容。</translation>
    </message>
    <message>
        <source>Less than {minutes} minutes from a receipt of this shop that counts (entry {number}).</source>
        <translation>与这家店已计入的小票（记录{number}）相隔不到{minutes}分钟。</translation>
    </message>
    <message>
        <source>A second receipt of this till is scanned.</source>
        <translation>已扫描该收银机的第二张小票。</translation>
    </message>
    <message>
        <source>A till that is not known here signed this slip. Try again after the next exchange.</source>
        <translation>签署此小票的终端在此未知。请在下次数据交换后重试。</translation>
    </message>
    <message>
        <source>{most} receipts lie here. Scan their card first.</source>
        <translation>已有{most}张小票。请先扫描会员卡。</translation>
    </message>
    <message>
        <source>This receipt is too old to count by itself.</source>
        <translation>这张小票过旧，不能自动计入。</translation>
    </message>
    <message>
        <source>Receipts count by themselves from {minimum_minor} on.</source>
        <translation>小票自{minimum_minor}起可自动计入。</translation>
    </message>
    <message>
        <source>Type the total of the receipt as it is printed.</source>
        <translation>请按印刷内容输入小票总额。</translation>
    </message>
    <message>
        <source>The code says {total_minor}, not what was typed. Look at the paper.</source>
        <translation>码中为{total_minor}，与输入不符。请查看原件。</translation>
    </message>
    <message>
        <source>This receipt lies here already.</source>
        <translation>这张小票已在这里。</translation>
    </message>
    <message>
        <source>This receipt waits for somebody&apos;s decision already.</source>
        <translation>这张小票已在等待处理。</translation>
    </message>
    <message>
        <source>To be looked at: {why}</source>
        <translation>待核对：{why}</translation>
    </message>
    <message>
        <source>The code does not say whose receipt it is. Choose the shop by its number.</source>
        <translation>码中没有写明商店。请按编号选择商店。</translation>
    </message>
    <message>
        <source>This receipt was credited and taken back. It does not count again.</source>
        <translation>这张小票计入后已收回，不再计入。</translation>
    </message>
    <message>
        <source>“{text}” is no receipt&apos;s number with its four signs, such as 1-812 7K3Q.</source>
        <translation>“{text}”不是带四位字符的小票编号，例如 1-812 7K3Q。</translation>
    </message>
    <message>
        <source>Too many wrong signs were typed. Wait {minutes} min, or scan the slip.</source>
        <translation>输错次数过多。请等待{minutes}分钟，或扫描小票。</translation>
    </message>
    <message>
        <source>The four signs do not belong to this number. Look again; tries before a wait: {left}.</source>
        <translation>四位字符与编号不符。请再核对；等待前剩余次数：{left}。</translation>
    </message>
    <message>
        <source>No key fits both receipts. Take two different receipts of the same till.</source>
        <translation>没有密钥同时符合两张小票。请用同一收银机的两张不同小票。</translation>
    </message>
    <message>
        <source>Type what the shop is called.</source>
        <translation>请输入商店名称。</translation>
    </message>
    <message>
        <source>The signature on this receipt does not hold. It enrols nobody.</source>
        <translation>这张小票的签名无效，不能用于登记。</translation>
    </message>
    <message>
        <source>The key of this till is learned from two of its receipts. Scan another one, then Enter.</source>
        <translation>该收银机的密钥需由两张小票得出。请再扫描一张，然后按 Enter。</translation>
    </message>
    <message>
        <source>This code could be of several kinds of receipt. Nothing is credited for it.</source>
        <translation>此码可能属于多种小票，不予计入。</translation>
    </message>
    <message>
        <source>Nothing was paid on this receipt, so there is nothing to credit.</source>
        <translation>这张小票没有付款，无可计入。</translation>
    </message>
    <message>
        <source>This receipt was changed or misread: {check}. Scan it again, or call a manager.</source>
        <translation>小票被改动或读错：{check}。请重新扫描或叫经理。</translation>
    </message>
    <message>
        <source>There is nothing in this code. Scan again.</source>
        <translation>此码为空。请重新扫描。</translation>
    </message>
    <message>
        <source>The key of the till that signed this receipt is not known here.</source>
        <translation>签署这张小票的收银机密钥在此未知。</translation>
    </message>
    <message>
        <source>This is a payment on account, not a sale. It earns no points.</source>
        <translation>这是预付款，不是销售，不积分。</translation>
    </message>
    <message>
        <source>This is a copy. Ask for the receipt itself.</source>
        <translation>这是副本。请索要小票原件。</translation>
    </message>
    <message>
        <source>This receipt is for money paid out. It earns no points.</source>
        <translation>这是付出款项的小票，不积分。</translation>
    </message>
    <message>
        <source>This is an offer or a delivery note. Ask for the receipt itself.</source>
        <translation>这是报价单或送货单。请索要小票。</translation>
    </message>
    <message>
        <source>Here the shop bought from somebody. It earns no points.</source>
        <translation>这是商店的采购单据，不积分。</translation>
    </message>
    <message>
        <source>Here the shop gave goods back. It earns no points.</source>
        <translation>这是商店退货给供应方的单据，不积分。</translation>
    </message>
    <message>
        <source>This receipt is of a return. It earns no points.</source>
        <translation>这是退货小票，不积分。</translation>
    </message>
    <message>
        <source>This receipt was made for practice. It earns no points.</source>
        <translation>这是练习用小票，不积分。</translation>
    </message>
    <message>
        <source>This receipt was cancelled. It earns no points.</source>
        <translation>这张小票已作废，不积分。</translation>
    </message>
    <message>
        <source>This receipt is of nothing, made to test the till. It earns no points.</source>
        <translation>这是测试收银机的零额小票，不积分。</translation>
    </message>
    <message>
        <source>The code of this receipt is damaged or cut off. Scan it again.</source>
        <translation>小票的码损坏或不完整。请重新扫描。</translation>
    </message>
    <message>
        <source>This is the other half, the list of goods. Scan the code on the left.</source>
        <translation>这是另一半，即商品清单。请扫描左边的码。</translation>
    </message>
    <message>
        <source>This receipt comes from a system for trials. It earns no points.</source>
        <translation>这张小票来自测试系统，不积分。</translation>
    </message>
    <message>
        <source>This code is too long to be a receipt&apos;s. Scan the receipt&apos;s own code.</source>
        <translation>此码过长，不是小票的码。请扫描小票上的码。</translation>
    </message>
    <message>
        <source>This is no receipt that is known here. Scan another code of it.</source>
        <translation>这不是本机认识的小票。请扫描其他码。</translation>
    </message>
    <message>
        <source>This receipt: {shop}</source>
        <translation>这张小票：{shop}</translation>
    </message>
    <message>
        <source>Entry {entry}: {shop}</source>
        <translation>记录{entry}：{shop}</translation>
    </message>
    <message>
        <source>Printed: {on}</source>
        <translation>打印：{on}</translation>
    </message>
    <message>
        <source>Printed: {at}</source>
        <translation>打印：{at}</translation>
    </message>
    <message>
        <source>Total: {total_minor}</source>
        <translation>总额：{total_minor}</translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation>编号：{number}</translation>
    </message>
    <message>
        <source>declined before</source>
        <translation>曾被拒绝</translation>
    </message>
    <message>
        <source>till not enrolled</source>
        <translation>收银机未登记</translation>
    </message>
    <message>
        <source>not everything on it holds</source>
        <translation>有不符之处</translation>
    </message>
    <message>
        <source>shop not enrolled</source>
        <translation>商店未登记</translation>
    </message>
    <message>
        <source>more receipts than count</source>
        <translation>超过可计入的张数</translation>
    </message>
    <message>
        <source>looks like another one</source>
        <translation>与另一张相似</translation>
    </message>
    <message>
        <source>its number does not fit its time</source>
        <translation>编号与时间不符</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>没有码</translation>
    </message>
    <message>
        <source>the same visit as another one</source>
        <translation>与另一张为同一次光顾</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>过旧</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>金额过小</translation>
    </message>
    <message>
        <source>waits already</source>
        <translation>已在等待</translation>
    </message>
    <message>
        <source>in a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>in a week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>总共</translation>
    </message>
    <message>
        <source>its shop&apos;s tax number cannot be one</source>
        <translation>商店税号不成立</translation>
    </message>
    <message>
        <source>its check sum does not fit what it says</source>
        <translation>校验值与内容不符</translation>
    </message>
    <message>
        <source>its signature does not fit what it says</source>
        <translation>签名与内容不符</translation>
    </message>
    <message>
        <source>its sums do not add up</source>
        <translation>金额合计不符</translation>
    </message>
    <message>
        <source>its tax does not fit its price</source>
        <translation>税额与价格不符</translation>
    </message>
    <message>
        <source>its number cannot be one</source>
        <translation>编号不成立</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>内容缺失</translation>
    </message>
    <message>
        <source>the key of its till was not good then</source>
        <translation>当时收银机密钥无效</translation>
    </message>
    <message>
        <source>it is of another kind of document</source>
        <translation>属于其他单据</translation>
    </message>
    <message>
        <source>its date is not sure</source>
        <translation>日期不确定</translation>
    </message>
    <message>
        <source>its till could not sign</source>
        <translation>收银机未能签名</translation>
    </message>
    <message>
        <source>This receipt is in other money ({currency}) and brings no points here.</source>
        <translation>此小票使用其他货币（{currency}），在此不能积分。</translation>
    </message>
    <message>
        <source>A card was used for this purchase. Its points are on that card.</source>
        <translation>此次消费已使用会员卡，积分在那张卡上。</translation>
    </message>
    <message>
        <source>Type the number and the four signs below the code, such as 1-812 7K3Q.</source>
        <translation>请输入二维码下方的号码和四个字符，例如 1-812 7K3Q。</translation>
    </message>
    <message>
        <source>Number and signs do not belong together. Look again. Tries left: {left}.</source>
        <translation>号码与字符不符，请再看一遍。剩余次数：{left}。</translation>
    </message>
    <message>
        <source>Too many wrong numbers. Wait {minutes} minutes, or ask at the counter.</source>
        <translation>错误次数过多。请等待 {minutes} 分钟，或到柜台咨询。</translation>
    </message>
    <message>
        <source>This receipt is on the list already.</source>
        <translation>此小票已在列表中。</translation>
    </message>
    <message>
        <source>These are {most} receipts. Touch Finish, then bring the others.</source>
        <translation>已有 {most} 张小票。请按“结束”，再出示其余的。</translation>
    </message>
    <message>
        <source>No card came, so the receipt was not kept. Scan it again, and your card.</source>
        <translation>没有出示会员卡，小票未被保留。请重新扫描小票和会员卡。</translation>
    </message>
    <message>
        <source>These digits do not fit this card. Tries left: {left}.</source>
        <translation>这些数字与此卡不符。剩余次数：{left}。</translation>
    </message>
    <message>
        <source>Wrong three times. Points can be seen here again in {minutes} minutes, or at the counter.</source>
        <translation>已错三次。{minutes} 分钟后可在此查看积分，或到柜台查看。</translation>
    </message>
    <message>
        <source>We know neither a phone number nor a birthday of yours. Please ask at the counter.</source>
        <translation>没有登记您的电话号码或生日，请到柜台咨询。</translation>
    </message>
    <message>
        <source>Your points are being used at the counter just now.</source>
        <translation>您的积分正在柜台使用。</translation>
    </message>
    <message>
        <source>This reward can be had from {from} on.</source>
        <translation>此奖励从{from}起可兑换。</translation>
    </message>
    <message>
        <source>This reward is gone.</source>
        <translation>此奖励已兑完。</translation>
    </message>
    <message>
        <source>This reward is for {tier}.</source>
        <translation>此奖励为{tier}专享。</translation>
    </message>
    <message>
        <source>Welcome! You collect points from now on.</source>
        <translation>欢迎！从现在起您可以积分了。</translation>
    </message>
    <message>
        <source>Type your phone number, or take a card at the counter and scan it.</source>
        <translation>请输入电话号码，或在柜台领取一张卡并扫描。</translation>
    </message>
    <message>
        <source>Nobody more can enrol here just now. Please ask at the counter.</source>
        <translation>此处暂时无法再办理入会，请到柜台咨询。</translation>
    </message>
    <message>
        <source>This number is enrolled already. Scan your card, or ask at the counter.</source>
        <translation>此号码已注册。请扫描会员卡，或到柜台咨询。</translation>
    </message>
    <message>
        <source>This is no phone number. Look at its digits again.</source>
        <translation>这不是电话号码，请检查数字。</translation>
    </message>
    <message>
        <source>There is no picture of the camera. Type what is printed, or press F11 again.</source>
        <translation>没有摄像头的照片。请输入小票内容，或再按 F11。</translation>
    </message>
    <message>
        <source>A receipt of the other till waits. Scan the card its points go to.</source>
        <translation>另一台收银机的小票在等待。请扫描要积分的会员卡。</translation>
    </message>
    <message>
        <source>The sale at the other till is credited ({total_minor}); its receipt says so.</source>
        <translation>另一台收银机的销售已积分（{total_minor}），小票上已注明。</translation>
    </message>
    <message>
        <source>This printout of the other till is no sale. There is nothing to credit.</source>
        <translation>另一台收银机的这张打印单不是销售，没有可积分的内容。</translation>
    </message>
    <message>
        <source>The printer of the other till did not finish this receipt. Print it again.</source>
        <translation>另一台收银机的打印机没有打完这张小票。请重新打印。</translation>
    </message>
    <message>
        <source>This receipt of the other till was credited before, as {sale}.</source>
        <translation>另一台收银机的这张小票已作为 {sale} 积分。</translation>
    </message>
    <message>
        <source>“{moment}” is no day and no time. Type 2026-01-31, and 17:30.</source>
        <translation>“{moment}”不是日期也不是时间。请像 2026-01-31 和 17:30 那样输入。</translation>
    </message>
    <message>
        <source>This till has no reader for printed text. Type what is printed.</source>
        <translation>本收银机没有文字识别。请输入小票内容。</translation>
    </message>
    <message>
        <source>The reader of printed text stopped. Take the picture again, or type it.</source>
        <translation>文字识别程序停止了。请重拍，或手动输入。</translation>
    </message>
    <message>
        <source>The picture took more than {megabytes} MB to read. Hold the receipt closer, or type it.</source>
        <translation>读取照片超过了 {megabytes} MB。请把小票靠近些，或手动输入。</translation>
    </message>
    <message>
        <source>No text can be read. Lay the receipt flat and let it fill the picture: F11.</source>
        <translation>读不出文字。请把小票放平、占满画面，再按 F11。</translation>
    </message>
    <message>
        <source>Not read within {seconds} s. Take the picture again with F11, or type it.</source>
        <translation>{seconds} 秒内未能读取。请按 F11 重拍，或手动输入。</translation>
    </message>
    <message>
        <source>Its sums do not prove what was read. Compare every field with the paper.</source>
        <translation>算式不能证明读取的内容。请逐项与纸质小票核对。</translation>
    </message>
    <message>
        <source>Type the day that is printed.</source>
        <translation>请输入打印的日期。</translation>
    </message>
    <message>
        <source>The picture is still being read. It takes a few seconds.</source>
        <translation>照片仍在读取，需要几秒钟。</translation>
    </message>
    <message>
        <source>Its own sums prove the total, and it names one day only.</source>
        <translation>小票上的算式证明了总额，且只有一个日期。</translation>
    </message>
    <message>
        <source>Choose the shop by its number, or type its name. A new one can be enrolled.</source>
        <translation>按编号选择店铺，或输入店名。新店可以登记。</translation>
    </message>
    <message>
        <source>The picture is blurred. Lay the receipt flat, hold still, take it again with F11.</source>
        <translation>照片模糊。请把小票放平、保持不动，按 F11 重拍。</translation>
    </message>
    <message>
        <source>The picture is too dark. Switch on a light and take it again with F11.</source>
        <translation>照片太暗。请开灯并按 F11 重拍。</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now.</source>
        <translation>目前此处可使用 {total} 积分中的 {points} 积分。</translation>
    </message>
    <message>
        <source>Points cannot be used here now. {why}</source>
        <translation>现在此处不能使用积分。{why}</translation>
    </message>
    <message>
        <source>The books were restored from a backup. They can be used again once this terminal has reached head office.</source>
        <translation>账本已从备份恢复。本机连上总部后即可再次使用。</translation>
    </message>
    <message>
        <source>This terminal was not connected for too long. Check the network; selling and earning go on.</source>
        <translation>本机太久未连接。请检查网络；销售和积分累积照常进行。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set back. Set the right time, then scan again.</source>
        <translation>本机时钟被调慢。请校准时间后重新扫描。</translation>
    </message>
    <message>
        <source>Another machine works with a copy of these books. Call head office.</source>
        <translation>另一台机器正在使用本账本的副本。请联系总部。</translation>
    </message>
    <message>
        <source>Head office has taken this terminal out of use. Call head office.</source>
        <translation>总部已停用本机。请联系总部。</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now. The rest is held by other shops until this terminal is back online.</source>
        <translation>目前此处可使用 {total} 积分中的 {points} 积分。其余积分在其他门店，待本机恢复联网后可用。</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now. The rest is at a shop that does not answer just now.</source>
        <translation>目前此处可使用 {total} 积分中的 {points} 积分。其余积分所在的门店暂无响应。</translation>
    </message>
    <message>
        <source>A supervisor may allow {points} points all the same; for {risk} of them the shop bears the risk.</source>
        <translation>主管仍可放行 {points} 积分；其中 {risk} 积分由门店承担风险。</translation>
    </message>
    <message>
        <source>No more than {most} points can be allowed now. Use fewer, or go on without points.</source>
        <translation>现在最多可放行 {most} 积分。请少用一些，或不使用积分。</translation>
    </message>
    <message>
        <source>Head office can be reached again. Take the reward once more, without risk.</source>
        <translation>总部已恢复连接。请重新选择奖励，无需承担风险。</translation>
    </message>
    <message>
        <source>Another shop has it just now</source>
        <translation>目前在其他门店</translation>
    </message>
    <message>
        <source>This terminal has no head office yet.</source>
        <translation>本机尚未加入总部。</translation>
    </message>
    <message>
        <source>Another machine works with a copy of these books. Selling goes on; call head office.</source>
        <translation>另一台机器正在使用本账本的副本。销售照常进行；请联系总部。</translation>
    </message>
    <message>
        <source>Head office has taken this terminal out of use. Selling goes on; call head office.</source>
        <translation>总部已停用本机。销售照常进行；请联系总部。</translation>
    </message>
    <message>
        <source>This program is too old or too new for head office. Update it; until then everything is kept here.</source>
        <translation>本程序版本与总部不符。请更新；在此之前所有内容都保存在本机。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong. Set the right time; then it connects.</source>
        <translation>本机时钟不准。校准时间后即可连接。</translation>
    </message>
    <message>
        <source>Connected with head office.</source>
        <translation>已连接总部。</translation>
    </message>
    <message>
        <source>Not connected. Selling goes on; everything is sent later. F10 tells more.</source>
        <translation>未连接。销售照常进行，内容稍后发送。详情请按 F10。</translation>
    </message>
    <message>
        <source>Connected within the shop, not with head office. Selling goes on; everything is sent later. F10 tells more.</source>
        <translation>店内已连接，但未与总部连接。销售照常进行，内容稍后发送。详情请按 F10。</translation>
    </message>
    <message>
        <source>Done: this is terminal {terminal} of {name}, {merchant}. All that is in its books is being sent.</source>
        <translation>完成：本机是 {merchant} {name} 的 {terminal} 号终端。正在发送账本中的所有内容。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>Not connected since {since}</source>
        <translation>自 {since} 起未连接</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>The tills of this shop reach each other: what they have can be used here.</source>
        <translation>本店的收银台彼此相连，它们所持有的可在此使用。</translation>
    </message>
    <message>
        <source>Another window of this till talks to head office (process {pid}).</source>
        <translation>本机的另一窗口正在与总部通信（进程 {pid}）。</translation>
    </message>
    <message>
        <source>Head office: {name}, {url}</source>
        <translation>总部：{name}，{url}</translation>
    </message>
    <message>
        <source>Last contact: {at}</source>
        <translation>上次联系：{at}</translation>
    </message>
    <message>
        <source>Not sent yet: {count}, the oldest of {oldest}</source>
        <translation>未发送：{count} 条，最早的是 {oldest}</translation>
    </message>
    <message>
        <source>Sales only on this terminal: {count}</source>
        <translation>仅在本机上的销售：{count} 笔</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>已全部发送</translation>
    </message>
    <message>
        <source>Changes of members not sent yet: {count}</source>
        <translation>未发送的会员变更：{count} 条</translation>
    </message>
    <message>
        <source>Head office has another terminal {number}, and this till has sold already. Ask for a code for that terminal if it is this one, or begin with a new data folder.</source>
        <translation>总部已有另一台终端 {number}，而本终端已有销售。如果那台就是本机，请索取该终端的代码；否则请用新的数据文件夹开始。</translation>
    </message>
    <message>
        <source>Head office has another certificate. Its caretaker types here: regulars sync trust</source>
        <translation>总部的证书已更换。请负责人在此输入：regulars sync trust</translation>
    </message>
    <message>
        <source>The key of this terminal cannot be read ({file}). Ask head office for a new code.</source>
        <translation>无法读取本机的密钥（{file}）。请向总部索取新代码。</translation>
    </message>
    <message>
        <source>The key of this terminal cannot be written to {file}. Check the disk and its rights.</source>
        <translation>无法将本机的密钥写入 {file}。请检查磁盘和权限。</translation>
    </message>
    <message>
        <source>For somebody to look at: {count}</source>
        <translation>需要有人查看：{count} 条</translation>
    </message>
    <message>
        <source>Sending now. The strip shows how it goes.</source>
        <translation>正在发送。进度见上方状态栏。</translation>
    </message>
    <message>
        <source>Entry {number}, noticed {at}</source>
        <translation>记录 {number}，发现于 {at}</translation>
    </message>
    <message>
        <source>It stays in these books, and head office keeps it too. Nothing is lost.</source>
        <translation>它保留在本账本中，总部也会保存。不会丢失任何内容。</translation>
    </message>
    <message>
        <source>The same was already done at another terminal, so it counts once.</source>
        <translation>另一台终端已做过同样的操作，因此只计一次。</translation>
    </message>
    <message>
        <source>Head office does not know this kind of entry yet. It has to be updated.</source>
        <translation>总部尚不识别此类记录，需要更新。</translation>
    </message>
    <message>
        <source>Head office could not read it. Ask whoever looks after this till.</source>
        <translation>总部无法读取。请询问本机的负责人。</translation>
    </message>
    <message>
        <source>Head office did not count it. Ask there which one holds.</source>
        <translation>总部未计入。请向总部确认以哪一条为准。</translation>
    </message>
    <message>
        <source>Not sent yet: {count}. They are safe here and go out by themselves.</source>
        <translation>未发送：{count} 条。它们安全保存在此，并会自动发送。</translation>
    </message>
    <message>
        <source>Not sent yet: {count}. They are safe here and go out at the next start. Close once more to leave.</source>
        <translation>未发送：{count} 条。它们安全保存在此，下次启动时发送。再次关闭即可退出。</translation>
    </message>
    <message>
        <source>Scan the code that head office shows for this terminal, or type it in.</source>
        <translation>请扫描总部为本机显示的代码，或手动输入。</translation>
    </message>
    <message>
        <source>Head office at {url}</source>
        <translation>位于 {url} 的总部</translation>
    </message>
    <message>
        <source>Enter joins it, and sends all members and sales of this till there.</source>
        <translation>按回车加入，并将本机的所有会员和销售发送过去。</translation>
    </message>
    <message>
        <source>Head office is being asked …</source>
        <translation>正在询问总部 …</translation>
    </message>
    <message>
        <source>This window cannot join a head office. Use the command regulars sync enrol.</source>
        <translation>此窗口无法加入总部。请使用命令 regulars sync enrol。</translation>
    </message>
    <message>
        <source>This is no code of a head office. Ask there for a code for this terminal.</source>
        <translation>这不是总部的代码。请向总部索取本机的代码。</translation>
    </message>
    <message>
        <source>Head office does not know this code any more: it holds for a quarter of an hour, once. Ask for a new one.</source>
        <translation>总部已不再识别此代码：代码仅一刻钟内有效一次。请索取新代码。</translation>
    </message>
    <message>
        <source>Head office calls this terminal {number}, but its books are those of terminal {own}. Ask for a code for terminal {own}.</source>
        <translation>总部称本机为 {number} 号终端，但账本属于 {own} 号终端。请索取 {own} 号终端的代码。</translation>
    </message>
    <message>
        <source>This terminal belongs to another head office. It has to leave that one first.</source>
        <translation>本机属于另一个总部，必须先离开那个总部。</translation>
    </message>
    <message>
        <source>Head office and this terminal are too far apart in age. Update the older one.</source>
        <translation>总部与本机的版本相差太远。请更新较旧的一方。</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then try again.</source>
        <translation>尝试次数过多。请等一分钟再试。</translation>
    </message>
    <message>
        <source>“{url}” is no address of a head office. Write it as https://name:port.</source>
        <translation>“{url}”不是总部的地址。请写成 https://名称:端口。</translation>
    </message>
    <message>
        <source>Head office does not answer. Check the network, then try again.</source>
        <translation>总部无响应。请检查网络后重试。</translation>
    </message>
    <message>
        <source>Head office said no ({why}). Ask whoever looks after it.</source>
        <translation>总部拒绝（{why}）。请询问总部负责人。</translation>
    </message>
    <message>
        <source>What answers there is no head office we understand. Check the address.</source>
        <translation>那里的应答方不是可识别的总部。请检查地址。</translation>
    </message>
    <message>
        <source>Somebody else answers there than the code names. Ask head office for a new code.</source>
        <translation>应答方与代码所指不符。请向总部索取新代码。</translation>
    </message>
    <message>
        <source>The key of this terminal is gone. Ask head office for a new code.</source>
        <translation>本机的密钥丢失。请向总部索取新代码。</translation>
    </message>
    <message>
        <source>What this till knows of head office cannot be read. Ask there for a new code.</source>
        <translation>无法读取本机保存的总部信息。请向总部索取新代码。</translation>
    </message>
    <message>
        <source>An answer was not signed by head office; nothing was taken from it. Check the address.</source>
        <translation>应答没有总部签名，未采用任何内容。请检查地址。</translation>
    </message>
    <message>
        <source>Head office and these books went apart too often. Call head office.</source>
        <translation>总部与本账本分歧次数过多。请联系总部。</translation>
    </message>
    <message>
        <source>Head office began anew just now; it is asked again.</source>
        <translation>总部刚刚重新启动；正在再次询问。</translation>
    </message>
    <message>
        <source>Head office cannot read what this till sends; it is kept here. Update both programs.</source>
        <translation>总部无法读取本终端发送的内容，记录仍保存在这里。请更新双方程序。</translation>
    </message>
    <message>
        <source>Head office does not know this terminal. Ask there for a new code.</source>
        <translation>总部不认识本机。请向总部索取新代码。</translation>
    </message>
    <message>
        <source>Points cannot be used here just now. Please ask at the counter.</source>
        <translation>目前此处不能使用积分。请在柜台咨询。</translation>
    </message>
    <message>
        <source>{points} of your {total} points can be used here right now. Please ask at the counter.</source>
        <translation>目前此处可使用您 {total} 积分中的 {points} 积分。请在柜台咨询。</translation>
    </message>
    <message>
        <source>Blocked: {reason}</source>
        <translation>已停用：{reason}</translation>
    </message>
    <message>
        <source>Consents given: {count} of {all}</source>
        <translation>已同意：{all} 项中的 {count} 项</translation>
    </message>
    <message>
        <source>Cards: {count}</source>
        <translation>卡：{count} 张</translation>
    </message>
    <message>
        <source>Name, phone, cards, answers and all that was told go, everywhere. What is left is a number, its points and the sums.</source>
        <translation>姓名、电话、卡、回答以及告知的一切都会从各处清除。只留下编号、其积分和合计。</translation>
    </message>
    <message>
        <source>Enter once more erases this person for good.</source>
        <translation>再按一次 Enter，将永久清除此人。</translation>
    </message>
    <message>
        <source>Rows in the list: {count}</source>
        <translation>列表行数：{count}</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to keep.</source>
        <translation>列表是空的，没有可保存的内容。</translation>
    </message>
    <message>
        <source>The list is in {path}</source>
        <translation>列表保存在 {path}</translation>
    </message>
    <message>
        <source>Blocked. No card of theirs counts now.</source>
        <translation>已停用。此会员的卡现在都无效。</translation>
    </message>
    <message>
        <source>Free again: earns and redeems as before.</source>
        <translation>已解除：可以像以前一样积分和兑换。</translation>
    </message>
    <message>
        <source>All that is kept is in {path}</source>
        <translation>保存的全部内容在 {path}</translation>
    </message>
    <message>
        <source>Erased. Points that stay under the number: {points}. Older copies: {files}.</source>
        <translation>已清除。编号下保留的积分：{points}。较早的副本：{files} 份。</translation>
    </message>
    <message>
        <source>Erased, but another window still holds the books open. Close it, and restart this one.</source>
        <translation>已清除，但另一个窗口仍打开着账本。请关闭它并重启此窗口。</translation>
    </message>
    <message>
        <source>Promises that are overdue: {count}</source>
        <translation>逾期的承诺：{count} 项</translation>
    </message>
    <message>
        <source>Open complaints: {count}</source>
        <translation>未结投诉：{count} 项</translation>
    </message>
    <message>
        <source>Entries head office did not count: {count}. F10 at the counter shows them.</source>
        <translation>总部未计入的记录：{count} 条。在收银台按 F10 查看。</translation>
    </message>
    <message>
        <source>Receipts to be decided: {count}</source>
        <translation>待决定的小票：{count} 张</translation>
    </message>
    <message>
        <source>Activities to be decided: {count}</source>
        <translation>待决定的活动：{count} 项</translation>
    </message>
    <message>
        <source>Messages that could not go: {count}</source>
        <translation>未能发出的消息：{count} 条</translation>
    </message>
    <message>
        <source>{reward}: {count} of {stock} are left</source>
        <translation>{reward}：{stock} 份中还剩 {count} 份</translation>
    </message>
    <message>
        <source>The newest copy of the books is {count} days old. Closing a shift makes one.</source>
        <translation>账本的最新副本已有 {count} 天。结班时会生成一份。</translation>
    </message>
    <message>
        <source>There is no copy of the books yet. Closing a shift makes one.</source>
        <translation>还没有账本副本。结班时会生成一份。</translation>
    </message>
    <message>
        <source>Enrolled four weeks ago and never bought: {count}</source>
        <translation>入会四周仍未购买：{count} 人</translation>
    </message>
    <message>
        <source>Phones that stand with several members: {count}</source>
        <translation>多位会员共用的电话：{count} 个</translation>
    </message>
    <message>
        <source>Returns without a slip in four weeks: {count}, {amount_minor}</source>
        <translation>四周内无小票退货：{count} 笔，{amount_minor}</translation>
    </message>
    <message>
        <source>A badge approves here when somebody is asked.</source>
        <translation>需要批准时，在此扫描工牌即可。</translation>
    </message>
    <message>
        <source>This code is no member&apos;s. Goods and receipts are scanned at the counter.</source>
        <translation>这不是会员的代码。商品和小票请在收银台扫描。</translation>
    </message>
</context>
<context>
    <name>ServedPane</name>
    <message>
        <source>Total %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Hello, %1!</source>
        <translation>%1，您好！</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>您好！</translation>
    </message>
    <message>
        <source>You have %1.</source>
        <translation>您有 %1。</translation>
    </message>
    <message>
        <source>Do you have a card?</source>
        <translation>您有会员卡吗？</translation>
    </message>
    <message>
        <source>Show it now and collect points.</source>
        <translation>现在出示即可积分。</translation>
    </message>
    <message>
        <source>This purchase brings %1.</source>
        <translation>本次消费可得 %1。</translation>
    </message>
    <message>
        <source>%1 more to go</source>
        <translation>还差 %1</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Settings of this till</source>
        <translation>本机设置</translation>
    </message>
    <message>
        <source>none, network:192.0.2.7, file:slips …</source>
        <translation>none, network:192.0.2.7, file:slips …</translation>
    </message>
    <message>
        <source>Set up by a code</source>
        <translation>用码设置</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Open a window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>查看状态</translation>
    </message>
    <message>
        <source>Join one</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Slip after each sale</source>
        <translation>每笔打印小票</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>键盘扫描器</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>Manager&apos;s room</source>
        <translation>经理室</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ShiftPane</name>
    <message>
        <source>This shift so far</source>
        <translation>本班至今</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>班次已结</translation>
    </message>
    <message>
        <source>{name}, since {moment}</source>
        <translation>{name}，自 {moment} 起</translation>
    </message>
    <message>
        <source>{name}, from {moment} to {end}</source>
        <translation>{name}，{moment} 至 {end}</translation>
    </message>
    <message>
        <source>Fingerprint {head}</source>
        <translation>校验值 {head}</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售笔数</translation>
    </message>
    <message>
        <source>With a card</source>
        <translation>会员笔数</translation>
    </message>
    <message>
        <source>Sales total</source>
        <translation>销售合计</translation>
    </message>
    <message>
        <source>Paid in money</source>
        <translation>实收金额</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货笔数</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>获得积分</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>使用积分</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退还</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>撤销笔数</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>新会员</translation>
    </message>
</context>
<context>
    <name>SignInPane</name>
    <message>
        <source>Who is at the till?</source>
        <translation>谁在收银？</translation>
    </message>
    <message>
        <source>Or scan your badge: no PIN is needed then.</source>
        <translation>也可扫描工牌，无需 PIN。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{count} digits typed</source>
        <translation>已输入{count}位</translation>
    </message>
</context>
<context>
    <name>SlipPane</name>
    <message>
        <source>Slip {number}</source>
        <translation>小票 {number}</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Take the newest backup</source>
        <translation>使用最新备份</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>无人登录</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Amount that earns</source>
        <translation>可积分金额</translation>
    </message>
    <message>
        <source>Line {line} does not earn</source>
        <translation>第{line}行不积分</translation>
    </message>
    <message>
        <source>Redeemed, does not earn</source>
        <translation>已抵用金额，不积分</translation>
    </message>
    <message>
        <source>Earns from this amount on</source>
        <translation>从此金额起积分</translation>
    </message>
    <message>
        <source>{points} for every {per_minor}</source>
        <translation>每{per_minor}积{points}</translation>
    </message>
    <message>
        <source>For this visit</source>
        <translation>到店积分</translation>
    </message>
    <message>
        <source>For each item, {count} in all</source>
        <translation>按件积分，共{count}件</translation>
    </message>
    <message>
        <source>Rounded down to whole points</source>
        <translation>不足1积分舍去</translation>
    </message>
    <message>
        <source>Rounded to whole points</source>
        <translation>不足1积分四舍五入</translation>
    </message>
    <message>
        <source>Rounded up to whole points</source>
        <translation>不足1积分进位</translation>
    </message>
    <message>
        <source>{name}, ×{factor}</source>
        <translation>{name}，{factor}倍</translation>
    </message>
    <message>
        <source>Bonus: {name}</source>
        <translation>奖励：{name}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>活动：{name}</translation>
    </message>
    <message>
        <source>Not in this test: {name}</source>
        <translation>不在本次测试中：{name}</translation>
    </message>
    <message>
        <source>Most for one basket: {name}</source>
        <translation>单次上限：{name}</translation>
    </message>
    <message>
        <source>Most in one day: {name}</source>
        <translation>每日上限：{name}</translation>
    </message>
    <message>
        <source>Most in one week: {name}</source>
        <translation>每周上限：{name}</translation>
    </message>
    <message>
        <source>Most in one month: {name}</source>
        <translation>每月上限：{name}</translation>
    </message>
    <message>
        <source>Most in one year: {name}</source>
        <translation>每年上限：{name}</translation>
    </message>
    <message>
        <source>Most there ever is: {name}</source>
        <translation>累计上限：{name}</translation>
    </message>
    <message>
        <source>Budget is used up: {name}</source>
        <translation>预算已用完：{name}</translation>
    </message>
    <message>
        <source>Used as often as allowed: {name}</source>
        <translation>已达次数上限：{name}</translation>
    </message>
    <message>
        <source>Not again yet: {name}</source>
        <translation>暂不能再次积分：{name}</translation>
    </message>
    <message>
        <source>Most points for one basket</source>
        <translation>单次积分上限</translation>
    </message>
    <message>
        <source>Most points in one day</source>
        <translation>每日积分上限</translation>
    </message>
    <message>
        <source>Most points in one week</source>
        <translation>每周积分上限</translation>
    </message>
    <message>
        <source>Most points in one month</source>
        <translation>每月积分上限</translation>
    </message>
    <message>
        <source>Most points in one year</source>
        <translation>每年积分上限</translation>
    </message>
    <message>
        <source>Most points there ever are</source>
        <translation>累计积分上限</translation>
    </message>
    <message>
        <source>Usable from {on}</source>
        <translation>{on}起可用</translation>
    </message>
    <message>
        <source>Rule {code}</source>
        <translation>规则 {code}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there? %1</source>
        <translation>您还在吗？%1</translation>
    </message>
    <message>
        <source>Then everything here is cleared. Your receipt is not kept without a card.</source>
        <translation>屏幕内容即将全部清除。没有会员卡，小票不会保留。</translation>
    </message>
    <message>
        <source>Then everything here is cleared, for your privacy.</source>
        <translation>为保护您的隐私，屏幕内容即将全部清除。</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
</context>
<context>
    <name>TakePage</name>
    <message>
        <source>%1 for %2?</source>
        <translation>用 %2 兑换“%1”吗？</translation>
    </message>
    <message>
        <source>You get a voucher for the counter. This cannot be taken back here.</source>
        <translation>您会得到一张在柜台使用的兑换券。在此无法撤销。</translation>
    </message>
    <message>
        <source>Yes, print the voucher</source>
        <translation>是，打印兑换券</translation>
    </message>
    <message>
        <source>No, keep my points</source>
        <translation>不，保留积分</translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message>
        <source>{part} of {all}</source>
        <translation>{all} 人中 {part} 人</translation>
    </message>
    <message>
        <source>No campaign has been measured yet</source>
        <translation>尚无已测量的活动</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>尚无可统计内容</translation>
    </message>
    <message>
        <source>Nobody has had the time yet</source>
        <translation>尚无人满足时间</translation>
    </message>
    <message>
        <source>n = {n}; a value needs {needed}</source>
        <translation>n = {n}；达到 {needed} 才显示</translation>
    </message>
    <message>
        <source>likely {low} to {high}</source>
        <translation>约 {low} 至 {high}</translation>
    </message>
    <message>
        <source>early</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>上期：{value}</translation>
    </message>
    <message>
        <source>before: {value}, clearly different</source>
        <translation>上期：{value}，差异明显</translation>
    </message>
    <message>
        <source>before: {value}, may be chance</source>
        <translation>上期：{value}，可能是偶然</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>What needs you today</source>
        <translation>今天需要处理</translation>
    </message>
    <message>
        <source>Members to write to today</source>
        <translation>今天要联系的会员</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>去决定</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Tab goes through the figures; here stands what each one means.</source>
        <translation>用 Tab 切换指标，这里显示其含义。</translation>
    </message>
    <message>
        <source>The books are being counted…</source>
        <translation>正在统计账本…</translation>
    </message>
    <message>
        <source>This shop has no members yet.</source>
        <translation>本店还没有会员。</translation>
    </message>
    <message>
        <source>1. Go to the counter (F12) and scan a blank card.</source>
        <translation>1. 回到收银台（F12），扫描一张空白卡。</translation>
    </message>
    <message>
        <source>2. Press F4: the card collects points from then on.</source>
        <translation>2. 按 F4：此后该卡开始积分。</translation>
    </message>
    <message>
        <source>3. Look again tomorrow: figures come with the purchases.</source>
        <translation>3. 明天再来看：有了购买就有指标。</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有待处理的事项。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次光临</translation>
    </message>
    <message>
        <source>Days away</source>
        <translation>未来天数</translation>
    </message>
    <message>
        <source>Usual basket</source>
        <translation>平均消费</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>未留姓名的会员</translation>
    </message>
    <message>
        <source>Late for their own habit: {late}; may not be written to: {silenced}.</source>
        <translation>比平时来得晚的会员：{late} 人；其中不可联系：{silenced} 人。</translation>
    </message>
    <message>
        <source>Nobody who may be written to is late for their habit.</source>
        <translation>可联系的会员中没有来晚的。</translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>%Ln笔销售</numerusform>
        </translation>
    </message>
    <message>
        <source>{sales}, {count} with a card</source>
        <translation>{sales}，其中会员{count}笔</translation>
    </message>
    <message>
        <source>No sale yet today</source>
        <translation>今天还没有销售</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>获得积分</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>使用积分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipt(s) of the other till wait(s) for a card</source>
        <translation>
            <numerusform>另一台收银机有 %Ln 张小票等待会员卡</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt and 1, or a touch</source>
        <translation>按 Alt 加 1，或点按</translation>
    </message>
</context>
<context>
    <name>TrainingFrame</name>
    <message>
        <source>TRAINING: nothing here is kept, printed or sent</source>
        <translation>练习模式：不保存、不打印、不发送</translation>
    </message>
    <message>
        <source>Training. Close this window to end it.</source>
        <translation>正在练习。关闭此窗口即可结束。</translation>
    </message>
</context>
<context>
    <name>TypingPage</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Digits typed</source>
        <translation>已输入的数字</translation>
    </message>
    <message>
        <source>Only you may see your points</source>
        <translation>只有您本人可以查看积分</translation>
    </message>
    <message>
        <source>Type the last 4 digits of your phone number, or your birthday as 4 digits: day and month.</source>
        <translation>请输入电话号码后四位，或以月日四位数字输入生日。</translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation>小票号码</translation>
    </message>
    <message>
        <source>Number and signs below the code</source>
        <translation>二维码下方的号码和字符</translation>
    </message>
    <message>
        <source>They look like this: 1-812 7K3Q</source>
        <translation>形如：1-812 7K3Q</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>您的电话号码</translation>
    </message>
    <message>
        <source>We find you by it when you have no card with you.</source>
        <translation>没带会员卡时，我们用它找到您。</translation>
    </message>
    <message>
        <source>With it your points are safe even if this card gets lost.</source>
        <translation>即使卡丢失，您的积分也有保障。</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>我们怎么称呼您？</translation>
    </message>
    <message>
        <source>Your first name is enough. You can also leave it out.</source>
        <translation>只需名字即可，也可以跳过。</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln积分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stamp(s)</source>
        <translation>
            <numerusform>%Ln 个集点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>%Ln 次消费</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln voucher(s)</source>
        <translation>
            <numerusform>%Ln 张优惠券</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipt(s)</source>
        <translation>
            <numerusform>%Ln张小票</numerusform>
        </translation>
    </message>
    <message>
        <source>Total not known yet</source>
        <translation>总数尚不清楚</translation>
    </message>
    <message>
        <source>Total {points}, as of {time}</source>
        <translation>共 {points}，截至 {time}</translation>
    </message>
</context>
<context>
    <name>VoucherPage</name>
    <message>
        <source>Please take your voucher</source>
        <translation>请取走您的兑换券</translation>
    </message>
    <message>
        <source>Show it at the counter together with your card.</source>
        <translation>请与会员卡一起在柜台出示。</translation>
    </message>
    <message>
        <source>The voucher could not be printed</source>
        <translation>兑换券未能打印</translation>
    </message>
    <message>
        <source>Nothing is lost: it is on your card. Just show the card at the counter.</source>
        <translation>没有丢失：兑换券已在您的卡上，在柜台出示会员卡即可。</translation>
    </message>
    <message>
        <source>More rewards</source>
        <translation>更多奖励</translation>
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
        <translation>补填姓名和手机号</translation>
    </message>
    <message>
        <source>It is an amount</source>
        <translation>作为金额</translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>or type the last digits of a phone number</source>
        <translation>或输入手机号末几位</translation>
    </message>
    <message>
        <source>The till is opening…</source>
        <translation>正在打开收银机…</translation>
    </message>
    <message>
        <source>Scan a card to collect points</source>
        <translation>扫描会员卡即可积分</translation>
    </message>
    <message>
        <source>Scan a card</source>
        <translation>请扫描会员卡</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why sale {number} earned this</source>
        <translation>销售 {number} 的积分明细</translation>
    </message>
    <message>
        <source>Why this sale earns this</source>
        <translation>本次积分明细</translation>
    </message>
    <message>
        <source>Nothing has been rung up yet.</source>
        <translation>还没有输入任何商品。</translation>
    </message>
    <message>
        <source>Points for this sale</source>
        <translation>本次积分</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Regulars counter</source>
        <translation>Regulars 收银台</translation>
    </message>
    <message>
        <source>Training: Regulars counter</source>
        <translation>练习：Regulars 收银台</translation>
    </message>
</context>
</TS>
