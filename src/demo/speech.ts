const known = new Map<string, ReturnType<typeof speechIn>>()

/** How a language puts days and sums: "Saturday 14 November", "€38.50". */
export function speechOf(language: string) {
  const speech = known.get(language) ?? speechIn(language)
  known.set(language, speech)
  return speech
}

function speechIn(language: string) {
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  })
  const sums = new Intl.NumberFormat(language === 'en' ? 'en-IE' : language, {
    style: 'currency',
    currency: 'EUR',
  })
  return { day: (moment: Date) => days.format(moment), euro: (amount: number) => sums.format(amount) }
}
