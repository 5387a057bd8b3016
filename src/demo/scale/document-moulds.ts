import type postgres from 'postgres'
import type { Ledger } from '#src/demo/ledger.ts'
import { withBooking } from './cast-ticket.ts'
import { addressOf, customerId, nameOf } from './crowd.ts'

/** What is cast of a message: its words come from the mould, these from elsewhere. */
type Cast = { customer: number; booking: string; at: Date }

/** The documents of the moulds, to be told of other people and bookings. */
export type DocumentMoulds = {
  /** The words of a message as a `tsvector` in letters, as the trigger would have written them. */
  wordsOf: (mouldId: string, cast: Cast) => string
  /** Every word of the documents that were asked for, once. */
  learned: () => Iterable<string>
}

// What stands in a mould where something is to be put in: of the same form, and in no text.
const customer = 8_271_635
const asker = 'Zqfirst Zqfamily'
const booking = '9182736'
const placeholders = ['zqfirst', 'zqfamily', String(customer), booking]

type Mould = { fixed: string; places: string[]; plain: string[] }

/**
 * Has Postgres make the documents of all moulds, because what is found of a text is said there and nowhere else. Another
 * name, number or booking has as many words as the one in the mould, so that all other places stay.
 */
export async function documentMoulds(
  sql: postgres.TransactionSql,
  ledgers: Ledger[],
): Promise<DocumentMoulds> {
  const moulds = new Map<string, Mould>()
  for (let from = 0; from < ledgers.length; from += 100) {
    const asked = ledgers.slice(from, from + 100).flatMap(({ ticket, messages }) =>
      messages.map(message => ({
        id: message.id,
        subject: withBooking(ticket.subject, booking),
        body: withBooking(message.body, booking),
        language: message.language ?? ticket.subjectLanguage,
      })),
    )
    const rows = await sql<{ id: string; words: string }[]>`
      select id, search_document(subject, ${`${asker} ${addressOf(customerId(customer))}`}, body, language)::text as words
      from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as m(id text, subject text, body text, language text)`
    for (const { id, words } of rows) moulds.set(id, mouldOf(words))
  }
  const used = new Set<Mould>()
  const names = new Set<string>()

  return {
    wordsOf(mouldId, { customer: number, booking: figures, at }) {
      const mould = moulds.get(mouldId)
      if (!mould) throw new Error(`There is no document of the mould ${mouldId}`)
      used.add(mould)
      const own = [...nameOf(number).toLowerCase().split(' '), String(number), figures]
      for (const name of own.slice(0, 2)) names.add(name)
      // A word that stands there already is brought together with this one by Postgres, as it reads them.
      const put = mould.places.map((places, index) => (places === '' ? '' : `'${own[index]}'${places} `))
      return mould.fixed + put.join('') + marksOf(number, at)
    },
    learned: function* () {
      yield* names
      for (const { plain } of used) yield* plain
    },
  }
}

function mouldOf(words: string): Mould {
  const places = placeholders.map(() => '')
  const plain: string[] = []
  let fixed = ''
  for (const [entry, word = '', at = ''] of words.matchAll(/'((?:[^']|'')*)'(:[0-9A-D,]+)?/g)) {
    const index = placeholders.indexOf(word)
    if (index >= 0) places[index] = at
    else fixed += `${entry} `
    if (index < 0 && at !== '') plain.push(word)
  }
  return { fixed, places, plain }
}

/** What `search_marks` says. */
function marksOf(number: number, at: Date): string {
  const day = at.toISOString()
  const week = Math.floor(at.getTime() / 604_800_000)
  return `'=r:${customerId(number)}' '=w:${week}' '=m:${day.slice(0, 7)}' '=y:${day.slice(0, 4)}'`
}
