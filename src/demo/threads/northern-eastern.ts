import type { Thread } from '../thread.ts'

/** Dutch, Polish, Turkish, Ukrainian, Greek. */
export const northernAndEastern: Thread[] = [
  {
    key: 'nl-bakfiets',
    team: 'bookings',
    priority: 'low',
    language: 'nl',
    tell: d => ({
      subject: 'Bakfiets mee op de boot?',
      turns: [
        {
          customer: `Hoi, mag een bakfiets mee naar ${d.port}? 2,45 m lang, 90 cm breed, met twee kinderen erin (of ernaast, als het moet).`,
        },
        {
          agent:
            'Hoi! Ja hoor, gewoon als fiets. De kinderen mogen er tot aan de klep in blijven zitten, daarna graag lopend: de plaat is glad als het regent.',
          sets: 'solved',
        },
        { customer: 'Top, dank je!' },
        { agent: 'Goede reis!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'nl-storing',
    team: 'digital',
    priority: 'high',
    language: 'nl',
    tell: d => ({
      subject: 'Betalen lukt niet, al de hele middag',
      turns: [
        {
          customer: `Ik krijg na het kiezen van mijn bank steeds “Er ging iets mis (E-1042)”. Vijf keer geprobeerd, twee browsers. De boot van ${d.sailing} is bijna vol, dus ik word een beetje zenuwachtig.`,
        },
        {
          note: 'E-1042: certificaat van de betaaldienst verlopen om 12:00. Leverancier is bezig. 60+ klanten.',
        },
        {
          agent:
            'Dat ligt niet aan u: een certificaat van onze betaaldienst is verlopen. Ik heb uw plaatsen vastgehouden tot vanavond tien uur, dus u raakt niets kwijt. Zodra het weer werkt, schrijf ik u.',
          sets: 'open',
        },
        { agent: 'Het werkt weer. Uw plaatsen staan klaar onder “Mijn boekingen”.', sets: 'pending' },
        { customer: 'Gelukt. Fijn dat jullie ze vasthielden.' },
        { agent: 'Graag gedaan, goede overtocht!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'pl-bilet',
    team: 'bookings',
    priority: 'normal',
    language: 'pl',
    tell: d => ({
      subject: `Bilet ${d.booking} – nazwisko się nie mieści`,
      turns: [
        {
          customer: `Dzień dobry,\n\nna bilecie mam „BRZECZYSZCZYKIEW”. Dalej kartka się kończy. Bileter śmiał się przez całą drogę do ${d.port}. Czy da się to wydrukować w całości, z ogonkami? Żółć, gęś, jaźń – wszystko byłoby miłe widziane.\n\nPozdrawiam\n${d.me}`,
        },
        {
          agent:
            'Dzień dobry, da się. Od dziś nazwisko zawija się do drugiej linii i ma wszystkie ogonki. Nowy bilet jest w poczcie. Bileter przeprasza i ćwiczy wymowę.',
          sets: 'pending',
        },
        { customer: 'Piękny bilet! Proszę przekazać, że akcent pada na przedostatnią sylabę.' },
        { agent: 'Przekazano. Szerokiej fali!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'pl-zwrot',
    team: 'parcels',
    priority: 'normal',
    language: 'pl',
    tell: d => ({
      subject: 'Paczka otwarta i zaklejona z powrotem',
      turns: [
        {
          customer: `Paczka ${d.parcel} przyszła otwarta i zaklejona taśmą. Brakuje jednego słoika (były cztery, jest trzy i mokro). Kto to otwierał i dlaczego nikt nic nie napisał?`,
        },
        { priority: 'high' },
        {
          note: 'Protokół szkody nr 118: słoik pękł w sortowni, resztę wysuszono i zapakowano. Karteczki zapomniano włożyć.',
        },
        {
          agent: `Bardzo przepraszamy. Słoik pękł u nas w sortowni, kolega wysuszył resztę i zapakował na nowo, ale zapomniał włożyć kartkę z wyjaśnieniem. Zwracamy opłatę i ${d.euro(15)} za słoik. Co w nim było?`,
          sets: 'pending',
        },
        { customer: 'Ogórki. Od mamy. Bezcenne, ale 15 euro przyjmę.' },
        { agent: 'Przelew wysłany. Mamie kłaniamy się nisko.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'tr-bilet',
    team: 'bookings',
    priority: 'normal',
    language: 'tr',
    tell: d => ({
      subject: `${d.day(4)} seferi için koltuk değişikliği`,
      turns: [
        {
          customer: `Merhaba,\n\n${d.people} kişilik rezervasyonumuz var (${d.booking}) ama koltuklarımız birbirinden uzak. Çocuklar tek başına oturamaz. Yan yana almanın bir yolu var mı?\n\nİyi çalışmalar,\n${d.me}`,
        },
        {
          agent: `Merhaba ${d.me},\n\nelbette. Sizi 2. güverteye, pencere kenarına yan yana aldım. Yeni biletler e-postanızda. Eskileri lütfen kullanmayın.\n\n${d.agent}`,
          sets: 'pending',
        },
        { customer: 'Çok teşekkürler! Çocuklar şimdiden pencere kavgasına başladı.' },
        { agent: 'O kavgayı kimse çözemedi, biz de çözemeyiz. İyi yolculuklar!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'tr-sifre',
    team: 'digital',
    priority: 'normal',
    language: 'tr',
    tell: () => ({
      subject: 'Giriş yapamıyorum: büyük İ sorunu',
      turns: [
        {
          customer:
            'Telefonum e-posta adresimin ilk harfini İ yapıyor, siz de “böyle bir hesap yok” diyorsunuz. ı, i, I, İ… dördü de farklı biliyorum ama siz biraz anlayışlı olabilirsiniz.',
        },
        {
          note: 'lower() uses the locale of the server: "İ" becomes "i̇" with a combining dot. Third time that Turkish letters bite us.',
        },
        {
          agent:
            'Haklısınız. Sorun düzeltildi: artık hangi i ile yazarsanız yazın hesabınız bulunuyor. Bir dener misiniz?',
          sets: 'pending',
        },
        { customer: 'Girdim, ellerinize sağlık.' },
        { agent: 'Kolay gelsin, iyi günler!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'uk-kvytok',
    team: 'bookings',
    priority: 'high',
    language: 'uk',
    tell: d => ({
      subject: `Квиток для бабусі на ${d.day(2)}`,
      turns: [
        {
          customer: `Доброго дня!\n\nБабусі 79 років, вона їде до нас у ${d.port} сама, англійською не говорить. Чи може хтось зустріти її біля трапа й показати, куди сідати? Вона в зеленій хустці й з дуже великою сумкою.\n\nДякую,\n${d.me}`,
        },
        {
          agent: `Доброго дня, ${d.me}! Так, нашу колегу звати Дарина, вона говорить українською і чекатиме біля трапа за пів години до відправлення. Сумку занесемо. Бронювання ${d.booking}.`,
          sets: 'pending',
        },
        { customer: 'Бабуся питає, чи Дарина любить пиріжки з вишнями, бо везе цілу сумку.' },
        { agent: 'Дарина каже, що любить. Увесь екіпаж каже, що любить.', sets: 'pending' },
        { after: 3100, customer: 'Доїхала щасливо, без пиріжків. Дякуємо вам усім! 💛💙' },
        { agent: 'Передайте бабусі наше щире дякую. Було дуже смачно.', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'uk-posylka',
    team: 'parcels',
    priority: 'normal',
    language: 'uk',
    tell: d => ({
      subject: `Посилка ${d.parcel} стоїть на митниці`,
      turns: [
        {
          customer:
            'Просять перелік вмісту. Він лежить у коробці зверху, рукописний. Чи треба щось іще? Там книжки й вишиванка, нічого на продаж.',
        },
        {
          agent:
            'Ваш перелік знайшли, він справді лежав зверху, але був українською, тож ми його переклали й подали самі. Більше нічого не потрібно, посилка вийде завтра.',
          sets: 'pending',
        },
        { customer: 'Посилка вже тут! Щиро дякую.' },
        { agent: 'Раді чути. Гарного дня!', sets: 'solved' },
      ],
    }),
  },
  {
    key: 'el-plio',
    team: 'bookings',
    priority: 'normal',
    language: 'el',
    tell: d => ({
      subject: `Αλλαγή ώρας για την κράτηση ${d.booking}`,
      turns: [
        {
          customer: `Καλημέρα σας,\n\nμπορώ να αλλάξω το δρομολόγιο των ${d.sailing} της ${d.day(7)} με το βραδινό; Το λεωφορείο από το χωριό δεν προλαβαίνει.\n\nΕυχαριστώ,\n${d.me}`,
        },
        {
          agent:
            'Καλημέρα! Έγινε η αλλαγή στο βραδινό, χωρίς χρέωση. Τα νέα εισιτήρια είναι στο ηλεκτρονικό σας ταχυδρομείο.',
          sets: 'pending',
        },
        { customer: 'Τέλεια. Και αν αργήσει το λεωφορείο, περιμένει το πλοίο;' },
        {
          agent: 'Πέντε λεπτά ναι, δέκα όχι. Αν το χάσετε, ισχύει και για το πρωινό της επόμενης μέρας.',
          sets: 'solved',
        },
        { confirms: true },
      ],
    }),
  },
  {
    key: 'el-gata',
    team: 'access',
    priority: 'low',
    language: 'el',
    tell: d => ({
      subject: 'Ο πίνακας ανακοινώσεων μιλάει πολύ σιγά',
      turns: [
        {
          customer: `Στο λιμάνι του ${d.port} οι ανακοινώσεις δεν ακούγονται καθόλου με αέρα, και φοράω ακουστικό βαρηκοΐας. Υπάρχει επαγωγικός βρόχος ή κάτι παρόμοιο;`,
        },
        {
          agent:
            'Υπάρχει στην αίθουσα αναμονής, στη θέση «Τ», αλλά έλειπε η πινακίδα και την ξαναβάλαμε. Έξω θα μπουν οθόνες την άνοιξη.',
          sets: 'solved',
        },
      ],
    }),
  },
]
