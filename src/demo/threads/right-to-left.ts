import type { Thread } from '../thread.ts'

/** Arabic, Hebrew, Persian: with Latin codes, numbers and addresses in the middle of lines. */
export const rightToLeft: Thread[] = [
  {
    key: 'ar-hajz',
    team: 'bookings',
    priority: 'high',
    language: 'ar',
    tell: d => ({
      subject: `دفعت مرتين للحجز ${d.booking}`,
      turns: [
        {
          customer: `السلام عليكم،\n\nحجزت ${d.people} تذاكر إلى ${d.port} وخُصم المبلغ من بطاقتي مرتين (${d.fare}). أرسل لي البنك رسالتين بينهما دقيقة واحدة. رقم الحجز ${d.booking}.\n\nأرجو إعادة المبلغ الزائد.\n${d.me}`,
        },
        {
          agent: `وعليكم السلام ${d.me}،\n\nراجعت الحجز: الدفعة الأولى صحيحة، والثانية حجز مؤقت من البنك يسقط وحده خلال خمسة أيام. إن كان الأمر مستعجلاً فيمكن للبنك رفعه فوراً بالرمز 7741-K.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'اتصلت بالبنك وأعادوا المبلغ في دقائق. شكراً جزيلاً.' },
        { agent: 'الحمد لله. رحلة سعيدة!', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'ar-kursi',
    team: 'access',
    priority: 'normal',
    language: 'ar',
    tell: d => ({
      subject: 'كرسي متحرك لوالدتي عند الوصول',
      turns: [
        {
          customer: `تسافر والدتي يوم ${d.day(5)} على سفينة ${d.boat} الساعة ${d.sailing}. تستطيع المشي قليلاً، لكن الطريق من الرصيف إلى المحطة طويل عليها. هل يوجد كرسي متحرك ومن يدفعه؟`,
        },
        {
          agent:
            'نعم، سيكون زميلنا سامي بانتظارها عند السلم مع كرسي، وسيوصلها إلى باب الحافلة. لا رسوم على ذلك. هل تحتاج إلى شيء على متن السفينة؟',
          sets: 'pending',
        },
        { customer: 'فقط مقعد قريب من دورة المياه، ومكان هادئ للصلاة إن أمكن.' },
        { note: 'Seat 14, next to the door. Reading room on deck 1 is free for prayer; told the crew.' },
        {
          agent: 'حجزنا لها المقعد 14، وغرفة القراءة في الطابق الأول هادئة ومتاحة لها طوال الرحلة.',
          sets: 'solved',
        },
      ],
    }),
  },
  {
    key: 'ar-kalima',
    team: 'digital',
    priority: 'low',
    language: 'ar',
    tell: () => ({
      subject: 'الأرقام معكوسة في الإيصال',
      turns: [
        {
          customer:
            'في الإيصال العربي يظهر رقم الحجز هكذا: 39284-BK بدل KB-48293، ورقم الهاتف أيضاً معكوس. ضحك موظف الميناء ثم لم يجد حجزي.',
        },
        {
          agent:
            'شكراً على الملاحظة الدقيقة. كانت الأرقام تُطبع دون عزل اتجاهها، وقد أصلحنا ذلك. جرّب أن تفتح الإيصال من جديد.',
          sets: 'pending',
        },
        { customer: 'الآن صحيح 👍' },
        { agent: 'يسعدنا ذلك.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'he-ofanayim',
    team: 'bookings',
    priority: 'normal',
    language: 'he',
    tell: d => ({
      subject: `שינוי תאריך להזמנה ${d.booking}`,
      turns: [
        {
          customer: `שלום,\n\nהזמנו ${d.people} כרטיסים ל-${d.port} ליום ${d.day(6)}, והטיסה שלנו נדחתה ביום. אפשר להעביר ליום שאחרי, באותה שעה (${d.sailing})? באתר כתוב "לא ניתן לשינוי".\n\nתודה,\n${d.me}`,
        },
        {
          agent:
            'שלום, אפשר. כשטיסה נדחית אנחנו מעבירים בלי תשלום, גם כרטיסים "לא ניתנים לשינוי". הכרטיסים החדשים אצלכם בדואר.',
          sets: 'pending',
        },
        { customer: 'מעולה, תודה רבה! באמת שירות של פעם.' },
        { agent: 'נסיעה טובה ונחיתה רכה!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'he-haver',
    team: 'parcels',
    priority: 'low',
    language: 'he',
    tell: d => ({
      subject: 'חבילה הגיעה, אבל לא שלי',
      turns: [
        {
          customer: `קיבלתי את החבילה ${d.parcel}. השם עליה דומה לשלי, הכתובת לא. בפנים (סליחה, פתחתי) יש שתים עשרה בובות של פינגווינים. איפה החבילה שלי, ומי מחכה לפינגווינים?`,
        },
        {
          note: 'Two labels swapped at the counter. The other customer has a pressure cooker and is also surprised.',
        },
        {
          agent:
            'המדבקות הוחלפו בדלפק. מי שמחכה לפינגווינים קיבלה סיר לחץ. מחר בבוקר שליח אחד מחליף בין שניכם, בלי שתצטרכו לזוז.',
          sets: 'pending',
        },
        { after: 1400, customer: 'הסיר כאן. השארתי לה פתק מהפינגווינים.' },
        { agent: 'היא שמחה מאוד. תודה על הסבלנות.', sets: 'solved' },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'fa-belit',
    team: 'bookings',
    priority: 'normal',
    language: 'fa',
    tell: d => ({
      subject: `بلیت ${d.booking} به دستم نرسیده است`,
      turns: [
        {
          customer: `سلام،\n\nدیشب برای ${d.people} نفر به مقصد ${d.port} بلیت خریدم. پول کم شد (${d.fare}) اما ایمیلی نیامد. پوشهٔ هرزنامه را هم دیدم. چه کار کنم؟\n\nبا سپاس،\n${d.me}`,
        },
        {
          agent: `سلام ${d.me}،\n\nخرید شما درست انجام شده است. نشانی ایمیل یک حرف کم داشت؛ آن را درست کردم و بلیت‌ها را دوباره فرستادم. رسیدند؟\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'بله رسید، خیلی ممنون. می‌شود روی گوشی نشان داد یا باید چاپ کنم؟' },
        { agent: 'روی گوشی کافی است، حتی بدون اینترنت. سفر به‌خیر!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'fa-sandali',
    team: 'access',
    priority: 'high',
    language: 'fa',
    tell: d => ({
      subject: 'صفحهٔ رزرو با صفحه‌خوان کار نمی‌کند',
      turns: [
        {
          customer:
            'من نابینا هستم و با صفحه‌خوان کار می‌کنم. دکمهٔ «ادامه» خوانده نمی‌شود؛ فقط می‌گوید «دکمه». شش دکمه هست و همه «دکمه» هستند.',
        },
        { moveTo: 'digital' },
        {
          agent:
            'از این که نوشتید سپاسگزاریم. نام دکمه‌ها در نسخهٔ فارسی جا افتاده بود. همین امروز اضافه شد. لطفاً یک بار دیگر امتحان کنید.',
          sets: 'pending',
        },
        { customer: 'حالا همه را می‌خواند. خودم به‌تنهایی بلیت خریدم.' },
        { agent: `چه خبر خوبی. سفر خوشی داشته باشید. ${d.agentOf('digital')}`, sets: 'solved' },
      ],
    }),
  },
]
