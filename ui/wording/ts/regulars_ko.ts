<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>ActFoot</name>
    <message>
        <source>Choose by number, or go back with Esc</source>
        <translation>번호로 선택하거나 Esc로 돌아가세요</translation>
    </message>
    <message>
        <source>Keep what is typed here</source>
        <translation>입력한 내용을 저장합니다</translation>
    </message>
    <message>
        <source>Scan a blank card to add it, or choose one by number</source>
        <translation>빈 카드를 스캔하면 추가되고, 번호로 카드를 고를 수 있습니다</translation>
    </message>
    <message>
        <source>Block this card, or let it be used again</source>
        <translation>이 카드를 정지하거나 다시 쓰게 합니다</translation>
    </message>
    <message>
        <source>Choose a voucher by number to print it again</source>
        <translation>번호로 쿠폰을 골라 다시 인쇄하세요</translation>
    </message>
    <message>
        <source>Share this account from now on</source>
        <translation>지금부터 이 계정을 함께 씁니다</translation>
    </message>
    <message>
        <source>Leave this household</source>
        <translation>이 가족 그룹에서 나갑니다</translation>
    </message>
    <message>
        <source>Make both one member</source>
        <translation>두 회원을 하나로 합칩니다</translation>
    </message>
    <message>
        <source>Book these points</source>
        <translation>이 포인트를 기록합니다</translation>
    </message>
    <message>
        <source>Choose the stamp card by number</source>
        <translation>번호로 스탬프 카드를 고르세요</translation>
    </message>
    <message>
        <source>Move these stamps in; the paper card is void</source>
        <translation>스탬프를 옮기며 종이 카드는 무효가 됩니다</translation>
    </message>
    <message>
        <source>Choose what was done by number</source>
        <translation>한 일을 번호로 고르세요</translation>
    </message>
    <message>
        <source>Choose a request by number</source>
        <translation>번호로 요청을 고르세요</translation>
    </message>
    <message>
        <source>Enter gives the points, F8 declines</source>
        <translation>Enter는 포인트 지급, F8은 거절</translation>
    </message>
    <message>
        <source>Enter takes the slip&apos;s number, or the newest sale</source>
        <translation>Enter는 전표 번호 또는 가장 최근 판매를 엽니다</translation>
    </message>
    <message>
        <source>Void the whole sale</source>
        <translation>판매 전체를 취소합니다</translation>
    </message>
    <message>
        <source>Take the goods back and pay out</source>
        <translation>상품을 돌려받고 환불합니다</translation>
    </message>
    <message>
        <source>Take this total</source>
        <translation>이 합계로 진행</translation>
    </message>
    <message>
        <source>Choose the shop by number; Enter: none of these</source>
        <translation>번호로 가게 선택, Enter: 해당 없음</translation>
    </message>
    <message>
        <source>Enter credits it, F8 puts it aside, Esc leaves it</source>
        <translation>Enter 적립, F8 보류, Esc 닫기</translation>
    </message>
    <message>
        <source>Count the receipts of this shop from now on</source>
        <translation>이제부터 이 가게의 영수증을 인정</translation>
    </message>
    <message>
        <source>Enter credits it, F8 declines</source>
        <translation>Enter 적립, F8 거절</translation>
    </message>
    <message>
        <source>Compare with the paper; Enter credits it</source>
        <translation>종이와 비교하세요. Enter로 적립합니다</translation>
    </message>
    <message>
        <source>Choose by number; Enter credits the newest</source>
        <translation>번호로 고르세요. Enter는 가장 최근 것을 적립합니다</translation>
    </message>
    <message>
        <source>Choose by number; Enter takes the first</source>
        <translation>번호로 고르세요. Enter는 첫째 것</translation>
    </message>
    <message>
        <source>Send what is unsent now</source>
        <translation>보내지 않은 것을 지금 보냅니다</translation>
    </message>
    <message>
        <source>Somebody has looked at it</source>
        <translation>확인한 것으로 표시합니다</translation>
    </message>
    <message>
        <source>Join this head office</source>
        <translation>이 본사에 가입합니다</translation>
    </message>
    <message>
        <source>Neither earn nor redeem from now on</source>
        <translation>이제부터 적립도 사용도 할 수 없습니다</translation>
    </message>
    <message>
        <source>Earn and redeem again</source>
        <translation>다시 적립하고 사용할 수 있게 합니다</translation>
    </message>
    <message>
        <source>Write all that is kept into a file</source>
        <translation>보관된 모든 내용을 파일로 저장</translation>
    </message>
    <message>
        <source>Erase this person; sums and a number stay</source>
        <translation>이 사람을 삭제합니다. 합계와 번호만 남습니다</translation>
    </message>
    <message>
        <source>Write the list into a file</source>
        <translation>목록을 파일로 저장</translation>
    </message>
    <message>
        <source>Go into the manager&apos;s room</source>
        <translation>관리자실로 들어가기</translation>
    </message>
</context>
<context>
    <name>ActHints</name>
    <message>
        <source>A lost card: choose it, then scan the blank card that takes its place.</source>
        <translation>잃어버린 카드는 먼저 고른 뒤 대신할 빈 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>Scan a blank card to put it in the place of this one, which is dead then.</source>
        <translation>빈 카드를 스캔하면 이 카드를 대신하며, 이 카드는 더 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Scan the card of somebody in the household. The points of this member move there.</source>
        <translation>가족 중 한 사람의 카드를 스캔하세요. 이 회원의 포인트가 그리로 옮겨집니다.</translation>
    </message>
    <message>
        <source>Whoever leaves begins anew at zero; the points stay with the household.</source>
        <translation>나가는 사람은 0에서 다시 시작하고, 포인트는 가족에 남습니다.</translation>
    </message>
    <message>
        <source>Scan the other card. Its points, cards, stamps and vouchers come to this member.</source>
        <translation>다른 카드를 스캔하세요. 포인트, 카드, 스탬프, 쿠폰이 이 회원에게 옮겨집니다.</translation>
    </message>
    <message>
        <source>The reason stands in the books, with your name.</source>
        <translation>사유는 담당자 이름과 함께 장부에 남습니다.</translation>
    </message>
    <message>
        <source>The serial number is printed on the paper card.</source>
        <translation>일련번호는 종이 카드에 인쇄되어 있습니다.</translation>
    </message>
    <message>
        <source>A slip may be scanned at any moment. Alt and a number, or a touch, takes a sale.</source>
        <translation>전표는 언제든 스캔할 수 있습니다. Alt와 번호 또는 터치로 판매를 고르세요.</translation>
    </message>
    <message>
        <source>For a sale that was a mistake. Points and money go back as they were.</source>
        <translation>잘못된 판매에 씁니다. 포인트와 금액이 원래대로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Say why there is no slip. This return is reported to the manager.</source>
        <translation>전표가 없는 이유를 적으세요. 이 반품은 관리자에게 보고됩니다.</translation>
    </message>
    <message>
        <source>Only by a receipt that is surely genuine: all receipts of this shop count afterwards.</source>
        <translation>확실히 진짜인 영수증으로만 등록하세요. 이후 이 가게의 영수증이 모두 인정됩니다.</translation>
    </message>
    <message>
        <source>Whoever declines says why.</source>
        <translation>거절할 때는 이유를 적으세요.</translation>
    </message>
    <message>
        <source>Alt and a number, or a touch, chooses the shop. F11 takes another picture.</source>
        <translation>Alt와 번호 또는 터치로 가게를 고릅니다. F11은 사진을 다시 찍습니다.</translation>
    </message>
    <message>
        <source>With its tax number the shop is known again, however its name is printed.</source>
        <translation>세금 번호가 있으면 이름이 다르게 인쇄되어도 가게를 알아봅니다.</translation>
    </message>
    <message>
        <source>Selling never waits for head office; what is unsent is safe in these books.</source>
        <translation>판매는 본사를 기다리지 않습니다. 보내지 않은 것은 이 장부에 안전하게 있습니다.</translation>
    </message>
    <message>
        <source>Head office makes the code under Terminals. It may be scanned at any moment.</source>
        <translation>코드는 본사의 단말기 메뉴에서 만듭니다. 언제든지 스캔할 수 있습니다.</translation>
    </message>
    <message>
        <source>The cashier is told the reason; the points stay.</source>
        <translation>계산원에게 이유가 표시되며, 포인트는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Name, cards, purchases, every point with its reason: for the person alone.</source>
        <translation>이름, 카드, 구매, 포인트마다의 이유까지: 본인에게만 드리는 자료입니다.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>What stands in the table, in its order. It holds names: keep it safe.</source>
        <translation>표에 보이는 내용을 그 순서대로 저장합니다. 이름이 들어 있으니 안전하게 보관하세요.</translation>
    </message>
</context>
<context>
    <name>ActKeys</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Block or free</source>
        <translation>정지·해제</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Move in</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>There is no slip</source>
        <translation>전표가 없음</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Credit it</source>
        <translation>적립</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>지금 보내기</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인함</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>해제</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>들어가기</translation>
    </message>
</context>
<context>
    <name>ActRows</name>
    <message>
        <source>Profile and consents</source>
        <translation>프로필과 동의</translation>
    </message>
    <message>
        <source>Cards: add, replace, block</source>
        <translation>카드: 추가, 교체, 정지</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>다른 회원과 합치기</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>포인트 직접 조정</translation>
    </message>
    <message>
        <source>Paper stamp card</source>
        <translation>종이 스탬프 카드</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Enrol the shop of this receipt</source>
        <translation>이 영수증의 가게 등록</translation>
    </message>
    <message>
        <source>Enrol this shop</source>
        <translation>이 가게 등록</translation>
    </message>
    <message>
        <source>Use what can be used here</source>
        <translation>여기서 쓸 수 있는 만큼 사용</translation>
    </message>
    <message>
        <source>Without points</source>
        <translation>포인트 없이</translation>
    </message>
    <message>
        <source>Supervisor: allow at the shop&apos;s risk</source>
        <translation>책임자: 매장 책임으로 허용</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인함</translation>
    </message>
    <message>
        <source>Show the slip</source>
        <translation>전표 보기</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>차단 해제</translation>
    </message>
    <message>
        <source>Hand out data</source>
        <translation>자료 내주기</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>ActTitles</name>
    <message>
        <source>Member</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>One card</source>
        <translation>카드 한 장</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Join a household</source>
        <translation>가족 그룹 참여</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>가족</translation>
    </message>
    <message>
        <source>Merge with another member</source>
        <translation>다른 회원과 합치기</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>포인트 직접 조정</translation>
    </message>
    <message>
        <source>Move a paper stamp card in</source>
        <translation>종이 스탬프 카드 옮기기</translation>
    </message>
    <message>
        <source>Record an activity</source>
        <translation>활동 기록</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>결정 대기</translation>
    </message>
    <message>
        <source>Approve or decline</source>
        <translation>승인 또는 거절</translation>
    </message>
    <message>
        <source>Return: which sale?</source>
        <translation>반품: 어느 판매인가요?</translation>
    </message>
    <message>
        <source>Void a sale</source>
        <translation>판매 취소</translation>
    </message>
    <message>
        <source>Return without a slip</source>
        <translation>전표 없는 반품</translation>
    </message>
    <message>
        <source>Total of the receipt</source>
        <translation>영수증 합계</translation>
    </message>
    <message>
        <source>Shop of the receipt</source>
        <translation>영수증의 가게</translation>
    </message>
    <message>
        <source>Look at this receipt</source>
        <translation>영수증 확인</translation>
    </message>
    <message>
        <source>Enrol the shop of this receipt</source>
        <translation>이 영수증의 가게 등록</translation>
    </message>
    <message>
        <source>Credit or decline</source>
        <translation>적립 또는 거절</translation>
    </message>
    <message>
        <source>Receipt without a code</source>
        <translation>코드 없는 영수증</translation>
    </message>
    <message>
        <source>Enrol a shop without codes</source>
        <translation>코드 없는 가게 등록</translation>
    </message>
    <message>
        <source>Receipts of the other till</source>
        <translation>다른 계산대의 영수증</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>본사</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>확인할 것</translation>
    </message>
    <message>
        <source>Join a head office</source>
        <translation>본사에 가입</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>Free a blocked member</source>
        <translation>회원 차단 해제</translation>
    </message>
    <message>
        <source>Hand out all that is kept</source>
        <translation>보관된 모든 자료 내주기</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>영구 삭제</translation>
    </message>
    <message>
        <source>Keep this list as a file</source>
        <translation>이 목록을 파일로 저장</translation>
    </message>
    <message>
        <source>Manager&apos;s room</source>
        <translation>관리자실</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>One moment…</source>
        <translation>잠시만 기다려 주세요…</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Sale</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>신규 회원</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Exchange booked</source>
        <translation>교환 등록됨</translation>
    </message>
    <message>
        <source>Return booked</source>
        <translation>반품 완료</translation>
    </message>
    <message>
        <source>Sale undone</source>
        <translation>판매 취소됨</translation>
    </message>
    <message>
        <source>Return undone</source>
        <translation>반품 취소됨</translation>
    </message>
    <message>
        <source>Enrolment undone</source>
        <translation>가입 취소됨</translation>
    </message>
    <message>
        <source>Receipt credited</source>
        <translation>영수증 적립 완료</translation>
    </message>
    <message>
        <source>Receipt taken back</source>
        <translation>영수증 적립 취소됨</translation>
    </message>
</context>
<context>
    <name>AgreePage</name>
    <message>
        <source>Become a member of %1</source>
        <translation>%1 회원 가입</translation>
    </message>
    <message>
        <source>We keep your phone number, your name and your purchases here to count your points, for as long as you are a member. You can see, correct or erase all of it at the counter at any time.</source>
        <translation>포인트를 계산하기 위해 전화번호, 이름, 이 매장의 구매 내역을 회원으로 계시는 동안 보관합니다. 언제든지 카운터에서 모두 확인하고 고치거나 지울 수 있습니다.</translation>
    </message>
    <message>
        <source>Yes, you may also send me offers</source>
        <translation>예, 혜택 소식도 보내 주세요</translation>
    </message>
    <message>
        <source>You may also send me offers (if you like)</source>
        <translation>혜택 소식도 받겠습니다 (선택)</translation>
    </message>
    <message>
        <source>I agree, make me a member</source>
        <translation>동의하고 가입합니다</translation>
    </message>
</context>
<context>
    <name>ApprovalStrip</name>
    <message>
        <source>{right}: a second person approves. Scan a badge, or choose and type a PIN.</source>
        <translation>{right}: 다른 사람의 승인이 필요합니다. 배지를 스캔하거나 이름을 골라 PIN을 입력하세요.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{count} digits typed</source>
        <translation>{count}자리 입력됨</translation>
    </message>
</context>
<context>
    <name>BasketPane</name>
    <message>
        <source>{count} more above</source>
        <translation>위에 {count}개 더 있음</translation>
    </message>
    <message>
        <source>Lines of the basket</source>
        <translation>구매 항목</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>{count} more below</source>
        <translation>아래에 {count}개 더</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Goods that come back</source>
        <translation>돌려받는 상품</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>내어 줄 금액</translation>
    </message>
    <message>
        <source>Ring up what goes out instead</source>
        <translation>대신 나갈 상품을 등록하세요</translation>
    </message>
    <message>
        <source>Nothing rung up yet</source>
        <translation>아직 입력한 항목 없음</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Paid with {points}</source>
        <translation>{points} 사용</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>결제할 금액</translation>
    </message>
</context>
<context>
    <name>BroughtPane</name>
    <message>
        <source>The points of the receipt go to it. Esc puts the receipt away.</source>
        <translation>영수증의 포인트가 그 카드에 적립됩니다. Esc로 영수증을 치웁니다.</translation>
    </message>
    <message>
        <source>Scan the card</source>
        <translation>카드를 스캔하세요</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more receipt(s)</source>
        <translation>
            <numerusform>외 %Ln장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraPane</name>
    <message>
        <source>Scan with the camera</source>
        <translation>카메라로 스캔</translation>
    </message>
    <message>
        <source>Hold the code still, flat and in the light. A line goes round it when read.</source>
        <translation>코드를 밝은 곳에서 평평하게 들고 멈춰 주세요. 읽히면 테두리가 표시됩니다.</translation>
    </message>
    <message>
        <source>Live picture of the camera</source>
        <translation>카메라 실시간 화면</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>카메라를 켜는 중…</translation>
    </message>
</context>
<context>
    <name>CharPad</name>
    <message>
        <source>Erase the last sign</source>
        <translation>마지막 글자 지우기</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>띄어쓰기</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>No head office</source>
        <translation>본사 연결 없음</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>{time}부터 연결 안 됨</translation>
    </message>
    <message>
        <source>Within the shop only</source>
        <translation>매장 안만 연결</translation>
    </message>
    <message>
        <source>Within the shop only since {time}</source>
        <translation>{time}부터 매장 안만 연결</translation>
    </message>
    <message>
        <source>{count} unsent</source>
        <translation>미전송 {count}건</translation>
    </message>
    <message>
        <source>{count} unsent since {time}</source>
        <translation>{time}부터 미전송 {count}건</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>확인할 것 {count}건</translation>
    </message>
    <message>
        <source>Copy at work: call head office</source>
        <translation>복사본 사용 중: 본사에 연락</translation>
    </message>
    <message>
        <source>Out of use: call head office</source>
        <translation>사용 중지됨: 본사에 연락</translation>
    </message>
    <message>
        <source>Update this program</source>
        <translation>프로그램 업데이트 필요</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>프린터 없음</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>프린터 준비됨</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>프린터</translation>
    </message>
    <message>
        <source>Paper is low</source>
        <translation>용지 부족</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>용지 없음</translation>
    </message>
    <message>
        <source>Printer is open</source>
        <translation>프린터 덮개 열림</translation>
    </message>
    <message>
        <source>Printer is off</source>
        <translation>프린터 꺼짐</translation>
    </message>
    <message>
        <source>Printer is missing</source>
        <translation>프린터를 찾을 수 없음</translation>
    </message>
    <message>
        <source>Check the printer</source>
        <translation>프린터 확인</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>스캐너</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>스캐너 준비됨</translation>
    </message>
    <message>
        <source>Check the scanner</source>
        <translation>스캐너 확인</translation>
    </message>
    <message>
        <source>Camera off</source>
        <translation>카메라 꺼짐</translation>
    </message>
    <message>
        <source>Camera on</source>
        <translation>카메라 켜짐</translation>
    </message>
    <message>
        <source>Camera ready</source>
        <translation>카메라 준비됨</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>카메라 없음</translation>
    </message>
    <message>
        <source>Check the camera</source>
        <translation>카메라 확인</translation>
    </message>
    <message>
        <source>Check the ledger</source>
        <translation>장부 확인</translation>
    </message>
    <message>
        <source>Books checked</source>
        <translation>장부 확인됨</translation>
    </message>
    <message>
        <source>Second window</source>
        <translation>두 번째 창</translation>
    </message>
    <message>
        <source>Ledger restored</source>
        <translation>장부 복원됨</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>시계를 맞추세요</translation>
    </message>
    <message>
        <source>Disk is low</source>
        <translation>디스크 부족</translation>
    </message>
    <message>
        <source>Check the backup</source>
        <translation>백업 확인</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>백업 완료</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>영수증 출력됨</translation>
    </message>
    <message>
        <source>No slip</source>
        <translation>영수증 없음</translation>
    </message>
    <message>
        <source>Check this till</source>
        <translation>단말기 확인</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>As the shop</source>
        <translation>매장과 같게</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
</context>
<context>
    <name>CrashDetails</name>
    <message>
        <source>The ledger is safe: what was confirmed is booked, what was not is not.</source>
        <translation>장부는 안전합니다. 확정한 것은 기록되었고, 확정하지 않은 것은 기록되지 않았습니다.</translation>
    </message>
    <message>
        <source>Close this and go on. If it happens again, copy the details and send them to whoever looks after this till.</source>
        <translation>닫고 계속하세요. 다시 발생하면 자세한 내용을 복사해 단말기 담당자에게 보내세요.</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>오류의 자세한 내용</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 내용 복사</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>CrashNet</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>프로그램에 문제가 생겼습니다</translation>
    </message>
</context>
<context>
    <name>CustomerDisplay</name>
    <message>
        <source>Welcome! Show your card before you pay.</source>
        <translation>어서 오세요! 계산 전에 카드를 보여 주세요.</translation>
    </message>
</context>
<context>
    <name>DonePane</name>
    <message>
        <source>Earned</source>
        <translation>적립</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>적립 취소</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>사용 취소</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>보유 포인트</translation>
    </message>
    <message>
        <source>Usable here</source>
        <translation>여기서 사용 가능</translation>
    </message>
    <message>
        <source>Now {tier}</source>
        <translation>이제 {tier} 등급</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Voucher: {names}</source>
        <translation>쿠폰: {names}</translation>
    </message>
    <message>
        <source>Usable from {day}</source>
        <translation>{day}부터 사용 가능</translation>
    </message>
    <message>
        <source>Without a card no points are collected.</source>
        <translation>카드가 없으면 포인트가 적립되지 않습니다.</translation>
    </message>
    <message>
        <source>{points} more for {reward}</source>
        <translation>{reward}까지 {points} 남음</translation>
    </message>
</context>
<context>
    <name>EndedPane</name>
    <message>
        <source>Code of this purchase</source>
        <translation>이 구매의 코드</translation>
    </message>
    <message>
        <source>How likely is it that you would recommend %1 to a friend or colleague?</source>
        <translation>%1을(를) 친구나 동료에게 추천할 의향이 얼마나 있으신가요?</translation>
    </message>
    <message>
        <source>Not at all likely</source>
        <translation>전혀 그렇지 않다</translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation>매우 그렇다</translation>
    </message>
    <message>
        <source>Thank you for your answer!</source>
        <translation>답변해 주셔서 감사합니다!</translation>
    </message>
    <message>
        <source>Keep your points: scan me</source>
        <translation>포인트를 챙기세요: 스캔해 주세요</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>감사합니다!</translation>
    </message>
    <message>
        <source>%1 for you</source>
        <translation>%1 적립</translation>
    </message>
    <message>
        <source>With your phone, or here with your card next time</source>
        <translation>휴대전화로, 또는 다음에 카드와 함께 여기서</translation>
    </message>
    <message>
        <source>You can use %1 here now.</source>
        <translation>지금 여기서 %1 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>You have %1 now.</source>
        <translation>현재 %1입니다.</translation>
    </message>
    <message>
        <source>On your slip: %1</source>
        <translation>영수증에 있습니다: %1</translation>
    </message>
    <message>
        <source>You can have: %1</source>
        <translation>지금 받을 수 있습니다: %1</translation>
    </message>
    <message>
        <source>%1 more to go for: %2</source>
        <translation>%2까지 %1 남았습니다</translation>
    </message>
</context>
<context>
    <name>EnrolPane</name>
    <message>
        <source>New member</source>
        <translation>신규 회원</translation>
    </message>
    <message>
        <source>Card {card}</source>
        <translation>카드 {card}</translation>
    </message>
    <message>
        <source>No card yet</source>
        <translation>카드 없음</translation>
    </message>
    <message>
        <source>All may stay empty: the card works at once, the rest can follow.</source>
        <translation>모두 비워 둬도 카드는 바로 쓸 수 있고, 나머지는 나중에 채울 수 있습니다.</translation>
    </message>
    <message>
        <source>Is it one of them? Alt and the number takes who it is.</source>
        <translation>이 중에 있나요? Alt와 번호로 그 회원을 고릅니다.</translation>
    </message>
    <message>
        <source>Is it one of them? Alt and the number gives them this card.</source>
        <translation>이 중에 있나요? Alt와 번호로 이 카드를 드립니다.</translation>
    </message>
    <message>
        <source>Type a phone number, or scan a blank card.</source>
        <translation>전화번호를 입력하거나 새 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
</context>
<context>
    <name>FKeyBar</name>
    <message>
        <source>Why</source>
        <translation>내역</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>재출력</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>근무</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
</context>
<context>
    <name>Fates</name>
    <message>
        <source>Somebody of ours will look at it. The points come after that.</source>
        <translation>직원이 확인한 뒤 포인트를 드립니다.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
    <message>
        <source>Waits for your card</source>
        <translation>카드를 기다리고 있습니다</translation>
    </message>
    <message>
        <source>%1, usable in a few days</source>
        <translation>%1 적립, 며칠 뒤부터 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>%1 for you</source>
        <translation>%1 적립</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>생일</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Friend&apos;s code</source>
        <translation>추천인 코드</translation>
    </message>
    <message>
        <source>May write e-mails</source>
        <translation>이메일 수신 동의</translation>
    </message>
    <message>
        <source>May send messages</source>
        <translation>문자 수신 동의</translation>
    </message>
    <message>
        <source>May look at purchases</source>
        <translation>구매 분석 동의</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>스탬프</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>일련번호</translation>
    </message>
    <message>
        <source>Number on the slip</source>
        <translation>전표 번호</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>가게 이름</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>영수증 번호</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>세금 번호</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message>
        <source>Find a member</source>
        <translation>회원 찾기</translation>
    </message>
    <message>
        <source>Name, end of the phone number, or card</source>
        <translation>이름, 전화번호 끝자리 또는 카드</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
    <message>
        <source>There are more. Type more letters to narrow them down.</source>
        <translation>더 있습니다. 글자를 더 입력해 좁혀 주세요.</translation>
    </message>
    <message>
        <source>Press Alt and the number, or touch the name.</source>
        <translation>Alt와 번호를 누르거나 이름을 터치하세요.</translation>
    </message>
    <message>
        <source>Nobody found. F4 enrols a new member.</source>
        <translation>찾은 회원이 없습니다. F4로 새로 가입시킬 수 있습니다.</translation>
    </message>
    <message>
        <source>The list appears while you type. A card can be scanned at any time.</source>
        <translation>입력하는 동안 목록이 나타납니다. 카드는 언제든 스캔할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>끝내기</translation>
    </message>
</context>
<context>
    <name>GuestPage</name>
    <message>
        <source>My points and rewards</source>
        <translation>내 포인트와 혜택</translation>
    </message>
    <message>
        <source>No card yet? Become a member</source>
        <translation>카드가 없으세요? 회원 가입</translation>
    </message>
    <message>
        <source>Type a receipt&apos;s number</source>
        <translation>영수증 번호 입력</translation>
    </message>
    <message>
        <source>%1 receipts; the newest stand first.</source>
        <translation>영수증 %1장, 최근 것부터 보입니다.</translation>
    </message>
    <message>
        <source>Now hold up your card</source>
        <translation>이제 카드를 대 주세요</translation>
    </message>
    <message>
        <source>Or more receipts first: they wait until your card comes.</source>
        <translation>영수증을 더 대셔도 됩니다. 카드를 댈 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>Hello, %1!</source>
        <translation>%1님, 안녕하세요!</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>안녕하세요!</translation>
    </message>
    <message>
        <source>Hold up your receipts, one after the other.</source>
        <translation>영수증을 한 장씩 대 주세요.</translation>
    </message>
</context>
<context>
    <name>IdlePage</name>
    <message>
        <source>Points from a purchase, your rewards, or a card of your own</source>
        <translation>구매 포인트 적립, 혜택 받기, 회원 가입</translation>
    </message>
    <message>
        <source>Hold up your card or a receipt</source>
        <translation>카드나 영수증을 대 주세요</translation>
    </message>
    <message>
        <source>Hold it in front of the camera</source>
        <translation>카메라 앞에 대 주세요</translation>
    </message>
    <message>
        <source>Become a member</source>
        <translation>회원 가입</translation>
    </message>
    <message>
        <source>Type a receipt&apos;s number</source>
        <translation>영수증 번호 입력</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Clear all</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>마지막 숫자 지우기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>입력</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Opening balance</source>
        <translation>이월 잔액</translation>
    </message>
    <message>
        <source>Activity, to be decided</source>
        <translation>활동, 결정 대기</translation>
    </message>
    <message>
        <source>Activity declined</source>
        <translation>활동 거절됨</translation>
    </message>
    <message>
        <source>Receipt, to be decided</source>
        <translation>영수증, 결정 대기</translation>
    </message>
    <message>
        <source>Receipt declined</source>
        <translation>영수증 거절됨</translation>
    </message>
    <message>
        <source>Given at the shop&apos;s risk</source>
        <translation>매장 책임으로 지급</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>손실 처리</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Regulars kiosk</source>
        <translation>Regulars 키오스크</translation>
    </message>
</context>
<context>
    <name>LastAct</name>
    <message>
        <source>Without a card</source>
        <translation>카드 없음</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Undo until {time}</source>
        <translation>{time}까지 되돌리기</translation>
    </message>
</context>
<context>
    <name>LeftSide</name>
    <message>
        <source>Key pad</source>
        <translation>숫자판</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>입력란</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Phone digits</source>
        <translation>전화번호 끝자리</translation>
    </message>
    <message>
        <source>Phone digits or amount</source>
        <translation>전화번호 끝자리 또는 금액</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>please check</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
    <message>
        <source>usable here</source>
        <translation>여기서 사용 가능</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>사용 정지</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>처리 중인 민원</translation>
    </message>
    <message>
        <source>Usable here: {points}</source>
        <translation>여기서 사용 가능: {points}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>Not connected since {time}</source>
        <translation>{time}부터 연결 안 됨</translation>
    </message>
    <message>
        <source>Worth {money} on this sale</source>
        <translation>이번 구매에서 {money} 가치</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>오늘 생일</translation>
    </message>
    <message>
        <source>Birthday {day}</source>
        <translation>생일 {day}</translation>
    </message>
    <message>
        <source>{missing} more to {tier}</source>
        <translation>{missing} 더 모으면 {tier}</translation>
    </message>
    <message>
        <source>{missing} more to {tier} by {day}</source>
        <translation>{day}까지 {missing} 더 모으면 {tier}</translation>
    </message>
    <message>
        <source>until {day}, then {tier}</source>
        <translation>{day}까지, 이후 {tier}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>Usable now: {points}</source>
        <translation>지금 사용 가능: {points}</translation>
    </message>
    <message>
        <source>{points} held by another basket</source>
        <translation>다른 장바구니에서 {points} 보류 중</translation>
    </message>
    <message>
        <source>{points} to be earned back first</source>
        <translation>먼저 {points} 적립 필요</translation>
    </message>
    <message>
        <source>{points} expire on {day}</source>
        <translation>{day}에 {points} 소멸</translation>
    </message>
    <message>
        <source>{points} pending, usable from {day}</source>
        <translation>적립 예정 {points}, {day}부터 사용 가능</translation>
    </message>
    <message>
        <source>Household account</source>
        <translation>가족 계정</translation>
    </message>
    <message>
        <source>Member since {day}</source>
        <translation>{day} 가입</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Name, end of the phone number, e-mail, or card (Ctrl+F)</source>
        <translation>이름, 전화번호 끝자리, 이메일 또는 카드 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>회원</translation>
    </message>
    <message>
        <source>Keep as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>가입일</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>There are more. Type more letters to narrow them down.</source>
        <translation>더 있습니다. 글자를 더 입력해 좁히세요.</translation>
    </message>
    <message>
        <source>Enter opens a member; a scanned card does, too. A heading sorts.</source>
        <translation>Enter를 누르거나 카드를 스캔하면 회원이 열립니다. 제목을 누르면 정렬됩니다.</translation>
    </message>
    <message>
        <source>Nobody found. A part of the name is enough, in any script.</source>
        <translation>찾지 못했습니다. 어떤 문자든 이름의 일부면 됩니다.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. F4 at the counter enrols the first member.</source>
        <translation>아직 회원이 없습니다. 계산대에서 F4로 첫 회원을 등록하세요.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Counter</source>
        <translation>계산대</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Sign in to begin</source>
        <translation>로그인하면 시작합니다</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>The next scan starts the next sale</source>
        <translation>다음 스캔으로 다음 판매가 시작됩니다</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Enter takes {entry}</source>
        <translation>Enter를 누르면 {entry} 입력</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Scan a card, or type an amount</source>
        <translation>카드를 스캔하거나 금액을 입력하세요</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Type the amount, or scan the goods</source>
        <translation>금액을 입력하거나 상품을 스캔하세요</translation>
    </message>
    <message>
        <source>Sale without a card: {amount}</source>
        <translation>카드 없는 판매: {amount}</translation>
    </message>
    <message>
        <source>this card</source>
        <translation>이 카드</translation>
    </message>
    <message>
        <source>Redeem {what} and earn {points} for {name}</source>
        <translation>{name}: {what} 사용, {points} 적립</translation>
    </message>
    <message>
        <source>Redeem</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Credit what was brought</source>
        <translation>가져온 영수증 적립</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>적립</translation>
    </message>
    <message>
        <source>Scan the card whose points the receipt brings</source>
        <translation>포인트를 받을 카드를 스캔하세요</translation>
    </message>
    <message>
        <source>{count} receipts of the other till: Enter shows them</source>
        <translation>다른 계산대의 영수증 {count}장: Enter로 보기</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Receipt {number} of the other till, {amount}: Enter credits it</source>
        <translation>다른 계산대의 영수증 {number}, {amount}: Enter로 적립</translation>
    </message>
    <message>
        <source>Redeem {what}; sale without a card: {amount}</source>
        <translation>{what} 사용, 카드 없는 판매: {amount}</translation>
    </message>
    <message>
        <source>Redeem {what} for {name}</source>
        <translation>{name}: {what} 사용</translation>
    </message>
    <message>
        <source>Earn {points} for {name}</source>
        <translation>{name}: {points} 적립</translation>
    </message>
    <message>
        <source>Sale of {amount} for {name}; it earns no points (F1 says why)</source>
        <translation>{name}: {amount} 판매, 적립 없음 (이유는 F1)</translation>
    </message>
    <message>
        <source>Ring up what goes out for {amount}</source>
        <translation>{amount} 대신 나갈 상품을 등록하세요</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Exchange, the customer pays {amount}</source>
        <translation>교환, 손님이 낼 금액 {amount}</translation>
    </message>
    <message>
        <source>Exchange, hand out {amount}</source>
        <translation>교환, {amount} 내어 주기</translation>
    </message>
    <message>
        <source>Exchange, nothing to pay</source>
        <translation>교환, 낼 금액 없음</translation>
    </message>
    <message>
        <source>{reward} ({points})</source>
        <translation>{reward} ({points})</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Enter takes the first; arrows choose another</source>
        <translation>Enter는 첫 번째 회원, 화살표로 다른 회원 선택</translation>
    </message>
    <message>
        <source>Type a name, the end of a phone number, or scan a card</source>
        <translation>이름이나 전화번호 끝자리를 입력하거나 카드를 스캔하세요</translation>
    </message>
    <message>
        <source>Enrol this card</source>
        <translation>이 카드로 가입</translation>
    </message>
    <message>
        <source>Enrol a new member</source>
        <translation>새 회원 가입</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>읽기</translation>
    </message>
    <message>
        <source>Close the shift and print the closing</source>
        <translation>근무를 마감하고 정산표 출력</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>근무 마감</translation>
    </message>
    <message>
        <source>This shift is closed</source>
        <translation>마감된 근무입니다</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Print this slip again</source>
        <translation>이 영수증 다시 출력</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Hold a code before the camera; Enter reads a receipt without one</source>
        <translation>코드를 카메라 앞에 대세요. 코드 없는 영수증은 Enter</translation>
    </message>
    <message>
        <source>Back to the counter</source>
        <translation>계산 화면으로 돌아가기</translation>
    </message>
    <message>
        <source>Scan the set-up code</source>
        <translation>설정 코드를 스캔하세요</translation>
    </message>
    <message>
        <source>Keep what the scanner taught</source>
        <translation>스캐너에서 배운 설정을 저장합니다</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Choose who you are by number, or scan your badge</source>
        <translation>번호로 담당자를 고르거나 직원증을 스캔하세요</translation>
    </message>
    <message>
        <source>Sign in {name}</source>
        <translation>{name} 로그인</translation>
    </message>
    <message>
        <source>A second person scans a badge, or types a PIN</source>
        <translation>다른 사람이 배지를 스캔하거나 PIN을 입력합니다</translation>
    </message>
    <message>
        <source>{name} approves</source>
        <translation>{name} 님이 승인합니다</translation>
    </message>
    <message>
        <source>Choose the lines that came back, by their numbers</source>
        <translation>반품할 항목을 번호로 고르세요</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>반품</translation>
    </message>
    <message>
        <source>Refund {amount} and correct the points</source>
        <translation>{amount} 환불 및 포인트 정정</translation>
    </message>
    <message>
        <source>Refund {amount}</source>
        <translation>{amount} 환불</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>회원</translation>
    </message>
</context>
<context>
    <name>PaidPane</name>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>결제할 금액</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>Receipt of {shop}</source>
        <translation>{shop}의 영수증</translation>
    </message>
</context>
<context>
    <name>PhotographPane</name>
    <message>
        <source>The picture is being taken…</source>
        <translation>사진을 찍는 중…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>사진 없음</translation>
    </message>
    <message>
        <source>Picture of the receipt</source>
        <translation>영수증 사진</translation>
    </message>
    <message>
        <source>Reading it… {seconds} s. You may type meanwhile; Esc stops.</source>
        <translation>읽는 중… {seconds}초. 그동안 입력해도 됩니다. Esc로 멈춥니다.</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>%1 more to go</source>
        <translation>%1 더 필요합니다</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>What happened</source>
        <translation>지난 내역</translation>
    </message>
    <message>
        <source>Enter on a sale says why it brought its points.</source>
        <translation>판매에서 Enter를 누르면 그 포인트의 이유가 나옵니다.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Who, and why</source>
        <translation>담당자와 이유</translation>
    </message>
    <message>
        <source>{name}, allowed by {second}</source>
        <translation>{name}, 승인 {second}</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Question %1 of %2</source>
        <translation>질문 %2개 중 %1번째</translation>
    </message>
    <message>
        <source>Not at all likely</source>
        <translation>전혀 그렇지 않다</translation>
    </message>
    <message>
        <source>Extremely likely</source>
        <translation>매우 그렇다</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>답하지 않기</translation>
    </message>
    <message>
        <source>How likely are you to buy at %1 again?</source>
        <translation>%1에서 다시 구매할 의향이 얼마나 있으신가요?</translation>
    </message>
    <message>
        <source>How likely are you to try other things we sell?</source>
        <translation>저희의 다른 상품을 이용해 볼 의향이 얼마나 있으신가요?</translation>
    </message>
    <message>
        <source>How likely are you to recommend us to others?</source>
        <translation>저희를 다른 분께 추천할 의향이 얼마나 있으신가요?</translation>
    </message>
    <message>
        <source>How likely is it that you would recommend %1 to a friend or colleague?</source>
        <translation>%1을(를) 친구나 동료에게 추천할 의향이 얼마나 있으신가요?</translation>
    </message>
</context>
<context>
    <name>ReturnEffect</name>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Points taken back</source>
        <translation>적립 취소 포인트</translation>
    </message>
    <message>
        <source>Points given back</source>
        <translation>돌려주는 포인트</translation>
    </message>
    <message>
        <source>Stamps taken back: {count}.</source>
        <translation>회수되는 스탬프: {count}개.</translation>
    </message>
    <message>
        <source>Vouchers of this sale that become worthless: {count}.</source>
        <translation>무효가 되는 이 판매의 쿠폰: {count}장.</translation>
    </message>
    <message>
        <source>Vouchers of this sale that were used already: {count}.</source>
        <translation>이미 사용된 이 판매의 쿠폰: {count}장.</translation>
    </message>
    <message>
        <source>{points} were spent already: they are to be earned back first.</source>
        <translation>{points} 이미 사용됨: 먼저 다시 적립해야 합니다.</translation>
    </message>
    <message>
        <source>{points} were spent already: the shop gives them up.</source>
        <translation>{points} 이미 사용됨: 매장에서 부담합니다.</translation>
    </message>
    <message>
        <source>{money} is kept from the refund for points that were spent.</source>
        <translation>이미 사용한 포인트만큼 환불액에서 {money} 공제됩니다.</translation>
    </message>
</context>
<context>
    <name>ReturnPane</name>
    <message>
        <source>Return of sale {number}</source>
        <translation>판매 {number} 반품</translation>
    </message>
    <message>
        <source>Sold {moment} to {name}</source>
        <translation>{moment} 판매, {name}</translation>
    </message>
    <message>
        <source>Sold {moment} without a card</source>
        <translation>{moment} 판매, 카드 없음</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>교환</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>ReturnRow</name>
    <message>
        <source>{left} of {units} can come back</source>
        <translation>{units}개 중 {left}개 반품 가능</translation>
    </message>
    <message>
        <source>Came back already</source>
        <translation>이미 반품됨</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>One fewer of line {number}</source>
        <translation>{number}번 항목 하나 빼기</translation>
    </message>
    <message>
        <source>One more of line {number}</source>
        <translation>{number}번 항목 하나 더하기</translation>
    </message>
</context>
<context>
    <name>RewardGrid</name>
    <message>
        <source>No rewards today. Points are collected as ever.</source>
        <translation>오늘은 리워드가 없습니다. 포인트는 그대로 적립됩니다.</translation>
    </message>
    <message>
        <source>Will be redeemed</source>
        <translation>사용할 예정</translation>
    </message>
    <message>
        <source>{points} more</source>
        <translation>{points} 부족</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count}개 더</translation>
    </message>
    <message>
        <source>Alt+0 shows them</source>
        <translation>Alt+0으로 보기</translation>
    </message>
    <message>
        <source>Waits: {why}</source>
        <translation>대기: {why}</translation>
    </message>
    <message>
        <source>The rest is at other shops</source>
        <translation>나머지는 다른 매장에 있음</translation>
    </message>
    <message>
        <source>Best (F3)</source>
        <translation>추천(F3)</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}까지</translation>
    </message>
    <message>
        <source>Free gift</source>
        <translation>무료 증정</translation>
    </message>
    <message>
        <source>Free service</source>
        <translation>무료 서비스</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>One free, {money}</source>
        <translation>1개 무료, {money}</translation>
    </message>
    <message>
        <source>{money} off</source>
        <translation>{money} 할인</translation>
    </message>
    <message>
        <source>Will be used</source>
        <translation>사용할 예정</translation>
    </message>
    <message>
        <source>{points} (F6)</source>
        <translation>{points} (F6)</translation>
    </message>
    <message>
        <source>Pay with points</source>
        <translation>포인트로 결제</translation>
    </message>
</context>
<context>
    <name>RewardsPage</name>
    <message>
        <source>%1 more in a few days</source>
        <translation>며칠 뒤 %1 추가</translation>
    </message>
    <message>
        <source>There is nothing to choose from at present.</source>
        <translation>지금은 고를 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Scan a card to collect points</source>
        <translation>카드를 스캔하면 포인트가 적립됩니다</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Staff and their rights</source>
        <translation>직원과 권한 변경</translation>
    </message>
    <message>
        <source>Importing a file</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>Points by hand</source>
        <translation>포인트 직접 조정</translation>
    </message>
    <message>
        <source>Stamps of a paper card</source>
        <translation>종이 카드 스탬프</translation>
    </message>
    <message>
        <source>Return without a slip</source>
        <translation>전표 없는 반품</translation>
    </message>
    <message>
        <source>Voiding an older sale</source>
        <translation>지난 판매 취소</translation>
    </message>
    <message>
        <source>Blocking a card</source>
        <translation>카드 정지</translation>
    </message>
    <message>
        <source>Points for an activity</source>
        <translation>활동 포인트</translation>
    </message>
    <message>
        <source>Withdrawing a voucher</source>
        <translation>쿠폰 회수</translation>
    </message>
    <message>
        <source>Moving points to another account</source>
        <translation>다른 계정으로 포인트 이동</translation>
    </message>
    <message>
        <source>Crediting a doubtful receipt</source>
        <translation>의심스러운 영수증 적립</translation>
    </message>
    <message>
        <source>Enrolling a shop for receipts</source>
        <translation>영수증 인정 가게 등록</translation>
    </message>
    <message>
        <source>Points at the shop&apos;s risk</source>
        <translation>매장 책임 포인트</translation>
    </message>
    <message>
        <source>Joining a head office</source>
        <translation>본사 가입</translation>
    </message>
    <message>
        <source>The manager&apos;s room</source>
        <translation>관리자실</translation>
    </message>
    <message>
        <source>Handing out data</source>
        <translation>자료 내주기</translation>
    </message>
    <message>
        <source>Erasing a person</source>
        <translation>회원 삭제</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Cashier</source>
        <translation>계산원</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>매니저</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>책임자</translation>
    </message>
</context>
<context>
    <name>RoomScreen</name>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
</context>
<context>
    <name>SaidPage</name>
    <message>
        <source>Thank you, and see you soon!</source>
        <translation>감사합니다. 또 뵙겠습니다!</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>잠시만 기다려 주세요</translation>
    </message>
</context>
<context>
    <name>ScannerPane</name>
    <message>
        <source>Set up the keyboard scanner</source>
        <translation>키보드 스캐너 설정</translation>
    </message>
    <message>
        <source>Set-up code for the scanner</source>
        <translation>스캐너 설정 코드</translation>
    </message>
    <message>
        <source>Scan this code once: it tells the till how the scanner types. A laser scanner needs the printed page (regulars scanner page).</source>
        <translation>이 코드를 한 번 스캔하면 스캐너가 글자를 어떻게 입력하는지 단말기가 알게 됩니다. 레이저 스캐너에는 인쇄한 페이지가 필요합니다(regulars scanner page).</translation>
    </message>
    <message>
        <source>Scan any card or product to try it</source>
        <translation>카드나 상품을 스캔해 시험해 보세요</translation>
    </message>
    <message>
        <source>Read just now</source>
        <translation>방금 읽은 코드</translation>
    </message>
    <message>
        <source>Every sign arrives as it should. Keep it with Enter.</source>
        <translation>모든 글자가 제대로 들어옵니다. Enter로 저장하세요.</translation>
    </message>
    <message>
        <source>Cards, products and links are read whole. Only these signs do not arrive: {signs}</source>
        <translation>카드, 상품, 링크는 온전히 읽힙니다. 다음 글자만 들어오지 않습니다: {signs}</translation>
    </message>
    <message>
        <source>Digits are read, so cards and products work; links on receipts do not. These signs do not arrive: {signs}. Use USB-COM (serial), or set the scanner to this till&apos;s keyboard country.</source>
        <translation>숫자는 읽히므로 카드와 상품은 쓸 수 있지만 영수증의 링크는 읽을 수 없습니다. 들어오지 않는 글자: {signs}. USB-COM(시리얼)을 쓰거나 스캐너의 키보드 국가를 이 단말기에 맞추세요.</translation>
    </message>
    <message>
        <source>What arrives cannot be made whole again. Use USB-COM (serial), or set the scanner to this till&apos;s keyboard country.</source>
        <translation>들어온 글자를 되돌릴 수 없습니다. USB-COM(시리얼)을 쓰거나 스캐너의 키보드 국가를 이 단말기에 맞추세요.</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>키보드</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>On: letters are turned back. Better switch it off.</source>
        <translation>켜짐: 글자를 되돌립니다. 끄는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>Does not matter</source>
        <translation>상관없음</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Before each code</source>
        <translation>코드 앞</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>After each code</source>
        <translation>코드 뒤</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Separator (GS)</source>
        <translation>구분자(GS)</translation>
    </message>
    <message>
        <source>Name of the code (AIM)</source>
        <translation>코드 종류 이름(AIM)</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>US</source>
        <translation>미국</translation>
    </message>
    <message>
        <source>US international</source>
        <translation>미국 국제</translation>
    </message>
    <message>
        <source>French</source>
        <translation>프랑스</translation>
    </message>
    <message>
        <source>German</source>
        <translation>독일</translation>
    </message>
    <message>
        <source>British</source>
        <translation>영국</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>다른 키보드</translation>
    </message>
    <message>
        <source>{name}; codes are read by the places of the keys</source>
        <translation>{name}; 키의 위치로 코드를 읽습니다</translation>
    </message>
    <message>
        <source>{name}; codes are turned back</source>
        <translation>{name}; 코드를 되돌려 읽습니다</translation>
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
        <translation>키당 {ms}ms</translation>
    </message>
    <message>
        <source>{pace}: slow. Set a shorter delay in the scanner, or a prefix.</source>
        <translation>{pace}: 느립니다. 스캐너의 지연을 줄이거나 앞에 붙는 글자를 설정하세요.</translation>
    </message>
    <message>
        <source>Arrives</source>
        <translation>들어옴</translation>
    </message>
    <message>
        <source>Does not arrive. Set the scanner to send it as Ctrl+].</source>
        <translation>들어오지 않습니다. 스캐너가 Ctrl+]로 보내게 설정하세요.</translation>
    </message>
    <message>
        <source>Looks like another sign. Set the scanner to send it as Ctrl+].</source>
        <translation>다른 글자와 똑같이 들어옵니다. 스캐너가 Ctrl+]로 보내게 설정하세요.</translation>
    </message>
    <message>
        <source>Not tested by this code</source>
        <translation>이 코드로는 알 수 없음</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>“{typed}” can be read in two ways. Type the amount without a thousands sign.</source>
        <translation>“{typed}”은(는) 두 가지로 읽힙니다. 천 단위 구분 기호 없이 입력하세요.</translation>
    </message>
    <message>
        <source>No amount yet. Type the total of the sale.</source>
        <translation>금액이 없습니다. 판매 총액을 입력하세요.</translation>
    </message>
    <message>
        <source>An amount cannot be below zero. For goods brought back, scan their slip.</source>
        <translation>금액은 0보다 작을 수 없습니다. 반품은 해당 전표를 스캔하세요.</translation>
    </message>
    <message>
        <source>{currency} has {digits} digits after the point. Type the amount again.</source>
        <translation>{currency}의 소수 자릿수는 {digits}입니다. 금액을 다시 입력하세요.</translation>
    </message>
    <message>
        <source>No sale may be above {limit_minor}. Check the amount and type it again.</source>
        <translation>한 건은 {limit_minor}을(를) 넘을 수 없습니다. 금액을 확인하고 다시 입력하세요.</translation>
    </message>
    <message>
        <source>“{typed}” is no amount. Type digits, with a point or comma before the cents.</source>
        <translation>“{typed}”은(는) 금액이 아닙니다. 숫자로 다시 입력하세요.</translation>
    </message>
    <message>
        <source>An amount of zero brings nothing. Type the total of the sale.</source>
        <translation>0원으로는 적립할 수 없습니다. 판매 총액을 입력하세요.</translation>
    </message>
    <message>
        <source>This till does not take {currency}. Ring up the sale in the shop&apos;s currency.</source>
        <translation>이 단말기는 {currency}을(를) 받지 않습니다. 매장 통화로 입력하세요.</translation>
    </message>
    <message>
        <source>Nothing has been rung up. Type an amount or scan the receipt.</source>
        <translation>입력된 품목이 없습니다. 금액을 입력하거나 영수증을 스캔하세요.</translation>
    </message>
    <message>
        <source>{lines} lines are too many for one sale. Split it into two.</source>
        <translation>품목 {lines}줄은 한 건으로 너무 많습니다. 두 건으로 나누세요.</translation>
    </message>
    <message>
        <source>The total of {amount_minor} is not possible. Check the amounts of the lines.</source>
        <translation>총액 {amount_minor}은(는) 불가능합니다. 각 품목의 금액을 확인하세요.</translation>
    </message>
    <message>
        <source>A line of {amount_minor} is not possible. Type its amount again.</source>
        <translation>품목 금액 {amount_minor}은(는) 불가능합니다. 다시 입력하세요.</translation>
    </message>
    <message>
        <source>A tax of {tax_minor} does not fit the line. Check the receipt.</source>
        <translation>세액 {tax_minor}이(가) 품목과 맞지 않습니다. 영수증을 확인하세요.</translation>
    </message>
    <message>
        <source>A line of {units} pieces is not possible. Type the number again.</source>
        <translation>수량 {units}은(는) 불가능합니다. 다시 입력하세요.</translation>
    </message>
    <message>
        <source>An entry of the ledger cannot be read. Nothing was changed; have the ledger verified.</source>
        <translation>장부의 한 기록을 읽을 수 없습니다. 변경된 것은 없으며 장부를 점검하세요.</translation>
    </message>
    <message>
        <source>The number {number} does not fit on a card. Use the next number of the series.</source>
        <translation>번호 {number}은(는) 카드에 맞지 않습니다. 다음 번호를 사용하세요.</translation>
    </message>
    <message>
        <source>“{text}” was not read correctly. Scan it again, or type the digits below the code.</source>
        <translation>“{text}”을(를) 잘못 읽었습니다. 다시 스캔하거나 코드 아래 숫자를 입력하세요.</translation>
    </message>
    <message>
        <source>“{currency}” is no currency we know. Check the shop&apos;s settings.</source>
        <translation>“{currency}”은(는) 알 수 없는 통화입니다. 매장 설정을 확인하세요.</translation>
    </message>
    <message>
        <source>Usable points: {usable}. Redeem fewer.</source>
        <translation>사용 가능한 포인트: {usable}. 더 적게 사용하세요.</translation>
    </message>
    <message>
        <source>Points belong to somebody. Scan the member&apos;s card first.</source>
        <translation>포인트를 사용하려면 먼저 회원 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>The reward “{reward}” is not in today&apos;s program. Choose one from the list.</source>
        <translation>“{reward}” 보상은 현재 프로그램에 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>{reward}: {why}</source>
        <translation>{reward}: {why}</translation>
    </message>
    <message>
        <source>Paying with points: {why}</source>
        <translation>포인트 결제: {why}</translation>
    </message>
    <message>
        <source>A return cannot be undone. Ring the goods up again.</source>
        <translation>반품은 되돌릴 수 없습니다. 상품을 다시 입력하세요.</translation>
    </message>
    <message>
        <source>Nothing chosen to return. Choose the lines that came back.</source>
        <translation>반품할 품목이 없습니다. 돌아온 품목을 고르세요.</translation>
    </message>
    <message>
        <source>Line {line}: only {left} can still be returned. Choose fewer.</source>
        <translation>{line}번 품목: 반품 가능한 수량은 {left}입니다. 더 적게 고르세요.</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} does not fit into a slip&apos;s code. Find it by the member instead.</source>
        <translation>판매 {terminal}-{seq}은(는) 전표 코드로 나타낼 수 없습니다. 회원으로 찾으세요.</translation>
    </message>
    <message>
        <source>{missing_minor} more to use it in full</source>
        <translation>전부 쓰려면 {missing_minor} 더 구매</translation>
    </message>
    <message>
        <source>Points still missing: {points}</source>
        <translation>부족한 포인트: {points}</translation>
    </message>
    <message>
        <source>Ended on {until}</source>
        <translation>{until}에 종료됨</translation>
    </message>
    <message>
        <source>From {from}</source>
        <translation>{from}부터</translation>
    </message>
    <message>
        <source>The barcode {barcode} was not read correctly. Scan it again.</source>
        <translation>바코드 {barcode}이(가) 올바르게 읽히지 않았습니다. 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The label of {product} says zero. Weigh it again, or type the amount.</source>
        <translation>라벨 값이 0입니다: {product}. 다시 달거나 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>The scale&apos;s labels are set up as “{typed}”, which cannot be read. Correct it.</source>
        <translation>저울 라벨 설정 “{typed}”을(를) 읽을 수 없습니다. 설정을 고치세요.</translation>
    </message>
    <message>
        <source>{product} is sold by weight. Scan the scale&apos;s label, or type the amount.</source>
        <translation>무게로 파는 상품입니다: {product}. 저울 라벨을 스캔하거나 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>{product} is sold by the piece. Scan its barcode, or type the amount.</source>
        <translation>낱개로 파는 상품입니다: {product}. 바코드를 스캔하거나 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>Nothing in the basket is meant by it</source>
        <translation>장바구니에 해당 상품이 없습니다</translation>
    </message>
    <message>
        <source>No whole unit of it is left to pay</source>
        <translation>결제할 온전한 한 개가 남지 않았습니다</translation>
    </message>
    <message>
        <source>Nothing is left to pay</source>
        <translation>결제할 금액이 남지 않았습니다</translation>
    </message>
    <message>
        <source>{points} held by another basket</source>
        <translation>다른 장바구니에서 {points} 보류</translation>
    </message>
    <message>
        <source>The birthday is not known</source>
        <translation>생일을 알 수 없습니다</translation>
    </message>
    <message>
        <source>At most {times} in one basket</source>
        <translation>한 번 구매에 최대 {times}회</translation>
    </message>
    <message>
        <source>At most {times} a day</source>
        <translation>하루 최대 {times}회</translation>
    </message>
    <message>
        <source>At most {times} for each member</source>
        <translation>회원당 최대 {times}회</translation>
    </message>
    <message>
        <source>At most {times} a month</source>
        <translation>한 달 최대 {times}회</translation>
    </message>
    <message>
        <source>At most {times} a week</source>
        <translation>한 주 최대 {times}회</translation>
    </message>
    <message>
        <source>At most {times} a year</source>
        <translation>한 해 최대 {times}회</translation>
    </message>
    <message>
        <source>Around the birthday, from {from}</source>
        <translation>생일 전후, {from}부터</translation>
    </message>
    <message>
        <source>Not offered to this member now</source>
        <translation>지금 이 회원에게는 제공되지 않습니다</translation>
    </message>
    <message>
        <source>None are left</source>
        <translation>남은 것이 없습니다</translation>
    </message>
    <message>
        <source>Only for {tier}</source>
        <translation>{tier} 전용</translation>
    </message>
    <message>
        <source>Stamps still missing: {stamps}</source>
        <translation>부족한 스탬프: {stamps}</translation>
    </message>
    <message>
        <source>{card}: {why}</source>
        <translation>{card}: {why}</translation>
    </message>
    <message>
        <source>This stamp card is not in today&apos;s program. Choose one from the list.</source>
        <translation>이 스탬프 카드는 오늘의 프로그램에 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>It is in this basket already</source>
        <translation>이미 이 장바구니에 있습니다</translation>
    </message>
    <message>
        <source>Scan its member&apos;s card</source>
        <translation>주인 회원의 카드를 스캔하세요</translation>
    </message>
    <message>
        <source>It is for another member</source>
        <translation>다른 회원의 것입니다</translation>
    </message>
    <message>
        <source>{voucher}: {why}</source>
        <translation>{voucher}: {why}</translation>
    </message>
    <message>
        <source>The voucher {voucher} is not known here. Compare the digits below its code.</source>
        <translation>쿠폰 {voucher}을(를) 찾을 수 없습니다. 코드 아래 숫자를 확인하세요.</translation>
    </message>
    <message>
        <source>It was used already</source>
        <translation>이미 사용되었습니다</translation>
    </message>
    <message>
        <source>It was withdrawn</source>
        <translation>회수되었습니다</translation>
    </message>
    <message>
        <source>{missing_minor} more to spend</source>
        <translation>{missing_minor} 더 구매하면 가능</translation>
    </message>
    <message>
        <source>Points available: {points}</source>
        <translation>사용 가능한 포인트: {points}</translation>
    </message>
    <message>
        <source>{minor} left to pay</source>
        <translation>남은 결제 금액 {minor}</translation>
    </message>
    <message>
        <source>From {points} points</source>
        <translation>{points}포인트부터 가능</translation>
    </message>
    <message>
        <source>At most {minor} a sale</source>
        <translation>한 건에 최대 {minor}</translation>
    </message>
    <message>
        <source>Not offered in this shop</source>
        <translation>이 매장에서는 제공하지 않습니다</translation>
    </message>
    <message>
        <source>At most {percent} % of a sale</source>
        <translation>판매액의 최대 {percent} %</translation>
    </message>
    <message>
        <source>In steps of {points} points</source>
        <translation>{points}포인트 단위</translation>
    </message>
    <message>
        <source>The program is not valid at {where}: {why}. Correct it and publish it again.</source>
        <translation>프로그램의 {where} 항목이 잘못되었습니다: {why}. 고친 뒤 다시 게시하세요.</translation>
    </message>
    <message>
        <source>This badge belongs to nobody here. Scan another, or sign in with a PIN.</source>
        <translation>등록되지 않은 배지입니다. 다른 배지를 스캔하거나 PIN으로 로그인하세요.</translation>
    </message>
    <message>
        <source>Nobody of that name signs in here. Choose a name from the list.</source>
        <translation>등록되지 않은 담당자입니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits. Choose another.</source>
        <translation>PIN은 숫자 4~8자리입니다. 다시 정하세요.</translation>
    </message>
    <message>
        <source>{operator} has no PIN yet. Scan the badge, or ask a manager for a PIN.</source>
        <translation>{operator} 님은 아직 PIN이 없습니다. 배지를 스캔하거나 관리자에게 요청하세요.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait {seconds} seconds, or scan a badge.</source>
        <translation>PIN을 여러 번 틀렸습니다. {seconds}초 기다리거나 배지를 스캔하세요.</translation>
    </message>
    <message>
        <source>Wrong PIN. Try again, or scan the badge. Tries left: {left}.</source>
        <translation>PIN이 틀립니다. 다시 입력하거나 배지를 스캔하세요. 남은 횟수: {left}.</translation>
    </message>
    <message>
        <source>The card of {member} is blocked. Give a new card, or ask a supervisor.</source>
        <translation>{member} 님의 카드는 정지되었습니다. 새 카드를 발급하거나 관리자를 부르세요.</translation>
    </message>
    <message>
        <source>This card belongs to a member already. Take another blank card.</source>
        <translation>이미 회원이 쓰는 카드입니다. 다른 빈 카드를 사용하세요.</translation>
    </message>
    <message>
        <source>Scan a blank card or type a phone number to enrol somebody.</source>
        <translation>가입하려면 빈 카드를 스캔하거나 전화번호를 입력하세요.</translation>
    </message>
    <message>
        <source>{member} cannot collect or redeem at present: {why}. Ask a supervisor.</source>
        <translation>{member} 님은 현재 적립·사용할 수 없습니다: {why}. 관리자를 부르세요.</translation>
    </message>
    <message>
        <source>This member has bought since. Return the sale instead of undoing it.</source>
        <translation>그 후 이 회원의 거래가 있습니다. 되돌리지 말고 반품하세요.</translation>
    </message>
    <message>
        <source>This member is not enrolled any more. Scan another card, or enrol with F4.</source>
        <translation>더 이상 회원이 아닙니다. 다른 카드를 스캔하거나 F4로 가입하세요.</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is of another till, and head office cannot be asked now. Try again later, or take the goods back without their sale: F5 twice.</source>
        <translation>판매 {terminal}-{seq}은(는) 다른 단말기의 것이며 지금은 본사에 물어볼 수 없습니다. 나중에 다시 하거나 판매 없이 반품을 받으세요: F5 두 번.</translation>
    </message>
    <message>
        <source>Head office does not have sale {terminal}-{seq}: look at the number, or try again later, when the other till has sent it. F5 twice takes the goods back without their sale.</source>
        <translation>본사에 판매 {terminal}-{seq}이(가) 없습니다. 번호를 확인하거나, 다른 단말기가 보낸 뒤에 다시 하세요. F5를 두 번 누르면 판매 없이 반품을 받습니다.</translation>
    </message>
    <message>
        <source>Only {name}, who did this, can undo it. Scan the slip to return the sale.</source>
        <translation>처리한 {name}님만 되돌릴 수 있습니다. 전표를 스캔해 반품하세요.</translation>
    </message>
    <message>
        <source>A name may have {longest} letters. Shorten it.</source>
        <translation>이름은 {longest}자까지입니다. 줄여서 입력하세요.</translation>
    </message>
    <message>
        <source>This number belongs to {member} already. Use their card, or type another number.</source>
        <translation>이미 {member} 님의 번호입니다. 그 카드를 쓰거나 다른 번호를 입력하세요.</translation>
    </message>
    <message>
        <source>“{typed}” is no phone number. Type its digits again.</source>
        <translation>“{typed}”은(는) 전화번호가 아닙니다. 숫자를 다시 입력하세요.</translation>
    </message>
    <message>
        <source>No program is in force today. Ask a manager to publish one.</source>
        <translation>현재 적용 중인 프로그램이 없습니다. 관리자에게 요청하세요.</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} was returned already. Check the slip&apos;s number.</source>
        <translation>판매 {terminal}-{seq}은(는) 이미 반품되었습니다. 전표 번호를 확인하세요.</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is of another till. Head office is being asked.</source>
        <translation>판매 {terminal}-{seq}은(는) 다른 단말기의 것입니다. 본사에 물어보고 있습니다.</translation>
    </message>
    <message>
        <source>Sale {terminal}-{seq} is not known here. Return it in the shop that sold it.</source>
        <translation>판매 {terminal}-{seq}을(를) 찾을 수 없습니다. 판매한 매장에서 반품하세요.</translation>
    </message>
    <message>
        <source>The setting “{setting}” cannot be “{value}”. Correct it in the settings.</source>
        <translation>설정 “{setting}”의 값 “{value}”이(가) 올바르지 않습니다. 설정을 고치세요.</translation>
    </message>
    <message>
        <source>This shift was closed at another window. Sign out with F12 and in again: what is rung up stays.</source>
        <translation>이 근무는 다른 창에서 마감되었습니다. F12로 로그아웃한 뒤 다시 로그인하세요. 입력한 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>No shift is open. Open one to go on.</source>
        <translation>열린 근무가 없습니다. 근무를 시작하세요.</translation>
    </message>
    <message>
        <source>Another window has booked something since. Look at the last act again before you undo it.</source>
        <translation>그 사이 다른 창에서 처리된 내역이 있습니다. 마지막 내역을 다시 확인한 뒤 되돌리세요.</translation>
    </message>
    <message>
        <source>There is nothing to undo. Scan a slip to return an older sale.</source>
        <translation>되돌릴 것이 없습니다. 이전 판매는 전표를 스캔해 반품하세요.</translation>
    </message>
    <message>
        <source>Undo works for {minutes} minutes. Scan the slip to return the sale.</source>
        <translation>되돌리기는 {minutes}분 안에만 됩니다. 전표를 스캔해 반품하세요.</translation>
    </message>
    <message>
        <source>This badge belongs to somebody already. Take another.</source>
        <translation>이미 다른 사람이 쓰는 배지입니다. 다른 배지를 사용하세요.</translation>
    </message>
    <message>
        <source>The card {card} belongs to a member already. Take another blank card.</source>
        <translation>카드 {card}은(는) 이미 회원이 씁니다. 다른 빈 카드를 사용하세요.</translation>
    </message>
    <message>
        <source>The card {card} is not known here. Scan another, or enrol it.</source>
        <translation>카드 {card}은(는) 등록되지 않았습니다. 다른 카드를 스캔하거나 가입하세요.</translation>
    </message>
    <message>
        <source>This member is enrolled already. Look them up by phone or name.</source>
        <translation>이미 가입한 회원입니다. 전화번호나 이름으로 찾으세요.</translation>
    </message>
    <message>
        <source>{operator} is there already. Choose another name.</source>
        <translation>{operator}은(는) 이미 있습니다. 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Program {number} is published already. Give the new one the next number.</source>
        <translation>프로그램 {number}은(는) 이미 게시되었습니다. 다음 번호를 쓰세요.</translation>
    </message>
    <message>
        <source>A shift is open at till {terminal} already. Close it first.</source>
        <translation>단말기 {terminal}에 이미 열린 근무가 있습니다. 먼저 마감하세요.</translation>
    </message>
    <message>
        <source>No slip is kept for sale {terminal}-{seq}. Check the number on the slip.</source>
        <translation>판매 {terminal}-{seq}의 전표가 없습니다. 전표 번호를 확인하세요.</translation>
    </message>
    <message>
        <source>The scan had {length} signs, at most {limit} are read. Scan the code on the card.</source>
        <translation>스캔이 {length}자입니다(최대 {limit}자). 카드의 코드를 스캔하세요.</translation>
    </message>
    <message>
        <source>The scanner at {port} is not there. Plug it in; until then use a card number.</source>
        <translation>{port}에 스캐너가 없습니다. 연결하거나 카드 번호를 입력하세요.</translation>
    </message>
    <message>
        <source>The scanner at {port} was unplugged. Plug it in again; it goes on by itself.</source>
        <translation>{port}의 스캐너가 빠졌습니다. 다시 연결하면 자동으로 이어집니다.</translation>
    </message>
    <message>
        <source>The port {port} may not be used. Close the other program that has it.</source>
        <translation>포트 {port}을(를) 쓸 수 없습니다. 사용 중인 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>The setting of the port {port} is not valid ({part}). Correct the scanner&apos;s settings.</source>
        <translation>포트 {port}의 설정이 잘못되었습니다({part}). 스캐너 설정을 고치세요.</translation>
    </message>
    <message>
        <source>Serial scanners need a part that is not installed ({port}). Run the set-up again.</source>
        <translation>시리얼 스캐너에 필요한 구성 요소가 없습니다({port}). 설치를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>The settings in {file} cannot be read. Correct the file, or remove it to start with ours.</source>
        <translation>{file}의 설정을 읽을 수 없습니다. 파일을 고치거나 지우세요.</translation>
    </message>
    <message>
        <source>Settings that cannot be used: {names}. The usual values are used instead; correct them in {file}.</source>
        <translation>사용할 수 없는 설정: {names}. 기본값을 대신 사용합니다. {file}에서 고쳐 주세요.</translation>
    </message>
    <message>
        <source>The settings cannot be written to {file}. Check the disk and the file&apos;s rights.</source>
        <translation>{file}에 설정을 저장할 수 없습니다. 디스크와 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>A bar code of {length} digits cannot be printed. The slip is printed without it.</source>
        <translation>{length}자리 바코드는 인쇄할 수 없습니다. 바코드 없이 인쇄합니다.</translation>
    </message>
    <message>
        <source>The printer {printer} cannot draw pictures. Choose another profile in the settings.</source>
        <translation>프린터 {printer}은(는) 그림을 인쇄할 수 없습니다. 설정에서 다른 프로필을 고르세요.</translation>
    </message>
    <message>
        <source>No font here has the letters of {language}. Run the set-up again to fetch it.</source>
        <translation>{language} 글꼴이 없습니다. 설치를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>Paper of {paper_mm} mm is not supported. Choose 58 or 80 mm in the settings.</source>
        <translation>{paper_mm} mm 용지는 지원하지 않습니다. 설정에서 58 또는 80 mm를 고르세요.</translation>
    </message>
    <message>
        <source>A QR code of {length} digits cannot be printed. The slip is printed without it.</source>
        <translation>{length}자리 QR 코드는 인쇄할 수 없습니다. QR 없이 인쇄합니다.</translation>
    </message>
    <message>
        <source>A time without its zone cannot go on paper. Set the shop&apos;s time zone in the settings.</source>
        <translation>시간대 없는 시각은 인쇄할 수 없습니다. 설정에서 매장 시간대를 정하세요.</translation>
    </message>
    <message>
        <source>A line of the slip is wider than the paper. Choose wider paper in the settings.</source>
        <translation>전표의 한 줄이 용지보다 넓습니다. 설정에서 더 넓은 용지를 고르세요.</translation>
    </message>
    <message>
        <source>The printer profile “{name}” is not known. Choose one in the settings.</source>
        <translation>프린터 프로필 “{name}”을(를) 알 수 없습니다. 설정에서 고르세요.</translation>
    </message>
    <message>
        <source>There is no camera {camera}. Plug one in, or use the hand scanner.</source>
        <translation>카메라 {camera}이(가) 없습니다. 연결하거나 스캐너를 사용하세요.</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again; it goes on by itself.</source>
        <translation>카메라가 빠졌습니다. 다시 연결하면 자동으로 이어집니다.</translation>
    </message>
    <message>
        <source>The camera setting “{setting}” is not valid. Correct it in the settings.</source>
        <translation>카메라 설정 “{setting}”이(가) 잘못되었습니다. 설정을 고치세요.</translation>
    </message>
    <message>
        <source>The camera gives no new picture. Unplug it and plug it in again.</source>
        <translation>카메라 화면이 멈췄습니다. 뺐다가 다시 연결하세요.</translation>
    </message>
    <message>
        <source>No reader for camera codes is installed. Use the hand scanner, or run the set-up again.</source>
        <translation>카메라 코드 판독기가 없습니다. 스캐너를 쓰거나 설치를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>Camera scanning needs {missing}, which is not installed. Use the hand scanner, or run the set-up again.</source>
        <translation>카메라 스캔에 필요한 {missing}이(가) 없습니다. 스캐너를 쓰거나 설치를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>{path} is no picture we can read. Choose a PNG or JPEG file.</source>
        <translation>{path}은(는) 읽을 수 있는 그림이 아닙니다. PNG나 JPEG 파일을 고르세요.</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name.</source>
        <translation>{path} 파일이 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>The picture {path} is too large (limit {limit}). Take a smaller one.</source>
        <translation>그림 {path}이(가) 너무 큽니다(한도 {limit}). 더 작은 그림을 쓰세요.</translation>
    </message>
    <message>
        <source>The picture {path} is damaged. Take it again.</source>
        <translation>그림 {path}이(가) 손상되었습니다. 다시 촬영하세요.</translation>
    </message>
    <message>
        <source>The camera sees {count} codes. Hold up one card alone.</source>
        <translation>카메라에 코드가 {count}개 보입니다. 카드 한 장만 대세요.</translation>
    </message>
    <message>
        <source>Closer: the code is too small to be read.</source>
        <translation>더 가까이 대세요. 코드가 너무 작아 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Hold the code still for a moment.</source>
        <translation>코드를 잠시 움직이지 말고 들고 계세요.</translation>
    </message>
    <message>
        <source>The code shines: tilt it a little.</source>
        <translation>코드가 빛에 반사됩니다. 조금 기울여 주세요.</translation>
    </message>
    <message>
        <source>Too dark: switch on a light.</source>
        <translation>너무 어둡습니다. 불을 켜 주세요.</translation>
    </message>
    <message>
        <source>Two codes: show one alone.</source>
        <translation>코드가 두 개입니다. 하나만 보여 주세요.</translation>
    </message>
    <message>
        <source>The code reader {decoder} failed and is off until the next start. Codes are still read.</source>
        <translation>코드 판독기 {decoder}에 오류가 생겨 다음 시작까지 꺼져 있습니다. 코드는 계속 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The film {path} cannot be read. Choose another file.</source>
        <translation>영상 {path}을(를) 읽을 수 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Slips cannot be written to the folder {folder}. Choose another in the settings.</source>
        <translation>{folder} 폴더에 전표를 저장할 수 없습니다. 설정에서 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The printer {printer} stopped in the middle. Look at the slip; print it again if it is not whole.</source>
        <translation>프린터 {printer}이(가) 중간에 멈췄습니다. 전표를 확인하고 잘렸으면 다시 인쇄하세요.</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer. The sale is booked; look for paper or an open cover.</source>
        <translation>프린터 {printer}이(가) 응답하지 않습니다. 판매는 기록되었습니다. 용지와 덮개를 확인하세요.</translation>
    </message>
    <message>
        <source>The printer {printer} took no data. Check its cable and rights; the sale is booked.</source>
        <translation>프린터 {printer}이(가) 데이터를 받지 않습니다. 케이블과 권한을 확인하세요. 판매는 기록되었습니다.</translation>
    </message>
    <message>
        <source>The printer {printer} did not confirm the slip. Look whether it came out; print it again if not.</source>
        <translation>프린터 {printer}이(가) 출력을 확인하지 않았습니다. 전표가 나왔는지 보고 없으면 다시 인쇄하세요.</translation>
    </message>
    <message>
        <source>The printer {printer} cannot be reached. Switch it on or check its cable; the sale is booked.</source>
        <translation>프린터 {printer}에 연결할 수 없습니다. 전원과 케이블을 확인하세요. 판매는 기록되었습니다.</translation>
    </message>
    <message>
        <source>This machine has no printing system for {printer}. Choose another printer in the settings.</source>
        <translation>이 컴퓨터에 {printer}용 인쇄 시스템이 없습니다. 설정에서 다른 프린터를 고르세요.</translation>
    </message>
    <message>
        <source>This slip cannot be printed: {why} The sale is booked; F7 prints it again.</source>
        <translation>이 전표를 인쇄할 수 없습니다: {why} 판매는 기록되었으며 F7로 다시 인쇄합니다.</translation>
    </message>
    <message>
        <source>The printer setting “{setting}” is not valid ({part}). Correct it in the settings.</source>
        <translation>프린터 설정 “{setting}”이(가) 잘못되었습니다({part}). 설정을 고치세요.</translation>
    </message>
    <message>
        <source>The scanner setting “{setting}” is not valid ({part}). Correct it in the settings.</source>
        <translation>스캐너 설정 “{setting}”이(가) 잘못되었습니다({part}). 설정을 고치세요.</translation>
    </message>
    <message>
        <source>The printer {printer} needs USB support, which is not installed. Run the set-up again.</source>
        <translation>프린터 {printer}에 필요한 USB 지원이 없습니다. 설치를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>This did not work ({code}). Try again, or ask whoever looks after this till.</source>
        <translation>처리하지 못했습니다({code}). 다시 시도하거나 담당자에게 문의하세요.</translation>
    </message>
    <message>
        <source>The ledger could not be brought to the new version; it was left as it was. Call whoever looks after this till.</source>
        <translation>장부를 새 버전으로 바꾸지 못했습니다. 장부는 그대로입니다. 담당자에게 연락하세요.</translation>
    </message>
    <message>
        <source>The program in the ledger cannot be read. Ask a manager to publish it again.</source>
        <translation>장부의 프로그램을 읽을 수 없습니다. 관리자에게 다시 게시를 요청하세요.</translation>
    </message>
    <message>
        <source>Another window or program is using this ledger ({path}). Close it, or go on there.</source>
        <translation>다른 창이나 프로그램이 이 장부를 쓰고 있습니다({path}). 닫거나 그쪽에서 계속하세요.</translation>
    </message>
    <message>
        <source>The ledger lies in a folder that {service} copies ({path}). Move it to this machine&apos;s own disk.</source>
        <translation>장부가 {service} 동기화 폴더에 있습니다({path}). 이 컴퓨터의 디스크로 옮기세요.</translation>
    </message>
    <message>
        <source>This ledger is of a newer program (version {version}; this one knows {known}). Update the program.</source>
        <translation>더 새 프로그램의 장부입니다(버전 {version}, 이 프로그램은 {known}). 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>This file is no ledger of Regulars. It was left alone; choose another data folder.</source>
        <translation>Regulars의 장부 파일이 아닙니다. 손대지 않았으니 다른 데이터 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The ledger lies on a network disk ({kind}, {path}). Move it to this machine&apos;s own disk.</source>
        <translation>장부가 네트워크 디스크에 있습니다({kind}, {path}). 이 컴퓨터의 디스크로 옮기세요.</translation>
    </message>
    <message>
        <source>The ledger cannot be read ({said}). Check the disk, or restore the last backup of {path}.</source>
        <translation>장부를 읽을 수 없습니다({said}). 디스크를 확인하거나 {path}의 최근 백업을 복원하세요.</translation>
    </message>
    <message>
        <source>The backup to {path} was not made. Check the disk there, then make it again.</source>
        <translation>{path}에 백업하지 못했습니다. 디스크를 확인하고 다시 백업하세요.</translation>
    </message>
    <message>
        <source>The ledger {path} is damaged ({said}). Nothing was written; restore the last backup.</source>
        <translation>장부 {path}이(가) 손상되었습니다({said}). 아무것도 쓰지 않았으니 최근 백업을 복원하세요.</translation>
    </message>
    <message>
        <source>A text came in that cannot be read. Type it again, or scan again.</source>
        <translation>읽을 수 없는 글자가 들어왔습니다. 다시 입력하거나 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The ledger {path} may not be written. Check the rights of the file and its folder.</source>
        <translation>장부 {path}에 쓸 수 없습니다. 파일과 폴더의 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Type the amount first, or scan the goods.</source>
        <translation>먼저 금액을 입력하거나 상품을 스캔하세요.</translation>
    </message>
    <message>
        <source>Card {card} is new. F4 makes it a member&apos;s card at once.</source>
        <translation>카드 {card}은(는) 새 카드입니다. F4를 누르면 바로 회원 카드가 됩니다.</translation>
    </message>
    <message>
        <source>Card {card} collects points from now on.</source>
        <translation>카드 {card}은(는) 이제부터 포인트를 적립합니다.</translation>
    </message>
    <message>
        <source>Ring up what goes out in exchange, or leave with Esc and book the return alone.</source>
        <translation>교환해 줄 상품을 등록하거나, Esc로 나가서 반품만 등록하세요.</translation>
    </message>
    <message>
        <source>Something is open here. Book it with Enter or leave it with Esc, then try again.</source>
        <translation>진행 중인 작업이 있습니다. Enter로 처리하거나 Esc로 닫은 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>No member&apos;s number ends in “{typed}”. Enrol a new member, or take it as an amount.</source>
        <translation>“{typed}”(으)로 끝나는 회원 번호가 없습니다. 새로 가입하거나 금액으로 입력하세요.</translation>
    </message>
    <message>
        <source>No reward is in reach yet. The tiles say how many points are missing.</source>
        <translation>아직 받을 수 있는 보상이 없습니다. 부족한 포인트는 칸에 표시됩니다.</translation>
    </message>
    <message>
        <source>Product {product} has no price here. Type its amount.</source>
        <translation>상품 {product}의 가격이 없습니다. 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>Another member: the rewards that were chosen have been put back.</source>
        <translation>다른 회원입니다. 선택한 보상은 되돌려 놓았습니다.</translation>
    </message>
    <message>
        <source>{operator} has no PIN yet: what is typed now, 4 to 8 digits, will be it.</source>
        <translation>{operator}님은 아직 PIN이 없습니다. 지금 입력하는 4~8자리 숫자가 PIN이 됩니다.</translation>
    </message>
    <message>
        <source>This is the demo shop: choose a number, then type PIN {pin}.</source>
        <translation>데모 매장입니다. 번호를 고른 다음 PIN {pin}을 입력하세요.</translation>
    </message>
    <message>
        <source>Scan the member&apos;s card first.</source>
        <translation>먼저 회원 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>Scan the slip of the sale that comes back.</source>
        <translation>반품할 판매의 전표를 스캔하세요.</translation>
    </message>
    <message>
        <source>The shift is closed. Sign in to open the next.</source>
        <translation>근무를 마감했습니다. 로그인하면 다음 근무를 시작합니다.</translation>
    </message>
    <message>
        <source>Sign in first: by number and PIN, or a badge.</source>
        <translation>먼저 번호와 PIN 또는 배지로 로그인하세요.</translation>
    </message>
    <message>
        <source>Signed out. The shift stays open.</source>
        <translation>로그아웃했습니다. 근무는 계속됩니다.</translation>
    </message>
    <message>
        <source>There is no slip to print yet.</source>
        <translation>아직 인쇄할 전표가 없습니다.</translation>
    </message>
    <message>
        <source>No slip printed. F7 shows and prints it.</source>
        <translation>전표를 인쇄하지 않았습니다. F7로 보고 인쇄합니다.</translation>
    </message>
    <message>
        <source>Slip printed</source>
        <translation>전표를 인쇄했습니다</translation>
    </message>
    <message>
        <source>The voucher is off this sale again.</source>
        <translation>쿠폰을 이 판매에서 뺐습니다.</translation>
    </message>
    <message>
        <source>{voucher} is on this sale. Scan it again to take it back.</source>
        <translation>{voucher}: 이 판매에 적용했습니다. 다시 스캔하면 취소됩니다.</translation>
    </message>
    <message>
        <source>{voucher} lies ready, but not yet: {why}. It is used as soon as it can be.</source>
        <translation>{voucher}: 아직 적용 전입니다. {why}. 조건이 되면 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>{voucher}, good until {until}. Ring up the goods, then scan it again.</source>
        <translation>{voucher}, {until}까지 유효. 상품을 등록한 뒤 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>{voucher}, good until {until} from {minimum_minor} on. Ring up, then scan it again.</source>
        <translation>{voucher}, {minimum_minor} 이상 구매 시, {until}까지. 상품을 등록한 뒤 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>Nothing was read. Scan again.</source>
        <translation>아무것도 읽지 못했습니다. 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This code is far too long for a card or a slip. Scan the right one.</source>
        <translation>카드나 영수증 코드라기에는 너무 깁니다. 올바른 코드를 스캔하세요.</translation>
    </message>
    <message>
        <source>“{text}” is no code of this shop. Scan a member&apos;s card, or type the amount.</source>
        <translation>“{text}”은(는) 이 매장의 코드가 아닙니다. 회원 카드를 스캔하거나 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>The camera may not be used. Allow it in the system&apos;s settings.</source>
        <translation>카메라를 사용할 수 없습니다. 시스템 설정에서 허용하세요.</translation>
    </message>
    <message>
        <source>The printer has no paper. Put in a roll, then F7 prints again.</source>
        <translation>프린터에 용지가 없습니다. 용지를 넣고 F7로 다시 인쇄하세요.</translation>
    </message>
    <message>
        <source>The printer is open. Close it, then F7 prints again.</source>
        <translation>프린터 덮개가 열려 있습니다. 닫고 F7로 다시 인쇄하세요.</translation>
    </message>
    <message>
        <source>The printer is off. Switch it on, then F7 prints again.</source>
        <translation>프린터가 꺼져 있습니다. 켜고 F7로 다시 인쇄하세요.</translation>
    </message>
    <message>
        <source>The disk is full: this was not booked, nothing is lost. Make room, then press Enter again.</source>
        <translation>디스크가 가득 차 등록되지 않았습니다. 없어진 것은 없습니다. 공간을 확보한 뒤 Enter를 다시 누르세요.</translation>
    </message>
    <message>
        <source>Only {free_mib} MiB are free on the disk. Make room today.</source>
        <translation>디스크에 {free_mib} MiB만 남았습니다. 오늘 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>There is no room for the reserve against a full disk. Make room.</source>
        <translation>디스크가 가득 찰 때를 위한 예비 공간이 없습니다. 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>The disk was full and the reserve was used. Make room before closing time.</source>
        <translation>디스크가 가득 차 예비 공간을 사용했습니다. 마감 전에 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is {minutes} minutes behind the last sale. Set it right.</source>
        <translation>이 기기의 시계가 마지막 판매보다 {minutes}분 늦습니다. 시계를 맞추세요.</translation>
    </message>
    <message>
        <source>The ledger is older than it once was: sales may be missing. Call whoever looks after this till.</source>
        <translation>장부가 이전 상태보다 오래되었습니다. 빠진 판매가 있을 수 있습니다. 담당자에게 연락하세요.</translation>
    </message>
    <message>
        <source>The ledger was restored from a backup. Sales made after it may be missing.</source>
        <translation>백업에서 장부를 복원했습니다. 그 이후의 판매는 없을 수 있습니다.</translation>
    </message>
    <message>
        <source>The newest entries do not hold together ({fault}). Call whoever looks after this till.</source>
        <translation>최근 기록이 서로 맞지 않습니다({fault}). 담당자에게 연락하세요.</translation>
    </message>
    <message>
        <source>Another window has this ledger open. Both may be used.</source>
        <translation>다른 창에서도 이 장부를 열었습니다. 둘 다 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>The program was cut off last time. The books were checked; all is there.</source>
        <translation>지난번에 프로그램이 갑자기 꺼졌습니다. 장부를 확인했으며 모두 그대로입니다.</translation>
    </message>
    <message>
        <source>There is no good backup in {path}. Put one there, then try again.</source>
        <translation>{path}에 쓸 수 있는 백업이 없습니다. 백업을 넣고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>A checked copy of the books was made: {path}.</source>
        <translation>검증된 장부 사본을 만들었습니다: {path}.</translation>
    </message>
    <message>
        <source>Points: {points}</source>
        <translation>포인트: {points}</translation>
    </message>
    <message>
        <source>Usable here: {points}</source>
        <translation>여기서 사용 가능: {points}</translation>
    </message>
    <message>
        <source>Total {points}, as of {at}</source>
        <translation>전체 {points} ({at} 기준)</translation>
    </message>
    <message>
        <source>Total not known yet</source>
        <translation>전체 포인트는 아직 모름</translation>
    </message>
    <message>
        <source>Pending points: {points}</source>
        <translation>적립 예정 포인트: {points}</translation>
    </message>
    <message>
        <source>Tier: {tier}</source>
        <translation>등급: {tier}</translation>
    </message>
    <message>
        <source>{card}: {stamps} of {needed} stamps</source>
        <translation>{card}: 스탬프 {needed}개 중 {stamps}개</translation>
    </message>
    <message>
        <source>Vouchers: {count}</source>
        <translation>쿠폰: {count}장</translation>
    </message>
    <message>
        <source>Phone: {phone}</source>
        <translation>전화번호: {phone}</translation>
    </message>
    <message>
        <source>E-mail: {email}</source>
        <translation>이메일: {email}</translation>
    </message>
    <message>
        <source>Birthday: {birthday}</source>
        <translation>생일: {birthday}</translation>
    </message>
    <message>
        <source>Member since {on}</source>
        <translation>{on}부터 회원</translation>
    </message>
    <message>
        <source>Household: {names}</source>
        <translation>가족: {names}</translation>
    </message>
    <message>
        <source>{name} shares this account</source>
        <translation>{name} 님이 이 계정을 함께 씁니다</translation>
    </message>
    <message>
        <source>Code for friends: {friends}</source>
        <translation>친구 추천 코드: {friends}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Replaced by another</source>
        <translation>다른 카드로 교체됨</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>정지됨</translation>
    </message>
    <message>
        <source>{voucher}, until {until}</source>
        <translation>{voucher}, {until}까지</translation>
    </message>
    <message>
        <source>There is no voucher to be used today.</source>
        <translation>오늘 쓸 수 있는 쿠폰이 없습니다.</translation>
    </message>
    <message>
        <source>The program has no stamp card.</source>
        <translation>프로그램에 스탬프 카드가 없습니다.</translation>
    </message>
    <message>
        <source>The program has no activity to record.</source>
        <translation>프로그램에 기록할 활동이 없습니다.</translation>
    </message>
    <message>
        <source>No sale is known here yet.</source>
        <translation>아직 판매가 없습니다.</translation>
    </message>
    <message>
        <source>Stamp card: {card}</source>
        <translation>스탬프 카드: {card}</translation>
    </message>
    <message>
        <source>A person looks first</source>
        <translation>확인 후 지급</translation>
    </message>
    <message>
        <source>{activity}: {points} points</source>
        <translation>{activity}: {points}포인트</translation>
    </message>
    <message>
        <source>{member}, {on}</source>
        <translation>{member}, {on}</translation>
    </message>
    <message>
        <source>{activity} is booked: +{points} points.</source>
        <translation>{activity} 기록됨: +{points}포인트.</translation>
    </message>
    <message>
        <source>{activity} waits for approval. The points come when somebody has looked.</source>
        <translation>{activity}: 승인 대기 중입니다. 확인되면 포인트가 지급됩니다.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision any more.</source>
        <translation>결정을 기다리는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Waiting for a decision: {count}</source>
        <translation>결정 대기: {count}건</translation>
    </message>
    <message>
        <source>The profile is kept.</source>
        <translation>프로필을 저장했습니다.</translation>
    </message>
    <message>
        <source>Card {card} stands for this member, too.</source>
        <translation>카드 {card}도 이 회원의 카드가 되었습니다.</translation>
    </message>
    <message>
        <source>Card {card} stands for this member. The old one is dead.</source>
        <translation>카드 {card}이(가) 이 회원의 카드입니다. 예전 카드는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Card {card} is blocked.</source>
        <translation>카드 {card}을(를) 정지했습니다.</translation>
    </message>
    <message>
        <source>Card {card} can be used again.</source>
        <translation>카드 {card}을(를) 다시 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{member} has this card now.</source>
        <translation>이 카드는 이제 {member} 님의 카드입니다.</translation>
    </message>
    <message>
        <source>{voucher} is being printed.</source>
        <translation>{voucher} 인쇄 중입니다.</translation>
    </message>
    <message>
        <source>Joins the account of {name}</source>
        <translation>{name} 님의 계정에 참여합니다</translation>
    </message>
    <message>
        <source>Shares the account of {name} now. Points that came along: {points}.</source>
        <translation>이제 {name} 님의 계정을 함께 씁니다. 함께 옮겨진 포인트: {points}.</translation>
    </message>
    <message>
        <source>Points that stay here: {points}. Enter once more to leave.</source>
        <translation>여기에 남는 포인트: {points}. 나가려면 Enter를 한 번 더 누르세요.</translation>
    </message>
    <message>
        <source>Left the household; begins anew at zero.</source>
        <translation>가족에서 나갔습니다. 0에서 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Goes: {name}</source>
        <translation>없어질 회원: {name}</translation>
    </message>
    <message>
        <source>Merged. Points that came along: {points}.</source>
        <translation>합쳤습니다. 함께 옮겨진 포인트: {points}.</translation>
    </message>
    <message>
        <source>Scan the other member&apos;s card first.</source>
        <translation>먼저 다른 회원의 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>Booked. Usable here now: {points} points.</source>
        <translation>처리되었습니다. 지금 여기서 사용 가능: {points}포인트.</translation>
    </message>
    <message>
        <source>Booked. New balance: {points} points.</source>
        <translation>기록했습니다. 새 잔액: {points}포인트.</translation>
    </message>
    <message>
        <source>Moved in. Stamps on the card now: {stamps}. Keep the paper card.</source>
        <translation>옮겼습니다. 현재 스탬프: {stamps}개. 종이 카드는 보관하세요.</translation>
    </message>
    <message>
        <source>The newest closing is being printed once more.</source>
        <translation>최근 마감표를 다시 인쇄합니다.</translation>
    </message>
    <message>
        <source>All of sale {number} is taken back</source>
        <translation>판매 {number} 전체를 취소합니다</translation>
    </message>
    <message>
        <source>Scan the goods, or type the amount they cost.</source>
        <translation>상품을 스캔하거나 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>{member}</source>
        <translation>{member}</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>카드 없음</translation>
    </message>
    <message>
        <source>something came back</source>
        <translation>일부 반품됨</translation>
    </message>
    <message>
        <source>This may be a member already. Choose who it is, or press Enter to enrol all the same.</source>
        <translation>이미 회원일 수 있습니다. 해당하는 회원을 고르거나, Enter로 그대로 가입하세요.</translation>
    </message>
    <message>
        <source>Enrolled; the friend is noted as well.</source>
        <translation>가입했으며 추천인도 기록했습니다.</translation>
    </message>
    <message>
        <source>Enrolled, but nobody is noted for it. {why}</source>
        <translation>가입했지만 추천인은 기록되지 않았습니다. {why}</translation>
    </message>
    <message>
        <source>A friend&apos;s code. F4 enrols somebody; scan it there once more.</source>
        <translation>추천인 코드입니다. F4로 가입 화면을 연 뒤 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>“{typed}” is no whole number. Type digits, with - before what is taken.</source>
        <translation>“{typed}”은(는) 정수가 아닙니다. 숫자로 입력하고, 뺄 때는 앞에 -를 붙이세요.</translation>
    </message>
    <message>
        <source>No sale has the number “{typed}” here. Check it on the slip.</source>
        <translation>번호 “{typed}”의 판매가 없습니다. 전표의 번호를 확인하세요.</translation>
    </message>
    <message>
        <source>{activity} was rewarded before; it counts once.</source>
        <translation>{activity}: 이미 지급되었으며 한 번만 인정됩니다.</translation>
    </message>
    <message>
        <source>This was approved already. To take the points back, adjust them.</source>
        <translation>이미 승인되었습니다. 포인트를 회수하려면 직접 조정하세요.</translation>
    </message>
    <message>
        <source>{activity} comes by itself when the profile is filled in.</source>
        <translation>{activity}: 프로필을 채우면 자동으로 지급됩니다.</translation>
    </message>
    <message>
        <source>This was declined already. Record it anew if it was meant.</source>
        <translation>이미 거절되었습니다. 필요하면 다시 기록하세요.</translation>
    </message>
    <message>
        <source>{activity}: this member has had all that counts for now.</source>
        <translation>{activity}: 지금은 더 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no such request any more. Open the list again.</source>
        <translation>해당 요청이 더 이상 없습니다. 목록을 다시 여세요.</translation>
    </message>
    <message>
        <source>{activity} counts again from {until}.</source>
        <translation>{activity}: {until}부터 다시 인정됩니다.</translation>
    </message>
    <message>
        <source>The program has no activity “{activity}”. Choose one from the list.</source>
        <translation>프로그램에 활동 “{activity}”이(가) 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>{activity} of this member waits for a decision already.</source>
        <translation>이 회원의 {activity}은(는) 이미 결정을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>So many points at once are a typing error. At most: {most}.</source>
        <translation>한 번에 너무 많은 포인트입니다. 최대: {most}.</translation>
    </message>
    <message>
        <source>Zero points change nothing. Type how many are given or taken.</source>
        <translation>0포인트는 의미가 없습니다. 더하거나 뺄 포인트를 입력하세요.</translation>
    </message>
    <message>
        <source>Say why the points are given or taken; it stands in the books.</source>
        <translation>포인트를 조정하는 사유를 적으세요. 장부에 남습니다.</translation>
    </message>
    <message>
        <source>Somebody must approve this. Call a supervisor.</source>
        <translation>승인이 필요합니다. 책임자를 부르세요.</translation>
    </message>
    <message>
        <source>This takes a second person. Call a supervisor.</source>
        <translation>다른 사람의 승인이 필요합니다. 책임자를 부르세요.</translation>
    </message>
    <message>
        <source>Nobody approved. Scan a badge, or choose a name and type the PIN.</source>
        <translation>승인되지 않았습니다. 배지를 스캔하거나 이름을 골라 PIN을 입력하세요.</translation>
    </message>
    <message>
        <source>Who asks cannot approve. A second person must.</source>
        <translation>요청한 사람은 승인할 수 없습니다. 다른 사람이 승인해야 합니다.</translation>
    </message>
    <message>
        <source>{name} may not approve this either. Call a manager.</source>
        <translation>{name} 님도 승인할 수 없습니다. 관리자를 부르세요.</translation>
    </message>
    <message>
        <source>This birthday is still to come. Check its year.</source>
        <translation>아직 오지 않은 생일입니다. 연도를 확인하세요.</translation>
    </message>
    <message>
        <source>This is no birthday. Type its digits as the field shows, with or without year.</source>
        <translation>생일이 아닙니다. 표시된 순서대로 숫자를 입력하세요. 연도는 생략할 수 있습니다.</translation>
    </message>
    <message>
        <source>Another card has taken this one&apos;s place. Take the new card of {member}.</source>
        <translation>이 카드는 다른 카드로 교체되었습니다. {member} 님의 새 카드를 쓰세요.</translation>
    </message>
    <message>
        <source>This is the same card. Scan a blank one.</source>
        <translation>같은 카드입니다. 빈 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>No shift was closed here yet.</source>
        <translation>아직 마감한 근무가 없습니다.</translation>
    </message>
    <message>
        <source>No closing has the number {shift}. Check it on the paper.</source>
        <translation>번호 {shift}의 마감이 없습니다. 마감표를 확인하세요.</translation>
    </message>
    <message>
        <source>This shift is still open. Close it to have its closing.</source>
        <translation>아직 열린 근무입니다. 마감하면 마감표가 나옵니다.</translation>
    </message>
    <message>
        <source>“{typed}” is no e-mail address. Type it again.</source>
        <translation>“{typed}”은(는) 이메일 주소가 아닙니다. 다시 입력하세요.</translation>
    </message>
    <message>
        <source>A household has at most {most} members. Let somebody leave it first.</source>
        <translation>가족은 최대 {most}명입니다. 먼저 한 사람이 나가야 합니다.</translation>
    </message>
    <message>
        <source>{member} belongs to another household. They leave it first.</source>
        <translation>{member} 님은 다른 가족에 속해 있습니다. 먼저 나가야 합니다.</translation>
    </message>
    <message>
        <source>Others share the account of {member}. They leave it first.</source>
        <translation>다른 사람이 {member} 님의 계정을 함께 씁니다. 먼저 나가야 합니다.</translation>
    </message>
    <message>
        <source>This account is their own. Scan the card of somebody else.</source>
        <translation>본인의 계정입니다. 다른 사람의 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>No slip can be written in {language}. Choose from the list.</source>
        <translation>{language}로는 전표를 만들 수 없습니다. 목록에서 고르세요.</translation>
    </message>
    <message>
        <source>This is the same member. Scan the card of the other one.</source>
        <translation>같은 회원입니다. 다른 회원의 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>This is the same account. Scan the card of somebody else.</source>
        <translation>같은 계정입니다. 다른 사람의 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>Type the paper card&apos;s serial number: letters and digits, at most 40.</source>
        <translation>종이 카드의 일련번호를 입력하세요. 글자와 숫자 최대 40자.</translation>
    </message>
    <message>
        <source>Paper card {serial} was moved in before. Keep it, and give no stamps for it.</source>
        <translation>종이 카드 {serial}은(는) 이미 옮겼습니다. 보관하고 스탬프를 주지 마세요.</translation>
    </message>
    <message>
        <source>Say why; the reason stands in the books.</source>
        <translation>사유를 적으세요. 장부에 남습니다.</translation>
    </message>
    <message>
        <source>Say why there is no slip; the reason stands in the books.</source>
        <translation>전표가 없는 이유를 적으세요. 장부에 남습니다.</translation>
    </message>
    <message>
        <source>Somebody else has brought this member already. A friend counts once.</source>
        <translation>다른 사람이 이미 추천한 회원입니다. 한 번만 인정됩니다.</translation>
    </message>
    <message>
        <source>Whoever brought this member cannot collect at present.</source>
        <translation>추천인은 현재 적립할 수 없습니다.</translation>
    </message>
    <message>
        <source>Somebody has brought this member already. A friend counts once.</source>
        <translation>이미 추천된 회원입니다. 한 번만 인정됩니다.</translation>
    </message>
    <message>
        <source>The program rewards nobody for bringing friends.</source>
        <translation>프로그램에 친구 추천 보상이 없습니다.</translation>
    </message>
    <message>
        <source>This member has bought here before; only new ones count.</source>
        <translation>이미 구매한 적이 있는 회원입니다. 신규 회원만 인정됩니다.</translation>
    </message>
    <message>
        <source>This is their own code. A friend&apos;s is needed.</source>
        <translation>본인의 코드입니다. 친구의 코드가 필요합니다.</translation>
    </message>
    <message>
        <source>Both have the same phone, address, card or household; that is no new friend.</source>
        <translation>두 사람의 전화, 주소, 카드 또는 가족이 같습니다. 새 친구로 인정되지 않습니다.</translation>
    </message>
    <message>
        <source>This code is nobody&apos;s. Scan the friend&apos;s card or code again.</source>
        <translation>주인이 없는 코드입니다. 친구의 카드나 코드를 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>A paper card brings from 1 to {most} stamps at once.</source>
        <translation>종이 카드 한 장은 1~{most}개의 스탬프를 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>This text may have {longest} letters. Shorten it.</source>
        <translation>최대 {longest}자입니다. 줄여 주세요.</translation>
    </message>
    <message>
        <source>At most {most} are kept here. Take one away first.</source>
        <translation>최대 {most}개입니다. 먼저 하나를 지우세요.</translation>
    </message>
    <message>
        <source>Part of this sale came back already. Return the rest instead.</source>
        <translation>이 판매의 일부는 이미 반품되었습니다. 나머지를 반품하세요.</translation>
    </message>
    <message>
        <source>The program has no voucher “{voucher}”.</source>
        <translation>프로그램에 쿠폰 “{voucher}”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>This card cannot be used here. Please ask at the counter.</source>
        <translation>이 카드는 여기서 쓸 수 없습니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This code was not read whole. Hold it up once more, flat and still.</source>
        <translation>코드를 다 읽지 못했습니다. 평평하게 펴서 다시 대 주세요.</translation>
    </message>
    <message>
        <source>This code is not one of a receipt that we know. Please ask at the counter.</source>
        <translation>알 수 없는 영수증 코드입니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This is not the receipt of a purchase. Hold up the receipt you got for paying.</source>
        <translation>구매 영수증이 아닙니다. 결제하고 받은 영수증을 대 주세요.</translation>
    </message>
    <message>
        <source>This receipt is only a test of a till. It brings no points.</source>
        <translation>계산대 시험용 영수증이라 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>Something on this receipt does not add up. Please show it at the counter.</source>
        <translation>이 영수증에 맞지 않는 내용이 있습니다. 카운터에 보여 주세요.</translation>
    </message>
    <message>
        <source>This receipt has to be looked at. Please take it to the counter.</source>
        <translation>직원이 확인해야 하는 영수증입니다. 카운터로 가져가 주세요.</translation>
    </message>
    <message>
        <source>What is on this receipt was returned. It brings no points.</source>
        <translation>이 영수증의 상품은 반품되어 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This reward cannot be had at present.</source>
        <translation>지금은 받을 수 없는 혜택입니다.</translation>
    </message>
    <message>
        <source>You have had this reward as often as it can be had for now.</source>
        <translation>이 혜택은 지금 받을 수 있는 만큼 모두 받으셨습니다.</translation>
    </message>
    <message>
        <source>This reward is for your birthday.</source>
        <translation>생일에 받는 혜택입니다.</translation>
    </message>
    <message>
        <source>There are not enough points for this reward yet.</source>
        <translation>이 혜택을 받기에는 아직 포인트가 부족합니다.</translation>
    </message>
    <message>
        <source>This does not work here just now. Please ask at the counter.</source>
        <translation>지금은 여기서 할 수 없습니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This card was replaced by another. Please use the newer one.</source>
        <translation>다른 카드로 바뀐 카드입니다. 새 카드를 사용해 주세요.</translation>
    </message>
    <message>
        <source>No points can be collected today. Please ask at the counter.</source>
        <translation>오늘은 포인트를 적립할 수 없습니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This is a new card. Touch Finish first, then scan it again.</source>
        <translation>새 카드입니다. 먼저 끝내기를 누른 뒤 다시 대 주세요.</translation>
    </message>
    <message>
        <source>Please hold up the square code on this receipt, not the bars.</source>
        <translation>줄무늬 말고 영수증의 네모난 코드를 대 주세요.</translation>
    </message>
    <message>
        <source>Please show this one at the counter. Cards and receipts are read here.</source>
        <translation>이것은 카운터에 보여 주세요. 여기서는 카드와 영수증을 읽습니다.</translation>
    </message>
    <message>
        <source>Nothing was paid on this receipt. It brings no points.</source>
        <translation>이 영수증에는 결제한 금액이 없어 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This is a copy. Please hold up the receipt itself.</source>
        <translation>사본입니다. 원본 영수증을 대 주세요.</translation>
    </message>
    <message>
        <source>This receipt is of a return. It brings no points.</source>
        <translation>반품 영수증이라 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This purchase was cancelled. It brings no points.</source>
        <translation>취소된 구매라 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This receipt was credited in another shop already. It counts once.</source>
        <translation>이 영수증은 다른 매장에서 이미 적립되었습니다. 한 번만 셉니다.</translation>
    </message>
    <message>
        <source>This receipt was credited on {on}. Each one counts once.</source>
        <translation>{on}에 이미 적립된 영수증입니다. 한 번만 적립됩니다.</translation>
    </message>
    <message>
        <source>Somebody has looked at this receipt, and it does not count. Ask at the counter.</source>
        <translation>직원이 확인한 결과 적립되지 않는 영수증입니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This receipt was credited on {on} (entry {number}). It counts once.</source>
        <translation>이 영수증은 {on}에 이미 적립되었습니다(기록 {number}). 한 번만 인정됩니다.</translation>
    </message>
    <message>
        <source>This receipt was credited at {where} on {on}. It counts once.</source>
        <translation>이 영수증은 {on}에 {where}에서 적립되었습니다. 한 번만 셉니다.</translation>
    </message>
    <message>
        <source>A receipt waits for its card. Scan the card first, or put the receipt away with Esc.</source>
        <translation>영수증이 카드를 기다립니다. 먼저 카드를 스캔하거나 Esc로 영수증을 치우세요.</translation>
    </message>
    <message>
        <source>This is not the code of one of our slips. Scan it again.</source>
        <translation>저희 전표의 코드가 아닙니다. 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The sale {terminal}-{seq} cannot be named in a code on its slip.</source>
        <translation>판매 {terminal}-{seq}은(는) 전표의 코드에 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>Somebody has looked at this receipt before, and declined it.</source>
        <translation>전에 누군가 확인하고 거절한 영수증입니다.</translation>
    </message>
    <message>
        <source>The till that signed this receipt is not enrolled here: {device}</source>
        <translation>이 영수증에 서명한 계산대가 등록되어 있지 않습니다: {device}</translation>
    </message>
    <message>
        <source>Not everything on this receipt holds: {check}. Look at the paper.</source>
        <translation>영수증에 맞지 않는 것이 있습니다: {check}. 종이를 확인하세요.</translation>
    </message>
    <message>
        <source>There is nothing on this receipt to credit.</source>
        <translation>이 영수증에는 적립할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Finish this sale with Enter, or leave it with Esc. Then scan the receipt again.</source>
        <translation>Enter로 이 판매를 마치거나 Esc로 닫은 뒤 영수증을 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The receipt is of a time that has not come yet. Check the clock of this till.</source>
        <translation>영수증의 시각이 아직 오지 않았습니다. 이 단말기의 시계를 확인하세요.</translation>
    </message>
    <message>
        <source>This sale was booked to a card when it was made. Its points are there already.</source>
        <translation>이 판매는 이미 카드에 기록되었습니다. 포인트도 적립되어 있습니다.</translation>
    </message>
    <message>
        <source>The shop of this receipt is not enrolled here: {issuer}</source>
        <translation>이 영수증의 가게가 등록되어 있지 않습니다: {issuer}</translation>
    </message>
    <message>
        <source>The code of this receipt does not say whose it is. Look at the paper.</source>
        <translation>코드로는 어느 가게의 영수증인지 알 수 없습니다. 종이를 확인하세요.</translation>
    </message>
    <message>
        <source>The key of this till for slips cannot be read ({file}). Slips carry no code until it can.</source>
        <translation>이 단말기의 전표용 키를 읽을 수 없습니다({file}). 그동안 전표에 코드가 없습니다.</translation>
    </message>
    <message>
        <source>The key of this till for slips cannot be kept ({file}). Slips carry no code until it can.</source>
        <translation>이 단말기의 전표용 키를 저장할 수 없습니다({file}). 그동안 전표에 코드가 없습니다.</translation>
    </message>
    <message>
        <source>This member has brought as many receipts as count {per}.</source>
        <translation>이 회원은 {per} 인정되는 만큼 영수증을 모두 가져왔습니다.</translation>
    </message>
    <message>
        <source>This looks like a receipt that counts already (entry {number}). Compare them.</source>
        <translation>이미 인정된 영수증(기록 {number})과 비슷합니다. 둘을 비교하세요.</translation>
    </message>
    <message>
        <source>The code of this receipt holds no total. Type it as it is printed.</source>
        <translation>이 영수증의 코드에는 합계가 없습니다. 인쇄된 합계를 입력하세요.</translation>
    </message>
    <message>
        <source>This receipt waits no longer: somebody else has decided.</source>
        <translation>이 영수증은 더 이상 대기하지 않습니다. 다른 사람이 결정했습니다.</translation>
    </message>
    <message>
        <source>The number of this receipt ({counter}) does not fit its time, as others of its till show.</source>
        <translation>이 영수증의 번호({counter})가 같은 계산대의 다른 영수증과 비교해 시각에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>A receipt without a code: a person must look at it.</source>
        <translation>코드가 없는 영수증입니다. 사람이 확인해야 합니다.</translation>
    </message>
    <message>
        <source>The receipt is put aside for a supervisor. Its points come after that.</source>
        <translation>책임자가 확인하도록 보류했습니다. 포인트는 그 뒤에 적립됩니다.</translation>
    </message>
    <message>
        <source>The goods of this receipt came back. Nothing is left to credit.</source>
        <translation>이 영수증의 상품은 반품되었습니다. 적립할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Less than {minutes} minutes from a receipt of this shop that counts (entry {number}).</source>
        <translation>이미 인정된 이 가게의 영수증(기록 {number})과 {minutes}분도 차이 나지 않습니다.</translation>
    </message>
    <message>
        <source>A second receipt of this till is scanned.</source>
        <translation>이 계산대의 두 번째 영수증을 스캔했습니다.</translation>
    </message>
    <message>
        <source>A till that is not known here signed this slip. Try again after the next exchange.</source>
        <translation>여기서 모르는 단말기가 서명한 전표입니다. 다음 데이터 교환 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>{most} receipts lie here. Scan their card first.</source>
        <translation>영수증이 이미 {most}장 있습니다. 먼저 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>This receipt is too old to count by itself.</source>
        <translation>너무 오래되어 자동으로 인정되지 않는 영수증입니다.</translation>
    </message>
    <message>
        <source>Receipts count by themselves from {minimum_minor} on.</source>
        <translation>{minimum_minor}부터 자동으로 인정됩니다.</translation>
    </message>
    <message>
        <source>Type the total of the receipt as it is printed.</source>
        <translation>영수증에 인쇄된 합계를 입력하세요.</translation>
    </message>
    <message>
        <source>The code says {total_minor}, not what was typed. Look at the paper.</source>
        <translation>코드의 합계는 {total_minor}이며 입력한 것과 다릅니다. 종이를 확인하세요.</translation>
    </message>
    <message>
        <source>This receipt lies here already.</source>
        <translation>이 영수증은 이미 여기 있습니다.</translation>
    </message>
    <message>
        <source>This receipt waits for somebody&apos;s decision already.</source>
        <translation>이 영수증은 이미 결정을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>To be looked at: {why}</source>
        <translation>확인 필요: {why}</translation>
    </message>
    <message>
        <source>The code does not say whose receipt it is. Choose the shop by its number.</source>
        <translation>코드로는 어느 가게인지 알 수 없습니다. 번호로 가게를 고르세요.</translation>
    </message>
    <message>
        <source>This receipt was credited and taken back. It does not count again.</source>
        <translation>이 영수증은 적립된 뒤 회수되었습니다. 다시 인정되지 않습니다.</translation>
    </message>
    <message>
        <source>“{text}” is no receipt&apos;s number with its four signs, such as 1-812 7K3Q.</source>
        <translation>“{text}”은(는) 1-812 7K3Q처럼 네 글자가 붙은 영수증 번호가 아닙니다.</translation>
    </message>
    <message>
        <source>Too many wrong signs were typed. Wait {minutes} min, or scan the slip.</source>
        <translation>틀린 글자를 너무 많이 입력했습니다. {minutes}분 기다리거나 전표를 스캔하세요.</translation>
    </message>
    <message>
        <source>The four signs do not belong to this number. Look again; tries before a wait: {left}.</source>
        <translation>네 글자가 이 번호와 맞지 않습니다. 다시 확인하세요. 대기 전 남은 횟수: {left}.</translation>
    </message>
    <message>
        <source>No key fits both receipts. Take two different receipts of the same till.</source>
        <translation>두 영수증에 맞는 키가 없습니다. 같은 계산대의 서로 다른 영수증 두 장이 필요합니다.</translation>
    </message>
    <message>
        <source>Type what the shop is called.</source>
        <translation>가게 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>The signature on this receipt does not hold. It enrols nobody.</source>
        <translation>이 영수증의 서명이 맞지 않아 등록할 수 없습니다.</translation>
    </message>
    <message>
        <source>The key of this till is learned from two of its receipts. Scan another one, then Enter.</source>
        <translation>이 계산대의 키는 영수증 두 장으로 알아냅니다. 한 장 더 스캔한 뒤 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>This code could be of several kinds of receipt. Nothing is credited for it.</source>
        <translation>여러 종류의 영수증으로 읽힐 수 있는 코드입니다. 적립하지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was paid on this receipt, so there is nothing to credit.</source>
        <translation>결제된 금액이 없어 적립할 것이 없습니다.</translation>
    </message>
    <message>
        <source>This receipt was changed or misread: {check}. Scan it again, or call a manager.</source>
        <translation>바뀌었거나 잘못 읽힌 영수증입니다: {check}. 다시 스캔하거나 관리자를 부르세요.</translation>
    </message>
    <message>
        <source>There is nothing in this code. Scan again.</source>
        <translation>코드에 내용이 없습니다. 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The key of the till that signed this receipt is not known here.</source>
        <translation>이 영수증에 서명한 계산대의 키를 알지 못합니다.</translation>
    </message>
    <message>
        <source>This is a payment on account, not a sale. It earns no points.</source>
        <translation>판매가 아니라 선금입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This is a copy. Ask for the receipt itself.</source>
        <translation>사본입니다. 원본 영수증을 요청하세요.</translation>
    </message>
    <message>
        <source>This receipt is for money paid out. It earns no points.</source>
        <translation>돈을 내준 영수증입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This is an offer or a delivery note. Ask for the receipt itself.</source>
        <translation>견적서나 납품서입니다. 영수증을 요청하세요.</translation>
    </message>
    <message>
        <source>Here the shop bought from somebody. It earns no points.</source>
        <translation>가게가 사들인 기록입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>Here the shop gave goods back. It earns no points.</source>
        <translation>가게가 상품을 돌려준 기록입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This receipt is of a return. It earns no points.</source>
        <translation>반품 영수증입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This receipt was made for practice. It earns no points.</source>
        <translation>연습용 영수증입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This receipt was cancelled. It earns no points.</source>
        <translation>취소된 영수증입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This receipt is of nothing, made to test the till. It earns no points.</source>
        <translation>계산대 점검용 0원 영수증입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>The code of this receipt is damaged or cut off. Scan it again.</source>
        <translation>영수증의 코드가 손상되었거나 잘렸습니다. 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This is the other half, the list of goods. Scan the code on the left.</source>
        <translation>상품 목록이 든 다른 쪽 코드입니다. 왼쪽 코드를 스캔하세요.</translation>
    </message>
    <message>
        <source>This receipt comes from a system for trials. It earns no points.</source>
        <translation>시험용 시스템의 영수증입니다. 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>This code is too long to be a receipt&apos;s. Scan the receipt&apos;s own code.</source>
        <translation>영수증 코드치고 너무 깁니다. 영수증의 코드를 스캔하세요.</translation>
    </message>
    <message>
        <source>This is no receipt that is known here. Scan another code of it.</source>
        <translation>여기서 아는 영수증이 아닙니다. 다른 코드를 스캔하세요.</translation>
    </message>
    <message>
        <source>This receipt: {shop}</source>
        <translation>이 영수증: {shop}</translation>
    </message>
    <message>
        <source>Entry {entry}: {shop}</source>
        <translation>기록 {entry}: {shop}</translation>
    </message>
    <message>
        <source>Printed: {on}</source>
        <translation>인쇄: {on}</translation>
    </message>
    <message>
        <source>Printed: {at}</source>
        <translation>인쇄: {at}</translation>
    </message>
    <message>
        <source>Total: {total_minor}</source>
        <translation>합계: {total_minor}</translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation>번호: {number}</translation>
    </message>
    <message>
        <source>declined before</source>
        <translation>전에 거절됨</translation>
    </message>
    <message>
        <source>till not enrolled</source>
        <translation>등록되지 않은 계산대</translation>
    </message>
    <message>
        <source>not everything on it holds</source>
        <translation>맞지 않는 것이 있음</translation>
    </message>
    <message>
        <source>shop not enrolled</source>
        <translation>등록되지 않은 가게</translation>
    </message>
    <message>
        <source>more receipts than count</source>
        <translation>인정 한도를 넘음</translation>
    </message>
    <message>
        <source>looks like another one</source>
        <translation>다른 영수증과 비슷함</translation>
    </message>
    <message>
        <source>its number does not fit its time</source>
        <translation>번호가 시각과 맞지 않음</translation>
    </message>
    <message>
        <source>without a code</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>the same visit as another one</source>
        <translation>다른 영수증과 같은 방문</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>너무 오래됨</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>금액이 너무 적음</translation>
    </message>
    <message>
        <source>waits already</source>
        <translation>이미 대기 중</translation>
    </message>
    <message>
        <source>in a day</source>
        <translation>하루에</translation>
    </message>
    <message>
        <source>in a week</source>
        <translation>한 주에</translation>
    </message>
    <message>
        <source>in a month</source>
        <translation>한 달에</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>한 해에</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>통틀어</translation>
    </message>
    <message>
        <source>its shop&apos;s tax number cannot be one</source>
        <translation>가게의 세금 번호가 있을 수 없는 번호</translation>
    </message>
    <message>
        <source>its check sum does not fit what it says</source>
        <translation>검사 값이 내용과 맞지 않음</translation>
    </message>
    <message>
        <source>its signature does not fit what it says</source>
        <translation>서명이 내용과 맞지 않음</translation>
    </message>
    <message>
        <source>its sums do not add up</source>
        <translation>합산이 맞지 않음</translation>
    </message>
    <message>
        <source>its tax does not fit its price</source>
        <translation>세금이 가격과 맞지 않음</translation>
    </message>
    <message>
        <source>its number cannot be one</source>
        <translation>번호가 있을 수 없는 번호</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>일부가 빠져 있음</translation>
    </message>
    <message>
        <source>the key of its till was not good then</source>
        <translation>계산대의 키가 그때 유효하지 않음</translation>
    </message>
    <message>
        <source>it is of another kind of document</source>
        <translation>다른 종류의 문서</translation>
    </message>
    <message>
        <source>its date is not sure</source>
        <translation>날짜가 확실하지 않음</translation>
    </message>
    <message>
        <source>its till could not sign</source>
        <translation>계산대가 서명하지 못함</translation>
    </message>
    <message>
        <source>This receipt is in other money ({currency}) and brings no points here.</source>
        <translation>다른 통화({currency})의 영수증이라 여기서는 포인트가 없습니다.</translation>
    </message>
    <message>
        <source>A card was used for this purchase. Its points are on that card.</source>
        <translation>이 구매에는 카드를 사용하셨습니다. 포인트는 그 카드에 있습니다.</translation>
    </message>
    <message>
        <source>Type the number and the four signs below the code, such as 1-812 7K3Q.</source>
        <translation>코드 아래의 번호와 글자 네 개를 입력해 주세요. 예: 1-812 7K3Q</translation>
    </message>
    <message>
        <source>Number and signs do not belong together. Look again. Tries left: {left}.</source>
        <translation>번호와 글자가 서로 맞지 않습니다. 다시 확인해 주세요. 남은 횟수: {left}.</translation>
    </message>
    <message>
        <source>Too many wrong numbers. Wait {minutes} minutes, or ask at the counter.</source>
        <translation>틀린 번호가 너무 많습니다. {minutes}분 기다리거나 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This receipt is on the list already.</source>
        <translation>이미 목록에 있는 영수증입니다.</translation>
    </message>
    <message>
        <source>These are {most} receipts. Touch Finish, then bring the others.</source>
        <translation>영수증이 {most}장입니다. 끝내기를 누른 뒤 나머지를 대 주세요.</translation>
    </message>
    <message>
        <source>No card came, so the receipt was not kept. Scan it again, and your card.</source>
        <translation>카드를 대지 않아 영수증이 보관되지 않았습니다. 영수증과 카드를 다시 대 주세요.</translation>
    </message>
    <message>
        <source>These digits do not fit this card. Tries left: {left}.</source>
        <translation>이 카드와 맞지 않는 숫자입니다. 남은 횟수: {left}.</translation>
    </message>
    <message>
        <source>Wrong three times. Points can be seen here again in {minutes} minutes, or at the counter.</source>
        <translation>세 번 틀렸습니다. {minutes}분 뒤 여기서, 또는 카운터에서 포인트를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>We know neither a phone number nor a birthday of yours. Please ask at the counter.</source>
        <translation>등록된 전화번호나 생일이 없습니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Your points are being used at the counter just now.</source>
        <translation>지금 카운터에서 포인트를 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>This reward can be had from {from} on.</source>
        <translation>{from}부터 받을 수 있는 혜택입니다.</translation>
    </message>
    <message>
        <source>This reward is gone.</source>
        <translation>모두 나간 혜택입니다.</translation>
    </message>
    <message>
        <source>This reward is for {tier}.</source>
        <translation>{tier} 회원 혜택입니다.</translation>
    </message>
    <message>
        <source>Welcome! You collect points from now on.</source>
        <translation>환영합니다! 이제부터 포인트가 쌓입니다.</translation>
    </message>
    <message>
        <source>Type your phone number, or take a card at the counter and scan it.</source>
        <translation>전화번호를 입력하거나, 카운터에서 카드를 받아 대 주세요.</translation>
    </message>
    <message>
        <source>Nobody more can enrol here just now. Please ask at the counter.</source>
        <translation>지금은 여기에서 더 이상 가입할 수 없습니다. 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This number is enrolled already. Scan your card, or ask at the counter.</source>
        <translation>이미 가입된 번호입니다. 카드를 대거나 카운터에 문의해 주세요.</translation>
    </message>
    <message>
        <source>This is no phone number. Look at its digits again.</source>
        <translation>전화번호가 아닙니다. 숫자를 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>There is no picture of the camera. Type what is printed, or press F11 again.</source>
        <translation>카메라 사진이 없습니다. 인쇄된 내용을 입력하거나 F11을 다시 누르세요.</translation>
    </message>
    <message>
        <source>A receipt of the other till waits. Scan the card its points go to.</source>
        <translation>다른 계산대의 영수증이 기다립니다. 포인트를 받을 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>The sale at the other till is credited ({total_minor}); its receipt says so.</source>
        <translation>다른 계산대의 판매가 적립되었습니다({total_minor}). 영수증에 적혀 있습니다.</translation>
    </message>
    <message>
        <source>This printout of the other till is no sale. There is nothing to credit.</source>
        <translation>다른 계산대의 이 출력물은 판매가 아닙니다. 적립할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The printer of the other till did not finish this receipt. Print it again.</source>
        <translation>다른 계산대의 프린터가 이 영수증을 다 인쇄하지 못했습니다. 다시 인쇄하세요.</translation>
    </message>
    <message>
        <source>This receipt of the other till was credited before, as {sale}.</source>
        <translation>다른 계산대의 이 영수증은 이미 {sale}(으)로 적립되었습니다.</translation>
    </message>
    <message>
        <source>“{moment}” is no day and no time. Type 2026-01-31, and 17:30.</source>
        <translation>“{moment}”은(는) 날짜도 시각도 아닙니다. 2026-01-31, 17:30처럼 입력하세요.</translation>
    </message>
    <message>
        <source>This till has no reader for printed text. Type what is printed.</source>
        <translation>이 계산대에는 글자 판독기가 없습니다. 인쇄된 내용을 입력하세요.</translation>
    </message>
    <message>
        <source>The reader of printed text stopped. Take the picture again, or type it.</source>
        <translation>글자 판독기가 멈췄습니다. 다시 찍거나 직접 입력하세요.</translation>
    </message>
    <message>
        <source>The picture took more than {megabytes} MB to read. Hold the receipt closer, or type it.</source>
        <translation>사진을 읽는 데 {megabytes}MB가 넘게 필요합니다. 영수증을 가까이 대거나 직접 입력하세요.</translation>
    </message>
    <message>
        <source>No text can be read. Lay the receipt flat and let it fill the picture: F11.</source>
        <translation>글자를 읽을 수 없습니다. 영수증을 펴서 화면에 가득 차게 하고 F11을 누르세요.</translation>
    </message>
    <message>
        <source>Not read within {seconds} s. Take the picture again with F11, or type it.</source>
        <translation>{seconds}초 안에 읽지 못했습니다. F11로 다시 찍거나 직접 입력하세요.</translation>
    </message>
    <message>
        <source>Its sums do not prove what was read. Compare every field with the paper.</source>
        <translation>계산으로 확인되지 않았습니다. 모든 칸을 종이와 비교하세요.</translation>
    </message>
    <message>
        <source>Type the day that is printed.</source>
        <translation>인쇄된 날짜를 입력하세요.</translation>
    </message>
    <message>
        <source>The picture is still being read. It takes a few seconds.</source>
        <translation>사진을 아직 읽고 있습니다. 몇 초 걸립니다.</translation>
    </message>
    <message>
        <source>Its own sums prove the total, and it names one day only.</source>
        <translation>영수증의 계산이 합계와 맞고 날짜도 하나뿐입니다.</translation>
    </message>
    <message>
        <source>Choose the shop by its number, or type its name. A new one can be enrolled.</source>
        <translation>가게를 번호로 고르거나 이름을 입력하세요. 새 가게는 등록할 수 있습니다.</translation>
    </message>
    <message>
        <source>The picture is blurred. Lay the receipt flat, hold still, take it again with F11.</source>
        <translation>사진이 흐립니다. 영수증을 펴고 움직이지 말고 F11로 다시 찍으세요.</translation>
    </message>
    <message>
        <source>The picture is too dark. Switch on a light and take it again with F11.</source>
        <translation>사진이 너무 어둡습니다. 불을 켜고 F11로 다시 찍으세요.</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now.</source>
        <translation>지금 여기서는 {total}포인트 중 {points}포인트를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Points cannot be used here now. {why}</source>
        <translation>지금은 여기서 포인트를 쓸 수 없습니다. {why}</translation>
    </message>
    <message>
        <source>The books were restored from a backup. They can be used again once this terminal has reached head office.</source>
        <translation>장부를 백업에서 복원했습니다. 단말기가 본사에 연결되면 다시 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This terminal was not connected for too long. Check the network; selling and earning go on.</source>
        <translation>단말기가 너무 오래 연결되지 않았습니다. 네트워크를 확인하세요. 판매와 적립은 계속됩니다.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock was set back. Set the right time, then scan again.</source>
        <translation>이 기기의 시계가 뒤로 돌아갔습니다. 시간을 맞춘 뒤 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>Another machine works with a copy of these books. Call head office.</source>
        <translation>다른 기기가 이 장부의 복사본으로 일하고 있습니다. 본사에 연락하세요.</translation>
    </message>
    <message>
        <source>Head office has taken this terminal out of use. Call head office.</source>
        <translation>본사가 이 단말기의 사용을 중지했습니다. 본사에 연락하세요.</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now. The rest is held by other shops until this terminal is back online.</source>
        <translation>지금 여기서는 {total}포인트 중 {points}포인트를 쓸 수 있습니다. 나머지는 이 단말기가 다시 연결될 때까지 다른 매장에 있습니다.</translation>
    </message>
    <message>
        <source>{points} of {total} points can be used here right now. The rest is at a shop that does not answer just now.</source>
        <translation>지금 여기서는 {total}포인트 중 {points}포인트를 쓸 수 있습니다. 나머지가 있는 매장이 지금 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>A supervisor may allow {points} points all the same; for {risk} of them the shop bears the risk.</source>
        <translation>책임자가 {points}포인트를 허용할 수 있습니다. 그중 {risk}포인트는 매장이 책임집니다.</translation>
    </message>
    <message>
        <source>No more than {most} points can be allowed now. Use fewer, or go on without points.</source>
        <translation>지금은 {most}포인트까지만 허용할 수 있습니다. 더 적게 쓰거나 포인트 없이 진행하세요.</translation>
    </message>
    <message>
        <source>Head office can be reached again. Take the reward once more, without risk.</source>
        <translation>본사에 다시 연결되었습니다. 리워드를 다시 누르면 위험 없이 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Another shop has it just now</source>
        <translation>지금은 다른 매장에 있습니다</translation>
    </message>
    <message>
        <source>This terminal has no head office yet.</source>
        <translation>이 단말기에는 아직 본사가 없습니다.</translation>
    </message>
    <message>
        <source>Another machine works with a copy of these books. Selling goes on; call head office.</source>
        <translation>다른 기기가 이 장부의 복사본으로 일하고 있습니다. 판매는 계속됩니다. 본사에 연락하세요.</translation>
    </message>
    <message>
        <source>Head office has taken this terminal out of use. Selling goes on; call head office.</source>
        <translation>본사가 이 단말기의 사용을 중지했습니다. 판매는 계속됩니다. 본사에 연락하세요.</translation>
    </message>
    <message>
        <source>This program is too old or too new for head office. Update it; until then everything is kept here.</source>
        <translation>프로그램 버전이 본사와 맞지 않습니다. 업데이트하세요. 그때까지 모든 것은 여기에 보관됩니다.</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is wrong. Set the right time; then it connects.</source>
        <translation>이 기기의 시계가 틀립니다. 시간을 맞추면 연결됩니다.</translation>
    </message>
    <message>
        <source>Connected with head office.</source>
        <translation>본사에 연결되었습니다.</translation>
    </message>
    <message>
        <source>Not connected. Selling goes on; everything is sent later. F10 tells more.</source>
        <translation>연결되지 않았습니다. 판매는 계속되고 모두 나중에 전송됩니다. 자세한 것은 F10.</translation>
    </message>
    <message>
        <source>Connected within the shop, not with head office. Selling goes on; everything is sent later. F10 tells more.</source>
        <translation>매장 안에서는 연결되어 있고 본사와는 연결되지 않았습니다. 판매는 계속되고 모두 나중에 전송됩니다. 자세한 것은 F10.</translation>
    </message>
    <message>
        <source>Done: this is terminal {terminal} of {name}, {merchant}. All that is in its books is being sent.</source>
        <translation>완료: {merchant} {name}의 단말기 {terminal}입니다. 장부의 모든 내용을 보내고 있습니다.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>아직 연결되지 않음</translation>
    </message>
    <message>
        <source>Not connected since {since}</source>
        <translation>{since}부터 연결되지 않음</translation>
    </message>
    <message>
        <source>{why}</source>
        <translation>{why}</translation>
    </message>
    <message>
        <source>The tills of this shop reach each other: what they have can be used here.</source>
        <translation>이 매장의 계산대끼리는 연결되어 있습니다. 서로 가진 것을 여기서 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Another window of this till talks to head office (process {pid}).</source>
        <translation>이 계산대의 다른 창이 본사와 통신합니다(프로세스 {pid}).</translation>
    </message>
    <message>
        <source>Head office: {name}, {url}</source>
        <translation>본사: {name}, {url}</translation>
    </message>
    <message>
        <source>Last contact: {at}</source>
        <translation>마지막 연결: {at}</translation>
    </message>
    <message>
        <source>Not sent yet: {count}, the oldest of {oldest}</source>
        <translation>미전송: {count}건, 가장 오래된 것 {oldest}</translation>
    </message>
    <message>
        <source>Sales only on this terminal: {count}</source>
        <translation>이 단말기에만 있는 판매: {count}건</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>모두 보냈습니다</translation>
    </message>
    <message>
        <source>Changes of members not sent yet: {count}</source>
        <translation>미전송 회원 변경: {count}건</translation>
    </message>
    <message>
        <source>Head office has another terminal {number}, and this till has sold already. Ask for a code for that terminal if it is this one, or begin with a new data folder.</source>
        <translation>본사에 다른 {number}번 단말기가 있고 이 단말기는 이미 판매를 했습니다. 그 단말기가 이것이라면 그 단말기용 코드를 요청하고, 아니면 새 데이터 폴더로 시작하세요.</translation>
    </message>
    <message>
        <source>Head office has another certificate. Its caretaker types here: regulars sync trust</source>
        <translation>본사의 인증서가 바뀌었습니다. 관리 담당자가 여기서 입력하세요: regulars sync trust</translation>
    </message>
    <message>
        <source>The key of this terminal cannot be read ({file}). Ask head office for a new code.</source>
        <translation>단말기의 키를 읽을 수 없습니다({file}). 본사에 새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>The key of this terminal cannot be written to {file}. Check the disk and its rights.</source>
        <translation>단말기의 키를 {file}에 쓸 수 없습니다. 디스크와 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>For somebody to look at: {count}</source>
        <translation>확인이 필요한 것: {count}건</translation>
    </message>
    <message>
        <source>Sending now. The strip shows how it goes.</source>
        <translation>지금 보내고 있습니다. 진행은 위쪽 상태 줄에 보입니다.</translation>
    </message>
    <message>
        <source>Entry {number}, noticed {at}</source>
        <translation>기록 {number}, {at} 발견</translation>
    </message>
    <message>
        <source>It stays in these books, and head office keeps it too. Nothing is lost.</source>
        <translation>이 장부에 그대로 있고 본사도 보관합니다. 잃는 것은 없습니다.</translation>
    </message>
    <message>
        <source>The same was already done at another terminal, so it counts once.</source>
        <translation>다른 단말기에서 이미 같은 일을 해서 한 번만 셉니다.</translation>
    </message>
    <message>
        <source>Head office does not know this kind of entry yet. It has to be updated.</source>
        <translation>본사가 아직 이 종류의 기록을 모릅니다. 본사를 업데이트해야 합니다.</translation>
    </message>
    <message>
        <source>Head office could not read it. Ask whoever looks after this till.</source>
        <translation>본사가 읽지 못했습니다. 이 단말기 담당자에게 문의하세요.</translation>
    </message>
    <message>
        <source>Head office did not count it. Ask there which one holds.</source>
        <translation>본사가 이 기록을 세지 않았습니다. 어느 것이 맞는지 본사에 문의하세요.</translation>
    </message>
    <message>
        <source>Not sent yet: {count}. They are safe here and go out by themselves.</source>
        <translation>미전송: {count}건. 여기에 안전하게 있으며 자동으로 전송됩니다.</translation>
    </message>
    <message>
        <source>Not sent yet: {count}. They are safe here and go out at the next start. Close once more to leave.</source>
        <translation>미전송: {count}건. 여기에 안전하게 있으며 다음에 시작할 때 전송됩니다. 나가려면 한 번 더 닫으세요.</translation>
    </message>
    <message>
        <source>Scan the code that head office shows for this terminal, or type it in.</source>
        <translation>본사가 이 단말기용으로 보여 주는 코드를 스캔하거나 입력하세요.</translation>
    </message>
    <message>
        <source>Head office at {url}</source>
        <translation>{url}의 본사</translation>
    </message>
    <message>
        <source>Enter joins it, and sends all members and sales of this till there.</source>
        <translation>Enter를 누르면 가입하고 이 단말기의 모든 회원과 판매를 보냅니다.</translation>
    </message>
    <message>
        <source>Head office is being asked …</source>
        <translation>본사에 문의하는 중 …</translation>
    </message>
    <message>
        <source>This window cannot join a head office. Use the command regulars sync enrol.</source>
        <translation>이 창에서는 본사에 가입할 수 없습니다. regulars sync enrol 명령을 쓰세요.</translation>
    </message>
    <message>
        <source>This is no code of a head office. Ask there for a code for this terminal.</source>
        <translation>본사의 코드가 아닙니다. 본사에 이 단말기용 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>Head office does not know this code any more: it holds for a quarter of an hour, once. Ask for a new one.</source>
        <translation>본사가 이 코드를 더는 모릅니다. 코드는 15분 동안 한 번만 쓸 수 있습니다. 새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>Head office calls this terminal {number}, but its books are those of terminal {own}. Ask for a code for terminal {own}.</source>
        <translation>본사는 이 단말기를 {number}번이라 하지만 장부는 {own}번 단말기의 것입니다. {own}번 단말기용 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>This terminal belongs to another head office. It has to leave that one first.</source>
        <translation>이 단말기는 다른 본사 소속입니다. 먼저 그 본사에서 나와야 합니다.</translation>
    </message>
    <message>
        <source>Head office and this terminal are too far apart in age. Update the older one.</source>
        <translation>본사와 이 단말기의 버전 차이가 너무 큽니다. 오래된 쪽을 업데이트하세요.</translation>
    </message>
    <message>
        <source>Too many tries. Wait a minute, then try again.</source>
        <translation>시도가 너무 많습니다. 1분 뒤에 다시 해 보세요.</translation>
    </message>
    <message>
        <source>“{url}” is no address of a head office. Write it as https://name:port.</source>
        <translation>“{url}”은(는) 본사 주소가 아닙니다. https://이름:포트 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>Head office does not answer. Check the network, then try again.</source>
        <translation>본사가 응답하지 않습니다. 네트워크를 확인한 뒤 다시 해 보세요.</translation>
    </message>
    <message>
        <source>Head office said no ({why}). Ask whoever looks after it.</source>
        <translation>본사가 거절했습니다({why}). 본사 담당자에게 문의하세요.</translation>
    </message>
    <message>
        <source>What answers there is no head office we understand. Check the address.</source>
        <translation>그곳에서 응답한 것은 알 수 있는 본사가 아닙니다. 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>Somebody else answers there than the code names. Ask head office for a new code.</source>
        <translation>코드가 가리키는 본사가 아닌 곳에서 응답했습니다. 본사에 새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>The key of this terminal is gone. Ask head office for a new code.</source>
        <translation>이 단말기의 키가 없습니다. 본사에 새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>What this till knows of head office cannot be read. Ask there for a new code.</source>
        <translation>이 단말기에 저장된 본사 정보를 읽을 수 없습니다. 본사에 새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>An answer was not signed by head office; nothing was taken from it. Check the address.</source>
        <translation>본사의 서명이 없는 응답이어서 아무것도 받지 않았습니다. 주소를 확인하세요.</translation>
    </message>
    <message>
        <source>Head office and these books went apart too often. Call head office.</source>
        <translation>본사와 이 장부가 너무 자주 어긋났습니다. 본사에 연락하세요.</translation>
    </message>
    <message>
        <source>Head office began anew just now; it is asked again.</source>
        <translation>본사가 방금 다시 시작했습니다. 다시 문의합니다.</translation>
    </message>
    <message>
        <source>Head office cannot read what this till sends; it is kept here. Update both programs.</source>
        <translation>본사가 이 단말기가 보낸 내용을 읽을 수 없습니다. 기록은 여기에 보관됩니다. 두 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>Head office does not know this terminal. Ask there for a new code.</source>
        <translation>본사가 이 단말기를 모릅니다. 본사에 새 코드를 요청하세요.</translation>
    </message>
    <message>
        <source>Points cannot be used here just now. Please ask at the counter.</source>
        <translation>지금은 여기서 포인트를 쓸 수 없습니다. 계산대에 문의해 주세요.</translation>
    </message>
    <message>
        <source>{points} of your {total} points can be used here right now. Please ask at the counter.</source>
        <translation>지금 여기서는 {total}포인트 중 {points}포인트를 쓸 수 있습니다. 계산대에 문의해 주세요.</translation>
    </message>
    <message>
        <source>Blocked: {reason}</source>
        <translation>차단됨: {reason}</translation>
    </message>
    <message>
        <source>Consents given: {count} of {all}</source>
        <translation>동의한 항목: {all}개 중 {count}개</translation>
    </message>
    <message>
        <source>Cards: {count}</source>
        <translation>카드: {count}장</translation>
    </message>
    <message>
        <source>Name, phone, cards, answers and all that was told go, everywhere. What is left is a number, its points and the sums.</source>
        <translation>이름, 전화, 카드, 응답 등 알려 준 모든 것이 어디에서나 사라집니다. 번호와 그 포인트, 합계만 남습니다.</translation>
    </message>
    <message>
        <source>Enter once more erases this person for good.</source>
        <translation>Enter를 한 번 더 누르면 이 사람이 영구히 삭제됩니다.</translation>
    </message>
    <message>
        <source>Rows in the list: {count}</source>
        <translation>목록의 행: {count}개</translation>
    </message>
    <message>
        <source>The list is empty: there is nothing to keep.</source>
        <translation>목록이 비어 있어 저장할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The list is in {path}</source>
        <translation>목록을 여기에 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>Blocked. No card of theirs counts now.</source>
        <translation>차단했습니다. 이제 이 회원의 카드는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Free again: earns and redeems as before.</source>
        <translation>해제했습니다. 전처럼 적립하고 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>All that is kept is in {path}</source>
        <translation>보관된 모든 내용을 여기에 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>Erased. Points that stay under the number: {points}. Older copies: {files}.</source>
        <translation>삭제했습니다. 번호에 남은 포인트: {points}. 이전 사본: {files}개.</translation>
    </message>
    <message>
        <source>Erased, but another window still holds the books open. Close it, and restart this one.</source>
        <translation>삭제했지만 다른 창이 아직 장부를 열고 있습니다. 그 창을 닫고 이 창을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Promises that are overdue: {count}</source>
        <translation>기한이 지난 약속: {count}건</translation>
    </message>
    <message>
        <source>Open complaints: {count}</source>
        <translation>처리 중인 불만: {count}건</translation>
    </message>
    <message>
        <source>Entries head office did not count: {count}. F10 at the counter shows them.</source>
        <translation>본사가 인정하지 않은 기록: {count}건. 계산대에서 F10으로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Receipts to be decided: {count}</source>
        <translation>결정할 영수증: {count}건</translation>
    </message>
    <message>
        <source>Activities to be decided: {count}</source>
        <translation>결정할 활동: {count}건</translation>
    </message>
    <message>
        <source>Messages that could not go: {count}</source>
        <translation>보내지 못한 메시지: {count}건</translation>
    </message>
    <message>
        <source>{reward}: {count} of {stock} are left</source>
        <translation>{reward}: {stock}개 중 {count}개 남음</translation>
    </message>
    <message>
        <source>The newest copy of the books is {count} days old. Closing a shift makes one.</source>
        <translation>장부의 최근 사본이 {count}일 전 것입니다. 근무를 마감하면 사본이 만들어집니다.</translation>
    </message>
    <message>
        <source>There is no copy of the books yet. Closing a shift makes one.</source>
        <translation>아직 장부의 사본이 없습니다. 근무를 마감하면 사본이 만들어집니다.</translation>
    </message>
    <message>
        <source>Enrolled four weeks ago and never bought: {count}</source>
        <translation>가입 4주가 지났지만 구매가 없는 회원: {count}명</translation>
    </message>
    <message>
        <source>Phones that stand with several members: {count}</source>
        <translation>여러 회원에게 등록된 전화번호: {count}개</translation>
    </message>
    <message>
        <source>Returns without a slip in four weeks: {count}, {amount_minor}</source>
        <translation>최근 4주 영수증 없는 반품: {count}건, {amount_minor}</translation>
    </message>
    <message>
        <source>A badge approves here when somebody is asked.</source>
        <translation>승인을 요청할 때 배지를 스캔하면 승인됩니다.</translation>
    </message>
    <message>
        <source>This code is no member&apos;s. Goods and receipts are scanned at the counter.</source>
        <translation>회원의 코드가 아닙니다. 상품과 영수증은 계산대에서 스캔하세요.</translation>
    </message>
</context>
<context>
    <name>ServedPane</name>
    <message>
        <source>Total %1</source>
        <translation>합계 %1</translation>
    </message>
    <message>
        <source>Hello, %1!</source>
        <translation>%1님, 안녕하세요!</translation>
    </message>
    <message>
        <source>Hello!</source>
        <translation>안녕하세요!</translation>
    </message>
    <message>
        <source>You have %1.</source>
        <translation>%1 있습니다.</translation>
    </message>
    <message>
        <source>Do you have a card?</source>
        <translation>카드가 있으신가요?</translation>
    </message>
    <message>
        <source>Show it now and collect points.</source>
        <translation>지금 보여 주시면 포인트가 쌓입니다.</translation>
    </message>
    <message>
        <source>This purchase brings %1.</source>
        <translation>이번 구매로 %1가 쌓입니다.</translation>
    </message>
    <message>
        <source>%1 more to go</source>
        <translation>%1 더 필요합니다</translation>
    </message>
</context>
<context>
    <name>SettingsPane</name>
    <message>
        <source>Settings of this till</source>
        <translation>이 단말기 설정</translation>
    </message>
    <message>
        <source>none, network:192.0.2.7, file:slips …</source>
        <translation>none, network:192.0.2.7, file:slips …</translation>
    </message>
    <message>
        <source>Set up by a code</source>
        <translation>코드로 설정</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>들어가기</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Open a window</source>
        <translation>창 열기</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>상태 보기</translation>
    </message>
    <message>
        <source>Join one</source>
        <translation>가입하기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Slip after each sale</source>
        <translation>판매 후 영수증</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>프린터</translation>
    </message>
    <message>
        <source>Keyboard scanner</source>
        <translation>키보드 스캐너</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>본사</translation>
    </message>
    <message>
        <source>Manager&apos;s room</source>
        <translation>관리자실</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켜기</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끄기</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ShiftPane</name>
    <message>
        <source>This shift so far</source>
        <translation>현재 근무</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>마감된 근무</translation>
    </message>
    <message>
        <source>{name}, since {moment}</source>
        <translation>{name}, {moment}부터</translation>
    </message>
    <message>
        <source>{name}, from {moment} to {end}</source>
        <translation>{name}, {moment} ~ {end}</translation>
    </message>
    <message>
        <source>Fingerprint {head}</source>
        <translation>확인값 {head}</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>판매 건수</translation>
    </message>
    <message>
        <source>With a card</source>
        <translation>회원 판매</translation>
    </message>
    <message>
        <source>Sales total</source>
        <translation>판매 합계</translation>
    </message>
    <message>
        <source>Paid in money</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>반품 건수</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>적립 포인트</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>사용 포인트</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>적립 취소</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>사용 취소</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>소멸</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>되돌린 건수</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>신규 회원</translation>
    </message>
</context>
<context>
    <name>SignInPane</name>
    <message>
        <source>Who is at the till?</source>
        <translation>누가 담당하나요?</translation>
    </message>
    <message>
        <source>Or scan your badge: no PIN is needed then.</source>
        <translation>직원증을 스캔하면 PIN이 필요 없습니다.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>{count} digits typed</source>
        <translation>{count}자리 입력됨</translation>
    </message>
</context>
<context>
    <name>SlipPane</name>
    <message>
        <source>Slip {number}</source>
        <translation>영수증 {number}</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Take the newest backup</source>
        <translation>최근 백업으로 복원</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>로그인한 담당자 없음</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time}부터</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Amount that earns</source>
        <translation>적립 대상 금액</translation>
    </message>
    <message>
        <source>Line {line} does not earn</source>
        <translation>{line}번 항목은 적립 제외</translation>
    </message>
    <message>
        <source>Redeemed, does not earn</source>
        <translation>사용한 금액, 적립 제외</translation>
    </message>
    <message>
        <source>Earns from this amount on</source>
        <translation>최소 적립 금액</translation>
    </message>
    <message>
        <source>{points} for every {per_minor}</source>
        <translation>{per_minor}당 {points}</translation>
    </message>
    <message>
        <source>For this visit</source>
        <translation>방문 적립</translation>
    </message>
    <message>
        <source>For each item, {count} in all</source>
        <translation>상품별 적립, 모두 {count}개</translation>
    </message>
    <message>
        <source>Rounded down to whole points</source>
        <translation>1포인트 미만 버림</translation>
    </message>
    <message>
        <source>Rounded to whole points</source>
        <translation>1포인트 미만 반올림</translation>
    </message>
    <message>
        <source>Rounded up to whole points</source>
        <translation>1포인트 미만 올림</translation>
    </message>
    <message>
        <source>{name}, ×{factor}</source>
        <translation>{name}, {factor}배</translation>
    </message>
    <message>
        <source>Bonus: {name}</source>
        <translation>보너스: {name}</translation>
    </message>
    <message>
        <source>Campaign: {name}</source>
        <translation>캠페인: {name}</translation>
    </message>
    <message>
        <source>Not in this test: {name}</source>
        <translation>이번 테스트 대상 아님: {name}</translation>
    </message>
    <message>
        <source>Most for one basket: {name}</source>
        <translation>1회 구매 한도: {name}</translation>
    </message>
    <message>
        <source>Most in one day: {name}</source>
        <translation>하루 한도: {name}</translation>
    </message>
    <message>
        <source>Most in one week: {name}</source>
        <translation>주간 한도: {name}</translation>
    </message>
    <message>
        <source>Most in one month: {name}</source>
        <translation>월간 한도: {name}</translation>
    </message>
    <message>
        <source>Most in one year: {name}</source>
        <translation>연간 한도: {name}</translation>
    </message>
    <message>
        <source>Most there ever is: {name}</source>
        <translation>전체 한도: {name}</translation>
    </message>
    <message>
        <source>Budget is used up: {name}</source>
        <translation>예산 소진: {name}</translation>
    </message>
    <message>
        <source>Used as often as allowed: {name}</source>
        <translation>사용 횟수 초과: {name}</translation>
    </message>
    <message>
        <source>Not again yet: {name}</source>
        <translation>아직 다시 적립되지 않음: {name}</translation>
    </message>
    <message>
        <source>Most points for one basket</source>
        <translation>1회 구매 최대 적립</translation>
    </message>
    <message>
        <source>Most points in one day</source>
        <translation>하루 최대 적립</translation>
    </message>
    <message>
        <source>Most points in one week</source>
        <translation>주간 최대 적립</translation>
    </message>
    <message>
        <source>Most points in one month</source>
        <translation>월간 최대 적립</translation>
    </message>
    <message>
        <source>Most points in one year</source>
        <translation>연간 최대 적립</translation>
    </message>
    <message>
        <source>Most points there ever are</source>
        <translation>전체 최대 적립</translation>
    </message>
    <message>
        <source>Usable from {on}</source>
        <translation>{on}부터 사용 가능</translation>
    </message>
    <message>
        <source>Rule {code}</source>
        <translation>규칙 {code}</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there? %1</source>
        <translation>계속하시겠습니까? %1</translation>
    </message>
    <message>
        <source>Then everything here is cleared. Your receipt is not kept without a card.</source>
        <translation>곧 화면을 모두 지웁니다. 카드가 없으면 영수증은 보관되지 않습니다.</translation>
    </message>
    <message>
        <source>Then everything here is cleared, for your privacy.</source>
        <translation>개인 정보 보호를 위해 곧 화면을 모두 지웁니다.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>아직 있습니다</translation>
    </message>
</context>
<context>
    <name>TakePage</name>
    <message>
        <source>%1 for %2?</source>
        <translation>%2로 다음을 받으시겠어요? %1</translation>
    </message>
    <message>
        <source>You get a voucher for the counter. This cannot be taken back here.</source>
        <translation>카운터에서 쓸 쿠폰이 나옵니다. 여기서는 취소할 수 없습니다.</translation>
    </message>
    <message>
        <source>Yes, print the voucher</source>
        <translation>예, 쿠폰을 인쇄합니다</translation>
    </message>
    <message>
        <source>No, keep my points</source>
        <translation>아니요, 포인트를 그대로 둡니다</translation>
    </message>
</context>
<context>
    <name>TileWords</name>
    <message>
        <source>{part} of {all}</source>
        <translation>{all}명 중 {part}명</translation>
    </message>
    <message>
        <source>No campaign has been measured yet</source>
        <translation>아직 측정된 캠페인이 없습니다</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>아직 셀 것이 없습니다</translation>
    </message>
    <message>
        <source>Nobody has had the time yet</source>
        <translation>아직 기간이 차지 않았습니다</translation>
    </message>
    <message>
        <source>n = {n}; a value needs {needed}</source>
        <translation>n = {n}; {needed}부터 값 표시</translation>
    </message>
    <message>
        <source>likely {low} to {high}</source>
        <translation>추정 {low}~{high}</translation>
    </message>
    <message>
        <source>early</source>
        <translation>초기</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>이전: {value}</translation>
    </message>
    <message>
        <source>before: {value}, clearly different</source>
        <translation>이전: {value}, 뚜렷한 차이</translation>
    </message>
    <message>
        <source>before: {value}, may be chance</source>
        <translation>이전: {value}, 우연일 수 있음</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>What needs you today</source>
        <translation>오늘 할 일</translation>
    </message>
    <message>
        <source>Members to write to today</source>
        <translation>오늘 연락할 회원</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>결정하기</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>회원 찾기</translation>
    </message>
    <message>
        <source>Tab goes through the figures; here stands what each one means.</source>
        <translation>Tab으로 지표를 옮겨 가면 그 뜻이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>The books are being counted…</source>
        <translation>장부를 집계하고 있습니다…</translation>
    </message>
    <message>
        <source>This shop has no members yet.</source>
        <translation>이 매장에는 아직 회원이 없습니다.</translation>
    </message>
    <message>
        <source>1. Go to the counter (F12) and scan a blank card.</source>
        <translation>1. 계산대(F12)로 가서 빈 카드를 스캔하세요.</translation>
    </message>
    <message>
        <source>2. Press F4: the card collects points from then on.</source>
        <translation>2. F4를 누르면 그 카드에 포인트가 쌓입니다.</translation>
    </message>
    <message>
        <source>3. Look again tomorrow: figures come with the purchases.</source>
        <translation>3. 내일 다시 보세요. 구매가 쌓이면 지표가 나옵니다.</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>기다리는 일이 없습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 방문</translation>
    </message>
    <message>
        <source>Days away</source>
        <translation>지난 일수</translation>
    </message>
    <message>
        <source>Usual basket</source>
        <translation>평소 구매액</translation>
    </message>
    <message>
        <source>Member without a name</source>
        <translation>이름 없는 회원</translation>
    </message>
    <message>
        <source>Late for their own habit: {late}; may not be written to: {silenced}.</source>
        <translation>평소보다 늦어진 회원: {late}명, 그중 연락할 수 없는 회원: {silenced}명.</translation>
    </message>
    <message>
        <source>Nobody who may be written to is late for their habit.</source>
        <translation>연락할 수 있는 회원 중 늦어진 사람이 없습니다.</translation>
    </message>
</context>
<context>
    <name>TodayPane</name>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sale(s)</source>
        <translation>
            <numerusform>판매 %Ln건</numerusform>
        </translation>
    </message>
    <message>
        <source>{sales}, {count} with a card</source>
        <translation>{sales}, 그중 회원 {count}건</translation>
    </message>
    <message>
        <source>No sale yet today</source>
        <translation>오늘은 아직 판매가 없습니다</translation>
    </message>
    <message>
        <source>Points earned</source>
        <translation>적립 포인트</translation>
    </message>
    <message>
        <source>Points redeemed</source>
        <translation>사용 포인트</translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipt(s) of the other till wait(s) for a card</source>
        <translation>
            <numerusform>다른 계산대의 영수증 %Ln장이 카드를 기다립니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Alt and 1, or a touch</source>
        <translation>Alt와 1 또는 터치</translation>
    </message>
</context>
<context>
    <name>TrainingFrame</name>
    <message>
        <source>TRAINING: nothing here is kept, printed or sent</source>
        <translation>연습: 여기서 한 일은 저장·인쇄·전송되지 않습니다</translation>
    </message>
    <message>
        <source>Training. Close this window to end it.</source>
        <translation>연습 중입니다. 이 창을 닫으면 끝납니다.</translation>
    </message>
</context>
<context>
    <name>TypingPage</name>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Digits typed</source>
        <translation>입력한 숫자</translation>
    </message>
    <message>
        <source>Only you may see your points</source>
        <translation>포인트는 본인만 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Type the last 4 digits of your phone number, or your birthday as 4 digits: day and month.</source>
        <translation>전화번호 끝 네 자리, 또는 생일을 월과 일 네 자리로 입력해 주세요.</translation>
    </message>
    <message>
        <source>Number of the receipt</source>
        <translation>영수증 번호</translation>
    </message>
    <message>
        <source>Number and signs below the code</source>
        <translation>코드 아래의 번호와 글자</translation>
    </message>
    <message>
        <source>They look like this: 1-812 7K3Q</source>
        <translation>이렇게 생겼습니다: 1-812 7K3Q</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>Your phone number</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>We find you by it when you have no card with you.</source>
        <translation>카드가 없을 때 이 번호로 찾아 드립니다.</translation>
    </message>
    <message>
        <source>With it your points are safe even if this card gets lost.</source>
        <translation>카드를 잃어버려도 포인트를 지킬 수 있습니다.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>어떻게 불러 드릴까요?</translation>
    </message>
    <message>
        <source>Your first name is enough. You can also leave it out.</source>
        <translation>이름만으로 충분합니다. 건너뛰어도 됩니다.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message numerus="yes">
        <source>%Ln point(s)</source>
        <translation>
            <numerusform>%Ln포인트</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stamp(s)</source>
        <translation>
            <numerusform>스탬프 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visit(s)</source>
        <translation>
            <numerusform>방문 %Ln회</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln voucher(s)</source>
        <translation>
            <numerusform>쿠폰 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln receipt(s)</source>
        <translation>
            <numerusform>영수증 %Ln장</numerusform>
        </translation>
    </message>
    <message>
        <source>Total not known yet</source>
        <translation>전체 포인트는 아직 모름</translation>
    </message>
    <message>
        <source>Total {points}, as of {time}</source>
        <translation>전체 {points} ({time} 기준)</translation>
    </message>
</context>
<context>
    <name>VoucherPage</name>
    <message>
        <source>Please take your voucher</source>
        <translation>쿠폰을 가져가세요</translation>
    </message>
    <message>
        <source>Show it at the counter together with your card.</source>
        <translation>카드와 함께 카운터에 보여 주세요.</translation>
    </message>
    <message>
        <source>The voucher could not be printed</source>
        <translation>쿠폰을 인쇄하지 못했습니다</translation>
    </message>
    <message>
        <source>Nothing is lost: it is on your card. Just show the card at the counter.</source>
        <translation>사라진 것은 없습니다. 쿠폰은 카드에 있으니 카운터에서 카드만 보여 주세요.</translation>
    </message>
    <message>
        <source>More rewards</source>
        <translation>다른 혜택 보기</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Enrol</source>
        <translation>가입</translation>
    </message>
    <message>
        <source>Add name and phone</source>
        <translation>이름과 전화번호 추가</translation>
    </message>
    <message>
        <source>It is an amount</source>
        <translation>금액으로 입력</translation>
    </message>
</context>
<context>
    <name>WelcomePane</name>
    <message>
        <source>or type the last digits of a phone number</source>
        <translation>또는 전화번호 끝자리를 입력하세요</translation>
    </message>
    <message>
        <source>The till is opening…</source>
        <translation>단말기를 여는 중…</translation>
    </message>
    <message>
        <source>Scan a card to collect points</source>
        <translation>카드를 스캔하면 적립됩니다</translation>
    </message>
    <message>
        <source>Scan a card</source>
        <translation>카드를 스캔하세요</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>Why sale {number} earned this</source>
        <translation>판매 {number} 적립 내역</translation>
    </message>
    <message>
        <source>Why this sale earns this</source>
        <translation>이번 판매 적립 내역</translation>
    </message>
    <message>
        <source>Nothing has been rung up yet.</source>
        <translation>아직 입력한 항목이 없습니다.</translation>
    </message>
    <message>
        <source>Points for this sale</source>
        <translation>이번 판매 포인트</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Regulars counter</source>
        <translation>Regulars 계산대</translation>
    </message>
    <message>
        <source>Training: Regulars counter</source>
        <translation>연습: Regulars 계산대</translation>
    </message>
</context>
</TS>
