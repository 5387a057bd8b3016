import type { Thread } from '../thread.ts'

/** Hindi, Japanese, Chinese, Korean, Thai. */
export const asian: Thread[] = [
  {
    key: 'hi-ticket',
    team: 'bookings',
    priority: 'normal',
    language: 'hi',
    tell: d => ({
      subject: `बुकिंग ${d.booking} में एक यात्री कम है`,
      turns: [
        {
          customer: `नमस्ते,\n\nमैंने ${d.people + 1} लोगों के लिए टिकट लिए थे, पर पुष्टि में ${d.people} ही दिख रहे हैं। पैसे पूरे कटे हैं। यात्रा ${d.day(3)} को है।\n\nधन्यवाद,\n${d.me}`,
        },
        {
          agent: `नमस्ते ${d.me} जी,\n\nआप सही हैं, एक नाम सहेजते समय छूट गया था। अब सभी ${d.people + 1} यात्री बुकिंग में हैं और नया टिकट आपके ईमेल में है। असुविधा के लिए क्षमा करें।\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'मिल गया। बहुत धन्यवाद!' },
        { agent: 'शुभ यात्रा!', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'hi-parcel',
    team: 'parcels',
    priority: 'high',
    language: 'hi',
    tell: d => ({
      subject: 'राखी समय पर नहीं पहुँची',
      turns: [
        {
          customer: `मैंने दस दिन पहले भाई को राखी भेजी थी (${d.parcel})। वह ${d.port} में रहता है। स्थिति में लिखा है “रास्ते में”। दस दिन से रास्ते में! त्योहार कल है।`,
        },
        { priority: 'urgent' },
        {
          note: 'Envelope found behind the letter frame in the hall. Goes with the first boat, the mate carries it by hand.',
        },
        {
          agent:
            'लिफ़ाफ़ा मिल गया है, छँटाई की अलमारी के पीछे गिरा था। कल सुबह की पहली नाव से हमारे साथी इसे अपने हाथ से पहुँचाएँगे। हमें सचमुच खेद है।',
          sets: 'pending',
        },
        { after: 900, customer: 'भाई को सुबह 8 बजे मिल गई। दिल से धन्यवाद 🙏' },
        { agent: 'यह सुनकर बहुत अच्छा लगा। आप दोनों को शुभकामनाएँ!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'ja-kippu',
    team: 'bookings',
    priority: 'normal',
    language: 'ja',
    tell: d => ({
      subject: `予約番号 ${d.booking} の変更について`,
      turns: [
        {
          customer: `お世話になっております。${d.me}と申します。\n\n${d.day(8)} ${d.sailing}発、${d.port}行きを${d.people}名で予約しましたが、台風の予報が出ているため、翌日への変更は可能でしょうか。\n\n変更手数料についても教えていただけますと幸いです。\nどうぞよろしくお願いいたします。`,
        },
        {
          agent: `${d.me}様\n\nお問い合わせありがとうございます。荒天が予想される場合の変更は無料です。翌日の同じ時刻に${d.people}名様分のお席を確保いたしました。新しい乗船券をメールでお送りしております。`,
          sets: 'pending',
        },
        { customer: '早速のご対応、誠にありがとうございます。届きました。' },
        { agent: '当日はお気をつけてお越しください。お待ちしております。', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'ja-wasuremono',
    team: 'bookings',
    priority: 'high',
    language: 'ja',
    tell: d => ({
      subject: '船内に祖父の杖を忘れました',
      turns: [
        {
          customer: `本日${d.sailing}の便で、祖父の杖を座席の横に置いたまま降りてしまいました。黒い漆塗りで、持ち手に小さな亀の飾りが付いています。祖父がとても落ち込んでいます。`,
        },
        { note: 'Stick with a turtle on the handle, found by the crew. In the office at Kelp Bay.' },
        {
          agent:
            '亀の飾りの杖、お預かりしております。お急ぎと存じますので、本日の最終便でそちらの桟橋までお届けします。19時ごろ、窓口でお受け取りください。',
          sets: 'pending',
        },
        {
          after: 600,
          customer:
            '無事に受け取りました。祖父が「亀が泳いで帰ってきた」と喜んでおります。本当にありがとうございました。',
        },
        { agent: '素敵なお言葉をありがとうございます。おじい様によろしくお伝えください。', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'zh-tuikuan',
    team: 'bookings',
    priority: 'normal',
    language: 'zh',
    tell: d => ({
      subject: `订单 ${d.booking} 退款什么时候到账？`,
      turns: [
        {
          customer: `您好，${d.day(-4)}的船因大雾停航，工作人员说三天内退款 ${d.fare}，现在已经第四天了，还没有收到。麻烦帮我查一下，谢谢。`,
        },
        {
          agent:
            '您好，退款昨天已经发出，因为是境外银行卡，通常还需要两到三个工作日。流水号是 KB-REM-20988，您可以凭此向银行查询。',
          sets: 'pending',
        },
        { customer: '刚刚到账了，谢谢！' },
        { agent: '不客气，祝您旅途愉快。', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'zh-yanzhengma',
    team: 'digital',
    priority: 'high',
    language: 'zh',
    tell: () => ({
      subject: '收不到验证码，无法登录',
      turns: [
        {
          customer:
            '我用的是中国大陆手机号（+86），点了“发送验证码”十几次都收不到。后来页面说“次数太多，请24小时后再试”。可是我明天早上六点的船啊！',
        },
        { priority: 'urgent' },
        {
          agent:
            '非常抱歉，短信通道从昨晚起出了故障。我已解除您的限制，并把船票直接发到您的邮箱，不需要登录也能使用，请查收。',
          sets: 'pending',
        },
        { customer: '收到了，救命恩人！' },
        { agent: '一路顺风。短信通道修好以后我们也会在首页说明。', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'ko-jwaseok',
    team: 'access',
    priority: 'normal',
    language: 'ko',
    tell: d => ({
      subject: '휠체어석 예약 문의드립니다',
      turns: [
        {
          customer: `안녕하세요. ${d.day(9)} ${d.sailing} 배로 ${d.port}에 가려고 합니다. 전동 휠체어(무게 95kg)를 사용하는데 인터넷으로는 휠체어석을 선택할 수가 없네요. 보호자 1명도 같이 탑니다.`,
        },
        {
          agent: `안녕하세요, ${d.me} 님. 휠체어석 1번과 바로 옆 보호자석을 잡아 두었습니다. 예약 번호는 ${d.booking}입니다. 보호자분은 무료이시고, 출발 30분 전에 1번 부두로 오시면 직원이 안내해 드립니다.`,
          sets: 'pending',
        },
        { customer: '감사합니다. 배 안에서 충전도 가능한가요?' },
        { agent: '네, 휠체어석 벽 쪽에 콘센트가 있습니다. 즐거운 여행 되세요!', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'ko-sopo',
    team: 'parcels',
    priority: 'low',
    language: 'ko',
    tell: d => ({
      subject: '김치를 택배로 보내도 되나요?',
      turns: [
        {
          customer: `${d.port}에 사는 동생에게 김치 5kg을 보내고 싶은데요, 예전에 우체국에서 “폭발 위험”이라고 거절당한 적이 있습니다. 😅`,
        },
        {
          agent:
            '하하, 틀린 말은 아닙니다. 공기가 통하는 뚜껑 대신 밀폐 용기에 80%만 담고 비닐로 두 번 싸 주시면 받아 드립니다. 냉장 칸으로 하루 만에 갑니다.',
          sets: 'solved',
        },
        { after: 2800, customer: '무사히 도착했대요. 터지지 않았습니다!' },
        { agent: '다행입니다. 맛있게 드시라고 전해 주세요.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'th-tua',
    team: 'bookings',
    priority: 'normal',
    language: 'th',
    tell: d => ({
      subject: 'สอบถามรอบเรือช่วงวันหยุด',
      turns: [
        {
          customer: `สวัสดีครับ อยากทราบว่าช่วง${d.day(15)} เรือไป ${d.port} มีกี่รอบ และต้องจองล่วงหน้าไหมครับ ไปกัน ${d.people} คน`,
        },
        {
          agent: 'สวัสดีค่ะ วันนั้นมีเรือหกรอบ แนะนำให้จองล่วงหน้าเพราะเป็นวันหยุดค่ะ ดิฉันกันที่ไว้ให้แล้วถึงพรุ่งนี้เที่ยง',
          sets: 'pending',
        },
        { customer: 'จองเรียบร้อยแล้วครับ ขอบคุณมาก' },
        { agent: 'ยินดีค่ะ เดินทางปลอดภัยนะคะ', sets: 'solved' },
      ],
    }),
  },
]
