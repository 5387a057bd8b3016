import { remembering } from './remembering.ts'

/** The scripts that are written from right to left. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** Whether this is a language tag as BCP 47 writes it, such as `de` or `zh-Hant`. */
export function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** What an element says of a text in this language; nothing where nobody said which one it is. */
export function inLanguage(tag: string | null | undefined): Language {
  return tag ? languages(tag, () => languageOf(tag)) : {}
}

type Language = { lang?: string; dir?: 'ltr' | 'rtl' }

const languages = remembering<Language>(200)

function languageOf(tag: string): Language {
  if (!isLanguage(tag)) return {}
  const { script } = new Intl.Locale(tag).maximize()
  return { lang: tag, dir: script && rightToLeft.has(script) ? 'rtl' : 'ltr' }
}

/** A language by the name that it calls itself: "Deutsch", "Français". */
export function ownNameOf(tag: string): string {
  return names(tag, () => {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
    const [first = ''] = name
    return first.toLocaleUpperCase(tag) + name.slice(first.length)
  })
}

const names = remembering<string>(200)
