import type { Customer } from '#src/lib/actor.ts'
import { elif, tom } from './cast.ts'

/** Somebody who asks, and the language they write. */
export type Speaker = Omit<Customer, 'kind'> & { language: string }

/** Everybody who asks, by the language they write. */
const names: Record<string, string[]> = {
  en: [
    'Agnes Pellew',
    'Barnaby Osei',
    'Catrin Morgan-Price',
    'Desmond Achebe',
    'Eilidh MacAskill',
    'Frank Tolliver',
    'Grace Nakamura',
    'Harriet Vane-Lloyd',
    'Imogen Faulk',
    'Siobhán O’Súilleabháin',
    'Kwame Mensah',
    'Lottie Birch',
    'Marguerite Dunne',
    'Nigel Thripp',
    'Olive Penhaligon',
    'Priya Raghunathan',
    'Quentin Ashby',
    'Rosalind Okoro',
    'Stellan Berg',
    'Tamsin Trevelyan',
    'Una Fitzgerald',
    'Vikram Chatterjee',
    'Winifred Clay',
    'Xanthe Moore',
    'Yvonne Baptiste',
    'Zachary Quill',
    'Bo Li',
    'Björk Ásgeirsdóttir',
  ],
  de: ['Annegret Schöller', 'Jürgen Maaß', 'Dörte Weißenfels', 'Kai-Uwe Großmann'],
  fr: ['Hélène Lefèvre', 'Loïc Kermarrec', 'Anaïs N’Diaye'],
  es: ['Íñigo Etxeberria', 'María José Peñalver', 'Lucía Cañizares'],
  pt: ['João Gonçalves', 'Conceição Magalhães'],
  it: ['Niccolò Bevilacqua', 'Giulia D’Amico'],
  nl: ['Sjoerd van ’t Hooft', 'Ineke Bruijn'],
  pl: ['Małgorzata Brzęczyszczykiewicz-Wójcik', 'Łukasz Brzęczyszczykiewicz'],
  tr: ['Gülşen Yıldırım', 'Oğuz Işık'],
  ar: ['ليلى المنصوري', 'يوسف بن خالد'],
  he: ['נועה ברק', 'אורי שלום'],
  fa: ['پریسا کریمی', 'بهرام نوری'],
  hi: ['अनुराधा मिश्रा', 'रोहित शर्मा'],
  ja: ['佐藤 美咲', '小林 健太'],
  zh: ['王小明', '陈雨桐'],
  ko: ['김서연', '박지훈'],
  uk: ['Олена Коваленко', 'Тарас Їжакевич'],
  el: ['Ελένη Παπαδοπούλου', 'Γιώργος Νικολαΐδης'],
  th: ['สมชาย ใจดี'],
}

export const customers: Speaker[] = [
  { ...elif, language: 'en' },
  { ...tom, language: 'en' },
  ...Object.entries(names).flatMap(([language, people]) =>
    people.map((name, index) => {
      const key = `${language}${index + 1}`
      return { userId: `cast-${key}`, name, email: `${key}@example.test`, language }
    }),
  ),
]

/** The name by which a person signs. Where the family name comes first, or nothing parts the two, it is the whole. */
export function signature({ name, language }: { name: string; language: string }): string {
  return ['ja', 'zh', 'ko'].includes(language) ? name : name.split(' ').slice(0, 1).join('')
}
